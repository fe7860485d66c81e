/* handout_next.c - ways to what is missing, and the programs of the shortlist with what they pay back. */
#include "handout_parts.h"

#include "career/model/route.h"
#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- ways ------------------------------------------------------------------------------------ */

static void
span_says(struct buf *b, const struct route *r)
{
	const struct money_span cost = {.lo = r->cost.low, .hi = r->cost.high, .currency = "USD"};

	if (!isnan(r->cost.low) || !isnan(r->cost.high)) {
		buf_adds(b, ", ");
		money_span(b, &cost, MONEY_FULL);
	}
	if (!isnan(r->months.low) || !isnan(r->months.high)) {
		buf_adds(b, ", ");
		months_span(b, round(r->months.low * 10) / 10, round(r->months.high * 10) / 10);
	}
}

/* All who speak of a program. */
static bool
cite_program(struct handout *h, const char *key, struct err *e)
{
	struct stmt *st = db_query(h->r->db, "handout_program_sources", e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	while ((step = stmt_step(st, e)) == 1)
		doc_cite(h->d, sources_by_id(&h->r->sources, stmt_int(st, 0)));
	stmt_reset(st);
	return step == 0;
}

/* "bootcamp: NAME, $5,000-15,000, 3-6 months" */
static bool
put_route(struct handout *h, const struct route *r, const char *why, struct err *e)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s%s: %s", why, route_kind_word(r->kind), r->name);
	if (r->program[0] != '\0' && r->summary[0] != '\0')
		buf_addf(&b, ", %s", r->summary);
	span_says(&b, r);
	doc_add(h->d, DOC_ITEM, "%s", b.data);
	doc_cite(h->d, r->source);
	doc_cite(h->d, r->cost.source);
	doc_cite(h->d, r->months.source);
	buf_free(&b);
	return r->program[0] == '\0' || r->cost.source != NULL || r->months.source != NULL
	    || cite_program(h, r->program, e);
}

static bool
says_something(const struct route *r)
{
	return !isnan(r->cost.low) || !isnan(r->cost.high) || !isnan(r->months.low)
	    || !isnan(r->months.high);
}

/* The cheapest, the shortest, then of each kind the first of which a price or a length is stated. */
bool
handout_next(struct handout *h, struct err *e)
{
	const struct route *cheap, *brief;
	struct routes all;
	size_t shown = 0;
	bool kinds[ROUTE_KINDS] = {false}, ok = true;

	if (!routes_of_role(&all, h->r->db, &h->r->sources, h->role[0], h->a, e))
		return false;
	if (all.n == 0)
		return true;
	doc_add(h->d, DOC_HEADING, "Ways there that sources name");
	cheap = routes_cheapest(&all);
	brief = routes_shortest(&all);
	if (cheap != NULL && shown++ < h->room.routes)
		ok = put_route(
		    h, cheap, cheap == brief ? "Cheapest and shortest, " : "Cheapest, ", e);
	if (ok && brief != NULL && brief != cheap && shown++ < h->room.routes)
		ok = put_route(h, brief, "Shortest, ", e);
	for (size_t i = 0; ok && i < all.n && shown < h->room.routes; i++) {
		const struct route *r = &all.r[i];

		if (r == cheap || r == brief || !says_something(r)
		    || (!h->ask->full && kinds[r->kind]))
			continue;
		kinds[r->kind] = true;
		ok = put_route(h, r, "", e);
		shown++;
	}
	return ok;
}

/* --- programs -------------------------------------------------------------------------------- */

static void
add_said(struct handout *h, struct payback_asks *q, const char *of, const char *key)
{
	char name[400];
	char *kept;

	snprintf(name, sizeof name, "payback%s%s", of, key);
	kept = h->p != NULL ? profile_get(h->p, name) : NULL;
	payback_asks_add(q, kept);
	free(kept);
}

bool
handout_payback(
    struct handout *h, struct payback *b, const struct rules *rules, int64_t program, struct err *e)
{
	struct payback_asks q;

	if (!payback_open(b, h->r->db, &h->r->sources, rules, program, h->role[0], e))
		return false;
	payback_asks_init(&q);
	add_said(h, &q, "", "");
	add_said(h, &q, " program ", b->program_key);
	add_said(h, &q, " role ", b->role_slug);
	if (payback_work(b, &q, e) || e->code == ERR_USAGE)
		return true;
	payback_close(b);
	return false;
}

