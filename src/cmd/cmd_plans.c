/*
 * cmd_plans.c - which program for which job, on its screen: what is asked, and the page of the answer.
 */
#include "career/base/mem.h"
#include "plans_state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

struct plans_state *
plans_state(struct app *a)
{
	if (a->plans == NULL) {
		a->plans = mem_zero(1, sizeof *a->plans);
		buf_init(&a->plans->query);
		buf_init(&a->plans->before);
		buf_init(&a->plans->asks);
		a->plans->limit = PLANS_FIRST;
		a->plans->fresh = true;
	}
	return a->plans;
}

void
plans_close(struct app *a)
{
	struct plans_state *s = a->plans;

	if (s == NULL)
		return;
	if (s->open)
		plans_free(&s->plans);
	buf_free(&s->query);
	buf_free(&s->before);
	buf_free(&s->asks);
	free(s);
	a->plans = NULL;
}

/* --- answering --------------------------------------------------------------------------------- */

/* The lists of both screens are those that are searched. */
static bool
open_lists(struct app *a, struct plans_state *s, struct err *e)
{
	if (!pane_open(a, SCREEN_PROGRAMS, e) || !pane_open(a, SCREEN_ROLES, e))
		return false;
	if (!s->open)
		plans_init(&s->plans, a->db, &a->reader.sources, &a->pane[SCREEN_PROGRAMS].frame,
		    &a->pane[SCREEN_ROLES].frame);
	s->open = true;
	return true;
}

static bool
read_baseline(struct app *a, struct plans_state *s, struct err *e)
{
	if (s->based && strcmp(s->asks.data, a->asks.data) == 0)
		return true;
	buf_clear(&s->asks);
	buf_adds(&s->asks, a->asks.data);
	s->based = plans_baseline(&s->baseline, s->asks.data, e);
	s->answered = false;
	return s->based;
}

static bool
ask(struct app *a, struct plans_state *s, struct err *e)
{
	struct plans_asks asks = {.query = s->query.data,
	    .typing = s->typing,
	    .baseline = s->baseline.pay,
	    .occupations = s->occupations,
	    .fold = s->fold,
	    .limit = s->limit};

	if (s->answered && s->turn == db_sources_turn(a->db))
		return true;
	s->answered = plans_ask(&s->plans, &asks, e);
	s->turn = db_sources_turn(a->db);
	return s->answered;
}

/* Cells that were read late may be damaged: then all is read and asked anew, once. */
static bool
answer(struct app *a, struct plans_state *s, struct err *e)
{
	struct pane *programs = &a->pane[SCREEN_PROGRAMS], *roles = &a->pane[SCREEN_ROLES];

	if (!open_lists(a, s, e) || !read_baseline(a, s, e) || !ask(a, s, e))
		return false;
	if (!frame_damage(&programs->frame) && !frame_damage(&roles->frame))
		return true;
	plans_free(&s->plans);
	s->open = s->answered = false;
	return open_lists(a, s, e) && ask(a, s, e);
}

struct plans_shown
plans_shown_of(struct app *a, struct plans_state *s)
{
	return (struct plans_shown){.plans = &s->plans,
	    .programs = &a->pane[SCREEN_PROGRAMS].view,
	    .query = s->query.data,
	    .baseline = &s->baseline,
	    .fold = s->fold};
}

bool
plans_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct plans_state *s = plans_state(a);
	struct plans_shown shown;
	bool ok;

	if (!answer(a, s, e))
		return false;
	shown = plans_shown_of(a, s);
	ok = page_plans(page, &a->reader, &shown, e);
	if (ok && s->fresh) {
		p->detail.cursor = shown.first;
		p->detail.top = 0;
		s->fresh = false;
	}
	return ok;
}

void
plans_show_again(struct app *a)
{
	struct plans_state *s = plans_state(a);

	s->answered = false;
	s->fresh = true;
	s->limit = PLANS_FIRST;
	a->pane[SCREEN_PLANS].detail.valid = false;
}

void
plans_set_query(struct app *a, const char *text, bool typing)
{
	struct plans_state *s = plans_state(a);

	if (s->typing == typing && strcmp(s->query.data, text) == 0 && s->answered)
		return;
	buf_clear(&s->query);
	buf_adds(&s->query, text);
	s->typing = typing;
	plans_show_again(a);
}

/* --- which question ---------------------------------------------------------------------------- */

/* The query with this role in place of its own. */
static void
ask_role(struct app *a, const char *slug)
{
	struct query q;
	struct buf text = BUF_INIT;

	query_parse(&q, list_plans(), plans_state(a)->query.data, false);
	query_set_values(&q, field_find(list_plans(), "role"), false, &slug, 1, &text);
	plans_set_query(a, text.data, false);
	query_free(&q);
	buf_free(&text);
}

/* What the list of programs is filtered by, where plans can be asked the same. */
static bool
ask_as_programs(struct app *a)
{
	const struct pane *p = &a->pane[SCREEN_PROGRAMS];
	struct query q;
	bool ok;

	if (p->query.len == 0)
		return false;
	query_parse(&q, list_plans(), p->query.data, false);
	ok = q.error[0] == '\0';
	query_free(&q);
	if (ok)
		plans_set_query(a, p->query.data, false);
	return ok;
}

/* From the list of roles: for the role there; from that of programs: for those it shows. Else as it was, at first for
 * the current role. */
static void
ask_here(struct app *a)
{
	const struct pane *p = app_pane(a);
	struct buf slug = BUF_INIT;
	bool first = a->plans == NULL;

	if (a->screen == SCREEN_ROLES && p->selected != UINT32_MAX)
		view_key(&p->view, p->selected, &slug);
	else if (first && a->role[0] != '\0')
		buf_adds(&slug, a->role);
	if (a->screen == SCREEN_PROGRAMS && ask_as_programs(a))
		buf_clear(&slug);
	if (slug.len > 0)
		ask_role(a, slug.data);
	buf_free(&slug);
}

VERB(cmd_plans)
{
	struct query q;
	bool ok;

	query_parse(&q, list_plans(), arg, false);
	ok = q.error[0] == '\0' || err_set(e, ERR_USAGE, "%s", q.error);
	query_free(&q);
	if (!ok)
		return false;
	if (*arg != '\0')
		plans_set_query(a, arg, false);
	else if (a->screen != SCREEN_PLANS)
		ask_here(a);
	return app_go(a, SCREEN_PLANS, e);
}

/* --- for undo ---------------------------------------------------------------------------------- */

/* "1 0 query": of what the best, occupations. */
void
plans_take(struct app *a, struct buf *out)
{
	const struct plans_state *s = a->plans;
	const char *query = s == NULL ? "" : s->typing ? s->before.data : s->query.data;

	if (s != NULL && (s->fold != PLANS_PAIRS || s->occupations || *query != '\0'))
		buf_addf(out, "%d%d %s", (int)s->fold, (int)s->occupations, query);
}

bool
plans_put(struct app *a, const char *text)
{
	struct plans_state *s = plans_state(a);
	bool none = strlen(text) < 3;

	s->fold = none ? PLANS_PAIRS : (enum plans_fold)(text[0] - '0');
	s->occupations = !none && text[1] == '1';
	plans_set_query(a, none ? "" : text + 3, false);
	plans_show_again(a);
	return true;
}
