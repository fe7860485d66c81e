/*
 * pack_schema.c - the section table: every section of a pack, field by field.
 *
 * Loader, catalog columns, error messages and man/career-pack.5 follow from these rows; a test
 * compares them with the catalog's tables and with the manual.
 */
#include "career/import/pack.h"
#include "pack_rules.h"

/* clang-format off */
#define V(...) (const char *const[]) { __VA_ARGS__, NULL }

#define F(name, type, flags, help)                                                                 \
	{                                                                                          \
		name, type, flags, NULL, SEC_COUNT, NULL, help                                     \
	}
#define E(name, flags, values, help)                                                               \
	{                                                                                          \
		name, PACK_ENUM, flags, values, SEC_COUNT, NULL, help                              \
	}
#define R(name, flags, target, column, help)                                                       \
	{                                                                                          \
		name, PACK_REF, flags, NULL, target, column, help                                  \
	}
#define CHILD(name, target, help)                                                                  \
	{                                                                                          \
		name, PACK_CHILD, 0, NULL, target, NULL, help                                      \
	}
#define SOURCE R("source", PACK_REQUIRED, SEC_SOURCES, "source_id", "who says so")
#define LOCATOR F("locator", PACK_TEXT, PACK_REQUIRED, "where in the source: its heading, shortened")
#define WORDS F("words", PACK_TEXT, PACK_WORDS8, "the source's own words, at most eight")
#define ROLE R("role", PACK_REQUIRED, SEC_ROLES, "role_id", "slug of the role")
#define ABOUT F("about", PACK_ABOUT, PACK_REQUIRED, "TYPE:KEY of what it is about")
#define ABOUT_OPT F("about", PACK_ABOUT, 0, "TYPE:KEY of what it is about")

#define LEVELS V("entry", "mid", "senior", "staff", "lead", "executive", "all")
#define AWARDS                                                                                     \
	V("certificate", "professional-certificate", "post-baccalaureate-certificate",             \
	    "graduate-certificate", "bootcamp", "mooc", "associate", "bachelor", "master", "mba",  \
	    "doctorate", "first-professional")
#define AUDIENCES                                                                                  \
	V("in-state", "out-of-state", "home", "eu", "non-eu", "international", "all")
#define CONFIDENCES V("high", "medium", "low")
#define MODES V("online", "on-campus", "hybrid")

static const struct pack_field pack_fields[] = {
	F("pack", PACK_SLUG, PACK_REQUIRED, "name of the pack: that of its folder"),
	F("title", PACK_TEXT, PACK_REQUIRED, "what the pack holds"),
	F("summary", PACK_TEXT, 0, "a sentence about it"),
	F("licence", PACK_TEXT, 0, "licence of the pack's own words"),
	F("requires", PACK_LIST, 0, "packs that must be built together with it"),
};

static const struct pack_field source_fields[] = {
	F("key", PACK_SLUG, PACK_REQUIRED, "name within the pack"),
	F("title", PACK_TEXT, PACK_REQUIRED, "title of the page, file or release"),
	F("short", PACK_TEXT, PACK_REQUIRED, "label in charts, at most 18 cells"),
	F("publisher", PACK_TEXT, PACK_REQUIRED, "what agreement counts; of \"various ...\" each page's site is shown"),
	F("author", PACK_TEXT, 0, "as the page names it"),
	F("url", PACK_URL, 0, "where it was published"),
	F("published", PACK_YEAR, 0, "date or year of publication"),
	F("retrieved", PACK_YEAR, 0, "date it was read"),
	F("period", PACK_TEXT, 0, "the time the data describe"),
	E("kind", PACK_REQUIRED, V("official", "survey", "postings", "editorial"), "kind of evidence"),
	F("licence", PACK_TEXT, 0, "licence of the data"),
	F("attribution", PACK_TEXT, 0, "statement that the licence demands"),
	F("note", PACK_TEXT, 0, "what to know before believing it"),
	E("importer", 0,
	    V("onet", "oews", "projections", "scorecard", "crosswalk", "jobs", "esco"),
	    "set that it copies from; its figures give way to it"),
	CHILD("levels", SEC_SOURCE_LEVELS, "the source's own definitions of levels"),
};

static const struct pack_field source_level_fields[] = {
	E("level", PACK_REQUIRED, LEVELS, "level of experience"),
	F("years", PACK_SPAN, PACK_REQUIRED | PACK_NOT_NEGATIVE, "years of experience"),
	LOCATOR,
	WORDS,
};

