/*
 * agree_why.c - why the lines of a group differ, in words.
 *
 * A row of `attrs` is one thing that a line may say of itself. Sources that say the same share a
 * clause; what every source says explains nothing and makes none.
 */
#include "agree_parts.h"
#include "career/base/num.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	WHY_MOST = 200, /* bytes of the sentence */
	WHY_LONG = 64,  /* longer clauses come last */
	WHY_NAMES = 3,  /* more sources than this are counted */
};

struct attr {
	void (*value)(const struct agree_line *l, struct buf *out); /* nothing: the line lacks it */
	bool all;               /* said of a source only when each of its lines has it */
	bool counted;           /* the sample size stands in front of the value */
	const char *one, *many; /* in front of the value */
};

const char *
employer_says(const char *type)
{
	static const char *const words[][2] = {
	    {"big-tech", "big tech"},
	    {"ai-first", "AI-first companies"},
	    {"startup", "startups"},
	    {"traditional", "traditional companies"},
	    {"growth-stage", "growth-stage companies"},
	    {"academia", "universities"},
	};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(type, words[i][0]) == 0)
			return words[i][1];
	return type;
}

static void
value_employer(const struct agree_line *l, struct buf *out)
{
	buf_adds(out, employer_says(agree_employer(l->f)));
}

static void
value_field(const struct agree_line *l, struct buf *out)
{
	if ((l->loosely & LOOSE_BORROWED) != 0)
		buf_adds(out, "the whole field");
}

static void
value_level(const struct agree_line *l, struct buf *out)
{
	if ((l->loosely & LOOSE_LEVEL) != 0)
		buf_adds(out, "level");
}

static void
value_basis(const struct agree_line *l, struct buf *out)
{
	if ((l->loosely & LOOSE_BASIS) != 0)
		buf_adds(out, "basis");
}

static void
value_place(const struct agree_line *l, struct buf *out)
{
	if ((l->loosely & LOOSE_PLACE) != 0)
		buf_adds(out, "place");
}

static void
value_currency(const struct agree_line *l, struct buf *out)
{
	if ((l->loosely & LOOSE_CURRENCY) != 0)
		buf_adds(out, "currency");
}

static void
value_kind(const struct agree_line *l, struct buf *out)
{
	static const char *const words[SOURCE_KINDS] = {
	    [SOURCE_OFFICIAL] = "official counts",
	    [SOURCE_SURVEY] = "answers to a survey",
	    [SOURCE_POSTINGS] = "postings",
	};
	enum source_kind kind = l->f->source->kind;

	if (kind != SOURCE_EDITORIAL)
		buf_adds(out, words[kind]);
}

static void
value_years(const struct agree_line *l, struct buf *out)
{
	double lo = l->f->years_lo, hi = l->f->years_hi;

	if (isnan(lo) && isnan(hi))
		return;
	if (isnan(lo))
		buf_adds(out, "up to ");
	else
		num_plain(out, lo);
	if (isnan(hi))
		buf_addc(out, '+');
	else if (isnan(lo) || lo < hi) {
		if (!isnan(lo))
			buf_addc(out, '-');
		num_plain(out, hi);
	}
	buf_adds(out, " years");
}

static void
value_attributed(const struct agree_line *l, struct buf *out)
{
	buf_adds(out, l->f->attributed);
}

static void
value_year(const struct agree_line *l, struct buf *out)
{
	const struct figure *f = l->f;

	if ((l->loosely & LOOSE_YEAR) != 0)
		buf_addf(out, "%d", f->as_of_year != 0 ? f->as_of_year : f->source->year);
}

static void
value_excludes(const struct agree_line *l, struct buf *out)
{
	buf_adds(out, l->f->excludes);
}

static const struct attr attrs[] = {
    {value_field, true, false, "speaks of", "speak of"},
    {value_employer, false, false, "speaks of", "speak of"},
    {value_level, true, false, "states no", "state no"},
    {value_years, false, false, "means", "mean"},
    {value_year, true, false, "is of", "are of"},
    {value_basis, true, false, "does not say the", "do not say the"},
    {value_kind, false, true, "rests on", "rest on"},
    {value_excludes, false, false, "leaves out", "leave out"},
    {value_attributed, false, false, "credits", "credit"},
    {value_place, true, false, "names no", "name no"},
    {value_currency, true, false, "does not say the", "do not say the"},
};

struct why {
	const struct agree_group *g;
	const struct source **src; /* of the lines, each once */
	size_t nsrc;
	bool *has; /* nsrc: sources of the clause at hand */
	struct buf value, other, clause;
	size_t most; /* bytes of the sentence */
	size_t left; /* differences that did not fit */
};

/* Which sources say `value`; returns how many. */
static size_t
find_sources(struct why *w, const struct attr *at)
{
	size_t n = 0;

	for (size_t i = 0; i < w->nsrc; i++) {
		bool any = false, all = true;

		for (size_t k = 0; k < w->g->nlines; k++) {
			const struct agree_line *l = &w->g->lines[k];

			if (l->f->source != w->src[i])
				continue;
			buf_clear(&w->other);
			at->value(l, &w->other);
			if (strcmp(w->other.data, w->value.data) == 0)
				any = true;
			else
				all = false;
		}
		w->has[i] = any && (all || !at->all);
		n += w->has[i];
	}
	return n;
}

