/* check.h - cmocka in the order that it needs, and checks that it lacks. */
#ifndef CAREER_TESTS_CHECK_H
#define CAREER_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The text is there somewhere; shows it when not. */
#define assert_contains(text, part)                                                                \
	do {                                                                                       \
		if (!strstr((text), (part)))                                                       \
			fail_msg("no \"%s\" in \"%s\"", (part), (text));                           \
	} while (0)

/* A call that takes `struct err e` worked; shows the error when not. */
#define assert_ok(call)                                                                            \
	do {                                                                                       \
		if (!(call))                                                                       \
			fail_msg("%s: %s", #call, e.text);                                         \
	} while (0)

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

#endif
