/*
 * kept_here.c - which role, program or skill is meant by what the cursor is on, or by a name.
 */
#include "career/page/compare.h"
#include "career/page/shortlist.h"
#include "kept_state.h"
#include "payback_state.h"

#include <string.h>

/* What the line leads to, in the order in which Enter takes it. */
static bool
of_line(struct app *a, struct kept_thing *t, struct err *e)
{
	static const struct {
		enum anchor_kind kind;
		const char *list;
	} kinds[] = {
	    {ANCHOR_SKILL, "skills"}, {ANCHOR_PROGRAM, "programs"}, {ANCHOR_ROLE, "roles"}};
	const struct line *l = current_line(a);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct anchor *to = find_anchor(l, kinds[i].kind);

		if (to != NULL)
			return kept_find(t, a->db, kinds[i].list, to->key, e) && t->id != 0;
	}
	return false;
}

/* The row of a list, which its page is about as well. */
static bool
of_row(struct app *a, struct kept_thing *t, struct err *e)
{
	struct pane *p = app_pane(a);
	struct buf key = BUF_INIT;
	bool ok = false;

	if (p->def->list == NULL || p->selected == UINT32_MAX || p->pos >= p->view.nrows)
		return false;
	for (size_t i = 0; kept_list(i) != NULL; i++)
		if (strcmp(kept_list(i), p->def->list->name) == 0) {
			view_key(&p->view, p->selected, &key);
			ok = kept_find(t, a->db, kept_list(i), key.data, e);
		}
	buf_free(&key);
	return ok;
}

/* The key of a column of the comparison; of a plan its program. */
static bool
of_column(struct app *a, struct kept_thing *t, struct err *e)
{
	const struct compare_set *s = &a->compare;
	size_t at = a->pane[SCREEN_COMPARE].detail.column;
	struct buf key = BUF_INIT;
	char *plus;
	bool ok;

	if (a->screen != SCREEN_COMPARE || s->n == 0)
		return false;
	buf_adds(&key, s->key[at < s->n ? at : s->n - 1]);
	plus = s->kind == COMPARE_PLANS ? strrchr(key.data, COMPARE_PLUS) : NULL;
	if (plus != NULL)
		*plus = '\0';
	ok = kept_find(t, a->db, s->kind == COMPARE_ROLES ? "roles" : "programs", key.data, e);
	buf_free(&key);
	return ok && t->id != 0;
}

static bool
of_payback(struct app *a, struct kept_thing *t, struct err *e)
{
	return a->screen == SCREEN_PAYBACK && a->payback != NULL && a->payback->program[0] != '\0'
	    && kept_find(t, a->db, "programs", a->payback->program, e) && t->id != 0;
}

bool
kept_here(struct app *a, struct kept_thing *t, struct err *e)
{
	const struct kept_thing *listed = shortlist_here(a);

	if (!a->popup.open && listed != NULL) {
		*t = *listed;
		return true;
	}
	err_clear(e);
	if ((a->popup.open || app_pane(a)->focus == FOCUS_DETAIL) && of_line(a, t, e))
		return true;
	if (!a->popup.open && (of_row(a, t, e) || of_column(a, t, e) || of_payback(a, t, e)))
		return true;
	return e->code != ERR_NONE
	    ? false
	    : err_set(e, ERR_NOTFOUND, "the cursor is on no role, program or skill");
}

/* Without asking the catalog, as hints are made for each frame. */
bool
kept_useful(const struct app *a, const char *command)
{
	const struct pane *p = &a->pane[a->screen];
	const struct line *l = a->popup.open || p->focus == FOCUS_DETAIL ? current_line(a) : NULL;

	if (plan_section_here(a) == PLAN_SHORTLIST && shortlist_any(a))
		return true;
	if (strncmp(command, "shortlist-", 10) == 0)
		return false;
	if (find_anchor(l, ANCHOR_SKILL) != NULL || find_anchor(l, ANCHOR_PROGRAM) != NULL
	    || find_anchor(l, ANCHOR_ROLE) != NULL)
		return true;
	return !a->popup.open
	    && ((p->def->list != NULL && p->def->thing <= THING_SKILL && p->selected != UINT32_MAX)
		|| (a->screen == SCREEN_COMPARE && a->compare.n > 0)
		|| (a->screen == SCREEN_PAYBACK && a->payback != NULL
		    && a->payback->program[0] != '\0'));
}

bool
kept_named(struct app *a, const char *said, struct kept_thing *t, struct err *e)
{
	static const char *const by_thing[] = {
	    [THING_ROLE] = "roles", [THING_PROGRAM] = "programs", [THING_SKILL] = "skills"};
	size_t len = strcspn(said, " ");
	enum thing kind;
	int64_t id;

	if (*said == '\0')
		return kept_here(a, t, e);
	for (size_t i = 0; kept_list(i) != NULL; i++)
		if (strlen(kept_list(i)) == len && strncmp(kept_list(i), said, len) == 0) {
			const char *rest = said + len + strspn(said + len, " ");

			return kept_find(t, a->db, kept_list(i), rest, e)
			    && (t->id != 0
				|| err_set(e, ERR_NOTFOUND, "no %s '%s'", kept_one(t->list), rest));
		}
	if (!thing_find(a->db, said, &kind, &id, e))
		return false;
	if (kind > THING_SKILL)
		return err_set(e, ERR_USAGE, "'%s' is no role, program or skill", said);
	return kept_by_id(t, a->db, by_thing[kind], id, e);
}

bool
kept_may(struct app *a, struct err *e)
{
	return !(script_is_tour(a) && a->script.own)
	    || err_set(e, ERR_USAGE, "a tour keeps nothing of yours: leave it first");
}

bool
kept_write(struct app *a, bool (*write)(struct app *a, const void *what, struct err *e),
    const void *what, struct err *e)
{
	err_clear(e);
	if (write(a, what, e))
		return true;
	/* What is refused for what it is would be refused in memory as well. */
	return e->code != ERR_USAGE && e->code != ERR_NOTFOUND && app_profile_lost(a, e)
	    && write(a, what, e);
}

/* What cannot be read is left out: the page says what the catalog knows. */
void
kept_lines(struct app *a, struct pane *p, struct page *page)
{
	struct kept_words w;
	struct arena arena;
	struct buf key = BUF_INIT;
	struct err e;

	arena_init(&arena);
	view_key(&p->view, p->selected, &key);
	if (kept_words(&w, a->profile, p->def->list->name, key.data, &arena, &e))
		page_kept(page, &w, &arena);
	arena_free(&arena);
	buf_free(&key);
}
