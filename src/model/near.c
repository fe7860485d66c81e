/*
 * near.c - every role's wants as short sorted vectors, then one merge per pair.
 */
#include "career/model/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct part {
	int64_t skill;
	double weight;
};

/* A role's slice of the parts. */
struct vector {
	int64_t role;
	size_t from, n, counted; /* counted: but for skip */
};

struct space {
	struct part *p;
	size_t n, cap;
	struct vector *v;
	size_t nv, vcap;
};

static void
space_free(struct space *s)
{
	free(s->p);
	free(s->v);
}

static double
weight_of_tier(struct stmt *st)
{
	return skill_rank_weight((enum skill_rank)stmt_int(st, 2));
}

static double
weight_of_rating(struct stmt *st)
{
	return stmt_num(st, 2) - 2;
}

static bool
space_load(struct space *s, struct db *db, const char *query, int64_t but,
    double (*weight)(struct stmt *st), struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int rc = -1;

	if (st != NULL && but != 0)
		stmt_bind_int(st, 1, but);

	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		int64_t role = stmt_int(st, 0);
		double w = weight(st);

		if (s->nv == 0 || s->v[s->nv - 1].role != role) {
			s->v = mem_reserve(s->v, &s->vcap, s->nv + 1, sizeof *s->v);
			s->v[s->nv++] = (struct vector){.role = role, .from = s->n};
		}
		s->p = mem_reserve(s->p, &s->cap, s->n + 1, sizeof *s->p);
		s->p[s->n++] = (struct part){stmt_int(st, 1), w};
		s->v[s->nv - 1].n++;
		s->v[s->nv - 1].counted += w > 0;
	}
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

static const struct vector *
find(const struct space *s, int64_t role)
{
	for (size_t i = 0; i < s->nv; i++)
		if (s->v[i].role == role)
			return &s->v[i];
	return NULL;
}

struct score {
	const struct vector *v;
	const char *through;
	double alike;
	size_t shared;
	int64_t other; /* skill that weighs most of what only it wants; 0 none */
};

static void
compare(const struct space *s, const struct vector *a, struct score *out)
{
	const struct part *x = s->p + a->from, *xend = x + a->n;
	const struct part *y = s->p + out->v->from, *yend = y + out->v->n;
	double smaller = 0, larger = 0, most = 0;

	while (x < xend || y < yend) {
		bool ax = x < xend && (y == yend || x->skill <= y->skill);
		bool ay = y < yend && (x == xend || y->skill <= x->skill);
		double wx = ax ? x->weight : 0, wy = ay ? y->weight : 0;

		smaller += fmin(wx, wy);
		larger += fmax(wx, wy);
		out->shared += wx > 0 && wy > 0;
		if (wx <= 0 && wy > most) {
			most = wy;
			out->other = y->skill;
		}
		x += ax;
		y += ay;
	}
	out->alike = larger > 0 ? smaller / larger : 0;
}

/* --- the most alike --------------------------------------------------------------------------- */

struct scores {
	struct score *s;
	size_t n, cap;
};

static int
by_likeness(const void *a, const void *b)
{
	const struct score *x = a, *y = b;

	if (x->alike < y->alike || x->alike > y->alike)
		return x->alike > y->alike ? -1 : 1;
	return (x->v->role > y->v->role) - (x->v->role < y->v->role);
}

/* Everything that is not thin, but for itself. */
static void
score_all(struct scores *all, const struct space *s, int64_t self, const struct vector *of,
    const char *through)
{
	for (size_t i = 0; i < s->nv; i++) {
		struct score score = {.v = &s->v[i], .through = through};

		if (s->v[i].role == self || s->v[i].role == of->role
		    || s->v[i].counted < SKILLSET_FEW)
			continue;
		compare(s, of, &score);
		if (score.alike <= 0)
			continue;
		all->s = mem_reserve(all->s, &all->cap, all->n + 1, sizeof *all->s);
		all->s[all->n++] = score;
	}
}

static bool
read_role(struct near *out, struct db *db, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "near_role", e);
	int rc;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, out->role);
	rc = stmt_step(st, e);
	if (rc == 1) {
		out->slug = arena_dup(a, stmt_str(st, 0));
		out->title = arena_dup(a, stmt_str(st, 1));
		out->zone = (int)stmt_int(st, 2);
	}
	stmt_reset(st);
	return rc >= 0;
}

