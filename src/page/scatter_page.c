/*
 * scatter_page.c - the words around the plot, and how the lines are shared out.
 */
#include "scatter_parts.h"

#include "career/base/num.h"
#include "career/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum {
	LEAST_ROWS = 3, /* of the plot */
	BLOCK_LINES = 3,
	ROWS_FOR_TITLE =
	    9, /* lines; from so many on the row under the cursor has a line for its title */
	ROWS_FOR_AXIS = 10,  /* ... the lower axis has one */
	ROWS_FOR_WORDS = 12, /* lines; on fewer a block of them is cut to one */
};

/* What stands around the plot. The last ones give way first where there is no room. */
enum {
	WORD_LEFT,    /* who is not drawn */
	WORD_DIFFERS, /* what is not alike */
	WORD_ANSWER,
	WORD_MEANT,
	WORD_EDGES, /* this one and the next are known only once the plot is made: a line is held for each */
	WORD_LEGEND,
	WORDS,
};

struct words {
	struct buf text;
	enum style style;
	int lines;     /* that it takes at most; what goes on behind them is cut */
	int plot_rows; /* shown only where so many rows are left to the plot */
	bool above;    /* the plot */
	bool shown;
};

static int
count_lines(const char *text, int width)
{
	size_t at = 0, next, len = strlen(text);
	int n = 0;

	while (at < len && n < BLOCK_LINES) {
		text_wrap(text + at, len - at, width, &next);
		at += next;
		n++;
	}
	return n;
}

/* "Earnings (up), tuition in the state (right): 34,578 of 216,871", as much of it as there is room for. */
static void
add_heading(const struct page *p, const struct scatter *s, struct buf *out)
{
	const struct list *l = s->view->list;

	for (int brief = 0; brief < 3; brief++) {
		buf_clear(out);
		if (s->axes.y < 0 || brief == 2) {
			scatter_title(l, s->axes, out);
		} else {
			scatter_name(l, s->axes.y, out);
			buf_adds(out, " (up), ");
			scatter_name(l, s->axes.x, out);
			buf_adds(out, " (right)");
		}
		buf_adds(out, ": ");
		num_full(out, (double)s->n);
		if (brief == 0) {
			buf_adds(out, " of ");
			num_full(out, s->view->nrows);
		}
		if (text_width(out->data) <= p->opts.width)
			break;
	}
	out->data[0] = (char)toupper((unsigned char)out->data[0]);
}

static void
add_beyond(const struct scatter *s, struct buf *out)
{
	const struct scale *scales[] = {&s->sy, &s->sx};
	const int fields[] = {s->axes.y, s->axes.x};

	for (int i = 0; i < 2; i++) {
		if (scales[i]->beyond == 0 || fields[i] < 0)
			continue;
		buf_adds(out, out->len > 0 ? "; " : "");
		num_full(out, scales[i]->beyond);
		buf_adds(out, i == 0 ? " at the upper edge " : " at the right edge ");
		buf_adds(out, scales[i]->beyond == 1 ? "is above " : "are above ");
		scatter_value(s, fields[i], scales[i]->hi, out);
	}
}

static const char *
text_at(const struct view *v, const char *field, uint32_t row)
{
	int at = field_find(v->list, field);

	return at >= 0 ? frame_text(v->frame, field_col(v->list, at), row) : "";
}

/* "Data Science, Georgia Tech, master": the first line about the row under the cursor. */
static void
add_title_of(const struct view *v, uint32_t row, struct buf *out)
{
	static const char *const more[] = {"school", "award"};

	for (size_t i = 0; i < v->list->nfields; i++)
		if ((v->list->fields[i].flags & FIELD_TITLE) != 0)
			buf_adds(out, frame_text(v->frame, field_col(v->list, (int)i), row));
	for (size_t i = 0; v->list == &list_programs && i < 2; i++)
		if (*text_at(v, more[i], row) != '\0')
			buf_addf(out, ", %s", text_at(v, more[i], row));
}

/* What the row states on an axis, or why it is not there. */
static void
add_number_of(const struct scatter *s, int field, uint32_t row, struct buf *out)
{
	int32_t v = frame_num(s->view->frame, field_col(s->view->list, field), row);

	if (frame_is_missing(v)) {
		buf_adds(out, s->view->list->fields[field].absent);
		if (v != FRAME_MISSING + MISSING_NOT_STATED)
			buf_addf(out, " (%s)", missing_words((enum missing)(v - FRAME_MISSING)));
		return;
	}
	scatter_value(s, field, v, out);
	if (s->view->list->fields[field].unit == UNIT_MONTHS)
		return; /* the value says so itself */
	buf_addc(out, ' ');
	scatter_name(s->view->list, field, out);
}

