/* Sets that publishers offer as several files, imported one after the other: nothing is lost, nothing is old. */
#include "career/base/file.h"
#include "career/build/import.h"
#include "career/store/catalog.h"
#include "check.h"
#include "dump.h"
#include "packdir.h"
#include "temp.h"
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
	struct packdir d;
	char *dir, *home;
	char target[512];
} g;

static int
setup(void **state)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	(void)state;
	packdir_init(&g.d);
	packdir_base(&g.d);
	g.dir = temp_dir();
	g.home = temp_dir();
	snprintf(g.target, sizeof g.target, "%s/catalog.db", g.home);
	assert_int_equal(setenv("XDG_DATA_HOME", g.home, 1), 0);
	assert_ok(build_catalog(g.target, g.d.pack, g.d.npacks, NULL, &lines, &counts, &e));
	buf_free(&lines);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	packdir_free(&g.d);
	temp_remove(g.dir);
	temp_remove(g.home);
	return 0;
}

/* A file in a folder of its own, as releases lie beside one another. Borrowed path of the folder. */
static const char *
put(const char *folder, const char *name, const char *text)
{
	static char path[4][600];
	static unsigned turn;
	char *dir = path[turn++ % 4], file[700];

	snprintf(dir, sizeof path[0], "%s/%s", g.dir, folder);
	(void)mkdir(dir, 0700);
	snprintf(file, sizeof file, "%s/%s", dir, name);
	temp_write(file, text, strlen(text));
	return dir;
}

static bool
try_import(const char *const *paths, size_t n, struct import_result *r, struct err *e)
{
	const struct import_want w = {.target = g.target,
	    .paths = paths,
	    .npaths = n,
	    .packs = g.d.pack,
	    .npacks = g.d.npacks,
	    .keep = true};

	return build_import(&w, r, e);
}

static void
import(const char *const *paths, size_t n)
{
	struct import_result r;
	struct err e;

	assert_ok(try_import(paths, n, &r, &e));
	assert_string_equal(r.lines.data, "");
	import_result_free(&r);
}

