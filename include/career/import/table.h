/*
 * table.h - rows of text from csv, tab-separated text or the sheet of a workbook: one interface.
 *
 * The first row names the columns; importers ask for columns by name. Every field is valid UTF-8,
 * NUL-terminated, without blanks around it, and good until the next row. What publishers' files are known for is repaired and
 * counted: a byte order mark, CR, LF and CRLF line ends, Windows-1252 bytes and the C1 controls that they
 * become when they are taken for Latin-1 (U+0092 is a right quote), and a formula that a spreadsheet
 * wrote around a code (="01.0000").
 *
 * csv is read by libcsv as RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with quotes inside of unquoted fields
 * taken as they are; tab-separated text has no quoting at all. Refused, with the line: NUL bytes, UTF-16, a field or a row beyond
 * the limits, a file that ends within a quoted field, and a last line that is cut off: no line end and fewer fields than the header. Of another
 * length than the header a row is given as it is: the importer rejects it; of a sheet's rows the empty cells at the end are added.
 */
#ifndef CAREER_IMPORT_TABLE_H
#define CAREER_IMPORT_TABLE_H

#include "career/import/input.h"

struct cell_text {
	const char *s;
	size_t len;
};

enum { TABLE_COLUMNS = 4096, TABLE_FIELD = 1 << 20 };

struct table_repairs {
	uint64_t bytes;    /* Windows-1252 or C1 characters */
	uint64_t formulas; /* ="..." */
};

struct table {
	const char *place; /* for messages; borrowed from the input */
	struct cell_text *field;
	size_t n;
	uint64_t line;            /* of the row's first line; of a sheet its row number */
	struct cell_text *column; /* the header */
	size_t ncolumns;
	struct table_repairs repairs;
	uint64_t size; /* what table_at counts up to; 0: not known */
	const struct table_ops *ops;
	void *state;
};

struct table_ops {
	int (*next)(struct table *t, struct err *e);
	uint64_t (*at)(const struct table *t); /* bytes read, for progress */
	void (*close)(struct table *t);
};

/* Opens a member and reads its header. Kind by its content: a workbook (its first sheet, or the one called `sheet`), tabs in the first
 * line, else commas. NULL on failure. */
struct table *table_open(struct input *in, size_t member, const char *sheet, struct err *e);
/* The next row: 1, 0 at the end, -1 on an error. Rows without any text are passed over. */
int table_next(struct table *t, struct err *e);
uint64_t table_at(const struct table *t);
void table_close(struct table *t);

/* The column of a name (case, blanks, '_' and '-' do not matter), -1 when there is none. `names`: what releases called it,
 * NULL-terminated, best first. */
int table_column(const struct table *t, const char *const *names);
/* The field of a column, "" where the row or the column has none. */
const char *table_text(const struct table *t, int column);

#endif
