/*
 * onet.c - the O*NET database of the U.S. Department of Labor: a folder or zip of its text
 * edition.
 *
 * A release holds some forty tables; those of onet_parts are read, each of them a part of the set. One that is
 * missing is noted, except for Occupation Data: where neither the files nor the old catalog have it, nothing is
 * imported. Two folders may be given together; a table that both have is refused, as which of them counts cannot be
 * known.
 */
#include "career/import/importers.h"
#include "onet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const coded[] = {"O*NET-SOC Code", NULL};

/* --- files ---------------------------------------------------------------------------------- */

static bool
is_part(const struct input *in, size_t member, const struct onet_part *p)
{
	const char *name = input_name(in, member);
	size_t len = strlen(p->file);

	return strncasecmp(name, p->file, len) == 0
	    && (strcasecmp(name + len, ".txt") == 0 || strcasecmp(name + len, ".xlsx") == 0);
}

/* The names are plain words ("Skills.txt"): one of the tables must have the codes as well. */
static size_t
sniff(struct input *in)
{
	bool sure = false;
	size_t n = 0;

	for (size_t p = 0; p < onet_nparts; p++)
		for (size_t i = 0; i < input_count(in); i++) {
			if (!is_part(in, i, &onet_parts[p]))
				continue;
			n++;
			sure = sure
			    || ((onet_parts[p].coded || p == 0) && set_has(in, i, NULL, coded, 1));
		}
	return sure ? n : 0;
}

static int
part_of(struct input *in, size_t member)
{
	for (size_t p = 0; p < onet_nparts; p++)
		if (is_part(in, member, &onet_parts[p]))
			return (int)p;
	return -1;
}

int
onet_find_part(struct input *in, const struct onet_part *p, size_t *member, struct err *e)
{
	bool found = false;

	for (size_t i = 0; i < input_count(in); i++) {
		if (!is_part(in, i, p))
			continue;
		if (found) {
			err_set(e, ERR_DATA, "%s is given twice: %s and %s; give one of them",
			    p->file, input_place(in, *member), input_place(in, i));
			return -1;
		}
		*member = i;
		found = true;
	}
	return found;
}

/* --- reading a part ------------------------------------------------------------------------- */

static int
by_code(const void *key, const void *occupation)
{
	return strcmp(key, ((const struct onet_occupation *)occupation)->code);
}

struct onet_occupation *
onet_find(struct onet *o, const char *code)
{
	if (o->last == NULL || strcmp(o->last->code, code) != 0)
		o->last = o->n > 0
		    ? bsearch(code, o->occupation, o->n, sizeof *o->occupation, by_code)
		    : NULL;
	return o->last;
}

/* "08/2023" */
static void
note_date(struct onet *o, const char *s)
{
	int month, year, when;

	if (strlen(s) != 7 || s[2] != '/')
		return;
	month = (int)strtol(s, NULL, 10);
	year = (int)strtol(s + 3, NULL, 10);
	when = year * 100 + month;
	if (month < 1 || month > 12 || year < 1900)
		return;
	if (o->first == 0 || when < o->first)
		o->first = when;
	if (when > o->latest)
		o->latest = when;
}

static bool
put_rows(struct onet *o, const struct onet_part *p, struct table *t, struct import_column *c,
    struct err *e)
{
	int step;

	while ((step = import_next(o->r, t, e)) == 1) {
		struct onet_row row = {t, c, NULL};

		if (p->coded && (row.at = onet_find(o, table_text(t, c[0].at))) == NULL) {
			import_reject(o->r, t, "an occupation that is not in Occupation Data");
			continue;
		}
		if (p->date >= 0)
			note_date(o, table_text(t, c[p->date].at));
		if (!p->row(o, &row, e))
			return false;
	}
	return step == 0;
}

static bool
prepare(struct onet *o, const char *sql, struct stmt **out, struct err *e)
{
	*out = sql != NULL ? db_prepare(o->r->db, sql, e) : NULL;
	return sql == NULL || *out != NULL;
}

static size_t
count_columns(const struct onet_part *p)
{
	size_t n = 0;

	while (n < ONET_COLUMNS && p->column[n].names != NULL)
		n++;
	return n;
}

static void
put_period(struct onet *o)
{
	struct import_done *d = &o->r->done[o->r->part];

	if (o->first != 0)
		snprintf(d->period, sizeof d->period, "collected %d-%02d to %d-%02d",
		    o->first / 100, o->first % 100, o->latest / 100, o->latest % 100);
	o->first = o->latest = 0;
}

static bool
read_part(struct onet *o, const struct onet_part *p, size_t member, struct err *e)
{
	struct import_column c[ONET_COLUMNS];
	struct table *t = table_open(o->r->in, member, NULL, e);
	bool ok;

	memcpy(c, p->column, sizeof c);
	import_begin_part(o->r, (size_t)(p - onet_parts));
	ok = t != NULL && import_columns(o->r, t, c, count_columns(p), e)
	    && prepare(o, p->put, &o->put, e) && prepare(o, p->second, &o->second, e)
	    && put_rows(o, p, t, c, e);
	put_period(o);
	stmt_finalize(o->put);
	stmt_finalize(o->second);
	o->put = o->second = NULL;
	table_close(t);
	return ok;
}

/* --- interests in order --------------------------------------------------------------------- */

