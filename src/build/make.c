/*
 * make.c - packs, sets, links, lists, in this order.
 */
#include "make.h"

#include "career/base/file.h"
#include "career/build/build.h"
#include "career/store/catalog.h"
#include "copy.h"
#include "keep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- how far it is --------------------------------------------------------------------------- */

static bool
go_on(struct make *m)
{
	return m->progress == NULL || m->progress(m->ctx, &m->now);
}

static bool
stop(void *ctx)
{
	return !go_on(ctx);
}

static bool
begin_step(struct make *m, const char *what, struct err *e)
{
	m->now = (struct import_progress){.what = what};
	return go_on(m) || err_set(e, ERR_INTERRUPTED, "interrupted: nothing was changed");
}

/* --- a set ----------------------------------------------------------------------------------- */

struct running {
	struct make *m;
	struct import_run run;
};

static bool
on_progress(void *ctx, const char *member, uint64_t at, uint64_t size)
{
	struct running *r = ctx;

	r->m->now.what = member;
	r->m->now.at = at;
	r->m->now.size = size;
	r->m->now.rows = r->run.report.read;
	return go_on(r->m);
}

static void
on_reject(void *ctx, const struct table *t, const char *reason)
{
	struct running *r = ctx;

	if (r->m->reject != NULL)
		r->m->reject(r->m->reject_ctx, t, reason);
}

/* One more text of a JSON list that begins with "[". */
static void
put_json(struct buf *out, const char *s, size_t len)
{
	buf_adds(out, out->len > 1 ? ",\"" : "\"");
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c < ' ')
			buf_addf(out, "\\u%04x", c);
		else if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

static void
list_files(const struct input *in, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < input_count(in); i++)
		if (input_used(in, i))
			put_json(out, input_name(in, i), strlen(input_name(in, i)));
	buf_addc(out, ']');
}

static void
list_lines(const struct buf *lines, struct buf *out)
{
	buf_addc(out, '[');
	for (const char *s = lines->data; *s != '\0';) {
		size_t len = strcspn(s, "\n");

		put_json(out, s, len);
		s += len + (s[len] == '\n');
	}
	buf_addc(out, ']');
}

static bool
put_source(struct db *db, const struct importer *imp, int64_t id, struct err *e)
{
	struct stmt *st = db_query(db, "national_source", e);

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	stmt_bind_text(st, 2, imp->kind);
	stmt_bind_text(st, 3, imp->title);
	stmt_bind_text(st, 4, imp->publisher);
	stmt_bind_text(st, 5, imp->url);
	stmt_bind_text(st, 6, imp->source_kind);
	stmt_bind_text(st, 7, imp->licence);
	stmt_bind_text(st, 8, imp->attribution);
	return stmt_run(st, e);
}

/* NULL for no words. */
static const char *
words(const char *s)
{
	return s[0] != '\0' ? s : NULL;
}

static bool
put_released(struct db *db, const struct import_run *r, struct err *e)
{
	struct stmt *st = db_query(db, "national_released", e);

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, r->source);
	stmt_bind_text(st, 2, words(r->release));
	stmt_bind_text(st, 3, words(r->period));
	return stmt_run(st, e);
}

static bool
put_import(struct db *db, const struct importer *imp, const struct import_run *r, struct err *e)
{
	const struct import_report *p = &r->report;
	struct buf files = BUF_INIT, absent = BUF_INIT;
	struct stmt *st = db_query(db, "national_import", e);

	if (st != NULL) {
		list_files(r->in, &files);
		list_lines(&p->absent, &absent);
		stmt_bind_int(st, 1, r->source);
		stmt_bind_text(st, 2, imp->kind);
		stmt_bind_text(st, 3, words(r->release));
		stmt_bind_text(st, 4, files.data);
		stmt_bind_int(st, 5, (int64_t)p->read);
		stmt_bind_int(st, 6, (int64_t)p->kept);
		stmt_bind_int(st, 7, (int64_t)p->rejected);
		stmt_bind_int(
		    st, 8, (int64_t)(p->repairs.bytes + p->repairs.formulas + p->codes_repaired));
		stmt_bind_text(st, 9, absent.data);
	}
	buf_free(&files);
	buf_free(&absent);
	return st != NULL && stmt_run(st, e);
}

static bool
check_report(const struct importer *imp, const struct import_report *p, struct err *e)
{
	if (p->read != p->kept + p->rejected)
		return err_set(e, ERR_DATA, "defect: of %llu rows %s kept %llu and rejected %llu",
		    (unsigned long long)p->read, imp->kind, (unsigned long long)p->kept,
		    (unsigned long long)p->rejected);
	if (p->kept > 0)
		return true;
	return err_set(e, ERR_DATA, "%s: none of %llu rows could be used%s%s", imp->kind,
	    (unsigned long long)p->read, p->nreasons > 0 ? ": " : "",
	    p->nreasons > 0 ? p->reasons[0].reason : "");
}

/* What was found out goes to the result whether it worked or not. */
static void
give_result(struct make *m, size_t i, struct import_run *r)
{
	if (m->set[i].kept) {
		buf_free(&r->report.absent);
	} else {
		struct import_set *s = &m->result->set[i];

		s->importer = m->table[i];
		buf_free(&s->report.absent);
		s->report = r->report;
		memcpy(s->release, r->release, sizeof s->release);
		memcpy(s->period, r->period, sizeof s->period);
	}
	arena_free(&r->arena);
}

