/*
 * payback_edit.c - inputs of one's own: typed in a line that the page follows, by steps, taken back.
 */
#include "career/base/num.h"
#include "career/base/text.h"
#include "career/page/payback.h"
#include "payback_state.h"
#include "verbs.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* --- which input ------------------------------------------------------------------------------ */

bool
payback_input_find(enum finance_field *f, const char *key, struct err *e)
{
	const char *keys[FI_COUNT], *near;

	for (int i = 0; i < FI_COUNT; i++) {
		keys[i] = finance_inputs[i].key;
		if (strcmp(keys[i], key) == 0) {
			*f = (enum finance_field)i;
			return true;
		}
	}
	near = text_nearest(key, keys, FI_COUNT);
	return err_set(e, ERR_USAGE, "no input '%.40s'%s%s", key, near != NULL ? "; nearest: " : "",
	    near != NULL ? near : "");
}

enum finance_field
payback_input_here(const struct app *a)
{
	static const char set[] = "payback-set ";
	const struct anchor *c = find_anchor(current_line(a), ANCHOR_COMMAND);
	enum finance_field f;
	struct err e;

	if (a->screen != SCREEN_PAYBACK || a->popup.open || c == NULL
	    || strncmp(c->key, set, sizeof set - 1) != 0
	    || !payback_input_find(&f, c->key + sizeof set - 1, &e))
		return FI_COUNT;
	return f;
}

/* A pair must be there to say something of it. */
static bool
open_pair(struct app *a, struct err *e)
{
	if (!payback_ready(a, e))
		return false;
	return payback_state(a)->open
	    || err_set(e, ERR_NOTFOUND, "no program or role to ask about");
}

bool
payback_say_input(struct app *a, enum finance_field f, double v, struct err *e)
{
	struct payback_asks q;

	payback_said(a, &q);
	q.said[f] = v;
	if (f == FI_BASELINE)
		q.baseline_role[0] = '\0';
	return payback_now_said(a, &q, true, e);
}

/* "9 of 10 figures: 3-8 years", where the sentence has no room. */
static void
brief_answer(struct buf *out, const struct finance_band *b)
{
	if (b->lead > 0) {
		if (b->n > 1)
			buf_addf(out, "%zu of %zu figures: ", b->lead, b->n);
		finance_range(out, b->lead_lo, b->lead_hi, FU_YEARS, "");
	} else if (b->never > 0) {
		buf_addf(out, "never on %zu of %zu figures", b->never, b->n);
	} else {
		buf_adds(out, "it cannot be told");
	}
}

bool
payback_say_answer(struct app *a, const char *what, struct err *e)
{
	const char *between = *what != '\0' ? ". " : "";
	struct buf answer = BUF_INIT;

	if (!payback_ready(a, e))
		return false;
	payback_says(&answer, &a->payback->made);
	if (text_width(what) + text_width(between) + text_width(answer.data) > a->cols) {
		buf_clear(&answer);
		brief_answer(&answer, &a->payback->made.band);
	}
	app_say(a, "%s%s%s", what, between, answer.data);
	buf_free(&answer);
	return true;
}

/* "price $190,000. 5 of 6 pay figures ...": as it counts now. */
static bool
say_now(struct app *a, enum finance_field f, struct err *e)
{
	const struct payback_state *s = a->payback;
	const char *title = finance_inputs[f].title;
	struct buf value = BUF_INIT;
	bool ok;

	if (!payback_ready(a, e))
		return false;
	buf_addf(&value, "%s ", strncmp(title, "the ", 4) == 0 ? title + 4 : title);
	if (isnan(s->made.line[f].value))
		buf_adds(&value, "not stated");
	else
		finance_number(
		    &value, s->made.line[f].value, finance_inputs[f].unit, s->made.in.currency);
	ok = payback_say_answer(a, value.data, e);
	buf_free(&value);
	return ok;
}

/* Above the line that is typed, where the page's first lines are out of sight. */
static bool
say_answer(struct app *a, struct err *e)
{
	return a->screen != SCREEN_PAYBACK || app_pane(a)->detail.top == 0
	    || payback_say_answer(a, "", e);
}

