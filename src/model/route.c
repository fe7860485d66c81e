/*
 * route.c - routes that lead to a role: rows of the table, the figures of each, and their order.
 */
#include "route_parts.h"

#include "career/base/mem.h"
#include "career/frame/jsonlist.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const kinds[ROUTE_KINDS] = {
    [ROUTE_DEGREE] = "degree",
    [ROUTE_BOOTCAMP] = "bootcamp",
    [ROUTE_CERTIFICATION] = "certification",
    [ROUTE_MOOC] = "mooc",
    [ROUTE_SELF_STUDY] = "self-study",
    [ROUTE_OTHER] = "other",
};

const char *
route_kind_word(enum route_kind k)
{
	return kinds[k];
}

enum route_kind
route_kind_of(const char *word)
{
	int k = 0;

	while (k < ROUTE_OTHER && strcmp(kinds[k], word) != 0)
		k++;
	return (enum route_kind)k;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
add_resource(void *ctx, const char *text, size_t len)
{
	struct buf *b = ctx;

	buf_adds(b, b->len > 0 ? ", " : "");
	buf_add(b, text, len);
}

static const char *
list_words(const struct route_reading *in, const char *json)
{
	struct buf b = BUF_INIT, tmp = BUF_INIT;
	const char *words = "";

	if (json != NULL && jsonlist_each(json, &tmp, add_resource, &b))
		words = arena_dup(in->a, b.data);
	buf_free(&b);
	buf_free(&tmp);
	return words;
}

struct route
route_of_row(const struct route_reading *in, struct stmt *st)
{
	return (struct route){
	    .kind = route_kind_of(stmt_str(st, 3)),
	    .slug = arena_dup(in->a, stmt_str(st, 1)),
	    .name = arena_dup(in->a, stmt_str(st, 2)),
	    .summary = arena_dup(in->a, stmt_str(st, 4)),
	    .resources = list_words(in, stmt_text(st, 5)),
	    .source = sources_by_id(in->src, stmt_int(st, 6)),
	    .row = stmt_int(st, 0),
	    .program = "",
	    .award = "",
	    .field = "",
	    .teaches = "",
	    .cost = ROUTE_UNSTATED,
	    .months = ROUTE_UNSTATED,
	    .price = NAN,
	    .currency = "",
	    .basis = "",
	};
}

/* --- figures --------------------------------------------------------------------------------- */

/* Months in one of a unit; NAN: it is no length, or one that says nothing of months. */
static double
months_of(const char *unit)
{
	static const struct unit {
		const char *name;
		double months;
	} units[] = {
	    {"days", 12 / 365.25}, {"weeks", 12 * 7 / 365.25}, {"months", 1}, {"years", 12}};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(units[i].name, unit) == 0)
			return units[i].months;
	return NAN;
}

/* The numbers that stand in a row of route_figures, times `scale`, over what there is. */
static void
widen(struct route_span *s, struct stmt *st, double scale, const struct source *source)
{
	double value = stmt_num(st, 6);
	double low = isnan(value) ? stmt_num(st, 4) : value,
	       high = isnan(value) ? stmt_num(st, 5) : value;
	const char *open = stmt_str(st, 9);

	if (strcmp(open, "high") == 0 || strcmp(open, "both") == 0)
		high = NAN;
	if (isnan(low) || isnan(scale))
		return;
	if (isnan(s->low)) {
		*s = (struct route_span){low * scale, high * scale, stmt_int(st, 0), source};
		return;
	}
	if (low * scale < s->low)
		*s = (struct route_span){low * scale, s->high, stmt_int(st, 0), source};
	s->high = isnan(s->high) || isnan(high) ? NAN : fmax(s->high, high * scale);
}

static void
put_figure(const struct route_reading *in, struct route *r, struct stmt *st)
{
	const struct source *source = sources_by_id(in->src, stmt_int(st, 2));
	const char *measure = stmt_str(st, 3), *unit = stmt_str(st, 7), *per = stmt_str(st, 8);
	bool whole = strcmp(per, "") == 0 || strcmp(per, "once") == 0 || strcmp(per, "total") == 0;
	int64_t *more = arena_alloc(in->a, (r->nfigures + 1) * sizeof *more);

	if (r->nfigures > 0)
		memcpy(more, r->figures, r->nfigures * sizeof *more);
	more[r->nfigures++] = stmt_int(st, 0);
	r->figures = more;
	if (strcmp(measure, "cost") == 0 && strcmp(unit, "USD") == 0 && whole)
		widen(&r->cost, st, 1, source);
	else if (strcmp(measure, "duration") == 0)
		widen(&r->months, st, months_of(unit), source);
}

