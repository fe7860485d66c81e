/* plan_next.c - Plan's first section: what one has, what comes next. */
#include "career/page/next.h"

#include "plan_state.h"

bool
plan_next(struct app *a, struct page *page, struct err *e)
{
	const struct mine *m = plan_mine(a, e);
	int64_t role = m != NULL ? plan_role(a) : 0;
	struct arena arena;
	struct next n;
	bool ok;

	if (m == NULL)
		return false;
	if (role == 0) {
		plan_say_no_role(page);
		return true;
	}
	arena_init(&arena);
	ok = next_load(&n, &a->reader, a->profile, m, role, &arena, e)
	    && page_plan_next(page, &a->reader, &n, e);
	arena_free(&arena);
	return ok;
}
