/*
 * app.c - the program's state: opened, settled, closed; keys to commands.
 */
#include "career/cmd/app.h"

#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/store/catalog.h"
#include "state.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct pane *
app_pane(struct app *a)
{
	return &a->pane[a->screen];
}

static void __attribute__((format(printf, 3, 0)))
set_message(struct app *a, bool is_error, const char *fmt, va_list ap)
{
	struct buf raw = BUF_INIT, safe = BUF_INIT;
	size_t len;

	buf_addv(&raw, fmt, ap);
	text_safe(&safe, raw.data, raw.len, a->opts.ascii);
	len = safe.len < sizeof a->message ? safe.len : sizeof a->message - 1;
	while (!text_valid(safe.data, len))
		len--;
	memcpy(a->message, safe.data, len);
	a->message[len] = '\0';
	a->message_is_error = is_error;
	buf_free(&raw);
	buf_free(&safe);
}

void
app_say(struct app *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(a, false, fmt, ap);
	va_end(ap);
}

void
app_error(struct app *a, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(a, true, fmt, ap);
	va_end(ap);
}

/* A profile that cannot be used is left alone: the program goes on in memory and says so. */
static void
say_in_memory(struct app *a, const struct err *why)
{
	app_error(a, "marks and the role last until you quit only: %s", why->text);
}

static bool
open_profile(struct app *a, struct err *e)
{
	char *path = a->opts.guest ? NULL : profile_find(a->opts.profile);
	struct err why = {0};
	char *role;

	a->profile = profile_open(path, &why);
	free(path);
	if (a->profile == NULL) {
		a->profile = profile_open(NULL, e);
		if (a->profile == NULL)
			return false;
		say_in_memory(a, &why);
	}
	role = profile_get(a->profile, "role");
	if (role != NULL)
		snprintf(a->role, sizeof a->role, "%s", role);
	free(role);
	return true;
}

struct copying {
	struct profile *to;
	const char *list;
};

static void
copy_mark(void *ctx, const char *key)
{
	struct copying *c = ctx;
	struct err e;

	profile_mark(c->to, c->list, key, true, &e);
}

bool
app_profile_lost(struct app *a, const struct err *why)
{
	struct err e = {0};
	struct copying c = {profile_in_memory(a->profile) ? NULL : profile_open(NULL, &e), NULL};

	if (c.to == NULL)
		return false;
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		if (pane_defs[i].list == NULL)
			continue;
		c.list = pane_defs[i].list->name;
		profile_marks(a->profile, c.list, copy_mark, &c, &e);
	}
	if (a->role[0] != '\0')
		profile_set(c.to, "role", a->role, &e);
	profile_close(a->profile);
	a->profile = c.to;
	say_in_memory(a, why);
	return true;
}

static int
this_year(void)
{
	time_t now = time(NULL);
	struct tm tm;

	return localtime_r(&now, &tm) != NULL ? tm.tm_year + 1900 : 0;
}

static void
read_years(struct app *a)
{
	char years[20];

	if (catalog_meta(a->db, "years", years, sizeof years) && years[0] != '\0')
		snprintf(a->years, sizeof a->years, "figures %s", years);
}

bool
app_open(struct app *a, const struct options *o, struct err *e)
{
	memset(a, 0, sizeof *a);
	a->opts = *o;
	a->level = LEVEL_ENTRY;
	a->year_now = this_year();
	edit_init(&a->prompt.edit);
	edit_init(&a->popup.words);
	buf_init(&a->about_key);
	buf_init(&a->about_line);
	page_init(&a->popup.page, &(struct page_opts){.width = 40});
	a->catalog_path = catalog_find(o->catalog);
	a->db = catalog_open(a->catalog_path, e);
	if (a->db != NULL && reader_open(&a->reader, a->db, e) && open_profile(a, e)
	    && pane_open(a, o->screen, e)) {
		read_years(a);
		a->screen = o->screen;
		app_resize(a, 24, 80);
		return true;
	}
	app_close(a);
	return false;
}

void
app_close(struct app *a)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		pane_close(&a->pane[i]);
	profile_close(a->profile);
	if (a->db != NULL)
		reader_close(&a->reader);
	db_close(a->db);
	free(a->catalog_path);
	edit_free(&a->prompt.edit);
	edit_free(&a->popup.words);
	history_free(&a->prompt.filters);
	history_free(&a->prompt.commands);
	free(a->prompt.saved);
	buf_free(&a->about_key);
	buf_free(&a->about_line);
	page_free(&a->popup.page);
	memset(a, 0, sizeof *a);
}

