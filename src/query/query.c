#include "career/query/query.h"

#include "career/base/text.h"
#include "career/query/parse.h"

#include <stdio.h>
#include <string.h>

static size_t
column_of(const char *text, size_t at)
{
	size_t column = 1, i = 0;
	int32_t cp;

	for (; i < at; column++)
		i += text_decode(text + i, at - i, &cp);
	return column;
}

static void
fail_first(struct query *q)
{
	for (size_t i = 0; i < q->nterms; i++) {
		const struct query_term *t = &q->terms[i];

		if (!t->error[0])
			continue;
		snprintf(q->error, sizeof q->error, "column %zu: %s", column_of(q->text, t->from),
		    t->error);
		return;
	}
}

void
query_fail(struct query *q, size_t term, const char *fmt, ...)
{
	struct query_term *t = &q->terms[term];
	va_list ap;

	if (t->error[0])
		return;
	va_start(ap, fmt);
	vsnprintf(t->error, sizeof t->error, fmt, ap);
	va_end(ap);
	fail_first(q);
}

static size_t
count_tokens(const char *text)
{
	size_t at = 0, n = 0;
	struct token t;

	while (lex_token(text, &at, &t))
		n++;
	return n;
}

void
query_parse(struct query *q, const struct list *l, const char *text, bool typing)
{
	size_t len = strlen(text), at = 0;
	struct parse p = {.q = q};

	memset(q, 0, sizeof *q);
	arena_init(&q->arena);
	q->list = l;
	q->text = arena_ndup(&q->arena, text, len);
	if (len > QUERY_MAX_BYTES) {
		snprintf(q->error, sizeof q->error,
		    "the query has %zu bytes, more than %d: it is not applied", len,
		    QUERY_MAX_BYTES);
		return;
	}
	q->nterms = count_tokens(q->text);
	q->terms = arena_alloc(&q->arena, q->nterms * sizeof *q->terms);
	for (; lex_token(q->text, &at, &p.t); p.index++) {
		p.term = &q->terms[p.index];
		p.cursor = typing && p.t.to == len;
		parse_term(&p);
	}
}

void
query_free(struct query *q)
{
	arena_free(&q->arena);
	memset(q, 0, sizeof *q);
}
