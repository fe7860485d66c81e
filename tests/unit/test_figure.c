#include "career/model/figure.h"
#include "career/store/catalog.h"
#include "check.h"
#include "packcat.h"

#include <math.h>

static struct err e;
static struct arena arena;

static int
setup(void **state)
{
	(void)state;
	arena_init(&arena);
	err_clear(&e);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* --- words and intervals --------------------------------------------------------------------- */

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(basis_word(BASIS_UNSTATED), "unstated");
	assert_string_equal(basis_word(BASIS_TOTAL), "total");
	assert_string_equal(level_word(LEVEL_ENTRY), "entry");
	assert_string_equal(level_word(LEVEL_ALL), "all");
	assert_string_equal(level_says(LEVEL_ENTRY), "first job");
	assert_string_equal(level_says(LEVEL_UNSTATED), "level not said");
	assert_string_equal(source_kind_word(SOURCE_POSTINGS), "postings");
	assert_string_equal(source_kind_word(SOURCE_EDITORIAL), "editorial");
	for (int l = 0; l < LEVEL_COUNT; l++)
		assert_true(
		    level_word((enum level)l)[0] != '\0' && level_says((enum level)l)[0] != '\0');
}

static struct figure
blank(enum statistic stat)
{
	struct figure f = {.stat = stat, .missing = "", .unit = "USD", .per = ""};

	f.low = f.high = f.value = f.p10 = f.p25 = f.p50 = f.p75 = f.p90 = NAN;
	return f;
}

static void
check_interval(const struct figure *f, double lo, double hi, bool range)
{
	double got_lo = NAN, got_hi = NAN;

	assert_true(figure_interval(f, &got_lo, &got_hi));
	assert_float_equal(got_lo, lo, 0);
	assert_float_equal(got_hi, hi, 0);
	assert_int_equal(figure_is_range(f), range);
}

static void
test_interval(void **state)
{
	struct figure f = blank(STAT_RANGE);
	double lo, hi;

	(void)state;
	assert_false(figure_interval(&f, &lo, &hi));
	f.low = 120;
	assert_false(figure_interval(&f, &lo, &hi));
	assert_false(figure_is_range(&f));
	f.high = 160;
	check_interval(&f, 120, 160, true);
	f.missing = "suppressed";
	assert_false(figure_interval(&f, &lo, &hi));
	assert_false(figure_is_range(&f));
	f = blank(STAT_POINT);
	assert_false(figure_interval(&f, &lo, &hi));
	f.value = 7;
	check_interval(&f, 7, 7, false);
	f.stat = STAT_MEDIAN;
	check_interval(&f, 7, 7, false);
	f.stat = STAT_RANK;
	assert_false(figure_interval(&f, &lo, &hi));
	f.stat = STAT_CATEGORY;
	assert_false(figure_interval(&f, &lo, &hi));
}

static void
test_interval_of_percentiles(void **state)
{
	struct figure f = blank(STAT_PERCENTILES);
	double lo, hi;

	(void)state;
	assert_false(figure_interval(&f, &lo, &hi));
	f.p90 = 90;
	check_interval(&f, 90, 90, false);
	f.p10 = 10;
	check_interval(&f, 10, 90, false);
	f.p50 = 50;
	check_interval(&f, 50, 50, false);
	f.p25 = 25;
	check_interval(&f, 50, 50, false);
	f.p75 = 75;
	check_interval(&f, 25, 75, true);
}

/* --- loading --------------------------------------------------------------------------------- */

/* A catalog with one source, two roles and the given figures. */
static struct db *
small_catalog(const char *figures)
{
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	assert_ok(db_exec(db,
	    "INSERT INTO source (id, pack, key, title, short, publisher, kind, published,"
	    " published_year) VALUES (3, 'p', 'p/a', 'A guide', 'guide', 'site', 'survey',"
	    " 'May 2024', 2024),"
	    " (9, 'p', 'p/b', 'B', 'b', 'site', 'official', NULL, NULL);"
	    "INSERT INTO role (id, pack, slug, title, kind, family, serves) VALUES"
	    " (1, 'p', 'welder', 'Welder', 'role', 'x', NULL),"
	    " (2, 'p', 'metal', 'Metal', 'specialization', 'x', '[\"smith\",\"welder\"]'),"
	    " (4, 'p', 'smith', 'Smith', 'occupation', 'x', NULL)",
	    &e));
	assert_ok(db_exec(db, figures, &e));
	assert_ok(stmt_run(db_query(db, "derive_served", &e), &e));
	return db;
}

