/* space.c - every role's wants as short sorted vectors. */
#include "space_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- tiers of packs --------------------------------------------------------------------------- */

void
space_count(struct space_role *r, const struct space_part *p)
{
	r->n++;
	r->counted += p->weight > 0;
	r->musts += p->must;
	r->weight += p->weight;
}

static void
take_tier(struct space *s, struct stmt *st)
{
	enum skill_rank rank = (enum skill_rank)stmt_int(st, 2);
	int64_t role = stmt_int(st, 0);

	if (s->nr == 0 || s->r[s->nr - 1].role != role) {
		s->r = mem_reserve(s->r, &s->rcap, s->nr + 1, sizeof *s->r);
		s->r[s->nr++] =
		    (struct space_role){.role = role, .from = s->n, .field = stmt_int(st, 3) != 0};
	}
	s->p = mem_reserve(s->p, &s->cap, s->n + 1, sizeof *s->p);
	s->p[s->n++] =
	    (struct space_part){stmt_int(st, 1), skill_rank_weight(rank), NAN, rank == RANK_MUST};
	space_count(&s->r[s->nr - 1], &s->p[s->n - 1]);
}

static bool
load_tiers(struct space *s, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "near_tiers", e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1)
		take_tier(s, st);
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

/* --- both ------------------------------------------------------------------------------------- */

void
spaces_free(struct spaces *all)
{
	for (int i = 0; i < SPACE_KINDS; i++) {
		free(all->s[i].p);
		free(all->s[i].r);
	}
	free(all->codes.c);
	free(all->leveled);
	memset(all, 0, sizeof *all);
}

static bool
load(struct spaces *all, struct db *db, enum space_kind kind, struct err *e)
{
	struct space *s = &all->s[kind];

	return kind == SPACE_TIERS ? load_tiers(s, db, e) : space_read_ratings(s, all, db, e);
}

const struct space *
spaces_get(struct spaces *all, struct db *db, enum space_kind kind, const struct haves *have,
    struct err *e)
{
	if (all->turn != db_sources_turn(db))
		spaces_free(all);
	all->turn = db_sources_turn(db);
	if (!all->read[kind] && !load(all, db, kind, e)) {
		spaces_free(all);
		return NULL;
	}
	all->read[kind] = true;
	if (kind == SPACE_RATINGS && !space_add_levels(all, db, have, e))
		return NULL;
	return &all->s[kind];
}

static int
by_role(const void *a, const void *b)
{
	const struct space_role *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

const struct space_role *
space_find(const struct space *s, int64_t role)
{
	const struct space_role key = {.role = role};

	return s->nr > 0 ? bsearch(&key, s->r, s->nr, sizeof *s->r, by_role) : NULL;
}

bool
space_thin(const struct space_role *r)
{
	return r == NULL || r->counted < SKILLSET_FEW;
}

bool
space_goal(const struct space_role *r)
{
	return !space_thin(r) && !r->field;
}

/* --- likeness --------------------------------------------------------------------------------- */

struct likeness {
	double smaller, larger, most;
	size_t shared;
	int64_t other;
};

static void
hold_against(struct likeness *l, int64_t skill, double a, double b)
{
	l->smaller += fmin(a, b);
	l->larger += fmax(a, b);
	l->shared += a > 0 && b > 0;
	if (a <= 0 && b > l->most) {
		l->most = b;
		l->other = skill;
	}
}

double
space_alike(const struct space *s, const struct space_role *a, const struct space_role *b,
    size_t *shared, int64_t *other)
{
	const struct space_part *x = s->p + a->from, *xend = x + a->n;
	const struct space_part *y = s->p + b->from, *yend = y + b->n;
	struct likeness l = {.shared = 0};

	while (x < xend || y < yend) {
		bool ax = x < xend && (y == yend || x->skill <= y->skill);
		bool ay = y < yend && (x == xend || y->skill <= x->skill);

		hold_against(&l, ax ? x->skill : y->skill, ax ? x->weight : 0, ay ? y->weight : 0);
		x += ax;
		y += ay;
	}
	if (shared != NULL)
		*shared = l.shared;
	if (other != NULL)
		*other = l.other;
	return l.larger > 0 ? l.smaller / l.larger : 0;
}

/* --- what one has ----------------------------------------------------------------------------- */

static int
have_by_skill(const void *a, const void *b)
{
	const struct have *x = a, *y = b;

	return (x->skill > y->skill) - (x->skill < y->skill);
}

void
space_haves(struct space_haves *out, const struct haves *of, struct arena *a)
{
	out->n = of->n;
	out->h = arena_alloc(a, (of->n + 1) * sizeof *out->h);
	if (of->n == 0)
		return;
	memcpy(out->h, of->h, of->n * sizeof *out->h);
	qsort(out->h, out->n, sizeof *out->h, have_by_skill);
}

double
space_share(const struct space_haves *h, const struct space_part *p)
{
	const struct have key = {.skill = p->skill};
	const struct have *one = NULL;

	if (h->n > 0)
		one = bsearch(&key, h->h, h->n, sizeof *h->h, have_by_skill);
	return have_share(one, p->level);
}

double
part_gap(double weight, double share, double before)
{
	return fmax(0, weight - fmax(weight * share, before));
}

/* Stops at what is missing first when only `any` is asked. */
static double
add_gaps(const struct space *s, const struct space_role *wants, const struct space_role *before,
    const struct space_haves *have, bool any)
{
	const struct space_part *x = s->p + wants->from, *xend = x + wants->n;
	const struct space_part *y = before != NULL ? s->p + before->from : NULL;
	const struct space_part *yend = before != NULL ? y + before->n : NULL;
	double gap = 0;

	for (; x < xend && !(any && gap > 0); x++) {
		while (y < yend && y->skill < x->skill)
			y++;
		gap += part_gap(x->weight, space_share(have, x),
		    y < yend && y->skill == x->skill ? y->weight : 0);
	}
	return gap;
}

double
space_gap(const struct space *s, const struct space_role *wants, const struct space_role *before,
    const struct space_haves *have)
{
	return add_gaps(s, wants, before, have, false);
}

bool
space_lacks(const struct space *s, const struct space_role *wants, const struct space_role *before,
    const struct space_haves *have)
{
	return add_gaps(s, wants, before, have, true) > 0;
}
