/*
 * theme.h - colour roles to terminal attributes.
 *
 * One table row per enum style: foreground among the 8 ANSI colours or the terminal's own, bold,
 * underline, and the same for monochrome. The background is always the terminal's own; nothing is
 * dim; every colour used is readable on white and on black.
 */
#ifndef CAREER_UI_THEME_H
#define CAREER_UI_THEME_H

#include "career/page/page.h"
#include "career/ui/term.h"

void theme_init(const struct term *t); /* defines the colour pairs once the screen is there */
/* ncurses attributes (attr_t as unsigned long) of a style and DRAW_* flags. */
unsigned long theme_attr(const struct term *t, enum style st, unsigned flags);

#endif
