/* look_parts.h - what the files of look share. */
#ifndef CAREER_TESTS_LOOK_PARTS_H
#define CAREER_TESTS_LOOK_PARTS_H

#include "check.h"
#include "look.h"

#include <stdio.h>

#define CHECK(l, cond, ...)                                                                        \
	do {                                                                                       \
		if (!(cond)) {                                                                     \
			fputs((l)->dump, stdout);                                                  \
			print_error("keys \"%s\", %dx%d%s%s\n", (l)->keys, (l)->g.cols,            \
			    (l)->g.rows, (l)->ascii ? ", ASCII" : "", (l)->mono ? ", mono" : "");  \
			fail_msg(__VA_ARGS__);                                                     \
		}                                                                                  \
	} while (0)

const char *look_cut(const struct look *l); /* the cut mark */
/* Cells [x, x + w) of row y show `text`: whole, with blanks around, or cut with the mark as last cell. */
void look_text(const struct look *l, int y, int x, int w, const char *text, bool right);

void look_rules(const struct look *l);
void look_list(const struct look *l);
bool look_has_picture(const struct look *l);
void look_picture(const struct look *l);
void look_picture_cursor(const struct look *l, int *y, int *x);
void look_facets(const struct look *l);
void look_detail(const struct look *l);
void look_popup(const struct look *l);
void look_palette(const struct look *l);

#endif
