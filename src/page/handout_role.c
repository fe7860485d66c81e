/* handout_role.c - a role in a handout: what it pays, with a picture, how it grows, what is asked for; the gap. */
#include "handout_parts.h"
#include "pay_view.h"

#include "career/model/route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- a role ---------------------------------------------------------------------------------- */

static void
put_bar(struct handout *h, const struct agree_line *l)
{
	const struct figure *f = l->f;
	struct buf says = BUF_INIT;

	pay_line_values(l, &says);
	doc_bar(h->d,
	    &(struct doc_bar){.label = f->source->short_name,
		.says = says.data,
		.lo = l->lo,
		.hi = l->hi,
		.mid = f->stat == STAT_PERCENTILES ? f->p50 : NAN,
		.open_lo = f->open_low,
		.open_hi = f->open_high,
		.apart = l->apart});
	doc_cite(h->d, f->source);
	buf_free(&says);
}

/* Those that stand apart are never left out; then ranges where most meet, then the others. */
static int
weight_of(const struct agree_line *l)
{
	return l->apart ? 2 : l->meets && l->lo < l->hi ? 1 : 0;
}

static void
put_bars(struct handout *h, const struct agree_group *g)
{
	bool *shown = arena_alloc(h->a, g->nlines + 1);
	size_t n = 0;

	for (int w = 2; w >= 0; w--)
		for (size_t i = 0; i < g->nlines; i++)
			if (weight_of(&g->lines[i]) == w && (w == 2 || n < h->room.bars)) {
				shown[i] = true;
				n++;
			}
	for (size_t i = 0; i < g->nlines; i++)
		if (shown[i])
			put_bar(h, &g->lines[i]);
	if (n < g->nlines)
		doc_add(h->d, DOC_NOTE, "%zu more figure%s: career pay %s", g->nlines - n,
		    g->nlines - n == 1 ? "" : "s", h->slug[0]);
}

static void
put_picture(struct handout *h, const struct agree_group *g)
{
	struct doc_chart *c;
	struct buf unit = BUF_INIT, band = BUF_INIT;
	bool dollars = strcmp(g->currency, "USD") == 0;

	buf_addf(&unit, "%s%s", strcmp(g->per, "hour") == 0 ? "" : "thousand ",
	    dollars ? "$" : g->currency);
	buf_addf(&unit, " %s, %s", strcmp(g->per, "hour") == 0 ? "an hour" : "a year",
	    g->ruler == RULER_TOTAL ? "total" : "salary");
	c = doc_chart(h->d, unit.data, strcmp(g->per, "hour") == 0 ? 1 : 1000);
	if (g->nbest > 0 && !g->best[0].open_high && !g->best[0].open_low) {
		c->band_lo = g->best[0].lo;
		c->band_hi = g->best[0].hi;
		buf_addf(&band, "where %zu of %zu publishers meet", g->best[0].publishers,
		    g->publishers);
		c->band = arena_ndup(&h->d->arena, band.data, band.len);
	}
	put_bars(h, g);
	buf_free(&unit);
	buf_free(&band);
}

/* The official ones behind the first block, each other source where its publisher is named. */
static void
cite_growth(struct handout *h, size_t from, const struct figures *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct source *s = f->f[i].source;

		if (s->kind == SOURCE_OFFICIAL)
			doc_cite_at(h->d, from, s);
		for (size_t b = from; b < h->d->n && s->kind != SOURCE_OFFICIAL; b++)
			if (strstr(h->d->block[b].t.text, s->publisher) != NULL)
				doc_cite_at(h->d, b, s);
	}
}

static bool
put_growth(struct handout *h, struct role_ctx *c, struct err *e)
{
	size_t line = c->p->nlines, from = h->d->n;
	struct figures own, near;
	bool official = false;

	if (!role_growth_answer(c, e) || !doc_take(h->d, h->r, c->p, line, DOC_ITEM, e)
	    || !figures_of_role(&own, h->r->db, &h->r->sources, c->id, "growth", h->a, e)
	    || !figures_nearest(&near, h->r->db, &h->r->sources, c->id, "growth", h->a, e))
		return false;
	for (size_t i = 0; i < own.n; i++)
		official = official || own.f[i].source->kind == SOURCE_OFFICIAL;
	cite_growth(h, from, &own);
	if (!official)
		cite_growth(h, from, &near);
	return true;
}

static bool
put_degree(struct handout *h, struct role_ctx *c, struct err *e)
{
	size_t line = c->p->nlines;
	struct stmt *st = db_query(h->r->db, "handout_degree", e);
	int step = -1;

	if (st == NULL || !role_degree(c, e) || !doc_take(h->d, h->r, c->p, line, DOC_ITEM, e))
		return false;
	stmt_bind_int(st, 1, c->id);
	while ((step = stmt_step(st, e)) == 1)
		doc_cite(h->d, sources_by_id(&h->r->sources, stmt_int(st, 0)));
	stmt_reset(st);
	return step == 0;
}

