/*
 * reload.c - another catalog stands where the open one was found: it is offered, and opened in its place.
 *
 * The open file stays readable as long as it is open, whatever becomes of its name; its number cannot be given to
 * another meanwhile, so that number and device tell whether the name leads to another file.
 */
#include "career/store/catalog.h"
#include "state.h"
#include "undo_part.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- which file ------------------------------------------------------------------------------ */

static struct file_id
id_of(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return (struct file_id){0};
	return (struct file_id){true, st.st_dev, st.st_ino};
}

static bool
same_file(struct file_id a, struct file_id b)
{
	return a.there == b.there && a.dev == b.dev && a.ino == b.ino;
}

struct db *
app_open_catalog(struct app *a, struct err *e)
{
	/* Before it is opened: what comes in between is offered. */
	a->catalog_path = catalog_find(a->opts.catalog);
	a->catalog_id = a->catalog_seen = id_of(a->catalog_path);
	return catalog_open(a->catalog_path, e);
}

bool
app_replaced(const struct app *a)
{
	return a->catalog_seen.there && !same_file(a->catalog_seen, a->catalog_id);
}

void
app_offer_reload(struct app *a)
{
	char *path;
	struct file_id now;

	if (a->message[0] != '\0')
		return;
	path = catalog_find(a->opts.catalog);
	now = id_of(path);
	free(path);
	if (same_file(now, a->catalog_seen))
		return;
	a->catalog_seen = now;
	if (app_replaced(a))
		app_say(
		    a, "the catalog was replaced: %s reloads", app_key_of(a, IN_DETAIL, "reload"));
}

VERB(cmd_reload)
{
	char *path = catalog_find(a->opts.catalog);

	(void)arg;
	a->catalog_seen = id_of(path);
	free(path);
	if (!app_replaced(a))
		return err_set(e, ERR_NOTFOUND, "the catalog was not replaced since it was opened");
	a->run |= RUN_RELOAD;
	return true;
}

/* --- what goes on ---------------------------------------------------------------------------- */

/* A pane as it is found again over other rows. */
struct kept_pane {
	bool loaded;
	struct buf view; /* of undo_take_view */
	struct buf key;  /* of the selected row, "" none */
	size_t column;
	enum focus focus;
	size_t section, cursor, top;
};

struct kept {
	struct kept_pane pane[SCREEN_COUNT];
	char **off; /* keys of the sources that are off */
	size_t noff;
};

static void
keep_pane(struct app *a, struct pane *p, struct kept_pane *k)
{
	buf_init(&k->view);
	buf_init(&k->key);
	k->loaded = p->loaded;
	if (!p->loaded)
		return;
	k->focus = p->focus;
	k->column = p->column;
	k->section = p->detail.section;
	k->cursor = p->detail.cursor;
	k->top = p->detail.top;
	if (p->def->list == NULL)
		return;
	undo_take_view(a, p, &k->view);
	if (p->selected < p->frame.rows)
		view_key(&p->view, p->selected, &k->key);
}

static void
keep(struct app *a, struct kept *k)
{
	const struct sources *all = &a->reader.sources;

	for (size_t i = 0; i < SCREEN_COUNT; i++)
		keep_pane(a, &a->pane[i], &k->pane[i]);
	k->off = mem_zero(all->n + 1, sizeof *k->off);
	for (size_t i = 0; i < all->n; i++)
		if (!all->s[i].on)
			k->off[k->noff++] = mem_dup(all->s[i].key);
}

static void
forget(struct kept *k)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		buf_free(&k->pane[i].view);
		buf_free(&k->pane[i].key);
	}
	for (size_t i = 0; i < k->noff; i++)
		free(k->off[i]);
	free(k->off);
}

/* Everything that speaks of rows of the old catalog. */
static void
close_old(struct app *a)
{
	popup_close(a);
	undo_forget(a);
	find_close(a);
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		pane_close(&a->pane[i]);
	start_close(a);
	coverage_close(a);
	payback_state_free(a);
	plans_close(a);
	plan_close(a);
	app_idle(a, true);
	a->looked = (struct looked_state){0};
	compare_set_stale(&a->compare);
	reader_close(&a->reader);
	db_close(a->db);
}

static bool
is_off(const struct kept *k, const char *key)
{
	for (size_t i = 0; i < k->noff; i++)
		if (strcmp(k->off[i], key) == 0)
			return true;
	return false;
}

static void
switch_again(struct app *a, const struct kept *k)
{
	const struct sources *all = &a->reader.sources;
	int64_t *off = mem_alloc((all->n + 1) * sizeof *off);
	struct err e;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (is_off(k, all->s[i].key))
			off[n++] = all->s[i].id;
	if (n > 0 && !app_set_sources_off(a, off, n, &e))
		app_error(a, "all sources are on: %s", e.text);
	free(off);
}

/* The row of a key; what is gone leaves the first row selected. */
static void
select_key(struct app *a, struct pane *p, const char *key)
{
	struct err e;
	struct stmt *st = key[0] != '\0' ? db_query(a->db, p->def->by_key, &e) : NULL;

	if (st == NULL)
		return;
	stmt_bind_text(st, 1, key);
	if (stmt_step(st, &e) == 1)
		pane_select_id(p, stmt_int(st, 0));
	stmt_reset(st);
}

static bool
bring_back(struct app *a, enum screen s, const struct kept_pane *k, struct err *e)
{
	struct pane *p = &a->pane[s];

	if (!pane_open(a, s, e))
		return false;
	if (p->def->list != NULL) {
		undo_put_view(a, p, &k->view, e);
		select_key(a, p, k->key.data);
		p->column = k->column; /* these three are clamped when they are settled */
		if (k->focus != FOCUS_DETAIL || p->selected != UINT32_MAX)
			p->focus = k->focus;
	}
	p->detail.section = k->section;
	p->detail.cursor = k->cursor;
	p->detail.top = k->top;
	return true;
}

static void
bring_all(struct app *a, const struct kept *k)
{
	struct err e;

	for (size_t i = 0; i < SCREEN_COUNT; i++)
		if (k->pane[i].loaded && !bring_back(a, (enum screen)i, &k->pane[i], &e)) {
			app_error(a, "%s: %s", pane_defs[i].title, e.text);
			if (a->screen == (enum screen)i)
				a->screen = SCREEN_START;
		}
	if (!a->pane[a->screen].loaded)
		pane_open(a, a->screen, &e);
}

void
app_reload(struct app *a)
{
	char *path = catalog_find(a->opts.catalog);
	struct file_id id = id_of(path);
	struct kept k = {0};
	struct reader reader;
	struct err e = {0};
	struct db *db = catalog_open(path, &e);

	a->run &= ~(unsigned)RUN_RELOAD;
	if (db == NULL || !reader_open(&reader, db, &e)) {
		db_close(db);
		free(path);
		app_error(a, "not reloaded, the old catalog stays open: %s", e.text);
		return;
	}
	keep(a, &k);
	close_old(a);
	free(a->catalog_path);
	a->catalog_path = path;
	a->catalog_id = a->catalog_seen = id;
	a->db = db;
	a->reader = reader;
	payback_lend(a);
	app_say(a, "reloaded: %s", path);
	app_read_years(a);
	switch_again(a, &k);
	bring_all(a, &k);
	forget(&k);
}
