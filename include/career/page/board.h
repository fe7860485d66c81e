/*
 * board.h - the readiness board: for each role how many of its musts one has, then have / partly / learning / not started.
 *
 * A role's lines lead to it (ANCHOR_ROLE); each state names its skills, firmest tier first.
 */
#ifndef CAREER_PAGE_BOARD_H
#define CAREER_PAGE_BOARD_H

#include "career/model/board.h"
#include "career/page/page.h"

/* Heading and roles; nothing without a role. */
void page_board(struct page *p, const struct board *b);

#endif
