/* onet_parts.c - the tables of the O*NET database, row by row. */
#include "onet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NEED(...)                                                                                  \
	{                                                                                          \
		NAMES(__VA_ARGS__), true, -1                                                       \
	}
#define MAY(...)                                                                                   \
	{                                                                                          \
		NAMES(__VA_ARGS__), false, -1                                                      \
	}

const char *
onet_text(const struct onet_row *row, int column)
{
	return table_text(row->t, row->c[column].at);
}

bool
onet_reject(struct onet *o, const struct onet_row *row, const char *reason)
{
	import_reject(o->r, row->t, reason);
	return true;
}

/* Steps the part's statement: kept, or rejected as said twice. */
bool
onet_keep(struct onet *o, const struct onet_row *row, struct err *e)
{
	int put = set_write(o->r->db, o->put, e);

	if (put == 1)
		import_kept(o->r);
	else if (put == 0)
		import_reject(o->r, row->t, "said twice");
	return put >= 0;
}

/* "Y" and "N"; anything else is not stated. */
static void
bind_flag(struct stmt *st, int pos, const char *s)
{
	if (strcmp(s, "Y") == 0 || strcmp(s, "N") == 0)
		stmt_bind_int(st, pos, s[0] == 'Y');
	else
		stmt_bind_null(st, pos);
}

/* A whole number within bounds. */
bool
onet_whole(const char *s, int64_t lo, int64_t hi, int64_t *out)
{
	double v;

	if (!import_number(s, &v) || v < (double)lo || v > (double)hi || v > floor(v))
		return false;
	*out = (int64_t)v;
	return true;
}

void
onet_bind_count(struct stmt *st, int pos, const char *s)
{
	int64_t n;

	if (onet_whole(s, 0, INT32_MAX, &n))
		stmt_bind_int(st, pos, n);
	else
		stmt_bind_null(st, pos);
}

/* --- occupations ---------------------------------------------------------------------------- */

static bool
is_code(const char *s)
{
	char soc[8];

	return strlen(s) == ONET_CODE - 1 && s[7] == '.' && import_soc(s, soc);
}

void
onet_add(struct onet *o, const char *code)
{
	struct onet_occupation *x;
	size_t at = o->n;

	o->occupation = mem_reserve(o->occupation, &o->cap, o->n + 1, sizeof *o->occupation);
	o->last = NULL;
	while (at > 0 && strcmp(o->occupation[at - 1].code, code) > 0)
		at--;
	x = &o->occupation[at];
	memmove(x + 1, x, (o->n - at) * sizeof *x);
	o->n++;
	*x = (struct onet_occupation){.high = {0}};
	memcpy(x->code, code, ONET_CODE);
	for (size_t i = 0; i < ONET_LETTERS; i++)
		x->interest[i] = NAN;
}

static bool
put_occupation(struct onet *o, const struct onet_row *row, struct err *e)
{
	const char *code = onet_text(row, 0), *title = onet_text(row, 1);
	uint64_t kept = o->r->report.kept;
	char soc[8];

	if (!is_code(code))
		return onet_reject(o, row, "not an O*NET-SOC code");
	if (set_text(title) == NULL)
		return onet_reject(o, row, "no title");
	import_soc(code, soc);
	stmt_bind_text(o->put, 1, code);
	stmt_bind_text(o->put, 2, soc);
	stmt_bind_text(o->put, 3, title);
	stmt_bind_text(o->put, 4, set_text(onet_text(row, 2)));
	stmt_bind_int(o->put, 5, o->r->source);
	if (!onet_keep(o, row, e))
		return false;
	if (o->r->report.kept > kept)
		onet_add(o, code);
	return true;
}

static bool
put_zone_of(struct onet *o, const struct onet_row *row, struct err *e)
{
	int64_t zone;

	if (!onet_whole(onet_text(row, 1), 1, 5, &zone))
		return onet_reject(o, row, "not a job zone");
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_int(o->put, 2, zone);
	return onet_keep(o, row, e);
}

