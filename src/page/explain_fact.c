/*
 * explain_fact.c - who states a fact that is not a figure: one row per table of facts. A fact's key is
 * "table:rowid", for the publishers' sets "table:code" or "table:code/part".
 *
 * Each row's query gives: source id (NULL: our own rule), locator, the source's words, what the
 * fact is about, then one text per label. NULL texts are left out.
 */
#include "explain.h"
#include "program.h"
#include "say.h"

#include <stdlib.h>
#include <string.h>

enum { LABELS = 7, TERMS = 2, FIRST_LABEL = 4 };

struct label {
	const char *name;
	bool term; /* its value is a word of the glossary */
};

struct fact_table {
	const char *table, *query;
	const char *kind; /* heading: what sort of fact */
	struct label labels[LABELS];
	const char *terms[TERMS];
};

static const struct fact_table fact_tables[] = {
    {"role_skill", "fact_role_skill", "Skill",
	{{"Tier", true}, {"Good enough", false}, {"Tools", false}, {"Why", false}}, {"tier", NULL}},
    {"requirement", "fact_requirement", "Requirement", {{"It is", true}, {"Note", false}},
	{"requirement", NULL}},
    {"day_share", "fact_day_share", "Part of the week", {{"Share", false}}, {"day-share", NULL}},
    {"day_part", "fact_day_part", "Part of the day", {{"Does", false}}, {NULL, NULL}},
    {"transition", "fact_transition", "Step between roles",
	{{"Kind", true}, {"Takes", false}, {"Note", false}}, {"transition", NULL}},
    {"ladder", "fact_ladder", "Career ladder", {{"Steps", false}}, {"ladder", NULL}},
    {"ladder_step", "fact_ladder_step", "Step of a career ladder",
	{{"Level", true}, {"Experience", false}, {"Note", false}}, {"ladder", NULL}},
    {"route", "fact_route", "Way to learn",
	{{"Kind", true}, {"Summary", false}, {"Leads to", false}, {"With", false}},
	{"route", NULL}},
    {"industry", "fact_industry", "Use in an industry",
	{{"Use", false}, {"Companies", false}, {"Technique", false}, {"Role", false},
	    {"Hiring", false}},
	{NULL, NULL}},
    {"factor", "fact_factor", "What moves pay",
	{{"It says", false}, {"Factor", false}, {"Derived", false}}, {"multiplier", NULL}},
    {"prediction", "fact_prediction", "Prediction",
	{{"By", false}, {"Topic", false}, {"Direction", false}, {"Role", false}},
	{"prediction", NULL}},
    {"claim", "fact_claim", "Claim", {{"It says", false}}, {NULL, NULL}},
    {"guide", "fact_guide", "Guide topic", {{"Topic", false}, {"Text", false}, {"This is", true}},
	{"guide-topic", NULL}},
    {"listing", "fact_listing", "Listing of programs",
	{{"Claims", false}, {"We hold", false}, {"Promises", false}, {"Filters", false}},
	{"listing", "claimed-held"}},
    {"card", "fact_card", "Headline card", {{"It means", false}}, {"card", NULL}},
    {"contrast", "fact_contrast", "What it is not", {{"It says", false}}, {NULL, NULL}},
    {"mention", "fact_mention", "Mention of a role", {{"Called", false}}, {NULL, NULL}},
    {"nearest", "fact_nearest", "Nearest occupation", {{"Why", false}},
	{"nearest-occupation", NULL}},
    {"relevance", "fact_relevance", "Why a program is relevant", {{"Why", false}},
	{"relevant", NULL}},
    {"role_field", "fact_role_field", "Why a field of study is relevant",
	{{"Field code", false}, {"Rule", false}, {"Linked", false}, {"With", false}},
	{"officially-linked-field", "cip"}},
    {"sc_program", "fact_sc_program", "Of a program, in the College Scorecard",
	{{"Value", false}, {"Absent", true}, {"Statistic", true}, {"Of whom", false},
	    {"When", false}, {"As of", false}, {"People", false}},
	{"college-scorecard", "horizon"}},
    {"source_level", "fact_source_level", "What a source means by a level",
	{{"Level", true}, {"Experience", false}}, {"level", NULL}},
    /* Of the publishers' sets. */
    {"onet_occupation", "fact_onet_occupation", "Description", {{"It says", false}},
	{"onet", NULL}},
    {"onet_zone", "fact_onet_zone", "Preparation",
	{{"Experience", false}, {"Education", false}, {"Training", false}}, {"job-zone", NULL}},
    {"onet_interest", "fact_onet_interest", "Interests", {{"Values", false}, {"Scale", false}},
	{"riasec", NULL}},
    {"onet_titles", "fact_onet_titles", "Other titles", {{"How many", false}, {"Titles", false}},
	{"alias", NULL}},
    {"onet_rating", "fact_onet_rating", "Skill or knowledge",
	{{"Importance", false}, {"Level", false}, {"Asked", false}, {"Imprecise", false}},
	{"importance", "skill-level"}},
    {"onet_technology", "fact_onet_technology", "Technologies",
	{{"Used", false}, {"In demand", false}, {"Hot", false}}, {"hot-technology", "in-demand"}},
    {"onet_task", "fact_onet_task", "Task", {{"It says", false}, {"Kind", false}},
	{"core-task", NULL}},
    {"onet_education", "fact_onet_education", "Required education",
	{{"Share", false}, {"Asked", false}, {"Imprecise", false}}, {"required-education", NULL}},
    {"onet_related", "fact_onet_related", "Related occupation", {{"Tier", false}, {"Rank", false}},
	{"related-occupation", NULL}},
    {"oews", "fact_oews", "Jobs and wages",
	{{"Jobs", false}, {"A year", false}, {"Mean", false}, {"Median/hour", false},
	    {"Counts", false}},
	{"percentile", "oews"}},
    {"projection", "fact_projection", "Projection",
	{{"Jobs", false}, {"Projected", false}, {"Change", false}, {"Openings", false},
	    {"Education", false}, {"Experience", false}, {"Training", false}},
	{"projection", "openings"}},
    {"esco_occupation", "fact_esco_occupation", "Description",
	{{"It says", false}, {"Address", false}}, {"esco", NULL}},
    {"esco_link", "fact_esco_link", "Skill",
	{{"It is", false}, {"Kind", false}, {"Reuse level", false}, {"Skill", false}},
	{"essential-skill", "esco"}},
    {"crosswalk", "fact_crosswalk", "Officially linked field",
	{{"Linked", false}, {"Of fields", false}}, {"crosswalk", "cip"}},
};

