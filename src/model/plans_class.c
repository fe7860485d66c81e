/* plans_class.c - which roles and which programs are in a plan, and of which it is counted why they are not. */
#include "plans_parts.h"

#include "career/frame/parts.h"
#include "career/model/price.h"
#include "career/model/rolecols.h"

#include <math.h>
#include <string.h>

/* --- how much an education is ------------------------------------------------------------------ */

struct ranked {
	const char *word;
	unsigned char rank;
};

static unsigned char
rank_in(const struct ranked *table, const char *word)
{
	for (; word != NULL && table->word != NULL; table++)
		if (strcmp(table->word, word) == 0)
			return table->rank;
	return 0;
}

/* Who has a certificate for graduates has a bachelor's. */
unsigned char
plans_rank_of_award(const char *award)
{
	static const struct ranked awards[] = {{"certificate", 3}, {"professional-certificate", 3},
	    {"bootcamp", 3}, {"mooc", 3}, {"associate", 4}, {"bachelor", 5},
	    {"post-baccalaureate-certificate", 5}, {"graduate-certificate", 5}, {"master", 6},
	    {"mba", 6}, {"doctorate", 7}, {"first-professional", 7}, {NULL, 0}};

	return rank_in(awards, award);
}

/* The words of the projections. */
unsigned char
plans_rank_of_education(const char *education)
{
	static const struct ranked educations[] = {{"No formal educational credential", 1},
	    {"High school diploma or equivalent", 2}, {"Some college, no degree", 2},
	    {"Postsecondary nondegree award", 3}, {"Associate's degree", 4},
	    {"Bachelor's degree", 5}, {"Master's degree", 6},
	    {"Doctoral or professional degree", 7}, {NULL, 0}};

	return rank_in(educations, education);
}

/* --- roles ------------------------------------------------------------------------------------- */

/* Columns of roles that a plan reads. */
struct role_columns {
	const struct column *low, *high, *currency, *level, *pack, *education;
};

static const struct column *
column_of(const struct frame *f, const char *name)
{
	return column_ready(&f->cols[frame_col(f->spec, name)]);
}

static const char *
text_at(const struct column *c, uint32_t row)
{
	return dict_text(&c->dict, column_code(c, row));
}

static double
pay_at(const struct role_columns *c, uint32_t row)
{
	double low = frame_is_missing(c->low->num[row]) ? (double)NAN : (double)c->low->num[row];
	double high = frame_is_missing(c->high->num[row]) ? low : (double)c->high->num[row];

	return strcmp(text_at(c->currency, row), "USD") == 0 ? (low + high) / 2 : (double)NAN;
}

/* Whether the pay is for a later level than the first job. */
static bool
is_later(const struct role_columns *c, uint32_t row)
{
	const char *level = text_at(c->level, row);

	return level[0] != '\0' && strcmp(level, level_word(LEVEL_ENTRY)) != 0
	    && strcmp(level, level_word(LEVEL_ALL)) != 0
	    && strcmp(level, level_word(LEVEL_UNSTATED)) != 0;
}

/* Whether the query says which it wants of a field. */
static bool
speaks_of(const struct query *q, const char *name)
{
	int field = field_find(q->list, name);

	for (size_t i = 0; i < q->nterms; i++)
		if (q->terms[i].field == field && !q->terms[i].negate && !q->terms[i].unfinished
		    && q->terms[i].kind != TERM_SORT)
			return true;
	return false;
}

/* Of a role that holds by its own terms. */
static enum role_class
class_role(const struct plans_own *o, const struct role_columns *c, uint32_t row, bool later)
{
	double pay = o->role[row].pay;

	if (isnan(pay))
		return R_NO_PAY;
	if (!plans_hold(o, BY_PAY, pay))
		return R_OUT;
	return !later && is_later(c, row) ? R_LATER : R_OK;
}

/* What the projections say, else the least that a source asks for. */
static unsigned char
needs_at(const struct plans_own *o, const struct role_columns *c, uint32_t row)
{
	unsigned char rank = plans_rank_of_education(text_at(c->education, row));

	return rank != 0 ? rank : o->data.asked[row];
}

