#include "career/query/bind.h"

#include "career/base/text.h"
#include "career/frame/linked.h"

#include <string.h>

enum { NEAREST_MAX_VALUES = 50000 };

/* Currencies that a plain number may be in; an absent one counts as well. */
static const char *const plain_currencies[] = {"usd", "unstated"};

struct binder {
	struct query *q;
	const struct frame *f;
	struct scan *s;
};

/* A clear set of `bits`; keeps the memory when the size is the same. */
static void
set_clear(struct bitset *b, size_t bits)
{
	if (b->bits == bits) {
		bitset_fill(b, false);
		return;
	}
	bitset_free(b);
	bitset_init(b, bits);
}

/* The next test, its sets kept. */
static struct scan_test *
test_next(struct binder *b, size_t term, int col)
{
	struct scan_test *t = &b->s->tests[b->s->ntests++];

	t->negate = b->q->terms[term].negate;
	t->tag = (int)term;
	t->group = 0;
	t->col = col;
	t->col2 = -1;
	t->guard_col = -1;
	for (size_t i = 0; col >= 0 && i < b->s->nfacets; i++)
		if (b->s->facets[i] == col)
			t->group = (unsigned)i + 1;
	return t;
}

/* Letters and blank from the most to the least frequent in English. */
static int
rareness(char c)
{
	static const char common[] = " etaoinsrhldcumfpgwybvkxjqz";
	const char *p = strchr(common, c);

	return p && c ? (int)(p - common) : (int)sizeof common;
}

static size_t
rarest(const char *s)
{
	size_t best = 0;

	for (size_t i = 1; s[i]; i++)
		if (rareness(s[i]) > rareness(s[best]))
			best = i;
	return best;
}

/* Codes of the texts that hold `word`: one search over the texts as they lie behind one another. */
static void
match_word(const struct dict *d, const char *word, struct bitset *set)
{
	size_t len = strlen(word), rare = rarest(word);
	const char *p = d->fold + d->fold_off[1], *end = d->fold + d->fold_off[d->n];

	for (uint32_t code = 1; code < d->n && (size_t)(end - p) > len;) {
		const char *hit = memchr(p + rare, word[rare], (size_t)(end - p) - rare);

		if (!hit || (size_t)(end - (hit - rare)) < len)
			return;
		p = hit - rare;
		if (memcmp(p, word, len) != 0) {
			p++;
			continue;
		}
		while (d->fold + d->fold_off[code + 1] <= p)
			code++;
		bitset_set(set, code);
		p = d->fold + d->fold_off[++code];
	}
}

static void
bind_word(struct binder *b, size_t term)
{
	struct scan_test *t = test_next(b, term, -1);

	t->kind = SCAN_WORD;
	for (size_t i = 0; i < b->f->spec->ncols && i < SCAN_MAX_COLS; i++) {
		const struct column *c = &b->f->cols[i];

		if (!c->spec->search || c->spec->kind == COL_NUM)
			continue;
		set_clear(&t->sets[i], c->dict.n);
		match_word(&c->dict, b->q->terms[term].fold, &t->sets[i]);
	}
}

