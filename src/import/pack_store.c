/*
 * pack_store.c - rows of a checked pack set into an empty catalog.
 *
 * The statement of each section is made from the section table alone: column names are constants.
 */
#include "career/base/text.h"
#include "pack_values.h"

#include <string.h>

/* Column names of one field into `out`, each preceded by ", "; returns how many. */
static int
field_columns(const struct pack_field *f, struct buf *out)
{
	switch (f->type) {
	case PACK_CHILD:
		return 0;
	case PACK_SPAN:
		buf_addf(out, ", %s_lo, %s_hi", f->name, f->name);
		return 2;
	case PACK_YEAR:
		buf_addf(out, ", %s, %s_year", f->name, f->name);
		return 2;
	case PACK_ABOUT:
		buf_adds(out, ", about_kind, about_key, about_id");
		return 3;
	default:
		buf_addf(out, ", \"%s\"", f->column != NULL ? f->column : f->name);
		return 1;
	}
}

static struct stmt *
section_insert(struct db *db, const struct pack_section *sec, struct err *e)
{
	struct buf sql = BUF_INIT;
	struct stmt *st;
	int n = 2;

	buf_addf(&sql, "INSERT INTO \"%s\" (id, pack", sec->table);
	if (sec->parent != SEC_COUNT) {
		buf_adds(&sql, ", parent_id");
		n++;
	}
	for (size_t i = 0; i < sec->nfields; i++)
		if (!(sec == &pack_sections[SEC_PACK] && i == 0))
			n += field_columns(&sec->fields[i], &sql);
	buf_adds(&sql, ") VALUES (?");
	while (--n > 0)
		buf_adds(&sql, ", ?");
	buf_addc(&sql, ')');
	st = db_prepare(db, sql.data, e);
	buf_free(&sql);
	return st;
}

static void
bind_num(struct stmt *st, int pos, bool has, double v)
{
	if (has)
		stmt_bind_num(st, pos, v);
	else
		stmt_bind_null(st, pos);
}

static void
bind_ref(struct stmt *st, int pos, int64_t id)
{
	if (id != 0)
		stmt_bind_int(st, pos, id);
	else
		stmt_bind_null(st, pos);
}

/* The text a column gets: the entry's own, or the key made from another field. */
static const char *
text_of(const struct pack_row *row, size_t i)
{
	const struct pack_section *sec = &pack_sections[row->section];

	if ((int)i == sec->key && row->key != NULL)
		return row->key;
	if (row->section == SEC_PROGRAMS && strcmp(sec->fields[i].name, "status") == 0
	    && row->v[i].text == NULL)
		return "open";
	return row->v[i].text;
}

static int
bind_field(struct stmt *st, int pos, const struct pack_row *row, size_t i)
{
	const struct pack_value *v = &row->v[i];

	switch (pack_sections[row->section].fields[i].type) {
	case PACK_CHILD:
		return pos;
	case PACK_NUM:
	case PACK_INT:
	case PACK_BOOL:
		bind_num(st, pos, v->has_num, v->num);
		return pos + 1;
	case PACK_SPAN:
		bind_num(st, pos, v->has_num, v->num);
		bind_num(st, pos + 1, v->has_hi, v->hi);
		return pos + 2;
	case PACK_YEAR:
		stmt_bind_text(st, pos, v->text);
		bind_num(st, pos + 1, v->has_num, v->num);
		return pos + 2;
	case PACK_REF:
		bind_ref(st, pos, v->ref);
		return pos + 1;
	case PACK_ABOUT:
		stmt_bind_text(st, pos, v->kind);
		stmt_bind_text(st, pos + 1, v->text);
		bind_ref(st, pos + 2, v->ref);
		return pos + 3;
	default:
		stmt_bind_text(st, pos, text_of(row, i));
		return pos + 1;
	}
}

static bool
insert_row(struct stmt *st, const struct pack_set *set, const struct pack_row *row, struct err *e)
{
	const struct pack_section *sec = &pack_sections[row->section];
	int pos = 3;

	stmt_bind_int(st, 1, row->id);
	stmt_bind_text(st, 2, set->packs[row->pack]);
	if (row->parent != NULL)
		stmt_bind_int(st, pos++, row->parent->id);
	for (size_t i = 0; i < sec->nfields; i++)
		if (!(row->section == SEC_PACK && i == 0))
			pos = bind_field(st, pos, row, i);
	if (stmt_run(st, e))
		return true;
	return err_prefix(e, "%s:%u", row->file, row->node->line);
}

bool
pack_store(const struct pack_set *set, struct db *db, struct err *e)
{
	for (size_t s = 0; s < SEC_COUNT; s++) {
		const struct pack_rows *rows = &set->rows[s];
		struct stmt *st;
		bool ok = true;

		if (rows->n == 0)
			continue;
		st = section_insert(db, &pack_sections[s], e);
		if (st == NULL)
			return false;
		for (size_t i = 0; ok && i < rows->n; i++)
			if (rows->row[i]->same == NULL)
				ok = insert_row(st, set, rows->row[i], e);
		stmt_finalize(st);
		if (!ok)
			return false;
	}
	return true;
}
