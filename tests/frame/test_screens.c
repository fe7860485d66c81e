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

/* Three roles, six roles, ten programs side by side. */
#define COMPARE_P                                                                                  \
	":compare~georgia-institute-of-technology/online-ms-in-computer-science-omscs/master~"     \
	"harvard-extension-school/graduate-certificate-in-data-science/certificate~"               \
	"university-of-pennsylvania/wharton-mba/mba"
#define COMPARE_3 ":compare~machine-learning-engineer~data-scientist~research-scientist"
#define COMPARE_6 COMPARE_3 "~data-analyst~mlops-engineer~ai-engineer"
#define MARK_5 " Space Space Space Space Space"
#define COMPARE_10 "2 :filter~award:master~cost:any~mode:any" MARK_5 MARK_5 " c"

/* A section of a role's page on the whole screen. */
#define SECTION(role, section) ":select~" role " :section~" section " z"

#define COLUMNS                                                                                    \
	"school,program,award,months,cost,earnings,state,country,mode,source,cost_per_year,key"
#define SAVED                                                                                      \
	"2 / 'cost<20k~mode:online~sort:cost Enter :save~cheap :clear / 'data~state:any Enter "    \
	"S-Tab S-Tab Right Enter Esc :save~data~somewhere :filter~months<13 + "                    \
	":save~within~a~year"

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
    {"mle-growth-40", 40, 30, SECTION("machine-learning-engineer", "growth"), true, false},
    {"mle-what-if", 80, 24, SECTION("machine-learning-engineer", "pay") " W Enter Down Down Enter",
	false, false},
    {"mle-what-if-40", 40, 24, SECTION("machine-learning-engineer", "pay") " W Enter", true, false},
    {"mle-pay-what-if", 80, 60,
	SECTION("machine-learning-engineer", "pay") " :what-if~industry,experience", false, false},
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
    {"who-fact", 80, 24, ":section~path :line~entry-level~ml i", false, false},
    {"who-source", 80, 30, ":section~sources Down Down i", false, false},
    {"who-program", 80, 30, "2 Down Right Right Right Right Right i", false, false},
    {"what-column", 80, 24, "Right Right m", false, false},
    {"what-line", 80, 24, ":section~pay Down Down m", false, false},
    {"role-choice", 80, 24, "r", false, false},
    {"role-choice-find", 40, 12, "r 'data", false, false},
    {"command-complete", 80, 24, ": 'se Tab", false, false},
    {"command-error", 80, 24, ":sectoin", false, false},
    {"quit", 40, 12, "q", false, false},

    {"columns-chooser", 80, 24, "2 z C 'state Enter Down", false, true},
    {"columns-chooser-40", 40, 12, "C 'pay Down", false, false},
    {"columns-wide", 132, 24, "2 z :columns~" COLUMNS, false, false},
    {"columns-scrolled", 80, 24, "2 z :columns~" COLUMNS " l l l l l l l s g", false, true},
    {"columns-ascii", 80, 24, "2 z :columns~" COLUMNS " l l l l l l l", true, false},
    {"columns-frozen", 80, 24, "2 z :columns~" COLUMNS " l f l l l l l", false, false},
    {"columns-narrowed", 80, 24, "2 z < < < l > l l } < < h <", false, false},
    {"columns-40", 40, 12, "2 :columns~" COLUMNS " l l l l l", false, false},
    {"columns-lists", 100, 24, "z :columns~title,aliases:24,codes,pay_low,pay_high,figures", false,
	false},
    {"filters-popup", 80, 24, SAVED " z L Down", false, true},
    {"filters-popup-40", 40, 12, SAVED " L", false, false},
    {"filters-none", 80, 24, "2 z L", false, false},
    {"filters-replace", 80, 24, SAVED " z :save~cheap", false, false},

    {"start-132", 132, 50, "0", false, false},
    {"start-80", 80, 24, "0", false, true},
    {"start-60", 60, 20, "0", false, false},
    {"start-40", 40, 12, "0", false, false},
    {"start-40-below", 40, 12, "0 End", false, false},
    {"start-ascii", 80, 24, "0", true, false},
    {"start-day", 80, 24, "0 Down", false, false},
    {"start-compare", 80, 24, "0 Down Down", false, false},
    {"start-skills", 80, 24, "0 Down Down Down", false, false},
    {"start-programs", 80, 24, "0 Down Down Down Down", false, false},
    {"start-role", 80, 24, "0 r 'computer~vision Enter Down Down", false, false},
    {"start-level", 80, 24, "0 E", false, false},
    {"find-start", 80, 24, "0 /", false, true},
    {"find-typed", 80, 24, "0 / 'data~sci Down", false, true},
    {"find-132", 132, 50, "0 / 'learning", false, false},
    {"find-more", 80, 24, "0 :find~data Down Down Enter", false, false},
    {"find-error", 80, 24, "0 / 'stat:CA", false, false},
    {"find-left-out", 80, 24, "0 / 'cost<20k", false, false},
    {"find-nothing", 80, 24, "2 F 'zzzz", false, false},
    {"find-40", 40, 12, "0 / 'data", false, false},
    {"find-ascii", 80, 24, "0 / 'data", true, false},

    {"compare-roles-132", 132, 50, COMPARE_3, false, false},
    {"compare-roles-80", 80, 24, COMPARE_3, false, true},
    {"compare-roles-40", 40, 12, COMPARE_3, false, false},
    {"compare-six-132", 132, 50, COMPARE_6 " B Right", false, false},
    {"compare-whole", 80, 230, COMPARE_3, false, false},
    {"compare-scrolled", 80, 24, COMPARE_6 " Right Right Right PgDn PgDn", false, false},
    {"compare-baseline", 80, 24, COMPARE_3 " Right B", false, true},
    {"compare-baseline-out", 80, 24, COMPARE_6 " B Right Right Right", false, false},
    {"compare-equal", 80, 60, COMPARE_10 " = PgDn", false, false},
    {"compare-moved", 80, 24, COMPARE_3 " Right Right { {", false, false},
    {"compare-dropped", 80, 24, COMPARE_3 " Right x", false, false},
    {"compare-details", 80, 40, COMPARE_3 " v :line~What~one~does", false, false},
    {"compare-level", 80, 24, COMPARE_3 " E Down Down", false, false},
    {"compare-programs-132", 132, 50, COMPARE_10, false, false},
    {"compare-programs-80", 80, 24, COMPARE_10, false, false},
    {"compare-programs-40", 40, 12, COMPARE_10 " Right B Down", false, false},
    {"compare-worth", 80, 90, ":role-is~machine-learning-engineer " COMPARE_P, false, false},
    {"compare-plans-132", 132, 50, COMPARE_P "~machine-learning-engineer~data-scientist B Right",
	false, false},
    {"compare-plans-80", 80, 24, COMPARE_P "~data-scientist", false, true},
    {"compare-plans-40", 40, 12, COMPARE_P "~data-scientist Right Down", false, false},
    {"compare-plans-roles", 80, 60,
	":compare~university-of-pennsylvania/wharton-mba/mba~machine-learning-engineer~data-scientist",
	false, false},
    {"compare-empty", 80, 24, "3", false, false},
    {"compare-empty-40", 40, 12, "3", false, false},
    {"compare-one", 80, 24, "c 3", false, false},
    {"compare-chosen", 80, 24, "c", false, false},
    {"compare-ascii", 80, 40, COMPARE_3 " Right B", true, false},
    {"compare-explain", 80, 24, COMPARE_3 " Right :line~ai-jobs~2024,~mid i", false, false},
    {"compare-silent", 80, 24, COMPARE_3 " Right :line~websites Down i", false, false},

    {"palette", 80, 24, "z :", false, true},
    {"palette-typed", 80, 24, "z : 'sort Down", false, true},
    {"palette-words", 80, 24, "z : 'column~wid", false, false},
    {"palette-used", 80, 24, ": 'zoom Enter : 'sort-add Enter :", false, false},
    {"palette-argument", 80, 24, "z : 'section~p", false, false},
    {"palette-filter", 80, 24, "2 z : 'filter~award:m Down", false, false},
    {"palette-elsewhere", 80, 24, "3 : 'mark", false, false},
    {"palette-132", 132, 50, "z : 'col", false, false},
    {"palette-40", 40, 12, "z : 'so Down", false, false},
    {"palette-40-argument", 40, 12, "z : 'level~", false, false},
    {"palette-nothing", 80, 24, "z : 'zzz", false, false},
    {"palette-nearest", 80, 24, "z : 'sectoin~pay", false, false},
    {"palette-ascii", 80, 24, "z : 'page", true, false},
    {"undo-message", 80, 24, "z / 'data Enter u", false, false},
    {"undo-elsewhere", 80, 24, "2 z / 'data~award:master Enter 1 u", false, false},

    {"skills-132", 132, 50, "4", false, false},
    {"skills-80", 80, 24, "4", false, true},
    {"skills-40", 40, 12, "4", false, false},
    {"skills-40-page", 40, 24, ":select~kaggle Enter", false, false},
    {"skills-facets", 80, 24, "4 z S-Tab :filter~conflict:yes", false, true},
    {"skills-role", 100, 30, "4 :filter~role:data-scientist~tier:must", false, false},
    {"skills-disputed", 80, 40, ":select~sql z Tab", false, true},
    {"skills-page", 80, 50, ":select~python z Tab", false, false},
    {"skills-figures", 80, 24, ":select~pytorch z Tab", false, false},
    {"skills-ascii", 80, 24, ":select~kaggle z Tab", true, false},
    {"skills-from-role", 80, 24, ":role-section~data-scientist~skills Down Enter", false, false},
    {"guide-132", 132, 50, "6", false, false},
    {"guide-80", 80, 24, "6", false, false},
    {"guide-40", 40, 12, "6", false, false},
    {"guide-topic", 80, 24, ":select~prepare-for-2027 z Tab", false, true},
    {"guide-prediction", 80, 24, ":select~guide~prediction-12 z Tab", false, false},
    {"guide-no-year", 80, 24, ":select~guide~prediction-28 z Tab", false, false},
    {"guide-stance", 80, 24, ":select~guide~claim-3 z Tab", false, false},
    {"guide-role", 80, 24, ":select~research-scientist t", false, false},
    {"guide-family", 80, 24, ":select~nlp-specialist t", false, false},
    {"guide-nothing", 80, 24, ":select~product-manager t", false, false},
    {"role-path", 80, 70, SECTION("data-scientist", "path"), false, false},
    {"role-ladder-40", 40, 40, SECTION("machine-learning-engineer", "path"), false, false},
    {"role-field", 80, 50, SECTION("machine-learning", "summary"), false, false},
    {"role-alternative", 80, 24, SECTION("product-manager", "path"), false, false},
    {"role-occupation-path", 80, 24, SECTION("data-scientists", "path"), false, false},
    {"role-skills-short", 80, 24, SECTION("data-scientist", "skills"), false, false},
    {"role-skills-details", 80, 24, SECTION("data-scientist", "skills") " v", false, false},
    {"role-programs-40", 40, 40, SECTION("data-scientist", "programs"), false, false},
    {"role-sources", 80, 40, SECTION("nlp-specialist", "sources"), false, false},

    {"data-132", 132, 50, "7", false, false},
    {"data-80", 80, 24, "7", false, true},
    {"data-40", 40, 12, "7", false, false},
    {"data-off", 80, 24, "7 Down Down o", false, true},
    {"data-off-page", 80, 40, "7 Down Down o Tab z", false, false},
    {"data-kind-off", 132, 30, "7 Down Down O", false, false},
    {"data-off-40", 40, 12, "7 o Down o", false, false},
    {"data-off-ascii", 80, 24, "7 Down o", true, false},
    {"roles-sources-off", 80, 24, "7 Down Down O 1", false, false},
    {"programs-sources-off", 80, 24, "7 o 2", false, false},
    {"programs-all-off", 80, 24, ":sources~all~off 2", false, false},
    {"mle-pay-sources-off", 80, 40,
	":kind~editorial~off " SECTION("machine-learning-engineer", "pay"), false, false},
    {"coverage-132", 132, 50, "7 M", false, false},
    {"coverage-80", 80, 24, "7 M Right Right Down Down", false, true},
    {"coverage-40", 40, 12, "7 M Right Right Right Right Down", false, false},
    {"coverage-ascii", 80, 24, "7 M Right", true, false},
    {"coverage-all", 80, 24, "7 M v End", false, false},
    {"coverage-last", 80, 24, "7 M l l l l l l l l l l l l l l l l l l l l l l l l l l l", false,
	false},
    {"coverage-cell", 80, 24, "7 M Enter Down Down Down", false, false},
    {"coverage-cell-40", 40, 12, "7 M Enter", false, false},
    {"coverage-facts", 80, 24, "7 M l l l l l l l l l l l l Enter", false, false},
    {"coverage-nothing", 80, 24, "7 M Down Down Down Down Enter", false, false},
    {"coverage-by-source", 80, 24, "7 M V Down", false, false},
    {"coverage-by-source-cell", 80, 24, "7 M V l Enter", false, false},
    {"coverage-off", 80, 24, ":kind~editorial~off 7 M", false, false},
    {"coverage-all-off", 80, 24, ":sources~all~off 7 M", false, false},
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

/* With an argument only the shots whose names it fits: "start-*". */
int
main(int argc, char **argv)
{
	struct CMUnitTest tests[COUNT(shots)] = {0};

	if (argc > 1)
		cmocka_set_test_filter(argv[1]);

	for (size_t i = 0; i < COUNT(shots); i++) {
		tests[i].name = shots[i].name;
		tests[i].test_func = test_shot;
		tests[i].initial_state = (void *)&shots[i];
	}
	return _cmocka_run_group_tests("screens", tests, COUNT(tests), NULL, NULL);
}
