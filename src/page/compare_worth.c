/*
 * compare_worth.c - what programs are worth for a role, side by side: each as its page of payback says it.
 *
 * What the person said there of oneself (pay without it, loan, discount) counts here; what was said of one
 * program (price, length, aid) does not: its stated values stand beside those of the others.
 */
#include "compare_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- working it out -------------------------------------------------------------------------- */

bool
compare_worth_make(struct making *m, struct err *e)
{
	struct compare_worth *w;
	struct payback_asks asks;

	payback_asks_read(&asks, m->r->asks);
	asks.level = m->level;
	w = m->worth = mem_zero(1, sizeof *w);
	w->loaded = rules_load(&w->rules, e);
	for (size_t i = 0; i < m->c->n && w->loaded; i++) {
		struct payback *p = &w->p[i];

		if (!payback_open(
			p, m->r->db, &m->r->sources, &w->rules, m->c->id[i], m->c->aim[i].role, e))
			return false;
		w->n++;
		if (!payback_work(p, &asks, e))
			return false;
	}
	return w->loaded;
}

void
compare_worth_free(struct making *m)
{
	if (m->worth == NULL)
		return;
	while (m->worth->n > 0)
		payback_close(&m->worth->p[--m->worth->n]);
	rules_free(&m->worth->rules);
	free(m->worth);
	m->worth = NULL;
}

/* --- whose price, at whose pay ----------------------------------------------------------------- */

bool
compare_one_program(const struct compare *c)
{
	for (size_t i = 1; i < c->n; i++)
		if (c->id[i] != c->id[0])
			return false;
	return c->n > 1;
}

bool
compare_one_role(const struct compare *c)
{
	for (size_t i = 1; i < c->n; i++)
		if (c->aim[i].role != c->aim[0].role)
			return false;
	return true;
}

/* For whom the price is: that of the fact that states it, or of the school's tuition. */
static const char *
audience_of(const struct making *m, size_t i)
{
	const struct program *g = &m->program[i];

	for (size_t k = 0; k < g->nfacts; k++)
		if (g->fact[k].id == g->cost_fact)
			return g->fact[k].audience;
	if (g->scorecard == NULL)
		return NULL;
	return (m->worth->p[i].assumed & PRICE_OUT) != 0 ? "tuition, out-of-state"
							 : "tuition, in-state";
}

const char *
compare_worth_price(const struct making *m, size_t i)
{
	const struct payback *p = &m->worth->p[i];

	if (isnan(p->in.cost) || (p->assumed & PRICE_FOREIGN) != 0)
		return NULL;
	if (compare_one_program(m->c))
		return "this program";
	return (p->assumed & COMPARE_GUESSED) != 0 ? NULL : audience_of(m, i);
}

const char *
compare_worth_by(const struct making *m, size_t i, bool pay)
{
	const char *price = compare_worth_price(m, i);

	if (price == NULL || !pay)
		return price;
	return arena_printf(&m->c->arena, "%s %s", price, m->c->aim[i].slug);
}

size_t
compare_worth_typical(const struct making *m)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (m->worth->p[i].npays > 0)
			return i;
	return 0;
}

void
compare_pay_anchor(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	const struct payback_line *l = &p->line[FI_PAY];

	if (p->pay_answer[0] != '\0') {
		cell->anchor.kind = ANCHOR_ANSWER;
		cell->anchor.key = arena_dup(&m->c->arena, p->pay_answer);
	} else if (l->table != NULL && l->row != 0) {
		cell->anchor.kind = ANCHOR_FIGURE;
		cell->anchor.key = arena_printf(&m->c->arena, "%lld", (long long)l->row);
	}
}
