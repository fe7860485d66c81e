/*
 * searches.c - `career searches`: filters kept under a name, listed, run, saved and forgotten.
 *
 * A name is of one list; "programs/cheap" says which. Alone it must be of one list only. What is saved here is what
 * `save NAME` of the program's lists keeps, and --saved of the list verbs takes.
 */
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/cli/list.h"
#include "career/cmd/saved.h"
#include "career/out/out.h"

#include <stdlib.h>
#include <string.h>

static bool act_list(struct cli *c, struct err *e);
static bool act_run(struct cli *c, struct err *e);
static bool act_save(struct cli *c, struct err *e);
static bool act_forget(struct cli *c, struct err *e);

static const struct act {
	const char *name, *help;
	size_t min, max; /* arguments behind it */
	bool (*run)(struct cli *c, struct err *e);
	const char *usage;
} acts[] = {
    {"list", "what is saved, with how many rows each has now", 0, 1, act_list,
	"searches list [LIST]: of roles, programs, skills, guide or sources, else of all"},
    {"run", "the rows of one, as `career LIST --saved NAME` prints them", 1, SIZE_MAX, act_run,
	"searches run [LIST/]NAME [QUERY...]"},
    {"save", "keeps a query under a name", 1, SIZE_MAX, act_save,
	"searches save LIST/NAME [QUERY...], such as programs/cheap 'cost<20k'"},
    {"forget", "forgets one", 1, 1, act_forget, "searches forget [LIST/]NAME"},
};

enum { ACTS = sizeof acts / sizeof *acts };

const char *
searches_act(size_t i, const char **help)
{
	if (help != NULL)
		*help = i < ACTS ? acts[i].help : NULL;
	return i < ACTS ? acts[i].name : NULL;
}

/* --- which one --------------------------------------------------------------------------------- */

struct named {
	const struct list *list; /* NULL: not said */
	const char *name;
};

/* "programs/cheap"; a name may have a '/' of its own. */
static struct named
read_named(const char *arg)
{
	size_t len = strcspn(arg, "/");

	for (size_t i = 0; arg[len] == '/' && i < nlists; i++)
		if (strlen(lists[i]->name) == len && strncmp(lists[i]->name, arg, len) == 0)
			return (struct named){lists[i], arg + len + 1};
	return (struct named){NULL, arg};
}

/* Its list, when there is one with that name only. */
static bool
find_named(struct profile *p, struct named *n, struct err *e)
{
	const struct list *found = NULL;
	struct saved *s;
	struct err why;

	if (n->list != NULL) {
		s = saved_find(p, n->list->name, n->name, e);
		free(s);
		return s != NULL;
	}
	for (size_t i = 0; i < nlists; i++) {
		s = profile_load(p, lists[i]->name, n->name, &why);
		free(s);
		if (s != NULL && found != NULL)
			return err_set(e, ERR_USAGE,
			    "'%s' is saved of %s and of %s: %s/%s names one", n->name, found->name,
			    lists[i]->name, found->name, n->name);
		if (s != NULL)
			found = lists[i];
	}
	n->list = found;
	return found != NULL
	    || err_set(e, ERR_NOTFOUND, "nothing is saved as '%s'; `career searches` lists what is",
		n->name);
}

/* A list verb's command line made of this one; `skip` of its arguments are not for it. */
static struct cmdline
list_line(const struct cli *c, const struct list *l, const char *saved, size_t skip)
{
	struct cmdline cmd = *c->cmd;

	cmd.verb = verb_find(l->name);
	cmd.saved = saved;
	skip = skip < cmd.nargs ? skip : cmd.nargs;
	cmd.args += skip;
	cmd.nargs -= skip;
	return cmd;
}

/* --- list -------------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"list", "List", false, 9},
    {"name", "Name", false, 20},
    {"query", "Query", false, 40},
    {"rows", "Rows", true, 7},
    {"off", "Switched off", false, 20},
    {"adds", "Adds", false, 10},
};

struct listing {
	struct cli *c;
	const struct list *list;
	struct out o;
	struct arena a;
	bool any, failed;
	struct err *e;
};

/* Rows that it has now; absent when the query no longer fits the list. */
static struct cell
rows_now(struct listing *l, const char *name)
{
	struct cmdline cmd = list_line(l->c, l->list, name, SIZE_MAX);
	struct err why;
	uint32_t n;

	if (!list_rows(l->c, &cmd, &n, &why)) {
		if (why.code == ERR_DATA) {
			l->failed = true;
			*l->e = why;
		}
		return (struct cell){.kind = CELL_ABSENT};
	}
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(&l->a, "%u", n)};
}

/* Each ends in a line end. */
static const char *
off_words(struct arena *a, const char *off)
{
	char *text = arena_dup(a, off);
	size_t len = strlen(text);

	if (len > 0)
		text[len - 1] = '\0';
	for (char *s = text; (s = strchr(s, '\n')) != NULL;)
		*s = ' ';
	return text;
}

static void
print_saved(void *ctx, const struct saved *s)
{
	struct listing *l = ctx;
	struct cell rows;

	if (l->failed)
		return;
	rows = rows_now(l, s->name);
	if (l->failed)
		return;
	if (!l->any)
		out_begin(&l->o);
	l->any = true;
	out_row(&l->o,
	    (const struct cell[]){out_text(l->list->name), out_text(s->name), out_text(s->query),
		rows, out_text(off_words(&l->a, s->off)), out_text(s->adds)});
}

