/* plan_interests.c - Plan's section Interests: what one likes to do, answer by answer, and what comes of it. */
#include "career/page/interests.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is dear to work out, until the profile, the sources or the role say something else. */
struct plan_interests {
	unsigned turn;
	int64_t role;
	struct arena arena;
	struct interest_items items;
	struct interests of;
	struct interest_fits roles, occupations;
	struct interest_fit fit; /* of the role */
};

void
plan_interests_forget(struct plan_state *s)
{
	if (s->interest == NULL)
		return;
	arena_free(&s->interest->arena);
	free(s->interest);
	s->interest = NULL;
}

static bool
load(struct app *a, struct plan_interests *n, struct err *e)
{
	const struct sources *src = &a->reader.sources;

	return interest_items(&n->items, &n->arena, e)
	    && interests_read(&n->of, &n->items, a->profile, e)
	    && interest_fits(&n->roles, a->db, src, &n->of, false, &n->arena, e)
	    && interest_fits(&n->occupations, a->db, src, &n->of, true, &n->arena, e)
	    && (n->role == 0
		|| interest_fit_of(&n->fit, a->db, src, &n->of, n->role, &n->arena, e));
}

static const struct plan_interests *
find(struct app *a, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_interests *n = s->interest;
	unsigned turn = db_sources_turn(a->db);
	int64_t role = plan_role(a);

	if (n != NULL && n->turn == turn && n->role == role)
		return n;
	plan_interests_forget(s);
	s->interest = n = mem_zero(1, sizeof *n);
	arena_init(&n->arena);
	n->turn = turn;
	n->role = role;
	if (load(a, n, e))
		return n;
	plan_interests_forget(s);
	return NULL;
}

/* The first item without an answer behind this one, else the first of all; n: there is none. */
static size_t
next_open(const struct plan_interests *n, size_t behind)
{
	for (size_t i = 1; i <= n->items.n; i++) {
		size_t at = (behind + i) % n->items.n;

		if (n->of.answer[at] == 0)
			return at;
	}
	return n->items.n;
}

/* --- the page -------------------------------------------------------------------------------- */

static size_t
line_of(const struct page *page, const char *key)
{
	char command[24];

	snprintf(command, sizeof command, "answer %s", key);
	for (size_t i = 0; i < page->nlines; i++) {
		const struct anchor *runs = find_anchor(&page->lines[i], ANCHOR_COMMAND);

		if (runs != NULL && strcmp(runs->key, command) == 0)
			return i;
	}
	return 0;
}

/* The cursor goes to the item that was answered; when the page is opened, to the first that is not. */
static void
move_to_item(struct app *a, const struct plan_interests *n, const struct page *page)
{
	struct plan_state *s = plan_state(a);
	struct detail *d = &a->pane[SCREEN_PLAN].detail;
	size_t open = next_open(n, n->items.n - 1);

	if (s->interest_follow > 0)
		d->cursor = line_of(page, n->items.item[s->interest_follow - 1].key);
	else if (d->cursor == 0 && d->top == 0 && open < n->items.n)
		d->cursor = line_of(page, n->items.item[open].key);
	s->interest_follow = 0;
}

bool
plan_interests(struct app *a, struct page *page, struct err *e)
{
	const struct plan_interests *n = find(a, e);
	struct interests_page q;
	struct buf how = BUF_INIT;

	if (n == NULL)
		return false;
	buf_addf(&how,
	    "%s on a line answers it and goes on to the next; %s and %s change an answer.",
	    app_key_of(a, IN_DETAIL, "open"), app_key_of(a, IN_DETAIL, "plan-more"),
	    app_key_of(a, IN_DETAIL, "plan-less"));
	q = (struct interests_page){.items = &n->items,
	    .of = &n->of,
	    .roles = &n->roles,
	    .occupations = &n->occupations,
	    .role = n->role != 0 ? &n->fit : NULL,
	    .how = how.data};
	page_interests(page, &q);
	move_to_item(a, n, page);
	buf_free(&how);
	return true;
}

/* --- answers --------------------------------------------------------------------------------- */

static bool
set(struct app *a, const char *key, int value, struct err *e)
{
	return profile_answer_set(a->profile, key, value, e)
	    || (app_profile_lost(a, e) && profile_answer_set(a->profile, key, value, e));
}

static void
say_kept(struct app *a, const struct interest_item *item, int value)
{
	struct buf b = BUF_INIT;

	if (value > 0)
		buf_addf(&b, "%s: %d %s", item->text, value, interest_answer_says(value));
	else
		buf_addf(&b, "%s: no answer", item->text);
	undo_call(a, b.data);
	if (!a->message_is_error) /* else it is kept in memory only: that is what one must know */
		app_say(a, "%s", b.data);
	buf_free(&b);
}

/* The page is made anew with the cursor on it; with the last answer it begins with what comes of them. */
static bool
answer(struct app *a, size_t item, int value, struct err *e)
{
	const struct plan_interests *n = find(a, e);
	struct detail *d = &a->pane[SCREEN_PLAN].detail;
	struct interest_item it;
	size_t before;
	char key[8];

	if (n == NULL)
		return false;
	before = n->of.answered;
	snprintf(key, sizeof key, "%s", n->items.item[item].key);
	a->message_is_error = false;
	if (!set(a, key, value, e))
		return false;
	plan_changed(a);
	if ((n = find(a, e)) == NULL)
		return false;
	it = n->items.item[item];
	if (before < n->items.n && n->of.answered == n->items.n) {
		d->cursor = d->top = 0;
		if (!a->message_is_error)
			app_say(a, "all %zu are answered: this is what comes of it", n->items.n);
		return true;
	}
	a->plan->interest_follow = item + 1;
	say_kept(a, &it, value);
	return true;
}

