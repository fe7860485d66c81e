#include "pagecat.h"

#include "career/build/build.h"
#include "career/import/pack.h"
#include "career/store/catalog.h"
#include "check.h"

#include <stdlib.h>

static const char *const small_sql[] = {
    "INSERT INTO source (id, pack, key, title, short, publisher, author, url, published,"
    " published_year, retrieved, period, kind, licence, attribution, note) VALUES"
    " (1, 't', 't/own', 'Pages of schools', 'own page', 'the schools themselves', NULL, NULL, NULL,"
    "  NULL, NULL, '2014 to 2027', 'editorial', NULL, NULL, 'Look at the date.'),"
    " (2, 't', 't/dir', 'A directory', 'directory', 'dir.example', NULL, 'https://dir.example',"
    "  '2024', 2024, '2024-05-01', '2024', 'editorial', NULL, NULL, NULL),"
    " (3, 't', 't/stat', 'Wage survey, May 2024', 'stat 2024', 'Bureau of Counting', 'A. Counter',"
    "  'https://stat.example', '2025', 2025, '2025-02-03', 'May 2024', 'official', 'Public domain',"
    "  'Name the bureau.', NULL);",
    "INSERT INTO source_level (id, pack, parent_id, level, years_lo, years_hi, locator, words) VALUES"
    " (1, 't', 3, 'mid', 3, 5, 'Definitions', 'three to five years'),"
    " (2, 't', 3, 'senior', 8, NULL, 'Definitions', NULL);",
    "INSERT INTO role (id, pack, slug, title, kind, family, aliases, serves) VALUES"
    " (1, 't', 'machine-learning-engineer', 'Machine Learning Engineer', 'role', 'Engineering',"
    "  '[\"MLE\"]', NULL),"
    " (2, 't', 'machine-learning', 'Machine Learning', 'specialization', 'Science', NULL,"
    "  '[\"machine-learning-engineer\"]'),"
    " (3, 't', 'data-scientist', 'Data Scientist', 'role', 'Science', NULL, NULL);",
    "INSERT INTO school (id, pack, slug, name, city, state, country, control) VALUES"
    " (1, 't', 'u', 'University of U', 'Utown', 'CA', 'US', 'public'),"
    " (2, 't', 'v', 'V Institute', 'Vham', NULL, 'GB', NULL);",
    "INSERT INTO program (id, pack, key, school_id, name, field, cip, award, status, status_note, note)"
    " VALUES"
    " (1, 't', 'u/ms-a/master', 1, 'MS in A', 'data science', '30.7001', 'master', 'open', NULL, NULL),"
    " (2, 't', 'u/exam-b/professional-certificate', 1, 'Exam B', 'data science', NULL,"
    "  'professional-certificate', 'withdrawn', 'Retired on 31 March 2026.', 'Lists still show it.'),"
    " (3, 't', 'u/mba-c/mba', 1, 'MBA C', 'business administration', NULL, 'mba', 'open', NULL, NULL),"
    " (4, 't', 'u/cert-d/certificate', 1, 'Certificate D', 'data science', NULL, 'certificate', 'open',"
    "  NULL, NULL),"
    " (5, 't', 'v/msc-e/master', 2, 'MSc E', 'data science', NULL, 'master', 'open', NULL, NULL),"
    " (6, 't', 'v/msc-e-2/master', 2, 'MSc E', 'data science', NULL, 'master', 'open', NULL, NULL),"
    " (7, 't', 'v/phd-f/doctorate', 2, 'PhD F', 'data science', NULL, 'doctorate', 'open', NULL, NULL);",
    "INSERT INTO program_fact (id, pack, parent_id, source_id, page, as_of, as_of_year, confidence, via,"
    " mode, months, months_max, cost, currency, per, audience, credits, starts, requires, note) VALUES"
    " (1, 't', 1, 1, 'https://u.example/a', '2026', 2026, 'high', NULL, 'online', 12, 60, 273, 'USD',"
    "  'credit', 'all', '30', 'any term', 'a bachelor''s degree', NULL),"
    " (2, 't', 1, 2, 'https://dir.example/a', '2024', 2024, 'low', 'a student', 'on-campus', 72, NULL,"
    "  9900, 'USD', 'total', 'all', NULL, NULL, NULL, 'May be another degree.'),"
    " (3, 't', 2, 2, 'a list', NULL, NULL, 'low', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
    "  NULL, NULL, NULL),"
    " (4, 't', 3, 2, 'program card', NULL, NULL, 'low', NULL, 'on-campus', 20, NULL, 190000, 'unstated',"
    "  'unstated', NULL, NULL, NULL, NULL, NULL),"
    " (5, 't', 4, 1, 'https://u.example/d', '2026', 2026, 'high', NULL, 'hybrid', NULL, NULL, 1467,"
    "  'USD', 'credit', 'all', NULL, NULL, NULL, NULL),"
    " (6, 't', 5, 2, 'https://dir.example/e', '2024', 2024, 'medium', NULL, 'on-campus', 12, NULL, 9000,"
    "  'GBP', 'total', 'home', NULL, NULL, NULL, NULL),"
    " (7, 't', 5, 2, 'https://dir.example/e', '2024', 2024, 'medium', NULL, 'on-campus', 12, 24, 20000,"
    "  'GBP', 'total', 'international', NULL, NULL, NULL, NULL),"
    " (8, 't', 5, 2, 'https://dir.example/e?old', '2022', 2022, 'medium', NULL, 'on-campus', 12, NULL,"
    "  18000, 'GBP', 'total', 'international', NULL, NULL, NULL, NULL),"
    " (9, 't', 5, 1, 'https://v.example/e', '2024', 2024, 'medium', NULL, NULL, NULL, NULL, 20100,"
    "  'GBP', 'total', 'international', NULL, NULL, NULL, NULL),"
    " (10, 't', 7, 2, 'https://dir.example/f', '2024', 2024, 'medium', NULL, 'on-campus', 24, NULL, 5000,"
    "  'EUR', 'year', 'eu', NULL, NULL, NULL, NULL);",
    "INSERT INTO relevance (id, pack, field, role_id, why, source_id) VALUES"
    " (1, 't', 'data science', 1, 'Data is what models are made of.', NULL),"
    " (2, 't', 'data science', 3, 'The field itself.', 2);",
    "INSERT INTO listing (id, pack, label, about_kind, about_key, about_id, claimed, tagline, source_id,"
    " locator, programs) VALUES (1, 't', 'ML Engineer Programs (378)', 'role',"
    " 'machine-learning-engineer', 1, 378, 'Promises much.', 2, 'Programs', '[\"u/mba-c/mba\"]');",
    "INSERT INTO skill (id, pack, slug, name, category, aliases, tools, summary) VALUES"
    " (1, 't', 'python', 'Python', 'programming', '[\"Python 3\"]', '[\"NumPy\",\"Pandas\"]', 'A language.'),"
    " (2, 't', 'kaggle', 'Kaggle', 'research', NULL, NULL, NULL),"
    " (3, 't', 'sql', 'SQL', 'data', NULL, NULL, NULL);",
    "INSERT INTO role_skill (id, pack, role_id, skill_id, tier, bar, tools, why, source_id, locator,"
    " words) VALUES"
    " (1, 't', 1, 1, 'must', 'tested code', '[\"pytest\"]', 'It is the base.', 2, 'Skills', 'you need it'),"
    " (2, 't', 3, 1, 'nice', NULL, NULL, NULL, 3, 'Skills', NULL),"
    " (3, 't', 2, 2, 'nice', NULL, NULL, NULL, 3, 'Contests', NULL),"
    " (4, 't', 1, 2, 'skip', NULL, NULL, 'Not production.', 2, 'Skills', NULL);",
    "INSERT INTO figure_row (id, pack, about_kind, about_key, about_id, measure, statistic, low, high,"
    " value, unit, per, basis, basis_implied, level, place, employer, employer_words, horizon_years, as_of,"
    " as_of_year, n, attributed, excludes, note, source_id, locator, words) VALUES"
    " (1, 't', 'role', 'machine-learning-engineer', 1, 'pay', 'range', 120000, 160000, NULL, 'USD', 'year',"
    "  'base', 1, 'mid', 'US', 'big-tech', 'FAANG', NULL, '2024', 2024, 276, 'A Report', 'equity',"
    "  'A note.', 3, 'Money', 'from 120K'),"
    " (2, 't', 'role', 'machine-learning-engineer', 1, 'growth', 'point', NULL, NULL, 220, 'percent', NULL,"
    "  NULL, NULL, NULL, NULL, NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, NULL, 2, 'Cards', NULL),"
    " (3, 't', 'role', 'machine-learning-engineer', 1, 'pay', 'point', NULL, NULL, 99000, 'USD', 'year',"
    "  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, 'Money', NULL),"
    " (4, 't', 'program', 'u/ms-a/master', 1, 'duration', 'point', NULL, NULL, 14, 'weeks', NULL, NULL,"
    "  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2, 'Length', NULL);",
    "INSERT INTO term (id, pack, slug, term, aliases, text) VALUES"
    " (1, 't', 'base', 'base', '[\"base salary\"]', 'The fixed yearly salary.'),"
    " (2, 't', 'basis', 'basis', NULL, 'What a figure counts.'),"
    " (3, 't', 'price', 'price', NULL, 'What one pays.'),"
    " (4, 't', 'net-price', 'net price', NULL, 'The price after grants.'),"
    " (5, 't', 'official', 'official', '[\"official statistic\"]', 'From a government office.'),"
    " (6, 't', 'mid', 'mid', '[\"mid-level\"]', 'People who work on their own.'),"
    " (7, 't', 'must', 'must', NULL, 'Without it no job.'),"
    " (8, 't', 'loosely-comparable', 'loosely comparable', '[\"~\"]', 'Compared with care.'),"
    " (9, 't', 'cafe', 'Caf\303\251', NULL, 'Where one meets.'),"
    " (10, 't', 'net', 'net', NULL, 'After tax.');",
};

