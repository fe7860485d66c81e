/*
 * cmd_have.c - what the person says of a skill: the one under the cursor, or one that is named.
 */
#include "plan_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LEVEL = 7 };

/* What the key says next, and what it says of the skill. */
static const struct saying {
	enum having next;
	const char *says;
} sayings[HAVE_COUNT] = {
    [HAVE_NOT] = {HAVE_YES, "nothing is said of it"},
    [HAVE_YES] = {HAVE_PARTLY, "you have it"},
    [HAVE_PARTLY] = {HAVE_LEARNING, "you have it partly"},
    [HAVE_LEARNING] = {HAVE_WANT, "you are learning it"},
    [HAVE_WANT] = {HAVE_NOT, "you want to learn it"},
};

bool
skill_here(const struct app *a, struct buf *slug)
{
	const struct pane *p = &a->pane[a->screen];
	bool page = a->popup.open || p->focus == FOCUS_DETAIL;
	const struct anchor *on = page ? find_anchor(current_line(a), ANCHOR_SKILL) : NULL;

	if (on != NULL)
		buf_adds(slug, on->key);
	else if (!a->popup.open && a->screen == SCREEN_SKILLS && p->selected != UINT32_MAX
	    && p->pos < p->view.nrows)
		view_key(&p->view, p->selected, slug);
	return slug->len > 0;
}

/* --- keeping it ------------------------------------------------------------------------------ */

/* The line of the page that the cursor was on may stand elsewhere now. */
static void
follow_skill(struct app *a, const char *slug)
{
	struct pane *p = app_pane(a);
	struct detail *d = &p->detail;
	const struct anchor *on;

	if (a->popup.open || p->focus != FOCUS_DETAIL)
		return;
	on = find_anchor(current_line(a), ANCHOR_SKILL);
	if (on == NULL || strcmp(on->key, slug) != 0)
		return;
	detail_make(a, p);
	on = find_anchor(current_line(a), ANCHOR_SKILL);
	if (on != NULL && strcmp(on->key, slug) == 0)
		return;
	for (size_t i = 0; i < d->page.nlines; i++) {
		on = find_anchor(&d->page.lines[i], ANCHOR_SKILL);
		if (on != NULL && strcmp(on->key, slug) == 0) {
			d->cursor = i;
			return;
		}
	}
}

static bool
keep(struct app *a, const struct kept_skill *k, struct err *e)
{
	if (!profile_skill_set(a->profile, k, e)
	    && !(app_profile_lost(a, e) && profile_skill_set(a->profile, k, e)))
		return false;
	plan_changed(a);
	return true;
}

/* The catalog's name of a skill, else the kept one; false when neither knows it. */
static bool
name_of(struct app *a, const char *slug, struct buf *name, int64_t *id, struct err *e)
{
	struct stmt *st = db_query(a->db, "mine_skill", e);
	const struct mine *m = st != NULL ? plan_mine(a, e) : NULL;
	const struct mine_skill *s = m != NULL ? mine_skill(m, slug) : NULL;
	int step;

	*id = 0;
	if (m == NULL)
		return false;
	stmt_bind_text(st, 1, slug);
	step = stmt_step(st, e);
	if (step == 1) {
		*id = stmt_int(st, 0);
		buf_adds(name, stmt_str(st, 1));
	}
	stmt_reset(st);
	if (step == 0 && s != NULL)
		buf_adds(name, s->name);
	return step >= 0 && (name->len > 0 || err_set(e, ERR_NOTFOUND, "no skill '%.120s'", slug));
}

/* How much a source asks for: of the role that plans are for, else of any. */
static void
say_bar(struct app *a, int64_t skill, struct buf *out)
{
	struct err e;
	struct stmt *st = db_query(a->db, "skill_bar", &e);

	if (st == NULL)
		return;
	stmt_bind_int(st, 1, skill);
	stmt_bind_int(st, 2, plan_role(a));
	if (stmt_step(st, &e) == 1)
		buf_addf(out, ". The bar: %s (%s)", stmt_str(st, 0), stmt_str(st, 1));
	stmt_reset(st);
}

/* "Python: you have it; H: partly. The bar: production code ... (aigraduate MLE)" */
static void
say_kept(struct app *a, const char *name, int64_t skill, enum having how)
{
	const struct saying *now = &sayings[how];
	struct buf b = BUF_INIT;

	if (a->message_is_error) /* it is kept in memory only: that is what one must know */
		return;
	buf_addf(&b, "%s: %s; %s: %s", name, now->says, app_key_of(a, IN_DETAIL, "have"),
	    having_word(now->next));
	if (how == HAVE_YES || how == HAVE_PARTLY)
		say_bar(a, skill, &b);
	app_say(a, "%s", b.data);
	buf_free(&b);
}

