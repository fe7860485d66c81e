/*
 * onet.c - the O*NET database of the U.S. Department of Labor: a folder or zip of its text
 * edition.
 *
 * A release holds some forty tables; those of onet_parts are read. One that is missing is noted,
 * except for Occupation Data: without it nothing is imported. Two folders may be given together;
 * a table that both have is refused, as which of them counts cannot be known.
 */
#include "career/import/importers.h"
#include "onet.h"

#include <ctype.h>
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
			sure = sure || (onet_parts[p].coded && set_has(in, i, NULL, coded, 1))
			    || (onet_parts[p].required && set_has(in, i, NULL, coded, 1));
		}
	return sure ? n : 0;
}

/* 1 found, 0 missing, -1 error: there twice. */
static int
find_part(struct input *in, const struct onet_part *p, size_t *member, struct err *e)
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

static bool
read_part(struct onet *o, const struct onet_part *p, size_t member, struct err *e)
{
	struct import_column c[ONET_COLUMNS];
	struct table *t = table_open(o->r->in, member, NULL, e);
	bool ok;

	memcpy(c, p->column, sizeof c);
	ok = t != NULL && import_columns(o->r, t, c, count_columns(p), e)
	    && prepare(o, p->put, &o->put, e) && prepare(o, p->second, &o->second, e)
	    && put_rows(o, p, t, c, e);
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

/* --- release and period --------------------------------------------------------------------- */

/* "29.0" of "O*NET 29.0 Database", of "db_29_0_text.zip" and of "onet-29.3/": two digits, a
 * mark, one digit. */
static bool
find_release(const char *s, char out[8])
{
	bool found = false;

	for (; strlen(s) >= 4; s++) {
		if (!isdigit((unsigned char)s[0]) || !isdigit((unsigned char)s[1])
		    || (s[2] != '.' && s[2] != '_') || !isdigit((unsigned char)s[3])
		    || isdigit((unsigned char)s[4]))
			continue;
		snprintf(out, 8, "%.2s.%c", s, s[3]);
		found = true;
	}
	return found;
}

static bool
release_of_read_me(struct input *in, char out[8])
{
	enum { READ_ME = 1 << 16 };
	int member = input_find(in, "Read Me.txt");
	struct buf text = BUF_INIT;
	struct err ignored = {0};
	bool found = false;

	if (member >= 0 && input_read(in, (size_t)member, READ_ME, &text, &ignored)) {
		char *end = strpbrk(text.data, "\r\n");

		if (end != NULL)
			*end = '\0';
		found = strstr(text.data, "O*NET") != NULL && find_release(text.data, out);
	}
	buf_free(&text);
	return found;
}

/* The Read Me's release; tables whose folder or zip is named after another one are told apart. */
static void
put_release(struct onet *o)
{
	struct import_run *r = o->r;
	char main_release[8] = "";
	struct buf text = BUF_INIT;

	for (size_t p = 0; p < onet_nparts; p++) {
		char own[8] = "";
		struct err ignored = {0};
		size_t member;

		if (find_part(r->in, &onet_parts[p], &member, &ignored) != 1)
			continue;
		find_release(input_place(r->in, member), own);
		if (p == 0) {
			if (!release_of_read_me(r->in, main_release))
				memcpy(main_release, own, sizeof own);
			buf_adds(&text, main_release);
		} else if (own[0] != '\0' && strcmp(own, main_release) != 0) {
			buf_addf(&text, ", %s %s", onet_parts[p].file, own);
		}
	}
	snprintf(r->release, sizeof r->release, "%s", text.data);
	buf_free(&text);
	if (o->first != 0)
		snprintf(r->period, sizeof r->period, "collected %d-%02d to %d-%02d",
		    o->first / 100, o->first % 100, o->latest / 100, o->latest % 100);
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

static bool
read_parts(struct onet *o, struct err *e)
{
	for (size_t p = 0; p < onet_nparts; p++) {
		size_t member;
		int found = find_part(o->r->in, &onet_parts[p], &member, e);

		if (found < 0)
			return false;
		if (found == 0 && onet_parts[p].required)
			return err_set(e, ERR_DATA,
			    "there is no %s.txt: name the folder or zip of the O*NET database that "
			    "holds it as well",
			    onet_parts[p].file);
		if (found == 0)
			buf_addf(&o->r->report.absent, "%s.txt\n", onet_parts[p].file);
		else if (!read_part(o, &onet_parts[p], member, e))
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
		put_release(&o);
	for (size_t i = 0; ok && i < sizeof series / sizeof *series; i++) {
		struct import_series s = series[i];

		s.period = r->period;
		ok = import_put_series(r, &s, e);
	}
	free(o.occupation);
	free(o.commodity);
	return ok;
}

static const char *const tables[] = {"onet_occupation", "onet_title", "onet_task",
    "onet_technology", "onet_commodity", "onet_element", "onet_rating", "onet_related",
    "onet_interest", "onet_education", "onet_zone", NULL};

const struct importer importer_onet = {
    .kind = "onet",
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
};
