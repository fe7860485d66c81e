/*
 * No figure without what it is of: on every page each amount has its currency and per what it is, pay also
 * its basis, and growth its horizon - in its own line, or in the heading, the group or the section's first
 * line above it.
 */
#include "career/page/pages.h"
#include "check.h"
#include "pagecat.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static struct pagecat c;

/* What was found wrong: "page: text" lines. */
static struct buf wrong;
static size_t amounts, growths;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	buf_init(&wrong);
	amounts = growths = 0;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	buf_free(&wrong);
	return 0;
}

/* --- reading a page -------------------------------------------------------------------------------- */

/* One item with what stands above it. */
struct item {
	const struct line *line; /* its first */
	struct buf text,
	    above; /* the section's first line, the last heading, the last group line */
};

/* Runs of blanks become one. */
static void
add_line(struct buf *out, const struct line *l)
{
	for (size_t k = 0; k < l->nspans; k++)
		for (const char *s = l->spans[k].text; *s != '\0'; s++)
			if (*s != ' ' || (out->len > 0 && out->data[out->len - 1] != ' '))
				buf_addc(out, *s);
	if (out->len > 0 && out->data[out->len - 1] != ' ')
		buf_addc(out, ' ');
}

static bool
has_anchor(const struct line *l, enum anchor_kind kind, const char *key)
{
	for (size_t k = 0; k < l->nanchors; k++)
		if (l->anchors[k].kind == kind
		    && (key == NULL || strcmp(l->anchors[k].key, key) == 0))
			return true;
	return false;
}

static bool
says(const char *text, const char *const *any)
{
	for (size_t i = 0; any[i] != NULL; i++)
		if (strstr(text, any[i]) != NULL)
			return true;
	return false;
}

/* What others wrote: their own words carry their own meaning. */
static bool
is_quoted_matter(const struct line *l)
{
	static const char *const tables[] = {"guide:", "claim:", "card:", "listing:", "factor:",
	    "requirement:", "contrast:", "prediction:", "route:", "role_skill:", "day_part:",
	    "mention:", "transition:", "industry:"};

	for (size_t k = 0; k < l->nanchors; k++)
		for (size_t t = 0; t < COUNT(tables); t++)
			if (l->anchors[k].kind == ANCHOR_FACT
			    && strncmp(l->anchors[k].key, tables[t], strlen(tables[t])) == 0)
				return true;
	return false;
}

/* --- amounts ----------------------------------------------------------------------------------------- */

static const char *const per_what[] = {"a year", "A year", "an hour", "a month", "per credit",
    "per semester", "per course", "per what", "whole program", "in total", "total price",
    "total of", "x ", " fee", "read as the whole price", "as the total", NULL};
static const char *const basis[] = {"salary", "Salary", "bonus and shares", "base",
    "basis not said", "total (implied)", "Total", NULL};

/* The text without what stands in double quotes. */
static void
unquote(struct buf *out, const char *text)
{
	bool inside = false;

	for (; *text != '\0'; text++) {
		inside = inside != (*text == '"');
		if (!inside && *text != '"')
			buf_addc(out, *text);
	}
}

/* A number, or "thousand", in front of a currency's name. */
static bool
has_spoken(const char *s)
{
	static const char *const names[] = {" dollars", " euros", " pounds"};

	for (size_t i = 0; i < COUNT(names); i++)
		for (const char *at = strstr(s, names[i]); at != NULL;
		     at = strstr(at + 1, names[i]))
			if (at > s
			    && (isdigit((unsigned char)at[-1])
				|| strncmp(at - 8 < s ? s : at - 8, "thousand", 8) == 0))
				return true;
	return false;
}

/* "$120", "EUR 620", and on plain pages "120 thousand dollars". */
static bool
has_amount(const char *s)
{
	if (has_spoken(s))
		return true;
	for (; *s != '\0'; s++)
		if ((*s == '$' && isdigit((unsigned char)s[1]))
		    || ((strncmp(s, "EUR ", 4) == 0 || strncmp(s, "GBP ", 4) == 0)
			&& isdigit((unsigned char)s[4])))
			return true;
	return false;
}

