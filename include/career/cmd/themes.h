/*
 * themes.h - how each role of text looks: colours from data/themes.yaml and the person's file.
 *
 * A theme gives every style (page.h) one of the eight colours or the terminal's own, bold and underline,
 * and what of these is left without colours. It cannot touch what tells a state apart: the row under the
 * cursor is in reverse and every state has a sign, whatever a theme says; links, headings and the open tab
 * are never told by colour alone. A theme names its background, and only colours that can be read on that
 * are taken. career-keys(5) describes the file.
 */
#ifndef CAREER_CMD_THEMES_H
#define CAREER_CMD_THEMES_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/page/page.h"

#include <stdbool.h>
#include <stddef.h>

enum theme_color {
	THEME_OWN, /* the terminal's */
	THEME_BLACK,
	THEME_RED,
	THEME_GREEN,
	THEME_YELLOW,
	THEME_BLUE,
	THEME_MAGENTA,
	THEME_CYAN,
	THEME_WHITE,
	THEME_COLORS,
};

enum { LOOK_BOLD = 1, LOOK_UNDERLINE = 2 };

struct theme_row {
	enum theme_color color;
	unsigned look; /* LOOK_*, beside the colour */
	unsigned mono; /* without colours */
};

struct theme {
	struct theme_row row[STYLE_KINDS];
};

enum { THEME_NAME = 32 }; /* bytes of a name with its NUL */

/* What terminals a theme is for. */
enum theme_background { THEME_ANY, THEME_DARK, THEME_LIGHT, THEME_CUSTOM, THEME_BACKGROUNDS };

struct theme_want {
	const char *name;  /* NULL: auto */
	const char *file;  /* the person's, NULL: none */
	const char *title; /* as messages call the file; NULL: by its path */
	const char *guess; /* of `auto`: what COLORFGBG says of the terminal, or NULL */
	struct buf *lines; /* each mistake of the file as a line, or NULL */
};

/* Names of the built-in themes, NULL at the end: auto is the first. */
extern const char *const theme_names[];

/* On failure (the file has a mistake: ERR_DATA; there is no such theme: ERR_USAGE) *t is the built-in
 * theme of the name, else auto. */
bool theme_load(struct theme *t, const struct theme_want *want, struct err *e);
bool theme_load_bytes(
    struct theme *t, const struct theme_want *want, const char *bytes, size_t len, struct err *e);
/* Calls `each` for every theme, the built-in ones first; a file with mistakes adds none. */
void theme_each(
    const char *file, void (*each)(void *ctx, const char *name, const char *about), void *ctx);

/* --- names, for manuals and messages ---- */

/* NULL behind the last. */
const char *theme_role_name(size_t style, const char **help);
const char *theme_color_name(size_t color);
const char *theme_background_name(size_t background, const char **help);
/* Whether text of that colour can be read on the background. */
bool theme_readable(enum theme_background on, enum theme_color c);

#endif
