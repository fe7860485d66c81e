/*
 * finance_band.c - one formula over several pay figures.
 */
#include "career/model/finance_band.h"

#include <math.h>
#include <stdlib.h>

/* Answers beyond so many times the median, and more than so far from it, do not lead. */
#define FAR_TIMES 3
#define FAR_LEAST 1

enum { NAMED = 3 };

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median_of(const struct finance_band *b, struct arena *a)
{
	double *v = arena_alloc(a, (b->told + 1) * sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->row[i].middle.told == FIN_TOLD)
			v[n++] = b->row[i].middle.value;
	if (n == 0)
		return NAN;
	qsort(v, n, sizeof *v, by_value);
	return (v[(n - 1) / 2] + v[n / 2]) / 2;
}

static bool
is_far(double v, double median)
{
	if (!(fabs(v - median) > FAR_LEAST))
		return false;
	if (v < 0 || median < 0)
		return fabs(v - median) > (FAR_TIMES - 1) * fabs(median);
	return v > FAR_TIMES * median || v * FAR_TIMES < median;
}

static struct finance_value
at_pay(enum finance_measure m, const struct finance_input *in, double pay)
{
	struct finance_input at = *in;

	at.pay = pay;
	return finance_value(m, &at);
}

static void
count(struct finance_band *b, const struct finance_value *v)
{
	b->told += v->told == FIN_TOLD;
	b->never += v->told == FIN_NEVER;
	b->cannot += v->told == FIN_CANNOT;
	b->passes += v->verdict == FIN_PASSES;
	b->fails += v->verdict == FIN_FAILS;
	if (v->told == FIN_TOLD) {
		b->lo = fmin(b->lo, v->value);
		b->hi = fmax(b->hi, v->value);
	}
}

/* Is row i a better answer than row k? Neither when they are alike. */
static bool
better(const struct finance_band *b, size_t i, size_t k)
{
	const struct finance_band_row *r = &b->row[i], *o = &b->row[k];
	bool never = r->middle.told == FIN_NEVER, other = o->middle.told == FIN_NEVER;

	if (never || other)
		return never == other ? r->pay->middle > o->pay->middle : other;
	return finance_formulas[b->measure].less_is_better ? r->middle.value < o->middle.value
							   : r->middle.value > o->middle.value;
}

static void
find_ends(struct finance_band *b)
{
	for (size_t i = 0; i < b->n; i++) {
		enum finance_told told = b->row[i].middle.told;

		if (told != FIN_TOLD && told != FIN_NEVER)
			continue;
		if (told == FIN_TOLD && (b->best == b->n || better(b, i, b->best)))
			b->best = i;
		if (b->worst == b->n || better(b, b->worst, i))
			b->worst = i;
	}
}

static void
find_lead(struct finance_band *b, struct arena *a)
{
	double median = median_of(b, a);
	size_t near = 0;

	for (size_t i = 0; i < b->n; i++)
		near +=
		    b->row[i].middle.told == FIN_TOLD && !is_far(b->row[i].middle.value, median);
	for (size_t i = 0; i < b->n; i++) {
		struct finance_band_row *r = &b->row[i];

		r->lead = r->middle.told == FIN_TOLD
		    && (2 * near <= b->told || !is_far(r->middle.value, median));
		if (!r->lead)
			continue;
		b->lead++;
		b->lead_lo = fmin(b->lead_lo, r->middle.value);
		b->lead_hi = fmax(b->lead_hi, r->middle.value);
	}
}

