/* pay_view.h - how groups and cells of pay figures are worded and drawn; the order is role_pay.c's. */
#ifndef CAREER_PAGE_PAY_VIEW_H
#define CAREER_PAGE_PAY_VIEW_H

#include "career/model/cell.h"
#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

enum { LABEL = 20, VALUE = 13, NOTE = 38 }; /* cells of label, value and words in a wide line */

/* How a line is set: everything in one line, words below, or picture and words below. */
enum fit { FIT_WIDE, FIT_MIDDLE, FIT_NARROW };

struct pay_view {
	struct role_ctx *c;
	double lo, hi; /* what the axis is to hold */
	struct axis axis;
	enum fit fit;
	bool hourly; /* all that is drawn is pay an hour */
	bool whole;  /* in detail, whatever the page's options say: no key asks for more */
	bool cell;   /* lines stand in a cell, whose title says level, place, basis and employer */
	unsigned titled; /* LOOSE_* bits that the title says of all its lines */
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
/* All figures on pay of the page's role. */
bool pay_figures(struct role_ctx *c, struct figures *own, struct figures *near, struct err *e);
/* What of them the page is asked for; NULL: all. */
const struct pay_filter *pay_only(const struct role_ctx *c);

/* --- words (pay_words.c) ---- */

struct money_span pay_span(const struct agree_group *g, double lo, double hi);
/* "about $120K-160K" of a group: its best-supported range, or what there is instead. */
void pay_range_words(const struct agree_group *g, struct buf *b);
/* ", level not said" where only lines without a level stand behind the range. */
void pay_unsaid_words(const struct agree_group *g, struct buf *b);
/* Both. */
void pay_answer_words(const struct agree_group *g, struct buf *b);
/* The same with what it is of: "about $120K-160K salary", "$180K-200K with bonus and shares". `per`: how
 * often it is paid, "" where it is said beside the amount. */
void pay_amount_words(const struct agree_group *g, struct buf *b);
void pay_amount_per(const struct agree_group *g, const char *per, struct buf *b);
/* "3 of 4 publishers meet". */
void pay_support_words(const struct agree_group *g, struct buf *b);
/* "guide 2025 stands apart: $70K-95K". */
void pay_apart_words(const struct agree_group *g, const char *who, struct buf *b);
/* Its first figure; 0: none. */
int64_t pay_apart_figure(const struct agree_group *g, const char *who);
/* "nearest 3 jobs, median: $109K-141K"; false when there is none. */
bool pay_near_words(const struct figures *near, struct buf *b);
/* The figures with the lowest and the highest of these medians; NULL: there is none. */
void pay_near_ends(const struct figures *near, const struct figure *end[2]);
/* "All 8: common range $120K-160K", or how far apart; "" of a single figure or source. */
void pay_common_words(const struct agree_group *g, struct buf *b);
/* "from $70K to $180K in all, 0% of it shared; 6 sources of 4 publishers: 5 editorial, 1 postings". */
void pay_depth_words(const struct agree_group *g, struct buf *b);
/* What is special about a line, in few words: sample, employer, place, basis. In a cell without what its title
 * says. */
void pay_line_words(const struct pay_view *v, const struct agree_group *g,
    const struct agree_line *l, struct buf *b);
/* "$120K-160K" as the source has it. */
void pay_line_values(const struct agree_line *l, struct buf *b);
/* "US, base salary; employer not said". */
void pay_cell_words(const struct pay_cell *c, struct buf *b);
/* "Salary", "With bonus and shares". */
const char *pay_ruler(const struct agree_group *g);

/* --- pictures (pay_view.c) ---- */

/* An axis for the lines of these groups and of these figures; without any 0 to 100K. */
void pay_axis_begin(struct pay_view *v);
void pay_axis_group(struct pay_view *v, const struct agree_group *g);
void pay_axis_figure(struct pay_view *v, const struct figure *f);
/* Its line of ticks; nothing on a plain page. */
void pay_axis_draw(struct pay_view *v);

/* Whether the percentiles of a figure are worth a picture of their own: a set's over all levels; in detail those
 * of the level that is asked for as well, when all five are stated. */
bool pay_has_spread(const struct role_ctx *c, const struct figure *f);
/* All percentiles of a figure, one a line, each with its bar. */
void pay_spread(struct pay_view *v, const struct figure *f);
/* A figure as a line with its picture; a plain page gets a sentence. */
void pay_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l);
/* A group: what it is of (with `answer`: its answer too), its lines, where most meet, what all share and why
 * they differ; in detail how wide it is and who is behind it. */
void pay_group(struct pay_view *v, const struct agree_group *g, bool answer);
/* The answer of a group alone, with its picture. */
void pay_brief(struct pay_view *v, const struct agree_group *g);
/* What stands below the lines of a group or cell. */
void pay_group_close(struct pay_view *v, const struct agree_group *g);
/* Who stands behind what a group says as a whole: ANCHOR_ANSWER; of a cell the figures that bound what its lines
 * share. */
void pay_answer_anchor(struct role_ctx *c, const struct agree_group *g);
void pay_bound_anchor(struct role_ctx *c, const struct agree_group *g);

/* --- cells (pay_cells.c) ---- */

/* The figures of the page's role in cells, those of `level` first. */
void pay_cells(struct pay_view *v, const struct pay_cells *cells, enum level level);

#endif
