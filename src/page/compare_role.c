/*
 * compare_role.c - roles side by side: what is loaded of each, growth, work, week, industries, path.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

enum { YEARS = 5 };

bool
compare_role_load(struct making *m, size_t column, int64_t role, struct err *e)
{
	struct compare_role *k = &m->role[column];
	struct arena *a = &m->c->arena;

	k->ctx = (struct role_ctx){.r = m->r, .a = a, .id = role, .level = m->level};
	if (!role_load(&k->ctx, e)
	    || !figures_of_role(&k->pay, m->r->db, &m->r->sources, role, "pay", a, e)
	    || !figures_nearest(&k->near, m->r->db, &m->r->sources, role, "pay", a, e))
		return false;
	agree_make(&k->all, &k->pay, LEVEL_UNSTATED, a);
	agree_make(&k->level, &k->pay, m->level, a);
	return true;
}

bool
compare_roles(struct making *m, struct err *e)
{
	for (size_t i = 0; i < m->c->n; i++) {
		if (!compare_role_load(m, i, m->c->id[i], e))
			return false;
		m->c->key[i] = m->role[i].ctx.slug;
		m->c->name[i] = m->c->head[i] = m->c->brief[i] = m->role[i].ctx.title;
	}
	compare_ruler(m);
	compare_pay_axis(m);
	compare_other_rulers(m);
	if (!compare_growth(m, e) || !compare_degree(m, e) || !compare_work(m, e)
	    || !compare_skills(m, e) || !compare_industries(m, e) || !compare_path(m, e))
		return false;
	compare_roles_answer(m);
	return true;
}

/* --- growth ---------------------------------------------------------------------------------- */

/* What 100 jobs become, over figures of one kind. */
struct people {
	double lo, hi;
	size_t n, publishers;
	const struct figure *first;
	bool card; /* all of them are headline cards */
};

static bool
publisher_before(const struct figures *figs, size_t i, bool official, bool borrowed)
{
	double people;

	for (size_t k = 0; k < i; k++)
		if (figs->f[k].borrowed == borrowed
		    && (figs->f[k].source->kind == SOURCE_OFFICIAL) == official
		    && growth_people(&figs->f[k], YEARS, &people)
		    && strcmp(figs->f[k].source->publisher, figs->f[i].source->publisher) == 0)
			return true;
	return false;
}

static struct people
people_of(const struct figures *figs, bool official, bool borrowed)
{
	struct people s = {.lo = INFINITY, .hi = -INFINITY};
	double people;

	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];

		if (f->borrowed != borrowed || (f->source->kind == SOURCE_OFFICIAL) != official
		    || !growth_people(f, YEARS, &people))
			continue;
		s.lo = fmin(s.lo, people);
		s.hi = fmax(s.hi, people);
		s.publishers += !publisher_before(figs, i, official, borrowed);
		s.first = s.first ? s.first : f;
		s.n++;
	}
	return s;
}

static void
add_people(struct buf *b, const struct people *s)
{
	if (round(s->lo) == round(s->hi))
		buf_addf(b, "%.0f", s->lo);
	else
		buf_addf(b, "%.0f-%.0f", s->lo, s->hi);
}

static void
official_cell(struct making *m, struct compare_cell *cell, const struct figures *own,
    const struct figures *near)
{
	struct people mine = people_of(own, true, false), other = people_of(near, true, false);
	struct buf b = BUF_INIT;

	if (mine.n > 0) {
		add_people(&b, &mine);
		if (mine.n == 1)
			compare_number(cell, mine.lo, "people", mine.first->source->key);
		compare_figure_anchor(m, cell, mine.first);
	} else if (other.n > 0) {
		buf_addc(&b, '~');
		add_people(&b, &other);
		buf_addf(&b, ", %zu nearest", other.n);
		compare_figure_anchor(m, cell, other.first);
	}
	compare_take(m, cell, &b);
}

