/* The salary index: percentiles against those that were computed elsewhere, reasons, damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REAL "../shared/data/ai-jobs-salaries/salaries-2025-01-19.csv"
#define FACTS "../shared/facts/postings-pay.tsv"
#define HEADER                                                                                       \
	"work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd," \
	"employee_residence,remote_ratio,company_location,company_size\n"
#define LITTLE "fewer than 20 rows of this title, level, year and country"

#define PATHS(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct imported *
real(void)
{
	struct imported *x = imported_paths(&importer_jobs, PATHS(REAL));

	if (x == NULL) {
		skip();
		abort(); /* never reached: skip() leaves the test */
	}
	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

static struct imported *
of_text(const char *text)
{
	return imported_text(&importer_jobs, PATHS("salaries.csv", text));
}

static const char *
cell(struct imported *x, const char *where)
{
	char sql[512];

	snprintf(sql, sizeof sql,
	    "SELECT n || ' ' || p10 || ' ' || p25 || ' ' || p50 || ' ' || p75 || ' ' || p90 || ' ' || "
	    "ifnull(remote, '-') || ' ' || ifnull(large, '-') FROM jobs WHERE %s",
	    where);
	return imported_str(x, sql);
}

static void
test_real(void **state)
{
	struct imported *x;

	(void)state;
	x = real();
	assert_int_equal(x->sniffed, 1);
	assert_int_equal(x->run.report.read, 74301);
	assert_int_equal(x->run.report.kept, 66612);
	assert_int_equal(imported_rejected(x, "not full-time"), 350);
	assert_int_equal(imported_rejected(x, LITTLE), 7339);
	assert_int_equal(x->run.report.nreasons, 2);
	assert_string_equal(x->run.release, "2025-01-19");
	assert_string_equal(x->run.period, "2020-2025");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM jobs"), 307);
	assert_int_equal(imported_int(x, "SELECT sum(n) FROM jobs"), 66612);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM jobs WHERE year = 2024 AND country = 'US'"), 185);
	assert_int_equal(imported_int(x, "SELECT min(n) FROM jobs"), 20);
	assert_int_equal(
	    imported_int(x,
		"SELECT n * 100000000 + remote * 1000000 + large * 10000 + (p50 = 150000) FROM jobs WHERE "
		"title = 'Data Engineer' AND level = 'senior' AND year = 2022 AND country = 'US'"),
	    33146070001);
	assert_int_equal(
	    imported_int(x,
		"SELECT p50 + n * 1000000 FROM jobs WHERE title = 'Data Scientist' AND level = 'mid' "
		"AND year = 2024 AND country = 'GB'"),
	    77062500);
	assert_int_equal(
	    imported_int(x,
		"SELECT p50 + n * 1000000 FROM jobs WHERE title = 'Data Analyst' AND level = 'entry' "
		"AND year = 2025 AND country = 'US'"),
	    32088400);
	assert_int_equal(imported_int(x,
			     "SELECT count(*) FROM jobs WHERE NOT p10 <= p25 OR NOT p25 <= p50 OR "
			     "NOT p50 <= p75 OR NOT p75 <= p90"),
	    0);
	imported_free(x);
}

/* One line of the facts: title, level, n and five percentiles, with tabs between. */
static void
check_fact(struct imported *x, char *line)
{
	static const char *const levels[][2] = {
	    {"EN", "entry"}, {"MI", "mid"}, {"SE", "senior"}, {"EX", "executive"}};
	char *level = strchr(line, '\t'), *figures, where[256], want[128];
	const char *word = NULL;

	assert_non_null(level);
	*level++ = '\0';
	figures = strchr(level, '\t');
	assert_non_null(figures);
	*figures++ = '\0';
	for (size_t i = 0; i < COUNT(levels); i++)
		if (strcmp(levels[i][0], level) == 0)
			word = levels[i][1];
	assert_non_null(word);
	for (char *s = figures; *s != '\0'; s++)
		if (*s == '\t')
			*s = ' ';
	snprintf(want, sizeof want, "%s ", figures);
	snprintf(where, sizeof where,
	    "title = '%s' AND level = '%s' AND year = 2024 AND country = 'US'", line, word);
	if (strncmp(cell(x, where), want, strlen(want)) != 0)
		fail_msg("%s, %s: %s, not %s", line, word, cell(x, where), want);
}

