/*
 * coverage.c - the map of coverage: the heads of its columns, their totals, a line for each role.
 */
#include "career/page/coverage.h"

#include "career/base/text.h"
#include "career/page/glyph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	CELL = 3,      /* '~', shade, digit */
	HEAD_MAX = 10, /* of a measure or a source */
	COLUMNS = 128, /* of which no screen shows more */
	NARROW = 60,   /* the legend goes to the end */
};

/* A column in sight. */
struct place {
	size_t index; /* measure or source */
	char head[2][HEAD_MAX * 4 + 1];
	int width; /* of its text, without the blank in front */
};

struct drawing {
	struct page *p;
	const struct coverage *c;
	const struct sources *sources;
	const struct coverage_opts *o;
	int label;
	struct place place[COLUMNS];
	size_t n;        /* in sight */
	size_t ncolumns; /* in all */
};

static int
label_width(int width)
{
	if (width >= 110)
		return 32;
	if (width >= 72)
		return 26;
	return 19;
}

/* --- columns --------------------------------------------------------------------------------- */

struct stating {
	uint32_t source, roles;
};

static int
by_roles(const void *a, const void *b)
{
	const struct stating *x = a, *y = b;

	if (x->roles != y->roles)
		return x->roles < y->roles ? 1 : -1;
	return (x->source > y->source) - (x->source < y->source);
}

/* The sources that state a measure, those that do it for most roles first; freed by the caller. */
static struct stating *
stating_of(const struct coverage *c, size_t measure, size_t *n)
{
	struct stating *s = mem_zero(c->nsources + 1, sizeof *s);

	*n = 0;
	for (size_t i = 0; i < c->nsources; i++) {
		s[*n] = (struct stating){(uint32_t)i, 0};
		for (size_t role = 0; c->on[i] && role < c->nroles; role++)
			s[*n].roles += coverage_statements(c, role, measure, i, NULL) > 0;
		*n += s[*n].roles > 0;
	}
	qsort(s, *n, sizeof *s, by_roles);
	return s;
}

size_t
coverage_source_at(const struct coverage *c, size_t measure, size_t column)
{
	size_t n;
	struct stating *s = stating_of(c, measure, &n);
	size_t found = column < n ? s[column].source : SIZE_MAX;

	free(s);
	return found;
}

static void
put_head(struct drawing *d, struct place *at, int line, const char *text)
{
	struct buf safe = BUF_INIT, cut = BUF_INIT;
	int w;

	text_safes(&safe, text, d->p->opts.ascii);
	w = text_width(safe.data);
	if (w > HEAD_MAX)
		w = text_clip(&cut, safe.data, HEAD_MAX, glyph(GLYPH_CUT, d->p->opts.ascii));
	snprintf(at->head[line], sizeof at->head[line], "%s", cut.len > 0 ? cut.data : safe.data);
	at->width = at->width > w ? at->width : w;
	buf_free(&safe);
	buf_free(&cut);
}

/* A name on two lines, parted at its last blank. */
static void
put_name(struct drawing *d, struct place *at, const char *name)
{
	const char *blank = strrchr(name, ' ');
	struct buf first = BUF_INIT;

	buf_add(&first, name, blank != NULL ? (size_t)(blank - name) : strlen(name));
	put_head(d, at, 0, first.data);
	put_head(d, at, 1, blank != NULL ? blank + 1 : "");
	buf_free(&first);
}

/* Takes the next column when it fits into what is left of the line. */
static bool
take(struct drawing *d, int *room, const struct place *at)
{
	if (d->n > 0 && (*room < at->width + 1 || d->n == COLUMNS))
		return false;
	d->place[d->n++] = *at;
	*room -= at->width + 1;
	return true;
}

