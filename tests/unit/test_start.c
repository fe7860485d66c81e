/* The first screen: its questions, and each short answer against the figures worked out in another way. */
#include "career/page/start.h"

#include "career/base/text.h"
#include "career/model/agree.h"
#include "career/model/listview.h"
#include "career/model/mine.h"
#include "career/page/compare.h"
#include "career/page/money.h"
#include "career/store/catalog.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

static struct pagecat c;
static struct start s;

static int
bundled(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	start_init(&s);
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	start_free(&s);
	pagecat_free(&c);
	return 0;
}

static void
about(const char *role, enum level level)
{
	c.r.role = role;
	if (!start_set(&s, &c.r, level, &c.e))
		fail_msg("%s", c.e.text);
}

/* The screen's page with the answer to one question, its lines joined. */
static const char *
page(int width, const char *word)
{
	struct start_opts o = {&s, (size_t)start_find(word), NULL, NULL};

	pagecat_page(&c, width, false);
	c.p.opts.screen = true;
	if (!page_start(&c.p, &c.r, &o, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, true);
}

static const char *
answer(const char *role, const char *word)
{
	about(role, LEVEL_ENTRY);
	return page(100, word);
}

#define assert_lacks(text, part)                                                                   \
	do {                                                                                       \
		if (strstr((text), (part)))                                                        \
			fail_msg("\"%s\" in \"%s\"", (part), (text));                              \
	} while (0)

#define WHARTON "university-of-pennsylvania/wharton-mba/mba"
#define ENGINEER "machine-learning-engineer"

/* --- each answer ------------------------------------------------------------------------------ */

/* What the list of roles computes for its columns must be what the sentence says. */
static void
test_pay(void **state)
{
	struct figures figs;
	struct pay_answer ans;
	struct arena a;
	struct buf want = BUF_INIT;
	const char *text;

	(void)state;
	arena_init(&a);
	if (!figures_of_role(&figs, c.db, &c.r.sources, pagecat_id(&c, ENGINEER), "pay", &a, &c.e))
		fail_msg("%s", c.e.text);
	assert_true(agree_answer(&figs, &ans, &a));
	buf_adds(&want, "Machine Learning Engineer, first job, a year before tax: about ");
	money_span(&want,
	    &(struct money_span){.lo = ans.low, .hi = ans.high, .currency = ans.currency},
	    MONEY_SHORT);
	buf_addf(&want, " salary (%zu of %zu publishers meet).", ans.publishers, ans.of);
	text = answer(ENGINEER, "pay");
	assert_contains(text, want.data);
	assert_contains(text, "! guide 2025 stands apart: $70K-95K.");
	assert_contains(text, "with bonus and shares (2 figures of 1 publisher).");
	assert_contains(text, "Why they differ: guide 2025 speaks of the whole field;");
	assert_true(pagecat_has_anchor(&c, "publishers meet", ANCHOR_ANSWER, "2:1:0"));
	assert_true(pagecat_has_anchor(&c, "What does it pay", ANCHOR_ANSWER, "2:1:0"));
	assert_true(pagecat_has_anchor(&c, "publishers meet", ANCHOR_COMMAND, "question pay"));
	buf_free(&want);
	arena_free(&a);
}

static void
test_pay_levels(void **state)
{
	(void)state;
	about(ENGINEER, LEVEL_SENIOR);
	assert_contains(
	    page(100, "pay"), "Machine Learning Engineer, senior, a year before tax: about");
	assert_contains(answer("chief-data-officer", "pay"),
	    "For first job no source states it. Chief Data Officer, executive, a year before");
	assert_contains(answer("nlp-specialist", "pay"),
	    "NLP Specialist: no source states what it pays. ~ Official, nearest 1 job, median: $");
	assert_contains(
	    answer("product-manager", "pay"), "Product Manager: no source states what it pays.");
}

static void
test_day(void **state)
{
	static const char sql[] =
	    "SELECT group_concat(p, ', ') FROM (SELECT CAST(share AS INTEGER) ||"
	    " '% ' || activity AS p FROM day_share WHERE role_id = 2 ORDER BY id)";
	struct buf want = BUF_INIT;
	const char *text = answer(ENGINEER, "day");

	(void)state;
	buf_addf(&want, "the week: %s (", packdir_ask(c.db, sql));
	assert_contains(text, want.data);
	buf_clear(&want);
	buf_addf(&want, "Who will like it: %s",
	    packdir_ask(c.db, "SELECT \"like\" FROM role WHERE id = 2"));
	assert_contains(text, want.data);
	assert_contains(text, "Who will not: ");
	text = answer("data-scientist", "day");
	assert_contains(text, "Data Scientist, what you do: spot business problems");
	assert_contains(text, "No source says how the week is split.");
	assert_contains(text, "No source says who would like it.");
	buf_free(&want);
}

static void
test_compare(void **state)
{
	static const char *const keys[] = {ENGINEER, "data-scientist", "research-scientist"};
	struct compare cmp;
	const char *text = answer(ENGINEER, "compare");

	(void)state;
	assert_int_equal(s.nkin, 2);
	assert_string_equal(s.kin[0].slug, keys[1]);
	assert_string_equal(s.kin[1].slug, keys[2]);
	if (!compare_make(&cmp, &c.r, keys, 3, LEVEL_ENTRY, &c.e))
		fail_msg("%s", c.e.text);
	assert_contains(text, cmp.answer);
	assert_contains(text, "In short Pay a year before tax: ");
	assert_contains(
	    text, "Machine Learning Engineer, Data Scientist, Research Scientist: side by side");
	compare_free(&cmp);
	/* Three long names do not fit the question: then the answer has them. */
	about("computer-vision-engineer", LEVEL_ENTRY);
	text = page(60, "compare");
	assert_contains(text, "Side by side with kindred, well documented roles");
	assert_contains(text, "In short Computer Vision Engineer, Machine Learning Engineer, ");
}

/* The rule of kindred roles, asked row by row: nobody who is left out would stand before who is taken. */
static void
test_kin(void **state)
{
	static const char *const roles[] = {
	    ENGINEER, "data-scientist", "mlops-engineer", "business-intelligence-analyst"};
	struct buf sql = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(roles); i++) {
		about(roles[i], LEVEL_ENTRY);
		assert_int_equal(s.nkin, 2);
		buf_clear(&sql);
		buf_addf(&sql,
		    "WITH kin AS (SELECT r.id, (r.family = (SELECT family FROM role WHERE slug = '%s')"
		    " OR EXISTS (SELECT 1 FROM transition t JOIN role m ON m.slug = '%s' WHERE"
		    "   (t.from_id = r.id AND t.to_id = m.id) OR (t.to_id = r.id AND t.from_id = m.id))"
		    " OR EXISTS (SELECT 1 FROM contrast x JOIN role o ON o.id = x.role_id WHERE"
		    "   (o.id = r.id AND x.other = '%s') OR (o.slug = '%s' AND x.other = r.slug))) AS near,"
		    " (SELECT count(DISTINCT source_id) FROM figure_row f WHERE f.about_id = r.id"
		    "   AND f.about_kind = 'role' AND f.measure = 'pay') AS paid FROM role r"
		    " WHERE r.kind = 'role' AND r.slug <> '%s')"
		    " SELECT count(*) FROM kin a, kin b WHERE a.id IN (%lld, %lld)"
		    " AND b.id NOT IN (%lld, %lld) AND b.paid > 0 AND (b.near, b.paid) > (a.near, a.paid)",
		    roles[i], roles[i], roles[i], roles[i], roles[i], (long long)s.kin[0].id,
		    (long long)s.kin[1].id, (long long)s.kin[0].id, (long long)s.kin[1].id);
		assert_int_equal(packdir_count(c.db, sql.data), 0);
	}
	buf_free(&sql);
}

