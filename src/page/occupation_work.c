/*
 * occupation_work.c - what is done all day, what education the people have who do it, and what is close to it.
 */
#include "occupation.h"

#include "career/page/chart.h"
#include "career/page/money.h"

#include <string.h>

/* --- tasks ------------------------------------------------------------------------------------ */

static const struct task_kind {
	const char *kind, *head, *term;
} task_kinds[] = {
    {"Core", "Core tasks: most people here do them", "core-task"},
    {"Supplemental", "Supplemental tasks: fewer do them, or they matter less", "supplemental-task"},
    {"", "Tasks; which are core is not stated", "core-task"},
};

static const struct task_kind *
task_kind(const char *kind)
{
	size_t i = 0, last = sizeof task_kinds / sizeof *task_kinds - 1;

	while (i < last && strcmp(task_kinds[i].kind, kind) != 0)
		i++;
	return &task_kinds[i];
}

bool
occupation_day(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_tasks", c->occ.onet, e);
	const struct task_kind *kind = NULL;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const struct task_kind *k = task_kind(stmt_str(st, 2));

		if (k != kind)
			occupation_head(
			    c, k->head, k->term, occupation_who(c, stmt_str(st, 3), NULL));
		kind = k;
		page_line(c->p);
		page_add(c->p, STYLE_TEXT, "- ");
		page_join(c->p, 2, STYLE_TEXT, stmt_str(st, 1));
		page_anchor(
		    c->p, ANCHOR_FACT, occupation_fact(c, "onet_task", stmt_str(st, 0), NULL));
	}
	return ok;
}

/* --- education -------------------------------------------------------------------------------- */

static void
education_line(struct role_ctx *c, struct stmt *st, const struct axis *ax)
{
	int64_t why = stmt_int(st, 3);

	page_line(c->p);
	if (occupation_has(why) && !stmt_null(st, 2))
		page_addf(c->p, STYLE_VALUE, "%5.1f%%%s ", stmt_num(st, 2),
		    why == WHY_IMPRECISE ? "?" : " ");
	else
		page_addf(c->p, STYLE_VALUE, "%s ", occupation_why(why));
	if (!c->p->opts.plain && !stmt_null(st, 2))
		chart_bar(c->p, ax, stmt_num(st, 2));
	page_joinf(c->p, 9, STYLE_TEXT, " %s", stmt_str(st, 1));
	page_anchor(
	    c->p, ANCHOR_FACT, occupation_fact(c, "onet_education", c->occ.onet, stmt_str(st, 0)));
	page_anchor(c->p, ANCHOR_TERM, "required-education");
}

/* "which education the job requires, said 28 people who know it". */
static bool
education(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_education", c->occ.onet, e);
	struct axis ax = {0, 100, 20,
	    c->p->opts.width >= 100      ? 30
		: c->p->opts.width >= 60 ? 20
					 : 8};
	bool ok = st != NULL, headed = false, imprecise = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed && stmt_null(st, 4))
			occupation_head(c, "Education the job requires, say those who know it",
			    "required-education", occupation_who(c, stmt_str(st, 5), NULL));
		else if (!headed)
			occupation_head(c,
			    arena_printf(c->a,
				"Education the job requires, say %lld people who know it",
				(long long)stmt_int(st, 4)),
			    "required-education", occupation_who(c, stmt_str(st, 5), NULL));
		headed = true;
		education_line(c, st, &ax);
		imprecise = imprecise || stmt_int(st, 3) == WHY_IMPRECISE;
	}
	if (ok && imprecise) {
		page_wrap(c->p, 0, STYLE_NOTE,
		    "? too few answers: O*NET recommends to leave the value out");
		page_anchor(c->p, ANCHOR_TERM, "imprecise");
	}
	return ok;
}

/* Labelled texts of a row, each with the same fact. */
static void
texts(struct role_ctx *c, struct stmt *st, const char *const *labels, int first, const char *fact)
{
	for (int i = 0; labels[i] != NULL; i++) {
		if (stmt_null(st, first + i))
			continue;
		page_pair(c->p, labels[i], role_column(c), STYLE_TEXT, stmt_str(st, first + i));
		page_anchor(c->p, ANCHOR_FACT, fact);
	}
}

