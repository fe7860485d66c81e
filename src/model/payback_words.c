/*
 * payback_words.c - how a price was read, and where one studies, in words.
 */
#include "payback_parts.h"

#include <math.h>
#include <string.h>

static bool
is_price(const struct payback *p, unsigned bit)
{
	return (p->assumed & bit) != 0;
}

static const char *
tuition_says(struct payback *p)
{
	struct buf year = BUF_INIT;
	const char *says;

	finance_amount(&year, p->tuition, "USD");
	says = arena_printf(&p->arena, "tuition %s, %s a year x %g",
	    is_price(p, PRICE_OUT) ? "of another state" : "of the state", year.data,
	    price_years(p->award));
	buf_free(&year);
	return says;
}

/* For whom and of when it is, and that it is one of several. */
static void
put_price_of(struct buf *out, const struct payback_case *c)
{
	static const struct {
		const char *audience, *says;
	} whom[] = {{"in-state", "in-state"}, {"out-of-state", "out-of-state"},
	    {"home", "home students"}, {"eu", "EU students"}, {"non-eu", "non-EU students"},
	    {"international", "international"}};

	for (size_t i = 0; i < sizeof whom / sizeof *whom; i++)
		if (strcmp(whom[i].audience, c->audience) == 0)
			buf_addf(out, ", %s", whom[i].says);
	if (c->cost_as_of[0] != '\0')
		buf_addf(out, ", %s", c->cost_as_of);
	if (c->costs > 1)
		buf_addf(out, ", 1 of %lld prices", (long long)c->costs);
}

/* "currency and "per what" not stated: read as US$, all of it". */
static const char *
assumed_says(struct payback *p)
{
	bool per = is_price(p, PRICE_PER), currency = is_price(p, PRICE_CURRENCY);
	struct buf text = BUF_INIT;
	const char *says;

	buf_addf(&text, "%s not stated: read as %s",
	    per && currency ? "currency and \"per what\""
		: per       ? "\"per what\""
			    : "currency",
	    !currency                        ? ""
		: is_price(p, PRICE_FOREIGN) ? p->in.currency
					     : "US$");
	buf_adds(&text, currency && per ? ", " : "");
	if (is_price(p, PRICE_YEARLY)) {
		finance_amount(&text, p->of->said.cost, "");
		buf_adds(&text, " a year");
	} else if (per) {
		buf_adds(&text, "all of it");
	}
	put_price_of(&text, p->of);
	says = arena_ndup(&p->arena, text.data, text.len);
	buf_free(&text);
	return says;
}

static const char *
stated_says(struct payback *p)
{
	struct buf text = BUF_INIT;
	const char *says;

	buf_adds(&text,
	    strcmp(p->of->said.basis, "derived") == 0 ? "in all, derived"
						      : "for the whole program");
	put_price_of(&text, p->of);
	says = arena_ndup(&p->arena, text.data, text.len);
	buf_free(&text);
	return says;
}

const char *
payback_cost_says(struct payback *p)
{
	if (is_price(p, PRICE_TUITION))
		return tuition_says(p);
	if (isnan(p->of->said.cost))
		return p->of->scorecard ? "no tuition is stated for this award"
					: "no page states it";
	if (is_price(p, PRICE_PER) || is_price(p, PRICE_CURRENCY))
		return assumed_says(p);
	return stated_says(p);
}

const char *
payback_mode_says(const struct payback *p)
{
	const char *mode = p->of->mode;

	if (p->flips & 1u << FLIP_JOB)
		return "as you say";
	if (is_price(p, PRICE_MODE))
		return "place not stated: read as on campus";
	return strcmp(mode, "online") == 0 ? "online"
	    : strcmp(mode, "hybrid") == 0  ? "partly on campus"
					   : "on campus";
}
