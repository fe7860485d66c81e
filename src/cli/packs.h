/* packs.h - what the verbs share that write a catalog. */
#ifndef CLI_PACKS_H
#define CLI_PACKS_H

#include "career/cli/cli.h"

struct packs {
	const char *const *dirs;
	size_t n;
	char **own;     /* the paths when they were looked up, else NULL */
	char *glossary; /* NULL: none */
};

/* All packs of the data folder. Free them in any case. */
bool packs_find(struct packs *p, struct err *e);
void packs_free(struct packs *p);

/* -o FILE, or the person's own catalog. Owned; NULL: ERR_DATA. */
char *packs_target(const struct cmdline *cmd, struct err *e);
/* Lines to stderr. */
void packs_say(const struct cli *c, const struct buf *lines);

#endif
