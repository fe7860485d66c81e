/* scorecard_school.c - the institution file: place, control, tuition of each school, by UNITID. */
#include "scorecard.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	C_UNITID,
	C_OPEID,
	C_NAME,
	C_CITY,
	C_STATE,
	C_CONTROL,
	C_IN,
	C_OUT,
	C_PROGRAM,
	C_EARNINGS,
	COLUMNS,
	FIRST_FIGURE = C_IN,
};
enum { OPEID_DIGITS = 6, POS_FIGURES = 7, POS_SOURCE = 15 };

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct import_column columns[COLUMNS] = {
    [C_UNITID] = {NAMES("UNITID"), true, -1},
    [C_OPEID] = {NAMES("OPEID6"), false, -1},
    [C_NAME] = {NAMES("INSTNM"), true, -1},
    [C_CITY] = {NAMES("CITY"), false, -1},
    [C_STATE] = {NAMES("STABBR"), false, -1},
    [C_CONTROL] = {NAMES("CONTROL"), false, -1},
    [C_IN] = {NAMES("TUITIONFEE_IN"), false, -1},
    [C_OUT] = {NAMES("TUITIONFEE_OUT"), false, -1},
    [C_PROGRAM] = {NAMES("TUITIONFEE_PROG"), false, -1},
    [C_EARNINGS] = {NAMES("MD_EARN_WNE_P10"), false, -1},
};

static const char *const bad[COLUMNS] = {
    [C_IN] = "not a number: tuition in the state",
    [C_OUT] = "not a number: tuition out of the state",
    [C_PROGRAM] = "not a number: tuition of a program",
    [C_EARNINGS] = "not a number: earnings",
};

static const char insert_institution[] =
    "INSERT INTO sc_institution (unitid, opeid6, name, city, state, control, tuition_in, "
    "tuition_in_why, tuition_out, tuition_out_why, tuition_program, tuition_program_why, earnings, "
    "earnings_why, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

struct institutions {
	struct import_run *r;
	size_t member;
	struct table *t;
	struct import_column col[COLUMNS];
	struct map *seen;
	struct stmt *insert;
};

struct row {
	int64_t unitid, opeid; /* opeid -1: none */
	struct sc_value v[COLUMNS];
};

static const char *
text_of(const struct institutions *s, int column)
{
	return table_text(s->t, s->col[column].at);
}

/* The text of a column, NULL when nothing is stated there. */
static const char *
stated(const struct institutions *s, int column)
{
	const char *text = text_of(s, column);

	return text[0] == '\0' || strcmp(text, "NULL") == 0 || strcmp(text, "NA") == 0 ? NULL
										       : text;
}

static bool
read_opeid(const struct institutions *s, int64_t *out)
{
	const char *text = stated(s, C_OPEID);
	char code[OPEID_DIGITS + 1];

	*out = -1;
	if (text == NULL)
		return true;
	if (!import_code(s->r, text, OPEID_DIGITS, code, sizeof code))
		return false;
	*out = strtoll(code, NULL, 10);
	return true;
}

/* NULL, or why the row cannot be used. */
static const char *
read_row(const struct institutions *s, struct row *row)
{
	bool fresh;

	if (!sc_unitid(text_of(s, C_UNITID), &row->unitid) || row->unitid < 0)
		return "UNITID is no number";
	if (!read_opeid(s, &row->opeid))
		return "OPEID6 is no code of six digits";
	if (stated(s, C_NAME) == NULL)
		return "no school name";
	for (int c = FIRST_FIGURE; c < COLUMNS; c++)
		if (!sc_value(text_of(s, c), &row->v[c]))
			return bad[c];
	map_put(s->seen, &row->unitid, sizeof row->unitid, &fresh);
	return fresh ? NULL : "a UNITID that stands further up already";
}

