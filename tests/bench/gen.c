/* A catalog of made-up programs: as many schools, fields, awards and gaps as the national data have. */
#include "bench.h"
#include "gen.h"

#include "career/base/buf.h"
#include "career/base/text.h"
#include "career/build/build.h"
#include "career/store/catalog.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PER_SCHOOL = 34, SCHOOLS_MIN = 20, SCHOOLS_MAX = 6500, FIELDS = 400, CITIES = 2600 };

/* Changes with the rows that are made. */
#define GEN_VERSION "3"

/* --- chance ---------------------------------------------------------------------------------- */

struct chance {
	uint64_t state;
};

static uint32_t
draw(struct chance *c, uint32_t n)
{
	c->state ^= c->state << 13;
	c->state ^= c->state >> 7;
	c->state ^= c->state << 17;
	return (uint32_t)((c->state >> 32) * n >> 32);
}

static bool
happens(struct chance *c, uint32_t in_thousand)
{
	return draw(c, 1000) < in_thousand;
}

/* Small numbers are much more frequent: the lowest of three. */
static uint32_t
draw_low(struct chance *c, uint32_t n)
{
	uint32_t a = draw(c, n), b = draw(c, n), d = draw(c, n);

	a = b < a ? b : a;
	return d < a ? d : a;
}

struct weighted {
	const char *text;
	uint32_t weight;
};

/* The weights of a table end with a NULL text and its sum. */
static const char *
pick(struct chance *c, const struct weighted *w)
{
	uint32_t total = 0, at, i;

	for (i = 0; w[i].text; i++)
		total += w[i].weight;
	at = draw(c, total);
	for (i = 0; at >= w[i].weight; i++)
		at -= w[i].weight;
	return w[i].text;
}

/* --- words ----------------------------------------------------------------------------------- */

static const char *const state_names[] = {"CA", "NY", "TX", "PA", "FL", "OH", "IL", "MA", "NC",
    "MI", "GA", "MO", "VA", "NJ", "TN", "MN", "IN", "WI", "WA", "LA", "AL", "SC", "CO", "KY", "AZ",
    "OK", "IA", "KS", "MD", "OR", "CT", "AR", "MS", "PR", "NE", "WV", "UT", "NH", "NM", "ME", "RI",
    "ND", "SD", "VT", "MT", "ID", "NV", "HI", "DE", "DC", "WY", "AK", "GU", "VI"};
enum { STATES = sizeof state_names / sizeof *state_names };

static const struct weighted countries[] = {{"GB", 30}, {"CA", 25}, {"DE", 12}, {"IE", 8},
    {"AU", 8}, {"FR", 7}, {"IN", 6}, {"NL", 4}, {"MX", 4}, {"AE", 2}, {"SG", 2}, {NULL, 0}};
static const struct weighted currencies[] = {
    {"GBP", 30}, {"CAD", 20}, {"EUR", 30}, {"AUD", 8}, {"INR", 7}, {"unstated", 5}, {NULL, 0}};
static const struct weighted awards[] = {{"certificate", 290}, {"bachelor", 330},
    {"associate", 150}, {"master", 140}, {"doctorate", 45}, {"professional-certificate", 20},
    {"mba", 12}, {"bootcamp", 8}, {"mooc", 5}, {NULL, 0}};
static const struct weighted modes[] = {
    {"on-campus", 700}, {"online", 200}, {"hybrid", 100}, {NULL, 0}};
static const struct weighted controls[] = {
    {"public", 33}, {"private", 64}, {"vendor", 3}, {NULL, 0}};
static const struct weighted audiences[] = {
    {"all", 60}, {"in-state", 22}, {"out-of-state", 12}, {"international", 6}, {NULL, 0}};
static const struct weighted trust[] = {{"high", 60}, {"medium", 30}, {"low", 10}, {NULL, 0}};

