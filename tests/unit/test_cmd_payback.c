#include "../../src/cmd/payback_state.h"
#include "apptest.h"
#include "career/cmd/commands.h"
#include "check.h"
#include "temp.h"

#include <math.h>
#include <stdlib.h>

static const struct payback *
made(void)
{
	assert_non_null(app.payback);
	assert_true(app.payback->open);
	return &app.payback->made;
}

static double
input(enum finance_field f)
{
	assert_true(payback_ready(&app, &(struct err){0}));
	return made()->line[f].value;
}

/* The command of the line under the cursor. */
static const char *
here(void)
{
	const struct anchor *c = find_anchor(current_line(&app), ANCHOR_COMMAND);

	return c != NULL ? c->key : "";
}

static void
open_wharton(void)
{
	app_run(&app, "select programs university-of-pennsylvania/wharton-mba/mba");
	app_press(&app, "P");
	assert_int_equal(app.screen, SCREEN_PAYBACK);
	assert_contains(made()->program_name, "Wharton");
}

/* --- which pair ------------------------------------------------------------------------------- */

/* From a fresh start: the best documented role, and the program for it of which most is stated. */
static void
test_by_rule(void **state)
{
	(void)state;
	app_press(&app, "P");
	assert_int_equal(app.screen, SCREEN_PAYBACK);
	assert_string_equal(made()->role_slug, "machine-learning-engineer");
	assert_contains(made()->program_name, "OMSCS");
	assert_string_equal(here(), "payback-set baseline");
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_ROLES);
}

static void
test_under_cursor(void **state)
{
	char program[256];

	(void)state;
	open_wharton();
	snprintf(program, sizeof program, "%s", made()->program_key);
	app_press(&app, "1");
	app_run(&app, "select roles data-scientist");
	app_press(&app, "P");
	assert_string_equal(
	    made()->role_slug, "data-scientist");          /* not the current one: the cursor's */
	assert_string_equal(made()->program_key, program); /* the last one */
	app_run(&app, "role-is research-scientist");
	app_settle(&app);
	assert_string_equal(made()->role_slug, "research-scientist");
	app_press(&app, "2 Down");
	app_press(&app, "P");
	assert_int_equal(made()->program, pane_id(&app.pane[SCREEN_PROGRAMS]));
	assert_string_equal(made()->role_slug, "research-scientist");
}

static void
test_by_name(void **state)
{
	(void)state;
	app_run(&app, "payback university-of-pennsylvania/wharton-mba/mba data-analyst");
	assert_string_equal(made()->role_slug, "data-analyst");
	app_run(&app, "payback data-scientist");
	assert_string_equal(made()->role_slug, "data-scientist");
	assert_contains(made()->program_name, "Wharton");
	assert_false(app_command(&app, "payback python"));
	assert_contains(app.message, "neither a program nor a role");
	assert_false(app_command(&app, "payback data-scientits"));
	assert_contains(app.message, "data-scientist");
	assert_string_equal(made()->role_slug, "data-scientist");
}

/* One program after the other, as the list of programs is filtered. */
static void
test_in_turn(void **state)
{
	struct pane *p = &app.pane[SCREEN_PROGRAMS];

	(void)state;
	app_press(&app, "2");
	app_run(&app, "filter award:mba");
	app_press(&app, "P");
	assert_int_equal(made()->program, p->frame.id[p->view.rows[0]]);
	app_press(&app, "J");
	assert_int_equal(made()->program, p->frame.id[p->view.rows[1]]);
	assert_contains(app.message, "2 of ");
	app_press(&app, "K");
	assert_int_equal(made()->program, p->frame.id[p->view.rows[0]]);
	assert_false(app_command(&app, "payback-previous"));
	app_run(&app, "payback data-analyst");
	app_press(&app, "J");
	assert_string_equal(made()->role_slug, "data-analyst");
	app_press(&app, "q");
	assert_int_equal(app.screen, SCREEN_PROGRAMS);
	assert_int_equal(p->pos, 1); /* the cursor went along */
}

/* The columns of a comparison: programs, roles, and programs for roles. */
static void
test_compared(void **state)
{
	(void)state;
	app_run(&app, "compare data-scientist data-analyst");
	app_press(&app, "Right P");
	assert_string_equal(made()->role_slug, "data-analyst");
	app_run(&app, "compare university-of-pennsylvania/wharton-mba/mba data-engineer");
	app_settle(&app);
	app_press(&app, "P");
	assert_string_equal(made()->role_slug, "data-engineer");
	assert_contains(made()->program_name, "Wharton");
}

/* --- inputs ----------------------------------------------------------------------------------- */

