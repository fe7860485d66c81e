#include "mistakes.h"

#include "career/base/text.h"

#include <stdarg.h>
#include <string.h>

struct yaml_place
place_of_key(const struct mistakes *m, const struct ynode *n)
{
	return (struct yaml_place){m->file, n->key_line, n->key_column};
}

struct yaml_place
place_of_value(const struct mistakes *m, const struct ynode *n)
{
	return (struct yaml_place){m->file, n->line, n->column};
}

bool
mistake(struct mistakes *m, struct yaml_place at, const char *fmt, ...)
{
	struct err e;
	va_list ap;

	va_start(ap, fmt);
	yaml_vfail(&e, at, fmt, ap);
	va_end(ap);
	if (m->n++ == 0)
		*m->e = e;
	if (m->lines != NULL)
		buf_addf(m->lines, "%s\n", e.text);
	return false;
}

bool
mistake_unknown(struct mistakes *m, struct yaml_place at, const char *what, const char *word,
    const char *const *names)
{
	struct buf all = BUF_INIT;
	const char *near;
	size_t n = 0;

	for (; names[n] != NULL; n++)
		buf_addf(&all, "%s%s", n > 0 ? ", " : "", names[n]);
	near = text_nearest(word, names, n);
	mistake(m, at, "no %s '%.40s'%s%s; they are %s", what, word,
	    near != NULL ? "; nearest: " : "", near != NULL ? near : "", all.data);
	buf_free(&all);
	return false;
}

int
word_index(const char *word, const char *const *names)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], word) == 0)
			return i;
	return -1;
}