static void
say_labels(struct page *p, const struct fact_table *t, struct stmt *st, struct arena *a,
    struct terms *terms)
{
	size_t i;

	for (i = 0; i < LABELS && t->labels[i].name; i++) {
		const char *text = stmt_text(st, FIRST_LABEL + (int)i);

		if (!text)
			continue;
		say_pair(p, t->labels[i].name, STYLE_TEXT, text);
		if (t->labels[i].term) {
			page_anchor(p, ANCHOR_TERM, text);
			terms_add(terms, arena_dup(a, text));
		}
	}
}

static void
say_row(struct page *p, struct reader *r, const struct fact_table *t, struct stmt *st,
    struct arena *a, struct terms *terms)
{
	const struct source *src =
	    stmt_null(st, 0) ? NULL : sources_by_id(&r->sources, stmt_int(st, 0));
	size_t i;

	say_title(p, t->kind);
	page_wrap(p, 0, STYLE_VALUE, stmt_str(st, 3));
	say_labels(p, t, st, a, terms);
	for (i = 0; i < TERMS; i++)
		terms_add(terms, t->terms[i]);
	explain_source(p, src, stmt_text(st, 1), stmt_text(st, 2), terms);
}

/* The codes of a key are the query's parameters: rows as numbers, others as text. */
static void
bind_codes(struct stmt *st, const char *codes, struct arena *a)
{
	for (int at = 1;; at++) {
		size_t len = strcspn(codes, "/");
		const char *code = arena_ndup(a, codes, len);

		if (strspn(code, "0123456789") == len)
			stmt_bind_int(st, at, strtoll(code, NULL, 10));
		else
			stmt_bind_text(st, at, code);
		if (codes[len] == '\0')
			return;
		codes += len + 1;
	}
}

