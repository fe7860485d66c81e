/*
 * saved.c - filters kept under a name: saved, listed, applied, forgotten.
 *
 * What is kept is what the list shows: the query with its sort keys, the terms that are switched off, and what was
 * added to it ("absent", "everything").
 */
#include "career/base/text.h"
#include "career/cmd/saved.h"
#include "career/query/bind.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_MAX = 60 }; /* characters */

bool
saved_adds(const struct saved *s, const char *word)
{
	return strstr(s->adds, word) != NULL;
}

/* --- the rows of a filter ------------------------------------------------------------------------ */

/* Counts rows of one list under several filters. */
struct counter {
	const struct pane *p;
	struct scan scan;
	struct scan_result result;
};

static struct counter *
counter_new(const struct pane *p)
{
	struct counter *c = mem_zero(1, sizeof *c);

	c->p = p;
	scan_init(&c->scan);
	scan_result_init(&c->result);
	return c;
}

static void
counter_del(struct counter *c)
{
	c->scan.ntests = SCAN_MAX_TESTS;
	scan_free(&c->scan);
	scan_result_free(&c->result);
	free(c);
}

/* Rows that the list would show now. */
static uint32_t
count_rows(struct counter *c, const struct saved *s)
{
	struct query q;
	struct buf text = BUF_INIT;

	pane_whole_query(c->p, s->query,
	    (struct widen){saved_adds(s, SAVED_EVERYTHING), saved_adds(s, SAVED_OCCUPATIONS)},
	    &text);
	query_parse(&q, c->p->def->list, text.data, false);
	bind_query(&q, &c->p->frame, &c->scan);
	c->scan.with_unknown = saved_adds(s, SAVED_ABSENT);
	scan_run(&c->scan, &c->p->frame, &c->result);
	query_free(&q);
	buf_free(&text);
	return c->result.matched;
}

/* --- saving -------------------------------------------------------------------------------------- */

bool
saved_name(const char *arg, struct buf *name, struct err *e)
{
	struct buf safe = BUF_INIT;
	size_t len, n = 0;
	bool same;

	arg += strspn(arg, " \t");
	for (len = strlen(arg); len > 0 && (arg[len - 1] == ' ' || arg[len - 1] == '\t');)
		len--;
	buf_add(name, arg, len);
	text_safe(&safe, name->data, name->len, false);
	same = strcmp(safe.data, name->data) == 0;
	buf_free(&safe);
	for (size_t i = 0; i < len; i++)
		n += ((unsigned char)arg[i] & 0xc0) != 0x80;
	if (len == 0)
		return err_set(e, ERR_USAGE, "a name is wanted");
	if (n > NAME_MAX)
		return err_set(e, ERR_USAGE, "a name has at most %d characters", NAME_MAX);
	return same || err_set(e, ERR_USAGE, "a name is of characters that can be seen");
}

static bool
save(struct app *a, const char *name, struct err *e)
{
	const struct pane *p = app_pane(a);
	struct buf words = BUF_INIT;
	struct saved s = {.name = name, .query = p->query.data, .off = p->off.data};
	bool ok;

	if (p->view.with_unknown)
		buf_adds(&words, SAVED_ABSENT);
	if (p->everything)
		buf_addf(&words, "%s%s", words.len > 0 ? " " : "", SAVED_EVERYTHING);
	if (p->occupations)
		buf_addf(&words, "%s%s", words.len > 0 ? " " : "", SAVED_OCCUPATIONS);
	s.adds = words.data;
	ok = saved_keep(a, p, &s, e);
	buf_free(&words);
	if (ok)
		app_say(a, "saved as '%s'; L lists what is saved", name);
	return ok;
}

bool
saved_keep(struct app *a, const struct pane *p, const struct saved *s, struct err *e)
{
	const char *list = p->def->list->name;

	return profile_save(a->profile, list, s, e)
	    || (app_profile_lost(a, e) && profile_save(a->profile, list, s, e));
}

bool
saved_forget(struct app *a, const struct pane *p, const char *name, struct err *e)
{
	const char *list = p->def->list->name;

	return profile_forget(a->profile, list, name, e)
	    || (app_profile_lost(a, e) && profile_forget(a->profile, list, name, e));
}

