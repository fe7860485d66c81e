/* path_edges.c - which steps there are between roles. */
#include "path_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct edge *
add(struct graph *g, int64_t from, int64_t to, enum path_edge kind)
{
	g->edge = mem_reserve(g->edge, &g->cap, g->nedge + 1, sizeof *g->edge);
	g->edge[g->nedge] = (struct edge){.from_role = from,
	    .to_role = to,
	    .kind = kind,
	    .alike = NAN,
	    .years = NAN,
	    .words = "",
	    .note = "",
	    .fact = ""};
	return &g->edge[g->nedge++];
}

/* --- what sources state ----------------------------------------------------------------------- */

/* "after 2-4 years" */
static const char *
say_years(struct graph *g, double lo, double hi)
{
	if (isnan(lo) && isnan(hi))
		return "";
	if (isnan(hi))
		return arena_printf(g->a, "after %.4g years or more", lo);
	if (isnan(lo))
		return arena_printf(g->a, "after up to %.4g years", hi);
	if (lo == hi)
		return arena_printf(g->a, "after %.4g years", lo);
	return arena_printf(g->a, "after %.4g-%.4g years", lo, hi);
}

/* Two roles that a source calls related are so both ways; what it says of a field's roles leads away from it. */
static void
take_back(struct graph *g, struct stmt *st)
{
	struct edge *x;

	if (strcmp(stmt_str(st, 6), "related") != 0 || stmt_int(st, 8) != 0)
		return;
	x = add(g, stmt_int(st, 1), stmt_int(st, 0), EDGE_STATED);
	x->source = stmt_int(st, 3);
	x->words = "named the other way round";
	x->note = arena_dup(g->a, stmt_str(st, 7));
	x->fact = arena_printf(g->a, "transition:%lld", (long long)stmt_int(st, 2));
}

static void
take_stated(struct graph *g, struct stmt *st)
{
	struct edge *x = add(g, stmt_int(st, 0), stmt_int(st, 1), EDGE_STATED);

	x->source = stmt_int(st, 3);
	x->years = stmt_num(st, 4);
	x->words = say_years(g, x->years, stmt_num(st, 5));
	x->note = arena_dup(g->a, stmt_str(st, 7));
	x->fact = arena_printf(g->a, "transition:%lld", (long long)stmt_int(st, 2));
	take_back(g, st);
}

/* The step of a ladder that was read last: its role, and that of the level below. */
struct rung {
	int64_t ladder, of, role, below;
	char level[16];
};

static void
add_rung(struct graph *g, struct stmt *st, int64_t from, int64_t to)
{
	struct edge *x = add(g, from, to, EDGE_LADDER);

	x->source = stmt_int(st, 7);
	x->years = stmt_num(st, 5);
	x->words = say_years(g, x->years, stmt_num(st, 6));
	x->note = arena_dup(g->a, stmt_str(st, 8));
	x->fact = arena_printf(g->a, "ladder_step:%lld", (long long)stmt_int(st, 3));
}

/* Rungs of one level stand side by side, and those of which no level is said have no order. */
static void
take_rung(struct graph *g, struct stmt *st, struct rung *last)
{
	struct rung now = {.ladder = stmt_int(st, 0), .of = stmt_int(st, 1)};
	bool goes_on = last->ladder == now.ladder && last->of == now.of && last->level[0] != '\0';

	now.role = stmt_null(st, 2) ? now.of : stmt_int(st, 2);
	strncpy(now.level, stmt_str(st, 4), sizeof now.level - 1);
	if (goes_on && now.level[0] != '\0') {
		bool beside = strcmp(now.level, last->level) == 0;

		now.below = beside ? last->below : last->role;
		if (now.below != 0 && now.below != now.role)
			add_rung(g, st, now.below, now.role);
		if (beside)
			return;
	}
	*last = now;
}

/* Both ways: it is the same work under two names. */
static void
take_nearest(struct graph *g, struct stmt *st)
{
	for (int back = 0; back < 2; back++) {
		struct edge *x = add(g, stmt_int(st, back), stmt_int(st, !back), EDGE_NEAREST);

		x->source = stmt_int(st, 3);
		if (x->source != 0)
			x->fact = arena_printf(g->a, "nearest:%lld", (long long)stmt_int(st, 2));
	}
}

