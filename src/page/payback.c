/*
 * payback.c - the page of a payback: the answer, its inputs, who says what, what moves it.
 */
#include "payback_view.h"

#include "career/base/num.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOVES = 3, NAMED = 2 };

/* Years that are too few to say: half a month. */
#define LITTLE (0.5 / 12)

/* --- the answer ------------------------------------------------------------------------------ */

static void
why_no_pay(struct buf *out, const struct payback *b)
{
	if (b->assumed & PRICE_FOREIGN)
		buf_addf(out,
		    "Whether it pays back cannot be told: the price is in %s, the pay figures are not, and nothing "
		    "is converted here. Say the price in dollars.",
		    b->in.currency);
	else if (b->hourly > 0 && b->apart == 0)
		buf_adds(out,
		    "Whether it pays back cannot be told: pay is stated by the hour only, not how many "
		    "hours a year there are.");
	else if (b->apart > 0)
		buf_adds(out,
		    "Whether it pays back cannot be told: all pay figures are in another currency.");
	else
		buf_addf(out,
		    "Whether it pays back cannot be told: no source states pay for this job, %s.",
		    level_says(b->level));
}

static void
put_span(struct buf *out, double years)
{
	if (years < LITTLE)
		buf_adds(out, "less than a month");
	else
		finance_span(out, years);
}

/* Those that are far from the others, by name: "; guide 2025: 129 years, never at its low end". */
static void
far_words(struct buf *out, const struct finance_band *b)
{
	size_t named = 0, far = 0;

	for (size_t i = 0; i < b->n; i++) {
		const struct finance_band_row *r = &b->row[i];

		if (r->lead || r->middle.told != FIN_TOLD)
			continue;
		if (far++ >= NAMED)
			continue;
		buf_addf(out, "; %s: ", r->pay->who);
		finance_span(out, r->middle.value);
		buf_adds(out, r->low.told == FIN_NEVER ? ", never at its low end" : "");
		named++;
	}
	if (far > named)
		buf_addf(out, "; %zu more", far - named);
}

/* One by name; of several their number. */
static void
never_words(struct buf *out, const struct finance_band *b)
{
	if (b->never > 1)
		buf_addf(out, "; %zu never: they are not higher than the pay without it", b->never);
	for (size_t i = 0; i < b->n && b->never == 1; i++) {
		const struct finance_band_row *r = &b->row[i];

		if (r->middle.told != FIN_NEVER)
			continue;
		buf_addf(out, "; %s: never", r->pay->who);
		if (r->high.told != FIN_TOLD)
			continue;
		buf_adds(out, ", but ");
		finance_span(out, r->high.value);
		buf_adds(out, " at its high end");
	}
}

/* Pages of one publisher are many figures and one voice. */
static size_t
count_publishers(const struct payback *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->npays; i++) {
		size_t k = 0;

		while (k < i
		    && strcmp(b->pay[k].f->source->publisher, b->pay[i].f->source->publisher) != 0)
			k++;
		n += k == i;
	}
	return n;
}

/* "5 of 6 pay figures (4 publishers) cover the price and the lost pay in 3-8 years; guide 2025: 129 years." */
static void
lead_words(struct buf *out, const struct payback *b)
{
	const struct finance_band *band = &b->band;
	const struct finance_value *lost = &b->result[FM_FORGONE].v;

	if (band->n == 1)
		buf_adds(out, "1 pay figure");
	else if (band->lead == band->n)
		buf_addf(out, "All %zu pay figures", band->n);
	else
		buf_addf(out, "%zu of %zu pay figures", band->lead, band->n);
	if (band->n > 1) {
		size_t publishers = count_publishers(b);

		buf_addf(out, " (%zu publisher%s)", publishers, publishers == 1 ? "" : "s");
	}
	buf_addf(out, " cover%s the price%s in ", band->n == 1 ? "s" : "",
	    lost->told == FIN_TOLD && lost->value > 0 ? " and the lost pay" : "");
	if (band->lead_hi < LITTLE)
		buf_adds(out, "less than a month");
	else
		finance_range(out, band->lead_lo, band->lead_hi, FU_YEARS, b->in.currency);
	far_words(out, band);
	never_words(out, band);
	if (band->cannot > 0)
		buf_addf(out, "; %zu cannot be told", band->cannot);
	buf_adds(out, ".");
}

/* "aigraduate ML ($200,000, total) 1.8 years". */
static void
end_words(struct buf *out, const struct payback *b, size_t i)
{
	const struct payback_pay *pay = &b->pay[i];
	const struct finance_value *v = &b->band.row[i].middle;

	buf_addf(out, "%s (", pay->pay.who);
	finance_amount(out, round(pay->pay.middle), b->in.currency);
	buf_addf(out, "%s) ", pay->ruler == RULER_TOTAL ? " with bonus and shares" : "");
	if (v->told == FIN_TOLD)
		put_span(out, v->value);
	else
		buf_adds(out, "never");
}