/* --- steps ------------------------------------------------------------------------------------ */

/* About a twentieth, as a round number. */
static double
round_step(double v)
{
	double about = v / 20, ten = pow(10, floor(log10(about))), n = about / ten;

	return ten * (n < 1.5 ? 1 : n < 3.5 ? 2 : n < 7.5 ? 5 : 10);
}

/* By how much an input is stepped that is v now, NAN: not stated. */
static double
step_of(enum finance_field f, double v)
{
	switch (finance_inputs[f].unit) {
	case FU_MONTHS:
	case FU_YEARS:
		return 1;
	case FU_RATE:
		return 0.25;
	case FU_PERCENT:
		return 1;
	case FU_MONEY_MONTH:
		return v > 0 ? fmax(round_step(v), 10) : 100;
	default:
		return v > 0 ? fmax(round_step(v), 100) : 1000;
	}
}

/* The next round value; one that is not stated begins at nothing. */
static double
stepped(enum finance_field f, double v, int by)
{
	double step = step_of(f, v), at = (isnan(v) ? 0 : v) / step, n;

	n = by > 0 ? floor(at + 1e-9) + by : ceil(at - 1e-9) + by;
	return fmin(fmax(n * step, finance_inputs[f].least), finance_inputs[f].most);
}

static bool
step_here(struct app *a, int by, struct err *e)
{
	enum finance_field f = payback_input_here(a);

	if (f == FI_COUNT)
		return err_set(e, ERR_NOTFOUND, "no input on this line: + and - work on those");
	return open_pair(a, e)
	    && payback_say_input(a, f, stepped(f, a->payback->made.line[f].value, by), e)
	    && say_now(a, f, e);
}

VERB(cmd_payback_more)
{
	(void)arg;
	return step_here(a, 1, e);
}

VERB(cmd_payback_less)
{
	(void)arg;
	return step_here(a, -1, e);
}

/* --- the line at the bottom ------------------------------------------------------------------- */

/* What is typed is what counts; nothing: what is stated. */
static bool
turn(struct app *a, enum prompt_turn how, const char *text, struct err *e)
{
	struct payback_state *s = payback_state(a);
	struct payback_asks q = s->before;
	double v;

	if (how == PROMPT_LEFT)
		return payback_now_said(a, &s->before, false, e);
	if (!payback_number(s->edited, text, &v, e))
		return false;
	if (how == PROMPT_TAKEN) {
		payback_said(a, &q);
		return payback_now_said(a, &q, true, e) && say_now(a, s->edited, e);
	}
	q.said[s->edited] = v;
	if (s->edited == FI_BASELINE)
		q.baseline_role[0] = '\0';
	return payback_now_said(a, &q, false, e) && say_answer(a, e);
}

/* Up and Down: a step, the pages: five. */
static bool
step_line(struct app *a, const char *key)
{
	static const struct {
		const char *key;
		int by;
	} steps[] = {{"Up", 1}, {"Down", -1}, {"PgUp", 5}, {"PgDn", -5}};
	enum finance_field f = payback_state(a)->edited;
	struct buf text = BUF_INIT;
	struct err e;
	double v;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (strcmp(steps[i].key, key) != 0)
			continue;
		if (payback_number(f, a->prompt.edit.text.data, &v, &e)) {
			num_plain(&text, stepped(f, v, steps[i].by));
			edit_set(&a->prompt.edit, text.data);
			prompt_changed(a);
		}
		buf_free(&text);
		return true;
	}
	return false;
}

