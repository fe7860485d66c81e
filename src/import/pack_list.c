/*
 * pack_list.c - values that are lists of texts.
 */
#include "pack_values.h"

#include <stdlib.h>
#include <string.h>

bool
pack_is_text(const struct ynode *n)
{
	return n->kind == Y_SCALAR && !ynode_is_null(n) && strspn(n->text, " \t\r\n") < n->len
	    && memchr(n->text, '\0', n->len) == NULL;
}

/* A JSON string. */
static void
add_json(struct buf *out, const struct ynode *n)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < n->len; i++) {
		unsigned char c = (unsigned char)n->text[i];

		if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else if (c < 0x20)
			buf_addf(out, "\\u%04x", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

/* The value's text: a JSON array of what its list holds. */
static void
set_list(struct pack_set *set, struct pack_value *v)
{
	struct buf b = BUF_INIT;

	buf_addc(&b, '[');
	for (const struct ynode *n = v->node->child; n != NULL; n = n->next) {
		if (n != v->node->child)
			buf_addc(&b, ',');
		add_json(&b, n);
	}
	buf_addc(&b, ']');
	v->text = arena_dup(&set->arena, b.data);
	buf_free(&b);
}

void
pack_list_read(
    struct pack_set *set, struct pack_row *row, const struct pack_field *f, struct pack_value *v)
{
	if (v->node->kind != Y_LIST) {
		pack_error(set, row, v->node, "'%s' wants a list of texts: [a, b]", f->name);
		return;
	}
	for (const struct ynode *n = v->node->child; n != NULL; n = n->next)
		if (!pack_is_text(n)) {
			pack_error(set, row, n, "'%s' wants a list of non-empty texts", f->name);
			return;
		}
	if ((f->flags & PACK_REQUIRED) != 0 && v->node->child == NULL)
		pack_error(
		    set, row, v->node, "'%s' is empty; at least one text was expected", f->name);
	set_list(set, v);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Appends a copy of an entry to a list that is being made. */
static void
list_add(struct pack_set *set, struct ynode *list, struct ynode ***tail, const struct ynode *n)
{
	struct ynode *copy = arena_alloc(&set->arena, sizeof *copy);

	*copy = *n;
	copy->next = NULL;
	**tail = copy;
	*tail = &copy->next;
	list->count++;
}

void
pack_list_join(struct pack_set *set, struct pack_value *v, const struct pack_value *more)
{
	struct ynode *list = arena_alloc(&set->arena, sizeof *list), **tail = &list->child;
	const char **have = mem_zero(v->node->count + 1, sizeof *have);
	size_t n = 0;

	list->kind = Y_LIST;
	for (const struct ynode *c = v->node->child; c != NULL; c = c->next) {
		have[n++] = c->text;
		list_add(set, list, &tail, c);
	}
	qsort(have, n, sizeof *have, by_text);
	for (const struct ynode *c = more->node->child; c != NULL; c = c->next)
		if (bsearch(&c->text, have, n, sizeof *have, by_text) == NULL)
			list_add(set, list, &tail, c);
	free(have);
	v->node = list;
	set_list(set, v);
}
