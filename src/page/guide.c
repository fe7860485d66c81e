/*
 * guide.c - one thing to read: a topic, a prediction with its year, or the sides of a dispute.
 *
 * Ids are those of v_guide (schema/catalog/004_guide.sql): row times four plus the table.
 */
#include "career/page/pages.h"

#include <stdio.h>
#include <string.h>

enum { GUIDE_TOPIC, GUIDE_PREDICTION, GUIDE_CLAIM, GUIDE_TABLES };

static struct stmt *
one_row(struct reader *r, const char *query, int64_t row, struct err *e)
{
	struct stmt *st = db_query(r->db, query, e);

	if (st == NULL)
		return NULL;
	stmt_bind_int(st, 1, row);
	switch (stmt_step(st, e)) {
	case 1:
		return st;
	case 0:
		stmt_reset(st);
		err_set(
		    e, ERR_NOTFOUND, "no guide entry with row %lld in the catalog", (long long)row);
		return NULL;
	default:
		return NULL;
	}
}

static void
say_source(struct page *p, const struct reader *r, int64_t source, const char *locator)
{
	const struct source *s = sources_by_id(&r->sources, source);

	page_line(p);
	page_joinf(p, 2, STYLE_NOTE, "Said by %s, %s", s != NULL ? s->title : "an unknown source",
	    locator);
	if (s != NULL)
		page_anchor(p, ANCHOR_SOURCE, s->key);
}

static void
fact_anchor(struct page *p, const char *table, int64_t row)
{
	char key[64];

	snprintf(key, sizeof key, "%s:%lld", table, (long long)row);
	page_anchor(p, ANCHOR_FACT, key);
}

static bool
topic_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_topic", row, e);

	if (st == NULL)
		return false;
	page_heading(p, stmt_str(st, 1), NULL);
	fact_anchor(p, "guide", row);
	page_line(p);
	page_addf(p, STYLE_NOTE, "%s%s", stmt_str(st, 2), stmt_int(st, 4) ? ", an opinion" : "");
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 3));
	fact_anchor(p, "guide", row);
	page_blank(p);
	say_source(p, r, stmt_int(st, 5), stmt_str(st, 6));
	if (strcmp(stmt_str(st, 7), "role") == 0) {
		page_line(p);
		page_addf(p, STYLE_LINK, "About: %s", stmt_str(st, 8));
		page_anchor(p, ANCHOR_ROLE, stmt_str(st, 8));
	}
	stmt_reset(st);
	return true;
}

/* What to look at once the year is there. */
static void
say_check(struct page *p, int year)
{
	if (year == 0)
		page_wrap(
		    p, 0, STYLE_NOTE, "It names no year: nobody can ever say that it was wrong.");
	else if (p->opts.year_now >= year)
		page_wrapf(p, 0, STYLE_WARN,
		    "! %d has come. Check it: look at the newest official figures and at this year's job "
		    "postings, and ask the source.",
		    year);
	else if (p->opts.year_now > 0)
		page_wrapf(p, 0, STYLE_NOTE, "Can be checked in %d year%s.",
		    year - p->opts.year_now, year - p->opts.year_now == 1 ? "" : "s");
}

static bool
prediction_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_prediction", row, e);
	int year;

	if (st == NULL)
		return false;
	year = (int)stmt_int(st, 3);
	page_heading(p, year > 0 ? "A prediction" : "A prediction without a year", "prediction");
	fact_anchor(p, "prediction", row);
	page_line(p);
	if (year > 0)
		page_addf(p, STYLE_NOTE, "by %d; ", year);
	page_addf(p, STYLE_NOTE, "%s", stmt_null(st, 2) ? "outlook" : stmt_str(st, 2));
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 1));
	fact_anchor(p, "prediction", row);
	page_blank(p);
	say_check(p, year);
	say_source(p, r, stmt_int(st, 5), stmt_str(st, 6));
	if (!stmt_null(st, 7)) {
		page_line(p);
		page_addf(p, STYLE_LINK, "About: %s", stmt_str(st, 8));
		page_anchor(p, ANCHOR_ROLE, stmt_str(st, 7));
	}
	stmt_reset(st);
	return true;
}

static bool
say_sides(struct page *p, struct reader *r, const char *topic, struct err *e)
{
	struct stmt *st = db_query(r->db, "guide_stances", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, topic);
	while ((step = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(&r->sources, stmt_int(st, 2));

		page_line(p);
		page_addf(p, STYLE_LABEL, "%s: ", s != NULL ? s->short_name : "?");
		page_join(p, 2, STYLE_TEXT, stmt_str(st, 1));
		fact_anchor(p, "claim", stmt_int(st, 0));
	}
	stmt_reset(st);
	return step == 0;
}

static bool
claim_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_claim", row, e);
	char topic[96];

	if (st == NULL)
		return false;
	snprintf(topic, sizeof topic, "%s", stmt_str(st, 1));
	page_line(p);
	page_addf(p, STYLE_HEADING, "Where sources take sides: %s", topic);
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 2));
	fact_anchor(p, "claim", row);
	if (!stmt_null(st, 3))
		page_wrapf(p, 0, STYLE_NOTE, "\"%s\"", stmt_str(st, 3));
	say_source(p, r, stmt_int(st, 4), stmt_str(st, 5));
	stmt_reset(st);
	page_blank(p);
	page_heading(p, "All sides", NULL);
	return say_sides(p, r, topic, e);
}

bool
page_guide(struct page *p, struct reader *r, int64_t id, struct err *e)
{
	static bool (*const pages[GUIDE_TABLES])(
	    struct page * page, struct reader * reader, int64_t row, struct err * err) = {
	    [GUIDE_TOPIC] = topic_page,
	    [GUIDE_PREDICTION] = prediction_page,
	    [GUIDE_CLAIM] = claim_page,
	};

	if (id < 0 || id % 4 >= GUIDE_TABLES)
		return err_set(e, ERR_NOTFOUND, "no guide entry %lld", (long long)id);
	return pages[id % 4](p, r, id / 4, e);
}
