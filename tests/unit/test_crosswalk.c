/* The crosswalk of fields of study and occupations: counts, links, reasons, and damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"
#include "temp.h"
#include "workbook.h"

#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/cip-soc-crosswalk"
#define CSV FOLDER "/CIP2020_SOC2018_Crosswalk.csv"
#define HEADER "CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n"

static const char no_occupation[] = "no match: a field of study without an occupation",
		  no_field[] = "no match: an occupation without a field of study";

static void
check_real(struct imported *x)
{
	if (!x->ok)
		fail_msg("%s", x->e.text);
	assert_int_equal(x->run.report.read, 6097);
	assert_int_equal(x->run.report.kept, 5723);
	assert_int_equal(imported_rejected(x, no_occupation), 194);
	assert_int_equal(imported_rejected(x, no_field), 180);
	assert_int_equal(x->run.report.rejected, 374);
	assert_string_equal(x->run.release, "CIP 2020 - SOC 2018");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM crosswalk"), 5723);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM cip"), 2142);
	assert_int_equal(imported_int(x, "SELECT count(DISTINCT soc) FROM crosswalk"), 687);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM crosswalk WHERE soc = '15-2051'"), 35);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM crosswalk WHERE soc = '29-1141'"), 21);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM crosswalk WHERE cip = 110701"), 13);
	assert_int_equal(imported_int(x,
			     "SELECT count(*) FROM crosswalk WHERE soc = '15-2051' AND cip IN"
			     " (110102, 307001, 307099, 270501, 521302, 400512)"),
	    6);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM crosswalk WHERE cip = 10508"), 0);
	assert_string_equal(
	    imported_str(x, "SELECT title FROM cip WHERE cip = 307001"), "Data Science, General");
	assert_string_equal(
	    imported_str(x, "SELECT title FROM cip WHERE cip = 10000"), "Agriculture, General");
	assert_string_equal(
	    imported_str(x, "SELECT title FROM cip WHERE cip = 10508"), "Taxidermy/Taxidermist");
	imported_free(x);
}

static void
test_real(void **state)
{
	(void)state;
	check_real(imported_paths(&importer_crosswalk, (const char *const[]){CSV, NULL}));
}

static void
test_real_workbook(void **state)
{
	(void)state;
	check_real(imported_paths(&importer_crosswalk,
	    (const char *const[]){FOLDER "/CIP2020_SOC2018_Crosswalk.xlsx", NULL}));
}

/* Both are in the folder: the same rows are not read twice. */
static void
test_real_folder(void **state)
{
	struct imported *x =
	    imported_paths(&importer_crosswalk, (const char *const[]){FOLDER, NULL});

	(void)state;
	assert_int_equal(x->sniffed, 2);
	check_real(x);
}

static struct imported *
read_text(const char *text)
{
	return imported_text(&importer_crosswalk, (const char *const[]){"c.csv", text, NULL});
}

static void
check_refused(const char *text, const char *says)
{
	struct imported *x = read_text(text);

	assert_false(x->ok);
	assert_contains(x->e.text, says);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM crosswalk"), 0);
	imported_free(x);
}

static void
test_reasons(void **state)
{
	struct imported *x = read_text(HEADER "11.0701,\"Sums, Made.\",15-2051,Counters\n"
					      "11.0701,\"Sums, Made.\",15-2051,Counters\n"
					      "11.0702,Sums,99-9999,NO MATCH\n"
					      "99.9999,NO MATCH,53-7065,Stockers\n"
					      "AB.0702,Sums,15-2051,Counters\n"
					      "11.0702,Sums,Nov-11,Counters\n"
					      "11.0702,Sums\n"
					      "11.0702,Sums,15-2051,Counters,more\n");

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.read, 8);
	assert_int_equal(x->run.report.kept, 1);
	assert_string_equal(x->rejects.data,
	    "3: said twice\n"
	    "4: no match: a field of study without an occupation\n"
	    "5: no match: an occupation without a field of study\n"
	    "6: not a CIP code\n"
	    "7: not a SOC code\n"
	    "8: fewer fields than columns\n"
	    "9: more fields than columns\n");
	assert_string_equal(
	    imported_str(x, "SELECT group_concat(cip || ' ' || title, '; ') FROM cip"),
	    "110701 Sums, Made; 110702 Sums");
	imported_free(x);
}

