/* plans.c - pairs of a program and a role as a page: the answer, what was asked, then each with its reason. */
#include "career/page/plans.h"

#include "career/base/num.h"
#include "career/page/money.h"
#include "career/query/field.h"
#include "plans_words.h"
#include "say.h"

#include <math.h>
#include <string.h>

enum { LABEL = 13, PAYBACK = 12, NARROW = 60 };

static void
count(struct buf *out, uint64_t n, const char *one)
{
	num_full(out, (double)n);
	buf_addf(out, " %s%s", one, n == 1 ? "" : "s");
}

static const char *
text_of(const struct frame *f, const char *name, uint32_t row)
{
	int col = frame_col(f->spec, name);

	return col >= 0 ? frame_text(f, col, row) : "";
}

/* --- the head ---------------------------------------------------------------------------------- */

/* Which term to drop, and how many plans that gives. */
static void
say_none(struct page *p, const struct plans *a)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, "No plan fits.");
	for (size_t i = 0; i < a->nwithout; i++) {
		buf_addf(&b, "%s%s: ", i == 0 ? " Without " : "; without ", a->without[i].term);
		num_full(&b, (double)a->without[i].pairs);
	}
	buf_adds(&b, a->nwithout > 0 ? "." : "");
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, "plan");
	buf_free(&b);
}

/* "42 plans fit: 8 programs for 3 roles. The quickest pays back in 2 months." */
static void
say_answer(struct page *p, const struct plans *a)
{
	struct buf b = BUF_INIT;

	if (a->pairs == 0) {
		say_none(p, a);
		return;
	}
	count(&b, a->pairs, "plan");
	buf_adds(&b, a->pairs == 1 ? " fits: " : " fit: ");
	count(&b, a->nprograms, "program");
	buf_adds(&b, " for ");
	count(&b, a->nroles, "role");
	if (a->never == a->pairs)
		buf_adds(&b, ". None of them ever pays back on these figures");
	else if (a->query.nsort == 0 && a->n > 0) {
		buf_adds(&b, ". The quickest pays back in ");
		plan_payback(&b, &a->plan[0]);
	}
	if (a->never > 0 && a->never < a->pairs) {
		buf_adds(&b, "; ");
		num_full(&b, (double)a->never);
		buf_adds(&b, a->never == 1 ? " never does" : " never do");
	}
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, "plan");
	buf_free(&b);
}

static void
say_asked(struct page *p, const struct plans_shown *s)
{
	const struct plans *a = s->plans;
	bool any = s->query[strspn(s->query, " ")] != '\0';

	if (any || !p->opts.plain)
		page_pair(p, "Asked", LABEL, any ? STYLE_TEXT : STYLE_NOTE,
		    any ? s->query
			: "nothing yet; for example role:data-scientist cost<20k mode:online "
			  "pay>=100k payback<5");
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, "plans-ask");
	page_anchor(p, ANCHOR_TERM, "plan");
	if (a->query.error[0] != '\0')
		say_warn(p, "", a->query.error);
	if (s->fold != PLANS_PAIRS)
		page_pair(p, "", LABEL, STYLE_NOTE,
		    s->fold == PLANS_BY_PROGRAM ? "of each program its best role"
						: "of each role its best program");
}

static void
say_baseline(struct page *p, const struct plans_shown *s)
{
	struct buf b = BUF_INIT;

	money_full(&b, s->plans->baseline, "USD");
	buf_addf(&b, " a year: %s%s", s->baseline->says, s->baseline->assumed ? " (assumed)" : "");
	page_pair(p, "Without it", LABEL, STYLE_TEXT, b.data);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, "plans-baseline");
	page_anchor(p, ANCHOR_TERM, "baseline-pay");
	buf_free(&b);
}

static void
say_left(struct page *p, const struct plans *a)
{
	struct buf b = BUF_INIT;
	bool any;

	plans_left_says(&b, a);
	any = b.len > 0;
	if (any)
		page_pair(p, "Left out", LABEL, STYLE_NOTE, b.data);
	if (any)
		page_anchor(p, ANCHOR_TERM, "unstated");
	if (a->occupations > 0) {
		buf_clear(&b);
		count(&b, a->occupations, "occupation");
		buf_addf(&b, " of the imported sets%s", p->opts.screen ? ": O" : ": --occupations");
		page_pair(p, any ? "" : "Left out", LABEL, STYLE_NOTE, b.data);
		if (p->opts.screen)
			page_anchor(p, ANCHOR_COMMAND, "plans-occupations");
		page_anchor(p, ANCHOR_TERM, "occupation");
	}
	buf_free(&b);
}

/* How many have an award that is less than is typical. */
static void
say_entry(struct page *p, const struct plans *a)
{
	struct buf b = BUF_INIT;

	if (a->below == 0)
		return;
	num_full(&b, (double)a->below);
	buf_addf(&b,
	    " with an award below what the role is typically entered with, behind all others: "
	    "entry:met leaves %s out",
	    a->below == 1 ? "it" : "them");
	page_pair(p, "Entry", LABEL, STYLE_NOTE, b.data);
	page_anchor(p, ANCHOR_TERM, "typical-entry-education");
	buf_free(&b);
}

