/* textpad_keys.c - a text of several lines, edited with the keys of readline. */
#include "career/base/text.h"
#include "textpad_parts.h"

#include <string.h>

/* --- moving ------------------------------------------------------------------------------------ */

static size_t
right_of(const struct textpad *t, size_t at)
{
	return at < t->text.len ? at + textpad_cluster(t, at) : at;
}

/* Clusters are found from the line's beginning on. */
static size_t
left_of(const struct textpad *t, size_t at)
{
	size_t prev, next;

	if (at == 0 || t->text.data[at - 1] == '\n')
		return at > 0 ? at - 1 : 0;
	for (prev = at; prev > 0 && t->text.data[prev - 1] != '\n'; prev--)
		;
	for (next = right_of(t, prev); next < at; next = right_of(t, next))
		prev = next;
	return prev;
}

static bool
is_blank(const struct textpad *t, size_t at)
{
	return t->text.data[at] == ' ' || t->text.data[at] == '\n' || t->text.data[at] == '\t';
}

static size_t
word_left(const struct textpad *t, size_t at)
{
	while (at > 0 && is_blank(t, at - 1))
		at--;
	while (at > 0 && !is_blank(t, at - 1))
		at--;
	return at;
}

static size_t
word_right(const struct textpad *t, size_t at)
{
	while (at < t->text.len && is_blank(t, at))
		at++;
	while (at < t->text.len && !is_blank(t, at))
		at++;
	return at;
}

static void
move_left(struct textpad *t)
{
	t->cursor = left_of(t, t->cursor);
}
static void
move_right(struct textpad *t)
{
	t->cursor = right_of(t, t->cursor);
}
static void
move_word_left(struct textpad *t)
{
	t->cursor = word_left(t, t->cursor);
}
static void
move_word_right(struct textpad *t)
{
	t->cursor = word_right(t, t->cursor);
}
static void
move_home(struct textpad *t)
{
	t->cursor = t->row[textpad_row_of(t, t->cursor)];
}

/* Behind the last character that is shown: at a broken row in front of its blank. */
static void
move_end(struct textpad *t)
{
	size_t row = textpad_row_of(t, t->cursor), to = textpad_row_end(t, row);

	t->cursor = row + 1 < t->nrows ? left_of(t, to) : to;
}
static void
move_first(struct textpad *t)
{
	t->cursor = 0;
}
static void
move_last(struct textpad *t)
{
	t->cursor = t->text.len;
}

/* To the cell in which the first of several such moves began, or the end of a shorter row. */
static void
move_rows(struct textpad *t, int by)
{
	int cell;
	size_t row = textpad_at(t, &cell), to;

	if (t->goal < 0)
		t->goal = cell;
	if (by < 0)
		to = row > (size_t)-by ? row - (size_t)-by : 0;
	else
		to = row + (size_t)by < t->nrows ? row + (size_t)by : t->nrows - 1;
	if (to == row)
		t->cursor = by < 0 ? 0 : t->text.len;
	else
		t->cursor = textpad_at_cell(t, to, t->goal);
}

static void
move_up(struct textpad *t)
{
	move_rows(t, -1);
}
static void
move_down(struct textpad *t)
{
	move_rows(t, 1);
}
static void
page_up(struct textpad *t)
{
	move_rows(t, -(t->shown > 1 ? t->shown - 1 : 1));
}
static void
page_down(struct textpad *t)
{
	move_rows(t, t->shown > 1 ? t->shown - 1 : 1);
}

/* --- changing ---------------------------------------------------------------------------------- */

static void
cut(struct textpad *t, size_t from, size_t to, bool keep)
{
	if (from == to)
		return;
	if (keep) {
		buf_clear(&t->killed);
		buf_add(&t->killed, t->text.data + from, to - from);
	}
	buf_remove(&t->text, from, to - from);
	t->cursor = from;
	t->width = 0;
}

static bool
put(struct textpad *t, const char *s, size_t len)
{
	if (t->text.len + len > t->limit)
		return false;
	buf_insert(&t->text, t->cursor, s, len);
	t->cursor += len;
	t->width = 0;
	return true;
}

