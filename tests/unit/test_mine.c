/* What one says of one's skills beside the catalog, and as a page. */
#include "career/model/mine.h"

#include "career/page/gap.h"
#include "career/page/mine.h"
#include "check.h"
#include "pagecat.h"

#include <string.h>

static struct pagecat c;
static struct profile *kept;
static struct arena a;
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
say(const char *skill, const char *name, const char *state, int level)
{
	assert_ok(profile_skill_set(kept, &(struct kept_skill){skill, name, state, level}, &e));
}

static const struct mine *
mine(void)
{
	static struct mine m;

	assert_ok(mine_read(&m, c.db, kept, &a, &e));
	return &m;
}

static const struct skillset *
role(const char *slug)
{
	struct skillset *s = arena_alloc(&a, sizeof *s);

	assert_ok(skillset_load(s, c.db, &c.r.sources, pagecat_id(&c, slug), &a, &e));
	return s;
}

/* --- the model -------------------------------------------------------------------------------- */

static void
test_nothing(void **state)
{
	struct mine m;

	(void)state;
	assert_int_equal(mine()->n, 0);
	assert_ok(mine_read(&m, c.db, NULL, &a, &e));
	assert_int_equal(m.n, 0);
	assert_null(mine_skill(&m, "python"));
}

/* One that the catalog does not have stays, and counts for nothing. */
static void
test_gone(void **state)
{
	const struct mine *m;
	struct buf b = BUF_INIT;

	(void)state;
	say("python", "an older name", "have", 3);
	say("abacus", "Abacus", "partly", -1);
	m = mine();
	assert_int_equal(m->n, 2);
	assert_int_equal(m->have.n, 1);
	assert_string_equal(mine_skill(m, "python")->name, "Python");
	assert_int_equal(mine_skill(m, "abacus")->id, 0);
	assert_string_equal(mine_skill(m, "abacus")->name, "Abacus");
	mine_text(m, &b);
	assert_string_equal(b.data, "abacus=partly@-1 gone\npython=have@3\n");
	buf_clear(&b);
	mine_says(&b, m, "python");
	assert_string_equal(b.data, " (have, level 3)");
	mine_says(&b, m, "sql");
	mine_says(&b, NULL, "python");
	assert_string_equal(b.data, " (have, level 3)");
	buf_free(&b);
}

/* --- the page --------------------------------------------------------------------------------- */

static const char *
page_of(const struct mine_page *m, int width, bool plain)
{
	pagecat_page(&c, width, plain);
	c.p.opts.screen = true;
	page_mine(&c.p, m);
	return pagecat_text(&c, false);
}

static void
test_page_empty(void **state)
{
	const char *text =
	    page_of(&(struct mine_page){.mine = mine(), .how = "Try: 4, then H.", .job = "No job."},
		80, false);

	(void)state;
	assert_contains(text, "Nothing is said of your skills yet.\nTry: 4, then H.\n");
	assert_contains(text, "No job.");
	assert_null(strstr(text, "Have"));
}

/* Each in its group; what the role wants says how urgently and who says so; what is gone stands apart. */
static void
test_page(void **state)
{
	struct mine_page m = {.how = "no", .job = "no job"};
	const char *text;

	(void)state;
	say("python", "Python", "have", -1);
	say("sql", "SQL", "partly", -1);
	say("docker", "Docker", "learning", -1);
	say("kubernetes", "Kubernetes", "want", -1);
	say("abacus", "Abacus", "have", -1);
	m.mine = mine();
	m.to = role("machine-learning-engineer");
	m.from = role("data-analyst");
	text = page_of(&m, 80, false);
	assert_contains(
	    text, "You have 1 skill, partly have 1, are learning 1 and want to learn 1.");
	assert_contains(text, "Machine Learning Engineer: 1 of 4 musts");
	assert_contains(text, "\nHave ");
	assert_contains(text, "\nPartly\n");
	assert_contains(
	    text, "\nGone: kept, but the catalog has them no longer\n  Abacus (have)\n");
	assert_contains(text, "My job now      Data Analyst");
	assert_contains(text, "3 of its 4 skills are not answered");
	assert_null(strstr(text, "no job"));
	assert_true(pagecat_has_anchor(&c, "Python", ANCHOR_SKILL, "python"));
	assert_true(pagecat_has_anchor(&c, "Abacus", ANCHOR_SKILL, "abacus"));
	assert_true(
	    pagecat_has_anchor(&c, "not answered", ANCHOR_COMMAND, "from-role data-analyst"));
	for (int width = 20; width <= 132; width += 7)
		page_of(&m, width, width % 2 != 0);
}

