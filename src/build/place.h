/*
 * place.h - a new file beside a catalog, and over it when it is whole.
 *
 * One at a time per target: "TARGET.lock" is locked from place_begin to place_end and then removed. The
 * new file is "TARGET.new-PID". What a killed process left behind is removed by the next place_begin.
 */
#ifndef BUILD_PLACE_H
#define BUILD_PLACE_H

#include "career/base/err.h"

#include <stdbool.h>

struct place {
	const char *target; /* borrowed */
	char *fresh;        /* the new file; not there yet */
	char *lock_path;
	int lock;
};

/* Makes the target's folder, locks, clears up. On failure nothing is held. */
bool place_begin(struct place *p, const char *target, struct err *e);
/* Removes the new file, for another try. */
void place_again(struct place *p);
/* To disk, and over the target. */
bool place_finish(struct place *p, struct err *e);
/* Removes the new file if it is still there, and gives the lock back. */
void place_end(struct place *p);

/* Removes "PATH.new-PID" when the process is gone, and the same with `suffix` behind it. `suffix` NULL: these are
 * folders, of files only, and "PATH.old-PID" goes as well. */
void place_sweep(const char *path, const char *suffix);

#endif
