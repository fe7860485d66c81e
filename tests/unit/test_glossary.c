/* Every term that a screen offers to explain is in the glossary. */
#include "career/base/file.h"
#include "career/base/text.h"
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

static void
test_fields(void **state)
{
	(void)state;
	for (size_t l = 0; l < nlists; l++)
		for (size_t i = 0; i < lists[l]->nfields; i++)
			if (lists[l]->fields[i].term != NULL)
				look_for(lists[l]->fields[i].term, lists[l]->fields[i].name);
	nothing_missing(30);
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
	nothing_missing(5000);
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
	    cmocka_unit_test_setup_teardown(test_sentences, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
