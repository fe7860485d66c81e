/*
 * routes_ways.c - the ways to a role by kind: who names each, what is said of it, and the programs that are of the kind.
 */
#include "career/base/num.h"
#include "career/page/money.h"
#include "program.h"
#include "routes_draw.h"

#include <math.h>
#include <string.h>

struct ways {
	struct page *p;
	struct reader *r;
	const struct routes_shown *s;
	struct arena *a;
};

/* --- what sources say ------------------------------------------------------------------------ */

/* Who speaks of a way; its entries stand together but for the figures' order. */
static void
add_names(struct buf *b, const struct routes *all, const struct route *r)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->r[i].row != 0 && strcmp(all->r[i].slug, r->slug) == 0
		    && all->r[i].source != NULL)
			buf_addf(b, "%s%s", b->len > 0 ? ", " : "", all->r[i].source->short_name);
}

static const char *
fact_of(struct ways *w, const struct route *r)
{
	return arena_printf(w->a, "route:%lld", (long long)r->row);
}

static bool
figure_line(struct ways *w, int64_t id, struct err *e)
{
	struct buf b = BUF_INIT;
	struct figure f;
	bool ok = figure_by_id(&f, w->r->db, &w->r->sources, id, w->a, e);

	if (ok) {
		figure_says(&b, &f, MONEY_SHORT);
		if (strcmp(f.per, "once") == 0)
			buf_adds(&b, ", read as the whole price");
		else if (f.per[0] != '\0')
			buf_addf(&b, " %s", per_words(f.per));
		page_line(w->p);
		page_to(w->p, 4);
		page_addf(w->p, STYLE_VALUE, "%s: %s", say_measure(f.measure), b.data);
		page_joinf(w->p, 6, STYLE_NOTE, " (%s)", f.source->short_name);
		if (f.note[0] != '\0' && w->p->opts.details)
			page_joinf(w->p, 6, STYLE_TEXT, ": %s", f.note);
		page_anchor_id(w->p, ANCHOR_FIGURE, f.id);
	}
	buf_free(&b);
	return ok;
}

static void
text_line(struct ways *w, const struct route *r)
{
	page_line(w->p);
	page_to(w->p, 4);
	page_join(w->p, 4, STYLE_TEXT, r->summary);
	if (r->resources[0] != '\0')
		page_joinf(w->p, 4, STYLE_TEXT, " [%s]", r->resources);
	if (r->source != NULL)
		page_joinf(w->p, 4, STYLE_NOTE, " (%s)", r->source->short_name);
	page_anchor(w->p, ANCHOR_FACT, fact_of(w, r));
}

/* A way with all that is said of it; the figures are those of every source. */
static bool
way(struct ways *w, const struct route *first, struct err *e)
{
	const struct routes *all = &w->s->role;
	struct buf who = BUF_INIT;
	bool ok = true;

	add_names(&who, all, first);
	page_line(w->p);
	page_addf(w->p, STYLE_VALUE, " %s", first->name);
	page_right(w->p, STYLE_NOTE, who.data);
	page_anchor(w->p, ANCHOR_FACT, fact_of(w, first));
	buf_free(&who);
	for (size_t i = 0; ok && i < all->n; i++) {
		const struct route *r = &all->r[i];

		if (r->row == 0 || strcmp(r->slug, first->slug) != 0)
			continue;
		for (size_t k = 0; ok && k < r->nfigures; k++)
			ok = figure_line(w, r->figures[k], e);
		if (w->p->opts.details)
			text_line(w, r);
	}
	return ok;
}

static bool
is_first(const struct routes *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (all->r[k].row != 0 && strcmp(all->r[k].slug, all->r[i].slug) == 0)
			return false;
	return all->r[i].row != 0;
}

/* --- programs -------------------------------------------------------------------------------- */

void
route_says(struct buf *out, const struct route *r, int year)
{
	buf_adds(out, r->name);
	if (r->row != 0)
		return;
	buf_addf(out, ", %s: ", r->summary);
	if (isnan(r->price)) {
		buf_adds(out, "no price stated");
	} else {
		money_full(out, r->price, r->currency);
		buf_adds(
		    out, strcmp(r->basis, "unstated") == 0 ? ", per what not stated" : " in all");
		buf_adds(out, strcmp(r->basis, "derived") == 0 ? ", derived" : "");
		say_age(out, r->as_of, year);
	}
	if (!isnan(r->months.low)) {
		buf_adds(out, ", ");
		months_span(out, r->months.low, r->months.high);
	}
	if (r->exam)
		buf_adds(out, ", an exam: no course is stated");
}

void
routes_program_anchors(struct page *p, const struct route *r)
{
	page_anchor(p, ANCHOR_PROGRAM, r->program);
	if (r->fact != 0 || r->months_fact != 0)
		say_fact_anchor(p, "program_fact", r->fact != 0 ? r->fact : r->months_fact);
	if (r->source != NULL)
		page_anchor(p, ANCHOR_SOURCE, r->source->key);
}

