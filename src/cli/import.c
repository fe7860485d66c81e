/* import.c - `career import`: publishers' sets into the catalog, how far it is, and what came of it. */
#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/build/import.h"
#include "meter.h"
#include "packs.h"
#include "sets.h"

#include <stdlib.h>
#include <string.h>

/* --- how far it is --------------------------------------------------------------------------- */

static void
put_count(struct buf *out, uint64_t n, const char *one, const char *many)
{
	num_full(out, (double)n);
	buf_addf(out, " %s", n == 1 ? one : many);
}

/* "12%, 1,234 rows, 3 s left " */
static void
put_share(struct buf *out, const struct meter *m, const struct import_progress *p, double now)
{
	double share = p->size > 0 ? (double)p->at / (double)p->size : 0, left;

	if (share > 0 && share <= 1)
		buf_addf(out, "%d%%, ", (int)(share * 100));
	put_count(out, p->rows, "row", "rows");
	left = share > 0 && share <= 1 ? (now - m->begun) * (1 - share) / share : 0;
	if (left > 0 && now - m->begun > 1)
		buf_addf(out, ", %d s left", (int)left + 1);
	buf_addc(out, ' ');
}

/* "set.zip: dir/file.csv": the last part of it. */
static const char *
member_name(const char *place)
{
	const char *slash = strrchr(place, '/'), *name = slash != NULL ? slash + 1 : place;
	const char *inner = strstr(name, ": ");

	return inner != NULL ? inner + 2 : name;
}

static void
say_progress(struct meter *m, const struct import_progress *p, double now)
{
	struct buf text = BUF_INIT;

	if (p->kind != NULL)
		buf_addf(&text, "%s: ", p->kind);
	if (p->rows > 0)
		put_share(&text, m, p, now);
	buf_adds(&text, p->kind != NULL ? member_name(p->what) : p->what);
	meter_line(m, text.data);
	buf_free(&text);
}

static bool
on_progress(void *ctx, const struct import_progress *p)
{
	struct meter *m = ctx;
	double now;

	if (meter_interrupted())
		return false;
	if (!m->shows)
		return true;
	now = meter_now();
	if (meter_due(m, p->what, now))
		say_progress(m, p, now);
	return true;
}

/* --- what came of it ------------------------------------------------------------------------- */

static void
put_repairs(struct buf *out, const struct import_report *p)
{
	const struct {
		uint64_t n;
		const char *one, *many;
	} parts[] = {
	    {p->repairs.bytes, "character", "characters"},
	    {p->repairs.formulas, "formula around a code", "formulas around codes"},
	    {p->codes_repaired, "code that had lost zeros", "codes that had lost zeros"},
	};
	bool first = true;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].n == 0)
			continue;
		buf_adds(out, first ? "  repaired: " : ", ");
		put_count(out, parts[i].n, parts[i].one, parts[i].many);
		first = false;
	}
	buf_adds(out, first ? "" : "\n");
}

static void
put_absent(struct buf *out, const struct import_report *p)
{
	if (p->absent.len == 0)
		return;
	buf_adds(out, "  not in this release: ");
	for (const char *s = p->absent.data; *s != '\0'; s++)
		if (*s != '\n')
			buf_addc(out, *s);
		else if (s[1] != '\0')
			buf_adds(out, ", ");
	buf_addc(out, '\n');
}

static void
put_set(struct cli *c, const struct import_set *s, const char *target)
{
	const struct import_report *p = &s->report;
	struct buf *out = &c->out.buf;

	buf_addf(out, "%s %s", c->cmd->dry_run ? "would import" : "imported", s->importer->kind);
	if (s->release[0] != '\0') {
		buf_addc(out, ' ');
		text_safes(out, s->release, c->ascii);
	}
	buf_adds(out, " into ");
	text_safes(out, target, c->ascii);
	buf_adds(out, ": ");
	put_count(out, p->read, "row", "rows");
	buf_adds(out, " read, ");
	num_full(out, (double)p->kept);
	buf_adds(out, " kept, ");
	num_full(out, (double)p->rejected);
	buf_adds(out, " rejected\n");
	for (size_t i = 0; i < p->nreasons; i++) {
		buf_adds(out, "  rejected: ");
		num_full(out, (double)p->reasons[i].n);
		buf_addf(out, ", %s\n", p->reasons[i].reason);
	}
	put_repairs(out, p);
	put_absent(out, p);
	if (s->stays.len > 0)
		buf_addf(out, "  as imported before: %s\n", s->stays.data);
}

static void
put_result(struct cli *c, const struct import_result *r, const char *target)
{
	for (size_t i = 0; i < IMPORT_KINDS; i++)
		if (r->set[i].importer != NULL)
			put_set(c, &r->set[i], target);
}

/* --- the verb -------------------------------------------------------------------------------- */

static bool
is_kind(const char *word)
{
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL && strcmp(importers[i]->kind, word) == 0)
			return true;
	return false;
}

/* The first argument is a KIND when one is called so, or when there is no such file and others are named. */
static bool
choose(struct import_want *w, const struct cmdline *cmd, struct err *e)
{
	const char *first = cmd->args[0];

	w->paths = cmd->args;
	w->npaths = cmd->nargs;
	if (!is_kind(first)
	    && (file_exists(first) || cmd->nargs == 1 || strpbrk(first, "/.") != NULL))
		return true;
	w->kind = first;
	w->paths++;
	w->npaths--;
	return w->npaths > 0
	    || err_set(e, ERR_USAGE,
		"too few arguments: name the files of %s (a file called so: ./%s)", first, first);
}

static bool
import(struct cli *c, const struct import_want *want, struct err *e)
{
	struct import_want w = *want;
	struct import_result r;
	struct meter meter;
	bool ok;

	meter_init(&meter, c->ascii);
	w.progress = on_progress;
	w.ctx = &meter;
	meter_catch(true);
	ok = build_import(&w, &r, e);
	meter_catch(false);
	meter_clear(&meter);
	packs_say(c, &r.lines);
	if (ok)
		put_result(c, &r, w.target);
	import_result_free(&r);
	return ok;
}

bool
sets_import(struct cli *c, const char *kind, const char *const *paths, size_t npaths, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	struct import_want w = {.kind = kind,
	    .paths = paths,
	    .npaths = npaths,
	    .rejects = cmd->rejects,
	    .keep = !cmd->no_keep,
	    .dry = cmd->dry_run};
	struct packs packs;
	struct err none;
	char *target = packs_target(cmd, e);
	bool ok;

	if (target == NULL)
		return false;
	/* Needed only where there is no catalog to copy: then their absence is said. */
	(void)packs_find(&packs, &none);
	w.target = target;
	w.packs = packs.dirs;
	w.npacks = packs.n;
	w.glossary = packs.glossary;
	ok = import(c, &w, e);
	packs_free(&packs);
	free(target);
	return ok;
}

bool
verb_import(struct cli *c, struct err *e)
{
	struct import_want w = {0};

	return choose(&w, c->cmd, e) && sets_import(c, w.kind, w.paths, w.npaths, e);
}
