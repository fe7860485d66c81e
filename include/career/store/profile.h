/*
 * profile.h - the person's own file: skills, shortlist, notes, tags, marks, the current role, filters by name, what was typed
 * and used; and the journal of what can be taken back.
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

enum { PROFILE_APPLICATION_ID = 0x63617270 /* "carp" */, PROFILE_VERSION = 4 };

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

/* profile_plan.c: the shortlist. Things are (list, key): list "roles", "programs", "skills". Texts in a call of `each`
 * are borrowed, and `each` must not write. */
struct kept_item {
	const char *list, *key, *title;
	int64_t position;     /* by which the shortlist stands, over all lists */
	const char *headline; /* JSON text of model/headline.h */
	const char *added;    /* UTC, "2026-11-22T12:00:00Z"; NULL: now */
};
/* Puts it at the end; one that is there keeps its position and day, and gets the title and headline. */
bool profile_item_put(struct profile *p, const struct kept_item *i, struct err *e);
bool profile_item_drop(struct profile *p, const char *list, const char *key, struct err *e);
/* Changes places with the next (1) or previous (-1) one of the whole shortlist; at its end nothing moves. */
bool profile_item_move(struct profile *p, const char *list, const char *key, int by, struct err *e);
bool profile_items(struct profile *p, void (*each)(void *ctx, const struct kept_item *i), void *ctx,
    struct err *e);

/* Notes of one's own, Markdown or not: up to PROFILE_NOTE_MAX bytes of valid UTF-8. */
enum { PROFILE_NOTE_MAX = 64 << 10, PROFILE_TAG_MAX = 64 };
struct kept_note {
	const char *list, *key, *title;
	const char *text; /* "": forgets it */
	const char *changed;
};
bool profile_note_set(struct profile *p, const struct kept_note *n, struct err *e);
/* Owned; NULL: there is none. */
char *profile_note(struct profile *p, const char *list, const char *key);
bool profile_notes(struct profile *p, void (*each)(void *ctx, const struct kept_note *n), void *ctx,
    struct err *e);

/* Words of one's own on a thing. */
struct kept_tag {
	const char *list, *key, *title, *tag;
};
bool profile_tag(struct profile *p, const struct kept_tag *t, bool on, struct err *e);
/* By tag, then list and key. */
bool profile_tags(
    struct profile *p, void (*each)(void *ctx, const struct kept_tag *t), void *ctx, struct err *e);

/* What was looked at: once more, now; the newest PROFILE_LOOKED are kept. */
enum { PROFILE_LOOKED = 500 };
struct kept_look {
	const char *list, *key, *title;
	int64_t n;
	const char *last;
};
bool profile_look(
    struct profile *p, const char *list, const char *key, const char *title, struct err *e);
/* The newest first. */
bool profile_looked(struct profile *p, void (*each)(void *ctx, const struct kept_look *l),
    void *ctx, struct err *e);

/* Answers to the items of data/interests.yaml: 1..5; 0 forgets it. */
bool profile_answer_set(struct profile *p, const char *item, int value, struct err *e);
bool profile_answers(struct profile *p, void (*each)(void *ctx, const char *item, int value),
    void *ctx, struct err *e);

/*
 * profile_step.c: the journal of what can be taken back. Between profile_step_begin and profile_step_end all that is
 * written to settings, marks, filters, skills, shortlist, notes, tags and answers is one step, in one transaction with
 * its entry in the journal; without a change there is none. Taking a step back changes only the rows that it changed,
 * where they are as it left them: rows that somebody else has changed since stay, and are counted. A new step drops
 * those that were taken back; the newest PROFILE_STEPS are kept.
 */
enum { PROFILE_STEPS = 200 };
struct profile_step {
	int64_t id;
	char words[200]; /* "Python: have" */
	char place[64];  /* where on the screen; "" nowhere */
	char made[24];   /* UTC, "2026-11-22T12:00:00Z" */
	size_t rows;     /* that it changed */
	size_t left;     /* of them: changed since by somebody else, and left alone */
};
/* What is written from now on. Nothing is opened or locked before the first write. */
void profile_step_begin(struct profile *p);
/* Ends it with nothing written; so does profile_close. */
void profile_step_drop(struct profile *p);
/* Writes it to the disk. out->id 0: nothing was changed. `words` NULL: made from what was changed. On failure all
 * of it is as before, but for profile_step_rescue. */
bool profile_step_end(struct profile *p, const char *words, const char *place,
    struct profile_step *out, struct err *e);
/* Puts into `to` what the step that could not be written had changed. */
bool profile_step_rescue(struct profile *p, struct profile *to, struct err *e);
/* Takes the newest step back that is not, or does the one again that was taken back last. `only`: this one, wherever
 * it stands (0: whichever it is). ERR_NOTFOUND: there is none. */
bool profile_step_back(struct profile *p, int64_t only, struct profile_step *out, struct err *e);
bool profile_step_forth(struct profile *p, int64_t only, struct profile_step *out, struct err *e);
/* What became of it, appended; `did`: "undone". "undone: Python: have", "undone: ...; 1 of 3 changed elsewhere since and
 * stays", "nothing undone, it was changed elsewhere since: ...". */
void profile_step_say(const struct profile_step *s, const char *did, struct buf *out);
/* The newest first; `left` is 0. `undone`: it was taken back. */
bool profile_steps(struct profile *p,
    void (*each)(void *ctx, const struct profile_step *s, bool undone), void *ctx, struct err *e);

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
