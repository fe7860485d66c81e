/*
 * compare_none.c - what stands where there is no comparison yet.
 */
#include "career/base/text.h"
#include "compare_parts.h"

#include <string.h>

/* --- an example ------------------------------------------------------------------------------ */

/* A command that can be copied: a key is never broken, a line that goes on ends in a backslash. */
static void
add_key(struct page *p, const char *key)
{
	int room = p->opts.width - page_last(p)->width - (int)strlen(" \\");

	if (page_last(p)->width > 4 && text_width(key) >= room) {
		page_add(p, STYLE_LINK, " \\");
		page_next(p);
		page_to(p, 3);
	}
	page_addf(p, STYLE_LINK, " %s", key);
}

/* A command that makes a comparison; on a screen Enter runs it from any line of the page. */
struct example {
	struct buf command; /* "compare KEY KEY" */
	size_t from, keys;  /* first line of the page; keys so far */
};

static void
example_init(struct example *x, const struct page *p)
{
	x->from = p->nlines;
	x->keys = 0;
	buf_init(&x->command);
	buf_adds(&x->command, "compare");
}

static void
example_key(struct page *p, struct example *x, const char *key)
{
	if (x->keys++ == 0) {
		page_blank(p);
		page_wrap(p, 0, STYLE_TEXT,
		    p->opts.screen ? "For example (Enter runs it):" : "For example:");
		page_line(p);
		page_add(p, STYLE_LINK, p->opts.screen ? "  :compare" : "  career compare");
	}
	add_key(p, key);
	buf_addf(&x->command, " %s", key);
}

static void
example_end(struct page *p, struct example *x)
{
	if (x->keys > 1) {
		p->block = p->opts.screen ? x->from : p->block;
		page_anchor(p, ANCHOR_COMMAND, x->command.data);
	}
	buf_free(&x->command);
}

/* --- none ------------------------------------------------------------------------------------ */

bool
page_compare_empty(struct page *p, struct reader *r, struct err *e)
{
	struct stmt *st = db_query(r->db, "compare_example", e);
	struct example x;
	bool ok = st != NULL;

	example_init(&x, p);
	page_wrap(p, 0, STYLE_VALUE, "Nothing to compare yet.");
	page_wrapf(p, 0, STYLE_TEXT,
	    "Two to %s roles or two to %s programs stand side by side, both together as plans: c on a "
	    "list takes the marked ones, or the one under the cursor.",
	    compare_count_word(COMPARE_ROLES_MAX), compare_count_word(COMPARE_PROGRAMS_MAX));
	if (ok)
		stmt_bind_text(st, 1, r->role);
	while (ok && role_next(st, &ok, e))
		example_key(p, &x, stmt_str(st, 0));
	example_end(p, &x);
	return ok;
}

/* --- one ------------------------------------------------------------------------------------- */

/* What is to be compared with something. */
struct chosen {
	const char *key;
	int64_t id;
	bool role;
};

/* Roles are asked for by key, programs by id: some have no key in a table. */
static void
chosen_bind(struct stmt *st, const struct chosen *x)
{
	if (x->role)
		stmt_bind_text(st, 1, x->key);
	else
		stmt_bind_int(st, 1, x->id);
}

/* Another key that may stand beside it; NULL when there is none. In the page's arena. */
static bool
beside(struct page *p, struct reader *r, const struct chosen *x, const char **out, struct err *e)
{
	struct stmt *st = db_query(r->db, x->role ? "compare_example" : "compare_beside", e);
	bool ok = st != NULL;

	*out = NULL;
	if (ok)
		chosen_bind(st, x);
	while (ok && role_next(st, &ok, e))
		if (*out == NULL && strcmp(stmt_str(st, 0), x->key) != 0)
			*out = arena_dup(&p->arena, stmt_str(st, 0));
	return ok;
}

static bool
name_of(struct page *p, struct reader *r, const struct chosen *x, const char **out, struct err *e)
{
	struct stmt *st = db_query(r->db, x->role ? "role_title" : "compare_name", e);
	bool ok = st != NULL;

	*out = x->key;
	if (ok)
		chosen_bind(st, x);
	while (ok && role_next(st, &ok, e))
		*out = arena_dup(&p->arena, stmt_str(st, 0));
	return ok;
}

bool
page_compare_one(struct page *p, struct reader *r, const char *key, struct err *e)
{
	struct chosen chosen = {.key = key};
	const char *name, *other;
	enum thing kind;
	struct example x;
	bool role;

	if (!thing_find(r->db, key, &kind, &chosen.id, e))
		return false;
	role = chosen.role = kind == THING_ROLE;
	if (!name_of(p, r, &chosen, &name, e) || !beside(p, r, &chosen, &other, e))
		return false;
	example_init(&x, p);
	page_wrapf(p, 0, STYLE_VALUE, "%s is chosen: one more %s is needed, or a %s.", name,
	    role ? "role" : "program", role ? "program" : "role");
	page_wrapf(p, 0, STYLE_TEXT,
	    "%s opens the %s; c there puts the one under the cursor beside it, or all that are "
	    "marked in its place. c on a %s asks whether the two are worth it. x takes it out "
	    "again.",
	    role ? "1" : "2", role ? "roles" : "programs", role ? "program" : "role");
	if (other != NULL) {
		example_key(p, &x, key);
		example_key(p, &x, other);
	}
	example_end(p, &x);
	return true;
}
