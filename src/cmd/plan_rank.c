/* plan_rank.c - Plan's section Rank: roles by one's own weights, which + and - change. */
#include "career/page/rank.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 20 };

/* What is read from the catalog, until it or the profile says something else; weights are weighed anew at each look. */
struct plan_rank {
	unsigned turn;
	struct rank_choice choice;
	struct arena arena;
	struct ranking k;
	bool shortlist; /* there are several roles on it, and they are what is ranked */
	bool has_sets;  /* occupations with ratings */
	size_t line[RANK_PARTS + 1];
};

void
plan_rank_forget(struct plan_state *s)
{
	if (s->rank == NULL)
		return;
	arena_free(&s->rank->arena);
	free(s->rank);
	s->rank = NULL;
}

static bool
has_sets(struct app *a)
{
	struct err e;
	struct stmt *st = db_query(a->db, "near_any_ratings", &e);
	bool has = st != NULL && stmt_step(st, &e) == 1 && stmt_int(st, 0) != 0;

	if (st != NULL)
		stmt_reset(st);
	return has;
}

static bool
load(struct app *a, struct plan_rank *r, struct err *e)
{
	struct rank_ask ask = {.occupations = r->choice.occupations, .level = r->choice.level};
	int64_t *roles;

	r->has_sets = has_sets(a);
	rank_weights_kept(&ask.weights, a->profile);
	if (!r->choice.all && !r->choice.occupations) {
		if (!rank_shortlisted(&roles, &ask.n, a->db, a->profile, &r->arena, e))
			return false;
		r->shortlist = ask.n > 1;
		ask.roles = r->shortlist ? roles : NULL;
	}
	return rank_load(&r->k, a->db, &a->reader.sources, a->profile, &ask, &r->arena, e);
}

static bool
is_same(const struct rank_choice *x, const struct rank_choice *y)
{
	return x->all == y->all && x->occupations == y->occupations && x->level == y->level;
}

/* What is kept, weighed by the weights of now; NULL: a data error. */
static struct plan_rank *
find(struct app *a, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_rank *r = s->rank;
	unsigned turn = db_sources_turn(a->db);
	struct rank_weights w;

	if (r == NULL || r->turn != turn || !is_same(&r->choice, &s->rank_choice)) {
		plan_rank_forget(s);
		s->rank = r = mem_zero(1, sizeof *r);
		arena_init(&r->arena);
		r->turn = turn;
		r->choice = s->rank_choice;
		if (!load(a, r, e)) {
			plan_rank_forget(s);
			return NULL;
		}
	}
	rank_weights_kept(&w, a->profile);
	if (memcmp(&w, &r->k.weights, sizeof w) != 0)
		rank_weigh(&r->k, &w);
	return r;
}

/* What keys change here. */
static void
say_keys(struct app *a, const struct plan_rank *r, struct buf *out)
{
	const char *all = app_key_of(a, IN_DETAIL, "rank-all");

	buf_addf(out, "%s and %s on a weight change it.", app_key_of(a, IN_DETAIL, "plan-more"),
	    app_key_of(a, IN_DETAIL, "plan-less"));
	if (r->shortlist)
		buf_addf(out, " %s: all roles of packs.", all);
	else if (r->choice.all)
		buf_addf(out, " %s: your shortlist.", all);
	buf_addf(out, " %s: pay of another level.", app_key_of(a, IN_DETAIL, "rank-level"));
	if (r->has_sets)
		buf_addf(out,
		    r->choice.occupations ? " %s: without occupations." : " %s: with occupations.",
		    app_key_of(a, IN_DETAIL, "plan-occupations"));
}

/* The cursor goes to the weight that was changed, at first to the first one. */
static void
move_to_weight(struct app *a, const struct plan_rank *r)
{
	struct plan_state *s = plan_state(a);
	struct pane *p = &a->pane[SCREEN_PLAN];

	if (s->rank_follow > 0)
		p->detail.cursor = r->line[s->rank_follow - 1];
	else if (p->detail.cursor == 0 && p->detail.top == 0)
		p->detail.cursor = r->line[0];
	s->rank_follow = 0;
}

bool
plan_rank(struct app *a, struct page *page, struct err *e)
{
	struct plan_rank *r = find(a, e);
	struct rank_page shown;
	struct buf how = BUF_INIT;

	if (r == NULL)
		return false;
	say_keys(a, r, &how);
	shown = (struct rank_page){.k = &r->k,
	    .shortlist = r->shortlist,
	    .occupations = r->choice.occupations,
	    .most = a->details ? SIZE_MAX : MOST,
	    .how = how.data};
	page_rank(page, &shown);
	memcpy(r->line, shown.line, sizeof r->line);
	move_to_weight(a, r);
	buf_free(&how);
	return true;
}

