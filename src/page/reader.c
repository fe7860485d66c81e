/*
 * reader.c - what every page reads the catalog through.
 */
#include "career/page/pages.h"

#include <string.h>

bool
reader_open(struct reader *r, struct db *db, struct err *e)
{
	memset(r, 0, sizeof *r);
	r->db = db;
	arena_init(&r->arena);
	return sources_load(&r->sources, db, &r->arena, e);
}

void
reader_close(struct reader *r)
{
	arena_free(&r->arena);
	memset(r, 0, sizeof *r);
}
