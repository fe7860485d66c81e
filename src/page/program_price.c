/*
 * program_price.c - what a program costs, and where its pages disagree.
 *
 * Two prices speak of the same thing when the currency is the same, stated, and the audience the same
 * or wider on one side ("all", or not said). They disagree when, both brought to a total or both per
 * the same unit, they differ by more than one percent. Prices of one site for one year are
 * alternatives, those of one site for two years are a history; neither is a disagreement.
 */
#include "career/page/money.h"
#include "program.h"

#include <math.h>
#include <string.h>

static const double tolerance = 0.01;

static bool
same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool
for_anyone(const struct program_fact *f)
{
	return !f->audience || strcmp(f->audience, "all") == 0;
}

static bool
priced(const struct program_fact *f)
{
	return !isnan(f->cost);
}

static bool
has_total(const struct program_fact *f)
{
	return f->total_basis && !isnan(f->total);
}

static bool
differ(double a, double b)
{
	return fabs(a - b) > tolerance * fmax(fabs(a), fabs(b));
}

/* Whether two prices could be compared and differ. */
static bool
prices_differ(const struct program_fact *a, const struct program_fact *b)
{
	if (!priced(a) || !priced(b) || money_unstated(a->currency)
	    || !same_text(a->currency, b->currency))
		return false;
	if (!same_text(a->audience, b->audience) && !for_anyone(a) && !for_anyone(b))
		return false;
	if (has_total(a) && has_total(b))
		return differ(a->total, b->total);
	return !has_total(a) && !has_total(b) && same_text(a->per, b->per)
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

static int
rank_confidence(const char *s)
{
	return strcmp(s, "high") == 0 ? 2 : strcmp(s, "medium") == 0 ? 1 : 0;
}

bool
program_better(const struct program_fact *a, const struct program_fact *b)
{
	int ca = rank_confidence(a->confidence), cb = rank_confidence(b->confidence);

	if (has_total(a) != has_total(b))
		return has_total(a);
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

/* "$8,190 for the whole program, for all students, derived: 30 credits x 273". */
static void
answer_words(struct buf *out, const struct program *g, const struct program_fact *f)
{
	if (has_total(f) && strcmp(f->total_basis, "unstated") == 0) {
		program_price(out, f);
		buf_adds(out, "; read as the price of the whole program");
	} else if (has_total(f)) {
		money_full(out, f->total, f->currency);
		buf_adds(out, " for the whole program");
	} else {
		buf_addf(out, "stated %s only: ", per_words(f->per));
		money_full(out, f->cost, f->currency);
	}
	buf_addf(out, ", %s", program_audience(f->audience));
	if (has_total(f) && f->total_sum)
		buf_addf(out, ", derived: %s", f->total_sum);
	if (!has_total(f))
		buf_addf(out, "; no total can be made because %s", why_no_total(g, f));
}

static void
say_answer(struct page *p, const struct program *g, struct program_fact *f, const char *label)
{
	struct buf b = BUF_INIT;

	answer_words(&b, g, f);
	buf_adds(&b, " (");
	say_ref(&b, f->source, f->as_of);
	buf_addc(&b, ')');
	if (money_unstated(f->currency)
	    || (f->total_basis && strcmp(f->total_basis, "unstated") == 0))
		say_warn(p, label, b.data);
	else
		say_pair(p, label, STYLE_VALUE, b.data);
	program_anchor(p, f);
	if (f->total_sum)
		page_anchor(p, ANCHOR_TERM, "derived-total");
	else
		page_anchor(p, ANCHOR_TERM, has_total(f) ? "tuition" : "per-credit");
	f->answers = true;
	buf_free(&b);
}

/* What the headline price comes to in a year, where neither it nor its sum says so already. */
static void
say_per_year(struct page *p, const struct program *g, const struct program_fact *f)
{
	struct buf b = BUF_INIT;

	if (isnan(g->per_year) || !(g->months > 12) || strcmp(f->total_basis, "unstated") == 0
	    || (f->per && strcmp(f->per, "year") == 0))
		return;
	money_bare(&b, g->per_year, f->currency, MONEY_FULL);
	say_pairf(p, "", STYLE_NOTE, "that is about %s a year over %.0f months", b.data, g->months);
	program_anchor(p, f);
	buf_free(&b);
}

/* The best price for each audience and currency, the program's headline first. */
static void
say_answers(struct page *p, struct program *g)
{
	const char *label = "Price";
	size_t i, k;

	for (i = 0; i < g->nfacts; i++)
		if (g->fact[i].id == g->cost_fact && has_total(&g->fact[i])) {
			say_answer(p, g, &g->fact[i], label);
			say_per_year(p, g, &g->fact[i]);
			label = "";
		}
	for (i = 0; i < g->nfacts; i++) {
		struct program_fact *best = &g->fact[i];
		bool done = !priced(best);

		for (k = 0; k < g->nfacts && !done; k++) {
			struct program_fact *o = &g->fact[k];

			if (!priced(o) || !same_text(o->audience, best->audience)
			    || !same_text(o->currency, best->currency))
				continue;
			done = o->answers;
			if (!done && program_better(o, best))
				best = o;
		}
		if (done)
			continue;
		say_answer(p, g, best, label);
		label = "";
	}
}

/* What a price is, shortly, within a list of those that disagree. */
static void
list_item(struct buf *out, const struct program_fact *f, bool audiences)
{
	if (has_total(f))
		money_full(out, f->total, f->currency);
	else
		program_price(out, f);
	buf_adds(out, " (");
	if (audiences && f->audience)
		buf_addf(out, "%s, ", f->audience);
	say_ref(out, f->source, f->as_of);
	if (f->total_sum)
		buf_adds(out, ", derived");
	buf_addc(out, ')');
}

enum dispute { DISPUTE_PAGES, DISPUTE_YEARS, DISPUTE_ONE_SITE, DISPUTES };

static enum dispute
dispute_kind(const struct program_fact *a, const struct program_fact *b)
{
	if (!one_site(a, b))
		return DISPUTE_PAGES;
	return a->year != b->year ? DISPUTE_YEARS : DISPUTE_ONE_SITE;
}

/* Whether fact i differs from any other in this way. */
static bool
in_dispute(const struct program *g, size_t i, enum dispute kind)
{
	size_t k;

	for (k = 0; k < g->nfacts; k++)
		if (k != i && prices_differ(&g->fact[i], &g->fact[k])
		    && dispute_kind(&g->fact[i], &g->fact[k]) == kind)
			return true;
	return false;
}

static void
say_dispute(struct page *p, const struct program *g, enum dispute kind)
{
	static const char *const words[DISPUTES] = {
	    "pages disagree: ", "not the same every year: ", "one site gives several: "};
	struct buf b = BUF_INIT;
	const struct program_fact *first = NULL;
	size_t i, n = 0, at = 0;
	bool audiences = false;

	for (i = 0; i < g->nfacts; i++) {
		if (!in_dispute(g, i, kind))
			continue;
		n++;
		audiences =
		    audiences || (first && !same_text(first->audience, g->fact[i].audience));
		first = first ? first : &g->fact[i];
	}
	buf_adds(&b, words[kind]);
	for (i = 0; i < g->nfacts; i++) {
		if (!in_dispute(g, i, kind))
			continue;
		buf_adds(&b, say_between(at++, n));
		list_item(&b, &g->fact[i], audiences);
	}
	if (n > 0) {
		if (kind == DISPUTE_YEARS)
			say_pair(p, "", STYLE_NOTE, b.data);
		else
			say_warn(p, "", b.data);
		program_anchor(p, first);
		page_anchor(p, ANCHOR_TERM, "contradiction");
	}
	buf_free(&b);
}

void
program_say_price(struct page *p, struct program *g)
{
	size_t i;
	int kind;

	for (i = 0; i < g->nfacts && !priced(&g->fact[i]); i++)
		;
	if (i == g->nfacts) {
		say_warn(p, "Price", "no page states it");
		page_anchor(p, ANCHOR_TERM, "not-stated");
	}
	say_answers(p, g);
	for (kind = 0; kind < DISPUTES; kind++)
		say_dispute(p, g, (enum dispute)kind);
}
