/* changes.c - `career changes [accept]`: what has changed of the things on the shortlist since they were put there. */
#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/page/changes.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct out_column columns[] = {
    {"list", "List", false, 8},
    {"key", "Key", false, 0},
    {"title", "Title", false, 30},
    {"change", "Change", false, 9},
    {"measure", "Measure", false, 20},
    {"was", "Was", false, 16},
    {"is", "Is", false, 16},
    {"was_low", "Was from", true, 0},
    {"was_high", "Was to", true, 0},
    {"is_low", "Is from", true, 0},
    {"is_high", "Is to", true, 0},
    {"unit", "Unit", false, 0},
    {"source", "Source", false, 16},
    {"since", "Since", false, 20},
};

struct asked {
	struct cli *c;
	struct reader *r;
	struct arena a;
	struct changed_items all;
};

static struct cell
number(struct arena *a, double v)
{
	if (v != v)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.10g", v)};
}

static void
print_row(
    struct asked *q, struct out *o, const struct changed_item *x, const struct headline_change *c)
{
	static const char *const turns[] = {[HEADLINE_CHANGED] = "changed",
	    [HEADLINE_NEW] = "new",
	    [HEADLINE_NO_MORE] = "no-more",
	    [HEADLINE_GONE] = "gone"};
	static const struct headline_figure none = {
	    .says = "", .low = NAN, .high = NAN, .unit = "", .source = ""};
	const struct headline_figure *was = c->was != NULL ? c->was : &none;
	const struct headline_figure *is = c->is != NULL ? c->is : &none;

	out_row(o,
	    (const struct cell[]){out_text(x->list), out_text(x->key), out_text(x->title),
		out_text(turns[c->turn]), out_text(c->measure), out_text(was->says),
		out_text(is->says), number(&q->a, was->low), number(&q->a, was->high),
		number(&q->a, is->low), number(&q->a, is->high),
		out_text(c->is != NULL ? is->unit : was->unit),
		out_text(c->is != NULL ? is->source : was->source), out_text(x->added)});
}

static void
print_table(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < q->all.n; i++)
		for (size_t k = 0; k < q->all.item[i].changes.n; k++)
			print_row(q, &o, &q->all.item[i], &q->all.item[i].changes.c[k]);
	out_end(&o);
}

static bool
print(struct asked *q, struct err *e)
{
	struct profile *kept = cli_profile(q->c);
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;
	bool ok = changes_read(&q->all, q->r->db, &q->r->sources, kept, &q->a, e);

	profile_close(kept);
	if (ok && cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q);
	} else if (ok) {
		opts.details = q->c->cmd->all;
		page_init(&p, &opts);
		page_changes(&p, &q->all);
		page_close(&p);
		cli_print_page(q->c, &p);
		page_free(&p);
	}
	return ok;
}

/* Today's figures in place of those that were stored. */
static bool
accept(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct asked *q = ctx;
	size_t n = 0;
	bool ok = changes_read(&q->all, q->r->db, &q->r->sources, p, &q->a, e)
	    && changes_accept(p, &q->all, &n, e);
	char said[64];

	snprintf(said, sizeof said, "%zu thing%s with today's figures", n, n == 1 ? "" : "s");
	if (ok)
		cli_say(c, said);
	return ok;
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r};
	const char *what = c->cmd->nargs > 0 ? c->cmd->args[0] : NULL;
	bool ok;

	arena_init(&q.a);
	if (what == NULL)
		ok = print(&q, e);
	else if (strcmp(what, "accept") == 0)
		ok = cli_write(c, accept, &q, e);
	else
		ok = err_set(e, ERR_USAGE,
		    "career changes prints what has changed, career changes accept takes today's figures "
		    "for known; not '%.60s'",
		    what);
	arena_free(&q.a);
	return ok;
}

bool
verb_changes(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
