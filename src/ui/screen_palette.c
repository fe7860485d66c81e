/*
 * screen_palette.c - the list of commands above the command line.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/page/glyph.h"

#include <stdio.h>
#include <string.h>

enum {
	NARROW = 58, /* cells inside; less: no help beside the names */
	WIDEST = 100,
	NAMES = 26,
	KEYS = 14,
};

struct area
screen_palette_area(const struct app *a)
{
	const struct layout *l = &a->layout;
	int bottom = l->status.h > 0 ? l->status.y : l->say.h > 0 ? l->say.y : l->bottom.y;
	int h = (int)palette_rows(a) + (int)palette_notes(a) + 2;

	return (struct area){bottom - h, 0, h, a->cols < WIDEST ? a->cols : WIDEST};
}

static void
add_title(const struct app *a, struct buf *out)
{
	const struct palette *u = &a->palette;

	if (u->arguments)
		buf_addf(out, "%s %s: %s", u->given->name, u->given->arg, u->given->help);
	else if (a->prompt.edit.text.len == 0)
		buf_adds(out, "Commands: type to find, Enter runs");
	else
		buf_addf(out, "Commands that fit: %zu", u->n);
}

/* Text in `w` cells, cut with a mark where it is longer. */
static void
draw_cell(struct draw *d, const struct area *at, struct draw_at where, const char *text)
{
	struct buf safe = BUF_INIT, cut = BUF_INIT;

	text_safes(&safe, text, d->term->ascii);
	text_clip(&cut, safe.data, where.w, glyph(GLYPH_CUT, d->term->ascii));
	draw_text_at(d, at, where, cut.data);
	buf_free(&safe);
	buf_free(&cut);
}

/* "name ARGUMENT", help, keys; on a narrow screen the help stands below the list. */
static void
draw_item(struct draw *d, const struct area *in, int y, const struct palette_line *l, bool here)
{
	bool narrow = in->w < NARROW;
	unsigned flags = here ? DRAW_SELECTED : 0;
	int keys = text_width(l->keys) < KEYS ? text_width(l->keys) : KEYS;
	int room = in->w - 2 - (keys > 0 ? keys + 1 : 0), names = narrow ? room : NAMES;
	struct buf name = BUF_INIT;

	if (here) {
		draw_fill(d, in, y, 0, in->w, " ", STYLE_TEXT, flags);
		draw_text(d, in, y, 0, ">", 1, STYLE_TEXT, DRAW_BOLD);
	}
	buf_addf(&name, "%s%s%s", l->name, *l->arg != '\0' ? " " : "", l->arg);
	if (*l->help == '\0')
		names = room;
	draw_cell(d, in, (struct draw_at){y, 2, names, STYLE_HEADING, flags}, name.data);
	if (names < room)
		draw_cell(d, in,
		    (struct draw_at){y, names + 3, room - names - 1, STYLE_TEXT, flags}, l->help);
	draw_cell(d, in, (struct draw_at){y, in->w - keys, keys, STYLE_NOTE, flags}, l->keys);
	buf_free(&name);
}

/* What the item under the cursor is for, or the command whose argument is typed, below the list. */
static void
draw_notes(struct draw *d, struct app *a, const struct area *in)
{
	struct palette_line l = {.help = ""};
	size_t at = 0, next;

	if (palette_points(&a->palette))
		palette_line(a, a->palette.cursor, &l);
	else if (a->palette.arguments)
		l.help = a->palette.given->help;
	for (int y = (int)palette_rows(a); y < in->h && l.help[at] != '\0'; y++, at += next) {
		struct buf line = BUF_INIT;
		bool last = y + 1 == in->h;
		size_t len = text_wrap(l.help + at, strlen(l.help + at), in->w - 2, &next);

		buf_add(&line, l.help + at, last ? strlen(l.help + at) : len);
		draw_cell(d, in, (struct draw_at){y, 2, in->w - 2, STYLE_TEXT, 0}, line.data);
		buf_free(&line);
	}
}

static void
draw_none(struct draw *d, struct app *a, const struct area *in)
{
	const char *nearest = palette_nearest(a);

	if (a->palette.arguments)
		draw_text(d, in, 0, 2,
		    a->palette.fold.len > 0 ? "nothing known fits; Enter tries it"
					    : "Enter runs it",
		    0, STYLE_NOTE, 0);
	else
		draw_textf(d, in, 0, 2, STYLE_NOTE, 0, "no command fits%s%s",
		    nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
}

void
screen_palette(struct draw *d, struct app *a)
{
	const struct palette *u = &a->palette;
	struct area at = screen_palette_area(a), in;
	struct buf title = BUF_INIT;
	size_t rows = palette_rows(a);

	for (int y = 0; y < at.h; y++)
		draw_fill(d, &at, y, 0, at.w, " ", STYLE_TEXT, 0);
	add_title(a, &title);
	in = draw_frame(d, &at, title.data);
	buf_free(&title);
	for (size_t y = 0; y < rows && u->top + y < u->n; y++) {
		struct palette_line l;

		palette_line(a, u->top + y, &l);
		draw_item(d, &in, (int)y, &l, palette_points(u) && u->top + y == u->cursor);
	}
	if (u->top > 0 && u->cursor != u->top)
		draw_text(d, &in, 0, 0, "^", 1, STYLE_NOTE, 0);
	if (u->top + rows < u->n && u->cursor != u->top + rows - 1)
		draw_text(d, &in, (int)rows - 1, 0, "v", 1, STYLE_NOTE, 0);
	if (u->n == 0)
		draw_none(d, a, &in);
	if (palette_notes(a) > 0)
		draw_notes(d, a, &in);
}
