/*
 * pay_answer.c - what a role pays in a line or two, and the figures that stand behind an answer.
 */
#include "pay_view.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
pay_figures(struct role_ctx *c, struct figures *own, struct figures *near, struct err *e)
{
	return figures_of_role(own, c->r->db, &c->r->sources, c->id, "pay", c->a, e)
	    && figures_nearest(near, c->r->db, &c->r->sources, c->id, "pay", c->a, e);
}

const struct pay_filter *
pay_only(const struct role_ctx *c)
{
	return c->ask != NULL ? &c->ask->only : NULL;
}

static void
add_answer(struct role_ctx *c, const char *label, const struct agree_group *g)
{
	struct buf b = BUF_INIT, s = BUF_INIT;
	int col = role_column(c);
	/* Said in the first line; each sentence of a plain page stands alone. */
	const char *per = strcmp(g->per, "hour") == 0 ? " an hour"
	    : label[0] != '\0' || c->p->opts.plain    ? " a year"
						      : "";

	pay_amount_per(g, per, &b);
	pay_support_words(g, &s);
	if (c->p->opts.width >= 70) {
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, label);
		page_to(c->p, col);
		page_join(c->p, col, STYLE_VALUE, b.data);
		page_right(c->p, STYLE_NOTE, s.data);
	} else {
		buf_addf(&b, ": %s", s.data);
		page_pair(c->p, label, col, STYLE_VALUE, b.data);
	}
	page_anchor(c->p, ANCHOR_SECTION, "Pay");
	pay_answer_anchor(c, g);
	page_anchor(c->p, ANCHOR_TERM, "best-supported-range");
	page_what_if(c, col, g);
	for (size_t i = 0; i < g->napart; i++) {
		buf_clear(&b);
		pay_apart_words(g, g->apart[i], &b);
		buf_adds(&b, c->p->opts.plain ? " a year" : "");
		page_line(c->p);
		page_to(c->p, col - 2);
		page_add(c->p, STYLE_WARN, "! ");
		page_join(c->p, col, STYLE_WARN, b.data);
		page_anchor_id(c->p, ANCHOR_FIGURE, pay_apart_figure(g, g->apart[i]));
		page_anchor(c->p, ANCHOR_SECTION, "Pay");
	}
	buf_free(&b);
	buf_free(&s);
}

static void
near_answer(struct role_ctx *c, const struct figures *near)
{
	const struct figure *end[2];
	struct buf b = BUF_INIT;

	if (pay_near_words(near, &b)) {
		pay_near_ends(near, end);
		page_line(c->p);
		page_add(c->p, STYLE_LABEL, "Official");
		page_to(c->p, role_column(c));
		page_joinf(c->p, role_column(c), STYLE_NEAR, "~ %s a year", b.data);
		page_anchor(c->p, ANCHOR_SECTION, "Pay");
		for (size_t i = 0; i < 2; i++)
			page_anchor(c->p, ANCHOR_SOURCE, end[i]->source->key);
		page_anchor(c->p, ANCHOR_TERM, "nearest-occupation");
	}
	buf_free(&b);
}

/* Keeps the groups of one level that are not about one place; false when there are none. */
static bool
take_level(struct pay_answers *out, const struct agree *ag, enum level level, struct arena *a)
{
	out->level = level;
	out->n = 0;
	out->g = arena_alloc(a, (ag->n + 1) * sizeof(const struct agree_group *));
	for (size_t i = 0; i < ag->n; i++)
		if (ag->g[i].level == level && ag->g[i].nlines > 0 && ag->g[i].place[0] == '\0')
			out->g[out->n++] = &ag->g[i];
	return out->n > 0;
}

