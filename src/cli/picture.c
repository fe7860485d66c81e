/* picture.c - `career picture LIST [QUERY...]`: numbers of a list as a picture, in words, or share by share. */
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/listview.h"
#include "career/model/rolecols.h"
#include "career/out/out.h"
#include "career/page/scatter.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum {
	LINES = 24,
	WIDEST = 100,
	VALUE = 32, /* bytes of a number */
};

struct drawing {
	struct cli *c;
	const struct list *list;
	struct db *db;
	struct frame frame;
	struct view view;
	struct scatter plot;
	struct scatter_axes axes;
};

/* --- what is asked ---------------------------------------------------------------------------- */

static bool
find_list(struct drawing *d, struct err *e)
{
	const char *name = d->c->cmd->args[0], *names[16], *near;
	size_t n = 0;

	d->list = list_find(name);
	if (d->list != NULL && d->list->view != NULL)
		return true;
	for (size_t i = 0; i < nlists && n < sizeof names / sizeof *names; i++)
		if (lists[i]->view != NULL)
			names[n++] = lists[i]->name;
	near = text_nearest(name, names, n);
	if (near != NULL)
		return err_set(e, ERR_USAGE, "no list '%s'; nearest: %s", name, near);
	return err_set(e, ERR_USAGE, "no list '%s': career picture programs draws one", name);
}

static bool
find_axes(struct drawing *d, struct err *e)
{
	const struct cmdline *cmd = d->c->cmd;
	struct buf words = BUF_INIT;
	bool ok;

	if (cmd->y != NULL && cmd->x == NULL)
		return err_set(e, ERR_USAGE, "--y wants --x as well: which number it goes by");
	if (cmd->x != NULL)
		buf_addf(&words, "%s %s", cmd->x, cmd->y != NULL ? cmd->y : "");
	ok = scatter_parse(d->list, words.data, &d->axes, e);
	buf_free(&words);
	if (ok && d->axes.x == SCATTER_NONE && !scatter_offer(d->list, 0, &d->axes))
		return err_set(
		    e, ERR_USAGE, "what of %s is to be drawn? --x FIELD says it", d->list->name);
	if (cmd->x == NULL)
		d->axes = (struct scatter_axes){SCATTER_NONE, SCATTER_NONE};
	return ok;
}

/* Occupations and skills of imported sets come when the query names them, as in their lists. */
static void
leave_out_sets(struct drawing *d, struct buf *text)
{
	static const char own[] = "-pack:" ROLES_OF_SETS " ";
	const struct query *q = &d->view.query;
	int pack = field_find(d->list, "pack");

	if ((d->list != &list_roles && d->list != &list_skills) || q->error[0] != '\0'
	    || !rolecols_has_sets(&d->frame))
		return;
	for (size_t i = 0; i < q->nterms; i++)
		if (q->terms[i].field == pack)
			return;
	buf_insert(text, 0, own, sizeof own - 1);
	view_set(&d->view, text->data, false);
}

static bool
apply_query(struct drawing *d, struct err *e)
{
	const struct cmdline *cmd = d->c->cmd;
	struct buf text = BUF_INIT;

	for (size_t i = 1; i < cmd->nargs; i++)
		buf_addf(&text, "%s%s", i > 1 ? " " : "", cmd->args[i]);
	view_set(&d->view, text.data, false);
	leave_out_sets(d, &text);
	buf_free(&text);
	if (d->view.query.error[0] != '\0')
		return err_set(e, ERR_USAGE, "in the query, %s", d->view.query.error);
	return true;
}

/* --- share by share ----------------------------------------------------------------------------- */

/* A value as a plain decimal; tenths of a percent as percent. */
static const char *
plain(const struct drawing *d, int field, double v, char *out)
{
	bool tenths = d->list->fields[field].unit == UNIT_PERCENT10;
	struct buf b = BUF_INIT;

	num_plain(&b, tenths ? v / 10 : v);
	snprintf(out, VALUE, "%s", b.data);
	buf_free(&b);
	return out;
}

