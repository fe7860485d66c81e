/* ESCO: real zips together and one after the other, lists of aliases, every reason, damaged copies. */
#include "career/import/importers.h"
#include "check.h"
#include "imported.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "../shared/data/esco-1.1.1/"
#define CLASSIFICATION FOLDER "ESCO dataset - v1.1.1 - classification - en - csv.zip"
#define RELATIONS FOLDER "ESCO dataset - v1.1.1 - relations - csv.zip"
#define URI "http://data.europa.eu/esco/"
#define DATA_SCIENTIST "(SELECT id FROM esco_occupation WHERE title = 'data scientist')"

#define OCCUPATIONS                                                                                \
	"conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,modifiedDate,description,code\r\n"
#define SKILLS                                                                                     \
	"conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,modifiedDate,description\r\n"
#define LINKS "occupationUri,relationType,skillType,skillUri\r\n"
#define GROUPS "conceptType,conceptUri,code,preferredLabel,status,altLabels\r\n"

#define ABSENT_OCCUPATION "an occupation that the classification does not hold"

#define PATHS(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct imported *
real(const char *const *paths)
{
	struct imported *x = imported_paths(&importer_esco, paths);

	if (x == NULL) {
		skip();
		abort(); /* never reached: skip() leaves the test */
	}
	if (!x->ok)
		fail_msg("%s", x->e.text);
	return x;
}

/* --- the real zips --------------------------------------------------------------------------- */

static void
check_concepts(struct imported *x)
{
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_occupation"), 3007);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_skill"), 13896);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_group"), 619);
	assert_string_equal(
	    imported_str(x,
		"SELECT id || ' ' || uri || ' ' || isco || ' ' || code || ' ' || aliases "
		"FROM esco_occupation WHERE title = 'data scientist'"),
	    "475 " URI "occupation/258e46f9-0075-4a2e-adae-1ff0477e0f30 2511 2511.4 "
	    "[\"data research scientist\",\"research data scientist\",\"data expert\",\"data engineer\"]");
	assert_string_equal(
	    imported_str(x,
		"SELECT isco || ' ' || code || ' ' || json_array_length(aliases) || ' ' || "
		"length(description) FROM esco_occupation WHERE id = 1"),
	    "2654 2654.1.7 6 415");
	assert_string_equal(
	    imported_str(x, "SELECT title || ' ' || code FROM esco_occupation WHERE id = 3007"),
	    "motor vehicle assembler 8211.5");
	assert_string_equal(imported_str(x,
				"SELECT kind || ' ' || reuse || ' ' || ifnull(aliases, '-') FROM "
				"esco_skill WHERE title = 'Haskell'"),
	    "knowledge sector-specific -");
	assert_string_equal(
	    imported_str(
		x, "SELECT kind || ' ' || reuse || ' ' || aliases FROM esco_skill WHERE id = 1"),
	    "skill/competence sector-specific [\"manage staff of music\",\"coordinate duties of musical "
	    "staff\",\"manage music staff\",\"direct musical staff\"]");
	assert_string_equal(
	    imported_str(x, "SELECT title || ' ' || kind FROM esco_skill WHERE id = 13896"),
	    "position guardrails and toeboards skill/competence");
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_skill WHERE kind IS NULL"), 6);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_skill WHERE reuse IS NULL"), 5);
	assert_string_equal(imported_str(x, "SELECT title FROM esco_group WHERE code = '2511'"),
	    "Systems analysts");
	assert_string_equal(imported_str(x, "SELECT title FROM esco_group WHERE code = '0'"),
	    "Armed forces occupations");
	assert_int_equal(
	    imported_int(x, "SELECT sum(json_array_length(aliases)) FROM esco_occupation"), 30089);
	assert_int_equal(
	    imported_int(x, "SELECT sum(json_array_length(aliases)) FROM esco_skill"), 85294);
	assert_int_equal(imported_int(x, "SELECT count(aliases) FROM esco_occupation"), 2975);
	assert_int_equal(
	    imported_int(
		x, "SELECT count(*) FROM esco_skill WHERE instr(description, char(10)) > 0"),
	    24);
	assert_int_equal(
	    imported_int(x,
		"SELECT count(*) FROM esco_occupation LEFT JOIN esco_group g ON g.code = isco "
		"WHERE g.code IS NULL"),
	    0);
}

