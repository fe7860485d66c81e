/* derive.h - headline values of programs from their facts; within the caller's transaction. */
#ifndef CAREER_BUILD_DERIVE_H
#define CAREER_BUILD_DERIVE_H

#include "career/store/db.h"

bool derive_programs(struct db *db, struct err *e);
/* Programs counted by field of study, and by source: after derive_programs and derive_studies. */
bool derive_tallies(struct db *db, struct err *e);
/* Programs of the College Scorecard counted by field and level, and by where those of a school stand. */
bool derive_studies(struct db *db, struct err *e);

#endif
