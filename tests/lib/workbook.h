/*
 * workbook.h - small workbooks (Office Open XML) for tests of what is read from them.
 */
#ifndef CAREER_TESTS_WORKBOOK_H
#define CAREER_TESTS_WORKBOOK_H

#include <stddef.h>

struct worksheet {
	const char *name;
	const char *rows; /* lines of cells between '|'; what reads as a number is stored as one */
};

/* Writes a workbook to `path`; ends the test program when it cannot. */
void workbook_write(const char *path, const struct worksheet *sheets, size_t n);

#endif
