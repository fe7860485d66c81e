/* plans_terms.c - the terms of a query that neither side knows: price, length, pay, payback, link; and words. */
#include "plans_parts.h"

#include <math.h>
#include <string.h>

static bool
in_range(const struct query_term *t, double v)
{
	if (isnan(v))
		return false;
	if (t->has_lo && (t->lo_open ? v <= t->lo : v < t->lo))
		return false;
	return !t->has_hi || (t->hi_open ? v < t->hi : v <= t->hi);
}

/* An absent value is in no range, nor outside of one. */
static bool
number_holds(const struct query_term *t, double v)
{
	if (t->kind == TERM_RANGE)
		return !isnan(v) && in_range(t, v) != t->negate;
	return isnan(v) == ((t->kind == TERM_NONE) != t->negate);
}

bool
plans_hold(const struct plans_own *o, enum plans_value of, double v)
{
	for (size_t i = 0; i < o->ntests; i++)
		if (o->test[i].of == of && !number_holds(o->test[i].term, v))
			return false;
	return true;
}

bool
plans_ask_for(const struct plans_own *o, enum plans_value of)
{
	for (size_t i = 0; i < o->ntests; i++)
		if (o->test[i].of == of)
			return true;
	return false;
}

/* The words of a field whose values are two fixed ones. */
static const char *const *
words_of(const char *name)
{
	return list_plans()->fields[field_find(list_plans(), name)].words;
}

static bool
names(const struct term_value *v, const char *word)
{
	return v->prefix ? strncmp(word, v->fold, strlen(v->fold)) == 0
			 : strcmp(word, v->fold) == 0;
}

/* Whether a term names one of the two words that a plan has, as `is` says. */
static bool
has_word(const char *const *words, const bool *is, const struct query_term *t)
{
	for (size_t i = 0; i < t->nvalues; i++)
		for (size_t k = 0; k < 2; k++)
			if (is[k] && names(&t->values[i], words[k]))
				return true;
	return false;
}

/* Whether a term holds of what has these of the words; with none of them the value is absent. */
static bool
words_hold(const char *const *words, const bool *is, const struct query_term *t)
{
	bool any = is[0] || is[1];
	bool has = t->kind == TERM_ANY ? any : t->kind == TERM_NONE ? !any : has_word(words, is, t);

	return has != t->negate;
}

bool
plans_link_holds(const struct plans_own *o, const struct plans_link *l)
{
	const bool is[] = {l->official, l->rule};

	for (size_t i = 0; i < o->ntests; i++)
		if (o->test[i].of == BY_LINK && !words_hold(words_of("link"), is, o->test[i].term))
			return false;
	return true;
}

bool
plans_entry_holds(const struct plans_own *o, enum plans_entry entry)
{
	const bool is[] = {entry == ENTRY_MET, entry == ENTRY_BELOW};

	for (size_t i = 0; i < o->ntests; i++)
		if (o->test[i].of == BY_ENTRY
		    && !words_hold(words_of("entry"), is, o->test[i].term))
			return false;
	return true;
}

static void
check_words(struct query *q, size_t term, const char *const *words)
{
	static const bool all[] = {true, true};
	const struct query_term *t = &q->terms[term];

	for (size_t i = 0; t->kind == TERM_VALUES && i < t->nvalues; i++) {
		struct query_term one = {.values = &t->values[i], .nvalues = 1};

		if (!has_word(words, all, &one))
			query_fail(q, term, "no %s '%.40s'; there are %s and %s",
			    q->list->fields[t->field].name, t->values[i].text, words[0], words[1]);
	}
}

/* A pair without a price, a length or a pay is counted, not ranked. */
static void
check_none(struct query *q, size_t term)
{
	const struct query_term *t = &q->terms[term];
	const char *name = q->list->fields[t->field].name;

	if (t->kind == (t->negate ? TERM_ANY : TERM_NONE) && strcmp(name, "months") != 0)
		query_fail(q, term, "plans without %s are only counted: nothing ranks them", name);
}

void
plans_take_tests(struct plans_own *o, struct query *q)
{
	static const struct {
		const char *field;
		enum plans_value of;
	} own[] = {{"payback", BY_PAYBACK}, {"cost", BY_COST}, {"months", BY_MONTHS},
	    {"pay", BY_PAY}, {"link", BY_LINK}, {"entry", BY_ENTRY}};

	o->ntests = 0;
	for (size_t i = 0; i < q->nterms && o->ntests < SCAN_MAX_TESTS; i++) {
		const struct query_term *t = &q->terms[i];

		if (t->field < 0 || t->unfinished || t->error[0] != '\0' || t->kind == TERM_SORT)
			continue;
		for (size_t k = 0; k < sizeof own / sizeof *own; k++) {
			if (strcmp(own[k].field, q->list->fields[t->field].name) != 0)
				continue;
			if (own[k].of == BY_LINK || own[k].of == BY_ENTRY)
				check_words(q, i, words_of(own[k].field));
			else
				check_none(q, i);
			o->test[o->ntests++] = (struct plans_test){own[k].of, t};
		}
	}
}

/* --- words: each is in the program or in the role ------------------------------------------------ */

void
plans_take_words(struct plans_own *o, struct query *q)
{
	o->nwords = 0;
	for (size_t i = 0; i < q->nterms; i++) {
		const struct query_term *t = &q->terms[i];

		if ((t->kind != TERM_WORD && t->kind != TERM_PHRASE) || t->negate || t->unfinished
		    || t->error[0] != '\0')
			continue;
		if (o->nwords < PLANS_WORDS)
			o->word[o->nwords++] = i;
		else
			query_fail(q, i, "more than %d words: this one is left out", PLANS_WORDS);
	}
	o->all_words = (1u << o->nwords) - 1;
	if (o->nwords == 0)
		return;
	plans_side_words(&o->programs, q, o->word, o->nwords);
	plans_side_words(&o->roles, q, o->word, o->nwords);
}

uint32_t
plans_words_at(const struct plans_side *s, size_t nwords, uint32_t row)
{
	uint32_t has = 0;

	for (size_t i = 0; i < nwords; i++)
		has |= (uint32_t)bitset_has(&s->word[i], row) << i;
	return has;
}