static const struct source *
source_of(const struct handout *h, const char *key)
{
	for (size_t i = 0; i < h->r->sources.n; i++)
		if (strcmp(h->r->sources.s[i].key, key) == 0)
			return &h->r->sources.s[i];
	return NULL;
}

static void
cite_pays(struct handout *h, const struct payback *b)
{
	for (size_t i = 0; i < b->npays; i++)
		if (b->pay[i].f != NULL)
			doc_cite(h->d, b->pay[i].f->source);
}

/* The shortlist's figures of a program, and what it pays back. */
static bool
put_program(
    struct handout *h, const struct changed_item *x, const struct rules *rules, struct err *e)
{
	struct payback b = {.of = NULL};
	struct buf says = BUF_INIT;
	int64_t id = 0;
	bool ok = db_row_of(h->r->db, "thing_program", x->key, &id, e);

	for (size_t i = 0; i < x->is.n; i++)
		buf_addf(
		    &says, "%s%s: %s", i > 0 ? "; " : ". ", x->is.f[i].measure, x->is.f[i].says);
	if (x->is.gone)
		buf_adds(&says, ": no longer in the catalog");
	ok = ok && (id == 0 || handout_payback(h, &b, rules, id, e));
	if (ok && id != 0) {
		buf_adds(&says, ". ");
		payback_says(&says, &b);
	}
	doc_add(h->d, DOC_ITEM, "%s%s", x->title, says.data);
	for (size_t i = 0; i < x->is.n; i++)
		doc_cite(h->d, source_of(h, x->is.f[i].source));
	cite_pays(h, &b);
	payback_close(&b);
	buf_free(&says);
	return ok;
}

/* How soon a program is paid back by most figures; false: that cannot be told. */
static bool
bar_of(struct handout *h, struct doc_bar *bar, const struct rules *rules, int64_t id, struct err *e)
{
	struct payback b = {.of = NULL};
	struct buf says = BUF_INIT;

	*bar = (struct doc_bar){.label = NULL, .mid = NAN};
	if (!handout_payback(h, &b, rules, id, e))
		return false;
	if (b.band.lead > 0) {
		finance_range(&says, b.band.lead_lo, b.band.lead_hi, FU_YEARS, "USD");
		bar->label = arena_dup(h->a, b.program_name);
		bar->says = arena_ndup(h->a, says.data, says.len);
		bar->lo = b.band.lead_lo;
		bar->hi = b.band.lead_hi;
	}
	payback_close(&b);
	buf_free(&says);
	return true;
}

/* Years until price and lost pay are back, where there are two to be set side by side. */
static bool
put_paybacks(struct handout *h, const struct rules *rules, size_t most, struct err *e)
{
	struct doc_bar *bar = arena_alloc(h->a, (h->items.n + 1) * sizeof *bar);
	size_t seen = 0, n = 0;

	for (size_t i = 0; i < h->items.n && seen < most; i++) {
		int64_t id = 0;

		if (strcmp(h->items.item[i].list, "programs") != 0)
			continue;
		seen++;
		if (!db_row_of(h->r->db, "thing_program", h->items.item[i].key, &id, e)
		    || (id != 0 && !bar_of(h, &bar[n], rules, id, e)))
			return false;
		n += id != 0 && bar[n].label != NULL;
	}
	if (n > 1)
		doc_chart(h->d, "years to pay back", 1);
	for (size_t i = 0; n > 1 && i < n; i++)
		doc_bar(h->d, &bar[i]);
	return true;
}

bool
handout_programs(struct handout *h, struct err *e)
{
	struct rules rules = {0};
	size_t shown = 0, all = 0;
	bool ok = rules_load(&rules, e);

	for (size_t i = 0; ok && i < h->items.n; i++) {
		if (strcmp(h->items.item[i].list, "programs") != 0)
			continue;
		if (all++ == 0)
			doc_add(h->d, DOC_HEADING, "Programs on my shortlist");
		if (shown++ < h->room.programs)
			ok = put_program(h, &h->items.item[i], &rules, e);
	}
	if (ok && all > h->room.programs)
		doc_add(h->d, DOC_NOTE, "%zu more: career shortlist", all - h->room.programs);
	if (ok)
		ok = put_paybacks(h, &rules, h->room.programs, e);
	rules_free(&rules);
	return ok;
}
