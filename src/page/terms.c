/*
 * terms.c - the glossary: a term by name, and the terms that stand in a text.
 *
 * Names are compared folded (text_fold). In a text the longest name that fits a place wins; it
 * begins and ends at a word's edge, and a plural s behind it is taken along. A name made of signs
 * alone ("~") must stand between blanks. An everyday word ("alone") is a term only where it is all that the
 * text says.
 */
#include "say.h"
#include "terms.h"

#include "career/base/text.h"
#include "career/frame/jsonlist.h"

#include <stdlib.h>
#include <string.h>

/* A name of a term: its own or an alias. */
struct name {
	const char *fold;
	size_t len;
	size_t term;
};

struct glossary_term {
	int64_t id;
	const char *slug, *term, *aliases, *text;
	bool alone;
};

struct glossary {
	struct arena arena;
	struct glossary_term *term;
	size_t nterms, term_cap;
	struct name *name;
	size_t nnames, name_cap;
};

static void
glossary_free(struct glossary *g)
{
	free(g->term);
	free(g->name);
	arena_free(&g->arena);
}

static void
add_name(struct glossary *g, const char *text, size_t len)
{
	struct buf b = BUF_INIT;

	text_fold(&b, text, len);
	if (b.len > 0) {
		g->name = mem_reserve(g->name, &g->name_cap, g->nnames + 1, sizeof *g->name);
		g->name[g->nnames++] =
		    (struct name){arena_dup(&g->arena, b.data), b.len, g->nterms - 1};
	}
	buf_free(&b);
}

static void
add_alias(void *ctx, const char *text, size_t len)
{
	add_name(ctx, text, len);
}

static void
add_term(struct glossary *g, struct stmt *st)
{
	struct glossary_term *t;
	struct buf tmp = BUF_INIT;

	g->term = mem_reserve(g->term, &g->term_cap, g->nterms + 1, sizeof *g->term);
	t = &g->term[g->nterms++];
	t->id = stmt_int(st, 0);
	t->slug = arena_dup(&g->arena, stmt_str(st, 1));
	t->term = arena_dup(&g->arena, stmt_str(st, 2));
	t->aliases = arena_dup(&g->arena, stmt_text(st, 3));
	t->text = arena_dup(&g->arena, stmt_str(st, 4));
	t->alone = stmt_int(st, 5) != 0;
	add_name(g, t->term, strlen(t->term));
	if (t->aliases)
		jsonlist_each(t->aliases, &tmp, add_alias, g);
	buf_free(&tmp);
}

/* Freed by the caller in both cases. */
static bool
glossary_load(struct glossary *g, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "page_terms", e);
	int step;

	memset(g, 0, sizeof *g);
	arena_init(&g->arena);
	if (!st)
		return false;
	while ((step = stmt_step(st, e)) == 1)
		add_term(g, st);
	stmt_reset(st);
	return step == 0;
}

/* --- one term -------------------------------------------------------------------------------- */

/* By slug; else by term or alias, folded. NULL when the glossary lacks it. */
static const struct glossary_term *
find(const struct glossary *g, const char *key)
{
	struct buf b = BUF_INIT;
	const struct glossary_term *found = NULL;
	size_t i;

	for (i = 0; i < g->nterms && !found; i++)
		if (strcmp(g->term[i].slug, key) == 0)
			found = &g->term[i];
	text_fold(&b, key, strlen(key));
	for (i = 0; i < g->nnames && !found; i++)
		if (strcmp(g->name[i].fold, b.data) == 0)
			found = &g->term[g->name[i].term];
	buf_free(&b);
	return found;
}

static bool
not_found(const struct glossary *g, const char *key, struct err *e)
{
	const char *near = NULL;
	size_t i;

	for (i = 0; i < g->nterms; i++) {
		const char *pair[] = {near ? near : g->term[i].slug, g->term[i].slug};

		near = text_nearest(key, pair, 2);
	}
	if (near)
		return err_set(
		    e, ERR_NOTFOUND, "no term \"%s\" in the glossary; nearest: %s", key, near);
	return err_set(e, ERR_NOTFOUND, "no term \"%s\" in the glossary", key);
}

/* "base: The fixed yearly salary ..." */
static void
say_term(struct page *p, const struct glossary_term *t)
{
	page_line(p);
	page_addf(p, STYLE_LABEL, "%s:", t->term);
	page_add(p, STYLE_TEXT, " ");
	page_join(p, 2, STYLE_TEXT, t->text);
	page_anchor(p, ANCHOR_TERM, t->slug);
}

static void
say_whole_term(struct page *p, const struct glossary_term *t)
{
	struct buf b = BUF_INIT;

	say_title(p, t->term);
	page_anchor(p, ANCHOR_TERM, t->slug);
	page_wrap(p, 0, STYLE_TEXT, t->text);
	page_anchor(p, ANCHOR_TERM, t->slug);
	say_list(&b, t->aliases);
	say_pair(p, "Also", STYLE_NOTE, b.data);
	buf_free(&b);
}

