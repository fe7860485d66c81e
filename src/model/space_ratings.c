/* space_ratings.c - what occupations want by O*NET's importance; levels where one rates oneself. */
#include "space_parts.h"

#include <math.h>
#include <stdlib.h>

enum { RATED_MUST = 4 };

/* --- codes ------------------------------------------------------------------------------------ */

int
space_code(const char *text)
{
	int n = 0, digits = 0;

	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9' && digits++ < 8)
			n = 10 * n + (*text - '0');
	return n;
}

bool
space_codes(struct space_codes *out, struct db *db, const char *query, struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		out->c = mem_reserve(out->c, &out->cap, out->n + 1, sizeof *out->c);
		out->c[out->n++] =
		    (struct space_code){space_code(stmt_str(st, 0)), stmt_int(st, 1)};
	}
	if (st != NULL)
		stmt_reset(st);
	return rc == 0;
}

/* Where a code stands; `in->n` nowhere. */
static size_t
code_at(const struct space_codes *in, int code)
{
	size_t lo = 0, hi = in->n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (in->c[mid].code < code)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < in->n && in->c[lo].code == code ? lo : in->n;
}

int64_t
space_coded(const struct space_codes *in, int code)
{
	size_t at = code_at(in, code);

	return at < in->n ? in->c[at].role : 0;
}

/* --- ratings of O*NET ------------------------------------------------------------------------- */

struct rating {
	size_t code; /* of the codes */
	double importance;
};

/* They come skill by skill, in whatever order of the skills. */
struct run {
	int64_t skill;
	size_t from, n;
};

struct ratings {
	struct rating *r;
	size_t n, cap;
	struct run *run;
	size_t nrun, run_cap;
};

static void
put_rating(struct ratings *out, size_t code, int64_t skill, double importance)
{
	if (out->nrun == 0 || out->run[out->nrun - 1].skill != skill) {
		out->run = mem_reserve(out->run, &out->run_cap, out->nrun + 1, sizeof *out->run);
		out->run[out->nrun++] = (struct run){.skill = skill, .from = out->n};
	}
	out->run[out->nrun - 1].n++;
	out->r = mem_reserve(out->r, &out->cap, out->n + 1, sizeof *out->r);
	out->r[out->n++] = (struct rating){code, importance};
}

static int
by_skill(const void *a, const void *b)
{
	const struct run *x = a, *y = b;

	return (x->skill > y->skill) - (x->skill < y->skill);
}

static bool
read_ratings(struct ratings *out, const struct space_codes *codes, struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "near_ratings", e);
	int rc = -1;

	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		size_t code = code_at(codes, space_code(stmt_str(st, 1)));

		if (code < codes->n)
			put_rating(out, code, stmt_int(st, 0), stmt_num(st, 2));
	}
	if (st != NULL)
		stmt_reset(st);
	if (out->nrun > 1)
		qsort(out->run, out->nrun, sizeof *out->run, by_skill);
	return rc == 0;
}

static int
by_role(const void *a, const void *b)
{
	const struct space_role *x = a, *y = b;

	return (x->role > y->role) - (x->role < y->role);
}

/* Where each role's slice begins. */
static void
cut_slices(struct space *s, const struct ratings *in, const struct space_codes *codes)
{
	size_t at = 0;

	s->r = mem_zero(codes->n + 1, sizeof *s->r);
	s->p = mem_alloc((in->n + 1) * sizeof *s->p);
	s->n = in->n;
	for (size_t i = 0; i < in->n; i++)
		s->r[in->r[i].code].counted++;
	for (size_t i = 0; i < codes->n; i++) {
		s->r[i].role = codes->c[i].role;
		s->r[i].from = at;
		at += s->r[i].counted;
		s->r[i].counted = 0;
	}
}

/* The ratings go to their roles skill by skill, so that each role's stand in the order of the skills. */
static void
share_out(struct space *s, const struct ratings *in)
{
	for (size_t k = 0; k < in->nrun; k++)
		for (size_t i = in->run[k].from; i < in->run[k].from + in->run[k].n; i++) {
			struct space_role *r = &s->r[in->r[i].code];
			struct space_part *p = &s->p[r->from + r->n];

			*p = (struct space_part){in->run[k].skill, in->r[i].importance - 2, NAN,
			    in->r[i].importance >= RATED_MUST};
			space_count(r, p);
		}
}

static void
drop_empty(struct space *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s->r[i].n > 0)
			s->r[s->nr++] = s->r[i];
	if (s->nr > 1)
		qsort(s->r, s->nr, sizeof *s->r, by_role);
}

bool
space_read_ratings(struct space *s, struct spaces *all, struct db *db, struct err *e)
{
	struct ratings in = {.n = 0};
	bool ok =
	    space_codes(&all->codes, db, "near_codes", e) && read_ratings(&in, &all->codes, db, e);

	if (ok) {
		cut_slices(s, &in, &all->codes);
		share_out(s, &in);
		drop_empty(s, all->codes.n);
	}
	free(in.r);
	free(in.run);
	return ok;
}

/* --- levels ----------------------------------------------------------------------------------- */

static int
part_by_skill(const void *a, const void *b)
{
	const struct space_part *x = a, *y = b;

	return (x->skill > y->skill) - (x->skill < y->skill);
}

/* NULL: not wanted, as by no role. */
static struct space_part *
find_part(const struct space *s, const struct space_role *r, int64_t skill)
{
	const struct space_part key = {.skill = skill};

	if (r == NULL || r->n == 0)
		return NULL;
	return bsearch(&key, s->p + r->from, r->n, sizeof *s->p, part_by_skill);
}

static bool
has_levels(const struct spaces *all, int64_t skill)
{
	for (size_t i = 0; i < all->nleveled; i++)
		if (all->leveled[i] == skill)
			return true;
	return false;
}

static bool
read_levels(struct spaces *all, struct db *db, int64_t skill, struct err *e)
{
	const struct space *s = &all->s[SPACE_RATINGS];
	struct stmt *st = db_query(db, "near_levels", e);
	int rc = -1;

	if (st != NULL)
		stmt_bind_int(st, 1, skill);
	while (st != NULL && (rc = stmt_step(st, e)) == 1) {
		int64_t role = space_coded(&all->codes, space_code(stmt_str(st, 0)));
		struct space_part *p = find_part(s, space_find(s, role), skill);

		if (p != NULL)
			p->level = stmt_num(st, 1);
	}
	if (st != NULL)
		stmt_reset(st);
	all->leveled =
	    mem_reserve(all->leveled, &all->leveled_cap, all->nleveled + 1, sizeof *all->leveled);
	all->leveled[all->nleveled++] = skill;
	return rc == 0;
}

bool
space_add_levels(struct spaces *all, struct db *db, const struct haves *have, struct err *e)
{
	for (size_t i = 0; have != NULL && i < have->n; i++)
		if (have->h[i].level >= 0 && !has_levels(all, have->h[i].skill)
		    && !read_levels(all, db, have->h[i].skill, e))
			return false;
	return true;
}
