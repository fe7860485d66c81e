/*
 * scorecard_say.c - what the page of a program says of the College Scorecard: tuition, earnings, debt and what
 * paying it back takes, each with whom it is about; the same field elsewhere.
 */
#include "career/base/num.h"
#include "career/page/money.h"
#include "program.h"
#include "scorecard.h"

#include <math.h>

static void
say_absent(struct page *p, const struct program *g, enum scorecard_figure k, const char *label)
{
	const struct scorecard_value *v = &g->scorecard->f[k];

	say_warn(p, label, v->known ? v->why : "not in this release of the Scorecard");
	if (v->known)
		scorecard_anchor(p, g, k);
	page_anchor(p, ANCHOR_TERM, v->known ? v->term : "not-stated");
}

/* A note below a value: whom it is about, and how many. */
static void
say_about(struct page *p, const struct program *g, enum scorecard_figure k, const char *what)
{
	const struct scorecard_value *v = &g->scorecard->f[k];
	struct buf b = BUF_INIT;

	buf_adds(&b, what);
	if (v->whom[0] != '\0')
		buf_addf(&b, "; %s", v->whom);
	if (!isnan(v->n))
		buf_addf(&b, "%sof %.0f people", b.len > 0 ? "; " : "", v->n);
	say_pair(p, "", STYLE_NOTE, b.data);
	scorecard_anchor(p, g, k);
	buf_free(&b);
}

static void
say_tuition(struct page *p, const struct program *g)
{
	const struct scorecard_value *in = &g->scorecard->f[SC_FIG_TUITION_IN],
				     *out = &g->scorecard->f[SC_FIG_TUITION_OUT];
	struct buf b = BUF_INIT;

	if (isnan(in->v) && isnan(out->v)) {
		say_warn(p, "Tuition",
		    in->known ? in->why : "not stated: the school's own figures are not imported");
		page_anchor(p, ANCHOR_TERM, in->known ? in->term : "not-stated");
		return;
	}
	if (isnan(in->v))
		buf_adds(&b, in->why);
	else
		money_full(&b, in->v, "USD");
	if (in->v == out->v) {
		buf_adds(&b, " a year, from any state");
	} else {
		buf_adds(&b, isnan(in->v) ? " in the state, " : " a year in the state, ");
		if (isnan(out->v))
			buf_adds(&b, out->why);
		else
			money_full(&b, out->v, "USD");
		buf_adds(&b, isnan(out->v) ? " from elsewhere" : " a year from elsewhere");
	}
	say_pair(p, "Tuition", STYLE_VALUE, b.data);
	scorecard_anchor(p, g, isnan(in->v) ? SC_FIG_TUITION_OUT : SC_FIG_TUITION_IN);
	page_anchor(p, ANCHOR_TERM, "tuition");
	buf_clear(&b);
	buf_addf(&b, "of the whole school, before any aid; %s",
	    in->period[0] != '\0' ? in->period : "for which year is not stated");
	say_pair(p, "", STYLE_NOTE, b.data);
	scorecard_anchor(p, g, SC_FIG_TUITION_IN);
	buf_free(&b);
}

static void
say_earnings(struct page *p, const struct program *g, enum scorecard_figure k, const char *label)
{
	const struct scorecard_value *v = &g->scorecard->f[k];
	struct buf b = BUF_INIT;

	if (isnan(v->v)) {
		say_absent(p, g, k, label);
	} else {
		money_full(&b, v->v, "USD");
		buf_addf(&b, " a year, median%s%s", v->when[0] != '\0' ? ", " : "", v->when);
		say_pair(p, label, STYLE_VALUE, b.data);
		scorecard_anchor(p, g, k);
		page_anchor(p, ANCHOR_TERM, "earnings");
		say_about(p, g, k, "working and not enrolled");
	}
	buf_free(&b);
}

static void
say_debt(struct page *p, const struct program *g)
{
	const struct scorecard_value *v = &g->scorecard->f[SC_FIG_DEBT],
				     *mean = &g->scorecard->f[SC_FIG_DEBT_MEAN],
				     *pay = &g->scorecard->f[SC_FIG_PAYMENT];
	struct buf b = BUF_INIT;

	if (isnan(v->v)) {
		say_absent(p, g, SC_FIG_DEBT, "Debt");
		return;
	}
	money_full(&b, v->v, "USD");
	buf_adds(&b, " median");
	if (!isnan(mean->v)) {
		buf_adds(&b, ", ");
		money_full(&b, mean->v, "USD");
		buf_adds(&b, " mean");
	}
	say_pair(p, "Debt", STYLE_VALUE, b.data);
	scorecard_anchor(p, g, SC_FIG_DEBT);
	page_anchor(p, ANCHOR_TERM, "debt");
	say_about(p, g, SC_FIG_DEBT, "federal loans of those who borrowed");
	if (!isnan(pay->v)) {
		buf_clear(&b);
		money_full(&b, pay->v, "USD");
		buf_adds(&b, " a month over ten years, as published");
		say_pair(p, "Payment", STYLE_VALUE, b.data);
		scorecard_anchor(p, g, SC_FIG_PAYMENT);
	}
	buf_free(&b);
}

/* What a year of payments comes to: the sum of the terms of a loan that is paid back in equal months. */
static double
yearly_payment(const struct scorecard *s)
{
	double i = s->rate / 1200, n = 12 * s->years;

	return 12 * s->f[SC_FIG_DEBT].v * i / (1 - pow(1 + i, -n));
}

