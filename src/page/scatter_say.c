/*
 * scatter_say.c - a picture in words: what it shows, how its numbers go together, who is not on it and why.
 */
#include "scatter_parts.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/money.h"

#include <ctype.h>
#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

/* Names of numbers inside a sentence, where the title of the column is none, and of their ends. */
static const struct {
	const struct list *list;
	const char *field, *name, *low, *high;
} names[] = {
    {&list_programs, "cost", "cost", "cheapest", "dearest"},
    {&list_programs, "cost_per_year", "cost a year", "cheapest", "dearest"},
    {&list_programs, "tuition_in", "tuition in the state", "cheapest", "dearest"},
    {&list_programs, "tuition_out", "tuition from other states", "cheapest", "dearest"},
    {&list_programs, "months", "months", "shortest", "longest"},
    {&list_programs, "months_max", "months at most", "shortest", "longest"},
    {&list_programs, "dte", "debt to earnings", "lowest", "highest"},
    {&list_roles, "pay_low", "pay, lower end", "lowest", "highest"},
    {&list_roles, "pay_high", "pay, upper end", "lowest", "highest"},
    {&list_roles, "growth", "growth a year", "lowest", "highest"},
};

static size_t
name_index(const struct list *l, int field)
{
	size_t i = 0;

	while (i < LEN(names) && (names[i].list != l || field_find(l, names[i].field) != field))
		i++;
	return i;
}

void
scatter_name(const struct list *l, int field, struct buf *out)
{
	size_t i = name_index(l, field), from = out->len;

	if (i < LEN(names)) {
		buf_adds(out, names[i].name);
		return;
	}
	buf_adds(out, l->fields[field].title);
	if (out->len > from)
		out->data[from] = (char)tolower((unsigned char)out->data[from]);
}

const char *
scatter_about(const struct list *l, int field)
{
	return l->fields[field].help;
}

void
scatter_title(const struct list *l, struct scatter_axes axes, struct buf *out)
{
	if (axes.y < 0)
		buf_adds(out, "spread of ");
	scatter_name(l, axes.y < 0 ? axes.x : axes.y, out);
	if (axes.y < 0)
		return;
	buf_adds(out, " by ");
	scatter_name(l, axes.x, out);
}

static void
add_value(const struct scatter *s, int field, double v, enum money_form form, struct buf *out)
{
	const struct field *f = field >= 0 ? &s->view->list->fields[field] : NULL;

	switch (f != NULL ? f->unit : UNIT_COUNT) {
	case UNIT_MONEY:
		money_bare(out, v, f->guard != NULL ? s->currency : "USD", form);
		break;
	case UNIT_PERCENT10:
		num_plain(out, v / 10);
		buf_addc(out, '%');
		break;
	case UNIT_COUNT:
		if (form == MONEY_SHORT)
			num_short(out, v);
		else
			num_full(out, v);
		break;
	case UNIT_MONTHS:
		num_plain(out, v);
		buf_adds(out, v == 1 ? " month" : " months");
		break;
	case UNIT_NONE:
	case UNIT_YEAR:
	case UNIT_YEARS:
	case UNIT_RANK:
		num_plain(out, v);
		break;
	}
}

void
scatter_value(const struct scatter *s, int field, double v, struct buf *out)
{
	add_value(s, field, v, MONEY_SHORT, out);
}

void
scatter_tick(const struct scatter *s, int field, double v, struct buf *out)
{
	if (field >= 0 && s->view->list->fields[field].unit == UNIT_MONTHS)
		num_plain(out, v);
	else
		scatter_value(s, field, v, out);
}

void
scatter_full(const struct scatter *s, int field, double v, struct buf *out)
{
	add_value(s, field, v, MONEY_FULL, out);
}

/* --- how they go together ----------------------------------------------------------------------- */

