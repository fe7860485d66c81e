/* profile_file.h - the insides of struct profile: the file, and when it is made. */
#ifndef STORE_PROFILE_FILE_H
#define STORE_PROFILE_FILE_H

#include "career/base/buf.h"
#include "career/store/db.h"
#include "career/store/profile.h"

struct profile {
	char *path;    /* NULL: memory */
	struct db *db; /* NULL until there is a file */
	bool ready;    /* the schema is this program's, writing may begin */
	/* profile_step.c */
	bool stepping;           /* what is written belongs to one step */
	struct session *session; /* records it: from the first write on */
	struct buf unkept;       /* what the last step changed, where it could not be written */
};

/* Before a write: the file, the folder and the schema, where they are not there yet; the transaction of a step. */
bool profile_make_ready(struct profile *p, struct err *e);
/* Around several writes that stay together: a transaction of their own, or the one that is open (*own is false). */
bool profile_begin(struct profile *p, bool *own, struct err *e);
/* Writes it to the disk, or takes it back when not `ok`; whether all went well. */
bool profile_end(struct profile *p, bool own, bool ok, struct err *e);

/* profile_step.c: the first write of a step; a step is given up. profile_step_words.c: what changes did, appended;
 * nothing when they are none of a person's. */
bool profile_step_open(struct profile *p, struct err *e);
void profile_step_close(struct profile *p);
void profile_step_words(struct db *db, const struct buf *changes, struct buf *out);

/* Opens a file after looking at it: whole, and a profile of this program. NULL: *e says what it is. */
struct db *profile_open_file(const char *path, struct err *e);

/* profile_backup.c: a checked copy at `to`, in place of what stands there; whole or not at all. */
bool profile_copy(struct db *db, const char *to, struct err *e);
/* One of today, unless there is one; of older ones the newest PROFILE_BACKUPS stay. A copy that cannot be
 * made is no reason not to write. */
void profile_back_up_today(const struct profile *p);

/* profile_place.c: whether the file system of `path` is one that several machines share: there a log beside the
 * file, which works through shared memory, is not safe. */
bool profile_on_network(const char *path);
bool profile_network_type(unsigned long type); /* f_type of statfs(2) */

#endif
