/* verb.c - the verb table and the exit codes. */
#include "career/base/text.h"
#include "career/cli/cli.h"

#include <stdint.h>
#include <string.h>

#define ANY (OPT_BIT(OPT_ASCII) | OPT_BIT(OPT_HELP) | OPT_BIT(OPT_VERSION))
#define FORMATS (OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_COLOR))
#define SOURCES (OPT_BIT(OPT_SOURCE) | OPT_BIT(OPT_KIND) | OPT_BIT(OPT_WITHOUT))
#define LISTS                                                                                      \
	(ANY | FORMATS | OPT_BIT(OPT_COLUMNS) | OPT_BIT(OPT_SORT) | OPT_BIT(OPT_SAVED)             \
	    | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG)                       \
	    | OPT_BIT(OPT_PROFILE) | SOURCES)
#define SHOW                                                                                       \
	(ANY | OPT_BIT(OPT_COLOR) | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_LEVEL) | OPT_BIT(OPT_CATALOG) \
	    | SOURCES)
#define PLACES (OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST))
#define SCREEN                                                                                     \
	(ANY | PLACES | SOURCES | OPT_BIT(OPT_SCRIPT) | OPT_BIT(OPT_COLOR) | OPT_BIT(OPT_NO_MOUSE) \
	    | OPT_BIT(OPT_LARGE) | OPT_BIT(OPT_BRAILLE) | OPT_BIT(OPT_KEYS) | OPT_BIT(OPT_THEME))

/* Inputs of a payback, and what turns an assumption. */
#define PAYBACK                                                                                    \
	(OPT_BIT(OPT_PAY) | OPT_BIT(OPT_COST) | OPT_BIT(OPT_MONTHS) | OPT_BIT(OPT_RATE)            \
	    | OPT_BIT(OPT_YEARS) | OPT_BIT(OPT_AID) | OPT_BIT(OPT_LIVING) | OPT_BIT(OPT_STUDY_PAY) \
	    | OPT_BIT(OPT_BORROWED) | OPT_BIT(OPT_DISCOUNT) | OPT_BIT(OPT_HORIZON)                 \
	    | OPT_BIT(OPT_TAX) | OPT_BIT(OPT_HIGH_SCHOOL) | OPT_BIT(OPT_FLIP))

#define EXAMPLES(...)                                                                              \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}
#define QUERY                                                                                       \
	"The arguments, joined by blanks, are one query (career-query(7)); without any, every row " \
	"is printed. An argument that starts with one - is query text."

