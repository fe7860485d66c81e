#include "career/query/field.h"

#include "career/frame/linked.h"
#include "career/frame/scan.h"

#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

#define EXPORT FIELD_EXPORT
#define SHOWN (FIELD_SHOWN | FIELD_EXPORT)
#define FACET (FIELD_FACET | FIELD_EXPORT)

enum { LIST_COUNT = 6 };

/* clang-format off */
static const struct field program_fields[] = {
	{ .name = "key", .title = "Key", .kind = COL_CODE, .flags = FIELD_KEY | EXPORT,
	    .derived = true, .width = 30, .term = "key", .absent = "no key",
	    .help = "stable name of the program: school/program/award" },
	{ .name = "school", .title = "School", .aka = "university", .kind = COL_CODE,
	    .search = true, .flags = SHOWN, .width = 28, .term = "school", .absent = "no school",
	    .help = "who offers the program" },
	{ .name = "program", .title = "Program", .aka = "title", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 32, .term = "program",
	    .absent = "no program name", .help = "name of the program" },
	{ .name = "field", .title = "Field", .kind = COL_CODE, .search = true,
	    .flags = FACET | SHOWN, .facet = 3, .width = 22, .term = "field-of-study",
	    .absent = "no field of study", .help = "field of study" },
	{ .name = "award", .title = "Award", .aka = "degree", .kind = COL_CODE, .search = true,
	    .flags = FACET | SHOWN, .facet = 1, .width = 12, .term = "award",
	    .absent = "no award",
	    .help = "what one holds at the end: certificate, bachelor, master, ..." },
	{ .name = "mode", .title = "Mode", .kind = COL_CODE, .flags = FACET, .facet = 2,
	    .width = 10, .term = "mode", .absent = "no mode",
	    .help = "online, on-campus or hybrid" },
	{ .name = "city", .title = "City", .kind = COL_CODE, .search = true, .flags = EXPORT,
	    .width = 16, .term = "city", .absent = "no city", .help = "city of the school" },
	{ .name = "state", .title = "State", .kind = COL_CODE, .flags = FACET, .facet = 5,
	    .width = 6, .term = "state", .absent = "no state",
	    .help = "state of the school, as US schools write it: CA" },
	{ .name = "country", .title = "Country", .kind = COL_CODE, .flags = FACET, .facet = 4,
	    .width = 7, .term = "country", .absent = "no country",
	    .help = "country of the school in two letters: US" },
	{ .name = "months", .title = "Months", .kind = COL_NUM, .unit = UNIT_MONTHS,
	    .flags = SHOWN, .width = 7, .upto = "months_max", .term = "months",
	    .absent = "no length", .help = "fastest stated time in months" },
	{ .name = "months_max", .title = "Months at most", .kind = COL_NUM, .unit = UNIT_MONTHS,
	    .flags = EXPORT, .width = 7, .term = "months", .absent = "no longest time",
	    .help = "longest stated time in months" },
	{ .name = "cost", .title = "Cost", .kind = COL_NUM, .unit = UNIT_MONEY, .flags = SHOWN,
	    .width = 10, .guard = "currency", .term = "derived-total", .absent = "no cost",
	    .help = "total for the whole program, stated or derived" },
	{ .name = "cost_basis", .title = "Cost basis", .kind = COL_CODE, .flags = EXPORT,
	    .width = 8, .term = "derived-total", .absent = "no total",
	    .help = "how the total is known: total, derived, unstated; none without a total" },
	{ .name = "currency", .title = "Currency", .kind = COL_CODE, .flags = EXPORT, .width = 8,
	    .term = "currency", .absent = "no currency",
	    .help = "currency of the cost: USD, EUR, ..., unstated" },
	{ .name = "audience", .title = "Audience", .kind = COL_CODE, .flags = EXPORT, .width = 12,
	    .term = "audience", .absent = "no audience",
	    .help = "whom the cost is for: in-state, international, all, ..." },
	{ .name = "cost_per_year", .title = "Cost a year", .kind = COL_NUM, .unit = UNIT_MONEY,
	    .flags = EXPORT, .width = 11, .guard = "currency", .term = "cost-per-year",
	    .absent = "no cost a year",
	    .help = "cost of one year" },
	{ .name = "cost_as_of", .title = "Cost as of", .kind = COL_CODE, .flags = EXPORT,
	    .width = 10, .term = "as-of", .absent = "no date of the cost",
	    .help = "when the cost was stated" },
	{ .name = "earnings", .title = "Earnings", .kind = COL_NUM, .unit = UNIT_MONEY,
	    .flags = EXPORT, .width = 9, .term = "earnings", .absent = "no earnings",
	    .help = "median earnings of graduates in US dollars a year" },
	{ .name = "earnings_horizon", .title = "Earnings when", .kind = COL_CODE, .flags = EXPORT,
	    .width = 14, .term = "horizon", .absent = "no time of the earnings",
	    .help = "how long after the award the earnings were measured" },
	{ .name = "debt", .title = "Debt", .kind = COL_NUM, .unit = UNIT_MONEY, .flags = EXPORT,
	    .width = 9, .term = "debt", .absent = "no debt",
	    .help = "median debt of graduates in US dollars" },
	{ .name = "dte", .title = "Debt/earnings", .kind = COL_NUM, .unit = UNIT_PERCENT10,
	    .flags = EXPORT, .width = 13, .term = "debt-to-earnings",
	    .absent = "no debt-to-earnings",
	    .help = "what paying the debt back takes of a year's earnings, in %" },
	{ .name = "tuition_in", .title = "Tuition in", .kind = COL_NUM, .unit = UNIT_MONEY,
	    .flags = EXPORT, .width = 9, .term = "tuition", .absent = "no tuition in the state",
	    .help = "tuition in the state, US dollars a year, of the whole school" },
	{ .name = "tuition_out", .title = "Tuition out", .kind = COL_NUM,
	    .unit = UNIT_MONEY, .flags = EXPORT, .width = 9, .term = "tuition",
	    .absent = "no tuition out of the state",
	    .help = "the same for students from other states" },
	{ .name = "control", .title = "Control", .kind = COL_CODE, .flags = FACET, .facet = 9,
	    .width = 18, .term = "control", .absent = "no control",
	    .help = "who runs it: public, private-nonprofit, private-for-profit, foreign, private" },
	{ .name = "status", .title = "Status", .kind = COL_CODE, .flags = EXPORT, .width = 9,
	    .term = "withdrawn", .absent = "no status", .help = "open or withdrawn" },
	{ .name = "source", .title = "Source", .kind = COL_LIST, .flags = FACET, .facet = 8,
	    .width = 18, .term = "source", .absent = "no source",
	    .help = "who states the figures" },
	{ .name = "price", .title = "Cost", .kind = COL_CODE, .flags = FIELD_FACET | FIELD_BUCKET,
	    .facet = 6, .width = 12, .term = "derived-total", .absent = "no cost",
	    .help = "cost in steps, for the facet" },
	{ .name = "length", .title = "Duration", .kind = COL_CODE,
	    .flags = FIELD_FACET | FIELD_BUCKET, .facet = 7, .width = 14, .term = "months",
	    .absent = "no length", .help = "months in steps, for the facet" },
	{ .name = "role", .title = "Role", .kind = COL_LIST, .flags = FIELD_HIDDEN, .derived = true,
	    .via = "field", .linked_by = "program_roles", .width = 24, .term = "relevant",
	    .absent = "no role",
	    .help = "roles for which it is relevant, officially or by rule, by their slug" },
	{ .name = "costs", .title = "Prices", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = FIELD_HIDDEN, .width = 6, .term = "price", .absent = "no price",
	    .help = "how many total prices pages state or give; the most trusted is shown" },
	{ .name = "confidence", .title = "Confidence", .kind = COL_CODE, .flags = FIELD_HIDDEN,
	    .width = 10, .term = "confidence", .absent = "no confidence",
	    .help = "how sure the pack is of the cost: high, medium, low" },
};

