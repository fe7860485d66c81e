/*
 * pay_view.c - groups of pay figures as pictures: lines on one axis, where most meet, what all share.
 */
#include "pay_view.h"
#include "what_if.h"

#include "career/base/text.h"
#include "career/page/glyph.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* --- one line -------------------------------------------------------------------------------- */

static struct mark
mark_of(const struct agree_line *l)
{
	const struct figure *f = l->f;
	bool pct = f->stat == STAT_PERCENTILES;

	return (struct mark){
	    .lo = l->lo,
	    .hi = l->hi,
	    .whisk_lo = pct ? f->p10 : NAN,
	    .whisk_hi = pct ? f->p90 : NAN,
	    .mid = pct ? f->p50 : NAN,
	    .open_lo = f->open_low,
	    .open_hi = f->open_high,
	};
}

static const char *
line_flag(const struct pay_view *v, const struct agree_line *l)
{
	/* What its words say anyway (basis, employer, place not said) needs no mark of its own; in a cell nothing
	 * is missing but what the title does not say. */
	unsigned marked = LOOSE_LEVEL | LOOSE_BORROWED | LOOSE_CURRENCY | LOOSE_YEAR;

	if (v->cell)
		marked = ~v->titled;
	return l->apart ? "!" : (l->loosely & marked) != 0 || l->f->near ? "~" : " ";
}

static void
plain_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l)
{
	struct buf b = BUF_INIT, w = BUF_INIT;

	pay_line_words(v, g, l, &w);
	buf_addf(&b,
	    "%s, %s: ", l->f->level == LEVEL_UNSTATED ? "Level not said" : level_says(l->f->level),
	    l->f->source->short_name);
	pay_line_values(l, &b);
	if (w.len > 0)
		buf_addf(&b, ", %s", w.data);
	buf_adds(&b, l->apart ? "; stands apart." : ".");
	page_line(v->c->p);
	page_anchor_id(v->c->p, ANCHOR_FIGURE, l->f->id);
	page_wrap(v->c->p, 0, l->apart ? STYLE_WARN : STYLE_TEXT, b.data);
	buf_free(&b);
	buf_free(&w);
}

/* A picture and its value behind the label that the last line has; on a narrow page the picture stands
 * below. */
static void
draw_marks(struct pay_view *v, const struct mark *m, size_t n, const char *value)
{
	struct page *p = v->c->p;

	page_to(p, LABEL);
	if (v->fit == FIT_NARROW) {
		page_add(p, STYLE_VALUE, value);
		page_next(p);
		page_to(p, 2);
		chart_marks(p, &v->axis, m, n);
	} else {
		chart_marks(p, &v->axis, m, n);
		page_addf(p, STYLE_VALUE, " %s", value);
	}
}

/* Who says it, in front of the picture; a longer name is cut there, and whole in the words below. */
static void
add_name(struct pay_view *v, const struct agree_line *l, struct buf *words)
{
	struct page *p = v->c->p;
	struct buf safe = BUF_INIT, name = BUF_INIT, more = BUF_INIT;

	text_safes(&safe, l->f->source->short_name, p->opts.ascii);
	text_clip(&name, safe.data, LABEL - 2, glyph(GLYPH_CUT, p->opts.ascii));
	if (strcmp(name.data, safe.data) != 0) {
		buf_addf(&more, "%s%s%s", l->f->source->short_name, words->len > 0 ? ": " : "",
		    words->data);
		buf_clear(words);
		buf_adds(words, more.data);
	}
	page_addf(p, l->apart ? STYLE_WARN : STYLE_TEXT, "%s%s", line_flag(v, l), name.data);
	buf_free(&safe);
	buf_free(&name);
	buf_free(&more);
}

void
pay_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l)
{
	struct page *p = v->c->p;
	struct mark m = mark_of(l);
	struct buf val = BUF_INIT, words = BUF_INIT;
	int beside = LABEL + v->axis.w + VALUE + 1; /* where words stand on a wide page */

	if (p->opts.plain) {
		plain_line(v, g, l);
		return;
	}
	pay_line_values(l, &val);
	pay_line_words(v, g, l, &words);
	page_line(p);
	add_name(v, l, &words);
	draw_marks(v, &m, 1, val.data);
	if (v->fit == FIT_WIDE && text_width(words.data) <= p->opts.width - beside) {
		page_to(p, beside);
		page_add(p, STYLE_NOTE, words.data);
	} else if (words.len > 0) {
		page_next(p);
		page_to(p, 2);
		page_join(p, 2, STYLE_NOTE, words.data);
	}
	page_anchor_id(p, ANCHOR_FIGURE, l->f->id);
	buf_free(&val);
	buf_free(&words);
}

