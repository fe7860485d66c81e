/* option.c - the option table and the reading of a command line by it. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/cmdline.h"
#include "career/cmd/keymap.h"
#include "career/cmd/themes.h"
#include "career/out/out.h"
#include "career/model/figure.h"
#include "career/model/path.h"
#include "career/model/plans.h"
#include "career/page/handout.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- words that options take ----------------------------------------------------------------- */

static const char *
word_format(size_t i)
{
	return i < nout_formats ? out_formats[i].name : NULL;
}

static const char *
word_paper(size_t i)
{
	return i < HANDOUT_FORMATS ? handout_format_word((enum handout_format)i) : NULL;
}

static const char *
word_color(size_t i)
{
	static const char *const words[] = {
	    [OPTION_COLOR_AUTO] = "auto",
	    [OPTION_COLOR_ALWAYS] = "always",
	    [OPTION_COLOR_NEVER] = "never",
	};

	return i < sizeof words / sizeof *words ? words[i] : NULL;
}

static const char *
word_level(size_t i)
{
	return i < LEVEL_ALL - LEVEL_ENTRY ? level_word((enum level)(LEVEL_ENTRY + i)) : NULL;
}

static const char *
word_basis(size_t i)
{
	return i <= BASIS_TOTAL ? basis_word((enum basis)i) : NULL;
}

static const char *
word_preset(size_t i)
{
	return keymap_presets[i];
}

static const char *
word_by(size_t i)
{
	return i < PATH_BYS ? path_by_word((enum path_by)i) : NULL;
}

static const char *
word_theme(size_t i)
{
	return theme_names[i];
}

/* --- the table ------------------------------------------------------------------------------- */

static const char *
word_best(size_t i)
{
	return plans_folds[i].word;
}

#define AT(member) offsetof(struct cmdline, member)

