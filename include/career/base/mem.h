/*
 * mem.h - allocation that does not fail.
 *
 * Out of memory ends the program: the hook (the terminal's restorer) runs first, then one line on
 * stderr and exit 3. Sizes are checked for overflow. An arena holds many small things of one
 * life: freed together, never one by one.
 */
#ifndef CAREER_BASE_MEM_H
#define CAREER_BASE_MEM_H

#include <stddef.h>
#include <stdint.h>

void mem_on_exhausted(void (*hook)(void));

void *mem_alloc(size_t size);              /* uninitialised; size 0 gives a unique pointer */
void *mem_zero(size_t count, size_t size); /* zeroed array */
void *mem_grow(void *p, size_t count, size_t size); /* realloc to count * size */
char *mem_dup(const char *s);                       /* strdup; NULL stays NULL */
char *mem_ndup(const char *s, size_t len);

/* Makes room for at least `need` elements in a growing array: returns the (moved) array. */
void *mem_reserve(void *p, size_t *cap, size_t need, size_t size);

struct arena {
	struct arena_block *head; /* the one being filled first */
	size_t used;              /* bytes handed out, for tests */
};

void arena_init(struct arena *a);
void arena_reset(struct arena *a); /* forgets everything, keeps one ordinary block */
void arena_free(struct arena *a);
void *arena_alloc(struct arena *a, size_t size); /* zeroed, aligned to 16 */
char *arena_dup(struct arena *a, const char *s); /* NULL stays NULL */
char *arena_ndup(struct arena *a, const char *s, size_t len);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
