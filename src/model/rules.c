/*
 * rules.c - dated parameters, from YAML.
 */
#include "career/model/rules.h"

#include "career/base/embedded.h"
#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/yaml_check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BUILT_IN "data/rules.yaml"
#define NAMES_OF_AWARDS                                                                            \
	"certificate", "professional-certificate", "post-baccalaureate-certificate",               \
	    "graduate-certificate", "bootcamp", "mooc", "associate", "bachelor", "master", "mba",  \
	    "doctorate", "first-professional"

enum { YEAR_LEAST = 1965, YEAR_MOST = 2100 };

const struct rule_key rule_keys[RULE_COUNT] = {
    [RULE_RATE_UNDERGRADUATE] = {"loan-rate-undergraduate",
	"the rate of a loan for an undergraduate program", "percent a year", RULE_BY_NOTHING, 0,
	100},
    [RULE_RATE_GRADUATE] = {"loan-rate-graduate", "the rate of a loan for a graduate program",
	"percent a year", RULE_BY_NOTHING, 0, 100},
    [RULE_LOAN_YEARS] = {"loan-years", "in how many years a loan is paid back", "years",
	RULE_BY_NOTHING, 1, 60},
    [RULE_GE_ANNUAL] = {"ge-annual",
	"debt-to-earnings: the most that a year's payments may be of a year's pay", "percent",
	RULE_BY_NOTHING, 0, 100},
    [RULE_GE_DISCRETIONARY] = {"ge-discretionary",
	"debt-to-earnings: the most that they may be of discretionary pay", "percent",
	RULE_BY_NOTHING, 0, 100},
    [RULE_GE_POVERTY_SHARE] = {"ge-poverty-share",
	"debt-to-earnings: how much of the poverty guideline is not discretionary", "percent",
	RULE_BY_NOTHING, 0, 1000},
    [RULE_GE_YEARS] = {"ge-years",
	"debt-to-earnings: in how many years the debt is taken to be paid back", "years",
	RULE_BY_AWARD, 1, 60},
    [RULE_POVERTY] = {"poverty-guideline", "the poverty guideline for one person", "dollars a year",
	RULE_BY_YEAR, 0, 1e6},
    [RULE_LAW_YEARS] = {"law-years",
	"the earnings test of the law of 2025: how many years after completion", "years",
	RULE_BY_NOTHING, 0, 60},
    [RULE_ALL_JOBS_MEDIAN] = {"all-jobs-median", "the median pay of all jobs", "dollars a year",
	RULE_BY_NOTHING, 0, 1e6},
    [RULE_DISCOUNT] = {"discount-rate", "by how much later money counts less", "percent a year",
	RULE_BY_NOTHING, 0, 100},
    [RULE_HORIZON] = {"horizon", "how many years after graduation are counted", "years",
	RULE_BY_NOTHING, 1, 60},
};

enum {
	P_TITLE,
	P_UNIT,
	P_FROM,
	P_VALUE,
	P_BY_YEAR,
	P_BY_AWARD,
	P_SOURCE,
	P_URL,
	P_NOTE,
	PARTS,
};

const struct rule_part rule_parts[] = {
    [P_TITLE] = {"title", "what people call it", true},
    [P_UNIT] = {"unit", "the unit of its values, as in the table of rules", true},
    [P_FROM] = {"from", "since when it holds: a year, month or day, such as 2024-07-01", true},
    [P_VALUE] = {"value", "a number", false},
    [P_BY_YEAR] = {"by-year", "a number for each year; instead of a value", false},
    [P_BY_AWARD] = {"by-award", "a number for each award; instead of a value", false},
    [P_SOURCE] = {"source", "who says so", true},
    [P_URL] = {"url", "where: an address with http", true},
    [P_NOTE] = {"note", "what else one should know", false},
};
const size_t nrule_parts = sizeof rule_parts / sizeof *rule_parts;

static const char *const awards[] = {NAMES_OF_AWARDS};
static const char *const graduate_awards[] = {
    "graduate-certificate", "master", "mba", "doctorate", "first-professional"};

/* --- reading --------------------------------------------------------------------------------- */

static bool
wrong(const struct rules *r, const struct ynode *n, struct err *e, const char *what)
{
	return yaml_fail(e, (struct yaml_place){r->doc.name, n->line, n->column}, "%s", what);
}

static bool
wrong_key(const struct rules *r, const struct ynode *n, struct err *e, const char *what)
{
	return yaml_fail(e, (struct yaml_place){r->doc.name, n->key_line, n->key_column},
	    "'%.60s': %s", n->key, what);
}

static bool
is_among(const char *s, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], s) == 0)
			return true;
	return false;
}

static bool
take_text(const struct rules *r, const struct ynode *n, const char **to, struct err *e)
{
	if (n->kind != Y_SCALAR || n->len == 0 || strlen(n->text) != n->len || ynode_is_null(n))
		return wrong(r, n, e, "a text was expected");
	*to = n->text;
	return true;
}

