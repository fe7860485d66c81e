#include "career/page/near.h"

#include "career/model/agree.h"
#include "career/page/money.h"

#include <stdio.h>
#include <stdlib.h>

enum { ALIKE = 7, INDENT = 7 };

bool
near_pay(struct reader *r, int64_t role, struct buf *out, struct err *e)
{
	struct figures figs;
	struct pay_answer pay;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = figures_of_role(&figs, r->db, &r->sources, role, "pay", &a, e);
	if (ok && agree_answer(&figs, &pay, &a)) {
		const struct money_span s = {.lo = pay.low,
		    .hi = pay.high,
		    .open_hi = pay.open_high || pay.top_coded,
		    .currency = pay.currency};

		money_span(out, &s, MONEY_SHORT);
		if (pay.level != LEVEL_UNSTATED)
			buf_addf(out, " %s", level_says(pay.level));
	}
	arena_free(&a);
	return ok;
}

/* "job zone 4, one more than here" */
static void
say_zone(struct buf *b, const struct near *n)
{
	int by = n->zone - n->zone_from;

	if (n->zone == 0)
		return;
	buf_addf(b, "; job zone %d", n->zone);
	if (n->zone_from != 0 && by != 0)
		buf_addf(b, ", %d %s preparation", abs(by), by > 0 ? "more in" : "less in");
}

static bool
near_line(struct page *p, struct reader *r, const struct near *n, struct err *e)
{
	struct buf pay = BUF_INIT, more = BUF_INIT;
	bool ok = near_pay(r, n->role, &pay, e);

	page_line(p);
	page_addf(p, STYLE_VALUE, "%3.0f%%", 100 * n->alike);
	page_to(p, ALIKE);
	page_addf(p, STYLE_LINK, "%s", n->title);
	page_right(p, STYLE_NOTE, pay.len > 0 ? pay.data : "no pay stated");
	page_anchor(p, ANCHOR_ROLE, n->slug);
	buf_addf(&more, "shares %zu of the %zu skills that it wants", n->shared, n->own);
	if (n->first_other[0] != '\0')
		buf_addf(&more, "; wants besides: %s", n->first_other);
	say_zone(&more, n);
	if (n->through[0] != '\0')
		buf_addf(&more, "; ~ through %s", n->through);
	page_next(p);
	page_to(p, INDENT);
	page_join(p, INDENT, STYLE_NOTE, more.data);
	buf_free(&pay);
	buf_free(&more);
	return ok;
}

static bool
near_part(
    struct page *p, struct reader *r, const struct near_list *l, const char *heading, struct err *e)
{
	bool ok = true;

	if (l->n == 0)
		return true;
	page_blank(p);
	page_heading(p, heading, NULL);
	for (size_t i = 0; ok && i < l->n; i++)
		ok = near_line(p, r, &l->near[i], e);
	return ok;
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
	if (!occupations && n->has_sets)
		page_wrap(p, 0, STYLE_NOTE,
		    "Occupations of imported sets are left out; --occupations shows them.");
}

bool
page_near(struct page *p, struct reader *r, const struct skillset *of, const struct nears *n,
    bool occupations, struct err *e)
{
	bool ok;

	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: roles that want nearly the same", of->title);
	page_anchor(p, ANCHOR_ROLE, of->slug);
	page_rule(p);
	page_wrap(p, 0, STYLE_NOTE,
	    "100% would be the same skills with the same weight: of each skill the smaller weight, over "
	    "the larger.");
	ok = near_part(p, r, &n->roles, "By what guides call must, important, nice to have", e)
	    && near_part(p, r, &n->occupations, "Occupations, by O*NET's importance", e);
	if (ok && n->roles.n + n->occupations.n == 0)
		page_wrap(p, 0, STYLE_TEXT, "None that can be judged.");
	say_left_out(p, n, of, occupations);
	page_close(p);
	return ok;
}
