/* columns.h - the column tables of the panes. */
#ifndef CAREER_CMD_COLUMNS_H
#define CAREER_CMD_COLUMNS_H

#include "career/cmd/app.h"

/* The compiler compares each table with its count. */
enum {
	ROLE_COLUMNS = 7,
	PROGRAM_COLUMNS = 7,
	OUTCOME_COLUMNS = 8,
	SKILL_COLUMNS = 6,
	GUIDE_COLUMNS = 5,
	SOURCE_COLUMNS = 8,
};
extern const struct column_def role_columns[ROLE_COLUMNS], program_columns[PROGRAM_COLUMNS],
    outcome_columns[OUTCOME_COLUMNS], skill_columns[SKILL_COLUMNS], guide_columns[GUIDE_COLUMNS],
    source_columns[SOURCE_COLUMNS];

/* The table of a pane: programs with earnings of graduates, which few that state a price have, lead with those. */
const struct column_def *columns_of(const struct pane *p, size_t *n);
/* The column of a field that no table has. */
void column_of_field(const struct list *l, size_t field, struct column_def *out);

/* colview.c: the place behind the last item that is not hidden; puts the others there in order, and `frozen` in its
 * bounds. */
size_t colview_end(const struct colview *v);
void colview_tidy(struct colview *v);

/* An award in ten cells or fewer, where it has such words. */
const char *award_short(const char *award);

/* A text cell of the frame, "" when absent or unknown; a number, false when absent. */
const char *cell_text(const struct pane *p, const char *field, uint32_t row);
bool cell_number(const struct pane *p, const char *field, uint32_t row, double *out);

#endif