static void
place_columns(struct drawing *d)
{
	size_t n = d->c->nmeasures;
	struct stating *by = d->o->by_source ? stating_of(d->c, d->o->measure, &n) : NULL;
	int room = d->p->opts.width - d->label - 1;
	bool more = true;

	d->ncolumns = n;
	for (size_t i = d->o->first; i < n && more; i++) {
		struct place at = {.index = by != NULL ? by[i].source : i, .width = CELL};

		if (by != NULL)
			put_name(d, &at, d->sources->s[at.index].short_name);
		for (int line = 0; by == NULL && line < 2; line++)
			put_head(d, &at, line, d->c->measure[i].head[line]);
		more = take(d, &room, &at);
	}
	free(by);
}

/* --- lines ----------------------------------------------------------------------------------- */

/* The blank between two columns, or a bracket beside that of the cursor. */
static const char *
between(const struct drawing *d, size_t i)
{
	size_t at = d->o->first + i;

	return at == d->o->column ? "[" : at == d->o->column + 1 && i > 0 ? "]" : " ";
}

static void
put_column(const struct drawing *d, size_t i, enum style style, const char *text)
{
	page_addf(
	    d->p, STYLE_TEXT, "%s%*s", between(d, i), d->place[i].width - text_width(text), "");
	page_add(d->p, style, text);
}

static void
end_columns(const struct drawing *d)
{
	page_add(d->p, STYLE_TEXT, between(d, d->n));
}

static void
put_label(const struct drawing *d, enum style style, const char *text)
{
	struct buf safe = BUF_INIT, cut = BUF_INIT;

	page_line(d->p);
	text_safes(&safe, text, d->p->opts.ascii);
	text_clip(&cut, safe.data, d->label - 1, glyph(GLYPH_CUT, d->p->opts.ascii));
	page_add(d->p, style, cut.data);
	page_to(d->p, d->label);
	buf_free(&safe);
	buf_free(&cut);
}

/* How many, with the shade of it. */
static void
cell_text(const struct page *p, size_t n, bool near, struct buf *out)
{
	if (near)
		buf_adds(out, "~");
	if (n == 0)
		buf_adds(out, glyph(GLYPH_DOT, p->opts.ascii));
	else if (p->opts.ascii || n > 9)
		buf_addf(out, "%zu", n);
	else
		buf_addf(out, "%s%zu",
		    glyph(n > 3 ? GLYPH_FULL : GLYPH_SHADE_1 + (enum glyph)(n - 1), false), n);
}

static void
put_cell(const struct drawing *d, size_t i, size_t role)
{
	const struct coverage *c = d->c;
	size_t at = d->place[i].index, n;
	uint32_t own;
	bool near;
	struct buf text = BUF_INIT;

	if (d->o->by_source) {
		n = coverage_statements(c, role, d->o->measure, at, &own);
	} else {
		n = c->sources[coverage_cell(c, role, at)];
		own = c->own[coverage_cell(c, role, at)];
	}
	near = n > 0 && own == 0;
	cell_text(d->p, n, near, &text);
	put_column(d, i, n == 0 ? STYLE_NOTE : near ? STYLE_NEAR : STYLE_VALUE, text.data);
	buf_free(&text);
}

/* What `m` on a line explains: the measure under the cursor. */
static const char *
term_here(const struct drawing *d)
{
	size_t k = d->o->by_source ? d->o->measure : d->o->column;

	return k < d->c->nmeasures ? d->c->measure[k].term : NULL;
}

static void
say_role(const struct drawing *d, size_t role)
{
	const struct coverage_role *r = &d->c->role[role];
	const char *term = term_here(d);
	struct buf command = BUF_INIT;

	put_label(d, STYLE_TEXT, r->title);
	buf_addf(&command, "coverage-cell %s", r->slug);
	page_anchor(d->p, ANCHOR_COMMAND, command.data);
	page_anchor(d->p, ANCHOR_ROLE, r->slug);
	if (term != NULL)
		page_anchor(d->p, ANCHOR_TERM, term);
	for (size_t i = 0; i < d->n; i++)
		put_cell(d, i, role);
	end_columns(d);
	buf_free(&command);
}

/* --- heads ----------------------------------------------------------------------------------- */

