/*
 * payback_pay.c - which pay figures answer, and the one pay that tests are told at.
 */
#include "payback_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- one figure ------------------------------------------------------------------------------ */

/* The middle as its source states it: a median where there is one. A further end that is open is not known. */
static struct finance_pay
pay_of(const struct figure *f, double lo, double hi)
{
	double middle = f->stat == STAT_PERCENTILES && !isnan(f->p50) ? f->p50 : (lo + hi) / 2;

	return (struct finance_pay){.who = f->source->short_name,
	    .low = f->open_low ? NAN : lo,
	    .middle = middle,
	    .high = f->open_high ? NAN : hi};
}

static void
put_factors(struct finance_pay *pay, const struct factor_choice *c)
{
	double low = 1, high = 1;

	factor_product(c, &low, &high);
	pay->low *= low;
	pay->middle *= (low + high) / 2;
	pay->high *= high;
}

/* Of percentiles the median may be known where the upper quartile is not. */
static bool
is_floor(const struct figure *f)
{
	return f->open_high && !(f->stat == STAT_PERCENTILES && f->p50 < f->p75);
}

static void
add_pay(
    struct payback *p, const struct agree_line *line, const struct figure *f, double lo, double hi)
{
	struct payback_pay *pay = &p->pay[p->npays++];
	struct factor_choice fit;

	*pay = (struct payback_pay){.line = line,
	    .f = f,
	    .ruler = f->basis == BASIS_TOTAL ? RULER_TOTAL : RULER_SALARY,
	    .pay = pay_of(f, lo, hi),
	    .floor = is_floor(f)};
	factor_fitting(&fit, &p->factors, f, f->level != LEVEL_UNSTATED ? f->level : p->level);
	put_factors(&pay->pay, &fit);
}

static bool
is_median(const struct figure *f)
{
	return f->missing[0] == '\0'
	    && (f->stat == STAT_MEDIAN || (f->stat == STAT_PERCENTILES && !isnan(f->p50)));
}

/* A mean says nothing new beside the median of the same source about the same people. */
static bool
is_mean_beside_median(const struct figure *f, const struct figures *all)
{
	if (f->stat != STAT_MEAN)
		return false;
	for (size_t i = 0; i < all->n; i++) {
		const struct figure *m = &all->f[i];

		if (is_median(m) && m->source == f->source && m->about_id == f->about_id
		    && m->level == f->level && m->basis == f->basis
		    && strcmp(m->place, f->place) == 0 && strcmp(m->unit, f->unit) == 0)
			return true;
	}
	return false;
}

/* --- all of them ----------------------------------------------------------------------------- */

/* Higher pay first; of equals the order of the figures. */
static int
by_pay(const void *a, const void *b)
{
	const struct payback_pay *x = a, *y = b;

	if (x->ruler != y->ruler)
		return x->ruler == RULER_TOTAL ? -1 : 1;
	if (x->pay.middle != y->pay.middle)
		return x->pay.middle > y->pay.middle ? -1 : 1;
	return (x->f->id > y->f->id) - (x->f->id < y->f->id);
}

static bool
is_currency(const struct payback *p, const char *currency)
{
	const char *c = strncmp(currency, "unstated", 8) == 0 ? "USD" : currency;

	return strcmp(c, p->in.currency) == 0;
}

static void
take_group(struct payback *p, const struct agree_group *g, const struct figures *all)
{
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];

		if (is_mean_beside_median(l->f, all))
			continue;
		if (g->place[0] != '\0')
			p->elsewhere++;
		else if (!is_currency(p, g->currency))
			p->apart++;
		else if (strcmp(g->per, "year") != 0)
			p->hourly++;
		else
			add_pay(p, l, l->f, l->lo, l->hi);
	}
}

static void
take_level(struct payback *p, const struct figures *figs, enum level level)
{
	struct agree ag;

	agree_make(&ag, figs, level, &p->arena);
	for (size_t i = 0; i < ag.n; i++)
		take_group(p, &ag.g[i], figs);
	p->pay_level = level;
}

static void
take_near(struct payback *p, const struct figures *near)
{
	for (size_t i = 0; i < near->n; i++) {
		const struct figure *f = &near->f[i];
		double lo, hi;

		if (f->card || !figure_interval(f, &lo, &hi) || is_mean_beside_median(f, near))
			continue;
		if (!is_currency(p, f->unit))
			p->apart++;
		else if (f->per[0] != '\0' && strcmp(f->per, "year") != 0)
			p->hourly++;
		else
			add_pay(p, NULL, f, lo, hi);
	}
	p->pay_level = LEVEL_ALL;
	p->near = p->npays + p->apart > 0;
}

static void
take_own(struct payback *p, double pay)
{
	p->pay[0] = (struct payback_pay){
	    .ruler = RULER_SALARY, .pay = {.who = "yours", .low = pay, .middle = pay, .high = pay}};
	p->npays = 1;
	p->pay_level = p->level;
}

