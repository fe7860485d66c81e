/* figure_load.c - sources and figures from the catalog. */
#include "career/model/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */

/* Columns of the figure queries: `borrowed`, then those of figure_row in the table's order. */
enum {
	FIG_BORROWED, FIG_ID, FIG_PACK, FIG_ABOUT_KIND, FIG_ABOUT_KEY, FIG_ABOUT_ID, FIG_MEASURE,
	FIG_STATISTIC, FIG_LOW, FIG_HIGH, FIG_VALUE, FIG_P10, FIG_P25, FIG_P50, FIG_P75, FIG_P90,
	FIG_TEXT, FIG_TOP_CODED, FIG_MISSING, FIG_OPEN, FIG_UNIT, FIG_PER, FIG_BASIS,
	FIG_BASIS_IMPLIED, FIG_LEVEL, FIG_YEARS_LO, FIG_YEARS_HI, FIG_PLACE, FIG_EMPLOYER,
	FIG_EMPLOYER_WORDS, FIG_HORIZON_LO, FIG_HORIZON_HI, FIG_HORIZON_YEARS, FIG_AS_OF,
	FIG_AS_OF_YEAR, FIG_N, FIG_CONFIDENCE, FIG_ATTRIBUTED, FIG_CARD, FIG_EXCLUDES, FIG_NOTE,
	FIG_SOURCE_ID, FIG_LOCATOR, FIG_WORDS, FIG_COLUMNS,
};

/* Columns of sources_all. */
enum {
	SRC_ID, SRC_KEY, SRC_TITLE, SRC_SHORT, SRC_PUBLISHER, SRC_AUTHOR, SRC_URL, SRC_PUBLISHED,
	SRC_PERIOD, SRC_LICENCE, SRC_ATTRIBUTION, SRC_NOTE, SRC_KIND, SRC_YEAR,
};

/* clang-format on */

/* Where a column goes in the struct. */
struct slot {
	int col;
	size_t at;
};

static const char *
text_of(struct stmt *st, int col, struct arena *a)
{
	const char *s = stmt_str(st, col);

	return s[0] != '\0' ? arena_dup(a, s) : "";
}

static void
put_texts(void *into, struct stmt *st, const struct slot *slots, size_t n, struct arena *a)
{
	for (size_t i = 0; i < n; i++) {
		const char *s = text_of(st, slots[i].col, a);

		memcpy((char *)into + slots[i].at, &s, sizeof s);
	}
}

/* Index of a word; NULL is the first one. -1: unknown. */
static int
word_index(const char *s, const char *const *words, size_t n)
{
	for (size_t i = 0; s != NULL && i < n; i++)
		if (strcmp(words[i], s) == 0)
			return (int)i;
	return s == NULL ? 0 : -1;
}

static bool
read_word(int *out, struct stmt *st, int col, const char *const *words, size_t n)
{
	*out = word_index(stmt_text(st, col), words, n);
	return *out >= 0;
}

#define WORDS(...)                                                                                 \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}
#define READ_WORD(out, st, col, ...)                                                               \
	read_word(out, st, col, WORDS(__VA_ARGS__), sizeof(WORDS(__VA_ARGS__)) / sizeof(char *))

/* --- sources --------------------------------------------------------------------------------- */