/* A tour leaves nothing behind. */
static bool
may_keep(const struct app *a, struct err *e)
{
	return !script_is_tour(a) || err_set(e, ERR_USAGE, "a tour saves no filters");
}

/* Asks before another filter is lost; the same once more is no loss. */
static void
ask(struct app *a, const char *name, const struct saved *had)
{
	struct buf question = BUF_INIT, raw = BUF_INIT, command = BUF_INIT;

	buf_addf(&raw, "Replace '%s' (%s)? y, Enter: yes; other keys: no", name,
	    *had->query != '\0' ? had->query : "everything");
	text_safes(&question, raw.data, a->opts.ascii);
	buf_addf(&command, "save! %s", name);
	prompt_confirm(a, question.data, command.data);
	buf_free(&question);
	buf_free(&raw);
	buf_free(&command);
}

VERB(cmd_save)
{
	struct pane *p = app_pane(a);
	struct buf name = BUF_INIT;
	struct err none;
	bool ok = saved_name(arg, &name, e) && may_keep(a, e);
	struct saved *had =
	    ok ? profile_load(a->profile, p->def->list->name, name.data, &none) : NULL;

	if (had != NULL && strcmp(had->query, p->query.data) != 0)
		ask(a, name.data, had);
	else if (ok)
		ok = save(a, name.data, e);
	free(had);
	buf_free(&name);
	return ok;
}

VERB(cmd_save_now)
{
	struct buf name = BUF_INIT;
	bool ok = saved_name(arg, &name, e) && may_keep(a, e) && save(a, name.data, e);

	buf_free(&name);
	return ok;
}

/* --- applying and forgetting --------------------------------------------------------------------- */

struct names {
	const char *name[100];
	size_t n;
	struct arena texts;
};

static void
add_name(void *ctx, const struct saved *s)
{
	struct names *all = ctx;

	if (all->n < sizeof all->name / sizeof *all->name)
		all->name[all->n++] = arena_dup(&all->texts, s->name);
}

/* Which there are instead. */
static void
no_such(struct profile *p, const char *list, const char *name, struct err *e)
{
	struct names all = {.n = 0};
	const char *near;
	struct err why;

	arena_init(&all.texts);
	profile_saved(p, list, add_name, &all, &why);
	near = text_nearest(name, all.name, all.n);
	if (near != NULL)
		err_set(e, ERR_NOTFOUND, "no filter of %s is saved as '%s'; nearest: %s", list,
		    name, near);
	else if (all.n > 0)
		err_set(e, ERR_NOTFOUND, "no filter of %s is saved as '%s'; there %s '%s'%s", list,
		    name, all.n > 1 ? "are" : "is", all.name[0], all.n > 1 ? " and others" : "");
	else
		err_set(e, ERR_NOTFOUND,
		    "no filter of %s is saved yet: the command `save NAME` keeps one", list);
	arena_free(&all.texts);
}

struct saved *
saved_find(struct profile *p, const char *list, const char *name, struct err *e)
{
	struct saved *s = profile_load(p, list, name, e);

	if (s == NULL && e->code == ERR_NOTFOUND)
		no_such(p, list, name, e);
	return s;
}

static struct saved *
find(struct app *a, const char *arg, struct err *e)
{
	struct buf name = BUF_INIT;
	struct saved *s = NULL;

	if (saved_name(arg, &name, e))
		s = saved_find(a->profile, app_pane(a)->def->list->name, name.data, e);
	buf_free(&name);
	return s;
}

VERB(cmd_load)
{
	struct pane *p = app_pane(a);
	struct saved *s = find(a, arg, e);

	if (s == NULL)
		return false;
	p->everything = saved_adds(s, SAVED_EVERYTHING);
	p->occupations = pane_has_sets(p) && saved_adds(s, SAVED_OCCUPATIONS);
	p->view.with_unknown = saved_adds(s, SAVED_ABSENT);
	buf_clear(&p->off);
	buf_adds(&p->off, s->off);
	pane_set_query(a, p, s->query, false);
	p->focus = FOCUS_LIST;
	app_say(a, "%s: %u of %u %s", s->name, p->view.nrows, p->frame.rows, p->def->list->name);
	free(s);
	return true;
}

