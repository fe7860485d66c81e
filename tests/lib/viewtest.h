/* viewtest.h - views over small lists: seven programs and seven roles. */
#ifndef CAREER_TEST_VIEWTEST_H
#define CAREER_TEST_VIEWTEST_H

#include "career/query/view.h"
#include "listframe.h"

struct viewtest {
	struct listframe lf;
	struct view view;
};

/* A failure ends the program with its reason. */
void viewtest_make(struct viewtest *x, const struct list *l, const char *const *rows, size_t n);
void viewtest_programs(struct viewtest *x);
void viewtest_roles(struct viewtest *x);
void viewtest_free(struct viewtest *x);

/* Row ids of the query's result: "0 2 5". */
void viewtest_rows(struct view *v, const char *text, bool typing, struct buf *out);

#endif
