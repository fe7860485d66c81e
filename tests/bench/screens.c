/*
 * Every screen on a pseudo-terminal: from the key that opens it to its settled first frame, and a typical
 * key on it. Each row is measured in a fresh program, so that the first frame holds all that is read for the
 * screen; of several runs the least counts, as in tty.c. A row whose screen the program does not have is left
 * out: what is to be seen on it says so.
 */
#include "bench.h"

#include "tty.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 50, COLUMNS = 132, RUNS = 3, PRESSES = 5, LABEL = 40 };

#define MARK_6 "Space Down Space Down Space Down Space Down Space Down Space"
#define MARK_10 MARK_6 " Down Space Down Space Down Space Down Space"

/* Of a catalog with imported sets. */
#define OCCUPATION(section) "1 O :select~registered-nurses Enter :section~" section

#define WHARTON "university-of-pennsylvania/wharton-mba/mba"
#define MLE "machine-learning-engineer"

/* Keys are names between blanks; a word that starts with ':' is a command, '~' in it a blank. */
static const struct row {
	const char *name;
	const char *there; /* keys from the program's start; the last one opens the screen */
	const char *sight; /* stands on the screen then */
	const char *key;   /* the typical key: pressed several times, or letter by letter */
} rows[] = {
    {"Start", ":screen~roles :screen~start", "Start", "Down"},
    {"Start, question on pay", ":screen~start Down Up", "?", "E"},
    {"Start, second question", ":screen~start Down", "?", "Down"},
    {"Start, third question", ":screen~start Down Down", "?", "Down"},
    {"Start, fourth question", ":screen~start Down Down Down", "?", "Down"},
    {"Start, fifth question", ":screen~start Down Down Down Down", "?", "Down"},
    {"Roles", "1", "[1 Roles]", "Down"},
    {"Roles, filter", "1 /", "[1 Roles]", "data s"},
    {"Roles, a sort", "1 Right s", "[1 Roles]", "s"},
    {"Role, Summary", "1 Enter", "[Summary]", "J"},
    {"Role, Pay", "1 Enter :section~pay", "[Pay]", "J"},
    {"Role, Growth", "1 Enter :section~growth", "[Growth]", "J"},
    {"Role, Skills", "1 Enter :section~skills", "[Skills]", "J"},
    {"Role, Break in", "1 Enter :section~break~in", "[Break in]", "J"},
    {"Role, Path", "1 Enter :section~path", "[Path]", "J"},
    {"Role, Programs", "1 Enter :section~programs", "[Programs]", "J"},
    {"Role, Industries", "1 Enter :section~industries", "[Industries]", "J"},
    {"Role, Sources", "1 Enter :section~sources", "[Sources]", "J"},
    {"Occupation, Summary", OCCUPATION("summary"), "[Summary]", "J"},
    {"Occupation, Skills", OCCUPATION("skills"), "[Skills]", "J"},
    {"Occupation, Day", OCCUPATION("day"), "[Day]", "J"},
    {"Occupation, Break in", OCCUPATION("break~in"), "[Break in]", "J"},
    {"Occupation, Path", OCCUPATION("path"), "[Path]", "J"},
    {"Occupation, Programs", OCCUPATION("programs"), "[Programs]", "J"},
    {"Occupation, Industries", OCCUPATION("industries"), "[Industries]", "J"},
    {"Occupation, Sources", OCCUPATION("sources"), "[Sources]", "J"},
    {"Who says so", "1 Enter :section~pay Down i", "Who says so", "Down"},
    {"Plans", "1 p", "[Plans]", "Down"},
    {"Plans, of everything", ":plans~months:any", "[Plans]", "V"},
    {"Plans, the query", "1 p /", "[Plans]", "mode:on"},
    {"Plans, with occupations", ":plans~months:any O", "[Plans]", "Down"},
    {"Plans, who says so", "1 p i", "Who says so", "Down"},
    {"The choice of a role", "1 r", "Current role", "data"},
    {"Programs", "2", "[2 Programs]", "Down"},
    {"Programs, filter", "2 /", "[2 Programs]", "data s"},
    {"A program", "2 Enter", "[2 Programs]", "J"},
    {"Programs for a role", "1 :role-is~role-9 2", "[2 Programs]", "Down"},
    {"Compare 6 roles", "1 " MARK_6 " c", "[3 Compare]", "Down"},
    {"Compare 6 roles, columns", "1 " MARK_6 " c", "[3 Compare]", "Right"},
    {"Compare 10 programs", "2 " MARK_10 " c", "[3 Compare]", "Down"},
    {"Compare 10 programs for a role", ":role-is~" MLE " 2 " MARK_10 " c", "[3 Compare]", "Right"},
    {"Pay in cells", "1 Enter :section~pay V", "[Pay]", "J"},
    {"Pay in cells, of an occupation", OCCUPATION("pay") " V", "[Pay]", "J"},
    {"What if", "1 Enter :section~pay W", "What if", "Down"},
    {"Contradictions", "1 Enter !", "ontradictions", "Down"},
    {"Contradictions of all roles", "1 Enter ! v", "ontradictions", "Down"},
    {"Payback", ":payback~" WHARTON "~" MLE, "Worth it?", "E"},
    {"Payback, an input typed", ":payback~" WHARTON "~" MLE " :payback-set~baseline", "Worth it?",
	"8765"},
    {"Payback, details", ":payback~" WHARTON "~" MLE " v", "Worth it?", "Down"},
    {"Plan columns", ":compare~" WHARTON "~" MLE "~data-scientist", "[3 Compare]", "Down"},
    {"Plan columns, level", ":compare~" WHARTON "~" MLE "~data-scientist", "[3 Compare]", "E"},
    {"Picture of programs", "2 D", "[2 Programs]", "Right"},
    {"Plan, Next", "5", "[Next]", "Down"},
    {"Plan, Skills", ":plan~skills", "[Skills]", "Down"},
    {"Plan, Gap", ":role-is~" MLE " :plan~gap", "[Gap]", "Down"},
    {"Plan, Gap, a skill", ":role-is~" MLE " :plan~gap Down Down Down Down", "[Gap]", "H"},
    {"Plan, Near", ":role-is~" MLE " :plan~near", "[Near]", "Down"},
    {"Plan, Near, occupations", ":role-is~" MLE " :plan~near O", "[Near]", "Down"},
    {"Plan, Path", ":role-is~" MLE " :from-role~data-scientist :plan~path", "[Path]", "b"},
    {"Plan, Path, occupations", ":role-is~registered-nurses :from-role~data-scientist :plan~path",
	"[Path]", "b"},
    {"Plan, Routes", ":role-is~" MLE " :plan~routes", "[Routes]", "Down"},
    {"Plan, Rank", ":plan~rank", "[Rank]", "Down"},
    {"Plan, Rank, a weight", ":plan~rank Down Down", "[Rank]", "+"},
    {"Plan, Rank, occupations", ":plan~rank O", "[Rank]", "Down"},
    {"Plan, Rank, occupations, a weight", ":plan~rank O Down Down", "[Rank]", "+"},
    {"Plan, Shortlist", ":select~" MLE " a :select~data-scientist a :plan~shortlist", "[Shortlist]",
	"}"},
    {"Plan, History", ":plan~history", "[History]", "Down"},
    {"Plan, Interests", ":plan~interests", "[Interests]", "Down"},
    {"Plan, Interests, an answer", ":plan~interests Down Down", "[Interests]", "+"},
    {"Skills", "4", "[4 Skills]", "Down"},
    {"Skills, filter", "4 /", "[4 Skills]", "tool"},
    {"Skills, a facet", "4 S-Tab Down", "[4 Skills]", "Enter"},
    {"Skills, with those of the sets", "4 O", "[imported skills]", "Down"},
    {"Skills of the sets, filter", "4 O /", "[imported skills]", "data s"},
    {"A skill of the sets", "1 :screen~skills O :select~active-listening Enter", "Active Listening",
	"J"},
    {"Guide", "6", "[6 Guide]", "Down"},
    {"Guide, filter", "6 /", "[6 Guide]", "work"},
    {"Guide of a role", "1 t", "[6 Guide]", "Down"},
    {"Data", "7", "[7 Data]", "Down"},
    {"Data, a source off", "7 o", "[7 Data]", "o"},
    {"Roles after a source went off", "1 7 o 1", "[1 Roles]", "Down"},
    {"Programs after a source went off", "2 7 o 2", "[2 Programs]", "Down"},
    {"Coverage", "7 :screen~coverage", "overage", "Down"},
    {"Coverage, columns", "7 M", "overage", "Right"},
    {"Coverage, all roles", "7 M v", "overage", "Down"},
    {"Coverage by source", "7 M V", "overage", "Right"},
    {"Find anything", "1 F", "ind", "data s"},
    {"Palette", "1 ^P", ":", "sort"},
    {"Help", "1 ?", "?", "Down"},
};

