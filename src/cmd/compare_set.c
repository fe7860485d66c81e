/* compare_set.c - what the person compares. */
#include "career/cmd/compare_set.h"

#include <stdlib.h>
#include <string.h>

void
compare_set_init(struct compare_set *s)
{
	memset(s, 0, sizeof *s);
	s->baseline = -1;
}

void
compare_set_stale(struct compare_set *s)
{
	if (s->valid)
		compare_free(&s->made);
	s->valid = false;
}

void
compare_set_clear(struct compare_set *s)
{
	compare_set_stale(s);
	while (s->n > 0)
		free(s->key[--s->n]);
	s->baseline = -1;
}

void
compare_set_free(struct compare_set *s)
{
	compare_set_clear(s);
	compare_set_init(s);
}

int
compare_set_find(const struct compare_set *s, const char *key)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->key[i], key) == 0)
			return (int)i;
	return -1;
}

bool
compare_set_ready(const struct compare_set *s)
{
	return s->n > 1 || (s->n == 1 && s->kind == COMPARE_PLANS);
}

/* --- adding ---------------------------------------------------------------------------------- */

static bool
too_many(enum compare_kind kind, size_t n, struct err *e)
{
	return err_set(e, ERR_USAGE,
	    "%zu %s are compared already, the most that fit: 3 opens them, x there drops one", n,
	    compare_kind_word(kind));
}

/* What the sets of keys that make plans are: each program for each role. */
struct sides {
	const char *program[2 * COMPARE_MAX], *role[2 * COMPARE_MAX];
	size_t programs, roles;
};

static void
side_add(const char **side, size_t *n, const char *key)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(side[i], key) == 0)
			return;
	side[(*n)++] = key;
}

/* Keys of plans are cut in two for it: `text` holds their parts. */
static void
sides_of(const struct compare_set *s, struct sides *out, struct arena *text)
{
	for (size_t i = 0; i < s->n; i++) {
		const char *plus = strrchr(s->key[i], COMPARE_PLUS);

		if (s->kind != COMPARE_ROLES)
			side_add(out->program, &out->programs,
			    s->kind == COMPARE_PROGRAMS || plus == NULL
				? s->key[i]
				: arena_ndup(text, s->key[i], (size_t)(plus - s->key[i])));
		if (s->kind == COMPARE_ROLES)
			side_add(out->role, &out->roles, s->key[i]);
		else if (s->kind == COMPARE_PLANS && plus != NULL)
			side_add(out->role, &out->roles, plus + 1);
	}
}

/* The new key with every one of the other side. */
static bool
add_plans(struct compare_set *s, const struct sides *from, enum compare_kind kind, const char *key,
    struct err *e)
{
	bool role = kind == COMPARE_ROLES;
	const char *const *other = role ? from->program : from->role;
	size_t n = role ? from->programs : from->roles, before = s->n;
	struct buf plan = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		buf_clear(&plan);
		buf_addf(
		    &plan, "%s%c%s", role ? other[i] : key, COMPARE_PLUS, role ? key : other[i]);
		if (compare_set_find(s, plan.data) >= 0)
			continue;
		if (s->n == COMPARE_PLANS_MAX) {
			while (s->n > before)
				free(s->key[--s->n]);
			buf_free(&plan);
			return err_set(e, ERR_USAGE,
			    "that makes more than %d plans: x in Compare drops one, two marked and "
			    "c begin anew",
			    COMPARE_PLANS_MAX);
		}
		s->key[s->n++] = mem_dup(plan.data);
	}
	buf_free(&plan);
	return true;
}

/* Columns of the old kind give way to plans; columns that are plans stay. */
static bool
mix(struct compare_set *s, enum compare_kind kind, const char *key, struct err *e)
{
	struct sides sides = {.roles = 0};
	struct compare_set made;
	struct arena text;
	bool ok, plans = s->kind == COMPARE_PLANS;

	arena_init(&text);
	sides_of(s, &sides, &text);
	compare_set_init(&made);
	ok = add_plans(plans ? s : &made, &sides, kind, key, e);
	arena_free(&text);
	if (!ok)
		return false;
	compare_set_stale(s);
	if (plans)
		return true;
	made.all = s->all;
	compare_set_clear(s);
	made.kind = COMPARE_PLANS;
	*s = made;
	return true;
}

