/* path.c - Dijkstra's algorithm over the roles, then the steps of the way with what is said of each. */
#include "path_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FAR_STEP = 1000 }; /* as many steps of which nobody says the cost: more than any way has */

static const char *const bys[PATH_BYS] = {"gap", "cost", "months"};

const char *
path_by_word(enum path_by by)
{
	return bys[by];
}

enum path_by
path_by_of(const char *word)
{
	int by = 0;

	while (by < PATH_BYS && strcmp(bys[by], word) != 0)
		by++;
	return (enum path_by)by;
}

/* --- the cheapest way ------------------------------------------------------------------------- */

/* How dear it is to come to a knot: first by what nobody says, then by what is said, then by steps. */
struct label {
	unsigned unsaid;
	double cost;
	unsigned steps;
	struct edge *by; /* its own, apart: all labels are looked through again and again */
	bool reached, settled;
};

static bool
dearer(const struct label *a, const struct label *b)
{
	if (a->unsaid != b->unsaid)
		return a->unsaid > b->unsaid;
	if (a->cost < b->cost || a->cost > b->cost)
		return a->cost > b->cost;
	return a->steps > b->steps;
}

static bool
relax(struct graph *g, struct label *label, const struct edge *x, enum path_by by, struct err *e)
{
	struct label *to = &label[x->to], next = label[x->from];
	double cost;

	if (to->settled)
		return true;
	if (!edge_cost(g, x, by, &cost, e))
		return false;
	next.unsaid += (x->kind == EDGE_FAR ? FAR_STEP : 0) + (isnan(cost) ? 1U : 0U);
	next.cost += isnan(cost) ? 0 : cost;
	next.steps++;
	next.settled = false;
	if (to->reached && !dearer(to, &next))
		return true;
	next.by = to->by;
	*to = next;
	*to->by = *x;
	return true;
}

/* The nearest that is not settled, else the number of knots. */
static size_t
nearest_knot(const struct graph *g, const struct label *label)
{
	size_t best = g->nknot;

	for (size_t i = 0; i < g->nknot; i++)
		if (label[i].reached && !label[i].settled
		    && (best == g->nknot || dearer(&label[best], &label[i])))
			best = i;
	return best;
}

/* Roles of which too little is known, and whole fields, are only an end. */
static bool
search(struct graph *g, struct label *label, const struct path_ask *ask, struct err *e)
{
	size_t start = graph_knot(g, ask->from), end = graph_knot(g, ask->to), at;
	struct edge x;

	label[start].reached = true;
	while ((at = nearest_knot(g, label)) < g->nknot && at != end) {
		label[at].settled = true;
		if (at != start && g->knot[at].end)
			continue;
		for (size_t i = 0; graph_edge(g, at, i, &x); i++)
			if (x.to < g->nknot && !relax(g, label, &x, ask->by, e))
				return false;
	}
	return true;
}

/* --- its steps -------------------------------------------------------------------------------- */

static int
heavier(const void *a, const void *b)
{
	const struct path_missing *x = a, *y = b;

	if (x->weight < y->weight || x->weight > y->weight)
		return x->weight > y->weight ? -1 : 1;
	return strcmp(x->w->name, y->w->name);
}

/* Weight of a skill in the role in front. */
static double
weight_before(const struct graph *g, const struct knot *from, bool rated, int64_t skill)
{
	const struct space *s = rated ? g->ratings : g->tiers;
	const struct space_role *r = rated ? from->ratings : from->tiers;

	for (size_t i = r != NULL ? r->from : 0; r != NULL && i < r->from + r->n; i++)
		if (s->p[i].skill == skill)
			return s->p[i].weight;
	return 0;
}

/* What its end wants, beside what is there. */
static void
list_missing(struct graph *g, const struct edge *x, struct path_step *s)
{
	s->missing = arena_alloc(g->a, (s->wants->n + 1) * sizeof *s->missing);
	for (size_t i = 0; i < s->wants->n && !s->thin && x->kind != EDGE_NEAREST; i++) {
		const struct wanted *w = &s->wants->w[i];
		const struct space_part part = {.skill = w->skill, .level = w->level};
		double missing;

		if (w->field)
			continue;
		missing = part_gap(w->weight, space_share(&g->have, &part),
		    weight_before(g, &g->knot[x->from], s->wants->rated, w->skill));
		if (missing > 0)
			s->missing[s->nmissing++] =
			    (struct path_missing){w, missing, missing < w->weight};
	}
	if (s->nmissing > 0)
		qsort(s->missing, s->nmissing, sizeof *s->missing, heavier);
}

