/* textpad.c - a text of several lines: its rows, and where the cursor stands in them. */
#include "textpad_parts.h"

#include "career/base/mem.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

void
textpad_init(struct textpad *t, size_t limit)
{
	memset(t, 0, sizeof *t);
	buf_init(&t->text);
	buf_init(&t->killed);
	t->limit = limit;
	t->goal = -1;
	t->shown = 1;
	t->row = mem_reserve(NULL, &t->cap, 1, sizeof *t->row);
	t->row[0] = 0;
	t->nrows = 1;
}

void
textpad_free(struct textpad *t)
{
	buf_free(&t->text);
	buf_free(&t->killed);
	free(t->row);
	memset(t, 0, sizeof *t);
}

void
textpad_set(struct textpad *t, const char *text)
{
	buf_clear(&t->text);
	buf_adds(&t->text, text);
	t->cursor = t->text.len;
	t->goal = -1;
	t->top = 0;
	t->width = 0;
}

/* --- rows -------------------------------------------------------------------------------------- */

size_t
textpad_cluster(const struct textpad *t, size_t at)
{
	int width;

	return text_cluster(t->text.data + at, t->text.len - at, &width);
}

/* Cells of `n` bytes as they are shown. */
int
textpad_cells(const char *s, size_t n)
{
	struct buf safe = BUF_INIT;
	size_t plain = 0;
	int w;

	while (plain < n && s[plain] >= ' ' && s[plain] < 0x7f)
		plain++;
	if (plain == n)
		return (int)n;
	text_safe(&safe, s, n, false);
	w = text_width(safe.data);
	buf_free(&safe);
	return w;
}

static void
begin_row(struct textpad *t, size_t at)
{
	t->row = mem_reserve(t->row, &t->cap, t->nrows + 1, sizeof *t->row);
	t->row[t->nrows++] = at;
}

/* Where the row that begins at `from` ends: behind its line end, or behind the last blank that fits. */
static size_t
row_end(const struct textpad *t, size_t from, int width)
{
	size_t at = from, blank = 0;
	int used = 0;

	while (at < t->text.len && t->text.data[at] != '\n') {
		size_t n = textpad_cluster(t, at);
		int w = textpad_cells(t->text.data + at, n);

		if (used + w > width && at > from)
			return n == 1 && t->text.data[at] == ' ' ? at + 1 : blank > 0 ? blank : at;
		used += w;
		at += n;
		if (n == 1 && t->text.data[at - 1] == ' ')
			blank = at;
	}
	return at < t->text.len ? at + 1 : at;
}

static bool
ends_line(const struct textpad *t)
{
	return t->text.len > 0 && t->text.data[t->text.len - 1] == '\n';
}

void
textpad_make_rows(struct textpad *t, int width)
{
	size_t at = 0;

	t->nrows = 0;
	do {
		begin_row(t, at);
		at = row_end(t, at, width);
	} while (at < t->text.len);
	if (ends_line(t))
		begin_row(t, t->text.len);
	t->width = width;
}

size_t
textpad_row_of(const struct textpad *t, size_t at)
{
	size_t low = 0, high = t->nrows;

	while (high - low > 1) {
		size_t mid = (low + high) / 2;

		if (t->row[mid] <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

void
textpad_lay_out(struct textpad *t, int width, int shown)
{
	size_t row;

	width = width > 1 ? width : 1;
	if (t->width != width)
		textpad_make_rows(t, width);
	t->shown = shown > 0 ? shown : 1;
	row = textpad_row_of(t, t->cursor);
	if (row < t->top)
		t->top = row;
	if (row >= t->top + (size_t)t->shown)
		t->top = row - (size_t)t->shown + 1;
}

size_t
textpad_row_end(const struct textpad *t, size_t row)
{
	return row + 1 < t->nrows ? t->row[row + 1] : t->text.len;
}

size_t
textpad_row(const struct textpad *t, size_t row, const char **text)
{
	size_t from = t->row[row], to = textpad_row_end(t, row);

	*text = t->text.data + from;
	if (to > from && t->text.data[to - 1] == '\n')
		to--;
	return to - from;
}

size_t
textpad_at(const struct textpad *t, int *cell)
{
	size_t row = textpad_row_of(t, t->cursor);

	*cell = textpad_cells(t->text.data + t->row[row], t->cursor - t->row[row]);
	return row;
}

/* The byte of a row at a cell of it, at most in front of the blank at which it is broken. */
size_t
textpad_at_cell(const struct textpad *t, size_t row, int cell)
{
	size_t at = t->row[row], end = textpad_row_end(t, row);
	int used = 0;

	while (at < end && t->text.data[at] != '\n') {
		size_t n = textpad_cluster(t, at);

		used += textpad_cells(t->text.data + at, n);
		if (used > cell || (at + n >= end && row + 1 < t->nrows))
			break;
		at += n;
	}
	return at;
}

void
textpad_point(struct textpad *t, int row, int cell)
{
	size_t to = t->top + (size_t)(row > 0 ? row : 0);

	t->goal = -1;
	t->cursor = to < t->nrows ? textpad_at_cell(t, to, cell) : t->text.len;
}
