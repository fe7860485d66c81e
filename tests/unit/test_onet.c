/* The O*NET database: every table, spot values, releases and folders together, reasons,
 * damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"
#include "temp.h"
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "../shared/data/onet-29.0-text"
#define SKILLS "../shared/data/onet-29.3-skills-text"

static const char not_taken[] = "not taken: experience and training";

static struct imported *
read_paths(const char *a, const char *b)
{
	struct imported *x = imported_paths(&importer_onet, (const char *const[]){a, b, NULL});

	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

static const struct {
	const char *table;
	int64_t rows;
} counts[] = {
    {"onet_occupation", 1016},
    {"onet_title", 55120},
    {"onet_task", 18796},
    {"onet_technology", 32470},
    {"onet_commodity", 135},
    {"onet_element", 68},
    {"onet_rating", 59772},
    {"onet_related", 18460},
    {"onet_interest", 5538},
    {"onet_education", 10296},
    {"onet_zone", 5},
    {"series", 4},
    {"onet_occupation WHERE job_zone IS NOT NULL", 923},
    {"onet_occupation WHERE riasec IS NOT NULL", 923},
    {"onet_title WHERE short IS NOT NULL", 3286},
    {"onet_task WHERE kind = 'Core'", 13417},
    {"onet_task WHERE kind IS NULL", 1157},
    {"onet_technology WHERE hot = 1", 11573},
    {"onet_technology WHERE in_demand = 1", 1979},
    {"onet_element WHERE kind = 'skill'", 35},
    {"onet_element WHERE kind = 'knowledge'", 33},
    {"onet_rating WHERE importance_why = 6", 19},
    {"onet_rating WHERE level_why = 6", 1169},
    {"onet_rating WHERE level_why = 4", 9241},
    {"onet_education WHERE percent_why = 6", 199},
};

static void
test_real(void **state)
{
	struct imported *x = read_paths(DATA, SKILLS);

	(void)state;
	assert_int_equal(x->sniffed, 12);
	assert_int_equal(x->run.report.read, 290891);
	assert_int_equal(imported_rejected(x, not_taken), 25942);
	assert_int_equal(x->run.report.rejected, 25942);
	assert_string_equal(x->run.report.absent.data, "");
	assert_string_equal(x->run.release, "29.0, Skills 29.3, Knowledge 29.3");
	assert_string_equal(x->run.period, "collected 2004-12 to 2024-08");
	for (size_t i = 0; i < COUNT(counts); i++) {
		char sql[128];

		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", counts[i].table);
		if (imported_int(x, sql) != counts[i].rows)
			fail_msg("%s: %lld, not %lld", sql, (long long)imported_int(x, sql),
			    (long long)counts[i].rows);
	}
	imported_free(x);
}

#define RATING(code, element)                                                                      \
	"SELECT importance || '/' || importance_why || ' ' || coalesce(level, '-') || '/' ||"      \
	" level_why || ' ' || n FROM onet_rating WHERE code = '" code "' AND element = '" element  \
	"'"

static void
test_real_values(void **state)
{
	struct imported *x = read_paths(DATA, SKILLS);

	(void)state;
	assert_string_equal(imported_str(x,
				"SELECT soc || ' ' || title || ' ' || job_zone || ' ' || riasec"
				" FROM onet_occupation WHERE code = '15-2051.00'"),
	    "15-2051 Data Scientists 4 IC");
	assert_string_equal(
	    imported_str(x, "SELECT riasec FROM onet_occupation WHERE code = '29-1141.00'"), "SIC");
	assert_string_equal(
	    imported_str(x, "SELECT riasec FROM onet_occupation WHERE code = '29-1214.00'"), "ISC");
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(letter || value) FROM (SELECT * FROM onet_interest"
		" WHERE code = '15-2051.00' ORDER BY value DESC)"),
	    "I6.99,C5.4,A2.59,R2.16,E1.71,S1.66");
	assert_string_equal(imported_str(x, RATING("11-1011.00", "2.A.1.a")), "4.12/0 4.62/0 8");
	assert_string_equal(imported_str(x, RATING("15-2051.01", "2.B.3.e")), "2.5/0 2.5/0 8");
	assert_string_equal(imported_str(x, RATING("29-1141.00", "2.C.4.a")), "3.43/0 3.4/0 27");
	assert_string_equal(imported_str(x, RATING("11-3031.00", "2.B.3.a")), "1.75/0 1.12/6 8");
	assert_string_equal(imported_str(x,
				"SELECT coalesce(level, '-') || level_why FROM onet_rating"
				" WHERE code = '11-1011.00' AND element = '2.B.3.c'"),
	    "-4");
	assert_string_equal(
	    imported_str(
		x, "SELECT kind || ' ' || name FROM onet_element WHERE element = '2.C.3.a'"),
	    "knowledge Computers and Electronics");
	assert_string_equal(imported_str(x,
				"SELECT title || ' ' || percent || ' ' || percent_why || ' ' || n"
				" FROM onet_education WHERE code = '29-1141.00' AND category = 6"),
	    "Bachelor's Degree 55.92 6 28");
	assert_string_equal(
	    imported_str(x,
		"SELECT title || ' ' || percent || ' ' || percent_why FROM onet_education"
		" WHERE code = '11-1011.00' AND category = 10"),
	    "First Professional Degree 0.55 0");
	imported_free(x);
}

static void
test_real_texts(void **state)
{
	struct imported *x = read_paths(DATA, NULL);

	(void)state;
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(code) FROM (SELECT code FROM onet_title WHERE title ="
		" 'Machine Learning Engineer' ORDER BY code)"),
	    "15-1221.00,15-1299.08,15-2051.00");
	assert_string_equal(imported_str(x,
				"SELECT short FROM onet_title WHERE code = '11-1011.00' AND title ="
				" 'CEO (Chief Executive Officer)'"),
	    "CEO");
	assert_string_equal(imported_str(x, "SELECT text FROM onet_task WHERE task = 15287"),
	    "Conduct \"head counts\" to help predict the outcome of upcoming votes.");
	assert_string_equal(
	    imported_str(
		x, "SELECT text || coalesce(kind, ' -') FROM onet_task WHERE task = 21823"),
	    "Analyze, manipulate, or process large sets of data using statistical software. -");
	assert_string_equal(
	    imported_str(x,
		"SELECT t.hot || t.in_demand || ' ' || c.title FROM onet_technology AS t"
		" JOIN onet_commodity AS c USING (commodity)"
		" WHERE t.code = '15-2051.00' AND t.example = 'Apache Spark'"),
	    "11 Business intelligence and data analysis software");
	assert_string_equal(imported_str(x,
				"SELECT group_concat(other || ' ' || tier) FROM onet_related"
				" WHERE code = '15-2051.00' AND rank <= 2"),
	    "15-2041.00 Primary-Short,13-2099.01 Primary-Short");
	assert_string_equal(imported_str(x, "SELECT name FROM onet_zone WHERE zone = 5"),
	    "Job Zone Five: Extensive Preparation Needed");
	assert_string_equal(x->run.report.absent.data, "Skills.txt\nKnowledge.txt\n");
	assert_string_equal(x->run.release, "29.0");
	imported_free(x);
}

/* The folder without the occupations is not enough, and the same table twice is too much. */
static void
test_folders(void **state)
{
	struct imported *x = imported_paths(&importer_onet, (const char *const[]){SKILLS, NULL});

	(void)state;
	assert_int_equal(x->sniffed, 2);
	assert_false(x->ok);
	assert_contains(x->e.text, "there is no Occupation Data.txt");
	imported_free(x);
	x = imported_paths(&importer_onet, (const char *const[]){SKILLS, DATA, SKILLS, NULL});
	assert_false(x->ok);
	assert_contains(x->e.text, "Skills is given twice");
	imported_free(x);
}

