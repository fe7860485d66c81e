/*
 * The national catalog as it is used: its start, Programs, words and facet values into 216,638 programs, a line
 * of the command line; each beside its aim, then fzf and the sqlite3 shell on the same rows in the same run.
 */
#include "bench.h"

#include "career/base/buf.h"
#include "career/base/file.h"
#include "tty.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 50, COLUMNS_SEEN = 132, SESSIONS = 5, LABEL = 62, KEYS_MAX = 64 };

#define LINE_QUERY "nursing state:CA award:master sort:-earnings"
#define SHOWN "school,program,field,award,city,state,control,source"
#define KEYLAG "../shared/tools/keylag.py"

extern char **environ;

/* Keys on the list of programs, in order; what is typed letter by letter has no blanks between. */
static const struct key_step {
	const char *what; /* group on the page */
	bool letters;
	const char *keys;
	bool apart; /* not among the keys that are held against other programs */
} key_steps[] = {
    {NULL, false, "/", false},
    {"'data sci' into the live filter", true, "data sci", false},
    {NULL, false, "^C", false},
    {NULL, false, "/", false},
    {"'state:ca award:m' into it", true, "state:ca award:m", false},
    {NULL, false, "^C", false},
    {"the picture of all programs", false, "D", true},
    {"its cursor", false, "Right Right Down Left n End Home", true},
    {NULL, false, "/", true},
    {"'comput' typed over it", true, "comput", true},
    {NULL, false, "^C", true},
    {NULL, false, "D", true},
    {NULL, false, "S-Tab Down", false},
    {"facet values chosen and taken back", false, "Enter Enter Down Enter Down Enter x x", false},
};
enum { STEPS = sizeof key_steps / sizeof *key_steps };

struct keys {
	struct times start, programs;
	double least[STEPS][KEYS_MAX], most[STEPS];
	size_t n[STEPS];
	double mib;
};

/* --- in the program ------------------------------------------------------------------------------ */

static const char *
program(void)
{
	const char *path = getenv("CAREER_BIN");

	return path ? path : "build/career";
}

static void
take(struct keys *k, size_t step, size_t key, double ms)
{
	if (key >= KEYS_MAX)
		return;
	if (key >= k->n[step]) {
		k->least[step][key] = ms;
		k->n[step] = key + 1;
	}
	if (ms < k->least[step][key])
		k->least[step][key] = ms;
	if (ms > k->most[step])
		k->most[step] = ms;
}

static void
press_all(struct keys *k, struct tty *t, size_t step)
{
	const struct key_step *s = &key_steps[step];
	size_t key = 0;

	for (const char *at = s->keys; *at; key++) {
		size_t len = s->letters ? 1 : strcspn(at, " ");
		char name[16];
		double from;

		snprintf(name, sizeof name, "%.*s", (int)len, at);
		from = bench_now();
		if (s->letters)
			tty_type(t, name);
		else
			tty_keys(t, name);
		take(k, step, key, bench_now() - from);
		at += len;
		at += !s->letters && *at == ' ';
	}
}

