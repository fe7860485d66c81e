/* parse.h - one token of a query text becomes one term of the query. */
#ifndef CAREER_QUERY_PARSE_H
#define CAREER_QUERY_PARSE_H

#include "career/query/lex.h"
#include "career/query/query.h"

/* One token on its way to a term. */
struct parse {
	struct query *q;
	struct token t;
	size_t index; /* of the term */
	struct query_term *term;
	bool cursor;   /* the term is being typed */
	size_t ntests; /* terms so far that filter */
};

/* Fills p->term, an error of it too, and adds the query's sort keys. */
void parse_term(struct parse *p);

#endif
