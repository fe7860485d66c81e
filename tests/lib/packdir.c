#include "packdir.h"

#include "career/base/file.h"
#include "career/store/catalog.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static const char base[] =
    "sources:\n"
    "  - {key: s, title: A page, short: page, publisher: P, kind: editorial}\n"
    "roles:\n"
    "  - {slug: engineer, title: Engineer, kind: role, family: Engineering}\n"
    "  - {slug: statisticians, title: Statisticians, kind: occupation, family: Science}\n"
    "  - {slug: learning, title: Learning, kind: specialization, family: Science,\n"
    "     serves: [engineer]}\n"
    "skills:\n"
    "  - {name: Python, category: programming}\n"
    "schools:\n"
    "  - {slug: u, name: University, country: US}\n"
    "programs:\n"
    "  - school: u\n"
    "    name: MS\n"
    "    field: data science\n"
    "    award: master\n"
    "    facts: [{source: s, page: p. 1, confidence: high}]\n"
    "routes:\n"
    "  - {slug: study, name: Study, kind: degree, summary: One learns., source: s, locator: Top}\n";

void
packdir_init(struct packdir *d)
{
	memset(d, 0, sizeof *d);
	d->dir = temp_dir();
	buf_init(&d->errors);
	err_clear(&d->e);
}

static void
forget(struct packdir *d)
{
	if (d->was_read)
		pack_free(&d->set);
	d->was_read = false;
	buf_clear(&d->errors);
}

void
packdir_free(struct packdir *d)
{
	forget(d);
	for (size_t i = 0; i < d->npacks; i++)
		free((char *)(uintptr_t)d->pack[i]);
	free((char *)(uintptr_t)d->glossary);
	buf_free(&d->errors);
	temp_remove(d->dir);
}

static void
know(struct packdir *d, char *path)
{
	for (size_t i = 0; i < d->npacks; i++) {
		if (strcmp(d->pack[i], path) != 0)
			continue;
		free(path);
		return;
	}
	assert_true(d->npacks < PACKDIR_PACKS);
	if (!file_make_dirs(path, &d->e))
		fail_msg("%s", d->e.text);
	d->pack[d->npacks++] = path;
}

void
packdir_bytes(struct packdir *d, const char *pack, const char *leaf, const void *bytes, size_t len)
{
	char *path = path_join(d->dir, pack), *file = path_join(path, leaf);

	know(d, path);
	temp_write(file, bytes, len);
	free(file);
}

void
packdir_file(struct packdir *d, const char *pack, const char *leaf, const char *yaml)
{
	packdir_bytes(d, pack, leaf, yaml, strlen(yaml));
}

void
packdir_pack(struct packdir *d, const char *pack)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "pack: {pack: %s, title: A pack}\n", pack);
	packdir_file(d, pack, "pack.yaml", b.data);
	buf_free(&b);
}

void
packdir_base(struct packdir *d)
{
	packdir_pack(d, "a");
	packdir_file(d, "a", "base.yaml", base);
}

void
packdir_glossary(struct packdir *d, const char *yaml)
{
	if (d->glossary == NULL)
		d->glossary = path_join(d->dir, "glossary.yaml");
	temp_write(d->glossary, yaml, strlen(yaml));
}

bool
packdir_read(struct packdir *d)
{
	forget(d);
	err_clear(&d->e);
	d->was_read = true;
	return pack_read(&d->set, d->pack, d->npacks, d->glossary, &d->e);
}

const char *
packdir_errors(struct packdir *d)
{
	const char *at = d->set.errors.data;
	size_t len = strlen(d->dir);

	buf_clear(&d->errors);
	while (*at != '\0') {
		if (strncmp(at, d->dir, len) == 0 && at[len] == '/')
			at += len + 1;
		else
			buf_addc(&d->errors, *at++);
	}
	return d->errors.data;
}

struct db *
packdir_catalog(struct packdir *d)
{
	struct db *db;
	struct err e;

	if (!packdir_read(d))
		fail_msg("%s\n%.2000s", d->e.text, packdir_errors(d));
	db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	assert_ok(db_begin(db, &e));
	assert_ok(pack_store(&d->set, db, &e));
	assert_ok(build_finish(db, &e));
	assert_ok(db_commit(db, &e));
	return db;
}

const char *
packdir_ask(struct db *db, const char *sql)
{
	static char answer[4][1000];
	static unsigned next;
	char *out = answer[next++ % 4];
	struct err e;
	struct stmt *st = db_prepare(db, sql, &e);
	int step;

	if (st == NULL)
		fail_msg("%s: %s", sql, e.text);
	step = stmt_step(st, &e);
	if (step < 0)
		fail_msg("%s: %s", sql, e.text);
	snprintf(out, sizeof answer[0], "%s", step == 0 ? "(none)" : stmt_str(st, 0));
	stmt_finalize(st);
	return out;
}

int64_t
packdir_count(struct db *db, const char *sql)
{
	struct err e;
	int64_t n = -1;

	if (!db_int(db, sql, &n, &e))
		fail_msg("%s: %s", sql, e.text);
	return n;
}
