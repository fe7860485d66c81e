/*
 * occupation_summary.c - the top of an occupation's page: what it is, how many do it, what it takes, and its
 * other names.
 */
#include "occupation.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/glyph.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SKILLS = 5, TECHNOLOGIES = 8, ESSENTIAL = 5, TITLES = 8, TITLES_DETAILED = 24 };

/* --- what it is ------------------------------------------------------------------------------- */

/* Bytes of the first sentence: short ones ("i.e. ") are none. */
static size_t
sentence(const char *text)
{
	enum { LEAST = 40 };
	size_t len = strlen(text);
	const char *stop = len > LEAST ? strstr(text + LEAST, ". ") : NULL;

	return stop != NULL ? (size_t)(stop - text) + 1 : len;
}

/* Its first sentence; all of it with details, and behind `i`. */
static void
description(struct role_ctx *c, const char *text, const char *who, const char *fact)
{
	size_t len;

	if (text == NULL)
		return;
	len = c->p->opts.details ? strlen(text) : sentence(text);
	page_wrap(c->p, 0, STYLE_TEXT, arena_ndup(c->a, text, len));
	if (text[len] != '\0')
		page_joinf(c->p, 0, STYLE_NOTE, " %s", glyph(GLYPH_CUT, c->p->opts.ascii));
	page_joinf(c->p, 0, STYLE_NOTE, " (%s)", occupation_who(c, who, NULL));
	page_anchor(c->p, ANCHOR_FACT, fact);
}

bool
occupation_what(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_onet", c->occ.onet, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		description(c, stmt_text(st, 0), stmt_str(st, 6),
		    occupation_fact(c, "onet_occupation", c->occ.onet, NULL));
	st = ok ? occupation_query(c, "occupation_esco", c->occ.esco, e) : NULL;
	ok = st != NULL;
	while (ok && role_next(st, &ok, e))
		description(c, stmt_text(st, 1), stmt_str(st, 6),
		    occupation_fact(c, "esco_occupation", c->occ.esco_row, NULL));
	return ok;
}

/* --- how many do it --------------------------------------------------------------------------- */

static void
add_count(struct buf *b, const char *before, struct stmt *st, int col)
{
	if (stmt_null(st, col))
		return;
	buf_adds(b, before);
	num_short(b, stmt_num(st, col));
}

/* "3.39M in 2024, 3.56M projected for 2034". */
static void
jobs_words(struct buf *b, struct stmt *st)
{
	add_count(b, "", st, 3);
	if (b->len > 0)
		buf_addf(b, " in %lld", (long long)stmt_int(st, 1));
	add_count(b, b->len > 0 ? ", " : "", st, 4);
	if (!stmt_null(st, 4))
		buf_addf(b, " projected for %lld", (long long)stmt_int(st, 2));
}

/* "bachelor's degree typical; less than 5 years of experience; no training on the job". */
static void
entry_words(struct buf *b, struct stmt *st)
{
	const char *experience = stmt_text(st, 9), *training = stmt_text(st, 10);

	buf_addf(b, "%s typical", stmt_str(st, 8));
	b->data[0] = (char)tolower((unsigned char)b->data[0]);
	if (experience != NULL && strcmp(experience, "None") != 0)
		buf_addf(b, "; experience: %s", experience);
	if (training != NULL && strcmp(training, "None") != 0)
		buf_addf(b, "; training: %s", training);
}

static bool
projection(struct role_ctx *c, bool *any, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_projection", c->occ.soc, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *who = arena_dup(c->a, stmt_str(st, 12));
		const char *fact = occupation_fact(c, "projection", stmt_str(st, 0), NULL);

		jobs_words(&b, st);
		*any = b.len > 0;
		if (*any) {
			occupation_line(c, "Jobs", b.data, who, fact);
			page_anchor(c->p, ANCHOR_TERM, "projection");
		}
		buf_clear(&b);
		if (!stmt_null(st, 7)) {
			num_full(&b, stmt_num(st, 7));
			buf_adds(&b, " a year on average");
			occupation_line(c, "Openings", b.data, who, fact);
			page_anchor(c->p, ANCHOR_TERM, "openings");
		}
		buf_clear(&b);
		if (!stmt_null(st, 8)) {
			entry_words(&b, st);
			occupation_line(c, "At entry", b.data, who, fact);
			page_anchor(c->p, ANCHOR_TERM, "typical-entry-education");
		}
	}
	buf_free(&b);
	return ok;
}

