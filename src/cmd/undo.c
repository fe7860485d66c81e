/*
 * undo.c - steps: what of the state a command changed, kept, brought back, done again.
 */
#include "career/cmd/undo.h"

#include "state.h"
#include "undo_part.h"

#include <stdlib.h>
#include <string.h>

/* --- states ------------------------------------------------------------------------------------- */

static size_t
slots(void)
{
	return nundo_parts * SCREEN_COUNT;
}

static const struct undo_part *
part_of(size_t slot)
{
	return &undo_parts[slot / SCREEN_COUNT];
}

static void
state_init(struct undo_state *s)
{
	s->text = mem_zero(slots(), sizeof *s->text);
	s->there = mem_zero(slots(), sizeof *s->there);
	s->row = mem_zero(SCREEN_COUNT, sizeof *s->row);
	for (size_t i = 0; i < slots(); i++)
		buf_init(&s->text[i]);
}

static void
state_free(struct undo_state *s)
{
	for (size_t i = 0; s->text != NULL && i < slots(); i++)
		buf_free(&s->text[i]);
	free(s->text);
	free(s->there);
	free(s->row);
}

/* Whether a part is there just now, and its text. */
static bool
take_slot(struct app *a, size_t slot, struct buf *out)
{
	const struct undo_part *part = part_of(slot);
	size_t screen = slot % SCREEN_COUNT;
	struct pane *p = &a->pane[screen];

	buf_clear(out);
	if (part->of_screen ? pane_defs[screen].list == NULL : screen > 0)
		return false;
	if (!part->of_screen || p->loaded)
		part->take(a, p, out);
	return !part->of_screen || p->loaded || part->fresh;
}

static void
state_take(struct app *a, struct undo_state *s)
{
	for (size_t i = 0; i < slots(); i++)
		s->there[i] = take_slot(a, i, &s->text[i]);
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		s->row[i] = a->pane[i].loaded ? pane_id(&a->pane[i]) : 0;
	s->screen = (int)a->screen;
}

static void
state_swap(struct undo_state *a, struct undo_state *b)
{
	struct undo_state t = *a;

	*a = *b;
	*b = t;
}

/* --- steps -------------------------------------------------------------------------------------- */

static void
step_free(struct undo_step *s)
{
	for (size_t i = 0; i < s->n; i++) {
		buf_free(&s->change[i].before);
		buf_free(&s->change[i].after);
	}
	free(s->change);
	free(s->words);
	memset(s, 0, sizeof *s);
}

static bool
differs(const struct undo *u, size_t slot)
{
	const struct buf *b = &u->before.text[slot], *f = &u->after.text[slot];

	return u->before.there[slot] && u->after.there[slot]
	    && (b->len != f->len || memcmp(b->data, f->data, b->len) != 0);
}

static struct buf
copy_of(const struct buf *b)
{
	struct buf copy = BUF_INIT;

	buf_add(&copy, b->data, b->len);
	return copy;
}

static void
add_change(struct app *a, struct undo_step *s, size_t slot, struct buf *words)
{
	const struct undo_part *part = part_of(slot);
	const struct undo_change c = {
	    slot, copy_of(&a->undo.before.text[slot]), copy_of(&a->undo.after.text[slot])};
	size_t at = words->len;

	s->change = mem_grow(s->change, s->n + 1, sizeof *s->change);
	s->change[s->n++] = c;
	if (part->of_screen && (s->screen < 0 || slot % SCREEN_COUNT == (size_t)a->screen))
		s->screen = (int)(slot % SCREEN_COUNT);
	part->say(a, &a->pane[slot % SCREEN_COUNT], &c.before, &c.after, words);
	if (at > 0 && words->len > at)
		buf_insert(words, at, ", ", 2);
}

/* The newest step: what was undone is dropped, and the oldest one when there are too many. */
static void
push(struct undo *u, const struct undo_step *s)
{
	while (u->n > u->done)
		step_free(&u->step[--u->n]);
	if (u->n == UNDO_STEPS) {
		step_free(&u->step[0]);
		memmove(u->step, u->step + 1, --u->n * sizeof *u->step);
	}
	u->step[u->n++] = *s;
	u->done = u->n;
	u->older = 0;
}

