/*
 * From the first screen to an answer: each question is gone to by a script, once as a command and once by
 * the keys of a person. What stands on the last screen is held against what the command line says of the
 * same catalog.
 */
#include "apptty.h"

#include "career/page/money.h"
#include "career/store/db.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 60, COLS = 132, BIG = 1 << 20 };

#define ROLE "data-scientist"

static struct db *db; /* in memory: reads JSON */
static struct buf json;

static int
setup(void **state)
{
	struct err e;

	buf_init(&json);
	db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(db != NULL);
	return apptty_setup(state);
}

static int
teardown(void **state)
{
	db_close(db);
	buf_free(&json);
	return apptty_teardown(state);
}

/* --- the two sides ------------------------------------------------------------------------------- */

/* The screen at the end of a script but for its last line, with each run of blanks as one; free it. */
static char *
walk(const char *lines)
{
	const char *const args[] = {"--guest", "--script", apptty_path("walk"), NULL};
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct tty *t;

	buf_addf(&text, "role-is " ROLE "\nscreen start\n%s", lines);
	temp_write(args[2], text.data, text.len);
	t = apptty_start(&(struct apptty){.args = args, .rows = ROWS, .cols = COLS});
	for (int y = 0; y + 1 < ROWS; y++)
		for (const char *s = tty_row(t, y), *from = s;; s++) {
			if (*s == ' ' && s > from && s[-1] == ' ')
				continue;
			buf_addc(&out, *s != '\0' ? *s : '\n');
			if (*s == '\0')
				break;
		}
	apptty_quit(t);
	buf_free(&text);
	return buf_take(&out);
}

/* What a verb says as JSON: kept in `json`. */
static void
ask(const char *verb, const char *query, const char *more, const char *last)
{
	const char *const args[] = {
	    verb, "--format", "json", query, more, more ? last : NULL, NULL};
	char *out = mem_alloc(BIG);

	assert_int_equal(apptty_run(&(struct apptty){.args = args, .cols = 250}, out, BIG), 0);
	buf_clear(&json);
	buf_adds(&json, out);
	free(out);
}

/* One value of it by its path ("$[0].cost"), "" for null; borrowed until the next call. */
static const char *
value(const char *path)
{
	static char text[400];
	struct err e;
	struct stmt *st = db_prepare(db, "SELECT json_extract(?1, ?2)", &e);

	assert_non_null(st);
	stmt_bind_text(st, 1, json.data);
	stmt_bind_text(st, 2, path);
	assert_int_equal(stmt_step(st, &e), 1);
	snprintf(text, sizeof text, "%s", stmt_str(st, 0));
	stmt_finalize(st);
	return text;
}

static double
number(const char *path)
{
	return strtod(value(path), NULL);
}

static const char *
at(const char *format, int i)
{
	static char path[200];

	snprintf(path, sizeof path, "$[%d].%s", i, format);
	return path;
}

/* The same screen by keys: so many times Down from the first question, then Enter. */
static void
same_by_keys(const char *screen, int downs)
{
	struct buf keys = BUF_INIT;
	char *other;

	for (int i = 0; i < downs; i++)
		buf_adds(&keys, "key Down\n");
	buf_adds(&keys, "key Enter\n");
	other = walk(keys.data);
	assert_string_equal(other, screen);
	free(other);
	buf_free(&keys);
}

