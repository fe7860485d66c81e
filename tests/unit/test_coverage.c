/* The map of coverage: its counts against the tables themselves, and its page. */
#include "career/base/text.h"
#include "career/model/coverage.h"
#include "career/model/switch.h"
#include "career/page/coverage.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

static struct err e;
static struct pagecat c;
static struct coverage map;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return coverage_load(&map, c.db, &c.r.sources, &e) ? 0 : -1;
}

static int
teardown(void **state)
{
	(void)state;
	coverage_free(&map);
	pagecat_free(&c);
	return 0;
}

static int64_t
ask(const char *sql, int64_t role)
{
	struct stmt *st = db_prepare(c.db, sql, &e);
	int64_t n;

	assert_ok(st != NULL);
	stmt_bind_int(st, 1, role);
	assert_int_equal(stmt_step(st, &e), 1);
	n = stmt_int(st, 0);
	stmt_finalize(st);
	return n;
}

/* Switches sources off by a condition; "0": none. */
static void
switch_off(const char *where)
{
	struct buf sql = BUF_INIT;
	int64_t ids[64];
	size_t n = 0;
	struct stmt *st;

	buf_addf(&sql, "SELECT id FROM source WHERE %s", where);
	st = db_prepare(c.db, sql.data, &e);
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1 && n < COUNT(ids))
		ids[n++] = stmt_int(st, 0);
	stmt_finalize(st);
	buf_free(&sql);
	assert_ok(switch_sources(c.db, ids, n, &e));
	sources_follow(&c.r.sources, c.db);
	coverage_follow(&map, &c.r.sources);
}

/* --- counts ------------------------------------------------------------------------------------ */

#define MINE                                                                                       \
	"(SELECT id FROM role WHERE id = ?1 UNION SELECT s.id FROM role s, json_each(s.serves) j"  \
	" JOIN role r ON r.slug = j.value WHERE r.id = ?1)"
#define COUNT_OF(table, role, rest)                                                                \
	"SELECT count(DISTINCT source_id) FROM " table " WHERE " role " IN " MINE " " rest

/* Written without the view that the map is read from. */
static const struct {
	const char *measure, *sql;
} counted[] = {
    {"pay entry",
	COUNT_OF("figure_row", "about_id",
	    "AND about_kind = 'role' AND measure = 'pay' AND level = 'entry'")},
    {"pay senior",
	COUNT_OF("figure_row", "about_id",
	    "AND about_kind = 'role' AND measure = 'pay' AND level = 'senior'")},
    {"pay any",
	COUNT_OF("figure_row", "about_id",
	    "AND about_kind = 'role' AND measure = 'pay' AND (level IS NULL OR level = 'all')")},
    {"growth",
	COUNT_OF("figure_row", "about_id", "AND about_kind = 'role' AND measure = 'growth'")},
    {"openings",
	COUNT_OF("figure_row", "about_id", "AND about_kind = 'role' AND measure = 'openings'")},
    {"skills", COUNT_OF("role_skill", "role_id", "")},
    {"degree",
	COUNT_OF("requirement", "role_id",
	    "AND credential IN ('doctorate', 'master', 'bachelor', 'associate', 'high-school')")},
    {"requirements",
	COUNT_OF("requirement", "role_id",
	    "AND credential NOT IN ('doctorate', 'master', 'bachelor', 'associate', 'high-school')")},
    {"ladder", COUNT_OF("ladder", "role_id", "")},
    {"industries", COUNT_OF("industry", "role_id", "")},
    {"predictions", COUNT_OF("prediction", "role_id", "")},
    {"alternatives", COUNT_OF("transition", "from_id", "AND kind = 'alternative'")},
    {"steps", COUNT_OF("transition", "from_id", "AND kind <> 'alternative'")},
    {"nearest", COUNT_OF("nearest", "role_id", "")},
    {"named", COUNT_OF("mention", "role_id", "")},
    {"stances", COUNT_OF("claim", "about_id", "AND about_kind = 'role'")},
    {"guide", COUNT_OF("guide", "about_id", "AND about_kind = 'role'")},
};

static void
check_counts(void)
{
	for (size_t i = 0; i < COUNT(counted); i++) {
		size_t k = coverage_measure_find(&map, counted[i].measure), roles = 0;

		assert_true(k < map.nmeasures);
		for (size_t role = 0; role < map.nroles; role++) {
			struct coverage_count count[64];
			int64_t n = ask(counted[i].sql, map.role[role].id);

			if (map.sources[coverage_cell(&map, role, k)] != n)
				fail_msg("%s, %s: %u, the tables say %lld", map.role[role].slug,
				    counted[i].measure, map.sources[coverage_cell(&map, role, k)],
				    (long long)n);
			assert_int_equal(coverage_sources(&map, role, k, count, COUNT(count)), n);
			for (int64_t s = 0; s < n; s++)
				assert_int_equal(count[s].n,
				    coverage_statements(&map, role, k, count[s].source, NULL));
			roles += n > 0;
		}
		assert_int_equal(map.measure[k].roles, roles);
	}
}