/* "price, $: ". */
static void
label_of(const struct app *a, enum finance_field f, struct buf *out)
{
	static const char *const units[] = {
	    [FU_MONEY_YEAR] = " a year",
	    [FU_MONEY_MONTH] = " a month",
	    [FU_MONTHS] = "months",
	    [FU_YEARS] = "years",
	    [FU_PERCENT] = "%",
	    [FU_RATE] = "% a year",
	    [FU_VERDICT] = NULL,
	};
	const struct finance_in *in = &finance_inputs[f];
	const char *title = in->title, *unit = units[in->unit], *money = "";

	if (strncmp(title, "the ", 4) == 0)
		title += 4;
	if (in->unit <= FU_MONEY_MONTH)
		money = a->payback->made.in.currency;
	if (strcmp(money, "USD") == 0)
		money = "$";
	buf_adds(out, title);
	if (*money != '\0' || unit != NULL)
		buf_addf(out, ", %s%s", money, unit != NULL ? unit : "");
	buf_adds(out, ": ");
}

bool
payback_edit(struct app *a, enum finance_field f, struct err *e)
{
	struct payback_state *s = payback_state(a);
	struct prompt_text of = {.whole = true, .turn = turn, .key = step_line};
	struct buf label = BUF_INIT, value = BUF_INIT;
	double v = s->made.line[f].value;

	if (!app_go(a, SCREEN_PAYBACK, e))
		return false;
	if (payback_input_here(a) != f)
		snprintf(s->to, sizeof s->to, "payback-set %s", finance_inputs[f].key);
	a->pane[SCREEN_PAYBACK].detail.valid = false;
	s->edited = f;
	payback_said(a, &s->before);
	label_of(a, f, &label);
	of.label = label.data;
	if (!isnan(v))
		num_plain(&value, v);
	prompt_text_open(a, &of, value.data);
	app_say(a, "Up, Down: a step; empty: as stated; Enter keeps it, Esc does not");
	buf_free(&label);
	buf_free(&value);
	return true;
}

/* --- commands --------------------------------------------------------------------------------- */

VERB(cmd_payback_set)
{
	size_t len = strcspn(arg, " \t");
	char key[64];
	enum finance_field f;
	double v;

	snprintf(key, sizeof key, "%.*s", (int)(len < 60 ? len : 60), arg);
	arg += len + strspn(arg + len, " \t");
	if (!payback_input_find(&f, key, e) || !open_pair(a, e))
		return false;
	if (*arg != '\0')
		return payback_number(f, arg, &v, e) && payback_say_input(a, f, v, e)
		    && say_now(a, f, e);
	if (f == FI_BASELINE)
		return cmd_payback_offer(a, "", e);
	return payback_edit(a, f, e);
}

static bool
unsay_all(struct app *a, struct err *e)
{
	struct payback_asks none;

	payback_asks_init(&none);
	if (!payback_now_said(a, &none, true, e))
		return false;
	app_say(a, "all inputs are as stated or assumed; u: yours again");
	return true;
}

VERB(cmd_payback_unsay)
{
	enum finance_field f = payback_input_here(a);
	struct payback_asks q;

	if (!open_pair(a, e))
		return false;
	if (strcmp(arg, "all") == 0)
		return unsay_all(a, e);
	if (*arg != '\0' && !payback_input_find(&f, arg, e))
		return false;
	if (f == FI_COUNT)
		return err_set(e, ERR_NOTFOUND,
		    "no input on this line; `payback-unsay all` takes all of yours back");
	payback_said(a, &q);
	if (isnan(q.said[f]))
		return err_set(e, ERR_NOTFOUND, "%s is not yours: Enter says another",
		    finance_inputs[f].title);
	return payback_say_input(a, f, NAN, e) && say_now(a, f, e);
}

bool
payback_useful(const struct app *a, const char *command)
{
	enum finance_field f = payback_input_here(a);

	if (strcmp(command, "payback") == 0)
		return a->screen != SCREEN_PAYBACK;
	if (strcmp(command, "payback-more") == 0 || strcmp(command, "payback-less") == 0)
		return f != FI_COUNT;
	if (strcmp(command, "payback-unsay") == 0)
		return f != FI_COUNT && a->payback->made.line[f].from == FROM_PERSON;
	return a->payback != NULL && a->payback->open
	    && (strcmp(command, "payback-flip") != 0 || a->payback->made.flippable != 0);
}
