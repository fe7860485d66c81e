/* The system's library has the session extension; its header shows it only when asked. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "session.h"

#include "career/base/mem.h"
#include "handle.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct session {
	struct db *db; /* borrowed */
	sqlite3_session *s;
};

/* --- recording --------------------------------------------------------------------------------- */

struct session *
session_open(struct db *db, const struct session_table *tables, struct err *e)
{
	struct session *s = mem_zero(1, sizeof *s);
	int rc = sqlite3session_create(db->h, "main", &s->s);

	s->db = db;
	for (; rc == SQLITE_OK && tables->name; tables++)
		rc = sqlite3session_attach(s->s, tables->name);
	if (rc == SQLITE_OK)
		return s;
	db_fail(db, rc, e);
	session_close(s);
	return NULL;
}

void
session_close(struct session *s)
{
	if (!s)
		return;
	if (s->s)
		sqlite3session_delete(s->s);
	free(s);
}

bool
session_changes(struct session *s, struct buf *out, struct err *e)
{
	void *bytes = NULL;
	int n = 0, rc = sqlite3session_changeset(s->s, &n, &bytes);

	if (rc == SQLITE_OK && n > 0)
		buf_add(out, bytes, (size_t)n);
	sqlite3_free(bytes);
	return rc == SQLITE_OK || db_fail(s->db, rc, e);
}

/* --- putting ----------------------------------------------------------------------------------- */

static int
leave(void *ctx, int why, sqlite3_changeset_iter *at)
{
	(void)why, (void)at;
	++*(size_t *)ctx;
	return SQLITE_CHANGESET_OMIT;
}

bool
changes_put(struct db *db, const struct buf *changes, bool back, size_t *left, struct err *e)
{
	int flags = back ? SQLITE_CHANGESETAPPLY_INVERT : 0, rc = SQLITE_TOOBIG;

	*left = 0;
	if (changes->len <= INT_MAX)
		rc = sqlite3changeset_apply_v2(
		    db->h, (int)changes->len, changes->data, NULL, leave, left, NULL, NULL, flags);

	return rc == SQLITE_OK || db_fail(db, rc, e);
}

/* --- reading ----------------------------------------------------------------------------------- */

const char *
change_value(const struct change *c, int col, bool new)
{
	sqlite3_value *v = NULL;
	int rc = new ? sqlite3changeset_new(c->at, col, &v) : sqlite3changeset_old(c->at, col, &v);

	return rc == SQLITE_OK && v ? (const char *)sqlite3_value_text(v) : NULL;
}

bool
changes_each(const struct buf *changes, void (*each)(void *ctx, const struct change *c), void *ctx)
{
	sqlite3_changeset_iter *at = NULL;
	int rc = changes->len > INT_MAX
	    ? SQLITE_TOOBIG
	    : sqlite3changeset_start(&at, (int)changes->len, changes->data);

	if (rc != SQLITE_OK)
		return false;
	while (sqlite3changeset_next(at) == SQLITE_ROW) {
		struct change c = {.at = at};
		int op = 0, indirect;

		sqlite3changeset_op(at, &c.table, &c.ncols, &op, &indirect);
		c.op = op == SQLITE_INSERT ? '+' : op == SQLITE_DELETE ? '-' : '*';
		each(ctx, &c);
	}
	return sqlite3changeset_finalize(at) == SQLITE_OK;
}
