/*
 * jobs.c - the salary index of ai-jobs.net: pay of postings and of people who answered, a row each.
 *
 * Not the rows are kept but their percentiles: per title, level, year and country of the company,
 * of the rows that are full-time, in cells of at least 20. Rows repeat in the file; as nothing tells a
 * repeated answer from an equal one, all count.
 */
#include "career/import/importers.h"
#include "map.h"
#include "sets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_ROWS = 20 };
enum { C_YEAR, C_LEVEL, C_TYPE, C_TITLE, C_PAY, C_COUNTRY, C_REMOTE, C_SIZE, COLUMNS };

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct import_column columns[COLUMNS] = {
    [C_YEAR] = {NAMES("work_year"), true, -1},
    [C_LEVEL] = {NAMES("experience_level"), true, -1},
    [C_TYPE] = {NAMES("employment_type"), true, -1},
    [C_TITLE] = {NAMES("job_title"), true, -1},
    [C_PAY] = {NAMES("salary_in_usd"), true, -1},
    [C_COUNTRY] = {NAMES("company_location"), true, -1},
    [C_REMOTE] = {NAMES("remote_ratio"), false, -1},
    [C_SIZE] = {NAMES("company_size"), false, -1},
};

static const struct {
	const char *code, *level;
} levels[] = {{"EN", "entry"}, {"MI", "mid"}, {"SE", "senior"}, {"EX", "executive"}};
enum { LEVELS = sizeof levels / sizeof *levels };

/* What a cell is about; also its key, byte for byte. */
struct about {
	uint32_t title, country; /* numbers in their maps */
	uint32_t level, year;
};

struct row {
	uint32_t cell;
	double pay;
	uint64_t line;
	bool remote, large;
};

struct jobs {
	struct import_run *r;
	struct table *t;
	struct import_column col[COLUMNS];
	struct map titles, countries, cells;
	uint64_t *count; /* rows per cell */
	size_t count_cap;
	struct row *row;
	size_t n, cap;
	uint32_t first_year, last_year;
};

/* --- reading --------------------------------------------------------------------------------- */

static const char *
text_of(const struct jobs *j, int column)
{
	return table_text(j->t, j->col[column].at);
}

/* "2021", or "2021e": expected pay of a year that was not over. */
static bool
read_year(const char *s, uint32_t *out)
{
	enum { FIRST = 1990, LAST = 2100, DIGITS = 4 };

	if (strspn(s, "0123456789") != DIGITS
	    || (strcmp(s + DIGITS, "") != 0 && strcmp(s + DIGITS, "e") != 0))
		return false;
	*out = (uint32_t)strtoul(s, NULL, 10);
	return *out >= FIRST && *out <= LAST;
}

static bool
read_level(const char *s, uint32_t *out)
{
	for (*out = 0; *out < LEVELS; ++*out)
		if (strcmp(levels[*out].code, s) == 0)
			return true;
	return false;
}

/* NULL, or why the row does not count. */
static const char *
read_row(struct jobs *j, struct about *about, struct row *row)
{
	const char *title = text_of(j, C_TITLE), *country = text_of(j, C_COUNTRY);
	double remote = 0;
	bool fresh;

	if (strcmp(text_of(j, C_TYPE), "FT") != 0)
		return "not full-time";
	if (title[0] == '\0')
		return "no title";
	if (!read_year(text_of(j, C_YEAR), &about->year))
		return "work_year is no year";
	if (!read_level(text_of(j, C_LEVEL), &about->level))
		return "unknown experience level";
	if (strlen(country) != 2)
		return "company_location is no country code";
	if (!import_number(text_of(j, C_PAY), &row->pay) || row->pay <= 0)
		return "not a number: salary_in_usd";
	if (j->col[C_REMOTE].at >= 0 && !import_number(text_of(j, C_REMOTE), &remote))
		return "not a number: remote_ratio";
	about->title = map_put(&j->titles, title, strlen(title), &fresh);
	about->country = map_put(&j->countries, country, 2, &fresh);
	row->remote = remote >= 100;
	row->large = strcmp(text_of(j, C_SIZE), "L") == 0;
	row->line = j->t->line;
	return NULL;
}

static void
add_row(struct jobs *j, const struct about *about, struct row *row)
{
	bool fresh;

	row->cell = map_put(&j->cells, about, sizeof *about, &fresh);
	if (fresh) {
		j->count = mem_reserve(j->count, &j->count_cap, j->cells.n, sizeof *j->count);
		j->count[row->cell] = 0;
	}
	j->count[row->cell]++;
	j->row = mem_reserve(j->row, &j->cap, j->n + 1, sizeof *j->row);
	j->row[j->n++] = *row;
	if (j->first_year == 0 || about->year < j->first_year)
		j->first_year = about->year;
	if (about->year > j->last_year)
		j->last_year = about->year;
}

