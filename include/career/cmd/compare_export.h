/*
 * compare_export.h - a comparison for files: the same columns in the same order, equal rows folded as
 * they are seen, differences where a baseline is set, the answer first.
 *
 * csv, tsv, json and jsonl get one table: block, aspect, note, and a column for each thing under its key,
 * with one of differences behind it ("KEY delta"). Markdown gets a table for each block under its heading.
 */
#ifndef CAREER_CMD_COMPARE_EXPORT_H
#define CAREER_CMD_COMPARE_EXPORT_H

#include "career/out/out.h"
#include "career/page/compare.h"

/* In the format of `o`, of which the caller has filled sink, format, tty, color, ascii and width. */
void compare_export(struct out *o, const struct compare *c, const struct compare_opts *how);

/* What is seen, for compare_file. */
struct compare_seen {
	struct reader *reader;
	const struct compare *compare;
	struct compare_opts how;
	struct page_opts page; /* how it is drawn; for text */
};

/* The suffix of a file that a comparison is written to: "md", "csv", "json" or "txt"; NULL with ERR_USAGE, which
 * names them. */
const char *compare_suffix(const char *path, struct err *e);
/* Appends what is to stand in a file of this name: text is the page with all its columns. */
bool compare_file(struct buf *out, const struct compare_seen *s, const char *path, struct err *e);

#endif
