/* look_parts.c - list, facets, page and popup. */
#include "look_parts.h"

#include "career/base/text.h"
#include "career/page/glyph.h"
#include "../../src/ui/screen.h"

static void
check_rows(const struct look *l, const struct area *a, int x, const char *cell, const char *what)
{
	for (int y = a->y; y < a->y + a->h; y++)
		CHECK(l, grid_is(&l->g, y, x, cell), "%s is broken in row %d", what, y);
}

void
look_rules(const struct look *l)
{
	const struct layout *at = &l->a->layout;
	const char *v = glyph(GLYPH_VLINE, l->ascii), *h = glyph(GLYPH_HLINE, l->ascii);

	if (at->facet_rule)
		check_rows(
		    l, &at->facets, at->facets.x + at->facets.w, v, "the rule of the facets");
	if (app_pane(l->a)->selected == UINT32_MAX)
		return;
	if (at->detail_rule)
		check_rows(l, &at->detail, at->detail.x - 1, v, "the rule of the page");
	for (int x = at->detail.x;
	     at->stack_rule && at->detail.h > 0 && x < at->detail.x + at->detail.w; x++)
		CHECK(l, grid_is(&l->g, at->detail.y - 1, x, h),
		    "the rule above the page is broken in column %d", x);
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

	CHECK(
	    l, grid_is(&l->g, y, at->x, pos == p->pos ? ">" : " "), "row %d: the cursor's sign", y);
	CHECK(l,
	    grid_is(&l->g, y, at->x + 1,
		bitset_has(&p->marks, row)           ? "*"
		    : view_row_marked(&p->view, row) ? "?"
						     : " "),
	    "row %d: the mark", y);
	for (size_t i = 0; i < p->def->ncolumns; i++) {
		if (widths[i] == 0)
			continue;
		safe_cell(l, &p->def->columns[i], row, &cell);
		look_text(l, y, x, widths[i], cell.data, p->def->columns[i].right);
		x += widths[i] + 1;
		if (x <= at->x + at->w)
			CHECK(l, grid_is(&l->g, y, x - 1, " "),
			    "row %d: no gap in front of column %d", y, x);
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
				    glyph(p->view.query.sort[k].descending ? GLYPH_DOWN : GLYPH_UP,
					l->ascii),
				    k + 1);
				CHECK(l,
				    strstr(grid_text(&l->g, at->y, x, widths[i]), mark) != NULL,
				    "no sort mark %s over %s", mark, p->def->columns[i].title);
			}
		x += widths[i] > 0 ? widths[i] + 1 : 0;
	}
}

void
look_list(const struct look *l)
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
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w),
			    "row %d below the list is not empty", at->y + y);
	}
	if (p->view.nrows > 0)
		CHECK(l, p->pos >= p->top && p->pos - p->top < (uint32_t)at->h - 1,
		    "the selected row is out of sight");
	else
		CHECK(l, strstr(l->dump, "Nothing matches") != NULL, "an empty list says nothing");
}

void
look_facets(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.facets;

	for (int y = 0; y < at->h; y++) {
		size_t i = p->facet_top + (size_t)y;
		struct buf text = BUF_INIT;
		char count[16] = "";
		int w = 0;

		if (i >= p->nfacet) {
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w),
			    "row %d below the facets", at->y + y);
			continue;
		}
		CHECK(l,
		    grid_is(&l->g, at->y + y, at->x,
			p->focus == FOCUS_FACETS && i == p->facet_cursor ? ">" : " "),
		    "row %d: the facet cursor's sign", at->y + y);
		if (p->facet[i].heading) {
			buf_adds(&text, p->def->list->fields[p->facet[i].field].title);
		} else {
			w = snprintf(count, sizeof count, "%u", p->facet[i].count) + 2;
			buf_adds(&text,
			    p->facet[i].selected       ? "+ "
				: p->facet[i].excluded ? "- "
						       : "  ");
			text_safes(
			    &text, pane_facet_text(p, &p->facet[i], at->w - w - 3), l->ascii);
			look_text(l, at->y + y, at->x + at->w - w, w - 1, count, true);
		}
		look_text(l, at->y + y, at->x + 1, at->w - w - 1, text.data, false);
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
			used = used
			    || (page->lines[i].spans[k].style == style
				&& *page->lines[i].spans[k].text != '\0');
		CHECK(l, !used || signed_here || before, "no '%s' says what the colour does: %s",
		    sign, text.data);
		before = (used && before) || signed_here;
		buf_free(&text);
	}
}