/* Whose figure gives the shortest, whose the longest. */
static void
ends_words(struct buf *out, const struct payback *b)
{
	if (b->band.n < 2 || b->band.best == b->band.n || b->band.best == b->band.worst
	    || b->band.lead_hi < LITTLE)
		return;
	buf_adds(out, " Shortest: ");
	end_words(out, b, b->band.best);
	if (b->band.row[b->band.worst].lead) { /* else it is named already */
		buf_adds(out, "; longest: ");
		end_words(out, b, b->band.worst);
	}
	buf_adds(out, ".");
}

/* How high a price may be that is not stated, or not in dollars. */
static void
highest_words(struct buf *out, const struct payback *b)
{
	if (!(b->highest > 0))
		return;
	buf_adds(out, " At ");
	finance_amount(out, round(b->highest_pay), "USD");
	buf_adds(out, " a year any price up to ");
	finance_amount(out, floor(b->highest / 1000) * 1000, "USD");
	buf_addf(out, " would be back in %d years.", PAYBACK_SOON);
}

void
payback_says(struct buf *out, const struct payback *b)
{
	struct buf band = BUF_INIT;

	if (b->npays == 0) {
		why_no_pay(out, b);
		highest_words(out, b);
	} else if (b->band.lead > 0) {
		lead_words(out, b);
	} else if (b->band.never > 0) {
		finance_band_says(out, &b->band, &b->in);
		buf_adds(out, ".");
	} else {
		finance_band_says(&band, &b->band, &b->in);
		buf_addf(out, "Whether it pays back %s.", band.data);
		highest_words(out, b);
	}
	buf_free(&band);
}

/* Program and job; then whose it is and what all pay here is. */
static void
put_title(struct payback_view *v)
{
	const struct payback *b = v->b;
	struct page *p = v->p;
	struct buf title = BUF_INIT;

	page_line(p)->heading = true;
	buf_addf(&title, "%s -> %s, %s", b->program_name, b->role_title, level_says(b->level));
	page_add(p, STYLE_HEADING, "Worth it?");
	page_add(p, STYLE_HEADING, p->opts.plain ? " " : "  ");
	page_join(p, 2, STYLE_HEADING, title.data);
	page_anchor(p, ANCHOR_PROGRAM, b->program_key);
	page_anchor(p, ANCHOR_ROLE, b->role_slug);
	page_anchor(p, ANCHOR_TERM, "payback");
	page_wrapf(p, 0, STYLE_NOTE, "%s. Pay is a year's in the US, before tax.", b->school);
	if (p->opts.screen)
		page_right(p, STYLE_NOTE, "E: level");
	page_anchor(p, ANCHOR_PROGRAM, b->program_key);
	page_anchor(p, ANCHOR_ROLE, b->role_slug);
	page_anchor(p, ANCHOR_TERM, "before-tax");
	page_rule(p);
	buf_free(&title);
}

static void
put_link(struct payback_view *v)
{
	const struct payback *b = v->b;
	char key[48];

	if (b->withdrawn) {
		page_wrap(v->p, 0, STYLE_WARN, "! This program is withdrawn: nobody can start it.");
		page_anchor(v->p, ANCHOR_TERM, "withdrawn");
	}
	if (b->link == PAYBACK_NO_LINK)
		page_wrapf(v->p, 0, STYLE_WARN, "! %s If you got the job anyway:", b->link_says);
	else
		page_wrap(v->p, 0, STYLE_TEXT, b->link_says);
	if (b->link_row != 0) {
		snprintf(key, sizeof key, "role_field:%lld", (long long)b->link_row);
		page_anchor(v->p, ANCHOR_FACT, key);
	}
	page_anchor(v->p, ANCHOR_TERM,
	    b->link == PAYBACK_CROSSWALK ? "officially-linked-field" : "relevant");
}

static void
put_answer(struct payback_view *v)
{
	struct buf b = BUF_INIT;

	payback_says(&b, v->b);
	if (v->b->band.lead > 0)
		ends_words(&b, v->b);
	page_wrap(v->p, 0, v->b->band.lead > 0 ? STYLE_VALUE : STYLE_WARN, b.data);
	page_anchor(v->p, ANCHOR_TERM, "payback");
	buf_clear(&b);
	factor_says(&v->b->factors, &b);
	if (b.len > 0) {
		struct buf left = BUF_INIT;

		factor_unfit_says(&v->b->factors, v->b->pay_level, "", "", &left);
		page_wrapf(v->p, 0, STYLE_NEAR, "~ What if: %s%s%s.", b.data,
		    left.len > 0 ? ". Not put on: " : "", left.data);
		page_anchor(v->p, ANCHOR_COMMAND, "what-if");
		buf_free(&left);
	}
	buf_free(&b);
}

/* --- below the bars -------------------------------------------------------------------------- */

