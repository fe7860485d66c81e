/* kept.c - whom an answer is for: what the person keeps in the profile, and what options say instead. */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/page/pages.h"
#include "career/store/profile.h"

#include <stdlib.h>

/* A profile that cannot be read is no reason to say nothing. */
struct profile *
cli_profile(struct cli *c)
{
	char *path = c->cmd->options.guest ? NULL : profile_find(c->cmd->options.profile);
	struct profile *p = NULL;
	struct err why = {0};

	if (path != NULL && file_exists(path))
		p = profile_open(path, &why);
	if (why.text[0] != '\0')
		cli_say(c, why.text);
	free(path);
	return p;
}

char *
cli_kept(struct cli *c, const char *setting)
{
	struct profile *p = cli_profile(c);
	char *value = p != NULL ? profile_get(p, setting) : NULL;

	profile_close(p);
	return value;
}

static bool
find_as(
    struct db *db, const char *key, enum thing want, const char *what, int64_t *id, struct err *e)
{
	enum thing kind;

	return thing_find(db, key, &kind, id, e)
	    && (kind == want || err_set(e, ERR_USAGE, "'%s' is no %s", key, what));
}

bool
cli_find_role(struct db *db, const char *key, int64_t *id, struct err *e)
{
	return find_as(db, key, THING_ROLE, "role", id, e);
}

bool
cli_find_skill(struct db *db, const char *key, int64_t *id, struct err *e)
{
	return find_as(db, key, THING_SKILL, "skill", id, e);
}

bool
cli_role_asked(struct cli *c, struct db *db, int64_t *id, struct err *e)
{
	char *kept = c->cmd->nargs > 0 ? NULL : cli_kept(c, "role");
	const char *key = c->cmd->nargs > 0 ? c->cmd->args[0] : kept;
	bool ok = key != NULL
	    ? cli_find_role(db, key, id, e)
	    : err_set(e, ERR_USAGE,
		"which role? career %s ROLE; without one it takes the role that you chose on the screen",
		c->cmd->verb->name);

	free(kept);
	return ok;
}

bool
cli_read(struct cli *c, bool (*run)(struct cli *c, struct reader *r, struct err *e), struct err *e)
{
	struct db *db = cli_catalog(c, e);
	struct reader r;
	bool ok = false;

	if (db != NULL && reader_open(&r, db, e)) {
		ok = run(c, &r, e);
		reader_close(&r);
	}
	db_close(db);
	return ok;
}

char *
cli_role(struct cli *c, struct reader *r, struct err *e)
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
