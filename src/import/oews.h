/*
 * oews.h - the OEWS importer's two halves: rows (oews.c) and what stands in their cells
 * (oews_cells.c).
 */
#ifndef CAREER_IMPORT_OEWS_H
#define CAREER_IMPORT_OEWS_H

#include "sets.h"

enum oews_column {
	AREA,
	NAICS,
	INDUSTRY,
	CODE,
	TITLE,
	GROUP,
	EMPLOYMENT,
	SHARE,
	MEAN,
	P10,
	P25,
	P50,
	P75,
	P90,
	HOURLY_MEAN,
	HOURLY_P50,
	ANNUAL_ONLY,
	HOURLY_ONLY,
	OEWS_COLUMNS
};

#define OEWS_ALL_INDUSTRIES "000000"

struct oews {
	struct import_run *r;
	struct stmt *put, *promote;
	struct import_column c[OEWS_COLUMNS];
	double floor_year, floor_hour; /* what # means; NAN: not said */
	int year;                      /* of the part that is read; 0: no file says */
	const char *period;            /* of the first part; NULL: no file says */
};

/* Reads what # means from the workbook's notes; without them the report says so. */
void oews_read_floors(struct oews *o, size_t member);
/* Binds a row's numbers with their reasons: NULL, or what is wrong. */
const char *oews_bind_cells(struct oews *o, const struct table *t);
bool oews_says_true(const char *s);

#endif
