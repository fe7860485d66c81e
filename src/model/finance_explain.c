/*
 * finance_explain.c - each formula in words, with its source, and with the numbers put in.
 */
#include "finance_parts.h"

#include <math.h>
#include <string.h>

#define SCORECARD "College Scorecard, glossary"
#define SCORECARD_URL "https://github.com/RTICWDT/college-scorecard"
#define CFPB "Consumer Financial Protection Bureau, college costs"
#define CFPB_URL "https://github.com/cfpb/consumerfinance.gov"
#define GE_URL "https://law.lawstack.com/cfr/34/668.402/"
#define LIGHTCAST "Lightcast, economic value of a college, worked example"
#define LIGHTCAST_URL "https://user-tybgwup.cld.bz/The-Economic-Value-of-Main-Report/101"

const struct finance_formula finance_formulas[FM_COUNT] = {
    [FM_NET_PRICE] = {"net-price", "net price", FU_MONEY, true,
	"price - grants and scholarships + living cost while studying, where counted",
	SCORECARD " \"avg-cost\", for the whole program", SCORECARD_URL},
    [FM_FORGONE] = {"lost-pay", "pay lost while studying", FU_MONEY, true,
	"(pay without it - pay while studying, at least 0) x years of study; 0 when the job is kept",
	"Lightcast (Emsi), tuition and opportunity cost", "https://cld.bz/17VHjuo/79/"},
    [FM_DEBT] = {"debt", "debt at graduation", FU_MONEY, true,
	"what is borrowed, or all of the net price + its interest while studying, where counted",
	CFPB ", calcInterestAtGrad", CFPB_URL},
    [FM_STUDY_INTEREST] = {"study-interest", "interest until graduation", FU_MONEY, true,
	"sum over the years of study: part borrowed in the year x rate x years to graduation",
	CFPB ", calcInterestAtGrad", CFPB_URL},
    [FM_MONTHLY] = {"monthly", "loan payment", FU_MONEY_MONTH, true,
	"debt x i / (1 - (1 + i)^-n), i = rate / 12, n = 12 x years",
	SCORECARD " \"avg-loan-payment\"; " CFPB ", calcMonthlyPayment", SCORECARD_URL},
    [FM_LOAN_TOTAL] = {"loan-total", "paid back in all", FU_MONEY, true,
	"loan payment x 12 x years", "arithmetic", ""},
    [FM_DIRECT] = {"direct", "payback of the price", FU_YEARS, true,
	"net price / (pay - pay without it)", "ours", ""},
    [FM_PAYBACK] = {"payback", "payback of price and lost pay", FU_YEARS, true,
	"(net price + lost pay) / (pay - pay without it), in years after graduation",
	"ours, after Lightcast (Emsi): tuition and opportunity cost", "https://cld.bz/17VHjuo/79/"},
    [FM_PREMIUM] = {"premium", "price-to-earnings premium", FU_YEARS, true,
	"net price / (median earnings of its graduates - median pay with a high school diploma only)",
	"Third Way, price-to-earnings premium",
	"https://www.thirdway.org/report/2023-price-to-earnings-premium-for-four-year-colleges"},
    [FM_NPV] = {"npv", "net present value", FU_MONEY, false,
	"sum over the years: (gain - price - lost pay) / (1 + discount rate)^years from now",
	LIGHTCAST, LIGHTCAST_URL},
    [FM_IRR] = {"irr", "internal rate of return", FU_RATE, false,
	"the discount rate at which the net present value is 0", LIGHTCAST, LIGHTCAST_URL},
    [FM_BCR] = {"bcr", "benefit-cost ratio", FU_RATIO, false,
	"present value of the gains / present value of price and lost pay", LIGHTCAST,
	LIGHTCAST_URL},
    [FM_ANNUAL] = {"annual-rate", "debt-to-earnings, annual", FU_PERCENT, true,
	"loan payments of a year / pay of a year", "34 CFR 668.402", GE_URL},
    [FM_DISCRETIONARY] = {"discretionary-rate", "debt-to-earnings, discretionary", FU_PERCENT, true,
	"loan payments of a year / (pay of a year - share x poverty guideline for one person)",
	"34 CFR 668.402", GE_URL},
    [FM_GE] = {"debt-to-earnings", "debt-to-earnings rule", FU_VERDICT, true,
	"passes when the annual or the discretionary rate is low enough", "34 CFR 668.402", GE_URL},
    [FM_DEBT_SALARY] = {"debt-salary", "debt against a year's salary", FU_RATIO, true,
	"debt at graduation / pay of the first year; at most 1 is the guideline",
	CFPB ", guideline", "https://github.com/cfpb/consumerfinance.gov/pull/5841"},
    [FM_LAW] = {"earnings-test", "earnings above the law's median", FU_MONEY_YEAR, false,
	"median earnings of its graduates - median pay that the law compares with; more than 0 passes",
	"One Big Beautiful Bill Act of 2025",
	"https://auwebsite.azureedge.net/spa/peer/"
	"one-big-beautiful-bill-acts-new-accountability-standard.cfm"},
    [FM_LEFT] = {"left", "left to live on", FU_MONEY_MONTH, false,
	"pay / 12 - tax, where counted - loan payment", "ours", ""},
};