bool
pay_answers_load(struct role_ctx *c, struct pay_answers *out, struct err *e)
{
	static const enum level order[] = {LEVEL_ENTRY, LEVEL_MID, LEVEL_SENIOR, LEVEL_ALL,
	    LEVEL_STAFF, LEVEL_LEAD, LEVEL_EXECUTIVE, LEVEL_UNSTATED};
	struct figures own;
	struct agree ag;

	if (!pay_figures(c, &own, &out->near, e))
		return false;
	agree_make_of(&ag, &own, pay_only(c), c->level, c->a);
	if (take_level(out, &ag, c->level, c->a))
		return true;
	agree_make_of(&ag, &own, pay_only(c), LEVEL_UNSTATED, c->a);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (take_level(out, &ag, order[i], c->a))
			break;
	return true;
}

bool
role_pay_answers(struct role_ctx *c, struct err *e)
{
	struct pay_answers answers;
	char label[64];

	if (!pay_answers_load(c, &answers, e))
		return false;
	snprintf(label, sizeof label, "Pay, %s", level_says(answers.level));
	for (size_t i = 0; i < answers.n; i++)
		add_answer(c, i == 0 ? label : "", answers.g[i]);
	if (c->ask != NULL && c->ask->some)
		return true;
	if (answers.n == 0)
		role_nothing(c, "Pay");
	else if (answers.level != c->level && answers.level != LEVEL_ALL)
		page_pair(c->p, "", role_column(c), STYLE_NOTE,
		    arena_printf(c->a, "%s: no source states it", level_says(c->level)));
	near_answer(c, &answers.near);
	return true;
}

/* --- `i` on an answer ------------------------------------------------------------------------- */

/* What ANCHOR_ANSWER says: "role:level:ruler", of one place with ":place" behind it. */
struct answer_key {
	int64_t role;
	enum level level;
	enum ruler ruler;
	const char *place;
};

static bool
read_key(const char *key, struct answer_key *out)
{
	long long part[3];
	char *end;

	for (int i = 0; i < 3; i++) {
		part[i] = strtoll(key, &end, 10);
		if (end == key || (*end != ':' && (i < 2 || *end != '\0')))
			return false;
		key = *end == ':' ? end + 1 : end;
	}
	*out = (struct answer_key){part[0], (enum level)part[1], (enum ruler)part[2], key};
	return part[1] >= 0 && part[1] < LEVEL_COUNT && part[2] >= 0 && part[2] < RULER_COUNT;
}

static bool
is_behind(const struct agree_group *g, const struct answer_key *key)
{
	return g->level == key->level && g->ruler == key->ruler
	    && strcmp(g->place, key->place) == 0;
}

/* False when there are none. */
static bool
draw_behind(struct pay_view *v, const struct agree *ag, const struct answer_key *key)
{
	struct page *p = v->c->p;
	size_t n = 0;

	pay_axis_begin(v);
	for (size_t i = 0; i < ag->n; i++)
		if (is_behind(&ag->g[i], key)) {
			pay_axis_group(v, &ag->g[i]);
			v->hourly = strcmp(ag->g[i].per, "hour") == 0;
			n++;
		}
	if (n == 0)
		return false;
	page_wrap(
	    p, 0, STYLE_NOTE, "These figures stand behind the answer; i on one: who says so.");
	page_blank(p);
	pay_axis_draw(v);
	for (size_t i = 0; i < ag->n; i++)
		if (is_behind(&ag->g[i], key))
			pay_group(v, &ag->g[i], true);
	return true;
}

bool
page_answer(struct page *p, struct reader *r, const char *key, struct err *e)
{
	struct answer_key of;
	struct figures own;
	struct agree ag;
	struct arena a;
	struct role_ctx c = {.p = p, .r = r, .a = &a};
	struct pay_view v = {.c = &c, .whole = true};
	bool ok;

	if (!read_key(key, &of))
		return err_set(e, ERR_NOTFOUND, "no answer '%s'", key);
	c.id = of.role;
	c.level = of.level;
	arena_init(&a);
	ok = figures_of_role(&own, r->db, &r->sources, of.role, "pay", &a, e);
	if (ok) {
		agree_make(&ag, &own, of.level, &a);
		ok = draw_behind(&v, &ag, &of)
		    || err_set(e, ERR_NOTFOUND, "no figure stands behind it any more");
	}
	arena_free(&a);
	return ok;
}