static bool
put_row(const struct institutions *s, const struct row *row, struct err *e)
{
	struct stmt *st = s->insert;
	const char *control = stated(s, C_CONTROL);

	stmt_bind_int(st, 1, row->unitid);
	if (row->opeid < 0)
		stmt_bind_null(st, 2);
	else
		stmt_bind_int(st, 2, row->opeid);
	for (int c = C_NAME; c <= C_STATE; c++)
		stmt_bind_text(st, 3 + c - C_NAME, stated(s, c));
	stmt_bind_text(st, 6, control != NULL ? sc_control(control) : NULL);
	for (int c = FIRST_FIGURE; c < COLUMNS; c++)
		sc_bind(st, POS_FIGURES + 2 * (c - FIRST_FIGURE), row->v[c]);
	stmt_bind_int(st, POS_SOURCE, s->r->source);
	return stmt_run(st, e);
}

/* --- what the columns state ------------------------------------------------------------------ */

/* "MERGED2019_20_PP.csv" describes 2019-20; the most recent file does not say. */
static void
name_release(struct institutions *s)
{
	struct import_done *d = &s->r->done[SC_INSTITUTIONS];
	static const char mark[] = "MERGED";
	const char *at = strstr(input_name(s->r->in, s->member), mark),
		   *year = at != NULL ? at + strlen(mark) : "";

	if (strspn(year, "0123456789") == 4 && year[4] == '_')
		snprintf(d->release, sizeof d->release, "institutions %.4s-%.2s", year, year + 5);
	else
		snprintf(d->release, sizeof d->release, "institutions");
}

static bool
put_series(struct institutions *s, struct err *e)
{
	static const struct {
		int column;
		const char *name, *measure, *statistic, *audience, *words;
		double years;
	} rows[] = {
	    {C_IN, "tuition_in", "cost", "point", "in-state", "in-state tuition and fees", NAN},
	    {C_OUT, "tuition_out", "cost", "point", "out-of-state", "out-of-state tuition and fees",
		NAN},
	    {C_PROGRAM, "tuition_program", "cost", "point", "all",
		"tuition and fees, program-year institutions", NAN},
	    {C_EARNINGS, "earnings", "earnings", "median", "students with federal aid",
		"10 years after entry, working, not enrolled", 10},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int at = s->col[rows[i].column].at;
		struct import_series put = {.relation = "sc_institution",
		    .name = rows[i].name,
		    .measure = rows[i].measure,
		    .statistic = rows[i].statistic,
		    .unit = "USD",
		    .per = "year",
		    .place = "US",
		    .audience = rows[i].audience,
		    .words = rows[i].words,
		    .horizon_lo = rows[i].years,
		    .horizon_hi = rows[i].years};

		if (at < 0)
			continue;
		put.locator = sc_locator(s->r, s->member, s->t, at);
		if (!import_put_series(s->r, &put, e))
			return false;
	}
	return true;
}

/* --- run ------------------------------------------------------------------------------------- */

static bool
take_rows(struct institutions *s, struct err *e)
{
	struct row row;
	int step;

	while ((step = import_next(s->r, s->t, e)) == 1) {
		const char *why = read_row(s, &row);

		if (why != NULL) {
			import_reject(s->r, s->t, why);
			continue;
		}
		if (!put_row(s, &row, e))
			return false;
		import_kept(s->r);
	}
	return step == 0;
}

static bool
describe(struct institutions *s, struct err *e)
{
	if (s->seen->n > 0)
		return true; /* the first file has done so */
	name_release(s);
	return put_series(s, e);
}

bool
sc_run_institutions(struct import_run *r, size_t member, struct map *seen, struct err *e)
{
	struct institutions s = {.r = r, .member = member, .seen = seen};
	bool ok;

	memcpy(s.col, columns, sizeof s.col);
	s.t = table_open(r->in, member, NULL, e);
	ok = s.t != NULL && import_columns(r, s.t, s.col, COLUMNS, e) && describe(&s, e);
	if (ok) {
		s.insert = db_prepare(r->db, insert_institution, e);
		ok = s.insert != NULL && take_rows(&s, e);
	}
	stmt_finalize(s.insert);
	table_close(s.t);
	return ok;
}
