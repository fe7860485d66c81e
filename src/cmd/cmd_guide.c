/*
 * cmd_guide.c - from a role to what there is to read about it, and from there to a section of a role's page.
 */
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The only number of a query about a role; -1 on an error. */
static int64_t
count(struct app *a, const char *query, int64_t role, struct err *e)
{
	struct stmt *st = db_query(a->db, query, e);
	int64_t n = -1;

	if (st == NULL)
		return -1;
	stmt_bind_int(st, 1, role);
	if (stmt_step(st, e) == 1)
		n = stmt_int(st, 0);
	stmt_reset(st);
	return n;
}

int64_t
role_here(struct app *a, struct err *e)
{
	struct stmt *st;
	int64_t id = 0;

	if (a->screen == SCREEN_ROLES)
		return pane_id(app_pane(a));
	if (a->screen == SCREEN_PAYBACK && payback_role(a) != 0)
		return payback_role(a);
	st = a->role[0] != '\0' ? db_query(a->db, "thing_role", e) : NULL;
	if (st == NULL)
		return 0;
	stmt_bind_text(st, 1, a->role);
	if (stmt_step(st, e) == 1)
		id = stmt_int(st, 0);
	stmt_reset(st);
	return id;
}

struct topics_of {
	int64_t role;
	char *slug, *title, *family;
};

static void
topics_free(struct topics_of *t)
{
	free(t->slug);
	free(t->title);
	free(t->family);
}

static bool
topics_load(struct app *a, struct topics_of *t, struct err *e)
{
	struct stmt *st = db_query(a->db, "role_by_id", e);
	bool ok;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, t->role);
	ok = stmt_step(st, e) == 1;
	if (ok) {
		t->slug = mem_dup(stmt_str(st, 0));
		t->title = mem_dup(stmt_str(st, 1));
		t->family = mem_dup(stmt_str(st, 3));
	}
	stmt_reset(st);
	return ok;
}

/* The guide under the family, which is said. */
static bool
family_open(struct app *a, const struct topics_of *t, struct err *e)
{
	int64_t n = count(a, "guide_family_count", t->role, e);
	struct buf key = BUF_INIT;
	bool ok;

	if (n < 0)
		return false;
	if (n == 0)
		return err_set(e, ERR_NOTFOUND, "nothing to read about %s or its family %s",
		    t->title, t->family);
	buf_addf(&key, "guide family:\"%s\"", t->family);
	ok = open_query(a, key.data, e);
	buf_free(&key);
	if (ok)
		app_say(
		    a, "nothing speaks of %s; this is about its family %s", t->title, t->family);
	return ok;
}

/* The guide under the role, else under its family. */
static bool
topics_open(struct app *a, const struct topics_of *t, struct err *e)
{
	int64_t own = count(a, "guide_count", t->role, e);
	struct buf key = BUF_INIT;
	bool ok;

	if (own < 1)
		return own == 0 && family_open(a, t, e);
	buf_addf(&key, "guide role:%s", t->slug);
	ok = open_query(a, key.data, e);
	buf_free(&key);
	return ok;
}

VERB(cmd_topics)
{
	struct topics_of t = {.role = role_here(a, e)};
	bool ok;

	(void)arg;
	if (t.role == 0)
		return err_set(e, ERR_NOTFOUND, "no role: r chooses the current one");
	ok = topics_load(a, &t, e) && topics_open(a, &t, e);
	topics_free(&t);
	return ok;
}

VERB(cmd_role_section)
{
	struct buf roles = BUF_INIT;
	size_t len = strcspn(arg, " ");
	const char *section = arg + len + strspn(arg + len, " ");
	bool ok;

	if (*section == '\0')
		return err_set(e, ERR_USAGE, "role-section wants SLUG SECTION");
	buf_addf(&roles, "roles %.*s", (int)len, arg);
	ok = cmd_select(a, roles.data, e) && cmd_section(a, section, e);
	buf_free(&roles);
	return ok;
}
