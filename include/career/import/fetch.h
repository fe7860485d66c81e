/*
 * fetch.h - one file from a publisher's server into a place on disk.
 *
 * The only user of libcurl. What comes is written to `part`, which stays where it is when the connection is cut, so that
 * the next call goes on behind what is there; "PART.tag" beside it says of which version of the file. The server is asked
 * for the rest on condition that it still has that version: another version, or a server that does not know
 * of ranges, begins anew. Only what is whole, of the right size and accepted by `check` is put in place: on the disk, then
 * renamed over `path`. A file that is there and was not changed since is left as it is.
 *
 * https only; http where the address is the machine itself (127.0.0.0/8, [::1], localhost), for tests. Redirects are
 * followed at most 5 times, to https, or from such an address to another. Everything is bounded: the time to
 * connect, the time without enough bytes, the time in all, the headers, the body.
 */
#ifndef CAREER_IMPORT_FETCH_H
#define CAREER_IMPORT_FETCH_H

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct fetch_times {
	long connect_ms;
	long stall_ms, stall_bytes; /* given up when fewer bytes than these come in such a time */
	long total_ms;
};
extern const struct fetch_times fetch_times_usual;

struct fetch_want {
	const char *address;
	const char *path, *part; /* in folders that are there, on one file system */
	const char *agent;       /* how the program calls itself */
	uint64_t least, most;    /* bytes that the file has */
	const struct fetch_times *times;
	/* Told of the bytes that are there, and the size (0: not known). False ends it with ERR_INTERRUPTED. May be
	 * NULL. */
	bool (*progress)(void *ctx, uint64_t at, uint64_t size);
	/* Whether the whole file is what it should be. May be NULL. */
	bool (*check)(void *ctx, const char *part, struct err *e);
	void *ctx;
};

enum fetch_how { FETCH_WHOLE, FETCH_RESUMED, FETCH_UNCHANGED };

struct fetch_result {
	enum fetch_how how;
	uint64_t size; /* of the file */
	long status;   /* the server's last answer; 0: there was none */
};

/* Errors name the address without its secrets, and the reason. */
bool fetch_file(const struct fetch_want *w, struct fetch_result *r, struct err *e);

/* An address that fetch_file takes: ERR_USAGE says what is wrong. */
bool fetch_allowed(const char *address, struct err *e);
/* Whether one address may redirect to another. */
bool fetch_may_lead(const char *from, const char *to);
/* An address without user, password and what stands behind '?'. */
void fetch_show(const char *address, struct buf *out);
/* The last part of its path as a file's name: letters, digits, '.', '-' and '_' only; "" when there is none. */
void fetch_name(const char *address, struct buf *out);

#endif
