/*
 * undo_parts.c - what undo brings back: marks, role, level, sources, comparison, and the table of all.
 */
#include "undo_part.h"

#include "state.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- marks: rowids, rising ----------------------------------------------------------------------- */

static void
take_marks(struct app *a, struct pane *p, struct buf *out)
{
	(void)a;
	for (size_t w = 0; p->nmarks > 0 && w * 64 < p->marks.bits; w++)
		for (size_t i = w * 64; p->marks.w[w] != 0 && i < w * 64 + 64; i++)
			if (bitset_has(&p->marks, i))
				buf_addf(out, "%d\n", (int)p->frame.id[i]);
}

/* The frame's row of the id at *s, which moves behind it; UINT32_MAX when there is none. */
static uint32_t
next_row(const struct pane *p, const char **s)
{
	char *end;
	long id = strtol(*s, &end, 10);

	*s = end + (*end == '\n');
	return frame_find(&p->frame, (int32_t)id);
}

static bool
put_mark(struct app *a, struct pane *p, uint32_t row, bool on, struct err *e)
{
	struct buf key = BUF_INIT;
	bool ok;

	view_key(&p->view, row, &key);
	ok = profile_mark(a->profile, p->def->list->name, key.data, on, e)
	    || (app_profile_lost(a, e)
		&& profile_mark(a->profile, p->def->list->name, key.data, on, e));
	buf_free(&key);
	if (!ok)
		return false;
	if (on)
		bitset_set(&p->marks, row);
	else
		bitset_unset(&p->marks, row);
	p->nmarks += on ? 1 : (size_t)-1;
	return true;
}

static bool
put_marks(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	struct bitset want;
	const char *s = state->data;
	bool ok = true;

	bitset_init(&want, p->frame.rows);
	while (*s != '\0') {
		uint32_t row = next_row(p, &s);

		if (row != UINT32_MAX)
			bitset_set(&want, row);
	}
	for (size_t w = 0; ok && w * 64 < want.bits; w++)
		for (size_t i = w * 64; ok && want.w[w] != p->marks.w[w] && i < w * 64 + 64; i++)
			if (bitset_has(&want, i) != bitset_has(&p->marks, i))
				ok = put_mark(a, p, (uint32_t)i, bitset_has(&want, i), e);
	bitset_free(&want);
	return ok;
}

/* How many ids of one text the other does not have, and the row of the last such. Both rise. */
static size_t
count_new(const struct pane *p, const char *text, const char *other, uint32_t *row)
{
	size_t n = 0;

	while (*text != '\0') {
		uint32_t here = next_row(p, &text), there = 0;
		const char *s = other;

		while (*s != '\0' && (there = next_row(p, &s)) < here)
			other = s;
		if (*other == '\0' || there != here) {
			*row = here;
			n++;
		}
	}
	return n;
}

static void
say_marks(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	uint32_t row = UINT32_MAX;
	size_t gone = count_new(p, before->data, after->data, &row),
	       made = count_new(p, after->data, before->data, &row);

	(void)a;
	if (made + gone == 1 && row != UINT32_MAX) {
		buf_adds(out, made > 0 ? "mark " : "unmark ");
		pane_cell(p, &p->def->columns[0], row, INT_MAX, out);
	} else if (made > 0) {
		buf_addf(out, "mark %zu rows", made);
	} else {
		buf_addf(out, "unmark %zu rows", gone);
	}
}

/* --- of the program ------------------------------------------------------------------------------ */

static void
take_role(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	buf_adds(out, a->role);
}

static bool
put_role(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	(void)p;
	return role_set(a, state->data, e);
}

static void
say_role(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	(void)a, (void)p, (void)before;
	buf_addf(out, after->len > 0 ? "role %s" : "clear the role", after->data);
}

static void
take_level(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	buf_addc(out, (char)('0' + (int)a->level));
}

static bool
put_level(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	(void)p, (void)e;
	a->level = (enum level)(state->data[0] - '0');
	app_stale(a);
	return true;
}

static void
say_level(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	(void)a, (void)p, (void)before;
	buf_addf(out, "level %s", level_word((enum level)(after->data[0] - '0')));
}

static void
take_compare(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	compare_set_text(&a->compare, out);
}

static bool
put_compare(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	(void)p, (void)e;
	compare_set_read(&a->compare, state->data);
	a->pane[SCREEN_COMPARE].detail.valid = false;
	return true;
}

static void
say_compare(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	(void)p, (void)before, (void)after;
	if (a->compare.n > 0)
		buf_addf(out, "compare %zu %s", a->compare.n, compare_kind_word(a->compare.kind));
	else
		buf_adds(out, "clear the comparison");
}

