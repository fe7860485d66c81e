/*
 * role_ladder.c - ladders of a career as their sources draw them: the steps, their years, and what the same
 * source says that each pays.
 */
#include "career/page/glyph.h"
#include "career/page/money.h"
#include "role.h"

#include <math.h>
#include <string.h>

enum { STEPS_MAX = 16, NARROW = 60 };

struct step {
	int64_t id;
	const char *title, *note, *role;
	double years_lo, years_hi;
	int indent;
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

/* "$165K-240K a year, basis not said, FAANG". */
static void
pay_words(struct buf *b, const struct figure *f)
{
	figure_says(b, f, MONEY_SHORT);
	buf_addf(b, " %s", per_words(f->per[0] != '\0' ? f->per : "year"));
	buf_adds(b,
	    f->basis == BASIS_BASE        ? ", base"
		: f->basis == BASIS_TOTAL ? ", with bonus and shares"
					  : ", basis not said");
	if (f->employer_words[0] != '\0' || f->employer[0] != '\0')
		buf_addf(b, ", %s", f->employer_words[0] != '\0' ? f->employer_words : f->employer);
	if (f->excludes[0] != '\0')
		buf_addf(b, ", without %s", f->excludes);
}

/* A line per figure below the step. */
static bool
step_pay(struct role_ctx *c, const struct step *s, struct err *e)
{
	struct stmt *st = db_query(c->r->db, "role_step_pay", e);
	int indent = s->indent + (c->p->opts.width < NARROW ? 2 : 4);
	bool ok = st != NULL;

	if (ok)
		stmt_bind_int(st, 1, s->id);
	while (ok && role_next(st, &ok, e)) {
		struct buf b = BUF_INIT;
		struct figure f;

		ok = figure_by_id(&f, c->r->db, &c->r->sources, stmt_int(st, 0), c->a, e);
		if (!ok)
			break;
		pay_words(&b, &f);
		page_line(c->p);
		page_to(c->p, indent);
		page_add(c->p, STYLE_TEXT, "pays ");
		page_join(c->p, indent + 2, STYLE_TEXT, b.data);
		page_anchor_id(c->p, ANCHOR_FIGURE, f.id);
		buf_free(&b);
	}
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

	for (size_t i = 0; ok && i < n; i++) {
		step_line(c, &steps[i], i == 0);
		page_anchor(c->p, ANCHOR_FACT, key);
		ok = step_pay(c, &steps[i], e);
	}
	return ok;
}

bool
role_ladders(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "role_ladders", false, e);
	bool ok = st != NULL, any = false;

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
