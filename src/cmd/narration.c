/* narration.c - what `say` said, wrapped for this screen. */
#include "career/cmd/narration.h"

#include "career/base/text.h"

enum {
	MOST = 3,
	BODY = 5, /* rows that are left to what it speaks of */
};

const char *
narration_lead(const struct app *a)
{
	return a->opts.ascii ? ">> " : "\u00bb ";
}

/* Bytes of the safe text where row `i` begins and how many belong to it; 0 where there is none. */
static size_t
row_at(const struct app *a, const struct buf *safe, int i, size_t *at)
{
	int cells = a->cols - text_width(narration_lead(a));
	size_t n = 0, next = 0;

	*at = 0;
	for (int k = 0; k <= i && cells > 0; k++) {
		*at += next;
		if (*at >= safe->len)
			return 0;
		n = text_wrap(safe->data + *at, safe->len - *at, cells, &next);
	}
	return n;
}

int
narration_rows(const struct app *a, int others)
{
	struct buf safe = BUF_INIT;
	int rows = 0, most = a->rows - others - BODY;
	size_t at;

	text_safe(&safe, a->say.data, a->say.len, a->opts.ascii);
	if (most < 1)
		most = 1;
	while (rows < MOST && rows < most && row_at(a, &safe, rows, &at) > 0)
		rows++;
	buf_free(&safe);
	return rows;
}

bool
narration_row(const struct app *a, int i, struct buf *out)
{
	struct buf safe = BUF_INIT;
	size_t at, n;

	text_safe(&safe, a->say.data, a->say.len, a->opts.ascii);
	n = row_at(a, &safe, i, &at);
	if (n > 0)
		buf_add(out, safe.data + at, i + 1 == a->layout.say.h ? safe.len - at : n);
	buf_free(&safe);
	return n > 0;
}