/* What the old catalog has of a set whose files do not bring all of it. */
static bool
put_others(struct make *m, struct db *db, size_t i, struct err *e)
{
	const struct importer *imp = m->table[i];
	bool ok;

	if (m->old == NULL || imp->brings == NULL)
		return true;
	m->copying = true;
	ok = copy_others(db, imp, IMPORT_FIRST_ID + (int64_t)i, m->set[i].in, e);
	m->copying = !ok;
	return ok;
}

static bool
run_set(struct make *m, struct db *db, size_t i, struct err *e)
{
	const struct importer *imp = m->table[i];
	struct running r = {.m = m,
	    .run = {.db = db,
		.in = m->set[i].in,
		.source = IMPORT_FIRST_ID + (int64_t)i,
		.progress = on_progress,
		.reject = m->set[i].kept ? NULL : on_reject}};
	bool ok;

	if (!begin_step(m, "reading", e))
		return false;
	m->now.kind = imp->kind;
	r.run.ctx = &r;
	buf_init(&r.run.report.absent);
	arena_init(&r.run.arena);
	input_forget(r.run.in);
	ok = put_source(db, imp, r.run.source, e) && imp->run(&r.run, e)
	    && check_report(imp, &r.run.report, e) && put_released(db, &r.run, e)
	    && put_import(db, imp, &r.run, e);
	if (!ok && m->set[i].kept && e->code != ERR_INTERRUPTED)
		err_prefix(e, "the kept input of %s (import it again)", imp->kind);
	give_result(m, i, &r.run);
	return ok;
}

/* What is copied comes first: what importers add gets other ids. */
static bool
copy_sets(struct make *m, struct db *db, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < m->ntable; i++) {
		if (m->set[i].how == MAKE_COPY) {
			m->copying = true;
			ok = copy_set(db, m->table[i], IMPORT_FIRST_ID + (int64_t)i, e);
			m->copying = !ok;
		} else if (m->set[i].how == MAKE_RUN) {
			ok = put_others(m, db, i, e);
		}
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
		if (m->set[i].how == MAKE_RUN && !run_set(m, db, i, e))
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
	if (!begin_step(m, "packs", e) || !put_packs(m, db, e))
		return false;
	return put_sets(m, db, e) && begin_step(m, "linking codes to roles", e) && build_link(db, e)
	    && begin_step(m, "making lists", e) && build_finish(db, e) && put_hash(db, e);
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
	return (m->old == NULL || db_exec(db, "DETACH old", e)) && begin_step(m, "checking", e)
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
	return ok && begin_step(m, "putting in place", e);
}

/* --- which sets ------------------------------------------------------------------------------ */

/* Whether a catalog that cannot be copied held a kind; what cannot be asked is taken for yes. */
static bool
held(const char *stale, const char *kind)
{
	struct err e;
	struct db *db = stale != NULL ? db_open(stale, DB_READ, &e) : NULL;
	struct stmt *st = db != NULL ? db_query(db, "national_kinds", &e) : NULL;
	int step = -1;
	bool found = false;

	while (st != NULL && (step = stmt_step(st, &e)) == 1)
		found = found || strcmp(stmt_str(st, 0), kind) == 0;
	db_close(db);
	return found || step != 0;
}

static bool
take_kept(struct make_set *s, const char *folder, struct err *e)
{
	s->how = MAKE_RUN;
	s->kept = true;
	s->in = input_new(&input_limits_data);
	return input_add(s->in, folder, e);
}

static bool
plan_one(struct make *m, size_t i, const char *stale, struct buf *lines, struct err *e)
{
	const char *kind = m->table[i]->kind;
	bool was = held(stale, kind);
	char *folder = was ? keep_find(kind) : NULL;
	bool ok = folder == NULL || take_kept(&m->set[i], folder, e);

	/* A file that cannot be asked may have held nothing at all. */
	if (was && folder == NULL && stale != NULL && !held(stale, ""))
		buf_addf(lines,
		    "%s is not in the new catalog, no copy of its files was kept: import it again\n",
		    kind);
	free(folder);
	return ok;
}

bool
make_plan(struct make *m, const char *stale, struct buf *lines, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < m->ntable; i++) {
		if (m->table[i] == NULL)
			continue;
		if (m->set[i].how == MAKE_RUN)
			ok = m->old != NULL || keep_add_others(m->table[i], m->set[i].in, e);
		else if (m->old != NULL)
			m->set[i].how = MAKE_COPY;
		else
			ok = plan_one(m, i, stale, lines, e);
	}
	return ok;
}

bool
make_is_damaged(const char *path)
{
	struct err e;
	struct db *db = catalog_open(path, &e);
	struct stmt *st = db != NULL ? db_prepare(db, "PRAGMA quick_check", &e) : NULL;
	bool whole = st != NULL && stmt_step(st, &e) == 1 && strcmp(stmt_str(st, 0), "ok") == 0;

	stmt_finalize(st);
	db_close(db);
	return !whole;
}

bool
make_is_own(const char *target)
{
	char *own = catalog_default_path();
	bool same = own != NULL && strcmp(own, target) == 0;

	free(own);
	return same;
}

void
make_free(struct make *m)
{
	for (size_t i = 0; i < IMPORT_KINDS; i++) {
		input_free(m->set[i].in);
		m->set[i].in = NULL;
	}
}
