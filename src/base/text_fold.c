#include "career/base/look.h"
#include "career/base/text.h"

#include <utf8proc.h>

#include <string.h>

#define FOLD_PARTS 32 /* more than the longest compatibility decomposition */

static bool
is_blank(int32_t cp)
{
	utf8proc_category_t cat;

	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	if (cp == 0x85)
		return true;
	cat = utf8proc_category(cp);
	return cat == UTF8PROC_CATEGORY_ZS || cat == UTF8PROC_CATEGORY_ZL
	    || cat == UTF8PROC_CATEGORY_ZP;
}

/* One space for a run of white space. */
static void
add_blank(struct buf *out, size_t start)
{
	if (out->len == start || out->data[out->len - 1] != ' ')
		buf_addc(out, ' ');
}

/* A code point that is already folded and decomposed. */
static void
add_folded(struct buf *out, size_t start, int32_t cp)
{
	const char *look;

	if (is_blank(cp)) {
		add_blank(out, start);
		return;
	}
	look = look_fold(cp);
	if (look)
		buf_adds(out, look);
	else
		text_encode(out, cp);
}

static void
fold_wide(struct buf *out, size_t start, int32_t cp)
{
	utf8proc_int32_t parts[FOLD_PARTS];
	utf8proc_ssize_t i, n;
	int last = 0;

	if (cp < 0 || is_blank(cp) || look_fold(cp)) {
		add_folded(out, start, cp < 0 ? 0xfffd : cp);
		return;
	}
	n = utf8proc_decompose_char(cp, parts, FOLD_PARTS,
	    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK
		| UTF8PROC_IGNORE,
	    &last);
	for (i = 0; i < n && n <= FOLD_PARTS; i++)
		add_folded(out, start, parts[i]);
}

/* The ASCII at s up to the next blank, in lower case; returns its length. */
static size_t
fold_word(struct buf *out, const char *s, size_t len)
{
	size_t n = 0, i;
	char *word;

	while (n < len && (unsigned char)s[n] < 0x80 && !is_blank(s[n]))
		n++;
	buf_add(out, s, n);
	word = out->data + out->len - n;
	for (i = 0; i < n; i++)
		if (word[i] >= 'A' && word[i] <= 'Z')
			word[i] = (char)(word[i] + 32);
	return n;
}

void
text_fold(struct buf *out, const char *s, size_t len)
{
	size_t start = out->len, i = 0, n;
	int32_t cp;

	while (i < len) {
		n = fold_word(out, s + i, len - i);
		if (n == 0) {
			n = text_decode(s + i, len - i, &cp);
			fold_wide(out, start, cp);
		}
		i += n;
	}
}

struct slug_sign {
	char sign;
	const char *word;
};

static const struct slug_sign slug_signs[] = {
    {'+', "plus"},
    {'#', "sharp"},
    {'&', "and"},
};

static const char *
slug_word(char c)
{
	size_t i;

	for (i = 0; i < sizeof slug_signs / sizeof *slug_signs; i++)
		if (slug_signs[i].sign == c)
			return slug_signs[i].word;
	return NULL;
}

static void
slug_dash(struct buf *out, size_t start)
{
	if (out->len > start && out->data[out->len - 1] != '-')
		buf_addc(out, '-');
}

void
text_slug(struct buf *out, const char *s)
{
	struct buf folded = BUF_INIT;
	size_t start = out->len, i;

	text_fold(&folded, s, strlen(s));
	for (i = 0; i < folded.len; i++) {
		char c = folded.data[i];
		const char *word = slug_word(c);

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			buf_addc(out, c);
		} else if (word) {
			slug_dash(out, start);
			buf_adds(out, word);
			buf_addc(out, '-');
		} else if (c != '\'') {
			slug_dash(out, start);
		}
	}
	if (out->len > start && out->data[out->len - 1] == '-')
		buf_remove(out, out->len - 1, 1);
	if (out->len == start)
		buf_addc(out, 'x');
	buf_free(&folded);
}
