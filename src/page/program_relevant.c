/*
 * program_relevant.c - which roles a program is relevant to, and why: rules of packs about its field of study, and
 * what the field's code leads to.
 */
#include "program.h"

#include <stdio.h>
#include <string.h>

/* Roles that one reason makes the program relevant to, as one item. */
struct rule {
	struct buf roles, why;
	const struct source *source;
	int64_t id;
	char slug[128];
	bool current;
	const char *fact;  /* table that the reason stands in */
	size_t said, rows; /* items, and what they are of */
};

static void
rule_say(struct page *p, struct rule *k)
{
	if (k->roles.len > 0) {
		page_line(p);
		page_addf(p, STYLE_TEXT, "%s", k->current ? "* " : "");
		page_join(p, 2, STYLE_LINK, k->roles.data);
		page_joinf(p, 2, STYLE_TEXT, ": %s (%s)", k->why.data,
		    k->source ? k->source->short_name : "our own rule");
		page_anchor(p, ANCHOR_ROLE, k->slug);
		say_fact_anchor(p, k->fact, k->id);
		k->said++;
		if (k->source)
			page_anchor(p, ANCHOR_SOURCE, k->source->key);
	}
	buf_clear(&k->roles);
	buf_clear(&k->why);
}

static void
rule_take(struct page *p, const struct reader *r, struct rule *k, struct stmt *st)
{
	const struct source *src =
	    stmt_null(st, 4) ? NULL : sources_by_id(&r->sources, stmt_int(st, 4));

	if (k->current || src != k->source || strcmp(k->why.data, stmt_str(st, 3)) != 0)
		rule_say(p, k);
	if (k->roles.len == 0) {
		buf_adds(&k->why, stmt_str(st, 3));
		k->source = src;
		k->id = stmt_int(st, 0);
		snprintf(k->slug, sizeof k->slug, "%s", stmt_str(st, 1));
		k->current = r->role != NULL && strcmp(r->role, k->slug) == 0;
	}
	buf_addf(&k->roles, "%s%s", k->roles.len > 0 ? ", " : "", stmt_str(st, 2));
}

/* Roles that the field's code leads to: 0, or -1 for an error. */
static int
take_links(struct page *p, struct reader *r, const struct program *g, struct rule *k, struct err *e)
{
	enum { REASONS = 12 }; /* further ones are counted */
	struct stmt *st = db_query(r->db, "page_program_links", e);
	int step = -1;

	if (!st)
		return -1;
	k->fact = "role_field";
	k->said = 0;
	stmt_bind_text(st, 1, g->field);
	stmt_bind_text(st, 2, r->role);
	while ((step = stmt_step(st, e)) == 1 && k->said < REASONS) {
		rule_take(p, r, k, st);
		k->rows++;
	}
	rule_say(p, k);
	if (step == 1) {
		page_wrap(p, 0, STYLE_NOTE, "and more roles by other codes.");
		step = 0;
	}
	stmt_reset(st);
	return step;
}

static bool
say_rules(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_program_roles", e);
	struct rule k = {.roles = BUF_INIT, .why = BUF_INIT, .fact = "relevance"};
	int step;

	if (!st)
		return false;
	stmt_bind_text(st, 1, g->field);
	stmt_bind_text(st, 2, r->role);
	for (; (step = stmt_step(st, e)) == 1; k.rows++)
		rule_take(p, r, &k, st);
	stmt_reset(st);
	rule_say(p, &k);
	if (step == 0)
		step = take_links(p, r, g, &k, e);
	buf_free(&k.roles);
	buf_free(&k.why);
	if (step == 0 && k.rows == 0) {
		say_wrapf(p, STYLE_WARN, "! Nothing here ties %s to a role.", g->field);
		page_anchor(p, ANCHOR_TERM, "relevant");
	}
	return step == 0;
}

/* What is withdrawn leads nowhere any more. */
bool
program_say_relevance(struct page *p, struct reader *r, const struct program *g, struct err *e)
{
	if (strcmp(g->status, "withdrawn") == 0) {
		say_wrapf(p, STYLE_NOTE, "Withdrawn: it is not weighed for any role.");
		page_anchor(p, ANCHOR_TERM, "withdrawn");
		return true;
	}
	page_heading(p, "Why relevant", "relevant");
	return say_rules(p, r, g, e);
}
