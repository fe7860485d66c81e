/*
 * compare.h - roles, programs or plans side by side: a table of aspects, and the page that shows it.
 *
 * A comparison holds 2-6 roles, 2-10 programs or 1-10 plans as columns and aspects as rows, in blocks.
 * A plan is a program studied for a role; roles and programs that are named together make plans, each
 * program for each role. Programs alone are asked what they are worth for the reader's role, if it has one.
 *
 * The first block is the *same ruler*: for roles, sources that cover all columns at the same level and
 * basis; for programs, prices in one currency for one audience, and payback at one pay where nothing of
 * price, length or mode is guessed; for plans of several roles, payback by one source that speaks of all
 * these roles. Only inside one such row the best and the worst are marked, by a character: '^' and 'v'
 * behind the value. Rows whose cells differ come before equal ones within their block; equal rows are
 * folded unless asked for. Any column may be the baseline: numeric cells of the others then show their
 * difference to it.
 *
 * The table is made once per set of columns; page_compare draws it at any width, from any first column.
 * Exports take the same table block by block (compare_next), so that what is written is what is seen.
 * Texts live in the comparison's arena; the sources are the reader's, which must live as long.
 */
#ifndef CAREER_PAGE_COMPARE_H
#define CAREER_PAGE_COMPARE_H

#include "career/page/pages.h"

enum {
	COMPARE_ROLES_MAX = 6,
	COMPARE_PROGRAMS_MAX = 10,
	COMPARE_PLANS_MAX = 10,
	COMPARE_MAX = 10,
	COMPARE_SPANS = 4
};

enum compare_kind { COMPARE_ROLES, COMPARE_PROGRAMS, COMPARE_PLANS, COMPARE_KINDS };

/* Parts the key of a plan: "gatech/omscs/master+data-scientist". Neither keys of programs nor slugs have it. */
enum { COMPARE_PLUS = '+' };

size_t compare_limit(enum compare_kind kind);
/* "roles", "programs", "plans". */
const char *compare_kind_word(enum compare_kind kind);

enum compare_mark { COMPARE_PLAIN, COMPARE_BEST, COMPARE_WORST };

/* How page_compare draws a row; in exports all are cells of text. */
enum compare_look {
	COMPARE_CELLS, /* text in columns */
	COMPARE_AXIS, /* one line per column: its interval on an axis that all share, then the text */
	COMPARE_TIER, /* a letter: must, important, nice, skip */
};

struct compare_cell {
	const char *text; /* "" = no source states this; the mark's character is in it */
	double num;       /* NAN: not numeric, or not to be set against another cell */
	struct compare_span {
		double lo, hi;
		bool open_hi;  /* it goes on above hi */
	} span[COMPARE_SPANS]; /* of COMPARE_AXIS: the intervals to draw, several when they tie */
	size_t nspans;
	const char
	    *unit; /* currency code, "months", "years", "people", "percent", ""; for deltas */
	const char *ruler;      /* what else must be the same for a delta: "in-state", or "" */
	enum compare_mark mark; /* only in rows of the same ruler */
	bool warn;              /* disputed, withdrawn: '!' stands in the text */
	struct anchor anchor;   /* who says so; kind ANCHOR_NONE when nobody in particular */
};

struct compare_row {
	const char *block; /* "Same ruler", "Pay", "Growth", "Degree", "Skills", ... */
	const char *label; /* "ai-jobs 2024, first job" */
	const char *note;  /* what the row's values are: "median, a year before tax", or "" */
	const char *term;  /* glossary slug for `m`, or NULL */
	enum compare_look look;
	bool equal; /* all cells say the same, and none warns */
	struct compare_cell cell[COMPARE_MAX];
};

struct compare {
	struct arena arena;
	enum compare_kind kind;
	size_t n;
	int64_t id[COMPARE_MAX]; /* of the role, or of the program */
	const char *key[COMPARE_MAX];
	const char *name[COMPARE_MAX];
	const char *head[COMPARE_MAX]; /* the name without what is in `shared` */
	/* What tells the column from the others: a program without its school, where no other has its name; a
	 * plan without the program or the role that all share. */
	const char *brief[COMPARE_MAX];
	const char
	    *shared; /* of plans: the program or role that all share: "for Data Scientist"; or "" */
	/* Of programs and plans: whom they are asked what they are worth for; role 0: nobody. */
	struct compare_aim {
		int64_t role;
		const char *slug, *title;
	} aim[COMPARE_MAX];
	const char *program[COMPARE_MAX]; /* keys of the programs, also of plans */
	struct compare_row *row;          /* blocks in order; on the heap */
	size_t nrows, cap;
	const char *answer; /* a few plain sentences: what the comparison says first */
};

struct compare_opts {
	size_t first; /* first column shown; the labels stay */
	bool
	    cursor; /* one column is under a cursor: its name stands in brackets, the lines' anchors are its */
	size_t column;
	int baseline; /* column, -1 none */
	bool all;     /* equal rows too */
};

/* Rows from..folded of a block are shown, folded..to are equal and stand folded. */
struct compare_block {
	size_t from, folded, to;
};

/* Makes the table of `n` keys: of roles, of programs, of plans, or of roles and programs, which make plans:
 * each program for each role, behind those that are named as plans. ERR_NOTFOUND names an unknown key and the
 * nearest; ERR_USAGE when a key stands twice, or there are too few or too many. On failure nothing is
 * left to free (compare_free is harmless). */
bool compare_make(struct compare *c, struct reader *r, const char *const *keys, size_t n,
    enum level level, struct err *e);
void compare_free(struct compare *c);

/* A block's heading in words. */
const char *compare_block_says(const struct compare *c, const char *block);
/* The next block behind `b` (all zero: the first); false behind the last. */
bool compare_next(const struct compare *c, const struct compare_opts *o, struct compare_block *b);
/* "= 2 equal rows folded", and which: "earnings, debt". Append; nothing when none are. */
void compare_folded(struct buf *out, const struct compare_block *b);
void compare_folded_labels(struct buf *out, const struct compare *c, const struct compare_block *b);
/* What explains the marks of a block, or "". */
const char *compare_block_note(const char *block);
/* A column's name, with what it is: "Data Scientist (baseline)". Appends. */
void compare_name(
    struct buf *out, const struct compare *c, size_t column, const struct compare_opts *o);

/* The difference of a cell to the baseline's, "+$20K", "-6 months"; false when there is none to be
 * shown: another unit or ruler, no number, the baseline itself. Appends. */
bool compare_delta(struct buf *out, const struct compare *c, const struct compare_row *row,
    size_t column, const struct compare_opts *o);

/* A cell as it is seen: its text with the difference behind it; "-" when no source states it. Appends. */
void compare_cell_says(struct buf *out, const struct compare *c, const struct compare_row *row,
    size_t column, const struct compare_opts *o);

/* How many columns stand side by side on a page of this width, if there are as many. */
size_t compare_fits(int width);

/* Appends the page: names pinned in its first lines (*pinned lines), the answer, the blocks, pay on one
 * shared axis, growth in people, the skills as a matrix. *shown: columns that fit from `first`. */
bool page_compare(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, size_t *pinned, size_t *shown, struct err *e);
/* All columns, whatever o->first says: those that do not fit beside the first follow below. */
bool page_compare_all(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, struct err *e);
/* With no columns: one runnable example. */
bool page_compare_empty(struct page *p, struct reader *r, struct err *e);
/* With one, of which `key` is known: what to add. */
bool page_compare_one(struct page *p, struct reader *r, const char *key, struct err *e);

#endif
