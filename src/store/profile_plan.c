/* profile_plan.c - what a profile holds of things: shortlist, notes, tags, what was looked at; answers on interests. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "profile_file.h"

#include <stdlib.h>
#include <string.h>

/* --- reading and writing ----------------------------------------------------------------------- */

/* A write that names a thing: parameters 1 and 2, and 3 its title. */
static struct stmt *
to_write(struct profile *p, const char *query, const char *const thing[3], struct err *e)
{
	struct stmt *st = profile_make_ready(p, e) ? db_query(p->db, query, e) : NULL;

	for (int i = 0; st && i < 3 && thing[i]; i++)
		stmt_bind_text(st, i + 1, thing[i]);
	return st;
}

static bool
forget(struct profile *p, const char *query, const char *list, const char *key, struct err *e)
{
	struct stmt *st;

	if (!p->db)
		return true;
	st = to_write(p, query, (const char *const[3]){list, key}, e);
	return st && stmt_run(st, e);
}

/* Steps through a query without parameters; `row` is told of each. */
static bool
read_all(struct profile *p, const char *query, void (*row)(struct stmt *st, void *ctx), void *ctx,
    struct err *e)
{
	struct stmt *st;
	int rc;

	if (!p->db)
		return true;
	st = db_query(p->db, query, e);
	if (!st)
		return false;
	while ((rc = stmt_step(st, e)) == 1)
		row(st, ctx);
	stmt_reset(st);
	return rc == 0;
}

/* --- shortlist --------------------------------------------------------------------------------- */

bool
profile_item_put(struct profile *p, const struct kept_item *i, struct err *e)
{
	struct stmt *st =
	    to_write(p, "profile_item_put", (const char *const[3]){i->list, i->key, i->title}, e);

	if (!st)
		return false;
	stmt_bind_text(st, 4, i->headline ? i->headline : "[]");
	stmt_bind_text(st, 5, i->added);
	return stmt_run(st, e);
}

bool
profile_item_drop(struct profile *p, const char *list, const char *key, struct err *e)
{
	return forget(p, "profile_item_drop", list, key, e);
}

/* Numbers first: positions may have gaps, or meet after an import. */
static bool
move(struct profile *p, const char *list, const char *key, int by, struct err *e)
{
	struct stmt *st = db_query(p->db, "profile_items_number", e);

	if (!st || !stmt_run(st, e))
		return false;
	st = to_write(p, "profile_item_move", (const char *const[3]){list, key}, e);
	if (!st)
		return false;
	stmt_bind_int(st, 3, by);
	return stmt_run(st, e);
}

bool
profile_item_move(struct profile *p, const char *list, const char *key, int by, struct err *e)
{
	bool own;

	if (!p->db)
		return true;
	if (!profile_begin(p, &own, e))
		return false;
	return profile_end(p, own, move(p, list, key, by < 0 ? -1 : 1, e), e);
}

struct visit {
	void *ctx;
	void (*item)(void *ctx, const struct kept_item *i);
	void (*note)(void *ctx, const struct kept_note *n);
	void (*tag)(void *ctx, const struct kept_tag *t);
	void (*look)(void *ctx, const struct kept_look *l);
	void (*answer)(void *ctx, const char *item, int value);
};

static void
item_row(struct stmt *st, void *ctx)
{
	const struct visit *v = ctx;

	v->item(v->ctx,
	    &(struct kept_item){stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), stmt_int(st, 3),
		stmt_str(st, 4), stmt_str(st, 5)});
}

bool
profile_items(
    struct profile *p, void (*each)(void *ctx, const struct kept_item *i), void *ctx, struct err *e)
{
	return read_all(p, "profile_items", item_row, &(struct visit){.ctx = ctx, .item = each}, e);
}

/* --- notes ------------------------------------------------------------------------------------- */

bool
profile_note_set(struct profile *p, const struct kept_note *n, struct err *e)
{
	size_t len = strlen(n->text);
	struct stmt *st;

	if (len == 0)
		return forget(p, "profile_note_forget", n->list, n->key, e);
	if (len > PROFILE_NOTE_MAX)
		return err_set(e, ERR_USAGE, "a note may have %d KiB, this one has %zu",
		    PROFILE_NOTE_MAX >> 10, (len + 1023) >> 10);
	if (!text_valid(n->text, len))
		return err_set(e, ERR_USAGE, "the note is not valid UTF-8: nothing was kept");
	st = to_write(p, "profile_note_set", (const char *const[3]){n->list, n->key, n->title}, e);
	if (!st)
		return false;
	stmt_bind_text(st, 4, n->text);
	return stmt_run(st, e);
}

