/*
 * server.h - a web server for one test: a child process on the loopback that does what a table says.
 *
 * One request a connection, one after the other. Each request is a line of the log before it is answered: what was
 * asked, and what of a range, a condition and the program's name stood in its headers, in the order of the enum below.
 */
#ifndef CAREER_TESTS_SERVER_H
#define CAREER_TESTS_SERVER_H

#include <stddef.h>

enum {
	SERVE_RANGES = 1, /* knows ranges */
	SERVE_CUT = 2, /* ends in the middle of what was asked for, unless that is less than half */
	SERVE_STALL = 4,   /* no more bytes after the first half, until the other side has enough */
	SERVE_ENDLESS = 8, /* goes on until the other side has enough */
	SERVE_NO_LENGTH = 16,    /* does not say how long it is */
	SERVE_WRONG_RANGE = 32,  /* gives another part than was asked for */
	SERVE_HEADERS = 64,      /* headers without end */
	SERVE_SILENT = 128,      /* no answer */
	SERVE_CUT_AT_ONCE = 256, /* cut before the first byte of the body */
	SERVE_CONDITIONS = 512,  /* knows conditions: 304 */
	SERVE_DRIP = 1024,       /* cut behind a thousand bytes of what was asked for */
	SERVE_ONCE = 2048,       /* one request; the next row of this path has those behind it */
};

struct served {
	const char *path; /* "/a.zip"; what is behind '?' is not looked at */
	unsigned does;
	int status;           /* 0: 200 */
	const char *location; /* of a redirect; "*" stands for the server's own address */
	const char *body;     /* bytes, or NULL: those of `file` */
	size_t len;
	const char *file;
	const char *etag, *modified; /* NULL: none */
};

struct server;

/* The table is copied by the fork: rows and texts are those of now. */
struct server *server_start(const struct served *rows, size_t n);
void server_stop(struct server *s);
/* "http://127.0.0.1:PORT" */
const char *server_address(const struct server *s);
/* What was asked since the start, or the last call: "GET /a.zip [range] [if-range] ...", a line each. Borrowed until the
 * next call. */
const char *server_log(struct server *s);
/* Returns when something was asked that server_log has not told yet. */
void server_wait(const struct server *s);

#endif
