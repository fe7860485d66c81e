/*
 * headline.h - the few figures that stand for a thing, kept with it on the shortlist and held against today's.
 *
 * A role: its pay answer, what its official growth is, what is a must; a program: price, months, what its graduates
 * earn, when it is no longer open; a skill: how many roles want it. Each with the words of its measure, the value as it
 * was shown, the number, unit and who says so. As JSON: [{"measure":"tuition per credit","says":"$225","low":225,
 * "high":225,"unit":"USD","source":"ml/..."}]: texts for a person, numbers to compare. What was not stated then is no
 * figure. Figures are the same when their numbers and units are, or without numbers their words: other wording of the
 * same number is no change.
 */
#ifndef CAREER_MODEL_HEADLINE_H
#define CAREER_MODEL_HEADLINE_H

#include "career/base/buf.h"
#include "career/model/figure.h"
#include "career/store/profile.h"

struct headline_figure {
	const char *measure; /* "pay, first job", "tuition" */
	const char *says;    /* "$120K-160K" */
	double low, high;    /* NAN: open, or no number */
	const char *unit;    /* "USD", "months", "percent", "roles"; "" none */
	const char *source;  /* key of the first source; "" several */
};

struct headline {
	struct headline_figure *f;
	size_t n;
	bool gone; /* the catalog no longer has the thing */
	const char *
	    title; /* as the catalog has it today; NULL gone, of sources that are off, or read from JSON */
	const char *
	    name; /* the shortest: of a program without its school, or its letters: "OMSCS"; NULL as title */
};

/* Today's. `list` and `key` as on the shortlist. */
bool headline_of(struct headline *out, struct db *db, const struct sources *src, const char *list,
    const char *key, struct arena *a, struct err *e);
void headline_json(const struct headline *h, struct buf *out);
/* ERR_DATA: not what headline_json writes. */
bool headline_read(
    struct headline *out, struct db *db, const char *json, struct arena *a, struct err *e);

/* What is different. */
enum headline_turn { HEADLINE_CHANGED, HEADLINE_NEW, HEADLINE_NO_MORE, HEADLINE_GONE };
struct headline_change {
	enum headline_turn turn;
	const char *measure;
	const struct headline_figure *was, *is; /* NULL: there was none, there is none */
};
struct headline_changes {
	struct headline_change *c;
	size_t n;
};
void headline_compare(struct headline_changes *out, const struct headline *was,
    const struct headline *is, struct arena *a);

/* Every thing of the shortlist with what has changed since it was stored, in its order. */
struct changed_item {
	const char *list, *key, *title, *added;
	bool
	    stored; /* figures were stored with it; else nothing can have changed but that it is gone */
	struct headline was, is;
	struct headline_changes changes;
};
struct changed_items {
	struct changed_item *item;
	size_t n, changed;
};
bool changes_read(struct changed_items *out, struct db *db, const struct sources *src,
    struct profile *p, struct arena *a, struct err *e);
/* "price per credit: $225 -> $227"; "no longer in the catalog". Appends; texts are data. */
void change_says(const struct headline_change *c, struct buf *out);
/* "2 of 5 changed: OMSCS, price per credit: $225 -> $227"; "" an empty shortlist. */
void changes_say(const struct changed_items *c, struct buf *out);
/* Stores today's figures in place of those that were; what is gone keeps its own. How many things. */
bool changes_accept(struct profile *p, const struct changed_items *c, size_t *n, struct err *e);

#endif
