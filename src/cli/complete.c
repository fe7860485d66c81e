/* complete.c - what an unfinished command line asks for, by the tables of verbs and options. */
#include "career/cli/complete.h"
#include "career/cli/cli.h"

#include "career/base/text.h"
#include "career/base/file.h"
#include "career/build/feeds.h"
#include "career/build/import.h"
#include "career/cmd/keymap.h"
#include "career/cmd/script.h"
#include "career/cmd/themes.h"
#include "career/cmd/tour.h"
#include "career/out/out.h"
#include "career/query/field.h"

#include <stdlib.h>
#include <string.h>

/* --- candidates ------------------------------------------------------------------------------ */

void
offers_init(struct offers *o, bool ascii)
{
	memset(o, 0, sizeof *o);
	arena_init(&o->arena);
	o->ascii = ascii;
}

void
offers_free(struct offers *o)
{
	free(o->all);
	arena_free(&o->arena);
}

/* Whether a terminal may see the text as it is. */
static bool
is_safe(const char *text, bool ascii)
{
	struct buf safe = BUF_INIT;
	bool same;

	text_safes(&safe, text, ascii);
	same = strcmp(safe.data, text) == 0;
	buf_free(&safe);
	return same;
}

void
offers_add(struct offers *o, const char *front, const char *text, const char *help)
{
	struct candidate c = {.text = arena_printf(&o->arena, "%s%s", front, text)};
	struct buf safe = BUF_INIT;

	if (!is_safe(c.text, o->ascii))
		return;
	text_safes(&safe, help, o->ascii);
	c.help = arena_dup(&o->arena, safe.data);
	buf_free(&safe);
	o->all = mem_reserve(o->all, &o->cap, o->n + 1, sizeof *o->all);
	o->all[o->n++] = c;
}

/* The same when it begins with what was typed. */
static void
offer(const struct typing *t, const char *text, const char *help)
{
	if (strncmp(text, t->word, strlen(t->word)) == 0)
		offers_add(t->to, t->front, text, help);
}

/* --- the words in front ---------------------------------------------------------------------- */

struct words {
	struct typing typing;
	option_bits given; /* OPT_BIT of each option that was said */
	size_t nargs;
	const struct cli_option *value_of; /* the next word is its value */
	bool literal;                      /* behind "--" */
	bool unknown;                      /* there is no such verb */
};

/* The option with these `len` bytes as its name: of two the one that the verb takes. NULL when there is none. */
static const struct cli_option *
option_named(const struct verb *v, const char *name, size_t len)
{
	const struct cli_option *found = NULL;

	for (size_t i = 0; i < OPT_COUNT; i++)
		if (strlen(cli_options[i].name) == len
		    && strncmp(cli_options[i].name, name, len) == 0
		    && (found == NULL || (v->options & OPT_BIT(i)) != 0))
			found = &cli_options[i];
	return found;
}

static const struct cli_option *
option_letter(char letter)
{
	for (size_t i = 0; i < OPT_COUNT; i++)
		if (letter && cli_options[i].letter == letter)
			return &cli_options[i];
	return NULL;
}

static void
see_value(struct words *w, const struct cli_option *o, const char *value)
{
	if (o == &cli_options[OPT_CATALOG])
		w->typing.catalog = value;
	else if (o == &cli_options[OPT_PROFILE])
		w->typing.profile = value;
}

/* `value`: what stands in the same word, NULL when nothing. */
static void
see_option(struct words *w, const struct cli_option *o, const char *value)
{
	if (!o)
		return;
	w->given |= OPT_BIT(o - cli_options);
	if (value)
		see_value(w, o, value);
	else if (o->kind != OPTION_FLAG)
		w->value_of = o;
}

static void
see_argument(struct words *w, const char *word)
{
	const struct verb *v;

	if (w->typing.verb->name[0]) {
		w->typing.first = w->nargs == 0 ? word : w->typing.first;
		w->nargs++;
		return;
	}
	v = verb_find(word);
	w->unknown = !v || v->takes == TAKES_LITERAL;
	if (!w->unknown)
		w->typing.verb = v;
}

/* Whether a word is an option, or may become one; a single dash is text where there is a query. */
static bool
is_option(const struct words *w, const char *word)
{
	return !w->literal && word[0] == '-'
	    && (word[1] == '-'
		|| (w->typing.verb->takes != TAKES_QUERY
		    && w->typing.verb->takes != TAKES_PICTURE));
}

