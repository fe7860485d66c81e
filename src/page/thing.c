/*
 * thing.c - what a key names. Keys first, kind by kind; then titles, names and aliases, folded; a
 * miss names the nearest key. A name that two things of one kind share names neither.
 */
#include "career/base/text.h"
#include "career/frame/jsonlist.h"
#include "career/page/pages.h"

#include <string.h>

/* One row per enum thing, in the order in which keys are tried. `key` takes a key and gives an id;
 * `all` gives id, key, name, another name, aliases. */
static const struct {
	const char *word, *key, *all;
} kinds[] = {
    [THING_ROLE] = {"role", "thing_role", "things_role"},
    [THING_PROGRAM] = {"program", "thing_program", "things_program"},
    [THING_SKILL] = {"skill", "thing_skill", "things_skill"},
    [THING_SOURCE] = {"source", "thing_source", "things_source"},
    [THING_TERM] = {"term", "thing_term", "things_term"},
    [THING_GUIDE] = {"guide topic", "thing_guide", "things_guide"},
};

enum { KINDS = THING_KINDS };

/* A walk over the names of all things. */
struct search {
	const char *key;   /* as asked */
	struct buf fold;   /* the same, folded */
	struct buf tmp;    /* a name, folded */
	struct buf near;   /* the nearest key so far; empty: none */
	struct buf slug;   /* the same as a slug */
	struct buf within; /* the first key that has the slug in it */
	struct buf other;  /* key of a second thing of that name */
	bool found;
	enum thing kind;
	int64_t id;
	bool match; /* an alias of the row at hand matched */
};

static void
compare(void *ctx, const char *text, size_t len)
{
	struct search *s = ctx;

	buf_clear(&s->tmp);
	text_fold(&s->tmp, text, len);
	s->match = s->match || (s->tmp.len > 0 && strcmp(s->tmp.data, s->fold.data) == 0);
}

/* Keeps the nearer of the best key so far and this one. */
static void
consider(struct search *s, const char *key)
{
	const char *near[2] = {s->near.data, key};
	size_t first = s->near.len > 0 ? 0 : 1;

	if (text_nearest(s->key, near + first, 2 - first) == key) {
		buf_clear(&s->near);
		buf_adds(&s->near, key);
	}
}

static void
look_at(struct search *s, struct stmt *st, enum thing kind)
{
	const char *key = stmt_str(st, 1);
	struct buf json = BUF_INIT;
	int col;

	s->match = false;
	for (col = 1; col <= 3; col++)
		compare(s, stmt_str(st, col), strlen(stmt_str(st, col)));
	if (!stmt_null(st, 4))
		jsonlist_each(stmt_str(st, 4), &json, compare, s);
	buf_free(&json);
	if (!s->found)
		consider(s, key);
	if (s->within.len == 0 && s->slug.len > 2 && strstr(key, s->slug.data))
		buf_adds(&s->within, key);
	if (!s->match)
		return;
	if (s->found) {
		buf_clear(&s->other);
		buf_adds(&s->other, key);
		return;
	}
	s->found = true;
	s->kind = kind;
	s->id = stmt_int(st, 0);
	buf_clear(&s->near);
	buf_adds(&s->near, key);
}

static bool
walk(struct search *s, struct db *db, enum thing kind, struct err *e)
{
	struct stmt *st = db_query(db, kinds[kind].all, e);
	int step;

	if (!st)
		return false;
	while ((step = stmt_step(st, e)) == 1)
		look_at(s, st, kind);
	stmt_reset(st);
	return step == 0;
}

static bool
by_name(struct search *s, struct db *db, struct err *e)
{
	int k;

	for (k = 0; k < KINDS && !s->found; k++)
		if (!walk(s, db, (enum thing)k, e))
			return false;
	if (s->found && s->other.len > 0)
		return err_set(e, ERR_NOTFOUND,
		    "\"%s\" names more than one %s: %s, %s; give the key", s->key,
		    kinds[s->kind].word, s->near.data, s->other.data);
	if (s->found)
		return true;
	if (s->near.len > 0 || s->within.len > 0)
		return err_set(e, ERR_NOTFOUND,
		    "no role, program, skill, source, term or topic \"%s\"; nearest: %s", s->key,
		    s->near.len > 0 ? s->near.data : s->within.data);
	return err_set(e, ERR_NOTFOUND,
	    "no role, program, skill, source, term or topic \"%s\"; `career roles WORD` and the like search",
	    s->key);
}

bool
thing_find(struct db *db, const char *key, enum thing *kind, int64_t *id, struct err *e)
{
	struct search s = {.key = key};
	struct buf *const bufs[] = {&s.fold, &s.tmp, &s.near, &s.slug, &s.within, &s.other};
	enum { BUFS = sizeof bufs / sizeof bufs[0] };
	bool ok;
	int k;

	for (k = 0; k < KINDS; k++) {
		*kind = (enum thing)k;
		if (!db_row_of(db, kinds[*kind].key, key, id, e))
			return false;
		if (*id > 0)
			return true;
	}
	for (k = 0; k < BUFS; k++)
		buf_init(bufs[k]);
	text_fold(&s.fold, key, strlen(key));
	text_slug(&s.slug, key);
	ok = by_name(&s, db, e);
	*kind = s.kind;
	*id = s.id;
	for (k = 0; k < BUFS; k++)
		buf_free(bufs[k]);
	return ok;
}

/* --- its page -------------------------------------------------------------------------------- */

static bool
term_page(struct page *p, struct reader *r, int64_t id, struct err *e)
{
	struct stmt *st = db_query(r->db, "page_term_by_id", e);
	struct buf slug = BUF_INIT;
	int step;
	bool ok;

	if (!st)
		return false;
	stmt_bind_int(st, 1, id);
	step = stmt_step(st, e);
	if (step == 1)
		buf_adds(&slug, stmt_str(st, 0));
	stmt_reset(st);
	if (step == 0)
		err_set(e, ERR_NOTFOUND, "no term with row %lld in the catalog", (long long)id);
	ok = step == 1 && page_term(p, r, slug.data, e);
	buf_free(&slug);
	return ok;
}

static bool
role_page(struct page *p, struct reader *r, int64_t id, struct err *e)
{
	return page_role_all(p, r, id, LEVEL_ENTRY, e);
}

bool
page_thing(struct page *p, struct reader *r, enum thing kind, int64_t id, struct err *e)
{
	static bool (*const pages[KINDS])(
	    struct page * p, struct reader * r, int64_t id, struct err * e) = {
	    [THING_ROLE] = role_page,
	    [THING_PROGRAM] = page_program,
	    [THING_SKILL] = page_skill,
	    [THING_SOURCE] = page_source,
	    [THING_TERM] = term_page,
	    [THING_GUIDE] = page_guide,
	};

	return pages[kind](p, r, id, e);
}