static void
test_skills(void **state)
{
	const char *text = answer(ENGINEER, "skills");

	(void)state;
	for (int i = 0; i < 4; i++) {
		char sql[300];

		snprintf(sql, sizeof sql,
		    "SELECT w.name FROM role_skill k JOIN skill w ON w.id = k.skill_id WHERE k.role_id = 2"
		    " AND k.tier = 'must' ORDER BY w.name LIMIT 1 OFFSET %d",
		    i);
		assert_contains(text, packdir_ask(c.db, sql));
	}
	assert_contains(text, "Machine Learning Engineer, learn first: ");
	assert_contains(text, "(1 publisher).");
	assert_contains(text, "! Skip: ");
	assert_contains(text, "Kaggle (disputed)");
	assert_contains(answer("data-scientist", "skills"), "No source says what can be skipped.");
	assert_contains(answer("product-manager", "skills"),
	    "Product Manager: no source says what to learn first.");
}

/* Each step by a sum of its own. */
static void
check_steps(const char *text)
{
	static const struct {
		const char *says, *where;
	} steps[] = {
	    {"below $10K", "currency = 'USD' AND cost < 10000"},
	    {"$10K-20K", "currency = 'USD' AND cost BETWEEN 10000 AND 19999"},
	    {"$20K-40K", "currency = 'USD' AND cost BETWEEN 20000 AND 39999"},
	    {"$40K-80K", "currency = 'USD' AND cost BETWEEN 40000 AND 79999"},
	    {"up to 1 year", "months <= 12"},
	    {"1-2 years", "months BETWEEN 13 AND 24"},
	    {"2-3 years", "months BETWEEN 25 AND 36"},
	    {"longer", "months > 36"},
	};

	for (size_t i = 0; i < COUNT(steps); i++) {
		struct buf sql = BUF_INIT, want = BUF_INIT;

		buf_addf(&sql,
		    "SELECT count(*) FROM program p JOIN relevance v ON v.field = p.field"
		    " WHERE v.role_id = 2 AND p.status = 'open' AND p.award IN ('bachelor',"
		    " 'master', 'mba', 'doctorate') AND %s",
		    steps[i].where);
		buf_addf(
		    &want, "%s (%lld)", steps[i].says, (long long)packdir_count(c.db, sql.data));
		assert_contains(text, want.data);
		buf_free(&sql);
		buf_free(&want);
	}
}

