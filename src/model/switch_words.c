/* switch_words.c - which sources a person means by words. */
#include "career/model/switch.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { NAMES = 5 }; /* of one source */

/* What a source is called. Kinds come last: what is named by one is not looked for among the nearest twice. */
static void
names_of(const struct source *s, const char *names[NAMES])
{
	const char *slash = strrchr(s->key, '/');

	names[0] = s->key;
	names[1] = slash != NULL ? slash + 1 : s->key;
	names[2] = s->short_name;
	names[3] = s->publisher;
	names[4] = source_kind_word(s->kind);
}

static bool
same_folded(const char *name, const struct buf *folded)
{
	struct buf b = BUF_INIT;
	bool same;

	text_fold(&b, name, strlen(name));
	same = strcmp(b.data, folded->data) == 0;
	buf_free(&b);
	return same;
}

static bool
is_named(const struct source *s, const struct buf *folded)
{
	const char *names[NAMES];

	names_of(s, names);
	for (size_t i = 0; i < NAMES; i++)
		if (names[i][0] != '\0' && same_folded(names[i], folded))
			return true;
	return false;
}

/* Marks those that a word names. A key names its source alone, whatever else is called so. */
static bool
mark_named(const struct sources *all, const char *word, bool *named)
{
	struct buf folded = BUF_INIT;
	bool any = false;

	for (size_t i = 0; i < all->n && !any; i++)
		if (strcmp(all->s[i].key, word) == 0)
			any = named[i] = true;
	if (any)
		return true;
	text_fold(&folded, word, strlen(word));
	for (size_t i = 0; i < all->n; i++)
		if (is_named(&all->s[i], &folded))
			any = named[i] = true;
	buf_free(&folded);
	return any;
}

/* A kind of which there is no source names nobody, and that is no mistake. */
static bool
mark_kind(const struct sources *all, const char *word, bool *named)
{
	bool known = false;

	for (int k = 0; k < SOURCE_KINDS; k++)
		known = known || strcmp(source_kind_word((enum source_kind)k), word) == 0;
	for (size_t i = 0; known && i < all->n; i++)
		if (strcmp(source_kind_word(all->s[i].kind), word) == 0)
			named[i] = true;
	return known;
}

static bool
kind_unknown(const char *word, struct err *e)
{
	const char *words[SOURCE_KINDS], *near;
	struct buf all = BUF_INIT;

	for (int k = 0; k < SOURCE_KINDS; k++) {
		words[k] = source_kind_word((enum source_kind)k);
		buf_addf(&all, "%s%s", k > 0 ? ", " : "", words[k]);
	}
	near = text_nearest(word, words, SOURCE_KINDS);
	if (near != NULL)
		err_set(e, ERR_USAGE, "no kind of source '%s'; nearest: %s (of %s)", word, near,
		    all.data);
	else
		err_set(e, ERR_USAGE, "no kind of source '%s', only %s", word, all.data);
	buf_free(&all);
	return false;
}

static bool
source_unknown(const struct sources *all, const char *word, struct err *e)
{
	const char **names = mem_alloc((all->n * NAMES + 1) * sizeof *names), *near;

	for (size_t i = 0; i < all->n; i++)
		names_of(&all->s[i], names + i * NAMES);
	near = text_nearest(word, names, all->n * NAMES);
	free(names);
	if (near != NULL)
		return err_set(e, ERR_USAGE, "no source '%s'; nearest: %s", word, near);
	return err_set(e, ERR_USAGE,
	    "no source, publisher or kind of source '%s'; `career sources` lists them", word);
}

/* Marks what each of the words with commas between them names; NULL: no words. */
static bool
mark_words(const struct sources *all, const char *words, bool kinds, bool *named, struct err *e)
{
	size_t n = 0;

	for (const char *at = words; at != NULL && *at != '\0';) {
		size_t len = strcspn(at, ","), from = strspn(at, " "), to = len;
		char *word;
		bool ok;

		while (to > from && at[to - 1] == ' ')
			to--;
		word = mem_ndup(at + (from < to ? from : to), from < to ? to - from : 0);
		ok = word[0] == '\0'
		    || (kinds ? mark_kind(all, word, named) || kind_unknown(word, e)
			      : mark_kind(all, word, named) || mark_named(all, word, named)
				|| source_unknown(all, word, e));
		n += word[0] != '\0';
		free(word);
		if (!ok)
			return false;
		at += len + (at[len] == ',');
	}
	return words == NULL || n > 0 || err_set(e, ERR_USAGE, "no source is named");
}

/* Ids of those that are off. */
static size_t
list_off(const struct sources *all, const struct switch_words *w, const bool *only,
    const bool *without, int64_t *off)
{
	bool some = w->source != NULL || w->kind != NULL;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (without[i] || (some && !only[i]))
			off[n++] = all->s[i].id;
	return n;
}

bool
switch_by_words(
    struct db *db, const struct sources *all, const struct switch_words *w, struct err *e)
{
	bool *named = mem_zero(2 * all->n + 1, sizeof *named), ok;
	int64_t *off = mem_alloc((all->n + 1) * sizeof *off);
	size_t n = 0;

	ok = (mark_words(all, w->source, false, named, e) || err_prefix(e, "--source"))
	    && (mark_words(all, w->kind, true, named, e) || err_prefix(e, "--kind"))
	    && (mark_words(all, w->without, false, named + all->n, e)
		|| err_prefix(e, "--without"));
	if (ok) {
		n = list_off(all, w, named, named + all->n, off);
		ok = n < all->n || all->n == 0
		    || err_set(e, ERR_NOTFOUND,
			"--source, --kind and --without leave none of the %zu sources", n);
	}
	ok = ok && switch_sources(db, off, n, e);
	free(named);
	free(off);
	return ok;
}
