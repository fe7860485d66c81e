#include "look_parts.h"

#include "career/base/text.h"
#include "career/page/glyph.h"
#include "../../src/ui/screen.h"

#include <stdlib.h>

const char *
look_cut(const struct look *l)
{
	return glyph(GLYPH_CUT, l->ascii);
}

void
look_text(const struct look *l, int y, int x, int w, const char *text, bool right)
{
	struct buf want = BUF_INIT;
	int used = text_width(text);

	if (right && used < w)
		buf_pad(&want, ' ', (size_t)(w - used));
	text_clip(&want, text, w, look_cut(l));
	if (text_width(want.data) < w)
		buf_pad(&want, ' ', (size_t)(w - text_width(want.data)));
	CHECK(l, strcmp(grid_text(&l->g, y, x, w), want.data) == 0,
	    "row %d, column %d: \"%s\" instead of \"%s\"", y, x, grid_text(&l->g, y, x, w),
	    want.data);
	buf_free(&want);
}

/* --- lines across the screen ------------------------------------------------------------------ */

static void
check_title(const struct look *l)
{
	const struct pane_def *def = app_pane(l->a)->def;
	char tab[40];

	if (def->digit != 0)
		snprintf(tab, sizeof tab, "[%c %s]", def->digit, def->title);
	else
		snprintf(tab, sizeof tab, "[%s]", def->title);
	CHECK(l, strstr(grid_text(&l->g, 0, 0, l->g.cols), tab) != NULL,
	    "the title does not say which screen it is");
}

/* Every chip is whole, or '<' and '>' say that there are more. */
static void
check_chips(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const char *row = grid_text(&l->g, 1, 0, l->g.cols);
	struct chip c[64];
	size_t n = pane_chips(p, c, 64), seen = 0;

	if (l->a->layout.list.h <= 0 && p->selected != UINT32_MAX && l->a->layout.detail.h > 0) {
		CHECK(l, *row != ' ', "nothing says whose page this is");
		return;
	}
	for (size_t i = 0; i < n; i++) {
		char text[128];
		struct buf safe = BUF_INIT;

		snprintf(text, sizeof text, c[i].on ? "[%s%s]" : "(off %s%s)",
		    c[i].error ? "!" : "", c[i].text);
		text_safes(&safe, text, l->ascii);
		if (strstr(row, safe.data) != NULL)
			seen++;
		else if (p->focus == FOCUS_CHIPS && i == p->chip_cursor)
			CHECK(l, strstr(row, look_cut(l)) != NULL,
			    "the chip under the cursor is out of sight");
		buf_free(&safe);
	}
	if (seen < n)
		CHECK(l,
		    row[0] == '<' || strstr(row, ">") != NULL || strstr(row, look_cut(l)) != NULL,
		    "chips are hidden silently");
}

static void
check_bottom(const struct look *l)
{
	const struct app *a = l->a;
	struct buf text = BUF_INIT;
	int y = l->g.rows - 1;

	if (a->prompt.kind == PROMPT_CONFIRM) {
		buf_adds(&text, a->prompt.question);
	} else if (a->prompt.kind != PROMPT_NONE) {
		if (a->prompt.kind != PROMPT_TEXT)
			CHECK(l, grid_is(&l->g, y, 0, a->prompt.kind == PROMPT_FILTER ? "/" : ":"),
			    "the prompt's sign");
		buf_free(&text);
		return;
	} else if (a->message[0] != '\0') {
		buf_addf(&text, "%s", a->message_is_error ? "! " : "");
		text_safes(&text, a->message, l->ascii);
	} else {
		const char *last = grid_text(&l->g, y, 0, l->g.cols);

		CHECK(l, strstr(last, look_cut(l)) == NULL && last[0] != ' ',
		    "a hint is cut, or there is none");
		buf_free(&text);
		return;
	}
	look_text(l, y, 0, l->g.cols, text.data, false);
	buf_free(&text);
}