static const char *
name_skill(struct db *db, int64_t skill, struct arena *a)
{
	struct err e;
	struct stmt *st = skill != 0 ? db_query(db, "near_skill", &e) : NULL;
	const char *name = "";

	if (st == NULL)
		return name;
	stmt_bind_int(st, 1, skill);
	if (stmt_step(st, &e) == 1)
		name = arena_dup(a, stmt_str(st, 0));
	stmt_reset(st);
	return name;
}

static bool
already(const struct near *list, size_t n, int64_t role)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].role == role)
			return true;
	return false;
}

/* Each role once, where it is most alike. */
static bool
take_best(struct near_list *out, struct scores *all, struct db *db, int zone, size_t most,
    struct arena *a, struct err *e)
{
	bool ok = true;

	if (all->n > 0)
		qsort(all->s, all->n, sizeof *all->s, by_likeness);
	out->near = arena_alloc(a, ((all->n < most ? all->n : most) + 1) * sizeof *out->near);
	for (size_t i = 0; ok && i < all->n && out->n < most; i++) {
		const struct score *s = &all->s[i];
		struct near *n = &out->near[out->n];

		if (already(out->near, out->n, s->v->role))
			continue;
		*n = (struct near){.role = s->v->role,
		    .alike = s->alike,
		    .shared = s->shared,
		    .own = s->v->counted,
		    .through = s->through,
		    .first_other = name_skill(db, s->other, a),
		    .zone_from = zone};
		ok = read_role(n, db, a, e);
		out->n++;
	}
	free(all->s);
	return ok;
}

/* Occupations: by its own ratings, else through those that stand nearest to it. */
static bool
score_occupations(struct scores *all, const struct space *s, struct db *db, int64_t role,
    struct arena *a, struct err *e)
{
	const struct vector *own = find(s, role);
	struct stmt *st;
	int64_t ids[16];
	size_t n = 0;
	int rc;

	if (own != NULL) {
		score_all(all, s, role, own, "");
		return true;
	}
	st = db_query(db, "near_through", e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, e)) == 1 && n < sizeof ids / sizeof *ids)
		ids[n++] = stmt_int(st, 0);
	stmt_reset(st);
	for (size_t i = 0; rc >= 0 && i < n; i++) {
		struct near through = {.role = ids[i]};

		if (!read_role(&through, db, a, e))
			return false;
		score_all(all, s, role, find(s, ids[i]), through.title);
	}
	return rc >= 0;
}

static bool
near_packs(
    struct nears *out, struct db *db, int64_t role, size_t most, struct arena *a, struct err *e)
{
	struct space s = {NULL, 0, 0, NULL, 0, 0};
	struct scores all = {NULL, 0, 0};
	const struct vector *own;
	bool ok = space_load(&s, db, "near_tiers", role, weight_of_tier, e);

	own = find(&s, role);
	out->by_tiers = own != NULL;
	out->is_thin = own != NULL && own->counted < SKILLSET_FEW;
	for (size_t i = 0; own != NULL && i < s.nv; i++)
		out->thin += s.v[i].role != role && s.v[i].counted < SKILLSET_FEW;
	if (own != NULL && !out->is_thin)
		score_all(&all, &s, role, own, "");
	ok = ok && take_best(&out->roles, &all, db, 0, most, a, e);
	space_free(&s);
	return ok;
}

static bool
near_sets(
    struct nears *out, struct db *db, int64_t role, size_t most, struct arena *a, struct err *e)
{
	struct space s = {NULL, 0, 0, NULL, 0, 0};
	struct scores all = {NULL, 0, 0};
	struct near self = {.role = role};
	bool ok = read_role(&self, db, a, e)
	    && space_load(&s, db, "near_ratings", 0, weight_of_rating, e)
	    && score_occupations(&all, &s, db, role, a, e);

	ok = ok && take_best(&out->occupations, &all, db, self.zone, most, a, e);
	space_free(&s);
	return ok;
}

static bool
look_for_sets(struct nears *out, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "near_any_ratings", e);
	int rc = st != NULL ? stmt_step(st, e) : -1;

	out->has_sets = rc == 1 && stmt_int(st, 0) != 0;
	if (st != NULL)
		stmt_reset(st);
	return rc >= 0;
}

bool
near_load(struct nears *out, struct db *db, int64_t role, bool occupations, size_t most,
    struct arena *a, struct err *e)
{
	*out = (struct nears){.thin = 0};
	return look_for_sets(out, db, e) && near_packs(out, db, role, most, a, e)
	    && (!occupations || near_sets(out, db, role, most, a, e));
}
