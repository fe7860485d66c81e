/* Dated parameters: those that the program carries, and what is wrong with others. */
#include "career/base/embedded.h"
#include "career/base/file.h"
#include "career/model/rules.h"
#include "check.h"
#include "manual.h"
#include "temp.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define PAGE "man/career-rules.5"

static struct rules rules;
static struct err e;

static void
read_built_in(void)
{
	const char *text = embedded_text("data/rules.yaml");

	assert_non_null(text);
	assert_ok(rules_read(&rules, "data/rules.yaml", text, strlen(text), &e));
}

static void
check_same(double got, double want)
{
	if (!(fabs(got - want) <= 0))
		fail_msg("%.9g, not %.9g", got, want);
}

/* --- the program's own ----------------------------------------------------------------------- */

static void
test_built_in(void **state)
{
	(void)state;
	read_built_in();
	check_same(rule_value(&rules, RULE_RATE_UNDERGRADUATE), 4.99);
	check_same(rule_value(&rules, RULE_RATE_GRADUATE), 7.54);
	check_same(rule_value(&rules, RULE_LOAN_YEARS), 10);
	check_same(rule_value(&rules, RULE_GE_ANNUAL), 8);
	check_same(rule_value(&rules, RULE_GE_DISCRETIONARY), 20);
	check_same(rule_value(&rules, RULE_ALL_JOBS_MEDIAN), 49500);
	/* What the rule of 2023 speaks of: about 21,870 dollars. */
	check_same(rule_in_year(&rules, RULE_POVERTY, 2023)->value
		* rule_value(&rules, RULE_GE_POVERTY_SHARE) / 100,
	    21870);
	for (int i = 0; i < RULE_COUNT; i++) {
		const struct rule *r = &rules.rule[i];

		assert_true(r->n > 0 && r->year >= 2014);
		assert_true(strncmp(r->url, "https://", 8) == 0);
		assert_true(r->title[0] != '\0' && r->source[0] != '\0');
		assert_string_equal(r->unit, rule_keys[i].unit);
	}
	assert_string_equal(rules.rule[RULE_LAW_YEARS].from, "2026-07-01");
	rules_free(&rules);
}

/* The median of all jobs is the one of the bundled pack. */
static void
test_all_jobs(void **state)
{
	struct buf pack = BUF_INIT;
	const char *at;
	char want[40];

	(void)state;
	read_built_in();
	assert_ok(file_read("data/packs/pay-us/figures.yaml", 1 << 22, &pack, &e));
	at = strstr(pack.data, "about: role:all-occupations");
	assert_non_null(at);
	snprintf(want, sizeof want, "p50: %.0f\n", rule_value(&rules, RULE_ALL_JOBS_MEDIAN));
	assert_non_null(strstr(at, want));
	assert_true(strstr(at, want) - at < 300);
	buf_free(&pack);
	rules_free(&rules);
}

static void
test_years(void **state)
{
	const struct rule *poverty = &rules.rule[RULE_POVERTY];

	(void)state;
	read_built_in();
	assert_null(rule_in_year(&rules, RULE_POVERTY, 2022));
	assert_int_equal(rule_in_year(&rules, RULE_POVERTY, 2023)->year, 2023);
	check_same(rule_in_year(&rules, RULE_POVERTY, 2023)->value, 14580);
	/* A later year has the newest there is, and that says of which year it is. */
	assert_ptr_equal(rule_in_year(&rules, RULE_POVERTY, 2090), &poverty->value[poverty->n - 1]);
	check_same(rule_value(&rules, RULE_POVERTY), poverty->value[poverty->n - 1].value);
	for (size_t i = 1; i < poverty->n; i++)
		assert_true(poverty->value[i].value > poverty->value[i - 1].value);
	check_same(rule_in_year(&rules, RULE_DISCOUNT, 2024)->value, 2);
	rules_free(&rules);
}

static void
test_awards(void **state)
{
	(void)state;
	read_built_in();
	check_same(rule_of_award(&rules, RULE_GE_YEARS, "certificate"), 10);
	check_same(rule_of_award(&rules, RULE_GE_YEARS, "mba"), 15);
	check_same(rule_of_award(&rules, RULE_GE_YEARS, "first-professional"), 20);
	assert_true(isnan(rule_of_award(&rules, RULE_GE_YEARS, "bootcamp")));
	assert_true(isnan(rule_of_award(&rules, RULE_GE_YEARS, "zebra")));
	assert_true(isnan(rule_of_award(&rules, RULE_GE_YEARS, NULL)));
	assert_true(isnan(rule_value(&rules, RULE_GE_YEARS)));
	assert_true(rule_graduate("mba") && rule_graduate("graduate-certificate"));
	assert_false(rule_graduate("bachelor") || rule_graduate("zebra") || rule_graduate(NULL));
	rules_free(&rules);
}

/* --- the person's ---------------------------------------------------------------------------- */

/* The built-in text with `from` once replaced by `to`. */
static struct buf
changed(const char *from, const char *to)
{
	struct buf text = BUF_INIT;
	const char *was = embedded_text("data/rules.yaml"), *at = strstr(was, from);

	assert_non_null(at);
	buf_add(&text, was, (size_t)(at - was));
	buf_adds(&text, to);
	buf_adds(&text, at + strlen(from));
	return text;
}