static const char *const subjects[] = {"nursing", "business", "computer science", "data science",
    "accounting", "psychology", "criminal justice", "biology", "education", "health administration",
    "information technology", "mechanical engineering", "electrical engineering", "statistics",
    "mathematics", "economics", "design", "cosmetology", "dental hygiene", "medical assisting",
    "machine learning", "music", "history", "english literature", "chemistry", "physics",
    "civil engineering", "social work", "public policy", "law", "theology", "marketing", "finance",
    "architecture", "agriculture", "journalism", "welding", "culinary arts", "linguistics",
    "philosophy"};
static const char *const branches[] = {"", "applied ", "advanced ", "clinical ", "general ",
    "international ", "foundations of ", "management of ", "technology of ", "teaching of "};
enum { SUBJECTS = sizeof subjects / sizeof *subjects };
_Static_assert(SUBJECTS *(sizeof branches / sizeof *branches) == FIELDS, "fields");

/* The most frequent fields are the plain subjects. */
void
gen_field_name(char *out, size_t size, uint32_t field)
{
	snprintf(out, size, "%s%s", branches[field / SUBJECTS], subjects[field % SUBJECTS]);
}

static void
place_name(char *out, size_t size, uint32_t n)
{
	static const char *const heads[] = {"Ash", "Brook", "Clear", "Dun", "East", "Fair", "Glen",
	    "Haw", "Iron", "Jeffer", "King", "Lake", "Mill", "North", "Oak", "Pine", "Quarry",
	    "River", "Stone", "Thorn", "Under", "Vale", "West", "Yar", "Spring", "Maple"};
	static const char *const tails[] = {
	    "ton", "field", "ville", "burg", "ford", "wood", "port", "dale", "mont", "side"};
	static const char *const fronts[] = {
	    "", "New ", "Saint ", "Fort ", "Upper ", "Mount ", "Old ", "Port ", "San ", "Little "};

	snprintf(out, size, "%s%s%s", fronts[n / 260 % 10], heads[n % 26], tails[n / 26 % 10]);
}

static void
school_name(char *out, size_t size, uint32_t n)
{
	static const char *const kinds[] = {"University", "College", "Community College",
	    "Institute", "State University", "Technical College", "Academy of Arts",
	    "School of Health", "Career Center", "Polytechnic"};
	char place[40];

	place_name(place, sizeof place, n / 3 * 7 % CITIES);
	if (n % 3 == 0)
		snprintf(out, size, "University of %s", place);
	else
		snprintf(out, size, "%s %s", place, kinds[(n / 3 + n % 3 * 5) % 10]);
	if (n >= SCHOOLS_MAX / 2)
		snprintf(out + strlen(out), size - strlen(out), " - %s", state_names[n % STATES]);
}

/* --- rows ------------------------------------------------------------------------------------ */

struct gen {
	struct db *db;
	struct chance chance;
	uint32_t rows, schools;
	struct stmt *school, *program, *fact;
	struct buf slug;
	struct err *e;
};

static bool
put_school(struct gen *g, uint32_t n)
{
	struct chance *c = &g->chance;
	char name[120], city[40], slug[32];
	bool foreign = happens(c, 26);

	school_name(name, sizeof name, n);
	place_name(city, sizeof city, draw(c, CITIES));
	snprintf(slug, sizeof slug, "school-%u", n + 1);
	stmt_bind_int(g->school, 1, n + 1);
	stmt_bind_text(g->school, 2, slug);
	stmt_bind_text(g->school, 3, name);
	stmt_bind_text(g->school, 4, city);
	stmt_bind_text(g->school, 5, foreign ? NULL : state_names[draw_low(c, STATES)]);
	stmt_bind_text(g->school, 6, foreign ? pick(c, countries) : "US");
	stmt_bind_text(g->school, 7, pick(c, controls));
	return stmt_run(g->school, g->e);
}