static void
say_legend(const struct drawing *d)
{
	struct page *p = d->p;
	struct buf one = BUF_INIT;

	page_line(p);
	for (size_t n = 1; n <= 4; n++) {
		buf_clear(&one);
		cell_text(p, n, false, &one);
		page_addf(p, STYLE_VALUE, "%s%s ", one.data, n == 4 ? "+" : "");
	}
	buf_clear(&one);
	cell_text(p, 0, false, &one);
	page_addf(
	    p, STYLE_NOTE, "%s, %s none, ", d->o->by_source ? "statements" : "sources", one.data);
	page_add(p, STYLE_NEAR, "~");
	page_add(p, STYLE_NOTE, " only of its field");
	if (p->opts.screen && p->opts.width >= NARROW + 16)
		page_add(p, STYLE_NOTE, d->o->by_source ? ".  V: by measure" : ".  V: by source");
	page_anchor(p, ANCHOR_TERM, "coverage");
	buf_free(&one);
}

/* The names of the columns, on two lines. */
static void
say_heads(const struct drawing *d)
{
	struct buf label = BUF_INIT;
	size_t last = d->o->first + d->n;

	for (int line = 0; line < 2; line++) {
		buf_clear(&label);
		if (line == 1)
			buf_addf(
			    &label, "%zu-%zu of %zu", d->o->first + (d->n > 0), last, d->ncolumns);
		else if (d->o->by_source)
			buf_adds(&label, d->c->measure[d->o->measure].says);
		else
			buf_adds(&label, "Who states what");
		put_label(d, line == 0 ? STYLE_HEADING : STYLE_NOTE, label.data);
		for (size_t i = 0; i < d->n; i++)
			put_column(d, i, STYLE_HEADING, d->place[i].head[line]);
		end_columns(d);
	}
	buf_free(&label);
}

static size_t
total_of(const struct drawing *d, size_t i)
{
	size_t n = 0;

	if (!d->o->by_source)
		return d->c->measure[d->place[i].index].roles;
	for (size_t role = 0; role < d->c->nroles; role++)
		n += coverage_statements(d->c, role, d->o->measure, d->place[i].index, NULL) > 0;
	return n;
}

static void
say_totals(const struct drawing *d)
{
	char text[40];

	snprintf(text, sizeof text, "roles, of %zu", d->c->nroles);
	put_label(d, STYLE_NOTE, text);
	for (size_t i = 0; i < d->n; i++) {
		snprintf(text, sizeof text, "%zu", total_of(d, i));
		put_column(d, i, STYLE_NOTE, text);
	}
	end_columns(d);
}

/* The roles that are left out until asked for. */
static void
say_folded(const struct drawing *d)
{
	size_t n = d->c->nroles - d->c->nshown;

	if (d->c->nshown == 0) {
		page_wrap(d->p, 0, STYLE_WARN,
		    "! No source that is on states anything of a role but its name.");
	}
	if (n == 0)
		return;
	page_line(d->p);
	page_addf(d->p, STYLE_NOTE,
	    d->o->all ? "v folds %zu only named, or occupations"
		      : "+ %zu only named, or occupations: v",
	    n);
	page_anchor(d->p, ANCHOR_COMMAND, "coverage-all");
}

void
page_coverage(struct page *p, struct reader *r, const struct coverage *c,
    const struct coverage_opts *o, struct coverage_shown *shown)
{
	struct coverage_opts opts = *o;
	struct drawing d = {.p = p, .c = c, .sources = &r->sources, .o = &opts};
	bool narrow = p->opts.width < NARROW;

	opts.by_source = o->by_source && o->measure < c->nmeasures;
	d.label = label_width(p->opts.width);
	place_columns(&d);
	if (!narrow)
		say_legend(&d);
	say_heads(&d);
	say_totals(&d);
	*shown = (struct coverage_shown){p->nlines, d.n, d.ncolumns};
	for (size_t i = 0; i < (o->all ? c->nroles : c->nshown); i++)
		say_role(&d, c->order[i]);
	say_folded(&d);
	if (narrow)
		say_legend(&d);
}
