/* packs.c - `career build` and `career check`: data packs to a catalog, or only looked at. */
#include "packs.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/build/build.h"
#include "career/store/catalog.h"

#include <stdlib.h>
#include <string.h>

#define GLOSSARY "glossary.yaml"

/* --- which packs ----------------------------------------------------------------------------- */

/* The folder that a path stands in, by its text alone. */
static char *
parent_of(const char *path)
{
	size_t len = strlen(path), name;

	while (len > 1 && path[len - 1] == '/')
		len--;
	for (name = len; name > 0 && path[name - 1] != '/'; name--)
		;
	if ((len - name == 1 && path[name] == '.')
	    || (len - name == 2 && strncmp(path + name, "..", 2) == 0)) {
		char *whole = mem_ndup(path, len), *up = path_join(whole, "..");

		free(whole);
		return up;
	}
	while (name > 1 && path[name - 1] == '/')
		name--;
	return name ? mem_ndup(path, name) : mem_dup(".");
}

/* The glossary two folders above the first pack that has one there. */
static char *
glossary_of(const char *const *dirs, size_t n)
{
	char *found = NULL;

	for (size_t i = 0; i < n && !found; i++) {
		char *packs = parent_of(dirs[i]), *data = parent_of(packs);

		found = path_join(data, GLOSSARY);
		if (!file_exists(found)) {
			free(found);
			found = NULL;
		}
		free(packs);
		free(data);
	}
	return found;
}

void
packs_free(struct packs *p)
{
	for (size_t i = 0; p->own && i < p->n; i++)
		free(p->own[i]);
	free(p->own);
	free(p->glossary);
}

bool
packs_find(struct packs *p, struct err *e)
{
	char *data = build_data_dir(), *dir = path_join(data, "packs"), **names = NULL;
	size_t n = 0;
	bool ok = file_list(dir, NULL, &names, &n, e);

	memset(p, 0, sizeof *p);
	p->own = mem_zero(n + 1, sizeof *p->own);
	for (size_t i = 0; ok && i < n; i++) {
		char *path = path_join(dir, names[i]);

		if (file_is_dir(path))
			p->own[p->n++] = path;
		else
			free(path);
	}
	p->dirs = (const char *const *)p->own;
	p->glossary = glossary_of(p->dirs, p->n);
	file_list_free(names, n);
	if (ok && p->n == 0)
		ok = err_set(
		    e, ERR_DATA, "there are no packs in %s: name some, or set CAREER_DATA", dir);
	free(data);
	free(dir);
	return ok;
}

static bool
choose_packs(struct packs *p, const struct cmdline *cmd, struct err *e)
{
	memset(p, 0, sizeof *p);
	if (cmd->nargs == 0)
		return packs_find(p, e);
	p->dirs = cmd->args;
	p->n = cmd->nargs;
	p->glossary = glossary_of(p->dirs, p->n);
	return true;
}

/* --- what came of it ------------------------------------------------------------------------- */

void
packs_say(const struct cli *c, const struct buf *lines)
{
	const char *at = lines->data;

	while (*at) {
		size_t len = strcspn(at, "\n");
		char *line = mem_ndup(at, len);

		cli_say(c, line);
		free(line);
		at += len + (at[len] == '\n');
	}
}

static void
say_counts(struct buf *out, const struct build_counts *n)
{
	const struct {
		size_t n;
		const char *one, *many;
	} parts[] = {
	    {n->packs, "pack", "packs"},
	    {n->sources, "source", "sources"},
	    {n->roles, "role", "roles"},
	    {n->figures, "figure", "figures"},
	    {n->skills, "skill", "skills"},
	    {n->programs, "program", "programs"},
	    {n->guide, "guide text", "guide texts"},
	    {n->terms, "term", "terms"},
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		buf_addf(out, "%s%zu %s", i ? ", " : ": ", parts[i].n,
		    parts[i].n == 1 ? parts[i].one : parts[i].many);
	buf_addc(out, '\n');
}

char *
packs_target(const struct cmdline *cmd, struct err *e)
{
	char *path = cmd->output ? mem_dup(cmd->output) : catalog_default_path();

	if (!path)
		err_set(e, ERR_DATA, "there is no home folder: name the catalog with -o FILE");
	else if (cmd->output || file_make_parent(path, e))
		return path;
	free(path);
	return NULL;
}

bool
verb_build(struct cli *c, struct err *e)
{
	struct build_counts counts = {0};
	struct buf lines = BUF_INIT;
	struct packs p;
	char *target = NULL;
	bool ok = choose_packs(&p, c->cmd, e);

	ok = ok && (target = packs_target(c->cmd, e));
	ok = ok && build_catalog(target, p.dirs, p.n, p.glossary, &lines, &counts, e);
	packs_say(c, &lines);
	if (ok) {
		buf_adds(&c->out.buf, "built ");
		text_safes(&c->out.buf, target, c->ascii);
		say_counts(&c->out.buf, &counts);
	}
	buf_free(&lines);
	free(target);
	packs_free(&p);
	return ok;
}

bool
verb_check(struct cli *c, struct err *e)
{
	struct build_counts counts = {0};
	struct buf lines = BUF_INIT;
	struct packs p;
	bool ok =
	    choose_packs(&p, c->cmd, e) && build_check(p.dirs, p.n, p.glossary, &lines, &counts, e);

	packs_say(c, &lines);
	if (ok) {
		buf_adds(&c->out.buf, "no errors");
		say_counts(&c->out.buf, &counts);
	}
	buf_free(&lines);
	packs_free(&p);
	return ok;
}
