#include "career/base/text.h"

#include "check.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LAST_CP 0x10ffff

static bool
is_surrogate(int32_t cp)
{
	return cp >= 0xd800 && cp <= 0xdfff;
}

struct decode_case {
	const char *bytes;
	size_t len, used;
	int32_t cp;
};

static const struct decode_case decode_cases[] = {
    {"a", 1, 1, 'a'},
    {"\0", 1, 1, 0},
    {"\x7f", 1, 1, 0x7f},
    {"\xc2\x80", 2, 2, 0x80},
    {"\xdf\xbf", 2, 2, 0x7ff},
    {"\xe0\xa0\x80", 3, 3, 0x800},
    {"\xef\xbf\xbf", 3, 3, 0xffff},
    {"\xf0\x90\x80\x80", 4, 4, 0x10000},
    {"\xf4\x8f\xbf\xbf", 4, 4, 0x10ffff},
    {"\x80", 1, 1, -1},             /* continuation alone */
    {"\xc0\xaf", 2, 1, -1},         /* overlong */
    {"\xe0\x80\xaf", 3, 1, -1},     /* overlong */
    {"\xf0\x80\x80\xaf", 4, 1, -1}, /* overlong */
    {"\xed\xa0\x80", 3, 1, -1},     /* surrogate */
    {"\xf4\x90\x80\x80", 4, 1, -1}, /* past the last */
    {"\xff", 1, 1, -1},
    {"\xc3", 1, 1, -1}, /* cut */
    {"\xe2\x82", 2, 1, -1},
    {"\xf0\x9f\x98", 3, 1, -1},
    {"\xc3(", 2, 1, -1},
    {"", 0, 0, -1},
};

static void
test_decode(void **state)
{
	size_t i;
	int32_t cp;

	(void)state;
	for (i = 0; i < COUNT(decode_cases); i++) {
		const struct decode_case *c = &decode_cases[i];

		if (text_decode(c->bytes, c->len, &cp) != c->used || cp != c->cp)
			fail_msg("case %zu gives U+%04X", i, (unsigned)cp);
		assert_int_equal(text_valid(c->bytes, c->len), c->cp >= 0 || c->len == 0);
	}
}

static void
test_encode(void **state)
{
	struct buf b = BUF_INIT;
	int32_t cp, back;

	(void)state;
	for (cp = 0; cp <= LAST_CP; cp++) {
		buf_clear(&b);
		text_encode(&b, cp);
		assert_int_equal(text_decode(b.data, b.len, &back), b.len);
		assert_int_equal(back, is_surrogate(cp) ? 0xfffd : cp);
	}
	buf_clear(&b);
	text_encode(&b, -1);
	text_encode(&b, LAST_CP + 1);
	assert_string_equal(b.data, "\xef\xbf\xbd\xef\xbf\xbd");
	buf_free(&b);
}

/* The C library's width is what ncurses counts with. */
static void
test_width_is_wcwidth(void **state)
{
	struct buf raw = BUF_INIT, safe = BUF_INIT;
	int32_t cp;
	int theirs;

	(void)state;
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		skip();
	for (cp = 0x20; cp <= LAST_CP; cp++) {
		if (is_surrogate(cp))
			continue;
		buf_clear(&raw);
		buf_clear(&safe);
		text_encode(&raw, cp);
		text_safe(&safe, raw.data, raw.len, false);
		theirs = wcwidth((wchar_t)cp);
		if (strcmp(raw.data, safe.data) != 0 || theirs < 0)
			continue;
		if (text_width(raw.data) != theirs)
			fail_msg("U+%04X is %d wide, not %d", (unsigned)cp, theirs,
			    text_width(raw.data));
	}
	buf_free(&raw);
	buf_free(&safe);
}

struct cluster_case {
	const char *text;
	size_t bytes;
	int width;
};

static const struct cluster_case cluster_cases[] = {
    {"", 0, 0},
    {"ab", 1, 1},
    {"é", 2, 1},
    {"e\u0301x", 3, 1},
    {"e\u0301\u0302\u0303x", 7, 1},
    {"日本", 3, 2},
    {"\u1112\u1161\u11ab", 9, 2},             /* Hangul written in three parts */
    {"\U0001f1eb\U0001f1f7\U0001f1eb", 8, 2}, /* one flag and a half */
    {"\U0001f44d\U0001f3fd.", 8, 4},          /* two wide parts */
    {"\u0928\u0940", 6, 2},                   /* spacing vowel sign */
    {"\xff\u0301", 1, 1},
    {"a\xff", 1, 1},
};

static void
test_cluster(void **state)
{
	size_t i, n;
	int w;

	(void)state;
	for (i = 0; i < COUNT(cluster_cases); i++) {
		const struct cluster_case *c = &cluster_cases[i];

		n = text_cluster(c->text, strlen(c->text), &w);
		if (n != c->bytes || w != c->width)
			fail_msg("case %zu: %zu bytes, %d cells", i, n, w);
	}
}

/* Characters that join, stack and double, for the random texts. */
static const char *const parts[] = {"a", "b", " ", " ", "-", "/", "é", "e\u0301", "\u0308", "日",
    "\U0001f44d", "\U0001f3fd", "\U0001f1eb", "\u1112", "\u1161", "\u0928", "\u0940", "–", "$",
    "1"};

static uint64_t seed = 7;

static size_t
random_below(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(seed >> 33) % n;
}

static void
random_text(struct buf *b, size_t max)
{
	size_t n = random_below(max);

	buf_clear(b);
	while (n-- > 0)
		buf_adds(b, parts[random_below(COUNT(parts))]);
}

