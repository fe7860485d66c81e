/* facts.c - headline values of programs. */
#include "career/model/facts.h"

#include "career/base/buf.h"
#include "career/base/num.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int
fact_trust(const char *confidence)
{
	return strcmp(confidence, "high") == 0 ? 2 : strcmp(confidence, "medium") == 0 ? 1 : 0;
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
said_of(const struct facts *p, const struct fact *f, double (*read)(const struct fact *f))
{
	const struct fact *best = NULL;

	if (!isnan(read(f)))
		return read(f);
	for (size_t i = 0; i < p->n; i++)
		if (!isnan(read(&p->f[i])) && (best == NULL || better(&p->f[i], best)))
			best = &p->f[i];
	return best != NULL ? read(best) : NAN;
}

/* Semesters of the length, when it is a whole number of them. */
static double
semesters_of(const struct facts *p, const struct fact *f)
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
bring_to_total(const struct facts *p, struct fact *f, struct arena *a)
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
outdated(const struct facts *p, const struct fact *f)
{
	enum { OLD_YEARS = 3 };

	for (size_t i = 0; i < p->n; i++)
		if (f->year > 0 && has_total(&p->f[i]) && p->f[i].year - f->year > OLD_YEARS)
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

void
facts_total(struct facts *p, struct arena *a)
{
	for (size_t i = 0; i < p->n; i++)
		bring_to_total(p, &p->f[i], a);
}

void
facts_choose(const struct facts *p, struct chosen *c)
{
	memset(c, 0, sizeof *c);
	c->months_max = NAN;
	for (size_t i = 0; i < p->n; i++) {
		const struct fact *f = &p->f[i];

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

/* Rounded, but what is not nothing stays at least one: 0.3 months. */
static void
bind_whole(struct stmt *st, int pos, double v)
{
	if (!fits(v))
		stmt_bind_null(st, pos);
	else
		stmt_bind_int(st, pos, v > 0 && v < 1 ? 1 : (int64_t)llround(v));
}

void
facts_bind(struct stmt *st, const struct facts *p)
{
	static const char *const trust[] = {"low", "medium", "high"};
	struct chosen c;
	double months;

	facts_choose(p, &c);
	months = c.length != NULL ? c.length->months : NAN;
	stmt_bind_int(st, 1, p->program);
	stmt_bind_text(st, 2, c.mode != NULL ? c.mode->mode : NULL);
	bind_whole(st, 3, months);
	bind_whole(st, 4, c.months_max);
	stmt_bind_text(st, 5, c.cost != NULL ? NULL : c.priced ? "m4" : "m0");
	stmt_bind_int(st, 6, (int64_t)c.totals);
	stmt_bind_text(st, 7, c.trust != NULL ? trust[c.trust->confidence] : NULL);
	if (c.cost == NULL)
		return;
	bind_whole(st, 8, c.cost->total);
	stmt_bind_text(st, 9, c.cost->total_basis);
	stmt_bind_text(st, 10, c.cost->currency);
	stmt_bind_text(st, 11, c.cost->audience);
	bind_whole(st, 12, months >= 12 ? c.cost->total / months * 12 : NAN);
	stmt_bind_text(st, 13, c.cost->as_of);
	stmt_bind_int(st, 14, c.cost->id);
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
	f->confidence = fact_trust(stmt_str(st, 2));
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
	f->source = stmt_int(st, 13);
}

/* What is held while the rows go by: one program at a time. */
struct reading {
	struct facts p;
	struct arena arena;
	bool (*each)(void *ctx, const struct facts *p, struct err *e);
	void *ctx;
};

static bool
finish_program(struct reading *r, struct err *e)
{
	bool ok;

	if (r->p.n == 0)
		return true;
	facts_total(&r->p, &r->arena);
	ok = r->each(r->ctx, &r->p, e);
	r->p.n = 0;
	arena_reset(&r->arena);
	return ok;
}

bool
facts_each(struct stmt *st, bool (*each)(void *ctx, const struct facts *p, struct err *e),
    void *ctx, struct err *e)
{
	struct reading r = {.each = each, .ctx = ctx};
	bool ok = true;
	int step = 0;

	arena_init(&r.arena);
	while (ok && (step = stmt_step(st, e)) == 1) {
		if (stmt_int(st, 0) != r.p.program)
			ok = finish_program(&r, e);
		r.p.program = stmt_int(st, 0);
		r.p.f = mem_reserve(r.p.f, &r.p.cap, r.p.n + 1, sizeof *r.p.f);
		read_fact(&r.p.f[r.p.n++], st, &r.arena);
	}
	ok = ok && step == 0 && finish_program(&r, e);
	stmt_reset(st);
	free(r.p.f);
	arena_free(&r.arena);
	return ok;
}
