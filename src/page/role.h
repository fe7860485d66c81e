/* role.h - the sections of a role's page, one function each, and what they share. */
#ifndef CAREER_PAGE_ROLE_H
#define CAREER_PAGE_ROLE_H

#include "career/base/buf.h"
#include "career/model/agree.h"
#include "career/model/factor.h"
#include "career/page/pages.h"
#include "career/page/pay.h"

/* Codes under which the publishers' sets know a role (occupation.h); NULL: none. */
struct role_codes {
	const char *onet, *soc, *esco;
	const char *esco_row, *esco_code; /* row of esco_occupation, in digits; "2511.4" */
	/* The SOC occupation that the O*NET code is only a part of, when it is no SOC code itself. */
	const char *whole, *whole_slug, *whole_title;
	int64_t said[8]; /* sets that say something under them, once the page has named them */
	size_t nsaid;
};

/* What every section needs; strings in the arena. */
struct role_ctx {
	struct page *p;
	struct reader *r;
	struct arena *a; /* of this page call */
	int64_t id;
	enum level level;
	const char *slug, *title, *kind, *family, *codes, *summary, *is_not, *like, *dislike;
	bool
	    field_too; /* the specialization, or a role it serves: statements on the field belong here */
	size_t nothing;         /* lines of the page when role_nothing was last called */
	size_t begin;           /* lines of the page when the section began */
	struct role_codes occ;  /* of a page; elsewhere empty */
	struct factors factors; /* once they are read (what_if.h) */
	struct factor_choice
	    what_if;   /* those that the person asks about; empty elsewhere than on a page */
	bool imported; /* no pack has it: made of the sets */
	bool
	    elsewhere; /* on another page than its own: its sections are not there, and it says the degree itself */
	const struct pay_ask *ask; /* which figures of pay; NULL: all */
};

/* Reads what stands in the role's own row: of `id` into the other members. */
bool role_load(struct role_ctx *c, struct err *e);

enum role_tier { ROLE_MUST, ROLE_IMPORTANT, ROLE_NICE, ROLE_SKIP };
/* The skills of one tier in a few names. Those of the field are only counted when the role has enough of
 * its own. */
struct role_names {
	struct buf words; /* "Python, Kaggle (disputed); and 16 more in the whole field"; "" none */
	bool disputed;    /* sources disagree on one of them */
	size_t own, named, more;
	const char **publisher; /* that put the named ones into this tier */
	size_t publishers, cap;
	bool open; /* while they are read: the last skill is among the named */
};
bool role_skill_names(struct role_ctx *c, int tier, struct role_names *out, struct err *e);
void role_names_free(struct role_names *n);

bool role_pay_answers(struct role_ctx *c, struct err *e);
bool role_growth_answer(struct role_ctx *c, struct err *e);

bool role_summary(struct role_ctx *c, struct err *e);
bool role_pay(struct role_ctx *c, struct err *e);
/* Answers, pictures and figures alone: without heading, factors and advice. */
bool role_pay_figures(struct role_ctx *c, struct err *e);
bool role_growth(struct role_ctx *c, struct err *e);
bool role_skills(struct role_ctx *c, struct err *e);
bool role_day(struct role_ctx *c, struct err *e);
bool role_break_in(struct role_ctx *c, struct err *e);
bool role_path(struct role_ctx *c, struct err *e);
bool role_programs(struct role_ctx *c, struct err *e);
bool role_industries(struct role_ctx *c, struct err *e);
bool role_sources(struct role_ctx *c, struct err *e);

/* What sources ask for: the degree in one sentence; then every credential, the heaviest dispute first. */
bool role_degree(struct role_ctx *c, struct err *e);
bool role_requirements(struct role_ctx *c, struct err *e);
/* Counts other than pay and growth, and predictions. */
bool role_facts(struct role_ctx *c, struct err *e);
bool role_predictions(struct role_ctx *c, struct err *e);

/* Guide topics ("pay", "skills" ...; NULL ends), topic by topic: each text with heading and source. */
bool role_guide(struct role_ctx *c, const char *const *topics, struct err *e);
/* The role's ladders and those of the field that serves it. */
bool role_ladders(struct role_ctx *c, struct err *e);
/* "Guide: 7 things to read about it", a line that opens them; about its family when nothing speaks of the role.
 * Nothing when there is none of either. */
bool role_to_read(struct role_ctx *c, struct err *e);
/* The same at a section's end, with a blank line in front; on a screen only. */
bool role_to_read_below(struct role_ctx *c, struct err *e);
/* Where sources take sides on what belongs to the section. */
bool role_claims(struct role_ctx *c, enum role_section tab, struct err *e);

/* The named query with the role bound as ?1 (and field_too as ?2 when `two`). */
struct stmt *role_query(struct role_ctx *c, const char *name, bool two, struct err *e);
/* Steps; at the end of the rows resets and returns false. *ok turns false on an error. */
bool role_next(struct stmt *st, bool *ok, struct err *e);
/* A blank line, but not at the section's start. */
void role_gap(struct role_ctx *c);
/* "no source states this" in the words of the section. What ends with it has nothing else to say. */
void role_nothing(struct role_ctx *c, const char *what);
/* A labelled value; with a '!' in front as a warning. */
void role_value(struct role_ctx *c, const char *label, bool warn, const char *text);
/* Title of a role by its slug; the slug itself when there is none. In the arena. */
const char *role_title_of(struct role_ctx *c, const char *slug);
/* Column where values start beside their labels: 16, less on a narrow page. */
int role_column(const struct role_ctx *c);
/* Texts of a JSON array joined by ", "; "" for NULL. */
void role_join(struct buf *out, const char *json);
/* Publishers that say a thing, as "aigraduate ML, guide 2025". */
void role_who(struct page *p, const char *short_name);

#endif
