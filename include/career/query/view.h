/*
 * view.h - a list under a query: the frame, the tests bound to it, the result and the order.
 *
 * struct view owns the result buffers and the order cache; the frame is borrowed. view_set is all
 * that a keystroke costs: parse, bind, one pass, one walk. Nothing is computed that is not asked
 * for: advice and nearest misses only when few or no rows match. Buffers grow to the largest result
 * and are kept; nothing else is proportional to the rows.
 */
#ifndef CAREER_QUERY_VIEW_H
#define CAREER_QUERY_VIEW_H

#include "career/base/buf.h"
#include "career/frame/scan.h"
#include "career/query/query.h"

struct view {
	const struct list *list;
	const struct frame *frame;
	struct query query;
	struct scan scan;
	struct scan_result result;
	struct orders orders;
	uint32_t *rows; /* matched rows in order */
	uint32_t nrows;
	size_t cap;
	int facets[SCAN_MAX_FACETS]; /* field indices, topmost first */
	size_t nfacets;
	bool with_unknown; /* `+`: taken over by the next view_set */
	uint8_t *rank;     /* per code of the title column: how well it fits the words */
	size_t rank_cap;
	/* Gives the stable key of the row with SQL rowid `id` where the list's key is derived;
	 * NULL: made from the row's names. May be set after view_init. */
	void (*key)(void *ctx, int32_t id, struct buf *out);
	void *key_ctx;
	unsigned turn; /* model/listview.h: of the sources for which the frame's cells are */
};

void view_init(struct view *v, const struct list *l, const struct frame *f);
void view_free(struct view *v);

/* Applies a query. Terms with errors and unfinished ones are left out of the scan; v->query says
 * which. A value that the frame does not have is such an error too, but its term stays and matches
 * nothing (its other values do). A test's tag is the index of its term. `typing` as in
 * query_parse. */
void view_set(struct view *v, const char *text, bool typing);

/* Position of a frame row in the result, or UINT32_MAX. */
uint32_t view_find(const struct view *v, uint32_t row);
bool view_row_marked(const struct view *v, uint32_t row); /* matched only for an absent value */

/* What to say about the result, in one sentence or "": "2 match; 3 more state no length; 1 fits
 * at 24 months; +1 in GBP", or when nothing matches which term to drop and how many rows that
 * gives. */
void view_advice(struct view *v, struct buf *out);

/* A facet's values for display, most rows first (selected and excluded ones in front, absent last):
 * codes and counts. Bucket facets keep their dictionary order. Values without rows are left out
 * unless they are selected or excluded. Returns how many were written (<= cap). */
struct facet_value {
	uint32_t code, count;
	bool selected, excluded;
};
size_t view_facet(const struct view *v, size_t facet, struct facet_value *out, size_t cap);

/* A cell as text: numbers with their unit ("$12,500" style is the page layer's; here plain), absent
 * as ""; a list's texts with "; " between. For files: exact values. */
void view_cell(const struct view *v, int field, uint32_t row, struct buf *out);
/* The stable key of a row: its key column, or v->key, or made from school, program and award. */
void view_key(const struct view *v, uint32_t row, struct buf *out);

#endif
