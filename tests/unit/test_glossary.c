/* Every term that stands on a screen is in the glossary: columns, facets, tabs, headings, values. */
#include "appscreen.h"
#include "career/base/file.h"
#include "career/base/text.h"
#include "career/cmd/commands.h"
#include "career/page/compare.h"
#include "career/query/field.h"
#include "check.h"
#include "packdir.h"
#include "pagecat.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static struct pagecat c;

/* Terms that were looked for, and those not found: "term (where)" lines. */
static struct {
	struct buf missing, known;
	size_t looked;
} terms;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	buf_init(&terms.missing);
	buf_init(&terms.known);
	terms.looked = 0;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	buf_free(&terms.missing);
	buf_free(&terms.known);
	return 0;
}

/* Notes the term when the glossary lacks it; each term is looked for once. */
static void
look_for(const char *slug, const char *where)
{
	struct buf once = BUF_INIT;
	struct page p;
	struct page_opts opts = {.width = 80};
	struct err e;

	terms.looked++;
	buf_addf(&once, "\n%s\n", slug);
	if (strstr(terms.known.data, once.data) == NULL) {
		buf_adds(&terms.known, once.data);
		page_init(&p, &opts);
		if (!page_term(&p, &c.r, slug, &e))
			buf_addf(&terms.missing, "%s (%s): %s\n", slug, where, e.text);
		page_free(&p);
	}
	buf_free(&once);
}

static void
nothing_missing(size_t at_least)
{
	if (terms.missing.len > 0)
		fail_msg("%s", terms.missing.data);
	if (terms.looked < at_least)
		fail_msg("only %zu terms were looked for", terms.looked);
}

static bool
has_term(const char *text)
{
	struct page p;
	struct page_opts opts = {.width = 80};
	struct err e;
	size_t found = 0;

	page_init(&p, &opts);
	if (!page_terms_in(&p, &c.r, text, &found, &e))
		fail_msg("%s", e.text);
	page_free(&p);
	return found > 0;
}

/* A text on a screen must have a term of the glossary in it, or `m` on it has nothing to say. */
static void
look_in(const char *text, const char *where)
{
	terms.looked++;
	if (!has_term(text))
		buf_addf(&terms.missing, "no term in \"%s\" (%s)\n", text, where);
}

static void
look_at_fields(const struct list *l)
{
	for (size_t i = 0; i < l->nfields; i++) {
		const struct field *f = &l->fields[i];

		if (f->term != NULL)
			look_for(f->term, f->name);
		else
			buf_addf(&terms.missing, "%s: %s has no term\n", l->name, f->name);
	}
}

/* Fields are columns of lists, facets, and names in chips. */
static void
test_fields(void **state)
{
	(void)state;
	for (size_t l = 0; l < nlists; l++)
		look_at_fields(lists[l]);
	look_at_fields(list_plans());
	nothing_missing(70);
}

/* --- what the program's own text names ---------------------------------------------------------- */

/* The text in quotes that begins at s, when it looks like a slug; free it. */
static char *
quoted_slug(const char *s)
{
	size_t len = 0;

	if (*s++ != '"')
		return NULL;
	while (islower((unsigned char)s[len]) || isdigit((unsigned char)s[len]) || s[len] == '-')
		len++;
	return len > 0 && s[len] == '"' ? mem_ndup(s, len) : NULL;
}

/* Behind a comparison: what stands in one is no term. */
static const char *
skip_comparison(const char *at)
{
	return strncmp(at, "strcmp(", 7) == 0 ? at + strcspn(at, ")") : at;
}

static void
look_at_call(const char *file, const char *at, const char *end)
{
	for (; at < end; at++) {
		char *slug;

		at = skip_comparison(at);
		if (*at != '"')
			continue;
		slug = quoted_slug(at);
		if (slug != NULL)
			look_for(slug, file);
		free(slug);
		for (at++; at < end && (*at != '"' || at[-1] == '\\'); at++)
			;
	}
}

