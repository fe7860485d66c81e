/*
 * payfig.h - pay figures for tests of the agreement, and looks at its answers.
 *
 * Everything is made in payfig_arena, which lives for one test (payfig_setup, payfig_teardown).
 */
#ifndef CAREER_TESTS_PAYFIG_H
#define CAREER_TESTS_PAYFIG_H

#include "career/model/agree.h"

/* Six pages of four publishers: a1, a2 and b1, b2 share one each; c counts postings. */
enum { A1, A2, B1, B2, C, D, PAYFIG_SOURCES };

extern struct arena payfig_arena;
int payfig_setup(void **state);
int payfig_teardown(void **state);

/* An entry-level base salary in dollars, nothing else stated; a range when lo < hi, else a point.
 * */
struct figure pay(int source, double lo, double hi);

struct agree payfig_groups(const struct figure *f, size_t n, enum level level);
/* The country's salary group; fails the test when there is none. */
const struct agree_group *payfig_salary(const struct agree *ag, enum level level);
/* Fails the test unless the range is this one, met by so many. */
void payfig_range(const struct agree_range *r, double lo, double hi, size_t publishers);

#endif
