/*
 * pay_view.c - groups of pay figures in words and pictures.
 */
#include "pay_view.h"

#include "career/page/glyph.h"

#include <math.h>
#include <string.h>

static const char *
ruler_name(const struct agree_group *g)
{
	return g->ruler == RULER_TOTAL ? "With bonus and shares" : "Salary";
}

struct money_span
pay_span(const struct agree_group *g, double lo, double hi)
{
	return (struct money_span){.lo = lo, .hi = hi, .currency = g->currency};
}

/* Whether only lines that state no level touch the interval. */
static bool
level_unsaid(const struct agree_group *g, double lo, double hi)
{
	for (size_t i = 0; i < g->nlines; i++) {
		const struct agree_line *l = &g->lines[i];
		bool touches = (l->f->open_high || l->hi >= lo) && (l->f->open_low || l->lo <= hi);

		if (touches && (l->loosely & LOOSE_LEVEL) == 0)
			return false;
	}
	return g->level != LEVEL_UNSTATED;
}

static void
range_words(const struct agree_group *g, const struct agree_range *r, struct buf *b)
{
	struct money_span s = pay_span(g, r->lo, r->hi);

	s.open_lo = r->open_low;
	s.open_hi = r->open_high;
	money_span(b, &s, MONEY_SHORT);
}

/* What each publisher says, side by side: "$70K-95K (guide 2025), $140K+ (aigraduate ML)". */
static void
each_publisher(const struct agree_group *g, struct buf *b)
{
	for (size_t who = 0; who < g->publishers; who++) {
		struct money_span s = {.lo = INFINITY, .hi = -INFINITY, .currency = g->currency};
		const char *name = "";

		for (size_t i = 0; i < g->nlines; i++) {
			const struct agree_line *l = &g->lines[i];

			if (l->who != who)
				continue;
			s.lo = fmin(s.lo, l->lo);
			s.hi = fmax(s.hi, l->hi);
			s.open_hi = s.open_hi || l->f->open_high;
			s.open_lo = s.open_lo || l->f->open_low;
			name = l->f->source->short_name;
		}
		buf_adds(b, who > 0 ? ", " : "");
		money_span(b, &s, MONEY_SHORT);
		buf_addf(b, " (%s)", name);
	}
}

/* One publisher: percentiles are named as such, else where its pages meet, else all that it says. */
static void
one_publisher(const struct agree_group *g, struct buf *b)
{
	struct money_span s = pay_span(g, g->envelope_lo, g->envelope_hi);

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].f->stat == STAT_PERCENTILES) {
			const struct agree_line *l = &g->lines[i];

			s.lo = l->lo;
			s.hi = l->hi;
			s.open_hi = l->f->open_high;
			money_span(b, &s, MONEY_SHORT);
			buf_adds(b, ", the middle half");
			if (!isnan(l->f->p50)) {
				buf_adds(b,
				    l->f->open_high && l->f->p50 >= l->hi ? "; median at least "
									  : "; median ");
				money_short(b, l->f->p50, g->currency);
			}
			return;
		}
	if (g->single.publishers > 0) {
		range_words(g, &g->single, b);
		return;
	}
	s.open_hi = g->open_high;
	money_span(b, &s, MONEY_SHORT);
}

void
pay_range_words(const struct agree_group *g, struct buf *b)
{
	if (g->nlines == 0)
		return;
	for (size_t i = 0; i < g->nbest; i++) {
		buf_adds(b, i > 0 ? " or " : g->best[i].point ? "only at " : "about ");
		range_words(g, &g->best[i], b);
	}
	if (g->nbest == 0 && g->publishers > 1) {
		buf_adds(b, "no two publishers meet: ");
		each_publisher(g, b);
	} else if (g->nbest == 0) {
		one_publisher(g, b);
	}
}

void
pay_unsaid_words(const struct agree_group *g, struct buf *b)
{
	if (g->nbest > 0 ? level_unsaid(g, g->best[0].lo, g->best[0].hi)
			 : g->publishers == 1 && level_unsaid(g, g->envelope_lo, g->envelope_hi))
		buf_adds(b, ", level not said");
}

void
pay_answer_words(const struct agree_group *g, struct buf *b)
{
	pay_range_words(g, b);
	pay_unsaid_words(g, b);
}

void
pay_support_words(const struct agree_group *g, struct buf *b)
{
	if (g->nbest > 0)
		buf_addf(b, "%zu of %zu publishers meet", g->best[0].publishers, g->publishers);
	else if (g->publishers > 1)
		buf_addf(b, "%zu publishers", g->publishers);
	else if (g->nlines > 1)
		buf_addf(b, "%zu figures of 1 publisher", g->nlines);
	else
		buf_addf(
		    b, "1 publisher: %s", g->nlines > 0 ? g->lines[0].f->source->short_name : "-");
}