#define IMPORT(...)                                                                                \
	import((const char *const[]){__VA_ARGS__},                                                 \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const char *
ask(const char *sql)
{
	struct err e;
	struct db *db = catalog_open(g.target, &e);
	const char *answer;

	assert_ok(db != NULL);
	answer = packdir_ask(db, sql);
	db_close(db);
	return answer;
}

static void
assert_same(const char *want)
{
	dump_must_be(g.target, want);
}

/* The program of another schema makes the catalog again from what is kept: the same. */
static void
assert_made_again(const char *want)
{
	struct err e;
	struct db *db = db_open(g.target, DB_WRITE, &e);
	struct build_counts counts;
	struct buf lines = BUF_INIT;

	assert_ok(db != NULL && db_exec(db, "PRAGMA user_version = 0", &e));
	db_close(db);
	assert_ok(build_catalog(g.target, g.d.pack, g.d.npacks, NULL, &lines, &counts, &e));
	assert_string_equal(lines.data, "");
	buf_free(&lines);
	assert_same(want);
}

/* --- O*NET ----------------------------------------------------------------------------------- */

#define RATINGS "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\n"

/* Without skills, as the folder of a release may be. */
static const char *
release_a(void)
{
	put("onet-31.0", "Alternate Titles.txt",
	    "O*NET-SOC Code\tAlternate Title\tShort Title\n49-9991.00\tLighter\tn/a\n"
	    "49-9992.00\tMaker\tn/a\n");
	put("onet-31.0", "Job Zones.txt",
	    "O*NET-SOC Code\tJob Zone\tDate\n49-9991.00\t4\t08/2030\n49-9992.00\t2\t08/2030\n");
	put("onet-31.0", "Interests.txt",
	    "O*NET-SOC Code\tElement ID\tScale ID\tData Value\n49-9991.00\t1.B.1.a\tOI\t3.00\n");
	return put("onet-31.0", "Occupation Data.txt",
	    "O*NET-SOC Code\tTitle\n49-9991.00\tLighters\n49-9992.00\tMakers\n");
}

static const char *
skills_b(void)
{
	put("onet-31.2", "Knowledge.txt", RATINGS "49-9992.00\t2.C.1.a\tWax\tIM\t2.00\t02/2031\n");
	return put("onet-31.2", "Skills.txt",
	    RATINGS "49-9991.00\t2.B.1.a\tGlow\tIM\t3.00\t02/2031\n"
		    "49-9992.00\t2.B.1.a\tGlow\tIM\t4.00\t02/2031\n");
}

static void
test_onet(void **state)
{
	const char *a = release_a(), *b = skills_b();
	char *both;

	(void)state;
	IMPORT(a, b);
	assert_string_equal(ask("SELECT kind || ' ' || release FROM import"),
	    "onet 31.0, Skills 31.2, Knowledge 31.2");
	assert_string_equal(ask("SELECT short FROM source WHERE pack = 'import'"), "O*NET 31.0");
	assert_string_equal(ask("SELECT rows_read || '/' || rows_kept FROM import"), "10/10");
	both = dump_catalog(g.target);
	/* Each alone: what the other brought stays. */
	IMPORT(a);
	assert_string_equal(ask("SELECT count(*) FROM onet_rating"), "3");
	assert_string_equal(ask("SELECT kind || ' ' || release FROM import"),
	    "onet 31.0, Skills 31.2, Knowledge 31.2");
	IMPORT(b);
	assert_string_equal(
	    ask("SELECT group_concat(code || ' ' || job_zone || ' ' || ifnull(riasec, '-'))"
		" FROM onet_occupation"),
	    "49-9991.00 4 R,49-9992.00 2 -");
	assert_string_equal(ask("SELECT rows_read || '/' || rows_kept FROM import"), "10/10");
	assert_string_equal(ask("SELECT absent LIKE '%\"Skills.txt%' OR absent LIKE '%Titles%' OR"
				" absent NOT LIKE '%Task Statements.txt%' FROM import"),
	    "0");
	assert_made_again(both);
	free(both);
}

/* Skills alone have no occupations to belong to. */
static void
test_onet_without_occupations(void **state)
{
	const char *b = skills_b();
	struct import_result r;
	struct err e;

	(void)state;
	assert_false(try_import(&b, 1, &r, &e));
	assert_contains(e.text, "there is no Occupation Data.txt");
	import_result_free(&r);
}

/* A newer release without an occupation, zones and interests: nothing stays of what is gone, everything of the rest. */
static void
test_onet_newer(void **state)
{
	const char *a = release_a(), *b = skills_b(), *c;

	(void)state;
	IMPORT(a);
	IMPORT(b);
	c = put("onet-32.0", "Occupation Data.txt",
	    "O*NET-SOC Code\tTitle\n49-9991.00\tLamplighters\n49-9993.00\tOthers\n");
	IMPORT(c);
	assert_string_equal(
	    ask("SELECT group_concat(code || ' ' || title || ' ' || ifnull(job_zone, '-') || ' '"
		" || ifnull(riasec, '-')) FROM onet_occupation"),
	    "49-9991.00 Lamplighters 4 R,49-9993.00 Others - -");
	assert_string_equal(ask("SELECT group_concat(code) FROM onet_rating"), "49-9991.00");
	assert_string_equal(ask("SELECT group_concat(title) FROM onet_title"), "Lighter");
	assert_string_equal(ask("SELECT kind || ' ' || release FROM import"),
	    "onet 32.0, Alternate Titles 31.0, Skills 31.2, Knowledge 31.2, Interests 31.0, Job Zones 31.0");
}

/* --- wages ----------------------------------------------------------------------------------- */

#define WAGES                                                                                      \
	"AREA|NAICS|NAICS_TITLE|OCC_CODE|OCC_TITLE|O_GROUP|TOT_EMP|PCT_TOTAL|H_MEAN|A_MEAN|"       \
	"H_MEDIAN|A_PCT10|A_PCT25|A_MEDIAN|A_PCT75|A_PCT90|ANNUAL|HOURLY\n"

static const char *
wages(const char *name, const char *industry, int median)
{
	static char path[4][600];
	static unsigned turn;
	char *file = path[turn++ % 4], rows[1024];
	const struct worksheet sheets[] = {{"All May data", rows}};

	snprintf(file, sizeof path[0], "%s/%s", g.dir, name);
	snprintf(rows, sizeof rows,
	    WAGES "99|%s|I|49-9991|Lighters|detailed|10|1|5|%d|7|1|2|%d|4|5||\n"
		  "99|%s|I|49-9992|Makers|detailed|10|1|5|%d|7|1|2|%d|4|5||\n",
	    industry, median, median, industry, median, median + 1);
	workbook_write(file, sheets, 1);
	return file;
}

static void
test_wages(void **state)
{
	const char *nation = wages("national_M2031_dl.xlsx", "000000", 100),
		   *sectors = wages("natsector_M2031_dl.xlsx", "11", 90);
	char *both;

	(void)state;
	IMPORT(sectors, nation);
	both = dump_catalog(g.target);
	assert_string_equal(ask("SELECT kind || ' ' || release FROM import"), "oews May 2031");
	IMPORT(sectors);
	assert_same(both);
	IMPORT(nation);
	assert_same(both);
	assert_made_again(both);
	free(both);
	/* Next year's wages of the nation; those of sectors are a year older, and that is said. */
	nation = wages("national_M2032_dl.xlsx", "000000", 110);
	IMPORT(nation);
	assert_string_equal(ask("SELECT group_concat(naics || ' ' || p50) FROM oews"),
	    "000000 110,000000 111,11 90,11 91");
	assert_string_equal(
	    ask("SELECT kind || ' ' || release FROM import"), "oews May 2032, sectors May 2031");
	assert_string_equal(ask("SELECT period FROM series WHERE name = 'p50'"), "May 2032");
	IMPORT(sectors);
	assert_string_equal(ask("SELECT period FROM series WHERE name = 'p50'"), "May 2032");
	both = dump_catalog(g.target);
	assert_made_again(both);
	free(both);
}

/* --- packs that copy from a set -------------------------------------------------------------- */

static void
put_pack(void)
{
	packdir_file(&g.d, "a", "wages.yaml",
	    "sources: [{key: wages, title: Wages, short: W, publisher: P, kind: official, importer: oews}]\n"
	    "roles:\n"
	    "  - {slug: lighters, title: Lighters, kind: occupation, family: F, codes: ['soc:49-9991']}\n"
	    "  - {slug: dousers, title: Dousers, kind: occupation, family: F, codes: ['soc:49-9999']}\n"
	    "figures:\n"
	    "  - {about: 'role:lighters', measure: pay, statistic: mean, value: 99, unit: USD, per: year,"
	    " basis: base, level: all, place: US, source: wages, locator: x}\n"
	    "  - {about: 'role:dousers', measure: pay, statistic: mean, value: 98, unit: USD, per: year,"
	    " basis: base, level: all, place: US, source: wages, locator: x}\n"
	    "  - {about: 'role:lighters', measure: share, statistic: point, value: 3, unit: percent,"
	    " place: US, source: wages, locator: x}\n");
}

static void
build(void)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	assert_ok(build_catalog(g.target, g.d.pack, g.d.npacks, NULL, &lines, &counts, &e));
	buf_free(&lines);
}

