/* columns.c - columns and sort keys of a list by their names. */
#include "career/base/mem.h"
#include "career/base/text.h"
#include "career/cli/list.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const struct list *list;
	const char *columns;
} briefs[] = {
    {&list_programs, "school,program,award,mode,months,cost,country,cost_basis,key"},
    {&list_roles,
	"title,pay_low,pay_high,pay_currency,pay_level,pay_publishers,growth,programs,"
	"family,slug"},
    {&list_skills, "name,category,must,important,nice,skip,slug"},
    {&list_sources, "title,publisher,kind,published,figures,key"},
    {&list_guide, "heading,kind,topic,year,source,slug"},
    {&list_terms, "term,text,slug"},
};

const char *
list_brief(const struct list *l)
{
	for (size_t i = 0; i < sizeof briefs / sizeof *briefs; i++)
		if (briefs[i].list == l)
			return briefs[i].columns;
	return "";
}

static bool
column_unknown(const struct list *l, const char *option, const char *name, struct err *e)
{
	const char **names = mem_zero(l->nfields + 1, sizeof *names), *near;

	for (size_t i = 0; i < l->nfields; i++)
		names[i] = l->fields[i].name;
	near = text_nearest(name, names, l->nfields);
	free(names);
	if (near)
		return err_set(e, ERR_USAGE, "--%s: %s have no column '%s'; nearest: %s", option,
		    l->name, name, near);
	return err_set(e, ERR_USAGE, "--%s: %s have no column '%s'; `career %s --help` lists them",
	    option, l->name, name, l->name);
}

/* The next name of a comma-separated list, as an owned string; NULL at the end. */
static char *
next_name(const char **at)
{
	size_t len;
	char *name;

	if (!*at)
		return NULL;
	*at += strspn(*at, " ");
	len = strcspn(*at, ",");
	name = mem_ndup(*at, len);
	*at = (*at)[len] ? *at + len + 1 : NULL;
	for (len = strlen(name); len > 0 && name[len - 1] == ' '; len--)
		name[len - 1] = '\0';
	return name;
}

bool
list_columns(
    const struct list *l, const char *names, int *fields, size_t cap, size_t *n, struct err *e)
{
	char *name;

	*n = 0;
	for (size_t i = 0; !names && i < l->nfields && *n < cap; i++)
		if (l->fields[i].flags & FIELD_EXPORT)
			fields[(*n)++] = (int)i;
	while ((name = next_name(&names))) {
		int field = field_find(l, name);
		bool ok = field >= 0 || column_unknown(l, "columns", name, e);

		ok = ok && (*n < cap || err_set(e, ERR_USAGE, "--columns: more than %zu", cap));
		free(name);
		if (!ok)
			return false;
		fields[(*n)++] = field;
	}
	return true;
}

static bool
add_key(const struct list *l, const char *name, struct query_sort *sort, size_t *n, struct err *e)
{
	bool descending = name[0] == '-';
	int field = field_find(l, name + descending);

	if (field < 0)
		return column_unknown(l, "sort", name + descending, e);
	if (field_col(l, field) < 0)
		return err_set(e, ERR_USAGE, "--sort: '%s' is made of other columns: sort by those",
		    l->fields[field].name);
	if (*n == QUERY_MAX_SORT)
		return err_set(e, ERR_USAGE, "--sort: more than %d keys", QUERY_MAX_SORT);
	sort[*n].field = field;
	sort[*n].descending = descending;
	(*n)++;
	return true;
}

bool
list_sort(
    const struct list *l, const char *names, struct query_sort *sort, size_t *n, struct err *e)
{
	char *name;
	bool ok = true;

	*n = 0;
	while (ok && (name = next_name(&names))) {
		ok = add_key(l, name, sort, n, e);
		free(name);
	}
	return ok;
}
