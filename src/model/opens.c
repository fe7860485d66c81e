/* opens.c - all wants in one list by skill; each run of it is one skill added. */
#include "career/model/opens.h"

#include "career/model/near.h"
#include "career/model/space.h"

#include <stdlib.h>
#include <string.h>

/* A role as it stands now. */
struct now {
	size_t had;     /* musts */
	double covered; /* weight */
};

/* A want of a role that is not wholly had. */
struct want {
	const struct space_part *p;
	size_t role; /* index in the space */
	double gain; /* weight that the skill covers */
};

struct counting {
	bool rated;
	const struct space *space;
	struct space_haves have;
	struct now *now;
	struct want *want; /* by skill */
	size_t nwant;
	struct opens *skill;
	size_t nskill;
	struct arena *a;
};

/* With so many of its musts, and so much of its weight. */
static bool
is_open(const struct counting *c, size_t role, size_t had, double covered)
{
	const struct space_role *r = &c->space->r[role];

	if (had < r->musts)
		return false;
	return c->rated ? covered >= NEAR_VIABLE * r->weight : r->musts > 0;
}

static bool
opens(const struct counting *c, const struct want *w)
{
	const struct now *now = &c->now[w->role];

	return !is_open(c, w->role, now->had, now->covered)
	    && is_open(c, w->role, now->had + w->p->must, now->covered + w->gain);
}

static void
count_role(struct counting *c, size_t i, struct opens_list *out)
{
	const struct space_role *r = &c->space->r[i];

	if (!space_goal(r)) {
		out->thin += !r->field;
		return;
	}
	out->roles++;
	for (size_t k = r->from; k < r->from + r->n; k++) {
		const struct space_part *p = &c->space->p[k];
		double share = p->weight > 0 ? space_share(&c->have, p) : 1;

		c->now[i].covered += p->weight * share;
		if (share < 1)
			c->want[c->nwant++] = (struct want){p, i, p->weight * (1 - share)};
		else if (p->must)
			c->now[i].had++;
	}
	out->no_musts += r->musts == 0;
	out->open += is_open(c, i, c->now[i].had, c->now[i].covered);
}

static int
by_skill(const void *a, const void *b)
{
	const struct want *x = a, *y = b;

	if (x->p->skill != y->p->skill)
		return x->p->skill < y->p->skill ? -1 : 1;
	return (x->role > y->role) - (x->role < y->role);
}

/* One skill: the run of wants from `from` on. Its roles are looked up when it is listed. */
static size_t
count_skill(struct counting *c, size_t from)
{
	struct opens *o = &c->skill[c->nskill++];
	size_t i = from;

	*o = (struct opens){.skill = c->want[from].p->skill};
	for (; i < c->nwant && c->want[i].p->skill == o->skill; i++) {
		o->wanting++;
		o->weight += c->want[i].gain;
		o->musts += c->want[i].p->must;
		o->opens += opens(c, &c->want[i]);
	}
	return i;
}

static int
by_worth(const void *a, const void *b)
{
	const struct opens *x = a, *y = b;

	if (x->opens != y->opens)
		return x->opens > y->opens ? -1 : 1;
	if (x->musts != y->musts)
		return x->musts > y->musts ? -1 : 1;
	if (x->weight < y->weight || x->weight > y->weight)
		return x->weight > y->weight ? -1 : 1;
	return (x->skill > y->skill) - (x->skill < y->skill);
}

/* --- what is listed --------------------------------------------------------------------------- */

static int
by_change(const void *a, const void *b)
{
	const struct opens_role *x = a, *y = b;
	double gx = x->is - x->was, gy = y->is - y->was;

	if (x->opens != y->opens)
		return x->opens ? -1 : 1;
	if (gx < gy || gx > gy)
		return gx > gy ? -1 : 1;
	return (x->role > y->role) - (x->role < y->role);
}

