/*
 * find.h - one search over everything: roles, programs, skills, guide and glossary.
 *
 * Each list is a group with its own view; the words mean the same in all of them. Field terms belong to
 * one list: a group whose list does not know a field is left out and says so. A group shows its rows in
 * the order its list gives words: exact title first. Groups are opened at the first search that needs them and kept.
 */
#ifndef CAREER_MODEL_FIND_H
#define CAREER_MODEL_FIND_H

#include "career/model/listview.h"

enum { FIND_GROUPS = 5 };

struct find_group {
	const struct list *list;
	const char *title; /* "Roles" */
	bool open;
	bool refused; /* the query names a field that this list does not have */
	struct frame frame;
	struct view view;
};

struct find {
	struct db *db;
	struct find_group group[FIND_GROUPS];
};

void find_init(struct find *f, struct db *db);
void find_free(struct find *f);
/* Applies a query to all groups. Empty text matches nothing: everything is not an answer. */
bool find_set(struct find *f, const char *text, bool typing, struct err *e);
uint32_t find_total(const struct find *f);
/* Rows of a group under the last query; 0 when it was refused or the text was empty. */
uint32_t find_count(const struct find_group *g);
/* The title and the words beside it ("master, Georgia Tech") of a row. */
void find_words(const struct find_group *g, uint32_t row, struct buf *title, struct buf *beside);

#endif
