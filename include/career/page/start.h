/*
 * start.h - the first screen: what a person asks, each question with its short answer.
 *
 * The questions are rows of one table (start.c): the word of `question WORD`, the sentence, the function that
 * answers in one to three sentences. They are about one role: the current one, else the best documented
 * role of the catalog. Answers are worked out when they are first asked for and kept in struct start as
 * styled sentences, whatever the width; start_set drops them when role, level, sources, the program or what is
 * said of payback and of skills have changed. The question whether a program is worth its price is about the one that was
 * looked at last, else about the one that fits the role and of which most is stated.
 *
 * A question that the catalog cannot ask (there is no role, nothing to set beside it, no program) is left
 * out; the page then says what is missing.
 */
#ifndef CAREER_PAGE_START_H
#define CAREER_PAGE_START_H

#include "career/page/pages.h"

enum { START_QUESTIONS = 7, START_PARTS = 8, START_KIN = 2 };

/* A sentence of an answer; STYLE_WARN is shown behind a '!'. */
struct start_part {
	enum style style;
	const char *text;
	struct anchor who; /* who says so; ANCHOR_NONE when nobody in particular */
};

struct start_answer {
	bool made;
	struct start_part part[START_PARTS];
	size_t n;
};

struct start_role {
	int64_t id; /* 0: there is none */
	const char *slug, *title;
};

struct start_program {
	int64_t id; /* 0: there is none */
	const char *key, *name, *school;
};

struct start {
	struct arena arena;
	/* What it was made for. */
	bool set;
	char asked[128]; /* slug of the current role */
	enum level level;
	unsigned sources; /* db_sources_turn */
	char about[256];  /* key of the program that was looked at last */
	const char *said; /* of payback: payback_asks_text */
	const char *mine; /* of skills: mine_text */
	/* What it is about. */
	struct start_role role;
	bool chosen; /* it is the current role, not one taken by rule */
	struct start_role kin[START_KIN];
	size_t nkin;
	bool programs; /* there are any */
	struct start_program program;
	bool looked_at; /* it is the one of `about` */
	const char *
	    known; /* skills that the person has, in words; those of the example while nothing is said; "" none */
	int64_t example[2];
	size_t nexample; /* 0: the person's own */
	struct start_answer answer[START_QUESTIONS];
	/* Of the page made last: line of each question, SIZE_MAX for those left out; the question whose answer the
	 * screen shows. */
	size_t line[START_QUESTIONS], at;
};

void start_init(struct start *s);
void start_free(struct start *s);
/* For r->role, as it is now, and a level; a role that the catalog does not have is none. */
bool start_set(struct start *s, struct reader *r, enum level level, struct err *e);

/* The word of question i: "pay", "day", "compare", "skills", "programs", "worth", "missing". */
const char *start_word(size_t i);
/* Index of a word, -1: no question. */
int start_find(const char *word);
/* Whether question i can be asked. */
bool start_asks(const struct start *s, size_t i);
/* Appends the sentence, short where `width` cells are few. */
void start_sentence(const struct start *s, size_t i, int width, struct buf *out);
/* Appends what shows more on the command line: "career show data-scientist". */
void start_more(const struct start *s, size_t i, struct buf *out);

struct start_opts {
	struct start *start; /* set */
	size_t at;           /* question under the cursor: its answer is shown */
	const char *screens; /* "1 Roles  2 Programs"; NULL or "": not shown */
	const char *news; /* what has changed of the shortlist, in one line; NULL or "": nothing */
};

/* Appends the page of the screen: the questions, one line each (ANCHOR_COMMAND "question WORD"), the answer
 * to one of them, the role. */
bool page_start(struct page *p, struct reader *r, const struct start_opts *o, struct err *e);
/* All questions with their answers and the command lines that show more. */
bool page_start_all(struct page *p, struct reader *r, struct start *s, struct err *e);

#endif
