/* The table of publishers' addresses: the one that the program carries, and what is wrong with others. */
#include "career/base/embedded.h"
#include "career/base/file.h"
#include "career/build/feeds.h"
#include "career/build/import.h"
#include "career/import/fetch.h"
#include "check.h"
#include "temp.h"

#include <stdio.h>
#include <stdlib.h>

static struct feeds feeds;
static struct err e;

/* --- the program's own ----------------------------------------------------------------------- */

static void
check_file(const struct feed *f, const struct feed_file *file)
{
	struct buf name = BUF_INIT;

	if (strncmp(file->address, "https://", 8) != 0 || strchr(file->address, '?') != NULL)
		fail_msg("%s: %s", f->name, file->address);
	assert_non_null(file->content);
	assert_true(file->least > 0);
	assert_true(file->most >= file->least);
	fetch_name(file->address, &name);
	assert_true(name.len > 0);
	/* Files of one feed lie in one folder. */
	for (const struct feed_file *o = f->file; o < file; o++) {
		struct buf other = BUF_INIT;

		fetch_name(o->address, &other);
		assert_string_not_equal(name.data, other.data);
		buf_free(&other);
	}
	buf_free(&name);
}

static void
test_built_in(void **state)
{
	const char *text = embedded_text("data/feeds.yaml");

	(void)state;
	assert_non_null(text);
	assert_ok(feeds_read(&feeds, "data/feeds.yaml", text, strlen(text), &e));
	for (size_t i = 0; i < feeds.n; i++) {
		const struct feed *f = &feeds.feed[i];

		assert_true(f->group[0] != '\0');
		for (size_t k = 0; k < f->nfiles; k++)
			check_file(f, &f->file[k]);
	}
	for (size_t i = 0; i < nimporters; i++)
		if (importers[i] != NULL && feeds_named(&feeds, importers[i]->kind) == 0)
			fail_msg("no feed for %s", importers[i]->kind);
	feeds_free(&feeds);
}

static void
test_names(void **state)
{
	const char *text = embedded_text("data/feeds.yaml");
	uint64_t us, all;

	(void)state;
	assert_ok(feeds_read(&feeds, "data/feeds.yaml", text, strlen(text), &e));
	us = feeds_named(&feeds, "us");
	all = feeds_named(&feeds, "all");
	assert_true((us & feeds_named(&feeds, "onet")) != 0);
	assert_true((us & feeds_named(&feeds, "esco")) == 0);
	assert_true((feeds_named(&feeds, "eu") & feeds_named(&feeds, "esco")) != 0);
	assert_true((all & us) == us && all != us);
	assert_int_equal(feeds_named(&feeds, "zebra"), 0);
	assert_int_equal(feeds_named(&feeds, ""), 0);
	assert_string_equal(feeds_nearest(&feeds, "scorcard"), "scorecard");
	feeds_free(&feeds);
}

/* --- the person's ---------------------------------------------------------------------------- */

#define HEAD                                                                                       \
	"feeds:\n  mine:\n    title: Mine\n    kind: jobs\n    publisher: Me\n"                    \
	"    page: https://me.example/\n    licence: none\n"
#define FILES HEAD "    files:\n"
#define ENTRY "      - {address: 'https://me.example/a.csv', content: csv, most: 1k}\n"

