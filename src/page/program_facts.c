/*
 * program_facts.c - mode and length with who states them, and every fact of a program.
 */
#include "career/page/money.h"
#include "program.h"

#include <math.h>
#include <string.h>

enum { NAMED = 3 }; /* pages named behind one value; the others are counted */

/* A value that several facts may state: its words, and whether two facts contradict each other. */
struct trait {
	const char *label, *term, *absent;
	bool (*states)(const struct program_fact *f);
	bool (*disagree)(const struct program_fact *a, const struct program_fact *b);
	void (*words)(struct buf *out, const struct program_fact *f);
};

void
program_anchor(struct page *p, const struct program_fact *f)
{
	say_fact_anchor(p, "program_fact", f->id);
	if (f->source)
		page_anchor(p, ANCHOR_SOURCE, f->source->key);
}

static void
add_refs(struct buf *out, const struct program *g, const struct trait *t,
    const struct program_fact *like)
{
	struct buf one = BUF_INIT;
	size_t i, named = 0, more = 0, start;

	buf_adds(out, " (");
	start = out->len;
	for (i = 0; i < g->nfacts; i++) {
		if (!t->states(&g->fact[i]) || t->disagree(&g->fact[i], like))
			continue;
		buf_clear(&one);
		say_page_ref(&one, g->fact[i].source, g->fact[i].page, g->fact[i].as_of);
		if (strstr(out->data + start, one.data))
			continue;
		if (named == NAMED) {
			more++;
			continue;
		}
		buf_addf(out, "%s%s", named++ ? "; " : "", one.data);
	}
	if (more > 0)
		buf_addf(out, " and %zu more", more);
	buf_addc(out, ')');
	buf_free(&one);
}

/* The first facts of values that contradict one another; at most `cap`. */
static size_t
distinct(
    const struct program *g, const struct trait *t, const struct program_fact **out, size_t cap)
{
	size_t i, k, n = 0;

	for (i = 0; i < g->nfacts && n < cap; i++) {
		if (!t->states(&g->fact[i]))
			continue;
		for (k = 0; k < n && t->disagree(out[k], &g->fact[i]); k++)
			;
		if (k == n)
			out[n++] = &g->fact[i];
	}
	return n;
}

static void
say_trait(struct page *p, const struct program *g, const struct trait *t)
{
	const struct program_fact *f[4];
	size_t i, n = distinct(g, t, f, sizeof f / sizeof f[0]);
	struct buf b = BUF_INIT;

	if (n > 1)
		buf_adds(&b, "pages disagree: ");
	for (i = 0; i < n; i++) {
		buf_adds(&b, say_between(i, n));
		t->words(&b, f[i]);
		add_refs(&b, g, t, f[i]);
	}
	if (n == 1)
		say_pair(p, t->label, STYLE_VALUE, b.data);
	else
		say_warn(p, t->label, n > 1 ? b.data : t->absent);
	for (i = 0; i < n && i < 2; i++)
		program_anchor(p, f[i]);
	page_anchor(p, ANCHOR_TERM, n > 0 ? t->term : "not-stated");
	buf_free(&b);
}

/* --- mode ------------------------------------------------------------------------------------ */

static bool
states_mode(const struct program_fact *f)
{
	return f->mode != NULL;
}

static bool
modes_disagree(const struct program_fact *a, const struct program_fact *b)
{
	return strcmp(a->mode, b->mode) != 0;
}

static void
mode_words(struct buf *out, const struct program_fact *f)
{
	buf_adds(out, program_mode(f->mode));
}

void
program_say_mode(struct page *p, const struct program *g)
{
	static const struct trait mode = {
	    "Mode", "mode", "no page states it", states_mode, modes_disagree, mode_words};

	say_trait(p, g, &mode);
}

/* --- length ---------------------------------------------------------------------------------- */

static bool
states_months(const struct program_fact *f)
{
	return !isnan(f->months) || !isnan(f->months_max);
}

