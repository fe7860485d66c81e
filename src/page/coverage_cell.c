/*
 * coverage_cell.c - what stands behind a cell of the map of coverage.
 */
#include "career/page/coverage.h"

#include "career/base/text.h"
#include "career/page/money.h"
#include "say.h"

#include <stdlib.h>
#include <string.h>

struct telling {
	struct page *p;
	struct reader *r;
	const struct coverage *c;
	const struct coverage_place *at;
	struct arena arena;
};

/* --- one statement ----------------------------------------------------------------------------- */

static bool
figure_words(struct telling *t, int64_t id, struct buf *out, struct err *e)
{
	struct figure f;

	if (!figure_by_id(&f, t->r->db, &t->r->sources, id, &t->arena, e))
		return false;
	figure_says(out, &f, MONEY_SHORT);
	/* The column says the level, but for the one that holds the rest. */
	if (strcmp(t->c->measure[t->at->measure].key, "pay any") == 0)
		buf_addf(out, ", %s", level_says(f.level));
	if (f.place[0] != '\0')
		buf_addf(out, ", %s", f.place);
	return true;
}

/* "Python, must": what it is about without the role's own name, and the first thing said of it. */
static bool
fact_words(struct telling *t, const char *table, int64_t id, struct buf *out, struct err *e)
{
	struct buf name = BUF_INIT;
	struct stmt *st;
	int step = -1;

	buf_addf(&name, "fact_%s", table);
	st = db_query(t->r->db, name.data, e);
	buf_free(&name);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1) {
		const char *text = stmt_str(st, 3), *colon = strstr(text, ": ");

		buf_adds(out, colon != NULL ? colon + 2 : text);
		if (stmt_columns(st) > 4 && !stmt_null(st, 4))
			buf_addf(out, ", %s", stmt_str(st, 4));
	}
	stmt_reset(st);
	return step >= 0;
}

/* A row of coverage_cell. */
static bool
say_statement(struct telling *t, struct stmt *st, struct err *e)
{
	const char *table = arena_dup(&t->arena, stmt_str(st, 2)),
		   *field = stmt_int(st, 0) ? arena_dup(&t->arena, stmt_str(st, 4)) : NULL;
	int64_t id = stmt_int(st, 3);
	bool figure = strcmp(table, "figure_row") == 0;
	struct buf words = BUF_INIT;
	bool ok = figure ? figure_words(t, id, &words, e) : fact_words(t, table, id, &words, e);

	if (ok) {
		/* One line each; `i` has the rest of a long one. */
		page_line(t->p);
		page_add(
		    t->p, field != NULL ? STYLE_NEAR : STYLE_TEXT, field != NULL ? "~ " : "  ");
		if (field != NULL)
			page_addf(t->p, STYLE_NEAR, "of %s: ", field);
		page_add(t->p, field != NULL ? STYLE_NEAR : STYLE_TEXT, words.data);
		if (figure)
			page_anchor_id(t->p, ANCHOR_FIGURE, id);
		else
			say_fact_anchor(t->p, table, id);
	}
	buf_free(&words);
	return ok;
}

/* --- sources ----------------------------------------------------------------------------------- */

static void
say_source(struct telling *t, const struct source *s)
{
	uint32_t n = coverage_statements(
	    t->c, t->at->role, t->at->measure, (size_t)(s - t->r->sources.s), NULL);
	struct buf b = BUF_INIT;

	page_line(t->p)->heading = true;
	page_add(t->p, STYLE_HEADING, s->short_name);
	buf_addf(&b, "  %s", source_kind_word(s->kind));
	if (s->published[0] != '\0')
		buf_addf(&b, ", %s", s->published);
	buf_addf(&b, ": %u statement%s", n, n == 1 ? "" : "s");
	page_join(t->p, 4, STYLE_NOTE, b.data);
	page_anchor(t->p, ANCHOR_SOURCE, s->key);
	buf_free(&b);
}

static bool
say_sources(struct telling *t, struct err *e)
{
	struct stmt *st = db_query(t->r->db, "coverage_cell", e);
	int64_t last = -1;
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, t->c->role[t->at->role].id);
	stmt_bind_text(st, 2, t->c->measure[t->at->measure].key);
	while ((step = stmt_step(st, e)) == 1) {
		int64_t id = stmt_int(st, 1);
		const struct source *s = sources_by_id(&t->r->sources, id);

		if (s == NULL || !s->on
		    || (t->at->source != SIZE_MAX && s != &t->r->sources.s[t->at->source]))
			continue;
		if (id != last)
			say_source(t, s);
		last = id;
		if (!say_statement(t, st, e)) {
			step = -1;
			break;
		}
	}
	stmt_reset(st);
	return step == 0;
}

/* --- nobody -------------------------------------------------------------------------------------- */

/* "3 sources: ai-jobs 2024, Bouchrika 2026, ..." of another role. */
static void
say_kindred(struct telling *t, size_t role)
{
	struct coverage_count count[8];
	size_t n = coverage_sources(t->c, role, t->at->measure, count, 8);
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n && i < 8; i++)
		buf_addf(
		    &b, "%s%s", i > 0 ? ", " : "", t->r->sources.s[count[i].source].short_name);
	if (n > 8)
		buf_addf(&b, " and %zu more", n - 8);
	page_line(t->p);
	page_addf(t->p, STYLE_LINK, "%s: ", t->c->role[role].title);
	page_join(t->p, 4, STYLE_TEXT, b.data);
	page_anchor(t->p, ANCHOR_ROLE, t->c->role[role].slug);
	buf_free(&b);
}

/* Roles of its family, the best documented first. */
static void
say_nobody(struct telling *t)
{
	enum { MOST = 12 };
	const struct coverage_role *r = &t->c->role[t->at->role];
	size_t said = 0;

	page_wrap(t->p, 0, STYLE_WARN,
	    t->at->source != SIZE_MAX ? "! This source does not state it for this role."
				      : "! No source states this.");
	for (size_t i = 0; i < t->c->nroles && said < MOST; i++) {
		size_t k = t->c->order[i];

		if (k == t->at->role || strcmp(t->c->role[k].family, r->family) != 0
		    || t->c->own[coverage_cell(t->c, k, t->at->measure)] == 0)
			continue;
		if (said++ == 0) {
			page_blank(t->p);
			page_wrapf(
			    t->p, 0, STYLE_HEADING, "Stated for kindred roles (%s)", r->family);
		}
		say_kindred(t, k);
	}
	if (said == 0)
		page_wrapf(
		    t->p, 0, STYLE_NOTE, "Nor for any other role of its family (%s).", r->family);
}

bool
page_coverage_cell(struct page *p, struct reader *r, const struct coverage *c,
    const struct coverage_place *at, struct err *e)
{
	struct telling t = {.p = p, .r = r, .c = c, .at = at};
	bool stated = at->source != SIZE_MAX
	    ? coverage_statements(c, at->role, at->measure, at->source, NULL) > 0
	    : c->sources[coverage_cell(c, at->role, at->measure)] > 0;
	bool ok = true;

	arena_init(&t.arena);
	say_title(p, c->role[at->role].title);
	page_anchor(p, ANCHOR_ROLE, c->role[at->role].slug);
	page_wrapf(p, 0, STYLE_NOTE, "Who states %s", c->measure[at->measure].says);
	if (c->measure[at->measure].term != NULL)
		page_anchor(p, ANCHOR_TERM, c->measure[at->measure].term);
	page_blank(p);
	if (stated)
		ok = say_sources(&t, e);
	else
		say_nobody(&t);
	arena_free(&t.arena);
	return ok;
}
