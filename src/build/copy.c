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
	static const char *const made[] = {
	    "frame", "frame_column", "served", "guide_role", "role_code", "series", "import", NULL};

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

		if (strcmp(name, "role") == 0 || strcmp(name, "source") == 0)
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
	    && copy_of_source(db, "series", "source_id", source, e);

	for (const char *const *t = imp->tables; ok && *t != NULL; t++)
		ok = copy_table(db, *t, source, e);
	return ok;
}

/* What the columns of a table state. */
static bool
copy_series(struct db *db, const char *table, int64_t source, struct err *e)
{
	struct buf where = BUF_INIT;
	bool ok;

	buf_addf(&where, "WHERE source_id = %lld AND relation = '%s'", (long long)source, table);
	ok = copy_rows(db, "series", where.data, e);
	buf_free(&where);
	return ok;
}

bool
copy_others(
    struct db *db, const struct importer *imp, int64_t source, struct input *in, struct err *e)
{
	for (const char *const *t = imp->tables; *t != NULL; t++)
		if (!imp->brings(in, *t)
		    && (!copy_table(db, *t, source, e) || !copy_series(db, *t, source, e)))
			return false;
	return true;
}
