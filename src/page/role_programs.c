/*
 * role_programs.c - programs that fit a role by field of study: how many, what directories claim, the
 * cheapest of each kind, and why a field fits.
 */
#include "career/base/num.h"
#include "career/page/money.h"
#include "occupation.h"
#include "program.h"

#include <stdlib.h>
#include <string.h>

/* Kinds of programs, by the numbers of role_program_kinds; how many of each are shown. */
static const struct kind {
	const char *head;
	int shown;
} kinds[] = {
    {"Degrees", 12},
    {"Certificates, bootcamps and online courses", 6},
    {"Exams: the price is the fee, no course is stated", 6},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static bool
program_answer(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_program_counts", false, e);
	const char *query = arena_printf(c->a, "programs role:%s", c->slug);
	struct buf withdrawn = BUF_INIT, fit = BUF_INIT, all = BUF_INIT, priced = BUF_INIT;
	bool ok = st != NULL;

	if (!ok || !role_next(st, &ok, e))
		return ok;
	num_full(&fit, stmt_num(st, 1));
	num_full(&all, stmt_num(st, 0));
	/* Scorecard has none. */
	if (stmt_int(st, 3) > 0)
		buf_addf(&priced, "; %lld have a total price", (long long)stmt_int(st, 3));
	if (stmt_int(st, 2) > 0) {
		buf_adds(&withdrawn, " (");
		num_full(&withdrawn, stmt_num(st, 1) - stmt_num(st, 2));
		buf_addf(&withdrawn, " open, %lld withdrawn)", (long long)stmt_int(st, 2));
	}
	if (stmt_int(st, 4) != 0)
		buf_adds(&withdrawn, ", those of College Scorecard through ~ occupations near it");
	page_wrapf(c->p, 0, STYLE_VALUE,
	    "%s of the %s programs held here fit by field of study%s%s.", fit.data, all.data,
	    withdrawn.data, priced.data);
	buf_free(&withdrawn);
	buf_free(&fit);
	buf_free(&all);
	buf_free(&priced);
	page_anchor(c->p, ANCHOR_QUERY, query);
	page_anchor(c->p, ANCHOR_TERM, "relevant");
	stmt_reset(st);
	if (c->p->opts.screen) {
		page_line(c->p);
		page_join(c->p, 2, STYLE_LINK, "Enter on this line: open and filter them");
		page_anchor(c->p, ANCHOR_QUERY, query);
	}
	return true;
}

/* --- what directories claim ------------------------------------------------------------------- */

/* "Machine Learning Programs (306)": the count that the label does not already end in. */
static void
listing_label(struct buf *b, const char *label, long long claimed)
{
	struct buf count = BUF_INIT;

	buf_addf(&count, "(%lld)", claimed);
	buf_addf(b, "\"%s\"", label);
	if (strstr(label, count.data) == NULL)
		buf_addf(b, " %s", count.data);
	buf_free(&count);
}

static void
listing(struct role_ctx *c, struct stmt *st)
{
	long long claimed = stmt_int(st, 2), held = stmt_int(st, 5), fit = stmt_int(st, 6);
	struct buf b = BUF_INIT;

	listing_label(&b, stmt_str(st, 1), claimed);
	page_line(c->p);
	page_addf(
	    c->p, fit < held ? STYLE_WARN : STYLE_TEXT, "%s %s", fit < held ? "!" : " ", b.data);
	role_who(c->p, stmt_str(st, 3));
	page_anchor(
	    c->p, ANCHOR_FACT, arena_printf(c->a, "listing:%lld", (long long)stmt_int(st, 0)));
	page_wrapf(c->p, 4, STYLE_TEXT,
	    "claims %lld; %lld of its cards are held here; %lld of those fit this role by field of study",
	    claimed, held, fit);
	if (!stmt_null(st, 4))
		page_wrapf(c->p, 4, STYLE_NOTE, "%s", stmt_str(st, 4));
	buf_free(&b);
}

static bool
listings(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_listings", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Claimed, held, relevant", "claimed");
		}
		headed = true;
		listing(c, st);
	}
	return ok;
}

/* --- the cheapest of each kind ---------------------------------------------------------------- */