/* The same counts by the list's own query. */
static void
test_programs(void **state)
{
	struct frame f;
	struct view v;
	struct err why;
	struct buf want = BUF_INIT;
	const char *text;
	uint32_t degrees;

	(void)state;
	if (!listview_open(&f, &v, &list_programs, c.db, &why, &c.e))
		fail_msg("%s", c.e.text);
	view_set(&v, "status:open role:" ENGINEER " award:bachelor,master,mba,doctorate", false);
	assert_string_equal(v.query.error, "");
	degrees = v.nrows;
	view_set(&v, "status:open role:" ENGINEER, false);
	buf_addf(&want, "%u open degrees and %u courses and exams fit Machine Learning Engineer",
	    degrees, v.nrows - degrees);
	text = answer(ENGINEER, "programs");
	assert_contains(text, want.data);
	view_set(&v, "status:open role:" ENGINEER " award:bachelor,master,mba,doctorate months:any",
	    false);
	buf_clear(&want);
	buf_addf(&want, "Fastest time, for %u: ", v.nrows);
	assert_contains(text, want.data);
	view_set(&v,
	    "status:open role:" ENGINEER
	    " award:bachelor,master,mba,doctorate currency:USD cost>=80k",
	    false);
	buf_clear(&want);
	buf_addf(&want, "$80K and more (%u)", v.nrows);
	assert_contains(text, want.data);
	view_set(&v,
	    "status:open role:" ENGINEER
	    " award:bachelor,master,mba,doctorate currency:USD cost:any",
	    false);
	buf_clear(&want);
	buf_addf(&want, "for %u in dollars: ", v.nrows);
	assert_contains(text, want.data);
	view_set(&v,
	    "status:open role:" ENGINEER
	    " award:bachelor,master,mba,doctorate -currency:USD cost:any",
	    false);
	buf_clear(&want);
	buf_addf(&want, "; %u are in another currency", v.nrows);
	assert_contains(text, want.data);
	check_steps(text);
	buf_free(&want);
	view_free(&v);
	frame_free(&f);
}

/* --- about whom ------------------------------------------------------------------------------- */

