/*
 * The terminal modules on a real pseudo-terminal, without the program around them: this binary
 * starts itself with "--demo" and shows the keys that it gets. What holds here holds for every
 * screen.
 */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/ui/draw.h"
#include "career/ui/input.h"
#include "career/ui/theme.h"
#include "check.h"
#include "tty.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* --- the demo --------------------------------------------------------------------------------- */

struct demo {
	struct term term;
	struct draw draw;
	struct input input;
	struct buf log; /* names of keys, newest last */
	unsigned frames;
};

static void
demo_draw(struct demo *d)
{
	struct area all, in;
	const char *tail;

	draw_begin(&d->draw, &d->term);
	all = (struct area){0, 0, d->draw.rows, d->draw.cols};
	in = draw_frame(&d->draw, &all, "demo");
	draw_textf(&d->draw, &in, 0, 0, STYLE_WARN, 0, "size %dx%d", d->draw.rows, d->draw.cols);
	tail = d->log.data + (d->log.len > 60 ? d->log.len - 60 : 0);
	draw_textf(&d->draw, &in, 1, 0, STYLE_TEXT, 0, "keys:%s", tail);
	draw_text(&d->draw, &in, 2, 0, "selected \u6f22", 0, STYLE_TEXT, DRAW_SELECTED);
	draw_textf(&d->draw, &in, 3, 0, STYLE_NOTE, 0, "frame %u", ++d->frames);
	draw_cursor(&d->draw, &in, 2, 0);
	draw_flush(&d->draw);
}

static void
demo_fault(void)
{
	volatile int *volatile nowhere = (volatile int *)(uintptr_t)16; /* NULL would be UBSan's */

	*nowhere = 1;
}

static void
demo_busy(struct demo *d)
{
	volatile bool forever = true;

	demo_draw(d);
	while (forever)
		;
}

/* Frames that nobody reads. */
static void
demo_flood(struct demo *d)
{
	buf_adds(&d->log, " flood");
	for (;;)
		demo_draw(d);
}

static void
demo_editor(struct demo *d)
{
	term_release(&d->term);
	if (system("test -t 0 && stty -a | grep -q ' icanon' && echo EDITOR WAS HERE") != 0)
		buf_adds(&d->log, " (editor failed)");
	term_retake(&d->term);
}

static void
demo_key(struct demo *d, const struct key *k)
{
	static const char *const mice[] = {"click", "double", "wheel-up", "wheel-down"};

	if (k->kind != KEYK_RESIZE)
		buf_addc(&d->log, ' ');
	if (k->kind == KEYK_PASTE) {
		buf_adds(&d->log, "+");
		text_encode(&d->log, k->ch);
	} else if (k->kind == KEYK_MOUSE) {
		buf_addf(&d->log, "%s:%d,%d", mice[k->mouse], k->y, k->x);
	} else {
		key_to_name(k, &d->log);
	}
	if (k->kind == KEYK_CTRL && k->ch == 'Z')
		term_suspend(&d->term);
	if (k->kind != KEYK_CHAR)
		return;
	switch (k->ch) {
	case 'S':
		demo_fault();
		break;
	case 'B':
		demo_busy(d);
		break;
	case 'F':
		demo_flood(d);
		break;
	case 'M':
		mem_zero(SIZE_MAX / 2, 4);
		break;
	case 'E':
		demo_editor(d);
		break;
	case 'C':
		term_clipboard(&d->term, "some text", 9);
		break;
	default:
		break;
	}
}

/* A frame follows what happened, and nothing follows the answer to the query: the test that waits
 * for it looks at the screen then. */
static int
demo_loop(struct demo *d)
{
	bool drawn = false;
	struct key k;

	for (;;) {
		k = input_next(&d->input, drawn ? -1 : 0);
		if (k.kind == KEYK_HANGUP)
			return ERR_DATA;
		if (k.kind == KEYK_CHAR && k.ch == 'q')
			return 0;
		drawn = k.kind == KEYK_NONE || k.kind == KEYK_SYNC;
		if (drawn)
			demo_draw(d);
		else
			demo_key(d, &k);
		if (k.kind == KEYK_SYNC)
			term_sync_reply(&d->term, (int)k.ch);
	}
}

