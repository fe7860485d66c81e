#include "career/base/text.h"
#include "career/ui/input.h"
#include "check.h"

#include <locale.h>
#include <stdlib.h>

/* What a stream of bytes gives, as names between blanks: characters and keys as key_to_name,
 * "paste:x", "click:y,x", "wheel-up:y,x", "sync:n". */
static void
describe(const struct key *k, struct buf *out)
{
	static const char *const mice[] = {"click", "double", "wheel-up", "wheel-down"};

	if (out->len > 0)
		buf_addc(out, ' ');
	switch (k->kind) {
	case KEYK_PASTE:
		buf_adds(out, "paste:");
		text_encode(out, k->ch);
		break;
	case KEYK_MOUSE:
		buf_addf(out, "%s:%d,%d", mice[k->mouse], k->y, k->x);
		break;
	case KEYK_SYNC:
		buf_addf(out, "sync:%d", (int)k->ch);
		break;
	default:
		key_to_name(k, out);
		break;
	}
}

static void
take_all(struct decoder *d, struct buf *out)
{
	struct key k;

	while (decoder_next(d, &k))
		describe(&k, out);
}

/* Bytes at once, or one by one; then nothing more comes. */
static const char *
decode(const char *bytes, size_t len, bool one_by_one)
{
	static struct buf out = BUF_INIT;
	struct decoder d;
	size_t step = one_by_one ? 1 : len, i;

	buf_clear(&out);
	decoder_init(&d, true);
	for (i = 0; i < len; i += step) {
		assert_int_equal(decoder_feed(&d, bytes + i, step), step);
		take_all(&d, &out);
	}
	while (decoder_wait(&d) > 0) {
		decoder_late(&d);
		take_all(&d, &out);
	}
	return out.data;
}

static void
assert_keys(const char *bytes, size_t len, const char *names)
{
	assert_string_equal(decode(bytes, len, false), names);
	assert_string_equal(decode(bytes, len, true), names);
}

#define KEYS(bytes, names) assert_keys((bytes), sizeof(bytes) - 1, (names))

static void
test_characters(void **state)
{
	(void)state;
	KEYS("", "");
	KEYS("aZ~ 0", "a Z ~ Space 0");
	KEYS("\u00e9\u6f22\U0001d11e", "\u00e9 \u6f22 \U0001d11e");
	KEYS("\x80\xff\xc0\xafx", "x");
	KEYS("\xe6\xbcx", "x"); /* broken off */
	KEYS("x\xe6\xbc", "x"); /* the rest never comes */
	KEYS("\xc2\x9b"
	     "A",
	    "A");                   /* C1 control as UTF-8 */
	KEYS("\xed\xa0\x80q", "q"); /* surrogate */
}

static void
test_controls(void **state)
{
	(void)state;
	KEYS("\x01\x12\x1a\x1c\x1d\x1e\x1f", "^A ^R ^Z ^\\ ^] ^^ ^_");
	KEYS("\0", "^@");
	KEYS("\b\x7f\t\n\r", "Backspace Backspace Tab Enter Enter");
}

static void
test_escape(void **state)
{
	(void)state;
	KEYS("\033", "Esc");
	KEYS("\033\033", "Esc Esc");
	KEYS("\033x", "M-x");
	KEYS("\033\u00e9", "M-\u00e9");
	KEYS("\033\x12", "M-^R");
	KEYS("\033\r", "M-Enter");
	KEYS("\033\x7f", "M-Backspace");
	KEYS("\033 ", "M-Space");
	KEYS("\033[", "M-[");
	KEYS("\033O", "M-O");
	KEYS("\033\033x", "Esc M-x");
	KEYS("\033\033[A", "M-Up");
	KEYS("\033\033OA", "M-Up");
	KEYS("\033\033[", "Esc M-[");
	KEYS("\033\033[99z", "Esc");
}

