#include "career/frame/scan.h"

#include "career/frame/parts.h"

#include <stdlib.h>
#include <string.h>

/*
 * Rows are sorted as 64-bit words: the keys' values side by side, most significant first, and the row
 * number in the lowest bits. A least-significant-digit radix sort over the key bits is stable, so
 * that ties stay in natural order. Keys that do not fit one word are sorted in rounds, last keys
 * first.
 */
enum { DIGIT_MAX = 11, DIGITS = 1 << DIGIT_MAX, PASSES_MAX = 6 };

/* One key's values: 0..top, where top means absent. */
struct field {
	const struct column *col;
	bool descending;
	int32_t low, high; /* of a COL_NUM's present values */
	uint64_t top;
	unsigned bits;
};

static unsigned
bits_for(uint64_t max)
{
	return max == 0 ? 0 : 64 - (unsigned)__builtin_clzll(max);
}

static void
num_bounds(struct field *k, uint32_t rows)
{
	const int32_t *v = k->col->num;
	int32_t low = INT32_MAX, high = INT32_MIN;
	uint32_t i;

	for (i = 0; i < rows; i++) {
		int32_t there = frame_is_missing(v[i]) ? INT32_MAX : v[i];

		low = there < low ? there : low;
		high = v[i] > high ? v[i] : high;
	}
	k->low = low;
	k->high = high;
	k->top = high < low ? 0 : (uint64_t)((int64_t)high - low) + 1;
}

static void
field_init(struct field *k, const struct frame *f, const struct sort_key *key)
{
	k->col = column_ready(&f->cols[key->col]);
	k->descending = key->descending;
	if (k->col->spec->kind == COL_NUM)
		num_bounds(k, f->rows);
	else
		k->top = k->col->dict.n - 1;
	k->bits = bits_for(k->top);
}

static uint64_t
code_value(const struct field *k, uint32_t code)
{
	if (code == 0)
		return k->top;
	return k->descending ? k->top - code : code - 1;
}

static uint64_t
num_value(const struct field *k, int32_t v)
{
	if (frame_is_missing(v))
		return k->top;
	return (uint64_t)(k->descending ? (int64_t)k->high - v : (int64_t)v - k->low);
}

static void
add_nums(uint64_t *word, const struct field *k, const uint32_t *perm, uint32_t rows)
{
	uint32_t i;

	for (i = 0; i < rows; i++)
		word[i] = word[i] << k->bits | num_value(k, k->col->num[perm ? perm[i] : i]);
}

static void
add_codes(uint64_t *word, const struct field *k, const uint32_t *perm, uint32_t rows)
{
	uint32_t i;

	for (i = 0; i < rows; i++)
		word[i] =
		    word[i] << k->bits | code_value(k, column_first(k->col, perm ? perm[i] : i));
}

static void
add_field(uint64_t *word, const struct field *k, const uint32_t *perm, uint32_t rows)
{
	if (k->bits == 0)
		return;
	if (k->col->spec->kind == COL_NUM)
		add_nums(word, k, perm, rows);
	else
		add_codes(word, k, perm, rows);
}

/* Starts of all digits' buckets. False when all words have the same digit. */
static bool
bucket_starts(const uint64_t *word, uint32_t rows, unsigned shift, uint32_t mask, uint32_t *at)
{
	uint32_t i, before = 0;

	memset(at, 0, ((size_t)mask + 1) * sizeof *at);
	for (i = 0; i < rows; i++)
		at[word[i] >> shift & mask]++;
	if (at[word[0] >> shift & mask] == rows)
		return false;
	for (i = 0; i <= mask; i++) {
		uint32_t count = at[i];

		at[i] = before;
		before += count;
	}
	return true;
}

/* Sorts by `bits` bits from `shift` on. Returns the array that holds the result, a or b. */
static uint64_t *
radix(uint64_t *a, uint64_t *b, uint32_t rows, unsigned shift, unsigned bits)
{
	unsigned passes = (bits + DIGIT_MAX - 1) / DIGIT_MAX, digit, pass;
	uint32_t at[DIGITS], i, mask;
	uint64_t *swap;

	if (passes == 0)
		return a;
	digit = (bits + passes - 1) / passes;
	mask = ((uint32_t)1 << digit) - 1;
	for (pass = 0; pass < passes; pass++, shift += digit) {
		if (!bucket_starts(a, rows, shift, mask, at))
			continue;
		for (i = 0; i < rows; i++)
			b[at[a[i] >> shift & mask]++] = a[i];
		swap = a;
		a = b;
		b = swap;
	}
	return a;
}

