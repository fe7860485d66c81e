#include "career/base/num.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NUM_DIGITS 15  /* digits that a double always keeps */
#define NUM_LIMIT 1e15 /* every parsed number is nearer to zero */
#define NUM_POW10 22   /* largest power of ten that a double holds exactly */

static const double pow10_exact[NUM_POW10 + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
    1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* The decimal digits of a number on the way in: value = digits * 10^exponent. */
struct decimal {
	int64_t digits;
	int kept; /* significant digits in `digits` */
	int exponent;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits in front of the point, in groups of three when there are separators. */
static const char *
scan_whole(const char *s, struct decimal *d)
{
	const char *start = s, *group = s;
	char sep = '\0';

	for (;; s++) {
		if (is_digit(*s)) {
			if (d->kept > 0 || *s != '0')
				d->kept++;
			if (d->kept > NUM_DIGITS)
				return NULL;
			d->digits = d->digits * 10 + (*s - '0');
		} else if ((*s == ',' || *s == '_') && s > start) {
			if (sep ? (*s != sep || s - group != 3) : s - group > 3)
				return NULL;
			sep = *s;
			group = s + 1;
		} else {
			break;
		}
	}
	if (sep && s - group != 3)
		return NULL;
	return s;
}

/* Digits behind the point; those past the 15th significant one only round. */
static const char *
scan_fraction(const char *s, struct decimal *d)
{
	bool rounded = false;

	if (!is_digit(*s))
		return NULL;
	for (; is_digit(*s); s++) {
		if (d->kept >= NUM_DIGITS || d->exponent <= -NUM_POW10) {
			d->digits += !rounded && *s >= '5';
			rounded = true;
			continue;
		}
		if (d->kept > 0 || *s != '0')
			d->kept++;
		d->digits = d->digits * 10 + (*s - '0');
		d->exponent--;
	}
	return s;
}

static const char *
scan_exponent(const char *s, struct decimal *d)
{
	int sign = 1, value = 0;

	if (*s == '+' || *s == '-')
		sign = *s++ == '-' ? -1 : 1;
	if (!is_digit(*s))
		return NULL;
	for (; is_digit(*s); s++) {
		value = value * 10 + (*s - '0');
		if (value > 99)
			return NULL;
	}
	d->exponent += sign * value;
	return s;
}

/* One rounding: both operands are exact. */
static bool
decimal_value(const struct decimal *d, double *out)
{
	double v = (double)d->digits;

	if (d->digits != 0 && (d->exponent > NUM_POW10 || d->exponent < -2 * NUM_POW10))
		return false;
	if (d->digits == 0)
		v = 0;
	else if (d->exponent >= 0)
		v *= pow10_exact[d->exponent];
	else if (d->exponent >= -NUM_POW10)
		v /= pow10_exact[-d->exponent];
	else
		v = v / pow10_exact[NUM_POW10] / pow10_exact[-d->exponent - NUM_POW10];
	if (v >= NUM_LIMIT)
		return false;
	*out = v;
	return true;
}

/* Number at the start of s; returns what follows it, or NULL. */
static const char *
scan_number(const char *s, double *out)
{
	struct decimal d = {0, 0, 0};
	bool negative = *s == '-';
	const char *start;
	double v;

	if (*s == '-' || *s == '+')
		s++;
	start = s;
	s = scan_whole(s, &d);
	if (!s || (s == start && *s != '.'))
		return NULL;
	if (*s == '.')
		s = scan_fraction(s + 1, &d);
	if (s && (*s == 'e' || *s == 'E'))
		s = scan_exponent(s + 1, &d);
	if (!s || !decimal_value(&d, &v))
		return NULL;
	*out = negative && v != 0 ? -v : v;
	return s;
}

bool
num_parse(const char *s, double *out)
{
	double v;
	const char *rest = scan_number(s, &v);

	if (!rest || *rest)
		return false;
	*out = v;
	return true;
}

bool
num_parse_short(const char *s, double *out)
{
	double v, scale = 1;
	const char *rest = scan_number(s, &v);

	if (!rest)
		return false;
	if (*rest == 'k' || *rest == 'K')
		scale = 1e3;
	else if (*rest == 'm' || *rest == 'M')
		scale = 1e6;
	if (scale > 1)
		rest++;
	if (*rest || fabs(v * scale) >= NUM_LIMIT)
		return false;
	*out = v * scale;
	return true;
}

/* The end of a span in s[0..len): empty means absent. */
static bool
span_end(const char *s, size_t len, double *out, bool *has)
{
	char part[48];

	*has = len > 0;
	*out = 0;
	if (len == 0)
		return true;
	if (len >= sizeof part)
		return false;
	memcpy(part, s, len);
	part[len] = '\0';
	return num_parse_short(part, out);
}

bool
num_parse_span(const char *s, struct num_span *out)
{
	const char *dots = strstr(s, "..");
	struct num_span span;

	if (!dots) {
		if (!num_parse_short(s, &span.lo))
			return false;
		span.hi = span.lo;
		span.has_lo = span.has_hi = true;
		*out = span;
		return true;
	}
	if (!span_end(s, (size_t)(dots - s), &span.lo, &span.has_lo)
	    || !span_end(dots + 2, strlen(dots + 2), &span.hi, &span.has_hi))
		return false;
	if (!span.has_lo && !span.has_hi)
		return false;
	if (span.has_lo && span.has_hi && span.lo > span.hi)
		return false;
	*out = span;
	return true;
}

/* n / 10^decimals without trailing zeros. printf's %f would use the locale's decimal point. */
static void
add_fixed(struct buf *out, int64_t n, int decimals)
{
	int64_t unit = 1;
	int i;

	while (decimals > 0 && n % 10 == 0) {
		n /= 10;
		decimals--;
	}
	for (i = 0; i < decimals; i++)
		unit *= 10;
	buf_addf(out, "%lld", (long long)(n / unit));
	if (decimals > 0)
		buf_addf(out, ".%0*lld", decimals, (long long)(n % unit));
}

/* Too large for whole numbers, or not a number at all. True when it was dealt with. */
static bool
add_odd(struct buf *out, double v)
{
	if (isfinite(v) && fabs(v) < 9e15)
		return false;
	if (isnan(v))
		buf_adds(out, "?");
	else if (isinf(v))
		buf_adds(out, v > 0 ? "infinite" : "-infinite");
	else
		buf_addf(out, "%.0e", v);
	return true;
}

void
num_short(struct buf *out, double v)
{
	static const char *const units[] = {"", "K", "M", "B", "T"};
	double a = fabs(v);
	int64_t n;
	int decimals, u = 0;

	if (add_odd(out, v))
		return;
	for (;; u++, a /= 1000) {
		decimals = a < 9.995 ? 2 : a < 99.95 ? 1 : 0;
		n = llround(a * pow10_exact[decimals]);
		if (n < 1000 || u == 4)
			break;
	}
	if (v < 0 && n != 0)
		buf_addc(out, '-');
	add_fixed(out, n, decimals);
	buf_adds(out, units[u]);
}

void
num_full(struct buf *out, double v)
{
	char digits[32];
	int i, len;

	if (add_odd(out, v))
		return;
	len = snprintf(digits, sizeof digits, "%lld", llabs(llround(v)));
	if (v < 0 && strcmp(digits, "0") != 0)
		buf_addc(out, '-');
	for (i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_addc(out, ',');
		buf_addc(out, digits[i]);
	}
}

void
num_plain(struct buf *out, double v)
{
	double a = fabs(v);
	int64_t n = 0;
	int decimals;

	if (add_odd(out, v))
		return;
	for (decimals = 0; decimals <= 6; decimals++) {
		n = llround(a * pow10_exact[decimals]);
		if ((double)n / pow10_exact[decimals] == a || decimals == 6
		    || a * pow10_exact[decimals + 1] >= 9e15)
			break;
	}
	if (v < 0 && n != 0)
		buf_addc(out, '-');
	add_fixed(out, n, decimals);
}