static void
sites_cell(struct making *m, struct compare_cell *cell, const struct figures *own)
{
	struct people s = people_of(own, false, false);
	struct buf b = BUF_INIT;
	bool borrowed = s.n == 0;

	if (borrowed)
		s = people_of(own, false, true);
	if (s.n > 0) {
		buf_adds(&b, borrowed ? "~" : "! ");
		add_people(&b, &s);
		buf_addf(&b, ", %zu site%s%s", s.publishers, s.publishers == 1 ? "" : "s",
		    borrowed ? ", of the field" : "");
		compare_figure_anchor(m, cell, s.first);
		cell->warn = !borrowed;
	}
	compare_take(m, cell, &b);
}

bool
compare_growth(struct making *m, struct err *e)
{
	struct figures own[COMPARE_MAX] = {{0}}, near[COMPARE_MAX] = {{0}};
	struct compare_row *row;

	for (size_t i = 0; i < m->c->n; i++)
		if (!figures_of_role(&own[i], m->r->db, &m->r->sources, m->role[i].ctx.id, "growth",
			&m->c->arena, e)
		    || !figures_nearest(&near[i], m->r->db, &m->r->sources, m->role[i].ctx.id,
			"growth", &m->c->arena, e))
			return false;
	row = compare_row(m, BLOCK_GROWTH, "official");
	row->note = "of 100 jobs today; ~ the nearest occupations, not the role's own";
	row->term = "growth-in-people";
	for (size_t i = 0; i < m->c->n; i++)
		official_cell(m, &row->cell[i], &own[i], &near[i]);
	row = compare_row(m, BLOCK_GROWTH, "websites");
	row->note = "of 100 jobs, as websites say it: often without a source";
	row->term = "growth-in-people";
	for (size_t i = 0; i < m->c->n; i++)
		sites_cell(m, &row->cell[i], &own[i]);
	return true;
}

/* --- work ------------------------------------------------------------------------------------ */

/* First column of a query's rows, joined. */
static bool
joined(struct making *m, const char *label, const char *query, struct err *e)
{
	struct compare_row *row = compare_row(m, BLOCK_WORK, label);

	for (size_t i = 0; i < m->c->n; i++) {
		struct stmt *st = role_query(&m->role[i].ctx, query, false, e);
		struct buf b = BUF_INIT;
		bool ok = st != NULL;

		while (ok && role_next(st, &ok, e))
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", stmt_str(st, 0));
		compare_take(m, &row->cell[i], &b);
		if (!ok)
			return false;
	}
	return true;
}

/* Where a role's shares go: a row per activity, in the order in which they are met. */
static struct compare_row *
activity_row(struct making *m, size_t from, const char *activity)
{
	for (size_t i = from; i < m->c->nrows; i++)
		if (strcmp(m->c->row[i].label, activity) == 0)
			return &m->c->row[i];
	return compare_row(m, BLOCK_WEEK, activity);
}

static bool
week(struct making *m, struct err *e)
{
	size_t from = m->c->nrows;

	for (size_t i = 0; i < m->c->n; i++) {
		struct stmt *st = role_query(&m->role[i].ctx, "role_day_shares", false, e);
		bool ok = st != NULL;

		while (ok && role_next(st, &ok, e)) {
			struct compare_row *row = activity_row(m, from, stmt_str(st, 1));
			struct compare_cell *cell = &row->cell[i];

			row->note = "of the time, by one guide's guess";
			row->term = "day-share";
			if (cell->text[0] != '\0') {
				cell->text = arena_printf(
				    &m->c->arena, "%s or %g%%", cell->text, stmt_num(st, 2));
				cell->num = NAN;
				continue;
			}
			cell->text = arena_printf(&m->c->arena, "%g%%", stmt_num(st, 2));
			compare_number(cell, stmt_num(st, 2), "percent",
			    arena_dup(&m->c->arena, stmt_str(st, 3)));
			compare_fact_anchor(m, cell, "day_share", stmt_int(st, 0));
		}
		if (!ok)
			return false;
	}
	return true;
}

