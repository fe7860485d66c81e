/*
 * scatter_words.c - a picture in words alone: whole sentences.
 */
#include "scatter_parts.h"

#include "career/base/num.h"

#include <ctype.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

static void
first_sentence(struct page *p, const struct scatter *s)
{
	const struct list *l = s->view->list;
	struct buf b = BUF_INIT;

	scatter_title(l, s->axes, &b);
	b.data[0] = (char)toupper((unsigned char)b.data[0]);
	buf_adds(&b, ": ");
	num_full(&b, (double)s->n);
	buf_adds(&b, " of ");
	num_full(&b, s->view->nrows);
	buf_addf(&b, " %s state %s.", l->name, s->axes.y < 0 ? "it" : "both");
	page_wrap(p, 0, STYLE_HEADING, b.data);
	for (int i = 0; i < 2; i++) {
		int field = i == 0 ? s->axes.y : s->axes.x;

		if (field < 0)
			continue;
		buf_clear(&b);
		scatter_name(l, field, &b);
		b.data[0] = (char)toupper((unsigned char)b.data[0]);
		page_wrapf(p, 0, STYLE_TEXT, "%s: %s.", b.data, scatter_about(l, field));
	}
	buf_free(&b);
}

static void
band_sentence(struct page *p, const struct scatter *s, size_t i)
{
	const struct scatter_band *band = &s->band[i];
	const struct list *l = s->view->list;
	struct buf b = BUF_INIT;

	scatter_share(s, i, &b);
	b.data[0] = (char)toupper((unsigned char)b.data[0]);
	buf_adds(&b, ", ");
	num_full(&b, band->n);
	buf_addf(&b, " %s with ", l->name);
	scatter_name(l, s->axes.x, &b);
	buf_adds(&b, " from ");
	scatter_full(s, s->axes.x, band->from, &b);
	buf_adds(&b, " to ");
	scatter_full(s, s->axes.x, band->to, &b);
	buf_adds(&b, ": half of them have ");
	scatter_name(l, s->axes.y, &b);
	buf_adds(&b, " of ");
	scatter_full(s, s->axes.y, band->mid, &b);
	buf_adds(&b, " or less, the middle half from ");
	scatter_full(s, s->axes.y, band->low, &b);
	buf_adds(&b, " to ");
	scatter_full(s, s->axes.y, band->high, &b);
	buf_adds(&b, ", all from ");
	scatter_full(s, s->axes.y, band->least, &b);
	buf_adds(&b, " to ");
	scatter_full(s, s->axes.y, band->most, &b);
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_TEXT, b.data);
	buf_free(&b);
}

static void
spread_sentences(struct page *p, const struct scatter *s)
{
	static const char *const shares[] = {
	    "A tenth", "A quarter", "Half", "Three quarters", "Nine tenths"};

	for (size_t i = 0; s->n >= SCATTER_THIN && i < LEN(shares); i++) {
		struct buf b = BUF_INIT;

		buf_addf(&b, "%s of them are at ", shares[i]);
		scatter_full(s, s->axes.x, s->quantile[i], &b);
		buf_adds(&b, " or less.");
		page_wrap(p, 0, STYLE_TEXT, b.data);
		buf_free(&b);
	}
}

static void
extent_sentence(struct page *p, const struct scatter *s, int field)
{
	const struct list *l = s->view->list;
	struct buf b = BUF_INIT;

	scatter_name(l, field, &b);
	b.data[0] = (char)toupper((unsigned char)b.data[0]);
	buf_adds(&b, " goes from ");
	scatter_full(s, field, field == s->axes.x ? s->least_x : s->least_y, &b);
	buf_adds(&b, " to ");
	scatter_full(s, field, field == s->axes.x ? s->most_x : s->most_y, &b);
	buf_addc(&b, '.');
	page_wrap(p, 0, STYLE_TEXT, b.data);
	buf_free(&b);
}

static void
closing_sentences(struct page *p, const struct scatter *s)
{
	struct buf b = BUF_INIT;

	scatter_meant(s, &b);
	if (b.len > 0)
		b.data[0] = (char)toupper((unsigned char)b.data[0]);
	page_wrap(p, 0, STYLE_TEXT, b.data);
	buf_clear(&b);
	scatter_differs(s, &b);
	if (b.len > 0)
		page_wrapf(
		    p, 0, STYLE_WARN, "! %c%s.", toupper((unsigned char)b.data[0]), b.data + 1);
	buf_clear(&b);
	scatter_left_out(s, true, &b);
	if (b.len > 0)
		page_wrapf(p, 0, STYLE_NOTE, "%s.", b.data);
	buf_free(&b);
}

void
page_scatter_words(struct page *p, const struct scatter *s)
{
	first_sentence(p, s);
	if (s->n > 0 && s->axes.y >= 0)
		extent_sentence(p, s, s->axes.y);
	if (s->n > 0)
		extent_sentence(p, s, s->axes.x);
	for (size_t i = 0; s->axes.y >= 0 && i < s->nbands; i++)
		band_sentence(p, s, i);
	if (s->axes.y < 0)
		spread_sentences(p, s);
	closing_sentences(p, s);
}
