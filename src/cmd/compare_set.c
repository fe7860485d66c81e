/* compare_set.c - what the person compares. */
#include "career/cmd/compare_set.h"

#include <stdlib.h>
#include <string.h>

void
compare_set_init(struct compare_set *s)
{
	memset(s, 0, sizeof *s);
	s->baseline = -1;
}

void
compare_set_stale(struct compare_set *s)
{
	if (s->valid)
		compare_free(&s->made);
	s->valid = false;
}

void
compare_set_clear(struct compare_set *s)
{
	compare_set_stale(s);
	while (s->n > 0)
		free(s->key[--s->n]);
	s->baseline = -1;
}

void
compare_set_free(struct compare_set *s)
{
	compare_set_clear(s);
	compare_set_init(s);
}

size_t
compare_set_limit(enum thing kind)
{
	return kind == THING_ROLE ? COMPARE_ROLES_MAX : COMPARE_PROGRAMS_MAX;
}

const char *
compare_set_kind(enum thing kind)
{
	return kind == THING_ROLE ? "roles" : "programs";
}

int
compare_set_find(const struct compare_set *s, const char *key)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->key[i], key) == 0)
			return (int)i;
	return -1;
}

bool
compare_set_add(struct compare_set *s, enum thing kind, const char *key, struct err *e)
{
	if (s->n > 0 && s->kind != kind)
		compare_set_clear(s);
	if (compare_set_find(s, key) >= 0)
		return true;
	if (s->n >= compare_set_limit(kind))
		return err_set(e, ERR_USAGE,
		    "%zu %s are compared already, the most that fit: 3 opens them, x there drops one",
		    s->n, compare_set_kind(kind));
	compare_set_stale(s);
	s->kind = kind;
	s->key[s->n++] = mem_dup(key);
	return true;
}

void
compare_set_drop(struct compare_set *s, size_t column)
{
	if (column >= s->n)
		return;
	compare_set_stale(s);
	free(s->key[column]);
	s->n--;
	memmove(s->key + column, s->key + column + 1, (s->n - column) * sizeof *s->key);
	if (s->baseline == (int)column)
		s->baseline = -1;
	else if (s->baseline > (int)column)
		s->baseline--;
}

bool
compare_set_move(struct compare_set *s, size_t column, int by)
{
	size_t to = by < 0 ? column - 1 : column + 1;
	char *key;

	if (column >= s->n || (by < 0 && column == 0) || to >= s->n)
		return false;
	compare_set_stale(s);
	key = s->key[column];
	s->key[column] = s->key[to];
	s->key[to] = key;
	if (s->baseline == (int)column)
		s->baseline = (int)to;
	else if (s->baseline == (int)to)
		s->baseline = (int)column;
	return true;
}

void
compare_set_baseline(struct compare_set *s, size_t column)
{
	if (column < s->n)
		s->baseline = s->baseline == (int)column ? -1 : (int)column;
}

bool
compare_set_make(struct compare_set *s, struct reader *r, enum level level, struct err *e)
{
	if (s->valid && s->level == level)
		return true;
	compare_set_stale(s);
	s->valid = compare_make(&s->made, r, (const char *const *)s->key, s->n, level, e);
	s->level = level;
	return s->valid;
}

/* --- as text --------------------------------------------------------------------------------- */

/* "roles -1 0" and a line for each key. */
void
compare_set_text(const struct compare_set *s, struct buf *out)
{
	buf_addf(out, "%s %d %d", compare_set_kind(s->kind), s->baseline, s->all);
	for (size_t i = 0; i < s->n; i++)
		buf_addf(out, "\n%s", s->key[i]);
}

static bool
read_keys(struct compare_set *s, enum thing kind, const char *at)
{
	while (*at == '\n') {
		size_t len = strcspn(++at, "\n");
		char *key = mem_ndup(at, len);
		struct err e;
		bool ok = len > 0 && compare_set_add(s, kind, key, &e);

		free(key);
		if (!ok)
			return false;
		at += len;
	}
	return *at == '\0';
}

/* " 12" */
static bool
read_number(const char **at, long *n)
{
	char *end;

	if (**at != ' ')
		return false;
	*n = strtol(*at + 1, &end, 10);
	if (end == *at + 1)
		return false;
	*at = end;
	return true;
}

static bool
read_all(struct compare_set *s, const char *at)
{
	enum thing kind = strncmp(at, "roles", 5) == 0 ? THING_ROLE : THING_PROGRAM;
	long baseline, all;

	at += strcspn(at, " ");
	if (!read_number(&at, &baseline) || !read_number(&at, &all) || !read_keys(s, kind, at)
	    || baseline < -1 || baseline >= (long)s->n)
		return false;
	s->baseline = (int)baseline;
	s->all = all != 0;
	return true;
}

bool
compare_set_read(struct compare_set *s, const char *text)
{
	compare_set_clear(s);
	if (read_all(s, text))
		return true;
	compare_set_clear(s);
	return false;
}
