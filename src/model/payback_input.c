/*
 * payback_input.c - each input of a payback with where it comes from.
 *
 * What a person says stands in for what is stated or assumed; the line then still says what that was.
 */
#include "payback_parts.h"

#include <math.h>
#include <string.h>

/* What an input is without the person's word, and why. */
struct given {
	enum payback_from from;
	double value;
	const char *says, *table, *column;
	int64_t row;
	const char *currency; /* NULL: that of all amounts */
};

static void
put_line(struct payback *p, const struct payback_asks *q, enum finance_field f, struct given g)
{
	struct payback_line *l = &p->line[f];
	double said = q->said[f];

	*l = (struct payback_line){.field = f,
	    .from = g.from,
	    .value = g.value,
	    .says = g.says != NULL ? g.says : "",
	    .table = g.table,
	    .row = g.row,
	    .column = g.column};
	if (!isnan(said)) {
		struct buf was = BUF_INIT;

		l->from = FROM_PERSON;
		l->value = said;
		if (!isnan(g.value)) {
			finance_number(&was, g.value, finance_inputs[f].unit,
			    g.currency != NULL ? g.currency : p->in.currency);
			l->says = arena_printf(&p->arena, "yours (%s%s%s)", l->says,
			    l->says[0] != '\0' ? ": " : "", was.data);
		} else {
			l->says = "yours";
		}
		buf_free(&was);
	}
	finance_set(&p->in, f, l->value);
}

/* --- price and length ------------------------------------------------------------------------ */

/* A school abroad: its money, if the price could be in it; NULL in the US. */
static const char *
payback_home(const struct payback *p)
{
	const char *home = price_home_currency(p->country);

	return home != NULL && strcmp(home, "USD") != 0 ? home : NULL;
}

static struct price_flips
flips_of(unsigned flips)
{
	return (struct price_flips){.yearly = (flips & 1u << FLIP_YEARLY) != 0,
	    .out = (flips & 1u << FLIP_OUT) != 0,
	    .home = (flips & 1u << FLIP_HOME) != 0,
	    .job = (flips & 1u << FLIP_JOB) != 0};
}

/* As it is read, in words. Said months count where a year's price is multiplied. */
static struct price
read_price(const struct payback *p, const struct payback_asks *q, unsigned flips)
{
	struct price_said said = p->of->said;
	struct price_flips f = flips_of(flips);
	struct price got;

	if (!isnan(q->said[FI_MONTHS]))
		said.months = q->said[FI_MONTHS];
	if (payback_home(p) == NULL)
		f.home = false;
	price_read(&got, &said, &f);
	return got;
}

static void
put_cost(struct payback *p, const struct payback_asks *q, const struct price *price)
{
	const struct payback_case *c = p->of;
	struct given g = {
	    .value = price->total, .says = payback_cost_says(p), .currency = c->said.currency};

	g.from = isnan(price->total)                                        ? FROM_NOBODY
	    : price->assumed & (PRICE_PER | PRICE_CURRENCY | PRICE_TUITION) ? FROM_ASSUMED
									    : FROM_SOURCE;
	if (c->scorecard) {
		g.table = "sc_program";
		g.row = c->row;
		g.column = price->assumed & PRICE_OUT ? "tuition_out" : "tuition_in";
	} else if (c->cost_fact != 0) {
		g.table = "program_fact";
		g.row = c->cost_fact;
	}
	put_line(p, q, FI_COST, g);
}

static void
put_length(struct payback *p, const struct payback_asks *q)
{
	const struct payback_case *c = p->of;
	struct given g = {.value = c->said.months, .from = FROM_SOURCE};

	if (isnan(c->said.months)) {
		g.value = 12 * price_years(p->award);
		g.from = isnan(g.value) ? FROM_NOBODY : FROM_ASSUMED;
		g.says = isnan(g.value) ? "no page states it" : "usual for the award";
	}
	if (c->length_fact != 0 || c->mode_fact != 0) {
		g.table = "program_fact";
		g.row = c->length_fact != 0 ? c->length_fact : c->mode_fact;
	}
	put_line(p, q, FI_MONTHS, g);
}

/* --- pay without it -------------------------------------------------------------------------- */

