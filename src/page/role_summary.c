/*
 * role_summary.c - the top of a role's page: the answers, each with who says so.
 */
#include "career/base/text.h"
#include "role.h"

#include <stdio.h>
#include <string.h>

static void
what_it_is(struct role_ctx *c)
{
	if (c->summary != NULL)
		page_wrap(c->p, 0, STYLE_TEXT, c->summary);
	if (c->is_not != NULL)
		page_wrap(c->p, 0, STYLE_TEXT, c->is_not);
	if (c->summary == NULL && c->is_not == NULL)
		role_nothing(c, "What it is");
}

/* Degree: what sources ask for, counted by credential and strength; disputed when they exclude
 * one another. Rows come ordered by credential, then strength. */
struct degree {
	struct buf words;
	char credential[32], strength[16];
	size_t count;
	bool heavy_asked, heavy_spared;
};

static void
degree_flush(struct degree *d)
{
	if (d->count > 0)
		buf_addf(&d->words, "%s %zu", d->strength, d->count);
	d->count = 0;
}

static void
degree_add(struct degree *d, const char *credential, const char *strength)
{
	bool heavy = strcmp(credential, "master") == 0 || strcmp(credential, "doctorate") == 0;

	if (heavy && (strcmp(strength, "required") == 0 || strcmp(strength, "typical") == 0))
		d->heavy_asked = true;
	if ((heavy && strcmp(strength, "not-needed") == 0) ||
	    (strcmp(credential, "bachelor") == 0 && strcmp(strength, "typical") == 0))
		d->heavy_spared = true;
	if (strcmp(d->credential, credential) != 0) {
		degree_flush(d);
		buf_addf(&d->words, "%s%s: ", d->words.len > 0 ? "; " : "", credential);
		d->strength[0] = '\0';
	} else if (strcmp(d->strength, strength) != 0) {
		degree_flush(d);
		buf_adds(&d->words, ", ");
	}
	snprintf(d->credential, sizeof d->credential, "%s", credential);
	snprintf(d->strength, sizeof d->strength, "%s", strength);
	d->count++;
}

static bool
is_degree(const char *credential)
{
	static const char *const degrees[] = { "doctorate", "master", "bachelor", "associate",
		"high-school", "none", "portfolio", NULL };

	for (int i = 0; degrees[i] != NULL; i++)
		if (strcmp(degrees[i], credential) == 0)
			return true;
	return false;
}

static bool
degree(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_requirements", false, e);
	struct degree d = { .words = BUF_INIT };
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		if (is_degree(stmt_str(st, 1)))
			degree_add(&d, stmt_str(st, 1), stmt_str(st, 2));
	degree_flush(&d);
	if (ok && d.words.len > 0) {
		bool disputed = d.heavy_asked && d.heavy_spared;

		page_line(c->p);
		page_add(c->p, STYLE_LABEL, "Degree");
		page_to(c->p, role_column(c) - (disputed ? 2 : 0));
		if (disputed)
			page_add(c->p, STYLE_WARN, "! disputed: ");
		page_join(c->p, role_column(c), disputed ? STYLE_WARN : STYLE_VALUE, d.words.data);
		page_anchor(c->p, ANCHOR_SECTION, "Break in");
	}
	buf_free(&d.words);
	return ok;
}

/* Names of the skills of a tier; for skips, who disagrees. */
static bool
skills_of(struct role_ctx *c, const char *label, int tier, struct err *e)
{
	enum { NAMED = 6 };
	struct stmt *st = role_query(c, "role_skills", false, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL, disputed = false;
	int64_t last = 0;
	size_t n = 0;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_int(st, 1) != tier || stmt_int(st, 12) == last)
			continue;
		last = stmt_int(st, 12);
		if (n++ >= NAMED)
			continue;
		buf_addf(&b, "%s%s%s", b.len > 0 ? ", " : "", stmt_str(st, 2),
		    stmt_int(st, 11) ? " (disputed)" : "");
		disputed = disputed || stmt_int(st, 11) != 0;
	}
	if (n > NAMED)
		buf_addf(&b, " and %zu more", n - NAMED);
	if (ok && b.len > 0) {
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, label);
		page_to(c->p, role_column(c) - (disputed ? 2 : 0));
		if (disputed)
			page_add(c->p, STYLE_WARN, "! ");
		page_join(c->p, role_column(c), STYLE_VALUE, b.data);
		page_anchor(c->p, ANCHOR_SECTION, "Skills");
		page_anchor(c->p, ANCHOR_TERM, tier == 0 ? "must" : "skip");
	}
	buf_free(&b);
	return ok;
}

static bool
week(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_day_shares", false, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		buf_addf(&b, "%s%g%% %s", b.len > 0 ? ", " : "", stmt_num(st, 2), stmt_str(st, 1));
	if (ok && b.len > 0) {
		buf_adds(&b, " (1 guide's guess)");
		page_pair(c->p, "Your week", role_column(c), STYLE_VALUE, b.data);
		page_anchor(c->p, ANCHOR_SECTION, "Day");
	}
	buf_free(&b);
	return ok;
}

static bool
cards(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_cards", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		const char *key = arena_printf(c->a, "card:%lld", (long long)stmt_int(st, 0));

		if (!headed) {
			page_rule(c->p);
			page_heading(c->p, "The page's own headline cards, as printed", "card");
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_VALUE, "\"%s\" %s", stmt_str(st, 1), stmt_str(st, 2));
		page_right(c->p, STYLE_NOTE, stmt_str(st, 4));
		page_anchor(c->p, ANCHOR_FACT, key);
		page_wrapf(c->p, 2, STYLE_TEXT, "%s", stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT, key);
	}
	return ok;
}

static bool
contrasts(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_contrasts", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What it is not", NULL);
		}
		headed = true;
		page_line(c->p);
		page_addf(c->p, STYLE_LABEL, "%s: ", stmt_str(st, 1));
		page_joinf(c->p, 2, STYLE_TEXT, "%s (%s)", stmt_str(st, 2), stmt_str(st, 3));
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "contrast:%lld", (long long)stmt_int(st, 0)));
		if (!stmt_null(st, 4))
			page_anchor(c->p, ANCHOR_ROLE, arena_dup(c->a, stmt_str(st, 4)));
	}
	return ok;
}

/* A labelled list of short phrases. */
static bool
phrases(struct role_ctx *c, const char *query, const char *label, struct err *e)
{
	struct stmt *st = role_query(c, query, false, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", stmt_str(st, 0));
	if (ok && b.len > 0)
		page_pair(c->p, label, role_column(c), STYLE_TEXT, b.data);
	buf_free(&b);
	return ok;
}

bool
role_summary(struct role_ctx *c, struct err *e)
{
	what_it_is(c);
	page_blank(c->p);
	if (!role_pay_answers(c, e) || !role_growth_answer(c, e) || !degree(c, e) ||
	    !skills_of(c, "Learn first", 0, e) || !skills_of(c, "Skip", 3, e) || !week(c, e))
		return false;
	if (c->like != NULL)
		page_pair(c->p, "You will like", role_column(c), STYLE_TEXT, c->like);
	if (c->dislike != NULL)
		page_pair(c->p, "You will not", role_column(c), STYLE_TEXT, c->dislike);
	return phrases(c, "role_duties", "You do", e) && phrases(c, "role_partners", "You work with", e) &&
	    phrases(c, "role_aliases", "Also called", e) && contrasts(c, e) && cards(c, e);
}
