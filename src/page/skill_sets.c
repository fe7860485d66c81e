/*
 * skill_sets.c - which occupations of the publishers' sets take a skill: by importance, as a technology that they
 * use, or as ESCO lists it; each opens.
 */
#include "skill_want.h"

#include "career/base/num.h"
#include "say.h"

#include <string.h>

enum { FEW = 15 };

/* A part of the page; at its end, how many rows are not shown. */
struct part {
	struct page *p;
	const char *table; /* of the fact */
	size_t n, shown;
};

static void
part_head(struct part *x, const char *head, const char *term, const char *who)
{
	struct buf b = BUF_INIT;

	page_blank(x->p);
	page_line(x->p)->heading = true;
	page_join(x->p, 0, STYLE_HEADING, head);
	page_anchor(x->p, ANCHOR_TERM, term);
	say_set(&b, who, NULL);
	page_right(x->p, STYLE_NOTE, b.data);
	buf_free(&b);
	x->n = x->shown = 0;
}

static void
part_end(struct part *x)
{
	struct buf b = BUF_INIT;

	if (x->n > x->shown) {
		num_full(&b, (double)(x->n - x->shown));
		page_line(x->p);
		page_addf(x->p, STYLE_NOTE, "  and %s more%s", b.data,
		    x->p->opts.screen ? ": v shows them" : "");
	}
	buf_free(&b);
}

/* False when the row is only counted. The first two columns of each query are the fact's codes, the next two the
 * role's title and slug. */
static bool
part_row(struct part *x, struct stmt *st, const char *right)
{
	struct buf key = BUF_INIT;

	if (x->n++ >= FEW && !x->p->opts.details)
		return false;
	x->shown++;
	page_line(x->p);
	page_join(x->p, 2, STYLE_LINK, stmt_str(st, 2));
	if (*right != '\0')
		page_right(x->p, STYLE_VALUE, right);
	page_anchor(x->p, ANCHOR_ROLE, stmt_str(st, 3));
	buf_addf(&key, "%s:%s/%s", x->table, stmt_str(st, 0), stmt_str(st, 1));
	page_anchor(x->p, ANCHOR_FACT, key.data);
	buf_free(&key);
	return true;
}

static struct stmt *
query(struct reader *r, const char *name, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(r->db, name, e);

	if (st != NULL)
		stmt_bind_int(st, 1, skill);
	return st;
}

/* --- O*NET ------------------------------------------------------------------------------------ */

static bool
say_rated(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = query(r, "skill_rated", skill, e);
	struct part x = {.p = p, .table = "onet_rating"};
	struct buf b = BUF_INIT;
	int step = -1;
	bool any = false;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		if (!any)
			part_head(&x, "Occupations in which it is important", "importance",
			    stmt_str(st, 8));
		any = true;
		buf_clear(&b);
		buf_addf(&b, "importance %.1f of 5", stmt_num(st, 4));
		if (!stmt_null(st, 6) && p->opts.width >= 70)
			buf_addf(&b, ", level %.1f of 7", stmt_num(st, 6));
		part_row(&x, st, b.data);
	}
	part_end(&x);
	if (st != NULL)
		stmt_reset(st);
	buf_free(&b);
	return step == 0;
}

static bool
say_technology(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = query(r, "skill_technology", skill, e);
	struct part x = {.p = p, .table = "onet_technology"};
	int step = -1, wanted = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		bool in_demand = stmt_int(st, 5) != 0;

		if (wanted < 0) {
			page_blank(p);
			say_pairf(p, "Technology", STYLE_TEXT, "%s%s",
			    stmt_null(st, 6) ? "of no group" : stmt_str(st, 6),
			    stmt_int(st, 4) != 0 ? "; hot: adverts across occupations ask for it"
						 : "");
			page_anchor(p, ANCHOR_TERM, "hot-technology");
		}
		if (wanted != in_demand) {
			part_end(&x);
			part_head(&x,
			    in_demand ? "Occupations whose adverts ask for it"
				      : "Occupations that use it",
			    in_demand ? "in-demand" : "technology", stmt_str(st, 7));
		}
		wanted = in_demand;
		part_row(&x, st, "");
	}
	part_end(&x);
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

/* --- ESCO ------------------------------------------------------------------------------------- */

static bool
say_esco(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = query(r, "skill_esco", skill, e);
	struct part x = {.p = p, .table = "esco_link"};
	int step = -1;
	int64_t essential = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		if (stmt_int(st, 4) != essential) {
			part_end(&x);
			essential = stmt_int(st, 4);
			part_head(&x,
			    essential ? "Occupations for which it is essential"
				      : "Occupations for which it is optional",
			    essential ? "essential-skill" : "optional-skill", stmt_str(st, 5));
		}
		part_row(&x, st, "");
	}
	part_end(&x);
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

bool
skill_sets_count(struct reader *r, int64_t skill, int64_t *n, struct err *e)
{
	struct stmt *st = query(r, "skill_sets_count", skill, e);
	int step = st != NULL ? stmt_step(st, e) : -1;

	*n = step == 1 ? stmt_int(st, 0) : 0;
	if (st != NULL)
		stmt_reset(st);
	return step >= 0;
}

bool
skill_sets_what(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	struct stmt *st = query(r, "skill_of_sets", skill, e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		if (!stmt_null(st, 0))
			say_pairf(p, "What it is", STYLE_TEXT, "%s (%s)", stmt_str(st, 0),
			    stmt_str(st, 3));
		say_pair(p, "Reuse level", STYLE_TEXT, stmt_text(st, 2));
	}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

bool
skill_sets(struct page *p, struct reader *r, int64_t skill, struct err *e)
{
	return say_rated(p, r, skill, e) && say_technology(p, r, skill, e)
	    && say_esco(p, r, skill, e);
}
