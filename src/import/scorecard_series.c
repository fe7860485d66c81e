/* scorecard_series.c - what figures of the field-of-study file state: of whom, how long after. */
#include "scorecard.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name, *measure, *statistic, *per, *words;
} stated[SC_STATED] = {
    [SC_EARNINGS] = {"earnings", "earnings", "median", "year", NULL},
    [SC_LATER] = {"later", "earnings", "median", "year", NULL},
    [SC_DEBT] = {"debt", "debt", "median", "once", "federal loans at this institution"},
    [SC_DEBT_MEAN] = {"debt_mean", "debt", "mean", "once", "federal loans at this institution"},
    [SC_PAYMENT] = {"payment", "debt", "median", "month", "payment over ten years"},
};

/* What a column of earnings says, by the name that the release gave it. */
static const struct {
	const char *column;
	double years;
	const char *words;
} horizons[] = {
    {"MD_EARN_WNE", 1, "1 year after, working and not enrolled"},
    {"EARN_MDN_HI_1YR", 1, "1 year after, working and not enrolled"},
    {"EARN_MDN_1YR", 1, "1 year after, working and not enrolled"},
    {"EARN_MDN_HI_2YR", 2, "2 years after, working and not enrolled"},
    {"EARN_NE_MDN_3YR", 3, "3 years after, not enrolled"},
    {"EARN_MDN_4YR", 4, "4 years after, working and not enrolled"},
    {"EARN_MDN_5YR", 5, "5 years after, working and not enrolled"},
};

/* The two pooled years: named by the file ("FieldOfStudyData1617_1718_PP.csv"), or known of the
 * first release, which its column names tell. False: another file does not say. */
static bool
pooled_years(const struct table *t, const char *file, char first[5], char second[5])
{
	static const char *const only_first[] = {"MD_EARN_WNE", NULL};
	static const char digits[] = "0123456789";
	const char *s = file;

	while (*(s += strcspn(s, digits)) != '\0') {
		size_t n = strspn(s, digits);

		if (n == 4 && s[4] == '_' && strspn(s + 5, digits) == 4) {
			snprintf(first, 5, "%.4s", s);
			snprintf(second, 5, "%.4s", s + 5);
			return true;
		}
		s += n;
	}
	if (table_column(t, only_first) < 0)
		return false;
	memcpy(first, "1415", 5);
	memcpy(second, "1516", 5);
	return true;
}

/* Names release and period; returns which graduates, NULL when the file does not say. */
static const char *
name_years(struct import_run *r, size_t member, const struct table *t)
{
	struct import_done *d = &r->done[SC_FIELDS];
	char a[5], b[5];

	if (!pooled_years(t, input_name(r->in, member), a, b)) {
		snprintf(d->release, sizeof d->release, "fields of study");
		return NULL;
	}
	snprintf(d->release, sizeof d->release, "fields of study 20%.2s-%.2s", a, b + 2);
	snprintf(
	    d->period, sizeof d->period, "20%.2s-%.2s and 20%.2s-%.2s pooled", a, a + 2, b, b + 2);
	return arena_printf(&r->arena, "graduates of 20%.2s-%.2s", a, b + 2);
}

/* Years after completing, where the column is one of earnings. */
static void
set_horizon(struct import_series *s, const char *column)
{
	for (size_t i = 0; i < sizeof horizons / sizeof *horizons; i++)
		if (strcmp(horizons[i].column, column) == 0) {
			s->horizon_lo = s->horizon_hi = horizons[i].years;
			s->words = horizons[i].words;
		}
}

bool
sc_put_field_series(struct import_run *r, size_t member, const struct table *t,
    const int at[SC_STATED], struct err *e)
{
	const char *who = name_years(r, member, t);

	for (int i = 0; i < SC_STATED; i++) {
		struct import_series put = {.relation = "sc_program",
		    .name = stated[i].name,
		    .measure = stated[i].measure,
		    .statistic = stated[i].statistic,
		    .unit = "USD",
		    .per = stated[i].per,
		    .period = who != NULL ? r->done[SC_FIELDS].period : NULL,
		    .place = "US",
		    .audience = who,
		    .words = stated[i].words,
		    .horizon_lo = NAN,
		    .horizon_hi = NAN};

		if (at[i] < 0)
			continue;
		set_horizon(&put, t->column[at[i]].s);
		put.locator = sc_locator(r, member, t, at[i]);
		if (!import_put_series(r, &put, e))
			return false;
	}
	return true;
}
