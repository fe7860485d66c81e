/* plans_more.c - asking: which term to drop when nothing holds; what stands beside the pairs; completion. */
#include "plans_parts.h"

#include <math.h>
#include <stdlib.h>

/* What would hold without a term, of each; the question is asked again then. */
static bool
ask_without(struct plans *p, const struct plans_asks *asks, struct err *e)
{
	struct plans_asks one = *asks;
	struct buf text = BUF_INIT;
	struct query q;
	bool ok = true;

	query_parse(&q, list_plans(), asks->query, false);
	one.limit = 0;
	for (size_t i = 0; ok && i < q.nterms && p->nwithout < PLANS_WITHOUT; i++) {
		if (q.terms[i].kind == TERM_SORT)
			continue;
		buf_clear(&text);
		query_without(&q, i, &text);
		one.query = text.data;
		ok = plans_ask_one(p, &one, e);
		buf_clear(&text);
		query_term_text(&q, i, &text);
		if (ok && p->pairs > 0)
			p->without[p->nwithout++] =
			    (struct plans_without){arena_dup(&p->own->advice, text.data), p->pairs};
	}
	query_free(&q);
	buf_free(&text);
	return ok && plans_ask_one(p, asks, e);
}

bool
plans_ask(struct plans *p, const struct plans_asks *asks, struct err *e)
{
	p->nwithout = 0;
	arena_reset(&p->own->advice);
	if (!plans_ask_one(p, asks, e))
		return false;
	return p->pairs > 0 || asks->typing || p->query.error[0] != '\0' || p->query.nterms < 2
	    || ask_without(p, asks, e);
}

const char *
plans_education(const struct plans *p, uint32_t role)
{
	return frame_text(p->roles, frame_col(p->roles->spec, "education"), role);
}

const char *
plans_asked(const struct plans *p, uint32_t role)
{
	static const char *const degrees[] = {
	    "an associate's degree", "a bachelor's degree", "a master's degree", "a doctorate"};
	unsigned rank = p->own->data.asked[role];

	return rank >= 4 && rank <= 7 ? degrees[rank - 4] : "";
}

const struct pay_answer *
plans_pay(struct plans *p, uint32_t role, struct err *e)
{
	struct plans_own *o = p->own;
	struct figures figs;
	struct pay_answer *out;

	if (o->pay == NULL || o->pays != db_sources_turn(p->db)) {
		free(o->pay);
		arena_reset(&o->arena);
		o->pay = mem_zero((size_t)p->roles->rows + 1, sizeof *o->pay);
		o->pays = db_sources_turn(p->db);
	}
	if (o->pay[role] != NULL)
		return o->pay[role];
	out = arena_alloc(&o->arena, sizeof *out);
	if (!figures_of_role(&figs, p->db, p->sources, p->roles->id[role], "pay", &o->arena, e))
		return NULL;
	if (!agree_answer(&figs, out, &o->arena))
		out->low = out->high = NAN;
	o->pay[role] = out;
	return out;
}

void
plans_complete(const struct plans *p, const char *text, size_t at,
    void (*each)(void *ctx, const char *text, const char *help, size_t from, size_t to), void *ctx)
{
	const struct list *l = query_list_at(list_plans(), text, at);
	const struct frame *f = l == &list_programs ? p->programs
	    : l == &list_roles                      ? p->roles
						    : NULL;

	query_complete(l, f, text, at, each, ctx);
}

const struct plans_word plans_folds[] = {
    {"pairs", "every pair"},
    {"program", "of each program its best role"},
    {"role", "of each role its best program"},
    {NULL, NULL},
};
