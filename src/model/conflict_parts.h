/* conflict_parts.h - what the rules of contradictions share. */
#ifndef CAREER_MODEL_CONFLICT_PARTS_H
#define CAREER_MODEL_CONFLICT_PARTS_H

#include "career/base/buf.h"
#include "career/model/conflict.h"

struct conflict_role {
	int64_t id;
	const char *slug, *title;
};

/* A specialization `id` that serves `role`. */
struct conflict_served {
	int64_t role, id;
};

/* One run of all rules; everything is in the arena of `out`, but for the arrays that grow. */
struct conflict_job {
	struct conflicts *out;
	size_t cap;
	struct db *db;
	const struct sources *src;
	int64_t only; /* role, 0: all */
	struct arena *a;
	struct conflict_role *role; /* by id: those whose pay or growth sources may contradict */
	size_t nroles;
	struct conflict_served *served; /* by role */
	size_t nserved;
	struct figures pay, growth; /* of these roles, by role: nothing is borrowed */
};

/* conflict_read.c */
bool conflict_read(struct conflict_job *j, struct err *e);
void conflict_read_free(struct conflict_job *j);

/* The rules; each adds what it finds. */
bool conflict_rule_pay(struct conflict_job *j, struct err *e);
void conflict_pay_twice(
    struct conflict_job *j, const struct conflict_role *r, const struct figures *figs);
bool conflict_rule_card(struct conflict_job *j, struct err *e);
bool conflict_rule_growth(struct conflict_job *j, struct err *e);
bool conflict_rule_tier(struct conflict_job *j, struct err *e);
bool conflict_rule_requirement(struct conflict_job *j, struct err *e);
bool conflict_rule_level(struct conflict_job *j, struct err *e);
bool conflict_rule_listing(struct conflict_job *j, struct err *e);
bool conflict_rule_price(struct conflict_job *j, struct err *e);
bool conflict_rule_stance(struct conflict_job *j, struct err *e);

/* A new contradiction without sides, at the end of the list. It moves when another is added. */
struct conflict *conflict_new(struct conflict_job *j, enum conflict_kind kind, int64_t role);
/* A statement of it; the text is copied. Statements that were said already are left out. */
void conflict_add(struct conflict_job *j, struct conflict *c, const struct conflict_side *side);
void conflict_add_figure(
    struct conflict_job *j, struct conflict *c, unsigned side, const struct figure *f);
/* Takes the words; the buffer is empty afterwards. */
const char *conflict_keep(struct conflict_job *j, struct buf *b);

bool conflict_serves(const struct conflict_job *j, int64_t id, int64_t role);
/* Figures of a role out of those of all, with those borrowed behind. */
struct figures conflict_figures(
    struct conflict_job *j, const struct figures *all, const struct conflict_role *r);
/* A named query bound to the role asked for; NULL on failure. */
struct stmt *conflict_query(struct conflict_job *j, const char *name, struct err *e);

/* --- words ------------------------------------------------------------------------------------ */

/* "$20.2K", "GBP 5K". */
void conflict_amount(struct buf *b, double v, const char *unit);
/* "$70K-95K", "$140K+", "$120K". */
void conflict_money(struct buf *b, double lo, double hi, const struct figure *open);
/* What a figure of pay or growth says: "$120K-160K base", "35% a year", "36% in 10 years". */
void conflict_figure(struct buf *b, const struct figure *f);
/* "3-5 years", "8+ years", "up to 2 years"; NAN: open. */
void conflict_years(struct buf *b, double lo, double hi);
/* " and " before the last of n, ", " before others, nothing before the first. */
const char *conflict_between(size_t i, size_t n);
/* Each source of a side once with what it says there: "$70K-95K (guide 2025)", "3-5 years (a) or 2-4 years (b)". */
void conflict_list(struct buf *b, const struct conflict *c, unsigned side);
/* Sources of a side, each once: "aigraduate ML and guide 2025". Returns how many. */
size_t conflict_names(struct buf *b, const struct conflict *c, unsigned side);

#endif
