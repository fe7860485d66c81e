/*
 * conflict_twice.c - one source that gives two ranges of pay for one level in its text.
 *
 * Ranges for other places, employers or bases answer other questions. Counts of postings and statistics give
 * several by their nature: only texts are looked at.
 */
#include "conflict_parts.h"
#include "career/model/agree.h"

#include <math.h>
#include <string.h>

static bool
states_range(const struct figure *f)
{
	return f->stat == STAT_RANGE && figure_is_range(f) && !f->card && f->level != LEVEL_UNSTATED
	    && f->source->kind == SOURCE_EDITORIAL;
}

static bool
same_question(const struct figure *a, const struct figure *b)
{
	return a->source == b->source && a->level == b->level && a->basis == b->basis
	    && strcmp(a->unit, b->unit) == 0 && strcmp(a->per, b->per) == 0
	    && strcmp(a->place, b->place) == 0 && strcmp(a->employer, b->employer) == 0;
}

static void
add_twice(struct conflict_job *j, const struct conflict_role *r, const struct figure *a,
    const struct figure *b)
{
	struct conflict *c = conflict_new(j, CONFLICT_PAY_TWICE, r->id);
	double shared = fmin(a->high, b->high) - fmax(a->low, b->low);
	double whole = fmax(a->high, b->high) - fmin(a->low, b->low);
	struct buf what = BUF_INIT, why = BUF_INIT;

	conflict_add_figure(j, c, 0, a);
	conflict_add_figure(j, c, 1, b);
	c->loosely = a->borrowed != b->borrowed ? LOOSE_BORROWED : 0;
	c->strength = 0.5 * (1 - fmax(0, shared) / whole);
	buf_addf(&what, "%s: %s gives %s and %s", level_says(a->level), a->source->short_name,
	    c->side[0].text, c->side[1].text);
	c->what = conflict_keep(j, &what);
	c->topic = level_says(a->level);
	c->differs = "two ranges in one text";
	buf_addf(&why, "\"%s\" against \"%s\"", a->locator, b->locator);
	if (a->borrowed != b->borrowed)
		buf_adds(&why, "; one is about the whole field");
	c->why = conflict_keep(j, &why);
}

void
conflict_pay_twice(
    struct conflict_job *j, const struct conflict_role *r, const struct figures *figs)
{
	for (size_t i = 0; i < figs->n; i++)
		for (size_t k = i + 1; k < figs->n; k++) {
			const struct figure *a = &figs->f[i], *b = &figs->f[k];

			if (states_range(a) && states_range(b) && same_question(a, b)
			    && (a->low < b->low || a->low > b->low || a->high < b->high
				|| a->high > b->high))
				add_twice(j, r, a, b);
		}
}
