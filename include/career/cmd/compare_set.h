/*
 * compare_set.h - what the person compares: keys in the order of their columns, the baseline, and whether
 * equal rows are shown.
 *
 * Owns its keys, which are all of one kind and stand once each, and the table made of them. A role beside
 * programs, or a program beside roles, makes plans of all: from then on each key is one of a plan. The table is
 * made when it is asked for and dropped when the keys change; whoever changes what it rests on (sources,
 * the current role) calls compare_set_stale. Kept while the program runs, whatever screen is open.
 */
#ifndef CAREER_CMD_COMPARE_SET_H
#define CAREER_CMD_COMPARE_SET_H

#include "career/page/compare.h"

struct compare_set {
	enum compare_kind kind; /* of no meaning while n is 0 */
	char *key[COMPARE_MAX];
	size_t n;
	int baseline; /* column, -1 none */
	bool all;     /* equal rows too */
	/* Of compare_set_make. */
	struct compare made;
	bool valid;
	enum level level; /* for which it was made */
};

void compare_set_init(struct compare_set *s);
void compare_set_free(struct compare_set *s);
void compare_set_clear(struct compare_set *s); /* no keys, no baseline; equal rows as they were */
void compare_set_stale(struct compare_set *s);

/* The column of a key, -1 when it has none. */
int compare_set_find(const struct compare_set *s, const char *key);
/* The key as the last column. A role beside programs or plans makes a plan of it and each program, a program
 * one of it and each role; a plan beside what is no plan takes the place of all. ERR_USAGE when there is no
 * room: nothing has changed then. A key that is there stays where it is. */
bool compare_set_add(struct compare_set *s, enum compare_kind kind, const char *key, struct err *e);
void compare_set_drop(struct compare_set *s, size_t column);
/* The column trades places with the one before (by < 0) or behind it; false at the edge. */
bool compare_set_move(struct compare_set *s, size_t column, int by);
/* The column is what others are measured against; when it is already: none is. */
void compare_set_baseline(struct compare_set *s, size_t column);

/* Whether there is enough for a table: two columns, or one plan. */
bool compare_set_ready(const struct compare_set *s);
/* That table is in s->made; errors are those of compare_make. */
bool compare_set_make(struct compare_set *s, struct reader *r, enum level level, struct err *e);

/* What was chosen as bytes, for undo, and back: keys, baseline, equal rows. Bytes that compare_set_text has
 * not written leave an empty set and return false. */
void compare_set_text(const struct compare_set *s, struct buf *out);
bool compare_set_read(struct compare_set *s, const char *text);

#endif
