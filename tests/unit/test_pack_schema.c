/* The section table and the catalog's tables say the same, column by column. */
#include "career/import/pack.h"
#include "career/store/catalog.h"
#include "career/store/sql_data.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

struct column {
	char name[64];
	const char *type; /* as the schema declares it */
	bool required;
	const char *refers; /* table that it leads to, or NULL */
};

struct columns {
	struct column c[80];
	size_t n;
};

static void
add(struct columns *cols, const char *name, const char *type, bool required, const char *refers)
{
	struct column *c = &cols->c[cols->n++];

	assert_true(cols->n <= COUNT(cols->c));
	snprintf(c->name, sizeof c->name, "%s", name);
	c->type = type;
	c->required = required;
	c->refers = refers;
}

static void
add_two(struct columns *cols, const char *field, const char *suffix, const char *type)
{
	char name[64];

	snprintf(name, sizeof name, "%s%s", field, suffix);
	add(cols, name, type, false, NULL);
}

/* What the section table promises: see enum pack_type. */
static void
add_field(struct columns *cols, const struct pack_field *f, bool key)
{
	const char *name = f->column != NULL ? f->column : f->name;
	bool required = key || (f->flags & PACK_REQUIRED) != 0;

	switch (f->type) {
	case PACK_CHILD:
		break;
	case PACK_SPAN:
		add_two(cols, f->name, "_lo", "REAL");
		add_two(cols, f->name, "_hi", "REAL");
		break;
	case PACK_YEAR:
		add(cols, name, "TEXT", required, NULL);
		add_two(cols, f->name, "_year", "INTEGER");
		break;
	case PACK_ABOUT:
		add(cols, "about_kind", "TEXT", required, NULL);
		add(cols, "about_key", "TEXT", required, NULL);
		add(cols, "about_id", "INTEGER", false, NULL);
		break;
	case PACK_REF:
		add(cols, name, "INTEGER", required, pack_sections[f->target].table);
		break;
	case PACK_INT:
	case PACK_BOOL:
		add(cols, name, "INTEGER", required, NULL);
		break;
	case PACK_NUM:
		add(cols, name, "REAL", required, NULL);
		break;
	default:
		add(cols, name, "TEXT", required, NULL);
	}
}

/* Columns that are not stated by packs but made at the end of a build. */
static void
add_derived(struct columns *cols, enum pack_section_id id)
{
	static const struct {
		enum pack_section_id section;
		const char *name, *type;
		bool required;
	} derived[] = {
	    {SEC_PROGRAMS, "mode", "TEXT", false},
	    {SEC_PROGRAMS, "months", "INTEGER", false},
	    {SEC_PROGRAMS, "months_max", "INTEGER", false},
	    {SEC_PROGRAMS, "cost", "INTEGER", false},
	    {SEC_PROGRAMS, "cost_basis", "TEXT", false},
	    {SEC_PROGRAMS, "cost_why", "TEXT", false},
	    {SEC_PROGRAMS, "currency", "TEXT", false},
	    {SEC_PROGRAMS, "audience", "TEXT", false},
	    {SEC_PROGRAMS, "cost_per_year", "INTEGER", false},
	    {SEC_PROGRAMS, "cost_as_of", "TEXT", false},
	    {SEC_PROGRAMS, "cost_fact", "INTEGER", false},
	    {SEC_PROGRAMS, "cost_count", "INTEGER", true},
	    {SEC_PROGRAMS, "earnings", "INTEGER", false},
	    {SEC_PROGRAMS, "earnings_horizon", "TEXT", false},
	    {SEC_PROGRAMS, "debt", "INTEGER", false},
	    {SEC_PROGRAMS, "confidence", "TEXT", false},
	    {SEC_PROGRAMS, "only_source", "INTEGER", false},
	    {SEC_PROGRAM_FACTS, "total", "REAL", false},
	    {SEC_PROGRAM_FACTS, "total_basis", "TEXT", false},
	    {SEC_PROGRAM_FACTS, "total_sum", "TEXT", false},
	};

	for (size_t i = 0; i < COUNT(derived); i++)
		if (derived[i].section == id)
			add(cols, derived[i].name, derived[i].type, derived[i].required, NULL);
}

/* Keys that not every entry has. */
static bool
key_is_optional(enum pack_section_id id)
{
	return id == SEC_GUIDE;
}

