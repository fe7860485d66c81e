/*
 * scorecard.c - the College Scorecard of the U.S. Department of Education: files of fields of study
 * and of institutions.
 *
 * Column names, codes and privacy words are those of the data dictionary at
 * https://collegescorecard.ed.gov/data/documentation/ . Since 2024 PrivacySuppressed is
 * written PS, and NULL is NA.
 */
#include "scorecard.h"

#include "career/import/importers.h"
#include "sets.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- values ---------------------------------------------------------------------------------- */

static bool
digits(const char *s, int64_t *out)
{
	enum { MOST = 15 };
	int64_t v = 0;
	int n = 0;

	for (; s[n] >= '0' && s[n] <= '9' && n < MOST; n++)
		v = v * 10 + (s[n] - '0');
	*out = v;
	return n > 0 && s[n] == '\0';
}

bool
sc_value(const char *s, struct sc_value *out)
{
	static const struct {
		const char *word;
		enum why why;
	} absent[] = {{"PrivacySuppressed", WHY_SUPPRESSED}, {"NULL", WHY_NOT_REPORTED},
	    {"PS", WHY_SUPPRESSED}, {"NA", WHY_NOT_REPORTED}, {"", WHY_NOT_STATED}};
	double v;

	*out = (struct sc_value){0, WHY_STATED};
	if (digits(s, &out->v))
		return true;
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		if (strcmp(s, absent[i].word) == 0) {
			out->why = absent[i].why;
			return true;
		}
	if (!import_number(s, &v) || v < 0)
		return false;
	out->v = llround(v);
	return true;
}

void
sc_bind_only(struct stmt *st, int pos, struct sc_value v)
{
	if (v.why == WHY_STATED)
		stmt_bind_int(st, pos, v.v);
	else
		stmt_bind_null(st, pos);
}

void
sc_bind(struct stmt *st, int pos, struct sc_value v)
{
	sc_bind_only(st, pos, v);
	stmt_bind_int(st, pos + 1, v.why);
}

const char *
sc_control(const char *s)
{
	static const struct {
		const char *number, *words, *control;
	} known[] = {
	    {"1", "Public", "public"},
	    {"2", "Private, nonprofit", "private-nonprofit"},
	    {"3", "Private, for-profit", "private-for-profit"},
	    {"4", "Foreign", "foreign"},
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(s, known[i].words) == 0 || strcmp(s, known[i].number) == 0)
			return known[i].control;
	return NULL;
}

bool
sc_unitid(const char *s, int64_t *out)
{
	struct sc_value v;

	if (!sc_value(s, &v) || v.v < 0)
		return false;
	*out = v.why == WHY_STATED ? v.v : -1;
	return true;
}

/* --- which file is what ---------------------------------------------------------------------- */

enum part { PART_NONE, PART_FIELDS, PART_INSTITUTIONS };

/* By header: CIPCODE stands in the files of one kind only. */
static enum part
part_of(struct input *in, size_t member)
{
	static const char *const fields[] = {"CIPCODE", "CREDLEV", NULL};
	static const char *const schools[] = {"UNITID", "INSTNM", NULL};

	if (!set_ends(in, member, ".csv") && !set_ends(in, member, ".txt"))
		return PART_NONE;
	if (set_has(in, member, NULL, fields, 2))
		return PART_FIELDS;
	return set_has(in, member, NULL, schools, 2) && !set_has(in, member, NULL, fields, 1)
	    ? PART_INSTITUTIONS
	    : PART_NONE;
}

static size_t
sniff(struct input *in)
{
	size_t n = 0;

	for (size_t i = 0; i < input_count(in); i++)
		n += part_of(in, i) != PART_NONE;
	return n;
}

static int
part_number(struct input *in, size_t member)
{
	switch (part_of(in, member)) {
	case PART_FIELDS:
		return SC_FIELDS;
	case PART_INSTITUTIONS:
		return SC_INSTITUTIONS;
	case PART_NONE:
		break;
	}
	return -1;
}

const char *
sc_locator(struct import_run *r, size_t member, const struct table *t, int column)
{
	return arena_printf(&r->arena, "%s: %s", input_name(r->in, member), t->column[column].s);
}

/* --- run ------------------------------------------------------------------------------------- */

/* Without UNITID (as in subsets that others have made) a school could be matched by its name only,
 * which many share. */
static bool
fail_none(const struct import_run *r, struct err *e)
{
	return err_set(e, ERR_DATA,
	    "%s%s holds no College Scorecard file: neither UNITID, OPEID6, CIPCODE and CREDLEV "
	    "(fields of study) nor UNITID and INSTNM (institutions) are among the columns",
	    input_count(r->in) > 0 ? input_place(r->in, 0) : "the input",
	    input_count(r->in) > 1 ? " and what stands beside it" : "");
}

static bool
run_parts(struct import_run *r, struct map *seen, struct err *e)
{
	size_t fields = 0, institutions = 0;

	for (size_t i = 0; i < input_count(r->in); i++) {
		enum part part = part_of(r->in, i);

		if (part == PART_FIELDS && fields++ > 0)
			return err_set(e, ERR_DATA,
			    "%s is a second field-of-study file: import one release at a time",
			    input_place(r->in, i));
		if (part != PART_NONE)
			import_begin_part(r, part == PART_FIELDS ? SC_FIELDS : SC_INSTITUTIONS);
		if (part == PART_FIELDS && !sc_run_fields(r, i, e))
			return false;
		if (part == PART_INSTITUTIONS && !sc_run_institutions(r, i, seen, e))
			return false;
		institutions += part == PART_INSTITUTIONS;
	}
	return fields + institutions > 0 || fail_none(r, e);
}

static bool
run(struct import_run *r, struct err *e)
{
	struct map seen;
	bool ok;

	map_init(&seen);
	ok = run_parts(r, &seen, e);
	map_free(&seen);
	return ok;
}

static const struct import_rows field_rows[] = {{"sc_school", NULL}, {"sc_field", NULL},
    {"sc_level", NULL}, {"sc_program", NULL}, {NULL, NULL}};
static const struct import_rows institution_rows[] = {{"sc_institution", NULL}, {NULL, NULL}};

static const struct import_part parts[] = {
    [SC_FIELDS] = {.name = "fields of study", .rows = field_rows},
    [SC_INSTITUTIONS] = {.name = "institutions", .rows = institution_rows},
    {.name = NULL},
};

static const char *const tables[] = {
    "sc_school", "sc_field", "sc_level", "sc_program", "sc_institution", NULL};

const struct importer importer_scorecard = {
    .kind = "scorecard",
    .label = "Scorecard",
    .title = "College Scorecard",
    .publisher = "U.S. Department of Education",
    .source_kind = "official",
    .url = "https://collegescorecard.ed.gov/data/",
    .licence = "U.S. government work, public domain",
    .about =
	"programs with earnings and debt of their graduates (field-of-study file); schools with "
	"place and tuition (institution file)",
    .tables = tables,
    .sniff = sniff,
    .run = run,
    .parts = parts,
    .part_of = part_number,
};
