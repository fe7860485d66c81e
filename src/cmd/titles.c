#include "career/cmd/titles.h"

#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool
has_roles(const struct list *l)
{
	int field = field_find(l, "role");

	return field >= 0 && (l->fields[field].flags & FIELD_FACET) != 0;
}

bool
titles_load(struct titles *t, const struct list *l, struct db *db, struct err *e)
{
	struct stmt *st;
	size_t cap = 0;
	int step;

	memset(t, 0, sizeof *t);
	arena_init(&t->arena);
	if (!has_roles(l))
		return true;
	st = db_query(db, "role_titles", e);
	if (st == NULL)
		return false;
	while ((step = stmt_step(st, e)) == 1) {
		t->t = mem_reserve(t->t, &cap, t->n + 1, sizeof *t->t);
		t->t[t->n++] = (struct title){arena_dup(&t->arena, stmt_str(st, 0)),
		    arena_dup(&t->arena, stmt_str(st, 1)), arena_dup(&t->arena, stmt_text(st, 2))};
	}
	stmt_reset(st);
	return step == 0;
}

void
titles_free(struct titles *t)
{
	free(t->t);
	arena_free(&t->arena);
	memset(t, 0, sizeof *t);
}

static int
compare_slugs(const void *slug, const void *title)
{
	return strcmp(slug, ((const struct title *)title)->slug);
}

const char *
titles_find(const struct titles *t, const char *slug, int cells)
{
	const struct title *found =
	    t->n > 0 ? bsearch(slug, t->t, t->n, sizeof *t->t, compare_slugs) : NULL;

	if (found == NULL)
		return NULL;
	return found->brief != NULL && text_width(found->title) > cells
		&& text_width(found->brief) <= cells
	    ? found->brief
	    : found->title;
}
