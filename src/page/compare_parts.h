/*
 * compare_parts.h - what the files that make a comparison share.
 *
 * Rows are added block by block, in the order in which they are read; a row whose cells are all empty
 * is dropped at the end. A row is good until the next one is added.
 */
#ifndef CAREER_PAGE_COMPARE_PARTS_H
#define CAREER_PAGE_COMPARE_PARTS_H

#include "career/page/compare.h"
#include "program.h"
#include "role.h"

/* Names of blocks. */
#define BLOCK_RULER "Same ruler"
#define BLOCK_OTHER "Other rulers"
#define BLOCK_PAY "Pay"
#define BLOCK_GROWTH "Growth"
#define BLOCK_DEGREE "Degree"
#define BLOCK_WORK "Work"
#define BLOCK_WEEK "Week"
#define BLOCK_SKILLS "Skills"
#define BLOCK_INDUSTRIES "Industries"
#define BLOCK_PATH "Path"
#define BLOCK_PRICE "Price"
#define BLOCK_TIME "Time"
#define BLOCK_STUDY "Study"
#define BLOCK_AFTER "Afterwards"
#define BLOCK_SOURCES "Sources"

/* Fewer listed skills are too little to judge a role by. */
enum { COMPARE_FEW_SKILLS = 5 };

/* What a source's number of a figure is; one row holds one kind. */
enum figure_kind { KIND_MEDIAN, KIND_RANGE, KIND_POINT, KIND_MEAN, KINDS };

/* One source, level and basis that cover all columns. */
struct ruled {
	const struct agree_group *group; /* of the first column */
	const struct agree_line *line[COMPARE_MAX];
	enum figure_kind kind;
	size_t rows; /* that the source has */
	size_t of
	    [COMPARE_MAX]; /* such figures of the column: the one with the largest sample speaks */
	bool equals;       /* of several none is better known: nothing is marked */
	double value[COMPARE_MAX]; /* median, or middle of the range; NAN: open-ended */
};

struct compare_role {
	struct role_ctx ctx;
	struct figures pay, near; /* all of the role; official ones of the nearest occupations */
	struct agree all, level;  /* of pay: every level, the one asked for */
	const char *degree;       /* that all its publishers ask for; NULL: none, or disputed */
	size_t says_degree;       /* publishers that do */
	size_t skills;            /* listed */
};

struct making {
	struct compare *c;
	struct reader *r;
	enum level level;
	struct compare_role role[COMPARE_ROLES_MAX];
	struct program program[COMPARE_PROGRAMS_MAX];
	struct ruled *ruled; /* in the order of their rows */
	size_t nruled;
	/* Without any: the source that covers most columns, and which. */
	const struct source *widest;
	bool covers[COMPARE_MAX];
};

/* --- compare.c ------------------------------------------------------------------------------- */

struct compare_row *compare_row(struct making *m, const char *block, const char *label);
/* Takes the buffer's text and frees it. */
void compare_take(struct making *m, struct compare_cell *cell, struct buf *text);
void compare_says(struct making *m, struct compare_cell *cell, const char *text);
void compare_number(struct compare_cell *cell, double num, const char *unit, const char *ruler);
void compare_figure_anchor(struct making *m, struct compare_cell *cell, const struct figure *f);
void compare_fact_anchor(
    struct making *m, struct compare_cell *cell, const char *table, int64_t id);
/* Marks best and worst among the cells that have a number, when they are not all equal. */
void compare_rank(struct making *m, struct compare_row *row, bool most_is_best);
/* "two", "all three", ... up to ten. */
const char *compare_count_word(size_t n);

/* --- roles ----------------------------------------------------------------------------------- */

bool compare_roles(struct making *m, struct err *e);
void compare_ruler(struct making *m);
/* Whether a figure is the role's own and of the level it says: levels that only stand in for another
 * and statements about the field are no part of a ruler. */
bool compare_may_rule(const struct agree_line *l);
/* Whether the median of percentiles is only "at least". */
bool compare_median_is_coded(const struct figure *f);
/* "$140K" of percentiles: their median; else the figure's span. */
void compare_add_amount(struct buf *b, const struct agree_line *l);
void compare_other_rulers(struct making *m);
void compare_pay_axis(struct making *m);
bool compare_growth(struct making *m, struct err *e);
bool compare_degree(struct making *m, struct err *e);
bool compare_work(struct making *m, struct err *e);
bool compare_skills(struct making *m, struct err *e);
bool compare_industries(struct making *m, struct err *e);
bool compare_path(struct making *m, struct err *e);
void compare_roles_answer(struct making *m);

/* --- programs -------------------------------------------------------------------------------- */

bool compare_programs(struct making *m, struct err *e);
void compare_prices(struct making *m);
bool compare_outcomes(struct making *m, struct err *e);
/* Of programs of the College Scorecard; nothing without one. */
void compare_tuition(struct making *m);
void compare_debt_to_earnings(struct making *m);
/* Reason code of absent earnings or debt; NULL for programs of packs. */
const char *compare_absent(const struct program *g, bool earnings);
void compare_outcome_anchor(struct making *m, size_t col, struct compare_cell *cell, bool earnings);
void compare_programs_answer(struct making *m);

#endif
