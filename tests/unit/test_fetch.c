/* A file comes whole or not at all, from where it was cut, and nothing that a server does has no end. */
#include "career/base/file.h"
#include "career/import/fetch.h"
#include "check.h"
#include "server.h"
#include "temp.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SIZE = 1 << 20, LEAST = 10, MOST = 2 << 20 };

static const struct fetch_times quick = {
    .connect_ms = 5000, .stall_ms = 20000, .stall_bytes = 1, .total_ms = 20000};

static struct {
	char *dir;
	char path[300], part[300], tag[310], body[SIZE], address[200];
	struct server *server;
	struct fetch_want want;
	struct fetch_result result;
	struct err e;
	unsigned told;
} g;

static int
setup(void **state)
{
	(void)state;
	memset(&g, 0, sizeof g);
	g.dir = temp_dir();
	snprintf(g.path, sizeof g.path, "%s/whole.zip", g.dir);
	snprintf(g.part, sizeof g.part, "%s/coming.zip", g.dir);
	snprintf(g.tag, sizeof g.tag, "%s.tag", g.part);
	for (size_t i = 0; i < SIZE; i++)
		g.body[i] = (char)(i * 7 + i / 256);
	g.want = (struct fetch_want){
	    .address = g.address,
	    .path = g.path,
	    .part = g.part,
	    .agent = "career/test",
	    .least = LEAST,
	    .most = MOST,
	    .times = &quick,
	};
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	server_stop(g.server);
	temp_remove(g.dir);
	return 0;
}

static void
serve(const struct served *rows, size_t n)
{
	server_stop(g.server);
	g.server = server_start(rows, n);
}

static bool
fetch(const char *path)
{
	snprintf(g.address, sizeof g.address, "%s%s", server_address(g.server), path);
	return fetch_file(&g.want, &g.result, &g.e);
}

static bool
fetch_row(struct served row)
{
	row.path = row.path != NULL ? row.path : "/a.zip";
	if (row.body == NULL && row.status == 0) {
		row.body = g.body;
		row.len = SIZE;
	}
	serve(&row, 1);
	return fetch(row.path);
}

