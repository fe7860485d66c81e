/* rank_words.c - a ranking in words. */
#include "career/page/rank.h"

#include "career/page/money.h"
#include "say.h"

#include <math.h>

/* --- one part of one role --------------------------------------------------------------------- */

typedef void part_says(struct buf *out, const struct ranking *k, const struct ranked *r);

static void
say_pay(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	const struct money_span s = {.lo = r->pay.low,
	    .hi = r->pay.high,
	    .open_hi = r->pay.open_high || r->pay.top_coded,
	    .currency = "USD"};

	if (k->level == LEVEL_ALL) {
		buf_adds(out, "from ");
		money_short(out, r->of[PART_PAY].v, "USD");
	} else
		money_span(out, &s, MONEY_SHORT);
}

static void
say_growth(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	(void)k;
	buf_addf(out, "%.1f%% a year", r->of[PART_GROWTH].v);
}

static void
say_cost(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	(void)k;
	money_short(out, r->of[PART_COST].v, "USD");
}

static void
say_time(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	(void)k;
	months_span(out, r->of[PART_TIME].v, r->of[PART_TIME].v);
}

static void
say_fit(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	(void)k;
	buf_addf(out, "%.0f%%", 100 * r->of[PART_FIT].v);
}

static void
say_interest(struct buf *out, const struct ranking *k, const struct ranked *r)
{
	(void)k;
	buf_addf(out, "%+.2f", r->of[PART_INTEREST].v);
}

void
rank_value_says(
    struct buf *out, const struct ranking *k, const struct ranked *r, enum rank_part part)
{
	static part_says *const says[RANK_PARTS] = {
	    say_pay, say_growth, say_cost, say_time, say_fit, say_interest};
	const struct rank_value *v = &r->of[part];

	if (isnan(v->v)) {
		buf_adds(out, v->why_not);
		return;
	}
	if (v->near > 0)
		buf_addc(out, '~');
	says[part](out, k, r);
}

double
rank_points(const struct ranked *r, const struct rank_weights *w, enum rank_part part)
{
	double sum = 0;

	for (size_t i = 0; i < RANK_PARTS; i++)
		sum += isnan(r->part[i]) ? 0 : w->w[i];
	return isnan(r->part[part]) || !(sum > 0) ? (double)NAN
						  : 100 * w->w[part] * r->part[part] / sum;
}

/* --- one weight ------------------------------------------------------------------------------- */

/* Of those that are placed first. */
static const char *
why_unknown(const struct ranking *k, enum rank_part p)
{
	for (size_t i = 0; i < k->n; i++)
		if (!k->r[i].apart && k->r[i].of[p].why_not[0] != '\0')
			return k->r[i].of[p].why_not;
	for (size_t i = 0; i < k->n; i++)
		if (k->r[i].of[p].why_not[0] != '\0')
			return k->r[i].of[p].why_not;
	return "nobody says";
}

void
rank_hold_says(struct buf *out, const struct ranking *k, enum rank_part p)
{
	const struct rank_hold *h = &k->hold[p];
	int lo, hi;

	if (k->known[p] == 0) {
		buf_addf(out, "counts for nothing: %s", why_unknown(k, p));
		return;
	}
	if (k->same[p]) {
		buf_adds(out,
		    k->known[p] == 1 ? "counts for nothing: of one role alone it is known"
				     : "counts for nothing: the same for all");
		return;
	}
	if (k->placed < 2)
		return;
	if (!rank_hold_span(h, &lo, &hi)) {
		buf_adds(out, "no weight changes the first place");
		return;
	}
	if (lo < hi)
		buf_addf(out, "first place holds at %d-%d", lo, hi);
	else
		buf_addf(out, "first place holds at %d only", lo);
	if (h->below_by != NULL && lo > 0)
		buf_addf(out, "; below: %s", h->below_by->title);
	if (h->above_by != NULL && hi < RANK_WEIGHT_MAX)
		buf_addf(out, "; above: %s", h->above_by->title);
}

/* --- the answer ------------------------------------------------------------------------------- */

static size_t
first_ones(const struct ranking *k)
{
	size_t n = 0;

	while (n < k->placed && k->r[n].place == 1)
		n++;
	return n;
}

static void
say_first(struct buf *out, const struct ranking *k)
{
	size_t n = first_ones(k);

	if (n > 3) {
		buf_addf(out, "%zu of %zu roles share the first place, with %.0f points of 100.", n,
		    k->placed, 100 * k->r[0].score);
		return;
	}
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%s%s", say_between(i, n), k->r[i].title);
	if (n > 1) {
		buf_addf(out, " share the first place of %zu, with %.0f points of 100.", k->placed,
		    100 * k->r[0].score);
		return;
	}
	buf_addf(out, " comes first of %zu role%s, with %.0f points of 100", k->placed,
	    k->placed == 1 ? "" : "s", 100 * k->r[0].score);
	if (k->placed > 1)
		buf_addf(out, "; %s has %.0f", k->r[1].title, 100 * k->r[1].score);
	buf_addc(out, '.');
}

/* " It stays first while pay is 3-8 and time 0-6, whatever the others." */
static void
say_firm(struct buf *out, const struct ranking *k)
{
	size_t n = 0, i = 0;
	int lo, hi;

	for (size_t p = 0; p < RANK_PARTS; p++)
		n += rank_hold_span(&k->hold[p], &lo, &hi);
	if (n == 0) {
		buf_adds(out, " No one weight changes that.");
		return;
	}
	buf_adds(out, " It stays first while ");
	for (size_t p = 0; p < RANK_PARTS; p++) {
		if (!rank_hold_span(&k->hold[p], &lo, &hi))
			continue;
		buf_addf(out, "%s%s %s", say_between(i, n), rank_part_word((enum rank_part)p),
		    i == 0 ? "is " : "");
		if (lo < hi)
			buf_addf(out, "%d-%d", lo, hi);
		else
			buf_addf(out, "%d", lo);
		i++;
	}
	buf_adds(out,
	    n < RANK_PARTS ? ", moved one at a time; no other weight changes it."
			   : ", moved one at a time.");
}

/* Why there is no first place. */
static void
say_none(struct buf *out, const struct ranking *k)
{
	size_t few = 0;

	for (size_t i = 0; i < k->n; i++)
		few += !k->r[i].apart;
	if (k->n == 0)
		buf_adds(out, "There are no roles to rank.");
	else if (few == 0)
		buf_adds(out, "Too little is known of each of these roles to rank them.");
	else if (few == 1)
		buf_adds(
		    out, "Of one role alone enough is known: there is nothing to set it beside.");
	else
		buf_adds(out, "Nothing that has a weight tells these roles apart.");
}

void
rank_answer(struct buf *out, const struct ranking *k)
{
	if (k->placed == 0) {
		say_none(out, k);
		return;
	}
	say_first(out, k);
	if (first_ones(k) == 1 && k->placed > 1)
		say_firm(out, k);
}
