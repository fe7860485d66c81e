/*
 * scatter.c - the points of a picture on a plot: axes, places, and the way from one to the next.
 */
#include "career/page/scatter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DOTS_X = 2, DOTS_Y = 4 }; /* of a braille cell */

void
scatter_init(struct scatter *s)
{
	memset(s, 0, sizeof *s);
	s->axes = (struct scatter_axes){SCATTER_NONE, SCATTER_NONE};
}

void
scatter_free(struct scatter *s)
{
	free(s->point);
	free(s->start);
	free(s->at);
	free(s->dots);
	scatter_init(s);
}

static bool
is_spread(const struct scatter *s)
{
	return s->axes.y < 0;
}

/* --- axes ------------------------------------------------------------------------------------- */

static enum field_unit
unit_of(const struct scatter *s, int field)
{
	return field >= 0 ? s->view->list->fields[field].unit : UNIT_COUNT;
}

/* The least round number that is not below `raw`. */
static double
round_step(enum field_unit unit, double raw)
{
	static const double months[] = {1, 2, 3, 6, 12, 24, 36, 60, 120};
	static const double nice[] = {1, 2, 5, 10};
	double mag = 1;

	for (size_t i = 0; unit == UNIT_MONTHS && i < sizeof months / sizeof *months; i++)
		if (months[i] >= raw)
			return months[i];
	while (mag * 10 < raw)
		mag *= 10;
	for (size_t i = 0; i < sizeof nice / sizeof *nice; i++)
		if (nice[i] * mag >= raw)
			return nice[i] * mag;
	return mag * 10;
}

/*
 * From 0 where that leaves the points most of the axis, else from a round number, to where nearly all of them are: a
 * few that are far above would press the others into a corner. They stand at the edge, and are counted.
 */
static void
make_scale(struct scale *a, enum field_unit unit, double least, double usual, double most)
{
	bool far = most - least > 1.4 * (usual - least) && usual > least;
	double hi = far ? usual : most, lo = least > 0 && least < 0.4 * hi ? 0 : least;

	memset(a, 0, sizeof *a);
	a->step = round_step(unit, (hi - lo) / 6);
	a->lo = floor(lo / a->step) * a->step;
	a->hi = ceil(hi / a->step * 2) * a->step / 2;
	if (!(a->hi > a->lo))
		a->hi = a->lo + a->step;
}

/* Ticks as close as their texts allow: `room` of them. */
static void
space_ticks(struct scale *a, enum field_unit unit, int room)
{
	a->step = round_step(unit, (a->hi - a->lo) / (room < 1 ? 1 : room));
}

static int
cell_of(const struct scale *a, double v, int cells)
{
	double at = floor((v - a->lo) / (a->hi - a->lo) * cells);

	return at < 0 ? 0 : at >= cells ? cells - 1 : (int)at;
}

static void
count_beyond(struct scatter *s)
{
	for (size_t i = 0; i < s->n; i++) {
		s->sx.beyond += s->point[i].x > s->sx.hi;
		s->sy.beyond += !is_spread(s) && s->point[i].y > s->sy.hi;
	}
}

/* --- bars ------------------------------------------------------------------------------------- */

/* Bars of round widths, of two cells at least. */
static void
fit_bars(struct scatter *s, int w)
{
	enum field_unit unit = unit_of(s, s->axes.x);
	double step;

	make_scale(&s->sx, unit, s->least_x, s->usual_x, s->most_x);
	step = round_step(unit, (s->sx.hi - s->sx.lo) / (w < 4 ? 2 : (double)w / 2));
	s->sx.lo = floor(s->sx.lo / step) * step;
	/* A bar holds its lower end, and not its upper one. */
	s->bars = (int)floor((s->sx.hi - s->sx.lo) / step);
	if (s->sx.lo + s->bars * step < s->sx.hi || s->sx.hi <= s->most_x)
		s->bars++;
	if (s->bars > w)
		s->bars = w;
	s->sx.hi = s->sx.lo + s->bars * step;
	s->bar = w / s->bars;
	s->w = s->bars * s->bar;
}

