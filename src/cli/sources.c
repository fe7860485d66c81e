/* sources.c - the catalog as a verb reads it: without the sources that the command line leaves out. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/switch.h"
#include "career/store/catalog.h"

#include <stdlib.h>

enum { NAMED = 8 }; /* sources that are named; of more the number is said */

/* "guide 2025, ai-jobs 2024 and 3 more": those that are on, or off. */
static void
add_names(struct buf *b, const struct sources *all, bool on, size_t n)
{
	size_t said = 0;

	for (size_t i = 0; i < all->n && said < NAMED; i++)
		if (all->s[i].on == on)
			buf_addf(b, "%s%s", said++ > 0 ? ", " : "", all->s[i].short_name);
	if (n > said)
		buf_addf(b, " and %zu more", n - said);
}

/* The shorter of who is left out and who still speaks. */
static char *
say_choice(const struct sources *all, size_t off)
{
	size_t on = all->n - off;
	struct buf b = BUF_INIT;
	char *text;

	if (off <= on) {
		buf_addf(
		    &b, "%zu of %zu sources %s left out: ", off, all->n, off == 1 ? "is" : "are");
		add_names(&b, all, false, off);
	} else {
		buf_addf(
		    &b, "Only %zu of %zu sources %s heard: ", on, all->n, on == 1 ? "is" : "are");
		add_names(&b, all, true, on);
	}
	text = mem_dup(b.data);
	buf_free(&b);
	return text;
}

static bool
choose(struct cli *c, struct db *db, struct err *e)
{
	const struct options *o = &c->cmd->options;
	struct switch_words words = {.source = o->source, .kind = o->kind, .without = o->without};
	struct sources all;
	struct arena a;
	size_t off;
	bool ok;

	if (o->source == NULL && o->kind == NULL && o->without == NULL)
		return true;
	arena_init(&a);
	ok = sources_load(&all, db, &a, e) && switch_by_words(db, &all, &words, e);
	if (ok) {
		sources_follow(&all, db);
		db_sources_off(db, &off);
		c->left_out = off > 0 ? say_choice(&all, off) : NULL;
	}
	arena_free(&a);
	return ok;
}

struct db *
cli_catalog(struct cli *c, struct err *e)
{
	char *path = catalog_find(c->cmd->options.catalog);
	struct db *db = catalog_open(path, e);

	free(path);
	if (db != NULL && !choose(c, db, e)) {
		db_close(db);
		db = NULL;
	}
	return db;
}
