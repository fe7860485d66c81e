/*
 * The screens of a walk through the program, kept as text. Each was read before it was kept: UPDATE=1
 * writes them anew, and the difference is to be read as well.
 */
#include "appscreen.h"
#include "check.h"

#include <stdlib.h>

struct shot {
	const char *name;
	int cols, rows;
	const char *keys; /* see app_press */
	bool ascii, attrs;
};

/* A section of a role's page on the whole screen. */
#define SECTION(role, section) ":select~" role " :section~" section " z"

static const struct shot shots[] = {
    {"roles-132", 132, 50, "", false, false},
    {"roles-100", 100, 30, "", false, false},
    {"roles-80", 80, 24, "", false, true},
    {"roles-60", 60, 20, "", false, false},
    {"roles-40", 40, 12, "", false, false},
    {"roles-ascii", 80, 24, "Down Down s", true, true},
    {"roles-all", 80, 24, "End Enter Down", false, false},
    {"roles-occupations", 100, 30, "/ 'kind:occupation Enter", false, false},
    {"roles-marks", 80, 24, "Space Down Space", false, true},
    {"roles-sorted", 80, 24, "Right s s Right Right S g", false, false},
    {"roles-typing", 80, 24, "/ 'data~sci", false, false},
    {"roles-nothing", 80, 24, "/ 'zzz~family:analysis Enter", false, false},
    {"roles-page-40", 40, 12, "Enter Down", false, false},
    {"small", 39, 9, "", false, false},

    {"mle-summary", 80, 60, SECTION("machine-learning-engineer", "summary"), false, false},
    {"mle-pay", 80, 60, SECTION("machine-learning-engineer", "pay"), false, false},
    {"mle-pay-ascii", 80, 40, SECTION("machine-learning-engineer", "pay"), true, false},
    {"mle-pay-40", 40, 30, SECTION("machine-learning-engineer", "pay"), false, false},
    {"mle-pay-132", 132, 40, ":section~pay", false, false},
    {"mle-pay-mid", 80, 40, SECTION("machine-learning-engineer", "pay") " E", false, false},
    {"mle-pay-senior", 80, 40, SECTION("machine-learning-engineer", "pay") " E E", false, false},
    {"mle-pay-staff", 80, 40, SECTION("machine-learning-engineer", "pay") " E E E", false, false},
    {"mle-growth", 80, 60, SECTION("machine-learning-engineer", "growth"), false, false},
    {"mle-skills", 80, 60, SECTION("machine-learning-engineer", "skills"), false, false},
    {"mle-day", 80, 60, SECTION("machine-learning-engineer", "day"), false, false},
    {"mle-break-in", 80, 60, SECTION("machine-learning-engineer", "break~in"), false, false},
    {"mle-path", 80, 60, SECTION("machine-learning-engineer", "path"), false, false},
    {"mle-programs", 80, 60, SECTION("machine-learning-engineer", "programs"), false, false},
    {"mle-industries", 80, 60, SECTION("machine-learning-engineer", "industries"), false, false},
    {"mle-sources", 80, 60, SECTION("machine-learning-engineer", "sources"), false, false},

    {"nlp-summary", 80, 24, SECTION("nlp-specialist", "summary"), false, false},
    {"nlp-pay", 80, 24, SECTION("nlp-specialist", "pay"), false, false},
    {"nlp-skills", 80, 24, SECTION("nlp-specialist", "skills"), false, false},
    {"nlp-day", 80, 24, SECTION("nlp-specialist", "day"), false, false},
    {"nlp-break-in", 80, 30, SECTION("nlp-specialist", "break~in"), false, false},
    {"nlp-programs", 80, 30, SECTION("nlp-specialist", "programs"), false, false},
    {"field-pay", 80, 50, SECTION("machine-learning", "pay"), false, false},
    {"occupation-summary", 80, 24, "o :select~data-scientists", false, false},
    {"occupation-pay", 80, 30, SECTION("data-scientists", "pay"), false, false},

    {"programs-132", 132, 50, "2", false, false},
    {"programs-100", 100, 30, "2", false, false},
    {"programs-80", 80, 24, "2", false, false},
    {"programs-40", 40, 12, "2", false, false},
    {"programs-40-facets", 40, 12, "2 S-Tab Enter", false, false},
    {"programs-ascii", 80, 24, "2 S-Tab Down Enter", true, false},
    {"programs-typing", 80, 24, "2 / 'cost<20k", false, false},
    {"programs-advice", 80, 24, "2 / 'data~cost<20k~award:master Enter", false, false},
    {"programs-plus", 80, 24, "2 / 'cost<20k~mode:online Enter +", false, false},
    {"programs-facets", 80, 24, "2 S-Tab Enter Down Down x", false, true},
    {"programs-absent", 80, 24, "2 / 'mode:none Enter", false, false},
    {"programs-nothing", 80, 24, "2 / 'zzz~cost<20k Enter", false, false},
    {"programs-error", 80, 24, "2 / 'stat:CA~data", false, false},
    {"programs-value", 80, 24, "2 / 'country:Germany Enter", false, false},
    {"programs-chips-off", 80, 24, "2 / 'data~award:master~cost<50k Enter S-Tab S-Tab Right Enter",
	false, true},
    {"programs-relevant", 80, 24, "2 r 'nlp Enter", false, false},
    {"programs-sorted", 80, 24, "2 / 'cost:any Enter Right Right Right Right Right Right s g",
	false, false},
    {"program-page", 80, 40,
	":select~georgia-institute-of-technology/online-ms-in-computer-science-omscs/master z Tab",
	false, false},
    {"program-withdrawn", 80, 30, "2 / 'status:withdrawn Enter Enter z", false, false},
    {"program-page-40", 40, 24,
	":select~georgia-institute-of-technology/online-ms-in-computer-science-omscs/master Enter",
	false, false},

    {"help", 80, 40, "?", false, false},
    {"help-40", 40, 12, "?", false, false},
    {"help-find", 80, 24, "? 'sort", false, false},
    {"help-page", 80, 24, "Enter ?", false, false},
    {"help-facets", 80, 24, "2 S-Tab ?", false, false},
    {"who-pay", 80, 30, "Right i", false, true},
    {"who-fact", 80, 24, ":section~path Down Down i", false, false},
    {"who-source", 80, 30, ":section~sources i", false, false},
    {"who-program", 80, 30, "2 Down Right Right Right Right Right i", false, false},
    {"what-column", 80, 24, "Right Right m", false, false},
    {"what-line", 80, 24, ":section~pay Down Down m", false, false},
    {"role-choice", 80, 24, "r", false, false},
    {"role-choice-find", 40, 12, "r 'data", false, false},
    {"command-complete", 80, 24, ": 'se Tab", false, false},
    {"command-error", 80, 24, ":sectoin", false, false},
    {"quit", 40, 12, "q", false, false},
};

static void
test_shot(void **state)
{
	const struct shot *shot = *state;
	struct appscreen s;
	struct buf text = BUF_INIT;
	bool same;

	screen_open(&s.screen, shot->rows, shot->cols, shot->ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = shot->ascii;
	app_resize(&s.app, shot->rows, shot->cols);
	app_settle(&s.app);
	app_press(&s.app, shot->keys);
	buf_adds(&text, appscreen_draw(&s, shot->attrs));
	buf_addf(&text, "cursor %d,%d\n", s.screen.draw.cursor_y, s.screen.draw.cursor_x);
	same = screen_same(shot->name, text.data);
	buf_free(&text);
	appscreen_close(&s);
	assert_true(same);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(shots)] = {0};

	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = test_shot;
		tests[i].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("screens", tests, COUNT(tests), NULL, NULL);
}
