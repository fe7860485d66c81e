/*
 * mine.c - `career skills mine`: what one says of one's skills; `career skills from ROLE`: what a job proposes.
 *
 * `from ROLE` names the present job and prints its skills; with `all` behind it those of which nothing was said are had
 * from now on. `from none` names none.
 */
#include "career/page/mine.h"

#include "career/out/out.h"
#include "skills.h"

#include <stdlib.h>
#include <string.h>

struct asked {
	struct cli *c;
	struct reader *r;
	struct profile *p;
	struct arena a;
	struct mine mine;
	struct skillset to, from;
};

/* A role that a setting names; false: none, or one that the catalog no longer has. */
static bool
kept_role(struct asked *q, const char *setting, struct skillset *out)
{
	char *slug = q->p != NULL ? profile_get(q->p, setting) : NULL;
	struct err e;
	int64_t id;
	bool ok = slug != NULL && cli_find_role(q->r->db, slug, &id, &e)
	    && skillset_load(out, q->r->db, &q->r->sources, id, &q->a, &e);

	free(slug);
	return ok;
}

/* --- as a table ------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"key", "Key", false, 0},
    {"skill", "Skill", false, 32},
    {"state", "State", false, 9},
    {"level", "Level", true, 5},
    {"catalog", "In the catalog", false, 8},
    {"wanted", "Wanted", false, 10},
};

static struct cell
level_cell(struct arena *a, double level)
{
	if (level < 0)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.0f", level)};
}

static void
print_row(struct asked *q, struct out *o, const struct mine_skill *s, const struct skillset *by)
{
	const struct wanted *w = by != NULL && s->id != 0 ? skillset_find(by, s->id) : NULL;

	out_row(o,
	    (const struct cell[]){out_text(s->slug), out_text(s->name),
		s->how == HAVE_NOT ? (struct cell){.kind = CELL_ABSENT}
				   : out_text(having_word(s->how)),
		level_cell(&q->a, s->level), out_text(s->id != 0 ? "there" : "gone"),
		w != NULL ? out_text(skill_rank_word(w->rank))
			  : (struct cell){.kind = CELL_ABSENT}});
}

static void
print_mine(struct asked *q, const struct skillset *to)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < q->mine.n; i++)
		print_row(q, &o, &q->mine.skill[i], to);
	out_end(&o);
}

static void
print_proposed(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);
	const struct skillset *s = &q->from;

	out_begin(&o);
	for (size_t i = 0; i < s->n; i++) {
		const struct mine_skill *m = mine_skill(&q->mine, s->w[i].slug);
		struct mine_skill none = {s->w[i].skill, s->w[i].slug, s->w[i].name, HAVE_NOT, -1};

		if (!s->w[i].field && s->w[i].rank != RANK_SKIP)
			print_row(q, &o, m != NULL ? m : &none, s);
	}
	out_end(&o);
}

/* --- mine ------------------------------------------------------------------------------------- */

static bool
mine_print(struct asked *q, struct err *e)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct mine_page m = {.mine = &q->mine};
	char *job = NULL;
	struct page p;

	if (!mine_read(&q->mine, q->r->db, q->p, &q->a, e))
		return false;
	m.to = kept_role(q, "role", &q->to) ? &q->to : NULL;
	m.from = kept_role(q, "from", &q->from) ? &q->from : NULL;
	job = m.from == NULL && q->p != NULL ? profile_get(q->p, "from") : NULL;
	m.gone = job;
	m.how =
	    "career skills set python sql=partly says what you have; career skills from ROLE asks "
	    "for what your job takes.";
	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_mine(q, m.to);
	} else {
		page_init(&p, &opts);
		page_mine(&p, &m);
		cli_print_page(q->c, &p);
		page_free(&p);
	}
	free(job);
	return true;
}

static bool
run_mine(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r, .p = cli_profile(c)};
	bool ok;

	arena_init(&q.a);
	ok = mine_print(&q, e);
	arena_free(&q.a);
	profile_close(q.p);
	return ok;
}

bool
skills_mine(struct cli *c, struct err *e)
{
	if (c->cmd->nargs > 1)
		return err_set(e, ERR_USAGE, "career skills mine takes nothing behind it");
	return cli_read(c, run_mine, e);
}

/* --- from a job ------------------------------------------------------------------------------- */

/* The command that says it of all that is open, to be shortened. */
static void
say_next(struct asked *q)
{
	struct buf b = BUF_INIT;

	if (proposals_open(&q->mine, &q->from) == 0)
		return;
	buf_adds(&b,
	    "Nothing is taken as had until you say so: career skills set KEY KEY=partly ...; all "
	    "that is open: career skills from ");
	buf_addf(&b, "%s all", q->from.slug);
	cli_say(q->c, b.data);
	buf_free(&b);
}

static bool
have_all(struct asked *q, struct err *e)
{
	const struct skillset *s = &q->from;
	bool ok = true;

	for (size_t i = 0; ok && i < s->n; i++)
		if (!s->w[i].field && s->w[i].rank != RANK_SKIP
		    && mine_skill(&q->mine, s->w[i].slug) == NULL)
			ok = profile_skill_set(q->p,
			    &(struct kept_skill){
				s->w[i].slug, s->w[i].name, having_word(HAVE_YES), -1},
			    e);
	return ok && mine_read(&q->mine, q->r->db, q->p, &q->a, e);
}

static void
from_print(struct asked *q)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;

	if (cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_proposed(q);
		return;
	}
	page_init(&p, &opts);
	page_proposals(&p, &q->mine, &q->from);
	cli_print_page(q->c, &p);
	page_free(&p);
}

static bool
from_role(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	int64_t id;
	bool ok = cli_find_role(q->r->db, cmd->args[1], &id, e)
	    && skillset_load(&q->from, q->r->db, &q->r->sources, id, &q->a, e)
	    && profile_set(q->p, "from", q->from.slug, e)
	    && mine_read(&q->mine, q->r->db, q->p, &q->a, e) && (cmd->nargs < 3 || have_all(q, e));

	if (ok) {
		from_print(q);
		say_next(q);
	}
	return ok;
}

static bool
write_from(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct asked *q = ctx;

	q->p = p;
	return strcmp(c->cmd->args[1], "none") == 0 ? profile_set(p, "from", NULL, e)
						    : from_role(q, e);
}

static bool
run_from(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r};
	bool ok;

	arena_init(&q.a);
	ok = cli_write(c, write_from, &q, e);
	arena_free(&q.a);
	return ok;
}

bool
skills_from(struct cli *c, struct err *e)
{
	const struct cmdline *cmd = c->cmd;

	if (cmd->nargs < 2 || cmd->nargs > 3
	    || (cmd->nargs == 3 && strcmp(cmd->args[2], "all") != 0))
		return err_set(e, ERR_USAGE,
		    "career skills from ROLE proposes its skills; from ROLE all takes those as had of which "
		    "nothing is said; from none: no job");
	return cli_read(c, run_from, e);
}