static const struct field role_fields[] = {
	{ .name = "slug", .title = "Slug", .kind = COL_CODE, .flags = FIELD_KEY | EXPORT,
	    .width = 26, .term = "key", .absent = "no slug", .help = "stable name of the role" },
	{ .name = "title", .title = "Role", .aka = "name", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 30, .term = "role", .absent = "no title",
	    .help = "title of the role" },
	{ .name = "family", .title = "Family", .kind = COL_CODE, .flags = FACET | SHOWN,
	    .facet = 1, .width = 14, .term = "family", .absent = "no family",
	    .help = "group of kindred roles" },
	{ .name = "kind", .title = "Kind", .kind = COL_CODE, .flags = FACET, .facet = 2,
	    .width = 14, .term = "kind", .absent = "no kind",
	    .help = "role, specialization, occupation, alternative or leadership" },
	{ .name = "codes", .title = "Codes", .kind = COL_LIST, .flags = EXPORT, .width = 16,
	    .term = "soc", .absent = "no code",
	    .help = "own codes of the role: soc:15-2051, ..." },
	{ .name = "aliases", .title = "Also called", .kind = COL_LIST, .search = true,
	    .flags = FIELD_ALIAS | FIELD_HIDDEN, .width = 30, .term = "alias",
	    .absent = "no other name", .help = "other names of the role" },
	{ .name = "pay_low", .title = "Pay from", .kind = COL_NUM, .unit = UNIT_MONEY,
	    .flags = EXPORT, .width = 9, .guard = "pay_currency", .term = "best-supported-range",
	    .absent = "no pay", .help = "lower end of the best-supported pay range, a year" },
	{ .name = "pay_high", .title = "Pay to", .kind = COL_NUM, .unit = UNIT_MONEY,
	    .flags = EXPORT, .width = 9, .guard = "pay_currency", .term = "best-supported-range",
	    .absent = "no pay", .help = "upper end of the best-supported pay range, a year" },
	{ .name = "pay_currency", .title = "Pay in", .kind = COL_CODE, .flags = EXPORT,
	    .width = 8, .term = "currency", .absent = "no currency of pay",
	    .help = "currency of the pay range" },
	{ .name = "pay_basis", .title = "Pay basis", .kind = COL_CODE, .flags = EXPORT,
	    .width = 9, .term = "basis", .absent = "no basis of pay",
	    .help = "what the pay holds: base, total, unstated" },
	{ .name = "pay_level", .title = "Pay level", .kind = COL_CODE, .flags = EXPORT,
	    .width = 10, .term = "level", .absent = "no level of pay",
	    .help = "level that the pay range is for: entry, mid, ..." },
	{ .name = "pay_publishers", .title = "Publishers", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = EXPORT, .width = 10, .term = "publisher", .absent = "no pay",
	    .help = "publishers that meet in the pay range" },
	{ .name = "growth", .title = "Growth", .kind = COL_NUM, .unit = UNIT_PERCENT10,
	    .flags = EXPORT, .width = 8, .term = "compound-rate-per-year", .absent = "no growth",
	    .help = "compound growth in % a year" },
	{ .name = "demand", .title = "Demand", .kind = COL_CODE, .flags = EXPORT, .width = 10,
	    .term = "demand", .absent = "no demand", .help = "demand in the words of a source" },
	{ .name = "programs", .title = "Programs", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = EXPORT, .width = 8, .term = "relevant", .absent = "no programs",
	    .help = "how many programs are relevant" },
	{ .name = "figures", .title = "Figures", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = FIELD_HIDDEN, .width = 8, .term = "figure", .absent = "no figures",
	    .help = "how many figures are about the role" },
	{ .name = "zone", .title = "Job zone", .kind = COL_CODE,
	    .flags = FIELD_FACET | FIELD_BUCKET | FIELD_HIDDEN, .facet = 3, .width = 14,
	    .term = "job-zone", .absent = "no job zone",
	    .help = "how much preparation an occupation takes, 1 to 5 (O*NET)" },
	{ .name = "education", .title = "Education", .kind = COL_CODE,
	    .flags = FIELD_FACET | FIELD_HIDDEN, .facet = 4, .width = 20,
	    .term = "typical-entry-education", .absent = "no typical education",
	    .help = "education with which it is typically entered (projections)" },
	{ .name = "riasec", .title = "Interests", .aka = "interests", .kind = COL_LIST,
	    .flags = FIELD_FACET | FIELD_HIDDEN, .facet = 5, .width = 24, .term = "riasec",
	    .absent = "no interests",
	    .help = "interests that it suits best: Realistic, Social, ... (O*NET)" },
	{ .name = "employment", .title = "Jobs", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = FIELD_HIDDEN, .width = 11, .term = "employment", .absent = "no count of jobs",
	    .help = "jobs in the US, by the wage statistics, else by the projections" },
	{ .name = "openings", .title = "Openings", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = FIELD_HIDDEN, .width = 9, .term = "openings", .absent = "no openings",
	    .help = "openings a year in the US, on average over the projected years" },
	{ .name = "top_coded", .title = "Top-coded", .kind = COL_CODE, .flags = FIELD_HIDDEN,
	    .width = 11, .term = "top-coded", .absent = "no top code",
	    .help = "yes where pay_high is only a floor: its publisher states no more" },
	{ .name = "pack", .title = "Pack", .kind = COL_CODE, .flags = FIELD_HIDDEN, .width = 8,
	    .term = "pack", .absent = "no pack",
	    .help = "pack that brings it; import: an occupation of the imported sets" },
};

