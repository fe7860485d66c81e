/*
 * routes.c - `career routes [ROLE|SKILL]`: the ways to a role and to what is missing for it, or to one skill.
 *
 * What one has is what the profile keeps. A skill is on the way to the role of --role, else to the one that was chosen
 * on the screen, else to none in particular.
 */
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/routes.h"

#include <math.h>
#include <stdlib.h>

struct asked {
	struct cli *c;
	struct reader *r;
	struct profile *p;
	struct arena a;
	struct skillset to;
	struct gap gap;
	struct routes_shown shown;
	struct skill_routes skill;
};

static const struct out_column columns[] = {
    {"skill", "Skill", false, 20},
    {"tier", "Tier", false, 0},
    {"kind", "Kind", false, 13},
    {"name", "Name", false, 40},
    {"key", "Key", false, 0},
    {"school", "School", false, 0},
    {"award", "Award", false, 0},
    {"names", "Names", false, 14},
    {"cost", "Cost", true, 9},
    {"cost_to", "to", true, 9},
    {"currency", "Currency", false, 0},
    {"basis", "Basis", false, 0},
    {"months", "Months", true, 6},
    {"months_to", "to", true, 6},
    {"exam", "Exam", false, 0},
    {"source", "Source", false, 20},
    {"source_key", "Source key", false, 0},
    {"cost_source", "Cost stated by", false, 0},
    {"months_source", "Length stated by", false, 0},
};

static struct cell
number(struct asked *q, double v)
{
	if (isnan(v))
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){
	    .kind = CELL_NUMBER, .text = arena_printf(&q->a, "%.10g", round(100 * v) / 100)};
}

static struct cell
key_of(const struct source *s)
{
	return out_text(s != NULL ? s->key : "");
}

static void
print_route(struct asked *q, struct out *o, const struct route *r, const struct gap_row *g)
{
	bool priced = isnan(r->cost.low) && !isnan(r->price);
	const char *skill = g != NULL ? g->w->name : q->skill.name != NULL ? q->skill.name : "";

	out_row(o,
	    (const struct cell[]){out_text(skill),
		out_text(g != NULL ? skill_rank_word(g->w->rank) : ""),
		out_text(route_kind_word(r->kind)), out_text(r->name),
		out_text(r->row != 0 ? r->slug : r->program),
		out_text(r->row != 0 ? "" : r->summary), out_text(r->award), out_text(r->teaches),
		number(q, priced ? r->price : r->cost.low),
		number(q, priced ? r->price : r->cost.high),
		out_text(!isnan(r->cost.low) ? "USD"
			: priced             ? r->currency
					     : ""),
		out_text(r->basis), number(q, r->months.low), number(q, r->months.high),
		out_text(r->exam ? "yes" : "no"),
		out_text(r->source != NULL ? r->source->short_name : ""), key_of(r->source),
		key_of(r->cost.source), key_of(r->months.source)});
}

/* Of a role its ways, then what names each missing skill. */
static void
print_table(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);
	const struct routes *r = q->skill.name != NULL ? &q->skill.routes : &q->shown.role;

	out_begin(&o);
	for (size_t i = 0; i < r->n; i++)
		print_route(q, &o, &r->r[i], NULL);
	for (size_t i = 0; i < q->shown.nskill; i++)
		for (size_t k = 0; k < q->shown.skill[i].n; k++)
			if (q->shown.skill[i].r[k].teaches[0] != '\0')
				print_route(q, &o, &q->shown.skill[i].r[k], &q->shown.gap->row[i]);
	out_end(&o);
}

static bool
print(struct asked *q, struct err *e)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;
	bool ok = true;

	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q);
		return true;
	}
	opts.details = q->c->cmd->explain;
	page_init(&p, &opts);
	if (q->skill.name != NULL)
		page_skill_routes(&p, &q->skill);
	else
		ok = page_routes(&p, q->r, &q->shown, e);
	if (ok)
		cli_print_page(q->c, &p);
	page_free(&p);
	return ok;
}

static bool
of_role(struct asked *q, int64_t id, struct err *e)
{
	struct mine m;

	if (!skillset_load(&q->to, q->r->db, &q->r->sources, id, &q->a, e)
	    || !mine_read(&m, q->r->db, q->p, &q->a, e))
		return false;
	gap_make(&q->gap, &q->to, &m.have, &q->a);
	return routes_load(&q->shown, q->r, &q->to, &q->gap, &q->a, e) && print(q, e);
}

/* The role that a skill is on the way to; 0 none. One that was chosen and is gone is none. */
static bool
way_to(struct asked *q, int64_t *id, struct err *e)
{
	char *kept = q->c->cmd->role == NULL && q->p != NULL ? profile_get(q->p, "role") : NULL;
	struct err gone;

	*id = 0;
	if (kept != NULL && !cli_find_role(q->r->db, kept, id, &gone))
		*id = 0;
	free(kept);
	return q->c->cmd->role == NULL || cli_find_role(q->r->db, q->c->cmd->role, id, e);
}

static bool
of_skill(struct asked *q, int64_t id, struct err *e)
{
	struct stmt *st = db_query(q->r->db, "skill_named", e);
	int64_t role;

	if (st == NULL || !way_to(q, &role, e))
		return false;
	stmt_bind_int(st, 1, id);
	if (stmt_step(st, e) == 1) {
		q->skill.slug = arena_dup(&q->a, stmt_str(st, 0));
		q->skill.name = arena_dup(&q->a, stmt_str(st, 1));
	}
	stmt_reset(st);
	q->skill.role = "";
	if (role != 0) {
		if (!skillset_load(&q->to, q->r->db, &q->r->sources, role, &q->a, e))
			return false;
		q->skill.role = q->to.title;
	}
	return routes_of_skill(&q->skill.routes, q->r->db, &q->r->sources, id, role, &q->a, e)
	    && print(q, e);
}

static bool
find(struct asked *q, enum thing *kind, int64_t *id, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	char *kept = cmd->nargs == 0 && q->p != NULL ? profile_get(q->p, "role") : NULL;
	const char *key = cmd->nargs > 0 ? cmd->args[0] : kept;
	bool ok = key != NULL
	    ? thing_find(q->r->db, key, kind, id, e)
	    : err_set(e, ERR_USAGE,
		"which role or skill? career routes ROLE; without one it takes the role that you chose on "
		"the screen");

	if (ok && *kind != THING_ROLE && *kind != THING_SKILL)
		ok = err_set(e, ERR_USAGE, "'%s' is no role and no skill", key);
	free(kept);
	return ok;
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r, .p = cli_profile(c)};
	enum thing kind = THING_KINDS;
	int64_t id = 0;
	bool ok;

	arena_init(&q.a);
	ok = find(&q, &kind, &id, e)
	    && (kind == THING_ROLE ? of_role(&q, id, e) : of_skill(&q, id, e));
	arena_free(&q.a);
	profile_close(q.p);
	return ok;
}

bool
verb_routes(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
