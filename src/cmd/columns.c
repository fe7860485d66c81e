/*
 * columns.c - the columns of the two lists, and what a cell says.
 */
#include "columns.h"

#include "career/base/text.h"
#include "career/model/figure.h"
#include "career/model/rolecols.h"
#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *
cell_text(const struct pane *p, const char *field, uint32_t row)
{
	int col = frame_col(p->frame.spec, field);

	return col >= 0 ? frame_text(&p->frame, col, row) : "";
}

/* False when absent. */
bool
cell_number(const struct pane *p, const char *field, uint32_t row, double *out)
{
	int col = frame_col(p->frame.spec, field);
	int32_t v = col >= 0 ? frame_num(&p->frame, col, row) : FRAME_MISSING;

	*out = v;
	return !frame_is_missing(v);
}

static void
role_title(const struct pane *p, uint32_t row, struct buf *out)
{
	buf_adds(out, cell_text(p, "title", row));
	if (strcmp(cell_text(p, "kind", row), "specialization") == 0)
		buf_adds(out, " (field)");
}

static void
role_family(const struct pane *p, uint32_t row, struct buf *out)
{
	buf_adds(out, cell_text(p, "family", row));
}

/* "$120K-160K": the best-supported range of the level it is for. */
static void
role_pay(const struct pane *p, uint32_t row, struct buf *out)
{
	struct money_span s = {.currency = cell_text(p, "pay_currency", row)};
	double agree;

	if (!cell_number(p, "pay_low", row, &s.lo)) {
		buf_adds(out, cell_number(p, "pay_publishers", row, &agree) ? "! none meet" : "-");
		return;
	}
	if (!cell_number(p, "pay_high", row, &s.hi)) {
		s.hi = s.lo;
		s.open_hi = true;
	}
	s.open_hi = s.open_hi || *cell_text(p, "top_coded", row) != '\0';
	money_span_bare(out, &s, MONEY_SHORT);
}

static void
role_level(const struct pane *p, uint32_t row, struct buf *out)
{
	const char *level = cell_text(p, "pay_level", row);

	buf_adds(out, strcmp(level, "executive") == 0 ? "exec." : *level != '\0' ? level : "-");
}

static void
role_publishers(const struct pane *p, uint32_t row, struct buf *out)
{
	double n;

	if (cell_number(p, "pay_publishers", row, &n))
		buf_addf(out, "%.0f", n);
	else
		buf_adds(out, "-");
}

/* Own official projections stand bare, those of nearest occupations behind '~'. */
static void
role_growth(const struct pane *p, uint32_t row, struct buf *out)
{
	double tenths;

	if (!cell_number(p, "growth", row, &tenths)) {
		buf_adds(out, "-");
		return;
	}
	buf_addf(out, "%s%.1f%%", rolecols_own_growth(&p->frame, row) ? "" : "~", tenths / 10);
}

static void
role_programs(const struct pane *p, uint32_t row, struct buf *out)
{
	double n;

	if (cell_number(p, "programs", row, &n) && n > 0)
		buf_addf(out, "%.0f", n);
	else
		buf_adds(out, "-");
}

const struct column_def role_columns[ROLE_COLUMNS] = {
    {"Role", "title", 0, 1, false, 0, role_title, "Pay", NULL},
    {"Family", "family", 14, 0, false, 96, role_family, "Pay", NULL},
    {"Most agree", "pay_low", 12, 0, true, 0, role_pay, "Pay", NULL},
    {"Level", "pay_level", 6, 0, false, 48, role_level, "Pay", NULL},
    {"Agree", "pay_publishers", 5, 0, true, 54, role_publishers, "Pay", NULL},
    {"Growth/y", "growth", 9, 0, true, 64, role_growth, "Growth", NULL},
    {"Programs", "programs", 8, 0, true, 78, role_programs, "Programs", NULL},
};

static void
program_school(const struct pane *p, uint32_t row, struct buf *out)
{
	buf_adds(out, cell_text(p, "school", row));
}

static void
program_name(const struct pane *p, uint32_t row, struct buf *out)
{
	if (strcmp(cell_text(p, "status", row), "withdrawn") == 0)
		buf_adds(out, "! ");
	buf_adds(out, cell_text(p, "program", row));
}

const char *
award_short(const char *award)
{
	static const struct {
		const char *award, *label;
	} labels[] = {
	    {"professional-certificate", "prof.cert."},
	    {"post-baccalaureate-certificate", "post-bac."},
	    {"graduate-certificate", "grad.cert."},
	    {"first-professional", "first-prof"},
	};
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strcmp(labels[i].award, award) == 0)
			return labels[i].label;
	return award;
}

