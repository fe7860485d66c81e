/* pack_rules.h - rules across the fields of one entry; each reports through pack_error. */
#ifndef CAREER_IMPORT_PACK_RULES_H
#define CAREER_IMPORT_PACK_RULES_H

#include "career/import/pack.h"

void rule_pack(struct pack_set *set, struct pack_row *row);
void rule_source(struct pack_set *set, struct pack_row *row);
void rule_role(struct pack_set *set, struct pack_row *row);
void rule_nearest(struct pack_set *set, struct pack_row *row);
void rule_figure(struct pack_set *set, struct pack_row *row);
void rule_transition(struct pack_set *set, struct pack_row *row);
void rule_route(struct pack_set *set, struct pack_row *row);
void rule_factor(struct pack_set *set, struct pack_row *row);
void rule_listing(struct pack_set *set, struct pack_row *row);
void rule_program(struct pack_set *set, struct pack_row *row);
void rule_fact(struct pack_set *set, struct pack_row *row);

/* The second number is not below the first; where one is absent there is nothing to say. */
void rule_order(struct pack_set *set, struct pack_row *row, const char *low, const char *high);

/* Rules across the entries of a section. */
void rules_of_set(struct pack_set *set);

#endif
