/*
 * compare_degree.c - what roles ask for: the degree in one line, then every credential by who says so.
 *
 * A role's own requirements speak for it; only a role without any shows those of the field it serves,
 * marked '~'.
 */
#include "compare_parts.h"

#include <stdlib.h>
#include <string.h>

struct requirement {
	int64_t id;
	const char *credential, *strength, *who, *publisher;
};

struct requirements {
	struct requirement *q; /* by credential, then strength */
	size_t n, cap;
	bool borrowed; /* said of the field only */
};

static bool
load(struct making *m, size_t col, bool borrowed, struct requirements *out, struct err *e)
{
	struct stmt *st = role_query(&m->role[col].ctx, "role_requirements", false, e);
	struct arena *a = &m->c->arena;
	bool ok = st != NULL;

	out->borrowed = borrowed;
	while (ok && role_next(st, &ok, e)) {
		if ((stmt_int(st, 6) != 0) != borrowed)
			continue;
		out->q = mem_reserve(out->q, &out->cap, out->n + 1, sizeof *out->q);
		out->q[out->n++] = (struct requirement){.id = stmt_int(st, 0),
		    .credential = arena_dup(a, stmt_str(st, 1)),
		    .strength = arena_dup(a, stmt_str(st, 2)),
		    .who = arena_dup(a, stmt_str(st, 3)),
		    .publisher = arena_dup(a, stmt_str(st, 7))};
	}
	return ok && (out->n > 0 || borrowed || load(m, col, true, out, e));
}

static bool
is(const struct requirement *q, const char *credential, const char *strength)
{
	return (credential == NULL || strcmp(q->credential, credential) == 0)
	    && (strength == NULL || strcmp(q->strength, strength) == 0);
}

static bool
asks(const struct requirement *q)
{
	return is(q, NULL, "required") || is(q, NULL, "typical");
}

/* --- the degree in one line ------------------------------------------------------------------ */

static const char *const degrees[] = {
    "doctorate", "master", "bachelor", "associate", "high-school", "none", "portfolio"};

enum { DEGREES = sizeof degrees / sizeof *degrees };

static bool
is_degree(const struct requirement *q)
{
	for (int i = 0; i < DEGREES; i++)
		if (is(q, degrees[i], NULL))
			return true;
	return false;
}

/* Publishers that ask for the credential; NULL: that speak of any degree. */
static size_t
publishers(const struct requirements *r, const char *credential)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct requirement *q = &r->q[i];
		bool counts = credential ? is(q, credential, NULL) && asks(q) : is_degree(q);

		for (size_t k = 0; k < i && counts; k++) {
			const struct requirement *o = &r->q[k];
			bool same = credential ? is(o, credential, NULL) && asks(o) : is_degree(o);

			counts = !same || strcmp(o->publisher, q->publisher) != 0;
		}
		n += counts;
	}
	return n;
}

/* A heavy degree asked for here, and there not, or a bachelor's taken as enough. */
static bool
is_disputed(const struct requirements *r)
{
	bool asked = false, spared = false;

	for (size_t i = 0; i < r->n; i++) {
		const struct requirement *q = &r->q[i];
		bool heavy = is(q, "master", NULL) || is(q, "doctorate", NULL);

		asked = asked || (heavy && asks(q));
		spared =
		    spared || (heavy && is(q, NULL, "not-needed")) || is(q, "bachelor", "typical");
	}
	return asked && spared;
}

static void
disputed_words(struct buf *b, const struct requirements *r)
{
	const char *sep = "! disputed: ";

	for (int i = 0; i < DEGREES; i++)
		if (publishers(r, degrees[i]) > 0) {
			buf_addf(b, "%s%s", sep, degrees[i]);
			sep = " / ";
		}
}

