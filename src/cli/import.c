/* import.c - `career import`: publishers' sets into the catalog, how far it is, and what came of it. */
#include "career/base/file.h"
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/build/import.h"
#include "packs.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --- interruption ---------------------------------------------------------------------------- */

static volatile sig_atomic_t interrupted;

static void
on_signal(int number)
{
	(void)number;
	interrupted = 1;
}

static void
catch_signals(bool on)
{
	static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction act = {.sa_handler = on ? on_signal : SIG_DFL};

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction was;

		/* What is ignored (nohup) stays so. */
		if (sigaction(numbers[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
			sigaction(numbers[i], &act, NULL);
	}
}

/* --- how far it is --------------------------------------------------------------------------- */

/* One line on a terminal, written over again. */
struct meter {
	bool shows, ascii;
	int width;          /* cells of the line that stands there */
	double begun, said; /* seconds: of this member, and of the line */
	char member[256];   /* whose time is taken */
};

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
put_line(struct meter *m, const char *text)
{
	struct buf line = BUF_INIT;
	int width = text_width(text);

	buf_addf(&line, "\r%s", text);
	if (width < m->width)
		buf_pad(&line, ' ', (size_t)(m->width - width));
	buf_addc(&line, '\r');
	m->width = width;
	fwrite(line.data, 1, line.len, stderr);
	fflush(stderr);
	buf_free(&line);
}

/* "12%, 1,234 rows, 3 s left " */
static void
put_share(struct buf *out, const struct meter *m, const struct import_progress *p, double now)
{
	double share = p->size > 0 ? (double)p->at / (double)p->size : 0, left;

	/* What a workbook holds is unpacked: more than its size. */
	if (share > 0 && share <= 1)
		buf_addf(out, "%d%%, ", (int)(share * 100));
	num_full(out, (double)p->rows);
	buf_adds(out, " rows");
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
	enum { CELLS = 78 };
	struct buf text = BUF_INIT, safe = BUF_INIT, line = BUF_INIT;

	if (p->kind != NULL)
		buf_addf(&text, "%s: ", p->kind);
	if (p->rows > 0)
		put_share(&text, m, p, now);
	buf_adds(&text, p->kind != NULL ? member_name(p->what) : p->what);
	text_safes(&safe, text.data, m->ascii);
	text_clip(&line, safe.data, CELLS, "~");
	put_line(m, line.data);
	buf_free(&text);
	buf_free(&safe);
	buf_free(&line);
}

static bool
on_progress(void *ctx, const struct import_progress *p)
{
	const double least = 0.1;
	struct meter *m = ctx;
	double now;

	if (interrupted)
		return false;
	if (!m->shows)
		return true;
	now = seconds();
	if (strncmp(m->member, p->what, sizeof m->member - 1) != 0) {
		snprintf(m->member, sizeof m->member, "%s", p->what);
		m->begun = now;
	}
	if (now - m->said >= least) {
		m->said = now;
		say_progress(m, p, now);
	}
	return true;
}

static void
clear_line(struct meter *m)
{
	if (m->width > 0)
		put_line(m, "");
}

/* --- what came of it ------------------------------------------------------------------------- */

static void
put_count(struct buf *out, uint64_t n, const char *one, const char *many)
{
	num_full(out, (double)n);
	buf_addf(out, " %s", n == 1 ? one : many);
}

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
	buf_adds(out, "  columns that this release lacks: ");
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
	struct meter meter = {.shows = isatty(STDERR_FILENO) == 1, .ascii = c->ascii};
	struct import_want w = *want;
	struct import_result r;
	bool ok;

	w.progress = on_progress;
	w.ctx = &meter;
	catch_signals(true);
	ok = build_import(&w, &r, e);
	catch_signals(false);
	clear_line(&meter);
	packs_say(c, &r.lines);
	if (ok)
		put_result(c, &r, w.target);
	import_result_free(&r);
	return ok;
}

bool
verb_import(struct cli *c, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	struct import_want w = {
	    .rejects = cmd->rejects, .keep = !cmd->no_keep, .dry = cmd->dry_run};
	struct packs packs;
	struct err none;
	char *target;
	bool ok;

	if (!choose(&w, cmd, e))
		return false;
	target = packs_target(cmd, e);
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
