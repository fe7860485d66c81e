#include "career/frame/scan.h"

#include "career/base/mem.h"
#include "career/frame/plan.h"
#include "career/frame/tally.h"

#include <stdlib.h>
#include <string.h>

/* Kept between runs, so that a run after the first allocates only the tables of its tests. */
struct scan_own {
	struct plan plan;
	struct plan_block block;
	uint16_t rows[PLAN_BLOCK]; /* of the block, those that are counted */
	struct tally tally[SCAN_MAX_FACETS];
	uint16_t active; /* groups that have tests */
	size_t pass_cap, unknown_cap, apart_cap;
	uint32_t *apart_codes;
};

void
scan_init(struct scan *s)
{
	size_t i;

	memset(s, 0, sizeof *s);
	for (i = 0; i < SCAN_MAX_TESTS; i++)
		s->tests[i].col = s->tests[i].col2 = s->tests[i].guard_col = -1;
}

void
scan_free(struct scan *s)
{
	size_t i, k;

	for (i = 0; i < s->ntests; i++) {
		for (k = 0; k < SCAN_MAX_COLS; k++)
			bitset_free(&s->tests[i].sets[k]);
		bitset_free(&s->tests[i].set);
		bitset_free(&s->tests[i].guard);
	}
	scan_init(s);
}

void
scan_result_init(struct scan_result *r)
{
	memset(r, 0, sizeof *r);
	r->apart_col = -1;
	r->own = mem_zero(1, sizeof *r->own);
	plan_init(&r->own->plan);
}

void
scan_result_free(struct scan_result *r)
{
	size_t i;

	if (r->own) {
		plan_free(&r->own->plan);
		for (i = 0; i < SCAN_MAX_FACETS; i++)
			tally_free(&r->own->tally[i]);
		free(r->own->apart_codes);
		free(r->own);
	}
	free(r->pass.w);
	free(r->unknown_rows.w);
	memset(r, 0, sizeof *r);
}

static void
bits_start(struct bitset *s, size_t *cap, size_t bits)
{
	size_t words = (bits + 63) / 64;

	s->w = mem_reserve(s->w, cap, words + 1, sizeof *s->w);
	s->bits = bits;
	memset(s->w, 0, words * sizeof *s->w);
}

static void
apart_start(struct scan_result *r, const struct scan *s, const struct frame *f)
{
	struct scan_own *own = r->own;
	size_t i, n;

	r->apart_col = -1;
	r->apart_codes = NULL;
	for (i = 0; i < s->ntests && r->apart_col < 0; i++)
		if (s->tests[i].kind == SCAN_RANGE)
			r->apart_col = s->tests[i].guard_col;
	if (r->apart_col < 0)
		return;
	n = f->cols[r->apart_col].dict.n;
	own->apart_codes =
	    mem_reserve(own->apart_codes, &own->apart_cap, n, sizeof *own->apart_codes);
	memset(own->apart_codes, 0, n * sizeof *own->apart_codes);
	r->apart_codes = own->apart_codes;
}

static void
run_start(struct scan_result *r, const struct scan *s, const struct frame *f)
{
	struct scan_own *own = r->own;
	uint16_t bits[SCAN_MAX_TESTS];
	size_t i;

	r->rows = f->rows;
	r->matched = r->unknown = r->apart = 0;
	bits_start(&r->pass, &own->pass_cap, f->rows);
	own->active = 0;
	for (i = 0; i < s->ntests; i++) {
		bits[i] = (uint16_t)(1u << (s->tests[i].group & 15));
		own->active |= bits[i];
	}
	plan_make(&own->plan, s, f, bits, 1);
	bits_start(&r->unknown_rows, &own->unknown_cap, own->plan.has_soft ? f->rows : 0);
	apart_start(r, s, f);
	r->nfacets = s->nfacets;
	for (i = 0; i < s->nfacets; i++)
		tally_start(&own->tally[i], &f->cols[s->facets[i]]);
}

/* Counts rows that only guards keep out. */
static void
count_apart(
    struct scan_result *r, const struct frame *f, uint32_t from, uint32_t n, bool with_unknown)
{
	const struct plan_block *b = &r->own->block;
	uint32_t i, apart = 0;
	uint16_t keep = with_unknown ? 0 : 0xffff;

	for (i = 0; i < n; i++)
		apart += ((b->fail[i] | (b->soft[i] & keep)) == 0) & (b->guard[i] != 0);
	r->apart += apart;
	for (i = 0; apart > 0 && r->apart_codes && i < n; i++)
		if ((b->fail[i] | (b->soft[i] & keep)) == 0 && b->guard[i] != 0) {
			r->apart_codes[column_code(&f->cols[r->apart_col], from + i)]++;
			apart--;
		}
}

/* Eight bytes of 0 or 1 to eight bits, the first lowest. */
static uint64_t
gather8(const uint8_t *ok)
{
	uint64_t x;

	memcpy(&x, ok, sizeof x);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return (x * 0x0102040810204080u) >> 56;
}

static uint64_t
gather64(const uint8_t *ok)
{
	uint64_t word = 0;
	unsigned i;

	for (i = 0; i < 8; i++)
		word |= gather8(ok + 8 * i) << (8 * i);
	return word;
}

/* Bit i: v[i] has no bit of `mask`. */
static uint64_t
clear64(const uint16_t *v, uint16_t mask)
{
	uint8_t ok[64];
	unsigned i;

	for (i = 0; i < 64; i++)
		ok[i] = (v[i] & mask) == 0;
	return gather64(ok);
}

