#include "career/base/yaml_tree.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ANCHORS 256 /* they are searched one by one */
#define MAX_SHOWN 60    /* bytes of the file's own text in a message */

/* A collection that is still open. */
struct yaml_frame {
	struct ynode *node;
	struct ynode **tail; /* where the next child hangs */
	const char *key;     /* of a map: the key whose value comes next, else NULL */
	uint32_t key_line, key_column;
};

struct yaml_anchor {
	const char *name;
	const struct ynode *node; /* a scalar, or a collection that no alias may mean */
};

void
ytree_init(struct yaml_tree *t, struct yaml_doc *doc, const struct yaml_limits *lim, struct err *e)
{
	memset(t, 0, sizeof *t);
	t->doc = doc;
	t->lim = lim;
	t->e = e;
	t->open = mem_zero(lim->depth, sizeof *t->open);
}

void
ytree_free(struct yaml_tree *t)
{
	free(t->open);
	free(t->anchors);
	memset(t, 0, sizeof *t);
}

static struct yaml_frame *
top(struct yaml_tree *t)
{
	return t->depth > 0 ? &t->open[t->depth - 1] : NULL;
}

/* True when the next node is the key of a map. */
static bool
wants_key(struct yaml_tree *t)
{
	const struct yaml_frame *f = top(t);

	return f && f->node->kind == Y_MAP && !f->key;
}

/* A new node in its place in the tree; NULL when there are too many. */
static struct ynode *
node_add(struct yaml_tree *t, enum ynode_kind kind, struct yaml_place at)
{
	struct yaml_frame *f = top(t);
	struct ynode *n;

	if (++t->nodes > t->lim->nodes) {
		yaml_fail(t->e, at, "more than %zu values in one file; split it", t->lim->nodes);
		return NULL;
	}
	n = arena_alloc(&t->doc->arena, sizeof *n);
	n->kind = kind;
	n->line = (uint32_t)at.line;
	n->column = (uint32_t)at.column;
	if (!f) {
		t->doc->root = n;
		return n;
	}
	n->key = f->key;
	n->key_line = f->key_line;
	n->key_column = f->key_column;
	f->key = NULL;
	*f->tail = n;
	f->tail = &n->next;
	f->node->count++;
	return n;
}

static struct yaml_anchor *
anchor_find(struct yaml_tree *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->n_anchors; i++)
		if (strcmp(t->anchors[i].name, name) == 0)
			return &t->anchors[i];
	return NULL;
}

/* Later anchors of a name replace earlier ones. */
static bool
anchor_add(struct yaml_tree *t, const char *name, const struct ynode *node, struct yaml_place at)
{
	struct yaml_anchor *a;

	if (!name)
		return true;
	a = anchor_find(t, name);
	if (!a) {
		if (t->n_anchors == MAX_ANCHORS)
			return yaml_fail(t->e, at, "more than %d anchors in one file", MAX_ANCHORS);
		t->anchors =
		    mem_reserve(t->anchors, &t->cap_anchors, t->n_anchors + 1, sizeof *t->anchors);
		a = &t->anchors[t->n_anchors++];
		a->name = arena_dup(&t->doc->arena, name);
	}
	a->node = node;
	return true;
}

/* Only where wants_key() holds. */
static bool
key_set(struct yaml_tree *t, const struct ynode *n, struct yaml_place at)
{
	struct yaml_frame *f = &t->open[t->depth - 1];

	if (memchr(n->text, '\0', n->len))
		return yaml_fail(t->e, at, "a key holds a NUL; a name was expected");
	f->key = n->text;
	f->key_line = (uint32_t)at.line;
	f->key_column = (uint32_t)at.column;
	return true;
}

/* A key with an anchor becomes a node outside the tree, for aliases to find. */
static bool
key_anchor(struct yaml_tree *t, const struct ynode *n, const char *anchor, struct yaml_place at)
{
	struct ynode *copy;

	if (!anchor)
		return true;
	copy = arena_alloc(&t->doc->arena, sizeof *copy);
	*copy = *n;
	return anchor_add(t, anchor, copy, at);
}

