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

enum { ERRORS_KEPT = 200 };

void
pack_error_at(struct pack_set *set, const char *file, const struct ynode *at, const char *fmt,
    va_list ap)
{
	if (++set->nerrors > ERRORS_KEPT)
		return;
	buf_addf(&set->errors, "%s:%u:%u: ", file, at != NULL ? at->line : 1,
	    at != NULL ? at->column : 1);
	buf_addv(&set->errors, fmt, ap);
	buf_addc(&set->errors, '\n');
}

void
pack_error(struct pack_set *set, const struct pack_row *row, const struct ynode *at,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	pack_error_at(set, row->file, at != NULL ? at : row->node, fmt, ap);
	va_end(ap);
}

/* An error before any row is there. */
__attribute__((format(printf, 4, 5))) static void
file_error(struct pack_set *set, const char *file, const struct ynode *at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	pack_error_at(set, file, at, fmt, ap);
	va_end(ap);
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
	struct ynode at = *child;

	for (size_t i = 0; i < sec->nfields; i++)
		names[i] = sec->fields[i].name;
	near = text_nearest(child->key, names, sec->nfields);
	at.line = child->key_line;
	at.column = child->key_column;
	if (near != NULL)
		pack_error(set, row, &at, "unknown key '%s' in %s; nearest known key: %s", child->key,
		    sec->name, near);
	else
		pack_error(set, row, &at, "unknown key '%s' in %s; see man career-pack", child->key,
		    sec->name);
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
		pack_error(set, row, node, "an entry of %s wants keys and values, such as '%s: ...'",
		    sec->name, sec->fields[0].name);
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
	struct ynode at = *n;

	for (size_t i = 0; i < SEC_COUNT; i++)
		if (pack_sections[i].parent == SEC_COUNT)
			names[count++] = pack_sections[i].name;
	near = text_nearest(n->key, names, count);
	at.line = n->key_line;
	at.column = n->key_column;
	file_error(set, file, &at, "unknown section '%s'; %s%s", n->key,
	    near != NULL ? "nearest known section: " : "see man career-pack",
	    near != NULL ? near : "");
}

static void
read_section(struct pack_set *set, const char *file, const struct ynode *n)
{
	for (size_t i = 0; i < SEC_COUNT; i++) {
		if (pack_sections[i].parent != SEC_COUNT || strcmp(pack_sections[i].name, n->key) != 0)
			continue;
		if (i == SEC_PACK) {
			row_new(set, SEC_PACK, file, n, NULL);
		} else if (n->kind == Y_LIST) {
			for (const struct ynode *c = n->child; c != NULL; c = c->next)
				row_new(set, (enum pack_section_id)i, file, c, NULL);
		} else if (!ynode_is_null(n)) {
			file_error(set, file, n, "section '%s' wants a list of entries ('- ...')", n->key);
		}
		return;
	}
	unknown_section(set, file, n);
}

static void
read_file(struct pack_set *set, const char *path)
{
	struct yaml_doc *doc;
	struct err e = { 0 };

	set->docs = mem_reserve(set->docs, &set->docs_cap, set->ndocs + 1, sizeof *set->docs);
	doc = &set->docs[set->ndocs++];
	if (!yaml_read_file(doc, path, &yaml_limits_pack, &e)) {
		set->nerrors++;
		buf_addf(&set->errors, "%s\n", e.text);
		return;
	}
	if (doc->root == NULL)
		return;
	if (doc->root->kind != Y_MAP) {
		file_error(set, arena_dup(&set->arena, path), doc->root,
		    "a pack file wants sections, such as 'roles:'");
		return;
	}
	for (const struct ynode *n = doc->root->child; n != NULL; n = n->next)
		read_section(set, arena_dup(&set->arena, path), n);
}

static bool
read_pack(struct pack_set *set, const char *dir, struct err *e)
{
	char **names;
	size_t n;
	const char *base;
	char *trimmed = mem_dup(dir);
	size_t len = strlen(trimmed);

	while (len > 1 && trimmed[len - 1] == '/')
		trimmed[--len] = '\0';
	base = strrchr(trimmed, '/');
	set->packs[set->npacks++] = arena_dup(&set->arena, base != NULL ? base + 1 : trimmed);
	if (!file_list(trimmed, ".yaml", &names, &n, e)) {
		free(trimmed);
		return false;
	}
	if (n == 0)
		err_set(e, ERR_DATA, "%s: no *.yaml files: not a data pack", trimmed);
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(trimmed, names[i]);

		read_file(set, path);
		free(path);
	}
	file_list_free(names, n);
	free(trimmed);
	return n > 0;
}

static void
check_one_pack_entry(struct pack_set *set)
{
	for (size_t p = 0; p < set->npacks; p++) {
		size_t found = 0;

		for (size_t i = 0; i < set->rows[SEC_PACK].n; i++)
			found += set->rows[SEC_PACK].row[i]->pack == p;
		if (found != 1 && set->packs[p][0] != '\0') {
			set->nerrors++;
			buf_addf(&set->errors, "pack '%s': %zu 'pack:' sections, one was expected\n",
			    set->packs[p], found);
		}
	}
}

static bool
summary(struct pack_set *set, struct err *e)
{
	if (set->nerrors == 0)
		return true;
	if (set->nerrors > ERRORS_KEPT)
		buf_addf(&set->errors, "... and %zu more\n", set->nerrors - ERRORS_KEPT);
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
	check_one_pack_entry(set);
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

static uint64_t
hash_node(uint64_t h, const struct ynode *n)
{
	for (; n != NULL; n = n->next) {
		for (const char *s = n->key; s != NULL && *s != '\0'; s++)
			h = (h ^ (unsigned char)*s) * 1099511628211u;
		for (size_t i = 0; i < n->len; i++)
			h = (h ^ (unsigned char)n->text[i]) * 1099511628211u;
		h = (h ^ (unsigned char)n->kind) * 1099511628211u;
		h = hash_node(h, n->child);
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
