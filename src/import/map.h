/*
 * map.h - numbers for the keys of a set: 0 for the first that was seen, 1 for the next other one.
 *
 * Keys are bytes and are copied. Made for the small dimensions of large files: a look-up of a known
 * key allocates nothing.
 */
#ifndef CAREER_IMPORT_MAP_H
#define CAREER_IMPORT_MAP_H

#include "career/base/mem.h"

#include <stdbool.h>

enum { MAP_NONE = -1 };

struct map {
	struct arena arena;
	struct map_key {
		const char *s; /* NUL-terminated */
		size_t len;
	} * key;
	size_t n, cap;
	struct map_slot {
		uint32_t hash, number; /* number + 1, 0: free */
	} * slot;
	size_t slots; /* a power of two, at most half of them in use */
};

void map_init(struct map *m);
void map_free(struct map *m);
/* The key's number; *fresh: it was not there. */
uint32_t map_put(struct map *m, const void *key, size_t len, bool *fresh);
/* The key's number or MAP_NONE. */
int64_t map_find(const struct map *m, const void *key, size_t len);

#endif