static void
check_links(struct imported *x)
{
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_link"), 123788);
	assert_int_equal(imported_int(x, "SELECT sum(essential) FROM esco_link"), 64891);
	assert_int_equal(
	    imported_int(
		x, "SELECT sum(essential) FROM esco_link WHERE occupation_id = " DATA_SCIENTIST),
	    54);
	assert_int_equal(
	    imported_int(x,
		"SELECT sum(NOT essential) FROM esco_link WHERE occupation_id = " DATA_SCIENTIST),
	    21);
	assert_int_equal(
	    imported_int(x, "SELECT count(*) FROM esco_link WHERE occupation_id = 1 AND essential"),
	    8);
	assert_int_equal(imported_int(x,
			     "SELECT count(*) FROM esco_link WHERE skill_id = "
			     "(SELECT id FROM esco_skill WHERE title = 'Haskell')"),
	    46);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_link WHERE skill_id = 1"), 4);
}

static void
test_real(void **state)
{
	struct imported *x;

	(void)state;
	/* the relations are named first and read last */
	x = real(PATHS(RELATIONS, CLASSIFICATION));
	assert_int_equal(x->sniffed, 4);
	assert_int_equal(x->run.report.read, 3007 + 13896 + 619 + 123855);
	/* one occupation is linked and not classified */
	assert_int_equal(imported_rejected(x, ABSENT_OCCUPATION), 67);
	assert_int_equal(x->run.report.nreasons, 1);
	assert_memory_equal(x->rejects.data, "84425: ", 7);
	assert_int_equal(x->run.report.repairs.bytes, 48);
	assert_string_equal(x->run.release, "1.1.1");
	assert_string_equal(x->run.period, "2022-08-25");
	assert_string_equal(x->run.report.absent.data, "");
	check_concepts(x);
	check_links(x);
	imported_free(x);
}

/* The relations alone, into a catalog that holds the classification. */
static void
test_behind(void **state)
{
	struct imported *x;
	struct input *in = input_new(&input_limits_data);
	struct err e = {0};

	(void)state;
	x = imported_paths(&importer_esco, PATHS(CLASSIFICATION));
	if (x == NULL) {
		input_free(in);
		skip();
		abort();
	}
	assert_int_equal(x->sniffed, 3);
	assert_true(x->ok);
	check_concepts(x);
	assert_int_equal(imported_int(x, "SELECT count(*) FROM esco_link"), 0);
	assert_ok(input_add(in, RELATIONS, &e));
	x->run.in = in;
	assert_ok(importer_esco.run(&x->run, &e));
	check_links(x);
	input_free(in);
	imported_free(x);
}

