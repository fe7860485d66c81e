/*
 * program_dispute.c - where the pages of a program give different prices.
 *
 * Two prices disagree when they speak of the same thing (one currency, stated; one audience) and differ by
 * more than one percent, both brought to a total or both per the same unit. A price for one audience and
 * one for anyone ("all", or not said) are compared loosely. Prices of one site for one year are
 * alternatives; those of one site for two years, or of dates that lie years apart, are a history: neither
 * is a disagreement.
 */
#include "career/page/money.h"
#include "program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double tolerance = 0.01;

enum dispute { DISPUTE_PAGES, DISPUTE_YEARS, DISPUTE_ONE_SITE, DISPUTES };

/* Who the prices of one comparison are for. */
struct circle {
	const char *audience; /* "" for anyone */
	bool loosely;         /* this audience against anyone */
};

/* "" when it is for anyone. */
static const char *
audience_of(const struct program_fact *f)
{
	return f->audience && strcmp(f->audience, "all") != 0 ? f->audience : "";
}

static bool
differ(double a, double b)
{
	return fabs(a - b) > tolerance * fmax(fabs(a), fabs(b));
}

/* Whether two prices, for whomever, could be compared and differ. */
static bool
prices_differ(const struct program_fact *a, const struct program_fact *b)
{
	if (!program_priced(a) || !program_priced(b) || money_unstated(a->currency)
	    || !program_same_text(a->currency, b->currency))
		return false;
	if (program_has_total(a) && program_has_total(b))
		return differ(a->total, b->total);
	return !program_has_total(a) && !program_has_total(b) && program_same_text(a->per, b->per)
	    && differ(a->cost, b->cost);
}

/* Host of an address; all of a page's name that is none. */
static size_t
host(const char *page, const char **start)
{
	const char *at = strstr(page, "://");

	*start = at ? at + 3 : page;
	return at ? strcspn(*start, "/?#") : strlen(page);
}

/* One site: a source may stand for many ("other directory"), its pages tell them apart. */
static bool
one_site(const struct program_fact *a, const struct program_fact *b)
{
	const char *ha, *hb;
	size_t la = host(a->page, &ha), lb = host(b->page, &hb);

	return a->source == b->source && la == lb && strncmp(ha, hb, la) == 0;
}

static enum dispute
dispute_kind(const struct program_fact *a, const struct program_fact *b)
{
	if (a->year > 0 && b->year > 0 && abs(a->year - b->year) > SAY_OLD_YEARS)
		return DISPUTE_YEARS;
	if (!one_site(a, b))
		return DISPUTE_PAGES;
	return a->year != b->year ? DISPUTE_YEARS : DISPUTE_ONE_SITE;
}

/* Whether two prices belong to the circle, loosely: one from each side. */
static bool
in_circle(const struct circle *c, const struct program_fact *a, const struct program_fact *b)
{
	const char *x = audience_of(a), *y = audience_of(b);

	if (!c->loosely)
		return strcmp(x, c->audience) == 0 && strcmp(y, c->audience) == 0;
	return (strcmp(x, c->audience) == 0 && *y == '\0')
	    || (strcmp(y, c->audience) == 0 && *x == '\0');
}

/* Whether fact i differs from any other of the circle in this way. */
static bool
in_dispute(const struct program *g, size_t i, enum dispute kind, const struct circle *c)
{
	for (size_t k = 0; k < g->nfacts; k++)
		if (k != i && in_circle(c, &g->fact[i], &g->fact[k])
		    && prices_differ(&g->fact[i], &g->fact[k])
		    && dispute_kind(&g->fact[i], &g->fact[k]) == kind)
			return true;
	return false;
}

/* What a price is, shortly, within a list of those that disagree. */
static void
list_item(struct buf *out, const struct page *p, const struct program_fact *f, bool audience)
{
	if (program_has_total(f))
		money_full(out, f->total, f->currency);
	else
		program_price(out, f);
	buf_adds(out, " (");
	if (audience && f->audience)
		buf_addf(out, "%s, ", f->audience);
	program_ref(out, p, f);
	if (f->total_sum)
		buf_adds(out, ", derived");
	buf_addc(out, ')');
}

/* The facts of a dispute, newest first; room for all. */
static size_t
collect(const struct program_fact **out, const struct program *g, enum dispute kind,
    const struct circle *c)
{
	size_t n = 0, at;

	for (size_t i = 0; i < g->nfacts; i++) {
		if (!in_dispute(g, i, kind, c))
			continue;
		for (at = n++; at > 0 && out[at - 1]->year < g->fact[i].year; at--)
			out[at] = out[at - 1];
		out[at] = &g->fact[i];
	}
	return n;
}

static void
say_dispute(struct page *p, const struct program *g, enum dispute kind, const struct circle *c)
{
	static const char *const words[DISPUTES] = {
	    "pages disagree: ", "not the same every year: ", "one site gives several: "};
	const struct program_fact **f = mem_zero(g->nfacts, sizeof *f);
	size_t n = collect(f, g, kind, c);
	struct buf b = BUF_INIT;

	buf_adds(&b, words[kind]);
	for (size_t i = 0; i < n; i++) {
		buf_adds(&b, say_between(i, n));
		list_item(&b, p, f[i], c->loosely);
	}
	if (c->loosely)
		buf_adds(&b, "; ~ loosely, they are not said to be for the same students");
	if (n > 0) {
		if (kind == DISPUTE_YEARS)
			say_pair(p, "", STYLE_NOTE, b.data);
		else
			say_warn(p, "", b.data);
		program_anchor(p, f[0]);
		page_anchor(p, ANCHOR_TERM, c->loosely ? "loosely-comparable" : "contradiction");
	}
	buf_free(&b);
	free(f);
}

/* Whether no earlier price is for the same audience. */
static bool
is_new_audience(const struct program *g, size_t i)
{
	if (!program_priced(&g->fact[i]))
		return false;
	for (size_t k = 0; k < i; k++)
		if (program_priced(&g->fact[k])
		    && strcmp(audience_of(&g->fact[k]), audience_of(&g->fact[i])) == 0)
			return false;
	return true;
}

void
program_say_disputes(struct page *p, const struct program *g)
{
	for (int kind = 0; kind < DISPUTES; kind++)
		for (size_t i = 0; i < g->nfacts; i++) {
			struct circle c = {audience_of(&g->fact[i]), false};

			if (!is_new_audience(g, i))
				continue;
			say_dispute(p, g, (enum dispute)kind, &c);
			c.loosely = kind == DISPUTE_PAGES && *c.audience != '\0';
			if (c.loosely)
				say_dispute(p, g, DISPUTE_PAGES, &c);
		}
}
