/*
 * profile_text.c - a profile as JSON Lines, and from them.
 *
 * One line names the format, each further one is a row: {"table":"mark","list":"roles","key":"..."}. SQLite reads
 * and writes the JSON. What comes in is a stranger's until each of its keys and values was looked at.
 */
#include "career/base/text.h"
#include "profile_file.h"

#include <string.h>

const struct profile_table profile_tables[] = {
    {"setting", "settings", "name", {"name", "value"}},
    {"mark", "marks", "list, key", {"list", "key", "made"}},
    {"saved", "saved filters", "list, name", {"list", "name", "query", "off", "adds", "made"}},
    {"skill_state", "skills", "skill", {"skill", "name", "state", "level", "changed"}},
    {"item", "shortlist", "position, list, key",
	{"list", "key", "title", "position", "headline", "added"}},
    {"note", "notes", "list, key", {"list", "key", "title", "text", "changed"}},
    {"tag", "tags", "list, key, tag", {"list", "key", "title", "tag"}},
    {"looked", "things looked at", "last, list, key", {"list", "key", "title", "n", "last"}},
    {"answer", "answers on interests", "item", {"item", "value", "changed"}},
    {"usage", "counts of commands", "command", {"command", "n", "last"}},
    {"history", "typed lines", "id", {"kind", "line", "made"}},
};
const size_t nprofile_tables = sizeof profile_tables / sizeof *profile_tables;

enum { FORMAT = 1 };

static size_t
columns_of(const struct profile_table *t)
{
	size_t n = 0;

	while (n < PROFILE_COLUMNS && t->columns[n])
		n++;
	return n;
}

/* --- out ------------------------------------------------------------------------------------- */

static struct stmt *
export_stmt(struct db *db, const struct profile_table *t, struct err *e)
{
	struct buf sql = BUF_INIT;
	struct stmt *st;

	buf_addf(&sql, "SELECT json_object('table', '%s'", t->name);
	for (size_t i = 0; i < columns_of(t); i++)
		buf_addf(&sql, ", '%s', \"%s\"", t->columns[i], t->columns[i]);
	buf_addf(&sql, ") FROM \"%s\" ORDER BY %s", t->name, t->order);
	st = db_prepare(db, sql.data, e);
	buf_free(&sql);
	return st;
}

static bool
export_table(struct db *db, const struct profile_table *t, struct buf *out, struct err *e)
{
	struct stmt *st = export_stmt(db, t, e);
	int rc = -1;

	while (st && (rc = stmt_step(st, e)) == 1)
		buf_addf(out, "%s\n", stmt_str(st, 0));
	stmt_finalize(st);
	return rc == 0;
}

bool
profile_export(struct profile *p, struct buf *out, struct err *e)
{
	bool ok = true, own;

	buf_addf(out, "{\"career_profile\":%d}\n", FORMAT);
	if (!p->db)
		return true;
	own = !db_in_transaction(p->db);
	if (own && !db_begin(p->db, e)) /* all tables as of one moment */
		return false;
	for (size_t i = 0; ok && i < nprofile_tables; i++)
		ok = export_table(p->db, &profile_tables[i], out, e);
	if (own)
		db_rollback(p->db);
	return ok;
}

size_t
profile_count(struct profile *p, size_t table)
{
	char sql[80] = "SELECT count(*) FROM ";
	int64_t n = 0;
	struct err e;

	strncat(sql, profile_tables[table].name, 40);
	return p->db && db_int(p->db, sql, &n, &e) ? (size_t)n : 0;
}

/* --- in -------------------------------------------------------------------------------------- */

/* The statements of one table, made when its first row comes. Parameter 1 of each is the line. */
struct intake {
	struct stmt *same, *add, *replace;
};

struct reading {
	struct db *db;
	const char *name;
	size_t line;
	struct stmt *keys; /* of the line: name, type, value */
	struct intake intake[16];
	struct profile_imported *n;
};