static void
complain(const char *page, const char *what, const char *text)
{
	if (wrong.len < 3000)
		buf_addf(&wrong, "%s: %s: %.160s\n", page, what, text);
}

static void
check_amount(const char *page, const struct item *it)
{
	struct buf own = BUF_INIT, all = BUF_INIT;

	unquote(&own, it->text.data);
	buf_addf(&all, "%s %s", it->text.data, it->above.data);
	if (has_amount(own.data) && !is_quoted_matter(it->line)) {
		amounts++;
		if (!says(all.data, per_what))
			complain(page, "per what", own.data);
	}
	buf_free(&own);
	buf_free(&all);
}

/* Measure of a figure by its anchor; "" for other lines. */
static const char *
measure_of(const struct line *l)
{
	static char measure[32];
	struct stmt *st = db_query(c.db, "figure_get", &c.e);

	measure[0] = '\0';
	for (size_t k = 0; k < l->nanchors && st != NULL; k++) {
		struct figure f;
		struct arena a;

		if (l->anchors[k].kind != ANCHOR_FIGURE)
			continue;
		arena_init(&a);
		if (figure_by_id(
			&f, c.db, &c.r.sources, strtoll(l->anchors[k].key, NULL, 10), &a, &c.e))
			snprintf(measure, sizeof measure, "%s", f.card ? "card" : f.measure);
		arena_free(&a);
		break;
	}
	return measure;
}

/* "100 -> 116", "100 jobs become 104-116 in 5 years", "33.5%, 2024-2034". */
static bool
has_horizon(const char *text)
{
	static const char *const words[] = {" years", "a year", "horizon not stated", NULL};

	if (says(text, words))
		return true;
	for (; *text != '\0'; text++)
		if (isdigit((unsigned char)text[0]) && isdigit((unsigned char)text[1])
		    && isdigit((unsigned char)text[2]) && isdigit((unsigned char)text[3]))
			return true;
	return false;
}

static void
check_figure(const char *page, const struct item *it)
{
	const char *measure = measure_of(it->line);
	struct buf all = BUF_INIT;

	buf_addf(&all, "%s %s", it->text.data, it->above.data);
	if (strcmp(measure, "pay") == 0 && !says(all.data, basis))
		complain(page, "basis", it->text.data);
	if (strcmp(measure, "pay") == 0 && !says(all.data, per_what))
		complain(page, "per what of pay", it->text.data);
	if (strcmp(measure, "growth") == 0) {
		growths++;
		if (!has_horizon(all.data))
			complain(page, "horizon", it->text.data);
	}
	buf_free(&all);
}

/* --- pages ------------------------------------------------------------------------------------------- */

/* What stands above, of the lines before `at`: the first line, the last heading, the last group of pay and
 * the last label in the left column. */
static void
above(struct buf *out, const struct page *p, size_t at)
{
	bool heading = false, group = false, label = false;

	buf_clear(out);
	add_line(out, &p->lines[0]);
	for (size_t i = at; i-- > 0 && !(heading && group && label);) {
		const struct line *l = &p->lines[i];
		bool is_group =
		    has_anchor(l, ANCHOR_TERM, "base") || has_anchor(l, ANCHOR_TERM, "total");
		bool is_label = l->nspans > 0
		    && ((l->spans[0].style == STYLE_LABEL && l->spans[0].text[0] != ' '
			    && l->spans[0].text[0] != '\0')
			|| strncmp(l->spans[0].text, "Price: ", 7) == 0);

		if ((l->heading && !heading) || (is_group && !group) || (is_label && !label))
			add_line(out, l);
		heading = heading || l->heading;
		group = group || is_group;
		label = label || is_label;
	}
}

static void
check_page(const char *name)
{
	const struct page *p = &c.p;
	struct item it = {NULL, BUF_INIT, BUF_INIT};

	for (size_t i = 0; i < p->nlines; i++) {
		if (i > 0 && p->lines[i].goes_on)
			continue;
		it.line = &p->lines[i];
		buf_clear(&it.text);
		add_line(&it.text, it.line);
		for (size_t k = i + 1; k < p->nlines && p->lines[k].goes_on; k++)
			add_line(&it.text, &p->lines[k]);
		above(&it.above, p, i);
		check_amount(name, &it);
		check_figure(name, &it);
	}
	buf_free(&it.text);
	buf_free(&it.above);
}