bool
compare_work(struct making *m, struct err *e)
{
	struct compare_row *like, *dislike;

	if (!joined(m, "does", "role_duties", e) || !joined(m, "works with", "role_partners", e))
		return false;
	like = compare_row(m, BLOCK_WORK, "you will like it");
	for (size_t i = 0; i < m->c->n; i++)
		compare_says(m, &like->cell[i], m->role[i].ctx.like);
	dislike = compare_row(m, BLOCK_WORK, "you will not");
	for (size_t i = 0; i < m->c->n; i++)
		compare_says(m, &dislike->cell[i], m->role[i].ctx.dislike);
	return week(m, e);
}

/* --- industries ------------------------------------------------------------------------------ */

static struct compare_row *
industry_row(struct making *m, size_t from, const char *industry)
{
	for (size_t i = from; i < m->c->nrows; i++)
		if (strcmp(m->c->row[i].label, industry) == 0)
			return &m->c->row[i];
	return compare_row(m, BLOCK_INDUSTRIES, industry);
}

bool
compare_industries(struct making *m, struct err *e)
{
	size_t from = m->c->nrows;

	for (size_t i = 0; i < m->c->n; i++) {
		struct stmt *st = role_query(&m->role[i].ctx, "compare_industries", false, e);
		bool ok = st != NULL;

		while (ok && role_next(st, &ok, e)) {
			struct compare_cell *cell =
			    &industry_row(m, from, stmt_str(st, 1))->cell[i];
			const char *use = stmt_null(st, 2) ? "named" : stmt_str(st, 2);

			if (cell->anchor.kind == ANCHOR_NONE)
				compare_fact_anchor(m, cell, "industry", stmt_int(st, 0));
			cell->text = cell->text[0] == '\0'
			    ? arena_dup(&m->c->arena, use)
			    : arena_printf(&m->c->arena, "%s; %s", cell->text, use);
		}
		if (!ok)
			return false;
	}
	return true;
}

/* --- path ------------------------------------------------------------------------------------ */

static const struct {
	const char *kind, *out, *in;
} steps[] = {
    {"advance", "leads up to", "reached from"},
    {"lateral", "sideways to", "sideways from"},
    {"alternative", "other careers", "open to people from"},
    {"related", "related", "related"},
};

enum { STEPS = sizeof steps / sizeof *steps };

static int
step_of(const char *kind)
{
	for (int s = 0; s < STEPS; s++)
		if (strcmp(steps[s].kind, kind) == 0)
			return s;
	return STEPS - 1;
}

/* The row of a kind of step; those out of the role stand before those into it. */
static struct compare_row *
step_row(struct making *m, size_t from, int step, bool out)
{
	const char *label = out ? steps[step].out : steps[step].in;

	for (size_t i = from; i < m->c->nrows; i++)
		if (strcmp(m->c->row[i].label, label) == 0)
			return &m->c->row[i];
	return compare_row(m, BLOCK_PATH, label);
}

static void
take_step(struct making *m, size_t from, size_t i, struct stmt *st)
{
	struct compare_row *row = step_row(m, from, step_of(stmt_str(st, 1)), stmt_int(st, 2) != 0);
	struct compare_cell *cell = &row->cell[i];
	struct buf b = BUF_INIT;

	row->term = "transition";
	buf_addf(&b, "%s%s%s", cell->text, cell->text[0] != '\0' ? ", " : "", stmt_str(st, 3));
	if (!stmt_null(st, 5) || !stmt_null(st, 6)) {
		buf_adds(&b, " after ");
		years_span(&b, stmt_num(st, 5), stmt_num(st, 6));
	}
	if (cell->anchor.kind == ANCHOR_NONE)
		compare_fact_anchor(m, cell, "transition", stmt_int(st, 0));
	compare_take(m, cell, &b);
}

bool
compare_path(struct making *m, struct err *e)
{
	size_t from = m->c->nrows;

	for (int s = 0; s < 2 * STEPS; s++)
		step_row(m, from, s % STEPS, s < STEPS);
	for (size_t i = 0; i < m->c->n; i++) {
		struct stmt *st = role_query(&m->role[i].ctx, "role_transitions", false, e);
		bool ok = st != NULL;

		while (ok && role_next(st, &ok, e))
			take_step(m, from, i, st);
		if (!ok)
			return false;
	}
	return true;
}
