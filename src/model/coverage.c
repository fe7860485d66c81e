/* coverage.c - which sources state what about which role: read once, counted for those that are on. */
#include "career/model/coverage.h"

#include <stdlib.h>
#include <string.h>

/* In the order of the columns. What a catalog has beside these comes behind, under its own name. */
static const struct coverage_measure known[] = {
    {"pay entry", "pay, first job", {"Pay", "first"}, "entry", 0},
    {"pay mid", "pay, mid level", {"Pay", "mid"}, "mid", 0},
    {"pay senior", "pay, senior", {"Pay", "senior"}, "senior", 0},
    {"pay staff", "pay, staff", {"Pay", "staff"}, "staff", 0},
    {"pay lead", "pay, lead", {"Pay", "lead"}, "lead", 0},
    {"pay executive", "pay, executive", {"Pay", "exec"}, "executive", 0},
    {"pay any", "pay, all levels or level not said", {"Pay", "any"}, "level", 0},
    {"growth", "growth", {"Growth", ""}, "growth", 0},
    {"demand", "demand in words", {"Demand", ""}, "demand", 0},
    {"employment", "how many work in it", {"Jobs", ""}, NULL, 0},
    {"openings", "openings a year", {"Open-", "ings"}, "openings", 0},
    {"degree", "which degree", {"Degree", ""}, "requirement", 0},
    {"skills", "skills", {"Skills", ""}, "tier", 0},
    {"day", "a day or week of work", {"Day", ""}, NULL, 0},
    {"ladder", "the career ladder", {"Ladder", ""}, "ladder", 0},
    {"steps", "steps to other roles", {"Steps", ""}, NULL, 0},
    {"alternatives", "alternatives", {"Alter-", "native"}, NULL, 0},
    {"requirements", "what is asked for beside a degree", {"Other", "needs"}, "requirement", 0},
    {"industries", "industries", {"Indus-", "tries"}, NULL, 0},
    {"programs", "programs", {"Pro-", "grams"}, "relevant", 0},
    {"predictions", "predictions", {"Pre-", "dicted"}, "prediction", 0},
    {"stances", "stances", {"Stan-", "ces"}, "stance", 0},
    {"factors", "factors of pay", {"Fac-", "tors"}, NULL, 0},
    {"guide", "advice to read", {"Guide", ""}, NULL, 0},
    {"cards", "headline cards", {"Cards", ""}, NULL, 0},
    {"contrasts", "what it is not", {"Con-", "trasts"}, NULL, 0},
    {"nearest", "official occupations near it", {"Near-", "est"}, "nearest-occupation", 0},
    {"named", "that it is named", {"Named", ""}, NULL, 0},
};
enum { KNOWN = sizeof known / sizeof *known };

/* --- reading ---------------------------------------------------------------------------------- */

struct statement {
	uint32_t role, source;
	size_t measure; /* in order of first appearance */
};

struct reading {
	struct coverage *c;
	const struct sources *src;
	struct statement *s;
	size_t n, cap;
	size_t roles_cap, measures_cap, last; /* `last`: the measure of the statement before */
};

static bool
read_roles(struct reading *r, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "coverage_roles", e);
	struct coverage *c = r->c;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		c->role = mem_reserve(c->role, &r->roles_cap, c->nroles + 1, sizeof *c->role);
		c->role[c->nroles++] = (struct coverage_role){
		    .id = stmt_int(st, 0),
		    .slug = arena_dup(&c->arena, stmt_str(st, 1)),
		    .title = arena_dup(&c->arena, stmt_str(st, 2)),
		    .kind = arena_dup(&c->arena, stmt_str(st, 3)),
		    .family = arena_dup(&c->arena, stmt_str(st, 4)),
		};
	}
	return got == 0;
}

static size_t
role_of(const struct coverage *c, int64_t id)
{
	size_t lo = 0, hi = c->nroles;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->role[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < c->nroles && c->role[lo].id == id ? lo : SIZE_MAX;
}

/* Statements of one kind come behind one another. */
static size_t
measure_of(struct reading *r, const char *key)
{
	struct coverage *c = r->c;
	size_t i = 0;

	if (r->last < c->nmeasures && strcmp(c->measure[r->last].key, key) == 0)
		return r->last;
	while (i < c->nmeasures && strcmp(c->measure[i].key, key) != 0)
		i++;
	if (i == c->nmeasures) {
		c->measure = mem_reserve(c->measure, &r->measures_cap, i + 1, sizeof *c->measure);
		c->measure[c->nmeasures++] =
		    (struct coverage_measure){.key = arena_dup(&c->arena, key)};
	}
	return r->last = i;
}

static bool
read_statements(struct reading *r, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "coverage_rows", e);
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(r->src, stmt_int(st, 2));
		size_t role = role_of(r->c, stmt_int(st, 0));

		if (s == NULL || role == SIZE_MAX)
			continue;
		r->s = mem_reserve(r->s, &r->cap, r->n + 1, sizeof *r->s);
		r->s[r->n++] = (struct statement){
		    (uint32_t)role, (uint32_t)(s - r->src->s), measure_of(r, stmt_str(st, 1))};
	}
	return got == 0;
}

/* --- measures in the order of the columns ------------------------------------------------------- */

static size_t
rank_of(const char *key)
{
	size_t i = 0;

	while (i < KNOWN && strcmp(known[i].key, key) != 0)
		i++;
	return i;
}

