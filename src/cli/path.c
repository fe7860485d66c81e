/* path.c - `career path FROM TO`: the cheapest way from role to role. */
#include "career/page/path.h"

#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"

#include <string.h>

static const char *const edges[PATH_EDGES] = {
    [EDGE_STATED] = "stated",
    [EDGE_LADDER] = "ladder",
    [EDGE_RELATED] = "related",
    [EDGE_ALIKE] = "alike",
    [EDGE_OWN] = "covered",
    [EDGE_NEAREST] = "nearest",
    [EDGE_FAR] = "far",
};

static const struct out_column columns[] = {
    {"step", "Step", true, 4},
    {"from", "From", false, 24},
    {"to", "To", false, 28},
    {"key", "Key", false, 0},
    {"by", "By", false, 8},
    {"source", "Source", false, 20},
    {"alike", "Alike", true, 5},
    {"gap", "Gap", true, 5},
    {"missing", "Missing", false, 36},
    {"cost", "Cost", true, 8},
    {"currency", "Currency", false, 0},
    {"months", "Months", true, 6},
    {"route", "Route", false, 28},
    {"zone", "Job zone", true, 8},
};

struct asked {
	struct cli *c;
	struct reader *r;
	struct arena a;
	struct path_ask ask;
	struct path path;
	struct skillset from, to; /* their titles */
};

static struct cell
number(struct arena *a, double v)
{
	if (v != v)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.6g", v)};
}

static void
print_step(struct asked *q, struct out *o, const struct path_step *s, size_t i)
{
	const char **missing = arena_alloc(&q->a, (s->nmissing + 1) * sizeof *missing);
	struct cell none = {.kind = CELL_ABSENT};

	for (size_t k = 0; k < s->nmissing; k++)
		missing[k] = s->missing[k].w->slug;
	out_row(o,
	    (const struct cell[]){number(&q->a, (double)i),
		s->from != 0 ? out_text(s->from_slug) : out_text("me"), out_text(s->to_title),
		out_text(s->to_slug), out_text(edges[s->edge]),
		s->source != NULL ? out_text(s->source->key) : none, number(&q->a, s->alike),
		number(&q->a, s->gap), {.kind = CELL_LIST, .items = missing, .nitems = s->nmissing},
		number(&q->a, s->cost), s->cost == s->cost ? out_text("USD") : none,
		number(&q->a, s->months), s->route != NULL ? out_text(s->route->name) : none,
		s->zone != 0 ? number(&q->a, s->zone) : none});
}

static void
print_table(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < q->path.n; i++)
		print_step(q, &o, &q->path.step[i], i + 1);
	out_end(&o);
}

static void
print(struct asked *q)
{
	const struct path_page pp = {.path = &q->path,
	    .from = q->ask.from != 0 ? q->from.title : "",
	    .to = q->to.title,
	    .to_slug = q->to.slug,
	    .nothing = q->ask.from == 0 && q->ask.have.n == 0,
	    .how = "Nothing is said of your skills yet: `career skills set python`, or --have "
		   "python,sql for once.",
	    .turn = ""};
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;

	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q);
		return;
	}
	page_init(&p, &opts);
	page_path(&p, q->r, &pp);
	cli_print_page(q->c, &p);
	page_free(&p);
}

/* "me" is oneself. */
static bool
find_ends(struct asked *q, struct err *e)
{
	const char *const *args = q->c->cmd->args;
	struct db *db = q->r->db;

	if (strcmp(args[0], "me") != 0
	    && (!cli_find_role(db, args[0], &q->ask.from, e)
		|| !skillset_load(&q->from, db, &q->r->sources, q->ask.from, &q->a, e)))
		return false;
	return cli_find_role(db, args[1], &q->ask.to, e)
	    && skillset_load(&q->to, db, &q->r->sources, q->ask.to, &q->a, e);
}

/* From a role only what --have names comes along: another's way is asked for. */
static bool
find_haves(struct asked *q, struct err *e)
{
	if (q->ask.from != 0 && q->c->cmd->have == NULL)
		return true;
	return cli_haves(q->c, q->r->db, &q->ask.have, &q->a, e);
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r};
	bool ok;

	q.ask.by = (enum path_by)c->cmd->by;
	q.ask.occupations = c->cmd->occupations;
	arena_init(&q.a);
	ok = find_ends(&q, e) && find_haves(&q, e)
	    && path_find(&q.path, r->db, &r->sources, &q.ask, &q.a, e);
	if (ok)
		print(&q);
	if (ok && q.path.far) {
		*e = (struct err){.code = ERR_NOTFOUND};
		ok = false;
	}
	arena_free(&q.a);
	return ok;
}

bool
verb_path(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
