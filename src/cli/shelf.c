/* shelf.c - which thing a word of the command line names, of those that can be kept. */
#include "shelf.h"

#include "career/base/text.h"
#include "career/page/pages.h"

#include <string.h>

/* A thing that the catalog does not have, among what is kept. */
struct gone {
	struct kept_thing *t;
	const char *said;
	bool found;
};

static void
try_thing(struct gone *g, const char *list, const char *key, const char *title)
{
	size_t len = strlen(list);
	bool named = strncmp(g->said, list, len) == 0 && g->said[len] == '/'
	    && strcmp(g->said + len + 1, key) == 0;

	if (g->found || (!named && strcmp(g->said, key) != 0) || strlen(key) >= sizeof g->t->key)
		return;
	for (size_t i = 0; kept_list(i) != NULL; i++)
		if (strcmp(kept_list(i), list) == 0) {
			*g->t = (struct kept_thing){.list = kept_list(i)};
			memcpy(g->t->key, key, strlen(key) + 1);
			strncat(g->t->title, title, sizeof g->t->title - 1);
			g->found = true;
		}
}

static void
try_item(void *ctx, const struct kept_item *i)
{
	try_thing(ctx, i->list, i->key, i->title);
}

static void
try_note(void *ctx, const struct kept_note *n)
{
	try_thing(ctx, n->list, n->key, n->title);
}

static void
try_tag(void *ctx, const struct kept_tag *t)
{
	try_thing(ctx, t->list, t->key, t->title);
}

static bool
find_gone(struct kept_thing *t, struct profile *p, const char *said)
{
	struct gone g = {t, said, false};
	struct err e;

	return p != NULL && profile_items(p, try_item, &g, &e) && profile_notes(p, try_note, &g, &e)
	    && profile_tags(p, try_tag, &g, &e) && g.found;
}

static bool
find_there(struct kept_thing *t, struct db *db, const char *said, struct err *e)
{
	static const char *const lists[] = {
	    [THING_ROLE] = "roles", [THING_PROGRAM] = "programs", [THING_SKILL] = "skills"};
	enum thing kind;
	int64_t id;

	for (size_t i = 0; kept_list(i) != NULL; i++) {
		size_t len = strlen(kept_list(i));

		if (strncmp(said, kept_list(i), len) == 0 && said[len] == '/'
		    && said[len + 1] != '\0') {
			if (!kept_find(t, db, kept_list(i), said + len + 1, e))
				return false;
			if (t->id != 0)
				return true;
		}
	}
	if (!thing_find(db, said, &kind, &id, e))
		return false;
	if (kind > THING_SKILL)
		return err_set(e, ERR_USAGE, "'%s' is no role, program or skill", said);
	return kept_by_id(t, db, lists[kind], id, e);
}

bool
shelf_find(struct kept_thing *t, struct db *db, struct profile *p, const char *said, struct err *e)
{
	if (find_there(t, db, said, e))
		return true;
	if (e->code != ERR_NOTFOUND || !find_gone(t, p, said))
		return false;
	err_clear(e);
	return true;
}

void
shelf_say(struct cli *c, const char *fmt, ...)
{
	struct buf raw = BUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&raw, fmt, ap);
	va_end(ap);
	text_safes(&c->out.buf, raw.data, c->ascii);
	buf_addc(&c->out.buf, '\n');
	buf_free(&raw);
}

void
shelf_lines(struct cli *c, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		shelf_say(c, "%.*s", (int)len, text);
		text += len + (text[len] == '\n');
	}
}
