#include "career/base/text.h"
#include "career/frame/linked.h"
#include "career/query/lex.h"
#include "career/query/query.h"

#include <stdio.h>
#include <string.h>

/* A completion on its way: what is typed, and where the candidates go. */
struct completion {
	const struct list *list;
	const struct frame *frame;
	const char *text;
	size_t at;        /* of the cursor */
	size_t from, to;  /* bytes that a candidate replaces */
	struct buf typed; /* folded */
	size_t given;
	void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to);
	void *ctx;
};

static void
offer(struct completion *c, const char *text, const char *help)
{
	if (c->given == QUERY_MAX_CANDIDATES)
		return;
	c->given++;
	c->each(c->ctx, text, help, c->from, c->to);
}

static bool
fits(const struct completion *c, const char *fold)
{
	return strncmp(fold, c->typed.data, c->typed.len) == 0;
}

/* Sets what is typed: bytes [from, at) of the text, unquoted. */
static void
typed_is(struct completion *c, const struct lexeme *v)
{
	struct buf raw = BUF_INIT;
	struct lexeme part = *v;

	part.to = c->at < v->to ? c->at : v->to;
	part.star = part.star && part.to == v->to;
	part.open = part.open || part.to < v->to;
	if (part.to > part.from)
		lex_unquote(c->text, &part, &raw);
	buf_clear(&c->typed);
	text_fold(&c->typed, raw.data, raw.len);
	buf_free(&raw);
	c->from = v->from;
	c->to = v->to;
}

static void
complete_fields(struct completion *c, const char *behind)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < c->list->nfields; i++) {
		const struct field *f = &c->list->fields[i];

		if ((f->derived && !(f->via && *behind)) || !fits(c, f->name))
			continue;
		buf_clear(&b);
		buf_adds(&b, f->name);
		buf_adds(&b, behind);
		offer(c, b.data, f->help);
	}
	if (*behind && fits(c, "sort"))
		offer(c, "sort:", "order by fields, - in front for descending");
	buf_free(&b);
}

static void
offer_value(struct completion *c, const char *value, const char *help)
{
	struct buf b = BUF_INIT;

	lex_quote(&b, value);
	offer(c, b.data, help);
	buf_free(&b);
}

/* Where too many fit, the last one is offered behind the first ones: whoever looks for what all have
 * in common finds it. */
static void
complete_values(struct completion *c, const struct dict *d)
{
	const uint32_t most = QUERY_MAX_CANDIDATES;
	uint32_t n = 0, last = 0;
	char left_out[64] = "";

	for (uint32_t code = 1; code < d->n; code++) {
		if (!fits(c, dict_fold(d, code)))
			continue;
		last = code;
		if (++n < most)
			offer_value(c, dict_text(d, code), "");
	}
	if (n > most)
		snprintf(
		    left_out, sizeof left_out, "and %lu more before it", (unsigned long)(n - most));
	if (n >= most)
		offer_value(c, dict_text(d, last), left_out);
}

static void
complete_words(struct completion *c, const char *const *words)
{
	for (; words != NULL && *words != NULL; words++)
		if (fits(c, *words))
			offer(c, *words, "");
}

/* The value that the cursor stands in or behind; an empty one behind a comma or the operator. */
static struct lexeme
value_at(const struct completion *c, const struct token *t)
{
	struct lexeme v, none = {.from = c->at, .to = c->at};
	size_t at = t->value;

	while (lex_value(c->text, t->to, &at, &v))
		if (v.from <= c->at && c->at <= v.to)
			return v;
	return none;
}

static void
complete_sort(struct completion *c, const struct token *t)
{
	struct lexeme v = value_at(c, t);

	v.from += v.to > v.from && (c->text[v.from] == '-' || c->text[v.from] == '+');
	if (v.from <= c->at) {
		typed_is(c, &v);
		complete_fields(c, "");
	}
}

/* The values that a text field can have, NULL when they are not known. */
static const struct dict *
values_of(const struct completion *c, int field)
{
	const struct frame *f = c->frame;
	struct err e;

	if (f && c->list->fields[field].via)
		return (f = frame_linked(f, &e)) ? &f->cols[0].dict : NULL;
	return f && c->list->fields[field].kind != COL_NUM
	    ? &f->cols[field_col(c->list, field)].dict
	    : NULL;
}

static void
complete_value(struct completion *c, const struct token *t)
{
	struct buf name = BUF_INIT;
	const struct dict *d;
	struct lexeme v;
	int field;

	text_fold(&name, c->text + t->body, t->name_len);
	field = field_find(c->list, name.data);
	if (strcmp(name.data, "sort") == 0) {
		complete_sort(c, t);
	} else if (field >= 0 && (field_col(c->list, field) >= 0 || c->list->fields[field].via)
	    && (t->op == OP_IS || t->op == OP_EQ)) {
		v = value_at(c, t);
		typed_is(c, &v);
		complete_words(c, c->list->fields[field].words);
		if ((d = values_of(c, field)) != NULL)
			complete_values(c, d);
		if (!v.quoted && fits(c, "any") && v.from == t->value)
			offer(c, "any", "every row that has a value");
		if (!v.quoted && fits(c, "none"))
			offer(c, "none", "rows without a value");
	}
	buf_free(&name);
}

void
query_complete(const struct list *l, const struct frame *f, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx)
{
	struct completion c = {
	    .list = l, .frame = f, .text = text, .at = at, .each = each, .ctx = ctx};
	struct token t = {0};
	size_t next = 0;
	bool found;

	if (at > strlen(text))
		return;
	buf_init(&c.typed);
	while ((found = lex_token(text, &next, &t)) && t.to < at)
		continue;
	if (!found || t.from >= at) {
		struct lexeme v = {.from = at, .to = at};

		typed_is(&c, &v);
		if (!text[at] || lex_blank(text[at]))
			complete_fields(&c, ":");
	} else if (t.op != OP_NONE && at >= t.value) {
		complete_value(&c, &t);
	} else if (t.op == OP_NONE && !t.phrase && at > t.from) {
		struct lexeme v = {.from = t.body + (text[t.body] == '-'), .to = t.to};

		typed_is(&c, &v);
		complete_fields(&c, ":");
	}
	buf_free(&c.typed);
}

const struct list *
query_list_at(const struct list *l, const char *text, size_t at)
{
	const struct list *other = NULL;
	struct token t;
	size_t next = 0;
	bool found;
	int field;

	if (at > strlen(text))
		return l;
	while ((found = lex_token(text, &next, &t)) && t.to < at)
		continue;
	if (found && t.from < at && t.op != OP_NONE && at >= t.value) {
		struct buf name = BUF_INIT;

		text_fold(&name, text + t.body, t.name_len);
		field = field_find(l, name.data);
		other = field >= 0 ? list_of_field(l, field) : NULL;
		buf_free(&name);
	}
	return other != NULL ? other : l;
}
