/*
 * pack.c - reading packs: files to rows by the section table, then keys and references.
 */
#include "career/import/pack.h"

#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "pack_values.h"

#include <stdlib.h>
#include <string.h>

/* The place of a node's key. */
static struct ynode
key_of(const struct ynode *n)
{
	struct ynode at = *n;

	at.line = n->key_line;
	at.column = n->key_column;
	return at;
}

static int
field_index(const struct pack_section *sec, const char *name)
{
	for (size_t i = 0; i < sec->nfields; i++)
		if (strcmp(sec->fields[i].name, name) == 0)
			return (int)i;
	return -1;
}

static void
unknown_key(struct pack_set *set, const struct pack_row *row, const struct ynode *child)
{
	const struct pack_section *sec = &pack_sections[row->section];
	const char *names[64];
	const char *near;
	struct ynode at = key_of(child);

	for (size_t i = 0; i < sec->nfields; i++)
		names[i] = sec->fields[i].name;
	near = pack_nearest(set, child->key, names, sec->nfields);
	pack_error(set, row, &at, "unknown key '%.80s' in %s; %s%s", child->key, sec->name,
	    near != NULL ? "nearest known key: " : "see man career-pack", near != NULL ? near : "");
}

static struct pack_row *row_new(struct pack_set *set, enum pack_section_id id, const char *file,
    const struct ynode *node, struct pack_row *parent);

static void
read_children(struct pack_set *set, struct pack_row *row, size_t field, const struct ynode *list)
{
	const struct pack_field *f = &pack_sections[row->section].fields[field];

	row->v[field].node = list;
	if (list->kind != Y_LIST) {
		pack_error(set, row, list, "'%s' wants a list of entries", f->name);
		return;
	}
	for (const struct ynode *n = list->child; n != NULL; n = n->next)
		row_new(set, f->target, row->file, n, row);
}

static void
read_fields(struct pack_set *set, struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];

	for (const struct ynode *n = row->node->child; n != NULL; n = n->next) {
		int i = field_index(sec, n->key);

		if (i < 0)
			unknown_key(set, row, n);
		else if (sec->fields[i].type == PACK_CHILD)
			read_children(set, row, (size_t)i, n);
		else
			pack_value_read(set, row, (size_t)i, n);
	}
	for (size_t i = 0; i < sec->nfields; i++)
		if ((sec->fields[i].flags & PACK_REQUIRED) != 0 && row->v[i].node == NULL)
			pack_error(set, row, NULL, "%s entry without '%s' (%s)", sec->name,
			    sec->fields[i].name, sec->fields[i].help);
}

/* The entry's key: its own, or made from the field the table names. */
static void
make_key(struct pack_set *set, struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];
	struct buf b = BUF_INIT;

	if (sec->key >= 0 && row->v[sec->key].text != NULL) {
		if (row->section == SEC_SOURCES)
			buf_addf(&b, "%s/", set->packs[row->pack]);
		buf_adds(&b, row->v[sec->key].text);
	} else if (sec->key_from >= 0 && row->v[sec->key_from].text != NULL) {
		text_slug(&b, row->v[sec->key_from].text);
	} else if (row->section == SEC_PROGRAMS) {
		pack_program_key(row, &b);
	}
	if (b.len > 0)
		row->key = arena_dup(&set->arena, b.data);
	buf_free(&b);
}

static struct pack_row *
row_new(struct pack_set *set, enum pack_section_id id, const char *file, const struct ynode *node,
    struct pack_row *parent)
{
	const struct pack_section *sec = &pack_sections[id];
	struct pack_rows *rows = &set->rows[id];
	struct pack_row *row = arena_alloc(&set->arena, sizeof *row);

