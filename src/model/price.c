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
read_cost(struct price *out, const struct price_said *s, bool yearly)
{
	out->total = s->cost;
	out->assumed |= read_currency(s->currency);
	if (is(s->basis, "total") || is(s->basis, "derived"))
		return;
	out->assumed |= PRICE_PER;
	if (!yearly)
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
	static const struct price_flips none = {false, false, false};

	if (f == NULL)
		f = &none;
	*out = (struct price){.total = NAN};
	read_length(out, s);
	read_mode(out, s, f->job);
	if (!isnan(s->cost))
		read_cost(out, s, f->yearly);
	else
		read_tuition(out, s, f->out);
}
