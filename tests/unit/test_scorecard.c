/* The College Scorecard: real files, each release's names, every reason for a rejected row, damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA "../shared/data/"
#define FIELDS DATA "scorecard-field-of-study-2020/Most-Recent-Field-Data-Elements.zip"
#define SCHOOLS DATA "scorecard-institution/Most-Recent-Cohorts-Institution.subset26cols.csv"
#define SAMPLE DATA "scorecard-institution/All100.csv"

#define HEADER                                                                                             \
	"\xef\xbb\xbfUNITID,OPEID6,INSTNM,CONTROL,MAIN,CIPCODE,CIPDESC,CREDLEV,CREDDESC,COUNT,DEBTMEDIAN," \
	"DEBTPAYMENT10YR,DEBTMEAN,TITLEIVCOUNT,EARNINGSCOUNT,MD_EARN_WNE,IPEDSCOUNT1,IPEDSCOUNT2\n"
#define FIGURES "50,21000,218,22000,60,55,41000,7,8"

#define PATHS(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct imported *
of_text(const char *name, const char *text)
{
	return imported_text(&importer_scorecard, PATHS(name, text));
}

static struct imported *
real(const char *const *paths)
{
	struct imported *x = imported_paths(&importer_scorecard, paths);

	if (x == NULL) {
		skip();
		abort(); /* never reached: skip() leaves the test */
	}
	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

/* --- the real files -------------------------------------------------------------------------- */

/* One program as text, by what tells it apart. */
static void
check_program(struct imported *x, const char *key, const char *want)
{
	char sql[1024];

	snprintf(sql, sizeof sql,
	    "SELECT s.name || '|' || ifnull(s.control, '-') || '|' || f.title || '|' || l.award || '|' || "
	    "ifnull(p.awards, '-') || '|' || ifnull(p.earnings, '-') || '/' || p.earnings_why || '/' || "
	    "ifnull(p.earnings_n, '-') || '|' || ifnull(p.debt, '-') || '/' || p.debt_why || '|' || "
	    "ifnull(p.debt_mean, '-') || '/' || p.debt_mean_why || '/' || ifnull(p.debt_n, '-') || '|' || "
	    "ifnull(p.payment, '-') FROM sc_program p JOIN sc_school s ON s.id = p.school_id "
	    "JOIN sc_field f ON f.id = p.field_id JOIN sc_level l USING (credlev) WHERE %s",
	    key);
	assert_string_equal(imported_str(x, sql), want);
}

