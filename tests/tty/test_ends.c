/* Signals, stopping and continuing, a terminal that goes away: the program at its screens. */
#include "apptty.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

/* What the program may be doing when it is hit. */
static const char *const states[] = {"Down", "2 / d a t a", ": w r i t e", "?", "q", "2 Enter z"};

/* A sanitizer's handler follows the program's own and exits. */
static void
check_signalled(struct tty *t, int number)
{
	int status = tty_wait(t);

	if (status != -number && status <= 0)
		fail_msg("signal %d: status %d", number, status);
	apptty_unharmed(t);
	tty_end(t);
}

static void
test_termination(void **state)
{
	static const int numbers[] = {SIGTERM, SIGINT};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers) * COUNT(states); i++) {
		struct tty *t = apptty_start(NULL);

		tty_keys(t, states[i / COUNT(numbers)]);
		kill(tty_pid(t), numbers[i % COUNT(numbers)]);
		assert_int_equal(tty_wait(t), -numbers[i % COUNT(numbers)]);
		apptty_unharmed(t);
		tty_end(t);
	}
}

static void
test_fatal_signals(void **state)
{
	static const int numbers[] = {SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		struct tty *t = apptty_start(NULL);

		tty_keys(t, states[i % COUNT(states)]);
		kill(tty_pid(t), numbers[i]);
		check_signalled(t, numbers[i]);
	}
}

static void
test_quit_key(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	tty_keys(t, "/ a");
	tty_send(t, "\034", 1); /* ^\ */
	check_signalled(t, SIGQUIT);
}

/*
 * A frame larger than what a terminal holds that nobody reads: the program stands in the middle of its
 * writing. Only the end is waited for, then what was written is read.
 */
static void
check_nobody_reads(int number)
{
	struct tty *t = apptty_start(&(struct apptty){.rows = 300, .cols = 900});
	siginfo_t info;
	int status;

	tty_keys(t, "2");
	tty_send(t, "1\f2\f1\f", 6);
	tty_send(t, "2", 1);
	kill(tty_pid(t), number);
	assert_int_equal(waitid(P_PID, (id_t)tty_pid(t), &info, WEXITED | WNOWAIT), 0);
	status = tty_wait(t);
	if (status != -number && status <= 0)
		fail_msg("signal %d: status %d", number, status);
	apptty_unharmed(t);
	tty_end(t);
}

static void
test_nobody_reads(void **state)
{
	(void)state;
	check_nobody_reads(SIGTERM);
	check_nobody_reads(SIGQUIT);
	check_nobody_reads(SIGSEGV);
	check_nobody_reads(SIGABRT);
}

/* --- the terminal goes away ------------------------------------------------------------------- */

static double
cpu_now(pid_t pid)
{
	struct timespec ts = {0};
	clockid_t clock;

	if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &ts) != 0)
		fail_msg("the program is gone too early");
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void
check_vanished(const char *keys, bool by_signal)
{
	struct tty *t = apptty_start(NULL);
	double from, cpu, took, used;

	tty_keys(t, keys);
	cpu = cpu_now(tty_pid(t));
	from = apptty_now();
	if (by_signal)
		kill(tty_pid(t), SIGHUP);
	else
		tty_hang_up(t);
	tty_wait(t);
	took = apptty_now() - from;
	used = tty_cpu(t) - cpu;
	if (took > 1.0 || used > 0.2)
		fail_msg("%s: it took %.3f s to end, %.3f of them busy", keys, took, used);
	if (by_signal)
		apptty_unharmed(t);
	tty_end(t);
}

static void
test_hang_up(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		check_vanished(states[i], false);
		check_vanished(states[i], true);
	}
}

/* Who ignores SIGHUP still sees that there is nothing to read any more. */
static void
test_hang_up_without_signal(void **state)
{
	static const char *const ignoring[] = {"sh", "-c", "trap '' HUP; exec \"$0\" \"$@\"", NULL};

	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		struct tty *t = apptty_start(&(struct apptty){.through = ignoring});
		double from, cpu;

		tty_keys(t, states[i]);
		cpu = cpu_now(tty_pid(t));
		from = apptty_now();
		tty_hang_up(t);
		tty_wait(t);
		assert_true(apptty_now() - from < 1.0);
		assert_true(tty_cpu(t) - cpu < 0.2);
		tty_end(t);
	}
}

