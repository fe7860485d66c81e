/* dump.c - a catalog in words. */
#include "dump.h"

#include "career/base/buf.h"
#include "career/store/catalog.h"
#include "check.h"
#include "packdir.h"

#include <stdlib.h>
#include <string.h>

char *
dump_catalog(const char *path)
{
	struct err e;
	struct db *db = catalog_open(path, &e);
	struct stmt *tables, *st;
	struct buf out = BUF_INIT, sql = BUF_INIT;

	assert_ok(db != NULL);
	tables =
	    db_prepare(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", &e);
	assert_ok(tables != NULL);
	while (stmt_step(tables, &e) == 1) {
		buf_addf(&out, "-- %s\n", stmt_str(tables, 0));
		buf_clear(&sql);
		buf_addf(&sql, "SELECT * FROM \"%s\"", stmt_str(tables, 0));
		st = db_prepare(db, sql.data, &e);
		assert_ok(st != NULL);
		while (stmt_step(st, &e) == 1) {
			for (int i = 0; i < stmt_columns(st); i++) {
				size_t len;
				const unsigned char *bytes = stmt_blob(st, i, &len);

				buf_adds(&out, stmt_null(st, i) ? "|null" : "|");
				for (size_t k = 0; k < len; k++)
					buf_addf(&out,
					    bytes[k] >= ' ' && bytes[k] < 127 ? "%c" : "\\%02x",
					    bytes[k]);
			}
			buf_addc(&out, '\n');
		}
		stmt_finalize(st);
	}
	stmt_finalize(tables);
	buf_free(&sql);
	assert_string_equal(packdir_ask(db, "PRAGMA integrity_check"), "ok");
	db_close(db);
	return buf_take(&out);
}

static const char *
line_behind(const char *s)
{
	s += strcspn(s, "\n");
	return s + (*s == '\n');
}

void
dump_same(const char *now, const char *want)
{
	const char *a = now, *b = want;

	while (*a != '\0' && strcspn(a, "\n") == strcspn(b, "\n")
	    && strncmp(a, b, strcspn(a, "\n")) == 0) {
		a = line_behind(a);
		b = line_behind(b);
	}
	if (*a != '\0' || *b != '\0')
		fail_msg("the catalog is another one: '%.*s' instead of '%.*s'",
		    (int)strcspn(a, "\n"), a, (int)strcspn(b, "\n"), b);
}

void
dump_must_be(const char *path, const char *want)
{
	char *now = dump_catalog(path);

	dump_same(now, want);
	free(now);
}

/* "SELECT count(*), count(a), total(length(a)), total(a), min(a), max(a) ... FROM t" */
static void
put_sums(struct db *db, const char *table, struct buf *sql)
{
	struct stmt *st;
	struct err e;

	buf_adds(sql, "SELECT count(*)");
	st = db_prepare(db, "SELECT name FROM pragma_table_info(?1)", &e);
	assert_ok(st != NULL);
	stmt_bind_text(st, 1, table);
	while (stmt_step(st, &e) == 1) {
		const char *c = stmt_str(st, 0);

		buf_addf(sql,
		    ", count(\"%s\"), total(length(\"%s\")), total(\"%s\"), min(\"%s\"), max(\"%s\")",
		    c, c, c, c, c);
	}
	stmt_finalize(st);
	buf_addf(sql, " FROM \"%s\"", table);
}

char *
dump_sums(struct db *db)
{
	struct buf out = BUF_INIT, sql = BUF_INIT;
	struct err e;
	struct stmt *st,
	    *tables = db_prepare(
		db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", &e);

	assert_ok(tables != NULL);
	while (stmt_step(tables, &e) == 1) {
		buf_clear(&sql);
		put_sums(db, stmt_str(tables, 0), &sql);
		st = db_prepare(db, sql.data, &e);
		assert_ok(st != NULL && stmt_step(st, &e) == 1);
		buf_adds(&out, stmt_str(tables, 0));
		for (int i = 0; i < stmt_columns(st); i++)
			buf_addf(&out, " %s", stmt_str(st, i));
		buf_addc(&out, '\n');
		stmt_finalize(st);
	}
	stmt_finalize(tables);
	buf_free(&sql);
	return buf_take(&out);
}
