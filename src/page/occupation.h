/*
 * occupation.h - what the publishers' sets (career import) say of an occupation, section by section.
 *
 * A role is an occupation when a set knows one of its codes (role_code). Its page has the sections of a
 * role's; each function here adds to one what the sets state, and nothing where they state nothing.
 * Each line answers `i` with an ANCHOR_FACT whose key is the row's codes ("onet_rating:29-1141.00/2.A.1.a").
 */
#ifndef CAREER_PAGE_OCCUPATION_H
#define CAREER_PAGE_OCCUPATION_H

#include "role.h"

/* Reads c->occ. Codes that no set knows are there all the same: no row answers to them. */
bool occupation_load(struct role_ctx *c, struct err *e);
bool occupation_known(const struct role_ctx *c); /* under any code */

/* Head of the summary: the description. Then, behind pay and growth: jobs, preparation, interests, what it
 * takes most; and its other names instead of those of role.aliases. */
bool occupation_what(struct role_ctx *c, struct err *e);
bool occupation_summary(struct role_ctx *c, struct err *e);
bool occupation_aliases(struct role_ctx *c, struct err *e);

bool occupation_skills(struct role_ctx *c, struct err *e);
bool occupation_day(struct role_ctx *c, struct err *e);
bool occupation_break_in(struct role_ctx *c, struct err *e);
bool occupation_path(struct role_ctx *c, struct err *e);
/* Of any role; *any: a field of study is linked with it or with what is nearest to it. */
bool occupation_programs(struct role_ctx *c, bool *any, struct err *e);
bool occupation_sectors(struct role_ctx *c, struct err *e);
/* Sources with release, licence and the attribution they ask for. */
bool occupation_sources(struct role_ctx *c, struct err *e);
/* Whether the last call named the source. */
bool occupation_speaks(const struct role_ctx *c, int64_t source);

/* The first screen (start_parts.h): each says nothing where the sets state nothing. */
struct asking;
bool occupation_start_day(struct asking *q, struct err *e);
bool occupation_start_liking(struct asking *q, bool *any, struct err *e);
bool occupation_start_skills(struct asking *q, struct err *e);
bool occupation_start_programs(struct asking *q, bool *any, struct err *e);

/* --- shared by the sections ------------------------------------------------------------------- */

/* The named query with the code as ?1; without a code it has no rows. */
struct stmt *occupation_query(
    struct role_ctx *c, const char *name, const char *code, struct err *e);
/* A heading in front of a list's first row; who says it at the right. */
void occupation_head(struct role_ctx *c, const char *text, const char *term, const char *who);
/* A labelled answer, who says it at the right, and what `i` shows. */
void occupation_line(
    struct role_ctx *c, const char *label, const char *text, const char *who, const char *fact);
/* say_set, in the arena. */
const char *occupation_who(struct role_ctx *c, const char *short_name, const char *part);
/* "fact:code/part" in the arena. */
const char *occupation_fact(
    struct role_ctx *c, const char *table, const char *code, const char *part);

/* Names on one line: the first few, and how many more. */
struct occupation_names {
	struct buf b;
	size_t named, more, room;
};
void occupation_name(struct occupation_names *n, const char *name);
/* "; and 12 more" */
void occupation_names_end(struct occupation_names *n);

/* "Social" of 'S'. */
const char *occupation_interest(const char *letter);

/* Numbers of "why" columns (schema/catalog/005_national.sql). */
enum {
	WHY_STATED,
	WHY_NOT_STATED,
	WHY_SUPPRESSED,
	WHY_NOT_REPORTED,
	WHY_NOT_APPLICABLE,
	WHY_TOP_CODED,
	WHY_IMPRECISE
};
/* "suppressed" of a value that is not there; "not stated" of an unknown number. */
const char *occupation_why(int64_t why);
/* Whether a value is there: stated, a floor, or imprecise. */
bool occupation_has(int64_t why);

#endif