/* The shell that leads the session dies with its terminal, and so does its job, which becomes ours. */
static void
test_hang_up_of_a_job(void **state)
{
	struct tty *t;
	pid_t pid;
	double from;

	(void)state;
#ifdef __linux__
	prctl(PR_SET_CHILD_SUBREAPER, 1);
#else
	skip();
#endif
	t = apptty_start(&(struct apptty){.job = true});
	pid = tty_pid(t);
	from = apptty_now();
	tty_hang_up(t);
	tty_wait(t);
	if (waitpid(pid, NULL, 0) != pid) /* the shell saw its end before its own */
		assert_int_not_equal(kill(pid, 0), 0);
	assert_true(apptty_now() - from < 1.0);
	tty_end(t);
}

/* --- stopping --------------------------------------------------------------------------------- */

static void
check_stop(struct tty *t, const char *there)
{
	char selected[400];

	assert_true(tty_wait_stopped(t));
	apptty_unharmed(t);
	assert_false(tty_has(t, "[2 Programs]"));
	tty_continue(t);
	assert_on_screen(t, "[2 Programs]");
	snprintf(selected, sizeof selected, "%s", apptty_selected(t));
	assert_string_equal(selected, there);
	assert_true(tty_mode(t, 2004));
	assert_true(tty_mode(t, 1000));
}

static void
test_suspend(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.job = true});
	char there[400];

	(void)state;
	tty_keys(t, "2 Down Down Down");
	snprintf(there, sizeof there, "%s", apptty_selected(t));
	tty_keys(t, "^Z");
	check_stop(t, there);
	tty_keys(t, "? ^Z");
	assert_true(tty_wait_stopped(t));
	apptty_unharmed(t);
	tty_continue(t);
	assert_on_screen(t, "Keys that work here");
	tty_keys(t, "Esc");
	kill(tty_pid(t), SIGTSTP);
	check_stop(t, there);
	tty_keys(t, "Down Up");
	assert_string_equal(apptty_selected(t), there);
	apptty_quit(t);
}

/* Job control is not a matter of what is being typed. */
static void
test_suspend_in_a_prompt(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.job = true});

	(void)state;
	tty_keys(t, "/ d a t a ^Z");
	assert_true(tty_wait_stopped(t));
	apptty_unharmed(t);
	tty_continue(t);
	assert_on_screen(t, "/data");
	tty_keys(t, "Esc");
	tty_keys(t, "q ^Z");
	assert_true(tty_wait_stopped(t));
	tty_continue(t);
	assert_on_screen(t, "Quit?");
	tty_keys(t, "n");
	apptty_quit(t);
}

static void
test_resized_while_stopped(void **state)
{
	struct tty *t = apptty_start(&(struct apptty){.job = true});

	(void)state;
	tty_keys(t, "2 ^Z");
	assert_true(tty_wait_stopped(t));
	tty_resize_only(t, 12, 40);
	tty_continue(t);
	assert_contains(tty_row(t, 11), "Enter open");
	apptty_on_selection(t);
	apptty_quit(t);
}

/* Nobody could continue it: it goes on at once. */
static void
test_no_job_control(void **state)
{
	struct tty *t = apptty_start(NULL);

	(void)state;
	tty_keys(t, "2 ^Z Down Up");
	assert_on_screen(t, "[2 Programs]");
	apptty_on_selection(t);
	apptty_quit(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_termination),
	    cmocka_unit_test(test_fatal_signals),
	    cmocka_unit_test(test_quit_key),
	    cmocka_unit_test(test_nobody_reads),
	    cmocka_unit_test(test_hang_up),
	    cmocka_unit_test(test_hang_up_without_signal),
	    cmocka_unit_test(test_hang_up_of_a_job),
	    cmocka_unit_test(test_suspend),
	    cmocka_unit_test(test_suspend_in_a_prompt),
	    cmocka_unit_test(test_resized_while_stopped),
	    cmocka_unit_test(test_no_job_control),
	};

	return cmocka_run_group_tests(tests, apptty_setup, apptty_teardown);
}
