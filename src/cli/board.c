/*
 * board.c - `career board [ROLE...]`: how ready one is for the roles of the shortlist, or for others.
 */
#include "career/page/board.h"

#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cli.h"
#include "career/model/mine.h"
#include "career/out/out.h"
#include "career/page/pages.h"

#include <stdlib.h>
#include <string.h>

struct asked {
	struct cli *c;
	struct reader *r;
	struct profile *p;
	struct arena a;
	int64_t *role;
	size_t n, cap, gone;
	struct mine mine;
	struct board board;
};

static const struct out_column columns[] = {
    {"role", "Role", false, 28},
    {"key", "Key", false, 0},
    {"skill", "Skill", false, 28},
    {"skill_key", "Skill key", false, 0},
    {"tier", "Tier", false, 10},
    {"state", "State", false, 12},
    {"thin", "Too little known", false, 0},
};

static void
add(struct asked *q, int64_t id)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->role[i] == id)
			return;
	q->role = mem_reserve(q->role, &q->cap, q->n + 1, sizeof *q->role);
	q->role[q->n++] = id;
}

/* A role that the catalog no longer has is counted. */
static void
take_item(void *ctx, const struct kept_item *i)
{
	struct asked *q = ctx;
	int64_t id;
	struct err gone;

	if (strcmp(i->list, "roles") != 0)
		return;
	if (cli_find_role(q->r->db, i->key, &id, &gone))
		add(q, id);
	else
		q->gone++;
}

static bool
find_roles(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	int64_t id;

	for (size_t i = 0; i < cmd->nargs; i++) {
		if (!cli_find_role(q->r->db, cmd->args[i], &id, e))
			return false;
		add(q, id);
	}
	if (cmd->nargs == 0 && q->p != NULL && !profile_items(q->p, take_item, q, e))
		return false;
	if (q->n == 0)
		return err_set(e, ERR_USAGE,
		    "which roles? none is on your shortlist: career board ROLE..., or first career "
		    "shortlist add ROLE");
	return true;
}

/* --- output ---------------------------------------------------------------------------------- */

static void
print_table(struct asked *q)
{
	struct out o = cli_table(q->c, columns, sizeof columns / sizeof *columns, true);

	out_begin(&o);
	for (size_t i = 0; i < q->board.n; i++) {
		const struct board_role *r = &q->board.role[i];

		for (size_t k = 0; k < r->gap.n; k++) {
			const struct gap_row *g = &r->gap.row[k];

			if (g->counts)
				out_row(&o,
				    (const struct cell[]){out_text(r->to.title),
					out_text(r->to.slug), out_text(g->w->name),
					out_text(g->w->slug), out_text(skill_rank_word(g->w->rank)),
					out_text(board_state_word(board_state_of(g->how))),
					out_text(r->to.thin ? "yes" : "no")});
		}
	}
	out_end(&o);
}

/* --- the checklist --------------------------------------------------------------------------- */

static void
md_text(struct buf *out, const char *text, bool ascii)
{
	struct buf safe = BUF_INIT;

	text_safes(&safe, text, ascii);
	out_md_text(out, safe.data);
	buf_free(&safe);
}

static void
md_tier(struct buf *out, const struct board_role *r, int rank, bool ascii)
{
	size_t n = 0;

	for (size_t i = 0; i < r->gap.n; i++) {
		const struct gap_row *g = &r->gap.row[i];
		enum board_state s = board_state_of(g->how);

		if (!g->counts || (int)g->w->rank != rank)
			continue;
		if (n++ == 0)
			buf_addf(out, "\n### %s\n\n", skill_rank_word((enum skill_rank)rank));
		buf_addf(out, "- [%c] ", s == BOARD_HAVE ? 'x' : ' ');
		md_text(out, g->w->name, ascii);
		if (s == BOARD_PARTLY || s == BOARD_LEARNING)
			buf_addf(out, " (%s)", board_state_word(s));
		if (g->w->bar[0] != '\0') {
			buf_adds(out, ": ");
			md_text(out, g->w->bar, ascii);
		}
		buf_adds(out, g->w->disputed ? " (sources disagree)\n" : "\n");
	}
}

static void
board_md(struct buf *out, const struct board *b, bool ascii)
{
	buf_adds(out, "# Readiness\n");
	for (size_t i = 0; i < b->n; i++) {
		const struct board_role *r = &b->role[i];
		struct buf says = BUF_INIT;

		buf_adds(out, "\n## ");
		md_text(out, r->to.title, ascii);
		gap_says(&r->gap, &says);
		buf_addf(out, "\n\n%s\n", says.data);
		buf_free(&says);
		for (int rank = 0; rank < RANK_SKIP; rank++)
			md_tier(out, r, rank, ascii);
	}
}

/* --- the page -------------------------------------------------------------------------------- */

static void
print_page(struct asked *q)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct page p;

	page_init(&p, &opts);
	page_board(&p, &q->board);
	if (q->gone > 0)
		page_wrapf(&p, 0, STYLE_WARN,
		    "! %zu role%s of your shortlist %s no longer in the catalog.", q->gone,
		    q->gone == 1 ? "" : "s", q->gone == 1 ? "is" : "are");
	page_close(&p);
	cli_print_page(q->c, &p);
	page_free(&p);
}

static void
print(struct asked *q)
{
	if (!cmdline_said(q->c->cmd, OPT_FORMAT))
		print_page(q);
	else if (strcmp(out_formats[q->c->cmd->format].name, "md") == 0)
		board_md(&q->c->out.buf, &q->board, q->c->ascii);
	else
		print_table(q);
}

static bool
run(struct cli *c, struct reader *r, struct err *e)
{
	struct asked q = {.c = c, .r = r, .p = cli_profile(c)};
	bool ok;

	arena_init(&q.a);
	ok = find_roles(&q, e) && mine_read(&q.mine, r->db, q.p, &q.a, e)
	    && board_load(&q.board, r->db, &r->sources,
		&(struct board_ask){q.role, q.n, &q.mine.have}, &q.a, e);
	if (ok)
		print(&q);
	free(q.role);
	arena_free(&q.a);
	profile_close(q.p);
	return ok;
}

bool
verb_board(struct cli *c, struct err *e)
{
	return cli_read(c, run, e);
}
