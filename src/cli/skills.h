/* skills.h - what `career skills` does beside listing: the first argument says which. */
#ifndef CAREER_CLI_SKILLS_H
#define CAREER_CLI_SKILLS_H

#include "career/cli/cli.h"

bool skills_set(struct cli *c, struct err *e);  /* skills_set.c */
bool skills_mine(struct cli *c, struct err *e); /* mine.c */
bool skills_from(struct cli *c, struct err *e);

#endif
