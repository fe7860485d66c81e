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

enum {
	NAME_LINES = 4,
	NAME_LINES_NARROW = 3, /* a narrow screen is a low one */
	NARROW = 56,
	ROOMY = 24, /* what columns do not need beyond goes to the labels */
	LABEL_EXTRA = 8,
	COLUMN_MAX = 44,
};

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

size_t
compare_fits(int width)
{
	int room = width - label_width(width), least = width >= NARROW ? 16 : 13;

	return (size_t)(room >= least ? room / least : 1);
}

void
compare_view_init(
    struct compare_view *v, struct page *p, const struct compare *c, const struct compare_opts *o)
{
	int room;

	*v = (struct compare_view){.p = p, .c = c, .o = o, .label = label_width(p->opts.width)};
	room = p->opts.width - v->label;
	v->first = o->first < c->n ? o->first : c->n - 1;
	v->shown = compare_fits(p->opts.width);
	if (v->shown > c->n - v->first)
		v->shown = c->n - v->first;
	v->column = room / (int)v->shown;
	if (v->column > ROOMY) {
		int extra = (v->column - ROOMY) * (int)v->shown;

		extra = extra < LABEL_EXTRA ? extra : LABEL_EXTRA;
		v->label += extra;
		v->column = (room - extra) / (int)v->shown;
	}
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

/* --- a row ----------------------------------------------------------------------------------- */

/* Whether the row says what a program is worth for a role: Payback says more. */
static bool
is_worth(const struct compare *c, const struct compare_row *row, size_t column)
{
	return c->kind != COMPARE_ROLES && c->aim[column].role != 0
	    && (strcmp(row->block, BLOCK_WORTH) == 0
		|| (strcmp(row->block, BLOCK_RULER) == 0
		    && strncmp(row->label, "payback", 7) == 0));
}

/* Enter opens Payback of the column under the cursor. */
static void
payback_anchor(const struct compare_view *v)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "payback %s %s", v->c->program[v->o->column], v->c->aim[v->o->column].slug);
	page_anchor(v->p, ANCHOR_COMMAND, b.data);
	buf_free(&b);
}

