/* start_parts.h - what the files of the first screen share: one function a question, which answers it. */
#ifndef CAREER_PAGE_START_PARTS_H
#define CAREER_PAGE_START_PARTS_H

#include "career/page/start.h"
#include "role.h"

/* What an answer is made of. */
struct asking {
	struct start *s;
	struct start_answer *to;
	struct role_ctx c; /* of the role; without a page. Its arena is freed after the answer. */
};

/* Adds a sentence; the text is copied. What is too much is left out. */
struct start_part *start_say(struct asking *q, enum style style, const char *text);
struct start_part *start_sayf(struct asking *q, enum style style, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
void start_who(struct asking *q, struct start_part *part, enum anchor_kind kind, const char *key);

bool start_pay(struct asking *q, struct err *e);
bool start_day(struct asking *q, struct err *e);
bool start_compare(struct asking *q, struct err *e);
bool start_skills(struct asking *q, struct err *e);
bool start_programs(struct asking *q, struct err *e);
bool start_worth(struct asking *q, struct err *e);
bool start_missing(struct asking *q, struct err *e);

/* The answer to question i, worked out when it is not there yet. */
bool start_make_answer(struct start *s, struct reader *r, size_t i, struct err *e);
/* Parts of the page: its heading, a sentence behind a label or at an indent, what the catalog lacks. */
void start_add_heading(struct page *p);
void start_add_part(struct page *p, const struct start_part *part, const char *label, int indent);
void start_say_missing(struct page *p, const struct start *s);

/* The program that s->about names, else one for the role. */
bool start_find_program(struct start *s, struct reader *r, struct err *e);
/* What the person knows, else the example. */
bool start_find_known(struct start *s, struct reader *r, struct err *e);
/* Appends its name, with its school's. */
void start_program_says(const struct start *s, struct buf *out);

#endif
