#include "career/base/file.h"
#include "career/base/look.h"
#include "career/base/text.h"

#include "check.h"

#include <locale.h>
#include <stdio.h>
#include <time.h>
#include <wchar.h>

#define HOSTILE "../shared/hostile/"
#define FILE_LIMIT ((size_t)64 << 20)
#define MAX_MARKS 8

struct range {
	int32_t first, last;
};

/* What no terminal may get, written down without the library's categories. */
static const struct range forbidden[] = {
    {0x00, 0x1f},                                         /* C0 */
    {0x7f, 0x9f},                                         /* DEL, C1 */
    {0xad, 0xad},                                         /* soft hyphen */
    {0x034f, 0x034f},                                     /* grapheme joiner */
    {0x0600, 0x0605},                                     /* Arabic number signs */
    {0x061c, 0x061c},                                     /* Arabic letter mark */
    {0x06dd, 0x06dd}, {0x070f, 0x070f}, {0x115f, 0x1160}, /* Hangul fillers */
    {0x17b4, 0x17b5}, {0x180b, 0x180f},                   /* Mongolian selectors */
    {0x200b, 0x200f}, /* zero width, left-to-right and right-to-left marks */
    {0x2028, 0x202e}, /* separators, embeddings, overrides */
    {0x2060, 0x206f}, /* joiners, isolates, invisible operators */
    {0x3164, 0x3164}, /* Hangul filler */
    {0xd800, 0xf8ff}, /* surrogates, private use */
    {0xfdd0, 0xfdef}, /* noncharacters */
    {0xfe00, 0xfe0f}, /* variation selectors */
    {0xfeff, 0xfeff}, /* byte order mark */
    {0xffa0, 0xffa0}, /* half-width filler */
    {0xfff0, 0xfffb}, /* interlinear annotation */
    {0xfffe, 0xffff}, {0x110bd, 0x110bd}, {0x110cd, 0x110cd},
    {0x1bca0, 0x1bca3},  /* shorthand controls */
    {0x1d173, 0x1d17a},  /* musical controls */
    {0xe0000, 0x10ffff}, /* tags, selectors, private use */
};

static bool
is_forbidden(int32_t cp)
{
	size_t i;

	if (cp < 0 || (cp & 0xfffe) == 0xfffe)
		return true;
	for (i = 0; i < COUNT(forbidden); i++)
		if (cp >= forbidden[i].first && cp <= forbidden[i].last)
			return true;
	return false;
}

/* Width by the C library where it knows the character. */
static int
wide(int32_t cp, const char *s, size_t n)
{
	int w = wcwidth((wchar_t)cp);

	return w >= 0 ? w : text_nwidth(s, n);
}

/* The rules for text on a terminal; `name` is for the message. */
static void
check_harmless(const char *name, const struct buf *b)
{
	size_t i = 0, n;
	int32_t cp;
	int w, total = 0, marks = MAX_MARKS; /* none may come first */

	while (i < b->len) {
		n = text_decode(b->data + i, b->len - i, &cp);
		if (is_forbidden(cp))
			fail_msg("%s: U+%04X at byte %zu", name, (unsigned)cp, i);
		w = wide(cp, b->data + i, n);
		marks = w > 0 ? 0 : marks + 1;
		if (marks > MAX_MARKS)
			fail_msg("%s: marks without a base, or too many, at byte %zu", name, i);
		total += w;
		i += n;
	}
	if (total != text_width(b->data))
		fail_msg("%s: %d cells, text_width says %d", name, total, text_width(b->data));
}

static void
check_ascii(const char *name, const struct buf *b)
{
	size_t i;

	for (i = 0; i < b->len; i++)
		if (b->data[i] < 0x20 || b->data[i] > 0x7e)
			fail_msg("%s: byte 0x%02x", name, (unsigned char)b->data[i]);
	assert_int_equal(text_width(b->data), b->len);
}

/* Both ways of making the bytes harmless, and that doing it twice changes nothing. */
static void
check_bytes(const char *name, const char *bytes, size_t len)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;

	text_safe(&once, bytes, len, false);
	check_harmless(name, &once);
	text_safe(&twice, once.data, once.len, false);
	if (once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0)
		fail_msg("%s: '%s' becomes '%s'", name, once.data, twice.data);
	buf_clear(&once);
	text_safe(&once, bytes, len, true);
	check_ascii(name, &once);
	buf_free(&once);
	buf_free(&twice);
}

