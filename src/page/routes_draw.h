/* routes_draw.h - what the files of the page of routes share. */
#ifndef CAREER_PAGE_ROUTES_DRAW_H
#define CAREER_PAGE_ROUTES_DRAW_H

#include "career/page/routes.h"

/* "Degree", "Online courses (MOOC)". */
const char *routes_kind_head(enum route_kind k);
/* Whether fields of study are linked with occupations near the role, not with a code of its own. */
bool routes_are_near(const struct routes *r);
/* "master's degree", in small letters. */
const char *routes_award_word(const char *award);

/* routes_chart.c: what each way costs and how long it takes; nothing where nobody says. */
void routes_say_costs(struct page *p, const struct routes_shown *s);
void routes_say_months(struct page *p, const struct routes_shown *s);
/* routes_ways.c: the ways by kind, with who names each and the programs. */
bool routes_say_ways(
    struct page *p, struct reader *r, const struct routes_shown *s, struct arena *a, struct err *e);
/* routes_skill.c: what is missing, with what names it. */
void routes_say_missing(struct page *p, const struct routes_shown *s);

/* One program as an item of its own, its price and length behind its name. */
void routes_program_line(struct page *p, int indent, const char *lead, const struct route *r);
void routes_program_anchors(struct page *p, const struct route *r);

#endif
