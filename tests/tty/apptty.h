/*
 * apptty.h - the program itself on a pseudo-terminal.
 *
 * Each test program has one folder for its files and for the program's home: the person's own settings are
 * neither read nor written. The settings in that home have the program open on the roles; with another
 * XDG_CONFIG_HOME in `env` it opens as it does for who has none. apptty_setup and apptty_teardown are for
 * the group of tests.
 */
#ifndef CAREER_TESTS_APPTTY_H
#define CAREER_TESTS_APPTTY_H

#include "check.h"
#include "temp.h"
#include "tty.h"

#include <sys/types.h>

struct apptty {
	const char *catalog;        /* NULL: apptty_bundled() */
	const char *const *args;    /* behind --catalog FILE; ends in NULL; NULL: --guest alone */
	const char *const *env;     /* as in tty_opts */
	const char *const *through; /* a program that starts it, with its arguments; NULL: none */
	int rows, cols;             /* 0: 24 x 80 */
	bool job;
};

int apptty_setup(void **state);
int apptty_teardown(void **state);

const char *apptty_dir(void);              /* the folder */
const char *apptty_path(const char *leaf); /* in it; overwritten by the fourth call after it */
const char *apptty_program(void);
const char *apptty_bundled(void); /* catalog of the bundled packs */
const char *apptty_small(void);   /* of tests/fixtures/tty/lists; made at the first call */
/* A catalog of packs in the folder; fails the test when they have errors. */
void apptty_build(const char *target, const char *const *packs, size_t n);

/* Starts and settles. NULL options: all as above. */
struct tty *apptty_start(const struct apptty *o);
/* Starts a program that ends by itself: its exit code; `text` gets what it wrote, without line ends' CR. */
int apptty_run(const struct apptty *o, char *text, size_t size);
/* Q: ends with exit code 0, the terminal as it was. */
void apptty_quit(struct tty *t);
void apptty_unharmed(struct tty *t);

/* Runs a command as typed behind ':'. */
void apptty_command(struct tty *t, const char *line);

/* The hardware cursor is visible and stands on the '>' of the selected row, which is shown. */
void apptty_on_selection(struct tty *t);
/* The selected row without its '>', up to the next rule: a copy until the next call. Fails like
 * apptty_on_selection. */
const char *apptty_selected(struct tty *t);

/* :write gives what the terminal shows, but for the bottom line. */
void apptty_written(struct tty *t, const char *state);

double apptty_now(void); /* seconds of a clock that only goes forward */

#endif
