/* haves.c - what one has of skills: what --have names, else what the profile keeps. */
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/model/mine.h"

#include <string.h>

/* "python" or "sql=partly": a skill is had wholly unless something else is said. */
static bool
take_word(struct db *db, char *word, struct have *out, struct err *e)
{
	char *how = strchr(word, '=');
	enum having h = HAVE_YES;
	int64_t id;

	if (how != NULL) {
		*how++ = '\0';
		h = having_of(how);
		if (h == HAVE_COUNT)
			return err_set(e, ERR_USAGE,
			    "--have %s=%s: it is have, partly, learning, want or no", word, how);
	}
	if (!cli_find_skill(db, word, &id, e))
		return err_prefix(e, "--have");
	*out = (struct have){id, h, -1};
	return true;
}

static bool
take_list(struct db *db, const char *list, struct haves *out, struct arena *a, struct err *e)
{
	char *text = arena_dup(a, list), *save = NULL;

	out->h = arena_alloc(a, (strlen(list) + 1) * sizeof *out->h);
	for (char *word = strtok_r(text, ",", &save); word != NULL;
	     word = strtok_r(NULL, ",", &save)) {
		word += strspn(word, " ");
		if (*word != '\0' && !take_word(db, word, &out->h[out->n++], e))
			return false;
	}
	return true;
}

bool
cli_haves(struct cli *c, struct db *db, struct haves *out, struct arena *a, struct err *e)
{
	struct profile *p;
	struct mine mine;
	bool ok;

	*out = (struct haves){NULL, 0};
	if (c->cmd->have != NULL)
		return take_list(db, c->cmd->have, out, a, e);
	p = cli_profile(c);
	ok = mine_read(&mine, db, p, a, e);
	profile_close(p);
	*out = mine.have;
	return ok;
}
