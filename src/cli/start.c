/* start.c - `career start`: the questions of the first screen, each with its short answer. */
#include "career/page/start.h"

#include "career/cli/cli.h"
#include "career/model/mine.h"

#include <stdlib.h>

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
	char *role = NULL, *program = NULL, *asks = NULL;
	struct db *db = cli_catalog(c, e);
	struct profile *kept = cli_profile(c);
	struct mine mine = {0};
	struct arena arena;
	struct reader r;
	bool ok = false;

	arena_init(&arena);
	if (db != NULL && reader_open(&r, db, e)) {
		role = c->cmd->role != NULL ? cli_role(c, &r, e) : cli_kept(c, "role");
		r.role = role;
		r.program = program = cli_kept(c, "program");
		r.asks = asks = cli_kept(c, "payback");
		if (mine_read(&mine, db, kept, &arena, e))
			r.mine = &mine;
		else
			err_clear(e);
		ok = (c->cmd->role == NULL || role != NULL) && print_start(c, &r, e);
		reader_close(&r);
	}
	free(role);
	free(program);
	free(asks);
	arena_free(&arena);
	profile_close(kept);
	db_close(db);
	return ok;
}