static void
see(struct words *w, const char *word)
{
	const char *equals = strchr(word, '=');

	if (w->value_of) {
		see_value(w, w->value_of, word);
		w->value_of = NULL;
	} else if (!is_option(w, word) || !word[1]) {
		see_argument(w, word);
	} else if (strcmp(word, "--") == 0) {
		w->literal = true;
	} else if (word[1] == '-') {
		size_t len = equals ? (size_t)(equals - word) - 2 : strlen(word) - 2;

		see_option(
		    w, option_named(w->typing.verb, word + 2, len), equals ? equals + 1 : NULL);
	} else {
		see_option(w, option_letter(word[1]), word[2] ? word + 2 : NULL);
	}
}

/* --- the word being typed -------------------------------------------------------------------- */

/* Those of the verb that were not said yet; without a verb those of all. */
static void
offer_options(const struct words *w)
{
	const struct typing *t = &w->typing;
	option_bits options = t->verb->options;
	struct buf name = BUF_INIT;

	for (size_t i = 0; i < nverbs && !t->verb->name[0]; i++)
		options |= verbs[i].options;
	for (size_t i = 0; i < OPT_COUNT; i++) {
		if (!(options & ~w->given & OPT_BIT(i)))
			continue;
		buf_clear(&name);
		buf_addf(&name, "--%s", cli_options[i].name);
		offer(t, name.data, cli_options[i].help);
	}
	buf_free(&name);
}

static void
offer_theme(void *ctx, const char *name, const char *about)
{
	offer(ctx, name, about);
}

/* The built-in ones and the person's. */
static void
offer_themes(const struct typing *t)
{
	struct typing own = *t;
	char *path = path_config("themes.yaml");

	theme_each(path != NULL && file_exists(path) ? path : NULL, offer_theme, &own);
	free(path);
}

static void
offer_words(const struct typing *t, const struct cli_option *o)
{
	struct buf help = BUF_INIT;

	for (size_t i = 0; o->word(i); i++) {
		buf_clear(&help);
		if (o == &cli_options[OPT_FORMAT])
			buf_adds(&help, out_formats[i].help);
		else if (o == &cli_options[OPT_KEYS] || o == &cli_options[OPT_PRESET])
			keymap_about(o->word(i), &help);
		offer(t, o->word(i), help.data);
	}
	buf_free(&help);
}

static void
offer_value(const struct typing *t, const struct cli_option *o)
{
	switch (o->kind) {
	case OPTION_WORD:
		offer_words(t, o);
		break;
	case OPTION_FILE:
		t->to->path = PATH_FILE;
		break;
	case OPTION_COLUMNS:
	case OPTION_SORT:
	case OPTION_FIELD:
		complete_fields(t, o->kind);
		break;
	case OPTION_KEY:
		complete_keys(t);
		break;
	case OPTION_SOURCES:
	case OPTION_KINDS:
		complete_sources(t, o->kind);
		break;
	case OPTION_SAVED:
		complete_saved(t);
		break;
	case OPTION_THEME:
		offer_themes(t);
		break;
	case OPTION_FACTORS:
		complete_factors(t);
		break;
	case OPTION_FLIPS:
		complete_flips(t);
		break;
	case OPTION_FLAG:
	case OPTION_TEXT:
	case OPTION_AMOUNT:
	case OPTION_WHOLE:
		break;
	}
}

/* "--name=value" */
static void
offer_inner_value(struct words *w, const char *equals)
{
	struct typing *t = &w->typing;
	const struct cli_option *o =
	    option_named(t->verb, t->word + 2, (size_t)(equals - t->word) - 2);

	t->front = arena_ndup(&t->to->arena, t->word, (size_t)(equals + 1 - t->word));
	t->word = equals + 1;
	if (o)
		offer_value(t, o);
}

static void
offer_verbs(const struct typing *t)
{
	for (size_t i = 1; i < nverbs; i++)
		offer(t, verbs[i].name, verbs[i].help);
}

static void
offer_tours(const struct typing *t)
{
	struct tour tour;

	for (size_t i = 0; tour_at(i, &tour); i++) {
		struct buf title = BUF_INIT;

		script_header(tour.text, "title", &title);
		offer(t, tour.name, title.data);
		buf_free(&title);
	}
}

