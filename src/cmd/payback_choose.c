/*
 * payback_choose.c - popups of Payback: what one would earn without the program, and what is assumed.
 */
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/money.h"
#include "payback_state.h"
#include "verbs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ALL_JOBS "all-jobs"

/* --- without it I would earn ------------------------------------------------------------------ */

/* "back in 3-8 years (9 of 10)"; nothing where it cannot be told. */
static void
band_words(const struct finance_band *b, struct buf *out)
{
	if (b->lead > 0) {
		buf_adds(out, "back in ");
		finance_range(out, b->lead_lo, b->lead_hi, FU_YEARS, "");
		buf_addf(out, " (%zu of %zu)", b->lead, b->n);
	} else if (b->never > 0) {
		buf_addf(out, "never (%zu of %zu)", b->never, b->n);
	}
}

/* What the answer would be at that pay without it. */
static void
answer_at(const struct payback *made, double baseline, struct buf *out)
{
	struct finance_input in = made->in;
	struct arena a;
	struct finance_pay *pay;
	struct finance_band b;

	arena_init(&a);
	pay = arena_alloc(&a, (made->npays + 1) * sizeof *pay);
	for (size_t i = 0; i < made->npays; i++)
		pay[i] = made->pay[i].pay;
	in.baseline = baseline;
	finance_band(&b, FM_PAYBACK, &in, &(struct finance_pays){pay, made->npays}, &a);
	band_words(&b, out);
	arena_free(&a);
}

/* What is typed is an amount of one's own, unless it is a word of what is offered. */
static void
add_own(struct app *a, struct page *page)
{
	const char *typed = a->popup.words.text.data;
	struct buf line = BUF_INIT, says = BUF_INIT;
	struct err e;
	double v;

	if (*typed == '\0') {
		page_line(page);
		page_add(page, STYLE_LINK, "  another amount");
		page_right(page, STYLE_NOTE, "type it, or Enter");
		page_anchor(page, ANCHOR_COMMAND, "payback-offer own");
	} else if (payback_number(FI_BASELINE, typed, &v, &e) && !isnan(v)) {
		finance_number(&says, v, FU_MONEY_YEAR, a->payback->made.in.currency);
		page_line(page);
		page_addf(page, STYLE_LINK, "  %s, yours", says.data);
		buf_clear(&says);
		answer_at(&a->payback->made, v, &says);
		if (says.len > 0)
			page_right(page, STYLE_VALUE, says.data);
		buf_adds(&line, "payback-set baseline ");
		num_plain(&line, v);
		page_anchor(page, ANCHOR_COMMAND, line.data);
	}
	buf_free(&line);
	buf_free(&says);
}

/* A number narrows nothing, a word does. */
static bool
fits(const struct app *a, const struct payback_offer *o)
{
	const char *typed = a->popup.words.text.data;
	struct buf want = BUF_INIT, text = BUF_INIT;
	struct err e;
	double v;
	bool yes = payback_number(FI_BASELINE, typed, &v, &e);

	text_fold(&want, typed, strlen(typed));
	text_fold(&text, o->says, strlen(o->says));
	yes = yes || strstr(text.data, want.data) != NULL;
	buf_free(&want);
	buf_free(&text);
	return yes;
}

/* The one that counts now. */
static bool
is_taken(const struct payback_asks *q, const struct payback_offer *o)
{
	return o->slug[0] == '\0' ? isnan(q->said[FI_BASELINE])
				  : strcmp(q->baseline_role, o->slug) == 0;
}

/* The answer and who says so stand below, where the cursor does not stop. */
static void
add_offer(
    struct app *a, struct page *page, const struct payback_asks *q, const struct payback_offer *o)
{
	struct buf line = BUF_INIT, pay = BUF_INIT, below = BUF_INIT;

	money_full(&pay, o->pay, "USD");
	buf_addf(&line, "payback-offer %s", o->slug[0] != '\0' ? o->slug : ALL_JOBS);
	page_line(page);
	page_addf(page, STYLE_TEXT, "%s %s", is_taken(q, o) ? "*" : " ", pay.data);
	page_to(page, 12);
	page_add(page, STYLE_TEXT, o->says);
	page_anchor(page, ANCHOR_COMMAND, line.data);
	answer_at(&a->payback->made, o->pay, &below);
	buf_addf(&below, "%s%s", below.len > 0 ? "; " : "", o->who);
	page_line(page);
	page_to(page, 12);
	page_join(page, 12, STYLE_NOTE, below.data);
	buf_free(&line);
	buf_free(&pay);
	buf_free(&below);
}

static bool
offers(struct app *a, struct page *page, struct err *e)
{
	const struct payback *made = &a->payback->made;
	struct payback_asks q;

	(void)e;
	payback_said(a, &q);
	add_own(a, page);
	for (size_t i = 0; i < made->noffers; i++)
		if (fits(a, &made->offer[i]))
			add_offer(a, page, &q, &made->offer[i]);
	if (page->nlines == 0)
		page_wrapf(page, 2, STYLE_WARN,
		    "! '%s' is neither an amount (80k, 80,000) nor offered",
		    a->popup.words.text.data);
	return true;
}

