/* shortlist.c - `career shortlist`, `career looked`: what a person considers, and what one has looked at. */
#include "career/page/shortlist.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "shelf.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* --- changing it ------------------------------------------------------------------------------ */

struct writing {
	struct db *db;
	struct sources *src;
	struct buf said; /* a line each, for when all is kept */
};

static bool
add(struct profile *p, struct writing *w, const struct kept_thing *t, struct err *e)
{
	if (t->id == 0)
		return err_set(e, ERR_NOTFOUND, "the catalog no longer has '%s'", t->title);
	if (!shortlist_add(p, w->db, w->src, t, e))
		return false;
	buf_addf(&w->said, "on your shortlist: %s\n", t->title);
	return true;
}

static bool
drop(struct profile *p, struct writing *w, const struct kept_thing *t, struct err *e)
{
	bool has;

	if (!shortlist_has(p, t->list, t->key, &has, e))
		return false;
	if (!has)
		return err_set(e, ERR_NOTFOUND, "'%s' is not on your shortlist", t->title);
	if (!profile_item_drop(p, t->list, t->key, e))
		return false;
	buf_addf(&w->said, "off your shortlist: %s\n", t->title);
	return true;
}

static bool
each_key(struct cli *c, struct profile *p, struct writing *w,
    bool (*act)(struct profile *p, struct writing *w, const struct kept_thing *t, struct err *e),
    struct err *e)
{
	bool ok = true;

	for (size_t i = 1; ok && i < c->cmd->nargs; i++) {
		struct kept_thing t;

		ok = shelf_find(&t, w->db, p, c->cmd->args[i], e) && act(p, w, &t, e);
	}
	return ok;
}

static bool
move(struct cli *c, struct profile *p, const struct writing *w, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	struct kept_thing t;
	char *end = NULL;
	long place = cmd->nargs == 3 ? strtol(cmd->args[2], &end, 10) : 0;

	if (cmd->nargs != 3 || *end != '\0' || place < 1)
		return err_set(
		    e, ERR_USAGE, "to which place? career shortlist move KEY N, counted from 1");
	return shelf_find(&t, w->db, p, cmd->args[1], e)
	    && shortlist_place(p, t.list, t.key, place, e);
}

static bool
write_it(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	const char *what = c->cmd->args[0];

	if (c->cmd->nargs < 2)
		return err_set(e, ERR_USAGE, "which one? career shortlist %s KEY", what);
	return strcmp(what, "add") == 0 ? each_key(c, p, ctx, add, e)
	    : strcmp(what, "drop") == 0 ? each_key(c, p, ctx, drop, e)
					: move(c, p, ctx, e);
}

/* --- printing it ------------------------------------------------------------------------------ */

static struct cell
number(struct arena *a, int64_t n)
{
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%" PRId64, n)};
}

/* "#cheap #online" */
static struct cell
tags(struct arena *a, const char *text)
{
	struct cell c = {.kind = *text != '\0' ? CELL_LIST : CELL_ABSENT};
	const char **items = arena_alloc(a, (strlen(text) + 1) * sizeof *items);

	for (size_t len; *text != '\0'; text += len + (text[len] != '\0')) {
		len = strcspn(text, " ");
		items[c.nitems++] = arena_ndup(a, text + 1, len - 1);
	}
	c.items = items;
	return c;
}

static void
print_table(struct cli *c, const struct shortlist *s, struct arena *a)
{
	static const struct out_column cols[] = {{"place", "Place", true, 5},
	    {"list", "List", false, 8}, {"key", "Key", false, 0}, {"title", "Title", false, 36},
	    {"since", "Since", false, 10}, {"tags", "Tags", false, 12},
	    {"figures", "Figures", false, 40}, {"note", "Note", false, 30},
	    {"catalog", "In the catalog", false, 8}};
	struct out o = cli_table(c, cols, sizeof cols / sizeof *cols, true);

	out_begin(&o);
	for (size_t i = 0; i < s->n; i++) {
		const struct shortlist_item *it = &s->item[i];
		const char *figures = "";

		for (size_t k = 0; k < it->is.n; k++)
			figures = arena_printf(a, "%s%s%s: %s", figures, k > 0 ? "; " : "",
			    it->is.f[k].measure, it->is.f[k].says);
		out_row(&o,
		    (const struct cell[]){number(a, it->words.place), out_text(it->thing.list),
			out_text(it->thing.key), out_text(it->thing.title),
			out_text(it->words.added), tags(a, it->words.tags), out_text(figures),
			out_text(it->words.note), out_text(it->thing.id != 0 ? "there" : "gone")});
	}
	out_end(&o);
}