static bool
read_rows(struct jobs *j, struct err *e)
{
	int step;

	while ((step = import_next(j->r, j->t, e)) == 1) {
		struct about about;
		struct row row;
		const char *why = read_row(j, &about, &row);

		if (why != NULL)
			import_reject(j->r, j->t, why);
		else
			add_row(j, &about, &row);
	}
	return step == 0;
}

/* --- cells ----------------------------------------------------------------------------------- */

static int
by_cell(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->cell != y->cell)
		return x->cell < y->cell ? -1 : 1;
	return (x->pay > y->pay) - (x->pay < y->pay);
}

/* Linear interpolation between the two rows next to it: definition 7 of Hyndman and Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50 (1996). */
static int64_t
percentile(const struct row *rows, uint64_t n, double percent)
{
	double at = percent / 100 * (double)(n - 1);
	uint64_t below = (uint64_t)at;
	double part = at - (double)below, v = rows[below].pay;

	if (part > 0)
		v += part * (rows[below + 1].pay - v);
	return llrint(v); /* halves to the even neighbour */
}

static int64_t
share(uint64_t part, uint64_t n)
{
	return llround(100.0 * (double)part / (double)n);
}

static bool
put_cell(struct jobs *j, struct stmt *st, const struct row *rows, uint64_t n, struct err *e)
{
	static const double percents[] = {10, 25, 50, 75, 90};
	struct about about;
	uint64_t remote = 0, large = 0;

	memcpy(&about, j->cells.key[rows->cell].s, sizeof about);
	for (uint64_t i = 0; i < n; i++) {
		remote += rows[i].remote;
		large += rows[i].large;
	}
	stmt_bind_text(st, 1, j->titles.key[about.title].s);
	stmt_bind_text(st, 2, levels[about.level].level);
	stmt_bind_int(st, 3, about.year);
	stmt_bind_text(st, 4, j->countries.key[about.country].s);
	stmt_bind_int(st, 5, (int64_t)n);
	for (int i = 0; i < 5; i++)
		stmt_bind_int(st, 6 + i, percentile(rows, n, percents[i]));
	if (j->col[C_REMOTE].at >= 0)
		stmt_bind_int(st, 11, share(remote, n));
	if (j->col[C_SIZE].at >= 0)
		stmt_bind_int(st, 12, share(large, n));
	stmt_bind_int(st, 13, j->r->source);
	return stmt_run(st, e);
}

/* In the file's order, so that the rejected rows can be told with their lines. */
static void
count_rows(struct jobs *j)
{
	for (size_t i = 0; i < j->n; i++) {
		struct table at = {.place = j->t->place, .line = j->row[i].line};

		if (j->count[j->row[i].cell] >= LEAST_ROWS)
			import_kept(j->r);
		else
			import_reject(
			    j->r, &at, "fewer than 20 rows of this title, level, year and country");
	}
}

