/*
 * role_degree.c - what sources ask for: the degree in one sentence, then every credential.
 *
 * Publishers are counted, each once. One asks for a credential when it calls it required or typical. What
 * it calls typical here and not needed there is disputed, and so is what is required here and optional
 * there; a master's or a doctorate is disputed as well where a publisher takes a bachelor's as enough.
 */
#include "role.h"
#include "say.h"

#include <stdlib.h>
#include <string.h>

/* In the order of rising firmness. */
enum strength { NOT_NEEDED, OPTIONAL, TYPICAL, REQUIRED, STRENGTHS };

static const struct strength_name {
	const char *code, *says;
} strengths[STRENGTHS] = {
    [NOT_NEEDED] = {"not-needed", "not needed"},
    [OPTIONAL] = {"optional", "optional"},
    [TYPICAL] = {"typical", "typical"},
    [REQUIRED] = {"required", "required"},
};

static const struct credential {
	const char *code, *name;
	const char *shortly; /* within the sentence on the degree; NULL: not part of it */
	bool heavy;          /* years of study beyond a bachelor's */
} credentials[] = {
    {"portfolio", "Portfolio", "portfolio", false},
    {"doctorate", "Doctorate (PhD)", "PhD", true},
    {"master", "Master's degree", "master's", true},
    {"bachelor", "Bachelor's degree", "bachelor's", false},
    {"associate", "Associate degree", "associate degree", false},
    {"high-school", "High school", "high school", false},
    {"none", "No credential", "no credential", false},
    {"internship", "Internship", NULL, false},
    {"certification", "Certification", NULL, false},
    {"bootcamp", "Bootcamp", NULL, false},
    {"self-taught", "Self-taught", NULL, false},
};

enum { CREDENTIALS = sizeof credentials / sizeof *credentials, BACHELOR = 3 };

struct requirement {
	int64_t id;
	int credential;
	enum strength strength;
	const char *who, *publisher, *words, *note;
	bool borrowed;
};

/* By credential, then falling strength. */
struct requirements {
	struct requirement *q;
	size_t n, cap;
};

static bool
read_one(struct role_ctx *c, struct stmt *st, struct requirement *q)
{
	q->credential = -1;
	for (int i = 0; i < CREDENTIALS; i++)
		if (strcmp(credentials[i].code, stmt_str(st, 1)) == 0)
			q->credential = i;
	for (int i = 0; i < STRENGTHS; i++)
		if (strcmp(strengths[i].code, stmt_str(st, 2)) == 0)
			q->strength = (enum strength)i;
	q->id = stmt_int(st, 0);
	q->who = arena_dup(c->a, stmt_str(st, 3));
	q->words = arena_dup(c->a, stmt_text(st, 4));
	q->note = arena_dup(c->a, stmt_text(st, 5));
	q->borrowed = stmt_int(st, 6) != 0;
	q->publisher = arena_dup(c->a, stmt_str(st, 7));
	return q->credential >= 0;
}

static bool
load(struct role_ctx *c, struct requirements *r, struct err *e)
{
	struct stmt *st = role_query(c, "role_requirements", false, e);
	bool ok = st != NULL;

	memset(r, 0, sizeof *r);
	while (ok && role_next(st, &ok, e)) {
		r->q = mem_reserve(r->q, &r->cap, r->n + 1, sizeof *r->q);
		r->n += read_one(c, st, &r->q[r->n]);
	}
	return ok;
}

/* --- counting publishers ---------------------------------------------------------------------- */

/* Which statements count: of one credential (or any that is part of the sentence, -1), within these
 * strengths. */
struct filter {
	int credential;
	enum strength from, to;
};

static bool
passes(const struct requirement *q, const struct filter *f)
{
	if (f->credential >= 0 ? q->credential != f->credential
			       : !credentials[q->credential].shortly)
		return false;
	return q->strength >= f->from && q->strength <= f->to;
}

/* Publishers of statements that pass either filter; b may be NULL. */
static size_t
publishers(const struct requirements *r, const struct filter *a, const struct filter *b)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		bool counts = passes(&r->q[i], a) || (b && passes(&r->q[i], b));

		for (size_t k = 0; k < i && counts; k++)
			counts = strcmp(r->q[k].publisher, r->q[i].publisher) != 0
			    || !(passes(&r->q[k], a) || (b && passes(&r->q[k], b)));
		n += counts;
	}
	return n;
}

