/* table_tsv.c - tab-separated text: a line is a row, a quote is a character like others. */
#include "career/base/mem.h"
#include "table_read.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16, LINE = 8 << 20 };

struct tsv {
	struct stream *stream;
	struct rows rows;
	struct buf text; /* read, not yet given */
	size_t at;
	uint64_t line;
	bool done;
	char chunk[CHUNK];
};

static bool
fail(const struct table *t, uint64_t line, const char *why, struct err *e)
{
	return err_set(e, ERR_DATA, "%s:%llu: %s", t->place, (unsigned long long)line, why);
}

/* One line without its end. */
static bool
take_line(struct table *t, const char *s, size_t len, struct err *e)
{
	struct tsv *c = t->state;
	size_t from = 0, n = 0;

	rows_clear(&c->rows);
	if (memchr(s, '\0', len) != NULL)
		return fail(t, c->line, "it holds NUL bytes: not a text file", e);
	for (size_t i = 0; i <= len; i++) {
		if (i < len && s[i] != '\t')
			continue;
		if (i - from > TABLE_FIELD)
			return fail(t, c->line, "a field of more than a megabyte", e);
		if (++n > TABLE_COLUMNS)
			return fail(t, c->line, "more than 4,096 columns", e);
		rows_field(&c->rows, s + from, i - from, &t->repairs);
		from = i + 1;
	}
	rows_end(&c->rows, 0, c->line);
	return true;
}

static bool
read_more(struct table *t, struct err *e)
{
	struct tsv *c = t->state;
	long n;

	buf_remove(&c->text, 0, c->at);
	c->at = 0;
	if (c->text.len > LINE)
		return fail(t, c->line + 1, "a line of more than 8 MB", e);
	n = stream_read(c->stream, c->chunk, sizeof c->chunk, e);
	if (n < 0)
		return false;
	c->done = n == 0;
	buf_add(&c->text, c->chunk, (size_t)n);
	return true;
}

/* The end of the line at c->at: its length and what to skip. A CR at the end of what was read may go on. */
static bool
find_end(const struct tsv *c, size_t *len, size_t *skip)
{
	const char *s = c->text.data + c->at;
	size_t left = c->text.len - c->at, i = 0;

	while (i < left && s[i] != '\n' && s[i] != '\r')
		i++;
	*len = i;
	if (i == left || (s[i] == '\r' && i + 1 == left && !c->done))
		return false;
	*skip = i + (s[i] == '\r' && i + 1 < left && s[i + 1] == '\n' ? 2 : 1);
	return true;
}

static int
last_line(struct table *t, size_t len, struct err *e)
{
	struct tsv *c = t->state;

	if (len == 0)
		return 0;
	c->line++;
	if (!take_line(t, c->text.data + c->at, len, e))
		return -1;
	c->at += len;
	rows_give(&c->rows, t);
	if (t->ncolumns > 0 && t->n < t->ncolumns) {
		fail(t, c->line,
		    "the last line is cut off: fewer fields than the header and no line end", e);
		return -1;
	}
	return 1;
}

static int
next(struct table *t, struct err *e)
{
	struct tsv *c = t->state;
	size_t len, skip;

	while (!find_end(c, &len, &skip)) {
		if (c->done)
			return last_line(t, len, e);
		if (!read_more(t, e))
			return -1;
	}
	c->line++;
	if (!take_line(t, c->text.data + c->at, len, e))
		return -1;
	c->at += skip;
	rows_give(&c->rows, t);
	return 1;
}

static uint64_t
bytes_at(const struct table *t)
{
	return stream_at(((const struct tsv *)t->state)->stream);
}

static void
close_tsv(struct table *t)
{
	struct tsv *c = t->state;

	stream_close(c->stream);
	rows_free(&c->rows);
	buf_free(&c->text);
	free(c);
}

static const struct table_ops ops = {next, bytes_at, close_tsv};

void
table_open_tsv(struct table *t, const struct table_source *src)
{
	struct tsv *c = mem_zero(1, sizeof *c);

	c->stream = src->stream;
	buf_init(&c->rows.text);
	buf_init(&c->text);
	buf_add(&c->text, src->head, src->len);
	t->ops = &ops;
	t->state = c;
}
