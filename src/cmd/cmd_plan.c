/*
 * cmd_plan.c - the screen Plan: its sections, and what the person says of oneself as they read it.
 */
#include "plan_state.h"
#include "verbs.h"

#include "career/page/start.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct section {
	const char *name;
	bool (*make)(struct app *a, struct page *page, struct err *e);
	void (*forget)(struct plan_state *s); /* NULL: it keeps nothing */
	/* A step more (1) or less (-1) of what the line under the cursor says; NULL: there are none. */
	bool (*step)(struct app *a, int by, struct err *e);
};

static const struct section sections[PLAN_SECTIONS] = {
    [PLAN_NEXT] = {"Next", plan_next, NULL, NULL},
    [PLAN_SKILLS] = {"Skills", plan_skills, plan_skills_forget, plan_skills_step},
    [PLAN_GAP] = {"Gap", plan_gap, NULL, NULL},
    [PLAN_NEAR] = {"Near", plan_near, plan_near_forget, NULL},
    [PLAN_PATH] = {"Path", plan_path, plan_path_forget, NULL},
    [PLAN_ROUTES] = {"Routes", plan_routes, plan_routes_forget, NULL},
    [PLAN_RANK] = {"Rank", plan_rank, plan_rank_forget, plan_rank_step},
    [PLAN_SHORTLIST] = {"Shortlist", plan_shortlist, plan_shortlist_forget, NULL},
    [PLAN_HISTORY] = {"History", plan_history, plan_history_forget, NULL},
    [PLAN_INTERESTS] = {"Interests", plan_interests, plan_interests_forget, plan_interests_step},
};

const char *
plan_section_name(size_t i)
{
	return sections[i].name;
}

/* --- what it keeps --------------------------------------------------------------------------- */

struct plan_state *
plan_state(struct app *a)
{
	if (a->plan == NULL) {
		a->plan = mem_zero(1, sizeof *a->plan);
		arena_init(&a->plan->arena);
		a->plan->interests = -1;
		a->plan->turn = 1;
	}
	return a->plan;
}

static void
forget(struct plan_state *s)
{
	for (size_t i = 0; i < PLAN_SECTIONS; i++)
		if (sections[i].forget != NULL)
			sections[i].forget(s);
	arena_reset(&s->arena);
	s->mine = (struct mine){0};
	s->read = false;
	s->turn++;
}

void
plan_changed(struct app *a)
{
	if (a->plan != NULL)
		forget(a->plan);
	a->kept_turn++;
	app_stale(a);
}

void
plan_close(struct app *a)
{
	if (a->plan == NULL)
		return;
	forget(a->plan);
	arena_free(&a->plan->arena);
	free(a->plan->follow);
	free(a->plan->held.h);
	spaces_free(&a->plan->spaces);
	ways_del(a->plan->ways);
	free(a->plan);
	a->plan = NULL;
}

const struct mine *
plan_mine(struct app *a, struct err *e)
{
	struct plan_state *s = plan_state(a);

	if (!s->read && !mine_read(&s->mine, a->db, a->profile, &s->arena, e))
		return NULL;
	s->read = true;
	return &s->mine;
}

/* The row of a role by its slug; 0: there is none. */
static int64_t
role_of(struct app *a, const char *slug)
{
	struct err e;
	int64_t id = 0;

	return *slug != '\0' && db_row_of(a->db, "start_role", slug, &id, &e) ? id : 0;
}

int64_t
plan_role(struct app *a)
{
	const struct start *s;
	int64_t id = role_of(a, a->role);
	struct err e;

	if (id != 0)
		return id;
	s = start_of(a, &e);
	return s != NULL ? s->role.id : 0;
}

void
plan_say_no_role(struct page *page)
{
	page_wrap(page, 0, STYLE_WARN, "! This catalog has no role to plan for.");
}

int64_t
plan_from(struct app *a)
{
	char *slug = profile_get(a->profile, "from");
	int64_t id = slug != NULL ? role_of(a, slug) : 0;

	free(slug);
	return id;
}

/* --- the page -------------------------------------------------------------------------------- */

static bool
has_interests(struct app *a)
{
	struct plan_state *s = plan_state(a);
	struct stmt *st;
	struct err e;

	if (s->interests >= 0)
		return s->interests > 0;
	st = db_query(a->db, "any_interest", &e);
	if (st == NULL)
		return false;
	s->interests = stmt_step(st, &e) == 1 && stmt_int(st, 0) != 0;
	stmt_reset(st);
	return s->interests > 0;
}