static bool
is_apart(const struct agree_group *g, const struct source *s)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].f->source == s && g->lines[i].apart)
			return true;
	return false;
}

/* Is the clause about publishers that stand apart, and about nobody else? */
static bool
only_apart(const struct why *w)
{
	for (size_t i = 0; i < w->nsrc; i++)
		if (w->has[i] && !is_apart(w->g, w->src[i]))
			return false;
	return true;
}

/* Sample size of the one line of the clause's one source, 0 when it has several. */
static int64_t
sample_of(const struct why *w)
{
	int64_t n = 0;
	size_t lines = 0;

	for (size_t i = 0; i < w->nsrc; i++)
		for (size_t k = 0; w->has[i] && k < w->g->nlines; k++)
			if (w->g->lines[k].f->source == w->src[i]) {
				n = w->g->lines[k].f->n;
				lines++;
			}
	return lines == 1 ? n : 0;
}

static void
write_clause(struct why *w, const struct attr *at, size_t n)
{
	int64_t sample = at->counted ? sample_of(w) : 0;
	size_t named = 0;

	buf_clear(&w->clause);
	if (n > WHY_NAMES)
		buf_addf(&w->clause, "%zu sources", n);
	for (size_t i = 0; i < w->nsrc && n <= WHY_NAMES; i++) {
		if (!w->has[i])
			continue;
		if (named > 0)
			buf_adds(&w->clause, named + 1 == n ? " and " : ", ");
		buf_adds(&w->clause, w->src[i]->short_name);
		named++;
	}
	buf_addf(&w->clause, " %s ", n == 1 ? at->one : at->many);
	if (sample > 0) {
		num_full(&w->clause, (double)sample);
		buf_addc(&w->clause, ' ');
	}
	buf_adds(&w->clause, w->value.data);
}

/* Has an earlier line said the same? */
static bool
said_before(struct why *w, const struct attr *at, size_t line)
{
	for (size_t i = 0; i < line; i++) {
		buf_clear(&w->other);
		at->value(&w->g->lines[i], &w->other);
		if (strcmp(w->other.data, w->value.data) == 0)
			return true;
	}
	return false;
}

/* Short clauses about those apart only, then the other short ones, then long ones. */
static int
pass_of(const struct why *w)
{
	if (w->clause.len > WHY_LONG)
		return 2;
	return only_apart(w) ? 0 : 1;
}

static void
add_clauses(struct why *w, const struct attr *at, int pass, struct buf *sentence)
{
	for (size_t i = 0; i < w->g->nlines; i++) {
		size_t n;

		buf_clear(&w->value);
		at->value(&w->g->lines[i], &w->value);
		if (w->value.len == 0 || said_before(w, at, i))
			continue;
		n = find_sources(w, at);
		if (n == 0 || n == w->nsrc)
			continue;
		write_clause(w, at, n);
		if (pass_of(w) != pass)
			continue;
		if (sentence->len + 2 + w->clause.len > w->most) {
			w->left++;
			continue;
		}
		if (sentence->len > 0)
			buf_adds(sentence, "; ");
		buf_adds(sentence, w->clause.data);
	}
}

static bool
all_equal(const struct agree_group *g)
{
	for (size_t i = 1; i < g->nlines; i++) {
		const struct agree_line *a = &g->lines[0], *b = &g->lines[i];

		if (a->lo < b->lo || a->lo > b->lo || a->hi < b->hi || a->hi > b->hi)
			return false;
	}
	return true;
}

static void
why_init(struct why *w, const struct agree_group *g)
{
	memset(w, 0, sizeof *w);
	w->g = g;
	w->src = mem_zero(g->nlines, sizeof *w->src);
	w->has = mem_zero(g->nlines, sizeof *w->has);
	buf_init(&w->value);
	buf_init(&w->other);
	buf_init(&w->clause);
	for (size_t i = 0; i < g->nlines; i++) {
		size_t k = 0;

		while (k < w->nsrc && w->src[k] != g->lines[i].f->source)
			k++;
		w->src[k] = g->lines[i].f->source;
		w->nsrc += k == w->nsrc;
	}
}

static void
why_free(struct why *w)
{
	free(w->src);
	free(w->has);
	buf_free(&w->value);
	buf_free(&w->other);
	buf_free(&w->clause);
}

size_t
agree_why_most(const struct agree_group *g, size_t most, struct buf *out)
{
	struct buf sentence = BUF_INIT;
	struct why w;

	if (all_equal(g))
		return 0;
	why_init(&w, g);
	w.most = most;
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < sizeof attrs / sizeof attrs[0]; i++)
			add_clauses(&w, &attrs[i], pass, &sentence);
	buf_adds(out, sentence.data);
	why_free(&w);
	buf_free(&sentence);
	return w.left;
}

void
agree_why(const struct agree_group *g, struct buf *out)
{
	agree_why_most(g, WHY_MOST, out);
}
