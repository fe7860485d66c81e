/* Employment projections: counts, values, years from the column names, reasons, damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"

#include <stdlib.h>
#include <string.h>

#define CSV "../shared/data/employment-projections-2024-34/Employment Projections.csv"
#define HEADER                                                                                     \
	"Occupation Title,Occupation Code,Employment 2026,Employment 2036,"                        \
	"\"Employment Change, 2026-2036\",\"Employment Percent Change, 2026-2036\","               \
	"\"Occupational Openings, 2026-2036 Annual Average\",Median Annual Wage 2026,"             \
	"Typical Entry-Level Education,Education Code,Work Experience in a Related Occupation,"    \
	"Workex Code,Typical on-the-job Training,trCode\n"
#define BEHIND ",None,8,None,4,None,6\n"

static void
check_real(struct imported *x)
{
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_int_equal(x->run.report.read, 832);
	assert_int_equal(x->run.report.kept, 832);
	assert_string_equal(x->run.report.absent.data, "");
	assert_string_equal(x->run.release, "2024-34");
	assert_string_equal(x->run.period, "2024 to 2034");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM projection"), 832);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 6);
}

#define WHERE(soc) " FROM projection WHERE soc = '" soc "'"

static void
test_real(void **state)
{
	struct imported *x =
	    imported_paths(&importer_projections, (const char *const[]){CSV, NULL});

	(void)state;
	check_real(x);
	assert_int_equal(x->sniffed, 1);
	assert_string_equal(imported_str(x, "SELECT title" WHERE("15-2051")), "Data scientists");
	assert_string_equal(imported_str(x, "SELECT aliases" WHERE("15-2051")),
	    "[\"Business Intelligence Developer\",\"Data Analytics Specialist\","
	    "\"Data Mining Analyst\",\"Data Visualization Developer\"]");
	assert_string_equal(
	    imported_str(x,
		"SELECT employment || ' ' || employment_to || ' ' || change || ' ' || percent || ' '"
		" || openings || ' ' || median || ' ' || median_why" WHERE("15-2051")),
	    "245900 328300 82500 33.5 23400 112590 0");
	assert_string_equal(
	    imported_str(x,
		"SELECT employment || ' ' || employment_to || ' ' || change || ' ' ||"
		" percent || ' ' || openings" WHERE("13-2011")),
	    "1579800 1652600 72800 4.6 124200");
	assert_string_equal(
	    imported_str(x, "SELECT change || ' ' || percent" WHERE("25-3011")), "-5600 -13.7");
	assert_string_equal(imported_str(x,
				"SELECT year_from || ' ' || year_to || ' ' || education || '/' ||"
				" experience || '/' || training" WHERE("11-9039")),
	    "2024 2034 Bachelor's degree/Less than 5 years/None");
	assert_string_equal(imported_str(x, "SELECT aliases" WHERE("11-9039")), "NULL");
	assert_string_equal(imported_str(x, "SELECT title" WHERE("51-2028")),
	    "Electrical, electronic, and electromechanical assemblers, except coil winders, tapers, "
	    "and finishers");
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM projection WHERE aliases IS NULL"), 15);
	assert_int_equal(
	    imported_int(x, "SELECT sum(json_array_length(aliases)) FROM projection"), 5820);
	imported_free(x);
}

/* Absent and top-coded wages, and the characters that a registered mark became. */
static void
test_real_signs(void **state)
{
	struct imported *x =
	    imported_paths(&importer_projections, (const char *const[]){CSV, NULL});

	(void)state;
	check_real(x);
	assert_string_equal(imported_str(x,
				"SELECT group_concat(soc) FROM (SELECT soc FROM projection"
				" WHERE median IS NULL AND median_why = 3 ORDER BY soc)"),
	    "27-2011,27-2031,27-2042,27-2091,27-2099,45-3031");
	assert_int_equal(
	    imported_int(
		x, "SELECT count(*) FROM projection WHERE median_why = 5 AND median = 239200"),
	    17);
	assert_int_equal(imported_int(x, "SELECT median_why" WHERE("29-1242")), WHY_TOP_CODED);
	assert_int_equal(x->run.report.repairs.bytes, 3);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM projection WHERE aliases LIKE '%\u00bf%'"), 0);
	assert_contains(imported_str(x, "SELECT aliases" WHERE("25-9099")),
	    "\"General Educational Development (GED) Examiner\"");
	assert_string_equal(
	    imported_str(x,
		"SELECT measure || ' ' || statistic || ' ' || unit || ' ' || horizon_lo || ' ' ||"
		" horizon_hi || ' ' || locator FROM series WHERE name = 'percent'"),
	    "growth point percent 2024.0 2034.0 Employment Percent Change, 2024-2034");
	imported_free(x);
}

static struct imported *
read_text(const char *text)
{
	return imported_text(&importer_projections, (const char *const[]){"p.csv", text, NULL});
}

/* Another release: its years stand in the names of its columns. */
static void
test_next_release(void **state)
{
	struct imported *x = read_text(HEADER
	    "Lamp lighters    * Lamp Hand* Wick \"\"Ace\"\" Tender,49-9999,\"1,200.50\",1200.4,-0.1,"
	    "-0.0,9,\"$1,000\"" BEHIND);

	(void)state;
	assert_true(x->ok);
	assert_string_equal(x->run.release, "2026-36");
	assert_string_equal(imported_str(x,
				"SELECT year_from || '-' || year_to || ' ' || employment"
				" || ' ' || median" WHERE("49-9999")),
	    "2026-2036 1200500 1000");
	assert_string_equal(
	    imported_str(x, "SELECT period FROM series WHERE name = 'median'"), "2026");
	assert_string_equal(
	    imported_str(x, "SELECT json_extract(aliases, '$[0]')" WHERE("49-9999")), "Lamp Hand");
	assert_int_equal(imported_int(x, "SELECT json_array_length(aliases)" WHERE("49-9999")), 2);
	imported_free(x);
}

