/*
 * pay_line_words.c - what stands on one line of pay, and below the lines of a group or cell, in words.
 */
#include "pay_view.h"
#include "say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Whether the same source has another line of the same statistic: then its own words tell them apart. */
static bool
has_twin(const struct agree_group *g, const struct agree_line *l)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (&g->lines[i] != l && g->lines[i].f->source == l->f->source
		    && g->lines[i].f->stat == l->f->stat)
			return l->f->stat == STAT_PERCENTILES && l->f->words[0] != '\0';
	return false;
}

/* "level, place and basis not said" of what a line of a cell leaves open. */
static void
unsaid_words(unsigned bits, struct buf *b)
{
	static const struct {
		unsigned bit;
		const char *name;
	} names[] = {
	    {LOOSE_LEVEL, "level"},
	    {LOOSE_PLACE, "place"},
	    {LOOSE_BASIS, "basis"},
	    {LOOSE_EMPLOYER, "employer"},
	    {LOOSE_CURRENCY, "currency"},
	};
	size_t n = 0, at = 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		n += (bits & names[i].bit) != 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((bits & names[i].bit) != 0)
			buf_addf(b, "%s%s", say_between(at++, n), names[i].name);
	buf_adds(b, n > 0 ? " not said" : "");
}

/* A part of an enumeration; "" is none. */
static void
add_part(struct buf *b, size_t start, const char *text)
{
	if (text[0] != '\0')
		buf_addf(b, "%s%s", b->len > start ? ", " : "", text);
}

/* The same with a word in front of the text. */
static void
add_named(struct buf *b, size_t start, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	add_part(b, start, name);
	buf_adds(b, text);
}

static const char *
statistic_words(enum statistic s)
{
	static const char *const words[] = {[STAT_RANGE] = "",
	    [STAT_POINT] = "",
	    [STAT_MEAN] = "mean",
	    [STAT_MEDIAN] = "median",
	    [STAT_PERCENTILES] = "p25-75",
	    [STAT_RANK] = "",
	    [STAT_CATEGORY] = ""};

	return words[s];
}

/* What the line says of basis and level, and what it does not. */
static void
said_words(const struct agree_group *g, const struct agree_line *l, struct buf *b, size_t start)
{
	const struct figure *f = l->f;

	if (g->ruler == RULER_SALARY && f->basis == BASIS_BASE)
		add_part(b, start, f->basis_implied ? "base (implied)" : "base");
	if (g->ruler == RULER_TOTAL && f->basis_implied)
		add_part(b, start, "total (implied)");
	if ((l->loosely & LOOSE_LEVEL) != 0)
		add_part(b, start, "level not said");
	if (f->basis == BASIS_UNSTATED)
		add_part(b, start, "basis not said");
	/* Where one line names the country, the others do not: so it stands on those that do. */
	if ((g->differs & LOOSE_PLACE) != 0 && (l->loosely & LOOSE_PLACE) == 0)
		add_part(b, start, place_says(f->place));
}

static void
cell_line_words(const struct agree_line *l, unsigned titled, struct buf *b, size_t start)
{
	enum { UNSAID = LOOSE_LEVEL | LOOSE_PLACE | LOOSE_BASIS | LOOSE_EMPLOYER | LOOSE_CURRENCY };
	struct buf unsaid = BUF_INIT;

	unsaid_words(l->loosely & UNSAID & ~titled, &unsaid);
	add_part(b, start, unsaid.data);
	if (l->f->basis_implied)
		add_part(b, start, "basis implied");
	buf_free(&unsaid);
}

void
pay_line_words(const struct pay_view *v, const struct agree_group *g, const struct agree_line *l,
    struct buf *b)
{
	const struct figure *f = l->f;
	size_t start = b->len;

	if (f->n > 0)
		buf_addf(b, "%lld row%s", (long long)f->n, f->n == 1 ? "" : "s");
	add_part(b, start, statistic_words(f->stat));
	if (has_twin(g, l)) {
		add_named(b, start, "\"", f->words);
		buf_addc(b, '"');
	}
	add_part(b, start,
	    f->employer_words[0] != '\0' ? f->employer_words
		: v->cell                ? ""
					 : f->employer);
	if (v->cell)
		cell_line_words(l, v->titled, b, start);
	else
		said_words(g, l, b, start);
	if (f->borrowed)
		add_part(b, start, "of the field");
	if ((l->loosely & LOOSE_YEAR) != 0) {
		char year[24];

		snprintf(
		    year, sizeof year, "%d", f->as_of_year != 0 ? f->as_of_year : f->source->year);
		add_named(b, start, "of ", year);
	}
	add_named(b, start, "credits ", f->attributed);
	add_named(b, start, "without ", f->excludes);
}

