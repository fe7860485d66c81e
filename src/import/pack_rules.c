/*
 * pack_rules.c - rules across the fields of one entry.
 *
 * Types and references are checked before; here stand the rules that make a figure a figure: the
 * numbers its statistic wants, in order, with a unit that fits its measure.
 */
#include "pack_rules.h"

#include "career/base/text.h"
#include "pack_values.h"

#include <math.h>
#include <string.h>

static bool
has(const struct pack_row *row, const char *field)
{
	return pack_get(row, field)->node != NULL;
}

static bool
is(const struct pack_row *row, const char *field, const char *value)
{
	const struct pack_value *v = pack_get(row, field);

	return v->text != NULL && strcmp(v->text, value) == 0;
}

static double
num(const struct pack_row *row, const char *field)
{
	return pack_get(row, field)->num;
}

static bool
is_currency(const char *unit)
{
	return unit != NULL
	    && ((unit[0] >= 'A' && unit[0] <= 'Z') || strcmp(unit, "unstated-currency") == 0);
}

void
rule_pack(struct pack_set *set, struct pack_row *row)
{
	const char *folder = set->packs[row->pack];
	const struct pack_value *name = pack_get(row, "pack"), *req = pack_get(row, "requires");

	if (name->text != NULL && strcmp(name->text, folder) != 0)
		pack_error(set, row, name->node,
		    "pack '%s' stands in the folder '%s'; the same name was "
		    "expected",
		    name->text, folder);
	if (req->node == NULL || req->node->kind != Y_LIST)
		return;
	for (const struct ynode *n = req->node->child; n != NULL; n = n->next) {
		bool found = false;

		for (size_t i = 0; i < set->npacks; i++)
			found = found || strcmp(set->packs[i], n->text) == 0;
		if (!found)
			pack_error(set, row, n,
			    "pack '%s' is required and not among those being built", n->text);
	}
}

void
rule_source(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *label = pack_get(row, "short");

	if (label->text != NULL && text_width(label->text) > 18)
		pack_error(set, row, label->node,
		    "'short' takes %d cells; at most 18 were expected", text_width(label->text));
}

void
rule_role(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *serves = pack_get(row, "serves");

	if (serves->node == NULL || serves->node->kind != Y_LIST)
		return;
	if (!is(row, "kind", "specialization"))
		pack_error(set, row, serves->node, "only a specialization 'serves' other roles");
	for (const struct ynode *n = serves->node->child; n != NULL; n = n->next)
		if (n->text != NULL && pack_find(set, SEC_ROLES, "", n->text) == NULL)
			pack_error(set, row, n, "no entry '%s' in roles", n->text);
}

void
rule_nearest(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *v = pack_get(row, "occupation");
	const struct pack_row *target =
	    v->text != NULL ? pack_find(set, SEC_ROLES, "", v->text) : NULL;

	if (target != NULL && !is(target, "kind", "occupation"))
		pack_error(set, row, v->node, "'%s' is not of kind occupation", v->text);
}

/* The numbers that each statistic wants. */
static void
figure_numbers(struct pack_set *set, struct pack_row *row)
{
	static const char *const names[] = {"p10", "p25", "p50", "p75", "p90"};
	double last = -INFINITY;
	size_t found = 0;

	if (is(row, "statistic", "range")) {
		if (!has(row, "low") || !has(row, "high"))
			pack_error(set, row, NULL, "a range wants 'low' and 'high'");
		else if (num(row, "low") > num(row, "high"))
			pack_error(set, row, pack_get(row, "high")->node, "'high' is below 'low'");
	} else if (is(row, "statistic", "category")) {
		if (!has(row, "text"))
			pack_error(set, row, NULL, "a category wants 'text'");
	} else if (is(row, "statistic", "percentiles")) {
		for (size_t i = 0; i < 5; i++) {
			if (!has(row, names[i]))
				continue;
			found++;
			if (num(row, names[i]) < last)
				pack_error(set, row, pack_get(row, names[i])->node,
				    "'%s' is below a lower percentile", names[i]);
			last = num(row, names[i]);
		}
		if (found == 0)
			pack_error(set, row, NULL, "percentiles want at least one of p10 ... p90");
	} else if (!has(row, "value")) {
		pack_error(set, row, NULL, "a %s wants 'value'",
		    pack_get(row, "statistic")->text != NULL ? pack_get(row, "statistic")->text
							     : "statistic");
	}
}

