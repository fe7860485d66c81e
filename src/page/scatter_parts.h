/* scatter_parts.h - what the files of a picture share. */
#ifndef CAREER_PAGE_SCATTER_PARTS_H
#define CAREER_PAGE_SCATTER_PARTS_H

#include "career/page/scatter.h"

enum {
	LABELS = SCATTER_TEXT, /* cells of the ticks' texts at the left */
	SCATTER_THIN = 4,      /* points; of fewer no shares are told */
};

/* What a picture is drawn with. */
struct drawing {
	struct page *page;
	const struct scatter *s;
	const struct scatter_look *look;
	uint32_t here;         /* place of the row under the cursor, or SCATTER_NOWHERE */
	int x, y;              /* its cell, -1: none */
	const uint8_t *marked; /* places with marked rows, or NULL */
};

/* The lines of the plot, with its lower axis if there is room, and the texts of the ticks. */
void scatter_draw(const struct drawing *d, bool axis);

/* scatter_share.c: how the points are spread. */
void scatter_shares(struct scatter *s);

/* "cheapest fifth", "middle third". */
void scatter_share(const struct scatter *s, size_t band, struct buf *out);
/* A value to the last digit: "$12,345". */
void scatter_full(const struct scatter *s, int field, double v, struct buf *out);
/* The first and the last share of the points in words, "" when there are too few. */
void scatter_answer(const struct scatter *s, struct buf *out);
/* Who is not drawn and why, "" when all are; `whole`: with the reasons behind each. */
void scatter_left_out(const struct scatter *s, bool whole, struct buf *out);
/* What differs among those that are drawn, "" when they are of one kind. */
void scatter_differs(const struct scatter *s, struct buf *out);
/* How the figures are meant where they are all of one kind, or "". */
void scatter_meant(const struct scatter *s, struct buf *out);
/* "earnings", "tuition in the state". */
void scatter_name(const struct list *l, int field, struct buf *out);
/* The same as scatter_value where the axis says the unit. */
void scatter_tick(const struct scatter *s, int field, double v, struct buf *out);
/* How many places have how many points, as it is drawn. */
void scatter_legend(const struct scatter *s, bool ascii, struct buf *out);

#endif
