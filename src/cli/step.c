/* step.c - verbs that write into the person's file: what one of them writes is one step, all of it or nothing. */
#include "career/cli/cli.h"
#include "career/store/profile.h"

#include <stdlib.h>

static struct profile *
open_to_write(struct cli *c, struct err *e)
{
	const struct options *o = &c->cmd->options;
	char *path = o->guest ? NULL : profile_find(o->profile);
	struct profile *p = NULL;

	if (path == NULL && !o->guest)
		err_set(e, ERR_DATA, "no home folder: name a file with --profile");
	else
		p = profile_open(path, e);
	if (o->guest)
		cli_say(c, "with --guest nothing is kept");
	free(path);
	return p;
}

bool
cli_write(struct cli *c, bool (*run)(struct cli *c, struct profile *p, void *ctx, struct err *e),
    void *ctx, struct err *e)
{
	struct profile *p = open_to_write(c, e);
	struct profile_step step;
	bool ok;

	if (p == NULL)
		return false;
	profile_step_begin(p);
	ok = run(c, p, ctx, e);
	if (ok)
		ok = profile_step_end(p, NULL, "", &step, e);
	profile_close(p);
	return ok;
}