static void
test_fields(void **state)
{
	static const struct {
		const char *key, *want;
	} spots[] = {
	    {"p.id = 1",
		"Alabama A & M University|public|Agriculture, General|bachelor|-|-/2/-|-/2|-/2/-|-"},
	    {"p.id = 216638",
		"Compton College|public|Accounting and Related Services|associate|-|-/2/-|-/2|-/2/-|-"},
	    {"unitid = 178615 AND cip4 = 3105 AND credlev = 3",
		"Truman State University|public|Health and Physical Education/Fitness|bachelor|82|28300/0/112|"
		"22000/0|20488/0/149|228"},
	    {"unitid = 196699 AND cip4 = 5138 AND credlev = 2",
		"Ulster County Community College|public|Registered Nursing, Nursing Administration, Nursing "
		"Research and Clinical Nursing|associate|30|60900/0/44|12043/0|13503/0/38|125"},
	    {"unitid = 140340 AND cip4 = 1109 AND credlev = 2",
		"Herzing University-Atlanta|private-nonprofit|Computer Systems Networking and "
		"Telecommunications|associate|5|42200/0/41|21823/0|21694/0/51|226"},
	    {"unitid = 218742 AND cip4 = 5202 AND credlev = 3",
		"University of South Carolina-Upstate|public|Business Administration, Management and "
		"Operations|bachelor|176|34300/0/161|21800/0|23065/0/222|226"},
	    {"unitid = 240453 AND cip4 = 4502 AND credlev = 3",
		"University of Wisconsin-Milwaukee|public|Anthropology|bachelor|26|25800/0/38|22750/0|"
		"24747/0/43|236"},
	    {"unitid = 100858 AND cip4 = 2607 AND credlev = 3",
		"Auburn University|public|Zoology/Animal Biology|bachelor|4|-/2/-|-/2|16450/0/10|-"},
	    {"opeid6 = 1070 AND unitid IS NULL AND cip4 = 5211 AND credlev = 5",
		"Thunderbird School of Global Management|private-nonprofit|International Business|master|-|"
		"56900/0/-|-/2|-/2/-|-"},
	    {"opeid6 = 6677 AND unitid IS NULL AND cip4 = 2301 AND credlev = 3",
		"McGill University|foreign|English Language and Literature, General|bachelor|-|-/2/-|22237/0|"
		"22606/0/-|231"},
	    {"opeid6 = 42401 AND cip4 = 5112 AND credlev = 7",
		"American University of Antigua College of Medicine|foreign|Medicine|first-professional|-|-/2/-|"
		"68167/0|65393/0/-|794"},
	    {"opeid6 = 7804 AND unitid = 367398 AND cip4 = 5108 AND credlev = 1",
		"Star Career Academy\u2013Brick|private-for-profit|Allied Health and Medical Assisting "
		"Services|certificate|-|21900/0/548|9449/0|9228/0/-|98"},
	};
	struct imported *x;

	(void)state;
	x = real(PATHS(FIELDS));
	assert_int_equal(x->sniffed, 1);
	assert_int_equal(x->run.report.read, 216638);
	assert_int_equal(x->run.report.kept, 216638);
	assert_int_equal(x->run.report.rejected, 0); /* no key collides */
	assert_int_equal(x->run.report.repairs.bytes, 69076);
	assert_int_equal(x->run.report.codes_repaired, 0);
	assert_string_equal(x->run.release, "fields of study 2014-16");
	assert_string_equal(x->run.period, "2014-15 and 2015-16 pooled");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_program"), 216638);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_school"), 7658);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_field"), 395);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_level"), 8);
	for (size_t i = 0; i < COUNT(spots); i++)
		check_program(x, spots[i].key, spots[i].want);
	imported_free(x);
}

static void
test_field_sums(void **state)
{
	static const struct {
		const char *sql;
		int64_t want;
	} sums[] = {
	    {"SELECT sum(earnings) FROM sc_program", 1797684400},
	    {"SELECT sum(debt) FROM sc_program", 1418639456},
	    {"SELECT sum(debt_mean) FROM sc_program", 1999942765},
	    {"SELECT sum(payment) FROM sc_program", 15422449},
	    {"SELECT sum(awards) FROM sc_program", 5138072},
	    {"SELECT count(earnings) FROM sc_program WHERE earnings_why = 0", 45371},
	    {"SELECT count(*) FROM sc_program WHERE earnings IS NULL AND earnings_why = 2", 171267},
	    {"SELECT count(*) FROM sc_program WHERE debt IS NULL AND debt_why = 2", 165215},
	    {"SELECT count(debt_mean) FROM sc_program", 73581},
	    {"SELECT count(debt_n) FROM sc_program", 64143},
	    {"SELECT count(earnings_n) FROM sc_program", 42159},
	    {"SELECT count(*) FROM sc_program WHERE later IS NULL AND later_why = 1", 216638},
	    {"SELECT count(*) FROM sc_program WHERE credlev = 3", 68978},
	    {"SELECT count(*) FROM sc_program WHERE credlev = 8", 9939},
	    {"SELECT count(*) FROM sc_program p JOIN sc_school s ON s.id = school_id WHERE unitid IS NULL",
		5618},
	    {"SELECT count(*) FROM sc_program p JOIN sc_school s ON s.id = school_id WHERE control = 'foreign'",
		4809},
	    {"SELECT count(*) FROM sc_program p JOIN sc_school s ON s.id = school_id WHERE control IS NULL",
		0},
	    {"SELECT count(*) FROM sc_field WHERE title LIKE '%.' OR title LIKE '%  %'", 0},
	    {"SELECT count(DISTINCT cip4) FROM sc_field", 395},
	    {"SELECT count(DISTINCT school_id || '/' || field_id || '/' || credlev) FROM sc_program",
		216638},
	};
	struct imported *x;

	(void)state;
	x = real(PATHS(FIELDS));
	for (size_t i = 0; i < COUNT(sums); i++)
		if (imported_int(x, sums[i].sql) != sums[i].want)
			fail_msg("%s: %lld", sums[i].sql, (long long)imported_int(x, sums[i].sql));
	imported_free(x);
}