void
finance_band(struct finance_band *out, enum finance_measure m, const struct finance_input *in,
    const struct finance_pays *pays, struct arena *a)
{
	*out = (struct finance_band){.measure = m,
	    .row = arena_alloc(a, (pays->n + 1) * sizeof *out->row),
	    .n = pays->n,
	    .best = pays->n,
	    .worst = pays->n,
	    .lo = NAN,
	    .hi = NAN,
	    .lead_lo = NAN,
	    .lead_hi = NAN};
	for (size_t i = 0; i < pays->n; i++) {
		struct finance_band_row *r = &out->row[i];

		r->pay = &pays->p[i];
		r->low = at_pay(m, in, r->pay->low);
		r->middle = at_pay(m, in, r->pay->middle);
		r->high = at_pay(m, in, r->pay->high);
		count(out, &r->middle);
	}
	find_ends(out);
	find_lead(out, a);
}

size_t
finance_band_count(const struct finance_band *b, double lo, double hi)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += b->row[i].middle.told == FIN_TOLD && b->row[i].middle.value >= lo
		    && b->row[i].middle.value <= hi;
	return n;
}

/* --- in words -------------------------------------------------------------------------------- */

static void
put_figures(struct buf *out, size_t some, size_t all)
{
	if (all == 1)
		buf_adds(out, "1 pay figure");
	else
		buf_addf(out, "%zu of %zu pay figures", some, all);
}

/* One that does not lead: by name, its own answer, and whether its low end never gets there. */
static void
put_apart(struct buf *out, const struct finance_band *b, const struct finance_band_row *r,
    const struct finance_input *in)
{
	buf_addf(out, "; %s: ", r->pay->who);
	if (r->middle.told == FIN_NEVER) {
		buf_adds(out, r->high.told == FIN_TOLD ? "never, but at its high end " : "never");
		if (r->high.told == FIN_TOLD)
			finance_number(
			    out, r->high.value, finance_formulas[b->measure].unit, in->currency);
		return;
	}
	finance_number(out, r->middle.value, finance_formulas[b->measure].unit, in->currency);
	if (r->low.told == FIN_NEVER)
		buf_adds(out, ", never at its low end");
}

static void
put_others(struct buf *out, const struct finance_band *b, const struct finance_input *in)
{
	size_t named = 0, left = b->told + b->never - b->lead;

	for (size_t i = 0; i < b->n && named < NAMED; i++) {
		const struct finance_band_row *r = &b->row[i];

		if (r->lead || (r->middle.told != FIN_TOLD && r->middle.told != FIN_NEVER))
			continue;
		put_apart(out, b, r, in);
		named++;
	}
	if (left > named)
		buf_addf(out, "; %zu more", left - named);
	if (b->cannot > 0)
		buf_addf(out, "; %zu cannot be told", b->cannot);
}

static void
put_verdicts(struct buf *out, const struct finance_band *b)
{
	bool pass = b->passes >= b->fails;

	put_figures(out, pass ? b->passes : b->fails, b->n);
	buf_adds(out, pass ? ": passes" : ": fails");
	if (b->passes > 0 && b->fails > 0)
		buf_addf(out, "; %zu: %s", pass ? b->fails : b->passes, pass ? "fails" : "passes");
	if (b->cannot > 0)
		buf_addf(out, "; %zu cannot be told", b->cannot);
}

void
finance_band_says(struct buf *out, const struct finance_band *b, const struct finance_input *in)
{
	if (b->n == 0) {
		buf_adds(out, "no pay figure");
	} else if (b->lead > 0) {
		put_figures(out, b->lead, b->n);
		buf_adds(out, ": ");
		finance_range(
		    out, b->lead_lo, b->lead_hi, finance_formulas[b->measure].unit, in->currency);
		put_others(out, b, in);
	} else if (b->passes + b->fails > 0) {
		put_verdicts(out, b);
	} else if (b->never > 0) {
		put_figures(out, b->never, b->n);
		buf_adds(out, ": never on these figures: ");
		finance_why_says(out, &b->row[b->worst].middle, in);
		if (b->cannot > 0)
			buf_addf(out, "; %zu cannot be told", b->cannot);
	} else {
		buf_adds(out, "cannot be told: ");
		finance_why_says(out, &b->row[0].middle, in);
	}
}