static void
offer_feeds(const struct typing *t)
{
	struct feeds f;
	struct err e;

	if (feeds_load(&f, &e))
		for (size_t i = 0; i < f.n; i++) {
			const char *group = f.feed[i].group;
			bool first = group[0] != '\0';

			offer(t, f.feed[i].name, f.feed[i].title);
			for (size_t k = 0; k < i; k++)
				first = first && strcmp(f.feed[k].group, group) != 0;
			if (first)
				offer(t, group, "all feeds of this group");
		}
	offer(t, "all", "every feed");
	feeds_free(&f);
}

/* What a verb can be told to do: the rows of its table. */
static void
offer_acts(const struct typing *t, const char *(*act)(size_t i, const char **help))
{
	const char *help, *name;

	for (size_t i = 0; (name = act(i, &help)) != NULL; i++)
		offer(t, name, help);
}

static void
offer_argument(const struct words *w)
{
	const struct typing *t = &w->typing;

	if (!t->verb->name[0]) {
		offer_verbs(t);
		return;
	}
	if (w->nargs >= t->verb->max_args)
		return;
	switch (t->verb->takes) {
	case TAKES_QUERY:
		complete_query(t);
		break;
	case TAKES_PICTURE:
		for (size_t i = 0; w->nargs == 0 && i < nlists; i++)
			if (lists[i]->view != NULL)
				offer(t, lists[i]->name, lists[i]->note);
		if (w->nargs > 0)
			complete_query(t);
		break;
	case TAKES_KEY:
	case TAKES_COMPARED:
		complete_keys(t);
		break;
	case TAKES_SEARCHES:
		if (w->nargs == 0)
			offer_acts(t, searches_act);
		if (w->nargs == 1)
			complete_searches(t);
		break;
	case TAKES_TAGS:
		if (w->nargs == 0)
			complete_keys(t);
		break;
	case TAKES_SHORTLIST:
		if (w->nargs == 0)
			offer_acts(t, shortlist_act);
		if (w->nargs > 0)
			complete_keys(t);
		break;
	case TAKES_PACKS:
		t->to->path = PATH_FOLDER;
		break;
	case TAKES_SETS:
		for (size_t i = 0; w->nargs == 0 && i < nimporters; i++)
			if (importers[i] != NULL)
				offer(t, importers[i]->kind, importers[i]->about);
		if (t->to->n == 0)
			t->to->path = PATH_FILE;
		break;
	case TAKES_FEEDS:
		offer_feeds(t);
		break;
	case TAKES_VERB:
		offer_verbs(t);
		break;
	case TAKES_SHELL:
		for (size_t i = 0; i < ncompletion_shells; i++)
			offer(t, completion_shells[i].name, completion_shells[i].help);
		break;
	case TAKES_PROFILE:
		if (w->nargs == 0)
			offer_acts(t, profile_act);
		if (w->nargs > 0)
			t->to->path = PATH_FILE;
		break;
	case TAKES_FILE:
		t->to->path = PATH_FILE;
		break;
	case TAKES_TOUR:
		if (w->nargs == 0)
			offer_tours(t);
		break;
	case TAKES_NOTHING:
	case TAKES_LITERAL:
		break;
	}
}

static void
offer_word(struct words *w)
{
	struct typing *t = &w->typing;
	const char *equals = strchr(t->word, '=');

	if (w->value_of) {
		offer_value(t, w->value_of);
	} else if (!is_option(w, t->word)) {
		if (strcmp(t->word, "-") == 0 && !w->literal)
			offer_options(w);
		offer_argument(w);
		if (!t->word[0] && t->to->n == 0 && t->to->path == PATH_NONE && !w->literal)
			offer_options(w);
	} else if (t->word[1] == '-' && equals) {
		offer_inner_value(w, equals);
	} else {
		offer_options(w);
	}
}

void
complete_words(struct offers *o, const char *const *words, size_t n)
{
	struct words w = {.typing = {.to = o, .verb = &verbs[0], .front = "", .word = ""}};

	for (size_t i = 0; i + 1 < n && !w.unknown; i++)
		see(&w, words[i]);
	if (n > 0)
		w.typing.word = words[n - 1];
	if (!w.unknown)
		offer_word(&w);
}
