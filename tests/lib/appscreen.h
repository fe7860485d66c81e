/*
 * appscreen.h - the whole program in-process: its state over the bundled packs, drawn off the terminal.
 *
 * The catalog is built once per test program, in a folder that is removed at the end. The clock stands at
 * APPSCREEN_YEAR.
 */
#ifndef CAREER_TESTS_APPSCREEN_H
#define CAREER_TESTS_APPSCREEN_H

#include "career/cmd/app.h"
#include "screen.h"

enum { APPSCREEN_YEAR = 2026 };

struct appscreen {
	struct canvas screen;
	struct app app;
};

/* Path of the catalog of the bundled packs; made at the first call. */
const char *appscreen_catalog(void);
/* From now on the screens are over the catalog in this file (borrowed); NULL: the bundled packs again. */
void appscreen_use(const char *path);

/* The program's state alone, 80x24, with a profile in memory or in `profile`. Fails the test on errors. */
void appscreen_state(struct app *a, const char *profile);

void appscreen_open(struct appscreen *s, int rows, int cols, bool ascii, bool mono);
void appscreen_size(struct appscreen *s, int rows, int cols);
/* The settled state, drawn; the text is that of screen_text. */
const char *appscreen_draw(struct appscreen *s, bool attrs);
void appscreen_close(struct appscreen *s);

/*
 * Presses keys by name, with blanks between. A word that starts with ' is typed letter by letter, one that starts
 * with : (and is longer) is run as a command; a '~' in these is a blank: "2 / 'data~science Enter :section~break~in".
 * The state is settled after each, as between two frames.
 */
void app_press(struct app *a, const char *keys);
/* Runs a command; fails the test when it fails. */
void app_run(struct app *a, const char *command);

#endif
