/* Occupational wages: the publisher's workbooks, every sign that stands for a number, reasons,
 * damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"
#include "temp.h"
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define FOLDER "../shared/data/oews-national-2024"
#define NATIONAL FOLDER "/national_M2024_dl.xlsx"

static const char twice[] = "said twice, as broad and as detailed occupation: kept once";

/* Mean, percentiles and hourly wages of one row, each with its reason. */
#define ROW(soc, naics)                                                                            \
	"SELECT level || ' ' || coalesce(employment, '-') || '/' || employment_why || ' ' ||"      \
	" coalesce(share, '-') || '/' || share_why || ' ' || coalesce(mean, '-') || '/' ||"        \
	" mean_why || ' ' || coalesce(p10, '-') || ' ' || coalesce(p25, '-') || '/' || p25_why"    \
	" || ' ' || coalesce(p50, '-') || '/' || p50_why || ' ' || coalesce(p75, '-') || '/' ||"   \
	" p75_why || ' ' || coalesce(p90, '-') || '/' || p90_why || ' ' ||"                        \
	" coalesce(hourly_mean, '-') || '/' || hourly_mean_why || ' ' ||"                          \
	" coalesce(hourly_p50, '-') || '/' || hourly_p50_why || ' ' || annual_only || hourly_only" \
	" FROM oews WHERE soc = '" soc "' AND naics = '" naics "'"

static struct imported *
read_folder(void)
{
	struct imported *x = imported_paths(&importer_oews, (const char *const[]){FOLDER, NULL});

	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

static void
test_real(void **state)
{
	struct imported *x = read_folder();

	(void)state;
	assert_int_equal(x->sniffed, 2);
	assert_int_equal(x->run.report.read, 854 + 16434);
	assert_int_equal(x->run.report.kept, 17178);
	assert_int_equal(imported_rejected(x, twice), 110);
	assert_string_equal(x->run.release, "May 2024");
	assert_string_equal(x->run.report.absent.data, "");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews"), 17178);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews WHERE naics = '000000'"), 854);
	assert_int_equal(imported_int(x, "SELECT count(DISTINCT naics) FROM oews"), 21);
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(level || ' ' || n) FROM (SELECT level, count(*) AS n"
		" FROM oews GROUP BY 1 ORDER BY 1)"),
	    "broad 5661,detailed 9410,major 447,minor 1639,total 21");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 10);
	imported_free(x);
}

static void
test_real_values(void **state)
{
	struct imported *x = read_folder();

	(void)state;
	assert_string_equal(imported_str(x, ROW("00-0000", "000000")),
	    "total 154187380/0 -/4 67920/0 29990 36730/0 49500/0 78810/0 125720/0 32.66/0 23.8/0 00");
	assert_string_equal(imported_str(x, ROW("15-2051", "000000")),
	    "detailed 233440/0 -/4 124590/0 63650 82630/0 112590/0 155810/0 194410/0 59.9/0 54.13/0 "
	    "00");
	assert_string_equal(imported_str(x, ROW("15-2051", "54")),
	    "detailed 69410/0 0.64/0 126040/0 66920 85820/0 117020/0 160150/0 200770/0 60.59/0 "
	    "56.26/0 00");
	assert_string_equal(imported_str(x, ROW("11-1011", "000000")),
	    "detailed 211850/0 -/4 262930/0 73710 126080/0 206420/0 239200/5 239200/5 126.41/0 "
	    "99.24/0 00");
	assert_string_equal(imported_str(x, ROW("29-1243", "000000")),
	    "detailed 1050/0 -/4 450810/0 189720 239200/5 239200/5 239200/5 239200/5 216.74/0 "
	    "115.0/5 00");
	assert_string_equal(imported_str(x, ROW("27-2011", "000000")),
	    "detailed 38800/0 -/4 -/4 - -/4 -/4 -/4 -/4 44.4/0 23.33/0 01");
	assert_string_equal(imported_str(x, ROW("25-1011", "000000")),
	    "detailed 81780/0 -/4 113840/0 46460 63040/0 97270/0 140360/0 210530/0 -/4 -/4 10");
	assert_string_equal(imported_str(x, ROW("17-2020", "11")),
	    "broad -/3 -/3 89850/0 72430 72520/0 75760/0 108440/0 116240/0 43.2/0 36.42/0 00");
	assert_string_equal(imported_str(x, ROW("13-1020", "11")),
	    "detailed 570/0 0.13/0 72480/0 40430 49810/0 66550/0 87020/0 109010/0 34.85/0 32.0/0 00");
	assert_string_equal(imported_str(x,
				"SELECT title || ', ' || industry FROM oews WHERE soc = '15-2051'"
				" AND naics = '52'"),
	    "Data Scientists, Finance and Insurance");
	assert_string_equal(
	    imported_str(x, "SELECT industry FROM oews WHERE naics = '000000' LIMIT 1"),
	    "Cross-industry");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews WHERE p90_why = 5"), 690);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM oews WHERE employment_why = 3"), 1056);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews WHERE hourly_mean_why = 5"), 3);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews WHERE mean_why = 4"), 62);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM oews WHERE mean_why = 3"), 168);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM oews WHERE hourly_mean_why = 4"), 401);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM oews WHERE hourly_mean_why = 3"), 171);
	imported_free(x);
}

