/*
 * rank.c - `career rank`: roles by one's own weights; `career rank weights`: what they are, and how far each can move.
 */
#include "career/page/rank.h"

#include "career/base/num.h"
#include "career/cli/cli.h"
#include "career/out/out.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FEW = 15 };

struct asked {
	struct cli *c;
	struct reader r;
	struct arena a;
	struct profile *p;
	struct ranking k;
	struct rank_weights weights;
	bool shortlist;
};

/* --- what is asked ---------------------------------------------------------------------------- */

static bool
is_weights(const struct cmdline *cmd)
{
	return cmd->nargs > 0 && strcmp(cmd->args[0], "weights") == 0;
}

/* The arguments, else the shortlist where it has several, else all. */
static bool
find_roles(struct asked *q, struct rank_ask *ask, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	int64_t *roles;
	bool ok = true;

	if (cmd->nargs > 0 && !is_weights(cmd)) {
		roles = arena_alloc(&q->a, cmd->nargs * sizeof *roles);
		for (size_t i = 0; ok && i < cmd->nargs; i++)
			ok = cli_find_role(q->r.db, cmd->args[i], &roles[i], e);
		ask->roles = roles;
		ask->n = cmd->nargs;
		return ok;
	}
	if (cmd->occupations)
		return true;
	ok = rank_shortlisted(&roles, &ask->n, q->r.db, q->p, &q->a, e);
	q->shortlist = ok && ask->n > 1;
	ask->roles = q->shortlist ? roles : NULL;
	return ok;
}

static bool
load(struct asked *q, struct err *e)
{
	const struct cmdline *cmd = q->c->cmd;
	struct rank_ask ask = {.occupations = cmd->occupations};

	rank_weights_kept(&q->weights, q->p);
	if (cmd->weights != NULL && !rank_weights_read(&q->weights, cmd->weights, e))
		return err_prefix(e, "--weights");
	if (cmdline_said(cmd, OPT_LEVEL))
		ask.level = (enum level)(LEVEL_ENTRY + cmd->level);
	ask.weights = q->weights;
	return find_roles(q, &ask, e)
	    && rank_load(&q->k, q->r.db, &q->r.sources, q->p, &ask, &q->a, e);
}

/* --- tables ----------------------------------------------------------------------------------- */

static struct cell
number(struct arena *a, double v, int digits)
{
	if (isnan(v))
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.*f", digits, v)};
}

static struct cell
plain(struct arena *a, double v)
{
	struct buf b = BUF_INIT;
	struct cell out = {.kind = CELL_ABSENT};

	if (isnan(v))
		return out;
	num_plain(&b, v);
	out = (struct cell){.kind = CELL_NUMBER, .text = arena_dup(a, b.data)};
	buf_free(&b);
	return out;
}

static struct cell
whole(struct arena *a, size_t n)
{
	return n == 0 ? (struct cell){.kind = CELL_ABSENT} : number(a, (double)n, 0);
}

static size_t
most(const struct asked *q)
{
	long limit = q->c->cmd->limit;

	return limit < 0 || (size_t)limit > q->k.n ? q->k.n : (size_t)limit;
}

static const struct out_column role_columns[] = {
    {"place", "Place", true, 5},
    {"role", "Role", false, 32},
    {"key", "Key", false, 0},
    {"score", "Score", true, 6},
    {"pay", "Pay from", true, 8},
    {"growth", "Growth % a year", true, 8},
    {"cost", "Cost", true, 8},
    {"months", "Months", true, 6},
    {"fit", "Fit", true, 6},
    {"interest", "Interest", true, 8},
    {"known", "Parts known", true, 6},
    {"why", "Without a place", false, 24},
};

static const char *
why_not(const struct ranked *r)
{
	if (r->thin)
		return "fewer than five listed skills";
	return r->apart ? "few parts are known" : r->place == 0 ? "nothing that counts here" : "";
}

static void
print_roles(struct asked *q, struct out *o)
{
	static const int digits[RANK_PARTS] = {0, 2, 0, 1, 3, 3};

	for (size_t i = 0; i < most(q); i++) {
		const struct ranked *r = &q->k.r[i];
		struct cell row[sizeof role_columns / sizeof *role_columns];
		size_t n = 0;

		row[n++] = whole(&q->a, r->place);
		row[n++] = out_text(r->title);
		row[n++] = out_text(r->slug);
		row[n++] = number(&q->a, r->place > 0 ? 100 * r->score : (double)NAN, 2);
		for (size_t p = 0; p < RANK_PARTS; p++)
			row[n++] = number(&q->a, r->of[p].v, digits[p]);
		row[n++] = number(&q->a, (double)r->known, 0);
		row[n++] = out_text(why_not(r));
		out_row(o, row);
	}
}

static const struct out_column part_columns[] = {
    {"place", "Place", true, 5},
    {"role", "Role", false, 32},
    {"key", "Key", false, 0},
    {"part", "Part", false, 8},
    {"weight", "Weight", true, 6},
    {"value", "Value", true, 10},
    {"says", "Says", false, 24},
    {"share", "0 to 1", true, 6},
    {"points", "Points", true, 6},
    {"near", "Of nearest", true, 6},
    {"figure", "Figure", true, 8},
    {"program", "Program", false, 24},
};

