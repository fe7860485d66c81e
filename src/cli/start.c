/* start.c - `career start`: the questions of the first screen, each with its short answer. */
#include "career/page/start.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/store/catalog.h"
#include "career/store/profile.h"

#include <stdlib.h>

/* The current role, as the profile keeps it; NULL: none. A profile that cannot be read is no reason to say
 * nothing. */
static char *
kept_role(struct cli *c)
{
	char *path = c->cmd->options.guest ? NULL : profile_find(c->cmd->options.profile);
	struct profile *p = NULL;
	struct err why = {0};
	char *role = NULL;

	if (path != NULL && file_exists(path))
		p = profile_open(path, &why);
	if (p != NULL)
		role = profile_get(p, "role");
	else if (why.text[0] != '\0')
		cli_say(c, why.text);
	profile_close(p);
	free(path);
	return role;
}

/* The slug of --role, by any name of the role. */
static char *
named_role(struct cli *c, struct reader *r, struct err *e)
{
	struct stmt *st;
	enum thing kind;
	char *slug = NULL;
	int64_t id;

	if (!thing_find(r->db, c->cmd->role, &kind, &id, e))
		return NULL;
	if (kind != THING_ROLE) {
		err_set(e, ERR_USAGE, "--role is for roles; '%s' is none", c->cmd->role);
		return NULL;
	}
	st = db_query(r->db, "role_by_id", e);
	if (st == NULL)
		return NULL;
	stmt_bind_int(st, 1, id);
	if (stmt_step(st, e) == 1)
		slug = mem_dup(stmt_str(st, 0));
	stmt_reset(st);
	return slug;
}

static bool
print_start(struct cli *c, struct reader *r, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct start s;
	struct page p;
	bool ok;

	start_init(&s);
	page_init(&p, &opts);
	ok = start_set(&s, r, (enum level)(LEVEL_ENTRY + c->cmd->level), e)
	    && page_start_all(&p, r, &s, e);
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	start_free(&s);
	return ok;
}

bool
verb_start(struct cli *c, struct err *e)
{
	char *path = catalog_find(c->cmd->options.catalog), *role = NULL;
	struct db *db = catalog_open(path, e);
	struct reader r;
	bool ok = false;

	free(path);
	if (db != NULL && reader_open(&r, db, e)) {
		role = c->cmd->role != NULL ? named_role(c, &r, e) : kept_role(c);
		r.role = role;
		ok = (c->cmd->role == NULL || role != NULL) && print_start(c, &r, e);
		reader_close(&r);
	}
	free(role);
	db_close(db);
	return ok;
}