static void assert_line(const char *screen, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
assert_line(const char *screen, const char *format, ...)
{
	struct buf b = BUF_INIT;
	va_list ap;

	va_start(ap, format);
	buf_addv(&b, format, ap);
	va_end(ap);
	if (strstr(screen, b.data) == NULL)
		fail_msg("no \"%s\" on the screen:\n%s", b.data, screen);
	buf_free(&b);
}

/* --- the questions ------------------------------------------------------------------------------- */

static void
test_pay(void **state)
{
	char *screen = walk("question pay\n");
	struct money_span span;
	struct buf b = BUF_INIT;

	(void)state;
	assert_line(screen, "[Pay]");
	ask("roles", "slug:" ROLE, NULL, NULL);
	span = (struct money_span){number("$[0].pay_low"), number("$[0].pay_high"), false, false,
	    value("$[0].pay_currency")};
	money_span(&b, &span, MONEY_SHORT);
	assert_line(screen, "about %s salary a year", b.data);
	assert_line(screen, "%s of ", value("$[0].pay_publishers"));
	same_by_keys(screen, 0);
	free(screen);
	buf_free(&b);
}

static void
test_day(void **state)
{
	char *screen = walk("role-is machine-learning-engineer\nscreen start\nquestion day\n");
	int parts = 0;

	(void)state;
	assert_line(screen, "[Day]");
	ask("compare", "machine-learning-engineer", ROLE, NULL);
	for (int i = 0; i < 400 && *value(at("aspect", i)) != '\0'; i++) {
		char aspect[100], share[100];

		if (strcmp(value(at("block", i)), "Week") != 0)
			continue;
		snprintf(aspect, sizeof aspect, "%s", value(at("aspect", i)));
		snprintf(share, sizeof share, "%s", value(at("\"machine-learning-engineer\"", i)));
		assert_line(screen, "%s", aspect);
		assert_line(screen, "%s ", share);
		parts++;
	}
	assert_int_equal(parts, 5);
	free(screen);
	screen = walk("question day\n");
	assert_line(screen, "no source states this");
	same_by_keys(screen, 1);
	free(screen);
}

/* What a column holds in a line, as it stands on the screen: up to what is said beside the amount. */
static const char *
cell(const char *column, int i)
{
	char path[100];

	snprintf(path, sizeof path, "\"%s\"", column);
	return value(at(path, i));
}

static void
test_compare(void **state)
{
	static const char *const columns[] = {
	    ROLE, "machine-learning-engineer", "research-scientist"};
	char *screen = walk("question compare\n");
	int rows = 0;

	(void)state;
	assert_line(screen, "[3 Compare]");
	ask("compare", columns[0], columns[1], columns[2]);
	for (size_t k = 0; k < COUNT(columns); k++)
		assert_line(screen, "%s", cell(columns[k], 1));
	for (int i = 2; strcmp(value(at("block", i)), "Same ruler") == 0; i++, rows++) {
		struct buf line = BUF_INIT;

		buf_adds(&line, value(at("aspect", i)));
		for (size_t k = 0; k < COUNT(columns); k++)
			buf_addf(&line, " %s", cell(columns[k], i));
		assert_line(screen, "%s", line.data);
		buf_free(&line);
	}
	assert_true(rows >= 3);
	same_by_keys(screen, 2);
	free(screen);
}

/* The tiers' first skills are those that the list of skills gives for the role and the tier. */
static void
test_skills(void **state)
{
	char *screen = walk("question skills\n");
	int n = 0;

	(void)state;
	assert_line(screen, "[Skills]");
	ask("skills", "role:" ROLE " tier:must", NULL, NULL);
	for (int i = 0; i < 100 && *value(at("name", i)) != '\0'; i++, n++)
		assert_line(screen, "%s", value(at("name", i)));
	assert_true(n >= 3);
	same_by_keys(screen, 3);
	free(screen);
}

static void
test_programs(void **state)
{
	char *screen = walk("question programs\n");
	struct buf b = BUF_INIT;
	char school[100];
	int n = 0;

	(void)state;
	assert_line(screen, "[2 Programs]");
	ask("programs", "role:" ROLE, NULL, NULL);
	while (*value(at("key", n)) != '\0')
		n++;
	assert_line(screen, "%d of ", n);
	for (int i = 0; i < 20; i++) {
		snprintf(school, sizeof school, "%.12s", value(at("school", i)));
		assert_line(screen, "%s", school);
		if (*value(at("cost", i)) == '\0' || strcmp(value(at("status", i)), "open") != 0)
			continue;
		buf_clear(&b);
		if (strcmp(value(at("currency", i)), "USD") == 0) {
			money_full(&b, number(at("cost", i)), "USD");
			assert_line(screen, "%s", b.data);
		}
	}
	same_by_keys(screen, 4);
	free(screen);
	buf_free(&b);
}

/* From the answer q leads back to the first screen. */
static void
test_and_back(void **state)
{
	static const char *const words[] = {"pay", "day", "compare", "skills", "programs"};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		char line[60], *screen;

		snprintf(line, sizeof line, "question %s\nkey q\n", words[i]);
		screen = walk(line);
		assert_line(screen, "What would you like to know");
		free(screen);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pay),
	    cmocka_unit_test(test_day),
	    cmocka_unit_test(test_compare),
	    cmocka_unit_test(test_skills),
	    cmocka_unit_test(test_programs),
	    cmocka_unit_test(test_and_back),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