/* That source's own entry on the way, else the first on it. */
static struct route *
route_of_figure(struct route_list *l, const char *slug, int64_t source)
{
	struct route *first = NULL;

	for (size_t i = 0; i < l->n; i++) {
		struct route *r = &l->r[i];

		if (r->row == 0 || strcmp(r->slug, slug) != 0)
			continue;
		if (r->source != NULL && r->source->id == source)
			return r;
		if (first == NULL)
			first = r;
	}
	return first;
}

bool
route_put_figures(const struct route_reading *in, struct route_list *l)
{
	struct stmt *st = db_query(in->db, "route_figures", in->e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, in->e)) == 1) {
		struct route *r = route_of_figure(l, stmt_str(st, 1), stmt_int(st, 2));

		if (r != NULL)
			put_figure(in, r, st);
	}
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

/* --- order ----------------------------------------------------------------------------------- */

/* Unstated ones last. */
static int
by_number(double a, double b)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return (a > b) - (a < b);
}

int
route_order(const void *a, const void *b)
{
	const struct route *x = a, *y = b;
	int d = (int)x->kind - (int)y->kind;

	if (d == 0)
		d = (x->row == 0) - (y->row == 0);
	if (d == 0)
		d = by_number(x->cost.low, y->cost.low);
	if (d == 0)
		d = by_number(x->months.low, y->months.low);
	if (d == 0)
		d = strcmp(x->name, y->name);
	if (d == 0)
		d = (x->row > y->row) - (x->row < y->row);
	return d != 0 ? d : strcmp(x->program, y->program);
}

void
route_keep(struct routes *out, struct route_list *l, struct arena *a,
    int (*order)(const void *a, const void *b))
{
	if (l->n > 1)
		qsort(l->r, l->n, sizeof *l->r, order);
	out->r = arena_alloc(a, (l->n + 1) * sizeof *out->r);
	if (l->n > 0)
		memcpy(out->r, l->r, l->n * sizeof *out->r);
	out->n = l->n;
	free(l->r);
	*l = (struct route_list){0};
}

/* --- of a role ------------------------------------------------------------------------------- */

static bool
read_rows(const struct route_reading *in, struct route_list *l, int64_t role)
{
	struct stmt *st = db_query(in->db, "route_rows", in->e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	while ((rc = stmt_step(st, in->e)) == 1) {
		l->r = mem_reserve(l->r, &l->cap, l->n + 1, sizeof *l->r);
		l->r[l->n++] = route_of_row(in, st);
	}
	stmt_reset(st);
	return rc == 0 && route_put_figures(in, l);
}

bool
routes_of_role(struct routes *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e)
{
	const struct route_reading in = {db, src, a, e};
	struct route_list l = {0};
	bool ok;

	*out = (struct routes){0};
	ok = read_rows(&in, &l, role) && route_read_programs(&in, out, &l, role);
	route_keep(out, &l, a, route_order);
	return ok;
}

/* --- the least ------------------------------------------------------------------------------- */

static bool
counts(const struct route *r)
{
	return !r->exam && r->kind != ROUTE_OTHER;
}

const struct route *
routes_cheapest(const struct routes *r)
{
	const struct route *best = NULL;

	for (size_t i = 0; i < r->n; i++)
		if (counts(&r->r[i]) && !isnan(r->r[i].cost.low)
		    && (best == NULL || r->r[i].cost.low < best->cost.low))
			best = &r->r[i];
	return best;
}

const struct route *
routes_shortest(const struct routes *r)
{
	const struct route *best = NULL;

	for (size_t i = 0; i < r->n; i++)
		if (counts(&r->r[i]) && !isnan(r->r[i].months.low)
		    && (best == NULL || r->r[i].months.low < best->months.low))
			best = &r->r[i];
	return best;
}
