/*
 * lex.h - a query text as tokens: where each term stands and how it is built, without meaning.
 *
 *   term   = ["-"] ( phrase | name op values | word )
 *   phrase = '"' text '"'            in quotes "" stands for one quote; a '*' behind it is nothing
 *   name   = letter { letter | digit | "_" }
 *   op     = ":" | "<" | "<=" | ">" | ">=" | "=" | "!="
 *   values = value { "," value }     value = phrase ["*"] | anything up to a blank or ','
 *   word   = anything else up to a blank; also name "://" ...
 *
 * A quote that is not closed runs to the end of the text. Terms may touch: "a"b are two.
 * Tokens are spans in a text that is borrowed; every byte that is not a blank is in exactly one.
 */
#ifndef CAREER_QUERY_LEX_H
#define CAREER_QUERY_LEX_H

#include "career/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

enum token_op { OP_NONE, OP_IS, OP_LT, OP_LE, OP_GT, OP_GE, OP_EQ, OP_NE };

struct token {
	size_t from, to; /* bytes of the term */
	size_t body;     /* behind the '-' */
	size_t name_len; /* bytes of the name at `body`; 0 without an operator */
	size_t value;    /* behind the operator; equal to `body` without one */
	enum token_op op;
	bool negate;
	bool phrase; /* the body is a quoted text */
	bool open;   /* ends in a quote that is not closed */
};

/* The token at or behind *at, which moves behind it. False at the end of the text. */
bool lex_token(const char *text, size_t *at, struct token *t);

/* One value of [*at, end): its bytes with quotes and '*'. *at moves behind the comma. */
struct lexeme {
	size_t from, to;
	bool quoted, open;
	bool star; /* ends in '*': a prefix */
};
bool lex_value(const char *text, size_t end, size_t *at, struct lexeme *v);
/* The text of a lexeme without its quotes and star. */
void lex_unquote(const char *text, const struct lexeme *v, struct buf *out);
/* The operator at s, OP_NONE when there is none; *len is its bytes. */
enum token_op lex_op(const char *s, size_t *len);

/* Appends `s` as a value, in quotes where it would be read as something else. */
void lex_quote(struct buf *out, const char *s);

bool lex_blank(char c);
/* Whether `s` is the lower-case ASCII word, in any case. */
bool lex_is(const char *s, const char *lower);

#endif
