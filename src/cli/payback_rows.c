/* payback_rows.c - a payback as one table: what links the two, then a row for each input, figure and result. */
#include "payback_rows.h"

#include "career/base/num.h"
#include "career/out/out.h"

#include <math.h>

static const struct out_column columns[] = {
    {"part", "Part", false, 6},
    {"key", "Key", false, 18},
    {"what", "What", false, 30},
    {"value", "Value", true, 10},
    {"unit", "Unit", false, 10},
    {"told", "Told", false, 8},
    {"low", "Low", true, 8},
    {"mid", "Mid", true, 8},
    {"high", "High", true, 8},
    {"payback_low", "At low", true, 7},
    {"payback_high", "At high", true, 7},
    {"direct", "Price alone", true, 7},
    {"source", "Source", false, 18},
    {"says", "Says", false, 40},
};
enum { COLUMNS = sizeof columns / sizeof *columns };
enum { PART, KEY, WHAT, VALUE, UNIT, TOLD, LOW, MID, HIGH, AT_LOW, AT_HIGH, DIRECT, SOURCE, SAYS };

static const char *
unit_word(enum finance_unit u, const char *currency, struct arena *a)
{
	switch (u) {
	case FU_MONEY:
		return currency;
	case FU_MONEY_YEAR:
		return arena_printf(a, "%s a year", currency);
	case FU_MONEY_MONTH:
		return arena_printf(a, "%s a month", currency);
	case FU_MONTHS:
		return "months";
	case FU_YEARS:
		return "years";
	case FU_PERCENT:
		return "percent";
	case FU_RATE:
		return "percent a year";
	case FU_RATIO:
		return "times";
	default:
		return "";
	}
}

/* To the cent: more digits are of no use to anyone. */
static struct cell
number_cell(double v, struct arena *a)
{
	struct buf plain = BUF_INIT;
	struct cell cell = {.kind = CELL_ABSENT};

	if (!isnan(v)) {
		num_plain(&plain, round(v * 1e4) / 1e4);
		cell = (struct cell){.kind = CELL_NUMBER, .text = arena_dup(a, plain.data)};
	}
	buf_free(&plain);
	return cell;
}

static const char *
told_word(const struct finance_value *v)
{
	static const char *const words[] = {[FIN_TOLD] = "told",
	    [FIN_VERDICT] = "",
	    [FIN_NEVER] = "never",
	    [FIN_CANNOT] = "cannot"};

	if (v->verdict != FIN_NO_VERDICT)
		return v->verdict == FIN_PASSES ? "passes" : "fails";
	return words[v->told];
}

static void
input_row(struct out *o, const struct payback *p, enum finance_field f, struct arena *a)
{
	static const char *const from[] = {[FROM_NOBODY] = "nobody",
	    [FROM_PERSON] = "yours",
	    [FROM_SOURCE] = "stated",
	    [FROM_RULE] = "rule",
	    [FROM_ASSUMED] = "assumed"};
	const struct payback_line *l = &p->line[f];
	struct cell cell[COLUMNS] = {[PART] = out_text("input"),
	    [KEY] = out_text(finance_inputs[f].key),
	    [WHAT] = out_text(finance_inputs[f].title),
	    [VALUE] = number_cell(l->value, a),
	    [UNIT] = out_text(unit_word(finance_inputs[f].unit, p->in.currency, a)),
	    [TOLD] = out_text(from[l->from]),
	    [SAYS] = out_text(l->says)};

	out_row(o, cell);
}

static const char *
pay_word(const struct payback_pay *pay)
{
	if (pay->f == NULL)
		return "yours";
	return pay->f->near ? "nearest occupation" : basis_word(pay->f->basis);
}

static void
figure_row(struct out *o, const struct payback *p, size_t i, struct arena *a)
{
	const struct payback_pay *pay = &p->pay[i];
	const struct finance_band_row *row = &p->band.row[i];
	struct cell cell[COLUMNS] = {[PART] = out_text("figure"),
	    [KEY] = out_text(pay->f != NULL ? pay->f->source->key : "pay"),
	    [WHAT] = out_text(pay_word(pay)),
	    [VALUE] = number_cell(row->middle.value, a),
	    [UNIT] = out_text("years"),
	    [TOLD] = out_text(told_word(&row->middle)),
	    [LOW] = number_cell(pay->pay.low, a),
	    [MID] = number_cell(pay->pay.middle, a),
	    [HIGH] = number_cell(pay->pay.high, a),
	    [AT_LOW] = number_cell(row->low.value, a),
	    [AT_HIGH] = number_cell(row->high.value, a),
	    [DIRECT] = number_cell(p->direct.row[i].middle.value, a),
	    [SOURCE] = out_text(pay->pay.who),
	    [SAYS] = out_text(pay->line != NULL && pay->line->apart ? "stands apart" : "")};

	out_row(o, cell);
}

static void
result_row(struct out *o, const struct payback *p, enum finance_measure m, struct arena *a)
{
	const struct finance_result *r = &p->result[m];
	bool over = p->bands[m].n > 0; /* its span over the pay figures */
	struct cell cell[COLUMNS] = {[PART] = out_text("result"),
	    [KEY] = out_text(r->of->key),
	    [WHAT] = out_text(r->of->title),
	    [VALUE] = number_cell(r->v.value, a),
	    [UNIT] = out_text(unit_word(r->of->unit, p->in.currency, a)),
	    [TOLD] = out_text(told_word(&r->v)),
	    [LOW] = number_cell(over ? p->bands[m].lo : NAN, a),
	    [HIGH] = number_cell(over ? p->bands[m].hi : NAN, a),
	    [SOURCE] = out_text(r->of->source),
	    [SAYS] = out_text(r->worked[0] != '\0' ? r->worked : r->says)};

	out_row(o, cell);
}

static void
link_row(struct out *o, const struct payback *p)
{
	static const char *const words[] = {
	    [PAYBACK_NO_LINK] = "none", [PAYBACK_RULE] = "rule", [PAYBACK_CROSSWALK] = "crosswalk"};
	struct cell cell[COLUMNS] = {[PART] = out_text("link"),
	    [KEY] = out_text(p->program_key),
	    [WHAT] = out_text(p->role_slug),
	    [TOLD] = out_text(words[p->link]),
	    [SAYS] = out_text(p->link_says)};

	out_row(o, cell);
}

void
payback_rows(struct cli *c, const struct payback *p)
{
	struct out o = cli_table(c, columns, COLUMNS, false);
	struct arena a;

	arena_init(&a);
	out_begin(&o);
	link_row(&o, p);
	for (int f = 0; f < FI_COUNT; f++)
		input_row(&o, p, (enum finance_field)f, &a);
	for (size_t i = 0; i < p->npays; i++)
		figure_row(&o, p, i, &a);
	for (int m = 0; m < FM_COUNT; m++)
		result_row(&o, p, (enum finance_measure)m, &a);
	out_end(&o);
	arena_free(&a);
}
