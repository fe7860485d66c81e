/*
 * cmd_data.c - sources switched off and on, by the key on their screen or by name anywhere.
 */
#include "career/model/switch.h"

#include "career/base/mem.h"
#include "career/base/text.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- the set --------------------------------------------------------------------------------- */

bool
app_set_sources_off(struct app *a, const int64_t *ids, size_t n, struct err *e)
{
	size_t cursor = a->popup.cursor;
	bool ok = switch_sources(a->db, ids, n, e);

	sources_follow(&a->reader.sources, a->db);
	app_stale(a);
	if (a->popup.open) {
		popup_remake(a);
		a->popup.cursor = cursor; /* clamped when it is settled */
	}
	return ok;
}

size_t
app_sources_off(const struct app *a)
{
	size_t n;

	db_sources_off(a->db, &n);
	return n;
}

/* Off or on: those of `sources` that `which` holds for; the others stay as they are. */
struct switching {
	const char *kind, *key; /* NULL: any */
	bool off;
};

static bool
is_meant(const struct switching *w, const struct source *s)
{
	return (w->kind == NULL || strcmp(source_kind_word(s->kind), w->kind) == 0)
	    && (w->key == NULL || strcmp(s->key, w->key) == 0);
}

static bool
set_switch(struct app *a, const struct switching *w, struct err *e)
{
	const struct sources *all = &a->reader.sources;
	int64_t *off = mem_alloc((all->n + 1) * sizeof *off);
	size_t n = 0;
	bool ok;

	for (size_t i = 0; i < all->n; i++)
		if (is_meant(w, &all->s[i]) ? w->off : !all->s[i].on)
			off[n++] = all->s[i].id;
	ok = app_set_sources_off(a, off, n, e);
	free(off);
	return ok;
}

/* How many are meant, and how many of these are on. */
static size_t
count_meant(const struct app *a, const struct switching *w, size_t *on)
{
	const struct sources *all = &a->reader.sources;
	size_t n = 0;

	*on = 0;
	for (size_t i = 0; i < all->n; i++)
		if (is_meant(w, &all->s[i])) {
			n++;
			*on += all->s[i].on;
		}
	return n;
}

/* What stays off beside what was just switched. */
static void
say_rest(struct app *a, const char *what, bool off)
{
	size_t n = app_sources_off(a);
	char rest[80];

	if (n == 0)
		snprintf(rest, sizeof rest, "all sources are on");
	else
		snprintf(rest, sizeof rest, "%zu of %zu sources %s off", n, a->reader.sources.n,
		    n == 1 ? "is" : "are");
	app_say(a, "%s %s: %s", what, off ? "switched off" : "switched on", rest);
}

/* --- arguments ------------------------------------------------------------------------------- */

/* "WORD on", "WORD off", "WORD": takes the last word off; 1 on, 0 off, -1 the other way. */
static int
take_state(char *arg)
{
	char *last = strrchr(arg, ' ');
	int state = -1;

	if (last != NULL && strcmp(last + 1, "on") == 0)
		state = 1;
	else if (last != NULL && strcmp(last + 1, "off") == 0)
		state = 0;
	if (state >= 0)
		while (last >= arg && *last == ' ')
			*last-- = '\0';
	return state;
}

/* The source under the cursor: the row of the Data list, else the one that the line names. */
static const struct source *
source_here(const struct app *a)
{
	const struct pane *p = &a->pane[a->screen];
	const struct anchor *to = find_anchor(current_line(a), ANCHOR_SOURCE);
	const struct sources *all = &a->reader.sources;

	if (a->screen == SCREEN_DATA && !a->popup.open)
		return sources_by_id(all, pane_id(p));
	for (size_t i = 0; to != NULL && i < all->n; i++)
		if (strcmp(all->s[i].key, to->key) == 0)
			return &all->s[i];
	return NULL;
}

static const struct source *
source_of(struct app *a, const char *key, struct err *e)
{
	const struct source *here = *key == '\0' ? source_here(a) : NULL;
	enum thing kind;
	int64_t id;

	if (here != NULL)
		return here;
	if (*key == '\0') {
		err_set(
		    e, ERR_USAGE, "no source here: `source KEY on|off`, or 7 for the list of them");
		return NULL;
	}
	if (!thing_find(a->db, key, &kind, &id, e))
		return NULL;
	if (kind != THING_SOURCE) {
		err_set(e, ERR_USAGE, "'%s' is no source: 7 lists them", key);
		return NULL;
	}
	return sources_by_id(&a->reader.sources, id);
}

/* --- commands -------------------------------------------------------------------------------- */

VERB(cmd_source)
{
	char *key = mem_dup(arg);
	int state = take_state(key);
	const struct source *s = source_of(a, key, e);
	struct switching w = {.key = s != NULL ? s->key : NULL};
	bool ok = s != NULL;

	if (ok) {
		w.off = state < 0 ? s->on : state == 0;
		ok = set_switch(a, &w, e);
	}
	if (ok)
		say_rest(a, s->short_name, w.off);
	free(key);
	return ok;
}

/* Without a state: all of them off, or when none is on, all on. */
VERB(cmd_kind)
{
	char *name = mem_dup(arg);
	int state = take_state(name);
	const struct source *here = *name == '\0' ? source_of(a, "", e) : NULL;
	struct switching w = {.kind = here != NULL ? source_kind_word(here->kind) : name};
	size_t on, n = count_meant(a, &w, &on);
	struct buf what = BUF_INIT;
	bool ok = *name != '\0' || here != NULL;

	if (ok && n == 0)
		ok = err_set(e, ERR_NOTFOUND,
		    "no source is '%s': official, survey, postings, editorial", w.kind);
	if (ok) {
		w.off = state < 0 ? on > 0 : state == 0;
		ok = set_switch(a, &w, e);
	}
	if (ok) {
		buf_addf(&what, "%zu %s source%s", n, w.kind, n == 1 ? "" : "s");
		say_rest(a, what.data, w.off);
	}
	buf_free(&what);
	free(name);
	return ok;
}

VERB(cmd_sources)
{
	struct switching w = {.kind = NULL};

	if (strcmp(arg, "all on") != 0 && strcmp(arg, "all off") != 0)
		return err_set(e, ERR_USAGE, "sources wants `all on` or `all off`, not '%s'", arg);
	w.off = strcmp(arg, "all off") == 0;
	if (!set_switch(a, &w, e))
		return false;
	app_say(
	    a, w.off ? "all sources are switched off: nobody says anything" : "all sources are on");
	return true;
}

/* --- what every page says ---------------------------------------------------------------------- */

void
data_say_off(const struct app *a, struct page *page)
{
	size_t n = app_sources_off(a);

	/* There each source's page says it. */
	if (n == 0 || a->screen == SCREEN_DATA)
		return;
	page_blank(page);
	page_wrapf(page, 0, STYLE_WARN,
	    "! %zu source%s switched off, and what %s left out: 7 brings %s back.", n,
	    n == 1 ? " is" : "s are", n == 1 ? "it says is" : "they say is",
	    n == 1 ? "it" : "them");
	page_anchor(page, ANCHOR_COMMAND, "screen data");
}