/* The same with names for the numbers: {name} is an input, a term of the table below, or "answer". */
static const struct {
	const char *text;
	const char *kept; /* instead of it when the job is kept; NULL: the same */
} worked[FM_COUNT] = {
    [FM_NET_PRICE] = {"{cost} - {aid} + {living-cost} = {answer}", NULL},
    [FM_FORGONE] = {"({baseline} - {pay-while-studying}, at least 0) x {months} / 12 = {answer}",
	"the job is kept: {answer}"},
    [FM_DEBT] = {"{principal} + {interest} = {answer}", NULL},
    [FM_STUDY_INTEREST] = {"{principal} in equal parts over {months} at {rate} = {answer}", NULL},
    [FM_MONTHLY] = {"{debt} x i / (1 - (1 + i)^-{n}), i = {rate} / 12: {answer}", NULL},
    [FM_LOAN_TOTAL] = {"{monthly} x {n} = {answer}", NULL},
    [FM_DIRECT] = {"{net} / ({pay} - {baseline}) = {answer}", NULL},
    [FM_PAYBACK] = {"({net} + {lost}) / ({pay} - {baseline}) = {answer}", NULL},
    [FM_PREMIUM] = {"{net} / ({earnings} - {high-school}) = {answer}", NULL},
    [FM_NPV] =
	{"-({net} + {lost}) over {months}, then {gain} for {horizon}, at {discount}, each year's "
	 "amount at {timing} of its year = {answer}",
	    NULL},
    [FM_IRR] =
	{"-({net} + {lost}) over {months}, then {gain} for {horizon} are worth 0 at {answer}",
	    NULL},
    [FM_BCR] = {"{gain} for {horizon} / ({net} + {lost}) over {months}, at {discount}, each year's "
		"amount at {timing} of its year = {answer}",
	NULL},
    [FM_ANNUAL] = {"{ge-payment} a year over {ge-years} / {pay} = {answer}, at most {ge-annual}",
	NULL},
    [FM_DISCRETIONARY] =
	{"{ge-payment} a year over {ge-years} / ({pay} - {poverty-share} x {poverty}"
	 "{of-year}) = {answer}, at most "
	 "{ge-discretionary}",
	    NULL},
    [FM_GE] =
	{"{annual} of the pay, at most {ge-annual}, or {discretionary} of the discretionary pay, "
	 "at most {ge-discretionary}: {answer}",
	    NULL},
    [FM_DEBT_SALARY] = {"{debt} / {pay} = {answer}, at most 1", NULL},
    [FM_LAW] = {"{earnings} - {law-median} = {answer}", NULL},
    [FM_LEFT] = {"{pay} / 12, {taxed}, - {monthly} = {answer}", NULL},
};

/* --- terms ----------------------------------------------------------------------------------- */

static double
living_cost(const struct finance_input *in)
{
	return isnan(in->living) ? 0 : in->living * in->months;
}

static double
interest(const struct finance_input *in)
{
	return in->accrue ? part_interest(in) : 0;
}

static double
payments(const struct finance_input *in)
{
	return in->loan_years * 12;
}

static double
annual_rate(const struct finance_input *in)
{
	return finance_value(FM_ANNUAL, in).value;
}

static double
discretionary_rate(const struct finance_input *in)
{
	return finance_value(FM_DISCRETIONARY, in).value;
}

static const struct {
	const char *name;
	enum finance_unit unit;
	double (*value)(const struct finance_input *in);
} terms[] = {
    {"net", FU_MONEY, part_net},
    {"lost", FU_MONEY, part_forgone},
    {"living-cost", FU_MONEY, living_cost},
    {"gain", FU_MONEY_YEAR, part_gain},
    {"principal", FU_MONEY, part_principal},
    {"interest", FU_MONEY, interest},
    {"debt", FU_MONEY, part_debt},
    {"monthly", FU_MONEY, part_monthly},
    {"ge-payment", FU_MONEY, part_ge_payment},
    {"n", FU_PLAIN, payments},
    {"annual", FU_PERCENT, annual_rate},
    {"discretionary", FU_PERCENT, discretionary_rate},
};

/* --- putting in ------------------------------------------------------------------------------ */

static void
put_answer(struct buf *out, enum finance_measure m, const struct finance_value *v,
    const struct finance_input *in)
{
	switch (v->told) {
	case FIN_TOLD:
		finance_number(out, v->value, finance_formulas[m].unit, in->currency);
		break;
	case FIN_VERDICT:
		buf_adds(out,
		    v->why != FW_NONE              ? "no rate"
			: v->verdict == FIN_PASSES ? "passes"
						   : "fails");
		break;
	case FIN_NEVER:
		buf_adds(out, "never");
		break;
	case FIN_CANNOT:
		buf_adds(out, "cannot be told");
		break;
	}
}