static size_t
count(const struct requirements *r, int credential, enum strength from, enum strength to)
{
	const struct filter f = {credential, from, to};

	return publishers(r, &f, NULL);
}

/* --- the degree in one sentence --------------------------------------------------------------- */

/* One part of the sentence. */
struct ask {
	int credential;
	size_t n; /* publishers that say so */
};

struct asks {
	struct ask a[CREDENTIALS]; /* most publishers first */
	size_t n, publishers;
	bool disputed;
};

/* A heavy degree that one publisher asks for and another takes as not needed, or a bachelor's as enough. */
static bool
is_disputed(const struct requirements *r)
{
	bool heavy = false, spared = count(r, BACHELOR, TYPICAL, REQUIRED) > 0;

	for (int i = 0; i < CREDENTIALS; i++) {
		bool asked = credentials[i].heavy && count(r, i, TYPICAL, REQUIRED) > 0;

		heavy = heavy || asked;
		spared = spared || (asked && count(r, i, NOT_NEEDED, NOT_NEEDED) > 0);
	}
	return heavy && spared;
}

/* Publishers for which a bachelor's will do: those that name it, and those that need no more. */
static size_t
count_enough(const struct requirements *r)
{
	const struct filter named = {BACHELOR, TYPICAL, REQUIRED};
	const struct filter spared = {BACHELOR - 1, NOT_NEEDED, NOT_NEEDED};

	return publishers(r, &named, &spared);
}

static void
collect(struct asks *s, const struct requirements *r)
{
	memset(s, 0, sizeof *s);
	s->publishers = count(r, -1, NOT_NEEDED, REQUIRED);
	s->disputed = is_disputed(r);
	for (int i = 0; i < CREDENTIALS; i++) {
		size_t n = credentials[i].shortly ? count(r, i, TYPICAL, REQUIRED) : 0, at;

		if (i == BACHELOR && s->disputed)
			n = count_enough(r);
		if (n == 0)
			continue;
		for (at = s->n++; at > 0 && s->a[at - 1].n < n; at--)
			s->a[at] = s->a[at - 1];
		s->a[at] = (struct ask){i, n};
	}
}

/* "portfolio first", "master's usual or required", "bachelor's enough". */
static void
ask_words(struct buf *b, const struct requirements *r, const struct asks *s, int credential)
{
	bool required = count(r, credential, REQUIRED, REQUIRED) > 0;
	bool typical = count(r, credential, TYPICAL, TYPICAL) > 0;

	buf_addf(b, "%s ", credentials[credential].shortly);
	if (strcmp(credentials[credential].code, "portfolio") == 0)
		buf_adds(b, "first");
	else if (credential == BACHELOR && s->disputed)
		buf_adds(b, "enough");
	else
		buf_adds(b,
		    required && typical ? "usual or required"
			: required      ? "required"
					: "usual");
}

static void
list_words(struct buf *b, const struct requirements *r, const struct asks *s)
{
	bool alone = s->publishers == 1;

	if (s->disputed)
		buf_adds(b, alone ? "one publisher says both: " : "disputed: ");
	for (size_t i = 0; i < s->n; i++) {
		buf_adds(b, i > 0 ? ", " : "");
		ask_words(b, r, s, s->a[i].credential);
		if (!alone && i == 0)
			buf_addf(b, " (%zu of %zu publishers)", s->a[i].n, s->publishers);
		else if (!alone)
			buf_addf(b, " (%zu)", s->a[i].n);
	}
	if (alone && !s->disputed)
		buf_adds(b, ", says one publisher");
}

/* All ask for the same, or none asks for any. */
static bool
agreed_words(struct buf *b, const struct requirements *r, const struct asks *s)
{
	const char *name;

	if (s->n == 0) {
		buf_adds(b, "none is asked for");
		for (int i = 0; i < CREDENTIALS; i++)
			if (credentials[i].shortly && count(r, i, OPTIONAL, OPTIONAL) > 0)
				buf_addf(b, "; %s optional", credentials[i].shortly);
		return true;
	}
	if (s->n > 1 || s->a[0].n != s->publishers)
		return false;
	name = credentials[s->a[0].credential].shortly;
	buf_addf(b, "%s%s, ", name, strstr(name, "'s") ? " degree" : "");
	if (s->publishers == 1)
		buf_adds(b, "says one publisher");
	else
		buf_addf(b, "%zu of %zu say so", s->a[0].n, s->publishers);
	return true;
}

