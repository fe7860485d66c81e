/*
 * Any bytes as a file of a pack end in messages with a place, or in a catalog without a loose end.
 * A line "%%" ends the first file; what follows is a file of a second pack.
 */
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/build/build.h"
#include "career/import/pack.h"
#include "career/store/catalog.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char base[] =
    "pack: {pack: a, title: T}\n"
    "sources: [{key: s, title: A page, short: page, publisher: P, kind: editorial}]\n"
    "roles:\n"
    "  - {slug: engineer, title: Engineer, kind: role, family: F, aliases: [E]}\n"
    "  - {slug: clerks, title: Clerks, kind: occupation, family: F}\n"
    "skills: [{name: Python, category: programming}]\n"
    "schools: [{slug: u, name: U}]\n"
    "programs: [{school: u, name: MS, field: f, award: master,\n"
    "  facts: [{source: s, page: p, confidence: high}]}]\n"
    "routes: [{slug: study, name: S, kind: degree, summary: S, source: s, locator: L}]\n";

/* The two packs of every input, in one folder. */
static struct {
	char dir[64], pack[2][80], file[2][96];
} place;

static void
need(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "broken: %s\n", what);
	abort();
}

static void
put(const char *path, const void *bytes, size_t len)
{
	FILE *f = fopen(path, "wb");

	need(f && (len == 0 || fwrite(bytes, 1, len, f) == len) && fclose(f) == 0, path);
}

static void
remove_all(void)
{
	char path[96];

	for (size_t i = 0; i < 2; i++) {
		unlink(place.file[i]);
		snprintf(path, sizeof path, "%s/pack.yaml", place.pack[i]);
		unlink(path);
		rmdir(place.pack[i]);
	}
	rmdir(place.dir);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static const char second[] = "pack: {pack: b, title: T}\n";
	char path[96];
	struct err e;

	(void)argc;
	(void)argv;
	snprintf(place.dir, sizeof place.dir, "%s/fuzz-pack-XXXXXX",
	    access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	need(mkdtemp(place.dir) != NULL, "a folder is made");
	for (size_t i = 0; i < 2; i++) {
		snprintf(place.pack[i], sizeof place.pack[i], "%s/%c", place.dir, "ab"[i]);
		snprintf(place.file[i], sizeof place.file[i], "%s/x.yaml", place.pack[i]);
		snprintf(path, sizeof path, "%s/pack.yaml", place.pack[i]);
		need(file_make_dirs(place.pack[i], &e), e.text);
		put(path, i == 0 ? base : second, i == 0 ? sizeof base - 1 : sizeof second - 1);
	}
	atexit(remove_all);
	return 0;
}

/* "LINE:COLUMN: ", both from 1. */
static bool
has_place(const char *s)
{
	char *end;

	if (strtoul(s, &end, 10) == 0 || *end != ':')
		return false;
	return strtoul(end + 1, &end, 10) > 0 && strncmp(end, ": ", 2) == 0;
}

/* A message about "DIR/a/x.yaml:LINE:COLUMN: ". */
static bool
is_message(const char *at)
{
	size_t dir = strlen(place.dir);

	if (strncmp(at, "... and ", 8) == 0)
		return true;
	if (strncmp(at, place.dir, dir) != 0 || (at[dir + 1] != 'a' && at[dir + 1] != 'b'))
		return false;
	at += dir + 2 + strcspn(at + dir + 2, ":\n");
	return *at == ':' && has_place(at + 1);
}

/* One line each, in a file of ours, with a place. */
static void
check_errors(const struct pack_set *set, const struct err *e)
{
	const char *at = set->errors.data;
	size_t lines = 0;

	need(e->code == ERR_DATA && e->text[0] != '\0' && !strchr(e->text, '\n'), "a summary");
	for (; *at; lines++) {
		size_t len = strcspn(at, "\n");

		need(at[len] == '\n', "a line ends");
		need(len < 2000, "a message is short");
		need(is_message(at), "a message has its place");
		at += len + 1;
	}
	need(lines > 0 && lines <= 201, "so many messages");
}

static void
check_catalog(const struct pack_set *set)
{
	struct err e;
	struct db *db = db_open(NULL, DB_MEMORY, &e);
	int64_t broken = 1;

	need(db && catalog_create(db, &e) && db_begin(db, &e), "an empty catalog");
	need(pack_store(set, db, &e), e.text);
	need(build_finish(db, &e), e.text);
	need(db_int(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, &e), e.text);
	need(broken == 0, "references lead somewhere");
	db_close(db);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *const packs[] = {place.pack[0], place.pack[1]};
	char *text = mem_ndup((const char *)data, size), *cut = strstr(text, "\n%%\n");
	size_t first = cut ? (size_t)(cut - text) + 1 : size;
	struct pack_set set;
	struct err e;
	bool ok;

	err_clear(&e);
	put(place.file[0], data, first);
	put(place.file[1], cut ? cut + 4 : "", cut ? size - first - 3 : 0);
	ok = pack_read(&set, packs, cut ? 2 : 1, NULL, &e);
	need(ok == (set.nerrors == 0) && ok == (set.errors.len == 0), "errors are said");
	if (ok)
		check_catalog(&set);
	else
		check_errors(&set, &e);
	(void)pack_hash(&set);
	pack_free(&set);
	free(text);
	return 0;
}
