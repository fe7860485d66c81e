/* note.c - `career note`, `career tag`: what a person writes on a thing. */
#include "career/base/buf.h"
#include "career/base/mem.h"
#include "shelf.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- notes ------------------------------------------------------------------------------------- */

struct noting {
	struct db *db;
	const char *text;
};

/* A byte more than there is room for is enough to know. */
static bool
read_input(struct buf *out, struct err *e)
{
	char bytes[4096];
	ssize_t n;

	while (out->len <= PROFILE_NOTE_MAX && (n = read(STDIN_FILENO, bytes, sizeof bytes)) > 0)
		buf_add(out, bytes, (size_t)n);
	if (memchr(out->data, '\0', out->len) != NULL)
		return err_set(e, ERR_USAGE, "the note holds a NUL: nothing was kept");
	while (out->len > 0 && strchr(" \t\r\n", out->data[out->len - 1]) != NULL)
		buf_remove(out, out->len - 1, 1);
	return true;
}

static bool
write_note(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	const struct noting *n = ctx;
	struct kept_thing t;

	if (!shelf_find(&t, n->db, p, c->cmd->args[0], e)
	    || !profile_note_set(p,
		&(struct kept_note){
		    .list = t.list, .key = t.key, .title = t.title, .text = n->text},
		e))
		return false;
	shelf_say(c, n->text[0] != '\0' ? "note on %s is kept" : "no note on %s", t.title);
	return true;
}

static bool
set_note(struct cli *c, struct db *db, struct err *e)
{
	struct noting n = {db, c->cmd->args[1]};
	struct buf text = BUF_INIT;
	bool ok = true;

	if (strcmp(n.text, "-") == 0) {
		ok = read_input(&text, e);
		n.text = text.data;
	}
	ok = ok && cli_write(c, write_note, &n, e);
	buf_free(&text);
	return ok;
}

static const struct out_column note_columns[] = {{"list", "List", false, 8},
    {"key", "Key", false, 0}, {"title", "Title", false, 30}, {"changed", "Changed", false, 20},
    {"note", "Note", false, 40}};

static struct out
notes_table(struct cli *c)
{
	return cli_table(c, note_columns, sizeof note_columns / sizeof *note_columns, true);
}

static void
print_note(void *ctx, const struct kept_note *n)
{
	out_row(ctx,
	    (const struct cell[]){out_text(n->list), out_text(n->key), out_text(n->title),
		out_text(n->changed), out_text(n->text)});
}

static bool
print_notes(struct cli *c, struct profile *p, struct err *e)
{
	struct out o = notes_table(c);
	bool ok;

	out_begin(&o);
	ok = p == NULL || profile_notes(p, print_note, &o, e);
	out_end(&o);
	return ok;
}

struct only {
	struct out *o;
	const struct kept_thing *t;
};

static void
print_its_note(void *ctx, const struct kept_note *n)
{
	struct only *x = ctx;

	if (strcmp(n->list, x->t->list) == 0 && strcmp(n->key, x->t->key) == 0)
		print_note(x->o, n);
}

static bool
print_one(struct cli *c, struct db *db, struct profile *p, struct err *e)
{
	struct kept_thing t;
	char *text;
	bool ok;

	if (!shelf_find(&t, db, p, c->cmd->args[0], e))
		return false;
	if (cmdline_said(c->cmd, OPT_FORMAT)) {
		struct out o = notes_table(c);
		struct only x = {&o, &t};

		out_begin(&o);
		ok = p == NULL || profile_notes(p, print_its_note, &x, e);
		out_end(&o);
		return ok && (o.rows > 0 || err_set(e, ERR_NOTFOUND, "%s", ""));
	}
	text = p != NULL ? profile_note(p, t.list, t.key) : NULL;
	if (text == NULL)
		return err_set(e, ERR_NOTFOUND, "no note on %s", t.title);
	shelf_lines(c, text);
	free(text);
	return true;
}

static bool
with_catalog(struct cli *c, bool (*run)(struct cli *c, struct db *db, struct err *e), struct err *e)
{
	struct db *db = cli_catalog(c, e);
	bool ok = db != NULL && run(c, db, e);

	db_close(db);
	return ok;
}

static bool
show_note(struct cli *c, struct db *db, struct err *e)
{
	struct profile *p = cli_profile(c);
	bool ok = print_one(c, db, p, e);

	profile_close(p);
	return ok;
}

bool
verb_note(struct cli *c, struct err *e)
{
	struct profile *p;
	bool ok;

	if (c->cmd->nargs > 0)
		return with_catalog(c, c->cmd->nargs > 1 ? set_note : show_note, e);
	p = cli_profile(c);
	ok = print_notes(c, p, e);
	profile_close(p);
	return ok;
}

/* --- tags -------------------------------------------------------------------------------------- */

static bool
write_tags(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct buf word = BUF_INIT;
	struct kept_thing t;
	bool ok = shelf_find(&t, ctx, p, c->cmd->args[0], e);

	for (size_t i = 1; ok && i < c->cmd->nargs; i++) {
		const char *said = c->cmd->args[i];
		bool on = said[0] != '-';

		buf_clear(&word);
		ok = kept_tag_word(said + !on, &word, e)
		    && profile_tag(p, &(struct kept_tag){t.list, t.key, t.title, word.data}, on, e);
	}
	buf_free(&word);
	return ok;
}

static bool
set_tags(struct cli *c, struct db *db, struct err *e)
{
	return cli_write(c, write_tags, db, e);
}

struct listing {
	struct out o;
	const struct kept_thing *only; /* NULL: of all */
};

static void
print_tag(void *ctx, const struct kept_tag *t)
{
	struct listing *l = ctx;

	if (l->only != NULL
	    && (strcmp(l->only->list, t->list) != 0 || strcmp(l->only->key, t->key) != 0))
		return;
	out_row(&l->o,
	    (const struct cell[]){
		out_text(t->tag), out_text(t->list), out_text(t->key), out_text(t->title)});
}

static bool
print_tags(struct cli *c, const struct kept_thing *only, struct profile *p, struct err *e)
{
	static const struct out_column cols[] = {{"tag", "Tag", false, 16},
	    {"list", "List", false, 8}, {"key", "Key", false, 0}, {"title", "Title", false, 36}};
	struct listing l = {cli_table(c, cols, sizeof cols / sizeof *cols, true), only};
	bool ok;

	out_begin(&l.o);
	ok = p == NULL || profile_tags(p, print_tag, &l, e);
	out_end(&l.o);
	return ok && (only == NULL || l.o.rows > 0 || err_set(e, ERR_NOTFOUND, "%s", ""));
}

static bool
show_tags(struct cli *c, struct db *db, struct err *e)
{
	struct profile *p = cli_profile(c);
	struct kept_thing t;
	bool ok = shelf_find(&t, db, p, c->cmd->args[0], e) && print_tags(c, &t, p, e);

	profile_close(p);
	return ok;
}

bool
verb_tag(struct cli *c, struct err *e)
{
	struct profile *p;
	bool ok;

	if (c->cmd->nargs > 0)
		return with_catalog(c, c->cmd->nargs > 1 ? set_tags : show_tags, e);
	p = cli_profile(c);
	ok = print_tags(c, NULL, p, e);
	profile_close(p);
	return ok;
}
