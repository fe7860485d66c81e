/* doc_md.c - a document as Markdown (GitHub's form, for tables and boxes to tick). */
#include "doc_parts.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* What Markdown would read as something else; at the start of a line also what makes lists and headings. */
static void
put_escaped(struct buf *out, const char *s, bool begins)
{
	size_t digits = strspn(s, "0123456789");
	size_t special = !begins                                   ? SIZE_MAX
	    : digits > 0 && (s[digits] == '.' || s[digits] == ')') ? digits
	    : *s != '\0' && strchr("#+->=", *s) != NULL            ? 0
								   : SIZE_MAX;

	for (size_t i = 0; s[i] != '\0'; i++) {
		if (i == special || strchr("\\`*_~[]<|&", s[i]) != NULL)
			buf_addc(out, '\\');
		buf_addc(out, s[i]);
	}
}

static void
put_text(struct buf *out, const struct doc_text *t, bool begins)
{
	put_escaped(out, t->text, begins);
	for (size_t i = 0; i < t->ncites; i++)
		buf_addf(out, "%s\\[%u\\]", i == 0 ? " " : "", t->cite[i]);
}

static void
put_table(struct buf *out, const struct doc_table *t)
{
	if (t->ncols == 0)
		return;
	for (size_t i = 0; i < t->ncols; i++) {
		buf_adds(out, "| ");
		put_escaped(out, t->head[i], false);
		buf_addc(out, ' ');
	}
	buf_adds(out, "|\n");
	for (size_t i = 0; i < t->ncols; i++)
		buf_adds(out, t->right[i] ? "| ---: " : "| --- ");
	buf_adds(out, "|\n");
	for (size_t i = 0; i < t->ncells; i++) {
		buf_adds(out, "| ");
		put_text(out, &t->cell[i], false);
		buf_adds(out, (i + 1) % t->ncols == 0 ? " |\n" : " ");
	}
	if (t->ncells % t->ncols != 0)
		buf_adds(out, "|\n");
}

/* What a chart draws, in a table. */
static void
put_chart(struct buf *out, const struct doc_chart *c)
{
	buf_adds(out, "| Who says so | ");
	put_escaped(out, c->unit, false);
	buf_adds(out, " |\n| --- | --- |\n");
	for (size_t i = 0; i < c->n; i++) {
		struct doc_text t = c->bar[i].cites;

		buf_adds(out, c->bar[i].apart ? "| ! " : "| ");
		put_escaped(out, c->bar[i].label, false);
		buf_adds(out, " | ");
		t.text = c->bar[i].says;
		put_text(out, &t, false);
		buf_adds(out, " |\n");
	}
	if (c->band[0] != '\0') {
		buf_addc(out, '\n');
		put_escaped(out, c->band, true);
		buf_addc(out, '\n');
	}
}

static void
put_lines(struct buf *out, const struct doc_block *b)
{
	for (size_t i = 0; i < b->nlines; i++) {
		buf_adds(out, "    ");
		buf_adds(out, b->line[i].text);
		for (size_t k = 0; k < b->line[i].ncites; k++)
			buf_addf(out, "%s[%u]", k == 0 ? " " : "", b->line[i].cite[k]);
		buf_addc(out, '\n');
	}
}

static void
put_block(struct buf *out, const struct doc_block *b)
{
	static const char *const front[] = {[DOC_TITLE] = "# ",
	    [DOC_HEADING] = "## ",
	    [DOC_SUB] = "### ",
	    [DOC_WARN] = "**!** ",
	    [DOC_ITEM] = "- "};

	if (b->kind == DOC_TABLE) {
		put_table(out, b->table);
	} else if (b->kind == DOC_CHART) {
		put_chart(out, b->chart);
	} else if (b->kind == DOC_LINES) {
		put_lines(out, b);
	} else if (b->kind == DOC_TASK) {
		buf_addf(out, "- [%c] %s", b->done == DOC_DONE ? 'x' : ' ',
		    b->done == DOC_BEGUN ? "(begun) " : "");
		put_text(out, &b->t, false);
		buf_addc(out, '\n');
	} else if (b->kind == DOC_BLANK) {
		put_text(out, &b->t, true);
		buf_adds(out, " \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n");
	} else {
		const char *f = b->kind < sizeof front / sizeof *front ? front[b->kind] : NULL;

		buf_adds(out, f != NULL ? f : "");
		put_text(out, &b->t, f == NULL);
		buf_addc(out, '\n');
	}
}

static bool
is_list(enum doc_kind k)
{
	return k == DOC_ITEM || k == DOC_TASK;
}

void
doc_md(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct doc_block *b = &d->block[i];

		if (i > 0 && !(is_list(b->kind) && d->block[i - 1].kind == b->kind))
			buf_addc(out, '\n');
		put_block(out, b);
	}
	buf_adds(out, d->nsources > 0 ? "\n## Sources\n\n" : "");
	for (size_t i = 0; i < d->nsources; i++) {
		struct buf says = BUF_INIT;

		doc_source_says(d, d->source[i], &says);
		buf_addf(out, "%zu. ", i + 1);
		put_escaped(out, says.data, true);
		buf_addc(out, '\n');
		buf_free(&says);
	}
	buf_adds(out, d->nterms > 0 ? "\n## What the words mean\n\n" : "");
	for (size_t i = 0; i < d->nterms; i++) {
		buf_adds(out, "- **");
		put_escaped(out, d->term[i].term, false);
		buf_adds(out, "** ");
		put_escaped(out, d->term[i].text, false);
		buf_addc(out, '\n');
	}
	buf_addc(out, '\n');
	put_escaped(out, d->foot, true);
	buf_addc(out, '\n');
}
