#include "screen.h"

#include "career/base/buf.h"
#include "career/base/file.h"
#include "career/ui/theme.h"
#include "check.h"

#include <curses.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_SCREEN = 1 << 20, MAX_SHOWN = 12 };

void
screen_theme(struct canvas *s, const char *name)
{
	struct theme_want want = {.name = name};
	struct theme theme;
	struct err e;

	assert_ok(theme_load(&theme, &want, &e));
	theme_init(&s->term, &theme);
}

static void
begin(struct canvas *s)
{
	screen_theme(s, NULL);
	draw_begin(&s->draw, &s->term);
	s->all = (struct area){0, 0, s->draw.rows, s->draw.cols};
}

void
screen_open(struct canvas *s, int rows, int cols, bool ascii, bool mono)
{
	struct term_opts opts = {.color = mono ? COLOR_NEVER : COLOR_ALWAYS, .ascii = ascii};
	struct err e;

	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		fail_msg("no locale C.UTF-8");
	assert_ok(term_start_offscreen(&s->term, &opts, rows, cols, &e));
	begin(s);
}

void
screen_resize(struct canvas *s, int rows, int cols)
{
	assert_int_equal(resizeterm(rows, cols), OK);
	begin(s);
}

void
screen_close(struct canvas *s)
{
	term_stop(&s->term);
}

const char *
screen_text(const struct canvas *s, bool attrs)
{
	static char *text;
	struct buf b = BUF_INIT;

	draw_dump(&s->draw, attrs, &b);
	free(text);
	text = buf_take(&b);
	return text;
}

static char
colour_letter(short pair)
{
	static const char letters[] = "krgybmcw";
	short fg, bg;

	pair_content(pair, &fg, &bg);
	return pair == 0 || fg < 0 || fg > 7 ? ' ' : letters[fg];
}

void
screen_colours(const struct canvas *s, struct buf *out)
{
	for (int y = 0; y < s->draw.rows; y++) {
		struct buf row = BUF_INIT;

		for (int x = 0; x < s->draw.cols; x++) {
			wchar_t ws[CCHARW_MAX + 1];
			cchar_t c;
			attr_t attr;
			short pair = 0;

			if (mvin_wch(y, x, &c) == OK)
				getcchar(&c, ws, &attr, &pair, NULL);
			buf_addc(&row, colour_letter(pair));
		}
		while (row.len > 0 && row.data[row.len - 1] == ' ')
			buf_remove(&row, row.len - 1, 1);
		if (row.len > 0)
			buf_addf(out, "colours of row %d:\n%s\n", y + 1, row.data);
		buf_free(&row);
	}
}

static size_t
row_length(const char *s)
{
	return strcspn(s, "\n");
}

/* First cell that differs, from 1; the rows are UTF-8, so this is a hint. */
static size_t
first_difference(const char *a, size_t na, const char *b, size_t nb)
{
	size_t i = 0, column = 1;

	for (; i < na && i < nb && a[i] == b[i]; i++)
		column += (a[i] & 0xc0) != 0x80;
	return column;
}

static void
print_difference(const char *kept, const char *now)
{
	int row = 0, shown = 0;

	for (; *kept || *now; row++) {
		size_t a = row_length(kept), b = row_length(now);

		if ((a != b || memcmp(kept, now, a) != 0) && shown++ < MAX_SHOWN) {
			print_error("row %d, from column %zu\n", row + 1,
			    first_difference(kept, a, now, b));
			print_error("  kept |%.*s|\n", (int)a, kept);
			print_error("  now  |%.*s|\n", (int)b, now);
		}
		kept += a + (kept[a] == '\n');
		now += b + (now[b] == '\n');
	}
	if (shown > MAX_SHOWN)
		print_error("and %d more rows\n", shown - MAX_SHOWN);
}

bool
screen_same(const char *name, const char *text)
{
	const char *update = getenv("UPDATE");
	struct buf kept = BUF_INIT;
	char path[256];
	struct err e;
	bool same;

	snprintf(path, sizeof path, "tests/frame/%s.screen", name);
	if (update && *update && *update != '0') {
		assert_ok(file_write_atomic(path, text, strlen(text), 0644, &e));
		return true;
	}
	if (!file_read(path, MAX_SCREEN, &kept, &e)) {
		print_error("%s (UPDATE=1 writes it)\n%s", e.text, text);
		buf_free(&kept);
		return false;
	}
	same = strcmp(kept.data, text) == 0;
	if (!same)
		print_difference(kept.data, text);
	buf_free(&kept);
	return same;
}
