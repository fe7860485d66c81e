/*
 * near.c - one role's wants beside those of all others.
 */
#include "career/model/near.h"
#include "career/model/space.h"

#include <stdlib.h>
#include <string.h>

struct score {
	const struct space_role *r;
	const char *through;
	double alike;
	size_t shared;
	int64_t other; /* skill that weighs most of what only it wants; 0 none */
};

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
	return (x->r->role > y->r->role) - (x->r->role < y->r->role);
}

/* Everything that is not thin, but for itself. */
static void
score_all(struct scores *all, const struct space *s, int64_t self, const struct space_role *of,
    const char *through)
{
	for (size_t i = 0; i < s->nr; i++) {
		struct score score = {.r = &s->r[i], .through = through};

		if (s->r[i].role == self || s->r[i].role == of->role || !space_goal(&s->r[i]))
			continue;
		score.alike = space_alike(s, of, score.r, &score.shared, &score.other);
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

static const char *const degrees[DEGREES] = {"not stated", "none", "high school", "some college",
    "associate's", "bachelor's", "master's", "doctorate"};

const char *
degree_word(enum degree d)
{
	return degrees[d];
}

bool
degree_load(struct degree_span *out, struct db *db, int64_t role, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "near_degree", e);
	int rc = -1;

	*out = (struct degree_span){.fact = ""};
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, e)) == 1) {
		int height = (int)stmt_int(st, 0);

		if (height <= DEGREE_UNSAID || height >= DEGREES)
			continue;
		if (out->high == DEGREE_UNSAID) {
			out->high = (enum degree)height;
			out->fact = arena_dup(a, stmt_str(st, 1));
		}
		out->low = (enum degree)height;
	}
	stmt_reset(st);
	return rc == 0;
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

		if (already(out->near, out->n, s->r->role))
			continue;
		*n = (struct near){.role = s->r->role,
		    .alike = s->alike,
		    .shared = s->shared,
		    .own = s->r->counted,
		    .through = s->through,
		    .first_other = name_skill(db, s->other, a),
		    .zone_from = zone};
		ok = read_role(n, db, a, e) && degree_load(&n->degree, db, n->role, a, e);
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
	const struct space_role *own = space_find(s, role);
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
		score_all(all, s, role, space_find(s, ids[i]), through.title);
	}
	return rc >= 0;
}

/* What near roles are asked for. */
struct asked {
	struct db *db;
	struct spaces *spaces;
	int64_t role;
	size_t most;
	struct arena *a;
};

static bool
near_packs(struct nears *out, const struct asked *q, struct err *e)
{
	const struct space *s = spaces_get(q->spaces, q->db, SPACE_TIERS, NULL, e);
	const struct space_role *own = s != NULL ? space_find(s, q->role) : NULL;
	struct scores all = {NULL, 0, 0};

	if (s == NULL)
		return false;
	out->by_tiers = own != NULL;
	out->is_thin = own != NULL && space_thin(own);
	for (size_t i = 0; own != NULL && i < s->nr; i++)
		out->thin += s->r[i].role != q->role && !s->r[i].field && space_thin(&s->r[i]);
	if (own != NULL && !out->is_thin)
		score_all(&all, s, q->role, own, "");
	return take_best(&out->roles, &all, q->db, 0, q->most, q->a, e);
}

static bool
near_sets(struct nears *out, const struct asked *q, struct err *e)
{
	const struct space *s = spaces_get(q->spaces, q->db, SPACE_RATINGS, NULL, e);
	struct scores all = {NULL, 0, 0};
	struct near self = {.role = q->role};

	return s != NULL && read_role(&self, q->db, q->a, e)
	    && score_occupations(&all, s, q->db, q->role, q->a, e)
	    && take_best(&out->occupations, &all, q->db, self.zone, q->most, q->a, e);
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
near_load_over(struct nears *out, struct db *db, struct spaces *spaces, const struct near_ask *ask,
    struct arena *a, struct err *e)
{
	const struct asked q = {db, spaces, ask->role, ask->most, a};

	*out = (struct nears){.thin = 0};
	return look_for_sets(out, db, e) && degree_load(&out->degree, db, ask->role, a, e)
	    && near_packs(out, &q, e) && (!ask->occupations || near_sets(out, &q, e));
}

bool
near_load(struct nears *out, struct db *db, int64_t role, bool occupations, size_t most,
    struct arena *a, struct err *e)
{
	const struct near_ask ask = {role, occupations, most};
	struct spaces spaces = {.turn = 0};
	bool ok = near_load_over(out, db, &spaces, &ask, a, e);

	spaces_free(&spaces);
	return ok;
}