const char *
saved_here(const struct app *a)
{
	static const char load[] = "load ";
	const struct anchor *to =
	    saved_shown(a) ? find_anchor(current_line(a), ANCHOR_COMMAND) : NULL;

	return to != NULL && strncmp(to->key, load, sizeof load - 1) == 0
	    ? to->key + sizeof load - 1
	    : NULL;
}

VERB(cmd_forget)
{
	struct saved *s;
	bool ok;

	if (*arg == '\0')
		arg = saved_here(a);
	if (arg == NULL)
		return err_set(e, ERR_USAGE, "which filter? L lists them, x there forgets one");
	s = find(a, arg, e);
	ok = s != NULL && may_keep(a, e) && saved_forget(a, app_pane(a), s->name, e);
	if (ok)
		app_say(a, "'%s' is forgotten; u brings it back", s->name);
	if (ok && saved_shown(a))
		popup_renew(a);
	free(s);
	return ok;
}

/* --- the list of them ---------------------------------------------------------------------------- */

struct lines {
	struct page *page;
	struct counter *counter;
};

/* Terms switched off: "state:CA, award:master". */
static void
say_off(struct page *page, int indent, const char *off)
{
	struct buf b = BUF_INIT;

	for (size_t len; *off != '\0'; off += len + (off[len] == '\n')) {
		len = strcspn(off, "\n");
		buf_adds(&b, b.len > 0 ? ", " : "");
		buf_add(&b, off, len);
	}
	page_joinf(page, indent, STYLE_NOTE, "; switched off: %s", b.data);
	buf_free(&b);
}

/* A name, its query, and at the right edge how many rows it has now. */
static void
add_line(void *ctx, const struct saved *s)
{
	struct lines *l = ctx;
	struct page *page = l->page;
	bool wide = page->opts.width >= 60;
	int indent = wide ? 22 : 4;
	struct buf command = BUF_INIT;
	uint32_t n = count_rows(l->counter, s);

	page_line(page);
	page_addf(page, STYLE_HEADING, "%s", s->name);
	if (wide)
		page_to(page, indent);
	page_joinf(page, indent, STYLE_VALUE, "%s%u %s", wide ? "" : ": ", n,
	    n == 1 ? l->counter->p->def->one : l->counter->p->def->list->name);
	page_joinf(page, indent, STYLE_TEXT, ": %s", *s->query != '\0' ? s->query : "no filter");
	if (saved_adds(s, SAVED_ABSENT))
		page_join(page, indent, STYLE_NOTE, "; with those that do not state it");
	if (saved_adds(s, SAVED_EVERYTHING))
		page_join(page, indent, STYLE_NOTE, "; the whole list");
	if (saved_adds(s, SAVED_OCCUPATIONS))
		page_join(page, indent, STYLE_NOTE, "; with occupations");
	if (*s->off != '\0')
		say_off(page, indent, s->off);
	buf_addf(&command, "load %s", s->name);
	page_anchor(page, ANCHOR_COMMAND, command.data);
	buf_free(&command);
}

static bool
filters_page(struct app *a, struct page *page, struct err *e)
{
	struct pane *p = app_pane(a);
	struct lines l = {page, counter_new(p)};
	bool ok = profile_saved(a->profile, p->def->list->name, add_line, &l, e);

	counter_del(l.counter);
	if (ok && page->nlines == 0) {
		page_wrapf(page, 0, STYLE_TEXT,
		    "No filter of %s is saved yet. `:save cheap` keeps the one that the list "
		    "shows under a name of your own.",
		    p->def->list->name);
		page_anchor(page, ANCHOR_COMMAND, "command-line save ");
	}
	return ok;
}

bool
saved_shown(const struct app *a)
{
	return a->popup.open && a->popup.make == filters_page;
}

VERB(cmd_filters)
{
	(void)arg;
	return popup_open(
	    a, "Saved filters: Enter shows one, x forgets it", false, filters_page, e);
}