static void
test_reasons(void **state)
{
	struct imported *x = read_text(
	    HEADER "Lighters,49-9999,1,1,0,0,1,N/A" BEHIND "Lighters,49-9999,1,1,0,0,1,N/A" BEHIND
		   "Miners,Nov-11,1,1,0,0,1,N/A" BEHIND "    * Alias,49-9998,1,1,0,0,1,N/A" BEHIND
		   "Miners,49-9997,x,1,0,0,1,N/A" BEHIND "Miners,49-9997,1,x,0,0,1,N/A" BEHIND
		   "Miners,49-9997,1,1,x,0,1,N/A" BEHIND "Miners,49-9997,1,1,0,x,1,N/A" BEHIND
		   "Miners,49-9997,1,1,0,0,x,N/A" BEHIND "Miners,49-9997,1,1,0,0,1,x" BEHIND
		   "Miners,49-9997,1,1\n"
		   "Miners,49-9996,1,N/A,0,0,1," BEHIND);

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.kept, 2);
	assert_string_equal(x->rejects.data,
	    "3: said twice\n"
	    "4: not a SOC code\n"
	    "5: no title\n"
	    "6: not a number: employment\n"
	    "7: not a number: projected employment\n"
	    "8: not a number: employment change\n"
	    "9: not a number: percent change\n"
	    "10: not a number: openings\n"
	    "11: not a number: median wage\n"
	    "12: fewer fields than columns\n");
	assert_string_equal(
	    imported_str(
		x, "SELECT coalesce(employment_to, 'none') || median_why" WHERE("49-9996")),
	    "none1");
	imported_free(x);
}

static void
check_refused(const char *text, const char *says)
{
	struct imported *x = read_text(text);

	assert_false(x->ok);
	assert_contains(x->e.text, says);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM projection"), 0);
	imported_free(x);
}

static void
test_refused(void **state)
{
	(void)state;
	check_refused(
	    "Occupation Title,Occupation Code,Employment 2024,Typical on-the-job Training\n",
	    "p.csv:1: there is no column 'Employment #'");
	check_refused("Occupation Title,Code,Employment 2024,Employment 2034\n",
	    "p.csv:1: there is no column 'Occupation Code'");
	check_refused("Occupation Title,Occupation Code,Employment 2034,Employment 2024,"
		      "\"Employment Percent Change, 2024-2034\"\n",
	    "are not a span of years");
	check_refused(HEADER "Lighters,49-9999,1,1,0,0", "p.csv:2: the last line is cut off");
	check_refused("", "p.csv is empty");
}

static void
test_other_kind(void **state)
{
	struct imported *x = imported_text(&importer_projections,
	    (const char *const[]){"a.csv", "Occupation Code,b\n1,2\n", "b.csv", "c\n1\n", NULL});

	(void)state;
	assert_int_equal(x->sniffed, 0);
	assert_false(x->ok);
	assert_contains(x->e.text, "no table of employment projections");
	imported_free(x);
}

static void
test_absent(void **state)
{
	struct imported *x = read_text("Occupation Title,Occupation Code,Employment 2024,"
				       "Employment 2034,\"Employment Percent Change, 2024-2034\"\n"
				       "Lighters,49-9999,1,2,100\n");

	(void)state;
	assert_true(x->ok);
	assert_contains(x->run.report.absent.data, "Occupational Openings, #-# Annual Average\n");
	assert_contains(x->run.report.absent.data, "Median Annual Wage #\n");
	assert_string_equal(imported_str(x, "SELECT openings" WHERE("49-9999")), "NULL");
	assert_int_equal(imported_int(x, "SELECT median_why" WHERE("49-9999")), WHY_NOT_STATED);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 3);
	imported_free(x);
}

/* Copies of the real file: other line ends, another encoding, codes as formulas, cut off. */
static void
test_damaged(void **state)
{
	size_t len;
	char *text = imported_file(CSV, NULL, &len);
	struct buf b = BUF_INIT;
	struct imported *x;

	(void)state;
	for (const char *end = "\n\r"; *end != '\0'; end++) {
		buf_clear(&b);
		for (size_t i = 0; i < len; i++)
			if (text[i] != '\r')
				buf_addc(&b, text[i] == '\n' ? *end : text[i]);
		check_real(x = read_text(b.data));
		imported_free(x);
	}
	buf_clear(&b);
	for (size_t i = 0; i < len; i++) {
		if (strncmp(text + i, ",13-2011,", 9) == 0) {
			buf_adds(&b, ",=\"13-2011\",");
			i += 8;
		} else if (memcmp(text + i, "\xc2\xbf", 2) != 0) {
			buf_addc(&b, text[i]);
		} else {
			buf_addc(&b, '\xae');
			i++;
		}
	}
	check_real(x = read_text(b.data));
	assert_int_equal(x->run.report.repairs.bytes, 3);
	assert_int_equal(x->run.report.repairs.formulas, 1);
	assert_contains(imported_str(x, "SELECT aliases" WHERE("25-9099")), "(GED\u00ae) Examiner");
	imported_free(x);
	text[len - 60] = '\0';
	check_refused(text, "cut off");
	buf_free(&b);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_real_signs),
	    cmocka_unit_test(test_next_release),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_other_kind),
	    cmocka_unit_test(test_absent),
	    cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests_name("projections", tests, NULL, NULL);
}
