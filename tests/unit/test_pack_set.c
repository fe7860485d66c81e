/* Several packs together: merges, what they require, limits, and what goes into a catalog. */
#include "check.h"
#include "packdir.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
expect(struct packdir *d, const char *errors)
{
	if (packdir_read(d) != (*errors == '\0'))
		fail_msg("%s\n%s", d->e.text, packdir_errors(d));
	assert_string_equal(packdir_errors(d), errors);
}

/* Two packs, each with a file x.yaml beside its pack.yaml. */
static void
two_packs(struct packdir *d, const char *first, const char *second)
{
	packdir_init(d);
	packdir_pack(d, "a");
	packdir_file(d, "a", "x.yaml", first);
	packdir_pack(d, "b");
	packdir_file(d, "b", "x.yaml", second);
}

static void
test_merge(void **state)
{
	struct packdir d;
	struct db *db;

	(void)state;
	two_packs(&d,
	    "roles:\n"
	    "  - {title: Engineer, kind: role, family: F, aliases: [MLE, 'a, b'], duties: [build]}\n"
	    "  - {title: Other, kind: role, family: F}\n",
	    "roles:\n"
	    "  - {title: Engineer, kind: role, family: G, aliases: [Eng, MLE], summary: Builds.,\n"
	    "     codes: ['soc:1']}\n"
	    "  - {title: Third, kind: role, family: F}\n");
	packdir_pack(&d, "c");
	packdir_file(&d, "c", "x.yaml",
	    "roles: [{title: Engineer, kind: role, family: F, summary: Else., aliases: [Eng, E]}]\n"
	    "skills: [{name: Python, category: data}]\n"
	    "role_skills: [{role: engineer, skill: python, source: s, locator: L}]\n"
	    "sources: [{key: s, title: T, short: t, publisher: P, kind: survey}]\n");
	db = packdir_catalog(&d);
	assert_string_equal(packdir_ask(db, "SELECT group_concat(slug) FROM role ORDER BY id"),
	    "engineer,other,third");
	assert_string_equal(packdir_ask(db, "SELECT group_concat(id) FROM role"), "1,2,3");
	assert_string_equal(packdir_ask(db,
				"SELECT pack || family || summary || codes || duties"
				" FROM role WHERE slug = 'engineer'"),
	    "aFBuilds.[\"soc:1\"][\"build\"]");
	assert_string_equal(packdir_ask(db, "SELECT aliases FROM role WHERE slug = 'engineer'"),
	    "[\"MLE\",\"a, b\",\"Eng\",\"E\"]");
	assert_int_equal(packdir_count(db, "SELECT role_id FROM role_skill"), 1);
	db_close(db);
	packdir_free(&d);
}

static void
test_merge_errors(void **state)
{
	struct packdir d;

	(void)state;
	two_packs(&d, "roles:\n  - {slug: x, title: X, kind: role, family: F}\n",
	    "roles:\n  - {slug: x, title: x, kind: occupation, family: F}\n");
	expect(&d,
	    "b/x.yaml:2:22: 'title' of role 'x' is 'x' here and 'X' in a/x.yaml:2; one was "
	    "expected\n"
	    "b/x.yaml:2:31: 'kind' of role 'x' is 'occupation' here and 'role' in a/x.yaml:2; one "
	    "was expected\n");
	packdir_free(&d);
	/* A wrong reference is said in the file where it stands. */
	two_packs(&d, "roles:\n  - {title: X, kind: specialization, family: F}\n",
	    "# first line\n# second line\nroles:\n"
	    "  - {title: X, kind: specialization, family: F, serves: [y]}\n");
	expect(&d, "b/x.yaml:4:58: no entry 'y' in roles of these packs\n");
	packdir_free(&d);
	/* Schools and skills merge too; programs, guide texts and sources do not. */
	two_packs(&d,
	    "sources: [{key: s, title: T, short: t, publisher: P, kind: survey}]\n"
	    "schools: [{name: U, country: US}]\n"
	    "skills: [{name: C, category: data}]\n"
	    "programs: [{school: u, name: X, field: f, award: mba, facts: [{source: s, page: p,"
	    " confidence: low}]}]\n",
	    "sources: [{key: s, title: T, short: t, publisher: P, kind: survey}]\n"
	    "schools: [{name: U, city: Utown}]\n"
	    "skills: [{name: C, category: data}]\n"
	    "programs: [{school: u, name: X, field: f, award: mba, facts: [{source: a/s, page: p,"
	    " confidence: low}]}]\n");
	expect(&d, "b/x.yaml:4:12: program 'u/x/mba' stands already in a/x.yaml:4\n");
	packdir_free(&d);
}

