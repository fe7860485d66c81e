#include "career/frame/scan.h"

#include "career/base/mem.h"
#include "career/frame/parts.h"

#include <stdlib.h>

enum { RANKS = 16 };

static void
walk_natural(const struct scan_result *r, uint32_t *rows)
{
	size_t w, words = (r->pass.bits + 63) / 64;

	for (w = 0; w < words; w++) {
		uint64_t rest = r->pass.w[w];

		for (; rest; rest &= rest - 1)
			*rows++ = (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(rest);
	}
}

void
scan_walk(const struct scan_result *r, const uint32_t *perm, uint32_t *rows)
{
	const uint64_t *w = r->pass.w;
	uint32_t n = 0;

	if (!perm) {
		walk_natural(r, rows);
		return;
	}
	/* Every row is written, only matched ones advance; the loop ends at the last matched one. */
	for (; n < r->matched; perm++) {
		rows[n] = *perm;
		n += (uint32_t)(w[*perm >> 6] >> (*perm & 63) & 1);
	}
}

#define RANK_LOOP(name, type)                                                                      \
	static void name(uint8_t *restrict of_row, const type *restrict code,                      \
	    const uint8_t *restrict rank, uint32_t rows)                                           \
	{                                                                                          \
		uint32_t i;                                                                        \
                                                                                                   \
		for (i = 0; i < rows; i++)                                                         \
			of_row[i] = rank[code[i]];                                                 \
	}
RANK_LOOP(ranks8, uint8_t)
RANK_LOOP(ranks16, uint16_t)
RANK_LOOP(ranks32, uint32_t)

/* Ranks of all rows, or when few match of those. */
static void
rank_rows(uint8_t *of_row, const struct scan_result *r, const struct column *c, const uint8_t *rank)
{
	size_t w, words = (r->pass.bits + 63) / 64;

	if (c->spec->kind == COL_CODE && r->matched > r->rows / 8) {
		if (c->width == 1)
			ranks8(of_row, c->codes, rank, r->rows);
		else if (c->width == 2)
			ranks16(of_row, c->codes, rank, r->rows);
		else
			ranks32(of_row, c->codes, rank, r->rows);
		return;
	}
	for (w = 0; w < words; w++) {
		uint64_t rest = r->pass.w[w];

		for (; rest; rest &= rest - 1) {
			uint32_t row = (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(rest);

			of_row[row] = rank[column_first(c, row)];
		}
	}
}

/* Where each rank's rows begin. The counters take turns: one alone would wait for itself. */
static void
rank_starts(const struct scan_result *r, const uint8_t *of_row, uint32_t *at)
{
	uint32_t lane[4][RANKS] = {{0}}, i, before = 0;
	size_t w, words = (r->pass.bits + 63) / 64;
	unsigned turn = 0;

	for (w = 0; w < words; w++) {
		uint64_t rest = r->pass.w[w];

		for (; rest; rest &= rest - 1)
			lane[turn++ & 3][of_row[w * 64 + (size_t)__builtin_ctzll(rest)]]++;
	}
	for (i = 0; i < RANKS; i++) {
		at[i] = before;
		before += lane[0][i] + lane[1][i] + lane[2][i] + lane[3][i];
	}
}

static void
place_natural(const struct scan_result *r, const uint8_t *of_row, uint32_t *at, uint32_t *rows)
{
	size_t w, words = (r->pass.bits + 63) / 64;

	for (w = 0; w < words; w++) {
		uint64_t rest = r->pass.w[w];

		for (; rest; rest &= rest - 1) {
			uint32_t row = (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(rest);

			rows[at[of_row[row]]++] = row;
		}
	}
}

void
scan_walk_ranked(const struct scan_result *r, const struct frame *f, int col, const uint8_t *rank,
    const uint32_t *perm, uint32_t *rows)
{
	uint8_t *of_row = mem_alloc(r->rows);
	uint32_t at[RANKS], left = r->matched;

	rank_rows(of_row, r, column_ready(&f->cols[col]), rank);
	rank_starts(r, of_row, at);
	if (!perm)
		place_natural(r, of_row, at, rows);
	for (; perm && left > 0; perm++)
		if (bitset_has(&r->pass, *perm)) {
			rows[at[of_row[*perm]]++] = *perm;
			left--;
		}
	free(of_row);
}