bool
textpad_insert(struct textpad *t, const char *ch)
{
	size_t len = strlen(ch);
	int32_t cp;

	if (len == 0 || !text_valid(ch, len))
		return true;
	text_decode(ch, len, &cp);
	if (cp != '\n' && (cp < 0x20 || (cp >= 0x7f && cp < 0xa0)))
		return true;
	t->goal = -1;
	return put(t, ch, len);
}

static size_t
line_start(const struct textpad *t)
{
	size_t at = t->cursor;

	while (at > 0 && t->text.data[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct textpad *t)
{
	size_t at = t->cursor;

	while (at < t->text.len && t->text.data[at] != '\n')
		at++;
	return at;
}

static void
new_line(struct textpad *t)
{
	put(t, "\n", 1);
}
static void
indent(struct textpad *t)
{
	put(t, "  ", 2);
}
static void
del_left(struct textpad *t)
{
	cut(t, left_of(t, t->cursor), t->cursor, false);
}
static void
del_right(struct textpad *t)
{
	cut(t, t->cursor, right_of(t, t->cursor), false);
}

/* At a line's end the line end itself. */
static void
kill_end(struct textpad *t)
{
	size_t end = line_end(t);

	cut(t, t->cursor, end > t->cursor ? end : right_of(t, t->cursor), true);
}
static void
kill_start(struct textpad *t)
{
	cut(t, line_start(t), t->cursor, true);
}
static void
kill_word(struct textpad *t)
{
	cut(t, word_left(t, t->cursor), t->cursor, true);
}
static void
kill_next(struct textpad *t)
{
	cut(t, t->cursor, word_right(t, t->cursor), true);
}
static void
yank(struct textpad *t)
{
	put(t, t->killed.data, t->killed.len);
}

/* --- keys -------------------------------------------------------------------------------------- */

static const struct {
	const char *keys; /* with blanks between */
	const char *help;
	void (*run)(struct textpad *t);
	bool rows; /* keeps the cell to which Up and Down go */
} table[] = {
    {"Left ^B", "a character to the left", move_left, false},
    {"Right ^F", "a character to the right", move_right, false},
    {"Up ^P", "a row up", move_up, true},
    {"Down ^N", "a row down", move_down, true},
    {"PgUp", "a page up", page_up, true},
    {"PgDn", "a page down", page_down, true},
    {"Home ^A", "to the beginning of the row", move_home, false},
    {"End ^E", "to the end of the row", move_end, false},
    {"M-b", "a word to the left", move_word_left, false},
    {"M-f", "a word to the right", move_word_right, false},
    {"M-<", "to the beginning of the text", move_first, false},
    {"M->", "to the end of the text", move_last, false},
    {"Enter", "a new line", new_line, false},
    {"Tab", "two blanks", indent, false},
    {"Backspace ^H", "deletes the character in front", del_left, false},
    {"Delete ^D", "deletes the character under the cursor", del_right, false},
    {"^K", "cuts to the end of the line", kill_end, false},
    {"^U", "cuts to the beginning of the line", kill_start, false},
    {"^W", "cuts the word in front", kill_word, false},
    {"M-d", "cuts the word behind", kill_next, false},
    {"^Y", "puts back what was cut", yank, false},
};

enum { KEYS = sizeof table / sizeof *table };

static bool
names(const char *keys, const char *key)
{
	size_t len = strlen(key);

	for (; *keys != '\0'; keys += strspn(keys, " ")) {
		size_t n = strcspn(keys, " ");

		if (n == len && strncmp(keys, key, n) == 0)
			return true;
		keys += n;
	}
	return false;
}

bool
textpad_key(struct textpad *t, const char *key)
{
	for (size_t i = 0; i < KEYS; i++) {
		if (!names(table[i].keys, key))
			continue;
		if (t->width == 0)
			textpad_make_rows(t, 1 << 20);
		if (!table[i].rows)
			t->goal = -1;
		table[i].run(t);
		return true;
	}
	return false;
}

const char *
textpad_help(size_t i, const char **help)
{
	if (i >= KEYS)
		return NULL;
	*help = table[i].help;
	return table[i].keys;
}
