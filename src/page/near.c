#include "career/page/near.h"

#include "career/model/agree.h"
#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIKE = 7, INDENT = 7 };

/* What the near roles are set beside. */
struct beside {
	struct page *p;
	struct reader *r;
	struct arena a; /* of the figures of pay */
	const struct nears *near;
	struct pay_answer pay; /* of the role itself */
	bool paid;
};

/* --- pay -------------------------------------------------------------------------------------- */

/* False in `*paid`: no source says what the role pays. */
static bool
pay_of(struct reader *r, int64_t role, struct pay_answer *out, bool *paid, struct arena *a,
    struct err *e)
{
	struct figures figs;

	*paid = false;
	if (!figures_of_role(&figs, r->db, &r->sources, role, "pay", a, e))
		return false;
	*paid = agree_answer(&figs, out, a);
	return true;
}

static void
say_pay(struct buf *out, const struct pay_answer *pay)
{
	const struct money_span s = {.lo = pay->low,
	    .hi = pay->high,
	    .open_hi = pay->open_high || pay->top_coded,
	    .currency = pay->currency};

	money_span(out, &s, MONEY_SHORT);
	if (pay->level != LEVEL_UNSTATED)
		buf_addf(out, " %s", level_says(pay->level));
}

bool
near_pay(struct reader *r, int64_t role, struct buf *out, struct err *e)
{
	struct pay_answer pay;
	struct arena a;
	bool ok, paid;

	arena_init(&a);
	ok = pay_of(r, role, &pay, &paid, &a, e);
	if (paid)
		say_pay(out, &pay);
	arena_free(&a);
	return ok;
}

static bool
same_ruler(const struct pay_answer *a, const struct pay_answer *b)
{
	return a->level == b->level && (a->basis == BASIS_TOTAL) == (b->basis == BASIS_TOTAL)
	    && strcmp(a->currency, b->currency) == 0;
}

static void
say_step(struct buf *b, double by, const char *currency)
{
	money_short(b, fabs(by), currency);
	buf_adds(b, by < 0 ? " less" : " more");
}

/* "pays $20K less at the low end, $10K more at the high end" */
static void
say_pay_beside(struct buf *b, const struct beside *q, const struct pay_answer *pay)
{
	double low = pay->low - q->pay.low, high = pay->high - q->pay.high;

	if (!q->paid)
		return;
	if (!same_ruler(pay, &q->pay)) {
		buf_adds(b, "; its pay is of another level or kind: not compared");
		return;
	}
	if (isnan(low) || isnan(high)) {
		low = isnan(low) ? high : low;
		high = low;
	}
	if (isnan(low))
		return;
	buf_adds(b, "; pays ");
	if (fabs(low) < 500 && fabs(high) < 500) {
		buf_adds(b, "the same");
		return;
	}
	say_step(b, low, pay->currency);
	if (fabs(low - high) >= 500) {
		buf_adds(b, " at the low end, ");
		say_step(b, high, pay->currency);
		buf_adds(b, " at the high end");
	}
}

static void
anchor_pay(struct page *p, int64_t role, const struct pay_answer *pay)
{
	char key[64];

	snprintf(key, sizeof key, "%lld:%d:%d", (long long)role, (int)pay->level,
	    pay->basis == BASIS_TOTAL ? (int)RULER_TOTAL : (int)RULER_SALARY);
	page_anchor(p, ANCHOR_ANSWER, key);
}

/* --- education -------------------------------------------------------------------------------- */

static void
say_degrees(struct buf *b, const struct degree_span *d)
{
	buf_adds(b, degree_word(d->low));
	if (d->high != d->low)
		buf_addf(b, " to %s", degree_word(d->high));
}

/* "bachelor's to master's, here bachelor's; job zone 5, here 4" */
static void
say_education(struct buf *b, const struct near *n, const struct degree_span *here)
{
	const struct degree_span *d = &n->degree;

	if (d->high != DEGREE_UNSAID) {
		say_degrees(b, d);
		if (here->high != DEGREE_UNSAID && (here->low != d->low || here->high != d->high)) {
			buf_adds(b, ", here ");
			say_degrees(b, here);
		} else if (here->high != DEGREE_UNSAID) {
			buf_adds(b, ", as here");
		}
	}
	if (n->zone == 0)
		return;
	buf_addf(b, "%sjob zone %d", b->len > 0 ? "; " : "", n->zone);
	if (n->zone_from != 0 && n->zone != n->zone_from)
		buf_addf(b, ", here %d", n->zone_from);
}

static void
education_line(struct beside *q, const struct near *n)
{
	struct buf b = BUF_INIT;
	const char *fact = n->degree.fact;

	say_education(&b, n, &q->near->degree);
	if (b.len > 0) {
		page_line(q->p)->goes_on = true;
		page_to(q->p, INDENT);
		page_add(q->p, STYLE_NOTE, "asks ");
		page_join(q->p, INDENT + 2, STYLE_NOTE, b.data);
		page_anchor(q->p, ANCHOR_ROLE, n->slug);
		if (fact[0] != '\0')
			page_anchor(q->p, ANCHOR_FACT, fact);
		page_anchor(q->p, ANCHOR_TERM, n->zone != 0 ? "job-zone" : "requirement");
	}
	buf_free(&b);
}