static void
agreed_words(struct buf *b, const struct requirements *r)
{
	size_t of = publishers(r, NULL);

	for (int i = 0; i < DEGREES; i++) {
		size_t n = publishers(r, degrees[i]);

		if (n > 0 && of > 1)
			buf_addf(
			    b, "%s%s: %zu of %zu say", b->len > 0 ? "; " : "", degrees[i], n, of);
		else if (n > 0)
			buf_addf(b, "%s%s: 1 says", b->len > 0 ? "; " : "", degrees[i]);
	}
	if (b->len == 0 && of > 0)
		buf_adds(b, "none is asked for");
	if (b->len > 0 && r->borrowed)
		buf_insert(b, 0, "~", 1);
}

static void
degree_cell(struct making *m, struct compare_row *row, size_t col, const struct requirements *r)
{
	struct compare_cell *cell = &row->cell[col];
	struct buf b = BUF_INIT;
	size_t of = publishers(r, NULL);

	cell->warn = is_disputed(r);
	if (cell->warn)
		disputed_words(&b, r);
	else
		agreed_words(&b, r);
	for (int i = 0; i < DEGREES && !cell->warn && !r->borrowed && of > 0; i++)
		if (publishers(r, degrees[i]) == of) {
			m->role[col].degree = degrees[i];
			m->role[col].says_degree = of;
			break;
		}
	for (size_t i = 0; i < r->n && cell->anchor.kind == ANCHOR_NONE; i++)
		if (is_degree(&r->q[i]))
			compare_fact_anchor(m, cell, "requirement", r->q[i].id);
	compare_take(m, cell, &b);
}

/* --- every credential ------------------------------------------------------------------------ */

/* "required (aigraduate MLE), not needed (Bouchrika 2026)". */
static void
credential_cell(struct making *m, struct compare_cell *cell, const struct requirements *r,
    const char *credential)
{
	const char *strength = "";
	bool asked = false, required = false, spared = false, optional = false;
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < r->n; i++) {
		const struct requirement *q = &r->q[i];

		if (!is(q, credential, NULL))
			continue;
		required = required || is(q, NULL, "required");
		asked = asked || asks(q);
		spared = spared || is(q, NULL, "not-needed");
		optional = optional || is(q, NULL, "optional");
		if (strcmp(strength, q->strength) != 0)
			buf_addf(&b, "%s%s (%s", b.len > 0 ? "), " : "",
			    is(q, NULL, "not-needed") ? "not needed" : q->strength, q->who);
		else if (strcmp(r->q[i - 1].who, q->who) != 0)
			buf_addf(&b, ", %s", q->who);
		strength = q->strength;
		if (cell->anchor.kind == ANCHOR_NONE)
			compare_fact_anchor(m, cell, "requirement", q->id);
	}
	if (b.len > 0)
		buf_addc(&b, ')');
	cell->warn = (asked && spared) || (required && optional);
	if (cell->warn)
		buf_insert(&b, 0, "! ", 2);
	else if (b.len > 0 && r->borrowed)
		buf_insert(&b, 0, "~", 1);
	compare_take(m, cell, &b);
}

/* The credentials that any column names, each once, in the order of the first that does. */
static void
credential_rows(struct making *m, const struct requirements *r)
{
	static const struct {
		const char *credential, *term;
	} order[] = {
	    {"doctorate", "doctorate"},
	    {"master", "master"},
	    {"bachelor", "bachelor"},
	    {"associate", "associate"},
	    {"high-school", "requirement"},
	    {"none", "requirement"},
	    {"certification", "professional-certificate"},
	    {"bootcamp", "bootcamp"},
	    {"self-taught", "route"},
	    {"portfolio", "portfolio"},
	    {"internship", "internship"},
	};

	for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
		struct compare_row *row = compare_row(m, BLOCK_DEGREE, order[k].credential);

		row->note = "who asks for what";
		row->term = order[k].term;
		for (size_t i = 0; i < m->c->n; i++)
			credential_cell(m, &row->cell[i], &r[i], order[k].credential);
	}
}

