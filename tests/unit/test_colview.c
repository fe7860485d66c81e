/* Columns as a person arranges them: the text, the places, what scrolls. */
#include "apptest.h"
#include "career/cmd/colview.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static const enum screen screens[] = {
    SCREEN_ROLES, SCREEN_PROGRAMS, SCREEN_SKILLS, SCREEN_GUIDE, SCREEN_DATA};

static struct err e;

static struct colview
fresh(enum screen s)
{
	struct colview v;

	colview_init(&v, pane_defs[s].list, pane_defs[s].columns, pane_defs[s].ncolumns);
	return v;
}

static struct colview
arranged(enum screen s, const char *text)
{
	struct colview v = fresh(s);

	assert_ok(colview_parse(&v, text, false, &e));
	return v;
}

static const char *
text_of(const struct colview *v)
{
	static struct buf text = BUF_INIT;

	buf_clear(&text);
	colview_text(v, &text);
	return text.data;
}

static size_t
named(const struct colview *v, const char *field)
{
	int column = colview_find(v, field);

	if (column < 0)
		fail_msg("no column of %s", field);
	return (size_t)column;
}

/* The columns in sight: "school:14 cost:11", with '|' behind the frozen ones and '<' '>' where some are out of it. */
static const char *
sight(const struct colview *v, int width)
{
	static struct buf b = BUF_INIT;
	struct column_places p;

	buf_clear(&b);
	colview_places(v, width, &p);
	for (size_t i = 0; i < p.n; i++)
		buf_addf(&b, "%s%s%s", i > 0 ? " " : "",
		    p.scrolls && i == p.frozen ? (p.left ? "< " : "| ") : "", p.at[i].def->field);
	buf_adds(&b, p.right ? " >" : "");
	return b.data;
}

/* --- what there is ------------------------------------------------------------------------------- */

/* Each field of a list is one column, but the steps of a number. */
static void
test_columns(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(screens); s++) {
		const struct list *l = pane_defs[screens[s]].list;
		struct colview v = fresh(screens[s]);
		size_t fields = 0;

		assert_true(v.ncolumns < COLVIEW_MAX);
		for (size_t i = 0; i < l->nfields; i++) {
			bool steps = (l->fields[i].flags & FIELD_BUCKET) != 0
			    && (l->fields[i].flags & FIELD_HIDDEN) == 0;

			fields += !steps;
			assert_int_equal(colview_find(&v, l->fields[i].name) < 0, steps);
		}
		assert_int_equal(fields, v.ncolumns);
		assert_true(colview_is_default(&v));
		assert_string_equal(text_of(&v), "");
		assert_int_equal(colview_find(&v, "nothing"), -1);
	}
}

static void
test_added_columns(void **state)
{
	struct colview v = fresh(SCREEN_PROGRAMS);
	const struct column_def *c = colview_def(&v, named(&v, "earnings"));

	(void)state;
	assert_true(named(&v, "earnings") >= v.nown);
	assert_string_equal(c->title, "Earnings");
	assert_true(c->right && c->width == 9 && c->from == 0);
	assert_string_equal(c->about, "Earnings");
	c = colview_def(&v, named(&v, "months_max"));
	assert_int_equal(c->width, 14); /* its title has room */
	assert_false(colview_def(&v, named(&v, "city"))->right);
	assert_int_equal(named(&v, "university"), named(&v, "school"));
}

/* --- as text ------------------------------------------------------------------------------------- */

static void
test_text(void **state)
{
	static const char *const texts[] = {
	    "school,program:30,cost",
	    "school,program:30,cost,-award:12",
	    "cost,school",
	    "school|program,cost",
	    "school,program|cost",
	    "school,program,-field,cost",
	    "school,program,field?,award?,mode?,months?,cost,state",
	    "earnings:12",
	    "school,program|",
	    "key,source,role",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct colview v = arranged(SCREEN_PROGRAMS, texts[i]), w;

		if (i != 3) /* the first column is frozen anyway */
			assert_string_equal(text_of(&v), texts[i]);
		w = arranged(SCREEN_PROGRAMS, text_of(&v));
		assert_memory_equal(v.item, w.item, sizeof v.item[0] * v.ncolumns);
		assert_int_equal(v.frozen, w.frozen);
	}
}