char *
profile_note(struct profile *p, const char *list, const char *key)
{
	struct err e;
	struct stmt *st = p->db ? db_query(p->db, "profile_note", &e) : NULL;
	char *text = NULL;

	if (!st)
		return NULL;
	stmt_bind_text(st, 1, list);
	stmt_bind_text(st, 2, key);
	if (stmt_step(st, &e) == 1)
		text = mem_dup(stmt_str(st, 0));
	stmt_reset(st);
	return text;
}

static void
note_row(struct stmt *st, void *ctx)
{
	const struct visit *v = ctx;

	v->note(v->ctx,
	    &(struct kept_note){stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), stmt_str(st, 3),
		stmt_str(st, 4)});
}

bool
profile_notes(
    struct profile *p, void (*each)(void *ctx, const struct kept_note *n), void *ctx, struct err *e)
{
	return read_all(p, "profile_notes", note_row, &(struct visit){.ctx = ctx, .note = each}, e);
}

/* --- tags -------------------------------------------------------------------------------------- */

static bool
is_word(const char *tag)
{
	size_t len = strlen(tag);

	for (const char *s = tag; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f)
			return false;
	return len > 0 && len <= PROFILE_TAG_MAX && text_valid(tag, len);
}

bool
profile_tag(struct profile *p, const struct kept_tag *t, bool on, struct err *e)
{
	struct stmt *st;

	if (!on && !p->db)
		return true;
	if (on && !is_word(t->tag))
		return err_set(
		    e, ERR_USAGE, "a tag is one word of up to %d bytes", PROFILE_TAG_MAX);
	st = to_write(p, on ? "profile_tag" : "profile_untag",
	    (const char *const[3]){t->list, t->key, on ? t->title : NULL}, e);
	if (!st)
		return false;
	stmt_bind_text(st, 4, t->tag);
	return stmt_run(st, e);
}

static void
tag_row(struct stmt *st, void *ctx)
{
	const struct visit *v = ctx;

	v->tag(v->ctx,
	    &(struct kept_tag){stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), stmt_str(st, 3)});
}

bool
profile_tags(
    struct profile *p, void (*each)(void *ctx, const struct kept_tag *t), void *ctx, struct err *e)
{
	return read_all(p, "profile_tags", tag_row, &(struct visit){.ctx = ctx, .tag = each}, e);
}

/* --- what was looked at ------------------------------------------------------------------------ */

static bool
look(struct profile *p, const char *const thing[3], struct err *e)
{
	struct stmt *st = to_write(p, "profile_look", thing, e);

	if (!st || !stmt_run(st, e))
		return false;
	st = db_query(p->db, "profile_look_trim", e);
	if (!st)
		return false;
	stmt_bind_int(st, 1, PROFILE_LOOKED);
	return stmt_run(st, e);
}

bool
profile_look(struct profile *p, const char *list, const char *key, const char *title, struct err *e)
{
	bool own;

	if (!profile_begin(p, &own, e))
		return false;
	return profile_end(p, own, look(p, (const char *const[3]){list, key, title}, e), e);
}

static void
look_row(struct stmt *st, void *ctx)
{
	const struct visit *v = ctx;

	v->look(v->ctx,
	    &(struct kept_look){stmt_str(st, 0), stmt_str(st, 1), stmt_str(st, 2), stmt_int(st, 3),
		stmt_str(st, 4)});
}

bool
profile_looked(
    struct profile *p, void (*each)(void *ctx, const struct kept_look *l), void *ctx, struct err *e)
{
	return read_all(
	    p, "profile_looked", look_row, &(struct visit){.ctx = ctx, .look = each}, e);
}

/* --- answers ----------------------------------------------------------------------------------- */

bool
profile_answer_set(struct profile *p, const char *item, int value, struct err *e)
{
	struct stmt *st;

	if (value == 0)
		return forget(p, "profile_answer_forget", item, NULL, e);
	if (value < 1 || value > 5)
		return err_set(e, ERR_USAGE, "%d is no answer: 1 (dislike) to 5 (like)", value);
	st = to_write(p, "profile_answer_set", (const char *const[3]){item}, e);
	if (!st)
		return false;
	stmt_bind_int(st, 2, value);
	return stmt_run(st, e);
}

static void
answer_row(struct stmt *st, void *ctx)
{
	const struct visit *v = ctx;

	v->answer(v->ctx, stmt_str(st, 0), (int)stmt_int(st, 1));
}

bool
profile_answers(struct profile *p, void (*each)(void *ctx, const char *item, int value), void *ctx,
    struct err *e)
{
	return read_all(
	    p, "profile_answers", answer_row, &(struct visit){.ctx = ctx, .answer = each}, e);
}
