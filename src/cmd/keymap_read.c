/*
 * keymap_read.c - keymaps from YAML: the built-in one and the person's.
 */
#include "keymap_row.h"

#include "career/base/embedded.h"
#include "career/base/file.h"

#include <string.h>

const char *const keymap_presets[] = {"default", "vi", "emacs", NULL};

/* --- one file -------------------------------------------------------------------------------- */

static void
read_context(struct reading *r, const struct ynode *map)
{
	struct buf why = BUF_INIT;
	unsigned where;

	if (!context_parse(map->key, &where, &why))
		mistake(&r->m, place_of_key(&r->m, map), "%s", why.data);
	else if (map->kind == Y_MAP)
		for (const struct ynode *n = map->child; n != NULL; n = n->next)
			keymap_read_row(r, where, n);
	else if (!ynode_is_null(map))
		mistake(&r->m, place_of_value(&r->m, map),
		    "keys were expected, one `key: command` a line");
	buf_free(&why);
}

static void
read_keys(struct reading *r, const struct ynode *map)
{
	if (map->kind == Y_MAP && map->count > 0)
		for (const struct ynode *n = map->child; n != NULL; n = n->next)
			read_context(r, n);
	else if (map->kind != Y_MAP && !ynode_is_null(map))
		mistake(&r->m, place_of_value(&r->m, map),
		    "contexts were expected, each with its keys: `list:`, `page on roles:`");
}

/* The preset of that name, NULL when there is none. */
static const char *
known_preset(const char *name)
{
	int i = name != NULL ? word_index(name, keymap_presets) : -1;

	return i >= 0 ? keymap_presets[i] : NULL;
}

static const char *
read_preset(struct reading *r, const struct ynode *n)
{
	const char *name = n->kind == Y_SCALAR ? n->text : "";

	if (known_preset(name) == NULL)
		mistake_unknown(&r->m, place_of_value(&r->m, n), "preset", name, keymap_presets);
	return known_preset(name);
}

/* The person's file but its keys: *keys is where they stand, NULL when there are none. */
static const char *
read_own(struct reading *r, const struct ynode *root, const struct ynode **keys)
{
	static const char *const names[] = {"preset", "keys", NULL};
	const char *preset = NULL;

	*keys = NULL;
	if (root == NULL || ynode_is_null(root))
		return NULL;
	if (root->kind != Y_MAP)
		mistake(&r->m, place_of_value(&r->m, root), "`preset:` or `keys:` was expected");
	for (const struct ynode *n = root->kind == Y_MAP ? root->child : NULL; n != NULL;
	     n = n->next) {
		if (strcmp(n->key, "preset") == 0)
			preset = read_preset(r, n);
		else if (strcmp(n->key, "keys") == 0)
			*keys = n;
		else
			mistake_unknown(&r->m, place_of_key(&r->m, n), "setting", n->key, names);
	}
	return preset;
}

/* --- hints ----------------------------------------------------------------------------------- */

/* Whether the row of a lower layer lost its key where `b` works, and nothing in front of `b` took its
 * place in the bottom line. */
static bool
lost_hint(const struct keymap *k, const struct binding *low, const struct binding *b)
{
	if (low->hint == 0 || low->command == NULL || strcmp(low->command, b->command) != 0
	    || !context_overlap(low->where, b->where)
	    || (keymap_region(k, low) & b->where & IN_PLACES) != 0)
		return false;
	for (const struct binding *other = k->all; other < b; other++)
		if (other->layer == b->layer && other->hint > 0 && other->command != NULL
		    && strcmp(other->command, b->command) == 0
		    && context_overlap(other->where, b->where))
			return false;
	return true;
}

/* A command whose key of the bottom line was taken by a higher layer keeps its place there, with the key
 * that it has now. */
static void
inherit_hints(struct keymap *k)
{
	for (size_t i = 0; i < k->n; i++) {
		struct binding *b = &k->all[i];

		if (b->layer == LAYER_DEFAULT || b->command == NULL || b->hint > 0)
			continue;
		for (size_t low = 0; low < i && k->all[low].layer < b->layer; low++)
			if (lost_hint(k, &k->all[low], b)) {
				b->hint = k->all[low].hint;
				b->label = k->all[low].label;
				break;
			}
	}
}

/* --- all layers ------------------------------------------------------------------------------ */

static void
init(struct keymap *k)
{
	memset(k, 0, sizeof *k);
	arena_init(&k->arena);
	k->preset = keymap_presets[0];
}

/* A mistake in the built-in file cannot come from outside: tests find it. */
static bool
read_built_in(struct yaml_doc *doc, struct err *e)
{
	const char *text = embedded_text(KEYMAP_BUILT_IN);

	if (text == NULL)
		text = "";
	return yaml_read_bytes(doc, KEYMAP_BUILT_IN, text, strlen(text), &yaml_limits_config, e);
}

