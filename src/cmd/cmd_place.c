/*
 * cmd_place.c - to a place by what it is called: a part of the screen, a line with words, the next figure.
 * Scripts use them: they hold whatever the catalog and the size of the screen are.
 */
#include "career/base/text.h"
#include "state.h"
#include "verbs.h"

#include <string.h>

VERB(cmd_focus)
{
	static const char *const names[] = {
	    [FOCUS_FACETS] = "facets",
	    [FOCUS_LIST] = "list",
	    [FOCUS_DETAIL] = "page",
	    [FOCUS_CHIPS] = "chips",
	};
	struct pane *p = app_pane(a);
	struct chip chip[1];
	size_t to = 0, n = sizeof names / sizeof *names;

	while (to < n && strcmp(names[to], arg) != 0)
		to++;
	if (to == n)
		return err_set(e, ERR_USAGE, "no part '%s': chips, facets, list, page", arg);
	if ((to == FOCUS_FACETS && p->nfacet == 0)
	    || (to == FOCUS_CHIPS && pane_chips(p, chip, 1) == 0)
	    || (to == FOCUS_DETAIL && p->selected == UINT32_MAX))
		return err_set(e, ERR_NOTFOUND, "there are no %s here now", names[to]);
	popup_close(a);
	p->focus = (enum focus)to;
	if (to == FOCUS_CHIPS)
		p->chip_cursor = 0;
	return true;
}

/* A page with its cursor. */
struct place {
	const struct page *page;
	size_t *cursor, *top;
};

/* The popup's page, else the one of the pane, made if need be. */
static struct place
place_here(struct app *a)
{
	struct detail *d = &app_pane(a)->detail;

	if (a->popup.open)
		return (struct place){&a->popup.page, &a->popup.cursor, &a->popup.top};
	detail_make(a, app_pane(a));
	return (struct place){&d->page, &d->cursor, &d->top};
}

/* Words that are not there are no mistake of a script: what a page says depends on the catalog. */
VERB(cmd_line)
{
	enum { ABOVE = 2 }; /* lines that stay in sight above it */
	struct place p = place_here(a);
	struct buf fold = BUF_INIT;
	size_t n = p.page->nlines, k = 1, at = 0;

	(void)e;
	text_fold(&fold, arg, strlen(arg));
	for (; k <= n; k++) {
		at = (*p.cursor + k) % n;
		if (line_has(&p.page->lines[at], fold.data))
			break;
	}
	buf_free(&fold);
	if (k > n) {
		app_say(a, "'%s' is not on this page", arg);
		return true;
	}
	*p.cursor = at;
	*p.top = at > ABOVE ? at - ABOVE : 0;
	return true;
}

VERB(cmd_next_figure)
{
	struct place p = place_here(a);
	size_t n = p.page->nlines;
	const struct anchor *here, *there;

	(void)arg, (void)e;
	here = *p.cursor < n ? find_stated(&p.page->lines[*p.cursor]) : NULL;
	for (size_t at = *p.cursor + 1; at < n; at++) {
		there = find_stated(&p.page->lines[at]);
		if (there != NULL && (here == NULL || strcmp(here->key, there->key) != 0)) {
			*p.cursor = at;
			return true;
		}
	}
	app_say(a, "no figure further down");
	return true;
}
