/*
 * start_answer.c - the short answers of the first screen: what the pages say at length, in a few sentences.
 */
#include "career/page/compare.h"
#include "occupation.h"
#include "pay_view.h"
#include "say.h"
#include "start_parts.h"

#include <stdio.h>
#include <string.h>

/* --- pay ------------------------------------------------------------------------------------- */

static void
pay_group_says(struct asking *q, const struct pay_answers *pay, const struct agree_group *g)
{
	struct buf amount = BUF_INIT, support = BUF_INIT;
	struct start_part *part;
	char key[64];

	pay_amount_words(g, &amount);
	pay_support_words(g, &support);
	if (g == pay->g[0])
		part = start_sayf(q, STYLE_VALUE, "%s, %s, a year before tax: %s (%s).",
		    q->s->role.title, level_says(g->level), amount.data, support.data);
	else
		part = start_sayf(q, STYLE_VALUE, "%s%s (%s).",
		    g->ruler == RULER_TOTAL ? "" : "In another currency: ", amount.data,
		    support.data);
	snprintf(key, sizeof key, "%lld:%d:%d", (long long)q->c.id, (int)g->level, (int)g->ruler);
	start_who(q, part, ANCHOR_ANSWER, key);
	for (size_t i = 0; i < g->napart; i++) {
		buf_clear(&amount);
		pay_apart_words(g, g->apart[i], &amount);
		part = start_sayf(q, STYLE_WARN, "%s.", amount.data);
		snprintf(key, sizeof key, "%lld", (long long)pay_apart_figure(g, g->apart[i]));
		start_who(q, part, ANCHOR_FIGURE, key);
	}
	buf_free(&amount);
	buf_free(&support);
}

static void
pay_why(struct asking *q, const struct agree_group *g)
{
	struct buf why = BUF_INIT;

	if (g->pages > 1)
		agree_why(g, &why);
	if (why.len > 0)
		start_sayf(q, STYLE_TEXT, "Why they differ: %s.", why.data);
	else if (g->pages > 1 && g->has_common)
		start_say(q, STYLE_TEXT, "They do not disagree.");
	buf_free(&why);
}

static void
pay_nearest(struct asking *q, const struct pay_answers *pay)
{
	struct buf near = BUF_INIT;

	if (pay_near_words(&pay->near, &near))
		start_sayf(q, STYLE_NEAR, "~ Official, %s.", near.data);
	buf_free(&near);
}

bool
start_pay(struct asking *q, struct err *e)
{
	struct pay_answers pay;

	if (!pay_answers_load(&q->c, &pay, e))
		return false;
	if (pay.n == 0)
		start_sayf(q, STYLE_VALUE, "%s: no source states what it pays.", q->s->role.title);
	else if (pay.level != q->c.level && pay.level != LEVEL_ALL)
		start_sayf(q, STYLE_NOTE, "For %s no source states it.", level_says(q->c.level));
	for (size_t i = 0; i < pay.n; i++)
		pay_group_says(q, &pay, pay.g[i]);
	if (pay.n == 0)
		pay_nearest(q, &pay);
	else
		pay_why(q, pay.g[0]);
	return true;
}

/* --- the day --------------------------------------------------------------------------------- */

/* The split of the first source that gives one; others are counted. */
static bool
day_split(struct asking *q, struct err *e)
{
	struct stmt *st = role_query(&q->c, "role_day_shares", false, e);
	struct buf b = BUF_INIT;
	const char *source = NULL;
	char key[64] = "";
	size_t more = 0;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (source == NULL) {
			source = arena_dup(q->c.a, stmt_str(st, 3));
			snprintf(key, sizeof key, "day_share:%lld", (long long)stmt_int(st, 0));
		}
		if (strcmp(source, stmt_str(st, 3)) == 0)
			buf_addf(&b, "%s%g%% %s", b.len > 0 ? ", " : "", stmt_num(st, 2),
			    stmt_str(st, 1));
		else
			more++;
	}
	if (ok && source != NULL)
		start_who(q,
		    start_sayf(q, STYLE_VALUE, "%s, the week: %s (%s%s).", q->s->role.title, b.data,
			source, more > 0 ? "; others split it differently" : ", one guide's guess"),
		    ANCHOR_FACT, key);
	buf_free(&b);
	return ok;
}

