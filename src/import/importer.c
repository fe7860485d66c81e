/* importer.c - what the importers share: columns, rows, numbers and codes as publishers write them. */
#include "career/import/importer.h"

#include "career/base/num.h"
#include "career/base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TELL_EVERY = 512 }; /* rows between two calls of progress */

/* --- columns --------------------------------------------------------------------------------- */

/* "'CIPCODE', or 'CIP'" */
static void
put_names(struct buf *out, const char *const *names)
{
	for (size_t i = 0; names[i] != NULL; i++)
		buf_addf(out, "%s'%s'", i > 0 ? " or " : "", names[i]);
}

static void
put_header(struct buf *out, const struct table *t)
{
	enum { SHOWN = 8, CELLS = 40 };

	for (size_t i = 0; i < t->ncolumns && i < SHOWN; i++) {
		buf_adds(out, i > 0 ? ", '" : "'");
		text_clip(out, t->column[i].s, CELLS, "~");
		buf_addc(out, '\'');
	}
	if (t->ncolumns > SHOWN)
		buf_addf(out, " and %zu more", t->ncolumns - SHOWN);
}

static bool
column_missing(const struct table *t, const struct import_column *c, struct err *e)
{
	struct buf text = BUF_INIT;

	put_names(&text, c->names);
	buf_adds(&text, "; it has ");
	put_header(&text, t);
	err_set(e, ERR_DATA, "%s:1: there is no column %s", t->place, text.data);
	buf_free(&text);
	return false;
}

/* Whether a line of the text is the name. */
static bool
has_line(const char *text, const char *name)
{
	size_t len = strlen(name);

	for (const char *s = text; *s != '\0'; s += strcspn(s, "\n"), s += *s != '\0')
		if (strncmp(s, name, len) == 0 && s[len] == '\n')
			return true;
	return false;
}

/* Noted once for each part that lacks it. */
static void
note_absent(struct import_run *r, const char *name)
{
	const char *before = r->done[r->part].absent;

	if (!has_line(r->report.absent.data + r->absent_before, name)
	    && (before == NULL || !has_line(before, name)))
		buf_addf(&r->report.absent, "%s\n", name);
}

bool
import_columns(
    struct import_run *r, const struct table *t, struct import_column *c, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++) {
		c[i].at = table_column(t, c[i].names);
		if (c[i].at >= 0)
			continue;
		if (c[i].required)
			return column_missing(t, &c[i], e);
		note_absent(r, c[i].names[0]);
	}
	return true;
}

/* --- rows ------------------------------------------------------------------------------------ */

static bool
tell(struct import_run *r, const struct table *t, struct err *e)
{
	if (r->progress == NULL)
		return true;
	return r->progress(r->ctx, t->place, table_at(t), t->size)
	    || err_set(e, ERR_INTERRUPTED, "interrupted: nothing was imported");
}

int
import_next(struct import_run *r, struct table *t, struct err *e)
{
	int step;

	while ((step = table_next(t, e)) == 1) {
		if (r->report.read++ % TELL_EVERY == 0 && !tell(r, t, e))
			return -1;
		if (t->n == t->ncolumns)
			return 1;
		import_reject(r, t,
		    t->n < t->ncolumns ? "fewer fields than columns" : "more fields than columns");
	}
	if (step == 0) {
		r->report.repairs.bytes += t->repairs.bytes;
		r->report.repairs.formulas += t->repairs.formulas;
		t->repairs = (struct table_repairs){0, 0};
	}
	return step;
}

void
import_kept(struct import_run *r)
{
	r->report.kept++;
}

void
import_reject(struct import_run *r, const struct table *t, const char *reason)
{
	struct import_report *p = &r->report;
	size_t i = 0;

	p->rejected++;
	while (i < p->nreasons && strcmp(p->reasons[i].reason, reason) != 0)
		i++;
	if (i == IMPORT_REASONS) {
		i = IMPORT_REASONS - 1;
		p->reasons[i].reason = "other reasons";
	} else if (i == p->nreasons) {
		p->reasons[i].reason = reason;
		p->reasons[i].n = 0;
		p->nreasons++;
	}
	p->reasons[i].n++;
	if (r->reject != NULL)
		r->reject(r->ctx, t, reason);
}