struct result {
	bool seen;
	double first, key, worst;
};

static struct tty *
start(const char *catalog)
{
	const char *program = getenv("CAREER_BIN");
	const char *const argv[] = {
	    program ? program : "build/career", "--catalog", catalog, "--guest", NULL};
	static const char *const env[] = {
	    "HOME=/nonexistent", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", NULL};
	struct tty_opts o = {.argv = argv, .env = env, .rows = ROWS, .cols = COLUMNS};
	struct tty *t = tty_start(&o);

	tty_sync(t);
	return t;
}

/* Sends one key or command; how long its screen took. */
static double
send(struct tty *t, const char *word, size_t len)
{
	char text[128];
	double from = bench_now();
	bool command = *word == ':' && len > 1;

	snprintf(text, sizeof text, "%.*s%s", (int)len, word, command ? "\r" : "");
	for (char *s = text; command && *s != '\0'; s++)
		*s = *s == '~' ? ' ' : *s;
	if (command) {
		tty_type(t, text);
	} else {
		tty_keys(t, text);
	}
	return bench_now() - from;
}

/* The time of the last of the keys. */
static double
go_there(struct tty *t, const char *keys)
{
	double ms = 0;

	while (*keys != '\0') {
		size_t len = strcspn(keys, " ");

		ms = send(t, keys, len);
		keys += len;
		keys += *keys == ' ';
	}
	return ms;
}

static bool
is_key(const char *key)
{
	return key[1] == '\0' || (key[0] >= 'A' && key[0] <= 'Z');
}

/* The median of several presses, or of the letters. */
static double
press(struct tty *t, const char *key, double *worst)
{
	struct times times = {.n = 0};
	size_t n = is_key(key) ? PRESSES : strlen(key);

	for (size_t i = 0; i < n; i++) {
		const char letter[2] = {key[is_key(key) ? 0 : i], '\0'};
		double from = bench_now();

		if (is_key(key))
			tty_keys(t, key);
		else
			tty_type(t, letter);
		times_add(&times, bench_now() - from);
	}
	*worst = times_worst(&times);
	return times_median(&times);
}

static void
measure(const struct row *row, const char *catalog, struct result *r)
{
	for (int i = 0; i < RUNS; i++) {
		struct tty *t = start(catalog);
		double first = go_there(t, row->there), worst, key;

		if (!tty_has(t, row->sight)) {
			tty_end(t);
			return;
		}
		key = press(t, row->key, &worst);
		r->first = !r->seen || first < r->first ? first : r->first;
		r->key = !r->seen || key < r->key ? key : r->key;
		r->worst = !r->seen || worst < r->worst ? worst : r->worst;
		r->seen = true;
		tty_end(t);
	}
}

void
bench_screens(const char *catalog, const char *what, double aim)
{
	size_t over = 0;

	printf("\n%-*s    first      key    worst   aim %.0f ms\n", LABEL, what, aim);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct result r = {.seen = false};

		measure(&rows[i], catalog, &r);
		if (!r.seen)
			continue;
		printf("  %-*s %8.2f %8.2f %8.2f   %s\n", LABEL - 2, rows[i].name, r.first, r.key,
		    r.worst,
		    r.first > aim     ? "! first"
			: r.key > aim ? "! key"
				      : "");
		over += r.first > aim || r.key > aim;
		fflush(stdout);
	}
	printf("  %zu over the aim\n", over);
}