static void
test_named(void **state)
{
	(void)state;
	KEYS("\033[A\033[B\033[C\033[D\033[H\033[F", "Up Down Right Left Home End");
	KEYS("\033OA\033OB\033OC\033OD\033OH\033OF", "Up Down Right Left Home End");
	KEYS("\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~\033[7~\033[8~",
	    "Home Insert Delete End PgUp PgDn Home End");
	KEYS("\033OP\033OQ\033OR\033OS", "F1 F2 F3 F4");
	KEYS("\033[[A\033[[E", "F1 F5");
	KEYS("\033[11~\033[15~\033[17~\033[21~", "F1 F5 F6 F10");
	KEYS("\033[Z", "S-Tab");
	KEYS(
	    "\033[1;2A\033[1;5C\033[5;5~", "Up Right PgUp"); /* Shift and Ctrl are not told apart */
	KEYS("\033[1;3A\033[3;3~\033[1;7B", "M-Up M-Delete M-Down");
	KEYS("\033[1;3P", "M-F1");
	KEYS("\033OM\033Oj\033Ok\033Oy\033OX", "Enter * + 9 =");
	KEYS("\033Oa\033[b", "Up Down");
}

static void
test_unknown_swallowed(void **state)
{
	(void)state;
	KEYS("a\033[99zb", "a b");
	KEYS("a\033[?62;1;2cb", "a b");
	KEYS("a\033[>0;276;0cb", "a b");
	KEYS("a\033[I\033[Ob", "a b"); /* focus */
	KEYS("a\033[200000000000000000000000~b", "a b");
	KEYS("a\033[1;2;3;4;5;6;7;8xb", "a b");
	KEYS("a\033[?2026;2$yb", "a b");
	KEYS("a\033[34~b", "a b");
	KEYS("a\033Ozb", "a b");
	KEYS("a\033[[Zb", "a b");
	KEYS("a\033[12", "a"); /* the rest never comes */
}

/* A control breaks a sequence off and stands for itself. */
/* Answers of a terminal that somebody before us asked. */
static void
test_strings_swallowed(void **state)
{
	(void)state;
	KEYS("\033]11;rgb:1a1a/0000/ffff\a"
	     "x",
	    "x");
	KEYS("\033]11;rgb:1a1a/0000/ffff\033\\x", "x");
	KEYS("\033P1$r0m\033\\x", "x");
	KEYS("\033P>|term(3)\033\\\033_Gi=1;OK\033\\\033^x\033\\\033Xx\033\\q", "q");
	KEYS("\033]\a"
	     "x",
	    "x");
	KEYS("\033]qqq", ""); /* broken off */
	KEYS("\033]qqq\033[A", "Up");
	KEYS("\033Pq\rx", "Enter x");
	KEYS("\033P", "M-P"); /* keys all the same */
	KEYS("\033]", "M-]");
	KEYS("\033]\033[A", "M-] Up");
	KEYS("\033_\r", "M-_ Enter");
}

static void
test_broken_off(void **state)
{
	(void)state;
	KEYS("\033[1;\rx", "Enter x");
	KEYS("\033[1;\033[A", "Up");
	KEYS("\033[\x12", "^R");
	KEYS("\033[1\u00e9", "\u00e9");
	KEYS("\033[[\r", "Enter");
}

static void
test_overlong(void **state)
{
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	buf_adds(&b, "a\033[");
	for (i = 0; i < 9000; i++)
		buf_adds(&b, "1;");
	buf_adds(&b, "Ab");
	assert_string_equal(decode(b.data, b.len, true), "a b");
	buf_clear(&b);
	buf_adds(&b, "a\033[");
	buf_pad(&b, '7', 500);
	buf_adds(&b, "\rb");
	assert_keys(b.data, b.len, "a Enter b");
	buf_free(&b);
}

