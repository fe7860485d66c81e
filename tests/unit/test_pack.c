/* Reading packs: every type and rule, every message with its place. */
#include "check.h"
#include "packdir.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * A file x.yaml beside the base pack, and all that reading says of both. A '^' in the YAML marks a
 * place; "1: ..." among the errors is one at the first mark.
 */
struct wrong {
	const char *yaml, *errors;
};

enum { MARKS = 9 };

/* The YAML without its marks, and where each stood, as "LINE:COLUMN". */
static void
take_marks(const char *yaml, struct buf *out, char place[MARKS][24])
{
	size_t n = 0, line = 1, column = 1;

	for (; *yaml != '\0'; yaml++) {
		if (*yaml == '^') {
			assert_true(n < MARKS);
			snprintf(place[n++], sizeof place[0], "%zu:%zu", line, column);
			continue;
		}
		buf_addc(out, *yaml);
		column = *yaml == '\n' ? 1 : column + 1;
		line += *yaml == '\n';
	}
}

/* "1: what" as "a/x.yaml:LINE:COLUMN: what", line by line. */
static void
put_marks(const char *errors, struct buf *out, char place[MARKS][24])
{
	while (*errors != '\0') {
		size_t len = strcspn(errors, "\n") + 1;

		assert_in_range(*errors, '1', '1' + MARKS - 1);
		buf_addf(out, "a/x.yaml:%s", place[*errors - '1']);
		buf_add(out, errors + 1, len - 1);
		errors += len;
	}
}

static void
check_one(const struct wrong *w)
{
	struct packdir d;
	struct buf yaml = BUF_INIT, expected = BUF_INIT;
	char place[MARKS][24] = {{0}};

	take_marks(w->yaml, &yaml, place);
	put_marks(w->errors, &expected, place);
	packdir_init(&d);
	packdir_base(&d);
	packdir_file(&d, "a", "x.yaml", yaml.data);
	if (packdir_read(&d) != (expected.len == 0)
	    || strcmp(packdir_errors(&d), expected.data) != 0)
		fail_msg(
		    "%s\n gives    %s\n expected %s", yaml.data, packdir_errors(&d), expected.data);
	packdir_free(&d);
	buf_free(&yaml);
	buf_free(&expected);
}

static void
check_wrong(const struct wrong *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_one(&w[i]);
}

/* Sections of one entry. */
#define ROLE(rest) "roles:\n  - {title: X, kind: role, family: F, " rest "}\n"
#define SOURCE(rest)                                                                               \
	"sources:\n  - {key: t, title: T, short: t, publisher: P, kind: survey, " rest "}\n"
#define FIGURE(rest) "figures:\n  - ^{source: s, locator: Top, " rest "}\n"
#define PAY(rest) FIGURE("about: 'role:engineer', measure: pay, unit: USD, " rest)
#define SHARE(rest) FIGURE("measure: share, statistic: point, value: 1, unit: percent, " rest)
#define MEDIAN(rest) PAY("statistic: median, value: 1, " rest)
#define FACT(rest)                                                                                   \
	"programs:\n  - {school: u, name: X, field: f, award: master, facts: [{source: s, page: p, " \
	"confidence: low,\n    " rest "}]}\n"

#define NO_SUMMARY "1: 'summary' wants a non-empty text (what one does, in a sentence or two)\n"
#define A_SPAN "expected a span such as 3..5, 8.. or ..2\n"
#define A_UNIT "expected a currency code such as USD, or a unit that man career-pack lists\n"
#define A_KIND "one of role, specialization, occupation, alternative, leadership"