size_t
pane_sections(const struct app *a, const struct pane *p)
{
	if (p->def != &pane_defs[SCREEN_PLAN] || has_interests((struct app *)a))
		return p->def->nsections;
	return PLAN_INTERESTS;
}

bool
plan_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	if (p->detail.section >= pane_sections(a, p))
		p->detail.section = PLAN_NEXT;
	return sections[p->detail.section].make(a, page, e);
}

enum plan_section_id
plan_section_here(const struct app *a)
{
	if (a->screen != SCREEN_PLAN)
		return PLAN_SECTIONS;
	return (enum plan_section_id)a->pane[SCREEN_PLAN].detail.section;
}

bool
plan_open(struct app *a, enum plan_section_id s, struct err *e)
{
	struct pane *p = &a->pane[SCREEN_PLAN];

	if (!pane_open(a, SCREEN_PLAN, e))
		return false;
	if ((size_t)s >= pane_sections(a, p))
		return err_set(e, ERR_NOTFOUND,
		    "no occupational interests in this catalog: `career get onet` imports them");
	if (p->detail.section != (size_t)s) {
		p->detail.section = s;
		p->detail.cursor = p->detail.top = 0;
		p->detail.valid = false;
	}
	if (!app_go(a, SCREEN_PLAN, e))
		return false;
	popup_close(a);
	return true;
}

/* --- commands -------------------------------------------------------------------------------- */

/* Those that work in some of its sections only, and in which. */
static const struct only {
	const char *command;
	unsigned sections; /* bits by their number */
} onlys[] = {
    {"plan-more", 0}, /* where there are steps */
    {"plan-less", 0},
    {"gap-from", 1U << PLAN_GAP},
    {"plan-occupations", 1U << PLAN_NEAR | 1U << PLAN_RANK},
    {"path-by", 1U << PLAN_PATH},
    {"rank-all", 1U << PLAN_RANK},
    {"rank-level", 1U << PLAN_RANK},
    {"changes-accept", 1U << PLAN_HISTORY},
    {"shortlist-up", 1U << PLAN_SHORTLIST},
    {"shortlist-down", 1U << PLAN_SHORTLIST},
    {"shortlist-drop", 1U << PLAN_SHORTLIST},
};

static unsigned
sections_of(const struct only *o)
{
	unsigned all = o->sections;

	for (size_t i = 0; i < PLAN_SECTIONS && strncmp(o->command, "plan-", 5) == 0; i++)
		if (o->sections == 0 && sections[i].step != NULL)
			all |= 1U << i;
	return all;
}

static const struct only *
find_only(const char *command)
{
	for (size_t i = 0; i < sizeof onlys / sizeof *onlys; i++)
		if (strcmp(onlys[i].command, command) == 0)
			return &onlys[i];
	return NULL;
}

bool
plan_useful(const struct app *a, const char *command)
{
	const struct only *o = find_only(command);
	enum plan_section_id here = plan_section_here(a);

	return o == NULL || here == PLAN_SECTIONS || (sections_of(o) & 1U << here) != 0;
}

bool
plan_only(const struct app *a, const char *command, struct err *e)
{
	const struct only *o = find_only(command);
	enum plan_section_id here = plan_section_here(a);
	struct buf names = BUF_INIT;

	if (o == NULL || (here != PLAN_SECTIONS && (sections_of(o) & 1U << here) != 0))
		return true;
	for (size_t i = 0; i < PLAN_SECTIONS; i++)
		if ((sections_of(o) & 1U << i) != 0)
			buf_addf(&names, "%s%s", names.len > 0 ? ", " : "", sections[i].name);
	err_set(e, ERR_USAGE, "%s works on Plan, in the section%s %s", command,
	    strchr(names.data, ',') != NULL ? "s" : "", names.data);
	buf_free(&names);
	return false;
}

static bool
step(struct app *a, const char *command, int by, struct err *e)
{
	return plan_only(a, command, e) && sections[plan_section_here(a)].step(a, by, e);
}

VERB(cmd_plan_more)
{
	(void)arg;
	return step(a, "plan-more", 1, e);
}

VERB(cmd_plan_less)
{
	(void)arg;
	return step(a, "plan-less", -1, e);
}

VERB(cmd_plan)
{
	for (size_t i = 0; i < PLAN_SECTIONS; i++)
		if (*arg == '\0' || strcasecmp(arg, sections[i].name) == 0)
			return plan_open(a, (enum plan_section_id)i, e);
	return err_set(e, ERR_USAGE, "Plan has no section '%s'", arg);
}