static const struct ynode *
preset_part(const struct yaml_doc *doc, const char *preset, const char *part)
{
	const struct ynode *all = doc->root != NULL ? ynode_get(doc->root, "presets") : NULL;
	const struct ynode *one = all != NULL ? ynode_get(all, preset) : NULL;

	return one != NULL ? ynode_get(one, part) : NULL;
}

static bool
add_preset(struct keymap *k, const struct yaml_doc *doc, const char *preset, struct buf *lines,
    struct err *e)
{
	struct reading r = {.k = k,
	    .layer = strcmp(preset, keymap_presets[0]) == 0 ? LAYER_DEFAULT : LAYER_PRESET,
	    .m = {.file = KEYMAP_BUILT_IN, .lines = lines, .e = e}};
	const struct ynode *keys = preset_part(doc, preset, "keys");

	if (keys == NULL)
		return err_set(e, ERR_DATA, "%s: no keys of preset %s", KEYMAP_BUILT_IN, preset);
	read_keys(&r, keys);
	return r.m.n == 0;
}

static bool
add_built_in(struct keymap *k, const char *preset, struct buf *lines, struct err *e)
{
	struct yaml_doc doc;
	bool ok = read_built_in(&doc, e) && add_preset(k, &doc, keymap_presets[0], lines, e);

	if (known_preset(preset) != NULL)
		k->preset = known_preset(preset);
	if (ok && strcmp(k->preset, keymap_presets[0]) != 0)
		ok = add_preset(k, &doc, k->preset, lines, e);
	yaml_doc_free(&doc);
	return ok;
}

static const char *
file_name(const struct keymap_want *want)
{
	return want->name != NULL ? want->name : want->file;
}

/* The preset comes from the file, so the file is read first and its keys last. */
static bool
add_all(struct keymap *k, const struct keymap_want *want, const struct yaml_doc *own, struct err *e)
{
	struct reading r = {.k = k,
	    .layer = LAYER_OWN,
	    .m = {.file = file_name(want), .lines = want->lines, .e = e}};
	const struct ynode *keys;
	const char *preset = read_own(&r, own->root, &keys);
	size_t first;

	if (want->said != NULL || preset == NULL)
		preset = want->said != NULL ? want->said : want->set;
	if (!add_built_in(k, preset, want->lines, e))
		return false;
	first = k->n;
	if (keys != NULL)
		read_keys(&r, keys);
	if (r.m.n == 0 && k->n - first > KEYMAP_OWN_ROWS)
		mistake(&r.m, place_of_key(&r.m, keys), "more than %d keys", KEYMAP_OWN_ROWS);
	return r.m.n == 0;
}

/* `lines` as in struct keymap_want. */
static bool
load_without(struct keymap *k, const struct keymap_want *want, struct buf *lines, struct err *e)
{
	bool ok;

	init(k);
	ok = add_built_in(k, want->said != NULL ? want->said : want->set, lines, e);
	inherit_hints(k);
	return ok;
}

bool
keymap_load_bytes(
    struct keymap *k, const struct keymap_want *want, const char *bytes, size_t len, struct err *e)
{
	struct yaml_doc doc;
	struct err ignored;
	bool read, ok;

	init(k);
	read = yaml_read_bytes(&doc, file_name(want), bytes, len, &yaml_limits_config, e);
	if (!read && want->lines != NULL)
		buf_addf(want->lines, "%s\n", e->text);
	ok = read && add_all(k, want, &doc, e);
	yaml_doc_free(&doc);
	if (!ok) {
		keymap_free(k);
		load_without(k, want, NULL, &ignored);
		return false;
	}
	k->file = arena_dup(&k->arena, file_name(want));
	inherit_hints(k);
	return true;
}

bool
keymap_load(struct keymap *k, const struct keymap_want *want, struct err *e)
{
	struct buf bytes = BUF_INIT;
	struct err ignored;
	bool ok = false;

	if (want->file == NULL)
		return load_without(k, want, want->lines, e);
	if (file_read(want->file, yaml_limits_config.bytes, &bytes, e)) {
		ok = keymap_load_bytes(k, want, bytes.data, bytes.len, e);
	} else {
		if (want->lines != NULL)
			buf_addf(want->lines, "%s\n", e->text);
		load_without(k, want, NULL, &ignored);
	}
	buf_free(&bytes);
	return ok;
}

void
keymap_about(const char *preset, struct buf *out)
{
	struct yaml_doc doc;
	struct err e;
	const struct ynode *about = NULL;

	if (read_built_in(&doc, &e))
		about = preset_part(&doc, preset, "about");
	if (about != NULL && about->kind == Y_SCALAR)
		buf_adds(out, about->text);
	yaml_doc_free(&doc);
}