static void
test_counts(void **state)
{
	(void)state;
	check_counts();
}

/* With sources off, the shadows of the tables count the same. */
static void
test_counts_while_off(void **state)
{
	(void)state;
	switch_off("kind = 'editorial'");
	check_counts();
	switch_off("key = 'ml/aigraduate-mle'");
	check_counts();
	switch_off("0");
	check_counts();
}

static void
test_known(void **state)
{
	size_t role = coverage_role_find(&map, "machine-learning-engineer"),
	       day = coverage_measure_find(&map, "day"),
	       other = coverage_measure_find(&map, "alternatives");
	uint32_t own;

	(void)state;
	assert_true(role < map.nroles && day < map.nmeasures);
	/* One guide's week: 5 shares and 3 parts of a day. */
	assert_int_equal(map.sources[coverage_cell(&map, role, day)], 1);
	for (size_t s = 0; s < map.nsources; s++)
		if (coverage_statements(&map, role, day, s, &own) > 0) {
			assert_string_equal(c.r.sources.s[s].key, "ml/aigraduate-mle");
			assert_int_equal(own, 8);
		}
	/* Alternatives are only stated of the field. */
	assert_int_equal(map.own[coverage_cell(&map, role, other)], 0);
	assert_int_equal(map.sources[coverage_cell(&map, role, other)], 1);
	assert_int_equal(coverage_role_find(&map, "zzz"), SIZE_MAX);
	assert_int_equal(coverage_measure_find(&map, "zzz"), SIZE_MAX);
	assert_int_equal(coverage_statements(&map, role, day, map.nsources, &own), 0);
}

/* The best documented first; occupations and roles that are only named behind all others. */
static void
test_order(void **state)
{
	bool folded = false;

	(void)state;
	assert_string_equal(map.role[map.order[0]].slug, "machine-learning-engineer");
	assert_true(map.nshown > 20 && map.nshown < map.nroles);
	for (size_t i = 0; i < map.nroles; i++) {
		const struct coverage_role *r = &map.role[map.order[i]];

		assert_int_equal(r->folded, i >= map.nshown);
		folded = folded || r->folded;
		if (i > 0 && map.role[map.order[i - 1]].folded == r->folded)
			assert_true(map.role[map.order[i - 1]].filled >= r->filled);
	}
	assert_true(folded);
	switch_off("1");
	assert_int_equal(map.nshown, 0);
	for (size_t k = 0; k < map.nmeasures; k++)
		assert_int_equal(map.measure[k].roles, 0);
	switch_off("0");
	assert_true(map.nshown > 20);
}

/* `m` finds what a column's name means. */
static void
test_terms(void **state)
{
	(void)state;
	for (size_t k = 0; k < map.nmeasures; k++) {
		char sql[120];

		if (!map.measure[k].term)
			continue;
		snprintf(sql, sizeof sql, "SELECT count(*) FROM term WHERE slug = '%s' AND ?1 = 0",
		    map.measure[k].term);
		if (ask(sql, 0) != 1)
			fail_msg("%s: no term %s", map.measure[k].key, map.measure[k].term);
	}
}

/* Columns come in an order of their own, what is not known behind. */
static void
test_measures(void **state)
{
	struct coverage other;

	(void)state;
	assert_string_equal(map.measure[0].key, "pay entry");
	assert_string_equal(map.measure[0].says, "pay, first job");
	assert_string_equal(map.measure[map.nmeasures - 1].key, "named");
	assert_ok(db_exec(c.db,
	    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, unit,"
	    " source_id, locator) SELECT 'x', 'role', slug, id, 'left-handed', 'point', 'percent', 3, 'p'"
	    " FROM role LIMIT 1",
	    &e));
	assert_ok(coverage_load(&other, c.db, &c.r.sources, &e));
	assert_int_equal(other.nmeasures, map.nmeasures + 1);
	assert_string_equal(other.measure[map.nmeasures].says, "left handed");
	assert_int_equal(other.measure[map.nmeasures].roles, 1);
	coverage_free(&other);
	assert_ok(db_exec(c.db, "DELETE FROM figure_row WHERE measure = 'left-handed'", &e));
}