static void
test_real_series(void **state)
{
	struct imported *x = imported_paths(&importer_oews, (const char *const[]){NATIONAL, NULL});

	(void)state;
	assert_int_equal(x->run.report.kept, 854);
	assert_string_equal(
	    imported_str(x,
		"SELECT measure || ' ' || statistic || ' ' || unit || ' ' || per || ' ' ||"
		" basis || ' ' || period || ' ' || locator FROM series WHERE name = 'p50'"),
	    "pay median USD year base May 2024 sheet 1, column A_MEDIAN");
	imported_free(x);
}

/* Stored as the publisher packs it: a zip with the workbook in a folder. */
static void
test_zip(void **state)
{
	size_t len;
	char *bytes = imported_file(NATIONAL, NULL, &len), *dir = temp_dir();
	const char *path = temp_path(dir, "oesm24nat.zip");
	struct imported *x;
	zip_t *zip;

	(void)state;
	zip = zip_open(path, ZIP_CREATE, NULL);
	assert_true(zip_file_add(zip, "oesm24nat/national_M2024_dl.xlsx",
			zip_source_buffer(zip, bytes, len, 0), 0)
	    >= 0);
	assert_true(zip_file_add(zip, "oesm24nat/file_descriptions.txt",
			zip_source_buffer(zip, "text\n", 5, 0), 0)
	    >= 0);
	assert_int_equal(zip_close(zip), 0);
	x = imported_paths(&importer_oews, (const char *const[]){path, NULL});
	assert_int_equal(x->sniffed, 1);
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_int_equal(x->run.report.kept, 854);
	assert_string_equal(x->run.release, "May 2024");
	imported_free(x);
	free(bytes);
	temp_remove(dir);
}

/* How far it is can be told: what comes out of the workbook counts, not its own size. */
static void
test_share(void **state)
{
	struct imported *x = imported_paths(&importer_oews, (const char *const[]){NATIONAL, NULL});
	struct err e;
	struct table *t = table_open(x->in, 0, NULL, &e);

	(void)state;
	assert_non_null(t);
	while (table_next(t, &e) == 1)
		assert_true(table_at(t) <= t->size);
	assert_int_equal(table_at(t), t->size);
	table_close(t);
	imported_free(x);
}

static void
test_cut_off(void **state)
{
	size_t len;
	char *bytes = imported_file(NATIONAL, NULL, &len), *dir = temp_dir();
	const char *path = temp_path(dir, "national_M2024_dl.xlsx");
	struct imported *x;

	(void)state;
	temp_write(path, bytes, len / 2);
	x = imported_paths(&importer_oews, (const char *const[]){path, NULL});
	assert_int_equal(x->sniffed, 0);
	assert_false(x->ok);
	assert_contains(x->e.text, "national_M2024_dl.xlsx");
	imported_free(x);
	free(bytes);
	temp_remove(dir);
}

/* --- workbooks of our own ------------------------------------------------------------------- */

#define HEADER                                                                                     \
	"AREA|NAICS|NAICS_TITLE|OCC_CODE|OCC_TITLE|O_GROUP|TOT_EMP|PCT_TOTAL|H_MEAN|A_MEAN|"       \
	"H_MEDIAN|A_PCT10|A_PCT25|A_MEDIAN|A_PCT75|A_PCT90|ANNUAL|HOURLY\n"
#define NOTES                                                                                      \
	"Field|Field Description\n*  = not available\n"                                            \
	"#  = a wage equal to or greater than $120.50 per hour or $250,640 per year \n"

static struct imported *
read_sheets(const char *name, const char *rows, const char *notes)
{
	const struct worksheet sheets[] = {{"All May data", rows}, {"Field Descriptions", notes}};
	char *dir = temp_dir();
	struct imported *x;

	workbook_write(temp_path(dir, name), sheets, notes != NULL ? 2 : 1);
	x = imported_paths(&importer_oews, (const char *const[]){temp_path(dir, name), NULL});
	temp_remove(dir);
	return x;
}

/* What # means is read from the workbook, as another year has other amounts. */
static void
test_signs(void **state)
{
	struct imported *x = read_sheets("national_M2031_dl.xlsx",
	    HEADER "99|000000|All|49-9999|Lighters|detailed|1.5E3||#|#|120|~|*|2.5E5|#|#||\n"
		   "99|11|Farms|49-9999|Lighters|detailed|**|~|*|*|*|*|*|*|*|*||TRUE\n",
	    NOTES);

	(void)state;
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_string_equal(x->run.release, "May 2031");
	assert_string_equal(imported_str(x, ROW("49-9999", "000000")),
	    "detailed 1500/0 -/4 250640/5 - -/3 250000/0 250640/5 250640/5 120.5/5 120.0/0 00");
	assert_string_equal(imported_str(x, ROW("49-9999", "11")),
	    "detailed -/3 -/3 -/4 - -/4 -/4 -/4 -/4 -/3 -/3 01");
	imported_free(x);
}

