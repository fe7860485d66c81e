/*
 * glyph.h - the characters charts and frames are drawn with: UTF-8 or ASCII, always one cell each.
 */
#ifndef CAREER_PAGE_GLYPH_H
#define CAREER_PAGE_GLYPH_H

#include <stdbool.h>

enum glyph {
	GLYPH_CUT,   /* something was cut: … or ~ */
	GLYPH_UP,    /* sorted ascending: ▲ or ^ */
	GLYPH_DOWN,  /* ▼ or v */
	GLYPH_HLINE, /* ─ or - */
	GLYPH_VLINE, /* │ or | */
	GLYPH_TL,
	GLYPH_TR,
	GLYPH_BL,
	GLYPH_BR,      /* corners or + */
	GLYPH_BAR,     /* inside of an interval: ━ or = */
	GLYPH_BAR_L,   /* left end: ┣ or [ */
	GLYPH_BAR_R,   /* right end: ┫ or ] */
	GLYPH_WHISK,   /* percentile whisker: ─ or - */
	GLYPH_MID,     /* median: ┃ or | */
	GLYPH_POINT,   /* a point figure: ◆ or * */
	GLYPH_OPEN,    /* open upwards: ▶ or > */
	GLYPH_OPEN_L,  /* open downwards: ◀ or < */
	GLYPH_COMMON,  /* where most meet: ▀ or ^ */
	GLYPH_FULL,    /* filled cell of a share bar: █ or # */
	GLYPH_DOT,     /* · or . */
	GLYPH_STEP,    /* ladder arrow: └ or ` */
	GLYPH_SHADE_1, /* a third full: ░ or . */
	GLYPH_SHADE_2, /* ▒ or : */
	GLYPH_SHADE_3, /* ▓ or # */
	GLYPH_TICK,    /* tick on a lower axis: ┬ or + */
	GLYPH_TICK_L,  /* on one at the left: ┤ or + */
	GLYPH_COUNT,
};

const char *glyph(enum glyph g, bool ascii);

#endif
