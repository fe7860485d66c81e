/*
 * parts.c - the parts of a set that an import leaves as they are.
 */
#include "parts.h"

#include "career/base/mem.h"
#include "copy.h"

#include <stdlib.h>

static size_t
count_parts(const struct importer *imp)
{
	size_t n = 0;

	while (imp->parts != NULL && imp->parts[n].name != NULL)
		n++;
	return n;
}

void
parts_init(struct parts *p, const struct importer *imp, int64_t source, struct input *in)
{
	size_t members = input_count(in);

	*p = (struct parts){.imp = imp, .source = source, .n = count_parts(imp)};
	p->of = mem_zero(members + 1, sizeof *p->of);
	p->first = p->n;
	for (size_t i = 0; i < members && p->n > 0; i++) {
		p->of[i] = imp->part_of(in, i);
		if (p->of[i] < 0)
			continue;
		p->brought[p->of[i]] = true;
		if ((size_t)p->of[i] < p->first)
			p->first = (size_t)p->of[i];
	}
}

void
parts_free(struct parts *p)
{
	free(p->of);
	p->of = NULL;
}

static unsigned
brought_bits(const struct parts *p)
{
	unsigned bits = 0;

	for (size_t i = 0; i < p->n; i++)
		bits |= p->brought[i] ? 1u << i : 0;
	return bits;
}

bool
parts_find(struct parts *p, struct db *db, struct buf *lines, struct err *e)
{
	static const char sql[] = "SELECT part FROM old.import_part WHERE source_id = ?1";
	unsigned brought = brought_bits(p);
	struct stmt *st;
	int step = -1;

	if (p->n == 0)
		return true;
	st = db_prepare(db, sql, e);
	if (st != NULL)
		stmt_bind_int(st, 1, p->source);
	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		int64_t part = stmt_int(st, 0);

		if (part < 0 || (size_t)part >= p->n || p->brought[part])
			continue;
		p->stays[part] = (p->imp->parts[part].needs & brought) == 0;
		if (!p->stays[part])
			buf_addf(lines,
			    "%s: %s cannot stay, it refers to what is new: import it again\n",
			    p->imp->kind, p->imp->parts[part].name);
	}
	stmt_finalize(st);
	return step == 0;
}

/* Rows that only this part has never meet those of the run; the others keep their place among them. What a column of
 * several parts states is said by the first of them. */
static bool
copy_rows_of(const struct parts *p, struct db *db, size_t part, bool before, struct err *e)
{
	const struct import_rows *rows = p->imp->parts[part].rows;
	bool in_front = part < p->first;
	bool ok = true;

	for (; ok && rows->table != NULL; rows++) {
		if (before == (in_front || rows->where == NULL))
			ok = copy_some(db, rows->table, rows->where, p->source, e);
		if (ok && !before)
			ok = copy_series(db, rows->table, p->source, in_front, e);
	}
	return ok;
}

bool
parts_before(const struct parts *p, struct db *db, struct err *e)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->stays[i]
		    && (!copy_rows_of(p, db, i, true, e) || !copy_part(db, p->source, i, e)))
			return false;
	for (size_t i = 0; i < p->n; i++)
		if (p->brought[i] && p->imp->parts[i].clear != NULL
		    && !db_exec(db, p->imp->parts[i].clear, e))
			return false;
	return true;
}

bool
parts_after(const struct parts *p, struct db *db, struct err *e)
{
	for (size_t i = 0; i < p->n; i++) {
		const char *restore = p->imp->parts[i].restore;

		if (p->stays[i]
		    && (!copy_rows_of(p, db, i, false, e)
			|| (restore != NULL && !db_exec(db, restore, e))))
			return false;
	}
	return true;
}

void
parts_name_stays(const struct parts *p, struct buf *out)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->stays[i])
			buf_addf(out, "%s%s", out->len > 0 ? ", " : "", p->imp->parts[i].name);
}
