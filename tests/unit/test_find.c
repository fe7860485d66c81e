/* One search over everything: groups, and frames that are lent instead of loaded twice. */
#include "career/model/find.h"

#include "check.h"
#include "pagecat.h"

#include <stdlib.h>

static struct db *db;
static struct find f;
static struct err e;

static int
setup(void **state)
{
	(void)state;
	db = pagecat_bundled();
	find_init(&f, db);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	find_free(&f);
	db_close(db);
	return 0;
}

static struct find_group *
group(const struct list *l)
{
	for (size_t i = 0; i < FIND_GROUPS; i++)
		if (f.group[i].list == l)
			return &f.group[i];
	fail_msg("no group of %s", l->name);
	return NULL;
}

static void
set(const char *text)
{
	assert_ok(find_set(&f, text, true, &e));
}

/* Keys of the first rows of a group. */
static void
keys(const struct list *l, struct buf *out)
{
	const struct find_group *g = group(l);

	buf_clear(out);
	for (uint32_t i = 0; i < find_count(g) && i < 20; i++) {
		view_key(&g->view, g->view.rows[i], out);
		buf_addc(out, '\n');
	}
}

static void
test_groups(void **state)
{
	struct buf title = BUF_INIT, beside = BUF_INIT;

	(void)state;
	set("data scientist");
	find_words(group(&list_roles), group(&list_roles)->view.rows[0], &title, &beside);
	assert_string_equal(title.data, "Data Scientist");
	assert_string_equal(beside.data, "Science, role");
	assert_true(find_total(&f) > find_count(group(&list_roles)));
	set("");
	assert_int_equal(find_total(&f), 0);
	set("   ");
	assert_int_equal(find_total(&f), 0);
	set("cost<20k");
	assert_true(find_count(group(&list_programs)) > 0);
	assert_true(group(&list_roles)->refused);
	assert_int_equal(find_count(group(&list_roles)), 0);
	buf_free(&title);
	buf_free(&beside);
}

/* What is found is the same, and nothing is loaded for it. */
static void
test_lent(void **state)
{
	static const struct list *const lent[] = {
	    &list_roles, &list_programs, &list_skills, &list_guide};
	static const char *const texts[] = {
	    "data", "science ma", "python", "cost<20k", "kind:role x"};
	struct frame frame[COUNT(lent)];
	struct view view;
	struct err why;
	struct buf own[COUNT(texts)][COUNT(lent)], now = BUF_INIT;

	(void)state;
	for (size_t t = 0; t < COUNT(texts); t++) {
		set(texts[t]);
		for (size_t i = 0; i < COUNT(lent); i++) {
			buf_init(&own[t][i]);
			keys(lent[i], &own[t][i]);
		}
	}
	for (size_t i = 0; i < COUNT(lent); i++) {
		assert_ok(listview_open(&frame[i], &view, lent[i], db, &why, &e));
		view_free(&view);
		find_lend(&f, lent[i], &frame[i]);
		assert_ptr_equal(group(lent[i])->frame, &frame[i]);
		assert_ptr_equal(group(lent[i])->view.frame, &frame[i]);
	}
	for (size_t t = 0; t < COUNT(texts); t++) {
		set(texts[t]);
		for (size_t i = 0; i < COUNT(lent); i++) {
			assert_ptr_equal(group(lent[i])->frame, &frame[i]);
			keys(lent[i], &now);
			assert_string_equal(now.data, own[t][i].data);
			buf_free(&own[t][i]);
		}
	}
	/* Taken back: it is loaded when next searched. */
	find_lend(&f, &list_roles, NULL);
	assert_false(group(&list_roles)->open);
	set("data");
	assert_ptr_equal(group(&list_roles)->frame, &group(&list_roles)->own);
	assert_true(find_count(group(&list_roles)) > 0);
	/* Lent again while it has one of its own. */
	find_lend(&f, &list_roles, &frame[0]);
	assert_ptr_equal(group(&list_roles)->frame, &frame[0]);
	set("data");
	find_free(&f);
	for (size_t i = 0; i < COUNT(lent); i++) {
		assert_true(frame[i].rows > 0);
		assert_true(frame[i].cols != NULL);
		frame_free(&frame[i]);
	}
	buf_free(&now);
}

/* Facets are nobody's: a search counts none. A list that is no group changes nothing. */
static void
test_without_facets(void **state)
{
	struct frame frame;
	struct view view;
	struct err why;

	(void)state;
	set("data");
	for (size_t i = 0; i < FIND_GROUPS; i++)
		assert_int_equal(f.group[i].view.scan.nfacets, 0);
	assert_ok(listview_open(&frame, &view, &list_sources, db, &why, &e));
	find_lend(&f, &list_sources, &frame);
	set("data");
	for (size_t i = 0; i < FIND_GROUPS; i++)
		assert_true(f.group[i].frame != &frame);
	view_free(&view);
	frame_free(&frame);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_groups, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_lent, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_without_facets, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
