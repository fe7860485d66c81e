/* table_read.h - the readers behind table.h, and how a field's text is put right. */
#ifndef CAREER_IMPORT_TABLE_READ_H
#define CAREER_IMPORT_TABLE_READ_H

#include "career/import/table.h"

/* A stream whose first bytes have been read already (borrowed for the call). The reader owns the stream. */
struct table_source {
	struct stream *stream;
	const char *head;
	size_t len;
};

void table_open_csv(struct table *t, const struct table_source *src);
void table_open_tsv(struct table *t, const struct table_source *src);
bool table_open_sheet(
    struct table *t, struct input *in, size_t member, const char *sheet, struct err *e);

/*
 * Rows of text under construction: bytes one after the other, fields as offsets into them. One batch holds the
 * rows of a chunk, so that nothing is allocated per row.
 */
struct row_ref {
	size_t first, n; /* fields */
	uint64_t line;
};
struct rows {
	struct buf text;
	struct cell_ref {
		size_t at, len;
	} * cell;
	size_t ncells, cell_cap;
	struct row_ref *row;
	size_t nrows, row_cap;
	size_t next;           /* row to be given */
	struct cell_text *out; /* its fields */
	size_t out_cap;
};

void rows_free(struct rows *r);
void rows_clear(struct rows *r);
/* Appends one field to the row under construction: trimmed, repaired, NUL-terminated. */
void rows_field(struct rows *r, const char *s, size_t len, struct table_repairs *count);
/* Closes the row that began with field `first`. */
void rows_end(struct rows *r, size_t first, uint64_t line);
/* Gives the next row to the table: false when the batch is used up. */
bool rows_give(struct rows *r, struct table *t);

#endif
