/*
 * rank.c - weights, scores, places, and how far each weight can move before the first place changes.
 */
#include "career/model/rank.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct part {
	const char *word;
	bool less; /* is better */
} parts[RANK_PARTS] = {
    [PART_PAY] = {"pay", false},
    [PART_GROWTH] = {"growth", false},
    [PART_COST] = {"cost", true},
    [PART_TIME] = {"time", true},
    [PART_FIT] = {"fit", false},
    [PART_INTEREST] = {"interest", false},
};

const char *
rank_part_word(enum rank_part p)
{
	return parts[p].word;
}

/* --- weights ---------------------------------------------------------------------------------- */

void
rank_weights_default(struct rank_weights *w)
{
	for (size_t i = 0; i < RANK_PARTS; i++)
		w->w[i] = RANK_WEIGHT_MAX / 2;
}

static bool
read_weight(struct rank_weights *w, char *word, struct err *e)
{
	char *value = strchr(word, '='), *end;
	size_t i = 0;
	long n;

	if (value != NULL)
		*value++ = '\0';
	while (i < RANK_PARTS && strcmp(parts[i].word, word) != 0)
		i++;
	if (i == RANK_PARTS)
		return err_set(e, ERR_USAGE,
		    "no weight '%s': pay, growth, cost, time, fit or interest, such as pay=5",
		    word);
	n = value != NULL && *value >= '0' && *value <= '9' ? strtol(value, &end, 10) : -1;
	if (n < 0 || n > RANK_WEIGHT_MAX || *end != '\0')
		return err_set(e, ERR_USAGE, "weight of %s: a whole number from 0 to %d", word,
		    RANK_WEIGHT_MAX);
	w->w[i] = (int)n;
	return true;
}

bool
rank_weights_read(struct rank_weights *w, const char *text, struct err *e)
{
	struct rank_weights read = *w;
	char *copy = mem_dup(text), *save = NULL;
	bool ok = true;

	for (char *word = strtok_r(copy, ", ", &save); ok && word != NULL;
	     word = strtok_r(NULL, ", ", &save))
		ok = read_weight(&read, word, e);
	free(copy);
	if (ok)
		*w = read;
	return ok;
}

void
rank_weights_text(const struct rank_weights *w, struct buf *out)
{
	for (size_t i = 0; i < RANK_PARTS; i++)
		buf_addf(out, "%s%s=%d", i > 0 ? "," : "", parts[i].word, w->w[i]);
}

void
rank_weights_kept(struct rank_weights *w, struct profile *p)
{
	char *kept = p != NULL ? profile_get(p, "weights") : NULL;
	struct err e;

	rank_weights_default(w);
	if (kept != NULL && !rank_weights_read(w, kept, &e))
		rank_weights_default(w);
	free(kept);
}

/* --- parts ------------------------------------------------------------------------------------ */

static void
count_known(struct ranking *k)
{
	bool any[RANK_PARTS] = {false};
	size_t parts_known = 0;

	for (size_t i = 0; i < k->n; i++) {
		k->r[i].known = 0;
		for (size_t p = 0; p < RANK_PARTS; p++)
			if (!isnan(k->r[i].of[p].v)) {
				k->r[i].known++;
				any[p] = true;
			}
	}
	for (size_t p = 0; p < RANK_PARTS; p++)
		parts_known += any[p];
	if (parts_known > RANK_FEW)
		parts_known = RANK_FEW;
	for (size_t i = 0; i < k->n; i++)
		k->r[i].apart = k->r[i].thin || k->r[i].known < parts_known;
}