/* Slugs among the arguments of the calls that take a term: up to the statement's end. */
static void
look_at_file(const char *path)
{
	static const char *const calls[] = {"ANCHOR_TERM,", "terms_add("};
	struct buf text = BUF_INIT;
	struct err e;

	assert_ok(file_read(path, 1 << 20, &text, &e));
	for (size_t i = 0; i < COUNT(calls); i++)
		for (const char *s = strstr(text.data, calls[i]); s; s = strstr(s + 1, calls[i]))
			look_at_call(path, s, s + strcspn(s, ";"));
	buf_free(&text);
}

/* The last argument of page_heading("Text", "term"). */
static void
look_at_headings(const char *path)
{
	struct buf text = BUF_INIT;
	struct err e;

	assert_ok(file_read(path, 1 << 20, &text, &e));
	for (const char *s = strstr(text.data, "page_heading("); s;
	     s = strstr(s + 1, "page_heading(")) {
		const char *end = strstr(s, ");"), *at = end;
		char *slug;

		while (end != NULL && at > s && at[-1] != ' ' && at[-1] != '\t' && at[-1] != '\n')
			at--;
		slug = end != NULL && at > s ? quoted_slug(at) : NULL;
		if (slug != NULL)
			look_for(slug, path);
		free(slug);
	}
	buf_free(&text);
}

static void
test_sources(void **state)
{
	char **names;
	size_t n;
	struct err e;

	(void)state;
	assert_ok(file_list("src/page", ".c", &names, &n, &e));
	for (size_t i = 0; i < n; i++) {
		char *path = path_join("src/page", names[i]);

		look_at_file(path);
		look_at_headings(path);
		free(path);
	}
	file_list_free(names, n);
	nothing_missing(60);
}

/* --- what the pages of the bundled packs offer ----------------------------------------------------- */

static void
look_at_page(const char *where)
{
	for (size_t i = 0; i < c.p.nlines; i++)
		for (size_t k = 0; k < c.p.lines[i].nanchors; k++)
			if (c.p.lines[i].anchors[k].kind == ANCHOR_TERM)
				look_for(c.p.lines[i].anchors[k].key, where);
}

/* The anchors of a page that `i` explains, and the terms of what it says. */
static void
look_at_explained(const char *where)
{
	struct page p;
	struct page_opts opts = {.width = 80};
	struct err e;

	page_init(&p, &opts);
	for (size_t i = 0; i < c.p.nlines; i++)
		for (size_t k = 0; k < c.p.lines[i].nanchors; k++) {
			const struct anchor *a = &c.p.lines[i].anchors[k];

			if (a->kind != ANCHOR_FIGURE && a->kind != ANCHOR_FACT
			    && a->kind != ANCHOR_SOURCE)
				continue;
			page_reset(&p, &opts);
			if (!page_explain(&p, &c.r, a, &e))
				fail_msg("%s: %s: %s", where, a->key, e.text);
			for (size_t n = 0; n < p.nlines; n++)
				for (size_t j = 0; j < p.lines[n].nanchors; j++)
					if (p.lines[n].anchors[j].kind == ANCHOR_TERM)
						look_for(p.lines[n].anchors[j].key, a->key);
		}
	page_free(&p);
}

static void look_at_head_lines(const struct page *p, const char *where);

/* Each thing's page; the first hundred of a kind also with what `i` says on each of its lines. */
static void
look_at_all(enum thing kind, const char *sql)
{
	struct err e;
	struct stmt *st = db_prepare(c.db, sql, &e);
	size_t n = 0;

	assert_ok(st != NULL);
	for (; stmt_step(st, &e) == 1; n++) {
		pagecat_page(&c, 80, n % 2 == 1);
		if (!page_thing(&c.p, &c.r, kind, stmt_int(st, 0), &e))
			fail_msg("%s: %s", stmt_str(st, 1), e.text);
		look_at_page(stmt_str(st, 1));
		look_at_head_lines(&c.p, stmt_str(st, 1));
		if (n < 100)
			look_at_explained(stmt_str(st, 1));
	}
	stmt_finalize(st);
	assert_true(n > 0);
}

