/*
 * build.c - data packs to a catalog in place.
 */
#include "career/build/build.h"

#include "career/base/file.h"
#include "career/frame/frame.h"
#include "career/import/pack.h"
#include "career/model/rolecols.h"
#include "career/model/without.h"
#include "career/query/field.h"
#include "career/store/catalog.h"
#include "derive.h"
#include "make.h"
#include "place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every start shows them: found once, since they are those of all figures. */
static bool
put_years(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "catalog_years", e);
	char years[32] = "";
	int step = st != NULL ? stmt_step(st, e) : -1;

	if (step == 1 && !stmt_null(st, 0))
		snprintf(years, sizeof years, "%lld-%lld", (long long)stmt_int(st, 0),
		    (long long)stmt_int(st, 1));
	if (st != NULL)
		stmt_reset(st);
	return step >= 0 && make_put_meta(db, "years", years, e);
}

/* Who speaks for whom, and what leads where: pages ask for it with every question about a role. */
static bool
derive_links(struct db *db, struct err *e)
{
	static const char *const links[] = {"derive_served", "derive_guide", "derive_study",
	    "derive_role_rules", "derive_role_rules_wider", "derive_role_crosswalk"};
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof links / sizeof *links; i++) {
		struct stmt *st = db_query(db, links[i], e);

		ok = st != NULL && stmt_run(st, e);
	}
	return ok;
}

/* Pay and growth of a role as all sources together give them. */
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
build_finish(struct db *db, struct err *e)
{
	if (!derive_links(db, e) || !derive_programs(db, e) || !derive_studies(db, e)
	    || !derive_tallies(db, e) || !put_years(db, e))
		return false;
	for (size_t i = 0; i < nlists; i++) {
		struct frame f;
		bool ok = frame_build(&f, list_frame_spec(lists[i]), db, e)
		    && (lists[i] != &list_roles || fill_roles(&f, db, e)) && frame_store(&f, db, e);

		frame_free(&f);
		if (!ok)
			return err_prefix(e, "list of %s", lists[i]->name);
	}
	return without_store(db, e);
}

/* Entries of a section; those of one key in two packs are one. */
static size_t
count_entries(const struct pack_set *set, enum pack_section_id sec)
{
	const struct pack_rows *r = &set->rows[sec];
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->row[i]->same == NULL;
	return n;
}

static void
count(const struct pack_set *set, struct build_counts *c)
{
	c->packs = count_entries(set, SEC_PACK);
	c->sources = count_entries(set, SEC_SOURCES);
	c->roles = count_entries(set, SEC_ROLES);
	c->figures = count_entries(set, SEC_FIGURES);
	c->skills = count_entries(set, SEC_SKILLS);
	c->programs = count_entries(set, SEC_PROGRAMS);
	c->guide = count_entries(set, SEC_GUIDE);
	c->terms = count_entries(set, SEC_TERMS);
}

bool
build_check(const char *const *packs, size_t npacks, const char *glossary, struct buf *lines,
    struct build_counts *counts, struct err *e)
{
	struct pack_set set;
	bool ok = pack_read(&set, packs, npacks, glossary, e);

	count(&set, counts);
	buf_add(lines, set.errors.data, set.errors.len);
	pack_free(&set);
	return ok;
}

static bool
make_with_sets(struct make *m, enum catalog_state state, struct buf *lines, struct err *e)
{
	const char *target = m->old;

	if (state != CATALOG_GOOD)
		m->old = NULL;
	if (state == CATALOG_FOREIGN || (state == CATALOG_ABSENT && !make_is_own(target)))
		return make_catalog(m, e);
	make_plan(m, state == CATALOG_STALE ? target : NULL, lines);
	return make_catalog(m, e);
}

static struct make
begin_make(const struct import_want *w, const struct place *p, const struct pack_set *set)
{
	return (struct make){.fresh = p->fresh,
	    .old = p->target,
	    .packs = set,
	    .table = w->table != NULL ? w->table : importers,
	    .ntable = w->table != NULL ? w->ntable : nimporters,
	    .progress = w->progress,
	    .ctx = w->ctx};
}

static bool
build_in(const struct import_want *w, struct place *p, const struct pack_set *set,
    struct buf *lines, struct err *e)
{
	struct make m = begin_make(w, p, set);
	bool ok = make_with_sets(&m, catalog_look(p->target, e), lines, e);

	make_free(&m);
	if (!ok && m.copying && e->code != ERR_INTERRUPTED && make_is_damaged(p->target)) {
		/* The old catalog is damaged: building is how that is mended. */
		m = begin_make(w, p, set);
		place_again(p);
		ok = make_with_sets(&m, CATALOG_STALE, lines, e);
		make_free(&m);
	}
	return ok && place_finish(p, e);
}

bool
build_again(
    const struct import_want *w, struct buf *lines, struct build_counts *counts, struct err *e)
{
	struct pack_set set;
	struct place p;
	bool ok = pack_read(&set, w->packs, w->npacks, w->glossary, e);

	count(&set, counts);
	buf_add(lines, set.errors.data, set.errors.len);
	ok = ok && place_begin(&p, w->target, e);
	if (ok) {
		ok = build_in(w, &p, &set, lines, e);
		place_end(&p);
	}
	pack_free(&set);
	return ok;
}

bool
build_catalog(const char *target, const char *const *packs, size_t npacks, const char *glossary,
    struct buf *lines, struct build_counts *counts, struct err *e)
{
	const struct import_want w = {
	    .target = target, .packs = packs, .npacks = npacks, .glossary = glossary};

	return build_again(&w, lines, counts, e);
}

char *
build_data_dir(void)
{
	const char *env = getenv("CAREER_DATA");

	if (env != NULL && *env != '\0')
		return mem_dup(env);
	if (file_is_dir("data/packs"))
		return mem_dup("data");
	return mem_dup(CAREER_PREFIX "/share/career");
}
