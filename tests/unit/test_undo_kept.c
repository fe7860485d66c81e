/*
 * Undo of what is kept: through the journal, in the next run, beside another program and the command line.
 */
#include "apptest.h"
#include "career/cmd/commands.h"
#include "career/store/db.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static char *dir, *path;
static struct app a;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	path = mem_dup(temp_path(dir, "own/profile.db"));
	appscreen_state(&a, path);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	app_close(&a);
	free(path);
	temp_remove(dir);
	return 0;
}

static void
restart(void)
{
	app_close(&a);
	appscreen_state(&a, path);
}

/* What is kept, without what is only counted or typed. */
static char *
kept(void)
{
	struct profile *p = profile_open(path, &e);
	struct buf all = BUF_INIT, out = BUF_INIT;

	assert_ok(p != NULL);
	assert_ok(profile_export(p, &all, &e));
	profile_close(p);
	for (char *line = strtok(all.data, "\n"); line != NULL; line = strtok(NULL, "\n"))
		if (strstr(line, "\"usage\"") == NULL && strstr(line, "\"history\"") == NULL
		    && strstr(line, "\"looked\"") == NULL
		    && strstr(line, "\"name\":\"program\"") == NULL)
			buf_addf(&out, "%s\n", line);
	buf_free(&all);
	return buf_take(&out);
}

static void
is_kept(const char *expected)
{
	char *now = kept();

	assert_string_equal(now, expected);
	free(now);
}

static void
says(const char *words)
{
	assert_contains(a.message, words);
}

/* --- in one run ------------------------------------------------------------------------------ */

static void
back_and_forth(const char *command, const char *words)
{
	char *before = kept(), *after;
	size_t done = a.undo.done;

	app_run(&a, command);
	assert_int_equal(a.undo.done, done + 1);
	after = kept();
	if (strcmp(before, after) == 0)
		fail_msg("%s keeps nothing", command);
	for (int i = 0; i < 3; i++) {
		app_run(&a, "undo");
		says("undone: ");
		says(words);
		is_kept(before);
		app_run(&a, "redo");
		says("redone: ");
		says(words);
		is_kept(after);
	}
	free(before);
	free(after);
}

static void
test_each(void **state)
{
	(void)state;
	back_and_forth("have have python", "Python: have");
	back_and_forth("have partly python", "Python: partly");
	back_and_forth("role-is data-scientist", "role data-scientist");
	back_and_forth("from-role data-analyst", "present job data-analyst");
	app_run(&a, "screen Roles");
	back_and_forth("mark", "mark ");
	back_and_forth("columns title,pay_low", "columns title");
	app_run(&a, "filter data");
	back_and_forth("save mine", "save mine");
	back_and_forth("shortlist data-scientist", "on the shortlist");
	back_and_forth("payback-set baseline 80000", "baseline=80000");
}

/* A step of the program and of its file at once: a command that goes elsewhere and keeps something. */
static void
test_both(void **state)
{
	(void)state;
	app_run(&a, "screen Roles");
	app_run(&a, "filter data");
	app_run(&a, "mark");
	app_run(&a, "clear");
	assert_int_equal(app_pane(&a)->nmarks, 1);
	app_run(&a, "undo");
	app_run(&a, "undo");
	assert_int_equal(app_pane(&a)->nmarks, 0);
	assert_string_equal(app_pane(&a)->query.data, "data");
	app_run(&a, "undo");
	assert_string_equal(app_pane(&a)->query.data, "");
	app_run(&a, "redo");
	app_run(&a, "redo");
	assert_int_equal(app_pane(&a)->nmarks, 1);
}

/* --- in the next one --------------------------------------------------------------------------- */