static void
check_school(struct imported *x, int unitid, const char *want)
{
	char sql[512];

	snprintf(sql, sizeof sql,
	    "SELECT opeid6 || '|' || name || '|' || city || '|' || state || '|' || ifnull(control, '-') || '|' || "
	    "ifnull(tuition_in, '-') || '/' || tuition_in_why || '|' || ifnull(tuition_out, '-') || '/' || "
	    "tuition_out_why || '|' || ifnull(tuition_program, '-') || '/' || tuition_program_why || '|' || "
	    "ifnull(earnings, '-') || '/' || earnings_why FROM sc_institution WHERE unitid = %d",
	    unitid);
	assert_string_equal(imported_str(x, sql), want);
}

static void
test_subset(void **state)
{
	struct imported *x;

	(void)state;
	x = real(PATHS(SCHOOLS));
	assert_int_equal(x->sniffed, 1);
	assert_int_equal(x->run.report.read, 6662);
	assert_int_equal(x->run.report.kept, 6662);
	assert_int_equal(x->run.report.codes_repaired, 6662); /* all lost the zeros of OPEID6 */
	assert_string_equal(x->run.release, "institutions");
	assert_string_equal(
	    x->run.report.absent.data, "CONTROL\nTUITIONFEE_PROG\nMD_EARN_WNE_P10\n");
	check_school(
	    x, 100654, "1002|Alabama A & M University|Normal|AL|-|10024/0|18634/0|-/1|-/1");
	check_school(x, 102313,
	    "5734|H Councill Trenholm State Community College|Montgomery|AL|-|4770/0|8760/0|-/1|-/1");
	check_school(x, 218487,
	    "6815|Orangeburg Calhoun Technical College|Orangeburg|SC|-|4730/0|7490/0|-/1|-/1");
	check_school(x, 49576723,
	    "3329|Pennsylvania State University-Penn State Brandywine|Media|PA|-|14486/0|23476/0|-/1|-/1");
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM sc_institution WHERE tuition_in_why = 3"), 2832);
	assert_int_equal(imported_int(x, "SELECT count(tuition_out) FROM sc_institution"), 3830);
	assert_int_equal(imported_int(x, "SELECT count(DISTINCT state) FROM sc_institution"), 59);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 2);
	imported_free(x);
}

static void
test_all_columns(void **state)
{
	struct imported *x;

	(void)state;
	x = real(PATHS(SAMPLE));
	assert_int_equal(x->run.report.kept, 99);
	assert_int_equal(x->run.report.codes_repaired, 0);
	assert_string_equal(x->run.report.absent.data, "");
	check_school(
	    x, 100654, "1002|Alabama A & M University|Normal|AL|public|9857/0|18236/0|-/3|31000/0");
	check_school(x, 100690,
	    "25034|Amridge University|Montgomery|AL|private-nonprofit|6900/0|6900/0|-/3|39600/0");
	check_school(x, 105215,
	    "21005|Universal Technical Institute of Arizona Inc-Motorcycle Mechanics Institute Division|Phoenix|"
	    "AZ|private-for-profit|-/3|-/3|27100/0|38700/0");
	check_school(x, 101277,
	    "41872|New Beginning College of Cosmetology|Albertville|AL|private-for-profit|-/3|-/3|10050/0|-/3");
	check_school(x, 101453,
	    "21997|Heritage Christian University|Florence|AL|private-nonprofit|11232/0|11232/0|-/3|-/2");
	check_school(x, 105297, "8246|Dine College|Tsaile|AZ|public|1410/0|1410/0|-/3|21000/0");
	assert_string_equal(
	    imported_str(
		x, "SELECT horizon_hi || '|' || locator FROM series WHERE name = 'earnings'"),
	    "10.0|All100.csv: MD_EARN_WNE_P10");
	imported_free(x);
}

static void
test_together(void **state)
{
	struct imported *x;

	(void)state;
	x = real(PATHS(SCHOOLS, FIELDS));
	assert_int_equal(x->sniffed, 2);
	assert_int_equal(x->run.report.kept, 216638 + 6662);
	assert_string_equal(x->run.release, "fields of study 2014-16; institutions");
	/* 7,142 UNITIDs of 2020 (and none at all), 5,834 of which are still there in 2022 */
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM v_sc_school WHERE state IS NOT NULL"), 5834);
	assert_string_equal(imported_str(x,
				"SELECT name || '|' || city || '|' || tuition_in || '|' || control "
				"FROM v_sc_school WHERE unitid = 240453"),
	    "University of Wisconsin-Milwaukee|Milwaukee|9254|public");
	imported_free(x);
}

