/*
 * A page to take home: that HTML is well formed and needs nothing but itself, text is 80 columns of ASCII and about a
 * page, texts of the data and of the person do no harm, and the full one has every figure.
 */
#include "career/page/handout.h"

#include "career/base/text.h"

#include "career/model/headline.h"
#include "check.h"
#include "national.h"
#include "pagecat.h"

#include "../../src/import/xml.h"

#include <stdio.h>
#include <stdlib.h>

static struct err e;

struct made {
	struct pagecat c;
	struct profile *p;
	struct doc d;
	struct buf text;
};

static const char omscs[] =
    "georgia-institute-of-technology/online-ms-in-computer-science-omscs/master";

static void
begin(struct made *m, struct db *db)
{
	pagecat_init(&m->c, db);
	m->p = profile_open(NULL, &e);
	assert_non_null(m->p);
	doc_init(&m->d);
	buf_init(&m->text);
}

static void
end(struct made *m)
{
	doc_free(&m->d);
	buf_free(&m->text);
	profile_close(m->p);
	pagecat_free(&m->c);
}

static void
put(struct made *m, const char *list, const char *key)
{
	struct headline h;
	struct buf json = BUF_INIT;
	struct arena a;
	struct kept_item i = {.list = list, .key = key, .title = key};

	arena_init(&a);
	assert_ok(headline_of(&h, m->c.db, &m->c.r.sources, list, key, &a, &e));
	headline_json(&h, &json);
	i.headline = json.data;
	assert_ok(profile_item_put(m->p, &i, &e));
	buf_free(&json);
	arena_free(&a);
}

/* Somebody who has said and kept something of everything. */
static void
live(struct made *m)
{
	static const struct kept_skill skills[] = {{"python", "Python", "have", 5},
	    {"sql", "SQL", "partly", -1}, {"no-more", "No More", "have", -1}};

	for (size_t i = 0; i < COUNT(skills); i++)
		assert_ok(profile_skill_set(m->p, &skills[i], &e));
	put(m, "roles", "machine-learning-engineer");
	put(m, "roles", "data-scientist");
	put(m, "programs", omscs);
	put(m, "programs", "university-of-pennsylvania/wharton-mba/mba");
	put(m, "skills", "python");
	put(m, "roles", "gone-since");
	assert_ok(profile_note_set(m->p,
	    &(struct kept_note){"roles", "data-scientist", "Data Scientist",
		"<script>alert(1)</script> & \"quotes\"\n\x1b[31mred\n# no heading", NULL},
	    &e));
	assert_ok(profile_tag(m->p,
	    &(struct kept_tag){"roles", "data-scientist", "Data Scientist", "<b>"}, true, &e));
	assert_ok(profile_look(m->p, "programs", omscs, "A program", &e));
}

static void
make(struct made *m, enum handout_format f, bool full)
{
	const struct handout_ask ask = {.full = full, .format = f, .date = "2026-11-23"};

	m->c.r.role = "machine-learning-engineer";
	doc_free(&m->d);
	buf_clear(&m->text);
	assert_ok(handout_make(&m->d, &m->c.r, m->p, &ask, &e));
	handout_write(&m->d, f, &m->text);
}

/* --- HTML ------------------------------------------------------------------------------------ */

struct seen {
	size_t charts, links, items;
	char ids[400][12];
	size_t nids;
	char refs[20000][12];
	size_t nrefs;
};

static void
start(void *ctx, const char *name, const char **attrs)
{
	static const char *const never[] = {
	    "script", "img", "link", "iframe", "object", "embed", "base", "form"};
	struct seen *s = ctx;
	const char *id = xml_attr(attrs, "id"), *href = xml_attr(attrs, "href");

	for (size_t i = 0; i < COUNT(never); i++)
		assert_string_not_equal(name, never[i]);
	for (size_t i = 0; attrs[i] != NULL; i += 2)
		assert_false(strncmp(attrs[i], "on", 2) == 0 || strcmp(attrs[i], "src") == 0);
	s->charts += strcmp(name, "svg") == 0;
	s->items += strcmp(name, "li") == 0;
	if (id != NULL && s->nids < COUNT(s->ids))
		snprintf(s->ids[s->nids++], sizeof *s->ids, "%s", id);
	if (href != NULL) {
		assert_int_equal(href[0], '#');
		assert_true(s->nrefs < COUNT(s->refs));
		snprintf(s->refs[s->nrefs++], sizeof *s->refs, "%s", href + 1);
	}
}

static void
no_end(void *ctx, const char *name)
{
	(void)ctx, (void)name;
}

static void
no_text(void *ctx, const char *s, size_t len)
{
	(void)ctx, (void)s, (void)len;
}

static void
check_html(const char *html, struct seen *s)
{
	static const struct xml_events events = {start, no_end, no_text};
	const char *root = strchr(html, '\n') + 1; /* behind the document type */
	struct input *in = input_new(&input_limits_data);

	memset(s, 0, sizeof *s);
	assert_memory_equal(html, "<!DOCTYPE html>\n", 16);
	assert_true(text_valid(html, strlen(html)));
	assert_ok(input_add_member(in, "handout.html", root, strlen(root), &e));
	assert_ok(xml_all(xml_open(in, 0, &events, s, &e), &e));
	input_free(in);
	for (size_t i = 0; i < s->nrefs; i++) {
		size_t k = 0;

		while (k < s->nids && strcmp(s->ids[k], s->refs[i]) != 0)
			k++;
		if (k == s->nids)
			fail_msg("no source %s", s->refs[i]);
	}
	assert_null(strstr(html, "@import"));
	assert_null(strstr(html, "url("));
}