static void
test_own(void **state)
{
	static const char text[] = FILES "      - address: http://127.0.0.1:80/a.zip\n"
					 "        content: zip\n        member: '*.csv'\n"
					 "        least: 10\n        most: 2.5m\n" ENTRY;
	char *dir = temp_dir();
	char folder[300];

	(void)state;
	snprintf(folder, sizeof folder, "%s/career", dir);
	assert_ok(file_make_dirs(folder, &e));
	setenv("XDG_CONFIG_HOME", dir, 1);
	assert_ok(feeds_load(&feeds, &e));
	assert_true(feeds.n > 1);
	feeds_free(&feeds);
	temp_write(temp_path(folder, "feeds.yaml"), text, strlen(text));
	assert_ok(feeds_load(&feeds, &e));
	assert_int_equal(feeds.n, 1);
	assert_string_equal(feeds.feed[0].name, "mine");
	assert_string_equal(feeds.feed[0].group, "");
	assert_int_equal(feeds.feed[0].nfiles, 2);
	assert_string_equal(feeds.feed[0].file[0].member, "*.csv");
	assert_int_equal(feeds.feed[0].file[0].least, 10);
	assert_int_equal(feeds.feed[0].file[0].most, 2500000);
	assert_null(feeds.feed[0].file[1].member);
	feeds_free(&feeds);
	temp_write(temp_path(folder, "feeds.yaml"), "feeds: 7", 8);
	assert_false(feeds_load(&feeds, &e));
	assert_contains(e.text, "feeds.yaml:1:1: `feeds:` was expected");
	feeds_free(&feeds);
	unsetenv("XDG_CONFIG_HOME");
	temp_remove(dir);
}

static void
test_mistakes(void **state)
{
	static const struct {
		const char *text, *wrong;
	} cases[] = {
	    {"[]", "x:1:1: `feeds:` was expected"},
	    {"feed: {}", "x:1:1: `feeds:` was expected"},
	    {"feeds: {Big: {}}", "x:1:9: 'Big': small letters"},
	    {"feeds: {../etc: {}}", "small letters, digits and - were expected"},
	    {"feeds: {a: 7}", "a feed was expected"},
	    {"feeds: {a: {titel: x}}", "x:1:13: 'titel': a feed has no such key"},
	    {"feeds: {a: {address: x}}", "'address': a feed has no such key"},
	    {"feeds: {a: {title: []}}", "x:1:20: a text was expected"},
	    {"feeds: {a: {title: ''}}", "a text was expected"},
	    {"feeds: {a: {kind: zebra}}", "no importer is called so"},
	    {"feeds: {a: {page: 'http://a.example/'}}", "begins with https:// was expected"},
	    {"feeds: {a: {title: x}}", "x:1:12: the key 'kind' is missing"},
	    {HEAD, "either 'files' or 'by-hand'"},
	    {HEAD "    by-hand: ask\n    files:\n" ENTRY, "either 'files' or 'by-hand'"},
	    {HEAD "    files: []\n", "a list of one to 8 files"},
	    {FILES ENTRY ENTRY ENTRY ENTRY ENTRY ENTRY ENTRY ENTRY ENTRY,
		"a list of one to 8 files"},
	    {FILES "      - 7\n", "a file was expected"},
	    {FILES "      - {title: x}\n", "'title': a file has no such key"},
	    {FILES "      - {content: csv}\n", "the key 'address' is missing"},
	    {FILES "      - {content: pdf}\n", "zip, xlsx, csv or text was expected"},
	    {FILES "      - {most: much}\n", "a number of bytes was expected"},
	    {FILES "      - {most: -1}\n", "a number of bytes was expected"},
	    {FILES "      - {most: 5e9}\n", "a number of bytes was expected"},
	    {FILES "      - {address: 'ftp://a.example/a'}\n", "begins with https://"},
	    {FILES "      - {address: 'https://a.example/', content: csv, least: 2k, most: 1k}\n",
		"'least' is more than 'most'"},
	    {FILES "      - {address: 'https://a.example/', content: csv, most: 1k, member: x}\n",
		"'member' is for a zip"},
	    {HEAD "    by-hand: ask\n    group: mine\n", "the name of a feed and of a group"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		if (feeds_read(&feeds, "x", cases[i].text, strlen(cases[i].text), &e))
			fail_msg("taken: %s", cases[i].text);
		assert_contains(e.text, cases[i].wrong);
		assert_int_equal(e.code, ERR_USAGE);
		feeds_free(&feeds);
	}
}

static void
test_none(void **state)
{
	(void)state;
	assert_ok(feeds_read(&feeds, "x", "", 0, &e));
	assert_int_equal(feeds.n, 0);
	assert_int_equal(feeds_named(&feeds, "all"), 0);
	feeds_free(&feeds);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_built_in),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_mistakes),
	    cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