/* Without a split: the first duties. */
static bool
day_duties(struct asking *q, struct err *e)
{
	enum { SHOWN = 4 };
	struct stmt *st = role_query(&q->c, "role_duties", false, e);
	struct buf b = BUF_INIT;
	size_t n = 0;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e))
		if (n++ < SHOWN)
			buf_addf(&b, "%s%s", b.len > 0 ? ", " : "", stmt_str(st, 0));
	if (n > SHOWN)
		buf_addf(&b, "; and %zu more", n - SHOWN);
	if (ok && n > 0) {
		start_sayf(q, STYLE_VALUE, "%s, what you do: %s.", q->s->role.title, b.data);
		start_say(q, STYLE_NOTE, "No source says how the week is split.");
	} else if (ok) {
		start_sayf(
		    q, STYLE_VALUE, "%s: no source states what the day is like.", q->s->role.title);
	}
	buf_free(&b);
	return ok;
}

/* "Who will like it: People who ..." */
static bool
day_liking(struct asking *q, struct err *e)
{
	const struct role_ctx *c = &q->c;
	bool any;

	if (!occupation_start_liking(q, &any, e))
		return false;

	if (c->like != NULL)
		start_sayf(q, STYLE_TEXT, "Who will like it: %s", c->like);
	if (c->dislike != NULL)
		start_sayf(q, STYLE_TEXT, "Who will not: %s", c->dislike);
	if (c->like == NULL && c->dislike == NULL && !any)
		start_say(q, STYLE_NOTE, "No source says who would like it.");
	return true;
}

bool
start_day(struct asking *q, struct err *e)
{
	if (!day_split(q, e) || (q->to->n == 0 && !occupation_start_day(q, e))
	    || (q->to->n == 0 && !day_duties(q, e)))
		return false;
	return day_liking(q, e);
}

/* --- side by side ---------------------------------------------------------------------------- */

bool
start_compare(struct asking *q, struct err *e)
{
	const char *keys[1 + START_KIN] = {q->s->role.slug};
	struct compare c;
	bool ok;

	for (size_t i = 0; i < q->s->nkin; i++)
		keys[1 + i] = q->s->kin[i].slug;
	ok = compare_make(&c, q->c.r, keys, 1 + q->s->nkin, q->c.level, e);
	if (ok)
		start_sayf(q, STYLE_VALUE, "Pay a year before tax: %s", c.answer);
	compare_free(&c);
	return ok;
}

/* --- skills ---------------------------------------------------------------------------------- */

static bool
skill_names(struct asking *q, enum role_tier tier, const char *label, struct err *e)
{
	struct role_names n;
	bool ok = role_skill_names(&q->c, (int)tier, &n, e);

	if (ok && n.words.len > 0)
		start_sayf(q, n.disputed ? STYLE_WARN : STYLE_VALUE, "%s: %s (%zu publisher%s).",
		    label, n.words.data, n.publishers, n.publishers == 1 ? "" : "s");
	role_names_free(&n);
	return ok;
}

bool
start_skills(struct asking *q, struct err *e)
{
	const char *first = arena_printf(q->c.a, "%s, learn first", q->s->role.title);
	size_t before;

	if (!skill_names(q, ROLE_MUST, first, e)
	    || (q->to->n == 0 && !skill_names(q, ROLE_IMPORTANT, "Important", e))
	    || (q->to->n == 0 && !occupation_start_skills(q, e)))
		return false;
	if (q->to->n == 0)
		start_sayf(
		    q, STYLE_VALUE, "%s: no source says what to learn first.", q->s->role.title);
	before = q->to->n;
	if (!skill_names(q, ROLE_SKIP, "Skip", e))
		return false;
	if (q->to->n == before)
		start_say(q, STYLE_NOTE, "No source says what can be skipped.");
	return true;
}

/* --- programs -------------------------------------------------------------------------------- */

enum { STEPS = 6 };

/* Degrees by the steps of a number. */
struct steps {
	const double *upto; /* upper ends, included where `inclusive`; the last step has none */
	bool inclusive;
	size_t count[STEPS], n;
};

/* What is counted of the open programs that fit. */
struct fitting {
	size_t degrees, courses;
	size_t other_currency; /* degrees with a price that is not in dollars */
	struct steps price, months;
};

static bool
is_degree(const char *award)
{
	static const char *const degrees[] = {
	    "associate", "bachelor", "master", "mba", "doctorate", "first-professional"};

	for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
		if (strcmp(degrees[i], award) == 0)
			return true;
	return false;
}

static void
count_step(struct steps *s, size_t steps, double v)
{
	size_t i = 0;

	while (i + 1 < steps && !(s->inclusive ? v <= s->upto[i] : v < s->upto[i]))
		i++;
	s->count[i]++;
	s->n++;
}

static const double price_ends[] = {10000, 20000, 40000, 80000};
static const double month_ends[] = {12, 24, 36};
static const char *const price_says[] = {
    "below $10K", "$10K-20K", "$20K-40K", "$40K-80K", "$80K and more"};
