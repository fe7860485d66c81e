/* An import leaves the old catalog or the new one, whatever ends it; sets survive builds. */
#include "career/base/file.h"
#include "career/build/import.h"
#include "career/store/catalog.h"
#include "check.h"
#include "dump.h"
#include "packdir.h"
#include "temp.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

/* --- two small sets -------------------------------------------------------------------------- */

static const char *const soc_names[] = {"alpha soc", NULL}, *const cip_names[] = {"beta cip", NULL},
			 *const title_names[] = {"title", "name", NULL},
			 *const growth_names[] = {"growth", NULL};

/* Members whose header begins with a word. */
static size_t
count_members(struct input *in, const char *word)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++) {
		struct err e;
		struct table *t = table_open(in, i, NULL, &e);

		n += t != NULL && strcmp(t->column[0].s, word) == 0;
		table_close(t);
	}
	return n;
}

static size_t
alpha_sniff(struct input *in)
{
	return count_members(in, "alpha soc");
}

static size_t
beta_sniff(struct input *in)
{
	return count_members(in, "beta cip");
}

static bool
alpha_row(struct import_run *r, struct table *t, const struct import_column *c, struct stmt *st,
    struct err *e)
{
	char soc[8];
	double growth;

	if (!import_soc(table_text(t, c[0].at), soc)) {
		import_reject(r, t, "no code");
		return true;
	}
	stmt_bind_text(st, 1, soc);
	stmt_bind_text(st, 2, table_text(t, c[1].at));
	if (import_number(table_text(t, c[2].at), &growth))
		stmt_bind_num(st, 3, growth);
	else
		stmt_bind_null(st, 3);
	stmt_bind_int(st, 4, r->source);
	import_kept(r);
	return stmt_run(st, e);
}

static bool
alpha_table(struct import_run *r, struct table *t, struct err *e)
{
	const struct import_series s = {.relation = "projection",
	    .name = "percent",
	    .measure = "growth",
	    .statistic = "point",
	    .unit = "percent",
	    .locator = "growth"};
	struct import_column c[] = {
	    {soc_names, true, 0}, {title_names, true, 0}, {growth_names, false, 0}};
	struct stmt *st = db_prepare(r->db,
	    "INSERT OR REPLACE INTO projection (soc, title, percent, median_why, source_id)"
	    " VALUES (?1, ?2, ?3, 1, ?4)",
	    e);
	int step = 1;
	bool ok = st != NULL && import_columns(r, t, c, COUNT(c), e);

	while (ok && (step = import_next(r, t, e)) == 1)
		ok = alpha_row(r, t, c, st, e);
	stmt_finalize(st);
	return ok && step == 0 && import_put_series(r, &s, e);
}

static bool
alpha_run(struct import_run *r, struct err *e)
{
	struct table *t = table_open(r->in, 0, NULL, e);
	bool ok = t != NULL && alpha_table(r, t, e);

	table_close(t);
	snprintf(r->release, sizeof r->release, "%.4s", input_name(r->in, 0));
	return ok;
}

static bool
beta_table(struct import_run *r, struct table *t, struct err *e)
{
	const struct import_series s = {.relation = "cip",
	    .name = "title",
	    .measure = "share",
	    .statistic = "point",
	    .unit = "percent",
	    .locator = "title"};
	struct import_column c[] = {{cip_names, true, 0}, {title_names, true, 0}};
	struct stmt *st =
	    db_prepare(r->db, "INSERT INTO cip (cip, title, source_id) VALUES (?1, ?2, ?3)", e);
	bool ok = st != NULL && import_columns(r, t, c, COUNT(c), e);
	int step = 1;

	while (ok && (step = import_next(r, t, e)) == 1) {
		int64_t cip;

		if (!import_cip(r, table_text(t, c[0].at), 6, &cip)) {
			import_reject(r, t, "no code");
			continue;
		}
		stmt_bind_int(st, 1, cip);
		stmt_bind_text(st, 2, table_text(t, c[1].at));
		stmt_bind_int(st, 3, r->source);
		import_kept(r);
		ok = stmt_run(st, e);
	}
	stmt_finalize(st);
	return ok && step == 0 && import_put_series(r, &s, e);
}

static bool
beta_run(struct import_run *r, struct err *e)
{
	struct table *t = table_open(r->in, 0, NULL, e);
	bool ok = t != NULL && beta_table(r, t, e);

	table_close(t);
	return ok;
}

static const char *const alpha_tables[] = {"projection", NULL},
			 *const beta_tables[] = {"cip", NULL};
static const struct importer alpha = {.kind = "alpha",
    .title = "Alpha figures",
    .publisher = "Office A",
    .source_kind = "official",
    .url = "https://a.example/",
    .licence = "public domain",
    .attribution = "Figures of Office A",
    .about = "one csv",
    .tables = alpha_tables,
    .sniff = alpha_sniff,
    .run = alpha_run};
static const struct importer beta = {.kind = "beta",
    .title = "Beta fields",
    .publisher = "Office B",
    .source_kind = "official",
    .about = "another csv",
    .tables = beta_tables,
    .sniff = beta_sniff,
    .run = beta_run};
static const struct importer *const table[] = {NULL, &alpha, &beta};

enum { ALPHA = 1, BETA = 2 };

/* --- an import ------------------------------------------------------------------------------- */

static struct {
	struct packdir d;
	char *out, *in,
	    *home; /* folders of the target, of files to import, and the person's data */
	char target[512], file[512], other[512];
	struct import_want want;
	struct import_result result;
	unsigned told, die_at, stop_at; /* calls of progress */
} g;