static void
test_pages(void **state)
{
	(void)state;
	look_at_all(THING_ROLE, "SELECT id, slug FROM role");
	look_at_all(THING_PROGRAM, "SELECT id, key FROM program");
	look_at_all(THING_SKILL, "SELECT id, slug FROM skill");
	look_at_all(THING_SOURCE, "SELECT id, key FROM source");
	look_at_all(THING_TERM, "SELECT id, slug FROM term");
	look_at_all(THING_GUIDE, "SELECT id, slug FROM guide_entry");
	nothing_missing(5000);
}

/* --- screens ----------------------------------------------------------------------------------------- */

/* Tabs, and names of screens. */
static void
test_titles(void **state)
{
	(void)state;
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		const struct pane_def *d = &pane_defs[i];

		look_in(d->title, "a screen");
		for (size_t k = 0; k < d->nsections; k++)
			look_in(d->section(k), d->title);
		for (size_t k = 0; k < d->ncolumns; k++)
			if (field_find(d->list, d->columns[k].field) < 0)
				look_in(d->columns[k].title, d->title);
	}
	nothing_missing(15);
}

/* What a heading is about: a term, something that a source states, or a key to open. */
static bool
has_subject(const struct line *l)
{
	return l->nanchors > 0;
}

static void
look_at_head_lines(const struct page *p, const char *where)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < p->nlines; i++) {
		const struct line *l = &p->lines[i];

		if (!l->heading || has_subject(l) || (i == 0 && l->nspans > 0))
			continue;
		buf_clear(&text);
		for (size_t k = 0; k < l->nspans; k++)
			buf_adds(&text, l->spans[k].text);
		look_in(text.data, where);
	}
	buf_free(&text);
}

static void
look_at_terms(const struct page *p, const char *where)
{
	for (size_t i = 0; i < p->nlines; i++)
		for (size_t k = 0; k < p->lines[i].nanchors; k++)
			if (p->lines[i].anchors[k].kind == ANCHOR_TERM)
				look_for(p->lines[i].anchors[k].key, where);
}

/* Words of the bottom line, but for those that only say what is done. */
static void
test_hints(void **state)
{
	static const char *const verbs[] = {"add unstated", "back", "choose", "close", "details",
	    "drop", "equal rows", "filter", "find", "find anything", "forget", "help", "leave",
	    "leave out", "more", "move", "next", "next item", "next kind", "next pane", "off/on",
	    "on/off", "change", "less", "open", "sort", "whole kind", "who says so",
	    "who states it", "write", "zoom", "column"};
	struct app a;

	(void)state;
	appscreen_state(&a, NULL);
	for (size_t i = 0; i < a.keys.n; i++) {
		const char *label = a.keys.all[i].label;
		bool verb = label == NULL;

		for (size_t k = 0; k < COUNT(verbs) && !verb; k++)
			verb = strcmp(verbs[k], label) == 0;
		if (!verb)
			look_in(label, "the bottom line");
	}
	app_close(&a);
	nothing_missing(8);
}

/* Each screen as it opens, and what keys bring there. */
static void
test_screens(void **state)
{
	static const char *const walks[] = {":screen~start", ":screen~start Down",
	    ":screen~roles Enter", ":screen~programs Enter", ":screen~compare",
	    ":screen~skills Enter", ":screen~guide Enter", ":screen~data Enter", ":screen~coverage",
	    ":compare~machine-learning-engineer~data-scientist :screen~compare"};
	struct app a;

	(void)state;
	appscreen_state(&a, NULL);
	for (size_t i = 0; i < COUNT(walks); i++) {
		app_press(&a, walks[i]);
		look_at_terms(&app_pane(&a)->detail.page, walks[i]);
		look_at_head_lines(&app_pane(&a)->detail.page, walks[i]);
	}
	app_close(&a);
	nothing_missing(40);
}

/* --- comparisons -------------------------------------------------------------------------------------- */

