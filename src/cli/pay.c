/* pay.c - `career pay ROLE`: what a role pays by each source; as a page, or a row a figure. */
#include "career/page/pay.h"

#include "career/base/num.h"
#include "career/cli/cli.h"
#include "career/model/agree.h"
#include "career/out/out.h"

#include <math.h>
#include <string.h>

/* As files have them. */
enum column {
	COL_ROLE,
	COL_LEVEL,
	COL_PLACE,
	COL_BASIS,
	COL_EMPLOYER,
	COL_SOURCE,
	COL_PUBLISHER,
	COL_YEAR,
	COL_KIND,
	COL_STATISTIC,
	COL_LOW,
	COL_MID,
	COL_HIGH,
	COL_OPEN,
	COL_CURRENCY,
	COL_PER,
	COL_LOOSELY,
	COL_APART,
	COL_LOCATOR,
	COL_WORDS,
	COL_N,
	COL_MISSING,
	COLUMNS,
};

static const struct out_column columns[COLUMNS] = {
    [COL_ROLE] = {"role", "Role", false, 26},
    [COL_LEVEL] = {"level", "Level", false, 9},
    [COL_PLACE] = {"place", "Place", false, 10},
    [COL_BASIS] = {"basis", "Basis", false, 8},
    [COL_EMPLOYER] = {"employer", "Employer", false, 10},
    [COL_SOURCE] = {"source", "Source", false, 22},
    [COL_PUBLISHER] = {"publisher", "Publisher", false, 20},
    [COL_YEAR] = {"year", "Year", true, 4},
    [COL_KIND] = {"kind", "Kind", false, 9},
    [COL_STATISTIC] = {"statistic", "Statistic", false, 11},
    [COL_LOW] = {"low", "Low", true, 8},
    [COL_MID] = {"mid", "Mid", true, 8},
    [COL_HIGH] = {"high", "High", true, 8},
    [COL_OPEN] = {"open", "Open", false, 4},
    [COL_CURRENCY] = {"currency", "In", false, 4},
    [COL_PER] = {"per", "Per", false, 4},
    [COL_LOOSELY] = {"loosely", "Loosely", false, 16},
    [COL_APART] = {"apart", "Apart", false, 5},
    [COL_LOCATOR] = {"locator", "Found at", false, 0},
    [COL_WORDS] = {"words", "Own words", false, 0},
    [COL_N] = {"n", "Sample", true, 6},
    [COL_MISSING] = {"missing", "Missing", false, 0},
};

/* A table leaves out last columns that do not fit a terminal: what is paid comes before who says so there. */
static const enum column on_terminal[COLUMNS] = {COL_ROLE, COL_LEVEL, COL_PLACE, COL_BASIS,
    COL_EMPLOYER, COL_LOW, COL_HIGH, COL_CURRENCY, COL_SOURCE, COL_APART, COL_LOOSELY,
    COL_STATISTIC, COL_MID, COL_OPEN, COL_YEAR, COL_N, COL_KIND, COL_PUBLISHER, COL_PER,
    COL_LOCATOR, COL_WORDS, COL_MISSING};

struct printing {
	struct cli *c;
	const struct pay_ask *ask;
	enum column order[COLUMNS];
	struct out_column cols[COLUMNS];
	struct out out;
	uint64_t left; /* rows that may still be printed */
	bool any;
};

/* --- one figure as a row ----------------------------------------------------------------------- */

static struct cell
number_cell(struct arena *a, double v)
{
	struct buf plain = BUF_INIT, shown = BUF_INIT;
	struct cell cell = {.kind = CELL_ABSENT};

	if (!isnan(v)) {
		num_plain(&plain, v);
		num_full(&shown, v);
		cell.kind = CELL_NUMBER;
		cell.text = arena_dup(a, plain.data);
		cell.shown = arena_dup(a, shown.data);
	}
	buf_free(&plain);
	buf_free(&shown);
	return cell;
}

/* A year, which nobody writes with a comma; 0: not known. */
static struct cell
year_cell(struct arena *a, const struct figure *f)
{
	int year = f->as_of_year != 0 ? f->as_of_year : f->source->year;

	if (year == 0)
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%d", year)};
}

static const char *
statistic_word(enum statistic s)
{
	static const char *const words[] = {
	    "range", "point", "mean", "median", "percentiles", "rank", "category"};

	return words[s];
}