const struct cli_option cli_options[OPT_COUNT] = {
    [OPT_FORMAT] = {"format", 0, OPTION_WORD, "NAME", word_format, AT(format),
	"how a list is printed; table when absent"},
    [OPT_COLUMNS] = {"columns", 0, OPTION_COLUMNS, "A,B", NULL, AT(columns),
	"which columns of a list, in this order"},
    [OPT_SORT] = {"sort", 0, OPTION_SORT, "A,-B", NULL, AT(sort),
	"sort keys, most important first; - is descending; instead of the query's sort:"},
    [OPT_SAVED] = {"saved", 0, OPTION_SAVED, "NAME", NULL, AT(saved),
	"adds a filter that was saved on the screen to the query"},
    [OPT_OCCUPATIONS] = {"occupations", 0, OPTION_FLAG, NULL, NULL, AT(occupations),
	"with the occupations of imported sets, which are left out else"},
    [OPT_LIMIT] = {"limit", 0, OPTION_WHOLE, "N", NULL, AT(limit), "at most N rows"},
    [OPT_PLAIN] = {"plain", 0, OPTION_FLAG, NULL, NULL, AT(options.plain),
	"linear text in whole sentences, for screen readers"},
    [OPT_LEVEL] = {"level", 0, OPTION_WORD, "LEVEL", word_level, AT(level),
	"level of experience that a role's pay is answered for first; entry when absent"},
    [OPT_PLACE] = {"place", 0, OPTION_TEXT, "WORD", NULL, AT(place),
	"figures for a place only: a word of it begins so (US, san); none: those that name no place"},
    [OPT_BASIS] = {"basis", 0, OPTION_WORD, "BASIS", word_basis, AT(basis),
	"figures only that count this"},
    [OPT_EMPLOYER] = {"employer", 0, OPTION_TEXT, "WORD", NULL, AT(employer),
	"figures for a kind of employer only, by its name or the source's words (big-tech, FAANG); none: "
	"those that name none"},
    [OPT_CELLS] = {"cells", 0, OPTION_FLAG, NULL, NULL, AT(cells),
	"in cells of level, place, basis and employer, where nothing stands together that differs in one"},
    [OPT_EXPLAIN] = {"explain", 0, OPTION_FLAG, NULL, NULL, AT(explain),
	"with who says so of each number, and how it was worked out"},
    [OPT_WHAT_IF] = {"what-if", 0, OPTION_FACTORS, "A,B", NULL, AT(what_if),
	"pay under factors that sources state, by the names that `career pay` gives them"},
    [OPT_ROLE] = {"role", 0, OPTION_KEY, "SLUG", NULL, AT(role),
	"about which role; when absent the current one, else the best documented one"},
    [OPT_BASELINE] = {"baseline", 0, OPTION_KEY, "KEY", NULL, AT(baseline),
	"which of the compared the others' differences are to; of a payback and of plans: your pay a year without the "
	"program, or a role whose first job you would have"},
    [OPT_BASELINE_PAY] = {"baseline-pay", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(baseline_pay),
	"dollars a year that you would earn without a program; when absent as your profile has it, else the "
	"median of all US jobs"},
    [OPT_PAY] = {"pay", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[0]),
	"what you would earn with the program, a year, instead of what sources state"},
    [OPT_COST] = {"cost", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[1]),
	"price of the whole program in dollars"},
    [OPT_MONTHS] = {"months", 0, OPTION_AMOUNT, "NUMBER", NULL, AT(input[2]),
	"length of the program in months"},
    [OPT_RATE] = {"rate", 0, OPTION_AMOUNT, "PERCENT", NULL, AT(input[3]), "of the loan, a year"},
    [OPT_YEARS] = {"years", 0, OPTION_AMOUNT, "NUMBER", NULL, AT(input[4]),
	"in which the loan is paid back"},
    [OPT_AID] = {"aid", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[5]),
	"grants and scholarships in all"},
    [OPT_LIVING] = {"living", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[6]),
	"living cost a month while studying; when absent none is counted, one lives anyway"},
    [OPT_STUDY_PAY] = {"pay-while-studying", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[7]),
	"what you earn a year while studying on campus"},
    [OPT_BORROWED] = {"borrowed", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[8]),
	"what is borrowed; when absent all of the net price"},
    [OPT_DISCOUNT] = {"discount", 0, OPTION_AMOUNT, "PERCENT", NULL, AT(input[9]),
	"by which later money counts less, a year"},
    [OPT_HORIZON] = {"horizon", 0, OPTION_AMOUNT, "YEARS", NULL, AT(input[10]),
	"years after graduation that are counted"},
    [OPT_TAX] = {"tax", 0, OPTION_AMOUNT, "PERCENT", NULL, AT(input[11]),
	"of the pay, for what is left to live on"},
    [OPT_HIGH_SCHOOL] = {"high-school", 0, OPTION_AMOUNT, "AMOUNT", NULL, AT(input[12]),
	"median pay a year with a high school diploma only, for the premium"},
    [OPT_FLIP] = {"flip", 0, OPTION_FLIPS, "A,B", NULL, AT(flip),
	"reads what is assumed the other way: yearly, out-of-state, job, debt, timing, interest, currency"},
    [OPT_BEST] = {"best", 0, OPTION_WORD, "OF", word_best, AT(best),
	"one plan alone of each program, the one with its best role, or of each role"},
    [OPT_SOURCE] = {"source", 0, OPTION_SOURCES, "A,B", NULL, AT(options.source),
	"counts only what these sources state: keys, short names, publishers or kinds"},
    [OPT_KIND] = {"kind", 0, OPTION_KINDS, "A,B", NULL, AT(options.kind),
	"counts only sources of these kinds: official, survey, postings, editorial; with --source "
	"those as well"},
    [OPT_WITHOUT] = {"without", 0, OPTION_SOURCES, "A,B", NULL, AT(options.without),
	"like --source, but what these state is left out"},
    [OPT_ALL] = {"all", 0, OPTION_FLAG, NULL, NULL, AT(all),
	"rows in which all are equal as well; they stand folded otherwise"},
    [OPT_OUTPUT] = {"output", 'o', OPTION_FILE, "FILE", NULL, AT(output),
	"file to write; when absent, of a catalog the one in your data folder, of a document standard output"},
    [OPT_REJECTS] = {"rejects", 0, OPTION_FILE, "FILE", NULL, AT(rejects),
	"writes the rows that could not be used: file, line, reason, fields, with tabs between"},
    [OPT_DRY_RUN] = {"dry-run", 0, OPTION_FLAG, NULL, NULL, AT(dry_run),
	"does everything but put the new catalog in place"},
    [OPT_NO_KEEP] = {"no-keep", 0, OPTION_FLAG, NULL, NULL, AT(no_keep),
	"keeps no compressed copy of what was read"},
    [OPT_HAVE] = {"have", 0, OPTION_KEY, "A,B", NULL, AT(have),
	"skills that you have; python=partly, =learning or =want where not wholly"},
    [OPT_FROM] = {"from", 0, OPTION_KEY, "ROLE", NULL, AT(from),
	"in place of a person someone in that role, with the skills that it wants"},
    [OPT_ANSWER] = {"answer", 0, OPTION_TEXT, "KEY=N,KEY=N", NULL, AT(answer),
	"how you like what an item says, 1 (dislike) to 5 (like), or no; kept"},
    [OPT_RESET] = {"reset", 0, OPTION_FLAG, NULL, NULL, AT(reset), "forgets all answers"},
    [OPT_WEIGHTS] = {"weights", 0, OPTION_TEXT, "A=N,B=N", NULL, AT(weights),
	"how much each part counts, 0-10: pay, growth, cost, time, fit, interest; for this time only"},
    [OPT_BY] = {"by", 0, OPTION_WORD, "WHAT", word_by, AT(by),
	"what the way is to have least of: gap, what is to be learned; cost; months"},
    [OPT_PAPER] = {"format", 0, OPTION_WORD, "NAME", word_paper, AT(paper),
	"how a document is written; when absent as the file's name ends, else txt"},
    [OPT_LIST] = {"list", 0, OPTION_FLAG, NULL, NULL, AT(list),
	"prints the steps that can be taken back or done again"},
    [OPT_FULL] = {"full", 0, OPTION_FLAG, NULL, NULL, AT(full),
	"all there is, in place of one page"},
    [OPT_YES] = {"yes", 0, OPTION_FLAG, NULL, NULL, AT(yes), "removes without asking"},
    [OPT_NO_IMPORT] = {"no-import", 0, OPTION_FLAG, NULL, NULL, AT(no_import),
	"fetches the files and leaves the catalog as it is"},
    [OPT_CATALOG] = {"catalog", 0, OPTION_FILE, "FILE", NULL, AT(options.catalog),
	"catalog to read"},
    [OPT_PROFILE] = {"profile", 0, OPTION_FILE, "NAME|FILE", NULL, AT(options.profile),
	"your own file, or one of several by its name: marks, the current role, columns, saved filters"},
    [OPT_GUEST] = {"guest", 0, OPTION_FLAG, NULL, NULL, AT(options.guest),
	"keeps the profile in memory only: nothing is written"},
    [OPT_SCRIPT] = {"script", 0, OPTION_FILE, "FILE", NULL, AT(options.script),
	"runs one command a line, each when the program is idle"},
    [OPT_COLOR] = {"color", 0, OPTION_WORD, "WHEN", word_color, AT(color),
	"colour and bold; auto: on a terminal, unless NO_COLOR is set"},
    [OPT_ASCII] = {"ascii", 0, OPTION_FLAG, NULL, NULL, AT(options.ascii),
	"ASCII characters only, as in a locale without UTF-8"},
    [OPT_NO_MOUSE] = {"no-mouse", 0, OPTION_FLAG, NULL, NULL, AT(options.no_mouse),
	"leaves the mouse to the terminal"},
    [OPT_BRAILLE] = {"braille", 0, OPTION_FLAG, NULL, NULL, AT(options.braille),
	"draws pictures in braille dots, which are finer than blocks"},
    [OPT_X] = {"x", 0, OPTION_FIELD, "FIELD", NULL, AT(x),
	"number on the lower axis of a picture; alone: how it is spread"},
    [OPT_Y] = {"y", 0, OPTION_FIELD, "FIELD", NULL, AT(y), "number on the axis at the left"},
    [OPT_LARGE] = {"large", 0, OPTION_FLAG, NULL, NULL, AT(options.large),
	"fewer things and more room between them, for a projector"},
    [OPT_KEYS] = {"keys", 0, OPTION_WORD, "PRESET", word_preset, AT(keys),
	"which keys, below those of your own keymap (career-keys(5))"},
    [OPT_THEME] = {"theme", 0, OPTION_THEME, "NAME", word_theme, AT(options.theme),
	"which colours: a built-in theme, or one of your own (career-keys(5))"},
    [OPT_PRESET] = {"preset", 0, OPTION_WORD, "PRESET", word_preset, AT(preset),
	"which keys; when absent as your own keymap or your settings say"},
    [OPT_CHECK] = {"check", 0, OPTION_FLAG, NULL, NULL, AT(check),
	"looks for keys with two meanings, commands without a key and the like"},
    [OPT_HELP] = {"help", 'h', OPTION_FLAG, NULL, NULL, AT(help), "prints help and ends"},
    [OPT_VERSION] = {"version", 0, OPTION_FLAG, NULL, NULL, AT(version),
	"prints the version and ends"},
};

