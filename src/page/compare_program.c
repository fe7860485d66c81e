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
	return f->mode && strcmp(f->mode, "hybrid") == 0 ? f->mode : program_mode(f->mode);
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

/* A length is set against others when it is a single one: "24-48 months" is neither longer nor the same. */
static void
length_number(struct compare_cell *cell, const struct program *g)
{
	struct buf b = BUF_INIT;

	months_span(&b, g->months, g->months);
	if (!isnan(g->months) && strcmp(cell->text, b.data) == 0)
		compare_number(cell, g->months, "months", "");
	buf_free(&b);
}

static void
time_rows(struct making *m)
{
	struct compare_row *row = fact_row(m, BLOCK_TIME, "length", months_text);

	row->term = "months";
	for (size_t i = 0; i < m->c->n; i++)
		length_number(&row->cell[i], &m->program[i]);
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

/* Who speaks of a program at all: the first page that does. */
static void
program_cell_anchor(struct making *m, size_t col)
{
	struct compare_cell *cell = &m->c->row[m->c->nrows - 1].cell[col];

	if (m->program[col].nfacts > 0)
		compare_fact_anchor(m, cell, "program_fact", m->program[col].fact[0].id);
	else
		cell->anchor = (struct anchor){ANCHOR_PROGRAM, m->c->key[col]};
}

static void
text_row(struct making *m, const char *label, const char *term, const char *const *text)
{
	struct compare_row *row = compare_row(m, BLOCK_STUDY, label);

	row->term = term;
	for (size_t i = 0; i < m->c->n; i++) {
		compare_says(m, &row->cell[i], text[i]);
		program_cell_anchor(m, i);
	}
}

/* "A master's degree" without its article: it stands in a table. */
static const char *
award_of(const struct program *g)
{
	const char *award = program_award(g->award);
	size_t article = strspn(award, "An");

	return article > 0 && award[article] == ' ' ? award + article + 1 : award;
}

static void
study_rows(struct making *m)
{
	const char *school[COMPARE_MAX] = {0}, *award[COMPARE_MAX] = {0}, *field[COMPARE_MAX] = {0},
		   *place[COMPARE_MAX] = {0};

	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];

		school[i] = g->school;
		award[i] = award_of(g);
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

/* No rule links its field of study with the role: perhaps the field's code does. */
static bool
link_cell(struct making *m, size_t col, struct compare_cell *cell, struct err *e)
{
	struct stmt *st = db_query(m->r->db, "page_program_links", e);
	bool ok = st != NULL;

	if (!ok)
		return false;
	stmt_bind_text(st, 1, m->program[col].field);
	stmt_bind_text(st, 2, m->r->role);
	if (role_next(st, &ok, e)) {
		if (strcmp(stmt_str(st, 1), m->r->role) == 0) {
			compare_says(m, cell, stmt_str(st, 3));
			compare_fact_anchor(m, cell, "role_field", stmt_int(st, 0));
		}
		stmt_reset(st);
	}
	return ok;
}

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
		} else if (ok) {
			ok = link_cell(m, i, &row->cell[i], e);
		}
	}
	return ok;
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
		cell->text = g->scorecard ? "not stated"
		    : cell->warn          ? arena_printf(&m->c->arena, "! %s%s%s", g->status,
                          g->status_note ? ": " : "", g->status_note ? g->status_note : "")
					  : g->status;
		program_cell_anchor(m, i);
	}
	row = fact_row(m, BLOCK_SOURCES, "pages", source_text);
	row->term = "source";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct scorecard *s = m->program[i].scorecard;

		if (s == NULL || s->source == NULL)
			continue;
		compare_says(m, &row->cell[i], s->source->short_name);
		row->cell[i].anchor = (struct anchor){ANCHOR_SOURCE, s->source->key};
	}
}

/* --- all ------------------------------------------------------------------------------------- */

/* A program's own name, unless another column has it too. */
static const char *
brief_name(const struct making *m, size_t col)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (i != col && strcmp(m->program[i].name, m->program[col].name) == 0)
			return m->c->name[col];
	return m->program[col].name;
}

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
	for (size_t i = 0; i < c->n; i++)
		c->brief[i] = brief_name(m, i);
	return true;
}

bool
compare_programs(struct making *m, struct err *e)
{
	if (!load(m, e))
		return false;
	compare_prices(m);
	compare_tuition(m);
	time_rows(m);
	study_rows(m);
	if (!relevance_row(m, e) || !compare_outcomes(m, e))
		return false;
	compare_debt_to_earnings(m);
	source_rows(m);
	compare_programs_answer(m);
	return true;
}
