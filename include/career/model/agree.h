/*
 * agree.h - where sources meet: the best-supported range and why figures differ.
 *
 * Input: figures of one measure about one role. They are put into *groups* that may share an
 * answer: one level (as asked), one currency, one period of pay, and one of two rulers of basis:
 * "salary" (base or unstated) and "total" (total compensation). Base against total, or two
 * currencies, is never compared.
 *
 * Rules (design: screens, "Rules of wording"):
 *   - A figure of unstated level stands in for entry, mid or senior only where its source states
 *     none for the role and level (directly or borrowed); its line is marked `loosely` ("level not
 *     said"). For staff, lead, executive and "all levels" nothing stands in.
 *   - The best-supported range is the interval of greatest depth in *publishers* (depth.h): only
 *     ranges (and percentiles as p25..p75) set edges; a publisher counts once, by the union of its
 *     ranges. Points and open ends support the range they touch, they set no edge. Depth is at
 *     least 2; ties are all kept, lowest first; an interval of one point is "meet only at X". If no
 *     two publishers meet, that is the answer (nbest is 0).
 *   - A publisher stands apart when none of its lines in the group touches a best-supported range
 *     and at least one of them states the level.
 *   - Lines that state two employer types meet nowhere: where a group's lines state several, each type
 *     (with the lines that state none) is looked at alone, and a range says whose it is. A publisher that
 *     speaks only of another type than a best-supported range does not stand apart from it.
 *   - With one publisher the answer is where its pages meet (`single`): never counted as agreement.
 *   - The common range is that of *all* lines; without one, the gap is the distance between the
 *     lowest upper end and the highest lower end. Open ends are left out of the union.
 * Lines whose place, employer or level differ from the group's ruler are comparable only loosely:
 * line.loosely says what (LOOSE_* bits) and the screen marks them with '~'.
 */
#ifndef CAREER_MODEL_AGREE_H
#define CAREER_MODEL_AGREE_H

#include "career/base/buf.h"
#include "career/model/figure.h"

enum {
	LOOSE_LEVEL = 1 << 0,    /* level not said */
	LOOSE_BASIS = 1 << 1,    /* basis not said, or only implied */
	LOOSE_PLACE = 1 << 2,    /* place not said where another line says it */
	LOOSE_EMPLOYER = 1 << 3, /* employer type not said where another line says it, or rare */
	LOOSE_BORROWED = 1 << 4, /* about the specialization */
	LOOSE_CURRENCY = 1 << 5, /* currency not said: read as US dollars */
	LOOSE_YEAR = 1 << 6,     /* more than AGREE_OLD_YEARS older than the newest line */
};

enum { AGREE_MAX_RANGES = 4, AGREE_OLD_YEARS = 3 };

struct agree_line {
	const struct figure *f;
	double lo, hi; /* its interval as stated; f->open_low, f->open_high: that end goes on */
	unsigned loosely;
	size_t who; /* its publisher: 0 .. group.publishers - 1 */
	bool apart; /* its publisher stands apart */
	bool
	    meets; /* touches the (first) best-supported range, and may be held against its lines */
};

struct agree_range {
	double lo, hi;
	size_t publishers;        /* depth; of `single`: pages */
	bool point;               /* lo == hi: meet only there */
	bool open_low, open_high; /* only open ends meet: the range goes on ("300K-400K+") */
	const char
	    *employer; /* type that those who meet speak of; "" when the group states only one */
};

enum ruler { RULER_SALARY, RULER_TOTAL, RULER_COUNT };

struct agree_group {
	enum level level;
	enum ruler ruler;
	const char *currency; /* "unstated-currency" when no line says it */
	const char *per;      /* "year", "hour", ... */
	const char *place; /* "" the country; each local place (a city, remote) has its own group */
	struct agree_line *lines; /* in the order of the figures */
	size_t nlines;
	size_t publishers; /* that have a line */
	size_t pages;      /* sources that have a line */
	size_t employers;  /* types that its lines state */
	struct agree_range best[AGREE_MAX_RANGES];
	size_t nbest; /* 0: no two publishers meet (or only one publisher) */
	/* Of one publisher: where `single.publishers` of its `pages` meet; 0: nowhere. */
	struct agree_range single;
	bool has_common; /* all lines overlap */
	double common_lo, common_hi;
	bool common_open_low, common_open_high; /* all lines go on: the common range does too */
	double gap; /* without a common range: highest low - lowest high; else 0 */
	double envelope_lo, envelope_hi; /* over closed ends */
	bool open_high;                  /* a line goes on above its upper end */
	double overlap;                  /* common / envelope, 0..1 */
	const char **apart; /* publishers that stand apart, short names of their first line */
	size_t napart;
	unsigned differs; /* LOOSE_* bits of what differs among the lines */
};