static void
add_not_drawn(const struct scatter *s, uint32_t row, struct buf *out)
{
	buf_adds(out, "not drawn: ");
	if (s->axes.y >= 0) {
		add_number_of(s, s->axes.y, row, out);
		buf_adds(out, ", ");
	}
	add_number_of(s, s->axes.x, row, out);
}

static void
add_values_of(const struct scatter *s, uint32_t row, struct buf *out)
{
	const struct list *l = s->view->list;

	if (s->axes.y >= 0) {
		scatter_value(
		    s, s->axes.y, frame_num(s->view->frame, field_col(l, s->axes.y), row), out);
		buf_adds(out, " by ");
	}
	scatter_value(s, s->axes.x, frame_num(s->view->frame, field_col(l, s->axes.x), row), out);
}

/* "; 3 of 17 here, n: next" */
static void
add_turn(const struct drawing *d, bool key, struct buf *out)
{
	uint32_t n = scatter_at(d->s, d->here);

	if (n <= 1)
		return;
	buf_adds(out, "; ");
	num_full(out, scatter_index(d->s, d->here, d->look->row) + 1);
	buf_adds(out, " of ");
	num_full(out, n);
	buf_adds(out, " here");
	if (key && d->look->next != NULL)
		buf_addf(out, ", %s: next", d->look->next);
}

/* The numbers with their names, or where there is no room without, and at last without the key. */
static void
add_numbers_of(const struct drawing *d, int room, struct buf *out)
{
	const struct scatter *s = d->s;
	uint32_t row = d->look->row;

	if (d->here == SCATTER_NOWHERE) {
		add_not_drawn(s, row, out);
		return;
	}
	if (s->axes.y >= 0) {
		add_number_of(s, s->axes.y, row, out);
		buf_adds(out, ", ");
	}
	add_number_of(s, s->axes.x, row, out);
	add_turn(d, true, out);
	for (int brief = 0; brief < 2 && text_width(out->data) > room; brief++) {
		buf_clear(out);
		add_values_of(s, row, out);
		add_turn(d, brief == 0, out);
	}
}

/* One line, cut where it is too long. */
static void
cut_line(struct page *p, enum style style, const char *lead, const char *text)
{
	page_line(p);
	page_addf(p, style, "%s%s", lead, text);
}

static void
draw_words(struct page *p, const struct words *w)
{
	size_t first = p->nlines;

	if (!w->shown || w->text.len == 0)
		return;
	if (w->lines == 1) {
		page_line(p);
		page_add(p, w->style, w->text.data);
		return;
	}
	page_wrap(p, 0, w->style, w->text.data);
	if (p->nlines > first + (size_t)w->lines)
		page_cut(p, first + (size_t)w->lines);
}

/* --- the page ----------------------------------------------------------------------------------- */

static void
upper_first(struct buf *b)
{
	if (b->len > 0)
		b->data[0] = (char)toupper((unsigned char)b->data[0]);
}

static void
make_words(const struct page *p, const struct scatter *s, int rows, struct words *w)
{
	static const int plot_rows[WORDS] = {LEAST_ROWS, LEAST_ROWS + 1, LEAST_ROWS + 2, 8, 9, 10};
	struct buf b = BUF_INIT;

	for (int i = 0; i < WORDS; i++)
		w[i] = (struct words){
		    .text = BUF_INIT, .style = STYLE_NOTE, .plot_rows = plot_rows[i]};
	scatter_left_out(s, false, &w[WORD_LEFT].text);
	scatter_differs(s, &b);
	if (b.len > 0)
		buf_addf(&w[WORD_DIFFERS].text, "! %s", b.data);
	w[WORD_DIFFERS].style = STYLE_WARN;
	scatter_answer(s, &w[WORD_ANSWER].text);
	w[WORD_ANSWER].style = STYLE_VALUE;
	w[WORD_ANSWER].above = true;
	scatter_meant(s, &w[WORD_MEANT].text);
	upper_first(&w[WORD_MEANT].text);
	for (int i = 0; i < WORDS; i++)
		w[i].lines = i >= WORD_EDGES ? 1 : count_lines(w[i].text.data, p->opts.width);
	if (rows < ROWS_FOR_WORDS && w[WORD_LEFT].lines > 1)
		w[WORD_LEFT].lines = 1;
	buf_free(&b);
}

/* Lines that the words take, in order of need; the rest is the plot's. */
static int
place_words(struct words *w, int rows)
{
	for (int i = 0; i < WORDS; i++) {
		w[i].shown = w[i].lines > 0 && rows - w[i].lines >= w[i].plot_rows;
		if (w[i].shown)
			rows -= w[i].lines;
	}
	return rows;
}