static void
price_words(struct buf *b, struct stmt *st, int now)
{
	const char *basis = stmt_str(st, 10);

	if (stmt_null(st, 8)) {
		buf_adds(b, "no total price stated");
		return;
	}
	money_full(b, stmt_num(st, 8), stmt_str(st, 9));
	buf_adds(b, strcmp(basis, "unstated") == 0 ? ", per what not stated" : " in total");
	if (!stmt_null(st, 11) && strcmp(stmt_str(st, 11), "all") != 0)
		buf_addf(b, " %s", program_audience(stmt_str(st, 11)));
	buf_adds(b, strcmp(basis, "derived") == 0 ? ", derived" : "");
	say_age(b, (int)stmt_int(st, 12), now);
}

static void
program_line(struct role_ctx *c, struct stmt *st)
{
	const char *key = arena_dup(c->a, stmt_str(st, 1));
	struct buf b = BUF_INIT;

	page_line(c->p);
	page_to(c->p, 2);
	page_joinf(c->p, 2, STYLE_LINK, "%s, %s", stmt_str(st, 3), stmt_str(st, 2));
	page_anchor(c->p, ANCHOR_PROGRAM, key);
	buf_addf(&b, "%s, ", stmt_str(st, 4));
	price_words(&b, st, c->p->opts.year_now);
	if (!stmt_null(st, 6)) {
		buf_adds(&b, ", ");
		months_span(
		    &b, stmt_num(st, 6), stmt_null(st, 7) ? stmt_num(st, 6) : stmt_num(st, 7));
	}
	if (!stmt_null(st, 5))
		buf_addf(&b, ", %s", stmt_str(st, 5));
	page_line(c->p);
	page_to(c->p, 4);
	page_join(c->p, 4, STYLE_TEXT, b.data);
	page_anchor(c->p, ANCHOR_PROGRAM, key);
	buf_free(&b);
}

static void
kind_head(struct role_ctx *c, const struct kind *k, long long of, bool first)
{
	page_blank(c->p);
	page_heading(c->p, k->head, "derived");
	if (of > k->shown)
		page_joinf(c->p, 2, STYLE_NOTE, " (%d of %lld)", k->shown, of);
	if (first)
		page_wrap(c->p, 0, STYLE_NOTE,
		    "Lowest total price first, US dollars before other currencies.");
}

/* The cheapest of one kind. */
static bool
cheapest(struct role_ctx *c, int kind, struct err *e)
{
	struct stmt *st = role_query(c, "role_programs", false, e);
	bool ok = st != NULL;

	if (ok) {
		stmt_bind_int(st, 2, kind);
		stmt_bind_int(st, 3, kinds[kind].shown);
	}
	while (ok && role_next(st, &ok, e))
		program_line(c, st);
	return ok;
}

static bool
each_kind(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_program_kinds", false, e);
	bool ok = st != NULL, first = true;

	while (ok && role_next(st, &ok, e)) {
		int kind = (int)stmt_int(st, 0);

		kind_head(c, &kinds[kind], (long long)stmt_int(st, 1), first);
		first = false;
		ok = cheapest(c, kind, e);
	}
	return ok;
}

/* --- why -------------------------------------------------------------------------------------- */

static bool
reasons(struct role_ctx *c, bool linked, struct err *e)
{
	struct stmt *st = role_query(c, "role_relevance", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "Which fields of study fit, and why", "relevant");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_LABEL, "  %s (%lld): ", stmt_str(st, 1),
		    (long long)stmt_int(st, 3));
		page_join(c->p, 4, STYLE_TEXT, stmt_str(st, 2));
		page_anchor(c->p, ANCHOR_QUERY,
		    arena_printf(c->a, "programs field:\"%s\"", stmt_str(st, 1)));
	}
	if (ok && !headed && !linked)
		page_wrap(c->p, 0, STYLE_NOTE, "Nothing here ties a field of study to this role.");
	return ok;
}

bool
role_programs(struct role_ctx *c, struct err *e)
{
	bool linked = false;

	/* An occupation has little else; a role has what guides say of it first. */
	if (!program_answer(c, e) || (occupation_known(c) && !occupation_programs(c, &linked, e))
	    || !listings(c, e) || !each_kind(c, e) || !reasons(c, linked, e))
		return false;
	return occupation_known(c) || occupation_programs(c, &linked, e);
}
