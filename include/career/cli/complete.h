/*
 * complete.h - what may stand at the end of an unfinished command line.
 *
 * Candidates come from the tables of verbs, options and fields, and from the catalog. A candidate is
 * the whole last word as the program would get it, without any shell's quotes. Texts that a terminal
 * must not see are never offered, and errors (no catalog, a verb that does not exist) offer nothing.
 */
#ifndef CAREER_CLI_COMPLETE_H
#define CAREER_CLI_COMPLETE_H

#include "career/base/buf.h"
#include "career/base/mem.h"
#include "career/cli/cmdline.h"

#include <stdbool.h>
#include <stddef.h>

struct candidate {
	const char *text;
	const char *help; /* one line, safe; "" when there is nothing to say */
};

/* What the shell itself completes there, instead of the candidates. */
enum offers_path { PATH_NONE, PATH_FILE, PATH_FOLDER };

struct offers {
	struct arena arena; /* of the texts */
	struct candidate *all;
	size_t n, cap;
	enum offers_path path;
	bool open;  /* a candidate may go on: no blank behind it */
	bool ascii; /* the terminal shows nothing else */
};

void offers_init(struct offers *o, bool ascii);
void offers_free(struct offers *o);

/* Fills `o`. `words` stand behind the program's name; the last one is being typed (n 0: an empty
 * one). */
void complete_words(struct offers *o, const char *const *words, size_t n);

/* The shells that `career completion` knows. */
struct completion_shell {
	const char *name, *help, *script;
};
extern const struct completion_shell completion_shells[];
extern const size_t ncompletion_shells;

/* --- for the parts of completion ---- */

/* Adds `front` and `text` as one candidate, unless a terminal must not see it. */
void offers_add(struct offers *o, const char *front, const char *text, const char *help);

/* A word being typed, and what the words in front of it say. */
struct typing {
	struct offers *to;
	const struct verb *verb;
	const char *catalog; /* --catalog, NULL: search */
	const char *profile; /* --profile, NULL: search */
	const char *first;   /* the first argument, NULL: none yet */
	const char *front;   /* bytes of the word that stay as they are ("--sort=") */
	const char *word;    /* the rest */
};

/* Names of fields for --columns and --sort. */
void complete_fields(const struct typing *t, enum option_kind kind);
/* Keys of sources and their kinds for --source and --without, kinds for --kind; behind the last comma. */
void complete_sources(const struct typing *t, enum option_kind kind);
/* Assumptions of a payback for --flip; behind the last comma. */
void complete_flips(const struct typing *t);
/* Keys of factors of pay for --what-if, behind the last comma. */
void complete_factors(const struct typing *t);
/* Names of the saved filters of the verb's list. */
void complete_saved(const struct typing *t);
void complete_searches(const struct typing *t); /* of all lists: "programs/cheap" */
/* A word of a query. */
void complete_query(const struct typing *t);
/* Keys of roles, programs, skills, sources and the like; up to the next '/' where several follow. */
void complete_keys(const struct typing *t);

/* --- for bash, which splits words in its own way ---- */

/* A command line up to the cursor, as words. */
struct shell_line {
	struct arena arena;
	const char *
	    *words; /* without quotes; the first one is the program, the last one being typed */
	size_t n, cap;
	bool redirect; /* the last word is where output goes to, or input comes from */
	size_t kept;   /* bytes of the last word in front of what readline replaces */
	char quote;    /* the quote that is open there, or '\0' */
};

/* `tail`: what readline replaces, the end of the line as typed. */
void shell_split(struct shell_line *l, const char *line, const char *tail);
void shell_free(struct shell_line *l);
/* Appends `text` as it is written inside `quote`. False when that cannot be done. */
bool shell_quote(struct buf *out, const char *text, char quote);

#endif
