/* `career get` itself: feeds of one's own, served on the loopback, come into a catalog. */
#include "appfiles.h"
#include "server.h"

#include "career/base/file.h"
#include "career/store/catalog.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define DATA "../shared/data/"
#define TABLE                                                                                      \
	"CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n"                                      \
	"30.7001,Data Science,15-2051,Data Scientists\n"

static struct {
	struct server *server;
	char out[20000], err[20000];
	char catalog[600];
	struct buf yaml;
} g;

static int
setup(void **state)
{
	(void)state;
	memset(&g, 0, sizeof g);
	buf_init(&g.yaml);
	buf_adds(&g.yaml, "feeds:\n");
	snprintf(g.catalog, sizeof g.catalog, "%s", apptty_path("got.db"));
	appfiles_copy(apptty_small(), g.catalog);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	server_stop(g.server);
	buf_free(&g.yaml);
	unlink(g.catalog);
	return 0;
}

/* --- feeds and the program ------------------------------------------------------------------- */

static void
add_feed(const char *name, const char *kind, const char *group)
{
	buf_addf(&g.yaml,
	    "  %s:\n    title: The %s\n    kind: %s\n    group: %s\n    publisher: An office\n"
	    "    page: https://%s.example/page\n    licence: none\n",
	    name, name, kind, group, name);
}

static void
add_file(const char *path, const char *content)
{
	buf_addf(&g.yaml, "    files: [{address: '%s%s', content: %s, most: 100m}]\n",
	    server_address(g.server), path, content);
}

static void
write_feeds(void)
{
	struct err e;

	assert_ok(file_make_dirs(apptty_path("own/career"), &e));
	temp_write(apptty_path("own/career/feeds.yaml"), g.yaml.data, g.yaml.len);
}

static void
read_back(const char *path, char *to, size_t size)
{
	size_t len;
	char *bytes = temp_read(path, &len);

	snprintf(to, size, "%s", bytes);
	free(bytes);
}

static pid_t
start(const char *const *args)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid > 0)
		return pid;
	setenv("XDG_CONFIG_HOME", apptty_path("own"), 1);
	setenv("XDG_CACHE_HOME", apptty_path("cache"), 1);
	setenv("XDG_DATA_HOME", apptty_path("data"), 1);
	if (dup2(open(apptty_path("out"), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1) == 1
	    && dup2(open(apptty_path("err"), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2) == 2)
		execv(apptty_program(), (char *const *)args);
	_exit(99);
}

static int
end(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	read_back(apptty_path("out"), g.out, sizeof g.out);
	read_back(apptty_path("err"), g.err, sizeof g.err);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* `career get NAME -o CATALOG`, its exit code. */
static int
get(const char *name)
{
	write_feeds();
	return end(start((const char *const[]){"career", "get", name, "-o", g.catalog, NULL}));
}

static int64_t
count(const char *sql)
{
	struct err e;
	struct db *db = catalog_open(g.catalog, &e);
	int64_t n;

	if (db == NULL)
		fail_msg("%s", e.text);
	assert_ok(db_int(db, sql, &n, &e));
	db_close(db);
	return n;
}

/* --- made-up feeds --------------------------------------------------------------------------- */

static void
test_some_fail(void **state)
{
	static const struct served rows[] = {
	    {.path = "/links.csv",
		.body = TABLE,
		.does = SERVE_CUT | SERVE_RANGES,
		.etag = "\"1\""},
	    {.path = "/jobs.csv", .body = "<html>moved</html>"},
	};

	(void)state;
	g.server = server_start(rows, COUNT(rows));
	add_feed("links", "crosswalk", "ours");
	add_file("/links.csv", "csv");
	add_feed("gone", "onet", "ours");
	add_file("/gone.zip?key=secret", "zip");
	add_feed("page", "jobs", "ours");
	add_file("/jobs.csv", "csv");
	add_feed("asked", "esco", "ours");
	buf_adds(&g.yaml, "    by-hand: ask for it\n");
	assert_int_equal(get("ours"), ERR_DATA);
	assert_contains(g.out, "links: 1 file, 95 bytes, resumed\n");
	assert_contains(g.out, "imported crosswalk");
	assert_contains(g.err,
	    "/gone.zip: the server has no such file (any more) (status 404); by hand: "
	    "https://gone.example/page, then `career import onet FILE`\n");
	assert_null(strstr(g.err, "secret"));
	assert_contains(g.err, "/jobs.csv: a web page came, not a table");
	assert_contains(g.err,
	    "asked: not fetched: ask for it; by hand: https://asked.example/page, then "
	    "`career import esco FILE...`\n");
	assert_contains(g.err, "career: 2 of 4 feeds failed\n");
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 1);
	assert_contains(server_log(g.server), "[career/");
	/* What is called by its own name is missed. */
	assert_int_equal(get("asked"), ERR_DATA);
	assert_contains(g.err, "1 of 1 feed failed");
	assert_int_equal(get("links"), 0);
	assert_string_equal(g.err, "");
	assert_int_equal(get("linkz"), ERR_USAGE);
	assert_contains(g.err, "no feed is called 'linkz'; nearest: links");
}

static void
test_without_import(void **state)
{
	static const struct served row = {.path = "/links.csv", .body = TABLE};

	(void)state;
	g.server = server_start(&row, 1);
	add_feed("links", "crosswalk", "ours");
	add_file("/links.csv", "csv");
	write_feeds();
	assert_int_equal(end(start((const char *const[]){
			     "career", "get", "links", "--no-import", "-o", g.catalog, NULL})),
	    0);
	assert_true(file_exists(apptty_path("cache/career/feeds/links/links.csv")));
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 0);
	assert_int_equal(end(start((const char *const[]){
			     "career", "get", "all", "--dry-run", "-o", g.catalog, NULL})),
	    0);
	assert_contains(g.out, "would import crosswalk");
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 0);
	assert_int_equal(
	    end(start((const char *const[]){"career", "get", "-o", g.catalog, NULL})), 0);
	assert_contains(
	    g.out, "links\tours\t-\t1\tThe links\tAn office\tnone\t-\thttps://links.example");
}