static const struct field skill_fields[] = {
	{ .name = "slug", .title = "Slug", .kind = COL_CODE, .flags = FIELD_KEY | EXPORT,
	    .width = 24, .term = "key", .absent = "no slug", .help = "stable name of the skill" },
	{ .name = "name", .title = "Skill", .aka = "title", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 28, .term = "skill", .absent = "no name",
	    .help = "name of the skill" },
	{ .name = "category", .title = "Category", .kind = COL_CODE, .flags = FACET | SHOWN,
	    .facet = 1, .width = 16, .term = "category", .absent = "no category",
	    .help = "programming, mathematics, framework, cloud, ..." },
	{ .name = "must", .title = "Must", .kind = COL_NUM, .unit = UNIT_COUNT, .flags = SHOWN,
	    .width = 9, .term = "must", .absent = "no must",
	    .help = "roles for which it is a must" },
	{ .name = "important", .title = "Important", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = SHOWN, .width = 9, .term = "important", .absent = "no importance",
	    .help = "roles for which it is important" },
	{ .name = "nice", .title = "Nice", .kind = COL_NUM, .unit = UNIT_COUNT, .flags = SHOWN,
	    .width = 9, .term = "nice", .absent = "no nice-to-have",
	    .help = "roles for which it is nice to have" },
	{ .name = "skip", .title = "Skip", .kind = COL_NUM, .unit = UNIT_COUNT, .flags = SHOWN,
	    .width = 9, .term = "skip", .absent = "no skip",
	    .help = "roles for which a source says to skip it" },
	{ .name = "aliases", .title = "Also called", .kind = COL_LIST, .search = true,
	    .flags = FIELD_ALIAS | FIELD_HIDDEN, .width = 24, .term = "alias",
	    .absent = "no other name", .help = "other names of the skill" },
	{ .name = "tools", .title = "Tools", .kind = COL_LIST, .search = true,
	    .flags = FIELD_HIDDEN, .width = 30, .term = "tool", .absent = "no tools",
	    .help = "tools under the skill" },
	{ .name = "role", .title = "Role", .kind = COL_LIST, .flags = FIELD_FACET | FIELD_HIDDEN,
	    .facet = 4, .width = 24, .term = "role", .absent = "no role",
	    .help = "roles that a source connects with it, by their slug" },
	{ .name = "tier", .title = "Tier", .kind = COL_LIST, .flags = FIELD_FACET | FIELD_HIDDEN,
	    .facet = 2, .width = 16, .term = "tier", .absent = "no tier",
	    .help = "tiers that any role gives it: must, important, nice, skip" },
	{ .name = "conflict", .title = "Disputed", .kind = COL_CODE,
	    .flags = FIELD_FACET | FIELD_HIDDEN, .facet = 3, .width = 8, .term = "contradiction",
	    .absent = "no word on disputes",
	    .help = "yes where sources put it into tiers that exclude one another, else no" },
	{ .name = "occupations", .title = "Occupations", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = FIELD_HIDDEN, .width = 11, .term = "occupation", .absent = "no occupations",
	    .help = "occupations of the imported sets that take it" },
	{ .name = "pack", .title = "Pack", .kind = COL_CODE, .flags = FIELD_HIDDEN, .width = 8,
	    .term = "pack", .absent = "no pack",
	    .help = "pack that brings it; import: a skill of the imported sets" },
};