static void
test_texts_and_keys(void **state)
{
	static const struct wrong wrong[] = {
	    {ROLE("summary: ^''"), NO_SUMMARY},
	    {ROLE("summary: ^\" \\t\\n\""), NO_SUMMARY},
	    {ROLE("summary: ^~"), NO_SUMMARY},
	    {ROLE("summary: ^[a]"), NO_SUMMARY},
	    {ROLE("summary: ^\"a\\0b\""), NO_SUMMARY},
	    {ROLE("summary: 'null'"), ""},
	    {ROLE("slug: ^Big One"),
		"1: 'slug' is 'Big One'; expected a key of a-z, 0-9 and '-'\n"},
	    {ROLE("slug: ^a/b"), "1: 'slug' is 'a/b'; expected a key of a-z, 0-9 and '-'\n"},
	    {"programs:\n  - {key: ^u/X, school: u, name: X, field: f, award: master,\n"
	     "     facts: [{source: s, page: p, confidence: low}]}\n",
		"1: 'key' is 'u/X'; expected a key of a-z, 0-9, '-' and '/'\n"},
	    {"roles:\n  - {title: X, kind: ^rolle, family: F}\n",
		"1: 'kind' cannot be 'rolle'; nearest: role (" A_KIND ")\n"},
	    {"roles:\n  - {title: X, kind: ^zzz, family: F}\n",
		"1: 'kind' cannot be 'zzz'; expected " A_KIND "\n"},
	    {MEDIAN("words: one two three four five six seven eight"), ""},
	    {MEDIAN("words: ^one two three four five six seven eight nine"),
		"2: 'words' has 9 words; a label of at most eight was expected\n"},
	    {MEDIAN("words: ^\"1\\_2\\_3\\_4\\u20035 6 7 8 9\""),
		"2: 'words' has 9 words; a label of at most eight was expected\n"},
	    {SOURCE("url: ^'ftp://x'"),
		"1: 'url' is 'ftp://x'; expected an address that starts with https://\n"},
	    {SOURCE("url: ^'https://a b'"),
		"1: 'url' is 'https://a b'; expected an address that starts with https://\n"},
	    {SOURCE("url: 'http://x'"), ""},
	    {"schools:\n  - {name: V, country: ^usa}\n",
		"1: 'country' is 'usa'; expected a country code of two capitals, such as US\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

static void
test_numbers_and_lists(void **state)
{
	static const struct wrong wrong[] = {
	    {PAY("statistic: median, value: ^12k"),
		"2: 'value' is '12k'; expected a number such as 120000 or 2.5\n"},
	    {MEDIAN("n: ^1.5"), "2: 'n' is '1.5'; expected a whole number\n"},
	    {MEDIAN("n: ^9999999999999999"),
		"2: 'n' is '9999999999999999'; expected a whole number\n"},
	    {MEDIAN("n: ^-1"), "2: 'n' is '-1'; it cannot be below zero\n"},
	    {MEDIAN("years: ^5..3"), "2: 'years' is '5..3'; " A_SPAN},
	    {MEDIAN("years: ^some"), "2: 'years' is 'some'; " A_SPAN},
	    {MEDIAN("years: 8.."), ""},
	    {MEDIAN("years: ..2"), ""},
	    {MEDIAN("years: 4"), ""},
	    {MEDIAN("as_of: Fall 2026"), ""},
	    {MEDIAN("as_of: ^soon"),
		"2: 'as_of' is 'soon'; expected a date that names a year, such "
		"as 2026-04 or Fall 2026\n"},
	    {MEDIAN("as_of: ^12026"),
		"2: 'as_of' is '12026'; expected a date that names a year, such "
		"as 2026-04 or Fall 2026\n"},
	    {MEDIAN("card: yes"), ""},
	    {MEDIAN("card: ^maybe"), "2: 'card' is 'maybe'; expected yes or no\n"},
	    {ROLE("aliases: ^X"), "1: 'aliases' wants a list of texts: [a, b]\n"},
	    {ROLE("aliases: []"), ""},
	    {ROLE("aliases: [a, ^[b]]"), "1: 'aliases' wants a list of non-empty texts\n"},
	    {ROLE("aliases: [a, ^'']"), "1: 'aliases' wants a list of non-empty texts\n"},
	    {"day_parts:\n  - {role: engineer, part: morning, items: ^[], source: s, locator: L}\n",
		"1: 'items' is empty; at least one text was expected\n"},
	    {FIGURE(
		 "about: 'role:engineer', measure: pay, statistic: median, value: 1, unit: ^usd"),
		"2: 'unit' is 'usd'; " A_UNIT},
	    {FACT("cost: 1, currency: ^dollars, per: total"),
		"1: 'currency' is 'dollars'; " A_UNIT},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

#define AN_ABOUT                                                                                   \
	"expected TYPE:KEY, TYPE one of role, program, school, skill, field, route, industry, "    \
	"market\n"

static void
test_references(void **state)
{
	static const struct wrong wrong[] = {
	    {"nearest:\n"
	     "  - {role: ^enginer, occupation: statisticians, why: W, source: s, locator: L}\n",
		"1: no entry 'enginer' in roles; nearest: engineer\n"},
	    {"nearest:\n  - {role: ^zzz, occupation: ^engineer, why: W, source: s, locator: L}\n",
		"1: no entry 'zzz' in roles of these packs\n"
		"2: 'engineer' is not of kind occupation\n"},
	    /* A source is named by its key or as pack/key. */
	    {"mentions:\n  - {role: engineer, source: a/s, locator: L}\n", ""},
	    {"sources: [{key: survey, title: T, short: t, publisher: P, kind: survey}]\n"
	     "mentions:\n"
	     "  - {role: engineer, source: ^survy, locator: L}\n"
	     "  - {role: engineer, source: ^b/s, locator: L}\n",
		"1: no entry 'survy' in sources; nearest: survey\n"
		"2: no entry 'b/s' in sources of these packs\n"},
	    {SHARE("about: 'role:engineer'"), ""},
	    {SHARE("about: 'program:u/ms/master'"), ""},
	    {SHARE("about: 'school:u'"), ""},
	    {SHARE("about: 'skill:python'"), ""},
	    {SHARE("about: 'route:study'"), ""},
	    {SHARE("about: 'field:anything-at-all'"), ""},
	    {SHARE("about: 'industry:tech'"), ""},
	    {SHARE("about: 'market:us'"), ""},
	    {SHARE("about: ^engineer"), "2: 'about' is 'engineer'; " AN_ABOUT},
	    {SHARE("about: ^'job:engineer'"), "2: 'about' is 'job:engineer'; " AN_ABOUT},
	    {SHARE("about: ^'field:'"), "2: 'about' is 'field:'; " AN_ABOUT},
	    {SHARE("about: ^'field:Big Data'"), "2: 'about' is 'field:Big Data'; " AN_ABOUT},
	    {SHARE("about: ^'role:learnin'"),
		"2: no entry 'learnin' in roles; nearest: learning\n"},
	    {SHARE("about: ^'program:u/ms/mastr'"),
		"2: no entry 'u/ms/mastr' in programs; nearest: u/ms/master\n"},
	    {SHARE("about: ^'school:v'"), "2: no entry 'v' in schools of these packs\n"},
	    {SHARE("about: ^'skill:pyton'"), "2: no entry 'pyton' in skills; nearest: python\n"},
	    {SHARE("about: ^'route:stud'"), "2: no entry 'stud' in routes; nearest: study\n"},
	    /* Lists of keys. */
	    {"roles:\n"
	     "  - {title: X, kind: specialization, family: F, serves: [engineer, ^enginer]}\n",
		"1: no entry 'enginer' in roles; nearest: engineer\n"},
	    {"routes:\n"
	     "  - {name: R, kind: mooc, summary: S, leads_to: [^nobody], source: s, locator: L}\n",
		"1: no entry 'nobody' in roles of these packs\n"},
	    {"listings:\n"
	     "  - {label: L, about: 'role:engineer', claimed: 3, source: s, locator: L,\n"
	     "     programs: [u/ms/master, ^u/ms/mster]}\n",
		"1: no entry 'u/ms/mster' in programs; nearest: u/ms/master\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

static void
test_sections_and_keys(void **state)
{
	static const struct wrong wrong[] = {
	    {"^rolles: []\n", "1: unknown section 'rolles'; nearest known section: roles\n"},
	    {"^zzz: []\n", "1: unknown section 'zzz'; see man career-pack\n"},
	    {"^levels: []\n", "1: unknown section 'levels'; see man career-pack\n"},
	    {"roles: ~\nskills:\n", ""},
	    {"roles: ^Engineer\n", "1: section 'roles' wants a list of entries ('- ...')\n"},
	    {"^- roles\n", "1: a pack file wants sections, such as 'roles:'\n"},
	    {"", ""},
	    {"# nothing\n", ""},
	    {"roles:\n  - ^Engineer\n",
		"1: an entry of roles wants keys and values, such as 'slug: ...'\n"},
	    {ROLE("^famly: F"), "1: unknown key 'famly' in roles; nearest known key: family\n"},
	    {ROLE("^zzz: F"), "1: unknown key 'zzz' in roles; see man career-pack\n"},
	    {"roles:\n  - ^{title: X}\n",
		"1: roles entry without 'kind' (what it is)\n"
		"1: roles entry without 'family' (short group; occupations: SOC major group)\n"},
	    {"ladders:\n  - {role: engineer, title: T, source: s, locator: L, steps: ^up}\n",
		"1: 'steps' wants a list of entries\n"},
	    {"ladders:\n  - {role: engineer, title: T, source: s, locator: L, steps: [^up]}\n",
		"1: an entry of steps wants keys and values, such as 'title: ...'\n"},
	    {"ladders:\n"
	     "  - {role: engineer, title: T, source: s, locator: L, steps: [^{^titl: A}]}\n",
		"2: unknown key 'titl' in steps; nearest known key: title\n"
		"1: steps entry without 'title' (name of the step)\n"},
	    {"pack: ^[]\n", "1: an entry of pack wants keys and values, such as 'pack: ...'\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

static void
test_form(void **state)
{
	/* What YAML itself refuses ends the file, not the reading of the others. */
	static const struct wrong wrong[] = {
	    {"roles:\n  - {title: X, ^title: Y}\nfigurs: 1\n",
		"1: key 'title' stands in this map already, in line 2; each key once was expected\n"},
	    {"roles: &r []\nskills: ^*r\n",
		"1: alias *r means a list or a map; only a single value can be repeated, write it "
		"out\n"},
	    {"roles:\n  - {title: &t X, kind: role, family: *t}\n", ""},
	    {"roles:\n^\t- {title: X}\n",
		"1: a value cannot start with this character; quote it (indent with spaces, never "
		"tabs)\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

static void
test_figures(void **state)
{
	static const struct wrong wrong[] = {
	    {PAY("statistic: range, low: 1, high: 2"), ""},
	    {PAY("statistic: range, low: 1"), "1: a range wants 'low' and 'high'\n"},
	    {PAY("statistic: range, high: 1"), "1: a range wants 'low' and 'high'\n"},
	    {PAY("statistic: range, low: 2, high: ^1"), "2: 'high' is below 'low'\n"},
	    /* A number that cannot be read is wrong once. */
	    {PAY("statistic: range, low: 2, high: ^1k"),
		"2: 'high' is '1k'; expected a number such as 120000 or 2.5\n"},
	    {PAY("statistic: mean"), "1: a mean wants 'value'\n"},
	    {PAY("statistic: rank, low: ^1, high: ^3"),
		"2: a rank has no 'low'\n3: a rank has no 'high'\n1: a rank wants 'value'\n"},
	    {PAY("statistic: ^rnge, value: 1"),
		"2: 'statistic' cannot be 'rnge'; nearest: range (one of range, point, mean, median, "
		"percentiles, rank, category)\n"},
	    {PAY("statistic: category, text: high"), ""},
	    {PAY("statistic: category"), "1: a category wants 'text'\n"},
	    {PAY("statistic: percentiles, p10: 1, p90: 2"), ""},
	    {PAY("statistic: percentiles"), "1: percentiles want at least one of p10 ... p90\n"},
	    {PAY("statistic: percentiles, p90: ^2, p25: 5, p50: ^4"),
		"3: 'p50' is below a lower percentile\n2: 'p90' is below a lower percentile\n"},
	    {PAY("statistic: percentiles, p50: 2, value: ^2"),
		"2: a figure of percentiles has no 'value'\n"},
	    /* `missing` stands instead of numbers. */
	    {PAY("statistic: median, missing: suppressed"), ""},
	    {PAY("statistic: median, missing: suppressed, value: ^0"),
		"2: 'value' beside 'missing'; one of them was expected\n"},
	    {PAY("statistic: percentiles, p75: 1, p90: 2, top_coded: [p90]"), ""},
	    {PAY("statistic: percentiles, p75: 1, p90: 2, top_coded: [p90, ^p50, ^p99]"),
		"2: 'top_coded' names 'p50'; a number of this figure was expected\n"
		"3: 'top_coded' names 'p99'; a number of this figure was expected\n"},
	    {PAY("statistic: median, value: ^-1"),
		"2: pay is money: 'value' cannot be below zero\n"},
	    {FIGURE("about: 'field:f', measure: debt, statistic: median, value: 1, unit: ^percent"),
		"2: debt is money: a currency code or unstated-currency was expected\n"},
	    {FIGURE("about: 'field:f', measure: cost, statistic: point, value: 1,\n"
		    "     unit: unstated-currency"),
		""},
	    {FIGURE("about: 'field:f', measure: cost, statistic: point, value: 1, unit: USD,\n"
		    "     basis: ^base"),
		"2: only pay has a 'basis'\n"},
	    {FIGURE(
		 "about: 'field:f', measure: growth, statistic: point, value: -3, unit: percent"),
		""},
	    {FIGURE("about: 'field:f', measure: growth, statistic: point, value: 3, unit: ^people"),
		"2: growth is counted in percent\n"},
	    {FIGURE("about: 'field:f', measure: growth, statistic: rank, value: 1, unit: rank"),
		""},
	    {FIGURE("about: 'field:f', measure: growth, statistic: category, text: fast,\n"
		    "     unit: word"),
		""},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

static void
test_other_rules(void **state)
{
	static const struct wrong wrong[] = {
	    {SOURCE("note: N") "  - {key: u, title: T, short: ^nineteen cells wide, publisher: P,\n"
			       "     kind: survey}\n",
		"1: 'short' takes 19 cells; at most 18 were expected\n"},
	    {SOURCE("levels: [{level: mid, years: 3..5, locator: L}]"), ""},
	    {SOURCE("levels: [^{level: mid, locator: L}]"),
		"1: levels entry without 'years' (years of experience)\n"},
	    {ROLE("serves: ^[engineer]"), "1: only a specialization 'serves' other roles\n"},
	    {"transitions:\n"
	     "  - {from: engineer, to: ^engineer, kind: lateral, source: s, locator: L}\n",
		"1: a transition leads to another role than it starts from\n"},
	    {"factors:\n  - {factor: place, text: T, low: 1.2, high: ^1.1, source: s, locator: L}\n",
		"1: 'high' is below 'low'\n"},
	    {"factors:\n"
	     "  - ^{factor: place, text: T, low: 1.2, derived: true, source: s, locator: L}\n",
		"1: a derived multiplier wants 'sum': how it was computed\n"},
	    {"factors:\n"
	     "  - {factor: place, text: T, low: 1.2, derived: no, source: s, locator: L}\n",
		""},
	    {"factors:\n  - {factor: place, text: T, low: ^-1.2, source: s, locator: L}\n",
		"1: 'low' is '-1.2'; it cannot be below zero\n"},
	    {"programs:\n  - {school: u, name: X, field: f, award: mba, status: ^withdrawn,\n"
	     "     facts: [{source: s, page: p, confidence: low}]}\n",
		"1: a withdrawn program wants 'status_note': since when, what follows it\n"},
	    {"programs:\n  - ^{school: u, name: X, field: f, award: mba}\n",
		"1: a program wants 'facts': at least one page that states it\n"},
	    {"programs:\n  - {school: u, name: X, field: f, award: mba, facts: ^[]}\n",
		"1: a program wants 'facts': at least one page that states it\n"},
	    {FACT("cost: ^5"), "1: a cost wants 'currency' and 'per' (either may be 'unstated')\n"},
	    {FACT("cost: 0, currency: unstated, per: unstated"), ""},
	    {FACT("cost: ^-5, currency: USD, per: total"),
		"1: 'cost' is '-5'; it cannot be below zero\n"},
	    {FACT("months: 24, months_max: ^12"), "1: 'months_max' is below 'months'\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

/* Rules over several entries. */
static void
test_sums_and_twins(void **state)
{
	static const struct wrong wrong[] = {
	    {"day_shares:\n"
	     "  - {role: engineer, activity: A, share: 60, source: s, locator: L}\n"
	     "  - {role: learning, activity: A, share: 100, source: s, locator: L}\n"
	     "  - {role: engineer, activity: B, share: 39.8, source: a/s, locator: L}\n",
		""},
	    {"day_shares:\n"
	     "  - ^{role: learning, activity: A, share: 0, source: s, locator: L}\n"
	     "  - ^{role: engineer, activity: A, share: 60, source: s, locator: L}\n"
	     "  - {role: learning, activity: B, share: 90, source: s, locator: L}\n"
	     "  - {role: engineer, activity: B, share: 30, source: s, locator: L}\n",
		"2: the shares of this role and source add up to 90, not 100\n"
		"1: the shares of this role and source add up to 90, not 100\n"},
	    {"sources: [{key: t, title: T, short: t, publisher: P, kind: survey}]\n"
	     "routes:\n"
	     "  - {slug: study, name: Study, kind: degree, summary: S, source: t, locator: L}\n"
	     "  - ^{name: Study, kind: degree, summary: S, source: a/t, locator: L}\n",
		"1: route 'study' stands already in a/x.yaml:3 for this source\n"},
	    {"roles:\n  - ^{slug: engineer, title: X, kind: role, family: F}\n",
		"1: role 'engineer' stands already in a/base.yaml:4\n"},
	    {"roles:\n  - {title: Data Sifter, kind: role, family: F}\n"
	     "  - ^{title: 'Data, sifter!', kind: role, family: F}\n",
		"1: role 'data-sifter' stands already in a/x.yaml:2\n"},
	    {"skills:\n  - ^{name: Python, category: data}\n",
		"1: skill 'python' stands already in a/base.yaml:9\n"},
	    {"programs:\n"
	     "  - ^{school: u, name: X, slug: ms, field: f, award: master,\n"
	     "     facts: [{source: s, page: p, confidence: low}]}\n",
		"1: program 'u/ms/master' stands already in a/base.yaml:13\n"},
	    {"guide:\n"
	     "  - {slug: g, topic: faq, heading: H, text: T, source: s, locator: L}\n"
	     "  - {topic: faq, heading: H, text: T, source: s, locator: L}\n"
	     "  - {topic: faq, heading: H, text: T, source: s, locator: L}\n"
	     "  - ^{slug: g, topic: pay, heading: H, text: T, source: s, locator: L}\n",
		"1: guide 'g' stands already in a/x.yaml:2\n"},
	    {"terms:\n  - {term: A b, text: T.}\n  - ^{term: a-b, text: T.}\n",
		"1: term 'a-b' stands already in a/x.yaml:2\n"},
	    {"pack: ^{pack: a, title: T}\n", "1: pack 'a' stands already in a/pack.yaml:1\n"},
	    {"pack: {pack: ^b, title: T}\n",
		"1: pack 'b' stands in the folder 'a'; the same name was expected\n"},
	};

	(void)state;
	check_wrong(wrong, COUNT(wrong));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_texts_and_keys),
	    cmocka_unit_test(test_numbers_and_lists),
	    cmocka_unit_test(test_references),
	    cmocka_unit_test(test_sections_and_keys),
	    cmocka_unit_test(test_form),
	    cmocka_unit_test(test_figures),
	    cmocka_unit_test(test_other_rules),
	    cmocka_unit_test(test_sums_and_twins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
