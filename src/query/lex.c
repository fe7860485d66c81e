#include "career/query/lex.h"

#include <string.h>

bool
lex_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

enum token_op
lex_op(const char *s, size_t *len)
{
	static const struct {
		const char *text;
		enum token_op op;
	} ops[] = {
	    {"<=", OP_LE},
	    {">=", OP_GE},
	    {"!=", OP_NE},
	    {"<", OP_LT},
	    {">", OP_GT},
	    {"=", OP_EQ},
	    {":", OP_IS},
	};

	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
		*len = strlen(ops[i].text);
		if (strncmp(s, ops[i].text, *len) == 0)
			return ops[i].op;
	}
	*len = 0;
	return OP_NONE;
}

/* The offset behind the quoted text that starts at `at`. */
static size_t
quote_end(const char *text, size_t at, bool *open)
{
	*open = false;
	for (at++; text[at]; at++) {
		if (text[at] != '"')
			continue;
		if (text[at + 1] != '"')
			return at + 1;
		at++;
	}
	*open = true;
	return at;
}

static size_t
word_end(const char *text, size_t at)
{
	while (text[at] && !lex_blank(text[at]))
		at++;
	return at;
}

/* The offset behind the values that start at `at`. */
static size_t
values_end(const char *text, size_t at, bool *open)
{
	for (;; at++) {
		if (text[at] == '"') {
			at = quote_end(text, at, open);
			if (text[at] == '*')
				at++;
		} else {
			while (text[at] && text[at] != ',' && !lex_blank(text[at]))
				at++;
		}
		if (text[at] != ',')
			return at;
	}
}

/* Name and operator at the body, if they stand there. */
static void
lex_name(const char *text, struct token *t)
{
	size_t len = 0, op_len;
	enum token_op op;

	if (is_letter(text[t->body]))
		while (is_name(text[t->body + len]))
			len++;
	op = len ? lex_op(text + t->body + len, &op_len) : OP_NONE;
	if (op == OP_NONE || strncmp(text + t->body + len, "://", 3) == 0)
		return;
	t->op = op;
	t->name_len = len;
	t->value = t->body + len + op_len;
}

bool
lex_token(const char *text, size_t *at, struct token *t)
{
	memset(t, 0, sizeof *t);
	while (lex_blank(text[*at]))
		++*at;
	if (!text[*at])
		return false;
	t->from = t->body = *at;
	t->negate = text[*at] == '-' && text[*at + 1] && !lex_blank(text[*at + 1]);
	t->body += t->negate;
	t->value = t->body;
	t->phrase = text[t->body] == '"';
	if (!t->phrase)
		lex_name(text, t);
	if (t->phrase) {
		t->to = quote_end(text, t->body, &t->open);
		t->to += text[t->to] == '*';
	} else if (t->op != OP_NONE) {
		t->to = values_end(text, t->value, &t->open);
	} else {
		t->to = word_end(text, t->body);
	}
	*at = t->to;
	return true;
}

bool
lex_value(const char *text, size_t end, size_t *at, struct lexeme *v)
{
	memset(v, 0, sizeof *v);
	if (*at >= end)
		return false;
	v->from = v->to = *at;
	v->quoted = text[*at] == '"';
	if (v->quoted) {
		v->to = quote_end(text, v->from, &v->open);
		v->star = v->to < end && text[v->to] == '*';
		v->to += v->star;
	} else {
		while (v->to < end && text[v->to] != ',')
			v->to++;
		v->star = v->to > v->from && text[v->to - 1] == '*';
	}
	*at = v->to + (v->to < end && text[v->to] == ',');
	return true;
}

void
lex_unquote(const char *text, const struct lexeme *v, struct buf *out)
{
	size_t from = v->from + v->quoted, to = v->to - v->star;

	if (!v->quoted) {
		buf_add(out, text + from, to - from);
		return;
	}
	to -= !v->open;
	for (size_t i = from; i < to; i++) {
		buf_addc(out, text[i]);
		if (text[i] == '"')
			i++;
	}
}

bool
lex_is(const char *s, const char *lower)
{
	while (*lower && (*s | 0x20) == *lower)
		s++, lower++;
	return !*s && !*lower;
}

static bool
needs_quotes(const char *s)
{
	size_t len = strlen(s), op_len;

	if (len == 0 || s[len - 1] == '*' || strncmp(s, "//", 2) == 0
	    || lex_op(s, &op_len) != OP_NONE || lex_is(s, "any") || lex_is(s, "none"))
		return true;
	for (; *s; s++)
		if (lex_blank(*s) || *s == ',' || *s == '"')
			return true;
	return false;
}

void
lex_quote(struct buf *out, const char *s)
{
	if (!needs_quotes(s)) {
		buf_adds(out, s);
		return;
	}
	buf_addc(out, '"');
	for (; *s; s++) {
		if (*s == '"')
			buf_addc(out, '"');
		buf_addc(out, *s);
	}
	buf_addc(out, '"');
}