static void
take_figures(struct payback *p, const struct payback_asks *q)
{
	struct figures own = payback_chosen(&p->of->own, q->source, &p->arena);
	struct figures near = payback_chosen(&p->of->near, q->source, &p->arena);

	p->levels = agree_levels(&own);
	p->near = false;
	p->npays = p->apart = p->elsewhere = p->hourly = 0;
	p->pay = arena_alloc(&p->arena, (own.n + near.n + 1) * sizeof *p->pay);
	if (!isnan(q->said[FI_PAY])) {
		take_own(p, q->said[FI_PAY]);
		return;
	}
	take_level(p, &own, q->level);
	if (p->npays + p->apart == 0 && q->level != LEVEL_ALL)
		take_level(p, &own, LEVEL_ALL);
	if (p->npays + p->apart == 0)
		take_near(p, &near);
	if (p->npays > 1)
		qsort(p->pay, p->npays, sizeof *p->pay, by_pay);
}

/* --- one pay for all tests ------------------------------------------------------------------- */

static const char *
range_says(const struct agree_group *g, const struct agree_range *r, struct arena *a)
{
	struct buf b = BUF_INIT;
	const char *says;

	if (r->lo < r->hi) {
		buf_adds(&b, "middle of ");
		finance_range(&b, r->lo, r->hi, FU_MONEY, g->currency);
		buf_adds(&b, ", ");
	}
	if (g->nbest > 0)
		buf_addf(&b, "where %zu of %zu publishers meet", r->publishers, g->publishers);
	else
		buf_addf(&b, "where %zu pages of one publisher meet", r->publishers);
	buf_adds(&b, g->ruler == RULER_TOTAL ? ", with bonus and shares" : "");
	says = arena_ndup(a, b.data, b.len);
	buf_free(&b);
	return says;
}

static bool
is_finite(const struct agree_range *r)
{
	return r->publishers > 0 && isfinite(r->lo) && isfinite(r->hi);
}

double
payback_middle(const struct figures *figs, enum level level, const char **says, enum ruler *ruler,
    struct arena *a)
{
	struct agree ag;

	agree_make(&ag, figs, level, a);
	for (int r = RULER_SALARY; r < RULER_COUNT; r++) {
		const struct agree_group *g = agree_main(&ag, level, (enum ruler)r);
		const struct agree_range *range;

		if (g == NULL)
			continue;
		range = g->nbest > 0 ? &g->best[0] : &g->single;
		if (!is_finite(range))
			continue;
		*ruler = (enum ruler)r;
		*says = range_says(g, range, a);
		return (range->lo + range->hi) / 2;
	}
	return NAN;
}

/* Where no two meet: the middle one of the figures, the lower of two; those of a salary before those with
 * bonus and shares. The figures stand highest first, totals in front. */
static const struct payback_pay *
middle_figure(const struct payback *p)
{
	size_t from = 0;

	while (from < p->npays && p->pay[from].ruler == RULER_TOTAL)
		from++;
	if (from == p->npays)
		from = 0;
	return p->npays == 0 ? NULL : &p->pay[from + (p->npays - from) / 2];
}

static const char *
figure_words(struct payback *p, const struct payback_pay *pay)
{
	return arena_printf(&p->arena, "%s%s%s", pay->pay.who,
	    p->npays > 1 ? ", the middle one" : "", pay->floor ? ", or more" : "");
}

static void
put_pay(struct payback *p, const struct payback_asks *q)
{
	struct payback_line *l = &p->line[FI_PAY];
	struct figures own = payback_chosen(&p->of->own, q->source, &p->arena);
	struct finance_pay pay = {.middle = NAN};
	const struct payback_pay *one = middle_figure(p);
	const struct figure anywhere = {.place = "", .employer = ""};
	struct factor_choice fit;
	enum ruler ruler = RULER_SALARY;

	*l = (struct payback_line){.field = FI_PAY,
	    .value = NAN,
	    .says = p->apart > 0 ? "sources state it in other currencies" : "no source states it"};
	p->pay_answer = "";
	if (isnan(q->said[FI_PAY]) && !p->near && strcmp(p->in.currency, "USD") == 0)
		pay.middle = payback_middle(&own, p->pay_level, &l->says, &ruler, &p->arena);
	if (!isnan(pay.middle)) {
		p->pay_answer = arena_printf(
		    &p->arena, "%lld:%d:%d", (long long)p->role, (int)p->pay_level, (int)ruler);
		factor_fitting(&fit, &p->factors, &anywhere, p->pay_level);
		put_factors(&pay, &fit);
		l->from = FROM_SOURCE;
	} else if (one != NULL) {
		pay = one->pay;
		l->from = one->f != NULL ? FROM_SOURCE : FROM_PERSON;
		l->says = one->f != NULL ? figure_words(p, one) : "yours";
		l->table = one->f != NULL ? "figure" : NULL;
		l->row = one->f != NULL ? one->f->id : 0;
	}
	l->value = p->in.pay = pay.middle;
}

bool
payback_pays(struct payback *p, const struct payback_asks *q, struct err *e)
{
	struct payback_asks all;
	bool ok = payback_sources_known(p->of->src, q->source, e);

	if (!ok) {
		all = *q;
		all.source[0] = '\0';
		q = &all;
	}
	take_figures(p, q);
	put_pay(p, q);
	return ok;
}
