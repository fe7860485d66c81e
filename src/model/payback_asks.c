/*
 * payback_asks.c - what a person says of a payback, as one text and as numbers.
 */
#include "career/base/num.h"
#include "career/base/text.h"
#include "payback_parts.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const flip_words[FLIP_COUNT] = {
    [FLIP_YEARLY] = "yearly",
    [FLIP_OUT] = "out-of-state",
    [FLIP_JOB] = "job",
    [FLIP_DEBT] = "debt",
    [FLIP_TIMING] = "timing",
    [FLIP_ACCRUE] = "interest",
    [FLIP_HOME] = "currency",
};

void
payback_asks_init(struct payback_asks *q)
{
	*q = (struct payback_asks){.level = LEVEL_ENTRY};
	for (int f = 0; f < FI_COUNT; f++)
		q->said[f] = NAN;
}

const char *
payback_flip_word(enum payback_flip f)
{
	return flip_words[f];
}

static int
index_of(const char *const *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0)
			return (int)i;
	return -1;
}

bool
payback_flip_find(enum payback_flip *out, const char *word, struct err *e)
{
	int i = index_of(flip_words, FLIP_COUNT, word);
	const char *near;

	if (i >= 0) {
		*out = (enum payback_flip)i;
		return true;
	}
	near = text_nearest(word, flip_words, FLIP_COUNT);
	if (near != NULL)
		return err_set(
		    e, ERR_USAGE, "nothing is assumed as '%.40s': nearest is '%s'", word, near);
	return err_set(e, ERR_USAGE,
	    "nothing is assumed as '%.40s': yearly, out-of-state, job, debt, timing or interest",
	    word);
}

/* --- as text --------------------------------------------------------------------------------- */

/* Blanks part the words: in a value they are "%20". */
static void
put_word(struct buf *out, const char *key, const char *value)
{
	if (value[0] == '\0')
		return;
	buf_addf(out, "%s%s=", out->len > 0 ? " " : "", key);
	for (; *value != '\0'; value++)
		if (*value == ' ')
			buf_adds(out, "%20");
		else
			buf_addc(out, *value);
}

/* The blanks again, in place. */
static void
decode(char *value)
{
	char *to = value;

	while (*value != '\0') {
		bool blank = strncmp(value, "%20", 3) == 0;

		*to++ = blank ? ' ' : *value;
		value += blank ? 3 : 1;
	}
	*to = '\0';
}

static void
put_flips(unsigned flips, struct buf *out)
{
	const char *between = "";

	for (int f = 0; f < FLIP_COUNT; f++)
		if (flips & 1u << f) {
			buf_addf(out, "%s%s", between, flip_words[f]);
			between = ",";
		}
}

void
payback_asks_text(const struct payback_asks *q, struct buf *out)
{
	struct buf value = BUF_INIT, text = BUF_INIT;

	for (int f = 0; f < FI_COUNT; f++) {
		buf_clear(&value);
		if (isnan(q->said[f]))
			continue;
		num_plain(&value, q->said[f]);
		put_word(&text, finance_inputs[f].key, value.data);
	}
	put_word(&text, "level", q->level == LEVEL_ENTRY ? "" : level_word(q->level));
	buf_clear(&value);
	put_flips(q->flips, &value);
	put_word(&text, "flips", value.data);
	put_word(&text, "source", q->source);
	put_word(&text, "what-if", q->factors);
	put_word(&text, "baseline-role", q->baseline_role);
	buf_add(out, text.data, text.len);
	buf_free(&value);
	buf_free(&text);
}

static bool
is_absurd(enum finance_field f, double v)
{
	return !(v >= finance_inputs[f].least && v <= finance_inputs[f].most);
}

static void
take_level(struct payback_asks *q, const char *value)
{
	for (int l = LEVEL_ENTRY; l < LEVEL_COUNT; l++)
		if (strcmp(level_word((enum level)l), value) == 0)
			q->level = (enum level)l;
}

static void
take_flips(struct payback_asks *q, const char *value)
{
	while (*value != '\0') {
		size_t len = strcspn(value, ",");

		for (int f = 0; f < FLIP_COUNT; f++)
			if (strlen(flip_words[f]) == len && memcmp(flip_words[f], value, len) == 0)
				q->flips |= 1u << f;
		value += len + (value[len] == ',');
	}
}

static void
take_word(struct payback_asks *q, const char *key, const char *value)
{
	double v;

	if (strcmp(key, "level") == 0)
		take_level(q, value);
	else if (strcmp(key, "flips") == 0)
		take_flips(q, value);
	else if (strcmp(key, "source") == 0)
		snprintf(q->source, sizeof q->source, "%s", value);
	else if (strcmp(key, "what-if") == 0)
		snprintf(q->factors, sizeof q->factors, "%s", value);
	else if (strcmp(key, "baseline-role") == 0)
		snprintf(q->baseline_role, sizeof q->baseline_role, "%s", value);
	for (int f = 0; f < FI_COUNT; f++)
		if (strcmp(finance_inputs[f].key, key) == 0 && num_parse(value, &v)
		    && !is_absurd((enum finance_field)f, v))
			q->said[f] = v;
}