static const struct pack_field role_fields[] = {
	F("slug", PACK_SLUG, 0, "stable key; default: the title in kebab case"),
	F("title", PACK_TEXT, PACK_REQUIRED, "name of the role"),
	E("kind", PACK_REQUIRED,
	    V("role", "specialization", "occupation", "alternative", "leadership"), "what it is"),
	F("family", PACK_TEXT, PACK_REQUIRED, "short group; occupations: SOC major group"),
	F("aliases", PACK_LIST, 0, "other titles"),
	F("summary", PACK_TEXT, 0, "what one does, in a sentence or two"),
	F("not", PACK_TEXT, 0, "what it is not"),
	F("like", PACK_TEXT, 0, "who will like it"),
	F("dislike", PACK_TEXT, 0, "who will not"),
	F("codes", PACK_LIST, 0, "soc:15-2051, onet:15-2051.00, esco:..."),
	F("serves", PACK_LIST, 0, "a specialization: slugs of the roles its figures serve"),
	F("duties", PACK_LIST, 0, "what one does, short phrases"),
	F("works_with", PACK_LIST, 0, "whom one works with"),
};

static const struct pack_field nearest_fields[] = {
	ROLE,
	R("occupation", PACK_REQUIRED, SEC_ROLES, "occupation_id", "slug of an occupation near it"),
	F("why", PACK_TEXT, PACK_REQUIRED, "why it is near"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field mention_fields[] = {
	ROLE,
	SOURCE,
	LOCATOR,
	F("as", PACK_TEXT, PACK_WORDS8, "how the source lists it, at most eight words"),
};

static const struct pack_field contrast_fields[] = {
	ROLE,
	F("other", PACK_TEXT, PACK_REQUIRED, "slug of the other role, or its name"),
	F("text", PACK_TEXT, PACK_REQUIRED, "how they differ"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field figure_fields[] = {
	ABOUT,
	E("measure", PACK_REQUIRED,
	    V("pay", "growth", "employment", "openings", "share", "cost", "earnings", "debt",
		"duration", "demand", "multiplier"),
	    "what is measured"),
	E("statistic", PACK_REQUIRED,
	    V("range", "point", "mean", "median", "percentiles", "rank", "category"),
	    "what the number is"),
	F("low", PACK_NUM, 0, "range: lower end"),
	F("high", PACK_NUM, 0, "range: upper end"),
	F("value", PACK_NUM, 0, "point, mean, median, rank"),
	F("p10", PACK_NUM, 0, "percentiles: 10th"),
	F("p25", PACK_NUM, 0, "percentiles: 25th"),
	F("p50", PACK_NUM, 0, "percentiles: median"),
	F("p75", PACK_NUM, 0, "percentiles: 75th"),
	F("p90", PACK_NUM, 0, "percentiles: 90th"),
	F("text", PACK_TEXT, 0, "category: the word"),
	F("top_coded", PACK_LIST, 0, "which of the numbers are 'at least'"),
	E("missing", 0, V("not-stated", "suppressed", "not-reported", "not-applicable"),
	    "instead of numbers: why there are none"),
	E("open", 0, V("low", "high", "both"), "which end is open (300K+)"),
	{ "unit", PACK_UNIT, PACK_REQUIRED,
	    V("unstated-currency", "percent", "people", "times", "months", "weeks", "years", "rank",
		"word"),
	    SEC_COUNT, NULL, "ISO 4217 currency code or one of these" },
	E("per", 0, V("year", "month", "hour", "credit", "course", "semester", "once"),
	    "per what; pay: year when absent"),
	E("basis", 0, V("base", "total", "unstated"), "pay: what is counted"),
	F("basis_implied", PACK_BOOL, 0, "the context implies the basis"),
	E("level", 0, LEVELS, "level of experience; absent: not stated"),
	F("years", PACK_SPAN, PACK_NOT_NEGATIVE, "years of experience"),
	F("place", PACK_TEXT, 0, "where; absent: not stated"),
	E("employer", 0,
	    V("big-tech", "ai-first", "startup", "traditional", "growth-stage", "academia", "mixed"),
	    "type of employer; absent: not stated"),
	F("employer_words", PACK_TEXT, 0, "as the source calls it"),
	F("horizon", PACK_SPAN, PACK_NOT_NEGATIVE, "calendar years the change spans"),
	F("horizon_years", PACK_NUM, PACK_NOT_NEGATIVE, "its length in years"),
	F("as_of", PACK_YEAR, 0, "when it was true"),
	F("n", PACK_INT, PACK_NOT_NEGATIVE, "sample size"),
	E("confidence", 0, CONFIDENCES, "how far it is trusted"),
	F("attributed", PACK_TEXT, 0, "whom the source credits"),
	F("card", PACK_BOOL, 0, "a headline card of the page"),
	F("excludes", PACK_TEXT, 0, "what is left out, e.g. equity"),
	F("note", PACK_TEXT, 0, "what to know"),
	SOURCE,
	LOCATOR,
	WORDS,
};

static const struct pack_field card_fields[] = {
	ABOUT,
	F("value", PACK_TEXT, PACK_REQUIRED, "as printed"),
	F("label", PACK_TEXT, PACK_REQUIRED, "as printed"),
	F("means", PACK_TEXT, PACK_REQUIRED, "what it really says"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field skill_fields[] = {
	F("slug", PACK_SLUG, 0, "stable key; default: the name in kebab case"),
	F("name", PACK_TEXT, PACK_REQUIRED, "name of the skill"),
	E("category", PACK_REQUIRED,
	    V("programming", "mathematics", "machine-learning", "framework", "cloud", "mlops", "data",
		"software", "soft", "domain", "research", "emerging"),
	    "group of skills"),
	F("aliases", PACK_LIST, 0, "other names"),
	F("tools", PACK_LIST, 0, "tools under it"),
	F("summary", PACK_TEXT, 0, "what it is"),
};

static const struct pack_field role_skill_fields[] = {
	ROLE,
	R("skill", PACK_REQUIRED, SEC_SKILLS, "skill_id", "slug of the skill"),
	E("tier", 0, V("must", "important", "nice", "skip"), "rank; absent: the source does not rank"),
	F("bar", PACK_TEXT, 0, "what is good enough"),
	F("tools", PACK_LIST, 0, "tools the source names"),
	F("why", PACK_TEXT, 0, "the source's reason"),
	SOURCE,
	LOCATOR,
	WORDS,
};

static const struct pack_field day_share_fields[] = {
	ROLE,
	F("activity", PACK_TEXT, PACK_REQUIRED, "what one does"),
	F("share", PACK_NUM, PACK_REQUIRED | PACK_NOT_NEGATIVE, "percent of the time"),
	SOURCE,
	LOCATOR,
	WORDS,
};

static const struct pack_field day_part_fields[] = {
	ROLE,
	E("part", PACK_REQUIRED, V("morning", "mid-day", "afternoon"), "part of the day"),
	F("items", PACK_LIST, PACK_REQUIRED, "what happens"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field requirement_fields[] = {
	ROLE,
	E("credential", PACK_REQUIRED,
	    V("none", "portfolio", "high-school", "associate", "bachelor", "master", "doctorate",
		"certification", "bootcamp", "self-taught", "internship"),
	    "what is asked for"),
	E("strength", PACK_REQUIRED, V("required", "typical", "optional", "not-needed"), "how firmly"),
	SOURCE,
	LOCATOR,
	WORDS,
	F("note", PACK_TEXT, 0, "what to know"),
};

static const struct pack_field transition_fields[] = {
	R("from", PACK_REQUIRED, SEC_ROLES, "from_id", "slug of the role one leaves"),
	R("to", PACK_REQUIRED, SEC_ROLES, "to_id", "slug of the role one reaches"),
	E("kind", PACK_REQUIRED, V("advance", "lateral", "alternative", "related"), "kind of step"),
	F("years", PACK_SPAN, PACK_NOT_NEGATIVE, "after how many years"),
	F("note", PACK_TEXT, 0, "why it works"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field ladder_fields[] = {
	ROLE,
	F("title", PACK_TEXT, PACK_REQUIRED, "name of the ladder"),
	SOURCE,
	LOCATOR,
	CHILD("steps", SEC_LADDER_STEPS, "from the first to the last"),
};

static const struct pack_field ladder_step_fields[] = {
	F("title", PACK_TEXT, PACK_REQUIRED, "name of the step"),
	E("level", 0, LEVELS, "level of experience"),
	F("years", PACK_SPAN, PACK_NOT_NEGATIVE, "years of experience"),
	R("role", 0, SEC_ROLES, "role_id", "slug of the role, when it is one"),
	F("note", PACK_TEXT, 0, "what to know"),
};

static const struct pack_field route_fields[] = {
	F("slug", PACK_SLUG, 0, "key; default: the name in kebab case; one entry per source"),
	F("name", PACK_TEXT, PACK_REQUIRED, "name of the route"),
	E("kind", PACK_REQUIRED,
	    V("degree", "bootcamp", "certification", "mooc", "self-study", "internship", "portfolio",
		"networking"),
	    "kind of route"),
	F("summary", PACK_TEXT, PACK_REQUIRED, "what the source says of it"),
	F("leads_to", PACK_LIST, 0, "slugs of roles"),
	F("resources", PACK_LIST, 0, "books, platforms, providers"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field industry_fields[] = {
	F("industry", PACK_TEXT, PACK_REQUIRED, "name of the industry"),
	F("use_case", PACK_TEXT, 0, "what it is used for"),
	F("companies", PACK_LIST, 0, "companies the source names"),
	F("technique", PACK_TEXT, 0, "technique the source names"),
	R("role", 0, SEC_ROLES, "role_id", "slug of the role"),
	F("field", PACK_SLUG, 0, "slug of the field"),
	F("hiring", PACK_BOOL, 0, "the source says that it hires"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field factor_fields[] = {
	E("factor", PACK_REQUIRED,
	    V("industry", "specialization", "experience", "place", "responsibility", "employer",
		"skill", "first-job"),
	    "what makes the difference"),
	ABOUT_OPT,
	F("text", PACK_TEXT, PACK_REQUIRED, "what the source says"),
	F("label", PACK_TEXT, 0, "what if: in a few words"),
	F("low", PACK_NUM, PACK_NOT_NEGATIVE, "multiplier, lower end"),
	F("high", PACK_NUM, PACK_NOT_NEGATIVE, "multiplier, upper end"),
	F("derived", PACK_BOOL, 0, "the ratio is computed from figures of the source"),
	F("sum", PACK_TEXT, 0, "how it was computed"),
	SOURCE,
	LOCATOR,
	WORDS,
};

static const struct pack_field prediction_fields[] = {
	F("text", PACK_TEXT, PACK_REQUIRED, "what will happen"),
	F("year", PACK_INT, 0, "by when"),
	F("topic", PACK_TEXT, 0, "what it is about"),
	E("direction", 0, V("grows", "shrinks", "changes"), "which way"),
	R("role", 0, SEC_ROLES, "role_id", "slug of the role"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field claim_fields[] = {
	F("topic", PACK_SLUG, PACK_REQUIRED, "what sources take a stance on"),
	ABOUT_OPT,
	F("stance", PACK_TEXT, PACK_REQUIRED, "what this source holds"),
	SOURCE,
	LOCATOR,
	WORDS,
};

static const struct pack_field guide_fields[] = {
	F("slug", PACK_SLUG, 0, "stable key"),
	E("topic", PACK_REQUIRED,
	    V("break-in", "portfolio", "networking", "next-steps", "outlook", "faq", "voices", "skills",
		"education", "pay", "day", "reading"),
	    "shelf it stands on"),
	F("heading", PACK_TEXT, PACK_REQUIRED, "heading"),
	F("text", PACK_TEXT, PACK_REQUIRED, "paragraphs, separated by a blank line"),
	ABOUT_OPT,
	F("opinion", PACK_BOOL, 0, "an opinion, not a finding"),
	SOURCE,
	LOCATOR,
};

static const struct pack_field listing_fields[] = {
	F("label", PACK_TEXT, PACK_REQUIRED, "as printed"),
	ABOUT,
	F("claimed", PACK_INT, PACK_REQUIRED | PACK_NOT_NEGATIVE, "how many it claims to list"),
	F("tagline", PACK_TEXT, 0, "what it promises"),
	F("filter", PACK_TEXT, 0, "the filters it names"),
	SOURCE,
	LOCATOR,
	F("programs", PACK_LIST, 0, "keys of the programs it shows"),
};

static const struct pack_field school_fields[] = {
	F("slug", PACK_SLUG, 0, "stable key; default: the name in kebab case"),
	F("name", PACK_TEXT, PACK_REQUIRED, "name of the school or provider"),
	F("city", PACK_TEXT, 0, "city"),
	F("state", PACK_TEXT, 0, "state, province or region"),
	F("country", PACK_CODE2, 0, "ISO 3166 code"),
	E("control", 0, V("public", "private", "vendor"), "who runs it"),
	F("unitid", PACK_TEXT, 0, "IPEDS number"),
	F("note", PACK_TEXT, 0, "what to know"),
};

static const struct pack_field program_fields[] = {
	F("key", PACK_KEY, 0, "stable key; default: school/name/award in kebab case"),
	R("school", PACK_REQUIRED, SEC_SCHOOLS, "school_id", "slug of the school"),
	F("slug", PACK_SLUG, 0, "short form of the name for the key"),
	F("name", PACK_TEXT, PACK_REQUIRED, "name of the program"),
	F("field", PACK_TEXT, PACK_REQUIRED, "field of study, lower case"),
	F("cip", PACK_TEXT, 0, "CIP code of the field, 30.7001"),
	E("award", PACK_REQUIRED, AWARDS, "what one gets"),
	E("status", 0, V("open", "withdrawn"), "default: open"),
	F("status_note", PACK_TEXT, 0, "since when, what follows it"),
	F("note", PACK_TEXT, 0, "what to doubt"),
	CHILD("facts", SEC_PROGRAM_FACTS, "what each page states"),
};

static const struct pack_field fact_fields[] = {
	SOURCE,
	F("page", PACK_TEXT, PACK_REQUIRED, "address of the page, or where in the source"),
	F("as_of", PACK_YEAR, 0, "when it was true"),
	E("confidence", PACK_REQUIRED, CONFIDENCES, "how far it is trusted"),
	F("via", PACK_TEXT, 0, "who compiled it"),
	E("mode", 0, MODES, "how it is taught"),
	F("months", PACK_NUM, PACK_NOT_NEGATIVE, "length, the fastest stated"),
	F("months_max", PACK_NUM, PACK_NOT_NEGATIVE, "length, the slowest stated"),
	F("cost", PACK_NUM, PACK_NOT_NEGATIVE, "price"),
	{ "currency", PACK_UNIT, 0, V("unstated"), SEC_COUNT, NULL, "ISO 4217 code, or unstated" },
	E("per", 0, V("total", "year", "semester", "credit", "course", "month", "unstated"),
	    "what the price is for"),
	E("audience", 0, AUDIENCES, "whom the price is for"),
	F("credits", PACK_TEXT, 0, "with their unit: 36, 120 ECTS, 10 courses"),
	F("starts", PACK_TEXT, 0, "when it starts"),
	F("requires", PACK_TEXT, 0, "what it asks for"),
	F("note", PACK_TEXT, 0, "what to doubt"),
};

static const struct pack_field relevance_fields[] = {
	F("field", PACK_TEXT, PACK_REQUIRED, "field of study, as programs state it"),
	F("cip", PACK_TEXT, 0, "its CIP code"),
	ROLE,
	F("why", PACK_TEXT, PACK_REQUIRED, "the reason"),
	R("source", 0, SEC_SOURCES, "source_id", "who says so; absent: a rule of the pack"),
};

static const struct pack_field term_fields[] = {
	F("slug", PACK_SLUG, 0, "key; default: the term in kebab case"),
	F("term", PACK_TEXT, PACK_REQUIRED, "the word as a screen shows it"),
	F("aliases", PACK_LIST, 0, "other forms"),
	F("text", PACK_TEXT, PACK_REQUIRED, "one plain sentence"),
	F("alone", PACK_BOOL, 0, "an everyday word: explained as a heading or title, not within a text"),
};

#define S(id, name, table, parent, fields, key, from, merge, check, help)                          \
	[id] = { name, table, parent, fields, sizeof fields / sizeof *fields, key, from, merge,    \
		check, help }

const struct pack_section pack_sections[SEC_COUNT] = {
	S(SEC_PACK, "pack", "pack", SEC_COUNT, pack_fields, 0, -1, false, rule_pack, "the pack itself"),
	S(SEC_SOURCES, "sources", "source", SEC_COUNT, source_fields, 0, -1, false, rule_source,
	    "who says so"),
	S(SEC_SOURCE_LEVELS, "levels", "source_level", SEC_SOURCES, source_level_fields, -1, -1, false,
	    NULL, "what a source means by a level"),
	S(SEC_ROLES, "roles", "role", SEC_COUNT, role_fields, 0, 1, true, rule_role,
	    "jobs, occupations, specializations"),
	S(SEC_NEAREST, "nearest", "nearest", SEC_COUNT, nearest_fields, -1, -1, false, rule_nearest,
	    "occupations near a role"),
	S(SEC_MENTIONS, "mentions", "mention", SEC_COUNT, mention_fields, -1, -1, false, NULL,
	    "where sources name a role"),
	S(SEC_CONTRASTS, "contrasts", "contrast", SEC_COUNT, contrast_fields, -1, -1, false, NULL,
	    "what a role is not"),
	S(SEC_FIGURES, "figures", "figure_row", SEC_COUNT, figure_fields, -1, -1, false, rule_figure,
	    "every number, with its source"),
	S(SEC_CARDS, "cards", "card", SEC_COUNT, card_fields, -1, -1, false, NULL,
	    "headline cards of a page, verbatim"),
	S(SEC_SKILLS, "skills", "skill", SEC_COUNT, skill_fields, 0, 1, true, NULL, "skills and tools"),
	S(SEC_ROLE_SKILLS, "role_skills", "role_skill", SEC_COUNT, role_skill_fields, -1, -1, false,
	    NULL, "which skills a role wants"),
	S(SEC_DAY_SHARES, "day_shares", "day_share", SEC_COUNT, day_share_fields, -1, -1, false, NULL,
	    "how the time is split"),
	S(SEC_DAY_PARTS, "day_parts", "day_part", SEC_COUNT, day_part_fields, -1, -1, false, NULL,
	    "what a day looks like"),
	S(SEC_REQUIREMENTS, "requirements", "requirement", SEC_COUNT, requirement_fields, -1, -1, false,
	    NULL, "credentials a role asks for"),
	S(SEC_TRANSITIONS, "transitions", "transition", SEC_COUNT, transition_fields, -1, -1, false,
	    rule_transition, "steps from role to role"),
	S(SEC_LADDERS, "ladders", "ladder", SEC_COUNT, ladder_fields, -1, -1, false, NULL,
	    "how one rises"),
	S(SEC_LADDER_STEPS, "steps", "ladder_step", SEC_LADDERS, ladder_step_fields, -1, -1, false,
	    NULL, "steps of a ladder"),
	S(SEC_ROUTES, "routes", "route", SEC_COUNT, route_fields, 0, 1, false, rule_route,
	    "ways to learn"),
	S(SEC_INDUSTRIES, "industries", "industry", SEC_COUNT, industry_fields, -1, -1, false, NULL,
	    "where the work is"),
	S(SEC_FACTORS, "factors", "factor", SEC_COUNT, factor_fields, -1, -1, false, rule_factor,
	    "what moves pay"),
	S(SEC_PREDICTIONS, "predictions", "prediction", SEC_COUNT, prediction_fields, -1, -1, false,
	    NULL, "what a source expects"),
	S(SEC_CLAIMS, "claims", "claim", SEC_COUNT, claim_fields, -1, -1, false, NULL,
	    "stances that are not numbers"),
	S(SEC_GUIDE, "guide", "guide", SEC_COUNT, guide_fields, 0, -1, false, NULL, "topics to read"),
	S(SEC_LISTINGS, "listings", "listing", SEC_COUNT, listing_fields, -1, -1, false, rule_listing,
	    "what a directory claims"),
	S(SEC_SCHOOLS, "schools", "school", SEC_COUNT, school_fields, 0, 1, true, NULL,
	    "schools and providers"),
	S(SEC_PROGRAMS, "programs", "program", SEC_COUNT, program_fields, 0, -1, false, rule_program,
	    "education programs"),
	S(SEC_PROGRAM_FACTS, "facts", "program_fact", SEC_PROGRAMS, fact_fields, -1, -1, false,
	    rule_fact, "what a page states of a program"),
	S(SEC_RELEVANCE, "relevance", "relevance", SEC_COUNT, relevance_fields, -1, -1, false, NULL,
	    "which field of study serves which role"),
	S(SEC_TERMS, "terms", "term", SEC_COUNT, term_fields, 0, 1, false, NULL,
	    "the glossary: one sentence per term"),
};
/* clang-format on */
