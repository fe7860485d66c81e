/* profile_step.c - the journal of a profile: steps that are taken back and done again. */
#include "career/base/file.h"
#include "profile_file.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

enum { JOURNAL_MAX = 4 << 20 }; /* bytes of changes, but for the newest step's */

static const struct session_table tables[] = {
    {"setting", 1},
    {"mark", 2},
    {"saved", 2},
    {"skill_state", 1},
    {"item", 2},
    {"note", 2},
    {"tag", 3},
    {"answer", 1},
    {NULL, 0},
};

/* --- one step ---------------------------------------------------------------------------------- */

void
profile_step_begin(struct profile *p)
{
	p->stepping = true;
}

bool
profile_step_open(struct profile *p, struct err *e)
{
	if (!p->stepping)
		return true;
	if (!p->session)
		p->session = session_open(p->db, tables, e);
	return p->session && (db_in_transaction(p->db) || db_begin(p->db, e));
}

void
profile_step_drop(struct profile *p)
{
	if (p->session)
		db_rollback(p->db);
	profile_step_close(p);
}

void
profile_step_close(struct profile *p)
{
	session_close(p->session);
	p->session = NULL;
	p->stepping = false;
}

/* As many whole characters as fit. */
static void
copy_text(char *out, size_t size, const char *s)
{
	size_t n = strlen(s);

	if (n >= size) {
		n = size - 1;
		while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(out, s, n);
	out[n] = '\0';
}

static bool
trim(struct profile *p, struct err *e)
{
	struct stmt *st = db_query(p->db, "profile_step_drop_undone", e);

	if (!st || !stmt_run(st, e))
		return false;
	st = db_query(p->db, "profile_step_trim", e);
	if (!st)
		return false;
	stmt_bind_int(st, 1, PROFILE_STEPS);
	stmt_bind_int(st, 2, JOURNAL_MAX);
	return stmt_run(st, e);
}

static bool
add(struct profile *p, const struct buf *change, struct profile_step *s, struct err *e)
{
	struct stmt *st = db_query(p->db, "profile_step_add", e);
	bool ok;

	if (!st)
		return false;
	stmt_bind_text(st, 1, s->words);
	stmt_bind_text(st, 2, s->place);
	stmt_bind_blob(st, 3, change->data, change->len);
	ok = stmt_step(st, e) == 1;
	if (ok) {
		s->id = stmt_int(st, 0);
		copy_text(s->made, sizeof s->made, stmt_str(st, 1));
	}
	/* To its end: only then is the row written. */
	return stmt_run(st, e) && ok && trim(p, e);
}

static void
count(void *ctx, const struct change *c)
{
	(void)c;
	++*(size_t *)ctx;
}

/* The entry in the journal, with what is open around it. */
static bool
keep(struct profile *p, const char *words, const char *place, struct profile_step *out,
    struct err *e)
{
	struct buf said = BUF_INIT;
	bool ok;

	if (!session_changes(p->session, &p->unkept, e))
		return false;
	profile_step_words(p->db, &p->unkept, &said);
	if (said.len == 0) {
		buf_free(&said);
		return db_commit(p->db, e);
	}
	copy_text(out->words, sizeof out->words, words ? words : said.data);
	copy_text(out->place, sizeof out->place, place);
	changes_each(&p->unkept, count, &out->rows);
	ok = add(p, &p->unkept, out, e) && db_commit(p->db, e);
	buf_free(&said);
	return ok;
}

bool
profile_step_end(struct profile *p, const char *words, const char *place, struct profile_step *out,
    struct err *e)
{
	bool ok = true;

	*out = (struct profile_step){0};
	buf_clear(&p->unkept);
	/* Without a transaction a write has failed, and is said to have. */
	if (p->session && db_in_transaction(p->db)) {
		ok = keep(p, words, place, out, e);
		if (ok)
			buf_clear(&p->unkept);
		else
			db_rollback(p->db);
		out->id = ok ? out->id : 0;
	}
	profile_step_close(p);
	return ok;
}

bool
profile_step_rescue(struct profile *p, struct profile *to, struct err *e)
{
	size_t left;

	return p->unkept.len == 0
	    || (profile_make_ready(to, e) && changes_put(to->db, &p->unkept, false, &left, e));
}

/* --- back and forth ---------------------------------------------------------------------------- */

static void
take_row(struct stmt *st, struct profile_step *s)
{
	*s = (struct profile_step){.id = stmt_int(st, 0)};
	copy_text(s->words, sizeof s->words, stmt_str(st, 1));
	copy_text(s->place, sizeof s->place, stmt_str(st, 2));
	copy_text(s->made, sizeof s->made, stmt_str(st, 3));
}

static bool
find(struct profile *p, bool back, struct profile_step *s, struct buf *change, struct err *e)
{
	struct stmt *st =
	    db_query(p->db, back ? "profile_step_to_undo" : "profile_step_to_redo", e);
	const void *bytes;
	size_t len;
	int rc;

	if (!st)
		return false;
	stmt_bind_int(st, 1, s->id);
	rc = stmt_step(st, e);
	if (rc == 1) {
		take_row(st, s);
		bytes = stmt_blob(st, 4, &len);
		buf_add(change, bytes, len);
	}
	stmt_reset(st);
	if (rc == 0 && s->id != 0)
		err_set(e, ERR_NOTFOUND, "there is no step %lld, or it is %s already",
		    (long long)s->id, back ? "undone" : "done");
	else if (rc == 0)
		err_set(e, ERR_NOTFOUND, "nothing to %s", back ? "undo" : "redo");
	return rc == 1;
}

static bool
put(struct profile *p, bool back, struct profile_step *s, struct err *e)
{
	struct buf change = BUF_INIT;
	struct stmt *st;
	bool ok = find(p, back, s, &change, e);

	if (ok && !changes_whole(&change, tables))
		ok = err_set(e, ERR_DATA, "%s: step %lld of the journal is damaged: it stays",
		    db_path(p->db), (long long)s->id);
	if (ok) {
		changes_each(&change, count, &s->rows);
		ok = changes_put(p->db, &change, back, &s->left, e);
	}
	buf_free(&change);
	st = ok ? db_query(p->db, back ? "profile_step_undone" : "profile_step_redone", e) : NULL;
	if (!st)
		return false;
	stmt_bind_int(st, 1, s->id);
	return stmt_run(st, e);
}

static bool
go(struct profile *p, bool back, int64_t only, struct profile_step *out, struct err *e)
{
	bool own;

	*out = (struct profile_step){.id = only};
	if (!p->db && (!p->path || !file_exists(p->path))) /* which another program makes */
		return err_set(e, ERR_NOTFOUND, "nothing to %s", back ? "undo" : "redo");
	return profile_begin(p, &own, e) && profile_end(p, own, put(p, back, out, e), e);
}

bool
profile_step_back(struct profile *p, int64_t only, struct profile_step *out, struct err *e)
{
	return go(p, true, only, out, e);
}

bool
profile_step_forth(struct profile *p, int64_t only, struct profile_step *out, struct err *e)
{
	return go(p, false, only, out, e);
}

bool
profile_steps(struct profile *p, void (*each)(void *ctx, const struct profile_step *s, bool undone),
    void *ctx, struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_steps", e);
	if (!st)
		return false;
	while ((rc = stmt_step(st, e)) == 1) {
		struct profile_step s;

		take_row(st, &s);
		each(ctx, &s, stmt_int(st, 4) != 0);
	}
	stmt_reset(st);
	return rc == 0;
}
