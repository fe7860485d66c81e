/*
 * session.h - what a connection changes in its tables, as bytes: recorded, read, put into a database, taken back.
 *
 * SQLite's session extension (https://www.sqlite.org/sessionintro.html). The bytes hold the old and new values of
 * each changed row; applied, only rows that are as the bytes expect them are changed.
 */
#ifndef STORE_SESSION_H
#define STORE_SESSION_H

#include "career/base/buf.h"
#include "career/store/db.h"

struct session;

/* A table that is recorded: its first `nkeys` columns are its key. */
struct session_table {
	const char *name; /* NULL behind the last */
	size_t nkeys;
};

/* Records the changes of `tables` until it is closed. */
struct session *session_open(struct db *db, const struct session_table *tables, struct err *e);
void session_close(struct session *s); /* NULL is fine */
/* What was changed, in effect, since it was opened: appended; nothing when nothing was. */
bool session_changes(struct session *s, struct buf *out, struct err *e);

/* session_check.c: whether bytes that were kept are changes, to their end, of these tables and no others. */
bool changes_whole(const struct buf *changes, const struct session_table *tables);
/* Puts them into a database, back to front when `back`; to be asked only of
 * changes_whole() ones. *left counts those that are not as the
 * bytes expect them and stay. In a transaction of the caller's. */
bool changes_put(struct db *db, const struct buf *changes, bool back, size_t *left, struct err *e);

/* One changed row. Values are text, NULL: unchanged, or not there. */
struct change {
	const char *table;
	char op; /* '+' new, '-' gone, '*' changed */
	int ncols;
	void *at; /* change_value's */
};
const char *change_value(const struct change *c, int col, bool new);
/* Calls `each` for every row. False: the bytes are not such. */
bool changes_each(
    const struct buf *changes, void (*each)(void *ctx, const struct change *c), void *ctx);

#endif
