/*
 * role_ladder.c - ladders of a career as their sources draw them: the steps, their years, and what the same
 * source says that each pays, on one axis for the ladder.
 */
#include "ladder.h"

#include "career/page/glyph.h"

#include <math.h>
#include <string.h>

/* On a page of at least WIDE cells the pay of a step stands in columns: amount, picture, words. */
enum { STEPS_MAX = 16, NARROW = 60, WIDE = 72, PAY = 4, PICTURE = 16, PICTURE_MOST = 48 };

struct step {
	int64_t id;
	const char *title, *note, *role;
	double years_lo, years_hi;
	int indent;
	struct figures pay; /* what the ladder's source says that it pays */
};

static void
step_line(struct role_ctx *c, const struct step *s, bool first)
{
	struct page *p = c->p;
	struct buf b = BUF_INIT;

	page_line(p);
	page_to(p, s->indent);
	if (!first && !p->opts.plain)
		page_addf(p, STYLE_BAR, "%s ", glyph(GLYPH_STEP, p->opts.ascii));
	page_add(p, STYLE_VALUE, s->title);
	if (!isnan(s->years_lo) || !isnan(s->years_hi)) {
		years_span(&b, s->years_lo, s->years_hi);
		page_joinf(p, s->indent + 2, STYLE_TEXT, ", %s", b.data);
	}
	if (s->note != NULL)
		page_joinf(p, s->indent + 2, STYLE_NOTE, ". %s", s->note);
	if (s->role != NULL)
		page_anchor(p, ANCHOR_ROLE, s->role);
	buf_free(&b);
}

/* "base, FAANG, without bonus". */
static void
pay_kind(struct buf *b, const struct figure *f)
{
	buf_adds(b,
	    f->basis == BASIS_BASE        ? "base"
		: f->basis == BASIS_TOTAL ? "with bonus and shares"
					  : "basis not said");
	if (f->employer_words[0] != '\0' || f->employer[0] != '\0')
		buf_addf(b, ", %s", f->employer_words[0] != '\0' ? f->employer_words : f->employer);
	if (f->excludes[0] != '\0')
		buf_addf(b, ", without %s", f->excludes);
}

/* "pays $165K-240K a year, basis not said, FAANG". */
static void
pay_sentence(struct role_ctx *c, const struct step *s, const struct figure *f)
{
	int indent = s->indent + (c->p->opts.width < NARROW ? 2 : 4);
	struct buf b = BUF_INIT;

	figure_says(&b, f, MONEY_SHORT);
	buf_addf(&b, " %s, ", per_words(f->per[0] != '\0' ? f->per : "year"));
	pay_kind(&b, f);
	page_line(c->p);
	page_to(c->p, indent);
	page_add(c->p, STYLE_TEXT, "pays ");
	page_join(c->p, indent + 2, STYLE_TEXT, b.data);
	page_anchor_id(c->p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
}

static bool
on_axis(const struct figure *f)
{
	double lo, hi;

	return figure_interval(f, &lo, &hi) && strcmp(f->unit, "USD") == 0
	    && (f->per[0] == '\0' || strcmp(f->per, "year") == 0);
}

/* The same in columns, with its picture. */
static void
pay_picture(struct role_ctx *c, const struct axis *ax, const struct figure *f)
{
	struct page *p = c->p;
	struct money_span s = {
	    .open_lo = f->open_low, .open_hi = f->open_high, .currency = f->unit};
	struct buf b = BUF_INIT;

	figure_interval(f, &s.lo, &s.hi);
	money_span_bare(&b, &s, MONEY_SHORT);
	page_line(p);
	page_to(p, PAY);
	page_add(p, STYLE_VALUE, b.data);
	page_to(p, PICTURE);
	ladder_mark(p, ax, &s);
	buf_clear(&b);
	pay_kind(&b, f);
	page_to(p, PICTURE + ax->w + 1);
	page_join(p, PICTURE + ax->w + 1, STYLE_NOTE, b.data);
	page_anchor_id(p, ANCHOR_FIGURE, f->id);
	buf_free(&b);
}

/* A line per figure below the step. */
static void
step_pay(struct role_ctx *c, const struct step *s, const struct axis *ax)
{
	for (size_t i = 0; i < s->pay.n; i++)
		if (ax->w > 0 && on_axis(&s->pay.f[i]))
			pay_picture(c, ax, &s->pay.f[i]);
		else
			pay_sentence(c, s, &s->pay.f[i]);
}

/* An axis over all that the steps pay; none (w 0) on a page that is plain or narrow, or of less than two
 * figures. The words behind it stand in the right half. */
static struct axis
pay_axis(const struct role_ctx *c, const struct step *steps, size_t n)
{
	double lo = INFINITY, hi = -INFINITY, from, to;
	struct axis ax = {.w = 0};
	size_t drawn = 0;
	int room = c->p->opts.width / 2 - PICTURE - 1;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < steps[i].pay.n; k++)
			if (on_axis(&steps[i].pay.f[k])) {
				figure_interval(&steps[i].pay.f[k], &from, &to);
				lo = fmin(lo, from);
				hi = fmax(hi, to);
				drawn++;
			}
	if (drawn > 1 && !c->p->opts.plain && c->p->opts.width >= WIDE)
		axis_make(&ax, lo, hi, room < PICTURE_MOST ? room : PICTURE_MOST);
	return ax;
}

