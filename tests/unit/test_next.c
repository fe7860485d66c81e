/* The first page of Plan: each line is what its section says, and leads there. */
#include "career/page/next.h"

#include "check.h"
#include "pagecat.h"

#include <string.h>

static struct pagecat c;
static struct profile *kept;
static struct arena a;
static struct mine mine;
static struct err e;

static int
open_all(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	kept = profile_open(NULL, &e);
	arena_init(&a);
	return kept != NULL ? 0 : -1;
}

static int
close_all(void **state)
{
	(void)state;
	arena_free(&a);
	profile_close(kept);
	pagecat_free(&c);
	return 0;
}

static void
have(const char *skill, const char *state)
{
	assert_ok(profile_skill_set(kept, &(struct kept_skill){skill, skill, state, -1}, &e));
}

static void
says(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("'%s' is not said in: %s", words, text);
}

static void
lacks(const char *text, const char *words)
{
	if (strstr(text, words) != NULL)
		fail_msg("'%s' is said in: %s", words, text);
}

static const char *
page(const char *role, const char *from)
{
	struct next n;

	assert_ok(mine_read(&mine, c.db, kept, &a, &e));
	assert_ok(profile_set(kept, "from", from, &e));
	assert_ok(next_load(&n, &c.r, kept, &mine, pagecat_id(&c, role), &a, &e));
	pagecat_page(&c, 100, false);
	assert_ok(page_plan_next(&c.p, &c.r, &n, &e));
	return pagecat_text(&c, true);
}

/* Nothing is said: it is, with what to do. */
static void
test_nothing(void **state)
{
	const char *text = page("machine-learning-engineer", NULL);

	(void)state;
	says(text, "You: 0 of 4 musts");
	says(text, "Nothing is said of you yet");
	says(text, "career skills set python");
	says(text, "Learn next Python (must)");
	lacks(text, "Opens most");
	lacks(text, "Shortlist");
	lacks(text, "Interests"); /* the bundled packs have no occupational ones */
	assert_true(pagecat_has_anchor(&c, "Learn next", ANCHOR_COMMAND, "plan gap"));
	assert_true(pagecat_has_anchor(&c, "Way there", ANCHOR_COMMAND, "plan path"));
	assert_true(pagecat_has_anchor(&c, "Routes", ANCHOR_COMMAND, "plan routes"));
}

/* Four musts: with three of them had, the fourth is what opens the role. */
static void
test_opens(void **state)
{
	const char *text;

	(void)state;
	have("python", "have");
	have("software-engineering", "have");
	have("core-machine-learning", "have");
	text = page("machine-learning-engineer", NULL);
	says(text, "You: 3 of 4 musts");
	says(text, "Learn next One deep learning framework (must)");
	says(text,
	    "Opens most One deep learning framework: with it you would have all musts "
	    "of 1 more role");
	lacks(text, "Nothing is said of you");
	assert_true(pagecat_has_anchor(&c, "Opens most", ANCHOR_COMMAND, "plan near"));
}

/* What is learned already stands in front, and is still missing. */
static void
test_learning(void **state)
{
	(void)state;
	have("software-engineering", "learning");
	says(page("machine-learning-engineer", NULL),
	    "Learn next Software engineering (must, learning), ");
}

static void
test_from(void **state)
{
	(void)state;
	says(page("machine-learning-engineer", "data-scientist"), "Way there from Data Scientist");
	says(page("data-scientist", "data-scientist"), "Way there it is the job that you have now");
}

/* A job that the catalog no longer has is none. */
static void
test_from_gone(void **state)
{
	(void)state;
	says(page("machine-learning-engineer", "telegraph-operator"),
	    "Way there from what you have");
}

/* The shortlist, and that nothing of it has changed. */
static void
test_kept(void **state)
{
	struct headline h;
	struct buf json = BUF_INIT;
	const char *text;

	(void)state;
	assert_ok(headline_of(&h, c.db, &c.r.sources, "roles", "data-scientist", &a, &e));
	headline_json(&h, &json);
	assert_ok(profile_item_put(kept,
	    &(struct kept_item){"roles", "data-scientist", "Data Scientist", 0, json.data, NULL},
	    &e));
	text = page("machine-learning-engineer", NULL);
	says(text, "Shortlist 1 thing");
	says(text, "Since then None of 1 changed");
	buf_free(&json);
}

/* A role of which too little is known is not judged. */
static void
test_thin(void **state)
{
	(void)state;
	says(page("mlops-engineer", NULL), "too little known to judge");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, open_all, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH(test_nothing),
	    WITH(test_opens),
	    WITH(test_learning),
	    WITH(test_from),
	    WITH(test_from_gone),
	    WITH(test_kept),
	    WITH(test_thin),
	};

	return cmocka_run_group_tests_name("next", tests, NULL, NULL);
}
