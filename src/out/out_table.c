/*
 * out_table.c - a table: aligned and fitted to the width of a terminal, tab-separated elsewhere.
 *
 * On a terminal the first LOOK_AHEAD rows are kept to learn the widths; what comes later and is wider
 * is cut.
 */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/out/out.h"

#include <stdlib.h>

enum {
	LOOK_AHEAD = 256,
	GAP = 2,   /* blanks between columns */
	LEAST = 4, /* cells that a cut text keeps */
	ROOMY = 8, /* the same where columns may be left out instead */
};

struct out_table {
	struct arena arena;
	char **kept;  /* rows x ncols safe texts */
	size_t rows;  /* in `kept` */
	int *width;   /* per column; what it needs, then what it gets */
	size_t shown; /* columns that are printed */
	bool settled;
};

/* --- tab-separated --------------------------------------------------------------------------- */

static void
bold(struct out *o, bool on)
{
	if (o->color)
		buf_adds(&o->sink->buf, on ? "\033[1m" : "\033[0m");
}

static void
tab_header(struct out *o)
{
	bold(o, true);
	for (size_t i = 0; i < o->ncols; i++) {
		buf_adds(&o->sink->buf, i ? "\t" : "");
		text_safes(&o->sink->buf, o->cols[i].name, o->ascii);
	}
	bold(o, false);
	buf_addc(&o->sink->buf, '\n');
}

static void
tab_row(struct out *o, const struct cell *cells)
{
	for (size_t i = 0; i < o->ncols; i++) {
		if (i)
			buf_addc(&o->sink->buf, '\t');
		out_cell_safe(&cells[i], false, o->ascii, &o->sink->buf);
	}
	buf_addc(&o->sink->buf, '\n');
}

/* --- widths ---------------------------------------------------------------------------------- */

/* What a column keeps in any case: of a text the better part of its preferred width. */
static int
least(const struct out *o, size_t i, bool roomy)
{
	int need = o->table->width[i], keep = roomy ? o->cols[i].width * 3 / 5 : 0;

	if (keep < (roomy ? ROOMY : LEAST))
		keep = roomy ? ROOMY : LEAST;
	return o->cols[i].number || need < keep ? need : keep;
}

/* Width of a column when texts get `cap` cells, or what they keep in any case. */
static int
capped(const struct out *o, size_t i, int cap, bool roomy)
{
	int need = o->table->width[i], keep = least(o, i, roomy);

	if (need <= cap)
		return need;
	return keep > cap ? keep : cap;
}

static int
total(const struct out *o, int cap, bool roomy)
{
	int sum = 0;

	for (size_t i = 0; i < o->table->shown; i++)
		sum += capped(o, i, cap, roomy) + (i ? GAP : 0);
	return sum;
}

/* Drops what does not fit, then gives the columns as much as there is. */
static void
fit(struct out *o)
{
	struct out_table *t = o->table;
	int cap = o->width;

	while (o->drop && t->shown > 1 && total(o, 0, true) > o->width)
		t->shown--;
	while (cap > 0 && total(o, cap, o->drop) > o->width)
		cap--;
	for (size_t i = 0; i < t->shown; i++)
		t->width[i] = capped(o, i, cap, o->drop);
}

/* --- aligned --------------------------------------------------------------------------------- */

static void
put_aligned(struct out *o, size_t i, const char *text)
{
	struct buf *out = &o->sink->buf;
	int room = o->table->width[i], used;

	buf_clear(&o->scratch);
	used = text_clip(&o->scratch, text, room, o->ascii ? "~" : "\u2026");
	if (o->cols[i].number)
		buf_pad(out, ' ', (size_t)(room - used));
	buf_add(out, o->scratch.data, o->scratch.len);
	if (i + 1 == o->table->shown)
		return;
	buf_pad(out, ' ', (size_t)(o->cols[i].number ? GAP : room - used + GAP));
}

static void
put_line(struct out *o, char *const *texts)
{
	for (size_t i = 0; i < o->table->shown; i++)
		put_aligned(o, i, texts[i]);
	buf_addc(&o->sink->buf, '\n');
}

/* The widths are decided: header and kept rows go out. */
static void
settle(struct out *o)
{
	struct out_table *t = o->table;

	fit(o);
	t->settled = true;
	bold(o, true);
	for (size_t i = 0; i < t->shown; i++)
		put_aligned(o, i, o->cols[i].title);
	bold(o, false);
	buf_addc(&o->sink->buf, '\n');
	for (size_t r = 0; r < t->rows; r++)
		put_line(o, t->kept + r * o->ncols);
}

static void
keep(struct out *o, const struct cell *cells)
{
	struct out_table *t = o->table;
	char **texts = t->kept + t->rows * o->ncols;
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < o->ncols; i++) {
		int w;

		buf_clear(&text);
		out_cell_safe(&cells[i], true, o->ascii, &text);
		texts[i] = arena_ndup(&t->arena, text.data, text.len);
		w = text_width(texts[i]);
		if (w > t->width[i])
			t->width[i] = w;
	}
	t->rows++;
	buf_free(&text);
}

static void
stream(struct out *o, const struct cell *cells)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < o->table->shown; i++) {
		buf_clear(&text);
		out_cell_safe(&cells[i], true, o->ascii, &text);
		put_aligned(o, i, text.data);
	}
	buf_addc(&o->sink->buf, '\n');
	buf_free(&text);
}

/* ---------------------------------------------------------------------------------------------- */

void
out_table_begin(struct out *o)
{
	struct out_table *t;

	if (!o->tty) {
		tab_header(o);
		return;
	}
	t = o->table = mem_zero(1, sizeof *t);
	arena_init(&t->arena);
	t->kept = mem_zero(LOOK_AHEAD * o->ncols, sizeof *t->kept);
	t->width = mem_zero(o->ncols, sizeof *t->width);
	t->shown = o->ncols;
	for (size_t i = 0; i < o->ncols; i++)
		t->width[i] = text_width(o->cols[i].title);
}

void
out_table_row(struct out *o, const struct cell *cells)
{
	if (!o->tty) {
		tab_row(o, cells);
		return;
	}
	if (!o->table->settled && o->table->rows == LOOK_AHEAD)
		settle(o);
	if (o->table->settled)
		stream(o, cells);
	else
		keep(o, cells);
}

void
out_table_end(struct out *o)
{
	struct out_table *t = o->table;

	if (!t)
		return;
	if (!t->settled)
		settle(o);
	arena_free(&t->arena);
	free(t->kept);
	free(t->width);
	free(t);
	o->table = NULL;
}
