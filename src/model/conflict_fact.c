/* conflict_fact.c - tiers of a skill, what is asked for, and what levels mean. */
#include "conflict_parts.h"
#include "career/model/agree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A row of a query, kept until its group is whole. */
struct row {
	int64_t role, group, id;
	const struct source *source;
	const char *name, *word,
	    *text; /* what the group is of; the word it is ranked by; what it says */
	int rank;
	bool borrowed;
};

struct rows {
	struct row *r;
	size_t n, cap;
};

static struct row *
rows_add(struct rows *rows)
{
	rows->r = mem_reserve(rows->r, &rows->cap, rows->n + 1, sizeof *rows->r);
	memset(&rows->r[rows->n], 0, sizeof *rows->r);
	return &rows->r[rows->n++];
}

static bool
same_group(const struct row *a, const struct row *b)
{
	return a->role == b->role && a->group == b->group && strcmp(a->name, b->name) == 0;
}

/* Calls `each` for every run of rows of one role and group. */
static void
each_group(struct conflict_job *j, const struct rows *rows,
    void (*each)(struct conflict_job *j, const struct row *r, size_t n))
{
	for (size_t from = 0, to; from < rows->n; from = to) {
		for (to = from + 1; to < rows->n && same_group(&rows->r[from], &rows->r[to]); to++)
			;
		each(j, &rows->r[from], to - from);
	}
}

static int
rank_of(const char *word, const char *const *words)
{
	int i = 0;

	while (words[i] != NULL && strcmp(words[i], word) != 0)
		i++;
	return i;
}

static void
add_row(struct conflict_job *j, struct conflict *c, const char *table, const struct row *r,
    unsigned side)
{
	conflict_add(j, c,
	    &(struct conflict_side){
		.source = r->source, .table = table, .id = r->id, .side = side, .text = r->text});
	c->borrowed += r->borrowed;
}

/* "python: must (a) against nice (b)"; groups of sides in their order. */
static void
say_sides(struct conflict_job *j, struct conflict *c, const char *about)
{
	struct buf b = BUF_INIT;

	c->topic = about;
	buf_adds(&b, about);
	for (size_t i = 0; i < c->nsides; i++) {
		if (i > 0 && c->side[i].side == c->side[i - 1].side)
			continue;
		buf_adds(&b, i == 0 ? ": " : " against ");
		conflict_list(&b, c, c->side[i].side);
	}
	c->what = conflict_keep(j, &b);
}

/* Who speaks of the whole field, when others do not. */
static void
say_field(struct conflict_job *j, struct conflict *c, const struct row *r, size_t n)
{
	struct buf b = BUF_INIT;
	struct conflict field = {.about = ""};

	if (c->borrowed > 0 && c->borrowed < c->nsides) {
		c->loosely |= LOOSE_BORROWED;
		for (size_t i = 0; i < n; i++)
			if (r[i].borrowed)
				conflict_add(j, &field,
				    &(struct conflict_side){.source = r[i].source,
					.table = "",
					.id = r[i].id,
					.text = r[i].text});
		buf_adds(&b, conflict_names(&b, &field, 0) == 1 ? " speaks" : " speak");
		buf_adds(&b, " of the whole field");
	}
	c->why = conflict_keep(j, &b);
}

/* --- tiers ------------------------------------------------------------------------------------ */

enum { TIER_MUST, TIER_IMPORTANT, TIER_FAMILIAR, TIER_NICE, TIER_SKIP, TIERS };
static const char *const tiers[] = {"must", "important", "familiarity", "nice", "skip", NULL};

/* How far the firmest and the least firm are from each other: from must to skip is the whole way. */
static double
tier_strength(const struct row *r, size_t n)
{
	static const double at[TIERS] = {
	    [TIER_IMPORTANT] = 0.25, [TIER_FAMILIAR] = 0.5, [TIER_NICE] = 0.5, [TIER_SKIP] = 1};
	double lo = 1, hi = 0;

	for (size_t i = 0; i < n; i++) {
		if (r[i].rank >= TIERS)
			continue;
		lo = fmin(lo, at[r[i].rank]);
		hi = fmax(hi, at[r[i].rank]);
	}
	return 0.9 * (hi - lo);
}

static void
add_tier(struct conflict_job *j, const struct row *r, size_t n)
{
	struct conflict *c = conflict_new(j, CONFLICT_TIER, r->role);

	for (size_t i = 0; i < n; i++)
		if (r[i].rank < TIERS)
			add_row(j, c, "role_skill", &r[i], (unsigned)r[i].rank);
	c->strength = tier_strength(r, n);
	say_sides(j, c, r->name);
	say_field(j, c, r, n);
}

