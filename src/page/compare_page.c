/*
 * compare_page.c - a comparison as a page: names, the answer, block by block.
 *
 * Columns are as wide as they fit from the first one shown; a value wraps within its column, at most
 * CELL_LINES lines (more with details), and ends in the cut mark when something is left out.
 */
#include "career/base/text.h"
#include "career/page/glyph.h"
#include "compare_draw.h"

#include <string.h>

enum { NAME_LINES = 4, NARROW = 56, COLUMN_MAX = 44 };

/* --- columns --------------------------------------------------------------------------------- */

static int
label_width(int width)
{
	if (width >= 100)
		return 28;
	if (width >= 72)
		return 24;
	return width >= NARROW ? 18 : width >= 40 ? 13 : width / 3;
}

void
compare_view_init(
    struct compare_view *v, struct page *p, const struct compare *c, const struct compare_opts *o)
{
	int room, least = p->opts.width >= NARROW ? 16 : 13;

	*v = (struct compare_view){.p = p, .c = c, .o = o, .label = label_width(p->opts.width)};
	room = p->opts.width - v->label;
	v->first = o->first < c->n ? o->first : c->n - 1;
	v->shown = (size_t)(room >= least ? room / least : 1);
	if (v->shown > c->n - v->first)
		v->shown = c->n - v->first;
	if (v->shown == 0)
		v->shown = 1;
	v->column = room / (int)v->shown;
	if (v->column > COLUMN_MAX)
		v->column = COLUMN_MAX;
}

/* --- text in a column ------------------------------------------------------------------------ */

static void
push_part(struct page *p, struct cell_lines *out, const char *text, size_t len)
{
	out->line[out->n++] = arena_ndup(&p->arena, text, len);
}

/* The rest of the text, cut where the line ends. */
static void
push_cut(struct page *p, struct cell_lines *out, const char *text, int width)
{
	struct buf b = BUF_INIT;

	text_clip(&b, text, width, glyph(GLYPH_CUT, p->opts.ascii));
	push_part(p, out, b.data, b.len);
	buf_free(&b);
}

void
compare_wrap(struct page *p, struct cell_lines *out, const char *text, int width, size_t max)
{
	struct buf safe = BUF_INIT;
	size_t at = 0, n, next;

	out->n = 0;
	text_safes(&safe, text, p->opts.ascii);
	while (at < safe.len && out->n < max) {
		n = text_wrap(safe.data + at, safe.len - at, width, &next);
		if ((out->n + 1 == max && at + next < safe.len)
		    || text_nwidth(safe.data + at, n) > width)
			push_cut(p, out, safe.data + at, width);
		else
			push_part(p, out, safe.data + at, n);
		at += next;
	}
	buf_free(&safe);
}

enum style
compare_style(const struct compare_cell *cell)
{
	if (cell->warn)
		return STYLE_WARN;
	if (cell->text[0] == '~')
		return STYLE_NEAR;
	return cell->text[0] == '\0' ? STYLE_NOTE : STYLE_VALUE;
}

void
compare_cell_words(
    struct buf *b, const struct compare_view *v, const struct compare_row *row, size_t column)
{
	struct buf delta = BUF_INIT;

	buf_adds(b, row->cell[column].text);
	if (compare_delta(&delta, v->c, row, column, v->o))
		buf_addf(b, " (%s)", delta.data);
	if (b->len == 0)
		buf_addc(b, '-');
	buf_free(&delta);
}

/* --- a row ----------------------------------------------------------------------------------- */

static void
row_anchors(const struct compare_view *v, const struct compare_row *row)
{
	for (size_t i = v->first; i < v->first + v->shown; i++)
		if (row->cell[i].anchor.kind != ANCHOR_NONE)
			page_anchor(v->p, row->cell[i].anchor.kind, row->cell[i].anchor.key);
	if (row->term)
		page_anchor(v->p, ANCHOR_TERM, row->term);
}

/* Cells beside one another; `label` and the columns' lines may differ in number. */
static void
draw_lines(const struct compare_view *v, const struct cell_lines *label,
    const struct cell_lines *cell, const enum style *style)
{
	size_t most = label->n;

	for (size_t i = 0; i < v->shown; i++)
		most = cell[i].n > most ? cell[i].n : most;
	for (size_t k = 0; k < most; k++) {
		if (k == 0)
			page_line(v->p);
		else
			page_next(v->p);
		if (k < label->n)
			page_add(v->p, STYLE_LABEL, label->line[k]);
		for (size_t i = 0; i < v->shown; i++)
			if (k < cell[i].n) {
				page_to(v->p, v->label + (int)i * v->column);
				page_add(v->p, style[i], cell[i].line[k]);
			}
	}
}