#define assert_fetched(call)                                                                       \
	do {                                                                                       \
		if (!(call))                                                                       \
			fail_msg("%s: %s", #call, g.e.text);                                       \
	} while (0)

static void
assert_whole(const char *bytes, size_t len)
{
	size_t n;
	char *got = temp_read(g.path, &n);

	assert_int_equal(n, len);
	assert_memory_equal(got, bytes, len);
	assert_false(file_exists(g.part));
	assert_int_equal(g.result.size, len);
	free(got);
}

static void
assert_failed(bool ok, const char *words)
{
	assert_false(ok);
	assert_contains(g.e.text, words);
	assert_false(file_exists(g.path));
}

/* --- what goes well -------------------------------------------------------------------------- */

static void
test_whole(void **state)
{
	struct stat st;

	(void)state;
	assert_fetched(fetch_row((struct served){.etag = "\"one\""}));
	assert_whole(g.body, SIZE);
	assert_int_equal(g.result.how, FETCH_WHOLE);
	assert_int_equal(stat(g.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_string_equal(server_log(g.server), "GET /a.zip [] [] [] [] [career/test]\n");
}

/* The end of the connection is the end of the file. */
static void
test_no_length(void **state)
{
	(void)state;
	assert_fetched(fetch_row((struct served){.does = SERVE_NO_LENGTH}));
	assert_whole(g.body, SIZE);
}

static void
test_unchanged(void **state)
{
	const struct served row = {
	    "/a.zip", SERVE_CONDITIONS, 0, NULL, g.body, SIZE, NULL, "\"one\"", NULL};
	const struct served other = {
	    "/a.zip", SERVE_CONDITIONS, 0, NULL, g.body, SIZE / 2, NULL, "\"two\"", NULL};

	(void)state;
	serve(&row, 1);
	assert_fetched(fetch("/a.zip"));
	server_log(g.server);
	assert_fetched(fetch("/a.zip"));
	assert_string_equal(server_log(g.server), "GET /a.zip [] [] [\"one\"] [] [career/test]\n");
	assert_int_equal(g.result.how, FETCH_UNCHANGED);
	assert_whole(g.body, SIZE);
	serve(&other, 1);
	/* Another address: what is known is of another file. */
	assert_fetched(fetch("/a.zip"));
	assert_contains(server_log(g.server), "GET /a.zip [] [] [] []");
	assert_int_equal(g.result.how, FETCH_WHOLE);
	assert_whole(g.body, SIZE / 2);
}

static void
test_redirects(void **state)
{
	const struct served rows[] = {
	    {.path = "/1", .status = 301, .location = "*/2"},
	    {.path = "/2", .status = 302, .location = "/3", .body = "moved"},
	    {.path = "/3", .status = 303, .location = "4"},
	    {.path = "/4", .status = 307, .location = "*/5"},
	    {.path = "/5", .status = 308, .location = "*/a.zip"},
	    {.path = "/0", .status = 301, .location = "*/1"},
	    {.path = "/a.zip", .body = g.body, .len = SIZE},
	    {.path = "/loop", .status = 302, .location = "/loop"},
	};

	(void)state;
	serve(rows, COUNT(rows));
	assert_fetched(fetch("/1"));
	assert_whole(g.body, SIZE);
	unlink(g.path);
	assert_failed(fetch("/0"), "more than 5");
	assert_failed(fetch("/loop"), "one redirect after the other");
}

/* --- going on -------------------------------------------------------------------------------- */

/* Half of it comes, then the rest. */
static void
test_resumed_at_once(void **state)
{
	(void)state;
	assert_fetched(
	    fetch_row((struct served){.does = SERVE_CUT | SERVE_RANGES, .etag = "\"one\""}));
	assert_whole(g.body, SIZE);
	assert_int_equal(g.result.how, FETCH_RESUMED);
	assert_string_equal(server_log(g.server),
	    "GET /a.zip [] [] [] [] [career/test]\n"
	    "GET /a.zip [bytes=524288-] [\"one\"] [] [] [career/test]\n");
}

/* What an earlier call left: `len` bytes of what the server had as `etag`. */
static void
leave_part(size_t len, const char *etag, const char *modified)
{
	char text[600];

	temp_write(g.part, g.body, len);
	snprintf(text, sizeof text, "%s/a.zip\n%s\n%s\n", server_address(g.server), etag, modified);
	temp_write(g.tag, text, strlen(text));
}

static void
test_resumed_later(void **state)
{
	const char day[] = "Mon, 02 Feb 2026 10:00:00 GMT";
	const struct served rows[] = {
	    {"/a.zip", SERVE_RANGES, 0, NULL, g.body, SIZE, NULL, NULL, day}};

	(void)state;
	serve(rows, 1);
	leave_part(1000, "", day);
	assert_fetched(fetch("/a.zip"));
	assert_whole(g.body, SIZE);
	assert_int_equal(g.result.how, FETCH_RESUMED);
	assert_contains(
	    server_log(g.server), "[bytes=1000-] [Mon, 02 Feb 2026 10:00:00 GMT] [] []");
}

/* The server has another version by now, or knows nothing of ranges: all of it comes. */
static void
test_begun_anew(void **state)
{
	const struct served rows[] = {
	    {"/a.zip", SERVE_RANGES, 0, NULL, "another version, shorter", 0, NULL, "\"two\"", NULL},
	    {"/b.zip", 0, 0, NULL, "no ranges here", 0, NULL, "\"one\"", NULL}};

	(void)state;
	serve(rows, 2);
	leave_part(1000, "\"one\"", "");
	assert_fetched(fetch("/a.zip"));
	assert_whole(rows[0].body, strlen(rows[0].body));
	assert_int_equal(g.result.how, FETCH_WHOLE);
	assert_contains(server_log(g.server), "[bytes=1000-] [\"one\"]");
	leave_part(1000, "", "");
	assert_fetched(fetch("/a.zip"));
	assert_contains(server_log(g.server), "GET /a.zip [] [] [] []");
	leave_part(1000, "\"one\"", "");
	assert_fetched(fetch("/b.zip"));
	assert_whole(rows[1].body, strlen(rows[1].body));
}

/* More is there than the file has, and a part that was not asked for: both begin anew. */
static void
test_wrong_ranges(void **state)
{
	const struct served rows[] = {
	    {"/a.zip", SERVE_RANGES, 0, NULL, "a short version", 0, NULL, "\"one\"", NULL}};
	const struct served wrong[] = {{"/a.zip", SERVE_RANGES | SERVE_WRONG_RANGE, 0, NULL, g.body,
	    SIZE, NULL, "\"one\"", NULL}};

	(void)state;
	serve(rows, 1);
	leave_part(1000, "\"one\"", "");
	assert_fetched(fetch("/a.zip"));
	assert_whole(rows[0].body, strlen(rows[0].body));
	serve(wrong, 1);
	leave_part(1000, "\"one\"", "");
	assert_fetched(fetch("/a.zip"));
	assert_whole(g.body, SIZE);
	assert_int_equal(g.result.how, FETCH_WHOLE);
}

/* A server that cuts and knows no ranges is not asked for ever; what came stays. */
static void
test_cut_for_good(void **state)
{
	struct stat st;
	size_t asked = 0;

	(void)state;
	assert_failed(fetch_row((struct served){.does = SERVE_CUT, .etag = "\"one\""}), "cut");
	assert_contains(g.e.text, "524,288 bytes are there");
	for (const char *s = server_log(g.server); (s = strstr(s, "GET ")) != NULL; s++)
		asked++;
	assert_in_range(asked, 1, 3);
	assert_int_equal(stat(g.part, &st), 0);
	assert_int_equal(st.st_size, SIZE / 2);
	assert_failed(
	    fetch_row((struct served){.path = "/b.zip", .does = SERVE_CUT_AT_ONCE}), "cut");
	assert_false(file_exists(g.part));
	assert_failed(fetch_row((struct served){
			  .path = "/c.zip", .does = SERVE_DRIP | SERVE_RANGES, .etag = "\"1\""}),
	    "3,000 bytes are there");
}

/* --- what does not come ---------------------------------------------------------------------- */

static void
test_status(void **state)
{
	static const struct {
		int status;
		const char *words;
	} cases[] = {{404, "has no such file (any more) (status 404)"}, {403, "refuses it"},
	    {429, "fewer requests"}, {500, "in trouble"}, {204, "does not give"},
	    {418, "does not give"}, {301, "does not give"}};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_failed(fetch_row((struct served){.status = cases[i].status,
				  .body = cases[i].status == 204 ? "" : "<html>sorry</html>"}),
		    cases[i].words);
		assert_int_equal(g.result.status, cases[i].status);
		assert_int_equal(g.e.code, ERR_DATA);
		assert_false(file_exists(g.part));
	}
}

static void
test_redirects_refused(void **state)
{
	static const char *const to[] = {"http://example.org/a.zip", "ftp://127.0.0.1/a.zip",
	    "file:///etc/passwd", "http://127.0.0.1.example.org/a.zip", "http://128.0.0.1/a.zip",
	    "http://user:secret@192.0.2.1/?key=secret"};

	(void)state;
	for (size_t i = 0; i < COUNT(to); i++) {
		assert_failed(fetch_row((struct served){.status = 302, .location = to[i]}),
		    "which is not https");
		assert_null(strstr(g.e.text, "secret"));
	}
	/* https is gone to: there nobody speaks it. */
	assert_failed(
	    fetch_row((struct served){.status = 302, .location = "https://127.0.0.1:9/x"}),
	    "led to https://127.0.0.1:9/x");
}

static void
test_sizes(void **state)
{
	(void)state;
	g.want.most = SIZE - 1;
	assert_failed(fetch_row((struct served){0}), "more than the 1,048,575 bytes");
	assert_false(file_exists(g.part));
	assert_failed(
	    fetch_row((struct served){.does = SERVE_NO_LENGTH}), "more than the 1,048,575");
	g.want.most = MOST;
	assert_failed(fetch_row((struct served){.does = SERVE_ENDLESS}), "more than the 2,097,152");
	assert_false(file_exists(g.part));
	assert_failed(fetch_row((struct served){.body = "tiny"}), "only 4 bytes came");
	assert_failed(fetch_row((struct served){.does = SERVE_NO_LENGTH, .body = "", .len = 0}),
	    "only 0 bytes came");
	assert_failed(fetch_row((struct served){.does = SERVE_HEADERS}), "no end");
}

/* Bytes that stop coming, and none at all. */
static void
test_too_slow(void **state)
{
	static const struct fetch_times
	    stalls = {.connect_ms = 5000, .stall_ms = 400, .stall_bytes = 1000, .total_ms = 20000},
	    ends = {.connect_ms = 5000, .stall_ms = 20000, .stall_bytes = 1, .total_ms = 500};

	(void)state;
	g.want.times = &stalls;
	assert_failed(
	    fetch_row((struct served){.does = SERVE_STALL, .etag = "\"one\""}), "too slow");
	assert_contains(g.e.text, "524,288 bytes are there");
	assert_failed(
	    fetch_row((struct served){.path = "/b.zip", .does = SERVE_SILENT}), "no answer");
	g.want.times = &ends;
	assert_failed(fetch_row((struct served){.path = "/b.zip", .does = SERVE_SILENT}),
	    "no answer in time");
	assert_failed(
	    fetch_row((struct served){.path = "/c.zip", .does = SERVE_STALL}), "not done in time");
}

static bool
stop(void *ctx, uint64_t at, uint64_t size)
{
	(void)ctx;
	(void)size;
	g.told++;
	return at < SIZE / 4;
}

static void
test_interrupted(void **state)
{
	(void)state;
	g.want.progress = stop;
	assert_failed(
	    fetch_row((struct served){.does = SERVE_STALL, .etag = "\"one\""}), "interrupted");
	assert_int_equal(g.e.code, ERR_INTERRUPTED);
	assert_true(g.told > 0);
	assert_true(file_exists(g.part));
}

static bool
refuse(void *ctx, const char *part, struct err *e)
{
	(void)ctx;
	assert_true(file_exists(part));
	return err_set(e, ERR_DATA, "not what it says");
}

/* An earlier file stays when the new one is not right. */
static void
test_refused(void **state)
{
	size_t len;
	char *kept;

	(void)state;
	g.want.check = refuse;
	assert_failed(fetch_row((struct served){0}), "not what it says");
	assert_contains(g.e.text, "/a.zip: not what");
	assert_false(file_exists(g.part));
	temp_write(g.path, "the old one", 11);
	assert_false(fetch_row((struct served){0}));
	kept = temp_read(g.path, &len);
	assert_int_equal(len, 11);
	free(kept);
}

/* What was refused, or never came, is not taken for the file that is there when the server has nothing newer. */
static void
test_not_unchanged(void **state)
{
	const unsigned ways[] = {SERVE_CONDITIONS, SERVE_CONDITIONS | SERVE_CUT_AT_ONCE};

	(void)state;
	for (size_t i = 0; i < COUNT(ways); i++) {
		const struct served rows[] = {
		    {"/a.zip", SERVE_ONCE, 0, NULL, g.body, SIZE, NULL, "\"good\"", NULL},
		    {"/a.zip", ways[i], 0, NULL, g.body, SIZE, NULL, "\"bad\"", NULL}};

		g.want.check = NULL;
		serve(rows, 2);
		assert_fetched(fetch("/a.zip"));
		g.want.check = refuse;
		assert_false(fetch("/a.zip"));
		assert_false(fetch("/a.zip"));
		assert_null(strstr(server_log(g.server), "[] [] [\"bad\"]"));
	}
}

/* Two at once do not write one file. */
static void
test_locked(void **state)
{
	FILE *f;

	(void)state;
	temp_write(g.part, "x", 1);
	f = fopen(g.part, "r");
	assert_non_null(f);
	assert_int_equal(flock(fileno(f), LOCK_SH), 0);
	assert_failed(fetch_row((struct served){0}), "another `career get`");
	fclose(f);
	assert_fetched(fetch_row((struct served){0}));
	assert_whole(g.body, SIZE);
	unlink(g.path);
	assert_int_equal(symlink("/etc/passwd", g.part), 0);
	assert_failed(fetch_row((struct served){0}), g.part);
}

/* What came before the disk was full stays; nothing is put in place. */
static void
test_disk_full(void **state)
{
	struct rlimit was, little;
	bool ok;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	little = was;
	little.rlim_cur = SIZE / 2;
	signal(SIGXFSZ, SIG_IGN);
	serve(&(struct served){.path = "/a.zip", .body = g.body, .len = SIZE}, 1);
	setrlimit(RLIMIT_FSIZE, &little);
	ok = fetch("/a.zip");
	setrlimit(RLIMIT_FSIZE, &was);
	assert_failed(ok, g.part);
	assert_fetched(fetch("/a.zip"));
	assert_whole(g.body, SIZE);
}

static void
test_nobody_there(void **state)
{
	(void)state;
	snprintf(g.address, sizeof g.address, "http://127.0.0.1:1/a.zip");
	assert_failed(fetch_file(&g.want, &g.result, &g.e), "http://127.0.0.1:1/a.zip: ");
	assert_int_equal(g.result.status, 0);
	assert_false(file_exists(g.part));
	g.want.path = "/nonexistent/a.zip";
	g.want.part = "/nonexistent/part";
	assert_failed(fetch_file(&g.want, &g.result, &g.e), "/nonexistent/part");
}

/* --- addresses ------------------------------------------------------------------------------- */

static void
test_addresses(void **state)
{
	static const char *const good[] = {"https://example.org/a.zip", "http://127.0.0.1:80/",
	    "http://localhost/x", "http://[::1]:8080/", "http://127.1.2.3/"},
				 *const bad[] = {"http://example.org/", "ftp://127.0.0.1/", "", "x",
				     "file:///etc/passwd", "http://127.0.0.1.org/",
				     "http://localhost.example.org/", "http://0.0.0.0/",
				     "http://[::2]/"};
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_ok(fetch_allowed(good[i], &e));
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (fetch_allowed(bad[i], &e))
			fail_msg("%s is allowed", bad[i]);
		assert_int_equal(e.code, ERR_USAGE);
	}
}

/* A server out there leads nobody to what this machine serves to itself. */
static void
test_ways(void **state)
{
	(void)state;
	assert_true(fetch_may_lead("https://a.example/", "https://b.example/"));
	assert_true(fetch_may_lead("http://127.0.0.1/", "https://b.example/"));
	assert_true(fetch_may_lead("http://127.0.0.1/", "http://127.0.0.2/"));
	assert_false(fetch_may_lead("https://a.example/", "http://127.0.0.1/"));
	assert_false(fetch_may_lead("https://a.example/", "http://a.example/"));
	assert_false(fetch_may_lead("https://a.example/", "ftp://a.example/"));
}

static void
test_names(void **state)
{
	static const struct {
		const char *address, *name, *shown;
	} cases[] = {
	    {"https://a.example/x/b-1_2.zip", "b-1_2.zip", "https://a.example/x/b-1_2.zip"},
	    {"https://me:pw@a.example/b.zip?key=1#x", "b.zip", "https://a.example/b.zip"},
	    {"https://a.example/x/", "", "https://a.example/x/"},
	    {"https://a.example/..%2f..%2fetc", "_2f.._2fetc", "https://a.example/..%2f..%2fetc"},
	    {"https://a.example/.profile", "profile", "https://a.example/.profile"},
	    {"nonsense", "", "an address that is none"},
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		buf_clear(&out);
		fetch_name(cases[i].address, &out);
		assert_string_equal(out.data, cases[i].name);
		buf_clear(&out);
		fetch_show(cases[i].address, &out);
		assert_string_equal(out.data, cases[i].shown);
	}
	buf_free(&out);
}

#define fetch_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    fetch_test(test_whole),
	    fetch_test(test_no_length),
	    fetch_test(test_unchanged),
	    fetch_test(test_redirects),
	    fetch_test(test_resumed_at_once),
	    fetch_test(test_resumed_later),
	    fetch_test(test_begun_anew),
	    fetch_test(test_wrong_ranges),
	    fetch_test(test_cut_for_good),
	    fetch_test(test_status),
	    fetch_test(test_redirects_refused),
	    fetch_test(test_sizes),
	    fetch_test(test_too_slow),
	    fetch_test(test_interrupted),
	    fetch_test(test_refused),
	    fetch_test(test_not_unchanged),
	    fetch_test(test_locked),
	    fetch_test(test_disk_full),
	    fetch_test(test_nobody_there),
	    cmocka_unit_test(test_addresses),
	    cmocka_unit_test(test_ways),
	    cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