/* --- weights ---------------------------------------------------------------------------------- */

static bool
keep(struct app *a, const struct rank_weights *w, struct err *e)
{
	struct buf text = BUF_INIT;
	bool ok;

	rank_weights_text(w, &text);
	ok = profile_set(a->profile, "weights", text.data, e)
	    || (app_profile_lost(a, e) && profile_set(a->profile, "weights", text.data, e));
	buf_free(&text);
	/* What else rests on weights reads them anew; what was read for this section stays. */
	app_stale(a);
	return ok;
}

/* The weight under the cursor; RANK_PARTS: none. */
static size_t
part_here(struct app *a)
{
	const struct plan_rank *r = plan_state(a)->rank;
	size_t at = a->pane[SCREEN_PLAN].detail.cursor, p = 0;

	while (p < RANK_PARTS && (r == NULL || at < r->line[p] || at >= r->line[p + 1]))
		p++;
	return p;
}

bool
plan_rank_step(struct app *a, int by, struct err *e)
{
	size_t p = part_here(a);
	struct rank_weights w;

	if (p == RANK_PARTS)
		return err_set(e, ERR_NOTFOUND, "no weight on this line: they stand under Weights");
	rank_weights_kept(&w, a->profile);
	if (w.w[p] + by < 0 || w.w[p] + by > RANK_WEIGHT_MAX)
		return err_set(e, ERR_USAGE, "weights go from 0 to %d", RANK_WEIGHT_MAX);
	w.w[p] += by;
	plan_state(a)->rank_follow = (int)p + 1;
	return keep(a, &w, e);
}

VERB(cmd_rank_weights)
{
	struct rank_weights w;

	if (*arg == '\0')
		rank_weights_default(&w);
	else {
		rank_weights_kept(&w, a->profile);
		if (!rank_weights_read(&w, arg, e))
			return false;
	}
	return plan_open(a, PLAN_RANK, e) && keep(a, &w, e);
}

/* --- what is ranked --------------------------------------------------------------------------- */

/* What stands above the weights may take more lines, or fewer. */
static bool
changed(struct app *a)
{
	size_t p = part_here(a);

	plan_state(a)->rank_follow = p < RANK_PARTS ? (int)p + 1 : 0;
	a->pane[SCREEN_PLAN].detail.valid = false;
	return true;
}

bool
plan_rank_occupations(struct app *a, struct err *e)
{
	struct rank_choice *c = &plan_state(a)->rank_choice;

	if (!c->occupations && !has_sets(a))
		return err_set(e, ERR_NOTFOUND,
		    "no occupations of imported sets in this catalog: `career get onet` imports them");
	c->occupations = !c->occupations;
	return changed(a);
}

VERB(cmd_rank_all)
{
	struct rank_choice *c = &plan_state(a)->rank_choice;

	(void)arg;
	if (!plan_only(a, "rank-all", e))
		return false;
	if (!c->all && (plan_state(a)->rank == NULL || !plan_state(a)->rank->shortlist))
		return err_set(e, ERR_NOTFOUND,
		    c->occupations
			? "these are all of them"
			: "these are all of them: put two roles or more on your shortlist to rank "
			  "those alone");
	c->all = !c->all;
	return changed(a);
}

VERB(cmd_rank_level)
{
	struct rank_choice *c = &plan_state(a)->rank_choice;
	int level = LEVEL_ENTRY;

	if (!plan_only(a, "rank-level", e))
		return false;
	while (
	    *arg != '\0' && level < LEVEL_COUNT && strcmp(level_word((enum level)level), arg) != 0)
		level++;
	if (level == LEVEL_COUNT)
		return err_set(e, ERR_USAGE,
		    "no level '%s': entry, mid, senior, staff, lead, executive or all", arg);
	if (*arg == '\0') {
		level = plan_state(a)->rank != NULL ? (int)plan_state(a)->rank->k.level + 1
						    : LEVEL_ENTRY;
		level = level == LEVEL_COUNT ? LEVEL_ENTRY : level;
	}
	c->level = (enum level)level;
	app_say(a, "pay of: %s", level_says(c->level));
	return changed(a);
}