/* --- one option ------------------------------------------------------------------------------ */

static bool
option_unknown(const char *arg, size_t len, struct err *e)
{
	const char *names[OPT_COUNT], *near;
	char *name = mem_ndup(arg, len);

	for (size_t i = 0; i < OPT_COUNT; i++)
		names[i] = cli_options[i].name;
	near = text_nearest(name + strspn(name, "-"), names, OPT_COUNT);
	if (near)
		err_set(e, ERR_USAGE, "no option %s; nearest: --%s", name, near);
	else
		err_set(e, ERR_USAGE, "no option %s; `career --help` lists them", name);
	free(name);
	return false;
}

/* The option's words with ", " between. */
static void
list_words(const struct cli_option *o, struct buf *out)
{
	for (size_t i = 0; o->word(i); i++)
		buf_addf(out, "%s%s", i ? ", " : "", o->word(i));
}

static bool
word_unknown(const struct cli_option *o, const char *value, struct err *e)
{
	const char *names[16], *near;
	struct buf all = BUF_INIT;
	size_t n = 0;

	while (n < sizeof names / sizeof *names && o->word(n)) {
		names[n] = o->word(n);
		n++;
	}
	near = text_nearest(value, names, n);
	list_words(o, &all);
	if (near)
		err_set(e, ERR_USAGE, "--%s takes no '%s'; nearest: %s (of %s)", o->name, value,
		    near, all.data);
	else
		err_set(e, ERR_USAGE, "--%s takes no '%s', only %s", o->name, value, all.data);
	buf_free(&all);
	return false;
}