static void
test_facts(void **state)
{
	size_t len, n = 0;
	char *text = imported_file(FACTS, NULL, &len), *rest = NULL;
	struct imported *x;

	(void)state;
	if (text == NULL) {
		skip();
		abort();
	}
	x = real();
	for (char *line = strtok_r(text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		if (line[0] != '#' && strncmp(line, "title\t", 6) != 0) {
			check_fact(x, line);
			n++;
		}
	assert_int_equal(n, 60);
	free(text);
	imported_free(x);
}

/* --- made-up rows ---------------------------------------------------------------------------- */

/* n rows of one cell: pay 1,000, 2,000 and so on; every fourth is remote, every tenth at a large company. */
static void
add_rows(struct buf *out, const char *year, const char *title, int n)
{
	for (int i = 1; i <= n; i++)
		buf_addf(out, "%s,SE,FT,%s,1,EUR,%d,DE,%d,DE,%s\n", year, title, i * 1000,
		    i % 4 == 0 ? 100 : 50, i % 10 == 0 ? "L" : "M");
}

static void
test_percentiles(void **state)
{
	struct buf text = BUF_INIT;
	struct imported *x;

	(void)state;
	buf_adds(&text, HEADER);
	add_rows(&text, "2021e", "Analyst", 21);
	add_rows(&text, "2021", "Analyst", 21); /* expected and paid: the same year */
	add_rows(&text, "2020", "Analyst", 20);
	add_rows(&text, "2021", "Engineer", 19);
	x = of_text(text.data);
	assert_true(x->ok);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM jobs"), 2);
	assert_int_equal(imported_rejected(x, LITTLE), 19);
	assert_contains(x->rejects.data, "64: " LITTLE "\n");
	assert_string_equal(cell(x, "year = 2021"), "42 3000 6000 11000 16000 19000 24 10");
	/* 20 rows: the 10th percentile lies 0.9 of the way between the 2nd and the 3rd */
	assert_string_equal(cell(x, "year = 2020"), "20 2900 5750 10500 15250 18100 25 10");
	assert_string_equal(
	    imported_str(x, "SELECT title || level || country FROM jobs"), "AnalystseniorDE");
	assert_string_equal(x->run.release, "2021");
	assert_string_equal(x->run.period, "2020-2021");
	buf_free(&text);
	imported_free(x);
}

static void
test_series(void **state)
{
	struct buf text = BUF_INIT;
	struct imported *x;

	(void)state;
	buf_adds(&text, HEADER);
	add_rows(&text, "2024", "Analyst", 20);
	x = of_text(text.data);
	assert_true(x->ok);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series WHERE relation = 'jobs'"), 7);
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(statistic, ' ') FROM (SELECT * FROM series WHERE measure = 'pay' "
		"AND unit = 'USD' AND per = 'year' AND basis = 'unstated' ORDER BY id)"),
	    "p10 p25 median p75 p90");
	assert_string_equal(imported_str(x, "SELECT locator FROM series WHERE name = 'p50'"),
	    "salaries.csv: salary_in_usd");
	buf_free(&text);
	imported_free(x);
}

static void
test_reasons(void **state)
{
	struct imported *x = of_text(HEADER "2024,SE,PT,A,1,EUR,1000,DE,0,DE,M\n"
					    "2024,SE,FT,,1,EUR,1000,DE,0,DE,M\n"
					    "2024e?,SE,FT,A,1,EUR,1000,DE,0,DE,M\n"
					    "24,SE,FT,A,1,EUR,1000,DE,0,DE,M\n"
					    "2024,XX,FT,A,1,EUR,1000,DE,0,DE,M\n"
					    "2024,SE,FT,A,1,EUR,1000,DE,0,Germany,M\n"
					    "2024,SE,FT,A,1,EUR,much,DE,0,DE,M\n"
					    "2024,SE,FT,A,1,EUR,0,DE,0,DE,M\n"
					    "2024,SE,FT,A,1,EUR,1000,DE,half,DE,M\n"
					    "2024,SE,FT,A,1,EUR,1000,DE,0,DE\n"
					    "2024,SE,FT,A,1,EUR,1000,DE,0,DE,M\n");

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.kept, 0);
	assert_string_equal(x->rejects.data,
	    "2: not full-time\n3: no title\n4: work_year is no year\n5: work_year is no year\n"
	    "6: unknown experience level\n7: company_location is no country code\n"
	    "8: not a number: salary_in_usd\n9: not a number: salary_in_usd\n"
	    "10: not a number: remote_ratio\n11: fewer fields than columns\n12: " LITTLE "\n");
	imported_free(x);
}

static void
test_absent(void **state)
{
	struct buf text = BUF_INIT;
	struct imported *x;

	(void)state;
	buf_adds(&text,
	    "work_year,experience_level,employment_type,job_title,salary_in_usd,company_location\n");
	for (int i = 0; i < 20; i++)
		buf_adds(&text, "2024,EN,FT,A,\"50,000\",US\n");
	x = of_text(text.data);
	assert_true(x->ok);
	assert_string_equal(cell(x, "1"), "20 50000 50000 50000 50000 50000 - -");
	assert_string_equal(x->run.report.absent.data, "remote_ratio\ncompany_size\n");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 5);
	buf_free(&text);
	imported_free(x);
}

/* --- damaged copies -------------------------------------------------------------------------- */

static void
refused(const char *text, const char *message)
{
	struct imported *x = of_text(text);

	assert_false(x->ok);
	assert_int_equal(x->e.code, ERR_DATA);
	assert_contains(x->e.text, message);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM jobs"), 0);
	imported_free(x);
}

static void
test_refused(void **state)
{
	struct imported *x;

	(void)state;
	refused("work_year,experience_level,employment_type,job_title,company_location\n",
	    "no column 'salary_in_usd'");
	refused(HEADER "2024,SE,FT,A", "salaries.csv:2: the last line is cut off");
	refused("CIP2020Code,SOC2018Code\n01.0000,15-2051\n", "no csv of the salary index");
	x = imported_text(&importer_jobs, PATHS("a.csv", HEADER, "b.csv", HEADER));
	assert_false(x->ok);
	assert_contains(x->e.text, "b.csv is a second snapshot");
	imported_free(x);
}

static void
test_damaged(void **state)
{
	size_t len, cut;
	char *text = imported_file(REAL, NULL, &len);

	(void)state;
	if (text == NULL) {
		skip();
		abort();
	}
	cut = len / 2;
	while (text[cut - 1] != ',')
		cut++;
	text[cut] = '\0';
	refused(text, "is cut off");
	strrchr(text, '\n')[1] = '\0';
	memcpy(strstr(text, "salary_in_usd"), "salary_in_eur", 13);
	refused(text, "no column 'salary_in_usd'");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_facts),
	    cmocka_unit_test(test_percentiles),
	    cmocka_unit_test(test_series),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_absent),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