void
scatter_share(const struct scatter *s, size_t band, struct buf *out)
{
	static const char *const fifths[] = {NULL, "second", "middle", "fourth"};
	size_t i = name_index(s->view->list, s->axes.x);

	if (band == 0)
		buf_adds(out, i < LEN(names) ? names[i].low : "lowest");
	else if (band + 1 == s->nbands)
		buf_adds(out, i < LEN(names) ? names[i].high : "highest");
	else
		buf_adds(out, s->nbands == 3 ? "middle" : s->nbands == 5 ? fifths[band] : "next");
	buf_adds(out, s->nbands == 5 ? " fifth" : s->nbands == 3 ? " third" : " share");
}

static void
answer_spread(const struct scatter *s, struct buf *out)
{
	if (s->n < SCATTER_THIN)
		return;
	buf_adds(out, "Half of them are at ");
	scatter_value(s, s->axes.x, s->quantile[2], out);
	buf_adds(out, " or less, and the middle half from ");
	scatter_value(s, s->axes.x, s->quantile[1], out);
	buf_adds(out, " to ");
	scatter_value(s, s->axes.x, s->quantile[3], out);
	buf_addc(out, '.');
}

void
scatter_answer(const struct scatter *s, struct buf *out)
{
	const struct scatter_band *low = &s->band[0], *high;
	size_t from = out->len;

	if (s->axes.y < 0) {
		answer_spread(s, out);
		return;
	}
	if (s->nbands < 2)
		return;
	high = &s->band[s->nbands - 1];
	scatter_share(s, 0, out);
	out->data[from] = (char)toupper((unsigned char)out->data[from]);
	buf_adds(out, ", up to ");
	scatter_value(s, s->axes.x, low->to, out);
	buf_adds(out, ": half at ");
	scatter_name(s->view->list, s->axes.y, out);
	buf_adds(out, " of ");
	scatter_value(s, s->axes.y, low->mid, out);
	buf_adds(out, " or less; ");
	scatter_share(s, s->nbands - 1, out);
	buf_adds(out, ", from ");
	scatter_value(s, s->axes.x, high->from, out);
	buf_adds(out, ": ");
	scatter_value(s, s->axes.y, high->mid, out);
	buf_addc(out, '.');
}

/* --- who is not on it --------------------------------------------------------------------------- */

static uint32_t
left_of(const struct scatter *s, int field)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s->nleft; i++)
		n += s->left[i].field == field ? s->left[i].n : 0;
	return n;
}

/* That nobody states it needs no reason. */
static bool
only_not_stated(const struct scatter *s, int field)
{
	for (size_t i = 0; i < s->nleft; i++)
		if (s->left[i].field == field && s->left[i].why != MISSING_NOT_STATED)
			return false;
	return true;
}

/* " (160,000 suppressed for privacy, 11,499 not stated)", the most first. */
static void
add_reasons(const struct scatter *s, int field, struct buf *out)
{
	bool said[LEN(s->left)] = {false};
	const char *gap = " (";

	if (only_not_stated(s, field))
		return;
	for (;;) {
		size_t best = LEN(said);

		for (size_t i = 0; i < s->nleft; i++)
			if (s->left[i].field == field && !said[i]
			    && (best == LEN(said) || s->left[i].n > s->left[best].n))
				best = i;
		if (best == LEN(said))
			break;
		said[best] = true;
		buf_adds(out, gap);
		num_full(out, s->left[best].n);
		buf_addf(out, " %s", missing_words(s->left[best].why));
		gap = ", ";
	}
	buf_adds(out, *gap == ',' ? ")" : "");
}

static void
add_left(const struct scatter *s, int field, bool whole, struct buf *out)
{
	uint32_t n = field >= 0 ? left_of(s, field) : 0;
	bool first = out->len == 0;

	if (n == 0)
		return;
	buf_adds(out, first ? "" : "; ");
	num_full(out, n);
	buf_addf(out, "%s %s",
	    !first       ? ""
		: n == 1 ? " states"
			 : " state",
	    s->view->list->fields[field].absent);
	if (whole)
		add_reasons(s, field, out);
}

