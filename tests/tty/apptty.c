#include "apptty.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/build/build.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WORDS = 32 };

static char *dir;

int
apptty_setup(void **state)
{
	static const char settings[] = "start: roles\n";

	(void)state;
	dir = temp_dir();
	chmod(dir, 0755);
	mkdir(temp_path(dir, "home"), 0755);
	mkdir(temp_path(dir, "home/.config"), 0755);
	mkdir(temp_path(dir, "home/.config/career"), 0755);
	temp_write(temp_path(dir, "home/.config/career/config.yaml"), settings, strlen(settings));
	return 0;
}

int
apptty_teardown(void **state)
{
	(void)state;
	temp_remove(dir);
	return 0;
}

const char *
apptty_dir(void)
{
	return dir;
}

const char *
apptty_path(const char *leaf)
{
	return temp_path(dir, leaf);
}

/* Absolute, so that the program may be started in another folder. */
static const char *
from_environment(const char *name, const char *otherwise, char *path)
{
	const char *given = getenv(name);

	if (path[0] == '\0' && realpath(given ? given : otherwise, path) == NULL)
		fail_msg("%s is not built", otherwise);
	return path;
}

const char *
apptty_program(void)
{
	static char path[PATH_MAX];

	return from_environment("CAREER_BIN", "build/career", path);
}

const char *
apptty_bundled(void)
{
	static char path[PATH_MAX];

	return from_environment("CAREER_TEST_CATALOG", "build/catalog.db", path);
}

void
apptty_build(const char *target, const char *const *packs, size_t n)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e = {0};

	if (!build_catalog(target, packs, n, NULL, &lines, &counts, &e))
		fail_msg("%s: %s\n%s", target, e.text, lines.data);
	buf_free(&lines);
}

const char *
apptty_small(void)
{
	static const char *const packs[] = {"tests/fixtures/tty/lists"};
	static char path[512];

	if (path[0] == '\0') {
		snprintf(path, sizeof path, "%s/small.db", dir);
		apptty_build(path, packs, COUNT(packs));
	}
	return path;
}

/* --- starting --------------------------------------------------------------------------------- */

static struct tty *
start(const struct apptty *given)
{
	static const char *const guest[] = {"--guest", NULL};
	static const struct apptty none;
	const struct apptty *o = given ? given : &none;
	const char *argv[WORDS] = {0};
	char home[600];
	const char *env[WORDS] = {home, "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
	    "CAREER_PROFILE", "CAREER_CATALOG"};
	struct tty_opts t = {
	    .argv = argv, .env = env, .rows = o->rows, .cols = o->cols, .job = o->job};
	const char *const *w;
	size_t n;

	snprintf(home, sizeof home, "HOME=%s/home", dir);
	for (n = 0, w = o->through; w && *w; w++)
		argv[n++] = *w;
	argv[n++] = apptty_program();
	argv[n++] = "--catalog";
	argv[n++] = o->catalog ? o->catalog : apptty_bundled();
	for (w = o->args ? o->args : guest; *w && n + 1 < WORDS; w++)
		argv[n++] = *w;
	for (n = 6, w = o->env; w && *w && n + 1 < WORDS; w++)
		env[n++] = *w;
	return tty_start(&t);
}

struct tty *
apptty_start(const struct apptty *o)
{
	struct tty *t = start(o);

	tty_sync(t);
	return t;
}

int
apptty_run(const struct apptty *o, char *text, size_t size)
{
	struct tty *t = start(o);
	int status = tty_wait(t);
	size_t len, i, n = 0;
	const char *out = tty_output(t, &len);

	for (i = 0; i < len && n + 1 < size; i++)
		if (out[i] != '\r')
			text[n++] = out[i];
	text[n] = '\0';
	apptty_unharmed(t);
	tty_end(t);
	return status;
}

void
apptty_unharmed(struct tty *t)
{
	const char *damage = tty_damage(t);

	if (damage)
		fail_msg("%s; the screen:\n%s", damage, tty_screen(t));
}

void
apptty_quit(struct tty *t)
{
	int status;

	tty_send(t, "Q", 1);
	status = tty_wait(t);
	if (status != 0)
		fail_msg("Q ended with status %d; the screen:\n%s", status, tty_screen(t));
	apptty_unharmed(t);
	tty_end(t);
}

/* --- using ------------------------------------------------------------------------------------ */

void
apptty_command(struct tty *t, const char *line)
{
	struct buf keys = BUF_INIT;

	buf_addf(&keys, ":%s\r", line);
	tty_type(t, keys.data);
	buf_free(&keys);
}

void
apptty_on_selection(struct tty *t)
{
	int rows, cols, y, x;

	tty_size(t, &rows, &cols);
	if (!tty_cursor(t, &y, &x))
		fail_msg("the cursor is hidden; the screen:\n%s", tty_screen(t));
	if (strcmp(tty_cell(t, y, x).text, ">") != 0)
		fail_msg("%dx%d: the cursor is at %d,%d, not on the selected row:\n%s", rows, cols,
		    y, x, tty_screen(t));
}

const char *
apptty_selected(struct tty *t)
{
	static struct buf row = BUF_INIT;
	int rows, cols, y, x;

	apptty_on_selection(t);
	tty_size(t, &rows, &cols);
	tty_cursor(t, &y, &x);
	buf_clear(&row);
	for (x++; x < cols; x++) {
		struct tty_cell c = tty_cell(t, y, x);

		if (strcmp(c.text, "\u2502") == 0 || strcmp(c.text, "|") == 0)
			break;
		x += c.width > 1 ? c.width - 1 : 0;
		buf_adds(&row, c.text[0] ? c.text : " ");
	}
	while (row.len > 0 && row.data[row.len - 1] == ' ')
		buf_remove(&row, row.len - 1, 1);
	return row.data;
}

void
apptty_written(struct tty *t, const char *state)
{
	char *text, command[600];
	const char *path = apptty_path("screen.txt");
	size_t len;
	int rows, cols, y;
	const char *at;

	unlink(path);
	snprintf(command, sizeof command, "write %s", path);
	apptty_command(t, command);
	assert_on_screen(t, "the screen is in");
	tty_keys(t, "^L"); /* the message goes */
	text = temp_read(path, &len);
	tty_size(t, &rows, &cols);
	for (y = 0, at = text; y < rows; y++) {
		size_t n = strcspn(at, "\n");
		char *line = strndup(at, n);

		/* The last line speaks of the writing. */
		if (y < rows - 1 && strcmp(line, tty_row(t, y)) != 0)
			fail_msg("%s, %dx%d, row %d is\n%s\nand was written as\n%s", state, rows,
			    cols, y, tty_row(t, y), line);
		free(line);
		at += n + (at[n] == '\n');
	}
	assert_string_equal(at, "");
	free(text);
}

double
apptty_now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}
