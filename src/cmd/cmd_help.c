/*
 * cmd_help.c - the keys that work here, and the commands that have none.
 */
#include "career/cmd/picture.h"
#include "plan_state.h"
#include "state.h"
#include "verbs.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cells of the column of keys. */
static int
keys_width(const struct page *page)
{
	return page->opts.width >= 60 ? 18 : 9;
}

static const struct command *
command_of(const struct binding *b)
{
	char name[64];

	snprintf(name, sizeof name, "%.*s", (int)strcspn(b->command, " "), b->command);
	return command_find(name);
}

/* What help is divided into: the keys of the screen that is on, then by what a command is for. */
static const struct section {
	unsigned group; /* of the command's flags */
	const char *title;
} sections[] = {
    {CMD_FILTER, "Filter and sort"},
    {CMD_LOOK, "Look"},
    {CMD_MARK, "Mark and compare"},
    {CMD_MOVE, "Move"},
    {CMD_SCREEN, "Screens"},
    {0, "The program"},
};

enum { SECTIONS = sizeof sections / sizeof *sections, OWN = SECTIONS };

/* A row of the keymap that holds in one context. */
struct row {
	const struct binding *b;
	size_t section;
	int hint;   /* the first of those that run the same, INT_MAX: none has one */
	bool again; /* one in front of it runs the same */
};

struct rows {
	struct row *all; /* in the keymap's order */
	size_t n;
};

static size_t
section_of(const struct binding *b)
{
	const struct command *c = command_of(b);
	size_t i = 0;

	if ((b->where & IN_SCREENS) != 0)
		return OWN;
	while (i + 1 < SECTIONS && sections[i].group != (c->flags & CMD_GROUPS))
		i++;
	return i;
}

static void
add_row(struct rows *rows, const struct binding *b)
{
	struct row r = {b, section_of(b), b->hint > 0 ? b->hint : INT_MAX, false};

	for (size_t i = 0; i < rows->n; i++) {
		struct row *same = &rows->all[i];

		if (strcmp(same->b->command, b->command) != 0)
			continue;
		r.again = true;
		same->hint = r.hint < same->hint ? r.hint : same->hint;
	}
	rows->all[rows->n++] = r;
}

/* Where a script waits its keys come before all others. */
static bool
is_taken(const struct app *a, const struct binding *b)
{
	return a->script.paused && keymap_find(&a->keys, IN_TOUR, b->key) != NULL;
}

/* A screen that is a page alone refuses what works on a list; not every catalog has imported occupations. */
static bool
is_refused(const struct app *a, const struct binding *b)
{
	const struct command *c = command_in(b->command);

	if (strcmp(b->command, "occupations") == 0)
		return !pane_has_sets(&a->pane[a->screen]);
	return c != NULL && (c->flags & CMD_LIST) != 0 && a->pane[a->screen].def->list == NULL;
}

/* On the Compare screen: what has no column to work on. */
static bool
lacks_column(const struct app *a, const struct binding *b)
{
	static const char *const needs_two[] = {
	    "compare-baseline", "compare-left", "compare-right", "compare-equal", "left", "right"};

	if (a->screen != SCREEN_COMPARE)
		return false;
	if (strcmp(b->command, "level") == 0)
		return !compare_set_ready(&a->compare)
		    || (a->compare.kind == COMPARE_PROGRAMS && a->role[0] == '\0');
	if (a->compare.n > 1)
		return false;
	for (size_t i = 0; i < sizeof needs_two / sizeof *needs_two; i++)
		if (strcmp(b->command, needs_two[i]) == 0)
			return true;
	return strcmp(b->command, "compare-drop") == 0 && a->compare.n == 0;
}

static void
collect(const struct app *a, unsigned where, struct rows *rows)
{
	const struct keymap *k = &a->keys;

	*rows = (struct rows){mem_zero(k->n + 1, sizeof *rows->all), 0};
	for (size_t i = 0; i < k->n; i++)
		if (keymap_works(k, &k->all[i], where)
		    && (where == IN_TOUR || !is_taken(a, &k->all[i])) && !is_refused(a, &k->all[i]))
			add_row(rows, &k->all[i]);
}

static void
add_keys(struct page *page, const struct rows *rows, size_t first)
{
	const struct binding *b = rows->all[first].b;
	const struct command *c = command_of(b);

	page_line(page);
	for (size_t i = first; i < rows->n; i++)
		if (strcmp(rows->all[i].b->command, b->command) == 0)
			page_addf(page, STYLE_HEADING, " %s", rows->all[i].b->key);
	page_to(page, keys_width(page));
	page_join(page, keys_width(page), STYLE_TEXT, c->help);
	if (b->command[strlen(c->name)] != '\0')
		page_joinf(
		    page, keys_width(page), STYLE_NOTE, " (%s)", b->command + strlen(c->name) + 1);
	page_anchor(page, ANCHOR_COMMAND, b->command);
}

static void
add_heading(struct page *page, const char *title)
{
	if (page->nlines > 0)
		page_blank(page);
	page_heading(page, title, NULL);
}

