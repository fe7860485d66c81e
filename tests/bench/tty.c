/*
 * The program itself on a pseudo-terminal, from what is typed to the settled screen. The sync of tty.h
 * says when that is, so nothing waits for silence; the work of the terminal's emulator is in the times.
 * The same keys are typed in several sessions: the least time of each key is its own, the rest is what
 * else the machine did.
 */
#include "bench.h"

#include "career/base/buf.h"
#include "tty.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 50, COLUMNS = 132, STARTS = 7, SESSIONS = 3, PRESSES = 200, LABEL = 52, NAME = 24 };

enum group {
	WORDS,
	VALUES,
	MOVES,
	AGAIN,
	CHOICES,
	OTHERS,
	ALL,
	FIRST,
	QUERY,
	GROUPS,
	QUIET = GROUPS
};

/* Aims in ms for the median and the worst; 0: none. */
static const struct {
	const char *what;
	double median, worst;
} groups[GROUPS] = {
    [WORDS] = {"words into the live filter: " BENCH_WORDS, 16, 33},
    [VALUES] = {"values and ranges into the live filter", 16, 33},
    [MOVES] = {"Up, Down, PgUp, PgDn, Home, End", 16, 33},
    [AGAIN] = {"sorts used before", 16, 33},
    [CHOICES] = {"facet values chosen, left out, taken back", 16, 33},
    [OTHERS] = {"filter opened and left, chips, rows that state none", 16, 33},
    [ALL] = {"all of these", 16, 33},
    [FIRST] = {"sorts used for the first time", 60, 60},
    [QUERY] = {"a whole query at once, as asked of SQL above", 0, 0},
};

/* How a step is sent: key by key, letter by letter, or as one text. */
enum how { KEYS, LETTERS, LINE };

static const struct step {
	enum group group;
	enum how how;
	const char *what;
} steps[] = {
    {OTHERS, KEYS, "/"},
    {WORDS, LETTERS, BENCH_WORDS},
    {MOVES, KEYS, "Down Down PgDn Up PgUp"},
    {OTHERS, KEYS, "^C /"},
    {VALUES, LETTERS, "state:ca,ny cost<60k"},
    {OTHERS, KEYS, "^C /"},
    {VALUES, LETTERS, "months:12..24"},
    {OTHERS, KEYS, "Enter + +"},
    /* Into the chips. */
    {QUIET, KEYS, "S-Tab S-Tab"},
    {OTHERS, KEYS, "Enter Enter x"},
    {MOVES, KEYS, "Down Down Down PgDn PgDn PgUp End Home"},
    /* By the first column, then by the last one and another. */
    {FIRST, KEYS, "s s"},
    {AGAIN, KEYS, "s s s s"},
    {QUIET, KEYS, "Right Right Right Right Right Right"},
    {FIRST, KEYS, "s s"},
    {QUIET, KEYS, "Left"},
    {FIRST, KEYS, "S S"},
    {AGAIN, KEYS, "S"},
    {FIRST, KEYS, "s s"},
    {QUIET, LINE, ":clear\r"},
    {FIRST, LINE, ":sort " BENCH_SORT "\r"},
    /* Into the facets: the cursor stays on a value that moves to the top. */
    {QUIET, KEYS, "S-Tab Down"},
    {CHOICES, KEYS, "Enter Enter Down Enter Down Down x x"},
    {MOVES, KEYS, "Down PgDn"},
    {CHOICES, KEYS, "Enter x x"},
    {QUIET, LINE, ":clear\r"},
    {QUERY, LINE, ":filter " BENCH_QUERY " sort:" BENCH_SORT "\r"},
    {QUIET, LINE, ":clear\r"},
    {QUERY, LINE, ":filter " BENCH_QUERY " sort:" BENCH_SORT "\r"},
    {QUIET, LINE, ":clear\r"},
    {QUERY, LINE, ":filter " BENCH_QUERY " sort:" BENCH_SORT "\r"},
};

/* One thing that was sent, with the least and the most of all sessions. */
struct press {
	enum group group;
	char name[NAME];
	double least, most;
};

struct session {
	struct tty *t;
	struct times open, programs; /* of several starts */
	struct press press[PRESSES];
	size_t at, n; /* the next one to be sent; how many were */
	double mib;
};

/* --- measuring -------------------------------------------------------------------------------- */

