/* app.h - the ncurses front end: opens catalog and profile, runs until quit. Returns the exit code. */
#ifndef CAREER_UI_APP_H
#define CAREER_UI_APP_H

#include "career/base/err.h"
#include "career/cmd/options.h"

int ui_run(const struct options *said, struct err *e); /* on failure the caller prints *e */

#endif
