/*
 * Stored frames that were tampered with: loading refuses them or gives a frame that can be used.
 *
 * The input is a list of changes to the BLOBs of one stored frame, six bytes each: column, part, how,
 * place (2 bytes), value.
 */
#include "career/base/mem.h"
#include "career/frame/parts.h"
#include "career/frame/scan.h"
#include "career/store/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { COLS = 4, CHANGE = 6 };
static const struct col_spec columns[COLS] = {
    {"name", COL_CODE, true},
    {"kind", COL_CODE, false},
    {"cost", COL_NUM, false},
    {"role", COL_LIST, true},
};
static const struct frame_spec spec = {"fuzz", "v_fuzz", "id", columns, COLS, false};

static void
must(bool ok, const struct err *e)
{
	if (ok)
		return;
	fprintf(stderr, "%s\n", e->text);
	abort();
}

static struct db *
pristine(void)
{
	struct frame f;
	struct err e;
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	must(db && catalog_create(db, &e), &e);
	must(db_exec(db,
		 "CREATE VIEW v_fuzz AS WITH RECURSIVE n(id) AS"
		 " (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 300)"
		 " SELECT id, 'name ' || (id % 270) AS name, char(97 + id % 5) AS kind,"
		 " CASE WHEN id % 3 THEN id * 10 ELSE 'm1' END AS cost,"
		 " json_array('r' || (id % 4), 's' || (id % 3)) AS role FROM n",
		 &e),
	    &e);
	must(frame_build(&f, &spec, db, &e) && frame_store(&f, db, &e), &e);
	frame_free(&f);
	return db;
}

/* How a BLOB of `size` bytes changes; room for one more byte is there. */
static size_t
change(uint8_t *blob, size_t size, const uint8_t *c)
{
	size_t at = size ? (size_t)(c[3] << 8 | c[4]) % size : 0;

	switch (c[2] % 5) {
	case 0: /* a byte */
		if (size)
			blob[at] = c[5];
		return size;
	case 1: /* a bit */
		if (size)
			blob[at] ^= (uint8_t)(1u << (c[5] & 7));
		return size;
	case 2: /* an offset by one */
		if (size >= 4)
			blob[at & ~(size_t)3] =
			    (uint8_t)(blob[at & ~(size_t)3] + (c[5] & 1 ? 1 : 255));
		return size;
	case 3: /* shorter */
		return at;
	default:
		blob[size] = c[5];
		return size + 1;
	}
}

static void
apply(struct db *db, const uint8_t *c)
{
	char sql[160];
	const char *part = part_names[c[1] % PARTS];
	int pos = c[0] % COLS;
	struct stmt *st;
	struct err e;
	const void *blob;
	uint8_t *copy;
	size_t size;

	snprintf(sql, sizeof sql, "SELECT %s FROM frame_column WHERE pos = %d", part, pos);
	st = db_prepare(db, sql, &e);
	must(st && stmt_step(st, &e) == 1, &e);
	blob = stmt_blob(st, 0, &size);
	copy = mem_alloc(size + 1);
	if (size)
		memcpy(copy, blob, size);
	stmt_finalize(st);
	size = change(copy, size, c);
	snprintf(sql, sizeof sql, "UPDATE frame_column SET %s = ?1 WHERE pos = %d", part, pos);
	st = db_prepare(db, sql, &e);
	must(st != NULL, &e);
	stmt_bind_blob(st, 1, copy, size);
	must(stmt_run(st, &e), &e);
	stmt_finalize(st);
	free(copy);
}

/* Reads every array of the frame. */
static void
use(const struct frame *f)
{
	static const struct sort_key keys[] = {{3, true}, {0, false}, {2, false}, {1, true}};
	uint32_t *rows = mem_alloc(((size_t)f->rows + 1) * sizeof *rows), i, code;
	struct scan_result r;
	struct orders o;
	struct scan s;
	size_t seen = 0;

	scan_init(&s);
	s.facets[0] = 0;
	s.facets[1] = 3;
	s.nfacets = 2;
	s.ntests = 2;
	s.tests[0].kind = SCAN_RANGE;
	s.tests[0].col = 2;
	s.tests[0].hi = 2000;
	s.tests[0].guard_col = 1;
	bitset_init(&s.tests[0].guard, f->cols[1].dict.n);
	bitset_fill(&s.tests[0].guard, true);
	s.tests[1].kind = SCAN_PRESENT;
	s.tests[1].col = 3;
	scan_result_init(&r);
	scan_run(&s, f, &r);
	orders_init(&o);
	scan_walk(&r, orders_get(&o, f, keys, 4), rows);
	for (i = 0; i < f->rows; i++)
		seen += strlen(frame_text(f, 0, i)) + strlen(frame_text(f, 1, i));
	for (code = 0; code < f->cols[3].dict.n; code++)
		seen += strlen(dict_text(&f->cols[3].dict, code))
		    + strlen(dict_fold(&f->cols[3].dict, code));
	if (seen == 0 && f->rows > 1000)
		abort();
	orders_free(&o);
	scan_result_free(&r);
	scan_free(&s);
	free(rows);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct db *db;
	struct frame f;
	struct err e;
	bool sound;

	if (!db)
		db = pristine();
	must(db_begin(db, &e), &e);
	for (; size >= CHANGE; size -= CHANGE, data += CHANGE)
		apply(db, data);
	sound = frame_load(&f, &spec, db, &e);
	if (sound) {
		use(&f);
		frame_free(&f);
	}
	/* Cells that are read late: the same is found out, only later. */
	if (frame_open(&f, &spec, db, 0, &e)) {
		use(&f);
		if (sound && frame_damage(&f))
			abort();
		frame_free(&f);
	} else if (sound) {
		abort();
	}
	db_rollback(db);
	return 0;
}