static void
nothing_wrong(void)
{
	if (wrong.len > 0)
		fail_msg("%s", wrong.data);
}

/* Each section of each role, on a screen and plain. */
static void
test_roles(void **state)
{
	struct stmt *st = db_prepare(c.db, "SELECT id, slug FROM role", &c.e);

	(void)state;
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1)
		for (int k = 0; k < 2 * ROLE_SECTIONS; k++) {
			enum role_section s = (enum role_section)(k / 2);
			char name[128];

			pagecat_page(&c, k % 2 ? 80 : 120, k % 2);
			c.p.opts.screen = c.p.opts.details = true;
			if (!page_role(&c.p, &c.r, stmt_int(st, 0), s, LEVEL_ENTRY, &c.e))
				fail_msg("%s", c.e.text);
			snprintf(name, sizeof name, "%s, %s%s", stmt_str(st, 1),
			    role_section_name(s), k % 2 ? ", plain" : "");
			check_page(name);
		}
	stmt_finalize(st);
	nothing_wrong();
	assert_true(amounts > 1000 && growths > 100);
}

static void
check_things(enum thing kind, const char *sql)
{
	struct stmt *st = db_prepare(c.db, sql, &c.e);

	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1)
		for (int plain = 0; plain < 2; plain++) {
			pagecat_page(&c, 80, plain);
			c.p.opts.screen = true;
			if (!page_thing(&c.p, &c.r, kind, stmt_int(st, 0), &c.e))
				fail_msg("%s", c.e.text);
			check_page(stmt_str(st, 1));
		}
	stmt_finalize(st);
}

static void
test_things(void **state)
{
	(void)state;
	check_things(THING_PROGRAM, "SELECT id, key FROM program");
	check_things(THING_SKILL, "SELECT id, slug FROM skill");
	check_things(THING_SOURCE, "SELECT id, key FROM source");
	check_things(THING_GUIDE, "SELECT id, slug FROM guide_entry");
	nothing_wrong();
	assert_true(amounts > 500);
}

/* `i` on any figure tells all of it. */
static void
test_explained(void **state)
{
	struct stmt *st = db_prepare(
	    c.db, "SELECT id, measure FROM figure_row WHERE measure IN ('pay', 'growth')", &c.e);

	(void)state;
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1) {
		char key[24];
		const struct anchor a = {ANCHOR_FIGURE, key};
		const char *text;

		snprintf(key, sizeof key, "%lld", (long long)stmt_int(st, 0));
		pagecat_page(&c, 80, false);
		if (!page_explain(&c.p, &c.r, &a, &c.e))
			fail_msg("%s", c.e.text);
		text = pagecat_text(&c, true);
		if (strcmp(stmt_str(st, 1), "pay") == 0
		    && !(says(text, per_what) && (says(text, basis) || strstr(text, "asis"))))
			complain(key, "pay explained", text);
		if (strcmp(stmt_str(st, 1), "growth") == 0 && !has_horizon(text))
			complain(key, "growth explained", text);
	}
	stmt_finalize(st);
	nothing_wrong();
}

/* What the checks above would find. */
static void
test_finds(void **state)
{
	(void)state;
	assert_true(has_amount("about $120K") && has_amount("EUR 620") && has_amount("5 dollars"));
	assert_false(has_amount("no $ here") || has_amount("SOC 15-1299"));
	assert_true(has_horizon("100 jobs become 104 in 5 years") && has_horizon("36%, to 2031"));
	assert_false(has_horizon("grows by 36%"));
	pagecat_page(&c, 80, false);
	page_heading(&c.p, "Pay", NULL);
	page_line(&c.p);
	page_add(&c.p, STYLE_VALUE, "$120K-160K");
	check_page("made up");
	assert_contains(wrong.data, "made up: per what: $120K-160K");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_roles, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_things, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_explained, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_finds, setup, teardown),
	};

	return cmocka_run_group_tests_name("figures_say", tests, NULL, NULL);
}
