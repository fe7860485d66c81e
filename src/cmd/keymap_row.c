/*
 * keymap_row.c - one row of a keymap: a key, and what it runs.
 */
#include "keymap_row.h"

#include "career/base/text.h"
#include "career/cmd/key.h"
#include "state.h"

#include <stdlib.h>
#include <string.h>

/* The key's own name, owned by the keymap; NULL when there is no such key. */
static const char *
read_key(struct reading *r, const struct ynode *n)
{
	struct buf name = BUF_INIT, safe = BUF_INIT;
	const char *found = NULL;
	struct key k;

	if (key_from_name(n->key, &k)) {
		key_to_name(&k, &name);
		text_safes(&safe, name.data, false);
		if (strcmp(name.data, safe.data) == 0)
			found = arena_dup(&r->k->arena, name.data);
	}
	if (found == NULL) {
		buf_clear(&name);
		key_nearest_name(n->key, &name);
		mistake(&r->m, place_of_key(&r->m, n),
		    "no key is called '%.40s'%s%s; `man career-keys` lists their names", n->key,
		    name.len > 0 ? "; nearest: " : "", name.data);
	}
	buf_free(&name);
	buf_free(&safe);
	return found;
}

/* "none" gives *command NULL. */
static bool
read_command(struct reading *r, const struct ynode *n, const char **command)
{
	struct yaml_place at = place_of_value(&r->m, n);
	const struct command *c;
	const char *near;
	char *name;
	size_t len;

	if (n->kind != Y_SCALAR || ynode_is_null(n) || n->len == 0 || strlen(n->text) != n->len)
		return mistake(&r->m, at, "a command was expected, or none");
	*command = NULL;
	if (strcmp(n->text, "none") == 0)
		return true;
	len = strcspn(n->text, " ");
	name = arena_ndup(&r->k->arena, n->text, len);
	c = command_find(name);
	if (c == NULL) {
		near = command_nearest(name);
		return mistake(&r->m, at, "no command '%.40s'%s%s", name,
		    near != NULL ? "; nearest: " : "", near != NULL ? near : "");
	}
	if (n->text[len] != '\0' && c->arg == NULL)
		return mistake(&r->m, at, "nothing can stand behind %s", c->name);
	if (n->text[len] == '\0' && c->arg != NULL && c->arg[0] != '[')
		return mistake(&r->m, at, "%s wants %s behind it: %s", c->name, c->arg, c->help);
	*command = arena_dup(&r->k->arena, n->text);
	return true;
}

static bool
read_hint(struct reading *r, const struct ynode *n, struct binding *b)
{
	char *end;
	long order = n->kind == Y_SCALAR ? strtol(n->text, &end, 10) : 0;

	if (order < 1 || order > 999 || *end != '\0')
		return mistake(&r->m, place_of_value(&r->m, n),
		    "hint: a number from 1 to 999 was expected; lower ones stand first");
	b->hint = (int)order;
	return true;
}

static bool
read_label(struct reading *r, const struct ynode *n, struct binding *b)
{
	struct buf safe = BUF_INIT;

	if (n->kind == Y_SCALAR)
		text_safe(&safe, n->text, n->len, false);
	if (safe.len > 0)
		b->label = arena_dup(&r->k->arena, safe.data);
	buf_free(&safe);
	return b->label != NULL
	    || mistake(&r->m, place_of_value(&r->m, n), "label: a short word was expected");
}

/* {run: open, hint: 10, label: open} */
static bool
read_parts(struct reading *r, const struct ynode *map, struct binding *b)
{
	static const char *const parts[] = {"run", "hint", "label", NULL};
	const struct ynode *run = ynode_get(map, "run");
	bool ok = run != NULL
	    || mistake(
		&r->m, place_of_value(&r->m, map), "run: COMMAND was expected between the braces");

	if (run != NULL)
		ok = read_command(r, run, &b->command);
	for (const struct ynode *n = map->child; n != NULL; n = n->next) {
		if (strcmp(n->key, "hint") == 0)
			ok = read_hint(r, n, b) && ok;
		else if (strcmp(n->key, "label") == 0)
			ok = read_label(r, n, b) && ok;
		else if (n != run)
			ok = mistake_unknown(
			    &r->m, place_of_key(&r->m, n), "part of a key", n->key, parts);
	}
	if (ok && (b->hint > 0) != (b->label != NULL))
		ok = mistake(&r->m, place_of_value(&r->m, map), "hint and label go together");
	if (ok && b->hint > 0 && b->command == NULL)
		ok = mistake(&r->m, place_of_value(&r->m, map), "what runs none has no hint");
	return ok;
}

static bool
is_fixed(const char *key)
{
	static const char *const keys[] = {
	    "Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End", "Esc", "^C", "^L", "^Z"};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

/* What a fixed key does in the lowest layer where the row would hold, and the row would not do; else
 * NULL. The rows of the layer itself are looked at one by one, so only that layer is asked. */
static const struct binding *
taken_away(const struct keymap *k, const struct binding *b)
{
	for (size_t i = 0; i < k->n && k->all[i].layer == LAYER_DEFAULT; i++) {
		const struct binding *base = &k->all[i];

		if (strcmp(base->key, b->key) == 0 && context_overlap(base->where, b->where)
		    && base->command != NULL
		    && (b->command == NULL || strcmp(base->command, b->command) != 0))
			return base;
	}
	return NULL;
}

static bool
check_fixed(struct reading *r, const struct ynode *n, const struct binding *b)
{
	const struct binding *base;

	if (r->layer == LAYER_DEFAULT || !is_fixed(b->key))
		return true;
	base = taken_away(r->k, b);
	return base == NULL
	    || mistake(&r->m, place_of_key(&r->m, n),
		"%s always runs '%s' and cannot be taken away; give this command another key",
		b->key, base->command);
}

static void
add_row(struct reading *r, const struct binding *b)
{
	struct keymap *k = r->k;

	k->all = mem_reserve(k->all, &k->cap, k->n + 1, sizeof *k->all);
	k->all[k->n++] = *b;
}

void
keymap_read_row(struct reading *r, unsigned where, const struct ynode *n)
{
	struct binding b = {
	    .where = where,
	    .key = read_key(r, n),
	    .written = arena_dup(&r->k->arena, n->key),
	    .layer = r->layer,
	    .line = n->key_line,
	    .column = n->key_column,
	};
	bool ok = n->kind == Y_MAP ? read_parts(r, n, &b) : read_command(r, n, &b.command);

	if (ok && b.key != NULL && check_fixed(r, n, &b))
		add_row(r, &b);
}