static void
test_alone(void **state)
{
	struct imported *x;

	(void)state;
	x = imported_paths(&importer_esco, PATHS(RELATIONS));
	if (x == NULL) {
		skip();
		abort();
	}
	assert_int_equal(x->sniffed, 1);
	assert_false(x->ok);
	assert_contains(x->e.text, "import the classification before it");
	imported_free(x);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
test_aliases(void **state)
{
	struct imported *x = imported_text(&importer_esco,
	    PATHS("occupations_en.csv",
		OCCUPATIONS
		"Occupation,u:1,2511,smith,\"smith\nblack \"\"smith\"\"\r\n\n a\\b | c \",released,"
		"2020-01-02T03:04:05Z,\"first\nsecond\",2511.1\r\n"
		"Occupation,u:2,2511,baker,baker,released,2021-01-02,,\r\n"));

	(void)state;
	assert_true(x->ok);
	assert_string_equal(imported_str(x, "SELECT aliases FROM esco_occupation WHERE id = 1"),
	    "[\"black \\\"smith\\\"\",\"a\\\\b\",\"c\"]");
	assert_string_equal(imported_str(x, "SELECT description FROM esco_occupation WHERE id = 1"),
	    "first\nsecond");
	assert_string_equal(
	    imported_str(x, "SELECT aliases FROM esco_occupation WHERE id = 2"), "NULL");
	assert_string_equal(
	    imported_str(x, "SELECT code FROM esco_occupation WHERE id = 2"), "NULL");
	assert_string_equal(x->run.period, "2021-01-02");
	assert_string_equal(x->run.release, "");
	imported_free(x);
}

static void
test_reasons(void **state)
{
	struct imported *x = imported_text(&importer_esco,
	    PATHS("occupationSkillRelations.csv",
		LINKS "o:1,essential,knowledge,s:1\r\n"
		      "o:1,optional,knowledge,s:1\r\n"
		      "o:1,optional,knowledge,s:2\r\n"
		      "o:9,optional,knowledge,s:1\r\n"
		      "o:1,optional,knowledge,s:9\r\n"
		      "o:1,perhaps,knowledge,s:1\r\n",
		"skills_en.csv",
		SKILLS "K,s:1,knowledge,transversal,one,,released,2020-01-01,d\r\n"
		       "K,s:2,,,two,,,,\r\n"
		       "K,s:1,knowledge,transversal,again,,released,2020-01-01,d\r\n"
		       "K,,knowledge,transversal,none,,released,2020-01-01,d\r\n"
		       "K,s:3,knowledge,transversal,,,released,2020-01-01,d\r\n"
		       "K,s:4,knowledge,transversal,old,,obsolete,2020-01-01,d\r\n"
		       "K,s:5,knowledge\r\n",
		"occupations_en.csv",
		OCCUPATIONS "Occupation,o:1,2511,a,,released,2020-01-01,d,2511.1\r\n",
		"ISCOGroups_en.csv",
		GROUPS "ISCOGroup,i:1,2511,g,released,\r\nISCOGroup,i:2,2511,h,released,\r\n"));

	(void)state;
	assert_true(x->ok);
	assert_string_equal(x->rejects.data,
	    "3: a concept that stands further up already\n"
	    "4: a concept that stands further up already\n"
	    "5: no URI or code\n"
	    "6: no title\n"
	    "7: not released\n"
	    "8: fewer fields than columns\n"
	    "3: a link that stands further up already\n"
	    "5: " ABSENT_OCCUPATION "\n"
	    "6: a skill that the classification does not hold\n"
	    "7: neither essential nor optional\n");
	assert_string_equal(
	    imported_str(x,
		"SELECT group_concat(occupation_id || '-' || skill_id || '-' || essential, ' ') FROM esco_link"),
	    "1-1-1 1-2-0");
	imported_free(x);
}

/* --- damaged copies -------------------------------------------------------------------------- */

static void
refused(const char *name, const char *text, const char *message)
{
	struct imported *x = imported_text(&importer_esco, PATHS(name, text));

	assert_false(x->ok);
	assert_int_equal(x->e.code, ERR_DATA);
	assert_contains(x->e.text, message);
	assert_int_equal(
	    imported_int(x,
		"SELECT (SELECT count(*) FROM esco_occupation) + (SELECT count(*) FROM esco_skill)"),
	    0);
	imported_free(x);
}

static void
test_refused(void **state)
{
	struct imported *x;

	(void)state;
	refused("occupations_en.csv", "conceptUri,iscoGroup,title\r\nu,2511,t\r\n",
	    "no column 'preferredLabel'");
	refused(
	    "skills_en.csv", SKILLS "K,s:1,knowledge", "skills_en.csv:2: the last line is cut off");
	refused("skills_en.csv", SKILLS "K,s:1,\"knowledge", "ends within a quoted field");
	refused("skillsHierarchy_en.csv", SKILLS, "holds no file of ESCO");
	x = imported_text(&importer_esco,
	    PATHS("occupations_en.csv", OCCUPATIONS, "occupations_de.csv", OCCUPATIONS));
	assert_false(x->ok);
	assert_contains(x->e.text, "occupations_de.csv is a second file");
	imported_free(x);
	x = imported_text(&importer_esco, PATHS("occupations.csv", "soc,title\n1,2\n"));
	assert_int_equal(x->sniffed, 0); /* of such a name, and another set's */
	imported_free(x);
}

static void
test_damaged(void **state)
{
	size_t len, cut;
	char *text = imported_file(CLASSIFICATION, "occupations_en.csv", &len), *column;

	(void)state;
	if (text == NULL) {
		skip();
		abort();
	}
	column = strstr(text, "preferredLabel");
	column[0] = 'X';
	refused("occupations_en.csv", text, "no column 'preferredLabel'");
	column[0] = 'p';
	cut = len / 3;
	while (text[cut] != '\n' || text[cut - 1] == '\r')
		cut++;
	text[cut] = '\0'; /* within a list of aliases */
	refused("occupations_en.csv", text, "ends within a quoted field");
	free(text);
}

static void
test_part_of(void **state)
{
	struct input *links = input_new(&input_limits_data),
		     *skills = input_new(&input_limits_data);
	struct err e = {0};

	(void)state;
	assert_ok(
	    input_add_member(links, "occupationSkillRelations.csv", LINKS, strlen(LINKS), &e));
	assert_int_equal(importer_esco.part_of(links, 0), 3);
	assert_ok(input_add_member(skills, "skills_en.csv", SKILLS, strlen(SKILLS), &e));
	assert_int_equal(importer_esco.part_of(skills, 0), 2);
	assert_true(importer_esco.parts[3].needs & 1u << 2); /* the old ones mean nothing now */
	assert_int_equal(importer_esco.parts[2].needs, 0);
	input_free(links);
	input_free(skills);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_real),
	    cmocka_unit_test(test_behind),
	    cmocka_unit_test(test_alone),
	    cmocka_unit_test(test_aliases),
	    cmocka_unit_test(test_reasons),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_damaged),
	    cmocka_unit_test(test_part_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
