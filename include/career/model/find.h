/*
 * find.h - one search over everything: roles, programs, skills, guide and glossary.
 *
 * Each list is a group with its own view; the words mean the same in all of them. Field terms belong to
 * one list: a group whose list does not know a field is left out and says so. A group shows its rows in
 * the order its list gives words: exact title first. Groups are opened at the first search that needs them and
 * kept. Who has loaded a list already lends its frame: a group then only has a view of its own, which counts no
 * facets.
 */
#ifndef CAREER_MODEL_FIND_H
#define CAREER_MODEL_FIND_H

#include "career/model/listview.h"

enum { FIND_GROUPS = 5 };

struct find_group {
	const struct list *list;
	const char *title; /* "Roles" */
	bool open;
	bool refused; /* the query names a field or a value that this list does not have */
	const struct frame *frame; /* `own`, or lent */
	struct frame own;
	struct view view;
};

struct find {
	struct db *db;
	struct find_group group[FIND_GROUPS];
};

void find_init(struct find *f, struct db *db);
void find_free(struct find *f);
/* Borrows the frame of a list, which must stay as it is until find_free or the next lending of this list; NULL
 * takes it back. A list that is no group is ignored. */
void find_lend(struct find *f, const struct list *l, const struct frame *frame);
/* Applies a query to all groups. Empty text matches nothing: everything is not an answer. */
bool find_set(struct find *f, const char *text, bool typing, struct err *e);
uint32_t find_total(const struct find *f);
/* Rows of a group under the last query; 0 when it was refused or the text was empty. */
uint32_t find_count(const struct find_group *g);
/* The title and the words beside it ("master, Georgia Tech") of a row. */
void find_words(const struct find_group *g, uint32_t row, struct buf *title, struct buf *beside);

#endif
