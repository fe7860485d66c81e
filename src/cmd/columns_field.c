/*
 * columns_field.c - the columns of fields that no table of a pane has, and what a cell says.
 */
#include "columns.h"

#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/money.h"

#include <string.h>

enum { TITLE_CELLS = 14 }; /* a longer title is cut */

/* Where `i` finds who states such a field; one that is not named here stands on no line of the page. */
static const struct {
	const struct list *list;
	const char *field, *about;
} abouts[] = {
    {&list_programs, "months_max", "Length"},
    {&list_programs, "cost_basis", "Price"},
    {&list_programs, "currency", "Price"},
    {&list_programs, "audience", "Price"},
    {&list_programs, "cost_per_year", "Price"},
    {&list_programs, "cost_as_of", "Price"},
    {&list_programs, "costs", "Price"},
    {&list_programs, "confidence", "Price"},
    {&list_programs, "earnings", "Earnings"},
    {&list_programs, "earnings_horizon", "Earnings"},
    {&list_programs, "debt", "Debt"},
    {&list_programs, "tuition_in", "Tuition"},
    {&list_programs, "tuition_out", "Tuition"},
    {&list_roles, "pay_high", "Pay"},
    {&list_roles, "pay_currency", "Pay"},
    {&list_roles, "pay_basis", "Pay"},
    {&list_roles, "demand", "Growth"},
    {&list_roles, "figures", "Sources"},
    {&list_roles, "zone", "Summary"},
    {&list_roles, "education", "Summary"},
    {&list_roles, "riasec", "Summary"},
    {&list_roles, "employment", "Growth"},
    {&list_roles, "openings", "Growth"},
    {&list_roles, "top_coded", "Pay"},
    {&list_roles, "kind", "Summary"},
    {&list_skills, "role", ""},
    {&list_skills, "tools", ""},
    {&list_skills, "tier", ""},
    {&list_skills, "conflict", ""},
    {&list_guide, "text", ""},
    {&list_guide, "role", ""},
    {&list_sources, "period", ""},
    {&list_sources, "licence", ""},
    {&list_sources, "url", ""},
};

static const char *
about_of(const struct list *l, const char *field)
{
	for (size_t i = 0; i < sizeof abouts / sizeof *abouts; i++)
		if (abouts[i].list == l && strcmp(abouts[i].field, field) == 0)
			return abouts[i].about;
	return NULL;
}

void
column_of_field(const struct list *l, size_t field, struct column_def *out)
{
	const struct field *f = &l->fields[field];
	int title = text_width(f->title);

	title = title < TITLE_CELLS ? title : TITLE_CELLS;
	*out = (struct column_def){
	    .title = f->title,
	    .field = f->name,
	    .width = f->width > title ? f->width : title,
	    .right = f->kind == COL_NUM,
	    .about = about_of(l, f->name),
	};
}

/* Amounts without a currency field of their own are in US dollars: their help says so. */
static void
say_money(const struct pane *p, const struct field *f, uint32_t row, double v, struct buf *out)
{
	const char *currency = f->guard != NULL ? cell_text(p, f->guard, row) : "USD";

	money_bare(out, v, currency, MONEY_FULL);
	if (money_unstated(currency))
		buf_addc(out, '?');
}

static void
say_number(const struct pane *p, const struct field *f, uint32_t row, double v, struct buf *out)
{
	switch (f->unit) {
	case UNIT_MONEY:
		say_money(p, f, row, v, out);
		break;
	case UNIT_COUNT:
		num_full(out, v);
		break;
	case UNIT_PERCENT10:
		buf_addf(out, "%.1f%%", v / 10);
		break;
	case UNIT_NONE:
	case UNIT_MONTHS:
	case UNIT_YEAR:
	case UNIT_RANK:
	case UNIT_YEARS:
		buf_addf(out, "%.0f", v);
		break;
	}
}

/* Texts of a list as `view_cell` has them. */
static void
say_field(const struct pane *p, const char *name, uint32_t row, struct buf *out)
{
	int field = field_find(p->def->list, name);
	const struct field *f = &p->def->list->fields[field];
	size_t start = out->len;
	double v;

	if (f->kind != COL_NUM)
		view_cell(&p->view, field, row, out);
	else if (cell_number(p, name, row, &v))
		say_number(p, f, row, v, out);
	if (out->len == start)
		buf_addc(out, '-');
}

/* An amount that has no room, in thousands or millions. */
static void
say_brief(const struct pane *p, const struct column_def *c, uint32_t row, struct buf *out)
{
	const struct field *f = &p->def->list->fields[field_find(p->def->list, c->field)];
	const char *currency = f->guard != NULL ? cell_text(p, f->guard, row) : "USD";
	double v;

	if (f->unit != UNIT_MONEY || !cell_number(p, c->field, row, &v)) {
		say_field(p, c->field, row, out);
		return;
	}
	money_bare(out, v, currency, MONEY_SHORT);
	if (money_unstated(currency))
		buf_addc(out, '?');
}

void
pane_cell(
    const struct pane *p, const struct column_def *c, uint32_t row, int cells, struct buf *out)
{
	size_t start = out->len;

	if (c->cell != NULL)
		c->cell(p, row, out);
	else
		say_field(p, c->field, row, out);
	if (!c->right || (c->cell != NULL && c->brief == NULL)
	    || text_width(out->data + start) <= cells)
		return;
	buf_remove(out, start, out->len - start);
	if (c->cell != NULL)
		c->brief(p, row, out);
	else
		say_brief(p, c, row, out);
}

void
pane_visible_columns(const struct pane *p, int width, struct column_places *out)
{
	colview_places(&p->cols, width, out);
}

const struct column_def *
pane_column(const struct pane *p)
{
	return colview_def(&p->cols, p->column);
}