static const struct field source_fields[] = {
	{ .name = "key", .title = "Key", .kind = COL_CODE, .flags = FIELD_KEY | EXPORT,
	    .width = 26, .term = "key", .absent = "no key",
	    .help = "stable name of the source: pack/source" },
	{ .name = "title", .title = "Source", .aka = "name", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 36, .term = "source", .absent = "no title",
	    .help = "title of the source" },
	{ .name = "publisher", .title = "Publisher", .kind = COL_CODE, .search = true,
	    .flags = FACET | SHOWN, .facet = 1, .width = 22, .term = "publisher",
	    .absent = "no publisher", .help = "who publishes it; agreement counts publishers" },
	{ .name = "kind", .title = "Kind", .kind = COL_CODE, .flags = FACET | SHOWN, .facet = 2,
	    .width = 10, .term = "kind", .absent = "no kind",
	    .help = "official, survey, postings or editorial" },
	{ .name = "published", .title = "Published", .kind = COL_CODE, .flags = SHOWN,
	    .width = 10, .term = "published", .absent = "no date",
	    .help = "when it was published" },
	{ .name = "period", .title = "Period", .kind = COL_CODE, .flags = EXPORT, .width = 12,
	    .term = "as-of", .absent = "no period", .help = "which period the data describe" },
	{ .name = "licence", .title = "Licence", .kind = COL_CODE, .flags = EXPORT, .width = 16,
	    .term = "licence", .absent = "no licence", .help = "under which terms it may be used" },
	{ .name = "url", .title = "URL", .kind = COL_CODE, .flags = EXPORT, .width = 30,
	    .term = "url", .absent = "no address", .help = "where it is found" },
	{ .name = "figures", .title = "Figures", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = SHOWN, .width = 8, .term = "figure", .absent = "no figures",
	    .help = "how many figures are from it" },
	{ .name = "release", .title = "Release", .kind = COL_CODE, .flags = EXPORT, .width = 14,
	    .term = "source", .absent = "no release",
	    .help = "which release of a publisher's set was imported" },
	{ .name = "retrieved", .title = "Retrieved", .kind = COL_CODE, .flags = EXPORT, .width = 10,
	    .term = "retrieved", .absent = "no date",
	    .help = "day on which it was read; of a publisher's set the date of its files" },
	{ .name = "rows", .title = "Rows", .kind = COL_NUM, .unit = UNIT_COUNT,
	    .flags = EXPORT, .width = 8, .term = "source", .absent = "no rows",
	    .help = "how many rows of a publisher's set are in the catalog" },
	{ .name = "attribution", .title = "Attribution", .kind = COL_CODE, .flags = EXPORT,
	    .width = 30, .term = "licence", .absent = "no attribution",
	    .help = "what its licence demands to be shown" },
	{ .name = "on", .title = "On", .kind = COL_CODE, .flags = FIELD_FACET | FIELD_HIDDEN,
	    .facet = 4, .width = 3, .term = "switched-off", .absent = "not known whether it is on",
	    .help = "on, or OFF while it is switched off" },
	{ .name = "pack", .title = "Pack", .kind = COL_CODE, .flags = FACET, .facet = 3,
	    .width = 12, .term = "pack", .absent = "no pack", .help = "pack that brings it" },
};