/* --- tables of our own ---------------------------------------------------------------------- */

#define OCCUPATIONS                                                                                \
	"Occupation Data.txt",                                                                     \
	    "O*NET-SOC Code\tTitle\tDescription\n49-9991.00\tLamp \"Lighters\tLight lamps.\n"      \
	    "49-9992.00\tWick Makers\tn/a\n"

static struct imported *
read_members(const char *const *members)
{
	struct imported *x = imported_text(&importer_onet, members);

	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

/* What one table's rows are rejected for, each line with its reason; `kept` counts those of
 * Occupation Data, too. */
static void
check_table(const char *file, const char *text, uint64_t kept, const char *rejects)
{
	struct imported *x = read_members((const char *const[]){file, text, OCCUPATIONS, NULL});

	assert_string_equal(x->rejects.data, rejects);
	assert_int_equal(x->run.report.kept, kept);
	imported_free(x);
}

static void
test_reasons(void **state)
{
	(void)state;
	check_table("Alternate Titles.txt",
	    "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n49-9991.00\tA\tn/a\t1\n"
	    "49-9993.00\tA\tn/a\t1\n49-9991.00\tn/a\tn/a\t1\n49-9991\tA\tn/a\t1\n"
	    "49-9991.00\tA\n",
	    3,
	    "3: an occupation that is not in Occupation Data\n4: no title\n"
	    "5: an occupation that is not in Occupation Data\n6: fewer fields than columns\n");
	check_table("Task Statements.txt",
	    "O*NET-SOC Code\tTask ID\tTask\tTask Type\n49-9991.00\t1\tLight.\tCore\n"
	    "49-9991.00\tx\tLight.\tCore\n49-9991.00\t2\t\tCore\n",
	    3, "3: not a task's number\n4: no text\n");
	check_table("Technology Skills.txt",
	    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n"
	    "49-9991.00\tLamp\t43231234\tLamps\n49-9991.00\t\t43231234\tLamps\n"
	    "49-9991.00\tLamp\t4323\tLamps\n",
	    3, "3: no example\n4: not a commodity code\n");
	check_table("Related Occupations.txt",
	    "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n"
	    "49-9991.00\t49-9992.00\tPrimary-Short\t1\n49-9991.00\t49-9992.00\tPrimary-Short\t1\n"
	    "49-9991.00\t49-9993.00\tPrimary-Short\t2\n49-9991.00\t49-9992.00\tPrimary-Short\tx\n",
	    3, "3: said twice\n4: an occupation that is not in Occupation Data\n5: not a rank\n");
	check_table("Job Zones.txt",
	    "O*NET-SOC Code\tJob Zone\tDate\n49-9991.00\t4\t08/2030\n49-9991.00\t3\t08/2030\n"
	    "49-9992.00\t6\t08/2030\n",
	    3, "3: said twice\n4: not a job zone\n");
	check_table("Job Zone Reference.txt",
	    "Job Zone\tName\tExperience\n1\tOne\tnone\n1\tOne\tnone\nx\tTwo\tnone\n", 3,
	    "3: said twice\n4: not a job zone\n");
}

static void
test_reasons_of_scales(void **state)
{
	(void)state;
	check_table("Skills.txt",
	    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
	    "49-9991.00\t2.B.1.a\tGlow\tIM\t3.00\n49-9991.00\t2.B.1.a\tGlow\tIM\t3.00\n"
	    "49-9991.00\t2.B.1.a\tGlow\tIJ\t3.00\n49-9991.00\t1.A.1.a\tGlow\tIM\t3.00\n"
	    "49-9991.00\t2.B.1.a\tGlow\tLV\t7.50\n49-9991.00\t2.B.1.a\tGlow\tLV\tx\n",
	    3,
	    "3: said twice\n4: not taken: a scale other than importance and level\n"
	    "5: neither a skill nor a field of knowledge\n6: not a value of its scale\n"
	    "7: not a value of its scale\n");
	check_table("Interests.txt",
	    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
	    "49-9991.00\t1.B.1.a\tRealistic\tOI\t3.00\n49-9991.00\t1.B.1.a\tRealistic\tOI\t3.00\n"
	    "49-9991.00\t1.B.2.a\tValue\tVH\t3.00\n49-9991.00\t1.B.1.z\tRealistic\tOI\t3.00\n"
	    "49-9991.00\t1.B.1.b\tRealistic\tOI\t9.00\n49-9991.00\t1.B.1.g\tFirst\tIH\t1.00\n",
	    4,
	    "3: said twice\n4: not taken: another scale than interests\n5: not an interest\n"
	    "6: not a value of its scale\n");
	check_table("Education, Training, and Experience.txt",
	    "O*NET-SOC Code\tElement ID\tScale ID\tCategory\tData Value\n"
	    "49-9991.00\t2.D.1\tRL\t6\t30.00\n49-9991.00\t2.D.1\tRL\t6\t30.00\n"
	    "49-9991.00\t2.D.1\tRL\t13\t30.00\n49-9991.00\t2.D.1\tRL\t7\t130.00\n"
	    "49-9991.00\t3.A.1\tRW\t7\t30.00\n49-9991.00\t2.D.1\tRL\t8\tn/a\n",
	    4,
	    "3: said twice\n4: not a category of education\n5: not a value of its scale\n"
	    "6: not taken: experience and training\n");
	check_table("Education, Training, and Experience Categories.txt",
	    "Scale ID\tCategory\tCategory Description\nRL\t1\tNone\nRW\t1\tNone\nRL\tx\tNone\n", 3,
	    "3: not taken: experience and training\n4: not a category of education\n");
}

static void
test_reasons_of_occupations(void **state)
{
	struct imported *x = read_members((const char *const[]){"Occupation Data.txt",
	    "O*NET-SOC Code\tTitle\n49-9992.00\tMakers\n49-9991.00\tLighters\n49-9991.00\tLighters\n"
	    "49-9993\tOthers\n49-9994.00\tn/a\n",
	    "Job Zones.txt", "O*NET-SOC Code\tJob Zone\n49-9991.00\t4\n49-9992.00\t2\n", NULL});

	(void)state;
	assert_string_equal(
	    x->rejects.data, "4: said twice\n5: not an O*NET-SOC code\n6: no title\n");
	assert_string_equal(
	    imported_str(x, "SELECT group_concat(code || ' ' || job_zone) FROM onet_occupation"),
	    "49-9991.00 4,49-9992.00 2");
	imported_free(x);
}

/* Importance and level may come in any order and one may be missing; what is advised against
 * keeps its value. */
static void
test_ratings(void **state)
{
	struct imported *x = read_members((const char *const[]){OCCUPATIONS, "Knowledge.txt",
	    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tRecommend Suppress"
	    "\tNot Relevant\r\n"
	    "49-9991.00\t2.C.1.a\tGlow\tLV\t2.00\t9\tn/a\tN\r\n"
	    "49-9992.00\t2.C.1.a\tGlow\tIM\t4.00\t8\tN\tn/a\r\n"
	    "49-9991.00\t2.C.1.b\tHeat\tIM\t1.50\t8\tY\tn/a\r\n"
	    "49-9991.00\t2.C.1.b\tHeat\tLV\t0.30\t8\tY\tY\r\n"
	    "49-9991.00\t2.C.1.a\tGlow\tIM\tn/a\t8\tN\tn/a\r\n",
	    NULL});

	(void)state;
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(coalesce(importance, '-') || '/' || importance_why ||"
		" ' ' || coalesce(level, '-') || '/' || level_why || ' ' || n, '; ')"
		" FROM onet_rating"),
	    "-/3 2.0/0 9; 1.5/6 -/4 8; 4.0/0 -/1 8");
	imported_free(x);
}