static void
measure_bars(struct scatter *s)
{
	s->sy.lo = 0;
	s->sy.hi = s->fullest > 0 ? s->fullest : 1;
	space_ticks(&s->sy, UNIT_COUNT, s->h / 3);
}

/* --- places ----------------------------------------------------------------------------------- */

uint32_t
scatter_places(const struct scatter *s)
{
	return s->w == 0 ? 0 : is_spread(s) ? (uint32_t)s->bars : (uint32_t)s->w * (uint32_t)s->h;
}

static uint32_t
place_of(const struct scatter *s, const struct scatter_point *p)
{
	int x, y;

	if (is_spread(s))
		return (uint32_t)cell_of(&s->sx, p->x, s->bars);
	x = cell_of(&s->sx, p->x, s->w);
	y = s->h - 1 - cell_of(&s->sy, p->y, s->h);
	return (uint32_t)y * (uint32_t)s->w + (uint32_t)x;
}

/* Points of one place stand together, in their order. */
static void
sort_places(struct scatter *s)
{
	uint32_t places = scatter_places(s);

	s->start = mem_reserve(s->start, &s->start_cap, (size_t)places + 2, sizeof *s->start);
	s->at = mem_reserve(s->at, &s->at_cap, s->n + 1, sizeof *s->at);
	memset(s->start, 0, ((size_t)places + 2) * sizeof *s->start);
	for (size_t i = 0; i < s->n; i++)
		s->start[place_of(s, &s->point[i]) + 2]++;
	s->fullest = 0;
	for (uint32_t i = 2; i <= places + 1; i++) {
		s->fullest = s->start[i] > s->fullest ? s->start[i] : s->fullest;
		s->start[i] += s->start[i - 1];
	}
	for (size_t i = 0; i < s->n; i++)
		s->at[s->start[place_of(s, &s->point[i]) + 1]++] = (uint32_t)i;
}

/* Bit of a dot of a braille cell, by column and by row from the top. */
static const uint8_t dot_bits[DOTS_Y][DOTS_X] = {
    {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

static void
set_dots(struct scatter *s)
{
	size_t cells = (size_t)s->w * (size_t)s->h;

	s->dots = mem_reserve(s->dots, &s->dots_cap, cells, sizeof *s->dots);
	memset(s->dots, 0, cells);
	for (size_t i = 0; i < s->n; i++) {
		int x = cell_of(&s->sx, s->point[i].x, s->w * DOTS_X);
		int y = s->h * DOTS_Y - 1 - cell_of(&s->sy, s->point[i].y, s->h * DOTS_Y);

		s->dots[(size_t)(y / DOTS_Y) * (size_t)s->w + (size_t)(x / DOTS_X)] |=
		    dot_bits[y % DOTS_Y][x % DOTS_X];
	}
}

void
scatter_fit(struct scatter *s, int w, int h, bool fine)
{
	s->w = w < 1 ? 1 : w;
	s->h = h < 1 ? 1 : h;
	s->bars = s->bar = 0;
	if (s->n == 0) {
		s->w = 0;
		return;
	}
	if (is_spread(s)) {
		memset(&s->sy, 0, sizeof s->sy);
		fit_bars(s, s->w);
		space_ticks(&s->sx, unit_of(s, s->axes.x), s->w / 9);
	} else {
		make_scale(&s->sx, unit_of(s, s->axes.x), s->least_x, s->usual_x, s->most_x);
		make_scale(&s->sy, unit_of(s, s->axes.y), s->least_y, s->usual_y, s->most_y);
		space_ticks(&s->sx, unit_of(s, s->axes.x), s->w / 9);
		space_ticks(&s->sy, unit_of(s, s->axes.y), s->h / 2);
	}
	count_beyond(s);
	sort_places(s);
	if (is_spread(s))
		measure_bars(s);
	else if (fine)
		set_dots(s);
}

static const struct scatter_point *
point_of(const struct scatter *s, uint32_t row)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->point[i].row == row)
			return &s->point[i];
	return NULL;
}

