/* payback_rows.h - a payback in a format, for `career payback --format`. */
#ifndef CAREER_CLI_PAYBACK_ROWS_H
#define CAREER_CLI_PAYBACK_ROWS_H

#include "career/cli/cli.h"
#include "career/model/payback.h"

void payback_rows(struct cli *c, const struct payback *p);

#endif