/* Lines of a page in an area whose first two columns are the cursor's. */
static void
check_page(const struct look *l, const struct area *at, const struct page *page, size_t top,
    size_t cursor, bool focus)
{
	for (int y = 0; y < at->h; y++) {
		size_t i = top + (size_t)y;
		struct buf text = BUF_INIT;
		const char *sign = " ";

		if (i < page->nlines) {
			line_text(&page->lines[i], &text);
			CHECK(l, page->lines[i].width <= page->opts.width,
			    "line %zu is wider than its page", i);
			sign = focus && i == cursor                  ? ">"
			    : y == 0 && top > 0                      ? "^"
			    : y == at->h - 1 && i + 1 < page->nlines ? "v"
								     : " ";
		}
		look_text(l, at->y + y, at->x + 2, at->w - 2, text.data, false);
		CHECK(l, grid_is(&l->g, at->y + y, at->x, sign), "row %d: no sign '%s'", at->y + y,
		    sign);
		CHECK(l, grid_is(&l->g, at->y + y, at->x + 1, " "),
		    "row %d: something beside the sign", at->y + y);
		buf_free(&text);
	}
}

void
look_detail(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	struct area at = l->a->layout.detail;
	char tab[32];

	if (at.h <= 0 || p->selected == UINT32_MAX)
		return;
	if (p->def->nsections > 0) {
		snprintf(tab, sizeof tab, "[%s]", p->def->section(p->detail.section));
		CHECK(l, strstr(grid_text(&l->g, at.y, at.x, at.w), tab) != NULL,
		    "the section's tab is out of sight");
		at.y++;
		at.h--;
	}
	check_page(
	    l, &at, &p->detail.page, p->detail.top, p->detail.cursor, p->focus == FOCUS_DETAIL);
	check_signs(l, &p->detail.page, STYLE_WARN, "!");
	check_signs(l, &p->detail.page, STYLE_NEAR, "~");
}

void
look_popup(const struct look *l)
{
	const struct popup *u = &l->a->popup;
	struct area at = screen_popup_area(l->a), in = {at.y + 1, at.x + 1, at.h - 2, at.w - 2};
	const char *v = glyph(GLYPH_VLINE, l->ascii);

	CHECK(l, at.y >= 0 && at.x >= 0 && at.y + at.h <= l->g.rows && at.x + at.w <= l->g.cols,
	    "the popup leaves the screen");
	CHECK(l,
	    grid_is(&l->g, at.y, at.x, glyph(GLYPH_TL, l->ascii))
		&& grid_is(&l->g, at.y, at.x + at.w - 1, glyph(GLYPH_TR, l->ascii))
		&& grid_is(&l->g, at.y + at.h - 1, at.x, glyph(GLYPH_BL, l->ascii))
		&& grid_is(&l->g, at.y + at.h - 1, at.x + at.w - 1, glyph(GLYPH_BR, l->ascii)),
	    "a corner of the popup is missing");
	check_rows(l, &in, at.x, v, "the popup's left side");
	check_rows(l, &in, at.x + at.w - 1, v, "the popup's right side");
	if (u->filter) {
		struct buf find = BUF_INIT;

		buf_adds(&find, "find: ");
		text_safes(&find, u->words.text.data, l->ascii);
		look_text(l, in.y + in.h - 1, in.x, in.w, find.data, false);
		buf_free(&find);
		in.h--;
	}
	if (u->page.nlines > 0)
		check_page(l, &in, &u->page, u->top, u->cursor, true);
	else
		CHECK(l, strstr(l->dump, "nothing fits these words") != NULL,
		    "an empty popup says nothing");
}
