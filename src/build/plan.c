/*
 * plan.c - which sets run, and on what.
 */
#include "career/store/catalog.h"
#include "keep.h"
#include "make.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Whether an input brings a part; of a set without parts always. */
static bool
brings(const struct importer *imp, struct input *in, int64_t part)
{
	for (size_t i = 0; imp->parts != NULL && i < input_count(in); i++)
		if (imp->part_of(in, i) == part)
			return true;
	return imp->parts == NULL;
}

/* Parts that the old catalog held and the new one will not. Whether there are any. */
static bool
say_lost(const struct importer *imp, struct input *in, const char *stale, struct buf *lines)
{
	struct err e;
	struct db *db = stale != NULL && imp->parts != NULL ? db_open(stale, DB_READ, &e) : NULL;
	struct stmt *st = db != NULL ? db_query(db, "national_kept_parts", &e) : NULL;
	bool lost = false;

	if (st != NULL)
		stmt_bind_text(st, 1, imp->kind);
	while (st != NULL && stmt_step(st, &e) == 1) {
		int64_t part = stmt_int(st, 0);

		if (part < 0 || part >= IMPORT_PARTS || brings(imp, in, part))
			continue;
		lost = true;
		buf_addf(lines,
		    "%s: %s is not in the new catalog, no copy of its files was kept: import "
		    "it again\n",
		    imp->kind, imp->parts[part].name);
	}
	db_close(db);
	return lost;
}

/* Whether all members behind the first ones can be read to their ends: zips have checksums. */
static bool
is_whole(struct input *in, size_t first, struct err *e)
{
	char chunk[65536];

	for (size_t i = first; i < input_count(in); i++) {
		struct stream *s = stream_open(in, i, e);
		long n = -1;

		while (s != NULL && (n = stream_read(s, chunk, sizeof chunk, e)) > 0)
			continue;
		stream_close(s);
		if (n < 0)
			return false;
	}
	return true;
}

static void
say_damaged(const char *kind, const struct err *why, struct buf *lines)
{
	buf_addf(lines, "%s: what was kept of it cannot be read, import it again: %s\n", kind,
	    why->text);
}

static void
note_release(struct make_set *s, const char *kind, const char *stale)
{
	struct err e;
	struct db *db = stale != NULL ? db_open(stale, DB_READ, &e) : NULL;
	struct stmt *st = db != NULL ? db_query(db, "national_short", &e) : NULL;

	if (st != NULL)
		stmt_bind_text(st, 1, kind);
	if (st != NULL && stmt_step(st, &e) == 1)
		snprintf(s->was, sizeof s->was, "%s", stmt_str(st, 0));
	db_close(db);
}

/* A damaged copy keeps nobody from a catalog with the rest. */
static void
take_kept(struct make *m, size_t i, const char *folder, const char *stale, struct buf *lines)
{
	struct make_set *s = &m->set[i];
	struct err why;

	s->in = input_new(&input_limits_data);
	if (keep_add(m->table[i], s->in, folder, &why) && is_whole(s->in, 0, &why)) {
		s->how = MAKE_RUN;
		s->kept = true;
		note_release(s, m->table[i]->kind, stale);
		return;
	}
	say_damaged(m->table[i]->kind, &why, lines);
	input_free(s->in);
	s->in = NULL;
}

/* The person's files, with what is kept of the parts that they do not bring. */
static void
plan_named(struct make *m, size_t i, const char *stale, struct buf *lines)
{
	struct make_set *s = &m->set[i];
	struct err why;

	s->own = input_count(s->in);
	if (m->old != NULL)
		return;
	if (!keep_add_others(m->table[i], s->in, &why) || !is_whole(s->in, s->own, &why)) {
		say_damaged(m->table[i]->kind, &why, lines);
		while (input_count(s->in) > s->own)
			input_drop(s->in, input_count(s->in) - 1);
	}
	(void)say_lost(m->table[i], s->in, stale, lines);
}

static void
plan_one(struct make *m, size_t i, const char *stale, struct buf *lines)
{
	const char *kind = m->table[i]->kind;
	bool was = held(stale, kind);
	char *folder = was ? keep_find(kind) : NULL;

	if (folder != NULL)
		take_kept(m, i, folder, stale, lines);
	/* A file that cannot be asked may have held nothing at all. */
	else if (was && stale != NULL && !held(stale, ""))
		buf_addf(lines,
		    "%s is not in the new catalog, no copy of its files was kept: import it again\n",
		    kind);
	if (m->set[i].in != NULL && say_lost(m->table[i], m->set[i].in, stale, lines))
		m->set[i].was[0] = '\0';
	free(folder);
}

void
make_plan(struct make *m, const char *stale, struct buf *lines)
{
	m->lines = lines;
	for (size_t i = 0; i < m->ntable; i++) {
		if (m->table[i] == NULL)
			continue;
		if (m->set[i].how == MAKE_RUN)
			plan_named(m, i, stale, lines);
		else if (m->old != NULL)
			m->set[i].how = MAKE_COPY;
		else
			plan_one(m, i, stale, lines);
	}
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
