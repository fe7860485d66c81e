/*
 * rank_interest.c - how like one's interests roles are: many occupations by one query, others through what is nearest.
 */
#include "rank_parts.h"

#include <math.h>
#include <stdlib.h>

static void
take_interest(struct ranked *r, const struct interest_fit *f)
{
	if (isnan(f->r)) {
		r->of[PART_INTEREST] =
		    rank_unknown("no interests of it, nor of a nearest occupation");
		return;
	}
	r->of[PART_INTEREST] = rank_known(f->r);
	r->of[PART_INTEREST].near = f->nthrough > 0; /* through the first of them */
	if (f->source != NULL)
		r->of[PART_INTEREST].source = f->source->key;
}

static void
without_interest(struct rank_reading *q, const char *why)
{
	for (size_t i = 0; i < q->out->n; i++)
		q->out->r[i].of[PART_INTEREST] = rank_unknown(why);
}

/* Many occupations by one query. */
static bool
read_own_fits(struct rank_reading *q, const struct interests *mine)
{
	struct interest_fits all;

	if (!interest_fits(&all, q->db, q->src, mine, true, q->a, q->e))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		struct ranked *r = rank_find(q, all.f[i].role);

		if (r != NULL)
			take_interest(r, &all.f[i]);
	}
	return true;
}

static bool
read_fit(struct rank_reading *q, const struct interests *mine, struct ranked *r)
{
	struct interest_fit one;

	if (!interest_fit_of(&one, q->db, q->src, mine, r->role, q->a, q->e))
		return false;
	take_interest(r, &one);
	return true;
}

/* Of roles that have nearest occupations, through these. Which they are is read whole first: others use the query. */
static bool
read_near_fits(struct rank_reading *q, const struct interests *mine)
{
	struct stmt *st = db_query(q->db, "nearest_all", q->e);
	struct ranked **near = mem_alloc((q->out->n + 1) * sizeof *near), *r;
	size_t n = 0;
	int step = -1;
	bool ok;

	while (st != NULL && (step = stmt_step(st, q->e)) == 1) {
		r = rank_find(q, stmt_int(st, 0));
		if (r != NULL && (n == 0 || near[n - 1] != r))
			near[n++] = r;
	}
	ok = step == 0;
	for (size_t i = 0; ok && i < n; i++)
		if (isnan(near[i]->of[PART_INTEREST].v))
			ok = read_fit(q, mine, near[i]);
	free(near);
	return ok;
}

static bool
read_fits(struct rank_reading *q, const struct interests *mine)
{
	bool ok = true;

	without_interest(q, "no interests of it, nor of a nearest occupation");
	if (q->out->n > RANK_ONE_BY_ONE)
		return read_own_fits(q, mine) && read_near_fits(q, mine);
	for (size_t i = 0; ok && i < q->out->n; i++)
		ok = read_fit(q, mine, &q->out->r[i]);
	return ok;
}

static bool
look_for_interests(struct rank_reading *q)
{
	struct stmt *st = db_query(q->db, "any_interest", q->e);
	int step = st != NULL ? stmt_step(st, q->e) : -1;

	q->has_interests = step == 1 && stmt_int(st, 0) != 0;
	if (st != NULL)
		stmt_reset(st);
	return step >= 0;
}

bool
rank_read_interests(struct rank_reading *q, struct profile *p)
{
	struct interest_items items;
	struct interests mine;

	if (!look_for_interests(q) || !interest_items(&items, q->a, q->e)
	    || !interests_read(&mine, &items, p, q->e))
		return false;
	if (!q->has_interests) {
		without_interest(q, "no occupational interests in this catalog");
		return true;
	}
	if (!mine.whole) {
		without_interest(q,
		    mine.answered == 0 ? "you answered no item of interests yet"
				       : "a kind of interests has no answer yet");
		return true;
	}
	return read_fits(q, &mine);
}
