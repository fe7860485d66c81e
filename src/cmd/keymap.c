/* keymap.c - which row holds for a key in a context. */
#include "career/cmd/keymap.h"

#include <stdlib.h>
#include <string.h>

void
keymap_free(struct keymap *k)
{
	free(k->all);
	arena_free(&k->arena);
	memset(k, 0, sizeof *k);
}

static bool
holds_in(const struct binding *b, unsigned where)
{
	return (b->where & where & IN_PLACES) != 0
	    && ((b->where & IN_SCREENS) == 0 || (b->where & where & IN_SCREENS) != 0);
}

static int
count_bits(unsigned bits)
{
	int n = 0;

	for (; bits != 0; bits &= bits - 1)
		n++;
	return n;
}

/* Of two rows in one context the one with more wins. */
static int
rank(const struct binding *b)
{
	int screens = count_bits(b->where & IN_SCREENS);

	return (int)b->layer * 10000 + (screens > 0 ? 5000 - 100 * screens : 0)
	    - count_bits(b->where & IN_PLACES);
}

/* The row that holds, which may say that the key does nothing. */
static const struct binding *
find_row(const struct keymap *k, unsigned where, const char *key)
{
	const struct binding *best = NULL;

	for (size_t i = 0; i < k->n; i++) {
		const struct binding *b = &k->all[i];

		if (holds_in(b, where) && strcmp(b->key, key) == 0
		    && (best == NULL || rank(b) > rank(best)))
			best = b;
	}
	return best;
}

const struct binding *
keymap_find(const struct keymap *k, unsigned where, const char *key)
{
	const struct binding *b = find_row(k, where, key);

	return b != NULL && b->command != NULL ? b : NULL;
}

bool
keymap_works(const struct keymap *k, const struct binding *b, unsigned where)
{
	return b->command != NULL && holds_in(b, where) && find_row(k, where, b->key) == b;
}

bool
keymap_hinted(const struct keymap *k, const struct binding *b, unsigned where)
{
	if (b->hint == 0 || !keymap_works(k, b, where))
		return false;
	for (size_t i = k->n; i > 0 && k->all[i - 1].layer > b->layer; i--) {
		const struct binding *over = &k->all[i - 1];

		if (over->hint > 0 && over->command != NULL
		    && strcmp(over->command, b->command) == 0 && keymap_works(k, over, where))
			return false;
	}
	return true;
}

const struct binding *
keymap_key(const struct keymap *k, unsigned where, const char *command)
{
	const struct binding *found = NULL;

	for (size_t i = 0; i < k->n; i++) {
		const struct binding *b = &k->all[i];

		if (b->command != NULL && strcmp(b->command, command) == 0
		    && (found == NULL || b->layer > found->layer) && keymap_works(k, b, where))
			found = b;
	}
	return found;
}

unsigned
keymap_region(const struct keymap *k, const struct binding *b)
{
	unsigned screens = b->where & IN_SCREENS, found = 0;

	for (unsigned place = 1; place <= IN_TOUR; place <<= 1)
		for (int s = 0; (b->where & IN_PLACES & place) != 0 && s < SCREEN_COUNT; s++)
			if ((screens == 0 || (screens & IN_ON(s)) != 0)
			    && find_row(k, place | IN_ON(s), b->key) == b)
				found |= place | (IN_ON(s) & screens);
	return found;
}