static bool
take_url(const struct rules *r, const struct ynode *n, const char **to, struct err *e)
{
	if (!take_text(r, n, to, e))
		return false;
	return strncmp(*to, "https://", 8) == 0 || strncmp(*to, "http://", 7) == 0
	    || wrong(r, n, e, "an address that begins with https:// was expected");
}

/* `count` digits at s from `least` to `most`; -1 when they are not that. */
static int
digits(const char *s, size_t count, int least, int most)
{
	int v = 0;

	for (size_t i = 0; i < count; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v >= least && v <= most ? v : -1;
}

/* YYYY, YYYY-MM or YYYY-MM-DD. Its year, or -1. */
static int
year_of(const char *s)
{
	size_t len = strlen(s);
	int year = len >= 4 ? digits(s, 4, YEAR_LEAST, YEAR_MOST) : -1;

	if (len > 4 && (len < 7 || s[4] != '-' || digits(s + 5, 2, 1, 12) < 0))
		return -1;
	if (len > 7 && (len != 10 || s[7] != '-' || digits(s + 8, 2, 1, 31) < 0))
		return -1;
	return year;
}

static bool
take_from(const struct rules *r, const struct ynode *n, struct rule *to, struct err *e)
{
	if (!take_text(r, n, &to->from, e))
		return false;
	to->year = year_of(to->from);
	return to->year >= 0
	    || wrong(r, n, e, "a year, month or day was expected, such as 2024-07-01");
}

static bool
take_unit(const struct rules *r, const struct ynode *n, struct rule *to, struct err *e)
{
	const char *unit = rule_keys[to - r->rule].unit;

	if (!take_text(r, n, &to->unit, e))
		return false;
	return strcmp(unit, to->unit) == 0
	    || yaml_fail(e, (struct yaml_place){r->doc.name, n->line, n->column},
		"'%s' was expected: the program reckons in it", unit);
}

static bool
take_value(const struct rules *r, const struct ynode *n, struct rule *to, struct err *e)
{
	const struct rule_key *key = &rule_keys[to - r->rule];
	double v;

	if (n->kind != Y_SCALAR || !num_parse(n->text, &v) || v < key->least || v > key->most)
		return yaml_fail(e, (struct yaml_place){r->doc.name, n->line, n->column},
		    "a number from %g to %g was expected", key->least, key->most);
	to->value[to->n++] = (struct rule_value){"", 0, v};
	return true;
}

/* What the values are told apart by is in front of each. */
static bool
take_name(const struct rules *r, const struct ynode *n, struct rule *to, struct err *e)
{
	struct rule_value *v = &to->value[to->n - 1];

	v->of = n->key;
	if (rule_keys[to - r->rule].by == RULE_BY_AWARD)
		return is_among(n->key, awards, sizeof awards / sizeof *awards)
		    || wrong_key(r, n, e, "no award is called so; career-pack(5) has them");
	v->year = strlen(n->key) == 4 ? year_of(n->key) : -1;
	if (v->year < 0)
		return wrong_key(r, n, e, "a year was expected");
	return to->n < 2 || v->year > v[-1].year
	    || wrong_key(r, n, e, "the years must rise: it stands after a later one");
}

static bool
take_values(const struct rules *r, const struct ynode *map, struct rule *to, struct err *e)
{
	if (map->kind != Y_MAP || map->count == 0 || map->count > RULE_VALUES)
		return wrong(r, map, e, "one to 40 values were expected: `2026: 15960`");
	for (const struct ynode *n = map->child; n != NULL; n = n->next)
		if (!take_value(r, n, to, e) || !take_name(r, n, to, e))
			return false;
	return true;
}

static int
part_of(const struct ynode *n)
{
	for (int i = 0; i < PARTS; i++)
		if (strcmp(rule_parts[i].key, n->key) == 0)
			return i;
	return -1;
}

static bool
read_part(const struct rules *r, const struct ynode *n, struct rule *to, struct err *e)
{
	static const int by[] = {
	    [RULE_BY_NOTHING] = P_VALUE, [RULE_BY_YEAR] = P_BY_YEAR, [RULE_BY_AWARD] = P_BY_AWARD};
	int part = part_of(n), want = by[rule_keys[to - r->rule].by];

	switch (part) {
	case P_TITLE:
		return take_text(r, n, &to->title, e);
	case P_UNIT:
		return take_unit(r, n, to, e);
	case P_FROM:
		return take_from(r, n, to, e);
	case P_SOURCE:
		return take_text(r, n, &to->source, e);
	case P_URL:
		return take_url(r, n, &to->url, e);
	case P_NOTE:
		return take_text(r, n, &to->note, e);
	case P_VALUE:
	case P_BY_YEAR:
	case P_BY_AWARD:
		if (part != want)
			return yaml_fail(e,
			    (struct yaml_place){r->doc.name, n->key_line, n->key_column},
			    "'%s': '%s' was expected for this rule", n->key, rule_parts[want].key);
		return part == P_VALUE ? take_value(r, n, to, e) : take_values(r, n, to, e);
	default:
		return wrong_key(r, n, e, "a rule has no such key; career-rules(5) has them");
	}
}

static int
rule_of(const struct ynode *n)
{
	for (int i = 0; i < RULE_COUNT; i++)
		if (strcmp(rule_keys[i].key, n->key) == 0)
			return i;
	return -1;
}

static bool
read_rule(struct rules *r, const struct ynode *map, struct err *e)
{
	struct yaml_place at = {r->doc.name, map->line, map->column};
	int id = rule_of(map);
	unsigned seen = 0;

	if (id < 0)
		return wrong_key(r, map, e, "no rule is called so; career-rules(5) has them");
	if (map->kind != Y_MAP)
		return wrong(r, map, e, "a rule was expected: `title:`, `value:`, ...");
	r->rule[id].note = "";
	for (const struct ynode *n = map->child; n != NULL; n = n->next) {
		if (!read_part(r, n, &r->rule[id], e))
			return false;
		seen |= 1u << part_of(n);
	}
	for (int i = 0; i < PARTS; i++)
		if (rule_parts[i].required && !(seen & 1u << i))
			return yaml_fail(e, at, "the key '%s' is missing: %s", rule_parts[i].key,
			    rule_parts[i].help);
	return r->rule[id].n > 0 || wrong(r, map, e, "its value is missing");
}

static bool
read_all(struct rules *r, struct err *e)
{
	const struct ynode *root = r->doc.root,
			   *list = root != NULL ? ynode_get(root, "rules") : NULL;

	if (root == NULL)
		return err_set(e, ERR_USAGE, "%s: it is empty; `rules:` was expected", r->doc.name);
	if (list == NULL || list->kind != Y_MAP || root->count != 1)
		return wrong(r, root, e, "`rules:` was expected, with a rule a name below it");
	for (const struct ynode *n = list->child; n != NULL; n = n->next)
		if (!read_rule(r, n, e))
			return false;
	for (int i = 0; i < RULE_COUNT; i++)
		if (r->rule[i].n == 0)
			return yaml_fail(e,
			    (struct yaml_place){r->doc.name, list->line, list->column},
			    "the rule '%s' is missing: %s", rule_keys[i].key, rule_keys[i].help);
	return true;
}

bool
rules_read(struct rules *r, const char *name, const char *bytes, size_t len, struct err *e)
{
	bool ok;

	memset(r, 0, sizeof *r);
	ok = yaml_read_bytes(&r->doc, name, bytes, len, &yaml_limits_config, e) && read_all(r, e);
	if (!ok)
		e->code = ERR_USAGE;
	return ok;
}

bool
rules_load(struct rules *r, struct err *e)
{
	char *path = path_config("rules.yaml");
	const char *built_in = embedded_text(BUILT_IN);
	struct buf bytes = BUF_INIT;
	bool ok;

	if (path != NULL && file_exists(path)) {
		memset(r, 0, sizeof *r);
		ok = file_read(path, yaml_limits_config.bytes, &bytes, e)
		    && rules_read(r, path, bytes.data, bytes.len, e);
	} else {
		ok = rules_read(r, BUILT_IN, built_in, strlen(built_in), e);
	}
	buf_free(&bytes);
	free(path);
	return ok;
}

void
rules_free(struct rules *r)
{
	yaml_doc_free(&r->doc);
	memset(r, 0, sizeof *r);
}

/* --- asking ---------------------------------------------------------------------------------- */

double
rule_value(const struct rules *r, enum rule_id id)
{
	const struct rule *rule = &r->rule[id];

	if (rule->n == 0 || rule_keys[id].by == RULE_BY_AWARD)
		return NAN;
	return rule->value[rule->n - 1].value;
}

const struct rule_value *
rule_in_year(const struct rules *r, enum rule_id id, int year)
{
	const struct rule *rule = &r->rule[id];

	for (size_t i = rule->n; i-- > 0;)
		if (rule->value[i].year <= year)
			return &rule->value[i];
	return NULL;
}

double
rule_of_award(const struct rules *r, enum rule_id id, const char *award)
{
	const struct rule *rule = &r->rule[id];

	for (size_t i = 0; award != NULL && i < rule->n; i++)
		if (strcmp(rule->value[i].of, award) == 0)
			return rule->value[i].value;
	return NAN;
}

bool
rule_graduate(const char *award)
{
	return award != NULL
	    && is_among(award, graduate_awards, sizeof graduate_awards / sizeof *graduate_awards);
}
