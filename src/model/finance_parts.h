/* finance_parts.h - terms that several formulas share. Their inputs are checked before. */
#ifndef CAREER_MODEL_FINANCE_PARTS_H
#define CAREER_MODEL_FINANCE_PARTS_H

#include "career/model/finance.h"

struct finance_value finance_told(double v);
struct finance_value finance_without(
    enum finance_told told, enum finance_why why, enum finance_field about);

/* Fields that are needed, as bits; these three stand for what their term takes of the inputs. */
#define NEED(field) (1u << (field))
#define NEED_NET (1u << 29)
#define NEED_FORGONE (1u << 30)
#define NEED_DEBT (1u << 31)
_Static_assert(FI_COUNT < 29, "a bit for each input");

/* False, and then *out says which one is missing or absurd. */
bool finance_check(const struct finance_input *in, unsigned needs, struct finance_value *out);

bool part_unsaid(const char *currency);
double part_study_years(const struct finance_input *in);
double part_net(const struct finance_input *in);
double part_forgone(const struct finance_input *in);
double part_outlay(const struct finance_input *in); /* price and lost pay */
double part_gain(const struct finance_input *in);   /* a year */
double part_principal(const struct finance_input *in);
/* Simple interest until graduation on a loan taken in equal yearly parts, each at the start of its year. */
double part_interest(const struct finance_input *in);
double part_debt(const struct finance_input *in);
double part_payment(double principal, double rate, double years); /* a month */
double part_monthly(const struct finance_input *in);
double part_ge_payment(const struct finance_input *in); /* a year, over the rule's years */
double part_spare(const struct finance_input *in); /* pay less its share of the poverty guideline */

/* Years of a program with so many times its outlay and so many times its gain: finance_flows is 1, 1. */
bool part_flows(
    struct finance_flows *out, const struct finance_input *in, double outlay, double gain);
/* What comes in over what goes out, of both lists, at their present value. */
struct finance_value part_ratio(const struct finance_flows *a, const struct finance_flows *b,
    double discount, enum finance_timing t);

#endif
