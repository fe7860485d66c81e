/*
 * payback_beside.c - what stands beside the answer: what one might earn without it, and other programs for the job.
 */
#include "career/base/mem.h"
#include "payback_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	OFFERS = 14,
	OFFERS_SHOWN = 6, /* all jobs, and the five that pay least: the likeliest without it */
};

/* --- offers ---------------------------------------------------------------------------------- */

static int
by_offer(const void *a, const void *b)
{
	const struct payback_offer *x = a, *y = b;

	return (x->pay > y->pay) - (x->pay < y->pay);
}

static void
add_offer(struct payback_case *c, struct payback_offer offer)
{
	if (c->noffers < OFFERS && !isnan(offer.pay))
		c->offer[c->noffers++] = offer;
}

/* A role that was read into the arena: rows of the query are gone when its figures are read. */
struct named {
	int64_t id;
	const char *slug, *title;
};

static bool
read_named(struct named *out, size_t *n, struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st = db_query(c->db, "payback_offers", e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, p->role);
	while ((step = stmt_step(st, e)) == 1 && *n < OFFERS)
		out[(*n)++] = (struct named){stmt_int(st, 0), arena_dup(&c->arena, stmt_str(st, 1)),
		    arena_dup(&c->arena, stmt_str(st, 2))};
	stmt_reset(st);
	return step >= 0;
}

/* The one figure of a first job where no two meet. */
static const struct figure *
first_figure(const struct figures *figs)
{
	double lo, hi;

	for (size_t i = 0; i < figs->n; i++) {
		const struct figure *f = &figs->f[i];

		if (f->level == LEVEL_ENTRY && !f->card && figure_interval(f, &lo, &hi)
		    && strcmp(f->unit, "USD") == 0 && f->basis != BASIS_TOTAL)
			return f;
	}
	return NULL;
}

static bool
offer_role(struct payback *p, const struct named *role, struct err *e)
{
	struct payback_case *c = p->of;
	struct payback_offer offer = {.slug = role->slug};
	struct figures figs;
	const struct figure *f;
	enum ruler ruler;
	double lo, hi;

	if (!figures_of_role(&figs, c->db, c->src, role->id, "pay", &c->arena, e))
		return false;
	offer.says = arena_printf(&c->arena, "%s, %s", role->title, level_says(LEVEL_ENTRY));
	offer.pay = payback_middle(&figs, LEVEL_ENTRY, &offer.who, &ruler, &c->arena);
	if (!isnan(offer.pay))
		offer.answer = arena_printf(
		    &c->arena, "%lld:%d:%d", (long long)role->id, (int)LEVEL_ENTRY, (int)ruler);
	f = first_figure(&figs);
	if (isnan(offer.pay) && f != NULL && figure_interval(f, &lo, &hi)) {
		bool median = f->stat == STAT_PERCENTILES && !isnan(f->p50);

		offer.pay = median ? f->p50 : (lo + hi) / 2;
		offer.who = arena_printf(
		    &c->arena, "%s%s", median ? "median, " : "", f->source->short_name);
		offer.figure = f->id;
	}
	add_offer(c, offer);
	return true;
}

static bool
read_related(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st = db_query(c->db, "payback_offers_related", e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, p->role);
	while ((step = stmt_step(st, e)) == 1)
		add_offer(c,
		    (struct payback_offer){
			.says = arena_printf(&c->arena, "%s, all levels", stmt_str(st, 2)),
			.slug = arena_dup(&c->arena, stmt_str(st, 1)),
			.pay = stmt_num(st, 3),
			.who = arena_printf(&c->arena, "median, OEWS %s", stmt_str(st, 4)),
			.figure = stmt_int(st, 5)});
	stmt_reset(st);
	return step == 0;
}

/* "Bureau of Labor Statistics, OEWS May 2024": who, and in which set. */
static const char *
rule_who(const struct rule *r, struct arena *a)
{
	const char *end = strchr(r->source, ',');

	end = end != NULL ? strchr(end + 1, ',') : NULL;
	return end != NULL ? arena_ndup(a, r->source, (size_t)(end - r->source)) : r->source;
}

