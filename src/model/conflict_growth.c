/*
 * conflict_growth.c - growth on one axis, and growth that only looks alike.
 *
 * Figures become compound % a year (growth_yearly) and people: what 100 jobs become in five years. Figures without
 * a horizon, ranks and words are not compared.
 */
#include "conflict_parts.h"
#include "career/base/num.h"
#include "career/model/agree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double years = 5;     /* in which people are counted */
static const double alike = 0.05;  /* share by which numbers may differ and still look the same */
static const double apart = 1.5;   /* times; yearly rates that differ by more are not the same */
static const double meeting = 1.1; /* times; people that differ by less are the same */

/* A figure on the axis. */
struct point {
	const struct figure *f;
	double stated, yearly, people;
};

struct points {
	struct point *p;
	size_t n;
};

static struct points
read_points(struct conflict_job *j, const struct figures *figs)
{
	struct points out = {NULL, 0};

	if (figs->n == 0)
		return out;
	out.p = arena_alloc(j->a, figs->n * sizeof *out.p);
	for (size_t i = 0; i < figs->n; i++) {
		struct point p = {.f = &figs->f[i]};
		double hi;

		if (growth_yearly(p.f, &p.yearly) && growth_people(p.f, years, &p.people)
		    && figure_interval(p.f, &p.stated, &hi))
			out.p[out.n++] = p;
	}
	return out;
}

/* --- sources apart ---------------------------------------------------------------------------- */

/* What one source makes of 100 jobs. */
struct span {
	const struct source *source;
	double lo, hi;
	bool off; /* does not meet some other source */
};

static size_t
make_spans(struct span *s, const struct points *pts)
{
	size_t n = 0;

	for (size_t i = 0; i < pts->n; i++) {
		const struct point *p = &pts->p[i];
		size_t k = 0;

		while (k < n && s[k].source != p->f->source)
			k++;
		if (k == n)
			s[n++] = (struct span){p->f->source, p->people, p->people, false};
		s[k].lo = fmin(s[k].lo, p->people);
		s[k].hi = fmax(s[k].hi, p->people);
	}
	return n;
}

static int
span_compare(const void *a, const void *b)
{
	const struct span *x = a, *y = b;

	if (x->hi < y->hi || x->hi > y->hi)
		return x->hi > y->hi ? -1 : 1;
	return (x->source->id > y->source->id) - (x->source->id < y->source->id);
}

/* Marks who is off; the largest factor between two that do not meet, 1 when all do. */
static double
find_off(struct span *s, size_t n)
{
	double most = 1;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			double factor = s[k].hi > 0 ? s[i].lo / s[k].hi : INFINITY;

			if (factor > meeting) {
				s[i].off = s[k].off = true;
				most = fmax(most, factor);
			}
		}
	return most;
}

static void
add_people(struct buf *b, const struct span *s)
{
	num_plain(b, round(s->lo));
	if (round(s->hi) > round(s->lo)) {
		buf_addc(b, '-');
		num_plain(b, round(s->hi));
	}
	buf_addf(b, " (%s)", s->source->short_name);
}

static bool
is_side(const struct conflict *c, const struct figure *f)
{
	for (size_t i = 0; i < c->nsides; i++)
		if (c->side[i].id == f->id)
			return true;
	return false;
}

/* Whom the sources credit: "Bouchrika 2026 has 36% in 10 years to 2031 from U.S. Bureau of Labor Statistics". */
static void
say_why(struct conflict_job *j, struct conflict *c, const struct points *pts)
{
	struct buf b = BUF_INIT;
	bool nobody = false;

	for (size_t i = 0; i < pts->n; i++) {
		const struct figure *f = pts->p[i].f;

		if (!is_side(c, f))
			continue;
		if (f->attributed[0] == '\0') {
			nobody = true;
			continue;
		}
		buf_addf(&b, "%s%s has ", b.len > 0 ? "; " : "", f->source->short_name);
		conflict_figure(&b, f);
		buf_addf(&b, " from %s", f->attributed);
	}
	if (b.len == 0)
		buf_adds(&b, "nobody says who counted");
	else if (nobody)
		buf_adds(&b, "; of the other figures nobody says who counted");
	c->why = conflict_keep(j, &b);
}