static int
demo(void)
{
	static struct demo d;
	struct term_opts opts = {.color = COLOR_AUTO, .mouse = true};
	struct theme_want want = {0};
	struct theme theme;
	struct err e;
	int status, number;

	setlocale(LC_ALL, "");
	opts.ascii = MB_CUR_MAX == 1;
	buf_init(&d.log);
	if (!term_start(&d.term, &opts, &e)) {
		fprintf(stderr, "demo: %s\n", e.text);
		return (int)e.code;
	}
	theme_load(&theme, &want, &e);
	theme_init(&d.term, &theme);
	input_init(&d.input, &d.term);
	status = demo_loop(&d);
	number = term_signalled();
	term_stop(&d.term);
	buf_free(&d.log);
	if (number != 0)
		raise(number);
	return status;
}

/* --- the tests -------------------------------------------------------------------------------- */

static char self[4096];

static struct tty *
start_with(const char *const *env, bool job)
{
	const char *const argv[] = {self, "--demo", NULL};
	struct tty_opts o = {.argv = argv, .env = env, .rows = 8, .cols = 76, .job = job};

	return tty_start(&o);
}

static struct tty *
start(void)
{
	return start_with(NULL, false);
}

static void
assert_unharmed(struct tty *t)
{
	const char *damage = tty_damage(t);

	if (damage)
		fail_msg("%s; the screen:\n%s", damage, tty_screen(t));
}

static void
quit(struct tty *t)
{
	tty_send(t, "q", 1);
	assert_int_equal(tty_wait(t), 0);
	assert_unharmed(t);
	tty_end(t);
}

static double
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void
test_start_and_quit(void **state)
{
	struct tty *t = start();
	int y, x;

	(void)state;
	tty_sync(t);
	assert_on_screen(t, "size 8x76");
	assert_contains(tty_row(t, 0), "\u250c\u2500 demo \u2500\u2500");
	assert_int_equal(text_width(tty_row(t, 0)), 76);
	assert_contains(tty_row(t, 0), "\u2500\u2510");
	assert_true(tty_cursor(t, &y, &x));
	assert_int_equal(y, 3);
	assert_int_equal(x, 1);
	assert_string_equal(tty_damage(t), "the terminal's modes are changed");
	quit(t);
}

static void
test_attributes(void **state)
{
	struct tty *t = start();
	struct tty_cell c;
	int y, x;

	(void)state;
	tty_sync(t);
	assert_true(tty_find(t, "selected", &y, &x));
	c = tty_cell(t, y, x);
	assert_string_equal(c.text, "s");
	assert_true(c.reverse);
	assert_true(tty_find(t, "\u6f22", &y, &x));
	assert_int_equal(tty_cell(t, y, x).width, 2);
	assert_false(tty_cell(t, y, x + 2).reverse);
	assert_true(tty_find(t, "size", &y, &x));
	c = tty_cell(t, y, x);
	assert_true(c.bold);
	assert_int_equal(c.fg, 1);
	assert_int_equal(c.bg, -1);
	quit(t);
}

static void
test_no_color(void **state)
{
	static const char *const env[] = {"NO_COLOR=1", NULL};
	struct tty *t = start_with(env, false);
	int rows, cols, y, x;

	(void)state;
	tty_sync(t);
	assert_on_screen(t, "size 8x76");
	tty_size(t, &rows, &cols);
	for (y = 0; y < rows; y++)
		for (x = 0; x < cols; x++) {
			assert_int_equal(tty_cell(t, y, x).fg, -1);
			assert_int_equal(tty_cell(t, y, x).bg, -1);
		}
	assert_true(tty_find(t, "size", &y, &x));
	assert_true(tty_cell(t, y, x).bold);
	quit(t);
}

static void
test_keys(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_keys(t, "j Down PgUp S-Tab Enter Backspace Delete");
	assert_on_screen(t, "keys: j Down PgUp S-Tab Enter Backspace Delete");
	tty_keys(t, "^R ^C ^S ^V M-x F1 F10 Space \u00e9");
	assert_on_screen(t, "^R ^C ^S ^V M-x F1 F10 Space \u00e9");
	tty_type(t, "\033[99z\033[?1;2cEND");
	assert_on_screen(t, "\u00e9 E N D");
	quit(t);
}

