#include "career/frame/scan.h"

#include <string.h>

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

static uint8_t
rank_of(const struct column *c, const uint8_t *rank, uint32_t row)
{
	return rank[column_first(c, row)] & (RANKS - 1);
}

/* Where each rank's rows begin. */
static void
rank_starts(const struct scan_result *r, const struct column *c, const uint8_t *rank, uint32_t *at)
{
	uint32_t i, before = 0;
	size_t w;

	for (w = 0; w < (r->pass.bits + 63) / 64; w++) {
		uint64_t rest = r->pass.w[w];

		for (; rest; rest &= rest - 1)
			at[rank_of(c, rank, (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(rest))]++;
	}
	for (i = 0; i < RANKS; i++) {
		uint32_t count = at[i];

		at[i] = before;
		before += count;
	}
}

void
scan_walk_ranked(const struct scan_result *r, const struct frame *f, int col, const uint8_t *rank,
    const uint32_t *perm, uint32_t *rows)
{
	const struct column *c = &f->cols[col];
	uint32_t at[RANKS] = {0}, i, left = r->matched;

	rank_starts(r, c, rank, at);
	for (i = 0; left > 0; i++) {
		uint32_t row = perm ? perm[i] : i;

		if (!bitset_has(&r->pass, row))
			continue;
		rows[at[rank_of(c, rank, row)]++] = row;
		left--;
	}
}
