/* compare_export.c - a comparison for files. */
#include "career/cmd/compare_export.h"

#include "career/base/text.h"

#include <string.h>
#include <strings.h>

enum { FRONT = 3, CELLS = FRONT + 2 * COMPARE_MAX };

struct export
{
	struct out *o;
	const struct compare *c;
	const struct compare_opts *how;
	bool deltas;         /* differences stand in columns of their own */
	struct arena *arena; /* of texts */
};

static struct cell
text_cell(const char *text)
{
	return (struct cell){
	    .kind = text != NULL && *text != '\0' ? CELL_TEXT : CELL_ABSENT, .text = text};
}

static const char *
take(const struct export *x, struct buf *b)
{
	const char *text = arena_ndup(x->arena, b->data, b->len);

	buf_free(b);
	return text;
}

static const char *
safe(const struct export *x, const char *text)
{
	struct buf b = BUF_INIT;

	text_safes(&b, text, x->o->ascii);
	return take(x, &b);
}

static bool
has_delta(const struct export *x, size_t column)
{
	return x->deltas && x->how->baseline != (int)column;
}

/* --- one table ------------------------------------------------------------------------------- */

static size_t
flat_columns(const struct export *x, struct out_column *cols)
{
	size_t n = 0;

	cols[n++] = (struct out_column){"block", "Block", false, 20};
	cols[n++] = (struct out_column){"aspect", "Aspect", false, 24};
	cols[n++] = (struct out_column){"note", "Note", false, 24};
	for (size_t i = 0; i < x->c->n; i++) {
		const char *key = x->c->key[i];

		cols[n++] = (struct out_column){key, safe(x, x->c->name[i]), false, 24};
		if (has_delta(x, i))
			cols[n++] = (struct out_column){
			    arena_printf(x->arena, "%s delta", key), "Difference", false, 12};
	}
	return n;
}

/* A row that says something of the comparison; `cell` gives the columns' texts, NULL: none. */
static void
flat_say(const struct export *x, const char *aspect, const char *note, const char *const *text)
{
	struct cell cells[CELLS] = {{0}};
	size_t n = FRONT;

	cells[0] = text_cell("Compare");
	cells[1] = text_cell(aspect);
	cells[2] = text_cell(note);
	for (size_t i = 0; i < x->c->n; i++) {
		cells[n++] = text_cell(text != NULL ? text[i] : NULL);
		n += has_delta(x, i);
	}
	out_row(x->o, cells);
}

static void
flat_row(const struct export *x, const struct compare_row *row)
{
	struct cell cells[CELLS] = {{0}};
	size_t n = FRONT;

	cells[0] = text_cell(row->block);
	cells[1] = text_cell(row->label);
	cells[2] = text_cell(row->note);
	for (size_t i = 0; i < x->c->n; i++) {
		struct buf delta = BUF_INIT;

		cells[n++] = text_cell(row->cell[i].text);
		if (has_delta(x, i)) {
			compare_delta(&delta, x->c, row, i, x->how);
			cells[n++] = text_cell(take(x, &delta));
		}
	}
	out_row(x->o, cells);
}

static void
flat_folded(const struct export *x, const struct compare_block *b)
{
	struct buf folded = BUF_INIT, labels = BUF_INIT;
	struct cell cells[CELLS] = {{0}};

	if (b->folded == b->to)
		return;
	compare_folded(&folded, b);
	compare_folded_labels(&labels, x->c, b);
	cells[0] = text_cell(x->c->row[b->from].block);
	cells[1] = text_cell(take(x, &folded));
	cells[2] = text_cell(take(x, &labels));
	out_row(x->o, cells);
}

static void
flat(const struct export *x)
{
	struct out_column cols[CELLS];
	struct compare_block b = {0, 0, 0};
	int base = x->how->baseline;

	x->o->cols = cols;
	x->o->ncols = flat_columns(x, cols);
	out_begin(x->o);
	flat_say(x, "in short", x->c->answer, NULL);
	flat_say(x, "name",
	    base >= 0 ? arena_printf(x->arena, "baseline: %s", x->c->name[base]) : "", x->c->name);
	while (compare_next(x->c, x->how, &b)) {
		for (size_t i = b.from; i < b.folded; i++)
			flat_row(x, &x->c->row[i]);
		flat_folded(x, &b);
	}
	out_end(x->o);
}

/* --- Markdown -------------------------------------------------------------------------------- */

/* A paragraph, or with "## " in front a heading. */
static void
md_say(const struct export *x, const char *front, const char *text)
{
	struct buf *out = &x->o->sink->buf;

	if (*text == '\0')
		return;
	buf_adds(out, front);
	out_md_text(out, safe(x, text));
	buf_adds(out, "\n\n");
}

