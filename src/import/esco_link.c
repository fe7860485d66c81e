/* esco_link.c - which occupation needs which skill: two URIs a row, brought to numbers. */
#include "esco.h"

#include "map.h"

#include <stdlib.h>
#include <string.h>

enum { C_OCCUPATION, C_RELATION, C_SKILL, COLUMNS };

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct import_column columns[COLUMNS] = {
    [C_OCCUPATION] = {NAMES("occupationUri"), true, -1},
    [C_RELATION] = {NAMES("relationType"), true, -1},
    [C_SKILL] = {NAMES("skillUri"), true, -1},
};

static const char insert_link[] =
    "INSERT INTO esco_link (occupation_id, skill_id, essential, source_id) VALUES (?, ?, ?, ?)";

/* Concepts of one kind by URI. */
struct uris {
	struct map map;
	int64_t *id; /* rows, by the number in the map */
	size_t cap;
};

struct links {
	struct import_run *r;
	struct table *t;
	struct import_column col[COLUMNS];
	struct uris occupations, skills;
	struct map seen;
	struct stmt *insert;
};

static bool
load_uris(struct db *db, const char *sql, struct uris *u, struct err *e)
{
	struct stmt *st = db_prepare(db, sql, e);
	int step = -1;
	bool fresh;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		const char *uri = stmt_str(st, 1);
		uint32_t at = map_put(&u->map, uri, strlen(uri), &fresh);

		u->id = mem_reserve(u->id, &u->cap, u->map.n, sizeof *u->id);
		u->id[at] = stmt_int(st, 0);
	}
	stmt_finalize(st);
	return step == 0;
}

/* The row's number, 0 when no concept has the URI. */
static int64_t
id_of(const struct uris *u, const char *uri)
{
	int64_t at = map_find(&u->map, uri, strlen(uri));

	return at == MAP_NONE ? 0 : u->id[at];
}

static const char *
text_of(const struct links *l, int column)
{
	return table_text(l->t, l->col[column].at);
}

struct link {
	int64_t occupation, skill;
	bool essential;
};

/* NULL, or why the row cannot be used. */
static const char *
read_link(struct links *l, struct link *link)
{
	const char *relation = text_of(l, C_RELATION);
	int64_t key[2];
	bool fresh;

	link->occupation = id_of(&l->occupations, text_of(l, C_OCCUPATION));
	link->skill = id_of(&l->skills, text_of(l, C_SKILL));
	link->essential = strcmp(relation, "essential") == 0;
	if (!link->essential && strcmp(relation, "optional") != 0)
		return "neither essential nor optional";
	if (link->occupation == 0)
		return "an occupation that the classification does not hold";
	if (link->skill == 0)
		return "a skill that the classification does not hold";
	key[0] = link->occupation;
	key[1] = link->skill;
	map_put(&l->seen, key, sizeof key, &fresh);
	return fresh ? NULL : "a link that stands further up already";
}

static bool
take_rows(struct links *l, struct err *e)
{
	struct link link;
	int step;

	while ((step = import_next(l->r, l->t, e)) == 1) {
		const char *why = read_link(l, &link);

		if (why != NULL) {
			import_reject(l->r, l->t, why);
			continue;
		}
		stmt_bind_int(l->insert, 1, link.occupation);
		stmt_bind_int(l->insert, 2, link.skill);
		stmt_bind_int(l->insert, 3, link.essential);
		stmt_bind_int(l->insert, 4, l->r->source);
		if (!stmt_run(l->insert, e))
			return false;
		import_kept(l->r);
	}
	return step == 0;
}

static bool
load_concepts(struct links *l, struct err *e)
{
	struct db *db = l->r->db;

	if (!load_uris(db, "SELECT id, uri FROM esco_occupation ORDER BY id", &l->occupations, e)
	    || !load_uris(db, "SELECT id, uri FROM esco_skill ORDER BY id", &l->skills, e))
		return false;
	if (l->occupations.map.n > 0 && l->skills.map.n > 0)
		return true;
	return err_set(e, ERR_DATA,
	    "%s links occupations and skills that the catalog does not hold: import the "
	    "classification before it, or both zips together",
	    l->t->place);
}

static void
links_free(struct links *l)
{
	stmt_finalize(l->insert);
	map_free(&l->occupations.map);
	map_free(&l->skills.map);
	map_free(&l->seen);
	free(l->occupations.id);
	free(l->skills.id);
	table_close(l->t);
}

bool
esco_run_links(struct import_run *r, size_t member, struct err *e)
{
	struct links l = {.r = r};
	bool ok;

	memcpy(l.col, columns, sizeof l.col);
	map_init(&l.occupations.map);
	map_init(&l.skills.map);
	map_init(&l.seen);
	l.t = table_open(r->in, member, NULL, e);
	ok = l.t != NULL && import_columns(r, l.t, l.col, COLUMNS, e) && load_concepts(&l, e);
	if (ok) {
		l.insert = db_prepare(r->db, insert_link, e);
		ok = l.insert != NULL && take_rows(&l, e);
	}
	links_free(&l);
	return ok;
}
