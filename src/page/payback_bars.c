/*
 * payback_bars.c - one bar for each pay figure: how long it takes at its middle.
 */
#include "payback_view.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/glyph.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 160 };

/* How the rows are set: one unit for all, one scale. */
struct bars {
	struct payback_view *v;
	bool months;
	bool highest; /* no price is stated: bars are the highest that is back in five years */
	double full;  /* value that fills the bar; 0: no bar */
	bool narrow;
	int who, pay, answer, bar,
	    width; /* cells: where who starts, the numbers end, the bar starts */
};

double
payback_view_highest(const struct payback *b, double pay)
{
	const struct finance_value *lost = &b->result[FM_FORGONE].v;

	if (!isnan(b->in.cost) || lost->told != FIN_TOLD)
		return NAN;
	return fmax(0, 5 * (pay - b->in.baseline) - lost->value);
}

static void
make_bars(struct bars *s, struct payback_view *v)
{
	const struct finance_band *b = &v->b->band;
	double most = b->lead > 0 ? b->lead_hi : b->hi;
	bool narrow = v->p->opts.width < PAYBACK_NARROW;

	*s = (struct bars){.v = v, .full = isnan(most) ? 0 : most, .months = most < 1.5};
	for (size_t i = 0; i < b->n; i++) {
		double price = payback_view_highest(v->b, b->row[i].pay->middle);

		s->highest |= !isnan(price);
		s->full = isnan(price) ? s->full : fmax(s->full, price);
	}
	s->narrow = narrow;
	s->who = narrow ? 2 : 9;
	s->pay = !narrow ? (v->p->opts.width < 100 ? 34 : 42) : v->p->opts.width < 50 ? 20 : 28;
	s->answer = s->pay + (narrow ? 6 : 7);
	s->bar = s->answer + 2;
	s->width = v->p->opts.width - s->bar;
	if (s->width > MOST)
		s->width = MOST;
}

/* What the pay is: "total", "base", "unsaid"; of whom else. */
static const char *
basis_says(const struct payback_pay *pay)
{
	static const char *const words[] = {"unsaid", "base", "total"};

	if (pay->f == NULL)
		return "own";
	return pay->f->near ? "near" : words[pay->f->basis];
}

static const char *
mark_of(const struct payback_pay *pay)
{
	if (pay->line != NULL && pay->line->apart)
		return "!";
	return (pay->line != NULL && pay->line->loosely != 0) || (pay->f != NULL && pay->f->near)
	    ? "~"
	    : " ";
}

/* Text right-aligned to end before a column. */
static void
put_right(struct page *p, int end, enum style style, const char *text)
{
	page_to(p, end - text_width(text));
	page_add(p, style, text);
}

/* At most so many cells of a name. */
static void
put_clipped(struct page *p, enum style style, const char *name, int cells)
{
	struct buf safe = BUF_INIT, out = BUF_INIT;

	text_safes(&safe, name, p->opts.ascii);
	text_clip(&out, safe.data, cells, glyph(GLYPH_CUT, p->opts.ascii));
	page_add(p, style, out.data);
	buf_free(&safe);
	buf_free(&out);
}

static void
put_answer(const struct bars *s, const struct finance_band_row *row, struct buf *out)
{
	const struct finance_value *v = &row->middle;
	double x = s->months ? round(v->value * 12) : v->value;

	if (s->highest)
		num_short(
		    out, floor(payback_view_highest(s->v->b, row->pay->middle) / 1000) * 1000);
	else if (v->told == FIN_NEVER)
		buf_adds(out, "never");
	else if (v->told != FIN_TOLD)
		buf_adds(out, "?");
	else if (s->months && x < 1 && v->value > 0)
		buf_adds(out, "<1");
	else
		num_plain(out, s->months || x >= 9.95 ? round(x) : round(x * 10) / 10);
}

static void
put_bar(const struct bars *s, const struct finance_band_row *row)
{
	struct page *p = s->v->p;
	struct buf b = BUF_INIT;
	double part;
	int cells;

	if ((row->middle.told != FIN_TOLD && !s->highest) || s->width < 3)
		return;
	part = s->highest ? payback_view_highest(s->v->b, row->pay->middle) : row->middle.value;
	part = s->full > 0 ? part / s->full : 0;
	cells = (int)round(fmin(part, 1.0) * (s->width - 2));
	for (int i = 0; i < (part > 1.0001 ? s->width - 1 : cells > 0 ? cells : 1); i++)
		buf_adds(&b, glyph(GLYPH_FULL, p->opts.ascii));
	if (part > 1.0001)
		buf_adds(&b, glyph(GLYPH_OPEN, p->opts.ascii));
	page_add(p, row->lead ? STYLE_BAR : STYLE_BAR_MARK, b.data);
	buf_free(&b);
}

static void
pay_words(const struct payback_pay *pay, const struct payback *b, bool full, struct buf *out)
{
	if (full)
		finance_amount(out, round(pay->pay.middle), b->in.currency);
	else
		num_short(out, round(pay->pay.middle));
	buf_adds(out, pay->floor ? "+" : "");
}

/* "aigraduate ML, base pay $140,000: 2.1 years". */
static void
say_row(const struct bars *s, const struct payback_pay *pay, const struct finance_band_row *row)
{
	struct page *p = s->v->p;
	struct buf b = BUF_INIT, answer = BUF_INIT;

	pay_words(pay, s->v->b, true, &b);
	if (row->middle.told == FIN_TOLD)
		finance_span(&answer, row->middle.value);
	else
		put_answer(s, row, &answer);
	page_line(p);
	page_addf(p, STYLE_TEXT, "%s, %s %s a year: %s%s%s", pay->pay.who,
	    pay->f == NULL                        ? "pay"
		: pay->f->near                    ? "a nearest job, all levels,"
		: pay->f->basis == BASIS_UNSTATED ? "basis not said,"
						  : basis_word(pay->f->basis),
	    b.data, s->highest ? "a price up to " : "", answer.data,
	    pay->line != NULL && pay->line->apart ? "; stands apart" : "");
	buf_free(&b);
	buf_free(&answer);
}