static bool
act_list(struct cli *c, struct err *e)
{
	struct listing l = {.c = c, .e = e};
	const struct list *only = c->cmd->nargs > 1 ? list_find(c->cmd->args[1]) : NULL;
	struct profile *p;
	bool ok = true;

	if (c->cmd->nargs > 1 && only == NULL)
		return err_set(
		    e, ERR_USAGE, "no list '%s'; career %s", c->cmd->args[1], acts[0].usage);
	p = cli_profile(c);
	arena_init(&l.a);
	l.o = cli_table(c, columns, sizeof columns / sizeof *columns, true);
	for (size_t i = 0; ok && p != NULL && i < nlists; i++) {
		l.list = lists[i];
		if (only == NULL || only == l.list)
			ok = profile_saved(p, l.list->name, print_saved, &l, e) && !l.failed;
	}
	if (ok && !l.any && cmdline_said(c->cmd, OPT_FORMAT))
		out_begin(&l.o);
	if (l.any || cmdline_said(c->cmd, OPT_FORMAT))
		out_end(&l.o);
	else if (ok)
		cli_say(c,
		    "career: no search is saved; `career searches save programs/cheap 'cost<20k'` "
		    "keeps one");
	arena_free(&l.a);
	profile_close(p);
	return ok && (l.any || err_set(e, ERR_NOTFOUND, "%s", ""));
}

/* --- run, save, forget ------------------------------------------------------------------------- */

static bool
act_run(struct cli *c, struct err *e)
{
	struct named n = read_named(c->cmd->args[1]);
	struct profile *p = cli_profile(c);
	const struct cmdline *was = c->cmd;
	struct cmdline cmd;
	bool ok = p != NULL ? find_named(p, &n, e)
			    : err_set(e, ERR_NOTFOUND, "nothing is saved: there is no profile");

	profile_close(p);
	if (!ok || n.list == NULL)
		return false;
	cmd = list_line(c, n.list, n.name, 2);
	c->cmd = &cmd;
	ok = verb_list(c, e);
	c->cmd = was;
	return ok;
}

struct saving {
	struct named n;
	const char *query;
	bool occupations;
};

static bool
keep(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	const struct saving *w = ctx;
	struct err none;
	struct saved *had = profile_load(p, w->n.list->name, w->n.name, &none);
	struct buf line = BUF_INIT;
	bool ok = profile_save(p, w->n.list->name,
	    &(struct saved){w->n.name, w->query, "", w->occupations ? SAVED_OCCUPATIONS : ""}, e);

	if (ok && had != NULL && strcmp(had->query, w->query) != 0) {
		buf_addf(&line, "career: '%s' was: %s; `career undo` brings it back", w->n.name,
		    had->query[0] != '\0' ? had->query : "everything");
		cli_say(c, line.data);
	}
	free(had);
	buf_free(&line);
	return ok;
}

static bool
act_save(struct cli *c, struct err *e)
{
	struct saving w = {.n = read_named(c->cmd->args[1]), .occupations = c->cmd->occupations};
	struct buf query = BUF_INIT, name = BUF_INIT;
	struct query_sort sort[QUERY_MAX_SORT];
	struct cmdline cmd;
	size_t nsort;
	uint32_t n;
	bool ok;

	if (w.n.list == NULL)
		return err_set(e, ERR_USAGE, "of which list? career %s", acts[2].usage);
	cmd = list_line(c, w.n.list, NULL, 2);
	for (size_t i = 0; i < cmd.nargs; i++)
		buf_addf(&query, "%s%s", i > 0 ? " " : "", cmd.args[i]);
	if (cmd.sort != NULL)
		buf_addf(&query, "%ssort:%s", query.len > 0 ? " " : "", cmd.sort);
	ok = saved_name(w.n.name, &name, e) && list_sort(w.n.list, cmd.sort, sort, &nsort, e)
	    && list_rows(c, &cmd, &n, e);
	w.n.name = name.data;
	w.query = query.len > 0 ? query.data : "";
	ok = ok && cli_write(c, keep, &w, e);
	buf_free(&query);
	buf_free(&name);
	return ok;
}

static bool
drop(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct named *n = ctx;

	(void)c;
	return find_named(p, n, e) && n->list != NULL
	    && profile_forget(p, n->list->name, n->name, e);
}

static bool
act_forget(struct cli *c, struct err *e)
{
	struct named n = read_named(c->cmd->args[1]);

	return cli_write(c, drop, &n, e);
}

bool
verb_searches(struct cli *c, struct err *e)
{
	const char *word = c->cmd->nargs > 0 ? c->cmd->args[0] : acts[0].name;
	size_t rest = c->cmd->nargs > 0 ? c->cmd->nargs - 1 : 0;

	for (size_t i = 0; i < ACTS; i++) {
		if (strcmp(acts[i].name, word) != 0)
			continue;
		if (rest < acts[i].min || rest > acts[i].max)
			return err_set(e, ERR_USAGE, "career %s", acts[i].usage);
		return acts[i].run(c, e);
	}
	return err_set(e, ERR_USAGE, "searches '%s': list, run, save or forget", word);
}
