/* conflict_program.c - listings against what they show, and prices against a source's own programs. */
#include "conflict_parts.h"
#include "career/base/num.h"

#include <math.h>
#include <string.h>

/* --- listings ---------------------------------------------------------------------------------- */

/* A listing: its row, what it claims and what of it is held. */
struct listing {
	int64_t id;
	const struct source *source;
	const char *label;
	int64_t claimed, held, fits;
};

static void
add_listing_side(struct conflict_job *j, struct conflict *c, const struct listing *l, unsigned side)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, l->label);
	conflict_add(j, c,
	    &(struct conflict_side){.source = l->source,
		.table = "listing",
		.id = l->id,
		.side = side,
		.text = b.data});
	buf_free(&b);
}

static void
add_listing(struct conflict_job *j, int64_t role, const struct listing *l, const char *fields)
{
	struct conflict *c = conflict_new(j, CONFLICT_LISTING, role);
	struct buf b = BUF_INIT;

	add_listing_side(j, c, l, 0);
	c->strength = l->held > l->fits ? 0.6 * (double)(l->held - l->fits) / (double)l->held : 0.2;
	num_full(&b, (double)l->claimed);
	buf_adds(&b, " programs claimed");
	c->topic = conflict_keep(j, &b);
	buf_addf(&b, "%lld are held", (long long)l->held);
	if (l->fits == 0 && l->held > 0)
		buf_adds(&b, ", none of them in a field that counts for the role");
	else if (l->held > l->fits)
		buf_addf(
		    &b, ", %lld of them in a field that counts for the role", (long long)l->fits);
	c->differs = conflict_keep(j, &b);
	buf_addf(&b, "%s claims ", l->source->short_name);
	num_full(&b, (double)l->claimed);
	buf_addf(&b, " programs (\"%s\"); %s", l->label, c->differs);
	c->what = conflict_keep(j, &b);
	if (l->held > l->fits && fields[0] != '\0')
		buf_addf(&b, "the programs it shows are of %s", fields);
	c->why = conflict_keep(j, &b);
}

static bool
read_listings(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_listings", e);
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		const struct listing l = {
		    .id = stmt_int(st, 1),
		    .source = sources_by_id(j->src, stmt_int(st, 2)),
		    .label = stmt_str(st, 3),
		    .claimed = stmt_int(st, 4),
		    .held = stmt_int(st, 5),
		    .fits = stmt_int(st, 6),
		};

		if (l.claimed > l.held || l.fits < l.held)
			add_listing(j, stmt_int(st, 0), &l, stmt_str(st, 7));
	}
	return got == 0;
}

/* The role's listing is the larger one. */
static void
add_part(
    struct conflict_job *j, int64_t role, const struct listing *whole, const struct listing *part)
{
	struct conflict *c = conflict_new(j, CONFLICT_LISTING, role);
	struct buf b = BUF_INIT;

	add_listing_side(j, c, whole, 0);
	add_listing_side(j, c, part, 1);
	c->form = 1;
	c->strength = 0.6 * (1 - (double)whole->claimed / (double)part->claimed);
	buf_adds(&b, "more is claimed of the part than of the whole: ");
	num_full(&b, (double)part->claimed);
	buf_addf(&b, " for the role (%s), ", part->source->short_name);
	num_full(&b, (double)whole->claimed);
	buf_addf(&b, " for the whole field (%s)", whole->source->short_name);
	c->what = conflict_keep(j, &b);
	c->topic = "more is claimed of the part than of the whole";
	buf_addf(&b, "both are counts of %s", whole->source->publisher);
	c->why = conflict_keep(j, &b);
}

static bool
read_parts(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_listing_parts", e);
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		struct listing side[2];

		for (int i = 0; i < 2; i++)
			side[i] = (struct listing){
			    .id = stmt_int(st, 1 + 4 * i),
			    .source = sources_by_id(j->src, stmt_int(st, 2 + 4 * i)),
			    .label = stmt_str(st, 3 + 4 * i),
			    .claimed = stmt_int(st, 4 + 4 * i),
			};
		add_part(j, stmt_int(st, 0), &side[0], &side[1]);
	}
	return got == 0;
}

