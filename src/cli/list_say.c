/* list_say.c - rows of lists as whole sentences. */
#include "career/base/num.h"
#include "career/cli/list.h"
#include "career/model/figure.h"
#include "career/model/rolecols.h"

#include <string.h>

struct row {
	const struct view *v;
	uint32_t at;
	struct buf *out;
};

static const char *
text_of(const struct row *r, const char *name)
{
	int col = field_col(r->v->list, field_find(r->v->list, name));

	return col < 0 ? "" : frame_text(r->v->frame, col, r->at);
}

/* FRAME_MISSING and a reason when there is none. */
static int32_t
num_of(const struct row *r, const char *name)
{
	return frame_num(r->v->frame, field_col(r->v->list, field_find(r->v->list, name)), r->at);
}

static void
add_or(const struct row *r, const char *text, const char *otherwise)
{
	buf_adds(r->out, text[0] ? text : otherwise);
}

/* "1 month", "24 months". */
static void
add_count(const struct row *r, int32_t n, const char *one)
{
	num_full(r->out, n);
	buf_addf(r->out, " %s%s", one, n == 1 ? "" : "s");
}

/* "120,000 to 160,000". */
static void
add_span(const struct row *r, int32_t low, int32_t high)
{
	num_full(r->out, low);
	if (frame_is_missing(high) || high <= low)
		return;
	buf_adds(r->out, " to ");
	num_full(r->out, high);
}

static void
add_currency(const struct row *r, const char *currency)
{
	bool known = currency[0] && strcmp(currency, "unstated") != 0;

	buf_addf(r->out, " %s", known ? currency : "in a currency not stated");
}

/* --- programs -------------------------------------------------------------------------------- */

static void
say_length(const struct row *r)
{
	int32_t months = num_of(r, "months"), most = num_of(r, "months_max");

	if (frame_is_missing(months)) {
		buf_adds(r->out, "length not stated");
		return;
	}
	add_span(r, months, most);
	buf_adds(
	    r->out, months == 1 && (frame_is_missing(most) || most <= 1) ? " month" : " months");
}

static void
say_no_total(const struct row *r, int32_t why)
{
	int32_t year = num_of(r, "cost_per_year");

	if (!frame_is_missing(year)) {
		num_full(r->out, year);
		add_currency(r, text_of(r, "currency"));
		buf_adds(r->out, " a year, total not stated");
	} else if (why == FRAME_MISSING + MISSING_OTHER_UNIT) {
		buf_adds(r->out, "total not stated, only a price for a part");
	} else {
		buf_adds(r->out, "cost not stated");
	}
}

static void
say_cost(const struct row *r)
{
	const char *basis = text_of(r, "cost_basis"), *audience = text_of(r, "audience");
	int32_t cost = num_of(r, "cost");

	if (frame_is_missing(cost)) {
		say_no_total(r, cost);
		return;
	}
	num_full(r->out, cost);
	add_currency(r, text_of(r, "currency"));
	if (strcmp(basis, "unstated") == 0)
		buf_adds(r->out, ", read as the total");
	else
		buf_adds(r->out, " in total");
	if (strcmp(basis, "derived") == 0)
		buf_adds(r->out, ", derived");
	if (audience[0] && strcmp(audience, "all") != 0)
		buf_addf(r->out, ", for %s students", audience);
}

static void
say_program(const struct row *r)
{
	buf_addf(r->out, "%s, %s: ", text_of(r, "school"), text_of(r, "program"));
	add_or(r, text_of(r, "award"), "award not stated");
	buf_adds(r->out, " in ");
	add_or(r, text_of(r, "field"), "a field not stated");
	buf_adds(r->out, ", ");
	add_or(r, text_of(r, "mode"), "mode not stated");
	buf_adds(r->out, ", ");
	say_length(r);
	buf_adds(r->out, "; ");
	say_cost(r);
	if (strcmp(text_of(r, "status"), "withdrawn") == 0)
		buf_adds(r->out, "; withdrawn");
}

/* --- roles ----------------------------------------------------------------------------------- */

static const char *
level_words(const char *word)
{
	for (int l = 0; l < LEVEL_COUNT; l++)
		if (strcmp(word, level_word((enum level)l)) == 0)
			return level_says((enum level)l);
	return word[0] ? word : level_says(LEVEL_UNSTATED);
}