/* All are gone: nothing is had. */
static void
test_page_all_gone(void **state)
{
	(void)state;
	say("abacus", "Abacus", "have", -1);
	assert_contains(page_of(&(struct mine_page){.mine = mine()}, 80, false),
	    "What you said is of skills that the catalog has no longer.");
}

/* The job that was named may be gone as well: that is not the same as none. */
static void
test_job_gone(void **state)
{
	struct mine_page m = {.mine = mine(), .job = "how a job is named"};

	(void)state;
	assert_contains(page_of(&m, 80, false), "how a job is named");
	m.gone = "telegraph-operator";
	assert_contains(
	    page_of(&m, 80, false), "telegraph-operator (gone: this catalog does not have it)");
	assert_null(strstr(page_of(&m, 80, false), "how a job is named"));
}

/* --- what a role proposes --------------------------------------------------------------------- */

static const char *
proposals(const char *slug, bool screen)
{
	pagecat_page(&c, 80, false);
	c.p.opts.screen = screen;
	page_proposals(&c.p, mine(), role(slug));
	return pagecat_text(&c, false);
}

/* Enter says yes, then partly, then no: the line runs the next one. What is skipped or of the field is not asked. */
static void
test_proposals(void **state)
{
	(void)state;
	assert_int_equal(proposals_open(mine(), role("data-analyst")), 4);
	assert_contains(proposals("data-analyst", true), "0 of 4 answered.");
	assert_contains(proposals("data-analyst", true), "I have all 4 that are not answered");
	assert_true(pagecat_has_anchor(&c, "Python", ANCHOR_COMMAND, "have have python"));
	say("python", "Python", "have", -1);
	assert_int_equal(proposals_open(mine(), role("data-analyst")), 3);
	assert_contains(proposals("data-analyst", true), " have     Python");
	assert_true(pagecat_has_anchor(&c, "Python", ANCHOR_COMMAND, "have partly python"));
	say("python", "Python", "partly", -1);
	proposals("data-analyst", true);
	assert_true(pagecat_has_anchor(&c, "Python", ANCHOR_COMMAND, "have no python"));
	assert_contains(
	    proposals("data-analyst", false), "Data Analyst takes 4 skills; of 1 you said");
	assert_null(strstr(proposals("data-analyst", false), "I have all"));
}

/* Fewer than five skills are listed. */
static void
test_proposals_thin(void **state)
{
	(void)state;
	assert_contains(
	    proposals("data-analyst", true), "Too little known to judge: only 4 skills");
	assert_null(strstr(proposals("machine-learning-engineer", true), "Too little known"));
}

/* --- the order holds -------------------------------------------------------------------------- */

/* What is said since moves no line: Python stays where it was to be learned, and counts as had. */
static void
test_hold(void **state)
{
	struct gap then, now;
	const struct skillset *to = role("machine-learning-engineer");
	size_t at = 0;

	(void)state;
	gap_make(&then, to, &mine()->have, &a);
	say("python", "Python", "have", -1);
	gap_make(&now, to, &mine()->have, &a);
	assert_int_equal(now.tier[RANK_MUST].have, 1);
	assert_int_equal(now.missing, then.missing - 1);
	gap_hold(&now, &then);
	for (size_t i = 0; i < now.n; i++) {
		assert_ptr_equal(now.row[i].w, then.row[i].w);
		assert_int_equal(now.row[i].part, then.row[i].part);
		at = strcmp(now.row[i].w->slug, "python") == 0 ? i : at;
	}
	assert_int_equal(now.row[at].part, GAP_MISSING);
	assert_int_equal(now.row[at].how, HAVE_YES);
	assert_true(now.row[at].missing <= 0);
	assert_int_equal(now.missing, then.missing - 1);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, open_all, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH(test_nothing),
	    WITH(test_gone),
	    WITH(test_page_empty),
	    WITH(test_page),
	    WITH(test_page_all_gone),
	    WITH(test_job_gone),
	    WITH(test_proposals),
	    WITH(test_proposals_thin),
	    WITH(test_hold),
	};

	return cmocka_run_group_tests_name("mine", tests, NULL, NULL);
}
