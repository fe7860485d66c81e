/* The bundled packs against what their sources say. */
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/frame/jsonlist.h"
#include "career/model/listview.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <stdio.h>
#include <stdlib.h>

#define FACTS "../shared/facts/"

static const char *const packs[] = {"data/packs/ml", "data/packs/pay-us", "data/packs/programs"};

/* One catalog for all tests: nothing here writes. */
static struct db *db;

static int
open_catalog(void **state)
{
	(void)state;
	db = pagecat_bundled();
	return 0;
}

static int
close_catalog(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

static struct stmt *
ask(const char *sql)
{
	struct err e;
	struct stmt *st = db_prepare(db, sql, &e);

	if (st == NULL)
		fail_msg("%s: %s", sql, e.text);
	return st;
}

static void
test_clean(void **state)
{
	struct build_counts n;
	struct buf lines = BUF_INIT;
	struct err e;

	(void)state;
	if (!build_check(packs, COUNT(packs), "data/glossary.yaml", &lines, &n, &e))
		fail_msg("%s\n%.3000s", e.text, lines.data);
	assert_int_equal(n.packs, 3);
	assert_int_equal(n.programs, 224 + 9);
	assert_true(n.figures >= 250 && n.skills >= 75 && n.terms >= 190 && n.guide >= 60);
	buf_free(&lines);
}

static void
test_counts(void **state)
{
	static const struct {
		const char *sql;
		int n;
	} counts[] = {
	    /* the list of programs, as its notes count it */
	    {"SELECT count(*) FROM program WHERE pack = 'programs'", 224},
	    {"SELECT count(*) FROM program_fact WHERE pack = 'programs'", 306},
	    {"SELECT count(DISTINCT country) FROM program p JOIN school s ON s.id = p.school_id"
	     " WHERE p.pack = 'programs'",
		29},
	    {"SELECT count(DISTINCT currency) FROM program_fact WHERE pack = 'programs'", 12},
	    {"SELECT count(*) FROM program WHERE pack = 'programs' AND award = 'master'", 174},
	    {"SELECT count(*) FROM program WHERE pack = 'programs'"
	     " AND award = 'professional-certificate'",
		17},
	    {"SELECT count(*) FROM program WHERE pack = 'programs' AND award = 'bootcamp'", 9},
	    {"SELECT count(*) FROM program WHERE pack = 'programs' AND award = 'bachelor'", 8},
	    {"SELECT count(*) FROM program WHERE pack = 'programs' AND field = 'data science'", 86},
	    {"SELECT count(*) FROM program WHERE pack = 'programs'"
	     " AND field = 'artificial intelligence'",
		50},
	    {"SELECT count(*) FROM program WHERE pack = 'programs' AND field = 'machine learning'",
		23},
	    {"SELECT count(*) FROM program p JOIN school s ON s.id = p.school_id"
	     " WHERE p.pack = 'programs' AND country = 'US'",
		109},
	    {"SELECT count(*) FROM program p JOIN school s ON s.id = p.school_id"
	     " WHERE p.pack = 'programs' AND country = 'GB'",
		22},
	    {"SELECT count(*) FROM program_fact WHERE pack = 'programs' AND confidence = 'high'",
		66},
	    {"SELECT count(*) FROM program_fact WHERE pack = 'programs' AND confidence = 'low'",
		25},
	    {"SELECT count(DISTINCT parent_id) FROM program_fact WHERE pack = 'programs'"
	     " AND cost IS NOT NULL",
		142},
	    {"SELECT count(DISTINCT parent_id) FROM program_fact WHERE pack = 'programs'"
	     " AND months IS NOT NULL",
		145},
	    {"SELECT count(*) FROM program WHERE status = 'withdrawn'", 4},
	    /* the two directories */
	    {"SELECT count(*) FROM program WHERE pack = 'ml'", 9},
	    {"SELECT count(*) FROM program WHERE pack = 'ml' AND award = 'mba'", 7},
	    {"SELECT count(*) FROM listing", 2},
	    {"SELECT claimed FROM listing WHERE label LIKE 'Machine Learning%'", 306},
	    {"SELECT claimed FROM listing WHERE label LIKE 'ML Engineer%'", 378},
	    {"SELECT json_array_length(programs) FROM listing WHERE claimed = 306", 4},
	    {"SELECT json_array_length(programs) FROM listing WHERE claimed = 378", 5},
	    /* the four guides */
	    {"SELECT count(*) FROM source WHERE pack = 'ml'", 4},
	    {"SELECT count(DISTINCT publisher) FROM source WHERE pack = 'ml'", 3},
	    {"SELECT count(*) FROM card WHERE pack = 'ml'", 6},
	    {"SELECT sum(share) FROM day_share", 100},
	    {"SELECT count(*) FROM day_part", 3},
	    {"SELECT count(DISTINCT industry) > 4 FROM industry", 1},
	    /* nearest occupations are occupations, and roles are none */
	    {"SELECT count(*) FROM nearest n JOIN role r ON r.id = n.occupation_id"
	     " WHERE r.kind <> 'occupation'",
		0},
	    {"SELECT count(*) FROM nearest n JOIN role r ON r.id = n.role_id"
	     " WHERE r.kind = 'occupation'",
		0},
	    {"SELECT count(*) FROM figure_row f JOIN source c ON c.id = f.source_id"
	     " WHERE c.kind = 'official' AND f.about_kind = 'role'"
	     " AND f.about_id NOT IN (SELECT id FROM role WHERE kind = 'occupation')",
		0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		int64_t n = packdir_count(db, counts[i].sql);

		if (n != counts[i].n)
			fail_msg("%s: %d, %d was expected", counts[i].sql, (int)n, counts[i].n);
	}
}

/* --- pay --------------------------------------------------------------------------------------- */

/* low = high: a point; `+` behind the level: goes on above. */
struct pay {
	const char *role, *source, *level;
	double low, high;
	const char *basis, *where; /* place or employer */
};

static const struct pay pays[] = {
    {"machine-learning", "ml/aigraduate-ml", "", 140000, 280000, "unstated", ""},
    {"machine-learning", "ml/aigraduate-ml", "entry+", 140000, 140000, "unstated", ""},
    {"machine-learning", "ml/aigraduate-ml", "senior+", 300000, 300000, "unstated", ""},
    {"machine-learning-engineer", "ml/aigraduate-ml", "entry", 120000, 160000, "base", "big-tech"},
    {"machine-learning-engineer", "ml/aigraduate-ml", "entry", 180000, 220000, "total", "big-tech"},
    {"machine-learning-engineer", "ml/aigraduate-ml", "mid", 165000, 240000, "unstated", ""},
    {"machine-learning-engineer", "ml/aigraduate-ml", "senior+", 250000, 250000, "total", ""},
    {"machine-learning-engineer", "ml/aigraduate-ml", "", 190000, 280000, "unstated",
	"San Francisco Bay Area"},
    {"machine-learning-engineer", "ml/aigraduate-ml", "", 170000, 250000, "unstated", "Seattle"},
    {"machine-learning-engineer", "ml/aigraduate-ml", "", 165000, 240000, "unstated",
	"New York City"},
    {"machine-learning-engineer", "ml/aigraduate-ml", "", 145000, 200000, "unstated", "Remote"},
    {"staff-principal-engineer", "ml/aigraduate-ml", "staff+", 300000, 500000, "unstated", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "", 128000, 280000, "total", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "entry", 160000, 200000, "total",
	"big-tech"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "entry", 120000, 120000, "base", "big-tech"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "mid", 200000, 280000, "total", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "senior", 300000, 400000, "total", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "senior", 220000, 220000, "base",
	"San Francisco"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "senior", 180000, 180000, "base", "Austin"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "", 180000, 250000, "unstated", "Remote"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "mid+", 250000, 400000, "unstated",
	"ai-first"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "", 180000, 250000, "unstated",
	"traditional"},
    {"machine-learning-engineer", "ml/aigraduate-mle", "entry", 160000, 160000, "unstated", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "+", 200000, 200000, "unstated", ""},
    {"machine-learning-engineer", "ml/aigraduate-mle", "entry", 120000, 120000, "unstated", ""},
    {"machine-learning", "ml/bouchrika-2026", "+", 90000, 200000, "unstated", "US"},
    {"machine-learning-engineer", "ml/bouchrika-2026", "", 110000, 160000, "unstated", "US"},
    {"data-scientist", "ml/bouchrika-2026", "", 95000, 150000, "unstated", "US"},
    {"research-scientist", "ml/bouchrika-2026", "", 120000, 180000, "unstated", "US"},
    {"computer-vision-engineer", "ml/bouchrika-2026", "", 100000, 155000, "unstated", "US"},
    {"robotics-engineer", "ml/bouchrika-2026", "", 90000, 140000, "unstated", "US"},
    {"machine-learning-engineer", "ml/career-guide-2025", "", 135000, 215000, "unstated", "US"},
    {"machine-learning-engineer", "ml/career-guide-2025", "mid", 120000, 200000, "unstated", ""},
    {"data-scientist", "ml/career-guide-2025", "", 95000, 180000, "unstated", ""},
    {"research-scientist", "ml/career-guide-2025", "", 200000, 400000, "unstated", "big-tech"},
    {"machine-learning", "ml/career-guide-2025", "entry", 70000, 95000, "unstated", ""},
    {"machine-learning", "ml/career-guide-2025", "mid", 120000, 180000, "unstated", ""},
    {"machine-learning-engineer", "ml/career-guide-2025", "senior", 200000, 350000, "unstated",
	"growth-stage"},
    {"head-of-machine-learning", "ml/career-guide-2025", "executive+", 500000, 500000, "total",
	"big-tech"},
    {"vp-of-ai", "ml/career-guide-2025", "executive+", 500000, 500000, "total", "big-tech"},
    {"chief-data-officer", "ml/career-guide-2025", "executive+", 500000, 500000, "total",
	"big-tech"},
};

static void
test_pay(void **state)
{
	struct stmt *st =
	    ask("SELECT count(*) FROM figure_row f JOIN source c ON c.id = f.source_id"
		" WHERE f.measure = 'pay' AND f.about_key = ?1 AND c.key = ?2"
		" AND coalesce(f.level, '') || CASE WHEN f.open = 'high' THEN '+' ELSE '' END = ?3"
		" AND coalesce(f.low, f.value) = ?4 AND coalesce(f.high, f.value) = ?5"
		" AND coalesce(f.basis, 'unstated') = ?6 AND f.unit = 'USD'"
		" AND ?7 IN (coalesce(f.place, ''), coalesce(f.employer, ''))");
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(pays); i++) {
		const struct pay *p = &pays[i];

		stmt_bind_text(st, 1, p->role);
		stmt_bind_text(st, 2, p->source);
		stmt_bind_text(st, 3, p->level);
		stmt_bind_num(st, 4, p->low);
		stmt_bind_num(st, 5, p->high);
		stmt_bind_text(st, 6, p->basis);
		stmt_bind_text(st, 7, p->where);
		if (stmt_step(st, &e) != 1 || stmt_int(st, 0) != 1)
			fail_msg("%s %s %s %g-%g %s %s: %d figures", p->role, p->source, p->level,
			    p->low, p->high, p->basis, p->where, (int)stmt_int(st, 0));
		stmt_reset(st);
	}
	stmt_finalize(st);
	/* and no others */
	assert_int_equal(
	    packdir_count(
		db, "SELECT count(*) FROM figure_row WHERE measure = 'pay' AND pack = 'ml'"),
	    COUNT(pays));
}

static void
test_growth(void **state)
{
	(void)state;
	assert_string_equal(
	    packdir_ask(db,
		"SELECT group_concat(v) FROM (SELECT value AS v FROM figure_row WHERE"
		" pack = 'ml' AND measure = 'growth' AND unit = 'percent' ORDER BY id)"),
	    "35.0,35.0,35.0,220.0,36.0,22.0,15.0");
	assert_int_equal(
	    packdir_count(
		db, "SELECT horizon_years FROM figure_row WHERE value = 220 AND pack = 'ml'"),
	    5);
	assert_int_equal(packdir_count(db,
			     "SELECT count(*) FROM figure_row WHERE value = 35"
			     " AND measure = 'growth' AND per = 'year'"),
	    3);
}

/* --- where it stands ---------------------------------------------------------------------------- */

static size_t
words_in(const char *s)
{
	size_t n = 0;

	for (s += strspn(s, " "); *s != '\0'; n++) {
		s += strcspn(s, " ");
		s += strspn(s, " ");
	}
	return n;
}

static void
test_words_and_places(void **state)
{
	struct stmt *tables =
	    ask("SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE"
		" m.type = 'table' AND c.name IN ('words', 'as', 'locator', 'page') ORDER BY 1, 2");
	struct err e;
	size_t n = 0;

	(void)state;
	while (stmt_step(tables, &e) == 1) {
		bool place = strcmp(stmt_str(tables, 1), "locator") == 0
		    || strcmp(stmt_str(tables, 1), "page") == 0;
		char sql[200];
		struct stmt *st;

		snprintf(sql, sizeof sql, "SELECT \"%s\" FROM \"%s\"", stmt_str(tables, 1),
		    stmt_str(tables, 0));
		st = ask(sql);
		for (; stmt_step(st, &e) == 1; n++) {
			if (place && words_in(stmt_str(st, 0)) == 0)
				fail_msg("%s without a place", stmt_str(tables, 0));
			if (!place && words_in(stmt_str(st, 0)) > 8)
				fail_msg("%s: \"%s\"", stmt_str(tables, 0), stmt_str(st, 0));
		}
		stmt_finalize(st);
	}
	stmt_finalize(tables);
	assert_true(n > 1500);
}

/* --- the lists of facts that the packs were made from --------------------------------------------- */

enum { FIELDS = 24 };

/* Splits a line at tabs in place; absent fields are "". */
static void
split(char *line, const char *field[FIELDS])
{
	for (size_t i = 0; i < FIELDS; i++) {
		field[i] = line;
		line += strcspn(line, "\t");
		if (*line == '\t')
			*line++ = '\0';
	}
}

/* Calls `each` for every line behind the comments and the heading; returns how many, -1 without file. */
static int
each_line(
    const char *path, void (*each)(const char *field[FIELDS], struct stmt *st), struct stmt *st)
{
	struct buf text = BUF_INIT;
	struct err e;
	int n = -2; /* the heading */

	if (!file_exists(path))
		return -1;
	assert_ok(file_read(path, 1 << 24, &text, &e));
	for (char *line = strtok(text.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		const char *field[FIELDS];

		if (*line == '#' || ++n < 0)
			continue;
		split(line, field);
		each(field, st);
	}
	buf_free(&text);
	return n + 1;
}

static void
bind_number(struct stmt *st, int pos, const char *s)
{
	if (*s == '\0')
		stmt_bind_null(st, pos);
	else
		stmt_bind_num(st, pos, strtod(s, NULL));
}

/* school program cost months audience url */
static void
look_for_program(const char *field[FIELDS], struct stmt *st)
{
	struct err e;

	stmt_bind_text(st, 1, field[0]);
	stmt_bind_text(st, 2, field[4]);
	bind_number(st, 3, field[10]);
	bind_number(st, 4, field[8]);
	stmt_bind_text(st, 5, *field[10] ? field[13] : "");
	stmt_bind_text(st, 6, field[20]);
	bind_number(st, 7, field[9]);
	stmt_bind_text(st, 8, field[19]);
	if (stmt_step(st, &e) != 1 || stmt_int(st, 0) == 0)
		fail_msg("%s, %s: no fact with %s %s, %s months, %s", field[0], field[4], field[10],
		    field[11], field[8], field[20]);
	stmt_reset(st);
}

static void
test_all_programs(void **state)
{
	struct stmt *st = ask(
	    "SELECT count(*) FROM program_fact f JOIN program p ON p.id = f.parent_id"
	    " JOIN school s ON s.id = p.school_id WHERE s.name = ?1 AND p.name = ?2 AND f.cost IS ?3"
	    " AND f.months IS ?4 AND coalesce(f.audience, '') = ?5 AND (f.page = ?6 OR ?6 = '')"
	    " AND f.months_max IS ?7 AND f.confidence = ?8");
	int n = each_line(FACTS "programs.tsv", look_for_program, st);

	(void)state;
	stmt_finalize(st);
	if (n < 0)
		skip();
	assert_int_equal(n, 306);
}

/* soc title employment mean p10 p25 median p75 p90 growth openings */
static void
look_for_occupation(const char *field[FIELDS], struct stmt *st)
{
	struct err e;
	struct buf code = BUF_INIT;

	if (*field[2] == '\0')
		return;
	buf_addf(&code, "%%\"soc:%s\"%%", field[0]);
	stmt_bind_text(st, 1, code.data);
	bind_number(st, 2, field[2]);
	bind_number(st, 3, field[6]);
	bind_number(st, 4, field[4]);
	bind_number(st, 5, field[3]);
	if (stmt_step(st, &e) != 1 || stmt_int(st, 0) == 0)
		fail_msg("%s %s: employment %s, median %s", field[0], field[1], field[2], field[6]);
	stmt_reset(st);
	buf_free(&code);
}

static void
test_occupations(void **state)
{
	struct stmt *st = ask("SELECT count(*) FROM role r WHERE (r.codes LIKE ?1)"
			      " AND EXISTS (SELECT 1 FROM figure_row f WHERE f.about_id = r.id"
			      " AND f.measure = 'employment' AND f.value = ?2)"
			      " AND EXISTS (SELECT 1 FROM figure_row f WHERE f.about_id = r.id"
			      " AND f.measure = 'pay' AND f.p50 IS ?3 AND f.p10 IS ?4)"
			      " AND EXISTS (SELECT 1 FROM figure_row f WHERE f.about_id = r.id"
			      " AND f.measure = 'pay' AND f.statistic = 'mean' AND f.value = ?5)");
	int n = each_line(FACTS "occupations.tsv", look_for_occupation, st);

	(void)state;
	stmt_finalize(st);
	if (n < 0)
		skip();
	assert_true(n >= 24);
}

/* title level n p10 p25 median p75 p90 */
static void
look_for_postings(const char *field[FIELDS], struct stmt *st)
{
	static const char *const levels[][2] = {
	    {"EN", "entry"}, {"MI", "mid"}, {"SE", "senior"}, {"EX", "executive"}};
	const char *level = "";
	struct err e;

	for (size_t i = 0; i < COUNT(levels); i++)
		if (strcmp(field[1], levels[i][0]) == 0)
			level = levels[i][1];
	stmt_bind_text(st, 1, level);
	bind_number(st, 2, field[2]);
	for (int i = 3; i < 8; i++)
		bind_number(st, i, field[i]);
	if (stmt_step(st, &e) != 1 || stmt_int(st, 0) != 1)
		fail_msg(
		    "%s %s n %s: %d figures", field[0], field[1], field[2], (int)stmt_int(st, 0));
	stmt_reset(st);
}

static void
test_postings(void **state)
{
	struct stmt *st =
	    ask("SELECT count(*) FROM figure_row WHERE measure = 'pay' AND level = ?1"
		" AND n = ?2 AND p10 = ?3 AND p25 = ?4 AND p50 = ?5 AND p75 = ?6 AND p90 = ?7");
	int n = each_line(FACTS "postings-pay.tsv", look_for_postings, st);

	(void)state;
	stmt_finalize(st);
	if (n < 0)
		skip();
	assert_true(n >= 55);
}

/* --- names ---------------------------------------------------------------------------------------- */

struct owner {
	enum thing kind;
	int64_t id;
	const char *key;
	struct buf *wrong; /* a line for each name that leads elsewhere */
};

static void
check_alias(void *ctx, const char *text, size_t len)
{
	const struct owner *o = ctx;
	char *alias = mem_ndup(text, len);
	enum thing kind;
	int64_t id;
	struct err e;

	if (!thing_find(db, alias, &kind, &id, &e))
		buf_addf(o->wrong, "%s: %s\n", o->key, e.text);
	else if (kind == o->kind && id != o->id)
		buf_addf(o->wrong, "%s: \"%s\" names another\n", o->key, alias);
	free(alias);
}

/* Whatever a thing is called finds it, and no other of its kind. */
static void
test_names(void **state)
{
	static const struct {
		enum thing kind;
		const char *sql;
	} kinds[] = {
	    {THING_ROLE, "SELECT id, slug, json_array(title), aliases FROM role"},
	    {THING_SKILL, "SELECT id, slug, json_array(name), aliases FROM skill"},
	    {THING_TERM, "SELECT id, slug, json_array(term), aliases FROM term"},
	    {THING_SOURCE, "SELECT id, key, json_array(title, short), NULL FROM source"},
	};

	struct buf tmp = BUF_INIT, wrong = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct stmt *st = ask(kinds[i].sql);
		struct err e;

		while (stmt_step(st, &e) == 1) {
			struct owner o = {kinds[i].kind, stmt_int(st, 0), stmt_str(st, 1), &wrong};

			jsonlist_each(stmt_str(st, 2), &tmp, check_alias, &o);
			if (!stmt_null(st, 3))
				jsonlist_each(stmt_str(st, 3), &tmp, check_alias, &o);
		}
		stmt_finalize(st);
	}
	if (wrong.len > 0)
		fail_msg("%s", wrong.data);
	buf_free(&tmp);
	buf_free(&wrong);
}

/* Programs of a role: its cell in the list, its page and the list of programs count the same, whether
 * they are open or not. */
static void
test_program_counts(void **state)
{
	struct frame roles, programs;
	struct view rv, pv;
	struct pagecat c;
	struct buf b = BUF_INIT;
	struct err why, e;
	int slug, count;

	(void)state;
	assert_ok(listview_open(&roles, &rv, &list_roles, db, &why, &e));
	assert_ok(listview_open(&programs, &pv, &list_programs, db, &why, &e));
	pagecat_init(&c, db);
	slug = frame_col(roles.spec, "slug");
	count = frame_col(roles.spec, "programs");
	for (uint32_t i = 0; i < roles.rows; i++) {
		uint32_t said = (uint32_t)frame_num(&roles, count, i);

		buf_clear(&b);
		buf_addf(&b, "role:%s", frame_text(&roles, slug, i));
		view_set(&pv, said > 0 ? b.data : "zzz", false);
		assert_int_equal(pv.nrows, said);
		pagecat_page(&c, 100, false);
		assert_ok(page_role(&c.p, &c.r, roles.id[i], ROLE_PROGRAMS, LEVEL_ENTRY, &e));
		buf_clear(&b);
		buf_addf(&b, "%u of the 233 programs held here", said);
		assert_contains(pagecat_text(&c, true), b.data);
	}
	/* One that counts withdrawn ones says so. */
	pagecat_page(&c, 100, false);
	assert_ok(page_role(&c.p, &c.r, pagecat_id(&c, "machine-learning-engineer"), ROLE_PROGRAMS,
	    LEVEL_ENTRY, &e));
	assert_contains(pagecat_text(&c, true), " withdrawn); ");
	view_free(&rv);
	view_free(&pv);
	frame_free(&roles);
	frame_free(&programs);
	buf_free(&b);
	c.db = NULL;
	pagecat_free(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_clean),
	    cmocka_unit_test(test_counts),
	    cmocka_unit_test(test_pay),
	    cmocka_unit_test(test_growth),
	    cmocka_unit_test(test_words_and_places),
	    cmocka_unit_test(test_all_programs),
	    cmocka_unit_test(test_occupations),
	    cmocka_unit_test(test_postings),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_program_counts),
	};

	return cmocka_run_group_tests(tests, open_catalog, close_catalog);
}