/* --- numbers and codes ----------------------------------------------------------------------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
import_number(const char *s, double *out)
{
	enum { LONGEST = 64 };
	char copy[LONGEST];
	size_t len;

	while (*s == ' ')
		s++;
	len = strlen(s);
	while (len > 0 && s[len - 1] == ' ')
		len--;
	if (len == 0 || len >= LONGEST)
		return false;
	if (s[len] == '\0')
		return num_parse(s, out);
	memcpy(copy, s, len);
	copy[len] = '\0';
	return num_parse(copy, out);
}

/* `n` digits at s, with zeros in front up to `digits`. */
static void
pad_left(char *out, const char *s, size_t n, size_t digits)
{
	memset(out, '0', digits - n);
	memcpy(out + digits - n, s, n);
	out[digits] = '\0';
}

static size_t
count_digits(const char *s)
{
	size_t n = 0;

	while (is_digit(s[n]))
		n++;
	return n;
}

bool
import_code(struct import_run *r, const char *s, size_t digits, char *out, size_t size)
{
	size_t n = count_digits(s);

	if (n == 0 || n > digits || s[n] != '\0' || digits >= size)
		return false;
	pad_left(out, s, n, digits);
	r->report.codes_repaired += n < digits;
	return true;
}

bool
import_soc(const char *s, char out[8])
{
	enum { MAJOR = 2, MINOR = 4 };
	const char *minor = s + MAJOR;

	if (count_digits(s) == MAJOR + MINOR && s[MAJOR + MINOR] == '\0') {
		snprintf(out, 8, "%.2s-%.4s", s, minor);
		return true;
	}
	if (count_digits(s) != MAJOR || s[MAJOR] != '-' || count_digits(++minor) != MINOR)
		return false;
	s = minor - MAJOR - 1;
	minor += MINOR;
	if (*minor == '.' && count_digits(minor + 1) == 2)
		minor += 3;
	if (*minor != '\0')
		return false;
	snprintf(out, 8, "%.7s", s);
	return true;
}

bool
import_cip(struct import_run *r, const char *s, size_t digits, int64_t *out)
{
	enum { FAMILY = 2 };
	size_t whole = count_digits(s), wanted = s[whole] == '.' ? FAMILY : digits, part = 0;
	const char *behind = s + whole;
	int64_t v = 0;

	if (*behind == '.')
		part = count_digits(++behind);
	if (whole == 0 || whole > wanted || behind[part] != '\0'
	    || (wanted == FAMILY && (part == 0 || part > digits - FAMILY)))
		return false;
	for (size_t i = 0; i < whole; i++)
		v = v * 10 + (s[i] - '0');
	for (size_t i = 0; wanted == FAMILY && i < digits - FAMILY; i++)
		v = v * 10 + (i < part ? behind[i] - '0' : 0);
	r->report.codes_repaired += whole < wanted || (wanted == FAMILY && part < digits - FAMILY);
	*out = v;
	return true;
}

/* --- series ---------------------------------------------------------------------------------- */

static void
bind_horizon(struct stmt *st, int pos, double years)
{
	if (isnan(years))
		stmt_bind_null(st, pos);
	else
		stmt_bind_num(st, pos, years);
}

bool
import_put_series(struct import_run *r, const struct import_series *s, struct err *e)
{
	struct stmt *st = db_query(r->db, "national_series", e);
	const char *const text[] = {s->relation, s->name, s->measure, s->statistic, s->unit, s->per,
	    s->basis, s->period, s->place, s->audience, s->locator, s->words};
	const int n = sizeof text / sizeof *text;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, r->source);
	for (int i = 0; i < n; i++)
		stmt_bind_text(st, 2 + i, text[i]);
	bind_horizon(st, 2 + n, s->horizon_lo);
	bind_horizon(st, 3 + n, s->horizon_hi);
	return stmt_run(st, e);
}
