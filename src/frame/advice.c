#include "career/frame/scan.h"

#include "career/frame/plan.h"

#include <string.h>

/* What one extra pass over all rows needs besides the scan. */
struct pass {
	struct plan plan;
	struct plan_block block;
};

static void
pass_init(struct pass *p, const struct scan *s, const struct frame *f, const uint16_t *bits,
    uint16_t drop)
{
	plan_init(&p->plan);
	plan_make(&p->plan, s, f, bits, drop);
}

/* The bits in `fail` of rows from..from + n, all reasons folded in. */
static bool
pass_block(struct pass *p, const struct scan *s, uint32_t from, uint32_t n)
{
	if (!plan_run(&p->plan, &p->block, from, n))
		return false;
	plan_fold(&p->plan, &p->block, n, s->with_unknown);
	return true;
}

static uint32_t
block_size(const struct frame *f, uint32_t from)
{
	return f->rows - from < PLAN_BLOCK ? f->rows - from : PLAN_BLOCK;
}

/* Rows that would match without each of the tags first..first + n, n <= 15: one bit for each tag, one
 * for all other tests. */
enum { TAGS = 15, OTHERS = 1 << TAGS };

static void
without_some(const struct scan *s, const struct frame *f, uint32_t *rows, size_t first, size_t n)
{
	uint16_t bits[SCAN_MAX_TESTS];
	uint32_t alone[TAGS] = {0}, all = 0, from, len, i;
	struct pass p;
	size_t k;

	for (k = 0; k < s->ntests; k++) {
		size_t tag = (size_t)s->tests[k].tag;

		bits[k] = OTHERS;
		if (tag >= first && tag < first + n)
			bits[k] = (uint16_t)(1u << (tag - first));
	}
	pass_init(&p, s, f, bits, OTHERS);
	for (from = 0; from < f->rows; from += len) {
		len = block_size(f, from);
		if (!pass_block(&p, s, from, len))
			continue;
		for (i = 0; i < len; i++) {
			uint16_t fail = p.block.fail[i];

			if (fail == 0)
				all++;
			else if ((fail & (fail - 1)) == 0 && fail != OTHERS)
				alone[__builtin_ctz(fail)]++;
		}
	}
	plan_free(&p.plan);
	for (k = 0; k < n; k++)
		rows[first + k] = all + alone[k];
}

void
scan_without(const struct scan *s, const struct frame *f, uint32_t *rows, size_t ntags)
{
	size_t first;

	for (first = 0; first < ntags; first += TAGS)
		without_some(s, f, rows, first, ntags - first < TAGS ? ntags - first : TAGS);
}

/* The value of a row that misses the range, and how far it is from it. */
static int64_t
distance(const struct scan_test *t, const struct frame *f, uint32_t row, int32_t *value)
{
	int32_t low = frame_num(f, t->col, row), high = low;

	if (t->kind == SCAN_OVERLAP && t->col2 >= 0
	    && !frame_is_missing(frame_num(f, t->col2, row)))
		high = frame_num(f, t->col2, row);
	*value = low > t->hi ? low : high;
	return low > t->hi ? (int64_t)low - t->hi : (int64_t)t->lo - high;
}

static bool
in_unit(const struct scan_test *t, const struct frame *f, uint32_t row)
{
	return t->kind != SCAN_RANGE || t->guard_col < 0
	    || bitset_has(&t->guard, column_code(&f->cols[t->guard_col], row));
}

/* Takes a row into account; `best` is the least distance so far. */
static void
nearer(int64_t *best, int64_t d, int32_t v, int32_t *value, uint32_t *rows)
{
	if (d < *best || (d == *best && v < *value)) {
		*best = d;
		*value = v;
		*rows = 1;
	} else if (d == *best && v == *value) {
		++*rows;
	}
}

bool
scan_nearest(
    const struct scan *s, const struct frame *f, size_t test, int32_t *value, uint32_t *rows)
{
	enum { OTHER = 1, THIS = 2 };
	const struct scan_test *t = &s->tests[test];
	uint16_t bits[SCAN_MAX_TESTS];
	uint32_t from, len, i;
	int64_t best = INT64_MAX;
	struct pass p;
	size_t k;

	*rows = 0;
	if (t->negate || (t->kind != SCAN_RANGE && t->kind != SCAN_OVERLAP))
		return false;
	for (k = 0; k < s->ntests; k++)
		bits[k] = k == test ? THIS : OTHER;
	pass_init(&p, s, f, bits, OTHER);
	for (from = 0; from < f->rows; from += len) {
		len = block_size(f, from);
		if (!pass_block(&p, s, from, len))
			continue;
		for (i = 0; i < len; i++) {
			int32_t v;
			int64_t d;

			if (p.block.fail[i] != THIS || (p.block.soft[i] & THIS)
			    || !in_unit(t, f, from + i))
				continue;
			d = distance(t, f, from + i, &v);
			nearer(&best, d, v, value, rows);
		}
	}
	plan_free(&p.plan);
	return *rows > 0;
}
