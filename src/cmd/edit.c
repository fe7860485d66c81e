/* edit.c - line editing with the keys of readline. */
#include "career/cmd/edit.h"

#include "career/base/mem.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

void
edit_init(struct edit *ed)
{
	buf_init(&ed->text);
	buf_init(&ed->killed);
	ed->cursor = 0;
}

void
edit_free(struct edit *ed)
{
	buf_free(&ed->text);
	buf_free(&ed->killed);
	ed->cursor = 0;
}

void
edit_set(struct edit *ed, const char *text)
{
	buf_clear(&ed->text);
	buf_adds(&ed->text, text);
	ed->cursor = ed->text.len;
}

void
edit_insert(struct edit *ed, const char *ch)
{
	size_t len = strlen(ch);
	int32_t cp;

	if (len == 0 || ed->text.len + len > EDIT_MAX || !text_valid(ch, len))
		return;
	text_decode(ch, len, &cp);
	if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
		return;
	buf_insert(&ed->text, ed->cursor, ch, len);
	ed->cursor += len;
}

static size_t
step_right(const struct edit *ed, size_t at)
{
	int width;

	if (at >= ed->text.len)
		return at;
	return at + text_cluster(ed->text.data + at, ed->text.len - at, &width);
}

static size_t
step_left(const struct edit *ed, size_t at)
{
	size_t prev = 0, next = 0;

	while (next < at) {
		prev = next;
		next = step_right(ed, next);
	}
	return prev;
}

static bool
is_blank(const struct edit *ed, size_t at)
{
	return ed->text.data[at] == ' ';
}

static size_t
word_left(const struct edit *ed, size_t at)
{
	while (at > 0 && is_blank(ed, at - 1))
		at--;
	while (at > 0 && !is_blank(ed, at - 1))
		at--;
	return at;
}

static size_t
word_right(const struct edit *ed, size_t at)
{
	while (at < ed->text.len && is_blank(ed, at))
		at++;
	while (at < ed->text.len && !is_blank(ed, at))
		at++;
	return at;
}

static void
kill_span(struct edit *ed, size_t from, size_t to)
{
	buf_clear(&ed->killed);
	buf_add(&ed->killed, ed->text.data + from, to - from);
	buf_remove(&ed->text, from, to - from);
	ed->cursor = from;
}

static void
delete_span(struct edit *ed, size_t from, size_t to)
{
	buf_remove(&ed->text, from, to - from);
	ed->cursor = from;
}

static void
go_home(struct edit *ed)
{
	ed->cursor = 0;
}
static void
go_end(struct edit *ed)
{
	ed->cursor = ed->text.len;
}
static void
go_left(struct edit *ed)
{
	ed->cursor = step_left(ed, ed->cursor);
}
static void
go_right(struct edit *ed)
{
	ed->cursor = step_right(ed, ed->cursor);
}
static void
go_word_left(struct edit *ed)
{
	ed->cursor = word_left(ed, ed->cursor);
}
static void
go_word_right(struct edit *ed)
{
	ed->cursor = word_right(ed, ed->cursor);
}
static void
del_left(struct edit *ed)
{
	delete_span(ed, step_left(ed, ed->cursor), ed->cursor);
}
static void
del_right(struct edit *ed)
{
	delete_span(ed, ed->cursor, step_right(ed, ed->cursor));
}
static void
kill_end(struct edit *ed)
{
	kill_span(ed, ed->cursor, ed->text.len);
}
static void
kill_start(struct edit *ed)
{
	kill_span(ed, 0, ed->cursor);
}
static void
kill_word(struct edit *ed)
{
	kill_span(ed, word_left(ed, ed->cursor), ed->cursor);
}
static void
kill_next(struct edit *ed)
{
	kill_span(ed, ed->cursor, word_right(ed, ed->cursor));
}

static void
yank(struct edit *ed)
{
	if (ed->text.len + ed->killed.len > EDIT_MAX)
		return;
	buf_insert(&ed->text, ed->cursor, ed->killed.data, ed->killed.len);
	ed->cursor += ed->killed.len;
}

static const struct {
	const char *key;
	void (*run)(struct edit *ed);
} keys[] = {
    {"^A", go_home},
    {"Home", go_home},
    {"^E", go_end},
    {"End", go_end},
    {"^B", go_left},
    {"Left", go_left},
    {"^F", go_right},
    {"Right", go_right},
    {"M-b", go_word_left},
    {"M-f", go_word_right},
    {"^H", del_left},
    {"Backspace", del_left},
    {"^D", del_right},
    {"Delete", del_right},
    {"^K", kill_end},
    {"^U", kill_start},
    {"^W", kill_word},
    {"M-d", kill_next},
    {"^Y", yank},
};

bool
edit_key(struct edit *ed, const char *key)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].key, key) == 0) {
			keys[i].run(ed);
			return true;
		}
	return false;
}

void
history_free(struct history *h)
{
	for (size_t i = 0; i < h->n; i++)
		free(h->line[i]);
	free(h->pending);
	memset(h, 0, sizeof *h);
}

static void
drop(struct history *h, size_t i)
{
	free(h->line[i]);
	memmove(&h->line[i], &h->line[i + 1], (h->n - i - 1) * sizeof *h->line);
	h->n--;
}

void
history_add(struct history *h, const char *line)
{
	free(h->pending);
	h->pending = NULL;
	h->at = h->n;
	if (*line == '\0')
		return;
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->line[i], line) == 0)
			drop(h, i--);
	if (h->n == EDIT_HISTORY)
		drop(h, 0);
	h->line[h->n++] = mem_dup(line);
	h->at = h->n;
}

bool
history_step(struct history *h, struct edit *ed, bool back)
{
	if (back ? h->at == 0 : h->at >= h->n)
		return false;
	if (back && h->at == h->n) {
		free(h->pending);
		h->pending = mem_dup(ed->text.data);
	}
	h->at += back ? (size_t)-1 : 1;
	edit_set(ed, h->at < h->n ? h->line[h->at] : h->pending != NULL ? h->pending : "");
	return true;
}
