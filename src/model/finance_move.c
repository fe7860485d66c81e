/*
 * finance_move.c - which input moves an answer most.
 */
#include "career/model/finance_move.h"

#include <math.h>
#include <stdlib.h>

const struct finance_step finance_steps[] = {
    {FI_BASELINE, true, 10, 25, FI_COUNT},
    {FI_PAY, true, 10, 25, FI_COUNT},
    {FI_COST, true, 10, 25, FI_COUNT},
    {FI_AID, true, 10, 25, FI_COST},
    {FI_LIVING, true, 10, 25, FI_COUNT},
    {FI_MONTHS, true, 10, 25, FI_COUNT},
    {FI_STUDY_PAY, true, 10, 25, FI_BASELINE},
    {FI_BORROWED, true, 10, 25, FI_COUNT},
    {FI_RATE, false, 1, 3, FI_COUNT},
    {FI_LOAN_YEARS, false, 2, 5, FI_COUNT},
    {FI_DISCOUNT, false, 1, 3, FI_COUNT},
    {FI_HORIZON, false, 2, 5, FI_COUNT},
    {FI_TAX, false, 5, 10, FI_COUNT},
    {FI_EARNINGS, true, 10, 25, FI_COUNT},
    {FI_HIGH_SCHOOL, true, 10, 25, FI_COUNT},
    {FI_LAW_MEDIAN, true, 10, 25, FI_COUNT},
};
const size_t nfinance_steps = sizeof finance_steps / sizeof *finance_steps;

static void
flip_job(struct finance_input *in)
{
	in->job_kept = !in->job_kept;
}

static bool
job_kept(const struct finance_input *in)
{
	return in->job_kept;
}

static void
flip_accrue(struct finance_input *in)
{
	in->accrue = !in->accrue;
}

static bool
accrues(const struct finance_input *in)
{
	return in->accrue;
}

static void
flip_timing(struct finance_input *in)
{
	in->timing = in->timing == FIN_YEAR_END ? FIN_YEAR_START : FIN_YEAR_END;
}

static bool
at_end(const struct finance_input *in)
{
	return in->timing == FIN_YEAR_END;
}

enum { FLIPS = 3 };

/* The assumptions of the inputs themselves. */
static const struct {
	const char *off, *on; /* what is assumed when it is flipped to that */
	void (*flip)(struct finance_input *in);
	bool (*is_on)(const struct finance_input *in);
} own_flips[FLIPS] = {
    {"the job is left to study", "the job is kept while studying", flip_job, job_kept},
    {"no interest while studying", "interest while studying is added to the debt", flip_accrue,
	accrues},
    {"each year's amount at the start of its year", "each year's amount at the end of its year",
	flip_timing, at_end},
};

/* --- one move -------------------------------------------------------------------------------- */

/* Where a step leads; NAN: nowhere. */
static double
stepped(const struct finance_step *s, const struct finance_input *in, double step)
{
	double v = finance_get(in, s->field), to;
	const struct finance_in *row = &finance_inputs[s->field];

	if (s->relative && s->instead != FI_COUNT && !(v > 0))
		to = step > 0 ? finance_get(in, s->instead) * step / 100 : NAN;
	else if (s->relative)
		to = v + v * step / 100;
	else
		to = v + step;
	return isnan(to) ? NAN : fmin(row->most, fmax(row->least, to));
}

static void
try_one(
    struct finance_move *move, int which, enum finance_measure m, const struct finance_input *at)
{
	struct finance_value v = finance_value(m, at);

	move->of[which].made = v.told != FIN_CANNOT;
	move->of[which].v = v;
}

static void
try_steps(struct finance_move *move, const struct finance_step *s, enum finance_measure m,
    const struct finance_input *in)
{
	const double steps[TRY_COUNT] = {-s->small, s->small, -s->large, s->large};

	*move = (struct finance_move){.field = s->field, .title = finance_inputs[s->field].title};
	for (int i = 0; i < TRY_COUNT; i++) {
		struct finance_input at = *in;
		double to = stepped(s, in, steps[i]);

		move->of[i].input = to;
		if (isnan(to) || to == finance_get(in, s->field)) /* at its end already */
			continue;
		finance_set(&at, s->field, to);
		try_one(move, i, m, &at);
	}
}

static void
try_flip(struct finance_move *move, const char *title, enum finance_measure m,
    const struct finance_input *at)
{
	*move = (struct finance_move){.field = FI_COUNT, .title = title};
	for (int i = 0; i < TRY_COUNT; i++)
		move->of[i].input = NAN;
	try_one(move, TRY_MUCH_MORE, m, at);
}

