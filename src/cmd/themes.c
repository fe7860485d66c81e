/*
 * themes.c - which theme holds: the built-in ones and the person's.
 */
#include "theme_words.h"

#include "career/base/embedded.h"
#include "career/base/file.h"
#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

#define BUILT_IN "data/themes.yaml"

const char *const theme_names[] = {"auto", "dark", "light", "plain", NULL};

static bool
read_built_in(struct themes *all, struct err *e)
{
	struct mistakes m = {.file = BUILT_IN, .e = e};
	const char *text = embedded_text(BUILT_IN);

	all->n = 0;
	if (text == NULL)
		text = "";
	return yaml_read_bytes(&all->built_in, BUILT_IN, text, strlen(text), &yaml_limits_config, e)
	    && themes_read(&m, all->built_in.root, all);
}

/* A file with a mistake adds nothing. */
static bool
read_own(struct themes *all, const struct theme_want *want, const struct buf *bytes, struct err *e)
{
	const char *file = want->title != NULL ? want->title : want->file;
	struct mistakes m = {.file = file, .lines = want->lines, .e = e};
	size_t before = all->n;
	bool ok;

	if (!yaml_read_bytes(&all->own, file, bytes->data, bytes->len, &yaml_limits_config, e)) {
		if (want->lines != NULL)
			buf_addf(want->lines, "%s\n", e->text);
		return false;
	}
	ok = themes_read(&m, all->own.root, all);
	if (!ok)
		all->n = before;
	return ok;
}

/* What "15;0" says: foreground and background by their numbers. */
static const char *
guess_name(const char *colorfgbg)
{
	const char *last = colorfgbg != NULL ? strrchr(colorfgbg, ';') : NULL;
	char *end;
	long bg;

	if (last == NULL || last[1] < '0' || last[1] > '9')
		return theme_names[0];
	bg = strtol(last + 1, &end, 10);
	if (*end != '\0' || bg > 15)
		return theme_names[0];
	return bg == 7 || bg > 8 ? "light" : "dark";
}

static bool
unknown(const struct themes *all, const char *name, struct err *e)
{
	const char *names[THEMES_MAX], *near;
	struct buf list = BUF_INIT;

	for (size_t i = 0; i < all->n; i++) {
		names[i] = all->all[i].name;
		buf_addf(&list, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	near = text_nearest(name, names, all->n);
	err_set(e, ERR_USAGE, "no theme '%.40s'%s%s; they are %s", name,
	    near != NULL ? "; nearest: " : "", near != NULL ? near : "", list.data);
	buf_free(&list);
	return false;
}

static bool
choose(struct theme *t, const struct themes *all, const struct theme_want *want, struct err *e)
{
	const char *name = want->name != NULL ? want->name : theme_names[0];
	const struct theme_entry *found, *instead = theme_find(all, theme_names[0]);

	if (strcmp(name, theme_names[0]) == 0)
		name = guess_name(want->guess);
	found = theme_find(all, name);
	memset(t, 0, sizeof *t);
	if (found != NULL || instead != NULL)
		*t = (found != NULL ? found : instead)->theme;
	return found != NULL || unknown(all, name, e);
}

/* bytes NULL: no file of the person's. The first thing that went wrong is said. */
static bool
load(struct theme *t, const struct theme_want *want, const struct buf *bytes, struct err *e)
{
	struct themes *all = mem_zero(1, sizeof *all);
	struct err ignored;
	bool ok = read_built_in(all, e);

	if (bytes != NULL)
		ok = read_own(all, want, bytes, ok ? e : &ignored) && ok;
	ok = choose(t, all, want, ok ? e : &ignored) && ok;
	if (bytes != NULL)
		yaml_doc_free(&all->own);
	yaml_doc_free(&all->built_in);
	free(all);
	return ok;
}

bool
theme_load_bytes(
    struct theme *t, const struct theme_want *want, const char *bytes, size_t len, struct err *e)
{
	struct buf b = BUF_INIT;
	bool ok;

	buf_add(&b, bytes, len);
	ok = load(t, want, &b, e);
	buf_free(&b);
	return ok;
}

bool
theme_load(struct theme *t, const struct theme_want *want, struct err *e)
{
	struct buf bytes = BUF_INIT;
	struct err ignored;
	bool ok;

	if (want->file == NULL)
		return load(t, want, NULL, e);
	if (file_read(want->file, yaml_limits_config.bytes, &bytes, e)) {
		ok = load(t, want, &bytes, e);
	} else {
		if (want->lines != NULL)
			buf_addf(want->lines, "%s\n", e->text);
		ok = false;
		load(t, want, NULL, &ignored);
	}
	buf_free(&bytes);
	return ok;
}

void
theme_each(
    const char *file, void (*each)(void *ctx, const char *name, const char *about), void *ctx)
{
	struct themes *all = mem_zero(1, sizeof *all);
	struct theme_want want = {.file = file};
	struct buf bytes = BUF_INIT;
	struct err e;
	bool own = false;

	read_built_in(all, &e);
	if (file != NULL && file_read(file, yaml_limits_config.bytes, &bytes, &e)) {
		own = true;
		read_own(all, &want, &bytes, &e);
	}
	for (size_t i = 0; i < all->n; i++)
		each(ctx, all->all[i].name, all->all[i].about);
	if (own)
		yaml_doc_free(&all->own);
	yaml_doc_free(&all->built_in);
	buf_free(&bytes);
	free(all);
}
