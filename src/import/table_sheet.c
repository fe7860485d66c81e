/*
 * table_sheet.c - a sheet of a workbook (Office Open XML, ECMA-376 part 1, 18.3), read as it streams by.
 *
 * The workbook's own parts are small and bounded; of the sheet one batch of rows is in memory. Styles are not read:
 * a number is given as it is stored ("1.5418738E8"), a truth value as 1 or 0, an error as its text.
 */
#include "career/base/mem.h"
#include "table_read.h"
#include "xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	LAST_ROW = 1048576,
	LAST_COLUMN = 16384, /* both: ECMA-376, the limits of a sheet */
	WORKBOOK = 64 << 20,
	STRINGS = 64 << 20,
};

static const struct input_limits limits = {
    .members = 1000, .member = (uint64_t)192 << 20, .total = (uint64_t)384 << 20};

/* Texts that cells name by number. */
struct strings {
	struct buf text;
	size_t *at;
	size_t n, cap;
	bool inside, phonetic;
	struct xml *xml;
};

struct sheet {
	struct buf bytes; /* the workbook */
	struct input *in;
	struct strings strings;
	struct xml *xml;
	struct rows rows;
	struct table_repairs *repairs;
	struct buf value; /* of the cell under construction */
	size_t first;     /* field that the row under construction begins with */
	uint64_t row;
	size_t column; /* the next cell's, from 0 */
	char kind;     /* 's', 'i' inline, 'n' anything else */
	bool in_value, done;
};

/* --- shared strings -------------------------------------------------------------------------- */

static void
strings_start(void *ctx, const char *name, const char **attrs)
{
	struct strings *s = ctx;

	(void)attrs;
	if (strcmp(name, "si") == 0) {
		s->at = mem_reserve(s->at, &s->cap, s->n + 1, sizeof *s->at);
		s->at[s->n++] = s->text.len;
	} else if (strcmp(name, "rPh") == 0) {
		s->phonetic = true;
	} else if (strcmp(name, "t") == 0) {
		s->inside = s->n > 0 && !s->phonetic;
	}
}

static void
strings_end(void *ctx, const char *name)
{
	struct strings *s = ctx;

	if (strcmp(name, "si") == 0)
		buf_addc(&s->text, '\0');
	else if (strcmp(name, "rPh") == 0)
		s->phonetic = false;
	else if (strcmp(name, "t") == 0)
		s->inside = false;
}

static void
strings_text(void *ctx, const char *text, size_t len)
{
	struct strings *s = ctx;

	if (!s->inside)
		return;
	if (s->text.len + len > STRINGS)
		xml_stop(s->xml, "more than 64 MB of texts: refused");
	else
		buf_add(&s->text, text, len);
}

static bool
read_strings(struct sheet *sh, struct err *e)
{
	static const struct xml_events events = {strings_start, strings_end, strings_text};
	int member = input_find(sh->in, "sharedStrings.xml");

	if (member < 0)
		return true; /* a workbook without texts */
	sh->strings.xml = xml_open(sh->in, (size_t)member, &events, &sh->strings, e);
	return xml_all(sh->strings.xml, e);
}

/* --- which sheet ----------------------------------------------------------------------------- */

struct finding {
	const char *wanted; /* NULL: the first */
	char id[64];        /* its relationship */
	char target[256];
};

static void
workbook_start(void *ctx, const char *name, const char **attrs)
{
	struct finding *f = ctx;
	const char *title = xml_attr(attrs, "name"), *id = NULL;

	for (const char **a = attrs; *a != NULL; a += 2)
		if (strchr(*a, ':') != NULL && strcmp(strchr(*a, ':') + 1, "id") == 0)
			id = a[1];
	if (strcmp(name, "sheet") != 0 || f->id[0] != '\0' || id == NULL)
		return;
	if (f->wanted == NULL || (title != NULL && strcasecmp(title, f->wanted) == 0))
		snprintf(f->id, sizeof f->id, "%s", id);
}

static void
relation_start(void *ctx, const char *name, const char **attrs)
{
	struct finding *f = ctx;
	const char *id = xml_attr(attrs, "Id"), *target = xml_attr(attrs, "Target");

	if (strcmp(name, "Relationship") == 0 && id != NULL && target != NULL
	    && strcmp(id, f->id) == 0)
		snprintf(f->target, sizeof f->target, "%s", target);
}

