/*
 * query.h - the query language: text -> terms -> text (man/career-query.7).
 *
 *   nursing state:CA,NY award:master cost<20k months:12..24 -"doctor" earnings:any sort:-earnings
 *
 * Parsing never fails as a whole (but for a text of more than QUERY_MAX_BYTES): terms that are
 * wrong carry an error with the column (1-based, in characters) and the nearest known name; an
 * unfinished last term (`cost<`, `state:`) is ignored while typing. A query remembers each term's
 * span in the text, so that chips can be toggled or dropped and the text written back without
 * touching the rest.
 *
 * struct query owns its strings (arena). It knows a list's fields but no data: values that a frame
 * does not have are found when the terms are bound to it (view.h), which reports them here.
 */
#ifndef CAREER_QUERY_QUERY_H
#define CAREER_QUERY_QUERY_H

#include "career/base/buf.h"
#include "career/base/err.h"
#include "career/base/mem.h"
#include "career/query/field.h"

enum { QUERY_MAX_BYTES = 4096, QUERY_MAX_SORT = 4 };

enum term_kind {
	TERM_WORD,   /* folded word: anywhere in the text columns */
	TERM_PHRASE, /* "two words" */
	TERM_VALUES, /* field:a,b*  text fields: exact (folded) or prefix values, or-ed; an empty
	                 value stands for "absent" (field:a,none) */
	TERM_RANGE,  /* field<20k, field:12..24, field>=3, field=7 */
	TERM_ANY,    /* field:any */
	TERM_NONE,   /* field:none */
	TERM_SORT,   /* sort:-earnings,school */
};

struct term_value {
	const char *text; /* as typed, unquoted */
	const char *fold;
	bool prefix; /* val* , or the term being typed */
};

struct query_term {
	enum term_kind kind;
	bool negate;
	bool unfinished;  /* ignored while typing */
	bool open;        /* ends in a quote that is not closed: runs to the end of the text */
	int field;        /* index in the list, -1 for words */
	const char *fold; /* WORD, PHRASE */
	struct term_value *values;
	size_t nvalues;
	double lo, hi; /* RANGE: inclusive unless open; as typed (percent, not tenths) */
	bool has_lo, has_hi, lo_open, hi_open;
	size_t from, to; /* byte span in the query text */
	char error[160]; /* "" when fine */
};

struct query_sort {
	int field;
	bool descending;
};

struct query {
	struct arena arena;
	const struct list *list;
	const char *text; /* the whole query, owned */
	struct query_term *terms;
	size_t nterms;
	struct query_sort sort[QUERY_MAX_SORT];
	size_t nsort;
	char error
	    [240];   /* first error, with its column: "column 7: no field 'stat'; nearest: state" */
	bool typing; /* the last term counted as a prefix or was ignored */
};

/* Fills `q`, whatever it held: query_free comes first when it was parsed before. The text is
 * copied. `typing`: the cursor stands behind the last term (live filter). */
void query_parse(struct query *q, const struct list *l, const char *text, bool typing);
void query_free(struct query *q);
/* Gives a term an error (the first one stays) and keeps q->error that of the first such term. */
void query_fail(struct query *q, size_t term, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Editing a query text through its terms; the result is a new text, appended to `out`. */
void query_without(const struct query *q, size_t term, struct buf *out);
/* Sets the selection of one facet field to exactly `n` values (quoted where needed); n 0 removes
 * it. "" stands for absent and is written `none`. `negate` sets the values of -field:value instead.
 * Other terms stay as they were typed. */
void query_set_values(const struct query *q, int field, bool negate, const char *const *values,
    size_t n, struct buf *out);
/* Replaces any sort: term; nsort 0 removes it. */
void query_set_sort(
    const struct query *q, const struct query_sort *sort, size_t nsort, struct buf *out);
/* A chip's words for a term: its text as typed, an open quote closed. Alone it parses to the same
 * term. */
void query_term_text(const struct query *q, size_t term, struct buf *out);

/* Completion at byte `at`: field names, sort keys, or values of the field by `dict` of the frame
 * (may be NULL), at most QUERY_MAX_CANDIDATES. Calls each(ctx, text, help, from, to) for candidates
 * in order: replace [from, to) by text. Where more values fit, the first ones and the last one are
 * given, and its help says how many are left out. */
enum { QUERY_MAX_CANDIDATES = 100 };
void query_complete(const struct list *l, const struct frame *f, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx);
/* The list whose frame has what completes at byte `at`: where the value of a field stands that is another list's
 * (list_of_field), that one; else `l`, with no frame if it has none. */
const struct list *query_list_at(const struct list *l, const char *text, size_t at);

#endif