static void
test_after_restart(void **state)
{
	char *at[7];

	(void)state;
	at[0] = kept();
	app_run(&a, "screen Roles");
	app_run(&a, "mark");
	at[1] = kept();
	app_run(&a, "role-is data-scientist");
	at[2] = kept();
	app_run(&a, "columns title,pay_low");
	at[3] = kept();
	app_run(&a, "have have python");
	at[4] = kept();
	app_run(&a, "payback-set baseline 80000");
	at[5] = kept();
	app_run(&a, "shortlist data-scientist");
	at[6] = kept();
	restart();
	app_run(&a, "screen Roles");
	assert_int_equal(app_pane(&a)->nmarks, 1);
	assert_string_equal(a.asks.data, "baseline=80000");
	for (int i = 5; i >= 0; i--) {
		app_run(&a, "undo");
		says("undone: ");
		is_kept(at[i]);
	}
	says(" (from ");
	assert_int_equal(a.screen, SCREEN_ROLES);
	assert_int_equal(app_pane(&a)->nmarks, 0);
	assert_string_equal(a.role, "");
	assert_string_equal(a.asks.data, "");
	assert_false(app_command(&a, "undo"));
	says("nothing to undo");
	for (int i = 1; i <= 6; i++) {
		app_run(&a, "redo");
		says("redone: ");
		is_kept(at[i]);
	}
	assert_false(app_command(&a, "redo"));
	assert_int_equal(a.pane[SCREEN_ROLES].nmarks, 1);
	assert_string_equal(a.role, "data-scientist");
	assert_string_equal(a.asks.data, "baseline=80000");
	/* Taken back, and done again by the next run. */
	app_run(&a, "undo");
	restart();
	app_run(&a, "redo");
	is_kept(at[6]);
	for (int i = 0; i < 7; i++)
		free(at[i]);
}

/* Steps of this run first, then older ones; done again the other way round. */
static void
test_older_behind(void **state)
{
	(void)state;
	app_run(&a, "have have python");
	restart();
	app_run(&a, "screen Roles");
	app_run(&a, "filter data");
	app_run(&a, "have have sql");
	app_run(&a, "undo");
	says("SQL: have");
	app_run(&a, "undo");
	says("filter data");
	app_run(&a, "undo");
	says("Python: have");
	says(" (from ");
	app_run(&a, "redo");
	says("Python: have");
	app_run(&a, "redo");
	says("filter data");
	app_run(&a, "redo");
	says("SQL: have");
	assert_false(app_command(&a, "redo"));
	/* Something new drops what was taken back. */
	for (int i = 0; i < 3; i++)
		app_run(&a, "undo");
	app_run(&a, "have want r");
	assert_false(app_command(&a, "redo"));
	says("nothing to redo");
	app_run(&a, "undo");
	says("R: want");
	assert_false(app_command(&a, "undo"));
}

/* One step of many, wherever it stands; on the list of steps one stays there. */
static void
test_one_of_many(void **state)
{
	struct profile_step s;
	char command[40], *before, *now;

	(void)state;
	app_run(&a, "have have python");
	before = kept();
	app_run(&a, "have have sql");
	s.id = a.undo.step[a.undo.n - 1].id;
	app_run(&a, "undo");
	app_run(&a, "redo");
	app_run(&a, "have want r");
	app_run(&a, "plan History");
	snprintf(command, sizeof command, "undo-step %d", (int)s.id);
	app_run(&a, command);
	says("undone: SQL: have");
	assert_int_equal(a.screen, SCREEN_PLAN);
	app_run(&a, "undo");
	says("undone: R: want");
	assert_int_equal(a.screen, SCREEN_PLAN);
	is_kept(before);
	app_run(&a, command);
	says("redone: SQL: have");
	app_run(&a, command);
	is_kept(before);
	/* What another one rests on is not done again alone: Python, learning, when it was not there at all. */
	app_run(&a, "have learning python");
	s.id = a.undo.step[a.undo.n - 1].id;
	app_run(&a, "undo");
	app_run(&a, "undo");
	snprintf(command, sizeof command, "undo-step %d", (int)s.id);
	app_run(&a, command);
	says("nothing redone, it was changed elsewhere since: Python: learning");
	app_run(&a, "redo");
	assert_false(app_command(&a, "undo-step 99"));
	says("no step 99,");
	assert_false(app_command(&a, "undo-step x"));
	says("is no step");
	app_run(&a, "undo");
	says("Python: have");
	now = kept();
	assert_null(strstr(now, "have"));
	free(now);
	free(before);
}

/* --- beside others --------------------------------------------------------------------------- */

static void
by_other(const char *skill, const char *state)
{
	struct profile *p = profile_open(path, &e);
	struct profile_step s;

	assert_ok(p != NULL);
	profile_step_begin(p);
	assert_ok(profile_skill_set(p, &(struct kept_skill){skill, skill, state, -1}, &e));
	assert_ok(profile_step_end(p, NULL, "", &s, &e));
	profile_close(p);
}

static void
test_by_command_line(void **state)
{
	(void)state;
	by_other("python", "have");
	app_run(&a, "undo");
	says("undone: python: have");
	app_run(&a, "redo");
	says("redone: python: have");
	/* One's own before that of others, though it is older. */
	app_run(&a, "have have sql");
	by_other("r", "want");
	app_run(&a, "undo");
	says("SQL: have");
	app_run(&a, "undo");
	says("r: want");
}

