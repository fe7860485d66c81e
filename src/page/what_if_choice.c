/*
 * what_if_choice.c - what moves pay by the sources: said on the page, chosen from a list, checked by its keys.
 */
#include "what_if.h"

#include "say.h"

#include <string.h>

static bool
is_chosen(const struct role_ctx *c, const struct factor *f)
{
	for (size_t i = 0; i < c->what_if.n; i++)
		if (c->what_if.f[i] == f)
			return true;
	return false;
}

/* Enter on its line puts it on, or takes it off. */
static void
anchor_switch(struct role_ctx *c, const struct factor *f)
{
	struct buf keys = BUF_INIT;

	factor_toggle(&c->what_if, &c->factors, f, &keys);
	page_anchor(c->p, ANCHOR_COMMAND,
	    arena_printf(c->a, "what-if %s", keys.len > 0 ? keys.data : "none"));
	buf_free(&keys);
}

static void
factor_line(struct role_ctx *c, const struct factor *f)
{
	struct page *p = c->p;
	bool chosen = is_chosen(c, f);
	struct buf times = BUF_INIT;

	factor_times(f, &times);
	page_line(p);
	page_addf(p, STYLE_LABEL, "%s%s", chosen && !p->opts.plain ? "*" : "", f->key);
	page_to(p, role_column(c));
	if (chosen && p->opts.plain)
		page_add(p, STYLE_TEXT, "asked about, ");
	if (times.len > 0)
		page_addf(p, STYLE_VALUE, "%s ", times.data);
	page_joinf(p, role_column(c), STYLE_TEXT, "%s (%s%s%s%s)", f->text, f->source->short_name,
	    f->derived[0] != '\0' ? ", our sum: " : "", f->derived,
	    f->borrowed ? ", of the field" : "");
	say_fact_anchor(p, "factor", f->id);
	if (factor_counts(f) && p->opts.screen)
		anchor_switch(c, f);
	buf_free(&times);
}

static size_t
count_those(const struct factors *fs, bool counts)
{
	size_t n = 0;

	for (size_t i = 0; i < fs->n; i++)
		n += factor_counts(&fs->f[i]) == counts;
	return n;
}

bool
page_factors(struct role_ctx *c, struct err *e)
{
	struct page *p = c->p;
	size_t counts;

	if (!what_if_read(c, e))
		return false;
	if (c->factors.n == 0)
		return true;
	counts = count_those(&c->factors, true);
	page_blank(p);
	page_heading(p, "What moves pay", "factor");
	if (counts > 0 && p->opts.screen)
		page_right(p, STYLE_NOTE, "W, or Enter on one: what if");
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < c->factors.n; i++)
			if (factor_counts(&c->factors.f[i]) == (pass == 0))
				factor_line(c, &c->factors.f[i]);
	return true;
}

/* --- the choice ---------------------------------------------------------------------------------- */

/* "* x 1.22       San Francisco, not Austin (senior)       aigraduate MLE, our sum". */
static void
choice_line(struct role_ctx *c, const struct factor *f)
{
	enum { NAME = 15, WIDE = 56 };
	struct page *p = c->p;
	bool wide = p->opts.width >= WIDE;
	struct buf times = BUF_INIT, who = BUF_INIT;

	factor_times(f, &times);
	buf_addf(&who, "%s%s", f->source->short_name, f->derived[0] != '\0' ? ", our sum" : "");
	page_line(p);
	page_addf(p, STYLE_VALUE, "%s%s", is_chosen(c, f) ? "* " : "  ", times.data);
	if (wide) {
		page_to(p, NAME);
		page_join(p, NAME, STYLE_TEXT, factor_name(f));
		page_right(p, STYLE_NOTE, who.data);
	} else {
		page_joinf(p, 4, STYLE_TEXT, " %s", factor_name(f));
		page_joinf(p, 4, STYLE_NOTE, " (%s)", who.data);
	}
	say_fact_anchor(p, "factor", f->id);
	anchor_switch(c, f);
	buf_free(&times);
	buf_free(&who);
}

/* The answer, and behind it what it becomes. */
static void
choice_answer(struct role_ctx *c, const struct agree_group *g)
{
	struct buf b = BUF_INIT, unfit = BUF_INIT, words = BUF_INIT;
	struct pay_spans under;

	what_if_spans(c, g, &under, &unfit);
	what_if_span_words(&under, &words);
	pay_amount_words(g, &b);
	page_line(c->p);
	page_to(c->p, 2);
	page_join(c->p, 4, STYLE_TEXT, b.data);
	if (under.n > 0) {
		page_join(c->p, 4, STYLE_NOTE, "; what if: ");
		page_join(c->p, 4, STYLE_VALUE, words.data);
	}
	if (unfit.len > 0)
		page_joinf(c->p, 4, STYLE_NOTE, "; %s", unfit.data);
	pay_answer_anchor(c, g);
	page_anchor(c->p, ANCHOR_TERM, "what-if");
	buf_free(&b);
	buf_free(&unfit);
	buf_free(&words);
}

static bool
choices(struct role_ctx *c, struct err *e)
{
	struct pay_answers answers;
	struct page *p = c->p;

	if (!what_if_load(c, e) || !what_if_read(c, e) || !pay_answers_load(c, &answers, e))
		return false;
	for (size_t i = 0; i < c->factors.n; i++)
		if (factor_counts(&c->factors.f[i]))
			choice_line(c, &c->factors.f[i]);
	if (c->what_if.n > 0) {
		page_line(p);
		page_add(p, STYLE_LINK, "  none of them");
		page_anchor(p, ANCHOR_COMMAND, "what-if none");
	}
	page_blank(p);
	if (answers.n > 0) {
		page_line(p);
		page_addf(p, STYLE_HEADING, "%s, %s", c->title, level_says(answers.level));
	}
	for (size_t i = 0; i < answers.n; i++)
		choice_answer(c, answers.g[i]);
	page_wrap(p, 0, STYLE_NOTE,
	    "Low end by low, high end by high: a sum beside the pay, no part of its answer.");
	return true;
}

bool
page_what_if_choices(
    struct page *p, struct reader *r, int64_t role, enum level level, struct err *e)
{
	struct arena a;
	struct role_ctx c = {.p = p, .r = r, .a = &a, .id = role, .level = level};
	bool ok;

	arena_init(&a);
	ok = role_load(&c, e) && choices(&c, e);
	arena_free(&a);
	return ok;
}

bool
what_if_check(struct reader *r, int64_t role, const char *keys, struct buf *says, size_t *could,
    struct err *e)
{
	struct factor_choice chosen;
	struct factors all;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = factors_load(&all, r->db, &r->sources, role, &a, e)
	    && factor_choose(&chosen, &all, keys, e);
	if (ok) {
		*could = count_those(&all, true);
		for (size_t i = 0; i < chosen.n; i++) {
			buf_addf(
			    says, "%s%s (", say_between(i, chosen.n), factor_name(chosen.f[i]));
			factor_times(chosen.f[i], says);
			buf_addc(says, ')');
		}
	}
	arena_free(&a);
	return ok;
}