/* What a spreadsheet makes of the codes: zeros at both ends lost, a family alone, formulas. */
static void
test_repairs(void **state)
{
	struct imported *x = read_text(HEADER "1,Farms.,19-1011,A\n"
					      "1.01,Trade.,19-1011,A\n"
					      "=\"01.0207\",Water.,19-1011,A\n"
					      "30.7001,Data.,152051,A\n"
					      "11.07,Sums\x92.,15-2051.00,A\n");

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.kept, 5);
	assert_string_equal(
	    imported_str(
		x, "SELECT group_concat(cip) FROM (SELECT cip FROM crosswalk ORDER BY cip)"),
	    "10000,10100,10207,110700,307001");
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM crosswalk WHERE soc = '15-2051'"), 2);
	assert_int_equal(x->run.report.codes_repaired, 3);
	assert_int_equal(x->run.report.repairs.formulas, 1);
	assert_int_equal(x->run.report.repairs.bytes, 1);
	imported_free(x);
}

static void
test_refused(void **state)
{
	(void)state;
	check_refused("CIP2020Code,CIP2020Title,SOC2018Title\n1,2,3\n",
	    "c.csv:1: there is no column 'SOC2018Code'");
	check_refused("CIP2010Code,CIP2010Title,SOC2018Code\n1,2,3\n",
	    "c.csv:1: there is no column 'CIP2020Code'");
	check_refused(
	    HEADER "11.0701,Sums.,15-2051,Counters\n11.0702,Su", "c.csv:3: the last line");
	check_refused(HEADER "11.0701,\"Sums.,15-2051,Counters\n", "c.csv:2");
	check_refused("", "c.csv is empty");
}

static void
test_other_kind(void **state)
{
	struct imported *x = imported_text(&importer_crosswalk,
	    (const char *const[]){"a.csv", "a,b\n1,2\n", "b.txt", "SOC2018Code\n", NULL});

	(void)state;
	assert_int_equal(x->sniffed, 0);
	assert_false(x->ok);
	assert_contains(x->e.text, "no CIP-SOC crosswalk among the files");
	imported_free(x);
}

/* The optional column is not there: noted, and the rest is read. */
static void
test_absent(void **state)
{
	struct imported *x = read_text("SOC2018Code,Extra,CIP2020Code\n15-2051,x,11.0701\n");

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.kept, 1);
	assert_string_equal(x->run.report.absent.data, "CIP2020Title\n");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM cip"), 0);
	imported_free(x);
}

/* The sheet is found by its name, among others that hold the same rows. */
static void
test_workbook(void **state)
{
	static const struct worksheet sheets[] = {
	    {"File Guide", "File Name|Description\nCIP-SOC|in order of CIP\n"},
	    {"SOC-CIP", "SOC2018Code|SOC2018Title|CIP2020Code|CIP2020Title\n15-2051|A|01.0000|B\n"},
	    {"CIP-SOC",
		"CIP2020Code|CIP2020Title|SOC2018Code|SOC2018Title\n11.0701|Sums.|15-2051|A\n"},
	};
	char *dir = temp_dir();
	struct imported *x;

	(void)state;
	workbook_write(temp_path(dir, "c.xlsx"), sheets, COUNT(sheets));
	x = imported_paths(
	    &importer_crosswalk, (const char *const[]){temp_path(dir, "c.xlsx"), NULL});
	assert_int_equal(x->sniffed, 1);
	assert_true(x->ok);
	assert_string_equal(
	    imported_str(
		x, "SELECT group_concat(cip) FROM (SELECT cip FROM crosswalk ORDER BY cip)"),
	    "110701");
	imported_free(x);
	temp_remove(dir);
}

/* Copies of the real file with other line ends hold the same rows; a copy that is cut off
 * within a row is refused. */
static void
test_damaged(void **state)
{
	size_t len, n = 0;
	char *text = imported_file(CSV, NULL, &len), *other;

	(void)state;
	other = malloc(len + 1);
	for (int end = '\n'; end != 0; end = end == '\n' ? '\r' : 0) {
		n = 0;
		for (size_t i = 0; i < len; i++)
			if (text[i] != '\r')
				other[n++] = text[i] == '\n' ? (char)end : text[i];
		other[n] = '\0';
		check_real(read_text(other));
	}
	other[n / 2] = '\0';
	while (other[strlen(other) - 1] != ',')
		other[strlen(other) - 1] = '\0';
	check_refused(other, "cut off");
	free(other);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_real_workbook),
	    cmocka_unit_test(test_real_folder),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_repairs),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_other_kind),
	    cmocka_unit_test(test_absent),
	    cmocka_unit_test(test_workbook),
	    cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests_name("crosswalk", tests, NULL, NULL);
}
