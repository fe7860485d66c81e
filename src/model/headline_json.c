/* headline_json.c - headlines as text in the profile, and what has changed since. */
#include "career/model/headline.h"

#include "career/base/num.h"
#include "career/base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { READ_MAX = 64 }; /* figures of one thing that are read */

/* --- JSON ------------------------------------------------------------------------------------ */

/* What comes is safe text (no control characters), so two characters are to be escaped. */
static void
put_text(struct buf *out, const char *name, const char *text)
{
	struct buf safe = BUF_INIT;

	text_safes(&safe, text, false);
	buf_addf(out, "%s\"%s\":\"", strcmp(name, "measure") == 0 ? "" : ",", name);
	for (const char *s = safe.data; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(out, '\\');
		buf_addc(out, *s);
	}
	buf_addc(out, '"');
	buf_free(&safe);
}

static void
put_number(struct buf *out, const char *name, double v)
{
	buf_addf(out, ",\"%s\":", name);
	if (isfinite(v))
		num_plain(out, v);
	else
		buf_adds(out, "null");
}

void
headline_json(const struct headline *h, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < h->n; i++) {
		const struct headline_figure *f = &h->f[i];

		buf_adds(out, i == 0 ? "{" : ",{");
		put_text(out, "measure", f->measure);
		put_text(out, "says", f->says);
		put_number(out, "low", f->low);
		put_number(out, "high", f->high);
		put_text(out, "unit", f->unit);
		put_text(out, "source", f->source);
		buf_addc(out, '}');
	}
	buf_addc(out, ']');
}

/* 1 an array, 0 anything else, -1 an error. */
static int
is_array(struct db *db, const char *json, struct err *e)
{
	struct stmt *st = db_query(db, "headline_array", e);
	int found = -1;

	if (st == NULL)
		return -1;
	stmt_bind_text(st, 1, json);
	if (stmt_step(st, e) == 1)
		found = stmt_int(st, 0) == 1;
	stmt_reset(st);
	return found;
}

bool
headline_read(struct headline *out, struct db *db, const char *json, struct arena *a, struct err *e)
{
	static const char what[] = "the figures that were stored are damaged";
	int array = is_array(db, json, e), step;
	struct stmt *st;

	*out = (struct headline){0};
	if (array <= 0)
		return array == 0 ? err_set(e, ERR_DATA, "%s", what) : false;
	st = db_query(db, "headline_read", e);
	if (st == NULL)
		return false;
	out->f = arena_alloc(a, READ_MAX * sizeof *out->f);
	stmt_bind_text(st, 1, json);
	while ((step = stmt_step(st, e)) == 1 && out->n < READ_MAX) {
		if (stmt_int(st, 6) != 1) {
			step = -1;
			err_set(e, ERR_DATA, "%s", what);
			break;
		}
		out->f[out->n++] = (struct headline_figure){arena_dup(a, stmt_str(st, 0)),
		    arena_dup(a, stmt_str(st, 1)), stmt_num(st, 2), stmt_num(st, 3),
		    arena_dup(a, stmt_str(st, 4)), arena_dup(a, stmt_str(st, 5))};
	}
	stmt_reset(st);
	return step >= 0;
}

/* --- what has changed ------------------------------------------------------------------------ */

static bool
same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b));
}

static bool
same(const struct headline_figure *a, const struct headline_figure *b)
{
	if (isnan(a->low) && isnan(a->high) && isnan(b->low) && isnan(b->high))
		return strcmp(a->says, b->says) == 0;
	return same_number(a->low, b->low) && same_number(a->high, b->high)
	    && strcmp(a->unit, b->unit) == 0;
}

static const struct headline_figure *
find(const struct headline *h, const char *measure)
{
	for (size_t i = 0; i < h->n; i++)
		if (strcmp(h->f[i].measure, measure) == 0)
			return &h->f[i];
	return NULL;
}

void
headline_compare(struct headline_changes *out, const struct headline *was,
    const struct headline *is, struct arena *a)
{
	const struct headline_figure *other;

	*out = (struct headline_changes){arena_alloc(a, (was->n + is->n + 1) * sizeof *out->c), 0};
	if (is->gone) {
		out->c[out->n++] =
		    (struct headline_change){HEADLINE_GONE, "in the catalog", NULL, NULL};
		return;
	}
	for (size_t i = 0; i < was->n; i++) {
		const struct headline_figure *f = &was->f[i];

		other = find(is, f->measure);
		if (other == NULL || !same(f, other))
			out->c[out->n++] = (struct headline_change){
			    other != NULL ? HEADLINE_CHANGED : HEADLINE_NO_MORE, f->measure, f,
			    other};
	}
	for (size_t i = 0; i < is->n; i++)
		if (find(was, is->f[i].measure) == NULL)
			out->c[out->n++] = (struct headline_change){
			    HEADLINE_NEW, is->f[i].measure, NULL, &is->f[i]};
}

/* --- the shortlist --------------------------------------------------------------------------- */

struct reading {
	struct changed_item *item;
	size_t n, cap;
	const char **json;
	size_t json_cap;
	struct arena *a;
};

