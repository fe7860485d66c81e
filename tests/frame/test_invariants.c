/*
 * Every state in every size, with and without UTF-8 and colour: see look.h for what holds.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"

#include <stdlib.h>

struct size {
	int cols, rows;
};

static const struct size sizes[] = {
    {132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {39, 9}, {1, 1}};

#define PAY ":section~pay"
#define LONG "'a~long~line~of~words~that~no~prompt~can~show~at~once~on~a~screen~of~this~size~"

/* clang-format off */
/* How to come to a state from the start; see app_press. */
static const char *const states[] = {
	/* roles */
	"", "Right", "Right Right", "Down Down Down", "End", "End Enter", "o End", "PgDn",
	"Space Down Space Down Down Space",
	"s", "Right s s", "Right s Right S S", "z", "Tab", "Tab z", "S-Tab", "E", "x",
	":section~summary", ":section~pay", ":section~growth", ":section~skills", ":section~day",
	":section~break~in",
	":section~path", ":section~programs", ":section~industries", ":section~sources",
	PAY " End", PAY " PgDn", PAY " E E", PAY " z End", ":section~skills J J ]",
	":select~nlp-specialist " PAY, ":select~staff-or-principal-engineer " PAY,
	":select~nlp-specialist :section~day End",
	"o / 'kind:occupation Enter Enter", "o / 'kind:occupation Enter " PAY " End",
	/* prompts */
	"/", "/ 'data", "/ 'data~scientist", "/ 'zzzz", "/ 'stat:x", "/ 'family:an",
	"/ 'pay_low>", "/ '\"open", "/ 'data Down Down",
	"/ 'größe~漢字é Left Left", "/ " LONG LONG, "/ " LONG LONG " Home", ": 'sec", ": 's Tab",
	": 'nonsense Enter", ": 'section Enter", "q", ":nonsense",
	":go~99999", "/ 'data Enter q",
	/* a filter that is kept */
	"/ 'data Enter", "/ 'zzzz Enter", "/ 'stat:x Enter",
	"/ 'data~family:analysis Enter S-Tab", "/ 'data~zzz~family:analysis Enter Tab Tab",
	"/ 'data~-analyst Enter S-Tab S-Tab Right", "/ 'data~family:analysis Enter Tab Tab Enter",
	"/ 'data~family:analysis Enter Tab Tab Right Enter Enter",
	"/ 'a~b~c~d~e~family:analysis,engineering,science~kind:role~pay_low>1~pay_low>2~pay_low>3 "
	"Enter Tab Tab End Right Right Right Right Right Right Right Right",
	/* popups */
	"?", "? Down Down", "? End", "? 'filter", "? 'zzzz", "? 'sort Backspace", "Tab ?", "m",
	"Right Right m", "Tab m", PAY " m", PAY " Down m i",
	"r", "r 'data", "r 'zzz", "r PgDn PgDn", "r 'nlp Enter", "i", "Right i",
	PAY " Down Down Down Down Down Down Down Down Down i",
	":section~sources i", ":section~sources i End", ":section~growth i", ":section~path End i",
	/* programs */
	"2", "2 Down Down Right", "2 End", "2 PgDn PgDn", "2 Space Space Space",
	"2 Right Right s", "2 Right Right Right Right Right Right s s", "2 z",
	"2 S-Tab", "2 S-Tab Up", "2 S-Tab Enter", "2 S-Tab Enter Down Enter", "2 S-Tab Down x",
	"2 S-Tab Enter Down Down x", "2 S-Tab End", "2 S-Tab End Enter",
	"2 S-Tab z", "2 S-Tab ?", "2 S-Tab m", "2 Tab", "2 Tab End", "2 Tab z", "2 Tab ?",
	"2 / 'cost<20k", "2 / 'cost<20k Enter", "2 / 'cost<20k~mode:online Enter +",
	"2 / 'zzz~cost<20k Enter", "2 / 'zzz~cost<20k Enter z S-Tab",
	"2 / 'data~cost<20k~award:master Enter", "2 / 'months:1..3~cost<5k~country:US Enter",
	"2 / 'state:ZZ", "2 / 'state:ZZ Enter", "2 / 'withdrawn", "2 / 'status:withdrawn Enter",
	"2 / 'role:nlp-specialist Enter", "2 r 'nlp Enter", "2 i", "2 Down i",
	"2 Right Right Right Right Right Right Right i", "2 Down Down Tab End i",
	"2 / 'sort:-cost Enter",
	"Enter :filter~zzzz", "2 Enter :filter~zzzz", "/ 'pay_low>150k Enter", "2 S-Tab Right",
	"2 / 'data Enter Tab Tab Down",
	"2 / 'cost<20k~award:master Enter Tab Tab Tab Tab Enter",
	"2 / 'cost<20k~award:master Enter Tab Tab Tab Enter Right x",
};
/* clang-format on */

/* The screen that is on, with and without colour: both must look the same, but for the colour. */
static void
check_drawn(struct appscreen *s, const char *keys, bool ascii)
{
	struct look l = {.a = &s->app, .d = &s->screen.draw, .keys = keys, .ascii = ascii};
	int rows = s->screen.draw.rows, cols = s->screen.draw.cols;
	char *colour = NULL;

	for (int mono = 0; mono < 2; mono++) {
		screen_close(&s->screen);
		screen_open(&s->screen, rows, cols, ascii, mono);
		l.mono = mono;
		l.dump = appscreen_draw(s, true);
		look_read(&l);
		look_check(&l);
		if (mono)
			look_same(&l, colour);
		else
			colour = mem_dup(l.dump);
	}
	free(colour);
}

/* Everything that was made of text for the one kind of terminal is made anew. */
static void
to_ascii(struct app *a)
{
	a->opts.ascii = true;
	a->popup.page.opts.width = 0;
}

static void
check_state(const char *keys, const struct size *size)
{
	struct appscreen s;

	appscreen_open(&s, size->rows, size->cols, false, true);
	app_press(&s.app, keys);
	check_drawn(&s, keys, false);
	to_ascii(&s.app);
	check_drawn(&s, keys, true);
	appscreen_close(&s);
}

static void
test_size(void **state)
{
	for (size_t i = 0; i < COUNT(states); i++)
		check_state(states[i], *state);
}

/* Without room the states follow one another: what was pressed before cannot be seen. */
static void
test_small(void **state)
{
	const struct size *size = *state;
	struct appscreen s;

	appscreen_open(&s, size->rows, size->cols, false, true);
	for (size_t i = 0; i < COUNT(states); i++) {
		app_press(&s.app, states[i]);
		check_drawn(&s, states[i], i % 2 == 1);
		app_press(&s.app, "Esc Esc Esc Esc");
	}
	appscreen_close(&s);
}

#define SIZE(test, i) cmocka_unit_test_prestate(test, (void *)&sizes[i])

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    SIZE(test_size, 0),
	    SIZE(test_size, 1),
	    SIZE(test_size, 2),
	    SIZE(test_size, 3),
	    SIZE(test_size, 4),
	    SIZE(test_small, 5),
	    SIZE(test_small, 6),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
