#include "career/base/mem.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_alloc(void **state)
{
	char *a = mem_alloc(0), *b = mem_alloc(0);
	int *zero = mem_zero(100, sizeof *zero);
	char *copy = mem_ndup("abcdef", 3);
	int i;

	(void)state;
	assert_non_null(a);
	assert_non_null(b);
	assert_ptr_not_equal(a, b);
	for (i = 0; i < 100; i++)
		assert_int_equal(zero[i], 0);
	zero = mem_grow(zero, 1000, sizeof *zero);
	zero[999] = 7;
	assert_string_equal(copy, "abc");
	assert_null(mem_dup(NULL));
	free(a);
	free(b);
	free(zero);
	free(copy);
}

static void
test_reserve(void **state)
{
	size_t cap = 0, i, moves = 0, before;
	int *a = NULL;

	(void)state;
	for (i = 0; i < 10000; i++) {
		before = cap;
		a = mem_reserve(a, &cap, i + 1, sizeof *a);
		moves += cap != before;
		assert_true(cap > i);
		a[i] = (int)i;
	}
	assert_true(moves < 40);
	assert_int_equal(a[9999], 9999);
	a = mem_reserve(a, &cap, cap, sizeof *a);
	free(a);
}

static void
test_arena(void **state)
{
	struct arena a;
	size_t i, j;
	char *p, *s;

	(void)state;
	arena_init(&a);
	for (i = 0; i < 2000; i++) {
		p = arena_alloc(&a, i % 97);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (j = 0; j < i % 97; j++)
			assert_int_equal(p[j], 0);
		memset(p, 0xff, i % 97);
		s = arena_dup(&a, "odd");
		assert_string_equal(s, "odd");
	}
	p = arena_alloc(&a, 1 << 20);
	memset(p, 1, 1 << 20);
	assert_string_equal(arena_printf(&a, "%s-%d", "x", 12), "x-12");
	assert_string_equal(arena_ndup(&a, "abcdef", 2), "ab");
	assert_null(arena_dup(&a, NULL));
	assert_true(a.used > 1 << 20);
	arena_free(&a);
	assert_null(a.head);
	assert_int_equal(a.used, 0);
}

/* What was handed out before a reset is handed out again, zeroed, from the one block that is kept. */
static void
test_arena_reset(void **state)
{
	struct arena a;
	struct arena_block *kept;
	char *p;
	int i;

	(void)state;
	arena_init(&a);
	arena_reset(&a);
	assert_null(a.head);
	for (i = 0; i < 100; i++)
		memset(arena_alloc(&a, 1000), 0xff, 1000);
	arena_alloc(&a, 1 << 20);
	arena_reset(&a);
	assert_int_equal(a.used, 0);
	kept = a.head;
	assert_non_null(kept);
	p = arena_alloc(&a, 1000);
	assert_ptr_equal(a.head, kept);
	for (i = 0; i < 1000; i++)
		assert_int_equal(p[i], 0);
	arena_free(&a);

	arena_alloc(&a, 1 << 20);
	arena_reset(&a);
	assert_null(a.head); /* a single large block is not worth keeping */
	arena_free(&a);
}

static int hook_fd;

static void
hook(void)
{
	if (write(hook_fd, "hook", 4) != 4)
		_exit(99);
}

/* Runs `exhaust` in a child; its hook and stderr write to the pipe. */
static void
check_exhausted(void (*exhaust)(void))
{
	char text[200] = "";
	size_t len = 0;
	int fd[2], status;
	ssize_t n;
	pid_t pid;

	assert_int_equal(pipe(fd), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		hook_fd = fd[1];
		dup2(fd[1], STDERR_FILENO);
		mem_on_exhausted(hook);
		exhaust();
		_exit(98);
	}
	close(fd[1]);
	while (len < sizeof text - 1 && (n = read(fd[0], text + len, sizeof text - 1 - len)) > 0)
		len += (size_t)n;
	close(fd[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	assert_string_equal(text, "hookcareer: out of memory\n");
}

static void
exhaust_alloc(void)
{
	mem_alloc(SIZE_MAX - 8);
}

static void
exhaust_zero(void)
{
	mem_zero(SIZE_MAX / 4, 16);
}

static void
exhaust_grow(void)
{
	mem_grow(NULL, (size_t)1 << 62, 4);
}

static void
exhaust_arena(void)
{
	struct arena a;

	arena_init(&a);
	arena_alloc(&a, SIZE_MAX - 3);
}

static void
test_exhausted(void **state)
{
	(void)state;
	check_exhausted(exhaust_alloc);
	check_exhausted(exhaust_zero);
	check_exhausted(exhaust_grow);
	check_exhausted(exhaust_arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_alloc),
	    cmocka_unit_test(test_reserve),
	    cmocka_unit_test(test_arena),
	    cmocka_unit_test(test_arena_reset),
	    cmocka_unit_test(test_exhausted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
