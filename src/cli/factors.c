/* factors.c - --what-if of a verb about a role. */
#include "career/cli/cli.h"
#include "career/page/what_if.h"

bool
cli_what_if(struct cli *c, struct reader *r, int64_t role, struct err *e)
{
	const char *keys = c->cmd->what_if;
	struct buf says = BUF_INIT;
	struct stmt *st;
	size_t could = 0;
	bool ok;

	if (keys == NULL)
		return true;
	ok = what_if_check(r, role, keys, &says, &could, e);
	buf_free(&says);
	st = ok ? db_query(r->db, "role_by_id", e) : NULL;
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	ok = stmt_step(st, e) == 1;
	if (ok) {
		r->what_if = keys;
		r->what_if_role = arena_dup(&r->arena, stmt_str(st, 0));
	}
	stmt_reset(st);
	return ok;
}
