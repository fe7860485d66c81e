/*
 * profile.h - the person's own file: marks and the current role.
 *
 * WAL, synchronous=FULL, mode 0600, created at the first write, never rebuilt. Rows refer to catalog
 * things by stable keys and stay when a newer catalog no longer has the thing. With `path` NULL (the
 * option --guest) everything lives in memory and is gone at the end. A damaged or newer file is left
 * untouched: profile_open fails, and the program goes on in memory and says so.
 */
#ifndef CAREER_STORE_PROFILE_H
#define CAREER_STORE_PROFILE_H

#include "career/base/err.h"

#include <stdbool.h>

enum { PROFILE_APPLICATION_ID = 0x63617270 /* "carp" */, PROFILE_VERSION = 1 };

struct profile;

struct profile *profile_open(const char *path, struct err *e); /* NULL path: memory */
void profile_close(struct profile *p);
bool profile_in_memory(const struct profile *p);

/* --profile, $CAREER_PROFILE, data folder. Owned string; NULL when there is no home. */
char *profile_find(const char *option);

/* Settings: small named values ("role"). Owned string or NULL. */
char *profile_get(struct profile *p, const char *name);
bool profile_set(
    struct profile *p, const char *name, const char *value, struct err *e); /* NULL: forgets */

/* Marks: (list, key), e.g. ("programs", "gatech/omscs/master"). */
bool profile_mark(struct profile *p, const char *list, const char *key, bool on, struct err *e);
/* Calls `each` for every marked key of a list in key order. */
bool profile_marks(struct profile *p, const char *list, void (*each)(void *ctx, const char *key),
    void *ctx, struct err *e);

#endif