const struct verb verbs[] = {
    {"", "", SCREEN, TAKES_NOTHING, 0, 0, NULL, "opens the program", NULL, NULL},
    {"start", "", SHOW | OPT_BIT(OPT_ROLE) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_NOTHING, 0, 0, verb_start, "prints what one asks of a role first, with short answers",
	"The questions of the first screen, each with its answer and the command that shows more.",
	EXAMPLES("career start", "career start --role data-scientist --level mid",
	    "career start --plain")},
    {"roles", "[QUERY...]", LISTS | OPT_BIT(OPT_OCCUPATIONS), TAKES_QUERY, 0, SIZE_MAX, verb_list,
	"lists roles with best-supported pay and growth", QUERY,
	EXAMPLES("career roles engineer family:Engineering",
	    "career roles --sort -pay_high --limit 5",
	    "career roles --format csv --columns slug,pay_low,pay_high,pay_currency")},
    {"programs", "[QUERY...]", LISTS, TAKES_QUERY, 0, SIZE_MAX, verb_list,
	"lists programs of study with length and cost", QUERY,
	EXAMPLES("career programs award:master 'cost<20k' months:12..24 mode:online",
	    "career programs state:CA,NY -\"doctor\" --sort cost",
	    "career programs role:data-scientist --format json")},
    {"skills", "[QUERY...]", LISTS, TAKES_QUERY, 0, SIZE_MAX, verb_skills,
	"lists skills with the roles that want them",
	QUERY
	" With `set` as the first argument the others say what you can: KEY, KEY=partly, KEY=learning, "
	"KEY=want, KEY=no, with @0 to @7 behind for your level; alone it prints what is kept. `mine` prints "
	"what you said beside the role that you chose; `from ROLE` names your present job and the skills "
	"that it takes, which are yours only when you say so: `from ROLE all` says it of all that is open.",
	EXAMPLES("career skills category:cloud", "career skills 'skip>=1' --plain",
	    "career skills set python sql=partly kubernetes=learning", "career skills mine",
	    "career skills from data-analyst")},
    {"sources", "[QUERY...]", LISTS, TAKES_QUERY, 0, SIZE_MAX, verb_list,
	"lists who states the figures", QUERY,
	EXAMPLES("career sources kind:official", "career sources --columns key,publisher,url")},
    {"guide", "[QUERY...]", LISTS, TAKES_QUERY, 0, SIZE_MAX, verb_list,
	"lists advice, questions, voices, predictions and stances to read", QUERY,
	EXAMPLES("career guide portfolio", "career guide kind:prediction --sort year",
	    "career guide role:machine-learning-engineer topic:break-in")},
    {"picture", "LIST [QUERY...]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_X) | OPT_BIT(OPT_Y) | OPT_BIT(OPT_BRAILLE)
	    | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG),
	TAKES_PICTURE, 1, SIZE_MAX, verb_picture,
	"draws a number of a list's rows by another, or how one is spread",
	"The arguments behind LIST, joined by blanks, are one query of it. Without --x it takes what enough "
	"of the rows state: of programs cost and earnings, else tuition and earnings. --format prints a "
	"row for each fifth of them by x with the quartiles of y; of one number alone a row for each bar.",
	EXAMPLES("career picture programs computer award:master",
	    "career picture programs state:CA --x debt --y earnings --plain",
	    "career picture programs 'earnings:any' --x earnings --format csv")},
    {"terms", "[QUERY...]", LISTS & ~SOURCES, TAKES_QUERY, 0, SIZE_MAX, verb_list,
	"lists the glossary", QUERY, EXAMPLES("career terms percentile")},
    {"find", "QUERY...", ANY | FORMATS | SOURCES | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_CATALOG),
	TAKES_QUERY, 1, SIZE_MAX, verb_search,
	"searches roles, programs, skills, guide and glossary at once",
	"The arguments, joined by blanks, are one query. Each kind gives its first ten rows, or "
	"--limit N of them.",
	EXAMPLES("career find mlops", "career find 'computer vision' --format json")},
    {"compare", "KEY KEY...",
	SHOW | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_BASELINE) | OPT_BIT(OPT_ALL) | OPT_BIT(OPT_ROLE)
	    | OPT_BIT(OPT_BASELINE_PAY) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_COMPARED, 2, 20, verb_compare,
	"sets 2-6 roles, 2-10 programs or up to 10 plans side by side",
	"A KEY is the stable name: the first column of a list. Roles and programs together make plans, each "
	"program for each role: what it costs, when it is paid back, what is missing; PROGRAM+ROLE is one "
	"plan. Programs alone are asked what they are worth for the current role, or for --role. --format "
	"csv, tsv, json and jsonl print one table, a row an aspect, with --baseline a column of differences "
	"behind each other one; md prints a table for each part.",
	EXAMPLES("career compare machine-learning-engineer data-scientist research-scientist",
	    "career compare data-scientist data-analyst --baseline data-analyst",
	    "career compare columbia-university/ms-in-data-science/master data-scientist",
	    "career compare data-scientist data-analyst --format csv --all")},
    {"pay", "ROLE",
	SHOW | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_PLACE) | OPT_BIT(OPT_BASIS)
	    | OPT_BIT(OPT_EMPLOYER) | OPT_BIT(OPT_CELLS) | OPT_BIT(OPT_EXPLAIN)
	    | OPT_BIT(OPT_WHAT_IF),
	TAKES_KEY, 1, 1, verb_pay,
	"prints what a role pays by each source, where they meet, and why not",
	"First the range that most publishers support and who stands apart, then every figure with its "
	"source. --level, --place, --basis and --employer leave only the figures that say so; of those that "
	"state no level those stay that may stand in for it, marked. --format prints a row a figure, with "
	"cards and official figures of the nearest occupations, which say so in the column loosely.",
	EXAMPLES("career pay machine-learning-engineer",
	    "career pay data-scientist --level senior --cells",
	    "career pay machine-learning-engineer --employer big-tech --explain",
	    "career pay data-analyst --format csv")},
    {"growth", "ROLE",
	(SHOW & ~OPT_BIT(OPT_LEVEL)) | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_LIMIT)
	    | OPT_BIT(OPT_EXPLAIN),
	TAKES_KEY, 1, 1, verb_growth, "prints how a role grows by each source, on one axis",
	"First what 100 jobs become in five years, then every figure as compound % a year beside its "
	"source's own words and years, and why they differ. Projections of the nearest occupations are never "
	"the role's own. --format prints a row a figure.",
	EXAMPLES("career growth machine-learning-engineer", "career growth data-scientist --plain",
	    "career growth machine-learning-engineer --without official --format csv")},
    {"payback", "PROGRAM [ROLE]",
	SHOW | PLACES | OPT_BIT(OPT_FORMAT) | OPT_BIT(OPT_BASELINE) | OPT_BIT(OPT_EXPLAIN)
	    | OPT_BIT(OPT_WHAT_IF) | OPT_BIT(OPT_ROLE) | PAYBACK,
	TAKES_KEY, 1, 2, verb_payback, "prints whether a program is worth its price for a job",
	"How long a higher pay takes to bring back the price and the pay that is lost while studying: one "
	"answer for each source that states what the job pays. Each input stands with where it comes from; "
	"what nobody states is assumed, said so, and turned by --flip. Without a ROLE: the current one. What "
	"the program's screen keeps in your profile counts too; options stand in for it. --source and --kind "
	"choose among the pay figures only. --explain prints each formula with its numbers; --format a row for "
	"each input, figure and result.",
	EXAMPLES("career payback brown-university/sc-m-in-data-science/master data-scientist",
	    "career payback brown-university/sc-m-in-data-science/master --baseline 60k",
	    "career payback brown-university/sc-m-in-data-science/master --explain",
	    "career payback columbia-university/ms-in-data-science/master --format csv")},
    {"plans", "[QUERY...]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_SORT) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_OCCUPATIONS)
	    | OPT_BIT(OPT_BEST) | OPT_BIT(OPT_BASELINE) | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG)
	    | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_QUERY, 0, SIZE_MAX, verb_plans,
	"prints which programs for which roles fit, the quickest payback first",
	"A plan is a program and a role that it is relevant to. The arguments, joined by blanks, are one "
	"query (career-query(7)): its fields are those of programs and of roles, and those that only a "
	"plan has. Words are in the program or in the role. Each plan is printed with why it fits, and "
	"what is left out is counted. Without --limit the first 20 are printed.",
	EXAMPLES("career plans 'cost<20k months<=24 mode:online pay>=120k payback<5'",
	    "career plans role:data-scientist award:master --baseline 60k",
	    "career plans 'nursing state:CA payback<10' --occupations --best program",
	    "career plans role:data-analyst 'cost<5k' --format csv --limit 1000")},
    {"gap", "ROLE",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | PLACES | OPT_BIT(OPT_HAVE)
	    | OPT_BIT(OPT_FROM),
	TAKES_KEY, 1, 1, verb_gap, "prints what is missing for a role, in the order to learn it",
	"You have what `career skills set` keeps, or what --have says. First how many of its musts are there, then what to learn: musts before what is important, what "
	"sources disagree on last. What is said of the whole field, and what a source says to skip, is shown "
	"and never counted. With fewer than five skills too little is known of a role to judge.",
	EXAMPLES("career gap machine-learning-engineer --have python,sql",
	    "career gap machine-learning-engineer --from data-scientist",
	    "career gap data-scientist --have python=partly --format json")},
    {"plan", "[ROLE]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_PROFILE)
	    | OPT_BIT(OPT_GUEST),
	TAKES_KEY, 0, 1, verb_plan,
	"prints what you have, what is missing and what comes next for a role",
	"Without a ROLE: for the one that you chose. Each line has a verb of its own that says more: gap, "
	"opens, near, path, routes, rank, shortlist, changes, interests. With --format one row a tier.",
	EXAMPLES("career plan machine-learning-engineer",
	    "career plan machine-learning-engineer --format json")},
    {"changes", "[accept]",
	ANY | FORMATS | SOURCES | PLACES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_ALL), TAKES_NOTHING, 0,
	1, verb_changes, "prints what has changed of the things on your shortlist",
	"Each keeps the figures that it had when it was put there: pay, growth, price, length. `accept` stores "
	"today's in their place. With --all those that have not changed as well.",
	EXAMPLES("career changes", "career changes accept", "career changes --format json")},
    {"handout", "[ROLE...]",
	ANY | SOURCES | PLACES | OPT_BIT(OPT_PAPER) | OPT_BIT(OPT_FULL) | OPT_BIT(OPT_OUTPUT),
	TAKES_KEY, 0, 6, verb_handout,
	"writes a page to take home: roles, gap, ways, programs, sources",
	"Without a ROLE: about the one that you chose and those on your shortlist. In short it is about one page; "
	"with --full it has all there is: shortlist with notes, comparison, paybacks with their formulas, "
	"contradictions and every figure with its source. html prints on A4 and Letter and needs nothing but "
	"itself; txt is 80 columns of ASCII for a printer. SOURCE_DATE_EPOCH stands in for the clock.",
	EXAMPLES("career handout -o plan.html",
	    "career handout machine-learning-engineer --format txt | lp",
	    "career handout --full -o plan.md")},
    {"near", "[ROLE]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_LIMIT)
	    | OPT_BIT(OPT_OCCUPATIONS) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_KEY, 0, 1, verb_near, "prints the roles that want nearly the same skills",
	"Without a ROLE: near the one that you chose. Likeness is the weighted Jaccard index over tiers, "
	"or over O*NET's importance; roles of which fewer than five skills are listed are left out and "
	"counted. Occupations stand beside occupations; a role of packs is set beside them through the "
	"occupation that a source names as nearest.",
	EXAMPLES("career near machine-learning-engineer",
	    "career near registered-nurses --occupations --limit 10",
	    "career near data-scientist --format json")},
    {"opens", "",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_HAVE)
	    | OPT_BIT(OPT_OCCUPATIONS) | PLACES,
	TAKES_NOTHING, 0, 0, verb_opens, "prints which one skill more opens most roles",
	"Each skill that you have not wholly is added in thought, and every role counted anew. A role opens "
	"when you then have all of its musts; first the skills that open most, then those that are a must "
	"in most, then those that weigh most. You have what `career skills set` keeps, or what --have "
	"says. With --occupations those of imported sets, by O*NET's importance, in place of roles.",
	EXAMPLES("career opens --have python,sql", "career opens --occupations --limit 5",
	    "career opens --format json")},
    {"path", "FROM TO",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_HAVE) | OPT_BIT(OPT_BY)
	    | OPT_BIT(OPT_OCCUPATIONS) | PLACES,
	TAKES_KEY, 2, 2, verb_path,
	"prints the cheapest way from one role to another, step by step",
	"FROM is a role, or `me`: your own skills, or those of --have. Steps are what sources state, what "
	"O*NET calls related, and roles that want nearly the same; for each who says so, what is missing "
	"there, and the route. A step of which nobody says what it takes is taken only when no other leads "
	"there. Where none leads there the exit code is 1, and all is shown as one step.",
	EXAMPLES("career path data-scientist machine-learning-engineer",
	    "career path me machine-learning-engineer --have python,sql",
	    "career path actuaries data-scientist --by cost --format json")},
    {"routes", "[ROLE|SKILL]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_ROLE)
	    | OPT_BIT(OPT_EXPLAIN) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_KEY, 0, 1, verb_routes,
	"prints the ways to a role and to what is missing for it, or to one skill",
	"Degree, bootcamp, certificate, online course, teaching yourself: what sources say that each costs and "
	"how long it takes, side by side; the programs that fit; of each skill that is missing (as gap has it) "
	"the ways and programs that have its name in them. Without an argument: for the role that you chose. "
	"Of a SKILL: on the way to the role of --role, else to the one that you chose. --explain adds what each "
	"source says and more programs. With --format one row a way.",
	EXAMPLES("career routes machine-learning-engineer",
	    "career routes mlops --role machine-learning-engineer",
	    "career routes data-scientist --format json")},
    {"interests", "[ROLE|items]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_OCCUPATIONS)
	    | OPT_BIT(OPT_EXPLAIN) | OPT_BIT(OPT_ANSWER) | OPT_BIT(OPT_RESET) | PLACES,
	TAKES_KEY, 0, 1, verb_interests, "prints what you like to do, and the roles that are alike",
	"24 things to do of our own wording, four of each of six kinds; no test, and not for choosing people. "
	"--answer keeps how you like some of them. Your six scores are compared with O*NET's interests of "
	"occupations, of a role through the nearest one; --occupations lists those of the imported set. Of a ROLE: "
	"kind by kind. --explain adds more of them, and of the answers that moved each. --format prints a row a "
	"role; of a ROLE one a kind; of `items` one an item. Without occupational interests in the catalog the exit "
	"code is 1.",
	EXAMPLES("career interests --answer r1=4,i1=5,a1=2", "career interests data-scientist",
	    "career interests --occupations --limit 5 --format json")},
    {"rank", "[ROLE...|weights [PART=N...]]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_LIMIT)
	    | OPT_BIT(OPT_OCCUPATIONS) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST)
	    | OPT_BIT(OPT_LEVEL) | OPT_BIT(OPT_WEIGHTS) | OPT_BIT(OPT_EXPLAIN),
	TAKES_COMPARED, 0, SIZE_MAX, verb_rank, "ranks roles by your own weights",
	"Pay, growth, cost, time, fit with your skills and with your interests, each from 0 to 1 over the "
	"roles that are ranked, by weights of your own; how far each weight can move before the first place "
	"changes. Without a ROLE: those on your shortlist, else all that packs describe. Of which too little is "
	"known stands behind without a place. `career rank weights` prints the weights with what the first place "
	"holds for, and keeps those that are named: pay=8 cost=2. --format prints a row a role, with --explain "
	"a row a part of each.",
	EXAMPLES("career rank", "career rank --weights pay=10,time=0 --level mid",
	    "career rank data-scientist machine-learning-engineer --format json",
	    "career rank weights pay=8 cost=2")},
    {"shortlist", "[add|drop|move] [KEY...] [N]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | PLACES, TAKES_SHORTLIST, 0, SIZE_MAX,
	verb_shortlist, "prints what you consider, puts things on it, takes them off, moves them",
	"Without arguments: roles, programs and skills in your order with the figures of today, tags and "
	"note, and whether the catalog still has them. add and drop take keys of any of them (skills/python "
	"where a role has that key as well); move takes one and its new place, counted from 1.",
	EXAMPLES("career shortlist", "career shortlist add machine-learning-engineer python",
	    "career shortlist move data-scientist 1", "career shortlist --format csv")},
    {"note", "[KEY] [TEXT|-]", ANY | FORMATS | PLACES, TAKES_KEY, 0, 2, verb_note,
	"prints or keeps your note on a role, program or skill",
	"With - the text comes from the input; an empty one forgets the note. Without arguments all notes "
	"are listed.",
	EXAMPLES("career note data-scientist 'ask about the night shifts'",
	    "career note data-scientist - < note.md", "career note data-scientist",
	    "career note --format json")},
    {"searches", "[list|run|save|forget] [NAME] [QUERY...]",
	(LISTS & ~OPT_BIT(OPT_SAVED)) | OPT_BIT(OPT_OCCUPATIONS) | OPT_BIT(OPT_GUEST),
	TAKES_SEARCHES, 0, SIZE_MAX, verb_searches,
	"lists, runs, keeps and forgets searches of your own",
	"What `save NAME` keeps on the lists of the program. `list` (also without arguments) prints them with how "
	"many rows each has now; `run` prints the rows, with more words of a query behind; `save LIST/NAME QUERY` "
	"keeps one, in place of another of that name; `forget` drops one. LIST is roles, programs, skills, guide "
	"or sources; where only one list has the name it may be left out.",
	EXAMPLES("career searches save programs/cheap 'cost<20k' award:master",
	    "career searches run cheap --format json", "career searches --format csv",
	    "career searches forget programs/cheap")},
    {"tag", "[KEY] [WORD...]", ANY | FORMATS | PLACES, TAKES_TAGS, 0, SIZE_MAX, verb_tag,
	"prints or sets words of your own on a role, program or skill",
	"A WORD that begins with - is taken off. Without arguments all tags are listed.",
	EXAMPLES("career tag data-scientist dream online", "career tag data-scientist -online",
	    "career tag")},
    {"looked", "", ANY | FORMATS | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_NOTHING, 0, 0, verb_looked, "lists what you have looked at, the newest first",
	"A role, program or skill counts when its page has the focus on the screen.",
	EXAMPLES("career looked --limit 10", "career looked --format json")},
    {"undo", "[STEP]", ANY | FORMATS | OPT_BIT(OPT_LIST) | OPT_BIT(OPT_PROFILE), TAKES_NOTHING, 0,
	1, verb_undo,
	"takes back what you last kept: skills, shortlist, notes, marks, filters, role",
	"One step at a time, whether the program or the command line made it, and when. What has been changed "
	"once more since stays as it is, and that is said. --list prints the steps, the newest first; the "
	"number of one takes back that one alone.",
	EXAMPLES("career undo", "career undo 12", "career undo --list",
	    "career undo --list --format json")},
    {"redo", "[STEP]", ANY | OPT_BIT(OPT_PROFILE), TAKES_NOTHING, 0, 1, verb_redo,
	"does again what was taken back last", "Until something else is kept.",
	EXAMPLES("career redo")},
    {"board", "[ROLE...]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG) | OPT_BIT(OPT_PROFILE)
	    | OPT_BIT(OPT_GUEST),
	TAKES_KEY, 0, SIZE_MAX, verb_board,
	"prints how ready you are for the roles of your shortlist, or for others",
	"Of each role what you have, have partly, are learning and have not started, the firmest tier first. "
	"--format md writes a checklist, the other formats one row a skill.",
	EXAMPLES("career board", "career board machine-learning-engineer data-scientist",
	    "career board --format md")},
    {"coverage", "[ROLE]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG),
	TAKES_KEY, 0, 1, verb_coverage, "prints which sources state what about which role",
	"A row is a role and a measure with the sources that state it. Without a ROLE: what is stated, "
	"of every role, the best documented first; with one: also what no source states. What is said "
	"of a field counts for the roles that it serves.",
	EXAMPLES("career coverage machine-learning-engineer", "career coverage --format csv")},
    {"conflicts", "[ROLE]",
	ANY | FORMATS | SOURCES | OPT_BIT(OPT_LIMIT) | OPT_BIT(OPT_PLAIN) | OPT_BIT(OPT_CATALOG),
	TAKES_KEY, 0, 1, verb_conflicts,
	"prints where sources contradict one another or themselves",
	"A row is a contradiction that a rule has found, the strongest first: what differs, what each side "
	"says, and why. Without a ROLE: of all roles. What is said of a field counts for the roles that it "
	"serves. On a terminal it is the page of the screen, unless --format, --limit or --plain is given.",
	EXAMPLES("career conflicts machine-learning-engineer", "career conflicts --plain",
	    "career conflicts --format json")},
    {"show", "KEY", SHOW | OPT_BIT(OPT_WHAT_IF) | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_GUEST),
	TAKES_KEY, 1, 1, verb_show,
	"prints the page of a role, program, skill, source, term or guide topic",
	"KEY is the stable name: the first column of a list. What you said of skills stands beside them.",
	EXAMPLES("career show machine-learning-engineer --level senior", "career show python")},
    {"tour", "[NAME] [STEP]", (SCREEN & ~OPT_BIT(OPT_SCRIPT)) | FORMATS, TAKES_TOUR, 0, 2,
	verb_tour, "opens the program with a guided tour; without a NAME it lists the tours",
	"Space goes on, Left goes back, Esc leaves. A tour that was left goes on where it was, unless "
	"a STEP is named.",
	EXAMPLES("career tour", "career tour role-in-five-minutes",
	    "career tour choosing-a-program 1 --guest --large")},
    {"build", "[PACK...]", ANY | OPT_BIT(OPT_OUTPUT), TAKES_PACKS, 0, SIZE_MAX, verb_build,
	"makes a catalog from data packs",
	"Without a PACK it takes all packs of the data folder, with its glossary. The old catalog "
	"stays in place until the new one is whole; the sets that were imported into it stay in it.",
	EXAMPLES("career build", "career build -o my.db data/packs/*")},
    {"import", "[KIND] PATH...",
	ANY | OPT_BIT(OPT_OUTPUT) | OPT_BIT(OPT_REJECTS) | OPT_BIT(OPT_DRY_RUN)
	    | OPT_BIT(OPT_NO_KEEP),
	TAKES_SETS, 1, SIZE_MAX, verb_import, "brings publishers' data sets into the catalog",
	"A PATH is a file, a zip as the publisher offers it, or a folder with the folders in it. "
	"Without a KIND the sets are known by what is in them. A set that is there already is "
	"replaced, or of a set in several files the part that is named; everything else stays. "
	"A compressed copy of what was read is kept in your data folder, so that a newer "
	"program can make the catalog again.",
	EXAMPLES("career import national_M2024_dl.xlsx",
	    "career import onet db_29_0_text.zip --rejects rejected.tsv",
	    "career import --dry-run downloads/*.zip")},
    {"get", "[NAME...]",
	ANY | FORMATS | OPT_BIT(OPT_OUTPUT) | OPT_BIT(OPT_DRY_RUN) | OPT_BIT(OPT_NO_KEEP)
	    | OPT_BIT(OPT_NO_IMPORT),
	TAKES_FEEDS, 0, SIZE_MAX, verb_get, "fetches publishers' data sets and imports them",
	"A NAME is a feed, a group of feeds such as us, or all; without any the feeds are listed, with "
	"what is imported already. What was fetched stays in the cache: a file that was cut off is fetched "
	"from there on, one that has not changed is not fetched again. A feed that fails is said with "
	"its page, and the others go on. Only get uses the network.",
	EXAMPLES("career get", "career get us", "career get onet oews --no-import")},
    {"check", "PACK...", ANY, TAKES_PACKS, 1, SIZE_MAX, verb_check,
	"checks data packs and writes nothing",
	"A file glossary.yaml two folders above the first PACK that has one is checked with them.",
	EXAMPLES("career check data/packs/ml data/packs/pay-us")},
    {"paths", "", ANY | FORMATS | PLACES, TAKES_NOTHING, 0, 0, verb_paths,
	"prints which files are used, and why", NULL, NULL},
    {"profile", "[WHAT] [FILE]", ANY | FORMATS | OPT_BIT(OPT_PROFILE) | OPT_BIT(OPT_YES),
	TAKES_PROFILE, 0, 2, verb_profile,
	"shows your own file, writes it as text or takes it in, restores or erases it",
	"WHAT is show, list, export, import, restore or erase. export writes JSON Lines (career-profile(5)), to a FILE or to the output; import adds the rows of "
	"such a file, and those of the same name stand in place of yours. A copy of the file is made before "
	"the first change of a day; restore puts a copy, the newest whole one unless a FILE is named, in "
	"place of a damaged file, which stays beside it. erase removes the file and its copies. list prints "
	"the profiles that have a name.",
	EXAMPLES("career profile", "career profile export my-career.jsonl",
	    "career profile import my-career.jsonl --profile anna", "career profile restore")},
    {"keys", "[FILE]", ANY | FORMATS | OPT_BIT(OPT_PRESET) | OPT_BIT(OPT_CHECK), TAKES_FILE, 0, 1,
	verb_keys, "lists the keys with what they run, or checks them",
	"They are those of a preset with your own keymap on top. With --check nothing is listed: "
	"each mistake of your keymap and themes is printed with its place, or those of FILE, a keymap.",
	EXAMPLES("career keys", "career keys --preset emacs --format md",
	    "career keys --check my-keymap.yaml")},
    {"completion", "SHELL", ANY, TAKES_SHELL, 1, 1, verb_completion,
	"prints the completion script of bash, zsh or fish",
	"`make install` puts the scripts where the shells look for them. It completes verbs, options, "
	"fields of a query, and values and keys of the catalog.",
	EXAMPLES("source <(career completion bash)", "career completion fish | source")},
    {"help", "[VERB]", ANY, TAKES_VERB, 0, 1, verb_help, "prints help on the program or a verb",
	NULL, NULL},
};
const size_t nverbs = sizeof verbs / sizeof *verbs;