/* The lines of one publisher, as their span. */
void
pay_apart_words(const struct agree_group *g, const char *who, struct buf *b)
{
	double lo = INFINITY, hi = -INFINITY;
	bool open = false;

	for (size_t i = 0; i < g->nlines; i++)
		if (g->lines[i].apart && strcmp(g->lines[i].f->source->short_name, who) == 0) {
			lo = fmin(lo, g->lines[i].lo);
			hi = fmax(hi, g->lines[i].hi);
			open = open || g->lines[i].f->open_high;
		}
	buf_addf(b, "%s stands apart", who);
	if (lo <= hi) {
		struct money_span s = pay_span(g, lo, hi);

		s.open_hi = open;
		buf_adds(b, ": ");
		money_span(b, &s, MONEY_SHORT);
	}
}

/* Whether the same source has another line of the same statistic: then its own words tell them apart. */
static bool
has_twin(const struct agree_group *g, const struct agree_line *l)
{
	for (size_t i = 0; i < g->nlines; i++)
		if (&g->lines[i] != l && g->lines[i].f->source == l->f->source
		    && g->lines[i].f->stat == l->f->stat)
			return l->f->stat == STAT_PERCENTILES;
	return false;
}

/* What is special about a line, in few words: employer, place, basis, sample. */
static void
line_words(const struct agree_group *g, const struct agree_line *l, struct buf *b)
{
	const struct figure *f = l->f;
	enum ruler ruler = g->ruler;
	const char *sep = "";

#define ADD(...) (buf_adds(b, sep), buf_addf(b, __VA_ARGS__), sep = ", ")
	if (f->n > 0)
		ADD("%lld rows", (long long)f->n);
	if (f->stat == STAT_PERCENTILES)
		ADD("p25-75");
	else if (f->stat == STAT_MEAN)
		ADD("mean");
	else if (f->stat == STAT_MEDIAN)
		ADD("median");
	if (f->words[0] != '\0' && has_twin(g, l))
		ADD("\"%s\"", f->words);
	if (f->employer_words[0] != '\0' || f->employer[0] != '\0')
		ADD("%s", f->employer_words[0] != '\0' ? f->employer_words : f->employer);
	if (ruler == RULER_SALARY && f->basis == BASIS_BASE)
		ADD("%s", f->basis_implied ? "base (implied)" : "base");
	if (ruler == RULER_TOTAL && f->basis_implied)
		ADD("total (implied)");
	if ((l->loosely & LOOSE_LEVEL) != 0)
		ADD("level not said");
	if (f->basis == BASIS_UNSTATED)
		ADD("basis not said");
	if (f->borrowed)
		ADD("of the field");
	if (f->attributed[0] != '\0')
		ADD("credits %s", f->attributed);
	if (f->excludes[0] != '\0')
		ADD("without %s", f->excludes);
#undef ADD
}

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

static void
line_values(const struct agree_line *l, struct buf *b)
{
	struct money_span s = {.lo = l->lo,
	    .hi = l->hi,
	    .open_lo = l->f->open_low,
	    .open_hi = l->f->open_high,
	    .currency = l->f->unit};

	money_span_bare(b, &s, MONEY_SHORT);
}

static const char *
line_flag(const struct agree_line *l)
{
	/* What its words say anyway (basis, employer, place not said) needs no mark of its own. */
	enum { MARKED = LOOSE_LEVEL | LOOSE_BORROWED | LOOSE_CURRENCY };

	return l->apart ? "!" : (l->loosely & MARKED) != 0 || l->f->near ? "~" : " ";
}

static void
plain_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l)
{
	struct buf b = BUF_INIT, w = BUF_INIT;

	line_words(g, l, &w);
	buf_addf(&b,
	    "%s, %s: ", l->f->level == LEVEL_UNSTATED ? "Level not said" : level_says(l->f->level),
	    l->f->source->short_name);
	line_values(l, &b);
	if (w.len > 0)
		buf_addf(&b, ", %s", w.data);
	buf_adds(&b, l->apart ? "; stands apart." : ".");
	page_line(v->c->p);
	page_anchor_id(v->c->p, ANCHOR_FIGURE, l->f->id);
	page_wrap(v->c->p, 0, l->apart ? STYLE_WARN : STYLE_TEXT, b.data);
	buf_free(&b);
	buf_free(&w);
}

