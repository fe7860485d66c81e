/* conflict.c - all rules in turn; what they found, each once, the strongest first. */
#include "career/model/conflict.h"

#include "career/model/rolefigs.h"

#include "conflict_parts.h"

#include <stdlib.h>
#include <string.h>

enum { HORIZON = 5 }; /* years: growth as people */

static const struct {
	const char *word, *says;
} kinds[CONFLICT_KINDS] = {
    [CONFLICT_PAY] = {"pay", "pay"},
    [CONFLICT_PAY_TWICE] = {"pay-twice", "pay given twice"},
    [CONFLICT_CARD] = {"card", "card against its own text"},
    [CONFLICT_GROWTH] = {"growth", "growth"},
    [CONFLICT_ALIKE] = {"growth-alike", "growth that looks alike"},
    [CONFLICT_REQUIREMENT] = {"requirement", "what is asked for"},
    [CONFLICT_TIER] = {"tier", "how much a skill counts"},
    [CONFLICT_LEVEL] = {"level", "what a level means"},
    [CONFLICT_LISTING] = {"listing", "what a listing claims"},
    [CONFLICT_PRICE] = {"price", "price"},
    [CONFLICT_STANCE] = {"stance", "stance"},
};

const char *
conflict_word(enum conflict_kind k)
{
	return kinds[k].word;
}

const char *
conflict_says(enum conflict_kind k)
{
	return kinds[k].says;
}

/* --- for the rules ---------------------------------------------------------------------------- */

/* NULL when it is none of those that were read. */
static const struct conflict_role *
role_of(const struct conflict_job *j, int64_t id)
{
	size_t lo = 0, hi = j->nroles;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (j->role[mid].id < id)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < j->nroles && j->role[lo].id == id ? &j->role[lo] : NULL;
}

bool
conflict_serves(const struct conflict_job *j, int64_t id, int64_t role)
{
	for (size_t i = 0; i < j->nserved; i++)
		if (j->served[i].role == role && j->served[i].id == id)
			return true;
	return false;
}

/* False when it is not in the catalog, or that cannot be read. */
static bool
name_role(const struct conflict_job *j, int64_t id, struct conflict_role *out)
{
	const struct conflict_role *known = role_of(j, id);
	struct err e;
	struct stmt *st;
	bool ok;

	if (known != NULL) {
		*out = *known;
		return true;
	}
	st = db_query(j->db, "role_by_id", &e);
	if (st == NULL)
		return false;
	stmt_bind_int(st, 1, id);
	ok = stmt_step(st, &e) == 1;
	if (ok)
		*out = (struct conflict_role){
		    id, arena_dup(j->a, stmt_str(st, 0)), arena_dup(j->a, stmt_str(st, 1))};
	stmt_reset(st);
	return ok;
}

struct conflict *
conflict_new(struct conflict_job *j, enum conflict_kind kind, int64_t role)
{
	struct conflicts *out = j->out;
	struct conflict_role one, *r = role != 0 && name_role(j, role, &one) ? &one : NULL;

	out->c = mem_reserve(out->c, &j->cap, out->n + 1, sizeof *out->c);
	out->c[out->n] = (struct conflict){.kind = kind,
	    .about = r != NULL ? r->slug : "",
	    .title = r != NULL ? r->title : "",
	    .what = "",
	    .topic = "",
	    .differs = "",
	    .why = ""};
	return &out->c[out->n++];
}

static bool
says(const struct conflict *c, const struct conflict_side *s)
{
	for (size_t i = 0; i < c->nsides; i++)
		if (c->side[i].id == s->id && strcmp(c->side[i].table, s->table) == 0)
			return true;
	return false;
}

void
conflict_add(struct conflict_job *j, struct conflict *c, const struct conflict_side *side)
{
	struct conflict_side *all;
	size_t at = c->nsides;

	if (says(c, side))
		return;
	all = arena_alloc(j->a, (c->nsides + 1) * sizeof *all);
	if (c->nsides > 0)
		memcpy(all, c->side, c->nsides * sizeof *all);
	for (; at > 0 && all[at - 1].side > side->side; at--)
		all[at] = all[at - 1];
	all[at] = *side;
	all[at].text = arena_dup(j->a, side->text);
	c->side = all;
	c->nsides++;
}

void
conflict_add_figure(
    struct conflict_job *j, struct conflict *c, unsigned side, const struct figure *f)
{
	struct conflict_side s = {
	    .source = f->source, .table = "figure", .id = f->id, .side = side};
	struct buf b = BUF_INIT;

	conflict_figure(&b, f);
	s.text = b.data;
	if (strcmp(f->measure, "growth") == 0) {
		s.measured = growth_people(f, HORIZON, &s.lo);
		s.hi = s.lo;
	} else {
		s.measured = figure_interval(f, &s.lo, &s.hi);
		s.open_lo = f->open_low;
		s.open_hi = f->open_high;
	}
	c->borrowed += f->borrowed;
	conflict_add(j, c, &s);
	buf_free(&b);
}

const char *
conflict_keep(struct conflict_job *j, struct buf *b)
{
	const char *kept = b->len > 0 ? arena_ndup(j->a, b->data, b->len) : "";

	buf_free(b);
	buf_init(b);
	return kept;
}

