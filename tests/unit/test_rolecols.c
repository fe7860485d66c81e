#include "career/model/agree.h"
#include "career/model/rolecols.h"
#include "career/query/field.h"
#include "check.h"
#include "packcat.h"

#include <math.h>

static struct err e;
static struct arena arena;
static struct db *db;
static struct sources src;
static struct frame roles;

static int
setup(void **state)
{
	(void)state;
	err_clear(&e);
	arena_init(&arena);
	db = packcat_open();
	return sources_load(&src, db, &arena, &e)
		&& frame_build(&roles, list_frame_spec(&list_roles), db, &e)
	    ? 0
	    : -1;
}

static int
teardown(void **state)
{
	(void)state;
	frame_free(&roles);
	db_close(db);
	arena_free(&arena);
	return 0;
}

static uint32_t
row_of(const char *slug)
{
	uint32_t row = frame_find(&roles, (int32_t)packcat_role(db, slug));

	assert_true(row < roles.rows);
	return row;
}

static int32_t
num(const char *slug, const char *col)
{
	return frame_num(&roles, frame_col(roles.spec, col), row_of(slug));
}

static const char *
text(const char *slug, const char *col)
{
	return frame_text(&roles, frame_col(roles.spec, col), row_of(slug));
}

static void
test_engineer(void **state)
{
	const char *const slug = "machine-learning-engineer";

	(void)state;
	assert_true(frame_is_missing(num(slug, "pay_low")));
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	assert_int_equal(num(slug, "pay_low"), 120000);
	assert_int_equal(num(slug, "pay_high"), 160000);
	assert_int_equal(num(slug, "pay_publishers"), 3);
	assert_string_equal(text(slug, "pay_currency"), "USD");
	assert_string_equal(text(slug, "pay_basis"), "unstated");
	assert_string_equal(text(slug, "pay_level"), "entry");
	assert_string_equal(text(slug, "title"), "Machine Learning Engineer");
}

/* Its own official projection, else the median of its nearest occupations'; no guide's claim. */
static void
test_growth(void **state)
{
	(void)state;
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	assert_int_equal(num("data-scientists", "growth"), lround(10 * growth_compound(33.5, 10)));
	assert_int_equal(num("data-scientist", "growth"), num("data-scientists", "growth"));
	assert_int_equal(num("machine-learning-engineer", "growth"),
	    num("computer-and-information-research-scientists", "growth"));
	assert_int_equal(num("mathematicians", "growth"), -1);
	assert_int_equal(num("machine-learning", "growth"), FRAME_MISSING + MISSING_NOT_STATED);
}

static void
test_odd_answers(void **state)
{
	(void)state;
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	/* "500K+" has no upper end. */
	assert_int_equal(num("vp-of-ai", "pay_low"), 500000);
	assert_int_equal(num("vp-of-ai", "pay_high"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_string_equal(text("vp-of-ai", "pay_basis"), "total");
	/* Nobody gives a figure: absent, not 0. */
	assert_int_equal(num("ai-ethicist", "pay_low"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_int_equal(num("ai-ethicist", "pay_publishers"), FRAME_MISSING + MISSING_NOT_STATED);
	assert_string_equal(text("ai-ethicist", "pay_level"), "");
	/* An occupation: the official quartiles of all levels. */
	assert_int_equal(num("data-scientists", "pay_publishers"), 1);
	assert_int_equal(num("data-scientists", "pay_low"), 82630);
	assert_int_equal(num("data-scientists", "pay_high"), 155810);
	assert_string_equal(text("data-scientists", "pay_basis"), "base");
	assert_string_equal(text("data-scientists", "pay_level"), "all");
}

/* The list says of every role what its own page says. */
static void
check_rows(void)
{
	size_t stated = 0;

	for (uint32_t i = 0; i < roles.rows; i++) {
		int32_t low = frame_num(&roles, frame_col(roles.spec, "pay_low"), i);
		struct figures figs;
		struct pay_answer ans;

		assert_ok(figures_of_role(&figs, db, &src, roles.id[i], "pay", &arena, &e));
		if (!agree_answer(&figs, &ans, &arena)) {
			assert_true(frame_is_missing(low));
			continue;
		}
		if (ans.publishers < 2 && ans.of > 1) { /* several speak, no two meet */
			assert_true(frame_is_missing(low));
			assert_int_equal(
			    frame_num(&roles, frame_col(roles.spec, "pay_publishers"), i), 0);
			continue;
		}
		stated++;
		assert_int_equal(low, lround(ans.low));
		assert_int_equal(
		    frame_num(&roles, frame_col(roles.spec, "pay_publishers"), i), ans.publishers);
		assert_string_equal(frame_text(&roles, frame_col(roles.spec, "pay_level"), i),
		    level_word(ans.level));
	}
	assert_true(stated > 10);
}

static void
test_list_and_page_agree(void **state)
{
	(void)state;
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	check_rows();
}

/* Switched off and on again: everything is computed anew. */
static void
test_sources_off(void **state)
{
	(void)state;
	for (size_t i = 0; i < src.n; i++)
		src.s[i].on = src.s[i].kind != SOURCE_OFFICIAL
		    && strcmp(src.s[i].publisher, "aigraduate.org") != 0;
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	assert_int_equal(num("machine-learning-engineer", "pay_low"), 115200);
	assert_int_equal(num("machine-learning-engineer", "pay_publishers"), 2);
	assert_true(frame_is_missing(num("machine-learning-engineer", "growth")));
	assert_true(frame_is_missing(num("data-scientists", "pay_low")));
	check_rows();
	for (size_t i = 0; i < src.n; i++)
		src.s[i].on = true;
	assert_ok(rolecols_fill(&roles, db, &src, &e));
	assert_int_equal(num("machine-learning-engineer", "pay_low"), 120000);
}

static void
test_other_frames(void **state)
{
	struct frame skills;

	(void)state;
	/* A list without these columns stays as it is. */
	assert_ok(frame_build(&skills, list_frame_spec(&list_skills), db, &e));
	assert_ok(rolecols_fill(&skills, db, &src, &e));
	frame_free(&skills);
	assert_ok(db_exec(db, "UPDATE figure_row SET statistic = 'mode' WHERE id = 3", &e));
	assert_false(rolecols_fill(&roles, db, &src, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_true(frame_is_missing(num("machine-learning-engineer", "pay_low")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_engineer, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_growth, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_odd_answers, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_list_and_page_agree, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sources_off, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_other_frames, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