static bool
explain_row(
    struct page *p, struct reader *r, const struct fact_table *t, const char *codes, struct err *e)
{
	struct stmt *st = db_query(r->db, t->query, e);
	struct terms terms = {.n = 0};
	struct arena a;
	int step;
	bool ok;

	if (!st)
		return false;
	arena_init(&a);
	bind_codes(st, codes, &a);
	step = stmt_step(st, e);
	if (step == 1)
		say_row(p, r, t, st, &a, &terms);
	stmt_reset(st);
	if (step == 0)
		err_set(e, ERR_NOTFOUND, "no row %s in %s", codes, t->table);
	ok = step == 1 && terms_say(p, r, &terms, e);
	arena_free(&a);
	return ok;
}

/* --- a fact about a program -------------------------------------------------------------------- */

static bool
program_of(struct db *db, int64_t fact, int64_t *program, struct err *e)
{
	struct stmt *st = db_query(db, "fact_program", e);
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, fact);
	step = stmt_step(st, e);
	if (step == 1)
		*program = stmt_int(st, 0);
	stmt_reset(st);
	if (step == 0)
		return err_set(e, ERR_NOTFOUND, "no row %lld in program_fact", (long long)fact);
	return step == 1;
}

static bool
say_program_fact(
    struct page *p, struct reader *r, const struct program *g, int64_t id, struct err *e)
{
	struct terms terms = {.n = 0};
	size_t i;

	for (i = 0; i < g->nfacts && g->fact[i].id != id; i++)
		;
	if (i == g->nfacts)
		return err_set(e, ERR_NOTFOUND, "no row %lld in program_fact", (long long)id);
	say_title(p, g->name);
	page_anchor(p, ANCHOR_PROGRAM, g->key);
	page_wrap(p, 0, STYLE_TEXT, g->school);
	page_blank(p);
	program_say_fact(p, &g->fact[i]);
	page_blank(p);
	terms_add(&terms, g->fact[i].total_sum ? "derived-total" : NULL);
	terms_add(&terms,
	    g->fact[i].audience && strcmp(g->fact[i].audience, "all") != 0 ? g->fact[i].audience
									   : NULL);
	terms_add(&terms, "confidence");
	explain_source(p, g->fact[i].source, NULL, NULL, &terms);
	return terms_say(p, r, &terms, e);
}

static bool
explain_program_fact(struct page *p, struct reader *r, int64_t id, struct err *e)
{
	struct program g;
	struct arena a;
	int64_t program = 0;
	bool ok;

	arena_init(&a);
	ok = program_of(r->db, id, &program, e) && program_load(&g, r, program, &a, e)
	    && say_program_fact(p, r, &g, id, e);
	arena_free(&a);
	return ok;
}

bool
explain_fact(struct page *p, struct reader *r, const char *key, struct err *e)
{
	const char *colon = strchr(key, ':');
	size_t len = colon ? (size_t)(colon - key) : 0, i;
	int64_t id = colon ? strtoll(colon + 1, NULL, 10) : 0;

	if (len == strlen("program_fact") && strncmp(key, "program_fact", len) == 0)
		return explain_program_fact(p, r, id, e);
	if (len == strlen("rule") && strncmp(key, "rule", len) == 0)
		return explain_rule(p, r, colon + 1, e);
	for (i = 0; colon && i < sizeof fact_tables / sizeof fact_tables[0]; i++)
		if (strlen(fact_tables[i].table) == len
		    && strncmp(fact_tables[i].table, key, len) == 0)
			return explain_row(p, r, &fact_tables[i], colon + 1, e);
	return err_set(e, ERR_NOTFOUND, "\"%s\" is no fact of the catalog", key);
}