static void
name_measure(struct coverage *c, struct coverage_measure *m)
{
	size_t rank = rank_of(m->key);
	char *says;

	if (rank < KNOWN) {
		*m = known[rank];
		return;
	}
	says = arena_dup(&c->arena, m->key);
	for (char *p = says; *p != '\0'; p++)
		*p = *p == '-' ? ' ' : *p;
	m->says = m->head[0] = says;
	m->head[1] = "";
}

static int
by_rank(const void *a, const void *b)
{
	const struct coverage_measure *x = a, *y = b;
	size_t i = rank_of(x->key), k = rank_of(y->key);

	return i != k ? (i > k) - (i < k) : strcmp(x->key, y->key);
}

/* Sorts the measures; the statements take the new numbers. */
static void
sort_measures(struct reading *r)
{
	struct coverage *c = r->c;
	const char **old = mem_zero(c->nmeasures + 1, sizeof *old);
	size_t *number = mem_zero(c->nmeasures + 1, sizeof *number);

	for (size_t i = 0; i < c->nmeasures; i++)
		old[i] = c->measure[i].key;
	if (c->nmeasures > 0)
		qsort(c->measure, c->nmeasures, sizeof *c->measure, by_rank);
	for (size_t i = 0; i < c->nmeasures; i++)
		number[i] = coverage_measure_find(c, old[i]);
	for (size_t i = 0; i < r->n; i++)
		r->s[i].measure = number[r->s[i].measure];
	for (size_t i = 0; i < c->nmeasures; i++)
		name_measure(c, &c->measure[i]);
	free(old);
	free(number);
}

/* --- cells ------------------------------------------------------------------------------------ */

/* One count for each source of a cell: those of the cell's statements, which lie behind one another. */
static size_t
merge(struct coverage_count *count, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < kept && count[k].source != count[i].source)
			k++;
		if (k < kept)
			count[k].n += count[i].n;
		else
			count[kept++] = count[i];
	}
	return kept;
}

/* Statements by cell (a counting sort), then each source once. */
static void
make_cells(struct reading *r)
{
	struct coverage *c = r->c;
	size_t ncells = c->nroles * c->nmeasures, kept = 0;
	uint32_t *at = mem_zero(ncells + 1, sizeof *at);

	c->start = mem_zero(ncells + 1, sizeof *c->start);
	c->count = mem_zero(r->n + 1, sizeof *c->count);
	for (size_t i = 0; i < r->n; i++)
		at[coverage_cell(c, r->s[i].role, r->s[i].measure) + 1]++;
	for (size_t i = 0; i < ncells; i++)
		at[i + 1] += at[i];
	memcpy(c->start, at, (ncells + 1) * sizeof *at);
	for (size_t i = 0; i < r->n; i++)
		c->count[at[coverage_cell(c, r->s[i].role, r->s[i].measure)]++] =
		    (struct coverage_count){r->s[i].source, 1};
	for (size_t i = 0; i < ncells; i++) {
		uint32_t from = c->start[i], to = c->start[i + 1];
		size_t n = merge(c->count + from, to - from);

		memmove(c->count + kept, c->count + from, n * sizeof *c->count);
		c->start[i] = (uint32_t)kept;
		kept += n;
	}
	c->start[ncells] = (uint32_t)kept;
	free(at);
}

static bool
read_served(struct coverage *c, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "coverage_served", e);
	size_t n = 0, cap = 0, filled = 0;
	int got = -1;

	c->served_start = mem_zero(c->nroles + 1, sizeof *c->served_start);
	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		size_t role = role_of(c, stmt_int(st, 0)), by = role_of(c, stmt_int(st, 1));

		if (role == SIZE_MAX || by == SIZE_MAX)
			continue;
		while (filled <= role)
			c->served_start[filled++] = (uint32_t)n;
		c->served = mem_reserve(c->served, &cap, n + 1, sizeof *c->served);
		c->served[n++] = (uint32_t)by;
	}
	while (filled <= c->nroles)
		c->served_start[filled++] = (uint32_t)n;
	return got == 0;
}

bool
coverage_load(struct coverage *c, struct db *db, const struct sources *src, struct err *e)
{
	struct reading r = {.c = c, .src = src};
	bool ok;

	memset(c, 0, sizeof *c);
	arena_init(&c->arena);
	c->nsources = src->n;
	ok = read_roles(&r, db, e) && read_statements(&r, db, e) && read_served(c, db, e);
	if (ok) {
		sort_measures(&r);
		make_cells(&r);
		c->sources = mem_zero(c->nroles * c->nmeasures + 1, sizeof *c->sources);
		c->own = mem_zero(c->nroles * c->nmeasures + 1, sizeof *c->own);
		c->order = mem_zero(c->nroles + 1, sizeof *c->order);
		c->on = mem_zero(c->nsources + 1, sizeof *c->on);
		coverage_follow(c, src);
	}
	free(r.s);
	if (!ok)
		coverage_free(c);
	return ok;
}

void
coverage_free(struct coverage *c)
{
	free(c->role);
	free(c->measure);
	free(c->start);
	free(c->count);
	free(c->served_start);
	free(c->served);
	free(c->sources);
	free(c->own);
	free(c->order);
	free(c->on);
	arena_free(&c->arena);
	memset(c, 0, sizeof *c);
}

size_t
coverage_role_find(const struct coverage *c, const char *slug)
{
	for (size_t i = 0; i < c->nroles; i++)
		if (strcmp(c->role[i].slug, slug) == 0)
			return i;
	return SIZE_MAX;
}

size_t
coverage_measure_find(const struct coverage *c, const char *key)
{
	for (size_t i = 0; i < c->nmeasures; i++)
		if (strcmp(c->measure[i].key, key) == 0)
			return i;
	return SIZE_MAX;
}