static void
test_clusters_add_up(void **state)
{
	struct buf b = BUF_INIT;
	size_t at, n;
	int i, w, total;

	(void)state;
	for (i = 0; i < 3000; i++) {
		random_text(&b, 60);
		for (at = 0, total = 0; at < b.len; at += n, total += w) {
			n = text_cluster(b.data + at, b.len - at, &w);
			assert_true(n > 0 && n <= b.len - at);
			assert_in_range(w, 0, 4);
			assert_true(text_valid(b.data + at, n));
		}
		assert_int_equal(total, text_width(b.data));
		assert_int_equal(total, text_nwidth(b.data, b.len));
	}
	buf_free(&b);
}

struct clip_case {
	const char *text;
	int cells;
	const char *mark, *expected;
	int used;
};

static const struct clip_case clip_cases[] = {
    {"abc", 3, "…", "abc", 3},
    {"abcd", 3, "…", "ab…", 3},
    {"abcd", 3, "~", "ab~", 3},
    {"abcd", 1, "~", "~", 1},
    {"abcd", 0, "~", "", 0},
    {"abcd", -5, "~", "", 0},
    {"", 3, "~", "", 0},
    {"日本語", 6, "~", "日本語", 6},
    {"日本語", 5, "~", "日本~", 5},
    {"日本語", 4, "~", "日~", 3},
    {"日", 1, "~", "~", 1},
    {"e\u0301tudes", 2, "~", "e\u0301~", 2},
    {"ab", 1, "...", "", 0},
    {"abcd", 2, "", "ab", 2},
};

static void
test_clip(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(clip_cases); i++) {
		const struct clip_case *c = &clip_cases[i];

		buf_clear(&b);
		assert_int_equal(text_clip(&b, c->text, c->cells, c->mark), c->used);
		assert_string_equal(b.data, c->expected);
		assert_int_equal(text_width(b.data), c->used);
	}
	buf_free(&b);
}

/* The lines of a text with '|' between them. */
static void
wrap_all(struct buf *out, const char *s, int cells)
{
	size_t len = strlen(s), at = 0, n, next;

	while (at < len) {
		n = text_wrap(s + at, len - at, cells, &next);
		assert_true(next > 0 && next >= n && next <= len - at);
		if (at > 0)
			buf_addc(out, '|');
		buf_add(out, s + at, n);
		at += next;
	}
}

struct wrap_case {
	const char *text;
	int cells;
	const char *expected;
};

static const struct wrap_case wrap_cases[] = {
    {"", 5, ""},
    {"one two three", 20, "one two three"},
    {"one two three", 7, "one two|three"},
    {"one two three", 8, "one two|three"},
    {"one two three", 6, "one|two|three"},
    {"one   two", 4, "one|two"},
    {"one two   ", 7, "one two"},
    {"abcdefgh", 3, "abc|def|gh"},
    {"a bcdefgh", 3, "a|bcd|efg|h"},
    {"state-of-the-art", 9, "state-of-|the-art"},
    {"and/or either", 5, "and/|or|eithe|r"},
    {"loss -5 or -6", 6, "loss|-5 or|-6"},
    {"90 (-$10K)", 6, "90|(-$10K|)"},
    {"70K-95K now", 8, "70K-95K|now"},
    {"up $70K-$95K", 8, "up|$70K-$95|K"},
    {"pre-2019 GPT-4", 8, "pre-2019|GPT-4"},
    {"well--known", 8, "well--|known"},
    {"2019–2024", 6, "2019–|2024"},
    {"日本語", 4, "日本|語"},
    {"日本語", 1, "日|本|語"},
    {"  in dent", 5, "  in|dent"},
    {"      x", 3, "|x"},
    {"  日", 3, "|日"},
    {"     ", 3, ""},
    {"e\u0301e\u0301", 1, "e\u0301|e\u0301"},
    {"abc", 0, "a|b|c"},
};

static void
test_wrap(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(wrap_cases); i++) {
		buf_clear(&b);
		wrap_all(&b, wrap_cases[i].text, wrap_cases[i].cells);
		assert_string_equal(b.data, wrap_cases[i].expected);
	}
	buf_free(&b);
}

/* Nothing is lost but blanks, and no line is too wide unless it is one cluster. */
static void
check_wrapped(const char *s, size_t len, int cells)
{
	size_t at = 0, n, next, i;
	int w;

	while (at < len) {
		n = text_wrap(s + at, len - at, cells, &next);
		assert_true(next > 0 && n <= next && next <= len - at);
		assert_true(n == 0 || s[at + n - 1] != ' ');
		for (i = n; i < next; i++)
			assert_int_equal(s[at + i], ' ');
		if (text_nwidth(s + at, n) > cells)
			assert_int_equal(text_cluster(s + at, n, &w), n);
		at += next;
	}
}

static void
test_wrap_random(void **state)
{
	struct buf b = BUF_INIT, safe = BUF_INIT;
	int i, cells;

	(void)state;
	for (i = 0; i < 3000; i++) {
		random_text(&b, 60);
		buf_clear(&safe);
		text_safe(&safe, b.data, b.len, false);
		for (cells = 1; cells < 30; cells += 1 + i % 4)
			check_wrapped(safe.data, safe.len, cells);
	}
	buf_free(&b);
	buf_free(&safe);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_decode),
	    cmocka_unit_test(test_encode),
	    cmocka_unit_test(test_width_is_wcwidth),
	    cmocka_unit_test(test_cluster),
	    cmocka_unit_test(test_clusters_add_up),
	    cmocka_unit_test(test_clip),
	    cmocka_unit_test(test_wrap),
	    cmocka_unit_test(test_wrap_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