static bool
set_word(const struct cli_option *o, int *to, const char *value, struct err *e)
{
	for (size_t i = 0; o->word(i); i++) {
		if (strcmp(o->word(i), value) == 0) {
			*to = (int)i;
			return true;
		}
	}
	return word_unknown(o, value, e);
}

static bool
set_whole(const struct cli_option *o, long *to, const char *value, struct err *e)
{
	char *end;

	errno = 0;
	*to = strtol(value, &end, 10);
	if (value[0] < '0' || value[0] > '9' || *end || errno)
		return err_set(e, ERR_USAGE, "--%s takes a whole number, not '%s'", o->name, value);
	return true;
}

static bool
set_value(struct cmdline *c, enum option_id id, const char *value, struct err *e)
{
	const struct cli_option *o = &cli_options[id];
	void *to = (char *)c + o->at;

	c->given |= OPT_BIT(id);
	switch (o->kind) {
	case OPTION_FLAG:
		*(bool *)to = true;
		return true;
	case OPTION_FILE:
	case OPTION_COLUMNS:
	case OPTION_SORT:
	case OPTION_FIELD:
	case OPTION_KEY:
	case OPTION_TEXT:
	case OPTION_AMOUNT:
	case OPTION_SOURCES:
	case OPTION_KINDS:
	case OPTION_FACTORS:
	case OPTION_FLIPS:
	case OPTION_SAVED:
	case OPTION_THEME:
		*(const char **)to = value;
		return value[0]
		    || err_set(e, ERR_USAGE, "--%s needs a value: %s", o->name, o->value);
	case OPTION_WORD:
		return set_word(o, to, value, e);
	case OPTION_WHOLE:
		return set_whole(o, to, value, e);
	}
	return true;
}