int
app_screen_of(const struct list *l)
{
	for (int i = 0; i < SCREEN_COUNT; i++)
		if (pane_defs[i].list == l)
			return i;
	return -1;
}

void
app_stale(struct app *a)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		a->pane[i].detail.valid = false;
}

bool
app_go(struct app *a, enum screen s, struct err *e)
{
	if (!pane_open(a, s, e))
		return false;
	if (s == a->screen)
		return true;
	if (a->nback == APP_BACK)
		memmove(a->back, a->back + 1, --a->nback * sizeof *a->back);
	a->back[a->nback++] = a->screen;
	a->screen = s;
	return true;
}

void
app_resize(struct app *a, int rows, int cols)
{
	a->rows = rows;
	a->cols = cols;
}

unsigned
app_where(const struct app *a)
{
	static const unsigned focus[] = {
	    [FOCUS_FACETS] = IN_FACETS,
	    [FOCUS_LIST] = IN_LIST,
	    [FOCUS_DETAIL] = IN_DETAIL,
	    [FOCUS_CHIPS] = IN_CHIPS,
	};

	return (!a->popup.open           ? focus[a->pane[a->screen].focus]
		       : a->popup.filter ? (unsigned)IN_CHOICE
					 : (unsigned)IN_POPUP)
	    | IN_ON(a->screen);
}

/* Keeps `cursor` among `n` and on the `shown` lines that start at *top. */
static void
keep_shown(size_t *cursor, size_t *top, size_t n, size_t shown)
{
	if (shown == 0)
		shown = 1;
	if (*cursor >= n)
		*cursor = n > 0 ? n - 1 : 0;
	if (*cursor < *top)
		*top = *cursor;
	if (*cursor >= *top + shown)
		*top = *cursor - shown + 1;
	if (*top + shown > n)
		*top = n > shown ? n - shown : 0;
}

void
detail_make(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;
	struct page_opts opts = {
	    .width = a->layout.detail.h > 0 ? a->layout.detail.w - 2 : a->cols - 2,
	    .ascii = a->opts.ascii,
	    .details = a->details,
	    .screen = true,
	    .year_now = a->year_now,
	};
	struct err e = {0};

	if (p->def->list != NULL && p->selected == UINT32_MAX)
		return;
	if ((p->def->flags & PANE_HOP) != 0 && d->made_for != d->cursor)
		d->valid = false;
	if (!d->valid || d->page.opts.width != opts.width || d->page.opts.details != opts.details
	    || d->page.opts.ascii != opts.ascii) {
		page_reset(&d->page, &opts);
		d->pinned = d->ncolumns = 0;
		if (!p->def->detail(a, p, &d->page, &e))
			app_error(a, "%s", e.text);
		d->valid = true;
		d->made_for = d->cursor;
	}
}

size_t
detail_rows(const struct app *a)
{
	int rows = a->layout.detail.h - (a->pane[a->screen].def->nsections > 0 ? 1 : 0);

	return rows > 0 ? (size_t)rows : 1;
}

/* An empty list says itself what could be done. Messages stand above an open prompt. */
static void
lay_out(struct app *a)
{
	struct pane *p = app_pane(a);
	struct layout_want want = {
	    .rows = a->rows,
	    .cols = a->cols,
	    .facets = (p->def->flags & PANE_FACETS) != 0,
	    .page = p->def->list == NULL,
	    .tabs = p->def->nsections > 0,
	    .zoom = a->zoom,
	    .focus = p->focus,
	};

	layout_make(&a->layout, &want);
	want.status = (*pane_advice(p) != '\0' && (p->view.nrows > 0 || a->layout.list.h <= 0))
	    || (a->prompt.kind != PROMPT_NONE && a->message[0] != '\0');
	if (want.status)
		layout_make(&a->layout, &want);
}

/* The column under the cursor comes into sight: the page is made again from another first column. How many fit
 * may differ then, so it is tried until it holds. */
static void
settle_columns(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;

	for (size_t tries = 0; tries < 16 && d->ncolumns > 0; tries++) {
		size_t first = d->first;

		if (d->column >= d->ncolumns)
			d->column = d->ncolumns - 1;
		if (d->column < first)
			first = d->column;
		else if (d->shown > 0 && d->column >= first + d->shown)
			first = d->column - d->shown + 1;
		if (first == d->first)
			return;
		d->first = first;
		d->valid = false;
		detail_make(a, p);
	}
}