/* --- what the columns state ------------------------------------------------------------------ */

static void
test_series(void **state)
{
	struct imported *x = of_text("f.csv", HEADER "1,2,A,Public,1,0100,B.,3,C," FIGURES "\n");

	(void)state;
	assert_true(x->ok);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM series"), 4);
	assert_string_equal(
	    imported_str(x,
		"SELECT measure || '|' || statistic || '|' || unit || '|' || per || '|' || horizon_lo || "
		"'|' || horizon_hi || '|' || period || '|' || audience || '|' || locator || '|' || words "
		"FROM series WHERE relation = 'sc_program' AND name = 'earnings'"),
	    "earnings|median|USD|year|1.0|1.0|2014-15 and 2015-16 pooled|graduates of 2014-16|f.csv: MD_EARN_WNE|"
	    "1 year after, working and not enrolled");
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(name || ' ' || statistic || ' ' || per, ', ') FROM "
		"(SELECT * FROM series WHERE measure = 'debt' ORDER BY id)"),
	    "debt median once, debt_mean mean once, payment median month");
	imported_free(x);
}

/* Later releases call the columns otherwise, and have more of them. */
static void
test_releases(void **state)
{
	static const struct {
		const char *file, *earnings, *later, *release, *want;
	} releases[] = {
	    {"FieldOfStudyData1617_1718_PP.csv", "EARN_MDN_HI_1YR", "EARN_MDN_HI_2YR",
		"fields of study 2016-18", "1.0 2.0 graduates of 2016-18"},
	    {"FieldOfStudyData1718_1819_PP.csv", "EARN_MDN_HI_1YR", "EARN_NE_MDN_3YR",
		"fields of study 2017-19", "1.0 3.0 graduates of 2017-19"},
	    {"Most-Recent-Cohorts-Field-of-Study.csv", "EARN_MDN_1YR", "EARN_MDN_4YR",
		"fields of study", "1.0 4.0 -"},
	    {"Most-Recent-Cohorts-Field-of-Study.csv", "EARN_MDN_1YR", "EARN_MDN_5YR",
		"fields of study", "1.0 5.0 -"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(releases); i++) {
		struct imported *x;
		char text[512];

		snprintf(text, sizeof text,
		    "UNITID,OPEID6,INSTNM,CIPCODE,CIPDESC,CREDLEV,%s,%s,DEBT_ALL_STGP_EVAL_MDN,"
		    "DEBT_ALL_STGP_EVAL_MDN10YRPAY\n1,000002,A,0100,B.,5,40000,PS,NA,241.6\n",
		    releases[i].earnings, releases[i].later);
		x = of_text(releases[i].file, text);
		assert_true(x->ok);
		assert_string_equal(x->run.release, releases[i].release);
		assert_string_equal(
		    imported_str(x,
			"SELECT earnings || '/' || earnings_why || ' ' || ifnull(later, '-') || '/' || "
			"later_why || ' ' || ifnull(debt, '-') || '/' || debt_why || ' ' || "
			"debt_mean_why || ' ' || payment FROM sc_program"),
		    "40000/0 -/2 -/3 1 242");
		assert_string_equal(
		    imported_str(x,
			"SELECT a.horizon_hi || ' ' || b.horizon_hi || ' ' || ifnull(a.audience, '-') "
			"FROM series a, series b WHERE a.name = 'earnings' AND b.name = 'later'"),
		    releases[i].want);
		assert_contains(x->run.report.absent.data, "DEBT_ALL_STGP_EVAL_MEAN\n");
		imported_free(x);
	}
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
test_reasons(void **state)
{
	static const char text[] =
	    HEADER "1,000002,A,Public,1,0100,B.,3,C," FIGURES "\n"
		   "1,000002,A,Public,1,0100,B.,3,C," FIGURES "\n"     /* the same again */
		   "1,000002,A,Public,1,0100,B.,5,C," FIGURES "\n"     /* another level */
		   "NULL,000002,A,Foreign,1,0100,B.,3,C," FIGURES "\n" /* another school */
		   "1,00000X,A,Public,1,0100,B.,3,C," FIGURES "\n"
		   "x,000002,A,Public,1,0100,B.,3,C," FIGURES "\n"
		   "1,000002,A,Public,1,01001,B.,3,C," FIGURES "\n"
		   "1,000002,A,Public,1,0101,B.,9,C," FIGURES "\n"
		   "1,000002,A,Public,1,0101,B.,PrivacySuppressed,C," FIGURES "\n"
		   "1,000002,,Public,1,0101,B.,3,C," FIGURES "\n"
		   "1,000002,A,Public,1,0101,,3,C," FIGURES "\n"
		   "1,000002,A,Public,1,0101,B.,3,C,50,many,218,22000,60,55,41000,7,8\n"
		   "1,000002,A,Public,1,0101,B.,3,C,50,1,218,22000,60,55,-41000,7,8\n"
		   "1,000002,A,Public,1,0101,B.,3\n"
		   "1,000002,A,Public,1,0101,B.,3,C," FIGURES ",9\n";
	struct imported *x = of_text("f.csv", text);

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.read, 15);
	assert_int_equal(x->run.report.kept, 3);
	assert_string_equal(x->rejects.data,
	    "3: a program that stands further up already\n"
	    "6: OPEID6 is no code of six digits\n"
	    "7: UNITID is no number\n"
	    "8: CIPCODE is no code of four digits\n"
	    "9: unknown credential level\n"
	    "10: unknown credential level\n"
	    "11: no school name\n"
	    "12: no title of the field\n"
	    "13: not a number: debt\n"
	    "14: not a number: earnings\n"
	    "15: fewer fields than columns\n"
	    "16: more fields than columns\n");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_school"), 2);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_program"), 3);
	imported_free(x);
}

