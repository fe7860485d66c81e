/*
 * cmd_go.c - to a row by its number, to an item by its key, to a line by a word.
 */
#include "career/base/text.h"
#include "career/frame/patch.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

VERB(cmd_go)
{
	long row = strtol(arg, NULL, 10);

	if (row < 1)
		return err_set(e, ERR_USAGE, "'%s' is no row: a number from 1 was expected", arg);
	app_pane(a)->focus = FOCUS_LIST;
	pane_select(app_pane(a), (uint32_t)(row > UINT32_MAX ? UINT32_MAX : row - 1));
	return true;
}

/* "LIST KEY": keys of two lists may be the same. False when the text is none. */
static bool
names_list(const char *arg, enum screen *s, const char **key)
{
	char name[16];
	size_t len = strcspn(arg, " ");

	if (len >= sizeof name || arg[len] == '\0')
		return false;
	memcpy(name, arg, len);
	name[len] = '\0';
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		if (pane_defs[i].list != NULL && strcmp(pane_defs[i].list->name, name) == 0) {
			*s = (enum screen)i;
			*key = arg + len + strspn(arg + len, " ");
			return true;
		}
	return false;
}

static bool
find_in_list(struct app *a, enum screen s, const char *key, int64_t *id, struct err *e)
{
	struct stmt *st = db_query(a->db, pane_defs[s].by_key, e);
	int step = -1;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, key);
	step = stmt_step(st, e);
	*id = step == 1 ? stmt_int(st, 0) : 0;
	stmt_reset(st);
	if (step == 0)
		return err_set(e, ERR_NOTFOUND, "no %s '%s'", pane_defs[s].one, key);
	return step == 1;
}

static bool
find_anywhere(struct app *a, const char *key, enum screen *s, int64_t *id, struct err *e)
{
	enum thing kind;

	if (!thing_find(a->db, key, &kind, id, e))
		return false;
	for (*s = 0; *s < SCREEN_COUNT && pane_defs[*s].thing != kind; (*s)++)
		;
	if (*s == SCREEN_COUNT)
		return err_set(
		    e, ERR_USAGE, "'%s' is a term: `meaning %s` says what it means", key, key);
	return true;
}

/* Not when every source that speaks of it is off. */
static bool
is_here(const struct pane *p, int64_t id, const char *key, struct err *e)
{
	uint32_t row = frame_find(&p->frame, (int32_t)id);

	return row == UINT32_MAX || !frame_is_gone(&p->frame, row)
	    || err_set(
		e, ERR_NOTFOUND, "no source that is on speaks of %.120s: 7 brings them back", key);
}

/* What the short list of roles leaves out comes in, no more than that. */
static void
show_folded(struct app *a, struct pane *p, int64_t id)
{
	uint32_t row = frame_find(&p->frame, (int32_t)id);

	p->occupations = p->occupations || (row != UINT32_MAX && pane_is_of_set(p, row));
	pane_set_query(a, p, "", false);
	if (pane_select_id(p, id))
		return;
	p->everything = true;
	pane_set_query(a, p, "", false);
	pane_select_id(p, id);
}

/* By stable key; what the filter hides is brought in. */
VERB(cmd_select)
{
	const char *key = arg;
	enum screen s = SCREEN_COUNT;
	int64_t id;

	if (names_list(arg, &s, &key) ? !find_in_list(a, s, key, &id, e)
				      : !find_anywhere(a, arg, &s, &id, e))
		return false;
	if (!pane_open(a, s, e) || !is_here(&a->pane[s], id, key, e) || !app_go(a, s, e))
		return false;
	if (pane_select_id(app_pane(a), id))
		return true;
	pane_set_query(a, app_pane(a), "", false);
	if (pane_select_id(app_pane(a), id))
		return true;
	show_folded(a, app_pane(a), id);
	return true;
}

bool
line_has(const struct line *l, const char *fold)
{
	struct buf text = BUF_INIT, folded = BUF_INIT;
	bool yes;

	for (size_t i = 0; i < l->nspans; i++)
		buf_adds(&text, l->spans[i].text);
	text_fold(&folded, text.data, text.len);
	yes = strstr(folded.data, fold) != NULL;
	buf_free(&text);
	buf_free(&folded);
	return yes;
}

/* The last word of the filter, else the last word that was searched. */
static bool
match(struct app *a, bool forward, struct err *e)
{
	struct pane *p = app_pane(a);
	struct detail *d = &p->detail;
	const char *word = NULL;
	size_t n = d->page.nlines;

	for (size_t i = 0; i < p->view.query.nterms; i++) {
		const struct query_term *t = &p->view.query.terms[i];

		if (!t->negate && (t->kind == TERM_WORD || t->kind == TERM_PHRASE))
			word = t->fold;
	}
	if (word == NULL)
		return err_set(e, ERR_USAGE, "no word to look for: filter with / first");
	for (size_t k = 1; k <= n; k++) {
		size_t at = (d->cursor + (forward ? k : n - k)) % n;

		if (line_has(&d->page.lines[at], word)) {
			d->cursor = at;
			return true;
		}
	}
	return err_set(e, ERR_NOTFOUND, "'%s' is not on this page", word);
}

VERB(cmd_next_match)
{
	(void)arg;
	return match(a, true, e);
}

VERB(cmd_previous_match)
{
	(void)arg;
	return match(a, false, e);
}
