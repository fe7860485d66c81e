/*
 * What holds on every screen, in every state and size, with and without UTF-8 and colour: the cursor
 * stands on what is selected; every part is where the layout puts it, whole or cut with a mark, and
 * nothing else is there; no state is told by colour alone.
 */
#include "appscreen.h"
#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/page/glyph.h"
#include "check.h"
#include "../../src/ui/screen.h"
#include "grid.h"

#include <stdio.h>
#include <stdlib.h>

struct size {
	int cols, rows;
};

static const struct size sizes[] = { { 132, 50 }, { 100, 30 }, { 80, 24 }, { 60, 20 }, { 40, 12 }, { 39, 9 },
	{ 1, 1 } };

#define PAY ":section_pay"
#define LONG "'a_long_line_of_words_that_no_prompt_can_show_at_once_on_a_screen_of_this_size_"

/* How to come to a state from the start; see app_press. */
static const char *const states[] = {
	/* roles */
	"", "Right", "Right Right", "Down Down Down", "End", "End Enter", "o End", "PgDn", "Space Down Space Down Down Space",
	"s", "Right s s", "Right s Right S S", "z", "Tab", "Tab z", "S-Tab", "E", "x",
	":section_summary", ":section_pay", ":section_growth", ":section_skills", ":section_day", ":section_break_in",
	":section_path", ":section_programs", ":section_industries", ":section_sources",
	PAY " End", PAY " PgDn", PAY " E E", PAY " z End", ":section_skills J J ]",
	":select_nlp-specialist " PAY, ":select_staff-or-principal-engineer " PAY, ":select_nlp-specialist :section_day End",
	"o / 'kind:occupation Enter Enter", "o / 'kind:occupation Enter " PAY " End",
	/* prompts */
	"/", "/ 'data", "/ 'data_scientist", "/ 'zzzz", "/ 'stat:x", "/ 'family:an", "/ 'pay_low>", "/ '\"open", "/ 'data Down Down",
	"/ 'größe_漢字é Left Left", "/ " LONG LONG, "/ " LONG LONG " Home", ": 'sec", ": 's Tab", ": 'nonsense Enter", ": 'section Enter", "q", ":nonsense",
	":go_99999", "/ 'data Enter q",
	/* a filter that is kept */
	"/ 'data Enter", "/ 'zzzz Enter", "/ 'stat:x Enter", "/ 'data_family:analysis Enter S-Tab", "/ 'data_zzz_family:analysis Enter Tab Tab",
	"/ 'data_-analyst Enter S-Tab S-Tab Right", "/ 'data_family:analysis Enter Tab Tab Enter", "/ 'data_family:analysis Enter Tab Tab Right Enter Enter",
	"/ 'a_b_c_d_e_family:analysis,engineering,science_kind:role_pay_low>1_pay_low>2_pay_low>3 Enter Tab Tab End Right Right Right Right Right Right Right Right",
	/* popups */
	"?", "? Down Down", "? End", "? 'filter", "? 'zzzz", "? 'sort Backspace", "Tab ?", "m", "Right Right m", "Tab m", PAY " m", PAY " Down m i",
	"r", "r 'data", "r 'zzz", "r PgDn PgDn", "r 'nlp Enter", "i", "Right i", PAY " Down Down Down Down Down Down Down Down Down i",
	":section_sources i", ":section_sources i End", ":section_growth i", ":section_path End i",
	/* programs */
	"2", "2 Down Down Right", "2 End", "2 PgDn PgDn", "2 Space Space Space", "2 Right Right s", "2 Right Right Right Right Right Right s s", "2 z",
	"2 S-Tab", "2 S-Tab Up", "2 S-Tab Enter", "2 S-Tab Enter Down Enter", "2 S-Tab Down x", "2 S-Tab Enter Down Down x", "2 S-Tab End", "2 S-Tab End Enter",
	"2 S-Tab z", "2 S-Tab ?", "2 S-Tab m", "2 Tab", "2 Tab End", "2 Tab z", "2 Tab ?",
	"2 / 'cost<20k", "2 / 'cost<20k Enter", "2 / 'cost<20k_mode:online Enter +", "2 / 'zzz_cost<20k Enter", "2 / 'zzz_cost<20k Enter z S-Tab",
	"2 / 'data_cost<20k_award:master Enter", "2 / 'months:1..3_cost<5k_country:US Enter", "2 / 'state:ZZ", "2 / 'state:ZZ Enter", "2 / 'withdrawn", "2 / 'status:withdrawn Enter",
	"2 / 'role:nlp-specialist Enter", "2 r 'nlp Enter", "2 i", "2 Down i", "2 Right Right Right Right Right Right Right i", "2 Down Down Tab End i", "2 / 'sort:-cost Enter",
	"2 / 'cost<20k_award:master Enter Tab Tab Tab Tab Enter", "2 / 'cost<20k_award:master Enter Tab Tab Tab Enter Right x",
};

