/* map.c - open addressing with linear probing. */
#include "map.h"

#include <stdlib.h>
#include <string.h>

enum { MAP_FIRST_SLOTS = 256 };

/* Eight bytes at a time, each mixed by a multiplication (Knuth, The Art of Computer Programming 3, 6.4:
 * an odd number near 2^64 divided by the golden ratio). */
static uint32_t
hash_of(const void *key, size_t len)
{
	const uint64_t factor = 0x9e3779b97f4a7c15U;
	const char *s = key;
	uint64_t h = len, part; /* keys that differ in zeros behind them differ in length */

	while (len > 0) {
		size_t n = len < sizeof part ? len : sizeof part;

		part = 0;
		memcpy(&part, s, n);
		h = (h ^ part) * factor;
		h ^= h >> 32;
		s += n;
		len -= n;
	}
	return (uint32_t)h;
}

void
map_init(struct map *m)
{
	*m = (struct map){.slots = MAP_FIRST_SLOTS};
	arena_init(&m->arena);
	m->slot = mem_zero(m->slots, sizeof *m->slot);
}

void
map_free(struct map *m)
{
	arena_free(&m->arena);
	free(m->key);
	free(m->slot);
	*m = (struct map){0};
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t
slot_of(const struct map *m, const void *key, size_t len, uint32_t hash)
{
	size_t at = hash & (m->slots - 1);

	for (; m->slot[at].number != 0; at = (at + 1) & (m->slots - 1)) {
		const struct map_key *k = &m->key[m->slot[at].number - 1];

		if (m->slot[at].hash == hash && k->len == len && memcmp(k->s, key, len) == 0)
			break;
	}
	return at;
}

static void
grow(struct map *m)
{
	struct map_slot *old = m->slot;
	size_t n = m->slots;

	m->slots *= 2;
	m->slot = mem_zero(m->slots, sizeof *m->slot);
	for (size_t i = 0; i < n; i++) {
		size_t at = old[i].hash & (m->slots - 1);

		if (old[i].number == 0)
			continue;
		while (m->slot[at].number != 0)
			at = (at + 1) & (m->slots - 1);
		m->slot[at] = old[i];
	}
	free(old);
}

uint32_t
map_put(struct map *m, const void *key, size_t len, bool *fresh)
{
	uint32_t hash = hash_of(key, len);
	size_t at = slot_of(m, key, len, hash);

	*fresh = m->slot[at].number == 0;
	if (!*fresh)
		return m->slot[at].number - 1;
	m->key = mem_reserve(m->key, &m->cap, m->n + 1, sizeof *m->key);
	m->key[m->n++] = (struct map_key){arena_ndup(&m->arena, key, len), len};
	m->slot[at] = (struct map_slot){hash, (uint32_t)m->n};
	if (m->n * 2 > m->slots)
		grow(m);
	return (uint32_t)m->n - 1;
}

int64_t
map_find(const struct map *m, const void *key, size_t len)
{
	size_t at = slot_of(m, key, len, hash_of(key, len));

	return (int64_t)m->slot[at].number - 1;
}
