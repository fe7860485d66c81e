/*
 * profile.h - the person's own file: marks, the current role, filters by name, what was typed and used.
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
#include <stddef.h>
#include <stdint.h>

enum { PROFILE_APPLICATION_ID = 0x63617270 /* "carp" */, PROFILE_VERSION = 2 };

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

/* A filter kept under a name, for one list. Texts in a call of `each` are borrowed. */
struct saved {
	const char *name;
	const char *query; /* with its sort: keys */
	const char *off;   /* terms that are switched off: each ends in '\n' */
	const char *adds;  /* words with blanks between, see cmd/saved.h; "" none */
};

/* Keeps a filter; one of the same name is replaced. */
bool profile_save(struct profile *p, const char *list, const struct saved *s, struct err *e);
/* Forgets one; none of the name is no error. */
bool profile_forget(struct profile *p, const char *list, const char *name, struct err *e);
/* The one with this name, owned: free() frees it whole. NULL: ERR_NOTFOUND when there is none. */
struct saved *profile_load(struct profile *p, const char *list, const char *name, struct err *e);
/* Calls `each` for every one of a list in the order of their names. `each` must not write. */
bool profile_saved(struct profile *p, const char *list,
    void (*each)(void *ctx, const struct saved *s), void *ctx, struct err *e);

/* A command was chosen: one time more, now. */
bool profile_use(struct profile *p, const char *command, struct err *e);
/* Calls `each` for every command that was used, most often first; `last` in seconds since 1970. */
bool profile_uses(struct profile *p,
    void (*each)(void *ctx, const char *command, int64_t n, int64_t last), void *ctx,
    struct err *e);

/* Lines typed into a prompt; kinds are "command" and "filter LIST". A line that is there already becomes the newest;
 * of a kind the newest PROFILE_HISTORY are kept. */
enum { PROFILE_HISTORY = 100 };
bool profile_history_add(struct profile *p, const char *kind, const char *line, struct err *e);
/* Calls `each` for the lines of a kind, oldest first. */
bool profile_history(struct profile *p, const char *kind, void (*each)(void *ctx, const char *line),
    void *ctx, struct err *e);

#endif