static void
print_part(struct asked *q, struct out *o, const struct ranked *r, enum rank_part p)
{
	const struct rank_value *v = &r->of[p];
	struct buf says = BUF_INIT;

	rank_value_says(&says, &q->k, r, p);
	out_row(o,
	    (const struct cell[]){whole(&q->a, r->place), out_text(r->title), out_text(r->slug),
		out_text(rank_part_word(p)), number(&q->a, q->k.weights.w[p], 0),
		plain(&q->a, v->v), out_text(says.data), number(&q->a, r->part[p], 4),
		number(&q->a, rank_points(r, &q->k.weights, p), 2), whole(&q->a, v->near),
		v->figure != 0 ? number(&q->a, (double)v->figure, 0)
			       : (struct cell){.kind = CELL_ABSENT},
		out_text(v->program)});
	buf_free(&says);
}

static const struct out_column weight_columns[] = {
    {"part", "Part", false, 8},
    {"weight", "Weight", true, 6},
    {"from", "First place holds from", true, 8},
    {"to", "To", true, 8},
    {"below", "Below it", false, 30},
    {"above", "Above it", false, 30},
    {"known", "Roles that know it", true, 8},
    {"same", "Same for all", false, 6},
};

static void
print_weights(struct asked *q, struct out *o)
{
	for (size_t p = 0; p < RANK_PARTS; p++) {
		const struct rank_hold *h = &q->k.hold[p];
		bool has = q->k.placed > 1;

		out_row(o,
		    (const struct cell[]){out_text(rank_part_word((enum rank_part)p)),
			number(&q->a, q->k.weights.w[p], 0),
			number(&q->a,
			    !has                  ? (double)NAN
				: isnan(h->below) ? 0
						  : h->below,
			    4),
			number(&q->a,
			    !has                  ? (double)NAN
				: isnan(h->above) ? RANK_WEIGHT_MAX
						  : h->above,
			    4),
			out_text(h->below_by != NULL ? h->below_by->slug : ""),
			out_text(h->above_by != NULL ? h->above_by->slug : ""),
			number(&q->a, (double)q->k.known[p], 0),
			out_text(q->k.same[p] ? "yes" : "no")});
	}
}

static void
print_table(struct asked *q, bool of_weights)
{
	struct cli *c = q->c;
	bool parts = c->cmd->explain && !of_weights;
	const struct out_column *cols = of_weights ? weight_columns
	    : parts                                ? part_columns
						   : role_columns;
	size_t n = of_weights ? sizeof weight_columns / sizeof *weight_columns
	    : parts           ? sizeof part_columns / sizeof *part_columns
			      : sizeof role_columns / sizeof *role_columns;
	struct out o = cli_table(c, cols, n, true);

	out_begin(&o);
	if (of_weights)
		print_weights(q, &o);
	else if (!parts)
		print_roles(q, &o);
	for (size_t i = 0; parts && i < most(q); i++)
		for (size_t p = 0; p < RANK_PARTS; p++)
			print_part(q, &o, &q->k.r[i], (enum rank_part)p);
	out_end(&o);
}

/* --- the verb --------------------------------------------------------------------------------- */

static void
print(struct asked *q)
{
	struct page_opts opts = cli_page_opts(q->c);
	struct rank_page shown = {.k = &q->k,
	    .shortlist = q->shortlist,
	    .occupations = q->c->cmd->occupations,
	    .most = q->c->cmd->limit >= 0 ? (size_t)q->c->cmd->limit : FEW};
	bool of_weights = is_weights(q->c->cmd);
	struct page p;

	if (of_weights || cmdline_said(q->c->cmd, OPT_FORMAT)) {
		print_table(q, of_weights);
		return;
	}
	opts.details = q->c->cmd->explain;
	page_init(&p, &opts);
	page_rank(&p, &shown);
	cli_print_page(q->c, &p);
	page_free(&p);
}

/* "pay=8" "cost=2": kept from now on. */
static bool
keep_weights(struct cli *c, struct profile *p, void *ctx, struct err *e)
{
	struct rank_weights w;
	struct buf text = BUF_INIT;
	bool ok = true;

	(void)ctx;
	rank_weights_kept(&w, p);
	for (size_t i = 1; ok && i < c->cmd->nargs; i++)
		ok = rank_weights_read(&w, c->cmd->args[i], e);
	rank_weights_text(&w, &text);
	ok = ok && profile_set(p, "weights", text.data, e);
	buf_free(&text);
	return ok;
}

bool
verb_rank(struct cli *c, struct err *e)
{
	struct asked q = {.c = c};
	bool keeps = is_weights(c->cmd) && c->cmd->nargs > 1, ok;
	struct db *db;

	if (keeps && !cli_write(c, keep_weights, NULL, e))
		return false;
	db = cli_catalog(c, e);
	ok = db != NULL && reader_open(&q.r, db, e);
	if (ok) {
		arena_init(&q.a);
		q.p = cli_profile(c);
		ok = load(&q, e);
		if (ok)
			print(&q);
		profile_close(q.p);
		arena_free(&q.a);
		reader_close(&q.r);
	}
	db_close(db);
	return ok;
}