static bool
read_pay(struct role_ctx *c, struct step *s, struct err *e)
{
	enum { MOST = 16 };
	struct stmt *st = db_query(c->r->db, "role_step_pay", e);
	bool ok = st != NULL;

	s->pay.f = arena_alloc(c->a, MOST * sizeof *s->pay.f);
	if (ok)
		stmt_bind_int(st, 1, s->id);
	while (ok && role_next(st, &ok, e))
		if (s->pay.n < MOST)
			ok = figure_by_id(&s->pay.f[s->pay.n++], c->r->db, &c->r->sources,
			    stmt_int(st, 0), c->a, e);
	return ok;
}

static size_t
read_steps(struct role_ctx *c, struct step *steps, int64_t ladder, bool *ok, struct err *e)
{
	struct stmt *st = db_query(c->r->db, "role_ladder_steps", e);
	int by = c->p->opts.width < NARROW ? 1 : 3;
	size_t n = 0;

	*ok = st != NULL;
	if (*ok)
		stmt_bind_int(st, 1, ladder);
	while (*ok && role_next(st, ok, e)) {
		if (n == STEPS_MAX)
			continue;
		steps[n] = (struct step){
		    .id = stmt_int(st, 6),
		    .title = arena_dup(c->a, stmt_str(st, 0)),
		    .years_lo = stmt_num(st, 2),
		    .years_hi = stmt_num(st, 3),
		    .note = arena_dup(c->a, stmt_text(st, 4)),
		    .role = arena_dup(c->a, stmt_text(st, 5)),
		    .indent = (int)n * by,
		};
		n++;
	}
	return n;
}

static bool
ladder(struct role_ctx *c, int64_t id, struct err *e)
{
	const char *key = arena_printf(c->a, "ladder:%lld", (long long)id);
	struct step steps[STEPS_MAX];
	bool ok;
	size_t n = read_steps(c, steps, id, &ok, e);

	struct axis ax;

	for (size_t i = 0; ok && i < n; i++)
		ok = read_pay(c, &steps[i], e);
	if (!ok)
		return false;
	ax = pay_axis(c, steps, n);
	if (ax.w > 0) {
		page_line(c->p);
		page_to(c->p, PAY);
		page_add(c->p, STYLE_LABEL, "thousand $");
		page_to(c->p, PICTURE);
		chart_ticks(c->p, &ax, 1000);
		page_add(c->p, STYLE_LABEL, " a year");
	}
	for (size_t i = 0; i < n; i++) {
		step_line(c, &steps[i], i == 0);
		page_anchor(c->p, ANCHOR_FACT, key);
		step_pay(c, &steps[i], &ax);
	}
	return true;
}

bool
role_ladders(struct role_ctx *c, struct err *e)
{
	struct stmt *st;
	bool ok, any = false;

	if (!ladder_levels(c, &any, e))
		return false;
	st = role_query(c, "role_ladders", false, e);
	ok = st != NULL;
	while (ok && role_next(st, &ok, e)) {
		bool field = stmt_int(st, 3) != 0;

		if (any)
			page_blank(c->p);
		any = true;
		page_line(c->p)->heading = true;
		page_joinf(c->p, 0, STYLE_HEADING, "%s%s", field ? "~ " : "", stmt_str(st, 1));
		page_anchor(c->p, ANCHOR_TERM, "ladder");
		page_joinf(c->p, 2, STYLE_NOTE, "  (%s%s)", stmt_str(st, 2),
		    field ? ", of the whole field" : "");
		ok = ladder(c, stmt_int(st, 0), e);
	}
	return ok;
}