static void
test_requires(void **state)
{
	struct packdir d;

	(void)state;
	packdir_init(&d);
	packdir_file(&d, "a", "pack.yaml", "pack:\n  pack: a\n  title: A\n  requires: [b, c]\n");
	packdir_pack(&d, "b");
	expect(&d, "a/pack.yaml:4:17: pack 'c' is required and not among those being built\n");
	packdir_pack(&d, "c");
	expect(&d, "");
	packdir_file(&d, "a", "pack.yaml", "pack:\n  pack: a\n  title: A\n  requires: [[b]]\n");
	expect(&d, "a/pack.yaml:4:14: 'requires' wants a list of non-empty texts\n");
	packdir_free(&d);
}

static void
test_folders(void **state)
{
	struct packdir d;
	const char *none[] = {"/nothing/here"}, *here[] = {"."}, *slashes[1];
	char where[4096];
	struct buf b = BUF_INIT;

	(void)state;
	packdir_init(&d);
	packdir_file(&d, "a", "x.yaml", "roles: []\n");
	expect(&d, "a/pack.yaml:1:1: no section 'pack:' with the pack's name and title\n");
	packdir_pack(&d, "a");
	packdir_file(&d, "a", "notes.txt", "roles: [\n");
	packdir_file(&d, "a", ".hidden.yaml", "roles: [\n");
	expect(&d, "");
	packdir_file(&d, "b", "notes.txt", "no pack\n");
	assert_false(packdir_read(&d));
	assert_contains(d.e.text, "/b: no *.yaml files: not a data pack");
	pack_free(&d.set);
	assert_false(pack_read(&d.set, none, 1, NULL, &d.e));
	assert_contains(d.e.text, "/nothing/here");
	pack_free(&d.set);
	/* The folder's name is looked up where the path does not say it. */
	assert_non_null(getcwd(where, sizeof where));
	assert_int_equal(chdir(d.pack[0]), 0);
	if (!pack_read(&d.set, here, 1, NULL, &d.e))
		fail_msg("%s", d.set.errors.data);
	pack_free(&d.set);
	buf_addf(&b, "%s///", d.pack[0]);
	slashes[0] = b.data;
	assert_true(pack_read(&d.set, slashes, 1, NULL, &d.e));
	assert_int_equal(chdir(where), 0);
	buf_free(&b);
	packdir_free(&d);
}

/* The same pack twice is one mistake for each of its entries. */
static void
test_twice(void **state)
{
	struct packdir d;
	const char *both[2];

	(void)state;
	packdir_init(&d);
	packdir_pack(&d, "a");
	both[0] = both[1] = d.pack[0];
	assert_false(pack_read(&d.set, both, 2, NULL, &d.e));
	d.was_read = true;
	assert_string_equal(
	    packdir_errors(&d), "a/pack.yaml:1:7: pack 'a' stands already in a/pack.yaml:1\n");
	packdir_free(&d);
}

static void
test_glossary(void **state)
{
	struct packdir d;
	struct db *db;

	(void)state;
	packdir_init(&d);
	packdir_pack(&d, "a");
	packdir_glossary(
	    &d, "terms:\n  - {term: Base pay, text: What one gets., aliases: [base]}\n");
	db = packdir_catalog(&d);
	assert_string_equal(
	    packdir_ask(db, "SELECT pack || slug || aliases FROM term"), "base-pay[\"base\"]");
	db_close(db);
	packdir_file(&d, "a", "x.yaml", "terms: [{term: Base pay, text: Again.}]\n");
	packdir_glossary(&d, "terms: [{term: Base pay, text: T.}]\nroles: []\npack: {}\n");
	expect(&d,
	    "glossary.yaml:2:1: a glossary holds 'terms' only; 'roles' belongs in a pack\n"
	    "glossary.yaml:3:1: a glossary holds 'terms' only; 'pack' belongs in a pack\n"
	    "glossary.yaml:1:9: term 'base-pay' stands already in a/x.yaml:1\n");
	packdir_free(&d);
}

