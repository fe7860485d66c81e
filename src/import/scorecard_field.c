/*
 * scorecard_field.c - the field-of-study file: a row per school, field (CIP, four digits) and
 * credential level.
 *
 * Schools, fields and levels become rows of their own, numbered in memory by first sight, so that a
 * program is one insert. What tells programs apart is OPEID6 with UNITID, CIPCODE and CREDLEV:
 * foreign and closed schools have no UNITID.
 */
#include "scorecard.h"

#include <stdlib.h>
#include <string.h>

enum {
	C_OPEID,
	C_UNITID,
	C_NAME,
	C_CONTROL,
	C_CIP,
	C_TITLE,
	C_LEVEL,
	C_AWARDS,
	C_EARNINGS,
	C_EARNINGS_N,
	C_LATER,
	C_LATER_N,
	C_DEBT,
	C_DEBT_MEAN,
	C_DEBT_N,
	C_PAYMENT,
	COLUMNS,
	FIRST_FIGURE = C_AWARDS,
};
enum { CIP_DIGITS = 4, OPEID_DIGITS = 6, ID_COLUMNS = 4 };

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

/* What the releases called them: that of 2020, those of 2021 and 2022, and those since 2023. */
static const struct import_column columns[COLUMNS] = {
    [C_OPEID] = {NAMES("OPEID6"), true, -1},
    [C_UNITID] = {NAMES("UNITID"), true, -1},
    [C_NAME] = {NAMES("INSTNM"), true, -1},
    [C_CONTROL] = {NAMES("CONTROL"), false, -1},
    [C_CIP] = {NAMES("CIPCODE"), true, -1},
    [C_TITLE] = {NAMES("CIPDESC"), true, -1},
    [C_LEVEL] = {NAMES("CREDLEV"), true, -1},
    [C_AWARDS] = {NAMES("IPEDSCOUNT2"), false, -1},
    [C_EARNINGS] = {NAMES("EARN_MDN_1YR", "EARN_MDN_HI_1YR", "MD_EARN_WNE"), false, -1},
    [C_EARNINGS_N] = {NAMES("EARN_COUNT_WNE_1YR", "EARN_COUNT_WNE_HI_1YR", "EARNINGSCOUNT"), false,
	-1},
    [C_LATER] = {NAMES("EARN_MDN_5YR", "EARN_MDN_4YR", "EARN_NE_MDN_3YR", "EARN_MDN_HI_2YR"), false,
	-1},
    [C_LATER_N] = {NAMES("EARN_COUNT_WNE_5YR", "EARN_COUNT_WNE_4YR", "EARN_COUNT_NE_3YR",
		       "EARN_COUNT_WNE_HI_2YR"),
	false, -1},
    [C_DEBT] = {NAMES("DEBT_ALL_STGP_EVAL_MDN", "DEBTMEDIAN"), false, -1},
    [C_DEBT_MEAN] = {NAMES("DEBT_ALL_STGP_EVAL_MEAN", "DEBTMEAN"), false, -1},
    [C_DEBT_N] = {NAMES("DEBT_ALL_STGP_EVAL_N", "COUNT"), false, -1},
    [C_PAYMENT] = {NAMES("DEBT_ALL_STGP_EVAL_MDN10YRPAY", "DEBTPAYMENT10YR"), false, -1},
};

/* Of each figure: its place in the insert, whether its reason follows, why a row is rejected. */
static const struct {
	int pos;
	bool why;
	const char *bad;
} figures[COLUMNS] = {
    [C_AWARDS] = {5, false, "not a number: awards"},
    [C_EARNINGS] = {6, true, "not a number: earnings"},
    [C_EARNINGS_N] = {8, false, "not a number: count of earners"},
    [C_LATER] = {9, true, "not a number: later earnings"},
    [C_LATER_N] = {11, false, "not a number: later count of earners"},
    [C_DEBT] = {12, true, "not a number: debt"},
    [C_DEBT_MEAN] = {14, true, "not a number: mean debt"},
    [C_DEBT_N] = {16, false, "not a number: count of borrowers"},
    [C_PAYMENT] = {17, false, "not a number: monthly payment"},
};

static const char insert_program[] =
    "INSERT INTO sc_program (id, school_id, field_id, credlev, awards, earnings, earnings_why, "
    "earnings_n, later, later_why, later_n, debt, debt_why, debt_mean, debt_mean_why, debt_n, "
    "payment, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
enum { POS_SOURCE = 18 };

/* CREDLEV of the dictionary; awards as packs call them. */
static const struct {
	const char *award, *title;
} levels[] = {
    {NULL, NULL},
    {"certificate", "Undergraduate Certificate or Diploma"},
    {"associate", "Associate's Degree"},
    {"bachelor", "Bachelor's Degree"},
    {"post-baccalaureate-certificate", "Post-baccalaureate Certificate"},
    {"master", "Master's Degree"},
    {"doctorate", "Doctoral Degree"},
    {"first-professional", "First Professional Degree"},
    {"graduate-certificate", "Graduate/Professional Certificate"},
};
enum { LEVELS = sizeof levels / sizeof *levels };

