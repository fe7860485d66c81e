/*
 * derive.c - headline values of programs, chosen from what their pages state.
 *
 * Length and mode: of the most trusted fact that states one, then the latest. Cost: a price is brought
 * to a total where that can be done without guessing: credits x per credit, courses x per course,
 * months x per month, semesters x per semester and years x per year, where two semesters are a year
 * and the length is a whole number of semesters (16 or 21 months say nothing about how many are paid).
 * Among the totals, but for those more than three years older than the newest, the most trusted is shown,
 * then the latest, then stated before derived, then the widest audience. The others stay in program_fact and are shown on the program's page. Confidence:
 * that of the total shown, else of the most trusted fact.
 */
#include "derive.h"

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/base/num.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct fact {
	int64_t id;
	int confidence; /* 2 high, 1 medium, 0 low */
	int year;       /* 0: no date */
	const char *as_of, *mode, *currency, *per, *audience, *credits;
	double months, months_max, cost; /* NAN: absent */
	double total;
	const char *total_basis, *total_sum;
};

struct program {
	int64_t id;
	struct fact *fact;
	size_t n, cap;
};

static int
rank_confidence(const char *s)
{
	return strcmp(s, "high") == 0 ? 2 : strcmp(s, "medium") == 0 ? 1 : 0;
}

/* Wider audiences first: a price for all is the one to show. */
static int
rank_audience(const char *s)
{
	static const char *const order[] = {
	    "non-eu", "out-of-state", "international", "eu", "in-state", "home", "all", NULL};

	for (int i = 0; s != NULL && order[i] != NULL; i++)
		if (strcmp(order[i], s) == 0)
			return i + 1;
	return 0;
}

/* Digits with an optional decimal part, and what follows; NAN when there are none. */
static double
read_count(const char *s, const char **rest)
{
	size_t len = strspn(s, "0123456789");
	struct buf digits = BUF_INIT;
	double v;

	if (s[len] == '.')
		len += 1 + strspn(s + len + 1, "0123456789");
	*rest = s + len + strspn(s + len, " ");
	buf_add(&digits, s, len);
	if (!num_parse(digits.data, &v))
		v = NAN;
	buf_free(&digits);
	return v > 0 ? v : NAN;
}

/* What a word behind a number counts, when that is not credits. */
static bool
counts_other(const char *word)
{
	static const char *const others[] = {
	    "course", "module", "hour", "day", "week", "month", "term", "semester", "year"};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strncasecmp(word, others[i], strlen(others[i])) == 0)
			return true;
	return false;
}

/* "30", "120 ECTS": nothing but one word for credits follows. */
static double
credits_in(const char *s)
{
	const char *rest;
	double v = read_count(s, &rest);

	for (const char *c = rest; *c != '\0'; c++)
		if (!isalpha((unsigned char)*c))
			return NAN;
	return counts_other(rest) ? NAN : v;
}

/* "10 courses" */
static double
courses_in(const char *s)
{
	const char *rest;
	double v = read_count(s, &rest);

	return strcmp(rest, "courses") == 0 || strcmp(rest, "course") == 0 ? v : NAN;
}

static bool
better(const struct fact *a, const struct fact *b)
{
	return a->confidence != b->confidence ? a->confidence > b->confidence : a->year > b->year;
}

static double
read_months(const struct fact *f)
{
	return f->months;
}

static double
read_credits(const struct fact *f)
{
	return f->credits != NULL ? credits_in(f->credits) : NAN;
}

static double
read_courses(const struct fact *f)
{
	return f->credits != NULL ? courses_in(f->credits) : NAN;
}

/* What the fact with the price says of itself, else what the best other fact of the program says. */
static double
said_of(const struct program *p, const struct fact *f, double (*read)(const struct fact *f))
{
	const struct fact *best = NULL;

	if (!isnan(read(f)))
		return read(f);
	for (size_t i = 0; i < p->n; i++)
		if (!isnan(read(&p->fact[i])) && (best == NULL || better(&p->fact[i], best)))
			best = &p->fact[i];
	return best != NULL ? read(best) : NAN;
}

/* Semesters of the length, when it is a whole number of them. */
static double
semesters_of(const struct program *p, const struct fact *f)
{
	double n = said_of(p, f, read_months) / 6;

	return n > 0 && n == floor(n) ? n : NAN;
}

