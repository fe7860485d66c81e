/* arguments.h - what may stand behind a command's name. */
#ifndef CAREER_CMD_ARGUMENTS_H
#define CAREER_CMD_ARGUMENTS_H

#include "career/cmd/app.h"
#include "career/cmd/commands.h"

/* Takes the place of bytes [from, to) of the argument. Borrowed for the time of a call; not safe text. */
struct argument {
	const char *text;
	const char *help; /* may be NULL */
	size_t from, to;
	bool whole; /* the argument is complete with it */
};

/* Offers to `each` what goes on from the first `at` bytes of the argument. False when nothing is known of the
 * command's argument. */
bool arguments_offer(struct app *a, const struct command *c, const char *arg, size_t at,
    void (*each)(void *ctx, const struct argument *one), void *ctx);
/* Whether there is nothing that could stand there on this screen. */
bool arguments_none(struct app *a, const struct command *c);

#endif
