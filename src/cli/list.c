/* list.c - `career roles|programs|skills|sources`: a list under a query, in a format. */
#include "career/cli/list.h"

#include "career/base/mem.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/cmd/saved.h"
#include "career/frame/linked.h"
#include "career/out/out.h"
#include "career/model/listview.h"
#include "career/model/rolecols.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_COLUMNS = 64 };

struct lister {
	struct cli *c;
	const struct list *list;
	struct db *db;
	struct frame frame;
	struct view view;
	bool open;               /* frame and view are */
	bool occupations;        /* those of imported sets as well */
	uint32_t unseen;         /* how many of them match and are left out */
	int fields[MAX_COLUMNS]; /* what is printed */
	size_t nfields;
	struct query_sort sort[QUERY_MAX_SORT]; /* --sort */
	size_t nsort;
	struct arena row; /* texts of the row at hand */
	struct buf scratch;
};

/* --- the list -------------------------------------------------------------------------------- */

/* The person hears of it when the stored columns were not usable. */
static bool
open_frame(struct lister *l, struct err *e,
    bool (*open)(struct frame *f, struct view *v, const struct list *list, struct db *db,
	struct err *why, struct err *e))
{
	struct buf line = BUF_INIT;
	struct err why;

	l->open = open(&l->frame, &l->view, l->list, l->db, &why, e);
	if (!l->open)
		return false;
	if (why.text[0]) {
		buf_addf(&line,
		    "career: %s: %s; made anew for this run, `career build` mends the file",
		    db_path(l->db), why.text);
		cli_say(l->c, line.data);
		buf_free(&line);
	}
	return true;
}

static bool
open_list(struct lister *l, struct err *e)
{
	l->db = cli_catalog(l->c, e);
	return l->db && open_frame(l, e, listview_open_late);
}

static void
close_frame(struct lister *l)
{
	if (l->open) {
		view_free(&l->view);
		frame_free(&l->frame);
	}
	l->open = false;
}

static void
close_list(struct lister *l)
{
	close_frame(l);
	db_close(l->db);
	arena_free(&l->row);
	buf_free(&l->scratch);
}

/* --- the query ------------------------------------------------------------------------------- */

static bool
query_ok(const struct lister *l, struct err *e)
{
	if (!l->view.query.error[0])
		return true;
	return err_set(e, ERR_USAGE, "in the query, %s", l->view.query.error);
}

/* The arguments as one text. */
static void
join(const struct cmdline *cmd, struct buf *out)
{
	for (size_t i = 0; i < cmd->nargs; i++) {
		if (i)
			buf_addc(out, ' ');
		buf_adds(out, cmd->args[i]);
	}
}

/* A saved filter, behind the arguments: their sort keys come first. */
static bool
add_saved(struct lister *l, struct buf *text, struct err *e)
{
	char *path = profile_find(l->c->cmd->options.profile);
	struct profile *p = profile_open(path, e);
	struct saved *s = p ? saved_find(p, l->list->name, l->c->cmd->saved, e) : NULL;
	bool ok = s;

	if (!ok)
		e->code = e->code == ERR_NOTFOUND ? ERR_USAGE : e->code;
	else {
		buf_addf(text, "%s%s", text->len ? " " : "", s->query);
		l->view.with_unknown = saved_adds(s, SAVED_ABSENT);
		l->occupations = l->occupations || saved_adds(s, SAVED_OCCUPATIONS);
	}
	free(s);
	profile_close(p);
	free(path);
	return ok || err_prefix(e, "--saved");
}

/* Occupations of imported sets come when they are asked for, by the option or by the field `pack`. */
static void
leave_out_sets(struct lister *l, struct buf *text)
{
	static const char own[] = "-pack:" ROLES_OF_SETS " ";
	const struct query *q = &l->view.query;
	int pack = field_find(l->list, "pack");

	if ((l->list != &list_roles && l->list != &list_skills) || l->occupations || q->error[0]
	    || !rolecols_has_sets(&l->frame))
		return;
	for (size_t i = 0; i < q->nterms; i++)
		if (q->terms[i].field == pack)
			return;
	l->unseen = rolecols_of_sets(&l->frame, l->view.rows, l->view.nrows);
	buf_insert(text, 0, own, sizeof own - 1);
	view_set(&l->view, text->data, false);
}

static bool
apply_query(struct lister *l, struct err *e)
{
	struct buf text = BUF_INIT;

	join(l->c->cmd, &text);
	if (l->c->cmd->saved && !add_saved(l, &text, e)) {
		buf_free(&text);
		return false;
	}
	view_set(&l->view, text.data, false);
	leave_out_sets(l, &text);
	if (l->nsort && !l->view.query.error[0]) {
		buf_clear(&text);
		query_set_sort(&l->view.query, l->sort, l->nsort, &text);
		view_set(&l->view, text.data, false);
	}
	buf_free(&text);
	return query_ok(l, e);
}

static bool
need(const struct lister *l, const char *name)
{
	int col = name ? field_col(l->list, field_find(l->list, name)) : -1;

	return col < 0 || frame_need(&l->frame, col);
}

