/*
 * occupation_start.c - what the publishers' sets say of an occupation, in the short answers of the first screen.
 */
#include "occupation.h"

#include "career/base/num.h"
#include "say.h"
#include "start_parts.h"

#include <ctype.h>
#include <string.h>

/* The task without its stop, in small letters at its start. */
static void
add_task(struct buf *b, const char *task)
{
	size_t len = strlen(task), at = b->len;

	if (len > 0 && task[len - 1] == '.')
		len--;
	buf_adds(b, at > 0 ? "; " : "");
	at = b->len;
	buf_add(b, task, len);
	if (len > 1 && islower((unsigned char)task[1]))
		b->data[at] = (char)tolower((unsigned char)b->data[at]);
}

/* "Registered Nurses, what they do: record ...; administer ... (27 tasks, onet 29.0)." */
bool
occupation_start_day(struct asking *q, struct err *e)
{
	enum { SHOWN = 2 };
	struct stmt *st = occupation_query(&q->c, "occupation_tasks", q->c.occ.onet, e);
	struct buf b = BUF_INIT;
	const char *who = "", *fact = "";
	size_t n = 0;
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (n == 0) {
			who = occupation_who(&q->c, stmt_str(st, 3), NULL);
			fact = occupation_fact(&q->c, "onet_task", stmt_str(st, 0), NULL);
		}
		if (n++ < SHOWN)
			add_task(&b, stmt_str(st, 1));
	}
	if (ok && n > 0)
		start_who(q,
		    start_sayf(q, STYLE_VALUE, "%s, what they do: %s (%zu task%s, %s).",
			q->s->role.title, b.data, n, n == 1 ? "" : "s", who),
		    ANCHOR_FACT, fact);
	buf_free(&b);
	return ok;
}

/* "Interests that suit it: Social, Investigative (onet 29.0)." */
bool
occupation_start_liking(struct asking *q, bool *any, struct err *e)
{
	enum { SHOWN = 3 };
	struct stmt *st = occupation_query(&q->c, "occupation_interests", q->c.occ.onet, e);
	struct occupation_names n = {.b = BUF_INIT, .room = SHOWN};
	const char *who = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		who = occupation_who(&q->c, stmt_str(st, 2), NULL);
		occupation_name(&n, occupation_interest(stmt_str(st, 0)));
	}
	*any = n.named > 0;
	if (ok && *any)
		start_who(q,
		    start_sayf(
			q, STYLE_TEXT, "Interests that suit it most: %s (%s).", n.b.data, who),
		    ANCHOR_FACT, occupation_fact(&q->c, "onet_interest", q->c.occ.onet, NULL));
	buf_free(&n.b);
	return ok;
}

/* Names of a query's rows, the first few; `name` and `who` are its columns, a row counts where `wanted` (-1: each) is
 * not 0. */
static bool
say_names(struct asking *q, struct stmt *st, const int column[3], const char *label, struct err *e)
{
	enum { SHOWN = 5 };
	struct occupation_names n = {.b = BUF_INIT, .room = SHOWN};
	const char *who = "";
	bool ok = st != NULL;

	while (ok && role_next(st, &ok, e)) {
		if (column[2] >= 0 && stmt_int(st, column[2]) == 0)
			continue;
		who = occupation_who(&q->c, stmt_str(st, column[1]), NULL);
		occupation_name(&n, stmt_str(st, column[0]));
	}
	occupation_names_end(&n);
	if (ok && n.named > 0)
		start_sayf(q, STYLE_VALUE, "%s: %s (%s).", label, n.b.data, who);
	buf_free(&n.b);
	return ok;
}

bool
occupation_start_skills(struct asking *q, struct err *e)
{
	static const int ratings[3] = {1, 7, -1}, wanted[3] = {3, 6, 5}, essential[3] = {2, 6, 5};
	const char *most = arena_printf(q->c.a, "%s, what matters most", q->s->role.title);
	struct stmt *st = occupation_query(&q->c, "occupation_ratings", q->c.occ.onet, e);

	if (st != NULL)
		stmt_bind_text(st, 2, "skill");
	if (!say_names(q, st, ratings, most, e))
		return false;
	st = occupation_query(&q->c, "occupation_technologies", q->c.occ.onet, e);
	if (!say_names(q, st, wanted, "Software that adverts ask for", e))
		return false;
	st = occupation_query(&q->c, "occupation_esco_skills", q->c.occ.esco_row, e);
	return say_names(
	    q, st, essential, arena_printf(q->c.a, "%s, essential", q->s->role.title), e);
}

/* "4,507 programs of College Scorecard are in fields officially linked with Registered Nurses: ..."; of a role without
 * a code of its own the occupations near it are. */
bool
occupation_start_programs(struct asking *q, bool *any, struct err *e)
{
	struct stmt *st = role_query(&q->c, "occupation_awards", false, e);
	struct buf b = BUF_INIT, n = BUF_INIT;
	int64_t total = 0;
	bool ok = st != NULL, own = occupation_known(&q->c);

	while (ok && role_next(st, &ok, e)) {
		total += stmt_int(st, 2);
		buf_addf(&b, "%s%s (", b.len > 0 ? ", " : "", stmt_str(st, 1));
		num_full(&b, stmt_num(st, 2));
		buf_addc(&b, ')');
	}
	*any = total > 0;
	num_full(&n, (double)total);
	if (ok && *any)
		start_sayf(q, own ? STYLE_VALUE : STYLE_NEAR,
		    "%s%s program%s of College Scorecard %s in fields officially linked with %s%s: %s.",
		    own ? "" : "~ ", n.data, total == 1 ? "" : "s", total == 1 ? "is" : "are",
		    own ? "" : "occupations near ", q->s->role.title, b.data);
	buf_free(&b);
	buf_free(&n);
	return ok;
}
