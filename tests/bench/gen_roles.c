/*
 * A thousand made-up roles with what packs and national data say of roles: figures, skills, ladders, steps,
 * things to read. All of it follows from the numbers of the rows.
 */
#include "bench.h"

#include "career/base/mem.h"
#include "gen.h"

#include <stdlib.h>

/* n(i) counts 0 .. last. */
#define COUNT_TO(last)                                                                             \
	"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " #last ") "
/* For each role with its number from 0, k(j) counts 0 .. last. */
#define EACH_ROLE(last)                                                                            \
	"WITH RECURSIVE k(j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM k WHERE j < " #last "),"     \
	" r(id, i, kind) AS (SELECT id, id - 1, kind FROM role) "
/* Something between 0 and `below` that looks random: two numbers of the row and one of the place. */
#define CHANCE(a, b, salt, below)                                                                  \
	"((" #a " * 7919 + " #b " * 104729 + " #salt " * 1299709) % 32749 % " #below ")"
/* Which sources: 1-6 of gen.c are about programs. */
#define OFFICIAL "7"
#define POSTINGS "8"

static const char *const sql[] = {
    "INSERT INTO source (id, pack, key, title, short, publisher, kind, published, published_year)"
    " VALUES"
    " (7, 'bench', 'bench/wages', 'National wages', 'Wages 2024', 'Bureau', 'official', '2024', 2024),"
    " (8, 'bench', 'bench/posts', 'Pay of postings', 'Posts 2024', 'Posts', 'postings', '2024', 2024),"
    " (9, 'bench', 'bench/one', 'First guide', 'Guide one', 'One', 'editorial', '2025', 2025),"
    " (10, 'bench', 'bench/two', 'Second guide', 'Guide two', 'Two', 'editorial', '2026', 2026),"
    " (11, 'bench', 'bench/three', 'Third guide', 'Guide three', 'Two', 'editorial', '2026', 2026),"
    " (12, 'bench', 'bench/ask', 'A survey', 'Survey', 'Askers', 'survey', '2023', 2023);",

    /* 25 x 40 titles; one in four an occupation, one in fifty a specialization that serves others. */
    COUNT_TO(
	999) ", front(f, word) AS (VALUES (0, 'Applied'), (1, 'Senior'), (2, 'Clinical'),"
	     " (3, 'Industrial'), (4, 'Research'), (5, 'Field'), (6, 'Technical'), (7, 'Digital'), (8, 'Data'),"
	     " (9, 'Machine Learning'), (10, 'Cloud'), (11, 'Energy'), (12, 'Health'), (13, 'School'),"
	     " (14, 'Urban'), (15, 'Marine'), (16, 'Legal'), (17, 'Financial'), (18, 'Sound'), (19, 'Food'),"
	     " (20, 'Textile'), (21, 'Security'), (22, 'Quality'), (23, 'Safety'), (24, 'Process')),"
	     " back(b, word) AS (VALUES (0, 'Engineer'), (1, 'Analyst'), (2, 'Scientist'), (3, 'Nurse'),"
	     " (4, 'Teacher'), (5, 'Designer'), (6, 'Manager'), (7, 'Technician'), (8, 'Architect'),"
	     " (9, 'Consultant'), (10, 'Developer'), (11, 'Specialist'), (12, 'Inspector'), (13, 'Planner'),"
	     " (14, 'Editor'), (15, 'Writer'), (16, 'Chemist'), (17, 'Physicist'), (18, 'Biologist'),"
	     " (19, 'Accountant'), (20, 'Auditor'), (21, 'Advisor'), (22, 'Clerk'), (23, 'Operator'),"
	     " (24, 'Mechanic'), (25, 'Electrician'), (26, 'Therapist'), (27, 'Pharmacist'), (28, 'Surveyor'),"
	     " (29, 'Translator'), (30, 'Librarian'), (31, 'Curator'), (32, 'Producer'), (33, 'Trainer'),"
	     " (34, 'Coordinator'), (35, 'Statistician'), (36, 'Economist'), (37, 'Geologist'), (38, 'Pilot'),"
	     " (39, 'Officer')) "
	     "INSERT INTO role (id, pack, slug, title, kind, family, aliases, summary, codes, serves, duties)"
	     " SELECT i + 1, 'bench', 'role-' || (i + 1), front.word || ' ' || back.word,"
	     "  CASE WHEN i % 50 = 7 THEN 'specialization' WHEN i % 4 = 3 THEN 'occupation'"
	     "   WHEN i % 30 = 4 THEN 'leadership' ELSE 'role' END,"
	     "  'Family ' || (i % 22), json_array('Job ' || i, 'Work of ' || back.word || ' ' || i),"
	     "  'Does the work of number ' || i || ', as far as it was made up for measuring.',"
	     "  CASE WHEN i % 4 = 3 THEN json_array('soc:' || (11 + i % 40) || '-' || (1000 + i)) END,"
	     "  CASE WHEN i % 50 = 7 THEN (SELECT json_group_array('role-' || (s.value * 2 + i + 3))"
	     "   FROM json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]') s"
	     "   WHERE s.value * 2 + i + 3 <= 1000) END,"
	     "  json_array('plan ' || i, 'build it', 'look after it', 'write it down')"
	     " FROM n JOIN front ON f = i % 25 JOIN back ON b = i / 25 ORDER BY i;",

    /* Every field of study leads to about four roles. */
    COUNT_TO(1499) "INSERT INTO bench_relevance (role_id, field)"
		   " SELECT DISTINCT i % 1000 + 1, " CHANCE(i, i, 3, 400) " FROM n;",

    "INSERT INTO skill (id, pack, slug, name, category, aliases, tools, summary) " COUNT_TO(
	499) "SELECT i + 1, 'bench', 'skill-' || (i + 1), 'Skill ' || (i + 1) || ' of ' || (i % 17),"
	     "  'category ' || (i % 12), json_array('ability ' || i),"
	     "  CASE WHEN i % 3 = 0 THEN json_array('tool ' || i, 'tool ' || (i + 1)) END,"
	     "  'What one has to know of number ' || i || '.' FROM n;",
    "INSERT INTO role_skill (pack, role_id, skill_id, tier, bar, why, source_id, locator, words) " EACH_ROLE(
	19) "SELECT 'bench', id, " CHANCE(i, j, 5,
	500) " + 1,"
	     "  CASE j % 7 WHEN 0 THEN 'must' WHEN 1 THEN 'must' WHEN 2 THEN 'important' WHEN 3 THEN 'nice'"
	     "   WHEN 4 THEN 'skip' END,"
	     "  CASE WHEN j % 5 = 0 THEN 'well enough to teach it' END,"
	     "  CASE WHEN j % 4 = 0 THEN 'Most of the day goes into it.' END, 9 + j % 3, 'Skills',"
	     "  'words of number ' || j FROM r, k;",

    /* --- figures: three levels of postings, four guides, what is official of occupations --- */
    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, p10, p25, p50,"
    " p75, p90, unit, per, basis, level, place, as_of, as_of_year, n, source_id, locator) " EACH_ROLE(
	2) "SELECT 'bench', 'role', 'role-' || id, id, 'pay', 'percentiles', b, b + 9000, b + 21000, b + 36000,"
	   "  b + 60000, 'USD', 'year', NULL, CASE j WHEN 0 THEN 'entry' WHEN 1 THEN 'mid' ELSE 'senior' END,"
	   "  'US', '2024', 2024, 30 + i, " POSTINGS ", 'Rows'"
	   " FROM (SELECT *, 30000 + " CHANCE(
	       i, 1, 7, 90) " * 1000 + j * 25000 AS b FROM r, k)"
			    " WHERE kind <> 'occupation' AND i % 10 < 8;",
    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, low, high,"
    " unit, per, basis, level, place, employer, as_of, as_of_year, source_id, locator, words) " EACH_ROLE(
	5) "SELECT 'bench', 'role', 'role-' || id, id, 'pay', 'range', b, b + 15000 + j * 4000, 'USD', 'year',"
	   "  CASE j % 3 WHEN 0 THEN 'base' WHEN 1 THEN 'total' END,"
	   "  CASE j WHEN 0 THEN 'entry' WHEN 1 THEN 'entry' WHEN 2 THEN NULL WHEN 3 THEN 'mid'"
	   "   WHEN 4 THEN 'senior' ELSE 'entry' END,"
	   "  CASE WHEN j = 5 THEN 'San Francisco' END, CASE WHEN j = 1 THEN 'big-tech' END, '2026', 2026,"
	   "  9 + j % 3, 'Money', 'a range of number ' || j"
	   " FROM (SELECT *, 34000 + " CHANCE(
	       i, j, 11, 100) " * 1000 AS b FROM r, k)"
			      " WHERE kind <> 'occupation' AND (i + j) % 5 <> 0;",
    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, p10, p25, p50,"
    " p75, p90, unit, per, basis, level, place, as_of, as_of_year, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', 'role', 'role-' || id, id, 'pay', 'percentiles', 25000 + i * 60, 36000 + i * 70,"
	   "  50000 + i * 80, 70000 + i * 90, 90000 + i * 110, 'USD', 'year', 'base', 'all', 'US', '2024-05',"
	   "  2024, " OFFICIAL ", 'A_PCT' FROM r, k WHERE kind = 'occupation';",
    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, value, unit,"
    " per, horizon_lo, horizon_hi, horizon_years, as_of_year, source_id, locator, words) " EACH_ROLE(
	2) "SELECT 'bench', 'role', 'role-' || id, id,"
	   "  CASE j WHEN 0 THEN 'growth' WHEN 1 THEN 'employment' ELSE 'openings' END, 'point',"
	   "  CASE j WHEN 0 THEN " CHANCE(i, 2, 13,
	       40) " - 5 ELSE 1000 + i * 900 END,"
		   "  CASE j WHEN 0 THEN 'percent' ELSE 'people' END, CASE j WHEN 2 THEN 'year' END, 2024, 2034, 10,"
		   "  2024, " OFFICIAL
		   ", 'Table', 'as printed' FROM r, k WHERE kind = 'occupation';",
    "INSERT INTO figure_row (pack, about_kind, about_key, about_id, measure, statistic, value, unit,"
    " horizon_years, as_of_year, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', 'role', 'role-' || id, id, 'growth', 'point', 10 + i % 200, 'percent', 5, 2026,"
	   "  10, 'Outlook' FROM r, k WHERE kind <> 'occupation' AND i % 3 = 0;",
    "INSERT INTO nearest (pack, role_id, occupation_id, why, source_id, locator) " EACH_ROLE(
	1) "SELECT 'bench', id, (i / 4 * 4 + 3 + j * 40) % 1000 + 1, 'Listed under the same title.', " OFFICIAL
	   ", 'Titles' FROM r, k WHERE kind <> 'occupation';",

    /* --- what else is said of a role --- */
    "INSERT INTO mention (pack, role_id, source_id, locator, \"as\") " EACH_ROLE(
	2) "SELECT 'bench', id, 9 + j, 'Chapter ' || j, 'a job of number ' || i FROM r, k;",
    "INSERT INTO contrast (pack, role_id, other, text, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', id, 'role-' || (id % 1000 + 1), 'The other one does the rest.', 9, 'Differences'"
	   " FROM r, k WHERE i % 2 = 0;",
    "INSERT INTO requirement (pack, role_id, credential, strength, source_id, locator, words) " EACH_ROLE(
	3) "SELECT 'bench', id, CASE j WHEN 0 THEN 'bachelor' WHEN 1 THEN 'master' WHEN 2 THEN 'portfolio'"
	   "   ELSE 'certification' END,"
	   "  CASE " CHANCE(i, j, 17,
	       4) " WHEN 0 THEN 'required' WHEN 1 THEN 'typical' WHEN 2 THEN 'optional'"
		  "   ELSE 'not-needed' END, 9 + (i + j) % 3, 'Getting in', 'as it says' FROM r, k;",
    "INSERT INTO transition (pack, from_id, to_id, kind, years_lo, note, source_id, locator) " EACH_ROLE(
	4) "SELECT 'bench', id, (i + 25 * (j + 1)) % 1000 + 1,"
	   "  CASE j % 4 WHEN 0 THEN 'advance' WHEN 1 THEN 'lateral' WHEN 2 THEN 'alternative' ELSE 'related' END,"
	   "  CASE WHEN j = 0 THEN 5 END, 'A usual step.', 9 + j % 3, 'Steps' FROM r, k;",
    "INSERT INTO ladder (pack, role_id, title, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', id, 'From first to last', 9 + i % 3, 'Ladder' FROM r, k WHERE i % 2 = 0;",
    "INSERT INTO ladder_step (pack, parent_id, title, level, years_lo, years_hi) "
    "WITH k(j, level) AS (VALUES (0, 'entry'), (1, 'mid'), (2, 'senior'), (3, 'staff')) "
    "SELECT 'bench', l.id, 'Step ' || j, level, j * 3, j * 3 + 3 FROM ladder l, k ORDER BY l.id, j;",
    "INSERT INTO industry (pack, industry, use_case, companies, role_id, hiring, source_id, locator) " EACH_ROLE(
	5) "SELECT 'bench', 'Industry ' || " CHANCE(i, j, 19,
	30) ", 'use of number ' || j,"
	    "  json_array('Company ' || i, 'Company ' || j), id, j % 2, 9 + j % 3, 'Who hires' FROM r, k;",
    "INSERT INTO day_share (pack, role_id, activity, share, source_id, locator) " EACH_ROLE(
	3) "SELECT 'bench', id, 'Work of kind ' || j, 25, 9, 'Days' FROM r, k WHERE i % 5 = 0;",
    "INSERT INTO factor (pack, factor, about_kind, about_key, about_id, text, low, high, source_id,"
    " locator) " EACH_ROLE(
	0) "SELECT 'bench', 'industry', 'role', 'role-' || id, id, 'Some pay more.', 1.1, 1.3, 10, 'Factors'"
	   " FROM r, k WHERE i % 3 = 0;",
    "INSERT INTO route (pack, slug, name, kind, summary, leads_to, source_id, locator) " COUNT_TO(
	19) "SELECT 'bench', 'way-' || i, 'Way ' || i, 'degree', 'One way to get there, of number ' || i,"
	    "  CASE WHEN i % 2 = 0 THEN json_array('role-' || (i + 1), 'role-' || (i + 2)) END, 9, 'Ways' FROM n;",

    /* --- things to read --- */
    "INSERT INTO guide (pack, slug, topic, heading, text, about_kind, about_key, about_id, opinion,"
    " source_id, locator) " EACH_ROLE(
	2) "SELECT 'bench', 'topic-' || id || '-' || j, 'topic ' || ((i + j) % 15), 'Advice ' || j ||"
	   "  ' on the work of number ' || i, 'Begin early, ask others, and write down what you learn; number ' ||"
	   "  i || ' is no other than number ' || j || ' in this. Made up for measuring.', 'role',"
	   "  'role-' || id, id, j % 2, 9 + j % 3, 'Advice' FROM r, k;",
    "INSERT INTO guide (pack, slug, topic, heading, text, about_kind, about_key, source_id, locator) " COUNT_TO(
	99) "SELECT 'bench', 'field-' || i, 'topic ' || (i % 15), 'On the whole field, ' || i,"
	    "  'What holds for all of them.', 'field', 'work', 10, 'Field' FROM n;",
    "INSERT INTO prediction (pack, text, year, topic, role_id, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', 'Work of number ' || i || ' will grow.', 2020 + i % 15, 'job growth', id, 10,"
	   "  'Outlook' FROM r, k WHERE i % 2 = 1;",
    "INSERT INTO claim (pack, topic, about_kind, about_key, about_id, stance, source_id, locator) " EACH_ROLE(
	0) "SELECT 'bench', 'side-' || (i % 30), 'role', 'role-' || id, id, 'It is so, says number ' || i || '.',"
	   "  9 + i % 3, 'Sides' FROM r, k;",
};

