#include "career/ui/theme.h"

#include "career/ui/draw.h"

#include <curses.h>

enum { OWN = -1 }; /* the terminal's own colour */

/* Of the eight colours only red and magenta are readable on white as well as on black. */
struct theme_row {
	short fg;
	attr_t with_color;
	attr_t mono;
};

static const struct theme_row theme[STYLE_KINDS] = {
    [STYLE_TEXT] = {OWN, A_NORMAL, A_NORMAL},
    [STYLE_HEADING] = {OWN, A_BOLD, A_BOLD},
    [STYLE_LABEL] = {OWN, A_NORMAL, A_NORMAL},
    [STYLE_VALUE] = {OWN, A_BOLD, A_BOLD},
    [STYLE_WARN] = {COLOR_RED, A_BOLD, A_BOLD},
    [STYLE_NEAR] = {COLOR_MAGENTA, A_NORMAL, A_NORMAL},
    [STYLE_LINK] = {OWN, A_UNDERLINE, A_UNDERLINE},
    [STYLE_BAR] = {OWN, A_BOLD, A_BOLD},
    [STYLE_BAR_MARK] = {COLOR_MAGENTA, A_BOLD, A_BOLD},
    [STYLE_NOTE] = {OWN, A_NORMAL, A_NORMAL},
    [STYLE_TAB] = {OWN, A_NORMAL, A_NORMAL},
    [STYLE_TAB_ON] = {OWN, A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE},
};

void
theme_init(const struct term *t)
{
	int i;

	if (!t->colors)
		return;
	for (i = 0; i < STYLE_KINDS; i++)
		if (theme[i].fg != OWN)
			init_pair((short)(i + 1), theme[i].fg, OWN);
}

unsigned long
theme_attr(const struct term *t, enum style st, unsigned flags)
{
	const struct theme_row *row = &theme[st];
	attr_t attr = t->colors ? row->with_color : row->mono;

	if (flags & DRAW_SELECTED)
		attr |= A_REVERSE; /* in the terminal's own colours, readable whatever they are */
	else if (t->colors && row->fg != OWN)
		attr |= (attr_t)COLOR_PAIR(st + 1);
	if (flags & (DRAW_BOLD | DRAW_WEAK))
		attr |= A_BOLD;
	if (flags & (DRAW_UNDERLINE | DRAW_WEAK))
		attr |= A_UNDERLINE;
	return attr;
}