/* What the top of the role's page answers, one item a line. */
static bool
put_answers(struct handout *h, struct role_ctx *c, struct err *e)
{
	return role_pay_answers(c, e) && doc_take(h->d, h->r, c->p, 0, DOC_ITEM, e)
	    && put_growth(h, c, e) && put_degree(h, c, e);
}

bool
handout_role(struct handout *h, size_t i, bool picture, struct err *e)
{
	const struct page_opts opts = {
	    .width = 2000, .year_now = (int)strtol(h->ask->date, NULL, 10)};
	struct page p;
	struct role_ctx c = {.p = &p, .r = h->r, .a = h->a, .id = h->role[i], .level = LEVEL_ENTRY};
	struct pay_answers pay;
	bool ok;

	page_init(&p, &opts);
	doc_add(h->d, DOC_HEADING, "%s", h->title[i]);
	ok = role_load(&c, e);
	if (ok && h->ask->full && c.summary != NULL)
		doc_add(h->d, DOC_TEXT, "%s", c.summary);
	ok = ok && put_answers(h, &c, e) && pay_answers_load(&c, &pay, e);
	if (ok && picture)
		for (size_t g = 0; g < pay.n && (g == 0 || h->ask->full); g++)
			put_picture(h, pay.g[g]);
	page_free(&p);
	return ok;
}

/* --- what is missing ------------------------------------------------------------------------- */

static void
cite_wanted(struct handout *h, const struct wanted *w)
{
	for (size_t i = 0; i < w->nby; i++)
		doc_cite(h->d, w->by[i].source);
}

/* "Python (must): tested production code", ticked when one has it. */
static void
put_skill(struct handout *h, const struct gap_row *row)
{
	const struct wanted *w = row->w;
	struct doc_block *b = doc_add(h->d, DOC_TASK, "%s (%s%s%s)%s%s", w->name,
	    skill_rank_word(w->rank), w->disputed ? ", disputed" : "",
	    row->how == HAVE_PARTLY         ? ", partly there"
		: row->how == HAVE_LEARNING ? ", learning"
					    : "",
	    w->bar[0] != '\0' ? ": " : "", w->bar);

	b->done = row->how == HAVE_YES                             ? DOC_DONE
	    : row->how == HAVE_PARTLY || row->how == HAVE_LEARNING ? DOC_BEGUN
								   : DOC_OPEN;
	cite_wanted(h, w);
}

static void
put_missing(struct handout *h, const struct gap *g)
{
	size_t shown = 0;

	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].counts && g->row[i].missing > 0 && shown < h->room.missing) {
			put_skill(h, &g->row[i]);
			shown++;
		}
	if (g->missing > shown)
		doc_add(h->d, DOC_NOTE, "%zu more: career gap %s", g->missing - shown, h->slug[0]);
}

/* What one has: boxes that are ticked, or in short a line. */
static void
put_had(struct handout *h, const struct gap *g)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < g->n; i++) {
		const struct gap_row *row = &g->row[i];

		if (row->counts && row->how == HAVE_YES && row->missing <= 0 && h->ask->full)
			put_skill(h, row);
		else if (row->counts && row->how == HAVE_YES && row->missing <= 0)
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", row->w->name);
	}
	if (b.len > 0)
		doc_add(h->d, DOC_TEXT, "I have: %s.", b.data);
	buf_free(&b);
}

static void
put_skipped(struct handout *h, const struct gap *g)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].w->rank == RANK_SKIP)
			buf_addf(&b, "%s%s%s", b.len > 0 ? ", " : "", g->row[i].w->name,
			    g->row[i].w->disputed ? " (disputed)" : "");
	if (b.len > 0)
		doc_add(h->d, DOC_NOTE, "A source says to skip: %s", b.data);
	for (size_t i = 0; i < g->n; i++)
		for (size_t k = 0; g->row[i].w->rank == RANK_SKIP && k < g->row[i].w->nby; k++)
			if (g->row[i].w->by[k].rank == RANK_SKIP)
				doc_cite(h->d, g->row[i].w->by[k].source);
	buf_free(&b);
}

bool
handout_gap(struct handout *h, struct err *e)
{
	struct skillset to;
	struct buf b = BUF_INIT;
	struct gap g;

	if (!skillset_load(&to, h->r->db, &h->r->sources, h->role[0], h->a, e))
		return false;
	gap_make(&g, &to, &h->mine.have, h->a);
	gap_says(&g, &b);
	doc_add(h->d, DOC_HEADING, "What I have and what is missing for %s", to.title);
	if (h->mine.have.n == 0)
		doc_add(h->d, DOC_TEXT, "%s",
		    to.own == 0 ? "No source lists its skills."
				: "Nothing is ticked yet: tick what you have.");
	else
		doc_add(h->d, DOC_TEXT, "%s.", b.data);
	if (to.thin)
		doc_add(h->d, DOC_WARN, "Too little is known of it to judge: %zu skill%s listed.",
		    to.own, to.own == 1 ? " is" : "s are");
	put_had(h, &g);
	put_missing(h, &g);
	put_skipped(h, &g);
	buf_free(&b);
	return true;
}