static void
draw_row(const struct bars *s, const struct payback_pay *pay, const struct finance_band_row *row)
{
	struct page *p = s->v->p;
	struct buf b = BUF_INIT;
	enum style mark = mark_of(pay)[0] == '!' ? STYLE_WARN
	    : mark_of(pay)[0] == '~'             ? STYLE_NEAR
						 : STYLE_TEXT;

	page_line(p);
	page_addf(p, mark, "%s ", mark_of(pay));
	if (!s->narrow) {
		page_add(p, STYLE_LABEL, basis_says(pay));
		page_to(p, s->who);
	}
	put_clipped(p, STYLE_TEXT, pay->pay.who, s->pay - s->who - 6);
	pay_words(pay, s->v->b, false, &b);
	put_right(p, s->pay, STYLE_TEXT, b.data);
	buf_clear(&b);
	put_answer(s, row, &b);
	put_right(p, s->answer,
	    row->middle.told == FIN_TOLD || s->highest ? STYLE_VALUE : STYLE_WARN, b.data);
	page_to(p, s->bar);
	put_bar(s, row);
	buf_free(&b);
}

static void
anchor_row(struct page *p, const struct payback_pay *pay)
{
	if (pay->f == NULL) {
		page_anchor(p, ANCHOR_COMMAND, "payback-set pay");
		return;
	}
	page_anchor_id(p, ANCHOR_FIGURE, pay->f->id);
	page_anchor(p, ANCHOR_SOURCE, pay->f->source->key);
	page_anchor(
	    p, ANCHOR_TERM, pay->f->basis == BASIS_UNSTATED ? "basis" : basis_word(pay->f->basis));
}

/* --- what gives no answer, and what stands in ------------------------------------------------- */

static void
put_stand_in(struct payback_view *v)
{
	const struct payback *b = v->b;

	if (b->near) {
		page_wrapf(v->p, 0, STYLE_NEAR,
		    "~ No source states pay for this job at this level (%s): these are official figures "
		    "of the nearest occupations, all levels, never its own.",
		    level_says(b->level));
		page_anchor(v->p, ANCHOR_TERM, "nearest-occupation");
	} else if (b->npays > 0 && b->pay_level != b->level) {
		page_wrapf(v->p, 0, STYLE_NEAR,
		    "~ No source states pay for this level (%s): these figures are of all levels%s.",
		    level_says(b->level),
		    b->level == LEVEL_ENTRY ? ", so a beginner may earn less" : "");
		page_anchor(v->p, ANCHOR_TERM, "level");
	}
}

static void
put_left_out(struct payback_view *v)
{
	const struct payback *b = v->b;
	const struct {
		size_t n;
		const char *says;
	} left[] = {{b->apart, "in another currency"}, {b->elsewhere, "for one place only"},
	    {b->hourly, "by the hour"}};
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		if (left[i].n > 0)
			buf_addf(
			    &text, "%s%zu %s", text.len > 0 ? ", " : "", left[i].n, left[i].says);
	if (text.len > 0) {
		page_wrapf(v->p, 0, STYLE_NOTE, "Not counted: %s.", text.data);
		page_anchor(v->p, ANCHOR_ROLE, b->role_slug);
	}
	buf_free(&text);
}

static const char *
heading_of(const struct bars *s)
{
	int width = s->v->p->opts.width;
	bool months = s->months;

	if (s->v->b->npays == 0)
		return "No pay figure can be set against this price";
	if (s->highest)
		return width < PAYBACK_NARROW
		    ? "Price that is back in 5 years, by who"
		    : "Highest price that is back in 5 years, by who says what you would earn";
	if (width < PAYBACK_NARROW)
		return months ? "Months after graduation, by who"
			      : "Years after graduation, by who";
	return months ? "Months after graduation, by who says what you would earn (middle of each)"
		      : "Years after graduation, by who says what you would earn (middle of each)";
}

/* Where there is no room for what each pay is, those of one kind stand below a line that says it. */
static void
put_kind(const struct bars *s, size_t i)
{
	const struct payback_pay *pay = s->v->b->pay;

	if (!s->narrow || s->v->p->opts.plain || pay[i].f == NULL
	    || (i > 0 && pay[i].ruler == pay[i - 1].ruler))
		return;
	page_line(s->v->p);
	page_add(s->v->p, STYLE_LABEL,
	    pay[i].ruler == RULER_TOTAL ? "with bonus and shares" : "salary (base, or not said)");
	page_anchor(s->v->p, ANCHOR_TERM, "basis");
}

void
payback_view_bars(struct payback_view *v)
{
	const struct payback *b = v->b;
	struct bars s;

	make_bars(&s, v);
	page_blank(v->p);
	page_heading(v->p, heading_of(&s), "payback");
	put_stand_in(v);
	for (size_t i = 0; i < b->npays; i++) {
		put_kind(&s, i);
		if (v->p->opts.plain)
			say_row(&s, &b->pay[i], &b->band.row[i]);
		else
			draw_row(&s, &b->pay[i], &b->band.row[i]);
		anchor_row(v->p, &b->pay[i]);
	}
	put_left_out(v);
}
