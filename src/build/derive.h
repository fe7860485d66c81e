/* derive.h - headline values of programs from their facts; within the caller's transaction. */
#ifndef CAREER_BUILD_DERIVE_H
#define CAREER_BUILD_DERIVE_H

#include "career/store/db.h"

bool derive_programs(struct db *db, struct err *e);

#endif
