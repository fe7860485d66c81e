/*
 * program.c - the page of a program: what it is, its price, why it is relevant, who says so.
 */
#include "program.h"

#include "career/page/money.h"

#include <math.h>
#include <string.h>

const char *
program_award(const char *award)
{
	static const struct word words[] = {
	    {"certificate", "A certificate"},
	    {"professional-certificate", "A professional certificate"},
	    {"bootcamp", "A bootcamp"},
	    {"mooc", "An open online course"},
	    {"associate", "An associate degree"},
	    {"bachelor", "A bachelor's degree"},
	    {"master", "A master's degree"},
	    {"mba", "An MBA"},
	    {"doctorate", "A doctorate"},
	    {"first-professional", "A first professional degree"},
	    {"post-baccalaureate-certificate", "A certificate after the bachelor's degree"},
	    {"graduate-certificate", "A graduate certificate"},
	    {"exam", "An exam"},
	    {NULL, NULL},
	};

	return word_says(words, award);
}

const char *
program_audience(const char *audience)
{
	static const struct word words[] = {
	    {"all", "for all students"},
	    {"in-state", "for in-state students"},
	    {"out-of-state", "for out-of-state students"},
	    {"home", "for home students"},
	    {"eu", "for students from the EU"},
	    {"non-eu", "for students from outside the EU"},
	    {"international", "for international students"},
	    {NULL, NULL},
	};

	return audience ? word_says(words, audience) : "for whom is not said";
}

const char *
program_mode(const char *mode)
{
	static const struct word words[] = {
	    {"on-campus", "on campus"},
	    {"hybrid", "partly online, partly on campus (hybrid)"},
	    {NULL, NULL},
	};

	return word_says(words, mode);
}

/* --- head ------------------------------------------------------------------------------------ */

static void
say_school(struct page *p, const struct program *g)
{
	const char *parts[] = {g->city, g->state, g->country};
	struct buf b = BUF_INIT;
	size_t i;

	buf_adds(&b, g->school);
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (parts[i])
			buf_addf(&b, ", %s", parts[i]);
	if (g->control)
		buf_addf(&b, " (%s)", g->control);
	page_wrap(p, 0, STYLE_TEXT, b.data);
	if (g->control)
		page_anchor(p, ANCHOR_TERM, "control");
	buf_free(&b);
}

static void
say_status(struct page *p, const struct program *g)
{
	if (strcmp(g->status, "open") == 0)
		return;
	say_wrapf(p, STYLE_WARN, "! %s: %s",
	    strcmp(g->status, "withdrawn") == 0 ? "Withdrawn" : g->status,
	    g->status_note ? g->status_note : "no longer offered; no page says since when.");
	page_anchor(p, ANCHOR_TERM, "withdrawn");
}

/* "A master's degree in data science, online, 12-60 months." */
static void
say_what(struct page *p, const struct program *g)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s in %s", program_award(g->award), g->field);
	if (g->mode)
		buf_addf(&b, ", %s", program_mode(g->mode));
	if (!isnan(g->months)) {
		buf_adds(&b, ", ");
		months_span(&b, g->months, isnan(g->months_max) ? g->months : g->months_max);
	}
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, g->award);
	page_anchor(p, ANCHOR_TERM, "field-of-study");
	buf_free(&b);
}

/* --- values that facts state once ------------------------------------------------------------- */

static const char *
get_starts(const struct program_fact *f)
{
	return f->starts;
}

static const char *
get_requires(const struct program_fact *f)
{
	return f->requires;
}

/* The texts that the facts state, each once; false when none does. */
static bool
say_texts(struct page *p, const struct program *g, const char *label,
    const char *(*get)(const struct program_fact *f))
{
	bool any = false;
	size_t i, k;

	for (i = 0; i < g->nfacts; i++) {
		const char *text = get(&g->fact[i]);
		struct buf b = BUF_INIT;

		for (k = 0; k < i && text; k++)
			if (get(&g->fact[k]) && strcmp(get(&g->fact[k]), text) == 0)
				text = NULL;
		if (!text)
			continue;
		buf_addf(&b, "%s (", text);
		say_page_ref(&b, g->fact[i].source, g->fact[i].page, g->fact[i].as_of);
		buf_addc(&b, ')');
		say_pair(p, any ? "" : label, STYLE_TEXT, b.data);
		program_anchor(p, &g->fact[i]);
		buf_free(&b);
		any = true;
	}
	return any;
}

