/*
 * handout_full.c - what only the full handout has: shortlist with notes and tags, what was looked at, comparison, the
 * whole gap, paybacks with their formulas, contradictions, and every figure with its source and place.
 */
#include "handout_parts.h"

#include "career/model/conflict.h"
#include "career/page/compare.h"
#include "career/page/conflicts.h"
#include "career/page/gap.h"
#include "career/page/money.h"
#include "say.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_WIDTH = 76, LOOKED = 40 };

/* --- shortlist ------------------------------------------------------------------------------- */

struct kept {
	struct handout *h;
	const char *list, *key;
	struct buf text;
};

static void
take_tag(void *ctx, const struct kept_tag *t)
{
	struct kept *k = ctx;

	if (strcmp(t->list, k->list) == 0 && strcmp(t->key, k->key) == 0)
		buf_addf(&k->text, "%s%s", k->text.len > 0 ? ", " : "", t->tag);
}

/* A note line by line: an empty line parts paragraphs anyway. */
static void
put_note(struct handout *h, const char *note)
{
	while (note != NULL && *note != '\0') {
		size_t len = strcspn(note, "\n");

		if (len > 0)
			doc_add(h->d, DOC_TEXT, "%.*s", (int)len, note);
		note += len + (note[len] == '\n');
	}
}

static bool
put_item(struct handout *h, const struct changed_item *x, struct err *e)
{
	struct kept k = {h, x->list, x->key, BUF_INIT};
	char *note = profile_note(h->p, x->list, x->key);
	bool ok = profile_tags(h->p, take_tag, &k, e);

	doc_add(h->d, DOC_SUB, "%s", x->title);
	doc_add(h->d, DOC_NOTE, "%.*s, %.10s%s%s", (int)strlen(x->list) - 1, x->list, x->added,
	    k.text.len > 0 ? "; tags: " : "", k.text.data);
	for (size_t i = 0; i < x->changes.n; i++) {
		buf_clear(&k.text);
		change_says(&x->changes.c[i], &k.text);
		doc_add(h->d, DOC_WARN, "%s", k.text.data);
	}
	put_note(h, note);
	free(note);
	buf_free(&k.text);
	return ok;
}

static bool
put_shortlist(struct handout *h, struct err *e)
{
	bool ok = true;

	if (h->items.n > 0)
		doc_add(h->d, DOC_HEADING, "Shortlist, with notes");
	for (size_t i = 0; ok && i < h->items.n; i++)
		ok = put_item(h, &h->items.item[i], e);
	return ok;
}

struct looked {
	struct handout *h;
	size_t n;
};

static void
take_look(void *ctx, const struct kept_look *l)
{
	struct looked *k = ctx;

	if (k->n == 0)
		doc_add(k->h->d, DOC_HEADING, "What was looked at");
	if (k->n++ < LOOKED)
		doc_add(k->h->d, DOC_ITEM, "%s: %lld time%s, last on %.10s", l->title,
		    (long long)l->n, l->n == 1 ? "" : "s", l->last);
}

/* --- side by side ---------------------------------------------------------------------------- */

static void
put_block(struct handout *h, const struct compare *c, const struct compare_opts *o,
    const struct compare_block *b)
{
	const char *head[COMPARE_MAX + 2] = {""};
	const char *note = compare_block_note(c->row[b->from].block);

	doc_add(h->d, DOC_SUB, "%s", compare_block_says(c, c->row[b->from].block));
	if (*note != '\0')
		doc_add(h->d, DOC_NOTE, "%s", note);
	for (size_t i = 0; i < c->n; i++)
		head[1 + i] = c->name[i];
	doc_table(h->d, head);
	for (size_t row = b->from; row < b->to; row++) {
		doc_cell(h->d, c->row[row].label);
		for (size_t i = 0; i < c->n; i++) {
			struct buf says = BUF_INIT;

			compare_cell_says(&says, c, &c->row[row], i, o);
			doc_cell(h->d, says.data);
			doc_cite_anchor(h->d, h->r, &c->row[row].cell[i].anchor);
			buf_free(&says);
		}
	}
}

static bool
put_compare(struct handout *h, struct err *e)
{
	const struct compare_opts o = {.baseline = -1, .all = true};
	struct compare_block b = {0, 0, 0};
	struct compare c;

	if (h->nroles < 2)
		return true;
	if (!compare_make(&c, h->r, h->slug, h->nroles, LEVEL_ENTRY, e))
		return false;
	doc_add(h->d, DOC_HEADING, "Side by side");
	doc_add(h->d, DOC_TEXT, "%s", c.answer);
	while (compare_next(&c, &o, &b))
		put_block(h, &c, &o, &b);
	compare_free(&c);
	return true;
}

/* --- whole pages ----------------------------------------------------------------------------- */

static void
begin_page(const struct handout *h, struct page *p)
{
	const struct page_opts opts = {
	    .width = LINES_WIDTH, .details = true, .year_now = (int)strtol(h->ask->date, NULL, 10)};

	page_init(p, &opts);
}

static bool
end_page(struct handout *h, struct page *p, bool ok, struct err *e)
{
	ok = ok && doc_lines(h->d, h->r, p, 0, e);
	page_free(p);
	return ok;
}

