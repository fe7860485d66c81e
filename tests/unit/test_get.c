/* What comes into the cache is what its feed says; a page in place of a file is not. */
#include "career/base/file.h"
#include "career/build/get.h"
#include "check.h"
#include "server.h"
#include "temp.h"
#include "workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define TABLE                                                                                      \
	"CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n"                                      \
	"30.7001,Data Science,15-2051,Data Scientists\n"

static const struct fetch_times quick = {
    .connect_ms = 5000, .stall_ms = 5000, .stall_bytes = 1, .total_ms = 20000};

static struct {
	char *dir;
	char zip[300], book[300], address[5][200];
	struct server *server;
	struct get_want want;
	struct get_got got;
	struct feed feed;
	struct err e;
} g;

/* A zip with a table, another table in a folder, and something else. */
static void
write_zip(const char *path)
{
	static const struct {
		const char *name, *text;
	} members[] = {
	    {"a/links_M2020.csv", TABLE}, {"notes.txt", "notes"}, {"b/other.csv", "x\n"}};
	zip_t *z = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	assert_non_null(z);
	for (size_t i = 0; i < COUNT(members); i++)
		assert_true(zip_file_add(z, members[i].name,
				zip_source_buffer(z, members[i].text, strlen(members[i].text), 0),
				ZIP_FL_ENC_UTF_8)
		    >= 0);
	assert_int_equal(zip_close(z), 0);
}

static int
setup(void **state)
{
	static const struct worksheet sheet = {"CIP-SOC",
	    "CIP2020Code|CIP2020Title|SOC2018Code|SOC2018Title\n"
	    "30.7001|Data Science|15-2051|Data Scientists\n"};

	(void)state;
	memset(&g, 0, sizeof g);
	g.dir = temp_dir();
	snprintf(g.zip, sizeof g.zip, "%s/made.zip", g.dir);
	snprintf(g.book, sizeof g.book, "%s/made.xlsx", g.dir);
	write_zip(g.zip);
	workbook_write(g.book, &sheet, 1);
	g.server = server_start(
	    (const struct served[]){
		{.path = "/links.csv", .body = TABLE, .does = SERVE_CONDITIONS, .etag = "\"1\""},
		{.path = "/cut.csv",
		    .body = TABLE,
		    .does = SERVE_CUT | SERVE_RANGES,
		    .etag = "\"1\""},
		{.path = "/page.csv", .body = "\n<!DOCTYPE html><title>moved</title>"},
		{.path = "/other.csv", .body = "a,b\n1,2\n"},
		{.path = "/binary.csv", .body = "CIP2020Code\0\0\0,CIP2020Title", .len = 27},
		{.path = "/made.zip", .file = g.zip},
		{.path = "/made", .file = g.book},
		{.path = "/text.zip", .body = "no zip at all"},
		{.path = "/damaged.zip", .body = "PK\3\4 and then nothing that a zip has"},
	    },
	    9);
	g.want = (struct get_want){.cache = g.dir, .agent = "career/test", .times = &quick};
	g.feed = (struct feed){
	    .name = "links", .kind = "crosswalk", .page = "https://page.example/", .by_hand = NULL};
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	get_free(&g.got);
	server_stop(g.server);
	temp_remove(g.dir);
	return 0;
}

static void
add(const char *path, const char *content, const char *member)
{
	struct feed_file *f = &g.feed.file[g.feed.nfiles];

	f->address = g.address[g.feed.nfiles];
	snprintf(
	    g.address[g.feed.nfiles++], sizeof *g.address, "%s%s", server_address(g.server), path);
	f->most = 100000;
	f->member = member;
	for (size_t i = 0; i < nfeed_contents; i++)
		if (strcmp(feed_contents[i].name, content) == 0)
			f->content = &feed_contents[i];
}

static bool
get(void)
{
	get_free(&g.got);
	return get_feed(&g.want, &g.feed, &g.got, &g.e);
}

static void
assert_got(size_t i, const char *path)
{
	char want[400];

	snprintf(want, sizeof want, "%s/links/%s", g.dir, path);
	assert_true(g.got.npaths > i);
	assert_string_equal(g.got.path[i], want);
	assert_true(file_exists(want));
}

/* --- tests ----------------------------------------------------------------------------------- */

