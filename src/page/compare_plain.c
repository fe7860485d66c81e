/*
 * compare_plain.c - a comparison in whole sentences.
 */
#include "career/base/text.h"
#include "compare_draw.h"

#include <string.h>

/* --- sentences ------------------------------------------------------------------------------- */

/* What a letter of the matrix says; NULL for other texts. */
static const char *
tier_says(const char *text)
{
	static const struct word words[] = {{"M", "must"}, {"I", "important"},
	    {"N", "nice to have"}, {"S", "skip"}, {"+", "named"}, {".", "not named"}, {NULL, NULL}};

	return word_says(words, text + strspn(text, "!~"));
}

/* "+$5K" as ", $5K more". */
static void
add_delta(struct buf *b, const char *delta)
{
	if (*delta == '+' || *delta == '-')
		buf_addf(b, ", %s %s", delta + 1, *delta == '+' ? "more" : "less");
	else
		buf_addf(b, ", the %s", delta);
}

/* The value without its mark, the mark in a word. */
static void
add_value(struct buf *b, const struct compare_view *v, const struct compare_row *row, size_t i)
{
	static const char *const marks[] = {
	    [COMPARE_PLAIN] = "", [COMPARE_BEST] = ", best", [COMPARE_WORST] = ", worst"};
	const struct compare_cell *cell = &row->cell[i];
	struct buf delta = BUF_INIT;

	if (cell->text[0] == '\0')
		buf_adds(b, "no source states this");
	else if (row->look == COMPARE_TIER)
		buf_addf(b, "%s%s%s", cell->warn ? "! disputed, " : "",
		    strchr(cell->text, '~') ? "of the field " : "", tier_says(cell->text));
	else
		buf_add(b, cell->text,
		    strlen(cell->text) - (cell->mark != COMPARE_PLAIN ? strlen(" ^") : 0));
	buf_adds(b, marks[cell->mark]);
	if (compare_delta(&delta, v->c, row, i, v->o))
		add_delta(b, delta.data);
	buf_free(&delta);
}

static void
plain_row(const struct compare_view *v, const struct compare_row *row)
{
	struct buf b = BUF_INIT;
	bool warn = false;

	buf_addf(&b, "%s. ", row->label);
	for (size_t i = 0; i < v->c->n; i++) {
		buf_addf(&b, "%s%s: ", i > 0 ? "; " : "", v->c->brief[i]);
		add_value(&b, v, row, i);
		warn = warn || row->cell[i].warn;
	}
	if (strchr(".!?", b.data[b.len - 1]) == NULL)
		buf_addc(&b, '.');
	page_wrap(v->p, 0, warn ? STYLE_WARN : STYLE_TEXT, b.data);
	for (size_t i = 0; i < v->c->n; i++)
		if (row->cell[i].anchor.kind != ANCHOR_NONE)
			page_anchor(v->p, row->cell[i].anchor.kind, row->cell[i].anchor.key);
	buf_free(&b);
}

/* Equal rows need their value only once. */
static void
plain_equal(const struct compare_view *v, const struct compare_row *row)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s. The same for all: ", row->label);
	add_value(&b, v, row, v->first);
	if (strchr(".!?", b.data[b.len - 1]) == NULL)
		buf_addc(&b, '.');
	page_wrap(v->p, 0, STYLE_TEXT, b.data);
	buf_free(&b);
}

static void
plain_folded(const struct compare_view *v, const struct compare_block *b)
{
	struct buf labels = BUF_INIT;

	compare_folded_labels(&labels, v->c, b);
	page_wrapf(v->p, 0, STYLE_NOTE, "The same for all, not shown: %s.", labels.data);
	buf_free(&labels);
}

/* The note of the rows that follow; the matrix's letters are words here. */
static void
plain_note(const struct compare_view *v, const struct compare_row *row, const char *last)
{
	if (row->note[0] != '\0' && row->look != COMPARE_TIER && strcmp(row->note, last) != 0)
		page_wrapf(v->p, 0, STYLE_NOTE, "(%s)", row->note);
}

static void
plain_block(const struct compare_view *v, const struct compare_block *b)
{
	const struct compare_row *row = v->c->row;

	page_blank(v->p);
	say_title(v->p, compare_block_says(v->c, row[b->from].block));
	for (size_t i = b->from; i < b->folded; i++) {
		plain_note(v, &row[i], i > b->from ? row[i - 1].note : "");
		if (row[i].equal)
			plain_equal(v, &row[i]);
		else
			plain_row(v, &row[i]);
	}
	if (b->folded < b->to)
		plain_folded(v, b);
}

/* The names in full, once; and against what the differences are. */
static void
plain_names(const struct compare_view *v)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < v->c->n; i++)
		buf_addf(&b, "%s%s", i > 0 ? "; " : "", v->c->name[i]);
	page_wrapf(v->p, 0, STYLE_HEADING, "Compared: %s", b.data);
	if (v->o->baseline >= 0)
		page_wrapf(v->p, 0, STYLE_NOTE, "More and less are against %s",
		    v->c->brief[v->o->baseline]);
	buf_free(&b);
}

void
compare_plain(const struct compare_view *v)
{
	struct compare_block b = {0, 0, 0};

	plain_names(v);
	page_wrap(v->p, 0, STYLE_VALUE, v->c->answer);
	while (compare_next(v->c, v->o, &b))
		plain_block(v, &b);
}
