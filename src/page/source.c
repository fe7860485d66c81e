/*
 * source.c - the page of a source: who speaks, of what, under which licence, and how much of it.
 */
#include "career/base/num.h"
#include "career/page/money.h"
#include "say.h"
#include "terms.h"

#include <string.h>

static void
say_texts(struct page *p, const struct source *s, const char *retrieved)
{
	const struct {
		const char *label, *text, *absent;
	} pair[] = {
	    {"Publisher", s->publisher, NULL},
	    {"Author", s->author, NULL},
	    {"Kind", source_kind_word(s->kind), NULL},
	    {"Published", s->published, "not stated"},
	    {"Retrieved", retrieved, NULL},
	    {"Period", s->period, NULL},
	    {"Page", s->url, NULL},
	    {"Licence", s->licence, "not stated; only facts and short labels are held here"},
	    {"Attribution", s->attribution, NULL},
	    {"Note", s->note, NULL},
	};
	size_t i;

	for (i = 0; i < sizeof pair / sizeof pair[0]; i++) {
		bool stated = pair[i].text && *pair[i].text;

		say_pair(p, pair[i].label,
		    strcmp(pair[i].label, "Page") == 0 ? STYLE_LINK : STYLE_TEXT,
		    stated ? pair[i].text : pair[i].absent);
	}
}

/* "264,949 rows kept of 290,891 read, 25,942 rejected". */
static void
rows_words(struct buf *b, struct stmt *st)
{
	num_full(b, stmt_num(st, 1));
	buf_adds(b, " rows kept of ");
	num_full(b, stmt_num(st, 0));
	buf_adds(b, " read");
	if (stmt_int(st, 2) > 0) {
		buf_adds(b, ", ");
		num_full(b, stmt_num(st, 2));
		buf_adds(b, " rejected");
	}
}

/* What an import brought; *imported: the source is a publisher's set. */
static bool
say_import(struct page *p, struct db *db, int64_t source, bool *imported, struct err *e)
{
	struct stmt *st = db_query(db, "page_source_import", e);
	struct buf b = BUF_INIT;
	int step;

	*imported = false;
	if (!st)
		return false;
	stmt_bind_int(st, 1, source);
	while ((step = stmt_step(st, e)) == 1) {
		*imported = true;
		buf_clear(&b);
		rows_words(&b, st);
		say_pair(p, "Release", STYLE_TEXT, stmt_text(st, 3));
		say_pair(p, "Holds", STYLE_VALUE, b.data);
	}
	stmt_reset(st);
	buf_free(&b);
	return step == 0;
}

/* Only where there are keys to switch it with. */
static void
say_switch(struct page *p, const struct source *s)
{
	if (!s->on)
		say_warn(p, "Counts", "no, switched OFF: left out everywhere. o switches it on");
	else if (p->opts.screen)
		say_pair(p, "Counts", STYLE_TEXT, "yes, on. o switches it off, O its whole kind");
}

static bool
say_levels(struct page *p, struct db *db, int64_t source, struct terms *terms, struct err *e)
{
	struct stmt *st = db_query(db, "page_source_levels", e);
	struct buf b = BUF_INIT;
	bool any = false;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, source);
	while ((step = stmt_step(st, e)) == 1) {
		if (!any) {
			page_blank(p);
			page_heading(p, "What it means by a level", "level");
		}
		any = true;
		buf_clear(&b);
		years_span(&b, stmt_num(st, 1), stmt_num(st, 2));
		buf_adds(&b, " of experience");
		if (!stmt_null(st, 4))
			buf_addf(&b, ", \"%s\"", stmt_str(st, 4));
		buf_addf(&b, " (%s)", stmt_str(st, 3));
		say_pair(p, stmt_str(st, 0), STYLE_VALUE, b.data);
		say_fact_anchor(p, "source_level", stmt_int(st, 5));
		page_anchor(p, ANCHOR_TERM, stmt_str(st, 0));
	}
	stmt_reset(st);
	terms_add(terms, any ? "level" : NULL);
	buf_free(&b);
	return step == 0;
}

/* "38 figures: 20 pay, 11 growth". */
static bool
say_figure_counts(struct page *p, struct db *db, int64_t source, struct err *e)
{
	struct stmt *st = db_query(db, "page_source_figures", e);
	struct buf parts = BUF_INIT, b = BUF_INIT;
	int64_t total = 0;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, source);
	while ((step = stmt_step(st, e)) == 1) {
		total += stmt_int(st, 1);
		buf_addf(&parts, "%s%lld %s", parts.len ? ", " : "", (long long)stmt_int(st, 1),
		    stmt_str(st, 0));
	}
	stmt_reset(st);
	say_count(&b, total, "figure");
	if (total > 0)
		buf_addf(&b, ": %s", parts.data);
	say_pair(p, "Figures", STYLE_VALUE, b.data);
	page_anchor(p, ANCHOR_TERM, "coverage");
	buf_free(&parts);
	buf_free(&b);
	return step == 0;
}

/* "12 facts about programs, 40 skills of roles". */
static bool
say_other_counts(struct page *p, struct db *db, int64_t source, struct err *e)
{
	struct stmt *st = db_query(db, "page_source_says", e);
	struct buf b = BUF_INIT;
	int step;

	if (!st)
		return false;
	stmt_bind_int(st, 1, source);
	while ((step = stmt_step(st, e)) == 1) {
		int64_t n = stmt_int(st, 2);

		if (n > 0)
			buf_addf(&b, "%s%lld %s", b.len ? ", " : "", (long long)n,
			    stmt_str(st, n == 1 ? 0 : 1));
	}
	stmt_reset(st);
	say_pair(p, "Also", STYLE_TEXT, b.data);
	buf_free(&b);
	return step == 0;
}

static bool
say_all(
    struct page *p, struct reader *r, const struct source *s, const char *retrieved, struct err *e)
{
	struct terms terms = {.n = 0};
	bool imported;

	say_title(p, s->title);
	page_anchor(p, ANCHOR_SOURCE, s->key);
	say_pairf(p, "Shown as", STYLE_TEXT, "%s (%s)", s->short_name, s->key);
	say_switch(p, s);
	say_texts(p, s, retrieved);
	if (!say_import(p, r->db, s->id, &imported, e)
	    || (!imported && !say_figure_counts(p, r->db, s->id, e))
	    || !say_other_counts(p, r->db, s->id, e))
		return false;
	terms_add(&terms, source_kind_word(s->kind));
	terms_add(&terms, "publisher");
	return say_levels(p, r->db, s->id, &terms, e) && terms_say(p, r, &terms, e);
}

bool
page_source(struct page *p, struct reader *r, int64_t source, struct err *e)
{
	const struct source *s = sources_by_id(&r->sources, source);
	struct stmt *st = db_query(r->db, "page_source", e);
	struct buf retrieved = BUF_INIT;
	int step;
	bool ok;

	if (!st)
		return false;
	stmt_bind_int(st, 1, source);
	step = stmt_step(st, e);
	if (step == 1)
		buf_adds(&retrieved, stmt_str(st, 0));
	stmt_reset(st);
	if (step == 0 || !s)
		err_set(
		    e, ERR_NOTFOUND, "no source with row %lld in the catalog", (long long)source);
	ok = step == 1 && s && say_all(p, r, s, retrieved.data, e);
	buf_free(&retrieved);
	return ok;
}