static bool
on_progress(void *ctx, const struct import_progress *p)
{
	(void)ctx;
	(void)p;
	g.told++;
	if (g.told == g.die_at)
		kill(getpid(), SIGKILL);
	return g.told != g.stop_at;
}

static void
write_text(const char *path, const char *text)
{
	temp_write(path, text, strlen(text));
}

static const char small[] =
    "alpha soc,title,growth\n15-2051,Data Scientists,36\n15-1252,Developers,17.5\n"
    "99-9999,Engineer,1\n";

static int
setup(void **state)
{
	static const char *paths[1];

	(void)state;
	memset(&g, 0, sizeof g);
	packdir_init(&g.d);
	packdir_base(&g.d);
	packdir_file(&g.d, "a", "codes.yaml",
	    "roles: [{slug: scientists, title: Data Scientists, kind: occupation, family: Science,"
	    " codes: ['soc:15-2051']}]\n");
	g.out = temp_dir();
	g.in = temp_dir();
	g.home = temp_dir();
	snprintf(g.target, sizeof g.target, "%s/catalog.db", g.out);
	snprintf(g.file, sizeof g.file, "%s/2024.csv", g.in);
	snprintf(g.other, sizeof g.other, "%s/other.csv", g.in);
	write_text(g.file, small);
	write_text(g.other, "beta cip,title\n30.7001,Data Science\n1.01,Farming\n");
	assert_int_equal(setenv("XDG_DATA_HOME", g.home, 1), 0);
	paths[0] = g.file;
	g.want = (struct import_want){.target = g.target,
	    .paths = paths,
	    .npaths = 1,
	    .packs = g.d.pack,
	    .npacks = g.d.npacks,
	    .keep = true,
	    .progress = on_progress,
	    .table = table,
	    .ntable = COUNT(table)};
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	packdir_free(&g.d);
	temp_remove(g.out);
	temp_remove(g.in);
	temp_remove(g.home);
	return 0;
}

static bool
import(struct err *e)
{
	err_clear(e);
	g.told = 0;
	return build_import(&g.want, &g.result, e);
}

static void
must_import(void)
{
	struct err e;

	assert_ok(import(&e));
	assert_string_equal(g.result.lines.data, "");
	import_result_free(&g.result);
}

static void
import_file(const char *path)
{
	const char *const *was = g.want.paths;
	const char *const paths[] = {path};

	g.want.paths = paths;
	must_import();
	g.want.paths = was;
}

/* What building says. */
static struct buf
build(void)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;

	assert_ok(build_again(&g.want, &lines, &counts, &e));
	return lines;
}

static void
must_build(void)
{
	struct buf lines = build();

	assert_string_equal(lines.data, "");
	buf_free(&lines);
}

static size_t
files_in(const char *dir)
{
	char **names;
	struct err e;
	size_t n;

	assert_ok(file_list(dir, NULL, &names, &n, &e));
	file_list_free(names, n);
	return n;
}

static const char *
inputs(const char *leaf)
{
	static char path[600];

	snprintf(path, sizeof path, "%s/career/inputs%s", g.home, leaf);
	return path;
}

static char *
dump(void)
{
	return dump_catalog(g.target);
}

/* The first row of a query on the target. Borrowed. */
static const char *
ask(const char *sql)
{
	struct err e;
	struct db *db = catalog_open(g.target, &e);
	const char *answer;

	assert_ok(db != NULL);
	answer = packdir_ask(db, sql);
	db_close(db);
	return answer;
}

static void
assert_dump(const char *want)
{
	dump_must_be(g.target, want);
}

/* An import fails, changes nothing and leaves nothing. */
static void
must_fail(int code, const char *why)
{
	char *before = file_exists(g.target) ? dump() : NULL;
	size_t files = files_in(g.out);
	struct err e;

	assert_false(import(&e));
	assert_int_equal(e.code, code);
	assert_contains(e.text, why);
	assert_int_equal(files_in(g.out), files);
	if (before != NULL)
		assert_dump(before);
	else
		assert_false(file_exists(g.target));
	if (file_is_dir(inputs("")))
		assert_int_equal(files_in(inputs("")), 0);
	import_result_free(&g.result);
	free(before);
}

/* --- what an import does --------------------------------------------------------------------- */