uint32_t
scatter_place(const struct scatter *s, uint32_t row)
{
	const struct scatter_point *p = s->w > 0 ? point_of(s, row) : NULL;

	return p != NULL ? place_of(s, p) : SCATTER_NOWHERE;
}

uint32_t
scatter_at(const struct scatter *s, uint32_t place)
{
	return place < scatter_places(s) ? s->start[place + 1] - s->start[place] : 0;
}

uint32_t
scatter_row(const struct scatter *s, uint32_t place, uint32_t k)
{
	return k < scatter_at(s, place) ? s->point[s->at[s->start[place] + k]].row : UINT32_MAX;
}

uint32_t
scatter_index(const struct scatter *s, uint32_t place, uint32_t row)
{
	uint32_t k = 0, n = scatter_at(s, place);

	while (k < n && scatter_row(s, place, k) != row)
		k++;
	return k;
}

/* Cells of a bar, at least one. */
static int
height_of(const struct scatter *s, uint32_t place)
{
	int h = (int)ceil(scatter_at(s, place) / s->sy.hi * s->h);

	return h < 1 ? 1 : h > s->h ? s->h : h;
}

void
scatter_cell(const struct scatter *s, uint32_t place, int *x, int *y)
{
	if (is_spread(s)) {
		*x = (int)place * s->bar + s->bar / 2;
		*y = s->h - height_of(s, place);
	} else {
		*x = (int)(place % (uint32_t)s->w);
		*y = (int)(place / (uint32_t)s->w);
	}
}

uint32_t
scatter_of_cell(const struct scatter *s, int x, int y)
{
	uint32_t place;

	if (x < 0 || y < 0 || x >= s->w || y >= s->h || s->w == 0)
		return SCATTER_NOWHERE;
	place = is_spread(s) ? (uint32_t)(x / s->bar) : (uint32_t)(y * s->w + x);
	return scatter_at(s, place) > 0 ? place : SCATTER_NOWHERE;
}

/* --- moving ----------------------------------------------------------------------------------- */

/* A cell is about twice as high as wide. */
struct offset {
	int along, off;
};

static struct offset
offset_to(int x, int y, int dx, int dy)
{
	struct offset o;

	y *= 2;
	o.along = dx != 0 ? x * dx : y * dy;
	o.off = abs(dx != 0 ? y : x);
	return o;
}

/* The nearest one ahead; one within a right angle around the direction before all others. */
uint32_t
scatter_step(const struct scatter *s, uint32_t place, int dx, int dy)
{
	uint32_t best = place;
	int least = INT32_MAX, x0, y0;

	if (place >= scatter_places(s))
		return scatter_middle(s);
	scatter_cell(s, place, &x0, &y0);
	for (uint32_t i = 0; i < scatter_places(s); i++) {
		struct offset o;
		int x, y, cost;

		if (scatter_at(s, i) == 0)
			continue;
		scatter_cell(s, i, &x, &y);
		o = is_spread(s) ? (struct offset){(x - x0) * dx, 0}
				 : offset_to(x - x0, y - y0, dx, dy);
		cost = o.along + 2 * o.off + (o.off > o.along ? 1000000 : 0);
		if (o.along > 0 && cost < least) {
			least = cost;
			best = i;
		}
	}
	return best;
}

uint32_t
scatter_middle(const struct scatter *s)
{
	uint32_t best = SCATTER_NOWHERE;
	int least = INT32_MAX;

	for (uint32_t i = 0; i < scatter_places(s); i++) {
		int x, y, far;

		if (scatter_at(s, i) == 0)
			continue;
		scatter_cell(s, i, &x, &y);
		far = abs(2 * x - s->w) + 2 * abs(2 * y - s->h);
		if (far < least) {
			least = far;
			best = i;
		}
	}
	return best;
}
