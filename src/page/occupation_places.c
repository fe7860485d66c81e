/*
 * occupation_places.c - where the jobs are: employment and wages by industry; and who says all this.
 */
#include "occupation.h"

#include "career/base/num.h"
#include "career/page/chart.h"
#include "career/page/money.h"
#include "say.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BAR = 16, WIDE = 60 };

/* --- industries ------------------------------------------------------------------------------- */

/* One row of occupation_oews. Numbers NAN when absent. */
struct sector {
	const char *id, *industry, *who, *period;
	double jobs, p10, p25, p50, p75, p90;
	bool total, top; /* of all industries; a wage is a floor */
	int64_t jobs_why, pay_why;
};

struct sectors {
	struct sector *s;
	size_t n, cap;
	double most; /* jobs of the largest industry */
	struct axis pay;
};

/* Without what it leaves out: `i` has the whole name. */
static const char *
industry_name(struct role_ctx *c, const char *name)
{
	const char *end = strstr(name, ", excluding ");

	return end != NULL ? arena_ndup(c->a, name, (size_t)(end - name)) : arena_dup(c->a, name);
}

static void
read_sector(struct role_ctx *c, struct stmt *st, struct sector *s)
{
	*s = (struct sector){.id = arena_dup(c->a, stmt_str(st, 0)),
	    .total = strcmp(stmt_str(st, 1), "000000") == 0,
	    .industry = industry_name(c, stmt_str(st, 2)),
	    .jobs = stmt_num(st, 3),
	    .jobs_why = stmt_int(st, 4),
	    .p10 = stmt_num(st, 5),
	    .p25 = stmt_num(st, 6),
	    .p50 = stmt_num(st, 7),
	    .p75 = stmt_num(st, 8),
	    .p90 = stmt_num(st, 9),
	    .pay_why = stmt_int(st, 12),
	    .who = arena_dup(c->a, stmt_str(st, 15)),
	    .period = arena_dup(c->a, stmt_str(st, 16))};
	for (int i = 10; i < 15; i++)
		s->top = s->top || stmt_int(st, i) == WHY_TOP_CODED;
}

static bool
load_sectors(struct role_ctx *c, struct sectors *all, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_oews", c->occ.soc, e);
	double lo = INFINITY, hi = 0;
	bool ok = st != NULL;

	memset(all, 0, sizeof *all);
	while (ok && role_next(st, &ok, e)) {
		struct sector *s;

		all->s = mem_reserve(all->s, &all->cap, all->n + 1, sizeof *all->s);
		s = &all->s[all->n++];
		read_sector(c, st, s);
		if (!s->total)
			all->most = fmax(all->most, s->jobs);
		lo = fmin(lo, s->p10);
		hi = fmax(hi, fmax(s->p90, s->p10));
	}
	axis_make(&all->pay, hi > 0 ? lo : 0, hi > 0 ? hi : 1,
	    c->p->opts.width - BAR - (c->p->opts.width >= 100 ? 24 : 20));
	return ok;
}

/* "2,790,380 jobs, 85%" of those of all industries. */
static void
jobs_words(struct buf *b, const struct sector *s, const struct sector *total)
{
	double share;

	if (isnan(s->jobs)) {
		buf_addf(b, "jobs %s", occupation_why(s->jobs_why));
		return;
	}
	num_full(b, s->jobs);
	buf_adds(b, " jobs");
	if (s->total || !total->total || !(total->jobs > 0))
		return;
	share = 100 * s->jobs / total->jobs;
	if (share < 0.05)
		buf_adds(b, ", under 0.1%");
	else
		buf_addf(b, share >= 9.5 ? ", %.0f%%" : ", %.1f%%", share);
}

/* "median $93.2K" */
static void
pay_words(struct buf *b, const struct sector *s)
{
	if (isnan(s->p50)) {
		buf_addf(b, "median %s", occupation_why(s->pay_why));
		return;
	}
	buf_addf(b, "median %s", s->pay_why == WHY_TOP_CODED ? "at least " : "");
	money_short(b, s->p50, "USD");
}

/* The distribution: middle half as a bar, p10 and p90 as whiskers. */
static void
pay_bar(struct page *p, const struct axis *ax, const struct sector *s)
{
	double lo = isnan(s->p25) ? s->p50 : s->p25, hi = isnan(s->p75) ? s->p50 : s->p75;
	const struct mark m = {.lo = lo,
	    .hi = hi,
	    .whisk_lo = s->p10,
	    .whisk_hi = s->top ? NAN : s->p90,
	    .mid = lo < hi ? s->p50 : NAN,
	    .open_hi = s->top};

	chart_mark(p, ax, &m);
}

static void
sector_picture(struct role_ctx *c, const struct sectors *all, const struct sector *s)
{
	struct page *p = c->p;
	struct axis jobs = {0, all->most, all->most, BAR};
	struct buf b = BUF_INIT;

	pay_words(&b, s);
	page_next(p);
	page_to(p, 2);
	if (!s->total && s->jobs > 0)
		chart_bar(p, &jobs, s->jobs);
	page_to(p, BAR + 3);
	if (!isnan(s->p50))
		pay_bar(p, &all->pay, s);
	page_right(p, STYLE_VALUE, b.data);
	buf_free(&b);
}