/* Fields of study by number; their names are those of the programs. */
static bool
put_relevance(struct db *db, struct err *e)
{
	struct stmt *from =
	    db_prepare(db, "SELECT role_id, field FROM bench_relevance ORDER BY 2, 1", e);
	struct stmt *to = from ? db_prepare(db,
			      "INSERT INTO relevance (pack, field, role_id, why)"
			      " VALUES ('bench', ?1, ?2, 'made up')",
			      e)
			       : NULL;
	bool ok = to != NULL;

	while (ok && stmt_step(from, e) == 1) {
		char name[80];

		gen_field_name(name, sizeof name, (uint32_t)stmt_int(from, 1));
		stmt_bind_text(to, 1, name);
		stmt_bind_int(to, 2, stmt_int(from, 0));
		ok = stmt_run(to, e);
	}
	stmt_finalize(from);
	stmt_finalize(to);
	return ok;
}

bool
gen_roles(struct db *db, struct err *e)
{
	if (!db_exec(db, "CREATE TEMP TABLE bench_relevance (role_id INTEGER, field INTEGER)", e))
		return false;
	for (size_t i = 0; i < sizeof sql / sizeof *sql; i++)
		if (!db_exec(db, sql[i], e))
			return err_prefix(e, "statement %zu of the roles", i);
	return put_relevance(db, e) && db_exec(db, "DROP TABLE bench_relevance", e);
}
