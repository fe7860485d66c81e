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

#include "career/base/buf.h"
#include "career/base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROFILE_APPLICATION_ID = 0x63617270 /* "carp" */, PROFILE_VERSION = 3 };

struct profile;

struct profile *profile_open(const char *path, struct err *e); /* NULL path: memory */
void profile_close(struct profile *p);
bool profile_in_memory(const struct profile *p);

/* --profile, $CAREER_PROFILE, data folder. What is a name is profiles/NAME.db there, all else a path. Owned
 * string; NULL when there is no home. */
char *profile_find(const char *option);
/* Letters, digits, '-' and '_'. */
enum { PROFILE_NAME_MAX = 64 };
bool profile_is_name(const char *text);
/* Calls `each` for every named one, sorted. */
bool profile_names(void (*each)(void *ctx, const char *name), void *ctx, struct err *e);

/* Copies of the file beside it, newest first. One is made before the first write of a day, and one before
 * the schema is brought up to date; each was read back whole. */
enum { PROFILE_BACKUPS = 7 }; /* of days that are kept */
struct profile_backup {
	char *path;
	int64_t made; /* seconds since 1970 */
};
struct profile_backups {
	struct profile_backup *b;
	size_t n;
};
bool profile_backups(const char *path, struct profile_backups *out, struct err *e);
void profile_backups_free(struct profile_backups *all);
bool profile_backup_good(const struct profile_backup *b); /* whole, and a profile */

/* The newest good copy of a file that cannot be read, owned; NULL: it can, or there is none. */
char *profile_mendable(const char *path);
/* Puts a copy in the file's place, which is set aside beside it with its log: *aside is its new name, owned,
 * NULL when there was none. Nothing is deleted; until the last step the old file is where it was. */
bool profile_restore(const char *path, const char *backup, char **aside, struct err *e);
/* Removes the file, its copies and what was set aside; `each` is told. */
bool profile_erase(
    const char *path, void (*each)(void *ctx, const char *path), void *ctx, struct err *e);

/* The tables that hold what a person keeps. */
enum { PROFILE_COLUMNS = 10 };
struct profile_table {
	const char *name;
	const char *says;                     /* "saved filters" */
	const char *order;                    /* by which it is exported */
	const char *columns[PROFILE_COLUMNS]; /* all but an id that is counted here */
};
extern const struct profile_table profile_tables[];
extern const size_t nprofile_tables;

/* Everything as JSON Lines (man/career-profile.5), the first line with the format's version. */
bool profile_export(struct profile *p, struct buf *out, struct err *e);
/* How many rows of each table were new, and how many stand in place of others of the same key. */
struct profile_imported {
	size_t added, replaced, same;
};
/* All lines or none; `name` is the file's, for messages. */
bool profile_import(struct profile *p, const char *name, const char *bytes, size_t len,
    struct profile_imported *n, struct err *e);
/* Rows of a table; 0 when there is no file. */
size_t profile_count(struct profile *p, size_t table);

/* Settings: small named values ("role"). Owned string or NULL. */
char *profile_get(struct profile *p, const char *name);
bool profile_set(
    struct profile *p, const char *name, const char *value, struct err *e); /* NULL: forgets */

/* Marks: (list, key), e.g. ("programs", "gatech/omscs/master"). */
bool profile_mark(struct profile *p, const char *list, const char *key, bool on, struct err *e);
/* Calls `each` for every marked key of a list in key order. */
bool profile_marks(struct profile *p, const char *list, void (*each)(void *ctx, const char *key),
    void *ctx, struct err *e);

/* What a person says of a skill. Texts in a call of `each` are borrowed. */
struct kept_skill {
	const char *skill, *name; /* slug; name, for when the catalog no longer has it */
	const char
	    *state; /* "have", "partly", "learning", "want"; NULL: nothing is kept any more */
	int level;  /* 0-7 as the person rates it, -1: not rated */
};
bool profile_skill_set(struct profile *p, const struct kept_skill *s, struct err *e);
/* Calls `each` for every one by the slugs. `each` must not write. */
bool profile_skills(struct profile *p, void (*each)(void *ctx, const struct kept_skill *s),
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
