/*
 * commands.c - the command table and the keys.
 */
#include "career/cmd/commands.h"

#include "career/base/text.h"
#include "state.h"
#include "verbs.h"

#include <string.h>

/* clang-format off */
const struct command commands[] = {
	{ "up", NULL, cmd_up, "one line up" },
	{ "down", NULL, cmd_down, "one line down" },
	{ "page-up", NULL, cmd_page_up, "a page up" },
	{ "page-down", NULL, cmd_page_down, "a page down" },
	{ "half-up", NULL, cmd_half_up, "half a page up" },
	{ "half-down", NULL, cmd_half_down, "half a page down" },
	{ "first", NULL, cmd_first, "to the first line" },
	{ "last", NULL, cmd_last, "to the last line" },
	{ "left", NULL, cmd_left, "column to the left; on a page: previous section" },
	{ "right", NULL, cmd_right, "column to the right; on a page: next section" },
	{ "go", "ROW", cmd_go, "to a row of the list by its number" },
	{ "select", "KEY", cmd_select, "to a role or program by its key" },
	{ "next-item", NULL, cmd_next_item, "next item of the list, also from inside its page" },
	{ "previous-item", NULL, cmd_previous_item, "previous item of the list, also from its page" },
	{ "next-heading", NULL, cmd_next_heading, "to the next heading of the page" },
	{ "previous-heading", NULL, cmd_previous_heading, "to the previous heading of the page" },
	{ "next-focus", NULL, cmd_next_focus, "to the next pane: chips, facets, list, page" },
	{ "previous-focus", NULL, cmd_previous_focus, "to the previous pane" },
	{ "next-match", NULL, cmd_next_match, "next line of the page with the filter's word" },
	{ "previous-match", NULL, cmd_previous_match, "previous line of the page with the filter's word" },
	{ "search", NULL, cmd_search, "filter as you type" },
	{ "filter", "[QUERY]", cmd_filter, "show what the query says; without one: everything" },
	{ "clear", NULL, cmd_clear, "drop the filter and its chips" },
	{ "sort", "[KEYS]", cmd_sort, "sort by fields, such as cost,-months; without: natural order" },
	{ "sort-column", NULL, cmd_sort_column, "sort by the column under the cursor, again: other way" },
	{ "sort-add", NULL, cmd_sort_add, "sort by this column as well" },
	{ "choose", NULL, cmd_choose_value, "add the facet's value to the filter, again: take it out" },
	{ "exclude", NULL, cmd_exclude_value, "leave out rows with the facet's value" },
	{ "chip-toggle", NULL, cmd_chip_toggle, "switch the chip off or on" },
	{ "chip-drop", NULL, cmd_chip_drop, "drop the chip" },
	{ "absent", NULL, cmd_absent, "add the rows that fail only for an absent value, marked" },
	{ "everything", NULL, cmd_everything, "show or fold occupations and roles that are only named" },
	{ "mark", NULL, cmd_mark, "mark the row, again: unmark; marks are kept" },
	{ "open", NULL, cmd_open, "open what the cursor is on" },
	{ "back", NULL, cmd_back, "back; in the list it asks whether to quit" },
	{ "cancel", NULL, cmd_cancel, "cancel the innermost thing" },
	{ "screen", "NAME", cmd_screen, "to a screen by its name" },
	{ "section", "NAME", cmd_section, "to a section of a role's page" },
	{ "zoom", NULL, cmd_zoom, "zoom: this pane on the whole screen, again: back" },
	{ "level", "[LEVEL]", cmd_level, "which level of experience pay answers for first" },
	{ "explain", NULL, cmd_explain, "who says so: source, year, kind, where, own words" },
	{ "meaning", "[TERM]", cmd_meaning, "what the terms on this line mean" },
	{ "help", NULL, cmd_help, "the keys that work here" },
	{ "role", NULL, cmd_role, "choose the current role" },
	{ "role-is", "SLUG", cmd_set_role, "make a role the current one" },
	{ "command-line", "[TEXT]", cmd_command_line, "run a command by its name" },
	{ "write", "[FILE]", cmd_write, "write the screen as text to a file" },
	{ "copy", NULL, cmd_copy, "send the key or line to the terminal's clipboard" },
	{ "key", "KEY", cmd_key, "press a key: a, ^R, Enter, PgDn, ..." },
	{ "redraw", NULL, cmd_redraw, "draw the screen again" },
	{ "suspend", NULL, cmd_suspend, "suspend the program; fg brings it back" },
	{ "quit", NULL, cmd_quit, "quit" },
	{ "quit!", NULL, cmd_quit_now, "quit" },
	{ "q", NULL, cmd_quit, "quit" },
};
const size_t ncommands = sizeof commands / sizeof *commands;

