/*
 * pack_rules.c - rules across the fields of one entry, and across the entries of a section. Types
 * and references are checked before.
 */
#include "pack_rules.h"

#include "career/base/text.h"
#include "pack_values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool
is_yes(const struct pack_row *row, const char *field)
{
	const struct pack_value *v = pack_get(row, field);

	return v->has_num && v->num != 0;
}

/* The texts of a list are keys of entries. */
static void
check_keys(
    struct pack_set *set, struct pack_row *row, const char *field, enum pack_section_id target)
{
	for (const struct ynode *n = pack_first(row, field); n != NULL; n = n->next)
		if (pack_find(set, target, "", n->text) == NULL)
			pack_no_such(set, row, n, target, n->text);
}

void
rule_order(struct pack_set *set, struct pack_row *row, const char *low, const char *high)
{
	if (pack_num(row, low) > pack_num(row, high))
		pack_error(set, row, pack_get(row, high)->node, "'%s' is below '%s'", high, low);
}

void
rule_pack(struct pack_set *set, struct pack_row *row)
{
	const char *folder = set->packs[row->pack];
	const struct pack_value *name = pack_get(row, "pack");

	if (name->text != NULL && strcmp(name->text, folder) != 0)
		pack_error(set, row, name->node,
		    "pack '%.80s' stands in the folder '%s'; the same name was expected",
		    name->text, folder);
	for (const struct ynode *n = pack_first(row, "requires"); n != NULL; n = n->next) {
		bool found = false;

		for (size_t i = 0; i < set->npacks; i++)
			found = found || strcmp(set->packs[i], n->text) == 0;
		if (!found)
			pack_error(set, row, n,
			    "pack '%.80s' is required and not among those being built", n->text);
	}
}

void
rule_source(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *label = pack_get(row, "short");
	struct buf safe = BUF_INIT;

	if (label->text != NULL)
		text_safes(&safe, label->text, false);
	if (text_width(safe.data) > 18)
		pack_error(set, row, label->node,
		    "'short' takes %d cells; at most 18 were expected", text_width(safe.data));
	buf_free(&safe);
}

void
rule_role(struct pack_set *set, struct pack_row *row)
{
	if (pack_has(row, "serves") && pack_get(row, "kind")->text != NULL
	    && !pack_is(row, "kind", "specialization"))
		pack_error(set, row, pack_get(row, "serves")->node,
		    "only a specialization 'serves' other roles");
	check_keys(set, row, "serves", SEC_ROLES);
}

void
rule_nearest(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *v = pack_get(row, "occupation");
	const struct pack_row *target =
	    v->text != NULL ? pack_find(set, SEC_ROLES, "", v->text) : NULL;

	if (target != NULL && !pack_is(target, "kind", "occupation"))
		pack_error(set, row, v->node, "'%.80s' is not of kind occupation", v->text);
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
	check_keys(set, row, "leads_to", SEC_ROLES);
}

void
rule_factor(struct pack_set *set, struct pack_row *row)
{
	rule_order(set, row, "low", "high");
	if (is_yes(row, "derived") && !pack_has(row, "sum"))
		pack_error(set, row, NULL, "a derived multiplier wants 'sum': how it was computed");
}

void
rule_listing(struct pack_set *set, struct pack_row *row)
{
	check_keys(set, row, "programs", SEC_PROGRAMS);
}

void
rule_program(struct pack_set *set, struct pack_row *row)
{
	const struct pack_value *facts = pack_get(row, "facts");

	if (pack_is(row, "status", "withdrawn") && !pack_has(row, "status_note"))
		pack_error(set, row, pack_get(row, "status")->node,
		    "a withdrawn program wants 'status_note': since when, what follows it");
	if (facts->node == NULL || (facts->node->kind == Y_LIST && facts->node->child == NULL))
		pack_error(set, row, facts->node,
		    "a program wants 'facts': at least one page that states it");
}

void
rule_fact(struct pack_set *set, struct pack_row *row)
{
	if (pack_has(row, "cost") && (!pack_has(row, "currency") || !pack_has(row, "per")))
		pack_error(set, row, pack_get(row, "cost")->node,
		    "a cost wants 'currency' and 'per' (either may be 'unstated')");
	rule_order(set, row, "months", "months_max");
}

/* --- entries of one section ------------------------------------------------------------------ */

/* An entry by what it is about and its source. */
struct twin {
	int64_t about, source;
	const struct pack_row *row;
};

static int
by_twin(const void *a, const void *b)
{
	const struct twin *x = a, *y = b;

	if (x->about != y->about)
		return x->about < y->about ? -1 : 1;
	if (x->source != y->source)
		return x->source < y->source ? -1 : 1;
	return x->row->id < y->row->id ? -1 : x->row->id > y->row->id;
}

static int64_t
about_of(const struct pack_set *set, const struct pack_row *row)
{
	if (row->section != SEC_ROUTES)
		return pack_get(row, "role")->ref;
	return row->key != NULL ? pack_find(set, SEC_ROUTES, "", row->key)->id : 0;
}

/* The entries of a section sorted; those whose references lead nowhere are left out. Owned. */
static struct twin *
twins_of(const struct pack_set *set, enum pack_section_id sec, size_t *n)
{
	const struct pack_rows *rows = &set->rows[sec];
	struct twin *t = mem_zero(rows->n + 1, sizeof *t);

	*n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		const struct pack_row *row = rows->row[i];
		struct twin one = {about_of(set, row), pack_get(row, "source")->ref, row};

		if (one.about != 0 && one.source != 0)
			t[(*n)++] = one;
	}
	qsort(t, *n, sizeof *t, by_twin);
	return t;
}

static bool
are_twins(const struct twin *a, const struct twin *b)
{
	return a->about == b->about && a->source == b->source;
}

/* A route has one entry per source. */
static void
rule_routes(struct pack_set *set)
{
	size_t n;
	struct twin *t = twins_of(set, SEC_ROUTES, &n);

	for (size_t i = 1; i < n; i++)
		if (are_twins(&t[i - 1], &t[i]))
			pack_error(set, t[i].row, NULL,
			    "route '%.80s' stands already in %s:%u for this source", t[i].row->key,
			    t[i - 1].row->file, t[i - 1].row->node->line);
	free(t);
}

/* The shares of one role and source add up to 100; said at the first of them. */
static void
rule_day_shares(struct pack_set *set)
{
	size_t n, first = 0;
	struct twin *t = twins_of(set, SEC_DAY_SHARES, &n);
	double sum = 0;

	for (size_t i = 0; i < n; i++) {
		sum += pack_num(t[i].row, "share");
		if (i + 1 < n && are_twins(&t[first], &t[i + 1]))
			continue;
		if (fabs(sum - 100) > 0.5)
			pack_error(set, t[first].row, NULL,
			    "the shares of this role and source add up to %g, not 100", sum);
		first = i + 1;
		sum = 0;
	}
	free(t);
}

void
rules_of_set(struct pack_set *set)
{
	rule_routes(set);
	rule_day_shares(set);
}
