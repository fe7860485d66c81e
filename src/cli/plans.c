/* plans.c - `career plans QUERY`: which programs for which roles fit, as a page or as rows. */
#include "career/page/plans.h"

#include "career/base/num.h"
#include "career/cli/cli.h"
#include "career/cli/list.h"
#include "career/model/listview.h"
#include "career/model/payback.h"
#include "career/out/out.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST = 20 }; /* that are printed when nobody says how many */

struct planner {
	struct cli *c;
	struct db *db;
	struct reader r;
	struct frame programs, roles;
	struct view program_view, role_view;
	struct plans plans;
	struct plans_baseline baseline;
	struct buf query;
	struct arena row; /* texts of the row at hand */
};

/* --- the question ------------------------------------------------------------------------------ */

static bool
open_one(struct planner *l, struct frame *f, struct view *v, const struct list *list, bool late,
    struct err *e)
{
	struct err why = {0};
	struct buf line = BUF_INIT;
	bool ok = (late ? listview_open_late : listview_open)(f, v, list, l->db, &why, e);

	if (ok && why.text[0] != '\0') {
		buf_addf(&line,
		    "career: %s: %s; made anew for this run, `career build` mends the file",
		    db_path(l->db), why.text);
		cli_say(l->c, line.data);
	}
	buf_free(&line);
	return ok;
}

static void
close_lists(struct planner *l)
{
	plans_free(&l->plans);
	view_free(&l->program_view);
	frame_free(&l->programs);
	view_free(&l->role_view);
	frame_free(&l->roles);
}

static bool
open_lists(struct planner *l, bool late, struct err *e)
{
	if (!open_one(l, &l->programs, &l->program_view, &list_programs, late, e))
		return false;
	if (!open_one(l, &l->roles, &l->role_view, &list_roles, late, e)) {
		view_free(&l->program_view);
		frame_free(&l->programs);
		return false;
	}
	plans_init(&l->plans, l->db, &l->r.sources, &l->programs, &l->roles);
	return true;
}

/* The arguments as one text, with --sort in place of its own sort keys. */
static bool
read_query(struct planner *l, struct err *e)
{
	const struct cmdline *cmd = l->c->cmd;
	struct query_sort sort[QUERY_MAX_SORT];
	struct buf sorted = BUF_INIT;
	struct query q;
	size_t n;

	for (size_t i = 0; i < cmd->nargs; i++)
		buf_addf(&l->query, "%s%s", i > 0 ? " " : "", cmd->args[i]);
	if (!list_sort(list_plans(), cmd->sort, sort, &n, e))
		return false;
	query_parse(&q, list_plans(), l->query.data, false);
	if (n > 0 && q.error[0] == '\0') {
		query_set_sort(&q, sort, n, &sorted);
		buf_clear(&l->query);
		buf_add(&l->query, sorted.data, sorted.len);
	}
	query_free(&q);
	buf_free(&sorted);
	return true;
}

static const char *
field_text(const struct frame *f, const char *name, uint32_t row)
{
	return frame_text(f, frame_col(f->spec, name), row);
}

/* What somebody in a role earns: the middle of its pay. */
static bool
baseline_of_role(struct planner *l, const char *name, struct err *e)
{
	enum thing kind;
	int64_t id;
	uint32_t row;
	const struct pay_answer *pay;

	if (!thing_find(l->db, name, &kind, &id, e))
		return false;
	row = kind == THING_ROLE ? frame_find(&l->roles, (int32_t)id) : UINT32_MAX;
	if (row == UINT32_MAX)
		return err_set(e, ERR_USAGE, "'%s' is neither an amount nor a role", name);
	pay = plans_pay(&l->plans, row, e);
	if (pay == NULL)
		return false;
	if (isnan(pay->low) || strcmp(pay->currency, "USD") != 0)
		return err_set(
		    e, ERR_USAGE, "no source states the pay of '%s' in US dollars", name);
	l->baseline = (struct plans_baseline){.pay = (pay->low + pay->high) / 2};
	snprintf(l->baseline.says, sizeof l->baseline.says, "as %s, %s",
	    field_text(&l->roles, "title", row), level_says(pay->level));
	return true;
}

