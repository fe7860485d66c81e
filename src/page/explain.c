/*
 * explain.c - `i`: who says so. A figure with all that its source states about it and all that it leaves
 * out; facts are in explain_fact.c, sources in source.c.
 */
#include "explain.h"

#include "career/base/num.h"
#include "career/model/agree.h"
#include "career/page/money.h"
#include "say.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool
stated(const char *s)
{
	return s && *s;
}

void
explain_source(struct page *p, const struct source *src, const char *locator, const char *words,
    struct terms *terms)
{
	if (!src) {
		say_pair(p, "Source", STYLE_VALUE, "our own rule; no source states it");
		return;
	}
	say_pairf(p, "Source", STYLE_VALUE, "%s: %s", src->short_name, src->title);
	page_anchor(p, ANCHOR_SOURCE, src->key);
	say_pair(p, "Publisher", STYLE_TEXT, src->publisher);
	if (stated(src->author) && !strstr(src->publisher, src->author))
		say_pair(p, "Author", STYLE_TEXT, src->author);
	say_pair(p, "Kind", STYLE_TEXT, source_kind_word(src->kind));
	page_anchor(p, ANCHOR_TERM, source_kind_word(src->kind));
	say_pair(
	    p, "Published", STYLE_TEXT, stated(src->published) ? src->published : "not stated");
	say_pair(p, "Period", STYLE_TEXT, src->period);
	say_pair(p, "Found at", STYLE_TEXT, locator);
	if (stated(words))
		say_pairf(p, "Own words", STYLE_TEXT, "\"%s\"", words);
	say_pair(p, "Page", STYLE_LINK, src->url);
	terms_add(terms, source_kind_word(src->kind));
}

/* --- a figure -------------------------------------------------------------------------------- */

/* Glossary slug and words of each statistic. */
static const struct word statistic_terms[] = {
    {"range", "a range"},
    {"point", "a single number"},
    {"mean", "a mean"},
    {"median", "a median"},
    {"percentile", "percentiles"},
    {"rank", "a rank"},
    {NULL, "a word, not a number"},
};

static bool
is_pay(const struct figure *f)
{
	return strcmp(f->measure, "pay") == 0;
}

static void
say_statistic(struct page *p, const struct figure *f, struct terms *terms)
{
	const struct word *w = &statistic_terms[f->stat];

	say_pairf(p, "Statistic", STYLE_TEXT, "%s%s%s", w->says,
	    f->top_coded ? "; the publisher stops at a highest value" : "",
	    f->open_high      ? "; its upper end is open"
		: f->open_low ? "; its lower end is open"
			      : "");
	if (w->code)
		page_anchor(p, ANCHOR_TERM, w->code);
	terms_add(terms, w->code);
	terms_add(terms, f->top_coded ? "top-coded" : NULL);
	terms_add(terms, f->open_high || f->open_low ? "open-ended" : NULL);
	terms_add(terms, stated(f->missing) ? f->missing : NULL);
}

static void
say_basis(struct page *p, const struct figure *f, struct terms *terms)
{
	static const char *const words[] = {
	    "not stated: salary alone, or with bonus and shares", "base salary", "total pay"};

	if (!is_pay(f))
		return;
	if (f->basis == BASIS_UNSTATED)
		say_warn(p, "Counts", words[f->basis]);
	else
		say_pairf(p, "Counts", STYLE_TEXT, "%s%s", words[f->basis],
		    f->basis_implied ? " (implied by the context, not said)" : "");
	page_anchor(p, ANCHOR_TERM, basis_word(f->basis));
	terms_add(terms, "basis");
	terms_add(terms, basis_word(f->basis));
	if (stated(f->excludes))
		say_pair(p, "Leaves out", STYLE_TEXT, f->excludes);
}

/* What the source itself means by the level: "3-5 years ("Mid-level positions")". */
static bool
add_definition(struct buf *out, struct db *db, const struct figure *f, struct err *e)
{
	struct stmt *st = db_query(db, "page_level_of", e);
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, f->source->id);
	stmt_bind_text(st, 2, level_word(f->level));
	while ((step = stmt_step(st, e)) == 1) {
		buf_adds(out, "; this source means ");
		years_span(out, stmt_num(st, 0), stmt_num(st, 1));
		buf_adds(out, " of experience");
		if (!stmt_null(st, 2))
			buf_addf(out, " (\"%s\")", stmt_str(st, 2));
	}
	stmt_reset(st);
	return step == 0;
}

