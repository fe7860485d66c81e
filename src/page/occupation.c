/* occupation.c - an occupation's codes, and the lines that its sections have in common. */
#include "occupation.h"

#include "say.h"

#include <stdlib.h>
#include <string.h>

/* The first code of each scheme. */
static bool
load_codes(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "occupation_codes", false, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		const char *scheme = stmt_str(st, 0);
		const char **code = strcmp(scheme, "onet") == 0 ? &c->occ.onet
		    : strcmp(scheme, "soc") == 0                ? &c->occ.soc
								: &c->occ.esco;

		if (*code == NULL)
			*code = arena_dup(c->a, stmt_str(st, 1));
	}
	return ok;
}

static bool
load_whole(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_part_of", c->occ.onet, e);
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		c->occ.whole = arena_dup(c->a, stmt_str(st, 0));
		c->occ.whole_slug = arena_dup(c->a, stmt_text(st, 1));
		c->occ.whole_title = arena_dup(c->a, stmt_str(st, 2));
	}
	return ok;
}

bool
occupation_load(struct role_ctx *c, struct err *e)
{
	struct stmt *st;
	bool ok = load_codes(c, e);

	if (ok && c->occ.onet != NULL && c->occ.soc == NULL)
		ok = load_whole(c, e);
	st = ok ? occupation_query(c, "occupation_esco", c->occ.esco, e) : NULL;
	ok = st != NULL;
	while (ok && role_next(st, &ok, e)) {
		c->occ.esco_row = arena_dup(c->a, stmt_str(st, 0));
		c->occ.esco_code = arena_dup(c->a, stmt_text(st, 3));
	}
	return ok;
}

bool
occupation_known(const struct role_ctx *c)
{
	return c->occ.onet != NULL || c->occ.soc != NULL || c->occ.esco != NULL;
}

struct stmt *
occupation_query(struct role_ctx *c, const char *name, const char *code, struct err *e)
{
	struct stmt *st = db_query(c->r->db, name, e);

	if (st != NULL)
		stmt_bind_text(st, 1, code);
	return st;
}

void
occupation_head(struct role_ctx *c, const char *text, const char *term, const char *who)
{
	role_gap(c);
	page_line(c->p)->heading = true;
	page_join(c->p, 0, STYLE_HEADING, text);
	page_anchor(c->p, ANCHOR_TERM, term);
	if (*who != '\0')
		page_right(c->p, STYLE_NOTE, who);
}

void
occupation_line(
    struct role_ctx *c, const char *label, const char *text, const char *who, const char *fact)
{
	bool wide = c->p->opts.width >= 70 || c->p->opts.plain;

	role_value(c, label, false, text);
	if (wide)
		page_right(c->p, STYLE_NOTE, who);
	else
		page_joinf(c->p, role_column(c), STYLE_NOTE, " (%s)", who);
	page_anchor(c->p, ANCHOR_FACT, fact);
}

const char *
occupation_who(struct role_ctx *c, const char *short_name, const char *part)
{
	struct buf b = BUF_INIT;
	const char *who;

	say_set(&b, short_name, part);
	who = arena_dup(c->a, b.data);
	buf_free(&b);
	return who;
}

const char *
occupation_fact(struct role_ctx *c, const char *table, const char *code, const char *part)
{
	return arena_printf(
	    c->a, "%s:%s%s%s", table, code, part != NULL ? "/" : "", part != NULL ? part : "");
}

void
occupation_name(struct occupation_names *n, const char *name)
{
	if (n->named >= n->room) {
		n->more++;
		return;
	}
	buf_addf(&n->b, "%s%s", n->named++ > 0 ? ", " : "", name);
}

void
occupation_names_end(struct occupation_names *n)
{
	if (n->more > 0)
		buf_addf(&n->b, "; and %zu more", n->more);
}

const char *
occupation_why(int64_t why)
{
	static const char *const words[] = {[WHY_STATED] = "not stated",
	    [WHY_NOT_STATED] = "not stated",
	    [WHY_SUPPRESSED] = "suppressed",
	    [WHY_NOT_REPORTED] = "not reported",
	    [WHY_NOT_APPLICABLE] = "not relevant"};

	return why >= 0 && why < (int64_t)(sizeof words / sizeof *words) ? words[why] : words[0];
}

bool
occupation_has(int64_t why)
{
	return why == WHY_STATED || why == WHY_TOP_CODED || why == WHY_IMPRECISE;
}