/* The option names an amount or a role; without it, what the profile keeps. */
static bool
read_baseline(struct planner *l, struct err *e)
{
	const char *said = l->c->cmd->baseline;
	char *kept;
	bool ok;

	if (said != NULL) {
		l->baseline = (struct plans_baseline){.says = "as you say"};
		return payback_number(FI_BASELINE, said, &l->baseline.pay, e)
		    || baseline_of_role(l, said, e) || err_prefix(e, "--baseline");
	}
	kept = cli_kept(l->c, "payback");
	ok = plans_baseline(&l->baseline, kept, e);
	free(kept);
	return ok;
}

static bool
ask(struct planner *l, struct err *e)
{
	const struct cmdline *cmd = l->c->cmd;
	struct plans_asks asks = {.query = l->query.data,
	    .baseline = l->baseline.pay,
	    .occupations = cmd->occupations,
	    .fold = (enum plans_fold)cmd->best,
	    .limit = cmd->limit >= 0 ? (size_t)cmd->limit : FIRST};

	if (!plans_ask(&l->plans, &asks, e))
		return false;
	if (!frame_damage(&l->programs) && !frame_damage(&l->roles))
		return true;
	close_lists(l);
	return open_lists(l, false, e) && plans_ask(&l->plans, &asks, e);
}

/* --- rows -------------------------------------------------------------------------------------- */

