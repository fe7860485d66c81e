/*
 * pack_values.c - one value of a pack entry: its type by the section table.
 */
#include "pack_values.h"

#include "career/base/num.h"
#include "career/base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct pack_value *
pack_get(const struct pack_row *row, const char *field)
{
	const struct pack_section *sec = &pack_sections[row->section];

	for (size_t i = 0; i < sec->nfields; i++)
		if (strcmp(sec->fields[i].name, field) == 0)
			return &row->v[i];
	return NULL;
}

bool
pack_has(const struct pack_row *row, const char *field)
{
	return pack_get(row, field)->node != NULL;
}

bool
pack_is(const struct pack_row *row, const char *field, const char *value)
{
	const struct pack_value *v = pack_get(row, field);

	return v->text != NULL && strcmp(v->text, value) == 0;
}

double
pack_num(const struct pack_row *row, const char *field)
{
	const struct pack_value *v = pack_get(row, field);

	return v->has_num ? v->num : NAN;
}

const struct ynode *
pack_first(const struct pack_row *row, const char *field)
{
	const struct pack_value *v = pack_get(row, field);

	return v->text != NULL && v->node->kind == Y_LIST ? v->node->child : NULL;
}

void
pack_program_key(const struct pack_row *row, struct buf *out)
{
	const struct pack_value *school = pack_get(row, "school"), *slug = pack_get(row, "slug");
	const struct pack_value *name = pack_get(row, "name"), *award = pack_get(row, "award");

	if (school->text == NULL || name->text == NULL || award->text == NULL)
		return;
	buf_addf(out, "%s/", school->text);
	if (slug->text != NULL)
		buf_adds(out, slug->text);
	else
		text_slug(out, name->text);
	buf_addf(out, "/%s", award->text);
}

static bool
is_slug(const char *s, bool slashes)
{
	if (*s == '\0' || *s == '-' || *s == '/')
		return false;
	for (; *s != '\0'; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') || *s == '-'
			|| (slashes && *s == '/')))
			return false;
	return true;
}

static size_t
count_values(const char *const *values)
{
	size_t n = 0;

	while (values != NULL && values[n] != NULL)
		n++;
	return n;
}

static bool
is_value(const char *s, const char *const *values)
{
	for (; values != NULL && *values != NULL; values++)
		if (strcmp(*values, s) == 0)
			return true;
	return false;
}

static bool
is_capitals(const char *s, size_t want)
{
	size_t n = 0;

	for (; s[n] != '\0'; n++)
		if (s[n] < 'A' || s[n] > 'Z')
			return false;
	return n == want;
}

