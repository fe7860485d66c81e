/*
 * arguments.c - what may stand behind a command's name: names of screens and sections, fields, keys.
 */
#include "arguments.h"

#include "career/base/text.h"
#include "career/cmd/tour.h"
#include "career/model/figure.h"
#include "career/model/payback.h"
#include "career/page/scatter.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* What an offerer works on. */
struct offering {
	struct app *a;
	const char *arg;
	size_t at;
	void (*each)(void *ctx, const struct argument *one);
	void *ctx;
};

/* The whole argument. */
static void
offer(const struct offering *o, const char *text, const char *help)
{
	const struct argument one = {text, help, 0, strlen(o->arg), true};

	o->each(o->ctx, &one);
}

/* In small letters, as commands take it. */
static void
offer_small(const struct offering *o, const char *text, const char *help)
{
	char small[64];
	size_t n = 0;

	for (; text[n] != '\0' && n + 1 < sizeof small; n++)
		small[n] = (char)tolower((unsigned char)text[n]);
	small[n] = '\0';
	offer(o, small, help);
}

static void
offer_screens(const struct offering *o)
{
	for (size_t i = 0; i < SCREEN_COUNT; i++)
		offer_small(o, pane_defs[i].title,
		    pane_defs[i].list != NULL ? pane_defs[i].list->note : NULL);
}

static void
offer_sections(const struct offering *o)
{
	const struct pane_def *def = app_pane(o->a)->def;

	for (size_t i = 0; i < pane_sections(o->a, app_pane(o->a)); i++)
		offer_small(o, def->section(i), NULL);
}

static void
offer_levels(const struct offering *o)
{
	for (enum level l = LEVEL_ENTRY; l <= LEVEL_EXECUTIVE; l++)
		offer(o, level_word(l), level_says(l));
}

static void
offer_parts(const struct offering *o)
{
	static const char *const parts[] = {"chips", "facets", "list", "page"};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		offer(o, parts[i], NULL);
}

static void
offer_on_off(const struct offering *o)
{
	offer(o, "on", NULL);
	offer(o, "off", NULL);
}

static void
offer_tours(const struct offering *o)
{
	struct tour t;

	for (size_t i = 0; tour_at(i, &t); i++) {
		struct buf title = BUF_INIT;

		script_header(t.text, "title", &title);
		offer(o, t.name, title.data);
		buf_free(&title);
	}
}

static void
offer_roles(const struct offering *o)
{
	struct err e;
	struct stmt *st = db_query(o->a->db, "role_choices", &e);

	if (st != NULL)
		stmt_bind_int(st, 1, o->a->pane[SCREEN_ROLES].occupations);
	while (st != NULL && stmt_step(st, &e) == 1)
		offer(o, stmt_str(st, 0), stmt_str(st, 1));
	if (st != NULL)
		stmt_reset(st);
}

/* --- parts of a query ---------------------------------------------------------------------------- */

struct terms {
	const struct offering *o;
	size_t lead; /* bytes that were put in front of the argument */
};

static void
offer_term(void *ctx, const char *text, const char *help, size_t from, size_t to)
{
	const struct terms *t = ctx;
	const struct argument one = {text, help, from - t->lead, to - t->lead, false};

	if (from >= t->lead)
		t->o->each(t->o->ctx, &one);
}

static void
offer_terms(const struct offering *o, const char *lead)
{
	struct pane *p = app_pane(o->a);
	struct terms t = {o, strlen(lead)};
	struct buf text = BUF_INIT;

	buf_addf(&text, "%s%s", lead, o->arg);
	if (p->def->list != NULL)
		query_complete(p->def->list, &p->frame, text.data, t.lead + o->at, offer_term, &t);
	buf_free(&text);
}

static void
offer_query(const struct offering *o)
{
	offer_terms(o, "");
}

static void
offer_sort(const struct offering *o)
{
	offer_terms(o, "sort:");
}

/* --- columns and saved filters ------------------------------------------------------------------- */