static void
test_escape_alone(void **state)
{
	struct tty *t = start();
	double from;

	(void)state;
	tty_sync(t);
	from = now();
	tty_send(t, "\033", 1);
	tty_until(t, "Esc");
	print_message("a lone Esc was answered after %.0f ms\n", 1000 * (now() - from));
	tty_keys(t, "Esc x");
	assert_on_screen(t, "Esc M-x"); /* in one write */
	tty_keys(t, "Esc");
	assert_on_screen(t, "Esc M-x Esc");
	quit(t);
}

static void
test_split_sequence(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_send(t, "\033[", 2);
	tty_send(t, "1;", 2);
	tty_send(t, "3A\xe6", 3);
	tty_send(t, "\xbc\xa2", 2);
	tty_sync(t);
	assert_on_screen(t, "keys: M-Up \u6f22");
	quit(t);
}

static void
test_paste(void **state)
{
	struct tty *t = start();
	char many[6000];

	(void)state;
	tty_sync(t);
	assert_true(tty_mode(t, 2004));
	tty_paste(t, "qu\nit");
	assert_on_screen(t, "keys: +q +u +  +i +t");
	memset(many, 'q', sizeof many);
	many[sizeof many - 2] = 'E';
	many[sizeof many - 1] = '\0';
	tty_paste(t, many);
	assert_on_screen(t, "+q +q +E");
	quit(t);
}

static void
test_mouse(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_mouse(t, 1, 4, 20);
	tty_mouse(t, 1, 5, 20);
	tty_send(t, "\033[<0;3;3M\033[<0;3;3m\033[<0;3;3M", 27);
	tty_mouse(t, 4, 2, 2);
	tty_mouse(t, 5, 7, 75);
	assert_on_screen(t, "click:5,20 click:2,2 double:2,2 wheel-up:2,2 wheel-down:7,75");
	quit(t);
}

static void
test_clipboard(void **state)
{
	struct tty *t = start();
	size_t len;

	(void)state;
	tty_keys(t, "C");
	assert_contains(tty_output(t, &len), "\033]52;c;c29tZSB0ZXh0\a");
	quit(t);
}

static void
test_resize(void **state)
{
	struct tty *t = start();
	int i;

	(void)state;
	tty_sync(t);
	for (i = 1; i < 60; i++)
		tty_resize_only(t, 1 + i % 31, 1 + i * 7 % 140);
	tty_resize(t, 12, 40);
	assert_on_screen(t, "size 12x40");
	assert_int_equal(strlen(tty_row(t, 11)), 40 * strlen("\u2500"));
	tty_resize(t, 1, 1);
	tty_resize(t, 8, 76);
	assert_on_screen(t, "size 8x76");
	quit(t);
}

/* LINES and COLUMNS of some parent must not be believed. */
static void
test_size_of_environment(void **state)
{
	static const char *const env[] = {"LINES=50", "COLUMNS=200", NULL};
	struct tty *t = start_with(env, false);

	(void)state;
	tty_sync(t);
	assert_on_screen(t, "size 8x76");
	tty_resize(t, 9, 60);
	assert_on_screen(t, "size 9x60");
	quit(t);
}

static void
hang_up(const char *const *env)
{
	struct tty *t = start_with(env, false);
	double from;

	tty_sync(t);
	from = now();
	tty_hang_up(t);
	assert_int_equal(tty_wait(t), ERR_DATA);
	print_message(
	    "ended %.0f ms after the terminal vanished, with %.3f s of processor time in all\n",
	    1000 * (now() - from), tty_cpu(t));
	assert_true(tty_cpu(t) < 1.0);
	tty_end(t);
}

static void
test_hang_up(void **state)
{
	(void)state;
	hang_up(NULL);
}

static void
test_hang_up_ignored(void **state)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, old;

	(void)state;
	sigaction(SIGHUP, &ignore, &old);
	hang_up(NULL);
	sigaction(SIGHUP, &old, NULL);
}

static void
test_terminated(void **state)
{
	static const int numbers[] = {SIGTERM, SIGINT};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(numbers); i++) {
		struct tty *t = start();

		tty_sync(t);
		kill(tty_pid(t), numbers[i]);
		assert_int_equal(tty_wait(t), -numbers[i]);
		assert_unharmed(t);
		tty_end(t);
	}
}

