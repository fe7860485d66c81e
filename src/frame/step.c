#include "career/frame/step.h"

#include <string.h>

#define TABLE_LOOP(name, type)                                                                     \
	static void name(uint16_t *restrict out, const type *restrict code,                        \
	    const uint16_t *restrict table, uint32_t n)                                            \
	{                                                                                          \
		uint32_t i;                                                                        \
                                                                                                   \
		for (i = 0; i < n; i++)                                                            \
			out[i] |= table[code[i]];                                                  \
	}
TABLE_LOOP(table8, uint8_t)
TABLE_LOOP(table16, uint16_t)
TABLE_LOOP(table32, uint32_t)

/* out[i] |= table[code of row from + i] */
static void
table_any(uint16_t *out, const struct column *c, const uint16_t *table, uint32_t from, uint32_t n)
{
	if (c->width == 1)
		table8(out, (const uint8_t *)c->codes + from, table, n);
	else if (c->width == 2)
		table16(out, (const uint16_t *)c->codes + from, table, n);
	else
		table32(out, (const uint32_t *)c->codes + from, table, n);
}

void
step_table(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	table_any(b->fail, s->col, s->table, from, n);
}

void
step_mask(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	uint16_t *restrict fail = b->fail;
	const uint16_t *restrict mask = b->tmp;
	uint16_t want = s->want, bits = s->bits;
	const struct look *l;
	uint32_t i;

	memset(b->tmp, 0, n * sizeof *b->tmp);
	for (l = s->looks; l; l = l->next)
		table_any(b->tmp, l->col, l->hits, from, n);
	if (s->uniform)
		for (i = 0; i < n; i++)
			fail[i] |= mask[i] != want ? bits : 0;
	else
		table16(b->fail, b->tmp, s->table, n);
}

void
step_present(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	const int32_t *restrict v = s->col->num + from;
	uint16_t *restrict fail = b->fail;
	uint16_t gone = s->negate ? 0 : s->bits, there = s->negate ? s->bits : 0;
	uint32_t i;

	for (i = 0; i < n; i++)
		fail[i] |= frame_is_missing(v[i]) ? gone : there;
}

/* `tmp` gets the bit of rows that hold and are not absent. */
static void
range_loop(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	const int32_t *restrict v = s->col->num + from;
	uint16_t *restrict fail = b->fail, *restrict soft = b->soft, *restrict hold = b->tmp;
	uint16_t bits = s->bits, in = s->negate ? 0 : bits, out = s->negate ? bits : 0;
	int32_t lo = s->lo, hi = s->hi;
	uint32_t i;

	for (i = 0; i < n; i++) {
		uint16_t there = frame_is_missing(v[i]) ? 0 : bits;
		uint16_t holds = there & (((v[i] >= lo) & (v[i] <= hi)) ? in : out);

		soft[i] |= there ^ bits;
		fail[i] |= there ^ holds;
		hold[i] = holds;
	}
}

void
step_range(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	uint16_t other[PLAN_BLOCK];
	uint32_t i;

	range_loop(s, b, from, n);
	if (!s->guard)
		return;
	memset(other, 0, n * sizeof *other);
	table_any(other, s->guard, s->guard_table, from, n);
	for (i = 0; i < n; i++)
		b->guard[i] |= b->tmp[i] & other[i];
}

void
step_overlap(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	const int32_t *restrict v = s->col->num + from, *restrict w = s->col2->num + from;
	uint16_t *restrict fail = b->fail, *restrict soft = b->soft;
	uint16_t bits = s->bits, in = s->negate ? 0 : bits, out = s->negate ? bits : 0;
	int32_t lo = s->lo, hi = s->hi;
	uint32_t i;

	for (i = 0; i < n; i++) {
		int32_t end = frame_is_missing(w[i]) ? v[i] : w[i];
		uint16_t there = frame_is_missing(v[i]) ? 0 : bits;
		uint16_t holds = there & (((v[i] <= hi) & (end >= lo)) ? in : out);

		soft[i] |= there ^ bits;
		fail[i] |= there ^ holds;
	}
}

/* A block starts at a whole word. */
void
step_gone(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n)
{
	const uint64_t *words = s->gone->w + from / 64;
	uint16_t bits = s->bits;
	uint32_t i;

	for (i = 0; i < n; i += 64) {
		uint64_t rest = words[i / 64];

		for (; rest; rest &= rest - 1) {
			uint32_t at = i + (uint32_t)__builtin_ctzll(rest);

			if (at < n)
				b->fail[at] |= bits;
		}
	}
}
