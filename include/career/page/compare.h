/*
 * compare.h - roles or programs side by side: a table of aspects, and the page that shows it.
 *
 * A comparison holds 2-6 roles or 2-10 programs (never mixed) as columns and aspects as rows, in blocks.
 * The first block is the *same ruler*: sources that cover all columns at the same level and basis; only
 * inside one such row the best and the worst are marked, by a character. Rows whose cells differ come
 * before equal ones within their block; equal rows are folded unless asked for. Any column may be the
 * baseline: numeric cells of the others then show their difference to it.
 *
 * The table is made once per set of columns; page_compare draws it at any width, from any first column.
 * Exports (md, csv, json, txt) take the same table, so that what is written is what is seen.
 * Everything lives in the comparison's arena.
 */
#ifndef CAREER_PAGE_COMPARE_H
#define CAREER_PAGE_COMPARE_H

#include "career/page/pages.h"

enum { COMPARE_ROLES_MAX = 6, COMPARE_PROGRAMS_MAX = 10, COMPARE_MAX = 10 };

enum compare_mark { COMPARE_PLAIN, COMPARE_BEST, COMPARE_WORST };

struct compare_cell {
	const char *text;       /* "" = no source states this */
	double num;             /* NAN: not numeric */
	const char *unit;       /* currency code, "months", "people", ""; for deltas */
	enum compare_mark mark; /* only in rows of the same ruler */
	bool warn;              /* disputed, withdrawn: '!' stands in the text */
	struct anchor anchor;   /* who says so; kind ANCHOR_NONE when nobody in particular */
};

struct compare_row {
	const char *block;      /* "Same ruler", "Pay", "Growth", "Degree", "Skills", ... */
	const char *label;      /* "ai-jobs 2024, first job" */
	const char *note;       /* said once for the row: "dollars a year, median", or "" */
	bool equal;             /* all cells say the same */
	struct compare_cell cell[COMPARE_MAX];
};

struct compare {
	struct arena arena;
	enum thing kind; /* THING_ROLE or THING_PROGRAM */
	size_t n;
	int64_t id[COMPARE_MAX];
	const char *key[COMPARE_MAX];
	const char *name[COMPARE_MAX];
	struct compare_row *row;
	size_t nrows, cap;
	const char *answer; /* one or two plain sentences: what the comparison says first */
};

struct compare_opts {
	size_t first;    /* first column shown; the labels stay */
	int baseline;    /* column, -1 none */
	bool all;        /* equal rows too */
	enum level level;
};

/* Makes the table of `n` keys. ERR_NOTFOUND names an unknown key and the nearest; ERR_USAGE when roles and
 * programs are mixed, a key stands twice, or there are too few or too many. */
bool compare_make(struct compare *c, struct reader *r, const char *const *keys, size_t n,
    enum level level, struct err *e);
void compare_free(struct compare *c);

/* Appends the page: names pinned in its first lines (*pinned lines), the answer, the blocks, pay on one
 * shared axis, growth in people, the skills as a matrix. *shown: columns that fit from `first`. */
bool page_compare(struct page *p, struct reader *r, const struct compare *c,
    const struct compare_opts *o, size_t *pinned, size_t *shown, struct err *e);
/* With no columns: one runnable example. */
bool page_compare_empty(struct page *p, struct reader *r, struct err *e);

#endif
