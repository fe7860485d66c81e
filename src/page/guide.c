/*
 * guide.c - one thing to read: a topic, a prediction with its year, or the sides of a dispute.
 *
 * Ids are those of guide_entry (schema/catalog/004_guide.sql): row times four plus the table. The last rows of
 * the three queries are alike: source, locator, what kind of thing the entry is about, and its key.
 */
#include "guide_check.h"
#include "say.h"
#include "stance.h"

#include <string.h>

enum { GUIDE_TOPIC, GUIDE_PREDICTION, GUIDE_CLAIM, GUIDE_TABLES };
enum { SOURCE = 5, LOCATOR, ABOUT_KIND, ABOUT_KEY };

static struct stmt *
one_row(struct reader *r, const char *query, int64_t row, struct err *e)
{
	struct stmt *st = db_query(r->db, query, e);
	size_t off;

	if (st == NULL)
		return NULL;
	stmt_bind_int(st, 1, row);
	switch (stmt_step(st, e)) {
	case 1:
		return st;
	case 0:
		stmt_reset(st);
		db_sources_off(r->db, &off);
		if (off > 0)
			err_set(e, ERR_NOTFOUND, "its source is switched off: 7 brings it back");
		else
			err_set(e, ERR_NOTFOUND, "no guide entry with row %lld in the catalog",
			    (long long)row);
		return NULL;
	default:
		return NULL;
	}
}

/* --- who says it, and of what ------------------------------------------------------------------ */

static void
say_source(struct page *p, const struct reader *r, struct stmt *st)
{
	const struct source *s = sources_by_id(&r->sources, stmt_int(st, SOURCE));

	page_blank(p);
	page_line(p);
	page_joinf(p, 2, STYLE_NOTE, "Said by %s, under \"%s\"",
	    s != NULL ? s->title : "an unknown source", stmt_str(st, LOCATOR));
	if (s != NULL)
		page_anchor(p, ANCHOR_SOURCE, s->key);
}

/* Name of what an entry is about; its key in words where it has none. */
static bool
about_name(struct reader *r, const char *kind, const char *key, struct buf *out, struct err *e)
{
	struct stmt *st = db_query(r->db, "guide_about", e);
	int step;

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, kind);
	stmt_bind_text(st, 2, key);
	step = stmt_step(st, e);
	if (step == 1 && !stmt_null(st, 0))
		buf_adds(out, stmt_str(st, 0));
	else
		say_slug(out, key);
	stmt_reset(st);
	return step >= 0;
}

/* "About: Machine Learning Engineer"; Enter opens it. */
static bool
say_about(struct page *p, struct reader *r, struct stmt *st, struct err *e)
{
	static const struct word kinds[] = {{"role", ""}, {"skill", "the skill "},
	    {"route", "the way "}, {"field", "the field "}, {"market", "the job market, "},
	    {NULL, NULL}};
	const char *kind = stmt_text(st, ABOUT_KIND), *key = stmt_str(st, ABOUT_KEY);
	struct buf name = BUF_INIT;
	bool ok = kind == NULL || about_name(r, kind, key, &name, e);

	if (ok && name.len > 0) {
		page_line(p);
		page_joinf(p, 2, strcmp(kind, "role") == 0 ? STYLE_LINK : STYLE_TEXT, "About: %s%s",
		    word_says(kinds, kind), name.data);
		if (strcmp(kind, "role") == 0)
			page_anchor(p, ANCHOR_ROLE, key);
		else if (strcmp(kind, "skill") == 0)
			page_anchor(p, ANCHOR_SKILL, key);
	}
	buf_free(&name);
	return ok;
}

/* The rest of the list on the same topic. */
static void
say_more(struct page *p, const char *topic)
{
	struct buf key = BUF_INIT;

	if (!p->opts.screen)
		return;
	buf_addf(&key, "guide topic:\"%s\"", topic);
	page_line(p);
	page_joinf(p, 2, STYLE_LINK, "Enter on this line: all on the topic %s", topic);
	page_anchor(p, ANCHOR_QUERY, key.data);
	buf_free(&key);
}

/* --- topics ------------------------------------------------------------------------------------ */

