/*
 * copy.c - tables of the old catalog, by the names that the schema and the importers' tables give.
 */
#include "copy.h"

#include <string.h>

static bool
is_among(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static bool
copy_rows(struct db *db, const char *table, const char *where, struct err *e)
{
	struct buf sql = BUF_INIT;
	bool ok;

	buf_addf(&sql, "INSERT INTO main.\"%s\" SELECT * FROM old.\"%s\" %s", table, table, where);
	ok = db_exec(db, sql.data, e);
	buf_free(&sql);
	return ok || err_prefix(e, "copying %s", table);
}

/* Sets' tables and what is made at the end of every build. */
static bool
is_left_out(const char *name, const struct importer *const *table, size_t ntable)
{
	static const char *const made[] = {"frame", "frame_column", "served", "guide_role",
	    "role_code", "skill_code", "study_field", "study_tally", "study_school", "role_field",
	    "program_without", "program_tally", "field_tally", "series", "import", "import_part",
	    NULL};

	for (size_t i = 0; i < ntable; i++)
		if (table[i] != NULL && is_among(table[i]->tables, name))
			return true;
	return is_among(made, name);
}

bool
copy_packs(struct db *db, const struct importer *const *table, size_t ntable, struct err *e)
{
	struct stmt *st = db_query(db, "copy_tables", e);
	bool ok = st != NULL;
	int step = 0;

	while (ok && (step = stmt_step(st, e)) == 1) {
		const char *name = stmt_str(st, 0), *where = "";

		if (strcmp(name, "role") == 0 || strcmp(name, "skill") == 0
		    || strcmp(name, "source") == 0)
			where = "WHERE pack <> 'import'";
		ok = is_left_out(name, table, ntable) || copy_rows(db, name, where, e);
	}
	if (st != NULL)
		stmt_reset(st);
	return ok && step == 0;
}

static bool
names_source(struct db *db, const char *table, bool *yes, struct err *e)
{
	struct stmt *st = db_query(db, "copy_names_source", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, table);
	step = stmt_step(st, e);
	*yes = step == 1;
	stmt_reset(st);
	return step >= 0;
}

static bool
copy_of_source(struct db *db, const char *table, const char *column, int64_t source, struct err *e)
{
	struct buf where = BUF_INIT;
	bool ok;

	buf_addf(&where, "WHERE \"%s\" = %lld", column, (long long)source);
	ok = copy_rows(db, table, where.data, e);
	buf_free(&where);
	return ok;
}

static bool
copy_table(struct db *db, const char *table, int64_t source, struct err *e)
{
	bool named;

	return names_source(db, table, &named, e)
	    && (named ? copy_of_source(db, table, "source_id", source, e)
		      : copy_rows(db, table, "", e));
}

bool
copy_set(struct db *db, const struct importer *imp, int64_t source, struct err *e)
{
	bool ok = copy_of_source(db, "source", "id", source, e)
	    && copy_of_source(db, "import", "source_id", source, e)
	    && copy_of_source(db, "import_part", "source_id", source, e)
	    && copy_of_source(db, "series", "source_id", source, e);

	for (const char *const *t = imp->tables; ok && *t != NULL; t++)
		ok = copy_table(db, *t, source, e);
	return ok;
}

/* The columns of a table but `id`: rows among others get other ids. "" when it has no such column. */
static bool
columns_but_id(struct db *db, const char *table, struct buf *out, struct err *e)
{
	struct stmt *st = db_query(db, "copy_columns", e);
	bool has_id = false;
	int step = -1;

	buf_clear(out);
	if (st != NULL)
		stmt_bind_text(st, 1, table);
	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		if (strcmp(stmt_str(st, 0), "id") == 0)
			has_id = true;
		else
			buf_addf(out, "%s\"%s\"", out->len > 0 ? ", " : "", stmt_str(st, 0));
	}
	if (st != NULL)
		stmt_reset(st);
	if (!has_id)
		buf_clear(out);
	return step == 0;
}

/* Those that the condition is true of. */
static bool
copy_among(struct db *db, const char *verb, const char *table, const char *where, struct err *e)
{
	struct buf columns = BUF_INIT, sql = BUF_INIT;
	bool ok = columns_but_id(db, table, &columns, e);

	if (columns.len > 0)
		buf_addf(&sql,
		    "%s INTO main.\"%s\" (%s) SELECT %s FROM old.\"%s\" WHERE %s"
		    " ORDER BY id",
		    verb, table, columns.data, columns.data, table, where);
	else
		buf_addf(&sql, "%s INTO main.\"%s\" SELECT * FROM old.\"%s\" WHERE %s", verb, table,
		    table, where);
	ok = ok && db_exec(db, sql.data, e);
	buf_free(&columns);
	buf_free(&sql);
	return ok || err_prefix(e, "copying %s", table);
}

bool
copy_some(struct db *db, const char *table, const char *where, int64_t source, struct err *e)
{
	struct buf all = BUF_INIT;
	bool ok;

	if (where == NULL)
		return copy_table(db, table, source, e);
	buf_addf(&all, "source_id = %lld AND %s", (long long)source, where);
	ok = copy_among(db, "INSERT OR IGNORE", table, all.data, e);
	buf_free(&all);
	return ok;
}

bool
copy_series(struct db *db, const char *table, int64_t source, bool instead, struct err *e)
{
	struct buf where = BUF_INIT;
	bool ok;

	buf_addf(&where, "source_id = %lld AND relation = '%s'", (long long)source, table);
	ok = copy_among(
	    db, instead ? "INSERT OR REPLACE" : "INSERT OR IGNORE", "series", where.data, e);
	buf_free(&where);
	return ok;
}

bool
copy_part(struct db *db, int64_t source, size_t part, struct err *e)
{
	struct buf where = BUF_INIT;
	bool ok;

	buf_addf(&where, "WHERE source_id = %lld AND part = %zu", (long long)source, part);
	ok = copy_rows(db, "import_part", where.data, e);
	buf_free(&where);
	return ok;
}
