#include "career/query/parse.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/frame/scan.h"

#include <string.h>

enum { QUOTED_BYTES = 40 };

/* Text between the offsets, owned by the query. */
static char *
part(struct parse *p, size_t from, size_t to)
{
	return arena_ndup(&p->q->arena, p->q->text + from, to - from);
}

/* The start of a text for a message. */
static const char *
shown(struct parse *p, const char *s)
{
	size_t len = strlen(s), cut = 0;
	int32_t cp;

	if (len <= QUOTED_BYTES)
		return s;
	for (size_t n = 0; cut + n <= QUOTED_BYTES; n = text_decode(s + cut, len - cut, &cp))
		cut += n;
	return arena_printf(&p->q->arena, "%.*s...", (int)cut, s);
}

/* A term that lacks its end: fine while it is being typed. */
static void
lacks(struct parse *p)
{
	const struct token *t = &p->t;
	const char *typed = part(p, t->from, t->to);

	p->term->unfinished = true;
	if (!p->cursor)
		query_fail(p->q, p->index,
		    "nothing stands behind '%s'; in quotes it is searched as text",
		    shown(p, typed));
}

static const char *
folded(struct parse *p, const char *s, bool trim)
{
	struct buf b = BUF_INIT;
	size_t from = 0, to;
	char *fold;

	text_fold(&b, s, strlen(s));
	to = b.len;
	while (trim && from < to && b.data[from] == ' ')
		from++;
	while (trim && to > from && b.data[to - 1] == ' ')
		to--;
	fold = arena_ndup(&p->q->arena, b.data + from, to - from);
	buf_free(&b);
	return fold;
}

static const char *
unquoted(struct parse *p, const struct lexeme *v)
{
	struct buf b = BUF_INIT;
	char *text;

	lex_unquote(p->q->text, v, &b);
	text = arena_ndup(&p->q->arena, b.data, b.len);
	buf_free(&b);
	return text;
}

static void
parse_word(struct parse *p)
{
	struct lexeme v = {.from = p->t.body, .to = p->t.to};
	const char *text = p->q->text + p->t.body;
	size_t at = p->t.body, len = p->t.to - p->t.body;

	p->term->kind = p->t.phrase ? TERM_PHRASE : TERM_WORD;
	p->term->field = -1;
	if (len == 1 && *text == '-') {
		lacks(p);
		return;
	}
	if (*text == '<' || *text == '>' || *text == '=') {
		query_fail(p->q, p->index,
		    "no field in front of '%c'; write it without blanks: cost<20k", *text);
		return;
	}
	if (p->t.phrase)
		lex_value(p->q->text, p->t.to, &at, &v);
	else
		v.star = len > 1 && text[len - 1] == '*';
	p->term->fold = folded(p, unquoted(p, &v), true);
	if (p->term->fold[0])
		return;
	p->term->unfinished = true;
	if (!p->cursor)
		query_fail(p->q, p->index, "no text to search for");
}

static void
parse_values(struct parse *p, const char *name)
{
	size_t at = p->t.value, n = 1;
	struct query_term *term = p->term;
	struct lexeme v;

	term->kind = TERM_VALUES;
	if (p->t.op != OP_IS && p->t.op != OP_EQ) {
		query_fail(p->q, p->index, "'%s' is text: write %s:VALUE", name, name);
		return;
	}
	for (size_t i = at; i < p->t.to; i++)
		n += p->q->text[i] == ',';
	term->values = arena_alloc(&p->q->arena, n * sizeof *term->values);
	while (lex_value(p->q->text, p->t.to, &at, &v)) {
		struct term_value *value = &term->values[term->nvalues];

		if (v.from == v.to)
			continue;
		value->text = unquoted(p, &v);
		if (!v.quoted && !v.star && lex_is(value->text, "any"))
			query_fail(p->q, p->index, "'any' stands alone: %s:any", name);
		if (!v.quoted && !v.star && lex_is(value->text, "none"))
			value->text = "";
		value->prefix = v.star
		    || (p->cursor && v.to == p->t.to && (!v.quoted || v.open) && value->text[0]);
		value->fold = folded(p, value->text, false);
		term->nvalues++;
	}
	if (term->nvalues == 0)
		lacks(p);
}