static const struct field guide_fields[] = {
	{ .name = "slug", .title = "Slug", .kind = COL_CODE,
	    .flags = FIELD_KEY | EXPORT, .width = 24,
	    .term = "key", .absent = "no slug", .help = "stable name of the topic" },
	{ .name = "heading", .title = "To read", .aka = "title", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 44, .term = "heading", .absent = "no heading",
	    .help = "heading, prediction or stance" },
	{ .name = "topic", .title = "Topic", .kind = COL_CODE, .search = true,
	    .flags = FACET | SHOWN, .facet = 2,
	    .width = 14, .term = "topic", .absent = "no topic",
	    .help = "break-in, portfolio, outlook, faq, voices, ..." },
	{ .name = "kind", .title = "Kind", .kind = COL_CODE, .flags = FACET | SHOWN, .facet = 1,
	    .width = 10, .term = "kind", .absent = "no kind",
	    .help = "advice, opinion, question, voice, prediction or stance" },
	{ .name = "year", .title = "By when", .kind = COL_NUM, .unit = UNIT_YEAR, .flags = EXPORT,
	    .width = 7, .term = "prediction", .absent = "no year",
	    .help = "year by which a prediction is to come true" },
	{ .name = "source", .title = "Source", .kind = COL_CODE, .flags = FACET | SHOWN, .facet = 3,
	    .width = 18, .term = "source", .absent = "no source", .help = "who says it" },
	{ .name = "role", .title = "Role", .kind = COL_LIST, .flags = FIELD_FACET | FIELD_HIDDEN,
	    .facet = 4, .width = 24, .term = "role", .absent = "no role",
	    .help = "roles that it speaks of, by their slug" },
	{ .name = "family", .title = "Family", .kind = COL_LIST, .flags = FIELD_HIDDEN, .width = 14,
	    .term = "family", .absent = "no family",
	    .help = "families of the roles that it speaks of" },
	{ .name = "text", .title = "Text", .kind = COL_CODE, .search = true, .flags = FIELD_HIDDEN,
	    .width = 60, .term = "text", .absent = "no text", .help = "the text itself" },
};