/* How far from `was` it moved. False: not at all. */
static bool
weigh(struct finance_move *move, const struct finance_value *was)
{
	for (int i = 0; i < TRY_COUNT; i++) {
		const struct finance_try *t = &move->of[i];
		bool turned = t->v.told != was->told || t->v.verdict != was->verdict;

		if (!t->made)
			continue;
		move->turns |= turned;
		move->turns_small |= turned && (i == TRY_LESS || i == TRY_MORE);
		if (t->v.told == FIN_TOLD && was->told == FIN_TOLD)
			move->effect = fmax(move->effect, fabs(t->v.value - was->value));
	}
	return move->turns || move->effect > 1e-9 * (1 + fabs(was->value));
}

/* --- in words -------------------------------------------------------------------------------- */

static void
put_try(struct buf *out, const struct finance_move *move, const struct finance_try *t,
    const struct finance_formula *of, const char *currency)
{
	if (!isnan(t->input)) {
		enum finance_unit u = finance_inputs[move->field].unit;

		finance_number(out, t->input,
		    u == FU_MONEY_YEAR || u == FU_MONEY_MONTH ? FU_MONEY
			: u == FU_RATE                        ? FU_PERCENT
							      : u,
		    currency);
		buf_adds(out, " -> ");
	}
	if (t->v.told == FIN_TOLD)
		finance_number(out, t->v.value, of->unit, currency);
	else if (t->v.told == FIN_NEVER)
		buf_adds(out, "never");
	else
		buf_adds(out, t->v.verdict == FIN_PASSES ? "passes" : "fails");
	if (t->v.told == FIN_TOLD && t->v.verdict != FIN_NO_VERDICT)
		buf_adds(out, t->v.verdict == FIN_PASSES ? " (passes)" : " (fails)");
}

static const char *
move_says(const struct finance_move *move, const struct finance_formula *of, const char *currency,
    struct arena *a)
{
	struct buf text = BUF_INIT;
	const char *says, *between = ": ";

	buf_adds(&text, move->title);
	for (int i = TRY_MUCH_LESS; i <= TRY_MUCH_MORE; i++) {
		if (!move->of[i].made)
			continue;
		buf_adds(&text, between);
		put_try(&text, move, &move->of[i], of, currency);
		between = ", ";
	}
	says = arena_ndup(a, text.data, text.len);
	buf_free(&text);
	return says;
}

/* --- all of them ----------------------------------------------------------------------------- */

static bool
moves_more(const struct finance_move *x, const struct finance_move *y)
{
	if (x->turns_small != y->turns_small)
		return x->turns_small;
	if (x->turns != y->turns)
		return x->turns;
	return x->effect > y->effect;
}

/* Keeps what moves the answer, behind all that move it as much: the tables' order decides. */
static void
keep(struct finance_moves *out, struct finance_move move, const struct finance_input *in,
    struct arena *a, enum finance_measure m)
{
	size_t at = out->n;

	if (!weigh(&move, &out->v))
		return;
	move.says = move_says(&move, &finance_formulas[m], in->currency, a);
	for (; at > 0 && moves_more(&move, &out->m[at - 1]); at--)
		out->m[at] = out->m[at - 1];
	out->m[at] = move;
	out->n++;
}

void
finance_moves(struct finance_moves *out, enum finance_measure m, const struct finance_input *in,
    const struct finance_flips *more, struct arena *a)
{
	size_t room = nfinance_steps + FLIPS + (more != NULL ? more->n : 0);
	struct finance_move move;

	*out = (struct finance_moves){
	    .v = finance_value(m, in), .m = arena_alloc(a, room * sizeof *out->m)};
	if (out->v.told == FIN_CANNOT)
		return;
	for (size_t i = 0; i < nfinance_steps; i++) {
		try_steps(&move, &finance_steps[i], m, in);
		keep(out, move, in, a, m);
	}
	for (size_t i = 0; i < FLIPS; i++) {
		struct finance_input at = *in;

		own_flips[i].flip(&at);
		try_flip(
		    &move, own_flips[i].is_on(&at) ? own_flips[i].on : own_flips[i].off, m, &at);
		keep(out, move, in, a, m);
	}
	for (size_t i = 0; more != NULL && i < more->n; i++) {
		try_flip(&move, more->f[i].title, m, &more->f[i].in);
		keep(out, move, in, a, m);
	}
}
