/* sets.c - what importers of publishers' tables share. */
#include "sets.h"

#include <string.h>
#include <strings.h>

bool
set_ends(const struct input *in, size_t member, const char *end)
{
	const char *name = input_name(in, member);
	size_t len = strlen(name), tail = strlen(end);

	return len >= tail && strcasecmp(name + len - tail, end) == 0;
}

bool
set_has(struct input *in, size_t member, const char *sheet, const char *const *columns, size_t need)
{
	struct err ignored = {0};
	bool used = input_used(in, member);
	struct table *t = table_open(in, member, sheet, &ignored);
	size_t found = 0;

	input_set_used(in, member, used);
	if (t == NULL)
		return false;
	for (; *columns != NULL; columns++) {
		const char *const one[] = {*columns, NULL};

		found += table_column(t, one) >= 0;
	}
	table_close(t);
	return found >= need;
}

const char *
set_text(const char *s)
{
	return s[0] == '\0' || strcasecmp(s, "n/a") == 0 ? NULL : s;
}

void
set_bind_number(struct stmt *st, int pos, double value, enum why why)
{
	if (why == WHY_STATED || why == WHY_TOP_CODED || why == WHY_IMPRECISE)
		stmt_bind_num(st, pos, value);
	else
		stmt_bind_null(st, pos);
}

void
set_bind(struct stmt *st, int pos, double value, enum why why)
{
	set_bind_number(st, pos, value, why);
	stmt_bind_int(st, pos + 1, why);
}

int
set_write(struct db *db, struct stmt *st, struct err *e)
{
	return stmt_run(st, e) ? db_changes(db) > 0 : -1;
}

bool
set_put_series(struct import_run *r, const struct import_series *series, size_t n, struct err *e)
{
	for (size_t i = 0; i < n; i++)
		if (!import_put_series(r, &series[i], e))
			return false;
	return true;
}

void
set_json(struct buf *out, const char *s, size_t len)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else if (c < 0x20)
			buf_addf(out, "\\u%04x", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}
