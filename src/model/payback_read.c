/*
 * payback_read.c - what the catalog says of the program, the role and what ties them.
 */
#include "payback_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Programs of the College Scorecard have the id of their row and this. */
enum { SCORECARD_FIRST = 1 << 24 };

/* The one row of a query about ?1: 1, 0 not there, -1 error. The statement is then to be reset. */
static int
one_row(struct stmt **st, struct db *db, const char *query, int64_t id, struct err *e)
{
	*st = db_query(db, query, e);
	if (*st == NULL)
		return -1;
	stmt_bind_int(*st, 1, id);
	return stmt_step(*st, e);
}

/* "" is not stated. */
static const char *
text(struct stmt *st, int col, struct arena *a)
{
	return arena_dup(a, stmt_str(st, col));
}

static void
take_program(struct payback *p, struct stmt *st)
{
	struct payback_case *c = p->of;
	struct arena *a = &c->arena;

	p->program_key = text(st, 0, a);
	p->program_name = text(st, 1, a);
	p->school = text(st, 2, a);
	c->field = text(st, 3, a);
	p->award = text(st, 4, a);
	c->status = text(st, 5, a);
	c->mode = text(st, 6, a);
	c->said = (struct price_said){.award = p->award,
	    .mode = c->mode,
	    .months = stmt_num(st, 7),
	    .cost = stmt_num(st, 8),
	    .basis = text(st, 9, a),
	    .currency = text(st, 10, a),
	    .tuition_in = NAN,
	    .tuition_out = NAN};
	c->cost_fact = stmt_int(st, 11);
	c->earnings = stmt_num(st, 12);
	c->earnings_says = text(st, 13, a);
	c->debt = stmt_num(st, 14);
	c->debt_says = "";
	c->length_fact = stmt_int(st, 15);
	c->mode_fact = stmt_int(st, 16);
	c->audience = text(st, 17, a);
	c->cost_as_of = text(st, 18, a);
	c->costs = stmt_int(st, 19);
	p->country = text(st, 20, a);
}

static void
take_scorecard(struct payback *p, struct stmt *st)
{
	struct payback_case *c = p->of;
	struct arena *a = &c->arena;

	p->program_key = text(st, 0, a);
	p->program_name = text(st, 1, a);
	p->school = text(st, 2, a);
	c->field = text(st, 3, a);
	p->award = text(st, 4, a);
	c->status = "open";
	c->mode = c->audience = c->cost_as_of = "";
	p->country = "US";
	c->said = (struct price_said){.award = p->award,
	    .mode = "",
	    .basis = "",
	    .currency = "USD",
	    .cost = NAN,
	    .months = NAN,
	    .tuition_in = stmt_num(st, 5),
	    .tuition_out = stmt_num(st, 6)};
	c->earnings = stmt_num(st, 7);
	c->debt = stmt_num(st, 8);
	c->earnings_says = text(st, 9, a);
	c->debt_says = text(st, 10, a);
}

/* Not there, or every source that speaks of it is off. */
static bool
fail_gone(struct db *db, int64_t id, struct err *e)
{
	struct stmt *st;
	int step = one_row(&st, db, "program_key", id, e);

	if (step == 1)
		err_set(e, ERR_NOTFOUND, "no source that is on speaks of %.120s", stmt_str(st, 0));
	else if (step == 0)
		err_set(e, ERR_NOTFOUND, "no program with row %lld in the catalog", (long long)id);
	if (st != NULL)
		stmt_reset(st);
	return false;
}

static bool
read_program(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st;
	int step;

	c->scorecard = p->program >= SCORECARD_FIRST;
	c->row = c->scorecard ? p->program - SCORECARD_FIRST : 0;
	step = one_row(&st, c->db, c->scorecard ? "payback_scorecard" : "payback_program",
	    c->scorecard ? c->row : p->program, e);
	if (step == 1 && c->scorecard)
		take_scorecard(p, st);
	else if (step == 1)
		take_program(p, st);
	if (st != NULL)
		stmt_reset(st);
	if (step == 0)
		return fail_gone(c->db, p->program, e);
	p->withdrawn = step == 1 && strcmp(c->status, "withdrawn") == 0;
	return step == 1;
}

static bool
read_role(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st;
	int step = one_row(&st, c->db, "role_by_id", p->role, e);

	if (step == 1) {
		p->role_slug = text(st, 0, &c->arena);
		p->role_title = text(st, 1, &c->arena);
	}
	if (st != NULL)
		stmt_reset(st);
	if (step == 0)
		return err_set(
		    e, ERR_NOTFOUND, "no role with row %lld in the catalog", (long long)p->role);
	return step == 1;
}

/* --- what ties them -------------------------------------------------------------------------- */

/* "30.70"; of the fields that its code includes some are linked with the occupation. */
static const char *
link_words(struct payback *p, struct stmt *st)
{
	struct arena *a = &p->of->arena;
	int64_t cip = stmt_int(st, 3);
	const char *near = stmt_text(st, 5), *who = stmt_text(st, 6);

	if (p->link == PAYBACK_RULE && who == NULL)
		return arena_printf(a, "Our own rule links this %s to this job: %s",
		    payback_award_says(p->award), stmt_str(st, 2));
	if (p->link == PAYBACK_RULE)
		return arena_printf(a, "A rule of %s links this %s to this job: %s", who,
		    payback_award_says(p->award), stmt_str(st, 2));
	return arena_printf(a,
	    "Officially linked field: %s (%02d.%02d) with %s%s%s%s; no promise of the job.",
	    p->of->field, (int)(cip / 100), (int)(cip % 100), stmt_str(st, 4),
	    near != NULL ? ", " : "", near != NULL ? near : "", near != NULL ? ", near it" : "");
}

static bool
read_link(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;
	struct stmt *st = db_query(c->db, "payback_link", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, p->role);
	stmt_bind_text(st, 2, c->field);
	step = stmt_step(st, e);
	p->link_says = arena_printf(
	    &c->arena, "No source links this %s to this job.", payback_award_says(p->award));
	if (step == 1) {
		p->link_row = stmt_int(st, 0);
		p->link = stmt_int(st, 1) ? PAYBACK_RULE : PAYBACK_CROSSWALK;
		p->link_says = link_words(p, st);
	}
	stmt_reset(st);
	return step >= 0;
}

bool
payback_read(struct payback *p, struct err *e)
{
	struct payback_case *c = p->of;

	return read_program(p, e) && read_role(p, e) && read_link(p, e)
	    && figures_of_role(&c->own, c->db, c->src, p->role, "pay", &c->arena, e)
	    && figures_nearest(&c->near, c->db, c->src, p->role, "pay", &c->arena, e)
	    && factors_load(&c->factors, c->db, c->src, p->role, &c->arena, e);
}