static void
test_import(void **state)
{
	struct err e;

	(void)state;
	must_build();
	write_text(g.file,
	    "alpha soc,title\n15-2051,Data Scientists\n151252,Developers\nx,None\n"
	    "99-9999,Engineer\n");
	assert_ok(import(&e));
	assert_ptr_equal(g.result.set[ALPHA].importer, &alpha);
	assert_null(g.result.set[BETA].importer);
	assert_int_equal(g.result.set[ALPHA].report.read, 4);
	assert_int_equal(g.result.set[ALPHA].report.kept, 3);
	assert_int_equal(g.result.set[ALPHA].report.rejected, 1);
	assert_string_equal(g.result.set[ALPHA].report.absent.data, "growth\n");
	assert_string_equal(g.result.set[ALPHA].release, "2024");
	assert_true(g.told > 5);
	import_result_free(&g.result);
	assert_int_equal(files_in(g.out), 1);
	assert_string_equal(ask("SELECT id || key || short || publisher || attribution FROM source"
				" WHERE pack = 'import'"),
	    "1000001alphaalpha 2024Office AFigures of Office A");
	assert_string_equal(
	    ask("SELECT kind || release || files || rows_read || rows_kept || rows_rejected"
		" || repairs || absent FROM import"),
	    "alpha2024[\"2024.csv\"]4310[\"growth\"]");
	assert_string_equal(ask("SELECT count(*) FROM projection WHERE source_id = 1000001"), "3");
	assert_string_equal(ask("SELECT statistic FROM series WHERE source_id = 1000001"), "point");
	/* The pack's occupation is the code's; the others are occupations of their own, one with a title that a role has. */
	assert_string_equal(
	    ask("SELECT slug FROM role JOIN role_code ON role_id = role.id WHERE code = '15-2051'"),
	    "scientists");
	assert_string_equal(
	    ask("SELECT slug || kind || family || codes || pack || role.id FROM role"
		" JOIN role_code ON role_id = role.id WHERE code = '15-1252'"),
	    "developersoccupationComputer and Mathematical Occupations[\"soc:15-1252\"]import1000000");
	assert_string_equal(ask("SELECT slug || family FROM role WHERE id = 1000001"),
	    "engineer-99-9999Other Occupations");
	assert_string_equal(ask("SELECT count(*) FROM role"), "6");
	assert_string_equal(ask("SELECT rows FROM frame WHERE name = 'roles'"), "6");
	assert_string_equal(ask("SELECT count(*) FROM served WHERE role_id = 1000000"), "1");
}

static void
test_twice_is_once(void **state)
{
	char *once;

	(void)state;
	must_build();
	must_import();
	once = dump();
	must_import();
	assert_dump(once);
	free(once);
}

/* In whatever order: the same catalog; both at once, too. */
static void
test_order_does_not_matter(void **state)
{
	const char *const both[] = {g.other, g.file};
	char *first;

	(void)state;
	must_build();
	must_import();
	import_file(g.other);
	first = dump();
	must_import();
	assert_dump(first);
	must_build();
	assert_dump(first);
	assert_int_equal(unlink(g.target), 0);
	/* Without a catalog it is made of the packs. */
	import_file(g.other);
	must_import();
	assert_dump(first);
	assert_int_equal(unlink(g.target), 0);
	g.want.paths = both;
	g.want.npaths = 2;
	must_import();
	assert_dump(first);
	free(first);
}

static void
test_release_replaced(void **state)
{
	char *once, path[600];

	(void)state;
	must_build();
	import_file(g.other);
	snprintf(path, sizeof path, "%s/2025.csv", g.in);
	write_text(path, "alpha soc,title,growth\n15-1252,Software Developers,15\n");
	import_file(path);
	once = dump();
	must_import();
	assert_string_equal(ask("SELECT short FROM source WHERE key = 'alpha'"), "alpha 2024");
	assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
	import_file(path);
	assert_dump(once);
	assert_string_equal(
	    ask("SELECT title FROM role WHERE pack = 'import'"), "Software Developers");
	free(once);
}

static void
test_builds_keep_sets(void **state)
{
	char *with;
	struct import_want w = g.want;

	(void)state;
	must_build();
	must_import();
	with = dump();
	must_build();
	assert_dump(with);
	packdir_file(&g.d, "a", "x.yaml",
	    "skills: [{name: SQL, category: data}]\n"
	    "roles: [{slug: coders, title: Coders, kind: occupation, family: F, codes: ['soc:15-1252']}]\n");
	must_build();
	assert_string_equal(ask("SELECT count(*) FROM skill"), "2");
	assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	assert_string_equal(
	    ask("SELECT slug FROM role JOIN role_code ON role_id = role.id WHERE code = '15-1252'"),
	    "coders");
	assert_string_equal(ask("SELECT count(*) FROM role WHERE pack = 'import'"), "1");
	free(with);
	g.want = w;
}

/* --- another schema, damage ------------------------------------------------------------------ */

static void
set_schema(int version)
{
	struct err e;
	struct db *db = db_open(g.target, DB_WRITE, &e);
	char sql[64];

	assert_ok(db != NULL);
	snprintf(sql, sizeof sql, "PRAGMA user_version = %d", version);
	assert_ok(db_exec(db, sql, &e));
	db_close(db);
}

static void
test_other_schema(void **state)
{
	char *first;

	(void)state;
	must_build();
	import_file(g.other);
	must_import();
	first = dump();
	assert_int_equal(files_in(inputs("")), 2);
	/* Without the person's files: from the kept ones. */
	assert_int_equal(unlink(g.other), 0);
	set_schema(0);
	must_build();
	assert_dump(first);
	set_schema(99);
	must_import();
	assert_dump(first);
	free(first);
}

/* The person's own catalog, made for the first time or again, gets what is kept. */
static void
test_own_place(void **state)
{
	char path[600];
	struct err e;
	struct db *db;

	(void)state;
	must_build();
	must_import();
	snprintf(path, sizeof path, "%s/career/catalog.db", g.home);
	g.want.target = path;
	must_build();
	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM projection"), 3);
	db_close(db);
	assert_int_equal(unlink(path), 0);
	import_file(g.other);
	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM projection"), 3);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM cip"), 2);
	db_close(db);
	snprintf(path, sizeof path, "%s/elsewhere.db", g.out);
	must_build();
	db = catalog_open(path, &e);
	assert_ok(db != NULL);
	assert_int_equal(packdir_count(db, "SELECT count(*) FROM projection"), 0);
	db_close(db);
}

/* --- a set that comes in parts ---------------------------------------------------------------- */

enum { GAMMA_FIGURES, GAMMA_FIELDS };

