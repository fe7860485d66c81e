/* bitset.h - fixed-size bit sets over uint64_t words (dictionary codes, rows). */
#ifndef CAREER_BASE_BITSET_H
#define CAREER_BASE_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bitset {
	uint64_t *w;
	size_t bits;
};

void bitset_init(struct bitset *s, size_t bits); /* all clear */
void bitset_free(struct bitset *s);
void bitset_fill(struct bitset *s, bool on);
size_t bitset_count(const struct bitset *s);

static inline bool
bitset_has(const struct bitset *s, size_t i)
{
	return i < s->bits && (s->w[i >> 6] >> (i & 63) & 1);
}

static inline void
bitset_set(struct bitset *s, size_t i)
{
	s->w[i >> 6] |= (uint64_t)1 << (i & 63);
}

static inline void
bitset_unset(struct bitset *s, size_t i)
{
	s->w[i >> 6] &= ~((uint64_t)1 << (i & 63));
}

#endif
