/* oews_cells.c - what stands in the cells of the wage tables: numbers, and the signs that
 * stand for them. */
#include "oews.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- what # means --------------------------------------------------------------------------- */

/* "... $115.00 per hour or $239,200 per year": the amount in front of the words. NAN without. */
static double
amount_per(const char *s, const char *per)
{
	for (; (s = strchr(s, '$')) != NULL; s++) {
		size_t len = strspn(s + 1, "0123456789,.");
		const char *behind = s + 1 + len + strspn(s + 1 + len, " ");
		char number[32];
		double v;

		if (len >= sizeof number || strncmp(behind, per, strlen(per)) != 0)
			continue;
		snprintf(number, sizeof number, "%.*s", (int)len, s + 1);
		if (import_number(number, &v))
			return v;
	}
	return NAN;
}

/* Of another workbook's sheet only the note is looked for: a workbook without it is read all
 * the same. */
void
oews_read_floors(struct oews *o, size_t member)
{
	static const char sheet[] = "Field Descriptions";
	struct err ignored = {0};
	struct table *t = table_open(o->r->in, member, sheet, &ignored);

	o->floor_year = o->floor_hour = NAN;
	while (t != NULL && table_next(t, &ignored) == 1) {
		const char *s = t->n > 0 ? t->field[0].s : "";

		if (s[0] == '#') {
			o->floor_hour = amount_per(s, "per hour");
			o->floor_year = amount_per(s, "per year");
		}
	}
	table_close(t);
	if (isnan(o->floor_year) || isnan(o->floor_hour))
		buf_addf(&o->r->report.absent, "the meaning of # (sheet %s of %s)\n", sheet,
		    input_name(o->r->in, member));
}

/* --- cells ---------------------------------------------------------------------------------- */

struct cell {
	double v;
	enum why why;
};

/*
 * false: something stands there that is neither a number nor a sign. `other`: why a cell is empty
 * or an estimate not available, when the row itself says so.
 */
static bool
read_cell(const char *s, double floor, enum why other, struct cell *out)
{
	out->v = 0;
	out->why = WHY_STATED;
	if (s[0] == '\0')
		out->why = other != WHY_STATED ? other : WHY_NOT_STATED;
	else if (strcmp(s, "*") == 0 || strcmp(s, "**") == 0)
		out->why = other != WHY_STATED ? other : WHY_NOT_REPORTED;
	else if (strcmp(s, "~") == 0)
		out->why = WHY_NOT_REPORTED;
	else if (strcmp(s, "#") == 0)
		out->why = isnan(floor) ? WHY_NOT_REPORTED : WHY_TOP_CODED;
	else
		return import_number(s, &out->v) && out->v >= 0;
	if (out->why == WHY_TOP_CODED)
		out->v = floor;
	return true;
}

bool
oews_says_true(const char *s)
{
	return strcmp(s, "TRUE") == 0 || strcmp(s, "true") == 0 || strcmp(s, "1") == 0;
}

static const struct {
	enum oews_column column;
	int pos;
	const char *wrong;
} cells[] = {
    {EMPLOYMENT, 6, "not a number: employment"},
    {SHARE, 8, "not a number: share of employment"},
    {MEAN, 10, "not a number: wage"},
    {P10, 12, "not a number: wage"},
    {P25, 14, "not a number: wage"},
    {P50, 16, "not a number: wage"},
    {P75, 18, "not a number: wage"},
    {P90, 20, "not a number: wage"},
    {HOURLY_MEAN, 22, "not a number: hourly wage"},
    {HOURLY_P50, 24, "not a number: hourly wage"},
};

static bool
is_hourly(enum oews_column c)
{
	return c == HOURLY_MEAN || c == HOURLY_P50;
}

/* Why the cells of a column may be empty in this row: only wages a year, or only wages an
 * hour, are published for the occupation; a share is one of an industry, never of all of them. */
static enum why
reason_of(const struct oews *o, const struct table *t, enum oews_column c)
{
	bool annual = oews_says_true(table_text(t, o->c[ANNUAL_ONLY].at)),
	     hourly = oews_says_true(table_text(t, o->c[HOURLY_ONLY].at));
	const char *naics = table_text(t, o->c[NAICS].at);

	if (c == EMPLOYMENT)
		return WHY_STATED;
	if (c == SHARE)
		return naics[0] == '\0' || strcmp(naics, OEWS_ALL_INDUSTRIES) == 0
		    ? WHY_NOT_APPLICABLE
		    : WHY_STATED;
	return is_hourly(c) ? (annual ? WHY_NOT_APPLICABLE : WHY_STATED)
			    : (hourly ? WHY_NOT_APPLICABLE : WHY_STATED);
}

/* NULL, or what is wrong. */
const char *
oews_bind_cells(struct oews *o, const struct table *t)
{
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		enum oews_column c = cells[i].column;
		struct cell v;

		if (!read_cell(table_text(t, o->c[c].at),
			is_hourly(c) ? o->floor_hour : o->floor_year, reason_of(o, t, c), &v))
			return cells[i].wrong;
		if (c == SHARE || is_hourly(c))
			set_bind(o->put, cells[i].pos, v.v, v.why);
		else
			set_bind(o->put, cells[i].pos, nearbyint(v.v), v.why);
	}
	return NULL;
}