/* The first column's name tells which of the two parts a member is. */
static int
gamma_part(struct input *in, size_t member)
{
	struct err e;
	struct table *t = table_open(in, member, NULL, &e);
	int part = t == NULL                           ? -1
	    : strcmp(t->column[0].s, "alpha soc") == 0 ? GAMMA_FIGURES
	    : strcmp(t->column[0].s, "beta cip") == 0  ? GAMMA_FIELDS
						       : -1;

	table_close(t);
	return part;
}

static size_t
gamma_sniff(struct input *in)
{
	return count_members(in, "beta cip") + count_members(in, "alpha soc");
}

static bool
gamma_run(struct import_run *r, struct err *e)
{
	for (size_t i = 0; i < input_count(r->in); i++) {
		int part = gamma_part(r->in, i);
		struct table *t = part < 0 ? NULL : table_open(r->in, i, NULL, e);
		struct import_done *d = &r->done[part < 0 ? 0 : part];
		bool ok = true;

		if (t == NULL)
			continue;
		import_begin_part(r, (size_t)part);
		if (d->read > 0 || d->release[0] != '\0')
			ok = err_set(e, ERR_DATA, "a second file of a part");
		ok = ok && (part == GAMMA_FIELDS ? beta_table(r, t, e) : alpha_table(r, t, e));
		snprintf(d->release, sizeof d->release, "%.4s", input_name(r->in, i));
		table_close(t);
		if (!ok)
			return false;
	}
	return true;
}

static const struct import_part gamma_parts[] = {
    [GAMMA_FIGURES] = {.name = "figures",
	.rows = (const struct import_rows[]){{"projection", NULL}, {NULL, NULL}}},
    [GAMMA_FIELDS] = {.name = "fields",
	.label = "fields",
	.rows = (const struct import_rows[]){{"cip", NULL}, {NULL, NULL}}},
    {.name = NULL},
};
static const char *const gamma_tables[] = {"projection", "cip", NULL};
static const struct importer gamma_set = {.kind = "gamma",
    .title = "Gamma",
    .publisher = "Office C",
    .source_kind = "official",
    .about = "two csv",
    .tables = gamma_tables,
    .sniff = gamma_sniff,
    .run = gamma_run,
    .parts = gamma_parts,
    .part_of = gamma_part};

static void
use_gamma(void)
{
	static const struct importer *const parts_table[] = {&gamma_set};

	g.want.table = parts_table;
	g.want.ntable = COUNT(parts_table);
}

static void
test_parts(void **state)
{
	(void)state;
	use_gamma();
	must_build();
	must_import();
	assert_string_equal(ask("SELECT count(*) FROM cip"), "0");
	import_file(g.other);
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
	assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	assert_int_equal(files_in(inputs("/gamma")), 2);
	assert_string_equal(ask("SELECT count(*) FROM series"), "2");
	/* A newer file of one part takes the place of the older one, kept as well. */
	write_text(g.file, "alpha soc,title,growth\n15-1252,Developers,17.5\n");
	must_import();
	assert_int_equal(files_in(inputs("/gamma")), 2);
	set_schema(0);
	must_build();
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
	assert_string_equal(ask("SELECT count(*) FROM projection"), "1");
	/* One part is named, the other comes from what is kept. */
	set_schema(0);
	import_file(g.other);
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
	assert_string_equal(ask("SELECT count(*) FROM projection"), "1");
	assert_int_equal(files_in(inputs("/gamma")), 2);
}

/* In whatever order they come, and however often: the same catalog. It says of all parts what one import of both does. */
static void
test_parts_are_one_set(void **state)
{
	const char *const both[] = {g.file, g.other};
	char *first;

	(void)state;
	use_gamma();
	must_build();
	g.want.paths = both;
	g.want.npaths = 2;
	must_import();
	first = dump();
	assert_string_equal(
	    ask("SELECT group_concat(name || ' ' || release || ' ' || rows_kept, ', ') FROM import_part"),
	    "figures 2024 3, fields othe 2");
	assert_string_equal(
	    ask("SELECT kind || ' ' || release FROM import"), "gamma 2024, fields othe");
	assert_string_equal(ask("SELECT files || rows_read || rows_kept || absent FROM import"),
	    "[\"2024.csv\",\"other.csv\"]55[]");
	g.want.npaths = 1;
	import_file(g.file);
	assert_dump(first);
	assert_string_equal(g.result.lines.data, "");
	import_file(g.other);
	assert_dump(first);
	must_build();
	assert_dump(first);
	assert_int_equal(unlink(g.target), 0);
	must_build();
	import_file(g.other);
	import_file(g.file);
	assert_dump(first);
	free(first);
}

static void
test_parts_that_stay_are_said(void **state)
{
	const char *const one[] = {g.other};
	struct err e;

	(void)state;
	use_gamma();
	must_build();
	must_import();
	g.want.paths = one;
	assert_ok(import(&e));
	assert_string_equal(g.result.set[0].stays.data, "figures");
	assert_int_equal(g.result.set[0].report.read, 2);
	import_result_free(&g.result);
}

/* A folder with both parts, then a newer file of one: what is kept is one of each. */
static void
test_part_of_folder_replaced(void **state)
{
	char *first, path[700], folder[600];

	(void)state;
	use_gamma();
	must_build();
	import_file(g.in);
	assert_int_equal(files_in(inputs("/gamma")), 2);
	snprintf(folder, sizeof folder, "%s/new", g.in);
	assert_int_equal(mkdir(folder, 0700), 0);
	snprintf(path, sizeof path, "%s/2025.csv", folder);
	write_text(path, "alpha soc,title,growth\n15-1252,Developers,17.5\n");
	import_file(path);
	import_file(path);
	assert_int_equal(files_in(inputs("/gamma")), 2);
	assert_string_equal(ask("SELECT count(*) FROM projection"), "1");
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
	first = dump();
	set_schema(0);
	must_build();
	assert_dump(first);
	free(first);
}

