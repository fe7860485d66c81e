/*
 * cmd_what_if.c - what a person asks "what if" of a role's pay: the factors are chosen, kept, taken back.
 */
#include "career/page/what_if.h"

#include "payback_state.h"
#include "state.h"
#include "verbs.h"

#include <stdio.h>
#include <string.h>

const char *
what_if_of(const struct app *a, const char *role)
{
	return strcmp(a->what_if_role, role) == 0 ? a->what_if : "";
}

void
what_if_set(struct app *a, const char *role, const char *keys)
{
	snprintf(a->what_if, sizeof a->what_if, "%s", keys);
	snprintf(a->what_if_role, sizeof a->what_if_role, "%s", keys[0] != '\0' ? role : "");
	app_stale(a);
}

/* The role that is asked about: of payback's page its own, else the one here. 0: none. */
static int64_t
role_asked(struct app *a, struct err *e)
{
	enum thing kind;
	int64_t role;

	if (a->screen != SCREEN_PAYBACK || a->payback == NULL || a->payback->role[0] == '\0')
		return role_here(a, e);
	return thing_find(a->db, a->payback->role, &kind, &role, e) && kind == THING_ROLE ? role
											  : 0;
}

static bool
choices(struct app *a, struct page *page, struct err *e)
{
	int64_t role = role_asked(a, e);

	a->reader.what_if = a->what_if;
	a->reader.what_if_role = a->what_if_role;
	return role != 0 && page_what_if_choices(page, &a->reader, role, a->level, e);
}

/* Slug and title of a role. */
static bool
name_role(struct app *a, int64_t role, struct buf *slug, struct buf *title, struct err *e)
{
	struct stmt *st = db_query(a->db, "role_by_id", e);
	bool ok;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, role);
	ok = stmt_step(st, e) == 1;
	if (ok) {
		buf_adds(slug, stmt_str(st, 0));
		buf_adds(title, stmt_str(st, 1));
	}
	stmt_reset(st);
	return ok;
}

static bool
ask(struct app *a, int64_t role, const char *keys, struct err *e)
{
	struct buf says = BUF_INIT, slug = BUF_INIT, title = BUF_INIT;
	size_t could = 0;
	bool ok = strlen(keys) < sizeof a->what_if
	    ? name_role(a, role, &slug, &title, e)
		&& what_if_check(&a->reader, role, keys, &says, &could, e)
	    : err_set(e, ERR_USAGE, "too many factors at once");

	if (ok && could == 0)
		ok = err_set(e, ERR_NOTFOUND, "no source states a number that moves the pay of %s",
		    title.data);
	if (ok) {
		what_if_set(a, slug.data, keys);
		if (says.len > 0)
			app_say(a, "what if %s", says.data);
		else
			app_say(a, "pay of %s as it is stated", title.data);
	}
	buf_free(&says);
	buf_free(&slug);
	buf_free(&title);
	return ok;
}

static bool
choose(struct app *a, int64_t role, struct err *e)
{
	struct buf says = BUF_INIT;
	size_t could = 0;
	bool ok = what_if_check(&a->reader, role, NULL, &says, &could, e);

	buf_free(&says);
	if (!ok)
		return false;
	if (could == 0)
		return err_set(
		    e, ERR_NOTFOUND, "no source states a number that moves the pay of this role");
	if (!popup_open(a, "What if? Enter puts one on the pay", false, choices, e))
		return false;
	a->popup.stays = true;
	return true;
}

VERB(cmd_what_if)
{
	int64_t role = role_asked(a, e);

	if (role == 0)
		return err_set(e, ERR_NOTFOUND, "no role: r chooses the current one");
	if (*arg == '\0')
		return choose(a, role, e);
	return ask(a, role, strcmp(arg, "none") == 0 ? "" : arg, e);
}
