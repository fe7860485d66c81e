#include "career/page/gap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NAME_AT = 12, LEVELS_FROM = 90 };

void
gap_who(struct buf *b, const struct wanted *w, enum skill_rank only, size_t most)
{
	size_t n = 0, more = 0;

	for (size_t i = 0; i < w->nby; i++) {
		size_t k = 0;

		if (only < RANK_COUNT && w->by[i].rank != only)
			continue;
		while (k < i
		    && (w->by[k].source != w->by[i].source
			|| (only < RANK_COUNT && w->by[k].rank != only)))
			k++;
		if (k < i)
			continue;
		if (n == most) {
			more++;
			continue;
		}
		buf_addf(b, "%s%s%s", n++ > 0 ? ", " : "", w->by[i].field && !w->field ? "~" : "",
		    w->by[i].source->short_name);
	}
	if (more > 0)
		buf_addf(b, " +%zu", more);
}

/* "must (aigraduate MLE), skip (guide 2025)" */
static void
say_sides(struct buf *b, const struct wanted *w)
{
	const char *between = "";

	for (int r = 0; r < RANK_COUNT; r++) {
		struct buf who = BUF_INIT;

		gap_who(&who, w, (enum skill_rank)r, 3);
		if (who.len > 0) {
			buf_addf(
			    b, "%s%s (%s)", between, skill_rank_word((enum skill_rank)r), who.data);
			between = ", ";
		}
		buf_free(&who);
	}
}

void
gap_anchors(struct page *p, const struct wanted *w)
{
	char key[48];

	page_anchor(p, ANCHOR_SKILL, w->slug);
	if (w->nby > 0 && w->by[0].row == 0)
		page_anchor(p, ANCHOR_SOURCE, w->by[0].source->key);
	for (size_t i = 0; i < w->nby && w->by[0].row != 0; i++)
		if (w->by[i].rank == w->rank) {
			snprintf(key, sizeof key, "role_skill:%lld", (long long)w->by[i].row);
			page_anchor(p, ANCHOR_FACT, key);
			return;
		}
}

/* What else is said of a skill that is to be learned. */
static void
say_more(struct page *p, const struct gap_row *r)
{
	struct buf b = BUF_INIT;

	if (r->w->disputed) {
		say_sides(&b, r->w);
		page_next(p);
		page_to(p, NAME_AT);
		page_joinf(p, NAME_AT + 2, STYLE_WARN, "! sources disagree: %s", b.data);
	}
	if (r->w->bar[0] != '\0') {
		page_next(p);
		page_to(p, NAME_AT);
		page_joinf(p, NAME_AT + 2, STYLE_NOTE, "the bar: %s", r->w->bar);
	}
	buf_free(&b);
}

/* " (partly)"; the level on O*NET's scale where both are known. */
static void
say_had(struct page *p, const struct gap_row *r)
{
	if (r->how != HAVE_NOT)
		page_addf(p, STYLE_TEXT, " (%s)", having_word(r->how));
	if (r->level >= 0 && !isnan(r->w->level))
		page_addf(p, STYLE_TEXT, " level %.0f, %.1f wanted", r->level, r->w->level);
}

static void
gap_line(struct page *p, const struct gap_row *r)
{
	struct buf who = BUF_INIT;

	page_line(p);
	page_addf(p, STYLE_LABEL, " %s", skill_rank_word(r->w->rank));
	page_to(p, NAME_AT);
	page_addf(p, STYLE_VALUE, "%s", r->w->name);
	say_had(p, r);
	if (isnan(r->w->importance))
		gap_who(&who, r->w, r->w->rank, 2);
	else
		buf_addf(&who, "importance %.1f of 5", r->w->importance);
	if (!isnan(r->w->level) && p->opts.width >= LEVELS_FROM)
		buf_addf(&who, ", level %.1f of 7", r->w->level);
	page_right(p, STYLE_NOTE, who.data);
	gap_anchors(p, r->w);
	if (r->part == GAP_MISSING)
		say_more(p, r);
	buf_free(&who);
}

/* The names of a part in one paragraph. */
static void
name_part(struct page *p, const struct gap *g, enum gap_part part, const char *label)
{
	struct buf b = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++)
		if (g->row[i].part == part)
			buf_addf(&b, "%s%s%s", n++ > 0 ? ", " : "", g->row[i].w->name,
			    g->row[i].w->disputed ? " (disputed)" : "");
	if (n > 0) {
		page_blank(p);
		page_pair(p, label, 16, part == GAP_SKIP ? STYLE_WARN : STYLE_TEXT, b.data);
	}
	buf_free(&b);
}

/* A line each. */
static void
list_part(struct page *p, const struct gap *g, enum gap_part part, const char *heading)
{
	bool any = false;

	for (size_t i = 0; i < g->n; i++) {
		if (g->row[i].part != part)
			continue;
		if (!any) {
			page_blank(p);
			page_heading(p, heading, NULL);
		}
		any = true;
		gap_line(p, &g->row[i]);
	}
}

static void
say_covered(struct page *p, const struct gap *g, const struct skillset *from)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s: ", from != NULL ? from->title : "You");
	gap_says(g, &b);
	page_wrap(p, 0, STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, g->to->thin ? "too-little-known" : "must");
	if (g->covered > 0) {
		page_wrapf(p, 0, STYLE_NOTE,
		    "%.0f%% of the weight (%s) is covered by what stands below.", 100 * g->covered,
		    g->to->rated ? "importance less 2"
				 : "must 3, important 2, nice to have and named 1");
		page_anchor(p, ANCHOR_TERM, "covered");
	}
	if (from != NULL && from->thin) {
		page_wrapf(p, 0, STYLE_WARN,
		    "! Too little is known of %s to judge from it: %zu skill%s listed.",
		    from->title, from->own, from->own == 1 ? " is" : "s are");
		page_anchor(p, ANCHOR_TERM, "too-little-known");
	}
	buf_free(&b);
}

void
page_gap(struct page *p, const struct gap *g, const struct skillset *from)
{
	page_line(p);
	page_addf(p, STYLE_HEADING, "%s: what is missing", g->to->title);
	page_anchor(p, ANCHOR_ROLE, g->to->slug);
	page_rule(p);
	say_covered(p, g, from);
	list_part(p, g, GAP_MISSING, "To learn, in this order");
	list_part(p, g, GAP_HAD, "There already");
	name_part(p, g, GAP_FIELD, "~ Of the field");
	name_part(p, g, GAP_SKIP, "! Skip");
	page_close(p);
}
