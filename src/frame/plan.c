#include "career/frame/plan.h"

#include "career/frame/parts.h"
#include "career/frame/step.h"

#include <string.h>

enum { MASK_TESTS = 8, MASKS = 1 << MASK_TESTS };

void
plan_init(struct plan *p)
{
	memset(p, 0, sizeof *p);
	arena_init(&p->arena);
}

void
plan_free(struct plan *p)
{
	arena_free(&p->arena);
}

bool
plan_run(const struct plan *p, struct plan_block *b, uint32_t from, uint32_t n)
{
	const struct step *s;
	uint16_t all = p->drop;
	uint32_t i;

	memset(b->fail, 0, n * sizeof *b->fail);
	if (p->has_soft)
		memset(b->soft, 0, n * sizeof *b->soft);
	if (p->has_guard)
		memset(b->guard, 0, n * sizeof *b->guard);
	for (s = p->steps; s && (s->bits & p->drop); s = s->next)
		s->run(s, b, from, n);
	if (s != p->steps) {
		for (i = 0; i < n; i++)
			all &= b->fail[i];
		if (all)
			return false;
	}
	for (; s; s = s->next)
		s->run(s, b, from, n);
	return true;
}

void
plan_fold(const struct plan *p, struct plan_block *b, uint32_t n, bool with_unknown)
{
	uint16_t *restrict fail = b->fail;
	uint32_t i;

	if (p->has_soft && !with_unknown)
		for (i = 0; i < n; i++)
			fail[i] |= b->soft[i];
	if (p->has_guard)
		for (i = 0; i < n; i++)
			fail[i] |= b->guard[i];
}

/* Steps that may set the bit `drop` run first. */
static struct step *
step_add(struct plan *p, uint16_t bits,
    void (*run)(const struct step *s, struct plan_block *b, uint32_t from, uint32_t n))
{
	struct step *s = arena_alloc(&p->arena, sizeof *s);

	s->run = run;
	s->bits = bits;
	if ((bits & p->drop) || !p->steps) {
		s->next = p->steps;
		p->steps = s;
		if (!p->last)
			p->last = s;
	} else {
		p->last->next = s;
		p->last = s;
	}
	return s;
}

/* What a plan is made from. */
struct making {
	struct plan *plan;
	const struct scan *scan;
	const struct frame *frame;
	const uint16_t *bits;
	uint32_t done; /* tests, as bits */
};

/* Whether a code satisfies a SET or PRESENT test. */
static bool
code_holds(const struct scan_test *t, uint32_t code)
{
	return t->kind == SCAN_PRESENT ? code != 0 : bitset_has(&t->set, code);
}

/* All SET and PRESENT tests of one COL_CODE column, from test `i` on. */
static void
make_table(struct making *m, size_t i)
{
	const struct column *c = column_ready(&m->frame->cols[m->scan->tests[i].col]);
	uint16_t *table = arena_alloc(&m->plan->arena, c->dict.n * sizeof *table), all = 0;
	struct step *step;
	uint32_t code;
	size_t k;

	for (k = i; k < m->scan->ntests; k++) {
		const struct scan_test *t = &m->scan->tests[k];

		if (t->kind == SCAN_WORD || t->col != m->scan->tests[i].col)
			continue;
		m->done |= (uint32_t)1 << k;
		all |= m->bits[k];
		for (code = 0; code < c->dict.n; code++)
			if (code_holds(t, code) == t->negate)
				table[code] |= m->bits[k];
	}
	step = step_add(m->plan, all, step_table);
	step->col = c;
	step->table = table;
}

/* Up to eight tests whose rows are masks of what they hold. */
struct masked {
	const struct scan_test *test[MASK_TESTS];
	uint16_t bit[MASK_TESTS];
	unsigned n;
};

static void
mask_finish(struct making *mk, const struct masked *m, struct look *looks)
{
	uint16_t *table = arena_alloc(&mk->plan->arena, MASKS * sizeof *table);
	struct step *step;
	uint16_t all = 0;
	unsigned k, mask;

	for (k = 0; k < m->n; k++)
		all |= m->bit[k];
	step = step_add(mk->plan, all, step_mask);
	step->looks = looks;
	step->table = table;
	step->uniform = true;
	for (k = 0; k < m->n; k++) {
		if (m->bit[k] != m->bit[0])
			step->uniform = false;
		if (!m->test[k]->negate)
			step->want |= (uint16_t)(1u << k);
		for (mask = 0; mask < MASKS; mask++)
			if ((mask >> k & 1) == (m->test[k]->negate ? 1u : 0u))
				table[mask] |= m->bit[k];
	}
}

static bool
set_hits(uint16_t *hits, uint16_t bit, const struct bitset *set, uint32_t n)
{
	size_t limit = set->bits < n ? set->bits : n, w;
	bool any = false;

	for (w = 0; w * 64 < limit; w++) {
		uint64_t rest = set->w[w];

		for (; rest; rest &= rest - 1) {
			size_t code = w * 64 + (size_t)__builtin_ctzll(rest);

			if (code >= limit)
				break;
			hits[code] |= bit;
			any = true;
		}
	}
	return any;
}

/* What each list holds, from what each item is. */
static const uint16_t *
list_hits(struct plan *p, const struct column *c, const uint16_t *hits)
{
	uint16_t *all = arena_alloc(&p->arena, c->lists * sizeof *all);
	uint32_t list, k;

	for (list = 0; list < c->lists; list++) {
		if (c->start[list] == c->start[list + 1])
			all[list] = hits[0];
		for (k = c->start[list]; k < c->start[list + 1]; k++)
			all[list] |= hits[c->item[k]];
	}
	return all;
}

