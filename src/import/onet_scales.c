/* onet_scales.c - the tables of the O*NET database whose rows are values on scales: ratings,
 * interests, education. */
#include "onet.h"

#include <math.h>
#include <string.h>

/* --- skills and knowledge ------------------------------------------------------------------- */

enum { ELEMENT = 1, NAME, SCALE, VALUE, N, SUPPRESS, NOT_RELEVANT };

/* Element ids begin with 2.A or 2.B in Skills, with 2.C in Knowledge: the content model of
 * O*NET. */
static const char *
kind_of(const char *element)
{
	return strncmp(element, "2.C", 3) == 0                                   ? "knowledge"
	    : strncmp(element, "2.A", 3) == 0 || strncmp(element, "2.B", 3) == 0 ? "skill"
										 : NULL;
}

static bool
put_element(struct onet *o, const struct onet_row *row, const char *kind, struct err *e)
{
	const char *element = onet_text(row, ELEMENT);

	for (size_t i = 0; i < o->nelements; i++)
		if (strcmp(o->element[i], element) == 0)
			return true;
	if (o->nelements < sizeof o->element / sizeof *o->element)
		o->element[o->nelements++] = arena_dup(&o->r->arena, element);
	stmt_bind_text(o->second, 1, element);
	stmt_bind_text(o->second, 2, onet_text(row, NAME));
	stmt_bind_text(o->second, 3, kind);
	stmt_bind_int(o->second, 4, o->r->source);
	return stmt_run(o->second, e);
}

/* False: no number within the scale. Not relevant says more than suppressed does. */
static bool
rating_of(const struct onet_row *row, double lo, double hi, double *v, enum why *why)
{
	const char *s = onet_text(row, VALUE);

	*v = 0;
	*why = WHY_STATED;
	if (strcmp(onet_text(row, NOT_RELEVANT), "Y") == 0)
		*why = WHY_NOT_APPLICABLE;
	else if (set_text(s) == NULL)
		*why = WHY_NOT_REPORTED;
	else if (strcmp(onet_text(row, SUPPRESS), "Y") == 0)
		*why = WHY_IMPRECISE;
	return set_text(s) == NULL || (import_number(s, v) && *v >= lo && *v <= hi);
}

/* A rating's importance and level are two rows of the file and one of the table: the second
 * one joins it. */
bool
onet_put_rating(struct onet *o, const struct onet_row *row, struct err *e)
{
	const char *scale = onet_text(row, SCALE), *kind = kind_of(onet_text(row, ELEMENT));
	bool level = strcmp(scale, "LV") == 0;
	double v;
	enum why why;

	if (kind == NULL)
		return onet_reject(o, row, "neither a skill nor a field of knowledge");
	if (!level && strcmp(scale, "IM") != 0)
		return onet_reject(o, row, "not taken: a scale other than importance and level");
	if (!rating_of(row, level ? 0 : 1, level ? 7 : 5, &v, &why))
		return onet_reject(o, row, "not a value of its scale");
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_text(o->put, 2, onet_text(row, ELEMENT));
	stmt_bind_null(o->put, level ? 3 : 5);
	stmt_bind_int(o->put, level ? 4 : 6, WHY_NOT_STATED);
	set_bind(o->put, level ? 5 : 3, v, why);
	onet_bind_count(o->put, 7, onet_text(row, N));
	stmt_bind_int(o->put, 8, o->r->source);
	stmt_bind_int(o->put, 9, level);
	return put_element(o, row, kind, e) && onet_keep(o, row, e);
}

/* --- interests and education ---------------------------------------------------------------- */

/* Realistic, Investigative, Artistic, Social, Enterprising, Conventional: 1.B.1.a to 1.B.1.f;
 * the three high points follow. */
static int
interest_place(const char *element)
{
	static const char stem[] = "1.B.1.";
	const size_t len = sizeof stem - 1;

	if (strncmp(element, stem, len) != 0 || element[len] < 'a' || element[len] > 'i'
	    || element[len + 1] != '\0')
		return -1;
	return element[len] - 'a';
}

bool
onet_put_interest(struct onet *o, const struct onet_row *row, struct err *e)
{
	static const char letters[] = "RIASEC";
	const char *scale = onet_text(row, 2);
	int place = interest_place(onet_text(row, 1));
	bool high = strcmp(scale, "IH") == 0;
	double v;

	if (!high && strcmp(scale, "OI") != 0)
		return onet_reject(o, row, "not taken: another scale than interests");
	if (place < 0 || high != (place >= ONET_LETTERS))
		return onet_reject(o, row, "not an interest");
	if (!import_number(onet_text(row, 3), &v)
	    || (high ? v < 0 || v > ONET_LETTERS : v < 1 || v > 7))
		return onet_reject(o, row, "not a value of its scale");
	if (high) {
		row->at->high[place - ONET_LETTERS] = (int)v;
		import_kept(o->r);
		return true;
	}
	row->at->interest[place] = v;
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_text(o->put, 2, (const char[]){letters[place], '\0'});
	stmt_bind_num(o->put, 3, v);
	stmt_bind_int(o->put, 4, o->r->source);
	return onet_keep(o, row, e);
}

/* "First Professional Degree - awarded for ...": what stands in front of the hyphen is the
 * title. */
bool
onet_take_category(struct onet *o, const struct onet_row *row, struct err *e)
{
	const char *title = onet_text(row, 2), *end = strstr(title, " - ");
	int64_t category;

	(void)e;
	if (strcmp(onet_text(row, 0), "RL") != 0)
		return onet_reject(o, row, "not taken: experience and training");
	if (!onet_whole(onet_text(row, 1), 1, ONET_EDUCATION, &category) || title[0] == '\0')
		return onet_reject(o, row, "not a category of education");
	o->education[category] =
	    arena_ndup(&o->r->arena, title, end != NULL ? (size_t)(end - title) : strlen(title));
	import_kept(o->r);
	return true;
}

bool
onet_put_education(struct onet *o, const struct onet_row *row, struct err *e)
{
	enum { E_SCALE = 1, E_CATEGORY, E_VALUE, E_N, E_SUPPRESS };
	const char *s = onet_text(row, E_VALUE);
	int64_t category;
	enum why why = WHY_STATED;
	double v = 0;

	if (strcmp(onet_text(row, E_SCALE), "RL") != 0)
		return onet_reject(o, row, "not taken: experience and training");
	if (!onet_whole(onet_text(row, E_CATEGORY), 1, ONET_EDUCATION, &category))
		return onet_reject(o, row, "not a category of education");
	if (set_text(s) == NULL)
		why = WHY_NOT_REPORTED;
	else if (!import_number(s, &v) || v < 0 || v > 100)
		return onet_reject(o, row, "not a value of its scale");
	else if (strcmp(onet_text(row, E_SUPPRESS), "Y") == 0)
		why = WHY_IMPRECISE;
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_int(o->put, 2, category);
	stmt_bind_text(o->put, 3,
	    o->education[category] != NULL
		? o->education[category]
		: arena_printf(&o->r->arena, "Category %d", (int)category));
	set_bind(o->put, 4, v, why);
	onet_bind_count(o->put, 6, onet_text(row, E_N));
	stmt_bind_int(o->put, 7, o->r->source);
	return onet_keep(o, row, e);
}