const struct binding bindings[] = {
	{ IN_ALL, "Up", "up", 0, NULL },
	{ IN_ALL, "Down", "down", 0, NULL },
	{ IN_PAGES, "k", "up", 0, NULL },
	{ IN_PAGES, "j", "down", 0, NULL },
	{ IN_ALL, "PgUp", "page-up", 0, NULL },
	{ IN_ALL, "PgDn", "page-down", 0, NULL },
	{ IN_PAGES, "^B", "page-up", 0, NULL },
	{ IN_PAGES, "^F", "page-down", 0, NULL },
	{ IN_PAGES, "^U", "half-up", 0, NULL },
	{ IN_PAGES, "^D", "half-down", 0, NULL },
	{ IN_CHOICE, "^P", "up", 0, NULL },
	{ IN_CHOICE, "^N", "down", 0, NULL },
	{ IN_ALL, "Home", "first", 0, NULL },
	{ IN_ALL, "End", "last", 0, NULL },
	{ IN_PAGES, "g", "first", 0, NULL },
	{ IN_PAGES, "G", "last", 0, NULL },
	{ IN_PANES, "Left", "left", 0, NULL },
	{ IN_PANES, "Right", "right", 0, NULL },
	{ IN_PANES, "h", "left", 0, NULL },
	{ IN_PANES, "l", "right", 0, NULL },
	{ IN_LIST | IN_DETAIL | IN_POPUP, "Enter", "open", 10, "open" },
	{ IN_CHOICE, "Enter", "open", 10, "choose" },
	{ IN_FACETS, "Enter", "choose", 10, "choose" },
	{ IN_FACETS, "Space", "choose", 0, NULL },
	{ IN_FACETS, "x", "exclude", 11, "leave out" },
	{ IN_CHIPS, "Enter", "chip-toggle", 10, "off/on" },
	{ IN_CHIPS, "Space", "chip-toggle", 0, NULL },
	{ IN_CHIPS, "x", "chip-drop", 11, "drop" },
	{ IN_CHIPS, "Delete", "chip-drop", 0, NULL },
	{ IN_PANES, "/", "search", 20, "filter" },
	{ IN_DETAIL | IN_POPUP, "i", "explain", 12, "who says so" },
	{ IN_LIST, "i", "explain", 22, "who says so" },
	{ IN_FACETS | IN_CHIPS, "i", "explain", 0, NULL },
	{ IN_PAGES, "m", "meaning", 30, "meaning" },
	{ IN_LIST, "s", "sort-column", 25, "sort" },
	{ IN_LIST, "S", "sort-add", 0, NULL },
	{ IN_LIST, "Space", "mark", 26, "mark" },
	{ IN_DETAIL | IN_POPUP, "Space", "page-down", 0, NULL },
	{ IN_DETAIL, "J", "next-item", 14, "next item" },
	{ IN_DETAIL, "K", "previous-item", 0, NULL },
	{ IN_LIST | IN_FACETS | IN_CHIPS, "J", "next-item", 0, NULL },
	{ IN_LIST | IN_FACETS | IN_CHIPS, "K", "previous-item", 0, NULL },
	{ IN_DETAIL, "]", "next-heading", 0, NULL },
	{ IN_DETAIL, "[", "previous-heading", 0, NULL },
	{ IN_DETAIL, "n", "next-match", 0, NULL },
	{ IN_DETAIL, "N", "previous-match", 0, NULL },
	{ IN_PANES, "Tab", "next-focus", 28, "next pane" },
	{ IN_PANES, "S-Tab", "previous-focus", 0, NULL },
	{ IN_PANES, "1", "screen roles", 40, "roles" },
	{ IN_PANES, "2", "screen programs", 41, "programs" },
	{ IN_PANES, "4", "screen skills", 42, "skills" },
	{ IN_PANES, "6", "screen guide", 43, "guide" },
	{ IN_PANES, "7", "screen data", 44, "data" },
	{ IN_PANES, "r", "role", 35, "role" },
	{ IN_PANES, "+", "absent", 21, "add unstated" },
	{ IN_PANES | IN_ROLES, "o", "everything", 27, "more" },
	{ IN_DETAIL | IN_ROLES, "E", "level", 13, "level" },
	{ IN_LIST | IN_CHIPS | IN_ROLES, "E", "level", 0, NULL },
	{ IN_PANES, "z", "zoom", 36, "zoom" },
	{ IN_PANES, "y", "copy", 0, NULL },
	{ IN_PANES, "w", "write", 0, NULL },
	{ IN_PANES, ":", "command-line", 0, NULL },
	{ IN_PANES, "q", "back", 50, "back" },
	{ IN_POPUP, "q", "back", 50, "close" },
	{ IN_PAGES, "Backspace", "back", 0, NULL },
	{ IN_PAGES, "Esc", "cancel", 0, NULL },
	{ IN_CHOICE, "Esc", "cancel", 50, "close" },
	{ IN_ALL, "^C", "cancel", 0, NULL },
	{ IN_PANES, "?", "help", 5, "help" },
	{ IN_PANES, "F1", "help", 0, NULL },
	{ IN_PANES, "Q", "quit", 0, NULL },
	{ IN_ALL, "^L", "redraw", 0, NULL },
	{ IN_ALL, "^Z", "suspend", 0, NULL },
};
const size_t nbindings = sizeof bindings / sizeof *bindings;
/* clang-format on */

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < ncommands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

const char *
command_nearest(const char *name)
{
	const char *names[sizeof commands / sizeof *commands];

	for (size_t i = 0; i < ncommands; i++)
		names[i] = commands[i].name;
	return text_nearest(name, names, ncommands);
}

bool
binding_works(const struct binding *b, unsigned where)
{
	enum { SCREENS = IN_ROLES | IN_PROGRAMS | IN_OTHERS };

	return (b->where & where & IN_ALL) != 0
	    && ((b->where & SCREENS) == 0 || (b->where & where & SCREENS) != 0);
}

const struct binding *
binding_find(unsigned where, const char *key)
{
	for (size_t i = 0; i < nbindings; i++)
		if (binding_works(&bindings[i], where) && strcmp(bindings[i].key, key) == 0)
			return &bindings[i];
	return NULL;
}
