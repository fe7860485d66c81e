/*
 * A walk through Plan: every section at every size, with nothing kept, with much kept, and with what breaks screens; and
 * every key in every section, which does something or says why not. What must hold of a screen: look.h.
 */
#include "appscreen.h"
#include "career/cmd/note.h"
#include "check.h"
#include "look.h"
#include "national.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const sections[] = {
    "next", "skills", "gap", "near", "path", "routes", "rank", "shortlist", "history", "interests"};
enum { SECTIONS = COUNT(sections) };

static const struct size {
	int cols, rows;
} sizes[] = {{40, 12}, {60, 20}, {80, 24}, {100, 30}, {132, 50}};

static struct appscreen s;

/* --- what is kept ----------------------------------------------------------------------------- */

static void
nothing(struct profile *p)
{
	(void)p;
}

static void
keep_skill(struct profile *p, const char *slug, const char *name, const char *state, int level)
{
	struct kept_skill k = {slug, name, state, level};
	struct err e;

	assert_ok(profile_skill_set(p, &k, &e));
}

static void
keep_thing(struct profile *p, const char *list, const char *key, const char *title)
{
	struct kept_item item = {list, key, title, 0, "[]", "2026-11-02T10:00:00Z"};
	struct kept_note note = {
	    .list = list, .key = key, .title = title, .text = "Ask about it.\n- the pay"};
	struct kept_tag tag = {list, key, title, "maybe"};
	struct err e;

	assert_ok(profile_item_put(p, &item, &e));
	assert_ok(profile_note_set(p, &note, &e));
	assert_ok(profile_tag(p, &tag, true, &e));
	assert_ok(profile_look(p, list, key, title, &e));
}

/* A person who has been here before: everything has something to say. */
static void
much(struct profile *p)
{
	static const char *const kinds = "riasec";
	struct err e;
	char item[3];

	keep_skill(p, "python", "Python", "have", -1);
	keep_skill(p, "sql", "SQL", "partly", -1);
	keep_skill(p, "pytorch", "PyTorch", "learning", -1);
	keep_skill(p, "git", "Git", "want", -1);
	keep_skill(p, "reading-comprehension", "Reading Comprehension", "have", 4);
	keep_thing(p, "roles", "machine-learning-engineer", "Machine Learning Engineer");
	keep_thing(p, "roles", "data-scientist", "Data Scientist");
	keep_thing(p, "roles", "computer-vision-engineer", "Computer Vision Engineer");
	keep_thing(p, "programs",
	    "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master", "OMSCS");
	keep_thing(p, "skills", "python", "Python");
	assert_ok(profile_set(p, "from", "data-analyst", &e));
	assert_ok(profile_set(p, "weights", "pay=10,growth=0,cost=3,time=7,fit=9,interest=2", &e));
	for (size_t k = 0; kinds[k] != '\0'; k++)
		for (int i = 1; i <= 4; i++) {
			snprintf(item, sizeof item, "%c%d", kinds[k], i);
			assert_ok(
			    profile_answer_set(p, item, 1 + (int)(3 * k + 2 * (size_t)i) % 5, &e));
		}
}

/* What a newer catalog has no longer, and texts that would do harm. */
static void
gone(struct profile *p)
{
	static const char *const harm = "\x1b[2J\x1b]0;x\a \xe2\x80\xae evil \xff\xfe \t end";
	static char longest[400];
	struct err e;

	memset(longest, 'w', sizeof longest - 1);
	keep_skill(p, "telegraphy", harm, "have", 7);
	keep_skill(p, "semaphore", longest, "partly", -1);
	keep_thing(p, "roles", "telegraph-operator", longest);
	keep_thing(p, "roles", "lamp-lighter",
	    "\xf0\x9f\x92\xa1\xf0\x9f\x92\xa1 \xe7\x81\xaf\xe7\x81\xaf");
	keep_thing(p, "programs", "no/such/program", "\x1b[31mred");
	keep_thing(p, "skills", "telegraphy", "%s%n %d");
	assert_ok(profile_set(p, "from", "telegraph-operator", &e));
	assert_ok(profile_set(p, "role", "lamp-lighter", &e));
	assert_ok(profile_set(p, "weights", "cheese=4,pay=1000", &e));
	assert_ok(profile_answer_set(p, "zz", 3, &e));
}

static const struct kept {
	const char *name;
	void (*fill)(struct profile *p);
} kepts[] = {{"nothing", nothing}, {"much", much}, {"gone", gone}};

/* --- every section ---------------------------------------------------------------------------- */

static bool
has_interests(void)
{
	bool has = app_command(&s.app, "plan interests");

	app_settle(&s.app);
	return has;
}

static void
go_to(const char *section)
{
	char line[64];

	snprintf(line, sizeof line, "plan %s", section);
	app_run(&s.app, line);
	app_settle(&s.app);
}

static void
begin(const struct size *size, const struct kept *kept)
{
	appscreen_open(&s, size->rows, size->cols, false, true);
	kept->fill(s.app.profile);
}

static void
look_both(const char *what)
{
	look_drawn(&s, what, false);
	look_to_ascii(&s.app);
	look_drawn(&s, what, true);
	s.app.opts.ascii = false;
	app_stale(&s.app);
}

/* From the top to the end, in detail, and large. */
static void
walk(const char *what)
{
	static const char *const keys[] = {
	    "Home", "PgDn", "End", "v End", "v Home :large", ":large Down Down i"};

	for (size_t i = 0; i < COUNT(keys); i++) {
		app_press(&s.app, keys[i]);
		look_both(what);
		if (s.app.popup.open)
			app_press(&s.app, "Esc");
	}
}