static void
compare_sources(struct conflict_job *j, const struct conflict_role *r, const struct points *pts)
{
	struct span *s = mem_zero(pts->n + 1, sizeof *s);
	size_t n = make_spans(s, pts), off = 0, at = 0;
	double factor = find_off(s, n);
	struct buf b = BUF_INIT;
	struct conflict *c;

	qsort(s, n, sizeof *s, span_compare);
	for (size_t i = 0; i < n; i++)
		off += s[i].off;
	if (off == 0) {
		free(s);
		return;
	}
	c = conflict_new(j, CONFLICT_GROWTH, r->id);
	buf_adds(&b, "in five years 100 jobs become ");
	for (size_t i = 0; i < n; i++) {
		if (!s[i].off)
			continue;
		for (size_t k = 0; k < pts->n; k++)
			if (pts->p[k].f->source == s[i].source)
				conflict_add_figure(j, c, (unsigned)at, pts->p[k].f);
		buf_adds(&b, at == 0 ? "" : at + 1 == off ? " or " : ", ");
		add_people(&b, &s[i]);
		at++;
	}
	c->what = conflict_keep(j, &b);
	c->topic = "in five years 100 jobs become";
	c->differs = c->what + strlen(c->topic) + 1;
	c->loosely = c->borrowed > 0 && c->borrowed < c->nsides ? LOOSE_BORROWED : 0;
	c->strength = 1 - 1 / factor;
	say_why(j, c, pts);
	free(s);
}

/* --- one text, several figures over as many years ------------------------------------------------ */

static bool
same_window(const struct figure *a, const struct figure *b)
{
	return a->source == b->source && a->source->kind == SOURCE_EDITORIAL && !a->card && !b->card
	    && strcmp(a->per, b->per) == 0 && a->horizon_years >= b->horizon_years
	    && a->horizon_years <= b->horizon_years;
}

static bool
first_of_window(const struct points *pts, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (same_window(pts->p[k].f, pts->p[i].f))
			return false;
	return true;
}

/* Figures that differ, each number once, in the source's order. */
static void
compare_within(
    struct conflict_job *j, const struct conflict_role *r, const struct points *pts, size_t first)
{
	const struct figure *f = pts->p[first].f;
	double lo = pts->p[first].people, hi = lo;
	struct buf b = BUF_INIT;
	struct conflict *c;

	for (size_t i = first; i < pts->n; i++)
		if (same_window(f, pts->p[i].f)) {
			lo = fmin(lo, pts->p[i].people);
			hi = fmax(hi, pts->p[i].people);
		}
	if (!(hi > lo))
		return;
	c = conflict_new(j, CONFLICT_GROWTH, r->id);
	for (size_t i = first; i < pts->n; i++)
		if (same_window(f, pts->p[i].f))
			conflict_add_figure(j, c, (unsigned)c->nsides, pts->p[i].f);
	c->form = 1;
	c->strength = 0.8 * (1 - lo / hi);
	buf_addf(&b, "%zu figures over ", c->nsides);
	num_plain(&b, f->horizon_years);
	buf_adds(&b, " years");
	c->differs = conflict_keep(j, &b);
	c->topic = "one text";
	buf_addf(&b, "%s gives %s: ", f->source->short_name, c->differs);
	for (size_t i = 0; i < c->nsides; i++)
		buf_addf(&b, "%s%s", conflict_between(i, c->nsides), c->side[i].text);
	c->what = conflict_keep(j, &b);
	say_why(j, c, pts);
}

/* --- alike, and not the same ------------------------------------------------------------------------ */

static bool
looks_alike(const struct point *a, const struct point *b)
{
	return fabs(a->stated - b->stated) <= alike * fmax(fabs(a->stated), fabs(b->stated));
}

static double
rate_factor(const struct point *a, const struct point *b)
{
	double lo = fmin(a->yearly, b->yearly), hi = fmax(a->yearly, b->yearly);

	return lo > 0 ? hi / lo : hi > 0 ? INFINITY : 1;
}

/* One looks back and the other ahead. */
static bool
other_years(const struct figure *a, const struct figure *b)
{
	return a->source == b->source && strcmp(a->per, "year") == 0 && strcmp(b->per, "year") == 0
	    && !isnan(a->horizon_lo) && isnan(a->horizon_hi) && isnan(b->horizon_lo)
	    && !isnan(b->horizon_hi);
}

static void
add_rate(struct buf *b, double yearly, const char *who)
{
	num_plain(b, round(yearly * 10) / 10);
	buf_addf(b, "%% a year (%s)", who);
}