void
scatter_left_out(const struct scatter *s, bool whole, struct buf *out)
{
	struct buf why = BUF_INIT;
	uint32_t n = s->view->nrows - (uint32_t)s->n;

	add_left(s, s->axes.y, whole, &why);
	add_left(s, s->axes.x, whole, &why);
	if (s->foreign > 0) {
		buf_adds(&why, why.len > 0 ? "; " : "");
		num_full(&why, s->foreign);
		buf_adds(&why, " in another currency");
	}
	if (n > 0 && s->foreign == 0
	    && (n == left_of(s, s->axes.x) || n == left_of(s, s->axes.y))) {
		buf_addf(out, "%s: not drawn", why.data);
	} else if (n > 0) {
		num_full(out, n);
		buf_addf(out, " not drawn: %s", why.data);
	}
	buf_free(&why);
}

/* --- what differs ------------------------------------------------------------------------------- */

static size_t
kinds_of(const struct scatter *s, size_t from)
{
	size_t n = 1;

	while (from + n < s->nkinds && s->kind[from + n].field == s->kind[from].field
	    && s->kind[from + n].of == s->kind[from].of)
		n++;
	return n;
}

static const char *
kind_text(const struct scatter *s, const struct scatter_kind *k)
{
	const struct list *l = s->view->list;

	if (k->code == 0)
		return "not said";
	return dict_text(&s->view->frame->cols[field_col(l, k->field)].dict, k->code);
}

static void
add_kinds(const struct scatter *s, size_t from, size_t n, struct buf *out)
{
	for (size_t i = from; i < from + n; i++) {
		buf_adds(out, i > from ? ", " : "");
		buf_adds(out, kind_text(s, &s->kind[i]));
		buf_adds(out, " ");
		num_full(out, s->kind[i].n);
	}
}

void
scatter_differs(const struct scatter *s, struct buf *out)
{
	const struct list *l = s->view->list;
	size_t start = out->len;

	for (size_t i = 0, n; i < s->nkinds; i += n) {
		n = kinds_of(s, i);
		if (n < 2)
			continue;
		buf_adds(out, out->len > start ? "; " : "not all alike: ");
		scatter_name(l, s->kind[i].field, out);
		buf_addc(out, ' ');
		add_kinds(s, i, n, out);
	}
	if (s->unstated > 0) {
		buf_adds(out, out->len > start ? "; " : "not all alike: ");
		buf_adds(out, "the currency of ");
		num_full(out, s->unstated);
		buf_addf(out, " is not said, they are read as %s",
		    money_unstated(s->currency) ? "one" : s->currency);
	}
}

/* "audience", but of the time at which a number was measured: "earnings". */
static void
add_kind_name(const struct scatter *s, const struct scatter_kind *k, struct buf *out)
{
	const struct list *l = s->view->list;

	if (strstr(l->fields[k->field].name, "_horizon") != NULL)
		scatter_name(l, k->of, out);
	else
		scatter_name(l, k->field, out);
}

/* "stated by Scorecard 2014-16", "stated by A (30), B (5) and 3 more". */
static void
add_sources(const struct scatter *s, struct buf *out)
{
	size_t n = 0;

	while (n < SCATTER_KINDS && s->source[n].n > 0)
		n++;
	if (n == 0)
		return;
	buf_addf(out, "%sstated by ", out->len > 0 ? "; " : "");
	for (size_t i = 0; i < n; i++) {
		buf_addf(out, "%s%s", i > 0 ? ", " : "", kind_text(s, &s->source[i]));
		if (s->nsources > 1) {
			buf_adds(out, " (");
			num_full(out, s->source[i].n);
			buf_addc(out, ')');
		}
	}
	if (s->nsources > n)
		buf_addf(out, " and %zu more", s->nsources - n);
}

void
scatter_meant(const struct scatter *s, struct buf *out)
{
	for (size_t i = 0, n; i < s->nkinds; i += n) {
		n = kinds_of(s, i);
		if (n > 1 || s->kind[i].code == 0)
			continue;
		buf_adds(out, out->len > 0 ? "; " : "");
		add_kind_name(s, &s->kind[i], out);
		buf_addf(out, ": %s", kind_text(s, &s->kind[i]));
	}
	add_sources(s, out);
}