/* --- what is being looked at ----------------------------------------------------------------- */

struct look {
	struct app *a;
	struct draw *d;
	struct grid g;
	const char *state, *dump;
	bool ascii, mono;
};

#define CHECK(l, cond, ...)                                                                        \
	do {                                                                                       \
		if (!(cond)) {                                                                     \
			fputs((l)->dump, stdout);                                                  \
			print_error("keys \"%s\", %dx%d%s%s\n", (l)->state, (l)->g.cols, (l)->g.rows, \
			    (l)->ascii ? ", ASCII" : "", (l)->mono ? ", mono" : "");                 \
			fail_msg(__VA_ARGS__);                                                     \
		}                                                                                  \
	} while (0)

static const char *
cut_mark(const struct look *l)
{
	return glyph(GLYPH_CUT, l->ascii);
}

/* Cells [x, x + w) of row y show `text`: whole, with blanks around, or cut with the mark as last cell. */
static void
check_text(const struct look *l, int y, int x, int w, const char *text, bool right)
{
	struct buf want = BUF_INIT;
	int used = text_width(text);

	if (right && used < w)
		buf_pad(&want, ' ', (size_t)(w - used));
	text_clip(&want, text, w, cut_mark(l));
	if (text_width(want.data) < w)
		buf_pad(&want, ' ', (size_t)(w - text_width(want.data)));
	CHECK(l, strcmp(grid_text(&l->g, y, x, w), want.data) == 0, "row %d, column %d: \"%s\" instead of \"%s\"", y, x,
	    grid_text(&l->g, y, x, w), want.data);
	buf_free(&want);
}

static void
check_rows(const struct look *l, const struct area *a, int x, const char *cell, const char *what)
{
	for (int y = a->y; y < a->y + a->h; y++)
		CHECK(l, grid_is(&l->g, y, x, cell), "%s is broken in row %d", what, y);
}

/* --- parts ------------------------------------------------------------------------------------ */

static void
check_rules(const struct look *l)
{
	const struct layout *at = &l->a->layout;
	const char *v = glyph(GLYPH_VLINE, l->ascii), *h = glyph(GLYPH_HLINE, l->ascii);

	if (at->facet_rule)
		check_rows(l, &at->facets, at->facets.x + at->facets.w, v, "the rule of the facets");
	if (app_pane(l->a)->selected == UINT32_MAX)
		return;
	if (at->detail_rule)
		check_rows(l, &at->detail, at->detail.x - 1, v, "the rule of the page");
	for (int x = at->detail.x; at->stack_rule && at->detail.h > 0 && x < at->detail.x + at->detail.w; x++)
		CHECK(l, grid_is(&l->g, at->detail.y - 1, x, h), "the rule above the page is broken in column %d", x);
}

static void
safe_cell(const struct look *l, const struct column_def *c, uint32_t row, struct buf *out)
{
	struct buf raw = BUF_INIT;

	buf_clear(out);
	c->cell(app_pane(l->a), row, &raw);
	text_safe(out, raw.data, raw.len, l->ascii);
	buf_free(&raw);
}