static void
test_paste(void **state)
{
	(void)state;
	KEYS("\033[200~ab q\033[201~q", "paste:a paste:b paste:  paste:q q");
	KEYS("\033[200~1\r\n2\n3\r4\t5\033[201~",
	    "paste:1 paste:  paste:2 paste:  paste:3 paste:  paste:4 paste:  paste:5");
	KEYS("\033[200~\u6f22\033[201~", "paste:\u6f22");
	KEYS("\033[200~a\x03\x1a\x11"
	     "b\033[201~",
	    "paste:a paste:b");
	KEYS("\033[200~a\033[A\033[31mb\033OPc\033[201~Q", "paste:a paste:b paste:c Q");
	KEYS("\033[201~Q", "Q");
	KEYS("\033[200~\033[200~x\033[201~Q", "paste:x Q");
	KEYS("\033\033[200~x\033[201~Q", "Esc paste:x Q");
	KEYS("\033[200~x\033\033[201~Q", "paste:x Q");
	KEYS("\033[200~x\xff\033[201~Q", "paste:x Q");
}

/* The end of the paste got lost: Esc is the way out. */
static void
test_paste_without_end(void **state)
{
	(void)state;
	KEYS("\033[200~x\033", "paste:x Esc");
}

static void
test_mouse(void **state)
{
	(void)state;
	KEYS("\033[<0;5;3M\033[<0;5;3m", "click:2,4");
	KEYS("\033[<64;1;1M\033[<65;200;100M", "wheel-up:0,0 wheel-down:99,199");
	KEYS("\033[<16;5;3M", "click:2,4");                /* with Ctrl */
	KEYS("\033[<2;5;3M\033[<1;5;3M\033[<32;5;3M", ""); /* right, middle, motion */
	KEYS("\033[<0;0;0M\033[<0;5M\033[<0;5;3;9Mx", "x");
	KEYS("\033[M %#q", "click:2,4 q"); /* the old form */
	KEYS("\033[M`!!q", "wheel-up:0,0 q");
	KEYS("\033[M#%#q", "q"); /* its release */
}

static void
test_sync(void **state)
{
	struct decoder d;
	struct key k;

	(void)state;
	KEYS("ab\033[?7777;12~c", "a b sync:12 c");
	KEYS("\033\033[?7777;1~", "Esc sync:1");
	KEYS("\033[200~x\033[?7777;1~y\033[201~", "paste:x paste:y");
	decoder_init(&d, false);
	decoder_feed(&d, "\033[?7777;12~", 11);
	assert_false(decoder_next(&d, &k));
	assert_int_equal(decoder_wait(&d), 0);
}

static void
test_wait(void **state)
{
	struct decoder d;
	struct key k;

	(void)state;
	decoder_init(&d, false);
	assert_int_equal(decoder_wait(&d), 0);
	decoder_late(&d); /* nothing waits: says nothing about what comes */
	decoder_feed(&d, "\033", 1);
	assert_false(decoder_next(&d, &k));
	assert_int_equal(decoder_wait(&d), DECODE_ESC_MS);
	decoder_late(&d);
	decoder_feed(&d, "[", 1); /* it came after all */
	assert_false(decoder_next(&d, &k));
	assert_int_equal(decoder_wait(&d), DECODE_REST_MS);
	decoder_feed(&d, "A", 1);
	assert_true(decoder_next(&d, &k));
	assert_int_equal(k.named, KEYN_UP);
	assert_int_equal(decoder_wait(&d), 0);
}

static void
test_room(void **state)
{
	static char many[DECODE_BYTES + 100];
	struct decoder d;
	struct key k;
	size_t n = 0;

	(void)state;
	memset(many, 'x', sizeof many);
	decoder_init(&d, false);
	assert_int_equal(decoder_feed(&d, many, sizeof many), DECODE_BYTES);
	assert_int_equal(decoder_feed(&d, many, 1), 0);
	while (decoder_next(&d, &k))
		n++;
	assert_int_equal(n, DECODE_BYTES);
	assert_int_equal(decoder_feed(&d, many, 100), 100);
}

