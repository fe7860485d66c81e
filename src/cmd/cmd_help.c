/*
 * cmd_help.c - the keys that work here, and the commands that have none.
 */
#include "state.h"
#include "verbs.h"

#include <stdio.h>
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

/* Whether a binding in front of this one, which works here as well, runs the same. */
static bool
listed_before(size_t at, unsigned where)
{
	for (size_t i = 0; i < at; i++)
		if (binding_works(&bindings[i], where)
		    && strcmp(bindings[i].command, bindings[at].command) == 0)
			return true;
	return false;
}

static void
add_keys(struct page *page, size_t first, unsigned where)
{
	const struct binding *b = &bindings[first];
	const struct command *c = command_of(b);

	page_line(page);
	for (size_t i = first; i < nbindings; i++)
		if (binding_works(&bindings[i], where)
		    && strcmp(bindings[i].command, b->command) == 0)
			page_addf(page, STYLE_HEADING, " %s", bindings[i].key);
	page_to(page, keys_width(page));
	page_join(page, keys_width(page), STYLE_TEXT, c->help);
	if (b->command[strlen(c->name)] != '\0')
		page_joinf(
		    page, keys_width(page), STYLE_NOTE, " (%s)", b->command + strlen(c->name) + 1);
	page_anchor(page, ANCHOR_COMMAND, b->command);
}

static int
first_hint(size_t at, unsigned where)
{
	int best = 0;

	for (size_t i = at; i < nbindings; i++)
		if (binding_works(&bindings[i], where) && bindings[i].hint > 0
		    && strcmp(bindings[i].command, bindings[at].command) == 0
		    && (best == 0 || bindings[i].hint < best))
			best = bindings[i].hint;
	return best;
}

/* What the bottom line names comes first and in its order. */
static void
add_hinted(struct page *page, unsigned where)
{
	int after = 0;

	for (;;) {
		size_t next = nbindings;
		int order = 0;

		for (size_t i = 0; i < nbindings; i++) {
			int hint = binding_works(&bindings[i], where) && !listed_before(i, where)
			    ? first_hint(i, where)
			    : 0;

			if (hint > after && (order == 0 || hint < order)) {
				order = hint;
				next = i;
			}
		}
		if (next == nbindings)
			return;
		add_keys(page, next, where);
		after = order;
	}
}

static bool
has_key(const struct command *c)
{
	for (size_t i = 0; i < nbindings; i++)
		if (command_of(&bindings[i]) == c)
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

bool
binding_useful(const struct app *a, const struct binding *b)
{
	const struct pane *p = &a->pane[a->screen];
	const struct line *l = a->popup.open ? current_line(a) : NULL;
	size_t leads = 0;

	for (size_t i = 0; l != NULL && i < l->nanchors; i++)
		leads += l->anchors[i].kind != ANCHOR_TERM;
	if (strcmp(b->command, "absent") == 0)
		return p->view.with_unknown || p->view.result.unknown > 0;
	if (a->popup.open
	    && (strcmp(b->command, "open") == 0 || strcmp(b->command, "explain") == 0))
		return leads > 0;
	return true;
}

static bool
help_page(struct app *a, struct page *page, struct err *e)
{
	bool open = a->popup.open;
	unsigned where;

	(void)e;
	a->popup.open = false; /* the keys of what lies below */
	where = app_where(a);
	a->popup.open = open;
	add_hinted(page, where);
	for (size_t i = 0; i < nbindings; i++)
		if (binding_works(&bindings[i], where) && !listed_before(i, where)
		    && first_hint(i, where) == 0)
			add_keys(page, i, where);
	for (size_t i = 0; i < ncommands; i++)
		if (!has_key(&commands[i]))
			add_named(page, &commands[i]);
	return true;
}

VERB(cmd_help)
{
	(void)arg;
	return popup_open(a, "Keys that work here: type to find, Enter runs", true, help_page, e);
}