static bool
read_source(struct source *s, struct stmt *st, struct db *db, struct arena *a, struct err *e)
{
	static const struct slot slots[] = {
	    {SRC_KEY, offsetof(struct source, key)},
	    {SRC_TITLE, offsetof(struct source, title)},
	    {SRC_SHORT, offsetof(struct source, short_name)},
	    {SRC_PUBLISHER, offsetof(struct source, publisher)},
	    {SRC_AUTHOR, offsetof(struct source, author)},
	    {SRC_URL, offsetof(struct source, url)},
	    {SRC_PUBLISHED, offsetof(struct source, published)},
	    {SRC_PERIOD, offsetof(struct source, period)},
	    {SRC_LICENCE, offsetof(struct source, licence)},
	    {SRC_ATTRIBUTION, offsetof(struct source, attribution)},
	    {SRC_NOTE, offsetof(struct source, note)},
	};
	int kind;

	memset(s, 0, sizeof *s);
	put_texts(s, st, slots, sizeof slots / sizeof slots[0], a);
	s->id = stmt_int(st, SRC_ID);
	s->year = (int)stmt_int(st, SRC_YEAR);
	s->on = db_source_on(db, s->id);
	if (!READ_WORD(&kind, st, SRC_KIND, "official", "survey", "postings", "editorial"))
		return err_set(e, ERR_DATA, "source %s: kind '%.40s' is not known", s->key,
		    stmt_str(st, SRC_KIND));
	s->kind = (enum source_kind)kind;
	return true;
}

/* Room for one more in an arena array that doubles; what it outgrew stays in the arena. */
static void *
arena_more(struct arena *a, void *p, size_t n, size_t size)
{
	void *more;

	if (n != 0 && (n & (n - 1)) != 0)
		return p;
	more = arena_alloc(a, (n == 0 ? 1 : 2 * n) * size);
	if (n > 0)
		memcpy(more, p, n * size);
	return more;
}

bool
sources_load(struct sources *out, struct db *db, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "sources_all", e);
	int got = -1;

	out->s = NULL;
	out->n = 0;
	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		out->s = arena_more(a, out->s, out->n, sizeof *out->s);
		if (!read_source(&out->s[out->n], st, db, a, e)) {
			stmt_reset(st);
			return false;
		}
		out->n++;
	}
	return got == 0;
}

void
sources_follow(struct sources *s, const struct db *db)
{
	for (size_t i = 0; i < s->n; i++)
		s->s[i].on = db_source_on(db, s->s[i].id);
}

/* --- figures --------------------------------------------------------------------------------- */

static void
read_texts(struct figure *f, struct stmt *st, struct arena *a)
{
	static const struct slot slots[] = {
	    {FIG_ABOUT_KIND, offsetof(struct figure, about_kind)},
	    {FIG_ABOUT_KEY, offsetof(struct figure, about_key)},
	    {FIG_MEASURE, offsetof(struct figure, measure)},
	    {FIG_TEXT, offsetof(struct figure, text)},
	    {FIG_MISSING, offsetof(struct figure, missing)},
	    {FIG_UNIT, offsetof(struct figure, unit)},
	    {FIG_PER, offsetof(struct figure, per)},
	    {FIG_PLACE, offsetof(struct figure, place)},
	    {FIG_EMPLOYER, offsetof(struct figure, employer)},
	    {FIG_EMPLOYER_WORDS, offsetof(struct figure, employer_words)},
	    {FIG_AS_OF, offsetof(struct figure, as_of)},
	    {FIG_CONFIDENCE, offsetof(struct figure, confidence)},
	    {FIG_ATTRIBUTED, offsetof(struct figure, attributed)},
	    {FIG_EXCLUDES, offsetof(struct figure, excludes)},
	    {FIG_NOTE, offsetof(struct figure, note)},
	    {FIG_LOCATOR, offsetof(struct figure, locator)},
	    {FIG_WORDS, offsetof(struct figure, words)},
	};

	put_texts(f, st, slots, sizeof slots / sizeof slots[0], a);
}

