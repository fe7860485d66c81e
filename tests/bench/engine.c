/* The frame engine by itself, and whole queries as the screen sets them. */
#include "bench.h"

#include "career/base/mem.h"
#include "career/frame/scan.h"
#include "career/query/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 21 };

/* --- a scan that is heavier than any query of the screen ---------------------------------------- */

static const char *const word_columns[] = {
    "school", "program", "field", "award", "mode", "city", "state", "country"};
static const char *const facet_columns[] = {
    "award", "mode", "field", "country", "state", "price", "length", "source", "control"};

/* Codes whose folded text has the word in it. */
static void
word_set(const struct column *c, const char *word, struct bitset *set)
{
	uint32_t code;

	bitset_init(set, c->dict.n);
	for (code = 1; code < c->dict.n; code++)
		if (strstr(dict_fold(&c->dict, code), word))
			bitset_set(set, code);
}

static void
add_word(struct scan *s, const struct frame *f, const char *word)
{
	struct scan_test *t = &s->tests[s->ntests++];
	size_t i;

	t->kind = SCAN_WORD;
	for (i = 0; i < sizeof word_columns / sizeof *word_columns; i++) {
		int col = frame_col(f->spec, word_columns[i]);

		if (col >= 0)
			word_set(&f->cols[col], word, &t->sets[col]);
	}
}

static void
add_ranges(struct scan *s, const struct frame *f)
{
	struct scan_test *cost = &s->tests[s->ntests++], *months = &s->tests[s->ntests++];
	int unit = frame_col(f->spec, "currency");

	cost->kind = SCAN_RANGE;
	cost->col = frame_col(f->spec, "cost");
	cost->lo = INT32_MIN;
	cost->hi = 60000;
	cost->guard_col = unit;
	word_set(&f->cols[unit], "usd", &cost->guard);
	months->kind = SCAN_OVERLAP;
	months->col = frame_col(f->spec, "months");
	months->col2 = frame_col(f->spec, "months_max");
	months->lo = 6;
	months->hi = 48;
}

/* A facet's own selection: about half of its values. */
static void
add_choice(struct scan *s, const struct frame *f, size_t facet)
{
	struct scan_test *t = &s->tests[s->ntests++];
	uint32_t n = f->cols[s->facets[facet]].dict.n, code;

	t->kind = SCAN_SET;
	t->col = s->facets[facet];
	t->group = (unsigned)facet + 1;
	bitset_init(&t->set, n);
	for (code = 0; code < n; code++)
		if (code % 2 || n < 8)
			bitset_set(&t->set, code);
}

static void
time_scan(const struct frame *f, const struct scan *s, const char *what)
{
	struct times pass = {.n = 0};
	struct scan_result r;
	char label[120];
	int i;

	scan_result_init(&r);
	for (i = 0; i < RUNS; i++) {
		double start = bench_now();

		scan_run(s, f, &r);
		times_add(&pass, bench_now() - start);
	}
	snprintf(label, sizeof label, "%s: %u match", what, r.matched);
	times_print(&pass, label);
	scan_result_free(&r);
}

static void
time_walks(const struct frame *f, const struct scan *s)
{
	struct sort_key key[3] = {{frame_col(f->spec, "cost"), false},
	    {frame_col(f->spec, "earnings"), true}, {frame_col(f->spec, "school"), false}};
	struct times first = {.n = 0}, again = {.n = 0}, walk = {.n = 0}, natural = {.n = 0};
	uint32_t *rows = mem_alloc(((size_t)f->rows + 1) * sizeof *rows);
	struct scan_result r;
	struct orders o;
	int i;

	scan_result_init(&r);
	scan_run(s, f, &r);
	for (i = 0; i < RUNS; i++) {
		double t[5];
		const uint32_t *perm;

		orders_init(&o);
		t[0] = bench_now();
		orders_get(&o, f, key, 3);
		t[1] = bench_now();
		perm = orders_get(&o, f, key, 3);
		t[2] = bench_now();
		scan_walk(&r, perm, rows);
		t[3] = bench_now();
		scan_walk(&r, NULL, rows);
		t[4] = bench_now();
		times_add(&first, t[1] - t[0]);
		times_add(&again, t[2] - t[1]);
		times_add(&walk, t[3] - t[2]);
		times_add(&natural, t[4] - t[3]);
		orders_free(&o);
	}
	times_print(&first, "first sort by cost, -earnings, school");
	times_print(&again, "the same again");
	times_print(&walk, "walk in that order");
	times_print(&natural, "walk in natural order");
	scan_result_free(&r);
	free(rows);
}

void
bench_engine(const struct frame *f)
{
	struct scan s;
	size_t i;

	bench_heading("frame engine, one pass: filter and 9 facets");
	scan_init(&s);
	for (i = 0; i < sizeof facet_columns / sizeof *facet_columns; i++)
		s.facets[s.nfacets++] = frame_col(f->spec, facet_columns[i]);
	time_scan(f, &s, "no test");
	time_walks(f, &s);
	add_word(&s, f, "a");
	add_word(&s, f, "e");
	time_scan(f, &s, "2 words over 8 dictionaries");
	add_ranges(&s, f);
	time_scan(f, &s, "  and 2 ranges");
	add_choice(&s, f, 0);
	add_choice(&s, f, 4);
	time_scan(f, &s, "  and 2 facets selected");
	for (i = 1; i < s.nfacets; i++)
		if (i != 4)
			add_choice(&s, f, i);
	time_scan(f, &s, "  and all 9 facets selected");
	scan_free(&s);
}

/* --- queries ------------------------------------------------------------------------------------ */

void
bench_queries(const struct frame *f)
{
	static const char *const texts[] = {"", "n", "nursing", "nursing online",
	    "nursing state:CA,NY award:master cost<60k months:12..24",
	    "-\"doctor\" earnings:any sort:-earnings", "cost<20k sort:cost,-earnings,school",
	    "nursing xyzzy"};
	size_t i;
	int k;

	bench_heading("a keystroke without drawing: parse, bind, pass, walk");
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct times t = {.n = 0};
		struct view v;
		char label[120];

		view_init(&v, &list_programs, f);
		view_set(&v, texts[i], true);
		for (k = 0; k < RUNS; k++) {
			double start = bench_now();

			view_set(&v, texts[i], true);
			times_add(&t, bench_now() - start);
		}
		snprintf(label, sizeof label, "'%s': %u match", texts[i], v.nrows);
		times_print(&t, label);
		view_free(&v);
	}
}