struct db *
pagecat_small(void)
{
	struct err e;
	struct db *db;
	size_t i;

	err_clear(&e);
	db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	for (i = 0; i < COUNT(small_sql); i++)
		assert_ok(db_exec(db, small_sql[i], &e));
	assert_ok(build_finish(db, &e));
	return db;
}

struct db *
pagecat_bundled(void)
{
	static const char *const packs[] = {
	    "data/packs/ml", "data/packs/pay-us", "data/packs/programs"};
	struct pack_set set;
	struct db *db;
	struct err e;

	err_clear(&e);
	if (!pack_read(&set, packs, COUNT(packs), "data/glossary.yaml", &e))
		fail_msg("%s\n%.2000s", e.text, set.errors.data);
	db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	assert_ok(db_begin(db, &e));
	assert_ok(pack_store(&set, db, &e));
	assert_ok(build_finish(db, &e));
	assert_ok(db_commit(db, &e));
	pack_free(&set);
	return db;
}

void
pagecat_init(struct pagecat *c, struct db *db)
{
	static const struct page_opts opts = {.width = 80, .year_now = 2026};

	memset(c, 0, sizeof *c);
	c->db = db;
	buf_init(&c->text);
	page_init(&c->p, &opts);
	if (!reader_open(&c->r, db, &c->e))
		fail_msg("%s", c->e.text);
}