/* Nothing is printed before all that is printed was looked at. */
static bool
look_at_cells(struct lister *l, struct err *e)
{
	const struct field *all = l->list->fields;
	bool sound = frame_damage(&l->frame) == NULL;

	for (size_t i = 0; sound && i < l->nfields; i++) {
		const struct field *f = &all[l->fields[i]];

		sound = need(l, f->name) && need(l, f->guard) && need(l, f->upto);
	}
	for (size_t i = 0; sound && l->c->cmd->options.plain && i < l->list->nfields; i++)
		sound = need(l, all[i].name);
	if (sound)
		return true;
	close_frame(l);
	return open_frame(l, e, listview_open) && apply_query(l, e);
}

/* --- cells ----------------------------------------------------------------------------------- */

/* The field of this name when it is not printed itself; else -1. `name` may be NULL. */
static int
unprinted(const struct lister *l, const char *name)
{
	int field = name ? field_find(l->list, name) : -1;

	for (size_t i = 0; i < l->nfields && field >= 0; i++)
		if (l->fields[i] == field)
			return -1;
	return field;
}

/* The currency behind an amount whose currency is not printed itself; '?' when it is not stated. */
static void
add_currency(struct lister *l, int field, uint32_t row)
{
	int guard = unprinted(l, l->list->fields[field].guard);
	const char *currency;

	if (guard < 0)
		return;
	currency = frame_text(&l->frame, field_col(l->list, guard), row);
	buf_addc(&l->scratch, ' ');
	buf_adds(&l->scratch, currency[0] && strcmp(currency, "unstated") != 0 ? currency : "?");
}

/* Growth in percent; '~' where it is that of the nearest occupations, not of the role itself. */
static const char *
shown_percent(struct lister *l, uint32_t row, const char *plain)
{
	bool own = l->list != &list_roles || rolecols_own_growth(&l->frame, row);

	return arena_printf(&l->row, "%s%s%%", own ? "" : "~", plain);
}

/* Whether the number is "at least": its publisher states none above. */
static bool
is_floor(const struct lister *l, int field, uint32_t row)
{
	return l->list == &list_roles && strcmp(l->list->fields[field].name, "pay_high") == 0
	    && *frame_text(&l->frame, field_col(l->list, field_find(l->list, "top_coded")), row)
	    != '\0';
}

/* A number as people read it: "12,500 USD", "24-72"; NULL: as it is. */
static const char *
shown_number(struct lister *l, int field, uint32_t row, int32_t n)
{
	enum field_unit unit = l->list->fields[field].unit;
	int upto = unprinted(l, l->list->fields[field].upto);
	int32_t high = upto < 0 ? n : frame_num(&l->frame, field_col(l->list, upto), row);

	if (unit != UNIT_MONEY && unit != UNIT_COUNT && unit != UNIT_MONTHS)
		return NULL;
	buf_clear(&l->scratch);
	num_full(&l->scratch, n);
	if (!frame_is_missing(high) && high > n) {
		buf_addc(&l->scratch, '-');
		num_full(&l->scratch, high);
	}
	if (is_floor(l, field, row))
		buf_addc(&l->scratch, '+');
	add_currency(l, field, row);
	return arena_ndup(&l->row, l->scratch.data, l->scratch.len);
}

static void
list_cell(struct lister *l, const struct frame *f, int col, uint32_t row, struct cell *out)
{
	uint32_t n = frame_list_len(f, col, row);
	const char **items = arena_alloc(&l->row, (n + 1) * sizeof *items);

	for (uint32_t i = 0; i < n; i++)
		items[i] = dict_text(&f->cols[col].dict, frame_list_code(f, col, row, i));
	out->kind = n ? CELL_LIST : CELL_ABSENT;
	out->items = items;
	out->nitems = n;
}

/* What the row has through the value of another column. */
static void
linked_cell(struct lister *l, uint32_t row, struct cell *out)
{
	struct err e;
	const struct frame *f = frame_linked(&l->frame, &e);

	if (f != NULL)
		list_cell(l, f, 0, frame_linked_row(&l->frame, row), out);
}

static void
fill_cell(struct lister *l, int field, uint32_t row, struct cell *out)
{
	int col = field_col(l->list, field);
	enum col_kind kind = l->list->fields[field].kind;

	*out = (struct cell){.kind = CELL_ABSENT};
	if (col >= 0 && kind == COL_LIST) {
		list_cell(l, &l->frame, col, row, out);
		return;
	}
	if (l->list->fields[field].via) {
		linked_cell(l, row, out);
		return;
	}
	buf_clear(&l->scratch);
	view_cell(&l->view, field, row, &l->scratch);
	if (l->scratch.len == 0)
		return;
	out->kind = kind == COL_NUM ? CELL_NUMBER : CELL_TEXT;
	out->text = arena_ndup(&l->row, l->scratch.data, l->scratch.len);
	if (l->list->fields[field].unit == UNIT_PERCENT10)
		out->shown = shown_percent(l, row, out->text);
	else if (kind == COL_NUM)
		out->shown = shown_number(l, field, row, frame_num(&l->frame, col, row));
}

