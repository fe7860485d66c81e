/*
 * commands.c - the command table.
 */
#include "career/cmd/commands.h"

#include "career/base/text.h"
#include "state.h"
#include "verbs.h"

#include <string.h>

/* clang-format off */
const struct command commands[] = {
	{ "up", NULL, cmd_up, "one line up", CMD_MOVE },
	{ "down", NULL, cmd_down, "one line down", CMD_MOVE },
	{ "page-up", NULL, cmd_page_up, "a page up", CMD_MOVE },
	{ "page-down", NULL, cmd_page_down, "a page down", CMD_MOVE },
	{ "half-up", NULL, cmd_half_up, "half a page up", CMD_MOVE },
	{ "half-down", NULL, cmd_half_down, "half a page down", CMD_MOVE },
	{ "first", NULL, cmd_first, "to the first line", CMD_MOVE },
	{ "last", NULL, cmd_last, "to the last line", CMD_MOVE },
	{ "left", NULL, cmd_left, "column to the left; on a page: previous section", CMD_MOVE },
	{ "right", NULL, cmd_right, "column to the right; on a page: next section", CMD_MOVE },
	{ "go", "ROW", cmd_go, "to a row of the list by its number", CMD_MOVE | CMD_LIST },
	{ "select", "KEY", cmd_select, "to a row by its key: a role, program, skill, ...; LIST KEY: of this list", CMD_MOVE | CMD_UNDO },
	{ "next-item", NULL, cmd_next_item, "next item of the list, also from inside its page", CMD_MOVE | CMD_LIST },
	{ "previous-item", NULL, cmd_previous_item, "previous item of the list, also from its page", CMD_MOVE | CMD_LIST },
	{ "next-heading", NULL, cmd_next_heading, "to the next heading of the page", CMD_MOVE },
	{ "previous-heading", NULL, cmd_previous_heading, "to the previous heading of the page", CMD_MOVE },
	{ "next-focus", NULL, cmd_next_focus, "to the next pane: chips, facets, list, page", CMD_MOVE },
	{ "previous-focus", NULL, cmd_previous_focus, "to the previous pane", CMD_MOVE },
	{ "next-match", NULL, cmd_next_match, "next line of the page with the filter's word", CMD_MOVE },
	{ "previous-match", NULL, cmd_previous_match, "previous line of the page with the filter's word", CMD_MOVE },
	{ "search", NULL, cmd_search, "filter as you type", CMD_FILTER | CMD_LIST },
	{ "find", "[TEXT]", cmd_find, "find anything: roles, programs, skills, guide, glossary at once", CMD_FILTER },
	{ "filter", "[QUERY]", cmd_filter, "show what the query says; without one: everything", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "clear", NULL, cmd_clear, "drop the filter and its chips", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "sort", "[KEYS]", cmd_sort, "sort by fields, such as cost,-months; without: natural order", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "sort-column", NULL, cmd_sort_column, "sort by the column under the cursor, again: other way", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "sort-add", NULL, cmd_sort_add, "sort by this column as well", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "filters", NULL, cmd_filters, "the saved filters of this list, with how many rows each has now", CMD_FILTER | CMD_LIST },
	{ "save", "NAME", cmd_save, "save this filter under a name; asks before it replaces another", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_ONCE | CMD_NAMED },
	{ "save!", "NAME", cmd_save_now, "the same without asking", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_ONCE | CMD_NAMED },
	{ "load", "NAME", cmd_load, "show what a saved filter says", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "forget", "[NAME]", cmd_forget, "forget a saved filter; without: the one under the cursor", CMD_FILTER | CMD_LIST | CMD_UNDO | CMD_ONCE | CMD_NAMED },
	{ "choose-columns", NULL, cmd_choose_columns, "choose which columns are shown", CMD_LOOK | CMD_LIST },
	{ "columns", "[LIST]", cmd_columns, "columns in order, such as school,program:30,cost,-award; without: the list's own", CMD_LOOK | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "column-toggle", "NAME", cmd_column_toggle, "show a column, again: hide it", CMD_LOOK | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "column-hide", NULL, cmd_column_hide, "hide the column under the cursor", CMD_LOOK | CMD_LIST | CMD_UNDO | CMD_NAMED },
	{ "column-narrower", NULL, cmd_column_narrower, "make the column under the cursor narrower", CMD_LOOK | CMD_LIST | CMD_UNDO },
	{ "column-wider", NULL, cmd_column_wider, "make the column under the cursor wider", CMD_LOOK | CMD_LIST | CMD_UNDO },
	{ "column-left", NULL, cmd_column_left, "move the column under the cursor to the left", CMD_LOOK | CMD_LIST | CMD_UNDO },
	{ "column-right", NULL, cmd_column_right, "move the column under the cursor to the right", CMD_LOOK | CMD_LIST | CMD_UNDO },
	{ "column-freeze", NULL, cmd_column_freeze, "columns up to this one stay while others scroll, again: the first only", CMD_LOOK | CMD_LIST | CMD_UNDO },
	{ "choose", NULL, cmd_choose_value, "add the facet's value to the filter, again: take it out", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "exclude", NULL, cmd_exclude_value, "leave out rows with the facet's value", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "chip-toggle", NULL, cmd_chip_toggle, "switch the chip off or on", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "chip-drop", NULL, cmd_chip_drop, "drop the chip", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "absent", NULL, cmd_absent, "add the rows that fail only for an absent value, marked", CMD_FILTER | CMD_LIST | CMD_UNDO },
	{ "everything", NULL, cmd_everything, "show or fold occupations and roles that are only named", CMD_FILTER | CMD_UNDO },
	{ "occupations", "[on|off]", cmd_occupations, "show or leave out the rows of imported sets", CMD_FILTER | CMD_UNDO },
	{ "mark", "[on|off]", cmd_mark, "mark the row, again: unmark; marks are kept", CMD_MARK | CMD_LIST | CMD_UNDO | CMD_ONCE },
	{ "compare", "[KEY...]", cmd_compare, "compare the marked rows, or this one with those chosen before", CMD_MARK | CMD_UNDO },
	{ "compare-baseline", NULL, cmd_compare_baseline, "show differences to this column, again: none", CMD_MARK | CMD_UNDO },
	{ "compare-drop", NULL, cmd_compare_drop, "drop this column of the comparison", CMD_MARK | CMD_UNDO },
	{ "compare-left", NULL, cmd_compare_left, "move this column of the comparison to the left", CMD_MARK | CMD_UNDO },
	{ "compare-right", NULL, cmd_compare_right, "move this column of the comparison to the right", CMD_MARK | CMD_UNDO },
	{ "compare-equal", NULL, cmd_compare_equal, "show rows that are equal in all columns, again: fold them", CMD_LOOK | CMD_UNDO },
	{ "open", NULL, cmd_open, "open what the cursor is on", CMD_LOOK | CMD_UNDO },
	{ "back", NULL, cmd_back, "back; in the list it asks whether to quit", CMD_SCREEN },
	{ "cancel", NULL, cmd_cancel, "cancel the innermost thing", CMD_UNDO },
	{ "screen", "NAME", cmd_screen, "to a screen by its name", CMD_SCREEN },
	{ "question", "WORD", cmd_question, "where a question of Start leads: pay, day, compare, skills, programs, worth, missing", CMD_SCREEN | CMD_UNDO },
	{ "section", "NAME", cmd_section, "to a section of the page: of a role, of Plan", CMD_LOOK },
	{ "role-section", "SLUG SECTION", cmd_role_section, "to a section of a certain role's page", CMD_SCREEN | CMD_UNDO | CMD_NAMED },
	{ "topics", NULL, cmd_topics, "what there is to read about this role, else about its family", CMD_SCREEN | CMD_UNDO },
	{ "picture", "[FIELD...]", cmd_picture, "draw the list: one number by another, or its spread; again: the list", CMD_LOOK | CMD_LIST },
	{ "pictures", NULL, cmd_pictures, "choose which numbers of the list are drawn", CMD_LOOK | CMD_LIST },
	{ "picture-next", NULL, cmd_picture_next, "next row at this place of the picture", CMD_MOVE | CMD_LIST },
	{ "picture-previous", NULL, cmd_picture_previous, "previous row at this place of the picture", CMD_MOVE | CMD_LIST },
	{ "braille", "[on|off]", cmd_braille, "draw pictures in braille dots, again: in blocks", CMD_LOOK | CMD_NAMED },
	{ "zoom", "[on|off]", cmd_zoom, "zoom: this pane on the whole screen, again: back", CMD_LOOK },
	{ "coverage", NULL, cmd_coverage, "which sources state what about which role, as a map", CMD_SCREEN },
	{ "coverage-cell", "[ROLE]", cmd_coverage_cell, "who states what the cursor of the map is on", CMD_LOOK },
	{ "coverage-turn", NULL, cmd_coverage_turn, "the map by source for this measure, again: by measure", CMD_LOOK },
	{ "coverage-all", NULL, cmd_coverage_all, "roles only named and occupations in the map, again: without", CMD_LOOK },
	{ "payback", "[PROGRAM] [ROLE]", cmd_payback, "is a program worth its price for a job: the one here, for the current role", CMD_SCREEN },
	{ "payback-next", NULL, cmd_payback_next, "the next program of the list of programs, for the same role", CMD_LOOK },
	{ "payback-previous", NULL, cmd_payback_previous, "the previous one", CMD_LOOK },
	{ "payback-set", "INPUT [VALUE]", cmd_payback_set, "an input of your own, such as baseline 80k; without a value: asks", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "payback-more", NULL, cmd_payback_more, "a step more of the input under the cursor", CMD_LOOK | CMD_UNDO },
	{ "payback-less", NULL, cmd_payback_less, "a step less of the input under the cursor", CMD_LOOK | CMD_UNDO },
	{ "payback-flip", "[WORD]", cmd_payback_flip, "what is assumed, and what could be read instead; a word reads it so, again: back", CMD_LOOK | CMD_UNDO },
	{ "payback-offer", "[ROLE]", cmd_payback_offer, "what you would earn without it: as this role; without: what there is", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "payback-unsay", "[INPUT|all]", cmd_payback_unsay, "back to what is stated, of the input under the cursor", CMD_LOOK | CMD_UNDO },
	{ "plans", "[QUERY]", cmd_plans, "which programs for which roles fit, the quickest payback first: for the role here", CMD_SCREEN | CMD_UNDO },
	{ "plans-ask", NULL, cmd_plans_ask, "change the query of plans as you type", CMD_FILTER },
	{ "plans-best", "[OF]", cmd_plans_best, "every plan, of each program its best role, of each role its best program", CMD_LOOK | CMD_UNDO },
	{ "plans-baseline", "[AMOUNT]", cmd_plans_baseline, "what you would earn without a program: pay a year", CMD_LOOK | CMD_UNDO },
	{ "plans-occupations", NULL, cmd_plans_occupations, "plans for the occupations of the imported sets as well, again: without", CMD_FILTER | CMD_UNDO },
	{ "plans-compare", NULL, cmd_plans_compare, "compare the plan here with those chosen before", CMD_MARK | CMD_UNDO },
	{ "plans-why", NULL, cmd_plans_why, "the sum of this plan with its numbers, and who says each", CMD_LOOK },
	{ "plans-more", NULL, cmd_plans_more, "more of the plans that fit", CMD_LOOK | CMD_NAMED },
	{ "plan", "[SECTION]", cmd_plan, "what you know, what is missing, what comes next: your own plan", CMD_SCREEN | CMD_NAMED },
	{ "have", "[STATE] [KEY]", cmd_have, "you have the skill here, again: partly, learning, want, nothing", CMD_MARK | CMD_UNDO },
	{ "have-level", "LEVEL", cmd_have_level, "how well you can what is here: 0 to 7 on O*NET's scale, or none", CMD_MARK | CMD_UNDO },
	{ "have-all", "ROLE", cmd_have_all, "you have each skill of a role of which nothing is said", CMD_MARK | CMD_UNDO },
	{ "from-role", "[ROLE]", cmd_from_role, "the role here is your job now: its skills are proposed; none: no job", CMD_MARK | CMD_UNDO },
	{ "gap", "[ROLE]", cmd_gap, "what is missing for a role, which becomes the current one", CMD_SCREEN | CMD_UNDO | CMD_NAMED },
	{ "gap-from", NULL, cmd_gap_from, "what is missing beside your job now, again: beside what you have", CMD_LOOK },
	{ "routes", "[KEY]", cmd_routes, "ways to learn the skill here; elsewhere the ways to the role", CMD_SCREEN | CMD_UNDO },
	{ "changes-accept", NULL, cmd_changes_accept, "take the figures of the shortlist as they are today for known", CMD_LOOK | CMD_UNDO },
	{ "handout", "[FILE]", cmd_handout, "write a page to take home: roles, gap, ways, programs; as .html, .md or .txt", CMD_ONCE },
	{ "handout-full", "[FILE]", cmd_handout_full, "the same with all there is: notes, comparison, formulas, every figure", CMD_ONCE | CMD_NAMED },
	{ "plan-occupations", NULL, cmd_plan_occupations, "near roles, one skill more and the ranking with occupations of imported sets, again: roles alone", CMD_LOOK },
	{ "rank-all", NULL, cmd_rank_all, "rank all roles of packs, again: those on your shortlist", CMD_LOOK },
	{ "rank-level", "[LEVEL]", cmd_rank_level, "rank by pay of the next level, or of this one", CMD_LOOK },
	{ "rank-weights", "[PART=N,...]", cmd_rank_weights, "rank by these weights, such as pay=8,cost=2; without any: 5 each", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "path-by", "[gap|cost|months]", cmd_path_by, "the way there with the least to learn, by price or by time", CMD_LOOK },
	{ "answer", "[KEY] [1-5|no]", cmd_answer, "how you would like what an item of Plan's interests says; without a key the next one", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "answers-forget", NULL, cmd_answers_forget, "forget what you said of your interests", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "plan-more", NULL, cmd_plan_more, "a step more of what the line of Plan says: level, weight, answer", CMD_LOOK | CMD_UNDO },
	{ "plan-less", NULL, cmd_plan_less, "a step less", CMD_LOOK | CMD_UNDO },
	{ "shortlist", "[KEY|on|off]", cmd_shortlist, "put what is here on your shortlist, again: take it off", CMD_MARK | CMD_UNDO },
	{ "shortlist-up", NULL, cmd_shortlist_up, "move this thing of your shortlist up", CMD_MARK | CMD_UNDO },
	{ "shortlist-down", NULL, cmd_shortlist_down, "move this thing of your shortlist down", CMD_MARK | CMD_UNDO },
	{ "shortlist-drop", NULL, cmd_shortlist_drop, "take this thing off your shortlist", CMD_MARK | CMD_UNDO },
	{ "tag", "[WORD...]", cmd_tag, "words of your own on what is here, such as online; one that is there goes", CMD_MARK | CMD_UNDO },
	{ "note", "[TEXT]", cmd_note, "write a note of your own on what is here", CMD_MARK | CMD_UNDO },
	{ "note-editor", NULL, cmd_note_editor, "write the note in the editor that $VISUAL or $EDITOR names", CMD_MARK | CMD_ONCE },
	{ "note-keep", NULL, cmd_note_keep, "keep the note that is being written", CMD_MARK | CMD_UNDO | CMD_NAMED },
	{ "note-leave", NULL, cmd_note_leave, "leave the note as it was", CMD_MARK | CMD_NAMED },
	{ "conflicts", "[ROLE]", cmd_conflicts, "where sources contradict one another or themselves, about the role here", CMD_SCREEN },
	{ "conflicts-all", NULL, cmd_conflicts_all, "contradictions of all roles, again: of the one", CMD_LOOK },
	{ "source", "[KEY] [on|off]", cmd_source, "switch a source off or on: everything counts anew; without a key: the one here", CMD_LOOK | CMD_UNDO },
	{ "kind", "[KIND] [on|off]", cmd_kind, "switch all sources of a kind off or on: official, survey, postings, editorial", CMD_LOOK | CMD_UNDO },
	{ "sources", "all on|all off", cmd_sources, "switch all sources on, or off", CMD_LOOK | CMD_UNDO | CMD_NAMED },
	{ "details", NULL, cmd_details, "all details: texts whole, and what each source says; again: in short", CMD_LOOK },
	{ "level", "[LEVEL]", cmd_level, "which level of experience pay answers for first", CMD_LOOK | CMD_UNDO },
	{ "what-if", "[KEYS]", cmd_what_if, "pay under factors that sources state, such as industry,place; none: without", CMD_LOOK | CMD_UNDO },
	{ "pay-cells", "[on|off]", cmd_pay_cells, "pay in cells: level, place, basis and employer apart, again: by level", CMD_LOOK },
	{ "explain", NULL, cmd_explain, "who says so: source, year, kind, where, own words", CMD_LOOK },
	{ "meaning", "[TERM]", cmd_meaning, "what the terms on this line mean", CMD_LOOK },
	{ "help", NULL, cmd_help, "the keys that work here", 0 },
	{ "role", NULL, cmd_role, "choose the current role", CMD_LOOK },
	{ "role-is", "SLUG", cmd_set_role, "make a role the current one", CMD_LOOK | CMD_UNDO },
	{ "command-line", "[TEXT]", cmd_command_line, "run a command by its name", 0 },
	{ "write", "[FILE]", cmd_write, "write the screen as text to a file; a comparison as .md, .csv, .json or .txt", CMD_ONCE },
	{ "copy", NULL, cmd_copy, "send the key or line to the terminal's clipboard", CMD_ONCE },
	{ "focus", "PART", cmd_focus, "to a part of the screen: chips, facets, list, page", CMD_MOVE | CMD_LIST },
	{ "line", "WORDS", cmd_line, "to the next line of the page with these words", CMD_MOVE },
	{ "next-figure", NULL, cmd_next_figure, "to the next line with a source behind it", CMD_MOVE | CMD_NAMED },
	{ "reset", NULL, cmd_reset, "between two people: forget what the last one did; asks first", CMD_NAMED },
	{ "reset!", NULL, cmd_reset_now, "the same without asking", CMD_NAMED },
	{ "profile-restore", NULL, cmd_profile_restore, "put the newest whole copy of your file in place of the damaged one, which is kept", CMD_NAMED },
	{ "reload", NULL, cmd_reload, "open the catalog that has replaced this one; queries and rows stay", CMD_SCREEN },
	{ "large", "[on|off]", cmd_large, "large layout for a projector, again: back", CMD_LOOK | CMD_NAMED },
	{ "say", "[TEXT]", cmd_say, "narration above the bottom line; without a text: none", CMD_NAMED },
	{ "pause", NULL, cmd_pause, "in a script: wait until the person goes on", CMD_NAMED },
	{ "tour", "[NAME] [STEP]", cmd_tour, "start or go on with a tour; without a name: which there are", CMD_NAMED },
	{ "tour-next", NULL, cmd_tour_next, "next step of the tour or script", 0 },
	{ "tour-back", NULL, cmd_tour_back, "previous step of the tour or script", 0 },
	{ "tour-leave", NULL, cmd_tour_leave, "leave the tour or script", 0 },
	{ "undo", NULL, cmd_undo, "take the last change back: filter, sort, columns, marks, comparison, all you keep, of earlier runs too", 0 },
	{ "redo", NULL, cmd_redo, "make the change again that was taken back", 0 },
	{ "undo-step", "STEP", cmd_undo_step, "take one step back that is kept, or make it again: by its number in Plan's History", CMD_NAMED },
	{ "key", "KEY", cmd_key, "press a key: a, ^R, Enter, PgDn, ...", 0 },
	{ "redraw", NULL, cmd_redraw, "draw the screen again", 0 },
	{ "suspend", NULL, cmd_suspend, "suspend the program; fg brings it back", CMD_ONCE },
	{ "quit", NULL, cmd_quit, "quit", 0 },
	{ "quit!", NULL, cmd_quit_now, "quit", CMD_NAMED },
	{ "q", NULL, cmd_quit, "quit", CMD_NAMED },
};
const size_t ncommands = sizeof commands / sizeof *commands;
/* clang-format on */

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < ncommands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

bool
binding_runs(const struct binding *b, const struct command *c)
{
	size_t len = strlen(c->name);

	return b->command != NULL && strncmp(b->command, c->name, len) == 0
	    && (b->command[len] == '\0' || b->command[len] == ' ');
}

size_t
command_end(const char *line, size_t *rest)
{
	size_t from = strspn(line, " \t"), end = from + strcspn(line + from, " \t");

	*rest = end + strspn(line + end, " \t");
	return end;
}

const struct command *
command_in(const char *line)
{
	char name[64];
	size_t len;

	line += strspn(line, " \t");
	len = strcspn(line, " \t");
	if (len == 0 || len >= sizeof name)
		return NULL;
	if (strspn(line, "0123456789") == strlen(line))
		return command_find("go");
	memcpy(name, line, len);
	name[len] = '\0';
	return command_find(name);
}

const char *
command_nearest(const char *name)
{
	const char *names[sizeof commands / sizeof *commands];

	for (size_t i = 0; i < ncommands; i++)
		names[i] = commands[i].name;
	return text_nearest(name, names, ncommands);
}
