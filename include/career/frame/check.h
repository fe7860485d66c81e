/*
 * check.h - whether arrays from a file may be trusted.
 *
 * Each function looks at one property that the rest of the program relies on without looking again.
 * They return false on the first breach and touch nothing outside the sizes given.
 */
#ifndef CAREER_FRAME_CHECK_H
#define CAREER_FRAME_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All codes are below n. Width 1, 2 or 4. */
bool check_codes(const void *codes, unsigned width, size_t count, uint32_t n);
/* Numbers in the range of missing reasons are one of the known reasons. */
bool check_nums(const int32_t *num, size_t count);
/* Rising (repeats allowed), from 0 to `last`. */
bool check_starts(const uint32_t *start, size_t rows, uint64_t last);
/* Items of each list are ascending, without repeats, never 0 and below n; the first list has none. */
bool check_lists(const uint32_t *item, const uint32_t *start, size_t lists, uint32_t n);
/* n + 1 strictly rising offsets from 0 to `size`; every entry ends in its only NUL; entry 0 is
 * empty; valid UTF-8. */
bool check_texts(const char *text, const uint32_t *off, uint32_t n, uint64_t size);
/* No id occurs twice. */
bool check_ids(const int32_t *id, size_t rows);

#endif
