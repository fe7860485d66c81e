/* pay_view.h - how groups of pay figures are worded and drawn; the order is role_pay.c's. */
#ifndef CAREER_PAGE_PAY_VIEW_H
#define CAREER_PAGE_PAY_VIEW_H

#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

enum { LABEL = 19, VALUE = 13, NOTE = 38 }; /* cells of label, value and words in a wide line */

/* How a line is set: everything in one line, words below, or picture and words below. */
enum fit { FIT_WIDE, FIT_MIDDLE, FIT_NARROW };

struct pay_view {
	struct role_ctx *c;
	struct axis axis;
	enum fit fit;
	bool ticked; /* the axis stands on the page */
};

struct money_span pay_span(const struct agree_group *g, double lo, double hi);
/* "about $120K-160K" of a group: its best-supported range, or what there is instead. */
void pay_answer_words(const struct agree_group *g, struct buf *b);
/* "3 of 4 publishers meet". */
void pay_support_words(const struct agree_group *g, struct buf *b);
/* "guide 2025 stands apart: $70K-95K". */
void pay_apart_words(const struct agree_group *g, const char *who, struct buf *b);

/* A figure as a line with its picture; a plain page gets a sentence. */
void pay_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l);
/* A group: its answer, its lines, where most meet, what all share and why they differ. */
void pay_group(struct pay_view *v, const struct agree_group *g);

#endif