/* The first code whose folded text is not below `fold`. */
static uint32_t
lower_bound(const struct dict *d, const char *fold)
{
	uint32_t lo = 1, hi = d->n > 1 ? d->n : 1;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (strcmp(dict_fold(d, mid), fold) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool
value_fits(const struct dict *d, uint32_t code, const struct term_value *v)
{
	const char *fold = dict_fold(d, code);

	return v->prefix ? strncmp(fold, v->fold, strlen(v->fold)) == 0
			 : strcmp(fold, v->fold) == 0;
}

/* The text of the nearest value, NULL when none is near. */
static const char *
nearest_value(const struct dict *d, const char *fold)
{
	int len = (int)strlen(fold), best = len / 3 > 0 ? len / 3 : 1;
	uint32_t code = lower_bound(d, fold);
	const char *near = NULL;

	if (code < d->n && strncmp(dict_fold(d, code), fold, strlen(fold)) == 0)
		return dict_text(d, code);
	if (d->n > NEAREST_MAX_VALUES)
		return NULL;
	for (code = 1; code < d->n && best >= 0; code++) {
		int distance, other = (int)(d->fold_off[code + 1] - d->fold_off[code]) - 1;

		if (other - len > best || len - other > best)
			continue;
		distance = text_distance(fold, dict_fold(d, code), best);
		if (distance > best)
			continue;
		near = dict_text(d, code);
		best = distance - 1;
	}
	return near;
}

static void
fail_value(struct binder *b, size_t term, const struct term_value *v, const struct dict *d)
{
	const char *field = b->q->list->fields[b->q->terms[term].field].name;
	const char *near = nearest_value(d, v->fold);

	if (near)
		query_fail(b->q, term, "no %s '%.40s'; nearest: %.60s", field, v->text, near);
	else
		query_fail(b->q, term, "no %s %s '%.40s'", field, v->prefix ? "starts with" : "is",
		    v->text);
}

/* The codes of a term's values. */
static void
value_codes(struct binder *b, size_t term, const struct dict *d, struct bitset *set)
{
	const struct query_term *q = &b->q->terms[term];

	set_clear(set, d->n);
	for (size_t i = 0; i < q->nvalues; i++) {
		const struct term_value *v = &q->values[i];
		uint32_t code = lower_bound(d, v->fold), from = code;

		if (!v->text[0] && !v->prefix) {
			bitset_set(set, 0);
			continue;
		}
		for (; code < d->n && value_fits(d, code, v); code++)
			bitset_set(set, code);
		if (code == from)
			fail_value(b, term, v, d);
	}
}

static void
bind_values(struct binder *b, size_t term, int col)
{
	struct scan_test *t = test_next(b, term, col);

	t->kind = SCAN_SET;
	value_codes(b, term, &b->f->cols[col].dict, &t->set);
}

/* Whether a list has one of the codes; an empty one has code 0. */
static bool
list_fits(const struct frame *linked, uint32_t list, const struct bitset *codes)
{
	uint32_t n = frame_list_len(linked, 0, list);

	for (uint32_t i = 0; i < n; i++)
		if (bitset_has(codes, frame_list_code(linked, 0, list, i)))
			return true;
	return n == 0 && bitset_has(codes, 0);
}

/* A test of what is linked is one of the values that it is linked with. */
static void
bind_linked(struct binder *b, size_t term)
{
	struct err e = {0};
	const struct frame *linked = frame_linked(b->f, &e);
	struct scan_test *t;

	if (!linked && e.code == ERR_NOTFOUND) {
		query_fail(b->q, term, "%.100s", e.text);
		return;
	}
	t = test_next(b, term, frame_link_col(b->f));
	t->kind = SCAN_SET;
	t->group = 0; /* not a choice in the facet of that column */
	set_clear(&t->set, b->f->cols[t->col].dict.n);
	if (!linked) {
		query_fail(b->q, term, "%.100s", e.text);
		return;
	}
	if (b->q->terms[term].kind == TERM_VALUES) {
		value_codes(b, term, &linked->cols[0].dict, &t->sets[0]);
	} else {
		set_clear(&t->sets[0], linked->cols[0].dict.n);
		bitset_set(&t->sets[0], 0);
		t->negate ^= b->q->terms[term].kind == TERM_ANY;
	}
	for (uint32_t i = 0; i < linked->rows; i++)
		if (list_fits(linked, i, &t->sets[0]))
			bitset_set(&t->set, i);
}

/* The whole number at or above v; numbers of a query are below 1e15. A decimal with one place times
 * ten is exact. */
static int64_t
ceiling(double v)
{
	int64_t n = (int64_t)v;

	return v > (double)n ? n + 1 : n;
}

static int32_t
within_column(int64_t v)
{
	if (v > INT32_MAX)
		return INT32_MAX;
	return v <= FRAME_MISSING_LAST ? FRAME_MISSING_LAST + 1 : (int32_t)v;
}

/* Bounds in whole units of the column; lo > hi when no number is in the range. */
static void
bind_bounds(const struct query_term *q, enum field_unit unit, struct scan_test *t)
{
	double scale = unit == UNIT_PERCENT10 ? 10 : 1, lo = q->lo * scale, hi = q->hi * scale;
	int64_t from = q->has_lo ? ceiling(lo) : INT32_MIN,
		to = q->has_hi ? -ceiling(-hi) : INT32_MAX;

	if (q->lo_open && from == -ceiling(-lo))
		from++;
	if (q->hi_open && to == ceiling(hi))
		to--;
	t->lo = within_column(from);
	t->hi = within_column(to);
	if (from > INT32_MAX)
		t->hi = INT32_MAX - 1;
	else if (to <= FRAME_MISSING_LAST)
		t->lo = FRAME_MISSING_LAST + 2;
}

static void
bind_range(struct binder *b, size_t term, int col)
{
	const struct query_term *q = &b->q->terms[term];
	struct scan_test *t = test_next(b, term, col);

	t->kind = SCAN_RANGE;
	bind_bounds(q, b->q->list->fields[q->field].unit, t);
}

static void
bind_present(struct binder *b, size_t term, int col)
{
	struct scan_test *t = test_next(b, term, col);

	t->kind = SCAN_PRESENT;
	t->negate ^= b->q->terms[term].kind == TERM_NONE;
}

static void
bind_term(struct binder *b, size_t i)
{
	const struct query_term *t = &b->q->terms[i];
	int col = t->field < 0 ? -1 : field_col(b->q->list, t->field);

	if (t->kind == TERM_WORD || t->kind == TERM_PHRASE)
		bind_word(b, i);
	else if (t->field >= 0 && b->q->list->fields[t->field].via)
		bind_linked(b, i);
	else if (col < 0)
		return;
	else if (t->kind == TERM_VALUES)
		bind_values(b, i, col);
	else if (t->kind == TERM_RANGE)
		bind_range(b, i, col);
	else
		bind_present(b, i, col);
}

/* The query's own terms on the guard's column say which units count. False when it has none. */
static bool
guard_from_query(const struct binder *b, int col, struct bitset *guard)
{
	bool found = false;

	for (size_t i = 0; i < b->s->ntests; i++) {
		const struct scan_test *t = &b->s->tests[i];

		if (t->col != col || (t->kind == SCAN_SET && t->negate))
			continue;
		found = true;
		for (size_t code = 0; code < guard->bits; code++)
			if (t->kind == SCAN_SET ? bitset_has(&t->set, code)
						: (code == 0) == t->negate)
				bitset_set(guard, code);
	}
	return found;
}

static void
bind_guard(struct binder *b, struct scan_test *t)
{
	const struct field *f = &b->q->list->fields[b->q->terms[t->tag].field];
	const struct dict *d;

	if (!f->guard)
		return;
	t->guard_col = field_col(b->q->list, field_find(b->q->list, f->guard));
	d = &b->f->cols[t->guard_col].dict;
	set_clear(&t->guard, d->n);
	if (guard_from_query(b, t->guard_col, &t->guard))
		return;
	bitset_set(&t->guard, 0);
	for (size_t i = 0; i < sizeof plain_currencies / sizeof *plain_currencies; i++)
		for (uint32_t code = lower_bound(d, plain_currencies[i]);
		     code < d->n && strcmp(dict_fold(d, code), plain_currencies[i]) == 0; code++)
			bitset_set(&t->guard, code);
}

void
bind_query(struct query *q, const struct frame *f, struct scan *s)
{
	struct binder b = {q, f, s};

	s->ntests = 0;
	for (size_t i = 0; i < q->nterms; i++) {
		const struct query_term *t = &q->terms[i];

		if (!t->error[0] && !t->unfinished && t->kind != TERM_SORT)
			bind_term(&b, i);
	}
	for (size_t i = 0; i < s->ntests; i++)
		if (s->tests[i].kind == SCAN_RANGE)
			bind_guard(&b, &s->tests[i]);
}

bool
bind_selects(const struct scan *s, size_t facet, uint32_t code, bool excluded)
{
	for (size_t i = 0; i < s->ntests; i++) {
		const struct scan_test *t = &s->tests[i];

		if (t->group != facet + 1)
			continue;
		if (t->kind == SCAN_SET && t->negate == excluded && bitset_has(&t->set, code))
			return true;
		if (t->kind == SCAN_PRESENT && code == 0 && t->negate != excluded)
			return true;
	}
	return false;
}