/* In what the figure is comparable only loosely, as a list. */
static struct cell
loosely_cell(struct arena *a, const struct figure *f, unsigned bits)
{
	const struct {
		bool set;
		const char *word;
	} all[] = {
	    {(bits & LOOSE_LEVEL) != 0, "level"},
	    {(bits & LOOSE_BASIS) != 0, "basis"},
	    {(bits & LOOSE_PLACE) != 0, "place"},
	    {(bits & LOOSE_EMPLOYER) != 0, "employer"},
	    {(bits & LOOSE_CURRENCY) != 0, "currency"},
	    {(bits & LOOSE_YEAR) != 0, "year"},
	    {f->borrowed, "field"},
	    {f->near, "nearest"},
	    {f->card, "card"},
	};
	enum { MOST = sizeof all / sizeof *all };
	const char **items = arena_alloc(a, MOST * sizeof *items);
	size_t n = 0;

	for (size_t i = 0; i < MOST; i++)
		if (all[i].set)
			items[n++] = all[i].word;
	return (struct cell){.kind = n > 0 ? CELL_LIST : CELL_ABSENT, .items = items, .nitems = n};
}

static const char *
open_word(const struct figure *f)
{
	return f->open_low && f->open_high ? "both"
	    : f->open_low                  ? "low"
	    : f->open_high                 ? "high"
					   : "";
}

static const char *
employer_of(const struct figure *f)
{
	return f->employer[0] != '\0' ? f->employer : f->employer_words;
}

/* What a row says beside the figure: in what it is only loosely comparable, and whether it stands apart. */
struct standing {
	unsigned loosely;
	bool apart;
};

static void
fill_cells(struct cell *row, const struct figure *f, struct standing s, struct arena *a)
{
	bool money = f->missing[0] == '\0';
	struct agree_line l = {.lo = NAN, .hi = NAN};

	figure_interval(f, &l.lo, &l.hi);
	row[COL_ROLE] = out_text(f->about_key);
	row[COL_LEVEL] = out_text(f->level == LEVEL_UNSTATED ? "" : level_word(f->level));
	row[COL_PLACE] = out_text(f->place);
	row[COL_BASIS] = out_text(basis_word(f->basis));
	row[COL_EMPLOYER] = out_text(employer_of(f));
	row[COL_SOURCE] = out_text(f->source->key);
	row[COL_PUBLISHER] = out_text(f->source->publisher);
	row[COL_YEAR] = year_cell(a, f);
	row[COL_KIND] = out_text(source_kind_word(f->source->kind));
	row[COL_STATISTIC] = out_text(statistic_word(f->stat));
	row[COL_LOW] = number_cell(a, l.lo);
	row[COL_MID] = number_cell(a, f->stat == STAT_PERCENTILES ? f->p50 : f->value);
	row[COL_HIGH] = number_cell(a, l.hi);
	row[COL_OPEN] = out_text(open_word(f));
	row[COL_CURRENCY] = out_text(money ? f->unit : "");
	row[COL_PER] = out_text(f->per[0] != '\0' ? f->per : money ? "year" : "");
	row[COL_LOOSELY] = loosely_cell(a, f, s.loosely);
	row[COL_APART] = out_text(s.apart ? "yes" : "no");
	row[COL_LOCATOR] = out_text(f->locator);
	row[COL_WORDS] = out_text(f->words);
	row[COL_N] = number_cell(a, f->n > 0 ? (double)f->n : NAN);
	row[COL_MISSING] = out_text(f->missing);
}

static void
print_row(struct printing *p, const struct figure *f, struct standing s)
{
	struct cell cells[COLUMNS], row[COLUMNS];
	struct arena a;

	if (p->left == 0)
		return;
	p->left--;
	p->any = true;
	arena_init(&a);
	fill_cells(cells, f, s, &a);
	for (size_t i = 0; i < COLUMNS; i++)
		row[i] = cells[p->order[i]];
	out_row(&p->out, row);
	arena_free(&a);
}

/* --- all figures ------------------------------------------------------------------------------- */

/* Each line once: in the group of the level that is asked for, else in that of its own level. */
static void
print_lines(struct printing *p, const struct agree *ag)
{
	bool one = p->ask->level_only;

	for (size_t i = 0; i < ag->n; i++)
		for (size_t k = 0; k < ag->g[i].nlines; k++) {
			const struct agree_line *l = &ag->g[i].lines[k];

			if (one || l->f->level == ag->g[i].level)
				print_row(p, l->f, (struct standing){l->loosely, l->apart});
		}
}

