/*
 * payback_pair.c - which program is asked about for which role: by what the cursor is on, by what was looked at last.
 */
#include "career/page/start.h"
#include "payback_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct payback_state *
payback_state(struct app *a)
{
	if (a->payback == NULL)
		a->payback = mem_zero(1, sizeof *a->payback);
	return a->payback;
}

void
payback_state_free(struct app *a)
{
	struct payback_state *s = a->payback;

	if (s == NULL)
		return;
	payback_close(&s->made);
	if (s->ruled)
		rules_free(&s->rules);
	payback_entries_free(s);
	free(s->mark);
	free(s);
	a->payback = NULL;
}

/* --- rows of keys ------------------------------------------------------------------------------ */

/* 0: there is none, which is no mistake of the person: a newer catalog may have lost it. */
static int64_t
row_of(struct app *a, const char *query, const char *key)
{
	struct err e;
	struct stmt *st = key[0] != '\0' ? db_query(a->db, query, &e) : NULL;
	int64_t id = 0;

	if (st == NULL)
		return 0;
	stmt_bind_text(st, 1, key);
	if (stmt_step(st, &e) == 1)
		id = stmt_int(st, 0);
	stmt_reset(st);
	return id;
}

static int64_t
program_row(struct app *a, const char *key)
{
	return row_of(a, "thing_program", key);
}

static int64_t
role_row(struct app *a, const char *slug)
{
	return row_of(a, "thing_role", slug);
}

int64_t
payback_role(struct app *a)
{
	return a->payback != NULL && a->payback->open ? a->payback->made.role : 0;
}

/* --- what the cursor is on --------------------------------------------------------------------- */

/* The key of a column: a role, a program, or a program and a role. */
static void
take_column(struct app *a, struct payback_pair *pair)
{
	const struct compare_set *s = &a->compare;
	size_t at = a->pane[SCREEN_COMPARE].detail.column;
	char key[512];
	char *plus;

	if (s->n == 0)
		return;
	snprintf(key, sizeof key, "%s", s->key[at < s->n ? at : s->n - 1]);
	plus = strrchr(key, COMPARE_PLUS);
	if (s->kind == COMPARE_PLANS && plus != NULL) {
		*plus = '\0';
		pair->role = role_row(a, plus + 1);
	}
	if (s->kind == COMPARE_ROLES)
		pair->role = role_row(a, key);
	else
		pair->program = program_row(a, key);
}

/* A line of a page may lead to a program or a role. */
static void
take_line(struct app *a, struct payback_pair *pair)
{
	const struct line *l = current_line(a);
	const struct anchor *program = find_anchor(l, ANCHOR_PROGRAM);
	const struct anchor *role = find_anchor(l, ANCHOR_ROLE);

	if (program != NULL)
		pair->program = program_row(a, program->key);
	if (role != NULL)
		pair->role = role_row(a, role->key);
}

void
payback_here(struct app *a, struct payback_pair *pair)
{
	const struct pane *p = app_pane(a);

	switch (a->screen) {
	case SCREEN_PAYBACK:
		if (a->payback != NULL && a->payback->open)
			*pair =
			    (struct payback_pair){a->payback->made.program, a->payback->made.role};
		return;
	case SCREEN_COMPARE:
		take_column(a, pair);
		return;
	case SCREEN_ROLES:
		pair->role = pane_id(p);
		break;
	case SCREEN_PROGRAMS:
		pair->program = pane_id(p);
		break;
	default:
		break;
	}
	if (a->popup.open || p->focus == FOCUS_DETAIL)
		take_line(a, pair);
}

/* --- what is taken where nothing is said ------------------------------------------------------- */

/* On Programs the cursor has moved to another one since payback was asked. */
static bool
has_moved(const struct app *a)
{
	const struct pane *p = &a->pane[SCREEN_PROGRAMS];

	return p->loaded && p->selected != UINT32_MAX
	    && (a->payback == NULL || pane_id(p) != a->payback->seen);
}

void
payback_last_program(const struct app *a, struct buf *key)
{
	const struct pane *p = &a->pane[SCREEN_PROGRAMS];

	if (has_moved(a))
		view_key(&p->view, p->selected, key);
	else
		buf_adds(key, a->program);
}

static int64_t
last_program(struct app *a)
{
	struct buf key = BUF_INIT;
	int64_t id;

	payback_last_program(a, &key);
	id = program_row(a, key.data);
	buf_free(&key);
	return id;
}

/* As the first screen takes them. */
static bool
take_start(struct app *a, struct payback_pair *pair, struct err *e)
{
	const struct start *s = start_of(a, e);

	if (s == NULL)
		return false;
	if (pair->role == 0)
		pair->role = s->role.id;
	if (pair->program == 0)
		pair->program = s->program.id;
	return true;
}

bool
payback_complete(struct app *a, struct payback_pair *pair, struct err *e)
{
	if (pair->role == 0)
		pair->role = role_row(a, a->role);
	if (pair->role == 0 && a->payback != NULL)
		pair->role = role_row(a, a->payback->role);
	if (pair->program == 0)
		pair->program = last_program(a);
	return (pair->role != 0 && pair->program != 0) || take_start(a, pair, e);
}

/* --- the pair that is shown -------------------------------------------------------------------- */

static bool
read_rules(struct payback_state *s, struct err *e)
{
	if (s->ruled)
		return true;
	s->ruled = rules_load(&s->rules, e);
	if (!s->ruled)
		rules_free(&s->rules);
	return s->ruled;
}

bool
payback_pair_open(struct app *a, const struct payback_pair *pair, struct err *e)
{
	struct payback_state *s = payback_state(a);
	struct payback made;

	if (!read_rules(s, e)
	    || !payback_open(
		&made, a->db, &a->reader.sources, &s->rules, pair->program, pair->role, e))
		return false;
	if (!payback_beside(&made, e)) {
		payback_close(&made);
		return false;
	}
	payback_close(&s->made);
	s->made = made;
	s->open = true;
	s->turn = db_sources_turn(a->db);
	s->seen = a->pane[SCREEN_PROGRAMS].loaded ? pane_id(&a->pane[SCREEN_PROGRAMS]) : 0;
	snprintf(s->program, sizeof s->program, "%s", made.program_key);
	snprintf(s->role, sizeof s->role, "%s", made.role_slug);
	snprintf(s->current, sizeof s->current, "%s", a->role);
	return payback_take_program(a, s->program, e);
}

bool
payback_ready(struct app *a, struct err *e)
{
	struct payback_state *s = payback_state(a);
	struct payback_pair pair = {s->open ? s->made.program : 0, s->open ? s->made.role : 0};
	bool follows = s->open && strcmp(s->current, a->role) != 0 && a->role[0] != '\0';
	struct payback_asks q;

	if (follows)
		pair.role = role_row(a, a->role);
	if (!s->open || follows || s->turn != db_sources_turn(a->db)) {
		if (!payback_complete(a, &pair, e))
			return false;
		if (pair.program == 0 || pair.role == 0)
			return true;
		if (!payback_pair_open(a, &pair, e))
			return false;
	}
	payback_said(a, &q);
	return payback_work(&s->made, &q, e) || e->code == ERR_USAGE;
}
