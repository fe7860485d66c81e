/* listview.c - opening a list for either front end. */
#include "career/model/listview.h"

#include "career/model/rolecols.h"

static void
program_key(void *ctx, int32_t id, struct buf *out)
{
	struct err e = {0};
	struct stmt *st = db_query(ctx, "program_key", &e);

	if (st == NULL)
		return;
	stmt_bind_int(st, 1, id);
	if (stmt_step(st, &e) == 1)
		buf_adds(out, stmt_str(st, 0));
	stmt_reset(st);
}

/* Pay and growth depend on the sources: they are computed, never stored. */
static bool
fill_roles(struct frame *f, struct db *db, struct err *e)
{
	struct sources sources;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = sources_load(&sources, db, &a, e) && rolecols_fill(f, db, &sources, e);
	arena_free(&a);
	return ok;
}

bool
listview_open(struct frame *f, struct view *v, const struct list *l, struct db *db, struct err *why,
    struct err *e)
{
	const struct frame_spec *spec = list_frame_spec(l);

	err_clear(why);
	if (!frame_load(f, spec, db, why)) {
		frame_free(f);
		if (!frame_build(f, spec, db, e)) {
			frame_free(f);
			return false;
		}
	}
	if (l == &list_roles && !fill_roles(f, db, e)) {
		frame_free(f);
		return false;
	}
	view_init(v, l, f);
	if (l == &list_programs) {
		v->key = program_key;
		v->key_ctx = db;
	}
	return true;
}
