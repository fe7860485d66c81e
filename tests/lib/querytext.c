#include "querytext.h"

#include "career/base/num.h"

static const char *const kinds[] = {
    [TERM_WORD] = "word",
    [TERM_PHRASE] = "phrase",
    [TERM_VALUES] = "values",
    [TERM_RANGE] = "range",
    [TERM_ANY] = "any",
    [TERM_NONE] = "none",
    [TERM_SORT] = "sort",
};

static void
dump_range(const struct query_term *t, struct buf *out)
{
	if (!t->has_lo && !t->has_hi)
		return;
	buf_addc(out, ' ');
	if (t->has_lo) {
		buf_addc(out, t->lo_open ? '(' : '[');
		num_plain(out, t->lo);
	}
	buf_adds(out, "..");
	if (t->has_hi) {
		num_plain(out, t->hi);
		buf_addc(out, t->hi_open ? ')' : ']');
	}
}

void
querytext_dump_term(const struct query *q, size_t term, struct buf *out)
{
	const struct query_term *t = &q->terms[term];

	buf_adds(out, t->negate ? "-" : "");
	buf_adds(out, kinds[t->kind]);
	if (t->kind != TERM_SORT) {
		buf_addc(out, '<');
		buf_adds(out, t->field >= 0 ? q->list->fields[t->field].name : "");
		buf_adds(out, t->fold ? t->fold : "");
		buf_adds(out, t->kind == TERM_VALUES && t->field >= 0 ? ":" : "");
		for (size_t i = 0; i < t->nvalues; i++)
			buf_addf(out, "%s%s%s", i ? "|" : "", t->values[i].fold,
			    t->values[i].prefix ? "*" : "");
		dump_range(t, out);
		buf_addc(out, '>');
	}
	buf_adds(out, t->unfinished ? "?" : "");
	buf_adds(out, t->error[0] ? "!" : "");
}

void
querytext_dump(const struct query *q, struct buf *out)
{
	for (size_t i = 0; i < q->nterms; i++) {
		buf_adds(out, i ? " " : "");
		querytext_dump_term(q, i, out);
	}
	for (size_t i = 0; i < q->nsort; i++) {
		buf_adds(out, i ? "," : " by ");
		buf_adds(out, q->sort[i].descending ? "-" : "");
		buf_adds(out, q->list->fields[q->sort[i].field].name);
	}
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

void
querytext_random(struct buf *out, uint32_t *seed)
{
	static const char *const pieces[] = {
	    " ",
	    " ",
	    " ",
	    " ",
	    "  ",
	    "\t",
	    "\"",
	    "\"",
	    "\"\"",
	    "-",
	    "*",
	    ",",
	    ":",
	    "<",
	    ">=",
	    "=",
	    "!=",
	    "..",
	    "a",
	    "data",
	    "state:",
	    "STATE:",
	    "state=",
	    "cost<",
	    "cost:",
	    "months:",
	    "sort:",
	    "sort:-",
	    "school:",
	    "foo:",
	    "http://x",
	    "C++",
	    "CA",
	    "NY",
	    "20k",
	    "12..24",
	    "any",
	    "none",
	    "cost",
	    "\xff",
	    "\xcc\x81",
	    "\xc3\xa9",
	    "\xe2\x80\x9c",
	    "\x01",
	    "'",
	    "\\",
	    "%",
	    "$",
	    "1.5m",
	    "//",
	    "state:\"New ",
	    "-state:CA",
	    "source:a,b*",
	    "\n",
	};
	uint32_t n = next_random(seed) % 12;

	for (uint32_t i = 0; i < n; i++)
		buf_adds(out, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}