void
pay_line_values(const struct agree_line *l, struct buf *b)
{
	struct money_span s = {.lo = l->lo,
	    .hi = l->hi,
	    .open_lo = l->f->open_low,
	    .open_hi = l->f->open_high,
	    .currency = l->f->unit};

	money_span_bare(b, &s, MONEY_SHORT);
}

/* --- what a group says as a whole ------------------------------------------------------------- */

/* The lowest upper end of the lines; the gap lies above it. */
static double
lowest_end(const struct agree_group *g)
{
	double end = INFINITY;

	for (size_t i = 0; i < g->nlines; i++)
		if (!g->lines[i].f->open_high)
			end = fmin(end, g->lines[i].hi);
	return end;
}

void
pay_common_words(const struct agree_group *g, struct buf *b)
{
	struct money_span s = pay_span(g, g->common_lo, g->common_hi);

	if (g->nlines < 2 || g->pages < 2)
		return;
	s.open_lo = g->common_open_low;
	s.open_hi = g->common_open_high;
	buf_addf(b, "All %zu: ", g->nlines);
	if (g->has_common) {
		buf_adds(b, "common range ");
		money_span(b, &s, MONEY_SHORT);
		return;
	}
	buf_adds(b, "no common range, a gap of ");
	money_short(b, g->gap, g->currency);
	buf_adds(b, ": one ends at ");
	money_short(b, lowest_end(g), g->currency);
	buf_adds(b, ", another starts at ");
	money_short(b, lowest_end(g) + g->gap, g->currency);
}

/* "5 editorial, 1 postings" of its sources. */
static void
kind_words(const struct agree_group *g, struct buf *b)
{
	size_t count[SOURCE_KINDS] = {0}, said = 0;

	for (size_t i = 0; i < g->nlines; i++) {
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen = seen || g->lines[k].f->source == g->lines[i].f->source;
		count[g->lines[i].f->source->kind] += !seen;
	}
	for (int k = 0; k < SOURCE_KINDS; k++)
		if (count[k] > 0)
			buf_addf(b, "%s%zu %s", said++ > 0 ? ", " : "", count[k],
			    source_kind_word((enum source_kind)k));
}

void
pay_depth_words(const struct agree_group *g, struct buf *b)
{
	struct money_span s = pay_span(g, g->envelope_lo, g->envelope_hi);

	s.open_hi = g->open_high;
	if (g->nlines > 1) {
		buf_adds(b, "Envelope ");
		money_span(b, &s, MONEY_SHORT);
		buf_addf(b, ", overlap / union %.0f%%; ", 100 * g->overlap);
	}
	buf_addf(b, "%zu source%s of %zu publisher%s: ", g->pages, g->pages == 1 ? "" : "s",
	    g->publishers, g->publishers == 1 ? "" : "s");
	kind_words(g, b);
}

static void
say_part(struct buf *b, const char *text)
{
	if (text[0] != '\0')
		buf_addf(b, "%s%s", b->len > 0 ? ", " : "", text);
}

void
pay_cell_words(const struct pay_cell *c, struct buf *b)
{
	static const char *const basis[] = {[BASIS_UNSTATED] = "",
	    [BASIS_BASE] = "base salary",
	    [BASIS_TOTAL] = "with bonus and shares"};
	struct buf said = BUF_INIT, unsaid = BUF_INIT;

	say_part(&said, place_says(c->place));
	say_part(&said, basis[c->basis]);
	say_part(&said, employer_says(c->employer));
	if (strcmp(c->g.currency, "USD") != 0 && !money_unstated(c->g.currency))
		say_part(&said, c->g.currency);
	if (strcmp(c->g.per, "year") != 0)
		say_part(&said, per_words(c->g.per));
	unsaid_words(c->unsaid & ~(unsigned)LOOSE_LEVEL, &unsaid);
	buf_addf(b, "%s%s%s", said.data, said.len > 0 && unsaid.len > 0 ? "; " : "", unsaid.data);
	buf_free(&said);
	buf_free(&unsaid);
}