/* First number of four digits from 1900 to 2199 in date words, 0 when there is none. */
static int
year_in(const char *s)
{
	for (; *s != '\0'; s++) {
		size_t n = strspn(s, "0123456789");

		if (n == 4
		    && (memcmp(s, "19", 2) == 0 || memcmp(s, "20", 2) == 0
			|| memcmp(s, "21", 2) == 0))
			return (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 + s[3]
			    - '0';
		if (n > 0)
			s += n - 1;
	}
	return 0;
}

/* Words between white space of any kind. */
static size_t
count_words(const char *s)
{
	struct buf fold = BUF_INIT;
	size_t n = 0;
	bool in = false;

	text_fold(&fold, s, strlen(s));
	for (size_t i = 0; i < fold.len; i++) {
		n += fold.data[i] != ' ' && !in;
		in = fold.data[i] != ' ';
	}
	buf_free(&fold);
	return n;
}

static void
wrong_value(
    struct pack_set *set, struct pack_row *row, const struct pack_field *f, struct pack_value *v)
{
	struct buf b = BUF_INIT;
	const char *near = pack_nearest(set, v->text, f->values, count_values(f->values));

	for (size_t i = 0; f->values[i] != NULL; i++)
		buf_addf(&b, "%s%s", i > 0 ? ", " : "", f->values[i]);
	if (near != NULL)
		pack_error(set, row, v->node, "'%s' cannot be '%.80s'; nearest: %s (one of %s)",
		    f->name, v->text, near, b.data);
	else
		pack_error(set, row, v->node, "'%s' cannot be '%.80s'; expected one of %s", f->name,
		    v->text, b.data);
	buf_free(&b);
}

static bool
read_bool(struct pack_value *v)
{
	bool yes = strcmp(v->text, "yes") == 0 || strcmp(v->text, "true") == 0;

	v->num = yes ? 1 : 0;
	v->has_num = true;
	return yes || strcmp(v->text, "no") == 0 || strcmp(v->text, "false") == 0;
}

static bool
read_span(struct pack_value *v)
{
	struct num_span s;

	if (!num_parse_span(v->text, &s))
		return false;
	v->num = s.lo;
	v->has_num = s.has_lo;
	v->hi = s.hi;
	v->has_hi = s.has_hi;
	return true;
}

static bool
read_about(struct pack_set *set, struct pack_value *v)
{
	static const char *const kinds[] = {
	    "role", "program", "school", "skill", "field", "route", "industry", "market", NULL};
	const char *colon = strchr(v->text, ':');

	if (colon == NULL)
		return false;
	v->kind = arena_ndup(&set->arena, v->text, (size_t)(colon - v->text));
	v->text = colon + 1;
	return is_value(v->kind, kinds) && is_slug(v->text, true);
}

static bool
read_int(struct pack_value *v)
{
	v->has_num = num_parse(v->text, &v->num);
	return v->has_num && fabs(v->num) < 1e15 && v->num == floor(v->num);
}

static bool
read_year(struct pack_value *v)
{
	v->num = year_in(v->text);
	v->has_num = v->num > 0;
	return v->has_num;
}

static bool
is_url(const char *s)
{
	return (strncmp(s, "https://", 8) == 0 || strncmp(s, "http://", 7) == 0)
	    && strpbrk(s, " \t\n\"<>") == NULL;
}

/* Whether the scalar fits the type; v is filled. What was expected stands in *want. */
static bool
scalar_fits(
    struct pack_set *set, const struct pack_field *f, struct pack_value *v, const char **want)
{
	switch (f->type) {
	case PACK_TEXT:
	case PACK_REF:
	case PACK_LIST:
	case PACK_CHILD:
		*want = "text";
		return true;
	case PACK_ENUM:
		return is_value(v->text, f->values);
	case PACK_SLUG:
		*want = "a key of a-z, 0-9 and '-'";
		return is_slug(v->text, false);
	case PACK_KEY:
		*want = "a key of a-z, 0-9, '-' and '/'";
		return is_slug(v->text, true);
	case PACK_INT:
		*want = "a whole number";
		return read_int(v);
	case PACK_NUM:
		*want = "a number such as 120000 or 2.5";
		return v->has_num = num_parse(v->text, &v->num);
	case PACK_SPAN:
		*want = "a span such as 3..5, 8.. or ..2";
		return read_span(v);
	case PACK_YEAR:
		*want = "a date that names a year, such as 2026-04 or Fall 2026";
		return read_year(v);
	case PACK_BOOL:
		*want = "yes or no";
		return read_bool(v);
	case PACK_UNIT:
		*want = "a currency code such as USD, or a unit that man career-pack lists";
		return is_capitals(v->text, 3) || is_value(v->text, f->values);
	case PACK_CODE2:
		*want = "a country code of two capitals, such as US";
		return is_capitals(v->text, 2);
	case PACK_URL:
		*want = "an address that starts with https://";
		return is_url(v->text);
	case PACK_ABOUT:
		*want =
		    "TYPE:KEY, TYPE one of role, program, school, skill, field, route, industry, "
		    "market";
		return read_about(set, v);
	}
	return false;
}

/* Rules of the field's flags, for a value that fits its type. */
static void
check_flags(
    struct pack_set *set, struct pack_row *row, const struct pack_field *f, struct pack_value *v)
{
	size_t words = (f->flags & PACK_WORDS8) != 0 ? count_words(v->text) : 0;

	if (words > 8)
		pack_error(set, row, v->node,
		    "'%s' has %zu words; a label of at most eight was expected", f->name, words);
	if ((f->flags & PACK_NOT_NEGATIVE) != 0
	    && ((v->has_num && v->num < 0) || (v->has_hi && v->hi < 0)))
		pack_error(
		    set, row, v->node, "'%s' is '%s'; it cannot be below zero", f->name, v->text);
}

static void
read_scalar(
    struct pack_set *set, struct pack_row *row, const struct pack_field *f, struct pack_value *v)
{
	const struct ynode *n = v->node;
	const char *want = "text";

	if (!pack_is_text(n)) {
		pack_error(set, row, n, "'%s' wants a non-empty text (%s)", f->name, f->help);
		return;
	}
	v->text = n->text;
	if (scalar_fits(set, f, v, &want)) {
		check_flags(set, row, f, v);
		return;
	}
	if (f->type == PACK_ENUM)
		wrong_value(set, row, f, v);
	else
		pack_error(set, row, n, "'%s' is '%.80s'; expected %s", f->name, n->text, want);
	/* Keys stay: what refers to them is not wrong as well. */
	if (f->type != PACK_SLUG && f->type != PACK_KEY)
		*v = (struct pack_value){.node = n};
}

void
pack_value_read(struct pack_set *set, struct pack_row *row, size_t field, const struct ynode *n)
{
	const struct pack_field *f = &pack_sections[row->section].fields[field];
	struct pack_value *v = &row->v[field];

	v->node = n;
	if (f->type == PACK_LIST)
		pack_list_read(set, row, f, v);
	else
		read_scalar(set, row, f, v);
}