/* --- a role ----------------------------------------------------------------------------------- */

static bool
near_line(struct beside *q, const struct near *n, struct err *e)
{
	struct page *p = q->p;
	struct buf pay = BUF_INIT, more = BUF_INIT;
	struct pay_answer there;
	bool paid, ok = pay_of(q->r, n->role, &there, &paid, &q->a, e);

	if (paid)
		say_pay(&pay, &there);
	page_line(p);
	page_addf(p, STYLE_VALUE, "%3.0f%%", 100 * n->alike);
	page_to(p, ALIKE);
	page_addf(p, STYLE_LINK, "%s", n->title);
	page_right(p, STYLE_NOTE, paid ? pay.data : "no pay stated");
	page_anchor(p, ANCHOR_ROLE, n->slug);
	if (paid)
		anchor_pay(p, n->role, &there);
	page_anchor(p, ANCHOR_TERM, "likeness");
	buf_addf(&more, "shares %zu of the %zu skills that it wants", n->shared, n->own);
	if (n->first_other[0] != '\0')
		buf_addf(&more, "; wants besides: %s", n->first_other);
	if (paid)
		say_pay_beside(&more, q, &there);
	if (n->through[0] != '\0')
		buf_addf(&more, "; ~ through %s", n->through);
	page_next(p);
	page_to(p, INDENT);
	page_join(p, INDENT, STYLE_NOTE, more.data);
	education_line(q, n);
	buf_free(&pay);
	buf_free(&more);
	return ok;
}

static bool
near_part(struct beside *q, const struct near_list *l, const char *heading, struct err *e)
{
	bool ok = true;

	if (l->n == 0)
		return true;
	page_blank(q->p);
	page_heading(q->p, heading, "likeness");
	for (size_t i = 0; ok && i < l->n; i++)
		ok = near_line(q, &l->near[i], e);
	return ok;
}

/* --- the page --------------------------------------------------------------------------------- */

/* The nearest in a sentence. */
static void
say_nearest(struct page *p, const struct nears *n)
{
	const struct near_list *l = n->roles.n > 0 ? &n->roles : &n->occupations;

	if (l->n == 0) {
		page_wrap(p, 0, STYLE_VALUE, "No other role can be set beside it.");
		return;
	}
	if (l->near[0].alike < NEAR_VIABLE)
		page_wrapf(p, 0, STYLE_VALUE,
		    "None is near: the closest, %s, is only %.0f%% alike in what it wants.",
		    l->near[0].title, 100 * l->near[0].alike);
	else
		page_wrapf(p, 0, STYLE_VALUE, "Nearest: %s, %.0f%% alike in what it wants.",
		    l->near[0].title, 100 * l->near[0].alike);
	page_anchor(p, ANCHOR_ROLE, l->near[0].slug);
	page_wrap(p, 0, STYLE_NOTE,
	    "100% would be the same skills with the same weight: of each skill the smaller weight, over "
	    "the larger.");
	page_anchor(p, ANCHOR_TERM, "likeness");
}

static void
say_left_out(struct page *p, const struct nears *n, const struct skillset *of, bool occupations)
{
	page_blank(p);
	if (n->is_thin)
		page_wrapf(p, 0, STYLE_WARN,
		    "! Too little is known of %s to set it beside other roles: %zu skill%s listed.",
		    of->title, of->own, of->own == 1 ? " is" : "s are");
	if (n->thin > 0)
		page_wrapf(p, 0, STYLE_NOTE,
		    "%zu role%s left out: fewer than five skills are listed, which is too little to "
		    "judge by.",
		    n->thin, n->thin == 1 ? " is" : "s are");
	if (!occupations && n->has_sets && !p->opts.screen)
		page_wrap(p, 0, STYLE_NOTE,
		    "Occupations of imported sets are left out; --occupations shows them.");
}

bool
page_near(struct page *p, struct reader *r, const struct skillset *of, const struct nears *n,
    bool occupations, struct err *e)
{
	struct beside q = {.p = p, .r = r, .near = n};
	bool ok;

	arena_init(&q.a);
	ok = pay_of(r, of->role, &q.pay, &q.paid, &q.a, e);
	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: roles that want nearly the same", of->title);
	page_anchor(p, ANCHOR_ROLE, of->slug);
	page_rule(p);
	say_nearest(p, n);
	ok = ok && near_part(&q, &n->roles, "By what guides call must, important, nice to have", e)
	    && near_part(&q, &n->occupations, "Occupations, by O*NET's importance", e);
	say_left_out(p, n, of, occupations);
	page_close(p);
	arena_free(&q.a);
	return ok;
}