bool
compare_set_add(struct compare_set *s, enum compare_kind kind, const char *key, struct err *e)
{
	if (s->n > 0 && s->kind != kind) {
		if (kind != COMPARE_PLANS)
			return mix(s, kind, key, e);
		compare_set_clear(s);
	}
	if (compare_set_find(s, key) >= 0)
		return true;
	if (s->n >= compare_limit(kind))
		return too_many(kind, s->n, e);
	compare_set_stale(s);
	s->kind = kind;
	s->key[s->n++] = mem_dup(key);
	return true;
}

/* --- columns --------------------------------------------------------------------------------- */

void
compare_set_drop(struct compare_set *s, size_t column)
{
	if (column >= s->n)
		return;
	compare_set_stale(s);
	free(s->key[column]);
	s->n--;
	memmove(s->key + column, s->key + column + 1, (s->n - column) * sizeof *s->key);
	if (s->baseline == (int)column)
		s->baseline = -1;
	else if (s->baseline > (int)column)
		s->baseline--;
}

bool
compare_set_move(struct compare_set *s, size_t column, int by)
{
	size_t to = by < 0 ? column - 1 : column + 1;
	char *key;

	if (column >= s->n || (by < 0 && column == 0) || to >= s->n)
		return false;
	compare_set_stale(s);
	key = s->key[column];
	s->key[column] = s->key[to];
	s->key[to] = key;
	if (s->baseline == (int)column)
		s->baseline = (int)to;
	else if (s->baseline == (int)to)
		s->baseline = (int)column;
	return true;
}

void
compare_set_baseline(struct compare_set *s, size_t column)
{
	if (column < s->n)
		s->baseline = s->baseline == (int)column ? -1 : (int)column;
}

bool
compare_set_make(struct compare_set *s, struct reader *r, enum level level, struct err *e)
{
	if (s->valid && s->level == level)
		return true;
	compare_set_stale(s);
	s->valid = compare_make(&s->made, r, (const char *const *)s->key, s->n, level, e);
	s->level = level;
	return s->valid;
}

/* --- as text --------------------------------------------------------------------------------- */

/* "roles -1 0" and a line for each key; a plan's has both. */
void
compare_set_text(const struct compare_set *s, struct buf *out)
{
	buf_addf(out, "%s %d %d", compare_kind_word(s->kind), s->baseline, s->all);
	for (size_t i = 0; i < s->n; i++)
		buf_addf(out, "\n%s", s->key[i]);
}

static bool
read_keys(struct compare_set *s, enum compare_kind kind, const char *at)
{
	while (*at == '\n') {
		size_t len = strcspn(++at, "\n");
		char *key = mem_ndup(at, len);
		struct err e;
		bool ok = len > 0 && compare_set_add(s, kind, key, &e);

		free(key);
		if (!ok)
			return false;
		at += len;
	}
	return *at == '\0';
}

/* " 12" */
static bool
read_number(const char **at, long *n)
{
	char *end;

	if (**at != ' ')
		return false;
	*n = strtol(*at + 1, &end, 10);
	if (end == *at + 1)
		return false;
	*at = end;
	return true;
}

static bool
read_all(struct compare_set *s, const char *at)
{
	size_t word = strcspn(at, " ");
	int kind = 0;
	long baseline, all;

	while (kind < COMPARE_KINDS
	    && (strlen(compare_kind_word((enum compare_kind)kind)) != word
		|| strncmp(compare_kind_word((enum compare_kind)kind), at, word) != 0))
		kind++;
	if (kind == COMPARE_KINDS)
		return false;
	at += word;
	if (!read_number(&at, &baseline) || !read_number(&at, &all)
	    || !read_keys(s, (enum compare_kind)kind, at) || baseline < -1
	    || baseline >= (long)s->n)
		return false;
	s->baseline = (int)baseline;
	s->all = all != 0;
	return true;
}

bool
compare_set_read(struct compare_set *s, const char *text)
{
	compare_set_clear(s);
	if (read_all(s, text))
		return true;
	compare_set_clear(s);
	return false;
}