/* One part of all roles; those that stand apart are cut to what the others span. */
static void
scale(struct ranking *k, size_t p)
{
	double lo = INFINITY, hi = -INFINITY;

	k->known[p] = 0;
	for (size_t i = 0; i < k->n; i++) {
		double v = k->r[i].of[p].v;

		if (isnan(v) || k->r[i].apart)
			continue;
		lo = fmin(lo, v);
		hi = fmax(hi, v);
		k->known[p]++;
	}
	k->same[p] = k->known[p] > 0 && !(lo < hi);
	for (size_t i = 0; i < k->n; i++) {
		double v = k->r[i].of[p].v, share;

		share = lo < hi ? fmin(1, fmax(0, (v - lo) / (hi - lo))) : (double)NAN;
		k->r[i].part[p] = isnan(v) ? (double)NAN : parts[p].less ? 1 - share : share;
	}
}

void
rank_parts(struct ranking *k)
{
	count_known(k);
	for (size_t p = 0; p < RANK_PARTS; p++)
		scale(k, p);
}

/* --- scores and places ------------------------------------------------------------------------ */

/* Score as a function of one weight: (above + part w) / (below + w) where the part is known, else it is constant. */
struct ratio {
	double above, below, part;
	bool knows;
};

static struct ratio
ratio_of(const struct ranked *r, const struct rank_weights *w, size_t of)
{
	struct ratio f = {0, 0, 0, false};

	for (size_t i = 0; i < RANK_PARTS; i++) {
		if (isnan(r->part[i]))
			continue;
		if (i == of) {
			f.part = r->part[i];
			f.knows = true;
			continue;
		}
		f.above += w->w[i] * r->part[i];
		f.below += w->w[i];
	}
	return f;
}

/* NAN: nothing that it knows has a weight. */
static double
ratio_at(const struct ratio *f, double w)
{
	double below = f->below + (f->knows ? w : 0);

	return below > 0 ? (f->above + (f->knows ? w * f->part : 0)) / below : (double)NAN;
}

static int
by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	bool has_x = !x->apart && !isnan(x->score), has_y = !y->apart && !isnan(y->score);

	if (has_x != has_y)
		return has_x ? -1 : 1;
	if (!has_x && x->known != y->known)
		return x->known > y->known ? -1 : 1;
	if (isnan(x->score) != isnan(y->score))
		return isnan(x->score) ? 1 : -1;
	if (x->score > y->score || x->score < y->score)
		return x->score > y->score ? -1 : 1;
	return strcmp(x->title, y->title);
}

/* Scores that differ by less than rounding does are equal. */
static void
place(struct ranking *k)
{
	k->placed = 0;
	for (size_t i = 0; i < k->n; i++) {
		struct ranked *r = &k->r[i];

		r->place = 0;
		if (r->apart || isnan(r->score))
			continue;
		k->placed++;
		r->place = i > 0 && !(r[-1].score - r->score > 1e-12) ? r[-1].place : i + 1;
	}
}

/* --- how firm the first place is -------------------------------------------------------------- */

/* What first and other are told apart by, as functions of one weight w: first - other has the sign of
 * -(c[0] + c[1] w + c[2] w^2). */
static void
difference(double c[3], const struct ratio *first, const struct ratio *other)
{
	double kf = first->knows, ko = other->knows;

	c[0] = other->above * first->below - first->above * other->below;
	c[1] = other->above * kf + ko * other->part * first->below - first->above * ko
	    - kf * first->part * other->below;
	c[2] = kf * ko * (other->part - first->part);
}

static double
value_at(const double c[3], double w)
{
	return c[0] + w * (c[1] + w * c[2]);
}

/* Real roots, rising; how many. */
static int
roots(const double c[3], double out[2])
{
	double d, q;

	if (fabs(c[2]) < 1e-14) {
		if (fabs(c[1]) < 1e-14)
			return 0;
		out[0] = -c[0] / c[1];
		return 1;
	}
	d = c[1] * c[1] - 4 * c[2] * c[0];
	if (d < 0)
		return 0;
	q = -(c[1] + copysign(sqrt(d), c[1])) / 2;
	out[0] = q / c[2];
	out[1] = fabs(q) > 0 ? c[0] / q : 0;
	if (out[0] > out[1]) {
		double swap = out[0];

		out[0] = out[1];
		out[1] = swap;
	}
	return 2;
}

