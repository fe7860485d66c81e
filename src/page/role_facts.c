/*
 * role_facts.c - what else is counted of a role, of its field and around them; and what sources expect.
 */
#include "career/base/num.h"
#include "career/page/money.h"
#include "role.h"
#include "say.h"

#include <math.h>
#include <string.h>

/* How a line is labelled, where that differs from a program's page. */
static const struct word labels[] = {{"cost", "Cost"}, {NULL, NULL}};

/* What a number counts, for measures whose unit ("people") says less; NULL for others. */
static const char *
counted(const struct figure *f)
{
	if (isnan(f->value))
		return NULL;
	if (strcmp(f->measure, "employment") == 0)
		return "jobs";
	return strcmp(f->measure, "openings") == 0 ? "openings" : NULL;
}

/* "23,400 openings a year, on average", "233,440 jobs", "65%", "$50K a month". */
static void
fact_words(struct buf *b, const struct figure *f)
{
	const char *what = counted(f);

	if (what) {
		num_full(b, f->value);
		buf_addf(b, " %s", what);
	} else {
		figure_says(b, f, MONEY_SHORT);
	}
	if (f->per[0] != '\0' && strcmp(f->per, "once") != 0)
		buf_addf(b, " %s", per_words(f->per));
	if (what && f->stat == STAT_MEAN)
		buf_adds(b, ", on average");
}

/* `about`: name of what it is about; NULL to read it from the figure's key, "" for the role itself. */
static void
say_fact(struct role_ctx *c, const struct figure *f, const char *about)
{
	struct buf b = BUF_INIT;
	int col = role_column(c);

	if (about)
		buf_adds(&b, about);
	else
		say_slug(&b, f->about_key);
	if (b.len > 0)
		buf_adds(&b, ": ");
	page_line(c->p);
	page_add(c->p, STYLE_LABEL, say_measure(word_says(labels, f->measure)));
	page_to(c->p, col);
	page_join(c->p, col, STYLE_TEXT, b.data);
	buf_clear(&b);
	fact_words(&b, f);
	page_join(c->p, col, STYLE_VALUE, b.data);
	if (f->words[0] != '\0')
		page_joinf(c->p, col, STYLE_TEXT, "; \"%s\"", f->words);
	page_joinf(c->p, col, STYLE_NOTE, " (%s%s%s)", f->source->short_name,
	    f->attributed[0] != '\0' ? ", credits " : "", f->attributed);
	page_anchor_id(c->p, ANCHOR_FIGURE, f->id);
	if (f->note[0] != '\0') {
		page_wrap(c->p, col, STYLE_TEXT, f->note);
		page_anchor_id(c->p, ANCHOR_FIGURE, f->id);
	}
	buf_free(&b);
}

static const char *
subject(struct role_ctx *c, struct stmt *st, const struct figure *f)
{
	if (strcmp(f->about_kind, "role") == 0 && f->about_id == c->id)
		return "";
	return arena_dup(c->a, stmt_text(st, 2));
}

bool
role_facts(struct role_ctx *c, struct err *e)
{
	static const char *const heads[] = {"What else is counted", "Around it"};
	struct stmt *st = role_query(c, "role_facts", true, e);
	bool ok = st != NULL;
	int64_t part = -1;

	while (ok && role_next(st, &ok, e)) {
		struct figure f;

		ok = figure_by_id(&f, c->r->db, &c->r->sources, stmt_int(st, 0), c->a, e);
		if (!ok)
			break;
		if (stmt_int(st, 1) != part) {
			page_blank(c->p);
			page_heading(c->p, heads[stmt_int(st, 1) != 0], "figure");
		}
		part = stmt_int(st, 1);
		say_fact(c, &f, subject(c, st, &f));
	}
	return ok;
}

bool
role_predictions(struct role_ctx *c, struct err *e)
{
	enum { YEAR = 10 };
	struct stmt *st = role_query(c, "role_predictions", true, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		int year = (int)stmt_int(st, 2);

		if (!headed) {
			page_blank(c->p);
			page_heading(c->p, "What sources expect", "prediction");
		}
		headed = true;
		page_line(c->p);
		if (year > 0)
			page_addf(c->p, STYLE_LABEL, "by %d", year);
		page_to(c->p, YEAR);
		page_joinf(c->p, YEAR, STYLE_TEXT, "%s (%s)", stmt_str(st, 1), stmt_str(st, 3));
		if (year > 0 && c->p->opts.year_now >= year)
			page_join(c->p, YEAR, STYLE_WARN, " ! that year has come: check it");
		page_anchor(c->p, ANCHOR_FACT,
		    arena_printf(c->a, "prediction:%lld", (long long)stmt_int(st, 0)));
	}
	return ok;
}
