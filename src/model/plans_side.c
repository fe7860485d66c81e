/* plans_side.c - the terms of a query that are about programs alone, or about roles alone. */
#include "plans_parts.h"

#include "career/query/bind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
plans_side_init(struct plans_side *s, const struct list *l, const struct frame *f)
{
	memset(s, 0, sizeof *s);
	s->list = l;
	s->frame = f;
	scan_init(&s->scan);
	scan_result_init(&s->result);
}

void
plans_side_free(struct plans_side *s)
{
	for (size_t i = 0; i < PLANS_WORDS; i++)
		bitset_free(&s->word[i]);
	s->scan.ntests = SCAN_MAX_TESTS;
	scan_free(&s->scan);
	if (s->result.own != NULL)
		scan_result_free(&s->result);
	free(s->terms);
	memset(s, 0, sizeof *s);
}

/* The field of this side that a term is about; -1: it is about words; -2: it is not of this side. */
static int
field_here(const struct plans_side *s, const struct query *q, const struct query_term *t)
{
	const char *name;

	if (t->field < 0)
		return -1;
	name = q->list->fields[t->field].name;
	if (strcmp(name, "role") == 0)
		return s->list == &list_roles ? field_find(s->list, "slug") : -2;
	return list_of_field(q->list, t->field) == s->list ? field_find(s->list, name) : -2;
}

/* The terms as this side has them: those of others are passed over, as unfinished ones are. */
static void
take_terms(struct plans_side *s, const struct query *q)
{
	s->terms = mem_reserve(s->terms, &s->cap, q->nterms + 1, sizeof *s->terms);
	for (size_t i = 0; i < q->nterms; i++) {
		struct query_term *t = &s->terms[i];
		int field = field_here(s, q, &q->terms[i]);

		*t = q->terms[i];
		t->unfinished = t->unfinished || t->error[0] != '\0' || t->kind == TERM_SORT
		    || field == -2 || (field == -1 && !t->negate);
		t->error[0] = '\0';
		t->field = field < 0 ? -1 : field;
	}
	s->query = (struct query){
	    .list = s->list, .text = q->text, .terms = s->terms, .nterms = q->nterms};
}

/* What is wrong with a value is wrong with the query. A role's slug is its name there. */
static void
give_errors(const struct plans_side *s, struct query *q)
{
	for (size_t i = 0; i < q->nterms; i++) {
		const char *why = s->terms[i].error;

		if (why[0] == '\0')
			continue;
		if (strncmp(why, "no slug ", 8) == 0)
			query_fail(q, i, "no role %s", why + 8);
		else
			query_fail(q, i, "%s", why);
	}
}

void
plans_side_run(struct plans_side *s, struct query *q)
{
	take_terms(s, q);
	bind_query(&s->query, s->frame, &s->scan);
	give_errors(s, q);
	scan_run(&s->scan, s->frame, &s->result);
}

static void
copy_bits(struct bitset *to, const struct bitset *from)
{
	if (to->bits != from->bits) {
		bitset_free(to);
		bitset_init(to, from->bits);
	}
	if (from->bits > 0)
		memcpy(to->w, from->w, (from->bits + 63) / 64 * sizeof *to->w);
}

void
plans_side_words(struct plans_side *s, const struct query *q, const size_t *terms, size_t nterms)
{
	take_terms(s, q);
	for (size_t w = 0; w < nterms; w++) {
		for (size_t i = 0; i < q->nterms; i++)
			s->terms[i].unfinished = i != terms[w];
		bind_query(&s->query, s->frame, &s->scan);
		scan_run(&s->scan, s->frame, &s->result);
		copy_bits(&s->word[w], &s->result.pass);
	}
}
