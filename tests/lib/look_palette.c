/* look_palette.c - the list of commands above the command line. */
#include "look_parts.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/page/glyph.h"
#include "../../src/ui/screen.h"

/* A list of help beside names needs so many cells. */
enum { BESIDE = 60, NAMES = 26, KEYS = 14 };

static void
check_frame(const struct look *l, const struct area *at)
{
	const struct layout *lay = &l->a->layout;
	const char *v = glyph(GLYPH_VLINE, l->ascii);
	int below = at->y + at->h;

	CHECK(l, at->y >= 1 && at->x == 0 && at->w <= l->g.cols, "the list leaves the screen");
	CHECK(l, below <= lay->bottom.y, "the list covers the command line");
	CHECK(l, lay->status.h <= 0 || below <= lay->status.y, "the list covers the message");
	CHECK(l, lay->say.h <= 0 || below <= lay->say.y, "the list covers the narration");
	CHECK(l,
	    grid_is(&l->g, at->y, 0, glyph(GLYPH_TL, l->ascii))
		&& grid_is(&l->g, at->y, at->w - 1, glyph(GLYPH_TR, l->ascii))
		&& grid_is(&l->g, below - 1, 0, glyph(GLYPH_BL, l->ascii))
		&& grid_is(&l->g, below - 1, at->w - 1, glyph(GLYPH_BR, l->ascii)),
	    "a corner of the list is missing");
	for (int y = at->y + 1; y + 1 < below; y++)
		CHECK(l, grid_is(&l->g, y, 0, v) && grid_is(&l->g, y, at->w - 1, v),
		    "a side of the list is missing");
}

/* Name, help and keys, each whole or cut with a mark, with a gap between. */
static void
check_item(const struct look *l, const struct area *in, int y, const struct palette_line *it)
{
	struct buf name = BUF_INIT, help = BUF_INIT;
	int keys = text_width(it->keys) < KEYS ? text_width(it->keys) : KEYS;
	int room = in->w - 2 - (keys > 0 ? keys + 1 : 0);
	int names = l->g.cols < BESIDE || *it->help == '\0' ? room : NAMES;

	text_safes(&name, it->name, l->ascii);
	buf_addf(&name, "%s%s", *it->arg != '\0' ? " " : "", it->arg);
	text_safes(&help, it->help, l->ascii);
	CHECK(l, names > 10, "no room for names");
	look_text(l, y, in->x + 2, names, name.data, false);
	if (names < room)
		look_text(l, y, in->x + names + 3, room - names - 1, help.data, false);
	if (keys > 0)
		look_text(l, y, in->x + in->w - keys, keys, it->keys, true);
	CHECK(l, keys == 0 || grid_is(&l->g, y, in->x + in->w - keys - 1, " "),
	    "row %d: no gap in front of the keys", y);
	buf_free(&name);
	buf_free(&help);
}

static void
check_sign(const struct look *l, int y, size_t i)
{
	const struct palette *u = &l->a->palette;
	size_t rows = palette_rows(l->a);
	const char *sign = palette_points(u) && i == u->cursor         ? ">"
	    : i == u->top && u->top > 0 && i != u->cursor              ? "^"
	    : i + 1 == u->top + rows && i + 1 < u->n && i != u->cursor ? "v"
								       : " ";

	CHECK(l, grid_is(&l->g, y, 1, sign), "row %d: no sign '%s'", y, sign);
}

void
look_palette(const struct look *l)
{
	const struct palette *u = &l->a->palette;
	struct area at = screen_palette_area(l->a), in = {at.y + 1, at.x + 1, at.h - 2, at.w - 2};
	size_t rows = palette_rows(l->a);

	check_frame(l, &at);
	CHECK(l, u->n == 0 || (u->cursor >= u->top && u->cursor < u->top + rows),
	    "the item under the cursor is out of sight");
	CHECK(l, u->top + rows <= u->n || u->n == 0, "rows of the list are empty");
	for (size_t i = u->top; i < u->top + rows && i < u->n; i++) {
		int y = in.y + (int)(i - u->top);
		struct palette_line line;

		palette_line(l->a, i, &line);
		check_item(l, &in, y, &line);
		check_sign(l, y, i);
	}
	CHECK(l, u->n > 0 || !grid_blank(&l->g, in.y, in.x, in.w), "an empty list says nothing");
	if (l->g.cols < BESIDE && palette_points(u))
		CHECK(l, !grid_blank(&l->g, in.y + (int)rows, in.x, in.w),
		    "nothing says what the item is for");
}
