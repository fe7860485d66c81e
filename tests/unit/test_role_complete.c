/*
 * Nothing that the packs say of a role is missing on its page: each row of the catalog that names a role has
 * its line, on that role's page and on the pages of the roles that a specialization serves.
 */
#include "career/page/pages.h"
#include "check.h"
#include "pagecat.h"

#include <stdio.h>

static struct pagecat c;

static int
setup(void **state)
{
	(void)state;
	pagecat_init(&c, pagecat_bundled());
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	pagecat_free(&c);
	return 0;
}

/* Rows by the role on whose page they belong: role id, key of the anchor. */
static const char rows[] =
    "WITH said(role_id, anchor) AS ("
    " SELECT about_id, id || '' FROM figure_row WHERE about_kind = 'role'"
    " UNION ALL SELECT role_id, 'role_skill:' || id FROM role_skill"
    " UNION ALL SELECT role_id, 'requirement:' || id FROM requirement"
    " UNION ALL SELECT about_id, 'factor:' || id FROM factor WHERE about_kind = 'role'"
    " UNION ALL SELECT role_id, 'industry:' || id FROM industry"
    " UNION ALL SELECT role_id, 'prediction:' || id FROM prediction"
    " UNION ALL SELECT about_id, 'claim:' || id FROM claim WHERE about_kind = 'role'"
    " UNION ALL SELECT about_id, 'guide:' || id FROM guide WHERE about_kind = 'role'"
    " UNION ALL SELECT about_id, 'listing:' || id FROM listing WHERE about_kind = 'role'"
    " UNION ALL SELECT role_id, 'ladder:' || id FROM ladder)"
    /* Pay that a source states is not borrowed where the role's own figures stand for it. */
    " SELECT s.role_id, x.anchor FROM said x JOIN served s ON s.id = x.role_id"
    " WHERE NOT s.borrowed OR x.anchor GLOB '*:*'"
    " UNION ALL SELECT role_id, 'day_share:' || id FROM day_share"
    " UNION ALL SELECT role_id, 'day_part:' || id FROM day_part"
    " UNION ALL SELECT role_id, 'contrast:' || id FROM contrast"
    " UNION ALL SELECT role_id, 'mention:' || id FROM mention"
    " UNION ALL SELECT role_id, 'nearest:' || id FROM nearest"
    " UNION ALL SELECT occupation_id, 'nearest:' || id FROM nearest"
    " UNION ALL SELECT from_id, 'transition:' || id FROM transition"
    " UNION ALL SELECT to_id, 'transition:' || id FROM transition"
    " UNION ALL SELECT about_id, 'card:' || id FROM card WHERE about_kind = 'role'"
    " UNION ALL SELECT v.role_id, 'programs field:\"' || v.field || '\"' FROM relevance v"
    " UNION ALL SELECT r.id, 'route:' || t.id FROM route t, json_each(t.leads_to) j"
    "   JOIN role r ON r.slug = j.value"
    " ORDER BY 1";

/* All anchors of a role's sections, each as a line. */
static void
collect(int64_t role, struct buf *out)
{
	buf_clear(out);
	buf_addc(out, '\n');
	for (int s = 0; s < ROLE_SECTIONS; s++) {
		pagecat_page(&c, 100, false);
		c.p.opts.screen = c.p.opts.details = true;
		if (!page_role(&c.p, &c.r, role, (enum role_section)s, LEVEL_ENTRY, &c.e))
			fail_msg("%s", c.e.text);
		for (size_t i = 0; i < c.p.nlines; i++)
			for (size_t k = 0; k < c.p.lines[i].nanchors; k++)
				buf_addf(out, "%s\n", c.p.lines[i].anchors[k].key);
	}
}

static void
test_complete(void **state)
{
	struct stmt *st = db_prepare(c.db, rows, &c.e);
	struct buf anchors = BUF_INIT, key = BUF_INIT, missing = BUF_INIT;
	int64_t role = 0;
	size_t n = 0;

	(void)state;
	assert_non_null(st);
	for (; stmt_step(st, &c.e) == 1; n++) {
		if (stmt_int(st, 0) != role)
			collect(role = stmt_int(st, 0), &anchors);
		buf_clear(&key);
		buf_addf(&key, "\n%s\n", stmt_str(st, 1));
		if (strstr(anchors.data, key.data) == NULL && missing.len < 2000)
			buf_addf(&missing, "role %lld: %s\n", (long long)role, stmt_str(st, 1));
	}
	stmt_finalize(st);
	if (missing.len > 0)
		fail_msg("%s", missing.data);
	assert_true(n > 1000);
	buf_free(&anchors);
	buf_free(&key);
	buf_free(&missing);
}

/* Every role has a summary, a kind and a family, and says what nobody states. */
static void
test_says_something(void **state)
{
	struct stmt *st = db_prepare(c.db, "SELECT id, slug, family FROM role", &c.e);

	(void)state;
	assert_non_null(st);
	while (stmt_step(st, &c.e) == 1)
		for (int s = 0; s < ROLE_SECTIONS; s++) {
			const char *text;

			pagecat_page(&c, 80, false);
			assert_true(page_role(
			    &c.p, &c.r, stmt_int(st, 0), (enum role_section)s, LEVEL_ENTRY, &c.e));
			text = pagecat_text(&c, true);
			if (strlen(text) < 10)
				fail_msg("%s: %s is empty", stmt_str(st, 1),
				    role_section_name((enum role_section)s));
			if (s == ROLE_SUMMARY)
				assert_contains(text, stmt_str(st, 2));
			if (strstr(text, "\342\200\246") != NULL)
				fail_msg("%s: %s has a text that is cut", stmt_str(st, 1),
				    role_section_name((enum role_section)s));
		}
	stmt_finalize(st);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_complete, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_says_something, setup, teardown),
	};

	return cmocka_run_group_tests_name("role_complete", tests, NULL, NULL);
}