static void
test_school_reasons(void **state)
{
	static const char text[] =
	    "UNITID,OPEID6,INSTNM,CITY,STABBR,CONTROL,TUITIONFEE_IN,TUITIONFEE_OUT\n"
	    "1,1002,A,Town,AL,2,9000,NA\n"
	    "1,1002,A,Town,AL,2,9000,9000\n"
	    "NULL,1002,A,Town,AL,2,9000,9000\n"
	    "2,10020000,A,Town,AL,2,9000,9000\n"
	    "3,1002,NULL,Town,AL,2,9000,9000\n"
	    "4,1002,A,Town,AL,2,dear,9000\n"
	    "5,NULL,A,NULL,AL,9,,PS\n";
	struct imported *x = of_text("i.csv", text);

	(void)state;
	assert_true(x->ok);
	assert_string_equal(x->rejects.data,
	    "3: a UNITID that stands further up already\n"
	    "4: UNITID is no number\n"
	    "5: OPEID6 is no code of six digits\n"
	    "6: no school name\n"
	    "7: not a number: tuition in the state\n");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_institution"), 2);
	assert_string_equal(
	    imported_str(x,
		"SELECT ifnull(opeid6, '-') || ifnull(city, '-') || ifnull(control, '-') || "
		"tuition_in_why || tuition_out_why FROM sc_institution WHERE unitid = 5"),
	    "---12");
	imported_free(x);
}

/* A spreadsheet has eaten zeros, or kept them in a formula. */
static void
test_spreadsheet(void **state)
{
	static const char text[] = HEADER
	    "1,1002,A,Public,1,100,B.,3,C," FIGURES "\r\n"
	    "1,=\"001002\",A,Public,1,=\"0109\",\"Nursing,  General.\",3,C," FIGURES "\r\n"
	    "1,001002,A,Public,1,0109,\"Nursing, General.\",5,Bachelor\xc2\x92s," FIGURES "\r\n";
	struct imported *x = of_text("f.csv", text);

	(void)state;
	assert_true(x->ok);
	assert_int_equal(x->run.report.kept, 3);
	assert_int_equal(x->run.report.codes_repaired, 2);
	assert_int_equal(x->run.report.repairs.formulas, 2);
	assert_int_equal(x->run.report.repairs.bytes, 1);
	assert_int_equal(imported_int(x, "SELECT opeid6 FROM sc_school"), 1002);
	assert_string_equal(
	    imported_str(x, "SELECT group_concat(cip4 || ' ' || title, '; ') FROM sc_field"),
	    "100 B; 109 Nursing, General");
	imported_free(x);
}