/* Every column has a value of its own: none may land in another's place. */
static void
test_every_column(void **state)
{
	struct db *db = small_catalog(
	    "INSERT INTO figure_row VALUES (5, 'p', 'role', 'welder', 1, 'pay',"
	    " 'percentiles', 101, 102,"
	    " 103, 104, 105, 106, 107, 108, 'word', '[\"p90\"]', NULL, 'low', 'EUR',"
	    " 'hour', 'total', 1,"
	    " 'mid', 3, 5, 'Rome', 'startup', 'young ones', 2020, 2030, 10, 'June 2023',"
	    " 2023, 77,"
	    " 'high', 'somebody', 1, 'tips', 'a note', 3, 'p. 4', 'their words')");
	struct sources src;
	struct figure f;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figure_by_id(&f, db, &src, 5, &arena, &e));
	assert_int_equal(f.id, 5);
	assert_ptr_equal(f.source, &src.s[0]);
	assert_string_equal(f.about_kind, "role");
	assert_string_equal(f.about_key, "welder");
	assert_int_equal(f.about_id, 1);
	assert_string_equal(f.measure, "pay");
	assert_int_equal(f.stat, STAT_PERCENTILES);
	assert_float_equal(f.low, 101, 0);
	assert_float_equal(f.high, 102, 0);
	assert_float_equal(f.value, 103, 0);
	assert_float_equal(f.p10, 104, 0);
	assert_float_equal(f.p25, 105, 0);
	assert_float_equal(f.p50, 106, 0);
	assert_float_equal(f.p75, 107, 0);
	assert_float_equal(f.p90, 108, 0);
	assert_string_equal(f.text, "word");
	assert_string_equal(f.missing, "");
	assert_true(f.top_coded && f.open_low && !f.open_high);
	assert_string_equal(f.unit, "EUR");
	assert_string_equal(f.per, "hour");
	assert_int_equal(f.basis, BASIS_TOTAL);
	assert_true(f.basis_implied && f.card && !f.borrowed && !f.near);
	assert_int_equal(f.level, LEVEL_MID);
	assert_float_equal(f.years_lo, 3, 0);
	assert_float_equal(f.years_hi, 5, 0);
	assert_string_equal(f.place, "Rome");
	assert_string_equal(f.employer, "startup");
	assert_string_equal(f.employer_words, "young ones");
	assert_float_equal(f.horizon_lo, 2020, 0);
	assert_float_equal(f.horizon_hi, 2030, 0);
	assert_float_equal(f.horizon_years, 10, 0);
	assert_string_equal(f.as_of, "June 2023");
	assert_int_equal(f.as_of_year, 2023);
	assert_int_equal(f.n, 77);
	assert_string_equal(f.confidence, "high");
	assert_string_equal(f.attributed, "somebody");
	assert_string_equal(f.excludes, "tips");
	assert_string_equal(f.note, "a note");
	assert_string_equal(f.locator, "p. 4");
	assert_string_equal(f.words, "their words");
	db_close(db);
}

static void
test_absent_is_not_zero(void **state)
{
	struct db *db =
	    small_catalog("INSERT INTO figure_row (id, pack, about_kind, about_key, about_id,"
			  " measure, statistic, missing, unit, source_id, locator) VALUES (6, 'p',"
			  " 'role', 'welder', 1,"
			  " 'pay', 'median', 'suppressed', 'USD', 3, 'x')");
	struct sources src;
	struct figure f;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figure_by_id(&f, db, &src, 6, &arena, &e));
	assert_true(isnan(f.low) && isnan(f.value) && isnan(f.p75) && isnan(f.years_lo));
	assert_string_equal(f.missing, "suppressed");
	assert_string_equal(f.place, "");
	assert_int_equal(f.level, LEVEL_UNSTATED);
	assert_int_equal(f.basis, BASIS_UNSTATED);
	assert_false(f.open_low || f.open_high || f.top_coded || f.card);
	assert_false(figure_by_id(&f, db, &src, 60, &arena, &e));
	assert_int_equal(e.code, ERR_NOTFOUND);
	db_close(db);
}

#define FIGURE                                                                                     \
	"INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic,"   \
	" value, p25, p75, top_coded, open, unit, level, source_id, locator) VALUES "