static void
test_bytes_locale(void **state)
{
	(void)state;
	/* Where a byte is a character, é is E9; such a locale may not be installed. */
	if (setlocale(LC_CTYPE, "en_US.ISO-8859-1") == NULL) {
		skip();
		return;
	}
	KEYS("\xe9x", "\u00e9 x");
	setlocale(LC_CTYPE, "C.UTF-8");
}

/* --- names ------------------------------------------------------------------------------------ */

static const char *
name_of(const char *name)
{
	static struct buf b = BUF_INIT;
	struct key k;

	buf_clear(&b);
	if (!key_from_name(name, &k)) {
		assert_int_equal(k.kind, KEYK_NONE);
		return NULL;
	}
	key_to_name(&k, &b);
	return b.data;
}

/* Every name reads back as itself, with and without Alt. */
static void
test_names(void **state)
{
	static const char *const names[] = {"a", "Z", "0", "/", "?", "^", "-", "M", "~", "\u00e9",
	    "\u6f22", "Space", "^A", "^Z", "^R", "^@", "^\\", "^]", "^^", "^_", "Up", "Down",
	    "Left", "Right", "PgUp", "PgDn", "Home", "End", "Enter", "Esc", "Tab", "S-Tab",
	    "Backspace", "Delete", "Insert", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9",
	    "F10"};
	char meta[32];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(names); i++) {
		assert_non_null(name_of(names[i]));
		assert_string_equal(name_of(names[i]), names[i]);
		snprintf(meta, sizeof meta, "M-%s", names[i]);
		assert_string_equal(name_of(meta), meta);
	}
}

static void
test_other_names(void **state)
{
	static const char *const names[][2] = {{"^r", "^R"}, {"^M", "Enter"}, {"^J", "Enter"},
	    {"^I", "Tab"}, {"^H", "Backspace"}, {"^?", "Backspace"}, {"^[", "Esc"}, {" ", "Space"},
	    {"pgdn", "PgDn"}, {"PageUp", "PgUp"}, {"f10", "F10"}, {"Del", "Delete"},
	    {"M-^M", "M-Enter"}, {"M-M", "M-M"}, {"M--", "M--"}};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(names); i++)
		assert_string_equal(name_of(names[i][0]), names[i][1]);
}

static void
test_no_names(void **state)
{
	static const char *const names[] = {"", "M-", "ab", "F0", "F11", "^ab", "^\u00e9", "^5",
	    "Click", "\033", "\x7f", "\xff", "\xc2\x85", "S-", "Nothing", "M-M-x"};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(names); i++)
		assert_null(name_of(names[i]));
}

static void
test_events_have_no_name(void **state)
{
	static const enum key_kind kinds[] = {
	    KEYK_NONE, KEYK_MOUSE, KEYK_PASTE, KEYK_RESIZE, KEYK_SYNC, KEYK_HANGUP};
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(kinds); i++)
		key_to_name(&(struct key){.kind = kinds[i], .ch = 'x', .meta = true}, &b);
	assert_int_equal(b.len, 0);
	buf_free(&b);
}

static int
use_utf8(void **state)
{
	(void)state;
	return setlocale(LC_ALL, "C.UTF-8") == NULL;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_characters),
	    cmocka_unit_test(test_controls),
	    cmocka_unit_test(test_escape),
	    cmocka_unit_test(test_named),
	    cmocka_unit_test(test_unknown_swallowed),
	    cmocka_unit_test(test_strings_swallowed),
	    cmocka_unit_test(test_broken_off),
	    cmocka_unit_test(test_overlong),
	    cmocka_unit_test(test_paste),
	    cmocka_unit_test(test_paste_without_end),
	    cmocka_unit_test(test_mouse),
	    cmocka_unit_test(test_sync),
	    cmocka_unit_test(test_wait),
	    cmocka_unit_test(test_room),
	    cmocka_unit_test(test_bytes_locale),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_other_names),
	    cmocka_unit_test(test_no_names),
	    cmocka_unit_test(test_events_have_no_name),
	};

	return cmocka_run_group_tests(tests, use_utf8, NULL);
}