/* What is not stated counts as nothing: it is not needed, or the formula would not be shown. */
static bool
put_input(struct buf *out, const char *name, size_t len, const struct finance_input *in)
{
	for (int f = 0; f < FI_COUNT; f++) {
		const struct finance_in *row = &finance_inputs[f];
		double v = finance_get(in, (enum finance_field)f);
		/* "a year" would be read as part of the formula. */
		bool money = row->unit == FU_MONEY_YEAR || row->unit == FU_MONEY_MONTH;

		if (strlen(row->key) != len || memcmp(row->key, name, len) != 0)
			continue;
		finance_number(out, isnan(v) ? 0 : v, money ? FU_MONEY : row->unit, in->currency);
		return true;
	}
	return false;
}

static bool
put_term(struct buf *out, const char *name, size_t len, const struct finance_input *in)
{
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		double v;

		if (strlen(terms[i].name) != len || memcmp(terms[i].name, name, len) != 0)
			continue;
		v = terms[i].value(in);
		if (isnan(v))
			buf_adds(out, "no rate");
		else
			finance_number(out, v, terms[i].unit, in->currency);
		return true;
	}
	return false;
}

static void
put_timing(struct buf *out, const struct finance_input *in)
{
	buf_adds(out, finance_timing_says(in->timing));
}

static void
put_taxed(struct buf *out, const struct finance_input *in)
{
	if (isnan(in->tax)) {
		buf_adds(out, "before tax");
		return;
	}
	buf_adds(out, "less ");
	finance_number(out, in->tax, FU_PERCENT, in->currency);
	buf_adds(out, " tax");
}

static void
put_of_year(struct buf *out, const struct finance_input *in)
{
	if (in->poverty_year != 0)
		buf_addf(out, " of %d", in->poverty_year);
}

/* Words instead of a number. */
static bool
put_words(struct buf *out, const char *name, size_t len, const struct finance_input *in)
{
	static const struct {
		const char *name;
		void (*put)(struct buf *out, const struct finance_input *in);
	} words[] = {{"timing", put_timing}, {"taxed", put_taxed}, {"of-year", put_of_year}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strlen(words[i].name) != len || memcmp(words[i].name, name, len) != 0)
			continue;
		words[i].put(out, in);
		return true;
	}
	return false;
}

/* The general formula of a loan divides by 0 at 0%. */
static const char *
template_of(enum finance_measure m, const struct finance_input *in)
{
	if (m == FM_MONTHLY && !(in->rate > 0))
		return "{debt} / {n} = {answer}";
	return in->job_kept && worked[m].kept ? worked[m].kept : worked[m].text;
}

static void
put_worked(struct buf *out, enum finance_measure m, const struct finance_value *v,
    const struct finance_input *in)
{
	const char *s = template_of(m, in);

	while (*s != '\0') {
		size_t plain = strcspn(s, "{"), len;

		buf_add(out, s, plain);
		s += plain;
		if (*s == '\0')
			break;
		s++;
		len = strcspn(s, "}");
		if (len == 6 && memcmp(s, "answer", len) == 0)
			put_answer(out, m, v, in);
		else if (!put_words(out, s, len, in) && !put_input(out, s, len, in)
		    && !put_term(out, s, len, in))
			buf_addf(out, "{%.*s}", (int)len, s); /* a test looks for braces */
		s += len + 1;
	}
}

/* --- the answer ------------------------------------------------------------------------------ */

static void
put_says(struct buf *out, enum finance_measure m, const struct finance_value *v,
    const struct finance_input *in)
{
	static const char *const verdicts[] = {
	    [FIN_NO_VERDICT] = "", [FIN_PASSES] = "passes", [FIN_FAILS] = "fails"};

	if (v->told == FIN_CANNOT)
		buf_adds(out, "cannot be told");
	else if (v->told == FIN_NEVER)
		buf_adds(out, "never on these figures");
	else
		buf_adds(out, verdicts[v->verdict]);
	if (v->told == FIN_TOLD) {
		buf_adds(out, out->len > 0 ? ": " : "");
		finance_number(out, v->value, finance_formulas[m].unit, in->currency);
	} else if (v->why != FW_NONE) {
		buf_adds(out, ": ");
		finance_why_says(out, v, in);
	}
}

static const char *
rule_says(enum finance_measure m, const struct finance_input *in)
{
	const char *s = m == FM_LAW                                 ? in->law_says
	    : m == FM_ANNUAL || m == FM_DISCRETIONARY || m == FM_GE ? in->ge_says
								    : "";

	return s != NULL ? s : "";
}

struct finance_result
finance_explain(enum finance_measure m, const struct finance_input *in, struct arena *a)
{
	struct finance_result r = {.v = finance_value(m, in), .of = &finance_formulas[m]};
	struct buf text = BUF_INIT;

	put_says(&text, m, &r.v, in);
	r.says = arena_ndup(a, text.data, text.len);
	buf_clear(&text);
	if (r.v.told != FIN_CANNOT || (r.v.about == FI_COUNT && r.v.why != FW_CURRENCY))
		put_worked(&text, m, &r.v, in);
	r.worked = arena_ndup(a, text.data, text.len);
	r.rule = rule_says(m, in);
	buf_free(&text);
	return r;
}