static void
check_status(const struct look *l)
{
	struct pane *p = app_pane(l->a);
	struct buf text = BUF_INIT;

	if (l->a->layout.status.h <= 0)
		return;
	if (l->a->prompt.kind != PROMPT_NONE && l->a->message[0] != '\0') {
		buf_adds(&text, l->a->message_is_error ? "! " : "");
		text_safes(&text, l->a->message, l->ascii);
	} else {
		buf_adds(&text, p->view.query.error[0] != '\0' ? "! " : "");
		text_safes(&text, pane_advice(p), l->ascii);
	}
	look_text(l, l->a->layout.status.y, 0, l->g.cols, text.data, false);
	buf_free(&text);
}

/* The narration is whole, or its cut is marked; a sign in front tells it apart. */
static void
check_narration(const struct look *l)
{
	const struct area *at = &l->a->layout.say;
	const char *lead = l->ascii ? ">> " : "\u00bb ";
	int x = text_width(lead);
	struct buf said = BUF_INIT, seen = BUF_INIT;

	text_safe(&said, l->a->say.data, l->a->say.len, l->ascii);
	CHECK(l, (said.len > 0) == (at->h > 0), "%d rows of narration", at->h);
	if (at->h > 0)
		look_text(l, at->y, 0, x, lead, false);
	for (int y = 0; y < at->h; y++) {
		const char *row = grid_text(&l->g, at->y + y, x, at->w - x);
		size_t n = strlen(row);

		while (n > 0 && row[n - 1] == ' ')
			n--;
		CHECK(l, n > 0, "row %d of the narration is empty", y);
		/* A word that was broken at a hyphen goes on without a blank. */
		if (seen.len > 0 && said.data[seen.len] == ' ')
			buf_addc(&seen, ' ');
		buf_add(&seen, row, n);
		if (y + 1 == at->h && strcmp(seen.data, said.data) != 0)
			CHECK(l, strstr(row, look_cut(l)) != NULL, "narration ends in: %s", row);
		else
			CHECK(l, strncmp(seen.data, said.data, seen.len) == 0, "narration: %s",
			    seen.data);
	}
	buf_free(&said);
	buf_free(&seen);
}

/* --- the hardware cursor ------------------------------------------------------------------------ */

static void
cursor_is(const struct look *l, int y, int x)
{
	CHECK(l, l->d->cursor_y == y && l->d->cursor_x == x,
	    "the cursor is at %d,%d and not at %d,%d", l->d->cursor_y, l->d->cursor_x, y, x);
}

/* In a prompt: behind the text in front of it, as far as that is shown. */
static void
check_prompt_cursor(const struct look *l)
{
	const struct edit *ed = &l->a->prompt.edit;
	struct buf before = BUF_INIT, lead = BUF_INIT;
	int want, at;

	if (l->a->prompt.kind == PROMPT_TEXT)
		text_safes(&lead, l->a->prompt.text.label, l->ascii);
	at = l->a->prompt.kind != PROMPT_TEXT ? 1 : text_width(lead.data);
	at = at > l->g.cols / 2 && l->a->prompt.kind == PROMPT_TEXT ? l->g.cols / 2 : at;
	buf_free(&lead);
	text_safe(&before, ed->text.data, ed->cursor, l->ascii);
	want = at + text_width(before.data);
	if (want >= l->g.cols) {
		CHECK(l, l->d->cursor_y == l->g.rows - 1 && l->d->cursor_x >= l->g.cols - 3,
		    "the prompt's cursor");
		CHECK(l, grid_is(&l->g, l->g.rows - 1, at, look_cut(l)),
		    "the start of the prompt is cut silently");
	} else {
		cursor_is(l, l->g.rows - 1, want);
	}
	buf_free(&before);
}