/* A program that does not come back to its loop ends all the same. */
static void
test_terminated_while_busy(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_send(t, "B", 1);
	tty_until(t, "keys: B");
	kill(tty_pid(t), SIGTERM);
	assert_int_equal(tty_wait(t), -SIGTERM);
	assert_unharmed(t);
	tty_end(t);
}

/* One whose output nobody takes any more. */
static void
test_terminated_while_blocked(void **state)
{
	struct tty *t = start();
	siginfo_t info;

	(void)state;
	tty_sync(t);
	tty_send(t, "F", 1);
	tty_until(t, "flood");
	kill(tty_pid(t), SIGTERM);
	assert_int_equal(waitid(P_PID, (id_t)tty_pid(t), &info, WEXITED | WNOWAIT), 0);
	assert_int_equal(tty_wait(t), -SIGTERM);
	assert_unharmed(t);
	tty_end(t);
}

static void
test_fatal_signals(void **state)
{
	static const int numbers[] = {SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGUSR1};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(numbers); i++) {
		struct tty *t = start();
		int status;

		tty_sync(t);
		kill(tty_pid(t), numbers[i]);
		status = tty_wait(t);
		/* A sanitizer's handler follows ours and exits. */
		if (status != -numbers[i] && status <= 0)
			fail_msg("signal %d: status %d", numbers[i], status);
		assert_unharmed(t);
		tty_end(t);
	}
}

static void
test_quit_key(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_send(t, "\034", 1);
	assert_int_equal(tty_wait(t), -SIGQUIT);
	assert_unharmed(t);
	tty_end(t);
}

static void
test_fault(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_send(t, "S", 1);
	assert_int_not_equal(tty_wait(t), 0);
	assert_unharmed(t);
	tty_end(t);
}

static void
test_out_of_memory(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_sync(t);
	tty_send(t, "M", 1);
	assert_int_equal(tty_wait(t), ERR_DATA);
	assert_unharmed(t);
	assert_on_screen(t, "memory"); /* said on the ordinary screen */
	tty_end(t);
}

static void
test_suspend(void **state)
{
	struct tty *t = start_with(NULL, true);

	(void)state;
	tty_keys(t, "a b ^Z");
	assert_true(tty_wait_stopped(t));
	assert_unharmed(t);
	assert_false(tty_has(t, "size"));
	tty_continue(t);
	assert_on_screen(t, "keys: a b ^Z");
	assert_true(tty_mode(t, 2004));
	tty_resize(t, 10, 60);
	tty_keys(t, "c");
	assert_on_screen(t, "size 10x60");
	quit(t);
}

static void
test_suspend_by_signal(void **state)
{
	struct tty *t = start_with(NULL, true);

	(void)state;
	tty_keys(t, "a");
	kill(tty_pid(t), SIGTSTP);
	assert_true(tty_wait_stopped(t));
	assert_unharmed(t);
	tty_resize_only(t, 9, 50);
	tty_continue(t);
	assert_on_screen(t, "size 9x50");
	assert_on_screen(t, "keys: a");
	quit(t);
}

/* SIGSTOP cannot be caught: the shell resets the modes, and the program sets its own again. */
static void
test_stopped_hard(void **state)
{
	struct tty *t = start_with(NULL, true);

	(void)state;
	tty_keys(t, "a");
	kill(tty_pid(t), SIGSTOP);
	assert_false(tty_wait_stopped(t));
	tty_continue(t);
	tty_keys(t, "b");
	assert_on_screen(t, "keys: a");
	assert_on_screen(t, "b");
	quit(t);
}

/* Nobody could continue it: it goes on at once. */
static void
test_suspend_without_job_control(void **state)
{
	struct tty *t = start();

	(void)state;
	tty_keys(t, "a ^Z b");
	assert_on_screen(t, "keys: a ^Z b");
	quit(t);
}

static void
test_editor(void **state)
{
	struct tty *t = start();
	size_t len;

	(void)state;
	tty_keys(t, "a E b");
	assert_contains(tty_output(t, &len), "EDITOR WAS HERE");
	assert_on_screen(t, "keys: a E");
	assert_on_screen(t, " b");
	assert_false(tty_has(t, "EDITOR"));
	assert_false(tty_has(t, "failed"));
	quit(t);
}

