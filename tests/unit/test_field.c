#include "career/query/field.h"
#include "career/query/query.h"

#include "career/base/file.h"
#include "career/frame/scan.h"
#include "career/store/catalog.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void
lists_are_found(void **state)
{
	(void)state;
	assert_int_equal(nlists, 6);
	for (size_t i = 0; i < nlists; i++)
		assert_ptr_equal(list_find(lists[i]->name), lists[i]);
	assert_null(list_find("Programs"));
	assert_null(list_find(""));
	assert_true(field_find(&list_programs, "cost") > 0);
	assert_int_equal(field_find(&list_programs, "degree"), field_find(&list_programs, "award"));
	assert_int_equal(field_find(&list_programs, "Cost"), -1);
	assert_int_equal(field_find(&list_roles, "cost"), -1);
}

/* A name can be typed in a query, and means one field. */
static void
names(void **state)
{
	(void)state;
	for (size_t i = 0; i < nlists; i++) {
		const struct list *l = lists[i];

		for (size_t k = 0; k < l->nfields; k++) {
			const struct field *f = &l->fields[k];

			assert_int_equal(
			    strspn(f->name, "abcdefghijklmnopqrstuvwxyz_"), strlen(f->name));
			assert_string_not_equal(f->name, "sort");
			assert_int_equal(field_find(l, f->name), k);
			assert_true(!f->aka || field_find(l, f->aka) == (int)k);
		}
	}
}

static void
check_field(const struct list *l, const struct field *f)
{
	int guard = f->guard ? field_find(l, f->guard) : -1;

	assert_non_null(f->title);
	assert_true(f->width > 0);
	assert_true(f->absent
	    && (strncmp(f->absent, "no ", 3) == 0 || strncmp(f->absent, "not known ", 10) == 0));
	assert_true(f->help && strlen(f->help) > 8 && strlen(f->help) < 80);
	assert_false((f->flags & FIELD_HIDDEN) && (f->flags & (FIELD_EXPORT | FIELD_SHOWN)));
	assert_int_equal((f->flags & FIELD_FACET) != 0, f->facet > 0);
	assert_false((f->flags & FIELD_FACET) && f->kind == COL_NUM);
	assert_false((f->flags & FIELD_BUCKET) && !(f->flags & FIELD_FACET));
	assert_false(f->search && f->kind == COL_NUM);
	assert_int_equal(f->kind == COL_NUM, f->unit != UNIT_NONE);
	assert_true(!f->guard || (guard >= 0 && l->fields[guard].kind == COL_CODE));
	assert_true(!f->upto || l->fields[field_find(l, f->upto)].kind == COL_NUM);
	assert_false((f->flags & FIELD_TITLE) && (!f->search || f->kind != COL_CODE));
	assert_false((f->flags & FIELD_ALIAS) && (!f->search || f->kind != COL_LIST));
}

static void
rows_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; i < nlists; i++) {
		int keys = 0, titles = 0;

		for (size_t k = 0; k < lists[i]->nfields; k++) {
			check_field(lists[i], &lists[i]->fields[k]);
			keys += (lists[i]->fields[k].flags & FIELD_KEY) != 0;
			titles += (lists[i]->fields[k].flags & FIELD_TITLE) != 0;
		}
		assert_int_equal(keys, 1);
		assert_int_equal(titles, 1);
	}
}

static void
flagged(const struct list *l, unsigned flag, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < l->nfields; i++)
		if (l->fields[i].flags & flag)
			buf_addf(out, "%s%s", out->len ? "," : "", l->fields[i].name);
}

static void
exports(void **state)
{
	static const char *const want[] = {
	    ("key,school,program,field,award,mode,city,state,country,months,months_max,cost,"
	     "cost_basis,currency,audience,cost_per_year,cost_as_of,earnings,earnings_horizon,debt,dte,"
	     "tuition_in,tuition_out,control,status,source"),
	    ("slug,title,family,kind,codes,pay_low,pay_high,pay_currency,pay_basis,pay_level,"
	     "pay_publishers,growth,demand,programs"),
	    "slug,name,category,must,important,nice,skip",
	    "key,title,publisher,kind,published,period,licence,url,figures,release,retrieved,rows,attribution,pack",
	    "slug,heading,topic,kind,year,source",
	    "slug,term,text",
	};
	struct buf out = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < nlists; i++) {
		flagged(lists[i], FIELD_EXPORT, &out);
		assert_string_equal(out.data, want[i]);
	}
	flagged(&list_programs, FIELD_SHOWN, &out);
	assert_string_equal(out.data, "school,program,field,award,months,cost");
	buf_free(&out);
}

static void
facets(void **state)
{
	static const char *const want[] = {
	    "award,mode,field,country,state,price,length,source,control",
	    "family,kind,zone,education,riasec",
	    "category,tier,conflict,role",
	    "publisher,kind,pack,on",
	    "kind,topic,source,role",
	    "",
	};
	struct buf out = BUF_INIT;
	int fields[SCAN_MAX_FACETS];

	(void)state;
	for (size_t i = 0; i < nlists; i++) {
		size_t n = list_facets(lists[i], fields, SCAN_MAX_FACETS);

		buf_clear(&out);
		for (size_t k = 0; k < n; k++) {
			assert_int_equal(lists[i]->fields[fields[k]].facet, k + 1);
			buf_addf(&out, "%s%s", k ? "," : "", lists[i]->fields[fields[k]].name);
		}
		assert_string_equal(out.data, want[i]);
	}
	assert_int_equal(list_facets(&list_programs, fields, 2), 2);
	buf_free(&out);
}

