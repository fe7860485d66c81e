#include "career/page/board.h"

#include "career/page/glyph.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_AT = 16 };

static size_t
count_of(const struct board_role *r, enum board_state s, int rank)
{
	size_t n = 0;

	for (size_t i = 0; i < r->gap.n; i++)
		n += r->gap.row[i].counts && (int)r->gap.row[i].w->rank == rank
		    && board_state_of(r->gap.row[i].how) == s;
	return n;
}

static void
name_tier(struct buf *b, const struct board_role *r, enum board_state s, int rank)
{
	size_t n = 0;

	for (size_t i = 0; i < r->gap.n; i++) {
		const struct gap_row *g = &r->gap.row[i];

		if (g->counts && (int)g->w->rank == rank && board_state_of(g->how) == s)
			buf_addf(b, "%s%s", n++ > 0 ? ", " : "", g->w->name);
	}
	buf_addf(b, " (%s)", skill_rank_word((enum skill_rank)rank));
}

/* "Python, SQL (must); Docker (important)": a state by tier. What is not started and is no more than nice to have is
 * only counted behind what is firmer. */
static void
name_state(struct buf *b, const struct board_role *r, enum board_state s, bool details)
{
	for (int rank = 0; rank < RANK_SKIP; rank++) {
		size_t n = count_of(r, s, rank);

		if (n == 0)
			continue;
		buf_adds(b, b->len > 0 ? "; " : "");
		if (b->len > 0 && s == BOARD_NOT_STARTED && rank >= RANK_NICE && !details)
			buf_addf(b, "%zu %s", n, rank == RANK_NICE ? "nice to have" : "only named");
		else
			name_tier(b, r, s, rank);
	}
}

/* A cell for each skill, where there is room: had, partly had, learned, the rest. */
static void
draw_bar(struct page *p, const struct board_role *r)
{
	static const enum glyph cells[BOARD_STATES] = {
	    GLYPH_FULL, GLYPH_SHADE_2, GLYPH_SHADE_1, GLYPH_DOT};
	struct buf b = BUF_INIT;

	if (p->opts.plain || r->to.thin || r->all + 4 > (size_t)p->opts.width)
		return;
	for (int s = 0; s < BOARD_STATES; s++)
		for (size_t i = 0; i < r->count[s]; i++)
			buf_adds(&b, glyph(cells[s], p->opts.ascii));
	page_line(p);
	page_to(p, 2);
	page_add(p, STYLE_BAR, b.data);
	page_anchor(p, ANCHOR_ROLE, r->to.slug);
	page_anchor(p, ANCHOR_TERM, "readiness-board");
	buf_free(&b);
}

static void
say_counts(struct page *p, const struct board_role *r)
{
	struct buf b = BUF_INIT;

	gap_says(&r->gap, &b);
	page_line(p);
	page_to(p, 2);
	page_joinf(
	    p, 2, r->to.thin ? STYLE_WARN : STYLE_VALUE, "%s%s", r->to.thin ? "! " : "", b.data);
	page_anchor(p, ANCHOR_ROLE, r->to.slug);
	page_anchor(p, ANCHOR_TERM, r->to.thin ? "too-little-known" : "must");
	buf_free(&b);
}

static void
say_state(struct page *p, const struct board_role *r, enum board_state s)
{
	char label[40];
	struct buf b = BUF_INIT;

	name_state(&b, r, s, p->opts.details);
	if (b.len > 0) {
		snprintf(label, sizeof label, "  %s", board_state_word(s));
		page_pair(p, label, TEXT_AT, STYLE_TEXT, b.data);
		page_anchor(p, ANCHOR_ROLE, r->to.slug);
	}
	buf_free(&b);
}

static void
say_role(struct page *p, const struct board_role *r)
{
	page_line(p);
	page_join(p, 2, STYLE_LINK, r->to.title);
	page_anchor(p, ANCHOR_ROLE, r->to.slug);
	say_counts(p, r);
	draw_bar(p, r);
	for (int s = 0; s < BOARD_STATES; s++)
		say_state(p, r, (enum board_state)s);
}

void
page_board(struct page *p, const struct board *b)
{
	if (b->n == 0)
		return;
	if (p->nlines > 0)
		page_blank(p);
	page_heading(p, "How ready you are", "readiness-board");
	for (size_t i = 0; i < b->n; i++) {
		if (i > 0)
			page_blank(p);
		say_role(p, &b->role[i]);
	}
}
