/* growth.c - `career growth ROLE`: how a role grows by each source; as a page, or a row a figure. */
#include "career/base/num.h"
#include "career/cli/cli.h"
#include "career/out/out.h"
#include "career/page/pages.h"

#include <math.h>
#include <string.h>

enum { YEARS = 5 };

static const struct out_column columns[] = {
    {"role", "Role", false, 26},
    {"of", "Of", false, 7},
    {"source", "Source", false, 22},
    {"year", "Year", true, 0},
    {"kind", "Kind", false, 9},
    {"rate_low", "%/year", true, 6},
    {"rate_high", "to", true, 6},
    {"people_low", "100 become", true, 10},
    {"people_high", "to", true, 6},
    {"low", "Stated", true, 7},
    {"high", "to", true, 7},
    {"unit", "In", false, 8},
    {"per", "Per", false, 5},
    {"from", "From", true, 5},
    {"until", "Until", true, 5},
    {"years", "Years", true, 5},
    {"publisher", "Publisher", false, 0},
    {"credits", "Credits", false, 0},
    {"card", "Card", false, 0},
    {"locator", "Found at", false, 0},
    {"words", "Own words", false, 0},
    {"missing", "Missing", false, 0},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

struct printing {
	struct cli *c;
	struct out out;
	uint64_t left; /* rows that may still be printed */
	size_t rows;
};

/* --- a row --------------------------------------------------------------------------------------- */

/* Rounded to this many digits behind the point. */
static struct cell
number_cell(struct arena *a, double v, int digits)
{
	double scale = pow(10, digits);
	struct buf b = BUF_INIT;
	struct cell cell = {.kind = CELL_ABSENT};

	if (!isnan(v)) {
		num_plain(&b, round(v * scale) / scale);
		cell.kind = CELL_NUMBER;
		cell.text = arena_dup(a, b.data);
	}
	buf_free(&b);
	return cell;
}

/* Years are written without a comma. */
static struct cell
year_cell(struct arena *a, double year)
{
	if (isnan(year) || !(year > 0))
		return (struct cell){.kind = CELL_ABSENT};
	return (struct cell){.kind = CELL_NUMBER, .text = arena_printf(a, "%.0f", year)};
}

static void
print_row(struct printing *p, const struct figure *f)
{
	double lo = NAN, hi = NAN, rate_lo = NAN, rate_hi = NAN, few = NAN, many = NAN;
	struct arena a;

	if (p->left == 0)
		return;
	p->left--;
	p->rows++;
	arena_init(&a);
	figure_interval(f, &lo, &hi);
	if (growth_span(f, &rate_lo, &rate_hi))
		growth_people_span(f, YEARS, &few, &many);
	if (f->stat == STAT_RANK)
		lo = hi = f->value;
	out_row(&p->out,
	    (const struct cell[COLUMNS]){
		out_text(f->about_key),
		out_text(f->near      ? "nearest"
			: f->borrowed ? "field"
				      : "own"),
		out_text(f->source->key),
		year_cell(&a, f->as_of_year != 0 ? f->as_of_year : f->source->year),
		out_text(source_kind_word(f->source->kind)),
		number_cell(&a, rate_lo, 2),
		number_cell(&a, rate_hi, 2),
		number_cell(&a, few, 1),
		number_cell(&a, many, 1),
		number_cell(&a, lo, 6),
		number_cell(&a, hi, 6),
		out_text(f->unit),
		out_text(f->per),
		year_cell(&a, f->horizon_lo),
		year_cell(&a, f->horizon_hi),
		number_cell(&a, f->horizon_years, 2),
		out_text(f->source->publisher),
		out_text(f->attributed),
		out_text(f->card ? "yes" : "no"),
		out_text(f->locator),
		out_text(f->words),
		out_text(f->missing),
	    });
	arena_free(&a);
}

static void
print_figures(struct printing *p, const struct figures *own, const struct figures *near)
{
	out_begin(&p->out);
	for (size_t i = 0; i < near->n; i++)
		print_row(p, &near->f[i]);
	for (size_t i = 0; i < own->n; i++)
		print_row(p, &own->f[i]);
	out_end(&p->out);
}

/* --- the verb ------------------------------------------------------------------------------------ */

static bool
load(struct reader *r, int64_t role, struct figures own_near[2], struct arena *a, struct err *e)
{
	return figures_of_role(&own_near[0], r->db, &r->sources, role, "growth", a, e)
	    && figures_nearest(&own_near[1], r->db, &r->sources, role, "growth", a, e);
}

static bool
print_rows(struct cli *c, struct reader *r, int64_t role, struct err *e)
{
	struct printing p = {.c = c};
	struct figures figs[2];
	struct arena a;
	bool ok;

	p.left = c->cmd->limit >= 0 ? (uint64_t)c->cmd->limit : UINT64_MAX;
	p.out = cli_table(c, columns, COLUMNS, true);
	arena_init(&a);
	ok = load(r, role, figs, &a, e);
	if (ok) {
		print_figures(&p, &figs[0], &figs[1]);
		ok = figs[0].n + figs[1].n > 0;
		if (!ok)
			*e = (struct err){.code = ERR_NOTFOUND};
	}
	arena_free(&a);
	return ok;
}

/* Who says so, of each figure. */
static bool
explain(struct page *p, struct reader *r, int64_t role, struct err *e)
{
	struct figures figs[2];
	struct arena a;
	bool ok;

	arena_init(&a);
	ok = load(r, role, figs, &a, e);
	for (size_t s = 0; ok && s < 2; s++)
		for (size_t i = 0; ok && i < figs[1 - s].n; i++) {
			const struct figure *f = &figs[1 - s].f[i];
			const struct anchor at = {
			    ANCHOR_FIGURE, arena_printf(&a, "%lld", (long long)f->id)};

			if (p->nlines > 2)
				page_blank(p);
			ok = page_explain(p, r, &at, e);
		}
	if (ok && figs[0].n + figs[1].n == 0)
		ok = err_set(e, ERR_NOTFOUND, "no source states how it grows");
	arena_free(&a);
	return ok;
}

static bool
print_page(struct cli *c, struct reader *r, int64_t role, struct err *e)
{
	struct page_opts opts = cli_page_opts(c);
	struct stmt *st = db_query(r->db, "role_by_id", e);
	struct page p;
	bool ok;

	if (st == NULL)
		return false;
	page_init(&p, &opts);
	stmt_bind_int(st, 1, role);
	ok = stmt_step(st, e) == 1;
	if (ok)
		page_heading(&p, stmt_str(st, 1), NULL);
	stmt_reset(st);
	page_rule(&p);
	ok = ok
	    && (c->cmd->explain ? explain(&p, r, role, e)
				: page_role(&p, r, role, ROLE_GROWTH, LEVEL_ENTRY, e));
	page_close(&p);
	if (ok)
		cli_print_page(c, &p);
	page_free(&p);
	return ok;
}

static bool
growth_of(struct cli *c, struct reader *r, struct err *e)
{
	bool rows = cmdline_said(c->cmd, OPT_FORMAT);
	int64_t role;

	if (!cli_find_role(r->db, c->cmd->args[0], &role, e))
		return false;
	if (cmdline_said(c->cmd, OPT_LIMIT) && !rows)
		return err_set(e, ERR_USAGE, "--limit is for rows: add --format");
	if (rows && c->cmd->explain)
		return err_set(
		    e, ERR_USAGE, "--format prints a row a figure: it goes without --explain");
	return rows ? print_rows(c, r, role, e) : print_page(c, r, role, e);
}

bool
verb_growth(struct cli *c, struct err *e)
{
	return cli_read(c, growth_of, e);
}
