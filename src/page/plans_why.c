/* plans_why.c - `i` on a pair: the sum with the numbers put in, and who says each of them. */
#include "career/page/plans.h"

#include "career/model/payback.h"
#include "career/page/money.h"
#include "plans_words.h"
#include "say.h"

#include <math.h>
#include <string.h>

/* Who says an input, for `i` on its line. */
static void
line_anchor(struct page *p, const struct payback_line *l)
{
	struct buf key = BUF_INIT;

	if (l->table == NULL)
		return;
	if (strcmp(l->table, "figure") == 0)
		page_anchor_id(p, ANCHOR_FIGURE, l->row);
	else if (strcmp(l->table, "rule") != 0 && strcmp(l->table, "role") != 0) {
		buf_addf(&key, "%s:%lld", l->table, (long long)l->row);
		if (l->column != NULL)
			buf_addf(&key, "/%s", l->column);
		page_anchor(p, ANCHOR_FACT, key.data);
	}
	buf_free(&key);
}

static void
say_input(struct page *p, const struct payback *b, enum finance_field f, const char *label)
{
	const struct payback_line *l = &b->line[f];
	struct buf text = BUF_INIT;

	if (isnan(l->value))
		buf_adds(&text, "not stated");
	else
		finance_number(&text, l->value, finance_inputs[f].unit, b->in.currency);
	if (l->says != NULL && l->says[0] != '\0')
		buf_addf(&text, ": %s", l->says);
	say_pair(p, label, STYLE_TEXT, text.data);
	line_anchor(p, l);
	buf_free(&text);
}

/* "(99 + 0) / (140,000 - 49,500)": at the middle of the pay that most publishers support. */
static void
say_sum(struct page *p, const struct payback *b, const struct plan *x)
{
	struct finance_input in = b->in;
	struct finance_result r;
	struct buf span = BUF_INIT;
	struct arena a;

	in.pay = x->pay;
	arena_init(&a);
	r = finance_explain(FM_PAYBACK, &in, &a);
	plan_payback(&span, x);
	say_pair(p, "Payback", STYLE_VALUE, isfinite(x->payback) ? span.data : r.says);
	page_anchor(p, ANCHOR_TERM, "payback");
	if (r.worked[0] != '\0')
		say_pair(p, "", STYLE_TEXT, r.worked);
	buf_free(&span);
	arena_free(&a);
}

static bool
say_pay(struct page *p, struct plans *a, const struct plan *x, struct err *e)
{
	struct buf b = BUF_INIT;
	char key[64];
	bool ok = plan_pay_says(&b, a, x->role, e);

	if (ok) {
		buf_adds(&b, "; middle ");
		money_full(&b, x->pay, "USD");
		say_pair(p, "Pay", STYLE_TEXT, b.data);
		plan_pay_key(key, sizeof key, a, x->role);
		page_anchor(p, ANCHOR_ANSWER, key);
		page_anchor(p, ANCHOR_TERM, "best-supported-range");
	}
	buf_free(&b);
	return ok;
}

static bool
say_all(struct page *p, struct plans_shown *s, const struct plan *x, const struct payback *b,
    struct err *e)
{
	const struct plans_link *link = plans_link(s->plans, x);

	say_title(p, b->role_title);
	page_wrapf(p, 0, STYLE_TEXT, "%s, %s (%s)", b->program_name, b->school, b->award);
	page_anchor(p, ANCHOR_PROGRAM, b->program_key);
	page_blank(p);
	say_sum(p, b, x);
	say_input(p, b, FI_COST, "Price");
	say_input(p, b, FI_MONTHS, "Length");
	say_input(p, b, FI_BASELINE, "Without it");
	if (!say_pay(p, s->plans, x, e))
		return false;
	say_pair(p, "Link", STYLE_TEXT, b->link_says);
	say_fact_anchor(p, "role_field", link->row);
	if (x->entry == ENTRY_BELOW) {
		const char *typical = plans_education(s->plans, x->role);

		say_warn(p, "Entry", typical[0] != '\0' ? typical : plans_asked(s->plans, x->role));
		page_anchor(p, ANCHOR_TERM, "typical-entry-education");
	}
	return true;
}

bool
page_plan(
    struct page *p, struct reader *r, struct plans_shown *s, const struct plan *x, struct err *e)
{
	struct payback_asks asks;
	struct payback b = {.of = NULL};
	struct rules rules;
	bool ok;

	payback_asks_read(&asks, r->asks);
	asks.said[FI_BASELINE] = s->baseline->assumed ? (double)NAN : s->baseline->pay;
	ok = rules_load(&rules, e);
	if (ok
	    && payback_open(&b, r->db, &r->sources, &rules, s->plans->programs->id[x->program],
		s->plans->roles->id[x->role], e)) {
		ok = payback_work(&b, &asks, e) && say_all(p, s, x, &b, e);
		payback_close(&b);
	} else {
		ok = false;
	}
	rules_free(&rules);
	page_close(p);
	return ok;
}