static bool
each(struct graph *g, const char *query, void (*take)(struct graph *g, struct stmt *st),
    struct err *e)
{
	struct stmt *st = db_query(g->db, query, e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1)
		take(g, st);
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

static bool
read_ladders(struct graph *g, struct err *e)
{
	struct stmt *st = db_query(g->db, "path_ladders", e);
	struct rung last = {.ladder = 0};
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1)
		take_rung(g, st, &last);
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

/* --- what is counted -------------------------------------------------------------------------- */

static void
add_alike(struct graph *g)
{
	const struct space *s = g->tiers;

	for (size_t i = 0; i < s->nr; i++)
		for (size_t k = 0; k < i; k++) {
			double alike;

			if (!space_goal(&s->r[i]) || !space_goal(&s->r[k]))
				continue;
			alike = space_alike(s, &s->r[i], &s->r[k], NULL, NULL);
			if (alike < NEAR_VIABLE)
				continue;
			add(g, s->r[i].role, s->r[k].role, EDGE_ALIKE)->alike = alike;
			add(g, s->r[k].role, s->r[i].role, EDGE_ALIKE)->alike = alike;
		}
}

/* From what one has to each role of which one covers enough. */
static void
add_own(struct graph *g, const struct space *s)
{
	for (size_t i = 0; i < s->nr; i++) {
		const struct space_role *r = &s->r[i];
		double covered = 0;

		if (!space_goal(r))
			continue;
		for (size_t k = r->from; k < r->from + r->n; k++)
			covered += s->p[k].weight * space_share(&g->have, &s->p[k]);
		if (covered >= NEAR_VIABLE * r->weight)
			add(g, 0, r->role, EDGE_OWN)->alike = covered / r->weight;
	}
}

/* Years that one of the edges between two roles states hold for the others. */
static void
share_years(struct graph *g)
{
	for (size_t i = 0; i < g->nedge; i++)
		for (size_t k = 0; k < g->nedge && isnan(g->edge[i].years); k++)
			if (g->edge[k].from_role == g->edge[i].from_role
			    && g->edge[k].to_role == g->edge[i].to_role)
				g->edge[i].years = g->edge[k].years;
}

/* --- knots ------------------------------------------------------------------------------------ */

static int
by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int
by_knot(const void *a, const void *b)
{
	const struct knot *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

static struct knot *
find_knot(const struct graph *g, int64_t role)
{
	const struct knot key = {.role = role};

	return bsearch(&key, g->knot, g->nknot, sizeof *g->knot, by_knot);
}

size_t
graph_knot(const struct graph *g, int64_t role)
{
	const struct knot *k = find_knot(g, role);

	return k != NULL ? (size_t)(k - g->knot) : g->nknot;
}

/* Occupations, and the ends of all edges. */
static size_t
list_ends(const struct graph *g, const struct space_codes *codes, int64_t *ids)
{
	size_t n = 0;

	ids[n++] = 0;
	for (size_t i = 0; i < codes->n; i++)
		ids[n++] = codes->c[i].role;
	for (size_t i = 0; i < g->nedge; i++) {
		ids[n++] = g->edge[i].from_role;
		ids[n++] = g->edge[i].to_role;
	}
	qsort(ids, n, sizeof *ids, by_id);
	return n;
}

static void
make_knot(struct graph *g, int64_t role)
{
	struct knot *k = &g->knot[g->nknot++];

	k->role = role;
	k->tiers = space_find(g->tiers, role);
	k->ratings = g->ratings != NULL ? space_find(g->ratings, role) : NULL;
	k->thin = space_thin(k->tiers != NULL ? k->tiers : k->ratings);
	k->end = k->thin || (k->tiers != NULL && k->tiers->field);
	k->price = k->months = NAN;
}

static void
make_knots(struct graph *g, const struct space_codes *codes)
{
	int64_t *ids = mem_alloc((2 * g->nedge + codes->n + 1) * sizeof *ids);
	size_t n = list_ends(g, codes, ids);

	g->knot = mem_zero(n, sizeof *g->knot);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			make_knot(g, ids[i]);
	free(ids);
}

/* Each occupation's slice of the related ones: that of its first code that has any. */
static void
slice_related(struct graph *g)
{
	const struct ways *w = g->ways;

	for (size_t i = 0, end; i < w->nrelated; i = end) {
		int64_t role = space_coded(&w->codes, w->related[i].from);
		struct knot *k = role != 0 ? find_knot(g, role) : NULL;

		for (end = i; end < w->nrelated && w->related[end].from == w->related[i].from;)
			end++;
		if (k == NULL || k->nrelated > 0)
			continue;
		k->related = i;
		k->nrelated = end - i;
	}
}

/* By the knot in front; of one knot they stay as they were added, kind by kind. */
static void
sort_edges(struct graph *g)
{
	struct edge *sorted = mem_alloc((g->nedge + 1) * sizeof *sorted);
	size_t *next = mem_zero(g->nknot + 1, sizeof *next);

	g->first = mem_zero(g->nknot + 1, sizeof *g->first);
	for (size_t i = 0; i < g->nedge; i++) {
		g->edge[i].from = graph_knot(g, g->edge[i].from_role);
		g->edge[i].to = graph_knot(g, g->edge[i].to_role);
		g->first[g->edge[i].from + 1]++;
	}
	for (size_t k = 0; k < g->nknot; k++) {
		g->first[k + 1] += g->first[k];
		next[k] = g->first[k];
	}
	for (size_t i = 0; i < g->nedge; i++)
		sorted[next[g->edge[i].from]++] = g->edge[i];
	free(g->edge);
	free(next);
	g->edge = sorted;
}

bool
graph_edge(const struct graph *g, size_t from, size_t i, struct edge *out)
{
	const struct knot *k = &g->knot[from];
	size_t own = g->first[from + 1] - g->first[from];
	const struct related *r;
	int64_t to;

	if (i < own) {
		*out = g->edge[g->first[from] + i];
		return true;
	}
	if (i - own >= k->nrelated)
		return false;
	r = &g->ways->related[k->related + i - own];
	to = space_coded(&g->ways->codes, r->to);
	*out = (struct edge){.from_role = k->role,
	    .to_role = to,
	    .from = from,
	    .to = to != 0 ? graph_knot(g, to) : g->nknot,
	    .kind = EDGE_RELATED,
	    .alike = NAN,
	    .years = NAN,
	    .source = g->ways->source,
	    .words = "",
	    .note = "",
	    .fact = "",
	    .related = r};
	return true;
}

static bool
find_packs(struct graph *g, struct err *e)
{
	struct stmt *st = db_query(g->db, "path_packs", e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		struct knot *k = find_knot(g, stmt_int(st, 0));

		if (k != NULL)
			k->pack = true;
	}
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

static bool
load_spaces(struct graph *g, const struct path_ask *ask, bool occupations, struct err *e)
{
	g->ways = ask->ways;
	space_haves(&g->have, &ask->have, g->a);
	g->tiers = spaces_get(ask->spaces, g->db, SPACE_TIERS, NULL, e);
	if (g->tiers == NULL || !occupations)
		return g->tiers != NULL;
	g->ratings = spaces_get(ask->spaces, g->db, SPACE_RATINGS, &ask->have, e);
	return g->ratings != NULL && ways_read_related(g->ways, g->db, e);
}

bool
graph_load(struct graph *g, const struct path_ask *ask, bool occupations, struct err *e)
{
	static const struct space_codes none = {NULL, 0, 0};

	if (!load_spaces(g, ask, occupations, e) || !each(g, "path_stated", take_stated, e)
	    || !read_ladders(g, e))
		return false;
	add_alike(g);
	share_years(g);
	if (ask->from == 0) {
		add_own(g, g->tiers);
		if (occupations)
			add_own(g, g->ratings);
	}
	if (occupations && !each(g, "path_nearest", take_nearest, e))
		return false;
	add(g, ask->from, ask->to, EDGE_FAR);
	make_knots(g, occupations ? &g->ways->codes : &none);
	sort_edges(g);
	if (occupations)
		slice_related(g);
	return find_packs(g, e);
}

void
graph_free(struct graph *g)
{
	free(g->knot);
	free(g->edge);
	free(g->first);
}
