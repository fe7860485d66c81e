/*
 * compare_worth_says.c - what a comparison of programs says of their worth: who pays back first, what cannot be
 * told, what no source links.
 */
#include "career/page/payback.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

static bool
is_marked(const struct making *m, const struct compare_row *row)
{
	for (size_t k = 0; k < m->c->n; k++)
		if (row->cell[k].mark != COMPARE_PLAIN)
			return true;
	return false;
}

/* The first row of paybacks by the same ruler that names a winner, else the first one; NULL: there is none. */
static const struct compare_row *
ruler_row(const struct making *m)
{
	const struct compare_row *best = NULL;

	for (size_t i = 0; i < m->c->nrows; i++) {
		const struct compare_row *row = &m->c->row[i];

		if (strcmp(row->block, BLOCK_RULER) != 0 || strncmp(row->label, "payback", 7) != 0)
			continue;
		if (is_marked(m, row))
			return row;
		best = best != NULL ? best : row;
	}
	return best;
}

/* "A: 2 months", and all others of the same mark. */
static void
add_marked(
    const struct making *m, struct buf *b, const struct compare_row *row, enum compare_mark mark)
{
	size_t n = 0, at = 0;
	double v = NAN;

	for (size_t i = 0; i < m->c->n; i++)
		n += row->cell[i].mark == mark;
	for (size_t i = 0; i < m->c->n; i++)
		if (row->cell[i].mark == mark) {
			buf_addf(b, "%s%s", say_between(at++, n), m->c->brief[i]);
			v = row->cell[i].num;
		}
	buf_adds(b, ", ");
	finance_span(b, v);
}

static bool
any_told(const struct making *m)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (m->worth->p[i].result[FM_PAYBACK].v.told == FIN_TOLD)
			return true;
	return false;
}

static double
first_number(const struct compare_row *row)
{
	size_t i = 0;

	while (isnan(row->cell[i].num))
		i++;
	return row->cell[i].num;
}

static void
say_order(const struct making *m, struct buf *b, const struct compare_row *row)
{
	if (compare_one_role(m->c))
		buf_addf(b, "Paid back %s: ", row->note);
	else
		buf_addf(b, "Paid back by %s: ", row->label + strlen("payback, "));
	if (is_marked(m, row)) {
		buf_adds(b, "first ");
		add_marked(m, b, row, COMPARE_BEST);
		buf_adds(b, "; last ");
		add_marked(m, b, row, COMPARE_WORST);
	} else {
		buf_adds(b, "alike, in ");
		finance_span(b, first_number(row));
	}
	buf_adds(b, ". ");
}

/* Where guesses name nobody: what each of a few is, "A 1 month, B 3.7 years (guessed: price)". */
static bool
say_each(const struct making *m, struct buf *b)
{
	enum { FEW = 3 };
	const struct compare_row *row = NULL;
	const char *sep = ": ";

	for (size_t i = 0; i < m->c->nrows && row == NULL; i++)
		if (strcmp(m->c->row[i].block, BLOCK_WORTH) == 0
		    && strcmp(m->c->row[i].label, COMPARE_MIDDLE) == 0)
			row = &m->c->row[i];
	if (row == NULL || m->c->n > FEW)
		return false;
	buf_addf(b, "Paid back %s", row->note);
	for (size_t i = 0; i < m->c->n; i++)
		if (m->worth->p[i].result[FM_PAYBACK].v.told == FIN_TOLD) {
			buf_addf(b, "%s%s, %s", sep, m->c->brief[i], row->cell[i].text);
			sep = "; ";
		}
	buf_adds(b, ". ");
	return true;
}

static void
say_first(const struct making *m, struct buf *b)
{
	const struct compare_row *row = ruler_row(m);

	if (row != NULL)
		say_order(m, b, row);
	else if (any_told(m) && !say_each(m, b))
		buf_adds(b,
		    compare_one_role(m->c) || compare_is_measured(m)
			? "Too little is stated to name one that pays back first. "
			: "No source speaks of all these roles at this level, so none is said to "
			  "pay back first. ");
}

/* ": the price is not stated", when it is the same for all that have the flag. */
static void
add_reason(const struct making *m, struct buf *b, const bool *has)
{
	const struct payback *first = NULL;

	for (size_t i = 0; i < m->c->n; i++) {
		const struct payback *p = &m->worth->p[i];
		const struct finance_value *v = &p->result[FM_PAYBACK].v;

		if (!has[i])
			continue;
		first = first != NULL ? first : p;
		if (v->why != first->result[FM_PAYBACK].v.why
		    || v->about != first->result[FM_PAYBACK].v.about
		    || (p->npays == 0) != (first->npays == 0))
			return;
	}
	if (first == NULL || first->result[FM_PAYBACK].v.told != FIN_CANNOT)
		return;
	buf_adds(b, ": ");
	if (first->npays == 0 && first->apart > 0)
		buf_adds(b, "pay is stated in other currencies only");
	else
		finance_why_says(b, &first->result[FM_PAYBACK].v, &first->in);
}

/* "Never on these figures: A and B." */
static void
say_told(const struct making *m, struct buf *b, enum finance_told told, const char *words)
{
	bool has[COMPARE_MAX], any = false;

	for (size_t i = 0; i < m->c->n; i++) {
		has[i] = m->worth->p[i].result[FM_PAYBACK].v.told == told;
		any = any || has[i];
	}
	if (!any)
		return;
	buf_adds(b, words);
	compare_name_some(m, b, has);
	add_reason(m, b, has);
	buf_adds(b, ". ");
}

static void
say_links(const struct making *m, struct buf *b)
{
	const struct compare *c = m->c;
	bool none[COMPARE_MAX];
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		none[i] = m->worth->p[i].link == PAYBACK_NO_LINK;
		n += none[i];
	}
	if (n == 0)
		return;
	if (c->n == 1 || (n == c->n && compare_one_role(c)))
		buf_addf(b, "No source links %s to %s. ",
		    c->n == 1 ? m->program[0].name : "any of them", c->aim[0].title);
	else if (n == c->n)
		buf_addf(b, "No source links %s. ",
		    compare_one_program(c) ? "it to any of these roles"
					   : "any of these programs to its role");
	else {
		buf_adds(b,
		    compare_one_program(c)    ? "No source links it to "
			: compare_one_role(c) ? "No source links to the role: "
					      : "Linked by no source: ");
		compare_name_some(m, b, none);
		buf_adds(b, ". ");
	}
}

void
compare_worth_says(struct making *m, struct buf *b)
{
	say_links(m, b);
	if (m->c->n == 1) {
		payback_says(b, &m->worth->p[0]);
		buf_addc(b, ' ');
		return;
	}
	say_first(m, b);
	say_told(m, b, FIN_NEVER, "Never paid back on these figures: ");
	say_told(m, b, FIN_CANNOT, "Payback cannot be told of ");
}
