/*
 * rank_fit.c - what one has of what roles want: the share that model/gap.h says, for all of them at once.
 */
#include "rank_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct fit {
	double all, had;
	size_t own;       /* skills of its own, without skip */
	const char *code; /* of the O*NET, by which it is rated; NULL: it is not */
	bool tiers;       /* packs say what it or its field wants: ratings are not looked at */
};

struct fitting {
	struct rank_reading *q;
	const struct haves *have;  /* sorted by skill */
	struct fit *fit;           /* of the roles, as they stand */
	bool any_tiers, any_rated; /* one says something of a skill of packs; of the O*NET */
};

static int
by_skill(const void *a, const void *b)
{
	const struct have *x = a, *y = b;

	return (x->skill > y->skill) - (x->skill < y->skill);
}

static const struct have *
have_of(const struct haves *h, int64_t skill)
{
	struct have key = {.skill = skill};

	return h->n > 0 ? bsearch(&key, h->h, h->n, sizeof *h->h, by_skill) : NULL;
}

static void
add_skill(struct fit *f, const struct have *one, double weight)
{
	f->own++;
	f->all += weight;
	f->had += weight * have_share(one, NAN);
}

static bool
read_tiers(struct fitting *t)
{
	struct stmt *st = db_query(t->q->db, "rank_tiers", t->q->e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, t->q->e)) == 1) {
		struct ranked *r = rank_find(t->q, stmt_int(st, 0));
		const struct have *one = have_of(t->have, stmt_int(st, 1));
		enum skill_rank rank = (enum skill_rank)stmt_int(st, 3);
		struct fit *f = r != NULL ? &t->fit[r - t->q->out->r] : NULL;

		t->any_tiers |= one != NULL;
		if (f == NULL)
			continue;
		f->tiers = true;
		if (stmt_int(st, 2) == 0 && rank != RANK_SKIP)
			add_skill(f, one, skill_rank_weight(rank));
	}
	return step == 0;
}

/* How many skills an occupation wants, and their weight in all. */
static bool
read_ratings(struct fitting *t, const char *query, int64_t role)
{
	struct stmt *st = db_query(t->q->db, query, t->q->e);
	int step = -1;

	if (st != NULL && role != 0)
		stmt_bind_int(st, 1, role);
	while (st != NULL && (step = stmt_step(st, t->q->e)) == 1) {
		const struct ranked *r = rank_find(t->q, stmt_int(st, 0));
		struct fit *f = r != NULL ? &t->fit[r - t->q->out->r] : NULL;

		if (f == NULL || f->tiers)
			continue;
		f->own = (size_t)stmt_int(st, 1);
		f->all = stmt_num(st, 2);
		f->code = arena_dup(t->q->a, stmt_text(st, 3));
	}
	return step == 0;
}

/* One pass over the ratings of all is cheaper than queries for many. */
static bool
read_all_ratings(struct fitting *t)
{
	const struct ranking *k = t->q->out;
	bool ok = true;

	if (k->n > RANK_ONE_BY_ONE)
		return read_ratings(t, "rank_ratings", 0);
	for (size_t i = 0; ok && i < k->n; i++)
		if (!t->fit[i].tiers)
			ok = read_ratings(t, "rank_rating_of", k->r[i].role);
	return ok;
}

/* Of each skill that one names, the occupations that want it. */
static bool
read_rated(struct fitting *t)
{
	bool ok = true, rated = false;

	for (size_t i = 0; i < t->q->out->n; i++)
		rated |= t->fit[i].code != NULL;
	for (size_t i = 0; ok && rated && i < t->have->n; i++) {
		const struct have *one = &t->have->h[i];
		struct stmt *st = db_query(t->q->db, "rank_rated", t->q->e);
		int step = -1;

		if (st != NULL)
			stmt_bind_int(st, 1, one->skill);
		while (st != NULL && (step = stmt_step(st, t->q->e)) == 1) {
			const struct ranked *r = rank_find(t->q, stmt_int(st, 0));
			struct fit *f = r != NULL ? &t->fit[r - t->q->out->r] : NULL;

			t->any_rated = true;
			if (f != NULL && f->code != NULL && strcmp(f->code, stmt_str(st, 3)) == 0)
				f->had += (stmt_num(st, 1) - 2) * have_share(one, stmt_num(st, 2));
		}
		ok = step == 0;
	}
	return ok;
}

/* Skills of packs and of O*NET have no common names: who names those of the one is not told apart by the other. */
static void
settle(const struct fitting *t)
{
	struct ranking *k = t->q->out;

	for (size_t i = 0; i < k->n; i++) {
		const struct fit *f = &t->fit[i];
		bool said = f->tiers ? t->any_tiers : t->any_rated;

		k->r[i].thin = f->own < SKILLSET_FEW;
		if (k->r[i].thin)
			k->r[i].of[PART_FIT] = rank_unknown("too few skills are listed");
		else if (k->said == 0)
			k->r[i].of[PART_FIT] =
			    rank_unknown("you said of no skill that you have it");
		else if (!said)
			k->r[i].of[PART_FIT] = rank_unknown(f->tiers
				? "the skills that you named are the O*NET's"
				: "it is described by skills of the O*NET, of which you named none");
		else
			k->r[i].of[PART_FIT] =
			    rank_known(f->all > 0 ? f->had / f->all : (double)NAN);
	}
}

bool
rank_read_fit(struct rank_reading *q, struct profile *p)
{
	struct mine mine;
	struct fitting t = {.q = q, .have = &mine.have};
	bool ok = mine_read(&mine, q->db, p, q->a, q->e);

	if (!ok)
		return false;
	for (size_t i = 0; i < mine.have.n; i++)
		q->out->said += mine.have.h[i].how >= HAVE_PARTLY;
	if (mine.have.n > 0)
		qsort(mine.have.h, mine.have.n, sizeof *mine.have.h, by_skill);
	t.fit = mem_zero(q->out->n + 1, sizeof *t.fit);
	ok = read_tiers(&t) && read_all_ratings(&t) && read_rated(&t);
	if (ok)
		settle(&t);
	free(t.fit);
	return ok;
}
