/* esco.h - the files of ESCO, each by a function. */
#ifndef CAREER_IMPORT_ESCO_H
#define CAREER_IMPORT_ESCO_H

#include "career/import/importer.h"

bool esco_run_groups(struct import_run *r, size_t member, struct err *e);
bool esco_run_occupations(struct import_run *r, size_t member, struct err *e);
bool esco_run_skills(struct import_run *r, size_t member, struct err *e);
/* Behind the occupations and skills, or on those that the catalog holds. */
bool esco_run_links(struct import_run *r, size_t member, struct err *e);

#endif