static bool
set(struct app *a, const char *slug, const enum having *want, struct err *e)
{
	struct buf name = BUF_INIT;
	const struct mine_skill *was;
	enum having how = HAVE_NOT;
	int64_t id;
	bool ok = name_of(a, slug, &name, &id, e);

	if (ok) {
		was = mine_skill(&a->plan->mine, slug);
		how = want != NULL ? *want : sayings[was != NULL ? was->how : HAVE_NOT].next;
		if (id == 0)
			how = HAVE_NOT; /* the catalog does not have it: only to be taken back */
		a->message_is_error = false;
		ok = keep(a,
		    &(struct kept_skill){slug, name.data, how == HAVE_NOT ? NULL : having_word(how),
			was != NULL && how != HAVE_NOT ? (int)was->level : -1},
		    e);
	}
	if (ok) {
		say_kept(a, name.data, id, how);
		follow_skill(a, slug);
	}
	buf_free(&name);
	return ok;
}

/* "[STATE] [KEY]"; false: the first word is no state. */
static bool
read_state(const char *arg, enum having *how, const char **rest)
{
	char word[16];
	size_t len = strcspn(arg, " ");

	*rest = arg + len + strspn(arg + len, " ");
	snprintf(word, sizeof word, "%.*s", (int)(len < 15 ? len : 15), arg);
	*how = strcmp(word, "yes") == 0 ? HAVE_YES : having_of(word);
	return *how != HAVE_COUNT;
}

static bool
no_skill(struct err *e)
{
	return err_set(e, ERR_NOTFOUND, "no skill on this line: 4 lists them, each with its page");
}

VERB(cmd_have)
{
	struct buf slug = BUF_INIT;
	enum having how = HAVE_NOT;
	const char *key = "";
	bool ok;

	if (*arg != '\0' && !read_state(arg, &how, &key))
		return err_set(e, ERR_USAGE,
		    "have '%.60s': yes, partly, learning, want or no, and the key of a skill", arg);
	if (*key != '\0')
		buf_adds(&slug, key);
	ok = *key != '\0' || skill_here(a, &slug) ? set(a, slug.data, *arg != '\0' ? &how : NULL, e)
						  : no_skill(e);
	buf_free(&slug);
	return ok;
}

/* --- levels ---------------------------------------------------------------------------------- */

static bool
has_levels(struct app *a, int64_t skill)
{
	struct err e;
	struct stmt *st = db_query(a->db, "skill_has_level", &e);
	bool has;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, skill);
	has = stmt_step(st, &e) == 1;
	stmt_reset(st);
	return has;
}

static bool
set_level(struct app *a, const char *slug, int level, struct err *e)
{
	struct buf name = BUF_INIT;
	const struct mine_skill *was;
	int64_t id;
	bool ok = name_of(a, slug, &name, &id, e);

	if (ok && !has_levels(a, id))
		ok = err_set(e, ERR_NOTFOUND,
		    "no source has levels of %.120s: O*NET has, of its skills and knowledge",
		    name.data);
	was = ok ? mine_skill(&a->plan->mine, slug) : NULL;
	a->message_is_error = false;
	ok = ok
	    && keep(a,
		&(struct kept_skill){
		    slug, name.data, having_word(was != NULL ? was->how : HAVE_YES), level},
		e);
	if (ok && !a->message_is_error && level < 0)
		app_say(a, "%s: no level", name.data);
	else if (ok && !a->message_is_error)
		app_say(a, "%s: level %d of %d, as you rate yourself", name.data, level, MAX_LEVEL);
	if (ok)
		follow_skill(a, slug);
	buf_free(&name);
	return ok;
}

VERB(cmd_have_level)
{
	struct buf slug = BUF_INIT;
	bool none = strcmp(arg, "none") == 0, ok;

	if (!none && !(arg[0] >= '0' && arg[0] <= '0' + MAX_LEVEL && arg[1] == '\0'))
		return err_set(
		    e, ERR_USAGE, "have-level '%.60s': 0 to %d, or none", arg, MAX_LEVEL);
	ok = skill_here(a, &slug) ? set_level(a, slug.data, none ? -1 : arg[0] - '0', e)
				  : no_skill(e);
	buf_free(&slug);
	return ok;
}

bool
plan_skills_step(struct app *a, int by, struct err *e)
{
	struct buf slug = BUF_INIT;
	const struct mine *m = plan_mine(a, e);
	const struct mine_skill *s;
	bool ok = false;
	int level;

	if (m != NULL && !skill_here(a, &slug))
		no_skill(e);
	else if (m != NULL) {
		s = mine_skill(m, slug.data);
		level = (s != NULL ? (int)s->level : -1) + by;
		if (level > MAX_LEVEL || level < -1)
			app_say(a, "levels are 0 to %d", MAX_LEVEL);
		ok = level > MAX_LEVEL || level < -1 || set_level(a, slug.data, level, e);
	}
	buf_free(&slug);
	return ok;
}