void
routes_program_line(struct page *p, int indent, const char *lead, const struct route *r)
{
	struct buf b = BUF_INIT;

	route_says(&b, r, p->opts.year_now);
	page_line(p);
	page_to(p, indent);
	if (lead[0] != '\0')
		page_addf(p, STYLE_NOTE, "%s: ", lead);
	page_join(p, indent + 2, STYLE_LINK, b.data);
	routes_program_anchors(p, r);
	buf_free(&b);
}

/* Of an award: the cheapest, and the shortest when that is another one; all that were read in detail. */
static void
award_programs(struct ways *w, const struct route_award *of)
{
	const struct routes *all = &w->s->role;
	const struct route *cheap = NULL, *brief = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct route *r = &all->r[i];

		if (strcmp(r->award, of->award) != 0)
			continue;
		if (w->p->opts.details)
			routes_program_line(w->p, 4, "", r);
		if (!isnan(r->cost.low) && (cheap == NULL || r->cost.low < cheap->cost.low))
			cheap = r;
		if (!isnan(r->months.low) && (brief == NULL || r->months.low < brief->months.low))
			brief = r;
	}
	if (w->p->opts.details)
		return;
	if (cheap != NULL)
		routes_program_line(
		    w->p, 4, cheap == brief ? "cheapest and shortest" : "cheapest", cheap);
	if (brief != NULL && brief != cheap)
		routes_program_line(w->p, 4, "shortest", brief);
}

/* "158 master's degrees fit here; 2,840 more in officially linked fields" */
static void
award_line(struct ways *w, const struct route_award *of)
{
	struct buf b = BUF_INIT;

	if (of->n > 0)
		buf_addf(&b, "%zu %s%s %s here", of->n, routes_award_word(of->award),
		    of->n == 1 ? "" : "s", of->n == 1 ? "fits" : "fit");
	if (of->colleges > 0) {
		buf_adds(&b, of->n > 0 ? "; " : "");
		num_full(&b, (double)of->colleges);
		if (of->n > 0)
			buf_adds(&b, " more");
		else
			buf_addf(&b, " %s%s", routes_award_word(of->award),
			    of->colleges == 1 ? "" : "s");
		buf_adds(&b,
		    routes_are_near(&w->s->role) ? " in fields linked with ~ occupations near it"
						 : " in officially linked fields");
	}
	page_line(w->p);
	page_to(w->p, 1);
	page_join(w->p, 1, STYLE_LINK, b.data);
	page_anchor(w->p, ANCHOR_QUERY,
	    arena_printf(w->a, "programs role:%s award:%s", w->s->slug, of->award));
	page_anchor(w->p, ANCHOR_TERM, of->n > 0 ? "relevant" : "officially-linked-field");
	buf_free(&b);
	award_programs(w, of);
}

/* --- by kind --------------------------------------------------------------------------------- */

static bool
kind(struct ways *w, enum route_kind k, struct err *e)
{
	const struct routes *all = &w->s->role;
	bool headed = false, ok = true;

	for (size_t i = 0; ok && i < all->n + all->naward; i++) {
		bool is_way = i < all->n;

		if (is_way ? all->r[i].kind != k || !is_first(all, i)
			   : all->award[i - all->n].kind != k)
			continue;
		if (!headed) {
			page_blank(w->p);
			page_heading(w->p, routes_kind_head(k), "route");
		}
		headed = true;
		if (is_way)
			ok = way(w, &all->r[i], e);
		else
			award_line(w, &all->award[i - all->n]);
	}
	return ok;
}

static void
studies(struct ways *w)
{
	const struct routes *all = &w->s->role;

	if (all->nstudy == 0)
		return;
	page_blank(w->p);
	page_heading(w->p, "Officially linked fields of study", "officially-linked-field");
	for (size_t i = 0; i < all->nstudy; i++) {
		const struct route_study *f = &all->study[i];
		struct buf n = BUF_INIT;

		num_full(&n, (double)f->programs);
		buf_adds(&n, f->programs == 1 ? " program" : " programs");
		page_line(w->p);
		page_add(w->p, STYLE_NEAR, f->nearest[0] != '\0' ? "~" : " ");
		page_join(w->p, 2, f->nearest[0] != '\0' ? STYLE_NEAR : STYLE_LINK, f->field);
		page_right(w->p, STYLE_VALUE, n.data);
		page_anchor(w->p, ANCHOR_FACT,
		    arena_printf(w->a, "crosswalk:%s/%lld", f->soc, (long long)f->cip4));
		page_anchor(
		    w->p, ANCHOR_QUERY, arena_printf(w->a, "programs field:\"%s\"", f->field));
		buf_free(&n);
	}
	page_wrap(w->p, 1, STYLE_NOTE,
	    "The role's Programs section has all of them, with the codes that link them.");
	page_anchor(w->p, ANCHOR_ROLE, w->s->slug);
}

bool
routes_say_ways(
    struct page *p, struct reader *r, const struct routes_shown *s, struct arena *a, struct err *e)
{
	struct ways w = {p, r, s, a};
	bool ok = true;

	for (int k = 0; ok && k < ROUTE_KINDS; k++)
		ok = kind(&w, (enum route_kind)k, e);
	if (ok)
		studies(&w);
	return ok;
}
