/*
 * start_worth.c - which program the first screen asks about, and whether it is worth its price.
 */
#include "career/page/payback.h"
#include "say.h"
#include "start_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static bool
take_program(struct start *s, struct stmt *st, struct err *e)
{
	int step = st != NULL ? stmt_step(st, e) : -1;

	if (step == 1)
		s->program = (struct start_program){.id = stmt_int(st, 0),
		    .key = arena_dup(&s->arena, stmt_str(st, 1)),
		    .name = arena_dup(&s->arena, stmt_str(st, 2)),
		    .school = arena_dup(&s->arena, stmt_str(st, 3))};
	if (st != NULL)
		stmt_reset(st);
	return step >= 0;
}

/* 0: a newer catalog may have lost it. */
static bool
find_row(const struct start *s, struct reader *r, int64_t *row, struct err *e)
{
	struct stmt *st = db_query(r->db, "thing_program", e);
	int step = -1;

	*row = 0;
	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, s->about);
	step = stmt_step(st, e);
	if (step == 1)
		*row = stmt_int(st, 0);
	stmt_reset(st);
	return step >= 0;
}

static bool
take_first(struct start *s, struct reader *r, const char *query, int64_t id, struct err *e)
{
	struct stmt *st = db_query(r->db, query, e);

	if (st != NULL)
		stmt_bind_int(st, 1, id);
	return take_program(s, st, e);
}

bool
start_find_program(struct start *s, struct reader *r, struct err *e)
{
	int64_t row = 0;

	s->program = (struct start_program){0, "", "", ""};
	if (s->about[0] != '\0' && !find_row(s, r, &row, e))
		return false;
	if (row != 0 && !take_first(s, r, "start_program", row, e))
		return false;
	s->looked_at = s->program.id != 0;
	return s->looked_at || s->role.id == 0
	    || take_first(s, r, "start_relevant_program", s->role.id, e);
}

void
start_program_says(const struct start *s, struct buf *out)
{
	buf_adds(out, s->program.name);
	if (strstr(s->program.name, s->program.school) == NULL)
		buf_addf(out, ", %s", s->program.school);
}

/* Without it: what is read of that, and who says so. */
static void
say_baseline(struct asking *q, const struct payback *b)
{
	const struct payback_line *l = &b->line[FI_BASELINE];
	struct buf pay = BUF_INIT;

	if (isnan(l->value) || b->npays == 0) {
		buf_free(&pay);
		return;
	}
	finance_amount(&pay, l->value, b->in.currency);
	start_sayf(q, STYLE_TEXT, "Without it one would earn %s a year%s%s.", pay.data,
	    l->says[0] != '\0' ? ": " : "", l->says);
	buf_free(&pay);
}

static void
say_worth(struct asking *q, const struct payback *b)
{
	struct buf name = BUF_INIT, says = BUF_INIT;
	struct start_part *part;

	start_program_says(q->s, &name);
	payback_says(&says, b);
	part = start_sayf(q, STYLE_VALUE, "%s for %s: %s", name.data, q->s->role.title, says.data);
	if (b->pay_answer[0] != '\0')
		start_who(q, part, ANCHOR_ANSWER, b->pay_answer);
	start_say(q, b->link == PAYBACK_NO_LINK ? STYLE_WARN : STYLE_TEXT, b->link_says);
	say_baseline(q, b);
	if (!q->s->looked_at)
		start_say(q, STYLE_NOTE,
		    "No program was looked at yet; this one fits the role and most is stated of it.");
	buf_free(&name);
	buf_free(&says);
}

static bool
work(struct asking *q, struct payback *b, struct err *e)
{
	const struct reader *r = q->c.r;
	struct payback_asks asks;

	payback_asks_read(&asks, q->s->said);
	asks.level = q->s->level;
	if (r->what_if != NULL && r->what_if_role != NULL
	    && strcmp(r->what_if_role, q->s->role.slug) == 0)
		snprintf(asks.factors, sizeof asks.factors, "%s", r->what_if);
	return payback_work(b, &asks, e) || e->code == ERR_USAGE;
}

bool
start_worth(struct asking *q, struct err *e)
{
	struct payback b = {.of = NULL};
	struct rules rules;
	bool ok = rules_load(&rules, e)
	    && payback_open(
		&b, q->c.r->db, &q->c.r->sources, &rules, q->s->program.id, q->s->role.id, e)
	    && work(q, &b, e);

	if (ok)
		say_worth(q, &b);
	payback_close(&b);
	rules_free(&rules);
	return ok;
}