static void
say_degree(struct role_ctx *c, const struct requirements *r)
{
	struct buf b = BUF_INIT;
	struct asks s;

	collect(&s, r);
	if (s.publishers == 0)
		return;
	if (s.disputed || !agreed_words(&b, r, &s))
		list_words(&b, r, &s);
	role_value(c, "Degree", s.disputed, b.data);
	if (!c->elsewhere)
		page_anchor(c->p, ANCHOR_SECTION, "Break in");
	page_anchor(c->p, ANCHOR_TERM, "requirement");
	buf_free(&b);
}

bool
role_degree(struct role_ctx *c, struct err *e)
{
	struct requirements r;
	bool ok = load(c, &r, e);

	if (ok)
		say_degree(c, &r);
	free(r.q);
	return ok;
}

/* --- every credential ------------------------------------------------------------------------- */

/* Statements on one credential. */
struct group {
	const struct requirement *q;
	size_t n, asking;
	size_t extremes; /* publishers that ask most firmly or least */
	int gap; /* steps of strength between who asks most and least firmly; from two on it is a dispute */
};

static bool
is_dispute(const struct group *g)
{
	return g->gap > 1;
}

/* The heaviest dispute first; then what most publishers ask for; then the firmest. */
static int
group_compare(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	if (is_dispute(x) != is_dispute(y) || (is_dispute(x) && x->gap != y->gap))
		return y->gap - x->gap;
	if (x->asking != y->asking)
		return x->asking > y->asking ? -1 : 1;
	if (x->q->strength != y->q->strength)
		return (int)y->q->strength - (int)x->q->strength;
	return x->q->credential - y->q->credential;
}

static size_t
make_groups(struct group *g, const struct requirements *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++) {
		const struct requirement *q = &r->q[i];

		if (i == 0 || q->credential != q[-1].credential)
			g[n++] = (struct group){
			    .q = q, .asking = count(r, q->credential, TYPICAL, REQUIRED)};
		g[n - 1].n++;
		g[n - 1].gap = (int)g[n - 1].q->strength - (int)q->strength;
	}
	for (size_t i = 0; i < n; i++) {
		const struct requirement *most = g[i].q, *least = most + g[i].n - 1;
		const struct filter a = {most->credential, most->strength, most->strength};
		const struct filter b = {most->credential, least->strength, least->strength};

		g[i].extremes = publishers(r, &a, &b);
	}
	qsort(g, n, sizeof *g, group_compare);
	return n;
}

static void
say_requirement(struct role_ctx *c, const struct requirement *q)
{
	page_line(c->p);
	page_to(c->p, 4);
	page_addf(c->p, STYLE_TEXT, "%s ", strengths[q->strength].says);
	page_joinf(c->p, 6, STYLE_NOTE, "(%s%s)", q->borrowed ? "~" : "", q->who);
	if (q->words)
		page_joinf(c->p, 6, STYLE_NOTE, ": \"%s\"", q->words);
	if (q->note)
		page_joinf(c->p, 6, STYLE_TEXT, "%s %s", q->words ? "." : ":", q->note);
	page_anchor(c->p, ANCHOR_FACT, arena_printf(c->a, "requirement:%lld", (long long)q->id));
}

static void
say_group(struct role_ctx *c, const struct group *g)
{
	const struct credential *k = &credentials[g->q->credential];
	bool disputed = is_dispute(g);

	page_line(c->p);
	page_addf(
	    c->p, disputed ? STYLE_WARN : STYLE_VALUE, "%s %s", disputed ? "!" : " ", k->name);
	if (disputed)
		page_add(c->p, STYLE_WARN,
		    g->extremes > 1 ? ": sources disagree" : ": one publisher says both");
	page_anchor(c->p, ANCHOR_TERM, strcmp(k->code, "none") == 0 ? "requirement" : k->code);
	for (size_t i = 0; i < g->n; i++)
		say_requirement(c, &g->q[i]);
}

bool
role_requirements(struct role_ctx *c, struct err *e)
{
	struct group g[CREDENTIALS] = {0};
	struct requirements r;
	bool ok = load(c, &r, e);
	size_t n = ok ? make_groups(g, &r) : 0;

	if (n > 0) {
		role_gap(c);
		if (!c->elsewhere)
			say_degree(c, &r);
		page_blank(c->p);
		page_heading(c->p, "What sources ask for", "requirement");
	} else if (ok && c->p->nlines == c->begin) {
		role_nothing(c, "What it asks for");
	}
	for (size_t i = 0; i < n; i++)
		say_group(c, &g[i]);
	free(r.q);
	return ok;
}
