/* opens.c - one skill more. */
#include "career/page/opens.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 4, ROLES = 3 };

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* "3 roles" */
static void
say_count(struct buf *b, size_t n, bool occupations)
{
	buf_addf(b, "%zu %s%s", n, occupations ? "occupation" : "role", plural(n));
}

/* What a skill does, in a word or two for the line's end. */
static void
say_worth(struct buf *b, const struct opens *o, bool occupations)
{
	buf_adds(b, o->opens > 0 ? "opens " : o->musts > 0 ? "a must in " : "wanted by ");
	say_count(b, o->opens > 0 ? o->opens : o->musts > 0 ? o->musts : o->wanting, occupations);
}

static void
say_role(struct buf *b, const struct opens_role *r)
{
	buf_addf(b, "%s %s", r->title, r->opens ? "opens, " : "");
	if (r->must)
		buf_addf(b, "%zu of %zu musts, ", r->had + 1, r->musts);
	buf_addf(b, "%.0f%% to %.0f%%", 100 * r->was, 100 * r->is);
}

static void
skill_line(struct page *p, const struct opens *o, bool occupations)
{
	size_t most = p->opts.details && p->opts.screen ? o->nrole : ROLES;
	struct buf worth = BUF_INIT, roles = BUF_INIT;

	say_worth(&worth, o, occupations);
	page_line(p);
	page_addf(p, STYLE_LINK, "%s%s", p->opts.plain ? "" : "  ", o->name);
	page_right(p, o->opens > 0 ? STYLE_VALUE : STYLE_NOTE, worth.data);
	page_anchor(p, ANCHOR_SKILL, o->slug);
	for (size_t i = 0; i < o->nrole && i < most; i++) {
		buf_adds(&roles, i > 0 ? "; " : "");
		say_role(&roles, &o->role[i]);
	}
	if (o->wanting > most)
		buf_addf(&roles, "; %zu more", o->wanting - (most < o->nrole ? most : o->nrole));
	page_next(p);
	page_to(p, INDENT);
	page_join(p, INDENT, STYLE_NOTE, roles.data);
	buf_free(&worth);
	buf_free(&roles);
}

/* The best one in a sentence. */
static void
say_best(struct page *p, const struct opens_page *op)
{
	const struct opens_list *l = op->opens;
	const struct opens *o = l->n > 0 ? &l->skill[0] : NULL;
	struct buf b = BUF_INIT;

	if (l->wanted == 0)
		page_wrap(p, 0, STYLE_VALUE,
		    l->roles > 0 ? "No skill is missing that a role here wants."
				 : "No role here lists enough skills to judge by.");
	if (o == NULL)
		return;
	if (o->opens > 0) {
		buf_addf(&b, "%s opens most: ", o->name);
		say_count(&b, o->opens, op->occupations);
	} else if (o->musts > 0) {
		buf_addf(
		    &b, "No single skill opens a role yet. %s brings most: a must in ", o->name);
		say_count(&b, o->musts, op->occupations);
	} else {
		buf_addf(&b, "No must is missing. %s brings most: wanted by ", o->name);
		say_count(&b, o->wanting, op->occupations);
	}
	page_wrapf(p, 0, STYLE_VALUE, "%s.", b.data);
	page_anchor(p, ANCHOR_SKILL, o->slug);
	buf_free(&b);
}

/* When a role is open, and how many are. */
static void
say_of(struct page *p, const struct opens_page *op)
{
	const struct opens_list *l = op->opens;
	struct buf b = BUF_INIT;

	buf_addf(&b, "Open is one of which you have all musts%s: ",
	    op->occupations ? " (importance 4 or more) and 30% of the weight" : "");
	buf_addf(&b, "%zu of ", l->open);
	say_count(&b, l->roles, op->occupations);
	buf_adds(&b, " with enough skills listed.");
	if (l->no_musts > 0 && !op->occupations)
		buf_addf(&b, " %zu name%s no must.", l->no_musts, l->no_musts == 1 ? "s" : "");
	if (l->thin > 0)
		buf_addf(&b, " %zu more %s too little to judge by.", l->thin,
		    l->thin == 1 ? "lists" : "list");
	page_wrap(p, 0, STYLE_NOTE, b.data);
	page_anchor(p, ANCHOR_TERM, "one-skill-more");
	page_anchor(p, ANCHOR_TERM, "must");
	buf_free(&b);
}

void
page_opens(struct page *p, const struct opens_page *op, bool alone)
{
	const struct opens_list *l = op->opens;

	if (alone) {
		page_line(p);
		page_add(p, STYLE_HEADING, "One skill more: what it opens");
		page_anchor(p, ANCHOR_TERM, "one-skill-more");
		page_rule(p);
	} else {
		page_blank(p);
		page_heading(p, "One skill more: what it opens", "one-skill-more");
	}
	if (op->nothing)
		page_wrap(p, 0, STYLE_TEXT, op->how);
	say_best(p, op);
	say_of(p, op);
	if (l->n > 0)
		page_blank(p);
	for (size_t i = 0; i < l->n; i++)
		skill_line(p, &l->skill[i], op->occupations);
	if (l->wanted > l->n)
		page_wrapf(
		    p, 2, STYLE_NOTE, "%zu more skills are missing somewhere.", l->wanted - l->n);
	if (op->turn[0] != '\0')
		page_wrap(p, 0, STYLE_NOTE, op->turn);
	page_close(p);
}
