/*
 * scatter.h - pictures of a list under a filter: one number of its rows against another, or how one is spread.
 *
 * scatter_read takes the rows of a view that state what is drawn, and counts the others by reason; scatter_fit
 * puts them on a plot of so many cells, where many may share a *place*: a cell of the plot, or of a distribution a
 * bar. Both are linear in the rows. Nothing is drawn of amounts in another currency than the axis', of those in one
 * that is not said it is read as that of the axis, and counted. page_scatter says it in words around the plot,
 * scatter_say in words alone.
 *
 * struct scatter owns its arrays. It borrows the view and is read anew when that one's rows change; points stand in
 * the order of the list.
 */
#ifndef CAREER_PAGE_SCATTER_H
#define CAREER_PAGE_SCATTER_H

#include "career/base/bitset.h"
#include "career/base/err.h"
#include "career/page/page.h"
#include "career/query/view.h"

enum {
	SCATTER_NONE = -1, /* no field */
	SCATTER_BANDS = 5,
	SCATTER_MOST = 32, /* pictures that are counted at once */
	SCATTER_KINDS = 4, /* of how a figure is meant that are told apart */
	SCATTER_TEXT = 6,  /* cells of a tick at the left edge, at most */
};
#define SCATTER_NOWHERE UINT32_MAX

/* Which numbers: y SCATTER_NONE is the distribution of x; x SCATTER_NONE: what most rows state that is worth it. */
struct scatter_axes {
	int x, y;
};

struct scatter_point {
	uint32_t row; /* of the frame */
	int32_t x, y;
};

/* Rows that are not drawn, for a field and a reason. */
struct scatter_left {
	int field;
	enum missing why;
	uint32_t n;
};

/* An axis from the value of its first edge to that of its last, with ticks at multiples of `step`. */
struct scale {
	double lo, hi, step;
	uint32_t beyond; /* points above hi, which stand at the edge */
};

/* A share of the points with x above `from` and up to `to`, and their y: quartiles, least and most. */
struct scatter_band {
	int32_t from, to; /* least and most x that occurs in it */
	uint32_t n;
	int32_t low, mid, high; /* p25, median, p75 */
	int32_t least, most;
};

/* Whose figures are not of one kind: how many rows have each word of a text field. */
struct scatter_kind {
	int field;     /* of the text */
	int of;        /* of the number it is about */
	uint32_t code; /* of the frame's dictionary; 0: not said */
	uint32_t n;
};

struct scatter {
	const struct view *view;
	struct scatter_axes axes;
	const char
	    *currency; /* of amounts on an axis with a currency field; borrowed from the frame */
	struct scatter_point *point;
	size_t n, cap;

	struct scatter_left left[2 * MISSING_KINDS];
	size_t nleft;
	uint32_t foreign;  /* in another currency */
	uint32_t unstated; /* drawn, in a currency that is not said */
	struct scatter_band band[SCATTER_BANDS];
	size_t nbands;
	/* A distribution: p10, p25, median, p75, p90. */
	int32_t quantile[5];
	struct scatter_kind kind[4 * SCATTER_KINDS];
	size_t nkinds;
	struct scatter_kind
	    source[SCATTER_KINDS]; /* who states figures of the points, the most of them first */
	size_t nsources;           /* with those that are not among these */
	int32_t least_x, most_x, least_y, most_y;
	int32_t usual_x, usual_y; /* 99.5 % of the points are not above it */

	int w, h; /* cells of the plot */
	struct scale sx, sy;
	int bars, bar; /* of a distribution: how many, and cells of each */
	uint32_t *
	    start; /* w x h (bars) + 1: points of place i are at[start[i]] .. at[start[i + 1] - 1] */
	uint32_t *at;
	uint8_t *dots; /* w x h: braille dots, or NULL */
	size_t start_cap, at_cap, dots_cap;
	uint32_t fullest; /* points of the fullest place */
	/* Of the page that page_scatter made: where the plot stands, in cells and lines, and the line about the row
	 * under the cursor. */
	int plot_x, plot_y, here_y;
};

void scatter_init(struct scatter *s);
void scatter_free(struct scatter *s);

/* Number fields named by words, such as "cost earnings": x, then y. "" is SCATTER_NONE for both. */
bool scatter_parse(
    const struct list *l, const char *words, struct scatter_axes *out, struct err *e);
/* Whether a field of the list can be an axis. */
bool scatter_takes(const struct list *l, int field);
/* The pictures of a list worth offering, in order: false behind the last. */
bool scatter_offer(const struct list *l, size_t i, struct scatter_axes *out);
/* How many rows of the view each of n pictures would draw, SCATTER_MOST at most. */
void scatter_counts(
    const struct view *v, const struct scatter_axes *axes, size_t n, uint32_t *count);
/* "earnings by tuition in", "spread of cost". */
void scatter_title(const struct list *l, struct scatter_axes axes, struct buf *out);

void scatter_read(struct scatter *s, const struct view *v, struct scatter_axes axes);
/* Puts the points on w x h cells, each at least 1; `fine`: in dots of braille. */
void scatter_fit(struct scatter *s, int w, int h, bool fine);

/* --- places ---- */

uint32_t scatter_places(const struct scatter *s);
/* The place of a row, SCATTER_NOWHERE when it is not drawn. */
uint32_t scatter_place(const struct scatter *s, uint32_t row);
uint32_t scatter_at(const struct scatter *s, uint32_t place); /* points there */
/* The k-th row of a place, in the order of the list. */
uint32_t scatter_row(const struct scatter *s, uint32_t place, uint32_t k);
/* Which one of its place a row is. */
uint32_t scatter_index(const struct scatter *s, uint32_t place, uint32_t row);
/* The cell of a place: column and row from the top of the plot. Of a bar: its middle, at its upper end. */
void scatter_cell(const struct scatter *s, uint32_t place, int *x, int *y);
/* The place that a cell shows, SCATTER_NOWHERE: none there. */
uint32_t scatter_of_cell(const struct scatter *s, int x, int y);
/* The nearest place with points in a direction (dx or dy is -1 or +1, the other 0; dy +1 is down), or the same. */
uint32_t scatter_step(const struct scatter *s, uint32_t place, int dx, int dy);
/* The place nearest to the middle of the plot; SCATTER_NOWHERE without points. */
uint32_t scatter_middle(const struct scatter *s);

/* --- as a page ---- */

struct scatter_look {
	int rows;                   /* lines to fill; the plot takes what the words leave */
	bool fine;                  /* braille */
	uint32_t row;               /* of the frame, under the cursor; UINT32_MAX: none */
	const struct bitset *marks; /* rows that are marked, or NULL */
	const char *next;           /* key to the next row of the same place, or NULL */
};
/* The words and the plot, fitted to the page's width. */
void page_scatter(struct page *p, struct scatter *s, const struct scatter_look *look);
/* The same in words alone: whole sentences, for each share of the rows. */
void page_scatter_words(struct page *p, const struct scatter *s);
/* A value of a field: "$12.3K", "24 months", "8.4%". */
void scatter_value(const struct scatter *s, int field, double v, struct buf *out);
/* What is behind a field: "tuition in the state, US dollars a year, of the whole school". */
const char *scatter_about(const struct list *l, int field);

#endif