static const struct out_column columns[] = {
    {"payback", "Payback", true, 8},
    {"role", "Role", false, 24},
    {"role_title", "Role title", false, 24},
    {"key", "Key", false, 30},
    {"program", "Program", false, 30},
    {"school", "School", false, 24},
    {"award", "Award", false, 12},
    {"mode", "Mode", false, 10},
    {"months", "Months", true, 7},
    {"cost", "Cost", true, 10},
    {"currency", "Currency", false, 8},
    {"pay_low", "Pay from", true, 9},
    {"pay_high", "Pay to", true, 9},
    {"pay", "Pay", true, 9},
    {"pay_level", "Pay level", false, 10},
    {"pay_publishers", "Publishers", true, 10},
    {"pay_of", "Of", true, 3},
    {"baseline", "Without it", true, 10},
    {"link", "Link", false, 14},
    {"entry", "Entry", false, 6},
    {"others", "Others", true, 6},
    {"why", "Why", false, 60},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* Payback to the thousandth of a year, all else whole. */
static struct cell
number_cell(struct planner *l, double v, bool decimals)
{
	struct buf b = BUF_INIT;
	struct cell c = {.kind = CELL_ABSENT};

	if (isfinite(v)) {
		num_plain(&b, decimals ? round(v * 1000) / 1000 : round(v));
		c = (struct cell){.kind = CELL_NUMBER, .text = arena_dup(&l->row, b.data)};
	}
	buf_free(&b);
	return c;
}

static const char *
take_text(struct planner *l, struct buf *b)
{
	const char *text = arena_ndup(&l->row, b->data, b->len);

	buf_free(b);
	return text;
}

static bool
print_row(struct planner *l, struct out *o, const struct plan *x, struct err *e)
{
	struct plans *p = &l->plans;
	const struct plans_link *link = plans_link(p, x);
	const struct pay_answer *pay = plans_pay(p, x->role, e);
	struct buf key = BUF_INIT, why = BUF_INIT;

	if (pay == NULL || !plan_reason(&why, p, x, e)) {
		buf_free(&why);
		return false;
	}
	view_key(&l->program_view, x->program, &key);
	out_row(o,
	    (const struct cell[COLUMNS]){
		number_cell(l, x->payback, true),
		out_text(field_text(p->roles, "slug", x->role)),
		out_text(field_text(p->roles, "title", x->role)),
		out_text(take_text(l, &key)),
		out_text(field_text(p->programs, "program", x->program)),
		out_text(field_text(p->programs, "school", x->program)),
		out_text(field_text(p->programs, "award", x->program)),
		out_text(field_text(p->programs, "mode", x->program)),
		number_cell(l, x->months, false),
		number_cell(l, x->cost, false),
		out_text("USD"),
		number_cell(l, pay->low, false),
		number_cell(l, pay->open_high ? NAN : pay->high, false),
		number_cell(l, x->pay, false),
		out_text(field_text(p->roles, "pay_level", x->role)),
		number_cell(l, (double)pay->publishers, false),
		number_cell(l, (double)pay->of, false),
		number_cell(l, p->baseline, false),
		out_text(link->official ? link->rule ? "official, rule" : "official" : "rule"),
		out_text(x->entry == ENTRY_UNKNOWN ? ""
			: x->entry == ENTRY_MET    ? "met"
						   : "below"),
		number_cell(l, x->others, false),
		out_text(take_text(l, &why)),
	    });
	arena_reset(&l->row);
	return true;
}

static bool
print_rows(struct planner *l, struct err *e)
{
	struct out o = cli_table(l->c, columns, COLUMNS, false);
	bool ok = true;

	out_begin(&o);
	for (size_t i = 0; ok && i < l->plans.n && !l->c->out.error; i++)
		ok = print_row(l, &o, &l->plans.plan[i], e);
	out_end(&o);
	return ok;
}

static bool
print_page(struct planner *l, struct err *e)
{
	struct page_opts opts = cli_page_opts(l->c);
	struct plans_shown shown = {.plans = &l->plans,
	    .programs = &l->program_view,
	    .query = l->query.data,
	    .baseline = &l->baseline,
	    .fold = (enum plans_fold)l->c->cmd->best};
	struct page p;
	bool ok;

	page_init(&p, &opts);
	ok = page_plans(&p, &l->r, &shown, e);
	if (ok)
		cli_print_page(l->c, &p);
	page_free(&p);
	return ok;
}

/* What is cut without anybody's having asked for it is said. */
static void
say_cut(struct planner *l)
{
	struct buf line = BUF_INIT;
	uint64_t all = l->c->cmd->best == PLANS_BY_PROGRAM ? l->plans.nprograms
	    : l->c->cmd->best == PLANS_BY_ROLE             ? l->plans.nroles
							   : l->plans.pairs;

	if (cmdline_said(l->c->cmd, OPT_LIMIT) || all <= l->plans.n)
		return;
	sink_flush(&l->c->out);
	buf_addf(&line, "career: the first %zu of ", l->plans.n);
	num_full(&line, (double)all);
	buf_adds(&line, " plans; --limit says how many");
	cli_say(l->c, line.data);
	buf_free(&line);
}

static bool
answer(struct planner *l, struct err *e)
{
	const struct cmdline *cmd = l->c->cmd;
	bool page = cmd->options.plain || cmd->format == OUT_TABLE;

	if (!ask(l, e))
		return false;
	if (l->plans.query.error[0] != '\0')
		return err_set(e, ERR_USAGE, "in the query, %s", l->plans.query.error);
	if (!(page ? print_page(l, e) : print_rows(l, e)))
		return false;
	if (!page)
		say_cut(l);
	return l->plans.pairs > 0 || err_set(e, ERR_NOTFOUND, "%s", "");
}

bool
verb_plans(struct cli *c, struct err *e)
{
	struct planner l = {.c = c, .query = BUF_INIT};
	bool ok =
	    read_query(&l, e) && (l.db = cli_catalog(c, e)) != NULL && reader_open(&l.r, l.db, e);

	arena_init(&l.row);
	if (ok) {
		ok = open_lists(&l, true, e);
		if (ok) {
			ok = read_baseline(&l, e) && answer(&l, e);
			close_lists(&l);
		}
		reader_close(&l.r);
	}
	db_close(l.db);
	arena_free(&l.row);
	buf_free(&l.query);
	return ok;
}
