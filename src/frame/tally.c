#include "career/frame/tally.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

void
tally_start(struct tally *t, const struct column *c)
{
	size_t n = c->dict.n;

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
	free(t->total);
}

void
tally_finish(struct tally *t)
{
	size_t i, n = t->col->dict.n;
	unsigned lane;

	for (lane = 1; lane < t->nlanes; lane++)
		for (i = 0; i < n; i++)
			t->lanes[i] += t->lanes[lane * n + i];
}

/* `step` is the distance of the lanes: dict.n, or 0 when there is only one. */
#define TALLY_LOOPS(all_name, some_name, list_name, type)                                          \
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
	}                                                                                          \
	static void list_name(uint32_t *restrict lane, const struct column *c, uint32_t from,      \
	    const uint16_t *restrict row, size_t n)                                                \
	{                                                                                          \
		const uint32_t *start = c->start + from;                                           \
		const type *code = c->codes;                                                       \
		size_t i;                                                                          \
		uint32_t k;                                                                        \
                                                                                                   \
		for (i = 0; i < n; i++) {                                                          \
			uint32_t begin = start[row[i]], end = start[row[i] + 1];                   \
			uint32_t one = 0u - (begin < end), two = 0u - (begin + 1 < end);           \
                                                                                                   \
			lane[code[begin & one] & one]++;                                           \
			lane[code[(begin + 1) & two]] += two & 1;                                  \
			for (k = begin + 2; k < end; k++)                                          \
				lane[code[k]]++;                                                   \
		}                                                                                  \
	}
TALLY_LOOPS(all8, some8, list8, uint8_t)
TALLY_LOOPS(all16, some16, list16, uint16_t)
TALLY_LOOPS(all32, some32, list32, uint32_t)

static void
codes_all(struct tally *t, size_t at, size_t n)
{
	size_t step = t->nlanes > 1 ? t->col->dict.n : 0;

	if (t->col->width == 1)
		all8(t->lanes, step, (const uint8_t *)t->col->codes + at, n);
	else if (t->col->width == 2)
		all16(t->lanes, step, (const uint16_t *)t->col->codes + at, n);
	else
		all32(t->lanes, step, (const uint32_t *)t->col->codes + at, n);
}

void
tally_all(struct tally *t, uint32_t from, uint32_t n)
{
	const uint32_t *start = t->col->start;
	uint32_t i, none = 0;

	if (t->col->spec->kind == COL_CODE) {
		codes_all(t, from, n);
		return;
	}
	codes_all(t, start[from], start[from + n] - start[from]);
	for (i = from; i < from + n; i++)
		none += start[i] == start[i + 1];
	t->lanes[0] += none;
}

static void
lists_some(struct tally *t, uint32_t from, const uint16_t *rows, uint32_t n)
{
	const uint32_t *start = t->col->start;

	if (start[from] == start[from + rows[n - 1] + 1]) /* the loops want at least one code */
		t->lanes[0] += n;
	else if (t->col->width == 1)
		list8(t->lanes, t->col, from, rows, n);
	else if (t->col->width == 2)
		list16(t->lanes, t->col, from, rows, n);
	else
		list32(t->lanes, t->col, from, rows, n);
}

void
tally_some(struct tally *t, uint32_t from, const uint16_t *rows, uint32_t n)
{
	size_t step = t->nlanes > 1 ? t->col->dict.n : 0;

	if (t->col->spec->kind == COL_LIST)
		lists_some(t, from, rows, n);
	else if (t->col->width == 1)
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
	return all.lanes;
}

void
tally_others(struct tally *t, uint32_t rows)
{
	size_t i;

	if (!t->total)
		t->total = total_of(t->col, rows);
	for (i = 0; i < t->col->dict.n; i++)
		t->lanes[i] = t->total[i] - t->lanes[i];
}
