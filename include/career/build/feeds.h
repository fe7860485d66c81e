/*
 * feeds.h - where publishers' data sets are: data/feeds.yaml, which the program carries, or the person's own feeds.yaml in
 * the folder of the settings, which stands in for it as a whole.
 *
 * The document owns all texts. A feed without files has an address that no program can fetch: `by_hand` says why.
 */
#ifndef CAREER_BUILD_FEEDS_H
#define CAREER_BUILD_FEEDS_H

#include "career/base/err.h"
#include "career/base/yaml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FEEDS_MOST = 64, FEED_FILES = 8 };

struct feed_content {
	const char *name;  /* in the file: "zip" */
	const char *magic; /* how such a file begins; NULL: with text */
	const char *help;
};
extern const struct feed_content feed_contents[];
extern const size_t nfeed_contents;

struct feed_file {
	const char *address;
	const struct feed_content *content;
	uint64_t least, most; /* bytes */
	const char
	    *member; /* pattern of the members of a zip that are taken, NULL: the zip as it is */
};

struct feed {
	const char *name, *title, *kind, *group, *publisher, *page, *licence;
	const char *by_hand; /* NULL: it has files */
	struct feed_file file[FEED_FILES];
	size_t nfiles;
};

struct feeds {
	struct yaml_doc doc;
	struct feed feed[FEEDS_MOST];
	size_t n;
};

/* A key of the file, for the manual. */
struct feed_key {
	const char *name, *help;
	bool required;
	bool of_file; /* of an entry in `files` */
};
extern const struct feed_key feed_keys[];
extern const size_t nfeed_keys;

/* The first mistake is ERR_USAGE, "file:line:column: what". Free it in any case. */
bool feeds_load(struct feeds *f, struct err *e);
bool feeds_read(struct feeds *f, const char *name, const char *bytes, size_t len, struct err *e);
void feeds_free(struct feeds *f);

/* The feeds of a name or a group, or "all", as bits by position; 0: none is called so. */
uint64_t feeds_named(const struct feeds *f, const char *name);
/* The name or group that is most like it, NULL: none. */
const char *feeds_nearest(const struct feeds *f, const char *name);

#endif