/* Without the publisher's high points: the three highest values. */
static void
test_letters(void **state)
{
	struct imported *x = read_members((const char *const[]){OCCUPATIONS, "Interests.txt",
	    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n"
	    "49-9991.00\t1.B.1.a\tR\tOI\t3.00\n49-9991.00\t1.B.1.b\tI\tOI\t4.00\n"
	    "49-9991.00\t1.B.1.c\tA\tOI\t1.00\n49-9991.00\t1.B.1.d\tS\tOI\t4.00\n"
	    "49-9992.00\t1.B.1.f\tC\tOI\t2.00\n49-9992.00\t1.B.1.e\tE\tOI\t5.00\n"
	    "49-9992.00\t1.B.1.g\tFirst\tIH\t5.00\n49-9992.00\t1.B.1.h\tSecond\tIH\t0.00\n",
	    NULL});

	(void)state;
	assert_string_equal(
	    imported_str(x, "SELECT group_concat(riasec) FROM onet_occupation"), "ISR,E");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM onet_interest"), 6);
	imported_free(x);
}

/* Columns by their names in other releases; those that are not there are noted. */
static void
test_releases(void **state)
{
	struct imported *x = read_members((const char *const[]){OCCUPATIONS, "Read Me.txt",
	    "O*NET 31.2 Database\nOf a day to come\n", "Technology Skills.txt",
	    "O*NET-SOC Code\tExtra\tT2 Example\tCommodity Code\tCommodity Title\tHot Technology\n"
	    "49-9991.00\tx\tWick\t43231234\tLamps\tY\n",
	    NULL});

	(void)state;
	assert_string_equal(x->run.release, "31.2");
	assert_string_equal(
	    imported_str(
		x, "SELECT example || hot || coalesce(in_demand, '-') FROM onet_technology"),
	    "Wick1-");
	assert_contains(x->run.report.absent.data, "In Demand\n");
	assert_contains(x->run.report.absent.data, "Task Statements.txt\n");
	assert_string_equal(
	    imported_str(x, "SELECT title FROM onet_occupation LIMIT 1"), "Lamp \"Lighters");
	assert_string_equal(
	    imported_str(x, "SELECT description FROM onet_occupation WHERE code = '49-9992.00'"),
	    "NULL");
	imported_free(x);
}

