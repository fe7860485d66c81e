/*
 * profile.c - `career profile`: the person's own file: what is in it, out and in, copies, the end of it.
 *
 * Nothing but `erase` removes anything, and that asks. It needs no catalog.
 */
#include "career/store/profile.h"

#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/out/out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { UNCUT = 1 << 14, MAX_IMPORT = 64 << 20 };

struct job {
	struct cli *c;
	char *path;       /* of the profile */
	const char *file; /* further argument, NULL */
};

static bool say(struct job *j, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* One safe line of output. */
static bool
say(struct job *j, const char *fmt, ...)
{
	struct buf raw = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&raw, fmt, ap);
	va_end(ap);
	text_safes(&j->c->out.buf, raw.data, j->c->ascii);
	buf_addc(&j->c->out.buf, '\n');
	sink_flush(&j->c->out);
	buf_free(&raw);
	return true;
}

static struct profile *
open_it(const struct job *j, struct err *e)
{
	struct profile *p = profile_open(j->path, e);
	char *copy = p == NULL ? profile_mendable(j->path) : NULL;

	if (copy != NULL) {
		size_t len = strlen(e->text);

		snprintf(e->text + len, sizeof e->text - len,
		    "; `career profile restore` puts the copy %s in its place", copy);
		free(copy);
	}
	return p;
}

/* --- what is there --------------------------------------------------------------------------- */

static void
row(struct out *o, const char *what, const char *value, const char *note)
{
	out_row(o,
	    (const struct cell[]){{.kind = CELL_TEXT, .text = what},
		{.kind = CELL_TEXT, .text = value},
		{.kind = *note != '\0' ? CELL_TEXT : CELL_ABSENT, .text = note}});
}

static void
day_of(int64_t seconds, char *day, size_t size)
{
	time_t t = (time_t)seconds;
	struct tm tm;

	day[0] = '\0';
	if (gmtime_r(&t, &tm) != NULL)
		strftime(day, size, "%Y-%m-%d", &tm);
}

static void
rows_of_copies(struct out *o, const char *path)
{
	struct profile_backups all;
	struct err e;

	if (!profile_backups(path, &all, &e))
		return;
	for (size_t i = 0; i < all.n; i++) {
		char day[24], note[64];

		day_of(all.b[i].made, day, sizeof day);
		snprintf(note, sizeof note, "%s, %s", day,
		    profile_backup_good(&all.b[i]) ? "whole" : "damaged");
		row(o, "copy", all.b[i].path, note);
	}
	profile_backups_free(&all);
}

static void
print_status(struct job *j, struct profile *p)
{
	static const struct out_column cols[] = {
	    {"what", "What", false, 0}, {"value", "Value", false, 0}, {"note", "Note", false, 0}};
	struct cli *c = j->c;
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, false);
	struct stat st;
	char text[32];

	o.width = UNCUT;
	out_begin(&o);
	row(&o, "file", j->path, file_exists(j->path) ? "" : "not made yet");
	if (stat(j->path, &st) == 0) {
		snprintf(text, sizeof text, "%lld", (long long)st.st_size);
		row(&o, "size", text, "bytes");
	}
	for (size_t i = 0; i < nprofile_tables; i++) {
		snprintf(text, sizeof text, "%zu", profile_count(p, i));
		row(&o, profile_tables[i].name, text, profile_tables[i].says);
	}
	rows_of_copies(&o, j->path);
	out_end(&o);
}

static bool
show(struct job *j, struct err *e)
{
	struct profile *p = open_it(j, e);

	if (p != NULL)
		print_status(j, p);
	profile_close(p);
	return p != NULL;
}

static void
print_name(void *ctx, const char *name)
{
	struct job *j = ctx;
	char *path = profile_find(name);

	say(j, "%s\t%s", name, path);
	free(path);
}

static bool
list(struct job *j, struct err *e)
{
	return profile_names(print_name, j, e);
}

/* --- out and in ------------------------------------------------------------------------------ */

static bool
put_out(struct job *j, const struct buf *text, struct err *e)
{
	if (j->file == NULL) {
		buf_add(&j->c->out.buf, text->data, text->len);
		return true;
	}
	if (file_exists(j->file))
		return err_set(e, ERR_USAGE, "%s is there already: name a new file", j->file);
	return file_write_atomic(j->file, text->data, text->len, 0600, e)
	    && say(j, "wrote %s", j->file);
}

static bool export(struct job *j, struct err *e)
{
	struct profile *p = open_it(j, e);
	struct buf text = BUF_INIT;
	bool ok = p != NULL && profile_export(p, &text, e) && put_out(j, &text, e);

	profile_close(p);
	buf_free(&text);
	return ok;
}