/* The publisher's high points, best first; where a release has none the three highest values. */
static void
letters_of(const struct onet_occupation *x, char out[4])
{
	static const char letters[] = "RIASEC";
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		if (x->high[i] > 0)
			out[n++] = letters[x->high[i] - 1];
	while (n < 3 && x->high[0] == 0) {
		int best = -1;

		for (int i = 0; i < ONET_LETTERS; i++)
			if (!isnan(x->interest[i]) && memchr(out, letters[i], n) == NULL
			    && (best < 0 || x->interest[i] > x->interest[best]))
				best = i;
		if (best < 0)
			break;
		out[n++] = letters[best];
	}
	out[n] = '\0';
}

static bool
put_letters(struct onet *o, struct err *e)
{
	struct stmt *st =
	    db_prepare(o->r->db, "UPDATE onet_occupation SET riasec = ?2 WHERE code = ?1", e);
	bool ok = st != NULL;

	for (size_t i = 0; ok && i < o->n; i++) {
		char letters[4];

		letters_of(&o->occupation[i], letters);
		if (letters[0] == '\0')
			continue;
		stmt_bind_text(st, 1, o->occupation[i].code);
		stmt_bind_text(st, 2, letters);
		ok = stmt_run(st, e);
	}
	stmt_finalize(st);
	return ok;
}

/* --- the whole ------------------------------------------------------------------------------ */

static const struct import_series series[] = {
    {"onet_rating", "importance", "importance", "mean", "scale 1-5", NULL, NULL, NULL, "US", NULL,
	"Skills, Knowledge: Data Value, scale IM", "Importance", NAN, NAN},
    {"onet_rating", "level", "level", "mean", "scale 0-7", NULL, NULL, NULL, "US", NULL,
	"Skills, Knowledge: Data Value, scale LV", "Level", NAN, NAN},
    {"onet_interest", "value", "interest", "point", "scale 1-7", NULL, NULL, NULL, "US", NULL,
	"Interests: Data Value, scale OI", "Occupational Interests", NAN, NAN},
    {"onet_education", "percent", "share", "point", "percent", NULL, NULL, NULL, "US",
	"workers and experts who were asked",
	"Education, Training, and Experience: Data Value, scale RL", "Required Level Of Education",
	NAN, NAN},
};

/* Occupations that the files lack, but the old catalog has. */
static bool
load_occupations(struct onet *o, struct err *e)
{
	struct stmt *st =
	    db_prepare(o->r->db, "SELECT code FROM onet_occupation WHERE source_id = ?1", e);
	int step = -1;

	if (st != NULL)
		stmt_bind_int(st, 1, o->r->source);
	while (st != NULL && (step = stmt_step(st, e)) == 1)
		if (strlen(stmt_str(st, 0)) == ONET_CODE - 1)
			onet_add(o, stmt_str(st, 0));
	stmt_finalize(st);
	if (step == 0 && o->n == 0)
		return err_set(e, ERR_DATA,
		    "there is no %s.txt: name the folder or zip of the O*NET database that "
		    "holds it as well",
		    onet_parts[0].file);
	return step == 0;
}

static bool
read_parts(struct onet *o, struct err *e)
{
	for (size_t p = 0; p < onet_nparts; p++) {
		size_t member;
		int found = onet_find_part(o->r->in, &onet_parts[p], &member, e);

		if (found < 0)
			return false;
		if (found == 0 && p > 0)
			import_lacks_part(o->r, onet_import_parts[p].name);
		if (found == 0 ? p == 0 && !load_occupations(o, e)
			       : !read_part(o, &onet_parts[p], member, e))
			return false;
	}
	return true;
}

/* The first part that brings rows of a table; NULL: none was read. */
static const struct import_done *
first_with(const struct import_run *r, const char *table)
{
	for (size_t p = 0; p < onet_nparts; p++)
		for (const struct import_rows *rows = onet_import_parts[p].rows;
		     r->done[p].begun && rows->table != NULL; rows++)
			if (strcmp(rows->table, table) == 0)
				return &r->done[p];
	return NULL;
}

/* What the columns mean of those tables that were read. */
static bool
put_series(struct import_run *r, struct err *e)
{
	for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
		struct import_series s = series[i];
		const struct import_done *d = first_with(r, s.relation);

		s.period = d != NULL && d->period[0] != '\0' ? d->period : NULL;
		if (d != NULL && !import_put_series(r, &s, e))
			return false;
	}
	return true;
}

static bool
run(struct import_run *r, struct err *e)
{
	struct onet o = {.r = r};
	bool ok = read_parts(&o, e) && put_letters(&o, e);

	if (ok)
		onet_put_release(&o);
	ok = ok && put_series(r, e);
	free(o.occupation);
	free(o.commodity);
	return ok;
}

static const char *const tables[] = {"onet_occupation", "onet_title", "onet_task",
    "onet_technology", "onet_commodity", "onet_element", "onet_rating", "onet_related",
    "onet_interest", "onet_education", "onet_zone", NULL};

const struct importer importer_onet = {
    .kind = "onet",
    .label = "O*NET",
    .title = "O*NET Database",
    .publisher = "U.S. Department of Labor",
    .source_kind = "official",
    .url = "https://www.onetcenter.org/database.html",
    .licence = "CC BY 4.0",
    .attribution =
	"O*NET Database by the U.S. Department of Labor, Employment and Training "
	"Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a "
	"trademark of USDOL/ETA. This program selects from its contents; USDOL/ETA has not "
	"approved, endorsed, or tested these modifications.",
    .about = "occupations: titles, tasks, technology, skills, knowledge, interests, education",
    .tables = tables,
    .sniff = sniff,
    .run = run,
    .parts = onet_import_parts,
    .part_of = part_of,
};