static bool
read_offers(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	const struct rule *all = &c->rules->rule[RULE_ALL_JOBS_MEDIAN];
	struct named named[OFFERS] = {{0, NULL, NULL}};
	size_t n = 0;

	c->offer = arena_alloc(&c->arena, OFFERS * sizeof *c->offer);
	c->noffers = 0;
	add_offer(c,
	    (struct payback_offer){.says = "all US jobs, median",
		.slug = "",
		.pay = rule_value(c->rules, RULE_ALL_JOBS_MEDIAN),
		.who = rule_who(all, &c->arena)});
	if (!read_related(p, e))
		return false;
	if (c->noffers == 1 && !read_named(named, &n, p, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!offer_role(p, &named[i], e))
			return false;
	if (c->noffers > 2)
		qsort(c->offer + 1, c->noffers - 1, sizeof *c->offer, by_offer);
	if (c->noffers > OFFERS_SHOWN)
		c->noffers = OFFERS_SHOWN;
	return true;
}

/* --- other ways ------------------------------------------------------------------------------ */

static struct payback_way
take_way(struct stmt *st, struct arena *a)
{
	struct payback_way w = {.id = stmt_int(st, 0),
	    .key = arena_dup(a, stmt_str(st, 1)),
	    .name = arena_dup(a, stmt_str(st, 2)),
	    .school = arena_dup(a, stmt_str(st, 3)),
	    .award = arena_dup(a, stmt_str(st, 4))};

	w.said = (struct price_said){.award = w.award,
	    .mode = arena_dup(a, stmt_str(st, 5)),
	    .months = stmt_num(st, 6),
	    .cost = stmt_num(st, 7),
	    .basis = arena_dup(a, stmt_str(st, 8)),
	    .currency = arena_dup(a, stmt_str(st, 9)),
	    .tuition_in = NAN,
	    .tuition_out = NAN};
	return w;
}

/* Those of the program's kind of award; the array doubles. */
static bool
read_ways(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st = db_query(c->db, "payback_others", e);
	int kind = payback_award_kind(p->award, c->said.months), step = -1;
	size_t cap = 0;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, p->role);
	stmt_bind_int(st, 2, p->program);
	c->nways = 0;
	while ((step = stmt_step(st, e)) == 1) {
		if (payback_award_kind(stmt_str(st, 4), stmt_num(st, 6)) != kind)
			continue;
		if (c->nways == cap) {
			struct payback_way *more;

			cap = cap > 0 ? 2 * cap : 16;
			more = arena_alloc(&c->arena, cap * sizeof *more);
			if (c->nways > 0)
				memcpy(more, c->way, c->nways * sizeof *more);
			c->way = more;
		}
		c->way[c->nways++] = take_way(st, &c->arena);
	}
	stmt_reset(st);
	return step == 0;
}

bool
payback_beside(struct payback *p, struct err *e)
{
	if (!read_offers(p, e) || !read_ways(p, e))
		return false;
	p->offer = p->of->offer;
	p->noffers = p->of->noffers;
	return true;
}

/* --- the shortest ---------------------------------------------------------------------------- */

/* The same person at the same pay, there: loan and aid of this program are not of that one. Of a price in another
 * currency nothing can be kept: then what holds in dollars when nobody says otherwise. */
static struct finance_input
elsewhere(struct payback *p)
{
	struct finance_input in = p->in;
	const char *says;
	enum ruler ruler;

	in.aid = in.borrowed = NAN;
	if (strcmp(in.currency, "USD") == 0)
		return in;
	in.currency = "USD";
	in.baseline = rule_value(p->of->rules, RULE_ALL_JOBS_MEDIAN);
	in.pay = payback_middle(&p->of->own, p->level, &says, &ruler, &p->arena);
	in.living = in.study_pay = NAN;
	return in;
}

/* Whether x takes less time than y. */
static bool
is_shorter(const struct finance_value *x, const struct finance_value *y)
{
	return x->told == FIN_TOLD && (y->told != FIN_TOLD || x->value < y->value);
}

/* Of a price that is not stated, or not in dollars: how high it may be in dollars. */
static double
highest(struct payback *p, const struct finance_input *dollars)
{
	struct finance_input in = *dollars;
	struct finance_value lost;

	p->highest_pay = in.pay;
	if (!isnan(p->in.cost) && !(p->assumed & PRICE_FOREIGN))
		return NAN;
	in.cost = 0;
	lost = finance_value(FM_FORGONE, &in);
	if (lost.told != FIN_TOLD)
		return NAN;
	return PAYBACK_SOON * (in.pay - in.baseline) - lost.value;
}

void
payback_other(struct payback *p)
{
	struct payback_other *o = &p->other;
	struct finance_value mine = finance_value(FM_PAYBACK, &p->in);
	struct finance_input in = elsewhere(p);

	p->highest = highest(p, &in);
	*o = (struct payback_other){.cost = NAN, .months = NAN, .v = {.told = FIN_CANNOT}};
	for (size_t i = 0; i < p->of->nways; i++) {
		const struct payback_way *w = &p->of->way[i];
		struct finance_value v;
		struct price price;

		price_read(&price, &w->said, NULL);
		if (price.assumed & PRICE_FOREIGN)
			continue;
		in.cost = price.total;
		in.months = price.months;
		in.job_kept = price.job_kept;
		v = finance_value(FM_PAYBACK, &in);
		if (v.told != FIN_TOLD)
			continue;
		o->of++;
		if (!is_shorter(&v, &o->v))
			continue;
		*o = (struct payback_other){w->id, w->key, w->name, w->school, w->award,
		    price.total, price.months, price.job_kept, price.assumed, v, o->of, false};
	}
	o->worse = o->id != 0 && !is_shorter(&o->v, &mine);
}