static struct cell
number(const char *text)
{
	return (struct cell){.kind = CELL_NUMBER, .text = text};
}

static struct cell
word(const char *text)
{
	return (struct cell){.kind = CELL_TEXT, .text = text};
}

static void
out_open(struct drawing *d, struct out *o, const struct out_column *cols, size_t n)
{
	*o = cli_table(d->c, cols, n, false);
	out_begin(o);
}

static void
print_bands(struct drawing *d)
{
	static const struct out_column cols[] = {{"x", "X", false, 12}, {"y", "Y", false, 12},
	    {"x_from", "From", true, 9}, {"x_to", "To", true, 9}, {"n", "Rows", true, 8},
	    {"y_least", "Least", true, 9}, {"y_p25", "p25", true, 9},
	    {"y_median", "Median", true, 9}, {"y_p75", "p75", true, 9}, {"y_most", "Most", true, 9},
	    {"currency", "Currency", false, 8}};
	const struct scatter *s = &d->plot;
	struct out o;

	out_open(d, &o, cols, sizeof cols / sizeof *cols);
	for (size_t i = 0; i < s->nbands; i++) {
		const struct scatter_band *b = &s->band[i];
		char v[8][VALUE];

		snprintf(v[2], VALUE, "%u", b->n);
		out_row(&o,
		    (const struct cell[]){word(d->list->fields[s->axes.x].name),
			word(d->list->fields[s->axes.y].name),
			number(plain(d, s->axes.x, b->from, v[0])),
			number(plain(d, s->axes.x, b->to, v[1])), number(v[2]),
			number(plain(d, s->axes.y, b->least, v[3])),
			number(plain(d, s->axes.y, b->low, v[4])),
			number(plain(d, s->axes.y, b->mid, v[5])),
			number(plain(d, s->axes.y, b->high, v[6])),
			number(plain(d, s->axes.y, b->most, v[7])), word(s->currency)});
	}
	out_end(&o);
}

static void
print_bars(struct drawing *d)
{
	static const struct out_column cols[] = {{"x", "X", false, 12}, {"from", "From", true, 9},
	    {"below", "Below", true, 9}, {"n", "Rows", true, 8},
	    {"currency", "Currency", false, 8}};
	struct scatter *s = &d->plot;
	struct out o;

	scatter_fit(s, WIDEST / 2, 1, false);
	out_open(d, &o, cols, sizeof cols / sizeof *cols);
	for (uint32_t i = 0; i < scatter_places(s); i++) {
		double width = (s->sx.hi - s->sx.lo) / s->bars, from = s->sx.lo + width * i;
		struct cell below = {.kind = CELL_ABSENT};
		char v[3][VALUE];

		/* What is far above all others counts in the last one. */
		if (i + 1 < scatter_places(s) || s->sx.beyond == 0)
			below = number(plain(d, s->axes.x, from + width, v[1]));
		snprintf(v[2], VALUE, "%u", scatter_at(s, i));
		out_row(&o,
		    (const struct cell[]){word(d->list->fields[s->axes.x].name),
			number(plain(d, s->axes.x, from, v[0])), below, number(v[2]),
			word(s->currency)});
	}
	out_end(&o);
}

/* --- as a picture ------------------------------------------------------------------------------- */

static void
add_about(struct page *p, const struct drawing *d, const char *where, int field)
{
	page_wrapf(p, 0, STYLE_NOTE, "%s: %s", where, scatter_about(d->list, field));
}

/* One line of the table below the plot. */
static void
add_line(struct page *p, enum style style, const char *const *cells)
{
	static const int columns[] = {0, 24, 34, 43, 52};

	page_line(p);
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		page_to(p, columns[i]);
		page_add(p, style, cells[i]);
	}
}