/* Without a role it is the one that the list of roles has first. */
static void
test_best_documented(void **state)
{
	struct frame f;
	struct view v;
	struct err why;
	struct buf want = BUF_INIT;

	(void)state;
	if (!listview_open(&f, &v, &list_roles, c.db, &why, &c.e))
		fail_msg("%s", c.e.text);
	view_set(&v, "kind:role", false);
	assert_true(v.nrows > 0);
	buf_addf(&want, "Role: %s, the best documented one r: another role",
	    frame_text(&f, frame_col(f.spec, "title"), v.rows[0]));
	assert_contains(answer("", "pay"), want.data);
	assert_contains(answer(NULL, "pay"), want.data);
	assert_contains(answer("no-such-role", "pay"), want.data);
	assert_false(s.chosen);
	assert_contains(answer("data-scientist", "pay"), "Role: Data Scientist r: another role");
	assert_true(s.chosen);
	buf_free(&want);
	view_free(&v);
	frame_free(&f);
}

static void
test_kept_until_it_changes(void **state)
{
	int64_t off = packdir_count(c.db, "SELECT id FROM source WHERE short = 'guide 2025'");

	(void)state;
	answer(ENGINEER, "pay");
	assert_true(s.answer[0].made);
	assert_false(s.answer[1].made);
	about(ENGINEER, LEVEL_ENTRY);
	assert_true(s.answer[0].made);
	about(ENGINEER, LEVEL_MID);
	assert_false(s.answer[0].made);
	answer(ENGINEER, "pay");
	about("data-scientist", LEVEL_ENTRY);
	assert_false(s.answer[0].made);
	answer(ENGINEER, "pay");
	assert_true(db_set_sources_off(c.db, &off, 1, &c.e));
	about(ENGINEER, LEVEL_ENTRY);
	assert_false(s.answer[0].made);
	assert_true(db_set_sources_off(c.db, NULL, 0, &c.e));
}

/* --- the page --------------------------------------------------------------------------------- */

static void
test_each_question_is_a_line(void **state)
{
	static const int widths[] = {20, 38, 58, 78, 100, 130};
	struct buf text = BUF_INIT;

	(void)state;
	about("", LEVEL_ENTRY);
	for (size_t w = 0; w < COUNT(widths); w++) {
		page(widths[w], "day");
		for (size_t i = 0; i < START_QUESTIONS; i++) {
			const struct line *l = &c.p.lines[s.line[i]];

			buf_clear(&text);
			buf_addf(&text, "question %s", start_word(i));
			assert_int_equal(l->anchors[0].kind, ANCHOR_COMMAND);
			assert_string_equal(l->anchors[0].key, text.data);
			assert_true(i == 0 || s.line[i] == s.line[i - 1] + 1);
			buf_clear(&text);
			start_sentence(&s, i, widths[w], &text);
			if (widths[w] >= 38)
				assert_string_equal(l->spans[0].text, text.data);
			if (widths[w] < 58)
				assert_true(text_width(text.data) <= 36);
		}
	}
	buf_free(&text);
}

/* In the first ten lines of a small screen stand all questions and the start of the answer. */
static void
test_narrow(void **state)
{
	(void)state;
	about("", LEVEL_ENTRY);
	page(38, "pay");
	assert_true(s.line[START_QUESTIONS - 1] < 8);
	assert_contains(c.p.lines[8].spans[0].text, "In short: ");
}

/* The program that was looked at last, else the one for the role of which most is stated. */
static void
test_worth(void **state)
{
	const char *text;

	(void)state;
	text = answer(ENGINEER, "worth");
	assert_contains(text, "OMSCS");
	assert_contains(text, "10 pay figures");
	assert_contains(text, "links this master's degree to this job");
	assert_contains(text, "Without it one would earn $49,500 a year: median of all US jobs");
	assert_contains(text, "No program was looked at yet");
	c.r.program = WHARTON;
	text = answer(ENGINEER, "worth");
	assert_contains(
	    text, "Wharton MBA, University of Pennsylvania for Machine Learning Engineer: ");
	assert_contains(text, "! No source links this MBA to this job.");
	assert_true(strstr(text, "No program was looked at") == NULL);
	c.r.asks = "baseline=80000";
	text = answer(ENGINEER, "worth");
	assert_contains(text, "guide 2025: 129 years, never at its low end");
	assert_contains(text, "Without it one would earn $80,000 a year");
	c.r.program = "gone/with-it/master"; /* a newer catalog does not have it */
	assert_contains(answer(ENGINEER, "worth"), "OMSCS");
	c.r.program = c.r.asks = NULL;
}

/* While nothing is said: an example with the two that most sources name; else what is said. Cloud platforms and Python
 * are named five and six times for the role and the field that serves it, each other skill less often. */
