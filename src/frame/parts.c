#include "career/frame/parts.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
	PART_ALIGN = 64, /* a cache line */
	LARGE_PAGE = 2 << 20,
};

const char *const part_names[PARTS] = {
    [PART_DICT_OFF] = "dict_off",
    [PART_FOLD_OFF] = "fold_off",
    [PART_DICT_TEXT] = "dict_text",
    [PART_FOLD_TEXT] = "fold_text",
    [PART_START] = "start",
    [PART_ITEM] = "item",
    [PART_CODES] = "codes",
};

bool
kind_has_part(enum col_kind kind, enum part p)
{
	if (p == PART_CODES)
		return true;
	if (p == PART_START || p == PART_ITEM)
		return kind == COL_LIST;
	return kind != COL_NUM;
}

unsigned
code_width(uint32_t n)
{
	return n <= 0x100 ? 1 : n <= 0x10000 ? 2 : 4;
}

const char *
frame_byte_order(void)
{
	const uint16_t one = 1;
	uint8_t first;

	memcpy(&first, &one, 1);
	return first ? "little" : "big";
}

/* FNV-1a, 64 bits; the NUL belongs to the text, so that neighbours cannot run together. */
static uint64_t
hash_more(uint64_t h, const char *s)
{
	do {
		h = (h ^ (unsigned char)*s) * 0x100000001b3u;
	} while (*s++);
	return h;
}

int64_t
frame_spec_hash(const struct frame_spec *spec)
{
	static const char *const kinds[] = {
	    [COL_CODE] = "code", [COL_NUM] = "num", [COL_LIST] = "list"};
	uint64_t h = 0xcbf29ce484222325u;
	size_t i;

	h = hash_more(h, spec->view);
	h = hash_more(h, spec->order ? spec->order : "");
	for (i = 0; i < spec->ncols; i++) {
		h = hash_more(h, spec->cols[i].name);
		h = hash_more(h, kinds[spec->cols[i].kind]);
	}
	return (int64_t)h;
}

static void
part_set(struct column *c, enum part p, char *at)
{
	switch (p) {
	case PART_DICT_OFF:
		c->dict.off = (const uint32_t *)(void *)at;
		break;
	case PART_FOLD_OFF:
		c->dict.fold_off = (const uint32_t *)(void *)at;
		break;
	case PART_DICT_TEXT:
		c->dict.text = at;
		break;
	case PART_FOLD_TEXT:
		c->dict.fold = at;
		break;
	case PART_START:
		c->start = (const uint32_t *)(void *)at;
		break;
	case PART_ITEM:
		c->item = (const uint32_t *)(void *)at;
		break;
	default:
		if (c->spec->kind == COL_NUM)
			c->num = (const int32_t *)(void *)at;
		else
			c->codes = at;
	}
}

void *
block_alloc(size_t size)
{
	void *p = NULL;

	bool large = size >= 2 * LARGE_PAGE;

	if (posix_memalign(&p, large ? LARGE_PAGE : PART_ALIGN, size ? size : 1) != 0)
		return mem_alloc(SIZE_MAX); /* ends the program as any exhaustion does */
#ifdef MADV_HUGEPAGE
	/* Only a wish: without it the pages are small. */
	if (large)
		(void)madvise(p, size, MADV_HUGEPAGE);
#endif
	return p;
}

static size_t
part_bytes(const struct part_sizes *s, int p)
{
	return ((size_t)s->bytes[p] + PART_ALIGN - 1) / PART_ALIGN * PART_ALIGN;
}

size_t
column_bytes(const struct part_sizes *s)
{
	size_t total = 0;
	int p;

	for (p = 0; p < PARTS; p++)
		total += part_bytes(s, p);
	return total;
}

void
column_place(struct column *c, const struct part_sizes *s, char *mem)
{
	int p;

	for (p = 0; p < PARTS; p++) {
		if (kind_has_part(c->spec->kind, (enum part)p))
			part_set(c, (enum part)p, mem);
		mem += part_bytes(s, p);
	}
}

void
column_alloc(struct column *c, const struct part_sizes *s)
{
	c->mem = block_alloc(column_bytes(s));
	column_place(c, s, c->mem);
}

void *
column_part(const struct column *c, enum part p)
{
	const void *const at[PARTS] = {
	    [PART_DICT_OFF] = c->dict.off,
	    [PART_FOLD_OFF] = c->dict.fold_off,
	    [PART_DICT_TEXT] = c->dict.text,
	    [PART_FOLD_TEXT] = c->dict.fold,
	    [PART_START] = c->start,
	    [PART_ITEM] = c->item,
	    [PART_CODES] = c->spec->kind == COL_NUM ? (const void *)c->num : c->codes,
	};

	return (void *)(uintptr_t)at[p];
}

uint64_t
column_part_size(const struct column *c, enum part p, uint32_t rows)
{
	if (!kind_has_part(c->spec->kind, p))
		return 0;
	switch (p) {
	case PART_DICT_OFF:
	case PART_FOLD_OFF:
		return ((uint64_t)c->dict.n + 1) * sizeof(uint32_t);
	case PART_DICT_TEXT:
		return c->dict.off[c->dict.n];
	case PART_FOLD_TEXT:
		return c->dict.fold_off[c->dict.n];
	case PART_START:
		return ((uint64_t)c->lists + 1) * sizeof(uint32_t);
	case PART_ITEM:
		return (uint64_t)c->start[c->lists] * sizeof(uint32_t);
	default:
		return (uint64_t)rows * c->width;
	}
}
