/*
 * oews.c - BLS Occupational Employment and Wage Statistics: the workbooks national_M*_dl and
 * natsector_M*_dl, alone or in the publisher's zips.
 *
 * What stands for a number is told by the workbook's sheet "Field Descriptions": * no wage
 * estimate, ** no employment estimate, # at least so much an hour or a year (the amounts change
 * with the years: they are read from there), ~ less than 0.5 %. An occupation that is no longer
 * published below its broad group stands twice, as broad and as detailed: it is kept once, as
 * detailed.
 */
#include "career/import/importers.h"
#include "oews.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})
static const struct import_column columns[OEWS_COLUMNS] = {
    [AREA] = {NAMES("AREA"), false, -1},
    [NAICS] = {NAMES("NAICS"), false, -1},
    [INDUSTRY] = {NAMES("NAICS_TITLE"), false, -1},
    [CODE] = {NAMES("OCC_CODE"), true, -1},
    [TITLE] = {NAMES("OCC_TITLE"), true, -1},
    [GROUP] = {NAMES("O_GROUP", "OCC_GROUP", "GROUP"), true, -1},
    [EMPLOYMENT] = {NAMES("TOT_EMP"), true, -1},
    [SHARE] = {NAMES("PCT_TOTAL"), false, -1},
    [MEAN] = {NAMES("A_MEAN"), true, -1},
    [P10] = {NAMES("A_PCT10"), false, -1},
    [P25] = {NAMES("A_PCT25"), false, -1},
    [P50] = {NAMES("A_MEDIAN"), true, -1},
    [P75] = {NAMES("A_PCT75"), false, -1},
    [P90] = {NAMES("A_PCT90"), false, -1},
    [HOURLY_MEAN] = {NAMES("H_MEAN"), false, -1},
    [HOURLY_P50] = {NAMES("H_MEDIAN"), false, -1},
    [ANNUAL_ONLY] = {NAMES("ANNUAL"), false, -1},
    [HOURLY_ONLY] = {NAMES("HOURLY"), false, -1},
};

static const char *const any[] = {
    "OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEAN", "A_MEDIAN", "H_MEAN", NULL};

/* --- which files ---------------------------------------------------------------------------- */

static bool
is_oews(struct input *in, size_t i)
{
	return set_ends(in, i, ".xlsx") && set_has(in, i, NULL, any, 4);
}

static size_t
sniff(struct input *in)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += is_oews(in, i);
	return n;
}

enum { NATION, SECTORS };

/* By the first row: of all industries together, or of one. */
static int
part_of(struct input *in, size_t i)
{
	struct err ignored;
	struct table *t;
	bool used = input_used(in, i);
	int naics, part = NATION;

	if (!is_oews(in, i))
		return -1;
	t = table_open(in, i, NULL, &ignored);
	input_set_used(in, i, used);
	naics = t != NULL ? table_column(t, columns[NAICS].names) : -1;
	if (naics >= 0 && table_next(t, &ignored) == 1 && table_text(t, naics)[0] != '\0'
	    && strcmp(table_text(t, naics), OEWS_ALL_INDUSTRIES) != 0)
		part = SECTORS;
	table_close(t);
	return part;
}

/* "national_M2024_dl.xlsx": 2024; 0 when the name says nothing. */
static int
year_of(const char *name)
{
	for (const char *s = name; (s = strpbrk(s, "Mm")) != NULL; s++)
		if (strspn(s + 1, "0123456789") == 4 && (s[1] == '1' || s[1] == '2'))
			return (int)strtol(s + 1, NULL, 10);
	return 0;
}

/* --- rows ----------------------------------------------------------------------------------- */

static const char *const levels[] = {"total", "major", "minor", "broad", "detailed"};

static const char *
level_of(const char *s)
{
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		if (strcmp(levels[i], s) == 0)
			return levels[i];
	return NULL;
}

