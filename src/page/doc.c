/* doc.c - building a document. */
#include "career/page/doc.h"

#include "career/base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void
doc_init(struct doc *d)
{
	*d = (struct doc){.title = "", .foot = ""};
	arena_init(&d->arena);
}

void
doc_free(struct doc *d)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->block[i].table != NULL)
			free(d->block[i].table->cell);
		if (d->block[i].chart != NULL)
			free(d->block[i].chart->bar);
		free(d->block[i].line);
	}
	free(d->block);
	free(d->source);
	arena_free(&d->arena);
}

/* Blanks at its ends are left out, and a run of them is one. */
static const char *
safe(struct doc *d, const char *text)
{
	struct buf b = BUF_INIT, one = BUF_INIT;
	const char *s;

	text_safes(&b, text, false);
	for (const char *c = b.data; *c != '\0'; c++)
		if (*c != ' ' || (one.len > 0 && one.data[one.len - 1] != ' '))
			buf_addc(&one, *c);
	if (one.len > 0 && one.data[one.len - 1] == ' ')
		buf_remove(&one, one.len - 1, 1);
	s = arena_ndup(&d->arena, one.data, one.len);
	buf_free(&b);
	buf_free(&one);
	return s;
}

static struct doc_block *
begin(struct doc *d, enum doc_kind kind, const char *text)
{
	d->block = mem_reserve(d->block, &d->cap, d->n + 1, sizeof *d->block);
	d->block[d->n] = (struct doc_block){.kind = kind, .t = {.text = safe(d, text)}};
	return &d->block[d->n++];
}

struct doc_block *
doc_add(struct doc *d, enum doc_kind kind, const char *fmt, ...)
{
	struct buf b = BUF_INIT;
	struct doc_block *block;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	block = begin(d, kind, b.data);
	if (kind == DOC_TITLE)
		d->title = block->t.text;
	buf_free(&b);
	return block;
}

/* --- sources --------------------------------------------------------------------------------- */

static unsigned
number_of(struct doc *d, const struct source *s)
{
	size_t i = 0;

	while (i < d->nsources && d->source[i] != s)
		i++;
	if (i == d->nsources) {
		d->source = mem_reserve(d->source, &d->source_cap, i + 1, sizeof *d->source);
		d->source[d->nsources++] = s;
	}
	return (unsigned)i + 1;
}

static void
cite(struct doc *d, struct doc_text *t, const struct source *s)
{
	unsigned n = number_of(d, s);
	size_t i = 0;

	while (i < t->ncites && t->cite[i] != n)
		i++;
	if (i == t->ncites && i < DOC_CITES)
		t->cite[t->ncites++] = n;
}

void
doc_cite(struct doc *d, const struct source *s)
{
	struct doc_block *b = d->n > 0 ? &d->block[d->n - 1] : NULL;

	if (b == NULL || s == NULL)
		return;
	if (b->table != NULL && b->table->ncells > 0)
		cite(d, &b->table->cell[b->table->ncells - 1], s);
	else if (b->chart != NULL && b->chart->n > 0)
		cite(d, &b->chart->bar[b->chart->n - 1].cites, s);
	else if (b->nlines > 0)
		cite(d, &b->line[b->nlines - 1], s);
	else
		cite(d, &b->t, s);
}

void
doc_cite_at(struct doc *d, size_t block, const struct source *s)
{
	if (block < d->n && s != NULL)
		cite(d, &d->block[block].t, s);
}

static void
add_part(struct buf *out, const char *text)
{
	if (text != NULL && *text != '\0' && strstr(out->data, text) == NULL)
		buf_addf(out, "; %s", text);
}

/* What its licence asks to be said. */
static void
add_licence(const struct source *s, struct buf *out)
{
	if (s->attribution == NULL || *s->attribution == '\0' || s->licence == NULL
	    || strncmp(s->licence, "CC", 2) != 0)
		return;
	buf_adds(out, "; ");
	text_safes(out, s->attribution, false);
}

enum { BRIEF_TITLE = 52, BRIEF_PERIOD = 24 };

static void
brief_says(const struct source *s, struct buf *out)
{
	struct buf b = BUF_INIT;

	text_safes(&b, s->title, false);
	text_clip(out, b.data, BRIEF_TITLE, "...");
	buf_clear(&b);
	text_safes(&b, s->period != NULL ? s->period : "", false);
	if (s->year > 0)
		buf_addf(out, ", %d", s->year);
	else if (b.len > 0) {
		buf_adds(out, ", ");
		text_clip(out, b.data, BRIEF_PERIOD, "...");
	}
	buf_addf(out, ", %s", source_kind_word(s->kind));
	add_licence(s, out);
	buf_free(&b);
}