void
pay_line(struct pay_view *v, const struct agree_group *g, const struct agree_line *l)
{
	struct page *p = v->c->p;
	struct mark m = mark_of(l);
	struct buf val = BUF_INIT, words = BUF_INIT;
	enum style st = l->apart ? STYLE_WARN : STYLE_TEXT;

	if (p->opts.plain) {
		plain_line(v, g, l);
		return;
	}
	line_values(l, &val);
	line_words(g, l, &words);
	page_line(p);
	page_anchor_id(p, ANCHOR_FIGURE, l->f->id);
	page_addf(p, st, "%s%s", line_flag(l), l->f->source->short_name);
	page_to(p, LABEL);
	if (v->fit == FIT_NARROW) {
		page_add(p, STYLE_VALUE, val.data);
		page_line(p);
		page_anchor_id(p, ANCHOR_FIGURE, l->f->id);
		page_to(p, 2);
		chart_mark(p, &v->axis, &m);
	} else {
		chart_mark(p, &v->axis, &m);
		page_addf(p, STYLE_VALUE, " %s", val.data);
	}
	if (v->fit == FIT_WIDE) {
		page_to(p, LABEL + v->axis.w + VALUE + 1);
		page_add(p, STYLE_NOTE, words.data);
	} else if (words.len > 0) {
		page_line(p);
		page_to(p, 2);
		page_join(p, 2, STYLE_NOTE, words.data);
		page_anchor_id(p, ANCHOR_FIGURE, l->f->id);
	}
	buf_free(&val);
	buf_free(&words);
}

static void
draw_common(struct pay_view *v, const struct agree_group *g)
{
	struct page *p = v->c->p;

	for (size_t i = 0; i < g->nbest && !p->opts.plain; i++) {
		struct buf b = BUF_INIT;
		struct money_span s = pay_span(g, g->best[i].lo, g->best[i].hi);

		money_span_bare(&b, &s, MONEY_SHORT);
		page_line(p);
		page_anchor(p, ANCHOR_TERM, "best-supported-range");
		page_add(p, STYLE_LABEL, " where most meet");
		page_to(p, LABEL);
		if (v->fit == FIT_NARROW) {
			page_add(p, STYLE_VALUE, b.data);
			page_line(p);
			page_to(p, 2);
			chart_common(p, &v->axis, g->best[i].lo, g->best[i].hi);
		} else {
			chart_common(p, &v->axis, g->best[i].lo, g->best[i].hi);
			page_addf(p, STYLE_VALUE, " %s", b.data);
		}
		buf_free(&b);
	}
}

/* The lowest upper end of the lines; the gap lies above it. */
static double
lowest_end(const struct agree_group *g)
{
	double end = INFINITY;

	for (size_t i = 0; i < g->nlines; i++)
		if (!g->lines[i].f->open_high)
			end = fmin(end, g->lines[i].hi);
	return end;
}

/* What all lines share, and why they differ. */
static void
group_close(struct pay_view *v, const struct agree_group *g)
{
	struct buf b = BUF_INIT;

	if (g->nlines > 1 && g->pages > 1) {
		struct money_span s = pay_span(g, g->common_lo, g->common_hi);

		if (g->has_common) {
			buf_addf(&b, "All %zu: common range ", g->nlines);
			money_span(&b, &s, MONEY_SHORT);
		} else {
			buf_addf(&b, "All %zu: no common range; one ends at ", g->nlines);
			money_short(&b, lowest_end(g), g->currency);
			buf_adds(&b, ", another starts at ");
			money_short(&b, lowest_end(g) + g->gap, g->currency);
		}
		page_line(v->c->p);
		page_anchor(v->c->p, ANCHOR_TERM, "common-range");
		page_add(
		    v->c->p, g->has_common ? STYLE_TEXT : STYLE_WARN, g->has_common ? "  " : "! ");
		page_join(v->c->p, 2, g->has_common ? STYLE_TEXT : STYLE_WARN, b.data);
		buf_clear(&b);
		agree_why(g, &b);
		if (b.len > 0)
			page_wrapf(v->c->p, 2, STYLE_NOTE, "Why they differ: %s.", b.data);
	}
	buf_free(&b);
}

void
pay_group(struct pay_view *v, const struct agree_group *g)
{
	struct page *p = v->c->p;
	struct buf b = BUF_INIT, s = BUF_INIT;

	if (g->nlines == 0)
		return;
	pay_answer_words(g, &b);
	pay_support_words(g, &s);
	page_line(p);
	if (g->place[0] != '\0')
		page_addf(
		    p, STYLE_LABEL, "%s, %s, %s: ", g->place, level_says(g->level), ruler_name(g));
	else
		page_addf(p, STYLE_LABEL, "%s, %s: ", ruler_name(g), level_says(g->level));
	page_join(p, 2, STYLE_VALUE, b.data);
	page_right(p, STYLE_NOTE, s.data);
	page_anchor(p, ANCHOR_TERM, g->ruler == RULER_TOTAL ? "total" : "base");
	for (size_t i = 0; i < g->nlines; i++)
		pay_line(v, g, &g->lines[i]);
	draw_common(v, g);
	group_close(v, g);
	buf_free(&b);
	buf_free(&s);
}
