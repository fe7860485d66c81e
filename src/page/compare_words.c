/*
 * compare_words.c - what a comparison's blocks, names and differences are called, on page and in files.
 */
#include "career/page/money.h"
#include "compare_parts.h"

#include <math.h>
#include <string.h>

const char *
compare_count_word(size_t n)
{
	static const char *const words[] = {
	    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

	return words[n < sizeof words / sizeof *words ? n : 0];
}

void
compare_name_some(const struct making *m, struct buf *b, const bool *has)
{
	enum { NAMED = 3 };
	size_t n = 0, at = 0;
	bool commas = false;

	for (size_t i = 0; i < m->c->n; i++)
		if (has[i]) {
			n++;
			commas = commas || strchr(m->c->brief[i], ',') != NULL;
		}
	for (size_t i = 0; i < m->c->n && at < NAMED; i++) {
		if (!has[i])
			continue;
		buf_addf(b, "%s%s",
		    at == 0         ? ""
			: commas    ? "; "
			: n > NAMED ? ", "
				    : say_between(at, n),
		    m->c->brief[i]);
		at++;
	}
	if (n > NAMED)
		buf_addf(b, "%s%zu more", commas ? "; " : " and ", n - NAMED);
}

const char *
compare_block_says(const struct compare *c, const char *block)
{
	static const struct {
		const char *block, *says[COMPARE_KINDS];
	} blocks[] = {
	    {BLOCK_RULER,
		{"Same ruler: one source, one level, one basis",
		    "Same ruler: one currency, the same students",
		    "Same ruler: the same pay figure for all"}},
	    {BLOCK_WORTH, {"", "Is it worth its price?", "Is it worth its price?"}},
	    {BLOCK_MISSING, {"", "", "What is missing"}},
	    {BLOCK_OTHER,
		{"Other rulers: not the same level or employer, so no winner is named", "", ""}},
	    {BLOCK_PAY, {"Pay on one axis: where most publishers meet", "", ""}},
	    {BLOCK_GROWTH,
		{"Growth: what 100 jobs become in 5 years", "",
		    "Growth: what 100 jobs become in 5 years"}},
	    {BLOCK_DEGREE, {"Degree and other requirements", "", ""}},
	    {BLOCK_WORK, {"What one does", "", ""}},
	    {BLOCK_WEEK, {"The week", "", ""}},
	    {BLOCK_SKILLS, {"Skills", "", ""}},
	    {BLOCK_INDUSTRIES, {"Industries that a source names for the role", "", ""}},
	    {BLOCK_PATH, {"Where it leads", "", ""}},
	    {BLOCK_PRICE, {"", "Price: other currencies and students are never ranked", ""}},
	    {BLOCK_TIME, {"", "Length and mode", ""}},
	    {BLOCK_STUDY, {"", "What it is", "The program"}},
	    {BLOCK_AFTER, {"", "After it", ""}},
	    {BLOCK_SOURCES, {"", "Who says so", ""}},
	};

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		if (strcmp(blocks[i].block, block) == 0)
			return blocks[i].says[c->kind];
	return block;
}

const char *
compare_block_note(const char *block)
{
	return strcmp(block, BLOCK_RULER) == 0 ? "^ best, v worst of the line" : "";
}

bool
compare_next(const struct compare *c, const struct compare_opts *o, struct compare_block *b)
{
	size_t from = b->to, to = from;

	if (from >= c->nrows)
		return false;
	while (to < c->nrows && strcmp(c->row[to].block, c->row[from].block) == 0)
		to++;
	*b = (struct compare_block){from, from, to};
	while (b->folded < to && (o->all || !c->row[b->folded].equal))
		b->folded++;
	return true;
}

void
compare_folded(struct buf *out, const struct compare_block *b)
{
	size_t n = b->to - b->folded;

	if (n > 0)
		buf_addf(out, "= %zu equal row%s folded", n, n == 1 ? "" : "s");
}

void
compare_folded_labels(struct buf *out, const struct compare *c, const struct compare_block *b)
{
	for (size_t i = b->folded; i < b->to; i++)
		buf_addf(out, "%s%s", i > b->folded ? ", " : "", c->row[i].label);
}

void
compare_name(struct buf *out, const struct compare *c, size_t column, const struct compare_opts *o)
{
	bool here = o->cursor && o->column == column;

	buf_addf(out, "%s%s%s%s", here ? "[" : "", c->head[column], here ? "]" : "",
	    o->baseline == (int)column ? " (baseline)" : "");
}

static bool
is_money(const char *unit)
{
	return strlen(unit) == 3 && strspn(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* As exact as the amounts beside it: pay in thousands, prices in full. */
static void
add_money(struct buf *out, const struct compare *c, double d, const char *currency)
{
	if (c->kind == COMPARE_ROLES && fabs(d) >= 1000)
		money_bare(out, round(d / 1000) * 1000, currency, MONEY_SHORT);
	else
		finance_amount(out, d < 10000 ? round(d * 100) / 100 : round(d), currency);
}

bool
compare_delta(struct buf *out, const struct compare *c, const struct compare_row *row,
    size_t column, const struct compare_opts *o)
{
	const struct compare_cell *cell = &row->cell[column], *base;
	double d;

	if (o->baseline < 0 || (size_t)o->baseline >= c->n || column == (size_t)o->baseline)
		return false;
	base = &row->cell[o->baseline];
	d = cell->num - base->num;
	if (isnan(d) || strcmp(cell->unit, base->unit) != 0
	    || strcmp(cell->ruler, base->ruler) != 0)
		return false;
	if (d == 0) {
		buf_adds(out, "same");
		return true;
	}
	buf_addc(out, d > 0 ? '+' : '-');
	d = fabs(d);
	if (is_money(cell->unit))
		add_money(out, c, d, cell->unit);
	else if (strcmp(cell->unit, "years") == 0)
		finance_span(out, d);
	else
		buf_addf(out, "%g%s", round(d * 10) / 10,
		    strcmp(cell->unit, "percent") == 0      ? "%"
			: strcmp(cell->unit, "months") == 0 ? " months"
							    : "");
	return true;
}

void
compare_cell_says(struct buf *out, const struct compare *c, const struct compare_row *row,
    size_t column, const struct compare_opts *o)
{
	struct buf delta = BUF_INIT;
	size_t from = out->len;

	buf_adds(out, row->cell[column].text);
	if (compare_delta(&delta, c, row, column, o))
		buf_addf(out, " (%s)", delta.data);
	if (out->len == from)
		buf_addc(out, '-');
	buf_free(&delta);
}
