/* fields.c - the College Scorecard's programs counted by field and level, and where those of a school stand. */
#include "derive.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 10 }; /* above every credential level */

struct counts {
	struct db *db;
	int64_t (*n)[LEVELS]; /* by field */
	size_t fields, cap;
	int64_t source;
	int64_t school, first, last; /* the run of rows of one school at hand */
};

static bool
put_school(const struct counts *c, struct err *e)
{
	struct stmt *st;

	if (c->school == 0)
		return true;
	st = db_query(c->db, "derive_study_school", e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, c->school);
	stmt_bind_int(st, 2, c->first);
	stmt_bind_int(st, 3, c->last);
	return stmt_run(st, e);
}

static void
count_one(struct counts *c, size_t field, size_t level)
{
	if (field >= c->fields) {
		c->n = mem_reserve(c->n, &c->cap, field + 1, sizeof *c->n);
		memset(c->n + c->fields, 0, (field + 1 - c->fields) * sizeof *c->n);
		c->fields = field + 1;
	}
	c->n[field][level < LEVELS ? level : 0]++;
}

static bool
take_row(struct counts *c, struct stmt *st, struct err *e)
{
	int64_t id = stmt_int(st, 0), school = stmt_int(st, 1);

	count_one(c, (size_t)stmt_int(st, 2), (size_t)stmt_int(st, 3));
	c->source = stmt_int(st, 4);
	if (school != c->school) {
		if (!put_school(c, e))
			return false;
		c->school = school;
		c->first = id;
	}
	c->last = id;
	return true;
}

static bool
put_tally(const struct counts *c, struct err *e)
{
	for (size_t f = 0; f < c->fields; f++)
		for (int level = 0; level < LEVELS; level++) {
			struct stmt *st;

			if (c->n[f][level] == 0)
				continue;
			st = db_query(c->db, "derive_study_tally", e);
			if (st == NULL)
				return false;
			stmt_bind_int(st, 1, (int64_t)f);
			stmt_bind_int(st, 2, level);
			stmt_bind_int(st, 3, c->n[f][level]);
			stmt_bind_int(st, 4, c->source);
			if (!stmt_run(st, e))
				return false;
		}
	return true;
}

bool
derive_studies(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "derive_study_programs", e);
	struct counts c = {.db = db};
	int step = -1;
	bool ok = st != NULL;

	while (ok && (step = stmt_step(st, e)) == 1)
		ok = take_row(&c, st, e);
	if (st != NULL)
		stmt_reset(st);
	ok = ok && step == 0 && put_school(&c, e) && put_tally(&c, e);
	free(c.n);
	return ok;
}
