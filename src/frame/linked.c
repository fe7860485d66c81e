#include "career/frame/linked.h"

#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/frame/colmake.h"

#include <stdlib.h>
#include <string.h>

struct linked {
	struct db *db;
	const char *query;
	int col;
	struct col_spec spec;
	struct frame_spec list;
	struct frame frame;
	bool read;
	unsigned turn, col_turn; /* of the sources and of the column when it was read */
};

/* Lists by code of the column, as JSON; NULL where there is none. */
struct lists {
	struct arena arena;
	const char **on, **all;
};

void
frame_link(struct frame *f, int col, const char *name, const char *query, struct db *db)
{
	struct linked *l = mem_zero(1, sizeof *l);

	linked_del(f->linked);
	f->linked = l;
	l->db = db;
	l->query = query;
	l->col = col;
	l->spec = (struct col_spec){.name = name, .kind = COL_LIST};
	l->list = (struct frame_spec){.name = name, .cols = &l->spec, .ncols = 1};
}

void
linked_del(struct linked *l)
{
	if (l == NULL)
		return;
	frame_free(&l->frame);
	free(l);
}

int
frame_link_col(const struct frame *f)
{
	return f->linked != NULL ? f->linked->col : -1;
}

uint32_t
frame_linked_row(const struct frame *f, uint32_t row)
{
	return column_code(&f->cols[f->linked->col], row);
}

/* The code of a text, 0 when no row has it. */
static uint32_t
find_code(const struct dict *d, const char *text)
{
	struct buf fold = BUF_INIT;
	uint32_t lo = 1, hi = d->n > 1 ? d->n : 1;

	text_fold(&fold, text, strlen(text));
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;
		int order = strcmp(dict_fold(d, mid), fold.data);

		if (order < 0 || (order == 0 && strcmp(dict_text(d, mid), text) < 0))
			lo = mid + 1;
		else
			hi = mid;
	}
	buf_free(&fold);
	return lo < d->n && strcmp(dict_text(d, lo), text) == 0 ? lo : 0;
}

static bool
read_lists(struct linked *l, const struct dict *d, struct lists *s, struct err *e)
{
	struct stmt *st = db_query(l->db, l->query, e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		uint32_t code = find_code(d, stmt_str(st, 0));

		if (code == 0)
			continue;
		s->on[code] = arena_dup(&s->arena, stmt_str(st, 1));
		s->all[code] = arena_dup(&s->arena, stmt_str(st, 2));
	}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

/* Rows of what is on, then of all: these are for the dictionary only. */
static bool
fill(struct linked *l, const struct dict *d, const struct lists *s, struct err *e)
{
	struct colmake m;
	bool ok = true;

	colmake_init(&m, &l->spec);
	for (uint32_t i = 0; ok && i < 2 * d->n; i++) {
		const char *json = i < d->n ? s->on[i] : s->all[i - d->n];

		ok = colmake_json(&m, json != NULL ? json : "")
		    || err_set(e, ERR_DATA, "%s: not a JSON array of texts", l->query);
	}
	l->frame.spec = &l->list;
	l->frame.cols = mem_zero(1, sizeof *l->frame.cols);
	ok = ok && colmake_finish(&m, &l->frame.cols[0], e);
	l->frame.rows = d->n;
	colmake_free(&m);
	return ok;
}

static bool
read_again(struct linked *l, const struct column *c, struct err *e)
{
	struct lists s = {
	    .on = mem_zero(c->dict.n, sizeof *s.on), .all = mem_zero(c->dict.n, sizeof *s.all)};

	frame_free(&l->frame);
	arena_init(&s.arena);
	l->read = read_lists(l, &c->dict, &s, e) && fill(l, &c->dict, &s, e);
	arena_free(&s.arena);
	free(s.on);
	free(s.all);
	l->turn = db_sources_turn(l->db);
	l->col_turn = c->turn;
	return l->read || err_prefix(e, "%s", l->spec.name);
}

const struct frame *
frame_linked(const struct frame *f, struct err *e)
{
	struct linked *l = f->linked;
	const struct column *c;

	if (l == NULL) {
		err_set(e, ERR_NOTFOUND, "there is no catalog to ask");
		return NULL;
	}
	c = &f->cols[l->col];
	if (l->read && l->turn == db_sources_turn(l->db) && l->col_turn == c->turn)
		return &l->frame;
	return read_again(l, c, e) ? &l->frame : NULL;
}