static void
start(struct session *s, const char *catalog)
{
	const char *program = getenv("CAREER_BIN");
	const char *const argv[] = {
	    program ? program : "build/career", "--catalog", catalog, "--guest", NULL};
	/* No settings of a person. */
	static const char *const env[] = {
	    "HOME=/nonexistent", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", NULL};
	struct tty_opts o = {.argv = argv, .env = env, .rows = ROWS, .cols = COLUMNS};
	double from = bench_now();

	s->t = tty_start(&o);
	tty_sync(s->t);
	times_add(&s->open, bench_now() - from);
	from = bench_now();
	tty_type(s->t, "2");
	times_add(&s->programs, bench_now() - from);
}

/* Sends one thing and waits for its screen. */
static void
press(struct session *s, enum group g, void (*send)(struct tty *t, const char *what),
    const char *what, const char *name)
{
	double from = bench_now(), ms;
	struct press *p = &s->press[s->at];

	send(s->t, what);
	ms = bench_now() - from;
	if (g == QUIET || s->at == PRESSES)
		return;
	if (s->at++ == s->n) {
		s->n++;
		*p = (struct press){.group = g, .least = ms, .most = ms};
		snprintf(p->name, NAME, "%s", name);
	}
	p->least = ms < p->least ? ms : p->least;
	p->most = ms > p->most ? ms : p->most;
}

static void
run_keys(struct session *s, const struct step *step)
{
	const char *key = step->what;

	while (*key) {
		char name[NAME];
		size_t len = strcspn(key, " ");

		snprintf(name, sizeof name, "%.*s", (int)len, key);
		press(s, step->group, tty_keys, name, name);
		key += len;
		key += *key == ' ';
	}
}

static void
run_letters(struct session *s, const struct step *step)
{
	size_t i;

	for (i = 0; step->what[i]; i++) {
		char letter[2] = {step->what[i], '\0'}, name[NAME];

		snprintf(name, sizeof name, "'%.*s'", (int)i + 1, step->what);
		press(s, step->group, tty_type, letter, name);
	}
}

static void
run_steps(struct session *s)
{
	size_t i;

	s->at = 0;
	for (i = 0; i < sizeof steps / sizeof *steps; i++)
		if (steps[i].how == KEYS)
			run_keys(s, &steps[i]);
		else if (steps[i].how == LETTERS)
			run_letters(s, &steps[i]);
		else
			press(s, steps[i].group, tty_type, steps[i].what, "");
}

/* False when the program did not stay on the list of programs. */
static bool
run_sessions(struct session *s, const char *catalog)
{
	bool good = true;
	int i;

	memset(s, 0, sizeof *s);
	for (i = 0; good && i < STARTS; i++) {
		start(s, catalog);
		if (i >= STARTS - SESSIONS)
			run_steps(s);
		good = tty_has(s->t, "[2 Programs]");
		if (!good)
			printf("  the program is not where it should be:\n%s\n", tty_screen(s->t));
		s->mib = bench_mib(tty_pid(s->t), "VmHWM:");
		tty_end(s->t);
	}
	return good;
}

/* --- printing --------------------------------------------------------------------------------- */

/* What is known of a group, or of one kind of start. */
struct line {
	const char *what;
	double median, worst; /* aims, 0: none */
	struct times own;     /* the least of each key */
	double most;          /* of all */
	const char *slowest;
};

static void
print_line(struct line *l)
{
	struct buf aim = BUF_INIT;

	if (l->median > 0 && l->worst > l->median)
		buf_addf(&aim, "%.0f, %.0f", l->median, l->worst);
	else if (l->median > 0)
		buf_addf(&aim, "%.0f", l->median);
	printf("  %-*s %4d %8.2f %8.2f %8.2f  %-7s %s\n", LABEL, l->what, l->own.n,
	    times_median(&l->own), times_worst(&l->own), l->most, aim.data, l->slowest);
	buf_free(&aim);
}

static void
print_heading(const char *what)
{
	printf("\n%-*s      n   median    worst  at most  aim, ms slowest\n", LABEL, what);
}

/* Starts are not repeated in the same state: their worst is the most. */
static void
print_start(struct session *s, double aim)
{
	struct line open = {.what = "start to the first settled screen", .slowest = ""};
	struct line programs = {.what = "then to the settled list of programs", .slowest = ""};

	open.own = s->open;
	open.median = aim;
	open.most = times_worst(&s->open);
	programs.own = s->programs;
	programs.most = times_worst(&s->programs);
	print_line(&open);
	print_line(&programs);
}

static struct line
line_of(const struct session *s, enum group g)
{
	struct line l = {groups[g].what, groups[g].median, groups[g].worst, {.n = 0}, 0, ""};
	double worst = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct press *p = &s->press[i];

		if (p->group != g && (g != ALL || p->group > ALL))
			continue;
		times_add(&l.own, p->least);
		l.most = p->most > l.most ? p->most : l.most;
		if (p->least > worst) {
			worst = p->least;
			l.slowest = p->name;
		}
	}
	return l;
}

static void
print_groups(struct session *s)
{
	enum group g;

	for (g = 0; g < GROUPS; g++) {
		struct line l = line_of(s, g);

		print_line(&l);
	}
	printf("  %-*s      %8.1f %20s120\n", LABEL, "memory, at most (VmHWM), MiB", s->mib, "");
	fflush(stdout);
}

static double
median_of(const struct session *s, enum group g)
{
	struct line l = line_of(s, g);

	return times_median(&l.own);
}

static void
take_figures(struct session *s, struct tty_figures *out)
{
	struct line words = line_of(s, WORDS);

	out->open = times_median(&s->open) + times_median(&s->programs);
	out->words = times_median(&words.own);
	out->words_max = times_worst(&words.own);
	out->query = median_of(s, QUERY);
	out->sort = median_of(s, FIRST);
	out->mib = s->mib;
}

bool
bench_tty(const char *path, struct tty_figures *out)
{
	const char *bundled = getenv("CAREER_TEST_CATALOG");
	struct session s;
	struct line all;

	print_heading("on a pseudo-terminal of 50 x 132: bundled catalog");
	if (!run_sessions(&s, bundled ? bundled : "build/catalog.db"))
		return false;
	print_start(&s, 30);
	all = line_of(&s, ALL);
	all.what = "all keys as below, but first sorts";
	print_line(&all);
	print_heading("on a pseudo-terminal of 50 x 132: made-up programs");
	if (!run_sessions(&s, path))
		return false;
	print_start(&s, 0);
	print_groups(&s);
	take_figures(&s, out);
	return true;
}