/* A catalog that states nothing. */
static void
test_empty(void **state)
{
	struct pagecat small;
	struct coverage none;
	struct coverage_opts o = {.by_source = true};
	struct coverage_shown shown;

	(void)state;
	pagecat_init(&small, pagecat_small());
	assert_ok(db_exec(small.db,
	    "DELETE FROM figure_row; DELETE FROM role_skill; DELETE FROM relevance; DELETE FROM listing",
	    &e));
	assert_ok(coverage_load(&none, small.db, &small.r.sources, &e));
	assert_int_equal(none.nmeasures, 0);
	assert_int_equal(none.nshown, 0);
	assert_int_equal(coverage_statements(&none, 0, 0, 0, NULL), 0);
	pagecat_page(&small, 80, false);
	page_coverage(&small.p, &small.r, &none, &o, &shown);
	assert_int_equal(shown.ncolumns, 0);
	assert_contains(pagecat_text(&small, true), "No source that is on states anything");
	coverage_free(&none);
	pagecat_free(&small);
}

/* --- the page ---------------------------------------------------------------------------------- */

static const char *
page_at(int width, const struct coverage_opts *o, struct coverage_shown *shown)
{
	pagecat_page(&c, width, false);
	page_coverage(&c.p, &c.r, &map, o, shown);
	return pagecat_text(&c, false);
}

/* The line that begins with a text. */
static const char *
line_of(const char *text, const char *begin, char *out, size_t size)
{
	const char *at = strstr(text, begin);

	assert_non_null(at);
	snprintf(out, size, "%.*s", (int)strcspn(at, "\n"), at);
	return out;
}

static void
test_page(void **state)
{
	struct coverage_opts o = {.column = 1};
	struct coverage_shown shown;
	char line[400];
	const char *text = page_at(80, &o, &shown);

	(void)state;
	assert_int_equal(shown.ncolumns, map.nmeasures);
	assert_true(shown.shown > 5 && shown.shown < map.nmeasures);
	assert_int_equal(shown.pinned, 4);
	/* The column of the cursor stands in brackets, in heads and cells. */
	assert_contains(line_of(text, "Who states", line, sizeof line), "Pay[Pay]");
	assert_contains(line_of(text, "1-", line, sizeof line), "first[mid]senior");
	assert_contains(line_of(text, "Machine Learning Engineer", line, sizeof line),
	    "\xe2\x96\x88"
	    "4[ \xe2\x96\x88"
	    "4]");
	assert_contains(line_of(text, "Research Scientist", line, sizeof line), "\xc2\xb7");
	/* Totals. */
	snprintf(line, sizeof line, "%zu[", map.measure[0].roles);
	assert_contains(text, line);
	/* Each role leads to its cell. */
	assert_true(pagecat_has_anchor(
	    &c, "Research Scientist", ANCHOR_COMMAND, "coverage-cell research-scientist"));
	assert_contains(text, "only named, or occupations: v");
	assert_int_equal(c.p.nlines, shown.pinned + map.nshown + 1);
	o.all = true;
	page_at(80, &o, &shown);
	assert_int_equal(c.p.nlines, shown.pinned + map.nroles + 1);
}

/* All columns come into sight, one after another, at any width; every line is as wide as it may be. */
static void
test_scroll(void **state)
{
	static const int widths[] = {20, 36, 60, 78, 98, 130, 400};

	(void)state;
	for (size_t i = 0; i < COUNT(widths); i++) {
		struct coverage_opts o = {.first = 0};
		struct coverage_shown shown;
		size_t columns = 0;

		while (o.first < map.nmeasures) {
			page_at(widths[i], &o, &shown);
			assert_true(shown.shown > 0);
			o.first += shown.shown;
			columns += shown.shown;
		}
		assert_int_equal(columns, map.nmeasures);
		o = (struct coverage_opts){.by_source = true, .all = true};
		page_at(widths[i], &o, &shown);
		assert_true(shown.ncolumns >= 4 && shown.ncolumns < map.nsources);
	}
}

static void
test_ascii(void **state)
{
	const struct page_opts opts = {.width = 80, .ascii = true, .screen = true};
	struct coverage_opts o = {.column = 0};
	struct coverage_shown shown;
	char line[200];

	(void)state;
	page_reset(&c.p, &opts);
	page_coverage(&c.p, &c.r, &map, &o, &shown);
	assert_contains(
	    line_of(pagecat_text(&c, false), "Machine Learning Engineer", line, sizeof line),
	    "[    4]  4");
	for (const char *p = c.text.data; *p != '\0'; p++)
		assert_true((unsigned char)*p < 0x80);
	assert_contains(c.text.data, "V: by source");
}

