#include "career/page/glyph.h"

/* { UTF-8, ASCII } */
static const char *const glyphs[GLYPH_COUNT][2] = {
    [GLYPH_CUT] = {"\u2026", "~"},
    [GLYPH_UP] = {"\u25b2", "^"},
    [GLYPH_DOWN] = {"\u25bc", "v"},
    [GLYPH_HLINE] = {"\u2500", "-"},
    [GLYPH_VLINE] = {"\u2502", "|"},
    [GLYPH_TL] = {"\u250c", "+"},
    [GLYPH_TR] = {"\u2510", "+"},
    [GLYPH_BL] = {"\u2514", "+"},
    [GLYPH_BR] = {"\u2518", "+"},
    [GLYPH_BAR] = {"\u2501", "="},
    [GLYPH_BAR_L] = {"\u2523", "["},
    [GLYPH_BAR_R] = {"\u252b", "]"},
    [GLYPH_WHISK] = {"\u2500", "-"},
    [GLYPH_MID] = {"\u2503", "|"},
    [GLYPH_POINT] = {"\u25c6", "*"},
    [GLYPH_OPEN] = {"\u25b6", ">"},
    [GLYPH_OPEN_L] = {"\u25c0", "<"},
    [GLYPH_COMMON] = {"\u2580", "^"},
    [GLYPH_FULL] = {"\u2588", "#"},
    [GLYPH_DOT] = {"\u00b7", "."},
    [GLYPH_STEP] = {"\u2514", "`"},
    [GLYPH_SHADE_1] = {"\u2591", "."},
    [GLYPH_SHADE_2] = {"\u2592", ":"},
    [GLYPH_SHADE_3] = {"\u2593", "#"},
    [GLYPH_TICK] = {"\u252c", "+"},
    [GLYPH_TICK_L] = {"\u2524", "+"},
};

const char *
glyph(enum glyph g, bool ascii)
{
	return glyphs[g][ascii];
}