/* --- printing -------------------------------------------------------------------------------- */

static uint32_t
rows_to_print(const struct lister *l)
{
	long limit = l->c->cmd->limit;

	return limit >= 0 && (uint64_t)limit < l->view.nrows ? (uint32_t)limit : l->view.nrows;
}

static void
print_format(struct lister *l, const struct out_format *format)
{
	struct out_column cols[MAX_COLUMNS];
	struct cell cells[MAX_COLUMNS];
	const struct cli *c = l->c;
	struct out o = {.sink = &l->c->out,
	    .format = format,
	    .cols = cols,
	    .ncols = l->nfields,
	    .tty = c->tty,
	    .color = c->color,
	    .ascii = c->ascii,
	    .width = c->width};
	uint32_t n = rows_to_print(l);

	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->list->fields[l->fields[i]];

		cols[i] = (struct out_column){f->name, f->title, f->kind == COL_NUM, f->width};
	}
	o.drop = !c->cmd->columns;
	out_begin(&o);
	for (uint32_t i = 0; i < n && !c->out.error; i++) {
		for (size_t k = 0; k < l->nfields; k++)
			fill_cell(l, l->fields[k], l->view.rows[i], &cells[k]);
		out_row(&o, cells);
		arena_reset(&l->row);
	}
	out_end(&o);
}

static void
print_plain(struct lister *l)
{
	uint32_t n = rows_to_print(l);

	for (uint32_t i = 0; i < n && !l->c->out.error; i++) {
		buf_clear(&l->scratch);
		list_say(&l->view, l->view.rows[i], &l->scratch);
		text_safe(&l->c->out.buf, l->scratch.data, l->scratch.len, l->c->ascii);
		buf_addc(&l->c->out.buf, '\n');
		sink_spill(&l->c->out);
	}
}

/* Behind a list on a terminal: what else there is. */
static void
say_advice(struct lister *l)
{
	uint32_t n = rows_to_print(l);
	struct buf line = BUF_INIT, advice = BUF_INIT;

	sink_flush(&l->c->out);
	if (l->view.nrows > 0 || l->unseen == 0)
		view_advice(&l->view, &advice);
	if (n < l->view.nrows)
		buf_addf(&line, "%lu of %lu %s shown%s", (unsigned long)n,
		    (unsigned long)l->view.nrows, l->list->name, advice.len ? "; " : "");
	buf_add(&line, advice.data, advice.len);
	if (l->unseen > 0)
		buf_addf(&line, "%s+ %lu %s%s: %s shows %s", line.len ? "; " : "",
		    (unsigned long)l->unseen,
		    l->list == &list_roles ? "occupation" : "imported skill",
		    l->unseen == 1 ? " matches" : "s match",
		    l->list == &list_roles ? "--occupations" : "pack:import",
		    l->unseen == 1 ? "it" : "them");
	if (line.len)
		cli_say(l->c, line.data);
	buf_free(&line);
	buf_free(&advice);
}

static bool
print(struct lister *l, struct err *e)
{
	const struct cmdline *cmd = l->c->cmd;
	const struct out_format *format = &out_formats[cmd->format];
	const char *names = cmd->columns;

	if (!names && l->c->tty && cmd->format == OUT_TABLE)
		names = list_brief(l->list);
	if (!list_columns(l->list, names, l->fields, MAX_COLUMNS, &l->nfields, e)
	    || !list_sort(l->list, cmd->sort, l->sort, &l->nsort, e) || !open_list(l, e)
	    || !apply_query(l, e) || !look_at_cells(l, e))
		return false;
	if (cmd->options.plain)
		print_plain(l);
	else
		print_format(l, format);
	if (l->c->tty || (l->view.nrows == 0 && l->unseen > 0))
		say_advice(l);
	return l->view.nrows > 0 || err_set(e, ERR_NOTFOUND, "%s", "");
}

bool
list_rows(struct cli *c, const struct cmdline *cmd, uint32_t *n, struct err *e)
{
	const struct cmdline *was = c->cmd;
	struct lister l = {
	    .c = c, .list = list_find(cmd->verb->name), .occupations = cmd->occupations};
	bool ok;

	c->cmd = cmd;
	free(c->left_out); /* said anew with each opening */
	c->left_out = NULL;
	arena_init(&l.row);
	buf_init(&l.scratch);
	ok = open_list(&l, e) && apply_query(&l, e);
	*n = ok ? l.view.nrows : 0;
	close_list(&l);
	c->cmd = was;
	return ok;
}

bool
verb_list(struct cli *c, struct err *e)
{
	struct lister l = {
	    .c = c, .list = list_find(c->cmd->verb->name), .occupations = c->cmd->occupations};
	bool ok;

	arena_init(&l.row);
	buf_init(&l.scratch);
	ok = print(&l, e);
	close_list(&l);
	return ok;
}