static void
read_numbers(struct figure *f, struct stmt *st)
{
	static const struct slot slots[] = {
	    {FIG_LOW, offsetof(struct figure, low)},
	    {FIG_HIGH, offsetof(struct figure, high)},
	    {FIG_VALUE, offsetof(struct figure, value)},
	    {FIG_P10, offsetof(struct figure, p10)},
	    {FIG_P25, offsetof(struct figure, p25)},
	    {FIG_P50, offsetof(struct figure, p50)},
	    {FIG_P75, offsetof(struct figure, p75)},
	    {FIG_P90, offsetof(struct figure, p90)},
	    {FIG_YEARS_LO, offsetof(struct figure, years_lo)},
	    {FIG_YEARS_HI, offsetof(struct figure, years_hi)},
	    {FIG_HORIZON_LO, offsetof(struct figure, horizon_lo)},
	    {FIG_HORIZON_HI, offsetof(struct figure, horizon_hi)},
	    {FIG_HORIZON_YEARS, offsetof(struct figure, horizon_years)},
	};

	for (size_t i = 0; i < sizeof slots / sizeof slots[0]; i++) {
		double v = stmt_num(st, slots[i].col);

		memcpy((char *)f + slots[i].at, &v, sizeof v);
	}
	f->id = stmt_int(st, FIG_ID);
	f->about_id = stmt_int(st, FIG_ABOUT_ID);
	f->as_of_year = (int)stmt_int(st, FIG_AS_OF_YEAR);
	f->n = stmt_int(st, FIG_N);
	f->card = stmt_int(st, FIG_CARD) != 0;
	f->basis_implied = stmt_int(st, FIG_BASIS_IMPLIED) != 0;
	f->borrowed = stmt_int(st, FIG_BORROWED) != 0;
}

/* `top_coded` is a JSON array of the names of numbers that are "at least". */
static void
read_ends(struct figure *f, struct stmt *st)
{
	static const char *const upper[] = {
	    [STAT_RANGE] = "\"high\"",
	    [STAT_POINT] = "\"value\"",
	    [STAT_MEAN] = "\"value\"",
	    [STAT_MEDIAN] = "\"value\"",
	    [STAT_PERCENTILES] = "\"p75\"",
	    [STAT_RANK] = "\"value\"",
	    [STAT_CATEGORY] = "\"value\"",
	};
	const char *open = stmt_str(st, FIG_OPEN), *top = stmt_str(st, FIG_TOP_CODED);
	bool both = strcmp(open, "both") == 0;

	f->top_coded = strchr(top, '"') != NULL;
	f->open_low = both || strcmp(open, "low") == 0;
	f->open_high = both || strcmp(open, "high") == 0 || strstr(top, upper[f->stat]) != NULL;
	if (f->stat == STAT_PERCENTILES && !figure_is_range(f))
		f->open_high =
		    f->open_high || strstr(top, isnan(f->p50) ? "\"p90\"" : "\"p50\"") != NULL;
}

static bool
read_kinds(struct figure *f, struct stmt *st, struct err *e)
{
	int stat, basis, level;

	if (!READ_WORD(&stat, st, FIG_STATISTIC, "range", "point", "mean", "median", "percentiles",
		"rank", "category"))
		return err_set(e, ERR_DATA, "figure %lld: statistic '%.40s' is not known",
		    (long long)f->id, stmt_str(st, FIG_STATISTIC));
	if (!READ_WORD(&basis, st, FIG_BASIS, "unstated", "base", "total"))
		return err_set(e, ERR_DATA, "figure %lld: basis '%.40s' is not known",
		    (long long)f->id, stmt_str(st, FIG_BASIS));
	if (!READ_WORD(&level, st, FIG_LEVEL, "unstated", "entry", "mid", "senior", "staff", "lead",
		"executive", "all"))
		return err_set(e, ERR_DATA, "figure %lld: level '%.40s' is not known",
		    (long long)f->id, stmt_str(st, FIG_LEVEL));
	f->stat = (enum statistic)stat;
	f->basis = (enum basis)basis;
	f->level = (enum level)level;
	return true;
}

static bool
read_figure(
    struct figure *f, struct stmt *st, const struct sources *src, struct arena *a, struct err *e)
{
	memset(f, 0, sizeof *f);
	read_numbers(f, st);
	f->source = sources_by_id(src, stmt_int(st, FIG_SOURCE_ID));
	if (f->source == NULL)
		return err_set(e, ERR_DATA, "figure %lld: its source %lld is not in the catalog",
		    (long long)f->id, (long long)stmt_int(st, FIG_SOURCE_ID));
	if (!read_kinds(f, st, e))
		return false;
	read_texts(f, st, a);
	read_ends(f, st);
	return true;
}

