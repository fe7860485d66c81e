/* shelf.h - what the verbs shortlist, note and tag share. */
#ifndef CAREER_CLI_SHELF_H
#define CAREER_CLI_SHELF_H

#include "career/cli/cli.h"
#include "career/model/shortlist.h"

/* A role, program or skill by its key or any name, "skills/python" where a role is called so as well; of those of which
 * something is kept also one that the catalog no longer has. */
bool shelf_find(
    struct kept_thing *t, struct db *db, struct profile *p, const char *said, struct err *e);
/* One safe line of output. */
void shelf_say(struct cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Lines of output: each is made safe, line ends stay. */
void shelf_lines(struct cli *c, const char *text);

#endif