/* The anchors of the column under the cursor; without a cursor those of all that are shown. */
static void
row_anchors(const struct compare_view *v, const struct compare_row *row)
{
	if (v->o->cursor && is_worth(v->c, row, v->o->column))
		payback_anchor(v);
	for (size_t i = v->first; i < v->first + v->shown; i++)
		if ((!v->o->cursor || v->o->column == i) && row->cell[i].anchor.kind != ANCHOR_NONE)
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
	compare_wrap(v->p, &label, b.data, v->label - 1, max);
	for (size_t i = 0; i < v->shown; i++) {
		buf_clear(&b);
		compare_cell_says(&b, v->c, row, v->first + i, v->o);
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
	const char *gap = v->label > 14 ? " " : "";

	if (v->shown == v->c->n) {
		buf_adds(b, "Compare");
		return;
	}
	if (v->first > 0)
		buf_addf(b, "<%s", gap);
	if (v->shown == 1)
		buf_addf(b, "%zu of %zu", last, v->c->n);
	else
		buf_addf(b, "%zu-%zu of %zu", v->first + 1, last, v->c->n);
	if (last < v->c->n)
		buf_addf(b, "%s>", gap);
}

/* One more line of the label, or several. */
static void
label_more(const struct compare_view *v, struct cell_lines *label, const char *text, size_t lines)
{
	struct cell_lines more;

	compare_wrap(v->p, &more, text, v->label - 1, lines);
	for (size_t i = 0; i < more.n; i++)
		label->line[label->n++] = more.line[i];
}

/* Where the names stand, below it what all columns share, and the baseline when its column is out of sight. */
static void
names_label(const struct compare_view *v, struct cell_lines *label)
{
	bool narrow = v->p->opts.width < NARROW;
	struct buf b = BUF_INIT;
	int base = v->o->baseline;

	position(v, &b);
	compare_wrap(v->p, label, b.data, v->label - 1, 1);
	if (v->c->shared[0] != '\0')
		label_more(v, label, v->c->shared, narrow ? 1 : NAME_LINES - 1);
	if (base >= 0 && ((size_t)base < v->first || (size_t)base >= v->first + v->shown)) {
		buf_clear(&b);
		buf_addf(&b, "baseline: %s", v->c->brief[base]);
		label_more(
		    v, label, b.data, v->c->shared[0] != '\0' ? 1 : (size_t)NAME_LINES_NARROW - 1);
	}
	buf_free(&b);
}

static void
name_anchors(const struct compare_view *v, size_t i)
{
	if (v->c->kind == COMPARE_ROLES)
		page_anchor(v->p, ANCHOR_ROLE, v->c->key[i]);
	else
		page_anchor(v->p, ANCHOR_PROGRAM,
		    v->c->kind == COMPARE_PLANS ? v->c->program[i] : v->c->key[i]);
	if (v->c->kind == COMPARE_PLANS)
		page_anchor(v->p, ANCHOR_ROLE, v->c->aim[i].slug);
}

static void
draw_names(const struct compare_view *v)
{
	struct cell_lines label, name[COMPARE_MAX];
	enum style style[COMPARE_MAX];
	struct buf b = BUF_INIT;

	names_label(v, &label);
	for (size_t i = 0; i < v->shown; i++) {
		buf_clear(&b);
		compare_name(&b, v->c, v->first + i, v->o);
		compare_wrap(v->p, &name[i], b.data, v->column - 1,
		    v->p->opts.width < NARROW ? NAME_LINES_NARROW : NAME_LINES);
		style[i] = STYLE_HEADING;
	}
	draw_lines(v, &label, name, style);
	for (size_t i = v->first; i < v->first + v->shown; i++)
		if (!v->o->cursor || v->o->column == i)
			name_anchors(v, i);
	page_rule(v->p);
	buf_free(&b);
}

/* --- blocks ---------------------------------------------------------------------------------- */

/* Rows that stand folded at the end of a block, in one line. */
static void
draw_folded(const struct compare_view *v, const struct compare_block *block)
{
	struct buf b = BUF_INIT;

	compare_folded(&b, block);
	if (b.len > 0) {
		buf_adds(&b, v->p->opts.screen ? " (= shows them): " : ": ");
		compare_folded_labels(&b, v->c, block);
		page_line(v->p);
		page_join(v->p, 2, STYLE_NOTE, b.data);
	}
	buf_free(&b);
}

static void
draw_note(const struct compare_view *v, const char *note)
{
	page_wrap(v->p, 2, STYLE_NOTE, note);
}

static void
draw_block(const struct compare_view *v, const struct compare_block *b)
{
	const struct compare_row *row = v->c->row;
	const char *note = "";

	page_blank(v->p);
	say_title(v->p, compare_block_says(v->c, row[b->from].block));
	if (strcmp(row[b->from].block, BLOCK_RULER) == 0)
		page_anchor(v->p, ANCHOR_TERM, "same-ruler");
	draw_note(v, compare_block_note(row[b->from].block));
	for (size_t i = b->from; i < b->folded; i++) {
		if (strcmp(note, row[i].note) != 0)
			draw_note(v, row[i].note);
		note = row[i].note;
		if (row[i].look == COMPARE_AXIS)
			compare_axis(v, &row[i]);
		else
			draw_row(v, &row[i]);
	}
	draw_folded(v, b);
}

bool
page_compare(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, size_t *pinned, size_t *shown, struct err *e)
{
	struct compare_block b = {0, 0, 0};
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
	if (o->cursor && c->kind != COMPARE_ROLES && c->aim[o->column].role != 0)
		payback_anchor(&v);
	page_anchor(p, ANCHOR_TERM, "same-ruler");
	while (compare_next(c, o, &b))
		draw_block(&v, &b);
	if (p->opts.screen && c->kind == COMPARE_PROGRAMS && c->aim[0].role == 0) {
		page_blank(p);
		page_wrap(p, 0, STYLE_NOTE,
		    "r chooses a role: then it stands here when each is paid back in that job.");
	}
	return true;
}

bool
page_compare_all(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, struct err *e)
{
	struct compare_opts how = *o;
	size_t pinned, shown = 0;

	for (how.first = 0; how.first < c->n; how.first += shown) {
		if (how.first > 0)
			page_blank(p);
		if (!page_compare(p, r, c, &how, &pinned, &shown, e))
			return false;
		if (p->opts.plain)
			break;
	}
	return true;
}