/* The name that is being typed among those of `columns`, without its sign. */
static void
offer_columns(const struct offering *o)
{
	const struct colview *v = &app_pane(o->a)->cols;
	size_t from = o->at, to = o->at;

	while (from > 0 && strchr(",| ", o->arg[from - 1]) == NULL)
		from--;
	from += o->arg[from] == '-' || o->arg[from] == '+';
	to += strcspn(o->arg + to, ",| :?");
	for (size_t i = 0; i < v->ncolumns && from <= o->at; i++) {
		const char *name = colview_def(v, i)->field;
		const struct argument one = {
		    name, v->list->fields[field_find(v->list, name)].help, from, to, false};

		if (strncmp(name, o->arg + from, o->at - from) == 0)
			o->each(o->ctx, &one);
	}
}

static void
offer_column(const struct offering *o)
{
	const struct colview *v = &app_pane(o->a)->cols;

	for (size_t i = 0; i < v->ncolumns; i++) {
		const char *name = colview_def(v, i)->field;

		offer(o, name, v->list->fields[field_find(v->list, name)].help);
	}
}

static void
offer_name(void *ctx, const struct saved *s)
{
	offer(ctx, s->name, s->query);
}

static void
offer_saved(const struct offering *o)
{
	struct offering copy = *o;
	struct err e;

	if (app_pane(o->a)->def->list != NULL)
		profile_saved(
		    o->a->profile, app_pane(o->a)->def->list->name, offer_name, &copy, &e);
}

/* --- keys of the catalog ------------------------------------------------------------------------- */

/* Keys that begin with what is typed, by a named query of schema/queries/complete.sql. */
static void
offer_keys(const struct offering *o, const char *query)
{
	enum { MOST = 40 }; /* and the last one */
	struct err e;
	struct stmt *st = db_query(o->a->db, query, &e);
	struct buf from = BUF_INIT, to = BUF_INIT;

	buf_add(&from, o->arg, o->at);
	buf_add(&to, from.data, from.len);
	buf_adds(&to, "\xf4\x8f\xbf\xbf"); /* behind everything that goes on from it */
	if (st != NULL) {
		stmt_bind_text(st, 1, from.data);
		stmt_bind_text(st, 2, to.data);
		stmt_bind_int(st, 3, MOST);
		while (stmt_step(st, &e) == 1)
			offer(o, stmt_str(st, 0), stmt_str(st, 1));
		stmt_reset(st);
	}
	buf_free(&from);
	buf_free(&to);
}

static void
offer_things(const struct offering *o)
{
	static const char *const queries[] = {"complete_roles", "complete_programs",
	    "complete_skills", "complete_sources", "complete_guide"};

	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		offer_keys(o, queries[i]);
}

static void
offer_glossary(const struct offering *o)
{
	offer_keys(o, "complete_terms");
}

/* A key handed on as one of several with blanks between. */
struct one_of {
	const struct offering *o;
	size_t from, to;
};

static void
hand_on(void *ctx, const struct argument *key)
{
	const struct one_of *w = ctx;
	const struct argument one = {key->text, key->help, w->from, w->to, false};

	w->o->each(w->o->ctx, &one);
}

static void
offer_compared(const struct offering *o)
{
	struct one_of w = {o, o->at, o->at + strcspn(o->arg + o->at, " ")};
	struct offering inner = {o->a, NULL, 0, hand_on, &w};
	struct buf word = BUF_INIT;

	while (w.from > 0 && o->arg[w.from - 1] != ' ')
		w.from--;
	buf_add(&word, o->arg + w.from, o->at - w.from);
	inner.arg = word.data;
	inner.at = word.len;
	offer_keys(&inner, "complete_roles");
	offer_keys(&inner, "complete_programs");
	buf_free(&word);
}

struct tags {
	struct one_of w;
	const char *typed;
	size_t len;
	char last[PROFILE_TAG_MAX + 1];
};