struct safe_case {
	const char *text, *utf8, *ascii;
};

static const struct safe_case safe_cases[] = {
    {"", "", ""},
    {"plain ASCII, 8 bytes and more", "plain ASCII, 8 bytes and more",
	"plain ASCII, 8 bytes and more"},
    {"a\tb\nc\r\nd\re", "a b c d\ufffde", "a b c d?e"},
    {"red \033[31m!", "red \ufffd[31m!", "red ?[31m!"},
    {"\302\233m \233m", "\ufffdm \ufffdm", "?m ?m"},
    {"\177", "\ufffd", "?"},
    {"Caf\u00e9 na\u00efve", "Caf\u00e9 na\u00efve", "Cafe naive"},
    {"e\u0301", "e\u0301", "e"},
    {"\u0301x", "\ufffdx", "?x"},
    {"a \u0301", "a \ufffd", "a ?"},
    {"\u201cquoted\u201d \u2013 it\u2019s \u2026", "\u201cquoted\u201d \u2013 it\u2019s \u2026",
	"\"quoted\" - it's ..."},
    {"\u00a3 \u20ac \u00d7 \u2192 \u2022", "\u00a3 \u20ac \u00d7 \u2192 \u2022", "GBP EUR x -> *"},
    {"\u00bd \u00b2 \u2122 \uff21", "\u00bd \u00b2 \u2122 \uff21", "1/2 2 TM A"},
    {"\u00d8re \u0142\u00f3d\u017a Stra\u00dfe", "\u00d8re \u0142\u00f3d\u017a Stra\u00dfe",
	"Ore lodz Strasse"},
    {"\u65e5\u672c", "\u65e5\u672c", "??"},
    {"a\u00a0b\u3000c", "a\u00a0b\u3000c", "a b c"},
    {"a\u00a0\u0301", "a\u00a0\ufffd", "a ?"},
    {"\u202eabc\u202c", "\ufffdabc\ufffd", "?abc?"},
    {"a\u200bb\ufeffc", "a\ufffdb\ufffdc", "a?b?c"},
    {"\u2714\ufe0f done", "\u2714 done", "x done"},
    {"\xff\xc3\xe2\x82", "\ufffd\ufffd\ufffd\ufffd", "????"},
    {"\ue000\U000e0041", "\ufffd\ufffd", "??"},
    {"o\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301n",
	"o\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301n", "on"},
};

static void
test_cases(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(safe_cases); i++) {
		buf_clear(&b);
		text_safes(&b, safe_cases[i].text, false);
		assert_string_equal(b.data, safe_cases[i].utf8);
		buf_clear(&b);
		text_safes(&b, safe_cases[i].text, true);
		assert_string_equal(b.data, safe_cases[i].ascii);
	}
	buf_clear(&b);
	text_safe(&b, "a\0b", 3, false);
	text_safe(&b, "\0", 1, true);
	assert_string_equal(b.data, "a\ufffdb?");
	buf_free(&b);
}

/* Every byte at every place of the eight that are looked at together. */
static void
test_fast_path(void **state)
{
	struct buf b = BUF_INIT;
	char text[24];
	int c;
	size_t at;

	(void)state;
	for (c = 0; c < 256; c++) {
		for (at = 0; at < sizeof text; at++) {
			memset(text, 'a', sizeof text);
			text[at] = (char)c;
			buf_clear(&b);
			text_safe(&b, text, sizeof text, true);
			assert_int_equal(b.len, sizeof text);
			assert_int_equal(
			    b.data[at] == (char)c, c == '?' || (c >= 0x20 && c < 0x7f));
		}
	}
	buf_free(&b);
}

static void
test_every_character(void **state)
{
	struct buf b = BUF_INIT;
	char name[16];
	int32_t cp;

	(void)state;
	for (cp = 0; cp <= 0x10ffff; cp++) {
		buf_clear(&b);
		buf_addc(&b, 'A');
		text_encode(&b, cp);
		snprintf(name, sizeof name, "U+%04X", (unsigned)cp);
		check_bytes(name, b.data, b.len);
		check_bytes(name, b.data + 1, b.len - 1);
	}
	buf_free(&b);
}