void
payback_asks_read(struct payback_asks *q, const char *text)
{
	payback_asks_init(q);
	payback_asks_add(q, text);
}

/* Words are "key=value". */
void
payback_asks_add(struct payback_asks *q, const char *text)
{
	char word[512];

	while (text != NULL && *text != '\0') {
		size_t len = strcspn(text, " ");
		char *value;

		if (len > 0 && len < sizeof word) {
			memcpy(word, text, len);
			word[len] = '\0';
			value = strchr(word, '=');
			if (value != NULL) {
				*value++ = '\0';
				decode(value);
				take_word(q, word, value);
			}
		}
		text += len + (text[len] == ' ');
	}
}

/* --- one number ------------------------------------------------------------------------------ */

/* Units that a person may write behind a number, and what they multiply by. */
static const struct {
	enum finance_unit unit;
	const char *word;
	double times;
} units[] = {
    {FU_MONTHS, "months", 1},
    {FU_MONTHS, "month", 1},
    {FU_MONTHS, "m", 1},
    {FU_MONTHS, "years", 12},
    {FU_MONTHS, "year", 12},
    {FU_MONTHS, "y", 12},
    {FU_YEARS, "years", 1},
    {FU_YEARS, "year", 1},
    {FU_YEARS, "y", 1},
    {FU_YEARS, "months", 1 / 12.0},
    {FU_YEARS, "month", 1 / 12.0},
    {FU_PERCENT, "%", 1},
    {FU_RATE, "%", 1},
    {FU_RATE, "% a year", 1},
    {FU_MONEY, "USD", 1},
    {FU_MONEY_YEAR, "a year", 1},
    {FU_MONEY_YEAR, "USD", 1},
    {FU_MONEY_MONTH, "a month", 1},
    {FU_MONEY_MONTH, "USD", 1},
};

static void
trim(char *s)
{
	size_t n = strlen(s);

	while (n > 0 && isspace((unsigned char)s[n - 1]))
		s[--n] = '\0';
}

/* Takes the unit off the end; 0: there is none. */
static double
take_unit(char *s, enum finance_unit u)
{
	size_t n = strlen(s);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		size_t len = strlen(units[i].word);

		if (units[i].unit != u || len >= n || strcmp(s + n - len, units[i].word) != 0)
			continue;
		s[n - len] = '\0';
		trim(s);
		return units[i].times;
	}
	return 1;
}

bool
payback_number(enum finance_field f, const char *text, double *v, struct err *e)
{
	const struct finance_in *row = &finance_inputs[f];
	char s[64];
	double got, times;

	while (isspace((unsigned char)*text) || *text == '$')
		text++;
	snprintf(s, sizeof s, "%s", text);
	trim(s);
	if (s[0] == '\0' || strcmp(s, "-") == 0) {
		*v = NAN;
		return true;
	}
	times = take_unit(s, row->unit);
	if (strlen(text) >= sizeof s || !num_parse_short(s, &got))
		return err_set(e, ERR_USAGE, "%s: '%.40s' is no number", row->title, text);
	got *= times;
	if (is_absurd(f, got)) {
		bool less = got < row->least;
		struct buf end = BUF_INIT;

		finance_number(&end, less ? row->least : row->most, row->unit, "");
		err_set(
		    e, ERR_USAGE, "%s is at %s %s", row->title, less ? "least" : "most", end.data);
		buf_free(&end);
		return false;
	}
	*v = got;
	return true;
}

/* --- kinds of awards ------------------------------------------------------------------------- */

static const struct {
	const char *award, *says;
	int kind;
} awards[] = {
    {"master", "master's degree", 1},
    {"mba", "MBA", 1},
    {"doctorate", "doctorate", 2},
    {"first-professional", "professional degree", 2},
    {"bachelor", "bachelor's degree", 3},
    {"associate", "associate's degree", 4},
    {"certificate", "certificate", 5},
    {"graduate-certificate", "graduate certificate", 5},
    {"post-baccalaureate-certificate", "certificate", 5},
    {"bootcamp", "bootcamp", 6},
    {"professional-certificate", "professional certificate", 7},
    {"mooc", "online course", 7},
};

/* A professional certificate without a length is an exam. */
int
payback_award_kind(const char *award, double months)
{
	for (size_t i = 0; i < sizeof awards / sizeof *awards; i++)
		if (strcmp(awards[i].award, award) == 0)
			return awards[i].kind == 7 && isnan(months) ? 8 : awards[i].kind;
	return 0;
}

const char *
payback_award_says(const char *award)
{
	for (size_t i = 0; i < sizeof awards / sizeof *awards; i++)
		if (strcmp(awards[i].award, award) == 0)
			return awards[i].says;
	return "program";
}