bool
page_term(struct page *p, struct reader *r, const char *slug, struct err *e)
{
	struct glossary g;
	const struct glossary_term *t = NULL;
	bool ok = glossary_load(&g, r->db, e);

	if (ok)
		t = find(&g, slug);
	if (t)
		say_whole_term(p, t);
	else if (ok)
		ok = not_found(&g, slug, e);
	glossary_free(&g);
	return ok;
}

/* --- terms a page has used ------------------------------------------------------------------- */

void
terms_add(struct terms *t, const char *slug)
{
	size_t i;

	if (!slug || !*slug || t->n == TERMS_MAX)
		return;
	for (i = 0; i < t->n; i++)
		if (strcmp(t->slug[i], slug) == 0)
			return;
	t->slug[t->n++] = slug;
}

bool
terms_say(struct page *p, struct reader *r, const struct terms *t, struct err *e)
{
	struct glossary g;
	bool ok = glossary_load(&g, r->db, e), any = false;
	size_t i;

	for (i = 0; ok && i < t->n; i++) {
		const struct glossary_term *found = find(&g, t->slug[i]);

		if (!found)
			continue;
		if (!any) {
			page_blank(p);
			page_heading(p, "What the words mean", NULL);
		}
		any = true;
		say_term(p, found);
	}
	glossary_free(&g);
	return ok;
}

/* --- terms in a text ------------------------------------------------------------------------- */

/* Bytes of letters and digits; every byte of a character outside ASCII is one. */
static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool
only_signs(const struct name *n)
{
	size_t i;

	for (i = 0; i < n->len; i++)
		if (is_word(n->fold[i]))
			return false;
	return true;
}

/* Whether the name's edge towards the neighbour (NUL outside the text) is one. */
static bool
is_edge(const struct name *n, char edge, char neighbour)
{
	if (only_signs(n))
		return neighbour == '\0' || neighbour == ' ';
	return !is_word(edge) || !is_word(neighbour);
}

/* Bytes that the name takes at this place of the text, 0 when it does not stand there. */
static size_t
fits(const struct name *n, const char *text, size_t at)
{
	const char *s = text + at;
	size_t len = n->len;

	if (strncmp(s, n->fold, len) != 0 || !is_edge(n, s[0], at > 0 ? s[-1] : '\0'))
		return 0;
	if (s[len] == 's' && is_word(s[len - 1]) && !is_word(s[len + 1]))
		return len + 1;
	return is_edge(n, s[len - 1], s[len]) ? len : 0;
}

/* Whether nothing but blanks and marks stands around these bytes. */
static bool
is_all(const char *text, size_t at, size_t len)
{
	static const char around[] = " !~:.";

	return at <= strspn(text, around)
	    && text[at + len + strspn(text + at + len, around)] == '\0';
}

/* The longest name at a place; *len is what it takes. NULL: none. */
static const struct name *
longest(const struct glossary *g, const char *text, size_t at, size_t *len)
{
	const struct name *best = NULL;
	size_t i, n;

	*len = 0;
	for (i = 0; i < g->nnames; i++) {
		n = fits(&g->name[i], text, at);
		if (g->term[g->name[i].term].alone && !is_all(text, at, n))
			continue;
		if (n > *len) {
			*len = n;
			best = &g->name[i];
		}
	}
	return best;
}

/* Whether a line of the page speaks of the term already. */
static bool
explained(const struct page *p, const char *slug)
{
	for (size_t i = 0; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nanchors; k++)
			if (p->lines[i].anchors[k].kind == ANCHOR_TERM
			    && strcmp(p->lines[i].anchors[k].key, slug) == 0)
				return true;
	return false;
}

static size_t
scan(struct page *p, const struct glossary *g, const char *text, size_t text_len)
{
	bool *seen = mem_zero(g->nterms + 1, sizeof *seen);
	size_t at = 0, len, count = 0;

	for (size_t i = 0; i < g->nterms; i++)
		seen[i] = explained(p, g->term[i].slug);
	while (at < text_len) {
		const struct name *n = longest(g, text, at, &len);

		if (n && !seen[n->term]) {
			seen[n->term] = true;
			say_term(p, &g->term[n->term]);
			count++;
		}
		at += n ? len : 1;
	}
	free(seen);
	return count;
}

bool
page_terms_in(struct page *p, struct reader *r, const char *text, size_t *found, struct err *e)
{
	struct glossary g;
	struct buf fold = BUF_INIT;
	bool ok = glossary_load(&g, r->db, e);

	*found = 0;
	if (ok) {
		text_fold(&fold, text, strlen(text));
		*found = scan(p, &g, fold.data, fold.len);
	}
	buf_free(&fold);
	glossary_free(&g);
	return ok;
}