/* --- a command line -------------------------------------------------------------------------- */

struct parser {
	struct cmdline *c;
	int argc, at; /* `at`: the next argument */
	char *const *argv;
	bool literal; /* behind "--" */
};

/* An option with its value: "--name=value", "--name value", "-ovalue", "-o value". `rest`: what
 * stands behind the name in the same argument, NULL when nothing. */
static bool
take_option(struct parser *r, enum option_id id, const char *rest, struct err *e)
{
	const struct cli_option *o = &cli_options[id];

	r->c->given |= OPT_BIT(id);
	if (o->kind == OPTION_FLAG) {
		*(bool *)((char *)r->c + o->at) = true;
		return !rest || err_set(e, ERR_USAGE, "--%s takes no value", o->name);
	}
	if (!rest && r->at == r->argc)
		return err_set(e, ERR_USAGE, "--%s needs a value: %s", o->name, o->value);
	return set_value(r->c, id, rest ? rest : r->argv[r->at++], e);
}

/* The verb, also one that stands behind the option. */
static const struct verb *
verb_of(const struct parser *r)
{
	const struct verb *v = r->c->verb;

	for (int i = r->at; i < r->argc && !v->name[0]; i++)
		if (r->argv[i][0] != '-' && verb_find(r->argv[i]) != NULL)
			v = verb_find(r->argv[i]);
	return v;
}

static bool
take_long(struct parser *r, const char *arg, struct err *e)
{
	const struct verb *v = verb_of(r);
	size_t len = strcspn(arg + 2, "="), found = OPT_COUNT;

	/* Of two of one name the one that the verb takes. */
	for (size_t i = 0; i < OPT_COUNT; i++) {
		const char *name = cli_options[i].name;

		if (strlen(name) == len && strncmp(name, arg + 2, len) == 0
		    && (found == OPT_COUNT || (v->options & OPT_BIT(i)) != 0))
			found = i;
	}
	if (found == OPT_COUNT)
		return option_unknown(arg, len + 2, e);
	return take_option(r, (enum option_id)found, arg[2 + len] ? arg + 3 + len : NULL, e);
}

static bool
take_short(struct parser *r, const char *arg, struct err *e)
{
	for (size_t i = 0; i < OPT_COUNT; i++)
		if (cli_options[i].letter == arg[1])
			return take_option(r, (enum option_id)i, arg[2] ? arg + 2 : NULL, e);
	return option_unknown(arg, strlen(arg), e);
}

