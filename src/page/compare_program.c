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

void
compare_time(struct making *m)
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
const char *
compare_award(const struct program *g)
{
	const char *award = program_award(g->award);
	size_t article = strspn(award, "An");

	return article > 0 && award[article] == ' ' ? award + article + 1 : award;
}

void
compare_study(struct making *m)
{
	const char *school[COMPARE_MAX] = {0}, *award[COMPARE_MAX] = {0}, *field[COMPARE_MAX] = {0},
		   *place[COMPARE_MAX] = {0};

	for (size_t i = 0; i < m->c->n; i++) {
		const struct program *g = &m->program[i];

		school[i] = g->school;
		award[i] = compare_award(g);
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

/* --- who says so ----------------------------------------------------------------------------- */

void
compare_said_by(struct making *m)
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

/* All have one name: they are told apart by their schools. */
static bool
schools_tell(const struct making *m)
{
	const struct compare *c = m->c;
	size_t others = 0;

	for (size_t i = 1; i < c->n; i++) {
		if (strcmp(m->program[i].name, m->program[0].name) != 0)
			return false;
		for (size_t k = 0; k < i; k++)
			if (c->id[i] != c->id[k]
			    && strcmp(m->program[i].school, m->program[k].school) == 0)
				return false;
		others += c->id[i] != c->id[0];
	}
	return others > 0;
}

/* A program's own name, unless another program among the columns has it too. */
static const char *
brief_name(const struct making *m, size_t col)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (m->c->id[i] != m->c->id[col]
		    && strcmp(m->program[i].name, m->program[col].name) == 0)
			return m->c->name[col];
	return m->program[col].name;
}

bool
compare_load_programs(struct making *m, struct err *e)
{
	struct compare *c = m->c;

	for (size_t i = 0; i < c->n; i++) {
		if (!program_load(&m->program[i], m->r, c->id[i], &c->arena, e))
			return false;
		c->key[i] = c->program[i] = m->program[i].key;
		c->name[i] = c->head[i] =
		    arena_printf(&c->arena, "%s, %s", m->program[i].name, m->program[i].school);
	}
	for (size_t i = 0; i < c->n; i++)
		c->brief[i] = brief_name(m, i);
	if (schools_tell(m)) {
		c->shared = m->program[0].name;
		for (size_t i = 0; i < c->n; i++)
			c->head[i] = c->brief[i] = m->program[i].school;
	}
	return true;
}

/* --- the reader's role ----------------------------------------------------------------------- */

/* Every program is asked about it. A role that the catalog does not have asks nothing. */
static bool
aim_at_role(struct making *m, struct err *e)
{
	struct stmt *st = db_query(m->r->db, "compare_aim", e);
	struct compare_aim aim = {0};
	bool ok = st != NULL;

	if (!ok)
		return false;
	stmt_bind_text(st, 1, m->r->role);
	if (role_next(st, &ok, e)) {
		aim.role = stmt_int(st, 0);
		aim.slug = arena_dup(&m->c->arena, m->r->role);
		aim.title = arena_dup(&m->c->arena, stmt_str(st, 1));
		stmt_reset(st);
	}
	for (size_t i = 0; i < m->c->n; i++)
		m->c->aim[i] = aim;
	return ok && (aim.role == 0 || compare_worth_make(m, e));
}

bool
compare_programs(struct making *m, struct err *e)
{
	if (!compare_load_programs(m, e) || !aim_at_role(m, e))
		return false;
	compare_prices(m);
	compare_tuition(m);
	if (m->worth != NULL && !compare_worth_rows(m, e))
		return false;
	compare_time(m);
	compare_study(m);
	if (!compare_outcomes(m, e))
		return false;
	compare_debt_to_earnings(m);
	compare_said_by(m);
	compare_programs_answer(m);
	return true;
}