static const struct field term_fields[] = {
	{ .name = "slug", .title = "Slug", .kind = COL_CODE,
	    .flags = FIELD_KEY | EXPORT, .width = 24,
	    .term = "key", .absent = "no slug", .help = "stable name of the term" },
	{ .name = "term", .title = "Term", .aka = "title", .kind = COL_CODE, .search = true,
	    .flags = FIELD_TITLE | SHOWN, .width = 24, .term = "term", .absent = "no term",
	    .help = "the term as screens show it" },
	{ .name = "aliases", .title = "Also called", .kind = COL_LIST, .search = true,
	    .flags = FIELD_ALIAS | FIELD_HIDDEN, .width = 24, .term = "alias",
	    .absent = "no other name",
	    .help = "other forms of the term" },
	{ .name = "text", .title = "Meaning", .kind = COL_CODE, .search = true, .flags = SHOWN,
	    .width = 60, .term = "meaning", .absent = "no meaning",
	    .help = "what it means, in one sentence" },
};

const struct list list_programs = {
	.name = "programs", .one = "program",
	.fields = program_fields, .nfields = LEN(program_fields),
	.view = "v_programs",
	.order = "school,program,award", .by_codes = true,
	.note = "programs of study: a school, a field and an award",
};

const struct list list_roles = {
	.name = "roles", .one = "role",
	.fields = role_fields, .nfields = LEN(role_fields),
	.view = "v_roles",
	.order = "pack = 'import', kind = 'occupation', weight DESC, employment IS NULL, employment DESC,"
	    " title COLLATE NOCASE, id",
	.note = "roles and occupations; the best documented come first",
};

