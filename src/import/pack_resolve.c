/*
 * pack_resolve.c - meaning over all packs of a set: keys, merges, ids, references, rules.
 */
#include "career/base/text.h"
#include "pack_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Open addressing, one table per section that has keys; at most half full. */
struct pack_index {
	struct pack_row **slot[SEC_COUNT];
	size_t size[SEC_COUNT];
};

static uint64_t
hash_text(const char *s)
{
	uint64_t h = 14695981039346656037u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

/* The slot of a key: its row, or the empty place for it. */
static struct pack_row **
index_slot(const struct pack_index *ix, enum pack_section_id sec, const char *key)
{
	size_t mask = ix->size[sec] - 1;
	size_t at = (size_t)hash_text(key) & mask;

	while (ix->slot[sec][at] != NULL && strcmp(ix->slot[sec][at]->key, key) != 0)
		at = (at + 1) & mask;
	return &ix->slot[sec][at];
}

struct pack_row *
pack_find(const struct pack_set *set, enum pack_section_id sec, const char *pack, const char *key)
{
	char full[512];

	if (set->index->size[sec] == 0)
		return NULL;
	if (sec == SEC_SOURCES && strchr(key, '/') == NULL) {
		if ((size_t)snprintf(full, sizeof full, "%s/%s", pack, key) >= sizeof full)
			return NULL;
		key = full;
	}
	return *index_slot(set->index, sec, key);
}

void
pack_index_free(struct pack_set *set)
{
	if (set->index == NULL)
		return;
	for (size_t i = 0; i < SEC_COUNT; i++)
		free(set->index->slot[i]);
	free(set->index);
	set->index = NULL;
}

/* The same key in two packs: absent values are filled in, a differing title is an error. */
static void
merge(struct pack_set *set, struct pack_row *first, struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];
	int title = sec->key_from;

	row->same = first;
	if (!sec->merge || first->pack == row->pack) {
		pack_error(set, row, NULL, "%s '%s' stands already in %s:%u", sec->table, row->key,
		    first->file, first->node->line);
		return;
	}
	if (title >= 0 && row->v[title].text != NULL && first->v[title].text != NULL
	    && strcmp(row->v[title].text, first->v[title].text) != 0)
		pack_error(set, row, row->v[title].node,
		    "%s '%s' is called '%s' here and '%s' in %s:%u; one name was expected",
		    sec->table, row->key, row->v[title].text, first->v[title].text, first->file,
		    first->node->line);
	for (size_t i = 0; i < sec->nfields; i++)
		if (first->v[i].node == NULL)
			first->v[i] = row->v[i];
}

static void
index_section(struct pack_set *set, enum pack_section_id sec)
{
	struct pack_rows *rows = &set->rows[sec];
	struct pack_index *ix = set->index;
	size_t size = 8;
	int64_t id = 0;

	while (size < rows->n * 2 + 2)
		size *= 2;
	ix->size[sec] = size;
	ix->slot[sec] = mem_zero(size, sizeof(struct pack_row *));
	for (size_t i = 0; i < rows->n; i++) {
		struct pack_row *row = rows->row[i];
		struct pack_row **slot;

		if (row->key != NULL) {
			slot = index_slot(ix, sec, row->key);
			if (*slot != NULL) {
				merge(set, *slot, row);
				continue;
			}
			*slot = row;
		}
		row->id = ++id;
	}
}

static const char *
nearest_key(const struct pack_set *set, enum pack_section_id sec, const char *key)
{
	const struct pack_rows *rows = &set->rows[sec];
	const char **names = mem_alloc((rows->n + 1) * sizeof *names);
	const char *near;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (rows->row[i]->key != NULL)
			names[n++] = rows->row[i]->key;
	near = text_nearest(key, names, n);
	free(names);
	return near;
}

static void
no_such(struct pack_set *set, const struct pack_row *row, const struct pack_value *v,
    enum pack_section_id sec)
{
	const char *near = nearest_key(set, sec, v->text);

	if (near != NULL)
		pack_error(set, row, v->node, "no entry '%s' in %s; nearest: %s", v->text,
		    pack_sections[sec].name, near);
	else
		pack_error(set, row, v->node, "no entry '%s' in %s of these packs", v->text,
		    pack_sections[sec].name);
}

static void
resolve_ref(
    struct pack_set *set, struct pack_row *row, struct pack_value *v, enum pack_section_id sec)
{
	struct pack_row *target = pack_find(set, sec, set->packs[row->pack], v->text);

	if (target != NULL)
		v->ref = target->id;
	else
		no_such(set, row, v, sec);
}

static void
resolve_about(struct pack_set *set, struct pack_row *row, struct pack_value *v)
{
	static const struct {
		const char *kind;
		enum pack_section_id section;
	} kinds[] = {
	    {"role", SEC_ROLES},
	    {"program", SEC_PROGRAMS},
	    {"school", SEC_SCHOOLS},
	    {"skill", SEC_SKILLS},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (v->kind != NULL && strcmp(kinds[i].kind, v->kind) == 0)
			resolve_ref(set, row, v, kinds[i].section);
	if (v->kind == NULL || strcmp(v->kind, "route") != 0)
		return;
	for (size_t i = 0; i < set->rows[SEC_ROUTES].n; i++) {
		const char *key = set->rows[SEC_ROUTES].row[i]->key;

		if (key != NULL && strcmp(key, v->text) == 0)
			return;
	}
	no_such(set, row, v, SEC_ROUTES);
}

static void
resolve_row(struct pack_set *set, struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];

	for (size_t i = 0; i < sec->nfields; i++) {
		if (row->v[i].text == NULL)
			continue;
		if (sec->fields[i].type == PACK_REF)
			resolve_ref(set, row, &row->v[i], sec->fields[i].target);
		else if (sec->fields[i].type == PACK_ABOUT)
			resolve_about(set, row, &row->v[i]);
	}
	if (sec->check != NULL)
		sec->check(set, row);
}

/* Routes share keys on purpose (one entry per source): they have ids but no index. */
static void
number_routes(struct pack_set *set)
{
	struct pack_rows *rows = &set->rows[SEC_ROUTES];

	for (size_t i = 0; i < rows->n; i++)
		rows->row[i]->id = (int64_t)i + 1;
}

void
pack_resolve(struct pack_set *set)
{
	set->index = mem_zero(1, sizeof *set->index);
	for (size_t i = 0; i < SEC_COUNT; i++)
		if (i != SEC_ROUTES)
			index_section(set, (enum pack_section_id)i);
	number_routes(set);
	for (size_t i = 0; i < SEC_COUNT; i++)
		for (size_t k = 0; k < set->rows[i].n; k++)
			if (set->rows[i].row[k]->same == NULL)
				resolve_row(set, set->rows[i].row[k]);
}