/* A number's text without signs of its unit; NULL when a suffix does not fit the unit. */
static const char *
plain_number(struct parse *p, const char *s, enum field_unit unit)
{
	char *copy = arena_dup(&p->q->arena, s), *to = copy;

	if (unit != UNIT_MONEY && unit != UNIT_COUNT && strpbrk(s, "kKmM"))
		return NULL;
	for (; *s; s++)
		if (!(*s == '$' && unit == UNIT_MONEY) && !(*s == '%' && unit == UNIT_PERCENT10))
			*to++ = *s;
	*to = '\0';
	return copy;
}

static bool
parse_bounds(struct query_term *term, enum token_op op, const char *s)
{
	struct num_span span = {0, 0, false, false};
	bool low = op == OP_GT || op == OP_GE, high = op == OP_LT || op == OP_LE;
	double v;

	if (!s)
		return false;
	if (!low && !high) {
		if (!num_parse_span(s, &span))
			return false;
	} else {
		if (!num_parse_short(s, &v))
			return false;
		span = (struct num_span){v, v, low, high};
	}
	term->lo = span.has_lo ? span.lo : 0;
	term->hi = span.has_hi ? span.hi : 0;
	term->has_lo = span.has_lo;
	term->has_hi = span.has_hi;
	term->lo_open = op == OP_GT;
	term->hi_open = op == OP_LT;
	return true;
}

/* Whether more typing may turn `s` into a number, a range, any or none. */
static bool
may_become_number(const char *s)
{
	size_t len = strlen(s);

	return strspn(s, "0123456789.,_kKmMeE+-$%") == len || strncmp("any", s, len) == 0
	    || strncmp("none", s, len) == 0;
}

static void
parse_number(struct parse *p, const struct field *f)
{
	const char *s = part(p, p->t.value, p->t.to);
	enum token_op op = p->t.op, inner;
	size_t len;

	p->term->kind = TERM_RANGE;
	inner = lex_op(s, &len);
	if (op == OP_IS && inner != OP_NONE && inner != OP_IS && inner != OP_NE) {
		op = inner;
		s += len;
	}
	if (parse_bounds(p->term, op, plain_number(p, s, f->unit)))
		return;
	if (!*s)
		lacks(p);
	else if (p->cursor && may_become_number(s))
		p->term->unfinished = true;
	else
		query_fail(p->q, p->index,
		    "'%s' is not a number or a range from low to high, as %s", shown(p, s),
		    f->unit == UNIT_MONEY ? "10k..20k" : "12..24");
}

/* Names of the list's fields, for the nearest one. */
static const char *
nearest_field(const struct list *l, const char *name)
{
	const char *names[SCAN_MAX_COLS + 8];
	size_t n = 0;

	for (size_t i = 0; i < l->nfields && n < sizeof names / sizeof *names - 1; i++)
		names[n++] = l->fields[i].name;
	names[n++] = "sort";
	return text_nearest(name, names, n);
}

static void
no_field(struct parse *p, const char *name, const char *purpose)
{
	const char *near = nearest_field(p->q->list, name), *other = NULL;

	for (size_t i = 0; i < nlists && !other; i++)
		if (field_find(lists[i], name) >= 0)
			other = lists[i]->name;
	if (other && other != p->q->list->name)
		query_fail(p->q, p->index, "no field '%s' in %s%s; it is one of %s", shown(p, name),
		    p->q->list->name, purpose, other);
	else if (near)
		query_fail(
		    p->q, p->index, "no field '%s'%s; nearest: %s", shown(p, name), purpose, near);
	else
		query_fail(p->q, p->index, "no field '%s'%s; in quotes it is searched as text",
		    shown(p, name), purpose);
}

