#include "career/page/speak.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* --- reading ---------------------------------------------------------------------------------- */

/* Digits with what parts them: "57,850", "76.4"; its bytes, 0 when there is none. */
static size_t
number_len(const char *s)
{
	size_t n = 0;

	while (isdigit((unsigned char)s[n])
	    || (n > 0 && (s[n] == ',' || s[n] == '.') && isdigit((unsigned char)s[n + 1])))
		n++;
	return n;
}

static bool
is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '_';
}

/* One end of an amount: the number and what it counts in: 'K', 'M' or NUL. */
struct end {
	const char *digits;
	size_t len;
	char scale;
};

/* Behind the end, or NULL. */
static const char *
read_end(const char *s, struct end *e)
{
	e->digits = s;
	e->len = number_len(s);
	e->scale = '\0';
	s += e->len;
	if ((*s == 'K' || *s == 'M') && !is_letter(s[1]))
		e->scale = *s++;
	return e->len > 0 ? s : NULL;
}

struct amount {
	const char *currency; /* its name, "" for a number without one */
	struct end lo, hi;
	bool range, open;
};

static const struct currency {
	const char *sign, *one, *many;
} currencies[] = {
    {"$", "dollar", "dollars"},
    {"AED ", "dirham", "dirhams"},
    {"AUD ", "Australian dollar", "Australian dollars"},
    {"CAD ", "Canadian dollar", "Canadian dollars"},
    {"CHF ", "Swiss franc", "Swiss francs"},
    {"EUR ", "euro", "euros"},
    {"GBP ", "pound", "pounds"},
    {"HKD ", "Hong Kong dollar", "Hong Kong dollars"},
    {"INR ", "Indian rupee", "Indian rupees"},
    {"NOK ", "Norwegian krone", "Norwegian kroner"},
    {"SEK ", "Swedish krona", "Swedish kronor"},
    {"SGD ", "Singapore dollar", "Singapore dollars"},
    {"XOF ", "West African franc", "West African francs"},
};

static const struct currency *
currency_at(const char *s)
{
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
		if (strncmp(s, currencies[i].sign, strlen(currencies[i].sign)) == 0)
			return &currencies[i];
	return NULL;
}

/* What follows a dash must be an end of its own: no "15-1299", no "$100-a-day". */
static const char *
read_range(const char *s, const struct currency *c, struct amount *a)
{
	const char *end;

	if (*s != '-')
		return s;
	s += c != NULL && strncmp(s + 1, c->sign, strlen(c->sign)) == 0 ? strlen(c->sign) + 1 : 1;
	end = read_end(s, &a->hi);
	a->range = end != NULL;
	return end;
}

/* "$120K-160K+"; behind it, or NULL when no amount stands here. */
static const char *
read_amount(const char *s, struct amount *a)
{
	const struct currency *c = currency_at(s);
	const char *end;

	memset(a, 0, sizeof *a);
	end = read_end(s + (c != NULL ? strlen(c->sign) : 0), &a->lo);
	end = end != NULL ? read_range(end, c, a) : NULL;
	if (end == NULL || (c == NULL && a->lo.scale == '\0' && a->hi.scale == '\0'))
		return NULL;
	a->open = *end == '+';
	end += a->open;
	if (is_letter(*end) || *end == '-')
		return NULL;
	if (a->range && a->lo.scale == '\0')
		a->lo.scale = a->hi.scale;
	a->currency = c == NULL ? "" : c->many;
	if (c != NULL && !a->range && a->lo.scale == '\0' && a->lo.len == 1
	    && a->lo.digits[0] == '1')
		a->currency = c->one;
	return end;
}

/* --- saying ----------------------------------------------------------------------------------- */

static const char *
scale_says(char scale)
{
	return scale == 'K' ? " thousand" : scale == 'M' ? " million" : "";
}

static void
say_amount(struct buf *out, const struct amount *a)
{
	buf_add(out, a->lo.digits, a->lo.len);
	if (a->range) {
		buf_addf(out, "%s to ", a->lo.scale != a->hi.scale ? scale_says(a->lo.scale) : "");
		buf_add(out, a->hi.digits, a->hi.len);
	}
	buf_adds(out, scale_says(a->range ? a->hi.scale : a->lo.scale));
	if (*a->currency != '\0')
		buf_addf(out, " %s", a->currency);
	if (a->open)
		buf_adds(out, " or more");
}

/* Whether the text goes on with a unit of time or a percent sign. */
static bool
is_counted(const char *s)
{
	static const char *const units[] = {" month", " year", " week", " hour", " day", "%"};

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strncmp(s, units[i], strlen(units[i])) == 0)
			return true;
	return false;
}

/* "8+ years": behind the unit, or NULL. */
static const char *
read_open(const char *s)
{
	size_t n = number_len(s);

	if (n == 0 || s[n] != '+' || s[n + 1] != ' ' || !is_counted(s + n + 1))
		return NULL;
	s += n + 2;
	while (is_letter(*s))
		s++;
	return s;
}

static void
say_open(struct buf *out, const char *s, const char *end)
{
	size_t n = number_len(s);

	buf_add(out, s, n);
	buf_add(out, s + n + 1, (size_t)(end - s) - n - 1);
	buf_adds(out, " or more");
}

/* "24-48 months"; bytes of the span, 0 when none stands here. */
static size_t
read_span(const char *s)
{
	size_t lo = number_len(s), hi = lo > 0 && s[lo] == '-' ? number_len(s + lo + 1) : 0;

	return hi > 0 && is_counted(s + lo + 1 + hi) ? lo + 1 + hi : 0;
}

static void
say_span(struct buf *out, const char *s, size_t len)
{
	size_t lo = number_len(s);

	buf_add(out, s, lo);
	buf_adds(out, " to ");
	buf_add(out, s + lo + 1, len - lo - 1);
}

/* Own words with their quotes; their bytes. */
static size_t
quoted_len(const char *s)
{
	const char *end = strchr(s + 1, '"');

	return end != NULL ? (size_t)(end - s) + 1 : strlen(s);
}

void
speak(struct buf *out, const char *text)
{
	const char *s = text, *end;
	struct amount a;
	size_t len;

	while (*s != '\0') {
		bool edge = s == text || (!is_letter(s[-1]) && strchr(".,-", s[-1]) == NULL);

		if (*s == '"') {
			len = quoted_len(s);
			buf_add(out, s, len);
			s += len;
		} else if (edge && (end = read_amount(s, &a)) != NULL) {
			say_amount(out, &a);
			s = end;
		} else if (edge && (end = read_open(s)) != NULL) {
			say_open(out, s, end);
			s = end;
		} else if (edge && (len = read_span(s)) > 0) {
			say_span(out, s, len);
			s += len;
		} else {
			buf_addc(out, *s++);
		}
	}
}