/* --- damaged copies -------------------------------------------------------------------------- */

static void
refused(const char *name, const char *text, const char *message)
{
	struct imported *x = of_text(name, text);

	assert_false(x->ok);
	assert_int_equal(x->e.code, ERR_DATA);
	assert_contains(x->e.text, message);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_program"), 0);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM sc_school"), 0);
	imported_free(x);
}

static void
test_refused(void **state)
{
	(void)state;
	refused(
	    "f.csv", "UNITID,INSTNM,CIPCODE,CIPDESC,CREDLEV\n1,A,0100,B,3\n", "no column 'OPEID6'");
	refused(
	    "f.csv", "UNITID,OPEID6,INSTNM,CIPCODE,CREDLEV\n1,2,A,0100,3\n", "no column 'CIPDESC'");
	refused(
	    "f.csv", HEADER "1,000002,A,Public,1,0100,B.,3,C", "f.csv:2: the last line is cut off");
	refused("f.csv", HEADER "1,000002,\"A,Public,1", "ends within a quoted field");
	refused("c.csv", "InstitutionName,City,StateCode,Control,TUITIONFEE_IN\nA,B,AL,1,NA\n",
	    "c.csv holds no College Scorecard file");
	refused("x.csv", "soc,title\n15-2051,a\n", "holds no College Scorecard file");
}

static void
test_two_releases(void **state)
{
	struct imported *x =
	    imported_text(&importer_scorecard, PATHS("a.csv", HEADER, "b.csv", HEADER));

	(void)state;
	assert_false(x->ok);
	assert_contains(x->e.text, "b.csv is a second field-of-study file");
	imported_free(x);
}

static void
test_damaged(void **state)
{
	size_t len, cut;
	char *text = imported_file(FIELDS, "Most-Recent-Field-Data-Elements.csv", &len);
	char *column;

	(void)state;
	if (text == NULL) {
		skip();
		abort();
	}
	cut = len / 50;
	while (text[cut - 1] != ',')
		cut++;
	text[cut] = '\0'; /* behind a comma: fields are missing */
	refused("f.csv", text, "is cut off");
	strrchr(text, '\n')[1] = '\0';
	column = strstr(text, "OPEID6");
	column[0] = 'X';
	refused("f.csv", text, "no column 'OPEID6'");
	column[0] = 'O';
	column = strstr(text, "MD_EARN_WNE");
	column[0] = 'X'; /* optional: the rest comes in */
	{
		struct imported *x = of_text("f.csv", text);

		assert_true(x->ok);
		assert_contains(x->run.report.absent.data, "EARN_MDN_1YR\n");
		assert_int_equal(x->run.report.rejected, 0);
		assert_int_equal(
		    imported_int(x, "SELECT count(*) FROM sc_program WHERE earnings_why <> 1"), 0);
		assert_true(imported_int(x, "SELECT count(debt) FROM sc_program") > 0);
		assert_int_equal(
		    imported_int(x, "SELECT count(*) FROM series WHERE measure = 'earnings'"), 0);
		imported_free(x);
	}
	free(text);
}

static void
test_part_of(void **state)
{
	struct input *in = input_new(&input_limits_data);
	struct err e = {0};

	(void)state;
	assert_ok(input_add_member(in, "i.csv", "UNITID,INSTNM\n", 14, &e));
	assert_ok(input_add_member(in, "f.csv", HEADER, strlen(HEADER), &e));
	assert_ok(input_add_member(in, "x.csv", "A,B\n", 4, &e));
	assert_int_equal(importer_scorecard.part_of(in, 0), 1);
	assert_int_equal(importer_scorecard.part_of(in, 1), 0);
	assert_int_equal(importer_scorecard.part_of(in, 2), -1);
	input_free(in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fields),
	    cmocka_unit_test(test_field_sums),
	    cmocka_unit_test(test_subset),
	    cmocka_unit_test(test_all_columns),
	    cmocka_unit_test(test_together),
	    cmocka_unit_test(test_series),
	    cmocka_unit_test(test_releases),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_school_reasons),
	    cmocka_unit_test(test_spreadsheet),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_two_releases),
	    cmocka_unit_test(test_damaged),
	    cmocka_unit_test(test_part_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
