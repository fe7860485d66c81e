/* undo.c - `career undo`, `career redo`: the journal of the person's file, back and forth, and as a list. */
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/store/profile.h"

#include <stdio.h>
#include <stdlib.h>

static struct profile *
open_it(struct cli *c, struct err *e)
{
	char *path = profile_find(c->cmd->options.profile);
	struct profile *p = NULL;

	if (path == NULL)
		err_set(e, ERR_DATA, "no home folder: name a file with --profile");
	else
		p = profile_open(path, e);
	free(path);
	return p;
}

/* --- the list ---------------------------------------------------------------------------------- */

static void
print_step(void *ctx, const struct profile_step *s, bool undone)
{
	char id[24];

	snprintf(id, sizeof id, "%lld", (long long)s->id);
	out_row(ctx,
	    (const struct cell[]){{.kind = CELL_NUMBER, .text = id}, out_text(s->made),
		out_text(undone ? "undone" : "done"), out_text(s->words), out_text(s->place)});
}

static bool
print_steps(struct cli *c, struct profile *p, struct err *e)
{
	static const struct out_column cols[] = {{"id", "Step", true, 5},
	    {"made", "Made", false, 20}, {"state", "State", false, 6}, {"what", "What", false, 48},
	    {"place", "Where", false, 20}};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, true);
	bool ok;

	out_begin(&o);
	ok = profile_steps(p, print_step, &o, e);
	out_end(&o);
	return ok;
}

/* --- one step ---------------------------------------------------------------------------------- */

/* 0: the newest. */
static bool
which(const struct cli *c, int64_t *only, struct err *e)
{
	const char *said = c->cmd->nargs > 0 ? c->cmd->args[0] : "0";
	char *end;

	*only = strtoll(said, &end, 10);
	return (*end == '\0' && (*only > 0 || c->cmd->nargs == 0))
	    || err_set(
		e, ERR_USAGE, "'%s' is no step: `career undo --list` has their numbers", said);
}

static bool
step(struct cli *c, struct profile *p, bool back, struct err *e)
{
	struct buf raw = BUF_INIT;
	struct profile_step s;
	bool ok = true;
	int64_t only;

	if (!which(c, &only, e)
	    || !(back ? profile_step_back(p, only, &s, e) : profile_step_forth(p, only, &s, e)))
		return false;
	/* One that could not move is as it was. */
	if (only != 0 && s.left == s.rows)
		ok = back ? profile_step_forth(p, only, &s, e) : profile_step_back(p, only, &s, e);
	profile_step_say(&s, back ? "undone" : "redone", &raw);
	text_safes(&c->out.buf, raw.data, c->ascii);
	buf_addc(&c->out.buf, '\n');
	sink_flush(&c->out);
	buf_free(&raw);
	return ok;
}

static bool
run(struct cli *c, bool back, struct err *e)
{
	struct profile *p = open_it(c, e);
	bool ok = p != NULL && (c->cmd->list ? print_steps(c, p, e) : step(c, p, back, e));

	profile_close(p);
	return ok;
}

bool
verb_undo(struct cli *c, struct err *e)
{
	return run(c, true, e);
}

bool
verb_redo(struct cli *c, struct err *e)
{
	return run(c, false, e);
}
