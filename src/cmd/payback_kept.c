/*
 * payback_kept.c - what a person says of payback, and the program it was last asked of: in memory and profile.
 */
#include "payback_state.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- whose an input is ------------------------------------------------------------------------ */

static enum payback_scope
scope_of(enum finance_field f)
{
	switch (f) {
	case FI_PAY:
		return OF_ROLE;
	case FI_COST:
	case FI_AID:
	case FI_MONTHS:
	case FI_STUDY_PAY:
	case FI_BORROWED:
	case FI_EARNINGS:
		return OF_PROGRAM;
	default:
		return OF_PERSON;
	}
}

enum {
	PROGRAM_FLIPS =
	    1 << FLIP_YEARLY | 1 << FLIP_HOME | 1 << FLIP_OUT | 1 << FLIP_JOB | 1 << FLIP_DEBT
};

/* What of it is of one scope. Level and factors are the program's own state: other screens show them as well. */
static void
take_scope(struct payback_asks *out, const struct payback_asks *q, enum payback_scope scope)
{
	payback_asks_init(out);
	for (int f = 0; f < FI_COUNT; f++)
		if (scope_of((enum finance_field)f) == scope)
			out->said[f] = q->said[f];
	if (scope == OF_PERSON)
		snprintf(out->baseline_role, sizeof out->baseline_role, "%s", q->baseline_role);
	if (scope == OF_ROLE)
		snprintf(out->source, sizeof out->source, "%s", q->source);
	else
		out->flips =
		    q->flips & (scope == OF_PROGRAM ? PROGRAM_FLIPS : ~(unsigned)PROGRAM_FLIPS);
}

static void
add_scope(struct payback_asks *q, const char *text, enum payback_scope scope)
{
	struct payback_asks all, one;

	payback_asks_read(&all, text);
	take_scope(&one, &all, scope);
	for (int f = 0; f < FI_COUNT; f++)
		if (!isnan(one.said[f]))
			q->said[f] = one.said[f];
	q->flips |= one.flips;
	if (scope == OF_PERSON)
		memcpy(q->baseline_role, one.baseline_role, sizeof q->baseline_role);
	if (scope == OF_ROLE)
		memcpy(q->source, one.source, sizeof q->source);
}

/* --- the profile ------------------------------------------------------------------------------ */

/* The readers of other screens know what is said for every program. */
void
payback_lend(struct app *a)
{
	a->reader.asks = a->asks.data;
}

void
payback_entries_free(struct payback_state *s)
{
	for (size_t i = 0; i < s->nentries; i++) {
		free(s->entry[i].key);
		free(s->entry[i].was);
		buf_free(&s->entry[i].text);
	}
	free(s->entry);
	s->entry = NULL;
	s->nentries = 0;
}

void
payback_recall(struct app *a)
{
	char *asks = profile_get(a->profile, "payback");
	char *program = profile_get(a->profile, "program");

	buf_clear(&a->asks);
	buf_adds(&a->asks, asks != NULL ? asks : "");
	snprintf(a->program, sizeof a->program, "%s", program != NULL ? program : "");
	free(asks);
	free(program);
	payback_lend(a);
	if (a->payback != NULL)
		payback_entries_free(a->payback);
	app_stale(a);
}

/* What the profile calls it. */
static void
name_of(struct buf *name, enum payback_scope scope, const char *key)
{
	buf_clear(name);
	buf_adds(name, "payback");
	if (scope != OF_PERSON)
		buf_addf(name, " %s %s", scope == OF_PROGRAM ? "program" : "role", key);
}

static void
reread_entry(struct app *a, struct payback_entry *en)
{
	struct buf name = BUF_INIT;
	char *now;

	name_of(&name, en->scope, en->key);
	now = profile_get(a->profile, name.data);
	buf_clear(&en->text);
	buf_adds(&en->text, now != NULL ? now : "");
	free(now);
	buf_free(&name);
}

/* Entries keep their numbers: steps of undo name them. */
void
payback_reread(struct app *a)
{
	char *asks = profile_get(a->profile, "payback");
	char *program = profile_get(a->profile, "program");

	buf_clear(&a->asks);
	buf_adds(&a->asks, asks != NULL ? asks : "");
	snprintf(a->program, sizeof a->program, "%s", program != NULL ? program : "");
	free(asks);
	free(program);
	for (size_t i = 0; a->payback != NULL && i < a->payback->nentries; i++)
		reread_entry(a, &a->payback->entry[i]);
	payback_lend(a);
	app_stale(a);
}

static void
keep_entry(const struct payback_entry *en, struct profile *to)
{
	struct buf name = BUF_INIT;
	struct err e;

	name_of(&name, en->scope, en->key);
	if (en->text.len > 0)
		profile_set(to, name.data, en->text.data, &e);
	buf_free(&name);
}

void
payback_keep(struct app *a, struct profile *to)
{
	struct err e;

	if (a->asks.len > 0)
		profile_set(to, "payback", a->asks.data, &e);
	if (a->program[0] != '\0')
		profile_set(to, "program", a->program, &e);
	for (size_t i = 0; a->payback != NULL && i < a->payback->nentries; i++)
		keep_entry(&a->payback->entry[i], to);
}