/* One round: keys k[0..n), stable over the order in `perm` (NULL: natural). Writes `out`, which may
 * be `perm`. */
static void
sort_round(const struct field *k, size_t n, const uint32_t *perm, uint32_t *out, uint32_t rows)
{
	unsigned row_bits = bits_for(rows - 1), bits = 0;
	uint64_t *a = block_alloc(rows * sizeof *a), *b = block_alloc(rows * sizeof *b), *sorted;
	uint64_t row_mask = ((uint64_t)1 << row_bits) - 1;
	uint32_t i;
	size_t j;

	memset(a, 0, rows * sizeof *a);
	for (j = 0; j < n; j++) {
		add_field(a, &k[j], perm, rows);
		bits += k[j].bits;
	}
	for (i = 0; i < rows; i++)
		a[i] = a[i] << row_bits | (perm ? perm[i] : i);
	sorted = radix(a, b, rows, row_bits, bits);
	for (i = 0; i < rows; i++)
		out[i] = (uint32_t)(sorted[i] & row_mask);
	free(a);
	free(b);
}

static void
sort_rows(const struct frame *f, const struct sort_key *keys, size_t nkeys, uint32_t *out)
{
	unsigned room;
	struct field k[SORT_MAX_KEYS];
	const uint32_t *perm = NULL;
	size_t i, end;

	if (f->rows == 0)
		return;
	room = 64 - bits_for(f->rows - 1);
	for (i = 0; i < nkeys; i++)
		field_init(&k[i], f, &keys[i]);
	for (end = nkeys; end > 0; end = i) {
		unsigned bits = k[end - 1].bits;

		for (i = end - 1; i > 0 && bits + k[i - 1].bits <= room; i--)
			bits += k[i - 1].bits;
		sort_round(k + i, end - i, perm, out, f->rows);
		perm = out;
	}
}

/* --- cache --------------------------------------------------------------------------------- */

void
orders_init(struct orders *o)
{
	memset(o, 0, sizeof *o);
}

void
orders_free(struct orders *o)
{
	size_t i;

	for (i = 0; i < SORT_CACHE; i++)
		free(o->slot[i].perm);
	orders_init(o);
}

static bool
same_keys(
    const struct order *slot, const struct frame *f, const struct sort_key *keys, size_t nkeys)
{
	size_t i;

	if (!slot->perm || slot->nkeys != nkeys)
		return false;
	for (i = 0; i < nkeys; i++)
		if (slot->keys[i].col != keys[i].col
		    || slot->keys[i].descending != keys[i].descending
		    || slot->turn[i] != f->cols[keys[i].col].turn)
			return false;
	return true;
}

const uint32_t *
orders_get(struct orders *o, const struct frame *f, const struct sort_key *keys, size_t nkeys)
{
	struct order *old = &o->slot[0];
	size_t i;

	if (nkeys == 0)
		return NULL;
	if (nkeys > SORT_MAX_KEYS)
		nkeys = SORT_MAX_KEYS;
	o->clock++;
	for (i = 0; i < SORT_CACHE; i++) {
		struct order *slot = &o->slot[i];

		if (same_keys(slot, f, keys, nkeys)) {
			slot->used = o->clock;
			return slot->perm;
		}
		if (slot->used < old->used)
			old = slot;
	}
	if (!old->perm)
		old->perm = block_alloc((size_t)f->rows * sizeof *old->perm);
	memcpy(old->keys, keys, nkeys * sizeof *keys);
	for (i = 0; i < nkeys; i++)
		old->turn[i] = f->cols[keys[i].col].turn;
	old->nkeys = nkeys;
	old->used = o->clock;
	sort_rows(f, keys, nkeys, old->perm);
	return old->perm;
}
