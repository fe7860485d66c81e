/*
 * switch.h - switching sources off and on.
 *
 * What a source that is off states is out of every query's sight (db_set_sources_off); programs that it
 * speaks of take their headline values from the rest, by the rule of facts.h, and those that nobody
 * else speaks of are gone. Lists follow with listview_refresh when they are next shown, a reader with
 * reader_sources. It holds for the connection and is kept nowhere.
 */
#ifndef CAREER_MODEL_SWITCH_H
#define CAREER_MODEL_SWITCH_H

#include "career/store/db.h"

/* Exactly these sources are off from now on; their ids in any order. On failure the set is as it was, or
 * everything is on. */
bool switch_sources(struct db *db, const int64_t *off, size_t n, struct err *e);

#endif