	row->section = id;
	row->pack = set->npacks - 1;
	row->file = file;
	row->node = node;
	row->parent = parent;
	row->v = arena_alloc(&set->arena, sec->nfields * sizeof *row->v);
	if (node->kind != Y_MAP) {
		pack_error(set, row, node,
		    "an entry of %s wants keys and values, such as '%s: ...'", sec->name,
		    sec->fields[0].name);
		return NULL;
	}
	rows->row = mem_reserve(rows->row, &rows->cap, rows->n + 1, sizeof(struct pack_row *));
	rows->row[rows->n++] = row;
	read_fields(set, row);
	make_key(set, row);
	return row;
}

static void
unknown_section(struct pack_set *set, const char *file, const struct ynode *n)
{
	const char *names[SEC_COUNT];
	size_t count = 0;
	const char *near;
	struct ynode at = key_of(n);

	for (size_t i = 0; i < SEC_COUNT; i++)
		if (pack_sections[i].parent == SEC_COUNT)
			names[count++] = pack_sections[i].name;
	near = pack_nearest(set, n->key, names, count);
	pack_file_error(set, file, &at, "unknown section '%.80s'; %s%s", n->key,
	    near != NULL ? "nearest known section: " : "see man career-pack",
	    near != NULL ? near : "");
}

static void
read_section(struct pack_set *set, const char *file, const struct ynode *n)
{
	bool glossary = set->packs[set->npacks - 1][0] == '\0';
	struct ynode at = key_of(n);
	size_t i = 0;

	while (i < SEC_COUNT
	    && (pack_sections[i].parent != SEC_COUNT || strcmp(pack_sections[i].name, n->key) != 0))
		i++;
	if (i == SEC_COUNT) {
		unknown_section(set, file, n);
	} else if (glossary && i != SEC_TERMS) {
		pack_file_error(set, file, &at,
		    "a glossary holds 'terms' only; '%s' belongs in a pack", n->key);
	} else if (i == SEC_PACK) {
		row_new(set, SEC_PACK, file, n, NULL);
	} else if (n->kind == Y_LIST) {
		for (const struct ynode *c = n->child; c != NULL; c = c->next)
			row_new(set, (enum pack_section_id)i, file, c, NULL);
	} else if (!ynode_is_null(n)) {
		pack_file_error(
		    set, file, n, "section '%s' wants a list of entries ('- ...')", n->key);
	}
}

/* The file's tree; NULL, with the error said, when it cannot be read. */
static const struct yaml_doc *
read_doc(struct pack_set *set, const char *file)
{
	struct buf bytes = BUF_INIT;
	struct yaml_doc *doc = NULL;
	struct err e = {0};
	bool ok = false;

	if (!file_read(file, yaml_limits_pack.bytes, &bytes, &e)) {
		pack_file_error(set, file, NULL, "%s", e.text);
	} else {
		set->docs =
		    mem_reserve(set->docs, &set->docs_cap, set->ndocs + 1, sizeof *set->docs);
		doc = &set->docs[set->ndocs++];
		ok = yaml_read_bytes(doc, file, bytes.data, bytes.len, &yaml_limits_pack, &e);
		if (!ok)
			pack_form_error(set, &e);
	}
	buf_free(&bytes);
	set->unread = set->unread || !ok;
	return ok ? doc : NULL;
}

static void
read_file(struct pack_set *set, const char *path)
{
	const char *file = arena_dup(&set->arena, path);
	const struct yaml_doc *doc = read_doc(set, file);

	if (doc == NULL || doc->root == NULL)
		return;
	if (doc->root->kind != Y_MAP) {
		set->unread = true;
		pack_file_error(
		    set, file, doc->root, "a pack file wants sections, such as 'roles:'");
		return;
	}
	for (const struct ynode *n = doc->root->child; n != NULL; n = n->next)
		read_section(set, file, n);
}

/* The folder's own name; that of "." and ".." is looked up. */
static const char *
pack_name(struct pack_set *set, const char *dir)
{
	const char *slash = strrchr(dir, '/');
	const char *base = slash != NULL && slash[1] != '\0' ? slash + 1 : dir;
	const char *name;
	char *real = NULL;

	if (strcmp(base, ".") == 0 || strcmp(base, "..") == 0)
		real = realpath(dir, NULL);
	if (real != NULL)
		base = strrchr(real, '/') + 1;
	name = arena_dup(&set->arena, base);
	free(real);
	return name;
}

