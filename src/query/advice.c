#include "career/base/num.h"
#include "career/query/view.h"

#include <stdlib.h>
#include <string.h>

/* Nearest misses are told for at most FEW matches; at most SAID things of a kind are named. */
enum { FEW = 10, SAID = 3 };

static void
part(struct buf *out, uint32_t count, const char *one, const char *many)
{
	buf_adds(out, "; ");
	num_full(out, count);
	buf_addc(out, ' ');
	buf_adds(out, count == 1 ? one : many);
}

static const struct field *
test_field(const struct view *v, const struct scan_test *t)
{
	return &v->list->fields[v->query.terms[t->tag].field];
}

static bool
is_range(const struct scan_test *t)
{
	return t->kind == SCAN_RANGE || t->kind == SCAN_OVERLAP;
}

/* Whether an unknown row has no value in the column of the range. */
static bool
is_absent_in(const struct view *v, const struct scan_test *t)
{
	const struct bitset *unknown = &v->result.unknown_rows;

	for (size_t w = 0; w * 64 < unknown->bits; w++)
		for (uint64_t rest = unknown->w[w]; rest; rest &= rest - 1) {
			uint32_t row = (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(rest);

			if (frame_is_missing(frame_num(v->frame, t->col, row)))
				return true;
		}
	return false;
}

/* "no length or no cost": the ranges whose values the unknown rows lack. */
static void
say_absent(const struct view *v, struct buf *out)
{
	const char *said[SCAN_MAX_TESTS];
	size_t n = 0;

	for (size_t i = 0; i < v->scan.ntests; i++) {
		const struct scan_test *t = &v->scan.tests[i];
		const char *words;
		size_t seen = 0;

		if (!is_range(t))
			continue;
		words = test_field(v, t)->absent;
		while (seen < n && strcmp(said[seen], words) != 0)
			seen++;
		if (seen < n || !is_absent_in(v, t))
			continue;
		buf_adds(out, n ? " or " : " ");
		buf_adds(out, words);
		said[n++] = words;
	}
}

static void
say_unknown(const struct view *v, struct buf *out)
{
	const struct scan_result *r = &v->result;

	if (!r->unknown)
		return;
	if (v->scan.with_unknown)
		part(out, r->unknown, "of them states", "of them state");
	else if (r->matched)
		part(out, r->unknown, "more states", "more state");
	else
		part(out, r->unknown, "states", "state");
	say_absent(v, out);
}

static void
say_value(const struct field *f, int32_t value, struct buf *out)
{
	if (f->unit == UNIT_MONTHS) {
		buf_addf(out, "%ld month%s", (long)value, value == 1 ? "" : "s");
		return;
	}
	buf_adds(out, f->name);
	buf_addc(out, ' ');
	if (f->unit == UNIT_MONEY)
		num_full(out, value);
	else
		num_plain(out, f->unit == UNIT_PERCENT10 ? value / 10.0 : value);
	if (f->unit == UNIT_PERCENT10)
		buf_addc(out, '%');
}

static void
say_nearest(const struct view *v, struct buf *out)
{
	uint32_t rows;
	int32_t value;

	for (size_t i = 0; i < v->scan.ntests; i++) {
		const struct scan_test *t = &v->scan.tests[i];

		if (!is_range(t) || t->negate
		    || !scan_nearest(&v->scan, v->frame, i, &value, &rows))
			continue;
		part(out, rows, "fits at ", "fit at ");
		say_value(test_field(v, t), value, out);
	}
}

/* The index of the largest of n counts, which is then cleared; n when all are 0. */
static size_t
take_largest(uint32_t *counts, size_t n, uint32_t *count)
{
	size_t best = 0;

	for (size_t i = 1; i < n; i++)
		if (counts[i] > counts[best])
			best = i;
	if (n == 0 || counts[best] == 0)
		return n;
	*count = counts[best];
	counts[best] = 0;
	return best;
}

static void
say_apart(const struct view *v, struct buf *out)
{
	const struct scan_result *r = &v->result;
	const struct dict *d;
	uint32_t count = 0, *counts;

	if (!r->apart || !r->apart_codes)
		return;
	d = &v->frame->cols[r->apart_col].dict;
	counts = mem_zero(d->n, sizeof *counts);
	memcpy(counts, r->apart_codes, d->n * sizeof *counts);
	for (size_t i = 0; i < SAID; i++) {
		size_t code = take_largest(counts, d->n, &count);

		if (code == d->n)
			break;
		buf_adds(out, i ? ", +" : "; +");
		num_full(out, count);
		buf_addf(out, " in %s", code ? dict_text(d, (uint32_t)code) : "no stated currency");
	}
	free(counts);
}

static void
say_without(struct view *v, struct buf *out)
{
	struct scan *scan = mem_alloc(sizeof *scan); /* the same with a tag per test */
	uint32_t count = 0, rows[SCAN_MAX_TESTS];
	size_t n = v->scan.ntests, said = 0;

	*scan = v->scan;
	for (size_t i = 0; i < n; i++)
		scan->tests[i].tag = (int)i;
	scan_without(scan, v->frame, rows, n);
	free(scan);
	for (; said < SAID; said++) {
		size_t test = take_largest(rows, n, &count);

		if (test == n)
			break;
		buf_adds(out, "; without `");
		query_term_text(&v->query, (size_t)v->scan.tests[test].tag, out);
		buf_adds(out, "`: ");
		num_full(out, count);
	}
	if (!out->len && n > 1)
		buf_adds(out, "; dropping one term is not enough");
}

void
view_advice(struct view *v, struct buf *out)
{
	const struct scan_result *r = &v->result;
	struct buf more = BUF_INIT;

	if (v->scan.ntests == 0)
		return;
	say_unknown(v, &more);
	if (r->matched <= FEW)
		say_nearest(v, &more);
	say_apart(v, &more);
	if (r->matched == 0) {
		say_without(v, &more);
		buf_adds(out, "nothing matches");
	} else if (more.len) {
		num_full(out, r->matched);
		buf_adds(out, r->matched == 1 ? " matches" : " match");
	}
	buf_add(out, more.data, more.len);
	buf_free(&more);
}
