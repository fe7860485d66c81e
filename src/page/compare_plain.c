/*
 * compare_plain.c - a comparison in whole sentences, and what stands where there is none yet.
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
		buf_addf(b, " (%s)", delta.data);
	buf_free(&delta);
}

static void
plain_row(const struct compare_view *v, const struct compare_row *row)
{
	struct buf b = BUF_INIT;
	bool warn = false;

	buf_addf(&b, "%s. ", row->label);
	for (size_t i = 0; i < v->c->n; i++) {
		buf_addf(&b, "%s%s: ", i > 0 ? "; " : "", v->c->name[i]);
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

/* The note of the rows that follow; the matrix's letters are words here. */
static void
plain_note(const struct compare_view *v, const struct compare_row *row, const char *last)
{
	if (row->note[0] != '\0' && row->look != COMPARE_TIER && strcmp(row->note, last) != 0)
		page_wrapf(v->p, 0, STYLE_NOTE, "(%s)", row->note);
}

void
compare_plain(const struct compare_view *v)
{
	const char *block = "", *note = "";

	page_wrap(v->p, 0, STYLE_VALUE, v->c->answer);
	for (size_t i = 0; i < v->c->nrows; i++) {
		const struct compare_row *row = &v->c->row[i];

		if (row->equal && !v->o->all)
			continue;
		if (strcmp(block, row->block) != 0) {
			page_blank(v->p);
			say_title(v->p, compare_block_says(v->c, row->block));
		}
		plain_note(v, row, strcmp(block, row->block) == 0 ? note : "");
		block = row->block;
		note = row->note;
		if (row->equal)
			plain_equal(v, row);
		else
			plain_row(v, row);
	}
}

/* --- nothing yet ----------------------------------------------------------------------------- */

/* A command that can be copied: a key is never broken, a line that goes on ends in a backslash. */
static void
add_key(struct page *p, const char *key)
{
	int room = p->opts.width - page_last(p)->width - (int)strlen(" \\");

	if (page_last(p)->width > 4 && text_width(key) >= room) {
		page_add(p, STYLE_LINK, " \\");
		page_next(p);
		page_to(p, 3);
	}
	page_addf(p, STYLE_LINK, " %s", key);
}

bool
page_compare_empty(struct page *p, struct reader *r, struct err *e)
{
	struct stmt *st = db_query(r->db, "compare_example", e);
	struct buf command = BUF_INIT;
	bool ok = st != NULL;

	page_wrap(p, 0, STYLE_VALUE, "Nothing to compare yet.");
	page_wrapf(p, 0, STYLE_TEXT,
	    "Two to %s roles, or two to %s programs, stand side by side here: c on a list takes the "
	    "marked ones, or the one under the cursor.",
	    compare_count_word(COMPARE_ROLES_MAX), compare_count_word(COMPARE_PROGRAMS_MAX));
	if (ok)
		stmt_bind_text(st, 1, r->role);
	while (ok && role_next(st, &ok, e)) {
		if (command.len == 0) {
			page_blank(p);
			page_wrap(p, 0, STYLE_TEXT, "For example (Enter runs it):");
			page_line(p);
			page_add(p, STYLE_LINK, "  career compare");
			buf_adds(&command, "compare");
		}
		add_key(p, stmt_str(st, 0));
		buf_addf(&command, " %s", stmt_str(st, 0));
	}
	if (command.len > 0)
		page_anchor(p, ANCHOR_COMMAND, command.data);
	buf_free(&command);
	return ok;
}