static const char *
bind_row(struct oews *o, const struct table *t, char soc[8])
{
	const char *level = level_of(table_text(t, o->c[GROUP].at)),
		   *title = table_text(t, o->c[TITLE].at), *area = table_text(t, o->c[AREA].at),
		   *naics = table_text(t, o->c[NAICS].at),
		   *industry = table_text(t, o->c[INDUSTRY].at), *wrong;

	if (area[0] != '\0' && strcmp(area, "99") != 0)
		return "an area that is not the whole nation";
	if (!import_soc(table_text(t, o->c[CODE].at), soc))
		return "not a SOC code";
	if (title[0] == '\0')
		return "no title";
	if (level == NULL)
		return "not a level of occupations";
	if ((wrong = oews_bind_cells(o, t)) != NULL)
		return wrong;
	stmt_bind_text(o->put, 1, soc);
	stmt_bind_text(o->put, 2, title);
	stmt_bind_text(o->put, 3, level);
	stmt_bind_text(o->put, 4, naics[0] != '\0' ? naics : OEWS_ALL_INDUSTRIES);
	stmt_bind_text(o->put, 5, industry[0] != '\0' ? industry : "Cross-industry");
	stmt_bind_int(o->put, 26, oews_says_true(table_text(t, o->c[ANNUAL_ONLY].at)));
	stmt_bind_int(o->put, 27, oews_says_true(table_text(t, o->c[HOURLY_ONLY].at)));
	stmt_bind_int(o->put, 28, o->r->source);
	return NULL;
}

/* The row's occupation and industry are there: as broad and as detailed, or really twice. */
static bool
put_again(struct oews *o, const struct table *t, const char *soc, struct err *e)
{
	const char *naics = table_text(t, o->c[NAICS].at);
	bool detailed = strcmp(table_text(t, o->c[GROUP].at), "detailed") == 0;

	import_reject(o->r, t, "said twice, as broad and as detailed occupation: kept once");
	if (!detailed)
		return true;
	stmt_bind_text(o->promote, 1, soc);
	stmt_bind_text(o->promote, 2, naics[0] != '\0' ? naics : OEWS_ALL_INDUSTRIES);
	return stmt_run(o->promote, e);
}

static bool
put_rows(struct oews *o, struct table *t, struct err *e)
{
	int step;

	while ((step = import_next(o->r, t, e)) == 1) {
		char soc[8];
		const char *wrong = bind_row(o, t, soc);
		int put = wrong == NULL ? set_write(o->r->db, o->put, e) : 1;

		if (put < 0 || (put == 0 && !put_again(o, t, soc, e)))
			return false;
		if (wrong != NULL)
			import_reject(o->r, t, wrong);
		else if (put == 1)
			import_kept(o->r);
	}
	return step == 0;
}

static bool
read_workbook(struct oews *o, size_t member, struct err *e)
{
	struct table *t = table_open(o->r->in, member, NULL, e);
	int year = year_of(input_name(o->r->in, member));
	bool ok = t != NULL;

	memcpy(o->c, columns, sizeof columns);
	if (ok && year != 0 && o->year != 0 && year != o->year)
		ok = err_set(e, ERR_DATA, "%s is of %d, another file is of %d: give one year's",
		    t->place, year, o->year);
	ok = ok && import_columns(o->r, t, o->c, OEWS_COLUMNS, e);
	if (ok) {
		o->year = year != 0 ? year : o->year;
		oews_read_floors(o, member);
		ok = put_rows(o, t, e);
	}
	table_close(t);
	return ok;
}

/* --- what the columns mean ------------------------------------------------------------------ */

static const struct {
	const char *name, *measure, *statistic, *column, *words;
} meaning[] = {
    {"employment", "employment", "point", "TOT_EMP", "Estimated total employment"},
    {"share", "share", "point", "PCT_TOTAL", "Percent of industry employment"},
    {"mean", "pay", "mean", "A_MEAN", "Mean annual wage"},
    {"p10", "pay", "p10", "A_PCT10", "Annual 10th percentile wage"},
    {"p25", "pay", "p25", "A_PCT25", "Annual 25th percentile wage"},
    {"p50", "pay", "median", "A_MEDIAN", "Annual median wage"},
    {"p75", "pay", "p75", "A_PCT75", "Annual 75th percentile wage"},
    {"p90", "pay", "p90", "A_PCT90", "Annual 90th percentile wage"},
    {"hourly_mean", "pay", "mean", "H_MEAN", "Mean hourly wage"},
    {"hourly_p50", "pay", "median", "H_MEDIAN", "Hourly median wage"},
};

