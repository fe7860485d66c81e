/*
 * payback_inputs.c - the inputs of a payback, each with where it comes from and what is assumed.
 */
#include "payback_view.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
payback_view_pair(struct payback_view *v, const char *label, enum style style, const char *value,
    const char *says)
{
	struct page *p = v->p;
	bool narrow = p->opts.width < PAYBACK_NARROW;
	int at = narrow ? 2 : v->value;

	page_line(p);
	page_addf(
	    p, STYLE_LABEL, "%s%s", label, narrow && !p->opts.plain && label[0] != '\0' ? ":" : "");
	page_to(p, v->label);
	page_join(p, narrow ? 2 : v->label, style, value);
	if (says[0] == '\0')
		return;
	if (p->opts.plain)
		page_add(p, STYLE_NOTE, ", ");
	else if (narrow)
		page_add(p, STYLE_NOTE, "  ");
	else
		page_to(p, at);
	page_join(p, at, STYLE_NOTE, says);
}

/* Whose pay stands for that without it. */
static void
anchor_offer(struct page *p, const struct payback *b, const char *slug)
{
	for (size_t i = 0; i < b->noffers; i++) {
		const struct payback_offer *o = &b->offer[i];

		if (strcmp(o->slug, slug) != 0)
			continue;
		if (o->answer != NULL)
			page_anchor(p, ANCHOR_ANSWER, o->answer);
		else if (o->figure != 0)
			page_anchor_id(p, ANCHOR_FIGURE, o->figure);
	}
	page_anchor(p, ANCHOR_ROLE, slug);
}

/* A rule's place in the table of rules is its key's. */
static void
anchor_source(struct page *p, const struct payback *b, const struct payback_line *l)
{
	char key[96];

	if (l->table == NULL)
		return;
	if (strcmp(l->table, "figure") == 0) {
		page_anchor_id(p, ANCHOR_FIGURE, l->row);
		return;
	}
	if (strcmp(l->table, "role") == 0) {
		anchor_offer(p, b, l->column);
		return;
	}
	if (strcmp(l->table, "rule") == 0)
		snprintf(key, sizeof key, "rule:%s", rule_keys[l->row].key);
	else
		snprintf(key, sizeof key, "%s:%lld%s%s", l->table, (long long)l->row,
		    l->column != NULL ? "/" : "", l->column != NULL ? l->column : "");
	page_anchor(p, ANCHOR_FACT, key);
}

/* Glossary slugs of inputs. */
static const char *
term_of(enum finance_field f)
{
	static const char *const terms[FI_COUNT] = {
	    [FI_PAY] = "best-supported-range",
	    [FI_BASELINE] = "baseline-pay",
	    [FI_COST] = "price",
	    [FI_AID] = "net-price",
	    [FI_LIVING] = "net-price",
	    [FI_MONTHS] = "forgone-pay",
	    [FI_STUDY_PAY] = "forgone-pay",
	    [FI_BORROWED] = "debt",
	    [FI_RATE] = "monthly-payment",
	    [FI_LOAN_YEARS] = "monthly-payment",
	    [FI_DISCOUNT] = "discount-rate",
	    [FI_HORIZON] = "npv",
	    [FI_TAX] = "before-tax",
	    [FI_EARNINGS] = "earnings",
	    [FI_HIGH_SCHOOL] = "earnings-premium",
	    [FI_LAW_MEDIAN] = "earnings-premium",
	};

	return terms[f];
}

void
payback_view_anchor(struct payback_view *v, enum finance_field f)
{
	const struct payback_line *l = &v->b->line[f];
	char command[64];

	snprintf(command, sizeof command, "payback-set %s", finance_inputs[f].key);
	page_anchor(v->p, ANCHOR_COMMAND, command);
	if (f == FI_PAY && v->b->pay_answer[0] != '\0')
		page_anchor(v->p, ANCHOR_ANSWER, v->b->pay_answer);
	anchor_source(v->p, v->b, l);
	if (term_of(f) != NULL)
		page_anchor(v->p, ANCHOR_TERM, term_of(f));
}