/* The page follows what is typed; Esc brings back what was there, Enter keeps it, u takes it back. */
static void
test_typed(void **state)
{
	double before;

	(void)state;
	open_wharton();
	app_run(&app, "payback-set cost"); /* the cursor goes there */
	app_press(&app, "Esc");
	assert_string_equal(here(), "payback-set cost");
	before = made()->band.lead_lo;
	assert_true(input(FI_COST) == 190000);
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	assert_string_equal(app.prompt.text.label, "price, $: ");
	assert_string_equal(app.prompt.edit.text.data, "190000");
	app_press(&app, "'95k");
	assert_true(made()->in.cost == 95000);
	assert_true(made()->band.lead_lo < before);
	assert_string_equal(here(), "payback-set cost");
	app_press(&app, "Esc");
	assert_true(input(FI_COST) == 190000);
	assert_true(made()->band.lead_lo == before);
	app_press(&app, "Enter '95k Enter");
	assert_true(input(FI_COST) == 95000);
	assert_int_equal(made()->line[FI_COST].from, FROM_PERSON);
	assert_contains(app.message, "price $95,000");
	app_press(&app, "u");
	assert_true(input(FI_COST) == 190000);
	assert_contains(app.message, "undone: payback");
	app_press(&app, "^R");
	assert_true(input(FI_COST) == 95000);
	app_press(&app, "x");
	assert_true(input(FI_COST) == 190000);
	assert_false(app_command(&app, "payback-unsay"));
	app_press(&app, "Enter Backspace Backspace Backspace Backspace Backspace Backspace Enter");
	assert_true(input(FI_COST) == 190000); /* nothing said: as stated */
}

static void
test_absurd(void **state)
{
	(void)state;
	open_wharton();
	app_run(&app, "line Lost pay");
	app_press(&app, "Enter 'many");
	assert_true(app.message_is_error);
	assert_true(input(FI_MONTHS) == 20);
	app_press(&app, "Enter");
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	app_press(&app, "Esc");
	assert_int_equal(app.prompt.kind, PROMPT_NONE);
	assert_false(app_command(&app, "payback-set months 9000"));
	assert_false(app_command(&app, "payback-set basline 80k"));
	assert_contains(app.message, "nearest: baseline");
	assert_true(input(FI_MONTHS) == 20);
}

static void
test_steps(void **state)
{
	(void)state;
	open_wharton();
	app_press(&app, "+");
	assert_true(input(FI_BASELINE) == 50000); /* the next round one */
	app_press(&app, "+ +");
	assert_true(input(FI_BASELINE) == 54000);
	app_press(&app, "-");
	assert_true(input(FI_BASELINE) == 52000);
	app_press(&app, "u u u u");
	assert_true(input(FI_BASELINE) == 49500);
	app_run(&app, "line Lost pay");
	app_press(&app, "-");
	assert_true(input(FI_MONTHS) == 19);
	app_press(&app, "Enter PgUp");
	assert_string_equal(app.prompt.edit.text.data, "24");
	app_press(&app, "Down");
	assert_true(input(FI_MONTHS) == 23);
	app_press(&app, "Esc");
	assert_true(input(FI_MONTHS) == 19);
	for (int i = 0; i < 30; i++)
		app_press(&app, "-");
	assert_true(input(FI_MONTHS) == 0); /* no less than there can be */
	app_run(&app, "line Worth it");
	assert_false(app_command(&app, "payback-more"));
}

/* Of what one would earn without it there are offers; a number is one's own. */
static void
test_baseline(void **state)
{
	double pay;

	(void)state;
	open_wharton();
	app_press(&app, "Enter");
	assert_true(app.popup.open);
	app_press(&app, "Down Down");
	pay = made()->offer[1].pay;
	assert_true(made()->noffers > 2 && pay > 0);
	app_press(&app, "Enter");
	assert_false(app.popup.open);
	assert_true(input(FI_BASELINE) == pay);
	assert_int_equal(made()->line[FI_BASELINE].from, FROM_SOURCE);
	app_press(&app, "Enter '80k Enter");
	assert_true(input(FI_BASELINE) == 80000);
	assert_int_equal(made()->line[FI_BASELINE].from, FROM_PERSON);
	app_press(&app, "Enter 'xyz");
	assert_string_equal(here(), ""); /* neither a number nor an offer */
	app_press(&app, "^U 'ENGINEER");
	assert_contains(here(), "engineer");
	app_press(&app, "Esc Enter Enter"); /* another amount: in the line, followed by the page */
	assert_int_equal(app.prompt.kind, PROMPT_TEXT);
	app_press(&app, "'60000");
	assert_true(made()->in.baseline == 60000);
	app_press(&app, "Enter Enter Down Enter"); /* the median of all jobs */
	assert_int_equal(made()->line[FI_BASELINE].from, FROM_ASSUMED);
	assert_false(app_command(&app, "payback-offer astronaut"));
}

