/*
 * What was acknowledged stays: programs are killed while they write, several at once. A writer says on a pipe which
 * key it has kept; SIGKILL comes after a number of such words that differs from round to round. Each key is a step of
 * the journal that marks it and puts it on the shortlist: both or neither.
 */
#include "career/base/err.h"
#include "career/store/profile.h"
#include "check.h"
#include "temp.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 8, ROUNDS = 25, KEYS = 100000 };

static char *dir;
static char *path;

static int
setup(void **state)
{
	(void)state;
	dir = temp_dir();
	path = strdup(temp_path(dir, "own/profile.db"));
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	free(path);
	temp_remove(dir);
	return 0;
}

static void
key_of(char *key, size_t size, int number)
{
	snprintf(key, size, "school/program-%d/master", number);
}

static bool
keep(struct profile *p, const char *key, struct err *e)
{
	const struct kept_item i = {.list = "programs", .key = key, .title = key};
	struct profile_step s;

	profile_step_begin(p);
	return profile_mark(p, "programs", key, true, e) && profile_item_put(p, &i, e)
	    && profile_step_end(p, NULL, "", &s, e) && s.id > 0;
}

/* Keeps one key after the other until it is killed; 0 in place of a number: it could not. */
static void
write_on(int first, int to)
{
	struct err e;
	struct profile *p = profile_open(path, &e);

	for (int i = first; p && i < KEYS; i += WRITERS) {
		char key[64];

		key_of(key, sizeof key, i);
		if (!keep(p, key, &e))
			break;
		if (write(to, &i, sizeof i) != sizeof i)
			_exit(0);
	}
	fprintf(stderr, "writer %d: %s\n", first % WRITERS, e.text);
	first = 0;
	(void)!write(to, &first, sizeof first);
	_exit(1);
}

struct found {
	bool *there;
	size_t n;
};

static void
take_key(void *ctx, const char *key)
{
	static const char front[] = "school/program-";
	struct found *f = ctx;
	long number =
	    strncmp(key, front, strlen(front)) == 0 ? strtol(key + strlen(front), NULL, 10) : KEYS;

	if (number > 0 && number < KEYS) {
		f->there[number] = true;
		f->n++;
	}
}

static void
take_item(void *ctx, const struct kept_item *i)
{
	take_key(ctx, i->key);
}

static void
start(pid_t *child, int first, int to)
{
	*child = fork();
	assert_true(*child >= 0);
	if (*child == 0)
		write_on(first, to);
}

static size_t
check_all(const bool *said)
{
	struct found f = {calloc(KEYS, sizeof *f.there), 0};
	struct found items = {calloc(KEYS, sizeof *f.there), 0};
	struct profile_step s;
	struct err e;
	struct profile *p = profile_open(path, &e);
	size_t lost = 0;

	assert_ok(p != NULL);
	assert_ok(profile_marks(p, "programs", take_key, &f, &e));
	assert_ok(profile_items(p, take_item, &items, &e));
	for (int i = 0; i < KEYS; i++) {
		lost += said[i] && !f.there[i];
		assert_true(f.there[i] == items.there[i]);
	}
	/* The newest ones can be taken back whole, in whatever order they were written. */
	for (int i = 0; i < 50; i++) {
		assert_ok(profile_step_back(p, 0, &s, &e));
		assert_int_equal(s.rows, 2);
		assert_int_equal(s.left, 0);
	}
	profile_close(p);
	free(f.there);
	free(items.there);
	return lost;
}

/* Reads what the writers say until `stop` words came, kills them, then the rest. */
static void
one_round(bool *said, int *next, int stop)
{
	pid_t child[WRITERS];
	int ends[2], number, heard = 0;

	assert_int_equal(pipe(ends), 0);
	for (int i = 0; i < WRITERS; i++)
		start(&child[i], *next + i, ends[1]);
	close(ends[1]);
	while (read(ends[0], &number, sizeof number) == sizeof number) {
		assert_true(number > 0 && number < KEYS);
		said[number] = true;
		if (++heard == stop)
			for (int i = 0; i < WRITERS; i++)
				kill(child[i], SIGKILL);
	}
	close(ends[0]);
	for (int i = 0; i < WRITERS; i++) {
		int status;

		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	}
	*next += WRITERS * (heard + 1);
}

static void
test_killed(void **state)
{
	bool *said = calloc(KEYS, sizeof *said);
	int next = WRITERS;

	(void)state;
	for (int i = 0; i < ROUNDS; i++)
		one_round(said, &next, 1 + i * 7 % 40);
	assert_int_equal(check_all(said), 0);
	free(said);
}

static int
write_some(int first, int n)
{
	struct err e;
	struct profile *p = profile_open(path, &e);
	bool ok = p;

	for (int i = 0; ok && i < n; i++) {
		char key[64];

		key_of(key, sizeof key, first + i * WRITERS);
		ok = keep(p, key, &e);
	}
	if (!ok)
		fprintf(stderr, "%s\n", e.text);
	profile_close(p);
	return ok ? 0 : 1;
}

/* Eight programs that start together on a file that is not there yet: none is told that it is locked. */
static void
test_eight_at_once(void **state)
{
	bool *said = calloc(KEYS, sizeof *said);
	pid_t child[WRITERS];

	(void)state;
	for (int i = 0; i < WRITERS; i++) {
		child[i] = fork();
		assert_true(child[i] >= 0);
		if (child[i] == 0)
			_exit(write_some(WRITERS + i, 40));
	}
	for (int i = 0; i < WRITERS; i++) {
		int status;

		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
		for (int k = 0; k < 40; k++)
			said[WRITERS + i + k * WRITERS] = true;
	}
	assert_int_equal(check_all(said), 0);
	free(said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_killed, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_eight_at_once, setup, teardown),
	};

	return cmocka_run_group_tests_name("profile_kill", tests, NULL, NULL);
}
