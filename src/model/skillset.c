#include "career/model/skillset.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct rank {
	const char *word;
	double weight;
} ranks[RANK_COUNT] = {
    [RANK_MUST] = {"must", 3},
    [RANK_IMPORTANT] = {"important", 2},
    [RANK_NICE] = {"nice", 1},
    [RANK_NAMED] = {"named", 1},
    [RANK_SKIP] = {"skip", 0},
};

const char *
skill_rank_word(enum skill_rank r)
{
	return ranks[r].word;
}

double
skill_rank_weight(enum skill_rank r)
{
	return ranks[r].weight;
}

/* No tier: only named. */
static enum skill_rank
rank_of(const char *tier)
{
	for (int i = 0; i < RANK_COUNT; i++)
		if (tier != NULL && strcmp(tier, ranks[i].word) == 0)
			return (enum skill_rank)i;
	return RANK_NAMED;
}

struct loading {
	struct skillset *out;
	const struct sources *src;
	struct arena *a;
	size_t cap, by_cap;
	struct wanted_by *by; /* of the skill that is read, on the heap */
};

/* --- tiers of packs -------------------------------------------------------------------------- */

/* The firmest that is said of the role itself, else of its field; skip only where nobody says otherwise. */
static void
settle(struct wanted *w)
{
	w->rank = RANK_SKIP;
	w->field = w->by[0].field;
	for (size_t i = 0; i < w->nby; i++) {
		if (w->by[i].field == w->field && w->by[i].rank < w->rank)
			w->rank = w->by[i].rank;
		if (w->bar[0] == '\0')
			w->bar = w->by[i].bar;
	}
	w->weight = ranks[w->rank].weight;
}

static void
end_skill(struct loading *l)
{
	struct wanted *w;

	if (l->out->n == 0)
		return;
	w = &l->out->w[l->out->n - 1];
	w->by = arena_alloc(l->a, (w->nby + 1) * sizeof *w->by);
	if (l->by != NULL)
		memcpy(w->by, l->by, w->nby * sizeof *w->by);
	settle(w);
}

static void
begin_skill(struct loading *l, struct stmt *st, int at)
{
	l->out->w = mem_reserve(l->out->w, &l->cap, l->out->n + 1, sizeof *l->out->w);
	l->out->w[l->out->n++] = (struct wanted){.skill = stmt_int(st, at),
	    .slug = arena_dup(l->a, stmt_str(st, at + 1)),
	    .name = arena_dup(l->a, stmt_str(st, at + 2)),
	    .importance = NAN,
	    .level = NAN,
	    .bar = ""};
}

static void
take_tier(struct loading *l, struct stmt *st)
{
	struct wanted *w;

	if (l->out->n == 0 || l->out->w[l->out->n - 1].skill != stmt_int(st, 1)) {
		end_skill(l);
		begin_skill(l, st, 1);
		l->out->w[l->out->n - 1].disputed = stmt_int(st, 8) != 0;
	}
	w = &l->out->w[l->out->n - 1];
	l->by = mem_reserve(l->by, &l->by_cap, w->nby + 1, sizeof *l->by);
	l->by[w->nby++] = (struct wanted_by){.source = sources_by_id(l->src, stmt_int(st, 6)),
	    .rank = rank_of(stmt_text(st, 4)),
	    .bar = arena_dup(l->a, stmt_str(st, 5)),
	    .field = stmt_int(st, 7) != 0,
	    .row = stmt_int(st, 0)};
}

/* --- ratings of O*NET ------------------------------------------------------------------------ */

static enum skill_rank
rank_of_importance(double importance)
{
	return importance >= 4 ? RANK_MUST : importance >= 3.5 ? RANK_IMPORTANT : RANK_NICE;
}

static void
take_rating(struct loading *l, struct stmt *st)
{
	struct wanted *w;

	begin_skill(l, st, 0);
	w = &l->out->w[l->out->n - 1];
	w->importance = stmt_num(st, 3);
	w->level = stmt_num(st, 4);
	w->rank = rank_of_importance(w->importance);
	w->weight = w->importance - 2;
	w->nby = 1;
	w->by = arena_alloc(l->a, sizeof *w->by);
	*w->by = (struct wanted_by){
	    .source = sources_by_id(l->src, stmt_int(st, 5)), .rank = w->rank, .bar = ""};
	l->out->rated = true;
}

/* --- both ------------------------------------------------------------------------------------ */

static bool
each_row(struct loading *l, struct db *db, const char *query,
    void (*take)(struct loading *l, struct stmt *st), struct err *e)
{
	struct stmt *st = db_query(db, query, e);
	int rc = -1;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, l->out->role);
	while ((rc = stmt_step(st, e)) == 1)
		take(l, st);
	stmt_reset(st);
	return rc == 0;
}

static int
by_rank(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;

	if (x->field != y->field)
		return x->field ? 1 : -1;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* The list moves into the arena. */
static void
finish(struct loading *l)
{
	struct skillset *s = l->out;
	struct wanted *w = arena_alloc(l->a, (s->n + 1) * sizeof *w);

	if (s->n > 0) {
		memcpy(w, s->w, s->n * sizeof *w);
		qsort(w, s->n, sizeof *w, by_rank);
	}
	free(s->w);
	free(l->by);
	s->w = w;
	for (size_t i = 0; i < s->n; i++)
		s->own += !w[i].field && w[i].rank != RANK_SKIP;
	s->thin = s->own < SKILLSET_FEW;
}

static bool
load_name(struct skillset *out, struct db *db, struct arena *a, struct err *e)
{
	struct stmt *st = db_query(db, "skillset_role", e);
	int rc;

	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, out->role);
	rc = stmt_step(st, e);
	if (rc == 1) {
		out->slug = arena_dup(a, stmt_str(st, 0));
		out->title = arena_dup(a, stmt_str(st, 1));
	}
	stmt_reset(st);
	if (rc == 0)
		return err_set(e, ERR_NOTFOUND, "no role with row %lld", (long long)out->role);
	return rc == 1;
}

bool
skillset_load(struct skillset *out, struct db *db, const struct sources *src, int64_t role,
    struct arena *a, struct err *e)
{
	struct loading l = {.out = out, .src = src, .a = a};
	bool ok;

	*out = (struct skillset){.role = role};
	if (!load_name(out, db, a, e))
		return false;
	ok = each_row(&l, db, "skillset_tiers", take_tier, e);
	end_skill(&l);
	if (ok && out->n == 0)
		ok = each_row(&l, db, "skillset_ratings", take_rating, e);
	finish(&l);
	return ok;
}

const struct wanted *
skillset_find(const struct skillset *s, int64_t skill)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->w[i].skill == skill)
			return &s->w[i];
	return NULL;
}

/* Of the role's own. */
static double
weight_of(const struct skillset *s, int64_t skill)
{
	const struct wanted *w = skillset_find(s, skill);

	return w != NULL && !w->field ? w->weight : 0;
}

double
skillset_alike(const struct skillset *a, const struct skillset *b)
{
	double smaller = 0, larger = 0;

	if (a->thin || b->thin || a->rated != b->rated)
		return NAN;
	for (size_t i = 0; i < a->n; i++) {
		double other = weight_of(b, a->w[i].skill);

		if (a->w[i].field)
			continue;
		smaller += fmin(a->w[i].weight, other);
		larger += fmax(a->w[i].weight, other);
	}
	for (size_t i = 0; i < b->n; i++)
		if (!b->w[i].field && weight_of(a, b->w[i].skill) <= 0)
			larger += b->w[i].weight;
	return larger > 0 ? smaller / larger : NAN;
}