static void
run_session(struct keys *k, const char *catalog)
{
	const char *const argv[] = {program(), "--catalog", catalog, "--guest", NULL};
	static const char *const env[] = {
	    "HOME=/nonexistent", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", NULL};
	struct tty_opts o = {.argv = argv, .env = env, .rows = ROWS, .cols = COLUMNS_SEEN};
	double from = bench_now(), mib;
	struct tty *t = tty_start(&o);

	tty_sync(t);
	times_add(&k->start, bench_now() - from);
	from = bench_now();
	tty_type(t, "2");
	times_add(&k->programs, bench_now() - from);
	for (size_t i = 0; i < STEPS; i++)
		press_all(k, t, i);
	mib = bench_mib(tty_pid(t), "VmHWM:");
	k->mib = mib > k->mib ? mib : k->mib;
	tty_end(t);
}

static void
print_line(const char *what, double median, double worst, const char *aim)
{
	printf("  %-*s %9.1f %9.1f   %s\n", LABEL, what, median, worst, aim);
	fflush(stdout);
}

/* Least of the sessions for each key; the median of all that were typed. */
static double
print_keys(struct keys *k)
{
	struct times all = {.n = 0};

	print_line("start to the first settled screen", times_median(&k->start),
	    times_worst(&k->start), "50");
	print_line("Programs opened", times_median(&k->programs), times_worst(&k->programs), "50");
	for (size_t i = 0; i < STEPS; i++) {
		struct times t = {.n = 0};

		if (!key_steps[i].what)
			continue;
		for (size_t key = 0; key < k->n[i]; key++) {
			times_add(&t, k->least[i][key]);
			if (!key_steps[i].apart)
				times_add(&all, k->least[i][key]);
		}
		print_line(key_steps[i].what, times_median(&t), times_worst(&t), "6, 14 at worst");
	}
	print_line("memory at most, MiB", k->mib, k->mib, "");
	return times_median(&all);
}

/* --- beside others ------------------------------------------------------------------------------- */

static double
run_some(const char *const *argv, const char *in, int runs)
{
	struct times t = {.n = 0};

	for (int i = 0; i < runs; i++) {
		double ms = bench_run(argv, in, NULL);

		if (ms < 0)
			return -1;
		times_add(&t, ms);
	}
	return times_median(&t);
}

static void
print_beside(const char *what, double ours, double other, const char *aim)
{
	if (other > 0 && ours > 0)
		printf(
		    "  %-*s %9.1f %9.1f %8.1f   %s\n", LABEL, what, ours, other, other / ours, aim);
	else
		printf("  %-*s %9.1f   skipped\n", LABEL, what, ours);
	fflush(stdout);
}

/* The median of the keys that keylag.py measured; -1 without. */
static double
fzf_key(const char *rows, const char *fzf)
{
	const char *const argv[] = {"python3", KEYLAG, "--size", "50x132", "--settle", "1",
	    "--ready", "2", "--keys", "d a t a <SPACE> s c i", "--", "sh", "-c", fzf, "fzf", rows,
	    NULL};
	struct buf out = BUF_INIT, said = BUF_INIT;
	double ms = -1;
	const char *at;
	struct err e;

	buf_addf(&out, "%s.keys", rows);
	if (access(KEYLAG, R_OK) == 0 && bench_run(argv, NULL, out.data) >= 0
	    && file_read(out.data, 1 << 20, &said, &e)
	    && (at = strstr(said.data, "median ")) != NULL)
		ms = strtod(at + strlen("median "), NULL);
	unlink(out.data);
	buf_free(&out);
	buf_free(&said);
	return ms;
}

/* What a key asks of the sqlite3 shell: the first rows, and each facet counted, over the same rows. */
static void
shell_script(struct buf *sql)
{
	static const char *const facets[] = {
	    "award", "field", "state", "control", "source", "city", "school", "program"};
	static const char where[] =
	    " FROM t WHERE (school || ' ' || program || ' ' || field || ' ' || award || ' ' || city) "
	    "LIKE '%data%' AND (school || ' ' || program || ' ' || field || ' ' || award || ' ' || city) "
	    "LIKE '%sci%'";

	buf_addf(sql, "SELECT *%s ORDER BY school LIMIT 50;", where);
	for (size_t i = 0; i < sizeof facets / sizeof *facets; i++)
		buf_addf(sql, "SELECT %s, count(*)%s GROUP BY 1;", facets[i], where);
}

static double
shell_key(const char *rows)
{
	struct buf base = BUF_INIT, import = BUF_INIT, sql = BUF_INIT;
	double ms = -1;

	buf_addf(&base, "%s.db", rows);
	buf_addf(&import, ".import \"%s\" t", rows);
	shell_script(&sql);
	unlink(base.data);
	{
		const char *const fill[] = {"sqlite3", base.data, ".mode tabs", import.data, NULL};
		const char *const ask[] = {"sqlite3", base.data, sql.data, NULL};

		if (bench_run(fill, NULL, NULL) >= 0)
			ms = run_some(ask, NULL, 3);
	}
	unlink(base.data);
	buf_free(&base);
	buf_free(&import);
	buf_free(&sql);
	return ms;
}

/* Pairs of a program and a role, two million of them: a run of the program from its start to its end. */
static void
plans(const char *catalog)
{
	static const struct {
		const char *what, *query;
	} asked[] = {
	    {"career plans --occupations, all pairs", "months:any"},
	    {"career plans 'cost<20k ... payback<5' --occupations",
		"cost<20k months<=24 mode:online pay>=120k payback<5"},
	    {"career plans 'nursing payback<10' --occupations", "nursing payback<10"},
	};

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const char *const argv[] = {program(), "plans", asked[i].query, "--occupations",
		    "--guest", "--catalog", catalog, NULL};
		struct times t = {.n = 0};

		for (int run = 0; run < 11; run++)
			times_add(&t, bench_run(argv, NULL, NULL));
		print_line(asked[i].what, times_median(&t), times_worst(&t), "100");
	}
}