static void
check_row(const struct look *l, int y, uint32_t pos, const int *widths)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	uint32_t row = p->view.rows[pos];
	struct buf cell = BUF_INIT;
	int x = at->x + 2;

	CHECK(l, grid_is(&l->g, y, at->x, pos == p->pos ? ">" : " "), "row %d: the cursor's sign", y);
	CHECK(l, grid_is(&l->g, y, at->x + 1, bitset_has(&p->marks, row) ? "*" : view_row_marked(&p->view, row) ? "?" : " "),
	    "row %d: the mark", y);
	for (size_t i = 0; i < p->def->ncolumns; i++) {
		if (widths[i] == 0)
			continue;
		safe_cell(l, &p->def->columns[i], row, &cell);
		check_text(l, y, x, widths[i], cell.data, p->def->columns[i].right);
		x += widths[i] + 1;
		if (x <= at->x + at->w)
			CHECK(l, grid_is(&l->g, y, x - 1, " "), "row %d: no gap in front of column %d", y, x);
	}
	CHECK(l, x - 1 <= at->x + at->w, "the columns take %d cells of %d", x - 1 - at->x, at->w);
	buf_free(&cell);
}

static void
check_header(const struct look *l, const int *widths)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	int x = at->x + 2;

	for (size_t i = 0; i < p->def->ncolumns; i++) {
		int field = field_find(p->def->list, p->def->columns[i].field);

		for (size_t k = 0; widths[i] > 0 && k < p->view.query.nsort; k++)
			if (p->view.query.sort[k].field == field) {
				char mark[16];

				snprintf(mark, sizeof mark, "%s%zu",
				    glyph(p->view.query.sort[k].descending ? GLYPH_DOWN : GLYPH_UP, l->ascii), k + 1);
				CHECK(l, strstr(grid_text(&l->g, at->y, x, widths[i]), mark) != NULL,
				    "no sort mark %s over %s", mark, p->def->columns[i].title);
			}
		x += widths[i] > 0 ? widths[i] + 1 : 0;
	}
}

static void
check_list(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	int widths[16];

	if (at->h <= 0)
		return;
	pane_visible_columns(p, at->w, widths);
	check_header(l, widths);
	for (int y = 1; y < at->h; y++) {
		uint32_t pos = p->top + (uint32_t)y - 1;

		if (pos < p->view.nrows)
			check_row(l, at->y + y, pos, widths);
		else if (p->view.nrows > 0 && pos > p->view.nrows)
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w), "row %d below the list is not empty", at->y + y);
	}
	if (p->view.nrows > 0)
		CHECK(l, p->pos >= p->top && p->pos - p->top < (uint32_t)at->h - 1, "the selected row is out of sight");
	else
		CHECK(l, strstr(l->dump, "Nothing matches") != NULL, "an empty list says nothing");
}

static void
check_facets(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.facets;

	for (int y = 0; y < at->h; y++) {
		size_t i = p->facet_top + (size_t)y;
		struct buf text = BUF_INIT;
		char count[16] = "";
		int w = 0;

		if (i >= p->nfacet) {
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w), "row %d below the facets", at->y + y);
			continue;
		}
		CHECK(l, grid_is(&l->g, at->y + y, at->x, p->focus == FOCUS_FACETS && i == p->facet_cursor ? ">" : " "),
		    "row %d: the facet cursor's sign", at->y + y);
		if (p->facet[i].heading) {
			buf_adds(&text, p->def->list->fields[p->facet[i].field].title);
		} else {
			w = snprintf(count, sizeof count, "%u", p->facet[i].count) + 2;
			buf_adds(&text, p->facet[i].selected ? "+ " : p->facet[i].excluded ? "- " : "  ");
			text_safes(&text, pane_facet_text(p, &p->facet[i], at->w - w - 3), l->ascii);
			check_text(l, at->y + y, at->x + at->w - w, w - 1, count, true);
		}
		check_text(l, at->y + y, at->x + 1, at->w - w - 1, text.data, false);
		buf_free(&text);
	}
}

static void
line_text(const struct line *l, struct buf *out)
{
	for (size_t i = 0; i < l->nspans; i++)
		buf_adds(out, l->spans[i].text);
}

