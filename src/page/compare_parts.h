/*
 * compare_parts.h - what the files that make a comparison share.
 *
 * Rows are added block by block, in the order in which they are read; a row whose cells are all empty
 * is dropped at the end. A row is good until the next one is added.
 */
#ifndef CAREER_PAGE_COMPARE_PARTS_H
#define CAREER_PAGE_COMPARE_PARTS_H

#include "career/model/payback.h"
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
#define BLOCK_WORTH "Worth"
#define BLOCK_MISSING "Missing"

/* Label of payback at the middle pay; that by one source starts with "payback, " too. */
#define COMPARE_MIDDLE "payback, middle pay"

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

/* What programs are worth for the columns' roles. */
struct compare_worth {
	struct rules rules;
	bool loaded; /* they are */
	struct payback p[COMPARE_MAX];
	size_t n; /* opened */
};

struct making {
	struct compare *c;
	struct reader *r;
	enum level level;
	struct compare_role
	    role[COMPARE_MAX];               /* of roles and plans; columns of one role share it */
	struct program program[COMPARE_MAX]; /* of programs and plans */
	struct compare_worth *worth;         /* of programs and plans that have an aim; or NULL */
	bool gap
	    [COMPARE_MAX]; /* all who speak of it ask for a heavier degree than the plan's program gives */
	struct ruled *ruled; /* in the order of their rows */
	size_t nruled;
	/* Without any: the source that covers most columns, and which. */
	const struct source *widest;
	bool covers[COMPARE_MAX];
};

/* --- compare_keys.c -------------------------------------------------------------------------- */

/* Columns and their kind. */
bool compare_keys(struct making *m, const char *const *keys, size_t n, struct err *e);

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
/* A role with its pay, into m->role[column]. */
bool compare_role_load(struct making *m, size_t column, int64_t role, struct err *e);
void compare_ruler(struct making *m);
/* The same without its rows: m->ruled. */
void compare_find_rulers(struct making *m);
const char *compare_ruler_label(struct making *m, const struct ruled *k);
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
/* m->program, and the columns' keys and names. */
bool compare_load_programs(struct making *m, struct err *e);
void compare_time(struct making *m);
/* What they are: school, award, field, place. */
void compare_study(struct making *m);
void compare_said_by(struct making *m);
/* "Master's degree": without its article. */
const char *compare_award(const struct program *g);
void compare_prices(struct making *m);
bool compare_outcomes(struct making *m, struct err *e);
/* Of programs of the College Scorecard; nothing without one. */
void compare_tuition(struct making *m);
void compare_debt_to_earnings(struct making *m);
/* Reason code of absent earnings or debt; NULL for programs of packs. */
const char *compare_absent(const struct program *g, bool earnings);
void compare_outcome_anchor(struct making *m, size_t col, struct compare_cell *cell, bool earnings);
void compare_programs_answer(struct making *m);

/* --- programs for roles ---------------------------------------------------------------------- */

bool compare_plans(struct making *m, struct err *e);
/* Every column has an aim; m->worth is made and freed. */
bool compare_worth_make(struct making *m, struct err *e);
void compare_worth_free(struct making *m);
bool compare_worth_rows(struct making *m, struct err *e);
void compare_worth_ruler(struct making *m);
/* What links each program to its column's role. */
bool compare_link(struct making *m, struct err *e);
/* Who pays back first by the same ruler, what cannot be told, what nothing links. Appends sentences. */
void compare_worth_says(struct making *m, struct buf *b);
/* Columns are of one role, or of one program (and several). */
bool compare_one_role(const struct compare *c);
bool compare_one_program(const struct compare *c);
/* Names of those columns that have the flag, "a, b and c", or "a; b; c" where one has a comma; of more than
 * three the first ones and how many more. */
void compare_name_some(const struct making *m, struct buf *b, const bool *has);
/* What is guessed of a price when nobody says it; then no column is called cheaper or first. */
enum { COMPARE_GUESSED = PRICE_PER | PRICE_CURRENCY | PRICE_YEARLY | PRICE_FOREIGN };
/* What must be the same for a difference: whose price, and where `pay` counts, at the pay of which role. */
const char *compare_worth_by(const struct making *m, size_t i, bool pay);
/* Whether any source speaks of all the roles at the level: then some row may name a winner. */
bool compare_is_measured(const struct making *m);
/* The first column that has pay figures in its price's currency, else the first: notes speak of it. */
size_t compare_worth_typical(const struct making *m);
/* Who says the middle pay of a column: where most of its pay figures meet, else one of them. */
void compare_pay_anchor(struct making *m, struct compare_cell *cell, size_t i);
/* Whose price a column's is, "all": what must be the same to name a winner; NULL: something of it is guessed. */
const char *compare_worth_price(const struct making *m, size_t i);
/* What stands between each program and its role; and in a sentence. */
bool compare_missing(struct making *m, struct err *e);
void compare_missing_says(struct making *m, struct buf *b);
/* The degree alone: m->gap. */
bool compare_degree_gaps(struct making *m, struct err *e);

#endif