static void
test_text_is_read_kindly(void **state)
{
	struct colview v = arranged(SCREEN_PROGRAMS, " university , title:30|cost , -degree ");

	(void)state;
	assert_string_equal(text_of(&v), "school,program:30|cost");
	v = arranged(SCREEN_PROGRAMS, "school,cost,,");
	assert_string_equal(text_of(&v), "school,cost");
	assert_ok(colview_parse(&v, "+state,-cost", false, &e));
	assert_string_equal(text_of(&v), "school,-cost,state"); /* keeps its place */
	assert_ok(colview_parse(&v, "+cost:14", false, &e));
	assert_string_equal(text_of(&v), "school,cost:14,state");
	assert_ok(colview_parse(&v, "", false, &e));
	assert_true(colview_is_default(&v));
	assert_ok(colview_parse(&v, "-mode", false, &e));
	assert_string_equal(text_of(&v), "school,program?,field?,award?,-mode,months?,cost");
	assert_ok(colview_parse(&v, "+school:20|", false, &e)); /* with a bar it names them all */
	assert_string_equal(text_of(&v), "school:20");
}

static void
wrong(const char *text, const char *why)
{
	struct colview v = arranged(SCREEN_PROGRAMS, "school,cost|state");
	struct err what = {0};

	assert_false(colview_parse(&v, text, false, &what));
	assert_int_equal(what.code, ERR_USAGE);
	assert_contains(what.text, why);
	assert_string_equal(text_of(&v), "school,cost|state");
}

static void
test_mistakes(void **state)
{
	(void)state;
	wrong("school,scool", "no column 'scool'; nearest: school");
	wrong("zzzzzz", "no column 'zzzzzz'; C shows them all");
	wrong("-zzzzzz", "no column 'zzzzzz'");
	wrong("price", "no column 'price'"); /* steps of the cost */
	wrong("school,cost,school", "'school' is named twice");
	wrong("school:3", "4 to 200 cells");
	wrong("school:201", "4 to 200 cells");
	wrong("school:99999999999999999999", "4 to 200 cells");
	wrong("school:", "4 to 200 cells");
	wrong("school:wide", "4 to 200 cells");
	wrong("school|cost|state", "one '|'");
	wrong("-school,-cost,-state", "at least one column");
	wrong(",", "at least one column");
}

/* What another version of the program wrote: what is not known is left out, nothing fails. */
static void
test_lenient(void **state)
{
	static const char *const texts[][2] = {
	    {"school,tuition:30,cost", "school,cost"},
	    {"tuition", ""},
	    {"school:3,cost:9", "school,cost:9"},
	    {"school,school,cost", "school,cost"},
	    {"school|program|cost", "school,program,cost"},
	    {"-school,-cost", ""},
	    {",|,?:-+", ""},
	    {"-", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct colview v = fresh(SCREEN_PROGRAMS);

		assert_ok(colview_parse(&v, texts[i][0], true, &e));
		assert_string_equal(text_of(&v), texts[i][1]);
	}
}

static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 0x7fff;
}

/* Whatever stands in a profile: something is shown, and what is shown has a text that can be read. */
static void
test_any_text(void **state)
{
	static const char *const parts[] = {"school", "cost", "state", "mode", "-", "+", ":", "?",
	    "|", ",", " ", "30", "4", "999", "sch", "\xff", "key", "program:12"};
	unsigned seed = 5;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		struct colview v = fresh(SCREEN_PROGRAMS), w;
		struct buf text = BUF_INIT;

		for (unsigned n = next_random(&seed) % 14; n > 0; n--)
			buf_adds(&text, parts[next_random(&seed) % COUNT(parts)]);
		assert_true(colview_parse(&v, text.data, true, &e));
		w = arranged(SCREEN_PROGRAMS, text_of(&v));
		assert_memory_equal(v.item, w.item, sizeof v.item[0] * v.ncolumns);
		w = fresh(SCREEN_PROGRAMS);
		if (!colview_parse(&w, text.data, false, &e))
			assert_true(colview_is_default(&w) && e.text[0] != '\0');
		buf_free(&text);
	}
}

