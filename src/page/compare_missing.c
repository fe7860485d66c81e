/*
 * compare_missing.c - what stands between a program and a role: the degree that the role asks for and the
 * program does not give, the skills that are a must, and what nobody states.
 *
 * No source says which skills a program teaches, so the musts are listed and none is ticked off.
 */
#include "compare_parts.h"

#include <math.h>
#include <string.h>

/* --- the musts ------------------------------------------------------------------------------- */

static bool
musts_row(struct making *m, struct err *e)
{
	struct compare_row *row = compare_row(m, BLOCK_MISSING, "skills");
	bool ok = true;

	row->note = "musts of the role; no source says which of them a program teaches";
	row->term = "must";
	for (size_t i = 0; i < m->c->n && ok; i++) {
		struct compare_cell *cell = &row->cell[i];
		struct role_names names;

		ok = role_skill_names(&m->role[i].ctx, ROLE_MUST, &names, e);
		compare_says(m, cell, names.words.len > 0 ? names.words.data : "not ranked");
		if (names.words.len > 0)
			cell->anchor = (struct anchor){ANCHOR_ROLE, m->c->aim[i].slug};
		role_names_free(&names);
	}
	return ok;
}

/* --- what nobody states ---------------------------------------------------------------------- */

/* What the plan lacks, ", " between. */
static void
unstated_cell(struct making *m, struct compare_cell *cell, size_t i)
{
	const struct payback *p = &m->worth->p[i];
	const struct {
		bool lacks;
		const char *what;
	} parts[] = {
	    {isnan(p->in.cost), "price"},
	    {(p->assumed & PRICE_PER) != 0, "per what the price is"},
	    {(p->assumed & PRICE_CURRENCY) != 0, "currency"},
	    {isnan(p->in.months) || (p->assumed & PRICE_LENGTH) != 0, "length"},
	    {(p->assumed & PRICE_MODE) != 0, "mode"},
	    {isnan(m->program[i].earnings), "earnings of graduates"},
	    {m->role[i].pay.n == 0, "pay of the role itself"},
	};
	struct buf b = BUF_INIT;

	for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
		if (parts[k].lacks)
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", parts[k].what);
	compare_says(m, cell, b.len > 0 ? b.data : "price, length, mode, earnings: all are stated");
	buf_free(&b);
}

static void
unstated_row(struct making *m)
{
	struct compare_row *row = compare_row(m, BLOCK_MISSING, "not stated");

	row->term = "not-stated";
	for (size_t i = 0; i < m->c->n; i++)
		unstated_cell(m, &row->cell[i], i);
}

/* --- both ------------------------------------------------------------------------------------ */

bool
compare_missing(struct making *m, struct err *e)
{
	if (!compare_degree_gaps(m, e) || !musts_row(m, e))
		return false;
	unstated_row(m);
	return true;
}

void
compare_missing_says(struct making *m, struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < m->c->n; i++)
		n += m->gap[i];
	if (n == 0)
		return;
	if (n == m->c->n && n > 1) {
		buf_adds(b, "All of them give less than the degree that is asked for. ");
		return;
	}
	buf_adds(b, "A higher degree is asked for than is given: ");
	compare_name_some(m, b, m->gap);
	buf_adds(b, ". ");
}
