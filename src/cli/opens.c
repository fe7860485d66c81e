/* opens.c - `career opens`: which one skill more opens most roles. */
#include "career/page/opens.h"

#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"

enum { FEW = 15 };

static const struct out_column columns[] = {
    {"skill", "Skill", false, 32},
    {"key", "Key", false, 0},
    {"opens", "Opens", true, 5},
    {"musts", "Must in", true, 7},
    {"wanting", "Wanted by", true, 9},
    {"weight", "Weight", true, 6},
    {"roles", "Roles", false, 40},
};

static struct cell
number(struct arena *a, double v)
{
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.4g", v)};
}

static void
print_table(struct cli *c, const struct opens_list *l, struct arena *a)
{
	struct out o = cli_table(c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < l->n; i++) {
		const struct opens *s = &l->skill[i];
		const char **roles = arena_alloc(a, (s->nrole + 1) * sizeof *roles);

		for (size_t k = 0; k < s->nrole; k++)
			roles[k] = s->role[k].slug;
		out_row(&o,
		    (const struct cell[]){out_text(s->name), out_text(s->slug),
			number(a, (double)s->opens), number(a, (double)s->musts),
			number(a, (double)s->wanting), number(a, s->weight),
			{.kind = CELL_LIST, .items = roles, .nitems = s->nrole}});
	}
	out_end(&o);
}

static void
print(struct cli *c, const struct opens_list *l, bool nothing)
{
	const struct opens_page op = {.opens = l,
	    .occupations = c->cmd->occupations,
	    .nothing = nothing,
	    .how = "Nothing is said of your skills yet: `career skills set python`, or --have "
		   "python,sql for once.",
	    .turn = ""};
	struct page_opts opts = cli_page_opts(c);
	struct page p;

	page_init(&p, &opts);
	page_opens(&p, &op, true);
	cli_print_page(c, &p);
	page_free(&p);
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	size_t most = c->cmd->limit >= 0 ? (size_t)c->cmd->limit : FEW;
	struct opens_list list;
	struct haves have;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = cli_haves(c, r->db, &have, &a, e)
	    && opens_load(&list, r->db, &have, c->cmd->occupations, most, &a, e);
	if (ok && cmdline_said(c->cmd, OPT_FORMAT))
		print_table(c, &list, &a);
	else if (ok)
		print(c, &list, have.n == 0);
	if (ok && list.n == 0) {
		*e = (struct err){.code = ERR_NOTFOUND};
		ok = false;
	}
	arena_free(&a);
	return ok;
}

bool
verb_opens(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