static void
nothing_end(void *ctx, const char *name)
{
	(void)ctx, (void)name;
}

static void
nothing_text(void *ctx, const char *s, size_t len)
{
	(void)ctx, (void)s, (void)len;
}

static bool
read_part(
    struct sheet *sh, const char *part, const struct xml_events *events, void *ctx, struct err *e)
{
	int member = input_find(sh->in, part);

	if (member < 0)
		return err_set(e, ERR_DATA, "no %s in it: not a workbook", part);
	return xml_all(xml_open(sh->in, (size_t)member, events, ctx, e), e);
}

/* The member of the wanted sheet, -1 on failure. */
static int
find_sheet(struct sheet *sh, const char *wanted, struct err *e)
{
	static const struct xml_events book = {workbook_start, nothing_end, nothing_text},
				       relations = {relation_start, nothing_end, nothing_text};
	struct finding f = {.wanted = wanted};
	const char *leaf;
	int member;

	if (!read_part(sh, "workbook.xml", &book, &f, e))
		return -1;
	if (f.id[0] == '\0') {
		err_set(e, ERR_DATA, "the workbook has no sheet %s", wanted != NULL ? wanted : "");
		return -1;
	}
	if (!read_part(sh, "workbook.xml.rels", &relations, &f, e))
		return -1;
	leaf = strrchr(f.target, '/');
	member = input_find(sh->in, leaf != NULL ? leaf + 1 : f.target);
	if (member < 0)
		err_set(e, ERR_DATA, "the workbook's sheet '%.60s' is not in it", f.target);
	return member;
}

/* --- cells ----------------------------------------------------------------------------------- */

/* "B12": column from 0, row from 1. */
static bool
parse_reference(const char *s, size_t *column, uint64_t *row)
{
	size_t c = 0, digits = 0;
	uint64_t r = 0;

	for (; *s >= 'A' && *s <= 'Z' && c <= LAST_COLUMN; s++)
		c = c * 26 + (size_t)(*s - 'A' + 1);
	for (; *s >= '0' && *s <= '9' && digits < 8; s++, digits++)
		r = r * 10 + (uint64_t)(*s - '0');
	*column = c - 1;
	*row = r;
	return *s == '\0' && c >= 1 && c <= LAST_COLUMN && r >= 1 && r <= LAST_ROW;
}

static void
begin_row(struct sheet *sh, const char **attrs)
{
	const char *r = xml_attr(attrs, "r");
	char *end;
	unsigned long long at = r != NULL ? strtoull(r, &end, 10) : sh->row + 1;

	if (r != NULL && (*end != '\0' || r[0] == '-' || at <= sh->row || at > LAST_ROW)) {
		xml_stop(sh->xml, "a row's number is absurd or out of order: refused");
		return;
	}
	sh->row = at;
	sh->column = 0;
	sh->first = sh->rows.ncells;
}

static void
begin_cell(struct sheet *sh, const char **attrs)
{
	const char *r = xml_attr(attrs, "r"), *t = xml_attr(attrs, "t");
	size_t column = sh->column;
	uint64_t row = sh->row;

	if (r != NULL
	    && (!parse_reference(r, &column, &row) || row != sh->row || column < sh->column)) {
		xml_stop(sh->xml, "a cell's place is absurd or out of order: refused");
		return;
	}
	if (column >= TABLE_COLUMNS) {
		xml_stop(sh->xml, "more than 4,096 columns: refused");
		return;
	}
	for (; sh->column < column; sh->column++)
		rows_field(&sh->rows, "", 0, sh->repairs);
	sh->kind = t == NULL              ? 'n'
	    : strcmp(t, "s") == 0         ? 's'
	    : strcmp(t, "inlineStr") == 0 ? 'i'
					  : 'n';
	buf_clear(&sh->value);
}

static void
end_cell(struct sheet *sh)
{
	const struct strings *s = &sh->strings;
	const char *text = sh->value.data;
	char *end;
	unsigned long at;

	if (sh->kind == 's' && sh->value.len > 0) {
		at = strtoul(text, &end, 10);
		if (*end != '\0' || at >= s->n) {
			xml_stop(sh->xml,
			    "a cell names a text that the workbook does not have: refused");
			return;
		}
		text = s->text.data + s->at[at];
	}
	rows_field(&sh->rows, text, strlen(text), sh->repairs);
	sh->column++;
}

