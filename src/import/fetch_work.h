/*
 * fetch_work.h - a fetch at work: what is on disk, the answer that is being read, what came of it.
 */
#ifndef IMPORT_FETCH_WORK_H
#define IMPORT_FETCH_WORK_H

#include "career/import/fetch.h"

#include <curl/curl.h>

enum { FETCH_REDIRECTS = 5, FETCH_TRIES = 3, FETCH_HEADERS = 256 << 10, FETCH_ADDRESS = 2000 };

/* Which version of a file something is. */
struct fetch_tag {
	char address[FETCH_ADDRESS + 1], etag[256], modified[64];
};

enum stop {
	STOP_NONE,
	STOP_ASKED,
	STOP_STALLED,
	STOP_LARGE,
	STOP_HEADERS,
	STOP_WRITE,
	STOP_UNWANTED, /* a body that belongs to another answer than the file: passed over */
	STOP_RANGE,    /* a part that was not asked for */
	STOP_TAG,
};

/* A fetch at work: what is on disk, and the answer that is being read. */
struct fetch {
	const struct fetch_want *w;
	struct fetch_result *r;
	int fd;
	char tag_path[4096];
	struct fetch_tag tag, seen; /* of what is on disk; of the answer */
	uint64_t at;                /* bytes of the part */
	bool fresh, tagged;         /* there was no part before; the tag is of this part */
	bool resumed;
	char address[FETCH_ADDRESS + 1]; /* of this hop */
	CURL *curl;
	long status;
	uint64_t from, size,
	    headers;   /* where the range begins, size of the file (0: not known), bytes */
	uint64_t mark; /* bytes at the last time when enough had come */
	int64_t mark_ms;
	bool has_range, begun; /* `begun`: the body goes to the part */
	enum stop stop;
	struct err stop_err;
	char words[CURL_ERROR_SIZE];
};

enum outcome { DONE, UNCHANGED, CUT, ANEW, FAILED };

/* fetch_address.c */
enum scheme { SCHEME_WRONG, SCHEME_HTTPS, SCHEME_LOOPBACK };
enum scheme fetch_scheme(const char *address);

/* fetch_part.c: the file on its way. Opened, locked and looked at. */
bool fetch_open_part(struct fetch *f, struct err *e);
/* With its tag, unless that is of the whole file that is there. */
void fetch_drop_part(const struct fetch *f);
/* Notes of which version of the file the part is: the one that is answered. */
bool fetch_write_tag(struct fetch *f, struct err *e);
bool fetch_write(struct fetch *f, const char *bytes, size_t len);
/* On the disk, and in its place. */
bool fetch_put_in_place(struct fetch *f, struct err *e);

/* fetch_answer.c: gives what comes to the part; has libcurl call what reads an answer. */
void fetch_read_answer(struct fetch *f);
/* The body of an answer begins: false when it does not go to the part, f->stop says why. */
bool fetch_begin(struct fetch *f);

/* fetch_say.c: what is said of an end that is none of the wanted. "ADDRESS: reason", with the way that led there. */
enum outcome fetch_failed(const struct fetch *f, struct err *e, const char *reason);
enum outcome fetch_bad_status(const struct fetch *f, struct err *e);
enum outcome fetch_bad_size(const struct fetch *f, bool large, struct err *e);
/* The same with what stays for the next call. */
enum outcome fetch_late(const struct fetch *f, struct err *e, const char *reason);
/* By f->stop. */
enum outcome fetch_stopped(struct fetch *f, struct err *e);
/* libcurl gave up. */
enum outcome fetch_broken(struct fetch *f, CURLcode code, struct err *e);

#endif