/* One change by chance, as a person makes them. */
static void
change(struct colview *v, unsigned *seed)
{
	size_t column = next_random(seed) % v->ncolumns;
	int width = 10 + (int)(next_random(seed) % 190);

	switch (next_random(seed) % 5) {
	case 0:
		colview_show(v, column, true);
		break;
	case 1:
		colview_show(v, column, false);
		break;
	case 2:
		colview_resize(v, column, (int)(next_random(seed) % 60));
		break;
	case 3:
		colview_move(v, column, next_random(seed) % 2 ? 1 : -1, width);
		break;
	case 4:
		if (colview_shows(v, column, width))
			colview_freeze(v, column);
		break;
	}
}

/* Whatever one does, the text gives the same arrangement again, and each column is there once. */
static void
test_random_round_trip(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 5000; i++) {
		enum screen s = screens[next_random(&seed) % COUNT(screens)];
		struct colview v = fresh(s), w;
		bool seen[COLVIEW_MAX] = {false};

		for (unsigned n = next_random(&seed) % 12; n > 0; n--)
			change(&v, &seed);
		w = arranged(s, text_of(&v));
		for (size_t k = 0; k < v.ncolumns; k++) {
			if (v.item[k].column != w.item[k].column
			    || v.item[k].state != w.item[k].state
			    || v.item[k].width != w.item[k].width || v.frozen != w.frozen)
				fail_msg("%d: '%s' gives another arrangement", i, text_of(&v));
			assert_false(seen[v.item[k].column]);
			seen[v.item[k].column] = true;
		}
		assert_int_equal(colview_is_default(&v), *text_of(&v) == '\0');
	}
}

/* --- places -------------------------------------------------------------------------------------- */

/* Columns stand beside one another within the list, the first one always, with a mark where some are out of sight. */
static void
check_places(const struct colview *v, int width)
{
	struct column_places p;
	int end = COLVIEW_LEAD - 1;
	size_t shown = 0;

	colview_places(v, width, &p);
	assert_true(p.n > 0 && p.frozen > 0 && p.frozen <= p.n);
	for (size_t i = 0; i < p.n; i++) {
		if (p.at[i].x <= end || p.at[i].w <= 0)
			fail_msg("'%s' in %d cells: column %zu stands at %d, %d wide", text_of(v),
			    width, i, p.at[i].x, p.at[i].w);
		end = p.at[i].x + p.at[i].w;
	}
	if (end > width - (p.right ? 2 : 0))
		fail_msg("'%s' takes %d of %d cells", text_of(v), end, width);
	for (size_t i = 0; i < v->ncolumns; i++)
		shown += colview_shows(v, i, width);
	assert_true(p.n == shown || p.left || p.right);
	assert_true(p.scrolls || p.n == shown);
	assert_true(p.n > 1 || shown == 1 || width < 24);
	if (p.left && p.n > p.frozen) {
		assert_true(p.left_x < p.at[p.frozen].x);
		assert_true(p.left_x > p.at[p.frozen - 1].x + p.at[p.frozen - 1].w - 1);
	}
}

static void
test_places(void **state)
{
	unsigned seed = 11;

	(void)state;
	for (size_t s = 0; s < COUNT(screens); s++)
		for (int i = 0; i < 60; i++) {
			struct colview v = fresh(screens[s]);

			for (unsigned n = i == 0 ? 0 : next_random(&seed) % 12; n > 0; n--)
				change(&v, &seed);
			for (int w = 10; w <= 200; w++) {
				v.first = next_random(&seed) % 40;
				check_places(&v, w);
			}
		}
}

/* The column under the cursor comes into sight, wherever what scrolls began; then nothing is out of sight on the left
 * for which there is room. */