/* A wording without a tier that is none of the words ranked says nothing here. */
bool
conflict_rule_tier(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_tiers", e);
	struct rows rows = {NULL, 0, 0};
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		struct row *r = rows_add(&rows);

		r->role = stmt_int(st, 0);
		r->group = stmt_int(st, 1);
		r->name = arena_dup(j->a, stmt_str(st, 2));
		r->id = stmt_int(st, 3);
		r->source = sources_by_id(j->src, stmt_int(st, 4));
		r->text = arena_dup(j->a, stmt_str(st, stmt_null(st, 5) ? 6 : 5));
		r->rank = rank_of(r->text, tiers);
		r->borrowed = stmt_int(st, 7) != 0;
	}
	if (got == 0)
		each_group(j, &rows, add_tier);
	free(rows.r);
	return got == 0;
}

/* --- what is asked for ------------------------------------------------------------------------ */

enum {
	REQUIRED,
	TYPICAL,
	OPTIONAL,
	NOT_NEEDED,
	STRENGTHS
}; /* from OPTIONAL on it is not asked for */
static const char *const strengths[] = {"required", "typical", "optional", "not-needed", NULL};
static const char *const strengths_say[] = {"required", "typical", "optional", "not needed", ""};

static const struct {
	const char *code, *says;
} credentials[] = {
    {"doctorate", "a doctorate"},
    {"master", "a master's degree"},
    {"bachelor", "a bachelor's degree"},
    {"associate", "an associate degree"},
    {"high-school", "high school"},
    {"none", "no credential"},
    {"certification", "a certification"},
    {"portfolio", "a portfolio"},
    {"internship", "an internship"},
    {"bootcamp", "a bootcamp"},
    {"self-taught", "teaching yourself"},
};

static const char *
credential_says(const char *code)
{
	for (size_t i = 0; i < sizeof credentials / sizeof *credentials; i++)
		if (strcmp(credentials[i].code, code) == 0)
			return credentials[i].says;
	return code;
}

/* Steps to the statement that is farthest off. */
static int
steps_of(const struct row *r, size_t n, size_t at)
{
	int most = 0;

	for (size_t i = 0; i < n; i++)
		most = abs(r[i].rank - r[at].rank) > most ? abs(r[i].rank - r[at].rank) : most;
	return most;
}

/* Where one source says both, the headings of the two. */
static void
say_headings(struct buf *b, const struct row *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			if (r[i].source != r[k].source || r[k].rank - r[i].rank < 2)
				continue;
			buf_addf(b, "%s%s says both, under \"%s\" and \"%s\"",
			    b->len > 0 ? "; " : "", r[i].source->short_name, r[i].word, r[k].word);
			return;
		}
}

static void
add_requirement(struct conflict_job *j, const struct row *r, size_t n)
{
	struct buf b = BUF_INIT;
	struct conflict *c;
	int most = 0;

	for (size_t i = 0; i < n; i++)
		most = steps_of(r, n, i) > most ? steps_of(r, n, i) : most;
	if (most < 2)
		return;
	c = conflict_new(j, CONFLICT_REQUIREMENT, r->role);
	for (int rank = 0; rank < STRENGTHS; rank++)
		for (size_t i = 0; i < n; i++)
			if (r[i].rank == rank && steps_of(r, n, i) >= 2)
				add_row(j, c, "requirement", &r[i], rank >= OPTIONAL);
	c->strength = 0.3 * most;
	say_sides(j, c, r->name);
	say_field(j, c, r, n);
	buf_adds(&b, c->why);
	say_headings(&b, r, n);
	c->why = conflict_keep(j, &b);
}

bool
conflict_rule_requirement(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_requirements", e);
	struct rows rows = {NULL, 0, 0};
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		int rank = rank_of(stmt_str(st, 4), strengths);
		struct row *r;

		if (rank == STRENGTHS)
			continue;
		r = rows_add(&rows);
		r->role = stmt_int(st, 0);
		r->name = credential_says(arena_dup(j->a, stmt_str(st, 1)));
		r->id = stmt_int(st, 2);
		r->source = sources_by_id(j->src, stmt_int(st, 3));
		r->rank = rank;
		r->text = strengths_say[rank];
		r->word = arena_dup(j->a, stmt_str(st, 5));
		r->borrowed = stmt_int(st, 6) != 0;
	}
	if (got == 0)
		each_group(j, &rows, add_requirement);
	free(rows.r);
	return got == 0;
}

