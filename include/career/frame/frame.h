/*
 * frame.h - a list as typed columns: what a person filters, counts and sorts.
 *
 * A frame holds `rows` rows and `ncols` columns. Kinds:
 *   COL_CODE  a dictionary code per row (1, 2 or 4 bytes, by dictionary size). Code 0 is "absent";
 *             codes 1..n-1 are numbered in collation order of their folded text (ties: bytes).
 *   COL_NUM   int32 per row. Absent values are FRAME_MISSING + reason (the 16 smallest int32).
 *   COL_LIST  several dictionary codes per row. Rows repeat the same few lists: each distinct one stands once
 *             (offsets, items; ascending and without repeats), and a row has the number of its list, 1, 2 or 4
 *             bytes by how many there are. List 0 has no items; a row with none is "absent".
 * Dictionaries keep each text and its folded form (text_fold), so that search never folds rows.
 * A frame is immutable after build or load, but for patches (patch.h) and for cells that are read late: of a
 * large list most columns are never looked at (frame_open).
 * Row ids are 0..rows-1; `id` maps them to the SQL rowid
 * (strictly one to one, not sorted).
 *
 * Stored form: table frame(name, rows, format, byte_order, spec_hash) and one row per column in
 * frame_column (see schema/catalog). A stored BLOB is hostile until checked: lengths = rows x
 * width, every code below the dictionary's size or the number of lists, offsets rising and ending at
 * the item count, dictionary offsets rising, texts valid UTF-8, orders are permutations. frame_load says what failed; the
 * caller then builds from SQL (frame_build) and tells the person.
 */
#ifndef CAREER_FRAME_FRAME_H
#define CAREER_FRAME_FRAME_H

#include "career/base/bitset.h"
#include "career/base/err.h"
#include "career/store/db.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum col_kind { COL_CODE, COL_NUM, COL_LIST };

/* Why a number is absent (rule: missing is not zero). */
enum missing {
	MISSING_NOT_STATED,
	MISSING_SUPPRESSED,
	MISSING_NOT_REPORTED,
	MISSING_NOT_APPLICABLE,
	MISSING_OTHER_UNIT, /* stated, but not in the unit of this column (a price per credit) */
	MISSING_KINDS,
};
#define FRAME_MISSING INT32_MIN
#define FRAME_MISSING_LAST (INT32_MIN + 15)
static inline bool
frame_is_missing(int32_t v)
{
	return v <= FRAME_MISSING_LAST;
}
const char *missing_words(enum missing m); /* "not stated", "suppressed for privacy", ... */

/* One column of a list's specification; static const, kept by the query layer's field table. */
struct col_spec {
	const char *name; /* also the column's name in the list's SQL view */
	enum col_kind kind;
	bool search; /* words of the query look into it */
};

struct frame_spec {
	const char *name;  /* "programs" */
	const char *view;  /* SQL view to build from; gives `id` (rowid) and every column by name.
	                        COL_LIST columns come as JSON arrays of text; absent numbers as
	                        NULL or as the text of a missing reason's code: 'm0'..'m4'. */
	const char *order; /* ORDER BY text of the natural order of rows (constant SQL) */
	const struct col_spec *cols;
	size_t ncols;
	/* `order` names columns of texts instead: rows stand in the order of their codes, then of their
	 * ids. Of a large list this takes a tenth of the time that SQL takes. */
	bool by_codes;
};

struct dict {
	uint32_t n;          /* codes 0..n-1; code 0 is "" = absent */
	const uint32_t *off; /* n + 1 offsets into text (each entry NUL-terminated) */
	const char *text;
	const uint32_t *fold_off; /* n + 1 */
	const char *fold;
};

struct late;