void
doc_source_says(const struct doc *d, const struct source *s, struct buf *out)
{
	struct buf b = BUF_INIT;

	if (d->brief) {
		brief_says(s, out);
		return;
	}

	buf_adds(&b, s->title);
	add_part(&b, s->publisher);
	add_part(&b, s->period);
	add_part(&b, s->published);
	buf_addf(&b, "; %s", source_kind_word(s->kind));
	if (s->url != NULL && *s->url != '\0')
		buf_addf(&b, "; %s", s->url);
	text_safes(out, b.data, false);
	add_licence(s, out);
	buf_free(&b);
}

/* --- tables and charts ----------------------------------------------------------------------- */

void
doc_table(struct doc *d, const char *const *head)
{
	struct doc_table *t = arena_alloc(&d->arena, sizeof *t);

	while (head[t->ncols] != NULL)
		t->ncols++;
	t->head = arena_alloc(&d->arena, (t->ncols + 1) * sizeof *t->head);
	t->right = arena_alloc(&d->arena, t->ncols + 1);
	for (size_t i = 0; i < t->ncols; i++) {
		t->right[i] = head[i][0] == '>';
		t->head[i] = safe(d, head[i] + t->right[i]);
	}
	begin(d, DOC_TABLE, "")->table = t;
}

void
doc_cell(struct doc *d, const char *text)
{
	struct doc_table *t = d->n > 0 ? d->block[d->n - 1].table : NULL;

	if (t == NULL)
		return;
	t->cell = mem_reserve(t->cell, &t->cap, t->ncells + 1, sizeof *t->cell);
	t->cell[t->ncells++] = (struct doc_text){.text = safe(d, text != NULL ? text : "")};
}

struct doc_chart *
doc_chart(struct doc *d, const char *unit, double scale)
{
	struct doc_chart *c = arena_alloc(&d->arena, sizeof *c);

	c->unit = safe(d, unit);
	c->scale = scale;
	c->band_lo = c->band_hi = NAN;
	c->band = "";
	begin(d, DOC_CHART, "")->chart = c;
	return c;
}

void
doc_bar(struct doc *d, const struct doc_bar *bar)
{
	struct doc_chart *c = d->n > 0 ? d->block[d->n - 1].chart : NULL;

	if (c == NULL)
		return;
	c->bar = mem_reserve(c->bar, &c->cap, c->n + 1, sizeof *c->bar);
	c->bar[c->n] = *bar;
	c->bar[c->n].label = safe(d, bar->label);
	c->bar[c->n++].says = safe(d, bar->says);
}

/* --- lines of pages -------------------------------------------------------------------------- */

static void
cite_key(struct doc *d, const struct reader *r, const char *key)
{
	for (size_t s = 0; s < r->sources.n; s++)
		if (strcmp(r->sources.s[s].key, key) == 0)
			doc_cite(d, &r->sources.s[s]);
}

static void
cite_figure(struct doc *d, struct reader *r, const char *key)
{
	struct figure f;
	struct err none;

	if (figure_by_id(&f, r->db, &r->sources, strtoll(key, NULL, 10), &d->arena, &none))
		doc_cite(d, f.source);
}

/* Sources that the lines of an explaining page name. */
static void
cite_page(struct doc *d, struct reader *r, const struct page *p)
{
	for (size_t i = 0; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nanchors; k++) {
			const struct anchor *a = &p->lines[i].anchors[k];

			if (a->kind == ANCHOR_SOURCE)
				cite_key(d, r, a->key);
			else if (a->kind == ANCHOR_FIGURE)
				cite_figure(d, r, a->key);
		}
}

/* Who says so, as `i` tells it. What nobody in particular states has no source. */
void
doc_cite_anchor(struct doc *d, struct reader *r, const struct anchor *a)
{
	const struct page_opts opts = {.width = 400};
	struct page p;
	struct err none;

	if (a->kind == ANCHOR_SOURCE)
		cite_key(d, r, a->key);
	else if (a->kind == ANCHOR_FIGURE)
		cite_figure(d, r, a->key);
	if (a->kind != ANCHOR_FACT && a->kind != ANCHOR_ANSWER)
		return;
	page_init(&p, &opts);
	if (a->kind == ANCHOR_ANSWER)
		page_answer(&p, r, a->key, &none);
	else
		page_explain(&p, r, a, &none);
	cite_page(d, r, &p);
	page_free(&p);
}

static void
cite_line(struct doc *d, struct reader *r, const struct line *l)
{
	for (size_t k = 0; k < l->nanchors; k++)
		doc_cite_anchor(d, r, &l->anchors[k]);
}

static void
line_text(const struct line *l, struct buf *out)
{
	for (size_t i = 0; i < l->nspans; i++)
		buf_adds(out, l->spans[i].text);
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		buf_remove(out, out->len - 1, 1);
}

/* The lines of one item have the same anchors: the last one names the sources. */
static bool
same_item(const struct page *p, size_t i)
{
	return i + 1 < p->nlines && p->lines[i + 1].goes_on;
}