/* All figures that look like this one, by whether they stand for the same rate. */
static void
compare_alike(struct conflict_job *j, const struct conflict_role *r, const struct points *pts,
    const struct point *a, const struct point *b)
{
	struct conflict *c = conflict_new(j, CONFLICT_ALIKE, r->id);
	struct buf what = BUF_INIT;

	for (size_t i = 0; i < pts->n; i++) {
		const struct point *p = &pts->p[i];

		if (p->f->source == a->f->source && looks_alike(p, a) && rate_factor(p, a) < apart)
			conflict_add_figure(j, c, 0, p->f);
		else if (p->f->source == b->f->source && looks_alike(p, b)
		    && rate_factor(p, b) < apart)
			conflict_add_figure(j, c, 1, p->f);
	}
	c->loosely = a->f->borrowed != b->f->borrowed ? LOOSE_BORROWED : 0;
	c->strength = 0.8 * (1 - 1 / rate_factor(a, b));
	buf_adds(&what, "read alike, and are not: ");
	conflict_figure(&what, a->f);
	buf_adds(&what, " and ");
	conflict_figure(&what, b->f);
	buf_adds(&what, " are ");
	add_rate(&what, a->yearly, a->f->source->short_name);
	buf_adds(&what, " and ");
	add_rate(&what, b->yearly, b->f->source->short_name);
	c->what = conflict_keep(j, &what);
	add_rate(&what, a->yearly, a->f->source->short_name);
	buf_adds(&what, " against ");
	add_rate(&what, b->yearly, b->f->source->short_name);
	c->differs = conflict_keep(j, &what);
	c->topic = "read alike, and are not";
	buf_adds(&what, "one counts a year, the other several together");
	c->why = conflict_keep(j, &what);
}

static void
compare_years(struct conflict_job *j, const struct conflict_role *r, const struct figure *past,
    const struct figure *next)
{
	struct conflict *c = conflict_new(j, CONFLICT_ALIKE, r->id);
	struct buf b = BUF_INIT;

	conflict_add_figure(j, c, 0, past);
	conflict_add_figure(j, c, 1, next);
	c->loosely = past->borrowed != next->borrowed ? LOOSE_BORROWED : 0;
	c->form = 1;
	c->strength = 0.2;
	buf_addf(&b, "one number for two spans: %s gives ", past->source->short_name);
	conflict_figure(&b, past);
	buf_adds(&b, " and ");
	conflict_figure(&b, next);
	c->what = conflict_keep(j, &b);
	c->topic = "one number for two spans";
	buf_adds(&b, "one looks back, the other ahead");
	c->why = conflict_keep(j, &b);
}

/* Is there an earlier pair of the same two sources and numbers? */
static bool
said_before(const struct points *pts, size_t i, size_t k)
{
	for (size_t m = 0; m <= i; m++)
		for (size_t n = m + 1; n < pts->n && (m < i || n < k); n++) {
			const struct point *a = &pts->p[m], *b = &pts->p[n];

			if (a->f->source == pts->p[i].f->source
			    && b->f->source == pts->p[k].f->source && looks_alike(a, &pts->p[i])
			    && looks_alike(b, &pts->p[k]) && looks_alike(a, b)
			    && rate_factor(a, b) >= apart)
				return true;
		}
	return false;
}

static void
find_alike(struct conflict_job *j, const struct conflict_role *r, const struct points *pts)
{
	for (size_t i = 0; i < pts->n; i++)
		for (size_t k = i + 1; k < pts->n; k++) {
			const struct point *a = &pts->p[i], *b = &pts->p[k];

			if (!looks_alike(a, b))
				continue;
			if (rate_factor(a, b) >= apart && !said_before(pts, i, k))
				compare_alike(j, r, pts, a, b);
			else if (other_years(a->f, b->f))
				compare_years(j, r, a->f, b->f);
			else if (other_years(b->f, a->f))
				compare_years(j, r, b->f, a->f);
		}
}

bool
conflict_rule_growth(struct conflict_job *j, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < j->nroles; i++) {
		const struct conflict_role *r = &j->role[i];
		struct figures figs;
		struct points pts;

		if (j->only != 0 && j->only != r->id)
			continue;
		figs = conflict_figures(j, &j->growth, r);
		pts = read_points(j, &figs);
		if (pts.n < 2)
			continue;
		compare_sources(j, r, &pts);
		for (size_t k = 0; k < pts.n; k++)
			if (first_of_window(&pts, k))
				compare_within(j, r, &pts, k);
		find_alike(j, r, &pts);
	}
	return true;
}