static void
test_own(void **state)
{
	struct buf text = changed("value: 49500", "value: 51,234");
	char *dir = temp_dir();
	char folder[300];

	(void)state;
	snprintf(folder, sizeof folder, "%s/career", dir);
	assert_ok(file_make_dirs(folder, &e));
	setenv("XDG_CONFIG_HOME", dir, 1);
	assert_ok(rules_load(&rules, &e));
	check_same(rule_value(&rules, RULE_ALL_JOBS_MEDIAN), 49500);
	rules_free(&rules);
	temp_write(temp_path(folder, "rules.yaml"), text.data, text.len);
	assert_ok(rules_load(&rules, &e));
	check_same(rule_value(&rules, RULE_ALL_JOBS_MEDIAN), 51234);
	rules_free(&rules);
	temp_write(temp_path(folder, "rules.yaml"), "rules: 7", 8);
	assert_false(rules_load(&rules, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, "rules.yaml:1:1: `rules:` was expected");
	rules_free(&rules);
	unsetenv("XDG_CONFIG_HOME");
	temp_remove(dir);
	buf_free(&text);
}

static void
check_wrong(const char *text, size_t len, const char *wrong)
{
	assert_false(rules_read(&rules, "x", text, len, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_contains(e.text, wrong);
	rules_free(&rules);
}

#define RULE(part) "rules: {discount-rate: {" part "}}"

static void
test_mistakes(void **state)
{
	static const struct {
		const char *text, *wrong;
	} cases[] = {
	    {"", "x: it is empty"},
	    {"[]", "x:1:1: `rules:` was expected"},
	    {"rules: []", "`rules:` was expected"},
	    {"rules: {}\nmore: 1", "`rules:` was expected"},
	    {"rules: {}", "x:1:8: the rule 'loan-rate-undergraduate' is missing"},
	    {"rules: {zebra: {}}", "x:1:9: 'zebra': no rule is called so"},
	    {"rules: {discount-rate: 2}", "x:1:24: a rule was expected"},
	    {RULE("titel: x"), "x:1:25: 'titel': a rule has no such key"},
	    {RULE("title: x"), "the key 'unit' is missing"},
	    {RULE("title: []"), "a text was expected"},
	    {RULE("title: ~"), "a text was expected"},
	    {RULE("title: ''"), "a text was expected"},
	    {RULE("unit: percent"), "x:1:31: 'percent a year' was expected"},
	    {RULE("from: soon"), "a year, month or day was expected"},
	    {RULE("from: 1900"), "a year, month or day was expected"},
	    {RULE("from: 2024-13"), "a year, month or day was expected"},
	    {RULE("from: 2024-07-32"), "a year, month or day was expected"},
	    {RULE("from: 2024-7"), "a year, month or day was expected"},
	    {RULE("from: 2024-07-011"), "a year, month or day was expected"},
	    {RULE("url: 'ftp://a.example/'"), "begins with https:// was expected"},
	    {RULE("value: many"), "x:1:32: a number from 0 to 100 was expected"},
	    {RULE("value: -1"), "a number from 0 to 100 was expected"},
	    {RULE("value: 101"), "a number from 0 to 100 was expected"},
	    {RULE("value: .inf"), "a number from 0 to 100 was expected"},
	    {RULE("value: [2]"), "a number from 0 to 100 was expected"},
	    {RULE("by-year: {2024: 2}"), "'by-year': 'value' was expected for this rule"},
	    {RULE("title: x, unit: percent a year, from: 2024, source: y, "
		  "url: 'https://a.example/'"),
		"its value is missing"},
	    {"rules: {poverty-guideline: {value: 15650}}",
		"'value': 'by-year' was expected for this rule"},
	    {"rules: {poverty-guideline: {by-year: {}}}", "one to 40 values were expected"},
	    {"rules: {poverty-guideline: {by-year: {24: 1}}}", "'24': a year was expected"},
	    {"rules: {poverty-guideline: {by-year: {2024: 1, 2023: 1}}}",
		"'2023': the years must rise"},
	    {"rules: {poverty-guideline: {by-year: {2024: x}}}", "a number from 0 to 1e+06"},
	    {"rules: {ge-years: {by-award: {zebra: 10}}}",
		"x:1:31: 'zebra': no award is called so"},
	    {"rules: {ge-years: {by-award: {mba: 0}}}", "a number from 1 to 60"},
	};
	struct buf text = changed("  discount-rate:", "  discount:");

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check_wrong(cases[i].text, strlen(cases[i].text), cases[i].wrong);
	check_wrong(text.data, text.len, "'discount': no rule is called so");
	buf_free(&text);
	text = changed("    title: Loan rate, graduate\n", "");
	check_wrong(text.data, text.len, "the key 'title' is missing: what people call it");
	buf_free(&text);
}

/* --- the manual ------------------------------------------------------------------------------ */

static void
make_rules(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < RULE_COUNT; i++) {
		const struct rule_key *k = &rule_keys[i];

		buf_addf(out, ".It Cm %s Pq %s%s\n", k->key, k->unit,
		    k->by == RULE_BY_YEAR        ? ", by year"
			: k->by == RULE_BY_AWARD ? ", by award"
						 : "");
		put_text(out, k->help);
	}
	buf_adds(out, ".El\n");
}

static void
make_parts(struct buf *out)
{
	buf_adds(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < nrule_parts; i++) {
		buf_addf(out, ".It Cm %s%s\n", rule_parts[i].key,
		    rule_parts[i].required ? " Pq required" : "");
		put_text(out, rule_parts[i].help);
	}
	buf_adds(out, ".El\n");
}

static void
test_manual(void **state)
{
	(void)state;
	check_block(PAGE, "rules", make_rules);
	check_block(PAGE, "parts", make_parts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_built_in),
	    cmocka_unit_test(test_all_jobs),
	    cmocka_unit_test(test_years),
	    cmocka_unit_test(test_awards),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_manual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