/* Every pack says what it is; a second 'pack:' has the same key or another name than the folder. */
static void
check_pack_entry(struct pack_set *set, const char *dir)
{
	const struct pack_rows *rows = &set->rows[SEC_PACK];
	char *path;

	if (set->unread || (rows->n > 0 && rows->row[rows->n - 1]->pack == set->npacks - 1))
		return;
	path = path_join(dir, "pack.yaml");
	pack_file_error(set, path, NULL, "no section 'pack:' with the pack's name and title");
	free(path);
}

static bool
read_files(struct pack_set *set, const char *dir, struct err *e)
{
	char **names;
	size_t n;

	if (!file_list(dir, ".yaml", &names, &n, e))
		return false;
	if (n == 0)
		err_set(e, ERR_DATA, "%s: no *.yaml files: not a data pack", dir);
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(dir, names[i]);

		read_file(set, path);
		free(path);
	}
	if (n > 0)
		check_pack_entry(set, dir);
	file_list_free(names, n);
	return n > 0;
}

static bool
read_pack(struct pack_set *set, const char *dir, struct err *e)
{
	char *trimmed = mem_dup(dir);
	size_t len = strlen(trimmed);
	bool ok;

	while (len > 1 && trimmed[len - 1] == '/')
		trimmed[--len] = '\0';
	set->packs[set->npacks++] = pack_name(set, trimmed);
	ok = read_files(set, trimmed, e);
	free(trimmed);
	return ok;
}

static bool
summary(struct pack_set *set, struct err *e)
{
	if (set->nerrors == 0)
		return true;
	if (set->nerrors > PACK_ERRORS)
		buf_addf(&set->errors, "... and %zu more\n", set->nerrors - PACK_ERRORS);
	return err_set(e, ERR_DATA, "%zu error%s in the data packs", set->nerrors,
	    set->nerrors == 1 ? "" : "s");
}

bool
pack_read(struct pack_set *set, const char *const *dirs, size_t n, const char *extra, struct err *e)
{
	memset(set, 0, sizeof *set);
	arena_init(&set->arena);
	buf_init(&set->errors);
	set->packs = mem_zero(n + 1, sizeof *set->packs);
	for (size_t i = 0; i < n; i++)
		if (!read_pack(set, dirs[i], e))
			return false;
	if (extra != NULL) {
		set->packs[set->npacks++] = "";
		read_file(set, extra);
	}
	pack_resolve(set);
	return summary(set, e);
}

void
pack_free(struct pack_set *set)
{
	for (size_t i = 0; i < set->ndocs; i++)
		yaml_doc_free(&set->docs[i]);
	for (size_t i = 0; i < SEC_COUNT; i++)
		free(set->rows[i].row);
	pack_index_free(set);
	free(set->docs);
	free(set->packs);
	buf_free(&set->errors);
	arena_free(&set->arena);
}

/* Texts end in a zero, so that they cannot run into one another. */
static uint64_t
hash_bytes(uint64_t h, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)bytes[i]) * 1099511628211u;
	return h * 1099511628211u;
}

static uint64_t
hash_node(uint64_t h, const struct ynode *n)
{
	for (; n != NULL; n = n->next) {
		if (n->key != NULL)
			h = hash_bytes(h, n->key, strlen(n->key));
		h = hash_bytes(h, n->text, n->len);
		h = (h ^ (unsigned)n->kind) * 1099511628211u;
		h = hash_node(h, n->child);
		h = (h ^ 0xff) * 1099511628211u;
	}
	return h;
}

uint64_t
pack_hash(const struct pack_set *set)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < set->ndocs; i++)
		h = hash_node(h, set->docs[i].root);
	return h;
}
