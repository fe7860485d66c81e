/* agree_parts.h - what the files of the agreement share. */
#ifndef CAREER_MODEL_AGREE_PARTS_H
#define CAREER_MODEL_AGREE_PARTS_H

#include "career/model/agree.h"

#define AGREE_DOLLARS "USD"
#define AGREE_NO_CURRENCY "unstated-currency"

static inline bool
agree_says(const char *s)
{
	return s[0] != '\0';
}

/* Employer type, "" when not stated: a list of several types says as much as none. */
const char *agree_employer(const struct figure *f);

/* Does the group answer for the country, a year, in dollars? */
bool agree_is_main(const struct agree_group *g);

/* Everything about a group but its key and the figures of its lines. */
void agree_finish(struct agree_group *g, struct arena *a);

#endif