const struct list list_skills = {
	.name = "skills", .one = "skill",
	.fields = skill_fields, .nfields = LEN(skill_fields),
	.view = "v_skills",
	.order = "pack = 'import', must DESC, important DESC, nice DESC,"
	    " CASE pack WHEN 'import' THEN -occupations ELSE 0 END, name COLLATE NOCASE, id",
	.note = "skills with the number of roles that want them; the most wanted come first",
};

const struct list list_sources = {
	.name = "sources", .one = "source",
	.fields = source_fields, .nfields = LEN(source_fields),
	.view = "v_sources",
	.order = "figures DESC, title COLLATE NOCASE, id",
	.note = "who says so: every figure names one of these",
};

const struct list list_guide = {
	.name = "guide", .one = "topic",
	.fields = guide_fields, .nfields = LEN(guide_fields),
	.view = "v_guide",
	.order = "kind = 'stance', kind = 'prediction', year IS NULL, year, topic, id",
	.note = "what there is to read: advice, questions, voices, predictions and stances",
};

const struct list list_terms = {
	.name = "terms", .one = "term",
	.fields = term_fields, .nfields = LEN(term_fields),
	.view = "v_terms",
	.order = "term COLLATE NOCASE, id",
	.note = "the glossary: one plain sentence for every term on a screen",
};
/* clang-format on */

const struct list *const lists[] = {
    &list_programs, &list_roles, &list_skills, &list_sources, &list_guide, &list_terms};
const size_t nlists = LEN(lists);
_Static_assert(LEN(lists) == LIST_COUNT, "one frame spec per list");

const struct list *
list_find(const char *name)
{
	for (size_t i = 0; i < nlists; i++)
		if (strcmp(lists[i]->name, name) == 0)
			return lists[i];
	return strcmp(list_plans()->name, name) == 0 ? list_plans() : NULL;
}

int
field_find(const struct list *l, const char *name)
{
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->fields[i];

		if (strcmp(f->name, name) == 0 || (f->aka && strcmp(f->aka, name) == 0))
			return (int)i;
	}
	return -1;
}

const struct frame_spec *
list_frame_spec(const struct list *l)
{
	static struct {
		struct frame_spec spec;
		struct col_spec cols[SCAN_MAX_COLS];
	} made[LIST_COUNT];
	size_t which = 0, n = 0;

	while (which < nlists && lists[which] != l)
		which++;
	if (which == nlists)
		return NULL;
	if (made[which].spec.name)
		return &made[which].spec;
	for (size_t i = 0; i < l->nfields && n < SCAN_MAX_COLS; i++) {
		const struct field *f = &l->fields[i];

		if (!f->derived)
			made[which].cols[n++] = (struct col_spec){f->name, f->kind, f->search};
	}
	made[which].spec =
	    (struct frame_spec){l->name, l->view, l->order, made[which].cols, n, l->by_codes};
	return &made[which].spec;
}

int
field_col(const struct list *l, int field)
{
	int col = field;

	if (field < 0 || l->fields[field].derived)
		return -1;
	for (int i = 0; i < field; i++)
		col -= l->fields[i].derived;
	return col;
}

void
list_link(const struct list *l, struct frame *f, struct db *db)
{
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *field = &l->fields[i];

		if (field->via)
			frame_link(f, field_col(l, field_find(l, field->via)), field->name,
			    field->linked_by, db);
	}
}

size_t
list_facets(const struct list *l, int *fields, size_t cap)
{
	size_t n = 0;

	for (size_t i = 0; i < l->nfields; i++) {
		size_t at = n;

		if (!(l->fields[i].flags & FIELD_FACET) || n == cap)
			continue;
		for (; at > 0 && l->fields[fields[at - 1]].facet > l->fields[i].facet; at--)
			fields[at] = fields[at - 1];
		fields[at] = (int)i;
		n++;
	}
	return n;
}
