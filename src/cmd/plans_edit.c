/*
 * plans_edit.c - the screen of plans: its query and what one would earn without it, typed live; and what the keys on a
 * pair do.
 */
#include "plans_state.h"
#include "verbs.h"

#include <string.h>

/* --- the line at the bottom -------------------------------------------------------------------- */

static bool
turn(struct app *a, enum prompt_turn how, const char *text, struct err *e)
{
	struct plans_state *s = plans_state(a);

	(void)e;
	plans_set_query(a, how == PROMPT_LEFT ? s->before.data : text, how == PROMPT_TYPED);
	return true;
}

/* The pairs move below the line. */
static bool
move_pairs(struct app *a, const char *key)
{
	static const struct {
		const char *key;
		int by;
		bool pages;
	} moves[] = {{"Up", -1, false}, {"Down", 1, false}, {"PgUp", -1, true}, {"PgDn", 1, true}};

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (strcmp(moves[i].key, key) == 0) {
			move_cursor(a, moves[i].by, moves[i].pages);
			return true;
		}
	return false;
}

static void
complete(struct app *a, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx)
{
	if (plans_state(a)->open)
		plans_complete(&a->plans->plans, text, at, each, ctx);
}

static bool
on_screen(const struct app *a, struct err *e)
{
	return a->screen == SCREEN_PLANS
	    || err_set(e, ERR_USAGE, "this works on the screen of plans: `plans` opens it");
}

VERB(cmd_plans_ask)
{
	static const struct prompt_text of = {.label = "Plans: ",
	    .history = "plans",
	    .turn = turn,
	    .key = move_pairs,
	    .complete = complete};
	struct plans_state *s = plans_state(a);
	struct buf text = BUF_INIT;

	(void)arg;
	if (!on_screen(a, e))
		return false;
	buf_clear(&s->before);
	buf_adds(&s->before, s->query.data);
	buf_adds(&text, s->query.data);
	if (text.len > 0 && text.data[text.len - 1] != ' ')
		buf_addc(&text, ' ');
	prompt_text_open(a, &of, text.data);
	buf_free(&text);
	return true;
}

/* --- what one would earn without it ------------------------------------------------------------ */

static bool
turn_baseline(struct app *a, enum prompt_turn how, const char *text, struct err *e)
{
	struct payback_asks q = plans_state(a)->said;

	a->pane[SCREEN_PLANS].detail.valid = false;
	plans_state(a)->fresh = true;
	if (how == PROMPT_LEFT)
		return payback_now_said(a, &q, false, e);
	if (!payback_number(FI_BASELINE, text, &q.said[FI_BASELINE], e))
		return false;
	q.baseline_role[0] = '\0';
	return payback_now_said(a, &q, how == PROMPT_TAKEN, e);
}

VERB(cmd_plans_baseline)
{
	static const struct prompt_text of = {
	    .label = "Without it I would earn, $ a year: ", .turn = turn_baseline};
	struct plans_state *s = plans_state(a);
	struct buf text = BUF_INIT;

	if (!on_screen(a, e))
		return false;
	payback_said(a, &s->said);
	if (*arg != '\0')
		return turn_baseline(a, PROMPT_TAKEN, arg, e);
	if (!s->baseline.assumed)
		buf_addf(&text, "%.0f", s->baseline.pay);
	prompt_text_open(a, &of, text.data);
	app_say(a, "such as 60k; empty: the median of all US jobs");
	buf_free(&text);
	return true;
}

/* --- other commands ---------------------------------------------------------------------------- */

VERB(cmd_plans_more)
{
	struct plans_state *s = plans_state(a);

	(void)arg;
	if (!on_screen(a, e))
		return false;
	if (s->plans.n < s->limit)
		return err_set(e, ERR_NOTFOUND, "these are all of them");
	s->limit += PLANS_FURTHER;
	s->answered = false;
	a->pane[SCREEN_PLANS].detail.valid = false;
	return true;
}

VERB(cmd_plans_best)
{
	struct plans_state *s = plans_state(a);
	size_t at = 0;

	if (!on_screen(a, e))
		return false;
	while (
	    *arg != '\0' && plans_folds[at].word != NULL && strcmp(plans_folds[at].word, arg) != 0)
		at++;
	if (plans_folds[at].word == NULL)
		return err_set(e, ERR_USAGE, "best '%s': pairs, program or role", arg);
	if (*arg == '\0')
		at = plans_folds[s->fold + 1].word != NULL ? s->fold + 1 : 0;
	s->fold = (enum plans_fold)at;
	plans_show_again(a);
	app_say(a, "%s", plans_folds[at].help);
	return true;
}

VERB(cmd_plans_occupations)
{
	struct plans_state *s = plans_state(a);

	(void)arg;
	if (!on_screen(a, e))
		return false;
	s->occupations = !s->occupations;
	plans_show_again(a);
	app_say(a,
	    s->occupations ? "with the occupations of the imported sets"
			   : "without the occupations of the imported sets");
	return true;
}

/* The pair under the cursor, by the keys on its line; NULL: there is none. */
static const struct plan *
plan_here(struct app *a, struct err *e)
{
	const struct plans_state *s = plans_state(a);
	const struct page *page = &a->pane[SCREEN_PLANS].detail.page;
	size_t at = a->pane[SCREEN_PLANS].detail.cursor, i = 0;

	if (find_anchor(current_line(a), ANCHOR_PROGRAM) == NULL) {
		err_set(e, ERR_NOTFOUND, "no plan on this line");
		return NULL;
	}
	/* A pair has one line that leads somewhere, the others go on. */
	for (size_t k = 0; k < at && k < page->nlines; k++)
		i += find_anchor(&page->lines[k], ANCHOR_PROGRAM) != NULL;
	return i < s->plans.n ? &s->plans.plan[i] : NULL;
}

static bool
why_page(struct app *a, struct page *page, struct err *e)
{
	struct plans_state *s = plans_state(a);
	struct plans_shown shown = plans_shown_of(a, s);

	return page_plan(page, &a->reader, &shown, &s->why, e);
}

VERB(cmd_plans_why)
{
	const struct plan *x;

	(void)arg;
	if (!on_screen(a, e))
		return false;
	if (find_anchor(current_line(a), ANCHOR_PROGRAM) == NULL)
		return cmd_explain(a, "", e);
	x = plan_here(a, e);
	if (x == NULL)
		return false;
	plans_state(a)->why = *x;
	return popup_open(a, "Who says so", false, why_page, e);
}

/* The pair under the cursor becomes a column of the comparison. */
VERB(cmd_plans_compare)
{
	const struct line *l = current_line(a);
	const struct anchor *program = find_anchor(l, ANCHOR_PROGRAM),
			    *role = find_anchor(l, ANCHOR_ROLE);
	struct buf key = BUF_INIT;
	bool ok;

	(void)arg;
	if (!on_screen(a, e))
		return false;
	if (program == NULL || role == NULL)
		return err_set(e, ERR_NOTFOUND, "no plan on this line");
	buf_addf(&key, "%s%c%s", program->key, COMPARE_PLUS, role->key);
	ok = compare_set_add(&a->compare, COMPARE_PLANS, key.data, e);
	buf_free(&key);
	a->pane[SCREEN_COMPARE].detail.valid = false;
	if (!ok)
		return false;
	if (a->compare.n > 1)
		return app_go(a, SCREEN_COMPARE, e);
	app_say(a, "1 chosen; c on another one compares");
	return true;
}
