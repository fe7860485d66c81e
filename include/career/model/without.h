/*
 * without.h - the list of programs without one of its sources, made ready at the end of a build.
 *
 * For each source that speaks of programs together with others, what the list says of these without it is a
 * stored frame of its own: its rows are those programs, its columns those that depend on sources. Switching a
 * source off then reads arrays instead of choosing anew for each program.
 */
#ifndef CAREER_MODEL_WITHOUT_H
#define CAREER_MODEL_WITHOUT_H

#include "career/frame/frame.h"

/* From program_without; within the caller's transaction. */
bool without_store(struct db *db, struct err *e);
/* Patches the list with what it says without a source; nothing where the source never speaks with others. */
bool without_apply(struct frame *programs, struct db *db, int64_t source, struct err *e);

#endif
