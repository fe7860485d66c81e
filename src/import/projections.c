/*
 * projections.c - BLS Employment Projections: the table of the data tool, saved as csv.
 *
 * Column names hold the years ("Employment Change, 2024-2034"): columns are found by a pattern in
 * which # is a year, and the years are read from the names, so that the next release needs
 * nothing new. Jobs are in thousands. The first cell packs the titles by which an occupation is
 * known behind its own: "Actors    * Actress* Voice-Over Artist".
 */
#include "career/import/importers.h"
#include "sets.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum {
	TITLE,
	CODE,
	EMPLOYMENT,
	EMPLOYMENT_TO,
	CHANGE,
	PERCENT,
	OPENINGS,
	MEDIAN,
	EDUCATION,
	EXPERIENCE,
	TRAINING,
	COLUMNS
};

static const struct {
	const char *pattern; /* # is a year */
	int nth;             /* of the columns that fit */
	bool required;
} wanted[COLUMNS] = {
    [TITLE] = {"Occupation Title", 0, true},
    [CODE] = {"Occupation Code", 0, true},
    [EMPLOYMENT] = {"Employment #", 0, true},
    [EMPLOYMENT_TO] = {"Employment #", 1, true},
    [CHANGE] = {"Employment Change, #-#", 0, false},
    [PERCENT] = {"Employment Percent Change, #-#", 0, true},
    [OPENINGS] = {"Occupational Openings, #-# Annual Average", 0, false},
    [MEDIAN] = {"Median Annual Wage #", 0, false},
    [EDUCATION] = {"Typical Entry-Level Education", 0, false},
    [EXPERIENCE] = {"Work Experience in a Related Occupation", 0, false},
    [TRAINING] = {"Typical on-the-job Training", 0, false},
};

static const char *const any[] = {"Occupation Title", "Occupation Code",
    "Typical Entry-Level Education", "Work Experience in a Related Occupation",
    "Typical on-the-job Training", NULL};

static bool
is_projections(struct input *in, size_t i)
{
	return set_ends(in, i, ".csv") && set_has(in, i, NULL, any, 3);
}

static size_t
sniff(struct input *in)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += is_projections(in, i);
	return n;
}

/* --- columns and years ---------------------------------------------------------------------- */

static const char *
skip_marks(const char *s)
{
	while (*s == ' ' || *s == ',' || *s == '-' || *s == '_')
		s++;
	return s;
}

static size_t
year_at(const char *s, int *year)
{
	enum { DIGITS = 4 };

	*year = 0;
	for (size_t i = 0; i < DIGITS; i++) {
		if (!isdigit((unsigned char)s[i]))
			return 0;
		*year = *year * 10 + (s[i] - '0');
	}
	return isdigit((unsigned char)s[DIGITS]) ? 0 : DIGITS;
}

/* Blanks, commas and hyphens do not matter. first: the first year that stands in the name. */
static bool
fits(const char *pattern, const char *name, int *first)
{
	int year;

	*first = 0;
	for (;;) {
		pattern = skip_marks(pattern);
		name = skip_marks(name);
		if (*pattern == '#') {
			size_t n = year_at(name, &year);

			if (n == 0)
				return false;
			*first = *first != 0 ? *first : year;
			pattern++;
			name += n;
		} else if (tolower((unsigned char)*pattern) != tolower((unsigned char)*name)) {
			return false;
		} else if (*pattern == '\0') {
			return true;
		} else {
			pattern++;
			name++;
		}
	}
}

/* The name in this file, or the pattern where none fits. */
static const char *
name_of(const struct table *t, size_t column, int *year)
{
	int nth = wanted[column].nth;

	for (size_t i = 0; i < t->ncolumns; i++)
		if (fits(wanted[column].pattern, t->column[i].s, year) && nth-- == 0)
			return t->column[i].s;
	return wanted[column].pattern;
}

struct projections {
	struct import_run *r;
	const struct table *t;
	struct stmt *put;
	const char *names[COLUMNS][2];
	struct import_column c[COLUMNS];
	int from, to, wage; /* years */
	struct buf title, aliases;
};

static bool
find_columns(struct projections *p, struct err *e)
{
	int years[COLUMNS] = {0};

	for (size_t i = 0; i < COLUMNS; i++) {
		p->names[i][0] = name_of(p->t, i, &years[i]);
		p->c[i] = (struct import_column){p->names[i], wanted[i].required, -1};
	}
	if (!import_columns(p->r, p->t, p->c, COLUMNS, e))
		return false;
	p->from = years[EMPLOYMENT];
	p->to = years[EMPLOYMENT_TO];
	p->wage = years[MEDIAN];
	return p->to > p->from
	    || err_set(e, ERR_DATA, "%s:1: the columns '%s' and '%s' are not a span of years",
		p->t->place, p->names[EMPLOYMENT][0], p->names[EMPLOYMENT_TO][0]);
}