static void
add_band(struct page *p, const struct scatter *s, const struct scatter_band *b)
{
	const int32_t y[] = {b->low, b->mid, b->high};
	struct buf text[5];
	const char *cells[5];

	for (size_t i = 0; i < 5; i++)
		buf_init(&text[i]);
	scatter_value(s, s->axes.x, b->from, &text[0]);
	buf_adds(&text[0], " to ");
	scatter_value(s, s->axes.x, b->to, &text[0]);
	num_full(&text[1], b->n);
	for (size_t i = 0; i < 3; i++)
		scatter_value(s, s->axes.y, y[i], &text[2 + i]);
	for (size_t i = 0; i < 5; i++)
		cells[i] = text[i].data;
	add_line(p, STYLE_TEXT, cells);
	for (size_t i = 0; i < 5; i++)
		buf_free(&text[i]);
}

/* The shares: what the picture cannot be read for. */
static void
add_bands(struct page *p, const struct drawing *d)
{
	const struct scatter *s = &d->plot;
	const char *const titles[] = {
	    d->list->fields[s->axes.x].title, d->list->name, "p25", "median", "p75"};

	if (s->axes.y < 0 || s->nbands == 0)
		return;
	page_blank(p);
	add_line(p, STYLE_LABEL, titles);
	for (size_t i = 0; i < s->nbands; i++)
		add_band(p, s, &s->band[i]);
}

static void
add_whole_words(struct page *p, const struct drawing *d)
{
	const struct scatter *s = &d->plot;

	page_blank(p);
	if (s->axes.y >= 0)
		add_about(p, d, "Up", s->axes.y);
	add_about(p, d, "Right", s->axes.x);
	add_bands(p, d);
}

static void
print_page(struct drawing *d)
{
	struct page_opts opts = cli_page_opts(d->c);
	struct scatter_look look = {
	    .rows = LINES, .fine = d->c->cmd->options.braille, .row = UINT32_MAX};
	struct page p;

	if (opts.width > WIDEST)
		opts.width = WIDEST;
	page_init(&p, &opts);
	if (opts.plain) {
		page_scatter_words(&p, &d->plot);
	} else {
		page_scatter(&p, &d->plot, &look);
		if (d->plot.n > 0)
			add_whole_words(&p, d);
	}
	page_close(&p);
	cli_print_page(d->c, &p);
	page_free(&p);
}

static void
print(struct drawing *d)
{
	if (!cmdline_said(d->c->cmd, OPT_FORMAT))
		print_page(d);
	else if (d->plot.axes.y >= 0)
		print_bands(d);
	else if (d->plot.n > 0)
		print_bars(d);
}

static void
close_view(struct drawing *d)
{
	view_free(&d->view);
	frame_free(&d->frame);
}

static bool
read_rows(struct drawing *d, bool late, struct err *e)
{
	struct err why = {0};

	if (!(late ? listview_open_late : listview_open)(
		&d->frame, &d->view, d->list, d->db, &why, e))
		return false;
	if (!apply_query(d, e)) {
		close_view(d);
		return false;
	}
	scatter_read(&d->plot, &d->view, d->axes);
	return true;
}

/* Cells that are read late may turn out to be damaged: then all of the list is looked at, and made anew. */
static bool
draw(struct drawing *d, struct err *e)
{
	if (!read_rows(d, true, e))
		return false;
	if (frame_damage(&d->frame) != NULL) {
		close_view(d);
		if (!read_rows(d, false, e))
			return false;
	}
	print(d);
	close_view(d);
	return d->plot.n > 0 || err_set(e, ERR_NOTFOUND, "%s", "");
}

bool
verb_picture(struct cli *c, struct err *e)
{
	struct drawing d = {.c = c};
	bool ok = find_list(&d, e) && find_axes(&d, e);

	if (ok) {
		scatter_init(&d.plot);
		d.db = cli_catalog(c, e);
		ok = d.db != NULL && draw(&d, e);
		scatter_free(&d.plot);
		db_close(d.db);
	}
	return ok;
}
