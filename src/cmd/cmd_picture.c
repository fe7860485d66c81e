/*
 * cmd_picture.c - the list as a picture: what it shows, its cursor, what its numbers rest on.
 */
#include "career/cmd/picture.h"

#include "career/base/num.h"
#include "career/cmd/commands.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_CELLS = 24, LEAST_LINES = 6, PAGE = 3 };

bool
picture_on(const struct pane *p)
{
	return p->picture != NULL && p->picture->on;
}

void
picture_leave(struct pane *p)
{
	p->picture->on = false;
}

void
picture_changed(struct pane *p)
{
	if (p->picture != NULL)
		p->picture->read = false;
}

void
picture_free(struct pane *p)
{
	if (p->picture == NULL)
		return;
	scatter_free(&p->picture->plot);
	page_free(&p->picture->page);
	free(p->picture);
	p->picture = NULL;
}

static struct picture *
picture_of(struct pane *p)
{
	struct page_opts opts = {.width = 40};

	if (p->picture == NULL) {
		p->picture = mem_zero(1, sizeof *p->picture);
		p->picture->want = (struct scatter_axes){SCATTER_NONE, SCATTER_NONE};
		scatter_init(&p->picture->plot);
		page_init(&p->picture->page, &opts);
	}
	return p->picture;
}

/* --- before each frame -------------------------------------------------------------------------- */

static void
select_row(struct pane *p, uint32_t row)
{
	uint32_t pos = row != UINT32_MAX ? view_find(&p->view, row) : UINT32_MAX;

	if (pos != UINT32_MAX)
		pane_select(p, pos);
}

static bool
is_drawn(const struct scatter *s, uint32_t row)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->point[i].row == row)
			return true;
	return false;
}

static void
read_rows(struct pane *p)
{
	struct picture *pic = p->picture;

	if (pic->read)
		return;
	scatter_read(&pic->plot, &p->view, pic->want);
	pic->read = true;
	if (pic->plot.n > 0 && !is_drawn(&pic->plot, p->selected))
		select_row(p, pic->plot.point[0].row);
}

void
picture_settle(struct app *a, struct pane *p)
{
	const struct area *l = &a->layout.list;
	struct page_opts opts = {.width = l->w, .ascii = a->opts.ascii, .screen = true};
	struct scatter_look look = {
	    .rows = l->h,
	    .fine = a->opts.braille,
	    .marks = p->nmarks > 0 ? &p->marks : NULL,
	};
	const struct binding *next =
	    keymap_key(&a->keys, IN_LIST | IN_ON(a->screen), "picture-next");
	struct picture *pic = p->picture;

	if (!picture_on(p))
		return;
	look.next = next != NULL ? next->key : NULL;
	read_rows(p);
	look.row = p->pos < p->view.nrows ? p->selected : UINT32_MAX;
	page_reset(&pic->page, &opts);
	if (l->w < LEAST_CELLS || l->h < LEAST_LINES)
		page_wrapf(&pic->page, 0, STYLE_NOTE, "no room for a picture: %s gives it more",
		    app_key_of(a, IN_LIST, "zoom"));
	else
		page_scatter(&pic->page, &pic->plot, &look);
	if (pic->plot.n == 0)
		page_wrapf(&pic->page, 0, STYLE_TEXT, "%s: another picture; %s: the list",
		    app_key_of(a, IN_LIST, "pictures"), app_key_of(a, IN_LIST, "picture"));
}

/* --- the cursor --------------------------------------------------------------------------------- */

/* Where it is; read and fitted by the last frame, if not by this one. */
static struct scatter *
plot_here(struct app *a)
{
	struct pane *p = app_pane(a);

	if (!p->picture->read || p->picture->plot.w == 0)
		picture_settle(a, p);
	return &p->picture->plot;
}

/* The next row of the same place, around its end. */
static void
turn(struct app *a, int by)
{
	struct pane *p = app_pane(a);
	struct scatter *s = plot_here(a);
	uint32_t place = scatter_place(s, p->selected), n = scatter_at(s, place);
	uint32_t at = scatter_index(s, place, p->selected);

	if (n > 0)
		select_row(p, scatter_row(s, place, (at + (by < 0 ? n - 1 : 1)) % n));
}

static void
step(struct app *a, int dx, int dy)
{
	struct pane *p = app_pane(a);
	struct scatter *s = plot_here(a);
	uint32_t from = scatter_place(s, p->selected), to = scatter_step(s, from, dx, dy);

	if (to != from && to != SCATTER_NOWHERE)
		select_row(p, scatter_row(s, to, 0));
}

