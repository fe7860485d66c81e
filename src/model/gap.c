#include "career/model/gap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct how {
	const char *word;
	double share; /* of the skill */
} hows[HAVE_COUNT] = {
    [HAVE_NOT] = {"no", 0},
    [HAVE_WANT] = {"want", 0},
    [HAVE_LEARNING] = {"learning", 0},
    [HAVE_PARTLY] = {"partly", 0.5},
    [HAVE_YES] = {"have", 1},
};

const char *
having_word(enum having h)
{
	return hows[h].word;
}

enum having
having_of(const char *word)
{
	int h = 0;

	while (h < HAVE_COUNT && strcmp(hows[h].word, word) != 0)
		h++;
	return (enum having)h;
}

const struct have *
haves_of(const struct haves *h, int64_t skill)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->h[i].skill == skill)
			return &h->h[i];
	return NULL;
}

double
have_share(const struct have *h, double level)
{
	if (h == NULL)
		return 0;
	if (h->how == HAVE_YES && h->level >= 0 && level > 0)
		return fmin(1, h->level / level);
	return hows[h->how].share;
}

void
haves_of_role(struct haves *out, const struct skillset *from, struct arena *a)
{
	out->n = 0;
	out->h = arena_alloc(a, (from->n + 1) * sizeof *out->h);
	for (size_t i = 0; i < from->n; i++)
		if (!from->w[i].field && from->w[i].rank != RANK_SKIP)
			out->h[out->n++] = (struct have){from->w[i].skill, HAVE_YES, -1};
}

/* Publishers that name it. */
static size_t
publishers_of(const struct wanted *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->nby; i++) {
		size_t k = 0;

		while (k < i && strcmp(w->by[k].source->publisher, w->by[i].source->publisher) != 0)
			k++;
		n += k == i;
	}
	return n;
}

static enum gap_part
part_of(const struct gap_row *r)
{
	if (r->w->rank == RANK_SKIP)
		return GAP_SKIP;
	if (r->w->field)
		return GAP_FIELD;
	return r->missing > 0 ? GAP_MISSING : GAP_HAD;
}

static int
to_learn(const void *a, const void *b)
{
	const struct gap_row *x = a, *y = b;
	size_t px = publishers_of(x->w), py = publishers_of(y->w);

	if (x->part != y->part)
		return (int)x->part - (int)y->part;
	if (x->w->rank != y->w->rank)
		return (int)x->w->rank - (int)y->w->rank;
	if (x->w->disputed != y->w->disputed)
		return x->w->disputed ? 1 : -1;
	if (x->how != y->how)
		return (int)y->how - (int)x->how;
	if (x->w->weight < y->w->weight || x->w->weight > y->w->weight)
		return x->w->weight > y->w->weight ? -1 : 1;
	if (px != py)
		return px > py ? -1 : 1;
	return strcmp(x->w->name, y->w->name);
}

void
gap_make(struct gap *out, const struct skillset *to, const struct haves *have, struct arena *a)
{
	double all = 0;

	*out = (struct gap){.to = to, .n = to->n};
	out->row = arena_alloc(a, (to->n + 1) * sizeof *out->row);
	for (size_t i = 0; i < to->n; i++) {
		struct gap_row *r = &out->row[i];
		struct gap_tier *t = &out->tier[to->w[i].rank];
		const struct have *one;
		double share;

		r->w = &to->w[i];
		one = haves_of(have, r->w->skill);
		share = have_share(one, r->w->level);
		r->how = one != NULL ? one->how : HAVE_NOT;
		r->level = one != NULL ? one->level : -1;
		if (r->how == HAVE_YES && share < 1)
			r->how = HAVE_PARTLY;
		r->counts = !r->w->field && r->w->rank != RANK_SKIP;
		r->missing = r->counts ? r->w->weight * (1 - share) : 0;
		r->part = part_of(r);
		if (!r->counts)
			continue;
		t->of++;
		t->have += r->how == HAVE_YES;
		t->partly += r->how == HAVE_PARTLY;
		all += r->w->weight;
		out->size += r->missing;
		out->missing += r->missing > 0;
	}
	if (to->n > 0)
		qsort(out->row, to->n, sizeof *out->row, to_learn);
	out->covered = to->thin || all <= 0 ? NAN : 1 - out->size / all;
}

void
gap_hold(struct gap *g, const struct gap *then)
{
	for (size_t i = 0; i < then->n && i < g->n; i++) {
		size_t at = i;

		while (at < g->n && g->row[at].w->skill != then->row[i].w->skill)
			at++;
		if (at == g->n)
			return;
		if (at > i) {
			const struct gap_row row = g->row[at];

			memmove(&g->row[i + 1], &g->row[i], (at - i) * sizeof row);
			g->row[i] = row;
		}
		g->row[i].part = then->row[i].part;
	}
}

void
gap_says(const struct gap *g, struct buf *out)
{
	static const char *const many[] = {"musts", "important", "nice to have", "only named"};
	const char *between = "";
	size_t partly = 0;

	if (g->to->thin) {
		buf_addf(out, "too little known to judge: %zu skill%s listed", g->to->own,
		    g->to->own == 1 ? " is" : "s are");
		return;
	}
	for (int i = 0; i <= RANK_NAMED; i++) {
		const struct gap_tier *t = &g->tier[i];

		partly += t->partly;
		if (t->of == 0)
			continue;
		buf_addf(out, "%s%zu of %zu %s", between, t->have, t->of,
		    i == RANK_MUST && t->of == 1 ? "must" : many[i]);
		between = ", ";
	}
	if (partly > 0)
		buf_addf(out, "; %zu partly", partly);
}