/* The Excel edition has the same tables, with two columns more. */
static void
test_workbook(void **state)
{
	static const struct worksheet
	    occupations[] = {{"Occupation Data",
		"O*NET-SOC Code|Title|Description\n49-9991.00|Lighters|Light.\n"}},
	    skills[] = {{"Skills",
		"O*NET-SOC Code|Title|Element ID|Element Name|Scale ID|"
		"Scale Name|Data Value|N|Recommend Suppress|Not Relevant\n"
		"49-9991.00|Lighters|2.A.1.a|Glow|IM|Importance|3.25|8|N|\n"
		"49-9991.00|Lighters|2.A.1.a|Glow|LV|Level|2.5|8|N|N\n"}};
	char *dir = temp_dir();
	struct imported *x;

	(void)state;
	workbook_write(temp_path(dir, "Occupation Data.xlsx"), occupations, 1);
	workbook_write(temp_path(dir, "Skills.xlsx"), skills, 1);
	x = imported_paths(&importer_onet, (const char *const[]){dir, NULL});
	assert_int_equal(x->sniffed, 2);
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_string_equal(
	    imported_str(x, "SELECT importance || ' ' || level FROM onet_rating"), "3.25 2.5");
	imported_free(x);
	temp_remove(dir);
}

static void
check_refused(const char *file, const char *text, const char *says)
{
	struct imported *x =
	    imported_text(&importer_onet, (const char *const[]){file, text, OCCUPATIONS, NULL});

	assert_false(x->ok);
	assert_contains(x->e.text, says);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM onet_occupation"), 0);
	imported_free(x);
}

