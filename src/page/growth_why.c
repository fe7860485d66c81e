/*
 * growth_why.c - why growth figures differ: what their sources say of themselves, in words.
 */
#include "growth_view.h"

#include "say.h"

#include <math.h>
#include <string.h>

static bool
credits_nobody(const struct figure *f)
{
	return f->attributed[0] == '\0';
}

static bool
of_field(const struct figure *f)
{
	return f->borrowed;
}

static bool
of_past(const struct figure *f)
{
	return !isnan(f->horizon_lo) && isnan(f->horizon_hi);
}

static bool
of_no_years(const struct figure *f)
{
	return isnan(f->horizon_lo) && isnan(f->horizon_hi) && isnan(f->horizon_years);
}

static const struct {
	bool (*holds)(const struct figure *f);
	bool every; /* of all figures of a source; else of one of them */
	const char *one, *many;
} reasons[] = {
    {credits_nobody, true, "names no source", "name no source"},
    {of_past, false, "counts years that are over", "count years that are over"},
    {of_no_years, false, "states a rate without years", "state rates without years"},
    {of_field, true, "speaks of the whole field", "speak of the whole field"},
};

static bool
source_is(const struct figures *own, const struct source *src, size_t reason)
{
	size_t n = 0, yes = 0;
	double lo, hi;

	for (size_t i = 0; i < own->n; i++)
		if (own->f[i].source == src && growth_span(&own->f[i], &lo, &hi)) {
			n++;
			yes += reasons[reason].holds(&own->f[i]);
		}
	return yes > 0 && (!reasons[reason].every || yes == n);
}

/* "aigraduate ML and aigraduate MLE": who is so, in the packs' order. */
static size_t
who_is(const struct figures *own, size_t reason, struct buf *out)
{
	enum { MOST = 16 };
	const struct source *who[MOST];
	size_t n = 0;

	for (size_t i = 0; i < own->n && n < MOST; i++) {
		const struct source *src = own->f[i].source;
		bool known = false;

		for (size_t k = 0; k < n; k++)
			known = known || who[k] == src;
		if (!known && src->kind != SOURCE_OFFICIAL && source_is(own, src, reason))
			who[n++] = src;
	}
	for (size_t k = 0; k < n; k++)
		buf_addf(out, "%s%s", say_between(k, n), who[k]->short_name);
	return n;
}

void
growth_why(struct role_ctx *c, const struct growth *g, const struct growth_range *official)
{
	struct growth_range guides = {0};
	struct buf b = BUF_INIT, before = BUF_INIT;

	growth_add_rates(&guides, &g->own, false);
	/* Rounded to a point a year they say the same. */
	if (guides.n == 0
	    || round(fmax(guides.hi, official->n > 0 ? official->hi : guides.hi))
		== round(fmin(guides.lo, official->n > 0 ? official->lo : guides.lo)))
		return;
	if (official->n > 0 && g->near.n > 0)
		buf_adds(&b, "the official projections are of nearest jobs");
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
		struct buf who = BUF_INIT;
		size_t n = who_is(&g->own, i, &who);

		if (n > 0 && strcmp(who.data, before.data) == 0)
			buf_addf(&b, " and %s", n > 1 ? reasons[i].many : reasons[i].one);
		else if (n > 0)
			buf_addf(&b, "%s%s %s", b.len > 0 ? "; " : "", who.data,
			    n > 1 ? reasons[i].many : reasons[i].one);
		if (n > 0) {
			buf_clear(&before);
			buf_adds(&before, who.data);
		}
		buf_free(&who);
	}
	if (b.len > 0) {
		page_wrapf(c->p, 2, STYLE_NOTE, "Why they differ: %s.", b.data);
		page_anchor(c->p, ANCHOR_TERM, "projection");
	}
	buf_free(&b);
	buf_free(&before);
}