static void
test_files(void **state)
{
	(void)state;
	add("/links.csv", "csv", NULL);
	add("/cut.csv", "csv", NULL);
	add("/made", "xlsx", NULL);
	add("/made.zip?key=secret", "zip", NULL);
	if (!get())
		fail_msg("%s", g.e.text);
	assert_int_equal(g.got.npaths, 4);
	assert_got(0, "links.csv");
	assert_got(1, "cut.csv");
	assert_got(2, "made.xlsx");
	assert_got(3, "made.zip");
	assert_int_equal(g.got.resumed, 1);
	assert_int_equal(g.got.unchanged, 0);
	assert_true(g.got.bytes > 2 * strlen(TABLE));
	if (!get())
		fail_msg("%s", g.e.text);
	assert_int_equal(g.got.unchanged, 1);
}

static void
test_member(void **state)
{
	(void)state;
	add("/made.zip", "zip", "links_M*.csv");
	if (!get())
		fail_msg("%s", g.e.text);
	assert_int_equal(g.got.npaths, 1);
	assert_got(0, "links_M2020.csv");
	g.feed.file[0].member = "natsector_*";
	assert_false(get());
	assert_contains(g.e.text, "there is no natsector_* in it");
	g.feed.file[0].member = "other.csv";
	assert_false(get());
	assert_contains(g.e.text, "not of the set crosswalk");
}

static void
test_wrong_content(void **state)
{
	static const struct {
		const char *path, *content, *wrong;
	} cases[] = {
	    {"/page.csv", "csv", "a web page came, not a table"},
	    {"/page.csv", "zip", "a web page came, not a zip"},
	    {"/other.csv", "csv", "what came is not of the set crosswalk"},
	    {"/binary.csv", "csv", "what came is not a table"},
	    {"/text.zip", "zip", "what came is not a zip"},
	    {"/damaged.zip", "zip", "damaged.zip"},
	    {"/gone.csv", "csv", "no such file (any more)"},
	};
	char path[400];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		memset(g.feed.file, 0, sizeof g.feed.file);
		g.feed.nfiles = 0;
		add(cases[i].path, cases[i].content, NULL);
		assert_false(get());
		assert_contains(g.e.text, cases[i].wrong);
		snprintf(path, sizeof path, "%s/links%s", g.dir, cases[i].path);
		assert_false(file_exists(path));
	}
}

/* What is right stays for the next call. */
static void
test_one_of_two(void **state)
{
	char path[400];

	(void)state;
	add("/links.csv", "csv", NULL);
	add("/page.csv", "csv", NULL);
	assert_false(get());
	snprintf(path, sizeof path, "%s/links/links.csv", g.dir);
	assert_true(file_exists(path));
}

static void
test_by_hand(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	g.feed.by_hand = "ask for it";
	assert_false(get());
	assert_contains(g.e.text, "no program can fetch it: ask for it");
	get_by_hand(&g.feed, &out);
	assert_string_equal(
	    out.data, "https://page.example/, then `career import crosswalk FILE...`");
	buf_free(&out);
}

static bool
stop(void *ctx, const struct get_progress *p)
{
	(void)ctx;
	return p->feed == NULL;
}

static void
test_interrupted(void **state)
{
	(void)state;
	add("/links.csv", "csv", NULL);
	g.want.progress = stop;
	assert_false(get());
	assert_int_equal(g.e.code, ERR_INTERRUPTED);
}

static void
test_agent(void **state)
{
	static const struct {
		const char *contact, *end;
	} cases[] = {{NULL, ""}, {"", ""}, {"me@mail.example", " (me@mail.example)"},
	    {"a\r\nX-Other: 1", ""}, {"\303\244", ""}, {"a(b", ""}};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		buf_clear(&out);
		get_agent(cases[i].contact, &out);
		assert_int_equal(strncmp(out.data, "career/", 7), 0);
		assert_string_equal(out.data + strcspn(out.data, " "), cases[i].end);
	}
	buf_free(&out);
}

#define get_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    get_test(test_files),
	    get_test(test_member),
	    get_test(test_wrong_content),
	    get_test(test_one_of_two),
	    get_test(test_by_hand),
	    get_test(test_interrupted),
	    cmocka_unit_test(test_agent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
