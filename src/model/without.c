/* without.c - what the list of programs says without one source. */
#include "career/model/without.h"

#include "career/frame/patch.h"
#include "career/query/field.h"

#include <stdio.h>
#include <string.h>

/* A view over one source's rows: without_view. */
#define VIEW "programs_without"

enum { NCOLS = 14 };

static const char *const names[NCOLS] = {"mode", "months", "months_max", "cost", "cost_basis",
    "currency", "audience", "cost_per_year", "cost_as_of", "source", "price", "length", "costs",
    "confidence"};

struct part {
	char name[40];
	struct col_spec cols[NCOLS];
	struct frame_spec spec;
};

static void
part_of(struct part *p, int64_t source)
{
	const struct frame_spec *all = list_frame_spec(&list_programs);

	snprintf(p->name, sizeof p->name, "programs without %lld", (long long)source);
	for (size_t i = 0; i < NCOLS; i++)
		p->cols[i] = all->cols[frame_col(all, names[i])];
	p->spec = (struct frame_spec){
	    .name = p->name, .view = VIEW, .order = "id", .cols = p->cols, .ncols = NCOLS};
}

/* Runs the statement that a query gives for the source. */
static bool
run_made(struct db *db, const char *query, int64_t source, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	bool ok = st != NULL;

	if (!ok)
		return false;
	stmt_bind_int(st, 1, source);
	ok = stmt_step(st, e) == 1 && db_exec(db, stmt_str(st, 0), e);
	stmt_reset(st);
	return ok;
}

static bool
store_one(struct db *db, int64_t source, struct err *e)
{
	struct part p = {.name = ""};
	struct frame f;
	bool ok;

	part_of(&p, source);
	if (!run_made(db, "without_view", source, e))
		return false;
	ok = frame_build(&f, &p.spec, db, e) && frame_store(&f, db, e);
	frame_free(&f);
	return db_exec(db, "DROP VIEW main." VIEW, e) && ok;
}

static bool
run(struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);

	return st != NULL && stmt_run(st, e);
}

bool
without_store(struct db *db, struct err *e)
{
	struct stmt *st;
	int64_t ids[256];
	size_t n = 0;
	int got = -1;

	if (!run(db, "without_no_columns", e) || !run(db, "without_no_frames", e))
		return false;
	st = db_query(db, "without_sources", e);
	while (st != NULL && n < sizeof ids / sizeof *ids && (got = stmt_step(st, e)) == 1)
		ids[n++] = stmt_int(st, 0);
	if (st != NULL)
		stmt_reset(st);
	for (size_t i = 0; got >= 0 && i < n; i++)
		if (!store_one(db, ids[i], e))
			return false;
	return got >= 0;
}

bool
without_apply(struct frame *programs, struct db *db, int64_t source, struct err *e)
{
	struct part p = {.name = ""};
	struct frame f;

	part_of(&p, source);
	if (!frame_load(&f, &p.spec, db, e))
		return e->code == ERR_NOTFOUND;
	frame_renew_from(programs, &f);
	frame_free(&f);
	return true;
}