static void
test_follow(void **state)
{
	unsigned seed = 13;

	(void)state;
	for (int i = 0; i < 400; i++) {
		struct colview v = fresh(screens[next_random(&seed) % COUNT(screens)]);

		for (unsigned n = next_random(&seed) % 16; n > 0; n--)
			change(&v, &seed);
		for (int k = 0; k < 40; k++) {
			int w = 38 + (int)(next_random(&seed) % 160);
			size_t column = next_random(&seed) % v.ncolumns;
			struct column_places p;

			v.first = next_random(&seed) % 3 == 0 ? next_random(&seed) % 40 : v.first;
			column = colview_step(&v, column, 0, w);
			colview_follow(&v, column, w);
			colview_places(&v, w, &p);
			if (places_find(&p, column) == NULL)
				fail_msg("'%s' in %d cells: %s is out of sight", text_of(&v), w,
				    colview_def(&v, column)->field);
			assert_true(
			    places_find(&p, colview_step(&v, p.at[0].column, -1, w)) != NULL);
			check_places(&v, w);
		}
	}
}

/* Columns of one's own are shown in any width; those of the list where there is room beside them. */
static void
test_room(void **state)
{
	struct colview v = fresh(SCREEN_PROGRAMS);

	(void)state;
	assert_string_equal(sight(&v, 57), "school program months cost");
	assert_true(colview_show(&v, named(&v, "state"), true));
	assert_string_equal(sight(&v, 57), "school program months cost state");
	assert_string_equal(sight(&v, 132), "school program field award mode months cost state");
	assert_string_equal(sight(&v, 35), "school cost state");
	assert_string_equal(sight(&v, 40), "school | program cost >");
	v = arranged(SCREEN_DATA, "publisher?,published?");
	assert_string_equal(sight(&v, 40), "publisher"); /* never none at all */
	v = arranged(SCREEN_PROGRAMS, "school,program?,field?,award?,mode?,months?,cost,state");
	assert_true(colview_show(&v, named(&v, "mode"), true));
	assert_string_equal(sight(&v, 57), "school | program mode months >");
	assert_string_equal(text_of(&v), "school,program?,field?,award?,mode,months?,cost,state");
}

static void
test_scroll(void **state)
{
	struct colview v =
	    arranged(SCREEN_PROGRAMS, "school,program,award,mode,months,cost,city,state,country");

	(void)state;
	assert_string_equal(sight(&v, 57), "school | program award mode >");
	colview_follow(&v, named(&v, "months"), 57);
	assert_string_equal(sight(&v, 57), "school < award mode months >");
	colview_follow(&v, named(&v, "country"), 57);
	assert_string_equal(sight(&v, 57), "school < city state country");
	colview_follow(&v, named(&v, "program"), 57);
	assert_string_equal(sight(&v, 57), "school | program award mode >");
	colview_follow(&v, named(&v, "country"), 57);
	colview_follow(&v, named(&v, "country"), 40);
	assert_string_equal(sight(&v, 40), "school < state country");
	colview_follow(&v, named(&v, "country"), 200);
	assert_string_equal(
	    sight(&v, 200), "school program award mode months cost city state country");
	assert_int_equal(v.first, 0);
}

static void
test_frozen(void **state)
{
	struct colview v =
	    arranged(SCREEN_PROGRAMS, "school:14,program:14,award,mode,months,cost,city");

	(void)state;
	colview_freeze(&v, named(&v, "program"));
	assert_int_equal(v.frozen, 2);
	assert_string_equal(text_of(&v), "school:14,program:14|award,mode,months,cost,city");
	colview_follow(&v, named(&v, "city"), 60);
	assert_string_equal(sight(&v, 60), "school program < city");
	/* Too narrow for both: the second one scrolls with the others. */
	colview_follow(&v, named(&v, "city"), 40);
	assert_string_equal(sight(&v, 40), "school < city");
	colview_follow(&v, named(&v, "program"), 40);
	assert_string_equal(sight(&v, 40), "school | program >");
	/* One that is hidden among them is one less. */
	assert_true(colview_show(&v, named(&v, "school"), false));
	assert_int_equal(v.frozen, 1);
	assert_true(colview_show(&v, named(&v, "school"), true));
	colview_freeze(&v, named(&v, "award"));
	assert_int_equal(v.frozen, 3);
	colview_freeze(&v, named(&v, "award"));
	assert_int_equal(v.frozen, 1);
}