static const struct payback_offer *
offer_of(const struct payback *p, const char *slug)
{
	for (size_t i = 0; i < p->of->noffers && slug[0] != '\0'; i++)
		if (strcmp(p->of->offer[i].slug, slug) == 0)
			return &p->of->offer[i];
	return NULL;
}

/* A first job instead: who says so is behind its answer, its figure, else its page. */
static void
take_offer(struct payback *p, const struct payback_offer *offer)
{
	struct payback_line *l = &p->line[FI_BASELINE];

	l->from = FROM_SOURCE;
	l->says = arena_printf(&p->arena, "%s (%s)", offer->says, offer->who);
	l->table = offer->answer != NULL ? "answer" : offer->figure != 0 ? "figure" : "role";
	l->column = offer->answer != NULL ? offer->answer : offer->slug;
	l->row = offer->figure;
}

static void
put_baseline(struct payback *p, const struct payback_asks *q)
{
	const struct rule *rule = &p->of->rules->rule[RULE_ALL_JOBS_MEDIAN];
	const struct payback_offer *offer = offer_of(p, q->baseline_role);
	struct given g = {.from = FROM_ASSUMED,
	    .value = rule_value(p->of->rules, RULE_ALL_JOBS_MEDIAN),
	    .says = arena_printf(&p->arena, "median of all US jobs, %d", rule->year),
	    .table = "rule",
	    .row = RULE_ALL_JOBS_MEDIAN};

	if (p->assumed & PRICE_FOREIGN)
		g = (struct given){.value = NAN,
		    .says = arena_printf(&p->arena,
			"say it in %s: medians of US jobs are in dollars", p->in.currency)};
	put_line(p, q, FI_BASELINE, g);
	if (offer != NULL && !isnan(q->said[FI_BASELINE]))
		take_offer(p, offer);
}

/* --- the rest -------------------------------------------------------------------------------- */

static void
put_borrowed(struct payback *p, const struct payback_asks *q)
{
	bool debt = (p->flips & 1u << FLIP_DEBT) != 0 && !isnan(p->of->debt);
	struct given g = {.from = FROM_ASSUMED, .value = NAN, .says = "the net price"};

	if (debt)
		g = (struct given){.from = FROM_SOURCE,
		    .value = p->of->debt,
		    .says = arena_printf(&p->arena, "median debt of its graduates%s%s",
			p->of->debt_says[0] != '\0' ? ", " : "", p->of->debt_says),
		    .table = p->of->scorecard ? "sc_program" : NULL,
		    .row = p->of->row,
		    .column = "debt"};
	put_line(p, q, FI_BORROWED, g);
}

static void
put_earnings(struct payback *p, const struct payback_asks *q)
{
	const struct payback_case *c = p->of;
	bool stated = !isnan(c->earnings);
	struct given g = {.from = stated ? FROM_SOURCE : FROM_NOBODY,
	    .value = c->earnings,
	    .says = stated ? arena_printf(&p->arena, "median%s%s",
			c->earnings_says[0] != '\0' ? ", " : "", c->earnings_says)
			   : "for this program",
	    .table = c->scorecard && stated ? "sc_program" : NULL,
	    .row = c->row,
	    .column = "earnings"};

	put_line(p, q, FI_EARNINGS, g);
}

/* What a dated rule gives, by the field it fills. */
static const struct {
	enum finance_field field;
	enum rule_id rule;
} ruled[] = {
    {FI_RATE, RULE_RATE_UNDERGRADUATE},
    {FI_LOAN_YEARS, RULE_LOAN_YEARS},
    {FI_DISCOUNT, RULE_DISCOUNT},
    {FI_HORIZON, RULE_HORIZON},
    {FI_GE_YEARS, RULE_GE_YEARS},
    {FI_GE_ANNUAL, RULE_GE_ANNUAL},
    {FI_GE_DISCRETIONARY, RULE_GE_DISCRETIONARY},
    {FI_POVERTY, RULE_POVERTY},
    {FI_POVERTY_SHARE, RULE_GE_POVERTY_SHARE},
};

/* Its source up to the first comma, and its year: the rest is behind `i`. */
static const char *
rule_says(const struct rule *rule, struct arena *a)
{
	return arena_printf(
	    a, "%.*s, %d", (int)strcspn(rule->source, ","), rule->source, rule->year);
}

