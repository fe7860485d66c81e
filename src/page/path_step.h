/* path_step.h - a step of a way on its page (career/page/path.h). */
#ifndef CAREER_PAGE_PATH_STEP_H
#define CAREER_PAGE_PATH_STEP_H

#include "career/model/path.h"
#include "career/page/page.h"

/* The i-th of a way that has least of `by`. */
void path_step_page(struct page *p, const struct path_step *s, size_t i, enum path_by by);

#endif
