/*
 * page.h - what a screen says, as lines of styled text.
 *
 * A page is made by the functions of this layer from model objects for a given width, and drawn by
 * ui/ (scrolling, cursor) or printed by cli/ (`career show`): both say the same. Text is made safe
 * (text_safe) when it is added: a page holds only harmless UTF-8, or ASCII when opts.ascii.
 * Lines never exceed `width` cells; what is cut ends in the cut mark.
 *
 * The page owns its lines and strings (arena). A line may carry *anchors*: what `i`, `m`, Enter
 * act upon when the cursor is on it.
 */
#ifndef CAREER_PAGE_PAGE_H
#define CAREER_PAGE_PAGE_H

#include "career/base/buf.h"
#include "career/base/mem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Colour roles. Each also differs by a character or attribute: see ui/theme.c. */
enum style {
	STYLE_TEXT,
	STYLE_HEADING, /* bold */
	STYLE_LABEL,   /* name of a value, left column */
	STYLE_VALUE,   /* an answer */
	STYLE_WARN,    /* stands apart, disputed: always with '!' in the text */
	STYLE_NEAR,    /* "nearest" and loosely comparable: always with '~' */
	STYLE_LINK,
	STYLE_BAR,      /* chart: the interval */
	STYLE_BAR_MARK, /* chart: median, ticks, the common range */
	STYLE_NOTE,     /* sources, footnotes; never dim */
	STYLE_TAB,      /* section tab */
	STYLE_TAB_ON,
	STYLE_KINDS,
};

enum anchor_kind {
	ANCHOR_NONE,
	ANCHOR_FIGURE,  /* key: rowid of figure_row as decimal text */
	ANCHOR_SOURCE,  /* key: source key */
	ANCHOR_ROLE,    /* key: slug */
	ANCHOR_SKILL,   /* key: slug */
	ANCHOR_PROGRAM, /* key: program key */
	ANCHOR_TERM,    /* key: glossary slug */
	ANCHOR_SECTION, /* key: section name: Enter goes there */
	ANCHOR_QUERY,   /* key: "programs QUERY": Enter opens the list with it */
	ANCHOR_FACT,    /* key: "table:rowid" of a stated fact with source and locator */
	ANCHOR_ANSWER,  /* key: "role:level:ruler" of an answer over several figures */
	ANCHOR_COMMAND, /* key: a command line: Enter runs it */
};

struct span {
	const char *text; /* safe */
	enum style style;
	int width; /* cells */
};

struct anchor {
	enum anchor_kind kind;
	const char *key;
};

enum { LINE_ANCHORS = 4 };

struct line {
	struct span *spans;
	size_t nspans;
	int width; /* cells used */
	struct anchor anchors[LINE_ANCHORS];
	size_t nanchors;
	bool heading; /* `[` and `]` jump between these */
	bool goes_on; /* belongs to the item of the line in front */
};

struct page_opts {
	int width; /* >= 20; less is taken as 20 */
	bool ascii;
	bool plain;   /* linear sentences instead of charts and columns */
	bool details; /* `v` */
	bool cells;   /* `V`: pay in cells (model/cell.h), not level by level */
	bool screen;  /* read with keys at hand: lines may name them */
	int year_now; /* for "this year has come" wording; from the clock in main only */
};

struct page {
	struct arena arena;
	struct page_opts opts;
	struct line *lines;
	size_t nlines, cap;
	size_t block; /* first line of the last item: anchors go to each line from here */
	struct buf scratch;
};

void page_init(struct page *p, const struct page_opts *opts);
void page_free(struct page *p);
void page_reset(struct page *p, const struct page_opts *opts); /* empty, memory kept */

/* Starts a new line; the page_* calls below add to the last line. The pointer is good until the
 * next line is made. */
struct line *page_line(struct page *p);
/* A further line of the last item, with the item's anchors (the rows of a chart). */
struct line *page_next(struct page *p);
/* A blank line between items, of a whole page: to be read from afar. */
void page_air(struct page *p);
/* Drops the lines from `n` on. */
void page_cut(struct page *p, size_t n);
/* The last line; a new one on an empty page. */
struct line *page_last(struct page *p);
void page_add(struct page *p, enum style style, const char *text);
void page_addf(struct page *p, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Pads with blanks to a column (cells from the left); beyond it, or where the text in front would
 * touch it: one blank. On a plain page there are no columns: ": " behind a label, else a blank. */
void page_to(struct page *p, int column);
/* Adds text right-aligned so that it ends at the page's width, a blank in front; on a line of
 * its own (same anchors) if there is no room. On a plain page: "; text". */
void page_right(struct page *p, enum style style, const char *text);
/* Goes to every line of the last item: what page_line, page_wrap or page_pair began, with the lines
 * that wrapping added. The same anchor twice is one; more than LINE_ANCHORS are dropped. */
void page_anchor(struct page *p, enum anchor_kind kind, const char *key);
void page_anchor_id(struct page *p, enum anchor_kind kind, int64_t id);

/* A heading line (with its glossary anchor when `term` is not NULL). */
void page_heading(struct page *p, const char *text, const char *term);
void page_rule(struct page *p);  /* nothing on a plain page */
void page_blank(struct page *p); /* two in a row are one */
/* Wrapped text, each line indented; blank lines in the text start paragraphs. Begins a new line
 * unless page_line just did. Empty text adds nothing. */
void page_wrap(struct page *p, int indent, enum style style, const char *text);
void page_wrapf(struct page *p, int indent, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* The same, but goes on at the last line's end; the lines that follow stand at the indent. Blanks at
 * the text's ends stay where they part words. No line starts with the comma, stop or bracket that the
 * text starts with: the word before it goes along. */
void page_join(struct page *p, int indent, enum style style, const char *text);
void page_joinf(struct page *p, int indent, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* "Label           text wrapped with its indent at `column`" */
void page_pair(struct page *p, const char *label, int column, enum style style, const char *text);

/* After the last item. Items of a plain page are sentences: each gets its full stop when the next one
 * begins, the last one here. */
void page_close(struct page *p);

/* Whole page as plain text, one line each, no trailing blanks. */
void page_text(const struct page *p, struct buf *out);
/* Index of the first heading line named `text`, or -1. */
int page_find_heading(const struct page *p, const char *text);

#endif