static void
test_ends(void **state)
{
	struct db *db = small_catalog(
	    FIGURE "(1, 'p', 'role', 'welder', 1, 'pay', 'percentiles', NULL, 1, 2,"
		   " '[\"p75\",\"p90\"]', NULL,"
		   " 'USD', NULL, 3, 'x'),"
		   "(2, 'p', 'role', 'welder', 1, 'pay', 'point', 5, NULL, NULL, NULL, 'high',"
		   " 'USD', NULL, 3, 'x'),"
		   "(3, 'p', 'role', 'welder', 1, 'pay', 'median', 5, NULL, NULL, '[\"value\"]',"
		   " NULL, 'USD', NULL,"
		   " 3, 'x'),"
		   "(4, 'p', 'role', 'welder', 1, 'pay', 'point', 5, NULL, NULL, '[]', 'both',"
		   " 'USD', NULL, 3, 'x')");
	struct sources src;
	struct figures figs;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figures_of_role(&figs, db, &src, 1, "pay", &arena, &e));
	assert_int_equal(figs.n, 4);
	assert_true(figs.f[0].open_high && figs.f[0].top_coded && !figs.f[0].open_low);
	assert_true(figs.f[1].open_high && !figs.f[1].top_coded && !figs.f[1].open_low);
	assert_true(figs.f[2].open_high && figs.f[2].top_coded);
	assert_true(figs.f[3].open_high && figs.f[3].open_low && !figs.f[3].top_coded);
	db_close(db);
}

/* A specialization's figures are borrowed by the roles it serves, and by nobody else. */
static void
test_borrowed(void **state)
{
	struct db *db = small_catalog(
	    FIGURE "(1, 'p', 'role', 'metal', 2, 'pay', 'point', 10, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 9, 'x'),"
		   "(2, 'p', 'role', 'welder', 1, 'pay', 'point', 20, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 3, 'x'),"
		   "(3, 'p', 'role', 'welder', 1, 'cost', 'point', 30, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 3, 'x'),"
		   "(4, 'p', 'skill', 'arc', 1, 'pay', 'point', 40, NULL, NULL, NULL, NULL, 'USD',"
		   " NULL, 3, 'x'),"
		   "(5, 'p', 'role', 'metal', 2, 'pay', 'point', 50, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 3, 'x')");
	struct sources src;
	struct figures figs;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figures_of_role(&figs, db, &src, 1, "pay", &arena, &e));
	assert_int_equal(figs.n, 3);
	assert_true(figs.f[0].borrowed && !figs.f[1].borrowed && figs.f[2].borrowed);
	assert_int_equal(figs.f[2].id, 5);
	assert_ok(figures_of_role(&figs, db, &src, 2, "pay", &arena, &e));
	assert_int_equal(figs.n, 2);
	assert_false(figs.f[0].borrowed);
	assert_ok(figures_all(&figs, db, &src, "pay", &arena, &e));
	assert_int_equal(figs.n, 3);
	assert_int_equal(figs.f[0].about_id, 1);
	assert_int_equal(figs.f[1].id, 1);
	src.s[0].on = false;
	assert_ok(figures_of_role(&figs, db, &src, 1, "pay", &arena, &e));
	assert_int_equal(figs.n, 1);
	assert_int_equal(figs.f[0].source->id, 9);
	db_close(db);
}

static void
test_nearest_are_official(void **state)
{
	struct db *db = small_catalog(
	    FIGURE "(1, 'p', 'role', 'smith', 4, 'pay', 'point', 10, NULL, NULL, NULL, NULL,"
		   " 'USD', 'all', 9, 'x'),"
		   "(2, 'p', 'role', 'smith', 4, 'pay', 'point', 20, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 3, 'x'),"
		   "(3, 'p', 'role', 'metal', 2, 'pay', 'point', 30, NULL, NULL, NULL, NULL,"
		   " 'USD', NULL, 9, 'x');"
		   "INSERT INTO nearest VALUES (1, 'p', 1, 2, 'why', 3, 'x'), (2, 'p', 1, 4,"
		   " 'why', 3, 'x'),"
		   " (3, 'p', 1, 4, 'again', 9, 'x')");
	struct sources src;
	struct figures figs;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figures_nearest(&figs, db, &src, 1, "pay", &arena, &e));
	assert_int_equal(figs.n, 2);
	assert_int_equal(figs.f[0].id, 3);
	assert_int_equal(figs.f[1].id, 1);
	assert_true(figs.f[0].near && figs.f[1].near && !figs.f[0].borrowed);
	assert_int_equal(figs.f[1].level, LEVEL_ALL);
	assert_ok(figures_nearest(&figs, db, &src, 4, "pay", &arena, &e));
	assert_int_equal(figs.n, 0);
	db_close(db);
}

