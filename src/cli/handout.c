/* handout.c - `career handout [ROLE...]`: a page to take home, or all there is, as html, md or txt. */
#include "career/page/handout.h"

#include "career/base/file.h"
#include "career/cli/cli.h"

#include <stdlib.h>

/* As --format says, else as the file's name ends, else text. */
static bool
format_of(const struct cmdline *cmd, enum handout_format *f, struct err *e)
{
	*f = HANDOUT_TXT;
	if (cmdline_said(cmd, OPT_PAPER)) {
		*f = (enum handout_format)cmd->paper;
		return true;
	}
	return cmd->output == NULL || handout_format_of(cmd->output, f, e);
}

static bool
take_roles(struct cli *c, struct reader *r, struct handout_ask *ask, struct err *e)
{
	for (size_t i = 0; i < c->cmd->nargs; i++) {
		if (ask->nroles == HANDOUT_ROLES)
			return err_set(
			    e, ERR_USAGE, "a handout has at most %d roles", HANDOUT_ROLES);
		if (!cli_find_role(r->db, c->cmd->args[i], &ask->role[ask->nroles++], e))
			return false;
	}
	return true;
}

static bool
put(struct cli *c, const struct doc *d, enum handout_format f, struct err *e)
{
	struct buf text = BUF_INIT;
	bool ok = true;

	handout_write(d, f, &text);
	if (c->cmd->output != NULL)
		ok = file_write_atomic(c->cmd->output, text.data, text.len, 0600, e);
	else
		buf_add(&c->out.buf, text.data, text.len);
	buf_free(&text);
	return ok;
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	char date[HANDOUT_DATE], *role = cli_kept(c, "role"), *asks = cli_kept(c, "payback");
	struct handout_ask ask = {.full = c->cmd->full, .date = date};
	struct profile *p = cli_profile(c);
	struct doc d;
	bool ok;

	handout_today(date);
	r->role = role;
	r->asks = asks;
	doc_init(&d);
	ok = format_of(c->cmd, &ask.format, e) && take_roles(c, r, &ask, e)
	    && handout_make(&d, r, p, &ask, e) && put(c, &d, ask.format, e);
	doc_free(&d);
	profile_close(p);
	free(role);
	free(asks);
	return ok;
}

bool
verb_handout(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
