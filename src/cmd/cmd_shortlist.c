/*
 * cmd_shortlist.c - the shortlist and tags: put on, taken off, moved, named.
 */
#include "kept_state.h"
#include "verbs.h"

#include <string.h>

/* --- the shortlist ----------------------------------------------------------------------------- */

static bool
write_on(struct app *a, const void *what, struct err *e)
{
	return shortlist_add(a->profile, a->db, &a->reader.sources, what, e);
}

static bool
write_off(struct app *a, const void *what, struct err *e)
{
	const struct kept_thing *t = what;

	return profile_item_drop(a->profile, t->list, t->key, e);
}

static bool
put_thing(struct app *a, const struct kept_thing *t, bool on, struct err *e)
{
	if (on && t->id == 0)
		return err_set(e, ERR_NOTFOUND, "the catalog no longer has '%s'", t->title);
	if (!kept_may(a, e))
		return false;
	a->message_is_error = false;
	if (!kept_write(a, on ? write_on : write_off, t, e))
		return false;
	plan_changed(a);
	if (!a->message_is_error) /* what could not be written is said already */
		app_say(a, on ? "on your shortlist: %s" : "off your shortlist: %s", t->title);
	return true;
}

VERB(cmd_shortlist)
{
	bool says_on = strcmp(arg, "on") == 0, says_off = strcmp(arg, "off") == 0, has;
	struct kept_thing t;

	return kept_named(a, says_on || says_off ? "" : arg, &t, e)
	    && shortlist_has(a->profile, t.list, t.key, &has, e)
	    && put_thing(a, &t, says_on || (!says_off && !has), e);
}

/* --- in Plan's section ------------------------------------------------------------------------- */

struct moving {
	const struct kept_thing *t;
	int by;
};

static bool
write_move(struct app *a, const void *what, struct err *e)
{
	const struct moving *m = what;

	return profile_item_move(a->profile, m->t->list, m->t->key, m->by, e);
}

/* The one under the cursor; the message when there is none. */
static bool
listed(struct app *a, const char *command, struct kept_thing *t, struct err *e)
{
	const struct kept_thing *here = shortlist_here(a);

	if (!plan_only(a, command, e))
		return false;
	if (here == NULL)
		return err_set(e, ERR_NOTFOUND, "the cursor is on nothing of the shortlist");
	*t = *here;
	return kept_may(a, e);
}

static bool
move(struct app *a, const char *command, int by, struct err *e)
{
	struct kept_thing t;
	struct moving m = {&t, by};

	if (!listed(a, command, &t, e) || !kept_write(a, write_move, &m, e))
		return false;
	plan_changed(a);
	shortlist_follow(a, &t);
	return true;
}

VERB(cmd_shortlist_up)
{
	(void)arg;
	return move(a, "shortlist-up", -1, e);
}

VERB(cmd_shortlist_down)
{
	(void)arg;
	return move(a, "shortlist-down", 1, e);
}

VERB(cmd_shortlist_drop)
{
	struct kept_thing t;

	(void)arg;
	return listed(a, "shortlist-drop", &t, e) && put_thing(a, &t, false, e);
}

/* --- tags -------------------------------------------------------------------------------------- */

struct tagging {
	const struct kept_thing *t;
	const char *tag;
	bool on;
};

static bool
write_tag(struct app *a, const void *what, struct err *e)
{
	const struct tagging *g = what;

	return profile_tag(
	    a->profile, &(struct kept_tag){g->t->list, g->t->key, g->t->title, g->tag}, g->on, e);
}

struct finding {
	const struct tagging *g;
	bool there;
};

static void
find_tag(void *ctx, const struct kept_tag *t)
{
	struct finding *f = ctx;

	f->there = f->there
	    || (strcmp(t->tag, f->g->tag) == 0 && strcmp(t->key, f->g->t->key) == 0
		&& strcmp(t->list, f->g->t->list) == 0);
}

/* A tag that is there goes. */
static bool
turn_tag(
    struct app *a, const struct kept_thing *t, const char *word, struct buf *said, struct err *e)
{
	struct buf tag = BUF_INIT;
	struct tagging g = {.t = t};
	struct finding f = {&g, false};
	bool ok = kept_tag_word(word, &tag, e);

	g.tag = tag.data;
	ok = ok && profile_tags(a->profile, find_tag, &f, e);
	g.on = !f.there;
	ok = ok && kept_write(a, write_tag, &g, e);
	if (ok)
		buf_addf(said, "%s%s#%s", said->len > 0 ? ", " : "", g.on ? "" : "no more ", g.tag);
	buf_free(&tag);
	return ok;
}

VERB(cmd_tag)
{
	struct buf word = BUF_INIT, said = BUF_INIT;
	struct kept_thing t;
	bool ok = kept_here(a, &t, e) && kept_may(a, e);

	if (ok && *arg == '\0') {
		prompt_open(a, PROMPT_COMMAND, "tag ");
		return true;
	}
	a->message_is_error = false;
	for (; ok && *arg != '\0'; arg += strspn(arg, " ,")) {
		size_t len = strcspn(arg, " ,");

		buf_clear(&word);
		buf_add(&word, arg, len);
		arg += len;
		ok = len == 0 || turn_tag(a, &t, word.data, &said, e);
	}
	if (said.len > 0)
		plan_changed(a);
	if (ok && !a->message_is_error)
		app_say(a, "%s: %s", t.title, said.data);
	buf_free(&word);
	buf_free(&said);
	return ok;
}
