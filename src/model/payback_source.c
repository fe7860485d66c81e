/*
 * payback_source.c - whose pay figures count: words that name sources, as a person writes them.
 */
#include "career/base/text.h"
#include "payback_parts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A key, a key without its pack, a short name, a publisher or a kind. */
static bool
names_source(const struct source *s, const char *word, size_t len)
{
	const char *bare = strchr(s->key, '/');
	const char *const names[] = {s->key, bare != NULL ? bare + 1 : s->key, s->short_name,
	    s->publisher, source_kind_word(s->kind)};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len && strncasecmp(names[i], word, len) == 0)
			return true;
	return false;
}

/* Calls for each word of a list "a,b". */
static bool
in_words(const struct source *s, const char *words)
{
	while (*words != '\0') {
		size_t len = strcspn(words, ",");

		if (len > 0 && names_source(s, words, len))
			return true;
		words += len + (words[len] == ',');
	}
	return false;
}

static bool
unknown_source(const struct sources *src, const char *word, size_t len, struct err *e)
{
	const char **names = mem_alloc((2 * src->n + 1) * sizeof *names);
	char text[128];
	const char *near;
	size_t n = 0;

	if (len >= sizeof text)
		len = sizeof text - 1;
	memcpy(text, word, len);
	text[len] = '\0';
	for (size_t i = 0; i < src->n; i++) {
		names[n++] = src->s[i].key;
		names[n++] = src->s[i].short_name;
	}
	near = text_nearest(text, names, n);
	if (near != NULL)
		err_set(e, ERR_USAGE, "no source '%s': nearest is '%s'", text, near);
	else
		err_set(e, ERR_USAGE, "no source '%s': `career sources` lists them", text);
	free(names);
	return false;
}

static bool
is_kind(const char *word, size_t len)
{
	for (int k = 0; k < SOURCE_KINDS; k++) {
		const char *kind = source_kind_word((enum source_kind)k);

		if (strlen(kind) == len && strncasecmp(kind, word, len) == 0)
			return true;
	}
	return false;
}

/* Each word must name one, or a kind. */
bool
payback_sources_known(const struct sources *src, const char *words, struct err *e)
{
	while (*words != '\0') {
		size_t len = strcspn(words, ","), i = 0;

		while (len > 0 && i < src->n && !names_source(&src->s[i], words, len))
			i++;
		if (len > 0 && i == src->n && !is_kind(words, len))
			return unknown_source(src, words, len, e);
		words += len + (words[len] == ',');
	}
	return true;
}

struct figures
payback_chosen(const struct figures *all, const char *words, struct arena *a)
{
	struct figures out = {arena_alloc(a, (all->n + 1) * sizeof *out.f), 0};

	for (size_t i = 0; i < all->n; i++)
		if (words[0] == '\0' || in_words(all->f[i].source, words))
			out.f[out.n++] = all->f[i];
	return out;
}