bool
plan_interests_step(struct app *a, int by, struct err *e)
{
	const struct plan_interests *n = find(a, e);
	const struct anchor *runs = find_anchor(current_line(a), ANCHOR_COMMAND);
	size_t item, skip = strlen("answer ");
	int value;

	if (n == NULL)
		return false;
	item = runs != NULL && strncmp(runs->key, "answer ", skip) == 0
	    ? interest_item(&n->items, runs->key + skip)
	    : n->items.n;
	if (item == n->items.n)
		return err_set(e, ERR_NOTFOUND,
		    "no item on this line: the list of what one may like has them");
	value = n->of.answer[item] > 0 ? n->of.answer[item] + by : (INTEREST_MOST + 1) / 2 + by;
	if (value < 1 || value > INTEREST_MOST) {
		app_say(a, "answers are 1 (dislike) to %d (like)", INTEREST_MOST);
		return true;
	}
	return answer(a, item, value, e);
}

/* --- one by one ------------------------------------------------------------------------------ */

enum { ROWS = 10 }; /* of an item whose text takes two */

static bool
choices(struct app *a, struct page *page, struct err *e)
{
	const struct plan_interests *n = find(a, e);

	if (n != NULL)
		page_interest_item(page, &(struct interests_page){.items = &n->items, .of = &n->of},
		    a->plan->asking, popup_rows(a) < ROWS);
	return n != NULL;
}

/* On the answer that it has, else on the middle. */
static void
move_to_choice(struct app *a, const struct plan_interests *n, size_t item)
{
	const struct page *p = &a->popup.page;
	int value = n->of.answer[item] > 0 ? n->of.answer[item] : (INTEREST_MOST + 1) / 2;
	char command[32];

	snprintf(command, sizeof command, "answer %s %d", n->items.item[item].key, value);
	for (size_t i = 0; i < p->nlines; i++) {
		const struct anchor *runs = find_anchor(&p->lines[i], ANCHOR_COMMAND);

		if (runs != NULL && strncmp(runs->key, command, strlen(command)) == 0)
			a->popup.cursor = i;
	}
}

static bool
ask(struct app *a, size_t item, struct err *e)
{
	const struct plan_interests *n;
	char title[sizeof a->popup.title];

	if ((n = find(a, e)) == NULL)
		return false;
	a->plan->asking = item;
	snprintf(title, sizeof title, "Interests: %zu of %d", item + 1, INTEREST_ITEMS);
	if (popup_rows(a) < ROWS)
		snprintf(title, sizeof title, "%zu of %d: %s", item + 1, INTEREST_ITEMS,
		    n->items.item[item].text);
	if (!popup_open(a, title, false, choices, e) || (n = find(a, e)) == NULL)
		return false;
	move_to_choice(a, n, item);
	a->plan->interest_follow = item + 1;
	app_stale(a);
	return true;
}

/* "KEY [1-5|no|later] [next]"; -1: no number, later; -2: what is no answer. */
static int
read_value(const char *word, size_t len)
{
	if (len == 0 || (len == 5 && strncmp(word, "later", 5) == 0))
		return -1;
	if (len == 2 && strncmp(word, "no", 2) == 0)
		return 0;
	return len == 1 && word[0] >= '0' && word[0] <= '0' + INTEREST_MOST ? word[0] - '0' : -2;
}

/* What Enter on a choice does: keeps it, and asks the next that has no answer. */
static bool
take(struct app *a, size_t item, const char *rest, struct err *e)
{
	size_t len = strcspn(rest, " "), open;
	int value = read_value(rest, len);
	const char *behind = rest + len + strspn(rest + len, " ");
	const struct plan_interests *n;

	if (value == -2 || (*behind != '\0' && strcmp(behind, "next") != 0))
		return err_set(e, ERR_USAGE, "answer '%.60s': 1 (dislike) to %d (like), or no",
		    rest, INTEREST_MOST);
	if (len == 0)
		return ask(a, item, e);
	if (value >= 0 && !answer(a, item, value, e))
		return false;
	n = find(a, e);
	open = n != NULL && (*behind != '\0' || value < 0) ? next_open(n, item) : INTEREST_ITEMS;
	return n != NULL && (open == n->items.n || open == item || ask(a, open, e));
}

VERB(cmd_answer)
{
	const struct plan_interests *n = find(a, e);
	size_t len = strcspn(arg, " "), item;
	char key[8];

	if (n == NULL)
		return false;
	if (*arg == '\0') {
		item = next_open(n, n->items.n - 1);
		return plan_open(a, PLAN_INTERESTS, e)
		    && (item < n->items.n ? ask(a, item, e)
					  : err_set(e, ERR_NOTFOUND, "all are answered"));
	}
	snprintf(key, sizeof key, "%.*s", (int)(len < 7 ? len : 7), arg);
	item = interest_item(&n->items, key);
	if (item == n->items.n)
		return err_set(e, ERR_NOTFOUND, "no item '%.40s': r1 to c4", arg);
	return take(a, item, arg + len + strspn(arg + len, " "), e);
}

VERB(cmd_answers_forget)
{
	const struct plan_interests *n = find(a, e);
	size_t forgotten = 0;
	bool ok = n != NULL;

	(void)arg;
	a->message_is_error = false;
	for (size_t i = 0; ok && i < n->items.n; i++) {
		if (n->of.answer[i] == 0)
			continue;
		ok = set(a, n->items.item[i].key, 0, e);
		forgotten += ok;
	}
	if (forgotten > 0)
		plan_changed(a);
	if (ok && !a->message_is_error)
		app_say(a, "%zu answer%s forgotten; %s brings them back", forgotten,
		    forgotten == 1 ? "" : "s", app_key_of(a, IN_DETAIL, "undo"));
	return ok;
}
