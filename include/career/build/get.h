/*
 * get.h - publishers' files into the cache: fetched (fetch.h), looked at, ready to be imported.
 *
 * CACHE/FEED/FILE is a file that was whole and is what its feed says: it begins as its content does, and the feed's
 * importer finds something of its own in it. What is being fetched stands in CACHE/FEED/.part meanwhile. Nothing else is
 * kept; a file that another release has is left to the person.
 */
#ifndef CAREER_BUILD_GET_H
#define CAREER_BUILD_GET_H

#include "career/build/feeds.h"
#include "career/import/fetch.h"

struct get_progress {
	const struct feed *feed;
	const char *file;
	uint64_t at, size; /* bytes; size 0: not known */
};

struct get_want {
	const char *cache; /* folder */
	const char *agent;
	const struct fetch_times *times;
	bool (*progress)(void *ctx, const struct get_progress *p); /* false ends it; may be NULL */
	void *ctx;
};

/* The files of one feed, to be imported. */
struct get_got {
	char *path[FEED_FILES]; /* owned */
	size_t npaths;
	uint64_t bytes;
	size_t unchanged, resumed; /* how many of the files were so */
};

/* All files of the feed, or none: what has come so far stays in the cache for the next call. Free `got` in any
 * case. */
bool get_feed(const struct get_want *w, const struct feed *f, struct get_got *got, struct err *e);
void get_free(struct get_got *got);

/* "https://page, then `career import onet FILE`" */
void get_by_hand(const struct feed *f, struct buf *out);
/* How the program calls itself: its name and version, and the person's address when that is plain text.
 * `contact` may be NULL. */
void get_agent(const char *contact, struct buf *out);

#endif
