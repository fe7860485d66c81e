/* imported.c - one run of an importer into a catalog in memory. */
#include "imported.h"

#include "career/base/mem.h"
#include "career/store/catalog.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SOURCE = 1000001 };

static void
note_reject(void *ctx, const struct table *t, const char *reason)
{
	struct imported *x = ctx;

	buf_addf(&x->rejects, "%llu: %s\n", (unsigned long long)t->line, reason);
}

static struct imported *
begin(void)
{
	struct imported *x = mem_zero(1, sizeof *x);

	x->in = input_new(&input_limits_data);
	buf_init(&x->rejects);
	buf_init(&x->run.report.absent);
	arena_init(&x->run.arena);
	return x;
}

static struct imported *
run(struct imported *x, const struct importer *imp)
{
	struct err *e = &x->e;
	char sql[256];

	x->db = db_open(":memory:", DB_MEMORY, e);
	snprintf(sql, sizeof sql,
	    "INSERT INTO source(id, pack, key, title, short, publisher, kind)"
	    " VALUES (%d, 'import', '%s', 't', 's', 'p', 'official')",
	    SOURCE, imp->kind);
	if (x->db == NULL || !catalog_create(x->db, e) || !db_exec(x->db, sql, e))
		fail_msg("%s", e->text);
	x->run.db = x->db;
	x->run.in = x->in;
	x->run.source = SOURCE;
	x->run.reject = note_reject;
	x->run.ctx = x;
	x->sniffed = imp->sniff(x->in);
	x->ok = db_begin(x->db, e) && imp->run(&x->run, e);
	import_end(&x->run, imp);
	if (!x->ok)
		db_rollback(x->db);
	else if (!db_commit(x->db, e))
		fail_msg("%s", e->text);
	if (x->ok)
		assert_int_equal(x->run.report.read, x->run.report.kept + x->run.report.rejected);
	return x;
}

/* Ends the test as skipped where the publishers' files are not beside the repository. */
static void
need(const char *path)
{
	if (access(path, R_OK) != 0)
		skip();
}

struct imported *
imported_paths(const struct importer *imp, const char *const *paths)
{
	struct imported *x;

	need(paths[0]);
	x = begin();
	for (; *paths != NULL; paths++)
		if (!input_add(x->in, *paths, &x->e))
			fail_msg("%s", x->e.text);
	return run(x, imp);
}

struct imported *
imported_text(const struct importer *imp, const char *const *members)
{
	struct imported *x = begin();

	for (; *members != NULL; members += 2)
		if (!input_add_member(x->in, members[0], members[1], strlen(members[1]), &x->e))
			fail_msg("%s", x->e.text);
	return run(x, imp);
}

void
imported_free(struct imported *x)
{
	if (x == NULL)
		return;
	db_close(x->db);
	input_free(x->in);
	buf_free(&x->rejects);
	buf_free(&x->run.report.absent);
	arena_free(&x->run.arena);
	free(x);
}

int64_t
imported_int(struct imported *x, const char *sql)
{
	int64_t v = 0;

	if (!db_int(x->db, sql, &v, &x->e))
		fail_msg("%s: %s", sql, x->e.text);
	return v;
}

const char *
imported_str(struct imported *x, const char *sql)
{
	struct stmt *st = db_prepare(x->db, sql, &x->e);

	if (st == NULL || stmt_step(st, &x->e) != 1)
		fail_msg("%s: %s", sql, x->e.text);
	snprintf(x->text, sizeof x->text, "%s", stmt_null(st, 0) ? "NULL" : stmt_text(st, 0));
	stmt_finalize(st);
	return x->text;
}

uint64_t
imported_rejected(const struct imported *x, const char *reason)
{
	const struct import_report *p = &x->run.report;

	for (size_t i = 0; i < p->nreasons; i++)
		if (strcmp(p->reasons[i].reason, reason) == 0)
			return p->reasons[i].n;
	return 0;
}

char *
imported_file(const char *path, const char *member, size_t *len)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	struct input *in;
	int i = -1;

	need(path);
	in = input_new(&input_limits_data);
	if (input_add(in, path, &e))
		i = member != NULL ? input_find(in, member) : 0;
	if (i < 0 || !input_read(in, (size_t)i, 64 << 20, &out, &e))
		fail_msg("%s: %s", path, e.text);
	input_free(in);
	*len = out.len;
	return buf_take(&out);
}