static void
say_outcome(struct page *p, const struct program *g)
{
	struct buf b = BUF_INIT;

	if (!isnan(g->earnings)) {
		money_full(&b, g->earnings, "USD");
		if (g->earnings_horizon)
			buf_addf(&b, ", %s", g->earnings_horizon);
		say_pair(p, "Earnings", STYLE_VALUE, b.data);
		page_anchor(p, ANCHOR_TERM, "earnings");
	}
	if (!isnan(g->debt)) {
		buf_clear(&b);
		money_full(&b, g->debt, "USD");
		say_pair(p, "Debt", STYLE_VALUE, b.data);
		page_anchor(p, ANCHOR_TERM, "debt");
	}
	buf_free(&b);
}

/* One line for all that is absent, so that silence is seen. */
static void
say_absent(struct page *p, const struct program *g, bool starts, bool requires)
{
	const char *what[4];
	struct buf b = BUF_INIT;
	size_t i, n = 0;

	if (!starts)
		what[n++] = "when it starts";
	if (!requires)
		what[n++] = "what it asks for";
	if (isnan(g->earnings))
		what[n++] = "what graduates earn";
	if (isnan(g->debt))
		what[n++] = "what they owe";
	for (i = 0; i < n; i++)
		buf_addf(&b, "%s%s", say_between(i, n), what[i]);
	say_pair(p, "Not stated", STYLE_NOTE, b.data);
	if (n > 0)
		page_anchor(p, ANCHOR_TERM, "not-stated");
	buf_free(&b);
}

static void
say_values(struct page *p, struct program *g)
{
	bool starts, requires;

	if (g->scorecard) {
		scorecard_say(p, g);
		return;
	}
	program_say_price(p, g);
	program_say_length(p, g);
	program_say_mode(p, g);
	starts = say_texts(p, g, "Starts", get_starts);
	requires = say_texts(p, g, "Asks for", get_requires);
	say_outcome(p, g);
	say_absent(p, g, starts, requires);
	say_pair(p, "Note", STYLE_NOTE, g->note);
	say_pair(p, "School", STYLE_NOTE, g->school_note);
	if (g->cip) {
		say_pairf(p, "Field code", STYLE_NOTE, "CIP %s", g->cip);
		page_anchor(p, ANCHOR_TERM, "cip");
	}
}

/* --- directories ------------------------------------------------------------------------------- */

/* Directories that show the program under a label of their own. */
static bool
say_listings(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program_listings", e);
	int step;

	if (!st)
		return false;
	stmt_bind_text(st, 1, g->key);
	while ((step = stmt_step(st, e)) == 1) {
		const struct source *src = sources_by_id(&r->sources, stmt_int(st, 4));

		page_wrapf(p, 0, STYLE_TEXT,
		    "%s lists it under \"%s\", which claims %lld programs; we hold the %lld that it shows.",
		    src ? src->publisher : "a directory", stmt_str(st, 1),
		    (long long)stmt_int(st, 2), (long long)stmt_int(st, 3));
		say_fact_anchor(p, "listing", stmt_int(st, 0));
		if (src)
			page_anchor(p, ANCHOR_SOURCE, src->key);
		page_anchor(p, ANCHOR_TERM, "claimed-held");
	}
	stmt_reset(st);
	return step == 0;
}

/* --- figures about the program ---------------------------------------------------------------- */

static bool
say_own_figures(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program_figures", e);

	if (!st)
		return false;
	stmt_bind_int(st, 1, g->id);
	return say_figures(p, r, st, "Other figures", e);
}

static bool
say_all(struct page *p, struct reader *r, struct program *g, struct err *e)
{
	say_title(p, g->name);
	page_anchor(p, ANCHOR_PROGRAM, g->key);
	say_status(p, g);
	say_school(p, g);
	page_blank(p);
	say_what(p, g);
	say_values(p, g);
	page_blank(p);
	if (!program_say_relevance(p, r, g, e) || !say_listings(p, r, g, e)
	    || !say_own_figures(p, r, g, e))
		return false;
	if (g->scorecard) {
		page_blank(p);
		if (!scorecard_say_others(p, r, g, e))
			return false;
	} else {
		program_say_facts(p, g);
	}
	page_close(p);
	return true;
}

bool
page_program(struct page *p, struct reader *r, int64_t program, struct err *e)
{
	struct program g;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = program_load(&g, r, program, &a, e) && say_all(p, r, &g, e);
	arena_free(&a);
	return ok;
}
