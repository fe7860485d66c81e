#include "career/base/text.h"

#include <utf8proc.h>

#include <string.h>

#define CLUSTER_CELLS 4 /* a cluster that would be wider is taken apart */

size_t
text_decode(const char *s, size_t len, int32_t *cp)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if (len == 0) {
		*cp = -1;
		return 0;
	}
	if ((unsigned char)s[0] < 0x80) {
		*cp = s[0];
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)s, len > 4 ? 4 : (utf8proc_ssize_t)len, &c);
	if (n <= 0) {
		*cp = -1;
		return 1;
	}
	*cp = c;
	return (size_t)n;
}

void
text_encode(struct buf *out, int32_t cp)
{
	utf8proc_uint8_t bytes[4];

	if (!utf8proc_codepoint_valid(cp))
		cp = 0xfffd;
	buf_add(out, bytes, (size_t)utf8proc_encode_char(cp, bytes));
}

bool
text_valid(const char *s, size_t len)
{
	size_t i = 0;
	int32_t cp;

	while (i < len) {
		i += text_decode(s + i, len - i, &cp);
		if (cp < 0)
			return false;
	}
	return true;
}

/* Where utf8proc differs from the width that terminals and ncurses use (wcwidth of the C library). */
struct width_fix {
	int32_t first, last;
	int width;
};

static const struct width_fix width_fixes[] = {
    {0x1160, 0x11ff, 0}, /* Hangul vowels and finals join the initial */
    {0x3248, 0x324f, 2}, /* circled numbers on black squares */
    {0x4dc0, 0x4dff, 2}, /* hexagrams */
    {0xd7b0, 0xd7fb, 0},
};

static int
cp_width(int32_t cp)
{
	size_t i;
	int width;

	if (cp < 0)
		return 1;
	if (cp < 0x300)
		return cp >= 0x20 && cp != 0x7f && (cp < 0x80 || cp >= 0xa0);
	for (i = 0; i < sizeof width_fixes / sizeof *width_fixes; i++)
		if (cp >= width_fixes[i].first && cp <= width_fixes[i].last)
			return width_fixes[i].width;
	width = utf8proc_charwidth(cp);
	return width == 0 && utf8proc_category(cp) == UTF8PROC_CATEGORY_MC ? 1 : width;
}

static bool
is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

size_t
text_cluster(const char *s, size_t len, int *width)
{
	utf8proc_int32_t state = 0;
	int32_t last, cp;
	size_t n, more;
	int w;

	*width = 0;
	if (len == 0)
		return 0;
	if (is_plain(s[0]) && (len == 1 || is_plain(s[1]))) {
		*width = 1;
		return 1;
	}
	n = text_decode(s, len, &last);
	*width = cp_width(last);
	while (last >= 0 && n < len) {
		more = text_decode(s + n, len - n, &cp);
		if (cp < 0)
			break;
		w = cp_width(cp);
		if (utf8proc_grapheme_break_stateful(last, cp, &state)
		    && (w > 0 || *width == 0 || cp < 0x20))
			break;
		if (*width + w > CLUSTER_CELLS)
			break;
		*width += w;
		n += more;
		last = cp;
	}
	return n;
}

int
text_width(const char *s)
{
	return text_nwidth(s, strlen(s));
}

int
text_nwidth(const char *s, size_t len)
{
	size_t i = 0;
	int32_t cp;
	int total = 0;

	while (i < len) {
		if (is_plain(s[i])) {
			i++;
			total++;
			continue;
		}
		i += text_decode(s + i, len - i, &cp);
		total += cp_width(cp);
	}
	return total;
}

int
text_clip(struct buf *out, const char *s, int cells, const char *mark)
{
	size_t len = strlen(s), i = 0, cut = 0;
	int used = 0, cut_used = 0, w, mark_width = text_width(mark);

	if (cells <= 0)
		return 0;
	while (i < len) {
		size_t n = text_cluster(s + i, len - i, &w);

		if (used + w > cells)
			break;
		used += w;
		i += n;
		if (used <= cells - mark_width) {
			cut = i;
			cut_used = used;
		}
	}
	if (i == len) {
		buf_add(out, s, len);
		return used;
	}
	buf_add(out, s, cut);
	if (mark_width > cells)
		return cut_used;
	buf_adds(out, mark);
	return cut_used + mark_width;
}
