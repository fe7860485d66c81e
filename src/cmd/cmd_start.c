/*
 * cmd_start.c - the first screen: its page, and where its questions lead.
 */
#include "career/model/headline.h"
#include "career/page/start.h"

#include "career/base/text.h"
#include "payback_state.h"
#include "plan_state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

enum { NAMED_TABS = 76 }; /* from so many columns on the title names the screens */

void
start_close(struct app *a)
{
	if (a->start != NULL)
		start_free(a->start);
	free(a->start);
	a->start = NULL;
}

/* What is said of the program and role that are shown counts here as it does there. */
static bool
set(struct app *a, struct err *e)
{
	struct buf program = BUF_INIT, said = BUF_INIT;
	bool ok;

	payback_last_program(a, &program);
	payback_all_said(a, &said);
	a->reader.program = program.data;
	a->reader.asks = said.data;
	a->reader.what_if = a->what_if;
	a->reader.what_if_role = a->what_if_role;
	a->reader.mine = plan_mine(a, e);
	ok = start_set(a->start, &a->reader, a->level, e);
	a->reader.program = NULL;
	payback_lend(a);
	buf_free(&program);
	buf_free(&said);
	return ok;
}

static bool
start_ready(struct app *a, struct err *e)
{
	if (a->start == NULL) {
		a->start = mem_alloc(sizeof *a->start);
		start_init(a->start);
	}
	a->reader.role = a->role;
	return set(a, e);
}

const struct start *
start_of(struct app *a, struct err *e)
{
	return start_ready(a, e) ? a->start : NULL;
}

/* --- the page -------------------------------------------------------------------------------- */

/* Whether the cursor is on a question, which answers then; below the questions the last one does. */
static bool
follow_cursor(const struct pane *p, struct start *s)
{
	for (size_t i = 0; i < START_QUESTIONS; i++)
		if (s->line[i] == p->detail.cursor) {
			s->at = i;
			return true;
		}
	return false;
}

/* "1 Roles  2 Programs": the screens that have a key. */
static void
name_screens(struct buf *out)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		if (pane_defs[i].digit != 0 && i != SCREEN_START)
			buf_addf(out, "%s%c %s", out->len > 0 ? "  " : "", pane_defs[i].digit,
			    pane_defs[i].title);
}

/* Nothing when nothing has changed; what cannot be read is said where the shortlist is. */
static void
name_news(struct app *a, struct buf *out)
{
	struct err none;
	const struct changed_items *c = plan_changes(a, &none);

	if (c != NULL && c->changed > 0)
		changes_say(c, out);
}

bool
start_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct buf screens = BUF_INIT, news = BUF_INIT;
	struct start_opts o;
	bool asked, ok;

	if (!start_ready(a, e))
		return false;
	asked = follow_cursor(p, a->start);
	if (a->cols < NAMED_TABS)
		name_screens(&screens);
	name_news(a, &news);
	o = (struct start_opts){
	    .start = a->start, .at = a->start->at, .screens = screens.data, .news = news.data};
	ok = page_start(page, &a->reader, &o, e);
	if (ok && asked && a->start->line[a->start->at] != SIZE_MAX)
		p->detail.cursor = a->start->line[a->start->at]; /* in a page of another width */
	buf_free(&screens);
	buf_free(&news);
	return ok;
}

/* --- questions ------------------------------------------------------------------------------- */

/* A section of the role's page. From there one step back leads to the first screen. */
static bool
to_section(struct app *a, const char *section, struct err *e)
{
	struct buf key = BUF_INIT;
	bool ok;

	buf_addf(&key, "roles %s", a->start->role.slug);
	ok = cmd_select(a, key.data, e) && cmd_section(a, section, e);
	if (ok)
		app_pane(a)->linked = true;
	buf_free(&key);
	return ok;
}

static bool
to_pay(struct app *a, struct err *e)
{
	return to_section(a, "Pay", e);
}

static bool
to_day(struct app *a, struct err *e)
{
	return to_section(a, "Day", e);
}

static bool
to_skills(struct app *a, struct err *e)
{
	return to_section(a, "Skills", e);
}

static bool
to_compare(struct app *a, struct err *e)
{
	struct buf keys = BUF_INIT;
	bool ok;

	buf_adds(&keys, a->start->role.slug);
	for (size_t i = 0; i < a->start->nkin; i++)
		buf_addf(&keys, " %s", a->start->kin[i].slug);
	ok = cmd_compare(a, keys.data, e);
	buf_free(&keys);
	return ok;
}

static bool
to_programs(struct app *a, struct err *e)
{
	struct buf query = BUF_INIT;
	bool ok = app_go(a, SCREEN_PROGRAMS, e);

	if (a->start->role.id != 0)
		buf_addf(&query, "role:%s", a->start->role.slug);
	if (ok) {
		app_pane(a)->focus = FOCUS_LIST;
		pane_set_query(a, app_pane(a), query.data, false);
		pane_select(app_pane(a), 0);
	}
	buf_free(&query);
	return ok;
}

static bool
to_worth(struct app *a, struct err *e)
{
	struct payback_pair pair = {a->start->program.id, a->start->role.id};

	return payback_show(a, &pair, e);
}

static bool
to_missing(struct app *a, struct err *e)
{
	return plan_open(a, PLAN_GAP, e);
}

static const struct way {
	const char *word;
	bool (*go)(struct app *a, struct err *e);
} ways[] = {
    {"pay", to_pay},
    {"day", to_day},
    {"compare", to_compare},
    {"skills", to_skills},
    {"programs", to_programs},
    {"worth", to_worth},
    {"missing", to_missing},
};

VERB(cmd_question)
{
	int at = start_find(arg);

	if (at < 0)
		return err_set(e, ERR_USAGE,
		    "no question '%s': pay, day, compare, skills, programs, worth, missing", arg);
	if (!start_ready(a, e))
		return false;
	if (!start_asks(a->start, (size_t)at))
		return err_set(e, ERR_NOTFOUND, "this catalog cannot answer that");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (strcmp(ways[i].word, arg) == 0)
			return ways[i].go(a, e);
	return false;
}