static struct look *
look_new(struct plan *p, const struct column *c, const uint16_t *hits, struct look *next)
{
	struct look *l = arena_alloc(&p->arena, sizeof *l);

	*l = (struct look){
	    column_ready(c), c->spec->kind == COL_LIST ? list_hits(p, c, hits) : hits, next};
	return l;
}

/* Which codes of a column hold which words; NULL when none does. */
static const uint16_t *
word_hits(struct plan *p, const struct column *c, const struct masked *m, size_t col)
{
	uint16_t *hits = NULL;
	bool any = false;
	unsigned k;

	for (k = 0; k < m->n; k++) {
		const struct bitset *set = &m->test[k]->sets[col];

		if (set->bits == 0 || c->spec->kind == COL_NUM)
			continue;
		if (!hits)
			hits = arena_alloc(&p->arena, c->dict.n * sizeof *hits);
		any |= set_hits(hits, (uint16_t)(1u << k), set, c->dict.n);
	}
	return any ? hits : NULL;
}

/* Collects tests like test i from i on, at most eight: words, or tests of the same list column. */
static void
collect(struct making *mk, size_t i, struct masked *m)
{
	const struct scan_test *like = &mk->scan->tests[i];
	size_t k;

	m->n = 0;
	for (k = i; k < mk->scan->ntests && m->n < MASK_TESTS; k++) {
		const struct scan_test *t = &mk->scan->tests[k];

		if ((t->kind == SCAN_WORD) != (like->kind == SCAN_WORD)
		    || (t->kind != SCAN_WORD && t->col != like->col))
			continue;
		if (mk->done >> k & 1)
			continue;
		mk->done |= (uint32_t)1 << k;
		m->test[m->n] = t;
		m->bit[m->n++] = mk->bits[k];
	}
}

/* Only columns that hold any of the words are looked into. */
static void
make_words(struct making *mk, size_t i)
{
	struct look *looks = NULL;
	struct masked m;
	size_t col;

	collect(mk, i, &m);
	for (col = 0; col < mk->frame->spec->ncols && col < SCAN_MAX_COLS; col++) {
		const struct column *c = &mk->frame->cols[col];
		const uint16_t *hits = word_hits(mk->plan, c, &m, col);

		if (hits)
			looks = look_new(mk->plan, c, hits, looks);
	}
	mask_finish(mk, &m, looks);
}

static void
make_list(struct making *mk, size_t i)
{
	const struct column *c = &mk->frame->cols[mk->scan->tests[i].col];
	uint16_t *hits = arena_alloc(&mk->plan->arena, c->dict.n * sizeof *hits);
	struct masked m;
	unsigned k;

	collect(mk, i, &m);
	for (k = 0; k < m.n; k++) {
		uint16_t bit = (uint16_t)(1u << k);
		uint32_t code;

		if (m.test[k]->kind == SCAN_SET)
			set_hits(hits, bit, &m.test[k]->set, c->dict.n);
		else
			for (code = 1; code < c->dict.n; code++)
				hits[code] |= bit;
	}
	mask_finish(mk, &m, look_new(mk->plan, c, hits, NULL));
}

static void
make_guard(struct making *mk, struct step *step, const struct scan_test *t)
{
	const struct column *c = column_ready(&mk->frame->cols[t->guard_col]);
	uint16_t *table = arena_alloc(&mk->plan->arena, c->dict.n * sizeof *table);
	uint32_t code;

	for (code = 0; code < c->dict.n; code++)
		table[code] = bitset_has(&t->guard, code) ? 0 : step->bits;
	step->guard = c;
	step->guard_table = table;
	mk->plan->has_guard = true;
}

static void
make_number(struct making *mk, size_t i)
{
	const struct scan_test *t = &mk->scan->tests[i];
	const struct column *cols = mk->frame->cols;
	struct step *step = step_add(mk->plan, mk->bits[i], step_present);

	mk->done |= (uint32_t)1 << i;
	step->col = column_ready(&cols[t->col]);
	step->negate = t->negate;
	if (t->kind == SCAN_PRESENT)
		return;
	mk->plan->has_soft = true;
	step->lo = t->lo;
	step->hi = t->hi;
	if (t->kind == SCAN_OVERLAP) {
		step->run = step_overlap;
		step->col2 = column_ready(&cols[t->col2 >= 0 ? t->col2 : t->col]);
	} else {
		step->run = step_range;
		if (t->guard_col >= 0)
			make_guard(mk, step, t);
	}
}

void
plan_make(struct plan *p, const struct scan *s, const struct frame *f, const uint16_t *bits,
    uint16_t drop)
{
	struct making m = {p, s, f, bits, 0};
	size_t i;

	arena_reset(&p->arena);
	p->steps = p->last = NULL;
	p->drop = drop;
	p->has_soft = p->has_guard = false;
	if (f->ngone > 0)
		step_add(p, drop, step_gone)->gone = &f->gone;
	for (i = 0; i < s->ntests; i++) {
		const struct scan_test *t = &s->tests[i];

		if (m.done >> i & 1)
			continue;
		if (t->kind == SCAN_WORD)
			make_words(&m, i);
		else if (f->cols[t->col].spec->kind == COL_CODE)
			make_table(&m, i);
		else if (f->cols[t->col].spec->kind == COL_LIST)
			make_list(&m, i);
		else
			make_number(&m, i);
	}
}