static void
write_zip(const char *path, const char *const *files, size_t n)
{
	int code;
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code);

	assert_non_null(zip);
	for (size_t i = 0; i < n; i++)
		assert_true(zip_file_add(zip, strrchr(files[i], '/') + 1,
				zip_source_file(zip, files[i], 0, -1), ZIP_FL_ENC_GUESS)
		    >= 0);
	assert_int_equal(zip_close(zip), 0);
}

/* One zip with both parts, of which a newer file replaces one: made again, the zip's older one does not count. */
static void
test_part_of_zip_replaced(void **state)
{
	const char *const files[] = {g.file, g.other};
	char *first, path[600], newer[600];

	(void)state;
	use_gamma();
	must_build();
	snprintf(path, sizeof path, "%s/both.zip", g.in);
	write_zip(path, files, COUNT(files));
	import_file(path);
	assert_int_equal(files_in(inputs("/gamma")), 1);
	snprintf(newer, sizeof newer, "%s/2025.csv", g.in);
	write_text(newer, "alpha soc,title,growth\n15-1252,Developers,17.5\n");
	import_file(newer);
	assert_int_equal(files_in(inputs("/gamma")), 2);
	first = dump();
	set_schema(0);
	must_build();
	assert_dump(first);
	set_schema(0);
	import_file(newer);
	assert_dump(first);
	/* The zip again: the file is not needed any more. */
	import_file(path);
	assert_int_equal(files_in(inputs("/gamma")), 1);
	free(first);
}

/* What was imported last was not kept: what comes back is an older release, and that is said. */
static void
test_kept_is_older(void **state)
{
	struct buf lines;
	char path[600];

	(void)state;
	must_build();
	must_import();
	g.want.keep = false;
	snprintf(path, sizeof path, "%s/2025.csv", g.in);
	write_text(path, "alpha soc,title,growth\n15-1252,Software Developers,15\n");
	import_file(path);
	set_schema(0);
	lines = build();
	assert_string_equal(lines.data,
	    "alpha: the catalog held alpha 2025, what was kept of it is alpha 2024: import it again\n");
	buf_free(&lines);
}

/* A part whose kept file is gone is named; the others are there. */
static void
test_kept_part_is_gone(void **state)
{
	char path[700];
	struct buf lines;
	char **names;
	size_t n;
	struct err e;

	(void)state;
	use_gamma();
	must_build();
	must_import();
	import_file(g.other);
	assert_ok(file_list(inputs("/gamma"), NULL, &names, &n, &e));
	assert_int_equal(n, 2);
	for (size_t i = 0; i < n; i++)
		if (strstr(names[i], "2024") != NULL) {
			snprintf(path, sizeof path, "%s/%s", inputs("/gamma"), names[i]);
			assert_int_equal(unlink(path), 0);
		}
	file_list_free(names, n);
	set_schema(0);
	lines = build();
	assert_string_equal(lines.data,
	    "gamma: figures is not in the new catalog, no copy of its files was kept: import it again\n");
	buf_free(&lines);
	assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
}

/* --- folders, dates -------------------------------------------------------------------------- */

static void
test_folder_of_folders(void **state)
{
	const char *const paths[] = {g.in};
	struct err e;
	char path[700];

	(void)state;
	g.want.keep = false;
	must_build();
	assert_int_equal(unlink(g.file), 0);
	assert_int_equal(unlink(g.other), 0);
	assert_int_equal(mkdir(temp_path(g.in, "a"), 0700), 0);
	assert_int_equal(mkdir(temp_path(g.in, "a/b"), 0700), 0);
	assert_int_equal(mkdir(temp_path(g.in, "none"), 0700), 0);
	assert_int_equal(symlink("..", temp_path(g.in, "none/.up")), 0);
	snprintf(path, sizeof path, "%s/a/2024.csv", g.in);
	write_text(path, small);
	snprintf(path, sizeof path, "%s/a/b/other.csv", g.in);
	write_text(path, "beta cip,title\n30.7001,Data Science\n");
	snprintf(path, sizeof path, "%s/none/read.me", g.in);
	write_text(path, "nothing that is read\n");
	g.want.paths = paths;
	assert_ok(import(&e));
	assert_ptr_equal(g.result.set[ALPHA].importer, &alpha);
	assert_ptr_equal(g.result.set[BETA].importer, &beta);
	import_result_free(&g.result);
	assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	assert_string_equal(ask("SELECT count(*) FROM cip"), "1");
	snprintf(path, sizeof path, "%s/none", g.in);
	g.want.paths = (const char *const[]){path};
	must_fail(ERR_DATA, "none is not recognised");
	snprintf(path, sizeof path, "%s/none/up", g.in);
	assert_int_equal(symlink("..", path), 0);
	must_fail(ERR_DATA, "too many folders");
}

