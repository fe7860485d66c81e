/*
 * theme.h - a theme's roles as terminal attributes.
 *
 * The background is always the terminal's own; nothing is dim. What is selected is in reverse without a
 * colour of its own, whatever the theme says.
 */
#ifndef CAREER_UI_THEME_H
#define CAREER_UI_THEME_H

#include "career/cmd/themes.h"
#include "career/page/page.h"
#include "career/ui/term.h"

/* Once the screen is there, and again when the theme changes: defines the colour pairs. */
void theme_init(struct term *t, const struct theme *theme);
/* ncurses attributes (attr_t as unsigned long) of a style and DRAW_* flags. */
unsigned long theme_attr(const struct term *t, enum style st, unsigned flags);

#endif