#define OF_WAGES " FROM figure_row f JOIN source s ON s.id = f.source_id WHERE s.key = 'a/wages'"

/* What the set says as well gives way to it, the rest stays; without the set everything is there. */
static void
test_pack_gives_way(void **state)
{
	const char *nation = wages("national_M2031_dl.xlsx", "000000", 100),
		   *fields = put("fields", "FieldOfStudyData1617_1718_PP.csv",
		       "UNITID,OPEID6,INSTNM,CIPCODE,CIPDESC,CREDLEV,EARN_MDN_HI_1YR\n"
		       "1,000002,A,0100,B.,5,40000\n");
	char *without;

	(void)state;
	put_pack();
	build();
	assert_string_equal(ask("SELECT count(*)" OF_WAGES), "3");
	without = dump_catalog(g.target);
	IMPORT(nation);
	assert_string_equal(ask("SELECT group_concat(f.about_key || ' ' || f.measure)" OF_WAGES),
	    "dousers pay,lighters share");
	assert_string_equal(ask("SELECT count(*) FROM v_figure WHERE about_key = 'lighters' AND"
				" measure = 'pay' AND statistic = 'mean'"),
	    "1");
	/* Copied and built again: as it was. */
	IMPORT(fields);
	build();
	assert_string_equal(ask("SELECT count(*)" OF_WAGES), "2");
	assert_string_equal(ask("SELECT count(*) FROM figure_aside"), "1");
	/* The packs alone. */
	snprintf(g.target, sizeof g.target, "%s", temp_path(g.dir, "other.db"));
	build();
	assert_same(without);
	free(without);
}

