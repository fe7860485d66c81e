/* mine.c - skills of the profile beside the catalog. */
#include "career/model/mine.h"

#include "career/base/mem.h"

#include <stdlib.h>
#include <string.h>

struct reading {
	struct db *db;
	struct arena *a;
	struct mine_skill *s;
	size_t n, cap;
	struct err *e;
	bool failed;
};

static void
take_skill(void *ctx, const struct kept_skill *k)
{
	struct reading *r = ctx;
	struct mine_skill s = {
	    0, arena_dup(r->a, k->skill), arena_dup(r->a, k->name), having_of(k->state), k->level};
	struct stmt *st = r->failed ? NULL : db_query(r->db, "mine_skill", r->e);
	int step;

	if (st == NULL) {
		r->failed = true;
		return;
	}
	stmt_bind_text(st, 1, k->skill);
	step = stmt_step(st, r->e);
	if (step == 1) {
		s.id = stmt_int(st, 0);
		s.name = arena_dup(r->a, stmt_str(st, 1));
	}
	r->failed = step < 0;
	stmt_reset(st);
	r->s = mem_reserve(r->s, &r->cap, r->n + 1, sizeof *r->s);
	r->s[r->n++] = s;
}

bool
mine_read(struct mine *out, struct db *db, struct profile *p, struct arena *a, struct err *e)
{
	struct reading r = {.db = db, .a = a, .e = e};
	bool ok = p == NULL || profile_skills(p, take_skill, &r, e);

	*out = (struct mine){0};
	ok = ok && !r.failed;
	if (ok) {
		out->skill = arena_alloc(a, (r.n + 1) * sizeof *out->skill);
		out->have.h = arena_alloc(a, (r.n + 1) * sizeof *out->have.h);
		for (size_t i = 0; i < r.n; i++) {
			out->skill[out->n++] = r.s[i];
			if (r.s[i].id != 0)
				out->have.h[out->have.n++] =
				    (struct have){r.s[i].id, r.s[i].how, r.s[i].level};
		}
	}
	free(r.s);
	return ok;
}

const struct mine_skill *
mine_skill(const struct mine *m, const char *slug)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->skill[i].slug, slug) == 0)
			return &m->skill[i];
	return NULL;
}

void
mine_text(const struct mine *m, struct buf *out)
{
	for (size_t i = 0; i < m->n; i++)
		buf_addf(out, "%s=%s@%g%s\n", m->skill[i].slug, having_word(m->skill[i].how),
		    m->skill[i].level, m->skill[i].id == 0 ? " gone" : "");
}