bool
picture_move(struct app *a, int dx, int dy, bool pages)
{
	struct scatter *s;
	int times = 1;

	if (!picture_on(app_pane(a)))
		return false;
	s = plot_here(a);
	if (dy != 0 && s->axes.y < 0) {
		turn(a, dy);
		return true;
	}
	if (pages)
		times = s->h / PAGE > 1 ? s->h / PAGE : 1;
	for (int i = 0; i < times; i++)
		step(a, dx, dy);
	return true;
}

/* The point furthest to a side. */
bool
picture_end(struct app *a, bool last)
{
	struct pane *p = app_pane(a);
	const struct scatter_point *to = NULL;
	const struct scatter *s;

	if (!picture_on(p))
		return false;
	s = plot_here(a);
	for (size_t i = 0; i < s->n; i++)
		if (to == NULL || (last ? s->point[i].x > to->x : s->point[i].x < to->x))
			to = &s->point[i];
	if (to != NULL)
		select_row(p, to->row);
	return true;
}

void
picture_click(struct app *a, int y, int x)
{
	struct pane *p = app_pane(a);
	struct scatter *s = plot_here(a);
	uint32_t place = scatter_of_cell(s, x - s->plot_x, y - s->plot_y);

	if (place == SCATTER_NOWHERE)
		return;
	if (scatter_place(s, p->selected) == place)
		turn(a, 1);
	else
		select_row(p, scatter_row(s, place, 0));
}

bool
picture_crowded(const struct pane *p)
{
	const struct scatter *s;

	if (!picture_on(p))
		return false;
	s = &p->picture->plot;
	return p->picture->read && scatter_at(s, scatter_place(s, p->selected)) > 1;
}

/* --- who says so -------------------------------------------------------------------------------- */

void
picture_words(const struct pane *p, struct buf *out)
{
	const struct scatter *s = &p->picture->plot;

	if (s->axes.x != SCATTER_NONE)
		scatter_title(p->def->list, s->axes, out);
}

/* The line of the selected row's page that is about a field, NULL: none is. */
static const struct anchor *
stated_of(const struct pane *p, int field)
{
	int column = colview_find(&p->cols, p->def->list->fields[field].name);
	const char *about = column >= 0 ? colview_def(&p->cols, (size_t)column)->about : NULL;
	const struct page *page = &p->detail.page;

	for (size_t i = 0; about != NULL && i < page->nlines; i++) {
		const struct line *l = &page->lines[i];

		if (find_stated(l) != NULL && l->nspans > 0
		    && strncmp(l->spans[0].text, about, strlen(about)) == 0)
			return find_stated(l);
	}
	return NULL;
}

static bool
explain_axis(struct app *a, struct page *page, int field, struct err *e)
{
	struct pane *p = app_pane(a);
	const struct anchor *it = stated_of(p, field);

	if (page->nlines > 0)
		page_blank(page);
	page_heading(page, p->def->list->fields[field].title, p->def->list->fields[field].term);
	if (it == NULL) {
		page_wrap(page, 0, STYLE_NOTE, "The program's page says where it is from.");
		return true;
	}
	return it->kind == ANCHOR_ANSWER ? page_answer(page, &a->reader, it->key, e)
					 : page_explain(page, &a->reader, it, e);
}

static bool
explain_page(struct app *a, struct page *page, struct err *e)
{
	struct pane *p = app_pane(a);
	struct scatter_axes axes = p->picture->plot.axes;

	detail_make(a, p);
	if ((axes.y >= 0 && !explain_axis(a, page, axes.y, e)) || !explain_axis(a, page, axes.x, e))
		return false;
	page_blank(page);
	page_heading(page, "The picture", "picture");
	page_wrap(page, 0, STYLE_NOTE, "The shares are our own count of figures such as these.");
	page_scatter_words(page, &p->picture->plot);
	return true;
}

bool
picture_explain(struct app *a, struct err *e)
{
	struct pane *p = app_pane(a);

	if (p->selected == UINT32_MAX || p->picture->plot.axes.x == SCATTER_NONE)
		return err_set(e, ERR_NOTFOUND, "nothing is selected");
	return popup_open(a, "Who says so", false, explain_page, e);
}

/* --- commands ----------------------------------------------------------------------------------- */

