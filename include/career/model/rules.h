/*
 * rules.h - dated parameters: rates, thresholds of law, guidelines and defaults with their sources.
 *
 * data/rules.yaml, which the program carries, or the person's own rules.yaml in the folder of the
 * settings, which stands in for it as a whole. Every rule of rule_keys is there, each has a source and
 * at least one value; the document owns all texts. A value holds from a day, or is of a year or of an
 * award.
 */
#ifndef CAREER_MODEL_RULES_H
#define CAREER_MODEL_RULES_H

#include "career/base/err.h"
#include "career/base/yaml.h"

#include <stdbool.h>
#include <stddef.h>

enum rule_id {
	RULE_RATE_UNDERGRADUATE,
	RULE_RATE_GRADUATE,
	RULE_LOAN_YEARS,
	RULE_GE_ANNUAL,
	RULE_GE_DISCRETIONARY,
	RULE_GE_POVERTY_SHARE,
	RULE_GE_YEARS,
	RULE_POVERTY,
	RULE_LAW_YEARS,
	RULE_ALL_JOBS_MEDIAN,
	RULE_DISCOUNT,
	RULE_HORIZON,
	RULE_COUNT,
};

/* How the values of a rule are told apart. */
enum rule_by { RULE_BY_NOTHING, RULE_BY_YEAR, RULE_BY_AWARD };

enum { RULE_VALUES = 40 };

struct rule_value {
	const char *of; /* "2024", "master"; "" when by nothing */
	int year;       /* by year; else 0 */
	double value;
};

struct rule {
	const char *title, *unit, *from, *source, *url;
	const char *note;                     /* "" none */
	int year;                             /* of `from` */
	struct rule_value value[RULE_VALUES]; /* years rise */
	size_t n;
};

struct rules {
	struct yaml_doc doc;
	struct rule rule[RULE_COUNT];
};

/* The rules there are, for the reader and the manual. */
struct rule_key {
	const char *key, *help;
	const char *unit; /* what its file must say */
	enum rule_by by;
	double least, most;
};
extern const struct rule_key rule_keys[RULE_COUNT];

/* Keys of one rule. */
struct rule_part {
	const char *key, *help;
	bool required;
};
extern const struct rule_part rule_parts[];
extern const size_t nrule_parts;

/* The first mistake is ERR_USAGE, "file:line:column: what". Free it in any case. */
bool rules_load(struct rules *r, struct err *e);
bool rules_read(struct rules *r, const char *name, const char *bytes, size_t len, struct err *e);
void rules_free(struct rules *r);

/* The value: by year the newest one, by award NAN. */
double rule_value(const struct rules *r, enum rule_id id);
/* The newest value of that year or before it; NULL: none is so old. */
const struct rule_value *rule_in_year(const struct rules *r, enum rule_id id, int year);
/* NAN: the award is not named there, or NULL. */
double rule_of_award(const struct rules *r, enum rule_id id, const char *award);
/* Is it an award of graduates: master, mba, doctorate, ...? Their loans cost more. */
bool rule_graduate(const char *award);

#endif