static bool
fail(struct reading *r, struct err *e, const char *what, const char *which)
{
	return err_set(
	    e, ERR_DATA, "%s:%zu: %s%s%s", r->name, r->line, what, *which ? " " : "", which);
}

static struct stmt *
prepare_row(struct db *db, const struct profile_table *t, const char *head, const char *between,
    struct err *e)
{
	struct buf sql = BUF_INIT;
	struct stmt *st;

	buf_adds(&sql, head);
	for (size_t i = 0; i < columns_of(t); i++) {
		buf_adds(&sql, i > 0 ? between : "");
		if (*between == ' ')
			buf_addf(&sql, "\"%s\" IS ", t->columns[i]);
		buf_addf(&sql, "json_extract(?1, '$.%s')", t->columns[i]);
	}
	buf_adds(&sql, *between == ' ' ? "" : ")");
	st = db_prepare(db, sql.data, e);
	buf_free(&sql);
	return st;
}

/* "INSERT OR IGNORE INTO mark ("list", "key") VALUES (" */
static void
insert_head(struct buf *out, const struct profile_table *t, const char *verb)
{
	buf_clear(out);
	buf_addf(out, "INSERT OR %s INTO \"%s\" (", verb, t->name);
	for (size_t i = 0; i < columns_of(t); i++)
		buf_addf(out, "%s\"%s\"", i > 0 ? ", " : "", t->columns[i]);
	buf_adds(out, ") VALUES (");
}

static bool
intake_ready(struct reading *r, struct intake *in, const struct profile_table *t, struct err *e)
{
	struct buf head = BUF_INIT;

	if (in->same)
		return true;
	buf_addf(&head, "SELECT 1 FROM \"%s\" WHERE ", t->name);
	in->same = prepare_row(r->db, t, head.data, " AND ", e);
	insert_head(&head, t, "IGNORE");
	in->add = in->same ? prepare_row(r->db, t, head.data, ", ", e) : NULL;
	insert_head(&head, t, "REPLACE");
	in->replace = in->add ? prepare_row(r->db, t, head.data, ", ", e) : NULL;
	buf_free(&head);
	return in->replace;
}