static struct opens_role
changed(const struct counting *c, const struct want *w)
{
	const struct space_role *r = &c->space->r[w->role];
	const struct now *now = &c->now[w->role];

	return (struct opens_role){.role = r->role,
	    .musts = r->musts,
	    .had = now->had,
	    .must = w->p->must,
	    .opens = opens(c, w),
	    .was = now->covered / r->weight,
	    .is = (now->covered + w->gain) / r->weight};
}

/* Slug and words of a row. */
static bool
name(struct db *db, const char *query, int64_t id, const char **slug, const char **words,
    struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int rc = -1;

	*slug = *words = "";
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	if ((rc = stmt_step(st, e)) == 1) {
		*slug = arena_dup(a, stmt_str(st, 0));
		*words = arena_dup(a, stmt_str(st, 1));
	}
	stmt_reset(st);
	return rc >= 0;
}

static bool
list_skill(const struct counting *c, struct opens *o, struct db *db, struct err *e)
{
	struct opens_role *all = arena_alloc(c->a, (o->wanting + 1) * sizeof *all);
	size_t n = 0;
	bool ok = name(db, "skill_named", o->skill, &o->slug, &o->name, c->a, e);

	for (size_t i = 0; i < c->nwant; i++)
		if (c->want[i].p->skill == o->skill)
			all[n++] = changed(c, &c->want[i]);
	qsort(all, n, sizeof *all, by_change);
	o->role = all;
	o->nrole = n < OPENS_ROLES ? n : OPENS_ROLES;
	for (size_t i = 0; ok && i < o->nrole; i++)
		ok = name(db, "skillset_role", all[i].role, &all[i].slug, &all[i].title, c->a, e);
	return ok;
}

static bool
list(struct counting *c, struct opens_list *out, struct db *db, size_t most, struct err *e)
{
	size_t skills = 0;
	bool ok = true;

	for (size_t i = 0; i < c->nwant; i++)
		skills += i == 0 || c->want[i].p->skill != c->want[i - 1].p->skill;
	c->skill = arena_alloc(c->a, (skills + 1) * sizeof *c->skill);
	for (size_t i = 0; i < c->nwant;)
		i = count_skill(c, i);
	if (c->nskill > 0)
		qsort(c->skill, c->nskill, sizeof *c->skill, by_worth);
	out->skill = c->skill;
	out->wanted = c->nskill;
	for (; ok && out->n < most && out->n < c->nskill; out->n++)
		ok = list_skill(c, &c->skill[out->n], db, e);
	return ok;
}

bool
opens_load_over(struct opens_list *out, struct db *db, struct spaces *spaces,
    const struct opens_ask *ask, struct arena *a, struct err *e)
{
	struct counting c = {.a = a, .rated = ask->occupations};
	bool ok;

	*out = (struct opens_list){.n = 0};
	c.space =
	    spaces_get(spaces, db, ask->occupations ? SPACE_RATINGS : SPACE_TIERS, ask->have, e);
	if (c.space == NULL)
		return false;
	space_haves(&c.have, ask->have, a);
	c.now = mem_zero(c.space->nr + 1, sizeof *c.now);
	c.want = mem_alloc((c.space->n + 1) * sizeof *c.want);
	for (size_t i = 0; i < c.space->nr; i++)
		count_role(&c, i, out);
	if (c.nwant > 0)
		qsort(c.want, c.nwant, sizeof *c.want, by_skill);
	ok = list(&c, out, db, ask->most, e);
	free(c.now);
	free(c.want);
	return ok;
}

bool
opens_load(struct opens_list *out, struct db *db, const struct haves *have, bool occupations,
    size_t most, struct arena *a, struct err *e)
{
	const struct opens_ask ask = {have, occupations, most};
	struct spaces spaces = {.turn = 0};
	bool ok = opens_load_over(out, db, &spaces, &ask, a, e);

	spaces_free(&spaces);
	return ok;
}