static void
test_unknown_words_are_errors(void **state)
{
	static const struct {
		const char *change, *says;
	} cases[] = {
	    {"UPDATE figure_row SET statistic = 'mode'", "figure 1: statistic 'mode'"},
	    {"UPDATE figure_row SET basis = 'net'", "figure 1: basis 'net'"},
	    {"UPDATE figure_row SET level = 'intern'", "figure 1: level 'intern'"},
	    {"UPDATE figure_row SET source_id = 44", "source 44"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct db *db =
		    small_catalog(FIGURE "(1, 'p', 'role', 'welder', 1, 'pay', 'point', 10,"
					 " NULL, NULL, NULL, NULL, 'USD', NULL, 9, 'x')");
		struct sources src;
		struct figures figs;

		assert_ok(sources_load(&src, db, &arena, &e));
		assert_ok(figures_of_role(&figs, db, &src, 1, "pay", &arena, &e));
		assert_ok(db_exec(db, "PRAGMA foreign_keys = OFF", &e));
		assert_ok(db_exec(db, cases[i].change, &e));
		assert_false(figures_of_role(&figs, db, &src, 1, "pay", &arena, &e));
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, cases[i].says);
		assert_ok(db_exec(db, "UPDATE source SET kind = 'rumour'", &e));
		assert_false(sources_load(&src, db, &arena, &e));
		assert_contains(e.text, "source p/a: kind 'rumour'");
		db_close(db);
	}
}

static void
test_sources(void **state)
{
	struct db *db = small_catalog("SELECT 1");
	struct sources src;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_int_equal(src.n, 2);
	assert_string_equal(src.s[0].key, "p/a");
	assert_string_equal(src.s[0].title, "A guide");
	assert_string_equal(src.s[0].short_name, "guide");
	assert_string_equal(src.s[0].publisher, "site");
	assert_string_equal(src.s[0].published, "May 2024");
	assert_string_equal(src.s[0].url, "");
	assert_int_equal(src.s[0].kind, SOURCE_SURVEY);
	assert_int_equal(src.s[0].year, 2024);
	assert_int_equal(src.s[1].year, 0);
	assert_true(src.s[0].on && src.s[1].on);
	assert_ptr_equal(sources_by_id(&src, 3), &src.s[0]);
	assert_ptr_equal(sources_by_id(&src, 9), &src.s[1]);
	assert_null(sources_by_id(&src, 4));
	assert_null(sources_by_id(&src, 10));
	src.n = 0;
	assert_null(sources_by_id(&src, 3));
	db_close(db);
}

/* --- the bundled packs ----------------------------------------------------------------------- */

static void
test_bundled(void **state)
{
	struct db *db = packcat_open();
	struct sources src;
	struct figures figs;
	size_t cards = 0, borrowed = 0;

	(void)state;
	assert_ok(sources_load(&src, db, &arena, &e));
	assert_ok(figures_of_role(
	    &figs, db, &src, packcat_role(db, "machine-learning-engineer"), "pay", &arena, &e));
	assert_true(figs.n > 20);
	for (size_t i = 0; i < figs.n; i++) {
		cards += figs.f[i].card;
		borrowed += figs.f[i].borrowed;
		assert_true(i == 0 || figs.f[i - 1].id < figs.f[i].id);
		assert_true(figs.f[i].locator[0] != '\0');
	}
	assert_int_equal(cards, 2);
	assert_int_equal(borrowed, 5);
	assert_ok(figures_nearest(
	    &figs, db, &src, packcat_role(db, "machine-learning-engineer"), "growth", &arena, &e));
	assert_int_equal(figs.n, 3);
	db_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_words),
	    cmocka_unit_test(test_interval),
	    cmocka_unit_test(test_interval_of_percentiles),
	    cmocka_unit_test(test_every_column),
	    cmocka_unit_test(test_absent_is_not_zero),
	    cmocka_unit_test(test_ends),
	    cmocka_unit_test(test_borrowed),
	    cmocka_unit_test(test_nearest_are_official),
	    cmocka_unit_test(test_unknown_words_are_errors),
	    cmocka_unit_test(test_sources),
	    cmocka_unit_test(test_bundled),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
