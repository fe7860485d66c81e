/*
 * terms.h - the glossary, for the pages that explain the terms they use.
 */
#ifndef CAREER_PAGE_TERMS_H
#define CAREER_PAGE_TERMS_H

#include "career/page/pages.h"

enum { TERMS_MAX = 12 };

/* Terms a page has used, each once, in order. */
struct terms {
	const char
	    *slug[TERMS_MAX]; /* borrowed: static text, or text that outlives the page call */
	size_t n;
};

/* NULL and "" add nothing; a full set drops what comes. */
void terms_add(struct terms *t, const char *slug);
/* A heading and one sentence per term; terms that the glossary lacks are left out. */
bool terms_say(struct page *p, struct reader *r, const struct terms *t, struct err *e);

#endif
