/*
 * apptest.h - the program's state for one test at a time: opened before it, closed behind it.
 */
#ifndef CAREER_TESTS_APPTEST_H
#define CAREER_TESTS_APPTEST_H

#include "appscreen.h"

extern struct app app;

int apptest_open(void **state);
int apptest_close(void **state);
#define WITH_APP(test) cmocka_unit_test_setup_teardown(test, apptest_open, apptest_close)

struct pane *pane(void);
/* The first column of the selected row, "" when there is none. */
const char *selected(void);

#endif