/* A note stands in a row of its own above those that it explains. */
static void
md_note(const struct export *x, const char *note)
{
	struct cell cells[1 + COMPARE_MAX];

	cells[0] = text_cell(note);
	for (size_t i = 0; i < x->c->n; i++)
		cells[1 + i] = (struct cell){.kind = CELL_TEXT, .text = " "};
	out_row(x->o, cells);
}

static void
md_row(const struct export *x, const struct compare_row *row)
{
	struct cell cells[1 + COMPARE_MAX];

	cells[0] = text_cell(row->equal ? arena_printf(x->arena, "= %s", row->label) : row->label);
	for (size_t i = 0; i < x->c->n; i++) {
		struct buf b = BUF_INIT;

		compare_cell_says(&b, x->c, row, i, x->how);
		cells[1 + i] = text_cell(take(x, &b));
	}
	out_row(x->o, cells);
}

static void
md_table(const struct export *x, const struct compare_block *b)
{
	struct out_column cols[1 + COMPARE_MAX] = {{"", "", false, 0}};
	const char *note = "";

	for (size_t i = 0; i < x->c->n; i++) {
		struct buf name = BUF_INIT;

		compare_name(&name, x->c, i, x->how);
		cols[1 + i] = (struct out_column){"", safe(x, take(x, &name)), false, 0};
	}
	x->o->cols = cols;
	x->o->ncols = 1 + x->c->n;
	out_begin(x->o);
	for (size_t i = b->from; i < b->folded; i++) {
		const struct compare_row *row = &x->c->row[i];

		if (*row->note != '\0' && strcmp(row->note, note) != 0)
			md_note(x, row->note);
		note = row->note;
		md_row(x, row);
	}
	out_end(x->o);
	buf_addc(&x->o->sink->buf, '\n');
}

static void
md(const struct export *x)
{
	struct compare_block b = {0, 0, 0};

	buf_adds(&x->o->sink->buf, "# Compare\n\n");
	md_say(x, "", x->c->shared);
	md_say(x, "", x->c->answer);
	while (compare_next(x->c, x->how, &b)) {
		struct buf folded = BUF_INIT;

		md_say(x, "## ", compare_block_says(x->c, x->c->row[b.from].block));
		md_say(x, "", compare_block_note(x->c->row[b.from].block));
		if (b.folded > b.from)
			md_table(x, &b);
		compare_folded(&folded, &b);
		buf_adds(&folded, folded.len > 0 ? ": " : "");
		compare_folded_labels(&folded, x->c, &b);
		md_say(x, "", take(x, &folded));
	}
	/* No blank line at the end. */
	buf_remove(&x->o->sink->buf, x->o->sink->buf.len - 1, 1);
}

/* --- both ------------------------------------------------------------------------------------ */

void
compare_export(struct out *o, const struct compare *c, const struct compare_opts *how)
{
	struct arena arena;
	struct export x = {
	    .o = o, .c = c, .how = how, .deltas = how->baseline >= 0, .arena = &arena};

	arena_init(&arena);
	if (strcmp(o->format->name, "md") == 0)
		md(&x);
	else
		flat(&x);
	arena_free(&arena);
}

/* --- files ----------------------------------------------------------------------------------- */

const char *
compare_suffix(const char *path, struct err *e)
{
	static const char *const known[] = {"md", "csv", "json", "txt"};
	const char *name = strrchr(path, '/'), *dot;

	name = name != NULL ? name + 1 : path;
	dot = strrchr(name, '.');
	for (size_t i = 0; dot != NULL && dot > name && i < sizeof known / sizeof *known; i++)
		if (strcasecmp(dot + 1, known[i]) == 0)
			return known[i];
	err_set(e, ERR_USAGE,
	    "a comparison goes into a file that ends in .md, .csv, .json or .txt, not %s", path);
	return NULL;
}

static bool
text_file(struct buf *out, const struct compare_seen *s, struct err *e)
{
	struct page_opts opts = s->page;
	struct page p;
	bool ok;

	opts.details = true; /* in a file nothing need be cut */
	page_init(&p, &opts);
	ok = page_compare_all(&p, s->reader, s->compare, &s->how, e);
	if (ok)
		page_text(&p, out);
	page_free(&p);
	return ok;
}

static const struct out_format *
format_of(const char *name)
{
	for (size_t i = 0; i < nout_formats; i++)
		if (strcmp(out_formats[i].name, name) == 0)
			return &out_formats[i];
	return NULL;
}

bool
compare_file(struct buf *out, const struct compare_seen *s, const char *path, struct err *e)
{
	const char *suffix = compare_suffix(path, e);
	struct sink sink;
	struct out o = {.sink = &sink, .ascii = s->page.ascii};

	if (suffix == NULL)
		return false;
	o.format = format_of(suffix);
	if (o.format == NULL)
		return text_file(out, s, e);
	sink_init(&sink, SINK_MEMORY);
	compare_export(&o, s->compare, &s->how);
	buf_add(out, sink.buf.data, sink.buf.len);
	buf_free(&sink.buf);
	return true;
}