/* One step of undo. */
static bool
take_in(struct job *j, struct profile *p, const struct buf *text, struct err *e)
{
	const char *slash = strrchr(j->file, '/');
	struct profile_imported n;
	struct profile_step step;
	char words[sizeof step.words];

	snprintf(words, sizeof words, "import %.150s", slash != NULL ? slash + 1 : j->file);
	profile_step_begin(p);
	return profile_import(p, j->file, text->data, text->len, &n, e)
	    && profile_step_end(p, words, "", &step, e)
	    && say(j, "%zu new, %zu replaced, %zu were there already", n.added, n.replaced, n.same);
}

static bool
import(struct job *j, struct err *e)
{
	struct buf text = BUF_INIT;
	struct profile *p;
	bool ok;

	if (j->file == NULL)
		return err_set(e, ERR_USAGE, "which file? career profile import FILE");
	if (!file_read(j->file, MAX_IMPORT, &text, e))
		return false;
	p = open_it(j, e);
	ok = p != NULL && take_in(j, p, &text, e);
	profile_close(p);
	buf_free(&text);
	return ok;
}

/* --- a damaged one, and the end -------------------------------------------------------------- */

static bool
restore(struct job *j, struct err *e)
{
	char *copy = j->file != NULL ? mem_dup(j->file) : profile_mendable(j->path), *aside = NULL;
	bool ok;

	if (copy == NULL && file_exists(j->path))
		return err_set(e, ERR_NOTFOUND,
		    "%s can be read, or has no whole copy: `career profile` lists them, `career "
		    "profile restore COPY` takes one",
		    j->path);
	if (copy == NULL)
		return err_set(e, ERR_NOTFOUND, "no profile %s: name a copy to restore", j->path);
	ok = profile_restore(j->path, copy, &aside, e)
	    && say(j, "restored %s from %s", j->path, copy);
	if (ok && aside != NULL)
		say(j, "what was there is kept as %s", aside);
	free(aside);
	free(copy);
	return ok;
}

static void
say_erased(void *ctx, const char *path)
{
	say(ctx, "removed %s", path);
}

static bool
agreed(const struct job *j)
{
	char answer[16];

	if (j->c->cmd->yes)
		return true;
	if (!isatty(STDIN_FILENO) || !j->c->tty)
		return false;
	fprintf(stderr, "Remove everything you kept, with all copies? Type yes: ");
	return fgets(answer, sizeof answer, stdin) != NULL && strcmp(answer, "yes\n") == 0;
}

static bool
erase(struct job *j, struct err *e)
{
	if (!agreed(j))
		return err_set(e, ERR_USAGE,
		    "nothing was removed: --yes removes %s with all copies of it", j->path);
	return profile_erase(j->path, say_erased, j, e);
}

/* --- which ----------------------------------------------------------------------------------- */

static const struct act {
	const char *name;
	bool (*run)(struct job *j, struct err *e);
	bool takes_file;
	const char *help;
} acts[] = {
    {"show", show, false, "what is in it, and the copies of it"},
    {"list", list, false, "the profiles that have a name"},
    {"export", export, true, "writes it as text"},
    {"import", import, true, "takes such a text in"},
    {"restore", restore, true, "puts a copy in place of a damaged file"},
    {"erase", erase, false, "removes it and its copies"},
};
enum { ACTS = sizeof acts / sizeof *acts };

const char *
profile_act(size_t i, const char **help)
{
	if (help != NULL)
		*help = i < ACTS ? acts[i].help : NULL;
	return i < ACTS ? acts[i].name : NULL;
}

static const struct act *
find_act(const char *name, struct err *e)
{
	const char *names[ACTS], *near;

	for (size_t i = 0; i < ACTS; i++) {
		names[i] = acts[i].name;
		if (strcmp(acts[i].name, name) == 0)
			return &acts[i];
	}
	near = text_nearest(name, names, ACTS);
	err_set(e, ERR_USAGE,
	    "profile does not know '%s'%s%s; it takes show, list, export, import, "
	    "restore, erase",
	    name, near != NULL ? "; nearest: " : "", near != NULL ? near : "");
	return NULL;
}

bool
verb_profile(struct cli *c, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	const struct act *act = find_act(cmd->nargs > 0 ? cmd->args[0] : "show", e);
	struct job j = {.c = c, .file = cmd->nargs > 1 ? cmd->args[1] : NULL};
	bool ok;

	if (act == NULL)
		return false;
	if (j.file != NULL && !act->takes_file)
		return err_set(e, ERR_USAGE, "profile %s takes no file", act->name);
	j.path = profile_find(cmd->options.profile);
	if (j.path == NULL)
		return err_set(e, ERR_DATA, "no home folder: name a file with --profile");
	ok = act->run(&j, e);
	free(j.path);
	return ok;
}
