/* theme_words.c - the words of themes: roles, colours, backgrounds, and which go together. */
#include "theme_words.h"

const struct theme_role theme_roles[STYLE_KINDS] = {
    [STYLE_TEXT] = {"text", false, "everything else"},
    [STYLE_HEADING] = {"heading", true, "headings, titles of columns, keys in the bottom line"},
    [STYLE_LABEL] = {"label", false, "name of a value"},
    [STYLE_VALUE] = {"value", false, "an answer; a value that is chosen"},
    [STYLE_WARN] = {"warn", false, "stands apart or is disputed, beside `!`; errors"},
    [STYLE_NEAR] = {"near", false, "nearest or loosely comparable, beside `~`"},
    [STYLE_LINK] = {"link", true, "leads somewhere"},
    [STYLE_BAR] = {"bar", false, "interval of a chart"},
    [STYLE_BAR_MARK] = {"bar-mark", false, "median and common range of a chart"},
    [STYLE_NOTE] = {"note", false, "sources and remarks"},
    [STYLE_TAB] = {"tab", false, "screen or section that is not open"},
    [STYLE_TAB_ON] = {"tab-on", true, "the one that is open, between brackets"},
};

static const char *const colors[THEME_COLORS + 1] = {
    [THEME_OWN] = "own",
    [THEME_BLACK] = "black",
    [THEME_RED] = "red",
    [THEME_GREEN] = "green",
    [THEME_YELLOW] = "yellow",
    [THEME_BLUE] = "blue",
    [THEME_MAGENTA] = "magenta",
    [THEME_CYAN] = "cyan",
    [THEME_WHITE] = "white",
};

const char *const *const theme_color_names = colors;

#define BIT(c) (1u << (c))
enum {
	ON_BOTH = BIT(THEME_OWN) | BIT(THEME_RED) | BIT(THEME_MAGENTA),
	ON_DARK =
	    ON_BOTH | BIT(THEME_GREEN) | BIT(THEME_YELLOW) | BIT(THEME_CYAN) | BIT(THEME_WHITE),
	ON_LIGHT = ON_BOTH | BIT(THEME_BLACK) | BIT(THEME_BLUE),
};

/* The contrast of what is allowed is at least 3 to 1 with xterm's colours; only red and magenta have
 * that on white as well as on black. */
static const struct {
	const char *name;
	unsigned colors;
	const char *help;
} backgrounds[THEME_BACKGROUNDS] = {
    [THEME_ANY] = {"any", ON_BOTH, "dark or light: not known"},
    [THEME_DARK] = {"dark", ON_DARK, "black, or nearly"},
    [THEME_LIGHT] = {"light", ON_LIGHT, "white, or nearly"},
    [THEME_CUSTOM] = {"custom", ~0u, "a terminal with colours of one's own: nothing is checked"},
};

const char *
theme_role_name(size_t style, const char **help)
{
	if (style >= STYLE_KINDS)
		return NULL;
	if (help != NULL)
		*help = theme_roles[style].help;
	return theme_roles[style].name;
}

const char *
theme_color_name(size_t color)
{
	return color < THEME_COLORS ? colors[color] : NULL;
}

const char *
theme_background_name(size_t background, const char **help)
{
	if (background >= THEME_BACKGROUNDS)
		return NULL;
	if (help != NULL)
		*help = backgrounds[background].help;
	return backgrounds[background].name;
}

bool
theme_readable(enum theme_background on, enum theme_color c)
{
	return (backgrounds[on].colors & BIT(c)) != 0;
}