/* Even one that is wider than the list leaves room to the column under the cursor. */
static void
test_too_wide(void **state)
{
	struct colview v = arranged(SCREEN_PROGRAMS, "school:200,program:150,cost");
	struct column_places p;

	(void)state;
	for (int w = 40; w <= 200; w++) {
		colview_follow(&v, named(&v, "program"), w);
		colview_places(&v, w, &p);
		assert_int_equal(p.n, 2);
		assert_true(p.at[1].w >= 8);
	}
	assert_string_equal(text_of(&v), "school:200,program:150,cost"); /* as the person made it */
}

/* --- changes ------------------------------------------------------------------------------------- */

static void
test_move(void **state)
{
	struct colview v = arranged(SCREEN_PROGRAMS, "school,program,-field,cost");

	(void)state;
	assert_false(colview_move(&v, named(&v, "school"), -1, 80));
	assert_false(colview_move(&v, named(&v, "cost"), 1, 80));
	assert_true(colview_move(&v, named(&v, "cost"), -1, 80));
	assert_string_equal(text_of(&v), "school,cost,program");
	assert_true(colview_move(&v, named(&v, "school"), 1, 80));
	assert_string_equal(text_of(&v), "cost,school,program");
	/* Past those that have no room here. */
	v = fresh(SCREEN_PROGRAMS);
	assert_string_equal(sight(&v, 40), "school program cost");
	assert_true(colview_move(&v, named(&v, "cost"), -1, 40));
	assert_string_equal(text_of(&v), "school,cost,program?,field?,award?,mode?,months?");
	v = fresh(SCREEN_PROGRAMS);
	assert_true(colview_move(&v, named(&v, "program"), 1, 40));
	assert_string_equal(text_of(&v), "school,field?,award?,mode?,months?,cost,program?");
}

static void
test_show(void **state)
{
	struct colview v = fresh(SCREEN_PROGRAMS);

	(void)state;
	/* A column of the list comes back to its place, and then it is as it was but for the room it asks. */
	assert_true(colview_show(&v, named(&v, "award"), false));
	assert_string_equal(text_of(&v), "school,program?,field?,-award,mode?,months?,cost");
	assert_true(colview_show(&v, named(&v, "award"), true));
	assert_string_equal(text_of(&v), "school,program?,field?,award,mode?,months?,cost");
	colview_reset(&v);
	assert_true(colview_show(&v, named(&v, "state"), true));
	assert_true(colview_show(&v, named(&v, "state"), false));
	assert_true(colview_is_default(&v));
	v = arranged(SCREEN_PROGRAMS, "cost");
	assert_false(colview_show(&v, named(&v, "cost"), false));
	assert_true(colview_show(&v, named(&v, "state"), false)); /* hidden already */
	assert_string_equal(text_of(&v), "cost");
}

/* A page without a list has none. */
static void
test_none(void **state)
{
	struct colview v;
	struct column_places p;

	(void)state;
	colview_init(&v, NULL, NULL, 0);
	colview_places(&v, 80, &p);
	assert_int_equal(p.n, 0);
	assert_int_equal(colview_find(&v, "school"), -1);
	assert_string_equal(text_of(&v), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_added_columns),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_text_is_read_kindly),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_lenient),
	    cmocka_unit_test(test_any_text),
	    cmocka_unit_test(test_random_round_trip),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_follow),
	    cmocka_unit_test(test_room),
	    cmocka_unit_test(test_scroll),
	    cmocka_unit_test(test_frozen),
	    cmocka_unit_test(test_too_wide),
	    cmocka_unit_test(test_move),
	    cmocka_unit_test(test_show),
	    cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
