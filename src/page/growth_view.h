/* growth_view.h - what the growth section's parts share. */
#ifndef CAREER_PAGE_GROWTH_VIEW_H
#define CAREER_PAGE_GROWTH_VIEW_H

#include "career/page/chart.h"
#include "career/page/money.h"
#include "role.h"

enum { GROWTH_YEARS = 5 };

struct growth {
	struct figures own, near;
};
bool growth_load(struct role_ctx *c, struct growth *g, struct err *e);

/* What 100 jobs become, or % a year. */
struct growth_range {
	double lo, hi;
	size_t n; /* figures; of the official ones: occupations */
};

/* "104", "104-116". */
void growth_people_words(struct buf *b, double lo, double hi);
/* "2.9%", "0.8-2.9%": compound, a year. */
void growth_rate_words(struct buf *b, double lo, double hi);

/* Every figure on one axis, compound % a year, with what 100 jobs become in GROWTH_YEARS, in its source's own words
 * and over its own years; why they differ. Nothing without figures. */
bool growth_figures(struct role_ctx *c, const struct growth *g, struct err *e);
/* Adds the rates of figures, of official ones or of the others. */
void growth_add_rates(struct growth_range *out, const struct figures *figs, bool official);
/* A sentence; nothing when all say about the same. */
void growth_why(struct role_ctx *c, const struct growth *g, const struct growth_range *official);
/* ", 2024-2034", ", in 5 years", ", years not stated": the years that a figure is about. */
void growth_horizon_words(struct buf *b, const struct figure *f);

#endif