static bool
topic_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_topic", row, e);
	const char *topic;
	bool ok;

	if (st == NULL)
		return false;
	topic = stmt_str(st, 2);
	say_title(p, stmt_str(st, 1));
	say_fact_anchor(p, "guide", row);
	page_line(p);
	page_addf(p, STYLE_NOTE, "%s%s",
	    strcmp(topic, "faq") == 0          ? "a question that is often asked"
		: strcmp(topic, "voices") == 0 ? "a voice"
					       : topic,
	    stmt_int(st, 4) ? ", an opinion" : "");
	page_anchor(p, ANCHOR_TERM, stmt_int(st, 4) ? "opinion" : "guide-topic");
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 3));
	say_fact_anchor(p, "guide", row);
	say_source(p, r, st);
	ok = say_about(p, r, st, e);
	say_more(p, topic);
	stmt_reset(st);
	return ok;
}

/* --- predictions ------------------------------------------------------------------------------- */

static bool
prediction_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_prediction", row, e);
	struct guide_check check = {.entry = row * 4 + GUIDE_PREDICTION};
	bool ok;

	if (st == NULL)
		return false;
	check.year = (int)stmt_int(st, 3);
	check.topic = stmt_null(st, 2) ? "outlook" : stmt_str(st, 2);
	page_heading(
	    p, check.year > 0 ? "A prediction" : "A prediction without a year", "prediction");
	say_fact_anchor(p, "prediction", row);
	page_line(p);
	if (check.year > 0)
		page_addf(p, STYLE_NOTE, "by %d; ", check.year);
	page_add(p, STYLE_NOTE, check.topic);
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 1));
	say_fact_anchor(p, "prediction", row);
	page_blank(p);
	ok = guide_check_say(p, r, &check, e);
	say_source(p, r, st);
	ok = ok && say_about(p, r, st, e);
	say_more(p, check.topic);
	stmt_reset(st);
	return ok;
}

/* --- sides ------------------------------------------------------------------------------------- */

static bool
say_sides(struct page *p, struct reader *r, const char *topic, struct err *e)
{
	struct stmt *st = db_query(r->db, "guide_stances", e);
	int step;

	if (st == NULL)
		return false;
	page_blank(p);
	page_heading(p, "All sides", "stance");
	stmt_bind_text(st, 1, topic);
	while ((step = stmt_step(st, e)) == 1) {
		const struct source *s = sources_by_id(&r->sources, stmt_int(st, 2));

		page_line(p);
		page_addf(p, STYLE_LABEL, "%s: ", s != NULL ? s->short_name : "?");
		page_join(p, 2, STYLE_TEXT, stmt_str(st, 1));
		say_fact_anchor(p, "claim", stmt_int(st, 0));
		if (s != NULL)
			page_anchor(p, ANCHOR_SOURCE, s->key);
	}
	stmt_reset(st);
	return step == 0;
}

static bool
claim_page(struct page *p, struct reader *r, int64_t row, struct err *e)
{
	struct stmt *st = one_row(r, "guide_claim", row, e);
	struct buf title = BUF_INIT, topic = BUF_INIT;
	bool ok;

	if (st == NULL)
		return false;
	buf_adds(&topic, stmt_str(st, 1));
	stance_title(&title, topic.data);
	say_title(p, title.data);
	page_anchor(p, ANCHOR_TERM, "stance");
	page_line(p);
	page_add(p, STYLE_NOTE, "where sources take sides; one side:");
	page_blank(p);
	page_wrap(p, 0, STYLE_TEXT, stmt_str(st, 2));
	say_fact_anchor(p, "claim", row);
	if (!stmt_null(st, 3))
		page_wrapf(p, 0, STYLE_NOTE, "\"%s\"", stmt_str(st, 3));
	say_source(p, r, st);
	ok = say_about(p, r, st, e);
	stmt_reset(st);
	ok = ok && say_sides(p, r, topic.data, e);
	buf_free(&title);
	buf_free(&topic);
	return ok;
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
	bool ok;

	if (id < 0 || id % 4 >= GUIDE_TABLES)
		return err_set(e, ERR_NOTFOUND, "no guide entry %lld", (long long)id);
	ok = pages[id % 4](p, r, id / 4, e);
	page_close(p);
	return ok;
}