static bool
put_zone(struct onet *o, const struct onet_row *row, struct err *e)
{
	int64_t zone;

	if (!onet_whole(onet_text(row, 0), 1, 5, &zone))
		return onet_reject(o, row, "not a job zone");
	stmt_bind_int(o->put, 1, zone);
	for (int i = 1; i <= 4; i++)
		stmt_bind_text(
		    o->put, 1 + i, i == 1 ? onet_text(row, 1) : set_text(onet_text(row, i)));
	stmt_bind_int(o->put, 6, o->r->source);
	return onet_keep(o, row, e);
}

/* --- titles, tasks, technology -------------------------------------------------------------- */

static bool
put_title(struct onet *o, const struct onet_row *row, struct err *e)
{
	if (set_text(onet_text(row, 1)) == NULL)
		return onet_reject(o, row, "no title");
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_text(o->put, 2, onet_text(row, 1));
	stmt_bind_text(o->put, 3, set_text(onet_text(row, 2)));
	stmt_bind_int(o->put, 4, o->r->source);
	return onet_keep(o, row, e);
}

static bool
put_task(struct onet *o, const struct onet_row *row, struct err *e)
{
	int64_t task;

	if (!onet_whole(onet_text(row, 1), 1, INT32_MAX, &task))
		return onet_reject(o, row, "not a task's number");
	if (set_text(onet_text(row, 2)) == NULL)
		return onet_reject(o, row, "no text");
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_int(o->put, 2, task);
	stmt_bind_text(o->put, 3, onet_text(row, 2));
	stmt_bind_text(o->put, 4, set_text(onet_text(row, 3)));
	stmt_bind_int(o->put, 5, o->r->source);
	return onet_keep(o, row, e);
}

static bool
put_commodity(struct onet *o, int64_t commodity, const char *title, struct err *e)
{
	for (size_t i = 0; i < o->ncommodities; i++)
		if (o->commodity[i] == commodity)
			return true;
	o->commodity =
	    mem_reserve(o->commodity, &o->commodity_cap, o->ncommodities + 1, sizeof *o->commodity);
	o->commodity[o->ncommodities++] = commodity;
	stmt_bind_int(o->second, 1, commodity);
	stmt_bind_text(o->second, 2, title);
	stmt_bind_int(o->second, 3, o->r->source);
	return stmt_run(o->second, e);
}

static bool
put_technology(struct onet *o, const struct onet_row *row, struct err *e)
{
	int64_t commodity;

	if (set_text(onet_text(row, 1)) == NULL)
		return onet_reject(o, row, "no example");
	if (!onet_whole(onet_text(row, 2), 10000000, 99999999, &commodity))
		return onet_reject(o, row, "not a commodity code");
	stmt_bind_text(o->put, 1, row->at->code);
	stmt_bind_text(o->put, 2, onet_text(row, 1));
	stmt_bind_int(o->put, 3, commodity);
	bind_flag(o->put, 4, onet_text(row, 4));
	bind_flag(o->put, 5, onet_text(row, 5));
	stmt_bind_int(o->put, 6, o->r->source);
	return onet_keep(o, row, e) && put_commodity(o, commodity, onet_text(row, 3), e);
}

/* --- related occupations -------------------------------------------------------------------- */

static bool
put_related(struct onet *o, const struct onet_row *row, struct err *e)
{
	int64_t rank;

	if (onet_find(o, onet_text(row, 1)) == NULL)
		return onet_reject(o, row, "an occupation that is not in Occupation Data");
	if (!onet_whole(onet_text(row, 3), 1, 1000, &rank))
		return onet_reject(o, row, "not a rank");
	stmt_bind_text(o->put, 1, onet_text(row, 0));
	stmt_bind_int(o->put, 2, rank);
	stmt_bind_text(o->put, 3, onet_text(row, 1));
	stmt_bind_text(o->put, 4, set_text(onet_text(row, 2)));
	stmt_bind_int(o->put, 5, o->r->source);
	return onet_keep(o, row, e);
}

/* --- the tables ----------------------------------------------------------------------------- */

#define RATING_SQL                                                                                 \
	"INSERT INTO onet_rating(code, element, importance, importance_why, level, level_why, n,"  \
	" source_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"                                      \
	" ON CONFLICT(code, element) DO UPDATE SET"                                                \
	" importance = iif(?9, importance, ?3), importance_why = iif(?9, importance_why, ?4),"     \
	" level = iif(?9, ?5, level), level_why = iif(?9, ?6, level_why), n = coalesce(n, ?7)"     \
	" WHERE iif(?9, level_why, importance_why) = 1"
