/*
 * screen_note.c - the pane in which a note is written.
 */
#include "screen.h"

#include "career/base/text.h"
#include "career/cmd/note.h"
#include "career/page/glyph.h"

enum { WIDEST = 80, INDENT = 1 };

struct area
screen_note_area(const struct app *a)
{
	int say = a->layout.say.h, w = a->cols < WIDEST + 4 ? a->cols : WIDEST;
	int h = a->rows - 3 - (say > 1 ? say : 1);

	return (struct area){2, (a->cols - w) / 2, h, w};
}

static void
draw_row(struct draw *d, const struct area *in, int y, const struct textpad *pad)
{
	const char *text;
	size_t len = textpad_row(pad, pad->top + (size_t)y, &text);
	struct buf safe = BUF_INIT;

	text_safe(&safe, text, len, d->term->ascii);
	draw_text(d, in, y, INDENT, safe.data, in->w - 2 * INDENT, STYLE_TEXT, 0);
	buf_free(&safe);
}

void
screen_note(struct draw *d, struct app *a)
{
	struct textpad *pad = &note_open(a)->pad;
	struct area at = screen_note_area(a), in;
	struct buf title = BUF_INIT, safe = BUF_INIT;
	size_t row;
	int cell;

	buf_addf(&title, "Note: %s", note_open(a)->of.title);
	text_safes(&safe, title.data, a->opts.ascii);
	for (int y = 0; y < at.h; y++)
		draw_fill(d, &at, y, 0, at.w, " ", STYLE_TEXT, 0);
	in = draw_frame(d, &at, safe.data);
	textpad_lay_out(pad, in.w - 2 * INDENT - 1, in.h);
	for (int y = 0; y < in.h && pad->top + (size_t)y < pad->nrows; y++)
		draw_row(d, &in, y, pad);
	if (pad->top > 0)
		draw_text(d, &in, 0, in.w - 1, "^", 1, STYLE_NOTE, 0);
	if (pad->top + (size_t)in.h < pad->nrows)
		draw_text(d, &in, in.h - 1, in.w - 1, "v", 1, STYLE_NOTE, 0);
	row = textpad_at(pad, &cell);
	draw_cursor(d, &in, (int)(row - pad->top), INDENT + cell);
	buf_free(&title);
	buf_free(&safe);
}

/* The keys of the pane in the bottom line. */
void
screen_note_hints(struct draw *d, const struct app *a)
{
	const struct area *b = &a->layout.bottom;
	int x = 0;

	for (size_t i = 0; note_hints[i] != NULL; i += 2) {
		if (x + text_width(note_hints[i]) + text_width(note_hints[i + 1]) + 3 > b->w)
			break;
		x += draw_text(d, b, 0, x, note_hints[i], 0, STYLE_HEADING, 0);
		x += draw_textf(d, b, 0, x, STYLE_TEXT, 0, " %s", note_hints[i + 1]) + 2;
	}
}
