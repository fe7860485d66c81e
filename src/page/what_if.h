/*
 * what_if.h - what moves pay, on a role's page: the factors that sources state, and pay under those that a
 * person asks about.
 *
 * What is asked stands in the reader (what_if, what_if_role) and is put into the context of the page of that role.
 * A line with pay under it follows the figures it belongs to, says each factor with its source, and marks
 * itself as "what if": nothing of it goes into an answer, a picture's axis or an agreement.
 */
#ifndef CAREER_PAGE_WHAT_IF_PARTS_H
#define CAREER_PAGE_WHAT_IF_PARTS_H

#include "career/page/what_if.h"
#include "pay_view.h"

/* What the answer of a group names: its best-supported ranges; what its one publisher says, the middle half of
 * percentiles; or (named) what each publisher says for itself, since no two meet. */
struct pay_spans {
	struct money_span s[AGREE_MAX_RANGES + 4];
	const char *who[AGREE_MAX_RANGES + 4];
	size_t n;
	bool named;
};
void pay_group_spans(const struct agree_group *g, struct pay_spans *out);

/* The factors of the page's role, read once. */
bool what_if_read(struct role_ctx *c, struct err *e);
/* The spans of a group under those factors that fit, none (n 0) when none fits; of the others why not. */
void what_if_spans(
    struct role_ctx *c, const struct agree_group *g, struct pay_spans *out, struct buf *unfit);
/* "$138K-200K", "$158K-200K or $190K-250K". */
void what_if_span_words(const struct pay_spans *under, struct buf *out);

/* Reads what is asked of the page's role into c->what_if; nothing when nothing is asked. */
bool what_if_load(struct role_ctx *c, struct err *e);
/* Below an answer or a group of pay: "what if a technology company (Bouchrika 2026, x 1.15-1.25): $138K-200K", its
 * own item, text at the column. Nothing when nothing is asked, or the group has no range. */
void page_what_if(struct role_ctx *c, int column, const struct agree_group *g);
/* The same where it was said before who states the factors: "what if a technology company: $138K-200K". */
void page_what_if_again(struct role_ctx *c, int column, const struct agree_group *g);
/* Among the lines of a group: what its answer becomes, as a picture; what the axis is to hold for it. Nothing
 * of ranges that do not fit on the axis. */
void pay_what_if(struct pay_view *v, const struct agree_group *g);
void pay_axis_what_if(struct pay_view *v, const struct agree_group *g);
/* "What moves pay": each factor, those with a number first; which are chosen. */
bool page_factors(struct role_ctx *c, struct err *e);

#endif
