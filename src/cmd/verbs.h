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
VERB(cmd_occupations);
VERB(cmd_mark);

/* cmd_start.c, cmd_find.c */
VERB(cmd_question);

/* cmd_guide.c */
VERB(cmd_topics);
VERB(cmd_role_section);
VERB(cmd_find);

/* saved.c */
VERB(cmd_save);
VERB(cmd_save_now);
VERB(cmd_filters);
VERB(cmd_load);
VERB(cmd_forget);

/* cmd_columns.c */
VERB(cmd_columns);
VERB(cmd_choose_columns);
VERB(cmd_column_toggle);
VERB(cmd_column_hide);
VERB(cmd_column_narrower);
VERB(cmd_column_wider);
VERB(cmd_column_left);
VERB(cmd_column_right);
VERB(cmd_column_freeze);

/* cmd_compare.c */
VERB(cmd_compare);
VERB(cmd_compare_baseline);
VERB(cmd_compare_drop);
VERB(cmd_compare_left);
VERB(cmd_compare_right);
VERB(cmd_compare_equal);

/* cmd_view.c */
VERB(cmd_open);
VERB(cmd_back);
VERB(cmd_cancel);
VERB(cmd_screen);
VERB(cmd_section);
VERB(cmd_zoom);
VERB(cmd_details);
VERB(cmd_large);
VERB(cmd_level);
VERB(cmd_explain);
VERB(cmd_meaning);
VERB(cmd_help);
VERB(cmd_role);
VERB(cmd_set_role);

/* cmd_what_if.c */
VERB(cmd_what_if);

/* cmd_picture.c */
VERB(cmd_picture);
VERB(cmd_pictures);
VERB(cmd_picture_next);
VERB(cmd_picture_previous);
VERB(cmd_braille);

/* cmd_pay.c */
VERB(cmd_pay_cells);

/* cmd_place.c */
VERB(cmd_focus);
VERB(cmd_line);
VERB(cmd_next_figure);

/* cmd_reset.c */
VERB(cmd_reset);
VERB(cmd_reload);
VERB(cmd_profile_restore);
VERB(cmd_reset_now);

/* cmd_tour.c */
VERB(cmd_say);
VERB(cmd_pause);
VERB(cmd_tour);
VERB(cmd_tour_next);
VERB(cmd_tour_back);
VERB(cmd_tour_leave);

/* cmd_coverage.c */
VERB(cmd_coverage);
VERB(cmd_coverage_cell);
VERB(cmd_coverage_turn);
VERB(cmd_coverage_all);

/* plan_near.c, plan_path.c */
VERB(cmd_plan_occupations);
VERB(cmd_path_by);

/* cmd_plan.c */
VERB(cmd_plan);
VERB(cmd_plan_more);
VERB(cmd_plan_less);

/* plan_rank.c */
VERB(cmd_rank_all);
VERB(cmd_rank_level);
VERB(cmd_rank_weights);

/* plan_interests.c */
VERB(cmd_answer);
VERB(cmd_answers_forget);

/* plan_history.c, cmd_handout.c */
VERB(cmd_changes_accept);
VERB(cmd_handout);
VERB(cmd_handout_full);

/* cmd_have.c, cmd_from.c, plan_gap.c */
VERB(cmd_have);
VERB(cmd_have_level);
VERB(cmd_have_all);
VERB(cmd_from_role);
VERB(cmd_gap);
VERB(cmd_gap_from);
VERB(cmd_routes);

/* cmd_shortlist.c, cmd_note.c */
VERB(cmd_shortlist);
VERB(cmd_shortlist_up);
VERB(cmd_shortlist_down);
VERB(cmd_shortlist_drop);
VERB(cmd_tag);
VERB(cmd_note);
VERB(cmd_note_keep);
VERB(cmd_note_leave);
VERB(cmd_note_editor);

/* cmd_conflicts.c */
VERB(cmd_conflicts);
VERB(cmd_conflicts_all);

/* cmd_plans.c */
VERB(cmd_plans);
VERB(cmd_plans_ask);
VERB(cmd_plans_more);
VERB(cmd_plans_why);
VERB(cmd_plans_best);
VERB(cmd_plans_baseline);
VERB(cmd_plans_occupations);
VERB(cmd_plans_compare);

/* cmd_payback.c */
VERB(cmd_payback);
VERB(cmd_payback_next);
VERB(cmd_payback_previous);
VERB(cmd_payback_set);
VERB(cmd_payback_more);
VERB(cmd_payback_less);
VERB(cmd_payback_flip);
VERB(cmd_payback_offer);
VERB(cmd_payback_unsay);

/* cmd_data.c */
VERB(cmd_source);
VERB(cmd_kind);
VERB(cmd_sources);

/* cmd_program.c */
VERB(cmd_command_line);
VERB(cmd_undo);
VERB(cmd_redo);
VERB(cmd_undo_step);
VERB(cmd_quit);
VERB(cmd_quit_now);
VERB(cmd_redraw);
VERB(cmd_suspend);
VERB(cmd_write);
VERB(cmd_copy);
VERB(cmd_key);

#endif