/* Months of an award, 0 when the page does not say. */
static uint32_t
months_of(struct chance *c, const char *award)
{
	static const struct {
		const char *award;
		uint32_t least, spread;
	} length[] = {{"bachelor", 36, 25}, {"associate", 18, 19}, {"master", 12, 25},
	    {"doctorate", 36, 49}, {"mba", 12, 13}, {"certificate", 3, 16}};
	size_t i;

	if (happens(c, 350))
		return 0;
	for (i = 0; i < sizeof length / sizeof *length; i++)
		if (strcmp(award, length[i].award) == 0)
			return length[i].least + draw(c, length[i].spread);
	return 1 + draw(c, 9);
}

static bool
put_fact(struct gen *g, uint32_t program, uint32_t source, const char *award)
{
	struct chance *c = &g->chance;
	uint32_t months = months_of(c, award);
	bool foreign = happens(c, 30), priced = happens(c, 550), by_credit = happens(c, 60);
	uint32_t cost = by_credit ? 150 + draw(c, 1800) : 1500 + draw_low(c, 160000) / 50 * 50;

	stmt_bind_int(g->fact, 1, program);
	stmt_bind_int(g->fact, 2, source);
	stmt_bind_int(g->fact, 3, 2021 + draw(c, 5));
	stmt_bind_text(g->fact, 4, pick(c, trust));
	stmt_bind_text(g->fact, 5, happens(c, 120) ? NULL : pick(c, modes));
	if (months > 0)
		stmt_bind_int(g->fact, 6, months);
	else
		stmt_bind_null(g->fact, 6);
	if (months > 0 && happens(c, 300))
		stmt_bind_int(g->fact, 7, months + 6 + draw(c, 24));
	else
		stmt_bind_null(g->fact, 7);
	if (priced)
		stmt_bind_int(g->fact, 8, cost);
	else
		stmt_bind_null(g->fact, 8);
	stmt_bind_text(g->fact, 9, !priced ? NULL : foreign ? pick(c, currencies) : "USD");
	stmt_bind_text(g->fact, 10, !priced ? NULL : by_credit ? "credit" : "total");
	stmt_bind_text(g->fact, 11, priced ? pick(c, audiences) : NULL);
	return stmt_run(g->fact, g->e);
}

/* Most earnings are withheld, since few graduates were counted. */
static void
bind_outcome(struct gen *g, int pos, uint32_t least, uint32_t spread)
{
	if (happens(&g->chance, 300))
		stmt_bind_int(g->program, pos, least + draw_low(&g->chance, spread));
	else
		stmt_bind_text(g->program, pos, happens(&g->chance, 800) ? "m1" : "m2");
}

static bool
put_program(struct gen *g, uint32_t n)
{
	struct chance *c = &g->chance;
	uint32_t field = draw_low(c, FIELDS);
	const char *award = pick(c, awards);
	char name[120], field_text[80], key[48];

	gen_field_name(field_text, sizeof field_text, field);
	snprintf(name, sizeof name, "%c%s of %s", award[0] - 32, award + 1, field_text);
	snprintf(key, sizeof key, "school-%u/%u", n % g->schools + 1, n);
	stmt_bind_int(g->program, 1, n + 1);
	stmt_bind_text(g->program, 2, key);
	stmt_bind_int(g->program, 3, n % g->schools + 1);
	stmt_bind_text(g->program, 4, name);
	stmt_bind_text(g->program, 5, field_text);
	stmt_bind_text(g->program, 6, award);
	stmt_bind_text(g->program, 7, happens(c, 20) ? "withdrawn" : "open");
	bind_outcome(g, 8, 14000, 220000);
	stmt_bind_text(g->program, 9, happens(c, 500) ? "1 year after" : "2 years after");
	bind_outcome(g, 10, 2000, 180000);
	return stmt_run(g->program, g->e) && put_fact(g, n + 1, 1 + draw_low(c, 6), award)
	    && (!happens(c, 150) || put_fact(g, n + 1, 1 + draw_low(c, 6), award));
}