static bool
starts_a_field(const struct list *l, const char *name)
{
	for (size_t i = 0; i < l->nfields; i++)
		if (strncmp(l->fields[i].name, name, strlen(name)) == 0)
			return true;
	return false;
}

static void
lower(char *s)
{
	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s += 'a' - 'A';
}

/* Adds one sort key; false when the rest of the term has no meaning. */
static bool
parse_sort_key(struct parse *p, char *name, bool last)
{
	struct query *q = p->q;
	bool descending = *name == '-';
	int field;

	name += descending || *name == '+';
	lower(name);
	field = field_find(q->list, name);
	if (field < 0 && p->cursor && last && starts_a_field(q->list, name))
		return false;
	if (field < 0)
		no_field(p, name, " to sort by");
	else if (q->list->fields[field].derived)
		query_fail(q, p->index, "'%s' is made of other columns: it has no order", name);
	if (p->term->error[0])
		return false;
	for (size_t i = 0; i < q->nsort; i++)
		if (q->sort[i].field == field)
			return true;
	if (q->nsort == QUERY_MAX_SORT) {
		query_fail(q, p->index, "more than %d sort keys", QUERY_MAX_SORT);
		return false;
	}
	q->sort[q->nsort++] = (struct query_sort){field, descending};
	return true;
}

static void
parse_sort(struct parse *p)
{
	size_t at = p->t.value, before = p->q->nsort, keys = 0;
	struct lexeme v;

	p->term->kind = TERM_SORT;
	p->term->field = -1;
	if (p->t.negate || (p->t.op != OP_IS && p->t.op != OP_EQ)) {
		query_fail(p->q, p->index, "write sort:FIELD, or sort:-FIELD for descending");
		return;
	}
	while (lex_value(p->q->text, p->t.to, &at, &v)) {
		char *name = part(p, v.from, v.to);

		if (!*name)
			continue;
		if (!parse_sort_key(p, name, v.to == p->t.to))
			break;
		keys++;
	}
	if (p->term->error[0])
		p->q->nsort = before;
	else if (keys == 0)
		lacks(p);
}

static void
parse_field(struct parse *p)
{
	char *name = part(p, p->t.body, p->t.body + p->t.name_len);
	const char *value = p->q->text + p->t.value;
	bool is = p->t.op == OP_IS || p->t.op == OP_EQ;
	const struct field *f;

	lower(name);
	if (strcmp(name, "sort") == 0) {
		parse_sort(p);
		return;
	}
	p->term->kind = TERM_VALUES;
	p->term->field = field_find(p->q->list, name);
	if (p->term->field < 0) {
		no_field(p, name, "");
		return;
	}
	f = &p->q->list->fields[p->term->field];
	if (f->derived && !f->via)
		query_fail(p->q, p->index, "'%s' is made of other columns: filter by those", name);
	else if (p->t.op == OP_NE)
		query_fail(p->q, p->index, "there is no !=; write -%s:VALUE", name);
	else if (p->t.value == p->t.to)
		lacks(p);
	else if (is && lex_is(part(p, p->t.value, p->t.to), "any"))
		p->term->kind = TERM_ANY;
	else if (is && lex_is(part(p, p->t.value, p->t.to), "none"))
		p->term->kind = TERM_NONE;
	else if (f->kind == COL_NUM && *value != '"')
		parse_number(p, f);
	else if (f->kind == COL_NUM)
		query_fail(p->q, p->index, "'%s' takes a number without quotes", name);
	else
		parse_values(p, name);
}

void
parse_term(struct parse *p)
{
	struct query_term *term = p->term;

	term->negate = p->t.negate;
	term->open = p->t.open;
	term->from = p->t.from;
	term->to = p->t.to;
	if (p->t.op == OP_NONE)
		parse_word(p);
	else
		parse_field(p);
	if (term->kind != TERM_SORT && ++p->ntests > SCAN_MAX_TESTS)
		query_fail(
		    p->q, p->index, "more than %d terms: this one is left out", SCAN_MAX_TESTS);
	p->q->typing |= p->cursor;
}