/* The table of looks is searched by halves. */
static void
test_look(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	assert_true(look_ascii(&b, 0x00a1) && look_ascii(&b, 0x3002) && look_ascii(&b, 0x2013));
	assert_string_equal(b.data, "!.-");
	assert_false(look_ascii(&b, 0x4e00));
	assert_false(look_ascii(&b, 0x1f600));
	assert_int_equal(b.len, 3);
	assert_string_equal(look_fold(0x00e6), "ae");
	assert_string_equal(look_fold(0x2e3a), "-");
	assert_null(look_fold(0x20ac));
	assert_null(look_fold('a'));
	buf_free(&b);
}

static int
hex_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void
hex_decode(struct buf *out, const char *s)
{
	for (; hex_value(s[0]) >= 0 && hex_value(s[1]) >= 0; s += 2)
		buf_addc(out, (char)(hex_value(s[0]) * 16 + hex_value(s[1])));
}

static void
base64_decode(struct buf *out, const char *s)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *d;
	unsigned bits = 0;
	int have = 0;

	for (; *s && (d = strchr(digits, *s)) != NULL; s++) {
		bits = (bits << 6 | (unsigned)(d - digits)) & 0xffff;
		have += 6;
		if (have >= 8) {
			have -= 8;
			buf_addc(out, (char)(bits >> have & 0xff));
		}
	}
}

/* Line ends of the text become NULs; returns the line at *at and moves on, NULL at the end. */
static char *
next_line(struct buf *b, size_t *at)
{
	char *line = b->data + *at, *end;

	if (*at >= b->len)
		return NULL;
	end = memchr(line, '\n', b->len - *at);
	if (end)
		*end = '\0';
	*at += strlen(line) + 1;
	return line;
}

static void
test_payloads(void **state)
{
	struct buf file = BUF_INIT, bytes = BUF_INIT;
	char *line, *id, *hex;
	size_t at = 0, count = 0;
	struct err e;

	(void)state;
	if (!file_exists(HOSTILE))
		skip();
	assert_ok(file_read(HOSTILE "generated-hostile-text/payloads.tsv", FILE_LIMIT, &file, &e));
	next_line(&file, &at);
	while ((line = next_line(&file, &at)) != NULL) {
		id = strchr(line, '\t');
		assert_non_null(id);
		hex = strchr(++id, '\t');
		assert_non_null(hex);
		*hex++ = '\0';
		buf_clear(&bytes);
		hex_decode(&bytes, hex);
		check_bytes(id, bytes.data, bytes.len);
		count++;
	}
	assert_true(count > 500);
	buf_free(&file);
	buf_free(&bytes);
}

static void
test_naughty_strings(void **state)
{
	struct buf file = BUF_INIT, bytes = BUF_INIT;
	char *line;
	size_t at = 0, count = 0;
	struct err e;

	(void)state;
	if (!file_exists(HOSTILE))
		skip();
	assert_ok(file_read(
	    HOSTILE "big-list-of-naughty-strings/blns.base64.txt", FILE_LIMIT, &file, &e));
	while ((line = next_line(&file, &at)) != NULL) {
		if (*line == '#' || *line == '\0')
			continue;
		buf_clear(&bytes);
		base64_decode(&bytes, line);
		check_bytes(line, bytes.data, bytes.len);
		count += bytes.len > 0;
	}
	assert_true(count > 400);
	buf_free(&file);
	buf_free(&bytes);
}

/* Prints the speed for whoever reads the log. */
static void
test_speed(void **state)
{
	struct buf in = BUF_INIT, out = BUF_INIT;
	clock_t start;

	(void)state;
	buf_pad(&in, 'x', (size_t)16 << 20);
	start = clock();
	text_safe(&out, in.data, in.len, false);
	print_message("text_safe, 16 MiB of ASCII: %.1f ms\n",
	    (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC);
	assert_int_equal(out.len, in.len);
	buf_free(&in);
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_fast_path),
	    cmocka_unit_test(test_every_character),
	    cmocka_unit_test(test_look),
	    cmocka_unit_test(test_payloads),
	    cmocka_unit_test(test_naughty_strings),
	    cmocka_unit_test(test_speed),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		print_message("no C.UTF-8 locale: widths are not compared\n");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