/* One line and exit code 2, and nothing is written to a terminal that cannot be used. */
static void
test_no_terminal_type(void **state)
{
	static const char *const terms[] = {"TERM", "TERM=", "TERM=dumb", "TERM=nonsense",
	    "TERM=unknown", "TERM=../../../etc/passwd"};
	size_t i, len;

	(void)state;
	for (i = 0; i < COUNT(terms); i++) {
		const char *const env[] = {terms[i], NULL};
		struct tty *t = start_with(env, false);
		const char *out;

		assert_int_equal(tty_wait(t), ERR_USAGE);
		out = tty_output(t, &len);
		assert_contains(out, "demo: ");
		assert_contains(out, "TERM");
		assert_ptr_equal(strchr(out, '\n'), out + len - 1);
		assert_null(strchr(out, '\033'));
		assert_unharmed(t);
		tty_end(t);
	}
}

static void
test_not_a_terminal(void **state)
{
	char command[5000];
	const char *const argv[] = {"sh", "-c", command, NULL};
	struct tty_opts o = {.argv = argv};
	struct tty *t;

	(void)state;
	snprintf(command, sizeof command, "'%s' --demo </dev/null", self);
	t = tty_start(&o);
	assert_int_equal(tty_wait(t), ERR_USAGE);
	assert_on_screen(t, "need a terminal");
	tty_end(t);
}

static void
test_terminal_types(void **state)
{
	static const char *const terms[] = {"TERM=xterm", "TERM=xterm-256color", "TERM=xterm-mono",
	    "TERM=vt100", "TERM=vt220", "TERM=linux", "TERM=screen", "TERM=screen-256color",
	    "TERM=tmux-256color", "TERM=rxvt", "TERM=rxvt-unicode-256color", "TERM=ansi"};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(terms); i++) {
		const char *const env[] = {terms[i], NULL};
		struct tty *t = start_with(env, false);

		tty_keys(t, "Down x Esc");
		assert_on_screen(t, "size 8x76");
		assert_on_screen(t, "keys: Down x Esc");
		quit(t);
	}
}

static void
test_plain_locale(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	struct tty *t = start_with(env, false);
	size_t len, i;
	const char *out;

	(void)state;
	tty_keys(t, "\u00e9 x");
	assert_on_screen(t, "size 8x76");
	assert_string_equal(tty_row(t, 3),
	    "|selected ??"
	    "                                                               |");
	out = tty_output(t, &len);
	for (i = 0; i < len; i++)
		assert_in_range(out[i], 0, 0x7f);
	quit(t);
}

static int
find_self(void **state)
{
	ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);

	(void)state;
	return n > 0 ? 0 : -1;
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_start_and_quit),
	    cmocka_unit_test(test_attributes),
	    cmocka_unit_test(test_no_color),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_escape_alone),
	    cmocka_unit_test(test_split_sequence),
	    cmocka_unit_test(test_paste),
	    cmocka_unit_test(test_mouse),
	    cmocka_unit_test(test_clipboard),
	    cmocka_unit_test(test_resize),
	    cmocka_unit_test(test_size_of_environment),
	    cmocka_unit_test(test_hang_up),
	    cmocka_unit_test(test_hang_up_ignored),
	    cmocka_unit_test(test_terminated),
	    cmocka_unit_test(test_terminated_while_busy),
	    cmocka_unit_test(test_terminated_while_blocked),
	    cmocka_unit_test(test_fatal_signals),
	    cmocka_unit_test(test_quit_key),
	    cmocka_unit_test(test_fault),
	    cmocka_unit_test(test_out_of_memory),
	    cmocka_unit_test(test_suspend),
	    cmocka_unit_test(test_suspend_by_signal),
	    cmocka_unit_test(test_stopped_hard),
	    cmocka_unit_test(test_suspend_without_job_control),
	    cmocka_unit_test(test_editor),
	    cmocka_unit_test(test_no_terminal_type),
	    cmocka_unit_test(test_not_a_terminal),
	    cmocka_unit_test(test_terminal_types),
	    cmocka_unit_test(test_plain_locale),
	};

	if (argc > 1 && strcmp(argv[1], "--demo") == 0)
		return demo();
	return cmocka_run_group_tests(tests, find_self, NULL);
}
