/*
 * pane_defs.c - the screens: one row each.
 */
#include "career/cmd/app.h"
#include "columns.h"
#include "plan_state.h"
#include "state.h"

static const char *
role_section(size_t i)
{
	return role_section_name((enum role_section)i);
}

/* What cannot be read is not shown; Plan says why. */
static void
lend_mine(struct app *a)
{
	struct err e;

	a->reader.mine = plan_mine(a, &e);
}

static bool
role_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	a->reader.what_if = a->what_if;
	a->reader.what_if_role = a->what_if_role;
	lend_mine(a);
	if (p->detail.section == ROLE_SUMMARY)
		kept_lines(a, p, page);
	return page_role(
	    page, &a->reader, pane_id(p), (enum role_section)p->detail.section, a->level, e);
}

static bool
program_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	kept_lines(a, p, page);
	return page_program(page, &a->reader, pane_id(p), e);
}

static bool
skill_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	lend_mine(a);
	kept_lines(a, p, page);
	return page_skill(page, &a->reader, pane_id(p), e);
}

static bool
guide_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	return page_guide(page, &a->reader, pane_id(p), e);
}

static bool
source_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	return page_source(page, &a->reader, pane_id(p), e);
}

/* A screen that is a page alone. */
#define PAGE(title, digit, flags, make)                                                            \
	{                                                                                          \
		title, NULL, digit, THING_KINDS, NULL, NULL, flags, NULL, 0, 0, NULL, make         \
	}

/* clang-format off */
const struct pane_def pane_defs[SCREEN_COUNT] = {
	[SCREEN_START] = PAGE("Start", '0', PANE_HOP, start_detail),
	[SCREEN_COMPARE] = PAGE("Compare", '3', PANE_GRID, compare_detail),
	[SCREEN_PLAN] = { "Plan", NULL, '5', THING_KINDS, NULL, NULL, 0, NULL, 0, PLAN_SECTIONS,
	    plan_section_name, plan_detail },
	[SCREEN_COVERAGE] = PAGE("Coverage", 0, PANE_GRID | PANE_BELOW, coverage_detail),
	[SCREEN_PAYBACK] = PAGE("Payback", 0, 0, payback_detail),
	[SCREEN_PLANS] = PAGE("Plans", 0, PANE_HOP, plans_detail),
	[SCREEN_CONFLICTS] = PAGE("Contradictions", 0, 0, conflicts_detail),
	[SCREEN_ROLES] = { "Roles", "role", '1', THING_ROLE, "thing_role", &list_roles, 0,
	    role_columns, ROLE_COLUMNS, ROLE_SECTIONS, role_section, role_detail },
	[SCREEN_PROGRAMS] = { "Programs", "program", '2', THING_PROGRAM, "thing_program",
	    &list_programs, PANE_FACETS, program_columns, PROGRAM_COLUMNS, 0, NULL, program_detail },
	[SCREEN_SKILLS] = { "Skills", "skill", '4', THING_SKILL, "thing_skill", &list_skills, PANE_FACETS,
	    skill_columns, SKILL_COLUMNS, 0, NULL, skill_detail },
	[SCREEN_GUIDE] = { "Guide", "topic", '6', THING_GUIDE, "thing_guide", &list_guide, PANE_FACETS,
	    guide_columns, GUIDE_COLUMNS, 0, NULL, guide_detail },
	[SCREEN_DATA] = { "Data", "source", '7', THING_SOURCE, "thing_source", &list_sources, PANE_FACETS,
	    source_columns, SOURCE_COLUMNS, 0, NULL, source_detail },
};
/* clang-format on */
