/*
 * make.c - packs, sets, links, lists, in this order.
 */
#include "make.h"

#include "career/build/build.h"
#include "career/store/catalog.h"
#include "copy.h"
#include "set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- how far it is --------------------------------------------------------------------------- */

bool
make_goes_on(struct make *m)
{
	return m->progress == NULL || m->progress(m->ctx, &m->now);
}

static bool
stop(void *ctx)
{
	return !make_goes_on(ctx);
}

bool
make_step(struct make *m, const char *what, struct err *e)
{
	m->now = (struct import_progress){.what = what};
	return make_goes_on(m) || err_set(e, ERR_INTERRUPTED, "interrupted: nothing was changed");
}

/* --- sets ------------------------------------------------------------------------------------ */

/* What is copied comes first: what importers add gets other ids. */
static bool
copy_sets(struct make *m, struct db *db, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < m->ntable; i++) {
		if (m->set[i].how != MAKE_COPY)
			continue;
		m->copying = true;
		ok = copy_set(db, m->table[i], IMPORT_FIRST_ID + (int64_t)i, e);
		m->copying = !ok;
	}
	return ok;
}

static bool
run_named(struct db *db, const char *name, struct err *e)
{
	struct stmt *st = db_query(db, name, e);

	return st != NULL && stmt_run(st, e);
}

/* Numbers of series do not tell what was imported first. */
static bool
put_sets(struct make *m, struct db *db, struct err *e)
{
	if (!copy_sets(m, db, e))
		return false;
	for (size_t i = 0; i < m->ntable; i++)
		if (m->set[i].how == MAKE_RUN && !set_run(m, db, i, e))
			return false;
	return run_named(db, "derive_series_away", e) && run_named(db, "derive_series_number", e);
}

/* --- the whole ------------------------------------------------------------------------------- */

bool
make_put_meta(struct db *db, const char *key, const char *value, struct err *e)
{
	struct stmt *st = db_query(db, "meta_put", e);

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	stmt_bind_text(st, 2, value);
	return stmt_run(st, e);
}

static bool
put_packs(struct make *m, struct db *db, struct err *e)
{
	char hash[32];
	bool ok;

	if (m->packs != NULL) {
		snprintf(hash, sizeof hash, "%016llx", (unsigned long long)pack_hash(m->packs));
		return pack_store(m->packs, db, e) && make_put_meta(db, "packs", hash, e);
	}
	m->copying = true;
	ok = copy_packs(db, m->table, m->ntable, e);
	m->copying = !ok;
	return ok;
}

/* What packs copied from a set that is here is left out. */
static bool
put_aside(struct db *db, struct err *e)
{
	static const char *const steps[] = {
	    "derive_aside_back", "derive_aside_empty", "derive_aside", "derive_aside_away"};

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (!run_named(db, steps[i], e))
			return false;
	return true;
}

/* That of the packs, mixed (FNV-1a) with what was imported. */
static bool
put_hash(struct db *db, struct err *e)
{
	char text[32] = "";
	uint64_t h;
	struct stmt *st = db_query(db, "national_hash", e);
	int step = -1;

	(void)catalog_meta(db, "packs", text, sizeof text);
	h = strtoull(text, NULL, 16);
	while (st != NULL && (step = stmt_step(st, e)) == 1)
		for (int i = 0; i < stmt_columns(st); i++) {
			for (const char *s = stmt_str(st, i); *s != '\0'; s++)
				h = (h ^ (unsigned char)*s) * 1099511628211u;
			h = (h ^ 0xff) * 1099511628211u;
		}
	if (st != NULL)
		stmt_reset(st);
	snprintf(text, sizeof text, "%016llx", (unsigned long long)h);
	return step == 0 && make_put_meta(db, "content_hash", text, e);
}

static bool
fill(struct make *m, struct db *db, struct err *e)
{
	if (!make_step(m, "packs", e) || !put_packs(m, db, e))
		return false;
	return put_sets(m, db, e) && make_step(m, "linking codes to roles", e) && build_link(db, e)
	    && put_aside(db, e) && make_step(m, "making lists", e) && build_finish(db, e)
	    && put_hash(db, e);
}

static bool
check_integrity(struct db *db, struct err *e)
{
	struct stmt *st = db_prepare(db, "PRAGMA integrity_check", e);
	int step = st != NULL ? stmt_step(st, e) : -1;
	bool ok = step == 1 && strcmp(stmt_str(st, 0), "ok") == 0;
	int64_t broken = 0;

	if (step == 1 && !ok)
		err_set(e, ERR_DATA, "integrity check of the new catalog: %s", stmt_str(st, 0));
	stmt_finalize(st);
	if (!ok || !db_int(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, e))
		return false;
	if (broken > 0)
		return err_set(e, ERR_DATA, "%lld references of the new catalog lead nowhere",
		    (long long)broken);
	return true;
}

static bool
attach_old(struct make *m, struct db *db, struct err *e)
{
	if (m->old == NULL)
		return true;
	m->copying = true;
	if (!db_attach(db, m->old, "old", e))
		return false;
	m->copying = false;
	return true;
}

static bool
make_in(struct make *m, struct db *db, struct err *e)
{
	/* Most of the pages of a large catalog are written once, with this many at hand. */
	static const char roomy[] = "PRAGMA cache_size = -65536";

	if (!catalog_create(db, e) || !db_exec(db, roomy, e) || !attach_old(m, db, e))
		return false;
	db_on_progress(db, stop, m);
	if (!db_begin(db, e))
		return false;
	if (!fill(m, db, e) || !db_commit(db, e)) {
		db_on_progress(db, NULL, NULL);
		db_rollback(db);
		return false;
	}
	return (m->old == NULL || db_exec(db, "DETACH old", e)) && make_step(m, "checking", e)
	    && check_integrity(db, e);
}

bool
make_catalog(struct make *m, struct err *e)
{
	struct db *db;
	bool ok;

	m->copying = false;
	db = db_open(m->fresh, DB_CREATE, e);
	if (db == NULL)
		return false;
	ok = make_in(m, db, e);
	db_close(db);
	return ok && make_step(m, "putting in place", e);
}