static const char *const month_says[] = {"up to 1 year", "1-2 years", "2-3 years", "longer"};
enum { PRICES = 5, LENGTHS = 4 };

static void
count_program(struct fitting *f, struct stmt *st)
{
	if (!is_degree(stmt_str(st, 0))) {
		f->courses++;
		return;
	}
	f->degrees++;
	if (!stmt_null(st, 2) && strcmp(stmt_str(st, 1), "USD") == 0)
		count_step(&f->price, PRICES, stmt_num(st, 2));
	else if (!stmt_null(st, 2))
		f->other_currency++;
	if (!stmt_null(st, 3))
		count_step(&f->months, LENGTHS, stmt_num(st, 3));
}

static bool
count_programs(struct asking *q, struct fitting *f, struct err *e)
{
	bool role = q->s->role.id != 0, ok;
	struct stmt *st = db_query(q->c.r->db, role ? "start_programs" : "start_all_programs", e);

	ok = st != NULL;
	if (ok && role)
		stmt_bind_int(st, 1, q->s->role.id);
	while (ok && role_next(st, &ok, e))
		count_program(f, st);
	return ok;
}

/* "below $10K (1), $10K-20K (4)": the steps that have any. */
static void
step_words(const struct steps *s, const char *const *says, size_t steps, struct buf *b)
{
	const char *sep = "";

	for (size_t i = 0; i < steps; i++)
		if (s->count[i] > 0) {
			buf_addf(b, "%s%s (%zu)", sep, says[i], s->count[i]);
			sep = ", ";
		}
}

static void
say_prices(struct asking *q, const struct fitting *f)
{
	struct buf b = BUF_INIT;

	if (f->price.n > 0) {
		buf_addf(&b, "Price of the whole degree, for %zu in dollars: ", f->price.n);
		step_words(&f->price, price_says, PRICES, &b);
	} else {
		buf_adds(&b, "No source states the price of a whole degree in dollars");
	}
	if (f->other_currency > 0)
		buf_addf(&b, "; %zu %s in another currency or do%s not say which",
		    f->other_currency, f->other_currency == 1 ? "is" : "are",
		    f->other_currency == 1 ? "es" : "");
	buf_addc(&b, '.');
	start_say(q, STYLE_TEXT, b.data);
	buf_free(&b);
}

static void
say_lengths(struct asking *q, const struct fitting *f)
{
	struct buf b = BUF_INIT;

	step_words(&f->months, month_says, LENGTHS, &b);
	if (f->months.n > 0)
		start_sayf(q, STYLE_TEXT, "Fastest time, for %zu: %s.", f->months.n, b.data);
	else
		start_say(q, STYLE_TEXT, "No source states how long they take.");
	buf_free(&b);
}

/* "172 open degrees and 32 courses and exams fit ...". */
static void
say_fitting(struct asking *q, const struct fitting *f)
{
	bool one = f->degrees + f->courses == 1;
	struct buf b = BUF_INIT;

	if (f->degrees > 0)
		say_count(&b, (int64_t)f->degrees, "open degree");
	if (f->degrees > 0 && f->courses > 0)
		buf_adds(&b, " and ");
	if (f->courses > 0)
		say_count(&b, (int64_t)f->courses, "course");
	if (f->courses > 0)
		buf_adds(&b, f->courses == 1 ? " or exam" : " and exams");
	if (q->s->role.id != 0)
		start_sayf(q, STYLE_VALUE, "%s fit%s %s by field of study%s.", b.data,
		    one ? "s" : "", q->s->role.title, f->degrees > 0 ? "" : "; no degree does");
	else
		start_sayf(q, STYLE_VALUE, "%s %s held here.", b.data, one ? "is" : "are");
	buf_free(&b);
}

bool
start_programs(struct asking *q, struct err *e)
{
	struct fitting f = {
	    .price = {.upto = price_ends}, .months = {.upto = month_ends, .inclusive = true}};

	bool role = q->s->role.id != 0, none, linked = false;

	if (!count_programs(q, &f, e))
		return false;
	none = f.degrees + f.courses == 0;
	if (role && none && !occupation_start_programs(q, &linked, e))
		return false;
	if (none && !role)
		start_say(q, STYLE_VALUE, "None of the programs held here is open.");
	else if (none && linked)
		start_say(q, STYLE_NOTE, "No source states the price of a whole degree.");
	else if (none)
		start_sayf(q, STYLE_VALUE, "No program held here fits %s by field of study.",
		    q->s->role.title);
	else
		say_fitting(q, &f);
	if (f.degrees > 0) {
		say_prices(q, &f);
		say_lengths(q, &f);
	}
	return !role || none || occupation_start_programs(q, &linked, e);
}
