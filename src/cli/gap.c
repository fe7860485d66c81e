/*
 * gap.c - `career gap ROLE`: what is missing for a role, in the order to learn it.
 *
 * What one has: what the profile keeps; --have names skills in place of that, --from a role whose skills one has.
 */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/gap.h"

struct asked {
	struct cli *c;
	struct reader r;
	struct arena a;
	struct skillset to, from;
	struct haves have;
};

static bool
load_role(struct asked *q, const char *key, struct skillset *out, struct err *e)
{
	int64_t id;

	return cli_find_role(q->r.db, key, &id, e)
	    && skillset_load(out, q->r.db, &q->r.sources, id, &q->a, e);
}

/* What is said besides stands behind what the other role has. */
static void
add_haves(struct asked *q, const struct haves *more)
{
	struct have *h = arena_alloc(&q->a, (q->have.n + more->n + 1) * sizeof *h);

	for (size_t i = 0; i < q->have.n; i++)
		h[i] = q->have.h[i];
	for (size_t i = 0; i < more->n; i++)
		h[q->have.n + i] = more->h[i];
	q->have = (struct haves){h, q->have.n + more->n};
}

static bool
load(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	struct haves said;

	if (!load_role(q, cmd->args[0], &q->to, e))
		return false;
	if (cmd->from != NULL) {
		if (!load_role(q, cmd->from, &q->from, e))
			return false;
		haves_of_role(&q->have, &q->from, &q->a);
	}
	if (cmd->from != NULL && cmd->have == NULL)
		return true;
	if (!cli_haves(q->c, q->r.db, &said, &q->a, e))
		return false;
	add_haves(q, &said);
	return true;
}

/* --- output ---------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"tier", "Tier", false, 10},
    {"skill", "Skill", false, 32},
    {"key", "Key", false, 0},
    {"have", "Have", false, 8},
    {"counts", "Counts", false, 6},
    {"missing", "Missing", true, 7},
    {"weight", "Weight", true, 6},
    {"disputed", "Disputed", false, 8},
    {"importance", "Importance", true, 10},
    {"level", "Level", true, 5},
    {"bar", "Bar", false, 30},
    {"sources", "Sources", false, 30},
};

static struct cell
number(struct arena *a, double v)
{
	if (v != v)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.4g", v)};
}

static void
print_row(struct out *o, const struct gap_row *r, struct arena *a)
{
	const struct wanted *w = r->w;
	const char **names = arena_alloc(a, (w->nby + 1) * sizeof *names);
	size_t n = 0;

	for (size_t i = 0; i < w->nby; i++)
		names[n++] = arena_printf(a, "%s: %s%s", w->by[i].source->short_name,
		    skill_rank_word(w->by[i].rank), w->by[i].field ? " (field)" : "");
	out_row(o,
	    (const struct cell[]){out_text(skill_rank_word(w->rank)), out_text(w->name),
		out_text(w->slug), out_text(having_word(r->how)),
		out_text(r->counts ? "yes" : "no"), number(a, r->missing), number(a, w->weight),
		out_text(w->disputed ? "yes" : "no"), number(a, w->importance), number(a, w->level),
		out_text(w->bar), {.kind = CELL_LIST, .items = names, .nitems = n}});
}

static void
print_table(struct asked *q, const struct gap *g)
{
	struct cli *c = q->c;
	struct out o = cli_table(c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < g->n; i++)
		print_row(&o, &g->row[i], &q->a);
	out_end(&o);
}

static void
print(struct asked *q)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;
	struct gap g;

	gap_make(&g, &q->to, &q->have, &q->a);
	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q, &g);
		return;
	}
	page_init(&p, &opts);
	page_gap(&p, &g, q->c->cmd->from != NULL ? &q->from : NULL);
	cli_print_page(q->c, &p);
	page_free(&p);
}

bool
verb_gap(struct cli *c, struct err *e)
{
	struct asked q = {.c = c};
	struct db *db = cli_catalog(c, e);
	bool ok = db != NULL && reader_open(&q.r, db, e);

	if (ok) {
		arena_init(&q.a);
		ok = load(&q, e);
		if (ok)
			print(&q);
		arena_free(&q.a);
		reader_close(&q.r);
	}
	db_close(db);
	return ok;
}
