/*
 * pack_resolve.c - meaning over all packs of a set: keys, merges, ids, references, rules.
 */
#include "pack_rules.h"
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

/* Routes share keys on purpose: one entry per source. */
static bool
shares_keys(enum pack_section_id sec)
{
	return sec == SEC_ROUTES;
}

/* A field whose values must agree in all packs: the title, and what says of which kind it is. */
static bool
must_agree(const struct pack_section *sec, size_t field)
{
	return (int)field == sec->key_from || sec->fields[field].type == PACK_ENUM;
}

static void
compare(struct pack_set *set, const struct pack_row *row, size_t field)
{
	const struct pack_section *sec = &pack_sections[row->section];
	const struct pack_value *mine = &row->v[field], *first = &row->same->v[field];

	if (must_agree(sec, field) && mine->text != NULL && first->text != NULL
	    && strcmp(mine->text, first->text) != 0)
		pack_error(set, row, mine->node,
		    "'%s' of %s '%.80s' is '%.80s' here and '%.80s' in %s:%u; one was expected",
		    sec->fields[field].name, sec->table, row->key, mine->text, first->text,
		    row->same->file, first->node->line);
}

/* A second row of a key: the same thing in another pack, or a mistake. */
static void
join(struct pack_set *set, struct pack_row *first, struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];

	row->same = first;
	if (sec->merge && first->pack != row->pack)
		for (size_t i = 0; i < sec->nfields; i++)
			compare(set, row, i);
	else
		pack_error(set, row, NULL, "%s '%.80s' stands already in %s:%u", sec->table,
		    row->key, first->file, first->node->line);
}

/* Values go into the first row once all rules were applied to both. */
static void
merge(struct pack_set *set, struct pack_row *first, const struct pack_row *row)
{
	const struct pack_section *sec = &pack_sections[row->section];

	for (size_t i = 0; i < sec->nfields; i++) {
		if (row->v[i].text == NULL)
			continue;
		if (first->v[i].text == NULL)
			first->v[i] = row->v[i];
		else if (sec->fields[i].type == PACK_LIST)
			pack_list_join(set, &first->v[i], &row->v[i]);
	}
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
		struct pack_row **slot = row->key != NULL ? index_slot(ix, sec, row->key) : NULL;

		if (slot != NULL && *slot != NULL && !shares_keys(sec)) {
			join(set, *slot, row);
			continue;
		}
		if (slot != NULL && *slot == NULL)
			*slot = row;
		row->id = ++id;
	}
}

/* The part of a source's key that one writes in the pack itself. */
static const char *
short_key(const struct pack_set *set, const struct pack_row *from, const struct pack_row *row)
{
	size_t len = strlen(set->packs[row->pack]);

	return row->section == SEC_SOURCES && row->pack == from->pack ? row->key + len + 1
								      : row->key;
}

static const char *
nearest_key(const struct pack_set *set, const struct pack_row *from, enum pack_section_id sec,
    const char *key)
{
	const struct pack_rows *rows = &set->rows[sec];
	const char **names = mem_alloc((rows->n + 1) * sizeof *names);
	const char *near;
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (rows->row[i]->key != NULL)
			names[n++] = short_key(set, from, rows->row[i]);
	near = pack_nearest(set, key, names, n);
	free(names);
	return near;
}

void
pack_no_such(struct pack_set *set, const struct pack_row *row, const struct ynode *at,
    enum pack_section_id sec, const char *key)
{
	const char *near;

	if (set->unread)
		return;
	near = set->nerrors < PACK_ERRORS ? nearest_key(set, row, sec, key) : NULL;
	if (near != NULL)
		pack_error(set, row, at, "no entry '%.80s' in %s; nearest: %s", key,
		    pack_sections[sec].name, near);
	else
		pack_error(set, row, at, "no entry '%.80s' in %s of these packs", key,
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
		pack_no_such(set, row, v->node, sec, v->text);
}

/* A route's id says nothing: several entries may have its key. */
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
	    {"route", SEC_ROUTES},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(kinds[i].kind, v->kind) != 0)
			continue;
		resolve_ref(set, row, v, kinds[i].section);
		if (shares_keys(kinds[i].section))
			v->ref = 0;
	}
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
}

static void
check_row(struct pack_set *set, struct pack_row *row)
{
	if (pack_sections[row->section].check != NULL)
		pack_sections[row->section].check(set, row);
}

static void
merge_row(struct pack_set *set, struct pack_row *row)
{
	if (row->same != NULL)
		merge(set, row->same, row);
}

static void
each_row(struct pack_set *set, void (*step)(struct pack_set *set, struct pack_row *row))
{
	for (size_t i = 0; i < SEC_COUNT; i++)
		for (size_t k = 0; k < set->rows[i].n; k++)
			step(set, set->rows[i].row[k]);
}

void
pack_resolve(struct pack_set *set)
{
	set->index = mem_zero(1, sizeof *set->index);
	for (size_t i = 0; i < SEC_COUNT; i++)
		index_section(set, (enum pack_section_id)i);
	each_row(set, resolve_row);
	each_row(set, check_row);
	rules_of_set(set);
	if (set->nerrors == 0)
		each_row(set, merge_row);
}
