/* What stands on the screen of tty.h, as text. */
#include "career/base/buf.h"
#include "career/base/text.h"
#include "tty.h"

#include <stdlib.h>
#include <string.h>

const char *
tty_row(struct tty *t, int y)
{
	static struct buf text = BUF_INIT;
	int rows, cols, x, width;

	tty_size(t, &rows, &cols);
	buf_clear(&text);
	for (x = 0; x < cols; x += width) {
		struct tty_cell c = tty_cell(t, y, x);

		buf_adds(&text, c.text[0] ? c.text : " ");
		width = c.width > 0 ? c.width : 1;
	}
	while (text.len > 0 && text.data[text.len - 1] == ' ')
		buf_remove(&text, text.len - 1, 1);
	return text.data;
}

const char *
tty_screen(struct tty *t)
{
	static struct buf text = BUF_INIT;
	int rows, cols, y;

	tty_size(t, &rows, &cols);
	buf_clear(&text);
	for (y = 0; y < rows; y++) {
		buf_adds(&text, tty_row(t, y));
		buf_addc(&text, '\n');
	}
	return text.data;
}

bool
tty_find(struct tty *t, const char *text, int *y, int *x)
{
	int rows, cols, row;
	const char *line, *at;

	tty_size(t, &rows, &cols);
	for (row = 0; row < rows; row++) {
		line = tty_row(t, row);
		at = strstr(line, text);
		if (at == NULL)
			continue;
		if (y)
			*y = row;
		if (x)
			*x = text_nwidth(line, (size_t)(at - line));
		return true;
	}
	return false;
}

bool
tty_has(struct tty *t, const char *text)
{
	return tty_find(t, text, NULL, NULL);
}

/* Whether `mode` is among the numbers of "1;2;3" up to the letter. */
static bool
lists_mode(const char *s, int mode, char *letter)
{
	bool found = false;
	char *end;

	for (;;) {
		if (strtol(s, &end, 10) == mode && end > s)
			found = true;
		if (*end != ';')
			break;
		s = end + 1;
	}
	*letter = *end;
	return found;
}

bool
tty_mode(const struct tty *t, int mode)
{
	size_t len;
	const char *s = tty_output(t, &len), *end = s + len;
	bool on = false;
	char letter;

	for (; end - s > 3; s++)
		if (memcmp(s, "\033[?", 3) == 0 && lists_mode(s + 3, mode, &letter)
		    && (letter == 'h' || letter == 'l'))
			on = letter == 'h';
	return on;
}
