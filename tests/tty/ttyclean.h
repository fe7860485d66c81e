/*
 * ttyclean.h - whether what a program wrote to a terminal is harmless.
 *
 * Between the control sequences that the program is known to use there may be nothing but text: valid UTF-8 without
 * control characters, bidi controls, and what has no width.
 */
#ifndef CAREER_TESTS_TTYCLEAN_H
#define CAREER_TESTS_TTYCLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool ttyclean_harmful(int32_t cp);
/* What is wrong with the bytes, with some of those around it, or NULL. Overwritten by the next call. */
const char *ttyclean_check(const char *bytes, size_t len);

#endif