static void
walk_size(void **state)
{
	const struct size *size = *state;
	char what[80];

	for (size_t k = 0; k < COUNT(kepts); k++) {
		begin(size, &kepts[k]);
		for (size_t i = 0; i < SECTIONS - (has_interests() ? 0 : 1); i++) {
			go_to(sections[i]);
			snprintf(what, sizeof what, "plan %s, %s kept, %dx%d", sections[i],
			    kepts[k].name, size->cols, size->rows);
			walk(what);
		}
		appscreen_close(&s);
	}
}

static void
walk_bundled(void **state)
{
	appscreen_use(NULL);
	walk_size(state);
}

static void
walk_national(void **state)
{
	appscreen_use(national_path());
	walk_size(state);
	appscreen_use(NULL);
}

/* Every section says something before it lists anything, and none is empty. */
static void
test_says_something(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(kepts); k++) {
		begin(&sizes[2], &kepts[k]);
		for (size_t i = 0; i + 1 < SECTIONS; i++) {
			const struct page *page = &s.app.pane[SCREEN_PLAN].detail.page;

			go_to(sections[i]);
			if (page->nlines < 3)
				fail_msg("plan %s, %s kept: %zu lines", sections[i], kepts[k].name,
				    page->nlines);
			assert_true(page->lines[0].width > 0);
		}
		appscreen_close(&s);
	}
}

/* --- every key -------------------------------------------------------------------------------- */

/* These leave the program, the screen or the terminal. */
static bool
leaves(const char *command)
{
	static const char *const but[] = {"quit", "quit-now", "suspend", "redraw", "note-editor",
	    "reload", "tour", "mouse", "screen plan"};

	for (size_t i = 0; i < COUNT(but); i++)
		if (strncmp(command, but[i], strlen(but[i])) == 0)
			return true;
	return false;
}

static struct buf silent = BUF_INIT; /* keys that did nothing and said nothing */

/* Whether anything is other than before: the screen, a message, a line that is open. */
static void
check_key(const char *section, const char *key, const char *command)
{
	char *before, what[120];
	const char *after;

	go_to(section);
	app_press(&s.app, "Down Down");
	s.app.message[0] = '\0';
	before = mem_dup(appscreen_draw(&s, true));
	app_key(&s.app, key);
	app_settle(&s.app);
	after = appscreen_draw(&s, true);
	snprintf(what, sizeof what, "plan %s, key %s (%s)", section, key, command);
	if (strcmp(before, after) == 0 && s.app.message[0] == '\0' && s.app.run == 0)
		buf_addf(&silent, "%s\n", what);
	free(before);
	/* The editor of a note has a cursor of its own (test_shortlist.c). */
	if (note_open(&s.app) == NULL)
		look_drawn(&s, what, false);
	s.app.run = 0;
	app_press(&s.app, "Esc Esc Esc");
}

static bool
moves(const char *command)
{
	static const char *const moving[] = {"up", "down", "page-up", "page-down", "half-", "first",
	    "last", "top", "end", "home", "cancel", "left", "right", "scroll", "sideways", "line-",
	    "tab", "focus", "next", "previous", "zoom"};

	for (size_t i = 0; i < COUNT(moving); i++)
		if (strncmp(command, moving[i], strlen(moving[i])) == 0)
			return true;
	return false;
}

static void
press_all(const struct kept *kept)
{
	begin(&sizes[2], kept);
	for (size_t i = 0; i + 1 < SECTIONS; i++)
		for (size_t b = 0; b < s.app.keys.n; b++) {
			const struct binding *x = &s.app.keys.all[b];
			unsigned here = IN_DETAIL | IN_ON(SCREEN_PLAN);

			/* It leads to where one is. */
			if (x->command != NULL && strcmp(x->command, sections[i]) == 0)
				continue;
			if (x->command == NULL || !keymap_works(&s.app.keys, x, here)
			    || leaves(x->command) || moves(x->command))
				continue;
			check_key(sections[i], x->key, x->command);
		}
	appscreen_close(&s);
}

static void
test_keys(void **state)
{
	(void)state;
	press_all(&kepts[0]);
	press_all(&kepts[1]);
	if (silent.len > 0)
		fail_msg("nothing happens and nothing is said:\n%s", silent.data);
	buf_free(&silent);
}

/* What works in one section only says in the others where that is, and no key loses what is kept. */
static void
test_elsewhere(void **state)
{
	(void)state;
	begin(&sizes[2], &kepts[1]);
	go_to("gap");
	app_press(&s.app, "V");
	assert_true(s.app.message_is_error);
	assert_contains(s.app.message, "Rank");
	go_to("rank");
	app_press(&s.app, "V");
	assert_false(s.app.message_is_error);
	appscreen_close(&s);
}

#define SIZE(test, i) cmocka_unit_test_prestate(test, (void *)&sizes[i])

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    SIZE(walk_bundled, 0),
	    SIZE(walk_bundled, 1),
	    SIZE(walk_bundled, 2),
	    SIZE(walk_bundled, 3),
	    SIZE(walk_bundled, 4),
	    SIZE(walk_national, 0),
	    SIZE(walk_national, 2),
	    SIZE(walk_national, 4),
	    cmocka_unit_test(test_says_something),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_elsewhere),
	};

	return cmocka_run_group_tests_name("plan walk", tests, NULL, NULL);
}