static void
check_cursor(const struct look *l)
{
	const struct app *a = l->a;
	const struct pane *p = &a->pane[a->screen];
	const struct layout *at = &a->layout;
	struct area popup = screen_popup_area(a);

	if (a->prompt.kind == PROMPT_CONFIRM)
		CHECK(l, l->d->cursor_y == l->g.rows - 1, "the cursor is not at the question");
	else if (a->prompt.kind != PROMPT_NONE)
		check_prompt_cursor(l);
	else if (a->popup.open)
		cursor_is(l, popup.y + 1 + (int)(a->popup.cursor - a->popup.top), popup.x + 1);
	else if (p->focus == FOCUS_CHIPS)
		CHECK(l,
		    l->d->cursor_y == 1
			&& strchr("[(", *grid_text(&l->g, 1, l->d->cursor_x, 1)) != NULL,
		    "the cursor is not on a chip");
	else if (p->focus == FOCUS_FACETS)
		cursor_is(l, at->facets.y + (int)(p->facet_cursor - p->facet_top), at->facets.x);
	else if (p->focus == FOCUS_DETAIL && (p->selected != UINT32_MAX || p->def->list == NULL))
		cursor_is(l,
		    at->detail.y + (p->def->nsections > 0)
			+ (int)(p->detail.cursor
			    - (p->detail.cursor < p->detail.pinned ? 0 : p->detail.top)),
		    at->detail.x);
	else if (p->focus == FOCUS_LIST && look_has_picture(l)) {
		int y, x;

		look_picture_cursor(l, &y, &x);
		cursor_is(l, y, x);
		return;
	} else if (p->focus == FOCUS_LIST)
		cursor_is(l,
		    at->list.y + 1 + (int)(p->view.nrows > 0 ? p->pos - p->top : 0) * at->row_h,
		    at->list.x);
	if (a->prompt.kind == PROMPT_NONE && p->focus != FOCUS_CHIPS
	    && (p->view.nrows > 0 || p->def->list == NULL || a->popup.open))
		CHECK(l,
		    grid_is(&l->g, l->d->cursor_y, l->d->cursor_x, ">")
			|| a->popup.page.nlines == 0,
		    "no '>' under the cursor");
}

/* --- all of it -------------------------------------------------------------------------------- */

static void
check_ascii(const struct look *l)
{
	for (const char *s = l->dump; l->ascii && *s != '\0'; s++)
		CHECK(l, (unsigned char)*s < 0x80, "not ASCII: %s", s);
}

void
look_check(const struct look *l)
{
	const struct app *a = l->a;

	check_ascii(l);
	if (a->layout.small) {
		cursor_is(l, 0, 0);
		return;
	}
	check_title(l);
	if (a->prompt.kind != PROMPT_COMMAND || screen_palette_area(a).y > 1)
		check_chips(l);
	check_bottom(l);
	check_narration(l);
	check_cursor(l);
	if (a->prompt.kind == PROMPT_COMMAND) {
		check_status(l);
		look_palette(l);
		return;
	}
	if (a->popup.open) {
		look_popup(l);
		return;
	}
	look_rules(l);
	check_status(l);
	look_list(l);
	look_facets(l);
	look_detail(l);
}

void
look_read(struct look *l)
{
	CHECK(
	    l, grid_read(&l->g, l->dump, l->d->rows, l->d->cols), "a row is wider than the screen");
}

void
look_same(const struct look *l, const char *other)
{
	CHECK(l, strcmp(other, l->dump) == 0, "colour tells something that nothing else tells");
}

void
look_drawn(struct appscreen *s, const char *keys, bool ascii)
{
	struct look l = {.a = &s->app, .d = &s->screen.draw, .keys = keys, .ascii = ascii};
	int rows = s->screen.draw.rows, cols = s->screen.draw.cols;
	char *colour = NULL;

	for (int mono = 0; mono < 2; mono++) {
		screen_close(&s->screen);
		screen_open(&s->screen, rows, cols, ascii, mono);
		l.mono = mono;
		l.dump = appscreen_draw(s, true);
		look_read(&l);
		look_check(&l);
		if (mono)
			look_same(&l, colour);
		else
			colour = mem_dup(l.dump);
	}
	free(colour);
}

void
look_to_ascii(struct app *a)
{
	a->opts.ascii = true;
	a->popup.page.opts.width = 0;
}
