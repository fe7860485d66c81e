/*
 * link.c - publishers' codes to roles: each is a pack's role that names it, or an occupation of its own.
 *
 * What packs say comes first, then O*NET, then what only the wage and projection sets know, then ESCO, each in
 * the order of its codes: the same sets give the same rows whatever was imported first.
 */
#include "career/build/import.h"

#include "career/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Major groups of the 2018 Standard Occupational Classification (https://www.bls.gov/soc/2018/major_groups.htm). */
static const struct {
	const char *code, *title;
} majors[] = {
    {"11", "Management Occupations"},
    {"13", "Business and Financial Operations Occupations"},
    {"15", "Computer and Mathematical Occupations"},
    {"17", "Architecture and Engineering Occupations"},
    {"19", "Life, Physical, and Social Science Occupations"},
    {"21", "Community and Social Service Occupations"},
    {"23", "Legal Occupations"},
    {"25", "Educational Instruction and Library Occupations"},
    {"27", "Arts, Design, Entertainment, Sports, and Media Occupations"},
    {"29", "Healthcare Practitioners and Technical Occupations"},
    {"31", "Healthcare Support Occupations"},
    {"33", "Protective Service Occupations"},
    {"35", "Food Preparation and Serving Related Occupations"},
    {"37", "Building and Grounds Cleaning and Maintenance Occupations"},
    {"39", "Personal Care and Service Occupations"},
    {"41", "Sales and Related Occupations"},
    {"43", "Office and Administrative Support Occupations"},
    {"45", "Farming, Fishing, and Forestry Occupations"},
    {"47", "Construction and Extraction Occupations"},
    {"49", "Installation, Maintenance, and Repair Occupations"},
    {"51", "Production Occupations"},
    {"53", "Transportation and Material Moving Occupations"},
    {"55", "Military Specific Occupations"},
};

/* A code of a set, as the queries link_* give it; texts are borrowed from the statement. */
struct found {
	const char *scheme, *code;
	const char *soc; /* the SOC occupation that it is, NULL: none, or only a part of one */
	const char *title, *summary, *family;
	const char *mark; /* tells two of one title apart */
};

struct linking {
	struct db *db;
	int64_t next; /* id of the next role */
};

static const char *
major_of(const char *soc)
{
	for (size_t i = 0; i < sizeof majors / sizeof *majors; i++)
		if (strncmp(majors[i].code, soc, 2) == 0)
			return majors[i].title;
	return "Other Occupations";
}

/* The role of a code: 1 found, 0 none, -1 error. */
static int
find_role(struct db *db, const char *scheme, const char *code, int64_t *role, struct err *e)
{
	struct stmt *st = db_query(db, "link_find", e);
	int step;

	if (st == NULL)
		return -1;
	stmt_bind_text(st, 1, scheme);
	stmt_bind_text(st, 2, code);
	step = stmt_step(st, e);
	if (step == 1)
		*role = stmt_int(st, 0);
	stmt_reset(st);
	return step;
}

static bool
put_code(struct db *db, const char *scheme, const char *code, int64_t role, struct err *e)
{
	struct stmt *st = db_query(db, "link_put", e);

	if (st == NULL)
		return false;
	stmt_bind_text(st, 1, scheme);
	stmt_bind_text(st, 2, code);
	stmt_bind_int(st, 3, role);
	return stmt_run(st, e);
}

/* Whether a slug is taken: 1, 0, -1 error. */
static int
is_taken(struct db *db, const char *slug, struct err *e)
{
	struct stmt *st = db_query(db, "link_slug", e);
	int step;

	if (st == NULL)
		return -1;
	stmt_bind_text(st, 1, slug);
	step = stmt_step(st, e);
	stmt_reset(st);
	return step;
}

/* The title's slug; with the code behind it where a role has that already, and a number where that is taken, too. */
static bool
choose_slug(struct db *db, const struct found *f, struct buf *slug, struct err *e)
{
	struct buf text = BUF_INIT;
	int taken;

	buf_adds(&text, f->title);
	for (unsigned turn = 1;; turn++) {
		buf_clear(slug);
		text_slug(slug, text.data);
		taken = is_taken(db, slug->data, e);
		if (taken != 1)
			break;
		buf_clear(&text);
		buf_addf(&text, "%s %s", f->title, f->mark);
		if (turn > 1)
			buf_addf(&text, " %u", turn);
	}
	buf_free(&text);
	return taken == 0;
}

static bool
make_role(struct linking *l, const struct found *f, int64_t *role, struct err *e)
{
	struct buf slug = BUF_INIT;
	bool ok = choose_slug(l->db, f, &slug, e);
	struct stmt *st = ok ? db_query(l->db, "link_role", e) : NULL;

	if (st != NULL) {
		*role = l->next++;
		stmt_bind_int(st, 1, *role);
		stmt_bind_text(st, 2, slug.data);
		stmt_bind_text(st, 3, f->title);
		stmt_bind_text(st, 4, f->family != NULL ? f->family : major_of(f->code));
		stmt_bind_text(st, 5, f->summary);
		stmt_bind_text(st, 6, f->scheme);
		stmt_bind_text(st, 7, f->code);
		stmt_bind_text(st, 8, strcmp(f->scheme, "soc") != 0 ? f->soc : NULL);
	}
	ok = st != NULL && stmt_run(st, e);
	buf_free(&slug);
	return ok;
}

static bool
link_one(struct linking *l, const struct found *f, struct err *e)
{
	int64_t role = 0;
	int found = find_role(l->db, f->scheme, f->code, &role, e);

	if (found == 0 && f->soc != NULL)
		found = find_role(l->db, "soc", f->soc, &role, e);
	if (found < 0 || (found == 0 && !make_role(l, f, &role, e)))
		return false;
	return put_code(l->db, f->scheme, f->code, role, e)
	    && (f->soc == NULL || put_code(l->db, "soc", f->soc, role, e));
}

static bool
link_scheme(struct linking *l, const char *query, const char *scheme, struct err *e)
{
	struct stmt *st = db_query(l->db, query, e);
	int step = -1;

	while (st != NULL && (step = stmt_step(st, e)) == 1) {
		const struct found f = {.scheme = scheme,
		    .code = stmt_str(st, 0),
		    .soc = stmt_text(st, 1),
		    .title = stmt_str(st, 2),
		    .summary = stmt_text(st, 3),
		    .family = stmt_text(st, 4),
		    .mark = stmt_str(st, 5)};

		if (!link_one(l, &f, e)) {
			step = -1;
			break;
		}
	}
	if (st != NULL)
		stmt_reset(st);
	return step == 0;
}

bool
build_link(struct db *db, struct err *e)
{
	struct linking l = {db, IMPORT_FIRST_ID};
	struct stmt *st = db_query(db, "link_packs", e);

	if (st == NULL || !stmt_run(st, e) || !link_scheme(&l, "link_onet", "onet", e)
	    || !link_scheme(&l, "link_soc", "soc", e) || !link_scheme(&l, "link_esco", "esco", e))
		return false;
	st = db_query(db, "link_jobs", e);
	return st != NULL && stmt_run(st, e) && build_link_skills(db, e);
}