void
pagecat_free(struct pagecat *c)
{
	page_free(&c->p);
	reader_close(&c->r);
	db_close(c->db);
	buf_free(&c->text);
}

void
pagecat_page(struct pagecat *c, int width, bool plain)
{
	const struct page_opts opts = {.width = width, .plain = plain, .year_now = 2026};

	page_reset(&c->p, &opts);
	err_clear(&c->e);
}

/* Lines joined, runs of blanks one. */
static void
flatten(struct buf *b)
{
	size_t from, to = 0;

	for (from = 0; from < b->len; from++) {
		char ch = b->data[from] == '\n' ? ' ' : b->data[from];

		if (ch != ' ' || (to > 0 && b->data[to - 1] != ' '))
			b->data[to++] = ch;
	}
	buf_remove(b, to, b->len - to);
}

const char *
pagecat_text(struct pagecat *c, bool flat)
{
	size_t i;

	for (i = 0; i < c->p.nlines; i++)
		if (c->p.lines[i].width > c->p.opts.width)
			fail_msg("line %zu is %d cells wide", i, c->p.lines[i].width);
	buf_clear(&c->text);
	page_text(&c->p, &c->text);
	if (flat)
		flatten(&c->text);
	return c->text.data;
}

int64_t
pagecat_id(struct pagecat *c, const char *key)
{
	enum thing kind;
	int64_t id;

	if (!thing_find(c->db, key, &kind, &id, &c->e))
		fail_msg("%s", c->e.text);
	return id;
}

const char *
pagecat_program(struct pagecat *c, const char *key)
{
	pagecat_page(c, 120, false);
	if (!page_program(&c->p, &c->r, pagecat_id(c, key), &c->e))
		fail_msg("%s", c->e.text);
	return pagecat_text(c, true);
}

static bool
line_has(const struct line *l, const char *text)
{
	struct buf b = BUF_INIT;
	bool has;
	size_t i;

	for (i = 0; i < l->nspans; i++)
		buf_adds(&b, l->spans[i].text);
	has = strstr(b.data, text) != NULL;
	buf_free(&b);
	return has;
}

bool
pagecat_has_anchor(
    const struct pagecat *c, const char *text, enum anchor_kind kind, const char *key)
{
	size_t i, k;

	for (i = 0; i < c->p.nlines; i++) {
		const struct line *l = &c->p.lines[i];

		for (k = 0; k < l->nanchors && line_has(l, text); k++)
			if (l->anchors[k].kind == kind && strcmp(l->anchors[k].key, key) == 0)
				return true;
	}
	return false;
}