static bool
print_page(
    struct cli *c, const struct shortlist *s, const struct changed_items *changed, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct shortlist_words w = {
	    .example = "Try: career shortlist add machine-learning-engineer"};
	size_t *first = mem_zero(s->n + 1, sizeof *first);
	struct buf says = BUF_INIT;
	struct page p;
	bool ok;

	if (changed->changed > 0)
		changes_say(changed, &says);
	w.changes = says.data;
	page_init(&p, &opts);
	ok = page_shortlist(&p, s, &w, first, e);
	if (ok) {
		page_close(&p);
		cli_print_page(c, &p);
	}
	page_free(&p);
	buf_free(&says);
	free(first);
	return ok;
}

static bool
print(struct cli *c, struct reader *r, struct err *e)
{
	struct profile *p = cli_profile(c);
	struct changed_items changed = {0};
	struct shortlist s;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = shortlist_read(&s, r->db, &r->sources, p, &a, e)
	    && (p == NULL || changes_read(&changed, r->db, &r->sources, p, &a, e));
	if (ok && cmdline_said(c->cmd, OPT_FORMAT))
		print_table(c, &s, &a);
	else if (ok)
		ok = print_page(c, &s, &changed, e);
	arena_free(&a);
	profile_close(p);
	return ok;
}

static bool
change(struct cli *c, struct reader *r, struct err *e)
{
	struct writing w = {r->db, &r->sources, BUF_INIT};
	bool ok = cli_write(c, write_it, &w, e);

	if (ok)
		shelf_lines(c, w.said.data);
	buf_free(&w.said);
	return ok;
}

const char *
shortlist_act(size_t i, const char **help)
{
	static const struct {
		const char *name, *help;
	} acts[] = {{"add", "puts things on it"}, {"drop", "takes things off it"},
	    {"move", "moves a thing to a place"}};

	if (i >= sizeof acts / sizeof *acts)
		return NULL;
	if (help != NULL)
		*help = acts[i].help;
	return acts[i].name;
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	if (c->cmd->nargs == 0)
		return print(c, r, e);
	for (size_t i = 0; shortlist_act(i, NULL) != NULL; i++)
		if (strcmp(c->cmd->args[0], shortlist_act(i, NULL)) == 0)
			return change(c, r, e);
	return err_set(e, ERR_USAGE, "'%s': a shortlist takes add, drop or move", c->cmd->args[0]);
}

bool
verb_shortlist(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}

/* --- what was looked at ------------------------------------------------------------------------ */

struct looking {
	struct out o;
	struct arena a;
	long left; /* rows that may still be printed; below 0: all */
};

static void
print_look(void *ctx, const struct kept_look *l)
{
	struct looking *k = ctx;

	if (k->left == 0)
		return;
	k->left--;
	out_row(&k->o,
	    (const struct cell[]){out_text(l->list), out_text(l->key), out_text(l->title),
		number(&k->a, l->n), out_text(l->last)});
}

bool
verb_looked(struct cli *c, struct err *e)
{
	static const struct out_column cols[] = {{"list", "List", false, 8},
	    {"key", "Key", false, 0}, {"title", "Title", false, 36}, {"times", "Times", true, 5},
	    {"last", "Last, UTC", false, 24}};
	struct looking k = {
	    .o = cli_table(c, cols, sizeof cols / sizeof *cols, true), .left = c->cmd->limit};
	struct profile *p = cli_profile(c);
	bool ok;

	arena_init(&k.a);
	out_begin(&k.o);
	ok = p == NULL || profile_looked(p, print_look, &k, e);
	out_end(&k.o);
	arena_free(&k.a);
	profile_close(p);
	return ok;
}
