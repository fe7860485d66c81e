/*
 * scorecard.c - a program of the College Scorecard as it is in the catalog.
 */
#include "scorecard.h"

#include "career/page/money.h"
#include "program.h"

#include <math.h>
#include <string.h>

/* Columns of page_scorecard: value, reason (-1: none), people (-1: not told). */
static const struct {
	const char *name; /* of the series */
	int value, why, n;
} columns[SC_FIGURES] = {
    [SC_FIG_TUITION_IN] = {"tuition_in", 17, 18, -1},
    [SC_FIG_TUITION_OUT] = {"tuition_out", 19, 20, -1},
    [SC_FIG_EARNINGS] = {"earnings", 21, 22, 23},
    [SC_FIG_LATER] = {"later", 24, 25, 26},
    [SC_FIG_DEBT] = {"debt", 27, 28, 29},
    [SC_FIG_DEBT_MEAN] = {"debt_mean", 30, 31, 29},
    [SC_FIG_PAYMENT] = {"payment", 32, -1, -1},
    [SC_FIG_AWARDS] = {"awards", 33, -1, -1},
};

static void
read_value(struct scorecard_value *v, struct stmt *st, enum scorecard_figure k)
{
	static const struct {
		const char *words, *term;
	} reasons[] = {{"not stated", "not-stated"}, {"not stated", "not-stated"},
	    {"suppressed for privacy: too few graduates to tell", "suppressed"},
	    {"not reported", "not-reported"}, {"not applicable", "not-applicable"}};
	int64_t why = columns[k].why < 0 ? 0 : stmt_int(st, columns[k].why);

	if (why < 0 || why >= (int64_t)(sizeof reasons / sizeof *reasons))
		why = 0;
	*v = (struct scorecard_value){.v = stmt_num(st, columns[k].value),
	    .n = columns[k].n < 0 ? NAN : stmt_num(st, columns[k].n),
	    .why = reasons[why].words,
	    .term = reasons[why].term,
	    .when = "",
	    .whom = "",
	    .period = ""};
}

static void
read_row(struct program *g, const struct reader *r, struct stmt *st, struct arena *a)
{
	struct scorecard *s = g->scorecard = arena_alloc(a, sizeof *g->scorecard);

	g->key = arena_dup(a, stmt_str(st, 0));
	g->name = arena_dup(a, stmt_str(st, 1));
	g->field = arena_dup(a, stmt_str(st, 2));
	g->award = arena_dup(a, stmt_str(st, 3));
	g->school = arena_dup(a, stmt_str(st, 4));
	g->city = arena_dup(a, stmt_text(st, 5));
	g->state = arena_dup(a, stmt_text(st, 6));
	g->country = arena_dup(a, stmt_text(st, 7));
	g->control = arena_dup(a, stmt_text(st, 8));
	g->status = "open";
	g->months = g->months_max = g->per_year = NAN;
	s->row = stmt_int(st, 9);
	s->school_id = stmt_int(st, 10);
	s->field_id = stmt_int(st, 11);
	s->credlev = (int)stmt_int(st, 12);
	s->cip4 = (int)stmt_int(st, 13);
	s->level = arena_dup(a, stmt_str(st, 14));
	s->years = stmt_num(st, 15);
	s->rate = stmt_num(st, 16);
	s->dte = stmt_num(st, 34);
	s->source = sources_by_id(&r->sources, stmt_int(st, 35));
	s->title = g->name;
	for (int k = 0; k < SC_FIGURES; k++)
		read_value(&s->f[k], st, (enum scorecard_figure)k);
	g->cip = arena_printf(a, "%02d.%02d", s->cip4 / 100, s->cip4 % 100);
	g->earnings = s->f[SC_FIG_EARNINGS].v;
	g->debt = s->f[SC_FIG_DEBT].v;
}

/* Of whom each column is, and when. */
static bool
read_series(struct program *g, struct reader *r, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_scorecard_series", e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1)
		for (int k = 0; k < SC_FIGURES; k++) {
			struct scorecard_value *v = &g->scorecard->f[k];

			if (strcmp(columns[k].name, stmt_str(st, 0)) != 0)
				continue;
			v->whom = arena_dup(a, stmt_str(st, 1));
			v->when = arena_dup(a, stmt_str(st, 2));
			v->period = arena_dup(a, stmt_str(st, 3));
			v->known = true;
		}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

int
scorecard_load(struct program *g, struct reader *r, int64_t id, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_scorecard", e);
	struct buf about = BUF_INIT;
	int step;

	if (st == NULL)
		return -1;
	stmt_bind_int(st, 1, id - SCORECARD_FIRST_ID);
	step = stmt_step(st, e);
	if (step == 1)
		read_row(g, r, st, a);
	stmt_reset(st);
	if (step != 1)
		return step;
	g->id = id;
	if (!read_series(g, r, a, e))
		return -1;
	scorecard_about(&about, &g->scorecard->f[SC_FIG_EARNINGS]);
	g->earnings_horizon = isnan(g->earnings) ? NULL : arena_dup(a, about.data);
	buf_free(&about);
	return 1;
}

void
scorecard_about(struct buf *out, const struct scorecard_value *v)
{
	buf_adds(out, v->whom);
	if (v->when[0] != '\0')
		buf_addf(out, "%s%s", v->whom[0] != '\0' ? ", " : "", v->when);
}

const char *
scorecard_fact(const struct program *g, enum scorecard_figure k, struct arena *a)
{
	return arena_printf(a, "sc_program:%lld/%s", (long long)g->scorecard->row, columns[k].name);
}

void
scorecard_anchor(struct page *p, const struct program *g, enum scorecard_figure k)
{
	struct arena a;

	arena_init(&a);
	page_anchor(p, ANCHOR_FACT, scorecard_fact(g, k, &a));
	arena_free(&a);
}
