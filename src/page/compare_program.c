/*
 * compare_program.c - programs side by side: length, what they are, what comes after, who says so.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- texts of the facts ---------------------------------------------------------------------- */

/* What one fact says of a trait; NULL nothing. */
typedef const char *fact_text(struct making *m, const struct program_fact *f);

static const char *
mode_text(struct making *m, const struct program_fact *f)
{
	(void)m;
	return program_mode(f->mode);
}

static const char *
months_text(struct making *m, const struct program_fact *f)
{
	struct buf b = BUF_INIT;
	const char *text;

	if (isnan(f->months) && isnan(f->months_max))
		return NULL;
	months_span(&b, f->months, isnan(f->months_max) ? f->months : f->months_max);
	text = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return text;
}

static const char *
starts_text(struct making *m, const struct program_fact *f)
{
	(void)m;
	return f->starts;
}

static const char *
requires_text(struct making *m, const struct program_fact *f)
{
	(void)m;
	return f->requires;
}

static const char *
source_text(struct making *m, const struct program_fact *f)
{
	struct buf b = BUF_INIT;
	const char *text;

	say_ref(&b, f->source, f->as_of);
	text = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return text;
}

/* The facts' texts, each once, in their order. */
static void
distinct_cell(struct making *m, size_t col, struct compare_cell *cell, fact_text *get)
{
	const struct program *g = &m->program[col];
	struct buf b = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < g->nfacts; i++) {
		const char *text = get(m, &g->fact[i]);

		for (size_t k = 0; k < i && text; k++) {
			const char *other = get(m, &g->fact[k]);

			if (other && strcmp(other, text) == 0)
				text = NULL;
		}
		if (!text)
			continue;
		buf_addf(&b, "%s%s", n++ > 0 ? "; " : "", text);
		if (cell->anchor.kind == ANCHOR_NONE)
			compare_fact_anchor(m, cell, "program_fact", g->fact[i].id);
	}
	compare_take(m, cell, &b);
}

static bool
modes_disagree(const struct program_fact *a, const struct program_fact *b)
{
	return a->mode && b->mode && strcmp(a->mode, b->mode) != 0;
}

/* Spans that have no month in common; a missing lower end may be anything below. */
static bool
months_disagree(const struct program_fact *a, const struct program_fact *b)
{
	double lo[] = {a->months, b->months}, hi[] = {a->months_max, b->months_max};

	for (int i = 0; i < 2; i++) {
		if (isnan(lo[i]) && isnan(hi[i]))
			return false;
		hi[i] = isnan(hi[i]) ? lo[i] : hi[i];
		lo[i] = isnan(lo[i]) ? 0 : lo[i];
	}
	return fmin(hi[0], hi[1]) < fmax(lo[0], lo[1]);
}

typedef bool facts_disagree(const struct program_fact *a, const struct program_fact *b);

static bool
any_disagree(const struct program *g, facts_disagree *disagree)
{
	for (size_t i = 0; i < g->nfacts; i++)
		for (size_t k = 0; k < i; k++)
			if (disagree(&g->fact[k], &g->fact[i]))
				return true;
	return false;
}

/* What pages say; a warning where lengths or modes contradict one another. */
static struct compare_row *
fact_row(struct making *m, const char *block, const char *label, fact_text *get)
{
	struct compare_row *row = compare_row(m, block, label);
	facts_disagree *disagree = get == mode_text ? modes_disagree
	    : get == months_text                    ? months_disagree
						    : NULL;

	for (size_t i = 0; i < m->c->n; i++) {
		struct compare_cell *cell = &row->cell[i];

		distinct_cell(m, i, cell, get);
		if (disagree == NULL || !any_disagree(&m->program[i], disagree))
			continue;
		cell->warn = true;
		cell->text = arena_printf(&m->c->arena, "! %s", cell->text);
	}
	return row;
}

static void
time_rows(struct making *m)
{
	struct compare_row *row = fact_row(m, BLOCK_TIME, "length", months_text);

	row->term = "months";
	for (size_t i = 0; i < m->c->n; i++)
		compare_number(&row->cell[i], m->program[i].months, "months", "");
	fact_row(m, BLOCK_TIME, "mode", mode_text)->term = "mode";
}

/* --- texts of the program -------------------------------------------------------------------- */

static const char *
place_of(struct making *m, const struct program *g)
{
	const char *parts[] = {g->city, g->state, g->country};
	struct buf b = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i])
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", parts[i]);
	text = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	return text;
}

static void
text_row(struct making *m, const char *label, const char *term, const char *const *text)
{
	struct compare_row *row = compare_row(m, BLOCK_STUDY, label);

	row->term = term;
	for (size_t i = 0; i < m->c->n; i++) {
		compare_says(m, &row->cell[i], text[i]);
		row->cell[i].anchor = (struct anchor){ANCHOR_PROGRAM, m->c->key[i]};
	}
}

static void
study_rows(struct making *m)
{
	const char *school[COMPARE_MAX] = {0}, *award[COMPARE_MAX] = {0}, *field[COMPARE_MAX] = {0},
		   *place[COMPARE_MAX] = {0};

	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];

		school[i] = g->school;
		award[i] = program_award(g->award);
		field[i] = g->field;
		place[i] = place_of(m, g);
	}
	text_row(m, "school", NULL, school);
	text_row(m, "award", "award", award);
	text_row(m, "field", "field-of-study", field);
	text_row(m, "place", NULL, place);
	fact_row(m, BLOCK_STUDY, "asks for", requires_text);
	fact_row(m, BLOCK_STUDY, "starts", starts_text);
}

/* --- relevance ------------------------------------------------------------------------------- */

