/*
 * cli.h - the front end without a screen: runs one verb and returns the exit code.
 *
 * A verb writes to c->out and returns false with an error; the error's code becomes the exit code,
 * its text (if any) goes to stderr as one safe line. "Nothing found" is ERR_NOTFOUND without text.
 */
#ifndef CAREER_CLI_CLI_H
#define CAREER_CLI_CLI_H

#include "career/base/err.h"
#include "career/cli/cmdline.h"
#include "career/out/out.h"
#include "career/out/sink.h"
#include "career/page/page.h"

#include <stdbool.h>

struct cli {
	const struct cmdline *cmd;
	struct sink out;
	bool tty;   /* standard output is a terminal */
	bool color; /* by --color, NO_COLOR, TERM and the terminal */
	bool ascii;
	int width;      /* of the terminal; 80 when there is none */
	int year;       /* of the clock */
	char *left_out; /* what --source, --kind and --without leave out, in words; NULL: nothing */
};

/* Before anything else: descriptors 0-2 are open, closed pipes give errors instead of a signal, the
 * locale is that of the environment but for numbers. Returns whether text may be UTF-8. */
bool cli_start(void);
/* Runs the verb of `cmd` (which has one with `run`). */
int cli_run(const struct cmdline *cmd, int year);
/* Prints an error, if it has words, and returns its exit code. */
int cli_fail(const struct err *e, bool ascii);
/*
 * The catalog of the command line, for every verb that reads one: what --source, --kind and --without leave
 * out is in nobody's sight. The caller closes it. A page says at its end what is left out (cli_print_page); of
 * anything else it is said on a terminal when the verb is done.
 */
struct db *cli_catalog(struct cli *c, struct err *e);
/* The person's profile, to be read; the caller closes it. NULL: there is none, --guest, or it cannot be read, which
 * is said. mine_read and the like take NULL for nothing. */
struct profile;
struct profile *cli_profile(struct cli *c);
/* For verbs that write into it (src/cli/step.c): opens it, made at the first write, and runs `run`. What that writes is one
 * step, which `career undo` takes back; when it fails nothing is written. */
bool cli_write(struct cli *c,
    bool (*run)(struct cli *c, struct profile *p, void *ctx, struct err *e), void *ctx,
    struct err *e);
/* A setting that the person's profile keeps ("role", "payback"), owned; NULL: none, or --guest. */
char *cli_kept(struct cli *c, const char *setting);
/* What one has of skills: what --have names, else what the profile keeps. */
struct haves;
struct arena;
bool cli_haves(struct cli *c, struct db *db, struct haves *out, struct arena *a, struct err *e);
struct reader;
/* The role, or skill, that a key or any name of it names; ERR_USAGE when it names something else. */
bool cli_find_role(struct db *db, const char *key, int64_t *id, struct err *e);
bool cli_find_skill(struct db *db, const char *key, int64_t *id, struct err *e);
/* The role that the first argument names, else the current one of the profile; ERR_USAGE when there is neither. */
bool cli_role_asked(struct cli *c, struct db *db, int64_t *id, struct err *e);
/* Runs a verb over the catalog of the command line; everything is closed behind it. */
bool cli_read(
    struct cli *c, bool (*run)(struct cli *c, struct reader *r, struct err *e), struct err *e);
/* The slug of --role, which may be any name of the role; owned, NULL: it names none. */
char *cli_role(struct cli *c, struct reader *r, struct err *e);
/* Puts --what-if into the reader, for the pages of a role; ERR_USAGE when it names what moves no pay there. */
bool cli_what_if(struct cli *c, struct reader *r, int64_t role, struct err *e);
/* One line to stderr, made safe. */
void cli_say(const struct cli *c, const char *text);

/* A table in the format that was asked for; with `drop` last columns that a terminal has no room for are left out. */
struct out cli_table(struct cli *c, const struct out_column *cols, size_t n, bool drop);

/* A page as text, with bold and underline where colour is on. */
struct page_opts cli_page_opts(const struct cli *c);
void cli_print_page(struct cli *c, const struct page *p);

/* The verbs. */
bool verb_list(struct cli *c, struct err *e);
bool verb_picture(struct cli *c, struct err *e);
bool verb_search(struct cli *c, struct err *e);
bool verb_compare(struct cli *c, struct err *e);
bool verb_show(struct cli *c, struct err *e);
bool verb_pay(struct cli *c, struct err *e);
bool verb_growth(struct cli *c, struct err *e);
bool verb_payback(struct cli *c, struct err *e);
bool verb_plans(struct cli *c, struct err *e);
bool verb_coverage(struct cli *c, struct err *e);
bool verb_conflicts(struct cli *c, struct err *e);
bool verb_start(struct cli *c, struct err *e);
bool verb_build(struct cli *c, struct err *e);
bool verb_import(struct cli *c, struct err *e);
bool verb_get(struct cli *c, struct err *e);
bool verb_check(struct cli *c, struct err *e);
bool verb_skills(struct cli *c, struct err *e); /* verb_list, but for `career skills set ...` */
bool verb_near(struct cli *c, struct err *e);
bool verb_interests(struct cli *c, struct err *e);
bool verb_rank(struct cli *c, struct err *e);
bool verb_opens(struct cli *c, struct err *e);
bool verb_path(struct cli *c, struct err *e);
bool verb_plan(struct cli *c, struct err *e);
bool verb_gap(struct cli *c, struct err *e);
bool verb_changes(struct cli *c, struct err *e);
bool verb_handout(struct cli *c, struct err *e);
bool verb_shortlist(struct cli *c, struct err *e);
/* As profile_act. */
const char *shortlist_act(size_t i, const char **help);
bool verb_note(struct cli *c, struct err *e);
bool verb_searches(struct cli *c, struct err *e);
/* The i-th word that it takes, as profile_act. */
const char *searches_act(size_t i, const char **help);
bool verb_tag(struct cli *c, struct err *e);
bool verb_looked(struct cli *c, struct err *e);
bool verb_routes(struct cli *c, struct err *e);
bool verb_board(struct cli *c, struct err *e);
bool verb_paths(struct cli *c, struct err *e);
bool verb_undo(struct cli *c, struct err *e);
bool verb_redo(struct cli *c, struct err *e);
bool verb_profile(struct cli *c, struct err *e);
/* The i-th word that it takes, NULL behind the last, with what it does (help may be NULL). */
const char *profile_act(size_t i, const char **help);
bool verb_tour(struct cli *c, struct err *e);
bool verb_keys(struct cli *c, struct err *e);
bool verb_completion(struct cli *c, struct err *e);
bool verb_complete(struct cli *c, struct err *e); /* what its scripts ask */
bool verb_help(struct cli *c, struct err *e);
/* --help of a verb (the one named "": of the program). */
void help_print(struct cli *c, const struct verb *v);

#endif
