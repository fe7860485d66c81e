/*
 * pages.h - the pages there are: what a role, a program, a figure, a term say.
 *
 * Each function resets nothing: it appends to a page made by page_init. They read the catalog through a
 * `struct reader`, which holds what every page needs. Errors are data errors (ERR_DATA).
 */
#ifndef CAREER_PAGE_PAGES_H
#define CAREER_PAGE_PAGES_H

#include "career/base/err.h"
#include "career/model/figure.h"
#include "career/page/page.h"
#include "career/store/db.h"

struct mine;

struct reader {
	struct db *db;
	struct sources sources;
	struct arena arena; /* of the sources */
	const char *role;   /* slug of the current role, borrowed; NULL or "": none */
	/* What the person says of oneself for payback, for every program (payback_asks_text); borrowed, NULL: nothing. */
	const char *asks;
	const struct mine
	    *mine; /* what the person says of skills (model/mine.h), borrowed; NULL: nothing */
	const char
	    *program; /* key of the program that was looked at last, borrowed; NULL or "": none */
	/* "What if": keys of factors (model/factor.h) that stand behind the pay of the role of this slug, on its
	 * page; both borrowed. NULL or "": none. */
	const char *what_if, *what_if_role;
};

bool reader_open(struct reader *r, struct db *db, struct err *e);
void reader_close(struct reader *r); /* not the db */

/* Sections of a role's page, in tab order. */
enum role_section {
	ROLE_SUMMARY,
	ROLE_PAY,
	ROLE_GROWTH,
	ROLE_SKILLS,
	ROLE_DAY,
	ROLE_BREAK_IN,
	ROLE_PATH,
	ROLE_PROGRAMS,
	ROLE_INDUSTRIES,
	ROLE_SOURCES,
	ROLE_SECTIONS,
};
const char *role_section_name(enum role_section s); /* "Pay" */

/* One section. `level` is what Pay answers for first (LEVEL_ENTRY unless chosen). */
bool page_role(struct page *p, struct reader *r, int64_t role, enum role_section s,
    enum level level, struct err *e);
/* Title line, sections in order (all of them), as `career show` prints. */
bool page_role_all(struct page *p, struct reader *r, int64_t role, enum level level, struct err *e);

bool page_program(struct page *p, struct reader *r, int64_t program, struct err *e);
bool page_skill(struct page *p, struct reader *r, int64_t skill, struct err *e);
bool page_source(struct page *p, struct reader *r, int64_t source, struct err *e);
/* A guide topic, prediction or stance by its row in v_guide. */
bool page_guide(struct page *p, struct reader *r, int64_t id, struct err *e);

/* `i`: who says so. Anchor kinds FIGURE, SOURCE, FACT. */
bool page_explain(struct page *p, struct reader *r, const struct anchor *a, struct err *e);
/* The figures behind an answer over several sources (ANCHOR_ANSWER). */
bool page_answer(struct page *p, struct reader *r, const char *key, struct err *e);
/* `m`: a glossary term by slug or alias; and the terms that occur in a line's text. */
bool page_term(struct page *p, struct reader *r, const char *slug, struct err *e);
bool page_terms_in(
    struct page *p, struct reader *r, const char *text, size_t *found, struct err *e);

/* Key of anything ("machine-learning-engineer", "gatech/omscs/master", "python", "ml/bouchrika-2026",
 * "base"): what it is. False with ERR_NOTFOUND and the nearest known key. */
enum thing {
	THING_ROLE,
	THING_PROGRAM,
	THING_SKILL,
	THING_SOURCE,
	THING_TERM,
	THING_GUIDE,
	THING_KINDS,
};
bool thing_find(struct db *db, const char *key, enum thing *kind, int64_t *id, struct err *e);
/* Appends the page of anything. */
bool page_thing(struct page *p, struct reader *r, enum thing kind, int64_t id, struct err *e);

#endif