/*
 * The nearest weight from `at` towards `end` beyond which the other has the higher score; NAN: none. Between two
 * neighbouring places where they are equal one sign holds, so the middle tells.
 */
static double
crossing(const struct ratio *first, const struct ratio *other, double at, double end)
{
	double c[3], root[2], stop[4];
	int n = 0, nroots;
	bool up = end > at;

	difference(c, first, other);
	nroots = roots(c, root);
	stop[n++] = at;
	for (int i = 0; i < nroots; i++) {
		double x = root[up ? i : nroots - 1 - i];

		if (up ? x > at && x < end : x < at && x > end)
			stop[n++] = x;
	}
	stop[n] = end;
	for (int i = 0; i < n; i++)
		if (value_at(c, (stop[i] + stop[i + 1]) / 2) > 1e-11)
			return stop[i];
	return (double)NAN;
}

/* Who has the highest score at a weight, but for the first one. */
static const struct ranked *
highest(const struct ranking *k, const struct rank_weights *w, size_t part, double at)
{
	const struct ranked *best = NULL;
	double most = -1;

	for (size_t i = 1; i < k->n; i++) {
		struct ratio f;
		double score;

		if (k->r[i].apart)
			continue;
		f = ratio_of(&k->r[i], w, part);
		score = ratio_at(&f, at);
		if (score > most) {
			most = score;
			best = &k->r[i];
		}
	}
	return best;
}

static double
hold_towards(const struct ranking *k, const struct rank_weights *w, size_t part, double end,
    const struct ranked **by)
{
	struct ratio first = ratio_of(&k->r[0], w, part);
	double at = w->w[part], best = (double)NAN, beyond;

	*by = NULL;
	for (size_t i = 1; i < k->n && at != end; i++) {
		struct ratio other = ratio_of(&k->r[i], w, part);
		double x;

		/* Without any weight on what it knows it has no score anywhere. */
		if (k->r[i].apart || (!other.knows && !(other.below > 0)))
			continue;
		x = crossing(&first, &other, at, end);
		if (!isnan(x) && (isnan(best) || fabs(x - at) < fabs(best - at)))
			best = x;
	}
	/* Without this weight the first one knows nothing that counts. */
	if (isnan(best) && end <= 0 && at > 0 && !(first.below > 0)) {
		*by = highest(k, w, part, 0);
		return *by != NULL ? 0 : (double)NAN;
	}
	if (isnan(best))
		return best;
	beyond = best + (end > at ? 1 : -1) * fmin(1e-6, fabs(end - best) / 2);
	*by = highest(k, w, part, beyond);
	return best;
}

static void
find_holds(struct ranking *k)
{
	for (size_t p = 0; p < RANK_PARTS; p++) {
		struct rank_hold *h = &k->hold[p];

		*h = (struct rank_hold){(double)NAN, (double)NAN, NULL, NULL};
		if (k->placed == 0)
			continue;
		h->below = hold_towards(k, &k->weights, p, 0, &h->below_by);
		h->above = hold_towards(k, &k->weights, p, RANK_WEIGHT_MAX, &h->above_by);
	}
}

void
rank_weigh(struct ranking *k, const struct rank_weights *w)
{
	k->weights = *w;
	for (size_t i = 0; i < k->n; i++) {
		struct ratio f = ratio_of(&k->r[i], w, PART_PAY);

		k->r[i].score = ratio_at(&f, w->w[PART_PAY]);
	}
	if (k->n > 0)
		qsort(k->r, k->n, sizeof *k->r, by_score);
	place(k);
	find_holds(k);
}

bool
rank_hold_span(const struct rank_hold *h, int *lo, int *hi)
{
	*lo = isnan(h->below) ? 0 : (int)ceil(h->below - 1e-9);
	*hi = isnan(h->above) ? RANK_WEIGHT_MAX : (int)floor(h->above + 1e-9);
	return !isnan(h->below) || !isnan(h->above);
}
