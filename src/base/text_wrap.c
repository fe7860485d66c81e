#include "career/base/text.h"

#include <string.h>

#define NAME_MAX_BYTES 64 /* longer names are near nothing but themselves */

/* Bytes of the hyphen, dash or slash at s after which a line may end, else 0. */
static size_t
joiner(const char *s, size_t len)
{
	if (len > 0 && (s[0] == '-' || s[0] == '/'))
		return 1;
	if (len >= 3 && memcmp(s, "\xe2\x80", 2) == 0
	    && (s[2] == '\x90' || s[2] == '\x93' || s[2] == '\x94'))
		return 3;
	return 0;
}

/* A minus sign ("-5", "(-$5K)"), or the hyphen of a span of numbers ("70K-95K"). */
static bool
is_of_number(const char *s, size_t len, size_t at)
{
	char next = at + 1 < len ? s[at + 1] : ' ';

	return s[at] == '-'
	    && (strchr(" ([", s[at - 1]) != NULL || next == '$' || (next >= '0' && next <= '9'));
}

/* Between two parts of a word, and not inside "--" or "//". */
static bool
may_break_after(const char *s, size_t len, size_t at, size_t n)
{
	return joiner(s + at, len - at) == n && at > 0 && s[at - 1] != ' '
	    && !is_of_number(s, len, at) && at + n < len && s[at + n] != ' '
	    && joiner(s + at + n, len - at - n) == 0;
}

static size_t
skip_blanks(const char *s, size_t len, size_t at)
{
	while (at < len && s[at] == ' ')
		at++;
	return at;
}

static size_t
without_blanks(const char *s, size_t len)
{
	while (len > 0 && s[len - 1] == ' ')
		len--;
	return len;
}

size_t
text_wrap(const char *s, size_t len, int cells, size_t *next)
{
	size_t room = cells > 0 ? (size_t)cells : 1, end = 0, n;
	size_t at = skip_blanks(s, len, 0), used = at;
	int w;

	*next = at;
	if (at == len || used >= room)
		return 0; /* blanks only, or indented past the margin */
	while (at < len) {
		if (s[at] == ' ') {
			end = at;
			*next = skip_blanks(s, len, at);
			used += *next - at;
			at = *next;
			continue;
		}
		n = text_cluster(s + at, len - at, &w);
		if (used + (size_t)w > room) {
			if (end == 0)
				end = *next = used > 0 ? at : n;
			return without_blanks(s, end);
		}
		used += (size_t)w;
		at += n;
		if (may_break_after(s, len, at - n, n))
			end = *next = at;
	}
	*next = len;
	return without_blanks(s, len);
}

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static int
min3(int a, int b, int c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/* Levenshtein, one row at a time; a row that is over `max` everywhere ends it. */
int
text_distance(const char *a, const char *b, int max)
{
	size_t la = strlen(a), lb = strlen(b), i, j;
	int row[NAME_MAX_BYTES + 1], diagonal, up, best;

	if (la > NAME_MAX_BYTES || lb > NAME_MAX_BYTES)
		return strcmp(a, b) == 0 ? 0 : max + 1;
	for (j = 0; j <= lb; j++)
		row[j] = (int)j;
	for (i = 1; i <= la; i++) {
		diagonal = row[0];
		best = row[0] = (int)i;
		for (j = 1; j <= lb; j++) {
			up = row[j];
			row[j] = min3(up + 1, row[j - 1] + 1,
			    diagonal + (lower(a[i - 1]) != lower(b[j - 1])));
			diagonal = up;
			if (row[j] < best)
				best = row[j];
		}
		if (best > max)
			return max + 1;
	}
	return row[lb] > max ? max + 1 : row[lb];
}

static bool
starts_with(const char *name, const char *s)
{
	while (*s && lower(*name) == lower(*s)) {
		name++;
		s++;
	}
	return *s == '\0';
}

const char *
text_nearest(const char *s, const char *const *names, size_t n)
{
	const char *found = NULL;
	size_t len = strlen(s), i;
	int max, best, d;

	if (len == 0 || len > NAME_MAX_BYTES)
		return NULL;
	/* In half edits, so that a prefix stands between the same name and one edit. */
	max = (int)(len / 3);
	best = 2 * max + 2;
	for (i = 0; i < n; i++) {
		d = 2 * text_distance(s, names[i], max);
		if (d > 1 && starts_with(names[i], s))
			d = 1;
		if (d <= 2 * max + (d == 1) && d < best) {
			best = d;
			found = names[i];
		}
	}
	return found;
}
