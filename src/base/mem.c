#include "career/base/mem.h"

#include "career/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ARENA_BLOCK ((size_t)16 * 1024) /* usable bytes of an ordinary block */
#define ARENA_ALIGN ((size_t)16)

struct arena_block {
	struct arena_block *next;
	size_t size; /* usable bytes */
	size_t used;
	size_t pad; /* keeps the bytes behind the header aligned */
};

_Static_assert(sizeof(struct arena_block) % ARENA_ALIGN == 0, "arena block header");

/* Process-wide like the terminal that it restores. */
static void (*exhausted_hook)(void);

void
mem_on_exhausted(void (*hook)(void))
{
	exhausted_hook = hook;
}

/* _exit: the handlers of exit() might allocate again. */
static _Noreturn void
exhausted(void)
{
	static const char text[] = "career: out of memory\n";
	void (*hook)(void) = exhausted_hook;
	ssize_t n;

	exhausted_hook = NULL;
	if (hook)
		hook();
	n = write(STDERR_FILENO, text, sizeof text - 1);
	(void)n;
	_exit(ERR_DATA);
}

static size_t
product(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		exhausted();
	return count * size;
}

void *
mem_alloc(size_t size)
{
	void *p = size <= SIZE_MAX / 2 ? malloc(size ? size : 1) : NULL;

	if (!p)
		exhausted();
	return p;
}

void *
mem_zero(size_t count, size_t size)
{
	size_t total = product(count, size);
	void *p = calloc(1, total ? total : 1);

	if (!p)
		exhausted();
	return p;
}

void *
mem_grow(void *p, size_t count, size_t size)
{
	size_t total = product(count, size);

	p = realloc(p, total ? total : 1);
	if (!p)
		exhausted();
	return p;
}

char *
mem_dup(const char *s)
{
	return s ? mem_ndup(s, strlen(s)) : NULL;
}

char *
mem_ndup(const char *s, size_t len)
{
	char *copy = mem_alloc(len + 1);

	if (len > 0)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

void *
mem_reserve(void *p, size_t *cap, size_t need, size_t size)
{
	size_t want = *cap;

	if (need <= *cap)
		return p;
	want += want / 2;
	if (want < need)
		want = need;
	if (want < 8)
		want = 8;
	p = mem_grow(p, want, size);
	*cap = want;
	return p;
}

void
arena_init(struct arena *a)
{
	a->head = NULL;
	a->used = 0;
}

void
arena_reset(struct arena *a)
{
	struct arena_block *b = a->head, *keep = NULL, *next;

	for (; b; b = next) {
		next = b->next;
		if (!keep && b->size == ARENA_BLOCK)
			keep = b;
		else
			free(b);
	}
	if (keep) {
		keep->next = NULL;
		keep->used = 0;
	}
	a->head = keep;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	struct arena_block *b = a->head, *next;

	for (; b; b = next) {
		next = b->next;
		free(b);
	}
	arena_init(a);
}

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *b;

	if (size > SIZE_MAX / 2)
		exhausted();
	b = mem_alloc(sizeof *b + size);
	b->next = NULL;
	b->size = size;
	b->used = 0;
	b->pad = 0;
	return b;
}

/* The block to take `size` bytes from. A large one gets its own block behind the head, so that the
 * rest of the head stays in use. */
static struct arena_block *
block_for(struct arena *a, size_t size)
{
	struct arena_block *b = a->head;

	if (b && b->size - b->used >= size)
		return b;
	if (b && size > ARENA_BLOCK / 4) {
		b = block_new(size);
		b->next = a->head->next;
		a->head->next = b;
		return b;
	}
	b = block_new(size > ARENA_BLOCK ? size : ARENA_BLOCK);
	b->next = a->head;
	a->head = b;
	return b;
}

/* Uninitialised; strings (align 1) pack closely. */
static void *
arena_take(struct arena *a, size_t size, size_t align)
{
	struct arena_block *b;
	size_t gap;
	void *p;

	if (size > SIZE_MAX / 4)
		exhausted();
	b = block_for(a, size + align - 1);
	gap = (align - b->used % align) % align;
	p = (char *)(b + 1) + b->used + gap;
	b->used += gap + size;
	a->used += size;
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	size_t some = size ? size : 1;

	return memset(arena_take(a, some, ARENA_ALIGN), 0, some);
}

char *
arena_dup(struct arena *a, const char *s)
{
	return s ? arena_ndup(a, s, strlen(s)) : NULL;
}

char *
arena_ndup(struct arena *a, const char *s, size_t len)
{
	char *copy = arena_take(a, len + 1, 1);

	if (len > 0)
		memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	text = arena_take(a, n < 0 ? 1 : (size_t)n + 1, 1);
	text[0] = '\0';
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(ap);
	return text;
}