static bool
say_level(struct page *p, struct db *db, const struct figure *f, struct terms *terms, struct err *e)
{
	struct buf b = BUF_INIT;
	bool ok = true;

	if (f->level == LEVEL_UNSTATED && isnan(f->years_lo) && isnan(f->years_hi))
		return true;
	buf_adds(&b, level_says(f->level));
	if (f->level == LEVEL_ENTRY)
		buf_adds(&b, " (entry level)");
	if (!isnan(f->years_lo) || !isnan(f->years_hi)) {
		buf_adds(&b, "; this figure: ");
		years_span(&b, f->years_lo, f->years_hi);
		buf_adds(&b, " of experience");
	} else if (f->level != LEVEL_UNSTATED && f->level != LEVEL_ALL && f->source) {
		ok = add_definition(&b, db, f, e);
	}
	say_pair(p, "Level", STYLE_TEXT, b.data);
	page_anchor(p, ANCHOR_TERM, "level");
	terms_add(terms,
	    f->level == LEVEL_UNSTATED || f->level == LEVEL_ALL ? "level" : level_word(f->level));
	buf_free(&b);
	return ok;
}

static void
say_employer(struct page *p, const struct figure *f, struct terms *terms)
{
	if (stated(f->employer) && stated(f->employer_words))
		say_pairf(p, "Employer", STYLE_TEXT, "%s; the source says \"%s\"", f->employer,
		    f->employer_words);
	else if (stated(f->employer_words))
		say_pairf(p, "Employer", STYLE_TEXT, "the source says \"%s\"", f->employer_words);
	else
		say_pair(p, "Employer", STYLE_TEXT, f->employer);
	if (!stated(f->employer) && !stated(f->employer_words))
		return;
	page_anchor(p, ANCHOR_TERM, "employer");
	terms_add(terms,
	    stated(f->employer) && strcmp(f->employer, "big-tech") == 0 ? "big-tech" : "employer");
}

static void
say_horizon(struct page *p, const struct figure *f, struct terms *terms)
{
	struct buf b = BUF_INIT;
	double rate;

	if (!isnan(f->horizon_lo) || !isnan(f->horizon_hi)) {
		if (!isnan(f->horizon_lo))
			buf_addf(&b, "from %.0f ", f->horizon_lo);
		if (!isnan(f->horizon_hi))
			buf_addf(&b, "to %.0f", f->horizon_hi);
	}
	if (!isnan(f->horizon_years)) {
		buf_adds(&b, b.len ? ", " : "");
		years_span(&b, f->horizon_years, f->horizon_years);
	}
	if (b.len == 0 && strcmp(f->measure, "growth") == 0 && f->stat != STAT_RANK)
		say_warn(p, "Over",
		    strcmp(f->per, "year") == 0 ? "not stated: in which years"
						: "not stated: over how many years");
	else
		say_pair(p, "Over", STYLE_TEXT, b.data);
	if (b.len > 0) {
		page_anchor(p, ANCHOR_TERM, "horizon");
		terms_add(terms, "horizon");
	}
	if (strcmp(f->measure, "growth") == 0 && strcmp(f->per, "year") != 0
	    && growth_yearly(f, &rate)) {
		say_pairf(p, "As a rate", STYLE_TEXT, "%.2f%% a year, compounded", rate);
		page_anchor(p, ANCHOR_TERM, "compound-rate-per-year");
		terms_add(terms, "compound-rate-per-year");
	}
	buf_free(&b);
}

static void
say_weight(struct page *p, const struct figure *f, struct terms *terms)
{
	if (f->n > 0) {
		struct buf b = BUF_INIT;

		num_full(&b, (double)f->n);
		say_pair(p, "Sample size", STYLE_TEXT, b.data);
		page_anchor(p, ANCHOR_TERM, "sample-size");
		terms_add(terms, "sample-size");
		buf_free(&b);
	}
	if (stated(f->attributed)) {
		say_pairf(p, "Credited to", STYLE_TEXT,
		    "%s: named by the source, not checked by us", f->attributed);
		page_anchor(p, ANCHOR_TERM, "attributed");
		terms_add(terms, "attributed");
	}
	if (f->card)
		say_pair(p, "Printed as", STYLE_TEXT, "a headline card of the page");
	say_pair(p, "Confidence", STYLE_TEXT, f->confidence);
	say_pair(p, "Note", STYLE_NOTE, f->note);
}