static void
test_flips(void **state)
{
	double cost;

	(void)state;
	open_wharton();
	cost = input(FI_COST);
	app_run(&app, "payback-flip yearly");
	assert_true(input(FI_COST) > cost);
	app_press(&app, "u");
	assert_true(input(FI_COST) == cost);
	assert_false(made()->in.job_kept);
	app_run(&app, "line job is kept");
	assert_string_equal(here(), "payback-flip job");
	app_press(&app, "Enter");
	app_settle(&app);
	assert_true(made()->in.job_kept);
	assert_string_equal(here(), "payback-flip job"); /* the cursor stays on it */
	app_press(&app, "B");
	assert_true(app.popup.open);
	app_press(&app, "Enter");
	assert_true(app.popup.open); /* several can be flipped at once */
	app_press(&app, "q");
	assert_false(app_command(&app, "payback-flip nonsense"));
	assert_false(app_command(&app, "payback-flip debt")); /* no source states one here */
	app_run(&app, "payback-unsay all");
	assert_true(input(FI_COST) == cost);
	assert_false(made()->in.job_kept);
}

/* What is said of one program is not said of another; what is said of oneself is. */
static void
test_scopes(void **state)
{
	(void)state;
	open_wharton();
	app_run(&app, "payback-set cost 95k");
	app_run(&app, "payback-set baseline 80k");
	app_run(&app, "payback-set pay 100k");
	app_run(&app, "payback university-of-idaho/ms-in-psychology-human-factors/master");
	(void)input(FI_COST);
	assert_true(input(FI_COST) != 95000);
	assert_true(input(FI_BASELINE) == 80000);
	assert_true(input(FI_PAY) == 100000);
	app_run(&app, "payback data-analyst");
	assert_true(input(FI_PAY) != 100000);
	app_run(
	    &app, "payback university-of-pennsylvania/wharton-mba/mba machine-learning-engineer");
	assert_true(input(FI_COST) == 95000);
	assert_true(input(FI_PAY) == 100000);
	/* Undo brings back what was said of it, whatever is shown. */
	app_run(&app, "payback data-analyst");
	app_press(&app, "u u");
	assert_true(input(FI_BASELINE) == 49500);
	app_run(&app, "payback machine-learning-engineer");
	assert_true(isnan(app.payback->made.line[FI_TAX].value));
	assert_true(input(FI_PAY) != 100000);
	assert_true(input(FI_COST) == 95000);
}

/* What is said, and the last program, are kept in the file; what is typed is not until Enter. */
static void
test_kept(void **state)
{
	char *dir = temp_dir(), *path = mem_dup(temp_path(dir, "p.db"));

	(void)state;
	app_close(&app);
	appscreen_state(&app, path);
	open_wharton();
	app_run(&app, "payback-set cost 95k");
	app_run(&app, "payback-set baseline 80k");
	app_run(&app, "payback-flip job");
	app_run(&app, "payback-set tax");
	app_press(&app, "'20");
	app_close(&app);
	appscreen_state(&app, path);
	app_press(&app, "P");
	assert_contains(made()->program_name, "Wharton");
	assert_true(input(FI_COST) == 95000);
	assert_true(input(FI_BASELINE) == 80000);
	assert_true(made()->in.job_kept);
	assert_true(isnan(input(FI_TAX)));
	assert_contains(app.reader.asks, "baseline=80000");
	assert_true(strstr(app.reader.asks, "cost") == NULL); /* of one program */
	app_run(&app, "payback-unsay all");
	app_close(&app);
	appscreen_state(&app, path);
	app_press(&app, "P");
	assert_true(input(FI_COST) == 190000);
	assert_true(input(FI_BASELINE) == 49500);
	free(path);
	temp_remove(dir);
}

static void
test_reset(void **state)
{
	struct err e = {0};

	(void)state;
	app.opts.guest = true;
	open_wharton();
	app_run(&app, "payback-set baseline 80k");
	app_run(&app, "reset!");
	assert_ok(app_reset(&app, &e));
	app_press(&app, "P");
	assert_contains(made()->program_name, "OMSCS");
	assert_true(input(FI_BASELINE) == 49500);
}

/* What a tour says is gone when it ends, and is not the person's. */
static void
test_tour(void **state)
{
	static const char text[] = "payback-set baseline 90k\npause\n";
	struct err e = {0};
	char *kept;

	(void)state;
	open_wharton();
	app_run(&app, "payback-set baseline 80k");
	script_start(&app, "a-tour", text, sizeof text - 1);
	while (script_ready(&app) && !app.script.paused)
		script_step(&app);
	assert_true(input(FI_BASELINE) == 90000);
	kept = profile_get(app.profile, "payback");
	assert_string_equal(kept, "baseline=80000");
	free(kept);
	assert_ok(script_leave(&app, &e));
	assert_true(input(FI_BASELINE) == 80000);
}

