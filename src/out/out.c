#include "career/out/out.h"

#include "career/base/text.h"

static void
nothing(struct out *o)
{
	(void)o;
}

const struct out_format out_formats[] = {
    {"table", "aligned on a terminal, tab-separated in a pipe", out_table_begin, out_table_row,
	out_table_end},
    {"csv", "comma-separated (RFC 4180)", out_csv_begin, out_csv_row, nothing},
    {"tsv", "tab-separated; tabs and line ends in a text become blanks", out_tsv_begin, out_tsv_row,
	nothing},
    {"json", "one array of objects", out_json_begin, out_json_row, out_json_end},
    {"jsonl", "one object a line", nothing, out_jsonl_row, nothing},
    {"md", "a Markdown table", out_md_begin, out_md_row, nothing},
};
const size_t nout_formats = sizeof out_formats / sizeof *out_formats;

struct cell
out_text(const char *text)
{
	return (struct cell){
	    .kind = text != NULL && text[0] != '\0' ? CELL_TEXT : CELL_ABSENT, .text = text};
}

void
out_begin(struct out *o)
{
	o->rows = 0;
	o->table = NULL;
	buf_init(&o->scratch);
	o->format->begin(o);
}

void
out_row(struct out *o, const struct cell *cells)
{
	o->format->row(o, cells);
	o->rows++;
	sink_spill(o->sink);
}

void
out_end(struct out *o)
{
	o->format->end(o);
	buf_free(&o->scratch);
}

void
out_cell_text(const struct cell *c, const char *between, struct buf *out)
{
	if (c->kind == CELL_TEXT || c->kind == CELL_NUMBER)
		buf_adds(out, c->text);
	if (c->kind != CELL_LIST)
		return;
	for (size_t i = 0; i < c->nitems; i++) {
		buf_adds(out, i ? between : "");
		buf_adds(out, c->items[i]);
	}
}

void
out_cell_safe(const struct cell *c, bool shown, bool ascii, struct buf *out)
{
	struct buf raw = BUF_INIT;

	if (shown && c->shown && c->kind != CELL_ABSENT)
		buf_adds(&raw, c->shown);
	else
		out_cell_text(c, "; ", &raw);
	if (raw.len == 0)
		buf_addc(&raw, '-');
	text_safe(out, raw.data, raw.len, ascii);
	buf_free(&raw);
}
