/*
 * table_csv.c - csv through libcsv, chunk by chunk.
 *
 * libcsv reports every line end that stands outside of quotes (CSV_REPALL_NL): so lines are counted here, with CR, LF
 * and CRLF as one end each.
 */
#include "career/base/mem.h"
#include "table_read.h"

#include <csv.h>

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

struct csv {
	struct stream *stream;
	struct csv_parser parser;
	struct rows rows;
	size_t first;   /* field that the row under construction begins with */
	uint64_t line;  /* line that is being read */
	uint64_t begun; /* line that the row began on */
	bool cr;        /* the last line end was a CR: an LF behind it is the same */
	bool done;
	bool ended;        /* the last byte was a line end */
	const char *wrong; /* what is wrong with the row under construction */
	struct table *t;
	char chunk[CHUNK];
};

static uint64_t
count_lines(const char *s, size_t len)
{
	uint64_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += s[i] == '\n' || (s[i] == '\r' && (i + 1 == len || s[i + 1] != '\n'));
	return n;
}

static void
take_field(void *field, size_t len, void *ctx)
{
	struct csv *c = ctx;
	const char *s = field;

	if (len > TABLE_FIELD)
		c->wrong = "a field of more than a megabyte: is a quote missing?";
	else if (c->rows.ncells - c->first >= TABLE_COLUMNS)
		c->wrong = "more than 4,096 columns";
	else if (len > 0 && memchr(s, '\0', len) != NULL)
		c->wrong = "it holds NUL bytes: not a text file";
	else
		rows_field(&c->rows, len > 0 ? s : "", len, &c->t->repairs);
	c->line += len > 0 ? count_lines(s, len) : 0;
	c->cr = false;
}

static void
take_row(int end, void *ctx)
{
	struct csv *c = ctx;

	if (end == '\n' && c->cr && c->rows.ncells == c->first) {
		c->cr = false; /* the second half of CRLF */
		c->begun = c->line;
		return;
	}
	if (c->rows.ncells > c->first)
		rows_end(&c->rows, c->first, c->begun);
	c->first = c->rows.ncells;
	c->line += end >= 0;
	c->begun = c->line;
	c->cr = end == '\r';
}

static bool
fail(struct csv *c, const char *why, struct err *e)
{
	return err_set(e, ERR_DATA, "%s:%llu: %s", c->t->place, (unsigned long long)c->begun, why);
}

static bool
parse(struct csv *c, const char *bytes, size_t len, struct err *e)
{
	size_t n = csv_parse(&c->parser, bytes, len, take_field, take_row, c);

	if (n != len)
		return fail(c, csv_strerror(csv_error(&c->parser)), e);
	if (csv_get_buffer_size(&c->parser) > 2 * TABLE_FIELD)
		return fail(c, "a field of more than a megabyte: is a quote missing?", e);
	if (len > 0)
		c->ended = bytes[len - 1] == '\n' || bytes[len - 1] == '\r';
	return c->wrong == NULL || fail(c, c->wrong, e);
}

/* The last row of a file without a last line end may have been cut off. */
static bool
finish(struct csv *c, struct err *e)
{
	const struct row_ref *last;

	/* libcsv tells of an open quote in its strict mode only, which refuses stray quotes as well. */
	csv_set_opts(&c->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	if (csv_fini(&c->parser, take_field, take_row, c) != 0)
		return fail(c,
		    "the file ends within a quoted field: it is cut off, or a quote is missing", e);
	c->done = true;
	if (c->wrong != NULL)
		return fail(c, c->wrong, e);
	if (c->ended || c->rows.nrows == 0 || c->t->ncolumns == 0)
		return true;
	last = &c->rows.row[c->rows.nrows - 1];
	if (last->n >= c->t->ncolumns)
		return true;
	c->begun = last->line;
	return fail(c, "the last line is cut off: fewer fields than the header and no line end", e);
}

/* Forgets the rows that were given; what belongs to a row that is not complete stays in the batch. */
static void
begin_batch(struct csv *c)
{
	struct rows *r = &c->rows;
	size_t kept = r->ncells - c->first, at = kept > 0 ? r->cell[c->first].at : r->text.len;

	buf_remove(&r->text, 0, at);
	for (size_t i = 0; i < kept; i++) {
		r->cell[i] = r->cell[c->first + i];
		r->cell[i].at -= at;
	}
	r->ncells = kept;
	r->nrows = r->next = 0;
	c->first = 0;
}

static int
next(struct table *t, struct err *e)
{
	struct csv *c = t->state;

	c->t = t;
	while (!rows_give(&c->rows, t)) {
		long n;

		if (c->done)
			return 0;
		begin_batch(c);
		n = stream_read(c->stream, c->chunk, sizeof c->chunk, e);
		if (n < 0 || (n == 0 ? !finish(c, e) : !parse(c, c->chunk, (size_t)n, e)))
			return -1;
	}
	return 1;
}

static uint64_t
bytes_at(const struct table *t)
{
	return stream_at(((const struct csv *)t->state)->stream);
}

static void
close_csv(struct table *t)
{
	struct csv *c = t->state;

	csv_free(&c->parser);
	stream_close(c->stream);
	rows_free(&c->rows);
	free(c);
}

static const struct table_ops ops = {next, bytes_at, close_csv};

void
table_open_csv(struct table *t, const struct table_source *src)
{
	struct csv *c = mem_zero(1, sizeof *c);
	struct err e = {0};

	c->stream = src->stream;
	c->line = c->begun = 1;
	c->t = t;
	buf_init(&c->rows.text);
	t->ops = &ops;
	t->state = c;
	csv_init(&c->parser, CSV_REPALL_NL);
	if (!parse(c, src->head, src->len, &e) && c->wrong == NULL)
		c->wrong = "it cannot be read as csv";
}