/* --- the title's cell ----------------------------------------------------------------------- */

/* An inverted question mark behind a letter is what became of a registered mark: taken out,
 * and counted. */
static void
put_clean(struct buf *out, const char *s, size_t len, uint64_t *repairs)
{
	static const char stray[] = "\xc2\xbf";

	while (len > 0 && s[0] == ' ') {
		s++;
		len--;
	}
	while (len > 0 && s[len - 1] == ' ')
		len--;
	for (size_t i = 0; i < len; i++) {
		if (i > 0 && i + 1 < len && isalpha((unsigned char)s[i - 1])
		    && memcmp(s + i, stray, 2) == 0) {
			++*repairs;
			i++;
		} else {
			buf_addc(out, s[i]);
		}
	}
}

static void
split_title(struct projections *p, const char *s)
{
	static const char gap[] = "  * ";
	uint64_t *repairs = &p->r->report.repairs.bytes;
	const char *at = s[0] == '*' ? s : strstr(s, gap);
	struct buf one = BUF_INIT;

	buf_clear(&p->title);
	buf_clear(&p->aliases);
	put_clean(&p->title, s, at != NULL ? (size_t)(at - s) : strlen(s), repairs);
	for (at = at != NULL ? strchr(at, '*') + 1 : ""; *at != '\0'; at += *at == '*') {
		size_t len = strcspn(at, "*");

		buf_clear(&one);
		put_clean(&one, at, len, repairs);
		if (one.len > 0) {
			buf_addc(&p->aliases, p->aliases.len > 0 ? ',' : '[');
			set_json(&p->aliases, one.data, one.len);
		}
		at += len;
	}
	if (p->aliases.len > 0)
		buf_addc(&p->aliases, ']');
	buf_free(&one);
}

/* --- rows ----------------------------------------------------------------------------------- */

/* False: something stands there that is no number. */
static bool
wage_of(const char *s, double *v, enum why *why)
{
	*v = 0;
	*why = WHY_STATED;
	if (s[0] == '\0' || strcasecmp(s, "n/a") == 0) {
		*why = s[0] == '\0' ? WHY_NOT_STATED : WHY_NOT_REPORTED;
		return true;
	}
	if (strncmp(s, ">=", 2) == 0) {
		*why = WHY_TOP_CODED;
		s += 2;
	}
	return import_number(s[0] == '$' ? s + 1 : s, v);
}

struct field {
	int column, pos;
	double times; /* jobs are in thousands */
	const char *wrong;
};
static const struct field numbers[] = {
    {EMPLOYMENT, 6, 1000, "not a number: employment"},
    {EMPLOYMENT_TO, 7, 1000, "not a number: projected employment"},
    {CHANGE, 8, 1000, "not a number: employment change"},
    {PERCENT, 9, 1, "not a number: percent change"},
    {OPENINGS, 10, 1000, "not a number: openings"},
};

/* NULL, or what is wrong. */
static const char *
bind_numbers(struct projections *p)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		const struct field *f = &numbers[i];
		const char *s = set_text(table_text(p->t, p->c[f->column].at));
		double v = 0;

		if (s != NULL && !import_number(s, &v))
			return f->wrong;
		if (s == NULL)
			stmt_bind_null(p->put, f->pos);
		else if (f->times > 1)
			stmt_bind_int(p->put, f->pos, llround(v * f->times));
		else
			stmt_bind_num(p->put, f->pos, v);
	}
	return NULL;
}

static const char *
bind_row(struct projections *p)
{
	const char *wrong;
	enum why why;
	double wage;
	char soc[8];

	split_title(p, table_text(p->t, p->c[TITLE].at));
	if (!import_soc(table_text(p->t, p->c[CODE].at), soc))
		return "not a SOC code";
	if (p->title.len == 0)
		return "no title";
	if ((wrong = bind_numbers(p)) != NULL)
		return wrong;
	if (!wage_of(table_text(p->t, p->c[MEDIAN].at), &wage, &why))
		return "not a number: median wage";
	stmt_bind_text(p->put, 1, soc);
	stmt_bind_text(p->put, 2, p->title.data);
	stmt_bind_text(p->put, 3, p->aliases.len > 0 ? p->aliases.data : NULL);
	stmt_bind_int(p->put, 4, p->from);
	stmt_bind_int(p->put, 5, p->to);
	set_bind(p->put, 11, wage, why);
	for (int i = EDUCATION; i <= TRAINING; i++)
		stmt_bind_text(p->put, 13 + i - EDUCATION, set_text(table_text(p->t, p->c[i].at)));
	stmt_bind_int(p->put, 16, p->r->source);
	return NULL;
}