static void
draw_row(const struct compare_view *v, const struct compare_row *row)
{
	size_t max = v->p->opts.details ? CELL_LINES_ALL : CELL_LINES;
	struct cell_lines label, cell[COMPARE_MAX];
	enum style style[COMPARE_MAX];
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s%s", row->equal ? "= " : "", row->label);
	compare_wrap(v->p, &label, b.data, v->label - 1, CELL_LINES);
	for (size_t i = 0; i < v->shown; i++) {
		buf_clear(&b);
		compare_cell_words(&b, v, row, v->first + i);
		compare_wrap(v->p, &cell[i], b.data, v->column - 1, max);
		style[i] = compare_style(&row->cell[v->first + i]);
	}
	draw_lines(v, &label, cell, style);
	row_anchors(v, row);
	buf_free(&b);
}

/* --- names ----------------------------------------------------------------------------------- */

/* "Compare", or which of the columns are shown. */
static void
position(const struct compare_view *v, struct buf *b)
{
	size_t last = v->first + v->shown;

	if (v->shown == v->c->n) {
		buf_adds(b, "Compare");
		return;
	}
	if (v->first > 0)
		buf_adds(b, "< ");
	if (v->shown == 1)
		buf_addf(b, "%zu of %zu", last, v->c->n);
	else
		buf_addf(b, "%zu-%zu of %zu", v->first + 1, last, v->c->n);
	if (last < v->c->n)
		buf_adds(b, " >");
}

static void
draw_names(const struct compare_view *v)
{
	struct cell_lines label, name[COMPARE_MAX];
	enum style style[COMPARE_MAX];
	struct buf b = BUF_INIT;

	position(v, &b);
	compare_wrap(v->p, &label, b.data, v->label - 1, 1);
	for (size_t i = 0; i < v->shown; i++) {
		bool base = v->o->baseline == (int)(v->first + i);

		buf_clear(&b);
		buf_addf(&b, "%s%s", base ? "= baseline: " : "", v->c->name[v->first + i]);
		compare_wrap(v->p, &name[i], b.data, v->column - 1, NAME_LINES);
		style[i] = STYLE_HEADING;
	}
	draw_lines(v, &label, name, style);
	for (size_t i = v->first; i < v->first + v->shown; i++)
		page_anchor(
		    v->p, v->c->kind == THING_ROLE ? ANCHOR_ROLE : ANCHOR_PROGRAM, v->c->key[i]);
	page_rule(v->p);
	buf_free(&b);
}

/* --- blocks ---------------------------------------------------------------------------------- */

static bool
same_block(const struct compare_row *a, const struct compare_row *b)
{
	return strcmp(a->block, b->block) == 0;
}

/* Rows that stand folded at the end of a block, in one line. */
static void
draw_folded(const struct compare_view *v, size_t from, size_t to)
{
	size_t n = to - from;
	struct buf b = BUF_INIT;

	if (n == 0)
		return;
	buf_addf(&b, "= %zu equal row%s folded: ", n, n == 1 ? "" : "s");
	for (size_t i = from; i < to; i++)
		buf_addf(&b, "%s%s", i > from ? ", " : "", v->c->row[i].label);
	page_line(v->p);
	page_join(v->p, 2, STYLE_NOTE, b.data);
	buf_free(&b);
}

static void
draw_note(const struct compare_view *v, const char *note)
{
	page_wrap(v->p, 2, STYLE_NOTE, note);
}

/* Rows from..to of one block. */
static void
draw_block(const struct compare_view *v, size_t from, size_t to)
{
	const struct compare_row *row = v->c->row;
	const char *note = "";
	size_t i;

	page_blank(v->p);
	say_title(v->p, compare_block_says(v->c, row[from].block));
	if (strcmp(row[from].block, BLOCK_RULER) == 0) {
		page_anchor(v->p, ANCHOR_TERM, "same-ruler");
		draw_note(v, "^ best, v worst of the line");
	}
	for (i = from; i < to && (v->o->all || !row[i].equal); i++) {
		if (strcmp(note, row[i].note) != 0)
			draw_note(v, row[i].note);
		note = row[i].note;
		if (row[i].look == COMPARE_AXIS)
			compare_axis(v, &row[i]);
		else
			draw_row(v, &row[i]);
	}
	draw_folded(v, i, to);
}

static void
draw_blocks(const struct compare_view *v)
{
	const struct compare *c = v->c;
	size_t to;

	for (size_t from = 0; from < c->nrows; from = to) {
		for (to = from; to < c->nrows && same_block(&c->row[from], &c->row[to]); to++)
			;
		draw_block(v, from, to);
	}
}

bool
page_compare(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, size_t *pinned, size_t *shown, struct err *e)
{
	struct compare_view v;
	size_t from = p->nlines;

	(void)r;
	if (c->n == 0)
		return err_set(e, ERR_USAGE, "nothing to compare");
	compare_view_init(&v, p, c, o);
	*shown = v.shown;
	*pinned = 0;
	if (p->opts.plain) {
		compare_plain(&v);
		return true;
	}
	draw_names(&v);
	*pinned = p->nlines - from;
	page_wrap(p, 0, STYLE_VALUE, c->answer);
	page_anchor(p, ANCHOR_TERM, "same-ruler");
	draw_blocks(&v);
	return true;
}
