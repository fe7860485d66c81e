/*
 * pay_page.c - `career pay`: what a role pays, by some of the figures; or who says so, figure by figure.
 */
#include "career/page/pay.h"

#include "explain.h"
#include "pay_view.h"
#include "what_if.h"

#include <stdlib.h>
#include <string.h>

/* Whether the figure makes a line of what is asked for. */
static bool
is_asked(const struct role_ctx *c, const struct figures *all, const struct figure *f)
{
	const struct pay_ask *ask = c->ask;
	bool stands_in;

	if (!pay_filter_passes(&ask->only, f))
		return false;
	if (!ask->level_only)
		return true;
	stands_in = f->level == LEVEL_UNSTATED && agree_stands_in(all, f, ask->level);
	return f->level == ask->level || stands_in;
}

/* --- who says so ------------------------------------------------------------------------------- */

static bool
explain_all(struct role_ctx *c, const struct figures *own, struct err *e)
{
	struct terms terms = {.n = 0};

	for (size_t i = 0; i < own->n; i++) {
		if (!is_asked(c, own, &own->f[i]))
			continue;
		page_blank(c->p);
		if (!explain_figure(c->p, c->r, &own->f[i], &terms, e))
			return false;
	}
	return terms_say(c->p, c->r, &terms, e);
}

/* --- nothing passes ---------------------------------------------------------------------------- */

static const char *
said_place(const struct figure *f)
{
	return place_says(f->place);
}

static const char *
said_employer(const struct figure *f)
{
	return f->employer[0] != '\0' ? f->employer : f->employer_words;
}

static const char *
said_basis(const struct figure *f)
{
	return basis_word(f->basis);
}

static const char *
said_level(const struct figure *f)
{
	return level_word(f->level);
}

/* "places: US, Seattle, none" of what the figures say, each once. */
static void
list_said(const struct figures *own, const char *(*said)(const struct figure *f), struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < own->n; i++) {
		const char *s = said(&own->f[i]);
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen = seen || strcmp(said(&own->f[k]), s) == 0;
		if (!seen)
			buf_addf(b, "%s%s", n++ > 0 ? ", " : "", s[0] != '\0' ? s : "none");
	}
}

/* What the figures do say of what was asked for. */
static bool
nothing_passes(struct role_ctx *c, const struct figures *own, struct err *e)
{
	const struct pay_ask *ask = c->ask;
	const struct {
		bool asked;
		const char *name;
		const char *(*said)(const struct figure *f);
	} parts[] = {
	    {ask->level_only, "levels", said_level},
	    {ask->only.place != NULL, "places", said_place},
	    {ask->only.by_basis, "bases", said_basis},
	    {ask->only.employer != NULL, "employers", said_employer},
	};
	struct buf b = BUF_INIT;

	for (size_t i = 0; own->n > 0 && i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i].asked)
			continue;
		buf_addf(&b, "%s%s: ", b.len > 0 ? "; " : "; it has ", parts[i].name);
		list_said(own, parts[i].said, &b);
	}
	err_set(e, ERR_NOTFOUND, "%s: no figure on pay passes%s", c->title, b.data);
	buf_free(&b);
	return false;
}

/* --- the page ---------------------------------------------------------------------------------- */

static size_t
count_asked(const struct role_ctx *c, const struct figures *own)
{
	size_t n = 0;

	for (size_t i = 0; i < own->n; i++)
		n += is_asked(c, own, &own->f[i]);
	return n;
}

static void
title(struct role_ctx *c, size_t asked, size_t all)
{
	struct page *p = c->p;

	page_heading(p, arena_printf(c->a, "%s: pay", c->title), "pay");
	page_rule(p);
	if (asked < all)
		page_wrapf(
		    p, 0, STYLE_NOTE, "%zu of %zu figures are what was asked for.", asked, all);
}

static bool
asked_page(struct role_ctx *c, struct err *e)
{
	struct figures own, near;
	size_t asked;

	if (!pay_figures(c, &own, &near, e))
		return false;
	asked = count_asked(c, &own);
	if (asked == 0 && (c->ask->some || c->ask->explain))
		return nothing_passes(c, &own, e);
	title(c, asked, own.n);
	if (!c->ask->explain)
		return c->ask->some ? role_pay_figures(c, e) : role_pay(c, e);
	return role_pay_answers(c, e) && explain_all(c, &own, e);
}

bool
page_pay(struct page *p, struct reader *r, int64_t role, const struct pay_ask *ask, struct err *e)
{
	struct arena a;
	struct role_ctx c = {.p = p, .r = r, .a = &a, .id = role, .level = ask->level, .ask = ask};
	bool ok;

	arena_init(&a);
	ok = role_load(&c, e) && what_if_load(&c, e) && asked_page(&c, e);
	page_close(p);
	arena_free(&a);
	return ok;
}