/* What a person's own skills say beside all occupations: whole runs as well. */
static void
mine(const char *catalog)
{
	static const char *const asked[][4] = {
	    {"near", "registered-nurses", "--occupations", NULL},
	    {"opens", "--have", "psychology-onet,reading-comprehension", "--occupations"},
	    {"path", "data-scientist", "registered-nurses", NULL},
	    {"routes", "machine-learning-engineer", NULL, NULL},
	    {"rank", "--occupations", NULL, NULL},
	    {"plan", "registered-nurses", NULL, NULL},
	};

	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
		const char *argv[9] = {program()};
		struct times t = {.n = 0};
		char what[64];
		size_t n = 1;

		for (size_t k = 0; k < 4 && asked[i][k] != NULL; k++)
			argv[n++] = asked[i][k];
		argv[n++] = "--guest";
		argv[n++] = "--catalog";
		argv[n++] = catalog;
		for (int run = 0; run < 11; run++)
			times_add(&t, bench_run(argv, NULL, NULL));
		snprintf(what, sizeof what, "career %s, of all occupations", asked[i][0]);
		print_line(what, times_median(&t), times_worst(&t), "50");
	}
}

static void
beside(const char *catalog, const char *rows, double key)
{
	const char *const line[] = {
	    program(), "programs", LINE_QUERY, "--format", "csv", "--catalog", catalog, NULL};
	const char *const words[] = {program(), "programs", "nursing CA master", "--format", "tsv",
	    "--columns", SHOWN, "--catalog", catalog, NULL};
	const char *const fzf[] = {"fzf", "--filter", "nursing CA master", NULL};
	double ms;

	print_beside(
	    "a key, as fzf, which is fuzzy", key, fzf_key(rows, "exec fzf <\"$1\""), "20 x");
	print_beside(
	    "a key, as fzf --exact", key, fzf_key(rows, "exec fzf --exact <\"$1\""), "20 x");
	print_beside("a key, as the sqlite3 shell: LIKE and GROUP BY for 8 facets", key,
	    shell_key(rows), "20 x");
	ms = run_some(line, NULL, 11);
	print_beside("career programs '" LINE_QUERY "'", ms, run_some(fzf, rows, 5), "2 x");
	print_beside("career programs 'nursing CA master', as fzf --filter",
	    run_some(words, NULL, 11), run_some(fzf, rows, 5), "2 x");
}

void
bench_national(const char *path)
{
	const char *const export[] = {
	    program(), "programs", "--format", "tsv", "--columns", SHOWN, "--catalog", path, NULL};
	struct keys *keys = calloc(1, sizeof *keys);
	struct buf rows = BUF_INIT;
	double key;

	if (!keys || !path || !file_exists(path)) {
		printf("\nnational data: skipped, not there\n");
		free(keys);
		return;
	}
	printf("\n%-*s    median     worst   aim, ms\n", LABEL, "national data, 50 x 132");
	for (int i = 0; i < SESSIONS; i++)
		run_session(keys, path);
	key = print_keys(keys);
	plans(path);
	mine(path);
	printf("\n%-*s    career     other    ratio   aim\n", LABEL, "national data beside others");
	buf_addf(&rows, "%s.tsv", path);
	if (bench_run(export, NULL, rows.data) >= 0)
		beside(path, rows.data, key);
	else
		printf("  skipped: the rows could not be written\n");
	unlink(rows.data);
	buf_free(&rows);
	free(keys);
}
