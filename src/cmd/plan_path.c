/* plan_path.c - Plan's section Path: from one's present job, else from what one has, to the current role. */
#include "career/page/path.h"

#include "plan_state.h"
#include "verbs.h"

#include <stdlib.h>
#include <string.h>

/* Made again for other ends, another measure, or when sources are switched. */
struct plan_path {
	struct path_ask ask;
	unsigned turn;
	struct arena arena;
	struct skillset from, to; /* their titles */
	struct path path;
};

void
plan_path_forget(struct plan_state *s)
{
	if (s->path == NULL)
		return;
	arena_free(&s->path->arena);
	free(s->path);
	s->path = NULL;
}

static bool
load(struct app *a, struct plan_path *p, struct err *e)
{
	const struct sources *src = &a->reader.sources;

	return (p->ask.from == 0 || skillset_load(&p->from, a->db, src, p->ask.from, &p->arena, e))
	    && skillset_load(&p->to, a->db, src, p->ask.to, &p->arena, e)
	    && path_find(&p->path, a->db, src, &p->ask, &p->arena, e);
}

/* Whoever works in the role already goes there from what one has. */
static const struct plan_path *
find(struct app *a, const struct mine *m, struct err *e)
{
	struct plan_state *s = plan_state(a);
	struct plan_path *p = s->path;
	unsigned turn = db_sources_turn(a->db);
	int64_t to = plan_role(a), from = plan_from(a);

	from = from == to ? 0 : from;
	if (p != NULL && p->ask.from == from && p->ask.to == to && p->ask.by == s->path_by
	    && p->turn == turn)
		return p;
	plan_path_forget(s);
	s->path = p = mem_zero(1, sizeof *p);
	arena_init(&p->arena);
	p->turn = turn;
	if (s->ways == NULL)
		s->ways = ways_new();
	p->ask = (struct path_ask){.from = from,
	    .to = to,
	    .by = s->path_by,
	    .have = m->have,
	    .spaces = &s->spaces,
	    .ways = s->ways};
	if (load(a, p, e))
		return p;
	plan_path_forget(s);
	return NULL;
}

/* Which measures there are, and the key that goes on to the next one. */
static void
say_turn(struct app *a, struct buf *out)
{
	enum path_by next = (enum path_by)((plan_state(a)->path_by + 1) % PATH_BYS);

	buf_addf(out, "%s: by %s.", app_key_of(a, IN_DETAIL, "path-by"), path_by_word(next));
	if (plan_from(a) == 0)
		buf_addf(out,
		    " Your job now is not named: %s on a role does, and the way begins there.",
		    app_key_on(a, SCREEN_ROLES, IN_LIST, "from-role"));
}

bool
plan_path(struct app *a, struct page *page, struct err *e)
{
	const struct mine *m = plan_role(a) != 0 ? plan_mine(a, e) : NULL;
	const struct plan_path *p;
	struct buf how = BUF_INIT, turn = BUF_INIT;
	struct path_page pp;

	if (plan_role(a) == 0) {
		plan_say_no_role(page);
		return true;
	}
	p = m != NULL ? find(a, m, e) : NULL;
	if (p == NULL)
		return false;
	plan_how_to_say(a, &how);
	say_turn(a, &turn);
	pp = (struct path_page){.path = &p->path,
	    .from = p->ask.from != 0 ? p->from.title : "",
	    .to = p->to.title,
	    .to_slug = p->to.slug,
	    .nothing = p->ask.from == 0 && m->have.n == 0,
	    .how = how.data,
	    .turn = turn.data};
	page_path(page, &a->reader, &pp);
	buf_free(&how);
	buf_free(&turn);
	return true;
}

VERB(cmd_path_by)
{
	struct plan_state *s = plan_state(a);
	enum path_by by =
	    *arg != '\0' ? path_by_of(arg) : (enum path_by)((s->path_by + 1) % PATH_BYS);

	if (by == PATH_BYS)
		return err_set(e, ERR_USAGE, "path-by %s: it is gap, cost or months", arg);
	if (!plan_only(a, "path-by", e))
		return false;
	s->path_by = by;
	app_say(a, "the way by %s", path_by_word(by));
	a->pane[SCREEN_PLAN].detail.valid = false;
	return true;
}
