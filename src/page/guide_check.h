/*
 * guide_check.h - how one finds out whether a prediction came true: what to look at in this program.
 */
#ifndef CAREER_PAGE_GUIDE_CHECK_H
#define CAREER_PAGE_GUIDE_CHECK_H

#include "career/page/pages.h"

struct guide_check {
	int64_t entry; /* id in guide_entry */
	const char *topic;
	int year; /* 0: it names none */
};

/* When it can be checked, what to look at, and a line that leads there. */
bool guide_check_say(
    struct page *p, struct reader *r, const struct guide_check *check, struct err *e);

#endif
