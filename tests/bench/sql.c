/* The same questions as plain SQL on the same file, for comparison. */
#include "bench.h"

#include "career/base/buf.h"
#include "career/store/catalog.h"

#include <stdio.h>

/* Facets and what each selects; a facet's count leaves out its own. */
static const struct {
	const char *field, *choice;
} facets[] = {{"award", "p.award IN ('bachelor', 'master')"}, {"mode", NULL}, {"field", NULL},
    {"country", NULL}, {"state", "s.state IN ('CA', 'NY', 'TX')"}, {"price", NULL},
    {"length", NULL}, {"source", NULL}, {"role", NULL}};
enum { FACETS = sizeof facets / sizeof *facets };

static void
where(struct buf *sql, size_t without)
{
	static const char *const text[] = {
	    "s.name", "p.name", "p.field", "p.award", "p.mode", "s.city", "s.state", "s.country"};
	size_t i;

	buf_adds(sql, " WHERE (");
	for (i = 0; i < sizeof text / sizeof *text; i++)
		buf_addf(sql, "%s%s LIKE '%%nursing%%'", i ? " OR " : "", text[i]);
	buf_adds(sql,
	    ") AND p.cost <= 60000 AND p.currency IN ('USD', 'unstated')"
	    " AND p.months <= 48 AND coalesce(p.months_max, p.months) >= 6");
	for (i = 0; i < FACETS; i++)
		if (facets[i].choice && i != without)
			buf_addf(sql, " AND %s", facets[i].choice);
}

static void
facet_sql(struct buf *sql, size_t i)
{
	/* CROSS JOIN and + keep to the order of the tables, which is the fastest here. */
	static const char from[] = " FROM program p CROSS JOIN school s ON s.id = p.school_id";
	static const char *const exprs[FACETS] = {"p.award", "p.mode", "+p.field", "s.country",
	    "s.state", "p.cost / 20000", "p.months / 12", "f.source_id", "v.role_id"};

	buf_clear(sql);
	/* A program has several sources and roles: there it is counted once per value. */
	buf_addf(
	    sql, "SELECT %s, count(%s)%s", exprs[i], i < FACETS - 2 ? "*" : "DISTINCT p.id", from);
	if (exprs[i][0] == 'f')
		buf_adds(sql, " CROSS JOIN program_fact f ON f.parent_id = p.id");
	if (exprs[i][0] == 'v')
		buf_adds(sql, " CROSS JOIN relevance v ON v.field = p.field");
	where(sql, i);
	buf_addf(sql, " GROUP BY 1");
}

/* Milliseconds until the last row, -1 when the statement fails. */
static double
run(struct db *db, const char *sql)
{
	double start = bench_now();
	struct err e;
	struct stmt *st = db_prepare(db, sql, &e);
	int got = -1;

	while (st && (got = stmt_step(st, &e)) > 0)
		stmt_str(st, 0);
	if (got < 0)
		printf("  %s\n", e.text);
	stmt_finalize(st);
	return got < 0 ? -1 : bench_now() - start;
}

struct sql_figures
bench_sql(const char *path)
{
	static const char from[] = "SELECT p.id FROM program p JOIN school s ON s.id = p.school_id";
	static const char order[] = " ORDER BY p.cost, p.earnings DESC, s.name LIMIT 50";
	struct times all = {.n = 0}, list = {.n = 0}, like = {.n = 0}, sort = {.n = 0};
	struct sql_figures figures = {-1, -1};
	struct buf sql;
	struct err e;
	struct db *db = catalog_open(path, &e);
	double total = 0;
	size_t i;
	int k;

	bench_heading("plain SQL, same file: 'nursing', 2 ranges, 2 facets selected");
	if (!db) {
		printf("  %s\n", e.text);
		return figures;
	}
	buf_init(&sql);
	for (k = 0; k < 3; k++) {
		times_add(
		    &like, run(db, "SELECT count(*) FROM program WHERE name LIKE '%nursing%'"));
		buf_clear(&sql);
		buf_addf(&sql, "%s%s", from, order);
		times_add(&sort, run(db, sql.data));
		buf_clear(&sql);
		buf_adds(&sql, from);
		where(&sql, FACETS);
		buf_adds(&sql, order);
		times_add(&list, run(db, sql.data));
		for (i = 0, total = 0; i < FACETS; i++) {
			facet_sql(&sql, i);
			total += run(db, sql.data);
		}
		times_add(&all, total);
	}
	times_print(&like, "one LIKE over one column");
	times_print(&sort, "the first 50 of all rows in order");
	times_print(&list, "the first 50 matches in order");
	times_print(&all, "9 facets, GROUP BY each");
	figures.sort = times_median(&sort);
	figures.query = times_median(&list) + times_median(&all);
	buf_free(&sql);
	db_close(db);
	return figures;
}