/* --- levels ------------------------------------------------------------------------------------ */

/* What one source means by a level. */
struct meaning {
	const char *level;
	int64_t id;
	const struct source *source;
	double lo, hi; /* an absent end is infinite */
	const char *text;
};

/* Share of all the years that all have in common, 0 without any. An open end counts as twice the last year that
 * anybody names. */
static double
shared_of(const struct meaning *m, size_t n, double *lo, double *hi)
{
	double least = INFINITY, most = 0, last = 0;

	*lo = 0;
	*hi = INFINITY;
	for (size_t i = 0; i < n; i++) {
		*lo = fmax(*lo, m[i].lo);
		*hi = fmin(*hi, m[i].hi);
		least = fmin(least, m[i].lo);
		last = fmax(last, isfinite(m[i].hi) ? m[i].hi : m[i].lo);
		most = fmax(most, m[i].hi);
	}
	if (!isfinite(most))
		most = 2 * last;
	return most > least ? fmax(0, fmin(*hi, most) - *lo) / (most - least) : 1;
}

static bool
all_same(const struct meaning *m, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (m[i].lo < m[0].lo || m[i].lo > m[0].lo || m[i].hi < m[0].hi
		    || m[i].hi > m[0].hi)
			return false;
	return true;
}

static void
add_meaning(struct conflict_job *j, struct conflict *c, const struct meaning *m, unsigned side)
{
	conflict_add(j, c,
	    &(struct conflict_side){.source = m->source,
		.table = "source_level",
		.id = m->id,
		.side = side,
		.text = m->text,
		.measured = true,
		.lo = m->lo,
		.hi = isfinite(m->hi) ? m->hi : m->lo,
		.open_hi = !isfinite(m->hi)});
}

static void
add_level(struct conflict_job *j, const struct meaning *m, size_t n)
{
	struct buf b = BUF_INIT;
	struct conflict *c;
	double lo, hi, share = shared_of(m, n, &lo, &hi);

	if (n < 2 || all_same(m, n))
		return;
	c = conflict_new(j, CONFLICT_LEVEL, 0);
	c->about = m[0].level;
	buf_addf(&b, "%s level", m[0].level);
	c->title = conflict_keep(j, &b);
	c->apart = lo > hi && n == 2;
	c->strength = 0.7 * (1 - share);
	buf_addf(&b, "%s is ", c->title);
	for (size_t i = 0; i < n; i++) {
		add_meaning(j, c, &m[i], (unsigned)i);
		buf_addf(&b, "%s%s (%s)",
		    i == 0           ? ""
			: i + 1 == n ? " or "
				     : ", ",
		    m[i].text, m[i].source->short_name);
	}
	c->what = conflict_keep(j, &b);
	buf_adds(&b, lo > hi ? "no year in common" : "in common only ");
	if (lo <= hi)
		conflict_years(&b, lo, isfinite(hi) ? hi : NAN);
	c->differs = conflict_keep(j, &b);
	buf_addf(&b, "%s: %s", c->what, c->differs);
	c->what = conflict_keep(j, &b);
	c->topic = c->title;
	buf_adds(&b, "each source draws its own line");
	c->why = conflict_keep(j, &b);
}

bool
conflict_rule_level(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_levels", e);
	struct meaning *m = NULL;
	size_t n = 0, cap = 0;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		double lo = stmt_null(st, 3) ? NAN : stmt_num(st, 3);
		double hi = stmt_null(st, 4) ? NAN : stmt_num(st, 4);
		struct buf b = BUF_INIT;

		m = mem_reserve(m, &cap, n + 1, sizeof *m);
		conflict_years(&b, lo, hi);
		m[n++] = (struct meaning){
		    .level = arena_dup(j->a, stmt_str(st, 0)),
		    .id = stmt_int(st, 1),
		    .source = sources_by_id(j->src, stmt_int(st, 2)),
		    .lo = isnan(lo) ? 0 : lo,
		    .hi = isnan(hi) ? INFINITY : hi,
		    .text = conflict_keep(j, &b),
		};
	}
	for (size_t from = 0, to; got == 0 && from < n; from = to) {
		for (to = from + 1; to < n && strcmp(m[from].level, m[to].level) == 0; to++)
			;
		add_level(j, m + from, to - from);
	}
	free(m);
	return got == 0;
}