bool
compare_degree(struct making *m, struct err *e)
{
	struct requirements r[COMPARE_MAX] = {0};
	struct compare_row *row;
	bool ok = true;

	for (size_t i = 0; i < m->c->n && ok; i++)
		ok = load(m, i, false, &r[i], e);
	if (ok) {
		row = compare_row(m, BLOCK_DEGREE, "degree");
		row->term = "requirement";
		for (size_t i = 0; i < m->c->n; i++)
			degree_cell(m, row, i, &r[i]);
		credential_rows(m, r);
	}
	for (size_t i = 0; i < m->c->n; i++)
		free(r[i].q);
	return ok;
}

/* --- a degree that is asked for, beside the award of a program ------------------------------- */

/* The heaviest degree that its holders have, as a position of `degrees`; DEGREES: none. Who may enter a course
 * for graduates has a bachelor's degree already. */
static int
rank_of(const char *award)
{
	static const struct {
		const char *award, *degree;
	} gives[] = {
	    {"first-professional", "doctorate"},
	    {"mba", "master"},
	    {"post-baccalaureate-certificate", "bachelor"},
	    {"graduate-certificate", "bachelor"},
	};
	const char *degree = award;

	for (size_t i = 0; i < sizeof gives / sizeof *gives; i++)
		if (strcmp(gives[i].award, award) == 0)
			degree = gives[i].degree;
	for (int i = 0; i < DEGREES; i++)
		if (strcmp(degrees[i], degree) == 0)
			return i;
	return DEGREES;
}

/* "doctorate (3 of 3)", each degree that is asked for from position `from` to `to`, by how many publishers.
 * Returns how many. */
static size_t
add_asked(struct buf *b, const struct requirements *r, int from, int to)
{
	static const char *const names[DEGREES] = {"doctorate", "master's", "bachelor's",
	    "associate's", "high school", "none", "portfolio"};
	size_t of = publishers(r, NULL), n = 0;

	for (int i = from; i < to; i++) {
		size_t who = publishers(r, degrees[i]);

		if (who == 0)
			continue;
		buf_addf(b, "%s%s (%zu of %zu)", b->len > 0 ? ", " : "", names[i], who, of);
		n++;
	}
	return n;
}

/* "! doctorate (3 of 3) is asked for; here: master's degree". */
static void
gap_cell(struct making *m, struct compare_cell *cell, size_t col, const struct requirements *r)
{
	enum { LAST = DEGREES - 2 }; /* behind it stands what is no degree */
	int rank = rank_of(m->program[col].award);
	struct buf asked = BUF_INIT, b = BUF_INIT;
	size_t heavier = add_asked(&asked, r, 0, rank < LAST ? rank : LAST);
	size_t met = add_asked(&asked, r, rank, LAST);
	const char *near = r->borrowed ? "~" : "";

	m->gap[col] = heavier > 0 && met == 0 && !r->borrowed;
	cell->warn = heavier > 0;
	if (heavier > 0)
		buf_addf(&b, "! %s%s %s asked for; here: %s", near, asked.data,
		    heavier + met > 1 ? "are" : "is", compare_award(&m->program[col]));
	else if (met > 0)
		buf_addf(&b, "%smet: %s", near, asked.data);
	else
		buf_adds(&b, publishers(r, NULL) > 0 ? "none is asked for" : "no source states it");
	for (size_t i = 0; i < r->n && cell->anchor.kind == ANCHOR_NONE; i++)
		if (is_degree(&r->q[i]))
			compare_fact_anchor(m, cell, "requirement", r->q[i].id);
	compare_take(m, cell, &b);
	buf_free(&asked);
}

bool
compare_degree_gaps(struct making *m, struct err *e)
{
	struct compare_row *row = compare_row(m, BLOCK_MISSING, "degree");
	bool ok = true;

	row->note = "what the role asks for, by how many publishers; ~ said of its field only";
	row->term = "requirement";
	for (size_t i = 0; i < m->c->n && ok; i++) {
		struct requirements r = {0};

		ok = load(m, i, false, &r, e);
		if (ok)
			gap_cell(m, &row->cell[i], i, &r);
		free(r.q);
	}
	return ok;
}
