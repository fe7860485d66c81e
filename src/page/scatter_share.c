/*
 * scatter_share.c - the points of a picture in order: shares of them by one number, and quartiles of the other.
 */
#include "scatter_parts.h"

#include <stdlib.h>
#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

enum {
	FIFTHS_FROM = 50,
	THIRDS_FROM = 12,
	USUAL_FROM = 200, /* points; of fewer none is unusual */
};

/*
 * The value at place k of the numbers [from, to) in order; those in front of it are not above it afterwards, those
 * behind it not below. Linear, whatever the order was: the pivot is taken anywhere.
 */
static int32_t
select_place(int32_t *v, size_t from, size_t to, size_t k)
{
	uint32_t seed = 2463534242u;

	while (to - from > 1) {
		size_t low = from, at = from, high = to;
		int32_t pivot;

		seed ^= seed << 13;
		seed ^= seed >> 17;
		seed ^= seed << 5;
		pivot = v[from + seed % (to - from)];
		while (at < high) {
			int32_t x = v[at];

			if (x < pivot) {
				v[at++] = v[low];
				v[low++] = x;
			} else if (x > pivot) {
				v[at] = v[--high];
				v[high] = x;
			} else {
				at++;
			}
		}
		if (k < low)
			to = low;
		else if (k >= high)
			from = high;
		else
			return pivot;
	}
	return v[k];
}

/* The place of a share of n >= 1 values: p25 of them is not above a quarter. */
static size_t
place_of(size_t n, unsigned permille)
{
	size_t k = (n * permille + 999) / 1000;

	return k > 0 ? k - 1 : 0;
}

static void
read_band(struct scatter_band *b, int32_t *y)
{
	size_t n = b->n, q1 = place_of(n, 250), q2 = place_of(n, 500), q3 = place_of(n, 750);

	b->low = select_place(y, 0, n, q1);
	b->mid = select_place(y, q1, n, q2);
	b->high = select_place(y, q2, n, q3);
	b->least = b->most = y[0];
	for (size_t i = 1; i < n; i++) {
		b->least = y[i] < b->least ? y[i] : b->least;
		b->most = y[i] > b->most ? y[i] : b->most;
	}
}

static size_t
band_of(const int32_t *cut, size_t ncuts, int32_t x)
{
	size_t g = 0;

	while (g < ncuts && x > cut[g])
		g++;
	return g;
}

/* Shares of as many points as equal x allow; `x` is scratch for all of them. */
static void
read_bands(struct scatter *s, int32_t *x)
{
	size_t bands = s->n >= FIFTHS_FROM ? 5 : s->n >= THIRDS_FROM ? 3 : 0, from[SCATTER_BANDS];
	struct scatter_band band[SCATTER_BANDS] = {{0}};
	int32_t cut[SCATTER_BANDS];
	size_t done = 0;

	for (size_t g = 0; g + 1 < bands; g++) {
		size_t k = s->n * (g + 1) / bands - 1;

		cut[g] = select_place(x, done, s->n, k);
		done = k;
	}
	for (size_t i = 0; bands > 0 && i < s->n; i++) {
		struct scatter_band *b = &band[band_of(cut, bands - 1, s->point[i].x)];

		b->from = b->n == 0 || s->point[i].x < b->from ? s->point[i].x : b->from;
		b->to = b->n == 0 || s->point[i].x > b->to ? s->point[i].x : b->to;
		b->n++;
	}
	for (size_t g = 0, at = 0; g < bands; at += band[g++].n)
		from[g] = at;
	for (size_t i = 0; bands > 0 && i < s->n; i++)
		x[from[band_of(cut, bands - 1, s->point[i].x)]++] = s->point[i].y;
	for (size_t g = 0; g < bands; g++)
		if (band[g].n > 0) {
			read_band(&band[g], x + from[g] - band[g].n);
			s->band[s->nbands++] = band[g];
		}
}

static void
read_quantiles(struct scatter *s, int32_t *x)
{
	static const unsigned shares[] = {100, 250, 500, 750, 900};
	size_t done = 0;

	for (size_t i = 0; i < LEN(shares); i++) {
		size_t k = place_of(s->n, shares[i]);

		s->quantile[i] = select_place(x, done, s->n, k);
		done = k;
	}
}

static void
read_extent(struct scatter *s)
{
	const struct scatter_point *p = s->point;

	s->least_x = s->most_x = p[0].x;
	s->least_y = s->most_y = p[0].y;
	for (size_t i = 1; i < s->n; i++) {
		s->least_x = p[i].x < s->least_x ? p[i].x : s->least_x;
		s->most_x = p[i].x > s->most_x ? p[i].x : s->most_x;
		s->least_y = p[i].y < s->least_y ? p[i].y : s->least_y;
		s->most_y = p[i].y > s->most_y ? p[i].y : s->most_y;
	}
	s->usual_x = s->most_x;
	s->usual_y = s->most_y;
}

static void
read_shares(struct scatter *s)
{
	int32_t *v = mem_zero(s->n, sizeof *v);
	size_t usual = place_of(s->n, 995);

	if (s->axes.y >= 0) {
		for (size_t i = 0; i < s->n; i++)
			v[i] = s->point[i].y;
		if (s->n >= USUAL_FROM)
			s->usual_y = select_place(v, 0, s->n, usual);
	}
	for (size_t i = 0; i < s->n; i++)
		v[i] = s->point[i].x;
	if (s->n >= USUAL_FROM)
		s->usual_x = select_place(v, 0, s->n, usual);
	if (s->axes.y >= 0)
		read_bands(s, v);
	else
		read_quantiles(s, v);
	free(v);
}

void
scatter_shares(struct scatter *s)
{
	s->least_x = s->most_x = s->least_y = s->most_y = s->usual_x = s->usual_y = 0;
	memset(s->quantile, 0, sizeof s->quantile);
	s->nbands = 0;
	if (s->n == 0)
		return;
	read_extent(s);
	read_shares(s);
}