static bool
preparation(struct role_ctx *c, struct err *e)
{
	static const char *const labels[] = {"Experience", "Education", "Training", NULL};
	struct stmt *st = occupation_query(c, "occupation_onet", c->occ.onet, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_null(st, 2))
			continue;
		occupation_head(
		    c, stmt_str(st, 2), "job-zone", occupation_who(c, stmt_str(st, 6), NULL));
		texts(c, st, labels, 3, occupation_fact(c, "onet_zone", c->occ.onet, NULL));
	}
	return ok;
}

static bool
entry(struct role_ctx *c, struct err *e)
{
	static const char *const labels[] = {"Education", "Experience", "Training", NULL};
	struct stmt *st = occupation_query(c, "occupation_projection", c->occ.soc, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (stmt_null(st, 8) && stmt_null(st, 9) && stmt_null(st, 10))
			continue;
		occupation_head(
		    c, "Typical when one enters", "typical-entry-education", stmt_str(st, 12));
		texts(c, st, labels, 8, occupation_fact(c, "projection", stmt_str(st, 0), NULL));
	}
	return ok;
}

bool
occupation_break_in(struct role_ctx *c, struct err *e)
{
	return entry(c, e) && education(c, e) && preparation(c, e);
}

/* --- related occupations ---------------------------------------------------------------------- */

static const struct tier {
	const char *tier, *head;
} tiers[] = {
    {"Primary-Short", "Related: the closest"},
    {"Primary-Long", "Related: close"},
    {"Supplemental", "Related: further away"},
    {"", "Related"},
};

static const char *
tier_head(const char *tier)
{
	size_t i = 0, last = sizeof tiers / sizeof *tiers - 1;

	while (i < last && strcmp(tiers[i].tier, tier) != 0)
		i++;
	return tiers[i].head;
}

/* "median $93.6K": of the whole SOC occupation where the other one is a part of it, then marked. */
static void
related_pay(struct buf *b, struct stmt *st)
{
	if (stmt_null(st, 5)) {
		if (!stmt_null(st, 6))
			buf_addf(b, "median %s", occupation_why(stmt_int(st, 6)));
		return;
	}
	buf_addf(b, "%smedian %s", stmt_int(st, 7) ? "" : "~",
	    stmt_int(st, 6) == WHY_TOP_CODED ? "at least " : "");
	money_short(b, stmt_num(st, 5), "USD");
}

static void
related_line(struct role_ctx *c, struct stmt *st)
{
	struct buf b = BUF_INIT;

	related_pay(&b, st);
	page_line(c->p);
	page_join(c->p, 2, STYLE_LINK, stmt_str(st, 3));
	if (b.len > 0)
		page_right(c->p, stmt_int(st, 7) ? STYLE_VALUE : STYLE_NEAR, b.data);
	if (!stmt_null(st, 4))
		page_anchor(c->p, ANCHOR_ROLE, stmt_str(st, 4));
	page_anchor(
	    c->p, ANCHOR_FACT, occupation_fact(c, "onet_related", c->occ.onet, stmt_str(st, 0)));
	page_anchor(c->p, ANCHOR_TERM, "related-occupation");
	buf_free(&b);
}

bool
occupation_path(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_related", c->occ.onet, e);
	const char *head = "";
	const char *pay = NULL;
	bool ok = st != NULL, near = false;

	while (ok && role_next(st, &ok, e)) {
		const char *h = tier_head(stmt_str(st, 1));

		if (strcmp(h, head) != 0)
			occupation_head(
			    c, h, "related-occupation", occupation_who(c, stmt_str(st, 8), NULL));
		head = h;
		if (pay == NULL && !stmt_null(st, 5))
			pay = arena_dup(c->a, stmt_str(st, 9));
		near = near || (!stmt_null(st, 5) && stmt_int(st, 7) == 0);
		related_line(c, st);
	}
	if (ok && pay != NULL) {
		page_wrapf(c->p, 0, STYLE_NOTE,
		    "Medians: salary a year before tax, all levels (%s)%s", pay,
		    near ? "; ~ of the larger occupation that it is a part of" : "");
		page_anchor(c->p, ANCHOR_TERM, "median");
	}
	return ok;
}
