/*
 * compare_plan.c - plans side by side: a program for a role each. Their names, their parts, what is said first.
 */
#include "compare_parts.h"

#include <string.h>

/* --- what is loaded -------------------------------------------------------------------------- */

/* Columns of one role read it once. */
static bool
load_roles(struct making *m, struct err *e)
{
	struct compare *c = m->c;

	for (size_t i = 0; i < c->n; i++) {
		size_t k = 0;

		while (c->aim[k].role != c->aim[i].role)
			k++;
		if (k < i)
			m->role[i] = m->role[k];
		else if (!compare_role_load(m, i, c->aim[i].role, e))
			return false;
		c->aim[i].slug = m->role[i].ctx.slug;
		c->aim[i].title = m->role[i].ctx.title;
	}
	return true;
}

/* --- names ----------------------------------------------------------------------------------- */

/* The programs' names become the plans'. */
static void
name_plans(struct making *m)
{
	struct compare *c = m->c;
	struct arena *a = &c->arena;
	bool role = compare_one_role(c), alone = compare_one_program(c);

	for (size_t i = 0; i < c->n; i++) {
		const char *title = c->aim[i].title, *head = c->head[i], *brief = c->brief[i];

		c->key[i] = arena_printf(a, "%s%c%s", c->program[i], COMPARE_PLUS, c->aim[i].slug);
		if (alone)
			c->head[i] = c->brief[i] = title;
		else if (!role) {
			c->head[i] = arena_printf(a, "%s: %s", title, head);
			c->brief[i] = arena_printf(a, "%s for %s", brief, title);
		}
	}
	if (alone)
		c->shared = c->name[0];
	else if (role)
		c->shared = arena_printf(
		    a, "%s%sfor %s", c->shared, c->shared[0] ? ", " : "", c->aim[0].title);
	for (size_t i = 0; i < c->n; i++)
		c->name[i] = arena_printf(a, "%s, for %s", c->name[i], c->aim[i].title);
}

/* --- all ------------------------------------------------------------------------------------- */

static void
say_withdrawn(const struct making *m, struct buf *b)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (strcmp(m->program[i].status, "open") != 0)
			buf_addf(b, "%s is %s. ", m->c->brief[i], m->program[i].status);
}

static void
answer(struct making *m)
{
	struct buf b = BUF_INIT;

	say_withdrawn(m, &b);
	compare_worth_says(m, &b);
	compare_missing_says(m, &b);
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		buf_remove(&b, b.len - 1, 1);
	m->c->answer = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
}

/* What is said of the program alone stands in one block. */
static void
join_blocks(struct making *m)
{
	static const char *const joined[] = {BLOCK_TIME, BLOCK_AFTER, BLOCK_SOURCES};

	for (size_t i = 0; i < m->c->nrows; i++)
		for (size_t k = 0; k < sizeof joined / sizeof *joined; k++)
			if (strcmp(m->c->row[i].block, joined[k]) == 0)
				m->c->row[i].block = BLOCK_STUDY;
}

bool
compare_plans(struct making *m, struct err *e)
{
	if (!compare_load_programs(m, e) || !load_roles(m, e))
		return false;
	name_plans(m);
	if (!compare_worth_make(m, e) || !compare_worth_rows(m, e) || !compare_missing(m, e))
		return false;
	if (!compare_one_role(m->c) && !compare_growth(m, e))
		return false;
	compare_time(m);
	compare_study(m);
	if (!compare_outcomes(m, e))
		return false;
	compare_said_by(m);
	join_blocks(m);
	answer(m);
	return true;
}
