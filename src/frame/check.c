#include "career/frame/check.h"

#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/frame/frame.h"

#include <stdlib.h>
#include <string.h>

/* Branch-free loops: the compiler turns them into vector code, and nearly every array passes. */

static uint32_t
max8(const uint8_t *v, size_t n)
{
	uint8_t max = 0;
	size_t i;

	for (i = 0; i < n; i++)
		max = v[i] > max ? v[i] : max;
	return max;
}

static uint32_t
max16(const uint16_t *v, size_t n)
{
	uint16_t max = 0;
	size_t i;

	for (i = 0; i < n; i++)
		max = v[i] > max ? v[i] : max;
	return max;
}

static uint32_t
max32(const uint32_t *v, size_t n)
{
	uint32_t max = 0;
	size_t i;

	for (i = 0; i < n; i++)
		max = v[i] > max ? v[i] : max;
	return max;
}

bool
check_codes(const void *codes, unsigned width, size_t count, uint32_t n)
{
	if (count == 0)
		return true;
	switch (width) {
	case 1:
		return max8(codes, count) < n;
	case 2:
		return max16(codes, count) < n;
	default:
		return max32(codes, count) < n;
	}
}

bool
check_nums(const int32_t *num, size_t count)
{
	int32_t bad = 0;
	size_t i;

	for (i = 0; i < count; i++)
		bad |= (num[i] <= FRAME_MISSING_LAST) & (num[i] >= FRAME_MISSING + MISSING_KINDS);
	return bad == 0;
}

bool
check_starts(const uint32_t *start, size_t rows, uint64_t last)
{
	uint32_t bad = start[0] != 0;
	size_t i;

	for (i = 0; i < rows; i++)
		bad |= start[i] > start[i + 1];
	return bad == 0 && start[rows] == last;
}

bool
check_lists(const uint32_t *item, const uint32_t *start, size_t lists, uint32_t n)
{
	uint32_t bad = lists == 0 || start[1] != 0;
	size_t i;
	uint32_t k;

	for (i = 1; i < lists; i++)
		for (k = start[i]; k < start[i + 1]; k++)
			bad |= (item[k] == 0) | (item[k] >= n)
			    | (k > start[i] && item[k] <= item[k - 1]);
	return bad == 0;
}

static bool
plain_ascii(const char *s, size_t len)
{
	unsigned char high = 0;
	size_t i;

	for (i = 0; i < len; i++)
		high |= (unsigned char)s[i];
	return high < 0x80;
}

bool
check_texts(const char *text, const uint32_t *off, uint32_t n, uint64_t size)
{
	uint32_t i;

	if (n == 0 || off[0] != 0 || off[n] != size || off[1] != 1)
		return false;
	/* All offsets first: only then may the text be looked at. */
	for (i = 0; i < n; i++)
		if (off[i] >= off[i + 1] || off[i + 1] > size)
			return false;
	for (i = 0; i < n; i++)
		if (memchr(text + off[i], '\0', off[i + 1] - off[i]) != text + off[i + 1] - 1)
			return false;
	return plain_ascii(text, (size_t)size) || text_valid(text, (size_t)size);
}

static int
id_compare(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static bool
distinct_by_sorting(const int32_t *id, size_t rows)
{
	int32_t *copy = mem_alloc(rows * sizeof *copy);
	bool distinct = true;
	size_t i;

	memcpy(copy, id, rows * sizeof *copy);
	qsort(copy, rows, sizeof *copy, id_compare);
	for (i = 1; i < rows && distinct; i++)
		distinct = copy[i - 1] != copy[i];
	free(copy);
	return distinct;
}

static bool
distinct_by_marking(const int32_t *id, size_t rows, int64_t low, size_t span)
{
	uint8_t *seen = mem_zero(span / 8 + 1, 1);
	bool distinct = true;
	size_t i;

	for (i = 0; i < rows && distinct; i++) {
		size_t at = (size_t)(id[i] - low);
		uint8_t bit = (uint8_t)(1u << (at & 7));

		distinct = (seen[at >> 3] & bit) == 0;
		seen[at >> 3] |= bit;
	}
	free(seen);
	return distinct;
}

/* Row ids of one table are dense, those of two lie some millions apart: one bit for each possible id is cheap;
 * else sort. */
enum { MARKS = 1 << 26 }; /* 8 MiB of them */

bool
check_ids(const int32_t *id, size_t rows)
{
	int32_t low, high;
	size_t i, span;

	if (rows == 0)
		return true;
	low = high = id[0];
	for (i = 1; i < rows; i++) {
		low = id[i] < low ? id[i] : low;
		high = id[i] > high ? id[i] : high;
	}
	span = (size_t)((int64_t)high - low) + 1;
	if (span / 64 > rows && span > MARKS)
		return distinct_by_sorting(id, rows);
	return distinct_by_marking(id, rows, low, span);
}