/* Who has no projection: the employees of today. */
static bool
employees(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_oews", c->occ.soc, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	if (ok && role_next(st, &ok, e)) {
		num_full(&b, stmt_num(st, 3));
		buf_addf(&b, " employees, %s", stmt_str(st, 16));
		if (!stmt_null(st, 3))
			occupation_line(c, "Jobs", b.data, arena_dup(c->a, stmt_str(st, 15)),
			    occupation_fact(c, "oews", stmt_str(st, 0), NULL));
		stmt_reset(st);
	}
	buf_free(&b);
	return ok;
}

/* Statistics count it within a larger occupation only. */
static void
part_of(struct role_ctx *c)
{
	page_pair(c->p, "Part of", role_column(c), STYLE_NEAR,
	    arena_printf(c->a, "~ %s (SOC %s): statistics count all its parts together",
		c->occ.whole_title, c->occ.whole));
	page_anchor(c->p, ANCHOR_ROLE, c->occ.whole_slug);
	page_anchor(c->p, ANCHOR_TERM, "soc");
}

/* --- what it takes ---------------------------------------------------------------------------- */

/* "Job Zone Four: Considerable Preparation Needed" without its beginning, in small letters. */
static void
zone_words(struct buf *b, struct stmt *st)
{
	const char *name = stmt_str(st, 2), *colon = strchr(name, ':');

	buf_addf(b, "zone %lld of 5", (long long)stmt_int(st, 1));
	if (colon != NULL) {
		buf_adds(b, ": ");
		for (colon += strspn(colon, ": "); *colon != '\0'; colon++)
			buf_addc(b, (char)tolower((unsigned char)*colon));
	}
}

static bool
zone(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_onet", c->occ.onet, e);
	struct buf b = BUF_INIT;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_null(st, 1))
			continue;
		zone_words(&b, st);
		occupation_line(c, "Preparation", b.data, occupation_who(c, stmt_str(st, 6), NULL),
		    occupation_fact(c, "onet_zone", c->occ.onet, NULL));
		page_anchor(c->p, ANCHOR_SECTION, "Break in");
		page_anchor(c->p, ANCHOR_TERM, "job-zone");
	}
	buf_free(&b);
	return ok;
}

const char *
occupation_interest(const char *letter)
{
	static const char *const names[] = {
	    "Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (*names[i] == *letter)
			return names[i];
	return letter;
}

/* The highest first, with values of 1 to 7. */
static bool
interests(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_interests", c->occ.onet, e);
	struct buf b = BUF_INIT;
	const char *who = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		who = occupation_who(c, stmt_str(st, 2), NULL);
		buf_addf(&b, "%s%s %.1f", b.len > 0 ? ", " : "",
		    occupation_interest(stmt_str(st, 0)), stmt_num(st, 1));
	}
	if (ok && b.len > 0) {
		buf_adds(&b, " (of 7)");
		occupation_line(c, "Interests", b.data, who,
		    occupation_fact(c, "onet_interest", c->occ.onet, NULL));
		page_anchor(c->p, ANCHOR_TERM, "riasec");
	}
	buf_free(&b);
	return ok;
}

/* A list of names with their section behind Enter; `column` of the statement has the name, a row counts when
 * `wanted` (-1: each) is not 0. */
struct summary_list {
	const char *label, *term, *part;
	int name, wanted, who;
	size_t room;
};

static bool
say_list(struct role_ctx *c, struct stmt *st, const struct summary_list *l, struct err *e)
{
	struct occupation_names n = {.b = BUF_INIT, .room = l->room};
	const char *who = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (l->wanted >= 0 && stmt_int(st, l->wanted) == 0)
			continue;
		who = occupation_who(c, stmt_str(st, l->who), l->part);
		occupation_name(&n, stmt_str(st, l->name));
	}
	if (ok && n.named > 0) {
		occupation_names_end(&n);
		role_value(c, l->label, false, n.b.data);
		page_joinf(c->p, role_column(c), STYLE_NOTE, " (%s)", who);
		page_anchor(c->p, ANCHOR_SECTION, "Skills");
		page_anchor(c->p, ANCHOR_TERM, l->term);
	}
	buf_free(&n.b);
	return ok;
}

static bool
ratings(struct role_ctx *c, const char *kind, const struct summary_list *l, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_ratings", c->occ.onet, e);

	if (st != NULL)
		stmt_bind_text(st, 2, kind);
	return say_list(c, st, l, e);
}

