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

#include "career/model/figure.h"
#include "career/store/db.h"

/* Exactly these sources are off from now on; their ids in any order. On failure the set is as it was, or
 * everything is on. */
bool switch_sources(struct db *db, const int64_t *off, size_t n, struct err *e);

/*
 * Sources as a person names them, words with commas between; NULL: nothing said. A word is a key, which names
 * that source alone; or a key without its pack, a short name, a publisher (all of its sources), or a kind.
 */
struct switch_words {
	const char *source;  /* only what these state counts, */
	const char *kind;    /* and what sources of these kinds state; words are kinds only */
	const char *without; /* but not what these state */
};
/* Switches the others off. An unknown word is ERR_USAGE with the nearest name; when no source would be on:
 * ERR_NOTFOUND. `all` is to be followed (sources_follow). */
bool switch_by_words(
    struct db *db, const struct sources *all, const struct switch_words *w, struct err *e);

#endif
