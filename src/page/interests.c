#include "career/page/interests.h"

#include "career/page/glyph.h"
#include "interests_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SCORE_AT = 15, BAR_AT = 20, THEIR_AT = 32, SAYS_AT = 37, BAR = 10, WIDE = 78 };
enum { FIT_AT = 7, FEW_GROUPS = 4, FEW_OF_GROUP = 4, FEW_OCCUPATIONS = 8, MORE_OCCUPATIONS = 40 };

/* --- the answer first ------------------------------------------------------------------------ */

/* The kinds from the highest score down; equal ones in the order of the letters. */
static void
order_kinds(const struct interests *of, int order[INTEREST_KINDS])
{
	for (int k = 0; k < INTEREST_KINDS; k++) {
		int at = k;

		for (; at > 0 && of->score[k] > of->score[order[at - 1]] + 1e-9; at--)
			order[at] = order[at - 1];
		order[at] = k;
	}
}

/* "You like most: finding out ... (Investigative, 4.8 of 5), then Conventional, 4.0." */
static void
say_most(struct page *p, const struct interests_page *q)
{
	const struct interests *of = q->of;
	int order[INTEREST_KINDS] = {0}, top, next;

	order_kinds(of, order);
	top = order[0];
	next = order[1];
	page_wrapf(p, 0, STYLE_VALUE, "You like most: %s (%s, %.1f of %d), then %s, %.1f.",
	    q->items->says[top], q->items->kind[top], of->score[top], INTEREST_MOST,
	    q->items->kind[next], of->score[next]);
	page_anchor(p, ANCHOR_TERM, "riasec");
}

/* "up: Look for a pattern ... (5); down: ..." */
static void
say_moved(struct page *p, const struct interests_page *q, const struct interest_fit *f)
{
	struct buf b = BUF_INIT;
	size_t most = p->opts.details ? f->nmoved : f->nmoved < 2 ? f->nmoved : 2;

	for (int up = 1; up >= 0; up--) {
		const char *lead = up ? "moved up most by: " : "moved down most by: ";
		bool first = true;

		for (size_t i = 0; i < most; i++) {
			if (f->up[i] != (up == 1))
				continue;
			buf_addf(&b, "%s%s%s (%d)", first && b.len > 0 ? "; " : "",
			    first ? lead : ", ", q->items->item[f->moved[i]].text,
			    q->of->answer[f->moved[i]]);
			first = false;
		}
	}
	if (b.len > 0) {
		page_next(p);
		page_to(p, FIT_AT);
		page_join(p, FIT_AT, STYLE_NOTE, b.data);
	}
	buf_free(&b);
}

static double
shown(double r)
{
	return fabs(r) < 0.005 ? 0 : r;
}

/* How many of the list are more alike, and how many have a number at all. */
static size_t
place_of(const struct interest_fits *l, const struct interest_fit *f, size_t *n)
{
	size_t before = 0;

	*n = 0;
	for (size_t i = 0; i < l->n; i++) {
		*n += isnan(l->f[i].r) ? 0 : 1;
		before += l->f[i].r > f->r + 1e-9;
	}
	return before + 1;
}

/* "Machine Learning Engineer: 0.62, place 14 of 38". */
static void
say_role(struct page *p, const struct interests_page *q)
{
	const struct interest_fit *f = q->role;
	const struct interest_fits *l =
	    f->through[0] == '\0' && q->occupations != NULL ? q->occupations : q->roles;
	size_t n, place;

	page_line(p);
	page_addf(p, STYLE_LINK, "%s", f->title);
	if (isnan(f->r)) {
		page_join(p, 2, STYLE_TEXT,
		    f->code[0] == '\0'
			? ": O*NET has no interests of it, nor of an occupation near it."
			: ": cannot be compared with your answers yet.");
	} else {
		page_joinf(p, 2, STYLE_VALUE, ": %.2f", shown(f->r));
		place = l != NULL ? place_of(l, f, &n) : 0;
		if (place > 0 && n > 1)
			page_joinf(p, 2, STYLE_TEXT, ", place %zu of %zu", place, n);
		if (f->through[0] != '\0')
			page_joinf(p, 2, STYLE_NEAR, ", ~ through %s", f->through);
		if (f->nthrough > 1)
			page_joinf(p, 2, STYLE_TEXT, "; %.2f to %.2f over %zu near it",
			    shown(f->low), shown(f->high), f->nthrough);
	}
	page_anchor(p, ANCHOR_ROLE, f->slug);
	page_anchor(p, ANCHOR_TERM, "interest-fit");
}

/* Those behind `first` that have their number from the same occupation. */
static size_t
group_end(const struct interest_fits *l, size_t first)
{
	size_t end = first;

	while (end < l->n && !isnan(l->f[end].r) && strcmp(l->f[end].code, l->f[first].code) == 0)
		end++;
	return end;
}