static void
test_by_source(void **state)
{
	struct coverage_opts o = {
	    .by_source = true, .measure = coverage_measure_find(&map, "pay entry")};
	struct coverage_shown shown;
	size_t at;
	const char *text = page_at(80, &o, &shown);
	char line[200];

	(void)state;
	assert_int_equal(shown.ncolumns,
	    ask("SELECT count(DISTINCT source_id) FROM figure_row WHERE about_kind = 'role' AND measure ="
		" 'pay' AND level = 'entry' AND ?1 = 0",
		0));
	/* The one that states it for most roles comes first. */
	at = coverage_source_at(&map, o.measure, 0);
	assert_string_equal(c.r.sources.s[at].key, "pay-us/ai-jobs-2024");
	assert_int_equal(coverage_source_at(&map, o.measure, shown.ncolumns), SIZE_MAX);
	assert_contains(text, "[ai-jobs]");
	/* What a guide says of the field alone is marked, though others speak of the role itself. */
	assert_contains(line_of(text, "Machine Learning Engineer", line, sizeof line),
	    "~\xe2\x96\x91"
	    "1");
	switch_off("key = 'pay-us/ai-jobs-2024'");
	page_at(80, &o, &shown);
	assert_true(strstr(c.text.data, "ai-jobs") == NULL);
	switch_off("0");
}

/* --- a cell -------------------------------------------------------------------------------------- */

static const char *
cell_text(const char *role, const char *measure, size_t source)
{
	struct coverage_place at = {
	    coverage_role_find(&map, role), coverage_measure_find(&map, measure), source};

	assert_true(at.role < map.nroles && at.measure < map.nmeasures);
	pagecat_page(&c, 80, false);
	assert_ok(page_coverage_cell(&c.p, &c.r, &map, &at, &e));
	return pagecat_text(&c, true);
}

static void
test_cell(void **state)
{
	const char *text = cell_text("machine-learning-engineer", "pay entry", SIZE_MAX);
	char id[24];

	(void)state;
	assert_contains(text, "Who states pay, first job");
	assert_contains(text, "ai-jobs 2024 postings, 2025-01-19: 1 statement");
	assert_contains(text, "median $140K");
	assert_contains(text, "~ of Machine Learning: $70K-95K");
	assert_true(pagecat_has_anchor(&c, "ai-jobs 2024", ANCHOR_SOURCE, "pay-us/ai-jobs-2024"));
	snprintf(id, sizeof id, "%lld",
	    (long long)ask(
		"SELECT f.id FROM figure_row f JOIN source s ON s.id = f.source_id WHERE"
		" f.about_key = 'machine-learning-engineer' AND f.measure = 'pay' AND f.level ="
		" 'entry' AND s.key = 'pay-us/ai-jobs-2024' AND ?1 = 0",
		0));
	assert_true(pagecat_has_anchor(&c, "median $140K", ANCHOR_FIGURE, id));
	/* Facts that are no figures. */
	assert_contains(cell_text("machine-learning-engineer", "day", SIZE_MAX), "30% of the time");
	assert_contains(cell_text("data-scientist", "degree", SIZE_MAX), "statement");
	/* One source alone. */
	text = cell_text("machine-learning-engineer", "pay entry",
	    (size_t)(sources_by_id(&c.r.sources,
			 ask("SELECT id FROM source WHERE key = 'ml/aigraduate-mle' AND ?1 = 0", 0))
		- c.r.sources.s));
	assert_contains(text, "aigraduate MLE");
	assert_true(strstr(text, "ai-jobs") == NULL);
}

static void
test_cell_nobody(void **state)
{
	const char *text = cell_text("robotics-engineer", "pay entry", SIZE_MAX);

	(void)state;
	assert_contains(text, "! No source states this.");
	assert_contains(text, "Stated for kindred roles (Engineering)");
	assert_contains(text, "Data Engineer: ai-jobs 2024");
	assert_true(pagecat_has_anchor(&c, "Data Engineer", ANCHOR_ROLE, "data-engineer"));
	/* A source that is off says nothing, here or elsewhere. */
	switch_off("key = 'pay-us/ai-jobs-2024'");
	text = cell_text("data-engineer", "pay entry", SIZE_MAX);
	assert_contains(text, "! No source states this.");
	assert_true(strstr(text, "ai-jobs") == NULL);
	switch_off("0");
	assert_contains(cell_text("robotics-engineer", "day", SIZE_MAX),
	    "Machine Learning Engineer: aigraduate MLE");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_counts),
	    cmocka_unit_test(test_counts_while_off),
	    cmocka_unit_test(test_known),
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_measures),
	    cmocka_unit_test(test_terms),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_page),
	    cmocka_unit_test(test_scroll),
	    cmocka_unit_test(test_ascii),
	    cmocka_unit_test(test_by_source),
	    cmocka_unit_test(test_cell),
	    cmocka_unit_test(test_cell_nobody),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