static void
say_pay(const struct row *r)
{
	int32_t low = num_of(r, "pay_low"), high = num_of(r, "pay_high"),
		publishers = num_of(r, "pay_publishers");
	const char *basis = text_of(r, "pay_basis");

	if (frame_is_missing(low)) {
		buf_adds(r->out, "no source states its pay");
		return;
	}
	buf_adds(r->out, frame_is_missing(high) ? "pays at least " : "pays about ");
	add_span(r, low, high);
	add_currency(r, text_of(r, "pay_currency"));
	buf_adds(r->out, text_of(r, "top_coded")[0] ? " or more" : "");
	buf_addf(r->out, " a year, %s, ", level_words(text_of(r, "pay_level")));
	if (basis[0] && strcmp(basis, "unstated") != 0)
		buf_addf(r->out, "%s pay, ", basis);
	else
		buf_adds(r->out, "basis not stated, ");
	if (frame_is_missing(publishers) || publishers < 2)
		buf_adds(r->out, "one publisher");
	else
		buf_addf(r->out, "%ld publishers meet", (long)publishers);
}

/* Tenths of a percent a year. Only an occupation has official growth of its own. */
static void
say_growth(const struct row *r)
{
	bool own = rolecols_own_growth(r->v->frame, r->at);
	int32_t growth = num_of(r, "growth");

	if (frame_is_missing(growth)) {
		buf_adds(r->out, "no official growth");
		return;
	}
	buf_addf(r->out, "%s%s%s ", own ? "" : "the nearest occupations ",
	    growth < 0 ? "shrink" : "grow", own ? "s" : "");
	num_plain(r->out, (growth < 0 ? -(double)growth : (double)growth) / 10);
	buf_adds(r->out, " percent a year");
}

static void
say_role(const struct row *r)
{
	int32_t programs = num_of(r, "programs");

	buf_addf(r->out, "%s: %s in %s; ", text_of(r, "title"), text_of(r, "kind"),
	    text_of(r, "family"));
	say_pay(r);
	buf_adds(r->out, "; ");
	say_growth(r);
	buf_adds(r->out, "; ");
	if (frame_is_missing(programs) || programs == 0)
		buf_adds(r->out, "no relevant program");
	else
		add_count(r, programs, "relevant program");
}

/* --- skills, sources ------------------------------------------------------------------------- */

static void
say_skill(const struct row *r)
{
	static const struct {
		const char *field, *says;
	} tiers[] = {{"must", "a must for"}, {"important", "important for"},
	    {"nice", "nice to have for"}, {"skip", "to be skipped for"}};
	bool any = false;

	buf_addf(r->out, "%s: %s; ", text_of(r, "name"), text_of(r, "category"));
	for (size_t i = 0; i < sizeof tiers / sizeof *tiers; i++) {
		int32_t n = num_of(r, tiers[i].field);

		if (frame_is_missing(n) || n == 0)
			continue;
		buf_addf(r->out, "%s%s ", any ? ", " : "", tiers[i].says);
		add_count(r, n, "role");
		any = true;
	}
	if (!any)
		buf_adds(r->out, "no source ranks it for a role");
}

static void
say_source(const struct row *r)
{
	int32_t figures = num_of(r, "figures");

	buf_addf(r->out, "%s, by %s: %s, ", text_of(r, "title"), text_of(r, "publisher"),
	    text_of(r, "kind"));
	if (text_of(r, "published")[0])
		buf_addf(r->out, "published %s, ", text_of(r, "published"));
	else
		buf_adds(r->out, "undated, ");
	if (frame_is_missing(figures) || figures == 0)
		buf_adds(r->out, "no figures");
	else
		add_count(r, figures, "figure");
}

/* --- guide, terms ---------------------------------------------------------------------------- */

static void
say_topic(const struct row *r)
{
	int32_t year = num_of(r, "year");

	buf_addf(r->out, "%s (%s on %s, by %s", text_of(r, "heading"), text_of(r, "kind"),
	    text_of(r, "topic"), text_of(r, "source"));
	if (!frame_is_missing(year))
		buf_addf(r->out, ", to be checked in %d", (int)year);
	buf_addc(r->out, ')');
}

static void
say_term(const struct row *r)
{
	const char *text = text_of(r, "text");
	size_t len = strlen(text);

	buf_addf(r->out, "%s: ", text_of(r, "term"));
	buf_add(r->out, text, len > 0 && text[len - 1] == '.' ? len - 1 : len);
}

void
list_say(const struct view *v, uint32_t row, struct buf *out)
{
	static const struct {
		const struct list *list;
		void (*say)(const struct row *r);
	} says[] = {{&list_programs, say_program}, {&list_roles, say_role},
	    {&list_skills, say_skill}, {&list_sources, say_source}, {&list_guide, say_topic},
	    {&list_terms, say_term}};
	const struct row r = {v, row, out};

	for (size_t i = 0; i < sizeof says / sizeof *says; i++)
		if (says[i].list == v->list)
			says[i].say(&r);
	buf_addc(out, '.');
}
