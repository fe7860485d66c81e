/* space_parts.h - what the files of model/space share. */
#ifndef CAREER_MODEL_SPACE_PARTS_H
#define CAREER_MODEL_SPACE_PARTS_H

#include "career/model/space.h"

/* One part more of a role. */
void space_count(struct space_role *r, const struct space_part *p);
bool space_read_ratings(struct space *s, struct spaces *all, struct db *db, struct err *e);
/* Of the skills in which one rates oneself, each once. */
bool space_add_levels(struct spaces *all, struct db *db, const struct haves *have, struct err *e);

#endif
