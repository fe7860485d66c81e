/* doc_txt.c - a document as text for any printer: 80 columns of ASCII, pictures in characters. */
#include "doc_parts.h"

#include "career/base/text.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 80, LABELS = 22, PICTURE = 36, SAYS = LABELS + PICTURE + 1, GAP = 2 };

static void
cites_text(struct buf *out, const struct doc_text *t)
{
	for (size_t i = 0; i < t->ncites; i++)
		buf_addf(
		    out, "%s%u%s", i == 0 ? " [" : ",", t->cite[i], i + 1 == t->ncites ? "]" : "");
}

static void
put_text(struct page *p, int indent, enum style style, const char *front, const struct doc_text *t)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, t->text);
	cites_text(&b, t);
	page_line(p);
	page_add(p, style, front);
	page_join(p, indent, style, b.data);
	buf_free(&b);
}

/* --- tables ---------------------------------------------------------------------------------- */

enum { TABLE_COLUMNS = 8 };

/* Each column as wide as its widest cell; what is too much is taken from the widest ones. */
static void
widths(const struct doc_table *t, int *w)
{
	int all;

	for (size_t c = 0; c < t->ncols && c < TABLE_COLUMNS; c++)
		w[c] = text_width(t->head[c]);
	for (size_t i = 0; i < t->ncells; i++) {
		struct buf b = BUF_INIT;
		size_t c = i % t->ncols;

		buf_adds(&b, t->cell[i].text);
		cites_text(&b, &t->cell[i]);
		if (c < TABLE_COLUMNS && text_width(b.data) > w[c])
			w[c] = text_width(b.data);
		buf_free(&b);
	}
	do {
		size_t widest = 0;

		all = 0;
		for (size_t c = 0; c < t->ncols && c < TABLE_COLUMNS; c++) {
			all += w[c] + GAP;
			if (w[c] > w[widest])
				widest = c;
		}
		w[widest] -= all - GAP > COLUMNS;
	} while (all - GAP > COLUMNS);
}

/* One row, of as many lines as its longest cell takes. */
static void
put_row(struct page *p, const struct doc_table *t, const struct doc_text *cell, const int *w)
{
	struct buf text[TABLE_COLUMNS];
	size_t at[TABLE_COLUMNS] = {0}, n = t->ncols < TABLE_COLUMNS ? t->ncols : TABLE_COLUMNS;
	bool more = true;

	for (size_t c = 0; c < n; c++) {
		struct buf b = BUF_INIT;

		buf_init(&text[c]);
		buf_adds(&b, cell[c].text);
		cites_text(&b, &cell[c]);
		text_safes(&text[c], b.data, true);
		buf_free(&b);
	}
	while (more) {
		int x = 0;

		more = false;
		page_line(p);
		for (size_t c = 0; c < n; c++) {
			size_t next = 0, len;
			const char *s = text[c].data + at[c];

			len = text_wrap(s, text[c].len - at[c], w[c] > 1 ? w[c] : 1, &next);
			page_to(p, x + (t->right[c] ? w[c] - (int)len : 0));
			page_addf(p, STYLE_TEXT, "%.*s", (int)len, s);
			at[c] += next;
			more = more || at[c] < text[c].len;
			x += w[c] + GAP;
		}
	}
	for (size_t c = 0; c < n; c++)
		buf_free(&text[c]);
}

static void
put_table(struct page *p, const struct doc_table *t)
{
	struct doc_text head[TABLE_COLUMNS] = {{0}};
	int w[TABLE_COLUMNS] = {0}, all = 0;

	if (t->ncols == 0)
		return;
	widths(t, w);
	for (size_t c = 0; c < t->ncols && c < TABLE_COLUMNS; c++) {
		head[c].text = t->head[c];
		all += w[c] + (c > 0 ? GAP : 0);
	}
	put_row(p, t, head, w);
	page_line(p);
	for (int i = 0; i < all; i++)
		page_add(p, STYLE_NOTE, "-");
	for (size_t i = 0; i + t->ncols <= t->ncells; i += t->ncols)
		put_row(p, t, &t->cell[i], w);
}

/* --- charts ---------------------------------------------------------------------------------- */

static void
put_bar(struct page *p, const struct axis *ax, const struct doc_chart *c, const struct doc_bar *b)
{
	const struct mark m = {b->lo, b->hi, NAN, NAN, b->mid, b->open_lo, b->open_hi};
	struct buf label = BUF_INIT, clip = BUF_INIT, says = BUF_INIT;

	buf_adds(&label, b->apart ? "!" : " ");
	text_safes(&label, b->label, true);
	text_clip(&clip, label.data, LABELS - 1, "~");
	page_line(p);
	page_add(p, STYLE_TEXT, clip.data);
	page_to(p, LABELS);
	if (isnan(b->lo) || isnan(b->hi))
		page_to(p, LABELS + PICTURE);
	else if (c->from_zero)
		chart_bar(p, ax, b->hi);
	else
		chart_mark(p, ax, &m);
	buf_adds(&says, b->says);
	cites_text(&says, &b->cites);
	page_to(p, SAYS);
	page_join(p, SAYS, STYLE_VALUE, says.data);
	buf_free(&label);
	buf_free(&clip);
	buf_free(&says);
}

