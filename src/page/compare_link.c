/*
 * compare_link.c - why a program's field of study leads to the role of its column.
 */
#include "compare_parts.h"

#include <string.h>

/* No rule links its field of study with the role: perhaps the field's code does. */
static bool
crosswalk_cell(struct making *m, size_t col, struct compare_cell *cell, struct err *e)
{
	struct stmt *st = db_query(m->r->db, "page_program_links", e);
	bool ok = st != NULL;

	if (!ok)
		return false;
	stmt_bind_text(st, 1, m->program[col].field);
	stmt_bind_text(st, 2, m->c->aim[col].slug);
	if (role_next(st, &ok, e)) {
		if (strcmp(stmt_str(st, 1), m->c->aim[col].slug) == 0) {
			compare_says(m, cell, stmt_str(st, 3));
			compare_fact_anchor(m, cell, "role_field", stmt_int(st, 0));
			cell->warn = false;
		}
		stmt_reset(st);
	}
	return ok;
}

/* A reason is a sentence; in a cell it needs no stop. */
static void
reason_cell(struct making *m, struct compare_cell *cell, const char *why)
{
	size_t len = strlen(why);

	cell->text = arena_ndup(&m->c->arena, why, len > 0 && why[len - 1] == '.' ? len - 1 : len);
	cell->warn = false;
}

bool
compare_link(struct making *m, struct err *e)
{
	struct compare_row *row = compare_row(m, BLOCK_WORTH, "link");
	bool ok = true;

	row->note = "why its field of study leads to the role";
	row->term = "relevant";
	for (size_t i = 0; i < m->c->n && ok; i++) {
		struct stmt *st = db_query(m->r->db, "compare_relevance", e);
		struct compare_cell *cell = &row->cell[i];

		if (st == NULL)
			return false;
		stmt_bind_text(st, 1, m->program[i].field);
		stmt_bind_text(st, 2, m->c->aim[i].slug);
		compare_says(m, cell, "! no source links them");
		cell->warn = true;
		if (role_next(st, &ok, e)) {
			reason_cell(m, cell, stmt_str(st, 1));
			compare_fact_anchor(m, cell, "relevance", stmt_int(st, 0));
			stmt_reset(st);
		} else if (ok) {
			ok = crosswalk_cell(m, i, cell, e);
		}
	}
	return ok;
}