/* The profile cannot be written: what was said goes on in memory. */
static void
test_lost(void **state)
{
	const struct err why = {.code = ERR_DATA, .text = "the disk is full"};
	char *dir = temp_dir(), *kept;

	(void)state;
	app_close(&app);
	appscreen_state(&app, temp_path(dir, "p.db"));
	open_wharton();
	app_run(&app, "payback-set cost 95k");
	app_run(&app, "payback-set baseline 80k");
	assert_true(app_profile_lost(&app, &why));
	assert_true(input(FI_COST) == 95000);
	kept = profile_get(app.profile, "payback");
	assert_string_equal(kept, "baseline=80000");
	free(kept);
	kept = profile_get(app.profile, "program");
	assert_contains(kept, "wharton");
	free(kept);
	temp_remove(dir);
}

/* --- beside it -------------------------------------------------------------------------------- */

/* Switching a source off is seen at once; the pair stays. */
static void
test_sources(void **state)
{
	size_t n;

	(void)state;
	open_wharton();
	n = made()->npays;
	app_run(&app, "kind postings off");
	app_settle(&app);
	assert_true(made()->npays < n);
	assert_contains(made()->program_name, "Wharton");
	app_run(&app, "sources all on");
	app_settle(&app);
	assert_int_equal(made()->npays, n);
}

static void
test_level(void **state)
{
	(void)state;
	open_wharton();
	app_press(&app, "E");
	assert_int_equal(made()->level, LEVEL_MID);
	app_press(&app, "u");
	assert_int_equal(made()->level, LEVEL_ENTRY);
}

static void
test_write(void **state)
{
	char *dir = temp_dir(), *text;
	const char *path = temp_path(dir, "p.txt");
	struct buf line = BUF_INIT;
	size_t len;

	(void)state;
	open_wharton();
	app_press(&app, "w");
	assert_string_equal(app.prompt.edit.text.data, "write payback.txt");
	app_press(&app, "Esc");
	buf_addf(&line, "write %s", path);
	app_run(&app, line.data);
	text = temp_read(path, &len);
	assert_contains(text, "Wharton MBA");
	assert_contains(text, "Moves it most");      /* the whole page */
	assert_true(strstr(text, "Enter:") == NULL); /* without keys */
	free(text);
	buf_free(&line);
	temp_remove(dir);
}

/* What is done is said with the answer, in as many words as there is room for. */
static void
test_said_briefly(void **state)
{
	(void)state;
	open_wharton();
	app_resize(&app, 50, 132);
	app_run(&app, "payback-set cost 95k");
	assert_contains(app.message, "price $95,000. ");
	assert_contains(app.message, " cover the price and the lost pay in ");
	app_resize(&app, 12, 40);
	app_run(&app, "payback-set cost 90k");
	assert_contains(app.message, "price $90,000. ");
	assert_contains(app.message, "10 figures: ");
	app_run(&app, "payback-set baseline 900k");
	assert_contains(app.message, "never on 10 of 10 figures");
}

/* An input is asked for from any screen: on that of payback. */
static void
test_from_elsewhere(void **state)
{
	(void)state;
	app_run(&app, "payback-set baseline 80k");
	assert_int_equal(app.screen, SCREEN_ROLES);
	assert_true(input(FI_BASELINE) == 80000);
	app_run(&app, "payback-set tax");
	app_press(&app, "'25");
	assert_int_equal(app.screen, SCREEN_PAYBACK);
	assert_true(made()->in.tax == 25);
	app_press(&app, "Enter q");
	assert_int_equal(app.screen, SCREEN_ROLES);
}

/* What leads nowhere on a line is not among its hints. */
static void
test_hints(void **state)
{
	(void)state;
	open_wharton();
	assert_true(payback_useful(&app, "payback-more"));
	assert_false(payback_useful(&app, "payback-unsay"));
	app_press(&app, "+");
	assert_true(payback_useful(&app, "payback-unsay"));
	app_run(&app, "line Worth it");
	assert_false(payback_useful(&app, "payback-more"));
	assert_true(payback_useful(&app, "payback-flip"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_APP(test_by_rule),
	    WITH_APP(test_under_cursor),
	    WITH_APP(test_by_name),
	    WITH_APP(test_in_turn),
	    WITH_APP(test_compared),
	    WITH_APP(test_typed),
	    WITH_APP(test_absurd),
	    WITH_APP(test_steps),
	    WITH_APP(test_baseline),
	    WITH_APP(test_flips),
	    WITH_APP(test_scopes),
	    WITH_APP(test_kept),
	    WITH_APP(test_reset),
	    WITH_APP(test_tour),
	    WITH_APP(test_lost),
	    WITH_APP(test_sources),
	    WITH_APP(test_level),
	    WITH_APP(test_write),
	    WITH_APP(test_said_briefly),
	    WITH_APP(test_from_elsewhere),
	    WITH_APP(test_hints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
