/*
 * keep.h - copies of what imports have read: inputs/KIND in the person's data folder.
 *
 * A copy is made as "KIND.new-PID" and takes the place of the old one by renaming, the old one first out of the way
 * ("KIND.old-PID"): where a kill came between the two renames, keep_find ends what was begun.
 */
#ifndef BUILD_KEEP_H
#define BUILD_KEEP_H

#include "career/import/importer.h"

/* The folder with the kept files of a kind. Owned; NULL when nothing is kept. */
char *keep_find(const char *kind);

/* Adds those kept files that bring a table which the input does not bring (importer.h: brings). */
bool keep_add_others(const struct importer *imp, struct input *in, struct err *e);

/* Copies what was read beside the kept files, with those of them that stay; keep_finish puts it in their place, keep_drop
 * removes it. */
bool keep_begin(const struct importer *imp, struct input *in, struct err *e);
bool keep_finish(const char *kind, struct err *e);
void keep_drop(const char *kind);

#endif
