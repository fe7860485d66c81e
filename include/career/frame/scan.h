/*
 * scan.h - one blocked pass over a frame: filter, facet counts, why rows fail.
 *
 * A scan is a list of tests, all of which a row must pass. Tests are in *groups*: tests of one facet
 * field share the group of that facet, so that a facet's own selection does not narrow its own
 * counts; every other test is in group 0. Work is done in blocks of rows that fit the first-level
 * cache, per test, over integer codes; no allocation inside the pass.
 *
 * Semantics per row and test:
 *   pass, fail, or *unknown* (a range test on an absent value). A row is
 *     matched    when every test passes (or is unknown while `with_unknown` is set: then marked),
 *     unknown    when no test fails and at least one is unknown ("3 more state no length"),
 *     apart      when only guards fail: a range holds but the row's unit (currency) is another.
 * Facet count of a value = rows that pass all tests outside the facet's own group and have the value
 * (list columns: once per row and value). Unknown rows count only when with_unknown is set.
 */
#ifndef CAREER_FRAME_SCAN_H
#define CAREER_FRAME_SCAN_H

#include "career/base/bitset.h"
#include "career/frame/frame.h"

enum scan_kind {
	SCAN_WORD,    /* any search column's code is in its set: sets[] per column */
	SCAN_SET,     /* COL_CODE / COL_LIST column has a code of `set`; an empty list has code 0 */
	SCAN_RANGE,   /* COL_NUM column within lo..hi (inclusive) */
	SCAN_PRESENT, /* column has a value (field:any); negated: field:none */
	SCAN_OVERLAP, /* two COL_NUM columns form an interval [col, col2]; any point within lo..hi
	                 (col2 absent: the single point col) */
};

enum { SCAN_MAX_TESTS = 32, SCAN_MAX_FACETS = 15, SCAN_MAX_COLS = 32 };

struct scan_test {
	enum scan_kind kind;
	bool negate;
	unsigned group;    /* 0, or 1 + facet index; tests of one facet field only */
	int col;           /* SET, RANGE, PRESENT, OVERLAP; -1 otherwise */
	int col2;          /* OVERLAP */
	int32_t lo, hi;    /* RANGE, OVERLAP */
	struct bitset set; /* SET: over the column's codes */
	struct bitset sets[SCAN_MAX_COLS]; /* WORD: per column, bits == 0 when not searched */
	int guard_col; /* RANGE: COL_CODE column that must be in guard for the range to count, or -1 */
	struct bitset guard;
	int tag; /* the caller's: index of the query term */
};

struct scan {
	struct scan_test tests[SCAN_MAX_TESTS];
	size_t ntests;
	int facets[SCAN_MAX_FACETS]; /* columns to count */
	size_t nfacets;
	bool with_unknown;
};

void scan_init(struct scan *s); /* no tests; in all of them col, col2, guard_col are -1 */
void scan_free(struct scan *s); /* frees the tests' sets */

struct scan_result {
	uint32_t rows;      /* of the frame */
	uint32_t matched;   /* in `pass` (with_unknown: the unknown ones are among them) */
	uint32_t unknown;   /* rows that fail only for an absent value */
	uint32_t apart;     /* rows that only guards kept out */
	struct bitset pass; /* matched rows */
	/* Rows that are unknown, by with_unknown in `pass` or not; bits == 0 when no test can be. */
	struct bitset unknown_rows;
	uint32_t *counts[SCAN_MAX_FACETS]; /* per facet: dict.n counts; [0] = absent */
	uint32_t *apart_codes; /* per code of the guard column (dict.n), NULL without a guard */
	int apart_col;         /* column of the first guard, -1 without one */
	size_t nfacets;
	struct scan_own *own; /* the buffers behind these, and those of the pass */
};

/* Runs the pass. `r` is initialised by scan_result_init and reused for scans of one frame: buffers and
 * totals are kept. */
void scan_result_init(struct scan_result *r);
void scan_run(const struct scan *s, const struct frame *f, struct scan_result *r);
void scan_result_free(struct scan_result *r);

/* For zero-result advice: rows[i] = how many rows would match without the tests of tag i
 * (tags 0..ntags-1). One extra pass, made only when nothing matches. */
void scan_without(const struct scan *s, const struct frame *f, uint32_t *rows, size_t ntags);

/* Nearest miss of a RANGE/OVERLAP test: among rows that fail only this test (index `test`), the value nearest
 * to the range (the lower of two that are as near) and how many rows have it. Rows whose unit is another
 * do not count. False when there is none, and for negated tests. */
bool scan_nearest(
    const struct scan *s, const struct frame *f, size_t test, int32_t *value, uint32_t *rows);

/* Sort orders. A key is a column and a direction; absent values come last in both directions.
 * Ties fall to the natural row order. List columns sort by their first code. */
struct sort_key {
	int col;
	bool descending;
};
enum { SORT_MAX_KEYS = 4 };

/* Cache of permutations of one frame: least recently used out, at most SORT_CACHE. */
enum { SORT_CACHE = 6 };
struct orders {
	struct order {
		struct sort_key keys[SORT_MAX_KEYS];
		unsigned turn[SORT_MAX_KEYS]; /* of the keys' columns */
		size_t nkeys;
		uint32_t *perm; /* rows */
		uint64_t used;
	} slot[SORT_CACHE];
	uint64_t clock;
};
void orders_init(struct orders *o);
void orders_free(struct orders *o);
/* Borrowed until the next call. nkeys 0 gives NULL: the natural order. */
const uint32_t *orders_get(
    struct orders *o, const struct frame *f, const struct sort_key *keys, size_t nkeys);

/* The matched rows in order: rows[0..matched). `perm` NULL = natural order. `rows` holds
 * r->matched elements. */
void scan_walk(const struct scan_result *r, const uint32_t *perm, uint32_t *rows);
/* The same by rank first (rank per code of `col`, 0 best, below 16; lists: of the first code), then by
 * `perm`. */
void scan_walk_ranked(const struct scan_result *r, const struct frame *f, int col,
    const uint8_t *rank, const uint32_t *perm, uint32_t *rows);

#endif
