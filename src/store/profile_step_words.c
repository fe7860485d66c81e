/* profile_step_words.c - what a step did, in a few words made from what it changed. */
#include "profile_file.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

struct telling {
	struct db *db;
	struct buf first, second, now;
	size_t more; /* rows that would be told otherwise than these */
};

/* What a row is called when the changes do not say: the column behind its key. */
static const char *
name_of(struct telling *t, const struct change *c, int nkeys, struct buf *keep)
{
	char sql[120];
	const char *name = change_value(c, nkeys, c->op == '+');
	struct stmt *st = NULL;
	struct err e;

	if (name && *name)
		return name;
	snprintf(sql, sizeof sql, "SELECT %s FROM %s WHERE %s",
	    strcmp(c->table, "skill_state") == 0 ? "name" : "title", c->table,
	    nkeys == 1 ? "skill = ?1" : "list = ?1 AND key = ?2");
	st = db_prepare(t->db, sql, &e);
	for (int i = 0; st && i < nkeys; i++)
		stmt_bind_text(st, i + 1, change_value(c, i, c->op == '+'));
	buf_clear(keep);
	if (st && stmt_step(st, &e) == 1)
		buf_adds(keep, stmt_str(st, 0));
	stmt_finalize(st);
	return keep->data;
}

/* Of the row as it is now, "" when it is gone. */
static const char *
value(const struct change *c, int col)
{
	const char *s = c->op == '-' ? NULL : change_value(c, col, true);

	return s ? s : "";
}

static const char *
key(const struct change *c, int col)
{
	const char *s = change_value(c, col, c->op == '+');

	return s ? s : "";
}

static void
tell_setting(struct telling *t, const struct change *c)
{
	const char *name = strcmp(key(c, 0), "from") == 0 ? "present job" : key(c, 0);

	if (strcmp(name, "program") == 0)
		return; /* which one was looked at last: nothing that a person decides */
	if (c->op == '-')
		buf_addf(&t->now, "no %s", name);
	else
		buf_addf(&t->now, "%s %s", name, value(c, 1));
}

static void
tell_mark(struct telling *t, const struct change *c)
{
	buf_addf(&t->now, "%s %s", c->op == '-' ? "unmark" : "mark", key(c, 1));
}

static void
tell_saved(struct telling *t, const struct change *c)
{
	buf_addf(&t->now, "%s %s", c->op == '-' ? "forget" : "save", key(c, 1));
}

static void
tell_skill(struct telling *t, const struct change *c)
{
	struct buf name = BUF_INIT;

	buf_adds(&t->now, name_of(t, c, 1, &name));
	if (c->op == '-')
		buf_adds(&t->now, ": nothing said");
	else if (*value(c, 2) != '\0')
		buf_addf(&t->now, ": %s", value(c, 2));
	else if (*value(c, 3) == '-')
		buf_adds(&t->now, ": not rated");
	else if (*value(c, 3) != '\0')
		buf_addf(&t->now, ": level %s", value(c, 3));
	buf_free(&name);
}

static void
tell_item(struct telling *t, const struct change *c)
{
	struct buf name = BUF_INIT;
	const char *title = name_of(t, c, 2, &name);

	if (c->op == '+')
		buf_addf(&t->now, "%s on the shortlist", title);
	else if (c->op == '-')
		buf_addf(&t->now, "%s off the shortlist", title);
	else if (*value(c, 3) != '\0')
		buf_adds(&t->now, "order of the shortlist");
	else
		buf_adds(&t->now, "figures of the shortlist as they are now");
	buf_free(&name);
}

static void
tell_note(struct telling *t, const struct change *c)
{
	struct buf name = BUF_INIT;
	const char *title = name_of(t, c, 2, &name);

	buf_addf(&t->now, c->op == '-' ? "no note on %s" : "note on %s", title);
	buf_free(&name);
}

static void
tell_tag(struct telling *t, const struct change *c)
{
	buf_addf(&t->now, "tag %s %s %s", key(c, 2), c->op == '-' ? "off" : "on", key(c, 3));
}

static void
tell_answer(struct telling *t, const struct change *c)
{
	if (c->op == '-')
		buf_addf(&t->now, "answer %s: none", key(c, 0));
	else
		buf_addf(&t->now, "answer %s: %s", key(c, 0), value(c, 1));
}

static void
tell(void *ctx, const struct change *c)
{
	static const struct {
		const char *table;
		void (*tell)(struct telling *t, const struct change *c);
	} rows[] = {
	    {"setting", tell_setting},
	    {"mark", tell_mark},
	    {"saved", tell_saved},
	    {"skill_state", tell_skill},
	    {"item", tell_item},
	    {"note", tell_note},
	    {"tag", tell_tag},
	    {"answer", tell_answer},
	};
	struct telling *t = ctx;

	buf_clear(&t->now);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].table, c->table) == 0)
			rows[i].tell(t, c);
	if (t->now.len == 0)
		return;
	if (t->first.len == 0)
		buf_add(&t->first, t->now.data, t->now.len);
	else if (strcmp(t->first.data, t->now.data) == 0)
		return;
	else if (t->second.len == 0)
		buf_add(&t->second, t->now.data, t->now.len);
	else if (strcmp(t->second.data, t->now.data) != 0)
		t->more++;
}

void
profile_step_words(struct db *db, const struct buf *changes, struct buf *out)
{
	struct telling t = {db, BUF_INIT, BUF_INIT, BUF_INIT, 0};

	changes_each(changes, tell, &t);
	buf_adds(out, t.first.data);
	if (t.more > 0)
		buf_addf(out, " and %zu more", t.more + 1);
	else if (t.second.len > 0)
		buf_addf(out, ", %s", t.second.data);
	buf_free(&t.first);
	buf_free(&t.second);
	buf_free(&t.now);
}

void
profile_step_say(const struct profile_step *s, const char *did, struct buf *out)
{
	if (s->left > 0 && s->left == s->rows) {
		buf_addf(out, "nothing %s, it was changed elsewhere since: %s", did, s->words);
		return;
	}
	buf_addf(out, "%s: %s", did, s->words);
	if (s->left > 0)
		buf_addf(out, "; %zu of %zu changed elsewhere since and stay%s", s->left, s->rows,
		    s->left == 1 ? "s" : "");
}
