/*
 * price.c - price and length of a program as far as what is stated allows.
 */
#include "career/model/price.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

double
price_years(const char *award)
{
	static const struct {
		const char *award;
		double years;
	} usual[] = {{"bachelor", 4}, {"associate", 2}, {"certificate", 1}};

	for (size_t i = 0; award != NULL && i < sizeof usual / sizeof *usual; i++)
		if (strcmp(usual[i].award, award) == 0)
			return usual[i].years;
	return NAN;
}

const char *
price_home_currency(const char *country)
{
	/* ISO 4217 by ISO 3166; where the countries of the packs' schools are, and their neighbours. */
	static const struct {
		const char *currency, *countries;
	} money[] = {{"USD", "US"},
	    {"EUR", "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"}, {"GBP", "GB"},
	    {"AUD", "AU"}, {"NZD", "NZ"}, {"CAD", "CA"}, {"HKD", "HK"}, {"SGD", "SG"},
	    {"CHF", "CH LI"}, {"SEK", "SE"}, {"NOK", "NO"}, {"DKK", "DK"}, {"ISK", "IS"},
	    {"PLN", "PL"}, {"CZK", "CZ"}, {"HUF", "HU"}, {"RON", "RO"}, {"JPY", "JP"},
	    {"KRW", "KR"}, {"CNY", "CN"}, {"TWD", "TW"}, {"INR", "IN"}, {"ILS", "IL"},
	    {"TRY", "TR"}, {"AED", "AE"}, {"SAR", "SA"}, {"MYR", "MY"}, {"ZAR", "ZA"},
	    {"BRL", "BR"}, {"MXN", "MX"}};

	for (size_t i = 0;
	     country != NULL && strlen(country) == 2 && i < sizeof money / sizeof *money; i++)
		if (strstr(money[i].countries, country) != NULL)
			return money[i].currency;
	return NULL;
}

static bool
is(const char *s, const char *word)
{
	return s != NULL && strcmp(s, word) == 0;
}

/* Unstated currencies are written "unstated" and "unstated-currency". */
static unsigned
read_currency(const char *s)
{
	if (s == NULL || s[0] == '\0' || strncmp(s, "unstated", 8) == 0)
		return PRICE_CURRENCY;
	return strcmp(s, "USD") == 0 ? 0 : PRICE_FOREIGN;
}

static void
read_length(struct price *out, const struct price_said *s)
{
	out->months = s->months;
	if (!isnan(s->months))
		return;
	out->months = 12 * price_years(s->award);
	if (!isnan(out->months))
		out->assumed |= PRICE_LENGTH;
}

static void
read_mode(struct price *out, const struct price_said *s, bool flipped)
{
	bool online = is(s->mode, "online");

	if (!online && !is(s->mode, "on-campus") && !is(s->mode, "hybrid"))
		out->assumed |= PRICE_MODE;
	out->job_kept = online != flipped;
}

static void
read_cost(struct price *out, const struct price_said *s, const struct price_flips *f)
{
	out->total = s->cost;
	out->assumed |= read_currency(s->currency);
	if (f->home && (out->assumed & PRICE_CURRENCY) != 0)
		out->assumed |= PRICE_FOREIGN;
	if (is(s->basis, "total") || is(s->basis, "derived"))
		return;
	out->assumed |= PRICE_PER;
	if (!f->yearly)
		return;
	out->assumed |= PRICE_YEARLY;
	out->total = s->cost * out->months / 12;
}

/* The school's, a year: only undergraduates have one. */
static void
read_tuition(struct price *out, const struct price_said *s, bool other_state)
{
	out->total = (other_state ? s->tuition_out : s->tuition_in) * price_years(s->award);
	if (!isnan(out->total))
		out->assumed |= PRICE_TUITION | (other_state ? PRICE_OUT : 0);
}

void
price_read(struct price *out, const struct price_said *s, const struct price_flips *f)
{
	static const struct price_flips none = {.yearly = false};

	if (f == NULL)
		f = &none;
	*out = (struct price){.total = NAN};
	read_length(out, s);
	read_mode(out, s, f->job);
	if (!isnan(s->cost))
		read_cost(out, s, f);
	else
		read_tuition(out, s, f->out);
}
