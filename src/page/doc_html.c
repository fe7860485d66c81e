/* doc_html.c - a document as one HTML page: XHTML in form, styles within, charts as SVG. */
#include "doc_parts.h"

#include <math.h>
#include <string.h>

/* Prints on A4 and Letter: the paper is the printer's. Nothing is told by colour alone. */
static const char head_open[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<title>";
static const char head_close[] =
    "</title>\n"
    "<style>\n"
    "@page{margin:10mm 12mm}\n"
    "*{box-sizing:border-box}\n"
    "body{font:9pt/1.26 \"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif;color:#000;"
    "background:#fff;margin:0 auto;max-width:186mm}\n"
    "@media screen{body{padding:6mm 3mm;font-size:11pt;max-width:210mm}}\n"
    "h1{font-size:1.6em;margin:0 0 .15em}\n"
    "h2{font-size:1.12em;margin:.55em 0 .15em;border-bottom:1.2pt solid #000;padding-bottom:.08em;"
    "break-after:avoid}\n"
    "h3{font-size:1em;margin:.5em 0 .1em;break-after:avoid}\n"
    "p{margin:.12em 0}\n"
    "ul{margin:.1em 0;padding-left:1.2em}\n"
    "ul.tasks{list-style:none;padding-left:0;column-count:2;column-gap:1.6em}\n"
    "ul.tasks li{break-inside:avoid;padding-left:1.5em;text-indent:-1.5em}\n"
    "li{margin:.06em 0}\n"
    ".box{display:inline-block;width:1.5em;text-indent:0;font-weight:bold}\n"
    ".note{font-size:.9em}\n"
    ".warn{padding-left:1.2em;text-indent:-.8em}\n"
    ".warn b{display:inline-block;width:.8em;text-indent:0}\n"
    ".blanks{display:flex;gap:1.4em;margin:.1em 0 .2em}\n"
    ".blanks p{flex:1;display:flex;align-items:flex-end}\n"
    ".blanks i{flex:1;border-bottom:.7pt solid #000;margin-left:.4em;height:1.3em}\n"
    "table{border-collapse:collapse;width:100%;margin:.25em 0;break-inside:auto}\n"
    "th,td{text-align:left;vertical-align:top;padding:.1em .6em .1em 0;border-bottom:.4pt solid #888}\n"
    "th.n,td.n{text-align:right}\n"
    "tr{break-inside:avoid}\n"
    "sup{font-size:.72em;line-height:0}\n"
    "sup a{color:inherit;text-decoration:none}\n"
    "svg{display:block;width:94%;height:auto;margin:.2em 0;break-inside:avoid}\n"
    "svg text{font-size:10px;fill:#000}\n"
    "pre{font:7.6pt/1.25 \"DejaVu Sans Mono\",Menlo,Consolas,monospace;margin:.3em 0;"
    "white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".small{font-size:.78em;line-height:1.25}\n"
    ".small ol,.small .words{margin:.1em 0;column-count:2;column-gap:1.6em}\n"
    ".small ol{padding-left:1.7em}\n"
    ".small li,.small p{overflow-wrap:anywhere;break-inside:avoid}\n"
    ".small .words p{padding-left:1em;text-indent:-1em}\n"
    "</style>\n"
    "</head>\n"
    "<body>\n";

void
doc_xml(struct buf *out, const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		switch (*s) {
		case '&':
			buf_adds(out, "&amp;");
			break;
		case '<':
			buf_adds(out, "&lt;");
			break;
		case '>':
			buf_adds(out, "&gt;");
			break;
		case '"':
			buf_adds(out, "&quot;");
			break;
		default:
			buf_addc(out, *s);
		}
}

static void
put_cites(struct buf *out, const struct doc_text *t)
{
	if (t->ncites == 0)
		return;
	buf_adds(out, "<sup>");
	for (size_t i = 0; i < t->ncites; i++)
		buf_addf(
		    out, "%s<a href=\"#s%u\">%u</a>", i > 0 ? "," : "", t->cite[i], t->cite[i]);
	buf_adds(out, "</sup>");
}

static void
put_text(struct buf *out, const char *open, const struct doc_text *t, const char *close)
{
	buf_adds(out, open);
	doc_xml(out, t->text);
	put_cites(out, t);
	buf_adds(out, close);
}

static void
put_table(struct buf *out, const struct doc_table *t)
{
	if (t->ncols == 0)
		return;
	buf_adds(out, "<table>\n<thead><tr>");
	for (size_t i = 0; i < t->ncols; i++) {
		buf_adds(out, t->right[i] ? "<th class=\"n\">" : "<th>");
		doc_xml(out, t->head[i]);
		buf_adds(out, "</th>");
	}
	buf_adds(out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < t->ncells; i++) {
		size_t col = i % t->ncols;

		buf_adds(out, col == 0 ? "<tr>" : "");
		put_text(out, t->right[col] ? "<td class=\"n\">" : "<td>", &t->cell[i], "</td>");
		buf_adds(out, col + 1 == t->ncols ? "</tr>\n" : "");
	}
	for (size_t i = t->ncells; i % t->ncols != 0; i++)
		buf_adds(out, (i + 1) % t->ncols == 0 ? "<td></td></tr>\n" : "<td></td>");
	buf_adds(out, "</tbody>\n</table>\n");
}

static void
put_lines(struct buf *out, const struct doc_block *b)
{
	buf_adds(out, "<pre>");
	for (size_t i = 0; i < b->nlines; i++)
		put_text(out, "", &b->line[i], "\n");
	buf_adds(out, "</pre>\n");
}

/* --- runs of blocks that stand in one element ------------------------------------------------ */

static const struct wrap {
	enum doc_kind kind;
	const char *open, *close;
} wraps[] = {
    {DOC_ITEM, "<ul>\n", "</ul>\n"},
    {DOC_TASK, "<ul class=\"tasks\">\n", "</ul>\n"},
    {DOC_BLANK, "<div class=\"blanks\">", "</div>\n"},
};

static const struct wrap *
wrap_of(const struct doc *d, size_t i)
{
	for (size_t w = 0; i < d->n && w < sizeof wraps / sizeof *wraps; w++)
		if (wraps[w].kind == d->block[i].kind)
			return &wraps[w];
	return NULL;
}

static void
put_task(struct buf *out, const struct doc_block *b)
{
	buf_addf(out, "<li><span class=\"box\">%s</span>",
	    b->done == DOC_DONE        ? "[x]"
		: b->done == DOC_BEGUN ? "[-]"
				       : "[ ]");
	put_text(out, "", &b->t, "</li>\n");
}

static void
put_block(struct buf *out, const struct doc_block *b)
{
	static const struct {
		const char *open, *close;
	} tags[] = {
	    [DOC_TITLE] = {"<h1>", "</h1>\n"},
	    [DOC_HEADING] = {"<h2>", "</h2>\n"},
	    [DOC_SUB] = {"<h3>", "</h3>\n"},
	    [DOC_TEXT] = {"<p>", "</p>\n"},
	    [DOC_NOTE] = {"<p class=\"note\">", "</p>\n"},
	    [DOC_WARN] = {"<p class=\"warn\"><b>!</b>", "</p>\n"},
	    [DOC_ITEM] = {"<li>", "</li>\n"},
	    [DOC_BLANK] = {"<p>", "<i></i></p>"},
	};

	if (b->kind == DOC_TABLE)
		put_table(out, b->table);
	else if (b->kind == DOC_CHART)
		doc_svg(b->chart, out);
	else if (b->kind == DOC_LINES)
		put_lines(out, b);
	else if (b->kind == DOC_TASK)
		put_task(out, b);
	else
		put_text(out, tags[b->kind].open, &b->t, tags[b->kind].close);
}

static void
put_end(struct buf *out, const struct doc *d)
{
	buf_adds(out, "<div class=\"small\">\n");
	if (d->nsources > 0)
		buf_adds(out, "<h2>Sources</h2>\n<ol>\n");
	for (size_t i = 0; i < d->nsources; i++) {
		struct buf says = BUF_INIT;

		doc_source_says(d, d->source[i], &says);
		buf_addf(out, "<li id=\"s%zu\">", i + 1);
		doc_xml(out, says.data);
		buf_adds(out, "</li>\n");
		buf_free(&says);
	}
	buf_adds(out, d->nsources > 0 ? "</ol>\n" : "");
	if (d->nterms > 0)
		buf_adds(out, "<h2>What the words mean</h2>\n<div class=\"words\">\n");
	for (size_t i = 0; i < d->nterms; i++) {
		buf_adds(out, "<p><b>");
		doc_xml(out, d->term[i].term);
		buf_adds(out, "</b> ");
		doc_xml(out, d->term[i].text);
		buf_adds(out, "</p>\n");
	}
	buf_adds(out, d->nterms > 0 ? "</div>\n" : "");
	buf_adds(out, "<p>");
	doc_xml(out, d->foot);
	buf_adds(out, "</p>\n</div>\n");
}

void
doc_html(const struct doc *d, struct buf *out)
{
	buf_adds(out, head_open);
	doc_xml(out, d->title);
	buf_adds(out, head_close);
	for (size_t i = 0; i < d->n; i++) {
		const struct wrap *w = wrap_of(d, i);

		if (w != NULL && (i == 0 || wrap_of(d, i - 1) != w))
			buf_adds(out, w->open);
		put_block(out, &d->block[i]);
		if (w != NULL && wrap_of(d, i + 1) != w)
			buf_adds(out, w->close);
	}
	put_end(out, d);
	buf_adds(out, "</body>\n</html>\n");
}