/* Ends the journal's step. What cannot be written goes on in memory. */
static void
keep_step(struct app *a, struct undo_step *s, const char *words)
{
	struct profile_step kept;
	struct err e = {0};
	char place[sizeof kept.place];

	undo_place(a, place, sizeof place);
	if (!profile_step_end(a->profile, words, place, &kept, &e)) {
		if (!app_profile_lost(a, &e))
			app_error(a, "%s", e.text);
		return;
	}
	s->id = kept.id;
	if (kept.id != 0) /* it lists the steps */
		a->pane[SCREEN_PLAN].detail.valid = false;
	if (s->n == 0 && kept.id != 0) {
		s->screen = s->screen_after = (int)a->screen;
		s->words = mem_dup(kept.words);
	}
}

/* `before` and `after` are taken. */
static void
keep(struct app *a)
{
	struct undo *u = &a->undo;
	struct undo_step s = {.screen = -1};
	struct buf words = BUF_INIT;

	for (size_t i = 0; i < slots(); i++)
		if (differs(u, i))
			add_change(a, &s, i, &words);
	keep_step(a, &s, s.n > 0 ? words.data : u->words);
	if (s.n > 0) {
		s.screen_after = s.screen < 0 ? u->after.screen : s.screen;
		s.screen = s.screen < 0 ? u->before.screen : s.screen;
		s.row = u->before.row[s.screen];
		s.row_after = u->after.row[s.screen_after];
		s.words = buf_take(&words);
	}
	if (s.n > 0 || s.id != 0)
		push(u, &s);
	buf_free(&words);
}

/* --- around commands ---------------------------------------------------------------------------- */

void
undo_init(struct undo *u)
{
	memset(u, 0, sizeof *u);
	state_init(&u->before);
	state_init(&u->after);
	state_init(&u->held);
}

void
undo_free(struct undo *u)
{
	for (size_t i = 0; i < u->n; i++)
		step_free(&u->step[i]);
	state_free(&u->before);
	state_free(&u->after);
	state_free(&u->held);
	free(u->words);
	memset(u, 0, sizeof *u);
}

void
undo_enter(struct app *a)
{
	a->undo.depth++;
}

void
undo_take(struct app *a)
{
	if (!a->undo.taken)
		state_take(a, &a->undo.before);
	a->undo.taken = true;
	profile_step_begin(a->profile);
}

void
undo_leave(struct app *a)
{
	struct undo *u = &a->undo;

	if (--u->depth > 0 || !u->taken)
		return;
	u->taken = false;
	state_take(a, &u->after);
	keep(a);
	undo_call(a, NULL);
}

void
undo_call(struct app *a, const char *words)
{
	free(a->undo.words);
	a->undo.words = words != NULL ? mem_dup(words) : NULL;
}

void
undo_hold(struct app *a)
{
	state_take(a, &a->undo.held);
	a->undo.holding = true;
}

void
undo_resume(struct app *a)
{
	struct undo *u = &a->undo;

	if (u->holding && !u->taken) {
		state_swap(&u->before, &u->held);
		u->taken = true;
		profile_step_begin(a->profile);
	}
	u->holding = false;
}

void
undo_let_go(struct app *a)
{
	a->undo.holding = false;
}

void
undo_forget(struct app *a)
{
	struct undo *u = &a->undo;

	while (u->n > 0)
		step_free(&u->step[--u->n]);
	u->done = u->older = 0;
	u->taken = u->holding = false;
}

void
undo_detach(struct app *a)
{
	struct undo *u = &a->undo;

	for (size_t i = 0; i < u->n; i++)
		u->step[i].id = 0;
	if (u->taken)
		profile_step_begin(a->profile);
}

void
undo_drop(struct app *a, int64_t id)
{
	struct undo *u = &a->undo;

	for (size_t i = 0; i < u->n; i++) {
		if (u->step[i].id != id)
			continue;
		step_free(&u->step[i]);
		memmove(u->step + i, u->step + i + 1, (--u->n - i) * sizeof *u->step);
		u->done -= u->done > i;
		return;
	}
}

/* --- back and forth ----------------------------------------------------------------------------- */

static bool
go_to(struct app *a, int screen, struct err *e)
{
	if (!pane_open(a, (enum screen)screen, e))
		return false;
	popup_close(a);
	a->screen = (enum screen)screen;
	return true;
}

static bool
put(struct app *a, const struct undo_change *c, bool back, struct err *e)
{
	const struct undo_part *part = part_of(c->slot);
	size_t screen = c->slot % SCREEN_COUNT;

	return (!part->of_screen || pane_open(a, (enum screen)screen, e))
	    && part->put(a, &a->pane[screen], back ? &c->before : &c->after, e);
}

