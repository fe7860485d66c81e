/* path_cost.c - what a step costs: skills, dollars, months. */
#include "path_parts.h"

#include <math.h>

double
edge_gap(const struct graph *g, const struct edge *x)
{
	const struct knot *from = &g->knot[x->from], *to = &g->knot[x->to];

	if (to->thin || x->kind == EDGE_NEAREST)
		return NAN;
	if (to->tiers != NULL)
		return space_gap(g->tiers, to->tiers, from->tiers, &g->have);
	return space_gap(g->ratings, to->ratings, from->ratings, &g->have);
}

/* Occupations of the sets all at once, roles of packs one by one. */
static bool
ask_price(struct graph *g, struct knot *k, struct err *e)
{
	const struct route *cheap, *brief;
	const struct priced *p;
	struct routes routes;

	if (!k->pack) {
		if (!ways_read_priced(g->ways, g->db, e))
			return false;
		p = ways_priced(g->ways, k->role);
		k->price = p != NULL ? p->price : NAN;
		k->months = p != NULL ? p->months : NAN;
	} else {
		if (!routes_of_role(&routes, g->db, g->src, k->role, g->a, e))
			return false;
		cheap = routes_cheapest(&routes);
		brief = routes_shortest(&routes);
		k->price = cheap != NULL ? cheap->cost.low : NAN;
		k->months = brief != NULL ? brief->months.low : NAN;
	}
	k->asked = true;
	return true;
}

/* Nothing is missing at its end, and enough is known to say so. */
static bool
is_free(const struct graph *g, const struct edge *x)
{
	const struct knot *from = &g->knot[x->from], *to = &g->knot[x->to];

	if (to->thin)
		return false;
	if (to->tiers != NULL)
		return !space_lacks(g->tiers, to->tiers, from->tiers, &g->have);
	return !space_lacks(g->ratings, to->ratings, from->ratings, &g->have);
}

bool
edge_cost(struct graph *g, const struct edge *x, enum path_by by, double *out, struct err *e)
{
	struct knot *to = &g->knot[x->to];

	*out = NAN;
	if (x->kind == EDGE_NEAREST)
		return true;
	if (by == PATH_GAP) {
		*out = edge_gap(g, x);
		return true;
	}
	if (by == PATH_MONTHS && !isnan(x->years)) {
		*out = 12 * x->years;
		return true;
	}
	if (is_free(g, x)) {
		*out = 0;
		return true;
	}
	if (!to->asked && !ask_price(g, to, e))
		return false;
	*out = by == PATH_COST ? to->price : to->months;
	return true;
}
