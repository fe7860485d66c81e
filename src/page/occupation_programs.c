/*
 * occupation_programs.c - fields of study that the official table links with an occupation, or with those near
 * a role: the reason, how many programs there are in each, and on which levels.
 *
 * College Scorecard's fields have four digits, the table's six: a field of four stands for all of its fields of
 * six, so it is exact only where each of them is linked.
 */
#include "occupation.h"

#include "career/base/num.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN = 15 };

/* A row of occupation_fields. */
struct study {
	const char *field, *socs, *who,
	    *nearest; /* nearest: title, NULL when the codes are its own */
	int64_t cip4, linked, of, first, programs;
};

static void
read_study(struct role_ctx *c, struct stmt *st, struct study *s)
{
	*s = (struct study){.field = arena_dup(c->a, stmt_str(st, 0)),
	    .cip4 = stmt_int(st, 1),
	    .socs = arena_dup(c->a, stmt_str(st, 3)),
	    .linked = stmt_int(st, 4),
	    .of = stmt_int(st, 5),
	    .first = stmt_int(st, 6),
	    .programs = stmt_int(st, 7),
	    .who = arena_dup(c->a, stmt_str(st, 8)),
	    .nearest = arena_dup(c->a, stmt_text(st, 9))};
}

/* "15-2051,15-1221" as "15-2051 and 15-1221" or "15-2051 and 2 more". */
static void
socs_words(struct buf *b, const char *socs)
{
	size_t first = strcspn(socs, ","), n = 0;

	for (const char *s = socs; (s = strchr(s, ',')) != NULL; s++)
		n++;
	buf_add(b, socs, first);
	if (n == 1)
		buf_addf(b, " and %s", socs + first + 1);
	else if (n > 1)
		buf_addf(b, " and %zu more", n);
}

/* "30.70 includes 30.7001, officially linked with 15-2051; broader". */
static void
reason_words(struct buf *b, const struct study *s)
{
	bool exact = s->linked >= s->of;

	buf_addf(b, "%02d.%02d", (int)(s->cip4 / 100), (int)(s->cip4 % 100));
	if (exact && s->of > 1)
		buf_addf(b, ": all of its %lld fields are", (long long)s->of);
	else if (exact)
		buf_adds(b, " is");
	else if (s->linked > 1)
		buf_addf(b, " includes %02d.%04d and %lld more of its %lld fields,",
		    (int)(s->first / 10000), (int)(s->first % 10000), (long long)s->linked - 1,
		    (long long)s->of);
	else
		buf_addf(
		    b, " includes %02d.%04d,", (int)(s->first / 10000), (int)(s->first % 10000));
	buf_adds(b, " officially linked with ");
	socs_words(b, s->socs);
	if (!exact)
		buf_adds(b, "; broader");
}

static const char *
programs_words(struct role_ctx *c, int64_t n)
{
	struct buf b = BUF_INIT;
	const char *words;

	num_full(&b, (double)n);
	words = n == 0 ? "no program held"
	    : n == 1   ? "1 program"
		       : arena_printf(c->a, "%s programs", b.data);
	buf_free(&b);
	return words;
}

static void
study_line(struct role_ctx *c, const struct study *s)
{
	const char *soc = arena_ndup(c->a, s->socs, strcspn(s->socs, ","));
	const char *cip4 = arena_printf(c->a, "%lld", (long long)s->cip4);
	struct buf why = BUF_INIT;

	reason_words(&why, s);
	page_line(c->p);
	page_join(c->p, 2, s->nearest != NULL ? STYLE_NEAR : STYLE_LINK,
	    arena_printf(c->a, "%s%s", s->nearest != NULL ? "~ " : "", s->field));
	page_right(c->p, STYLE_VALUE, programs_words(c, s->programs));
	page_anchor(c->p, ANCHOR_FACT, occupation_fact(c, "crosswalk", soc, cip4));
	if (s->programs > 0)
		page_anchor(
		    c->p, ANCHOR_QUERY, arena_printf(c->a, "programs field:\"%s\"", s->field));
	page_anchor(c->p, ANCHOR_TERM, "officially-linked-field");
	if (c->p->opts.plain) {
		page_joinf(c->p, 4, STYLE_NOTE, "; %s", why.data);
	} else {
		page_next(c->p);
		page_to(c->p, 4);
		page_join(c->p, 4, STYLE_NOTE, why.data);
	}
	buf_free(&why);
}

static bool
studies(struct role_ctx *c, size_t *n, struct err *e)
{
	struct stmt *st = role_query(c, "occupation_fields", false, e);
	bool ok = st != NULL, near = false;

	*n = 0;
	while (ok && role_next(st, &ok, e)) {
		struct study s;

		read_study(c, st, &s);
		near = near || s.nearest != NULL;
		if ((*n)++ == 0)
			occupation_head(c,
			    s.nearest != NULL ? "Fields officially linked with occupations near it"
					      : "Officially linked fields of study",
			    "officially-linked-field", s.who);
		if (*n <= SHOWN || c->p->opts.details)
			study_line(c, &s);
	}
	if (ok && *n > SHOWN && !c->p->opts.details) {
		page_line(c->p);
		page_addf(c->p, STYLE_NOTE, "  and %zu more fields%s", *n - SHOWN,
		    c->p->opts.screen ? ": v shows them" : "");
	}
	if (ok && near)
		page_wrap(c->p, 0, STYLE_NOTE,
		    "~ linked with an occupation near this role; it has no code of its own");
	return ok;
}

/* "1,203 bachelor's degrees", a line a level that opens them. */
static bool
awards(struct role_ctx *c, struct err *e)
{
	struct stmt *st = role_query(c, "occupation_awards", false, e);
	bool ok = st != NULL, headed = false;

	while (ok && role_next(st, &ok, e)) {
		if (!headed)
			occupation_head(c, "By award", "award", "");
		headed = true;
		page_line(c->p);
		page_join(c->p, 2, STYLE_LINK, stmt_str(st, 1));
		page_right(c->p, STYLE_VALUE, programs_words(c, stmt_int(st, 2)));
		page_anchor(c->p, ANCHOR_QUERY,
		    arena_printf(c->a, "programs role:%s award:%s", c->slug, stmt_str(st, 0)));
		page_anchor(c->p, ANCHOR_TERM, "award");
	}
	return ok;
}

bool
occupation_programs(struct role_ctx *c, bool *any, struct err *e)
{
	size_t n = 0;
	bool ok = awards(c, e) && studies(c, &n, e);

	*any = n > 0;
	return ok;
}