/* What a pack may name is what can be imported. */
static void
test_pack_importers(void **state)
{
	const struct pack_section *s = &pack_sections[SEC_SOURCES];
	const char *const *word = NULL;
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < s->nfields; i++)
		if (strcmp(s->fields[i].name, "importer") == 0)
			word = s->fields[i].values;
	if (word == NULL) {
		fail_msg("a source names no importer");
		return;
	}
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL)
			assert_string_equal(word[n++], importers[i]->kind);
	assert_null(word[n]);
}

/* --- the Scorecard --------------------------------------------------------------------------- */

static void
test_scorecard(void **state)
{
	const char *fields = put("fields", "FieldOfStudyData1617_1718_PP.csv",
	    "UNITID,OPEID6,INSTNM,CIPCODE,CIPDESC,CREDLEV,EARN_MDN_HI_1YR\n1,000002,A,0100,B.,5,40000\n");
	const char *schools = put("schools", "MERGED2019_20_PP.csv",
	    "UNITID,INSTNM,CITY,STABBR,TUITIONFEE_IN\n1,A,B,CA,12\n");
	char *both;

	(void)state;
	/* What is no part of it is looked at, and neither kept nor named. */
	(void)put("fields", "SOURCE.txt", "Downloaded from somewhere.\n");
	IMPORT(fields, schools);
	both = dump_catalog(g.target);
	assert_string_equal(
	    ask("SELECT i.kind || ' ' || i.release || '|' || c.period FROM import i JOIN source c ON c.id = i.source_id"),
	    "scorecard fields of study 2016-18; institutions 2019-20|2016-17 and 2017-18 pooled");
	assert_string_equal(
	    ask("SELECT short FROM source WHERE pack = 'import'"), "Scorecard 2016-18");
	assert_string_equal(ask("SELECT files || rows_read || rows_kept FROM import"),
	    "[\"FieldOfStudyData1617_1718_PP.csv\",\"MERGED2019_20_PP.csv\"]22");
	IMPORT(schools);
	assert_same(both);
	IMPORT(fields);
	assert_same(both);
	assert_made_again(both);
	free(both);
}

/* --- ESCO ------------------------------------------------------------------------------------ */

#define URI "http://data.europa.eu/esco/"

/* Links refer to what is new: they cannot stay, and that is said. */
static void
test_esco(void **state)
{
	const char *skills, *all, *links;
	struct import_result r;
	struct err e;

	(void)state;
	all = put("esco", "occupations_en.csv",
	    "conceptUri,iscoGroup,preferredLabel,code\n" URI "occupation/1,2511,lighter,2511.1\n");
	skills = put("skills", "skills_en.csv",
	    "conceptUri,skillType,preferredLabel\n" URI "skill/1,skill/competence,glow\n");
	links = put("links", "occupationSkillRelations.csv",
	    "occupationUri,relationType,skillType,skillUri\n" URI
	    "occupation/1,essential,knowledge," URI "skill/1\n");
	IMPORT(all);
	IMPORT(skills);
	IMPORT(links);
	assert_string_equal(ask("SELECT count(*) FROM esco_link"), "1");
	IMPORT(links);
	assert_string_equal(ask("SELECT count(*) FROM esco_link"), "1");
	assert_ok(try_import(&skills, 1, &r, &e));
	assert_string_equal(r.lines.data,
	    "esco: relations cannot stay, it refers to what is new: import it again\n");
	import_result_free(&r);
	assert_string_equal(ask("SELECT count(*) FROM esco_link"), "0");
	assert_string_equal(ask("SELECT count(*) FROM esco_occupation"), "1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_onet),
	    TEST(test_onet_without_occupations),
	    TEST(test_onet_newer),
	    TEST(test_wages),
	    TEST(test_pack_gives_way),
	    TEST(test_pack_importers),
	    TEST(test_scorecard),
	    TEST(test_esco),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
