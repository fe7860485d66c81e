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
	bool hourly; /* all that is drawn is pay an hour */
};

/* What answers for a level: its groups of the whole country, salary first; without any those of the first
 * level that has some. */
struct pay_answers {
	const struct agree_group **g;
	size_t n;            /* 0: no source states pay */
	enum level level;    /* of the groups */
	struct figures near; /* official ones of the nearest occupations */
};
bool pay_answers_load(struct role_ctx *c, struct pay_answers *out, struct err *e);

struct money_span pay_span(const struct agree_group *g, double lo, double hi);
/* "about $120K-160K" of a group: its best-supported range, or what there is instead. */
void pay_range_words(const struct agree_group *g, struct buf *b);
/* ", level not said" where only lines without a level stand behind the range. */
void pay_unsaid_words(const struct agree_group *g, struct buf *b);
/* Both. */
void pay_answer_words(const struct agree_group *g, struct buf *b);
/* The same with what it is of: "about $120K-160K salary", "$180K-200K with bonus and shares". */
void pay_amount_words(const struct agree_group *g, struct buf *b);
/* "3 of 4 publishers meet". */
void pay_support_words(const struct agree_group *g, struct buf *b);
/* "guide 2025 stands apart: $70K-95K". */
void pay_apart_words(const struct agree_group *g, const char *who, struct buf *b);
/* Its first figure; 0: none. */
int64_t pay_apart_figure(const struct agree_group *g, const char *who);
/* "nearest 3 jobs, median: $109K-141K"; false when there is none. */
bool pay_near_words(const struct figures *near, struct buf *b);

/* All percentiles of a figure, one a line, each with its bar. */
void pay_spread(struct pay_view *v, const struct figure *f);
/* A figure as a line with its picture; a plain page gets a sentence. */
void pay_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l);
/* A group: its answer, its lines, where most meet, what all share and why they differ. */
void pay_group(struct pay_view *v, const struct agree_group *g);

#endif