/* Writes the block's words of rows that only absent values keep out; counts them. */
static void
put_unknown(struct scan_result *r, uint32_t from, uint32_t n)
{
	const struct plan_block *b = &r->own->block;
	const uint16_t *guard = r->own->plan.has_guard ? b->guard : b->fail;
	uint32_t i, k;

	for (i = 0; i < n; i += 64) {
		uint8_t ok[64];
		uint64_t word;

		for (k = 0; k < 64; k++)
			ok[k] = ((b->fail[i + k] | guard[i + k]) == 0) & (b->soft[i + k] != 0);
		word = gather64(ok);
		r->unknown_rows.w[(from + i) >> 6] = word;
		r->unknown += (uint32_t)__builtin_popcountll(word);
	}
}

/* Writes the block's words of pass; counts them. */
static void
put_pass(struct scan_result *r, uint32_t from, uint32_t n)
{
	const struct plan_block *b = &r->own->block;
	uint32_t i;

	for (i = 0; i < n; i += 64) {
		uint64_t pass = clear64(b->fail + i, 0xffff);

		r->pass.w[(from + i) >> 6] = pass;
		r->matched += (uint32_t)__builtin_popcountll(pass);
	}
}

/* Rows behind the frame's last one, up to a whole word, fail. */
static void
pad(struct plan_block *b, uint32_t n)
{
	for (; n & 63; n++)
		b->fail[n] = 0xffff;
}

/* The rows of which no bit of `mask` is set: few are picked from bits, many without branches. */
static uint32_t
compact(uint16_t *restrict rows, const uint16_t *restrict v, uint16_t mask, uint32_t n)
{
	uint64_t bits[PLAN_BLOCK / 64];
	uint32_t i, k = 0, count = 0;

	for (i = 0; i < n; i += 64) {
		bits[i / 64] = clear64(v + i, mask);
		count += (uint32_t)__builtin_popcountll(bits[i / 64]);
	}
	if (count < n / 4) {
		for (i = 0; i < n; i += 64)
			for (; bits[i / 64]; bits[i / 64] &= bits[i / 64] - 1)
				rows[k++] = (uint16_t)(i + (uint32_t)__builtin_ctzll(bits[i / 64]));
		return k;
	}
	for (i = 0; k < count; i++) {
		rows[k] = (uint16_t)i;
		k += (v[i] & mask) == 0;
	}
	return k;
}

static void
count_rows(struct scan_own *own, struct tally *t, uint32_t from, uint32_t n, uint32_t counted)
{
	if (counted == n)
		tally_all(t, from, n);
	else if (counted > 0)
		tally_some(t, from, own->rows, counted);
}

static bool
has_tests(const struct scan_own *own, size_t facet)
{
	return own->active >> (facet + 1) & 1;
}

/* Facets with tests of their own also count the rows that only these keep out. */
static void
count_own(struct scan_result *r, uint32_t from, uint32_t n)
{
	struct scan_own *own = r->own;
	size_t i;

	for (i = 0; i < r->nfacets; i++) {
		uint16_t others = (uint16_t) ~(1u << (i + 1));

		if (has_tests(own, i))
			count_rows(own, &own->tally[i], from, n,
			    compact(own->rows, own->block.fail, others, n));
	}
}

/* The set bits of the words of a block, each xor `flip`, as rows of it. */
static uint32_t
rows_of(const uint64_t *words, uint64_t flip, uint32_t n, uint16_t *rows)
{
	uint32_t i, k = 0;

	for (i = 0; i < n; i += 64) {
		uint64_t rest = words[i / 64] ^ flip;

		if (n - i < 64)
			rest &= ((uint64_t)1 << (n - i)) - 1;
		for (; rest; rest &= rest - 1)
			rows[k++] = (uint16_t)(i + (uint32_t)__builtin_ctzll(rest));
	}
	return k;
}

/* The other facets count the matched rows, or where these are more than half, all rows without the
 * others. */
static void
count_matched(struct scan_result *r)
{
	struct scan_own *own = r->own;
	bool others = r->matched > r->rows / 2;
	uint32_t from, n, counted;
	size_t i;

	for (from = 0; from < r->rows; from += n) {
		n = r->rows - from < PLAN_BLOCK ? r->rows - from : PLAN_BLOCK;
		counted = rows_of(r->pass.w + from / 64, others ? UINT64_MAX : 0, n, own->rows);
		for (i = 0; counted > 0 && i < r->nfacets; i++)
			if (!has_tests(own, i))
				count_rows(own, &own->tally[i], from, n, counted);
	}
	for (i = 0; i < r->nfacets; i++) {
		tally_finish(&own->tally[i]);
		if (others && !has_tests(own, i))
			tally_others(&own->tally[i], r->rows);
		r->counts[i] = own->tally[i].count;
	}
}

void
scan_run(const struct scan *s, const struct frame *f, struct scan_result *r)
{
	struct scan_own *own = r->own;
	uint32_t from, n;

	run_start(r, s, f);
	for (from = 0; from < f->rows; from += n) {
		n = f->rows - from < PLAN_BLOCK ? f->rows - from : PLAN_BLOCK;
		if (!plan_run(&own->plan, &own->block, from, n))
			continue;
		pad(&own->block, n);
		if (own->plan.has_soft)
			put_unknown(r, from, n);
		if (own->plan.has_guard)
			count_apart(r, f, from, n, s->with_unknown);
		plan_fold(&own->plan, &own->block, n, s->with_unknown);
		put_pass(r, from, n);
		count_own(r, from, n);
	}
	count_matched(r);
}
