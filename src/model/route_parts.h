/* route_parts.h - what the files of routes share. */
#ifndef CAREER_MODEL_ROUTE_PARTS_H
#define CAREER_MODEL_ROUTE_PARTS_H

#include "career/base/buf.h"
#include "career/model/route.h"

#include <math.h>

#define ROUTE_UNSTATED ((struct route_span){NAN, NAN, 0, NULL})

/* A list of routes that grows on the heap. */
struct route_list {
	struct route *r;
	size_t n, cap;
};

struct route_reading {
	struct db *db;
	const struct sources *src;
	struct arena *a;
	struct err *e;
};

enum route_kind route_kind_of(const char *word);
enum route_kind route_kind_of_award(const char *award);

/* The row that stands in a statement of one of the route_rows or route_programs queries. */
struct route route_of_row(const struct route_reading *in, struct stmt *st);
struct route route_of_program(const struct route_reading *in, struct stmt *st);
/* Gives every route among them the figures that are stated of it. */
bool route_put_figures(const struct route_reading *in, struct route_list *l);

enum { ROUTE_AWARDS = 16 };
/* Programs that are relevant: how many, and the cheapest and shortest among the others (route_program.c). */
bool route_read_programs(
    const struct route_reading *in, struct routes *out, struct route_list *l, int64_t role);
/* Place of an award in the order in which they are shown. */
size_t route_award_place(const char *award);

/* What can name a skill. */
struct route_entry {
	struct route route;
	const char *text, *field; /* folded */
	const char *leads;        /* JSON list of roles; "" of a program, or none in particular */
};

struct route_title {
	int64_t id; /* of study_field */
	const char *field, *text;
};

struct route_book {
	struct db *db;
	struct arena *a;
	struct route_entry *entry;
	size_t n;
	struct route_title *title;
	size_t ntitle;
};

/* In the arena: for search (base/text.h). */
const char *route_folded(struct arena *a, const char *text);

/* By kind, routes before programs, cheapest first. */
int route_order(const void *a, const void *b);
/* Sorts and moves them to the arena. */
void route_keep(struct routes *out, struct route_list *l, struct arena *a,
    int (*order)(const void *a, const void *b));

#endif
