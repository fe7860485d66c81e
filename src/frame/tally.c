#include "career/frame/tally.h"

#include "career/base/mem.h"
#include "career/frame/parts.h"

#include <stdlib.h>
#include <string.h>

/* What cells say: codes, or numbers of lists. */
static size_t
kinds_of(const struct column *c)
{
	return c->spec->kind == COL_LIST ? c->lists : c->dict.n;
}

void
tally_start(struct tally *t, const struct column *c)
{
	size_t n = kinds_of(c);

	column_ready(c);
	if (t->col != c || t->turn != c->turn) {
		free(t->total);
		t->total = NULL;
	}
	t->col = c;
	t->turn = c->turn;
	t->nlanes = n <= TALLY_SMALL ? TALLY_LANES : 1;
	t->lanes = mem_reserve(t->lanes, &t->cap, n * t->nlanes, sizeof *t->lanes);
	memset(t->lanes, 0, n * t->nlanes * sizeof *t->lanes);
}

void
tally_free(struct tally *t)
{
	free(t->lanes);
	free(t->items);
	free(t->total);
}

/* From how often each list occurs to how often each item does. */
static void
count_items(struct tally *t)
{
	const struct column *c = t->col;
	uint32_t list, k;

	t->items = mem_reserve(t->items, &t->items_cap, c->dict.n, sizeof *t->items);
	memset(t->items, 0, c->dict.n * sizeof *t->items);
	for (list = 0; list < c->lists; list++) {
		if (c->start[list] == c->start[list + 1])
			t->items[0] += t->lanes[list];
		for (k = c->start[list]; k < c->start[list + 1]; k++)
			t->items[c->item[k]] += t->lanes[list];
	}
}

void
tally_finish(struct tally *t)
{
	size_t i, n = kinds_of(t->col);
	unsigned lane;

	for (lane = 1; lane < t->nlanes; lane++)
		for (i = 0; i < n; i++)
			t->lanes[i] += t->lanes[lane * n + i];
	if (t->col->spec->kind == COL_LIST)
		count_items(t);
	t->count = t->col->spec->kind == COL_LIST ? t->items : t->lanes;
}

/* `step` is the distance of the lanes, or 0 when there is only one. */
#define TALLY_LOOPS(all_name, some_name, type)                                                     \
	static void all_name(                                                                      \
	    uint32_t *restrict lane, size_t step, const type *restrict code, size_t n)             \
	{                                                                                          \
		uint32_t *lane1 = lane + step, *lane2 = lane1 + step, *lane3 = lane2 + step;       \
		size_t i;                                                                          \
                                                                                                   \
		for (i = 0; i + 4 <= n; i += 4) {                                                  \
			lane[code[i]]++;                                                           \
			lane1[code[i + 1]]++;                                                      \
			lane2[code[i + 2]]++;                                                      \
			lane3[code[i + 3]]++;                                                      \
		}                                                                                  \
		for (; i < n; i++)                                                                 \
			lane[code[i]]++;                                                           \
	}                                                                                          \
	static void some_name(uint32_t *restrict lane, size_t step, const type *restrict code,     \
	    const uint16_t *restrict row, size_t n)                                                \
	{                                                                                          \
		uint32_t *lane1 = lane + step, *lane2 = lane1 + step, *lane3 = lane2 + step;       \
		size_t i;                                                                          \
                                                                                                   \
		for (i = 0; i + 4 <= n; i += 4) {                                                  \
			lane[code[row[i]]]++;                                                      \
			lane1[code[row[i + 1]]]++;                                                 \
			lane2[code[row[i + 2]]]++;                                                 \
			lane3[code[row[i + 3]]]++;                                                 \
		}                                                                                  \
		for (; i < n; i++)                                                                 \
			lane[code[row[i]]]++;                                                      \
	}
TALLY_LOOPS(all8, some8, uint8_t)
TALLY_LOOPS(all16, some16, uint16_t)
TALLY_LOOPS(all32, some32, uint32_t)

void
tally_all(struct tally *t, uint32_t from, uint32_t n)
{
	size_t step = t->nlanes > 1 ? kinds_of(t->col) : 0;

	if (t->col->width == 1)
		all8(t->lanes, step, (const uint8_t *)t->col->codes + from, n);
	else if (t->col->width == 2)
		all16(t->lanes, step, (const uint16_t *)t->col->codes + from, n);
	else
		all32(t->lanes, step, (const uint32_t *)t->col->codes + from, n);
}

void
tally_some(struct tally *t, uint32_t from, const uint16_t *rows, uint32_t n)
{
	size_t step = t->nlanes > 1 ? kinds_of(t->col) : 0;

	if (t->col->width == 1)
		some8(t->lanes, step, (const uint8_t *)t->col->codes + from, rows, n);
	else if (t->col->width == 2)
		some16(t->lanes, step, (const uint16_t *)t->col->codes + from, rows, n);
	else
		some32(t->lanes, step, (const uint32_t *)t->col->codes + from, rows, n);
}

static uint32_t *
total_of(const struct column *c, uint32_t rows)
{
	struct tally all = {.col = NULL};

	tally_start(&all, c);
	tally_all(&all, 0, rows);
	tally_finish(&all);
	if (c->spec->kind != COL_LIST)
		return all.lanes;
	free(all.lanes);
	return all.items;
}

void
tally_others(struct tally *t, uint32_t rows)
{
	size_t i;

	if (!t->total)
		t->total = total_of(t->col, rows);
	for (i = 0; i < t->col->dict.n; i++)
		t->count[i] = t->total[i] - t->count[i];
}
