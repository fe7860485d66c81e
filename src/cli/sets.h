/* sets.h - what the verbs share that import publishers' data sets. */
#ifndef CLI_SETS_H
#define CLI_SETS_H

#include "career/cli/cli.h"

/* As the command line says (target, rejects, dry run), with progress, and prints what came of it. `kind` NULL: known by
 * what is in the files. */
bool sets_import(
    struct cli *c, const char *kind, const char *const *paths, size_t npaths, struct err *e);

#endif