void
rule_figure(struct pack_set *set, struct pack_row *row)
{
	static const char *const money[] = {"pay", "cost", "earnings", "debt", NULL};
	const struct pack_value *unit = pack_get(row, "unit");

	if (!has(row, "missing"))
		figure_numbers(set, row);
	for (size_t i = 0; money[i] != NULL; i++)
		if (is(row, "measure", money[i]) && unit->text != NULL
		    && !is(row, "statistic", "category") && !is_currency(unit->text))
			pack_error(set, row, unit->node,
			    "%s is money: a currency code or unstated-currency was expected",
			    money[i]);
	if (has(row, "basis") && !is(row, "measure", "pay"))
		pack_error(set, row, pack_get(row, "basis")->node, "only pay has a 'basis'");
	if (is(row, "measure", "growth") && unit->text != NULL && !is(row, "unit", "percent")
	    && !is(row, "statistic", "category") && !is(row, "statistic", "rank"))
		pack_error(set, row, unit->node, "growth is counted in percent");
}

/* The shares of one role and source add up to 100; checked at the first of them. */
void
rule_day_share(struct pack_set *set, struct pack_row *row)
{
	const struct pack_rows *rows = &set->rows[SEC_DAY_SHARES];
	int64_t role = pack_get(row, "role")->ref, source = pack_get(row, "source")->ref;
	double sum = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct pack_row *other = rows->row[i];

		if (pack_get(other, "role")->text == NULL || pack_get(row, "role")->text == NULL
		    || strcmp(pack_get(other, "role")->text, pack_get(row, "role")->text) != 0
		    || pack_get(other, "source")->text == NULL
		    || pack_get(row, "source")->text == NULL
		    || strcmp(pack_get(other, "source")->text, pack_get(row, "source")->text) != 0)
			continue;
		if (other != row && sum == 0)
			return;
		sum += num(other, "share");
	}
	if (role != 0 && source != 0 && fabs(sum - 100) > 0.5)
		pack_error(set, row, NULL,
		    "the shares of this role and source add up to %g, not 100", sum);
}

void
rule_transition(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *from = pack_get(row, "from"), *to = pack_get(row, "to");

	if (from->ref != 0 && from->ref == to->ref)
		pack_error(
		    set, row, to->node, "a transition leads to another role than it starts from");
}

void
rule_route(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *v = pack_get(row, "leads_to");

	if (v->node == NULL || v->node->kind != Y_LIST)
		return;
	for (const struct ynode *n = v->node->child; n != NULL; n = n->next)
		if (n->text != NULL && pack_find(set, SEC_ROLES, "", n->text) == NULL)
			pack_error(set, row, n, "no entry '%s' in roles", n->text);
}

void
rule_factor(struct pack_set *set, struct pack_row *row)
{
	if (has(row, "high") && has(row, "low") && num(row, "low") > num(row, "high"))
		pack_error(set, row, pack_get(row, "high")->node, "'high' is below 'low'");
	if (is(row, "derived", "yes") && !has(row, "sum"))
		pack_error(set, row, NULL, "a derived multiplier wants 'sum': how it was computed");
}

void
rule_listing(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *v = pack_get(row, "programs");

	if (v->node == NULL || v->node->kind != Y_LIST)
		return;
	for (const struct ynode *n = v->node->child; n != NULL; n = n->next)
		if (n->text != NULL && pack_find(set, SEC_PROGRAMS, "", n->text) == NULL)
			pack_error(set, row, n, "no entry '%s' in programs", n->text);
}

void
rule_program(struct pack_set *set, struct pack_row *row)
{
	if (is(row, "status", "withdrawn") && !has(row, "status_note"))
		pack_error(set, row, pack_get(row, "status")->node,
		    "a withdrawn program wants 'status_note': since when, what follows it");
	if (!has(row, "facts"))
		pack_error(
		    set, row, NULL, "a program wants 'facts': at least one page that states it");
}

void
rule_fact(struct pack_set *set, struct pack_row *row)
{
	if (has(row, "cost") && (!has(row, "currency") || !has(row, "per")))
		pack_error(set, row, pack_get(row, "cost")->node,
		    "a cost wants 'currency' and 'per' (either may be 'unstated')");
	if (has(row, "months") && has(row, "months_max")
	    && num(row, "months") > num(row, "months_max"))
		pack_error(
		    set, row, pack_get(row, "months_max")->node, "'months_max' is below 'months'");
}
