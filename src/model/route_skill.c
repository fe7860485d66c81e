/*
 * route_skill.c - routes, programs and fields of study whose words name a skill.
 *
 * Nobody states which skills a program teaches. What can be read is whether its name (of a route its text, of a field of
 * study its title, of a program also its field) has the skill's name in it, another name of it, or one of its tools, as
 * words of their own; of the ways those alone that lead to the role, or to a role that wants it. A name of one or two
 * letters ("R") must stand between blanks, commas or brackets.
 */
#include "route_parts.h"

#include "career/base/mem.h"
#include "career/frame/jsonlist.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* --- names ----------------------------------------------------------------------------------- */

/* A name of the skill: its own, another one, or that of a tool. */
struct name {
	const char *name, *folded;
};

struct names {
	struct arena *a;
	struct name *v;
	size_t n, cap;
};

static void
add_name(void *ctx, const char *text, size_t len)
{
	struct names *all = ctx;
	const char *name = arena_ndup(all->a, text, len);

	if (len == 0)
		return;
	all->v = mem_reserve(all->v, &all->cap, all->n + 1, sizeof *all->v);
	all->v[all->n++] = (struct name){name, route_folded(all->a, name)};
}

/* Empty where there is no such skill. */
static bool
names_read(struct names *all, struct db *db, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(db, "route_skill", e);
	struct buf tmp = BUF_INIT;
	int rc = -1;

	if (st != NULL) {
		stmt_bind_int(st, 1, skill);
		rc = stmt_step(st, e);
		if (rc == 1) {
			add_name(all, stmt_str(st, 0), strlen(stmt_str(st, 0)));
			for (int i = 1; i <= 2; i++)
				if (!stmt_null(st, i))
					jsonlist_each(stmt_str(st, i), &tmp, add_name, all);
		}
		stmt_reset(st);
	}
	buf_free(&tmp);
	return rc >= 0;
}

static bool
is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80 || c == '+' || c == '#';
}

static bool
is_apart(char c)
{
	return c == '\0' || strchr(" ,;:()[]", c) != NULL;
}

/* Whether `len` bytes at `at` are words of their own; the plural is one word with its singular. */
static bool
stands_alone(const char *text, const char *at, size_t len)
{
	char before = at > text ? at[-1] : '\0', after = at[len];

	if (len <= 2)
		return is_apart(before)
		    && (is_apart(after) || (after == '.' && is_apart(at[len + 1])));
	if (after == 's')
		after = at[len + 1];
	return !is_word(before) && !is_word(after);
}

static bool
occurs(const char *text, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = text; (at = strstr(at, name)) != NULL; at++)
		if (stands_alone(text, at, len))
			return true;
	return false;
}

static const struct name *
name_in(const struct names *all, const char *text)
{
	for (size_t i = 0; i < all->n; i++)
		if (occurs(text, all->v[i].folded))
			return &all->v[i];
	return NULL;
}

/* --- of a skill ------------------------------------------------------------------------------ */

/* What names it goes first. */
static int
by_name(const void *a, const void *b)
{
	const struct route *x = a, *y = b;

	if ((*x->teaches == '\0') != (*y->teaches == '\0'))
		return *x->teaches == '\0' ? 1 : -1;
	return route_order(a, b);
}

static bool
has(const struct routes *l, const struct route *r)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->r[i].row == r->row && strcmp(l->r[i].program, r->program) == 0)
			return true;
	return false;
}

static void
add(struct route_list *l, const struct route *r)
{
	l->r = mem_reserve(l->r, &l->cap, l->n + 1, sizeof *l->r);
	l->r[l->n++] = *r;
}

/* What has a name of it. Of the ways, which say much of much else, those `among` alone. */
static void
take_named(const struct route_book *b, const struct names *names, const struct routes *among,
    struct route_list *l)
{
	for (size_t i = 0; i < b->n; i++) {
		const struct route_entry *x = &b->entry[i];
		const struct name *name = name_in(names, x->text);
		bool by_field = name == NULL && x->route.row == 0;

		if (by_field)
			name = name_in(names, x->field);
		if (name == NULL || (x->route.row != 0 && !has(among, &x->route)))
			continue;
		add(l, &x->route);
		l->r[l->n - 1].teaches = name->name;
		l->r[l->n - 1].by_field = by_field;
	}
}

