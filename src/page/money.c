#include "career/page/money.h"

#include "career/base/num.h"

#include <math.h>
#include <string.h>

static const char not_said[] = " (currency not said)";
static const char not_stated[] = "not stated";

/* Code in a pack -> words on a page. */
struct wording {
	const char *code, *words;
};

static const char *
wording_find(const struct wording *w, const char *code, const char *fallback)
{
	if (!code || !*code)
		return fallback;
	for (; w->code; w++)
		if (strcmp(w->code, code) == 0)
			return w->words;
	return code;
}

bool
money_unstated(const char *currency)
{
	return !currency || !*currency || strncmp(currency, "unstated", 8) == 0;
}

void
money_sign(struct buf *out, const char *currency)
{
	if (money_unstated(currency))
		return;
	if (strcmp(currency, "USD") == 0) {
		buf_addc(out, '$');
		return;
	}
	buf_adds(out, currency);
	buf_addc(out, ' ');
}

static void
add_amount(struct buf *out, double v, enum money_form form)
{
	if (fabs(v) < 1000 && v != floor(v))
		num_plain(out, v);
	else if (form == MONEY_SHORT)
		num_short(out, v);
	else
		num_full(out, v);
}

void
money_bare(struct buf *out, double v, const char *currency, enum money_form form)
{
	if (isnan(v)) {
		buf_adds(out, not_stated);
		return;
	}
	if (v < 0)
		buf_addc(out, '-');
	money_sign(out, currency);
	add_amount(out, fabs(v), form);
}

static void
add_money(struct buf *out, double v, const char *currency, enum money_form form)
{
	money_bare(out, v, currency, form);
	if (!isnan(v) && money_unstated(currency))
		buf_adds(out, not_said);
}

void
money_short(struct buf *out, double v, const char *currency)
{
	add_money(out, v, currency, MONEY_SHORT);
}

void
money_full(struct buf *out, double v, const char *currency)
{
	add_money(out, v, currency, MONEY_FULL);
}

static void
add_end(struct buf *out, double v, enum money_form form)
{
	if (v < 0)
		buf_addc(out, '-');
	add_amount(out, fabs(v), form);
}

void
money_span_bare(struct buf *out, const struct money_span *s, enum money_form form)
{
	double lo = s->lo, hi = s->hi;
	bool up = s->open_hi, down = s->open_lo;

	if (isnan(lo) && isnan(hi)) {
		buf_adds(out, not_stated);
		return;
	}
	if (isnan(hi)) {
		hi = lo;
		up = true;
	} else if (isnan(lo)) {
		lo = hi;
		down = true;
	}
	if (down)
		buf_adds(out, lo < hi ? "under " : "up to ");
	money_bare(out, lo, s->currency, form);
	if (lo < hi) {
		buf_addc(out, '-');
		add_end(out, hi, form);
	}
	if (up)
		buf_addc(out, '+');
}

void
money_span(struct buf *out, const struct money_span *s, enum money_form form)
{
	money_span_bare(out, s, form);
	if (money_unstated(s->currency) && !(isnan(s->lo) && isnan(s->hi)))
		buf_adds(out, not_said);
}

/* Ends of a span of plain numbers, without the unit. */
static void
add_span(struct buf *out, double lo, double hi)
{
	if (isnan(lo)) {
		buf_adds(out, "up to ");
		num_plain(out, hi);
		return;
	}
	num_plain(out, lo);
	if (hi > lo) {
		buf_addc(out, '-');
		num_plain(out, hi);
	}
}

void
span_units(struct buf *out, double lo, double hi, const char *one)
{
	bool single = hi == 1 && !(lo < hi);

	if (isnan(lo) && isnan(hi)) {
		buf_adds(out, not_stated);
		return;
	}
	add_span(out, lo, hi);
	buf_addf(out, "%s %s%s", isnan(hi) ? "+" : "", one, single ? "" : "s");
}

void
months_span(struct buf *out, double lo, double hi)
{
	span_units(out, lo, hi, "month");
}

void
years_span(struct buf *out, double lo, double hi)
{
	span_units(out, lo, hi, "year");
}

void
percent_span(struct buf *out, double lo, double hi, bool open_hi)
{
	if (isnan(lo) && isnan(hi)) {
		buf_adds(out, not_stated);
		return;
	}
	add_span(out, lo, hi);
	buf_adds(out, open_hi || isnan(hi) ? "%+" : "%");
}

const char *
per_words(const char *per)
{
	static const struct wording words[] = {
	    {"total", "for the whole program"},
	    {"year", "a year"},
	    {"semester", "per semester"},
	    {"credit", "per credit"},
	    {"course", "per course"},
	    {"month", "a month"},
	    {"hour", "an hour"},
	    {"once", "once"},
	    {"unstated", "per what is not said"},
	    {NULL, NULL},
	};

	return wording_find(words, per, "per what is not said");
}

const char *
absent_words(const char *code)
{
	static const struct wording words[] = {
	    {"not-stated", not_stated},
	    {"not-reported", "not reported"},
	    {"not-applicable", "not applicable"},
	    {"suppressed", "suppressed for privacy"},
	    {NULL, NULL},
	};

	return wording_find(words, code, not_stated);
}