static bool
take_argument(struct parser *r, const char *arg, struct err *e)
{
	struct cmdline *c = r->c;

	if (!c->verb->name[0]) {
		const struct verb *v = verb_find(arg);

		if (!v)
			return verb_unknown(arg, e);
		c->verb = v;
		r->literal = r->literal || v->takes == TAKES_LITERAL;
		return true;
	}
	c->args[c->nargs++] = arg;
	return true;
}

static bool
take(struct parser *r, struct err *e)
{
	const char *arg = r->argv[r->at++];

	if (r->literal || arg[0] != '-' || !arg[1])
		return take_argument(r, arg, e);
	if (strcmp(arg, "--") == 0)
		return r->literal = true;
	if (arg[1] == '-')
		return take_long(r, arg, e);
	if (r->c->verb->takes == TAKES_QUERY || r->c->verb->takes == TAKES_PICTURE
	    || r->c->verb->takes == TAKES_TAGS || r->c->verb->takes == TAKES_SEARCHES)
		return take_argument(r, arg, e);
	return take_short(r, arg, e);
}

/* --- what does not go together --------------------------------------------------------------- */

static bool
misplaced(const struct cmdline *c, enum option_id id, struct err *e)
{
	struct buf where = BUF_INIT;

	for (size_t i = 0; i < nverbs; i++) {
		if (!(verbs[i].options & OPT_BIT(id)))
			continue;
		buf_adds(&where, where.len ? ", " : "");
		buf_adds(&where, verbs[i].name[0] ? verbs[i].name : "the screen");
	}
	err_set(e, ERR_USAGE, "--%s is not for %s, only for %s", cli_options[id].name,
	    c->verb->name[0] ? c->verb->name : "the screen", where.data);
	buf_free(&where);
	return false;
}

static bool
check(const struct cmdline *c, struct err *e)
{
	const struct verb *v = c->verb;

	if (c->help || c->version)
		return true;
	for (size_t i = 0; i < OPT_COUNT; i++)
		if (cmdline_said(c, (enum option_id)i) && !(v->options & OPT_BIT(i)))
			return misplaced(c, (enum option_id)i, e);
	if (v->takes == TAKES_FILE && c->nargs > 0 && !c->check)
		return err_set(e, ERR_USAGE, "a FILE is for --check: career %s --check %s", v->name,
		    c->args[0]);
	if (c->nargs < v->min_args || c->nargs > v->max_args)
		return err_set(e, ERR_USAGE, "%s arguments: career %s %s",
		    c->nargs < v->min_args ? "too few" : "too many", v->name, v->args);
	if (c->options.tour && cmdline_said(c, OPT_FORMAT))
		return err_set(e, ERR_USAGE, "--format is for the list of tours: leave out '%s'",
		    c->options.tour);
	if (c->options.plain && (cmdline_said(c, OPT_FORMAT) || cmdline_said(c, OPT_COLUMNS)))
		return err_set(e, ERR_USAGE, "--plain prints sentences: it goes without --%s",
		    cmdline_said(c, OPT_FORMAT) ? "format" : "columns");
	return true;
}

bool
cmdline_parse(struct cmdline *c, int argc, char *const *argv, struct err *e)
{
	struct parser r = {.c = c, .argc = argc, .at = 1, .argv = argv};

	memset(c, 0, sizeof *c);
	c->verb = &verbs[0];
	c->limit = -1;
	c->args = mem_zero((size_t)argc + 1, sizeof *c->args);
	while (r.at < argc)
		if (!take(&r, e))
			return false;
	c->options.color = (enum option_color)c->color;
	c->options.color_said = cmdline_said(c, OPT_COLOR);
	if (cmdline_said(c, OPT_KEYS))
		c->options.keys = keymap_presets[c->keys];
	if (c->verb->takes == TAKES_TOUR && c->nargs > 0) {
		c->options.tour = c->args[0];
		c->options.tour_step = c->args[1]; /* NULL behind the last */
	}
	return check(c, e);
}

void
cmdline_free(struct cmdline *c)
{
	free(c->args);
	c->args = NULL;
}