static void
test_retrieved(void **state)
{
	const struct timespec day[2] = {{1736899200, 0}, {1736899200, 0}};
	char *once;

	(void)state;
	must_build();
	assert_int_equal(utimensat(AT_FDCWD, g.file, day, 0), 0);
	must_import();
	assert_string_equal(
	    ask("SELECT retrieved || retrieved_year FROM source WHERE pack = 'import'"),
	    "2025-01-152025");
	once = dump();
	must_import();
	assert_dump(once);
	/* A copy is as old as what it is a copy of. */
	set_schema(0);
	must_build();
	assert_dump(once);
	free(once);
}

static void
test_other_schema_nothing_kept(void **state)
{
	struct buf lines;

	(void)state;
	must_build();
	g.want.keep = false;
	must_import();
	assert_false(file_exists(inputs("/alpha")));
	set_schema(0);
	lines = build();
	assert_string_equal(lines.data,
	    "alpha is not in the new catalog, no copy of its files was kept: import it again\n");
	buf_free(&lines);
	assert_string_equal(ask("SELECT count(*) FROM projection"), "0");
}

static void
test_kept_is_bad(void **state)
{
	struct buf lines;
	char path[700], want[900], *bytes;
	size_t len;

	(void)state;
	must_build();
	must_import();
	import_file(g.other);
	snprintf(
	    path, sizeof path, "%s/0000-%s-2024.csv.zip", inputs("/alpha"), strrchr(g.in, '/') + 1);
	assert_true(file_exists(path));
	bytes = temp_read(path, &len);
	for (int way = 0; way < 2; way++) {
		set_schema(0);
		if (way == 0)
			write_text(path, "PK\3\4 damaged");
		else {
			/* Its list of files is whole, the file is not. */
			bytes[60] ^= 0x55;
			temp_write(path, bytes, len);
		}
		lines = build();
		snprintf(want, sizeof want,
		    "alpha: what was kept of it cannot be read, import it again: %s", path);
		assert_contains(lines.data, want);
		buf_free(&lines);
		assert_string_equal(ask("SELECT count(*) FROM projection"), "0");
		assert_string_equal(ask("SELECT count(*) FROM cip"), "2");
		/* Importing it again replaces it. */
		must_import();
		must_build();
		assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	}
	free(bytes);
}