static void
set_total(struct fact *f, struct arena *a, double count, const char *what)
{
	struct buf b = BUF_INIT;

	if (!(count > 0))
		return;
	num_plain(&b, round(count * 100) / 100);
	buf_addf(&b, " %s%s x ", what, count == 1 ? "" : "s");
	if (f->cost == round(f->cost))
		num_full(&b, f->cost);
	else
		num_plain(&b, f->cost);
	f->total = count * f->cost;
	f->total_basis = "derived";
	f->total_sum = arena_dup(a, b.data);
	buf_free(&b);
}

static void
bring_to_total(const struct program *p, struct fact *f, struct arena *a)
{
	f->total = NAN;
	f->total_basis = f->total_sum = NULL;
	if (isnan(f->cost) || f->per == NULL)
		return;
	if (strcmp(f->per, "total") == 0 || strcmp(f->per, "unstated") == 0 || f->cost == 0) {
		f->total = f->cost;
		f->total_basis = strcmp(f->per, "unstated") == 0 ? "unstated" : "total";
	} else if (strcmp(f->per, "year") == 0) {
		set_total(f, a, semesters_of(p, f) / 2, "year");
	} else if (strcmp(f->per, "semester") == 0) {
		set_total(f, a, semesters_of(p, f), "semester");
	} else if (strcmp(f->per, "month") == 0) {
		set_total(f, a, said_of(p, f, read_months), "month");
	} else if (strcmp(f->per, "credit") == 0) {
		set_total(f, a, said_of(p, f, read_credits), "credit");
	} else if (strcmp(f->per, "course") == 0) {
		set_total(f, a, said_of(p, f, read_courses), "course");
	}
}

/* The lists count money and months in int32. */
static bool
fits(double v)
{
	return fabs(v) <= 2e9;
}

static bool
has_total(const struct fact *f)
{
	return f->total_basis != NULL && fits(f->total);
}

/* Whether another total is so much newer that nobody pays this one any more. */
static bool
outdated(const struct program *p, const struct fact *f)
{
	enum { OLD_YEARS = 3 };

	for (size_t i = 0; i < p->n; i++)
		if (f->year > 0 && has_total(&p->fact[i]) && p->fact[i].year - f->year > OLD_YEARS)
			return true;
	return false;
}

static bool
better_total(const struct fact *a, const struct fact *b)
{
	bool sa = strcmp(a->total_basis, "derived") != 0,
	     sb = strcmp(b->total_basis, "derived") != 0;

	if (a->confidence != b->confidence)
		return a->confidence > b->confidence;
	if (a->year != b->year)
		return a->year > b->year;
	if (sa != sb)
		return sa;
	return rank_audience(a->audience) > rank_audience(b->audience);
}

/* Rounded, but what is not nothing stays at least one: 0.3 months. */
static void
bind_whole(struct stmt *st, int pos, double v)
{
	if (!fits(v))
		stmt_bind_null(st, pos);
	else
		stmt_bind_int(st, pos, v > 0 && v < 1 ? 1 : (int64_t)llround(v));
}

static bool
store_facts(struct db *db, struct program *p, struct err *e)
{
	struct stmt *st = db_query(db, "derive_fact", e);

	for (size_t i = 0; st != NULL && i < p->n; i++) {
		const struct fact *f = &p->fact[i];

		if (f->total_basis == NULL)
			continue;
		stmt_bind_int(st, 1, f->id);
		stmt_bind_num(st, 2, f->total);
		stmt_bind_text(st, 3, f->total_basis);
		stmt_bind_text(st, 4, f->total_sum);
		if (!stmt_run(st, e))
			return false;
	}
	return st != NULL;
}

struct chosen {
	const struct fact *mode, *length, *cost, *trust;
	double months_max;
	size_t totals;
	bool priced;
};