static bool
has_word(const char *text, const char *word, size_t len)
{
	for (; *text != '\0'; text += strspn(text, " \n")) {
		size_t n = strcspn(text, " \n");

		if (n == len && strncmp(text, word, len) == 0)
			return true;
		text += n;
	}
	return false;
}

static void
take_asks(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	payback_take_said(a, out);
}

static bool
put_asks(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	(void)p;
	return payback_put_said(a, state->data, e);
}

/* The words that are new, else that those gone are: "payback baseline=80000". */
static void
say_asks(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	size_t from = out->len;

	(void)a, (void)p;
	for (const char *at = after->data; *at != '\0'; at += strspn(at, " \n")) {
		size_t len = strcspn(at, " \n");

		if (memchr(at, '=', len) != NULL && !has_word(before->data, at, len))
			buf_addf(out, "%s%.*s", out->len > from ? " " : "payback ", (int)len, at);
		at += len;
	}
	if (out->len == from)
		buf_adds(out, "payback without what was said");
}

/* Rowids of those that are off, rising. */
static void
take_sources(struct app *a, struct pane *p, struct buf *out)
{
	size_t n;
	const int64_t *off = db_sources_off(a->db, &n);

	(void)p;
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%lld\n", (long long)off[i]);
}

static bool
put_sources(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	int64_t *off = mem_zero(state->len / 2 + 1, sizeof *off); /* each takes two bytes or more */
	char *s = state->data;
	size_t n = 0;
	bool ok;

	(void)p;
	while (*s != '\0') {
		off[n++] = strtoll(s, &s, 10);
		s += *s == '\n';
	}
	ok = app_set_sources_off(a, off, n, e);
	free(off);
	return ok;
}

static void
say_sources(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	size_t was = 0, is = 0;

	(void)a, (void)p;
	for (size_t i = 0; i < before->len; i++)
		was += before->data[i] == '\n';
	for (size_t i = 0; i < after->len; i++)
		is += after->data[i] == '\n';
	if (is == 0)
		buf_adds(out, "switch all sources on");
	else if (is > was)
		buf_addf(out, "switch %zu source%s off", is - was, is - was == 1 ? "" : "s");
	else
		buf_addf(out, "switch %zu source%s on", was - is, was - is == 1 ? "" : "s");
}

/* "SLUG KEYS", "" nothing. */
static void
take_what_if(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	if (a->what_if[0] != '\0')
		buf_addf(out, "%s %s", a->what_if_role, a->what_if);
}

static bool
put_what_if(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	char slug[sizeof a->what_if_role];
	size_t len = strcspn(state->data, " ");

	(void)p, (void)e;
	snprintf(slug, sizeof slug, "%.*s", (int)len, state->data);
	what_if_set(a, slug, state->data + len + (state->data[len] == ' '));
	return true;
}

static void
say_what_if(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	size_t len = strcspn(after->data, " ");

	(void)a, (void)p, (void)before;
	buf_addf(out, "what if %s", after->len > len ? after->data + len + 1 : "none");
}

static void
take_plans(struct app *a, struct pane *p, struct buf *out)
{
	(void)p;
	plans_take(a, out);
}

static bool
put_plans(struct app *a, struct pane *p, const struct buf *state, struct err *e)
{
	(void)p, (void)e;
	return plans_put(a, state->data);
}

static void
say_plans(struct app *a, const struct pane *p, const struct buf *before, const struct buf *after,
    struct buf *out)
{
	(void)a, (void)p, (void)before;
	buf_addf(out, "plans %s", after->len > 3 ? after->data + 3 : "");
}

const struct undo_part undo_parts[] = {
    {"sources", false, false, false, take_sources, put_sources, say_sources},
    {"role", false, false, true, take_role, put_role, say_role},
    {"level", false, false, false, take_level, put_level, say_level},
    {"what-if", false, false, false, take_what_if, put_what_if, say_what_if},
    {"compare", false, false, false, take_compare, put_compare, say_compare},
    {"payback", false, false, true, take_asks, put_asks, say_asks},
    {"plans", false, false, false, take_plans, put_plans, say_plans},
    {"view", true, true, false, undo_take_view, undo_put_view, undo_say_view},
    {"marks", true, false, true, take_marks, put_marks, say_marks},
    {"columns", true, false, true, undo_take_columns, undo_put_columns, undo_say_columns},
    {"saved", true, false, true, undo_take_saved, undo_put_saved, undo_say_saved},
};
const size_t nundo_parts = sizeof undo_parts / sizeof *undo_parts;
