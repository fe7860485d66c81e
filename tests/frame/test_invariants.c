/*
 * Every state in every size, with and without UTF-8 and colour: see look.h for what holds.
 */
#include "appscreen.h"
#include "check.h"
#include "look.h"

struct size {
	int cols, rows;
};

static const struct size sizes[] = {
    {132, 50}, {100, 30}, {80, 24}, {60, 20}, {40, 12}, {39, 9}, {1, 1}};

#define PAY ":section~pay"
#define LONG "'a~long~line~of~words~that~no~prompt~can~show~at~once~on~a~screen~of~this~size~"

#define COMPARE_2 ":compare~data-scientist~machine-learning"
#define COMPARE_3 ":compare~machine-learning-engineer~data-scientist~research-scientist"
#define PLANS                                                                                      \
	":compare~georgia-institute-of-technology/online-ms-in-computer-science-omscs/master~"     \
	"university-of-pennsylvania/wharton-mba/mba~machine-learning-engineer~research-scientist"
#define COMPARE_6 COMPARE_3 "~data-analyst~mlops-engineer~nlp-specialist"
#define MARK_5 " Space Space Space Space Space"
#define COMPARE_10 "2 :filter~award:master~cost:any~mode:any" MARK_5 MARK_5 " c"

#define COLUMNS                                                                                    \
	":columns~school:24,program|award,months,cost,earnings,state,country,mode,source,"         \
	"cost_per_year,key"

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
	"!", "! v", "! G", "! ] ] ] i", "! ] Down Down o", "! :conflicts~product-manager Enter",
	/* prompts */
	"/", "/ 'data", "/ 'data~scientist", "/ 'zzzz", "/ 'stat:x", "/ 'family:an",
	"/ 'pay_low>", "/ '\"open", "/ 'data Down Down",
	"/ 'größe~漢字é Left Left", "/ " LONG LONG, "/ " LONG LONG " Home", ": 'sec", ": 's Tab",
	": 'nonsense Enter", ": 'section Enter",
	/* the list above the command line */
	":", ": Down Down", ": PgDn", ": PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn", ": 'so Down Up",
	": 'zzzz", ": 'zzzz Tab", ": 'screen~", ": 'screen~ Down Down", ": 'role-is~ PgDn", ": 'write~x",
	": 'select~", ": 'select~ PgDn PgDn", ": 'section~", ": 'filter~fam", ": 'filter~family:", ": 'sec~pay",
	": 'größe~漢字", ": " LONG LONG, "3 :", "3 : 'mark", "2 :", "2 : 'filter~school:", "2 : 'absent", "Enter :",
	"z :", "i :", "i : 'zo", "u", "^R", "/ 'data Enter u", "s u ^R", "2 / 'data Enter 1 u", "Space u", "q", ":nonsense",
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
	/* the first screen, and the search over everything */
	"0", "0 Down", "0 Down Down", "0 Down Down Down", "0 Down Down Down Down", "0 End", "0 PgDn",
	"0 End Up Up", "0 E", "0 i", "0 m", "0 ?", "0 r", "0 r 'nlp Enter", "0 r 'chief Enter Down Down",
	"0 Enter", "0 Down Down Enter", "0 q", "0 :", "0 x",
	"0 /", "0 / 'd", "0 / 'data", "0 / 'data Down Down Down Down", "0 / 'data End", "0 / 'zzzz",
	"0 / 'stat:x", "0 / 'cost<20k", "0 / 'cost<20k PgDn PgDn", "0 / 'größe~漢字", "0 / '\"open",
	"0 / " LONG LONG, "F 'python", "2 F 'a", "F 'data Enter", "F 'median Enter",
	/* payback */
	"P", "P End", "P PgDn", "P v", "P v End", "P E", "P z", "P ?", "P m", "P i", "P Enter", "P Enter '80k",
	"P Enter 'zzz", "P Enter 'data", "P Enter Enter", "P Enter Enter '9", "P B", "P B Enter", "P + +", "P Down Enter",
	"P Down Enter '5", "P Down Enter 'x", "P Down Enter " LONG LONG, "P Down Enter ^U", "P Down Down Enter Up",
	"2 End P", "2 End P End", "0 End Up", "0 End Up Enter", "P :payback-set~baseline~900k", "P q",
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
	/* columns of one's own, saved filters */
	"C", "C 'pay Enter Down Enter", "C 'zzz", "2 C End Enter", "2 z C PgDn",
	"2 " COLUMNS, "2 " COLUMNS " l l l l l", "2 " COLUMNS " z l l l l l l s S",
	"2 " COLUMNS " l l l l l l l l l l l l l l", "2 " COLUMNS " l l l f l l l",
	"2 " COLUMNS " l l l l > > > > > > > > > > > > > >", "2 < < < < < < < < < < < < < < <",
	"2 > > > > > > > > > > > > > > > > > > > > > > > > > l", "2 l { f l l }",
	"2 :columns~cost", "2 :columns~key,source,role l", "2 " COLUMNS " / 'data~cost<20k",
	":columns~title,aliases,codes,pay_low,pay_high,pay_currency,figures,slug l l l l l l l",
	":screen~guide :columns~heading,text,role l", ":screen~data :columns~key,url,licence,period l l",
	":screen~skills :columns~name,tools,role,must l l", "L", "2 " COLUMNS " L",
	"2 / 'cost<20k~mode:online Enter :save~a /  '~x Enter :save~an~online~program~of~a~long~name L",
	"2 :save~a L x", "2 :save~a / 'b Enter :save~a",
	/* compare */
	PLANS, PLANS " Right Right B PgDn", PLANS " =", PLANS " v End", PLANS " E", PLANS " x x x",
	PLANS " Down i", PLANS " P", ":role-is~data-scientist " COMPARE_10 " PgDn PgDn", COMPARE_10 " End",
	"3", "c 3", COMPARE_2, COMPARE_2 " Right B End", COMPARE_3, COMPARE_3 " Down Down PgDn",
	COMPARE_3 " Right i", COMPARE_3 " PgDn i", COMPARE_3 " Right B }", COMPARE_3 " = End",
	COMPARE_6, COMPARE_6 " Right Right Right Right Right", COMPARE_6 " B Right Right Right PgDn",
	COMPARE_6 " PgDn PgDn PgDn l l l h", COMPARE_6 " w", COMPARE_6 " End x x x x x", COMPARE_6 " ?",
	COMPARE_10, COMPARE_10 " Right Right Right Right Right Right Right Right Right Right",
	COMPARE_10 " = PgDn Right Right B", COMPARE_10 " End Right Right i", COMPARE_10 " } } } m",
	/* sources off, the map of coverage */
	"7", "7 o", "7 o Down O", "7 o Tab", "7 o / 'on:off Enter", ":sources~all~off 1", ":sources~all~off 2",
	":sources~all~off 4", ":sources~all~off 6", ":sources~all~off 0", ":sources~all~off 3",
	":sources~all~off 7 M", ":kind~editorial~off 1", ":kind~editorial~off 1 End Enter", "7 o 2 End",
	":kind~official~off " PAY, COMPARE_2 " :kind~official~off", "7 M", "7 M End", "7 M v PgDn PgDn",
	"7 M Right Right Right Right Right Right Right Right Right Right Right Right Right",
	"7 M Enter", "7 M Down Down Down Down Enter", "7 M Enter End i", "7 M Enter Down Down Down o",
	"7 M V", "7 M V Right Right Down Enter", "7 M V End", "7 M l l l V v", "7 M m", "7 M ?", "7 M q",
	"7 M Right i",
};
/* clang-format on */

static void
check_state(const char *keys, const struct size *size)
{
	struct appscreen s;

	appscreen_open(&s, size->rows, size->cols, false, true);
	app_press(&s.app, keys);
	look_drawn(&s, keys, false);
	look_to_ascii(&s.app);
	look_drawn(&s, keys, true);
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
		look_drawn(&s, states[i], i % 2 == 1);
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