static void
test_interrupted(void **state)
{
	static const struct served row = {
	    .path = "/links.csv", .body = TABLE, .does = SERVE_STALL, .etag = "\"1\""};
	pid_t pid;

	(void)state;
	g.server = server_start(&row, 1);
	add_feed("links", "crosswalk", "ours");
	add_file("/links.csv", "csv");
	write_feeds();
	unlink(apptty_path("cache/career/feeds/links/links.csv"));
	pid = start((const char *const[]){"career", "get", "links", "-o", g.catalog, NULL});
	server_wait(g.server);
	assert_int_equal(kill(pid, SIGINT), 0);
	assert_int_equal(end(pid), ERR_INTERRUPTED);
	assert_string_equal(g.err, "career: interrupted\n");
	assert_false(file_exists(apptty_path("cache/career/feeds/links/links.csv")));
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 0);
}

/* Nothing that it leaves keeps the next one from its work. */
static void
test_killed(void **state)
{
	static const struct served rows[] = {
	    {.path = "/links.csv",
		.body = TABLE,
		.does = SERVE_ONCE | SERVE_STALL,
		.etag = "\"1\""},
	    {.path = "/links.csv", .body = TABLE, .does = SERVE_RANGES, .etag = "\"1\""},
	};
	pid_t pid;

	(void)state;
	g.server = server_start(rows, COUNT(rows));
	add_feed("links", "crosswalk", "ours");
	add_file("/links.csv", "csv");
	write_feeds();
	pid = start((const char *const[]){"career", "get", "links", "-o", g.catalog, NULL});
	server_wait(g.server);
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(end(pid), -1);
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 0);
	assert_int_equal(get("links"), 0);
	assert_int_equal(count("SELECT count(*) FROM crosswalk"), 1);
}

/* --- the publishers' own files --------------------------------------------------------------- */

static const struct {
	const char *name, *kind, *path, *content, *file, *sql;
	int64_t rows;
} real[] = {
    {"links", "crosswalk", "/links.xlsx", "xlsx",
	DATA "cip-soc-crosswalk/CIP2020_SOC2018_Crosswalk.xlsx", "SELECT count(*) FROM crosswalk",
	5723},
    {"fields", "scorecard", "/fields.zip", "zip",
	DATA "scorecard-field-of-study-2020/Most-Recent-Field-Data-Elements.zip",
	"SELECT count(*) FROM sc_program", 216638},
    {"wages", "oews", "/national_M2024_dl.xlsx", "xlsx",
	DATA "oews-national-2024/national_M2024_dl.xlsx", "SELECT count(*) > 800 FROM oews", 1},
    {"outlook", "projections", "/outlook.csv", "csv",
	DATA "employment-projections-2024-34/Employment Projections.csv",
	"SELECT count(*) FROM projection", 832},
    {"pay", "jobs", "/pay.csv", "csv", DATA "ai-jobs-salaries/salaries-2025-01-19.csv",
	"SELECT count(*) > 100 FROM jobs", 1},
};

/* Each is cut in the middle and sent on, and all come into the catalog at once. */
static void
test_real(void **state)
{
	struct served rows[COUNT(real)];

	(void)state;
	for (size_t i = 0; i < COUNT(real); i++) {
		if (!file_exists(real[i].file))
			skip();
		rows[i] = (struct served){.path = real[i].path,
		    .does = SERVE_CUT | SERVE_RANGES | SERVE_CONDITIONS,
		    .file = real[i].file,
		    .etag = "\"2024\""};
	}
	g.server = server_start(rows, COUNT(rows));
	for (size_t i = 0; i < COUNT(real); i++) {
		add_feed(real[i].name, real[i].kind, "us");
		add_file(real[i].path, real[i].content);
	}
	if (get("us") != 0)
		fail_msg("%s\n%s", g.out, g.err);
	for (size_t i = 0; i < COUNT(real); i++) {
		char line[80];

		snprintf(line, sizeof line, "imported %s", real[i].kind);
		assert_contains(g.out, line);
		if (count(real[i].sql) != real[i].rows)
			fail_msg("%s: %lld", real[i].sql, (long long)count(real[i].sql));
	}
	assert_string_equal(g.err, "");
	assert_int_equal(end(start((const char *const[]){
			     "career", "get", "pay", "--no-import", "-o", g.catalog, NULL})),
	    0);
	assert_contains(g.out, "not changed since the last time");
	assert_int_equal(
	    end(start((const char *const[]){"career", "get", "-o", g.catalog, NULL})), 0);
	assert_contains(g.out, "wages\tus\tMay 2024\t");
}

#define get_test(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    get_test(test_some_fail),
	    get_test(test_without_import),
	    get_test(test_interrupted),
	    get_test(test_killed),
	    get_test(test_real),
	};

	if (!appfiles_main(argc, argv))
		return 1;
	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