/* Coloured words have their sign: on their line, or on the one that they go on from. */
static void
check_signs(const struct look *l, const struct page *page, enum style style, const char *sign)
{
	bool before = false;

	for (size_t i = 0; i < page->nlines; i++) {
		struct buf text = BUF_INIT;
		bool used = false, signed_here;

		line_text(&page->lines[i], &text);
		signed_here = strstr(text.data, sign) != NULL;
		for (size_t k = 0; k < page->lines[i].nspans; k++)
			used = used || (page->lines[i].spans[k].style == style && *page->lines[i].spans[k].text != '\0');
		CHECK(l, !used || signed_here || before, "no '%s' says what the colour does: %s", sign, text.data);
		before = (used && before) || signed_here;
		buf_free(&text);
	}
}

/* Lines of a page in an area whose first two columns are the cursor's. */
static void
check_page(const struct look *l, const struct area *at, const struct page *page, size_t top, size_t cursor, bool focus)
{
	for (int y = 0; y < at->h; y++) {
		size_t i = top + (size_t)y;
		struct buf text = BUF_INIT;
		const char *sign = " ";

		if (i < page->nlines) {
			line_text(&page->lines[i], &text);
			CHECK(l, page->lines[i].width <= page->opts.width, "line %zu is wider than its page", i);
			sign = focus && i == cursor ? ">" : y == 0 && top > 0 ? "^" : y == at->h - 1 && i + 1 < page->nlines ? "v" : " ";
		}
		check_text(l, at->y + y, at->x + 2, at->w - 2, text.data, false);
		CHECK(l, grid_is(&l->g, at->y + y, at->x, sign), "row %d: no sign '%s'", at->y + y, sign);
		CHECK(l, grid_is(&l->g, at->y + y, at->x + 1, " "), "row %d: something beside the sign", at->y + y);
		buf_free(&text);
	}
}

static void
check_detail(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	struct area at = l->a->layout.detail;
	char tab[32];

	if (at.h <= 0 || p->selected == UINT32_MAX)
		return;
	if (p->def->nsections > 0) {
		snprintf(tab, sizeof tab, "[%s]", p->def->section(p->detail.section));
		CHECK(l, strstr(grid_text(&l->g, at.y, at.x, at.w), tab) != NULL, "the section's tab is out of sight");
		at.y++;
		at.h--;
	}
	check_page(l, &at, &p->detail.page, p->detail.top, p->detail.cursor, p->focus == FOCUS_DETAIL);
	check_signs(l, &p->detail.page, STYLE_WARN, "!");
	check_signs(l, &p->detail.page, STYLE_NEAR, "~");
}

static void
check_popup(const struct look *l)
{
	const struct popup *u = &l->a->popup;
	struct area at = screen_popup_area(l->a), in = { at.y + 1, at.x + 1, at.h - 2, at.w - 2 };
	const char *v = glyph(GLYPH_VLINE, l->ascii);

	CHECK(l, at.y >= 0 && at.x >= 0 && at.y + at.h <= l->g.rows && at.x + at.w <= l->g.cols, "the popup leaves the screen");
	CHECK(l, grid_is(&l->g, at.y, at.x, glyph(GLYPH_TL, l->ascii)) &&
	    grid_is(&l->g, at.y, at.x + at.w - 1, glyph(GLYPH_TR, l->ascii)) &&
	    grid_is(&l->g, at.y + at.h - 1, at.x, glyph(GLYPH_BL, l->ascii)) &&
	    grid_is(&l->g, at.y + at.h - 1, at.x + at.w - 1, glyph(GLYPH_BR, l->ascii)), "a corner of the popup is missing");
	check_rows(l, &in, at.x, v, "the popup's left side");
	check_rows(l, &in, at.x + at.w - 1, v, "the popup's right side");
	if (u->filter) {
		struct buf find = BUF_INIT;

		buf_adds(&find, "find: ");
		text_safes(&find, u->words.text.data, l->ascii);
		check_text(l, in.y + in.h - 1, in.x, in.w, find.data, false);
		buf_free(&find);
		in.h--;
	}
	if (u->page.nlines > 0)
		check_page(l, &in, &u->page, u->top, u->cursor, true);
	else
		CHECK(l, strstr(l->dump, "nothing fits these words") != NULL, "an empty popup says nothing");
}

