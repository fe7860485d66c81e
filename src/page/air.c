/* air.c - room between the items of a page. */
#include "page_parts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { SIGN = 1 };

/* Cells in front of the first word; INT_MAX on an empty line. */
static int
indent(const struct line *l)
{
	int cells = 0;

	for (size_t i = 0; i < l->nspans; i++) {
		size_t n = strspn(l->spans[i].text, " ");

		cells += (int)n;
		if (l->spans[i].text[n] != '\0')
			return cells;
	}
	return INT_MAX;
}

/*
 * Whether a blank line goes in front of line `i`. *base is the indent of the lines that begin an item in this block:
 * that of its first line, INT_MAX where a block begins, behind an empty line or a heading. What stands further to
 * the right goes on with the item above; a sign such as '~' may stand in front of a name.
 */
static bool
wants_air(const struct page *p, size_t i, int *base)
{
	const struct line *l = &p->lines[i];
	int here = indent(l);
	bool first = *base == INT_MAX, air;

	if (first && here != INT_MAX)
		*base = here > SIGN ? here : SIGN;
	air = !first && !l->goes_on && here <= *base;
	if (l->heading || here == INT_MAX)
		*base = INT_MAX;
	return air;
}

void
page_air(struct page *p)
{
	int base = INT_MAX;
	size_t n = 0, to = 0;
	struct line *airy;

	for (size_t i = 0; i < p->nlines; i++)
		n += wants_air(p, i, &base);
	if (n == 0)
		return;
	airy = mem_zero(p->nlines + n, sizeof *airy);
	base = INT_MAX;
	for (size_t i = 0; i < p->nlines; i++) {
		to += wants_air(p, i, &base);
		airy[to++] = p->lines[i];
	}
	p->lines = mem_reserve(p->lines, &p->cap, to, sizeof *p->lines);
	memcpy(p->lines, airy, to * sizeof *airy);
	p->nlines = p->block = to;
	free(airy);
}