static bool
switch_on(struct app *a, bool on, struct err *e)
{
	struct pane *p = app_pane(a);
	struct scatter_axes first;

	if (on && !scatter_offer(p->def->list, 0, &first)
	    && (p->picture == NULL || p->picture->want.x == SCATTER_NONE))
		return err_set(e, ERR_USAGE, "there is no picture of %s: their numbers are few",
		    p->def->list->name);
	picture_of(p)->on = on;
	picture_changed(p);
	if (on)
		p->focus = FOCUS_LIST;
	return true;
}

static bool
choose(struct app *a, const char *fields, struct err *e)
{
	struct pane *p = app_pane(a);
	struct scatter_axes want = {SCATTER_NONE, SCATTER_NONE};

	if (strcmp(fields, "auto") != 0 && !scatter_parse(p->def->list, fields, &want, e))
		return false;
	picture_of(p)->want = want;
	return switch_on(a, true, e);
}

VERB(cmd_picture)
{
	if (*arg == '\0')
		return switch_on(a, !picture_on(app_pane(a)), e);
	if (strcmp(arg, "on") == 0 || strcmp(arg, "off") == 0)
		return switch_on(a, strcmp(arg, "on") == 0, e);
	return choose(a, arg, e);
}

VERB(cmd_picture_next)
{
	(void)arg;
	if (!picture_on(app_pane(a)))
		return err_set(e, ERR_NOTFOUND, "there is no picture; %s draws one",
		    app_key_of(a, IN_LIST, "picture"));
	turn(a, 1);
	return true;
}

VERB(cmd_picture_previous)
{
	(void)arg;
	if (!picture_on(app_pane(a)))
		return cmd_picture_next(a, "", e);
	turn(a, -1);
	return true;
}

VERB(cmd_braille)
{
	if (*arg != '\0' && strcmp(arg, "on") != 0 && strcmp(arg, "off") != 0)
		return err_set(e, ERR_USAGE, "'%s': on, off, or nothing", arg);
	a->opts.braille = *arg != '\0' ? strcmp(arg, "on") == 0 : !a->opts.braille;
	app_say(a,
	    a->opts.braille ? "pictures in braille dots; without UTF-8 as ever"
			    : "pictures in blocks");
	return true;
}

/* --- which picture ------------------------------------------------------------------------------ */

static bool
is_shown(const struct pane *p, struct scatter_axes axes)
{
	const struct scatter_axes now = p->picture != NULL ? p->picture->plot.axes : axes;

	return picture_on(p) && now.x == axes.x && now.y == axes.y;
}

static void
offer_line(struct page *page, const struct pane *p, struct scatter_axes axes, uint32_t n)
{
	const struct list *l = p->def->list;
	struct buf b = BUF_INIT;

	page_line(page);
	page_add(page, STYLE_VALUE, is_shown(p, axes) ? "* " : "  ");
	scatter_title(l, axes, &b);
	page_add(page, STYLE_TEXT, b.data);
	buf_clear(&b);
	num_full(&b, n);
	buf_addf(&b, " %s", n == 1 ? l->one : l->name);
	page_right(page, STYLE_NOTE, b.data);
	buf_clear(&b);
	buf_addf(
	    &b, "picture %s %s", l->fields[axes.x].name, axes.y >= 0 ? l->fields[axes.y].name : "");
	page_anchor(page, ANCHOR_COMMAND, b.data);
	buf_free(&b);
}

static bool
pictures_page(struct app *a, struct page *page, struct err *e)
{
	const struct pane *p = app_pane(a);
	struct scatter_axes axes[SCATTER_MOST];
	uint32_t count[SCATTER_MOST];
	size_t n = 0;

	(void)e;
	while (n < SCATTER_MOST && scatter_offer(p->def->list, n, &axes[n]))
		n++;
	scatter_counts(&p->view, axes, n, count);
	for (size_t i = 0; i < n; i++)
		offer_line(page, p, axes[i], count[i]);
	page_line(page);
	page_add(page, STYLE_TEXT, "  by itself: the first of these that enough of them state");
	page_anchor(page, ANCHOR_COMMAND, "picture auto");
	page_line(page);
	page_add(page, STYLE_TEXT, "  none: the list again");
	page_anchor(page, ANCHOR_COMMAND, "picture off");
	return true;
}

VERB(cmd_pictures)
{
	struct scatter_axes first;

	(void)arg;
	if (!scatter_offer(app_pane(a)->def->list, 0, &first))
		return switch_on(a, true, e);
	return popup_open(a, "Which picture: type to find, Enter draws it", true, pictures_page, e);
}