static void
test_missing(void **state)
{
	struct arena a;
	struct mine m;
	struct profile *kept = profile_open(NULL, &c.e);

	(void)state;
	arena_init(&a);
	assert_contains(answer("machine-learning-engineer", "missing"),
	    "I know Python and Cloud platforms: what is missing?");
	assert_contains(answer("machine-learning-engineer", "missing"),
	    "Machine Learning Engineer, with Python and Cloud platforms: 1 of 4 musts, 1 of 10 important");
	assert_contains(
	    answer("machine-learning-engineer", "missing"), "An example with what most");
	assert_true(profile_skill_set(
	    kept, &(struct kept_skill){"software-engineering", "", "have", -1}, &c.e));
	assert_true(mine_read(&m, c.db, kept, &a, &c.e));
	c.r.mine = &m;
	assert_contains(answer("machine-learning-engineer", "missing"),
	    "I know Software engineering: what is missing?");
	assert_lacks(answer("machine-learning-engineer", "missing"), "An example");
	assert_contains(answer("machine-learning-engineer", "missing"),
	    "To learn first: Python (must), One deep learning framework (must)");
	assert_true(
	    profile_skill_set(kept, &(struct kept_skill){"python", "", "partly", -1}, &c.e));
	assert_true(mine_read(&m, c.db, kept, &a, &c.e));
	assert_contains(answer("machine-learning-engineer", "missing"),
	    "I know Python and Software engineering: what is missing?");
	/* Of too few skills nothing is judged. */
	assert_contains(answer("data-analyst", "missing"), "too little known to judge");
	assert_lacks(answer("data-analyst", "missing"), "To learn first");
	c.r.mine = NULL;
	profile_close(kept);
	arena_free(&a);
}

static void
test_worth_command(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	c.r.program = WHARTON;
	about(ENGINEER, LEVEL_ENTRY);
	start_more(&s, (size_t)start_find("worth"), &b);
	assert_string_equal(b.data, "career payback " WHARTON " " ENGINEER);
	buf_clear(&b);
	start_sentence(&s, (size_t)start_find("worth"), 80, &b);
	assert_string_equal(b.data, "Is Wharton MBA, University of Pennsylvania worth its price?");
	buf_clear(&b);
	start_sentence(&s, (size_t)start_find("worth"), 57, &b);
	assert_string_equal(b.data, "Is this program worth its price?");
	c.r.program = NULL;
	buf_free(&b);
}

static void
test_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < START_QUESTIONS; i++)
		assert_int_equal(start_find(start_word(i)), i);
	assert_int_equal(start_find("payback"), -1);
	assert_int_equal(start_find(""), -1);
}

/* --- on the command line ---------------------------------------------------------------------- */

static const char *
all(const char *role, bool plain)
{
	about(role, LEVEL_ENTRY);
	pagecat_page(&c, 80, plain);
	if (!page_start_all(&c.p, &c.r, &s, &c.e))
		fail_msg("%s", c.e.text);
	return pagecat_text(&c, !plain);
}

static void
test_all(void **state)
{
	const char *text = all("", false);

	(void)state;
	assert_contains(text, "The role is Machine Learning Engineer, the best documented one");
	assert_contains(text, "More: career show " ENGINEER);
	assert_contains(text, "More: career compare " ENGINEER " data-scientist");
	assert_contains(text, "More: career programs role:" ENGINEER);
	assert_lacks(text, "Enter");
	assert_lacks(text, "r: another");
	text = all("data-scientist", true);
	assert_contains(text, "The role is Data Scientist; ");
	assert_contains(text, "publishers meet).");
}

/* --- other catalogs --------------------------------------------------------------------------- */

static int
empty(void **state)
{
	struct err e = {0};
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	(void)state;
	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	pagecat_init(&c, db);
	start_init(&s);
	return 0;
}

static void
run(const char *sql)
{
	if (!db_exec(c.db, sql, &c.e))
		fail_msg("%s", c.e.text);
}

static void
test_empty(void **state)
{
	const char *text = answer(ENGINEER, "pay");

	(void)state;
	assert_contains(text, "! This catalog has no roles");
	assert_contains(text, "! No source that is on speaks of any program.");
	assert_lacks(text, "Role:");
	assert_lacks(text, "In short");
	for (size_t i = 0; i < START_QUESTIONS; i++)
		assert_false(start_asks(&s, i));
	assert_contains(all("", false), "This catalog has no roles");
}

