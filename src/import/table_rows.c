/* table_rows.c - a batch of rows, and what is repaired in a field. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "table_read.h"

#include <stdlib.h>
#include <string.h>

/*
 * What the bytes 0x80..0x9f mean in Windows-1252; 0 where it has nothing. Source: the WHATWG Encoding Standard,
 * index windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt).
 */
static const int32_t windows_1252[32] = {0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

void
rows_free(struct rows *r)
{
	buf_free(&r->text);
	free(r->cell);
	free(r->row);
	free(r->out);
}

void
rows_clear(struct rows *r)
{
	buf_clear(&r->text);
	r->ncells = r->nrows = r->next = 0;
}

static void
add_character(struct buf *out, int32_t cp, struct table_repairs *count)
{
	if (cp >= 0x80 && cp < 0xa0) {
		cp = windows_1252[cp - 0x80] != 0 ? windows_1252[cp - 0x80] : 0xfffd;
		count->bytes++;
	}
	text_encode(out, cp);
}

/* UTF-8; a byte that is none is taken for Windows-1252. */
static void
add_repaired(struct buf *out, const char *s, size_t len, struct table_repairs *count)
{
	size_t at = 0, n;
	int32_t cp;

	while (at < len) {
		n = text_decode(s + at, len - at, &cp);
		if (cp >= 0) {
			add_character(out, cp, count);
			at += n;
		} else {
			unsigned char byte = (unsigned char)s[at++];

			if (byte < 0xa0) {
				add_character(out, byte, count);
			} else {
				text_encode(out, byte);
				count->bytes++;
			}
		}
	}
}

static bool
is_plain(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			return false;
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void
rows_field(struct rows *r, const char *s, size_t len, struct table_repairs *count)
{
	size_t at = r->text.len;

	while (len > 0 && is_blank(s[0])) {
		s++;
		len--;
	}
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	if (len >= 3 && s[0] == '=' && s[1] == '"' && s[len - 1] == '"') {
		s += 2;
		len -= 3;
		count->formulas++;
	}
	if (is_plain(s, len))
		buf_add(&r->text, s, len);
	else
		add_repaired(&r->text, s, len, count);
	r->cell = mem_reserve(r->cell, &r->cell_cap, r->ncells + 1, sizeof *r->cell);
	r->cell[r->ncells++] = (struct cell_ref){at, r->text.len - at};
	buf_addc(&r->text, '\0');
}

void
rows_end(struct rows *r, size_t first, uint64_t line)
{
	r->row = mem_reserve(r->row, &r->row_cap, r->nrows + 1, sizeof *r->row);
	r->row[r->nrows++] = (struct row_ref){first, r->ncells - first, line};
}

bool
rows_give(struct rows *r, struct table *t)
{
	const struct row_ref *row;

	if (r->next == r->nrows)
		return false;
	row = &r->row[r->next++];
	r->out = mem_reserve(r->out, &r->out_cap, row->n + 1, sizeof *r->out);
	for (size_t i = 0; i < row->n; i++) {
		const struct cell_ref *c = &r->cell[row->first + i];

		r->out[i] = (struct cell_text){r->text.data + c->at, c->len};
	}
	t->field = r->out;
	t->n = row->n;
	t->line = row->line;
	return true;
}
