/* agree_answer.c - one answer per role, for the columns of a list. */
#include "agree_parts.h"

#include <string.h>

/* What the lines that touch the range have in common. */
static void
answer_range(struct pay_answer *out, const struct agree_group *g, const struct agree_range *r)
{
	out->basis = g->ruler == RULER_TOTAL ? BASIS_TOTAL : BASIS_BASE;
	out->level = LEVEL_UNSTATED;
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (!agree_touches(l, r))
			continue;
		if (l->f->basis == BASIS_UNSTATED)
			out->basis = BASIS_UNSTATED;
		if ((l->loosely & LOOSE_LEVEL) == 0)
			out->level = g->level;
	}
	out->low = r->lo;
	out->high = r->hi;
	out->open_high = r->open_high;
	out->currency = g->currency;
	out->publishers = r->publishers;
	out->of = g->publishers;
}

static void
answer_line(struct pay_answer *out, const struct agree_group *g, const struct agree_line *l)
{
	*out = (struct pay_answer){
	    .low = l->lo,
	    .high = l->hi,
	    .open_high = l->f->open_high,
	    .top_coded = l->f->top_coded && l->f->open_high,
	    .currency = g->currency,
	    .basis = l->f->basis,
	    .level = l->f->level,
	    .publishers = 1,
	    .of = g->publishers,
	};
}

static bool
is_stronger(const struct agree_line *a, const struct agree_line *b)
{
	bool x = figure_is_range(a->f), y = figure_is_range(b->f);

	return x != y ? x : a->f->n > b->f->n;
}

static const struct agree_line *
strongest_line(const struct agree_group *g)
{
	const struct agree_line *best = &g->lines[0];

	for (size_t i = 1; i < g->nlines; i++)
		if (is_stronger(&g->lines[i], best))
			best = &g->lines[i];
	return best;
}

/* The first group of the country whose pages or publishers meet. */
static bool
answer_meeting(struct pay_answer *out, const struct agree *ag, bool pages)
{
	for (size_t i = 0; i < ag->n; i++) {
		const struct agree_group *g = &ag->g[i];

		if (!agree_is_main(g) || (pages ? g->single.publishers : g->nbest) == 0)
			continue;
		answer_range(out, g, pages ? &g->single : &g->best[0]);
		if (pages)
			out->publishers = 1;
		return true;
	}
	return false;
}

bool
agree_answer(const struct figures *figs, struct pay_answer *out, struct arena *a)
{
	const struct agree_group *g;
	struct agree first, all;

	memset(out, 0, sizeof *out);
	agree_make(&first, figs, LEVEL_ENTRY, a);
	g = agree_main(&first, LEVEL_ENTRY, RULER_SALARY);
	if (g != NULL && g->nbest > 0) {
		answer_range(out, g, &g->best[0]);
		return true;
	}
	agree_make(&all, figs, LEVEL_UNSTATED, a);
	if (answer_meeting(out, &all, false) || answer_meeting(out, &all, true))
		return true;
	if (g == NULL)
		g = all.n > 0 ? &all.g[0] : NULL;
	if (g == NULL)
		return false;
	answer_line(out, g, strongest_line(g));
	return true;
}

bool
agree_answer_at(const struct figures *figs, enum level level, struct pay_answer *out,
    const struct figure **single, struct arena *a)
{
	const struct agree_line *line;
	const struct agree_group *g;
	struct agree ag;

	memset(out, 0, sizeof *out);
	*single = NULL;
	agree_make(&ag, figs, level, a);
	g = agree_main(&ag, level, RULER_SALARY);
	if (g == NULL || g->nlines == 0)
		return false;
	out->of = g->publishers;
	if (g->nbest > 0)
		answer_range(out, g, &g->best[0]);
	else if (g->publishers > 1)
		return false;
	else if (g->single.publishers > 1) {
		answer_range(out, g, &g->single);
		out->publishers = 1;
	} else {
		line = strongest_line(g);
		answer_line(out, g, line);
		*single = line->f;
	}
	return true;
}