static void
take_item(void *ctx, const struct kept_item *i)
{
	struct reading *r = ctx;

	r->item = mem_reserve(r->item, &r->cap, r->n + 1, sizeof *r->item);
	r->json = mem_reserve(r->json, &r->json_cap, r->n + 1, sizeof *r->json);
	r->item[r->n] = (struct changed_item){.list = arena_dup(r->a, i->list),
	    .key = arena_dup(r->a, i->key),
	    .title = arena_dup(r->a, i->title),
	    .added = arena_dup(r->a, i->added != NULL ? i->added : "")};
	r->json[r->n++] = arena_dup(r->a, i->headline != NULL ? i->headline : "[]");
}

/* Today's against those that were stored; what cannot be read is as if none had been. */
static void
compare_item(struct changed_item *c, struct db *db, const char *json, struct arena *a)
{
	struct err damaged;

	if (c->is.title != NULL)
		c->title = c->is.title;
	c->stored = headline_read(&c->was, db, json, a, &damaged) && c->was.n > 0;
	if (c->stored || c->is.gone)
		headline_compare(&c->changes, &c->was, &c->is, a);
}

bool
changes_read(struct changed_items *out, struct db *db, const struct sources *src, struct profile *p,
    struct arena *a, struct err *e)
{
	struct reading r = {.a = a};
	bool ok = p == NULL || profile_items(p, take_item, &r, e);

	*out = (struct changed_items){arena_alloc(a, (r.n + 1) * sizeof *out->item), 0, 0};
	for (size_t i = 0; ok && i < r.n; i++) {
		struct changed_item *c = &r.item[i];

		ok = headline_of(&c->is, db, src, c->list, c->key, a, e);
		if (ok)
			compare_item(c, db, r.json[i], a);
		out->item[out->n++] = *c;
		out->changed += c->changes.n > 0;
	}
	free(r.item);
	free(r.json);
	return ok;
}

void
change_says(const struct headline_change *c, struct buf *out)
{
	if (c->turn == HEADLINE_GONE) {
		buf_adds(out, "no longer in the catalog");
		return;
	}
	buf_addf(out, "%s: ", c->measure);
	if (c->turn == HEADLINE_CHANGED)
		buf_addf(out, "%s -> %s", c->was->says, c->is->says);
	else if (c->turn == HEADLINE_NEW)
		buf_addf(out, "%s, not stated before", c->is->says);
	else
		buf_addf(out, "%s, no longer stated", c->was->says);
}

/* Of a list of names only how many: "4". */
static void
short_says(const struct headline_figure *f, struct buf *out)
{
	const char *colon = isnan(f->low) && isnan(f->high) ? strchr(f->says, ':') : NULL;

	if (colon != NULL)
		buf_add(out, f->says, (size_t)(colon - f->says));
	else
		buf_adds(out, f->says);
}

/* The first figure that is another number, else the first change. */
static const struct headline_change *
leading(const struct headline_changes *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->c[i].turn == HEADLINE_CHANGED && !isnan(c->c[i].is->low))
			return &c->c[i];
	return &c->c[0];
}

static void
say_leading(const struct changed_item *x, struct buf *out)
{
	const struct headline_change *c = leading(&x->changes);

	buf_addf(out, "%s, ", x->is.name != NULL ? x->is.name : x->title);
	if (c->turn == HEADLINE_CHANGED) {
		buf_addf(out, "%s: ", c->measure);
		short_says(c->was, out);
		buf_adds(out, " -> ");
		short_says(c->is, out);
	} else {
		change_says(c, out);
	}
	if (x->changes.n > 1)
		buf_addf(out, " and %zu more", x->changes.n - 1);
}

void
changes_say(const struct changed_items *c, struct buf *out)
{
	const struct changed_item *first = NULL;
	size_t stored = 0;

	for (size_t i = 0; i < c->n; i++) {
		stored += c->item[i].stored;
		if (first == NULL && c->item[i].changes.n > 0)
			first = &c->item[i];
	}
	if (c->n == 0)
		return;
	if (c->changed == 0 && stored == 0)
		buf_adds(out, "No figures were stored to compare with");
	else if (c->changed == 0)
		buf_addf(out, "None of %zu changed", c->n);
	else
		buf_addf(out, "%zu of %zu changed: ", c->changed, c->n);
	if (first != NULL)
		say_leading(first, out);
}

bool
changes_accept(struct profile *p, const struct changed_items *c, size_t *n, struct err *e)
{
	*n = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct changed_item *x = &c->item[i];
		struct buf json = BUF_INIT;
		struct kept_item item = {.list = x->list, .key = x->key, .title = x->title};
		bool ok = true;

		/* What is gone keeps what it had. */
		if (!x->is.gone && (x->changes.n > 0 || !x->stored)) {
			headline_json(&x->is, &json);
			item.headline = json.data;
			item.added = x->added;
			ok = profile_item_put(p, &item, e);
			*n += ok;
		}
		buf_free(&json);
		if (!ok)
			return false;
	}
	return true;
}