static void
put_figures(struct figures *out, const struct figures *all, int64_t role, bool borrowed)
{
	const struct figures own = rolefigs_slice(all, role);

	for (size_t i = 0; i < own.n; i++) {
		if (out->f != NULL) {
			out->f[out->n] = own.f[i];
			out->f[out->n].borrowed = borrowed;
		}
		out->n++;
	}
}

static void
put_all(struct figures *out, const struct conflict_job *j, const struct figures *all, int64_t role)
{
	out->n = 0;
	put_figures(out, all, role, false);
	for (size_t i = 0; i < j->nserved; i++)
		if (j->served[i].role == role)
			put_figures(out, all, j->served[i].id, true);
}

struct figures
conflict_figures(struct conflict_job *j, const struct figures *all, const struct conflict_role *r)
{
	struct figures out = {NULL, 0};

	put_all(&out, j, all, r->id);
	if (out.n == 0)
		return out;
	out.f = arena_alloc(j->a, out.n * sizeof *out.f);
	put_all(&out, j, all, r->id);
	return out;
}

struct stmt *
conflict_query(struct conflict_job *j, const char *name, struct err *e)
{
	struct stmt *st = db_query(j->db, name, e);

	if (st != NULL)
		stmt_bind_int(st, 1, j->only);
	return st;
}

/* --- each once, in order ---------------------------------------------------------------------- */

static bool
holds(const struct conflict *c, const struct conflict *of)
{
	for (size_t i = 0; i < of->nsides; i++)
		if (!says(c, &of->side[i]))
			return false;
	return true;
}

/* Pay of one level and place: do they share a figure, and has x all sources of y, and more statements? */
static bool
hears_all(const struct conflict *x, const struct conflict *y)
{
	bool shared = false;

	if (x->kind != CONFLICT_PAY || x->nsides <= y->nsides)
		return false;
	for (size_t i = 0; i < y->nsides; i++) {
		size_t k = 0;

		while (k < x->nsides && x->side[k].source != y->side[i].source)
			k++;
		if (k == x->nsides)
			return false;
		shared = shared || says(x, &y->side[i]);
	}
	return shared;
}

/* Says x all that y says, and more, or the same nearer to what it is about, or the same before? */
static bool
covers(const struct conflict *x, const struct conflict *y)
{
	if (x == y || x->kind != y->kind || x->form != y->form)
		return false;
	if (hears_all(x, y))
		return true;
	if (!holds(x, y))
		return false;
	if (x->nsides != y->nsides)
		return true;
	return x->borrowed != y->borrowed ? x->borrowed < y->borrowed : x < y;
}

static void
drop_covered(struct conflicts *out)
{
	bool *gone = mem_zero(out->n + 1, sizeof *gone);
	size_t kept = 0;

	for (size_t i = 0; i < out->n; i++)
		for (size_t k = 0; k < out->n && !gone[i]; k++)
			gone[i] = !gone[k] && covers(&out->c[k], &out->c[i]);
	for (size_t i = 0; i < out->n; i++)
		if (!gone[i])
			out->c[kept++] = out->c[i];
	out->n = kept;
	free(gone);
}

static int
stronger(const void *a, const void *b)
{
	const struct conflict *x = a, *y = b;
	int order = strcmp(x->title, y->title);

	if (x->strength < y->strength || x->strength > y->strength)
		return x->strength > y->strength ? -1 : 1;
	if (x->kind != y->kind)
		return (int)x->kind - (int)y->kind;
	if (order != 0)
		return order;
	if (x->side[0].id != y->side[0].id)
		return x->side[0].id < y->side[0].id ? -1 : 1;
	return strcmp(x->what, y->what);
}

static void
finish(struct conflict *c, struct arena *a)
{
	c->within = c->nsides > 0;
	for (size_t i = 1; i < c->nsides; i++)
		c->within = c->within && c->side[i].source == c->side[0].source;
	if (c->loosely != 0)
		c->what = arena_printf(a, "%s (loosely comparable)", c->what);
}

bool
conflicts_load(
    struct conflicts *out, struct db *db, const struct sources *src, int64_t role, struct err *e)
{
	static bool (*const rules[])(struct conflict_job * j, struct err * e) = {conflict_rule_pay,
	    conflict_rule_card, conflict_rule_growth, conflict_rule_tier, conflict_rule_requirement,
	    conflict_rule_level, conflict_rule_listing, conflict_rule_price, conflict_rule_stance};
	struct conflict_job j = {.out = out, .db = db, .src = src, .only = role};
	bool ok;

	memset(out, 0, sizeof *out);
	arena_init(&out->arena);
	j.a = &out->arena;
	ok = conflict_read(&j, e);
	for (size_t i = 0; ok && i < sizeof rules / sizeof *rules; i++)
		ok = rules[i](&j, e);
	conflict_read_free(&j);
	if (!ok) {
		conflicts_free(out);
		return false;
	}
	for (size_t i = 0; i < out->n; i++)
		finish(&out->c[i], j.a);
	drop_covered(out);
	if (out->n > 0)
		qsort(out->c, out->n, sizeof *out->c, stronger);
	for (size_t i = 0; i < out->n; i++)
		out->count[out->c[i].kind]++;
	return true;
}

void
conflicts_free(struct conflicts *c)
{
	free(c->c);
	arena_free(&c->arena);
	memset(c, 0, sizeof *c);
}
