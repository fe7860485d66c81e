/*
 * say.h - wording shared by the pages: labelled values, warnings, references to sources.
 *
 * On a screen a value stands in a column behind its label; in plain mode the same is a sentence,
 * "Label: text."
 */
#ifndef CAREER_PAGE_SAY_H
#define CAREER_PAGE_SAY_H

#include "career/page/pages.h"

/* Text of a code; the table ends with a NULL code. */
struct word {
	const char *code, *says;
};
/* NULL code gives NULL; an unknown one itself. */
const char *word_says(const struct word *table, const char *code);

/* A heading that wraps. */
void say_title(struct page *p, const char *text);
/* A labelled value. Empty text adds nothing. A label "" goes on with the last one's column. */
void say_pair(struct page *p, const char *label, enum style style, const char *text);
void say_pairf(struct page *p, const char *label, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* The same as a warning: '!' in front of the text. */
void say_warn(struct page *p, const char *label, const char *text);
/* A paragraph; plain or not. */
void say_wrapf(struct page *p, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* "own page, 2026-27", "own page, undated"; "certqna 2026" once where the date is that of the name. */
void say_ref(struct buf *out, const struct source *src, const char *as_of);

/* A publisher's set beside a value: its name with its release, or that of one part of it where the parts have
 * releases of their own: "onet 29.0", "onet Skills 29.3". */
void say_set(struct buf *out, const char *short_name, const char *part);

/* The same for a fact that stands on a page of its own: of a source that is a collection ("various news sites")
 * the site says more than its name: "mastersportal.com, 2025". */
void say_page_ref(struct buf *out, const struct source *src, const char *page, const char *as_of);

/* A price more than this many years older than the newest gives way to it, and says its age. */
enum { SAY_OLD_YEARS = 3 };
/* ", ! 8 years old" for what is of `year` and old in `now`; else, or where one is unknown (0), nothing. */
void say_age(struct buf *out, int year, int now);

/* A slug in words: "ml-hiring" -> "ML hiring". */
void say_slug(struct buf *out, const char *slug);

/* Anchor ANCHOR_FACT "table:id" for the last item. */
void say_fact_anchor(struct page *p, const char *table, int64_t id);

/* A line per figure: st gives (id, measure), is stepped to its end and reset. The heading comes with the first
 * row; no rows, no heading. */
bool say_figures(
    struct page *p, struct reader *r, struct stmt *st, const char *heading, struct err *e);
/* "Pay", "Length", ... */
const char *say_measure(const char *measure);

/* "a", "a and b", "a, b and c": what stands between item i and the one before it, of n. */
const char *say_between(size_t i, size_t n);
/* The same with "or". */
const char *say_either(size_t i, size_t n);

/* Items of a JSON array of text (as the store keeps lists), ", " between them. */
void say_list(struct buf *out, const char *json);

/* "1 figure", "3 figures". */
void say_count(struct buf *out, int64_t n, const char *one);

#endif