static void
sheet_start(void *ctx, const char *name, const char **attrs)
{
	struct sheet *sh = ctx;

	if (strcmp(name, "row") == 0)
		begin_row(sh, attrs);
	else if (strcmp(name, "c") == 0)
		begin_cell(sh, attrs);
	sh->in_value = strcmp(name, "v") == 0 || (sh->kind == 'i' && strcmp(name, "t") == 0);
}

static void
sheet_end(void *ctx, const char *name)
{
	struct sheet *sh = ctx;

	sh->in_value = false;
	if (strcmp(name, "c") == 0) {
		end_cell(sh);
	} else if (strcmp(name, "row") == 0) {
		rows_end(&sh->rows, sh->first, sh->row);
		sh->first = sh->rows.ncells;
	}
}

static void
sheet_text(void *ctx, const char *s, size_t len)
{
	struct sheet *sh = ctx;

	if (!sh->in_value)
		return;
	if (sh->value.len + len > TABLE_FIELD)
		xml_stop(sh->xml, "a cell of more than a megabyte: refused");
	else
		buf_add(&sh->value, s, len);
}

/* --- the table ------------------------------------------------------------------------------- */

/* Rows that were given are forgotten; the one under construction stays. */
static void
begin_batch(struct sheet *sh)
{
	struct rows *r = &sh->rows;
	size_t kept = r->ncells - sh->first, at = kept > 0 ? r->cell[sh->first].at : r->text.len;

	buf_remove(&r->text, 0, at);
	for (size_t i = 0; i < kept; i++) {
		r->cell[i] = r->cell[sh->first + i];
		r->cell[i].at -= at;
	}
	r->ncells = kept;
	r->nrows = r->next = 0;
	sh->first = 0;
}

/* A sheet leaves out the empty cells at a row's end. */
static void
fill_up(struct table *t, struct rows *r)
{
	if (t->n >= t->ncolumns)
		return;
	r->out = mem_reserve(r->out, &r->out_cap, t->ncolumns, sizeof *r->out);
	for (size_t i = t->n; i < t->ncolumns; i++)
		r->out[i] = (struct cell_text){"", 0};
	t->field = r->out;
	t->n = t->ncolumns;
}

static int
next(struct table *t, struct err *e)
{
	struct sheet *sh = t->state;

	while (!rows_give(&sh->rows, t)) {
		int more;

		if (sh->done)
			return 0;
		begin_batch(sh);
		more = xml_more(sh->xml, e);
		if (more < 0)
			return -1;
		sh->done = more == 0;
	}
	fill_up(t, &sh->rows);
	return 1;
}

static uint64_t
bytes_at(const struct table *t)
{
	return xml_at(((const struct sheet *)t->state)->xml);
}

static void
close_sheet(struct table *t)
{
	struct sheet *sh = t->state;

	xml_close(sh->xml);
	input_free(sh->in);
	rows_free(&sh->rows);
	buf_free(&sh->strings.text);
	free(sh->strings.at);
	buf_free(&sh->value);
	buf_free(&sh->bytes);
	free(sh);
}

static const struct table_ops ops = {next, bytes_at, close_sheet};

bool
table_open_sheet(struct table *t, struct input *in, size_t member, const char *name, struct err *e)
{
	static const struct xml_events events = {sheet_start, sheet_end, sheet_text};
	struct sheet *sh = mem_zero(1, sizeof *sh);
	int sheet;

	buf_init(&sh->bytes);
	buf_init(&sh->value);
	buf_init(&sh->strings.text);
	buf_init(&sh->rows.text);
	sh->repairs = &t->repairs;
	sh->in = input_new(&limits);
	t->ops = &ops;
	t->state = sh;
	if (!input_read(in, member, WORKBOOK, &sh->bytes, e)
	    || !input_add_bytes(sh->in, t->place, sh->bytes.data, sh->bytes.len, e)
	    || !read_strings(sh, e))
		return false;
	sheet = find_sheet(sh, name, e);
	if (sheet < 0)
		return err_prefix(e, "%s", t->place);
	t->size = input_size(sh->in, (size_t)sheet);
	sh->xml = xml_open(sh->in, (size_t)sheet, &events, sh, e);
	return sh->xml != NULL;
}
