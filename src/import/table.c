/* table.c - what the readers of tables share: kind, header, columns by name, repaired text. */
#include "career/import/table.h"

#include "career/base/mem.h"
#include "table_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Reads up to the first line's end, so that the kind can be told, and gives it back to the reader. */
static bool
peek(struct stream *s, struct buf *head, struct err *e)
{
	enum { HEAD = 8192 };
	char chunk[HEAD];
	long n;

	while (head->len < HEAD && (n = stream_read(s, chunk, HEAD - head->len, e)) != 0) {
		if (n < 0)
			return false;
		buf_add(head, chunk, (size_t)n);
	}
	return true;
}

static bool
starts_with(const struct buf *b, const char *bytes, size_t len)
{
	return b->len >= len && memcmp(b->data, bytes, len) == 0;
}

static bool
has_tab(const struct buf *head)
{
	size_t line = 0;

	while (line < head->len && head->data[line] != '\n' && head->data[line] != '\r')
		line++;
	return memchr(head->data, '\t', line) != NULL;
}

static bool
open_text(struct table *t, struct input *in, size_t member, struct err *e)
{
	struct stream *s = stream_open(in, member, e);
	struct buf head = BUF_INIT;
	bool ok = s != NULL && peek(s, &head, e);

	if (ok && (starts_with(&head, "\xff\xfe", 2) || starts_with(&head, "\xfe\xff", 2)))
		ok = err_set(e, ERR_DATA, "%s:1: UTF-16 text; save it as UTF-8", t->place);
	if (ok && memchr(head.data, '\0', head.len) != NULL)
		ok = err_set(e, ERR_DATA, "%s: it holds NUL bytes: not a text file", t->place);
	if (ok && head.len == 0)
		ok = err_set(e, ERR_DATA, "%s is empty", t->place);
	if (ok) {
		size_t bom = starts_with(&head, "\xef\xbb\xbf", 3) ? 3 : 0;
		struct table_source src = {s, head.data + bom, head.len - bom};

		if (has_tab(&head))
			table_open_tsv(t, &src);
		else
			table_open_csv(t, &src);
		s = NULL; /* the reader's now */
	}
	stream_close(s);
	buf_free(&head);
	return ok;
}

static bool
is_workbook(const struct input *in, size_t member)
{
	const char *name = input_name(in, member), *dot = strrchr(name, '.');

	return dot != NULL && (strcmp(dot, ".xlsx") == 0 || strcmp(dot, ".XLSX") == 0);
}

static bool
keep_header(struct table *t, struct err *e)
{
	int step = table_next(t, e);

	if (step < 0)
		return false;
	if (step == 0)
		return err_set(e, ERR_DATA, "%s holds no rows", t->place);
	t->ncolumns = t->n;
	t->column = mem_zero(t->n + 1, sizeof *t->column);
	for (size_t i = 0; i < t->n; i++)
		t->column[i] =
		    (struct cell_text){mem_ndup(t->field[i].s, t->field[i].len), t->field[i].len};
	return true;
}

struct table *
table_open(struct input *in, size_t member, const char *sheet, struct err *e)
{
	struct table *t = mem_zero(1, sizeof *t);
	bool ok;

	t->place = input_place(in, member);
	t->size = input_size(in, member);
	ok = is_workbook(in, member) ? table_open_sheet(t, in, member, sheet, e)
				     : open_text(t, in, member, e);
	if (ok && keep_header(t, e))
		return t;
	table_close(t);
	return NULL;
}

void
table_close(struct table *t)
{
	if (t == NULL)
		return;
	if (t->ops != NULL)
		t->ops->close(t);
	for (size_t i = 0; i < t->ncolumns; i++)
		free((char *)(uintptr_t)t->column[i].s);
	free(t->column);
	free(t);
}

int
table_next(struct table *t, struct err *e)
{
	for (;;) {
		int step = t->ops->next(t, e);

		if (step != 1)
			return step;
		for (size_t i = 0; i < t->n; i++)
			if (t->field[i].len > 0)
				return 1;
	}
}

uint64_t
table_at(const struct table *t)
{
	return t->ops->at(t);
}

/* --- columns --------------------------------------------------------------------------------- */

static bool
same_name(const char *a, const char *b)
{
	for (;;) {
		while (*a == ' ' || *a == '_' || *a == '-' || *a == '\n')
			a++;
		while (*b == ' ' || *b == '_' || *b == '-' || *b == '\n')
			b++;
		if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
			return false;
		if (*a == '\0')
			return true;
		a++;
		b++;
	}
}

int
table_column(const struct table *t, const char *const *names)
{
	for (; *names != NULL; names++)
		for (size_t i = 0; i < t->ncolumns; i++)
			if (same_name(t->column[i].s, *names))
				return (int)i;
	return -1;
}

const char *
table_text(const struct table *t, int column)
{
	return column >= 0 && (size_t)column < t->n ? t->field[column].s : "";
}
