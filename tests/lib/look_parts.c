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
safe_cell(const struct look *l, const struct column_place *c, uint32_t row, struct buf *out)
{
	struct buf raw = BUF_INIT;

	buf_clear(out);
	pane_cell(app_pane(l->a), c->def, row, c->w, &raw);
	text_safe(out, raw.data, raw.len, l->ascii);
	buf_free(&raw);
}

static void
check_row(const struct look *l, int y, uint32_t pos, const struct column_places *places)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	uint32_t row = p->view.rows[pos];
	struct buf cell = BUF_INIT;
	int end = at->x + 2;

	CHECK(
	    l, grid_is(&l->g, y, at->x, pos == p->pos ? ">" : " "), "row %d: the cursor's sign", y);
	CHECK(l,
	    grid_is(&l->g, y, at->x + 1,
		bitset_has(&p->shorts, row)          ? (bitset_has(&p->marks, row) ? "#" : "+")
		    : bitset_has(&p->marks, row)     ? "*"
		    : view_row_marked(&p->view, row) ? "?"
						     : " "),
	    "row %d: the mark", y);
	for (size_t i = 0; i < places->n; i++) {
		const struct column_place *c = &places->at[i];
		int x = at->x + c->x;

		CHECK(l, i == 0 ? x == end : x > end, "row %d: columns meet in column %d", y, x);
		CHECK(l, grid_blank(&l->g, y, end, x - end), "row %d: no gap in front of column %d",
		    y, x);
		safe_cell(l, c, row, &cell);
		look_text(l, y, x, c->w, cell.data, c->def->right);
		end = x + c->w;
	}
	CHECK(l, end <= at->x + at->w, "the columns take %d cells of %d", end - at->x, at->w);
	CHECK(l, grid_blank(&l->g, y, end, at->x + at->w - end),
	    "row %d: something stands behind the last column", y);
	buf_free(&cell);
}

/* The first column and the one under the cursor are always there; columns out of sight have a mark on their side. */
static void
check_sight(const struct look *l, const struct column_places *places)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;

	CHECK(l, places->n > 0 && places->frozen > 0, "there is no column");
	CHECK(l, places_find(places, p->column) != NULL,
	    "the column under the cursor is out of sight");
	CHECK(l, !places->left || grid_is(&l->g, at->y, at->x + places->left_x, "<"),
	    "no sign of columns on the left");
	CHECK(l, !places->right || grid_is(&l->g, at->y, at->x + places->right_x, ">"),
	    "no sign of columns on the right");
}

static void
check_header(const struct look *l, const struct column_places *places)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;

	for (size_t i = 0; i < places->n; i++) {
		const struct column_place *c = &places->at[i];
		int field = field_find(p->def->list, c->def->field);

		for (size_t k = 0; k < p->view.query.nsort; k++)
			if (p->view.query.sort[k].field == field) {
				char mark[16];

				snprintf(mark, sizeof mark, "%s%zu",
				    glyph(p->view.query.sort[k].descending ? GLYPH_DOWN : GLYPH_UP,
					l->ascii),
				    k + 1);
				CHECK(l,
				    strstr(grid_text(&l->g, at->y, at->x + c->x, c->w), mark)
					!= NULL,
				    "no sort mark %s over %s", mark, c->def->title);
			}
	}
	check_sight(l, places);
}

void
look_list(const struct look *l)
{
	const struct pane *p = app_pane(l->a);
	const struct area *at = &l->a->layout.list;
	struct column_places places;

	if (look_has_picture(l)) {
		look_picture(l);
		return;
	}
	if (at->h <= 0)
		return;
	pane_visible_columns(p, at->w, &places);
	check_header(l, &places);
	for (int y = 1; y < at->h; y++) {
		int each = l->a->layout.row_h;
		uint32_t pos = p->top + (uint32_t)((y - 1) / each);

		if (p->view.nrows > 0 && (y - 1) % each != 0)
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w),
			    "row %d between items is not empty", at->y + y);
		else if (pos < p->view.nrows)
			check_row(l, at->y + y, pos, &places);
		else if (p->view.nrows > 0 && pos > p->view.nrows)
			CHECK(l, grid_blank(&l->g, at->y + y, at->x, at->w),
			    "row %d below the list is not empty", at->y + y);
	}
	if (p->view.nrows > 0)
		CHECK(l,
		    p->pos >= p->top
			&& (p->pos - p->top) * (uint32_t)l->a->layout.row_h < (uint32_t)at->h - 1,
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
	CHECK(l, l->a->layout.say.h <= 0 || at.y + at.h <= l->a->layout.say.y,
	    "the popup covers the narration");
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

		buf_addf(&find, "%s: ", u->lead);
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
