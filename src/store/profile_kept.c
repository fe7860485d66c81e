/* profile_kept.c - what a profile holds: settings, marks, filters by name, what was used and typed. */
#include "career/store/profile.h"

#include "career/base/mem.h"
#include "profile_file.h"

#include <stdlib.h>
#include <string.h>

/* The named query of a write, its file ready; NULL on failure. */
static struct stmt *
to_write(struct profile *p, const char *query, struct err *e)
{
	return profile_make_ready(p, e) ? db_query(p->db, query, e) : NULL;
}

/* A write of up to two texts. */
static bool
write_row(struct profile *p, const char *query, const char *a, const char *b, struct err *e)
{
	struct stmt *st = to_write(p, query, e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, a);
	if (b)
		stmt_bind_text(st, 2, b);
	return stmt_run(st, e);
}

char *
profile_get(struct profile *p, const char *name)
{
	struct err e;
	struct stmt *st = p->db ? db_query(p->db, "profile_get", &e) : NULL;
	char *value = NULL;

	if (!st)
		return NULL;
	stmt_bind_text(st, 1, name);
	if (stmt_step(st, &e) == 1)
		value = mem_dup(stmt_str(st, 0));
	stmt_reset(st);
	return value;
}

bool
profile_set(struct profile *p, const char *name, const char *value, struct err *e)
{
	if (!value && !p->db)
		return true;
	return write_row(p, value ? "profile_set" : "profile_unset", name, value, e);
}

bool
profile_mark(struct profile *p, const char *list, const char *key, bool on, struct err *e)
{
	if (!on && !p->db)
		return true;
	return write_row(p, on ? "profile_mark" : "profile_unmark", list, key, e);
}

bool
profile_marks(struct profile *p, const char *list, void (*each)(void *ctx, const char *key),
    void *ctx, struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_marks", e);
	if (!st)
		return false;
	stmt_bind_text(st, 1, list);
	while ((rc = stmt_step(st, e)) == 1)
		each(ctx, stmt_str(st, 0));
	stmt_reset(st);
	return rc == 0;
}

/* --- filters by name ------------------------------------------------------------------------- */

bool
profile_save(struct profile *p, const char *list, const struct saved *s, struct err *e)
{
	struct stmt *st = to_write(p, "profile_save", e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, list);
	stmt_bind_text(st, 2, s->name);
	stmt_bind_text(st, 3, s->query);
	stmt_bind_text(st, 4, s->off);
	stmt_bind_text(st, 5, s->adds);
	return stmt_run(st, e);
}

bool
profile_forget(struct profile *p, const char *list, const char *name, struct err *e)
{
	return !p->db || write_row(p, "profile_forget", list, name, e);
}

/* The row that stands in the statement, its texts borrowed. */
static struct saved
saved_row(struct stmt *st)
{
	return (struct saved){stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), stmt_str(st, 3)};
}

/* One block: the struct, and the texts behind it. */
static struct saved *
saved_copy(const struct saved *s)
{
	const char *texts[] = {s->name, s->query, s->off, s->adds};
	size_t len[4], all = sizeof *s;
	struct saved *copy;
	char *at;

	for (size_t i = 0; i < 4; i++)
		all += len[i] = strlen(texts[i]) + 1;
	copy = mem_alloc(all);
	at = (char *)(copy + 1);
	for (size_t i = 0; i < 4; i++) {
		texts[i] = memcpy(at, texts[i], len[i]);
		at += len[i];
	}
	*copy = (struct saved){texts[0], texts[1], texts[2], texts[3]};
	return copy;
}

struct saved *
profile_load(struct profile *p, const char *list, const char *name, struct err *e)
{
	struct saved *s = NULL, row;
	struct stmt *st;
	int rc = 0;

	if (p->db) {
		st = db_query(p->db, "profile_load", e);
		if (!st)
			return NULL;
		stmt_bind_text(st, 1, list);
		stmt_bind_text(st, 2, name);
		rc = stmt_step(st, e);
		if (rc == 1) {
			row = saved_row(st);
			s = saved_copy(&row);
		}
		stmt_reset(st);
	}
	if (rc == 0)
		err_set(e, ERR_NOTFOUND, "no filter of %s is saved as '%s'", list, name);
	return s;
}

bool
profile_saved(struct profile *p, const char *list, void (*each)(void *ctx, const struct saved *s),
    void *ctx, struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_saved", e);
	if (!st)
		return false;
	stmt_bind_text(st, 1, list);
	while ((rc = stmt_step(st, e)) == 1) {
		struct saved s = saved_row(st);

		each(ctx, &s);
	}
	stmt_reset(st);
	return rc == 0;
}

/* --- what was used and typed ----------------------------------------------------------------- */

bool
profile_use(struct profile *p, const char *command, struct err *e)
{
	return write_row(p, "profile_use", command, NULL, e);
}

bool
profile_uses(struct profile *p,
    void (*each)(void *ctx, const char *command, int64_t n, int64_t last), void *ctx, struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_uses", e);
	if (!st)
		return false;
	while ((rc = stmt_step(st, e)) == 1)
		each(ctx, stmt_str(st, 0), stmt_int(st, 1), stmt_int(st, 2));
	stmt_reset(st);
	return rc == 0;
}

static bool
trim_history(struct profile *p, const char *kind, struct err *e)
{
	struct stmt *st = db_query(p->db, "profile_history_trim", e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, kind);
	stmt_bind_int(st, 2, PROFILE_HISTORY);
	return stmt_run(st, e);
}

bool
profile_history_add(struct profile *p, const char *kind, const char *line, struct err *e)
{
	bool own;

	if (!profile_begin(p, &own, e))
		return false;
	return profile_end(p, own,
	    write_row(p, "profile_history_drop", kind, line, e)
		&& write_row(p, "profile_history_add", kind, line, e) && trim_history(p, kind, e),
	    e);
}

bool
profile_history(struct profile *p, const char *kind, void (*each)(void *ctx, const char *line),
    void *ctx, struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_history", e);
	if (!st)
		return false;
	stmt_bind_text(st, 1, kind);
	while ((rc = stmt_step(st, e)) == 1)
		each(ctx, stmt_str(st, 0));
	stmt_reset(st);
	return rc == 0;
}

/* --- skills ---------------------------------------------------------------------------------- */

bool
profile_skill_set(struct profile *p, const struct kept_skill *s, struct err *e)
{
	struct stmt *st;

	if (s->state == NULL)
		return !p->db || write_row(p, "profile_skill_forget", s->skill, NULL, e);
	st = to_write(p, "profile_skill_set", e);
	if (!st)
		return false;
	stmt_bind_text(st, 1, s->skill);
	stmt_bind_text(st, 2, s->name);
	stmt_bind_text(st, 3, s->state);
	stmt_bind_int(st, 4, s->level);
	return stmt_run(st, e);
}

bool
profile_skills(struct profile *p, void (*each)(void *ctx, const struct kept_skill *s), void *ctx,
    struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, "profile_skills", e);
	if (!st)
		return false;
	while ((rc = stmt_step(st, e)) == 1)
		each(ctx,
		    &(struct kept_skill){
			stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), (int)stmt_int(st, 3)});
	stmt_reset(st);
	return rc == 0;
}
