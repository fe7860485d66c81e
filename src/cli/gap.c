/*
 * gap.c - `career gap ROLE`: what is missing for a role, in the order to learn it.
 *
 * What one has: what the profile keeps; --have names skills in place of that, --from a role whose skills one has.
 */
#include "career/base/file.h"
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/gap.h"
#include "career/store/profile.h"

#include <stdlib.h>
#include <string.h>

struct asked {
	struct cli *c;
	struct reader r;
	struct arena a;
	struct skillset to, from;
	struct haves have;
	size_t cap;
	const char *whose;
};

static bool
load_role(struct asked *q, const char *key, struct skillset *out, struct err *e)
{
	int64_t id;

	return cli_find_role(q->r.db, key, &id, e)
	    && skillset_load(out, q->r.db, &q->r.sources, id, &q->a, e);
}

/* "python,sql=partly": a skill is had wholly unless something else is said. */
static bool
take_have(struct asked *q, char *word, struct err *e)
{
	char *how = strchr(word, '=');
	enum having h = HAVE_YES;
	int64_t id;

	if (how != NULL) {
		*how++ = '\0';
		h = having_of(how);
		if (h == HAVE_COUNT)
			return err_set(e, ERR_USAGE,
			    "--have %s=%s: it is have, partly, learning, want or no", word, how);
	}
	if (!cli_find_skill(q->r.db, word, &id, e))
		return err_prefix(e, "--have");
	q->have.h[q->have.n++] = (struct have){id, h, -1};
	return true;
}

static bool
take_haves(struct asked *q, const char *list, struct err *e)
{
	char *text = arena_dup(&q->a, list), *save = NULL;
	struct have *h = arena_alloc(&q->a, (q->have.n + strlen(list) + 1) * sizeof *h);
	bool ok = true;

	if (q->have.n > 0)
		memcpy(h, q->have.h, q->have.n * sizeof *h);
	q->have.h = h;
	for (char *word = strtok_r(text, ",", &save); ok && word != NULL;
	     word = strtok_r(NULL, ",", &save)) {
		word += strspn(word, " ");
		ok = *word == '\0' || take_have(q, word, e);
	}
	return ok;
}

static void
take_skill(void *ctx, const struct kept_skill *k)
{
	struct asked *q = ctx;
	struct err e;
	struct stmt *st = db_query(q->r.db, "thing_skill", &e);

	if (st == NULL)
		return;
	stmt_bind_text(st, 1, k->skill);
	if (stmt_step(st, &e) == 1) {
		q->have.h = mem_reserve(q->have.h, &q->cap, q->have.n + 1, sizeof *q->have.h);
		q->have.h[q->have.n++] =
		    (struct have){stmt_int(st, 0), having_of(k->state), k->level};
	}
	stmt_reset(st);
}

/* A profile that cannot be read is no reason to say nothing. */
static bool
take_kept(struct asked *q, struct err *e)
{
	char *path = profile_find(q->c->cmd->options.profile);
	struct profile *p = path != NULL && file_exists(path) ? profile_open(path, e) : NULL;
	struct have *h;

	if (p != NULL)
		profile_skills(p, take_skill, q, e);
	else if (e->text[0] != '\0')
		cli_say(q->c, e->text);
	err_clear(e);
	profile_close(p);
	free(path);
	h = arena_alloc(&q->a, (q->have.n + 1) * sizeof *h);
	if (q->have.n > 0)
		memcpy(h, q->have.h, q->have.n * sizeof *h);
	free(q->have.h);
	q->have.h = h;
	return true;
}

static bool
load(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;

	q->whose = "You";
	if (!load_role(q, cmd->args[0], &q->to, e))
		return false;
	if (cmd->from != NULL) {
		if (!load_role(q, cmd->from, &q->from, e))
			return false;
		haves_of_role(&q->have, &q->from, &q->a);
		q->whose = q->from.title;
	}
	if (cmd->have != NULL)
		return take_haves(q, cmd->have, e);
	return cmd->from != NULL || cmd->options.guest || take_kept(q, e);
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
	page_gap(&p, &g, q->whose);
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
