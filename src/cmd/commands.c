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
	{ "up", NULL, cmd_up, "one line up", 0 },
	{ "down", NULL, cmd_down, "one line down", 0 },
	{ "page-up", NULL, cmd_page_up, "a page up", 0 },
	{ "page-down", NULL, cmd_page_down, "a page down", 0 },
	{ "half-up", NULL, cmd_half_up, "half a page up", 0 },
	{ "half-down", NULL, cmd_half_down, "half a page down", 0 },
	{ "first", NULL, cmd_first, "to the first line", 0 },
	{ "last", NULL, cmd_last, "to the last line", 0 },
	{ "left", NULL, cmd_left, "column to the left; on a page: previous section", 0 },
	{ "right", NULL, cmd_right, "column to the right; on a page: next section", 0 },
	{ "go", "ROW", cmd_go, "to a row of the list by its number", CMD_LIST },
	{ "select", "KEY", cmd_select, "to a role or program by its key", 0 },
	{ "next-item", NULL, cmd_next_item, "next item of the list, also from inside its page", CMD_LIST },
	{ "previous-item", NULL, cmd_previous_item, "previous item of the list, also from its page", CMD_LIST },
	{ "next-heading", NULL, cmd_next_heading, "to the next heading of the page", 0 },
	{ "previous-heading", NULL, cmd_previous_heading, "to the previous heading of the page", 0 },
	{ "next-focus", NULL, cmd_next_focus, "to the next pane: chips, facets, list, page", 0 },
	{ "previous-focus", NULL, cmd_previous_focus, "to the previous pane", 0 },
	{ "next-match", NULL, cmd_next_match, "next line of the page with the filter's word", 0 },
	{ "previous-match", NULL, cmd_previous_match, "previous line of the page with the filter's word", 0 },
	{ "search", NULL, cmd_search, "filter as you type", CMD_LIST },
	{ "filter", "[QUERY]", cmd_filter, "show what the query says; without one: everything", CMD_LIST | CMD_UNDO },
	{ "clear", NULL, cmd_clear, "drop the filter and its chips", CMD_LIST | CMD_UNDO },
	{ "sort", "[KEYS]", cmd_sort, "sort by fields, such as cost,-months; without: natural order", CMD_LIST | CMD_UNDO },
	{ "sort-column", NULL, cmd_sort_column, "sort by the column under the cursor, again: other way", CMD_LIST | CMD_UNDO },
	{ "sort-add", NULL, cmd_sort_add, "sort by this column as well", CMD_LIST | CMD_UNDO },
	{ "choose", NULL, cmd_choose_value, "add the facet's value to the filter, again: take it out", CMD_LIST | CMD_UNDO },
	{ "exclude", NULL, cmd_exclude_value, "leave out rows with the facet's value", CMD_LIST | CMD_UNDO },
	{ "chip-toggle", NULL, cmd_chip_toggle, "switch the chip off or on", CMD_LIST | CMD_UNDO },
	{ "chip-drop", NULL, cmd_chip_drop, "drop the chip", CMD_LIST | CMD_UNDO },
	{ "absent", NULL, cmd_absent, "add the rows that fail only for an absent value, marked", CMD_LIST | CMD_UNDO },
	{ "everything", NULL, cmd_everything, "show or fold occupations and roles that are only named", CMD_UNDO },
	{ "mark", NULL, cmd_mark, "mark the row, again: unmark; marks are kept", CMD_LIST | CMD_UNDO },
	{ "open", NULL, cmd_open, "open what the cursor is on", 0 },
	{ "back", NULL, cmd_back, "back; in the list it asks whether to quit", 0 },
	{ "cancel", NULL, cmd_cancel, "cancel the innermost thing", 0 },
	{ "screen", "NAME", cmd_screen, "to a screen by its name", 0 },
	{ "section", "NAME", cmd_section, "to a section of a role's page", CMD_LIST },
	{ "zoom", NULL, cmd_zoom, "zoom: this pane on the whole screen, again: back", 0 },
	{ "level", "[LEVEL]", cmd_level, "which level of experience pay answers for first", CMD_UNDO },
	{ "explain", NULL, cmd_explain, "who says so: source, year, kind, where, own words", 0 },
	{ "meaning", "[TERM]", cmd_meaning, "what the terms on this line mean", 0 },
	{ "help", NULL, cmd_help, "the keys that work here", 0 },
	{ "role", NULL, cmd_role, "choose the current role", 0 },
	{ "role-is", "SLUG", cmd_set_role, "make a role the current one", CMD_UNDO },
	{ "command-line", "[TEXT]", cmd_command_line, "run a command by its name", 0 },
	{ "write", "[FILE]", cmd_write, "write the screen as text to a file", 0 },
	{ "copy", NULL, cmd_copy, "send the key or line to the terminal's clipboard", 0 },
	{ "key", "KEY", cmd_key, "press a key: a, ^R, Enter, PgDn, ...", 0 },
	{ "redraw", NULL, cmd_redraw, "draw the screen again", 0 },
	{ "suspend", NULL, cmd_suspend, "suspend the program; fg brings it back", 0 },
	{ "quit", NULL, cmd_quit, "quit", 0 },
	{ "quit!", NULL, cmd_quit_now, "quit", 0 },
	{ "q", NULL, cmd_quit, "quit", 0 },
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
	{ IN_PANES, "0", "screen start", 39, "start" },
	{ IN_PANES, "1", "screen roles", 40, "roles" },
	{ IN_PANES, "2", "screen programs", 41, "programs" },
	{ IN_PANES, "3", "screen compare", 0, NULL },
	{ IN_PANES, "4", "screen skills", 42, "skills" },
	{ IN_PANES, "6", "screen guide", 43, "guide" },
	{ IN_PANES, "7", "screen data", 44, "data" },
	{ IN_PANES, "r", "role", 35, "role" },
	{ IN_PANES, "+", "absent", 21, "add unstated" },
	{ IN_PANES | IN_ON(SCREEN_ROLES), "o", "everything", 27, "more" },
	{ IN_DETAIL | IN_ON(SCREEN_ROLES), "E", "level", 13, "level" },
	{ IN_LIST | IN_CHIPS | IN_ON(SCREEN_ROLES), "E", "level", 0, NULL },
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
	return (b->where & where & IN_ALL) != 0
	    && ((b->where & IN_SCREENS) == 0 || (b->where & where & IN_SCREENS) != 0);
}

const struct binding *
binding_find(unsigned where, const char *key)
{
	const struct binding *found = NULL;

	for (size_t i = 0; i < nbindings; i++) {
		const struct binding *b = &bindings[i];

		if (!binding_works(b, where) || strcmp(b->key, key) != 0)
			continue;
		if ((b->where & IN_SCREENS) != 0)
			return b;
		found = found != NULL ? found : b;
	}
	return found;
}