static void
specs(void **state)
{
	struct list other = list_programs;

	(void)state;
	for (size_t i = 0; i < nlists; i++) {
		const struct frame_spec *spec = list_frame_spec(lists[i]);
		size_t derived = 0;

		assert_ptr_equal(list_frame_spec(lists[i]), spec);
		assert_string_equal(spec->name, lists[i]->name);
		assert_true(spec->ncols <= SCAN_MAX_COLS);
		for (size_t k = 0; k < lists[i]->nfields; k++) {
			const struct field *f = &lists[i]->fields[k];

			derived += f->derived;
			assert_int_equal(field_col(lists[i], (int)k), frame_col(spec, f->name));
			if (!f->derived)
				assert_int_equal(spec->cols[k - derived].search, f->search);
		}
		assert_int_equal(spec->ncols + derived, lists[i]->nfields);
	}
	assert_int_equal(field_col(&list_programs, -1), -1);
	assert_null(list_frame_spec(&other));
}

/* The views of the catalog's schema give every column, and the order is SQL. */
static void
views(void **state)
{
	struct err e;
	struct db *db = db_open(NULL, DB_MEMORY, &e);

	(void)state;
	assert_non_null(db);
	assert_true(catalog_create(db, &e));
	for (size_t i = 0; i < nlists; i++) {
		struct frame f;

		if (!frame_build(&f, list_frame_spec(lists[i]), db, &e))
			fail_msg("%s: %s", lists[i]->name, e.text);
		assert_int_equal(f.rows, 0);
		frame_free(&f);
	}
	db_close(db);
}

/* Every term of a field is explained. */
static void
glossary(void **state)
{
	struct buf file = BUF_INIT, want = BUF_INIT;
	struct err e;

	(void)state;
	assert_true(file_read("data/glossary.yaml", 1 << 20, &file, &e));
	for (size_t i = 0; i < nlists; i++)
		for (size_t k = 0; k < lists[i]->nfields; k++) {
			const char *term = lists[i]->fields[k].term;

			buf_clear(&want);
			buf_addf(&want, "slug: %s\n", term ? term : "");
			if (term && !strstr(file.data, want.data))
				fail_msg("data/glossary.yaml has no %s", want.data);
		}
	buf_free(&file);
	buf_free(&want);
}

static void
in_manual(const char *page, const struct list *l)
{
	struct buf want = BUF_INIT;

	buf_addf(&want, ".Ss Fields of %s\n", l->name);
	buf_addf(&want, ".Bl -tag -width earnings_horizon -compact\n");
	for (size_t k = 0; k < l->nfields; k++)
		if (!l->fields[k].derived || l->fields[k].via)
			buf_addf(&want, ".It Cm %s\n%s\n", l->fields[k].name, l->fields[k].help);
	buf_adds(&want, ".El\n");
	if (!strstr(page, want.data))
		fail_msg("man/career-query.7 should have:\n%s", want.data);
	buf_free(&want);
}

/* The manual has a list per list, an entry per field. */
static void
manual(void **state)
{
	struct buf page = BUF_INIT;
	struct err e;

	(void)state;
	assert_true(file_read("man/career-query.7", 1 << 20, &page, &e));
	for (size_t i = 0; i < nlists; i++)
		in_manual(page.data, lists[i]);
	in_manual(page.data, list_plans());
	buf_free(&page);
}

/* Plans have no frame: what they do not have of their own is in that of programs or of roles, under its name. */
static void
plans(void **state)
{
	const struct list *l = list_plans();
	size_t own = 0;

	(void)state;
	assert_ptr_equal(list_find("plans"), l);
	assert_null(list_frame_spec(l));
	for (size_t i = 0; i < l->nfields; i++) {
		const struct list *from = list_of_field(l, (int)i);
		const struct field *f = &l->fields[i];

		assert_int_equal(field_find(l, f->name), i);
		assert_non_null(f->help);
		assert_non_null(f->term);
		own += from == NULL;
		if (from != NULL)
			assert_true(field_find(from, f->name) >= 0);
	}
	assert_true(own >= 5);
	assert_ptr_equal(list_of_field(&list_roles, 3), &list_roles);
	assert_ptr_equal(query_list_at(l, "cost<5 role:x", 13), &list_programs);
	assert_ptr_equal(query_list_at(l, "cost<5 family:", 14), &list_roles);
	assert_ptr_equal(query_list_at(l, "cost<5 fam", 10), l);
	assert_ptr_equal(query_list_at(l, "link:", 5), l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lists_are_found),
	    cmocka_unit_test(names),
	    cmocka_unit_test(rows_are_sound),
	    cmocka_unit_test(exports),
	    cmocka_unit_test(facets),
	    cmocka_unit_test(specs),
	    cmocka_unit_test(views),
	    cmocka_unit_test(plans),
	    cmocka_unit_test(glossary),
	    cmocka_unit_test(manual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