/* All errors are said: in each file, in each entry, of form and of meaning. */
static void
test_all_errors(void **state)
{
	struct packdir d;

	(void)state;
	two_packs(&d, "roles:\n  - {titel: X, kind: role, family: F}\n  - {title: Y, kind: x}\n",
	    "figures:\n"
	    "  - {about: 'role:y', measure: growth, statistic: range, low: 3, high: 2, unit: people,\n"
	    "     source: s, locator: L}\n");
	packdir_file(&d, "a", "y.yaml", "roles: [\n");
	packdir_file(&d, "a", "z.yaml", "rolles: []\n");
	/* The source may stand in the file that could not be read. */
	expect(&d,
	    "a/x.yaml:2:6: unknown key 'titel' in roles; see man career-pack\n"
	    "a/x.yaml:2:5: roles entry without 'title' (name of the role)\n"
	    "a/x.yaml:3:22: 'kind' cannot be 'x'; expected one of role, specialization, occupation, "
	    "alternative, leadership\n"
	    "a/x.yaml:3:5: roles entry without 'family' (short group; occupations: SOC major group)\n"
	    "a/y.yaml:2:1: a value was expected\n"
	    "a/z.yaml:1:1: unknown section 'rolles'; nearest known section: roles\n"
	    "b/x.yaml:2:72: 'high' is below 'low'\n"
	    "b/x.yaml:2:81: growth is counted in percent\n");
	assert_string_equal(d.e.text, "8 errors in the data packs");
	packdir_file(&d, "a", "y.yaml", "roles: []\n");
	assert_false(packdir_read(&d));
	assert_contains(
	    packdir_errors(&d), "b/x.yaml:3:14: no entry 's' in sources of these packs\n");
	packdir_free(&d);
}

static void
test_limits(void **state)
{
	struct packdir d;
	struct buf b = BUF_INIT;

	(void)state;
	/* Many errors: the first 200, and a count. */
	buf_adds(&b, "roles:\n");
	for (int i = 0; i < 5000; i++)
		buf_adds(&b, "  - {title: X, kind: rolle, family: F}\n");
	packdir_init(&d);
	packdir_pack(&d, "a");
	packdir_file(&d, "a", "x.yaml", b.data);
	assert_false(packdir_read(&d));
	assert_string_equal(d.e.text, "9999 errors in the data packs");
	assert_contains(packdir_errors(&d), "\n... and 9799 more\n");
	assert_null(strstr(packdir_errors(&d), "a/x.yaml:202:"));
	/* Long texts are cut, and a message is one line. */
	buf_clear(&b);
	buf_adds(&b, "roles:\n  - {title: X, kind: \"");
	buf_pad(&b, 'k', 100000);
	buf_adds(&b, "\", family: F, \"a\\nb\": 1}\n");
	packdir_file(&d, "a", "x.yaml", b.data);
	assert_false(packdir_read(&d));
	assert_true(strlen(packdir_errors(&d)) < 500);
	assert_contains(packdir_errors(&d), "unknown key 'a b' in roles");
	assert_string_equal(d.e.text, "2 errors in the data packs");
	/* The reader's own limits. */
	buf_clear(&b);
	buf_adds(&b, "roles: ");
	buf_pad(&b, '[', 80);
	packdir_file(&d, "a", "x.yaml", b.data);
	expect(&d, "a/x.yaml:1:71: nested deeper than the 64 levels allowed\n");
	buf_clear(&b);
	buf_adds(&b, "roles:\n");
	buf_pad(&b, '#', (size_t)4 << 20);
	packdir_file(&d, "a", "x.yaml", b.data);
	assert_false(packdir_read(&d));
	assert_contains(packdir_errors(&d), "a/x.yaml");
	buf_clear(&b);
	buf_adds(&b, "roles: [");
	for (int i = 0; i < 200000; i++)
		buf_adds(&b, "a,");
	buf_adds(&b, "]\n");
	packdir_file(&d, "a", "x.yaml", b.data);
	assert_false(packdir_read(&d));
	assert_contains(packdir_errors(&d), ": more than 200000 values in one file; split it\n");
	buf_free(&b);
	packdir_free(&d);
}

