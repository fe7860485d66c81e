/*
 * parts.h - how the arrays of one column lie in memory and in a stored row.
 *
 * A column has up to seven arrays; they share one allocation (column.mem). Building, storing and
 * loading all go through this table of parts, so that they cannot disagree.
 */
#ifndef CAREER_FRAME_PARTS_H
#define CAREER_FRAME_PARTS_H

#include "career/frame/frame.h"

/* In the order of frame_column's BLOBs. */
enum part {
	PART_DICT_OFF,
	PART_FOLD_OFF,
	PART_DICT_TEXT,
	PART_FOLD_TEXT,
	PART_START,
	PART_ITEM,
	PART_CODES, /* COL_NUM: the numbers. One per row: what is read late */
	PARTS,
};

enum { FRAME_FORMAT = 2 };

/* Byte sizes by part; those that a kind does not have are 0. */
struct part_sizes {
	uint64_t bytes[PARTS];
};

extern const char *const part_names[PARTS]; /* columns of frame_column */

bool kind_has_part(enum col_kind kind, enum part p);
/* Width of a code for a dictionary of n entries. */
unsigned code_width(uint32_t n);
/* "little" or "big". */
const char *frame_byte_order(void);
/* Of view, order, and each column's name and kind: what the stored codes depend on. */
int64_t frame_spec_hash(const struct frame_spec *spec);

/* Memory for large arrays: in large pages where the system gives them, since a million rows would
 * else cost thousands of page faults. Freed with free(). */
void *block_alloc(size_t size);

/* Bytes that the arrays of a column take together, a multiple of the alignment of a block. */
size_t column_bytes(const struct part_sizes *s);
/* Sets the column's pointers to column_bytes of memory at `mem`; the contents are not set. */
void column_place(struct column *c, const struct part_sizes *s, char *mem);
/* The same in memory of its own. */
void column_alloc(struct column *c, const struct part_sizes *s);
/* The column with its cells, which are read now if they were not. */
void late_read(struct column *c);
static inline const struct column *
column_ready(const struct column *c)
{
	if (c->late)
		late_read((struct column *)(uintptr_t)c);
	return c;
}

/* The first item of a list, 0: none. */
static inline uint32_t
list_first(const struct column *c, uint32_t list)
{
	return c->start[list] < c->start[list + 1] ? c->item[c->start[list]] : 0;
}

/* Where a part starts, and how long it is in a valid column. */
void *column_part(const struct column *c, enum part p);
uint64_t column_part_size(const struct column *c, enum part p, uint32_t rows);

#endif