/* What the bottom line names comes first and in its order. */
static void
add_section(struct page *page, const struct rows *rows, size_t section, const char *title)
{
	bool any = false;

	for (int after = 0, next; after < INT_MAX; after = next) {
		next = INT_MAX;
		for (size_t i = 0; i < rows->n; i++) {
			const struct row *r = &rows->all[i];

			if (r->section == section && !r->again && r->hint > after && r->hint < next)
				next = r->hint;
		}
		for (size_t i = 0; i < rows->n; i++) {
			const struct row *r = &rows->all[i];

			if (r->section != section || r->again || r->hint != next)
				continue;
			if (!any)
				add_heading(page, title);
			any = true;
			add_keys(page, rows, i);
		}
	}
}

static bool
has_key(const struct keymap *k, const struct command *c)
{
	for (size_t i = 0; i < k->n; i++)
		if (binding_runs(&k->all[i], c))
			return true;
	return false;
}

/* Where something is to be said to the command, Enter begins its line. */
static void
add_named(struct page *page, const struct command *c)
{
	page_line(page);
	page_addf(page, STYLE_HEADING, " :%s", c->name);
	if (c->arg != NULL)
		page_addf(page, STYLE_TEXT, " %s", c->arg);
	page_to(page, keys_width(page));
	page_join(page, keys_width(page), STYLE_TEXT, c->help);
	if (c->arg != NULL) {
		struct buf line = BUF_INIT;

		buf_addf(&line, "command-line %s ", c->name);
		page_anchor(page, ANCHOR_COMMAND, line.data);
		buf_free(&line);
	} else {
		page_anchor(page, ANCHOR_COMMAND, c->name);
	}
}

/* A page alone is zoomed already, and there is nothing beside it. */
static bool
does_nothing_alone(const char *command)
{
	return strcmp(command, "next-focus") == 0 || strcmp(command, "zoom") == 0;
}

static bool
is_on_skill(const struct app *a)
{
	struct buf slug = BUF_INIT;
	bool yes = skill_here(a, &slug);

	buf_free(&slug);
	return yes;
}

bool
binding_useful(const struct app *a, const struct binding *b)
{
	const struct pane *p = &a->pane[a->screen];
	const struct line *l = a->popup.open ? current_line(a) : NULL;
	const struct command *c = command_in(b->command);
	size_t leads = 0;

	if (p->def->list == NULL
	    && ((c != NULL && (c->flags & CMD_LIST) != 0) || does_nothing_alone(b->command)))
		return false;
	if (strncmp(b->command, "screen ", 7) == 0
	    && strcasecmp(b->command + 7, p->def->title) == 0)
		return false;
	if (!a->popup.open && lacks_column(a, b))
		return false;
	for (size_t i = 0; l != NULL && i < l->nanchors; i++)
		leads += l->anchors[i].kind != ANCHOR_TERM;
	if (strcmp(b->command, "forget") == 0)
		return saved_here(a) != NULL;
	if (saved_shown(a) && strcmp(b->command, "explain") == 0)
		return false;
	if (strcmp(b->command, "occupations") == 0)
		return pane_has_sets(p);
	if (strcmp(b->command, "picture-next") == 0 || strcmp(b->command, "picture-previous") == 0)
		return picture_crowded(p);
	if (strcmp(b->command, "pictures") == 0)
		return picture_on(p);
	if (strncmp(b->command, "sort-", 5) == 0)
		return !picture_on(p);
	if (strncmp(b->command, "payback", 7) == 0)
		return payback_useful(a, b->command);
	if (strcmp(b->command, "have") == 0
	    || (strncmp(b->command, "plan-", 5) == 0 && plan_section_here(a) == PLAN_SKILLS))
		return is_on_skill(a);
	if (a->screen == SCREEN_PLAN && !plan_useful(a, b->command))
		return false;
	if (strncmp(b->command, "shortlist", 9) == 0 || strcmp(b->command, "note") == 0)
		return kept_useful(a, b->command);
	if (strcmp(b->command, "reload") == 0)
		return app_replaced(a);
	if (strcmp(b->command, "tour-back") == 0)
		return a->script.step > 1;
	if (strcmp(b->command, "absent") == 0)
		return p->view.with_unknown || p->view.result.unknown > 0;
	if (a->popup.open
	    && (strcmp(b->command, "open") == 0 || strcmp(b->command, "explain") == 0))
		return leads > 0;
	return true;
}

/* The commands that no key runs. */
static void
add_others(const struct app *a, struct page *page)
{
	bool any = false;

	for (size_t i = 0; i < ncommands; i++) {
		if (has_key(&a->keys, &commands[i]))
			continue;
		if (!any)
			add_heading(page, "By name");
		any = true;
		add_named(page, &commands[i]);
	}
}

static bool
help_page(struct app *a, struct page *page, struct err *e)
{
	bool open = a->popup.open;
	struct rows rows;
	char own[64];

	(void)e;
	if (a->script.paused) {
		collect(a, IN_TOUR, &rows);
		add_section(page, &rows, SECTIONS - 1, "The tour");
		free(rows.all);
	}
	a->popup.open = false; /* the keys of what lies below */
	collect(a, app_where(a), &rows);
	a->popup.open = open;
	snprintf(own, sizeof own, "On this screen: %s", app_pane(a)->def->title);
	add_section(page, &rows, OWN, own);
	for (size_t i = 0; i < SECTIONS; i++)
		add_section(page, &rows, i, sections[i].title);
	free(rows.all);
	add_others(a, page);
	return true;
}

VERB(cmd_help)
{
	(void)arg;
	return popup_open(a, "Keys that work here: type to find, Enter runs", true, help_page, e);
}