/* Each once: they come in their order. */
static void
offer_tag(void *ctx, const struct kept_tag *t)
{
	struct tags *g = ctx;
	const struct argument one = {t->tag, NULL, g->w.from, g->w.to, false};

	if (strncmp(t->tag, g->typed, g->len) != 0 || strcmp(t->tag, g->last) == 0)
		return;
	snprintf(g->last, sizeof g->last, "%s", t->tag);
	g->w.o->each(g->w.o->ctx, &one);
}

/* Words that were used before, for the one that is typed. */
static void
offer_tags(const struct offering *o)
{
	struct tags g = {.w = {o, o->at, o->at + strcspn(o->arg + o->at, " ")}};
	struct err e;

	while (g.w.from > 0 && o->arg[g.w.from - 1] != ' ')
		g.w.from--;
	g.typed = o->arg + g.w.from;
	g.len = o->at - g.w.from;
	profile_tags(o->a->profile, offer_tag, &g, &e);
}

/* Those that a line of the page is about; what the law says is none of a person's. */
static void
offer_inputs(const struct offering *o)
{
	for (int f = 0; f < FI_GE_YEARS; f++)
		offer(o, finance_inputs[f].key, finance_inputs[f].title);
}

static void
offer_flips(const struct offering *o)
{
	for (int f = 0; f < FLIP_COUNT; f++)
		offer(o, payback_flip_word((enum payback_flip)f), NULL);
}

/* The pictures worth offering, with what each is of. */
static void
offer_pictures(const struct offering *o)
{
	const struct list *l = app_pane(o->a)->def->list;
	struct scatter_axes axes;

	for (size_t i = 0; l != NULL && scatter_offer(l, i, &axes); i++) {
		struct buf fields = BUF_INIT, title = BUF_INIT;

		buf_adds(&fields, l->fields[axes.x].name);
		if (axes.y >= 0)
			buf_addf(&fields, " %s", l->fields[axes.y].name);
		scatter_title(l, axes, &title);
		offer(o, fields.data, title.data);
		buf_free(&fields);
		buf_free(&title);
	}
	offer(o, "auto", "the first of these that enough rows state");
	offer_on_off(o);
}

static const struct {
	const char *command;
	void (*offer)(const struct offering *o);
} offerers[] = {
    {"screen", offer_screens},
    {"focus", offer_parts},
    {"mark", offer_on_off},
    {"occupations", offer_on_off},
    {"zoom", offer_on_off},
    {"large", offer_on_off},
    {"braille", offer_on_off},
    {"picture", offer_pictures},
    {"tour", offer_tours},
    {"section", offer_sections},
    {"level", offer_levels},
    {"role-is", offer_roles},
    {"conflicts", offer_roles},
    {"coverage-cell", offer_roles},
    {"filter", offer_query},
    {"sort", offer_sort},
    {"columns", offer_columns},
    {"column-toggle", offer_column},
    {"save", offer_saved},
    {"save!", offer_saved},
    {"load", offer_saved},
    {"forget", offer_saved},
    {"select", offer_things},
    {"compare", offer_compared},
    {"shortlist", offer_things},
    {"tag", offer_tags},
    {"payback", offer_compared},
    {"payback-set", offer_inputs},
    {"payback-unsay", offer_inputs},
    {"payback-flip", offer_flips},
    {"meaning", offer_glossary},
};

bool
arguments_offer(struct app *a, const struct command *c, const char *arg, size_t at,
    void (*each)(void *ctx, const struct argument *one), void *ctx)
{
	const struct offering o = {a, arg, at, each, ctx};

	for (size_t i = 0; i < sizeof offerers / sizeof *offerers; i++)
		if (strcmp(offerers[i].command, c->name) == 0) {
			offerers[i].offer(&o);
			return true;
		}
	return false;
}

bool
arguments_none(struct app *a, const struct command *c)
{
	return strcmp(c->name, "section") == 0 && app_pane(a)->def->nsections == 0;
}