/* What each type becomes. */
static void
test_store(void **state)
{
	struct packdir d;
	struct db *db;

	(void)state;
	packdir_init(&d);
	packdir_base(&d);
	packdir_file(&d, "a", "x.yaml",
	    "sources:\n"
	    "  - {key: t, title: T, short: t, publisher: P, kind: survey, published: Fall 2025,\n"
	    "     levels: [{level: mid, years: 3..5, locator: L}, {level: senior, years: 8.., locator: L}]}\n"
	    "figures:\n"
	    "  - {about: 'role:engineer', measure: pay, statistic: range, low: 1.5, high: 120000,\n"
	    "     unit: USD, card: yes, years: ..2, as_of: 2024-05, n: 12, source: t, locator: L}\n"
	    "  - {about: 'route:study', measure: duration, statistic: point, value: 4, unit: years,\n"
	    "     source: s, locator: L}\n"
	    "programs:\n"
	    "  - {key: own/key, school: u, name: Other, field: f, award: mba,\n"
	    "     facts: [{source: s, page: p, confidence: low}, {source: t, page: q, confidence: high}]}\n"
	    "industries: [{industry: Tech, companies: ['A \"B\"', 'C\\D', \"tab\\there\"], hiring: no,"
	    " source: s, locator: L}]\n"
	    "transitions: [{from: engineer, to: learning, kind: lateral, source: s, locator: L}]\n");
	db = packdir_catalog(&d);
	assert_string_equal(packdir_ask(db, "SELECT group_concat(key) FROM source"), "a/s,a/t");
	assert_string_equal(
	    packdir_ask(db, "SELECT published || published_year FROM source WHERE id = 2"),
	    "Fall 20252025");
	assert_string_equal(packdir_ask(db,
				"SELECT json_group_array(json_array(parent_id, level,"
				" years_lo, years_hi)) FROM source_level"),
	    "[[2,\"mid\",3.0,5.0],[2,\"senior\",8.0,null]]");
	assert_string_equal(
	    packdir_ask(db,
		"SELECT json_array(about_kind, about_key, about_id, low, high, value, card,"
		" years_lo, years_hi, as_of, as_of_year, n, source_id, basis) FROM figure_row"),
	    "[\"role\",\"engineer\",1,1.5,120000.0,null,1,null,2.0,\"2024-05\",2024,12,2,null]");
	assert_string_equal(packdir_ask(db,
				"SELECT json_array(about_kind, about_key, about_id)"
				" FROM figure_row WHERE id = 2"),
	    "[\"route\",\"study\",null]");
	assert_string_equal(
	    packdir_ask(db, "SELECT group_concat(key || ' ' || status) FROM program"),
	    "u/ms/master open,own/key open");
	assert_string_equal(packdir_ask(db,
				"SELECT json_group_array(json_array(parent_id, page))"
				" FROM program_fact"),
	    "[[1,\"p. 1\"],[2,\"p\"],[2,\"q\"]]");
	assert_string_equal(packdir_ask(db,
				"SELECT json_extract(companies, '$[0]')"
				" || json_extract(companies, '$[1]')"
				" || json_extract(companies, '$[2]') || hiring FROM industry"),
	    "A \"B\"C\\Dtab\there0");
	assert_string_equal(
	    packdir_ask(db, "SELECT from_id || '-' || to_id FROM transition"), "1-3");
	assert_string_equal(packdir_ask(db, "SELECT slug || pack FROM skill"), "pythona");
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	db_close(db);
	packdir_free(&d);
}

static uint64_t
hash_of(const char *first, const char *second)
{
	struct packdir d;
	uint64_t h;

	packdir_init(&d);
	packdir_pack(&d, "a");
	packdir_file(&d, "a", "x.yaml", first);
	packdir_file(&d, "a", "y.yaml", second);
	(void)packdir_read(&d);
	h = pack_hash(&d.set);
	packdir_free(&d);
	return h;
}

/* The hash tells contents apart, not how they are written. */
static void
test_hash(void **state)
{
	static const char *const others[][2] = {
	    {"roles: [{ab: c}]\n", ""},
	    {"roles: [{a: b, c: d}]\n", ""},
	    {"roles: [{a: bc}, {}]\n", ""},
	    {"roles: [[a, bc]]\n", ""},
	    {"roles: [{a: b}]\n", "c: d\n"},
	    {"skills: [{a: bc}]\n", ""},
	    {"", "roles: [{a: bd}]\n"},
	};
	uint64_t h = hash_of("roles: [{a: bc}]\n", "");

	(void)state;
	assert_true(h == hash_of("# said\nroles:\n  - a: 'bc'\n", ""));
	for (size_t i = 0; i < COUNT(others); i++) {
		assert_true(h != hash_of(others[i][0], others[i][1]));
		for (size_t k = 0; k < i; k++)
			assert_true(hash_of(others[k][0], others[k][1])
			    != hash_of(others[i][0], others[i][1]));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_merge),
	    cmocka_unit_test(test_merge_errors),
	    cmocka_unit_test(test_requires),
	    cmocka_unit_test(test_folders),
	    cmocka_unit_test(test_twice),
	    cmocka_unit_test(test_glossary),
	    cmocka_unit_test(test_all_errors),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_store),
	    cmocka_unit_test(test_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