/* `codes` and `num` are looked at in src/frame only, after column_ready (parts.h). */
struct column {
	const struct col_spec *spec;
	unsigned width;        /* bytes per code: 1, 2, 4 (COL_NUM: 4) */
	const void *codes;     /* rows x width. COL_CODE: codes; COL_LIST: numbers of lists */
	const int32_t *num;    /* COL_NUM */
	struct dict dict;      /* COL_CODE, COL_LIST */
	uint32_t lists;        /* COL_LIST: how many */
	const uint32_t *start; /* COL_LIST: lists + 1 */
	const uint32_t *item;  /* COL_LIST: codes, those of list i from start[i] on */
	void *mem;             /* what frame_free frees */
	struct late *late;     /* where the cells are, until they are read; else NULL */
	unsigned turn; /* changes with the cells: who caches something about a column compares it */
};

struct frame {
	const struct frame_spec *spec;
	uint32_t rows;
	const int32_t *id;   /* rows: SQL rowid */
	struct column *cols; /* spec->ncols */
	void *mem;
	struct lateness *late; /* of columns that are read late, or NULL */
	struct linked *linked; /* linked.h, or NULL */
	/* patch.h: columns as they were before a patch (spec NULL where there is none), or NULL; rows that
	 * are gone, bits 0 when none is; the last turn given to a column. */
	struct column *aside;
	struct bitset gone;
	uint32_t ngone;
	unsigned turn;
};

bool frame_build(struct frame *f, const struct frame_spec *spec, struct db *db, struct err *e);
/* Within the caller's transaction; replaces the list's stored frame. */
bool frame_store(const struct frame *f, struct db *db, struct err *e);
bool frame_load(struct frame *f, const struct frame_spec *spec, struct db *db, struct err *e);
/* The same, but of a list of `late_from` rows or more the cells of a column are read and checked when it is
 * first looked at. `db` must live as long. */
bool frame_open(struct frame *f, const struct frame_spec *spec, struct db *db, uint32_t late_from,
    struct err *e);
/* Reads a column's cells now; false when any that were read late are damaged. */
bool frame_need(const struct frame *f, int col);
/* What was wrong with cells that were read late; NULL: nothing. Those are as if absent: the list is to be
 * built anew. */
const struct err *frame_damage(const struct frame *f);
/* Only the dictionary of one text column, for completion: there are no rows, and nothing else of the
 * frame may be looked at. */
bool frame_load_texts(
    struct frame *f, const struct frame_spec *spec, int col, struct db *db, struct err *e);
void frame_free(struct frame *f);

/* Replaces the cells of a column after build or load and before the first scan or order, for columns
 * that are computed and never stored.
 * `num`: rows values, copied. `texts`: rows texts, NULL or "" = absent; the dictionary is made anew. */
void frame_put_num(struct frame *f, int col, const int32_t *num);
void frame_put_text(struct frame *f, int col, const char *const *texts);

/* Column index by name, -1 when absent. */
int frame_col(const struct frame_spec *spec, const char *name);

uint32_t column_code(const struct column *c, uint32_t row); /* COL_CODE */
/* COL_CODE, COL_LIST: the first code, 0 = absent. */
uint32_t column_first(const struct column *c, uint32_t row);
const char *dict_text(const struct dict *d, uint32_t code);
const char *dict_fold(const struct dict *d, uint32_t code);
/* Code of a text in a column's dictionary, 0: it has none such (binary search by the folded text). */
uint32_t frame_code(const struct frame *f, int col, const char *text);
/* Text of a COL_CODE cell, "" when absent. */
const char *frame_text(const struct frame *f, int col, uint32_t row);
int32_t frame_num(const struct frame *f, int col, uint32_t row);
/* Codes of a COL_LIST cell: count, and each by index. */
uint32_t frame_list_len(const struct frame *f, int col, uint32_t row);
uint32_t frame_list_code(const struct frame *f, int col, uint32_t row, uint32_t i);
/* Row with this SQL rowid, or UINT32_MAX (linear; for one item at a time). */
uint32_t frame_find(const struct frame *f, int32_t id);

#endif
