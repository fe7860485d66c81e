/* context.c - names of the places and screens where keys work. */
#include "career/base/text.h"
#include "career/cmd/keymap.h"

#include <string.h>

/* Those of several places come first: what can be said in one word is. */
static const struct {
	const char *name;
	unsigned where;
	const char *help;
} contexts[] = {
    {"everywhere", IN_ALL, "panes, popup and choice"},
    {"panes", IN_PANES, "list, facets, page and chips"},
    {"list", IN_LIST, "the rows of a list"},
    {"facets", IN_FACETS, "the column of values beside a list"},
    {"page", IN_DETAIL, "the page of an item, and screens that are one page"},
    {"chips", IN_CHIPS, "the parts of the filter above a list"},
    {"popup", IN_POPUP, "a page above everything else"},
    {"choice", IN_CHOICE, "such a page where typed letters choose: they run nothing"},
    {"tour", IN_TOUR, "a tour or script that waits, before any of the others"},
    {"start", IN_ON(SCREEN_START), "the first screen"},
    {"roles", IN_ON(SCREEN_ROLES), "the screen of that name, as those that follow"},
    {"programs", IN_ON(SCREEN_PROGRAMS), ""},
    {"compare", IN_ON(SCREEN_COMPARE), ""},
    {"skills", IN_ON(SCREEN_SKILLS), ""},
    {"guide", IN_ON(SCREEN_GUIDE), ""},
    {"data", IN_ON(SCREEN_DATA), ""},
    {"coverage", IN_ON(SCREEN_COVERAGE), ""},
    {"contradictions", IN_ON(SCREEN_CONFLICTS), ""},
    {"payback", IN_ON(SCREEN_PAYBACK), ""},
    {"plans", IN_ON(SCREEN_PLANS), ""},
    {"plan", IN_ON(SCREEN_PLAN), ""},
};

enum { CONTEXTS = sizeof contexts / sizeof *contexts };

const char *
context_name(size_t i, const char **help)
{
	if (i >= CONTEXTS)
		return NULL;
	if (help != NULL)
		*help = contexts[i].help;
	return contexts[i].name;
}

bool
context_overlap(unsigned a, unsigned b)
{
	unsigned screens = a & b & IN_SCREENS;

	return (a & b & IN_PLACES) != 0
	    && (screens != 0 || (a & IN_SCREENS) == 0 || (b & IN_SCREENS) == 0);
}

static bool
unknown(const char *word, struct buf *why)
{
	const char *names[CONTEXTS], *near;

	for (size_t i = 0; i < CONTEXTS; i++)
		names[i] = contexts[i].name;
	near = text_nearest(word, names, CONTEXTS);
	buf_addf(why, "no context '%.40s'", word);
	if (near != NULL)
		buf_addf(why, "; nearest: %s", near);
	buf_adds(why, "; they are");
	for (size_t i = 0; i < CONTEXTS; i++)
		buf_addf(why, "%s %s", i > 0 ? "," : "", names[i]);
	return false;
}

static bool
add_word(const char *word, unsigned *where, struct buf *why)
{
	for (size_t i = 0; i < CONTEXTS; i++)
		if (strcmp(contexts[i].name, word) == 0) {
			*where |= contexts[i].where;
			return true;
		}
	return unknown(word, why);
}

/* Words between blanks and commas; `on` says nothing that the names do not. */
bool
context_parse(const char *text, unsigned *where, struct buf *why)
{
	static const char between[] = " \t,";
	char word[64];

	*where = 0;
	for (text += strspn(text, between); *text != '\0'; text += strspn(text, between)) {
		size_t len = strcspn(text, between);
		size_t kept = len < sizeof word ? len : sizeof word - 1;

		memcpy(word, text, kept);
		word[kept] = '\0';
		text += len;
		if (strcmp(word, "on") != 0 && !add_word(word, where, why))
			return false;
	}
	if (*where == 0) {
		buf_adds(why, "a context was expected, such as list, or page on roles");
		return false;
	}
	if ((*where & IN_PLACES) == 0)
		*where |= IN_PANES;
	return true;
}

void
context_say(unsigned where, struct buf *out)
{
	unsigned left = where;
	size_t n = 0;

	for (size_t i = 0; i < CONTEXTS; i++) {
		unsigned w = contexts[i].where;
		bool screen = (w & IN_SCREENS) != 0;

		if ((left & w) != w)
			continue;
		left &= ~w;
		if (screen && (where & IN_SCREENS) == (left & IN_SCREENS) + w)
			buf_adds(out, n > 0 ? " on " : "");
		else if (n > 0)
			buf_adds(out, ", ");
		buf_adds(out, contexts[i].name);
		n++;
	}
}