struct agree {
	/* By level; the country before places, salary before total, dollars first. */
	struct agree_group *g;
	size_t n;
};

/* Groups the figures for one level (LEVEL_UNSTATED: every level that occurs, entry first, those
 * without a level last). Everything is in the arena; the figures are borrowed. Cards, `missing`
 * figures, ranks and words make no lines. A figure for one place (a city) goes to a group of its
 * own place; "US" and unstated places share the main group, other countries have their own. */
void agree_make(struct agree *out, const struct figures *figs, enum level level, struct arena *a);

/* What of the figures is wanted; "none" asks for those that do not say it. */
struct pay_filter {
	const char *place;    /* a word of the place begins with it ("US", "san"); NULL: any */
	const char *employer; /* the same, of the type or of the source's words for it */
	bool by_basis;
	enum basis basis; /* with by_basis */
};
bool pay_filter_passes(const struct pay_filter *want, const struct figure *f);
/* The same groups, of those lines only that pass (NULL: all): what passes not still tells which levels its
 * source states. */
void agree_make_of(struct agree *out, const struct figures *figs, const struct pay_filter *only,
    enum level level, struct arena *a);

/* Whether a figure that states no level makes a line for this one: its source states none for it. */
bool agree_stands_in(const struct figures *figs, const struct figure *f, enum level level);

/* Which levels have at least one line that states them (LEVEL_UNSTATED: that states none), as bits
 * 1 << level. */
unsigned agree_levels(const struct figures *figs);

/* The main group (the country, a year) of a level and ruler in dollars, or NULL. */
const struct agree_group *agree_main(const struct agree *ag, enum level level, enum ruler ruler);

/* May two lines of one group be held against each other? Not when they state two employer types. */
bool agree_comparable(const struct agree_line *a, const struct agree_line *b);

/* Whether the line's interval, open ends going on, and the range have a point in common, and no
 * other employer type keeps them apart. */
bool agree_touches(const struct agree_line *l, const struct agree_range *r);

/* Why the lines of a group differ, one sentence in words, at most about 200 bytes, or "" when
 * nothing that they say differs: "guide 2025 does not say the basis; aigraduate ML speaks of big
 * tech". What the publishers that stand apart say comes first. Appends; source names are data: make
 * them safe. */
void agree_why(const struct agree_group *g, struct buf *out);
/* The same in at most `most` bytes; how many differences did not fit. */
size_t agree_why_most(const struct agree_group *g, size_t most, struct buf *out);
/* A place in words: a country's two letters as its name ("CA" is Canada, not California); others as they are. */
const char *place_says(const char *place);
/* An employer type in words: "big tech"; one that the vocabulary lacks as it is. */
const char *employer_says(const char *type);

/* The answer for a list's columns: of the salary group at entry level in USD, else the first group
 * of the country that has a best-supported range, else where the pages of one publisher meet, else
 * the widest-supported single line (entry level first, a range before a point, then the larger
 * sample). False when there is no figure. Of ties the lowest. */
struct pay_answer {
	double low, high;
	bool open_high; /* a single line such as "500K+" */
	bool
	    top_coded; /* a single line whose upper end is only a floor: its publisher states none above */
	const char *currency;
	enum basis basis;  /* BASIS_UNSTATED for the salary ruler with unstated lines */
	enum level level;  /* LEVEL_UNSTATED when none of its lines says one */
	size_t publishers; /* that meet; 1: a single source */
	size_t of;         /* publishers with a line in the group */
};
bool agree_answer(const struct figures *figs, struct pay_answer *out, struct arena *a);
/* The same of one level only, salary in dollars, with the line's figure where it is a single one. False, with how many
 * speak in `of`: nobody does, or several of whom no two meet. */
bool agree_answer_at(const struct figures *figs, enum level level, struct pay_answer *out,
    const struct figure **single, struct arena *a);

#endif