/* Adds all rows of a bound statement; figures of sources that are off are left out. */
static bool
read_all(
    struct figures *out, struct stmt *st, const struct sources *src, struct arena *a, struct err *e)
{
	int got;

	if (stmt_columns(st) != FIG_COLUMNS)
		return err_set(e, ERR_DATA, "defect: figures have %d columns, %d were expected",
		    stmt_columns(st), FIG_COLUMNS);
	while ((got = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(src, stmt_int(st, FIG_SOURCE_ID));

		if (s != NULL && !s->on)
			continue;
		out->f = arena_more(a, out->f, out->n, sizeof *out->f);
		if (!read_figure(&out->f[out->n], st, src, a, e)) {
			stmt_reset(st);
			return false;
		}
		out->n++;
	}
	return got == 0;
}

/* Adds those of one measure about one role. */
static bool
add_about(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    const char *measure, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "figures_about", e);

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	stmt_bind_text(st, 2, measure);
	return read_all(out, st, src, a, e);
}

/* Roles that a query names for one role. */
struct ids {
	int64_t *id;
	size_t n;
};

static bool
read_ids(
    struct ids *out, struct db *db, const char *query, int64_t role, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int got = -1;

	if (st != NULL)
		stmt_bind_int(st, 1, role);
	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		out->id = arena_more(a, out->id, out->n, sizeof *out->id);
		out->id[out->n++] = stmt_int(st, 0);
	}
	return got == 0;
}

static int
by_id(const void *x, const void *y)
{
	const struct figure *f = x, *g = y;

	return (f->id > g->id) - (f->id < g->id);
}

bool
figures_of_role(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    const char *measure, struct arena *a, struct err *e)
{
	struct ids lent = {NULL, 0};
	size_t own;

	*out = (struct figures){NULL, 0};
	if (!read_ids(&lent, db, "figures_speakers", role, a, e)
	    || !add_about(out, db, src, role, measure, a, e))
		return false;
	own = out->n;
	for (size_t i = 0; i < lent.n; i++)
		if (!add_about(out, db, src, lent.id[i], measure, a, e))
			return false;
	for (size_t i = own; i < out->n; i++)
		out->f[i].borrowed = true;
	if (out->n > own)
		qsort(out->f, out->n, sizeof *out->f, by_id);
	return true;
}

bool
figures_nearest(struct figures *out, struct db *db, const struct sources *src, int64_t role,
    const char *measure, struct arena *a, struct err *e)
{
	struct ids near = {NULL, 0};
	size_t n = 0;

	*out = (struct figures){NULL, 0};
	if (!read_ids(&near, db, "figures_neighbours", role, a, e))
		return false;
	for (size_t i = 0; i < near.n; i++)
		if (!add_about(out, db, src, near.id[i], measure, a, e))
			return false;
	for (size_t i = 0; i < out->n; i++)
		if (out->f[i].source->kind == SOURCE_OFFICIAL) {
			out->f[n] = out->f[i];
			out->f[n++].near = true;
		}
	out->n = n;
	return true;
}

bool
figures_all(struct figures *out, struct db *db, const struct sources *src, const char *measure,
    struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "figures_all", e);

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, measure);
	*out = (struct figures){NULL, 0};
	return read_all(out, st, src, a, e);
}

bool
figures_wages(
    struct figures *out, struct db *db, const struct sources *src, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "figures_wages", e);

	*out = (struct figures){NULL, 0};
	return st != NULL && read_all(out, st, src, a, e);
}

bool
figure_by_id(struct figure *out, struct db *db, const struct sources *src, int64_t id,
    struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "figure_get", e);
	bool ok;
	int got;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	got = stmt_step(st, e);
	if (got == 0)
		return err_set(e, ERR_NOTFOUND, "no figure has the number %lld", (long long)id);
	ok = got == 1 && read_figure(out, st, src, a, e);
	stmt_reset(st);
	return ok;
}