/* --- lines across the screen ------------------------------------------------------------------ */

static void
check_title(const struct look *l)
{
	char tab[40];

	snprintf(tab, sizeof tab, "[%d %s]", (int)l->a->screen + 1, app_pane(l->a)->def->title);
	CHECK(l, strstr(grid_text(&l->g, 0, 0, l->g.cols), tab) != NULL, "the title does not say which screen it is");
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

		snprintf(text, sizeof text, c[i].on ? "[%s%s]" : "(off %s%s)", c[i].error ? "!" : "", c[i].text);
		text_safes(&safe, text, l->ascii);
		if (strstr(row, safe.data) != NULL)
			seen++;
		else if (p->focus == FOCUS_CHIPS && i == p->chip_cursor)
			CHECK(l, strstr(row, cut_mark(l)) != NULL, "the chip under the cursor is out of sight");
		buf_free(&safe);
	}
	if (seen < n)
		CHECK(l, row[0] == '<' || strstr(row, ">") != NULL || strstr(row, cut_mark(l)) != NULL, "chips are hidden silently");
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
		CHECK(l, grid_is(&l->g, y, 0, a->prompt.kind == PROMPT_FILTER ? "/" : ":"), "the prompt's sign");
		buf_free(&text);
		return;
	} else if (a->message[0] != '\0') {
		buf_addf(&text, "%s", a->message_is_error ? "! " : "");
		text_safes(&text, a->message, l->ascii);
	} else {
		const char *last = grid_text(&l->g, y, 0, l->g.cols);

		CHECK(l, strstr(last, cut_mark(l)) == NULL && last[0] != ' ', "a hint is cut, or there is none");
		buf_free(&text);
		return;
	}
	check_text(l, y, 0, l->g.cols, text.data, false);
	buf_free(&text);
}

static void
check_status(const struct look *l)
{
	struct pane *p = app_pane(l->a);
	struct buf text = BUF_INIT;

	if (l->a->layout.status.h <= 0)
		return;
	buf_adds(&text, p->view.query.error[0] != '\0' ? "! " : "");
	text_safes(&text, pane_advice(p), l->ascii);
	check_text(l, l->a->layout.status.y, 0, l->g.cols, text.data, false);
	buf_free(&text);
}

/* --- the hardware cursor ------------------------------------------------------------------------ */

static void
cursor_is(const struct look *l, int y, int x)
{
	CHECK(l, l->d->cursor_y == y && l->d->cursor_x == x, "the cursor is at %d,%d and not at %d,%d", l->d->cursor_y,
	    l->d->cursor_x, y, x);
}