/* --- a group --------------------------------------------------------------------------------- */

void
pay_answer_anchor(struct role_ctx *c, const struct agree_group *g)
{
	page_anchor(c->p, ANCHOR_ANSWER,
	    arena_printf(c->a, "%lld:%d:%d%s%s", (long long)c->id, (int)g->level, (int)g->ruler,
		g->place[0] != '\0' ? ":" : "", g->place));
}

/* Those of the highest lower end and of the lowest upper end. */
void
pay_bound_anchor(struct role_ctx *c, const struct agree_group *g)
{
	const struct agree_line *low = &g->lines[0], *high = &g->lines[0];

	for (size_t i = 1; i < g->nlines; i++) {
		if (g->lines[i].lo > low->lo)
			low = &g->lines[i];
		if (g->lines[i].hi < high->hi)
			high = &g->lines[i];
	}
	page_anchor_id(c->p, ANCHOR_FIGURE, high->f->id);
	page_anchor_id(c->p, ANCHOR_FIGURE, low->f->id);
}

static void
behind(struct pay_view *v, const struct agree_group *g)
{
	if (v->cell)
		pay_bound_anchor(v->c, g);
	else
		pay_answer_anchor(v->c, g);
}

static void
draw_common(struct pay_view *v, const struct agree_group *g)
{
	struct page *p = v->c->p;

	for (size_t i = 0; i < g->nbest && !p->opts.plain; i++) {
		struct buf b = BUF_INIT;
		struct money_span s = pay_span(g, g->best[i].lo, g->best[i].hi);

		s.open_lo = g->best[i].open_low;
		s.open_hi = g->best[i].open_high;
		money_span_bare(&b, &s, MONEY_SHORT);
		page_line(p);
		page_anchor(p, ANCHOR_TERM, "best-supported-range");
		page_add(p, STYLE_LABEL, " where most meet");
		page_to(p, LABEL);
		if (v->fit == FIT_NARROW) {
			page_add(p, STYLE_VALUE, b.data);
			page_next(p);
			page_to(p, 2);
			chart_common(p, &v->axis, g->best[i].lo, g->best[i].hi);
		} else {
			chart_common(p, &v->axis, g->best[i].lo, g->best[i].hi);
			page_addf(p, STYLE_VALUE, " %s", b.data);
		}
		behind(v, g);
		buf_free(&b);
	}
}

static bool
in_detail(const struct pay_view *v)
{
	return v->whole || v->c->p->opts.details;
}

/* In detail more of the reasons have room. */
static void
say_why(struct pay_view *v, const struct agree_group *g)
{
	enum { SHORT = 200, LONG = 2000 };
	struct buf b = BUF_INIT;
	size_t left = agree_why_most(g, in_detail(v) ? LONG : SHORT, &b);

	if (left > 0)
		buf_addf(&b, "; %zu more (v)", left);
	if (b.len > 0)
		page_wrapf(v->c->p, 2, STYLE_NOTE, "Why they differ: %s.", b.data);
	buf_free(&b);
}

void
pay_group_close(struct pay_view *v, const struct agree_group *g)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT;

	draw_common(v, g);
	pay_what_if(v, g);
	pay_common_words(g, &b);
	if (b.len > 0) {
		enum style st = g->has_common ? STYLE_TEXT : STYLE_WARN;

		page_line(p);
		page_add(p, st, g->has_common ? "  " : "! ");
		page_join(p, 2, st, b.data);
		page_anchor(p, ANCHOR_TERM, g->has_common ? "common-range" : "no-common-range");
		behind(v, g);
		say_why(v, g);
	}
	if (in_detail(v) && g->pages > 1) {
		buf_clear(&b);
		pay_depth_words(g, &b);
		page_wrapf(p, 2, STYLE_NOTE, "%s.", b.data);
		page_anchor(p, ANCHOR_TERM, "envelope");
		page_anchor(p, ANCHOR_TERM, "overlap-union");
		behind(v, g);
	}
	buf_free(&b);
}

