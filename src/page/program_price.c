/*
 * program_price.c - what a program costs: the best price for each audience and currency.
 *
 * Of several prices the most trusted stands for the group, unless it is years older than the newest.
 */
#include "career/page/money.h"
#include "program.h"

#include <math.h>
#include <string.h>

bool
program_same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

bool
program_priced(const struct program_fact *f)
{
	return !isnan(f->cost);
}

bool
program_has_total(const struct program_fact *f)
{
	return f->total_basis && !isnan(f->total);
}

static int
rank_confidence(const char *s)
{
	return strcmp(s, "high") == 0 ? 2 : strcmp(s, "medium") == 0 ? 1 : 0;
}

/* Whether a date lies so far behind another that the other counts. */
static bool
outdated(int year, int newer)
{
	return year > 0 && newer - year > SAY_OLD_YEARS;
}

bool
program_better(const struct program_fact *a, const struct program_fact *b)
{
	int ca = rank_confidence(a->confidence), cb = rank_confidence(b->confidence);

	if (program_has_total(a) != program_has_total(b))
		return program_has_total(a);
	if (outdated(a->year, b->year) || outdated(b->year, a->year))
		return a->year > b->year;
	if (ca != cb)
		return ca > cb;
	if (a->year != b->year)
		return a->year > b->year;
	return !a->total_sum && b->total_sum;
}

void
program_price(struct buf *out, const struct program_fact *f)
{
	bool said = f->per && strcmp(f->per, "unstated") != 0;

	money_full(out, f->cost, f->currency);
	buf_addf(out, "%s%s", said ? " " : ", ", per_words(f->per));
}

void
program_ref(struct buf *out, const struct page *p, const struct program_fact *f)
{
	say_page_ref(out, f->source, f->page, f->as_of);
	say_age(out, f->year, p->opts.year_now);
}

/* --- one answer ------------------------------------------------------------------------------- */

/* Why a price cannot be brought to a total. */
static const char *
why_no_total(const struct program *g, const struct program_fact *f)
{
	static const struct word reasons[] = {
	    {"credit", "credits are not stated"},
	    {"course", "the number of courses is not stated"},
	    {"year", "the length is not stated"},
	    {"semester", "the length is not stated"},
	    {"month", "the length is not stated"},
	    {NULL, NULL},
	};
	size_t i;
	bool counted = f->per && (strcmp(f->per, "credit") == 0 || strcmp(f->per, "course") == 0);

	for (i = 0; i < g->nfacts; i++) {
		if (counted && g->fact[i].credits)
			return "the credits stated do not say how many of these it takes";
		if (!counted && !isnan(g->fact[i].months))
			return "the length stated is no whole number of semesters";
	}
	return word_says(reasons, f->per ? f->per : "year");
}

static bool
basis_unstated(const struct program_fact *f)
{
	return program_has_total(f) && strcmp(f->total_basis, "unstated") == 0;
}

/* "190,000; currency and per what not stated; read as US dollars for the whole program". */
static void
unstated_words(struct buf *out, const struct program_fact *f)
{
	bool currency = money_unstated(f->currency), per = basis_unstated(f);

	money_bare(out, f->total, f->currency, MONEY_FULL);
	buf_addf(out, "%s; %s%s%s not stated; read as %s%s", per ? "" : " for the whole program",
	    currency ? "currency" : "", currency && per ? " and " : "", per ? "per what" : "",
	    currency ? "US dollars" : "the price", per ? currency ? " for" : " of" : "");
	if (per)
		buf_adds(out, " the whole program");
	if (f->audience)
		buf_addf(out, ", %s", program_audience(f->audience));
}

/* "$8,190 for the whole program, for all students, derived: 30 credits x 273". */
static void
answer_words(struct buf *out, const struct program *g, const struct program_fact *f)
{
	if (program_has_total(f) && (basis_unstated(f) || money_unstated(f->currency))) {
		unstated_words(out, f);
	} else if (program_has_total(f)) {
		money_full(out, f->total, f->currency);
		buf_addf(out, " for the whole program, %s", program_audience(f->audience));
	} else {
		buf_addf(out, "stated %s only: ", per_words(f->per));
		money_full(out, f->cost, f->currency);
		buf_addf(out, ", %s; no total can be made because %s",
		    program_audience(f->audience), why_no_total(g, f));
	}
	if (program_has_total(f) && f->total_sum)
		buf_addf(out, ", derived: %s", f->total_sum);
}

