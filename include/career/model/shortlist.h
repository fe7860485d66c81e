/*
 * shortlist.h - what a person keeps of a thing: that it is on the shortlist, tags, a note.
 *
 * A thing is a row of the lists "roles", "programs" or "skills" by its stable key. One that the catalog no longer has
 * stays, with the title that was kept and id 0.
 */
#ifndef CAREER_MODEL_SHORTLIST_H
#define CAREER_MODEL_SHORTLIST_H

#include "career/model/headline.h"
#include "career/store/db.h"
#include "career/store/profile.h"

enum { KEPT_KEY = 256, KEPT_TITLE = 256 };

struct kept_thing {
	const char *list; /* static text */
	char key[KEPT_KEY], title[KEPT_TITLE];
	int64_t id; /* 0: the catalog does not have it */
};

/* Names of the lists whose rows can be kept, NULL behind the last; what one row of each is called. */
const char *kept_list(size_t i);
const char *kept_one(const char *list);
/* Looks a thing up: id and title, which stays "" when the catalog does not have it. ERR_USAGE: no such list, or a key
 * that is too long. */
bool kept_find(
    struct kept_thing *t, struct db *db, const char *list, const char *key, struct err *e);

/* The same by its row in the catalog. */
bool kept_by_id(struct kept_thing *t, struct db *db, const char *list, int64_t id, struct err *e);

/* Of one thing. */
struct kept_words {
	int64_t place, of; /* on the shortlist from 1; 0: not on it */
	const char *added; /* day, "2026-11-22"; "" not on it */
	const char *tags;  /* "#cheap #online", "" none */
	const char *note;  /* whole, NULL: none */
};
bool kept_words(struct kept_words *out, struct profile *p, const char *list, const char *key,
    struct arena *a, struct err *e);
/* The first line of a note without the marks of a heading. */
const char *kept_first_line(const char *note, struct arena *a);

struct shortlist_item {
	struct kept_thing thing;
	struct kept_words words;
	struct headline is; /* its figures today */
	char pay[64]; /* of a role: what ANCHOR_ANSWER calls those who state its pay; "" none */
};
struct shortlist {
	struct shortlist_item *item; /* in the person's order */
	size_t n, roles, programs, skills, gone;
};
/* Everything is in the arena. */
bool shortlist_read(struct shortlist *out, struct db *db, const struct sources *src,
    struct profile *p, struct arena *a, struct err *e);

/* Puts a thing on it, with its figures of today; one that is there gets these. */
bool shortlist_add(struct profile *p, struct db *db, const struct sources *src,
    const struct kept_thing *t, struct err *e);
bool shortlist_has(struct profile *p, const char *list, const char *key, bool *has, struct err *e);
/* To a place, counted from 1, by changing places with its neighbours; beyond the ends: to the end. */
bool shortlist_place(
    struct profile *p, const char *list, const char *key, int64_t place, struct err *e);

/* A tag as one writes it: without '#' in front, one word of at most PROFILE_TAG_MAX bytes. ERR_USAGE: it is none. */
bool kept_tag_word(const char *said, struct buf *out, struct err *e);

#endif
