/*
 * appfiles.h - files that the program meets: copied, altered, watched; and the program without special rights.
 */
#ifndef CAREER_TESTS_APPFILES_H
#define CAREER_TESTS_APPFILES_H

#include "apptty.h"

/* Starts what follows without special rights, also when the tests have them: for apptty's `through`. */
extern const char *const appfiles_nobody[];
/* For main(), before anything else: false when the process was started for appfiles_nobody and could not go on. */
bool appfiles_main(int argc, char **argv);
/* Skips the test where others may not start the program. */
void appfiles_need_nobody(void);

void appfiles_copy(const char *from, const char *to);
/* A copy of apptty_small(), changed by SQL. */
void appfiles_alter(const char *path, const char *sql);
/* Name, mode, size, content and time of all files in a folder: what must not change. Free it. */
char *appfiles_fingerprint(const char *folder);

#endif