/* "Analytics Engineer and 6 more roles near Data Scientists are the most alike: 0.88, where 1 is the same." */
static void
say_nearest(struct page *p, const struct interests_page *q)
{
	const struct interest_fit *f = q->roles != NULL && q->roles->n > 0 ? q->roles->f : NULL;
	size_t others;

	if (f == NULL || isnan(f->r))
		return;
	others = group_end(q->roles, 0) - 1;
	if (others == 0)
		page_wrapf(p, 0, STYLE_VALUE, "Of the roles here %s is the most alike: ", f->title);
	else
		page_wrapf(p, 0, STYLE_VALUE,
		    "%s and %zu more role%s near %s are the most alike: ", f->title, others,
		    others == 1 ? "" : "s", f->through);
	page_joinf(p, 0, STYLE_VALUE, " %.2f, where 1 is the same.", shown(f->r));
	page_anchor(p, ANCHOR_ROLE, f->slug);
	page_anchor(p, ANCHOR_TERM, "interest-fit");
}

static void
say_answer(struct page *p, const struct interests_page *q)
{
	const struct interests *of = q->of;

	if (of->answered == 0)
		page_wrapf(p, 0, STYLE_VALUE,
		    "%d things that people do at work: how would you like each? Nothing is answered "
		    "yet.",
		    INTEREST_ITEMS);
	else if (!of->whole)
		page_wrapf(p, 0, STYLE_VALUE,
		    "%zu of %d answered. What comes of it shows when each of the six kinds has an "
		    "answer.",
		    of->answered, INTEREST_ITEMS);
	else {
		say_most(p, q);
		say_nearest(p, q);
	}
	if (of->whole && of->low)
		page_wrapf(p, 0, STYLE_WARN, "! Not firm: %s.", of->why_low);
	if (of->answered < INTEREST_ITEMS && q->how != NULL)
		page_wrap(p, 0, STYLE_TEXT, q->how);
	if (q->role != NULL && of->whole) {
		say_role(p, q);
		say_moved(p, q, q->role);
	}
}

static void
fact_anchor(struct page *p, const struct interest_fit *f)
{
	char key[80];

	snprintf(key, sizeof key, "onet_interest:%s", f->code);
	if (f->code[0] != '\0')
		page_anchor(p, ANCHOR_FACT, key);
	page_anchor(p, ANCHOR_TERM, "interest-fit");
}

static bool
has_values(const struct interest_fit *f)
{
	return f != NULL && f->code[0] != '\0';
}

/* --- kinds ----------------------------------------------------------------------------------- */

static void
kind_bar(struct page *p, double score)
{
	int full = isnan(score) ? 0 : (int)lround(BAR * (score - 1) / (INTEREST_MOST - 1));

	for (int i = 0; i < BAR; i++)
		page_add(p, STYLE_BAR, glyph(i < full ? GLYPH_FULL : GLYPH_DOT, p->opts.ascii));
}

static void
kind_line(struct page *p, const struct interests_page *q, int k)
{
	bool wide = p->opts.width >= WIDE;
	double score = q->of->score[k];

	page_line(p);
	page_addf(p, STYLE_LABEL, "%s%s", q->items->kind[k], p->opts.plain ? ": " : "");
	page_to(p, SCORE_AT);
	if (isnan(score))
		page_add(p, STYLE_NOTE, p->opts.plain ? "not answered" : "  -");
	else
		page_addf(p, STYLE_VALUE, "%.1f", score);
	if (!p->opts.plain) {
		page_to(p, BAR_AT);
		kind_bar(p, score);
		page_to(p, THEIR_AT);
	}
	if (has_values(q->role))
		page_addf(
		    p, STYLE_NEAR, "%s%.1f", p->opts.plain ? "; theirs " : "", q->role->value[k]);
	if (wide && !p->opts.plain)
		page_to(p, SAYS_AT);
	if (wide || p->opts.plain)
		page_joinf(
		    p, SAYS_AT, STYLE_NOTE, "%s%s", p->opts.plain ? "; " : "", q->items->says[k]);
	page_anchor(p, ANCHOR_TERM, "riasec");
	if (has_values(q->role))
		fact_anchor(p, q->role);
}

static void
say_kinds(struct page *p, const struct interests_page *q)
{
	if (q->of->answered == 0)
		return;
	page_blank(p);
	page_heading(p, "Six kinds: yours, from 1 to 5", "riasec");
	if (has_values(q->role)) {
		page_join(p, 2, STYLE_NEAR,
		    q->role->through[0] != '\0' ? "; theirs, 1 to 7: ~ " : "; theirs, 1 to 7: ");
		page_join(p, 2, STYLE_NEAR,
		    q->role->through[0] != '\0' ? q->role->through : q->role->title);
		fact_anchor(p, q->role);
	}
	for (int k = 0; k < INTEREST_KINDS; k++)
		kind_line(p, q, k);
}

/* --- what is alike --------------------------------------------------------------------------- */

static void
role_line(struct page *p, const struct interest_fit *f)
{
	char band[80];

	page_line(p);
	page_to(p, FIT_AT);
	page_addf(p, STYLE_LINK, "%s", f->title);
	snprintf(band, sizeof band, "%.2f to %.2f over %zu near it", shown(f->low), shown(f->high),
	    f->nthrough);
	if (f->nthrough > 1)
		page_right(p, STYLE_NOTE, band);
	page_anchor(p, ANCHOR_ROLE, f->slug);
	fact_anchor(p, f);
}

