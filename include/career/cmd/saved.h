/*
 * saved.h - filters kept under a name of the person's own, one list each (struct saved in store/profile.h).
 *
 * `adds` of one is of the words SAVED_ABSENT (rows that fail only for an absent value are shown as well),
 * SAVED_EVERYTHING (the whole list, not the short one) and SAVED_OCCUPATIONS (roles: those of imported sets as
 * well), with blanks between.
 */
#ifndef CAREER_CMD_SAVED_H
#define CAREER_CMD_SAVED_H

#include "career/store/profile.h"

#define SAVED_ABSENT "absent"
#define SAVED_EVERYTHING "everything"
#define SAVED_OCCUPATIONS "occupations"

/* A name without the blanks at its ends, appended; ERR_USAGE when it is empty, too long or not to be seen. */
bool saved_name(const char *arg, struct buf *name, struct err *e);
bool saved_adds(const struct saved *s, const char *word);
/* As profile_load, but the error names the nearest there is, or how to save one. */
struct saved *saved_find(struct profile *p, const char *list, const char *name, struct err *e);

#endif