void
plans_class_roles(struct plans *p, const struct plans_asks *asks)
{
	struct plans_own *o = p->own;
	const struct query *q = &p->query;
	const struct frame *f = p->roles;
	struct role_columns c = {column_of(f, "pay_low"), column_of(f, "pay_high"),
	    column_of(f, "pay_currency"), column_of(f, "pay_level"), column_of(f, "pack"),
	    column_of(f, "education")};
	bool later = speaks_of(q, "pay_level");
	bool sets = asks->occupations || speaks_of(q, "role") || speaks_of(q, "kind")
	    || speaks_of(q, "family");

	o->role = mem_reserve(o->role, &o->roles_cap, (size_t)f->rows + 1, sizeof *o->role);
	for (uint32_t row = 0; row < f->rows; row++) {
		struct plans_role *r = &o->role[row];

		*r = (struct plans_role){.pay = pay_at(&c, row),
		    .needs = needs_at(o, &c, row),
		    .words = plans_words_at(&o->roles, o->nwords, row)};
		if (bitset_has(&o->roles.result.pass, row))
			r->is = class_role(o, &c, row, later);
		if (r->is != R_OUT && !sets && strcmp(text_at(c.pack, row), ROLES_OF_SETS) == 0)
			r->is = R_OCCUPATION;
	}
}

/* --- programs ---------------------------------------------------------------------------------- */

#define ANY_ROLE (UINT32_C(1) << 31)

/* By field: which words its roles have. Programs of a field without roles are not looked at. */
static void
want_fields(struct plans_own *o, size_t nfields)
{
	o->wanted = mem_reserve(o->wanted, &o->wanted_cap, nfields + 1, sizeof *o->wanted);
	memset(o->wanted, 0, (nfields + 1) * sizeof *o->wanted);
	for (size_t i = 0; i < o->data.nlinks; i++) {
		const struct plans_link *l = &o->data.link[i];
		const struct plans_role *r = &o->role[l->role];

		if (r->is != R_OUT && r->is != R_OCCUPATION)
			o->wanted[l->field] |= ANY_ROLE | r->words;
	}
}

static enum program_class
class_program(struct plans_own *o, uint32_t row, double *outlay)
{
	const struct plans_price *price = plans_price(&o->data, row);

	if (price->withdrawn || (!isnan(price->months) && !plans_hold(o, BY_MONTHS, price->months)))
		return P_OUT;
	if (isnan(price->total))
		return P_NO_PRICE;
	if (price->assumed & PRICE_FOREIGN)
		return P_FOREIGN;
	if (!plans_hold(o, BY_COST, price->total))
		return P_OUT;
	*outlay = plans_outlay(&o->data, row)->outlay;
	return isnan(*outlay) || !plans_hold(o, BY_MONTHS, price->months) ? P_NO_LENGTH : P_OK;
}

/* Takes a program when some role may go with it. */
static void
take_program(struct plans_own *o, uint32_t row, uint32_t field, size_t *n)
{
	uint32_t words = plans_words_at(&o->programs, o->nwords, row);
	double outlay = NAN;
	enum program_class c;

	if (((words | o->wanted[field]) & o->all_words) != o->all_words)
		return;
	c = class_program(o, row, &outlay);
	if (c == P_OUT)
		return;
	o->unsorted = mem_reserve(o->unsorted, &o->unsorted_cap, *n + 1, sizeof *o->unsorted);
	o->code = mem_reserve(o->code, &o->codes_cap, *n + 1, sizeof *o->code);
	o->unsorted[*n] = (struct plans_slot){row, words, plans_price(&o->data, row)->rank, outlay};
	o->code[*n] = field * P_CLASSES + (uint32_t)c;
	o->first[o->code[(*n)++]]++;
}

static void
sort_slots(struct plans_own *o, size_t n, size_t codes)
{
	uint32_t at = 0;

	o->to = mem_reserve(o->to, &o->to_cap, codes + 1, sizeof *o->to);
	o->slot = mem_reserve(o->slot, &o->slots_cap, n + 1, sizeof *o->slot);
	for (size_t i = 0; i < codes; i++) {
		o->to[i] = at;
		at += o->first[i];
	}
	for (size_t i = 0; i < n; i++)
		o->slot[o->to[o->code[i]]++] = o->unsorted[i];
}

void
plans_class_programs(struct plans *p)
{
	struct plans_own *o = p->own;
	const struct column *field = column_of(p->programs, "field");
	const struct bitset *pass = &o->programs.result.pass;
	size_t codes = (size_t)field->dict.n * P_CLASSES, n = 0;

	want_fields(o, field->dict.n);
	o->first = mem_reserve(o->first, &o->first_cap, codes + 1, sizeof *o->first);
	memset(o->first, 0, (codes + 1) * sizeof *o->first);
	for (uint32_t row = 0; row < p->programs->rows; row++) {
		uint32_t code;

		if (!bitset_has(pass, row))
			continue;
		code = column_code(field, row);
		if (o->wanted[code] != 0)
			take_program(o, row, code, &n);
	}
	sort_slots(o, n, codes);
}
