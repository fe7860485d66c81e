/*
 * The query language from text to rows. The first byte chooses the list and whether the text is
 * being typed; a frame with every kind of value stands behind it. Besides what the sanitizers see:
 * an edit leaves the other terms as they were, and the advice can be made.
 */
#include "career/query/view.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LISTS = 4, ROWS = 70 };

static struct {
	struct db *db;
	struct frame frame[LISTS];
	struct view view[LISTS];
} fuzz;

static void
need(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "broken: %s\n", what);
	abort();
}

/* One column's values over n = 1..ROWS; `i` makes the columns differ. */
static void
add_column(struct buf *sql, const struct col_spec *c, size_t i)
{
	buf_adds(sql, ", ");
	if (c->kind == COL_CODE)
		buf_addf(sql,
		    "CASE n %% 5 WHEN 0 THEN NULL WHEN 1 THEN 'any'"
		    " WHEN 2 THEN 'New \"York\", ' || n"
		    " WHEN 3 THEN 'USD' ELSE 'data b-' || (n * %zu %% 7) END",
		    i + 1);
	else if (c->kind == COL_NUM)
		buf_addf(sql, "CASE n %% 4 WHEN 0 THEN NULL WHEN 1 THEN 'm1' ELSE n * %zu - 50 END",
		    i + 1);
	else
		buf_addf(sql,
		    "CASE n %% 3 WHEN 0 THEN NULL WHEN 1 THEN '[]'"
		    " ELSE json_array('x' || n, 'data', 'y' || (n * %zu %% 9)) END",
		    i + 1);
	buf_addf(sql, " AS \"%s\"", c->name);
}

static void
make_list(size_t i)
{
	struct frame_spec spec = *list_frame_spec(lists[i]);
	struct buf sql = BUF_INIT;
	struct err e;

	buf_addf(&sql,
	    "CREATE TABLE %s AS WITH RECURSIVE t(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM t"
	    " WHERE n < %d) SELECT n AS id, 0 AS weight",
	    spec.view, ROWS);
	for (size_t c = 0; c < spec.ncols; c++)
		add_column(&sql, &spec.cols[c], c);
	buf_adds(&sql, " FROM t");
	need(db_exec(fuzz.db, sql.data, &e), e.text);
	need(frame_build(&fuzz.frame[i], list_frame_spec(lists[i]), fuzz.db, &e), e.text);
	view_init(&fuzz.view[i], lists[i], &fuzz.frame[i]);
	buf_free(&sql);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct err e;

	(void)argc;
	(void)argv;
	fuzz.db = db_open(NULL, DB_MEMORY, &e);
	need(fuzz.db != NULL, e.text);
	for (size_t i = 0; i < LISTS; i++)
		make_list(i);
	need(db_exec(fuzz.db,
		 "CREATE TABLE role (id INTEGER PRIMARY KEY, slug TEXT);"
		 "CREATE TABLE role_field (role_id INTEGER, field TEXT, source_id INTEGER);"
		 "INSERT INTO role VALUES (1, 'data'), (2, 'x2'), (3, 'any');"
		 "INSERT INTO role_field SELECT DISTINCT 1 + id % 3, field, NULL FROM v_programs",
		 &e),
	    e.text);
	for (size_t i = 0; i < LISTS; i++)
		list_link(lists[i], &fuzz.frame[i], fuzz.db);
	return 0;
}

static void
add_term(const struct query *q, size_t i, struct buf *out)
{
	const struct query_term *t = &q->terms[i];

	buf_addf(out, "{%d%d %d %zu ", (int)t->kind, t->negate, t->field, t->nvalues);
	buf_add(out, q->text + t->from, t->to - t->from);
	buf_addc(out, '}');
}

/* All terms but one read the same in the text without it. */
static void
check_without(const struct query *q, size_t term)
{
	struct buf text = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
	struct query edited;

	query_without(q, term, &text);
	query_parse(&edited, q->list, text.data, false);
	for (size_t i = 0; i < q->nterms; i++)
		if (i != term)
			add_term(q, i, &before);
	for (size_t i = 0; i < edited.nterms; i++)
		add_term(&edited, i, &after);
	need(strcmp(before.data, after.data) == 0, "a term left out changes the others");
	query_free(&edited);
	buf_free(&text);
	buf_free(&before);
	buf_free(&after);
}

static void
check_values(const struct query *q, int field)
{
	static const char *const values[] = {"a \"b\", c*", "", "none"};
	struct buf text = BUF_INIT;
	struct query edited;
	size_t found = 0;

	query_set_values(q, field, true, values, 3, &text);
	query_parse(&edited, q->list, text.data, false);
	for (size_t i = 0; i < edited.nterms && text.len <= QUERY_MAX_BYTES; i++) {
		const struct query_term *t = &edited.terms[i];

		if (t->field != field || !t->negate || t->kind != TERM_VALUES)
			continue;
		found++;
		need(t->nvalues == 3, "all values are written");
		for (size_t k = 0; k < 3; k++)
			need(strcmp(t->values[k].text, values[k]) == 0, "a value reads back");
	}
	need(found == 1 || text.len > QUERY_MAX_BYTES, "one term holds the values");
	query_free(&edited);
	buf_free(&text);
}

static void
candidate(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	need(*text && help && from <= to && to <= *(size_t *)ctx, "a candidate has a place");
}

static void
check_view(struct view *v, const char *text, bool typing)
{
	struct facet_value values[8];
	struct buf out = BUF_INIT;

	v->with_unknown = typing;
	view_set(v, text, typing);
	view_advice(v, &out);
	for (size_t i = 0; i < v->nfacets; i++)
		need(view_facet(v, i, values, 8) <= 8, "facet values fit");
	for (uint32_t i = 0; i < v->nrows; i++) {
		need(v->rows[i] < ROWS && view_find(v, v->rows[i]) == i, "a row is found");
		buf_clear(&out);
		view_cell(v, (int)(i % v->list->nfields), v->rows[i], &out);
	}
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t which = size ? data[0] % LISTS : 0, len;
	bool typing = size && (data[0] & LISTS);
	char *text = mem_ndup(size ? (const char *)data + 1 : "", size ? size - 1 : 0);
	struct query q;

	len = strlen(text);
	query_parse(&q, lists[which], text, typing);
	for (size_t i = 0; i < q.nterms; i += 1 + q.nterms / 16)
		check_without(&q, i);
	check_values(&q, lists[which]->nfields > 5 ? 2 : 1);
	query_free(&q);
	for (size_t at = 0; at <= len; at += 1 + len / 8)
		query_complete(lists[which], &fuzz.frame[which], text, at, candidate, &len);
	check_view(&fuzz.view[which], text, typing);
	free(text);
	return 0;
}
