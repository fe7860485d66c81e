/*
 * cmdline.h - the command line: its options, its verbs, and what was said.
 *
 * One table of options and one of verbs; parsing, --help and man/career.1 come from their rows.
 * Options may stand anywhere; "--" ends them. A verb that takes a query has only long options: an
 * argument that starts with one '-' is query text there.
 */
#ifndef CAREER_CLI_CMDLINE_H
#define CAREER_CLI_CMDLINE_H

#include "career/base/err.h"
#include "career/cmd/options.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum option_id {
	OPT_FORMAT,
	OPT_COLUMNS,
	OPT_SORT,
	OPT_SAVED,
	OPT_LIMIT,
	OPT_OCCUPATIONS,
	OPT_PLAIN,
	OPT_LEVEL,
	OPT_PLACE,
	OPT_BASIS,
	OPT_EMPLOYER,
	OPT_CELLS,
	OPT_EXPLAIN,
	OPT_WHAT_IF,
	OPT_ROLE,
	OPT_BASELINE,
	OPT_BASELINE_PAY,
	OPT_BEST,
	OPT_PAY, /* the inputs of a payback, as in `input` */
	OPT_COST,
	OPT_MONTHS,
	OPT_RATE,
	OPT_YEARS,
	OPT_AID,
	OPT_LIVING,
	OPT_STUDY_PAY,
	OPT_BORROWED,
	OPT_DISCOUNT,
	OPT_HORIZON,
	OPT_TAX,
	OPT_HIGH_SCHOOL,
	OPT_FLIP,
	OPT_SOURCE,
	OPT_KIND,
	OPT_WITHOUT,
	OPT_ALL,
	OPT_OUTPUT,
	OPT_REJECTS,
	OPT_DRY_RUN,
	OPT_NO_KEEP,
	OPT_YES,
	OPT_HAVE,
	OPT_FROM,
	OPT_ANSWER,
	OPT_RESET,
	OPT_WEIGHTS,
	OPT_BY,
	OPT_PAPER,
	OPT_FULL,
	OPT_LIST,
	OPT_NO_IMPORT,
	OPT_CATALOG,
	OPT_PROFILE,
	OPT_GUEST,
	OPT_SCRIPT,
	OPT_COLOR,
	OPT_ASCII,
	OPT_NO_MOUSE,
	OPT_BRAILLE,
	OPT_X,
	OPT_Y,
	OPT_LARGE,
	OPT_KEYS,
	OPT_THEME,
	OPT_PRESET,
	OPT_CHECK,
	OPT_HELP,
	OPT_VERSION,
	OPT_COUNT,
};
/* A set of options; wider than any type of the standard. */
__extension__ typedef unsigned __int128 option_bits;
#define OPT_BIT(id) ((option_bits)1 << (id))
_Static_assert(OPT_COUNT <= 128, "a bit for each option");

enum option_kind {
	OPTION_FLAG,    /* bool */
	OPTION_FILE,    /* const char * */
	OPTION_COLUMNS, /* const char *: fields of the verb's list, comma-separated */
	OPTION_SORT,    /* const char *: the same, those that sort, '-' in front for descending */
	OPTION_FIELD,   /* const char *: a number field of the list */
	OPTION_KEY,     /* const char *: a stable key */
	OPTION_SOURCES, /* const char *: names of sources, comma-separated (model/switch.h) */
	OPTION_KINDS,   /* const char *: kinds of sources, comma-separated */
	OPTION_FACTORS, /* const char *: keys of factors of pay, comma-separated (model/factor.h) */
	OPTION_FLIPS, /* const char *: assumptions of a payback, comma-separated (model/payback.h) */
	OPTION_TEXT,  /* const char *: words of the data */
	OPTION_AMOUNT, /* const char *: a number as people write it, 60k */
	OPTION_SAVED,  /* const char *: the name of a saved filter of the verb's list */
	OPTION_WORD,   /* int: index of the word */
	OPTION_THEME,  /* const char *: a theme; `word` has the built-in ones */
	OPTION_WHOLE,  /* long: a whole number */
};

/* What a verb's arguments are. */
enum verb_takes {
	TAKES_NOTHING,
	TAKES_QUERY,   /* of the list that has the verb's name */
	TAKES_PICTURE, /* the name of a list, and a query of it */
	TAKES_KEY,
	TAKES_COMPARED, /* keys of roles, or of programs */
	TAKES_PACKS,
	TAKES_SETS,  /* the name of a set's kind, and files */
	TAKES_FEEDS, /* names of feeds and of their groups */
	TAKES_VERB,
	TAKES_SHELL,
	TAKES_TOUR, /* and the number of a step; without any the verb prints, else the screen opens */
	TAKES_PROFILE, /* a word of `career profile`, then a file */
	TAKES_FILE,
	TAKES_SEARCHES,  /* a word of `career searches`, then a name, then a query */
	TAKES_SHORTLIST, /* a word of `career shortlist`, then keys */
	TAKES_TAGS,      /* a key, then words that may begin with '-' */
	TAKES_LITERAL,   /* words that are taken as they are, whatever they begin with */
};

struct cli_option {
	const char *name; /* behind "--" */
	char letter;      /* behind "-", 0: none */
	enum option_kind kind;
	const char *value;             /* what help calls its value; NULL for a flag */
	const char *(*word)(size_t i); /* WORD: the i-th allowed word, NULL behind the last */
	size_t at;                     /* where it goes in struct cmdline */
	const char *help;
};

struct cli;

struct verb {
	const char *name;    /* "" is the program without a verb: the screen */
	const char *args;    /* as usage shows them */
	option_bits options; /* OPT_BIT of each that it takes */
	enum verb_takes takes;
	size_t min_args, max_args;
	bool (*run)(struct cli *c, struct err *e); /* NULL: the screen */
	const char *help;                          /* one line */
	const char *more;                          /* further sentences, or NULL */
	const char *const *examples;               /* NULL-terminated, or NULL */
};

struct exit_code {
	int code;
	const char *help;
};

extern const struct cli_option cli_options[OPT_COUNT];
extern const struct verb verbs[];
extern const size_t nverbs;
extern const struct exit_code exit_codes[];
extern const size_t nexit_codes;

struct cmdline {
	struct options options;
	const struct verb *verb;
	const char **args; /* owned array of borrowed strings */
	size_t nargs;
	option_bits given; /* OPT_BIT of each option that was said */
	int paper;         /* index of the word, of --format where a document is written */
	int format, level, basis, color, keys, preset; /* index of the word */
	const char *place, *employer;
	const char *input[OPT_FLIP - OPT_PAY], *flip; /* of a payback */
	const char *x, *y;                            /* fields */
	const char *columns, *sort, *saved, *output, *baseline, *baseline_pay, *role, *what_if,
	    *rejects, *have, *from, *weights, *answer;
	int best, by; /* index of the word */
	long limit;
	bool cells, explain;
	bool reset, all, full, list, occupations, check, dry_run, no_keep, yes, no_import, help,
	    version;
};

/* Fills `c` in any case; free it in any case. An error is ERR_USAGE. */
bool cmdline_parse(struct cmdline *c, int argc, char *const *argv, struct err *e);
void cmdline_free(struct cmdline *c);
static inline bool
cmdline_said(const struct cmdline *c, enum option_id id)
{
	return (c->given & OPT_BIT(id)) != 0;
}

/* NULL when there is none. Also finds the verb for completion scripts, which is not in `verbs`. */
const struct verb *verb_find(const char *name);
/* "no verb 'rols'; nearest: roles". Returns false. */
bool verb_unknown(const char *name, struct err *e);

#endif