static bool
put_meaning(const struct oews *o, struct err *e)
{
	for (size_t i = 0; i < sizeof meaning / sizeof *meaning; i++) {
		bool pay = strcmp(meaning[i].measure, "pay") == 0;
		struct import_series s = {
		    .relation = "oews",
		    .name = meaning[i].name,
		    .measure = meaning[i].measure,
		    .statistic = meaning[i].statistic,
		    .unit = pay                                 ? "USD"
			: strcmp(meaning[i].name, "share") == 0 ? "percent"
								: "people",
		    .per = !pay                       ? NULL
			: meaning[i].column[0] == 'H' ? "hour"
						      : "year",
		    .basis = pay ? "base" : NULL,
		    .period = o->period,
		    .place = "US",
		    .audience = "employees",
		    .locator = arena_printf(&o->r->arena, "sheet 1, column %s", meaning[i].column),
		    .words = meaning[i].words,
		    .horizon_lo = NAN,
		    .horizon_hi = NAN,
		};

		if (!import_put_series(o->r, &s, e))
			return false;
	}
	return true;
}

/* What is named alone is read whatever it is: it is said to lack its columns. */
static int *
parts_of(struct input *in)
{
	size_t n = input_count(in);
	int *part = mem_zero(n + 1, sizeof *part);

	for (size_t i = 0; i < n; i++) {
		part[i] = part_of(in, i);
		if (n == 1 && part[i] < 0)
			part[i] = NATION;
	}
	return part;
}

/* Sectors may be a year behind the nation: each part has its own. */
static void
name_year(struct oews *o, int part)
{
	struct import_done *d = &o->r->done[part];

	if (o->year == 0)
		return;
	snprintf(d->release, sizeof d->release, "May %d", o->year);
	snprintf(d->period, sizeof d->period, "May %d", o->year);
	if (o->period == NULL)
		o->period = d->period;
}

/* The nation first, whatever the order of the files: one set has one order of rows. */
static bool
read_all(struct oews *o, struct err *e)
{
	struct input *in = o->r->in;
	int *part = parts_of(in);
	size_t read = 0;
	bool ok = true;

	for (int p = NATION; p <= SECTORS; p++) {
		o->year = 0;
		for (size_t i = 0; ok && i < input_count(in); i++) {
			if (part[i] != p)
				continue;
			import_begin_part(o->r, (size_t)p);
			ok = read_workbook(o, i, e);
			read++;
		}
		name_year(o, p);
	}
	free(part);
	return ok
	    && (read > 0
		|| err_set(e, ERR_DATA,
		    "no workbook of occupational wages among the files: national_M2024_dl.xlsx is one"));
}

static bool
run(struct import_run *r, struct err *e)
{
	struct oews o = {.r = r};
	bool ok;

	o.put = db_prepare(r->db,
	    "INSERT INTO oews(soc, title, level, naics, industry, employment, employment_why, share,"
	    " share_why, mean, mean_why, p10, p10_why, p25, p25_why, p50, p50_why, p75, p75_why, p90,"
	    " p90_why, hourly_mean, hourly_mean_why, hourly_p50, hourly_p50_why, annual_only,"
	    " hourly_only, source_id)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
	    " ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)"
	    " ON CONFLICT DO NOTHING",
	    e);
	if (o.put != NULL)
		o.promote = db_prepare(
		    r->db, "UPDATE oews SET level = 'detailed' WHERE soc = ?1 AND naics = ?2", e);
	ok = o.promote != NULL && read_all(&o, e);
	ok = ok && put_meaning(&o, e);
	stmt_finalize(o.put);
	stmt_finalize(o.promote);
	return ok;
}

static const struct import_rows nation_rows[] = {
    {"oews", "naics = '" OEWS_ALL_INDUSTRIES "'"}, {NULL, NULL}};
static const struct import_rows sector_rows[] = {
    {"oews", "naics <> '" OEWS_ALL_INDUSTRIES "'"}, {NULL, NULL}};

static const struct import_part parts[] = {
    [NATION] = {.name = "nation", .rows = nation_rows},
    [SECTORS] = {.name = "sectors", .label = "sectors", .rows = sector_rows},
    {.name = NULL},
};

static const char *const tables[] = {"oews", NULL};

const struct importer importer_oews = {
    .kind = "oews",
    .label = "OEWS",
    .title = "Occupational Employment and Wage Statistics",
    .publisher = "U.S. Bureau of Labor Statistics",
    .source_kind = "official",
    .url = "https://www.bls.gov/oes/tables.htm",
    .licence = "Public domain (U.S. government)",
    .about = "wages (mean and percentiles) and employment by occupation, and by sector",
    .tables = tables,
    .sniff = sniff,
    .run = run,
    .parts = parts,
    .part_of = part_of,
};
