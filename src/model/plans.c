/* plans.c - which program for which job: pairs of both lists under a query. */
#include "plans_parts.h"

#include "career/model/finance.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Longer than this is "never" (finance.h). */
#define YEARS_MOST 1e4

static const enum plans_left program_left[P_CLASSES] = {
    [P_NO_PRICE] = PLANS_NO_PRICE,
    [P_FOREIGN] = PLANS_FOREIGN,
    [P_NO_LENGTH] = PLANS_NO_LENGTH,
};

/* One question on its way. */
struct asking {
	struct plans *p;
	struct plans_own *o;
	enum plans_fold fold;
	bool tests_payback, tests_link, tests_entry;
	double worst;                  /* plans_rank_worst() */
	struct bitset programs, roles; /* that are in a pair */
};

void
plans_init(struct plans *p, struct db *db, const struct sources *src, const struct frame *programs,
    const struct frame *roles)
{
	memset(p, 0, sizeof *p);
	p->db = db;
	p->sources = src;
	p->programs = programs;
	p->roles = roles;
	p->own = mem_zero(1, sizeof *p->own);
	plans_side_init(&p->own->programs, &list_programs, programs);
	plans_side_init(&p->own->roles, &list_roles, roles);
	arena_init(&p->own->arena);
	arena_init(&p->own->advice);
	query_parse(&p->query, list_plans(), "", false);
}

void
plans_free(struct plans *p)
{
	struct plans_own *o = p->own;

	if (o != NULL) {
		query_free(&p->query);
		plans_side_free(&o->programs);
		plans_side_free(&o->roles);
		plans_data_free(&o->data);
		arena_free(&o->arena);
		arena_free(&o->advice);
		free(o->rank.best);
		free(o->role);
		free(o->slot);
		free(o->unsorted);
		free(o->first);
		free(o->to);
		free(o->code);
		free(o->wanted);
		free(o->fold);
		free(o->pay);
		free(o);
	}
	memset(p, 0, sizeof *p);
}

/* --- pairs ------------------------------------------------------------------------------------------ */

/* The programs of a field of study that hold, those of class P_OK first; how many of each class. */
struct bucket {
	const struct plans_slot *slot;
	const uint32_t *n;
	struct plan *best; /* PLANS_BY_PROGRAM: of each slot; payback NAN: none yet */
};

/* One that stands for others of its program or role. */
static void
fold(const struct plans_rank *r, struct plan *best, const struct plan *x)
{
	uint32_t others = isnan(best->payback) ? 0 : best->others + 1;

	if (isnan(best->payback) || plans_before(r, x, best))
		*best = *x;
	best->others = others;
}

static double
payback_of(double outlay, double gain)
{
	double years = gain > 0 ? fmax(0, outlay / gain) : INFINITY;

	return years > YEARS_MOST ? INFINITY : years;
}

/* A pair that holds. */
static void
take_pair(struct asking *k, const struct bucket *b, size_t i, const struct plan *x)
{
	struct plans_own *o = k->o;

	if (k->fold == PLANS_BY_PROGRAM) {
		fold(&o->rank, &b->best[i], x);
	} else if (k->fold == PLANS_BY_ROLE) {
		fold(&o->rank, &o->fold[x->role], x);
	} else {
		plans_rank_add(&o->rank, x);
		k->worst = plans_rank_worst(&o->rank);
	}
}

static enum plans_entry
entry_of(const struct plans_slot *s, const struct plans_role *r)
{
	if (s->rank == 0 || r->needs == 0)
		return ENTRY_UNKNOWN;
	return s->rank >= r->needs ? ENTRY_MET : ENTRY_BELOW;
}

static struct plan
make_plan(const struct asking *k, const struct plans_slot *s, uint32_t link, double payback)
{
	const struct plans_link *l = &k->o->data.link[link];
	const struct plans_price *price = plans_price(&k->o->data, s->row);

	return (struct plan){.program = s->row,
	    .role = l->role,
	    .link = link,
	    .cost = price->total,
	    .months = price->months,
	    .pay = k->o->role[l->role].pay,
	    .payback = payback,
	    .assumed = price->assumed,
	    .job_kept = price->job_kept,
	    .entry = entry_of(s, &k->o->role[l->role])};
}

/* All that holds is counted; of most it is known at once that they are not among the best. */
static void
pair_with(struct asking *k, const struct bucket *b, uint32_t link)
{
	const struct plans_role *r = &k->o->role[k->o->data.link[link].role];
	double gain = r->pay - k->p->baseline;
	uint32_t all = k->o->all_words;
	uint64_t pairs = 0, never = 0, below = 0;

	for (size_t i = 0; i < b->n[P_OK]; i++) {
		const struct plans_slot *s = &b->slot[i];
		double payback = payback_of(s->outlay, gain);

		if ((r->words | s->words) != all
		    || (k->tests_entry && !plans_entry_holds(k->o, entry_of(s, r)))
		    || (k->tests_payback && !plans_hold(k->o, BY_PAYBACK, payback)))
			continue;
		pairs++;
		never += payback > YEARS_MOST;
		below += entry_of(s, r) == ENTRY_BELOW;
		bitset_set(&k->programs, s->row);
		if (payback <= k->worst) {
			struct plan x = make_plan(k, s, link, payback);

			take_pair(k, b, i, &x);
		}
	}
	if (pairs > 0)
		bitset_set(&k->roles, k->o->data.link[link].role);
	k->p->pairs += pairs;
	k->p->never += never;
	k->p->below += below;
}

