/*
 * cmd_compare.c - choosing what stands side by side, and the columns of the Compare screen.
 */
#include "career/cmd/compare_export.h"
#include "state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

/* --- the page -------------------------------------------------------------------------------- */

static struct compare_opts
opts_of(const struct app *a)
{
	const struct compare_set *s = &a->compare;

	return (struct compare_opts){.baseline = s->baseline, .all = s->all};
}

/* Shown columns reach to the last one where there is room. */
static void
clamp_first(struct detail *d, size_t n, int width)
{
	size_t fits = compare_fits(width);

	if (d->first + fits > n)
		d->first = n > fits ? n - fits : 0;
	if (d->column >= n)
		d->column = n - 1;
}

bool
compare_detail(struct app *a, struct pane *p, struct page *page, struct err *e)
{
	struct compare_set *s = &a->compare;
	struct detail *d = &p->detail;
	struct compare_opts how = opts_of(a);

	a->reader.role = a->role;
	d->ncolumns = 0;
	if (s->n == 0)
		return page_compare_empty(page, &a->reader, e);
	if (!compare_set_ready(s))
		return page_compare_one(page, &a->reader, s->key[0], e);
	if (!compare_set_make(s, &a->reader, a->level, e))
		return false;
	clamp_first(d, s->n, page->opts.width);
	d->ncolumns = s->n;
	how.first = d->first;
	how.column = d->column;
	how.cursor = true;
	return page_compare(page, &a->reader, &s->made, &how, &d->pinned, &d->shown, e);
}

/* The page is made again. */
static void
show_again(struct app *a)
{
	a->pane[SCREEN_COMPARE].detail.valid = false;
}

/* The screen with the cursor on a column, at the top. */
static bool
open_at(struct app *a, int column, struct err *e)
{
	struct detail *d = &a->pane[SCREEN_COMPARE].detail;

	if (!app_go(a, SCREEN_COMPARE, e))
		return false;
	show_again(a);
	d->column = (size_t)column;
	d->cursor = d->top = 0;
	return true;
}

/* --- choosing -------------------------------------------------------------------------------- */

static enum compare_kind
kind_of(const struct pane *p)
{
	return p->def->thing == THING_ROLE ? COMPARE_ROLES : COMPARE_PROGRAMS;
}

static bool
is_marked(const struct pane *p, uint32_t row)
{
	return bitset_has(&p->marks, row);
}

static bool
add_row(struct app *a, struct compare_set *s, const struct pane *p, uint32_t row, struct err *e)
{
	struct buf key = BUF_INIT;
	bool ok;

	(void)a;
	view_key(&p->view, row, &key);
	ok = compare_set_add(s, kind_of(p), key.data, e);
	buf_free(&key);
	return ok;
}

/* The marked rows in the list's order; those that the filter hides come behind. */
static bool
take_marked(struct app *a, const struct pane *p, struct err *e)
{
	struct compare_set *s = &a->compare;
	size_t most = compare_limit(kind_of(p)), seen = 0;
	bool ok = true;

	if (p->nmarks > most)
		return err_set(e, ERR_USAGE,
		    "%zu %s are marked, at most %zu stand side by side: Space takes a mark off",
		    p->nmarks, compare_kind_word(kind_of(p)), most);
	compare_set_clear(s);
	for (uint32_t i = 0; ok && i < p->view.nrows && seen < p->nmarks; i++)
		if (is_marked(p, p->view.rows[i])) {
			ok = add_row(a, s, p, p->view.rows[i], e);
			seen++;
		}
	for (uint32_t row = 0; ok && row < p->frame.rows && seen < p->nmarks; row++)
		if (is_marked(p, row) && view_find(&p->view, row) == UINT32_MAX) {
			ok = add_row(a, s, p, row, e);
			seen++;
		}
	return ok;
}

/* The row under the cursor, beside what was chosen before, else beside the only one that is marked. A role beside
 * programs makes plans. */
static bool
take_selected(struct app *a, const struct pane *p, struct err *e)
{
	struct compare_set *s = &a->compare;

	if (p->selected == UINT32_MAX || p->pos >= p->view.nrows)
		return err_set(e, ERR_NOTFOUND, "nothing is selected");
	if (p->nmarks == 1 && s->n == 0 && !take_marked(a, p, e))
		return false;
	return add_row(a, s, p, p->selected, e);
}

/* The column of a row: of its key, or the last plan that has it. */
static int
column_of(const struct compare_set *s, const char *key)
{
	size_t len = strlen(key);

	for (size_t i = s->n; i > 0 && s->kind == COMPARE_PLANS; i--) {
		const char *k = s->key[i - 1], *plus = strrchr(k, COMPARE_PLUS);

		if (plus != NULL
		    && (strcmp(plus + 1, key) == 0
			|| ((size_t)(plus - k) == len && memcmp(k, key, len) == 0)))
			return (int)i - 1;
	}
	return compare_set_find(s, key);
}

static void
say_mixed(struct app *a, enum compare_kind before)
{
	const struct compare_set *s = &a->compare;

	if (s->kind == COMPARE_PLANS && before != COMPARE_PLANS)
		app_say(a,
		    "%zu plan%s: each program for each role. u takes it back; two marked and c "
		    "begin anew",
		    s->n, s->n == 1 ? "" : "s");
}

