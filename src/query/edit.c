#include "career/query/lex.h"
#include "career/query/query.h"

#include <stdlib.h>

/* Writes a query text anew, term by term. */
struct edit {
	const struct query *q;
	struct buf *out;
	size_t start; /* of the new text in `out` */
	size_t done;  /* bytes of the old text that are dealt with */
	bool changed; /* the last thing written or left out was not the old text */
};

static bool
ends_blank(const struct edit *e)
{
	return e->out->len == e->start || lex_blank(e->out->data[e->out->len - 1]);
}

/* Blanks in front of a term; behind a term that was left out one blank at most. */
static void
edit_gap(struct edit *e, size_t to)
{
	if (!e->changed)
		buf_add(e->out, e->q->text + e->done, to - e->done);
	else if (!ends_blank(e))
		buf_addc(e->out, ' ');
	e->done = to;
}

static void
edit_keep(struct edit *e, const struct query_term *t)
{
	edit_gap(e, t->from);
	buf_add(e->out, e->q->text + t->from, t->to - t->from);
	e->done = t->to;
	e->changed = false;
}

static void
edit_drop(struct edit *e, const struct query_term *t)
{
	edit_gap(e, t->from);
	e->done = t->to;
	e->changed = true;
}

static void
edit_put(struct edit *e, const char *text)
{
	if (!ends_blank(e))
		buf_addc(e->out, ' ');
	buf_adds(e->out, text);
	e->changed = true;
}

/* Blanks behind the last term stay, unless it was left out. */
static void
edit_end(struct edit *e)
{
	if (!e->changed)
		buf_adds(e->out, e->q->text + e->done);
	while (e->changed && e->out->len > e->start && ends_blank(e))
		buf_remove(e->out, e->out->len - 1, 1);
}

/* Leaves out the terms that `drop` names and puts `text` ("" for nothing) in the place of the first
 * of them, else at the end; there in front of a term whose quote is open. */
static void
edit_replace(const struct query *q, const bool *drop, const char *text, struct buf *out)
{
	struct edit e = {.q = q, .out = out, .start = out->len};
	bool due = *text;

	for (size_t i = 0; i < q->nterms; i++) {
		const struct query_term *t = &q->terms[i];

		if (drop[i])
			edit_drop(&e, t);
		if (due && (drop[i] || t->open)) {
			edit_gap(&e, t->from > e.done ? t->from : e.done);
			edit_put(&e, text);
			due = false;
		}
		if (!drop[i])
			edit_keep(&e, t);
	}
	if (due) {
		edit_put(&e, text);
		return;
	}
	edit_end(&e);
}

static bool *
drop_none(const struct query *q)
{
	return mem_zero(q->nterms + 1, sizeof(bool));
}

void
query_without(const struct query *q, size_t term, struct buf *out)
{
	bool *drop = drop_none(q);

	if (term < q->nterms)
		drop[term] = true;
	edit_replace(q, drop, "", out);
	free(drop);
}

static void
add_values(struct buf *out, const char *name, const char *const *values, size_t n)
{
	buf_adds(out, name);
	for (size_t i = 0; i < n; i++) {
		buf_addc(out, i ? ',' : ':');
		if (values[i][0])
			lex_quote(out, values[i]);
		else
			buf_adds(out, "none");
	}
}

void
query_set_values(const struct query *q, int field, bool negate, const char *const *values, size_t n,
    struct buf *out)
{
	bool *drop = drop_none(q);
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < q->nterms; i++) {
		const struct query_term *t = &q->terms[i];

		drop[i] = t->field == field && t->negate == negate
		    && (t->kind == TERM_VALUES || t->kind == TERM_ANY || t->kind == TERM_NONE);
	}
	if (n > 0) {
		buf_adds(&text, negate ? "-" : "");
		add_values(&text, q->list->fields[field].name, values, n);
	}
	edit_replace(q, drop, text.data, out);
	buf_free(&text);
	free(drop);
}

void
query_set_sort(const struct query *q, const struct query_sort *sort, size_t nsort, struct buf *out)
{
	bool *drop = drop_none(q);
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < q->nterms; i++)
		drop[i] = q->terms[i].kind == TERM_SORT;
	for (size_t i = 0; i < nsort; i++) {
		buf_adds(&text, i ? "," : "sort:");
		buf_adds(&text, sort[i].descending ? "-" : "");
		buf_adds(&text, q->list->fields[sort[i].field].name);
	}
	edit_replace(q, drop, text.data, out);
	buf_free(&text);
	free(drop);
}

void
query_term_text(const struct query *q, size_t term, struct buf *out)
{
	const struct query_term *t = &q->terms[term];

	buf_add(out, q->text + t->from, t->to - t->from);
	if (t->open)
		buf_addc(out, '"');
}