/* What Enter, or --flip, would read instead. */
static void
put_flip(struct payback_view *v, enum payback_flip f)
{
	struct page *p = v->p;
	const char *says = payback_flip_says(v->b, f);
	int at = p->opts.width < PAYBACK_NARROW ? 2 : v->label;
	char text[160];

	if (!(v->b->flippable & 1u << f))
		return;
	if (p->opts.screen)
		snprintf(text, sizeof text, "or: %s (Enter)", says);
	else
		snprintf(text, sizeof text, "%s: %s (--flip %s)", p->opts.plain ? "Or" : "or", says,
		    payback_flip_word(f));
	page_line(p);
	if (!p->opts.plain)
		page_to(p, at);
	page_join(p, at + 4, STYLE_LINK, text);
	snprintf(text, sizeof text, "payback-flip %s", payback_flip_word(f));
	page_anchor(p, ANCHOR_COMMAND, text);
}

/* --- one input ------------------------------------------------------------------------------- */

/* What stands where nothing is said. */
static const char *
absent(enum finance_field f)
{
	switch (f) {
	case FI_AID:
	case FI_LIVING:
	case FI_STUDY_PAY:
	case FI_TAX:
		return "none";
	case FI_BORROWED:
		return "all";
	default:
		return "not stated";
	}
}

static void
value_words(struct buf *out, const struct payback_view *v, enum finance_field f)
{
	const struct payback_line *l = &v->b->line[f];
	enum finance_unit u = finance_inputs[f].unit;
	/* An unstated currency was read as one: the sign would say more than the source does. */
	bool unsaid = f == FI_COST && v->b->assumed & PRICE_CURRENCY;

	if (isnan(l->value))
		buf_adds(out, absent(f));
	else
		finance_number(out, l->value,
		    u == FU_MONEY_YEAR || u == FU_MONEY_MONTH ? FU_MONEY
			: u == FU_RATE                        ? FU_PERCENT
							      : u,
		    unsaid ? "" : v->b->in.currency);
}

static void
put_input(struct payback_view *v, enum finance_field f, const char *label, const char *before)
{
	const struct payback_line *l = &v->b->line[f];
	struct buf value = BUF_INIT, says = BUF_INIT;

	value_words(&value, v, f);
	buf_addf(&says, "%s%s", before, l->says);
	payback_view_pair(v, label, isnan(l->value) && f <= FI_COST ? STYLE_WARN : STYLE_VALUE,
	    value.data, says.data);
	payback_view_anchor(v, f);
	buf_free(&value);
	buf_free(&says);
}

/* "24 months, usual for the award, " or "24 months" and what stands between it and what follows; nothing where
 * the length is not stated. */
static void
length_words(struct buf *out, const struct payback *b, const char *between)
{
	const struct payback_line *l = &b->line[FI_MONTHS];

	if (isnan(b->in.months))
		return;
	finance_number(out, b->in.months, FU_MONTHS, "");
	if (l->says[0] != '\0')
		buf_addf(out, ", %s, ", l->says);
	else
		buf_adds(out, between);
}

static void
put_lost_pay(struct payback_view *v)
{
	const struct payback *b = v->b;
	const struct finance_result *r = &b->result[FM_FORGONE];
	struct buf value = BUF_INIT, says = BUF_INIT;

	length_words(&says, b, b->in.job_kept || r->v.told != FIN_TOLD ? ", " : " ");
	if (b->in.job_kept) {
		buf_adds(&value, "none");
		buf_addf(&says, "the job is kept: %s%s", b->mode_says,
		    isnan(b->in.months) ? "; length not stated" : "");
	} else if (r->v.told == FIN_TOLD) {
		finance_amount(&value, r->v.value, b->in.currency);
		buf_addf(&says, "without pay: %s", b->mode_says);
	} else {
		buf_adds(&value, "?");
		buf_addf(&says, "%s; ", b->mode_says);
		finance_why_says(&says, &r->v, &b->in);
	}
	payback_view_pair(v, "Lost pay", STYLE_VALUE, value.data, says.data);
	payback_view_anchor(v, FI_MONTHS);
	buf_free(&value);
	buf_free(&says);
}

