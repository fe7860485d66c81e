/*
 * compare_worth_ruler.c - who pays back first: by one pay figure for all, where no price is guessed.
 *
 * Columns of one role are measured at the middle of its pay figures. Columns of several roles are measured at
 * what one source says of each: sources that leave out a role name no winner.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

/* --- what stands by the ruler ---------------------------------------------------------------- */

enum { ALIKE = PRICE_LENGTH | PRICE_MODE };

/* Whether length and mode are guessed of all columns, and in the same way: then the guess names nobody first. */
static bool
guessed_alike(const struct making *m)
{
	for (size_t i = 0; i < m->c->n; i++)
		if ((m->worth->p[i].assumed & ALIKE) == 0
		    || (m->worth->p[i].assumed & ALIKE) != (m->worth->p[0].assumed & ALIKE)
		    || strcmp(m->program[i].award, m->program[0].award) != 0)
			return false;
	return true;
}

/* The price is nobody's guess, nor are length and mode; or the guesses are the same for all. */
static bool
is_sure(const struct making *m, size_t i)
{
	return compare_worth_price(m, i) != NULL
	    && (compare_one_program(m->c) || (m->worth->p[i].assumed & ALIKE) == 0
		|| guessed_alike(m));
}

/* ", length and mode as usual for all" */
static void
add_alike(const struct making *m, struct buf *b)
{
	static const char *const words[] = {[PRICE_LENGTH] = ", length as usual for all",
	    [PRICE_MODE] = ", all taken to be on campus",
	    [ALIKE] = ", usual length and on campus for all"};

	if (guessed_alike(m))
		buf_adds(b, words[m->worth->p[0].assumed & ALIKE]);
}

/* Prices of those that are sure are for one kind of students. */
static bool
one_price(const struct making *m)
{
	const char *first = NULL;

	for (size_t i = 0; i < m->c->n; i++) {
		if (!is_sure(m, i))
			continue;
		if (first != NULL && strcmp(first, compare_worth_price(m, i)) != 0)
			return false;
		first = compare_worth_price(m, i);
	}
	return first != NULL;
}

/* As exact as it is shown: nobody is first by what nobody sees. */
static double
as_seen(double years)
{
	return fabs(years) < 1.5 ? round(years * 12) / 12
	    : fabs(years) < 9.95 ? round(years * 10) / 10
				 : round(years);
}

/* --- a row ----------------------------------------------------------------------------------- */

/* " (guessed: price, mode)": why it is not set against the others. */
static void
add_guesses(const struct making *m, struct buf *b, size_t i)
{
	unsigned assumed = m->worth->p[i].assumed;
	const struct {
		bool guessed;
		const char *what;
	} parts[] = {
	    {(assumed & (PRICE_PER | PRICE_CURRENCY | PRICE_YEARLY)) != 0, "price"},
	    {(assumed & PRICE_FOREIGN) != 0, "currency"},
	    {assumed == 0, "for whom the price is"},
	    {(assumed & PRICE_LENGTH) != 0, "length"},
	    {(assumed & PRICE_MODE) != 0, "mode"},
	};
	const char *sep = " (guessed: ";

	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
		if (parts[k].guessed) {
			buf_addf(b, "%s%s", sep, parts[k].what);
			sep = ", ";
		}
	if (sep[0] == ',')
		buf_addc(b, ')');
}

/* `at`: behind the answer, " at $140K". */
static void
value_cell(struct making *m, struct compare_cell *cell, size_t i, const struct finance_value *v,
    const char *at)
{
	const struct payback *p = &m->worth->p[i];
	struct buf b = BUF_INIT;

	cell->warn = v->told == FIN_NEVER;
	if (v->told == FIN_TOLD) {
		finance_number(&b, v->value, FU_YEARS, p->in.currency);
		buf_adds(&b, at);
		if (is_sure(m, i))
			compare_number(cell, as_seen(v->value), "years", compare_worth_price(m, i));
		else
			add_guesses(m, &b, i);
	} else {
		buf_addf(&b, "%s%s: ", v->told == FIN_NEVER ? "! never" : "cannot be told",
		    v->told == FIN_NEVER ? at : "");
		if (p->npays == 0 && p->apart > 0)
			buf_adds(&b, "pay is stated in other currencies only");
		else
			finance_why_says(&b, v, &p->in);
	}
	compare_take(m, cell, &b);
}

