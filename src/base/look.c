#include "career/base/look.h"

#include <utf8proc.h>

#include <stddef.h>

#define LOOK_PARTS 32 /* more than the longest compatibility decomposition */

struct look {
	int32_t cp;
	const char *ascii;
	const char *fold; /* NULL: search keeps the character */
};

/* Sorted by code point. */
static const struct look looks[] = {
    {0x00a1, "!", NULL},
    {0x00a2, "c", NULL},
    {0x00a3, "GBP", NULL},
    {0x00a5, "JPY", NULL},
    {0x00a6, "|", NULL},
    {0x00a7, "S.", NULL},
    {0x00a8, "\"", NULL},
    {0x00a9, "(c)", NULL},
    {0x00ab, "\"", "\""},
    {0x00ac, "not", NULL},
    {0x00ae, "(R)", NULL},
    {0x00af, "-", NULL},
    {0x00b0, "deg", NULL},
    {0x00b1, "+/-", NULL},
    {0x00b4, "'", "'"},
    {0x00b5, "u", NULL},
    {0x00b6, "P.", NULL},
    {0x00b7, "*", NULL},
    {0x00b8, ",", NULL},
    {0x00bb, "\"", "\""},
    {0x00bf, "?", NULL},
    {0x00c6, "AE", "ae"},
    {0x00d0, "D", "d"},
    {0x00d7, "x", NULL},
    {0x00d8, "O", "o"},
    {0x00de, "Th", "th"},
    {0x00df, "ss", "ss"},
    {0x00e6, "ae", "ae"},
    {0x00f0, "d", "d"},
    {0x00f7, "/", NULL},
    {0x00f8, "o", "o"},
    {0x00fe, "th", "th"},
    {0x0110, "D", "d"},
    {0x0111, "d", "d"},
    {0x0126, "H", "h"},
    {0x0127, "h", "h"},
    {0x0131, "i", "i"},
    {0x0138, "k", "k"},
    {0x0141, "L", "l"},
    {0x0142, "l", "l"},
    {0x0149, "'n", "'n"},
    {0x014a, "N", "n"},
    {0x014b, "n", "n"},
    {0x0152, "OE", "oe"},
    {0x0153, "oe", "oe"},
    {0x0166, "T", "t"},
    {0x0167, "t", "t"},
    {0x0192, "f", NULL},
    {0x02b9, "'", "'"},
    {0x02ba, "\"", "\""},
    {0x02bb, "'", "'"},
    {0x02bc, "'", "'"},
    {0x02c6, "^", NULL},
    {0x02dc, "~", NULL},
    {0x1e9e, "SS", "ss"},
    {0x2010, "-", "-"},
    {0x2011, "-", "-"},
    {0x2012, "-", "-"},
    {0x2013, "-", "-"},
    {0x2014, "-", "-"},
    {0x2015, "-", "-"},
    {0x2016, "||", NULL},
    {0x2018, "'", "'"},
    {0x2019, "'", "'"},
    {0x201a, "'", "'"},
    {0x201b, "'", "'"},
    {0x201c, "\"", "\""},
    {0x201d, "\"", "\""},
    {0x201e, "\"", "\""},
    {0x201f, "\"", "\""},
    {0x2020, "+", NULL},
    {0x2021, "++", NULL},
    {0x2022, "*", NULL},
    {0x2023, ">", NULL},
    {0x2030, "0/00", NULL},
    {0x2032, "'", "'"},
    {0x2033, "\"", "\""},
    {0x2035, "'", "'"},
    {0x2036, "\"", "\""},
    {0x2039, "'", "'"},
    {0x203a, "'", "'"},
    {0x2043, "-", "-"},
    {0x2044, "/", "/"},
    {0x20ac, "EUR", NULL},
    {0x20b9, "INR", NULL},
    {0x2190, "<-", NULL},
    {0x2191, "^", NULL},
    {0x2192, "->", NULL},
    {0x2193, "v", NULL},
    {0x2194, "<->", NULL},
    {0x21d2, "=>", NULL},
    {0x2212, "-", "-"},
    {0x2215, "/", "/"},
    {0x2219, "*", NULL},
    {0x2236, ":", NULL},
    {0x223c, "~", NULL},
    {0x2248, "~", NULL},
    {0x2260, "!=", NULL},
    {0x2264, "<=", NULL},
    {0x2265, ">=", NULL},
    {0x2500, "-", NULL},
    {0x2502, "|", NULL},
    {0x25a0, "#", NULL},
    {0x25aa, "*", NULL},
    {0x25b2, "^", NULL},
    {0x25b6, ">", NULL},
    {0x25bc, "v", NULL},
    {0x25c0, "<", NULL},
    {0x25cf, "*", NULL},
    {0x2605, "*", NULL},
    {0x2606, "*", NULL},
    {0x2713, "x", NULL},
    {0x2714, "x", NULL},
    {0x3001, ",", NULL},
    {0x3002, ".", NULL},
};

static const struct look *
look_find(int32_t cp)
{
	size_t lo = 0, hi = sizeof looks / sizeof *looks;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (looks[mid].cp == cp)
			return &looks[mid];
		if (looks[mid].cp < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* One part of a decomposition: ASCII itself or a table row. */
static bool
add_part(struct buf *out, int32_t cp)
{
	const struct look *l;

	if (cp >= 0x20 && cp < 0x7f) {
		buf_addc(out, (char)cp);
		return true;
	}
	l = look_find(cp);
	if (l)
		buf_adds(out, l->ascii);
	return l != NULL;
}

bool
look_ascii(struct buf *out, int32_t cp)
{
	utf8proc_int32_t parts[LOOK_PARTS];
	size_t start = out->len;
	utf8proc_ssize_t i, n;
	int last = 0;

	if (add_part(out, cp))
		return true;
	if (utf8proc_category(cp) == UTF8PROC_CATEGORY_PD) {
		buf_addc(out, '-');
		return true;
	}
	n = utf8proc_decompose_char(cp, parts, LOOK_PARTS,
	    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &last);
	for (i = 0; i < n && n <= LOOK_PARTS; i++)
		if (!add_part(out, parts[i]))
			break;
	if (i == n && out->len > start)
		return true;
	buf_remove(out, start, out->len - start);
	return false;
}

const char *
look_fold(int32_t cp)
{
	const struct look *l = look_find(cp);

	if (l)
		return l->fold;
	return cp >= 0x80 && utf8proc_category(cp) == UTF8PROC_CATEGORY_PD ? "-" : NULL;
}