static void
sector_text(struct role_ctx *c, const struct sector *s)
{
	struct buf b = BUF_INIT;

	pay_words(&b, s);
	if (!isnan(s->p10)) {
		buf_adds(&b, ", 8 of 10 from ");
		money_short(&b, s->p10, "USD");
		if (!isnan(s->p90)) {
			buf_adds(&b, s->top ? " to at least " : " to ");
			money_short(&b, s->p90, "USD");
		}
	}
	page_joinf(c->p, 4, STYLE_VALUE, "; %s a year", b.data);
	buf_free(&b);
}

static void
sector_line(struct role_ctx *c, const struct sectors *all, const struct sector *s)
{
	struct page *p = c->p;
	bool picture = !p->opts.plain && p->opts.width >= WIDE;
	struct buf b = BUF_INIT;

	jobs_words(&b, s, &all->s[0]);
	page_line(p);
	page_join(p, 2, STYLE_LABEL, s->total ? "All industries" : s->industry);
	if (picture)
		page_right(p, STYLE_VALUE, b.data);
	else
		page_joinf(p, 4, STYLE_VALUE, ": %s", b.data);
	if (picture)
		sector_picture(c, all, s);
	else
		sector_text(c, s);
	page_anchor(p, ANCHOR_FACT, occupation_fact(c, "oews", s->id, NULL));
	page_anchor(p, ANCHOR_TERM, "industry");
	buf_free(&b);
}

bool
occupation_sectors(struct role_ctx *c, struct err *e)
{
	struct sectors all;
	bool ok = load_sectors(c, &all, e);

	if (ok && all.n > 0) {
		occupation_head(c, "Where the jobs are, and their pay", "industry", all.s[0].who);
		page_wrap(c->p, 0, STYLE_NOTE,
		    c->p->opts.plain || c->p->opts.width < WIDE
			? "Salary a year before tax, all levels."
			: "Left: jobs. Right: salary a year before tax, all levels; the bar is the middle "
			  "half, the line goes from the 10th to the 90th percentile.");
		if (!c->p->opts.plain && c->p->opts.width >= WIDE) {
			page_line(c->p);
			page_add(c->p, STYLE_LABEL, "  thousand $ a year");
			page_to(c->p, BAR + 3);
			chart_ticks(c->p, &all.pay, 1000);
		}
		for (size_t i = 0; i < all.n; i++)
			sector_line(c, &all, &all.s[i]);
	}
	free(all.s);
	return ok;
}

/* --- sources ---------------------------------------------------------------------------------- */

static void
source_end(struct role_ctx *c, struct buf *says)
{
	if (says->len > 0) {
		page_wrapf(c->p, 2, STYLE_NOTE, "says here: %s", says->data);
		page_blank(c->p);
	}
	buf_clear(says);
}

static void
source_begin(struct role_ctx *c, struct stmt *st, const char *key)
{
	const char *kind = stmt_str(st, 5);

	page_line(c->p);
	page_add(c->p, STYLE_VALUE, stmt_str(st, 2));
	page_addf(c->p, STYLE_NOTE, "%s %s, %s", c->p->opts.plain ? "," : " ", kind,
	    stmt_null(st, 6) ? "date not stated" : stmt_str(st, 6));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_anchor(c->p, ANCHOR_TERM, kind);
	page_wrapf(c->p, 2, STYLE_TEXT, "%s; %s", stmt_str(st, 3), stmt_str(st, 4));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	page_wrapf(
	    c->p, 2, STYLE_TEXT, "Licence: %s", stmt_null(st, 7) ? "not stated" : stmt_str(st, 7));
	page_anchor(c->p, ANCHOR_SOURCE, key);
	if (!stmt_null(st, 8))
		page_wrap(c->p, 2, STYLE_TEXT, stmt_str(st, 8));
	page_anchor(c->p, ANCHOR_SOURCE, key);
}

bool
occupation_sources(struct role_ctx *c, struct err *e)
{
	struct stmt *st = occupation_query(c, "occupation_sources", c->occ.onet, e);
	struct buf says = BUF_INIT;
	const char *key = "";
	bool ok = st != NULL;

	c->occ.nsaid = 0;
	if (ok) {
		stmt_bind_text(st, 2, c->occ.soc);
		stmt_bind_text(st, 3, c->occ.esco_row);
	}
	while (ok && role_next(st, &ok, e)) {
		if (strcmp(key, stmt_str(st, 1)) != 0) {
			source_end(c, &says);
			key = arena_dup(c->a, stmt_str(st, 1));
			source_begin(c, st, key);
			if (c->occ.nsaid < sizeof c->occ.said / sizeof *c->occ.said)
				c->occ.said[c->occ.nsaid++] = stmt_int(st, 0);
		}
		buf_addf(&says, "%s%lld %s", says.len > 0 ? ", " : "", (long long)stmt_int(st, 9),
		    stmt_str(st, 10));
	}
	source_end(c, &says);
	buf_free(&says);
	return ok;
}

bool
occupation_speaks(const struct role_ctx *c, int64_t source)
{
	for (size_t i = 0; i < c->occ.nsaid; i++)
		if (c->occ.said[i] == source)
			return true;
	return false;
}