/* What is there already is not written, nor is anything in a tour. */
static bool
keep(struct app *a, const char *name, const char *value, struct err *e)
{
	const char *kept = value[0] != '\0' ? value : NULL;
	char *now = script_is_tour(a) ? NULL : profile_get(a->profile, name);
	bool same = strcmp(now != NULL ? now : "", value) == 0;

	free(now);
	return script_is_tour(a) || same || profile_set(a->profile, name, kept, e)
	    || (app_profile_lost(a, e) && profile_set(a->profile, name, kept, e));
}

bool
payback_take_program(struct app *a, const char *key, struct err *e)
{
	if (strcmp(a->program, key) == 0)
		return true;
	snprintf(a->program, sizeof a->program, "%s", key);
	return keep(a, "program", a->program, e);
}

/* --- what is said ----------------------------------------------------------------------------- */

/* Index of what is said of this, looked up when it is first asked for. */
static size_t
entry_of(struct app *a, enum payback_scope scope, const char *key)
{
	struct payback_state *s = payback_state(a);
	struct buf name = BUF_INIT;
	struct payback_entry *en;

	for (size_t i = 0; i < s->nentries; i++)
		if (s->entry[i].scope == scope && strcmp(s->entry[i].key, key) == 0)
			return i;
	s->entry = mem_grow(s->entry, s->nentries + 1, sizeof *s->entry);
	en = &s->entry[s->nentries++];
	name_of(&name, scope, key);
	*en = (struct payback_entry){.scope = scope, .key = mem_dup(key), .text = BUF_INIT};
	en->was = scope == OF_PERSON ? mem_dup(a->asks.data) : profile_get(a->profile, name.data);
	if (en->was == NULL)
		en->was = mem_dup("");
	buf_adds(&en->text, en->was);
	buf_free(&name);
	return s->nentries - 1;
}

static const char *
key_of(struct app *a, enum payback_scope scope)
{
	const struct payback_state *s = payback_state(a);

	return scope == OF_PROGRAM ? s->program : scope == OF_ROLE ? s->role : "";
}

static const char *
text_of(struct app *a, enum payback_scope scope)
{
	size_t i = entry_of(a, scope, key_of(a, scope)); /* which may move all of them */

	return payback_state(a)->entry[i].text.data;
}

void
payback_said(struct app *a, struct payback_asks *q)
{
	payback_asks_init(q);
	for (int i = 0; i < PAYBACK_SCOPES; i++)
		add_scope(q, text_of(a, (enum payback_scope)i), (enum payback_scope)i);
	snprintf(q->factors, sizeof q->factors, "%s", what_if_of(a, a->payback->role));
	q->level = a->level;
}

void
payback_all_said(struct app *a, struct buf *out)
{
	struct payback_asks q;

	payback_said(a, &q);
	q.level = LEVEL_ENTRY;
	q.factors[0] = '\0';
	payback_asks_text(&q, out);
}

/* From now on; `kept`: in the profile as well. */
static bool
say(struct app *a, size_t entry, const char *text, bool kept, struct err *e)
{
	struct payback_entry *en = &payback_state(a)->entry[entry];
	struct buf name = BUF_INIT;
	bool ok;

	buf_clear(&en->text);
	buf_adds(&en->text, text);
	if (en->scope == OF_PERSON) {
		buf_clear(&a->asks);
		buf_adds(&a->asks, text);
		payback_lend(a);
	}
	name_of(&name, en->scope, en->key);
	ok = !kept || (en->scope != OF_PERSON && en->key[0] == '\0') || keep(a, name.data, text, e);
	buf_free(&name);
	return ok;
}

bool
payback_now_said(struct app *a, const struct payback_asks *q, bool kept, struct err *e)
{
	struct payback_asks one;
	struct buf text = BUF_INIT;
	bool ok = true;

	for (int i = 0; i < PAYBACK_SCOPES; i++) {
		enum payback_scope scope = (enum payback_scope)i;

		take_scope(&one, q, scope);
		buf_clear(&text);
		payback_asks_text(&one, &text);
		ok = say(a, entry_of(a, scope, key_of(a, scope)), text.data, kept, e) && ok;
	}
	buf_free(&text);
	app_stale(a);
	return ok;
}

/* --- for undo --------------------------------------------------------------------------------- */

/* A line for each that is not as it was found: its number, a blank, what is said. */
void
payback_take_said(struct app *a, struct buf *out)
{
	const struct payback_state *s = a->payback;

	for (size_t i = 0; s != NULL && i < s->nentries; i++)
		if (strcmp(s->entry[i].text.data, s->entry[i].was) != 0)
			buf_addf(out, "%zu %s\n", i, s->entry[i].text.data);
}

bool
payback_put_said(struct app *a, const char *state, struct err *e)
{
	const struct payback_state *s = payback_state(a);
	struct buf text = BUF_INIT;
	char *rest;
	bool ok = true;

	for (size_t i = 0; i < s->nentries; i++) {
		buf_clear(&text);
		if (*state != '\0' && strtoul(state, &rest, 10) == i) {
			size_t len = strcspn(++rest, "\n");

			buf_add(&text, rest, len);
			state = rest + len + (rest[len] == '\n');
		} else {
			buf_adds(&text, s->entry[i].was);
		}
		ok = say(a, i, text.data, true, e) && ok;
	}
	buf_free(&text);
	app_stale(a);
	return ok;
}
