/*
 * doc.h - a document to take along: blocks of text, tables and charts with numbered sources, and its writers.
 *
 * It is built top-down: doc_add begins a block, doc_cite puts a source behind the last one (or the last cell of a
 * table); sources are numbered as they are first cited. All texts are made safe when they are added, and live in the
 * document's arena; sources are borrowed. The writers give the same blocks as a self-contained HTML page (XHTML in form,
 * charts as SVG, no script, nothing from elsewhere), as Markdown, and as text for a printer: 80 columns of ASCII.
 */
#ifndef CAREER_PAGE_DOC_H
#define CAREER_PAGE_DOC_H

#include "career/page/pages.h"

enum doc_kind {
	DOC_TITLE,
	DOC_HEADING,
	DOC_SUB, /* a heading within a section */
	DOC_TEXT,
	DOC_NOTE,  /* what stands below others */
	DOC_WARN,  /* with '!' in front */
	DOC_ITEM,  /* of a list */
	DOC_TASK,  /* a box to tick: see doc_block.done */
	DOC_BLANK, /* a line to write on: the text is what stands in front */
	DOC_TABLE,
	DOC_CHART,
	DOC_LINES, /* lines of a page as they are, in letters of one width */
};

enum { DOC_CITES = 12 };
struct doc_text {
	const char *text; /* safe */
	unsigned cite[DOC_CITES];
	size_t ncites;
};

enum doc_done { DOC_OPEN, DOC_BEGUN, DOC_DONE };

struct doc_table {
	const char **head;
	bool *right; /* numbers */
	size_t ncols;
	struct doc_text *cell; /* row by row; on the heap */
	size_t ncells, cap;
};

/* One line of a chart; NAN: absent. */
struct doc_bar {
	const char *label, *says;
	double lo, hi, mid;
	bool open_lo, open_hi;
	bool apart;            /* drawn otherwise, '!' in front */
	struct doc_text cites; /* only its cites */
};
struct doc_chart {
	const char *unit;        /* below the axis: "thousand dollars a year, before tax" */
	double scale;            /* tick values are divided by it */
	bool from_zero;          /* bars from the axis' start, not intervals */
	double band_lo, band_hi; /* where most meet; NAN none */
	const char *band;        /* what is said of it */
	struct doc_bar *bar;
	size_t n, cap;
};

struct doc_block {
	enum doc_kind kind;
	struct doc_text t;
	enum doc_done done;
	struct doc_table *table;
	struct doc_chart *chart;
	struct doc_text *line; /* of DOC_LINES; on the heap */
	size_t nlines, cap;
};

struct doc_term {
	const char *term, *text;
};

struct doc {
	struct arena arena;
	const char *title;
	struct doc_block *block;
	size_t n, cap;
	const struct source **source; /* number 1 first */
	size_t nsources, source_cap;
	struct doc_term *term;
	size_t nterms;
	const char *foot; /* last line: which figures these are */
	bool brief;       /* sources in one line each */
};

void doc_init(struct doc *d);
void doc_free(struct doc *d);

/* The pointer is good until the next block. */
struct doc_block *doc_add(struct doc *d, enum doc_kind kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Behind the last block, or the last cell of its table, or the last bar or line; each source once. NULL adds nothing. */
void doc_cite(struct doc *d, const struct source *s);
/* Whoever stands behind an anchor, as `i` tells it; nobody: nothing. */
void doc_cite_anchor(struct doc *d, struct reader *r, const struct anchor *a);
/* Behind the text of a block. */
void doc_cite_at(struct doc *d, size_t block, const struct source *s);
/* A table; head NULL ends the columns, a '>' in front sets one to the right. */
void doc_table(struct doc *d, const char *const *head);
void doc_cell(struct doc *d, const char *text);
/* A chart without bars. */
struct doc_chart *doc_chart(struct doc *d, const char *unit, double scale);
void doc_bar(struct doc *d, const struct doc_bar *bar);
/* Lines of a page from `from` on, each with the sources that its anchors lead to. */
bool doc_lines(struct doc *d, struct reader *r, const struct page *p, size_t from, struct err *e);
/* The same as texts: columns become words, headings DOC_SUB. For pages so wide that nothing wraps. */
bool doc_take(struct doc *d, struct reader *r, const struct page *p, size_t from,
    enum doc_kind kind, struct err *e);
/* At most `most` of the glossary's terms that its texts use. Comes last. */
bool doc_terms(struct doc *d, struct reader *r, size_t most, struct err *e);

/* "Title; publisher; 2025; survey; https://..." of a source; in brief "Title, 2025, survey". */
void doc_source_says(const struct doc *d, const struct source *s, struct buf *out);

void doc_html(const struct doc *d, struct buf *out);
void doc_md(const struct doc *d, struct buf *out);
void doc_txt(const struct doc *d, struct buf *out);

#endif