static bool
takes(struct role_ctx *c, struct err *e)
{
	static const struct summary_list skills = {"Skills", "importance", "Skills", 1, -1, 7,
					     SKILLS},
					 knowledge = {"Knowledge", "importance", "Knowledge", 1, -1,
					     7, SKILLS},
					 wanted = {"In demand", "in-demand", NULL, 3, 5, 6,
					     TECHNOLOGIES},
					 essential = {"Essential", "essential-skill", NULL, 2, 5, 6,
					     ESSENTIAL};
	struct stmt *st;

	if (!ratings(c, "skill", &skills, e) || !ratings(c, "knowledge", &knowledge, e))
		return false;
	st = occupation_query(c, "occupation_technologies", c->occ.onet, e);
	if (!say_list(c, st, &wanted, e))
		return false;
	st = occupation_query(c, "occupation_esco_skills", c->occ.esco_row, e);
	return say_list(c, st, &essential, e);
}

bool
occupation_summary(struct role_ctx *c, struct err *e)
{
	bool projected = false;

	if (!projection(c, &projected, e) || (!projected && !employees(c, e)))
		return false;
	if (c->occ.whole_slug != NULL)
		part_of(c);
	return zone(c, e) && takes(c, e) && interests(c, e);
}

/* --- other names ------------------------------------------------------------------------------ */

/* The chosen names, folded. */
struct seen {
	const char **fold;
	size_t n, cap;
};

/* What is said of the names that are being added. */
struct titles {
	struct seen seen;
	struct occupation_names names;
	bool chosen; /* few, and worth to be looked for among what comes behind */
};

static void
add_title(struct role_ctx *c, struct titles *t, const char *name)
{
	struct buf fold = BUF_INIT;
	struct seen *s = &t->seen;
	const char *behind = t->chosen ? NULL : strstr(name, " (");
	bool known = false;

	/* "Coronary Care Unit Nurse (CCU Nurse)" is the one in front of the bracket again. */
	text_fold(&fold, name, behind != NULL ? (size_t)(behind - name) : strlen(name));
	for (size_t i = 0; i < s->n && !known; i++)
		known = strcmp(s->fold[i], fold.data) == 0;
	if (!known && t->chosen) {
		s->fold = mem_reserve(s->fold, &s->cap, s->n + 1, sizeof *s->fold);
		s->fold[s->n++] = arena_dup(c->a, fold.data);
	}
	if (!known)
		occupation_name(&t->names, name);
	buf_free(&fold);
}

/* Of a query whose first column is a name. */
static bool
add_titles(struct role_ctx *c, struct stmt *st, struct titles *t, struct err *e)
{
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		add_title(c, t, stmt_str(st, 0));
	return ok;
}

/* The names of the JSON list that is a column of the query's only row. */
static bool
add_list(struct role_ctx *c, struct stmt *st, int col, struct titles *t, struct err *e)
{
	const char *json = NULL;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		json = arena_dup(c->a, stmt_text(st, col));
	return ok
	    && (json == NULL
		|| add_titles(c, occupation_query(c, "occupation_list", json, e), t, e));
}

/* What is chosen with care comes first: packs, ESCO, the projections; then all that O*NET has collected. */
static bool
all_titles(struct role_ctx *c, struct titles *t, struct err *e)
{
	if (!add_titles(c, role_query(c, "role_aliases", false, e), t, e)
	    || !add_list(c, occupation_query(c, "occupation_esco", c->occ.esco, e), 2, t, e)
	    || !add_list(c, occupation_query(c, "occupation_projection", c->occ.soc, e), 11, t, e))
		return false;
	t->chosen = false;
	return add_titles(c, occupation_query(c, "occupation_titles", c->occ.onet, e), t, e);
}

bool
occupation_aliases(struct role_ctx *c, struct err *e)
{
	struct titles t = {.names = {.b = BUF_INIT, .room = 0}, .chosen = true};
	struct buf *b = &t.names.b;
	bool ok;

	add_title(c, &t, c->title);
	t.names.more = 0;
	t.names.room = c->p->opts.details ? TITLES_DETAILED : TITLES;
	ok = all_titles(c, &t, e);
	if (ok && t.names.named > 0) {
		occupation_names_end(&t.names);
		page_pair(c->p, "Also called", role_column(c), STYLE_TEXT, b->data);
		if (c->occ.onet != NULL)
			page_anchor(c->p, ANCHOR_FACT,
			    occupation_fact(c, "onet_titles", c->occ.onet, NULL));
		page_anchor(c->p, ANCHOR_TERM, "alias");
	}
	buf_free(b);
	free(t.seen.fold);
	return ok;
}
