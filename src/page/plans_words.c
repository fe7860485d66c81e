/* plans_words.c - why a pair qualifies, and what was left out, in words. */
#include "plans_words.h"

#include "career/base/num.h"
#include "career/model/payback.h"
#include "career/model/price.h"
#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
plan_payback(struct buf *out, const struct plan *x)
{
	if (!isfinite(x->payback))
		buf_adds(out, "never");
	else if (x->payback * 12 >= 1)
		finance_span(out, x->payback);
	else if (x->payback > 0)
		span_units(out, ceil(x->payback * 365), ceil(x->payback * 365), "day");
	else
		buf_adds(out, "at once");
}

void
plan_price_says(struct buf *out, const struct plan *x)
{
	money_full(out, x->cost, "USD");
	if (x->assumed & PRICE_TUITION)
		buf_addf(out, " (tuition in the state, %g year%s)", x->months / 12,
		    x->months > 12 ? "s" : "");
	else if (x->assumed & PRICE_PER)
		buf_adds(out, ", read as for all of it");
	else
		buf_adds(out, " in all");
	if (x->assumed & PRICE_CURRENCY && !(x->assumed & PRICE_TUITION))
		buf_adds(out, " and in US$");
}

/* "18 months", "48 months as usual" */
static void
length_says(struct buf *out, const struct plan *x)
{
	if (isnan(x->months)) {
		buf_adds(out, "length not said");
		return;
	}
	months_span(out, x->months, x->months);
	if (x->assumed & PRICE_LENGTH)
		buf_adds(out, " assumed");
}

static void
mode_says(struct buf *out, const struct plans *p, const struct plan *x)
{
	if (x->job_kept) {
		buf_adds(out, "online, job kept");
		return;
	}
	money_short(out, p->baseline * x->months / 12, "USD");
	buf_adds(out, " of pay lost");
	if (x->assumed & PRICE_MODE)
		buf_adds(out, " (as on campus: not stated)");
}

bool
plan_pay_says(struct buf *out, struct plans *p, uint32_t role, struct err *e)
{
	const struct pay_answer *a = plans_pay(p, role, e);
	struct money_span span;

	if (a == NULL)
		return false;
	span = (struct money_span){.lo = a->low,
	    .hi = a->high,
	    .open_hi = a->open_high || a->top_coded,
	    .currency = "USD"};
	money_span(out, &span, MONEY_SHORT);
	buf_adds(out, " (");
	if (a->publishers > 1)
		buf_addf(out, "%zu of %zu publishers", a->publishers, a->of);
	else
		buf_adds(out, "1 publisher");
	if (a->level == LEVEL_ALL)
		buf_adds(out, ", all levels");
	else if (a->level != LEVEL_ENTRY && a->level != LEVEL_UNSTATED)
		buf_addf(out, ", %s", level_says(a->level));
	if (a->basis == BASIS_TOTAL)
		buf_adds(out, ", with bonus and shares");
	buf_addc(out, ')');
	return true;
}

void
plan_takes(struct buf *out, struct plans *p, const struct plan *x)
{
	plan_price_says(out, x);
	buf_adds(out, ", ");
	length_says(out, x);
	buf_adds(out, ", ");
	mode_says(out, p, x);
}

void
plan_entry(struct buf *out, struct plans *p, const struct plan *x)
{
	const char *typical = plans_education(p, x->role);

	if (x->entry == ENTRY_BELOW && typical[0] != '\0')
		buf_addf(out, "; ! typically entered with %s", typical);
	else if (x->entry == ENTRY_BELOW)
		buf_addf(out, "; ! sources ask for %s at least", plans_asked(p, x->role));
}

bool
plan_reason(struct buf *out, struct plans *p, const struct plan *x, struct err *e)
{
	bool ok;

	plan_takes(out, p, x);
	buf_adds(out, "; pay ");
	ok = plan_pay_says(out, p, x->role, e);
	plan_entry(out, p, x);
	return ok;
}

void
plan_pay_key(char *out, size_t size, struct plans *p, uint32_t role)
{
	struct err e;
	const struct pay_answer *a = plans_pay(p, role, &e);

	snprintf(out, size, "%d:%d:%d", p->roles->id[role], a != NULL ? (int)a->level : 0,
	    a != NULL && a->basis == BASIS_TOTAL ? (int)RULER_TOTAL : (int)RULER_SALARY);
}

void
plans_left_says(struct buf *out, const struct plans *p)
{
	static const char *const says[PLANS_LEFTS] = {
	    [PLANS_NO_PRICE] = "without a price",
	    [PLANS_FOREIGN] = "in another currency",
	    [PLANS_NO_LENGTH] = "without a length",
	    [PLANS_NO_PAY] = "without pay that publishers agree on",
	    [PLANS_LATER] = "with pay of later levels only (pay_level:any)",
	};

	for (size_t i = 0; i < PLANS_LEFTS; i++) {
		if (p->left[i] == 0)
			continue;
		buf_adds(out, out->len > 0 ? "; " : "");
		num_full(out, (double)p->left[i]);
		buf_addf(out, " %s", says[i]);
	}
	if (p->unstated > 0) {
		buf_adds(out, out->len > 0 ? "; " : "");
		num_full(out, p->unstated);
		buf_addf(out, " program%s that %s not state what is asked",
		    p->unstated == 1 ? "" : "s", p->unstated == 1 ? "does" : "do");
	}
}

bool
plans_baseline(struct plans_baseline *out, const char *asks, struct err *e)
{
	struct payback_asks q;
	struct rules rules;
	bool ok;

	payback_asks_read(&q, asks);
	*out = (struct plans_baseline){.pay = q.said[FI_BASELINE]};
	if (!isnan(out->pay)) {
		snprintf(out->says, sizeof out->says, "%s", "as you say");
		return true;
	}
	ok = rules_load(&rules, e);
	if (ok) {
		const struct rule *r = &rules.rule[RULE_ALL_JOBS_MEDIAN];

		out->pay = rule_value(&rules, RULE_ALL_JOBS_MEDIAN);
		out->assumed = true;
		snprintf(out->says, sizeof out->says, "the median of all US jobs, %d", r->year);
	}
	rules_free(&rules);
	return ok;
}