static void
say_answer(struct page *p, const struct program *g, const struct program_fact *f, const char *label)
{
	struct buf b = BUF_INIT;

	answer_words(&b, g, f);
	buf_adds(&b, " (");
	program_ref(&b, p, f);
	buf_addc(&b, ')');
	if (money_unstated(f->currency) || basis_unstated(f))
		say_warn(p, label, b.data);
	else
		say_pair(p, label, STYLE_VALUE, b.data);
	program_anchor(p, f);
	if (f->total_sum)
		page_anchor(p, ANCHOR_TERM, "derived-total");
	else
		page_anchor(p, ANCHOR_TERM, program_has_total(f) ? "tuition" : "per-credit");
	buf_free(&b);
}

/* What the headline price comes to in a year, where neither it nor its sum says so already. */
static void
say_per_year(struct page *p, const struct program *g, const struct program_fact *f)
{
	struct buf b = BUF_INIT;

	if (isnan(g->per_year) || !(g->per_year > 0) || !(g->months > 12) || basis_unstated(f)
	    || (f->per && strcmp(f->per, "year") == 0))
		return;
	money_bare(&b, g->per_year, f->currency, MONEY_FULL);
	say_pairf(p, "", STYLE_NOTE, "that is about %s a year over %.0f months", b.data, g->months);
	program_anchor(p, f);
	buf_free(&b);
}

/* --- all answers ------------------------------------------------------------------------------ */

/* Newest year of the prices for one audience in one currency; 0 when none has a date. */
static int
newest_like(const struct program *g, const struct program_fact *like)
{
	int year = 0;

	for (size_t i = 0; i < g->nfacts; i++) {
		const struct program_fact *f = &g->fact[i];

		if (program_priced(f) && program_same_text(f->audience, like->audience)
		    && program_same_text(f->currency, like->currency) && f->year > year)
			year = f->year;
	}
	return year;
}

/* Whether no other price for the audience in the currency stands before it. */
static bool
is_best(const struct program *g, const struct program_fact *f)
{
	int newest = newest_like(g, f);

	if (outdated(f->year, newest))
		return false;
	for (size_t i = 0; i < g->nfacts; i++) {
		const struct program_fact *o = &g->fact[i];

		if (o == f || !program_priced(o) || outdated(o->year, newest)
		    || !program_same_text(o->audience, f->audience)
		    || !program_same_text(o->currency, f->currency))
			continue;
		if (program_better(o, f) || (o < f && !program_better(f, o)))
			return false;
	}
	return true;
}

/* Which answers stand first: what is not old beside the newest of all, and the program's headline. */
static int
answer_place(const struct program *g, const struct program_fact *f)
{
	int newest = 0;

	for (size_t i = 0; i < g->nfacts; i++)
		if (program_priced(&g->fact[i]) && g->fact[i].year > newest)
			newest = g->fact[i].year;
	return 2 * outdated(f->year, newest) + (f->id != g->cost_fact);
}

enum { PLACES = 4 };

/* The best price for each audience and currency, and the headline if that is another. */
static void
say_answers(struct page *p, const struct program *g)
{
	const char *label = "Price";

	for (int place = 0; place < PLACES; place++)
		for (size_t i = 0; i < g->nfacts; i++) {
			const struct program_fact *f = &g->fact[i];
			bool headline = f->id == g->cost_fact && program_has_total(f);

			if (!program_priced(f) || !(headline || is_best(g, f))
			    || answer_place(g, f) != place)
				continue;
			say_answer(p, g, f, label);
			if (headline)
				say_per_year(p, g, f);
			label = "";
		}
}

void
program_say_price(struct page *p, const struct program *g)
{
	size_t i;

	for (i = 0; i < g->nfacts && !program_priced(&g->fact[i]); i++)
		;
	if (i == g->nfacts) {
		say_warn(p, "Price", "no page states it");
		page_anchor(p, ANCHOR_TERM, "not-stated");
	}
	say_answers(p, g);
	program_say_disputes(p, g);
}
