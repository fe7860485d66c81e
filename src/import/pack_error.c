/*
 * pack_error.c - what is wrong with a pack, one line each.
 */
#include "career/base/text.h"
#include "pack_values.h"

#include <stdarg.h>

/* A message is one line, whatever the pack's text holds. */
static void
end_line(struct buf *b, size_t from)
{
	for (size_t i = from; i < b->len; i++)
		if (b->data[i] == '\n' || b->data[i] == '\r')
			b->data[i] = ' ';
	buf_addc(b, '\n');
}

__attribute__((format(printf, 4, 0))) static void
add_error(
    struct pack_set *set, const char *file, const struct ynode *at, const char *fmt, va_list ap)
{
	size_t from = set->errors.len;

	if (set->nerrors++ >= PACK_ERRORS)
		return;
	buf_addf(&set->errors, "%s:%u:%u: ", file, at != NULL ? at->line : 1,
	    at != NULL ? at->column : 1);
	buf_addv(&set->errors, fmt, ap);
	end_line(&set->errors, from);
}

void
pack_error(
    struct pack_set *set, const struct pack_row *row, const struct ynode *at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_error(set, row->file, at != NULL ? at : row->node, fmt, ap);
	va_end(ap);
}

void
pack_file_error(
    struct pack_set *set, const char *file, const struct ynode *at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add_error(set, file, at, fmt, ap);
	va_end(ap);
}

const char *
pack_nearest(const struct pack_set *set, const char *s, const char *const *names, size_t n)
{
	return set->nerrors < PACK_ERRORS ? text_nearest(s, names, n) : NULL;
}

void
pack_form_error(struct pack_set *set, const struct err *e)
{
	size_t from = set->errors.len;

	if (set->nerrors++ >= PACK_ERRORS)
		return;
	buf_adds(&set->errors, e->text);
	end_line(&set->errors, from);
}