struct row {
	int64_t opeid, unitid, cip, level;
	const char *name, *control, *title;
	struct sc_value v[COLUMNS];
};

struct fields {
	struct import_run *r;
	size_t member;
	struct table *t;
	struct import_column col[COLUMNS];
	struct stmt *school, *field, *program;
	struct map schools, programs;
	struct map spelled; /* CIP and title as they stand in the file */
	struct map titles;  /* CIP and title put right: its number is that of the field */
	uint32_t *field_of; /* per spelling */
	size_t field_cap;
	struct buf key, title;
};

/* --- reading --------------------------------------------------------------------------------- */

static const char *
text_of(const struct fields *f, int column)
{
	return table_text(f->t, f->col[column].at);
}

static const char *
read_figures(const struct fields *f, struct row *row)
{
	for (int c = FIRST_FIGURE; c < COLUMNS; c++)
		if (!sc_value(text_of(f, c), &row->v[c]))
			return figures[c].bad;
	return NULL;
}

/* NULL, or why the row cannot be used. */
static const char *
read_row(const struct fields *f, struct row *row)
{
	char opeid[OPEID_DIGITS + 1];
	struct sc_value level;

	if (!import_code(f->r, text_of(f, C_OPEID), OPEID_DIGITS, opeid, sizeof opeid))
		return "OPEID6 is no code of six digits";
	row->opeid = strtoll(opeid, NULL, 10);
	if (!sc_unitid(text_of(f, C_UNITID), &row->unitid))
		return "UNITID is no number";
	if (!import_cip(f->r, text_of(f, C_CIP), CIP_DIGITS, &row->cip))
		return "CIPCODE is no code of four digits";
	if (!sc_value(text_of(f, C_LEVEL), &level) || level.v < 1 || level.v >= LEVELS)
		return "unknown credential level";
	row->level = level.v;
	row->name = text_of(f, C_NAME);
	row->title = text_of(f, C_TITLE);
	row->control = text_of(f, C_CONTROL);
	if (row->name[0] == '\0')
		return "no school name";
	if (row->title[0] == '\0')
		return "no title of the field";
	return read_figures(f, row);
}

/* --- schools and fields ---------------------------------------------------------------------- */

static bool
put_school(struct fields *f, const struct row *row, int64_t *id, struct err *e)
{
	const int64_t key[] = {row->opeid, row->unitid};
	bool fresh;

	*id = (int64_t)map_put(&f->schools, key, sizeof key, &fresh) + 1;
	if (!fresh)
		return true;
	stmt_bind_int(f->school, 1, *id);
	stmt_bind_int(f->school, 2, row->opeid);
	if (row->unitid < 0)
		stmt_bind_null(f->school, 3);
	else
		stmt_bind_int(f->school, 3, row->unitid);
	stmt_bind_text(f->school, 4, row->name);
	stmt_bind_text(f->school, 5, sc_control(row->control));
	stmt_bind_int(f->school, 6, f->r->source);
	return stmt_run(f->school, e);
}

/* Without its final dot and doubled blanks. */
static void
clean_title(struct buf *out, const char *s)
{
	buf_clear(out);
	for (; *s != '\0'; s++)
		if (!(s[0] == ' ' && s[1] == ' '))
			buf_addc(out, *s);
	if (out->len > 1 && out->data[out->len - 1] == '.')
		buf_remove(out, out->len - 1, 1);
}

static uint32_t
number_of(struct fields *f, struct map *m, int64_t cip, const char *title)
{
	bool fresh;

	buf_clear(&f->key);
	buf_add(&f->key, &cip, sizeof cip);
	buf_adds(&f->key, title);
	return map_put(m, f->key.data, f->key.len, &fresh);
}

static bool
put_field(struct fields *f, const struct row *row, int64_t *id, struct err *e)
{
	size_t spellings = f->spelled.n, known = f->titles.n;
	uint32_t spelling = number_of(f, &f->spelled, row->cip, row->title);

	if (f->spelled.n > spellings) {
		clean_title(&f->title, row->title);
		f->field_of =
		    mem_reserve(f->field_of, &f->field_cap, f->spelled.n, sizeof *f->field_of);
		f->field_of[spelling] = number_of(f, &f->titles, row->cip, f->title.data);
	}
	*id = (int64_t)f->field_of[spelling] + 1;
	if (f->titles.n == known)
		return true;
	stmt_bind_int(f->field, 1, *id);
	stmt_bind_int(f->field, 2, row->cip);
	stmt_bind_text(f->field, 3, f->title.data);
	stmt_bind_int(f->field, 4, f->r->source);
	return stmt_run(f->field, e);
}

