/*
 * out.h - a list in one of the output formats, row by row.
 *
 * A writer sees one row at a time and keeps none (a table on a terminal looks ahead over the first
 * rows to know its widths). The caller fills struct out, then calls out_begin, out_row for each row,
 * out_end. Cells are borrowed for the length of the call.
 *
 * csv, tsv and JSON keep texts as they are (JSON escapes what a terminal must not see); table and md
 * pass each through text_safe, and so do csv and tsv when they go to a terminal.
 */
#ifndef CAREER_OUT_OUT_H
#define CAREER_OUT_OUT_H

#include "career/base/buf.h"
#include "career/out/sink.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cell_kind { CELL_ABSENT, CELL_TEXT, CELL_NUMBER, CELL_LIST };

struct cell {
	enum cell_kind kind;
	const char *text;         /* TEXT, NUMBER: a plain decimal */
	const char *shown;        /* how people read it ("12,500"), NULL: as text */
	const char *const *items; /* LIST */
	size_t nitems;
};

/* A text, absent when it is NULL or "". */
struct cell out_text(const char *text);

struct out_column {
	const char *name;  /* in files */
	const char *title; /* for people; safe text */
	bool number;       /* right-aligned, never cut */
	int width;         /* cells that a person would give it; 0: no opinion */
};

struct out_format;

struct out {
	struct sink *sink;
	const struct out_format *format;
	const struct out_column *cols;
	size_t ncols;
	bool tty;   /* goes to a terminal */
	bool color; /* escape sequences may be used */
	bool ascii;
	bool drop; /* a table may leave out last columns that do not fit the terminal */
	int width; /* of the terminal */

	/* the writer's own, set by out_begin */
	uint64_t rows;
	struct buf scratch;
	struct out_table *table;
};

struct out_format {
	const char *name;
	const char *help;
	void (*begin)(struct out *o);
	void (*row)(struct out *o, const struct cell *cells);
	void (*end)(struct out *o);
};

extern const struct out_format out_formats[];
extern const size_t nout_formats;
enum { OUT_TABLE = 0 }; /* its index */

void out_begin(struct out *o);
void out_row(struct out *o, const struct cell *cells);
void out_end(struct out *o); /* also frees the writer's own */

/* A cell for people, made safe for any terminal; "-" when absent. */
void out_cell_safe(const struct cell *c, bool shown, bool ascii, struct buf *out);
/* Safe text for a place where Markdown is read: what would be markup is escaped. */
void out_md_text(struct buf *out, const char *s);
/* A cell as its text: list items with `between`, "" when absent. */
void out_cell_text(const struct cell *c, const char *between, struct buf *out);

/* The writers, one file per group. */
void out_table_begin(struct out *o);
void out_table_row(struct out *o, const struct cell *cells);
void out_table_end(struct out *o);
void out_csv_begin(struct out *o);
void out_csv_row(struct out *o, const struct cell *cells);
void out_tsv_begin(struct out *o);
void out_tsv_row(struct out *o, const struct cell *cells);
void out_json_begin(struct out *o);
void out_json_row(struct out *o, const struct cell *cells);
void out_json_end(struct out *o);
void out_jsonl_row(struct out *o, const struct cell *cells);
void out_md_begin(struct out *o);
void out_md_row(struct out *o, const struct cell *cells);

#endif