static void
look_at_comparison(const char *const *keys, size_t n)
{
	struct compare m;
	const char *block = "";
	struct err e;

	if (!compare_make(&m, &c.r, keys, n, LEVEL_ENTRY, &e))
		fail_msg("%s", e.text);
	for (size_t i = 0; i < m.nrows; i++) {
		if (strcmp(block, m.row[i].block) != 0)
			look_in(m.row[i].block, "a block of a comparison");
		block = m.row[i].block;
		if (m.row[i].term != NULL)
			look_for(m.row[i].term, m.row[i].label);
		if (m.row[i].note[0] != '\0' && m.row[i].term == NULL)
			look_in(m.row[i].note, m.row[i].label);
	}
	compare_free(&m);
}

static void
test_comparisons(void **state)
{
	static const char *const roles[] = {"machine-learning-engineer", "data-scientist",
	    "research-scientist", "data-analyst", "mlops-engineer", "machine-learning"};
	struct stmt *st = db_prepare(c.db,
	    "SELECT key FROM program WHERE id IN (SELECT max(id) FROM program GROUP BY award, mode)"
	    " ORDER BY id LIMIT 10",
	    &c.e);
	char *key[10];
	size_t n = 0;

	(void)state;
	look_at_comparison(roles, COUNT(roles));
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1 && n < COUNT(key))
		key[n++] = mem_dup(stmt_str(st, 0));
	stmt_finalize(st);
	look_at_comparison((const char *const *)key, n);
	while (n > 0)
		free(key[--n]);
	nothing_missing(15);
}

/* --- words of the data ------------------------------------------------------------------------------- */

/* Values of a pack that stand on pages as they are, but for those that are everyday words. */
/* A code is a term as it is, or with blanks for its dashes. */
static void
look_at_value(const char *value, const char *where)
{
	char *words = mem_dup(value);

	for (char *at = words; *at != '\0'; at++)
		if (*at == '-')
			*at = ' ';
	if (!has_term(value))
		look_in(words, where);
	terms.looked++;
	free(words);
}

static void
test_values(void **state)
{
	static const char *const everyday[] = {"all", "none", "other", "open", "word", "people",
	    "percent", "times", "weeks", "months", "low", "high", "medium", "point", "category",
	    "grows", "shrinks", "changes", "stays", "morning", "mid-day", "afternoon", "year",
	    "month", "hour", "once", "week", "day", "semester", "course", "years", "both"};

	(void)state;
	for (size_t s = 0; s < SEC_COUNT; s++)
		for (size_t f = 0; f < pack_sections[s].nfields; f++) {
			const struct pack_field *field = &pack_sections[s].fields[f];

			for (size_t v = 0; field->values != NULL && field->values[v] != NULL; v++) {
				bool known = false;

				for (size_t i = 0; i < COUNT(everyday); i++)
					known = known || strcmp(everyday[i], field->values[v]) == 0;
				if (!known)
					look_at_value(field->values[v], field->name);
			}
		}
	nothing_missing(60);
}

/* --- the glossary itself ---------------------------------------------------------------------------- */

static void
test_sentences(void **state)
{
	struct err e;
	struct stmt *st = db_prepare(c.db, "SELECT slug, term, text FROM term", &e);

	(void)state;
	assert_ok(st != NULL);
	while (stmt_step(st, &e) == 1) {
		const char *text = stmt_str(st, 2);
		size_t len = strlen(text);

		if (len < 10 || len > 200 || !isupper((unsigned char)text[0])
		    || text[len - 1] != '.')
			fail_msg("%s: one sentence was expected: %s", stmt_str(st, 0), text);
		if (strchr(text, '\n') != NULL || strstr(text, ". ") != NULL)
			fail_msg("%s: more than a sentence: %s", stmt_str(st, 0), text);
	}
	stmt_finalize(st);
	/* No name means two things. */
	assert_string_equal(packdir_ask(c.db,
				"SELECT group_concat(name) FROM (SELECT lower(name) AS name FROM"
				" (SELECT id, term AS name FROM term UNION SELECT t.id, j.value"
				" FROM term t, json_each(t.aliases) j)"
				" GROUP BY lower(name) HAVING count(DISTINCT id) > 1)"),
	    "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_fields, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sources, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_pages, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_titles, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_hints, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_screens, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_comparisons, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_values, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_sentences, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