static bool
put_gap(struct handout *h, size_t i, struct err *e)
{
	struct skillset to;
	struct page p;
	struct gap g;

	if (!skillset_load(&to, h->r->db, &h->r->sources, h->role[i], h->a, e))
		return false;
	gap_make(&g, &to, &h->mine.have, h->a);
	doc_add(h->d, DOC_HEADING, "Gap: %s", to.title);
	begin_page(h, &p);
	page_gap(&p, &g, NULL);
	return end_page(h, &p, true, e);
}

static bool
put_payback(struct handout *h, const struct rules *rules, int64_t program, struct err *e)
{
	struct payback b = {.of = NULL};
	struct page p;
	bool ok = handout_payback(h, &b, rules, program, e);

	if (!ok)
		return false;
	doc_add(h->d, DOC_HEADING, "Payback: %s for %s", b.program_name, b.role_title);
	begin_page(h, &p);
	ok = end_page(h, &p, page_payback(&p, h->r, &b, e), e);
	payback_close(&b);
	return ok;
}

static bool
put_paybacks(struct handout *h, struct err *e)
{
	struct rules rules = {0};
	bool ok = rules_load(&rules, e);

	for (size_t i = 0; ok && i < h->items.n; i++) {
		struct stmt *st = NULL;
		int64_t id = 0;

		if (strcmp(h->items.item[i].list, "programs") != 0)
			continue;
		st = db_query(h->r->db, "thing_program", e);
		ok = st != NULL;
		if (!ok)
			break;
		stmt_bind_text(st, 1, h->items.item[i].key);
		if (stmt_step(st, e) == 1)
			id = stmt_int(st, 0);
		stmt_reset(st);
		ok = id == 0 || put_payback(h, &rules, id, e);
	}
	rules_free(&rules);
	return ok;
}

static bool
put_conflicts(struct handout *h, size_t i, struct err *e)
{
	const struct conflicts_opts o = {h->slug[i], h->title[i]};
	struct conflicts all = {0};
	struct page p;
	bool ok = conflicts_load(&all, h->r->db, &h->r->sources, h->role[i], e);

	if (ok && all.n > 0) {
		doc_add(h->d, DOC_HEADING, "Where sources contradict one another: %s", h->title[i]);
		begin_page(h, &p);
		page_conflicts(&p, &all, &o);
		ok = end_page(h, &p, true, e);
	}
	conflicts_free(&all);
	return ok;
}

/* --- every figure ---------------------------------------------------------------------------- */

/* "first job, base, US, big tech" */
static void
figure_of(struct buf *b, const struct figure *f)
{
	const char *parts[] = {f->level != LEVEL_UNSTATED ? level_says(f->level) : "",
	    f->basis != BASIS_UNSTATED ? basis_word(f->basis) : "", f->place, f->employer, f->as_of,
	    f->near ? f->about_key : "", f->borrowed ? "of the field" : ""};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i] != NULL && parts[i][0] != '\0')
			buf_addf(b, "%s%s", b->len > 0 ? ", " : "", parts[i]);
	if (strcmp(f->per, "year") == 0 && strcmp(f->measure, "growth") == 0)
		buf_addf(b, "%sa year", b->len > 0 ? ", " : "");
	else if (!isnan(f->horizon_years)) {
		buf_adds(b, b->len > 0 ? ", in " : "in ");
		years_span(b, f->horizon_years, f->horizon_years);
	}
}

static void
put_figure(struct handout *h, const struct figure *f)
{
	struct buf b = BUF_INIT;

	doc_cell(h->d, say_measure(f->measure));
	figure_says(&b, f, MONEY_FULL);
	doc_cell(h->d, b.data);
	doc_cite(h->d, f->source);
	buf_clear(&b);
	figure_of(&b, f);
	doc_cell(h->d, b.data);
	doc_cell(h->d, f->source->short_name);
	doc_cell(h->d, f->locator);
	buf_free(&b);
}

static bool
put_figures(struct handout *h, size_t i, struct err *e)
{
	static const char *const head[] = {"Measure", "Figure", "Of what", "Source", "Where", NULL};
	static const char *const measures[] = {
	    "pay", "growth", "employment", "openings", "demand", "share"};
	bool begun = false;

	for (size_t m = 0; m < sizeof measures / sizeof *measures; m++) {
		struct figures own, near;

		if (!figures_of_role(
			&own, h->r->db, &h->r->sources, h->role[i], measures[m], h->a, e)
		    || !figures_nearest(
			&near, h->r->db, &h->r->sources, h->role[i], measures[m], h->a, e))
			return false;
		for (size_t k = 0; k < own.n + near.n; k++) {
			if (!begun) {
				doc_add(h->d, DOC_HEADING, "Every figure: %s", h->title[i]);
				doc_table(h->d, head);
			}
			begun = true;
			put_figure(h, k < own.n ? &own.f[k] : &near.f[k - own.n]);
		}
	}
	return true;
}

bool
handout_full(struct handout *h, struct err *e)
{
	struct looked looked = {h, 0};
	bool ok = put_shortlist(h, e)
	    && (h->p == NULL || profile_looked(h->p, take_look, &looked, e)) && put_compare(h, e);

	for (size_t i = 0; ok && i < h->nroles; i++)
		ok = put_gap(h, i, e);
	ok = ok && put_paybacks(h, e);
	for (size_t i = 0; ok && i < h->nroles; i++)
		ok = put_conflicts(h, i, e);
	for (size_t i = 0; ok && i < h->nroles; i++)
		ok = put_figures(h, i, e);
	return ok;
}