static void
choose(const struct program *p, struct chosen *c)
{
	memset(c, 0, sizeof *c);
	c->months_max = NAN;
	for (size_t i = 0; i < p->n; i++) {
		const struct fact *f = &p->fact[i];

		if (f->mode != NULL && (c->mode == NULL || better(f, c->mode)))
			c->mode = f;
		if (!isnan(f->months) && (c->length == NULL || better(f, c->length)))
			c->length = f;
		if (has_total(f) && !outdated(p, f)
		    && (c->cost == NULL || better_total(f, c->cost)))
			c->cost = f;
		if (c->trust == NULL || f->confidence > c->trust->confidence)
			c->trust = f;
		c->totals += f->total_basis != NULL;
		c->priced = c->priced || !isnan(f->cost);
	}
	if (c->length != NULL)
		c->months_max = c->length->months_max;
	if (c->cost != NULL)
		c->trust = c->cost;
}

static bool
store_program(struct db *db, const struct program *p, struct err *e)
{
	static const char *const trust[] = {"low", "medium", "high"};
	struct stmt *st = db_query(db, "derive_program", e);
	struct chosen c;
	double months;

	if (st == NULL)
		return false;
	choose(p, &c);
	months = c.length != NULL ? c.length->months : NAN;
	stmt_bind_int(st, 1, p->id);
	stmt_bind_text(st, 2, c.mode != NULL ? c.mode->mode : NULL);
	bind_whole(st, 3, months);
	bind_whole(st, 4, c.months_max);
	stmt_bind_text(st, 5, c.cost != NULL ? NULL : c.priced ? "m4" : "m0");
	stmt_bind_int(st, 6, (int64_t)c.totals);
	stmt_bind_text(st, 7, c.trust != NULL ? trust[c.trust->confidence] : NULL);
	if (c.cost != NULL) {
		bind_whole(st, 8, c.cost->total);
		stmt_bind_text(st, 9, c.cost->total_basis);
		stmt_bind_text(st, 10, c.cost->currency);
		stmt_bind_text(st, 11, c.cost->audience);
		bind_whole(st, 12, months >= 12 ? c.cost->total / months * 12 : NAN);
		stmt_bind_text(st, 13, c.cost->as_of);
		stmt_bind_int(st, 14, c.cost->id);
	}
	return stmt_run(st, e);
}

static bool
finish_program(struct db *db, struct program *p, struct arena *a, struct err *e)
{
	for (size_t i = 0; i < p->n; i++)
		bring_to_total(p, &p->fact[i], a);
	return store_facts(db, p, e) && store_program(db, p, e);
}

static double
num_or_nan(struct stmt *st, int col)
{
	return stmt_null(st, col) ? NAN : stmt_num(st, col);
}

static void
read_fact(struct fact *f, struct stmt *st, struct arena *a)
{
	f->id = stmt_int(st, 1);
	f->confidence = rank_confidence(stmt_str(st, 2));
	f->year = (int)stmt_int(st, 3);
	f->as_of = arena_dup(a, stmt_text(st, 4));
	f->mode = arena_dup(a, stmt_text(st, 5));
	f->currency = arena_dup(a, stmt_text(st, 6));
	f->per = arena_dup(a, stmt_text(st, 7));
	f->audience = arena_dup(a, stmt_text(st, 8));
	f->credits = arena_dup(a, stmt_text(st, 9));
	f->months = num_or_nan(st, 10);
	f->months_max = num_or_nan(st, 11);
	f->cost = num_or_nan(st, 12);
}

/* The facts come ordered by program: one program is held at a time. */
bool
derive_programs(struct db *db, struct err *e)
{
	struct stmt *st = db_query(db, "derive_facts", e);
	struct program p = {0};
	struct arena a;
	bool ok = st != NULL;
	int step;

	arena_init(&a);
	while (ok && (step = stmt_step(st, e)) != 0) {
		if (step < 0) {
			ok = false;
			break;
		}
		if (p.n > 0 && stmt_int(st, 0) != p.id) {
			ok = finish_program(db, &p, &a, e);
			p.n = 0;
			arena_reset(&a);
		}
		p.id = stmt_int(st, 0);
		p.fact = mem_reserve(p.fact, &p.cap, p.n + 1, sizeof *p.fact);
		read_fact(&p.fact[p.n++], st, &a);
	}
	if (ok && p.n > 0)
		ok = finish_program(db, &p, &a, e);
	if (st != NULL)
		stmt_reset(st);
	free(p.fact);
	arena_free(&a);
	return ok;
}