static void
put_loan(struct payback_view *v)
{
	const struct payback *b = v->b;
	const struct finance_result *r = &b->result[FM_MONTHLY];
	struct buf value = BUF_INIT, says = BUF_INIT;

	if (r->v.told == FIN_TOLD) {
		finance_amount(&value, round(r->v.value), b->in.currency);
		buf_adds(&value, v->p->opts.plain ? " a month" : "/month");
		buf_adds(&says, "if ");
		if (b->line[FI_BORROWED].from == FROM_PERSON) {
			finance_amount(&says, b->in.borrowed, b->in.currency);
			buf_adds(&says, " is borrowed");
		} else {
			buf_addf(&says, "%s is borrowed",
			    b->flips & 1u << FLIP_DEBT && !isnan(b->in.borrowed)
				? "the median debt of its graduates"
				: "all");
		}
		buf_adds(&says, ", ");
		finance_number(&says, b->in.rate, FU_PERCENT, "");
		buf_adds(&says, ", ");
		finance_number(&says, b->in.loan_years, FU_YEARS, "");
	} else {
		buf_adds(&value, "?");
		finance_why_says(&says, &r->v, &b->in);
	}
	payback_view_pair(v, "Loan", STYLE_VALUE, value.data, says.data);
	payback_view_anchor(v, FI_RATE);
	buf_free(&value);
	buf_free(&says);
}

/* Offers, but for the one that is taken or assumed. */
static void
put_offers(struct payback_view *v)
{
	struct buf b = BUF_INIT;
	const char *between = "or: ";

	for (size_t i = 0; i < v->b->noffers; i++) {
		const struct payback_offer *o = &v->b->offer[i];

		if (o->pay == v->b->in.baseline)
			continue;
		buf_addf(&b, "%s%s ", between, o->says);
		finance_amount(&b, round(o->pay), "USD");
		between = "; ";
	}
	if (b.len > 0) {
		int at = v->p->opts.width < PAYBACK_NARROW ? 2 : v->value;

		page_line(v->p);
		page_to(v->p, at);
		page_join(v->p, at, STYLE_NOTE, b.data);
		page_anchor(v->p, ANCHOR_COMMAND, "payback-set baseline");
	}
	buf_free(&b);
}

void
payback_view_inputs(struct payback_view *v)
{
	const struct payback *b = v->b;
	bool assumed = b->line[FI_BASELINE].from == FROM_ASSUMED;

	put_input(v, FI_BASELINE, "Without it I would earn", assumed ? "assumed: " : "");
	if (v->p->opts.details || !v->p->opts.screen)
		put_offers(v);
	put_input(v, FI_COST, "Price", "");
	put_flip(v, FLIP_YEARLY);
	put_flip(v, FLIP_HOME);
	put_flip(v, FLIP_OUT);
	if (!isnan(b->in.aid))
		put_input(v, FI_AID, "Aid", "");
	if (!isnan(b->in.living))
		put_input(v, FI_LIVING, "Living cost a month", "");
	put_lost_pay(v);
	put_flip(v, FLIP_JOB);
	put_loan(v);
	put_flip(v, FLIP_DEBT);
}

/* --- the rest -------------------------------------------------------------------------------- */

static const struct {
	enum finance_field field;
	const char *label;
} more[] = {
    {FI_PAY, "Pay with it"},
    {FI_AID, "Aid"},
    {FI_LIVING, "Living cost a month"},
    {FI_STUDY_PAY, "Pay while studying"},
    {FI_BORROWED, "Borrowed"},
    {FI_RATE, "Loan rate a year"},
    {FI_LOAN_YEARS, "Loan paid back in"},
    {FI_DISCOUNT, "Discount rate a year"},
    {FI_HORIZON, "Counted after it"},
    {FI_TAX, "Tax"},
    {FI_EARNINGS, "Its graduates earn"},
    {FI_HIGH_SCHOOL, "High school only earns"},
    {FI_LAW_MEDIAN, "The law's median"},
};

void
payback_view_more_inputs(struct payback_view *v)
{
	page_blank(v->p);
	page_heading(v->p, "More inputs", NULL);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		enum finance_field f = more[i].field;
		bool stated = !isnan(v->b->line[f].value);

		if ((f == FI_AID || f == FI_LIVING) && stated)
			continue; /* it stands above */
		if (f >= FI_EARNINGS && !stated && isnan(v->b->in.earnings) && !v->p->opts.details)
			continue;
		put_input(v, f, more[i].label, "");
	}
	put_flip(v, FLIP_ACCRUE);
	put_flip(v, FLIP_TIMING);
}