static void
say_debt_to_earnings(struct page *p, const struct program *g)
{
	const struct scorecard *s = g->scorecard;
	struct buf b = BUF_INIT;
	double year = yearly_payment(s), earned = s->f[SC_FIG_EARNINGS].v;

	if (isnan(year) || isnan(earned) || !(earned > 0)) {
		say_pair(
		    p, "Debt load", STYLE_NOTE, "cannot be told without both; absent is not zero");
		page_anchor(p, ANCHOR_TERM, "debt-to-earnings");
		buf_free(&b);
		return;
	}
	say_pairf(p, "Debt load", STYLE_VALUE, "%.1f%% of a year's earnings", 100 * year / earned);
	page_anchor(p, ANCHOR_TERM, "debt-to-earnings");
	money_full(&b, s->f[SC_FIG_DEBT].v, "USD");
	buf_addf(&b, " at %.2f%% over %.0f years is ", s->rate, s->years);
	money_full(&b, round(year), "USD");
	buf_adds(&b, " a year; ");
	money_full(&b, round(year), "USD");
	buf_adds(&b, " / ");
	money_full(&b, earned, "USD");
	buf_adds(&b, "; our own sum, no publisher's");
	say_pair(p, "", STYLE_NOTE, b.data);
	page_anchor(p, ANCHOR_TERM, "debt-to-earnings");
	buf_free(&b);
}

/* One publisher says all of it. */
static void
say_source(struct page *p, const struct scorecard *s)
{
	if (s->source == NULL)
		return;
	say_pairf(p, "Source", STYLE_TEXT, "%s, %s; %s", s->source->title, s->source->publisher,
	    s->source->short_name);
	page_anchor(p, ANCHOR_SOURCE, s->source->key);
	if (s->source->attribution != NULL && s->source->attribution[0] != '\0')
		say_pair(p, "Credit", STYLE_NOTE, s->source->attribution);
}

void
scorecard_say(struct page *p, const struct program *g)
{
	const struct scorecard *s = g->scorecard;

	say_tuition(p, g);
	say_earnings(p, g, SC_FIG_EARNINGS, "Earnings");
	if (s->f[SC_FIG_LATER].known)
		say_earnings(p, g, SC_FIG_LATER, "Later");
	say_debt(p, g);
	say_debt_to_earnings(p, g);
	if (!isnan(s->f[SC_FIG_AWARDS].v))
		say_pairf(p, "Awards", STYLE_TEXT, "%.0f in a year, on this level",
		    s->f[SC_FIG_AWARDS].v);
	else
		say_pair(p, "Awards", STYLE_NOTE, "how many are given is not stated");
	say_pair(p, "Not stated", STYLE_NOTE,
	    "the price of the whole program, how long it takes, whether it is online, when it starts and "
	    "what it asks for");
	page_anchor(p, ANCHOR_TERM, "not-stated");
	say_pairf(p, "Field code", STYLE_NOTE, "CIP %s: %s", g->cip, s->title);
	page_anchor(p, ANCHOR_TERM, "cip");
	say_source(p, s);
}

/* --- elsewhere ------------------------------------------------------------------------------- */

static bool
say_levels(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_scorecard_levels", e);
	struct buf b = BUF_INIT;
	int step = -1, n = 0;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, g->scorecard->school_id);
	stmt_bind_int(st, 2, g->scorecard->field_id);
	stmt_bind_int(st, 3, g->scorecard->row);
	for (; (step = stmt_step(st, e)) == 1; n++) {
		if (n == 0)
			page_heading(p, "On other levels here", "award");
		buf_clear(&b);
		page_line(p);
		page_join(p, 2, STYLE_LINK, stmt_str(st, 1));
		if (!stmt_null(st, 2)) {
			buf_adds(&b, ": earnings ");
			money_full(&b, stmt_num(st, 2), "USD");
		}
		if (!stmt_null(st, 3)) {
			buf_addf(&b, "%s debt ", b.len > 0 ? "," : ":");
			money_full(&b, stmt_num(st, 3), "USD");
		}
		page_join(p, 2, STYLE_TEXT, b.data);
		page_anchor(p, ANCHOR_PROGRAM, stmt_str(st, 0));
	}
	stmt_reset(st);
	buf_free(&b);
	if (n > 0)
		page_blank(p);
	return step == 0;
}

/* "1,203 bachelor's degrees", a line a level that opens them. */
static bool
say_schools(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_scorecard_schools", e);
	struct buf b = BUF_INIT, query = BUF_INIT;
	int step = -1, n = 0;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, g->field);
	stmt_bind_int(st, 2, g->scorecard->credlev);
	for (; (step = stmt_step(st, e)) == 1; n++) {
		if (n == 0)
			page_heading(p, "The same field at all schools", "field-of-study");
		buf_clear(&b);
		buf_clear(&query);
		num_full(&b, stmt_num(st, 2));
		buf_addf(&query, "programs field:\"%s\" award:%s", g->field, stmt_str(st, 0));
		page_line(p);
		page_joinf(p, 2, STYLE_LINK, "%s: %s", stmt_str(st, 1), b.data);
		if (stmt_int(st, 3))
			page_join(p, 2, STYLE_NOTE, " (this level)");
		page_anchor(p, ANCHOR_QUERY, query.data);
	}
	stmt_reset(st);
	buf_free(&b);
	buf_free(&query);
	return step == 0;
}

bool
scorecard_say_others(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	return say_levels(p, r, g, e) && say_schools(p, r, g, e);
}
