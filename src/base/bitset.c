#include "career/base/bitset.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

static size_t
words(const struct bitset *s)
{
	return (s->bits >> 6) + ((s->bits & 63) != 0);
}

void
bitset_init(struct bitset *s, size_t bits)
{
	s->bits = bits;
	s->w = mem_zero(words(s), sizeof *s->w);
}

void
bitset_free(struct bitset *s)
{
	free(s->w);
	s->w = NULL;
	s->bits = 0;
}

/* The bits past the end of the last word stay clear: bitset_count relies on it. */
void
bitset_fill(struct bitset *s, bool on)
{
	size_t n = words(s);

	if (n == 0)
		return;
	memset(s->w, on ? 0xff : 0, n * sizeof *s->w);
	if (on && (s->bits & 63) != 0)
		s->w[n - 1] = ((uint64_t)1 << (s->bits & 63)) - 1;
}

size_t
bitset_count(const struct bitset *s)
{
	size_t i, n = words(s), total = 0;

	for (i = 0; i < n; i++)
		total += (size_t)__builtin_popcountll(s->w[i]);
	return total;
}
