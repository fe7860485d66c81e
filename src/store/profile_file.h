/* profile_file.h - the insides of struct profile: the file, and when it is made. */
#ifndef STORE_PROFILE_FILE_H
#define STORE_PROFILE_FILE_H

#include "career/store/db.h"
#include "career/store/profile.h"

struct profile {
	char *path;    /* NULL: memory */
	struct db *db; /* NULL until there is a file */
	bool ready;    /* the schema is this program's, writing may begin */
};

/* Before a write: the file, the folder and the schema, where they are not there yet. */
bool profile_make_ready(struct profile *p, struct err *e);

#endif
