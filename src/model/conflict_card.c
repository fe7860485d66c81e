/*
 * conflict_card.c - headline cards against the text of their own source.
 *
 * The text is what the same source states about the role of the card, and about what belongs to it: the
 * specialization that serves it or the roles that it serves. A card of a total is held against totals, any other
 * against base pay and pay of which the basis is not said.
 */
#include "conflict_parts.h"

#include <math.h>
#include <string.h>

/* Where the text begins and ends. */
struct text {
	const struct figure *low, *high;
	double lo, hi;
};

static bool
belongs(const struct conflict_job *j, const struct figure *card, const struct figure *f)
{
	return f->about_id == card->about_id || conflict_serves(j, card->about_id, f->about_id)
	    || conflict_serves(j, f->about_id, card->about_id);
}

static bool
is_text_of(const struct conflict_job *j, const struct figure *card, const struct figure *f)
{
	return !f->card && f->source == card->source && belongs(j, card, f)
	    && (f->basis == BASIS_TOTAL) == (card->basis == BASIS_TOTAL)
	    && strcmp(f->unit, card->unit) == 0
	    && (card->level == LEVEL_UNSTATED || card->level == f->level);
}

/* An open end goes beyond the same number without. */
static bool
ends_higher(const struct figure *f, double hi, const struct text *than)
{
	if (than->high == NULL || hi > than->hi || hi < than->hi)
		return than->high == NULL || hi > than->hi;
	return f->open_high && !than->high->open_high;
}

static bool
find_text(const struct conflict_job *j, const struct figure *card, struct text *out)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < j->pay.n; i++) {
		const struct figure *f = &j->pay.f[i];
		double lo, hi;

		if (!is_text_of(j, card, f) || !figure_interval(f, &lo, &hi))
			continue;
		if (out->low == NULL || lo < out->lo) {
			out->low = f;
			out->lo = lo;
		}
		if (ends_higher(f, hi, out)) {
			out->high = f;
			out->hi = hi;
		}
	}
	return out->low != NULL;
}

/* "starts $20K higher than its text ($120K) and ends $20K lower ($300K+)" */
static void
say_ends(struct buf *b, const struct figure *card, const struct text *t)
{
	bool low = card->low < t->lo || card->low > t->lo;
	bool high = card->high < t->hi || card->high > t->hi;

	if (low) {
		buf_adds(b, "starts ");
		conflict_amount(b, fabs(card->low - t->lo), card->unit);
		buf_addf(b, " %s than its own text (", card->low < t->lo ? "lower" : "higher");
		conflict_amount(b, t->lo, card->unit);
		buf_adds(b, ")");
	}
	if (high) {
		buf_addf(b, "%sends ", low ? " and " : "");
		conflict_amount(b, fabs(card->high - t->hi), card->unit);
		buf_addf(b, " %s%s (", card->high < t->hi ? "lower" : "higher",
		    low ? "" : " than its own text");
		conflict_amount(b, t->hi, card->unit);
		buf_addf(b, "%s)", t->high->open_high ? "+" : "");
	}
}

static void
say_why(struct buf *b, const struct figure *card)
{
	bool level = card->level == LEVEL_UNSTATED, basis = card->basis == BASIS_UNSTATED;

	if (level || basis)
		buf_addf(b, "the card does not say its %s",
		    level && basis ? "level and basis"
			: level    ? "level"
				   : "basis");
	if (card->words[0] != '\0')
		buf_addf(b, "%sits label is \"%s\"", b->len > 0 ? "; " : "", card->words);
}

static void
compare_card(struct conflict_job *j, const struct figure *card, const struct text *t)
{
	double whole = fmax(card->high, t->hi) - fmin(card->low, t->lo);
	struct conflict *c = conflict_new(j, CONFLICT_CARD, card->about_id);
	struct buf b = BUF_INIT;

	conflict_add_figure(j, c, 0, card);
	conflict_add_figure(j, c, 1, t->low);
	conflict_add_figure(j, c, 1, t->high);
	c->strength = 0.8 * fmin(1, (fabs(card->low - t->lo) + fabs(card->high - t->hi)) / whole);
	buf_addf(&b, "card of %s", card->source->short_name);
	c->topic = conflict_keep(j, &b);
	say_ends(&b, card, t);
	c->differs = conflict_keep(j, &b);
	buf_addf(
	    &b, "the card of %s, %s, %s", card->source->short_name, c->side[0].text, c->differs);
	c->what = conflict_keep(j, &b);
	say_why(&b, card);
	c->why = conflict_keep(j, &b);
}

bool
conflict_rule_card(struct conflict_job *j, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < j->pay.n; i++) {
		const struct figure *card = &j->pay.f[i];
		struct text t;

		if (!card->card || card->stat != STAT_RANGE || card->missing[0] != '\0')
			continue;
		if (j->only != 0 && j->only != card->about_id
		    && !conflict_serves(j, card->about_id, j->only))
			continue;
		if (find_text(j, card, &t)
		    && (card->low < t.lo || card->low > t.lo || card->high < t.hi
			|| card->high > t.hi))
			compare_card(j, card, &t);
	}
	return true;
}