static void
test_programs_alone(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO school (id, pack, slug, name) VALUES (1, 't', 'u', 'U');"
	    "INSERT INTO program (id, pack, key, school_id, slug, name, field, award, status, cost,"
	    " currency) VALUES (1, 't', 'u/a/master', 1, 'a', 'A', 'x', 'master', 'open', 9000, 'USD'),"
	    " (2, 't', 'u/b/master', 1, 'b', 'B', 'x', 'master', 'withdrawn', 9000, 'USD');");
	text = answer("", "pay");
	assert_contains(text, "! This catalog has no roles");
	assert_contains(text, "Which programs are there, at what price, how long?");
	assert_contains(text, "1 open degree is held here.");
	assert_contains(text, "for 1 in dollars: below $10K (1).");
	assert_contains(text, "No source states how long they take.");
}

/* One role that nothing can be set beside, and of which nothing is known. */
static void
test_one_role(void **state)
{
	const char *text;

	(void)state;
	run("INSERT INTO role (id, pack, slug, title, kind, family) VALUES"
	    " (1, 't', 'baker', 'Baker', 'role', 'Crafts');"
	    "INSERT INTO served VALUES (1, 1, 0);");
	text = answer("", "pay");
	assert_contains(text, "Baker: no source states what it pays.");
	assert_lacks(text, "ide by side");
	assert_contains(answer("", "day"), "Baker: no source states what the day is like.");
	assert_contains(answer("", "skills"), "Baker: no source says what to learn first.");
	run("INSERT INTO school (id, pack, slug, name) VALUES (1, 't', 'u', 'U');"
	    "INSERT INTO program (id, pack, key, school_id, slug, name, field, award, status)"
	    " VALUES (1, 't', 'u/a/master', 1, 'a', 'A', 'x', 'master', 'open');");
	start_free(&s);
	start_init(&s);
	assert_contains(
	    answer("", "programs"), "No program held here fits Baker by field of study.");
}

/* Only occupations: the best documented of them. */
static void
test_occupations(void **state)
{
	(void)state;
	run("INSERT INTO role (id, pack, slug, title, kind, family) VALUES"
	    " (1, 't', 'bakers', 'Bakers', 'occupation', 'Crafts'),"
	    " (2, 't', 'cooks', 'Cooks', 'occupation', 'Crafts');"
	    "INSERT INTO served VALUES (1, 1, 0), (2, 2, 0);"
	    "INSERT INTO source (id, pack, key, title, short, publisher, kind) VALUES"
	    " (1, 't', 't/a', 'A', 'A', 'A', 'official');"
	    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"
	    " value, unit, per, source_id, locator) VALUES (1, 't', 'role', 'cooks', 2, 'pay',"
	    " 'point', 40000, 'USD', 'year', 1, 'x');");
	pagecat_id(&c, "cooks");
	reader_close(&c.r);
	if (!reader_open(&c.r, c.db, &c.e))
		fail_msg("%s", c.e.text);
	assert_contains(answer("", "pay"), "Role: Cooks, the best documented one");
	assert_contains(page(100, "pay"), "$40K");
}

#define BUNDLED(test) cmocka_unit_test_setup_teardown(test, bundled, close_all)
#define EMPTY(test) cmocka_unit_test_setup_teardown(test, empty, close_all)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    BUNDLED(test_pay),
	    BUNDLED(test_pay_levels),
	    BUNDLED(test_day),
	    BUNDLED(test_compare),
	    BUNDLED(test_kin),
	    BUNDLED(test_skills),
	    BUNDLED(test_programs),
	    BUNDLED(test_worth),
	    BUNDLED(test_missing),
	    BUNDLED(test_worth_command),
	    BUNDLED(test_best_documented),
	    BUNDLED(test_kept_until_it_changes),
	    BUNDLED(test_each_question_is_a_line),
	    BUNDLED(test_narrow),
	    BUNDLED(test_all),
	    cmocka_unit_test(test_words),
	    EMPTY(test_empty),
	    EMPTY(test_programs_alone),
	    EMPTY(test_one_role),
	    EMPTY(test_occupations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