/* --- programs -------------------------------------------------------------------------------- */

/* False when the key was there before. */
static bool
is_new(struct fields *f, const struct row *row, int64_t school)
{
	const int64_t key[] = {school, row->cip * LEVELS + row->level};
	bool fresh;

	map_put(&f->programs, key, sizeof key, &fresh);
	return fresh;
}

static bool
put_program(struct fields *f, const struct row *row, int64_t school, struct err *e)
{
	struct stmt *st = f->program;
	int64_t field;

	if (!put_field(f, row, &field, e))
		return false;
	const int64_t ids[ID_COLUMNS] = {(int64_t)f->programs.n, school, field, row->level};
	for (int i = 0; i < ID_COLUMNS; i++)
		stmt_bind_int(st, 1 + i, ids[i]);
	for (int c = FIRST_FIGURE; c < COLUMNS; c++)
		if (figures[c].why)
			sc_bind(st, figures[c].pos, row->v[c]);
		else
			sc_bind_only(st, figures[c].pos, row->v[c]);
	stmt_bind_int(st, POS_SOURCE, f->r->source);
	return stmt_run(st, e);
}

static bool
take_row(struct fields *f, struct err *e)
{
	struct row row;
	const char *why = read_row(f, &row);
	int64_t school = 0;

	if (why == NULL) {
		if (!put_school(f, &row, &school, e))
			return false;
		if (!is_new(f, &row, school))
			why = "a program that stands further up already";
	}
	if (why != NULL) {
		import_reject(f->r, f->t, why);
		return true;
	}
	import_kept(f->r);
	return put_program(f, &row, school, e);
}

static bool
put_levels(struct import_run *r, struct err *e)
{
	struct stmt *st = db_prepare(r->db,
	    "INSERT INTO sc_level (credlev, award, title, source_id) VALUES (?, ?, ?, ?)", e);
	bool ok = st != NULL;

	for (int i = 1; ok && i < LEVELS; i++) {
		stmt_bind_int(st, 1, i);
		stmt_bind_text(st, 2, levels[i].award);
		stmt_bind_text(st, 3, levels[i].title);
		stmt_bind_int(st, 4, r->source);
		ok = stmt_run(st, e);
	}
	stmt_finalize(st);
	return ok;
}

/* --- run ------------------------------------------------------------------------------------- */

static bool
put_series(struct fields *f, struct err *e)
{
	const int at[SC_STATED] = {
	    [SC_EARNINGS] = f->col[C_EARNINGS].at,
	    [SC_LATER] = f->col[C_LATER].at,
	    [SC_DEBT] = f->col[C_DEBT].at,
	    [SC_DEBT_MEAN] = f->col[C_DEBT_MEAN].at,
	    [SC_PAYMENT] = f->col[C_PAYMENT].at,
	};

	return sc_put_field_series(f->r, f->member, f->t, at, e);
}

static bool
prepare(struct fields *f, struct err *e)
{
	struct db *db = f->r->db;

	f->school = db_prepare(db,
	    "INSERT INTO sc_school (id, opeid6, unitid, name, control, source_id) "
	    "VALUES (?, ?, ?, ?, ?, ?)",
	    e);
	f->field = f->school == NULL ? NULL
				     : db_prepare(db,
					 "INSERT INTO sc_field (id, cip4, title, source_id) "
					 "VALUES (?, ?, ?, ?)",
					 e);
	f->program = f->field == NULL ? NULL : db_prepare(db, insert_program, e);
	return f->program != NULL;
}

static bool
take_rows(struct fields *f, struct err *e)
{
	int step;

	while ((step = import_next(f->r, f->t, e)) == 1)
		if (!take_row(f, e))
			return false;
	return step == 0;
}

static void
fields_free(struct fields *f)
{
	stmt_finalize(f->school);
	stmt_finalize(f->field);
	stmt_finalize(f->program);
	map_free(&f->schools);
	map_free(&f->programs);
	map_free(&f->spelled);
	map_free(&f->titles);
	free(f->field_of);
	buf_free(&f->key);
	buf_free(&f->title);
	table_close(f->t);
}

bool
sc_run_fields(struct import_run *r, size_t member, struct err *e)
{
	struct fields f = {.r = r, .member = member, .key = BUF_INIT, .title = BUF_INIT};
	bool ok;

	memcpy(f.col, columns, sizeof f.col);
	map_init(&f.schools);
	map_init(&f.programs);
	map_init(&f.spelled);
	map_init(&f.titles);
	f.t = table_open(r->in, member, NULL, e);
	ok = f.t != NULL && import_columns(r, f.t, f.col, COLUMNS, e) && put_levels(r, e)
	    && put_series(&f, e) && prepare(&f, e) && take_rows(&f, e);
	fields_free(&f);
	return ok;
}