/* Programs with the words that a role does not have. */
static uint64_t
with_words(const struct plans_own *o, const struct plans_slot *s, uint32_t n, uint32_t words)
{
	uint64_t with = 0;

	for (uint32_t i = 0; words != o->all_words && i < n; i++)
		with += (words | s[i].words) == o->all_words;
	return words == o->all_words ? n : with;
}

/* The pairs of a field that are not ranked, by why. */
static void
count_left(struct asking *k, const struct plans_link *l, const struct bucket *b)
{
	enum role_class c = k->o->role[l->role].is;
	uint32_t words = k->o->role[l->role].words;
	const struct plans_slot *s = b->slot;

	if (c == R_NO_PAY || c == R_LATER)
		k->p->left[c == R_LATER ? PLANS_LATER : PLANS_NO_PAY] +=
		    with_words(k->o, s, b->n[P_OK], words);
	for (int i = 0; c == R_OK && i < P_CLASSES; s += b->n[i++])
		if (i != P_OK)
			k->p->left[program_left[i]] += with_words(k->o, s, b->n[i], words);
}

/* The links of one field, whose programs these are. */
static void
pair_field(struct asking *k, uint32_t from, uint32_t to, struct bucket *b)
{
	struct plans_own *o = k->o;

	if (k->fold == PLANS_BY_PROGRAM) {
		o->fold = mem_reserve(o->fold, &o->fold_cap, b->n[P_OK] + 1, sizeof *o->fold);
		for (size_t i = 0; i < b->n[P_OK]; i++)
			o->fold[i].payback = NAN;
		b->best = o->fold;
	}
	for (uint32_t i = from; i < to; i++) {
		const struct plans_link *l = &o->data.link[i];

		if (k->tests_link && !plans_link_holds(o, l))
			continue;
		if (o->role[l->role].is == R_OK)
			pair_with(k, b, i);
		count_left(k, l, b);
	}
	for (size_t i = 0; b->best != NULL && i < b->n[P_OK]; i++)
		if (!isnan(b->best[i].payback))
			plans_rank_add(&o->rank, &b->best[i]);
}

static void
pair_all(struct asking *k)
{
	struct plans_own *o = k->o;
	const struct plans_data *d = &o->data;
	const struct plans_slot *slot = o->slot;
	uint32_t code = 0, from = 0;

	if (k->fold == PLANS_BY_ROLE) {
		o->fold = mem_reserve(
		    o->fold, &o->fold_cap, (size_t)k->p->roles->rows + 1, sizeof *o->fold);
		for (uint32_t i = 0; i < k->p->roles->rows; i++)
			o->fold[i].payback = NAN;
	}
	while (from < d->nlinks) {
		uint32_t to = from, field = d->link[from].field;
		struct bucket b = {.slot = NULL};

		for (; code < field * P_CLASSES; code++)
			slot += o->first[code];
		while (to < d->nlinks && d->link[to].field == field)
			to++;
		b.slot = slot;
		b.n = &o->first[(size_t)field * P_CLASSES];
		pair_field(k, from, to, &b);
		from = to;
	}
	for (uint32_t i = 0; k->fold == PLANS_BY_ROLE && i < k->p->roles->rows; i++)
		if (!isnan(o->fold[i].payback))
			plans_rank_add(&o->rank, &o->fold[i]);
}

/* Occupations that some field leads to. */
static void
count_occupations(struct asking *k)
{
	for (size_t i = 0; i < k->o->data.nlinks; i++) {
		enum role_class *c = &k->o->role[k->o->data.link[i].role].is;

		k->p->occupations += *c == R_OCCUPATION;
		*c = *c == R_OCCUPATION ? R_OUT : *c;
	}
}

static void
answer(struct asking *k, const struct plans_asks *asks)
{
	struct plans *p = k->p;

	bitset_init(&k->programs, p->programs->rows);
	bitset_init(&k->roles, p->roles->rows);
	k->tests_payback = plans_ask_for(k->o, BY_PAYBACK);
	k->tests_entry = plans_ask_for(k->o, BY_ENTRY);
	k->tests_link = plans_ask_for(k->o, BY_LINK);
	plans_class_roles(p, asks);
	plans_class_programs(p);
	plans_rank_begin(&k->o->rank, p, asks->limit);
	k->worst = INFINITY;
	pair_all(k);
	count_occupations(k);
	plans_rank_end(&k->o->rank);
	p->plan = k->o->rank.best;
	p->n = k->o->rank.n;
	p->nprograms = bitset_count(&k->programs);
	p->nroles = bitset_count(&k->roles);
	bitset_free(&k->programs);
	bitset_free(&k->roles);
}

bool
plans_ask_one(struct plans *p, const struct plans_asks *asks, struct err *e)
{
	struct asking k = {.p = p, .o = p->own, .fold = asks->fold};
	struct query old = p->query;

	p->baseline = asks->baseline;
	if (!plans_data_read(&p->own->data, p, e))
		return false;
	query_parse(&p->query, list_plans(), asks->query, asks->typing);
	query_free(&old);
	p->pairs = p->never = p->below = 0;
	p->occupations = 0;
	memset(p->left, 0, sizeof p->left);
	plans_take_words(k.o, &p->query);
	plans_side_run(&k.o->programs, &p->query);
	plans_side_run(&k.o->roles, &p->query);
	plans_take_tests(k.o, &p->query);
	p->unstated = k.o->programs.result.unknown;
	answer(&k, asks);
	return true;
}

const struct plans_link *
plans_link(const struct plans *p, const struct plan *x)
{
	return &p->own->data.link[x->link];
}