/* "Austin, senior, salary". */
static void
name_group(const struct agree_group *g, struct buf *b)
{
	const char *ruler = pay_ruler(g);

	if (g->place[0] != '\0')
		buf_addf(b, "%s, %s, %c%s", place_says(g->place), level_says(g->level),
		    tolower((unsigned char)ruler[0]), ruler + 1);
	else
		buf_addf(b, "%s, %s", ruler, level_says(g->level));
	if (strcmp(g->currency, "USD") != 0 && !money_unstated(g->currency))
		buf_addf(b, ", %s", g->currency);
}

/* "8 figures of 4 publishers". */
static void
count_words(const struct agree_group *g, struct buf *b)
{
	buf_addf(b, "%zu figure%s of %zu publisher%s", g->nlines, g->nlines == 1 ? "" : "s",
	    g->publishers, g->publishers == 1 ? "" : "s");
}

/* What the lines of a group count. */
static const char *
counts_words(const struct agree_group *g)
{
	size_t base = 0;

	for (size_t i = 0; i < g->nlines; i++)
		base += g->lines[i].f->basis == BASIS_BASE;
	if (g->ruler == RULER_TOTAL)
		return " (never held against salary)";
	return base == g->nlines ? " (base pay)"
	    : base == 0          ? " (basis not said)"
				 : " (base pay, or not said which)";
}

static void
group_title(struct pay_view *v, const struct agree_group *g, bool answer)
{
	struct page *p = v->c->p;
	struct buf name = BUF_INIT, says = BUF_INIT, right = BUF_INIT;

	name_group(g, &name);
	page_line(p);
	if (answer) {
		pay_answer_words(g, &says);
		pay_support_words(g, &right);
		page_addf(p, STYLE_LABEL, "%s: ", name.data);
		page_join(p, 2, STYLE_VALUE, says.data);
	} else {
		count_words(g, &right);
		page_add(p, STYLE_LABEL, name.data);
		page_join(p, 2, STYLE_NOTE, counts_words(g));
	}
	page_right(p, STYLE_NOTE, right.data);
	page_anchor(p, ANCHOR_TERM, g->ruler == RULER_TOTAL ? "total" : "base");
	pay_answer_anchor(v->c, g);
	buf_free(&name);
	buf_free(&says);
	buf_free(&right);
}

void
pay_group(struct pay_view *v, const struct agree_group *g, bool answer)
{
	if (g->nlines == 0)
		return;
	group_title(v, g, answer);
	for (size_t i = 0; i < g->nlines; i++)
		pay_line(v, g, &g->lines[i]);
	pay_group_close(v, g);
}

/* --- a group in short ------------------------------------------------------------------------ */

/* Where most meet, or the pages of one publisher, on whiskers as wide as all of them; without such a place all of
 * them. */
static size_t
brief_marks(const struct agree_group *g, struct mark *m, size_t cap)
{
	const struct agree_range *r = g->nbest > 0 ? g->best : &g->single;
	size_t n = 0, meet = g->nbest > 0 ? g->nbest : g->single.publishers > 0 ? 1 : 0;

	for (; n < meet && n < cap; n++)
		m[n] = (struct mark){.lo = r[n].lo,
		    .hi = r[n].hi,
		    .whisk_lo = n == 0 ? g->envelope_lo : NAN,
		    .whisk_hi = n + 1 == meet ? g->envelope_hi : NAN,
		    .mid = NAN,
		    .open_hi = r[n].open_high || (n + 1 == meet && g->open_high)};
	for (size_t i = 0; i < g->nlines && meet == 0 && n < cap; i++, n++)
		m[n] = mark_of(&g->lines[i]);
	return n;
}

void
pay_brief(struct pay_view *v, const struct agree_group *g)
{
	enum { MARKS = 16 };
	struct page *p = v->c->p;
	struct mark m[MARKS];
	size_t n = brief_marks(g, m, MARKS);

	if (g->nlines == 0)
		return;
	group_title(v, g, true);
	if (p->opts.plain)
		return;
	page_next(p);
	page_to(p, v->fit == FIT_NARROW ? 2 : LABEL);
	chart_marks(p, &v->axis, m, n);
}