static void
put_ruled(struct payback *p, const struct payback_asks *q, const struct finance_input *assumed)
{
	for (size_t i = 0; i < sizeof ruled / sizeof *ruled; i++) {
		enum rule_id id = ruled[i].rule;
		double v = finance_get(assumed, ruled[i].field);
		const struct rule *rule;

		if (id == RULE_RATE_UNDERGRADUATE && rule_graduate(p->award))
			id = RULE_RATE_GRADUATE;
		rule = &p->of->rules->rule[id];
		put_line(p, q, ruled[i].field,
		    (struct given){.from = isnan(v) ? FROM_NOBODY : FROM_RULE,
			.value = v,
			.says = rule_says(rule, &p->arena),
			.table = "rule",
			.row = (int64_t)id});
	}
}

/* What nobody states, and what it then is. */
static const struct {
	enum finance_field field;
	const char *says;
} silent[] = {
    {FI_AID, "grants and scholarships"},
    {FI_LIVING, "one lives anyway"},
    {FI_STUDY_PAY, ""},
    {FI_TAX, "all is before tax"},
    {FI_HIGH_SCHOOL, "for the premium"},
    {FI_LAW_MEDIAN, "for the law's test"},
};

static unsigned
flippable(const struct payback *p, const struct payback_asks *q)
{
	const struct payback_case *c = p->of;
	unsigned bits = 1u << FLIP_TIMING;

	if (isnan(q->said[FI_COST]) && p->assumed & PRICE_PER)
		bits |= 1u << FLIP_YEARLY;
	if (isnan(q->said[FI_COST]) && p->assumed & PRICE_CURRENCY && payback_home(p) != NULL)
		bits |= 1u << FLIP_HOME;
	if (isnan(q->said[FI_COST]) && isnan(c->said.cost) && !isnan(price_years(p->award))
	    && !isnan(c->said.tuition_out) && c->said.tuition_in != c->said.tuition_out)
		bits |= 1u << FLIP_OUT;
	if (!isnan(p->in.months))
		bits |= 1u << FLIP_JOB | 1u << FLIP_ACCRUE;
	if (!isnan(c->debt) && isnan(q->said[FI_BORROWED]))
		bits |= 1u << FLIP_DEBT;
	return bits;
}

/* The currency of all amounts: a price that the person says is in dollars. */
static const char *
currency_of(struct payback *p, const struct payback_asks *q, const struct price *price)
{
	unsigned about_price =
	    PRICE_PER | PRICE_CURRENCY | PRICE_TUITION | PRICE_OUT | PRICE_YEARLY | PRICE_FOREIGN;

	p->assumed = price->assumed;
	if (!isnan(q->said[FI_COST]))
		p->assumed &= ~about_price;
	if (!(p->assumed & PRICE_FOREIGN))
		return "USD";
	return p->assumed & PRICE_CURRENCY ? payback_home(p) : p->of->said.currency;
}

void
payback_inputs(struct payback *p, const struct payback_asks *q)
{
	struct price price = read_price(p, q, q->flips);
	struct finance_input assumed;

	finance_init(&p->in);
	finance_assume(&p->in, p->of->rules, p->award);
	assumed = p->in;
	p->in.currency = currency_of(p, q, &price);
	p->tuition = q->flips & 1u << FLIP_OUT ? p->of->said.tuition_out : p->of->said.tuition_in;
	p->ge_year = p->of->rules->rule[RULE_GE_ANNUAL].year;
	p->in.job_kept = price.job_kept;
	p->in.accrue = (q->flips & 1u << FLIP_ACCRUE) != 0;
	p->in.timing = q->flips & 1u << FLIP_TIMING ? FIN_YEAR_START : FIN_YEAR_END;
	p->mode_says = payback_mode_says(p);
	put_cost(p, q, &price);
	put_length(p, q);
	put_baseline(p, q);
	put_borrowed(p, q);
	put_earnings(p, q);
	put_ruled(p, q, &assumed);
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		put_line(
		    p, q, silent[i].field, (struct given){.value = NAN, .says = silent[i].says});
	p->flippable = flippable(p, q);
}

void
payback_flipped(struct finance_input *in, const struct payback *p, const struct payback_asks *q,
    enum payback_flip f)
{
	struct price price = read_price(p, q, q->flips ^ 1u << f);

	*in = p->in;
	if (f == FLIP_YEARLY || f == FLIP_OUT)
		in->cost = price.total;
}