/* Two spans that have no month in common; a missing lower end may be anything below. */
static bool
months_disagree(const struct program_fact *a, const struct program_fact *b)
{
	double alo = isnan(a->months) ? 0 : a->months, blo = isnan(b->months) ? 0 : b->months;
	double ahi = isnan(a->months_max) ? alo : a->months_max;
	double bhi = isnan(b->months_max) ? blo : b->months_max;

	return fmin(ahi, bhi) < fmax(alo, blo) - 0.5;
}

static void
months_words(struct buf *out, const struct program_fact *f)
{
	months_span(out, f->months, isnan(f->months_max) ? f->months : f->months_max);
}

void
program_say_length(struct page *p, const struct program *g)
{
	static const struct trait length = {
	    "Length", "months", "no page states it", states_months, months_disagree, months_words};

	say_trait(p, g, &length);
}

/* --- every fact ------------------------------------------------------------------------------ */

/* One part of what a fact states, "; " in front of all but the first. */
static void
add_part(struct buf *b, const char *before, const char *text)
{
	if (text)
		buf_addf(b, "%s%s%s", b->len ? "; " : "", before, text);
}

static void
add_price(struct buf *b, const struct program_fact *f)
{
	struct buf price = BUF_INIT;

	if (!program_priced(f))
		return;
	program_price(&price, f);
	add_part(b, "", price.data);
	buf_addf(b, ", %s", program_audience(f->audience));
	if (f->total_sum) {
		buf_addf(b, "; derived: %s = ", f->total_sum);
		money_bare(b, f->total, f->currency, MONEY_FULL);
	}
	buf_free(&price);
}

/* A bare number gets its unit. */
static void
add_credits(struct buf *b, const char *credits)
{
	if (!credits)
		return;
	add_part(b, "", credits);
	if (credits[strspn(credits, "0123456789.")] == '\0')
		buf_adds(b, " credits");
}

static void
fact_words(struct buf *b, const struct program_fact *f)
{
	struct buf length = BUF_INIT;

	add_part(b, "", program_mode(f->mode));
	if (states_months(f)) {
		months_words(&length, f);
		add_part(b, "", length.data);
	}
	add_price(b, f);
	add_credits(b, f->credits);
	if (b->len == 0 && !f->starts && !f->requires)
		buf_adds(b, "no figure; it names the program");
	buf_free(&length);
}

void
program_say_fact(struct page *p, const struct program_fact *f)
{
	struct buf b = BUF_INIT;
	size_t first = p->nlines;

	if (program_priced(f))
		program_ref(&b, p, f);
	else
		say_page_ref(&b, f->source, f->page, f->as_of);
	buf_addf(&b, ", %s confidence", f->confidence);
	page_wrap(p, 0, STYLE_LABEL, b.data);
	buf_clear(&b);
	fact_words(&b, f);
	page_wrap(p, 2, STYLE_TEXT, b.data);
	if (f->starts)
		page_wrapf(p, 2, STYLE_TEXT, "starts: %s", f->starts);
	if (f->requires)
		page_wrapf(p, 2, STYLE_TEXT, "asks for: %s", f->requires);
	if (f->via && (!f->source || strcmp(f->via, f->source->short_name) != 0))
		page_wrapf(p, 2, STYLE_NOTE, "by way of: %s", f->via);
	if (f->note)
		page_wrapf(p, 2, STYLE_NOTE, "note: %s", f->note);
	page_wrap(p, 2, STYLE_LINK, f->page ? f->page : "");
	p->block = first;
	program_anchor(p, f);
	buf_free(&b);
}

void
program_say_facts(struct page *p, const struct program *g)
{
	size_t i;

	page_blank(p);
	page_heading(
	    p, g->nfacts == 1 ? "What the one page states" : "What each page states", "source");
	for (i = 0; i < g->nfacts; i++)
		program_say_fact(p, &g->fact[i]);
}
