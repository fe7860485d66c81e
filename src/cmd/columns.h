/* columns.h - the column tables of the panes. */
#ifndef CAREER_CMD_COLUMNS_H
#define CAREER_CMD_COLUMNS_H

#include "career/cmd/app.h"

extern const struct column_def role_columns[], program_columns[], skill_columns[], guide_columns[],
    source_columns[];
extern const size_t nrole_columns, nprogram_columns;

/* An award in ten cells or fewer, where it has such words. */
const char *award_short(const char *award);

/* A text cell of the frame, "" when absent or unknown; a number, false when absent. */
const char *cell_text(const struct pane *p, const char *field, uint32_t row);
bool cell_number(const struct pane *p, const char *field, uint32_t row, double *out);

#endif