/* The cursor goes to the row it was on; chips that are gone cannot have it. */
static void
settle_cursor(struct app *a, int64_t row)
{
	struct pane *p = app_pane(a);
	struct chip c[64];
	size_t n;

	if (p->def->list == NULL)
		return;
	if (row != 0)
		pane_select_id(p, row);
	n = pane_chips(p, c, 64);
	if (p->chip_cursor >= n)
		p->chip_cursor = n > 0 ? n - 1 : 0;
	if (n == 0 && p->focus == FOCUS_CHIPS)
		p->focus = FOCUS_LIST;
}

static void
say_step(struct app *a, const struct undo_step *s, bool back, enum screen from,
    const struct profile_step *kept)
{
	struct buf did = BUF_INIT, words = BUF_INIT;

	if (a->message_is_error)
		return; /* what could not be written is said already */
	buf_adds(&did, back ? "undone" : "redone");
	if (from != a->screen)
		buf_addf(&did, " on %s", app_pane(a)->def->title);
	if (kept->left > 0)
		profile_step_say(kept, did.data, &words);
	else
		buf_addf(&words, "%s: %s", did.data, s->words);
	app_say(a, "%s", words.data);
	buf_free(&words);
	buf_free(&did);
}

/* Through the journal, where the step is in it. One that is not there any more - another program took it back, or it
 * is too old - leaves the parts to do. */
static bool
put_kept(
    struct app *a, const struct undo_step *s, bool back, struct profile_step *kept, struct err *e)
{
	*kept = (struct profile_step){0};
	if (s->id == 0)
		return true;
	if (back ? profile_step_back(a->profile, s->id, kept, e)
		 : profile_step_forth(a->profile, s->id, kept, e)) {
		undo_reread(a);
		return true;
	}
	kept->id = 0;
	if (e->code != ERR_NOTFOUND)
		return false;
	undo_reread(a);
	return s->n > 0
	    || err_set(e, ERR_NOTFOUND, "%s: was %s elsewhere already", s->words,
		back ? "taken back" : "done again");
}

/* Whether the journal has done it already, as far as others have left it. */
static bool
is_done(struct app *a, const struct undo_change *c, bool back, const struct profile_step *kept)
{
	const struct buf *want = back ? &c->before : &c->after;
	struct buf now = BUF_INIT;
	bool same;

	if (!part_of(c->slot)->kept || kept->id == 0)
		return false;
	same = kept->left > 0
	    || (take_slot(a, c->slot, &now) && now.len == want->len
		&& memcmp(now.data, want->data, now.len) == 0);
	buf_free(&now);
	return same;
}

/* Parts that cannot be brought back do not keep the others from it. */
static bool
run_step(struct app *a, const struct undo_step *s, bool back, struct err *e)
{
	enum screen from = a->screen;
	struct profile_step kept;
	bool ok = true;

	a->message[0] = '\0';
	a->message_is_error = false;
	if ((!undo_stays(a) && !go_to(a, back ? s->screen : s->screen_after, e))
	    || !put_kept(a, s, back, &kept, e))
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!is_done(a, &s->change[i], back, &kept))
			ok = put(a, &s->change[i], back, e) && ok;
	settle_cursor(a, back ? s->row : s->row_after);
	if (ok)
		say_step(a, s, back, from, &kept);
	return ok;
}

/* Not itself a change: what it brings back is no new step. */
static void
pass(struct undo *u)
{
	u->taken = u->holding = false;
}

bool
undo_back(struct app *a, struct err *e)
{
	struct undo *u = &a->undo;

	pass(u);
	if (u->done == 0) {
		if (!undo_older(a, true, e))
			return false;
		u->older++;
		return true;
	}
	u->done--;
	if (run_step(a, &u->step[u->done], true, e))
		return true;
	u->done += e->code != ERR_NOTFOUND;
	return false;
}

bool
undo_forth(struct app *a, struct err *e)
{
	struct undo *u = &a->undo;

	pass(u);
	if (u->older > 0 || u->n == 0) {
		u->older -= u->older > 0;
		return undo_older(a, false, e);
	}
	if (u->done == u->n)
		return err_set(e, ERR_NOTFOUND, "nothing to redo");
	u->done++;
	if (run_step(a, &u->step[u->done - 1], false, e))
		return true;
	u->done -= e->code != ERR_NOTFOUND;
	return false;
}
