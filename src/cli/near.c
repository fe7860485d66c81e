/* near.c - `career near [ROLE]`: roles that want nearly the same skills. */
#include "career/page/near.h"

#include "career/base/mem.h"
#include "career/cli/cli.h"
#include "career/out/out.h"

enum { FEW = 15 };

static const struct out_column columns[] = {
    {"role", "Role", false, 32},
    {"key", "Key", false, 0},
    {"ruler", "Ruler", false, 10},
    {"alike", "Alike", true, 6},
    {"shared", "Shared", true, 6},
    {"wants", "Wants", true, 6},
    {"besides", "Wants besides", false, 24},
    {"pay", "Pay", false, 22},
    {"education", "Education", false, 20},
    {"education_here", "Here", false, 20},
    {"zone", "Job zone", true, 8},
    {"zone_here", "Zone here", true, 8},
    {"through", "Through", false, 24},
};

struct asked {
	struct cli *c;
	struct reader r;
	struct arena a;
	struct skillset of;
	struct nears near;
	bool occupations; /* of sets too: asked for, or it is one */
};

static struct cell
count(struct arena *a, double v, const char *fmt_absent)
{
	if (fmt_absent != NULL && v <= 0)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.4g", v)};
}

/* "bachelor's to master's" */
static struct cell
degrees(struct arena *a, const struct degree_span *d)
{
	if (d->high == DEGREE_UNSAID)
		return (struct cell){.kind = CELL_ABSENT};
	if (d->low == d->high)
		return out_text(degree_word(d->low));
	return out_text(arena_printf(a, "%s to %s", degree_word(d->low), degree_word(d->high)));
}

static bool
print_row(struct asked *q, struct out *o, const struct near *n, const char *ruler, struct err *e)
{
	struct buf pay = BUF_INIT;
	bool ok = near_pay(&q->r, n->role, &pay, e);

	if (ok)
		out_row(o,
		    (const struct cell[]){out_text(n->title), out_text(n->slug), out_text(ruler),
			count(&q->a, n->alike, NULL), count(&q->a, (double)n->shared, NULL),
			count(&q->a, (double)n->own, NULL), out_text(n->first_other),
			out_text(pay.data), degrees(&q->a, &n->degree),
			degrees(&q->a, &q->near.degree), count(&q->a, n->zone, ""),
			count(&q->a, n->zone_from, ""), out_text(n->through)});
	buf_free(&pay);
	return ok;
}

static bool
print_table(struct asked *q, struct err *e)
{
	struct cli *c = q->c;
	struct out o = cli_table(c, columns, sizeof columns / sizeof *columns, true);
	bool ok = true;

	out_begin(&o);
	for (size_t i = 0; ok && i < q->near.roles.n; i++)
		ok = print_row(q, &o, &q->near.roles.near[i], "tiers", e);
	for (size_t i = 0; ok && i < q->near.occupations.n; i++)
		ok = print_row(q, &o, &q->near.occupations.near[i], "importance", e);
	out_end(&o);
	return ok;
}

static bool
print(struct asked *q, struct err *e)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;
	bool ok;

	if (cmdline_said(q->c->cmd, OPT_FORMAT))
		return print_table(q, e);
	page_init(&p, &opts);
	ok = page_near(&p, &q->r, &q->of, &q->near, q->occupations, e);
	if (ok)
		cli_print_page(q->c, &p);
	page_free(&p);
	return ok;
}

static bool
load_near(struct asked *q, int64_t role, struct err *e)
{
	long limit = q->c->cmd->limit;

	q->occupations = q->c->cmd->occupations || q->of.rated;
	return near_load(
	    &q->near, q->r.db, role, q->occupations, limit >= 0 ? (size_t)limit : FEW, &q->a, e);
}

bool
verb_near(struct cli *c, struct err *e)
{
	struct asked q = {.c = c};
	struct db *db = cli_catalog(c, e);
	bool ok = db != NULL && reader_open(&q.r, db, e);
	int64_t role = 0;

	if (ok) {
		arena_init(&q.a);
		ok = cli_role_asked(c, db, &role, e)
		    && skillset_load(&q.of, db, &q.r.sources, role, &q.a, e)
		    && load_near(&q, role, e) && print(&q, e);
		arena_free(&q.a);
		reader_close(&q.r);
	}
	db_close(db);
	return ok;
}