static void
test_html(void **state)
{
	struct seen *s = mem_zero(1, sizeof *s);
	struct made m;

	(void)state;
	begin(&m, pagecat_bundled());
	live(&m);
	make(&m, HANDOUT_HTML, false);
	check_html(m.text.data, s);
	assert_int_equal(s->charts, 2); /* pay; payback */
	assert_true(s->nrefs > 10);
	assert_contains(m.text.data, "$120K-160K");
	assert_contains(m.text.data, "of 4 musts");
	assert_contains(m.text.data, "OMSCS");
	make(&m, HANDOUT_HTML, true);
	check_html(m.text.data, s);
	assert_contains(
	    m.text.data, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;");
	assert_null(strstr(m.text.data, "\x1b"));
	end(&m);
	free(s);
}

/* --- text and Markdown ----------------------------------------------------------------------- */

/* Lines, none wider than 80, all printable ASCII. */
static size_t
check_txt(const char *text)
{
	size_t n = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		if (len > 80)
			fail_msg("%.*s: %zu columns", (int)len, text, len);
		for (size_t i = 0; i < len; i++)
			assert_in_range((unsigned char)text[i], ' ', '~');
		text += len + (text[len] == '\n');
		n++;
	}
	return n;
}

static void
test_txt(void **state)
{
	struct made m;

	(void)state;
	begin(&m, pagecat_bundled());
	make(&m, HANDOUT_TXT, false);
	assert_in_range(check_txt(m.text.data), 30, 64);
	assert_contains(m.text.data, "Nothing is ticked yet");
	live(&m);
	make(&m, HANDOUT_TXT, false);
	assert_in_range(check_txt(m.text.data), 40, 64);
	assert_contains(m.text.data, "Name ____");
	make(&m, HANDOUT_TXT, true);
	assert_in_range(check_txt(m.text.data), 300, 5000);
	end(&m);
}

static void
test_md(void **state)
{
	struct made m;

	(void)state;
	begin(&m, pagecat_bundled());
	live(&m);
	make(&m, HANDOUT_MD, true);
	assert_memory_equal(m.text.data, "# My plan in full: ", 19);
	assert_contains(m.text.data, "\\<script>alert(1)\\</script>");
	assert_contains(m.text.data, "\n\\# no heading\n");
	assert_contains(m.text.data, "- [x] ");
	assert_contains(m.text.data, "- [ ] ");
	assert_contains(m.text.data, "\n## Sources\n");
	end(&m);
}

/* --- what it says ---------------------------------------------------------------------------- */

/* Each source that is cited is listed once, and each figure of the first role stands in the full one. */
static void
test_every_figure(void **state)
{
	struct made m;
	struct figures f;
	size_t rows = 0;
	struct arena a;

	(void)state;
	begin(&m, pagecat_bundled());
	make(&m, HANDOUT_MD, true);
	arena_init(&a);
	assert_ok(figures_of_role(&f, m.c.db, &m.c.r.sources,
	    pagecat_id(&m.c, "machine-learning-engineer"), "pay", &a, &e));
	for (size_t i = 0; i < m.d.n; i++) {
		const struct doc_table *t = m.d.block[i].table;

		for (size_t k = 0; t != NULL && t->ncols == 5 && k < t->ncells; k += 5)
			rows += strcmp(t->cell[k].text, "Pay") == 0 && t->cell[k + 1].ncites == 1;
	}
	assert_true(f.n > 5);
	assert_true(rows >= f.n);
	for (size_t i = 0; i < m.d.nsources; i++)
		for (size_t k = 0; k < i; k++)
			assert_ptr_not_equal(m.d.source[i], m.d.source[k]);
	arena_free(&a);
	end(&m);
}

/* Without a profile, of a thin role, of an occupation: something is said. */
static void
test_little(void **state)
{
	static const char *const roles[] = {"data-scientist", "machine-learning"};
	struct made m;

	(void)state;
	begin(&m, pagecat_small());
	for (size_t i = 0; i < COUNT(roles); i++) {
		const struct handout_ask ask = {
		    .role = {pagecat_id(&m.c, roles[i])}, .nroles = 1, .date = "2026-11-23"};

		for (int full = 0; full < 2; full++) {
			struct handout_ask both = ask;

			both.full = full != 0;
			doc_free(&m.d);
			buf_clear(&m.text);
			assert_ok(handout_make(&m.d, &m.c.r, NULL, &both, &e));
			handout_write(&m.d, HANDOUT_TXT, &m.text);
			check_txt(m.text.data);
		}
	}
	end(&m);
}

static void
test_national(void **state)
{
	struct seen *s = mem_zero(1, sizeof *s);
	struct made m;

	(void)state;
	begin(&m, national_bundled());
	put(&m, "roles", "registered-nurses");
	put(&m, "roles", "plumbers");
	make(&m, HANDOUT_HTML, true);
	check_html(m.text.data, s);
	make(&m, HANDOUT_TXT, false);
	check_txt(m.text.data);
	end(&m);
	free(s);
}

static void
test_formats(void **state)
{
	enum handout_format f;
	char date[HANDOUT_DATE];

	(void)state;
	assert_ok(handout_format_of("a/b.c/plan.HTML", &f, &e));
	assert_int_equal(f, HANDOUT_HTML);
	assert_ok(handout_format_of("plan.md", &f, &e));
	assert_int_equal(f, HANDOUT_MD);
	assert_false(handout_format_of("a.html/plan", &f, &e));
	assert_int_equal(e.code, ERR_USAGE);
	setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
	handout_today(date);
	assert_string_equal(date, "2001-09-09");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_html),
	    cmocka_unit_test(test_txt),
	    cmocka_unit_test(test_md),
	    cmocka_unit_test(test_every_figure),
	    cmocka_unit_test(test_little),
	    cmocka_unit_test(test_national),
	    cmocka_unit_test(test_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
