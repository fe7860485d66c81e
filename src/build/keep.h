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

/* Adds the kept files of such a folder: of each part (importer.h) those that were kept last. */
bool keep_add(const struct importer *imp, struct input *in, const char *folder, struct err *e);
/* Adds those of the kept files that bring a part which the input does not bring. */
bool keep_add_others(const struct importer *imp, struct input *in, struct err *e);

/* Copies what was read (the first `own` members; the others are forgotten) beside the kept files, with those of them that are
 * still needed; keep_finish puts it in their place, keep_drop removes it. */
bool keep_begin(const struct importer *imp, struct input *in, size_t own, struct err *e);
bool keep_finish(const char *kind, struct err *e);
void keep_drop(const char *kind);

#endif