/* The cursor of a page that hops goes to the next line that leads somewhere, else to the last one. */
static void
settle_hop(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;
	size_t at = d->cursor;

	while (at < d->page.nlines && !line_leads(&d->page.lines[at]))
		at++;
	while (at >= d->page.nlines || (at > 0 && !line_leads(&d->page.lines[at])))
		if (at-- == 0)
			return;
	d->cursor = at;
	detail_make(a, p);
}

static void
settle_detail(struct app *a, struct pane *p)
{
	struct detail *d = &p->detail;
	size_t rows = detail_rows(a), pinned, cursor, n;

	detail_make(a, p);
	settle_columns(a, p);
	if ((p->def->flags & PANE_HOP) != 0 && d->page.nlines > 0)
		settle_hop(a, p);
	pinned = d->pinned < rows ? d->pinned : rows - 1;
	if (d->cursor >= d->page.nlines)
		d->cursor = d->page.nlines > 0 ? d->page.nlines - 1 : 0;
	if (d->cursor < pinned)
		return;
	/* What scrolls are the lines below those that are pinned. */
	cursor = d->cursor - pinned;
	n = d->page.nlines - pinned;
	keep_shown(&cursor, &d->top, n, rows - pinned);
}

void
app_settle(struct app *a)
{
	struct pane *p = app_pane(a);
	size_t pos, top;

	prompt_settle(a);
	lay_out(a);
	pos = p->pos;
	top = p->top;
	keep_shown(&pos, &top, p->view.nrows + (p->hidden > 0), pane_list_rows(a));
	p->top = (uint32_t)top;
	keep_shown(&p->facet_cursor, &p->facet_top, p->nfacet,
	    a->layout.facets.h > 0 ? (size_t)a->layout.facets.h : 1);
	if (a->layout.detail.h > 0)
		settle_detail(a, p);
	if (a->popup.open)
		popup_settle(a);
}

bool
app_command(struct app *a, const char *line)
{
	struct err e = {0};
	char name[64];
	const struct command *c;
	size_t len;

	line += strspn(line, " \t");
	len = strcspn(line, " \t");
	if (len == 0 || *line == '#')
		return true;
	if (strspn(line, "0123456789") == strlen(line)) {
		c = command_find("go");
	} else {
		snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), line);
		c = command_find(name);
		line += len;
		line += strspn(line, " \t");
	}
	if (c == NULL) {
		const char *near = command_nearest(name);

		app_error(a, "no command '%s'%s%s; ? shows the keys", name,
		    near != NULL ? "; nearest: " : "", near != NULL ? near : "");
		return false;
	}
	if ((c->flags & CMD_LIST) != 0 && app_pane(a)->def->list == NULL) {
		app_error(a, "%s works on a list, and there is none on %s", c->name,
		    app_pane(a)->def->title);
		return false;
	}
	if (c->arg != NULL && c->arg[0] != '[' && *line == '\0') {
		app_error(a, "%s wants %s: %s", c->name, c->arg, c->help);
		return false;
	}
	if (!c->run(a, line, &e)) {
		app_error(a, "%s", e.text);
		return false;
	}
	return true;
}

void
app_key(struct app *a, const char *key)
{
	const struct binding *b;

	a->message[0] = '\0';
	a->message_is_error = false;
	if (strcmp(key, "^Z") == 0) { /* whatever is being typed */
		app_command(a, "suspend");
		return;
	}
	if (a->prompt.kind != PROMPT_NONE) {
		prompt_key(a, key);
		return;
	}
	if (a->popup.open && a->popup.filter && popup_key(a, key))
		return;
	b = binding_find(app_where(a), key);
	if (b != NULL)
		app_command(a, b->command);
	else
		app_say(a, "%s does nothing here; ? shows the keys", key);
}

void
app_paste(struct app *a, const char *ch)
{
	if (a->prompt.kind == PROMPT_FILTER || a->prompt.kind == PROMPT_COMMAND) {
		edit_insert(&a->prompt.edit, ch);
		prompt_changed(a);
	} else if (a->popup.open && a->popup.filter) {
		edit_insert(&a->popup.words, ch);
		popup_remake(a);
	}
}
