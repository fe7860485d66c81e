/*
 * Long walks over random keys, clicks, pastes and sizes: the same seed takes the same way. The program lives, shows its
 * cursor, and ends when it is told to. RANDOM_SEED and RANDOM_STEPS in the environment take other and longer walks.
 */
#include "apptty.h"

#include "career/base/buf.h"
#include "frames.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

enum { STEPS = 200, BATCH = 12 };

/* 'q' and Backspace are pressed apart, Q never. */
/* clang-format off */
static const char *const keys[] = {
	"j", "j", "j", "k", "\033[B", "\033[A", "\033OB", "\033OA", "\033[C", "\033[D", "h", "l", "g", "G",
	"\033[6~", "\033[5~", "\033[H", "\033[F", "\004", "\025", "\006", "\002", "\r", "\r", "\r", "\t", "\t",
	"\033[Z", " ", "x", "\033[3~", "/", "/", "i", "m", "s", "S", "J", "K", "]", "[", "n", "N", "1", "2", "1", "2",
	"r", "+", "o", "E", "z", "y", "w", ":", "?", "\033OP", "\f", "\032", "\003", "\003", "\003", "u", "\022", "c",
	"v", "B", "V", "C", "D", "D", "X", "<", ">", "{", "}", "a", "\020", "\016", "\001", "\005", "\013", "\027", "\031", "\024",
	"\033b", "\033f", "\033d", "\0330", "data", "cost<20k", "master", "\"science", "-", "state:", "CA,NY",
	"months:12..24", "earnings:none", "sort:-cost,", "award:b", "\u00e9", "\u6f22", "e\u0301", "kind:", "role:",
	"filter x", "go 9", "level mid", "section pay", "zoom",
};

static const char *const pastes[] = { "data\nscience", "\t", "cost<", "\xff\x80", "\u202e\u6f22\u0301", "" };
/* clang-format on */

struct walk {
	struct apptty how;
	struct tty *t;
	struct rng rng;
	struct buf trail; /* what was sent last, for the report */
};

static bool
chance(struct walk *w, uint32_t one_in)
{
	return rng_below(&w->rng, one_in) == 0;
}

static void
resize(struct walk *w)
{
	static const int limits[][2] = {{60, 160}, {60, 160}, {14, 60}, {300, 1000}};
	const int *limit = limits[rng_below(&w->rng, COUNT(limits))];
	int rows = 1 + (int)rng_below(&w->rng, (uint32_t)limit[0]);
	int cols = 1 + (int)rng_below(&w->rng, (uint32_t)limit[1]);

	buf_addf(&w->trail, "[%dx%d]", rows, cols);
	if (chance(w, 2))
		tty_resize(w->t, rows, cols);
	else
		tty_resize_only(w->t, rows, cols);
}

static void
mouse(struct walk *w)
{
	static const int buttons[] = {1, 1, 1, 4, 5};
	int rows, cols, y, x, button = buttons[rng_below(&w->rng, COUNT(buttons))];

	tty_size(w->t, &rows, &cols);
	y = (int)rng_below(&w->rng, (uint32_t)rows);
	x = (int)rng_below(&w->rng, (uint32_t)cols);
	buf_addf(&w->trail, "[button %d at %d,%d]", button, y, x);
	tty_mouse(w->t, button, y, x);
}

static void
type(struct walk *w)
{
	struct buf batch = BUF_INIT;

	for (uint32_t n = 1 + rng_below(&w->rng, BATCH); n > 0; n--)
		buf_adds(&batch, keys[rng_below(&w->rng, COUNT(keys))]);
	buf_adds(&w->trail, batch.data);
	tty_type(w->t, batch.data);
	buf_free(&batch);
}

/* Asks, or types into a prompt, or closes something: then nothing may say yes. */
static void
back(struct walk *w)
{
	const char *key = chance(w, 2) ? "q" : "\177";

	buf_adds(&w->trail, key);
	tty_type(w->t, key);
	tty_type(w->t, "\003");
}

static void
step(struct walk *w)
{
	const char *paste;

	switch (rng_below(&w->rng, 16)) {
	case 0:
		resize(w);
		break;
	case 1:
		mouse(w);
		break;
	case 2:
		back(w);
		break;
	case 3:
		paste = pastes[rng_below(&w->rng, COUNT(pastes))];
		buf_addf(&w->trail, "[paste %s]", paste);
		tty_paste(w->t, paste);
		break;
	default:
		type(w);
		break;
	}
}

/* A way out may be found (a choice in the help runs what it names): then another program goes on. */
static void
go_on(struct walk *w, const char *last)
{
	siginfo_t info = {0};
	int status;

	if (waitid(P_PID, (id_t)tty_pid(w->t), &info, WEXITED | WNOHANG | WNOWAIT) != 0
	    || info.si_pid == 0)
		return;
	status = tty_wait(w->t);
	if (status != 0)
		fail_msg("ended with %d after ...%s\n%s", status, last, tty_screen(w->t));
	apptty_unharmed(w->t);
	tty_end(w->t);
	w->t = apptty_start(&w->how);
}

/* The cursor is always somewhere to be seen. */
static void
check(struct walk *w)
{
	size_t from = w->trail.len > 400 ? w->trail.len - 400 : 0;
	int rows, cols, y, x;

	tty_sync(w->t);
	go_on(w, w->trail.data + from);
	tty_size(w->t, &rows, &cols);
	if (!tty_cursor(w->t, &y, &x) || y >= rows || x >= cols)
		fail_msg("%dx%d: no cursor (%d,%d) after ...%s\n%s", rows, cols, y, x,
		    w->trail.data + from, tty_screen(w->t));
}

static void
walk(const struct apptty *given, unsigned seed)
{
	const char *steps = getenv("RANDOM_STEPS");
	const char *const in_folder[] = {
	    "sh", "-c", "cd \"$0\" && exec \"$@\"", apptty_dir(), NULL};
	struct walk w = {.how = *given, .rng = {seed}, .trail = BUF_INIT};

	w.how.through = in_folder; /* what is written is written there */
	w.t = apptty_start(&w.how);
	for (long n = steps ? strtol(steps, NULL, 10) : STEPS; n > 0; n--) {
		step(&w);
		check(&w);
	}
	tty_resize(w.t, 24, 80);
	for (int i = 0; i < 8; i++)
		tty_keys(w.t, "^C");
	tty_keys(w.t, "n ^S ^C"); /* a note that is being written: ^C asks, and takes that back */
	apptty_on_selection(w.t);
	buf_free(&w.trail);
	apptty_quit(w.t);
}

static unsigned
first_seed(void)
{
	const char *seed = getenv("RANDOM_SEED");

	return seed ? (unsigned)strtoul(seed, NULL, 10) : 1;
}

static void
test_bundled(void **state)
{
	(void)state;
	for (unsigned i = 0; i < 3; i++)
		walk(&(struct apptty){.rows = 30, .cols = 110}, first_seed() + i);
}

static void
test_small(void **state)
{
	static const char *const env[] = {"LC_ALL=C", "TERM=vt100", NULL};

	(void)state;
	walk(&(struct apptty){.catalog = apptty_small()}, first_seed() + 100);
	walk(&(struct apptty){.catalog = apptty_small(), .env = env}, first_seed() + 101);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_bundled),
	    cmocka_unit_test(test_small),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