static void
test_refused(void **state)
{
	struct imported *x = imported_text(&importer_onet,
	    (const char *const[]){"Skills.txt", "Name\tYears\nC\t9\n", "a.csv", "x,y\n", NULL});

	(void)state;
	assert_int_equal(x->sniffed, 0);
	assert_false(x->ok);
	imported_free(x);
	check_refused("Skills.txt",
	    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\n49-9991.00\t2.A.1.a\tGlow\tIM\n",
	    "Skills.txt:1: there is no column 'Data Value'");
	check_refused("Job Zones.txt",
	    "O*NET-SOC Code\tJob Zone\tDate\n49-9991.00\t4\t08/2030\n49-99",
	    "Job Zones.txt:3: the last line is cut off");
	check_refused("Job Zones.txt", "", "Job Zones.txt is empty");
	check_refused("occupation data.txt", "O*NET-SOC Code\tTitle\n", "given twice");
}

/* Copies of real tables: other line ends, and cut off within a row. */
static void
test_damaged(void **state)
{
	size_t len, n;
	char *occupations = imported_file(DATA, "Occupation Data.txt", &len), *copy, *text;

	(void)state;
	text = imported_file(DATA, "Job Zones.txt", &len);
	copy = malloc(2 * len + 1);
	for (int end = 0; end < 3; end++) {
		struct imported *x;

		n = 0;
		for (size_t i = 0; i < len; i++) {
			if (text[i] != '\n')
				copy[n++] = text[i];
			else {
				if (end > 0)
					copy[n++] = '\r';
				if (end < 2)
					copy[n++] = '\n';
			}
		}
		copy[n] = '\0';
		x = read_members((const char *const[]){
		    "Occupation Data.txt", occupations, "Job Zones.txt", copy, NULL});
		assert_int_equal(
		    imported_int(x, "SELECT count(*) FROM onet_occupation WHERE job_zone > 0"),
		    923);
		assert_int_equal(imported_int(x, "SELECT sum(job_zone) FROM onet_occupation"),
		    31 + 2 * 295 + 3 * 219 + 4 * 224 + 5 * 154);
		imported_free(x);
	}
	copy[n / 2] = '\0';
	strrchr(copy, '\t')[0] = '\0';
	check_refused("Job Zones.txt", copy, "the last line is cut off");
	free(copy);
	free(text);
	free(occupations);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_real_values),
	    cmocka_unit_test(test_real_texts),
	    cmocka_unit_test(test_folders),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_reasons_of_scales),
	    cmocka_unit_test(test_reasons_of_occupations),
	    cmocka_unit_test(test_ratings),
	    cmocka_unit_test(test_letters),
	    cmocka_unit_test(test_releases),
	    cmocka_unit_test(test_workbook),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests_name("onet", tests, NULL, NULL);
}