static void
expected_columns(struct columns *cols, enum pack_section_id id)
{
	const struct pack_section *sec = &pack_sections[id];

	cols->n = 0;
	add(cols, "id", "INTEGER", false, NULL);
	add(cols, "pack", "TEXT", true, NULL);
	if (sec->parent != SEC_COUNT)
		add(cols, "parent_id", "INTEGER", true, pack_sections[sec->parent].table);
	for (size_t i = 0; i < sec->nfields; i++)
		if (id != SEC_PACK || i > 0)
			add_field(
			    cols, &sec->fields[i], (int)i == sec->key && !key_is_optional(id));
	/* Programs have a default status. */
	for (size_t i = 0; id == SEC_PROGRAMS && i < cols->n; i++)
		if (strcmp(cols->c[i].name, "status") == 0)
			cols->c[i].required = true;
	add_derived(cols, id);
}

static struct db *
empty_catalog(void)
{
	struct err e;
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	return db;
}

static void
check_column(struct stmt *st, const struct columns *cols, const char *table)
{
	const char *name = stmt_str(st, 0);
	const struct column *c = NULL;

	for (size_t i = 0; i < cols->n; i++)
		if (strcmp(cols->c[i].name, name) == 0)
			c = &cols->c[i];
	if (c == NULL) {
		fail_msg("%s.%s: no section states it", table, name);
		return;
	}
	if (strcmp(stmt_str(st, 1), c->type) != 0)
		fail_msg("%s.%s is %s, %s was expected", table, name, stmt_str(st, 1), c->type);
	if ((stmt_int(st, 2) != 0) != c->required)
		fail_msg("%s.%s: NOT NULL and 'required' differ", table, name);
	if (strcmp(stmt_str(st, 3), c->refers != NULL ? c->refers : "") != 0)
		fail_msg("%s.%s leads to '%s'", table, name, stmt_str(st, 3));
}

static void
test_columns(void **state)
{
	static const char sql[] =
	    "SELECT t.name, t.type, t.\"notnull\", (SELECT f.\"table\" FROM"
	    " pragma_foreign_key_list(?1) f WHERE f.\"from\" = t.name) FROM pragma_table_info(?1) t";
	struct db *db = empty_catalog();
	struct columns cols;
	struct err e;

	(void)state;
	for (size_t id = 0; id < SEC_COUNT; id++) {
		const char *table = pack_sections[id].table;
		struct stmt *st = db_prepare(db, sql, &e);
		size_t n = 0;

		assert_ok(st != NULL);
		expected_columns(&cols, (enum pack_section_id)id);
		stmt_bind_text(st, 1, table);
		for (; stmt_step(st, &e) == 1; n++)
			check_column(st, &cols, table);
		if (n != cols.n)
			fail_msg("%s has %zu columns, %zu were expected", table, n, cols.n);
		stmt_finalize(st);
	}
	db_close(db);
}

/* Whether one of the files for publishers' own sets makes it. */
static bool
is_set_table(const char *table)
{
	char made[96];

	snprintf(made, sizeof made, "CREATE TABLE %s (", table);
	for (size_t i = 0; i < sql_catalog_count; i++)
		if (strcmp(sql_catalog[i].name, "005") > 0
		    && strstr(sql_catalog[i].sql, made) != NULL)
			return true;
	return false;
}