/* All that would be needed to compare the figure, and that its source leaves out. */
static void
say_unsaid(struct page *p, const struct figure *f, struct terms *terms)
{
	const struct {
		const char *name;
		bool absent;
	} part[] = {
	    {"level", f->level == LEVEL_UNSTATED},
	    {"place", !stated(f->place)},
	    {"employer", !stated(f->employer) && !stated(f->employer_words)},
	    {"year", !stated(f->as_of)},
	    {"sample size", f->n <= 0},
	};
	struct buf b = BUF_INIT;
	size_t i, n = 0, at = 0;

	for (i = 0; i < sizeof part / sizeof part[0]; i++)
		n += part[i].absent;
	for (i = 0; is_pay(f) && i < sizeof part / sizeof part[0]; i++)
		if (part[i].absent)
			buf_addf(&b, "%s%s", say_between(at++, n), part[i].name);
	say_pair(p, "Not stated", STYLE_NOTE, b.data);
	if (b.len > 0) {
		page_anchor(p, ANCHOR_TERM, "not-stated");
		terms_add(terms, "not-stated");
	}
	buf_free(&b);
}

/* "Machine Learning Engineer: pay" and the figure itself. */
static bool
say_head(struct page *p, struct db *db, const struct figure *f, struct err *e)
{
	struct stmt *st = db_query(db, "page_figure_about", e);
	struct buf b = BUF_INIT;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, f->id);
	step = stmt_step(st, e);
	if (step == 1) {
		buf_addf(&b, "%s: %s", stmt_null(st, 0) ? f->about_key : stmt_str(st, 0),
		    say_measure(f->measure));
		say_title(p, b.data);
		if (strcmp(f->about_kind, "role") == 0)
			page_anchor(p, ANCHOR_ROLE, f->about_key);
	}
	stmt_reset(st);
	buf_clear(&b);
	figure_says(&b, f, MONEY_FULL);
	if (stated(f->per) && strcmp(f->per, "once") != 0)
		buf_addf(&b, " %s", per_words(f->per));
	else if (is_pay(f) && !stated(f->missing))
		buf_adds(&b, " a year"); /* what packs mean without a word on it */
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
	return step >= 0;
}

bool
explain_figure(
    struct page *p, struct reader *r, const struct figure *f, struct terms *terms, struct err *e)
{
	if (!say_head(p, r->db, f, e))
		return false;
	explain_source(p, f->source, f->locator, f->words, terms);
	say_statistic(p, f, terms);
	say_basis(p, f, terms);
	if (!say_level(p, r->db, f, terms, e))
		return false;
	say_pair(p, "Place", STYLE_TEXT, place_says(f->place));
	say_employer(p, f, terms);
	say_horizon(p, f, terms);
	say_pair(p, "As of", STYLE_TEXT, f->as_of);
	say_weight(p, f, terms);
	say_unsaid(p, f, terms);
	return true;
}

static bool
explain_one(struct page *p, struct reader *r, const char *key, struct err *e)
{
	struct terms terms = {.n = 0};
	struct figure f;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = figure_by_id(&f, r->db, &r->sources, strtoll(key, NULL, 10), &a, e)
	    && explain_figure(p, r, &f, &terms, e) && terms_say(p, r, &terms, e);
	arena_free(&a);
	return ok;
}

static bool
explain_a_source(struct page *p, struct reader *r, const char *key, struct err *e)
{
	size_t i;

	for (i = 0; i < r->sources.n; i++)
		if (strcmp(r->sources.s[i].key, key) == 0)
			return page_source(p, r, r->sources.s[i].id, e);
	return err_set(e, ERR_NOTFOUND, "no source \"%s\" in the catalog", key);
}

bool
page_explain(struct page *p, struct reader *r, const struct anchor *a, struct err *e)
{
	static const struct {
		enum anchor_kind kind;
		bool (*explain)(struct page *p, struct reader *r, const char *key, struct err *e);
	} kinds[] = {
	    {ANCHOR_FIGURE, explain_one},
	    {ANCHOR_FACT, explain_fact},
	    {ANCHOR_SOURCE, explain_a_source},
	};
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kinds[i].kind == a->kind)
			return kinds[i].explain(p, r, a->key, e);
	return err_set(e, ERR_NOTFOUND, "nothing here has a source: put the cursor on a figure");
}