/* Figures that make no line: cards, and those without a number. */
static void
print_others(struct printing *p, const struct figures *own)
{
	for (size_t i = 0; i < own->n; i++) {
		const struct figure *f = &own->f[i];
		double lo, hi;

		if ((f->card || !figure_interval(f, &lo, &hi))
		    && pay_filter_passes(&p->ask->only, f)
		    && (!p->ask->level_only || f->level == p->ask->level))
			print_row(p, f, (struct standing){0});
	}
}

static void
begin(struct printing *p, struct cli *c, const struct pay_ask *ask)
{
	bool terminal = c->tty && c->cmd->format == OUT_TABLE;

	*p = (struct printing){
	    .c = c, .ask = ask, .left = c->cmd->limit >= 0 ? (uint64_t)c->cmd->limit : UINT64_MAX};
	for (size_t i = 0; i < COLUMNS; i++) {
		p->order[i] = terminal ? on_terminal[i] : (enum column)i;
		p->cols[i] = columns[p->order[i]];
	}
	p->out = cli_table(c, p->cols, COLUMNS, true);
	out_begin(&p->out);
}

static bool
print_rows(struct cli *c, struct reader *r, int64_t role, const struct pay_ask *ask, struct err *e)
{
	enum level level = ask->level_only ? ask->level : LEVEL_UNSTATED;
	struct printing p;
	struct figures own, near;
	struct agree ag;
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = figures_of_role(&own, r->db, &r->sources, role, "pay", &a, e)
	    && figures_nearest(&near, r->db, &r->sources, role, "pay", &a, e);
	if (ok) {
		agree_make_of(&ag, &own, &ask->only, level, &a);
		begin(&p, c, ask);
		print_lines(&p, &ag);
		print_others(&p, &own);
		for (size_t i = 0; !ask->some && i < near.n; i++)
			print_row(&p, &near.f[i], (struct standing){0});
		out_end(&p.out);
		ok = p.any || p.left == 0;
		if (!ok)
			*e = (struct err){.code = ERR_NOTFOUND};
	}
	arena_free(&a);
	return ok;
}

/* --- the verb ---------------------------------------------------------------------------------- */

static bool
print_page(struct cli *c, struct reader *r, int64_t role, const struct pay_ask *ask, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct page p;
	bool ok;

	opts.cells = c->cmd->cells;
	page_init(&p, &opts);
	ok = cli_what_if(c, r, role, e) && page_pay(&p, r, role, ask, e);
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

static struct pay_ask
read_ask(const struct cmdline *cmd)
{
	struct pay_ask ask = {.level = (enum level)(LEVEL_ENTRY + cmd->level),
	    .level_only = cmdline_said(cmd, OPT_LEVEL),
	    .explain = cmd->explain,
	    .only = {.place = cmd->place,
		.employer = cmd->employer,
		.by_basis = cmdline_said(cmd, OPT_BASIS),
		.basis = (enum basis)cmd->basis}};

	ask.some =
	    ask.level_only || cmd->place != NULL || cmd->employer != NULL || ask.only.by_basis;
	return ask;
}

static bool
pay_of(struct cli *c, struct reader *r, struct err *e)
{
	struct pay_ask ask = read_ask(c->cmd);
	int64_t role;

	if (!cli_find_role(r->db, c->cmd->args[0], &role, e))
		return false;
	if (cmdline_said(c->cmd, OPT_LIMIT) && !cmdline_said(c->cmd, OPT_FORMAT))
		return err_set(e, ERR_USAGE, "--limit is for rows: add --format");
	if (!cmdline_said(c->cmd, OPT_FORMAT))
		return print_page(c, r, role, &ask, e);
	if (c->cmd->explain || c->cmd->cells || c->cmd->what_if != NULL)
		return err_set(e, ERR_USAGE, "--format prints a row a figure: it goes without --%s",
		    c->cmd->explain     ? "explain"
			: c->cmd->cells ? "cells"
					: "what-if");
	return print_rows(c, r, role, &ask, e);
}

bool
verb_pay(struct cli *c, struct err *e)
{
	return cli_read(c, pay_of, e);
}
