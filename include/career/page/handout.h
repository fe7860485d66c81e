/*
 * handout.h - a page to take home: the roles one considers with pay and gap, what comes next, the programs on the
 * shortlist with what they cost and pay back, numbered sources, the words that are used.
 *
 * Made of catalog and profile as a document (doc.h); a writer of that gives the file. In short it is made again with
 * less until it is about one page; in full it is all there is: what was looked at, shortlist with notes and tags,
 * comparison, gaps, paybacks with formulas, contradictions, and every figure with its source.
 */
#ifndef CAREER_PAGE_HANDOUT_H
#define CAREER_PAGE_HANDOUT_H

#include "career/page/doc.h"
#include "career/store/profile.h"

enum { HANDOUT_ROLES = 6, HANDOUT_DATE = 11 };

enum handout_format { HANDOUT_HTML, HANDOUT_MD, HANDOUT_TXT, HANDOUT_FORMATS };

struct handout_ask {
	int64_t role[HANDOUT_ROLES]; /* none: the current one and those on the shortlist */
	size_t nroles;
	bool full;
	enum handout_format format; /* for which it is to fit on a page */
	const char *date;           /* "2026-11-23" */
};

/* `p` NULL: nothing is known of the person. The document is to be freed in any case. */
bool handout_make(struct doc *d, struct reader *r, struct profile *p, const struct handout_ask *ask,
    struct err *e);

/* The day it is, UTC; SOURCE_DATE_EPOCH in the environment stands in for the clock. */
void handout_today(char date[HANDOUT_DATE]);

const char *handout_format_word(enum handout_format f); /* "html" */
/* The one that a file's name asks for. ERR_USAGE: another ending, which names those there are. */
bool handout_format_of(const char *path, enum handout_format *f, struct err *e);
void handout_write(const struct doc *d, enum handout_format f, struct buf *out);

#endif