bool
ytree_scalar(struct yaml_tree *t, const struct ynode *n, const char *anchor, struct yaml_place at)
{
	struct ynode *added;

	if (wants_key(t))
		return key_anchor(t, n, anchor, at) && key_set(t, n, at);
	added = node_add(t, Y_SCALAR, at);
	if (!added)
		return false;
	added->text = n->text;
	added->len = n->len;
	added->quoted = n->quoted;
	return anchor_add(t, anchor, added, at);
}

bool
ytree_alias(struct yaml_tree *t, const char *anchor, struct yaml_place at)
{
	const struct yaml_anchor *a = anchor_find(t, anchor);

	if (!a)
		return yaml_fail(t->e, at,
		    "alias *%.*s has no anchor before it; &%.*s was expected above", MAX_SHOWN,
		    anchor, MAX_SHOWN, anchor);
	if (a->node->kind != Y_SCALAR)
		return yaml_fail(t->e, at,
		    "alias *%.*s means a list or a map; only a single value can be repeated, write it out",
		    MAX_SHOWN, anchor);
	return ytree_scalar(t, a->node, NULL, at);
}

bool
ytree_open(struct yaml_tree *t, enum ynode_kind kind, const char *anchor, struct yaml_place at)
{
	struct yaml_frame *f;
	struct ynode *n;

	if (wants_key(t))
		return yaml_fail(t->e, at,
		    "a list or a map as a key; a name was expected (quote text that starts with '[' or '{')");
	if (t->depth >= t->lim->depth)
		return yaml_fail(
		    t->e, at, "nested deeper than the %u levels allowed", t->lim->depth);
	n = node_add(t, kind, at);
	if (!n)
		return false;
	f = &t->open[t->depth++];
	memset(f, 0, sizeof *f);
	f->node = n;
	f->tail = &n->child;
	return anchor_add(t, anchor, n, at);
}

static bool
is_before(const struct ynode *a, const struct ynode *b)
{
	return a->key_line != b->key_line ? a->key_line < b->key_line
					  : a->key_column < b->key_column;
}

/* By key, then by place in the file. */
static int
by_key(const void *a, const void *b)
{
	const struct ynode *x = *(const struct ynode *const *)a,
			   *y = *(const struct ynode *const *)b;
	int order = strcmp(x->key, y->key);

	return order != 0 ? order : is_before(y, x) - is_before(x, y);
}

/* The first key in the file that its map has already, else NULL; *first is the earlier one. Sorting
 * keeps this n log n whatever the keys are. */
static const struct ynode *
key_twice(const struct ynode *map, const struct ynode **first)
{
	const struct ynode **all = mem_zero(map->count, sizeof *all), *n, *twice = NULL;
	uint32_t i = 0;

	for (n = map->child; n; n = n->next)
		all[i++] = n;
	qsort(all, map->count, sizeof *all, by_key);
	for (i = 1; i < map->count; i++) {
		if (strcmp(all[i - 1]->key, all[i]->key) != 0
		    || (twice && !is_before(all[i], twice)))
			continue;
		twice = all[i];
		*first = all[i - 1];
	}
	free(all);
	return twice;
}

bool
ytree_close(struct yaml_tree *t)
{
	const struct ynode *map = t->open[--t->depth].node, *first = NULL, *twice;
	struct yaml_place at = {t->doc->name, 0, 0};

	if (map->kind != Y_MAP || map->count < 2)
		return true;
	twice = key_twice(map, &first);
	if (!twice)
		return true;
	at.line = twice->key_line;
	at.column = twice->key_column;
	return yaml_fail(t->e, at,
	    "key '%.*s' stands in this map already, in line %u; each key once was expected",
	    MAX_SHOWN, twice->key, (unsigned)first->key_line);
}
