/*
 * payback.h - the page that says whether a program is worth its price for a job.
 *
 * The answer first (whether anything links the two, then the band with its count), then the inputs with where
 * each comes from, one bar per pay figure, what moves the answer most, and the same job by another way; with
 * opts.details every formula with its numbers put in.
 *
 * Anchors, the first one of a line is what Enter does:
 *   an input       ANCHOR_COMMAND "payback-set KEY" (KEY of finance_inputs: baseline, cost, months, rate ...), then
 *                  who says so (FACT, FIGURE, ANSWER) and its TERM; where Enter edits, the line has a value.
 *   an assumption  ANCHOR_COMMAND "payback-flip WORD" (payback_flip_word) on the line that says what it would be
 *   a bar          ANCHOR_FIGURE, ANCHOR_SOURCE
 *   the role, its level   ANCHOR_ROLE, ANCHOR_PROGRAM
 *   the other way  ANCHOR_COMMAND "payback PROGRAM-KEY ROLE-SLUG", ANCHOR_PROGRAM
 *   what moves it  ANCHOR_COMMAND "payback-set KEY" or "payback-flip WORD"
 */
#ifndef CAREER_PAGE_PAYBACK_H
#define CAREER_PAGE_PAYBACK_H

#include "career/model/payback.h"
#include "career/page/pages.h"

/* Appends the page of what was worked out. */
bool page_payback(struct page *p, struct reader *r, const struct payback *b, struct err *e);
/* Without a program or role: how to get one, with a runnable example. */
bool page_payback_empty(struct page *p, struct reader *r, struct err *e);

/* The answer in a sentence or two, as the first lines of the page say it, for Start and compare: "5 of 6 pay figures
 * cover price and lost pay in 3-8 years; guide 2025: 129 years". Appends; names are data. */
void payback_says(struct buf *out, const struct payback *b);

#endif
