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

/* The interval of a figure; false when it makes no line. */
bool agree_line_of(const struct figure *f, struct agree_line *out);

/* Whether a figure makes a line for a level: it states it, or its source states none and it stands in. */
bool agree_belongs(const struct figures *figs, const struct figure *f, enum level level);

/* "" for the country that unstated places are read as. */
const char *agree_place(const struct figure *f);

/* As stated; the country by one of its names. */
const char *agree_place_said(const struct figure *f);

/* What a figure's group is called; the rest of it is still empty. */
struct agree_group agree_key(const struct figure *f, enum level level);

/* Where a level stands in the order they are shown in. */
int agree_level_rank(enum level l);

/* Does the group answer for the country, a year, in dollars? */
bool agree_is_main(const struct agree_group *g);

/* Its interval with open ends at infinity. */
double agree_reach_lo(const struct agree_line *l);
double agree_reach_hi(const struct agree_line *l);

/* Publishers, pages, employers, the best-supported ranges, `single`, and who meets or stands apart. */
void agree_meet(struct agree_group *g, struct arena *a);

/* Everything about a group but its key and the figures of its lines. */
void agree_finish(struct agree_group *g, struct arena *a);

#endif
