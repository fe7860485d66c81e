/* conflict_words.c - numbers and names, as the sentences on contradictions have them. */
#include "conflict_parts.h"
#include "career/base/num.h"

#include <math.h>
#include <string.h>

/* --- numbers ---------------------------------------------------------------------------------- */

static void
add_sign(struct buf *b, const char *unit)
{
	if (strcmp(unit, "USD") == 0)
		buf_addc(b, '$');
	else if (unit[0] != '\0' && strncmp(unit, "unstated", 8) != 0)
		buf_addf(b, "%s ", unit);
}

void
conflict_amount(struct buf *b, double v, const char *unit)
{
	add_sign(b, unit);
	num_short(b, v);
}

void
conflict_money(struct buf *b, double lo, double hi, const struct figure *open)
{
	if (open->open_low)
		buf_adds(b, "up to ");
	add_sign(b, open->unit);
	if (!open->open_low)
		num_short(b, lo);
	if (lo < hi && !open->open_low)
		buf_addc(b, '-');
	if (lo < hi || open->open_low)
		num_short(b, hi);
	if (open->open_high)
		buf_addc(b, '+');
}

void
conflict_years(struct buf *b, double lo, double hi)
{
	if (isnan(lo))
		buf_adds(b, "up to ");
	else
		num_plain(b, lo);
	if (isnan(hi))
		buf_addc(b, '+');
	else if (isnan(lo) || lo < hi) {
		if (!isnan(lo))
			buf_addc(b, '-');
		num_plain(b, hi);
	}
	buf_adds(b, " years");
}

static void
add_pay(struct buf *b, const struct figure *f)
{
	double lo, hi;

	if (!figure_interval(f, &lo, &hi))
		return;
	conflict_money(b, lo, hi, f);
	if (f->stat == STAT_PERCENTILES && lo < hi)
		buf_adds(b, " p25-75");
	else if (f->stat == STAT_PERCENTILES || f->stat == STAT_MEDIAN)
		buf_adds(b, " median");
	else if (f->stat == STAT_MEAN)
		buf_adds(b, " mean");
	if (f->basis != BASIS_UNSTATED)
		buf_addf(b, " %s%s", f->basis_implied ? "implied " : "", basis_word(f->basis));
}

static void
add_horizon(struct buf *b, const struct figure *f)
{
	bool yearly = strcmp(f->per, "year") == 0;

	if (yearly)
		buf_adds(b, " a year");
	if (!isnan(f->horizon_lo) && !isnan(f->horizon_hi)) {
		buf_addf(b, " in %.0f-%.0f", f->horizon_lo, f->horizon_hi);
		return;
	}
	if (!yearly && !isnan(f->horizon_years)) {
		buf_adds(b, " in ");
		num_plain(b, f->horizon_years);
		buf_adds(b, " years");
	}
	if (!isnan(f->horizon_lo))
		buf_addf(b, " since %.0f", f->horizon_lo);
	else if (!isnan(f->horizon_hi))
		buf_addf(b, " to %.0f", f->horizon_hi);
}

void
conflict_figure(struct buf *b, const struct figure *f)
{
	double lo, hi;

	if (strcmp(f->measure, "growth") != 0) {
		add_pay(b, f);
		return;
	}
	if (figure_interval(f, &lo, &hi))
		num_plain(b, lo);
	buf_addc(b, '%');
	add_horizon(b, f);
}

/* --- names ------------------------------------------------------------------------------------ */

const char *
conflict_between(size_t i, size_t n)
{
	return i == 0 ? "" : i + 1 == n ? " and " : ", ";
}

/* Is it of this side, and the first of its source there? `same`: that says just this. */
static bool
is_first(const struct conflict *c, size_t i, unsigned side, bool same)
{
	if (c->side[i].side != side)
		return false;
	for (size_t k = 0; k < i; k++)
		if (c->side[k].side == side && c->side[k].source == c->side[i].source
		    && (!same || strcmp(c->side[k].text, c->side[i].text) == 0))
			return false;
	return true;
}

static size_t
count_first(const struct conflict *c, unsigned side, bool same)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nsides; i++)
		n += is_first(c, i, side, same);
	return n;
}

void
conflict_list(struct buf *b, const struct conflict *c, unsigned side)
{
	size_t n = count_first(c, side, true), at = 0;

	for (size_t i = 0; i < c->nsides; i++)
		if (is_first(c, i, side, true)) {
			buf_addf(b, "%s%s (%s)", conflict_between(at, n), c->side[i].text,
			    c->side[i].source->short_name);
			at++;
		}
}

size_t
conflict_names(struct buf *b, const struct conflict *c, unsigned side)
{
	size_t n = count_first(c, side, false), at = 0;

	for (size_t i = 0; i < c->nsides; i++)
		if (is_first(c, i, side, false))
			buf_addf(
			    b, "%s%s", conflict_between(at++, n), c->side[i].source->short_name);
	return n;
}
