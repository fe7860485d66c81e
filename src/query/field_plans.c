/*
 * field_plans.c - the fields of plans: their own, and those of the program and the role that a plan joins.
 */
#include "career/query/field.h"

#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

static const char *const entry_words[] = {"met", "below", NULL};
static const char *const link_words[] = {"official", "rule", NULL};

/* clang-format off */
static const struct field own[] = {
	{ .name = "payback", .title = "Payback", .kind = COL_NUM, .unit = UNIT_YEARS, .width = 10,
	    .term = "payback", .absent = "no payback",
	    .help = "years after graduation until price and lost pay are covered, at the middle of the pay" },
	{ .name = "cost", .title = "Cost", .kind = COL_NUM, .unit = UNIT_MONEY, .width = 10,
	    .term = "derived-total", .absent = "no price",
	    .help = "price of the whole program in US dollars, as far as what is stated allows" },
	{ .name = "months", .title = "Months", .kind = COL_NUM, .unit = UNIT_MONTHS, .width = 7,
	    .term = "months", .absent = "no length",
	    .help = "fastest stated time in months, else the usual years of the award" },
	{ .name = "pay", .title = "Pay", .kind = COL_NUM, .unit = UNIT_MONEY, .width = 10,
	    .term = "pay", .absent = "no pay",
	    .help = "middle of the role's best-supported pay range, US dollars a year" },
	{ .name = "role", .title = "Role", .kind = COL_CODE, .width = 24, .term = "role",
	    .absent = "no role", .help = "the role, by its slug" },
	{ .name = "entry", .title = "Entry", .kind = COL_CODE, .width = 8,
	    .term = "typical-entry-education", .words = entry_words, .absent = "no typical education",
	    .help = "met where the award is at least the education with which the role is typically entered, else below" },
	{ .name = "link", .title = "Link", .kind = COL_CODE, .width = 10, .term = "relevant",
	    .words = link_words, .absent = "no link",
	    .help = "why the program is relevant to the role: official (its field is linked) or rule (a pack's)" },
};

/* What else can be asked of a plan is a field of one of the two. */
static const struct {
	const struct list *list;
	const char *name;
} borrowed[] = {
	{ &list_programs, "school" }, { &list_programs, "program" }, { &list_programs, "field" },
	{ &list_programs, "award" }, { &list_programs, "mode" }, { &list_programs, "city" },
	{ &list_programs, "state" }, { &list_programs, "country" }, { &list_programs, "control" },
	{ &list_programs, "earnings" }, { &list_programs, "debt" }, { &list_programs, "source" },
	{ &list_programs, "confidence" },
	{ &list_roles, "family" }, { &list_roles, "kind" }, { &list_roles, "pay_low" },
	{ &list_roles, "pay_high" }, { &list_roles, "pay_level" }, { &list_roles, "pay_basis" },
	{ &list_roles, "growth" }, { &list_roles, "education" }, { &list_roles, "zone" },
	{ &list_roles, "riasec" }, { &list_roles, "employment" }, { &list_roles, "openings" },
};
/* clang-format on */

enum { PLAN_FIELDS = LEN(own) + LEN(borrowed) };

const struct list *
list_plans(void)
{
	static struct field fields[PLAN_FIELDS];
	static struct list list = {.name = "plans",
	    .one = "plan",
	    .fields = fields,
	    .note = "pairs of a program and a role that it is relevant to"};

	if (list.nfields > 0)
		return &list;
	memcpy(fields, own, sizeof own);
	for (size_t i = 0; i < LEN(borrowed); i++) {
		const struct list *l = borrowed[i].list;
		struct field *f = &fields[LEN(own) + i];

		*f = l->fields[field_find(l, borrowed[i].name)];
		f->flags = 0;
		f->facet = 0;
		f->guard = f->upto = NULL;
	}
	list.nfields = PLAN_FIELDS;
	return &list;
}

/* The roles of programs are a field of programs that is linked with their field of study. */
const struct list *
list_of_field(const struct list *l, int field)
{
	if (l != list_plans())
		return l;
	if (field >= (int)LEN(own))
		return borrowed[(size_t)field - LEN(own)].list;
	return strcmp(own[field].name, "role") == 0 ? &list_programs : NULL;
}