#define ELEMENT_SQL                                                                                \
	"INSERT OR IGNORE INTO onet_element(element, name, kind, source_id)"                       \
	" VALUES (?1, ?2, ?3, ?4)"
#define RATING_COLUMNS                                                                             \
	{                                                                                          \
		NEED("O*NET-SOC Code"), NEED("Element ID"), NEED("Element Name"),                  \
		    NEED("Scale ID"), NEED("Data Value"), MAY("N"), MAY("Recommend Suppress"),     \
		    MAY("Not Relevant"), MAY("Date"),                                              \
	}

const struct onet_part onet_parts[] = {
    {"Occupation Data", false, -1,
	"INSERT INTO onet_occupation(code, soc, title, description, source_id)"
	" VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
	NULL, put_occupation, {NEED("O*NET-SOC Code"), NEED("Title"), MAY("Description")}},
    {"Alternate Titles", true, -1,
	"INSERT INTO onet_title(code, title, short, source_id) VALUES (?1, ?2, ?3, ?4)", NULL,
	put_title, {NEED("O*NET-SOC Code"), NEED("Alternate Title"), MAY("Short Title")}},
    {"Task Statements", true, 4,
	"INSERT INTO onet_task(code, task, text, kind, source_id) VALUES (?1, ?2, ?3, ?4, ?5)",
	NULL, put_task,
	{NEED("O*NET-SOC Code"), NEED("Task ID"), NEED("Task"), MAY("Task Type"), MAY("Date")}},
    {"Technology Skills", true, -1,
	"INSERT INTO onet_technology(code, example, commodity, hot, in_demand, source_id)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	"INSERT OR IGNORE INTO onet_commodity(commodity, title, source_id) VALUES (?1, ?2, ?3)",
	put_technology,
	{NEED("O*NET-SOC Code"), NEED("Example", "T2 Example"), NEED("Commodity Code"),
	    NEED("Commodity Title"), MAY("Hot Technology"), MAY("In Demand")}},
    {"Skills", true, 8, RATING_SQL, ELEMENT_SQL, onet_put_rating, RATING_COLUMNS},
    {"Knowledge", true, 8, RATING_SQL, ELEMENT_SQL, onet_put_rating, RATING_COLUMNS},
    {"Related Occupations", true, -1,
	"INSERT INTO onet_related(code, rank, other, tier, source_id) VALUES (?1, ?2, ?3, ?4, ?5)"
	" ON CONFLICT DO NOTHING",
	NULL, put_related,
	{NEED("O*NET-SOC Code"), NEED("Related O*NET-SOC Code"), MAY("Relatedness Tier"),
	    NEED("Index", "Related Index")}},
    {"Interests", true, 4,
	"INSERT INTO onet_interest(code, letter, value, source_id) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT DO NOTHING",
	NULL, onet_put_interest,
	{NEED("O*NET-SOC Code"), NEED("Element ID"), NEED("Scale ID"), NEED("Data Value"),
	    MAY("Date")}},
    {"Education, Training, and Experience Categories", false, -1, NULL, NULL, onet_take_category,
	{NEED("Scale ID"), NEED("Category"), NEED("Category Description")}},
    {"Education, Training, and Experience", true, 6,
	"INSERT INTO onet_education(code, category, title, percent, percent_why, n, source_id)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
	NULL, onet_put_education,
	{NEED("O*NET-SOC Code"), NEED("Scale ID"), NEED("Category"), NEED("Data Value"), MAY("N"),
	    MAY("Recommend Suppress"), MAY("Date")}},
    {"Job Zones", true, 2,
	"UPDATE onet_occupation SET job_zone = ?2 WHERE code = ?1 AND job_zone IS NULL", NULL,
	put_zone_of, {NEED("O*NET-SOC Code"), NEED("Job Zone"), MAY("Date")}},
    {"Job Zone Reference", false, -1,
	"INSERT INTO onet_zone(zone, name, experience, education, training, source_id)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
	NULL, put_zone,
	{NEED("Job Zone"), NEED("Name"), MAY("Experience"), MAY("Education"), MAY("Job Training")}},
};
const size_t onet_nparts = sizeof onet_parts / sizeof *onet_parts;