/* What sets the input that moves the answer, or turns the assumption. */
static bool
move_command(const struct payback *b, const struct finance_move *m, char *out, size_t size)
{
	if (m->field != FI_COUNT) {
		snprintf(out, size, "payback-set %s", finance_inputs[m->field].key);
		return true;
	}
	for (int f = 0; f < FLIP_COUNT; f++)
		if (strcmp(payback_flip_says(b, (enum payback_flip)f), m->title) == 0) {
			snprintf(
			    out, size, "payback-flip %s", payback_flip_word((enum payback_flip)f));
			return true;
		}
	return false;
}

/* The pay itself moves it too: that is what the bars show. */
static void
put_moves(struct payback_view *v)
{
	const struct finance_moves *m = &v->b->moves;
	size_t said = 0;

	page_blank(v->p);
	for (size_t i = 0; i < m->n && (said < MOVES || v->p->opts.details); i++) {
		char command[64], says[256];

		if (m->m[i].field == FI_PAY || (!m->m[i].turns && m->m[i].effect < LITTLE))
			continue;
		snprintf(says, sizeof says, "%s%s", m->m[i].field == FI_COUNT ? "if " : "",
		    m->m[i].says);
		payback_view_pair(v, said++ == 0 || v->p->opts.plain ? "Moves it most" : "",
		    STYLE_TEXT, says, "");
		if (move_command(v->b, &m->m[i], command, sizeof command))
			page_anchor(v->p, ANCHOR_COMMAND, command);
		page_anchor(v->p, ANCHOR_TERM, "payback");
	}
}

/* --- how soon -------------------------------------------------------------------------------- */

/* What it takes to have it back soon; of a price that nobody states, how high it may be. */
static void
put_needed(struct payback_view *v)
{
	const struct payback *b = v->b;
	double five = finance_pay_needed(&b->in, 5), ten = finance_pay_needed(&b->in, 10);
	struct buf text = BUF_INIT;

	if (!isnan(five) && !isnan(ten)) {
		buf_adds(&text, "at ");
		finance_amount(&text, ceil(five / 100) * 100, b->in.currency);
		buf_adds(&text, " a year; in 10 years at ");
		finance_amount(&text, ceil(ten / 100) * 100, b->in.currency);
		payback_view_pair(v, "Back in 5 years", STYLE_TEXT, text.data, "");
		page_anchor(v->p, ANCHOR_TERM, "payback");
	}
	buf_free(&text);
}

static void
other_words(struct buf *out, const struct payback *b)
{
	const struct payback_other *o = &b->other;
	bool named = strstr(o->name, o->school) != NULL;

	if (o->worse)
		buf_addf(out, "none of %zu others of the kind takes less; next: ", o->of);
	buf_addf(out, "%s%s%s, ", o->name, named ? "" : ", ", named ? "" : o->school);
	finance_amount(out, o->cost, o->assumed & PRICE_CURRENCY ? "" : "USD");
	buf_addf(out, ", %s: ", o->job_kept ? "job kept" : "job left");
	put_span(out, o->v.value);
}

static void
put_other(struct payback_view *v)
{
	const struct payback *b = v->b;
	struct buf text = BUF_INIT;

	if (b->other.id == 0)
		return;
	other_words(&text, b);
	payback_view_pair(v, "Same job, other way", STYLE_LINK, text.data, "");
	buf_clear(&text);
	buf_addf(&text, "payback %s %s", b->other.key, b->role_slug);
	page_anchor(v->p, ANCHOR_COMMAND, text.data);
	page_anchor(v->p, ANCHOR_PROGRAM, b->other.key);
	buf_free(&text);
}

bool
page_payback(struct page *p, struct reader *r, const struct payback *b, struct err *e)
{
	struct payback_view v = {.p = p, .b = b};

	(void)r;
	(void)e;
	v.label = p->opts.width < PAYBACK_NARROW ? 0 : 25;
	v.value = p->opts.width < PAYBACK_NARROW ? 2 : 38;
	put_title(&v);
	put_link(&v);
	put_answer(&v);
	page_blank(p);
	payback_view_inputs(&v);
	payback_view_bars(&v);
	put_moves(&v);
	put_needed(&v);
	put_other(&v);
	payback_view_tests(&v);
	payback_view_more_inputs(&v);
	if (p->opts.details)
		payback_view_details(&v);
	page_close(p);
	return true;
}

bool
page_payback_empty(struct page *p, struct reader *r, struct err *e)
{
	(void)r;
	(void)e;
	page_heading(p, "Is a program worth its price?", "payback");
	page_wrap(p, 0, STYLE_TEXT,
	    "Choose a program and a job: what it costs, what you lose while studying, and how long a higher pay "
	    "takes to bring that back, by everyone who says what the job pays.");
	page_blank(p);
	page_wrap(p, 0, STYLE_LINK, "2: the programs; P on one of them opens this page for it");
	page_anchor(p, ANCHOR_COMMAND, "programs");
	return true;
}