static bool
put_cells(struct jobs *j, struct err *e)
{
	struct stmt *st = db_prepare(j->r->db,
	    "INSERT INTO jobs (title, level, year, country, n, p10, p25, p50, p75, p90, remote, "
	    "large, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    e);
	bool ok = st != NULL;

	count_rows(j);
	if (j->n > 0)
		qsort(j->row, j->n, sizeof *j->row, by_cell);
	for (size_t i = 0; ok && i < j->n;) {
		uint64_t n = j->count[j->row[i].cell];

		if (n >= LEAST_ROWS)
			ok = put_cell(j, st, &j->row[i], n, e);
		i += n;
	}
	stmt_finalize(st);
	return ok;
}

/* --- what the columns state ------------------------------------------------------------------ */

/* The first "2025-01-19" in a name, NULL when there is none. */
static const char *
find_day(const char *s)
{
	static const char shape[] = "dddd-dd-dd";

	for (; *s != '\0'; s++) {
		size_t i = 0;

		while (shape[i] != '\0'
		    && (shape[i] == 'd' ? s[i] >= '0' && s[i] <= '9' : s[i] == '-'))
			i++;
		if (shape[i] == '\0')
			return s;
	}
	return NULL;
}

/* "salaries-2025-01-19.csv": the snapshot's day, else its last year. */
static void
name_release(struct jobs *j, size_t member)
{
	struct import_run *r = j->r;
	const char *day = find_day(input_name(r->in, member));

	if (day != NULL)
		snprintf(r->release, sizeof r->release, "%.10s", day);
	else if (j->n > 0)
		snprintf(r->release, sizeof r->release, "%u", j->last_year);
	if (j->n > 0)
		snprintf(r->period, sizeof r->period, "%u-%u", j->first_year, j->last_year);
}

static bool
put_series(struct jobs *j, size_t member, struct err *e)
{
	static const struct {
		int column;
		const char *name, *measure, *statistic, *unit, *per, *basis, *words;
	} rows[] = {
	    {C_PAY, "p10", "pay", "p10", "USD", "year", "unstated", "salary in USD"},
	    {C_PAY, "p25", "pay", "p25", "USD", "year", "unstated", "salary in USD"},
	    {C_PAY, "p50", "pay", "median", "USD", "year", "unstated", "salary in USD"},
	    {C_PAY, "p75", "pay", "p75", "USD", "year", "unstated", "salary in USD"},
	    {C_PAY, "p90", "pay", "p90", "USD", "year", "unstated", "salary in USD"},
	    {C_REMOTE, "remote", "share", "point", "percent", NULL, NULL, "remote ratio 100"},
	    {C_SIZE, "large", "share", "point", "percent", NULL, NULL, "company size L"},
	};
	struct import_run *r = j->r;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int at = j->col[rows[i].column].at;
		struct import_series put = {.relation = "jobs",
		    .name = rows[i].name,
		    .measure = rows[i].measure,
		    .statistic = rows[i].statistic,
		    .unit = rows[i].unit,
		    .per = rows[i].per,
		    .basis = rows[i].basis,
		    .audience = "full-time",
		    .words = rows[i].words,
		    .horizon_lo = NAN,
		    .horizon_hi = NAN};

		if (at < 0)
			continue;
		put.locator = arena_printf(
		    &r->arena, "%s: %s", input_name(r->in, member), j->t->column[at].s);
		if (!import_put_series(r, &put, e))
			return false;
	}
	return true;
}

/* --- run ------------------------------------------------------------------------------------- */

/* By its header: the file is called "salaries.csv" or anything else. */
static bool
is_jobs(struct input *in, size_t member)
{
	static const char *const own[] = {"experience_level", "job_title", NULL};

	return set_ends(in, member, ".csv") && set_has(in, member, NULL, own, 2);
}

static size_t
sniff(struct input *in)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += is_jobs(in, i);
	return n;
}

static bool
run_member(struct import_run *r, size_t member, struct err *e)
{
	struct jobs j = {.r = r};
	bool ok;

	memcpy(j.col, columns, sizeof j.col);
	map_init(&j.titles);
	map_init(&j.countries);
	map_init(&j.cells);
	j.t = table_open(r->in, member, NULL, e);
	ok = j.t != NULL && import_columns(r, j.t, j.col, COLUMNS, e) && read_rows(&j, e);
	if (ok) {
		name_release(&j, member);
		ok = put_cells(&j, e) && put_series(&j, member, e);
	}
	map_free(&j.titles);
	map_free(&j.countries);
	map_free(&j.cells);
	free(j.count);
	free(j.row);
	table_close(j.t);
	return ok;
}

static bool
run(struct import_run *r, struct err *e)
{
	size_t at = 0, n = 0;

	for (size_t i = 0; i < input_count(r->in); i++)
		if (is_jobs(r->in, i)) {
			at = i;
			n++;
		}
	if (n == 1)
		return run_member(r, at, e);
	if (n > 1)
		return err_set(e, ERR_DATA,
		    "%s is a second snapshot: each holds those before it; import the newest",
		    input_place(r->in, at));
	return err_set(e, ERR_DATA,
	    "%s%s holds no csv of the salary index: no columns experience_level and job_title",
	    input_count(r->in) > 0 ? input_place(r->in, 0) : "the input",
	    input_count(r->in) > 1 ? " and what stands beside it" : "");
}

static const char *const tables[] = {"jobs", NULL};

const struct importer importer_jobs = {
    .kind = "jobs",
    .label = "ai-jobs",
    .title = "ai-jobs.net salary index",
    .publisher = "ai-jobs.net",
    .source_kind = "postings",
    .url = "https://aijobs.net/salaries/download/",
    .licence = "CC0 1.0",
    .about = "pay of AI, ML and data jobs: percentiles by title, level, year and country",
    .tables = tables,
    .sniff = sniff,
    .run = run,
};