struct named {
	const char *slug, *title;
	int zone;
};

static bool
name_role(struct graph *g, int64_t role, struct named *out, struct err *e)
{
	struct stmt *st;
	int rc;

	*out = (struct named){"", "", 0};
	if (role == 0)
		return true;
	st = db_query(g->db, "near_role", e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	rc = stmt_step(st, e);
	if (rc == 1)
		*out = (struct named){arena_dup(g->a, stmt_str(st, 0)),
		    arena_dup(g->a, stmt_str(st, 1)), (int)stmt_int(st, 2)};
	stmt_reset(st);
	return rc >= 0;
}

static const char *
fact_of(struct graph *g, const struct edge *x)
{
	int code;

	if (x->kind != EDGE_RELATED)
		return x->fact;
	code = x->related->from;
	return arena_printf(g->a, "onet_related:%02d-%04d.%02d/%d", code / 1000000,
	    code / 100 % 10000, code % 100, x->related->rank);
}

static double
alike_of(struct graph *g, const struct edge *x)
{
	const struct knot *from = &g->knot[x->from], *to = &g->knot[x->to];

	if (!isnan(x->alike) || from->thin || to->thin)
		return x->alike;
	if (from->tiers != NULL && to->tiers != NULL)
		return space_alike(g->tiers, from->tiers, to->tiers, NULL, NULL);
	if (from->tiers == NULL && to->tiers == NULL)
		return space_alike(g->ratings, from->ratings, to->ratings, NULL, NULL);
	return NAN;
}

static bool
load_wants(struct graph *g, struct path_step *s, struct err *e)
{
	struct skillset *wants = arena_alloc(g->a, sizeof *wants);

	s->wants = wants;
	return skillset_load(wants, g->db, g->src, s->to, g->a, e)
	    && routes_of_role(&s->routes, g->db, g->src, s->to, g->a, e);
}

static bool
explain(struct graph *g, const struct edge *x, enum path_by by, struct path_step *s, struct err *e)
{
	struct named from, to;

	if (!name_role(g, x->from_role, &from, e) || !name_role(g, x->to_role, &to, e))
		return false;
	*s = (struct path_step){.from = x->from_role,
	    .to = x->to_role,
	    .from_slug = from.slug,
	    .from_title = from.title,
	    .to_slug = to.slug,
	    .to_title = to.title,
	    .edge = x->kind,
	    .source = x->source != 0 ? sources_by_id(g->src, x->source) : NULL,
	    .words = x->words,
	    .note = x->note,
	    .fact = fact_of(g, x),
	    .alike = alike_of(g, x),
	    .zone = to.zone,
	    .zone_from = from.zone,
	    .years = x->years,
	    .thin = g->knot[x->to].thin};
	if (!edge_cost(g, x, PATH_GAP, &s->gap, e) || !edge_cost(g, x, PATH_COST, &s->cost, e)
	    || !edge_cost(g, x, PATH_MONTHS, &s->months, e) || !load_wants(g, s, e))
		return false;
	list_missing(g, x, s);
	if (!(s->gap <= 0) && x->kind != EDGE_NEAREST)
		s->route =
		    by == PATH_MONTHS ? routes_shortest(&s->routes) : routes_cheapest(&s->routes);
	return true;
}

static void
count(double value, bool again, double *sum, size_t *unsaid)
{
	*sum += isnan(value) || again ? 0 : value;
	*unsaid += isnan(value) ? 1 : 0;
}

static bool
same_route(const struct route *a, const struct route *b)
{
	return a != NULL && b != NULL && a->row == b->row && strcmp(a->program, b->program) == 0;
}

/* A route that an earlier step leads over as well. */
static bool
again(const struct path *way, size_t i, const struct route *(*of)(const struct routes *r))
{
	for (size_t k = 0; k < i; k++)
		if (way->step[k].gap > 0 && way->step[i].gap > 0
		    && same_route(of(&way->step[k].routes), of(&way->step[i].routes)))
			return true;
	return false;
}

static void
sum_up(struct path *out)
{
	for (size_t i = 0; i < out->n; i++) {
		const struct path_step *s = &out->step[i];

		out->far = out->far || s->edge == EDGE_FAR;
		count(s->gap, false, &out->gap, &out->no_gap);
		count(s->cost, again(out, i, routes_cheapest), &out->cost, &out->no_cost);
		count(s->months, isnan(s->years) && again(out, i, routes_shortest), &out->months,
		    &out->no_months);
	}
}

/* The cheapest way whose words name a skill, of which a price is stated, else the first; NULL: none does. */
static const struct route *
naming(const struct routes *r)
{
	const struct route *best = NULL;

	for (size_t i = 0; i < r->n; i++) {
		const struct route *x = &r->r[i];

		if (x->teaches[0] == '\0')
			continue;
		if (best == NULL || (isnan(best->cost.low) && !isnan(x->cost.low))
		    || x->cost.low < best->cost.low)
			best = x;
	}
	return best;
}

/* Each step's share of the skills that are looked for. */
static bool
name_ways(struct graph *g, struct path *out, struct err *e)
{
	size_t most = out->n > 0 ? PATH_NAMED / out->n : 0;

	for (size_t i = 0; i < out->n; i++) {
		struct path_step *s = &out->step[i];

		s->named = arena_alloc(g->a, (PATH_NAMED + 1) * sizeof *s->named);
		for (size_t k = 0; !s->wants->rated && k < s->nmissing && k < most; k++) {
			const struct wanted *w = s->missing[k].w;
			struct routes r;

			if (!routes_of_skill(&r, g->db, g->src, w->skill, s->to, g->a, e))
				return false;
			s->named[s->nnamed++] = (struct path_named){w, naming(&r)};
		}
	}
	return true;
}

static bool
take_way(struct graph *g, const struct label *label, const struct path_ask *ask, struct path *out,
    struct err *e)
{
	const struct label *at = &label[graph_knot(g, ask->to)];
	size_t i = at->steps;
	bool ok = true;

	out->n = at->steps;
	out->step = arena_alloc(g->a, (out->n + 1) * sizeof *out->step);
	while (ok && i-- > 0) {
		ok = explain(g, at->by, ask->by, &out->step[i], e);
		at = &label[at->by->from];
	}
	if (ok)
		sum_up(out);
	return ok && name_ways(g, out, e);
}

/* Whether a role is an occupation: then ways lead over those of the sets. */
static bool
is_occupation(struct db *db, int64_t role, bool *is, struct err *e)
{
	struct stmt *st = role != 0 ? db_query(db, "path_role", e) : NULL;
	int rc;

	if (role == 0)
		return true;
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	rc = stmt_step(st, e);
	*is = *is || (rc == 1 && stmt_int(st, 2) != 0);
	stmt_reset(st);
	if (rc == 0)
		return err_set(e, ERR_NOTFOUND, "no role with row %lld", (long long)role);
	return rc > 0;
}

static bool
find(struct path *out, struct graph *g, const struct path_ask *ask, bool occupations, struct err *e)
{
	struct label *label = NULL;
	struct edge *edges = NULL;
	bool ok = graph_load(g, ask, occupations, e);

	if (ok) {
		label = mem_zero(g->nknot, sizeof *label);
		edges = mem_zero(g->nknot, sizeof *edges);
		for (size_t i = 0; i < g->nknot; i++)
			label[i].by = &edges[i];
		out->from_thin = ask->from != 0 && g->knot[graph_knot(g, ask->from)].thin;
		ok = search(g, label, ask, e) && take_way(g, label, ask, out, e);
	}
	free(label);
	free(edges);
	graph_free(g);
	return ok;
}

bool
path_find(struct path *out, struct db *db, const struct sources *src, const struct path_ask *ask,
    struct arena *a, struct err *e)
{
	struct graph g = {.db = db, .src = src, .a = a};
	struct spaces spaces = {.turn = 0};
	struct ways ways = {.turn = 0};
	struct path_ask with = *ask;
	bool occupations = ask->occupations, ok;

	*out = (struct path){.by = ask->by};
	if (!is_occupation(db, ask->from, &occupations, e)
	    || !is_occupation(db, ask->to, &occupations, e))
		return false;
	if (ask->from == ask->to)
		return true;
	with.spaces = ask->spaces != NULL ? ask->spaces : &spaces;
	with.ways = ask->ways != NULL ? ask->ways : &ways;
	ok = find(out, &g, &with, occupations, e);
	spaces_free(&spaces);
	ways_forget(&ways);
	return ok;
}
