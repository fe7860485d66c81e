/*
 * scatter_axes.c - which numbers a picture may show, and which are worth it.
 */
#include "career/page/scatter.h"

#include "career/base/text.h"

#include <string.h>

#define LEN(a) (sizeof(a) / sizeof *(a))

/* What is worth looking at, the best first; y NULL: how x is spread. */
static const struct {
	const struct list *list;
	const char *x, *y;
} offers[] = {
    {&list_programs, "cost", "earnings"},
    {&list_programs, "tuition_in", "earnings"},
    {&list_programs, "debt", "earnings"},
    {&list_programs, "months", "cost"},
    {&list_programs, "tuition_out", "earnings"},
    {&list_programs, "tuition_in", "debt"},
    {&list_programs, "earnings", NULL},
    {&list_programs, "cost", NULL},
    {&list_programs, "tuition_in", NULL},
    {&list_programs, "tuition_out", NULL},
    {&list_programs, "debt", NULL},
    {&list_programs, "dte", NULL},
    {&list_programs, "months", NULL},
    {&list_roles, "growth", "pay_high"},
    {&list_roles, "openings", "pay_high"},
    {&list_roles, "pay_high", NULL},
    {&list_roles, "growth", NULL},
    {&list_skills, "must", NULL},
    {&list_sources, "figures", NULL},
};

bool
scatter_takes(const struct list *l, int field)
{
	return field >= 0 && (size_t)field < l->nfields && l->fields[field].kind == COL_NUM
	    && field_col(l, field) >= 0;
}

bool
scatter_offer(const struct list *l, size_t i, struct scatter_axes *out)
{
	for (size_t k = 0; k < LEN(offers); k++) {
		if (offers[k].list != l || i-- > 0)
			continue;
		out->x = field_find(l, offers[k].x);
		out->y = offers[k].y ? field_find(l, offers[k].y) : SCATTER_NONE;
		return true;
	}
	return false;
}

static bool
no_field(const struct list *l, const char *name, struct err *e)
{
	const char *names[64], *near;
	size_t n = 0;

	if (field_find(l, name) >= 0)
		return err_set(e, ERR_USAGE, "%s is no number: a picture is of numbers", name);
	for (size_t i = 0; i < l->nfields && n < LEN(names); i++)
		if (scatter_takes(l, (int)i))
			names[n++] = l->fields[i].name;
	near = text_nearest(name, names, n);
	if (near)
		return err_set(
		    e, ERR_USAGE, "%s have no number '%s'; nearest: %s", l->name, name, near);
	return err_set(e, ERR_USAGE, "%s have no number '%s'", l->name, name);
}

/* One word of a text as a field; SCATTER_NONE at its end. */
static bool
next_field(const struct list *l, const char **at, int *out, struct err *e)
{
	const char *s = *at + strspn(*at, " \t,");
	size_t len = strcspn(s, " \t,");
	char name[64];

	*at = s + len;
	*out = SCATTER_NONE;
	if (len == 0)
		return true;
	if (len >= sizeof name)
		return err_set(e, ERR_USAGE, "a name of a field was expected");
	memcpy(name, s, len);
	name[len] = '\0';
	*out = field_find(l, name);
	return scatter_takes(l, *out) || no_field(l, name, e);
}

bool
scatter_parse(const struct list *l, const char *words, struct scatter_axes *out, struct err *e)
{
	struct scatter_axes axes;
	int more;

	if (!next_field(l, &words, &axes.x, e) || !next_field(l, &words, &axes.y, e)
	    || !next_field(l, &words, &more, e))
		return false;
	if (more != SCATTER_NONE)
		return err_set(e, ERR_USAGE, "a picture is of one number, or of two");
	if (axes.x == axes.y && axes.x != SCATTER_NONE)
		axes.y = SCATTER_NONE;
	*out = axes;
	return true;
}
