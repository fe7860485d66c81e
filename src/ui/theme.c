#include "career/ui/theme.h"

#include "career/ui/draw.h"

#include <curses.h>

enum { OWN = -1 }; /* the terminal's own colour */

static const short colors[THEME_COLORS] = {
    [THEME_OWN] = OWN,
    [THEME_BLACK] = COLOR_BLACK,
    [THEME_RED] = COLOR_RED,
    [THEME_GREEN] = COLOR_GREEN,
    [THEME_YELLOW] = COLOR_YELLOW,
    [THEME_BLUE] = COLOR_BLUE,
    [THEME_MAGENTA] = COLOR_MAGENTA,
    [THEME_CYAN] = COLOR_CYAN,
    [THEME_WHITE] = COLOR_WHITE,
};

void
theme_init(struct term *t, const struct theme *theme)
{
	t->theme = *theme;
	for (int i = 0; t->colors && i < STYLE_KINDS; i++)
		if (theme->row[i].color != THEME_OWN)
			init_pair((short)(i + 1), colors[theme->row[i].color], OWN);
}

unsigned long
theme_attr(const struct term *t, enum style st, unsigned flags)
{
	const struct theme_row *row = &t->theme.row[st];
	unsigned look = t->colors ? row->look : row->mono;
	attr_t attr = A_NORMAL;

	if (flags & DRAW_SELECTED)
		attr |= A_REVERSE; /* in the terminal's own colours, readable whatever they are */
	else if (t->colors && row->color != THEME_OWN)
		attr |= (attr_t)COLOR_PAIR(st + 1);
	if (look & LOOK_BOLD || flags & (DRAW_BOLD | DRAW_WEAK))
		attr |= A_BOLD;
	if (look & LOOK_UNDERLINE || flags & (DRAW_UNDERLINE | DRAW_WEAK))
		attr |= A_UNDERLINE;
	return attr;
}