/* A table is a section's, one of the build's own, or one of the publishers' sets. */
static void
test_tables(void **state)
{
	static const char *const own[] = {"meta", "frame", "frame_column", "served", "guide_role",
	    "program_without", "program_tally", "field_tally"};
	struct db *db = empty_catalog();
	struct err e;
	struct stmt *st = db_prepare(db,
	    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'", &e);
	size_t n = 0;

	(void)state;
	assert_ok(st != NULL);
	for (; stmt_step(st, &e) == 1; n++) {
		bool found = is_set_table(stmt_str(st, 0));

		n -= found;
		for (size_t i = 0; i < COUNT(own); i++)
			found = found || strcmp(own[i], stmt_str(st, 0)) == 0;
		for (size_t i = 0; i < SEC_COUNT; i++)
			found = found || strcmp(pack_sections[i].table, stmt_str(st, 0)) == 0;
		if (!found)
			fail_msg("table %s is no section's", stmt_str(st, 0));
	}
	assert_int_equal(n, SEC_COUNT + COUNT(own));
	stmt_finalize(st);
	db_close(db);
}

static void
check_field(const struct pack_section *sec, size_t i)
{
	const struct pack_field *f = &sec->fields[i];
	bool refers = f->type == PACK_REF || f->type == PACK_CHILD;

	for (size_t k = 0; k < i; k++)
		if (strcmp(sec->fields[k].name, f->name) == 0)
			fail_msg("%s.%s stands twice", sec->name, f->name);
	if (f->help == NULL || f->help[0] == '\0')
		fail_msg("%s.%s has no help", sec->name, f->name);
	if (refers != (f->target != SEC_COUNT))
		fail_msg("%s.%s: target", sec->name, f->name);
	if (f->type == PACK_REF && pack_sections[f->target].key < 0)
		fail_msg("%s.%s leads to entries without a key", sec->name, f->name);
	if ((f->type == PACK_ENUM || f->type == PACK_UNIT) != (f->values != NULL))
		fail_msg("%s.%s: values", sec->name, f->name);
	if ((f->flags & PACK_NOT_NEGATIVE) != 0 && f->type != PACK_NUM && f->type != PACK_INT
	    && f->type != PACK_SPAN)
		fail_msg("%s.%s cannot be negative", sec->name, f->name);
	for (size_t k = 0; f->values != NULL && f->values[k] != NULL; k++)
		for (size_t j = 0; j < k; j++)
			if (strcmp(f->values[j], f->values[k]) == 0)
				fail_msg("%s.%s: '%s' twice", sec->name, f->name, f->values[k]);
}

static void
test_table_itself(void **state)
{
	(void)state;
	for (size_t s = 0; s < SEC_COUNT; s++) {
		const struct pack_section *sec = &pack_sections[s];

		assert_non_null(sec->name);
		assert_non_null(sec->help);
		assert_true(sec->nfields > 0 && sec->nfields < 64);
		for (size_t k = 0; k < s; k++) {
			assert_string_not_equal(pack_sections[k].name, sec->name);
			assert_string_not_equal(pack_sections[k].table, sec->table);
		}
		for (size_t i = 0; i < sec->nfields; i++)
			check_field(sec, i);
		if (sec->key >= 0)
			assert_true(sec->fields[sec->key].type == PACK_SLUG
			    || sec->fields[sec->key].type == PACK_KEY);
		if (sec->key_from >= 0)
			assert_int_equal(sec->fields[sec->key_from].type, PACK_TEXT);
		if (sec->merge)
			assert_true(sec->key >= 0 && sec->key_from >= 0);
		/* A child is named by one field of its parent. */
		for (size_t i = 0, n = 0; sec->parent != SEC_COUNT; i++) {
			const struct pack_section *up = &pack_sections[sec->parent];

			if (i == up->nfields) {
				assert_int_equal(n, 1);
				break;
			}
			n += up->fields[i].type == PACK_CHILD && up->fields[i].target == s;
		}
	}
}

/* Every statement of where something stands names its source and the place in it. */
static void
test_sources_are_required(void **state)
{
	static const enum pack_section_id without[] = {SEC_PACK, SEC_SOURCES, SEC_SOURCE_LEVELS,
	    SEC_ROLES, SEC_SKILLS, SEC_LADDER_STEPS, SEC_SCHOOLS, SEC_PROGRAMS, SEC_RELEVANCE,
	    SEC_TERMS};

	(void)state;
	for (size_t s = 0; s < SEC_COUNT; s++) {
		const struct pack_section *sec = &pack_sections[s];
		size_t found = 0;
		bool skip = false;

		for (size_t i = 0; i < COUNT(without); i++)
			skip = skip || without[i] == s;
		for (size_t i = 0; i < sec->nfields; i++)
			if ((sec->fields[i].flags & PACK_REQUIRED) != 0
			    && (strcmp(sec->fields[i].name, "source") == 0
				|| strcmp(sec->fields[i].name, "locator") == 0
				|| strcmp(sec->fields[i].name, "page") == 0))
				found++;
		if (!skip && found != 2)
			fail_msg("%s entries need not say where they stand", sec->name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_columns),
	    cmocka_unit_test(test_tables),
	    cmocka_unit_test(test_table_itself),
	    cmocka_unit_test(test_sources_are_required),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
