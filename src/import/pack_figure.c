/*
 * pack_figure.c - what makes a figure a figure: the numbers that its statistic wants and no others,
 * in order, with a unit that fits its measure.
 */
#include "pack_rules.h"

#include "pack_values.h"

#include <math.h>
#include <string.h>

static bool
is_currency(const char *unit)
{
	return unit != NULL
	    && ((unit[0] >= 'A' && unit[0] <= 'Z') || strcmp(unit, "unstated-currency") == 0);
}

enum { RANGE, VALUE, PERCENTILES, CATEGORY };

/* What states the figure. The percentiles stand in rising order. */
static const struct number {
	const char *field;
	int form;
} numbers[] = {
    {"low", RANGE},
    {"high", RANGE},
    {"value", VALUE},
    {"p10", PERCENTILES},
    {"p25", PERCENTILES},
    {"p50", PERCENTILES},
    {"p75", PERCENTILES},
    {"p90", PERCENTILES},
    {"text", CATEGORY},
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

static int
form_of(const struct pack_row *row)
{
	static const struct number forms[] = {
	    {"range", RANGE}, {"percentiles", PERCENTILES}, {"category", CATEGORY}};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (pack_is(row, "statistic", forms[i].field))
			return forms[i].form;
	return VALUE;
}

/* Only what the statistic wants may be there; `missing` stands instead of all of it. */
static void
figure_others(struct pack_set *set, struct pack_row *row, int form)
{
	for (size_t i = 0; i < NUMBERS; i++) {
		const struct pack_value *v = pack_get(row, numbers[i].field);

		if (v->node == NULL)
			continue;
		if (pack_has(row, "missing"))
			pack_error(set, row, v->node,
			    "'%s' beside 'missing'; one of them was expected", numbers[i].field);
		else if (numbers[i].form != form)
			pack_error(set, row, v->node, "a %s has no '%s'",
			    form == PERCENTILES ? "figure of percentiles"
						: pack_get(row, "statistic")->text,
			    numbers[i].field);
	}
}

static void
figure_percentiles(struct pack_set *set, struct pack_row *row)
{
	double last = -INFINITY;
	size_t found = 0;

	for (size_t i = 0; i < NUMBERS; i++) {
		const char *name = numbers[i].field;

		if (numbers[i].form != PERCENTILES || !pack_has(row, name))
			continue;
		found++;
		if (pack_num(row, name) < last)
			pack_error(set, row, pack_get(row, name)->node,
			    "'%s' is below a lower percentile", name);
		if (pack_get(row, name)->has_num)
			last = pack_num(row, name);
	}
	if (found == 0)
		pack_error(set, row, NULL, "percentiles want at least one of p10 ... p90");
}

/* The numbers that the statistic wants. */
static void
figure_numbers(struct pack_set *set, struct pack_row *row, int form)
{
	if (form == RANGE && (!pack_has(row, "low") || !pack_has(row, "high")))
		pack_error(set, row, NULL, "a range wants 'low' and 'high'");
	else if (form == RANGE)
		rule_order(set, row, "low", "high");
	else if (form == PERCENTILES)
		figure_percentiles(set, row);
	else if (form == CATEGORY && !pack_has(row, "text"))
		pack_error(set, row, NULL, "a category wants 'text'");
	else if (form == VALUE && !pack_has(row, "value"))
		pack_error(set, row, NULL, "a %s wants 'value'", pack_get(row, "statistic")->text);
}

static void
figure_top_coded(struct pack_set *set, struct pack_row *row)
{
	for (const struct ynode *n = pack_first(row, "top_coded"); n != NULL; n = n->next) {
		bool found = false;

		for (size_t i = 0; i < NUMBERS; i++)
			found = found
			    || (numbers[i].form != CATEGORY
				&& strcmp(numbers[i].field, n->text) == 0
				&& pack_has(row, numbers[i].field));
		if (!found)
			pack_error(set, row, n,
			    "'top_coded' names '%.80s'; a number of this figure was expected",
			    n->text);
	}
}

static void
figure_money(struct pack_set *set, struct pack_row *row)
{
	static const char *const money[] = {"pay", "cost", "earnings", "debt"};
	const struct pack_value *measure = pack_get(row, "measure"), *unit = pack_get(row, "unit");
	bool found = false;

	for (size_t i = 0; i < sizeof money / sizeof *money; i++)
		found = found || pack_is(row, "measure", money[i]);
	if (!found)
		return;
	if (unit->text != NULL && form_of(row) != CATEGORY && !is_currency(unit->text))
		pack_error(set, row, unit->node,
		    "%s is money: a currency code or unstated-currency was expected",
		    measure->text);
	for (size_t i = 0; i < NUMBERS; i++)
		if (pack_num(row, numbers[i].field) < 0)
			pack_error(set, row, pack_get(row, numbers[i].field)->node,
			    "%s is money: '%s' cannot be below zero", measure->text,
			    numbers[i].field);
}

void
rule_figure(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *unit = pack_get(row, "unit");
	int form = form_of(row);

	if (pack_get(row, "statistic")->text != NULL) {
		figure_others(set, row, form);
		if (!pack_has(row, "missing"))
			figure_numbers(set, row, form);
	}
	figure_top_coded(set, row);
	figure_money(set, row);
	if (pack_has(row, "basis") && pack_get(row, "measure")->text != NULL
	    && !pack_is(row, "measure", "pay"))
		pack_error(set, row, pack_get(row, "basis")->node, "only pay has a 'basis'");
	if (pack_is(row, "measure", "growth") && unit->text != NULL
	    && !pack_is(row, "unit", "percent") && form != CATEGORY
	    && !pack_is(row, "statistic", "rank"))
		pack_error(set, row, unit->node, "growth is counted in percent");
}