/* Of the only role, once for all its pairs. */
static bool
say_role(struct page *p, const struct plans_shown *s, struct err *e)
{
	struct plans *a = s->plans;
	uint32_t row = a->plan[0].role;
	struct buf b = BUF_INIT;
	char key[64];
	bool ok;

	buf_addf(&b, "%s, pay ", text_of(a->roles, "title", row));
	ok = plan_pay_says(&b, a, row, e);
	if (ok) {
		page_pair(p, "For", LABEL, STYLE_TEXT, b.data);
		plan_pay_key(key, sizeof key, a, row);
		page_anchor(p, ANCHOR_ROLE, text_of(a->roles, "slug", row));
		page_anchor(p, ANCHOR_ANSWER, key);
		page_anchor(p, ANCHOR_TERM, "best-supported-range");
	}
	buf_free(&b);
	return ok;
}

/* --- pairs ------------------------------------------------------------------------------------- */

/* What leads on from the pair. */
static void
add_anchors(struct page *p, const struct plans_shown *s, const struct plan *x)
{
	struct buf key = BUF_INIT, command = BUF_INIT;
	const char *slug = text_of(s->plans->roles, "slug", x->role);

	view_key(s->programs, x->program, &key);
	buf_addf(&command, "payback %s %s", key.data, slug);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, command.data);
	page_anchor(p, ANCHOR_PROGRAM, key.data);
	page_anchor(p, ANCHOR_ROLE, slug);
	say_fact_anchor(p, "role_field", plans_link(s->plans, x)->row);
	buf_free(&key);
	buf_free(&command);
}

/* "Computer Science, Georgia Tech (master)" */
static void
name_program(struct buf *out, const struct frame *f, uint32_t row)
{
	const char *award = text_of(f, "award", row);

	buf_addf(out, "%s, %s", text_of(f, "program", row), text_of(f, "school", row));
	if (award[0] != '\0')
		buf_addf(out, " (%s)", award);
}

/* The reason, and a warning where the award is less than is typical. */
static bool
say_reason(struct page *p, const struct plans_shown *s, const struct plan *x, struct err *e)
{
	struct plans *a = s->plans;
	struct buf why = BUF_INIT, warn = BUF_INIT;
	bool ok = true;

	plan_takes(&why, a, x);
	if (a->nroles > 1) {
		buf_adds(&why, "; pay ");
		ok = plan_pay_says(&why, a, x->role, e);
	}
	if (x->others > 0)
		buf_addf(&why, "; +%lu %s%s", (unsigned long)x->others,
		    s->fold == PLANS_BY_PROGRAM ? "other role" : "other program",
		    x->others == 1 ? "" : "s");
	plan_entry(&warn, a, x);
	if (p->opts.plain)
		page_joinf(p, 0, STYLE_NOTE, ": %s", why.data);
	else
		page_wrap(p, PAYBACK, STYLE_NOTE, why.data);
	page_join(p, p->opts.plain ? 0 : PAYBACK, STYLE_WARN, warn.data);
	buf_free(&why);
	buf_free(&warn);
	return ok;
}

static bool
say_plan(struct page *p, const struct plans_shown *s, const struct plan *x, struct err *e)
{
	struct plans *a = s->plans;
	struct buf b = BUF_INIT;
	size_t first;

	buf_adds(&b, p->opts.plain && isfinite(x->payback) ? "Pays back in " : "");
	plan_payback(&b, x);
	buf_adds(&b, p->opts.plain ? ":" : "");
	page_line(p);
	first = p->nlines;
	page_add(p, isfinite(x->payback) ? STYLE_VALUE : STYLE_NOTE, b.data);
	page_to(p, PAYBACK);
	buf_clear(&b);
	name_program(&b, a->programs, x->program);
	if (a->nroles > 1)
		page_joinf(p, PAYBACK, STYLE_HEADING, "%s: ", text_of(a->roles, "title", x->role));
	page_join(p, PAYBACK, STYLE_TEXT, b.data);
	add_anchors(p, s, x);
	/* The cursor stops once for each pair. */
	for (size_t i = first; i < p->nlines; i++)
		p->lines[i].nanchors = 0;
	buf_free(&b);
	return say_reason(p, s, x, e);
}

/* Further pairs, and how to see them. */
static void
say_more(struct page *p, const struct plans_shown *s)
{
	const struct plans *a = s->plans;
	uint64_t all = s->fold == PLANS_BY_PROGRAM ? a->nprograms
	    : s->fold == PLANS_BY_ROLE             ? a->nroles
						   : a->pairs;
	struct buf b = BUF_INIT;

	if (all <= a->n)
		return;
	buf_adds(&b, "+ ");
	num_full(&b, (double)(all - a->n));
	buf_addf(&b, " more: %s", p->opts.screen ? "Enter shows further ones" : "--limit");
	page_line(p);
	page_add(p, STYLE_NOTE, b.data);
	if (p->opts.screen)
		page_anchor(p, ANCHOR_COMMAND, "plans-more");
	page_anchor(p, ANCHOR_TERM, "plan");
	buf_free(&b);
}

bool
page_plans(struct page *p, struct reader *r, struct plans_shown *s, struct err *e)
{
	bool ok = true;

	(void)r;
	say_answer(p, s->plans);
	s->first = p->nlines;
	say_asked(p, s);
	say_baseline(p, s);
	if (s->plans->nroles == 1 && s->plans->n > 0)
		ok = say_role(p, s, e);
	say_entry(p, s->plans);
	say_left(p, s->plans);
	page_rule(p);
	if (s->plans->n > 0)
		s->first = p->nlines;
	for (size_t i = 0; ok && i < s->plans->n; i++)
		ok = say_plan(p, s, &s->plans->plan[i], e);
	say_more(p, s);
	page_close(p);
	return ok;
}