bool
doc_lines(struct doc *d, struct reader *r, const struct page *p, size_t from, struct err *e)
{
	struct doc_block *b = begin(d, DOC_LINES, "");

	(void)e;
	for (size_t i = from; i < p->nlines; i++) {
		struct buf text = BUF_INIT;

		line_text(&p->lines[i], &text);
		b->line = mem_reserve(b->line, &b->cap, b->nlines + 1, sizeof *b->line);
		b->line[b->nlines++] =
		    (struct doc_text){.text = arena_ndup(&d->arena, text.data, text.len)};
		if (!same_item(p, i))
			cite_line(d, r, &p->lines[i]);
		buf_free(&text);
	}
	return true;
}

static bool
has_letters(const char *s)
{
	for (; *s != '\0'; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')
		    || (*s >= '0' && *s <= '9'))
			return true;
	return false;
}

/* "Growth" in front of a value becomes "Growth: "; what is set to the right follows behind a semicolon. */
static void
take_text(const struct line *l, struct buf *out)
{
	for (size_t i = 0; i < l->nspans; i++) {
		const char *s = l->spans[i].text;
		size_t blank = strspn(s, " ");

		if (s[blank] == '\0') {
			bool wide = blank > 1;

			if (i > 0 && l->spans[i - 1].style == STYLE_LABEL && out->len > 0
			    && out->data[out->len - 1] != ':')
				buf_adds(out, ":");
			else if (wide && out->len > 0 && i + 1 < l->nspans
			    && strchr(".;:", out->data[out->len - 1]) == NULL)
				buf_adds(out, ";");
			buf_adds(out, " ");
			continue;
		}
		buf_adds(out, s);
	}
}

bool
doc_take(struct doc *d, struct reader *r, const struct page *p, size_t from, enum doc_kind kind,
    struct err *e)
{
	(void)e;
	for (size_t i = from; i < p->nlines; i++) {
		const struct line *l = &p->lines[i];
		struct buf text = BUF_INIT;
		const char *start;

		take_text(l, &text);
		start = text.data + strspn(text.data, " ");
		if (has_letters(start)) {
			bool warn = start[0] == '!' && start[1] == ' ';

			doc_add(d,
			    l->heading ? DOC_SUB
				: warn ? DOC_WARN
				       : kind,
			    "%s", start + (warn ? 2 : 0));
			cite_line(d, r, l);
		}
		buf_free(&text);
	}
	return true;
}

/* --- the glossary ---------------------------------------------------------------------------- */

static void
all_text(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct doc_block *b = &d->block[i];

		buf_addf(out, "%s. ", b->t.text);
		for (size_t k = 0; k < b->nlines; k++)
			buf_addf(out, "%s ", b->line[k].text);
		for (size_t k = 0; b->table != NULL && k < b->table->ncells; k++)
			buf_addf(out, "%s. ", b->table->cell[k].text);
		for (size_t k = 0; b->table != NULL && k < b->table->ncols; k++)
			buf_addf(out, "%s. ", b->table->head[k]);
		for (size_t k = 0; b->chart != NULL && k < b->chart->n; k++)
			buf_addf(out, "%s. ", b->chart->bar[k].says);
		if (b->chart != NULL)
			buf_addf(out, "%s. ", b->chart->unit);
	}
}

/* What a reader is most likely to stumble over, where it occurs. */
static bool
first_terms(struct page *p, struct reader *r, const char *text, struct err *e)
{
	static const char *const words[] = {"publisher", "stands apart", "median", "payback",
	    "lost pay", "disputed", "official", "nearest occupation", "must", "important",
	    "bootcamp"};
	struct buf fold = BUF_INIT;
	size_t found;
	bool ok = true;

	text_fold(&fold, text, strlen(text));
	for (size_t i = 0; ok && i < sizeof words / sizeof *words; i++)
		if (strstr(fold.data, words[i]) != NULL)
			ok = page_terms_in(p, r, words[i], &found, e);
	buf_free(&fold);
	return ok;
}

bool
doc_terms(struct doc *d, struct reader *r, size_t most, struct err *e)
{
	const struct page_opts opts = {.width = 4000};
	struct buf text = BUF_INIT;
	struct page p;
	size_t found;
	bool ok;

	all_text(d, &text);
	page_init(&p, &opts);
	ok = first_terms(&p, r, text.data, e) && page_terms_in(&p, r, text.data, &found, e);
	d->term = arena_alloc(&d->arena, (p.nlines + 1) * sizeof *d->term);
	d->nterms = 0;
	for (size_t i = 0; ok && i < p.nlines && d->nterms < most; i++) {
		const struct line *l = &p.lines[i];
		struct buf rest = BUF_INIT;

		for (size_t k = 1; k < l->nspans; k++)
			buf_adds(&rest, l->spans[k].text);
		if (l->nspans > 1)
			d->term[d->nterms++] =
			    (struct doc_term){safe(d, l->spans[0].text), safe(d, rest.data)};
		buf_free(&rest);
	}
	page_free(&p);
	buf_free(&text);
	return ok;
}
