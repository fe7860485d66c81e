#include "packcat.h"

#include "career/import/pack.h"
#include "career/store/catalog.h"
#include "check.h"

struct db *
packcat_open(void)
{
	static const char *const packs[] = {"data/packs/ml", "data/packs/pay-us"};
	struct pack_set set;
	struct db *db;
	struct err e;

	err_clear(&e);
	if (!pack_read(&set, packs, COUNT(packs), NULL, &e))
		fail_msg("%s\n%.2000s", e.text, set.errors.data);
	db = db_open(NULL, DB_MEMORY, &e);
	assert_ok(db != NULL);
	assert_ok(catalog_create(db, &e));
	assert_ok(pack_store(&set, db, &e));
	assert_ok(stmt_run(db_query(db, "derive_served", &e), &e));
	pack_free(&set);
	return db;
}

int64_t
packcat_role(struct db *db, const char *slug)
{
	struct stmt *st;
	struct err e;
	int64_t id;

	err_clear(&e);
	st = db_prepare(db, "SELECT id FROM role WHERE slug = ?1", &e);
	assert_ok(st != NULL);
	stmt_bind_text(st, 1, slug);
	if (stmt_step(st, &e) != 1)
		fail_msg("no role %s: %s", slug, e.text);
	id = stmt_int(st, 0);
	stmt_finalize(st);
	return id;
}
