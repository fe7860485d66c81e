/* verbs.h - the functions that the command table names. */
#ifndef CAREER_CMD_VERBS_H
#define CAREER_CMD_VERBS_H

#include "career/cmd/app.h"

#define VERB(name) bool name(struct app *a, const char *arg, struct err *e)

/* cmd_move.c */
VERB(cmd_up);
VERB(cmd_down);
VERB(cmd_page_up);
VERB(cmd_page_down);
VERB(cmd_half_up);
VERB(cmd_half_down);
VERB(cmd_first);
VERB(cmd_last);
VERB(cmd_left);
VERB(cmd_right);
VERB(cmd_go);
VERB(cmd_select);
VERB(cmd_next_item);
VERB(cmd_previous_item);
VERB(cmd_next_heading);
VERB(cmd_previous_heading);
VERB(cmd_next_focus);
VERB(cmd_previous_focus);
VERB(cmd_next_match);
VERB(cmd_previous_match);

/* cmd_filter.c */
VERB(cmd_filter);
VERB(cmd_search);
VERB(cmd_clear);
VERB(cmd_sort);
VERB(cmd_sort_column);
VERB(cmd_sort_add);
VERB(cmd_choose_value);
VERB(cmd_exclude_value);
VERB(cmd_chip_toggle);
VERB(cmd_chip_drop);
VERB(cmd_absent);
VERB(cmd_everything);
VERB(cmd_mark);

/* cmd_view.c */
VERB(cmd_open);
VERB(cmd_back);
VERB(cmd_cancel);
VERB(cmd_screen);
VERB(cmd_section);
VERB(cmd_zoom);
VERB(cmd_level);
VERB(cmd_explain);
VERB(cmd_meaning);
VERB(cmd_help);
VERB(cmd_role);
VERB(cmd_set_role);

/* cmd_program.c */
VERB(cmd_command_line);
VERB(cmd_quit);
VERB(cmd_quit_now);
VERB(cmd_redraw);
VERB(cmd_suspend);
VERB(cmd_write);
VERB(cmd_copy);
VERB(cmd_key);

#endif
