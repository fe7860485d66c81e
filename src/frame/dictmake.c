#include "career/frame/dictmake.h"

#include "career/base/mem.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

struct dict_slot {
	uint32_t hash;
	uint32_t code;
};

enum { FIRST_SLOTS = 256 };

void
dictmake_init(struct dictmake *d)
{
	memset(d, 0, sizeof *d);
	buf_init(&d->text);
	buf_addc(&d->text, '\0');
	d->off = mem_reserve(NULL, &d->cap, 2, sizeof *d->off);
	d->off[0] = 0;
	d->off[1] = 1;
	d->n = 1;
	d->nslots = FIRST_SLOTS;
	d->slots = mem_zero(d->nslots, sizeof *d->slots);
}

void
dictmake_free(struct dictmake *d)
{
	buf_free(&d->text);
	free(d->off);
	free(d->slots);
}

const char *
dictmake_text(const struct dictmake *d, uint32_t code)
{
	return d->text.data + d->off[code];
}

static uint32_t
hash_text(const char *s, size_t len)
{
	const uint64_t odd = 0x9e3779b97f4a7c15u;
	uint64_t h = len * odd, w;

	for (; len >= 8; s += 8, len -= 8) {
		memcpy(&w, s, 8);
		h = (h ^ w) * odd;
		h ^= h >> 29;
	}
	w = 0;
	memcpy(&w, s, len);
	h = (h ^ w) * odd;
	return (uint32_t)(h >> 32);
}

static void
slots_grow(struct dictmake *d)
{
	size_t i, at, n = d->nslots * 2;
	struct dict_slot *slots = mem_zero(n, sizeof *slots);

	for (i = 0; i < d->nslots; i++) {
		if (d->slots[i].code == 0)
			continue;
		at = d->slots[i].hash & (n - 1);
		while (slots[at].code != 0)
			at = (at + 1) & (n - 1);
		slots[at] = d->slots[i];
	}
	free(d->slots);
	d->slots = slots;
	d->nslots = n;
}

static uint32_t
entry_add(struct dictmake *d, const char *s, size_t len)
{
	d->off = mem_reserve(d->off, &d->cap, (size_t)d->n + 2, sizeof *d->off);
	buf_add(&d->text, s, len);
	buf_addc(&d->text, '\0');
	d->off[d->n + 1] = d->text.len;
	return d->n++;
}

/* Bad UTF-8 is rare: the repaired copy is looked up anew. */
static uint32_t
put_repaired(struct dictmake *d, const char *s, size_t len)
{
	struct buf copy;
	uint32_t code;
	int32_t cp;
	size_t i, n;

	buf_init(&copy);
	for (i = 0; i < len; i += n) {
		n = text_decode(s + i, len - i, &cp);
		if (cp < 0)
			text_encode(&copy, 0xfffd);
		else
			buf_add(&copy, s + i, n);
	}
	code = dictmake_put(d, copy.data, copy.len);
	buf_free(&copy);
	return code;
}

uint32_t
dictmake_put(struct dictmake *d, const char *s, size_t len)
{
	uint32_t hash, code;
	size_t at;

	if (len == 0)
		return 0;
	hash = hash_text(s, len);
	for (at = hash & (d->nslots - 1); (code = d->slots[at].code) != 0;
	     at = (at + 1) & (d->nslots - 1))
		if (d->slots[at].hash == hash && d->off[code + 1] - d->off[code] == len + 1
		    && memcmp(d->text.data + d->off[code], s, len) == 0)
			return code;
	if (!text_valid(s, len))
		return put_repaired(d, s, len);
	code = entry_add(d, s, len);
	d->slots[at] = (struct dict_slot){hash, code};
	if (d->n > d->nslots / 2)
		slots_grow(d);
	return code;
}

struct sort_entry {
	const char *fold, *text;
	uint32_t code;
};

static int
entry_compare(const void *a, const void *b)
{
	const struct sort_entry *x = a, *y = b;
	int c = strcmp(x->fold, y->fold);

	return c ? c : strcmp(x->text, y->text);
}

void
dictmake_order(const struct dictmake *d, uint32_t *order, struct buf *fold, size_t *fold_off)
{
	struct sort_entry *e = mem_zero(d->n, sizeof *e);
	uint32_t i;

	for (i = 0; i < d->n; i++) {
		fold_off[i] = fold->len;
		text_fold(fold, dictmake_text(d, i), d->off[i + 1] - d->off[i] - 1);
		buf_addc(fold, '\0');
	}
	fold_off[d->n] = fold->len;
	for (i = 0; i < d->n; i++)
		e[i] = (struct sort_entry){fold->data + fold_off[i], dictmake_text(d, i), i};
	qsort(e + 1, d->n - 1, sizeof *e, entry_compare);
	for (i = 0; i < d->n; i++)
		order[i] = e[i].code;
	free(e);
}
