/*
 * start_missing.c - what the person knows, as the first screen asks about it, and what is missing for the role.
 *
 * While nothing is said of skills, the question is an example with the two that most sources name for the role.
 */
#include "career/model/mine.h"
#include "say.h"
#include "start_parts.h"

#include <string.h>

enum { NAMED = 2, NEXT = 4 };

static bool
own(const struct wanted *w)
{
	return !w->field && w->rank != RANK_SKIP;
}

/* Those that most sources name first, of as many the more urgent. */
static const struct wanted *
best_documented(const struct skillset *s, const struct wanted *but)
{
	const struct wanted *best = NULL;

	for (size_t i = 0; i < s->n; i++)
		if (own(&s->w[i]) && &s->w[i] != but && (best == NULL || s->w[i].nby > best->nby))
			best = &s->w[i];
	return best;
}

/* "Python and SQL": of the example, which counts as had. */
static void
make_example(struct start *s, const struct skillset *to)
{
	const struct wanted *first = best_documented(to, NULL);
	const struct wanted *second = first != NULL ? best_documented(to, first) : NULL;

	s->nexample = 0;
	if (second != NULL && second < first) { /* the more urgent one first */
		const struct wanted *w = first;

		first = second;
		second = w;
	}
	if (first != NULL)
		s->example[s->nexample++] = first->skill;
	if (second != NULL)
		s->example[s->nexample++] = second->skill;
	if (second != NULL)
		s->known = arena_printf(&s->arena, "%s and %s", first->name, second->name);
	else if (first != NULL)
		s->known = arena_dup(&s->arena, first->name);
}

static bool
known(const struct mine_skill *s)
{
	return s != NULL && s->id != 0 && s->how >= HAVE_PARTLY;
}

/* "Python, SQL and 3 more": skills that the person has, at least partly; those that the role wants first. */
static void
name_known(struct start *s, const struct mine *m, const struct skillset *to)
{
	struct buf b = BUF_INIT;
	size_t all = 0, n = 0;

	for (size_t i = 0; i < m->n; i++)
		all += known(&m->skill[i]);
	for (size_t i = 0; i < to->n && n < NAMED; i++)
		if (own(&to->w[i]) && known(mine_skill(m, to->w[i].slug)))
			buf_addf(&b, "%s%s", say_between(n++, all), to->w[i].name);
	for (size_t i = 0; n == 0 && i < m->n; i++)
		if (known(&m->skill[i]))
			buf_addf(&b, "%s%s", say_between(n++, all), m->skill[i].name);
	if (all > n)
		buf_addf(&b, " and %zu more", all - n);
	s->known = arena_dup(&s->arena, b.data);
	buf_free(&b);
}

bool
start_find_known(struct start *s, struct reader *r, struct err *e)
{
	struct skillset to;
	struct arena a;
	bool ok;

	s->known = "";
	s->nexample = 0;
	if (s->role.id == 0)
		return true;
	arena_init(&a);
	ok = skillset_load(&to, r->db, &r->sources, s->role.id, &a, e);
	if (ok && r->mine != NULL)
		name_known(s, r->mine, &to);
	if (ok && s->known[0] == '\0')
		make_example(s, &to);
	arena_free(&a);
	return ok;
}

/* What one has, for the answer: the person's skills or the example's. */
static void
haves_for(struct asking *q, struct haves *out)
{
	*out = (struct haves){NULL, 0};
	if (q->s->nexample == 0 && q->c.r->mine != NULL) {
		*out = q->c.r->mine->have;
		return;
	}
	out->h = arena_alloc(q->c.a, (q->s->nexample + 1) * sizeof *out->h);
	for (size_t i = 0; i < q->s->nexample; i++)
		out->h[out->n++] = (struct have){q->s->example[i], HAVE_YES, -1};
}

/* "To learn first: Software engineering (must), ...". */
static void
say_next(struct asking *q, const struct gap *g)
{
	struct buf b = BUF_INIT;
	size_t n = 0;

	for (size_t i = 0; i < g->n && n < NEXT; i++)
		if (g->row[i].part == GAP_MISSING)
			buf_addf(&b, "%s%s (%s)", n++ > 0 ? ", " : "", g->row[i].w->name,
			    skill_rank_word(g->row[i].w->rank));
	if (g->missing > n)
		buf_addf(&b, "; %zu more", g->missing - n);
	if (n > 0)
		start_sayf(q, STYLE_TEXT, "To learn first: %s.", b.data);
	buf_free(&b);
}

bool
start_missing(struct asking *q, struct err *e)
{
	struct skillset to;
	struct haves have;
	struct gap g;
	struct buf says = BUF_INIT;

	if (!skillset_load(&to, q->c.r->db, &q->c.r->sources, q->s->role.id, q->c.a, e))
		return false;
	haves_for(q, &have);
	gap_make(&g, &to, &have, q->c.a);
	gap_says(&g, &says);
	start_sayf(q, STYLE_VALUE, "%s, with %s: %s.", q->s->role.title, q->s->known, says.data);
	if (!to.thin)
		say_next(q, &g);
	if (q->s->nexample > 0)
		start_say(q, STYLE_NOTE,
		    "An example with what most sources name for it: you have not said yet what you "
		    "have.");
	buf_free(&says);
	return true;
}
