/*
 * compare_skill.c - the skills of roles as a matrix: skill by role by tier.
 *
 * A skill stands in the matrix when a source names it for one of the roles itself. What is said only
 * of the field that serves a role shows with '~'; '!' where sources disagree on the tier.
 */
#include "compare_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Tiers in the order of compare_skills; unranked last. */
enum { MUST, IMPORTANT, NICE, SKIP, NAMED, TIERS };

static const char letters[TIERS] = {'M', 'I', 'N', 'S', '+'};

/* What is said of a skill for one role. */
struct said {
	unsigned own,
	    field;    /* bits 1 << tier, by the role itself and by the field that serves it */
	int64_t fact; /* the first of the best */
};

struct skill {
	int64_t id;
	const char *name;
	struct said role[COMPARE_ROLES_MAX];
};

struct skills {
	struct skill *s;
	size_t n, cap;
};

static struct skill *
skill_of(struct making *m, struct skills *all, struct stmt *st)
{
	int64_t id = stmt_int(st, 1);
	struct skill *s;

	for (size_t i = 0; i < all->n; i++)
		if (all->s[i].id == id)
			return &all->s[i];
	all->s = mem_reserve(all->s, &all->cap, all->n + 1, sizeof *all->s);
	s = &all->s[all->n++];
	memset(s, 0, sizeof *s);
	s->id = id;
	s->name = arena_dup(&m->c->arena, stmt_str(st, 2));
	return s;
}

static bool
load(struct making *m, size_t col, struct skills *all, struct err *e)
{
	struct stmt *st = role_query(&m->role[col].ctx, "compare_skills", false, e);
	int64_t last = 0;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		struct said *w = &skill_of(m, all, st)->role[col];
		unsigned tier = 1u << stmt_int(st, 5);

		if (w->fact == 0)
			w->fact = stmt_int(st, 0);
		if (stmt_int(st, 4) != 0)
			w->field |= tier;
		else
			w->own |= tier;
		m->role[col].skills += stmt_int(st, 1) != last;
		last = stmt_int(st, 1);
	}
	return ok;
}

/* What the publishers' sets list for an occupation counts as well: it has no tiers. */
static bool
count_sets(struct making *m, size_t col, struct err *e)
{
	struct stmt *st = role_query(&m->role[col].ctx, "compare_set_skills", false, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		m->role[col].skills += (size_t)stmt_int(st, 0);
	return ok;
}

static int
best_tier(unsigned bits)
{
	int t = 0;

	while (t < TIERS && (bits & 1u << t) == 0)
		t++;
	return t;
}

/* As on the role's page: a skip beside a wish, or must beside nice. */
static bool
is_disputed(unsigned bits)
{
	unsigned wish = bits & (1u << MUST | 1u << IMPORTANT | 1u << NICE);

	return ((bits & 1u << SKIP) != 0 && wish != 0)
	    || ((bits & 1u << MUST) != 0 && (bits & 1u << NICE) != 0);
}

static bool
is_named(const struct skill *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s->role[i].own != 0)
			return true;
	return false;
}

/* --- order ----------------------------------------------------------------------------------- */

/* Best tier of all roles first, then what more of them want, then by name. */
static int
skill_compare(const void *a, const void *b)
{
	const struct skill *x = a, *y = b;
	int tx = TIERS, ty = TIERS, nx = 0, ny = 0;

	for (size_t i = 0; i < COMPARE_ROLES_MAX; i++) {
		int t = best_tier(x->role[i].own), u = best_tier(y->role[i].own);

		tx = t < tx ? t : tx;
		ty = u < ty ? u : ty;
		nx += t < TIERS;
		ny += u < TIERS;
	}
	if (tx != ty)
		return tx - ty;
	return nx != ny ? ny - nx : strcmp(x->name, y->name);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
matrix_row(struct making *m, const struct skill *s)
{
	struct compare_row *row = compare_row(m, BLOCK_SKILLS, s->name);

	row->look = COMPARE_TIER;
	row->term = "tier";
	row->note =
	    "M must  I important  N nice  S skip  + named  . not named  ! disputed  ~ of the field";
	for (size_t i = 0; i < m->c->n; i++) {
		const struct said *w = &s->role[i];
		struct compare_cell *cell = &row->cell[i];
		char text[4] = ".";
		size_t len = 0;

		if ((w->own | w->field) != 0) {
			cell->warn = is_disputed(w->own | w->field);
			if (cell->warn)
				text[len++] = '!';
			if (w->own == 0)
				text[len++] = '~';
			text[len++] = letters[best_tier(w->own ? w->own : w->field)];
			text[len] = '\0';
			compare_fact_anchor(m, cell, "role_skill", w->fact);
		}
		compare_says(m, cell, text);
	}
}

static size_t
count_musts(const struct skills *all, size_t col, bool *ranked)
{
	size_t n = 0;

	*ranked = false;
	for (size_t i = 0; i < all->n; i++) {
		unsigned own = all->s[i].role[col].own;

		n += (own & 1u << MUST) != 0;
		*ranked = *ranked || (own & ~(1u << NAMED)) != 0;
	}
	return n;
}

static void
count_rows(struct making *m, const struct skills *all)
{
	struct compare_row *row = compare_row(m, BLOCK_SKILLS, "listed");

	row->term = "too-little-known";
	for (size_t i = 0; i < m->c->n; i++) {
		size_t n = m->role[i].skills;

		row->cell[i].text =
		    arena_printf(&m->c->arena, "%s%zu%s", n < COMPARE_FEW_SKILLS ? "! " : "", n,
			n < COMPARE_FEW_SKILLS ? ": too little known to judge" : "");
		row->cell[i].warn = n < COMPARE_FEW_SKILLS;
	}
	row = compare_row(m, BLOCK_SKILLS, "must, for the role itself");
	row->term = "must";
	for (size_t i = 0; i < m->c->n; i++) {
		bool ranked;
		size_t n = count_musts(all, i, &ranked);

		compare_says(m, &row->cell[i], "not ranked");
		if (ranked)
			row->cell[i].text = arena_printf(&m->c->arena, "%zu", n);
	}
}

bool
compare_skills(struct making *m, struct err *e)
{
	struct skills all = {0};
	bool ok = true;

	for (size_t i = 0; i < m->c->n && ok; i++)
		ok = load(m, i, &all, e) && count_sets(m, i, e);
	if (ok)
		count_rows(m, &all);
	if (all.n > 1)
		qsort(all.s, all.n, sizeof *all.s, skill_compare);
	for (size_t i = 0; i < all.n && ok; i++)
		if (is_named(&all.s[i], m->c->n))
			matrix_row(m, &all.s[i]);
	free(all.s);
	return ok;
}