static void
program_award(const struct pane *p, uint32_t row, struct buf *out)
{
	buf_adds(out, award_short(cell_text(p, "award", row)));
}

static void
program_months(const struct pane *p, uint32_t row, struct buf *out)
{
	double lo, hi;

	if (!cell_number(p, "months", row, &lo)) {
		buf_adds(out, "-");
		return;
	}
	buf_addf(out, "%.0f", lo);
	if (cell_number(p, "months_max", row, &hi) && hi > lo)
		buf_addf(out, "-%.0f", hi);
}

/* '~' derived, '?' per what not said, '+' several figures; a total only. */
static void
cost_text(const struct pane *p, uint32_t row, double cost, enum money_form form, struct buf *out)
{
	const char *basis = cell_text(p, "cost_basis", row);
	double several;

	if (strcmp(basis, "derived") == 0)
		buf_adds(out, "~");
	money_bare(out, cost, cell_text(p, "currency", row), form);
	if (strcmp(basis, "unstated") == 0 || money_unstated(cell_text(p, "currency", row)))
		buf_adds(out, "?");
	if (cell_number(p, "costs", row, &several) && several > 1)
		buf_adds(out, "+");
}

static void
say_cost(const struct pane *p, uint32_t row, enum money_form form, struct buf *out)
{
	double cost;

	if (strcmp(cell_text(p, "status", row), "withdrawn") == 0)
		buf_adds(out, "withdrawn");
	else if (cell_number(p, "cost", row, &cost))
		cost_text(p, row, cost, form, out);
	else
		buf_adds(out, "-");
}

static void
program_cost(const struct pane *p, uint32_t row, struct buf *out)
{
	say_cost(p, row, MONEY_FULL, out);
}

static void
program_cost_brief(const struct pane *p, uint32_t row, struct buf *out)
{
	say_cost(p, row, MONEY_SHORT, out);
}

static void
program_mode(const struct pane *p, uint32_t row, struct buf *out)
{
	const char *mode = cell_text(p, "mode", row);

	buf_adds(out, *mode != '\0' ? mode : "-");
}

static void
program_field(const struct pane *p, uint32_t row, struct buf *out)
{
	buf_adds(out, cell_text(p, "field", row));
}

/* What is kept back is told from what nobody states. */
static void
program_earnings(const struct pane *p, uint32_t row, struct buf *out)
{
	double earnings;

	if (cell_number(p, "earnings", row, &earnings))
		money_bare(out, earnings, "USD", MONEY_FULL);
	else
		buf_adds(out, earnings == FRAME_MISSING + MISSING_SUPPRESSED ? "suppressed" : "-");
}

const struct column_def outcome_columns[OUTCOME_COLUMNS] = {
    {"School", "school", 0, 2, false, 0, program_school, "Price", NULL},
    {"Program", "program", 0, 3, false, 36, program_name, "Price", NULL},
    {"Field", "field", 16, 0, false, 116, program_field, "Field code", NULL},
    {"Award", "award", 10, 0, false, 72, program_award, "Price", NULL},
    {"Mode", "mode", 9, 0, false, 128, program_mode, "Mode", NULL},
    {"Months", "months", 7, 0, true, 96, program_months, "Length", NULL},
    {"Cost", "cost", 11, 0, true, 62, program_cost, "Price", program_cost_brief},
    {"Earnings", "earnings", 10, 0, true, 0, program_earnings, "Earnings", NULL},
};

const struct column_def *
columns_of(const struct pane *p, size_t *n)
{
	int col =
	    p->def->list == &list_programs ? frame_col(p->frame.spec, "earnings_horizon") : -1;

	*n = p->def->ncolumns;
	if (col < 0 || p->frame.cols[col].dict.n < 2)
		return p->def->columns;
	*n = OUTCOME_COLUMNS;
	return outcome_columns;
}

const struct column_def program_columns[PROGRAM_COLUMNS] = {
    {"School", "school", 0, 2, false, 0, program_school, "Price", NULL},
    {"Program", "program", 0, 3, false, 36, program_name, "Price", NULL},
    {"Field", "field", 16, 0, false, 104, program_field, "Field code", NULL},
    {"Award", "award", 10, 0, false, 72, program_award, "Price", NULL},
    {"Mode", "mode", 9, 0, false, 84, program_mode, "Mode", NULL},
    {"Months", "months", 7, 0, true, 46, program_months, "Length", NULL},
    {"Cost", "cost", 11, 0, true, 0, program_cost, "Price", program_cost_brief},
};