bool
conflict_rule_listing(struct conflict_job *j, struct err *e)
{
	return read_listings(j, e) && read_parts(j, e);
}

/* --- prices ------------------------------------------------------------------------------------- */

/* Columns of conflict_prices. */
enum {
	COL_KEY,
	COL_NAME,
	COL_FIGURE,
	COL_SOURCE,
	COL_LOW,
	COL_HIGH,
	COL_UNIT,
	COL_FACT,
	COL_COST,
	COL_CURRENCY,
	COL_PER,
	COL_PROGRAM,
	COL_SCHOOL,
};

/* What the source says that such a degree costs; the programs of its own come behind. */
static struct conflict *
begin_price(struct conflict_job *j, struct stmt *st)
{
	struct conflict *c = conflict_new(j, CONFLICT_PRICE, 0);
	const struct figure f = {.unit = stmt_str(st, COL_UNIT)};
	struct buf b = BUF_INIT;

	c->about = arena_dup(j->a, stmt_str(st, COL_KEY));
	c->title = arena_dup(j->a, stmt_str(st, COL_NAME));
	c->topic = "what it costs";
	c->differs = "its own program costs something else";
	conflict_money(&b, stmt_num(st, COL_LOW), stmt_num(st, COL_HIGH), &f);
	conflict_add(j, c,
	    &(struct conflict_side){.source = sources_by_id(j->src, stmt_int(st, COL_SOURCE)),
		.table = "figure",
		.id = stmt_int(st, COL_FIGURE),
		.text = b.data});
	buf_free(&b);
	return c;
}

static void
add_price(struct conflict_job *j, struct conflict *c, struct stmt *st)
{
	double low = stmt_num(st, COL_LOW), high = stmt_num(st, COL_HIGH),
	       cost = stmt_num(st, COL_COST), off = cost < low ? low - cost : cost - high;
	struct buf b = BUF_INIT;

	if (strncmp(stmt_str(st, COL_CURRENCY), "unstated", 8) != 0)
		conflict_amount(&b, cost, stmt_str(st, COL_CURRENCY));
	else
		num_full(&b, cost);
	buf_addf(&b, " for %s of %s", stmt_str(st, COL_PROGRAM), stmt_str(st, COL_SCHOOL));
	conflict_add(j, c,
	    &(struct conflict_side){.source = c->side[0].source,
		.table = "program_fact",
		.id = stmt_int(st, COL_FACT),
		.side = 1,
		.text = b.data});
	c->strength = fmax(c->strength, 0.7 * off / (off + high));
	if (strncmp(stmt_str(st, COL_CURRENCY), "unstated", 8) == 0
	    || strcmp(stmt_str(st, COL_PER), "unstated") == 0)
		c->why = "the program's own price does not say its currency or per what";
	buf_free(&b);
}

static void
end_price(struct conflict_job *j, struct conflict *c)
{
	struct buf b = BUF_INIT;

	buf_addf(&b, "%s says %s, and its own program costs ", c->side[0].source->short_name,
	    c->side[0].text);
	for (size_t i = 1; i < c->nsides; i++)
		buf_addf(&b, "%s%s", conflict_between(i - 1, c->nsides - 1), c->side[i].text);
	c->what = conflict_keep(j, &b);
}

bool
conflict_rule_price(struct conflict_job *j, struct err *e)
{
	struct stmt *st = conflict_query(j, "conflict_prices", e);
	int64_t figure = 0;
	struct conflict *c = NULL;
	int got = -1;

	while (st != NULL && (got = stmt_step(st, e)) == 1) {
		if (c == NULL || stmt_int(st, COL_FIGURE) != figure) {
			if (c != NULL)
				end_price(j, c);
			c = begin_price(j, st);
			figure = stmt_int(st, COL_FIGURE);
		}
		add_price(j, c, st);
	}
	if (got == 0 && c != NULL)
		end_price(j, c);
	return got == 0;
}