static void
mark_places(const struct scatter *s, const struct scatter_look *look, uint8_t *marked)
{
	for (uint32_t i = 0; i < scatter_places(s); i++)
		for (uint32_t k = 0; k < scatter_at(s, i); k++)
			marked[i] |= bitset_has(look->marks, scatter_row(s, i, k));
}

/* The lines about the row under the cursor, as many as were held for them. */
static void
draw_here(const struct drawing *d, int lines)
{
	struct buf b = BUF_INIT;

	if (d->look->row == UINT32_MAX || lines == 0)
		return;
	if (lines == 2) {
		add_title_of(d->s->view, d->look->row, &b);
		cut_line(d->page, STYLE_HEADING, "> ", b.data);
		buf_clear(&b);
	}
	add_numbers_of(d, d->page->opts.width - 2, &b);
	cut_line(d->page, STYLE_TEXT, lines == 2 ? "  " : "> ", b.data);
	buf_free(&b);
}

static void
nothing(struct page *p, const struct scatter *s)
{
	struct buf b = BUF_INIT;

	if (s->axes.x == SCATTER_NONE) {
		page_wrapf(p, 0, STYLE_HEADING, "No picture of %s.", s->view->list->name);
		return;
	}
	scatter_title(s->view->list, s->axes, &b);
	page_wrapf(p, 0, STYLE_HEADING, "Nothing to draw of %s.", b.data);
	buf_clear(&b);
	scatter_left_out(s, true, &b);
	page_wrap(p, 0, STYLE_NOTE, b.data);
	buf_free(&b);
}

/* Where the row under the cursor is, and what is marked. */
static void
look_up(struct drawing *d, uint8_t **marked)
{
	const struct scatter *s = d->s;

	d->here = scatter_place(s, d->look->row);
	if (d->here != SCATTER_NOWHERE)
		scatter_cell(s, d->here, &d->x, &d->y);
	if (d->look->marks == NULL)
		return;
	*marked = mem_zero((size_t)scatter_places(s) + 1, 1);
	mark_places(s, d->look, *marked);
	d->marked = *marked;
}

static void
draw_blocks(struct page *p, const struct words *w, bool above)
{
	for (int i = 0; i < WORDS; i++)
		if (w[i].above == above)
			draw_words(p, &w[i]);
}

/* What only the plot tells. */
static void
add_late_words(const struct drawing *d, struct words *w)
{
	const struct scatter *s = d->s;
	bool ascii = d->page->opts.ascii;
	struct buf *legend = &w[WORD_LEGEND].text;

	if (w[WORD_EDGES].shown)
		add_beyond(s, &w[WORD_EDGES].text);
	if (!w[WORD_LEGEND].shown || s->axes.y < 0 || s->fullest < 2)
		return;
	if (d->look->fine && !ascii)
		buf_addf(legend, "a dot is one or more %s", s->view->list->name);
	else
		scatter_legend(s, ascii, legend);
}

/* The plot with its axes, below the words that stand above it. */
static void
draw_picture(struct drawing *d, struct scatter *s, struct words *w, int here)
{
	struct page *p = d->page;
	struct buf heading = BUF_INIT;
	uint8_t *marked = NULL;

	add_late_words(d, w);
	look_up(d, &marked);
	add_heading(p, s, &heading);
	page_line(p);
	page_add(p, STYLE_HEADING, heading.data);
	draw_blocks(p, w, true);
	s->plot_x = LABELS + 1;
	s->plot_y = (int)p->nlines;
	scatter_draw(d, d->look->rows >= ROWS_FOR_AXIS);
	s->here_y = (int)p->nlines;
	draw_here(d, here);
	draw_blocks(p, w, false);
	buf_free(&heading);
	free(marked);
}

void
page_scatter(struct page *p, struct scatter *s, const struct scatter_look *look)
{
	struct drawing d = {
	    .page = p, .s = s, .look = look, .here = SCATTER_NOWHERE, .x = -1, .y = -1};
	int here = look->row == UINT32_MAX ? 0 : look->rows >= ROWS_FOR_TITLE ? 2 : 1, rows;
	struct words w[WORDS];

	s->w = s->here_y = 0;
	if (s->n == 0) {
		nothing(p, s);
		return;
	}
	make_words(p, s, look->rows, w);
	rows = place_words(w, look->rows - 2 - here - (look->rows >= ROWS_FOR_AXIS));
	scatter_fit(s, p->opts.width - LABELS - 1, rows < LEAST_ROWS ? LEAST_ROWS : rows,
	    look->fine && !p->opts.ascii);
	draw_picture(&d, s, w, here);
	for (int i = 0; i < WORDS; i++)
		buf_free(&w[i].text);
}
