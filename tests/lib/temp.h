/* temp.h - a folder for one test's files. */
#ifndef CAREER_TESTS_TEMP_H
#define CAREER_TESTS_TEMP_H

#include <stddef.h>

/* A new folder under $TMPDIR or /tmp; ends the test program when it cannot be made. */
char *temp_dir(void);
/* Removes the folder with all that is in it, and frees the name. */
void temp_remove(char *dir);

/* Borrowed path of `leaf` in `dir`; overwritten by the fourth call after it. */
const char *temp_path(const char *dir, const char *leaf);

void temp_write(const char *path, const void *bytes, size_t len);
/* Whole file and its length; free it. */
char *temp_read(const char *path, size_t *len);

/*
 * Runs `run` in a child without special rights (as nobody, when the tests run as root) and gives what
 * it returned, or -1. `run` must not use cmocka's asserts: they would jump out of the child.
 */
int run_unprivileged(int (*run)(const char *path), const char *path);

#endif