static void
test_changed_elsewhere(void **state)
{
	(void)state;
	app_run(&a, "have have python");
	by_other("python", "learning");
	app_run(&a, "undo");
	says("nothing undone, it was changed elsewhere since: Python: have");
	app_run(&a, "screen Roles");
	app_run(&a, "role-is data-scientist");
	{
		struct profile *p = profile_open(path, &e);

		assert_ok(profile_set(p, "role", "data-analyst", &e));
		profile_close(p);
	}
	app_run(&a, "undo");
	says("nothing undone");
	assert_string_equal(a.role, "data-analyst"); /* as it is in the file now */
}

static void
test_taken_back_elsewhere(void **state)
{
	struct profile *p;
	struct profile_step s;

	(void)state;
	app_run(&a, "have have python");
	app_run(&a, "have have sql");
	p = profile_open(path, &e);
	assert_ok(profile_step_back(p, 0, &s, &e));
	profile_close(p);
	assert_false(app_command(&a, "undo"));
	says("SQL: have: was taken back elsewhere already");
	app_run(&a, "undo");
	says("undone: Python: have");
}

/* What cannot be written goes on in memory, with the change that was being made; steps before it still work. */
static void
test_lost(void **state)
{
	struct db *db;
	char *role;

	(void)state;
	app_run(&a, "screen Roles");
	app_run(&a, "mark");
	app_run(&a, "have have python");
	db = db_open(path, DB_WRITE, &e);
	assert_ok(db != NULL);
	assert_ok(db_exec(db,
	    "CREATE TRIGGER full BEFORE INSERT ON step BEGIN SELECT raise(ABORT, 'no room'); END",
	    &e));
	db_close(db);
	app_command(&a, "role-is data-scientist");
	assert_true(a.message_is_error);
	says("no room");
	assert_true(profile_in_memory(a.profile));
	assert_string_equal(a.role, "data-scientist");
	role = profile_get(a.profile, "role");
	assert_string_equal(role, "data-scientist");
	free(role);
	app_run(&a, "undo");
	says("role data-scientist");
	assert_string_equal(a.role, "");
	app_command(&a, "undo"); /* of which nothing but the file knew */
	app_run(&a, "undo");
	assert_int_equal(a.pane[SCREEN_ROLES].nmarks, 0);
	app_run(&a, "have have sql");
	app_run(&a, "undo");
	says("SQL: have");
}

static void
test_guest(void **state)
{
	struct app g;

	(void)state;
	appscreen_state(&g, NULL);
	app_run(&g, "have have python");
	app_run(&g, "undo");
	assert_contains(g.message, "undone: Python: have");
	app_run(&g, "redo");
	assert_contains(g.message, "redone: Python: have");
	app_close(&g);
}

/* --- random walks ------------------------------------------------------------------------------ */

static const char *const walk[] = {"have have python", "have want python", "have no python",
    "have have sql", "have partly r", "mark", "role-is data-scientist", "role-is data-analyst",
    "from-role data-analyst", "columns title,pay_low", "columns", "shortlist data-scientist",
    "shortlist data-analyst", "shortlist machine-learning-engineer", "filter data", "clear",
    "payback-set baseline 80000", "payback-unsay all", "screen Roles", "screen Skills", "undo",
    "redo"};

/* However often the program ends in between, all can be taken back, to an empty file, and done again. */
static void
walk_and_return(unsigned seed)
{
	char *last;
	size_t n = 0;

	srand(seed);
	for (int i = 0; i < 100; i++) {
		app_command(&a, walk[(size_t)rand() % COUNT(walk)]);
		if (rand() % 12 == 0)
			restart();
	}
	while (app_command(&a, "redo"))
		;
	restart();
	last = kept();
	while (app_command(&a, "undo"))
		n++;
	assert_true(n > 5);
	is_kept("{\"career_profile\":1}\n");
	restart();
	while (app_command(&a, "redo"))
		n--;
	assert_int_equal(n, 0);
	is_kept(last);
	free(last);
}

static void
test_random(void **state)
{
	for (unsigned seed = 1; seed <= 8; seed++) {
		teardown(state);
		setup(state);
		walk_and_return(seed);
	}
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH(test_each),
	    WITH(test_both),
	    WITH(test_after_restart),
	    WITH(test_older_behind),
	    WITH(test_one_of_many),
	    WITH(test_by_command_line),
	    WITH(test_changed_elsewhere),
	    WITH(test_taken_back_elsewhere),
	    WITH(test_lost),
	    WITH(test_guest),
	    WITH(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
