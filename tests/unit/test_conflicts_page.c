/* The page of contradictions: how many there are, every statement with who says it, why, and where it leads. */
#include "career/page/conflicts.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>

#define ENGINEER "machine-learning-engineer"

static struct err e;
static struct pagecat c;
static struct conflicts all;

static void
load(const char *slug)
{
	conflicts_free(&all);
	assert_ok(
	    conflicts_load(&all, c.db, &c.r.sources, slug != NULL ? pagecat_id(&c, slug) : 0, &e));
}

static const char *
page(const char *slug, const char *title, int width, bool plain)
{
	pagecat_page(&c, width, plain);
	page_conflicts(&c.p, &all, &(struct conflicts_opts){slug, title});
	page_close(&c.p);
	return pagecat_text(&c, true);
}

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	load(NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	conflicts_free(&all);
	pagecat_free(&c);
	return 0;
}

static void
test_count_comes_first(void **state)
{
	struct buf b = BUF_INIT;
	const char *text;

	(void)state;
	load(ENGINEER);
	text = page(ENGINEER, "Machine Learning Engineer", 100, false);
	buf_addf(&b, "Machine Learning Engineer: %zu contradictions in what 5 sources say", all.n);
	assert_int_equal(strncmp(text, b.data, b.len), 0);
	assert_contains(text, "what is asked for 2, growth 2, growth that looks alike 2");
	assert_contains(text, "price 1 What is asked for (2) ! A master's degree ~loosely");
	load(NULL);
	text = page(NULL, NULL, 100, false);
	assert_contains(text, "30 contradictions in what 5 sources say; in 10 of them one source");
	assert_contains(text, "Machine Learning Engineer 21, Machine Learning 4, ");
	assert_contains(text, "! Data Scientist, a master's degree");
	buf_free(&b);
}

static bool
has_line(const struct conflict_side *s)
{
	char key[80];

	for (size_t i = 0; i < c.p.nlines; i++) {
		const struct line *l = &c.p.lines[i];
		bool fact = false, source = false;

		snprintf(key, sizeof key, "%s%s%lld",
		    strcmp(s->table, "figure") == 0 ? "" : s->table,
		    strcmp(s->table, "figure") == 0 ? "" : ":", (long long)s->id);
		for (size_t k = 0; k < l->nanchors; k++) {
			fact = fact || strcmp(l->anchors[k].key, key) == 0;
			source = source
			    || (l->anchors[k].kind == ANCHOR_SOURCE
				&& strcmp(l->anchors[k].key, s->source->key) == 0);
		}
		if (fact && source)
			return true;
	}
	return false;
}

/* The same words of the same source stand once. */
static bool
said_before(const struct conflict *x, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (x->side[i].side == x->side[at].side && x->side[i].source == x->side[at].source
		    && strcmp(x->side[i].text, x->side[at].text) == 0)
			return true;
	return false;
}

static void
test_every_statement_has_its_source(void **state)
{
	static const int widths[] = {20, 38, 59, 60, 78, 130};

	(void)state;
	load(NULL);
	for (size_t w = 0; w < COUNT(widths); w++)
		for (int plain = 0; plain < 2; plain++) {
			page(NULL, NULL, widths[w], plain);
			for (size_t i = 0; i < all.n; i++)
				for (size_t k = 0; k < all.c[i].nsides; k++)
					if (!said_before(&all.c[i], k)
					    && !has_line(&all.c[i].side[k]))
						fail_msg("%s (%s): no line says so at %d",
						    all.c[i].side[k].text, all.c[i].what,
						    widths[w]);
		}
}

static void
test_every_why_is_said(void **state)
{
	const char *text;

	(void)state;
	load(NULL);
	text = page(NULL, NULL, 120, false);
	for (size_t i = 0; i < all.n; i++) {
		assert_contains(text, all.c[i].why);
		assert_contains(text, all.c[i].differs);
	}
}

/* Kinds by their strongest, each once, those of a kind by strength. */
static void
test_strongest_first(void **state)
{
	const char *text;
	struct buf head = BUF_INIT;
	const char *last;

	(void)state;
	load(NULL);
	last = text = page(NULL, NULL, 120, false);
	for (size_t i = 0; i < all.n; i++) {
		const char *at;
		bool first = true;

		for (size_t k = 0; k < i; k++)
			first = first && all.c[k].kind != all.c[i].kind;
		if (!first)
			continue;
		buf_clear(&head);
		buf_addf(&head, "%s (%zu) !", conflict_says(all.c[i].kind) + 1,
		    all.count[all.c[i].kind]);
		at = strstr(text, head.data);
		assert_non_null(at);
		assert_true(at > last);
		assert_null(strstr(at + 1, head.data));
		last = at;
	}
	buf_free(&head);
}

static void
test_headlines_lead_on(void **state)
{
	(void)state;
	load(ENGINEER);
	page(ENGINEER, "Machine Learning Engineer", 78, false);
	assert_true(pagecat_has_anchor(
	    &c, "! First job: no common range", ANCHOR_COMMAND, "role-section " ENGINEER " pay"));
	assert_true(pagecat_has_anchor(
	    &c, "! A certification", ANCHOR_COMMAND, "role-section " ENGINEER " break in"));
	assert_true(pagecat_has_anchor(
	    &c, "! Read alike", ANCHOR_COMMAND, "role-section " ENGINEER " growth"));
	assert_true(pagecat_has_anchor(&c, "! Machine Learning, 306", ANCHOR_COMMAND,
	    "role-section machine-learning programs"));
	assert_true(pagecat_has_anchor(&c, "! Senior level", ANCHOR_TERM, "level"));
	assert_true(pagecat_has_anchor(&c, "~loosely", ANCHOR_TERM, "loosely-comparable"));
}

/* The terms behind it are in the glossary. */
static void
test_terms_are_explained(void **state)
{
	(void)state;
	load(NULL);
	page(NULL, NULL, 78, false);
	for (size_t i = 0; i < c.p.nlines; i++)
		for (size_t k = 0; k < c.p.lines[i].nanchors; k++) {
			const struct anchor *a = &c.p.lines[i].anchors[k];
			struct page term;

			if (a->kind != ANCHOR_TERM)
				continue;
			page_init(&term, &c.p.opts);
			assert_ok(page_term(&term, &c.r, a->key, &e));
			page_free(&term);
		}
}

static void
test_own_words_are_quoted(void **state)
{
	const char *text;

	(void)state;
	load(ENGINEER);
	text = page(ENGINEER, "Machine Learning Engineer", 120, false);
	assert_contains(
	    text, "! Geography \"Geography significantly impacts earnings\" (aigraduate ML)");
	assert_contains(text, "against \"regardless of location\" (aigraduate ML)");
}

static void
test_none(void **state)
{
	const char *text;

	(void)state;
	load("product-manager");
	text = page("product-manager", "Product Manager", 78, false);
	assert_contains(text, "Product Manager: no rule finds a contradiction");
	assert_null(strstr(text, "Enter"));
	load(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_count_comes_first),
	    cmocka_unit_test(test_every_statement_has_its_source),
	    cmocka_unit_test(test_every_why_is_said),
	    cmocka_unit_test(test_strongest_first),
	    cmocka_unit_test(test_headlines_lead_on),
	    cmocka_unit_test(test_terms_are_explained),
	    cmocka_unit_test(test_own_words_are_quoted),
	    cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
