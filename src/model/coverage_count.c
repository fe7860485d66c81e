/* coverage_count.c - how many of the sources that are on state what, and which role is best documented. */
#include "career/model/coverage.h"

#include <stdlib.h>
#include <strings.h>
#include <string.h>

/* What says no more of a role than that there is one. */
static bool
is_thin(const char *key)
{
	return strcmp(key, "named") == 0 || strcmp(key, "nearest") == 0;
}

/* --- counting --------------------------------------------------------------------------------- */

/* Which sources were met: each has the number of the last set that it was met in. */
struct met {
	uint32_t *in, set;
};

static size_t
meet(struct met *m, const struct coverage *c, size_t cell)
{
	size_t n = 0;

	for (uint32_t i = c->start[cell]; i < c->start[cell + 1]; i++) {
		uint32_t s = c->count[i].source;

		if (!c->on[s] || m->in[s] == m->set)
			continue;
		m->in[s] = m->set;
		n++;
	}
	return n;
}

static void
count_cell(struct coverage *c, size_t role, size_t measure, struct met *m)
{
	size_t cell = coverage_cell(c, role, measure), n;

	m->set++;
	n = meet(m, c, cell);
	c->own[cell] = (uint16_t)n;
	for (uint32_t i = c->served_start[role]; i < c->served_start[role + 1]; i++)
		n += meet(m, c, coverage_cell(c, c->served[i], measure));
	c->sources[cell] = (uint16_t)n;
}

/* How well a role is documented. */
static void
weigh(struct coverage *c, size_t role, struct met *m)
{
	struct coverage_role *r = &c->role[role];
	size_t said = 0;

	r->filled = r->sources = 0;
	m->set++;
	for (size_t k = 0; k < c->nmeasures; k++) {
		size_t cell = coverage_cell(c, role, k);

		if (is_thin(c->measure[k].key))
			continue;
		r->filled += c->sources[cell] > 0;
		said += c->own[cell] > 0;
		r->sources += meet(m, c, cell);
	}
	r->folded = said == 0 || strcmp(r->kind, "occupation") == 0;
}

struct ranked {
	const struct coverage_role *role;
	uint32_t at;
};

static int
by_documented(const void *a, const void *b)
{
	const struct coverage_role *x = ((const struct ranked *)a)->role,
				   *y = ((const struct ranked *)b)->role;
	int title;

	if (x->folded != y->folded)
		return x->folded - y->folded;
	if (x->filled != y->filled)
		return x->filled < y->filled ? 1 : -1;
	if (x->sources != y->sources)
		return x->sources < y->sources ? 1 : -1;
	title = strcasecmp(x->title, y->title);
	return title != 0 ? title : (x->id > y->id) - (x->id < y->id);
}

static void
rank_roles(struct coverage *c)
{
	struct ranked *r = mem_zero(c->nroles + 1, sizeof *r);

	for (size_t i = 0; i < c->nroles; i++)
		r[i] = (struct ranked){&c->role[i], (uint32_t)i};
	qsort(r, c->nroles, sizeof *r, by_documented);
	c->nshown = 0;
	for (size_t i = 0; i < c->nroles; i++) {
		c->order[i] = r[i].at;
		c->nshown += !r[i].role->folded;
	}
	free(r);
}

void
coverage_follow(struct coverage *c, const struct sources *src)
{
	struct met m = {mem_zero(c->nsources + 1, sizeof *m.in), 0};

	for (size_t i = 0; i < c->nsources; i++)
		c->on[i] = src->s[i].on;
	for (size_t k = 0; k < c->nmeasures; k++)
		c->measure[k].roles = 0;
	for (size_t i = 0; i < c->nroles; i++) {
		for (size_t k = 0; k < c->nmeasures; k++) {
			count_cell(c, i, k, &m);
			c->measure[k].roles += c->sources[coverage_cell(c, i, k)] > 0;
		}
		weigh(c, i, &m);
	}
	rank_roles(c);
	free(m.in);
}

/* --- one cell --------------------------------------------------------------------------------- */

static size_t
add_counts(const struct coverage *c, size_t cell, struct coverage_count *out, size_t n, size_t cap)
{
	for (uint32_t i = c->start[cell]; i < c->start[cell + 1]; i++) {
		size_t k = 0;

		if (!c->on[c->count[i].source])
			continue;
		while (k < n && k < cap && out[k].source != c->count[i].source)
			k++;
		if (k < n && k < cap)
			out[k].n += c->count[i].n;
		else if (n < cap)
			out[n++] = c->count[i];
	}
	return n;
}

static int
by_source(const void *a, const void *b)
{
	const struct coverage_count *x = a, *y = b;

	return (x->source > y->source) - (x->source < y->source);
}

size_t
coverage_sources(
    const struct coverage *c, size_t role, size_t measure, struct coverage_count *out, size_t cap)
{
	size_t n = add_counts(c, coverage_cell(c, role, measure), out, 0, cap);

	for (uint32_t i = c->served_start[role]; i < c->served_start[role + 1]; i++)
		n = add_counts(c, coverage_cell(c, c->served[i], measure), out, n, cap);
	qsort(out, n, sizeof *out, by_source);
	return c->sources[coverage_cell(c, role, measure)];
}

static uint32_t
statements_in(const struct coverage *c, size_t cell, size_t source)
{
	uint32_t n = 0;

	for (uint32_t i = c->start[cell]; i < c->start[cell + 1]; i++)
		n += c->count[i].source == source ? c->count[i].n : 0;
	return n;
}

uint32_t
coverage_statements(
    const struct coverage *c, size_t role, size_t measure, size_t source, uint32_t *own)
{
	bool there = measure < c->nmeasures && source < c->nsources && c->on[source];
	uint32_t n = there ? statements_in(c, coverage_cell(c, role, measure), source) : 0;

	if (own != NULL)
		*own = n;
	if (!there)
		return 0;
	for (uint32_t i = c->served_start[role]; i < c->served_start[role + 1]; i++)
		n += statements_in(c, coverage_cell(c, c->served[i], measure), source);
	return n;
}
