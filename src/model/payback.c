/*
 * payback.c - is a program worth its price for a job: all parts put together.
 */
#include "career/model/payback.h"

#include "career/base/mem.h"
#include "payback_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool
payback_open(struct payback *p, struct db *db, const struct sources *src, const struct rules *rules,
    int64_t program, int64_t role, struct err *e)
{
	*p = (struct payback){.program = program, .role = role};
	p->of = mem_zero(1, sizeof *p->of);
	p->of->db = db;
	p->of->src = src;
	p->of->rules = rules;
	arena_init(&p->of->arena);
	arena_init(&p->arena);
	if (payback_read(p, e))
		return true;
	payback_close(p);
	return false;
}

void
payback_close(struct payback *p)
{
	if (p->of != NULL) {
		arena_free(&p->of->arena);
		arena_free(&p->arena);
		free(p->of);
	}
	*p = (struct payback){.of = NULL};
}

/* --- answers --------------------------------------------------------------------------------- */

static void
make_bands(struct payback *p)
{
	static const enum finance_measure by_pay[] = {FM_DIRECT, FM_PAYBACK, FM_NPV, FM_IRR, FM_BCR,
	    FM_ANNUAL, FM_DISCRETIONARY, FM_GE, FM_DEBT_SALARY, FM_LEFT};
	struct finance_pay *pays = arena_alloc(&p->arena, (p->npays + 1) * sizeof *pays);
	struct finance_pays all = {pays, p->npays};

	for (size_t i = 0; i < p->npays; i++)
		pays[i] = p->pay[i].pay;
	memset(p->bands, 0, sizeof p->bands);
	for (size_t i = 0; i < sizeof by_pay / sizeof *by_pay; i++)
		finance_band(&p->bands[by_pay[i]], by_pay[i], &p->in, &all, &p->arena);
	p->band = p->bands[FM_PAYBACK];
	p->direct = p->bands[FM_DIRECT];
}

/* Assumptions of the price; those that the formulas know themselves finance_moves flips. */
static void
make_moves(struct payback *p, const struct payback_asks *q)
{
	static const enum payback_flip prices[] = {FLIP_YEARLY, FLIP_OUT};
	struct finance_flip flip[sizeof prices / sizeof *prices];
	struct finance_flips more = {flip, 0};

	for (size_t i = 0; i < sizeof prices / sizeof *prices; i++) {
		if (!(p->flippable & 1u << prices[i]))
			continue;
		flip[more.n].title = payback_flip_says(p, prices[i]);
		payback_flipped(&flip[more.n].in, p, q, prices[i]);
		more.n++;
	}
	finance_moves(&p->moves, FM_PAYBACK, &p->in, &more, &p->arena);
}

static void
make_results(struct payback *p)
{
	for (int m = 0; m < FM_COUNT; m++)
		p->result[m] = finance_explain((enum finance_measure)m, &p->in, &p->arena);
}

bool
payback_work(struct payback *p, const struct payback_asks *q, struct err *e)
{
	bool ok;

	arena_reset(&p->arena);
	p->level = q->level;
	p->flips = q->flips;
	ok = factor_choose(&p->factors, &p->of->factors, q->factors, e);
	if (!ok)
		p->factors = (struct factor_choice){.n = 0};
	payback_inputs(p, q);
	ok = payback_pays(p, q, e) && ok;
	make_bands(p);
	make_moves(p, q);
	make_results(p);
	payback_other(p);
	return ok;
}

const char *
payback_flip_says(const struct payback *p, enum payback_flip f)
{
	/* What is read now, and with the bit set. */
	static const char *const says[FLIP_COUNT][2] = {
	    [FLIP_YEARLY] = {"the price is of the whole program", "the price is of one year"},
	    [FLIP_OUT] = {"the tuition is for students of the state",
		"the tuition is for students of another state"},
	    [FLIP_JOB] = {"the job is left to study", "the job is kept while studying"},
	    [FLIP_DEBT] = {"the net price is borrowed",
		"the median debt of its graduates is borrowed"},
	    [FLIP_TIMING] = {"each year's amount at the end of its year",
		"each year's amount at the start of its year"},
	    [FLIP_ACCRUE] = {"no interest while studying",
		"interest while studying is added to the debt"},
	    [FLIP_HOME] = {"the price is in US dollars",
		"the price is in the school's own currency"},
	};
	/* Whether a job is kept depends on the program: the bit turns it. */
	bool now = f == FLIP_JOB ? p->in.job_kept : (p->flips & 1u << f) != 0;

	return says[f][!now];
}