static bool
relevance_row(struct making *m, struct err *e)
{
	struct compare_row *row;
	struct stmt *st = NULL;
	bool ok = true;

	if (m->r->role == NULL || m->r->role[0] == '\0')
		return true;
	row = compare_row(m, BLOCK_STUDY, arena_printf(&m->c->arena, "for %s", m->r->role));
	row->term = "relevant";
	st = db_query(m->r->db, "role_title", e);
	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, m->r->role);
	if (role_next(st, &ok, e)) {
		row->label = arena_printf(&m->c->arena, "for %s", stmt_str(st, 0));
		stmt_reset(st);
	}
	for (size_t i = 0; i < m->c->n && ok; i++) {
		st = db_query(m->r->db, "compare_relevance", e);
		if (st == NULL)
			return false;
		stmt_bind_text(st, 1, m->program[i].field);
		stmt_bind_text(st, 2, m->r->role);
		compare_says(m, &row->cell[i], "no rule links it");
		if (role_next(st, &ok, e)) {
			compare_says(m, &row->cell[i], stmt_str(st, 1));
			compare_fact_anchor(m, &row->cell[i], "relevance", stmt_int(st, 0));
			stmt_reset(st);
		}
	}
	return ok;
}

/* --- afterwards ------------------------------------------------------------------------------ */

/* Why a measure is absent: the reason that a figure gives, else that nobody states it. */
static bool
absent_cell(
    struct making *m, size_t col, struct compare_cell *cell, const char *measure, struct err *e)
{
	struct stmt *st = db_query(m->r->db, "page_program_figures", e);
	struct figure f;
	bool ok = st != NULL;

	cell->text = absent_words(NULL);
	if (ok)
		stmt_bind_int(st, 1, m->c->id[col]);
	while (ok && role_next(st, &ok, e)) {
		if (strcmp(stmt_str(st, 1), measure) != 0)
			continue;
		ok = figure_by_id(&f, m->r->db, &m->r->sources, stmt_int(st, 0), &m->c->arena, e);
		if (ok && f.missing[0] != '\0') {
			compare_says(m, cell, absent_words(f.missing));
			compare_figure_anchor(m, cell, &f);
		}
	}
	if (st != NULL)
		stmt_reset(st);
	return ok;
}

/* One ruler when every program that states the measure states it for one horizon. */
static bool
same_horizon(const struct making *m)
{
	const char *first = NULL;

	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];
		const char *h = g->earnings_horizon ? g->earnings_horizon : "";

		if (isnan(g->earnings))
			return false;
		if (first && strcmp(first, h) != 0)
			return false;
		first = h;
	}
	return first != NULL && *first != '\0';
}

static bool
earnings_row(struct making *m, struct err *e)
{
	bool ruled = same_horizon(m);
	struct compare_row *row = compare_row(m, ruled ? BLOCK_RULER : BLOCK_AFTER, "earnings");

	row->note = "median of graduates, a year before tax";
	row->term = "earnings";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];
		struct compare_cell *cell = &row->cell[i];
		struct buf b = BUF_INIT;

		if (isnan(g->earnings)) {
			if (!absent_cell(m, i, cell, "earnings", e))
				return false;
			continue;
		}
		money_full(&b, g->earnings, "USD");
		if (g->earnings_horizon)
			buf_addf(&b, ", %s", g->earnings_horizon);
		compare_take(m, cell, &b);
		compare_number(
		    cell, g->earnings, "USD", g->earnings_horizon ? g->earnings_horizon : "");
	}
	if (ruled)
		compare_rank(m, row, true);
	return true;
}

static bool
debt_row(struct making *m, struct err *e)
{
	struct compare_row *row = compare_row(m, BLOCK_AFTER, "debt");

	row->note = "median of graduates";
	row->term = "debt";
	for (size_t i = 0; i < m->c->n; i++) {
		struct compare_cell *cell = &row->cell[i];
		struct buf b = BUF_INIT;

		if (isnan(m->program[i].debt)) {
			if (!absent_cell(m, i, cell, "debt", e))
				return false;
			continue;
		}
		money_full(&b, m->program[i].debt, "USD");
		compare_take(m, cell, &b);
		compare_number(cell, m->program[i].debt, "USD", "");
	}
	return true;
}

/* --- who says so ----------------------------------------------------------------------------- */

static void
source_rows(struct making *m)
{
	struct compare_row *row = compare_row(m, BLOCK_SOURCES, "status");

	row->term = "withdrawn";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];
		struct compare_cell *cell = &row->cell[i];

		cell->warn = strcmp(g->status, "open") != 0;
		cell->text = cell->warn ? arena_printf(&m->c->arena, "! %s%s%s", g->status,
				 g->status_note ? ": " : "", g->status_note ? g->status_note : "")
					: g->status;
		cell->anchor = (struct anchor){ANCHOR_PROGRAM, m->c->key[i]};
	}
	fact_row(m, BLOCK_SOURCES, "pages", source_text)->term = "source";
}

/* --- all ------------------------------------------------------------------------------------- */

static bool
load(struct making *m, struct err *e)
{
	struct compare *c = m->c;

	for (size_t i = 0; i < c->n; i++) {
		if (!program_load(&m->program[i], m->r, c->id[i], &c->arena, e))
			return false;
		c->key[i] = m->program[i].key;
		c->name[i] =
		    arena_printf(&c->arena, "%s, %s", m->program[i].name, m->program[i].school);
	}
	return true;
}

bool
compare_programs(struct making *m, struct err *e)
{
	if (!load(m, e))
		return false;
	compare_prices(m);
	time_rows(m);
	study_rows(m);
	if (!relevance_row(m, e) || !earnings_row(m, e) || !debt_row(m, e))
		return false;
	source_rows(m);
	compare_programs_answer(m);
	return true;
}
