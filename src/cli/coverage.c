/* coverage.c - `career coverage [ROLE]`: which sources state what about which role. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/coverage.h"
#include "career/out/out.h"
#include "career/page/pages.h"

#include <stdio.h>
#include <stdlib.h>

struct printing {
	struct cli *c;
	const struct coverage *map;
	const struct sources *src;
	struct out out;
	uint64_t left; /* rows that may still be printed */
	const char **names, **keys;
	struct coverage_count *count;
};

static const struct out_column columns[] = {
    {"role", "Role", false, 28},
    {"measure", "Measure", false, 16},
    {"sources", "Sources", true, 7},
    {"names", "Who", false, 40},
    {"keys", "Keys", false, 0},
};

static void
print_row(struct printing *p, size_t role, size_t measure, size_t n)
{
	char number[24];

	snprintf(number, sizeof number, "%zu", n);
	out_row(&p->out,
	    (const struct cell[]){
		{.kind = CELL_TEXT, .text = p->map->role[role].slug},
		{.kind = CELL_TEXT, .text = p->map->measure[measure].key},
		{.kind = CELL_NUMBER, .text = number},
		{.kind = n > 0 ? CELL_LIST : CELL_ABSENT, .items = p->names, .nitems = n},
		{.kind = n > 0 ? CELL_LIST : CELL_ABSENT, .items = p->keys, .nitems = n},
	    });
}

/* "Data Scientist, skills: 2 sources, aigraduate ML and guide 2025." */
static void
say_row(struct printing *p, size_t role, size_t measure, size_t n)
{
	struct buf raw = BUF_INIT, safe = BUF_INIT;

	buf_addf(&raw, "%s, %s: ", p->map->role[role].title, p->map->measure[measure].says);
	if (n == 0)
		buf_adds(&raw, "no source states it");
	else
		buf_addf(&raw, "%zu source%s, ", n, n == 1 ? "" : "s");
	for (size_t i = 0; i < n; i++)
		buf_addf(&raw, "%s%s", i == 0 ? "" : i + 1 == n ? " and " : ", ", p->names[i]);
	text_safes(&safe, raw.data, p->c->ascii);
	buf_addf(&p->c->out.buf, "%s.\n", safe.data);
	sink_spill(&p->c->out);
	buf_free(&raw);
	buf_free(&safe);
}

/* The cells of a role; those that nobody states only with `all`. Whether there are any. */
static bool
print_role(struct printing *p, size_t role, bool all)
{
	bool any = false;

	for (size_t k = 0; k < p->map->nmeasures; k++) {
		size_t n = coverage_sources(p->map, role, k, p->count, p->map->nsources);

		if (n == 0 && !all)
			continue;
		any = true;
		if (p->left == 0)
			break;
		for (size_t i = 0; i < n; i++) {
			p->names[i] = p->src->s[p->count[i].source].short_name;
			p->keys[i] = p->src->s[p->count[i].source].key;
		}
		if (p->c->cmd->options.plain)
			say_row(p, role, k, n);
		else
			print_row(p, role, k, n);
		p->left--;
	}
	return any;
}

/* The role of the argument; SIZE_MAX: all of them. */
static bool
find_role(struct cli *c, struct db *db, const struct coverage *map, size_t *role, struct err *e)
{
	const char *key = c->cmd->nargs > 0 ? c->cmd->args[0] : NULL;
	enum thing kind;
	int64_t id;

	*role = SIZE_MAX;
	if (key == NULL)
		return true;
	if (!thing_find(db, key, &kind, &id, e))
		return false;
	for (size_t i = 0; kind == THING_ROLE && i < map->nroles; i++)
		if (map->role[i].id == id)
			*role = i;
	return *role != SIZE_MAX || err_set(e, ERR_USAGE, "'%s' is no role", key);
}

static bool
print_all(struct cli *c, struct reader *r, const struct coverage *map, struct err *e)
{
	struct printing p = {.c = c, .map = map, .src = &r->sources};
	bool plain = c->cmd->options.plain, any = false;
	size_t role;

	if (!find_role(c, r->db, map, &role, e))
		return false;
	p.left = c->cmd->limit >= 0 ? (uint64_t)c->cmd->limit : UINT64_MAX;
	p.names = mem_zero(map->nsources + 1, sizeof *p.names);
	p.keys = mem_zero(map->nsources + 1, sizeof *p.keys);
	p.count = mem_zero(map->nsources + 1, sizeof *p.count);
	p.out = cli_table(c, columns, sizeof columns / sizeof *columns, true);
	if (!plain)
		out_begin(&p.out);
	for (size_t i = 0; role == SIZE_MAX && i < map->nroles && (p.left > 0 || !any); i++)
		any = print_role(&p, map->order[i], false) || any;
	if (role != SIZE_MAX)
		any = print_role(&p, role, true);
	if (!plain)
		out_end(&p.out);
	free(p.names);
	free(p.keys);
	free(p.count);
	if (!any)
		*e = (struct err){.code = ERR_NOTFOUND};
	return any;
}

bool
verb_coverage(struct cli *c, struct err *e)
{
	struct db *db = cli_catalog(c, e);
	struct coverage map = {.nroles = 0};
	struct reader r;
	bool ok = db != NULL && reader_open(&r, db, e);

	if (ok) {
		ok = coverage_load(&map, db, &r.sources, e) && print_all(c, &r, &map, e);
		coverage_free(&map);
		reader_close(&r);
	}
	db_close(db);
	return ok;
}
