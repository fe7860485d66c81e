/*
 * route_book.c - all that can name a skill: ways with their texts, open programs, fields of study; read once.
 */
#include "route_parts.h"

#include "career/base/mem.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { PROGRAMS = 5000 }; /* that are looked at */

const char *
route_folded(struct arena *a, const char *text)
{
	struct buf b = BUF_INIT;
	const char *out;

	text_fold(&b, text, strlen(text));
	out = arena_dup(a, b.data);
	buf_free(&b);
	return out;
}

static bool
read_routes(const struct route_reading *in, struct route_list *l, char ***leads)
{
	struct stmt *st = db_query(in->db, "route_all", in->e);
	size_t cap = 0;
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, in->e)) == 1) {
		l->r = mem_reserve(l->r, &l->cap, l->n + 1, sizeof *l->r);
		*leads = mem_reserve(*leads, &cap, l->n + 1, sizeof **leads);
		l->r[l->n] = route_of_row(in, st);
		(*leads)[l->n++] = arena_dup(in->a, stmt_str(st, 7));
	}
	if (st != NULL)
		stmt_reset(st);
	return rc == 0 && route_put_figures(in, l);
}

static bool
read_programs(const struct route_reading *in, struct route_list *l)
{
	struct stmt *st = db_query(in->db, "route_programs_all", in->e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, PROGRAMS);
	while ((rc = stmt_step(st, in->e)) == 1) {
		l->r = mem_reserve(l->r, &l->cap, l->n + 1, sizeof *l->r);
		l->r[l->n++] = route_of_program(in, st);
	}
	stmt_reset(st);
	return rc == 0;
}

static bool
read_titles(struct route_book *b, struct err *e)
{
	struct stmt *st = db_query(b->db, "route_fields_all", e);
	size_t cap = 0;
	struct route_title *t = NULL;
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		const char *field = arena_dup(b->a, stmt_str(st, 1));

		t = mem_reserve(t, &cap, b->ntitle + 1, sizeof *t);
		t[b->ntitle++] =
		    (struct route_title){stmt_int(st, 0), field, route_folded(b->a, field)};
	}
	if (st != NULL)
		stmt_reset(st);
	b->title = arena_alloc(b->a, (b->ntitle + 1) * sizeof *t);
	if (t != NULL)
		memcpy(b->title, t, b->ntitle * sizeof *t);
	free(t);
	return rc == 0;
}

static void
fill(struct route_book *b, const struct route_list *l, char *const *leads, size_t nroutes)
{
	struct buf text = BUF_INIT;

	b->entry = arena_alloc(b->a, (l->n + 1) * sizeof *b->entry);
	b->n = l->n;
	for (size_t i = 0; i < l->n; i++) {
		const struct route *r = &l->r[i];

		buf_clear(&text);
		buf_adds(&text, r->name);
		if (i < nroutes)
			buf_addf(&text, ". %s. %s", r->summary, r->resources);
		b->entry[i] = (struct route_entry){*r, route_folded(b->a, text.data),
		    route_folded(b->a, r->field), i < nroutes && leads != NULL ? leads[i] : ""};
	}
	buf_free(&text);
}

bool
route_book_read(struct route_book **out, struct db *db, const struct sources *src, struct arena *a,
    struct err *e)
{
	const struct route_reading in = {db, src, a, e};
	struct route_book *b = arena_alloc(a, sizeof *b);
	struct route_list l = {0};
	char **leads = NULL;
	bool ok;
	size_t n;

	*b = (struct route_book){.db = db, .a = a};
	ok = read_routes(&in, &l, &leads);
	n = l.n;
	ok = ok && read_programs(&in, &l) && read_titles(b, e);
	fill(b, &l, leads, n);
	free(l.r);
	free(leads);
	*out = b;
	return ok;
}