/* Marked when at least two are sure; else the row is no ruler. */
static void
settle_row(struct making *m, struct compare_row *row, bool ruled)
{
	size_t n = 0;

	for (size_t i = 0; i < m->c->n; i++)
		n += isnan(row->cell[i].num) ? 0 : 1;
	if (ruled && n > 1) {
		compare_rank(m, row, false);
		return;
	}
	row->block = BLOCK_WORTH;
	if (n > 1)
		row->note = arena_printf(&m->c->arena,
		    "%s; prices are not for the same students, so none is marked", row->note);
}

/* All at the middle of the role's pay figures. */
static void
middle_row(struct making *m)
{
	const struct payback *p = &m->worth->p[compare_worth_typical(m)];
	struct compare_row *row = compare_row(m, BLOCK_RULER, COMPARE_MIDDLE);
	struct buf b = BUF_INIT;

	row->term = "payback";
	buf_addf(&b, "for %s", m->c->aim[0].title);
	if (p->npays > 0) {
		buf_adds(&b, " at ");
		money_short(&b, p->in.pay, p->in.currency);
		buf_addf(&b, " a year (%s)", p->line[FI_PAY].says);
	}
	add_alike(m, &b);
	row->note = arena_dup(&m->c->arena, b.data);
	buf_free(&b);
	for (size_t i = 0; i < m->c->n; i++) {
		value_cell(m, &row->cell[i], i, &m->worth->p[i].result[FM_PAYBACK].v, "");
		compare_pay_anchor(m, &row->cell[i], i);
	}
	settle_row(m, row, one_price(m));
}

/* What one source says of each role: "under 1 year at $140K". */
static void
source_row(struct making *m, const struct ruled *k)
{
	struct compare_row *row = compare_row(
	    m, BLOCK_RULER, arena_printf(&m->c->arena, "payback, %s", compare_ruler_label(m, k)));
	struct buf note = BUF_INIT;

	buf_adds(&note, "price and lost pay by what this source says of each role");
	add_alike(m, &note);
	row->term = "payback";
	row->note = arena_dup(&m->c->arena, note.data);
	buf_free(&note);
	for (size_t i = 0; i < m->c->n; i++) {
		struct finance_input in = m->worth->p[i].in;
		struct compare_cell *cell = &row->cell[i];
		struct finance_value v;
		struct buf at = BUF_INIT;

		in.pay = k->value[i];
		v = finance_value(FM_PAYBACK, &in);
		buf_adds(&at, " at ");
		compare_add_amount(&at, k->line[i]);
		value_cell(m, cell, i, &v, at.data);
		buf_free(&at);
		compare_figure_anchor(m, cell, k->line[i]->f);
	}
	settle_row(m, row, one_price(m));
}

static bool
may_measure(const struct making *m, const struct ruled *k)
{
	if (k->equals || k->group->level != m->level)
		return false;
	for (size_t i = 0; i < m->c->n; i++)
		if (isnan(k->value[i]) || strcmp(k->line[i]->f->unit, "USD") != 0)
			return false;
	return true;
}

bool
compare_is_measured(const struct making *m)
{
	for (size_t i = 0; i < m->nruled; i++)
		if (may_measure(m, &m->ruled[i]))
			return true;
	return false;
}

void
compare_worth_ruler(struct making *m)
{
	if (compare_one_role(m->c)) {
		middle_row(m);
		return;
	}
	compare_find_rulers(m);
	for (size_t i = 0; i < m->nruled; i++)
		if (may_measure(m, &m->ruled[i]))
			source_row(m, &m->ruled[i]);
}
