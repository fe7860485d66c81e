/*
 * plan_state.h - the screen Plan: its sections, what it keeps, and what its commands share.
 *
 * One row of the table in cmd_plan.c for each section. What a person says of oneself stands in the profile and is
 * read into `mine` when a page first wants it; plan_changed() forgets it and everything that sections worked out
 * from it. A section keeps what is dear to make (near roles, paths, a ranking) in its own struct behind its pointer
 * here, made when it is first shown and freed by its `forget`.
 */
#ifndef CAREER_CMD_PLAN_STATE_H
#define CAREER_CMD_PLAN_STATE_H

#include "career/model/mine.h"
#include "career/model/path.h"

#include "state.h"

enum plan_section_id {
	PLAN_NEXT,      /* the answer first: what one has, what comes next */
	PLAN_SKILLS,    /* what one said of skills; what the present role proposes */
	PLAN_GAP,       /* what is missing for the current role */
	PLAN_NEAR,      /* roles near, and which one skill opens most */
	PLAN_PATH,      /* the cheapest way there, step by step */
	PLAN_ROUTES,    /* degree, bootcamp, certificate ... for what is missing */
	PLAN_RANK,      /* roles by one's own weights */
	PLAN_SHORTLIST, /* by hand, with notes, tags, readiness */
	PLAN_HISTORY,   /* what has changed since last time, what was looked at */
	PLAN_INTERESTS, /* the last one: only with occupational interests */
	PLAN_SECTIONS,
};
const char *plan_section_name(size_t i);

struct plan_path;
struct plan_near;
struct plan_routes;
struct plan_rank;
struct plan_shortlist;
struct kept_thing;
struct plan_history;
struct plan_interests;
struct plan_skills;

struct plan_state {
	unsigned turn; /* of what the profile says: another number, another state; never 0 */
	bool read;     /* `mine` is what the profile says */
	struct arena arena;
	struct mine mine;
	struct haves
	    held; /* Gap, Routes: what one had when its order was made, of this role; on the heap */
	int64_t held_role;
	bool beside_job;        /* Gap: beside the present job, not beside what one has */
	bool near_occupations;  /* Near: one skill more among occupations */
	enum path_by path_by;   /* Path: what the way is to have least of */
	struct spaces spaces;   /* what all roles want, read when it is first wanted */
	struct ways *ways;      /* the same of ways from role to role; NULL until then */
	size_t asking;          /* Interests: the item of the popup */
	size_t interest_follow; /* the item that the cursor goes to, counted from 1; 0: it stays */
	int interests;          /* the catalog has occupational interests: 1, 0; -1 not asked yet */
	/* Of the sections, each NULL until it is made. */
	struct plan_skills *skills;
	struct plan_near *near;
	struct plan_path *path;
	struct plan_routes *routes;
	char ways_to[256]; /* Routes: slug of the skill of the popup */
	struct plan_rank *rank;
	struct plan_shortlist *shortlist;
	struct plan_history *history;
	struct plan_interests *interest;
	struct rank_choice {      /* Rank: what is ranked */
		bool all;         /* not the shortlist alone */
		bool occupations; /* of imported sets too */
		enum level level; /* of pay; LEVEL_UNSTATED as model/rank.h has it */
	} rank_choice;
	int rank_follow;           /* the weight, from 1, to which the cursor goes; 0: it stays */
	struct kept_thing *follow; /* of the shortlist: the cursor goes to it; NULL: it stays */
};

struct plan_state *plan_state(struct app *a);
/* What the person says of oneself; NULL: it cannot be read. */
const struct mine *plan_mine(struct app *a, struct err *e);
/* The role that plans are for: the current one, else that of Start. 0: none. */
int64_t plan_role(struct app *a);
void plan_say_no_role(struct page *page); /* a section where there is none */
/* The role that one works in now (setting "from"): 0 none was named, or the catalog no longer has it. */
int64_t plan_from(struct app *a);
/* The shortlist with what has changed since its figures were stored, kept until plan_changed(); NULL: it cannot be read. */
struct changed_items;
const struct changed_items *plan_changes(struct app *a, struct err *e);
/* What one had of a role's skills when the cursor was last at the start of the page: what is said from there on moves no
 * line of it. */
const struct haves *plan_held(struct app *a, int64_t role, const struct haves *now);
/* The section that is open on the screen Plan; PLAN_SECTIONS on other screens. */
enum plan_section_id plan_section_here(const struct app *a);
/* Commands that work in some sections only (a table in cmd_plan.c): whether one does something in the section that is
 * open, for the hints; the same with a message that says where it works. */
bool plan_useful(const struct app *a, const char *command);
bool plan_only(const struct app *a, const char *command, struct err *e);
/* How one says that one has a skill, with the keys that do; appended. */
void plan_how_to_say(const struct app *a, struct buf *out);
/* Opens Plan at a section, as a link does. */
bool plan_open(struct app *a, enum plan_section_id s, struct err *e);

/* Each makes its section: heading, answer first, then the lines (plan_NAME.c). */
bool plan_next(struct app *a, struct page *page, struct err *e);
bool plan_skills(struct app *a, struct page *page, struct err *e);
bool plan_gap(struct app *a, struct page *page, struct err *e);
bool plan_near(struct app *a, struct page *page, struct err *e);
bool plan_path(struct app *a, struct page *page, struct err *e);
bool plan_routes(struct app *a, struct page *page, struct err *e);
bool plan_rank(struct app *a, struct page *page, struct err *e);
bool plan_shortlist(struct app *a, struct page *page, struct err *e);
bool plan_history(struct app *a, struct page *page, struct err *e);
bool plan_interests(struct app *a, struct page *page, struct err *e);
/* Keys + and - on the line under the cursor: a row of the table in cmd_plan.c names who does it in a section. */
bool plan_skills_step(struct app *a, int by, struct err *e);
bool plan_rank_step(struct app *a, int by, struct err *e);
bool plan_interests_step(struct app *a, int by, struct err *e);
/* plan_rank.c: with occupations, without. */
bool plan_rank_occupations(struct app *a, struct err *e);
/* Each frees what its section keeps; its pointer is NULL then. */
void plan_skills_forget(struct plan_state *s);
void plan_near_forget(struct plan_state *s);
void plan_path_forget(struct plan_state *s);
void plan_routes_forget(struct plan_state *s);
void plan_rank_forget(struct plan_state *s);
void plan_shortlist_forget(struct plan_state *s);
void plan_history_forget(struct plan_state *s);
void plan_interests_forget(struct plan_state *s);

#endif