/* Roles that stand near one occupation have one number: it is said, and explained, once. */
static size_t
say_group(struct page *p, const struct interests_page *q, size_t first)
{
	const struct interest_fit *f = &q->roles->f[first];
	size_t end = group_end(q->roles, first), most = p->opts.details ? SIZE_MAX : FEW_OF_GROUP;

	page_line(p);
	page_addf(p, STYLE_VALUE, "%5.2f", shown(f->r));
	page_to(p, FIT_AT);
	if (f->through[0] != '\0')
		page_addf(p, STYLE_NEAR, "~ through %s", f->through);
	else
		page_add(p, STYLE_TEXT, "its own");
	page_right(p, STYLE_NOTE, f->source != NULL ? f->source->short_name : "");
	fact_anchor(p, f);
	say_moved(p, q, f);
	for (size_t i = first; i < end && i - first < most; i++)
		role_line(p, &q->roles->f[i]);
	if (end - first > most) {
		page_line(p);
		page_to(p, FIT_AT);
		page_addf(p, STYLE_NOTE, "and %zu more", end - first - most);
	}
	return end;
}

static void
say_roles(struct page *p, const struct interests_page *q)
{
	const struct interest_fits *l = q->roles;
	size_t groups = 0, i = 0, none = 0;

	if (l == NULL || !q->of->whole)
		return;
	page_blank(p);
	page_heading(
	    p, "Roles: how alike their occupations' interests are, -1 to 1", "interest-fit");
	while (i < l->n && !isnan(l->f[i].r) && (p->opts.details || groups++ < FEW_GROUPS))
		i = say_group(p, q, i);
	for (size_t k = 0; k < l->n; k++)
		none += l->f[k].code[0] == '\0';
	if (none > 0)
		page_wrapf(p, 0, STYLE_NOTE,
		    "%zu role%s left out: O*NET has no interests of an occupation near %s.", none,
		    none == 1 ? " is" : "s are", none == 1 ? "it" : "them");
}

static void
say_occupations(struct page *p, const struct interests_page *q)
{
	const struct interest_fits *l = q->occupations;
	size_t most = q->limit > 0 ? (size_t)q->limit
	    : p->opts.details      ? MORE_OCCUPATIONS
				   : FEW_OCCUPATIONS;

	if (l == NULL || !q->of->whole || l->n == 0 || isnan(l->f[0].r))
		return;
	page_blank(p);
	page_heading(p, "Occupations that are the most alike", "interest-fit");
	page_right(p, STYLE_NOTE, l->f[0].source != NULL ? l->f[0].source->short_name : "");
	for (size_t i = 0; i < l->n && i < most && !isnan(l->f[i].r); i++) {
		page_line(p);
		page_addf(p, STYLE_VALUE, "%5.2f", shown(l->f[i].r));
		page_to(p, FIT_AT);
		page_addf(p, STYLE_LINK, "%s", l->f[i].title);
		page_anchor(p, ANCHOR_ROLE, l->f[i].slug);
		fact_anchor(p, &l->f[i]);
		say_moved(p, q, &l->f[i]);
	}
}

/* --- whose it is ----------------------------------------------------------------------------- */

static const struct source *
source_of(const struct interests_page *q)
{
	const struct interest_fits *lists[] = {q->roles, q->occupations};

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; lists[k] != NULL && i < lists[k]->n; i++)
			if (lists[k]->f[i].source != NULL)
				return lists[k]->f[i].source;
	return q->role != NULL ? q->role->source : NULL;
}

static void
say_whose(struct page *p, const struct interests_page *q)
{
	const struct source *s = q->of->whole ? source_of(q) : NULL;

	page_blank(p);
	page_wrap(p, 0, STYLE_NOTE,
	    "The wording is our own. It is no test, not O*NET's Interest Profiler, and not for choosing "
	    "people: what you like is yours to weigh.");
	if (s == NULL)
		return;
	page_wrapf(p, 0, STYLE_NOTE,
	    "Interests of occupations: %s, from the US Department of Labor, Employment and Training "
	    "Administration (USDOL/ETA), under the licence CC BY 4.0. O*NET is a trademark of USDOL/ETA. "
	    "The comparison is ours: USDOL/ETA has neither tested nor approved it.",
	    s->title);
	page_anchor(p, ANCHOR_SOURCE, s->key);
}

void
page_interests(struct page *p, const struct interests_page *q)
{
	bool first = q->of->answered < INTEREST_ITEMS;

	page_line(p);
	page_add(p, STYLE_HEADING, "Interests: what I would like to do");
	page_rule(p);
	say_answer(p, q);
	if (first)
		interests_items(p, q);
	say_kinds(p, q);
	say_roles(p, q);
	say_occupations(p, q);
	if (!first && q->roles != NULL)
		interests_items(p, q);
	say_whose(p, q);
	page_close(p);
}
