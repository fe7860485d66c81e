#include "frames.h"

#include "career/base/mem.h"
#include "career/frame/colmake.h"

#include <stdio.h>
#include <stdlib.h>

static const struct col_spec columns[R_COLS] = {
    [R_SMALL] = {"small", COL_CODE, true},
    [R_MIDDLE] = {"middle", COL_CODE, true},
    [R_LARGE] = {"large", COL_CODE, true},
    [R_UNIT] = {"unit", COL_CODE, false},
    [R_LIST] = {"list", COL_LIST, true},
    [R_MANY] = {"many", COL_LIST, true},
    [R_NUM] = {"num", COL_NUM, false},
    [R_END] = {"end", COL_NUM, false},
    [R_WIDE] = {"wide", COL_NUM, false},
    [R_EVEN] = {"even", COL_NUM, false},
};

const struct frame_spec random_spec = {"random", "v_random", "id", columns, R_COLS, false};

uint32_t
rng_next(struct rng *r)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 7;
	r->state ^= r->state << 17;
	return (uint32_t)(r->state >> 32);
}

uint32_t
rng_below(struct rng *r, uint32_t n)
{
	return (uint32_t)((uint64_t)rng_next(r) * n >> 32);
}

bool
rng_chance(struct rng *r, uint32_t percent)
{
	return rng_below(r, 100) < percent;
}

static void
put_text(struct colmake *m, struct rng *r, uint32_t kinds, uint32_t absent)
{
	char text[32];
	uint32_t k = rng_chance(r, 50) ? 0 : rng_below(r, kinds);

	snprintf(text, sizeof text, "%c word %u", 'a' + (int)(k % 26), k);
	colmake_text(m, rng_chance(r, absent) ? "" : text);
}

static void
put_large(struct colmake *m, struct rng *r, uint32_t row)
{
	char text[32];

	snprintf(text, sizeof text, "entry %u", rng_chance(r, 3) ? rng_below(r, row + 1) : row);
	colmake_text(m, rng_chance(r, 1) ? "" : text);
}

static void
put_list(struct colmake *m, struct rng *r, uint32_t longest, uint32_t kinds)
{
	char json[128];
	uint32_t i, n = rng_below(r, longest + 1);
	int at = snprintf(json, sizeof json, "[");

	for (i = 0; i < n; i++)
		at += snprintf(json + at, sizeof json - (size_t)at, "%s\"item %u\"", i ? "," : "",
		    rng_below(r, kinds));
	snprintf(json + at, sizeof json - (size_t)at, "]");
	colmake_json(m, json);
}

static int32_t
absent(struct rng *r)
{
	return FRAME_MISSING + (int32_t)rng_below(r, MISSING_KINDS);
}

static void
put_row(struct colmake *m, struct rng *r, uint32_t row)
{
	int32_t num = (int32_t)rng_below(r, 61);
	int32_t wide = (int32_t)rng_next(r);

	put_text(&m[R_SMALL], r, 12, 10);
	put_text(&m[R_MIDDLE], r, 3000, 5);
	put_large(&m[R_LARGE], r, row);
	put_text(&m[R_UNIT], r, 3, 5);
	put_list(&m[R_LIST], r, 4, 20);
	put_list(&m[R_MANY], r, 3, 900);
	colmake_num(&m[R_NUM], rng_chance(r, 33) ? absent(r) : num);
	colmake_num(&m[R_END], rng_chance(r, 50) ? absent(r) : num + (int32_t)rng_below(r, 25));
	colmake_num(&m[R_WIDE], rng_chance(r, 5) || frame_is_missing(wide) ? absent(r) : wide);
	colmake_num(&m[R_EVEN], 1000 + (int32_t)rng_below(r, 5));
}

void
frame_random(struct frame *f, uint64_t seed, uint32_t rows)
{
	struct rng r = {seed * 0x9e3779b97f4a7c15u + 1};
	struct colmake m[R_COLS];
	struct err e;
	int32_t *id;
	uint32_t i;

	for (i = 0; i < R_COLS; i++)
		colmake_init(&m[i], &columns[i]);
	for (i = 0; i < rows; i++)
		put_row(m, &r, i);
	*f = (struct frame){.spec = &random_spec, .rows = rows};
	f->cols = mem_zero(R_COLS, sizeof *f->cols);
	f->id = f->mem = id = mem_alloc(rows * sizeof *id);
	for (i = 0; i < rows; i++)
		id[i] = (int32_t)(rows - i);
	for (i = 0; i < R_COLS; i++) {
		if (!colmake_finish(&m[i], &f->cols[i], &e))
			abort();
		colmake_free(&m[i]);
	}
}