/* Without the note nobody can say what # is at least: no value, and the report says why. */
static void
test_no_notes(void **state)
{
	struct imported *x = read_sheets("wages.xlsx",
	    "OCC_CODE|OCC_TITLE|OCC_GROUP|TOT_EMP|A_MEAN|A_MEDIAN|H_MEAN\n"
	    "49-9999|Lighters|detailed|10|#|200|7\n",
	    NULL);

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->sniffed, 1);
	assert_string_equal(x->run.release, "");
	assert_contains(x->run.report.absent.data, "the meaning of # (sheet Field Descriptions");
	assert_contains(x->run.report.absent.data, "A_PCT90\n");
	assert_string_equal(
	    imported_str(x,
		"SELECT mean_why || ' ' || p50 || ' ' || p90_why || ' ' || naics || ' ' ||"
		" industry || coalesce(mean, '') FROM oews"),
	    "3 200 1 000000 Cross-industry");
	imported_free(x);
}

static void
test_reasons(void **state)
{
	static const char good[] = "|1|1|1|1|1|1|1|1|1||\n";
	struct buf rows = BUF_INIT;
	struct imported *x;

	(void)state;
	buf_adds(&rows, HEADER);
	buf_addf(&rows, "99|11|Farms|49-9990|Lighters|broad|1%s", good);
	buf_addf(&rows, "99|11|Farms|49-9990|Lighters|detailed|1%s", good);
	buf_addf(&rows, "06|11|Farms|49-9991|Lighters|detailed|1%s", good);
	buf_addf(&rows, "99|11|Farms|Sep-91|Lighters|detailed|1%s", good);
	buf_addf(&rows, "99|11|Farms|49-9991||detailed|1%s", good);
	buf_addf(&rows, "99|11|Farms|49-9991|Lighters|tiny|1%s", good);
	buf_addf(&rows, "99|11|Farms|49-9991|Lighters|detailed|many%s", good);
	buf_adds(&rows, "99|11|Farms|49-9991|Lighters|detailed|1|x|1|1|1|1|1|1|1|1||\n");
	buf_adds(&rows, "99|11|Farms|49-9991|Lighters|detailed|1|1|x|1|1|1|1|1|1|1||\n");
	buf_adds(&rows, "99|11|Farms|49-9991|Lighters|detailed|1|1|1|-5|1|1|1|1|1|1||\n");
	x = read_sheets("natsector_M2024_dl.xlsx", rows.data, NOTES);
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_int_equal(x->run.report.kept, 1);
	assert_string_equal(x->rejects.data,
	    "3: said twice, as broad and as detailed occupation: kept once\n"
	    "4: an area that is not the whole nation\n"
	    "5: not a SOC code\n"
	    "6: no title\n"
	    "7: not a level of occupations\n"
	    "8: not a number: employment\n"
	    "9: not a number: share of employment\n"
	    "10: not a number: hourly wage\n"
	    "11: not a number: wage\n");
	assert_string_equal(imported_str(x, "SELECT level FROM oews"), "detailed");
	imported_free(x);
	buf_free(&rows);
}

static void
test_refused(void **state)
{
	struct imported *x = read_sheets("national_M2024_dl.xlsx",
	    "OCC_CODE|OCC_TITLE|O_GROUP|TOT_EMP|A_MEAN|H_MEAN\n49-9999|L|detailed|1|1|1\n", NOTES);

	(void)state;
	assert_false(x->ok);
	assert_contains(x->e.text, "there is no column 'A_MEDIAN'");
	imported_free(x);
	x = imported_text(
	    &importer_oews, (const char *const[]){"a.csv", "OCC_CODE\n1\n", "b.txt", "x\n", NULL});
	assert_int_equal(x->sniffed, 0);
	assert_false(x->ok);
	assert_contains(x->e.text, "no workbook of occupational wages");
	imported_free(x);
}

/* Two years at once would mix. */
static void
test_two_years(void **state)
{
	static const struct worksheet sheets[] = {
	    {"a", HEADER "99|11|Farms|49-9999|Lighters|broad|1|1|1|1|1|1|1|1|1|1||\n"}};
	char *dir = temp_dir();
	struct imported *x;

	(void)state;
	workbook_write(temp_path(dir, "national_M2023_dl.xlsx"), sheets, 1);
	workbook_write(temp_path(dir, "natsector_M2024_dl.xlsx"), sheets, 1);
	x = imported_paths(&importer_oews, (const char *const[]){dir, NULL});
	assert_false(x->ok);
	assert_contains(x->e.text, "give one year's");
	imported_free(x);
	temp_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_real_values),
	    cmocka_unit_test(test_real_series),
	    cmocka_unit_test(test_zip),
	    cmocka_unit_test(test_share),
	    cmocka_unit_test(test_cut_off),
	    cmocka_unit_test(test_signs),
	    cmocka_unit_test(test_no_notes),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_two_years),
	};

	return cmocka_run_group_tests_name("oews", tests, NULL, NULL);
}