static bool
put_rows(struct projections *p, struct table *t, struct err *e)
{
	int step;

	p->put = db_prepare(p->r->db,
	    "INSERT INTO projection(soc, title, aliases, year_from, year_to, employment,"
	    " employment_to, change, percent, openings, median, median_why, education, experience,"
	    " training, source_id)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
	    " ON CONFLICT DO NOTHING",
	    e);
	if (p->put == NULL)
		return false;
	while ((step = import_next(p->r, t, e)) == 1) {
		const char *wrong = bind_row(p);
		int put = wrong == NULL ? set_write(p->r->db, p->put, e) : 0;

		if (put < 0)
			return false;
		if (put == 0)
			import_reject(p->r, t, wrong != NULL ? wrong : "said twice");
		else
			import_kept(p->r);
	}
	return step == 0;
}

static const struct {
	int column;
	const char *name, *measure, *statistic, *words;
	bool yearly, horizon; /* per year; over all years, not at one date */
} meaning[] = {
    {EMPLOYMENT, "employment", "employment", "point", "jobs in the first year", false, false},
    {EMPLOYMENT_TO, "employment_to", "employment", "point", "jobs projected for the last year",
	false, false},
    {CHANGE, "change", "employment", "point", "change in jobs over all years", false, true},
    {PERCENT, "percent", "growth", "point", "Employment Percent Change", false, true},
    {OPENINGS, "openings", "openings", "mean", "Occupational Openings, Annual Average", true, true},
    {MEDIAN, "median", "pay", "median", "Median Annual Wage", true, false},
};

static bool
put_meaning(struct projections *p, struct err *e)
{
	for (size_t i = 0; i < sizeof meaning / sizeof *meaning; i++) {
		int column = meaning[i].column,
		    year = column == MEDIAN   ? p->wage
		    : column == EMPLOYMENT_TO ? p->to
					      : p->from;
		struct import_series s = {
		    .relation = "projection",
		    .name = meaning[i].name,
		    .measure = meaning[i].measure,
		    .statistic = meaning[i].statistic,
		    .unit = column == PERCENT ? "percent"
			: column == MEDIAN    ? "USD"
					      : "people",
		    .per = meaning[i].yearly ? "year" : NULL,
		    .basis = column == MEDIAN ? "base" : NULL,
		    .period = arena_printf(&p->r->arena, "%d", year),
		    .place = "US",
		    .locator = p->names[column][0],
		    .words = meaning[i].words,
		    .horizon_lo = meaning[i].horizon ? (double)p->from : (double)NAN,
		    .horizon_hi = meaning[i].horizon ? (double)p->to : (double)NAN,
		};

		if (p->c[column].at >= 0 && !import_put_series(p->r, &s, e))
			return false;
	}
	return true;
}

static bool
run_table(struct import_run *r, struct table *t, struct err *e)
{
	struct projections p = {.r = r, .t = t, .title = BUF_INIT, .aliases = BUF_INIT};
	bool ok = find_columns(&p, e) && put_rows(&p, t, e) && put_meaning(&p, e);

	if (ok) {
		snprintf(r->release, sizeof r->release, "%d-%02d", p.from, p.to % 100);
		snprintf(r->period, sizeof r->period, "%d to %d", p.from, p.to);
	}
	stmt_finalize(p.put);
	buf_free(&p.title);
	buf_free(&p.aliases);
	return ok;
}

static bool
run(struct import_run *r, struct err *e)
{
	size_t i = 0, n = input_count(r->in);
	struct table *t;
	bool ok;

	while (i < n && !is_projections(r->in, i))
		i++;
	if (i == n && n != 1)
		return err_set(e, ERR_DATA,
		    "no table of employment projections among the files: a csv with the columns "
		    "Occupation Title and Occupation Code");
	t = table_open(r->in, i == n ? 0 : i, NULL, e);
	ok = t != NULL && run_table(r, t, e);
	table_close(t);
	return ok;
}

static const char *const tables[] = {"projection", NULL};

const struct importer importer_projections = {
    .kind = "projections",
    .label = "BLS proj.",
    .title = "Employment Projections",
    .publisher = "U.S. Bureau of Labor Statistics",
    .source_kind = "official",
    .url = "https://data.bls.gov/projections/occupationProj",
    .licence = "Public domain (U.S. government)",
    .about = "jobs now and in ten years, openings a year, typical education by occupation",
    .tables = tables,
    .sniff = sniff,
    .run = run,
};