static const struct payback_offer *
find_offer(const struct payback *made, const char *slug)
{
	for (size_t i = 0; i < made->noffers; i++)
		if (strcmp(made->offer[i].slug, slug) == 0)
			return &made->offer[i];
	return NULL;
}

static bool
take_offer(struct app *a, const char *slug, struct err *e)
{
	bool all = strcmp(slug, ALL_JOBS) == 0;
	const struct payback_offer *o = find_offer(&a->payback->made, all ? "" : slug);
	struct payback_asks q;
	struct buf says = BUF_INIT;
	bool ok;

	if (o == NULL)
		return err_set(e, ERR_NOTFOUND,
		    "no pay of a first job of '%.120s' is offered here: `payback-offer` lists those that are",
		    slug);
	payback_said(a, &q);
	/* The median of all jobs is what is read where nothing is said. */
	q.said[FI_BASELINE] = all ? (double)NAN : o->pay;
	snprintf(q.baseline_role, sizeof q.baseline_role, "%s", all ? "" : o->slug);
	buf_addf(&says, "without it, %s: ", o->says);
	finance_number(&says, o->pay, FU_MONEY_YEAR, "USD");
	ok = payback_now_said(a, &q, true, e) && payback_say_answer(a, says.data, e);
	buf_free(&says);
	return ok;
}

VERB(cmd_payback_offer)
{
	if (!payback_ready(a, e))
		return false;
	if (!payback_state(a)->open)
		return err_set(e, ERR_NOTFOUND, "no program or role to ask about");
	if (strcmp(arg, "own") == 0)
		return payback_edit(a, FI_BASELINE, e);
	if (*arg != '\0')
		return take_offer(a, arg, e);
	if (!app_go(a, SCREEN_PAYBACK, e)
	    || !popup_open(a, "Without it I would earn, a year before tax", true, offers, e))
		return false;
	a->popup.search = true;
	a->popup.lead = "amount";
	popup_remake(a);
	return true;
}

/* --- what is assumed -------------------------------------------------------------------------- */

/* What would be read, and what the answer would be then. */
static void
add_flip(struct app *a, struct page *page, const struct payback_asks *now, enum payback_flip f)
{
	struct payback *made = &a->payback->made;
	struct payback_asks q = *now;
	struct buf b = BUF_INIT;
	struct err e;

	buf_addf(&b, "payback-flip %s", payback_flip_word(f));
	page_line(page);
	page_add(page, STYLE_TEXT, now->flips & 1u << f ? "* " : "  ");
	page_joinf(page, 2, STYLE_LINK, "Enter: %s", payback_flip_says(made, f));
	q.flips ^= 1u << f;
	payback_work(made, &q, &e); /* what it cannot take, `now` has as well */
	page_anchor(page, ANCHOR_COMMAND, b.data);
	buf_clear(&b);
	band_words(&made->band, &b);
	if (b.len > 0)
		page_right(page, STYLE_VALUE, b.data);
	buf_free(&b);
	payback_work(made, now, &e);
}

static bool
assumptions(struct app *a, struct page *page, struct err *e)
{
	const struct payback *made = &a->payback->made;
	struct payback_asks now;

	if (!payback_ready(a, e))
		return false;
	payback_said(a, &now);
	for (int f = 0; f < FLIP_COUNT; f++)
		if (made->flippable & 1u << f)
			add_flip(a, page, &now, (enum payback_flip)f);
	page_wrap(page, 0, STYLE_NOTE, "* is flipped already; Enter takes it back.");
	return true;
}

static bool
flip(struct app *a, enum payback_flip f, struct err *e)
{
	const struct payback *made = &a->payback->made;
	char says[160];
	struct payback_asks q;

	if (!(made->flippable & 1u << f))
		return err_set(
		    e, ERR_NOTFOUND, "'%s' would change nothing here", payback_flip_word(f));
	snprintf(says, sizeof says, "%s", payback_flip_says(made, f));
	payback_said(a, &q);
	q.flips ^= 1u << f;
	return payback_now_said(a, &q, true, e) && payback_say_answer(a, says, e);
}

VERB(cmd_payback_flip)
{
	enum payback_flip f;

	if (*arg != '\0' && !payback_flip_find(&f, arg, e))
		return false;
	if (!payback_ready(a, e))
		return false;
	if (!payback_state(a)->open)
		return err_set(e, ERR_NOTFOUND, "no program or role to ask about");
	if (*arg != '\0')
		return flip(a, f, e);
	if (a->payback->made.flippable == 0)
		return err_set(e, ERR_NOTFOUND, "nothing is assumed here that could be flipped");
	if (!app_go(a, SCREEN_PAYBACK, e)
	    || !popup_open(a, "What is assumed", false, assumptions, e))
		return false;
	a->popup.stays = true;
	return true;
}
