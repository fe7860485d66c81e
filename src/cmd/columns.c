/*
 * columns.c - the columns of the two lists, and what a cell says.
 */
#include "columns.h"

#include "career/base/text.h"
#include "career/model/figure.h"
#include "career/page/money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { COST_WIDTH = 11 };

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
	buf_addf(out, "%s%.1f%%", strcmp(cell_text(p, "kind", row), "occupation") == 0 ? "" : "~",
	    tenths / 10);
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
    {"Role", "title", 0, 1, false, 0, role_title, "Pay"},
    {"Family", "family", 14, 0, false, 96, role_family, "Pay"},
    {"Most agree", "pay_low", 12, 0, true, 0, role_pay, "Pay"},
    {"Level", "pay_level", 6, 0, false, 48, role_level, "Pay"},
    {"Agree", "pay_publishers", 5, 0, true, 54, role_publishers, "Pay"},
    {"Growth/y", "growth", 9, 0, true, 64, role_growth, "Growth"},
    {"Programs", "programs", 8, 0, true, 78, role_programs, "Programs"},
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

/* A number without its end would be another one: it is rounded rather than cut. */
static void
program_cost(const struct pane *p, uint32_t row, struct buf *out)
{
	size_t start = out->len;
	double cost;

	if (strcmp(cell_text(p, "status", row), "withdrawn") == 0) {
		buf_adds(out, "withdrawn");
		return;
	}
	if (!cell_number(p, "cost", row, &cost)) {
		buf_adds(out, "-");
		return;
	}
	cost_text(p, row, cost, MONEY_FULL, out);
	if (text_width(out->data + start) <= COST_WIDTH)
		return;
	buf_remove(out, start, out->len - start);
	cost_text(p, row, cost, MONEY_SHORT, out);
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

const struct column_def program_columns[PROGRAM_COLUMNS] = {
    {"School", "school", 0, 2, false, 0, program_school, "Price"},
    {"Program", "program", 0, 3, false, 36, program_name, "Price"},
    {"Field", "field", 16, 0, false, 104, program_field, "Field code"},
    {"Award", "award", 10, 0, false, 72, program_award, "Price"},
    {"Mode", "mode", 9, 0, false, 84, program_mode, "Mode"},
    {"Months", "months", 7, 0, true, 46, program_months, "Length"},
    {"Cost", "cost", COST_WIDTH, 0, true, 0, program_cost, "Price"},
};

size_t
pane_visible_columns(const struct pane *p, int width, int *widths)
{
	const struct pane_def *def = p->def;
	int left = width - 1, shares = 0; /* nothing stands behind the last column */
	size_t shown = 0;

	for (size_t i = 0; i < def->ncolumns; i++) {
		const struct column_def *c = &def->columns[i];

		widths[i] = width < c->from ? 0 : c->width;
		if (width < c->from)
			continue;
		shown++;
		shares += c->share;
		left -= c->width + 1;
	}
	for (size_t i = 0; i < def->ncolumns; i++) {
		int share = def->columns[i].share;

		if (share == 0 || width < def->columns[i].from)
			continue;
		widths[i] = left > shares ? left * share / shares : 1;
		left -= widths[i];
		shares -= share;
	}
	return shown;
}