/* What the scripts of `career completion` ask. */
static const struct verb ask_verb = {"__complete", "words [WORD...]", 0, TAKES_LITERAL, 0, SIZE_MAX,
    verb_complete, "prints what may stand in place of the last word", NULL, NULL};

const struct exit_code exit_codes[] = {
    {ERR_NONE, "found, done"},
    {ERR_NOTFOUND, "nothing found"},
    {ERR_USAGE, "wrong usage, or a query with an error"},
    {ERR_DATA, "data or file error"},
    {ERR_INTERRUPTED, "interrupted"},
};
const size_t nexit_codes = sizeof exit_codes / sizeof *exit_codes;

const struct verb *
verb_find(const char *name)
{
	for (size_t i = 1; i < nverbs; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	return strcmp(ask_verb.name, name) == 0 ? &ask_verb : NULL;
}

bool
verb_unknown(const char *name, struct err *e)
{
	const char *names[sizeof verbs / sizeof *verbs], *near;

	for (size_t i = 1; i < nverbs; i++)
		names[i - 1] = verbs[i].name;
	near = text_nearest(name, names, nverbs - 1);
	if (near)
		return err_set(e, ERR_USAGE, "no verb '%s'; nearest: %s", name, near);
	return err_set(e, ERR_USAGE, "no verb '%s'; `career --help` lists them", name);
}