/* A table's pages are nonsense; what is looked at first is whole. */
static void
damage(void)
{
	struct err e;
	struct db *db = catalog_open(g.target, &e);
	int64_t page = 0;
	size_t len;
	char *bytes;

	assert_ok(db != NULL);
	assert_ok(db_int(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'skill'", &page, &e));
	db_close(db);
	bytes = temp_read(g.target, &len);
	memset(bytes + (page - 1) * 16384, 0xa5, 16384);
	if (page > 1)
		temp_write(g.target, bytes, len);
	assert_ok(db_int(db = db_open(g.target, DB_READ, &e),
	    "SELECT rootpage FROM sqlite_schema WHERE name = 'projection'", &page, &e));
	db_close(db);
	memset(bytes + (page - 1) * 16384, 0xa5, 16384);
	temp_write(g.target, bytes, len);
	free(bytes);
}

static void
test_damaged(void **state)
{
	char *first;

	(void)state;
	must_build();
	must_import();
	first = dump();
	damage();
	must_build();
	assert_dump(first);
	damage();
	must_import();
	assert_dump(first);
	free(first);
}

static void
test_foreign(void **state)
{
	size_t len;
	char *bytes;

	(void)state;
	write_text(g.target, "somebody's own notes");
	{
		struct err e;

		assert_false(import(&e));
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, "is not a catalog");
		import_result_free(&g.result);
	}
	bytes = temp_read(g.target, &len);
	assert_string_equal(bytes, "somebody's own notes");
	free(bytes);
	assert_int_equal(files_in(g.out), 1);
	assert_int_equal(unlink(g.target), 0);
	g.want.npacks = 0;
	must_fail(ERR_DATA, "no data packs");
}

/* --- kept inputs ----------------------------------------------------------------------------- */

static void
test_kept_renaming_cut(void **state)
{
	char old[800], fresh[800], kept[700];
	int status;
	pid_t dead = fork();

	(void)state;
	if (dead == 0)
		_exit(0);
	assert_int_equal(waitpid(dead, &status, 0), dead);
	must_build();
	must_import();
	snprintf(kept, sizeof kept, "%s", inputs("/alpha"));
	snprintf(old, sizeof old, "%s.old-%ld", kept, (long)dead);
	snprintf(fresh, sizeof fresh, "%s.new-%ld", kept, (long)dead);
	/* Killed between the two renames: the new ones are whole. */
	assert_int_equal(rename(kept, fresh), 0);
	assert_int_equal(mkdir(old, 0700), 0);
	set_schema(0);
	must_build();
	assert_string_equal(ask("SELECT count(*) FROM projection"), "3");
	must_import();
	assert_int_equal(files_in(inputs("")), 1);
	/* Killed before the first one. */
	assert_int_equal(mkdir(fresh, 0700), 0);
	must_import();
	assert_int_equal(files_in(inputs("")), 1);
}

static void
test_kept_unwritable(void **state)
{
	(void)state;
	must_build();
	write_text(temp_path(g.home, "career"), "a file where a folder should be");
	must_fail(ERR_DATA, "--no-keep");
	g.want.keep = false;
	must_import();
}

/* --- what is refused ------------------------------------------------------------------------- */

static void
test_not_recognised(void **state)
{
	(void)state;
	must_build();
	write_text(g.file, "what,is,this\n1,2,3\n");
	must_fail(
	    ERR_DATA, "not recognised; what was looked for: alpha (one csv); beta (another csv)");
	g.want.kind = "beta";
	must_fail(ERR_DATA, "what was looked for: beta (another csv)");
	g.want.kind = "alpa";
	must_fail(ERR_USAGE, "no set is called 'alpa'; nearest: alpha");
	g.want.kind = "zzzzzz";
	must_fail(ERR_USAGE, "--help");
	g.want.kind = NULL;
	assert_int_equal(unlink(g.file), 0);
	must_fail(ERR_DATA, "No such file");
}

static void
must_refuse(const char *path, const char *why)
{
	const char *const paths[] = {path};

	g.want.paths = paths;
	must_fail(ERR_DATA, why);
}

/* What its reader has against a file is said, not only that nobody knows it. */
static void
test_reason_is_told(void **state)
{
	char path[600];

	(void)state;
	must_build();
	snprintf(path, sizeof path, "%s/empty.csv", g.in);
	write_text(path, "");
	must_refuse(path, "empty.csv is empty");
	snprintf(path, sizeof path, "%s/wide.txt", g.in);
	temp_write(path,
	    "\xff\xfe"
	    "a",
	    3);
	must_refuse(path, "UTF-16");
	snprintf(path, sizeof path, "%s/book.xlsx", g.in);
	write_text(path, "PK, but no zip");
	must_refuse(path, "is not a zip that can be read");
	/* Among others of a folder that nobody knows. */
	assert_int_equal(unlink(g.file), 0);
	assert_int_equal(unlink(g.other), 0);
	must_refuse(g.in, "is not recognised; ");
	must_refuse(g.in, "book.xlsx is not a zip");
}

#define BOMBS "../shared/hostile/generated-bombs/"

static void
test_bombs_are_told(void **state)
{
	(void)state;
	if (!file_is_dir(BOMBS))
		skip();
	must_build();
	must_refuse(
	    BOMBS "entity-lol.xlsx", "sheet1.xml:1:34: it declares a document type (DOCTYPE)");
	must_refuse(BOMBS "inflate-512m.xlsx", "more than the limit");
	must_refuse(BOMBS "cell-ref-huge.xlsx", "absurd");
	must_refuse(BOMBS "cols-100000.csv", "columns");
}

static void
test_bad_files(void **state)
{
	(void)state;
	must_build();
	write_text(g.file, "alpha soc,title,growth\n15-2051,Data Scientists,36\n15-12");
	must_fail(ERR_DATA, "2024.csv");
	write_text(g.file, "alpha soc,growth\n15-2051,36\n");
	must_fail(ERR_DATA, "there is no column 'title' or 'name'");
	write_text(g.file, "alpha soc,title,growth\nx,Data Scientists,36\n");
	must_fail(ERR_DATA, "none of 1 rows could be used: no code");
	write_text(g.file, small);
	g.stop_at = 4;
	must_fail(ERR_INTERRUPTED, "interrupted");
}

static void
test_dry_run(void **state)
{
	char *before;
	struct err e;

	(void)state;
	must_build();
	before = dump();
	g.want.dry = true;
	assert_ok(import(&e));
	assert_int_equal(g.result.set[ALPHA].report.kept, 3);
	import_result_free(&g.result);
	assert_dump(before);
	assert_int_equal(files_in(g.out), 1);
	assert_false(file_exists(inputs("/alpha")));
	free(before);
}

static void
test_rejects(void **state)
{
	char path[600];
	size_t len;
	char *text;
	struct buf want = BUF_INIT;

	(void)state;
	must_build();
	snprintf(path, sizeof path, "%s/rejected.tsv", g.in);
	write_text(g.file,
	    "alpha soc,title,growth\nx,\"two\nlines\ttab\x1b[1m\",36\n15-2051,Data,1\n15-1252,short\n");
	g.want.rejects = path;
	must_import();
	text = temp_read(path, &len);
	buf_addf(&want,
	    "file\tline\treason\tfields\n%s\t2\tno code\tx\ttwo lines tab\xef\xbf\xbd[1m\t36\n"
	    "%s\t5\tfewer fields than columns\t15-1252\tshort\n",
	    g.file, g.file);
	assert_string_equal(text, want.data);
	free(text);
	buf_free(&want);
	/* Where it cannot be written, nothing is imported. */
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(unlink(g.target), 0);
	{
		struct err e;

		assert_false(import(&e));
		assert_int_equal(e.code, ERR_DATA);
		assert_contains(e.text, "rejected.tsv");
		import_result_free(&g.result);
	}
	assert_int_equal(files_in(g.out), 0);
}

/* --- two at once ----------------------------------------------------------------------------- */

static void
test_lock(void **state)
{
	struct build_counts counts;
	struct buf lines = BUF_INIT;
	struct err e;
	char path[600];
	int fd;

	(void)state;
	must_build();
	snprintf(path, sizeof path, "%s.lock", g.target);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	must_fail(ERR_DATA, "another career");
	assert_false(build_again(&g.want, &lines, &counts, &e));
	assert_int_equal(e.code, ERR_DATA);
	assert_contains(e.text, "try again");
	buf_free(&lines);
	/* A lock that nobody holds any more is in nobody's way. */
	close(fd);
	must_import();
	assert_int_equal(files_in(g.out), 1);
}

/* --- ends of a process ----------------------------------------------------------------------- */

static int
import_as_nobody(const char *path)
{
	struct err e;

	(void)path;
	if (import(&e))
		return 1;
	return strstr(e.text, g.target) != NULL && strstr(e.text, "Permission denied") != NULL ? 0
											       : 2;
}

static void
test_read_only_folder(void **state)
{
	char *before;

	(void)state;
	must_build();
	before = dump();
	assert_int_equal(chmod(g.in, 0755), 0);
	assert_int_equal(chmod(g.home, 0777), 0);
	assert_int_equal(chmod(g.out, 0555), 0);
	assert_int_equal(run_unprivileged(import_as_nobody, g.target), 0);
	assert_int_equal(files_in(g.out), 1);
	assert_dump(before);
	free(before);
}

static void
write_large(void)
{
	struct buf text = BUF_INIT;

	buf_adds(&text, "alpha soc,title,growth\n");
	for (int i = 0; i < 3000; i++)
		buf_addf(&text, "11-%04d,Occupation %d,%d\n", i, i * 7919 % 3000, i);
	write_text(g.file, text.data);
	buf_free(&text);
}

static void
limit_file_size(long bytes)
{
	struct rlimit lim = {(rlim_t)bytes, (rlim_t)bytes};

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &lim) != 0)
		_exit(99);
}

