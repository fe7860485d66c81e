/* listview.c - opening a list for either front end, and keeping it true while sources are off. */
#include "career/model/listview.h"

#include "career/base/mem.h"
#include "career/frame/patch.h"
#include "career/model/rolecols.h"
#include "career/model/switch.h"
#include "career/model/without.h"

#include <stdlib.h>
#include <string.h>

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

void
listview_keys(struct view *v, struct db *db)
{
	if (v->list != &list_programs)
		return;
	v->key = program_key;
	v->key_ctx = db;
}

/* Pay and growth depend on the sources: they are computed, never stored. */
static bool
roles_columns(struct frame *f, struct db *db,
    bool (*fill)(struct frame *f, struct db *db, const struct sources *src, struct err *e),
    struct err *e)
{
	struct sources sources;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = sources_load(&sources, db, &a, e) && fill(f, db, &sources, e);
	arena_free(&a);
	return ok;
}

/* --- while sources are off --------------------------------------------------------------------- */

static bool
run_named(struct db *db, const char *name, struct err *e)
{
	struct stmt *st = db_query(db, name, e);

	return st != NULL && stmt_run(st, e);
}

static bool
renew_roles(struct frame *f, struct db *db, struct err *e)
{
	static const char *const columns[] = {
	    "demand", "figures", "zone", "education", "riasec", "employment", "openings", NULL};
	static const char *const counted[] = {"programs", NULL};

	return frame_renew(f, db, columns, NULL, e) && roles_columns(f, db, rolecols_renew, e)
	    && frame_renew(f, db, counted, "touched_role_programs", e);
}

/* Rows of a list that may look different, by a named query. */
static bool
touch(struct db *db, const char *query, struct err *e)
{
	static const char clear[] = "touched_clear";
	struct err later;
	bool ok = db_scratch(db, true, e) && db_begin(db, e);

	if (ok && !(run_named(db, clear, e) && run_named(db, query, e) && db_commit(db, e))) {
		db_rollback(db);
		ok = false;
	}
	return db_scratch(db, false, ok ? e : &later) && ok;
}

/* Programs of which every source is off. */
static bool
programs_gone(struct frame *f, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "switch_shorts", e);
	int col = frame_col(f->spec, "source"), got = -1;
	struct bitset off;

	bitset_init(&off, f->cols[col].dict.n);
	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		uint32_t code = frame_code(f, col, stmt_str(st, 0));

		if (code != 0)
			bitset_set(&off, code);
	}
	if (got == 0)
		patch_gone_lists(f, col, &off);
	bitset_free(&off);
	return got == 0;
}

static bool
renew_programs(struct frame *f, struct db *db, struct err *e)
{
	static const char *const chosen[] = {"mode", "months", "months_max", "cost", "cost_basis",
	    "currency", "audience", "cost_per_year", "cost_as_of", "source", "price", "length",
	    "costs", "confidence", NULL};

	size_t n;
	const int64_t *off = db_sources_off(db, &n);

	if (!programs_gone(f, db, e))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!without_apply(f, db, off[i], e))
			return false;
	return n < 2 || frame_renew(f, db, chosen, "switch_programs", e);
}

static bool
renew_all(struct frame *f, struct db *db, struct err *e)
{
	return frame_renew(f, db, NULL, NULL, e);
}

static bool
renew_sources(struct frame *f, struct db *db, struct err *e)
{
	uint32_t *rows;
	const char **words;
	size_t n;

	if (!frame_touched(f, db, &rows, &n, e))
		return false;
	words = mem_alloc((n + 1) * sizeof *words);
	for (size_t i = 0; i < n; i++)
		words[i] = "OFF";
	patch_texts(f, frame_col(f->spec, "on"), rows, n, words);
	free(rows);
	free(words);
	return true;
}

/* What of a list depends on sources: rows that may differ, and how they are looked at again. */
static const struct renewing {
	const struct list *list;
	const char *touched; /* named query that fills the table `touched`, NULL: not needed */
	bool (*renew)(struct frame *f, struct db *db, struct err *e);
} renewings[] = {
    {&list_roles, "touched_roles", renew_roles},
    {&list_programs, NULL, renew_programs},
    {&list_skills, "touched_skills", renew_all},
    {&list_guide, "touched_guide", renew_all},
    {&list_sources, "touched_sources", renew_sources},
};

bool
listview_refresh(struct frame *f, struct view *v, struct db *db, bool *changed, struct err *e)
{
	size_t off;

	*changed = v->turn != db_sources_turn(db);
	if (!*changed)
		return true;
	v->turn = db_sources_turn(db);
	frame_restore(f);
	db_sources_off(db, &off);
	for (size_t i = 0; off > 0 && i < sizeof renewings / sizeof *renewings; i++)
		if (renewings[i].list == v->list
		    && !((!renewings[i].touched || touch(db, renewings[i].touched, e))
			&& renewings[i].renew(f, db, e))) {
			frame_restore(f);
			return false;
		}
	return true;
}

/* Smaller lists are read whole at once: it takes no time. */
enum { LATE_FROM = 20000 };

/* --- opening ---------------------------------------------------------------------------------- */

/* Cells that are computed are those with every source on: what differs while some are off lies over them. */
static bool
fill_computed(struct frame *f, struct db *db, struct err *e)
{
	size_t n;
	const int64_t *off = db_sources_off(db, &n);
	int64_t *kept = mem_alloc((n + 1) * sizeof *kept);
	struct err later;
	bool ok;

	if (n > 0)
		memcpy(kept, off, n * sizeof *kept);
	ok = (n == 0 || db_set_sources_off(db, NULL, 0, e))
	    && roles_columns(f, db, rolecols_fill, e);
	if (n > 0)
		ok = switch_sources(db, kept, n, ok ? e : &later) && ok;
	free(kept);
	return ok;
}

static bool
open_list(struct frame *f, struct view *v, const struct list *l, struct db *db, uint32_t late_from,
    struct err *why, struct err *e)
{
	const struct frame_spec *spec = list_frame_spec(l);
	bool changed, stored;

	err_clear(why);
	stored = frame_open(f, spec, db, late_from, why);
	if (!stored) {
		frame_free(f);
		if (!frame_build(f, spec, db, e)) {
			frame_free(f);
			return false;
		}
	}
	/* A stored list has them (build/build.c). */
	if (!stored && l == &list_roles && !fill_computed(f, db, e)) {
		frame_free(f);
		return false;
	}
	list_link(l, f, db);
	view_init(v, l, f);
	listview_keys(v, db);
	if (listview_refresh(f, v, db, &changed, e))
		return true;
	view_free(v);
	frame_free(f);
	return false;
}

bool
listview_open(struct frame *f, struct view *v, const struct list *l, struct db *db, struct err *why,
    struct err *e)
{
	return open_list(f, v, l, db, UINT32_MAX, why, e);
}

bool
listview_open_late(struct frame *f, struct view *v, const struct list *l, struct db *db,
    struct err *why, struct err *e)
{
	return open_list(f, v, l, db, LATE_FROM, why, e);
}