static bool
choose(struct app *a, struct err *e)
{
	const struct pane *p = app_pane(a);
	struct compare_set *s = &a->compare;
	enum compare_kind before = s->n > 0 ? s->kind : kind_of(p);
	struct buf key = BUF_INIT;
	int column;

	if (!(p->nmarks > 1 ? take_marked(a, p, e) : take_selected(a, p, e)))
		return false;
	if (p->selected != UINT32_MAX)
		view_key(&p->view, p->selected, &key);
	column = column_of(s, key.data);
	buf_free(&key);
	if (compare_set_ready(s)) {
		if (!open_at(a, column > 0 ? column : 0, e))
			return false;
		say_mixed(a, before);
		return true;
	}
	show_again(a);
	app_say(a, "1 chosen; c on another one compares");
	return true;
}

/* Keys that were given: the set changes only when they can be compared. */
static bool
take_keys(struct app *a, const char *arg, struct err *e)
{
	struct compare_set *s = &a->compare;
	const char *key[2 * COMPARE_MAX];
	char *words = mem_dup(arg), *rest = NULL;
	struct compare made;
	size_t n = 0;
	bool ok;

	for (char *w = strtok_r(words, " \t", &rest); w && n < 2 * COMPARE_MAX;
	     w = strtok_r(NULL, " \t", &rest))
		key[n++] = w;
	a->reader.role = a->role;
	ok = compare_make(&made, &a->reader, key, n, a->level, e);
	if (ok) {
		compare_set_clear(s);
		for (size_t i = 0; i < made.n; i++)
			ok = compare_set_add(s, made.kind, made.key[i], e) && ok;
		s->made = made;
		s->valid = true;
		s->level = a->level;
	}
	free(words);
	return ok;
}

VERB(cmd_compare)
{
	bool list = a->screen == SCREEN_ROLES || a->screen == SCREEN_PROGRAMS;

	if (*arg != '\0')
		return take_keys(a, arg, e) && open_at(a, 0, e);
	return list ? choose(a, e) : app_go(a, SCREEN_COMPARE, e);
}

/* --- columns --------------------------------------------------------------------------------- */

/* The column under the cursor of a comparison of at least `n`. */
static bool
at_column(const struct app *a, size_t n, size_t *column, struct err *e)
{
	if (a->compare.n < n)
		return err_set(e, ERR_NOTFOUND,
		    a->compare.n == 0 ? "nothing is compared yet: c on a list chooses"
				      : "one alone is not compared: c on a list adds another");
	*column = a->pane[SCREEN_COMPARE].detail.column;
	if (*column >= a->compare.n)
		*column = a->compare.n - 1;
	return true;
}

VERB(cmd_compare_baseline)
{
	struct compare_set *s = &a->compare;
	size_t column = 0;

	(void)arg;
	if (!at_column(a, 2, &column, e))
		return false;
	compare_set_baseline(s, column);
	show_again(a);
	if (s->baseline < 0)
		app_say(a, "no baseline: no differences are shown");
	else if (compare_set_make(s, &a->reader, a->level, e))
		app_say(a, "differences are to %s", s->made.brief[column]);
	else
		return false;
	return true;
}

VERB(cmd_compare_drop)
{
	size_t column = 0;

	(void)arg;
	if (!at_column(a, 1, &column, e))
		return false;
	compare_set_drop(&a->compare, column);
	show_again(a);
	return true;
}

static bool
move(struct app *a, int by, struct err *e)
{
	size_t column = 0;

	if (!at_column(a, 2, &column, e))
		return false;
	if (compare_set_move(&a->compare, column, by))
		a->pane[SCREEN_COMPARE].detail.column = by < 0 ? column - 1 : column + 1;
	show_again(a);
	return true;
}

VERB(cmd_compare_left)
{
	(void)arg;
	return move(a, -1, e);
}

VERB(cmd_compare_right)
{
	(void)arg;
	return move(a, 1, e);
}

VERB(cmd_compare_equal)
{
	(void)arg, (void)e;
	a->compare.all = !a->compare.all;
	show_again(a);
	app_say(a, a->compare.all ? "equal rows are shown" : "equal rows are folded");
	return true;
}

/* --- who says so, and writing ---------------------------------------------------------------- */

/* Columns that make a table. */
static size_t
least(const struct app *a)
{
	return a->compare.kind == COMPARE_PLANS ? 1 : 2;
}

/* The line has nothing to explain for the column under the cursor. */
bool
compare_silent(struct app *a, const struct line *l, struct err *e)
{
	size_t column = 0;

	if (!at_column(a, least(a), &column, e)
	    || !compare_set_make(&a->compare, &a->reader, a->level, e))
		return false;
	if (find_anchor(l, ANCHOR_ROLE) != NULL || find_anchor(l, ANCHOR_PROGRAM) != NULL)
		return err_set(e, ERR_NOTFOUND, "Enter opens it; i on a value says whose it is");
	return err_set(e, ERR_NOTFOUND, "no source stands behind this line for %s",
	    a->compare.made.brief[column]);
}

bool
compare_written(struct app *a, const char *path, struct buf *out, struct err *e)
{
	struct compare_set *s = &a->compare;
	struct compare_seen seen = {
	    .reader = &a->reader,
	    .compare = &s->made,
	    .how = opts_of(a),
	    .page = {.width = a->cols > 2 ? a->cols - 2 : 0,
		.ascii = a->opts.ascii,
		.year_now = a->year_now},
	};
	size_t column = 0;

	return at_column(a, least(a), &column, e) && compare_set_make(s, &a->reader, a->level, e)
	    && compare_file(out, &seen, path, e);
}