static void
die(int sig)
{
	(void)sig;
	kill(getpid(), SIGKILL);
}

static void
die_when_full(long bytes)
{
	limit_file_size(bytes);
	signal(SIGXFSZ, die);
}

static void
die_when_told(long n)
{
	g.die_at = (unsigned)n;
}

/* Imports in a child; `prepare` says what ends it. The status of waitpid. */
static int
import_in_child(void (*prepare)(long how), long how)
{
	struct err e;
	int status = -1;
	pid_t pid = fork();

	if (pid == 0) {
		prepare(how);
		_exit(import(&e) ? 0 : (int)e.code);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

/* No room: an error at whatever byte it happens. */
static void
test_no_room(void **state)
{
	enum { MOMENTS = 12 };
	char *before;
	struct stat st;

	(void)state;
	must_build();
	before = dump();
	write_large();
	g.want.dry = true;
	assert_int_equal(import_in_child(die_when_told, 0), 0);
	g.want.dry = false;
	assert_int_equal(stat(g.target, &st), 0);
	for (long i = 0; i < MOMENTS; i++) {
		int status = import_in_child(limit_file_size, (long)st.st_size * i / MOMENTS);

		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), ERR_DATA);
		assert_int_equal(files_in(g.out), 1);
		assert_dump(before);
		if (file_is_dir(inputs("")))
			assert_int_equal(files_in(inputs("")), 0);
	}
	free(before);
	must_import();
}

static void
put_old(const char *old)
{
	size_t len;
	char *bytes = temp_read(old, &len);

	temp_write(g.target, bytes, len);
	free(bytes);
}

/* After a kill: the old catalog or the new one, and the next import clears up. */
static void
check_killed(int status, const char *old, const char *new, size_t *kept)
{
	char *now = dump();

	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	if (strcmp(now, old) == 0)
		(*kept)++;
	else
		assert_string_equal(now, new);
	free(now);
	must_import();
	assert_int_equal(files_in(g.out), 1);
	assert_int_equal(files_in(inputs("")), 1);
	assert_dump(new);
}

static void
test_killed(void **state)
{
	enum { MOMENTS = 10 };
	char saved[600], *old, *new;
	size_t kept = 0;
	unsigned long whole, seed = 20240601;
	struct stat st;

	(void)state;
	must_build();
	old = dump();
	snprintf(saved, sizeof saved, "%s/old.db", g.in);
	{
		size_t len;
		char *bytes = temp_read(g.target, &len);

		temp_write(saved, bytes, len);
		free(bytes);
	}
	write_large();
	must_import();
	whole = g.told;
	new = dump();
	assert_string_not_equal(old, new);
	assert_true(whole > MOMENTS);
	for (unsigned i = 0; i < MOMENTS; i++) {
		seed = (seed * 1103515245 + 12345) & 0x7fffffff;
		put_old(saved);
		check_killed(
		    import_in_child(die_when_told, 1 + (long)(seed % whole)), old, new, &kept);
	}
	assert_int_equal(kept, MOMENTS);
	assert_int_equal(stat(g.target, &st), 0);
	for (long i = 0; i < MOMENTS; i++) {
		put_old(saved);
		check_killed(import_in_child(die_when_full, (long)st.st_size * i / MOMENTS), old,
		    new, &kept);
	}
	free(old);
	free(new);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_import),
	    TEST(test_twice_is_once),
	    TEST(test_order_does_not_matter),
	    TEST(test_release_replaced),
	    TEST(test_builds_keep_sets),
	    TEST(test_other_schema),
	    TEST(test_own_place),
	    TEST(test_parts),
	    TEST(test_parts_are_one_set),
	    TEST(test_parts_that_stay_are_said),
	    TEST(test_part_of_folder_replaced),
	    TEST(test_part_of_zip_replaced),
	    TEST(test_kept_is_older),
	    TEST(test_kept_part_is_gone),
	    TEST(test_folder_of_folders),
	    TEST(test_retrieved),
	    TEST(test_other_schema_nothing_kept),
	    TEST(test_kept_is_bad),
	    TEST(test_damaged),
	    TEST(test_foreign),
	    TEST(test_kept_renaming_cut),
	    TEST(test_kept_unwritable),
	    TEST(test_not_recognised),
	    TEST(test_reason_is_told),
	    TEST(test_bombs_are_told),
	    TEST(test_bad_files),
	    TEST(test_dry_run),
	    TEST(test_rejects),
	    TEST(test_lock),
	    TEST(test_read_only_folder),
	    TEST(test_no_room),
	    TEST(test_killed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
