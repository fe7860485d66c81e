/*
 * list.h - the list verbs' parts: which columns, which words.
 */
#ifndef CAREER_CLI_LIST_H
#define CAREER_CLI_LIST_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/query/view.h"

#include <stdbool.h>

/* Columns of a table on a terminal when none are named, comma-separated; the last ones are left out
 * where they do not fit. */
const char *list_brief(const struct list *l);

/* Fields by name, comma-separated; NULL gives the default ones (FIELD_EXPORT). At most `cap`. False:
 * ERR_USAGE with the nearest name. */
bool list_columns(
    const struct list *l, const char *names, int *fields, size_t cap, size_t *n, struct err *e);
/* Sort keys by name, comma-separated, '-' in front for descending. */
bool list_sort(
    const struct list *l, const char *names, struct query_sort *sort, size_t *n, struct err *e);

/* How many rows a list verb's command line would print but for --limit; ERR_USAGE when its query is wrong. */
struct cli;
struct cmdline;
bool list_rows(struct cli *c, const struct cmdline *cmd, uint32_t *n, struct err *e);

/* A row as one sentence (--plain). */
void list_say(const struct view *v, uint32_t row, struct buf *out);

#endif
