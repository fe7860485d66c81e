/*
 * compare_program_answer.c - what a comparison of programs says first, in a few sentences.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

static bool
is_price(const struct compare_row *row)
{
	return strcmp(row->block, BLOCK_RULER) == 0 && strncmp(row->label, "total, ", 7) == 0;
}

static bool
is_tuition(const struct compare_row *row)
{
	return strcmp(row->block, BLOCK_RULER) == 0 && strncmp(row->label, "tuition", 7) == 0;
}

/* The row of prices by the same ruler that covers most columns; the first of equals. */
static const struct compare_row *
widest_row(const struct making *m, bool (*is)(const struct compare_row *row), size_t *covers)
{
	const struct compare_row *best = NULL;

	*covers = 0;
	for (size_t i = 0; i < m->c->nrows; i++) {
		const struct compare_row *row = &m->c->row[i];
		size_t n = 0;

		for (size_t k = 0; k < m->c->n && is(row); k++)
			n += isnan(row->cell[k].num) ? 0 : 1;
		if (n > *covers) {
			best = row;
			*covers = n;
		}
	}
	return best;
}

/* Names of the columns that a row gives the mark. */
static size_t
add_marked(
    const struct making *m, struct buf *b, const struct compare_row *row, enum compare_mark mark)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < m->c->n; i++)
		n += row->cell[i].mark == mark;
	for (size_t i = 0; i < m->c->n; i++)
		if (row->cell[i].mark == mark)
			buf_addf(b, "%s%s", say_between(at++, n), m->c->brief[i]);
	return n;
}

static void
add_extreme(const struct making *m, struct buf *b, const struct compare_row *row, bool lowest)
{
	double v = lowest ? INFINITY : -INFINITY;

	for (size_t i = 0; i < m->c->n; i++)
		if (!isnan(row->cell[i].num))
			v = lowest ? fmin(v, row->cell[i].num) : fmax(v, row->cell[i].num);
	for (size_t i = 0; i < m->c->n; i++)
		if (row->cell[i].num == v) {
			money_bare(b, v, row->cell[i].unit, MONEY_FULL);
			return;
		}
}

static void
say_extremes(const struct making *m, struct buf *b, const struct compare_row *row)
{
	if (add_marked(m, b, row, COMPARE_BEST) == 0) {
		buf_adds(b, "all cost the same, ");
		add_extreme(m, b, row, true);
		buf_adds(b, ". ");
		return;
	}
	buf_adds(b, " costs least, ");
	add_extreme(m, b, row, true);
	buf_adds(b, "; ");
	add_marked(m, b, row, COMPARE_WORST);
	buf_adds(b, " most, ");
	add_extreme(m, b, row, false);
	buf_adds(b, ". ");
}

/* Programs of the College Scorecard have no other price. */
static void
say_tuition(const struct making *m, struct buf *b)
{
	size_t covers;
	const struct compare_row *row = widest_row(m, is_tuition, &covers);

	buf_addf(b, "By a year's %s: ", row->label);
	say_extremes(m, b, row);
}

/* "Of the three with a total in USD for all students, A is cheapest: $5,000; B costs most: $9,000." */
static void
say_price(const struct making *m, struct buf *b)
{
	size_t covers;
	const struct compare_row *row = widest_row(m, is_price, &covers);
	const char *what;

	if (row == NULL && widest_row(m, is_tuition, &covers) != NULL) {
		say_tuition(m, b);
		return;
	}
	if (row == NULL) {
		buf_adds(b,
		    "No two of them state a total in one currency for the same students, so "
		    "none is called cheaper. ");
		return;
	}
	what = row->label + strlen("total, ");
	if (covers == m->c->n)
		buf_addf(b, "By total price (%s): ", what);
	else
		buf_addf(
		    b, "Of the %s that state a total (%s): ", compare_count_word(covers), what);
	say_extremes(m, b, row);
}

/* The currency of the headline price; NULL when there is none. */
static const char *
currency_of(const struct program *g)
{
	for (size_t i = 0; i < g->nfacts; i++)
		if (g->fact[i].id == g->cost_fact)
			return g->fact[i].currency ? g->fact[i].currency : "";
	return NULL;
}

static void
say_currencies(const struct making *m, struct buf *b)
{
	const char *seen[COMPARE_MAX];
	size_t n = 0, none = 0, unsaid = 0;

	for (size_t i = 0; i < m->c->n; i++) {
		const char *cur = currency_of(&m->program[i]);
		bool known = false;

		none += cur == NULL;
		unsaid += cur != NULL && money_unstated(cur);
		for (size_t k = 0; k < n && cur; k++)
			known = known || strcmp(seen[k], cur) == 0;
		if (cur && !known && !money_unstated(cur))
			seen[n++] = cur;
	}
	if (n > 1) {
		buf_addf(b, "Prices stand in %s currencies (", compare_count_word(n));
		for (size_t k = 0; k < n; k++)
			buf_addf(b, "%s%s", k > 0 ? ", " : "", seen[k]);
		buf_adds(b, "), never ranked against each other. ");
	}
	if (unsaid > 0)
		buf_addf(
		    b, "%zu price%s without a currency. ", unsaid, unsaid == 1 ? " is" : "s are");
	if (none > 0 && (none < m->c->n || widest_row(m, is_tuition, &n) == NULL))
		buf_addf(b, "%zu %s no total. ", none, none == 1 ? "states" : "state");
}

static void
say_length(const struct making *m, struct buf *b)
{
	double least = INFINITY, most = -INFINITY;
	int who = -1;

	for (size_t i = 0; i < m->c->n; i++) {
		double months = m->program[i].months;

		if (isnan(months))
			return;
		if (months < least)
			who = (int)i;
		else if (months == least)
			who = -1;
		least = fmin(least, months);
		most = fmax(most, months);
	}
	if (who >= 0 && least < most) {
		buf_addf(b, "The shortest is %s, ", m->c->brief[who]);
		months_span(b, least, least);
		buf_adds(b, ". ");
	}
}

static void
say_withdrawn(const struct making *m, struct buf *b)
{
	for (size_t i = 0; i < m->c->n; i++)
		if (strcmp(m->program[i].status, "open") != 0)
			buf_addf(b, "%s is %s. ", m->c->brief[i], m->program[i].status);
}

void
compare_programs_answer(struct making *m)
{
	struct buf b = BUF_INIT;

	say_withdrawn(m, &b);
	say_price(m, &b);
	say_currencies(m, &b);
	say_length(m, &b);
	if (m->worth != NULL)
		compare_worth_says(m, &b);
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		buf_remove(&b, b.len - 1, 1);
	m->c->answer = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
}