/* Ways that lead to a role that wants it, each once. */
static bool
take_wanting(const struct route_book *b, struct route_list *l, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(b->db, "route_wanting", e);
	struct buf slug = BUF_INIT;
	int rc = -1;

	if (st != NULL) {
		stmt_bind_int(st, 1, skill);
		while ((rc = stmt_step(st, e)) == 1) {
			buf_clear(&slug);
			buf_addf(&slug, "\"%s\"", stmt_str(st, 0));
			for (size_t i = 0; i < b->n; i++)
				if (strstr(b->entry[i].leads, slug.data) != NULL
				    && !has(
					&(struct routes){.r = l->r, .n = l->n}, &b->entry[i].route))
					add(l, &b->entry[i].route);
		}
		stmt_reset(st);
	}
	buf_free(&slug);
	return rc == 0;
}

/* "Statistics" or "Statistics, General": a title with other words in it may be about something else. */
static bool
is_title(const struct names *all, const char *title)
{
	for (size_t i = 0; i < all->n; i++) {
		size_t len = strlen(all->v[i].folded);

		if (strncmp(title, all->v[i].folded, len) == 0
		    && (title[len] == '\0' || strcmp(title + len, ", general") == 0))
			return true;
	}
	return false;
}

/* One field may have several rows, by the titles that the publisher gives it. */
static bool
take_title(
    struct routes *out, const struct route_book *b, const struct route_title *t, struct err *e)
{
	struct route_study *last = out->nstudy > 0 ? &out->study[out->nstudy - 1] : NULL;
	struct stmt *st = db_query(b->db, "route_field", e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, t->id);
	rc = stmt_step(st, e);
	if (rc == 1 && last != NULL && strcmp(last->field, t->field) == 0)
		last->programs += (size_t)stmt_int(st, 1);
	else if (rc == 1 && out->study != NULL && out->nstudy < ROUTE_STUDIES)
		out->study[out->nstudy++] = (struct route_study){.field = t->field,
		    .soc = "",
		    .nearest = "",
		    .cip4 = stmt_int(st, 0),
		    .programs = (size_t)stmt_int(st, 1)};
	stmt_reset(st);
	return rc >= 0;
}

static bool
take_titles(
    struct routes *out, const struct route_book *b, const struct names *names, struct err *e)
{
	bool ok = true;

	out->study = arena_alloc(b->a, ROUTE_STUDIES * sizeof *out->study);
	for (size_t i = 0; ok && i < b->ntitle; i++)
		if (is_title(names, b->title[i].text))
			ok = take_title(out, b, &b->title[i], e);
	return ok;
}

struct ask {
	int64_t skill;
	const struct routes *among;
	bool whole; /* the other ways stand behind */
};

static bool
of_skill(struct routes *out, const struct route_book *b, const struct ask *ask, struct err *e)
{
	const struct routes *among = ask->among;
	struct names names = {.a = b->a};
	struct route_list l = {0};
	bool ok = names_read(&names, b->db, ask->skill, e);

	*out = (struct routes){0};
	if (ok) {
		take_named(b, &names, among, &l);
		ok = take_titles(out, b, &names, e);
		for (size_t i = 0; i < l.n; i++)
			out->programs += l.r[i].row == 0;
		for (size_t i = 0; ask->whole && i < among->n; i++)
			if (!has(&(struct routes){.r = l.r, .n = l.n}, &among->r[i]))
				add(&l, &among->r[i]);
	}
	route_keep(out, &l, b->a, by_name);
	free(names.v);
	return ok;
}

bool
route_book_skill(struct routes *out, const struct route_book *b, int64_t skill,
    const struct routes *role, struct err *e)
{
	return of_skill(out, b, &(struct ask){skill, role, false}, e);
}

bool
routes_of_skill(struct routes *out, struct db *db, const struct sources *src, int64_t skill,
    int64_t role, struct arena *a, struct err *e)
{
	struct route_book *b;
	struct route_list ways = {0};
	struct routes among = {0};
	bool ok = route_book_read(&b, db, src, a, e);

	*out = (struct routes){0};
	if (ok && role != 0) {
		ok = routes_of_role(&among, db, src, role, a, e);
	} else if (ok) {
		ok = take_wanting(b, &ways, skill, e);
		among = (struct routes){.r = ways.r, .n = ways.n};
	}
	ok = ok && of_skill(out, b, &(struct ask){skill, &among, true}, e);
	free(ways.r);
	return ok;
}
