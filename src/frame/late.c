#include "late.h"

#include "career/base/mem.h"
#include "career/frame/check.h"
#include "career/frame/parts.h"

#include <string.h>

struct late {
	struct lateness *all;
	int64_t rowid; /* in frame_column */
	void *cells;
};

struct lateness {
	struct db *db;
	uint32_t rows;
	struct err why; /* the first damage; code ERR_NONE without one */
	struct late col[];
};

bool
late_cells(struct column *c, int64_t rowid, uint32_t rows, struct db *db, struct err *e)
{
	uint32_t limit = c->spec->kind == COL_LIST ? c->lists : c->dict.n;

	if (rows > 0
	    && !db_blob_read(db, "frame_column", part_names[PART_CODES], rowid,
		column_part(c, PART_CODES), (size_t)rows * c->width, e))
		return false;
	if (c->spec->kind == COL_NUM)
		return check_nums(c->num, rows) || err_set(e, ERR_DATA, "unknown missing reason");
	return check_codes(c->codes, c->width, rows, limit)
	    || err_set(e, ERR_DATA, "a code is not below %u", limit);
}

struct lateness *
lateness_new(size_t ncols, uint32_t rows, struct db *db)
{
	struct lateness *l = mem_zero(1, sizeof *l + ncols * sizeof *l->col);

	l->db = db;
	l->rows = rows;
	return l;
}

void
lateness_add(struct lateness *l, size_t i, struct column *c, int64_t rowid)
{
	l->col[i] = (struct late){l, rowid, column_part(c, PART_CODES)};
	c->late = &l->col[i];
	c->codes = NULL;
	c->num = NULL;
}

static void
make_absent(struct column *c, void *cells, uint32_t rows)
{
	uint32_t i;

	memset(cells, 0, (size_t)rows * c->width);
	for (i = 0; c->spec->kind == COL_NUM && i < rows; i++)
		((int32_t *)cells)[i] = FRAME_MISSING + MISSING_NOT_STATED;
}

void
late_read(struct column *c)
{
	struct late *late = c->late;
	struct lateness *all = late->all;
	struct err e = {0};

	c->late = NULL;
	if (c->spec->kind == COL_NUM)
		c->num = late->cells;
	else
		c->codes = late->cells;
	if (late_cells(c, late->rowid, all->rows, all->db, &e))
		return;
	make_absent(c, late->cells, all->rows);
	err_prefix(&e, "column %s", c->spec->name);
	if (all->why.code == ERR_NONE)
		all->why = e;
}

const struct err *
frame_damage(const struct frame *f)
{
	return f->late && f->late->why.code != ERR_NONE ? &f->late->why : NULL;
}

bool
frame_need(const struct frame *f, int col)
{
	column_ready(&f->cols[col]);
	return frame_damage(f) == NULL;
}
