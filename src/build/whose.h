/* whose.h - whose files they are: paths to the sets that find something of theirs in them. */
#ifndef BUILD_WHOSE_H
#define BUILD_WHOSE_H

#include "make.h"

/*
 * Gives each path to the sets of `m` that know it, all of them or the one called `kind`. A folder is looked at with
 * what is in its folders: publishers' downloads often lie in one each. ERR_USAGE: no such kind. What nobody knows is
 * an error that says what was looked for, or why it could not be read.
 */
bool whose_paths(
    struct make *m, const char *kind, const char *const *paths, size_t n, struct err *e);

#endif