/* In a prompt: behind the text in front of it, as far as that is shown. */
static void
check_prompt_cursor(const struct look *l)
{
	const struct edit *ed = &l->a->prompt.edit;
	struct buf before = BUF_INIT;
	int want;

	text_safe(&before, ed->text.data, ed->cursor, l->ascii);
	want = 1 + text_width(before.data);
	if (want >= l->g.cols) {
		CHECK(l, l->d->cursor_y == l->g.rows - 1 && l->d->cursor_x >= l->g.cols - 3, "the prompt's cursor");
		CHECK(l, grid_is(&l->g, l->g.rows - 1, 1, cut_mark(l)), "the start of the prompt is cut silently");
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
		CHECK(l, l->d->cursor_y == 1 && strchr("[(", *grid_text(&l->g, 1, l->d->cursor_x, 1)) != NULL, "the cursor is not on a chip");
	else if (p->focus == FOCUS_FACETS)
		cursor_is(l, at->facets.y + (int)(p->facet_cursor - p->facet_top), at->facets.x);
	else if (p->focus == FOCUS_DETAIL && p->selected != UINT32_MAX)
		cursor_is(l, at->detail.y + (p->def->nsections > 0) + (int)(p->detail.cursor - p->detail.top), at->detail.x);
	else if (p->focus == FOCUS_LIST)
		cursor_is(l, at->list.y + 1 + (int)(p->view.nrows > 0 ? p->pos - p->top : 0), at->list.x);
	if (a->prompt.kind == PROMPT_NONE && p->focus != FOCUS_CHIPS && (p->view.nrows > 0 || a->popup.open))
		CHECK(l, grid_is(&l->g, l->d->cursor_y, l->d->cursor_x, ">") || a->popup.page.nlines == 0, "no '>' under the cursor");
}

/* --- all of it -------------------------------------------------------------------------------- */

static void
check_ascii(const struct look *l)
{
	for (const char *s = l->dump; l->ascii && *s != '\0'; s++)
		CHECK(l, (unsigned char)*s < 0x80, "not ASCII: %s", s);
}

static void
check_screen(const struct look *l)
{
	const struct app *a = l->a;

	check_ascii(l);
	if (a->layout.small) {
		cursor_is(l, 0, 0);
		return;
	}
	check_title(l);
	check_chips(l);
	check_bottom(l);
	check_cursor(l);
	if (a->popup.open) {
		check_popup(l);
		return;
	}
	check_rules(l);
	check_status(l);
	check_list(l);
	check_facets(l);
	check_detail(l);
}

/* One state at one size: with colour and without it must look the same, but for the colour. */
static void
check_state(const char *state, const struct size *size, bool ascii)
{
	struct look l = { .state = state, .ascii = ascii };
	struct appscreen s;
	char *colour = NULL;

	screen_open(&s.screen, size->rows, size->cols, ascii, true);
	appscreen_state(&s.app, NULL);
	s.app.opts.ascii = ascii;
	app_resize(&s.app, size->rows, size->cols);
	app_settle(&s.app);
	app_press(&s.app, state);
	for (int mono = 0; mono < 2; mono++) {
		screen_close(&s.screen);
		screen_open(&s.screen, size->rows, size->cols, ascii, mono);
		l.a = &s.app;
		l.d = &s.screen.draw;
		l.mono = mono;
		l.dump = appscreen_draw(&s, true);
		CHECK(&l, grid_read(&l.g, l.dump, size->rows, size->cols), "a row is wider than the screen");
		check_screen(&l);
		if (mono)
			CHECK(&l, strcmp(colour, l.dump) == 0, "colour tells something that nothing else tells");
		else
			colour = mem_dup(l.dump);
	}
	free(colour);
	appscreen_close(&s);
}

static void
check_size(int cols, bool ascii)
{
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (size_t k = 0; sizes[i].cols == cols && k < COUNT(states); k++)
			check_state(states[k], &sizes[i], ascii);
}

#define TEST_SIZE(cols)                                                                            \
	static void test_##cols(void **state)                                                      \
	{                                                                                          \
		(void)state;                                                                       \
		check_size(cols, false);                                                           \
	}                                                                                          \
	static void test_##cols##_ascii(void **state)                                              \
	{                                                                                          \
		(void)state;                                                                       \
		check_size(cols, true);                                                            \
	}

TEST_SIZE(132)
TEST_SIZE(100)
TEST_SIZE(80)
TEST_SIZE(60)
TEST_SIZE(40)
TEST_SIZE(39)
TEST_SIZE(1)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_132),
		cmocka_unit_test(test_132_ascii),
		cmocka_unit_test(test_100),
		cmocka_unit_test(test_100_ascii),
		cmocka_unit_test(test_80),
		cmocka_unit_test(test_80_ascii),
		cmocka_unit_test(test_60),
		cmocka_unit_test(test_60_ascii),
		cmocka_unit_test(test_40),
		cmocka_unit_test(test_40_ascii),
		cmocka_unit_test(test_39),
		cmocka_unit_test(test_39_ascii),
		cmocka_unit_test(test_1),
		cmocka_unit_test(test_1_ascii),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
