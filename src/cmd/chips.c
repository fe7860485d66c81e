/*
 * chips.c - the terms of a query as chips: on (part of the query) or switched off (kept beside it).
 */
#include "career/base/text.h"
#include "career/cmd/app.h"

#include <stdio.h>
#include <string.h>

enum { CHIP_CELLS = 60 };

/* Safe text, cut between two characters and marked where it is longer than a chip. */
static void
chip_fill(struct chip *c, const char *text)
{
	struct buf cut = BUF_INIT;
	int cells = CHIP_CELLS;

	do {
		buf_clear(&cut);
		text_clip(&cut, text, cells--, "\u2026");
	} while (cut.len >= sizeof c->text && cells > 0);
	snprintf(c->text, sizeof c->text, "%s", cut.data);
	buf_free(&cut);
}

static void
chip_words(const struct pane *p, size_t term, struct chip *out)
{
	const struct query_term *t = &p->view.query.terms[term];
	struct buf raw = BUF_INIT, safe = BUF_INIT;

	query_term_text(&p->view.query, term, &raw);
	if (t->kind == TERM_VALUES && t->field >= 0 && p->def->list == &list_programs
	    && strcmp(p->def->list->fields[t->field].name, "role") == 0 && !t->negate)
		buf_adds(&safe, "relevant ");
	text_safes(&safe, raw.data, false);
	chip_fill(out, safe.data);
	buf_free(&raw);
	buf_free(&safe);
}

size_t
pane_chips(const struct pane *p, struct chip *out, size_t cap)
{
	size_t n = 0;

	for (size_t i = 0; i < p->own && i < p->view.query.nterms && n < cap; i++) {
		const struct query_term *t = &p->view.query.terms[i];

		out[n] = (struct chip){.on = true, .error = t->error[0] != '\0', .term = i};
		chip_words(p, i, &out[n]);
		n++;
	}
	for (const char *s = p->off.data; *s != '\0' && n < cap;) {
		size_t len = strcspn(s, "\n");
		struct buf safe = BUF_INIT;

		text_safe(&safe, s, len, false);
		out[n] = (struct chip){.on = false};
		chip_fill(&out[n++], safe.data);
		buf_free(&safe);
		s += len + (s[len] == '\n');
	}
	if (n < cap && pane_has_sets(p)) {
		out[n] = (struct chip){.on = p->occupations, .sets = true};
		chip_fill(
		    &out[n++], p->def->list == &list_roles ? "occupations" : "imported skills");
	}
	return n;
}

/* Line `index` of the switched-off terms; removes it when `take` is set. */
static bool
off_line(struct pane *p, size_t index, struct buf *out, bool take)
{
	size_t at = 0;

	while (index-- > 0 && at < p->off.len)
		at += strcspn(p->off.data + at, "\n") + 1;
	if (at >= p->off.len)
		return false;
	buf_add(out, p->off.data + at, strcspn(p->off.data + at, "\n"));
	if (take)
		buf_remove(&p->off, at, strcspn(p->off.data + at, "\n") + 1);
	return true;
}

static size_t
count_on(const struct chip *c, size_t n)
{
	size_t on = 0;

	while (on < n && c[on].on)
		on++;
	return on;
}

/* One line of the switched-off terms. A line end in a value reads as a blank: both are found alike. */
static void
keep_off(struct pane *p, const struct query *q, size_t term)
{
	size_t at = p->off.len;

	query_term_text(q, term, &p->off);
	for (; at < p->off.len; at++)
		if (p->off.data[at] == '\n')
			p->off.data[at] = ' ';
	buf_addc(&p->off, '\n');
}

/* The person's terms come first in the view's query, so that their indices are those of their own text. */
static void
switch_off(struct app *a, struct pane *p, size_t term, bool keep)
{
	struct buf rest = BUF_INIT;
	struct query own;

	query_parse(&own, p->def->list, p->query.data, false);
	if (term < own.nterms) {
		if (keep)
			keep_off(p, &own, term);
		query_without(&own, term, &rest);
		pane_set_query(a, p, rest.data, false);
	}
	query_free(&own);
	buf_free(&rest);
}

void
pane_chip_toggle(struct app *a, struct pane *p, size_t chip)
{
	struct chip c[64];
	size_t n = pane_chips(p, c, 64);
	struct buf term = BUF_INIT;

	if (chip < n && c[chip].sets) {
		pane_show_sets(a, p, !p->occupations);
	} else if (chip < n && c[chip].on) {
		switch_off(a, p, c[chip].term, true);
	} else if (chip < n && off_line(p, chip - count_on(c, n), &term, true)) {
		struct buf q = BUF_INIT;

		buf_addf(&q, "%s%s%s", p->query.data, p->query.len > 0 ? " " : "", term.data);
		pane_set_query(a, p, q.data, false);
		buf_free(&q);
	}
	buf_free(&term);
}

void
pane_chip_drop(struct app *a, struct pane *p, size_t chip)
{
	struct chip c[64];
	size_t n = pane_chips(p, c, 64);
	struct buf gone = BUF_INIT;

	if (chip < n && c[chip].sets)
		pane_show_sets(a, p, false);
	else if (chip < n && c[chip].on)
		switch_off(a, p, c[chip].term, false);
	else if (chip < n)
		off_line(p, chip - count_on(c, n), &gone, true);
	if (p->chip_cursor > 0 && p->chip_cursor + 1 >= n)
		p->chip_cursor--;
	buf_free(&gone);
}