static bool
put_sources(struct gen *g)
{
	static const char sql[] =
	    "INSERT INTO source (id, pack, key, title, short, publisher, kind)"
	    " VALUES (?1, 'bench', 'bench/' || ?2, ?2, ?2, ?2, 'official')";
	static const char *const names[] = {
	    "National file", "School's page", "Directory", "Survey", "Ranking", "Broker"};
	struct stmt *st = db_prepare(g->db, sql, g->e);
	size_t i;
	bool ok = st != NULL;

	for (i = 0; ok && i < sizeof names / sizeof *names; i++) {
		stmt_bind_int(st, 1, (int64_t)i + 1);
		stmt_bind_text(st, 2, names[i]);
		ok = stmt_run(st, g->e);
	}
	stmt_finalize(st);
	return ok;
}

static bool
prepare(struct gen *g)
{
	g->school = db_prepare(g->db,
	    "INSERT INTO school (id, pack, slug, name, city, state, country, control)"
	    " VALUES (?1, 'bench', ?2, ?3, ?4, ?5, ?6, ?7)",
	    g->e);
	g->program = db_prepare(g->db,
	    "INSERT INTO program (id, pack, key, school_id, name, field, award, status, earnings,"
	    " earnings_horizon, debt) VALUES (?1, 'bench', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	    g->e);
	g->fact = db_prepare(g->db,
	    "INSERT INTO program_fact (pack, parent_id, source_id, page, as_of, as_of_year, confidence,"
	    " mode, months, months_max, cost, currency, per, audience)"
	    " VALUES ('bench', ?1, ?2, 'made up', ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	    g->e);
	return g->school && g->program && g->fact;
}

static bool
put_all(struct gen *g)
{
	bool ok = prepare(g) && put_sources(g) && gen_roles(g->db, g->e);
	uint32_t i;

	for (i = 0; ok && i < g->schools; i++)
		ok = put_school(g, i);
	for (i = 0; ok && i < g->rows; i++)
		ok = put_program(g, i);
	stmt_finalize(g->school);
	stmt_finalize(g->program);
	stmt_finalize(g->fact);
	return ok;
}

static bool
put_version(struct gen *g)
{
	struct stmt *st = db_query(g->db, "meta_put", g->e);

	if (!st)
		return false;
	stmt_bind_text(st, 1, "bench");
	stmt_bind_text(st, 2, GEN_VERSION);
	return stmt_run(st, g->e);
}

bool
gen_is_current(struct db *db)
{
	char version[16];

	return catalog_meta(db, "bench", version, sizeof version)
	    && strcmp(version, GEN_VERSION) == 0;
}

bool
gen_catalog(const char *path, uint32_t rows, struct err *e)
{
	struct gen g = {.chance = {0x2545f4914f6cdd1du}, .rows = rows, .e = e};
	double start = bench_now();
	bool ok;

	g.schools = rows / PER_SCHOOL < SCHOOLS_MIN ? SCHOOLS_MIN : rows / PER_SCHOOL;
	if (g.schools > SCHOOLS_MAX)
		g.schools = SCHOOLS_MAX;
	if (unlink(path) == 0)
		fprintf(stderr, "replacing %s\n", path);
	g.db = db_open(path, DB_CREATE, e);
	if (!g.db)
		return false;
	ok = catalog_create(g.db, e) && db_exec(g.db, "PRAGMA synchronous = OFF", e)
	    && db_begin(g.db, e) && put_all(&g);
	if (ok)
		printf("rows written in %.1f s\n", (bench_now() - start) / 1000);
	start = bench_now();
	ok = ok && build_finish(g.db, e) && put_version(&g) && db_commit(g.db, e);
	if (ok)
		printf("derived and stored as frames in %.1f s\n", (bench_now() - start) / 1000);
	db_close(g.db);
	if (!ok)
		unlink(path);
	return ok;
}
