/* conflicts.c - `career conflicts [ROLE]`: where sources contradict one another or themselves. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/conflict.h"
#include "career/out/out.h"
#include "career/page/conflicts.h"
#include "career/page/pages.h"

#include <stdlib.h>
#include <string.h>

struct printing {
	struct cli *c;
	struct out out;
	const char **sides, **names, **keys; /* room for the sides of any */
};

static const struct out_column columns[] = {
    {"kind", "Kind", false, 12},
    {"about", "About", false, 24},
    {"what", "What differs", false, 84},
    {"sides", "Sides", false, 40},
    {"why", "Why", false, 40},
    {"sources", "Sources", false, 24},
    {"keys", "Keys", false, 0},
};

/* The sources of all sides, each once. */
static size_t
list_sources(struct printing *p, const struct conflict *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->nsides; i++) {
		const struct source *s = x->side[i].source;
		size_t k = 0;

		while (k < n && strcmp(p->keys[k], s->key) != 0)
			k++;
		if (k < n)
			continue;
		p->names[n] = s->short_name;
		p->keys[n++] = s->key;
	}
	return n;
}

/* "guide 2025: $70K-95K" */
static void
list_sides(struct printing *p, const struct conflict *x, struct arena *a)
{
	for (size_t i = 0; i < x->nsides; i++)
		p->sides[i] =
		    arena_printf(a, "%s: %s", x->side[i].source->short_name, x->side[i].text);
}

static void
print_row(struct printing *p, const struct conflict *x, struct arena *a)
{
	size_t n = list_sources(p, x);

	list_sides(p, x, a);
	out_row(&p->out,
	    (const struct cell[]){
		out_text(conflict_word(x->kind)),
		out_text(x->about),
		out_text(x->what),
		{.kind = CELL_LIST, .items = p->sides, .nitems = x->nsides},
		out_text(x->why),
		{.kind = CELL_LIST, .items = p->names, .nitems = n},
		{.kind = CELL_LIST, .items = p->keys, .nitems = n},
	    });
}

/* "Machine Learning Engineer, pay: first job: ... Why: ..." */
static void
say_row(struct printing *p, const struct conflict *x)
{
	struct buf raw = BUF_INIT, safe = BUF_INIT;

	buf_addf(&raw, "%s, %s: %s.", x->title, conflict_says(x->kind), x->what);
	if (x->why[0] != '\0')
		buf_addf(&raw, " Why: %s.", x->why);
	text_safes(&safe, raw.data, p->c->ascii);
	buf_addf(&p->out.sink->buf, "%s\n", safe.data);
	sink_spill(p->out.sink);
	buf_free(&raw);
	buf_free(&safe);
}

/* "17 contradictions: pay 3, growth 2" */
static void
say_counts(struct printing *p, const struct conflicts *all)
{
	struct buf *b = &p->out.sink->buf;
	const char *between = ": ";

	buf_addf(b, "%zu contradiction%s", all->n, all->n == 1 ? "" : "s");
	for (int k = 0; k < CONFLICT_KINDS; k++) {
		if (all->count[k] == 0)
			continue;
		buf_addf(
		    b, "%s%s %zu", between, conflict_says((enum conflict_kind)k), all->count[k]);
		between = ", ";
	}
	buf_adds(b, "\n");
	sink_spill(p->out.sink);
}

/* The role of the argument; 0: all of them. */
static bool
find_role(struct cli *c, struct db *db, int64_t *role, struct err *e)
{
	*role = 0;
	return c->cmd->nargs == 0 || cli_find_role(db, c->cmd->args[0], role, e);
}

static void
print_rows(struct printing *p, const struct conflicts *all)
{
	int64_t most = p->c->cmd->limit; /* negative: no limit */
	size_t limit = most >= 0 && (uint64_t)most < all->n ? (size_t)most : all->n;
	struct arena a;

	arena_init(&a);
	for (size_t i = 0; i < limit; i++) {
		arena_reset(&a);
		if (p->c->cmd->options.plain)
			say_row(p, &all->c[i]);
		else
			print_row(p, &all->c[i], &a);
	}
	arena_free(&a);
}

static void
print_all(struct cli *c, const struct conflicts *all)
{
	struct printing p = {.c = c};
	bool table = !c->cmd->options.plain;
	size_t most = 0;

	for (size_t i = 0; i < all->n; i++)
		most = all->c[i].nsides > most ? all->c[i].nsides : most;
	p.sides = mem_zero(most + 1, sizeof *p.sides);
	p.names = mem_zero(most + 1, sizeof *p.names);
	p.keys = mem_zero(most + 1, sizeof *p.keys);
	p.out = cli_table(c, columns, sizeof columns / sizeof *columns, true);
	if (table)
		out_begin(&p.out);
	print_rows(&p, all);
	if (table)
		out_end(&p.out);
	if (c->tty && (!table || c->cmd->format == OUT_TABLE))
		say_counts(&p, all);
	free(p.sides);
	free(p.names);
	free(p.keys);
}

/* On a terminal a person reads: the page of the screen, unless a format is asked for. */
static bool
print_page(struct cli *c, struct db *db, int64_t role, const struct conflicts *all, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct stmt *st = role != 0 ? db_query(db, "role_by_id", e) : NULL;
	struct conflicts_opts o = {.slug = NULL};
	struct page p;
	bool ok = role == 0 || st != NULL;

	page_init(&p, &opts);
	if (st != NULL) {
		stmt_bind_int(st, 1, role);
		ok = stmt_step(st, e) == 1;
		o.slug = arena_dup(&p.arena, stmt_str(st, 0));
		o.title = arena_dup(&p.arena, stmt_str(st, 1));
		stmt_reset(st);
	}
	if (ok) {
		page_conflicts(&p, all, &o);
		page_close(&p);
		cli_print_page(c, &p);
	}
	page_free(&p);
	return ok;
}

/* The page also says that there is none. */
static bool
print(struct cli *c, struct db *db, int64_t role, const struct conflicts *all, struct err *e)
{
	const struct cmdline *cmd = c->cmd;
	bool page = c->tty && !cmd->options.plain && !cmdline_said(cmd, OPT_FORMAT)
	    && !cmdline_said(cmd, OPT_LIMIT);

	if (page && !print_page(c, db, role, all, e))
		return false;
	if (!page && all->n > 0)
		print_all(c, all);
	if (all->n == 0)
		*e = (struct err){.code = ERR_NOTFOUND};
	return all->n > 0;
}

bool
verb_conflicts(struct cli *c, struct err *e)
{
	struct db *db = cli_catalog(c, e);
	struct conflicts all = {.n = 0};
	struct reader r;
	int64_t role;
	bool ok = db != NULL && reader_open(&r, db, e);

	if (ok) {
		ok = find_role(c, db, &role, e) && conflicts_load(&all, db, &r.sources, role, e);
		ok = ok && print(c, db, role, &all, e);
		conflicts_free(&all);
		reader_close(&r);
	}
	db_close(db);
	return ok;
}