/* --- figures --------------------------------------------------------------------------------- */

static bool
is_money(const char *unit)
{
	return strcmp(unit, "unstated-currency") == 0
	    || (strlen(unit) == 3 && strspn(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3);
}

/* Unit -> what stands behind a number; "" for none. */
static const struct wording unit_words[] = {
    {"percent", "%"},
    {"people", " people"},
    {"times", " times"},
    {"months", " months"},
    {"weeks", " weeks"},
    {"word", ""},
    {NULL, NULL},
};

static void
add_unit(struct buf *out, const struct figure *f, double v)
{
	const char *w;

	if (is_money(f->unit) || strcmp(f->unit, "rank") == 0)
		return;
	w = wording_find(unit_words, f->unit, "");
	if (v == 1 && strcmp(f->unit, "people") != 0 && strcmp(f->unit, "percent") != 0)
		buf_add(out, w, *w ? strlen(w) - 1 : 0);
	else
		buf_adds(out, w);
}

/* "36%+", "400+ people". */
static void
add_open_unit(struct buf *out, const struct figure *f, double v, bool open)
{
	bool behind = strcmp(f->unit, "percent") == 0;

	if (open && !behind)
		buf_addc(out, '+');
	add_unit(out, f, open ? 2 : v);
	if (open && behind)
		buf_addc(out, '+');
}

static void
add_plain(struct buf *out, double v, enum money_form form)
{
	if (form == MONEY_SHORT && fabs(v) >= 10000)
		num_short(out, v);
	else if (fabs(v) >= 1000)
		num_full(out, v);
	else
		num_plain(out, v);
}

static void
add_value(struct buf *out, const struct figure *f, double v, enum money_form form)
{
	if (is_money(f->unit))
		money_bare(out, v, f->unit, form);
	else
		add_plain(out, v, form);
	add_unit(out, f, v);
}

static void
add_range(struct buf *out, const struct figure *f, enum money_form form)
{
	const struct money_span s = {f->low, f->high, f->open_low, f->open_high, f->unit};

	if (is_money(f->unit)) {
		money_span_bare(out, &s, form);
		return;
	}
	if (isnan(f->low)) {
		buf_adds(out, "up to ");
		add_value(out, f, f->high, form);
		return;
	}
	if (f->open_low)
		buf_adds(out, "under ");
	add_plain(out, f->low, form);
	if (f->high > f->low) {
		buf_addc(out, '-');
		add_plain(out, f->high, form);
	}
	add_open_unit(out, f, isnan(f->high) ? f->low : f->high, f->open_high || isnan(f->high));
}

/* The highest of a figure's percentiles: a top-coded one shares its value with it. */
static double
top_percentile(const struct figure *f)
{
	return fmax(fmax(fmax(f->p10, f->p25), fmax(f->p50, f->p75)), f->p90);
}

static void
add_percentiles(struct buf *out, const struct figure *f, enum money_form form)
{
	const struct {
		const char *name;
		double v;
	} p[] = {
	    {"p10", f->p10}, {"p25", f->p25}, {"median", f->p50}, {"p75", f->p75}, {"p90", f->p90}};
	bool first = true;
	size_t i;

	for (i = 0; i < sizeof p / sizeof p[0]; i++) {
		if (isnan(p[i].v))
			continue;
		buf_addf(out, "%s%s ", first ? "" : ", ", p[i].name);
		if (f->top_coded && p[i].v == top_percentile(f))
			buf_adds(out, "at least ");
		add_value(out, f, p[i].v, form);
		first = false;
	}
}

/* A single number: a point, mean, median or rank. */
static void
add_single(struct buf *out, const struct figure *f, enum money_form form)
{
	const struct money_span s = {f->value, f->value, f->open_low, f->open_high, f->unit};

	if (f->stat == STAT_MEAN)
		buf_adds(out, "mean ");
	else if (f->stat == STAT_MEDIAN)
		buf_adds(out, "median ");
	if (f->top_coded)
		buf_adds(out, "at least ");
	if (is_money(f->unit)) {
		money_span_bare(out, &s, form);
		return;
	}
	if (f->open_low)
		buf_adds(out, "up to ");
	if (strcmp(f->unit, "rank") == 0)
		buf_adds(out, "no. ");
	add_plain(out, f->value, form);
	add_open_unit(out, f, f->value, f->open_high);
}

void
figure_says(struct buf *out, const struct figure *f, enum money_form form)
{
	size_t start = out->len;

	if (f->missing && *f->missing) {
		buf_adds(out, absent_words(f->missing));
		return;
	}
	if (f->stat == STAT_CATEGORY) {
		buf_adds(out, f->text && *f->text ? f->text : not_stated);
		return;
	}
	if (f->stat == STAT_RANGE && !(isnan(f->low) && isnan(f->high)))
		add_range(out, f, form);
	else if (f->stat == STAT_PERCENTILES)
		add_percentiles(out, f, form);
	else if (!isnan(f->value))
		add_single(out, f, form);
	if (out->len == start)
		buf_adds(out, not_stated);
	else if (is_money(f->unit) && money_unstated(f->unit))
		buf_adds(out, not_said);
}
