/* plan.c - `career plan [ROLE]`: what one has, what is missing, what comes next. */
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/next.h"

static const struct out_column columns[] = {
    {"tier", "Tier", false, 10},
    {"of", "Of", true, 6},
    {"have", "Have", true, 6},
    {"partly", "Partly", true, 6},
    {"next", "Learn next", false, 40},
};

struct asked {
	struct cli *c;
	struct reader *r;
	struct profile *p;
	struct arena a;
	struct mine mine;
	struct next n;
};

/* One row a tier: how much of it one has, and what of it comes next. */
static void
print_table(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);
	const struct gap *g = &q->n.gap;

	out_begin(&o);
	for (int t = 0; t < RANK_SKIP; t++) {
		const char **names = arena_alloc(&q->a, (g->n + 1) * sizeof *names);
		size_t n = 0;

		for (size_t i = 0; i < g->n; i++)
			if (g->row[i].counts && g->row[i].missing > 0
			    && g->row[i].w->rank == (enum skill_rank)t)
				names[n++] = g->row[i].w->name;
		if (g->tier[t].of == 0)
			continue;
		out_row(&o,
		    (const struct cell[]){out_text(skill_rank_word((enum skill_rank)t)),
			{.kind = CELL_NUMBER, .text = arena_printf(&q->a, "%zu", g->tier[t].of)},
			{.kind = CELL_NUMBER, .text = arena_printf(&q->a, "%zu", g->tier[t].have)},
			{.kind = CELL_NUMBER,
			    .text = arena_printf(&q->a, "%zu", g->tier[t].partly)},
			{.kind = CELL_LIST, .items = names, .nitems = n}});
	}
	out_end(&o);
}

static bool
print(struct asked *q, struct err *e)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;
	bool ok;

	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q);
		return true;
	}
	page_init(&p, &opts);
	ok = page_plan_next(&p, q->r, &q->n, e);
	if (ok)
		cli_print_page(q->c, &p);
	page_free(&p);
	return ok;
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r, .p = cli_profile(c)};
	int64_t role = 0;
	bool ok;

	arena_init(&q.a);
	ok = cli_role_asked(c, r->db, &role, e) && mine_read(&q.mine, r->db, q.p, &q.a, e)
	    && next_load(&q.n, r, q.p, &q.mine, role, &q.a, e) && print(&q, e);
	arena_free(&q.a);
	profile_close(q.p);
	return ok;
}

bool
verb_plan(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
