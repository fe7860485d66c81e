/*
 * handle.h - the insides of struct db and struct stmt.
 */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include "career/store/db.h"

struct sqlite3;
struct sqlite3_stmt;

struct stmt {
	struct db *db;           /* borrowed */
	struct sqlite3_stmt *st; /* owned */
	const char *name;        /* of a named query, which the db keeps; NULL for a caller's own */
	int failed;              /* result code of the first bind that failed, else 0 */
};

struct db {
	struct sqlite3 *h;
	char *path;          /* as given; ":memory:" */
	const char *mend;    /* static text: what to do about a damaged file, or NULL */
	bool reads;          /* opened with DB_READ */
	struct stmt **named; /* per embedded query, NULL until its first use */
	int64_t *off;        /* ids of sources that are switched off, rising; NULL: none ever was */
	size_t noff;
	unsigned turn;           /* how often `off` was set */
	bool (*stop)(void *ctx); /* db_on_progress */
	void *stop_ctx;
	bool shadowed; /* temporary views stand in front of the tables that name a source */
};

/* Gives the connection its SQL function source_on(id); a result code. */
int switch_register(struct db *db);

/* Puts an SQLite result code into words: which file, what, what to do. Returns false. */
bool db_fail(const struct db *db, int rc, struct err *e);

#endif
