/*
 * conflict.h - contradictions: statements of sources that cannot both hold, found by rule.
 *
 * Nothing here is typed in: each rule reads what sources state, and says which statements stand against one
 * another, what differs with the numbers, and why they may differ. What a source that is off states is not
 * heard. What is said of a specialization is heard for the roles that it serves.
 *
 * Rules, by kind:
 *   - pay: two sources of which no comparable figures meet (one level that both state, one place, currency and
 *     basis; agree.h says what is comparable, and how loosely). They are named by their two nearest figures; who
 *     stands against several is named once. Two ranges that touch at one point "meet only at" it. Where any two
 *     of their figures might speak of the same and overlap, nothing is said. A total that is only implied is held
 *     against a pay of which the basis is not said.
 *   - pay twice: one source gives two ranges for one level in its text.
 *   - card: a headline card starts or ends elsewhere than the figures in the text of its own source.
 *   - growth: sources that make something else of 100 jobs in five years; or one text that gives several figures
 *     over as many years.
 *   - alike: growth of the same number (or nearly), a year here and over several years there, or over other years.
 *   - requirement: a credential that is at least two steps firmer here than there (required, typical, optional,
 *     not needed).
 *   - tier: of a skill (the view skill_dispute).
 *   - level: definitions of a level in years that are not the same.
 *   - listing: a count that is claimed against the programs that are shown and those of them in a field that any
 *     rule links to the role; a part of which more are claimed than of the whole.
 *   - price: of a way to learn against the prices of the same source's own programs.
 *   - stance: in one question one source's words are for, another's against (a table of wordings).
 *
 * Who states no level is never held against who states one: a range of all levels need not meet that of one.
 */
#ifndef CAREER_MODEL_CONFLICT_H
#define CAREER_MODEL_CONFLICT_H

#include "career/base/mem.h"
#include "career/model/figure.h"

enum conflict_kind {
	CONFLICT_PAY,
	CONFLICT_PAY_TWICE,
	CONFLICT_CARD,
	CONFLICT_GROWTH,
	CONFLICT_ALIKE,
	CONFLICT_REQUIREMENT,
	CONFLICT_TIER,
	CONFLICT_LEVEL,
	CONFLICT_LISTING,
	CONFLICT_PRICE,
	CONFLICT_STANCE,
	CONFLICT_KINDS,
};

/* One statement; `i` explains it by its table and row. */
struct conflict_side {
	const struct source *source;
	const char *table; /* "figure" (a row of figure_row or a set), else a table of facts */
	int64_t id;
	unsigned side;    /* statements of one number stand together; 0 first */
	const char *text; /* what it says: "$70K-95K" */
	/* The same for a picture: money, years of experience, people out of 100 in five years. */
	bool measured;
	double lo, hi; /* equal: a point */
	bool open_lo, open_hi;
};

struct conflict {
	enum conflict_kind kind;
	const char *about; /* key: slug of a role or route, word of a level */
	const char *title; /* the same for people: "Machine Learning Engineer" */
	const char *what;  /* what differs, with the numbers, and whether loosely; without a stop */
	/* The same in two parts beside a list of the sides: what they speak of ("first job"), and how they differ
	 * ("no common range, $20K apart"; "" when the sides say it). */
	const char *topic, *differs;
	const char *why;            /* "" when nothing that they say explains it */
	struct conflict_side *side; /* by side, then as they were found */
	size_t nsides;
	unsigned loosely; /* LOOSE_* bits of agree.h: in what they are comparable only loosely */
	bool apart;  /* said to have no common range: no statement of side 0 meets one of side 1 */
	bool within; /* one source contradicts itself */
	double strength; /* 0..1, larger comes first */
	size_t borrowed; /* statements about a specialization that serves the role */
	unsigned form;   /* of the kind: findings of two forms do not stand for one another */
};

struct conflicts {
	struct conflict *c; /* the strongest first */
	size_t n;
	size_t count[CONFLICT_KINDS];
	struct arena arena;
};

/* Of one role, or of all (0). What is found of a role and, less of it, of a specialization is listed once. */
bool conflicts_load(
    struct conflicts *out, struct db *db, const struct sources *src, int64_t role, struct err *e);
void conflicts_free(struct conflicts *c); /* zeroed is fine */

const char *conflict_word(enum conflict_kind k); /* "pay-twice" */
/* "pay", "pay given twice" ... as it stands in a sentence. */
const char *conflict_says(enum conflict_kind k);

#endif
