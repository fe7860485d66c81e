/*
 * skills.c - the sets' skills: each is a pack's skill of the same name, or one of its own.
 *
 * In the order of schemes and codes, so that the same sets give the same rows whatever was imported first.
 */
#include "career/build/import.h"

#include "career/base/text.h"

#include <stdlib.h>
#include <string.h>

/* A folded name of a pack's skill. */
struct name {
	const char *fold;
	int64_t skill;
};

struct names {
	struct arena arena;
	struct name *n;
	size_t count, cap;
};

static int
compare(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int order = strcmp(x->fold, y->fold);

	return order != 0 ? order : x->skill < y->skill ? -1 : x->skill > y->skill;
}

/* Sorted; of two skills of one name the earlier one comes first. */
static bool
load_names(struct names *all, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "link_skill_names", e);
	struct buf fold = BUF_INIT;
	int step = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		const char *name = stmt_str(st, 1);

		buf_clear(&fold);
		text_fold(&fold, name, strlen(name));
		all->n = mem_reserve(all->n, &all->cap, all->count + 1, sizeof *all->n);
		all->n[all->count++] =
		    (struct name){arena_dup(&all->arena, fold.data), stmt_int(st, 0)};
	}
	if (st != NULL)
		stmt_reset(st);
	buf_free(&fold);
	if (all->count > 0)
		qsort(all->n, all->count, sizeof *all->n, compare);
	return step == 0;
}

/* The pack's skill of this name, 0: none. */
static int64_t
find_name(const struct names *all, const char *name)
{
	struct buf fold = BUF_INIT;
	size_t lo = 0, hi = all->count;
	int64_t found;

	text_fold(&fold, name, strlen(name));
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (strcmp(all->n[mid].fold, fold.data) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	found = lo < all->count && strcmp(all->n[lo].fold, fold.data) == 0 ? all->n[lo].skill : 0;
	buf_free(&fold);
	return found;
}

/* The name's slug; with the scheme behind it where that is taken, and then with a number. */
static bool
choose_slug(struct db *db, const char *name, const char *scheme, struct buf *slug, struct err *e)
{
	struct buf text = BUF_INIT;
	int step = 1;

	buf_adds(&text, name);
	for (unsigned turn = 1; step == 1; turn++) {
		struct stmt *st = db_query(db, "link_skill_slug", e);

		buf_clear(slug);
		text_slug(slug, text.data);
		if (slug->len == 0)
			buf_adds(slug, scheme);
		if (st == NULL)
			step = -1;
		else
			stmt_bind_text(st, 1, slug->data);
		if (st != NULL) {
			step = stmt_step(st, e);
			stmt_reset(st);
		}
		buf_clear(&text);
		buf_addf(&text, "%s %s", name, scheme);
		if (turn > 1)
			buf_addf(&text, " %u", turn);
	}
	buf_free(&text);
	return step == 0;
}

/* A skill of its own for the row of link_skills. */
static bool
make_skill(struct db *db, struct stmt *row, int64_t id, struct err *e)
{
	struct buf slug = BUF_INIT;
	bool ok = choose_slug(db, stmt_str(row, 2), stmt_str(row, 0), &slug, e);
	struct stmt *st = ok ? db_query(db, "link_skill", e) : NULL;

	if (st != NULL) {
		stmt_bind_int(st, 1, id);
		stmt_bind_text(st, 2, slug.data);
		stmt_bind_text(st, 3, stmt_str(row, 2));
		stmt_bind_text(st, 4, stmt_str(row, 3));
		stmt_bind_text(st, 5, stmt_text(row, 4));
	}
	ok = st != NULL && stmt_run(st, e);
	buf_free(&slug);
	return ok;
}

static bool
put_code(struct db *db, struct stmt *row, int64_t skill, struct err *e)
{
	struct stmt *st = db_query(db, "link_skill_code", e);

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, stmt_str(row, 0));
	stmt_bind_text(st, 2, stmt_str(row, 1));
	stmt_bind_int(st, 3, skill);
	return stmt_run(st, e);
}

static bool
link_rows(struct db *db, const struct names *all, struct err *e)
{
	struct stmt *row = db_query(db, "link_skills", e);
	int64_t next = IMPORT_FIRST_ID;
	int step = -1;
	bool ok = row != NULL;

	while (ok && (step = stmt_step(row, e)) == 1) {
		int64_t skill = find_name(all, stmt_str(row, 2));

		if (skill == 0) {
			skill = next++;
			ok = make_skill(db, row, skill, e);
		}
		ok = ok && put_code(db, row, skill, e);
	}
	if (row != NULL)
		stmt_reset(row);
	return ok && step == 0;
}

bool
build_link_skills(struct db *db, struct err *e)
{
	struct names all = {.n = NULL};
	bool ok;

	arena_init(&all.arena);
	ok = load_names(&all, db, e) && link_rows(db, &all, e);
	free(all.n);
	arena_free(&all.arena);
	return ok;
}