static void
put_chart(struct page *p, const struct doc_chart *c)
{
	struct axis ax;

	if (!doc_axis(&ax, c, PICTURE))
		return;
	page_line(p);
	page_addf(p, STYLE_NOTE, "%s", c->unit);
	page_to(p, LABELS);
	if (text_width(c->unit) >= LABELS) {
		page_line(p);
		page_to(p, LABELS);
	}
	chart_ticks(p, &ax, c->scale);
	for (size_t i = 0; i < c->n; i++)
		put_bar(p, &ax, c, &c->bar[i]);
	if (c->band_lo <= c->band_hi) {
		page_line(p);
		page_to(p, LABELS);
		chart_common(p, &ax, c->band_lo, c->band_hi);
		page_line(p);
		page_to(p, LABELS);
		page_addf(p, STYLE_NOTE, "%s", c->band);
	}
}

/* --- blocks ---------------------------------------------------------------------------------- */

static void
put_lines(struct page *p, const struct doc_block *b)
{
	for (size_t i = 0; i < b->nlines; i++) {
		struct buf cites = BUF_INIT;

		page_line(p);
		page_add(p, STYLE_TEXT, b->line[i].text);
		cites_text(&cites, &b->line[i]);
		if (cites.len > 0)
			page_join(p, 4, STYLE_NOTE, cites.data);
		buf_free(&cites);
	}
}

/* Two of them share a line. */
static void
put_blank(struct page *p, const struct doc_block *b, bool beside)
{
	int end = beside ? COLUMNS : COLUMNS / 2 - 1;

	if (beside)
		page_to(p, COLUMNS / 2);
	else
		page_line(p);
	page_addf(p, STYLE_TEXT, "%s ", b->t.text);
	while (page_last(p)->width < end)
		page_add(p, STYLE_TEXT, "_");
}

static void
put_block(struct page *p, const struct doc_block *b, bool beside)
{
	switch (b->kind) {
	case DOC_TITLE:
		put_text(p, 0, STYLE_HEADING, "", &b->t);
		page_rule(p);
		break;
	case DOC_HEADING:
		page_blank(p);
		put_text(p, 0, STYLE_HEADING, "== ", &b->t);
		page_add(p, STYLE_HEADING, " ==");
		break;
	case DOC_SUB:
		put_text(p, 0, STYLE_HEADING, "", &b->t);
		break;
	case DOC_TEXT:
	case DOC_NOTE:
		put_text(p, 0, STYLE_TEXT, "", &b->t);
		break;
	case DOC_WARN:
		put_text(p, 2, STYLE_WARN, "! ", &b->t);
		break;
	case DOC_ITEM:
		put_text(p, 2, STYLE_TEXT, "- ", &b->t);
		break;
	case DOC_TASK:
		put_text(p, 4, STYLE_TEXT,
		    b->done == DOC_DONE        ? "[x] "
			: b->done == DOC_BEGUN ? "[-] "
					       : "[ ] ",
		    &b->t);
		break;
	case DOC_BLANK:
		put_blank(p, b, beside);
		break;
	case DOC_TABLE:
		put_table(p, b->table);
		break;
	case DOC_CHART:
		put_chart(p, b->chart);
		break;
	case DOC_LINES:
		put_lines(p, b);
		break;
	}
}

static void
put_end(struct page *p, const struct doc *d)
{
	const struct doc_text sources = {.text = "Sources"},
			      words = {.text = "What the words mean"};
	const struct doc_block heads[] = {
	    {.kind = DOC_HEADING, .t = sources}, {.kind = DOC_HEADING, .t = words}};

	if (d->nsources > 0)
		put_block(p, &heads[0], false);
	for (size_t i = 0; i < d->nsources; i++) {
		struct buf says = BUF_INIT;

		doc_source_says(d, d->source[i], &says);
		page_line(p);
		page_addf(p, STYLE_NOTE, "[%zu] ", i + 1);
		page_join(p, 4, STYLE_NOTE, says.data);
		buf_free(&says);
	}
	if (d->nterms > 0)
		put_block(p, &heads[1], false);
	for (size_t i = 0; i < d->nterms; i++) {
		page_line(p);
		page_addf(p, STYLE_LABEL, "%s ", d->term[i].term);
		page_join(p, 2, STYLE_TEXT, d->term[i].text);
	}
	page_blank(p);
	page_wrap(p, 0, STYLE_NOTE, d->foot);
}

void
doc_txt(const struct doc *d, struct buf *out)
{
	const struct page_opts opts = {.width = COLUMNS, .ascii = true};
	struct page p;

	page_init(&p, &opts);
	for (size_t i = 0; i < d->n; i++) {
		if (d->block[i].kind == DOC_SUB && i > 0 && d->block[i - 1].kind != DOC_HEADING)
			page_blank(&p);
		put_block(&p, &d->block[i],
		    i > 0 && d->block[i - 1].kind == DOC_BLANK && page_last(&p)->width < COLUMNS);
	}
	put_end(&p, d);
	page_close(&p);
	page_text(&p, out);
	page_free(&p);
}