static int
find_name(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

/* What the first key says, "table" as it is written: the table; nprofile_tables for the line of the format;
 * -1: neither. */
static int
look_at_first(struct reading *r, struct err *e)
{
	const char *key = stmt_str(r->keys, 0), *value = stmt_str(r->keys, 2);

	if (strcmp(key, "career_profile") == 0) {
		if (stmt_int(r->keys, 2) == FORMAT)
			return (int)nprofile_tables;
		fail(r, e, "written by a newer program, format", value);
		return -1;
	}
	for (size_t i = 0; i < nprofile_tables && strcmp(key, "table") == 0; i++)
		if (strcmp(profile_tables[i].name, value) == 0)
			return (int)i;
	fail(r, e, "not a row of a profile: it begins with", key);
	return -1;
}

static bool
look_at_value(struct reading *r, const struct profile_table *t, unsigned *seen, struct err *e)
{
	const char *key = stmt_str(r->keys, 0), *type = stmt_str(r->keys, 1);
	int at = find_name(t->columns, columns_of(t), key);

	if (at < 0)
		return fail(r, e, "no such key:", key);
	if (strcmp(type, "text") != 0 && strcmp(type, "integer") != 0)
		return fail(r, e, "not a text or a whole number:", key);
	*seen |= 1u << at;
	return true;
}

/* Its table, with every one of its columns and nothing else; -1: *e says what is wrong. */
static int
look_at(struct reading *r, const char *line, struct err *e)
{
	const struct profile_table *t;
	unsigned seen = 0;
	int rc, table;

	stmt_bind_text(r->keys, 1, line);
	rc = stmt_step(r->keys, e);
	if (rc != 1) {
		fail(r, e, "not a JSON object on one line", "");
		return -1;
	}
	table = look_at_first(r, e);
	if (table < 0 || table == (int)nprofile_tables)
		return table;
	t = &profile_tables[table];
	while ((rc = stmt_step(r->keys, e)) == 1)
		if (!look_at_value(r, t, &seen, e))
			return -1;
	for (size_t i = 0; rc == 0 && i < columns_of(t); i++)
		if (!(seen & 1u << i)) {
			fail(r, e, "without its key:", t->columns[i]);
			return -1;
		}
	return rc == 0 ? table : -1;
}

static bool
run_line(struct stmt *st, const char *line, struct err *e)
{
	stmt_reset(st);
	stmt_bind_text(st, 1, line);
	return stmt_run(st, e);
}

static bool
take_row(struct reading *r, int table, const char *line, struct err *e)
{
	struct intake *in = &r->intake[table];
	int rc;

	if (!intake_ready(r, in, &profile_tables[table], e))
		return false;
	stmt_reset(in->same);
	stmt_bind_text(in->same, 1, line);
	rc = stmt_step(in->same, e);
	stmt_reset(in->same);
	if (rc != 0) {
		r->n->same += rc == 1;
		return rc == 1;
	}
	if (!run_line(in->add, line, e))
		return err_prefix(e, "%s:%zu", r->name, r->line);
	if (db_changes(r->db) > 0) {
		r->n->added++;
		return true;
	}
	if (!run_line(in->replace, line, e))
		return err_prefix(e, "%s:%zu", r->name, r->line);
	r->n->replaced++;
	return true;
}

static bool
take_line(struct reading *r, const char *line, struct err *e)
{
	int table;

	if (!text_valid(line, strlen(line)))
		return fail(r, e, "not valid UTF-8", "");
	table = look_at(r, line, e);
	stmt_reset(r->keys);
	if (table < 0)
		return false;
	if (r->line == 1 && table != (int)nprofile_tables)
		return fail(
		    r, e, "not an exported profile: no line {\"career_profile\":1} in front", "");
	return table == (int)nprofile_tables || take_row(r, table, line, e);
}

static bool
take_lines(struct reading *r, const char *bytes, size_t len, struct err *e)
{
	struct buf line = BUF_INIT;
	bool ok = true;

	for (size_t at = 0; ok && at < len; at++) {
		const char *end = memchr(bytes + at, '\n', len - at);
		size_t n = end ? (size_t)(end - bytes) - at : len - at;

		r->line++;
		buf_clear(&line);
		buf_add(&line, bytes + at, n);
		at += n;
		if (memchr(line.data, '\0', n))
			ok = fail(r, e, "a NUL byte", "");
		else if (n > strspn(line.data, " \t\r"))
			ok = take_line(r, line.data, e);
	}
	buf_free(&line);
	return ok;
}

static void
reading_free(struct reading *r)
{
	stmt_finalize(r->keys);
	for (size_t i = 0; i < nprofile_tables; i++) {
		stmt_finalize(r->intake[i].same);
		stmt_finalize(r->intake[i].add);
		stmt_finalize(r->intake[i].replace);
	}
}

bool
profile_import(struct profile *p, const char *name, const char *bytes, size_t len,
    struct profile_imported *n, struct err *e)
{
	struct reading r = {.name = name, .n = n};
	bool ok, own;

	_Static_assert(
	    sizeof r.intake / sizeof *r.intake >= sizeof profile_tables / sizeof *profile_tables,
	    "a place for each table");
	*n = (struct profile_imported){0};
	if (len == 0)
		return err_set(e, ERR_DATA, "%s is empty, an exported profile was expected", name);
	if (!profile_make_ready(p, e))
		return false;
	r.db = p->db;
	r.keys = db_prepare(p->db, "SELECT key, type, atom FROM json_each(?1)", e);
	ok = r.keys && profile_begin(p, &own, e);
	if (ok)
		ok = profile_end(p, own, take_lines(&r, bytes, len, e), e);
	reading_free(&r);
	return ok;
}
